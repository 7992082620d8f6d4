//! How many services and domains there may be, and what is asked from a number on.

use super::asked::{broken, cell, cells, of, province, shown, unmet, who, worst};
use super::documents::{has, is_with_order};
use super::standing::fact;
use crate::check::province as check;
use crate::check::service_limits::{self, above};
use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::domain::Domain;
use crate::model::material::MaterialKind;
use crate::model::order::OrderKind;
use crate::model::registry::FiledService;
use crate::model::service::Service;
use crate::path::{Key, Location};
use crate::report::Need;
use crate::rule::{Rule, Severity};
use crate::rulebook::provinces::{Basis, Consequence, Metric, OrderLimit, ProvinceRules, Threshold};
use crate::rules::province::{BY_STANDING, PRACTICE};
use crate::rules::remedies;
use crate::text::set;
use crate::value::DomainName;
use std::collections::BTreeSet;

/// The labels before the suffix, or the whole names, of domains; each once.
pub(crate) fn distinct<'a>(domains: impl Iterator<Item = &'a Domain>, metric: Metric) -> BTreeSet<String> {
    let names =
        domains.filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok()).map(
            |name| match metric {
                Metric::DomainLabels => name.registered_label().to_owned(),
                _ => name.as_ascii().to_owned(),
            },
        );
    set(names)
}

/// What the order has, and what is filed of its principal; `None` where that is not known.
struct Tally<'c, 'a> {
    cx: &'c CheckContext<'a>,
    filed: Option<&'a [FiledService]>,
}

impl<'c, 'a> Tally<'c, 'a> {
    fn of(cx: &'c CheckContext<'a>) -> Self {
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
        filed.iter().filter_map(|filed| filed.service.as_deref()).flat_map(Service::domains)
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
            (Basis::InOrder, _) => self.cx.parsed.different_domains(),
            (Basis::Filed | Basis::FiledAndNew, _) if self.filed.map_or(true, <[_]>::is_empty) => {
                self.at_most(metric, Basis::InOrder)
            }
            _ => usize::MAX,
        }
    }
}

/// The number of services or domains that breaks a limit of one order. Of a principal of whom nothing is known nothing
/// is filed here: what hangs on that is undetermined.
fn over(tally: &Tally<'_, '_>, limit: &OrderLimit) -> Option<usize> {
    if !above(tally.at_most(limit.metric, Basis::InOrder), limit.max) {
        return None;
    }
    let count = tally.count(limit.metric, Basis::InOrder);
    let filed = limit.filed_above.map(|_| tally.filed(limit.metric));
    service_limits::exceeds(limit, count, filed).unwrap_or_default().then_some(count)
}

rule! {
    /// How many services or domains one new-type order may have in the province.
    ///
    /// **Why.** Some authorities take one site at a time.
    ///
    /// **Example.** Two sites at once in Hubei.
    pub(super) SERVICES_OVER_LIMIT = "province.services-over-limit" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: NEW_TYPE,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, count, limit],
        at: ["/services"],
        reads: [OrderLimits],
        sources: [stated(NEW_TYPE): PRACTICE],
        summary: {
            zh: "单个订单的服务或域名数不得超过所在省份的上限",
            en: "One order must not have more services or domains than the province allows.",
        },
        message: {
            zh: "{province}规定{limit}，当前为 {count} 个。请拆分为多个订单，前一订单审核通过后再提交下一订单。",
            en: "{province} allows {limit}; this order has {count}. Split it, and submit each part once the one before is approved.",
        },
        check: [Order(services_over_limit)],
    }
}

fn services_over_limit(cx: &CheckContext<'_>, out: &mut Outcome) {
    if !prevails(cx) && national_speaks(cx) {
        return;
    }
    let tally = Tally::of(cx);
    if let Some((cell, count)) = worst(cx, out, None, of!(order_limits), |limit| over(&tally, limit)) {
        let params = params![province: province(cx), count: count, limit: shown(cell.value)];
        let fact = fact(cx, &cell);
        let split =
            remedies::split(cell.value.max, cell.value.metric).filter(|_| fact.most == Severity::Blocker);
        out.find_from_with(&Location::ROOT, &[Key::Services], params, fact, |_| split);
    } else if tally.filed.is_none() {
        let hangs_on_filed = |limit: &OrderLimit| {
            service_limits::exceeds(limit, tally.count(limit.metric, Basis::InOrder), None).is_none()
        };
        if cells(cx, of!(order_limits)).any(|cell| hangs_on_filed(cell.value())) {
            out.needs(Need::Registry);
        }
    }
}

/// Whether the provider's limit of one order is exceeded.
fn national_speaks(cx: &CheckContext<'_>) -> bool {
    let count = cx.order.services().len();
    let verdict = cx.filer().map(|filer| service_limits::new_services(count, filer, cx.limits()));
    verdict.is_some_and(|verdict| verdict.problem().is_some())
}

/// Whether a settled limit of the province, lower than the provider's, is exceeded: then that is the finding.
pub(crate) fn prevails(cx: &CheckContext<'_>) -> bool {
    let max = cx.filer().and_then(|filer| service_limits::max_new_services(filer, cx.limits()));
    let tally = Tally::of(cx);
    cx.rulebook.is_on(Rule::from(&SERVICES_OVER_LIMIT))
        && cells(cx, of!(order_limits))
            .any(|cell| service_limits::prevails(cell, max) && over(&tally, cell.value()).is_some())
}

/// The limit of an access order, for the group `order`.
pub(crate) fn access_services_over_limit(cx: &CheckContext<'_>, out: &mut Outcome) {
    let tally = Tally::of(cx);
    if let Some((cell, count)) = worst(cx, out, None, of!(order_limits), |limit| over(&tally, limit)) {
        let limit = &cell.value;
        let params = params![count: count, max: limit.max, metric: limit.metric, province: province(cx)];
        let fact = fact(cx, &cell);
        let split = remedies::split(limit.max, limit.metric).filter(|_| fact.most == Severity::Blocker);
        out.find_from_with(&Location::ROOT, &[Key::Services], params, fact, |_| split);
    }
}

rule! {
    /// How many services a principal may have in all, filed and new.
    ///
    /// **Why.** Some authorities cap what one principal runs.
    ///
    /// **Example.** A sixth site of an individual in Shaanxi.
    pub(super) TOTAL_SERVICES_OVER_LIMIT = "province.total-services-over-limit" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: NEW_TYPE,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, count, max],
        at: ["/services"],
        reads: [TotalServices],
        sources: [stated(NEW_TYPE): PRACTICE],
        summary: {
            zh: "主体的全部服务数不得超过所在省份的上限",
            en: "A principal must not have more services in all than the province allows.",
        },
        message: {
            zh: "{province}规定一个主体最多 {max} 个服务，加上本次新增共 {count} 个。请减少本次新增，或先注销不再使用的服务。",
            en: "{province} allows a principal at most {max:service}; with the new ones there would be {count}. Add fewer, or deregister those no longer used.",
        },
        check: [Order(total_services_over_limit)],
    }
}

fn total_services_over_limit(cx: &CheckContext<'_>, out: &mut Outcome) {
    let tally = Tally::of(cx);
    let count = tally.count(Metric::Services, Basis::FiledAndNew);
    if let Some(unmet) = unmet(cx, out, |rules| check::total_services(rules, who(cx, None), count)) {
        let params = params![province: province(cx), count: count, max: unmet.value.0];
        out.find_from(&Location::ROOT, &[Key::Services], params, fact(cx, &unmet));
    } else if tally.filed.is_none() && cell(cx, of!(total_services)).is_some() {
        out.needs(Need::Registry);
    }
}

rule! {
    /// Above a number of services or domains a site plan, a statement or a check in person is asked for.
    ///
    /// **Why.** The authority wants to know what so many are for.
    ///
    /// **Example.** A thirtieth site in Shanghai without a plan.
    pub(super) SITE_PLAN_MISSING = "province.site-plan-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: NEW_TYPE | CHANGE,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, count, asked],
        at: ["/materials"],
        reads: [Thresholds],
        sources: [stated(NEW_TYPE | CHANGE): PRACTICE],
        summary: {
            zh: "服务或域名数达到所在省份规定时，须提交建设方案书等材料",
            en: "With as many services or domains as the province states, a site plan or other documents are required.",
        },
        message: {
            zh: "{province}规定{asked}，当前为 {count} 个。请按要求准备并在订单材料中上传。",
            en: "In {province} {asked}; there are {count}. Prepare it and upload it with the order.",
        },
        check: [Order(site_plan_missing)],
    }
}

fn site_plan_missing(cx: &CheckContext<'_>, out: &mut Outcome) {
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
        let hangs_on_filed = cx.province_rules.iter().flat_map(ProvinceRules::thresholds).any(|cell| {
            cell.scope().includes(cx.principal_kind, cx.kind, None) && cell.value().basis != Basis::InOrder
        });
        if hangs_on_filed {
            out.needs(Need::Registry);
        }
    }
    for (cell, count) in met {
        let params = params![province: province(cx), count: count, asked: shown(cell.value)];
        out.find_from(&Location::ROOT, &[Key::Materials], params, fact(cx, &cell));
    }
}
