//! Findings that a report does not list.

use crate::report::{sort, Finding};
use crate::rule::Severity;
use crate::text::{Both, Language};
use serde::ser::SerializeStruct;
use serde::Deserialize;
use serde::Serialize;
use serde::Serializer;
use std::fmt;

/// The number of findings that a report does not list because there were too many, by severity.
///
/// On the wire `{"count": 12, "blockers": 0, "warnings": 10, "advice": 2, "message": {"zh": …, "en": …}}`.
///
/// ```
/// use beian::order::Filing;
/// use beian::{validate, Context, Language, Order, Rulebook, RulebookPatch};
///
/// let order = Order::FirstFiling(Filing::new());
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let whole = validate(&order, &context, &Rulebook::default());
/// assert_eq!(whole.left_out, None);
///
/// let rulebook = Rulebook::default().patched(&RulebookPatch::new().with_max_findings(Some(1)))?;
/// let report = validate(&order, &context, &rulebook);
/// let left_out = report.left_out.unwrap();
/// assert_eq!((report.findings.len(), left_out.count()), (1, whole.findings.len() - 1));
/// println!("{}", left_out.message(Language::Zh)); // 另有 … 条结果未列出……
/// # Ok::<(), beian::RulebookError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct LeftOut {
    /// How many would send the order back.
    pub blockers: usize,
    /// How many have a consequence to know of.
    pub warnings: usize,
    /// How many are good to know.
    pub advice: usize,
}

impl LeftOut {
    /// How many in all.
    pub const fn count(&self) -> usize {
        self.blockers.saturating_add(self.warnings).saturating_add(self.advice)
    }

    pub(crate) fn add(&mut self, more: Self) {
        self.blockers = self.blockers.saturating_add(more.blockers);
        self.warnings = self.warnings.saturating_add(more.warnings);
        self.advice = self.advice.saturating_add(more.advice);
    }

    /// The lesser number of each severity.
    pub(crate) fn least(self, other: Self) -> Self {
        Self {
            blockers: self.blockers.min(other.blockers),
            warnings: self.warnings.min(other.warnings),
            advice: self.advice.min(other.advice),
        }
    }

    /// The same without so many of each severity.
    pub(crate) const fn without(self, others: Self) -> Self {
        Self {
            blockers: self.blockers.saturating_sub(others.blockers),
            warnings: self.warnings.saturating_sub(others.warnings),
            advice: self.advice.saturating_sub(others.advice),
        }
    }

    /// The message to the applicant.
    pub fn message(&self, language: Language) -> impl fmt::Display {
        LeftOutMessage(*self, language)
    }
}

struct LeftOutMessage(LeftOut, Language);

impl fmt::Display for LeftOutMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(left_out, language) = self;
        let LeftOut { blockers, warnings, advice } = left_out;
        let count = left_out.count();
        match language {
            Language::Zh => write!(
                f,
                "另有 {count} 条结果未列出（须修改 {blockers} 条、请留意 {warnings} 条、建议 {advice} 条）。\
                 请先处理已列出的问题，再重新检查。"
            ),
            Language::En => write!(
                f,
                "Not listed: {count} more (blockers: {blockers}, warnings: {warnings}, advice: {advice}). \
                 Fix what is listed, then check again."
            ),
        }
    }
}

impl Serialize for LeftOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut left_out = serializer.serialize_struct("LeftOut", 5)?;
        left_out.serialize_field("count", &self.count())?;
        left_out.serialize_field("blockers", &self.blockers)?;
        left_out.serialize_field("warnings", &self.warnings)?;
        left_out.serialize_field("advice", &self.advice)?;
        let message = Both::of(|language| self.message(language).to_string());
        left_out.serialize_field("message", &message)?;
        left_out.end()
    }
}

/// Keeps the `max` most severe of the sorted findings, the first of equally severe ones, and counts the
/// others.
pub(crate) fn leave_out(findings: &mut Vec<Finding>, max: usize) -> LeftOut {
    let mut left_out = LeftOut::default();
    if findings.len() <= max {
        return left_out;
    }
    let mut room = max;
    let [mut blockers, mut warnings, mut advice] = [Severity::Blocker, Severity::Warning, Severity::Advice]
        .map(|severity| {
            let taken = findings.iter().filter(|finding| finding.severity == severity).count().min(room);
            room -= taken;
            taken
        });
    findings.retain(|finding| {
        let (room, count) = match finding.severity {
            Severity::Blocker => (&mut blockers, &mut left_out.blockers),
            Severity::Warning => (&mut warnings, &mut left_out.warnings),
            Severity::Advice => (&mut advice, &mut left_out.advice),
        };
        let is_listed = *room > 0;
        if is_listed {
            *room -= 1;
        } else {
            *count += 1;
        }
        is_listed
    });
    left_out
}

/// The same for findings that are not sorted yet, while the walk goes on.
pub(crate) fn leave_out_early(findings: &mut Vec<Finding>, max: usize) -> LeftOut {
    sort(findings);
    leave_out(findings, max)
}
