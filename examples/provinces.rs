//! Asks the table of provinces: what one asks, how two differ, what all say of a rule, where an order could be filed.
//!
//! ```text
//! cargo run --example provinces                         # how much is known, a province a line
//! cargo run --example provinces -- 44                   # what one asks: by code, name or 广东
//! cargo run --example provinces -- --rule province.responsible-person-not-legal-representative
//! cargo run --example provinces -- --compare 44 33
//! cargo run --example provinces -- --what-if order.json # without a file, an order that the program carries
//! cargo run --example provinces -- --format json        # the whole table
//! ```
//!
//! Exit status: 0, or 2 where there is no such province or rule, or the order could not be read.

pub(crate) mod common;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::process::ExitCode;

use beian::provinces::{
    CellDifference, DifferenceKind, Dimension, KnownCell, Matrix, ProvinceComparison, Standing,
};
use beian::value::Province;
use beian::{Answer, Finding, Language, Need, Relocation, Request, Rule, Rulebook, Severity, Text, WhatIf};
use common::{padded, width, Arguments, Opt, Style, World};

const RULE: Opt = Opt { name: "--rule", short: None, values: &[] };
const COMPARE: Opt = Opt { name: "--compare", short: None, values: &[] };
const WHAT_IF: Opt = Opt { name: "--what-if", short: None, values: &[] };
const CERTIFICATE: Opt = Opt { name: "--with-certificate", short: None, values: &[] };
const OPTIONS: &[Opt] =
    &[RULE, COMPARE, WHAT_IF, CERTIFICATE, common::FORMAT, common::LANG, common::PROVIDER, common::HELP];

const HELP: Text = Text {
    zh: "\
查询各省管局的备案要求：每条要求的内容、适用范围、可信程度和出处。

用法：provinces [选项] [省份…]
      provinces --rule 规则…
      provinces --compare 省份 省份
      provinces --what-if [文件]

省份可写代码（44）、名称（广东省、广东）、简称（粤）或英文名。不给参数时，逐省列出已知要求的数量。

选项：
  --rule              列出各省在这些规则上的要求
  --compare           列出两省要求的不同之处
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
       provinces --what-if [FILE]

A province goes by its code (44), its name (广东省, 广东, Guangdong) or its character (粤). Without arguments it is
listed how much is known of each.

Options:
  --rule              what every province says of these rules
  --compare           where two provinces differ
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
const CARRIED: &str = include_str!("orders/clean.json");

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
    let asked = [&RULE, &COMPARE, &WHAT_IF].into_iter().filter(|option| arguments.has(option)).count();
    let answered = if asked > 1 {
        Err(told(
            language,
            "--rule、--compare 和 --what-if 只能用一个",
            "give one of --rule, --compare and --what-if",
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
    let named = arguments.operands.iter().map(|name| name.to_string_lossy());
    named
        .map(|name| {
            province(&name).ok_or_else(|| match language {
                Language::Zh => format!("没有省份“{name}”。可写代码、名称或简称，如 44、广东省、粤。"),
                Language::En => {
                    format!(
                        "there is no province {name}. Give a code or a name, such as 44, Guangdong or 广东."
                    )
                }
            })
        })
        .collect()
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

/// A province as a program reads it.
#[derive(serde::Serialize)]
struct Described<'a> {
    province: Province,
    name: Text,
    cells: Vec<KnownCell<'a>>,
}

impl<'a> Described<'a> {
    fn of(province: Province, rulebook: &'a Rulebook) -> Self {
        Self { province, name: province.name(), cells: rulebook.province(province).entries().collect() }
    }
}

/// A rule's matrix as a program reads it.
#[derive(serde::Serialize)]
struct OfRule<'a> {
    rule: Rule,
    #[serde(flatten)]
    matrix: Matrix<'a>,
}

struct Printer {
    language: Language,
    style: Style,
    is_json: bool,
}

impl Printer {
    fn text(&self, zh: &'static str, en: &'static str) -> &'static str {
        Text { zh, en }.get(self.language)
    }

    fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, value)?;
        writeln!(out)
    }

    fn name(&self, province: Province) -> String {
        format!("{} {}", province.code(), province.name().get(self.language))
    }

    /// The widest name of a province.
    fn names(&self) -> usize {
        Province::ALL.iter().map(|province| width(&self.name(*province))).max().unwrap_or_default()
    }

    fn standing(&self, standing: Standing) -> String {
        let text = standing.text().get(self.language);
        match standing {
            Standing::Settled => self.style.good(text),
            Standing::Contested => self.style.severity(Severity::Warning, text),
            _ => self.style.dim(text),
        }
    }

    /// The day of a cell's document.
    fn date(&self, entry: &KnownCell<'_>) -> String {
        match (entry.source().date, entry.no_later_than()) {
            (Some(date), _) => date.to_string(),
            (None, Some(day)) => format!("{} {day}", self.text("不晚于", "no later than")),
            (None, None) => self.text("未注明日期", "undated").to_owned(),
        }
    }

    /// A cell on one line: of whom, what, how well it stands, the day.
    fn cell(&self, entry: &KnownCell<'_>) -> String {
        let scope = entry.scope().show(self.language);
        let value = entry.value(self.language);
        let (standing, date) = (self.standing(entry.standing()), self.date(entry));
        match self.language {
            Language::Zh => format!("{value}（{scope}；{standing}；{date}）"),
            Language::En => format!("{value} ({scope}; {standing}; {date})"),
        }
    }

    /// How much is known, a province a line.
    fn table(&self, out: &mut dyn Write, rulebook: &Rulebook) -> io::Result<()> {
        if self.is_json {
            let all: Vec<_> = Province::ALL.iter().map(|of| Described::of(*of, rulebook)).collect();
            return Self::json(out, &all);
        }
        let names = self.names();
        let columns = Standing::ALL.iter().map(|standing| standing.text().get(self.language));
        let columns: Vec<&str> = columns.collect();
        let head = columns
            .iter()
            .fold(padded(self.text("省份", "Province"), names), |head, column| format!("{head}  {column}"));
        writeln!(out, "{}", self.style.bold(&head))?;
        let matrix = Matrix::of(rulebook, Dimension::ALL.iter().copied());
        for row in &matrix.rows {
            write!(out, "{}", padded(&self.name(row.province), names))?;
            for (standing, column) in Standing::ALL.iter().zip(&columns) {
                let count = row.cells.iter().filter(|cell| cell.standing == *standing).count();
                write!(out, "  {count:>0$}", width(column))?;
            }
            writeln!(out)?;
        }
        let [settled, contested, unknown] = [Standing::Settled, Standing::Contested, Standing::Unknown]
            .map(|standing| matrix.count(standing));
        let dimensions = Dimension::ALL.len();
        match self.language {
            Language::Zh => writeln!(
                out,
                "\n每省 {dimensions} 项，共计明确 {settled} 项、说法不一 {contested} 项、未知 {unknown} 项。\n\
                 provinces 44 查看一省的要求，--help 查看其他用法。"
            ),
            Language::En => writeln!(
                out,
                "\n{dimensions} things are asked about in each: {settled} settled, {contested} contested, \
                 {unknown} unknown.\n`provinces 44` shows what one province asks, `--help` what else can be asked."
            ),
        }
    }

    /// What some provinces ask.
    fn provinces(&self, out: &mut dyn Write, some: &[Province], rulebook: &Rulebook) -> io::Result<()> {
        if self.is_json {
            let described: Vec<_> = some.iter().map(|of| Described::of(*of, rulebook)).collect();
            return Self::json(out, &described);
        }
        for (place, province) in some.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            self.province(out, *province, rulebook)?;
        }
        Ok(())
    }

    fn province(&self, out: &mut dyn Write, province: Province, rulebook: &Rulebook) -> io::Result<()> {
        writeln!(out, "{}", self.style.bold(&self.name(province)))?;
        let rules = rulebook.province(province);
        let colon = self.text("：", ": ");
        for dimension in Dimension::ALL {
            for (place, entry) in rules.entries_of(*dimension).enumerate() {
                if place == 0 {
                    writeln!(out, "\n{}", self.style.bold(dimension.text().get(self.language)))?;
                }
                writeln!(out, "  {}", self.cell(&entry))?;
                if let Some(note) = entry.note() {
                    writeln!(out, "    {}{colon}{}", self.text("说明", "note"), note.get(self.language))?;
                }
                let source =
                    format!("{}{colon}{}", self.text("依据", "source"), entry.source().show(self.language));
                writeln!(out, "    {}", self.style.dim(&source))?;
                for (value, source) in entry.others(self.language) {
                    let source = self.style.dim(&source.show(self.language));
                    writeln!(out, "    {}{colon}{value} {source}", self.text("另一说法", "otherwise"))?;
                }
            }
        }
        let unknown =
            Dimension::ALL.iter().filter(|dimension| rules.standing(**dimension) == Standing::Unknown);
        let unknown: Vec<&str> = unknown.map(|dimension| dimension.text().get(self.language)).collect();
        if !unknown.is_empty() {
            let title = self.style.bold(Standing::Unknown.text().get(self.language));
            writeln!(out, "\n{title}\n  {}", unknown.join(self.text("、", "; ")))?;
        }
        Ok(())
    }

    /// What all provinces say of some rules.
    fn matrices(&self, out: &mut dyn Write, rules: &[Rule], rulebook: &Rulebook) -> io::Result<()> {
        let matrices =
            rules.iter().map(|rule| OfRule { rule: *rule, matrix: rulebook.province_matrix(*rule) });
        let matrices: Vec<_> = matrices.collect();
        if self.is_json {
            return Self::json(out, &matrices);
        }
        let names = self.names();
        for (place, OfRule { rule, matrix }) in matrices.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}\n{}", self.style.bold(rule.id()), rule.summary(self.language))?;
            for dimension in &matrix.dimensions {
                writeln!(out, "\n{}", self.style.bold(dimension.text().get(self.language)))?;
                for row in &matrix.rows {
                    let Some(cell) = row.cells.iter().find(|cell| cell.dimension == *dimension) else {
                        continue;
                    };
                    let mut said: Vec<String> = cell.entries.iter().map(|entry| self.cell(entry)).collect();
                    if said.is_empty() {
                        said.push(self.standing(Standing::Unknown));
                    }
                    let mut name = self.name(row.province);
                    for said in said {
                        writeln!(out, "{}  {said}", padded(&name, names))?;
                        name.clear();
                    }
                }
            }
        }
        Ok(())
    }

    fn comparison(&self, out: &mut dyn Write, comparison: &ProvinceComparison<'_>) -> io::Result<()> {
        if self.is_json {
            return Self::json(out, comparison);
        }
        let ProvinceComparison { left, right, differences, agreeing, .. } = comparison;
        let names = [left, right].map(|province| province.name().get(self.language));
        let columns = names.iter().map(|name| width(name)).max().unwrap_or_default();
        let [left, right] = names;
        let title = match self.language {
            Language::Zh => format!("{left}与{right}"),
            Language::En => format!("{left} and {right}"),
        };
        writeln!(out, "{}", self.style.bold(&title))?;
        for kind in DifferenceKind::ALL {
            let of_kind: Vec<&CellDifference<'_>> =
                differences.iter().filter(|difference| difference.kind() == *kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let heading = match (*kind, self.language) {
                (DifferenceKind::LeftOnly, Language::Zh) => format!("仅{left}已知"),
                (DifferenceKind::LeftOnly, Language::En) => format!("known of {left} only"),
                (DifferenceKind::RightOnly, Language::Zh) => format!("仅{right}已知"),
                (DifferenceKind::RightOnly, Language::En) => format!("known of {right} only"),
                (_, language) => kind.text().get(language).to_owned(),
            };
            writeln!(out, "\n{}", self.style.bold(&heading))?;
            for difference in of_kind {
                writeln!(out, "  {}", difference.dimension.text().get(self.language))?;
                for (name, entry) in [(left, difference.left), (right, difference.right)] {
                    if let Some(entry) = entry {
                        let name = self.style.dim(&padded(name, columns));
                        writeln!(out, "    {name}  {}", self.cell(&entry))?;
                    }
                }
            }
        }
        match self.language {
            Language::Zh => writeln!(out, "\n另有 {agreeing} 条相同。"),
            Language::En => writeln!(out, "\nAlike: {agreeing}."),
        }
    }

    /// What becomes of an order, the provinces by their answer.
    fn what_if(&self, out: &mut dyn Write, what_if: &WhatIf) -> io::Result<()> {
        if self.is_json {
            return Self::json(out, what_if);
        }
        let names = self.names();
        if !what_if.findings.is_empty() {
            writeln!(out, "{}", self.style.bold(self.text("各省均有的问题", "Everywhere")))?;
            self.findings(out, &what_if.findings)?;
            writeln!(out)?;
        }
        for (place, answer) in Answer::ALL.iter().enumerate() {
            let heading = match answer {
                Answer::Accepts => self.text("无额外要求", "Nothing on top"),
                Answer::Unknown => {
                    self.text("已知要求均满足，部分要求未知", "Nothing known on top, not all is known")
                }
                Answer::Asks => self.text("另有要求", "More is asked"),
                Answer::MayRefuse => {
                    self.text("可能不接受（说法不一或尚未充分印证）", "May be refused: not well established")
                }
                _ => self.text("不接受", "Refused"),
            };
            let outcomes: Vec<_> = what_if.answering(*answer).collect();
            if place > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{} ({})", self.style.bold(heading), outcomes.len())?;
            for outcome in outcomes {
                let unknown = outcome.undetermined.iter().filter(|rule| rule.needs == Need::ProvinceRules);
                let unknown: Vec<&str> = unknown.map(|rule| &*rule.rule).collect();
                let name = padded(&self.name(outcome.province), names);
                if unknown.is_empty() {
                    writeln!(out, "  {}", name.trim_end())?;
                } else {
                    let unknown = format!(
                        "{}{}",
                        self.text("未知：", "unknown: "),
                        unknown.join(self.text("、", ", "))
                    );
                    writeln!(out, "  {name}  {}", self.style.dim(&unknown))?;
                }
                // That the region is not the certificate's needs no telling thirty times.
                let told = outcome.findings.iter().filter(|finding| finding.severity > Severity::Advice);
                self.findings(out, told)?;
            }
        }
        let is_bound = |finding: &Finding| finding.rule() == "principal.region-certificate-mismatch";
        if what_if.outcomes.iter().any(|outcome| outcome.findings.iter().any(is_bound)) {
            let hint = self.text(
                "单位须在证件住址所在省份备案；--with-certificate 按证件也属于该省来判断。",
                "An organisation files in the province of its certificate; --with-certificate takes that as moved, too.",
            );
            writeln!(out, "\n{hint}")?;
        }
        Ok(())
    }

    fn findings<'f>(
        &self,
        out: &mut dyn Write,
        findings: impl IntoIterator<Item = &'f Finding>,
    ) -> io::Result<()> {
        for finding in findings {
            let severity = self.style.severity(finding.severity, finding.severity.text().get(self.language));
            let rule = self.style.dim(finding.rule());
            writeln!(out, "    {severity}  {rule}\n      {}", finding.message(self.language))?;
        }
        Ok(())
    }
}
