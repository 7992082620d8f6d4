//! What a rule may look at.

use crate::engine::duplicates::{
    distinct_domains, repeated_names, Contacts, HostingResources, Packages, People, Places, Repeated,
    ResponsiblePersons, ServerlessPackages, SharedResponsiblePerson,
};
use crate::engine::filed::{Unknown, UnknownOfOthers};
use crate::engine::fitting;
use crate::engine::nodes::Role;
use crate::engine::outcome::Outcome;
use crate::engine::parsed::{read_resident_id, Parsed, ParsedResponsiblePerson, Repeatable};
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::context::Context;
use crate::model::order::{Order, OrderKind};
use crate::model::principal::{Filer, Principal, PrincipalKind};
use crate::model::registry::{FiledPrincipal, Registry};
use crate::rulebook::provinces::Metric;
use crate::rulebook::provinces::ProvinceRules;
use crate::rulebook::words::Words;
use crate::rulebook::Limits;
use crate::rulebook::Rulebook;
use crate::text::filled;
use crate::value::Province;
use crate::value::{FilingNumber, Region, RegionError, ResidentId};
use chrono::NaiveDate;
use once_cell::unsync::OnceCell;
use std::borrow::Cow;

/// What every rule may look at: the order, the context, the rulebook, and what follows from them, worked out
/// once. What only some rules need is worked out when the first of them asks.
#[derive(Debug)]
pub(crate) struct CheckContext<'a> {
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
    /// Why it is not known whether that principal is filed, where it is not.
    pub(crate) filed_unknown: Option<Unknown<'a>>,
    /// The kind of the principal: as stated, else as filed.
    pub(crate) principal_kind: Option<PrincipalKind>,
    /// The stated kind, where the certificate is one that only others hold, individuals or organisations: a rule reports
    /// that, and none goes by either.
    pub(crate) contradicted_kind: Option<PrincipalKind>,
    /// The principal's name as the order states it, else as it is filed.
    pub(crate) principal_name: Option<&'a str>,
    /// The region that the order states, where it can be read.
    pub(crate) region: Option<Result<Region, RegionError>>,
    /// The province whose practice counts: of the region, else of the filing number.
    pub(crate) province: Option<Province>,
    /// What that province asks.
    pub(crate) province_rules: Option<ProvinceRules<'a>>,
    /// The values that several rules read, each parsed once.
    pub(crate) parsed: Parsed<'a>,
    pub(crate) unknown_of_others: UnknownOfOthers<'a>,
    people: OnceCell<ResponsiblePersons<'a>>,
    people_by_number: OnceCell<People>,
    repeated: OnceCell<Repeated>,
    packages: OnceCell<Packages<'a>>,
    hosting_resources: OnceCell<HostingResources<'a>>,
    serverless_packages: OnceCell<ServerlessPackages<'a>>,
    contacts: OnceCell<Contacts>,
    distinct_domains: OnceCell<usize>,
    distinct_labels: OnceCell<usize>,
    verified_by: OnceCell<Option<NaiveDate>>,
    repeated_names: OnceCell<Places>,
    /// Whether the order gives a certificate number by which the principal can be looked up.
    is_certified: bool,
    pub(crate) has_unusual_suffix: OnceCell<bool>,
    pub(crate) has_unusual_word: OnceCell<bool>,
    pub(crate) has_document_ages: OnceCell<bool>,
    /// Whether the legal representative is somebody else than the principal's responsible person.
    pub(crate) is_not_represented_by_responsible_person: OnceCell<bool>,
    /// The identity number of the legal representative, where it is valid.
    representative_id: OnceCell<Option<ResidentId>>,
    pub(crate) domain_validity: OnceCell<NaiveDate>,
    pub(crate) certificate_validity: OnceCell<NaiveDate>,
    principal_words: OnceCell<Words>,
}

/// Whether a certificate says that its holder is an organisation and not this individual, or the reverse.
fn contradicts(certificate: CertificateKind, holder: PrincipalKind) -> bool {
    let other = match holder.filer() {
        Filer::Individual => PrincipalKind::OtherOrganization,
        Filer::Organization => PrincipalKind::Individual,
    };
    !certificate.can_be_held_by(holder) && certificate.can_be_held_by(other)
}

impl<'a> CheckContext<'a> {
    pub(crate) fn new(order: &'a Order, context: &'a Context, rulebook: &'a Rulebook) -> Self {
        let principal = order.principal();
        let filing_number = order.filing_number().and_then(|number| FilingNumber::parse(number).ok());
        let (filed_principal, filed_unknown) = match filed_principal(order, context, filing_number) {
            Ok(filed) => (filed, None),
            Err(unknown) => (None, Some(unknown)),
        };
        let filed_kind = filed_principal.and_then(|filed| filed.principal.as_ref()?.kind);
        let stated_kind = principal.and_then(|principal| principal.kind);
        let principal_kind = match (order.kind(), stated_kind, filed_kind) {
            // These cannot alter the kind: a rule compares both, and all others go by the filed one.
            (
                OrderKind::AddService | OrderKind::AddServiceFromElsewhere | OrderKind::AccessFiling,
                Some(_),
                Some(filed),
            ) => Some(filed),
            // An organisation cannot become an individual: a rule reports that, and none goes by either kind.
            (OrderKind::ChangeFiling, Some(PrincipalKind::Individual), Some(filed))
                if filed.is_organization() =>
            {
                None
            }
            _ if principal.is_some() => stated_kind,
            _ => filed_kind,
        };
        let certificate = principal.and_then(|principal| principal.certificate.as_ref()?.kind);
        let contradicted_kind =
            principal_kind.zip(certificate).filter(|(kind, held)| contradicts(*held, *kind));
        let contradicted_kind = contradicted_kind.map(|(kind, _)| kind);
        let named = principal.or_else(|| filed_principal?.principal.as_deref());
        let region = principal.and_then(|principal| filled(principal.region.as_ref())).map(Region::parse);
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
            filed_unknown,
            principal_kind: principal_kind.filter(|_| contradicted_kind.is_none()),
            contradicted_kind,
            principal_name: named.and_then(|principal| filled(principal.name.as_ref())),
            region,
            province,
            province_rules: province.map(|province| rulebook.province(province)),
            parsed: Parsed::of(order),
            unknown_of_others: UnknownOfOthers::default(),
            people: OnceCell::new(),
            people_by_number: OnceCell::new(),
            repeated: OnceCell::new(),
            packages: OnceCell::new(),
            hosting_resources: OnceCell::new(),
            serverless_packages: OnceCell::new(),
            contacts: OnceCell::new(),
            distinct_domains: OnceCell::new(),
            distinct_labels: OnceCell::new(),
            verified_by: OnceCell::new(),
            repeated_names: OnceCell::new(),
            is_certified: principal.is_some_and(fitting::is_identified),
            has_unusual_suffix: OnceCell::new(),
            has_unusual_word: OnceCell::new(),
            has_document_ages: OnceCell::new(),
            is_not_represented_by_responsible_person: OnceCell::new(),
            representative_id: OnceCell::new(),
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
    pub(crate) fn is_identified(&self, out: &Outcome) -> bool {
        self.filing_number.is_some() || self.is_certified && !out.doubts_certificate()
    }

    /// Whether a service of a filed principal names this provider.
    pub(crate) fn has_service_here(&self, filed: &FiledPrincipal) -> bool {
        let provider = &self.rulebook.version().provider;
        filed.services.iter().any(|service| service.providers.iter().any(|name| name == provider))
    }

    /// The responsible person with this certificate, where a service has one.
    pub(crate) fn responsible_person(&self, certificate: &Certificate) -> Option<SharedResponsiblePerson> {
        self.people.get_or_init(|| ResponsiblePersons::of(self.order.services())).with(certificate)
    }

    /// The id of the account that hands in the order, where it is known.
    pub(crate) fn account_id(&self) -> Option<&'a str> {
        filled(self.context.account.as_ref()?.id.as_ref())
    }

    /// The earlier service that the one at `index` repeats, and the domain or name that both have.
    pub(crate) fn repeats(&self, index: usize) -> Option<(usize, Cow<'_, str>)> {
        if !self.parsed.may_repeat(Repeatable::Domain) && !self.parsed.may_repeat(Repeatable::AppName) {
            return None;
        }
        let services = self.order.services();
        let repeated = self.repeated.get_or_init(|| Repeated::of(services, &self.parsed));
        repeated.by(index, services, &self.parsed)
    }

    /// Whether an earlier service of the order has the name of the one at `index`.
    pub(crate) fn repeats_name(&self, index: usize) -> bool {
        self.repeated_names.get_or_init(|| repeated_names(self.order.services())).contains_key(&index)
    }

    /// The identity number of the legal representative that the order states, where it is valid.
    pub(crate) fn representative_id(&self) -> Option<ResidentId> {
        *self.representative_id.get_or_init(|| {
            let representative = self.principal?.legal_representative.as_ref()?;
            read_resident_id(representative.certificate.as_ref()?)?.ok()
        })
    }

    /// The words of the word lists that occur in the principal's name.
    pub(crate) fn principal_words(&self) -> &Words {
        self.principal_words.get_or_init(|| Words::of(self.principal_name.unwrap_or_default()))
    }

    /// The responsible persons of the order who share a mobile or e-mail address; `None` where none can. An
    /// individual is responsible for everything that it files, so that nothing is shared.
    pub(crate) fn contacts(&self) -> Option<&Contacts> {
        let may_repeat =
            self.parsed.may_repeat(Repeatable::Mobile) || self.parsed.may_repeat(Repeatable::Email);
        (may_repeat && !self.is_individual())
            .then(|| self.contacts.get_or_init(|| Contacts::of(&self.parsed)))
    }

    /// The first place of the responsible person who stands at this one again, told by the certificate number.
    pub(crate) fn first_of_person(&self, role: Role) -> Option<&ParsedResponsiblePerson<'a>> {
        if !self.parsed.may_repeat(Repeatable::Person) {
            return None;
        }
        let first = self.people_by_number.get_or_init(|| People::of(&self.parsed)).first_of(role)?;
        self.parsed.all_people().find(|read| Role::of(read.service) == first)
    }

    /// The latest day after which the working days have passed that a name verified with another registrar
    /// waits.
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
        *known.get_or_init(|| distinct_domains(&self.parsed, metric))
    }

    /// The services of the order by the resources that they use.
    pub(crate) fn hosting_resources(&self) -> &HostingResources<'a> {
        self.hosting_resources.get_or_init(|| HostingResources::of(self.order.services()))
    }

    /// The serverless packages of the account, as far as they are known.
    pub(crate) fn serverless_packages(&self) -> &ServerlessPackages<'a> {
        self.serverless_packages.get_or_init(|| {
            let provider = &self.rulebook.version().provider;
            let account = self.context.account.as_ref().and_then(|account| filled(account.id.as_ref()));
            let registry = self.context.registry.iter().zip(account);
            let filed = registry
                .flat_map(|(registry, account)| registry.principals_in_account(account))
                .flat_map(|principal| &principal.services)
                .filter(|filed| filed.providers.iter().any(|name| name == provider))
                .filter_map(|filed| filed.service.as_deref());
            ServerlessPackages::of(filed, self.order.services())
        })
    }

    /// The packages of the order whose names repeat; `None` where none can.
    pub(crate) fn packages(&self) -> Option<&Packages<'a>> {
        let may_repeat = self.parsed.may_repeat(Repeatable::Package);
        may_repeat.then(|| self.packages.get_or_init(|| Packages::of(self.order.services(), &self.parsed)))
    }
}

/// The first service that an order names by its number.
fn named_service(order: &Order) -> Option<FilingNumber> {
    order.named_services()?.service_numbers.iter().find_map(|number| FilingNumber::parse(number).ok())
}

/// The filed principal that an order is about: by its filing number, else by the stated certificate. An
/// addition to a filing here states what is filed in its account: there a certificate that is not filed is a
/// mistake, and the name tells.
fn filed_principal<'a>(
    order: &'a Order,
    context: &'a Context,
    filing_number: Option<FilingNumber>,
) -> Result<Option<&'a FiledPrincipal>, Unknown<'a>> {
    let registry = context.registry.as_ref().ok_or(Unknown::Registry)?;
    if let Some(number) = &filing_number {
        let found = registry.principal(number);
        return match found {
            Some(_) => Ok(found),
            None if !registry.is_complete() => Err(Unknown::Registry),
            None => {
                // A change may state another certificate than is filed: it tells nothing.
                let mut unnumbered = registry.unnumbered();
                unnumbered.next().map_or(Ok(None), |filed| Err(Unknown::FilingNumber(filed)))
            }
        };
    }
    let Some(principal) = order.principal() else { return Err(Unknown::Unnamed) };
    match fitting::principal_in(registry, principal) {
        found @ (Ok(None) | Err(Unknown::Certificate(_))) if order.kind() == OrderKind::AddService => {
            match named_here(registry, context, principal) {
                Ok(None) => found,
                named => named,
            }
        }
        found => found,
    }
}

/// The principal of this name that is filed in the account of the order.
fn named_here<'a>(
    registry: &'a Registry,
    context: &'a Context,
    principal: &Principal,
) -> Result<Option<&'a FiledPrincipal>, Unknown<'a>> {
    let Some(name) = filled(principal.name.as_ref()) else { return Ok(None) };
    let named = registry.principal_named(name);
    let Some(account) = context.account.as_ref().and_then(|account| filled(account.id.as_ref())) else {
        let is_in_account = |filed: &FiledPrincipal| filled(filed.account.as_ref()).is_some();
        return if named.is_some_and(is_in_account) { Err(Unknown::Account) } else { Ok(None) };
    };
    let named = named.filter(|named| filled(named.account.as_ref()) == Some(account));
    let is_unnamed = |filed: &&FiledPrincipal| {
        filed.principal.as_ref().map_or(true, |principal| filled(principal.name.as_ref()).is_none())
    };
    match (named, registry.principals_in_account(account).find(is_unnamed)) {
        (None, Some(filed)) => Err(Unknown::Name(filed)),
        (named, _) => Ok(named),
    }
}
