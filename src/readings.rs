//! The values of an order that several rules ask for, each read once.

use crate::certificate::{Certificate, CertificateKind};
use crate::domain::Domain;
use crate::order::Order;
use crate::person::Person;
use crate::service::{Package, Platform, Service};
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
    /// No more domains than these are different.
    pub(crate) different_domains: usize,
}

impl<'a> Readings<'a> {
    pub(crate) fn of(order: &'a Order) -> Self {
        let services = order.services();
        let mut people = Vec::with_capacity(services.len() + 1);
        let head = order.principal().and_then(|principal| principal.head.as_ref());
        people.extend(head.map(|head| ReadPerson::new(head, None)));
        let mut domains = Vec::with_capacity(services.iter().flat_map(Service::domains).count());
        let mut packages = Vec::with_capacity(services.iter().flat_map(packages_of).count());
        let mut recent = Recent::default();
        let mut different_domains = 0;
        for (index, service) in services.iter().enumerate() {
            for domain in service.domains() {
                let read = match recent.place_of(domain.name.as_deref(), domains.len()) {
                    Some(place) => domains.get(place).cloned().flatten(),
                    None => {
                        different_domains += 1;
                        domain_name(domain)
                    }
                };
                domains.push(read);
            }
            packages.extend(packages_of(service).map(|(platform, package)| package_name(platform, package)));
            people.extend(service.head().map(|head| ReadPerson::new(head, Some(index))));
        }
        Self { people, domains, packages, different_domains }
    }

    /// The domains that can be read, most of them once: an APP has the same on several platforms.
    pub(crate) fn domain_names(&self) -> impl Iterator<Item = &DomainName<'a>> {
        let mut recent = Recent::default();
        let names = self.domains.iter().filter_map(|name| name.as_ref()?.as_ref().ok());
        names.filter(move |name| recent.place_of(Some(name.as_ascii()), 0).is_none())
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
        let mut kept = [self.last, self.before].into_iter().flatten();
        let known = kept.find_map(|(known, place)| (known == text).then_some(place));
        if known.is_none() {
            self.before = self.last.replace((text, place));
        }
        known
    }
}

/// Not trimmed: white space around a domain is a mistake of its own.
fn domain_name(domain: &Domain) -> ReadDomain<'_> {
    typed(domain.name.as_ref()).and(domain.name.as_deref()).map(DomainName::parse)
}

/// As written, for the same reason.
fn package_name<'a>(platform: &Platform, package: &'a Package) -> ReadPackage<'a> {
    let name = typed(package.name.as_ref()).and(package.name.as_deref())?;
    Some(PackageName::parse(platform.platform, name))
}

fn packages_of(service: &Service) -> impl Iterator<Item = (&Platform, &Package)> {
    let platforms = service.platforms();
    platforms.iter().flat_map(|platform| platform.packages.iter().map(move |package| (platform, package)))
}
