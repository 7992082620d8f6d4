//! How a rule asks the table: the cells that speak of an order, and what a finding says of how well they stand.

use crate::check::province::{Unmet, Who};
use crate::check::{self, Verdict};
use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::service::ServiceKind;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rulebook::provinces::{Cell, Claim, Column, ProvinceRules, Scope, Value};
use crate::text::{filled, Language, Text};

pub(super) use crate::check::province::of;
pub(crate) use crate::check::province::Refusal;

/// Who files, as the table asks.
pub(super) fn who(cx: &CheckContext<'_>, service: Option<ServiceKind>) -> Who {
    Who { principal: cx.principal_kind, order: cx.kind, service }
}

/// What is wrong by a dimension that a check was asked about. Where the province is not known nothing is.
pub(super) fn unmet<'a, T: Value>(
    cx: &CheckContext<'a>,
    out: &mut Outcome,
    ask: impl FnOnce(&ProvinceRules<'a>) -> Verdict<Unmet<'a, T>>,
) -> Option<Refusal<'a, T>> {
    match ask(cx.province_rules.as_ref()?) {
        Verdict::Fits => None,
        Verdict::Fails(problem) => Some(problem.reason.refusal),
        Verdict::Undetermined(_) => {
            out.needs(Need::ProvinceRules);
            None
        }
    }
}

/// The cells of a dimension that speak of this order, and that it breaks, with how. Where nothing is known the rule is
/// undetermined if what some province asks would be broken.
pub(super) fn broken<'a, T: Value + PartialEq, F>(
    cx: &CheckContext<'a>,
    out: &mut Outcome,
    service: Option<ServiceKind>,
    column: Column<T>,
    breaks: impl Fn(&T) -> Option<F>,
) -> Vec<(Refusal<'a, T>, F)> {
    let Some(rules) = &cx.province_rules else { return Vec::new() };
    let is_open = !out.is_undetermined();
    check::province::broken(rules, who(cx, service), column, is_open, breaks).unwrap_or_else(|| {
        out.needs(Need::ProvinceRules);
        Vec::new()
    })
}

/// What a dimension asks, here or elsewhere, of some service of the order: more than what [`broken`] may meet.
pub(super) fn speaking<'a, T>(cx: &CheckContext<'a>, column: Column<T>) -> impl Iterator<Item = &'a T> {
    let speaks = speaks(cx);
    let elsewhere = column.elsewhere();
    speaking_here(cx, column)
        .chain(elsewhere.filter(move |(scope, _)| speaks(*scope)).map(|(_, value)| value))
}

/// The same of this province alone.
pub(super) fn speaking_here<'a, T>(cx: &CheckContext<'a>, column: Column<T>) -> impl Iterator<Item = &'a T> {
    let speaks = speaks(cx);
    let lists = cx.province_rules.as_ref().map(|rules| {
        let nationwide: &[Cell<T>] = rules.nationwide().map_or(&[], |rules| column.here(&rules));
        [column.here(rules), nationwide]
    });
    let here = lists.into_iter().flatten().flatten();
    here.filter(move |cell| speaks(cell.scope())).flat_map(|cell| cell.claims().map(Claim::value))
}

/// Whether what is said of a scope is said of some service of the order.
fn speaks(cx: &CheckContext<'_>) -> impl Fn(Scope) -> bool + Copy {
    let (principal, order) = (cx.principal_kind, cx.kind);
    move |scope| scope.includes(principal, order, scope.service())
}

/// The broken cell that weighs most.
pub(super) fn worst<'a, T: Value + PartialEq, F>(
    cx: &CheckContext<'a>,
    out: &mut Outcome,
    service: Option<ServiceKind>,
    column: Column<T>,
    breaks: impl Fn(&T) -> Option<F>,
) -> Option<(Refusal<'a, T>, F)> {
    let rules = cx.province_rules.as_ref()?;
    let is_open = !out.is_undetermined();
    check::province::worst(rules, who(cx, service), column, is_open, breaks).unwrap_or_else(|| {
        out.needs(Need::ProvinceRules);
        None
    })
}

/// Whether something is so, as the outcome of a check.
pub(super) fn when(is_broken: bool) -> Option<()> {
    is_broken.then_some(())
}

/// The cells of a dimension that speak of this order.
pub(super) fn cells<'c, 'a: 'c, T>(
    cx: &'c CheckContext<'a>,
    column: Column<T>,
) -> impl Iterator<Item = &'a Cell<T>> + 'c {
    let who = who(cx, None);
    let rules = cx.province_rules.as_ref().into_iter();
    rules.flat_map(move |rules| check::province::speaking(rules, who, column))
}

/// The one cell of a dimension that speaks of this order.
pub(super) fn cell<'a, T>(cx: &CheckContext<'a>, column: Column<T>) -> Option<&'a Cell<T>> {
    check::province::first_speaking(cx.province_rules.as_ref()?, who(cx, None), column)
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

/// A value of a cell behind “requires”: 须 is said by then.
pub(super) fn asked(value: &dyn Value) -> Param {
    let zh = value.show(Language::Zh);
    let zh = zh.strip_prefix('须').map(str::to_owned).unwrap_or(zh);
    Param::Written { zh: zh.into(), en: value.show(Language::En).into() }
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
