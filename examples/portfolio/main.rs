//! Checks again what is filed, as a nightly job does: reads filed principals, a line each, and says which of them would
//! be sent back if they were handed in today as they are filed, for what, where, and what ends soon.
//!
//! ```text
//! cargo run --example portfolio                                    # a dozen lines that the program carries
//! cargo run --release --example portfolio -- filed.ndjson          # of today
//! cargo run --release --example portfolio -- --format json --registry blacklist.json --today 2026-11-23 filed.ndjson
//! ```
//!
//! One line is held at a time, so that memory does not grow with the input. A line that cannot be read is reported with
//! its number and stops nothing.
//!
//! Exit status: 0 where no filing has a blocker, 1 where one has, 2 where something could not be read.

mod check;
#[path = "../common/mod.rs"]
pub(crate) mod common;
mod filed;
mod help;
mod tally;

use std::fs;
use std::io;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use beian::{Context, Registry};
use check::Check;
use chrono::NaiveDate;
use common::{Arguments, Opt, Style, World};
use help::HELP;
use tally::Tally;

const TODAY: Opt = Opt { name: "--today", short: None, values: &["YYYY-MM-DD"] };
const REGISTRY: Opt = Opt { name: "--registry", short: None, values: &["FILE"] };

const OPTIONS: &[Opt] = &[common::FORMAT, TODAY, REGISTRY, common::LANG, common::PROVIDER, common::HELP];

/// What the program carries: filed principals, two of whose lines cannot be read, a blacklist, and the day.
const CARRIED: (&str, &str) = ("examples/portfolio/filed.ndjson", include_str!("filed.ndjson"));
const CARRIED_REGISTRY: &str = include_str!("registry.json");
const CARRIED_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 23);

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
    let context = match context(&arguments) {
        Ok(context) => context,
        Err(message) => {
            writeln!(world.err, "{message}")?;
            return Ok(common::FAILURE);
        }
    };
    let mut input = world.input.take();
    let mut check = Check {
        rulebook: arguments.rulebook(),
        context,
        language,
        style: Style::of(world),
        is_json: arguments.is_json(),
        out: &mut *world.out,
        err: &mut *world.err,
        tally: Tally::default(),
    };
    if arguments.operands.is_empty() {
        check.input(CARRIED.0, Box::new(CARRIED.1.as_bytes()))?;
        check.finish()?;
        return Ok(0);
    }
    for file in &arguments.operands {
        let name = file.to_string_lossy();
        match common::open(file, &mut input) {
            Ok(input) => check.input(&name, input)?,
            Err(error) => check.unreadable(&name, 0, 0, &error.to_string())?,
        }
    }
    check.finish()?;
    Ok(check.tally.status())
}

/// The day and the registry: the same for every line.
fn context(arguments: &Arguments) -> Result<Context, String> {
    let is_carried = arguments.operands.is_empty();
    let today = match arguments.value(&TODAY) {
        Some(day) => day.parse().map_err(|_| format!("{day}: {TODAY}"))?,
        None => CARRIED_DAY.filter(|_| is_carried).or_else(today).ok_or_else(|| TODAY.to_string())?,
    };
    let context = Context::new(today);
    let (name, json) = match arguments.value(&REGISTRY) {
        Some(file) => (file, fs::read(file).map_err(|error| format!("{file}: {error}"))?),
        None if is_carried => ("", CARRIED_REGISTRY.into()),
        None => return Ok(context),
    };
    let registry: Registry = serde_json::from_slice(&json).map_err(|error| format!("{name}: {error}"))?;
    // What is filed comes line by line: that something is not in the registry means nothing.
    Ok(context.with_registry(registry.incomplete()))
}

/// Today in China, which is at UTC+8 all year.
fn today() -> Option<NaiveDate> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()? + Duration::from_secs(8 * 60 * 60);
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_days(chrono::Days::new(now.as_secs() / (24 * 60 * 60)))
}
