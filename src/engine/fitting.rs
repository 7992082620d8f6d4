//! Which order kind fits: decided by what is filed, not chosen.

use crate::engine::filed::Unknown;
use crate::model::holder::{known_number, same_holder, Sameness};
use crate::model::order::OrderKind;
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::{Filed, FiledPrincipal, Registry};
use crate::model::service::Service;
use crate::text::{filled, same_name};
use crate::value::{DomainName, FilingNumber};

wire_names! {
    /// Why an order kind fits.
    pub enum FitReason {
        /// Neither the principal nor the service is filed.
        NeverFiled = "never_filed" {
            zh: "及其主体均未备案",
            en: "is not filed yet, nor is its principal"
        },
        /// The principal is filed here, the service is not.
        PrincipalFiledHere = "principal_filed_here" {
            zh: "尚未备案，而主体已在本接入商备案",
            en: "is not filed yet, while its principal is already filed here"
        },
        /// The principal is filed with other providers only, the service is not filed.
        PrincipalFiledElsewhere = "principal_filed_elsewhere" {
            zh: "尚未备案，而主体仅在其他接入商备案",
            en: "is not filed yet, while its principal is filed with other providers only"
        },
        /// The service is filed, with other providers only.
        ServiceFiledElsewhere = "service_filed_elsewhere" {
            zh: "已备案，但仅由其他接入商接入",
            en: "is already filed, but with other providers only"
        },
        /// The service is filed here.
        ServiceFiledHere = "service_filed_here" {
            zh: "已在本接入商备案",
            en: "is already filed here"
        },
        /// The service is filed here, and the principal changes too.
        ServiceFiledHereAndPrincipalChanges = "service_filed_here_and_principal_changes" {
            zh: "已在本接入商备案，且主体信息有变化",
            en: "is already filed here, and the principal changes too"
        },
        /// The principal is filed here otherwise than it is stated, in what an addition cannot alter.
        PrincipalChanges = "principal_changes" {
            zh: "的主体性质或证件与已备案的不同，须先变更主体信息",
            en: "belongs to a principal whose kind or certificate differs from the record, which must be changed first"
        },
        /// The service is not filed; its principal is filed here once the access filing is approved.
        PrincipalAccessedHere = "principal_accessed_here" {
            zh: "尚未备案，接入备案通过后其主体即在本接入商备案",
            en: "is not filed yet, and its principal will be filed here once the access filing is approved"
        },
        /// The principal is filed without any service and without access: hollow.
        HollowPrincipal = "hollow_principal" {
            zh: "的主体已备案但没有任何服务和接入信息，属于空壳主体，须先注销",
            en: "belongs to a hollow principal, filed without any service or access, which must be deregistered first"
        },
        /// The hollow principal is gone: filed anew.
        HollowPrincipalDeregistered = "hollow_principal_deregistered" {
            zh: "尚未备案，空壳主体注销后按首次备案办理",
            en: "is not filed yet, and nor is its principal once the hollow filing is deregistered"
        },
    }
}

/// The order kind that fits a service of a principal, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fit {
    /// The kind.
    pub kind: OrderKind,
    /// Why.
    pub reason: FitReason,
}

/// Decides which order kind fits a service that a principal wants to run with `provider`, from what is filed.
///
/// `None` where that is not decided: the principal's certificate has no number, the service has no domain or
/// name to be found by, or the registry is not complete and the answer would rest on an absence.
///
/// Source: the guide's chapters 1 to 4, 验证备案类型.
///
/// ```
/// use beian::registry::Registry;
/// use beian::{fitting_order_kind, Certificate, CertificateKind, Domain, FitReason, OrderKind, Principal, Service};
/// use beian::service::Website;
///
/// let certificate = Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7111");
/// let principal = Principal::new().with_certificate(certificate);
/// let site = Service::from(Website::new().with_domains([Domain::named("example.com")]));
/// let fit = fitting_order_kind(&principal, &site, &Registry::new([], []), "tencent").unwrap();
/// assert_eq!((fit.kind, fit.reason), (OrderKind::FirstFiling, FitReason::NeverFiled));
/// ```
pub fn fitting_order_kind(
    principal: &Principal,
    service: &Service,
    registry: &Registry,
    provider: &str,
) -> Option<Fit> {
    fit(principal, service, registry, provider).ok()
}

/// The same, with what it hangs on where it cannot be told.
pub(crate) fn fit<'a>(
    principal: &Principal,
    service: &Service,
    registry: &'a Registry,
    provider: &str,
) -> Result<Fit, Unknown<'a>> {
    let fit = |kind, reason| Ok(Fit { kind, reason });
    // Nothing is filed of a principal that is not filed: no need to find the service.
    let Some(own) = principal_in(registry, principal)? else {
        return fit(OrderKind::FirstFiling, FitReason::NeverFiled);
    };
    match find_service(own, service, registry)? {
        Some(filed) if names(filed, provider) => {
            if differs(own, principal) {
                fit(OrderKind::ChangeFiling, FitReason::ServiceFiledHereAndPrincipalChanges)
            } else {
                fit(OrderKind::ChangeService, FitReason::ServiceFiledHere)
            }
        }
        Some(_) => fit(OrderKind::AccessFiling, FitReason::ServiceFiledElsewhere),
        None if records(registry, own).any(|own| is_filed_with(own, provider)) => {
            fit(OrderKind::AddService, FitReason::PrincipalFiledHere)
        }
        None => fit(OrderKind::AddServiceFromElsewhere, FitReason::PrincipalFiledElsewhere),
    }
}

/// Every record of a filed principal: more than one where it was filed twice.
fn records<'a>(registry: &'a Registry, own: &'a FiledPrincipal) -> impl Iterator<Item = &'a FiledPrincipal> {
    let others = own.certificate().map(|certificate| registry.principals_with_certificate(certificate));
    std::iter::once(own).chain(others.into_iter().flatten())
}

/// One of the orders that lead a principal to its goal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FittingOrder {
    /// The kind.
    pub kind: OrderKind,
    /// Why it is needed.
    pub reason: FitReason,
    /// The services that it carries, by their indices in the list that was asked for. None in an order that
    /// is about the principal alone.
    pub services: Vec<usize>,
}

/// Decides which orders, in which sequence, lead a principal to run `services` with `provider`, from what is
/// filed. Each has to be approved before the next is handed in.
///
/// A hollow principal is deregistered first, on paper. A change of the principal comes first, since an
/// addition cannot alter it; then access filings, since they make the principal one that is filed here; then
/// the additions.
/// Limits on the services of one order are not looked at.
///
/// `None` where that is not decided, as with [`fitting_order_kind`].
///
/// Source: the guide's chapters 1 to 6 and 16.
///
/// ```
/// use beian::registry::{FiledPrincipal, FiledService, Registry};
/// use beian::service::Website;
/// use beian::{fitting_orders, Certificate, CertificateKind, Domain, OrderKind, Principal, Service};
///
/// let certificate = Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7111");
/// let principal = Principal::new().with_certificate(certificate);
/// let site = |domain| Service::from(Website::new().with_domains([Domain::named(domain)]));
/// let filed = FiledService::new().with_providers(["elsewhere"]).with_service(site("example.com"));
/// let filed = FiledPrincipal::new().with_principal(principal.clone()).with_services([filed]);
///
/// let services = [site("example.net"), site("example.com")];
/// let orders = fitting_orders(&principal, &services, &Registry::new([filed], []), "tencent").unwrap();
/// let steps: Vec<_> = orders.iter().map(|order| (order.kind, order.services.as_slice())).collect();
/// assert_eq!(steps, [(OrderKind::AccessFiling, &[1][..]), (OrderKind::AddService, &[0])]);
/// ```
pub fn fitting_orders(
    principal: &Principal,
    services: &[Service],
    registry: &Registry,
    provider: &str,
) -> Option<Vec<FittingOrder>> {
    let order = |kind, reason, services| FittingOrder { kind, reason, services };
    let all = || (0..services.len()).collect();
    let Some(own) = principal_in(registry, principal).ok()? else {
        return Some(vec![order(OrderKind::FirstFiling, FitReason::NeverFiled, all())]);
    };
    if registry.is_hollow(own)? {
        return Some(vec![
            order(OrderKind::DeregisterHollowPrincipal, FitReason::HollowPrincipal, Vec::new()),
            order(OrderKind::FirstFiling, FitReason::HollowPrincipalDeregistered, all()),
        ]);
    }
    let (mut here, mut elsewhere, mut new) = (Vec::new(), Vec::new(), Vec::new());
    for (index, service) in services.iter().enumerate() {
        match find_service(own, service, registry).ok()? {
            Some(filed) if names(filed, provider) => here.push(index),
            Some(_) => elsewhere.push(index),
            None => new.push(index),
        }
    }
    let is_filed_here = is_filed_with(own, provider);
    let mut orders = Vec::new();
    if is_filed_here && !here.is_empty() && differs(own, principal) {
        orders.push(order(OrderKind::ChangeFiling, FitReason::ServiceFiledHereAndPrincipalChanges, here));
    } else if is_filed_here && differs_in_what_is_locked(own, principal) {
        orders.push(order(OrderKind::ChangeFiling, FitReason::PrincipalChanges, here));
    } else if !here.is_empty() {
        orders.push(order(OrderKind::ChangeService, FitReason::ServiceFiledHere, here));
    }
    let is_accessed = !elsewhere.is_empty();
    if is_accessed {
        orders.push(order(OrderKind::AccessFiling, FitReason::ServiceFiledElsewhere, elsewhere));
    }
    if !new.is_empty() {
        let (kind, reason) = match (is_filed_here, is_accessed) {
            (true, _) => (OrderKind::AddService, FitReason::PrincipalFiledHere),
            (false, true) => (OrderKind::AddService, FitReason::PrincipalAccessedHere),
            (false, false) => (OrderKind::AddServiceFromElsewhere, FitReason::PrincipalFiledElsewhere),
        };
        orders.push(order(kind, reason, new));
    }
    Some(orders)
}

/// The principal as it is filed, by its certificate. One that was filed under a number of an older numbering, or whose
/// number the registry does not hold, may be the same.
pub(crate) fn principal_in<'a>(
    registry: &'a Registry,
    principal: &Principal,
) -> Result<Option<&'a FiledPrincipal>, Unknown<'a>> {
    let Some(certificate) = principal.certificate.as_ref().filter(|own| known_number(own).is_some()) else {
        return Err(Unknown::Unnamed);
    };
    if let Some(own) = registry.principal_with_certificate(certificate) {
        return Ok(Some(own));
    }
    if !registry.is_complete() {
        return Err(Unknown::Registry);
    }
    let filer = principal.kind.map(PrincipalKind::filer);
    let may_be = |filed: &&FiledPrincipal| {
        let filers = filer.zip(filed.kind().map(PrincipalKind::filer));
        filers.map_or(true, |(own, filed)| own == filed)
            && same_holder(Some(certificate), filed.certificate()) == Sameness::Unknown
    };
    registry.uncertified().find(may_be).map_or(Ok(None), |filed| Err(Unknown::Certificate(filed)))
}

/// Whether the stated principal differs from the filed one in what an addition cannot alter and a change can.
fn differs_in_what_is_locked(own: &FiledPrincipal, stated: &Principal) -> bool {
    let Some(filed) = &own.principal else { return false };
    let certificates = (filed.certificate.as_ref(), stated.certificate.as_ref());
    both_and_differ(filed.kind, stated.kind)
        || matches!(certificates, (Some(filed), Some(stated)) if both_and_differ(filed.kind, stated.kind)
        || both_and_differ(
            filled(filed.number.as_ref()).map(str::to_ascii_uppercase),
            filled(stated.number.as_ref()).map(str::to_ascii_uppercase),
        ))
}

/// Whether the principal can be found in a registry.
pub(crate) fn is_identified(principal: &Principal) -> bool {
    principal.certificate.as_ref().is_some_and(|certificate| known_number(certificate).is_some())
}

/// Whether a principal is filed with this provider: one of its services names it, or, without services, it
/// has an account here.
pub(crate) fn is_filed_with(principal: &FiledPrincipal, provider: &str) -> bool {
    if principal.services.is_empty() {
        principal.account.is_some()
    } else {
        principal.services.iter().any(|service| service.providers.iter().any(|name| name == provider))
    }
}

fn names(filed: Filed<'_>, provider: &str) -> bool {
    filed.service.providers.iter().any(|name| name == provider)
}

/// The service as this principal filed it: by its number, else a website by its domains, an APP by its name.
pub(crate) fn find_service<'a>(
    own: &'a FiledPrincipal,
    service: &Service,
    registry: &'a Registry,
) -> Result<Option<Filed<'a>>, Unknown<'a>> {
    let is_own = |filed: &Filed<'_>| filed.principal.is_same(own);
    let number = service.filing_number().and_then(|number| FilingNumber::parse(number).ok());
    if let Some(filed) = number.and_then(|number| registry.service(&number)).filter(is_own) {
        return Ok(Some(filed));
    }
    let found = match service {
        Service::Website(website) => {
            let names = website.domains.iter().filter_map(|domain| domain.name.as_deref());
            let mut names = names.filter_map(|name| DomainName::parse(name).ok()).peekable();
            if names.peek().is_none() {
                return Err(Unknown::Unnamed);
            }
            names.find_map(|name| registry.websites_under(&name).find(is_own))
        }
        Service::App(app) => {
            let name = filled(app.name.as_ref()).ok_or(Unknown::Unnamed)?;
            registry.apps_named(name).find(is_own)
        }
    };
    // One of the same name or domain under another number is told by that from a service whose number is not known.
    let is_numbered_otherwise =
        |filed: &Filed<'_>| number.is_some() && filed.service.number().is_some_and(|own| Some(own) != number);
    let unnumbered = || registry.unnumbered_of(own, service.kind());
    if found.as_ref().is_some_and(is_numbered_otherwise) {
        if let Some(place) = unnumbered() {
            return Err(Unknown::ServiceNumber(own, place));
        }
    }
    if found.is_some() {
        return Ok(found);
    }
    if !registry.is_complete() {
        return Err(Unknown::Registry);
    }
    match (number.and_then(|_| unnumbered()), registry.untold_of(own, service.kind())) {
        (Some(unnumbered), untold) if untold.map_or(true, |untold| unnumbered <= untold) => {
            Err(Unknown::ServiceNumber(own, unnumbered))
        }
        (_, Some(untold)) => Err(Unknown::Service(own, untold)),
        (_, None) => Ok(None),
    }
}

/// Whether what the order states of the principal differs from what is filed.
fn differs(own: &FiledPrincipal, stated: &Principal) -> bool {
    let Some(filed) = &own.principal else { return false };
    let name_differs = match (&filed.name, &stated.name) {
        (Some(filed), Some(stated)) => !same_name(filed, stated),
        _ => false,
    };
    name_differs
        || both_and_differ(filed.kind, stated.kind)
        || both_and_differ(filed.region.as_deref(), stated.region.as_deref())
        || both_and_differ(filed.mailing_address.as_deref(), stated.mailing_address.as_deref())
}

fn both_and_differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}
