//! Which order kind fits: decided by what is filed, not chosen.

use crate::order::OrderKind;
use crate::principal::Principal;
use crate::registry::{Filed, FiledPrincipal, Registry};
use crate::rules::domain::same_name;
use crate::service::Service;
use crate::value::{DomainName, FilingNumber};
use crate::walk::typed;

wire_names! {
    /// Why an order kind fits.
    pub enum FitReason {
        /// Neither the principal nor the service is filed.
        NeverFiled = "never_filed" {
            zh: "及其主体均未备案",
            en: "neither the principal nor the service is filed yet"
        },
        /// The principal is filed here, the service is not.
        PrincipalFiledHere = "principal_filed_here" {
            zh: "未备案，而主体已在本接入商备案",
            en: "the principal is filed here and the service is not filed yet"
        },
        /// The principal is filed with other providers only, the service is not filed.
        PrincipalFiledElsewhere = "principal_filed_elsewhere" {
            zh: "未备案，而主体仅在其他接入商备案",
            en: "the principal is filed with other providers only and the service is not filed yet"
        },
        /// The service is filed, with other providers only.
        ServiceFiledElsewhere = "service_filed_elsewhere" {
            zh: "已在其他接入商备案",
            en: "the service is already filed, with other providers only"
        },
        /// The service is filed here.
        ServiceFiledHere = "service_filed_here" {
            zh: "已在本接入商备案",
            en: "the service is already filed here"
        },
        /// The service is filed here, and the principal changes too.
        ServiceFiledHereAndPrincipalChanges = "service_filed_here_and_principal_changes" {
            zh: "已在本接入商备案，且主体信息有变化",
            en: "the service is already filed here, and the principal changes too"
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
/// `None` where that cannot be told: the principal's certificate has no number, the service has no domain or
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
    let fit = |kind, reason| Some(Fit { kind, reason });
    if !is_identified(principal) {
        return None;
    }
    let certificate = principal.certificate.as_ref()?;
    let Some(own) = registry.principal_with_certificate(certificate) else {
        // Nothing is filed of a principal that is not filed: no need to find the service.
        return registry
            .is_complete()
            .then_some(Fit { kind: OrderKind::FirstFiling, reason: FitReason::NeverFiled });
    };
    match filed_service(own, service, registry)? {
        Some(filed) if names(filed, provider) => {
            if differs(own, principal) {
                fit(OrderKind::ChangeFiling, FitReason::ServiceFiledHereAndPrincipalChanges)
            } else {
                fit(OrderKind::ChangeService, FitReason::ServiceFiledHere)
            }
        }
        Some(_) => fit(OrderKind::AccessFiling, FitReason::ServiceFiledElsewhere),
        None if !registry.is_complete() => None,
        None if is_filed_with(own, provider) => fit(OrderKind::AddService, FitReason::PrincipalFiledHere),
        None => fit(OrderKind::AddServiceFromElsewhere, FitReason::PrincipalFiledElsewhere),
    }
}

/// Whether the principal can be found in a registry.
pub(crate) fn is_identified(principal: &Principal) -> bool {
    principal.certificate.as_ref().is_some_and(|certificate| typed(certificate.number.as_ref()).is_some())
}

/// Whether a principal is filed with this provider: one of its services names it, or, without services, it has
/// an account here.
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
/// The outer `None` says that it has nothing to be found by.
pub(crate) fn filed_service<'a>(
    own: &FiledPrincipal,
    service: &Service,
    registry: &'a Registry,
) -> Option<Option<Filed<'a>>> {
    let is_own = |filed: &Filed<'_>| std::ptr::eq(filed.principal, own);
    if let Some(number) = service.filing_number().and_then(|number| FilingNumber::parse(number).ok()) {
        if let Some(filed) = registry.service(&number).filter(is_own) {
            return Some(Some(filed));
        }
    }
    match service {
        Service::Website(website) => {
            let mut found = None;
            for domain in &website.domains {
                let Ok(name) = DomainName::parse(domain.name.as_deref().unwrap_or_default()) else {
                    continue;
                };
                found = Some(registry.websites_under(&name).find(is_own));
                if matches!(found, Some(Some(_))) {
                    break;
                }
            }
            found
        }
        Service::App(app) => {
            let name = typed(app.name.as_ref())?;
            Some(registry.apps_named(name).find(is_own))
        }
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
