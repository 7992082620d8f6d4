//! Rules of the group `person`: the principal's responsible person and each service's responsible person.

mod contact;
mod identity;
mod mobile;
mod video;

use crate::engine::context::CheckContext;
use crate::engine::filed::Unknown;
use crate::engine::nodes::{ResponsiblePersonNode, Role};
use crate::engine::outcome::Outcome;
use crate::model::holder::{known_number, same_holder, Sameness};
use crate::model::order::OrderKind;
use crate::model::principal::PrincipalKind;
use crate::model::registry::{FiledPrincipal, Registry};
use crate::path::{Key, Location};
use crate::report::Param;
use crate::text::{filled, same_name, Text};

group! {
    identity::FIELD_MISSING,
    identity::NOT_THE_INDIVIDUAL,
    contact::EMERGENCY_CONTACT_MISSING,
    contact::EMERGENCY_CONTACT_INVALID,
    identity::CERTIFICATE_NUMBER_INVALID,
    identity::CERTIFICATE_EXPIRED,
    mobile::MOBILE_INVALID,
    mobile::MOBILE_SEGMENT_UNKNOWN,
    mobile::MOBILE_UNVERIFIED,
    mobile::MOBILE_NOT_ACCOUNT_BOUND,
    contact::EMAIL_INVALID,
    identity::PHOTO_NOT_ORIGINAL,
    video::VIDEO_VERIFICATION_MISSING,
    video::VIDEO_LOCATION_MISMATCH,
    video::VIDEO_WECHAT_NOT_MAINLAND,
    video::VIDEO_CONDITIONS,
    contact::CONTACT_UNREACHABLE,
    identity::CERTIFICATE_EXPIRES_SOON,
    contact::EMERGENCY_CONTACT_IS_MOBILE,
    contact::CONTACT_SHARED,
    mobile::MOBILE_OF_OTHER_PRINCIPAL,
    mobile::MOBILE_MAY_MISS_SMS,
    identity::NOT_OF_BRANCH,
    identity::OF_OTHER_ORGANIZATION,
    contact::WRITTEN_DIFFERENTLY,
    identity::CERTIFICATE_OF_FOREIGNER,
    video::VIDEO_NOT_PASSED,
    mobile::MOBILE_OUT_OF_PROVINCE,
}

/// Whether the certificate is the principal's, on which the group `principal` speaks.
pub(super) fn is_principals(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>) -> bool {
    node.role == Role::PrincipalResponsiblePerson && cx.is_individual()
}

/// Whether it is the legal representative's name that is wrong, of which other rules speak.
pub(super) fn is_representative_doubted(cx: &CheckContext<'_>, own_name: &str, out: &Outcome) -> bool {
    let filed = cx.filed_principal.and_then(|filed| filed.principal.as_ref()?.legal_representative.as_ref());
    let filed = filed.and_then(|person| filled(person.name.as_ref()));
    let is_as_filed =
        cx.kind != OrderKind::ChangeFiling && filed.is_some_and(|name| same_name(name, own_name));
    is_as_filed || out.is_faulted(&Location::ROOT, &[Key::Principal, Key::LegalRepresentative, Key::Name])
}

pub(super) fn shown(role: Role) -> Param {
    match role {
        Role::PrincipalResponsiblePerson => {
            Text { zh: "主体负责人", en: "the principal's responsible person" }.into()
        }
        Role::ServiceResponsiblePerson(_) => {
            Text { zh: "另一服务的负责人", en: "another service's responsible person" }.into()
        }
    }
}

/// The other organisation in whose filing this person is responsible for a service.
pub(super) fn other_organization<'a>(
    cx: &CheckContext<'_>,
    node: &ResponsiblePersonNode<'_>,
    registry: &'a Registry,
) -> Result<Option<&'a FiledPrincipal>, Unknown<'a>> {
    if !cx.is_organization() || node.role == Role::PrincipalResponsiblePerson {
        return Ok(None);
    }
    let Some(certificate) = node.certificate.filter(|own| known_number(own).is_some()) else {
        return Ok(None);
    };
    let is_of_service = |filed: &FiledPrincipal| {
        let mut people =
            filed.services.iter().filter_map(|filed| filed.service.as_ref()?.responsible_person());
        people.any(|person| same_holder(person.certificate.as_ref(), Some(certificate)) == Sameness::Same)
    };
    // An individual answers for its own filing; who is of no known kind may be one.
    let filed = registry.principals_represented_by(certificate).filter(|filed| is_of_service(filed));
    let is_organization = |filed: &FiledPrincipal| filed.kind().map(PrincipalKind::is_organization);
    let (known, unknown): (Vec<_>, Vec<_>) = filed.partition(|filed| is_organization(filed).is_some());
    let organizations = known.into_iter().filter(|filed| is_organization(filed) == Some(true));
    match cx.first_other(organizations, |filed| filed)? {
        Some(other) => Ok(Some(other)),
        None => match unknown.into_iter().find(|filed| cx.sameness(filed) != Sameness::Same) {
            Some(filed) => Err(Unknown::Kind(filed)),
            None => Ok(None),
        },
    }
}
