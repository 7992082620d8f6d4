//! The registry: what is filed, as far as the caller knows.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::model::certificate::Certificate;
pub use crate::model::filed::{FiledPrincipal, FiledService};
use crate::model::holder::{certificate_key, Holder};
pub use crate::model::order_in_progress::OrderInProgress;
use crate::model::principal::PrincipalKind;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{Service, ServiceKind};
use crate::text::{filled, folded};
use crate::value::{DomainName, FilingNumber, Mobile};
use crate::wire::edit::Edit;
use crate::wire::{Field, Inside, Object, Read, Seen, Unfinished};

wire_object! {
    /// The registry as the wire carries it.
    pub struct Snapshot {
        /// Filed principals.
        principals, with_principals: list FiledPrincipal;
        /// Orders in progress.
        orders_in_progress, with_orders_in_progress: list OrderInProgress;
        /// Domains on the ministry's blacklist, of those that the order has; absent, that was not looked up.
        blacklisted_domains, with_blacklisted_domains: optlist String;
        /// Certificate numbers on the ministry's blacklist, of those that the order has; absent, that was not
        /// looked up.
        [private] blacklisted_certificates, with_blacklisted_certificates: optlist String;
        /// Names of services on an authority's blacklist, of those that the order has; absent, that was not looked
        /// up.
        blacklisted_names, with_blacklisted_names: optlist String;
        /// Whether this is all that is filed for what the order touches; absent, it is.
        complete, with_complete: opt bool;
    }
}

/// What is filed, with any provider, for the principal, the domains, the packages and the numbers of an order.
///
/// Indexed once when it is made, cheap to clone, never scanned by a rule. On the wire it is its [`Snapshot`].
///
/// ```
/// use beian::registry::{FiledPrincipal, Registry};
/// let registry = Registry::new([FiledPrincipal::new().with_filing_number("粤ICP备2021000001号")], []);
/// let number = "粤ICP备2021000001号".parse()?;
/// assert!(registry.principal(&number).is_some());
/// assert!(registry.is_complete());
/// # Ok::<(), beian::value::FilingNumberError>(())
/// ```
#[derive(Clone)]
pub struct Registry(Arc<Indexed>);

/// Places of principals and services in the snapshot.
#[derive(Default)]
struct Indexed {
    snapshot: Snapshot,
    principals: HashMap<FilingNumber, usize>,
    certificates: HashMap<String, Vec<usize>>,
    /// Principals whose certificate number is not known, or is not the code that every organisation has.
    uncertified: Vec<usize>,
    /// Principals whose filing number is not known.
    unnumbered: Vec<usize>,
    /// Websites whose domains are not all known.
    undomained: Vec<(usize, usize)>,
    /// Services whose filing number is not known.
    unnumbered_services: Vec<(usize, usize)>,
    /// APPs whose names are not known.
    unnamed_apps: Vec<(usize, usize)>,
    unphoned: Vec<(usize, Option<usize>)>,
    unrepresented: Vec<(usize, usize)>,
    /// Principals by the account of this provider that they are filed in.
    accounts: HashMap<String, Vec<usize>>,
    /// Principals by the mobiles of their responsible persons and their services' responsible persons.
    mobiles: HashMap<Mobile, Vec<usize>>,
    /// Numbers that more than one principal or service has.
    ambiguous: HashSet<FilingNumber>,
    /// Orders in progress by domain.
    orders_on_domains: HashMap<String, usize>,
    /// Orders in progress by the filing authorisation codes that they use.
    orders_with_codes: HashMap<String, usize>,
    /// Whether the domains of an order in progress are not known, and whether its codes are not.
    has_order_on_unknown: (bool, bool),
    blacklisted_domains: Option<HashSet<String>>,
    blacklisted_certificates: Option<HashSet<String>>,
    blacklisted_names: Option<HashSet<String>>,
    /// Principals by name.
    names: HashMap<String, usize>,
    services: HashMap<FilingNumber, (usize, usize)>,
    /// Principals by the certificate number of a responsible person of theirs.
    people: HashMap<String, Vec<usize>>,
    /// Websites by the registrable domain of their names.
    websites: HashMap<String, Vec<(usize, usize)>>,
    /// APPs by each domain that they list.
    app_domains: HashMap<String, Vec<(usize, usize)>>,
    /// APPs by package name.
    packages: HashMap<String, Vec<(usize, usize)>>,
    /// APPs by name.
    app_names: HashMap<String, Vec<(usize, usize)>>,
}

/// A filed service and the principal that filed it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Filed<'a> {
    /// The principal.
    pub principal: &'a FiledPrincipal,
    /// The service.
    pub service: &'a FiledService,
}

impl Registry {
    /// A registry of these principals and orders, complete.
    pub fn new(
        principals: impl IntoIterator<Item = FiledPrincipal>,
        orders_in_progress: impl IntoIterator<Item = OrderInProgress>,
    ) -> Self {
        Self::from(Snapshot::new().with_principals(principals).with_orders_in_progress(orders_in_progress))
    }

    /// The same, of a caller who knows only its own filings: what would follow from an absence is undetermined.
    #[must_use]
    pub fn incomplete(self) -> Self {
        Self::from(self.0.snapshot.clone().with_complete(false))
    }

    /// Whether what is not here is not filed.
    pub fn is_complete(&self) -> bool {
        self.0.snapshot.complete != Some(false)
    }

    /// Every filed principal.
    pub fn principals(&self) -> &[FiledPrincipal] {
        &self.0.snapshot.principals
    }

    /// The place of a principal among [`principals`](Self::principals).
    pub(crate) fn place_of(&self, principal: &FiledPrincipal) -> Option<usize> {
        let principal: *const FiledPrincipal = principal;
        let before = |filed: &FiledPrincipal| {
            let filed: *const FiledPrincipal = filed;
            filed < principal
        };
        // They stand in memory in their order.
        let place = self.principals().partition_point(before);
        self.principals().get(place).filter(|filed| std::ptr::eq(*filed, principal)).map(|_| place)
    }

    /// Every order in progress.
    pub fn orders_in_progress(&self) -> &[OrderInProgress] {
        &self.0.snapshot.orders_in_progress
    }

    /// The principal with this number, or the one of this service's number.
    pub fn principal(&self, number: &FilingNumber) -> Option<&FiledPrincipal> {
        self.principals().get(*self.0.principals.get(&number.principal())?)
    }

    /// The principal with this certificate, by its number.
    pub fn principal_with_certificate(&self, certificate: &Certificate) -> Option<&FiledPrincipal> {
        self.principals_with_certificate(certificate).next()
    }

    /// Every principal with this certificate, by its number: more than one where it was filed twice.
    pub fn principals_with_certificate<'a>(
        &'a self,
        certificate: &Certificate,
    ) -> impl Iterator<Item = &'a FiledPrincipal> {
        let key = certificate_key(certificate);
        self.principals_at(key.and_then(|key| self.0.certificates.get(&key)))
    }

    /// The principals of which the certificate does not tell whose they are: its number is not known, or is of an
    /// older numbering.
    pub(crate) fn uncertified(&self) -> impl Iterator<Item = &FiledPrincipal> {
        self.principals_at(Some(&self.0.uncertified))
    }

    /// The principals whose filing number is not known.
    pub(crate) fn unnumbered(&self) -> impl Iterator<Item = &FiledPrincipal> {
        self.principals_at(Some(&self.0.unnumbered))
    }

    fn with_principals<'a, T: Copy>(
        &'a self,
        places: &'a [(usize, T)],
    ) -> impl Iterator<Item = (&'a FiledPrincipal, T)> {
        places.iter().filter_map(|(principal, service)| Some((self.principals().get(*principal)?, *service)))
    }

    /// The services whose filing number is not known, with their places among the principal's.
    pub(crate) fn unnumbered_services(&self) -> impl Iterator<Item = (&FiledPrincipal, usize)> {
        self.with_principals(&self.0.unnumbered_services)
    }

    /// The first service of this principal that may be of the kind and whose filing number is not known.
    pub(crate) fn unnumbered_of(&self, principal: &FiledPrincipal, kind: ServiceKind) -> Option<usize> {
        self.first_of(&self.0.unnumbered_services, principal, kind)
    }

    /// The first service of this principal that may be of the kind and of which it is not known what it is found by: a
    /// website by all its domains, an APP by its name.
    pub(crate) fn untold_of(&self, principal: &FiledPrincipal, kind: ServiceKind) -> Option<usize> {
        let untold = match kind {
            ServiceKind::Website => &self.0.undomained,
            ServiceKind::App => &self.0.unnamed_apps,
        };
        self.first_of(untold, principal, kind)
    }

    fn first_of(&self, places: &[(usize, usize)], own: &FiledPrincipal, kind: ServiceKind) -> Option<usize> {
        let principal = self.place_of(own)?;
        let begin = places.partition_point(|place| *place < (principal, 0));
        let own_places = places.iter().skip(begin).take_while(|(of, _)| *of == principal);
        let mut places = own_places.map(|(_, place)| *place);
        places.find(|place| own.services.get(*place).is_some_and(|filed| filed.may_be(kind)))
    }

    /// Where a responsible person is filed whose mobile is not known: at a service of the principal, else at itself.
    pub(crate) fn unphoned(&self) -> impl Iterator<Item = (&FiledPrincipal, Option<usize>)> {
        self.with_principals(&self.0.unphoned)
    }

    /// The services of which it is not known who is responsible for them, with their places among the principal's.
    pub(crate) fn unrepresented(&self) -> impl Iterator<Item = (&FiledPrincipal, usize)> {
        self.with_principals(&self.0.unrepresented)
    }

    /// The websites whose domains are not all known, with their places among the principal's.
    pub(crate) fn undomained(&self) -> impl Iterator<Item = (&FiledPrincipal, usize)> {
        self.with_principals(&self.0.undomained)
    }

    /// Whether a filed principal is hollow 空壳主体: it has no service, with no provider. `None` where the registry is
    /// not complete and shows none, or says nothing of the principal but that it is there.
    pub(crate) fn is_hollow(&self, filed: &FiledPrincipal) -> Option<bool> {
        let mut records: Box<dyn Iterator<Item = &FiledPrincipal>> = match filed.certificate() {
            Some(certificate) if certificate_key(certificate).is_some() => {
                Box::new(self.principals_with_certificate(certificate))
            }
            _ => Box::new(std::iter::once(filed)),
        };
        if !filed.services.is_empty() || records.any(|record| !record.services.is_empty()) {
            return Some(false);
        }
        let is_described = filed.filing_number.is_some() || filed.principal.is_some();
        (self.is_complete() && is_described).then_some(true)
    }

    /// The principals that are filed in this account.
    pub fn principals_in_account<'a>(&'a self, account: &str) -> impl Iterator<Item = &'a FiledPrincipal> {
        self.principals_at(self.0.accounts.get(account.trim()))
    }

    /// The principals whose responsible person, or whose services' responsible persons, have this mobile.
    pub fn principals_with_mobile(&self, mobile: Mobile) -> impl Iterator<Item = &FiledPrincipal> {
        self.principals_at(self.0.mobiles.get(&mobile))
    }

    fn principals_at<'a>(
        &'a self,
        places: Option<&'a Vec<usize>>,
    ) -> impl Iterator<Item = &'a FiledPrincipal> {
        places.into_iter().flatten().filter_map(|place| self.principals().get(*place))
    }

    /// Whether more than one principal or service is filed under this number.
    pub fn is_ambiguous(&self, number: &FilingNumber) -> bool {
        self.0.ambiguous.contains(number)
    }

    /// The order in progress that files this domain.
    pub fn order_on_domain(&self, name: &DomainName<'_>) -> Option<&OrderInProgress> {
        self.orders_in_progress().get(*self.0.orders_on_domains.get(name.registrable().as_ascii())?)
    }

    /// The first order in progress that uses this filing authorisation code.
    pub(crate) fn order_with_code(&self, code: &str) -> Option<&OrderInProgress> {
        self.orders_in_progress().get(*self.0.orders_with_codes.get(code.trim())?)
    }

    /// Whether there is an order in progress whose domains are not known.
    pub(crate) fn has_order_on_unknown_domains(&self) -> bool {
        self.0.has_order_on_unknown.0
    }

    /// Whether there is an order in progress whose filing authorisation codes are not known.
    pub(crate) fn has_order_with_unknown_codes(&self) -> bool {
        self.0.has_order_on_unknown.1
    }

    /// Whether the domain is on the ministry's blacklist; `None` where that was not looked up.
    pub fn is_domain_blacklisted(&self, name: &DomainName<'_>) -> Option<bool> {
        let blacklist = self.0.blacklisted_domains.as_ref()?;
        Some(blacklist.contains(name.registrable().as_ascii()) || blacklist.contains(name.as_ascii()))
    }

    /// Whether a certificate with this number is on the ministry's blacklist; `None` where that was not looked
    /// up.
    pub fn is_certificate_blacklisted(&self, number: &str) -> Option<bool> {
        Some(self.0.blacklisted_certificates.as_ref()?.contains(&number.trim().to_ascii_uppercase()))
    }

    /// Whether a service's name is on an authority's blacklist; `None` where that was not looked up.
    pub fn is_name_blacklisted(&self, name: &str) -> Option<bool> {
        Some(self.0.blacklisted_names.as_ref()?.contains(&name_key(name)))
    }

    /// The first principal of this name, as people write it.
    pub fn principal_named(&self, name: &str) -> Option<&FiledPrincipal> {
        self.principals().get(*self.0.names.get(&name_key(name))?)
    }

    /// The principals for which the person with this certificate is responsible, or for a service of which.
    pub fn principals_represented_by<'a>(
        &'a self,
        certificate: &Certificate,
    ) -> impl Iterator<Item = &'a FiledPrincipal> {
        self.principals_at(certificate_key(certificate).and_then(|key| self.0.people.get(&key)))
    }

    /// The service with this number.
    pub fn service(&self, number: &FilingNumber) -> Option<Filed<'_>> {
        self.filed(*self.0.services.get(number)?)
    }

    /// The websites that are filed under the registrable domain of `name`: a filed website covers the names
    /// under it.
    pub fn websites_under<'a>(&'a self, name: &DomainName<'_>) -> impl Iterator<Item = Filed<'a>> {
        self.all(self.0.websites.get(name.registrable().as_ascii()))
    }

    /// The APPs that list this domain.
    pub fn apps_with_domain<'a>(&'a self, name: &DomainName<'_>) -> impl Iterator<Item = Filed<'a>> {
        self.all(self.0.app_domains.get(name.as_ascii()))
    }

    /// The APPs with this package name, on any platform.
    pub fn apps_with_package<'a>(&'a self, name: &str) -> impl Iterator<Item = Filed<'a>> {
        self.all(self.0.packages.get(&package_key(name)))
    }

    /// The APPs of this name.
    pub fn apps_named<'a>(&'a self, name: &str) -> impl Iterator<Item = Filed<'a>> {
        self.all(self.0.app_names.get(name.trim()))
    }

    fn all<'a>(&'a self, places: Option<&'a Vec<(usize, usize)>>) -> impl Iterator<Item = Filed<'a>> {
        places.into_iter().flatten().filter_map(|place| self.filed(*place))
    }

    fn filed(&self, (principal, service): (usize, usize)) -> Option<Filed<'_>> {
        let principal = self.principals().get(principal)?;
        Some(Filed { principal, service: principal.services.get(service)? })
    }
}

/// The registrable part of a domain: an order on it concerns every name under it.
fn domain_key(domain: &str) -> Option<String> {
    Some(DomainName::parse(domain.trim()).ok()?.registrable().as_ascii().to_owned())
}

/// A blacklisted name as it stands: the names beside it are not listed.
fn blacklisted_key(domain: &str) -> Option<String> {
    Some(DomainName::parse(domain.trim()).ok()?.as_ascii().to_owned())
}

/// What two spellings of one principal's name share.
fn name_key(name: &str) -> String {
    folded(name).collect()
}

/// What two packages of one name share: letters count alike on Apple's platforms, so they do everywhere.
pub(crate) fn package_key(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}

impl From<Snapshot> for Registry {
    fn from(snapshot: Snapshot) -> Self {
        let mut index = Indexed::default();
        for (p, principal) in snapshot.principals.iter().enumerate() {
            if let Some(number) = number(principal.filing_number.as_deref()) {
                if *index.principals.entry(number.principal()).or_insert(p) != p {
                    index.ambiguous.insert(number.principal());
                }
            }
            if principal.number().is_none() {
                index.unnumbered.push(p);
            }
            let stated = principal.principal.as_ref();
            if let Some(name) = stated.and_then(|principal| filled(principal.name.as_ref())) {
                index.names.entry(name_key(name)).or_insert(p);
            }
            let certificate = stated.and_then(|principal| principal.certificate.as_ref());
            let holder = certificate.and_then(Holder::of);
            if !matches!(holder, Some(Holder::Body(_) | Holder::Person(..))) {
                index.uncertified.push(p);
            }
            if let Some(holder) = holder {
                index.certificates.entry(holder.key()).or_default().push(p);
            }
            if let Some(account) = filled(principal.account.as_ref()) {
                index.accounts.entry(account.to_owned()).or_default().push(p);
            }
            let responsible_person = stated.and_then(|principal| principal.responsible_person.as_ref());
            let services =
                principal.services.iter().filter_map(|filed| filed.service.as_ref()?.responsible_person());
            for responsible_person in responsible_person.into_iter().chain(services) {
                index.add_responsible_person(responsible_person, p);
            }
            if responsible_person.and_then(mobile).is_none() {
                index.unphoned.push((p, None));
            }
            for (s, filed) in principal.services.iter().enumerate() {
                index.add(filed, (p, s));
                // An individual answers for all that it files.
                if principal.kind() != Some(PrincipalKind::Individual) {
                    index.note_unknown_person(filed, (p, s));
                }
            }
        }
        for (o, order) in snapshot.orders_in_progress.iter().enumerate() {
            for domain in order.domains.iter().flatten().filter_map(|domain| domain_key(domain)) {
                index.orders_on_domains.entry(domain).or_insert(o);
            }
            for code in order.license_codes.iter().flatten() {
                index.orders_with_codes.entry(code.trim().to_owned()).or_insert(o);
            }
            index.has_order_on_unknown.0 |= order.domains.is_none();
            index.has_order_on_unknown.1 |= order.license_codes.is_none();
        }
        let domains = snapshot.blacklisted_domains.as_ref();
        index.blacklisted_domains =
            domains.map(|domains| domains.iter().filter_map(|domain| blacklisted_key(domain)).collect());
        let certificates = snapshot.blacklisted_certificates.as_ref();
        index.blacklisted_certificates = certificates
            .map(|numbers| numbers.iter().map(|number| number.trim().to_ascii_uppercase()).collect());
        let names = snapshot.blacklisted_names.as_ref();
        index.blacklisted_names = names.map(|names| names.iter().map(|name| name_key(name)).collect());
        Self(Arc::new(Indexed { snapshot, ..index }))
    }
}

impl Indexed {
    fn add_responsible_person(&mut self, responsible_person: &ResponsiblePerson, principal: usize) {
        fn note<K: Eq + std::hash::Hash>(places: &mut HashMap<K, Vec<usize>>, key: K, principal: usize) {
            let places = places.entry(key).or_default();
            if places.last() != Some(&principal) {
                places.push(principal);
            }
        }
        if let Some(number) = responsible_person.certificate.as_ref().and_then(certificate_key) {
            note(&mut self.people, number, principal);
        }
        if let Some(mobile) = mobile(responsible_person) {
            note(&mut self.mobiles, mobile, principal);
        }
    }

    fn note_unknown_person(&mut self, filed: &FiledService, place: (usize, usize)) {
        let person = filed.service.as_deref().and_then(Service::responsible_person);
        if person.and_then(mobile).is_none() {
            self.unphoned.push((place.0, Some(place.1)));
        }
        if person.and_then(|person| certificate_key(person.certificate.as_ref()?)).is_none() {
            self.unrepresented.push(place);
        }
    }

    fn add(&mut self, filed: &FiledService, place: (usize, usize)) {
        if let Some(number) = number(filed.filing_number.as_deref()) {
            if *self.services.entry(number).or_insert(place) != place {
                self.ambiguous.insert(number);
            }
        } else {
            self.unnumbered_services.push(place);
        }
        let is_named =
            |service: &Service| service.domains().all(|domain| filled(domain.name.as_ref()).is_some());
        let name = filed.service.as_deref().and_then(Service::name).map(str::trim);
        if filed.may_be(ServiceKind::App) && name.map_or(true, str::is_empty) {
            self.unnamed_apps.push(place);
        }
        if filed.may_be(ServiceKind::Website) && !filed.service.as_deref().is_some_and(is_named) {
            self.undomained.push(place);
        }
        let Some(service) = filed.service.as_deref() else { return };
        let names = service.domains().filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok());
        match service {
            Service::Website(_) => {
                for name in names {
                    push(&mut self.websites, name.registrable().as_ascii().to_owned(), place);
                }
            }
            Service::App(app) => {
                for name in names {
                    push(&mut self.app_domains, name.as_ascii().to_owned(), place);
                }
                let packages = app.platforms.iter().flat_map(|platform| &platform.packages);
                for name in packages.filter_map(|package| filled(package.name.as_ref())) {
                    push(&mut self.packages, package_key(name), place);
                }
                if let Some(name) = filled(app.name.as_ref()) {
                    push(&mut self.app_names, name.to_owned(), place);
                }
            }
        }
    }
}

fn push(places: &mut HashMap<String, Vec<(usize, usize)>>, key: String, place: (usize, usize)) {
    let places = places.entry(key).or_default();
    if places.last() != Some(&place) {
        places.push(place);
    }
}

fn mobile(person: &ResponsiblePerson) -> Option<Mobile> {
    Mobile::parse(person.mobile.as_deref()?).ok()
}

fn number(text: Option<&str>) -> Option<FilingNumber> {
    FilingNumber::parse(text?).ok()
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.snapshot.fmt(f)
    }
}

impl PartialEq for Registry {
    fn eq(&self, other: &Self) -> bool {
        self.0.snapshot == other.0.snapshot
    }
}

impl Serialize for Registry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.snapshot.serialize(serializer)
    }
}

impl Read for Registry {
    const EXPECTED: &'static str = Snapshot::EXPECTED;

    fn blank() -> Self {
        Self::from(Snapshot::default())
    }

    fn enter(&mut self) -> Inside<'_> {
        Inside::Making(Box::new(Indexing { registry: self, snapshot: Snapshot::default() }))
    }
}

/// A registry that is indexed when all of it is read.
struct Indexing<'r> {
    registry: &'r mut Registry,
    snapshot: Snapshot,
}

impl Object for Indexing<'_> {
    fn keys(&self) -> &'static [&'static str] {
        self.snapshot.keys()
    }

    fn field(&mut self, key: &str) -> Result<Field<'_>, &'static [&'static str]> {
        self.snapshot.field(key)
    }

    fn finish(&mut self, _: Seen) -> Result<(), Unfinished> {
        *self.registry = Registry::from(std::mem::take(&mut self.snapshot));
        Ok(())
    }
}
crate::wire::deserialize_by_read!(Registry);

/// Part of no order.
impl Edit for Registry {}
