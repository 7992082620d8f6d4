//! What several parts of one order share: names, packages, resources, people, contacts.
//!
//! Each list is sorted once and searched by bisection, so that the cost does not depend on the names that a
//! stranger chooses. It is built only where the repeat filter (`Parsed::may_repeat`) does not rule a
//! repetition out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::package_names::{colliding, Collides};
use crate::engine::nodes::Role;
use crate::engine::parsed::{read_resident_id, well_formed, Parsed, ParsedResponsiblePerson, Repeatable};
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::holder::known_number;
use crate::model::resource::{identity, Resource};
use crate::model::service::{Package, Service};
use crate::rulebook::provinces::Metric;
use crate::text::{filled, folded, sort_by};
use crate::value::{DomainName, Phone, PlatformKind};

/// A text, and the number of what has it. All lists here are of this one type, so that they share one sort.
type Entry<'t> = (&'t str, usize);

/// Calls `each` with every run of equal texts that has more than one entry; the entries of a run are sorted.
fn repetitions(entries: &mut [Entry<'_>], each: &mut dyn FnMut(&[Entry<'_>])) {
    sort(entries);
    let mut rest = &*entries;
    while let Some(((first, _), after)) = rest.split_first() {
        let more = after.iter().take_while(|(key, _)| key == first).count();
        let (run, others) = rest.split_at(more + 1);
        if more > 0 {
            each(run);
        }
        rest = others;
    }
}

/// The texts that are there, each with its number.
fn entries<T: AsRef<str>>(texts: &[Option<T>]) -> Vec<Entry<'_>> {
    let numbered = texts.iter().enumerate();
    numbered.filter_map(|(number, text)| Some((text.as_ref()?.as_ref(), number))).collect()
}

fn sort(entries: &mut [Entry<'_>]) {
    entries.sort_unstable();
}

/// The text in upper case, borrowed where it is so already.
fn upper(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_lowercase()) {
        Cow::Owned(text.to_ascii_uppercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// The text in lower case, borrowed where it is so already.
fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// How many different domains an order has, by whole name or by registered label.
pub(crate) fn distinct_domains(parsed: &Parsed<'_>, metric: Metric) -> usize {
    // Where no domain repeats, the count needs no sorting.
    let well_formed_domains = parsed.well_formed_domains();
    if metric != Metric::DomainLabels && !parsed.may_repeat(Repeatable::Domain) {
        return well_formed_domains;
    }
    let mut texts: Vec<&str> = match metric {
        Metric::DomainLabels => parsed.registered_names().map(DomainName::registered_label).collect(),
        _ => parsed.domains.iter().filter_map(well_formed).map(DomainName::as_ascii).collect(),
    };
    texts.sort_unstable();
    texts.dedup();
    texts.len()
}

/// For places in an order, other places in it. What is looked up by place is kept so, so that a program has one map of
/// this kind.
pub(crate) type Places = BTreeMap<usize, usize>;

/// The services that repeat an earlier one: a website's domain, an APP's name.
#[derive(Debug)]
pub(crate) struct Repeated {
    first: Places,
    /// The index of the repeated domain among the parsed ones; none of a service whose name repeats.
    domains: Places,
}

impl Repeated {
    pub(crate) fn of(services: &[Service], parsed: &Parsed<'_>) -> Self {
        let (mut domains, mut places) = (Vec::new(), Vec::new());
        let mut names = Vec::with_capacity(services.len());
        let mut names_of_domains = parsed.domains.iter().enumerate();
        for (index, service) in services.iter().enumerate() {
            for (at, name) in names_of_domains.by_ref().take(service.domain_count()) {
                if let (Service::Website(_), Some(Ok(name))) = (service, name) {
                    domains.push((name.as_ascii(), places.len()));
                    places.push((index, at));
                }
            }
            if let Service::App(app) = service {
                names.extend(filled(app.name.as_ref()).map(|name| (name, index)));
            }
        }
        let mut repeated = Self { first: Places::new(), domains: Places::new() };
        repetitions(&mut domains, &mut |run| {
            let mut run = run.iter().filter_map(|(_, place)| places.get(*place));
            let Some((first, _)) = run.next() else { return };
            for (index, at) in run.filter(|(index, _)| index != first) {
                // A website that repeats several domains is reported with the first.
                if repeated.domains.get(index).map_or(true, |domain| at < domain) {
                    repeated.first.insert(*index, *first);
                    repeated.domains.insert(*index, *at);
                }
            }
        });
        repetitions(&mut names, &mut |run| {
            let Some((_, first)) = run.first() else { return };
            for (_, index) in run.iter().skip(1) {
                repeated.first.insert(*index, *first);
            }
        });
        repeated
    }

    /// The earlier service that the one at `index` repeats, and the domain or name that both have.
    pub(crate) fn by<'a>(
        &self,
        index: usize,
        services: &'a [Service],
        parsed: &'a Parsed<'_>,
    ) -> Option<(usize, Cow<'a, str>)> {
        let first = self.first.get(&index)?;
        let name = match self.domains.get(&index) {
            Some(at) => well_formed(parsed.domains.get(*at)?)?.to_unicode(),
            None => Cow::Borrowed(services.get(index)?.name()?.trim()),
        };
        Some((*first, name))
    }
}

/// The services whose name an earlier service has, apart from the ways in which people write it, each with that one.
pub(crate) fn repeated_names(services: &[Service]) -> Places {
    let names: Vec<Option<String>> =
        services.iter().map(|service| Some(folded(service.name()?).collect())).collect();
    let mut repeated = Places::new();
    repetitions(&mut entries(&names), &mut |run| {
        let Some((_, first)) = run.first() else { return };
        for (_, index) in run.iter().skip(1) {
            repeated.insert(*index, *first);
        }
    });
    repeated
}

/// A responsible person whom one or more services have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SharedResponsiblePerson {
    /// The first service that has this person.
    pub(crate) first_service: usize,
    /// Whether any of these services has a video verification of the person.
    pub(crate) has_video: bool,
}

/// What two certificates of one holder share: kind and number, the case of letters aside.
type Holder<'a> = (Option<CertificateKind>, Cow<'a, str>);

fn holder(certificate: &Certificate) -> Option<Holder<'_>> {
    Some((certificate.kind, upper(filled(certificate.number.as_ref())?)))
}

/// The responsible persons of the services, sorted by certificate.
#[derive(Debug)]
pub(crate) struct ResponsiblePersons<'a>(Vec<(Holder<'a>, SharedResponsiblePerson)>);

impl<'a> ResponsiblePersons<'a> {
    pub(crate) fn of(services: &'a [Service]) -> Self {
        let mut people = Vec::with_capacity(services.len());
        for (first_service, service) in services.iter().enumerate() {
            let Some(responsible_person) = service.responsible_person() else { continue };
            let Some(identity) = responsible_person.certificate.as_ref().and_then(holder) else { continue };
            people.push((
                identity,
                SharedResponsiblePerson {
                    first_service,
                    has_video: responsible_person.video_verification.is_some(),
                },
            ));
        }
        // Those of one certificate stay in the order of the services.
        sort_by(&mut people, |(a, _), (b, _)| a.cmp(b));
        people.dedup_by(|(again, later), (identity, responsible_person)| {
            let is_same = again == identity;
            responsible_person.has_video |= is_same && later.has_video;
            is_same
        });
        Self(people)
    }

    /// The responsible person with this certificate, where a service has one.
    pub(crate) fn with(&self, certificate: &Certificate) -> Option<SharedResponsiblePerson> {
        let identity = holder(certificate)?;
        let at = self.0.binary_search_by(|(known, _)| known.cmp(&identity)).ok()?;
        self.0.get(at).map(|(_, responsible_person)| *responsible_person)
    }
}

/// For people in an order, other people in it.
#[derive(Debug, Default)]
struct Pairs(Places);

impl Pairs {
    /// The principal's responsible person first, then those of the services.
    fn number(role: Role) -> usize {
        role.service().map_or(0, |service| service.saturating_add(1))
    }

    fn put(&mut self, role: Role, other: Role) {
        self.0.insert(Self::number(role), Self::number(other));
    }

    fn of(&self, role: Role) -> Option<Role> {
        self.0.get(&Self::number(role)).map(|number| Role::of(number.checked_sub(1)))
    }
}

/// Who stands in an order more than once, by the number of the certificate: the first place of each.
#[derive(Debug, Default)]
pub(crate) struct People(Pairs);

impl People {
    pub(crate) fn of(parsed: &Parsed<'_>) -> Self {
        let people: Vec<_> = parsed.all_people().collect();
        let numbers: Vec<_> =
            people.iter().map(|read| known_number(read.person.certificate.as_ref()?)).collect();
        let mut first_of = Pairs::default();
        repetitions(&mut entries(&numbers), &mut |run| {
            let mut roles =
                run.iter().filter_map(|(_, index)| people.get(*index)).map(|read| Role::of(read.service));
            let Some(first) = roles.next() else { return };
            for role in roles {
                first_of.put(role, first);
            }
        });
        Self(first_of)
    }

    /// The first place of the person who stands at this one again.
    pub(crate) fn first_of(&self, role: Role) -> Option<Role> {
        self.0.of(role)
    }
}

/// For each person whose mobile or e-mail address another person gave before: that other person.
#[derive(Debug, Default)]
pub(crate) struct Contacts {
    mobiles: Pairs,
    emails: Pairs,
    /// Whose emergency contact is another person's mobile.
    by_emergency: Pairs,
}

impl Contacts {
    pub(crate) fn of(parsed: &Parsed<'_>) -> Self {
        let people: Vec<_> = parsed.all_people().collect();
        let mut contacts = Self::default();
        let note = |shared: &mut Pairs, indices: &mut dyn Iterator<Item = usize>| {
            let mut people = indices.filter_map(|index| people.get(index).copied());
            let Some(first) = people.next() else { return };
            for other in people.filter(|other| are_others(first, other)) {
                shared.put(Role::of(other.service), Role::of(first.service));
            }
        };
        if parsed.may_repeat(Repeatable::Mobile) {
            let mobiles: Vec<Option<&str>> =
                people.iter().map(|read| Some(read.mobile.as_ref()?.as_ref().ok()?.as_str())).collect();
            let mut owners = entries(&mobiles);
            repetitions(&mut owners, &mut |run| {
                note(&mut contacts.mobiles, &mut run.iter().map(|(_, index)| *index));
            });
            // They are sorted now.
            for read in &people {
                let Some(Ok(Phone::Mobile(mobile))) = &read.emergency_contact else { continue };
                let from = owners.partition_point(|(known, _)| *known < mobile.as_str());
                let same = owners.iter().skip(from).take_while(|(known, _)| *known == mobile.as_str());
                // The first two tell: one who has the number in several roles is one person.
                let mut others = same.take(2).filter_map(|(_, index)| people.get(*index));
                if let Some(other) = others.find(|other| are_others(other, read)) {
                    contacts.by_emergency.put(Role::of(read.service), Role::of(other.service));
                }
            }
        }
        if parsed.may_repeat(Repeatable::Email) {
            let emails: Vec<_> =
                people.iter().map(|read| filled(read.person.email.as_ref()).map(lower)).collect();
            repetitions(&mut entries(&emails), &mut |run| {
                note(&mut contacts.emails, &mut run.iter().map(|(_, index)| *index));
            });
        }
        contacts
    }

    /// The other person who gave this mobile first.
    pub(crate) fn other_with_mobile(&self, role: Role) -> Option<Role> {
        self.mobiles.of(role)
    }

    /// The other person whose mobile is this one's emergency contact.
    pub(crate) fn other_with_emergency_contact(&self, role: Role) -> Option<Role> {
        self.by_emergency.of(role)
    }

    /// The other person who gave this e-mail address first.
    pub(crate) fn other_with_email(&self, role: Role) -> Option<Role> {
        self.emails.of(role)
    }
}

/// Whether two entries are certainly of different people: by the numbers of their certificates where both are
/// valid, else by name.
fn are_others<'a>(one: &ParsedResponsiblePerson<'a>, other: &ParsedResponsiblePerson<'a>) -> bool {
    let number =
        |parsed: &ParsedResponsiblePerson<'a>| filled(parsed.person.certificate.as_ref()?.number.as_ref());
    // A wrong number is reported on its own, and may be meant to be the other one.
    let is_wrong = |parsed: &ParsedResponsiblePerson<'_>| {
        let certificate = parsed.person.certificate.as_ref();
        certificate.and_then(read_resident_id).is_some_and(|number| number.is_err())
    };
    match (number(one), number(other)) {
        (Some(own), Some(others)) if own.eq_ignore_ascii_case(others) => false,
        (Some(_), Some(_)) if !is_wrong(one) && !is_wrong(other) => true,
        _ => {
            let names = (filled(one.person.name.as_ref()), filled(other.person.name.as_ref()));
            matches!(names, (Some(own), Some(others)) if !own.eq_ignore_ascii_case(others))
        }
    }
}

/// Which services use a resource or a filing authorisation code.
#[derive(Debug)]
pub(crate) struct HostingResources<'a> {
    /// The id of a resource with the index of a service that uses it, sorted.
    services: Vec<Entry<'a>>,
    /// A filing authorisation code with the index of a service that uses it, sorted.
    codes: Vec<Entry<'a>>,
}

impl<'a> HostingResources<'a> {
    pub(crate) fn of(services: &'a [Service]) -> Self {
        let mut hosting_resources = Self { services: Vec::with_capacity(services.len()), codes: Vec::new() };
        for (index, service) in services.iter().enumerate() {
            for resource in service.resources() {
                if let Resource::LicenseCode(code) = resource {
                    hosting_resources.codes.extend(filled(code.code.as_ref()).map(|code| (code, index)));
                }
                hosting_resources.services.extend(resource.hosting_id().map(|id| (id, index)));
            }
        }
        sort(&mut hosting_resources.services);
        hosting_resources.services.dedup();
        sort(&mut hosting_resources.codes);
        hosting_resources
    }

    /// How many services before this one use the resource with this id.
    pub(crate) fn before(&self, id: &str, service: usize) -> usize {
        let until = |service| self.services.partition_point(|entry| *entry < (id, service));
        until(service) - until(0)
    }

    /// The first service with this filing authorisation code.
    pub(crate) fn first_with_code(&self, code: &str) -> Option<usize> {
        let at = self.codes.partition_point(|(known, _)| *known < code);
        self.codes.get(at).filter(|(known, _)| *known == code).map(|(_, service)| *service)
    }
}

/// For each resource of a service, the earliest one before it with the same id or address.
pub(crate) fn first_alike<'a>(resources: &'a [Resource]) -> Vec<Option<usize>> {
    let (mut ids, mut addresses) = (BTreeMap::new(), BTreeMap::new());
    let first = |(index, resource): (usize, &'a Resource)| {
        let (id, address) = identity(resource);
        let by_id = id.map(|id| *ids.entry(id).or_insert(index));
        let by_address = address.map(|address| *addresses.entry(address).or_insert(index));
        by_id.into_iter().chain(by_address).filter(|first| *first < index).min()
    };
    resources.iter().enumerate().map(first).collect()
}

/// The serverless packages that an account uses, in its filed services and in the order.
#[derive(Debug, Default)]
pub(crate) struct ServerlessPackages<'a> {
    /// Where the first one is used: `Some(None)` in a filed service, `Some(Some(index))` in one of the order.
    first_use: Option<Option<usize>>,
    /// The first package whose id is given, and where it is used.
    first: Option<(&'a str, Option<usize>)>,
    /// The first package with another id than `first`, and where it is used.
    other: Option<(&'a str, Option<usize>)>,
    /// The first package of the order whose id is not given: the service, and the place among its resources.
    unnamed: Option<(usize, usize)>,
}

impl<'a> ServerlessPackages<'a> {
    pub(crate) fn of(filed: impl Iterator<Item = &'a Service>, services: &'a [Service]) -> Self {
        let mut packages = Self::default();
        let own = services.iter().enumerate().map(|(index, service)| (Some(index), service));
        for (place, service) in filed.map(|service| (None, service)).chain(own) {
            for (index, resource) in service.resources().iter().enumerate() {
                let Resource::Serverless(package) = resource else { continue };
                packages.first_use.get_or_insert(place);
                let Some(id) = filled(package.id.as_ref()) else {
                    packages.unnamed = packages.unnamed.or(place.map(|service| (service, index)));
                    continue;
                };
                let (first, _) = *packages.first.get_or_insert((id, place));
                if first != id {
                    packages.other.get_or_insert((id, place));
                }
            }
        }
        packages
    }

    /// Whether a filed service, or one before this in the order, uses a package.
    pub(crate) fn is_any_before(&self, service: usize) -> bool {
        self.first_use.is_some_and(|place| place < Some(service))
    }

    /// The first package of the order whose id is not given, where it is used before this service.
    pub(crate) fn unnamed_before(&self, service: usize) -> Option<(usize, usize)> {
        self.unnamed.filter(|(place, _)| *place < service)
    }

    /// The id of another package that a filed service, or one before this in the order, uses.
    pub(crate) fn other_before(&self, service: usize, id: &str) -> Option<&'a str> {
        let before = |(used, place): &(&'a str, Option<usize>)| *place < Some(service) && *used != id;
        self.first.filter(before).or(self.other.filter(before)).map(|(used, _)| used)
    }
}

/// The packages of an order whose well-formed name an earlier package has, by their addresses in the order.
#[derive(Debug, Default)]
pub(crate) struct Packages<'a>(BTreeMap<*const Package, Taken<'a>>);

/// Who has a package's name already.
#[derive(Debug, Default)]
struct Taken<'a> {
    /// An earlier package of the same APP on the same platform.
    here: bool,
    /// An earlier service.
    by: Option<&'a Service>,
}

impl<'a> Packages<'a> {
    pub(crate) fn of(services: &'a [Service], parsed: &Parsed<'a>) -> Self {
        let count = services.iter().map(Service::package_count).sum();
        let mut all: Vec<(&Package, PlatformKind, usize)> = Vec::with_capacity(count);
        for (index, service) in services.iter().enumerate() {
            let Service::App(app) = service else { continue };
            for platform in &app.platforms {
                all.extend(platform.packages.iter().map(|package| (package, platform.platform, index)));
            }
        }
        let mut names: Vec<(Cow<'_, str>, usize)> = Vec::with_capacity(count);
        let parsed_names = parsed.packages.iter().enumerate();
        names.extend(
            parsed_names.filter_map(|(at, name)| Some((name.as_ref()?.as_ref().ok()?.canonical(), at))),
        );
        let mut packages = Self::default();
        let of = |at: usize| all.get(at).map(|(_, platform, index)| (*index, *platform));
        colliding(&mut names, of, |first, again, kind| {
            let (Some((_, _, first)), Some((package, ..))) = (all.get(first), all.get(again)) else { return };
            let taken = packages.0.entry(*package).or_default();
            match kind {
                Collides::OnPlatform(_) => taken.here = true,
                Collides::BetweenApps => taken.by = services.get(*first),
            }
        });
        packages
    }

    /// Whether an earlier package of the same APP on the same platform has its name.
    pub(crate) fn is_repeated(&self, package: &Package) -> bool {
        self.taken(package).is_some_and(|taken| taken.here)
    }

    /// The earlier service of the order that has a package of its name.
    pub(crate) fn earlier_service(&self, package: &Package) -> Option<&'a Service> {
        self.taken(package)?.by
    }

    fn taken(&self, package: &Package) -> Option<&Taken<'a>> {
        let package: *const Package = package;
        self.0.get(&package)
    }
}
