//! Prints what of its form an order has, step by step: done, still to be given, to be corrected, not to be judged yet.
//!
//! ```text
//! cargo run --example checklist                                   # a half-filled order that the program carries
//! cargo run --example checklist -- order.json                     # a request
//! cargo run --example checklist -- --format markdown --lang zh order.json > 清单.md   # to hand to the applicant
//! ```
//!
//! Exit status: 0, or 2 where an input could not be read.

pub(crate) mod common;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use beian::checklist::{Checklist, ChecklistItem, ChecklistStep, ItemState};
use beian::form::{Form, FormRequest, Input};
use beian::{Finding, Language, Limit, PrincipalKind, Request, Requirement, Rulebook, Text};
use common::{Arguments, Opt, Style, World};

const FORMAT: Opt = Opt { name: "--format", short: None, values: &["text", "markdown", "json"] };

const OPTIONS: &[Opt] = &[FORMAT, common::LANG, common::HELP];

const HELP: Text = Text {
    zh: "\
列出备案订单的填写清单：按步骤说明哪些已完成、哪些待填写或待修改、哪些暂无法判断。

用法：checklist [选项] [文件…]

文件中是一个请求（{\"order\": …, \"context\": …}），“-”表示标准输入。不给文件时，使用程序自带的一份填写了一半的订单。

选项：
  --format text|markdown|json  输出格式：便于阅读的文字（默认）、可交给备案人的 Markdown，或每行一份 JSON
  --lang zh|en                 语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  -h, --help                   显示本说明

退出状态：0 正常，2 有输入无法读取。
",
    en: "\
Lists what of its form a filing order has, step by step: done, still to be given or corrected, not to be judged yet.

Usage: checklist [OPTIONS] [FILE…]

A file holds one request ({\"order\": …, \"context\": …}); \"-\" is standard input. Without a file, a half-filled order
that the program carries is listed.

Options:
  --format text|markdown|json  text for people (the default), Markdown to hand to the applicant, or one JSON a line
  --lang zh|en                 the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  -h, --help                   show this

Exit status: 0, or 2 where an input could not be read.
",
};

/// The order that the program carries.
const CARRIED: (&str, &str) = ("examples/orders/half_filled.json", include_str!("orders/half_filled.json"));

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
    let format = arguments.value(&FORMAT).unwrap_or("text");
    let mut input = world.input.take();
    let mut status = 0;
    let mut is_first = true;
    let mut show = |name: &str, json: io::Result<Vec<u8>>| -> io::Result<()> {
        let request = json
            .map_err(|error| error.to_string())
            .and_then(|json| Request::from_json(&json).map_err(|error| error.to_string()));
        let request = match request {
            Ok(request) => request,
            Err(error) => {
                status = common::FAILURE;
                return writeln!(world.err, "{name}: {error}");
            }
        };
        let listed = Listed::of(&request);
        if !is_first && format != "json" {
            writeln!(world.out)?;
        }
        is_first = false;
        match format {
            "json" => {
                serde_json::to_writer(&mut *world.out, &listed.checklist)?;
                writeln!(world.out)
            }
            "markdown" => listed.markdown(&mut *world.out, language),
            _ => listed.text(&mut *world.out, language, style),
        }
    };
    if arguments.operands.is_empty() {
        show(CARRIED.0, Ok(CARRIED.1.into()))?;
    }
    for file in &arguments.operands {
        show(&file.to_string_lossy(), read(file, &mut input))?;
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

/// A checklist, with the form that says how things are given.
struct Listed {
    kind: Text,
    checklist: Checklist,
    form: Option<Form>,
}

impl Listed {
    fn of(request: &Request) -> Self {
        let rulebook = Rulebook::default();
        let order = &request.order;
        let filed = || {
            let registry = request.context.registry.as_ref()?;
            registry.principals().first()?.principal.as_deref()
        };
        let principal: Option<PrincipalKind> =
            order.principal().or_else(filed).and_then(|principal| principal.kind);
        Self {
            kind: order.kind().text(),
            checklist: Checklist::of(order, &request.context, &rulebook),
            form: principal.map(|kind| Form::of(&FormRequest::new(order.kind(), kind), &rulebook)),
        }
    }

    /// "12 of 40 done; 25 to be given, 1 to be corrected, 2 cannot be judged yet".
    fn progress(&self, language: Language) -> String {
        let blocked: usize = self.checklist.steps().iter().map(ChecklistStep::blocked).sum();
        let count = |state| {
            let items = self.checklist.items().filter(|item| item.state == state).count();
            items + if state == ItemState::ToCorrect { blocked } else { 0 }
        };
        let (done, total) = (self.checklist.done(), self.checklist.total());
        let others =
            [ItemState::ToGive, ItemState::ToCorrect, ItemState::Open].map(|state| (state, count(state)));
        let others = others.iter().filter(|(_, count)| *count > 0);
        match language {
            Language::Zh => {
                let others = others.map(|(state, count)| format!("，{} {count} 项", state.text().zh));
                format!("已完成 {done}/{total}{}", others.collect::<String>())
            }
            Language::En => {
                let others = others.map(|(state, count)| format!(", {count} {}", state.text().en));
                format!("{done} of {total} done{}", others.collect::<String>())
            }
        }
    }

    fn text(&self, out: &mut dyn Write, language: Language, style: Style) -> io::Result<()> {
        writeln!(out, "{}  {}", style.bold(self.kind.get(language)), self.progress(language))?;
        for step in self.checklist.steps() {
            let title = style.bold(step.step.text().get(language));
            writeln!(out, "\n{title}  {}/{}", step.done(), step.total())?;
            for item in &step.items {
                let (mark, name) = (mark(item.state), item.show(language));
                let line = match item.state {
                    ItemState::Done => format!("{} {}", style.good(mark), style.dim(&name)),
                    ItemState::ToCorrect => format!("{} {name}", style.bad(mark)),
                    _ => format!("{mark} {name}"),
                };
                write!(out, "  {line}")?;
                if let Some(hint) = self.hint(item, language) {
                    write!(out, "  {}", style.dim(&hint))?;
                }
                writeln!(out)?;
                for finding in &item.findings {
                    writeln!(out, "      {}", said(finding, language, style))?;
                }
            }
            for finding in &step.findings {
                writeln!(out, "  ! {}", said(finding, language, style))?;
            }
        }
        for text in self.left_out(language) {
            writeln!(out, "\n{text}")?;
        }
        Ok(())
    }

    /// What is not listed because there is too much.
    fn left_out(&self, language: Language) -> impl Iterator<Item = String> {
        let checklist = self.checklist.left_out().map(|left_out| left_out.message(language));
        let report = self.checklist.report().left_out.map(|left_out| left_out.message(language).to_string());
        checklist.into_iter().chain(report)
    }

    fn markdown(&self, out: &mut dyn Write, language: Language) -> io::Result<()> {
        let title = match language {
            Language::Zh => "备案填写清单",
            Language::En => "Filing checklist",
        };
        writeln!(out, "# {title} · {}\n", self.kind.get(language))?;
        writeln!(out, "{}", self.progress(language))?;
        for step in self.checklist.steps() {
            let name = step.step.text().get(language);
            writeln!(out, "\n## {name} {}/{}\n", step.done(), step.total())?;
            for item in &step.items {
                let tick = if item.state == ItemState::Done { 'x' } else { ' ' };
                write!(out, "- [{tick}] {}", escaped(&item.show(language)))?;
                if matches!(item.state, ItemState::ToCorrect | ItemState::Open) {
                    write!(out, " **{}**", item.state.text().get(language))?;
                }
                if let Some(hint) = self.hint(item, language) {
                    write!(out, " — {}", escaped(&hint))?;
                }
                writeln!(out)?;
                for finding in &item.findings {
                    writeln!(out, "  - {}", escaped(&finding.message(language).to_string()))?;
                }
            }
            for finding in &step.findings {
                writeln!(out, "- ⚠ {}", escaped(&finding.message(language).to_string()))?;
            }
        }
        for text in self.left_out(language) {
            writeln!(out, "\n{}", escaped(&text))?;
        }
        Ok(())
    }

    /// How a thing that is not done is given, and why it cannot be judged yet.
    fn hint(&self, item: &ChecklistItem, language: Language) -> Option<String> {
        if item.state == ItemState::Open {
            return Some(open(item, language));
        }
        if item.state != ItemState::ToGive {
            return None;
        }
        let form = self.form.as_ref()?;
        let field = form.at(&item.path).find(|field| field.item == item.item && field.label == item.label)?;
        match &field.input {
            Input::Text { format: Some(format), .. } => Some(format.text().get(language).to_owned()),
            Input::Upload { formats: Some(formats), .. } => {
                let formats: Vec<_> = formats.iter().map(|format| format.text().get(language)).collect();
                let limit = |kind| {
                    field.limits.iter().find(|limit| limit.limit == kind).and_then(|limit| limit.value)
                };
                let sizes = match (limit(Limit::MaterialKilobytesMin), limit(Limit::MaterialKilobytesMax)) {
                    (Some(min), Some(max)) => format!(" · {min}–{max} KB"),
                    (None, Some(max)) => format!(" · ≤ {max} KB"),
                    _ => String::new(),
                };
                Some(format!("{}{sizes}", formats.join("/")))
            }
            _ => None,
        }
    }
}

/// What it hangs on that is not known yet: a condition, the province, or else the kind of the principal.
fn open(item: &ChecklistItem, language: Language) -> String {
    let text = match (item.condition, item.requirement) {
        (Some(condition), _) => condition.text(),
        (None, Requirement::ByProvince) => item.requirement.text(),
        (None, _) => Text { zh: "视主体性质而定", en: "depending on the kind of the principal" },
    };
    text.get(language).to_owned()
}

const fn mark(state: ItemState) -> &'static str {
    match state {
        ItemState::Done => "✓",
        ItemState::ToCorrect => "✗",
        ItemState::Open => "?",
        _ => "□",
    }
}

fn said(finding: &Finding, language: Language, style: Style) -> String {
    let severity = style.severity(finding.severity, finding.severity.text().get(language));
    format!("{severity} {}", finding.message(language))
}

/// A text in which Markdown sees no marks: a masked number has asterisks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
