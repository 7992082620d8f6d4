//! Checks filing orders: reads requests in the wire format and prints what would send each order back.
//!
//! ```text
//! cargo run --example validate                          # two orders that the program carries
//! cargo run --example validate -- order.json            # a document
//! cargo run --release --example validate -- --format json orders.ndjson   # many of them, a line each
//! ```
//!
//! Exit status: 0 where every order can be handed in, 1 where one cannot, 2 where an input could not be read.

#[path = "common/batch.rs"]
pub(crate) mod batch;
pub(crate) mod common;

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use batch::{Closed, Feed};
use beian::{
    validate, Finding, JsonError, Language, Need, Order, Report, Request, Rulebook, Severity, Step, Text,
};
use common::{padded, severity_width, width, Arguments, Opt, Style, World};

const OPTIONS: &[Opt] = &[common::FORMAT, common::LANG, common::PROVIDER, common::VERBOSE, common::HELP];

const HELP: Text = Text {
    zh: "\
检查 ICP 备案订单：逐条列出会导致退回的问题、所在位置、依据和修改方法。

用法：validate [选项] [文件…]

文件中是一个请求（{\"order\": …, \"context\": …}）；首个非空行本身就是完整的 JSON 时，每行一个请求（NDJSON）。
“-”表示标准输入。不给文件时，检查程序自带的两份示例订单。

选项：
  --format text|json  输出格式：便于阅读的文字（默认），或每行一份 JSON 报告
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  --provider NAME     接入服务商的规则手册：{providers}
  -v, --verbose       列出未能判断的规则名称
  -h, --help          显示本说明

退出状态：0 全部可以提交，1 有订单不能提交，2 有输入无法读取。
",
    en: "\
Checks ICP filing orders: lists what would send an order back, where, on what ground, and how to fix it.

Usage: validate [OPTIONS] [FILE…]

A file holds one request ({\"order\": …, \"context\": …}), or one a line (NDJSON) where the first line that is not
blank is a whole JSON value. \"-\" is standard input. Without a file, two orders that the program carries are checked.

Options:
  --format text|json  text for people (the default), or one JSON report a line
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --provider NAME     whose rulebook: {providers}
  -v, --verbose       name the rules that could not be decided
  -h, --help          show this

Exit status: 0 where every order can be submitted, 1 where one cannot, 2 where an input could not be read.
",
};

/// The orders that the program carries: one without a mistake, one with a dozen.
const CARRIED: [(&str, &str); 2] = [
    ("examples/orders/clean.json", include_str!("orders/clean.json")),
    ("examples/orders/faulty.json", include_str!("orders/faulty.json")),
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
    let mut printer = Printer {
        language,
        is_json: check.is_json,
        progress: Progress::new(world.is_err_terminal && !world.is_out_terminal),
        out: &mut *world.out,
        err: &mut *world.err,
        tally: Tally::default(),
    };
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

/// A request as it was read, or why that was not possible.
enum Incoming {
    Json {
        file: Arc<str>,
        /// Its line, in NDJSON.
        line: Option<usize>,
        lines_before: usize,
        json: Vec<u8>,
    },
    Failed {
        file: Arc<str>,
        /// 0 where the input as a whole could not be read.
        line: usize,
        error: io::Error,
    },
}

/// Reads request by request, and hands over as many at a time as make it worth a worker's while.
struct Reader<'a> {
    feed: &'a Feed<Vec<Incoming>, Vec<Checked>>,
    requests: Vec<Incoming>,
    bytes: usize,
}

/// So many bytes are asked of an input at a time.
pub(crate) const BUFFER: usize = 64 * 1024;
/// From so many bytes on requests are handed over.
pub(crate) const BATCH: usize = 64 * 1024;

impl<'a> Reader<'a> {
    fn new(feed: &'a Feed<Vec<Incoming>, Vec<Checked>>) -> Self {
        Self { feed, requests: Vec::new(), bytes: 0 }
    }

    /// Reads every file, or the orders that the program carries, until nobody asks for reports any more.
    fn read_all(mut self, files: &[OsString], standard_input: &mut Option<Box<dyn Read + Send>>) {
        let mut read = || {
            if files.is_empty() {
                CARRIED
                    .iter()
                    .try_for_each(|(name, json)| self.read(&Arc::from(*name), Box::new(json.as_bytes())))?;
            }
            for file in files {
                let name = Arc::from(file.to_string_lossy());
                match common::open(file, standard_input) {
                    Ok(input) => self.read(&name, input)?,
                    Err(error) => self.push(Incoming::Failed { file: name, line: 0, error })?,
                }
            }
            self.hand_over()
        };
        // Whoever does not ask any more wants to hear no reason.
        let _: Result<(), Closed> = read();
    }

    /// Reads every request of an input.
    fn read(&mut self, file: &Arc<str>, input: Box<dyn Read>) -> Result<(), Closed> {
        let mut input = BufReader::with_capacity(BUFFER, input);
        let mut line = Vec::new();
        let mut lines_before = 0;
        let failed = |line, error| Incoming::Failed { file: Arc::clone(file), line, error };
        // The first line that is not blank tells what the input is; without one it is an empty document.
        loop {
            match self.read_line(&mut input, &mut line)? {
                Ok(true) if lines_before == 0 => common::strip_byte_order_mark(&mut line),
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return self.push(failed(lines_before, error)),
            }
            if !common::is_blank(&line) {
                break;
            }
            lines_before += 1;
        }
        if serde_json::from_slice::<serde::de::IgnoredAny>(&line).is_err() {
            return match input.read_to_end(&mut line) {
                Ok(_) => {
                    self.push(Incoming::Json { file: Arc::clone(file), line: None, lines_before, json: line })
                }
                Err(error) => self.push(failed(0, error)),
            };
        }
        loop {
            if !common::is_blank(&line) {
                let json = std::mem::take(&mut line);
                let line = Some(lines_before + 1);
                self.push(Incoming::Json { file: Arc::clone(file), line, lines_before, json })?;
            }
            lines_before += 1;
            match self.read_line(&mut input, &mut line)? {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(error) => return self.push(failed(lines_before, error)),
            }
        }
    }

    /// Reads a line; `false` at the end of the input. What there is to check is handed over before waiting for more.
    fn read_line(
        &mut self,
        input: &mut BufReader<Box<dyn Read>>,
        line: &mut Vec<u8>,
    ) -> Result<io::Result<bool>, Closed> {
        if !input.buffer().contains(&b'\n') {
            self.hand_over()?;
        }
        line.clear();
        Ok(input.read_until(b'\n', line).map(|read| read > 0))
    }

    fn push(&mut self, request: Incoming) -> Result<(), Closed> {
        if let Incoming::Json { json, .. } = &request {
            self.bytes += json.len();
        }
        self.requests.push(request);
        if self.bytes < BATCH {
            return Ok(());
        }
        self.hand_over()
    }

    fn hand_over(&mut self) -> Result<(), Closed> {
        self.bytes = 0;
        if self.requests.is_empty() {
            return Ok(());
        }
        self.feed.push(std::mem::take(&mut self.requests))
    }
}

/// A request that could not be read.
#[derive(Debug, serde::Serialize)]
struct Unread<'a> {
    file: &'a str,
    /// From 1; 0 where the input as a whole could not be read.
    line: usize,
    column: usize,
    path: &'a str,
    message: String,
    accepted: &'a [String],
}

impl<'a> Unread<'a> {
    fn of_json(file: &'a str, lines_before: usize, error: &'a JsonError) -> Self {
        Self {
            file,
            line: lines_before + error.line(),
            column: error.column(),
            path: error.path(),
            message: error.message().to_owned(),
            accepted: error.accepted(),
        }
    }

    fn of_input(file: &'a str, line: usize, error: &io::Error) -> Self {
        Self { file, line, column: 0, path: "", message: error.to_string(), accepted: &[] }
    }
}

/// The output in place of a report.
#[derive(Debug, serde::Serialize)]
struct Failure<'a> {
    error: &'a Unread<'a>,
}

/// What came of a request.
#[derive(Debug, Clone, Copy)]
enum Outcome {
    Submittable,
    Refused,
    Unread,
}

/// What came of a request, and what is said of it.
struct Checked {
    outcome: Outcome,
    text: Vec<u8>,
}

/// How requests are checked and reports written.
struct Check {
    rulebook: Rulebook,
    language: Language,
    style: Style,
    is_json: bool,
    is_verbose: bool,
}

impl Check {
    fn request(&self, request: &Incoming) -> Checked {
        let mut text = Vec::new();
        // Nothing goes wrong with what is written to memory.
        let outcome = self.write(request, &mut text).unwrap_or(Outcome::Unread);
        Checked { outcome, text }
    }

    fn write(&self, request: &Incoming, out: &mut Vec<u8>) -> io::Result<Outcome> {
        let (file, line, lines_before, json) = match request {
            Incoming::Json { file, line, lines_before, json } => (file, line, *lines_before, json),
            Incoming::Failed { file, line, error } => {
                return self.unreadable(&Unread::of_input(file, *line, error), out);
            }
        };
        let request = match Request::from_json(json.trim_end_of_space()) {
            Ok(request) => request,
            Err(error) => return self.unreadable(&Unread::of_json(file, lines_before, &error), out),
        };
        let report = validate(&request.order, &request.context, &self.rulebook);
        if self.is_json {
            serde_json::to_writer(&mut *out, &report)?;
            writeln!(out)?;
        } else {
            let place = line.map_or_else(|| file.to_string(), |line| format!("{file}:{line}"));
            self.report(&place, &request.order, &report, out)?;
        }
        Ok(if report.is_submittable() { Outcome::Submittable } else { Outcome::Refused })
    }

    /// Says that a request could not be read: in the place of its report, or, to a person, as an error.
    fn unreadable(&self, unread: &Unread<'_>, out: &mut Vec<u8>) -> io::Result<Outcome> {
        if self.is_json {
            serde_json::to_writer(&mut *out, &Failure { error: unread })?;
            writeln!(out)?;
            return Ok(Outcome::Unread);
        }
        let Unread { file, line, column, path, message, .. } = unread;
        let place = match line {
            0 => (*file).to_owned(),
            _ => format!("{file}:{line}:{column}"),
        };
        let within = if path.is_empty() { String::new() } else { format!(" {path}") };
        match self.language {
            Language::Zh => writeln!(out, "无法读取 {place}{within}：{message}")?,
            Language::En => writeln!(out, "cannot read {place}{within}: {message}")?,
        }
        Ok(Outcome::Unread)
    }

    /// Prints a report for a person.
    fn report(&self, place: &str, order: &Order, report: &Report, out: &mut Vec<u8>) -> io::Result<()> {
        let title = format!("{place} · {}", order.kind().text().get(self.language));
        writeln!(out, "{}\n", self.style.bold(&title))?;
        self.findings(order, report, out)?;
        if let Some(left_out) = report.left_out {
            writeln!(out, "{}\n", left_out.message(self.language))?;
        }
        self.notices(order, out)?;
        self.undetermined(order, report, out)?;
        writeln!(out, "{}", self.summary(report))
    }

    /// The findings, by step of the form.
    fn findings(&self, order: &Order, report: &Report, out: &mut Vec<u8>) -> io::Result<()> {
        let mut findings: Vec<(Step, String, &Finding)> = report
            .findings
            .iter()
            .map(|finding| {
                let place = finding.place(order);
                let label = place.show(self.language).to_string();
                (place.step, label, finding)
            })
            .collect();
        // Stable: within a step they keep the order of the form.
        findings.sort_by_key(|(step, _, _)| *step);
        let mut steps = findings.iter().map(|(step, _, _)| *step).collect::<Vec<_>>();
        steps.dedup();
        for step in steps {
            writeln!(out, "{}", self.style.bold(step.text().get(self.language)))?;
            for (_, label, finding) in findings.iter().filter(|(of, _, _)| *of == step) {
                self.finding(label, finding, out)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn finding(&self, label: &str, finding: &Finding, out: &mut Vec<u8>) -> io::Result<()> {
        let columns = severity_width(self.language);
        let severity = finding.severity.text().get(self.language);
        let tag = self.style.severity(finding.severity, &padded(severity, columns));
        let indent = " ".repeat(columns + 4);
        let source = finding.source().show(self.language);
        let source = match self.language {
            Language::Zh => format!("依据：{source}"),
            Language::En => format!("Source: {source}"),
        };
        let name = format!("{} {}", finding.rule(), finding.path);
        writeln!(out, "  {tag}  {}", self.style.bold(label))?;
        writeln!(out, "{indent}{}", finding.message(self.language))?;
        writeln!(out, "{indent}{}", self.style.dim(&source))?;
        writeln!(out, "{indent}{}", self.style.dim(&name))
    }

    /// What everyone should know who hands in such an order.
    fn notices(&self, order: &Order, out: &mut Vec<u8>) -> io::Result<()> {
        let mut notices = order.kind().notices().peekable();
        if notices.peek().is_none() {
            return Ok(());
        }
        let title = Text { zh: "提交须知", en: "To know before submitting" }.get(self.language);
        writeln!(out, "{}", self.style.bold(title))?;
        for rule in notices {
            let name = self.style.dim(rule.id());
            writeln!(out, "  · {}\n    {name}", rule.template(self.language))?;
        }
        writeln!(out)
    }

    /// The rules that could not be decided, by what they need.
    fn undetermined(&self, order: &Order, report: &Report, out: &mut Vec<u8>) -> io::Result<()> {
        if report.undetermined.is_empty() {
            return Ok(());
        }
        let title = Text {
            zh: "尚未判断（不代表通过），缺少以下信息",
            en: "Undecided, which is no pass: information is missing",
        };
        writeln!(out, "{}", self.style.bold(title.get(self.language)))?;
        let mut needs: Vec<(&Need, Vec<&str>)> = Vec::new();
        for undetermined in &report.undetermined {
            match needs.iter_mut().find(|(need, _)| **need == undetermined.needs) {
                Some((_, rules)) => rules.push(&undetermined.rule),
                None => needs.push((&undetermined.needs, vec![&undetermined.rule])),
            }
        }
        for (need, rules) in needs {
            let what = self.need(need, order);
            match (self.language, rules.len()) {
                (Language::Zh, count) => writeln!(out, "  · {what}：{count} 条规则")?,
                (Language::En, 1) => writeln!(out, "  · {what}: 1 rule")?,
                (Language::En, count) => writeln!(out, "  · {what}: {count} rules")?,
            }
            if self.is_verbose {
                for rule in rules {
                    writeln!(out, "    {}", self.style.dim(rule))?;
                }
            }
        }
        writeln!(out)
    }

    fn need(&self, need: &Need, order: &Order) -> String {
        let name = need.to_string();
        let what = match need {
            Need::OrderInput(path) => path.place(order).show(self.language).to_string(),
            Need::ContextInput(path) => {
                path.last_key().map_or_else(String::new, |key| key.text().get(self.language).to_owned())
            }
            _ => common::need(&name).map_or_else(String::new, |text| text.get(self.language).to_owned()),
        };
        match (what.is_empty(), self.language) {
            (true, _) => name,
            (false, Language::Zh) => format!("{what}（{name}）"),
            (false, Language::En) => format!("{what} ({name})"),
        }
    }

    /// Whether the order can be handed in, and what was found.
    fn summary(&self, report: &Report) -> String {
        let [mut blockers, mut warnings, mut advice] =
            [Severity::Blocker, Severity::Warning, Severity::Advice]
                .map(|of| report.with_severity(of).count());
        if let Some(left_out) = report.left_out {
            blockers += left_out.blockers;
            warnings += left_out.warnings;
            advice += left_out.advice;
        }
        let undecided = report.undetermined.len();
        let (found, more) = match self.language {
            Language::Zh => {
                let found = [(blockers, "项阻断"), (warnings, "项提醒"), (advice, "项建议")]
                    .iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, noun)| format!("{count} {noun}"))
                    .collect::<Vec<_>>()
                    .join("、");
                let more = if undecided > 0 {
                    format!("；另有 {undecided} 条规则尚未判断")
                } else {
                    String::new()
                };
                (found, more)
            }
            Language::En => {
                let plural = |count: usize, one: &str, many: &str| match count {
                    1 => format!("1 {one}"),
                    _ => format!("{count} {many}"),
                };
                let found = [
                    (blockers, "blocker", "blockers"),
                    (warnings, "warning", "warnings"),
                    (advice, "piece of advice", "pieces of advice"),
                ]
                .iter()
                .filter(|(count, _, _)| *count > 0)
                .map(|(count, one, many)| plural(*count, one, many))
                .collect::<Vec<_>>()
                .join(", ");
                let more = match undecided {
                    0 => String::new(),
                    _ => format!("; {} not decided", plural(undecided, "rule", "rules")),
                };
                (found, more)
            }
        };
        let verdict = match (report.is_submittable(), self.language) {
            (true, Language::Zh) => self.style.good("可以提交"),
            (true, Language::En) => self.style.good("Can be submitted"),
            (false, Language::Zh) => self.style.bad("不能提交"),
            (false, Language::En) => self.style.bad("Cannot be submitted"),
        };
        match (found.is_empty(), self.language) {
            (true, Language::Zh) => format!("{verdict}：未发现问题{more}。"),
            (true, Language::En) => format!("{verdict}: nothing found{more}."),
            (false, Language::Zh) => format!("{verdict}：{found}{more}。"),
            (false, Language::En) => format!("{verdict}: {found}{more}."),
        }
    }
}

/// How many requests came out how.
#[derive(Debug, Default)]
struct Tally {
    submittable: usize,
    refused: usize,
    unread: usize,
}

impl Tally {
    fn total(&self) -> usize {
        self.submittable + self.refused + self.unread
    }

    fn status(&self) -> u8 {
        match (self.unread, self.refused) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => common::FAILURE,
        }
    }
}

/// Prints what was said of each request, and counts.
struct Printer<'a> {
    language: Language,
    is_json: bool,
    progress: Progress,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    tally: Tally,
}

impl Printer<'_> {
    fn print(&mut self, checked: &Checked) -> io::Result<()> {
        match checked.outcome {
            Outcome::Unread => {
                self.tally.unread += 1;
                if self.is_json {
                    return self.out.write_all(&checked.text);
                }
                self.out.flush()?;
                self.progress.clear(self.err)?;
                return self.err.write_all(&checked.text);
            }
            Outcome::Submittable => self.tally.submittable += 1,
            Outcome::Refused => self.tally.refused += 1,
        }
        if !self.is_json && self.tally.submittable + self.tally.refused > 1 {
            writeln!(self.out)?;
        }
        self.out.write_all(&checked.text)?;
        self.progress.show(self.tally.total(), self.language, self.err)
    }

    /// Sums up where there were several requests.
    fn finish(&mut self) -> io::Result<()> {
        self.progress.clear(self.err)?;
        let Tally { submittable, refused, unread } = self.tally;
        if self.is_json || self.tally.total() < 2 {
            return Ok(());
        }
        match self.language {
            Language::Zh => writeln!(
                self.out,
                "\n共 {} 个订单：{submittable} 个可以提交，{refused} 个不能提交，{unread} 个无法读取。",
                self.tally.total(),
            ),
            Language::En => writeln!(
                self.out,
                "\n{} orders: {submittable} can be submitted, {refused} cannot, {unread} could not be read.",
                self.tally.total(),
            ),
        }
    }

    /// What to do next, after the orders that the program carries.
    fn farewell(&mut self) -> io::Result<()> {
        if self.is_json {
            return Ok(());
        }
        let text = Text {
            zh: "以上是程序自带的示例订单。检查自己的订单：cargo run --example validate -- 文件（--help 查看说明）",
            en: "These were orders that the program carries. For your own: cargo run --example validate -- FILE (see --help)",
        };
        writeln!(self.out, "\n{}", text.get(self.language))
    }
}

/// The number of requests so far, on standard error, where the reports go elsewhere.
struct Progress {
    is_shown: bool,
    next: Instant,
    width: usize,
}

impl Progress {
    const EVERY: Duration = Duration::from_millis(500);

    fn new(is_shown: bool) -> Self {
        Self { is_shown, next: Instant::now() + Self::EVERY, width: 0 }
    }

    fn show(&mut self, count: usize, language: Language, err: &mut dyn Write) -> io::Result<()> {
        if !self.is_shown || Instant::now() < self.next {
            return Ok(());
        }
        self.next = Instant::now() + Self::EVERY;
        let text = match language {
            Language::Zh => format!("已检查 {count} 个订单"),
            Language::En => format!("{count} orders checked"),
        };
        self.width = width(&text);
        write!(err, "\r{text}")?;
        err.flush()
    }

    fn clear(&mut self, err: &mut dyn Write) -> io::Result<()> {
        if self.width == 0 {
            return Ok(());
        }
        write!(err, "\r{}\r", " ".repeat(self.width))?;
        self.width = 0;
        err.flush()
    }
}

trait Bytes {
    /// Without the white space at the end, so that an error at the end is on the last line with text.
    fn trim_end_of_space(&self) -> &[u8];
}

impl Bytes for [u8] {
    fn trim_end_of_space(&self) -> &[u8] {
        let mut text = self;
        while let [rest @ .., last] = text {
            if !last.is_ascii_whitespace() {
                break;
            }
            text = rest;
        }
        text
    }
}
