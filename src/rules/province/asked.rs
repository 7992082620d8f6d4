//! How a rule asks the table: the cells that speak of an order, and what a finding says of how well they stand.

use std::fmt::Write as _;

pub(super) use crate::check::province::{of, Asked};

use crate::check::province::{Unmet, Who};
use crate::check::{self, Verdict};
use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::service::ServiceKind;
use crate::path::{Key, Location};
use crate::report::{Fact, Need, Param};
use crate::rule::Severity;
use crate::rulebook::provinces::{Cell, Citation, ProvinceRules, Scope, Standing, Value, ANY_PROVINCE};
use crate::text::{filled, Language, Text};
use chrono::Months as CalendarMonths;

/// Who files, as the table asks.
pub(super) fn who(cx: &CheckContext<'_>, service: Option<ServiceKind>) -> Who {
    Who { principal: cx.principal_kind, order: cx.kind, service }
}

/// What is wrong by a dimension that a check was asked about. Where the province is not known nothing is.
pub(super) fn unmet<'a, T: Value>(
    cx: &CheckContext<'a>,
    out: &mut Outcome,
    ask: impl FnOnce(&ProvinceRules<'a>) -> Verdict<Unmet<'a, T>>,
) -> Option<Unmet<'a, T>> {
    match ask(cx.province_rules.as_ref()?) {
        Verdict::Fits => None,
        Verdict::Fails(problem) => Some(problem.reason),
        Verdict::Undetermined(_) => {
            out.needs(Need::ProvinceRules);
            None
        }
    }
}

/// The cells of a dimension that speak of this order, and that it breaks, with how. Without any that speaks of
/// it the rule is undetermined where what some province asks would be broken.
pub(super) fn broken<'a, T, F>(
    cx: &CheckContext<'a>,
    out: &mut Outcome,
    service: Option<ServiceKind>,
    asked: Asked<T>,
    breaks: impl Fn(&T) -> Option<F>,
) -> Vec<(&'a Cell<T>, F)> {
    let Some(rules) = &cx.province_rules else { return Vec::new() };
    let is_open = !out.is_undetermined();
    check::province::broken(rules, who(cx, service), asked, is_open, breaks).unwrap_or_else(|| {
        out.needs(Need::ProvinceRules);
        Vec::new()
    })
}

/// What a dimension asks, here or elsewhere, of some service of the order: more than what [`broken`] may meet.
pub(super) fn speaking<'a, T>(
    cx: &CheckContext<'a>,
    (here, elsewhere): Asked<T>,
) -> impl Iterator<Item = &'a T> {
    let (principal, order) = (cx.principal_kind, cx.kind);
    let speaks = move |scope: Scope| scope.includes(principal, order, scope.service());
    let here = cx.province_rules.as_ref().map_or(&[][..], here);
    let here = here.iter().map(|cell| (cell.scope, &cell.value));
    here.chain(elsewhere(&ANY_PROVINCE).iter().copied())
        .filter(move |(scope, _)| speaks(*scope))
        .map(|(_, value)| value)
}

/// The broken cell that weighs most.
pub(super) fn worst<'a, T, F>(
    cx: &CheckContext<'a>,
    out: &mut Outcome,
    service: Option<ServiceKind>,
    dimension: Asked<T>,
    breaks: impl Fn(&T) -> Option<F>,
) -> Option<(&'a Cell<T>, F)> {
    let broken = broken(cx, out, service, dimension, breaks);
    broken.into_iter().min_by_key(|(cell, _)| cell.standing)
}

/// Whether something is so, as the outcome of a check.
pub(super) fn when(is_broken: bool) -> Option<()> {
    is_broken.then_some(())
}

/// The cells of a dimension that speak of this order.
pub(super) fn cells<'a, T>(cx: &CheckContext<'a>, (here, _): Asked<T>) -> impl Iterator<Item = &'a Cell<T>> {
    check::province::cells(cx.province_rules.as_ref().map_or(&[][..], here), who(cx, None))
}

/// The one cell of a dimension that speaks of this order.
pub(super) fn cell<'a, T>(cx: &CheckContext<'a>, dimension: Asked<T>) -> Option<&'a Cell<T>> {
    cells(cx, dimension).next()
}

pub(super) fn province(cx: &CheckContext<'_>) -> Param {
    match cx.province {
        Some(province) => Param::from(province),
        None => Param::Text(Text { zh: "该省份", en: "the province" }),
    }
}

/// A value of a cell, as people read it.
pub(super) fn shown(value: &dyn Value) -> Param {
    Param::Written { zh: value.show(Language::Zh).into(), en: value.show(Language::En).into() }
}

/// What a finding rests on: a blocker where the cell is settled, a warning that names the other reading where
/// it is not.
pub(crate) fn fact<T: Value>(cx: &CheckContext<'_>, cell: &Cell<T>) -> Fact {
    let (zh_note, en_note) = match cell.note {
        Some(note) => (format!("（{}）", note.zh), format!(" ({})", note.en)),
        None => (String::new(), String::new()),
    };
    let (zh_source, en_source) = cited(&cell.citation);
    let source = cell.citation.source.clone();
    if cell.standing == Standing::Settled {
        let Some(years) =
            cx.rulebook.settled_for_years().filter(|years| is_older(cx, &cell.citation, *years))
        else {
            let zh = format!("依据：{zh_source}{zh_note}。");
            let en = format!("According to {en_source}{en_note}.");
            return Fact { most: Severity::Blocker, source, zh, en };
        };
        let zh = format!("依据：{zh_source}{zh_note}，已超过 {years} 年，请确认是否仍然适用。");
        let s = if years == 1 { "" } else { "s" };
        let en = format!(
            "According to {en_source}{en_note}, which is more than {years} year{s} old: make sure that it still holds."
        );
        return Fact { most: Severity::Warning, source, zh, en };
    }
    if cell.others.is_empty() {
        // Between Chinese and Latin letters there is a gap.
        let gap = if zh_source.starts_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
        let zh = format!("该要求见于{gap}{zh_source}{zh_note}，尚未充分印证，提交前请向接入商或管局确认。");
        let en = format!(
            "This rests on {en_source}{en_note} and is not well established: confirm it with the provider or the authority first."
        );
        return Fact { most: Severity::Warning, source, zh, en };
    }
    let (own_zh, own_en) = (cell.value.show(Language::Zh), cell.value.show(Language::En));
    let mut zh = format!("各来源说法不一：{zh_source}为“{own_zh}”{zh_note}");
    let mut en = format!("Sources disagree: {en_source} says “{own_en}”{en_note}");
    for other in cell.others {
        let (zh_source, en_source) = cited(&other.citation);
        let _ = write!(zh, "；{zh_source}为“{}”", other.value.show(Language::Zh));
        let _ = write!(en, "; {en_source} says “{}”", other.value.show(Language::En));
        if let Some(note) = other.note {
            let _ = write!(zh, "（{}）", note.zh);
            let _ = write!(en, " ({})", note.en);
        }
    }
    zh.push_str("。提交前请向接入商或管局确认。");
    en.push_str(". Confirm it with the provider or the authority first.");
    Fact { most: Severity::Warning, source, zh, en }
}

fn cited(citation: &Citation) -> (String, String) {
    let document = &citation.source.document;
    match (citation.source.date, citation.no_later_than) {
        (Some(date), _) => (format!("{document}（{date}）"), format!("{document} ({date})")),
        (None, Some(day)) => {
            (format!("{document}（不晚于 {day}）"), format!("{document} (no later than {day})"))
        }
        (None, None) => (format!("{document}（未注明日期）"), format!("{document} (undated)")),
    }
}

/// Whether a document is older than so many years; one of which no day is known may be.
fn is_older(cx: &CheckContext<'_>, citation: &Citation, years: u32) -> bool {
    let months = CalendarMonths::new(years.saturating_mul(12));
    match (citation.no_later_than, cx.context.today.checked_sub_months(months)) {
        (Some(day), Some(limit)) => day < limit,
        (None, _) => true,
        (Some(_), None) => false,
    }
}

pub(super) const fn principal_at() -> Location<'static> {
    Location::ROOT.key(Key::Principal)
}

pub(super) fn number(certificate: Option<&Certificate>) -> Option<&str> {
    filled(certificate?.number.as_ref())
}

pub(super) fn differ(a: Option<&str>, b: Option<&str>, is_same: impl Fn(&str, &str) -> bool) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !is_same(a, b))
}
