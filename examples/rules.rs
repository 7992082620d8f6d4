//! Prints the catalogue of rules, or explains some of them.
//!
//! ```text
//! cargo run --example rules                             # the catalogue, a rule a line
//! cargo run --example rules -- domain.level-exceeded    # everything about a rule
//! cargo run --example rules -- --format json
//! cargo run --example rules -- --sources                # the documents, how old each is, and what rests on it
//! ```
//!
//! Exit status: 0, or 2 where there is no such rule.

pub(crate) mod common;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::process::ExitCode;

use beian::{Grade, Language, OrderKind, Provider, Rule, RuleSource, Severity, Source, Text};
use chrono::Datelike as _;
use common::{padded, severity_width, width, Arguments, Opt, Style, World};

const SOURCES: Opt = Opt { name: "--sources", short: None, values: &[] };

const OPTIONS: &[Opt] = &[common::FORMAT, common::LANG, SOURCES, common::HELP];

const HELP: Text = Text {
    zh: "\
列出全部规则，或逐条说明指定的规则。

用法：rules [选项] [规则…]

选项：
  --format text|json  输出格式：便于阅读的文字（默认），或 JSON 数组
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  --sources           列出依据的文档：日期、距最新文档的月数、依据它的规则数
  -h, --help          显示本说明

退出状态：0 正常，2 没有这条规则。
",
    en: "\
Lists all rules, or explains those that are named.

Usage: rules [OPTIONS] [RULE…]

Options:
  --format text|json  text for people (the default), or a JSON array
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --sources           the documents: day, months older than the newest, how many rules rest on each
  -h, --help          show this

Exit status: 0, or 2 where there is no such rule.
",
};

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
    let style = Style::of(world);
    if arguments.has(&common::HELP) {
        world.out.write_all(HELP.get(language).as_bytes())?;
        return Ok(0);
    }
    let mut named = Vec::new();
    let mut status = 0;
    for id in &arguments.operands {
        let id = id.to_string_lossy();
        if let Some(rule) = Rule::from_id(&id) {
            named.push(rule);
        } else {
            writeln!(world.err, "{}", unknown(&id, language))?;
            status = common::FAILURE;
        }
    }
    if arguments.has(&SOURCES) {
        documents(world.out, language, style)?;
    } else if arguments.is_json() {
        let rules = if arguments.operands.is_empty() { Rule::all().collect() } else { named };
        let described: Vec<Described> = rules.into_iter().map(Described::of).collect();
        serde_json::to_writer_pretty(&mut *world.out, &described)?;
        writeln!(world.out)?;
    } else if arguments.operands.is_empty() {
        table(world.out, language, style)?;
    } else {
        for (place, rule) in named.into_iter().enumerate() {
            if place > 0 {
                writeln!(world.out)?;
            }
            explain(world.out, rule, language, style)?;
        }
    }
    Ok(status)
}

/// A rule as a program reads it.
#[derive(serde::Serialize)]
struct Described {
    id: &'static str,
    severity: Severity,
    grades: Vec<Milder>,
    orders: Vec<OrderKind>,
    needs: Vec<&'static str>,
    params: Vec<&'static str>,
    sources: Vec<RuleSource>,
    documents: Vec<ProvidersOwn>,
    providers: &'static [Provider],
    summary: Both,
    miit_codes: &'static [u16],
}

/// The document of a provider's own that its customers' findings quote in place of the sources.
#[derive(serde::Serialize)]
struct ProvidersOwn {
    provider: Provider,
    #[serde(flatten)]
    source: Source,
}

impl ProvidersOwn {
    fn of(rule: Rule) -> Vec<Self> {
        let own = |&provider: &Provider| Some(Self { provider, source: rule.source_under(provider)? });
        Provider::ALL.iter().filter_map(own).collect()
    }
}

/// A milder severity with its condition.
#[derive(serde::Serialize)]
struct Milder {
    severity: Severity,
    when: Both,
}

#[derive(serde::Serialize)]
struct Both {
    zh: &'static str,
    en: &'static str,
}

impl Described {
    fn of(rule: Rule) -> Self {
        Self {
            id: rule.id(),
            severity: rule.default_severity(),
            grades: rule.grades().iter().map(Milder::of).collect(),
            orders: rule.orders().collect(),
            needs: rule.needs().collect(),
            params: rule.params().collect(),
            sources: rule.sources(),
            documents: ProvidersOwn::of(rule),
            providers: rule.providers(),
            summary: Both { zh: rule.summary(Language::Zh), en: rule.summary(Language::En) },
            miit_codes: rule.miit_codes(),
        }
    }
}

impl Milder {
    fn of(grade: &Grade) -> Self {
        let when = Both { zh: grade.when.get(Language::Zh), en: grade.when.get(Language::En) };
        Self { severity: grade.severity, when }
    }
}

/// The catalogue, a rule a line.
fn table(out: &mut dyn Write, language: Language, style: Style) -> io::Result<()> {
    let titles = [
        Text { zh: "规则", en: "Rule" },
        Text { zh: "级别", en: "Severity" },
        Text { zh: "要求", en: "States" },
    ];
    let [rule, severity, states] = titles.map(|title| title.get(language));
    let ids = Rule::all().map(|rule| width(rule.id())).max().unwrap_or_default().max(width(rule));
    let severities = severity_width(language).max(width(severity));
    let head = format!("{}  {}  {states}", padded(rule, ids), padded(severity, severities));
    writeln!(out, "{}", style.bold(&head))?;
    for rule in Rule::all() {
        let severity = rule.default_severity();
        let name = padded(severity.text().get(language), severities);
        let tag = style.severity(severity, &name);
        writeln!(out, "{}  {tag}  {}", padded(rule.id(), ids), rule.summary(language))?;
    }
    Ok(())
}

/// Year and month, newest first, and the document.
type Dated = (Reverse<(i32, u32)>, String);

/// The documents that rules rest on, the newest first, with how many months each is older than the newest.
fn documents(out: &mut dyn Write, language: Language, style: Style) -> io::Result<()> {
    let mut documents: BTreeMap<Dated, (String, BTreeSet<Rule>)> = BTreeMap::new();
    for rule in Rule::all() {
        for source in rule.sources() {
            // Of a text without a day the year counts, from its beginning.
            let month = source.source.date.map(|date| (date.year(), date.month()));
            let month = month.or(source.year.map(|year| (year, 1))).unwrap_or_default();
            let day = source.source.date.map_or_else(String::new, |date| date.to_string());
            let document =
                documents.entry((Reverse(month), source.source.document.into_owned())).or_default();
            document.0 = document.0.clone().max(day);
            document.1.insert(rule);
        }
    }
    let newest = documents.keys().next().map(|(Reverse(month), _)| *month).unwrap_or_default();
    let titles = match language {
        Language::Zh => ["日期", "月数", "规则", "文档"],
        Language::En => ["Day", "Months", "Rules", "Document"],
    };
    let row = |[day, months, rules, document]: [&str; 4]| {
        format!("{}  {}  {}  {document}", padded(day, 10), padded(months, 6), padded(rules, 5))
    };
    writeln!(out, "{}", style.bold(&row(titles)))?;
    for ((Reverse((year, month)), document), (day, rules)) in documents {
        let months =
            if year == 0 { String::from("–") } else { months_between((year, month), newest).to_string() };
        writeln!(out, "{}", row([&day, &months, &rules.len().to_string(), &document]))?;
    }
    Ok(())
}

/// The months from one to another.
fn months_between(from: (i32, u32), to: (i32, u32)) -> i64 {
    let count = |(year, month): (i32, u32)| i64::from(year) * 12 + i64::from(month);
    count(to) - count(from)
}

/// The sources of a rule on one line, each document once.
fn sources(rule: Rule, language: Language) -> String {
    let mut shown: Vec<String> = Vec::new();
    for RuleSource { source, basis, .. } in rule.sources() {
        let text = match language {
            Language::Zh => format!("{}［{}］", source.show(language), basis.text().get(language)),
            Language::En => format!("{} [{}]", source.show(language), basis.text().get(language)),
        };
        if !shown.contains(&text) {
            shown.push(text);
        }
    }
    shown.join(if language == Language::Zh { "；" } else { "; " })
}

/// Everything about a rule.
fn explain(out: &mut dyn Write, rule: Rule, language: Language, style: Style) -> io::Result<()> {
    let comma = if language == Language::Zh { "、" } else { ", " };
    let severity = rule.default_severity();
    let orders: Vec<&str> = rule.orders().map(|kind| kind.text().get(language)).collect();
    let codes: Vec<String> = rule.miit_codes().iter().map(ToString::to_string).collect();
    let providers: Vec<&str> =
        rule.providers().iter().map(|provider| provider.text().get(language)).collect();
    let needs: Vec<String> = rule.needs().map(|name| common::need(name, language)).collect();
    let stop = if language == Language::Zh { "；" } else { "; " };
    let own = ProvidersOwn::of(rule).into_iter().map(|own| own.source.show(language)).collect::<Vec<_>>();
    writeln!(out, "{}\n{}\n", style.bold(rule.id()), rule.summary(language))?;
    let mut rows = vec![
        (Text { zh: "级别", en: "Severity" }, style.severity(severity, severity.text().get(language))),
        (Text { zh: "订单类型", en: "Orders" }, orders.join(comma)),
        (Text { zh: "判断所需", en: "Needs" }, needs.join(comma)),
        (Text { zh: "参数", en: "Parameters" }, rule.params().collect::<Vec<_>>().join(comma)),
        (Text { zh: "依据", en: "Sources" }, sources(rule, language)),
        (Text { zh: "接入商自己的文档", en: "Providers' own" }, own.join(stop)),
        (Text { zh: "仅限接入商", en: "Only with" }, providers.join(comma)),
        (Text { zh: "工信部结果代码", en: "Ministry's codes" }, codes.join(comma)),
        (Text { zh: "中文提示", en: "Chinese message" }, rule.template(Language::Zh).to_owned()),
        (Text { zh: "英文提示", en: "English message" }, rule.template(Language::En).to_owned()),
    ];
    if rule.is_notice() {
        let kind = Text {
            zh: "提交须知：随每个此类订单显示，不列为问题",
            en: "a notice: shown with every order of these kinds, never a finding",
        };
        rows.insert(0, (Text { zh: "性质", en: "Kind" }, kind.get(language).to_owned()));
    }
    rows.retain(|(_, text)| !text.is_empty());
    let columns = rows.iter().map(|(title, _)| width(title.get(language))).max().unwrap_or_default();
    for (title, text) in rows {
        writeln!(out, "{}  {text}", style.dim(&padded(title.get(language), columns)))?;
    }
    writeln!(out, "\n{}", documentation(rule.explain(), style))
}

/// Markdown as a terminal shows it: paragraphs, with what is bold in bold.
fn documentation(markdown: &str, style: Style) -> String {
    let lines: Vec<&str> = markdown.lines().map(str::trim).collect();
    let text = lines.join("\n");
    text.split("**")
        .enumerate()
        .map(|(place, part)| if place % 2 == 1 { style.bold(part) } else { part.to_owned() })
        .collect()
}

/// The error for an id that no rule has, with those that are near.
fn unknown(id: &str, language: Language) -> String {
    let near = nearest(id);
    match (language, near.is_empty()) {
        (Language::Zh, true) => format!("没有规则 {id}。不带参数运行可列出全部规则。"),
        (Language::Zh, false) => format!("没有规则 {id}。是否要找：{}？", near.join("、")),
        (Language::En, true) => format!("there is no rule {id}. Without arguments all rules are listed."),
        (Language::En, false) => format!("there is no rule {id}. Did you mean {}?", near.join(", ")),
    }
}

/// Up to three ids that are near: of this slug or group, else those with the fewest letters to change, at most a
/// third.
fn nearest(id: &str) -> Vec<&'static str> {
    let id = id.to_ascii_lowercase().replace('_', "-");
    let mut near: Vec<(usize, &'static str)> = Rule::all()
        .filter_map(|rule| {
            let (group, slug) = rule.id().split_once('.')?;
            let far = if slug == id { 0 } else { distance(&id, rule.id()).min(distance(&id, slug) + 1) };
            (group == id || far * 3 <= id.len()).then_some((far, rule.id()))
        })
        .collect();
    near.sort_by_key(|(far, _)| *far);
    near.into_iter().map(|(_, id)| id).take(3).collect()
}

/// How many letters are added, left out or changed between two texts (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, above) in b.chars().zip(row.iter_mut().skip(1)) {
            let cost = (diagonal + usize::from(x != y)).min(*above + 1).min(left + 1);
            diagonal = std::mem::replace(above, cost);
            left = cost;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
