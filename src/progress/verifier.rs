//! Who has to enter a code at the ministry's site.

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::context::Context;
use crate::model::order::{Order, OrderKind};
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::Registry;
use crate::model::service::Service;
use crate::text::{filled, Language};
use crate::value::FilingNumber;

/// A person who has to enter a code 短信核验, by role; never by name or number. On the wire
/// `"principal_responsible_person"` or `{"service_responsible_person": 0}`.
///
/// Who it is depends on the order kind:
///
/// | order kind | who |
/// |---|---|
/// | `first_filing` | the principal's responsible person and each service's responsible person |
/// | `add_service`, `add_service_from_elsewhere` | each service's responsible person |
/// | `access_filing` | each service's responsible person, by the number that is filed with the former provider, or by the new one where the order changes the responsible person |
/// | `change_filing` | the principal's responsible person where the principal changes, and the responsible persons of the services that change; where a number changes, by the new one |
/// | `change_service` | each service's responsible person |
/// | `deregister_principal` | the principal's responsible person |
/// | `deregister_services` | each service's responsible person |
/// | `cancel_access`, `migrate_account`, `deregister_hollow_principal` | nobody |
///
/// Who has several roles enters one code, in the first of them. An individual is the responsible person of
/// all its services.
///
/// Source: UCloud's 短信核验指导 (2025-12-30), but for `deregister_services`, which the guide (2025-06-09) has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verifier {
    /// The principal's responsible person 主体负责人.
    PrincipalResponsiblePerson,
    /// The responsible person of the service 服务负责人 at this place, from 0, of the order's `services` or
    /// `service_numbers`.
    ServiceResponsiblePerson(usize),
}

impl Verifier {
    /// Those who have to enter a code for this order.
    ///
    /// Persons are told apart by kind and number of their certificates; the responsible persons of services
    /// that are deregistered are looked up in the registry, by filing numbers that can be read, each once. What is not known
    /// counts as another person. A
    /// `change_filing` does not say what of the principal changes: its responsible person is asked wherever
    /// the order states a principal.
    ///
    /// ```
    /// use beian::order::FiledServices;
    /// use beian::progress::Verifier;
    /// use beian::{Context, Order};
    ///
    /// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let numbers = FiledServices::new().with_service_numbers(["粤ICP备2021000001号-1"]);
    /// let order = Order::DeregisterServices(numbers.clone());
    /// assert_eq!(Verifier::of_order(&order, &Context::new(today)), [Verifier::ServiceResponsiblePerson(0)]);
    /// let order = Order::CancelAccess(numbers);
    /// assert_eq!(Verifier::of_order(&order, &Context::new(today)), []);
    /// ```
    pub fn of_order(order: &Order, context: &Context) -> Vec<Self> {
        let asked = Asked::of(order.kind());
        let principal = order.principal();
        let is_principal_asked = match order {
            Order::ChangeFiling(_) => principal.is_some(),
            _ => asked.principal,
        };
        let mut people = ResponsiblePersons::default();
        if is_principal_asked {
            people.add_principal(principal);
        }
        if asked.services {
            for (place, service) in order.services().iter().enumerate() {
                people.add_service(place, Some(service), principal);
            }
            if let Order::DeregisterServices(services) = order {
                let mut numbers = HashSet::new();
                for (place, number) in services.service_numbers.iter().enumerate() {
                    // What is no number names no service, and a number that stands there twice names one.
                    let Ok(number) = FilingNumber::parse(number) else { continue };
                    if !numbers.insert(number) {
                        continue;
                    }
                    match filed(number, context.registry.as_ref()) {
                        Some((principal, service)) => people.add_service(place, service, principal),
                        None => people.add(Self::ServiceResponsiblePerson(place), None),
                    }
                }
            }
        }
        people.verifiers
    }

    /// Those who have to enter a code for an order of this kind with one service, whose responsible person is
    /// not the principal's.
    ///
    /// ```
    /// use beian::progress::Verifier;
    /// use beian::OrderKind;
    /// let both = [Verifier::PrincipalResponsiblePerson, Verifier::ServiceResponsiblePerson(0)];
    /// assert_eq!(Verifier::usual(OrderKind::FirstFiling), both);
    /// assert_eq!(Verifier::usual(OrderKind::CancelAccess), []);
    /// ```
    pub const fn usual(kind: OrderKind) -> &'static [Self] {
        match Asked::of(kind) {
            Asked { principal: true, services: true } => {
                &[Self::PrincipalResponsiblePerson, Self::ServiceResponsiblePerson(0)]
            }
            Asked { principal: true, services: false } => &[Self::PrincipalResponsiblePerson],
            Asked { principal: false, services: true } => &[Self::ServiceResponsiblePerson(0)],
            Asked { principal: false, services: false } => &[],
        }
    }

    /// The role as a text in a language.
    pub fn show(self, language: Language) -> impl fmt::Display {
        Shown(self, language)
    }
}

struct Shown(Verifier, Language);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Verifier::PrincipalResponsiblePerson, Language::Zh) => f.write_str("主体负责人"),
            (Verifier::PrincipalResponsiblePerson, Language::En) => {
                f.write_str("the principal's responsible person")
            }
            (Verifier::ServiceResponsiblePerson(place), Language::Zh) => {
                write!(f, "服务负责人（服务 {}）", place.saturating_add(1))
            }
            (Verifier::ServiceResponsiblePerson(place), Language::En) => {
                write!(f, "the responsible person of service {}", place.saturating_add(1))
            }
        }
    }
}

/// Whose responsible persons an order of a kind asks for a code.
struct Asked {
    principal: bool,
    services: bool,
}

impl Asked {
    const fn of(kind: OrderKind) -> Self {
        match kind {
            OrderKind::FirstFiling | OrderKind::ChangeFiling => Self { principal: true, services: true },
            OrderKind::AccessFiling
            | OrderKind::AddService
            | OrderKind::AddServiceFromElsewhere
            | OrderKind::ChangeService
            | OrderKind::DeregisterServices => Self { principal: false, services: true },
            OrderKind::DeregisterPrincipal => Self { principal: true, services: false },
            OrderKind::DeregisterHollowPrincipal | OrderKind::CancelAccess | OrderKind::MigrateAccount => {
                Self { principal: false, services: false }
            }
        }
    }
}

/// What identifies a person: two entries with the same key are one person.
type PersonKey = (CertificateKind, String);

/// Those who are asked, each person once.
#[derive(Default)]
struct ResponsiblePersons {
    verifiers: Vec<Verifier>,
    known: HashSet<Verifier>,
    persons: HashSet<PersonKey>,
}

impl ResponsiblePersons {
    fn add(&mut self, verifier: Verifier, certificate: Option<&Certificate>) {
        let person = certificate.and_then(person_key);
        if let Some(person) = person {
            if !self.persons.insert(person) {
                return;
            }
        }
        if self.known.insert(verifier) {
            self.verifiers.push(verifier);
        }
    }

    /// The responsible person of a service. A service without one is taken for an individual's, whose
    /// responsible person is the principal, unless the principal is known to be an organisation.
    fn add_service(&mut self, place: usize, service: Option<&Service>, principal: Option<&Principal>) {
        let is_organization =
            principal.and_then(|principal| principal.kind).is_some_and(PrincipalKind::is_organization);
        match service.map(Service::responsible_person) {
            Some(None) if !is_organization => self.add_principal(principal),
            Some(responsible_person) => {
                self.add(
                    Verifier::ServiceResponsiblePerson(place),
                    responsible_person.and_then(|responsible_person| responsible_person.certificate.as_ref()),
                );
            }
            None => self.add(Verifier::ServiceResponsiblePerson(place), None),
        }
    }

    fn add_principal(&mut self, principal: Option<&Principal>) {
        self.add(Verifier::PrincipalResponsiblePerson, principal.and_then(responsible_person_of_principal));
    }
}

/// The certificate of the principal's responsible person; an individual's own.
fn responsible_person_of_principal(principal: &Principal) -> Option<&Certificate> {
    if principal.kind == Some(PrincipalKind::Individual) {
        principal.certificate.as_ref()
    } else {
        principal
            .responsible_person
            .as_ref()
            .and_then(|responsible_person| responsible_person.certificate.as_ref())
    }
}

fn person_key(certificate: &Certificate) -> Option<PersonKey> {
    Some((certificate.kind?, filled(certificate.number.as_ref())?.to_ascii_uppercase()))
}

/// A filed service with its principal, as far as they were handed over.
fn filed(
    number: FilingNumber,
    registry: Option<&Registry>,
) -> Option<(Option<&Principal>, Option<&Service>)> {
    let filed = registry?.service(&number)?;
    Some((filed.principal.principal.as_deref(), filed.service.service.as_deref()))
}
