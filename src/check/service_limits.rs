//! How many services there may be.
//!
//! The guide: in one new-type order 新增类订单 (first filing, added services) an individual files at most one website or
//! APP, an organisation at most ten; a mixed order is counted together. An access order has no national limit. A
//! province may set less, for new-type and for access orders (chapters 1 to 4, 服务信息). Other providers cap what one
//! individual has in all.

use crate::check::province::{self, Who};
use crate::check::{Needed, Problem, Verdict};
use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::model::principal::{Filer, PrincipalKind};
use crate::rule::Source;
use crate::rulebook::provinces::{Cell, Metric, OrderLimit, ProvinceRules, Standing};
use crate::rulebook::{Limit, Limits};

problems! {
    /// Why a number of services is too high.
    pub enum ServicesProblem {
        /// More than the provider takes in one new-type order.
        TooManyInOrder {
            /// How many the order has.
            count: usize,
            /// How many it may have.
            max: u32,
            /// Whether an individual or an organisation files.
            filer: Filer,
        } = "too_many_in_order" breaks "order.services-over-limit", count => max,
            "单个订单的服务过多" / "more services than one order may have";
        /// More than the provider takes of one individual, filed and new.
        TooManyOfIndividual {
            /// How many there would be.
            count: usize,
            /// How many there may be.
            max: u32,
        } = "too_many_of_individual" breaks "order.total-services-over-limit", count => max,
            "个人的服务总数过多" / "more services than the provider accepts from one individual";
        /// More than the provider advises.
        MoreThanAdvised {
            /// How many the order has.
            count: usize,
            /// How many are advised.
            max: u32,
            /// Whether an individual or an organisation files.
            filer: Filer,
        } = "more_than_advised" breaks "order.batch-advised", count => max,
            "超过建议的单次提交数量" / "more services than should be submitted at once";
        /// More than the province takes in one order.
        TooManyForProvince {
            /// How many the order has.
            count: usize,
            /// How many it may have.
            max: u32,
            /// What is counted: services or domains.
            metric: Metric,
            /// Whether the sources of the province's limit agree.
            standing: Standing,
        } = "too_many_for_province" breaks "province.services-over-limit", count => max,
            "超过该省单个订单的上限" / "more services than the province accepts in one order";
        /// More than the province takes of one principal.
        TooManyInProvince {
            /// How many there would be, filed and new.
            count: usize,
            /// How many there may be.
            max: u32,
            /// Whether the sources of the province's limit agree.
            standing: Standing,
        } = "too_many_in_province" breaks "province.total-services-over-limit", count => max,
            "超过该省单个主体的上限" / "more services than the province accepts from one principal";
    }
}

/// Whether there are more than a limit allows.
pub(crate) fn above(count: usize, max: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count > max)
}

const fn order_limit_of(filer: Filer) -> Limit {
    match filer {
        Filer::Individual => Limit::IndividualServices,
        Filer::Organization => Limit::OrganizationServices,
    }
}

/// How many services one new-type order may have by the provider's limits; `None` where its documents do not say.
///
/// ```
/// use beian::check::service_limits::max_new_services;
/// use beian::{Filer, Limits};
/// assert_eq!(max_new_services(Filer::Individual, Limits::guide()), Some(1));
/// assert_eq!(max_new_services(Filer::Organization, Limits::guide()), Some(10));
/// ```
pub fn max_new_services(filer: Filer, limits: &Limits) -> Option<u32> {
    limits.get(order_limit_of(filer))
}

/// Whether one new-type order may have `count` services by the provider's limits, websites and APPs together.
///
/// Undetermined where the provider's documents state no limit.
///
/// ```
/// use beian::check::service_limits::{new_services, ServicesProblem};
/// use beian::{Filer, Limits};
///
/// let verdict = new_services(11, Filer::Organization, Limits::guide());
/// let problem = verdict.problem().unwrap();
/// assert_eq!(
///     problem.reason,
///     ServicesProblem::TooManyInOrder { count: 11, max: 10, filer: Filer::Organization },
/// );
/// ```
pub fn new_services(count: usize, filer: Filer, limits: &Limits) -> Verdict<ServicesProblem> {
    within(count, order_limit_of(filer), limits, |max| ServicesProblem::TooManyInOrder { count, max, filer })
}

/// Whether an individual may have `count` services with the provider, filed and new together. Tencent Cloud's guide
/// states no such limit, which is undetermined; Huawei Cloud and UCloud take five.
///
/// ```
/// use beian::check::{service_limits, Needed};
/// use beian::{Limits, Provider, Rulebook};
///
/// let huawei = Rulebook::builtin(Provider::Huawei);
/// assert!(!service_limits::services_of_individual(6, huawei.limits()).fits());
/// let guide = service_limits::services_of_individual(6, Limits::guide());
/// assert_eq!(guide.needed(), Some(Needed::ProviderRules));
/// ```
pub fn services_of_individual(count: usize, limits: &Limits) -> Verdict<ServicesProblem> {
    within(count, Limit::IndividualTotalServices, limits, |max| ServicesProblem::TooManyOfIndividual {
        count,
        max,
    })
}

/// Whether `count` services are no more than the provider advises to hand in at once. Huawei Cloud advises five of an
/// organisation, one of an individual; the guide says nothing of it.
///
/// ```
/// use beian::check::service_limits::advised_services;
/// use beian::{Filer, Provider, Rulebook};
/// assert!(!advised_services(6, Filer::Organization, Rulebook::builtin(Provider::Huawei).limits()).fits());
/// ```
pub fn advised_services(count: usize, filer: Filer, limits: &Limits) -> Verdict<ServicesProblem> {
    let limit = match filer {
        Filer::Individual => Limit::IndividualServicesAdvised,
        Filer::Organization => Limit::OrganizationServicesAdvised,
    };
    within(count, limit, limits, |max| ServicesProblem::MoreThanAdvised { count, max, filer })
}

fn within(
    count: usize,
    limit: Limit,
    limits: &Limits,
    problem: impl FnOnce(u32) -> ServicesProblem,
) -> Verdict<ServicesProblem> {
    match limits.get(limit) {
        Some(max) if above(count, max) => Verdict::exceeds(problem(max), limit, limits),
        Some(_) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::ProviderRules),
    }
}

/// Whether one order may have `count` services or domains by one limit of a province. What is filed matters where the
/// limit holds from a number of filed ones on; `None` where that is not known.
///
/// ```
/// use beian::check::service_limits::order_limit;
/// use beian::check::province::{cells, Who};
/// use beian::value::Province;
/// use beian::{OrderKind, PrincipalKind, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let hubei = rulebook.province(Province::Hubei);
/// let who = Who::new(PrincipalKind::Enterprise, OrderKind::FirstFiling);
/// let limit = cells(hubei.order_limits(), who).next().unwrap();
/// assert!(order_limit(limit, 1, Some(0)).fits());
/// assert_eq!(order_limit(limit, 2, Some(0)).problem().unwrap().source(), limit.citation().unwrap().source);
/// ```
pub fn order_limit(cell: &Cell<OrderLimit>, count: usize, filed: Option<usize>) -> Verdict<ServicesProblem> {
    let limit = cell.value();
    match exceeds(limit, count, filed) {
        Some(false) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Registry),
        Some(true) => {
            let reason = ServicesProblem::TooManyForProvince {
                count,
                max: limit.max,
                metric: limit.metric,
                standing: cell.standing(),
            };
            let problem = Problem::new(reason);
            Verdict::Fails(match cell.citation() {
                Some(citation) => problem.stated_by(&citation.source),
                None => problem,
            })
        }
    }
}

/// Whether so many are more than a limit of one order takes; `None` where it hangs on what is filed, and that is not known.
pub(crate) fn exceeds(limit: &OrderLimit, count: usize, filed: Option<usize>) -> Option<bool> {
    match limit.filed_above {
        _ if !above(count, limit.max) => Some(false),
        None => Some(true),
        Some(least) => Some(above(filed?, least)),
    }
}

/// Whether a province's limit speaks in the place of the provider's, where both are exceeded: a settled one on
/// services, lower than the provider's.
pub(crate) fn prevails(cell: &Cell<OrderLimit>, national: Option<u32>) -> bool {
    cell.standing() == Standing::Settled
        && cell.value().metric == Metric::Services
        && national.map_or(true, |max| cell.value().max < max)
}

/// Whether a principal may have `count` services, filed and new together, by what the province asks.
///
/// Undetermined where the table has nothing on the province's practice, and some other province would refuse so many.
///
/// ```
/// use beian::check::province::Who;
/// use beian::check::service_limits::services_of_principal;
/// use beian::value::Province;
/// use beian::{OrderKind, PrincipalKind, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let who = Who::new(PrincipalKind::Individual, OrderKind::AddService);
/// let shaanxi = services_of_principal(6, &rulebook.province(Province::Shaanxi), who);
/// assert_eq!(shaanxi.problem().unwrap().required(), 5_u32.into());
/// ```
pub fn services_of_principal(count: usize, rules: &ProvinceRules<'_>, who: Who) -> Verdict<ServicesProblem> {
    province::total_services(rules, who, count).map(|unmet| ServicesProblem::TooManyInProvince {
        count,
        max: unmet.required().0,
        standing: unmet.standing(),
    })
}

/// The most services that one order may have, and who says so.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MostServices {
    /// How many.
    pub max: u32,
    /// The document that states it.
    pub source: Source,
    /// Whether the province sets it; else the provider does.
    pub of_province: bool,
}

/// The most services that one order of this kind may have: a settled limit of the province where it is lower than the
/// provider's. `None` where neither states one, as of access orders in most provinces.
///
/// ```
/// use beian::check::service_limits::most_services;
/// use beian::value::Province;
/// use beian::{Limits, OrderKind, PrincipalKind, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let most = |order| {
///     let hubei = rulebook.province(Province::Hubei);
///     most_services(order, PrincipalKind::Enterprise, Some(&hubei), Limits::guide())
/// };
/// assert_eq!(most(OrderKind::FirstFiling).map(|most| (most.max, most.of_province)), Some((1, true)));
/// ```
pub fn most_services(
    order: OrderKind,
    principal: PrincipalKind,
    province: Option<&ProvinceRules<'_>>,
    limits: &Limits,
) -> Option<MostServices> {
    let who = Who::new(principal, order);
    let filer = principal.filer();
    let national = max_new_services(filer, limits).filter(|_| OrderKindSet::NEW_TYPE.contains(order));
    let settled = province
        .filter(|_| OrderKindSet::FILING.contains(order))
        .into_iter()
        .flat_map(|rules| province::cells(rules.order_limits(), who))
        .filter(|cell| prevails(cell, national) && cell.value().filed_above.is_none())
        .min_by_key(|cell| cell.value().max);
    if let Some(cell) = settled {
        let source = cell.citation()?.source.clone();
        return Some(MostServices { max: cell.value().max, source, of_province: true });
    }
    let source = services_problem_source(filer, limits, order);
    national.map(|max| MostServices { max, source, of_province: false })
}

fn services_problem_source(filer: Filer, limits: &Limits, order: OrderKind) -> Source {
    let reason = ServicesProblem::TooManyInOrder { count: 0, max: 0, filer };
    limits.source(order_limit_of(filer)).cloned().unwrap_or_else(|| Problem::new(reason).source_for(order))
}

/// Whether one order of this kind may have `count` services: by the provider's limit and by the province's, of which
/// the lower settled one speaks. Change orders have no limit.
///
/// `filed` is how many services the principal has filed, which some provinces look at; `None` where that is not known.
/// Limits on domains are asked with [`order_limit`].
///
/// ```
/// use beian::check::service_limits::services;
/// use beian::value::Province;
/// use beian::{Limits, OrderKind, PrincipalKind, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let ask = |province, count| {
///     let rules = rulebook.province(province);
///     let order = OrderKind::FirstFiling;
///     services(count, order, PrincipalKind::Enterprise, Some(0), Some(&rules), Limits::guide())
/// };
/// assert!(ask(Province::Guangdong, 10).fits());
/// assert_eq!(ask(Province::Guangdong, 11).problem().unwrap().rule(), "order.services-over-limit");
/// assert_eq!(ask(Province::Hubei, 2).problem().unwrap().rule(), "province.services-over-limit");
/// ```
pub fn services(
    count: usize,
    order: OrderKind,
    principal: PrincipalKind,
    filed: Option<usize>,
    province: Option<&ProvinceRules<'_>>,
    limits: &Limits,
) -> Verdict<ServicesProblem> {
    let who = Who::new(principal, order);
    if !OrderKindSet::FILING.contains(order) {
        return Verdict::Fits;
    }
    let is_new = OrderKindSet::NEW_TYPE.contains(order);
    let national = max_new_services(principal.filer(), limits).filter(|_| is_new);
    let cells = || {
        let cells = province.into_iter().flat_map(|rules| province::cells(rules.order_limits(), who));
        cells.filter(|cell| cell.value().metric == Metric::Services)
    };
    let exceeded = |cell: &Cell<OrderLimit>| matches!(order_limit(cell, count, filed), Verdict::Fails(_));
    let by_provider = if is_new { new_services(count, principal.filer(), limits) } else { Verdict::Fits };
    if !cells().any(|cell| prevails(cell, national) && exceeded(cell))
        && matches!(by_provider, Verdict::Fails(_))
    {
        return by_provider;
    }
    if let Some(cell) = cells().filter(|cell| exceeded(cell)).min_by_key(|cell| cell.standing()) {
        let verdict = order_limit(cell, count, filed);
        return if is_new { verdict } else { verdict.under("order.access-services-over-limit") };
    }
    let is_open =
        |cell: &Cell<OrderLimit>| matches!(order_limit(cell, count, filed), Verdict::Undetermined(_));
    if cells().any(is_open) {
        return Verdict::Undetermined(Needed::Registry);
    }
    by_provider
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Provider;
    use crate::rulebook::Rulebook;
    use crate::value::Province;

    /// How many, of whom, under which provider, and what is said.
    #[test]
    fn one_order_has_no_more_services_than_the_provider_takes() {
        let individual = Filer::Individual;
        let organization = Filer::Organization;
        for (count, filer, provider, said) in [
            (0, individual, Provider::Tencent, "fits"),
            (1, individual, Provider::Tencent, "fits"),
            (2, individual, Provider::Tencent, "too_many_in_order 1"),
            (10, organization, Provider::Tencent, "fits"),
            (11, organization, Provider::Tencent, "too_many_in_order 10"),
            (usize::MAX, organization, Provider::Tencent, "too_many_in_order 10"),
            (3, individual, Provider::Ucloud, "fits"),
            (4, organization, Provider::Ucloud, "too_many_in_order 3"),
            (100, organization, Provider::Huawei, "ProviderRules"),
        ] {
            let verdict = new_services(count, filer, Rulebook::builtin(provider).limits());
            let heard = match &verdict {
                Verdict::Fits => "fits".to_owned(),
                Verdict::Fails(problem) => {
                    format!("{} {}", problem.code(), problem.required().show(crate::text::Language::En))
                }
                Verdict::Undetermined(needed) => format!("{needed:?}"),
            };
            assert_eq!(heard, said, "{count} of {filer} with {provider}");
        }
    }

    #[test]
    fn a_limit_of_another_provider_names_its_own_document() {
        let ucloud = Rulebook::builtin(Provider::Ucloud);
        let verdict = new_services(4, Filer::Individual, ucloud.limits());
        let source = verdict.problem().map(Problem::source);
        assert_eq!(source.as_ref(), ucloud.limits().source(Limit::IndividualServices));
    }

    #[test]
    fn a_change_has_no_limit_and_an_access_order_the_provinces_alone() {
        let rulebook = Rulebook::default();
        let kind = PrincipalKind::Enterprise;
        for province in Province::ALL {
            let rules = rulebook.province(*province);
            let ask = |order, count| services(count, order, kind, Some(0), Some(&rules), Limits::guide());
            assert!(ask(OrderKind::ChangeService, 1_000).fits());
            let most = most_services(OrderKind::AccessFiling, kind, Some(&rules), Limits::guide());
            let access = ask(OrderKind::AccessFiling, 1_000);
            assert!(most.is_none() || access.problem().is_some(), "{province}");
            assert!(access
                .problem()
                .map_or(true, |problem| problem.rule() == "order.access-services-over-limit"));
        }
    }

    /// In every province: as many as may be fit, one more does not.
    #[test]
    fn the_most_is_where_it_ends() {
        let rulebook = Rulebook::default();
        for province in Province::ALL {
            let rules = rulebook.province(*province);
            for kind in [PrincipalKind::Individual, PrincipalKind::Enterprise] {
                let order = OrderKind::FirstFiling;
                let Some(most) = most_services(order, kind, Some(&rules), Limits::guide()) else {
                    panic!("{province} {kind}");
                };
                let max = usize::try_from(most.max).unwrap_or_default();
                let over = services(max + 1, order, kind, Some(0), Some(&rules), Limits::guide());
                let source = over.problem().map(|problem| problem.source_for(order));
                assert_eq!(source, Some(most.source), "{province} {kind}");
            }
        }
    }
}
