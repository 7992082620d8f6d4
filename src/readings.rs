//! The values of an order that several rules ask for, each read once.

use std::cell::RefCell;

use once_cell::unsync::OnceCell;

use crate::ahead::read_ahead;
use crate::certificate::{Certificate, CertificateKind};
use crate::domain::Domain;
use crate::fingerprint::Fingerprints;
use crate::order::Order;
use crate::person::Person;
use crate::resource::Resource;
use crate::service::{Package, PlatformKind, Service};
use crate::value::{
    DomainName, DomainNameError, Mobile, MobileError, PackageName, PackageNameError, Phone, PhoneError,
    ResidentId, ResidentIdError,
};
use crate::walk::typed;

/// A domain's name, where anything was typed.
pub(crate) type ReadDomain<'a> = Option<Result<DomainName<'a>, DomainNameError>>;

/// A package's name, where anything was typed.
pub(crate) type ReadPackage<'a> = Option<Result<PackageName<'a>, PackageNameError>>;

/// How a head is reached, where anything was typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadPerson<'a> {
    pub(crate) person: &'a Person,
    /// The service that it is the head of; `None` of the principal's.
    pub(crate) service: Option<usize>,
    pub(crate) mobile: Option<Result<Mobile, MobileError>>,
    pub(crate) emergency_contact: Option<Result<Phone, PhoneError>>,
}

impl<'a> ReadPerson<'a> {
    pub(crate) fn new(person: &'a Person, service: Option<usize>) -> Self {
        Self {
            person,
            service,
            mobile: typed(person.mobile.as_ref()).map(Mobile::parse),
            emergency_contact: typed(person.emergency_contact.as_ref()).map(Phone::parse),
        }
    }
}

/// The identity number of a certificate, where it is of a kind that bears one and anything was typed.
pub(crate) fn read_resident_id(certificate: &Certificate) -> Option<Result<ResidentId, ResidentIdError>> {
    let bears_one = matches!(
        certificate.kind?,
        CertificateKind::ResidentIdCard
            | CertificateKind::HkMacauResidencePermit
            | CertificateKind::TaiwanResidencePermit
            | CertificateKind::ForeignerPermanentResidenceCard
    );
    typed(certificate.number.as_ref()).filter(|_| bears_one).map(ResidentId::parse)
}

/// What is read of an order: of its services some at a time, when the walk comes to them, so that they are still in the
/// cache when the rules are asked.
#[derive(Debug)]
pub(crate) struct Readings<'a> {
    services: &'a [Service],
    /// The principal's head.
    pub(crate) head: Option<ReadPerson<'a>>,
    /// Of the first so many groups of services there is something.
    groups: Vec<OnceCell<ReadServices<'a>>>,
    met: RefCell<Met>,
}

/// What is read of some services that follow each other; the lists are in the order of the walk.
#[derive(Debug)]
pub(crate) struct ReadServices<'a> {
    /// The place of the first one in the order.
    pub(crate) first: usize,
    pub(crate) services: &'a [Service],
    pub(crate) people: Vec<ReadPerson<'a>>,
    pub(crate) domains: Vec<ReadDomain<'a>>,
    pub(crate) packages: Vec<ReadPackage<'a>>,
    /// The places of domains whose registered name is none of the last few: most names are under one or two.
    registered: Vec<usize>,
    /// No more domains than these are different.
    different_domains: usize,
    pub(crate) has_unusual_suffix: OnceCell<bool>,
    pub(crate) has_unusual_word: OnceCell<bool>,
}

/// What may be there twice. Most orders have nothing twice, and no need to look for it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Repeatable {
    Mobile,
    Email,
    /// Of an APP, beside one that it has on several platforms.
    Domain,
    /// Of a package, beside one name of an APP on several platforms.
    Package,
    AppName,
    /// The id of what carries services.
    Carrier,
}

/// What was met in the services that were read.
#[derive(Debug, Default)]
struct Met {
    fingerprints: Fingerprints,
    /// A bit for each thing that may be there twice.
    twice: u8,
    /// How many domains can be read, most of them once.
    well_formed_domains: usize,
}

impl Met {
    fn meet(&mut self, kind: Repeatable, text: &[u8]) {
        // What may be there twice is looked for already.
        if !self.is_twice(kind) && self.fingerprints.may_have(kind.number(), text) {
            self.meet_again(kind);
        }
    }

    fn meet_again(&mut self, kind: Repeatable) {
        self.twice |= 1 << kind.number();
    }

    fn is_twice(&self, kind: Repeatable) -> bool {
        self.twice & 1 << kind.number() != 0
    }
}

impl Repeatable {
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    fn number(self) -> u8 {
        self as u8
    }
}

/// So many services are read, and then judged, at a time: all of their texts have room in the cache.
const AT_A_TIME: usize = 64;

impl<'a> Readings<'a> {
    pub(crate) fn of(order: &'a Order) -> Self {
        let services = order.services();
        let mut met = Met::default();
        // What usual orders have: two of a head, and some of each service.
        met.fingerprints.reserve(2 + 8 * services.len());
        let head = order.principal().and_then(|principal| principal.head.as_ref());
        let head = head.map(|head| read_person(head, None, &mut met));
        let groups = services.chunks(AT_A_TIME).map(|_| OnceCell::new()).collect();
        Self { services, head, groups, met: RefCell::new(met) }
    }

    /// The services, some at a time, with what is read of them; read when one comes to them, in the order that they have.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &ReadServices<'a>> + Clone {
        let places = self.groups.iter().zip((0..).step_by(AT_A_TIME)).zip(self.services.chunks(AT_A_TIME));
        places.map(|((group, first), services)| {
            group.get_or_init(|| {
                // A few are in the cache soon enough.
                if self.groups.len() > 1 {
                    read_ahead(services);
                }
                ReadServices::of(services, first, &mut self.met.borrow_mut())
            })
        })
    }

    /// All heads.
    pub(crate) fn people(&self) -> impl Iterator<Item = &ReadPerson<'a>> + Clone {
        self.head.iter().chain(self.groups().flat_map(|group| &group.people))
    }

    /// All domains, by service: where they are, and what was read.
    pub(crate) fn domains(&self) -> impl Iterator<Item = (DomainPlace, &ReadDomain<'a>)> {
        self.groups().enumerate().flat_map(|(group, read)| {
            read.domains.iter().enumerate().map(move |(at, domain)| (DomainPlace { group, at }, domain))
        })
    }

    pub(crate) fn domain(&self, place: DomainPlace) -> Option<&ReadDomain<'a>> {
        self.groups.get(place.group)?.get()?.domains.get(place.at)
    }

    pub(crate) fn packages(&self) -> impl Iterator<Item = &ReadPackage<'a>> {
        self.groups().flat_map(|group| &group.packages)
    }

    /// Domains under all the registered names of the order, some of them several times.
    pub(crate) fn registered_names(&self) -> impl Iterator<Item = &DomainName<'a>> {
        self.groups().flat_map(ReadServices::registered_names)
    }

    /// No more domains than these are different.
    pub(crate) fn different_domains(&self) -> usize {
        self.groups().map(|group| group.different_domains).sum()
    }

    /// How many domains of the whole order can be read, most of them once.
    pub(crate) fn well_formed_domains(&self) -> usize {
        // They are counted as they are read.
        self.groups().for_each(|_| ());
        self.met.borrow().well_formed_domains
    }

    /// Whether, of what was read so far, something may be there twice. Where not, nothing is.
    pub(crate) fn may_repeat(&self, kind: Repeatable) -> bool {
        self.met.borrow().is_twice(kind)
    }
}

/// Where a domain is among those that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DomainPlace {
    group: usize,
    at: usize,
}

fn read_person<'a>(person: &'a Person, service: Option<usize>, met: &mut Met) -> ReadPerson<'a> {
    let read = ReadPerson::new(person, service);
    if let Some(Ok(mobile)) = &read.mobile {
        met.meet(Repeatable::Mobile, mobile.digits());
    }
    if let Some(email) = typed(person.email.as_ref()) {
        met.meet(Repeatable::Email, email.as_bytes());
    }
    read
}

impl<'a> ReadServices<'a> {
    fn of(services: &'a [Service], first: usize, met: &mut Met) -> Self {
        let domains = services.iter().map(Service::domain_count).sum();
        let packages = services.iter().map(Service::package_count).sum();
        let mut read = Self {
            first,
            services,
            people: Vec::with_capacity(services.len()),
            domains: Vec::with_capacity(domains),
            packages: Vec::with_capacity(packages),
            registered: Vec::new(),
            different_domains: 0,
            has_unusual_suffix: OnceCell::new(),
            has_unusual_word: OnceCell::new(),
        };
        let resources: usize = services.iter().map(|service| service.resources().len()).sum();
        // Of a service its name, and mobile and e-mail address of its head.
        met.fingerprints.reserve(3 * services.len() + domains + packages + resources);
        let mut recent = Recent::default();
        for (index, service) in (first..).zip(services) {
            match service {
                Service::Website(website) => read.read_domains(&website.domains, true, &mut recent, met),
                Service::App(app) => {
                    let mut last = LastPackage::default();
                    for platform in &app.platforms {
                        read.read_domains(&platform.domains, false, &mut recent, met);
                        for package in &platform.packages {
                            let (name, is_known) = last.read(platform.platform, package);
                            if let (Some(Ok(name)), false) = (name, is_known) {
                                met.meet(Repeatable::Package, name.as_str().as_bytes());
                            }
                            read.packages.push(name);
                        }
                    }
                    if let Some(name) = typed(app.name.as_ref()) {
                        met.meet(Repeatable::AppName, name.as_bytes());
                    }
                }
            }
            for id in service.resources().iter().filter_map(Resource::carrier_id) {
                met.meet(Repeatable::Carrier, id.as_bytes());
            }
            if let Some(head) = service.head() {
                read.people.push(read_person(head, Some(index), met));
            }
        }
        read
    }

    fn read_domains(
        &mut self,
        domains: &'a [Domain],
        is_of_website: bool,
        recent: &mut Recent<'a>,
        met: &mut Met,
    ) {
        for domain in domains {
            let here = self.domains.len();
            if let Some(place) = recent.place_of(domain.name.as_deref(), here) {
                if is_of_website {
                    met.meet_again(Repeatable::Domain);
                }
                self.domains.push(self.domains.get(place).cloned().flatten());
                continue;
            }
            self.different_domains += 1;
            let read = domain_name(domain);
            if let Some(Ok(name)) = &read {
                met.well_formed_domains += 1;
                met.meet(Repeatable::Domain, name.as_ascii().as_bytes());
                let is_under = |place: &usize| {
                    let other = self.domains.get(*place).and_then(well_formed);
                    other.is_some_and(|other| other.registered() == name.registered())
                };
                let is_known = match self.registered.as_slice() {
                    [.., before, last] => is_under(last) || is_under(before),
                    [only] => is_under(only),
                    [] => false,
                };
                if !is_known {
                    self.registered.push(here);
                }
            }
            self.domains.push(read);
        }
    }

    /// Domains under all the registered names of these services, some of them several times.
    pub(crate) fn registered_names(&self) -> impl Iterator<Item = &DomainName<'a>> {
        self.registered.iter().filter_map(|place| well_formed(self.domains.get(*place)?))
    }

    /// Whether something holds of a domain that can be read. An APP has the same on several platforms: most are asked
    /// about once.
    pub(crate) fn has_domain(&self, mut holds: impl FnMut(&DomainName<'a>) -> bool) -> bool {
        // A name that was met just before is there as a copy of what was read then, of the same text.
        let (mut last, mut before) = ("", "");
        self.domains.iter().filter_map(well_formed).any(|name| {
            let text = name.as_ascii();
            if std::ptr::eq(text, last) || std::ptr::eq(text, before) {
                return false;
            }
            before = std::mem::replace(&mut last, text);
            holds(name)
        })
    }
}

/// The last two texts that were different, and their places.
#[derive(Default)]
struct Recent<'a> {
    last: Option<(&'a str, usize)>,
    before: Option<(&'a str, usize)>,
}

impl<'a> Recent<'a> {
    /// Where a text was met just before; where not, it is kept as met at `place`.
    fn place_of(&mut self, text: Option<&'a str>, place: usize) -> Option<usize> {
        let text = text?;
        let met =
            |kept: Option<(&str, usize)>| kept.filter(|(known, _)| *known == text).map(|(_, place)| place);
        let known = met(self.last).or_else(|| met(self.before));
        if known.is_none() {
            self.before = self.last.replace((text, place));
        }
        known
    }
}

/// A domain that can be read.
pub(crate) fn well_formed<'b, 'a>(read: &'b ReadDomain<'a>) -> Option<&'b DomainName<'a>> {
    read.as_ref()?.as_ref().ok()
}

/// Not trimmed: white space around a domain is a mistake of its own.
fn domain_name(domain: &Domain) -> ReadDomain<'_> {
    typed(domain.name.as_ref()).and(domain.name.as_deref()).map(DomainName::parse)
}

/// The package of an APP that was read last, and the platforms that have its name.
#[derive(Default)]
struct LastPackage<'a> {
    read: ReadPackage<'a>,
    platforms: u32,
}

impl<'a> LastPackage<'a> {
    /// A package's name as written, since white space around it is a mistake of its own; and whether it is the last
    /// one's on one more platform.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    fn read(&mut self, kind: PlatformKind, package: &'a Package) -> (ReadPackage<'a>, bool) {
        let Some(text) = typed(package.name.as_ref()).and(package.name.as_deref()) else {
            return (None, false);
        };
        let last = self.read.and_then(Result::ok).filter(|last| last.as_str() == text);
        let read = last.and_then(|last| last.on(kind)).map_or_else(|| PackageName::parse(kind, text), Ok);
        let platform = 1 << kind as u32;
        let is_known = last.is_some() && self.platforms & platform == 0;
        self.platforms = if is_known { self.platforms | platform } else { platform };
        self.read = Some(read);
        (Some(read), is_known)
    }
}
