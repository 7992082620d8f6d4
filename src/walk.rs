//! The one traversal of an order: it owns the places, calls the rules of each, and collects what they say.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use once_cell::{sync, unsync::OnceCell};

use crate::certificate::Certificate;
use crate::context::{Account, Context, TargetAccount};
use crate::domain::Domain;
use crate::fields::Given;
use crate::fitting;
use crate::material::Material;
use crate::order::{Order, OrderKind};
use crate::params::Params;
use crate::path::{At, BlockedPlaces, FieldPath, Key, Segment};
use crate::person::Person;
use crate::principal::{Filer, Principal, PrincipalKind};
use crate::provinces::{Metric, ProvinceRules};
use crate::readings::{
    read_resident_id, ReadDomain, ReadPackage, ReadPerson, ReadServices, Readings, Repeatable,
};
use crate::registry::{FiledPrincipal, Registry};
use crate::report::{leave_out_early, Fact, Finding, LeftOut, Need, Report, Undetermined};
use crate::resource::{Resource, Server};
use crate::rule::{Needs, Rule, Severity};
use crate::rulebook::{Limit, Limits, Rulebook};
use crate::rules;
use crate::rules::province::UnusualWords;
use crate::service::{Package, Platform, Service, ServiceKind};
use crate::shared::{
    distinct_domains, first_alike, repeated_names, Carriers, Contacts, Heads, Packages, Repeated,
    ServerlessPackages, SharedHead,
};
use crate::value::{
    Agreement, FilingNumber, Mobile, MobileError, Phone, PhoneError, Province, Region, RegionError,
    ResidentId, ResidentIdError,
};
use crate::words::Words;

/// Checks an order.
///
/// Pure: no clock, no file, no network; the same arguments give the same report, byte for byte. It never
/// fails: what is wrong with the order is a [`Finding`], what the context does not tell is
/// [`Undetermined`].
///
/// Time and memory grow with the order and the context as the sum of their parts, whatever is in them, and a report
/// lists at most [`Rulebook::max_findings`].
pub fn validate(order: &Order, context: &Context, rulebook: &Rulebook) -> Report {
    report(order, context, rulebook, rulebook.max_findings())
}

/// The same with every finding, however many there are.
pub(crate) fn validate_whole(order: &Order, context: &Context, rulebook: &Rulebook) -> Report {
    report(order, context, rulebook, None)
}

fn report(order: &Order, context: &Context, rulebook: &Rulebook, max_findings: Option<u32>) -> Report {
    let cx = Cx::new(order, context, rulebook);
    let mut out = Out::new(cx.kind, rulebook.clone(), max_findings);
    Walk { cx: &cx, plan: rulebook.plan(cx.kind) }.order(&mut out);
    rules::province::leave_one(&mut out.findings);
    let mut report = Report::new(out.findings, by_rule(out.undetermined), rulebook.version().clone());
    report.left_out = Some(out.early);
    report.leave_out_beyond(max_findings);
    report.findings.iter_mut().for_each(|finding| finding.mend(&cx));
    report
}

/// What is undetermined, by the ids of the rules; each comes with its rule's rank among them.
fn by_rule(mut undetermined: Vec<(usize, Undetermined)>) -> Vec<Undetermined> {
    // A rule is there once.
    undetermined.sort_unstable_by_key(|(rank, _)| *rank);
    undetermined.into_iter().map(|(_, undetermined)| undetermined).collect()
}

type OrderCheck = fn(&Cx<'_>, &mut Out);
type PrincipalCheck = fn(&Cx<'_>, &PrincipalNode<'_>, &mut Out);
type PersonCheck = fn(&Cx<'_>, &PersonNode<'_>, &mut Out);
type ServiceCheck = fn(&Cx<'_>, &ServiceNode<'_>, &mut Out);
type DomainCheck = fn(&Cx<'_>, &DomainNode<'_>, &mut Out);
type PlatformCheck = fn(&Cx<'_>, &PlatformNode<'_>, &mut Out);
type PackageCheck = fn(&Cx<'_>, &PackageNode<'_>, &mut Out);
type MaterialCheck = fn(&Cx<'_>, &MaterialNode<'_>, &mut Out);
type ResourceCheck = fn(&Cx<'_>, &ResourceNode<'_>, &mut Out);
type ServerCheck = fn(&Cx<'_>, &ServerNode<'_>, &mut Out);

/// Where a rule is asked, and the function that answers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// Nowhere: it depends on nothing in the order.
    Notice,
    /// At the order, before its parts.
    Start(OrderCheck),
    /// At the principal.
    Principal(PrincipalCheck),
    /// At the principal's head and each service's head.
    Person(PersonCheck),
    /// At each service.
    Service(ServiceCheck),
    /// At each website.
    Website(ServiceCheck),
    /// At each APP.
    App(ServiceCheck),
    /// At each domain of a website or an APP's platform.
    Domain(DomainCheck),
    /// At each platform of an APP.
    Platform(PlatformCheck),
    /// At each package of a platform.
    Package(PackageCheck),
    /// At each material: of the principal, of a head, of a service, of the order itself.
    Material(MaterialCheck),
    /// At each resource of a service.
    Resource(ResourceCheck),
    /// At each server: a resource, or the one behind a load balancer or a licence code.
    Server(ServerCheck),
    /// At the order, after all its parts.
    Order(OrderCheck),
}

/// A rule that is on: its place in the catalogue, and the function that answers.
#[derive(Debug, Clone, Copy)]
struct Planned<F> {
    index: usize,
    check: F,
}

/// The rules of one order kind, by place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    start: Vec<Planned<OrderCheck>>,
    principal: Vec<Planned<PrincipalCheck>>,
    person: Vec<Planned<PersonCheck>>,
    /// With the kind of the services that are asked; `None`: all.
    service: Vec<Planned<(Option<ServiceKind>, ServiceCheck)>>,
    domain: Vec<Planned<DomainCheck>>,
    platform: Vec<Planned<PlatformCheck>>,
    package: Vec<Planned<PackageCheck>>,
    material: Vec<Planned<MaterialCheck>>,
    resource: Vec<Planned<ResourceCheck>>,
    server: Vec<Planned<ServerCheck>>,
    order: Vec<Planned<OrderCheck>>,
}

/// The plans of the order kinds, each made for the first order of the kind.
#[derive(Debug, Clone)]
pub(crate) struct Plans(Arc<[sync::OnceCell<Plan>]>);

impl Plans {
    pub(crate) fn new() -> Self {
        Self(OrderKind::ALL.iter().map(|_| sync::OnceCell::new()).collect())
    }

    /// The plan of a kind: the same rules are on each time.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    pub(crate) fn of(&self, kind: OrderKind, is_on: impl Fn(Rule) -> bool) -> &Plan {
        static NONE: Plan = Plan {
            start: Vec::new(),
            principal: Vec::new(),
            person: Vec::new(),
            service: Vec::new(),
            domain: Vec::new(),
            platform: Vec::new(),
            package: Vec::new(),
            material: Vec::new(),
            resource: Vec::new(),
            server: Vec::new(),
            order: Vec::new(),
        };
        self.0.get(kind as usize).map_or(&NONE, |plan| plan.get_or_init(|| Plan::new(kind, is_on)))
    }
}

impl Plan {
    fn new(kind: OrderKind, is_on: impl Fn(Rule) -> bool) -> Self {
        let mut plan = Self::default();
        for (index, rule) in Rule::all().enumerate() {
            if !rule.spec().orders.contains(kind) || !is_on(rule) {
                continue;
            }
            for check in rule.spec().check {
                match *check {
                    Check::Notice => {}
                    Check::Start(check) => plan.start.push(Planned { index, check }),
                    Check::Principal(check) => plan.principal.push(Planned { index, check }),
                    Check::Person(check) => plan.person.push(Planned { index, check }),
                    Check::Service(check) => plan.service.push(Planned { index, check: (None, check) }),
                    Check::Website(check) => {
                        plan.service.push(Planned { index, check: (Some(ServiceKind::Website), check) });
                    }
                    Check::App(check) => {
                        plan.service.push(Planned { index, check: (Some(ServiceKind::App), check) });
                    }
                    Check::Domain(check) => plan.domain.push(Planned { index, check }),
                    Check::Platform(check) => plan.platform.push(Planned { index, check }),
                    Check::Package(check) => plan.package.push(Planned { index, check }),
                    Check::Material(check) => plan.material.push(Planned { index, check }),
                    Check::Resource(check) => plan.resource.push(Planned { index, check }),
                    Check::Server(check) => plan.server.push(Planned { index, check }),
                    Check::Order(check) => plan.order.push(Planned { index, check }),
                }
            }
        }
        plan
    }
}

/// The text that was typed, without the white space around it; `None` where nothing was.
pub(crate) fn typed<T: AsRef<str> + ?Sized>(text: Option<&T>) -> Option<&str> {
    let text = text?.as_ref();
    // No white space has a UTF-8 form of three bytes that begins with one of these, as the usual Chinese has.
    let is_solid = |byte: u8| byte.is_ascii_graphic() || (0xe4..=0xe9).contains(&byte);
    match text.as_bytes() {
        // Most texts: nothing to look for.
        [first, .., last] if is_solid(*first) && last.is_ascii_graphic() => Some(text),
        [first, .., last, _, _] if is_solid(*first) && (0xe4..=0xe9).contains(last) => Some(text),
        // A full stop and its like, which come after the ideographic space.
        [first, .., 0xe3, 0x80, 0x81..=0xbf] if is_solid(*first) => Some(text),
        _ => Some(text.trim()).filter(|text| !text.is_empty()),
    }
}

/// What every rule may look at.
#[derive(Debug)]
pub(crate) struct Cx<'a> {
    pub(crate) order: &'a Order,
    pub(crate) kind: OrderKind,
    pub(crate) context: &'a Context,
    pub(crate) rulebook: &'a Rulebook,
    /// The principal that the order states.
    pub(crate) principal: Option<&'a Principal>,
    /// The number that the order is about, where it can be read.
    pub(crate) filing_number: Option<FilingNumber>,
    /// The filed principal that the order is about, where the registry knows it.
    pub(crate) filed_principal: Option<&'a FiledPrincipal>,
    /// The kind of the principal: as stated, else as filed.
    pub(crate) principal_kind: Option<PrincipalKind>,
    /// The principal's name as the order states it, else as it is filed.
    pub(crate) principal_name: Option<&'a str>,
    /// The region that the order states, where it can be read.
    pub(crate) region: Option<Result<Region, RegionError>>,
    /// The province whose practice counts: of the region, else of the filing number.
    pub(crate) province: Option<Province>,
    /// What that province asks.
    pub(crate) province_rules: Option<ProvinceRules<'a>>,
    /// What several rules read.
    pub(crate) readings: Readings<'a>,
    heads: OnceCell<Heads<'a>>,
    repeated: OnceCell<Repeated>,
    packages: OnceCell<Packages<'a>>,
    carriers: OnceCell<Carriers<'a>>,
    serverless_packages: OnceCell<ServerlessPackages<'a>>,
    contacts: OnceCell<Contacts>,
    distinct_domains: OnceCell<usize>,
    distinct_labels: OnceCell<usize>,
    verified_by: OnceCell<Option<NaiveDate>>,
    repeated_names: OnceCell<BTreeSet<usize>>,
    /// Whether the principal is told by its certificate.
    is_certified: bool,
    pub(crate) unusual_words: OnceCell<UnusualWords<'a>>,
    pub(crate) domain_validity: OnceCell<NaiveDate>,
    pub(crate) certificate_validity: OnceCell<NaiveDate>,
    principal_words: OnceCell<Words>,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(order: &'a Order, context: &'a Context, rulebook: &'a Rulebook) -> Self {
        let principal = order.principal();
        let filing_number = order.filing_number().and_then(|number| FilingNumber::parse(number).ok());
        let filed_principal = filed_principal(order, context, filing_number);
        let filed_kind = filed_principal.and_then(|filed| filed.principal.as_ref()?.kind);
        let stated_kind = principal.and_then(|principal| principal.kind);
        let principal_kind = match (order.kind(), stated_kind, filed_kind) {
            // Cannot be altered: the stated kind is compared with the filed one, and only that is judged by.
            (OrderKind::AddService, Some(_), Some(filed)) => Some(filed),
            // No change that can be made: what would hang on the kind is not judged.
            (OrderKind::ChangeFiling, Some(PrincipalKind::Individual), Some(filed))
                if filed.is_organization() =>
            {
                None
            }
            _ if principal.is_some() => stated_kind,
            _ => filed_kind,
        };
        let named = principal.or_else(|| filed_principal?.principal.as_ref());
        let region = principal.and_then(|principal| typed(principal.region.as_ref())).map(Region::parse);
        let province = match &region {
            Some(region) => region.as_ref().ok().map(|region| region.province()),
            None => filing_number.or_else(|| named_service(order)).and_then(FilingNumber::province),
        };
        Self {
            order,
            kind: order.kind(),
            context,
            rulebook,
            principal,
            filing_number,
            filed_principal,
            principal_kind,
            principal_name: named.and_then(|principal| typed(principal.name.as_ref())),
            region,
            province,
            province_rules: province.map(|province| rulebook.province(province)),
            readings: Readings::of(order),
            heads: OnceCell::new(),
            repeated: OnceCell::new(),
            packages: OnceCell::new(),
            carriers: OnceCell::new(),
            serverless_packages: OnceCell::new(),
            contacts: OnceCell::new(),
            distinct_domains: OnceCell::new(),
            distinct_labels: OnceCell::new(),
            verified_by: OnceCell::new(),
            repeated_names: OnceCell::new(),
            is_certified: principal.is_some_and(fitting::is_identified),
            unusual_words: OnceCell::new(),
            domain_validity: OnceCell::new(),
            certificate_validity: OnceCell::new(),
            principal_words: OnceCell::new(),
        }
    }

    /// Whether the principal is an individual or an organisation, where that is known.
    pub(crate) fn filer(&self) -> Option<Filer> {
        self.principal_kind.map(PrincipalKind::filer)
    }

    pub(crate) fn is_individual(&self) -> bool {
        self.filer() == Some(Filer::Individual)
    }

    pub(crate) fn is_organization(&self) -> bool {
        self.filer() == Some(Filer::Organization)
    }

    pub(crate) fn limits(&self) -> &Limits {
        self.rulebook.limits()
    }

    /// Whether the order says who its principal is: by a certificate whose kind and number nothing speaks
    /// against, or by a filing number that can be read.
    pub(crate) fn is_identified(&self, out: &Out) -> bool {
        self.filing_number.is_some() || self.is_certified && !out.doubts_certificate
    }

    /// The services that have the head with this certificate.
    pub(crate) fn head(&self, certificate: &Certificate) -> Option<SharedHead> {
        self.heads.get_or_init(|| Heads::of(self.order.services())).with(certificate)
    }

    /// The earlier service that the one at `index` repeats, and the domain or name that both have.
    pub(crate) fn repeats(&self, index: usize) -> Option<(usize, Cow<'_, str>)> {
        if !self.readings.may_repeat(Repeatable::Domain) && !self.readings.may_repeat(Repeatable::AppName) {
            return None;
        }
        let services = self.order.services();
        let repeated = self.repeated.get_or_init(|| Repeated::of(services, &self.readings));
        repeated.by(index, services, &self.readings)
    }

    /// Whether an earlier service of the order has the name of the one at `index`.
    pub(crate) fn repeats_name(&self, index: usize) -> bool {
        self.repeated_names.get_or_init(|| repeated_names(self.order.services())).contains(&index)
    }

    /// The listed words in the principal's name.
    pub(crate) fn principal_words(&self) -> &Words {
        self.principal_words.get_or_init(|| Words::of(self.principal_name.unwrap_or_default()))
    }

    /// The heads of the order that have one mobile or e-mail address, where there may be such. An individual is the
    /// head of everything that it files.
    pub(crate) fn contacts(&self) -> Option<&Contacts> {
        let may_repeat =
            self.readings.may_repeat(Repeatable::Mobile) || self.readings.may_repeat(Repeatable::Email);
        (may_repeat && !self.is_individual())
            .then(|| self.contacts.get_or_init(|| Contacts::of(&self.readings)))
    }

    /// The latest day after which the working days have passed that a name verified with another registrar waits.
    pub(crate) fn verified_by(&self) -> Option<NaiveDate> {
        *self.verified_by.get_or_init(|| {
            let days = u16::try_from(self.limits().real_name_working_days_elsewhere?).unwrap_or(u16::MAX);
            self.rulebook.calendar().before_working_days(self.context.today, days)
        })
    }

    /// How many different domains the order has.
    pub(crate) fn distinct_domains(&self, metric: Metric) -> usize {
        let known = match metric {
            Metric::DomainLabels => &self.distinct_labels,
            _ => &self.distinct_domains,
        };
        *known.get_or_init(|| distinct_domains(&self.readings, metric))
    }

    /// The resources of the order by what they are known by.
    pub(crate) fn carriers(&self) -> &Carriers<'a> {
        self.carriers.get_or_init(|| Carriers::of(self.order.services()))
    }

    /// The serverless packages of the account, as far as they are known.
    pub(crate) fn serverless_packages(&self) -> &ServerlessPackages<'a> {
        self.serverless_packages.get_or_init(|| {
            let provider = &self.rulebook.version().provider;
            let account = self.context.account.as_ref().and_then(|account| typed(account.id.as_ref()));
            let registry = self.context.registry.iter().zip(account);
            let filed = registry
                .flat_map(|(registry, account)| registry.principals_in_account(account))
                .flat_map(|principal| &principal.services)
                .filter(|filed| filed.providers.iter().any(|name| name == provider))
                .filter_map(|filed| filed.service.as_ref());
            ServerlessPackages::of(filed, self.order.services())
        })
    }

    /// The packages of the order by name, where one may be there twice.
    pub(crate) fn packages(&self) -> Option<&Packages<'a>> {
        let may_repeat = self.readings.may_repeat(Repeatable::Package);
        may_repeat.then(|| self.packages.get_or_init(|| Packages::of(self.order.services(), &self.readings)))
    }
}

/// The first service that an order names by its number.
fn named_service(order: &Order) -> Option<FilingNumber> {
    let (Order::DeregisterServices(named) | Order::CancelAccess(named)) = order else { return None };
    named.service_numbers.iter().find_map(|number| FilingNumber::parse(number).ok())
}

/// The filed principal that an order is about: by its filing number, else by the stated certificate. An
/// addition to a filing here states what is filed in its account: there a certificate that is not filed is a
/// mistake, and the name tells.
fn filed_principal<'a>(
    order: &'a Order,
    context: &'a Context,
    filing_number: Option<FilingNumber>,
) -> Option<&'a FiledPrincipal> {
    let registry = context.registry.as_ref()?;
    if let Some(number) = &filing_number {
        return registry.principal(number);
    }
    let principal = order.principal()?;
    let certificate = principal.certificate.as_ref();
    let found = certificate.and_then(|certificate| registry.principal_with_certificate(certificate));
    if found.is_some() || order.kind() != OrderKind::AddService {
        return found;
    }
    let account = typed(context.account.as_ref()?.id.as_ref())?;
    let named = registry.principal_named(typed(principal.name.as_ref())?)?;
    Some(named).filter(|named| typed(named.account.as_ref()) == Some(account))
}

/// The principal.
#[derive(Debug)]
pub(crate) struct PrincipalNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) principal: &'a Principal,
    mailing_address_agrees: OnceCell<Option<Agreement>>,
    certificate_address_agrees: OnceCell<Option<Agreement>>,
}

impl PrincipalNode<'_> {
    /// What the mailing address says to the region that was chosen.
    pub(crate) fn mailing_address_agrees(&self, cx: &Cx<'_>) -> Option<Agreement> {
        let address = || typed(self.principal.mailing_address.as_ref());
        *self.mailing_address_agrees.get_or_init(|| agrees(cx, address()))
    }

    /// What the address on the certificate says to it.
    pub(crate) fn certificate_address_agrees(&self, cx: &Cx<'_>) -> Option<Agreement> {
        *self.certificate_address_agrees.get_or_init(|| {
            let address = self.principal.certificate.as_ref()?.address.as_ref();
            // Most have one address.
            if address == self.principal.mailing_address.as_ref() {
                return self.mailing_address_agrees(cx);
            }
            agrees(cx, typed(address))
        })
    }
}

fn agrees(cx: &Cx<'_>, address: Option<&str>) -> Option<Agreement> {
    Some(cx.region.as_ref()?.as_ref().ok()?.agrees_with(address?))
}

/// Which head a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    PrincipalHead,
    /// The head of the service at this place.
    ServiceHead(usize),
}

impl Role {
    /// The head of a service, or without one the principal's.
    pub(crate) fn of(service: Option<usize>) -> Self {
        service.map_or(Self::PrincipalHead, Self::ServiceHead)
    }
}

/// A responsible person.
#[derive(Debug)]
pub(crate) struct PersonNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) person: &'a Person,
    pub(crate) role: Role,
    /// The certificate that identifies the person: its own, or an individual principal's.
    pub(crate) certificate: Option<&'a Certificate>,
    /// Where that certificate stands.
    pub(crate) certificate_at: At<'a>,
    pub(crate) mobile: Option<Result<Mobile, MobileError>>,
    pub(crate) emergency_contact: Option<Result<Phone, PhoneError>>,
    resident_id: OnceCell<Option<Result<ResidentId, ResidentIdError>>>,
}

impl PersonNode<'_> {
    /// The kind of the service that a service's head is of.
    pub(crate) fn service_kind(&self, cx: &Cx<'_>) -> Option<ServiceKind> {
        match self.role {
            Role::PrincipalHead => None,
            Role::ServiceHead(index) => cx.order.services().get(index).map(Service::kind),
        }
    }

    /// The identity number that the certificate bears.
    pub(crate) fn resident_id(&self) -> Option<Result<ResidentId, ResidentIdError>> {
        *self.resident_id.get_or_init(|| read_resident_id(self.certificate?))
    }

    /// What decides the conditions of the table's rows.
    pub(crate) fn given(&self) -> Given {
        Given { certificate: self.certificate.and_then(|certificate| certificate.kind), platform: None }
    }
}

/// A service.
#[derive(Debug)]
pub(crate) struct ServiceNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) service: &'a Service,
    pub(crate) index: usize,
    words: OnceCell<Words>,
    first_alike: OnceCell<Vec<Option<usize>>>,
}

impl<'a> ServiceNode<'a> {
    fn new(services_at: &'a At<'a>, index: usize, service: &'a Service) -> Self {
        Self {
            at: services_at.index(index),
            service,
            index,
            words: OnceCell::new(),
            first_alike: OnceCell::new(),
        }
    }

    /// The earlier resource that has the id or the address of the one at `index`.
    pub(crate) fn first_alike(&self, index: usize) -> Option<usize> {
        let alike = self.first_alike.get_or_init(|| first_alike(self.service.resources()));
        alike.get(index).copied().flatten()
    }

    /// The listed words in its name.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.service.name().unwrap_or_default()))
    }
}

/// A domain of a service.
#[derive(Debug)]
pub(crate) struct DomainNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) domain: &'a Domain,
    pub(crate) service: &'a ServiceNode<'a>,
    pub(crate) name: &'a ReadDomain<'a>,
    /// What was read with it.
    pub(crate) among: &'a ReadServices<'a>,
}

/// An APP on a platform.
#[derive(Debug)]
pub(crate) struct PlatformNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) platform: &'a Platform,
    pub(crate) service: &'a ServiceNode<'a>,
}

/// A package of an APP on a platform.
#[derive(Debug)]
pub(crate) struct PackageNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) package: &'a Package,
    pub(crate) platform: &'a PlatformNode<'a>,
    /// The name as written: white space around it is a mistake of its own.
    pub(crate) name: ReadPackage<'a>,
}

/// A material.
#[derive(Debug)]
pub(crate) struct MaterialNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) material: &'a Material,
    /// What it stands with: the principal, a head, a service; `None` with the order itself.
    pub(crate) place: Option<Key>,
}

/// The materials of what is at `of`.
fn materials<'a>(
    of: &'a At<'a>,
    materials: &'a [Material],
    place: Option<Key>,
) -> impl Iterator<Item = MaterialNode<'a>> {
    let node = move |(index, material)| MaterialNode { at: of.item(Key::Materials, index), material, place };
    materials.iter().enumerate().map(node)
}

/// A resource of a service.
#[derive(Debug)]
pub(crate) struct ResourceNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) resource: &'a Resource,
    pub(crate) index: usize,
    pub(crate) service: &'a ServiceNode<'a>,
}

/// What a server is to the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ServerRole {
    CloudServer,
    LightweightServer,
    BehindLoadBalancer,
    BehindLicenseCode,
}

/// A server.
#[derive(Debug)]
pub(crate) struct ServerNode<'a> {
    pub(crate) at: At<'a>,
    pub(crate) server: &'a Server,
    pub(crate) role: ServerRole,
}

/// Room for so many: orders rarely come with all that can be told.
const USUALLY_UNDETERMINED: usize = 32;

/// Room for so many, where there are any.
const USUAL_FINDINGS: usize = 16;

/// What the rules said so far.
#[derive(Debug)]
pub(crate) struct Out {
    order: OrderKind,
    /// The place in the catalogue of the rule that is asked.
    index: usize,
    findings: Vec<Finding>,
    max_findings: Option<usize>,
    /// What there was no room for.
    early: LeftOut,
    /// Each with the rank of its rule among the ids.
    undetermined: Vec<(usize, Undetermined)>,
    /// Whether the rule at a place of the catalogue has said what it needs.
    told: Vec<bool>,
    /// The limit that the rule asked for last: its document is the finding's.
    limit: Option<Limit>,
    rulebook: Rulebook,
    /// Where a blocker is: a value that has one is not blamed again.
    blocked: BlockedPlaces,
    /// Whether one is where the principal's certificate is told.
    doubts_certificate: bool,
}

impl Out {
    fn new(order: OrderKind, rulebook: Rulebook, max_findings: Option<u32>) -> Self {
        Self {
            max_findings: max_findings.and_then(|max| usize::try_from(max).ok()),
            early: LeftOut::default(),
            order,
            index: 0,
            findings: Vec::new(),
            undetermined: Vec::with_capacity(USUALLY_UNDETERMINED),
            told: Vec::with_capacity(Rule::all().count()),
            limit: None,
            rulebook,
            blocked: BlockedPlaces::none(),
            doubts_certificate: false,
        }
    }

    /// Keeps memory within bounds where there is far more than a report lists.
    #[inline]
    fn make_room(&mut self) {
        if let Some(max) = self.max_findings.filter(|max| self.findings.len() / 4 >= (*max).max(1_000)) {
            self.leave_out(max);
        }
    }

    #[cold]
    fn leave_out(&mut self, max: usize) {
        rules::province::leave_one(&mut self.findings);
        self.early.add(leave_out_early(&mut self.findings, max));
    }

    /// Reports the rule's finding at `below` under `at`, unless the value there has a blocker already.
    #[cold]
    pub(crate) fn find(&mut self, at: &At<'_>, below: &[Key], params: Params) {
        self.push(at, below, params, None);
    }

    /// The same, with the weight, the source and the standing of the fact that it rests on.
    #[cold]
    pub(crate) fn find_from(&mut self, at: &At<'_>, below: &[Key], params: Params, fact: Fact) {
        self.push(at, below, params, Some(fact));
    }

    fn push(&mut self, at: &At<'_>, below: &[Key], params: Params, fact: Option<Fact>) {
        let Some(rule) = Rule::at(self.index) else { return };
        let Some(severity) = self.rulebook.severity(rule) else { return };
        let severity = fact.as_ref().map_or(severity, |fact| severity.min(fact.most));
        let spec = rule.spec();
        debug_assert!(
            params.iter().map(|(name, _)| name).eq(spec.params.iter().copied()),
            "{}: the parameters are not as declared",
            spec.id
        );
        let path = at.path(below);
        if self.is_blocked(at, below) {
            // Of a national rule and a province's that say the like of one value, the province's speaks.
            let displaces =
                fact.is_some() && rules::province::displace(spec, severity, &path, &mut self.findings);
            if !displaces {
                return;
            }
        }
        if severity == Severity::Blocker && !holds_several(&path) {
            self.blocked.insert(at, below);
            self.doubts_certificate |= tells_principal(&path);
        }
        if self.findings.is_empty() {
            self.findings.reserve(USUAL_FINDINGS);
        }
        let finding = Finding::of(rule, severity, path, params, self.order);
        let source = self.limit.take().and_then(|limit| self.rulebook.limits().source(limit).cloned());
        let source = source.or_else(|| spec.cited_by(self.rulebook.provider()));
        self.findings.push(match (fact, source) {
            (Some(fact), _) => finding.resting_on(fact),
            (None, Some(source)) => finding.sourced(source),
            (None, None) => finding,
        });
        self.make_room();
    }

    /// Whether the value at `below` under `at`, or an object that it is in, has a blocker.
    #[inline]
    pub(crate) fn is_blocked(&self, at: &At<'_>, below: &[Key]) -> bool {
        !self.blocked.is_empty() && self.blocked.hold(at, below)
    }

    /// Whether the kind or the number of the principal's certificate has a blocker, or an object that they are in.
    pub(crate) fn doubts_certificate(&self) -> bool {
        self.doubts_certificate
    }

    /// Says that the rule cannot be decided for want of `need`.
    #[cold]
    pub(crate) fn needs(&mut self, need: Need) {
        if self.is_undetermined() {
            return;
        }
        let Some(spec) = Rule::at(self.index).map(Rule::spec) else { return };
        debug_assert!(
            spec.needs.contains(&declared(&need)),
            "{}: a need that is not declared: {need}",
            spec.id
        );
        if self.told.len() <= self.index {
            self.told.resize(self.index + 1, false);
        }
        if let Some(told) = self.told.get_mut(self.index) {
            *told = true;
        }
        self.undetermined.push((Rule::rank(self.index), Undetermined { rule: spec.id.into(), needs: need }));
    }

    /// Whether the rule has said already what it needs.
    pub(crate) fn is_undetermined(&self) -> bool {
        self.told.get(self.index) == Some(&true)
    }

    /// Says that the rule needs an optional input of the order that is absent. Silent where the absence is a
    /// finding itself.
    #[cold]
    pub(crate) fn needs_input(&mut self, at: &At<'_>, below: &[Key]) {
        if !self.is_undetermined() && !self.is_blocked(at, below) {
            self.needs(Need::OrderInput(at.path(below)));
        }
    }

    /// Says that the rule needs an optional input of the context that is absent.
    #[cold]
    pub(crate) fn needs_context(&mut self, path: &[Key]) {
        self.needs(Need::ContextInput(At::ROOT.path(path)));
    }

    /// Says that the rule needs to know of a filed principal what the registry does not say.
    #[cold]
    pub(crate) fn needs_of_filed(&mut self, registry: &Registry, principal: &FiledPrincipal, key: Key) {
        let mut path = FieldPath::root().join(Key::Registry).join(Key::Principals);
        if let Some(place) = registry.place_of(principal) {
            path = path.join(place);
        }
        self.needs(Need::ContextInput(path.join(key)));
    }

    /// The same of a filed service, by its place among the principal's.
    #[cold]
    pub(crate) fn needs_of_filed_service(
        &mut self,
        registry: &Registry,
        principal: &FiledPrincipal,
        service: usize,
        key: Key,
    ) {
        let mut path = FieldPath::root().join(Key::Registry);
        if let Some(place) = registry.place_of(principal) {
            let services = path.join(Key::Principals).join(place).join(Key::Services);
            path = services.join(service).join(Key::Service).join(key);
        }
        self.needs(Need::ContextInput(path));
    }

    /// The registry; without one the rule is undetermined.
    pub(crate) fn registry<'a>(&mut self, cx: &Cx<'a>) -> Option<&'a Registry> {
        if cx.context.registry.is_none() && !self.is_undetermined() {
            self.needs(Need::Registry);
        }
        cx.context.registry.as_ref()
    }

    /// Who files; where an order states no principal and nothing is known of what is filed the rule is
    /// undetermined.
    pub(crate) fn filer(&mut self, cx: &Cx<'_>) -> Option<Filer> {
        if cx.filer().is_none() && cx.principal.is_none() {
            self.registry(cx);
        }
        cx.filer()
    }

    /// A limit of the provider, whose document the next finding then names; where its documents do not state it the
    /// rule is undetermined.
    pub(crate) fn limit(&mut self, cx: &Cx<'_>, limit: Limit) -> Option<u32> {
        let stated = cx.limits().get(limit);
        if stated.is_none() {
            self.needs(Need::ProviderRules);
        }
        self.rests_on(limit);
        stated
    }

    /// Says that the next finding rests on a limit: it names the document that states it.
    pub(crate) fn rests_on(&mut self, limit: Limit) {
        self.limit = Some(limit);
    }

    /// The account; without one the rule is undetermined.
    pub(crate) fn account<'a>(&mut self, cx: &Cx<'a>) -> Option<&'a Account> {
        if cx.context.account.is_none() {
            self.needs(Need::Account);
        }
        cx.context.account.as_ref()
    }

    /// The account that a filing moves to; without one the rule is undetermined.
    pub(crate) fn target_account<'a>(&mut self, cx: &Cx<'a>) -> Option<&'a TargetAccount> {
        if cx.context.target_account.is_none() {
            self.needs(Need::TargetAccount);
        }
        cx.context.target_account.as_ref()
    }
}

/// Whether several things can be wrong at a place at once; the order as a whole is such a place.
fn holds_several(path: &FieldPath) -> bool {
    match path.segments().last() {
        None => true,
        Some(Segment::Key(key)) => key.holds_several(),
        Some(_) => false,
    }
}

/// Whether the kind or the number of the principal's certificate is at a place, or in it.
fn tells_principal(place: &FieldPath) -> bool {
    use Segment::Key as Step;
    matches!(
        place.segments(),
        [Step(Key::Principal)]
            | [Step(Key::Principal), Step(Key::Certificate)]
            | [Step(Key::Principal), Step(Key::Certificate), Step(Key::Kind | Key::Number)]
    )
}

fn declared(need: &Need) -> Needs {
    match need {
        Need::Registry => Needs::Registry,
        Need::Account => Needs::Account,
        Need::TargetAccount => Needs::TargetAccount,
        Need::ProvinceRules => Needs::ProvinceRules,
        Need::ProviderRules => Needs::ProviderRules,
        Need::OrderInput(_) | Need::ContextInput(_) | Need::Other(_) => Needs::Inputs,
    }
}

/// Asks the rules of a place.
macro_rules! ask {
    ($rules:expr, $cx:expr $(, $node:expr)?; $out:expr) => {
        for planned in &$rules {
            $out.index = planned.index;
            $out.limit = None;
            (planned.check)($cx $(, $node)?, $out);
        }
    };
}

/// Asks the rules of many places: one rule after the other, each at all of them while its code is at hand.
macro_rules! ask_at_all {
    ($rules:expr, $cx:expr, $nodes:expr; $out:expr) => {
        for planned in &$rules {
            $out.index = planned.index;
            for node in $nodes {
                $out.limit = None;
                (planned.check)($cx, node, $out);
            }
        }
    };
}

/// The walk.
#[derive(Clone, Copy)]
struct Walk<'c> {
    cx: &'c Cx<'c>,
    plan: &'c Plan,
}

impl<'c> Walk<'c> {
    fn order(self, out: &mut Out) {
        let Self { cx, plan } = self;
        ask!(plan.start, cx; out);
        if let Some(principal) = cx.principal {
            let at = At::ROOT.key(Key::Principal);
            let node = PrincipalNode {
                at,
                principal,
                mailing_address_agrees: OnceCell::new(),
                certificate_address_agrees: OnceCell::new(),
            };
            ask!(plan.principal, cx, &node; out);
            let head = cx.readings.head.as_ref().map(|read| PersonNode::new(cx, &at, read));
            let of_head = head.as_ref().map_or(0, |head| head.person.materials.len());
            let mut nodes = Vec::with_capacity(principal.materials.len() + of_head);
            nodes.extend(materials(&at, &principal.materials, Some(Key::Principal)));
            if let Some(head) = &head {
                ask!(plan.person, cx, head; out);
                nodes.extend(materials(&head.at, &head.person.materials, Some(Key::Head)));
            }
            ask_at_all!(plan.material, cx, &nodes; out);
        }
        for read in cx.readings.groups() {
            self.services(read, out);
        }
        let nodes: Vec<_> = materials(&At::ROOT, cx.order.materials(), None).collect();
        ask_at_all!(plan.material, cx, &nodes; out);
        ask!(plan.order, cx; out);
    }

    /// Some services, one kind of place after the other.
    fn services(self, read: &'c ReadServices<'c>, out: &mut Out) {
        let Self { cx, plan } = self;
        let services_at = At::ROOT.key(Key::Services);
        let numbered = (read.first..).zip(read.services);
        let services: Vec<_> =
            numbered.map(|(index, service)| ServiceNode::new(&services_at, index, service)).collect();
        // Most orders have services of one kind: then none need be told from the others.
        let kind_of = |node: &ServiceNode<'_>| Some(node.service.kind());
        let kind = services.first().and_then(kind_of);
        let kind = kind.filter(|_| services.iter().all(|node| kind_of(node) == kind));
        for planned in &plan.service {
            let (asked, check) = planned.check;
            if asked.is_some() && kind.is_some() && asked != kind {
                continue;
            }
            let are_all_asked = asked.is_none() || kind.is_some();
            out.index = planned.index;
            for node in services.iter().filter(|node| are_all_asked || asked == kind_of(node)) {
                out.limit = None;
                check(cx, node, out);
            }
        }
        let mut platforms =
            Vec::with_capacity(services.iter().map(|node| node.service.platforms().len()).sum());
        for service in &services {
            for (index, platform) in service.service.platforms().iter().enumerate() {
                let at = service.at.item(Key::Platforms, index);
                platforms.push(PlatformNode { at, platform, service });
            }
        }
        ask_at_all!(plan.platform, cx, &platforms; out);
        self.domains(read, &services, &platforms, out);
        self.packages(read, &platforms, out);
        self.resources(&services, out);
        let heads = services.iter().filter(|node| node.service.head().is_some()).zip(&read.people);
        let heads: Vec<_> = heads.map(|(node, read)| PersonNode::new(cx, &node.at, read)).collect();
        ask_at_all!(plan.person, cx, &heads; out);
        self.materials(&services, &heads, out);
    }

    fn materials(self, services: &[ServiceNode<'_>], heads: &[PersonNode<'_>], out: &mut Out) {
        let Self { cx, plan } = self;
        let of_services = services.iter().map(|node| node.service.materials().len());
        let of_heads = heads.iter().map(|node| node.person.materials.len());
        let mut nodes = Vec::with_capacity(of_services.chain(of_heads).sum());
        let mut heads = heads.iter().peekable();
        for service in services {
            nodes.extend(materials(&service.at, service.service.materials(), Some(Key::Services)));
            if let Some(head) = heads.next_if(|head| head.role == Role::ServiceHead(service.index)) {
                nodes.extend(materials(&head.at, &head.person.materials, Some(Key::Head)));
            }
        }
        ask_at_all!(plan.material, cx, &nodes; out);
    }

    fn domains(
        self,
        read: &'c ReadServices<'c>,
        services: &[ServiceNode<'_>],
        platforms: &[PlatformNode<'_>],
        out: &mut Out,
    ) {
        let Self { cx, plan } = self;
        let mut nodes = Vec::with_capacity(read.domains.len());
        let mut names = read.domains.iter();
        let mut platforms = platforms.iter();
        for service in services {
            if let Service::Website(website) = service.service {
                for ((index, domain), name) in website.domains.iter().enumerate().zip(names.by_ref()) {
                    nodes.push(DomainNode {
                        at: service.at.item(Key::Domains, index),
                        domain,
                        service,
                        name,
                        among: read,
                    });
                }
            }
            for platform in platforms.by_ref().take(service.service.platforms().len()) {
                let domains = platform.platform.domains.iter().enumerate();
                for ((index, domain), name) in domains.zip(names.by_ref()) {
                    nodes.push(DomainNode {
                        at: platform.at.item(Key::Domains, index),
                        domain,
                        service,
                        name,
                        among: read,
                    });
                }
            }
        }
        ask_at_all!(plan.domain, cx, &nodes; out);
    }

    fn packages(self, read: &'c ReadServices<'c>, platforms: &[PlatformNode<'_>], out: &mut Out) {
        let Self { cx, plan } = self;
        let mut nodes = Vec::with_capacity(read.packages.len());
        let mut names = read.packages.iter();
        for platform in platforms {
            let packages = platform.platform.packages.iter().enumerate();
            for ((index, package), name) in packages.zip(names.by_ref()) {
                let at = platform.at.item(Key::Packages, index);
                nodes.push(PackageNode { at, package, platform, name: *name });
            }
        }
        ask_at_all!(plan.package, cx, &nodes; out);
    }

    fn resources(self, services: &[ServiceNode<'_>], out: &mut Out) {
        let Self { cx, plan } = self;
        let mut nodes = Vec::with_capacity(services.iter().map(|node| node.service.resources().len()).sum());
        for service in services {
            for (index, resource) in service.service.resources().iter().enumerate() {
                let at = service.at.item(Key::Resources, index);
                nodes.push(ResourceNode { at, resource, index, service });
            }
        }
        ask_at_all!(plan.resource, cx, &nodes; out);
        let mut servers = Vec::with_capacity(nodes.len());
        servers.extend(nodes.iter().filter_map(ServerNode::of));
        ask_at_all!(plan.server, cx, &servers; out);
    }
}

impl<'a> PersonNode<'a> {
    /// The head of what is at `of`.
    fn new<'c: 'a>(cx: &Cx<'c>, of: &'a At<'a>, read: &ReadPerson<'c>) -> Self {
        let (person, role) = (read.person, Role::of(read.service));
        // An individual is its own head: name and certificate stand at the principal.
        let (certificate, certificate_at) = if role == Role::PrincipalHead && cx.is_individual() {
            let certificate = cx.principal.and_then(|principal| principal.certificate.as_ref());
            (certificate, of.key(Key::Certificate))
        } else {
            (person.certificate.as_ref(), of.keys(Key::Head, Key::Certificate))
        };
        Self {
            at: of.key(Key::Head),
            person,
            role,
            certificate,
            certificate_at,
            mobile: read.mobile,
            emergency_contact: read.emergency_contact,
            resident_id: OnceCell::new(),
        }
    }
}

impl<'a> ServerNode<'a> {
    /// The server that a resource is, or that is behind it.
    fn of(node: &'a ResourceNode<'a>) -> Option<Self> {
        let (server, at, role) = match node.resource {
            Resource::CloudServer(server) => (server, node.at, ServerRole::CloudServer),
            Resource::LightweightServer(server) => (server, node.at, ServerRole::LightweightServer),
            Resource::LoadBalancer(balancer) => {
                let bound = balancer.bound_server.as_ref()?;
                (bound.server(), node.at.key(Key::BoundServer), ServerRole::BehindLoadBalancer)
            }
            Resource::LicenseCode(code) => {
                let server = code.server.as_ref()?;
                (server.server(), node.at.key(Key::Server), ServerRole::BehindLicenseCode)
            }
            Resource::Serverless(_) => return None,
        };
        Some(Self { at, server, role })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever stands at the ends is told from white space as `trim` tells it.
    #[test]
    fn what_was_typed_has_no_white_space_around_it() {
        for c in '\0'..='\u{ffff}' {
            for text in [format!("{c}"), format!("{c}a"), format!("a{c}"), format!("{c}明"), format!("明{c}")]
            {
                let trimmed = Some(text.trim()).filter(|text| !text.is_empty());
                assert_eq!(typed(Some(&text)), trimmed, "{text:?}");
            }
        }
    }
}
