//! Why a cell stands as it stands, and a province as a patch.

use std::io::{self, Write};

use beian::provinces::{Dimension, Standing};
use beian::value::Province;
use beian::{Language, Rulebook};

use super::printer::Printer;

impl Printer {
    /// Every reading of a dimension, the newest first, and what follows.
    pub(super) fn evidence(
        &self,
        out: &mut dyn Write,
        province: Province,
        dimension: Dimension,
        rulebook: &Rulebook,
    ) -> io::Result<()> {
        let rules = rulebook.province(province);
        if self.is_json {
            return Self::json(out, &rules.entries_of(dimension).collect::<Vec<_>>());
        }
        let title = format!("{} · {}", self.name(province), dimension.text().get(self.language));
        writeln!(out, "{}", self.style.bold(&title))?;
        for entry in rules.entries_of(dimension) {
            let colon = self.text("：", ": ");
            writeln!(
                out,
                "\n{}{colon}{}",
                entry.scope().show(self.language),
                self.standing(entry.standing())
            )?;
            for claim in entry.claims() {
                writeln!(out, "  {}", claim.value(self.language))?;
                for reading in claim.readings {
                    writeln!(out, "    {}", self.style.dim(&self.reading(reading)))?;
                }
            }
            writeln!(out, "  {}", self.because(entry.standing()))?;
        }
        let standing = rules.standing(dimension);
        if rules.entries_of(dimension).next().is_none() {
            writeln!(out, "\n{}\n  {}", self.standing(standing), self.because(standing))?;
            self.pages(out, &rules)?;
        }
        Ok(())
    }

    fn because(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Settled => self.text(
                "→ 至少两家独立来源一致，最新的在 36 个月以内，且没有同期的不同说法：不符合的须修改。",
                "→ two independent sources agree, the newest within 36 months, and none of the same age says otherwise: what breaks it is a blocker.",
            ),
            Standing::Reported => self.text(
                "→ 只有一家来源，或最新的来源已超过 36 个月：不符合的给出警告，并注明来源和年份。",
                "→ one source only, or none within 36 months: what breaks it is a warning that names source and year.",
            ),
            Standing::Contested => self.text(
                "→ 现行来源说法不一：不符合其中之一的给出警告；均不符合的须修改，以最宽松的说法为准。",
                "→ current sources disagree: what breaks one is a warning, what breaks all a blocker, by the mildest.",
            ),
            Standing::NotMentioned => self.text(
                "→ 已查阅的该省页面均未提及：不作要求，也不列为无法判断。",
                "→ the pages on the province that were read do not speak of it: nothing is asked, and nothing left undecided.",
            ),
            _ => self.text("→ 没有来源：无法判断。", "→ no source: undetermined."),
        }
    }

    /// A province as a patch of the rulebook, to start from.
    pub(super) fn export(out: &mut dyn Write, province: Province, rulebook: &Rulebook) -> io::Result<()> {
        Self::json(out, &rulebook.province_patch(province))
    }
}

/// A dimension by its name; where there is none such, what there is.
pub(super) fn dimension(name: &str, language: Language) -> Result<Dimension, String> {
    Dimension::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Dimension::ALL.iter().map(|dimension| dimension.as_str()).collect();
        match language {
            Language::Zh => format!("没有要求“{name}”。可写：{}", names.join("、")),
            Language::En => format!("there is no dimension {name}; there are {}", names.join(", ")),
        }
    })
}
