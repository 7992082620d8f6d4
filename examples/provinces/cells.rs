//! What provinces ask, a cell a line.

use std::io::{self, Write};

use beian::provinces::{Dimension, KnownCell, Matrix, ProvinceRules, Standing};
use beian::value::Province;
use beian::{Language, Rulebook, Text};

use super::common::{padded, width};
use super::printer::Printer;

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

impl Printer {
    /// How much is known, a province a line.
    pub(super) fn table(&self, out: &mut dyn Write, rulebook: &Rulebook) -> io::Result<()> {
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
        let dimensions = Dimension::ALL.len();
        let counts = Standing::ALL
            .iter()
            .map(|standing| (standing.text().get(self.language), matrix.count(*standing)));
        match self.language {
            Language::Zh => {
                let counts: Vec<String> = counts.map(|(name, count)| format!("{name} {count} 项")).collect();
                writeln!(
                    out,
                    "\n每省 {dimensions} 项，共计{}。\n\
                     provinces 44 查看一省的要求，--help 查看其他用法。",
                    counts.join("、")
                )
            }
            Language::En => {
                let counts: Vec<String> = counts.map(|(name, count)| format!("{count} {name}")).collect();
                writeln!(
                    out,
                    "\n{dimensions} things are asked about in each: {}.\n\
                     `provinces 44` shows what one province asks, `--help` what else can be asked.",
                    counts.join(", ")
                )
            }
        }
    }

    /// What some provinces ask.
    pub(super) fn provinces(
        &self,
        out: &mut dyn Write,
        some: &[Province],
        rulebook: &Rulebook,
    ) -> io::Result<()> {
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
                for (place, claim) in entry.claims().enumerate() {
                    if place > 0 {
                        let other = self.text("另一说法", "otherwise");
                        writeln!(out, "    {other}{colon}{}", claim.value(self.language))?;
                    }
                    for reading in claim.readings {
                        writeln!(out, "    {}", self.style.dim(&self.reading(reading)))?;
                    }
                }
            }
        }
        for standing in [Standing::NotMentioned, Standing::Unknown] {
            let such = Dimension::ALL.iter().filter(|dimension| rules.standing(**dimension) == standing);
            let such: Vec<&str> = such.map(|dimension| dimension.text().get(self.language)).collect();
            if !such.is_empty() {
                let title = self.style.bold(standing.text().get(self.language));
                writeln!(out, "\n{title}\n  {}", such.join(self.text("、", "; ")))?;
            }
        }
        self.pages(out, &rules)
    }

    /// The pages on a province that were read.
    pub(super) fn pages(&self, out: &mut dyn Write, rules: &ProvinceRules<'_>) -> io::Result<()> {
        writeln!(
            out,
            "\n{}",
            self.style.bold(self.text("已查阅的该省页面", "Pages on the province that were read"))
        )?;
        for page in rules.pages() {
            let publisher = page.publisher.text().get(self.language);
            let line = format!("{publisher} · {} · {}", page.source.section, page.shown_day(self.language));
            writeln!(out, "  {}", self.style.dim(&line))?;
        }
        Ok(())
    }
}
