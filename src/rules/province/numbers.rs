//! How many services and domains there may be, and what is asked from a number on.

use super::asked::{broken, cell, fact, of, province, shown, worst};
use super::documents::{has, is_with_order};
use crate::domain::Domain;
use crate::material::MaterialKind;
use crate::order::OrderKind;
use crate::path::{At, Key};
use crate::principal::Filer;
use crate::provinces::{Basis, Consequence, Count, Metric, OrderLimit, Standing, Threshold};
use crate::registry::FiledService;
use crate::report::Need;
use crate::rule::Rule;
use crate::service::Service;
use crate::value::DomainName;
use crate::walk::{Cx, Out};
use std::collections::BTreeSet;

/// The labels before the suffix, or the whole names, of domains; each once.
pub(crate) fn distinct<'a>(domains: impl Iterator<Item = &'a Domain>, metric: Metric) -> BTreeSet<String> {
    domains
        .filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok())
        .map(|name| match metric {
            Metric::DomainLabels => name.registered_label().to_owned(),
            _ => name.as_ascii().to_owned(),
        })
        .collect()
}

/// What the order has, and what is filed of its principal; `None` where that is not known.
struct Tally<'c, 'a> {
    cx: &'c Cx<'a>,
    filed: Option<&'a [FiledService]>,
}

impl<'c, 'a> Tally<'c, 'a> {
    fn of(cx: &'c Cx<'a>) -> Self {
        let filed = match (cx.filed_principal, &cx.context.registry) {
            (Some(principal), _) => Some(principal.services.as_slice()),
            (None, _) if cx.kind == OrderKind::FirstFiling => Some(&[][..]),
            (None, Some(registry)) if registry.is_complete() => Some(&[][..]),
            _ => None,
        };
        Self { cx, filed }
    }

    fn filed(&self, metric: Metric) -> usize {
        let filed = self.filed.unwrap_or_default();
        match metric {
            Metric::Services => filed.len(),
            metric => distinct(Self::filed_domains(filed), metric).len(),
        }
    }

    fn filed_domains(filed: &[FiledService]) -> impl Iterator<Item = &Domain> {
        filed.iter().filter_map(|filed| filed.service.as_ref()).flat_map(Service::domains)
    }

    fn count(&self, metric: Metric, basis: Basis) -> usize {
        let filed = self.filed.unwrap_or_default();
        let services = self.cx.order.services();
        match (basis, metric) {
            (Basis::Filed, metric) => self.filed(metric),
            (Basis::InOrder, Metric::Services) => services.len(),
            (Basis::FiledAndNew, Metric::Services) => filed.len() + services.len(),
            (Basis::FiledAndNew, metric) if !filed.is_empty() => {
                let new = services.iter().flat_map(Service::domains);
                distinct(Self::filed_domains(filed).chain(new), metric).len()
            }
            (Basis::InOrder | Basis::FiledAndNew, metric) => self.cx.distinct_domains(metric),
        }
    }

    /// No less than [`count`](Self::count), and known at once.
    fn at_most(&self, metric: Metric, basis: Basis) -> usize {
        match (basis, metric) {
            (Basis::InOrder, Metric::Services) => self.cx.order.services().len(),
            (Basis::InOrder, _) => self.cx.readings.different_domains(),
            (Basis::Filed | Basis::FiledAndNew, _) if self.filed.map_or(true, <[_]>::is_empty) => {
                self.at_most(metric, Basis::InOrder)
            }
            _ => usize::MAX,
        }
    }
}

fn above(count: usize, max: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count > max)
}

/// The number of services or domains that breaks a limit of one order.
fn over(tally: &Tally<'_, '_>, limit: &OrderLimit) -> Option<usize> {
    if !above(tally.at_most(limit.metric, Basis::InOrder), limit.max) {
        return None;
    }
    let count = tally.count(limit.metric, Basis::InOrder);
    let is_due = limit.filed_above.map_or(true, |filed| above(tally.filed(limit.metric), filed));
    (is_due && above(count, limit.max)).then_some(count)
}

pub(super) fn services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    if !prevails(cx) && national_speaks(cx) {
        return;
    }
    let tally = Tally::of(cx);
    if let Some((cell, count)) = worst(cx, out, None, of!(order_limits), |limit| over(&tally, limit)) {
        let params = params![province: province(cx), count: count, limit: shown(&cell.value)];
        out.find_from(&At::ROOT, &[Key::Services], params, fact(cx, cell));
    } else if tally.filed.is_none() {
        let hangs_on_filed = cx.province_rules.iter().flat_map(|rules| rules.order_limits).any(|cell| {
            cell.scope.includes(cx.principal_kind, cx.kind, None)
                && cell.value.filed_above.is_some()
                && above(tally.count(cell.value.metric, Basis::InOrder), cell.value.max)
        });
        if hangs_on_filed {
            out.needs(Need::Registry);
        }
    }
}

/// The provider's limit of one order.
fn national_limit(cx: &Cx<'_>) -> Option<u32> {
    match cx.filer()? {
        Filer::Individual => cx.limits().individual_services,
        Filer::Organization => cx.limits().organization_services,
    }
}

/// Whether the provider's limit of one order is exceeded.
fn national_speaks(cx: &Cx<'_>) -> bool {
    national_limit(cx).is_some_and(|max| above(cx.order.services().len(), max))
}

/// Whether a settled limit of the province, lower than the provider's, is exceeded: then that is the finding.
pub(crate) fn prevails(cx: &Cx<'_>) -> bool {
    let max = national_limit(cx);
    let tally = Tally::of(cx);
    let is_on = cx.rulebook.is_on(Rule::from(&super::SERVICES_OVER_LIMIT));
    is_on
        && cx.province_rules.iter().flat_map(|rules| rules.order_limits).any(|cell| {
            cell.standing == Standing::Settled
                && cell.scope.includes(cx.principal_kind, cx.kind, None)
                && cell.value.metric == Metric::Services
                && max.map_or(true, |max| cell.value.max < max)
                && over(&tally, &cell.value).is_some()
        })
}

/// The limit of an access order, for the group `order`.
pub(crate) fn access_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    let tally = Tally::of(cx);
    if let Some((cell, count)) = worst(cx, out, None, of!(order_limits), |limit| over(&tally, limit)) {
        let limit = &cell.value;
        let params = params![count: count, max: limit.max, metric: limit.metric, province: province(cx)];
        out.find_from(&At::ROOT, &[Key::Services], params, fact(cx, cell));
    }
}

pub(super) fn total_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    let tally = Tally::of(cx);
    let count = tally.count(Metric::Services, Basis::FiledAndNew);
    let asks = |max: &Count| above(count, max.0).then_some(max.0);
    if let Some((cell, max)) = worst(cx, out, None, of!(total_services), asks) {
        let params = params![province: province(cx), count: count, max: max];
        out.find_from(&At::ROOT, &[Key::Services], params, fact(cx, cell));
    } else if tally.filed.is_none() && cell(cx, of!(total_services)).is_some() {
        out.needs(Need::Registry);
    }
}

pub(super) fn site_plan_missing(cx: &Cx<'_>, out: &mut Out) {
    let tally = Tally::of(cx);
    let is_given = |kind| {
        is_with_order(cx, kind) || cx.order.services().iter().any(|service| has(service.materials(), kind))
    };
    let asks = |threshold: &Threshold| {
        if !threshold.is_met(tally.at_most(threshold.metric, threshold.basis)) {
            return None;
        }
        let count = tally.count(threshold.metric, threshold.basis);
        let is_done = match threshold.consequence {
            Consequence::SitePlan | Consequence::SitePlanByPost | Consequence::SitePlanAndGuarantee => {
                is_given(MaterialKind::SitePlan)
            }
            Consequence::Statement => is_given(MaterialKind::Statement),
            Consequence::InPersonCheck => false,
        };
        (threshold.is_met(count) && !is_done).then_some(count)
    };
    let met = broken(cx, out, None, of!(thresholds), asks);
    if met.is_empty() && tally.filed.is_none() {
        let hangs_on_filed = cx.province_rules.iter().flat_map(|rules| rules.thresholds).any(|cell| {
            cell.scope.includes(cx.principal_kind, cx.kind, None) && cell.value.basis != Basis::InOrder
        });
        if hangs_on_filed {
            out.needs(Need::Registry);
        }
    }
    for (cell, count) in met {
        let params = params![province: province(cx), count: count, asked: shown(&cell.value)];
        out.find_from(&At::ROOT, &[Key::Materials], params, fact(cx, cell));
    }
}
