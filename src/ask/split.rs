//! Splitting an order that is over its limits into several that are not.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, CountedDay};
use crate::engine::context::CheckContext;
use crate::model::context::Context;
use crate::model::order::{ChangeFiling, ChangeService, Filing, Order, OrderKind};
use crate::model::principal::Filer;
use crate::model::registry::package_key;
use crate::model::service::Service;
use crate::progress::{DeadlineKind, Period};
use crate::rulebook::provinces::{Metric, ProvinceRules, Standing};
use crate::rulebook::Rulebook;
use crate::rules::province::distinct;
use crate::text::{filled, set, sort_by};
use crate::value::DomainName;

/// One of the orders that an order is split into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrderPart {
    /// The kind of the order.
    pub kind: OrderKind,
    /// Its services: their places in the order that was split.
    pub services: Vec<usize>,
    /// The earliest day on which it can be submitted: for the first order the day of submission, for the
    /// others the first day on which the one before can have been approved.
    pub earliest: CountedDay,
    /// The day by which the one before has usually been approved at the latest, and how sure that day is.
    pub latest_usual: CountedDay,
}

/// Why an order cannot be split.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SplitError {
    /// Who files is not known, and the limit depends on it.
    #[error("the limit depends on the kind of the principal, which is not known")]
    PrincipalKindUnknown,
    /// The provider's documents do not state the limit.
    #[error("the rulebook states no limit on the services of one order")]
    LimitUnknown,
    /// Services that have to stay together are more than one order takes.
    #[error("the services {services:?}{} are over the limit of {max} ({metric}) in one order", shared(.name.as_deref()))]
    GroupTooLarge {
        /// What they share: a package name, a domain, the name of an APP; `None` of a service alone.
        name: Option<Box<str>>,
        /// Their places in the order.
        services: Vec<usize>,
        /// How many one order takes.
        max: u32,
        /// Of what.
        metric: Metric,
    },
    /// It takes more orders than [`Rulebook::max_items`]: nobody hands these in.
    #[error("the order comes to {orders} orders, more than {max}")]
    TooManyOrders {
        /// How many orders.
        orders: usize,
        /// How many there may be.
        max: u32,
    },
    /// The days lie past the last one that chrono has.
    #[error("the days of the orders are past the end of the calendar")]
    BeyondCalendar,
}

fn shared(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(", which share `{name}`,"))
}

impl Order {
    /// The orders to hand in for this one, one after the other, each within the limits of its principal, its
    /// kind and its province. An order within its limits is the only part.
    ///
    /// - Services that share a package name stay together, so that the rule on package names sees them; so do
    ///   those that repeat each other. Those with one responsible person do where that takes no more orders:
    ///   one video verification serves the services of one order.
    /// - Of a first filing, and of an addition from elsewhere, the later parts are additions to a filing
    ///   here: that is what they are once the first is approved. Their form asks for more, such as an
    ///   emergency contact.
    /// - A limit of the province counts where it is settled. One that is reported or contested is a
    ///   warning, and one that is not known is undetermined; no order is split for either.
    ///
    /// Each part is handed in when the one before is approved. At the earliest that is after a working day,
    /// at the latest usually after two for the preliminary review, a day for the SMS verification, and twenty
    /// working days at the authority.
    ///
    /// Sources: the guide's chapters 1, 3 and 4, 数量限制 and 审核时间; the table of the provinces.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::service::Website;
    /// use beian::{Context, Domain, Order, OrderKind, Principal, PrincipalKind, Rulebook};
    /// use chrono::NaiveDate;
    ///
    /// let site = |number| Website::new().with_domains([Domain::named(format!("example{number}.com"))]);
    /// let principal = Principal::new().with_kind(PrincipalKind::Enterprise);
    /// let order = Order::FirstFiling(Filing::new().with_principal(principal).with_services((0..12).map(site)));
    /// let context = Context::new(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
    ///
    /// let parts = order.split(&context, &Rulebook::default())?;
    /// let sizes: Vec<_> = parts.iter().map(|part| (part.kind, part.services.len())).collect();
    /// assert_eq!(sizes, [(OrderKind::FirstFiling, 10), (OrderKind::AddService, 2)]);
    /// assert_eq!(parts[1].of(&order).services().len(), 2);
    /// assert_eq!(parts[1].earliest.date.to_string(), "2026-03-03");
    /// assert_eq!(parts[1].latest_usual.date.to_string(), "2026-04-02");
    /// # Ok::<(), beian::SplitError>(())
    /// ```
    ///
    /// # Errors
    /// [`SplitError`] where the limit is not known, or services that have to stay together are over it.
    pub fn split(&self, context: &Context, rulebook: &Rulebook) -> Result<Vec<OrderPart>, SplitError> {
        let cx = CheckContext::new(self, context, rulebook);
        let all: Vec<usize> = (0..self.services().len()).collect();
        let limits = Limits::of(&cx, &all)?;
        let parts = if limits.exceeded(&all).is_none() { vec![all] } else { pack(&cx, &limits, &all)? };
        if let Some(max) =
            rulebook.max_items().filter(|max| usize::try_from(*max).is_ok_and(|max| parts.len() > max))
        {
            return Err(SplitError::TooManyOrders { orders: parts.len(), max });
        }
        let mut days = Days::starting(context.today);
        let mut orders = Vec::with_capacity(parts.len());
        for services in parts {
            if !orders.is_empty() {
                days = days.of_next(rulebook.calendar()).ok_or(SplitError::BeyondCalendar)?;
            }
            let kind = if orders.is_empty() { self.kind() } else { later(self.kind()) };
            let Days { earliest, latest_usual } = days;
            orders.push(OrderPart { kind, services, earliest, latest_usual });
        }
        Ok(orders)
    }
}

impl OrderPart {
    /// The order itself: its services of the whole that was split, with principal, agreements and materials as the whole
    /// has them.
    pub fn of(&self, whole: &Order) -> Order {
        let services: Vec<Service> =
            self.services.iter().filter_map(|index| whole.services().get(*index)).cloned().collect();
        // Built part by part: a clone of the whole would copy every service for each of the orders.
        let filing = |filing: &Filing, services| Filing {
            principal: filing.principal.clone(),
            services,
            agreements: filing.agreements.clone(),
            materials: filing.materials.clone(),
        };
        match whole {
            Order::FirstFiling(whole) if self.kind == OrderKind::AddService => {
                Order::AddService(filing(whole, services))
            }
            Order::AddServiceFromElsewhere(whole) if self.kind == OrderKind::AddService => {
                Order::AddService(filing(whole, services))
            }
            Order::FirstFiling(whole) => Order::FirstFiling(filing(whole, services)),
            Order::AccessFiling(whole) => Order::AccessFiling(filing(whole, services)),
            Order::AddService(whole) => Order::AddService(filing(whole, services)),
            Order::AddServiceFromElsewhere(whole) => Order::AddServiceFromElsewhere(filing(whole, services)),
            Order::ChangeFiling(whole) => Order::ChangeFiling(ChangeFiling {
                filing_number: whole.filing_number.clone(),
                effective_on: whole.effective_on,
                principal: whole.principal.clone(),
                services,
                agreements: whole.agreements.clone(),
                materials: whole.materials.clone(),
            }),
            Order::ChangeService(whole) => Order::ChangeService(ChangeService {
                filing_number: whole.filing_number.clone(),
                effective_on: whole.effective_on,
                services,
                agreements: whole.agreements.clone(),
                materials: whole.materials.clone(),
            }),
            // Without services there is one part, the whole.
            whole => whole.clone(),
        }
    }
}

/// The kind that a later part has.
const fn later(kind: OrderKind) -> OrderKind {
    match kind {
        OrderKind::FirstFiling | OrderKind::AddServiceFromElsewhere => OrderKind::AddService,
        kind => kind,
    }
}

/// A limit of one order: how many, and of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Limit {
    metric: Metric,
    max: u32,
}

/// All limits that one order is held to.
struct Limits<'a> {
    services: &'a [Service],
    limits: Vec<Limit>,
}

impl<'a> Limits<'a> {
    fn of(cx: &CheckContext<'a>, all: &[usize]) -> Result<Self, SplitError> {
        let mut limits = provincial(cx);
        if cx.kind.is_new_type() && !all.is_empty() {
            limits.push(Limit { metric: Metric::Services, max: national(cx)? });
        }
        Ok(Self { services: cx.order.services(), limits })
    }

    /// Whether one order takes both the part and the block.
    fn take(&self, part: &[usize], block: &[usize]) -> bool {
        let count = part.len().saturating_add(block.len());
        let are_too_many = |limit: &Limit| {
            limit.metric == Metric::Services && u32::try_from(count).map_or(true, |count| count > limit.max)
        };
        !self.limits.iter().any(are_too_many) && self.exceeded(&[part, block].concat()).is_none()
    }

    /// The limit that one order with these services would exceed.
    fn exceeded(&self, part: &[usize]) -> Option<Limit> {
        let services = || part.iter().filter_map(|index| self.services.get(*index));
        let is_over = |limit: &&Limit| {
            let count = match limit.metric {
                Metric::Services => part.len(),
                metric => distinct(services().flat_map(Service::domains), metric).len(),
            };
            u32::try_from(count).map_or(true, |count| count > limit.max)
        };
        self.limits.iter().find(is_over).copied()
    }
}

/// The provider's limit on a new-type order.
fn national(cx: &CheckContext<'_>) -> Result<u32, SplitError> {
    let limit = match cx.filer().ok_or(SplitError::PrincipalKindUnknown)? {
        Filer::Individual => cx.limits().individual_services,
        Filer::Organization => cx.limits().organization_services,
    };
    limit.ok_or(SplitError::LimitUnknown)
}

/// The province's settled limits, on this kind of order and on the kind of its later parts. A limit that
/// applies only to those who have filed so many services already is taken to apply: the earlier parts are
/// filed by then.
fn provincial(cx: &CheckContext<'_>) -> Vec<Limit> {
    let cells = cx.province_rules.iter().flat_map(ProvinceRules::order_limits);
    cells
        .filter(|cell| cell.standing() == Standing::Settled)
        .filter(|cell| {
            [cx.kind, later(cx.kind)].iter().any(|kind| cell.scope().includes(cx.principal_kind, *kind, None))
        })
        .map(|cell| Limit { metric: cell.value().metric, max: cell.value().max })
        .collect()
}

/// The days on which an order can be submitted.
#[derive(Clone, Copy)]
struct Days {
    earliest: CountedDay,
    latest_usual: CountedDay,
}

impl Days {
    fn starting(today: NaiveDate) -> Self {
        let today = CountedDay { date: today, certainty: crate::calendar::Certainty::Announced };
        Self { earliest: today, latest_usual: today }
    }

    /// The days for the next order, when one is submitted on these days.
    fn of_next(self, calendar: &Calendar) -> Option<Self> {
        let (least_review, most_review) = working_days(DeadlineKind::PreliminaryReview);
        let (least_authority, most_authority) = working_days(DeadlineKind::AuthorityReview);
        let add = |day: CountedDay, count: u16| {
            let counted = calendar.add_working_days(day.date, count)?;
            Some(CountedDay { date: counted.date, certainty: counted.certainty.max(day.certainty) })
        };
        let reviewed = add(self.latest_usual, most_review)?;
        // The 24 hours of the SMS verification.
        let verified = CountedDay { date: reviewed.date.succ_opt()?, ..reviewed };
        Some(Self {
            earliest: add(self.earliest, least_review.saturating_add(least_authority))?,
            latest_usual: add(verified, most_authority)?,
        })
    }
}

fn working_days(kind: DeadlineKind) -> (u16, u16) {
    match kind.period() {
        Period::WorkingDays { least, most } => (least, most),
        _ => (0, 0),
    }
}

/// Services that stay together, and the name that they share.
struct Group {
    services: Vec<usize>,
    name: Option<Box<str>>,
}

/// Distributes the services over few orders. Each order keeps the sequence of the whole, and the orders are
/// sorted by their first service.
fn pack(cx: &CheckContext<'_>, limits: &Limits<'_>, all: &[usize]) -> Result<Vec<Vec<usize>>, SplitError> {
    let groups = groups(cx.order.services());
    for Group { services, name } in &groups {
        if let Some(Limit { metric, max }) = limits.exceeded(services) {
            let (name, services) = (name.clone(), services.clone());
            return Err(SplitError::GroupTooLarge { name, services, max, metric });
        }
    }
    let people = people(cx.order.services());
    let own: Vec<Vec<usize>> = groups.into_iter().map(|group| group.services).collect();
    let by_responsible_person = of_one_responsible_person(&own, &people);
    // Tried in turn: blocks that keep each responsible person's services together, the groups in sequence,
    // the groups by size. Of those that take the fewest orders, the one with the fewest video verifications
    // counts.
    let whole: Vec<Vec<usize>> =
        by_responsible_person.iter().flat_map(|groups| fitting_together(groups, limits)).collect();
    let in_sequence: Vec<Vec<usize>> = by_responsible_person.into_iter().flatten().collect();
    let ways = [largest_first(whole), in_sequence.clone(), largest_first(in_sequence)];
    let packed = ways.into_iter().map(|blocks| first_fit(blocks, limits));
    let best = packed.min_by_key(|parts| (parts.len(), apart(parts, &people)));
    let mut parts = best.unwrap_or_else(|| vec![all.to_vec()]);
    for part in &mut parts {
        part.sort_unstable();
    }
    sort_by(&mut parts, Vec::cmp);
    Ok(parts)
}

/// The groups of services that stay together, since they share the name of a package, a website's domain, or
/// the name of an APP.
fn groups(services: &[Service]) -> Vec<Group> {
    let mut first: HashMap<(bool, String), usize> = HashMap::new();
    // A union-find forest: for each service an earlier one of its group, or the service itself.
    let mut group_of: Vec<usize> = (0..services.len()).collect();
    let mut names: BTreeMap<usize, Box<str>> = BTreeMap::new();
    for (index, service) in services.iter().enumerate() {
        for (key, name) in shared_names(service) {
            let earlier = *first.entry(key).or_insert(index);
            let (a, b) = (first_of(&mut group_of, index), first_of(&mut group_of, earlier));
            if a == b {
                continue;
            }
            let (from, to) = (a.max(b), a.min(b));
            if let Some(group) = group_of.get_mut(from) {
                *group = to;
            }
            names.entry(to).or_insert_with(|| name.into());
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..services.len() {
        members.entry(first_of(&mut group_of, index)).or_default().push(index);
    }
    members.into_iter().map(|(group, services)| Group { services, name: names.remove(&group) }).collect()
}

/// The first service of the group: the root in the forest, shortening the way there (path halving).
fn first_of(group_of: &mut [usize], mut index: usize) -> usize {
    while let Some(earlier) = group_of.get(index).copied().filter(|earlier| *earlier != index) {
        let first = group_of.get(earlier).copied().unwrap_or(earlier);
        if let Some(group) = group_of.get_mut(index) {
            *group = first;
        }
        index = first;
    }
    index
}

/// The names that keep a service with others: whether it is the name of a package, the key to compare, and
/// the name as typed.
fn shared_names(service: &Service) -> Vec<((bool, String), &str)> {
    match service {
        Service::Website(website) => {
            let names = website.domains.iter().filter_map(|domain| domain.name.as_deref());
            names
                .filter_map(|text| {
                    let name = DomainName::parse(text).ok()?;
                    Some(((false, format!("website {}", name.as_ascii())), text.trim()))
                })
                .collect()
        }
        Service::App(app) => {
            let packages = app.platforms.iter().flat_map(|platform| &platform.packages);
            let packages = packages
                .filter_map(|package| filled(package.name.as_ref()))
                .map(|name| ((true, package_key(name)), name));
            let own = filled(app.name.as_ref()).map(|name| ((false, format!("app {name}")), name));
            packages.chain(own).collect()
        }
    }
}

/// For each service the first service that has the same responsible person; `None` where it has none.
fn people(services: &[Service]) -> Vec<Option<usize>> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let number = |service: &Service| {
        let certificate = service.responsible_person()?.certificate.as_ref()?;
        let kind = certificate.kind.map_or("", |kind| kind.as_str());
        Some(format!("{kind} {}", filled(certificate.number.as_ref())?.to_ascii_uppercase()))
    };
    let person_of = |(index, service)| Some(*first.entry(number(service)?).or_insert(index));
    services.iter().enumerate().map(person_of).collect()
}

/// The groups by responsible person: those that have one in common, directly or through other groups, are
/// together.
fn of_one_responsible_person(groups: &[Vec<usize>], people: &[Option<usize>]) -> Vec<Vec<Vec<usize>>> {
    let mut found: Vec<Vec<Vec<usize>>> = Vec::new();
    // For each responsible person the index in `found`.
    let mut first: HashMap<usize, usize> = HashMap::new();
    for group in groups {
        let own = || group.iter().filter_map(|index| *people.get(*index)?);
        let known = own().filter_map(|person| first.get(&person).copied()).min();
        let place = known.unwrap_or(found.len());
        for person in own() {
            let first_place = first.entry(person).or_insert(place);
            *first_place = place.min(*first_place);
        }
        match found.get_mut(place) {
            Some(together) => together.push(group.clone()),
            None => found.push(vec![group.clone()]),
        }
    }
    found
}

/// Packs the groups of one responsible person: one block where one order takes them all, else few blocks.
fn fitting_together(groups: &[Vec<usize>], limits: &Limits<'_>) -> Vec<Vec<usize>> {
    first_fit(largest_first(groups.to_vec()), limits)
}

/// Sorts blocks by size, the largest first, those of one size in the order of the whole.
fn largest_first(mut blocks: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    sort_by(&mut blocks, |a, b| b.len().cmp(&a.len()));
    blocks
}

/// Each block is tried on so many of the last orders only, which bounds the time; more are needed only by
/// orders that nobody would hand in.
const OPEN_LISTS: usize = 100;

/// Puts each block into the first order that takes it (first fit).
fn first_fit(blocks: Vec<Vec<usize>>, limits: &Limits<'_>) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for block in blocks {
        let earliest = parts.len().saturating_sub(OPEN_LISTS);
        match parts.iter_mut().skip(earliest).find(|part| limits.take(part, &block)) {
            Some(part) => part.extend(&block),
            None => parts.push(block),
        }
    }
    parts
}

/// How many video verifications it takes: one for each responsible person in each order.
fn apart(parts: &[Vec<usize>], people: &[Option<usize>]) -> usize {
    let of_part = |part: &Vec<usize>| set(part.iter().filter_map(|index| *people.get(*index)?)).len();
    parts.iter().map(of_part).sum()
}
