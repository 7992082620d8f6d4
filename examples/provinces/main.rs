//! Asks the table of provinces: what one asks, how two differ, what all say of a rule, where an order could be filed.
//!
//! ```text
//! cargo run --example provinces                         # how much is known, a province a line
//! cargo run --example provinces -- 44                   # what one asks: by code, name or 广东
//! cargo run --example provinces -- --rule province.responsible-person-not-legal-representative
//! cargo run --example provinces -- --compare 44 33
//! cargo run --example provinces -- --evidence 44 local_mobile  # why a cell stands as it stands
//! cargo run --example provinces -- --export 44  # a patch, to start from
//! cargo run --example provinces -- --what-if order.json # without a file, an order that the program carries
//! cargo run --example provinces -- --format json        # the whole table
//! ```
//!
//! Exit status: 0, or 2 where there is no such province or rule, or the order could not be read.

#[path = "../common/mod.rs"]
pub(crate) mod common;

mod cells;
mod compared;
mod evidence;
mod moved;
mod printer;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read};
use std::process::ExitCode;

use beian::provinces::Dimension;
use beian::value::Province;
use beian::{Language, Relocation, Request, Rule, Text, WhatIf};
use common::{Arguments, Opt, Style, World};
use printer::Printer;

const RULE: Opt = Opt { name: "--rule", short: None, values: &[] };
const COMPARE: Opt = Opt { name: "--compare", short: None, values: &[] };
const EVIDENCE: Opt = Opt { name: "--evidence", short: None, values: &[] };
const EXPORT: Opt = Opt { name: "--export", short: None, values: &[] };
const WHAT_IF: Opt = Opt { name: "--what-if", short: None, values: &[] };
const CERTIFICATE: Opt = Opt { name: "--with-certificate", short: None, values: &[] };
const OPTIONS: &[Opt] = &[
    RULE,
    COMPARE,
    EVIDENCE,
    EXPORT,
    WHAT_IF,
    CERTIFICATE,
    common::FORMAT,
    common::LANG,
    common::PROVIDER,
    common::HELP,
];

const HELP: Text = Text {
    zh: "\
查询各省管局的备案要求：每条要求的内容、适用范围、可信程度和出处。

用法：provinces [选项] [省份…]
      provinces --rule 规则…
      provinces --compare 省份 省份
      provinces --evidence 省份 要求
      provinces --export 省份
      provinces --what-if [文件]

省份可写代码（44）、名称（广东省、广东）、简称（粤）或英文名。不给参数时，逐省列出已知要求的数量。

选项：
  --rule              列出各省在这些规则上的要求
  --compare           列出两省要求的不同之处
  --evidence          列出一省某项要求（如 local_mobile）的全部来源，以及由此得出的可信程度
  --export            以规则手册补丁（JSON）的形式输出一省的要求，供修改后使用
  --what-if           同一订单在各省备案的结果；不给文件时，使用程序自带的示例订单，“-”表示标准输入
  --with-certificate  与 --what-if 连用：主体证件住址也改到该省
  --format text|json  输出格式：便于阅读的文字（默认），或 JSON；不给参数时为全部要求
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  --provider NAME     接入服务商的规则手册：{providers}
  -h, --help          显示本说明

退出状态：0 正常，2 没有该省份或规则，或订单无法读取。
",
    en: "\
Asks the table of provinces: what each authority asks, of whom, how well that stands, and who says so.

Usage: provinces [OPTIONS] [PROVINCE…]
       provinces --rule RULE…
       provinces --compare PROVINCE PROVINCE
       provinces --evidence PROVINCE DIMENSION
       provinces --export PROVINCE
       provinces --what-if [FILE]

A province goes by its code (44), its name (广东省, 广东, Guangdong) or its character (粤). Without arguments it is
listed how much is known of each.

Options:
  --rule              what every province says of these rules
  --compare           where two provinces differ
  --evidence          every reading of one thing in a province (such as local_mobile), and how well it stands
  --export            a province as a patch of the rulebook (JSON), to start from
  --what-if           what becomes of an order in every province; without a file, of an order that the program
                      carries; \"-\" is standard input
  --with-certificate  with --what-if: as if the principal's certificate were of that province, too
  --format text|json  text for people (the default), or JSON; without arguments the whole table
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --provider NAME     whose rulebook: {providers}
  -h, --help          show this

Exit status: 0, or 2 where there is no such province or rule, or the order could not be read.
",
};

/// The order that the program carries.
const CARRIED: &str = include_str!("../orders/clean.json");

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
    let rulebook = arguments.rulebook();
    let printer = Printer { language, style: Style::of(world), is_json: arguments.is_json() };
    let asked = [&RULE, &COMPARE, &EVIDENCE, &EXPORT, &WHAT_IF]
        .into_iter()
        .filter(|option| arguments.has(option))
        .count();
    let answered = if asked > 1 {
        Err(told(
            language,
            "--rule、--compare、--evidence、--export 和 --what-if 只能用一个",
            "give one of --rule, --compare, --evidence, --export and --what-if",
        ))
    } else if arguments.has(&CERTIFICATE) && !arguments.has(&WHAT_IF) {
        Err(told(
            language,
            "--with-certificate 只能与 --what-if 连用",
            "--with-certificate goes with --what-if",
        ))
    } else if arguments.has(&WHAT_IF) {
        read_order(&arguments, world, language).map(|request| {
            let relocation = if arguments.has(&CERTIFICATE) {
                Relocation::FilingAndCertificate
            } else {
                Relocation::Filing
            };
            let what_if = WhatIf::of(&request.order, &request.context, &rulebook, relocation);
            printer.what_if(world.out, &what_if)
        })
    } else if arguments.has(&EVIDENCE) {
        evidence_asked(&arguments, language)
            .map(|(province, dimension)| printer.evidence(world.out, province, dimension, &rulebook))
    } else if arguments.has(&EXPORT) {
        provinces(&arguments, language).and_then(|provinces| match provinces.as_slice() {
            [province] => Ok(Printer::export(world.out, *province, &rulebook)),
            _ => Err(told(language, "--export 需要一个省份", "--export takes one province")),
        })
    } else if arguments.has(&RULE) {
        rules(&arguments, language).map(|rules| printer.matrices(world.out, &rules, &rulebook))
    } else {
        provinces(&arguments, language).and_then(|provinces| match (provinces.as_slice(), asked) {
            ([left, right], 1) => {
                Ok(printer.comparison(world.out, &rulebook.compare_provinces(*left, *right)))
            }
            (_, 1) => Err(told(language, "--compare 需要两个省份", "--compare takes two provinces")),
            ([], _) => Ok(printer.table(world.out, &rulebook)),
            (some, _) => Ok(printer.provinces(world.out, some, &rulebook)),
        })
    };
    match answered {
        Ok(done) => done.map(|()| 0),
        Err(message) => {
            writeln!(world.err, "{message}")?;
            Ok(common::FAILURE)
        }
    }
}

fn told(language: Language, zh: &'static str, en: &'static str) -> String {
    Text { zh, en }.get(language).to_owned()
}

fn provinces(arguments: &Arguments, language: Language) -> Result<Vec<Province>, String> {
    arguments.operands.iter().map(|name| named_province(&name.to_string_lossy(), language)).collect()
}

fn named_province(name: &str, language: Language) -> Result<Province, String> {
    province(name).ok_or_else(|| match language {
        Language::Zh => format!("没有省份“{name}”。可写代码、名称或简称，如 44、广东省、粤。"),
        Language::En => {
            format!("there is no province {name}. Give a code or a name, such as 44, Guangdong or 广东.")
        }
    })
}

/// The province and the dimension that `--evidence` takes.
fn evidence_asked(arguments: &Arguments, language: Language) -> Result<(Province, Dimension), String> {
    let [province, dimension] = arguments.operands.as_slice() else {
        return Err(told(
            language,
            "--evidence 需要一个省份和一项要求，如 44 local_mobile",
            "--evidence takes a province and a dimension, such as 44 local_mobile",
        ));
    };
    let province = named_province(&province.to_string_lossy(), language)?;
    Ok((province, evidence::dimension(&dimension.to_string_lossy(), language)?))
}

/// A province by its code, its name in either language, or its character.
fn province(name: &str) -> Option<Province> {
    let letters = |text: &str| text.replace(['-', '_', ' '], "").to_lowercase();
    let mut characters = name.chars();
    let character = characters.next().filter(|_| characters.as_str().is_empty());
    Province::from_code(name).or_else(|| character.and_then(Province::from_character)).or_else(|| {
        Province::ALL.iter().copied().find(|province| {
            let Text { zh, en } = province.name();
            [zh, province.short_name()].contains(&name) || letters(en) == letters(name)
        })
    })
}

fn rules(arguments: &Arguments, language: Language) -> Result<Vec<Rule>, String> {
    if arguments.operands.is_empty() {
        return Err(told(language, "--rule 需要规则名称", "--rule takes the id of a rule"));
    }
    let ids = arguments.operands.iter().map(|id| id.to_string_lossy());
    ids.map(|id| {
        let rule = Rule::from_id(&id).ok_or_else(|| match language {
            Language::Zh => format!("没有规则 {id}。示例程序 rules 可列出全部规则。"),
            Language::En => format!("there is no rule {id}. The example `rules` lists them all."),
        })?;
        let is_asked = Dimension::of_rule(rule).next().is_some();
        is_asked.then_some(rule).ok_or_else(|| match language {
            Language::Zh => format!("规则 {id} 全国一致，不因省份而异。"),
            Language::En => format!("the rule {id} is the same in every province."),
        })
    })
    .collect()
}

fn read_order(arguments: &Arguments, world: &mut World<'_>, language: Language) -> Result<Request, String> {
    let (name, json) = match arguments.operands.as_slice() {
        [] => ("examples/orders/clean.json".into(), Ok(CARRIED.as_bytes().to_vec())),
        [file] => (file.to_string_lossy(), read(file, world.input.take())),
        _ => return Err(told(language, "--what-if 只接受一个文件", "--what-if takes one file")),
    };
    let json = json.map_err(|error| format!("{name}: {error}"))?;
    Request::from_json(json.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&json))
        .map_err(|error| format!("{name}: {error}"))
}

fn read(file: &OsString, input: Option<Box<dyn Read + Send>>) -> io::Result<Vec<u8>> {
    if file != OsStr::new("-") {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    if let Some(mut input) = input {
        input.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
