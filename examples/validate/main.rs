//! Checks filing orders: reads requests in the wire format and prints what would send each order back.
//!
//! ```text
//! cargo run --example validate                          # two orders that the program carries
//! cargo run --example validate -- order.json            # a document
//! cargo run --release --example validate -- --format json orders.ndjson   # many of them, a line each
//! ```
//!
//! Exit status: 0 where every order can be handed in, 1 where one cannot, 2 where an input could not be read.

#[path = "../common/batch.rs"]
pub(crate) mod batch;
mod check;
#[path = "../common/mod.rs"]
pub(crate) mod common;
mod help;
#[path = "../common/points.rs"]
mod points;
mod print;
mod read;
mod text;

use std::io;
use std::process::ExitCode;

use check::Check;
use common::{Arguments, Opt, Style, World};
use help::HELP;
use print::Printer;
use read::{Incoming, Reader};
#[allow(unused_imports)] // for the tests
pub(crate) use read::{BATCH, BUFFER};

const OPTIONS: &[Opt] = &[common::FORMAT, common::LANG, common::PROVIDER, common::VERBOSE, common::HELP];

/// The orders that the program carries: one without a mistake, one with a dozen.
const CARRIED: [(&str, &str); 2] = [
    ("examples/orders/clean.json", include_str!("../orders/clean.json")),
    ("examples/orders/faulty.json", include_str!("../orders/faulty.json")),
];

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
    let check = Check {
        rulebook: arguments.rulebook(),
        language,
        style: Style::of(world),
        is_json: arguments.is_json(),
        is_verbose: arguments.has(&common::VERBOSE),
    };
    let (files, mut standard_input) = (arguments.operands, world.input.take());
    let is_demonstration = files.is_empty();
    let shows_progress = world.is_err_terminal && !world.is_out_terminal;
    let mut printer = Printer::new(language, check.is_json, shows_progress, &mut *world.out, &mut *world.err);
    // The reports come in the order of the requests, however many are checked at a time.
    let reports = batch::start(
        move |feed| Reader::new(feed).read_all(&files, &mut standard_input),
        move |requests: Vec<Incoming>| {
            requests.iter().map(|request| check.request(request)).collect::<Vec<_>>()
        },
    )?;
    // What is there is shown before waiting for more; an error shows again at the next write.
    while let Some(checked) = reports.next(|| drop(printer.out.flush()))? {
        checked.iter().try_for_each(|checked| printer.print(checked))?;
    }
    if is_demonstration {
        printer.farewell()?;
        return Ok(0);
    }
    printer.finish()?;
    Ok(printer.tally.status())
}
