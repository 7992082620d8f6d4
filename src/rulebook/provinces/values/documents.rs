//! Documents, and how old they may be.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{told, Count, Value, ZERO};
use crate::model::material::MaterialKind;
use crate::text::Language;

wire_names! {
    /// Where a document is uploaded.
    pub enum DocumentPlace {
        /// With the order.
        Order = "order" { zh: "订单材料", en: "the order's materials" },
        /// With the principal.
        Principal = "principal" { zh: "主体材料", en: "the principal's materials" },
        /// With each service.
        Service = "service" { zh: "服务材料", en: "the service's materials" },
    }
}

/// A document that one province asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRule {
    /// Which.
    pub document: MaterialKind,
    /// What is taken in its place.
    #[serde(default)]
    pub or: Option<MaterialKind>,
    /// Where it belongs; one that stands with the order does everywhere.
    pub place: DocumentPlace,
    /// How long it is valid after the day it was signed, in working days; absent, for good.
    #[serde(default)]
    pub working_days: Option<u32>,
}

impl DocumentRule {
    /// A document that is valid for good.
    pub(in crate::rulebook::provinces) const fn of(document: MaterialKind, place: DocumentPlace) -> Self {
        Self { document, or: None, place, working_days: None }
    }
}

impl crate::text::sealed::Sealed for DocumentRule {}

impl Value for DocumentRule {
    fn show(&self, language: Language) -> String {
        let document = self.document.text().get(language);
        let document = match (self.or, language) {
            (None, _) => document.to_owned(),
            (Some(or), Language::Zh) => format!("{document}或{}", or.text().zh),
            (Some(or), Language::En) => format!("{document} or {}", or.text().en),
        };
        match self.working_days {
            None => document,
            Some(days) => told(
                language,
                format!("{document}（签署之日起 {days} 个工作日内有效）"),
                format!("{document}, valid for {days} working days from signing"),
            ),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.working_days == Some(0)).then_some(ZERO)
    }
}

/// How old a document may be: `{"material": "statement", "at_most": {"months": 6}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentAge {
    /// Of which kind.
    pub material: MaterialKind,
    /// The time since it was issued.
    pub at_most: TimeSpan,
}

/// A number of days or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeSpan {
    /// Natural days.
    Days(u32),
    /// Months of the calendar.
    Months(u32),
}

impl TimeSpan {
    /// The day so long before another.
    pub fn before(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_sub_days(chrono::Days::new(days.into())),
            Self::Months(months) => day.checked_sub_months(chrono::Months::new(months)),
        }
    }
}

impl crate::text::sealed::Sealed for DocumentAge {}

impl Value for DocumentAge {
    fn show(&self, language: Language) -> String {
        let material = self.material.text().get(language);
        let (count, zh, unit) = match self.at_most {
            TimeSpan::Days(days) => (days, "日", "day"),
            TimeSpan::Months(months) => (months, "个月", "month"),
        };
        let s = if count == 1 { "" } else { "s" };
        told(
            language,
            format!("{material}须在 {count} {zh}内出具"),
            format!("{material}: issued in the last {count} {unit}{s}"),
        )
    }

    fn impossible(&self) -> Option<&'static str> {
        let (TimeSpan::Days(count) | TimeSpan::Months(count)) = self.at_most;
        Count(count).impossible()
    }
}
