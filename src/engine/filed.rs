//! What is known of what is filed, and what a rule lacks where it is not. That the registry does not say a thing is
//! never read as a fact.

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::holder::{same_holder, Sameness};
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::{FiledPrincipal, FiledService, Registry};
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::Service;
use crate::path::{FieldPath, Key};
use crate::report::Need;
use crate::text::filled;
use crate::value::FilingNumber;
use once_cell::unsync::OnceCell;

/// Why it cannot be told whether, or how, something is filed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unknown<'a> {
    /// The order does not say what to look for. That is other rules' finding.
    Unnamed,
    /// There is no registry, or it is a part.
    Registry,
    /// There is no account, or its id is not known.
    Account,
    /// The name of a principal is not known.
    Name(&'a FiledPrincipal),
    /// The kind of a principal is not known.
    Kind(&'a FiledPrincipal),
    /// The filing number of a principal is not known.
    FilingNumber(&'a FiledPrincipal),
    /// Whose certificate a principal was filed under is not known.
    Certificate(&'a FiledPrincipal),
    /// What a service of a principal is to be found by is not known.
    Service(&'a FiledPrincipal, usize),
    /// The filing number of a service of a principal is not known.
    ServiceNumber(&'a FiledPrincipal, usize),
    /// The mobile of a responsible person is not known: of a service's, else of the principal's.
    PersonMobile(&'a FiledPrincipal, Option<usize>),
    /// Who is responsible for a service of a principal is not known.
    PersonCertificate(&'a FiledPrincipal, usize),
}

/// What the registry does not say of others' filings: the first place of each kind, looked for when a rule first asks.
#[derive(Debug, Default)]
pub(crate) struct UnknownOfOthers<'a> {
    website: OnceCell<Option<(&'a FiledPrincipal, usize)>>,
    person: OnceCell<Option<(&'a FiledPrincipal, usize)>>,
    mobile: OnceCell<Option<(&'a FiledPrincipal, Option<usize>)>>,
}

/// A value of a filed principal, and how many of the keys lead to the place where it would stand; `None` where it is
/// given.
pub(crate) struct Known {
    keys: &'static [Key],
    absent: fn(&Principal) -> Option<usize>,
}

fn text(text: Option<&String>, depth: usize) -> Option<usize> {
    filled(text).is_none().then_some(depth)
}

fn certificate_number(certificate: Option<&Certificate>, depth: usize) -> Option<usize> {
    match certificate {
        None => Some(depth),
        Some(certificate) => text(certificate.number.as_ref(), depth + 1),
    }
}

fn of_person(
    person: Option<&ResponsiblePerson>,
    absent: impl Fn(&ResponsiblePerson) -> Option<usize>,
) -> Option<usize> {
    person.map_or(Some(1), absent)
}

/// Values of a filed principal that rules read.
impl Known {
    pub(crate) const NAME: Self = Self { keys: &[Key::Name], absent: |filed| text(filed.name.as_ref(), 1) };
    pub(crate) const KIND: Self =
        Self { keys: &[Key::Kind], absent: |filed| filed.kind.is_none().then_some(1) };
    pub(crate) const REGION: Self =
        Self { keys: &[Key::Region], absent: |filed| text(filed.region.as_ref(), 1) };
    pub(crate) const MAILING_ADDRESS: Self =
        Self { keys: &[Key::MailingAddress], absent: |filed| text(filed.mailing_address.as_ref(), 1) };
    pub(crate) const CERTIFICATE_KIND: Self = Self {
        keys: &[Key::Certificate, Key::Kind],
        absent: |filed| match &filed.certificate {
            None => Some(1),
            Some(certificate) => certificate.kind.is_none().then_some(2),
        },
    };
    pub(crate) const CERTIFICATE_NUMBER: Self = Self {
        keys: &[Key::Certificate, Key::Number],
        absent: |filed| certificate_number(filed.certificate.as_ref(), 1),
    };
    pub(crate) const VALID_UNTIL: Self = Self {
        keys: &[Key::Certificate, Key::ValidUntil],
        absent: |filed| match &filed.certificate {
            None => Some(1),
            Some(certificate) => certificate.valid_until.is_none().then_some(2),
        },
    };
    pub(crate) const REPRESENTATIVE: Self = Self {
        keys: &[Key::LegalRepresentative, Key::Name],
        absent: |filed| match &filed.legal_representative {
            None => Some(1),
            Some(person) => text(person.name.as_ref(), 2),
        },
    };
    pub(crate) const REPRESENTATIVE_NUMBER: Self = Self {
        keys: &[Key::LegalRepresentative, Key::Certificate, Key::Number],
        absent: |filed| match &filed.legal_representative {
            None => Some(1),
            Some(person) => certificate_number(person.certificate.as_ref(), 2),
        },
    };
    pub(crate) const RESPONSIBLE_PERSON: Self = Self {
        keys: &[Key::ResponsiblePerson, Key::Name],
        absent: |filed| of_person(filed.responsible_person.as_ref(), |person| text(person.name.as_ref(), 2)),
    };
    pub(crate) const RESPONSIBLE_PERSON_MOBILE: Self = Self {
        keys: &[Key::ResponsiblePerson, Key::Mobile],
        absent: |filed| {
            of_person(filed.responsible_person.as_ref(), |person| text(person.mobile.as_ref(), 2))
        },
    };
    pub(crate) const RESPONSIBLE_PERSON_EMERGENCY_CONTACT: Self = Self {
        keys: &[Key::ResponsiblePerson, Key::EmergencyContact],
        absent: |filed| {
            of_person(filed.responsible_person.as_ref(), |person| text(person.emergency_contact.as_ref(), 2))
        },
    };
    pub(crate) const RESPONSIBLE_PERSON_VALID_UNTIL: Self = Self {
        keys: &[Key::ResponsiblePerson, Key::Certificate, Key::ValidUntil],
        absent: |filed| {
            of_person(filed.responsible_person.as_ref(), |person| match &person.certificate {
                None => Some(2),
                Some(certificate) => certificate.valid_until.is_none().then_some(3),
            })
        },
    };
}

impl CheckContext<'_> {
    /// Whether a filing is the own one of the principal that the order is about.
    pub(crate) fn sameness(&self, filed: &FiledPrincipal) -> Sameness {
        let own = self.filed_principal;
        if own.is_some_and(|own| std::ptr::eq(own, filed)) {
            return Sameness::Same;
        }
        let number =
            self.filing_number.map(FilingNumber::principal).or_else(|| own.and_then(FiledPrincipal::number));
        let numbers = number.zip(filed.number());
        if numbers.is_some_and(|(own, filed)| own == filed) {
            return Sameness::Same;
        }
        let stated = self.principal.and_then(|principal| principal.certificate.as_ref());
        let certificates = [stated, own.and_then(FiledPrincipal::certificate)];
        let by_certificate = certificates.map(|certificate| same_holder(certificate, filed.certificate()));
        if by_certificate.contains(&Sameness::Same) {
            return Sameness::Same;
        }
        let is_of_other_filer =
            self.filer().zip(filed.kind().map(PrincipalKind::filer)).is_some_and(|(own, filed)| own != filed);
        // What a change states anew tells nothing of the principal that it is about.
        let is_known = own.is_some() || self.filing_number.is_none();
        let is_other = is_of_other_filer || by_certificate.contains(&Sameness::Other);
        if numbers.is_some() || is_known && is_other {
            return Sameness::Other;
        }
        Sameness::Unknown
    }

    /// The first filed website whose domains are not all known and that is not the principal's own: any domain may be filed
    /// there. Like the next two it hangs on no place of the order, so it is looked for once.
    pub(crate) fn undomained_of_others(&self) -> Option<Unknown<'_>> {
        let registry = self.context.registry.as_ref()?;
        let first = || {
            let mut all = registry.undomained();
            all.find(|(filed, _)| self.sameness(filed) != Sameness::Same)
        };
        self.unknown_of_others.website.get_or_init(first).map(|(filed, place)| Unknown::Service(filed, place))
    }

    /// The first filed service of somebody else of which it is not known who is responsible for it.
    pub(crate) fn unrepresented_of_others(&self) -> Option<Unknown<'_>> {
        let registry = self.context.registry.as_ref()?;
        let first = || {
            let mut all = registry.unrepresented();
            all.find(|(filed, _)| self.sameness(filed) != Sameness::Same)
        };
        let first = self.unknown_of_others.person.get_or_init(first);
        first.map(|(filed, place)| Unknown::PersonCertificate(filed, place))
    }

    /// The first filed responsible person of somebody else whose mobile is not known.
    pub(crate) fn unphoned_of_others(&self) -> Option<Unknown<'_>> {
        let registry = self.context.registry.as_ref()?;
        let first = || {
            let mut all = registry.unphoned();
            all.find(|(filed, _)| self.sameness(filed) != Sameness::Same)
        };
        self.unknown_of_others
            .mobile
            .get_or_init(first)
            .map(|(filed, place)| Unknown::PersonMobile(filed, place))
    }

    /// The first of these filings that is somebody else's; where that hangs on what is not known, what it is.
    pub(crate) fn first_other<'f, T>(
        &self,
        filings: impl Iterator<Item = T>,
        principal: impl Fn(&T) -> &'f FiledPrincipal,
    ) -> Result<Option<T>, Unknown<'f>> {
        let mut unknown = None;
        // A principal's services stand one after the other.
        let mut last: Option<&FiledPrincipal> = None;
        for filing in filings {
            let filed = principal(&filing);
            if last.replace(filed).is_some_and(|last| std::ptr::eq(last, filed)) {
                continue;
            }
            match self.sameness(filed) {
                Sameness::Other => return Ok(Some(filing)),
                Sameness::Unknown if unknown.is_none() => unknown = Some(filed),
                Sameness::Same | Sameness::Unknown => {}
            }
        }
        unknown.map_or(Ok(None), |filed| Err(Unknown::Certificate(filed)))
    }
}

impl Outcome {
    /// The filed principal that the order is about; `None` where it is not filed, or where that cannot be told, which
    /// leaves the rule undetermined.
    pub(crate) fn filed<'a>(&mut self, cx: &CheckContext<'a>) -> Option<&'a FiledPrincipal> {
        self.registry(cx)?;
        if let Some(unknown) = cx.filed_unknown {
            self.needs_unknown(cx, unknown);
        }
        cx.filed_principal
    }

    /// What is filed of that principal.
    pub(crate) fn filed_as<'a>(&mut self, cx: &CheckContext<'a>) -> Option<&'a Principal> {
        let filed = self.filed(cx)?;
        if filed.principal.is_none() {
            self.needs_in_filed(cx, filed, &[Key::Principal]);
        }
        filed.principal.as_deref()
    }

    /// Says that the rule needs these values of the filed principal, of those that are not known the first.
    pub(crate) fn needs_known(&mut self, cx: &CheckContext<'_>, values: &[Known]) {
        self.lacks_known(cx, values);
    }

    /// As `needs_known`, and whether one is not known: at another place the rule may lack nothing.
    pub(crate) fn lacks_known(&mut self, cx: &CheckContext<'_>, values: &[Known]) -> bool {
        let Some(filed) = cx.filed_principal else { return false };
        let Some(principal) = &filed.principal else {
            self.needs_in_filed(cx, filed, &[Key::Principal]);
            return true;
        };
        for value in values {
            if let Some(depth) = (value.absent)(principal) {
                let keys: Vec<Key> =
                    std::iter::once(Key::Principal).chain(value.keys.iter().take(depth).copied()).collect();
                self.needs_in_filed(cx, filed, &keys);
                return true;
            }
        }
        false
    }

    /// Says that the rule needs to know what is filed of the principal's services.
    pub(crate) fn needs_services_known(
        &mut self,
        cx: &CheckContext<'_>,
        filed: &FiledPrincipal,
        is_asked: impl Fn(&FiledService) -> bool,
        absent: impl Fn(&Service) -> Option<FieldPath>,
    ) {
        if self.is_undetermined() {
            return;
        }
        for (place, service) in filed.services.iter().enumerate().filter(|(_, service)| is_asked(service)) {
            let below = match &service.service {
                None => Some(FieldPath::root()),
                Some(service) => absent(service),
            };
            if let Some(below) = below {
                let Some(registry) = &cx.context.registry else { return };
                let at = at_service(registry, filed, place);
                let path = below.segments().iter().fold(at, |path, segment| path.join(segment.clone()));
                return self.needs(Need::ContextInput(path));
            }
        }
    }

    /// Says what the rule lacks of what is filed, by its place below the principal.
    pub(crate) fn needs_in_filed(&mut self, cx: &CheckContext<'_>, filed: &FiledPrincipal, keys: &[Key]) {
        if self.is_undetermined() {
            return;
        }
        let Some(registry) = &cx.context.registry else { return };
        let path = keys.iter().copied().fold(at_principal(registry, filed), FieldPath::join);
        self.needs(Need::ContextInput(path));
    }

    /// Says what the rule lacks.
    #[cold]
    pub(crate) fn needs_unknown(&mut self, cx: &CheckContext<'_>, unknown: Unknown<'_>) {
        if self.is_undetermined() {
            return;
        }
        let registry = match (unknown, &cx.context.registry) {
            (Unknown::Unnamed, _) => return,
            (Unknown::Registry, _) | (_, None) => return self.needs(Need::Registry),
            (Unknown::Account, _) => {
                if self.account(cx).is_some() {
                    self.needs_context(&[Key::Account, Key::Id]);
                }
                return;
            }
            (_, Some(registry)) => registry,
        };
        // What is there and tells nothing, as a masked number does, is not absent.
        let is_given = match unknown {
            Unknown::FilingNumber(filed) => filled(filed.filing_number.as_ref()).is_some(),
            Unknown::Certificate(filed) => {
                filed.certificate().is_some_and(|known| filled(known.number.as_ref()).is_some())
            }
            Unknown::ServiceNumber(filed, place) => {
                filed.services.get(place).is_some_and(|known| filled(known.filing_number.as_ref()).is_some())
            }
            Unknown::PersonMobile(filed, place) => filed_person(filed, place)
                .flatten()
                .is_some_and(|person| filled(person.mobile.as_ref()).is_some()),
            Unknown::PersonCertificate(filed, place) => filed_person(filed, Some(place))
                .flatten()
                .and_then(|person| person.certificate.as_ref())
                .is_some_and(|known| filled(known.number.as_ref()).is_some()),
            _ => false,
        };
        if is_given {
            return self.needs(Need::Registry);
        }
        let path = match unknown {
            Unknown::Unnamed | Unknown::Registry | Unknown::Account => return,
            Unknown::Name(filed) | Unknown::Kind(filed) => {
                let principal = at_principal(registry, filed).join(Key::Principal);
                let key = if matches!(unknown, Unknown::Name(_)) { Key::Name } else { Key::Kind };
                if filed.principal.is_some() {
                    principal.join(key)
                } else {
                    principal
                }
            }
            Unknown::FilingNumber(filed) => at_principal(registry, filed).join(Key::FilingNumber),
            Unknown::Certificate(filed) => {
                let principal = at_principal(registry, filed).join(Key::Principal);
                match filed.principal.as_deref() {
                    None => principal,
                    Some(Principal { certificate: None, .. }) => principal.join(Key::Certificate),
                    Some(_) => principal.join(Key::Certificate).join(Key::Number),
                }
            }
            Unknown::Service(filed, place) => {
                let at = at_service(registry, filed, place);
                match filed.services.get(place).and_then(|filed| filed.service.as_deref()) {
                    None => at,
                    Some(Service::App(_)) => at.join(Key::Name),
                    Some(Service::Website(website)) => {
                        let is_unnamed =
                            |domain: &crate::model::domain::Domain| filled(domain.name.as_ref()).is_none();
                        let domain = website.domains.iter().position(is_unnamed).unwrap_or_default();
                        at.join(Key::Domains).join(domain).join(Key::Name)
                    }
                }
            }
            Unknown::ServiceNumber(filed, place) => {
                at_principal(registry, filed).join(Key::Services).join(place).join(Key::FilingNumber)
            }
            Unknown::PersonMobile(filed, place) => {
                let at = match place {
                    None => at_principal(registry, filed).join(Key::Principal),
                    Some(place) => at_service(registry, filed, place),
                };
                match filed_person(filed, place) {
                    None => at,
                    Some(None) => at.join(Key::ResponsiblePerson),
                    Some(Some(_)) => at.join(Key::ResponsiblePerson).join(Key::Mobile),
                }
            }
            Unknown::PersonCertificate(filed, place) => {
                let at = at_service(registry, filed, place);
                match filed_person(filed, Some(place)) {
                    None => at,
                    Some(None) => at.join(Key::ResponsiblePerson),
                    Some(Some(ResponsiblePerson { certificate: None, .. })) => {
                        at.join(Key::ResponsiblePerson).join(Key::Certificate)
                    }
                    Some(Some(_)) => at.join(Key::ResponsiblePerson).join(Key::Certificate).join(Key::Number),
                }
            }
        };
        self.needs(Need::ContextInput(path));
    }
}

/// The responsible person that is filed of a service, else of the principal; `None` where the service or the principal
/// is not described at all.
fn filed_person(filed: &FiledPrincipal, service: Option<usize>) -> Option<Option<&ResponsiblePerson>> {
    match service {
        None => filed.principal.as_deref().map(|principal| principal.responsible_person.as_ref()),
        Some(place) => filed.services.get(place)?.service.as_deref().map(Service::responsible_person),
    }
}

/// A place in a service, by the keys that lead there.
pub(crate) fn at_keys(keys: &[Key]) -> FieldPath {
    keys.iter().copied().fold(FieldPath::root(), FieldPath::join)
}

fn at_principal(registry: &Registry, filed: &FiledPrincipal) -> FieldPath {
    let principals = FieldPath::root().join(Key::Registry).join(Key::Principals);
    match registry.place_of(filed) {
        Some(place) => principals.join(place),
        None => principals,
    }
}

fn at_service(registry: &Registry, filed: &FiledPrincipal, place: usize) -> FieldPath {
    at_principal(registry, filed).join(Key::Services).join(place).join(Key::Service)
}
