//! Rules of the group `change`: what an order may alter of a filing.

mod displayed;
mod principal;
mod services;

use crate::check::certificate::number_reason;
use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::outcome::Outcome;
use crate::model::holder::{known_number, same_holder, Sameness};
use crate::model::principal::Principal;
use crate::model::registry::FiledService;
use crate::model::service::Service;
use crate::text::{filled, folded, same_name};
use crate::value::FilingNumber;
pub(crate) use principal::{KIND_OF_CERTIFICATE, KIND_OF_PRINCIPAL};

group! {
    services::NOT_FILED_HERE,
    principal::IMMUTABLE_FIELD,
    principal::ORGANIZATION_TO_INDIVIDUAL,
    services::SERVICE_RESPONSIBLE_PERSON_OF_INDIVIDUAL,
    displayed::SERVICE_NOT_OPEN,
    displayed::NUMBER_NOT_DISPLAYED,
    principal::ANOTHER_PRINCIPAL,
    principal::CERTIFICATE_NUMBER_CHANGES,
    services::DOMAIN_NOT_FILED,
    displayed::APP_NUMBER_NOT_DISPLAYED,
    displayed::NUMBER_NOT_LINKED,
    displayed::OTHER_NUMBER_DISPLAYED,
    displayed::DISPLAYED_NUMBER_UNREADABLE,
    principal::INDIVIDUAL_TO_ORGANIZATION,
    services::SERVICES_LEFT_OUT,
    services::LICENSED_ADDRESS,
    services::LATE,
    principal::DOMAIN_IN_OLD_NAME,
    principal::PRINCIPAL_UNCHANGED,
    services::APP_TO_ANOTHER_PRINCIPAL,
}

/// The certificate numbers, filed and stated, where they differ and are not known to be one body's, and the stated one
/// is well-formed.
pub(super) fn differing_numbers<'a>(
    cx: &CheckContext<'a>,
    filed: &'a Principal,
) -> Option<(&'a str, &'a str)> {
    let stated = cx.principal?.certificate.as_ref()?;
    let filed = filed.certificate.as_ref()?;
    let (number, filed_number) = (filled(stated.number.as_ref())?, filled(filed.number.as_ref())?);
    let is_valid = number_reason(stated.kind?, number, cx.context.today).is_none();
    let differs = known_number(filed).is_some_and(|filed| known_number(stated) != Some(filed))
        && same_holder(Some(filed), Some(stated)) != Sameness::Same;
    (is_valid && differs).then_some((filed_number, number))
}

/// Whether the order states another principal than is filed; where that hangs on a value that the registry does not
/// hold, the rule is undetermined. An older name or an older number alone is the same principal's.
pub(super) fn is_other_principal<'a>(cx: &CheckContext<'a>, filed: &'a Principal, out: &mut Outcome) -> bool {
    let Some(stated) = cx.principal else { return false };
    let names = (filled(stated.name.as_ref()), filled(filed.name.as_ref()));
    let is_renamed = match names {
        (Some(stated), Some(filed)) => Some(!same_name(stated, filed)),
        (None, _) => Some(false),
        (Some(_), None) => None,
    };
    let by_certificate = same_holder(filed.certificate.as_ref(), stated.certificate.as_ref());
    match (by_certificate, is_renamed) {
        (Sameness::Same, _) | (_, Some(false)) => false,
        (Sameness::Other, Some(true)) => differing_numbers(cx, filed).is_some(),
        (Sameness::Other, None) => {
            out.needs_known(cx, &[Known::NAME]);
            false
        }
        (Sameness::Unknown, _) => {
            let is_known = filed.certificate.as_ref().is_some_and(|filed| known_number(filed).is_some());
            if !is_known && !out.doubts_certificate() {
                out.needs_known(cx, &[Known::CERTIFICATE_NUMBER]);
            }
            false
        }
    }
}

/// Whether the order states another name than is filed.
pub(super) fn is_renamed(cx: &CheckContext<'_>, filed: &Principal) -> bool {
    let names = (cx.principal.and_then(|stated| filled(stated.name.as_ref())), filled(filed.name.as_ref()));
    matches!(names, (Some(stated), Some(filed)) if !same_name(stated, filed))
}

/// The filed services of the principal that the order does not name.
pub(super) fn left_out<'a>(cx: &CheckContext<'a>) -> impl Iterator<Item = &'a FiledService> {
    let number = |text: Option<&str>| text.and_then(|text| FilingNumber::parse(text).ok());
    let own: Vec<FilingNumber> =
        cx.order.services().iter().filter_map(|service| number(service.filing_number())).collect();
    let filed = cx.filed_principal.into_iter().flat_map(|filed| &filed.services);
    filed.filter(move |filed| {
        !number(filed.filing_number.as_deref()).is_some_and(|filed| own.contains(&filed))
    })
}

/// A website's title and its name, where both are given and neither has the other in it.
pub(crate) fn title_and_name(service: &Service) -> Option<(&str, &str)> {
    let Service::Website(website) = service else { return None };
    let (title, name) = (filled(website.home_page_title.as_ref())?, filled(website.name.as_ref())?);
    let (folded_title, folded_name): (String, String) = (folded(title).collect(), folded(name).collect());
    let is_same = folded_title.contains(&folded_name) || folded_name.contains(&folded_title);
    (!is_same).then_some((title, name))
}
