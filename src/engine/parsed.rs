//! The values of an order that several rules read, each parsed once.

use crate::engine::repeat_filter::RepeatFilter;
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::domain::Domain;
use crate::model::holder::known_number;
use crate::model::order::Order;
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{Package, PlatformKind, Service};
use crate::text::filled;
use crate::value::{
    DomainName, DomainNameError, Mobile, MobileError, PackageName, PackageNameError, Phone, PhoneError,
    ResidentId, ResidentIdError,
};

/// The parsed name of a domain; `None` where it is blank.
pub(crate) type ParsedDomain<'a> = Option<Result<DomainName<'a>, DomainNameError>>;

/// The parsed name of a package; `None` where it is blank.
pub(crate) type ParsedPackage<'a> = Option<Result<PackageName<'a>, PackageNameError>>;

/// The parsed contact of a responsible person; what is blank is `None`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ParsedResponsiblePerson<'a> {
    pub(crate) person: &'a ResponsiblePerson,
    /// The index of the service; `None` for the principal's responsible person.
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

/// The parsed identity number of a certificate; `None` where its kind bears none, or the number is blank.
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

/// The parsed values of an order. Each list is in the order of the walk, so that the walk can pair it with
/// the model.
#[derive(Debug)]
pub(crate) struct Parsed<'a> {
    pub(crate) of_principal: Option<ParsedResponsiblePerson<'a>>,
    /// Those of the services that have one.
    pub(crate) people: Vec<ParsedResponsiblePerson<'a>>,
    pub(crate) domains: Vec<ParsedDomain<'a>>,
    pub(crate) packages: Vec<ParsedPackage<'a>>,
    /// The indices of domains that together cover all registered names. A domain is left out where one of the
    /// last two in this list has the same registered name, as nearly all have.
    registered: Vec<usize>,
    /// An upper bound of the number of different domains.
    different_domains: usize,
    met: Met,
}

/// What a rule may find twice in an order. Most orders repeat nothing, which the repeat filter shows without
/// a search.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Repeatable {
    Mobile,
    Email,
    /// A domain; the same one on several platforms of an APP does not count.
    Domain,
    /// The name of a package; the same one on several platforms of an APP does not count.
    Package,
    AppName,
    /// The id of a resource that services run on.
    Resource,
    /// The certificate number of a responsible person.
    Person,
}

/// What was met while the services were parsed.
#[derive(Debug, Default)]
struct Met {
    filter: RepeatFilter,
    /// A bit for each `Repeatable` that may occur twice.
    twice: u8,
    /// How many domains are well formed; one that equals one of the last two is not counted again.
    well_formed_domains: usize,
}

impl Met {
    fn meet(&mut self, kind: Repeatable, text: &[u8]) {
        // Once a repetition is possible the slow way is taken anyway, and the filter is not asked again.
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
        // The most texts that the filter can meet: two telephone numbers, e-mail address and certificate number of each
        // responsible person; the name of each service; domains, packages, resources.
        parsed.met.filter.reserve(4 + 5 * services.len() + domains + packages + resources);
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

    /// Domains that together cover all registered names of the order; a registered name may occur several
    /// times.
    pub(crate) fn registered_names(&self) -> impl Iterator<Item = &DomainName<'a>> {
        self.registered.iter().filter_map(|place| well_formed(self.domains.get(*place)?))
    }

    /// An upper bound of the number of different domains.
    pub(crate) const fn different_domains(&self) -> usize {
        self.different_domains
    }

    /// How many domains are well formed; exact, counted once each, where `may_repeat` rules a repeated domain
    /// out.
    pub(crate) const fn well_formed_domains(&self) -> usize {
        self.met.well_formed_domains
    }

    /// Whether this may occur twice: `false` is certain, `true` has to be looked for.
    pub(crate) fn may_repeat(&self, kind: Repeatable) -> bool {
        self.met.is_twice(kind)
    }

    /// Whether `holds` is true of a well-formed domain. An APP has the same domains on several platforms: a
    /// name that equals one of the last two is not tried again.
    pub(crate) fn has_domain(&self, mut holds: impl FnMut(&DomainName<'a>) -> bool) -> bool {
        // The equal name is a clone that borrows the same text, so that comparing addresses is enough; a miss
        // only costs a second call.
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
    if let Some(Ok(Phone::Mobile(mobile))) = &parsed.emergency_contact {
        met.meet(Repeatable::Mobile, mobile.digits());
    }
    if let Some(email) = filled(person.email.as_ref()) {
        met.meet(Repeatable::Email, email.as_bytes());
    }
    if let Some(number) = person.certificate.as_ref().and_then(known_number) {
        met.meet(Repeatable::Person, number.as_bytes());
    }
    parsed
}

/// The last two different texts, and their indices. A domain that equals one of them is copied, since an APP has
/// the same domains on several platforms; parsing it again is the slow way, and the test below holds both equal.
#[derive(Default)]
struct Recent<'a> {
    last: Option<(&'a str, usize)>,
    before: Option<(&'a str, usize)>,
}

impl<'a> Recent<'a> {
    /// The index of an equal text among the last two; without one the text is kept with `place`.
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

/// The domain name, where it is well formed.
pub(crate) fn well_formed<'b, 'a>(parsed: &'b ParsedDomain<'a>) -> Option<&'b DomainName<'a>> {
    parsed.as_ref()?.as_ref().ok()
}

/// The name as typed, since white space around it is a mistake of its own.
fn domain_name(domain: &Domain) -> ParsedDomain<'_> {
    filled(domain.name.as_ref()).and(domain.name.as_deref()).map(DomainName::parse)
}

/// The last package name of an APP, and the platforms on which it occurred, a bit each. The same name on another
/// platform need not be parsed from the start; the test below holds that equal to parsing it.
#[derive(Default)]
struct LastPackage<'a> {
    name: ParsedPackage<'a>,
    platforms: u32,
}

impl<'a> LastPackage<'a> {
    /// Parses a package's name as typed, since white space around it is a mistake of its own. The flag says
    /// that it is the last name once more, on another platform.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    fn parse(&mut self, kind: PlatformKind, package: &'a Package) -> (ParsedPackage<'a>, bool) {
        let Some(text) = filled(package.name.as_ref()).and(package.name.as_deref()) else {
            return (None, false);
        };
        let last = self.name.and_then(Result::ok).filter(|last| last.as_str() == text);
        let name = last.and_then(|last| last.on(kind)).map_or_else(|| PackageName::parse(kind, text), Ok);
        let platform = 1 << kind as u32;
        let is_known = last.is_some() && self.platforms & platform == 0;
        self.platforms = if is_known { self.platforms | platform } else { platform };
        self.name = Some(name);
        (Some(name), is_known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::duplicates::distinct_domains;
    use crate::model::order::Filing;
    use crate::model::service::{App, Platform, Website};
    use crate::rulebook::provinces::Metric;
    use std::collections::BTreeSet;

    /// Domains and packages of these names, where one that was met just before is copied and not parsed again.
    fn order(names: &[&str]) -> Order {
        let domains = || names.iter().map(|name| Domain::named(*name));
        let packages = || names.iter().map(|name| Package::new().with_name(*name));
        let on = |kind| Platform::new(kind).with_domains(domains()).with_packages(packages());
        let app =
            App::new().with_platforms([PlatformKind::Android, PlatformKind::Ios, PlatformKind::Ios].map(on));
        let website = (names.len() > 1).then(|| Website::new().with_domains(domains()).into());
        Order::FirstFiling(Filing::new().with_services(std::iter::once(Service::from(app)).chain(website)))
    }

    #[test]
    fn each_value_is_parsed_as_if_it_stood_alone() {
        for names in [
            &["a.example.com", "b.example.com", "a.example.com", "b.example.com"][..],
            &["a.example.com", "b.example.com", "c.example.cn", "a.example.com", " a.example.com", ""],
            &["com.example.app", "com.example.App", "com.example.app", "示例", "示例", "a b", "a b"],
            &["x.com"],
        ] {
            let order = order(names);
            let parsed = Parsed::of(&order);
            let domains: Vec<_> =
                order.services().iter().flat_map(Service::domains).map(domain_name).collect();
            assert_eq!(parsed.domains, domains, "{names:?}");
            let platforms = order.services().iter().flat_map(Service::platforms);
            let packages: Vec<ParsedPackage<'_>> = platforms
                .flat_map(|platform| platform.packages.iter().map(|package| (platform.platform, package)))
                .map(|(kind, package)| {
                    let name = package.name.as_deref().filter(|name| !name.trim().is_empty());
                    name.map(|name| PackageName::parse(kind, name))
                })
                .collect();
            assert_eq!(parsed.packages, packages, "{names:?}");
            let distinct: BTreeSet<&str> =
                domains.iter().filter_map(well_formed).map(DomainName::as_ascii).collect();
            assert_eq!(distinct_domains(&parsed, Metric::Domains), distinct.len(), "{names:?}");
            assert!(parsed.different_domains() >= distinct.len(), "{names:?}");
            let mut asked = BTreeSet::new();
            let is_asked = |name: &DomainName<'_>| {
                asked.insert(name.as_ascii().to_owned());
                false
            };
            assert!(!parsed.has_domain(is_asked) && asked.len() == distinct.len(), "{names:?}");
        }
    }
}
