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

pub(crate) mod common;
#[path = "portfolio/tally.rs"]
mod tally;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use beian::order::ChangeFiling;
use beian::registry::{FiledPrincipal, FiledService};
use beian::resource::{BoundServer, Resource};
use beian::value::{FilingNumber, Province, Region};
use beian::{
    validate, Certificate, Context, Finding, Key, Language, Order, Registry, Report, Rulebook, Segment,
    Service, Text, ValidUntil,
};
use chrono::NaiveDate;
use common::{Arguments, Opt, Style, World};
use serde::Serialize;
use tally::{End, Filings, Tally, What};

const TODAY: Opt = Opt { name: "--today", short: None, values: &["YYYY-MM-DD"] };
const REGISTRY: Opt = Opt { name: "--registry", short: None, values: &["FILE"] };

const OPTIONS: &[Opt] = &[common::FORMAT, TODAY, REGISTRY, common::LANG, common::PROVIDER, common::HELP];

const HELP: Text = Text {
    zh: "\
定期复查已备案信息：逐行读取已备案主体，检查如果今天按备案内容原样提交变更，哪些会被退回、因为什么，以及哪些信息即将到期。

用法：portfolio [选项] [文件…]

文件每行是一个已备案主体，格式与 registry 中的 principals 相同；“-”表示标准输入。不给文件时，复查程序自带的示例。
备案信息中没有的材料、勾选和核验，在提交订单时才需提供，不计入结果。

选项：
  --format text|json  输出格式：汇总表（默认），或每行一份 JSON，最后一行为汇总
  --today YYYY-MM-DD  复查日期，默认为今天（北京时间）
  --registry FILE     其他已知信息（registry 格式）：黑名单、在途订单等，只读取一次
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  --provider NAME     接入服务商的规则手册：{providers}
  -h, --help          显示本说明

退出状态：0 均无阻断项，1 有主体存在阻断项，2 有内容无法读取。
",
    en: "\
Checks again what is filed: of each filed principal, what would send it back if a change were handed in today that
states it as it is filed, and what of it ends soon.

Usage: portfolio [OPTIONS] [FILE…]

A file has a filed principal a line, as a registry's `principals` are; \"-\" is standard input. Without a file, a sample
that the program carries is checked. Files, ticks and verifications come with an order and are not part of what is filed:
that they are missing does not count.

Options:
  --format text|json  tables (the default), or JSON: a line for each line, and a summary as the last
  --today YYYY-MM-DD  the day of the check; by default today, in China
  --registry FILE     what else is known, as a registry: blacklists, orders in progress. It is read once
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --provider NAME     whose rulebook: {providers}
  -h, --help          show this

Exit status: 0 where no filing has a blocker, 1 where one has, 2 where something could not be read.
",
};

/// What the program carries: filed principals, two of whose lines cannot be read, a blacklist, and the day.
const CARRIED: (&str, &str) = ("examples/portfolio/filed.ndjson", include_str!("portfolio/filed.ndjson"));
const CARRIED_REGISTRY: &str = include_str!("portfolio/registry.json");
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

/// The change that states a filed principal as it is filed.
fn restated(filed: FiledPrincipal) -> Order {
    let service = |filed: FiledService| {
        let mut service = filed.service?;
        let own = match &mut service {
            Service::Website(website) => &mut website.filing_number,
            Service::App(app) => &mut app.filing_number,
            _ => return None,
        };
        *own = own.take().or(filed.filing_number);
        Some(service)
    };
    let mut change = ChangeFiling::new().with_services(filed.services.into_iter().filter_map(service));
    (change.filing_number, change.principal) = (filed.filing_number, filed.principal);
    Order::ChangeFiling(change)
}

/// Whether a finding is about something that is filed. What an order brings along, and what is not there, is asked for
/// with the next order.
fn is_filed(finding: &Finding, given: &serde_json::Value) -> bool {
    let is_of_order = |segment: &Segment| {
        matches!(segment, Segment::Key(Key::Materials | Key::Agreements | Key::MobileVerified))
    };
    let path = finding.path.to_string();
    let is_given =
        given.pointer(&path).is_some_and(|value| value.as_str().map_or(true, |text| !text.trim().is_empty()));
    is_given && !["", "/kind"].contains(&path.as_str()) && !finding.path.segments().iter().any(is_of_order)
}

/// The province that it is filed in: of the region, else of the number.
fn province(filed: &FiledPrincipal) -> Option<Province> {
    let region = filed.principal.as_ref().and_then(|principal| principal.region.as_deref());
    let region = region.and_then(|region| Region::parse(region.trim()).ok()).map(Region::province);
    region.or_else(|| FilingNumber::parse(filed.filing_number.as_deref()?).ok()?.province())
}

/// Everything of a filing that has a last day.
fn ends(filed: &FiledPrincipal) -> Vec<End> {
    let mut ends = Vec::new();
    let mut add = |date: Option<NaiveDate>, what, number: &Option<String>, name: Option<&String>| {
        ends.extend(date.map(|date| End { date, what, filing_number: number.clone(), name: name.cloned() }));
    };
    let last = |certificate: &Option<Certificate>| match certificate.as_ref()?.valid_until? {
        ValidUntil::Day(day) => Some(day),
        ValidUntil::LongTerm => None,
    };
    if let Some(principal) = &filed.principal {
        add(last(&principal.certificate), What::Certificate, &filed.filing_number, None);
        let responsible_person = principal
            .responsible_person
            .as_ref()
            .and_then(|responsible_person| last(&responsible_person.certificate));
        add(responsible_person, What::ResponsiblePersonCertificate, &filed.filing_number, None);
    }
    for FiledService { filing_number, service, .. } in &filed.services {
        let Some(service) = service else { continue };
        add(
            service.responsible_person().and_then(|responsible_person| last(&responsible_person.certificate)),
            What::ResponsiblePersonCertificate,
            filing_number,
            None,
        );
        for domain in service.domains() {
            let date = domain.registration.as_ref().and_then(|registration| registration.expires_on);
            add(date, What::Domain, filing_number, domain.name.as_ref());
        }
        for resource in service.resources() {
            let bound = |server: &Option<BoundServer>| server.as_ref().map(BoundServer::server).cloned();
            let (date, id) = match resource {
                Resource::Serverless(serverless) => (serverless.expires_on, serverless.id.clone()),
                Resource::CloudServer(server) | Resource::LightweightServer(server) => {
                    (server.expires_on, server.id.clone())
                }
                Resource::LoadBalancer(balancer) => bound(&balancer.bound_server)
                    .map_or((None, None), |server| (server.expires_on, server.id)),
                Resource::LicenseCode(code) => {
                    bound(&code.server).map_or((None, None), |server| (server.expires_on, server.id))
                }
                _ => continue,
            };
            add(date, What::Server, filing_number, id.as_ref());
        }
    }
    ends
}

/// What is written of a line.
#[derive(Serialize)]
struct Checked<'a> {
    file: &'a str,
    line: usize,
    filing_number: Option<&'a str>,
    province: Option<Province>,
    report: &'a Report,
    ends: &'a [End],
}

/// What is written in its place where it could not be read.
#[derive(Serialize)]
struct Unreadable<'a> {
    file: &'a str,
    /// From 1; 0 where the input as a whole could not be read.
    line: usize,
    column: usize,
    message: &'a str,
}

struct Check<'a> {
    rulebook: Rulebook,
    context: Context,
    language: Language,
    style: Style,
    is_json: bool,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    tally: Tally,
}

impl Check<'_> {
    /// Checks an input line by line.
    fn input(&mut self, file: &str, input: Box<dyn Read>) -> io::Result<()> {
        let mut input = BufReader::new(input);
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => return self.unreadable(file, number - 1, 0, &error.to_string()),
            }
            // An error at the end is then on the line.
            while line.last().is_some_and(u8::is_ascii_whitespace) {
                line.pop();
            }
            if number == 1 {
                common::strip_byte_order_mark(&mut line);
            }
            if !common::is_blank(&line) {
                self.line(file, number, &line)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, file: &str, line: usize, json: &[u8]) -> io::Result<()> {
        let filed: FiledPrincipal = match serde_json::from_slice(json) {
            Ok(filed) => filed,
            Err(error) => {
                let message = error.to_string();
                let (message, _) = message.rsplit_once(" at line ").unwrap_or((&message, ""));
                return self.unreadable(file, line, error.column(), message);
            }
        };
        let (province, ends, number) = (province(&filed), ends(&filed), filed.filing_number.clone());
        let order = restated(filed);
        let mut report = validate(&order, &self.context, &self.rulebook);
        let given = serde_json::to_value(&order)?;
        report.findings.retain(|finding| is_filed(finding, &given));
        if self.is_json {
            let filing_number = number.as_deref();
            let checked = Checked { file, line, filing_number, province, report: &report, ends: &ends };
            serde_json::to_writer(&mut *self.out, &checked)?;
            writeln!(self.out)?;
        }
        self.tally.add(&format!("{file}:{line}"), province, &report);
        for end in ends {
            self.tally.add_end(end, self.context.today);
        }
        Ok(())
    }

    fn unreadable(&mut self, file: &str, line: usize, column: usize, message: &str) -> io::Result<()> {
        self.tally.unreadable += 1;
        if self.is_json {
            let error = Unreadable { file, line, column, message };
            serde_json::to_writer(&mut *self.out, &serde_json::json!({ "error": error }))?;
            return writeln!(self.out);
        }
        let place = match line {
            0 => file.to_owned(),
            _ => format!("{file}:{line}:{column}"),
        };
        match self.language {
            Language::Zh => writeln!(self.err, "无法读取 {place}：{message}"),
            Language::En => writeln!(self.err, "cannot read {place}: {message}"),
        }
    }

    /// The tables, or the last line.
    fn finish(&mut self) -> io::Result<()> {
        if self.is_json {
            let today = self.context.today;
            let rulebook = self.rulebook.version();
            let summary = serde_json::json!({ "today": today, "rulebook": rulebook, "tally": self.tally });
            serde_json::to_writer(&mut *self.out, &serde_json::json!({ "summary": summary }))?;
            return writeln!(self.out);
        }
        let Tally { all, unreadable, .. } = self.tally;
        let Filings { total, with_blockers, with_warnings, in_order } = all;
        let today = self.context.today;
        let title = match self.language {
            Language::Zh => format!(
                "{today} 复查 {total} 个主体：{with_blockers} 个有阻断项，{with_warnings} 个只有提醒，{in_order} 个无问题；{unreadable} 行无法读取"
            ),
            Language::En => format!(
                "{today}, filings: {total}; with blockers: {with_blockers}, with warnings only: {with_warnings}, in order: \
                 {in_order}; lines that could not be read: {unreadable}"
            ),
        };
        writeln!(self.out, "{}", self.style.bold(&title))?;
        for table in self.tally.tables(self.language) {
            table.write(self.out, self.style)?;
        }
        Ok(())
    }
}
