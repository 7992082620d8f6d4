//! How things are shown.

use std::io::{self, Write};

use beian::provinces::{Citation, KnownCell, Reading, Standing};
use beian::value::Province;
use beian::{Language, Severity, Text};

use super::common::{width, Style};

/// Writes what was asked for, in a language, for people or for programs.
pub(super) struct Printer {
    pub(super) language: Language,
    pub(super) style: Style,
    pub(super) is_json: bool,
}

impl Printer {
    pub(super) fn text(&self, zh: &'static str, en: &'static str) -> &'static str {
        Text { zh, en }.get(self.language)
    }

    pub(super) fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, value)?;
        writeln!(out)
    }

    pub(super) fn name(&self, province: Province) -> String {
        format!("{} {}", province.code(), province.name().get(self.language))
    }

    /// The widest name of a province.
    pub(super) fn names(&self) -> usize {
        Province::ALL.iter().map(|province| width(&self.name(*province))).max().unwrap_or_default()
    }

    pub(super) fn standing(&self, standing: Standing) -> String {
        let text = standing.text().get(self.language);
        match standing {
            Standing::Settled => self.style.good(text),
            Standing::Reported | Standing::Contested => self.style.severity(Severity::Warning, text),
            _ => self.style.dim(text),
        }
    }

    /// Who says something, where and when.
    pub(super) fn reading(&self, reading: &Reading) -> String {
        let Citation { publisher, source, .. } = reading.citation();
        let (publisher, day) =
            (publisher.text().get(self.language), reading.citation().shown_day(self.language));
        let note = reading.note().map(|note| note.get(self.language));
        match (self.language, note) {
            (Language::Zh, None) => format!("{publisher}：{} · {}（{day}）", source.document, source.section),
            (Language::Zh, Some(note)) => {
                format!("{publisher}：{} · {}（{day}）：{note}", source.document, source.section)
            }
            (Language::En, None) => format!("{publisher}: {} · {} ({day})", source.document, source.section),
            (Language::En, Some(note)) => {
                format!("{publisher}: {} · {} ({day}): {note}", source.document, source.section)
            }
        }
    }

    /// A cell on one line: of whom, what, how well it stands, the day.
    pub(super) fn cell(&self, entry: &KnownCell<'_>) -> String {
        let scope = entry.scope().show(self.language);
        let value = entry.value(self.language);
        let (standing, date) = (
            self.standing(entry.standing()),
            entry.citation().map(|citation| citation.shown_day(self.language)).unwrap_or_default(),
        );
        match self.language {
            Language::Zh => format!("{value}（{scope}；{standing}；{date}）"),
            Language::En => format!("{value} ({scope}; {standing}; {date})"),
        }
    }
}
