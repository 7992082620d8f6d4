//! Rules of the group `change`: what an order may alter of a filing.

mod displayed;
mod principal;
mod services;

use crate::check::certificate::number_reason;
use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::principal::Principal;
use crate::model::registry::FiledService;
use crate::model::service::Service;
use crate::report::Need;
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
    principal::INDIVIDUAL_TO_ORGANIZATION,
    services::SERVICES_LEFT_OUT,
    services::LICENSED_ADDRESS,
    services::LATE,
    principal::DOMAIN_IN_OLD_NAME,
    services::APP_TO_ANOTHER_PRINCIPAL,
}

/// What is filed of the principal that the order states; without a registry the rule is undetermined.
pub(super) fn filed_principal<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a Principal> {
    let registry = out.registry(cx)?;
    match cx.filed_principal {
        Some(filed) => filed.principal.as_ref(),
        None => {
            if !registry.is_complete() {
                out.needs(Need::Registry);
            }
            None
        }
    }
}

/// The certificate numbers, filed and stated, where they differ and the stated one is well-formed.
pub(super) fn differing_numbers<'a>(
    cx: &CheckContext<'a>,
    filed: &'a Principal,
) -> Option<(&'a str, &'a str)> {
    let stated = cx.principal?.certificate.as_ref()?;
    let number = filled(stated.number.as_ref())?;
    let filed = filled(filed.certificate.as_ref()?.number.as_ref())?;
    let is_valid = number_reason(stated.kind?, number, cx.context.today).is_none();
    (is_valid && !filed.eq_ignore_ascii_case(number)).then_some((filed, number))
}

pub(super) fn is_another(cx: &CheckContext<'_>, filed: &Principal) -> bool {
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
