//! What a finding says of how well its cell stands.

use std::fmt::Write as _;

use chrono::{Datelike, Months};

use super::asked::Refusal;
use crate::engine::context::CheckContext;
use crate::report::Fact;
use crate::rule::documents::PROVINCES;
use crate::rule::{Severity, Source};
use crate::rulebook::provinces::{AnyCell, AnyClaim, Citation, Note, Publisher, Reading, Standing, Value};
use crate::text::{Both, Language};

/// What a finding rests on: a blocker where the cell is settled or every reading refuses, else a warning that names who
/// reported it, or the readings that disagree.
pub(crate) fn fact<T: Value + PartialEq>(cx: &CheckContext<'_>, refusal: &Refusal<'_, T>) -> Fact {
    told(cx, refusal.cell, refusal.standing, refusal.is_refused_by_all)
}

fn told(cx: &CheckContext<'_>, cell: &dyn AnyCell, standing: Standing, is_refused_by_all: bool) -> Fact {
    let claims = cell.claims();
    let readings = claims.first().map(|claim| claim.readings).unwrap_or_default();
    let source = readings.first().map_or_else(
        || Source { document: PROVINCES.title.into(), section: "".into(), date: PROVINCES.date },
        |reading| reading.citation().source.clone(),
    );
    let fact = |most: Severity, text: Both<String>| Fact { most, source, zh: text.zh, en: text.en };
    if standing == Standing::Settled {
        let years = cx.rulebook.settled_for_years().filter(|years| is_older(cx, readings, *years));
        let most = if years.is_some() { Severity::Warning } else { Severity::Blocker };
        return fact(most, Both::of(|language| settled(readings, years, language)));
    }
    if standing == Standing::Contested && claims.len() > 1 {
        let most = if is_refused_by_all { Severity::Blocker } else { Severity::Warning };
        return fact(most, Both::of(|language| contested(&claims, is_refused_by_all, language)));
    }
    fact(Severity::Warning, Both::of(|language| reported(readings, language)))
}

fn noted(readings: &[Reading], language: Language) -> String {
    match (readings.iter().find_map(|reading| reading.note()).map(|note: &Note| note.get(language)), language)
    {
        (None, _) => String::new(),
        (Some(note), Language::Zh) => format!("（{note}）"),
        (Some(note), Language::En) => format!(" ({note})"),
    }
}

fn settled(readings: &[Reading], years: Option<u32>, language: Language) -> String {
    let Some(first) = readings.first() else { return String::new() };
    let (source, note) = (first.citation().show(language), noted(readings, language));
    match (years, language) {
        (None, Language::Zh) => format!("依据：{source}{note}。"),
        (None, Language::En) => format!("According to {source}{note}."),
        (Some(years), Language::Zh) => {
            format!("依据：{source}{note}，已超过 {years} 年，请确认是否仍然适用。")
        }
        (Some(years), Language::En) => {
            let s = if years == 1 { "" } else { "s" };
            format!(
                "According to {source}{note}, which is more than {years} year{s} old: make sure that it still holds."
            )
        }
    }
}

/// Who reported it, and when.
fn reported(readings: &[Reading], language: Language) -> String {
    let Some(first) = readings.first() else { return String::new() };
    let mut names: Vec<&str> = Vec::new();
    for reading in readings {
        let name = publisher(reading.citation(), language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let (when, note) = (year(first.citation(), language), noted(readings, language));
    let is_one = names.len() == 1;
    match language {
        Language::Zh => {
            let confirmed = if is_one { "未见其他来源印证" } else { "未见更新的来源印证" };
            let names = names.join("、");
            // Between Chinese and Latin letters there is a gap.
            let is_latin = |c: char| c.is_ascii_alphanumeric();
            let before = if names.starts_with(is_latin) { " " } else { "" };
            let after = if names.ends_with(is_latin) || when.starts_with(is_latin) { " " } else { "" };
            format!("据{before}{names}{after}{when}的资料{note}，{confirmed}，提交前请向接入商或管局确认。")
        }
        Language::En => {
            let confirmed = if is_one { "no other source confirms it" } else { "nothing newer confirms it" };
            let names = match names.as_slice() {
                [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
                names => names.join(", "),
            };
            format!(
                "Reported by {names} {when}{note}; {confirmed}: check with the provider or the authority first."
            )
        }
    }
}

/// Who a reading is of; of somebody who is no provider the document.
fn publisher(citation: &Citation, language: Language) -> &str {
    match citation.publisher {
        Publisher::Applicant | Publisher::Other => &citation.source.document,
        known => known.text().get(language),
    }
}

/// The year of a document.
fn year(citation: &Citation, language: Language) -> String {
    let [from, until] =
        [citation.no_earlier_than, citation.no_later_than].map(|day| day.map(|day| day.year()));
    match (from, until, language) {
        (Some(year), Some(_), Language::Zh) => format!("{year} 年"),
        (Some(year), Some(_), Language::En) => format!("in {year}"),
        (None, Some(year), Language::Zh) => format!("{year} 年或更早"),
        (None, Some(year), Language::En) => format!("in {year} or earlier"),
        (Some(year), None, Language::Zh) => format!("{year} 年或更晚"),
        (Some(year), None, Language::En) => format!("in {year} or later"),
        (None, None, Language::Zh) => "未注明日期".to_owned(),
        (None, None, Language::En) => "in an undated document".to_owned(),
    }
}

fn contested(claims: &[AnyClaim<'_>], is_refused_by_all: bool, language: Language) -> String {
    let mut text = match (is_refused_by_all, language) {
        (false, Language::Zh) => "各来源说法不一：",
        (false, Language::En) => "Sources disagree: ",
        (true, Language::Zh) => "各来源说法不一，但本订单均不符合：",
        (true, Language::En) => "Sources disagree, and the order meets none of them: ",
    }
    .to_owned();
    for (place, AnyClaim { value, readings, .. }) in claims.iter().enumerate() {
        let Some(first) = readings.first() else { continue };
        let (source, note) = (first.citation().show(language), noted(readings, language));
        let value = value.show(language);
        let _ = match language {
            Language::Zh => write!(text, "{}{source}为“{value}”{note}", if place == 0 { "" } else { "；" }),
            Language::En => {
                write!(text, "{}{source} says “{value}”{note}", if place == 0 { "" } else { "; " })
            }
        };
    }
    text.push_str(match (is_refused_by_all, language) {
        (false, Language::Zh) => "。提交前请向接入商或管局确认。",
        (false, Language::En) => ". Confirm it with the provider or the authority first.",
        (true, Language::Zh) => "。",
        (true, Language::En) => ".",
    });
    text
}

/// Whether the newest document is older than so many years; one of which no day is known may be.
fn is_older(cx: &CheckContext<'_>, readings: &[Reading], years: u32) -> bool {
    let months = Months::new(years.saturating_mul(12));
    let day = readings.iter().filter_map(|reading| reading.citation().no_later_than).max();
    match (day, cx.context.today.checked_sub_months(months)) {
        (Some(day), Some(limit)) => day < limit,
        (None, _) => true,
        (Some(_), None) => false,
    }
}
