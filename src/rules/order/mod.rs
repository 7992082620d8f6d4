//! Rules of the group `order`: the kind, the number of services, what is ticked.

mod differs;
mod filed;
mod fitting_kind;
mod leaked;
mod numbers;
mod services;
mod submission;

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::service::Service;
use crate::path::Key;
use crate::text::filled;
use crate::value::DomainName;

group! {
    fitting_kind::KIND_MISMATCH,
    services::NO_SERVICES,
    services::SERVICES_OVER_LIMIT,
    services::ACCESS_SERVICES_OVER_LIMIT,
    services::SERVICE_REPEATED,
    numbers::FILING_NUMBER_MALFORMED,
    submission::AGREEMENT_MISSING,
    submission::SMS_CHECK_DUE,
    submission::PRINCIPAL_IN_PROGRESS,
    submission::ACCOUNT_BUSY,
    submission::ACCOUNT_HAS_OTHER_PRINCIPAL,
    submission::SUB_ACCOUNT,
    filed::RESPONSIBLE_PERSON_UNREACHABLE,
    filed::FILED_CERTIFICATE_EXPIRED,
    differs::DIFFERS_FROM_FILED,
    submission::PRINCIPAL_IN_OTHER_ACCOUNT,
    submission::DRAFT_EXPIRED,
    services::TOTAL_SERVICES_OVER_LIMIT,
    services::BATCH_ADVISED,
    services::WEBSITE_WITH_APP,
    filed::VERIFIED_FIELD_CHANGED,
    filed::FILED_SERVICE_NOT_IN_ORDER,
    filed::FILED_SERVICE_DIFFERS,
    numbers::FILING_NUMBER_OF_OTHER_KIND,
    leaked::PRIVATE_KEY_LEAKED,
}

/// The id of the order's account; without one the rule is undetermined.
pub(super) fn own_account<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a str> {
    let own = filled(out.account(cx)?.id.as_ref());
    if own.is_none() {
        out.needs_context(&[Key::Account, Key::Id]);
    }
    own
}

/// The registrable parts of a service's domains.
pub(super) fn registrable(service: &Service) -> impl Iterator<Item = String> + '_ {
    let names = service.domains().filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok());
    names.map(|name| name.registrable().to_unicode().into_owned())
}
