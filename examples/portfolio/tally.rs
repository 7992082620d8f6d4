//! What is kept of all filings, and the tables that are made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use beian::value::Province;
use beian::{Language, Need, Report, Severity, Text};
use chrono::NaiveDate;
use serde::Serialize;

use super::common::{self, padded, width, Style};

/// Something that ends on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct End {
    pub(crate) date: NaiveDate,
    pub(crate) what: What,
    pub(crate) filing_number: Option<String>,
    /// The domain or the server; a certificate has no name that may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    Certificate,
    ResponsiblePersonCertificate,
    Domain,
    Server,
}

impl What {
    const ALL: [Self; 4] =
        [Self::Certificate, Self::ResponsiblePersonCertificate, Self::Domain, Self::Server];

    const fn text(self) -> Text {
        match self {
            Self::Certificate => Text { zh: "主体证件", en: "principal's certificate" },
            Self::ResponsiblePersonCertificate => {
                Text { zh: "负责人证件", en: "responsible person's certificate" }
            }
            Self::Domain => Text { zh: "域名", en: "domain" },
            Self::Server => Text { zh: "云资源", en: "cloud resource" },
        }
    }
}

/// The days within which an end is soon, and those within which it is in sight.
const SOON: i64 = 30;
const IN_SIGHT: i64 = 90;
/// How many of the next ends are named.
const NAMED: usize = 10;

/// How many findings of a rule, in how many filings, and the first place.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OfRule {
    severity: Severity,
    findings: usize,
    filings: usize,
    first: String,
}

/// How many filings came out how.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Filings {
    pub(crate) total: usize,
    pub(crate) with_blockers: usize,
    pub(crate) with_warnings: usize,
    pub(crate) in_order: usize,
}

/// How many end when; what ended already first.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Ending {
    ended: usize,
    soon: usize,
    in_sight: usize,
    later: usize,
}

/// What is kept of all lines: it grows with the rules and the provinces, not with the input.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Tally {
    pub(crate) all: Filings,
    pub(crate) unreadable: usize,
    by_severity: BTreeMap<Severity, usize>,
    /// By the province's code; empty where it cannot be told.
    by_province: BTreeMap<&'static str, Filings>,
    by_rule: BTreeMap<String, OfRule>,
    ending: BTreeMap<What, Ending>,
    next: BTreeSet<End>,
    /// Rules that could not be decided, over all filings, by what they need.
    undetermined: BTreeMap<String, usize>,
}

impl Tally {
    pub(crate) fn add(&mut self, place: &str, province: Option<Province>, report: &Report) {
        let worst = report.findings.iter().map(|finding| finding.severity).max();
        for filings in
            [&mut self.all, self.by_province.entry(province.map_or("", Province::code)).or_default()]
        {
            filings.total += 1;
            match worst {
                Some(Severity::Blocker) => filings.with_blockers += 1,
                Some(Severity::Warning) => filings.with_warnings += 1,
                _ => filings.in_order += 1,
            }
        }
        let mut rules = BTreeSet::new();
        for finding in &report.findings {
            *self.by_severity.entry(finding.severity).or_default() += 1;
            let empty =
                || OfRule { severity: finding.severity, findings: 0, filings: 0, first: place.to_owned() };
            let of = self.by_rule.entry(finding.rule().to_owned()).or_insert_with(empty);
            of.findings += 1;
            of.filings += usize::from(rules.insert(finding.rule()));
            of.severity = of.severity.max(finding.severity);
        }
        for undetermined in &report.undetermined {
            let need = match &undetermined.needs {
                Need::OrderInput(_) | Need::ContextInput(_) => "inputs".to_owned(),
                need => need.to_string(),
            };
            *self.undetermined.entry(need).or_default() += 1;
        }
    }

    pub(crate) fn add_end(&mut self, end: End, today: NaiveDate) {
        let days = (end.date - today).num_days();
        let ending = self.ending.entry(end.what).or_default();
        match days {
            ..=-1 => ending.ended += 1,
            0..=SOON => ending.soon += 1,
            _ if days <= IN_SIGHT => ending.in_sight += 1,
            _ => ending.later += 1,
        }
        if (0..=IN_SIGHT).contains(&days) {
            self.next.insert(end);
            if self.next.len() > NAMED {
                self.next.pop_last();
            }
        }
    }

    /// The summary, in tables.
    pub(crate) fn tables(&self, language: Language) -> [Table; 6] {
        [
            self.severities(language),
            self.provinces(language),
            self.rules(language),
            self.ending(language),
            self.next(language),
            self.undetermined(language),
        ]
    }

    pub(crate) fn status(&self) -> u8 {
        match (self.unreadable, self.all.with_blockers) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => common::FAILURE,
        }
    }

    fn severities(&self, language: Language) -> Table {
        let mut table =
            Table::new([text("级别", "Severity", language), text("问题数", "Findings", language)]);
        for (severity, findings) in self.by_severity.iter().rev() {
            table.row([severity.text().get(language).to_owned(), findings.to_string()]);
        }
        table
    }

    fn provinces(&self, language: Language) -> Table {
        let mut table = Table::new([
            text("省份", "Province", language),
            text("主体", "Filings", language),
            text("须修改", "Blockers", language),
            text("请留意", "Warnings", language),
            text("无问题", "In order", language),
        ]);
        for (province, filings) in &self.by_province {
            let unknown = text("未知", "not known", language);
            let province = Province::from_code(province);
            let name = province.map_or(unknown, |province| province.name().get(language));
            let Filings { total, with_blockers, with_warnings, in_order } = *filings;
            let counts = [total, with_blockers, with_warnings, in_order].map(|count| count.to_string());
            table.row(std::iter::once(name.to_owned()).chain(counts));
        }
        table
    }

    fn rules(&self, language: Language) -> Table {
        let mut table = Table::new([
            text("规则", "Rule", language),
            text("级别", "Severity", language),
            text("问题数", "Findings", language),
            text("主体", "Filings", language),
            text("首次出现", "First at", language),
        ]);
        let mut rules: Vec<(&String, &OfRule)> = self.by_rule.iter().collect();
        // What weighs most and is there most often comes first.
        rules.sort_by_key(|(_, of)| std::cmp::Reverse((of.severity, of.filings)));
        for (rule, OfRule { severity, findings, filings, first }) in rules {
            let severity = severity.text().get(language).to_owned();
            table.row([rule.clone(), severity, findings.to_string(), filings.to_string(), first.clone()]);
        }
        table
    }

    fn ending(&self, language: Language) -> Table {
        let mut table = Table::new([
            text("到期", "Ends", language),
            text("已到期", "Ended", language),
            text("30 天内", "Within 30 days", language),
            text("90 天内", "Within 90 days", language),
            text("更晚", "Later", language),
        ]);
        for what in What::ALL {
            if let Some(Ending { ended, soon, in_sight, later }) = self.ending.get(&what) {
                let counts = [ended, soon, in_sight, later].map(ToString::to_string);
                table.row(std::iter::once(what.text().get(language).to_owned()).chain(counts));
            }
        }
        table
    }

    fn next(&self, language: Language) -> Table {
        let mut table = Table::new([
            text("最近到期", "Next to end", language),
            text("内容", "What", language),
            text("备案号", "Filing number", language),
            text("名称", "Name", language),
        ]);
        for End { date, what, filing_number, name } in &self.next {
            let what = what.text().get(language).to_owned();
            let [number, name] = [filing_number, name].map(|text| text.clone().unwrap_or_default());
            table.row([date.to_string(), what, number, name]);
        }
        table
    }

    fn undetermined(&self, language: Language) -> Table {
        let title =
            text("未能判断（不代表通过），缺少", "Undecided, which is no pass, for want of", language);
        let mut table = Table::new([title, text("规则次数", "Rules", language)]);
        for (need, count) in &self.undetermined {
            let text = common::need(need, language);
            table.row([text, count.to_string()]);
        }
        table
    }
}

fn text(zh: &'static str, en: &'static str, language: Language) -> &'static str {
    Text { zh, en }.get(language)
}

/// Rows in columns; a column of numbers stands on the right.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new<'a>(titles: impl IntoIterator<Item = &'a str>) -> Self {
        Self { rows: vec![titles.into_iter().map(str::to_owned).collect()] }
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Writes it, unless it is empty.
    pub(crate) fn write(&self, out: &mut dyn Write, style: Style) -> io::Result<()> {
        let Some((titles, rows)) = self.rows.split_first().filter(|(_, rows)| !rows.is_empty()) else {
            return Ok(());
        };
        let columns: Vec<(usize, bool)> = (0..titles.len())
            .map(|column| {
                let cells = || self.rows.iter().filter_map(|row| row.get(column));
                let is_count = |cell: &String| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
                (cells().map(|cell| width(cell)).max().unwrap_or_default(), cells().skip(1).all(is_count))
            })
            .collect();
        writeln!(out)?;
        for (place, row) in std::iter::once(titles).chain(rows).enumerate() {
            let cells = row.iter().zip(&columns).map(|(cell, (columns, is_count))| {
                let gap = columns.saturating_sub(width(cell));
                if *is_count {
                    format!("{}{cell}", " ".repeat(gap))
                } else {
                    padded(cell, *columns)
                }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            let line = line.trim_end();
            writeln!(out, "{}", if place == 0 { style.dim(line) } else { line.to_owned() })?;
        }
        Ok(())
    }
}
