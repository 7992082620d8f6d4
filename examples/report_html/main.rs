//! Writes the report on an order as one HTML page for the applicant: the order by step of the form, each finding beside
//! its field, what to do, which document says so, and, apart, what could not be checked.
//!
//! ```text
//! cargo run --example report_html > report.html               # of a faulty order that the program carries
//! cargo run --example report_html -- --out report.html order.json
//! ```
//!
//! The page needs nothing else: no script, no font, no network. It can be mailed, printed, and read on a phone.
//!
//! Exit status: 0, or 2 where the request could not be read or the page not be written.

#[path = "../common/mod.rs"]
pub(crate) mod common;
mod fault;
mod fields;
mod help;
mod html;
mod page;
#[path = "../common/points.rs"]
mod points;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::process::ExitCode;

use beian::{Request, Text};
use common::{Arguments, Opt, World};
use help::HELP;
pub(crate) use page::page;

const OUT: Opt = Opt { name: "--out", short: Some("-o"), values: &["FILE"] };

const OPTIONS: &[Opt] = &[OUT, common::LANG, common::PROVIDER, common::HELP];

/// The order that the program carries.
const CARRIED: &str = include_str!("../orders/faulty.json");

fn main() -> ExitCode {
    common::start(run)
}

/// Runs the program and gives its exit status.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn run(world: &mut World<'_>) -> io::Result<u8> {
    let arguments = match Arguments::read(world, OPTIONS) {
        Ok(arguments) => arguments,
        Err(message) => {
            writeln!(world.err, "{message}")?;
            return Ok(common::FAILURE);
        }
    };
    let language = arguments.language(world);
    if arguments.has(&common::HELP) {
        world.out.write_all(common::help(HELP, language).as_bytes())?;
        return Ok(0);
    }
    let json = match arguments.operands.as_slice() {
        [] => Ok(CARRIED.into()),
        [file] => read(file, world),
        _ => {
            let one = Text { zh: "只能给一个文件", en: "one file at a time" };
            writeln!(world.err, "{}", one.get(language))?;
            return Ok(common::FAILURE);
        }
    };
    let request = json
        .map_err(|error| error.to_string())
        .and_then(|json| Request::from_json(&json).map_err(|error| error.to_string()));
    let request = match request {
        Ok(request) => request,
        Err(error) => {
            let file = arguments.operands.first().map(|file| file.to_string_lossy()).unwrap_or_default();
            writeln!(world.err, "{file}: {error}")?;
            return Ok(common::FAILURE);
        }
    };
    let page = page(&request, &arguments.rulebook(), language);
    match arguments.value(&OUT) {
        None => world.out.write_all(page.as_bytes())?,
        Some(file) => {
            if let Err(error) = fs::write(file, page) {
                writeln!(world.err, "{file}: {error}")?;
                return Ok(common::FAILURE);
            }
        }
    }
    Ok(0)
}

fn read(file: &OsStr, world: &mut World<'_>) -> io::Result<Vec<u8>> {
    let mut json = Vec::new();
    common::open(file, &mut world.input)?.read_to_end(&mut json)?;
    Ok(json)
}
