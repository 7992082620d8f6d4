//! The values of an order that several rules ask for, each parsed once.

use crate::engine::repeat_filter::RepeatFilter;
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::domain::Domain;
use crate::model::order::Order;
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{Package, PlatformKind, Service};
use crate::text::filled;
use crate::value::{
    DomainName, DomainNameError, Mobile, MobileError, PackageName, PackageNameError, Phone, PhoneError,
    ResidentId, ResidentIdError,
};

/// A domain's name, where anything was typed.
pub(crate) type ParsedDomain<'a> = Option<Result<DomainName<'a>, DomainNameError>>;

/// A package's name, where anything was typed.
pub(crate) type ParsedPackage<'a> = Option<Result<PackageName<'a>, PackageNameError>>;

/// How a responsible person is reached, where anything was typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ParsedResponsiblePerson<'a> {
    pub(crate) person: &'a ResponsiblePerson,
    /// The service that it is the responsible person of; `None` of the principal's.
    pub(crate) service: Option<usize>,
    pub(crate) mobile: Option<Result<Mobile, MobileError>>,
    pub(crate) emergency_contact: Option<Result<Phone, PhoneError>>,
}

impl<'a> ParsedResponsiblePerson<'a> {
    pub(crate) fn new(person: &'a ResponsiblePerson, service: Option<usize>) -> Self {
        Self {
            person,
            service,
            mobile: filled(person.mobile.as_ref()).map(Mobile::parse),
            emergency_contact: filled(person.emergency_contact.as_ref()).map(Phone::parse),
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
    filled(certificate.number.as_ref()).filter(|_| bears_one).map(ResidentId::parse)
}

/// The values of an order, each parsed once. The lists are in the order of the walk.
#[derive(Debug)]
pub(crate) struct Parsed<'a> {
    /// The principal's responsible person.
    pub(crate) of_principal: Option<ParsedResponsiblePerson<'a>>,
    /// Those of the services.
    pub(crate) people: Vec<ParsedResponsiblePerson<'a>>,
    pub(crate) domains: Vec<ParsedDomain<'a>>,
    pub(crate) packages: Vec<ParsedPackage<'a>>,
    /// The indices of domains whose registered name is none of the last few: most names are under one or two.
    registered: Vec<usize>,
    /// No more domains than these are different.
    different_domains: usize,
    met: Met,
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
    /// The id of a resource that services run on.
    Resource,
}

/// What was met in the services that were read.
#[derive(Debug, Default)]
struct Met {
    filter: RepeatFilter,
    /// A bit for each thing that may be there twice.
    twice: u8,
    /// How many domains can be read, most of them once.
    well_formed_domains: usize,
}

impl Met {
    fn meet(&mut self, kind: Repeatable, text: &[u8]) {
        // What may be there twice is looked for already.
        if !self.is_twice(kind) && self.filter.may_have(kind.number(), text) {
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

impl<'a> Parsed<'a> {
    pub(crate) fn of(order: &'a Order) -> Self {
        let services = order.services();
        let domains = services.iter().map(Service::domain_count).sum();
        let packages = services.iter().map(Service::package_count).sum();
        let resources: usize = services.iter().map(|service| service.resources().len()).sum();
        let mut parsed = Self {
            of_principal: None,
            people: Vec::with_capacity(services.len()),
            domains: Vec::with_capacity(domains),
            packages: Vec::with_capacity(packages),
            registered: Vec::new(),
            different_domains: 0,
            met: Met::default(),
        };
        // Mobile and e-mail address of the principal's responsible person; of a service its name, and those of its own.
        parsed.met.filter.reserve(2 + 3 * services.len() + domains + packages + resources);
        let responsible_person =
            order.principal().and_then(|principal| principal.responsible_person.as_ref());
        parsed.of_principal = responsible_person.map(|person| parsed_person(person, None, &mut parsed.met));
        let mut recent = Recent::default();
        for (index, service) in services.iter().enumerate() {
            parsed.parse(index, service, &mut recent);
        }
        parsed
    }

    fn parse(&mut self, index: usize, service: &'a Service, recent: &mut Recent<'a>) {
        match service {
            Service::Website(website) => self.parse_domains(&website.domains, true, recent),
            Service::App(app) => {
                let mut last = LastPackage::default();
                for platform in &app.platforms {
                    self.parse_domains(&platform.domains, false, recent);
                    for package in &platform.packages {
                        let (name, is_known) = last.parse(platform.platform, package);
                        if let (Some(Ok(name)), false) = (name, is_known) {
                            self.met.meet(Repeatable::Package, name.as_str().as_bytes());
                        }
                        self.packages.push(name);
                    }
                }
                if let Some(name) = filled(app.name.as_ref()) {
                    self.met.meet(Repeatable::AppName, name.as_bytes());
                }
            }
        }
        for id in service.resources().iter().filter_map(Resource::hosting_id) {
            self.met.meet(Repeatable::Resource, id.as_bytes());
        }
        if let Some(person) = service.responsible_person() {
            self.people.push(parsed_person(person, Some(index), &mut self.met));
        }
    }

    fn parse_domains(&mut self, domains: &'a [Domain], is_of_website: bool, recent: &mut Recent<'a>) {
        for domain in domains {
            let here = self.domains.len();
            if let Some(place) = recent.place_of(domain.name.as_deref(), here) {
                if is_of_website {
                    self.met.meet_again(Repeatable::Domain);
                }
                self.domains.push(self.domains.get(place).cloned().flatten());
                continue;
            }
            self.different_domains += 1;
            let parsed = domain_name(domain);
            if let Some(Ok(name)) = &parsed {
                self.met.well_formed_domains += 1;
                self.met.meet(Repeatable::Domain, name.as_ascii().as_bytes());
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
            self.domains.push(parsed);
        }
    }

    /// All responsible persons.
    pub(crate) fn all_people(&self) -> impl Iterator<Item = &ParsedResponsiblePerson<'a>> + Clone {
        self.of_principal.iter().chain(&self.people)
    }

    /// Domains under all the registered names of the order, some of them several times.
    pub(crate) fn registered_names(&self) -> impl Iterator<Item = &DomainName<'a>> {
        self.registered.iter().filter_map(|place| well_formed(self.domains.get(*place)?))
    }

    /// No more domains than these are different.
    pub(crate) const fn different_domains(&self) -> usize {
        self.different_domains
    }

    /// How many domains of the order can be read, most of them counted once.
    pub(crate) const fn well_formed_domains(&self) -> usize {
        self.met.well_formed_domains
    }

    /// Whether something may be there twice. Where not, nothing is.
    pub(crate) fn may_repeat(&self, kind: Repeatable) -> bool {
        self.met.is_twice(kind)
    }

    /// Whether something holds of a domain that can be read. An APP has the same on several platforms: most are asked
    /// about once.
    pub(crate) fn has_domain(&self, mut holds: impl FnMut(&DomainName<'a>) -> bool) -> bool {
        // A name that was met just before is there as a copy, of the same text.
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

fn parsed_person<'a>(
    person: &'a ResponsiblePerson,
    service: Option<usize>,
    met: &mut Met,
) -> ParsedResponsiblePerson<'a> {
    let parsed = ParsedResponsiblePerson::new(person, service);
    if let Some(Ok(mobile)) = &parsed.mobile {
        met.meet(Repeatable::Mobile, mobile.digits());
    }
    if let Some(email) = filled(person.email.as_ref()) {
        met.meet(Repeatable::Email, email.as_bytes());
    }
    parsed
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
pub(crate) fn well_formed<'b, 'a>(read: &'b ParsedDomain<'a>) -> Option<&'b DomainName<'a>> {
    read.as_ref()?.as_ref().ok()
}

/// Not trimmed: white space around a domain is a mistake of its own.
fn domain_name(domain: &Domain) -> ParsedDomain<'_> {
    filled(domain.name.as_ref()).and(domain.name.as_deref()).map(DomainName::parse)
}

/// The package of an APP that was read last, and the platforms that have its name.
#[derive(Default)]
struct LastPackage<'a> {
    read: ParsedPackage<'a>,
    platforms: u32,
}

impl<'a> LastPackage<'a> {
    /// A package's name as written, since white space around it is a mistake of its own; and whether it is the last
    /// one's on one more platform.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    fn parse(&mut self, kind: PlatformKind, package: &'a Package) -> (ParsedPackage<'a>, bool) {
        let Some(text) = filled(package.name.as_ref()).and(package.name.as_deref()) else {
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
