//! Provinces side by side: what all say of a rule, where two differ.

use std::io::{self, Write};

use beian::provinces::{CellDifference, DifferenceKind, Matrix, ProvinceComparison};
use beian::{Language, Rule, Rulebook};

use super::common::{padded, width};
use super::printer::Printer;

/// A rule's matrix as a program reads it.
#[derive(serde::Serialize)]
struct OfRule<'a> {
    rule: Rule,
    #[serde(flatten)]
    matrix: Matrix<'a>,
}

impl Printer {
    /// What all provinces say of some rules.
    pub(super) fn matrices(
        &self,
        out: &mut dyn Write,
        rules: &[Rule],
        rulebook: &Rulebook,
    ) -> io::Result<()> {
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
                        said.push(self.standing(cell.standing));
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

    pub(super) fn comparison(
        &self,
        out: &mut dyn Write,
        comparison: &ProvinceComparison<'_>,
    ) -> io::Result<()> {
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
}
