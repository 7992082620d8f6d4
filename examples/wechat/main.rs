//! Checks a filing of WeChat's mini-program filing API before it is sent: turns the payload of `apply_icp_filing` into an
//! order, and the findings back into what that API's callers know: dotted field paths, and the entries `key_name`,
//! `error`, `suggest` of its `audit_data`.
//!
//! ```text
//! cargo run --example wechat                                  # two payloads that the program carries
//! cargo run --example wechat -- payload.json                  # a payload; `-` is standard input
//! cargo run --example wechat -- --format json payload.json    # for programs
//! ```
//!
//! Exit status: 0 where every payload would pass, 1 where one would not, 2 where an input could not be read.
//!
//! # What is read how
//!
//! The crate knows websites and APPs. A mini program 小程序 is read as an APP without platforms: principal, persons,
//! contents, pre-approval and remark are asked alike. What only an APP is asked for is in [`NOT_ASKED`], with the reason;
//! findings there are counted, not passed on. Every other place has its field, or the field of what it is part of, in
//! [`FIELDS`].
//!
//! The platform's own rules, which the crate does not have, are findings of the program, under `wechat.`.
//!
//! # What cannot be expressed
//!
//! - Of a payload: `promise_video`, `authenticity_responsibility_letter` and `holding_certificate_photo` are no kinds of
//!   material that the crate knows, and are carried as others. A media id says that a file is there, not what it shows:
//!   rules on format, size and originals stay undetermined. Whether a code of content is on level two, only the
//!   platform's list can tell.
//! - Of a report: the API has no severity, no "undetermined" and no place in a list. Here the first two stand beside its
//!   entries; an entry of a list is told at the list. A finding about the order as a whole is told at `icp_subject`.
//!
//! Source: the pages of WeChat's open platform on the filing of mini programs (about 2023 to 2025).

#![allow(clippy::struct_field_names)] // the API's names

pub(crate) mod answer;
#[path = "../common/mod.rs"]
pub(crate) mod common;
pub(crate) mod fields;
mod payload;
mod reading;
pub(crate) mod syntax;

use answer::check;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use beian::{Rulebook, Text};
use chrono::{DateTime, NaiveDate, TimeDelta};
use common::{Arguments, Opt, Style, World};

const OPTIONS: &[Opt] = &[common::FORMAT, common::LANG, common::HELP];

const HELP: Text = Text {
    zh: "\
检查微信小程序备案接口（apply_icp_filing）的请求内容，按该接口的字段路径列出会被驳回的问题和修改方法。

用法：wechat [选项] [文件…]

文件中是一个请求内容（icp_subject、icp_applets、icp_materials），“-”表示标准输入。不给文件时，检查程序自带的两份。

选项：
  --format text|json  输出格式：便于阅读的文字（默认），或每行一份 JSON
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  -h, --help          显示本说明

退出状态：0 未发现会被驳回的问题，1 有会被驳回的问题，2 有输入无法读取。
",
    en: "\
Checks payloads of WeChat's mini-program filing API (apply_icp_filing): lists what would be refused by that API's field
paths, and how to fix it.

Usage: wechat [OPTIONS] [FILE…]

A file holds one payload (icp_subject, icp_applets, icp_materials); \"-\" is standard input. Without a file, two payloads
that the program carries are checked.

Options:
  --format text|json  text for people (the default), or one JSON a line
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  -h, --help          show this

Exit status: 0 where nothing would be refused, 1 where something would, 2 where an input could not be read.
",
};

/// The payloads that the program carries: one without a mistake, one with many.
const CARRIED: [(&str, &str); 2] = [
    ("examples/wechat/clean.json", include_str!("clean.json")),
    ("examples/wechat/faulty.json", include_str!("faulty.json")),
];

/// The day on which they are checked, so that they stay what they are.
const DAY_OF_CARRIED: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 23);

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
        world.out.write_all(HELP.get(language).as_bytes())?;
        return Ok(0);
    }
    let style = Style::of(world);
    let mut input = world.input.take();
    let mut status = 0;
    let mut is_first = true;
    let mut one = |name: &str, json: io::Result<Vec<u8>>, today: NaiveDate| -> io::Result<()> {
        let answer = json.map_err(|error| error.to_string()).and_then(|json| {
            let payload = syntax::read(&json)?;
            check(&payload, today, &Rulebook::default()).map_err(|error| error.to_string())
        });
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => {
                status = common::FAILURE;
                return writeln!(world.err, "{name}: {error}");
            }
        };
        status = status.max(u8::from(!answer.passes()));
        if arguments.is_json() {
            serde_json::to_writer(&mut *world.out, &answer.written(language))?;
            writeln!(world.out)
        } else {
            if !std::mem::take(&mut is_first) {
                writeln!(world.out)?;
            }
            answer.text(name, &mut *world.out, language, style)
        }
    };
    if arguments.operands.is_empty() {
        for (name, json) in CARRIED {
            one(name, Ok(json.into()), DAY_OF_CARRIED.unwrap_or_else(today))?;
        }
        // A demonstration: that a payload has mistakes is no failure of the program.
        return Ok(0);
    }
    for file in &arguments.operands {
        one(&file.to_string_lossy(), read(file, &mut input), today())?;
    }
    Ok(status)
}

fn read(file: &OsString, standard_input: &mut Option<Box<dyn Read + Send>>) -> io::Result<Vec<u8>> {
    let mut json = Vec::new();
    if file == OsStr::new("-") {
        if let Some(mut input) = standard_input.take() {
            input.read_to_end(&mut json)?;
        }
    } else {
        File::open(file)?.read_to_end(&mut json)?;
    }
    Ok(json)
}

/// The day in China. The crate has no clock: the caller's counts.
fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let now = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    (now.unwrap_or_default() + TimeDelta::hours(8)).date_naive()
}
