//! The values of an order that several rules ask for, each read once.

use crate::ahead::{first_byte, some_at_a_time};
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

/// All of an order, in the order of the walk.
#[derive(Debug)]
pub(crate) struct Readings<'a> {
    pub(crate) people: Vec<ReadPerson<'a>>,
    pub(crate) domains: Vec<ReadDomain<'a>>,
    pub(crate) packages: Vec<ReadPackage<'a>>,
    /// The places of domains whose registered name is none of the last few: most names are under one or two.
    registered: Vec<usize>,
    /// No more domains than these are different.
    pub(crate) different_domains: usize,
    /// How many domains can be read, most of them once.
    pub(crate) well_formed_domains: usize,
    pub(crate) may_repeat: MayRepeat,
}

/// Of what some may be there twice; most orders have nothing twice, and no need to look for it.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools)] // each of a thing of its own
pub(crate) struct MayRepeat {
    pub(crate) mobiles: bool,
    pub(crate) emails: bool,
    /// Of all that can be read, and of websites however near to each other.
    pub(crate) domains: bool,
    /// Beside one name of an APP on several platforms.
    pub(crate) packages: bool,
    pub(crate) app_names: bool,
    /// The ids of what carries services.
    pub(crate) carriers: bool,
}

impl<'a> Readings<'a> {
    pub(crate) fn of(order: &'a Order) -> Self {
        let services = order.services();
        let room = || Fingerprints::with_capacity(services.len() + 1);
        let (mut mobiles, mut emails, mut app_names, mut carriers) = (room(), room(), room(), room());
        let mut people = Vec::with_capacity(services.len() + 1);
        let mut read_person = |person: &'a Person, service| {
            let read = ReadPerson::new(person, service);
            if let Some(Ok(mobile)) = &read.mobile {
                mobiles.push(mobile.digits());
            }
            if let Some(email) = typed(person.email.as_ref()) {
                emails.push(email.as_bytes());
            }
            people.push(read);
        };
        if let Some(head) = order.principal().and_then(|principal| principal.head.as_ref()) {
            read_person(head, None);
        }
        let mut domains = Vec::with_capacity(services.iter().map(Service::domain_count).sum());
        let mut names = Fingerprints::with_capacity(domains.capacity());
        let mut registered: Vec<usize> = Vec::new();
        let mut packages = Vec::with_capacity(services.iter().map(Service::package_count).sum());
        let mut package_names = Fingerprints::with_capacity(packages.capacity());
        let mut recent = Recent::default();
        let (mut different_domains, mut is_domain_met) = (0, false);
        let mut read_domains = |list: &'a [Domain], is_of_website: bool| {
            for domain in list {
                let read = match recent.place_of(domain.name.as_deref(), domains.len()) {
                    Some(place) => {
                        is_domain_met |= is_of_website;
                        domains.get(place).cloned().flatten()
                    }
                    None => {
                        different_domains += 1;
                        let read = domain_name(domain);
                        if let Some(Ok(name)) = &read {
                            names.push(name.as_ascii().as_bytes());
                            let is_under = |place: &usize| {
                                let other = domains.get(*place).and_then(well_formed);
                                other.is_some_and(|other| other.registered() == name.registered())
                            };
                            let is_known = match registered.as_slice() {
                                [.., before, last] => is_under(last) || is_under(before),
                                [only] => is_under(only),
                                [] => false,
                            };
                            if !is_known {
                                registered.push(domains.len());
                            }
                        }
                        read
                    }
                };
                domains.push(read);
            }
        };
        let numbered = some_at_a_time(services, texts_ahead).flat_map(|(first, some)| (first..).zip(some));
        for (index, service) in numbered {
            match service {
                Service::Website(website) => read_domains(&website.domains, true),
                Service::App(app) => {
                    let mut last = LastPackage::default();
                    for platform in &app.platforms {
                        read_domains(&platform.domains, false);
                        for package in &platform.packages {
                            let (read, is_known) = last.read(platform.platform, package);
                            if let (Some(Ok(name)), false) = (read, is_known) {
                                package_names.push(name.as_str().as_bytes());
                            }
                            packages.push(read);
                        }
                    }
                    if let Some(name) = typed(app.name.as_ref()) {
                        app_names.push(name.as_bytes());
                    }
                }
            }
            for id in service.resources().iter().filter_map(Resource::carrier_id) {
                carriers.push(id.as_bytes());
            }
            if let Some(head) = service.head() {
                read_person(head, Some(index));
            }
        }
        let well_formed_domains = names.len();
        let may_repeat = MayRepeat {
            mobiles: mobiles.may_repeat(),
            emails: emails.may_repeat(),
            domains: is_domain_met | names.may_repeat(),
            packages: package_names.may_repeat(),
            app_names: app_names.may_repeat(),
            carriers: carriers.may_repeat(),
        };
        Self { people, domains, packages, registered, different_domains, well_formed_domains, may_repeat }
    }

    /// Domains under all the registered names of the order, some of them several times.
    pub(crate) fn registered_names(&self) -> impl Iterator<Item = &DomainName<'a>> {
        self.registered.iter().filter_map(|place| well_formed(self.domains.get(*place)?))
    }

    /// Whether something holds of a domain that can be read. An APP has the same on several platforms: most are asked
    /// about once.
    pub(crate) fn has_domain(&self, mut holds: impl FnMut(&DomainName<'a>) -> bool) -> bool {
        // A name that was met just before is there as a copy of what was read then, of the same text.
        let (mut last, mut before) = ("", "");
        let ahead = |name: &_| well_formed(name).map_or(0, |name| first_byte(name.as_ascii()));
        for (_, some) in some_at_a_time(&self.domains, ahead) {
            for name in some.iter().filter_map(well_formed) {
                let text = name.as_ascii();
                if std::ptr::eq(text, last) || std::ptr::eq(text, before) {
                    continue;
                }
                if holds(name) {
                    return true;
                }
                before = std::mem::replace(&mut last, text);
            }
        }
        false
    }
}

/// Of a service the texts that are read for several rules, ahead.
fn texts_ahead(service: &Service) -> u8 {
    let first = |text: Option<&str>| text.map_or(0, first_byte);
    let mut read = first(service.name());
    for domain in service.domains() {
        read ^= first(domain.name.as_deref());
    }
    for package in service.platforms().iter().flat_map(|platform| &platform.packages) {
        read ^= first(package.name.as_deref());
    }
    for resource in service.resources() {
        read ^= first(resource.carrier_id());
    }
    if let Some(head) = service.head() {
        read ^= first(head.mobile.as_deref()) ^ first(head.emergency_contact.as_deref());
        read ^= first(head.email.as_deref());
    }
    read
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
