//! Rules of the group `person`: the principal's responsible person and each service's responsible person.

mod contact;
mod identity;
mod mobile;
mod video;

use crate::engine::context::CheckContext;
use crate::engine::nodes::{ResponsiblePersonNode, Role};
use crate::model::principal::PrincipalKind;
use crate::model::registry::{FiledPrincipal, Registry};
use crate::report::Param;
use crate::text::{filled, Text};

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
    identity::CERTIFICATE_OF_FOREIGNER,
    video::VIDEO_NOT_PASSED,
    mobile::MOBILE_OUT_OF_PROVINCE,
}

/// Whether the certificate is the principal's, on which the group `principal` speaks.
pub(super) fn is_principals(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>) -> bool {
    node.role == Role::PrincipalResponsiblePerson && cx.is_individual()
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
) -> Option<&'a FiledPrincipal> {
    if !cx.is_organization() || node.role == Role::PrincipalResponsiblePerson {
        return None;
    }
    let certificate = node.certificate?;
    let number = filled(certificate.number.as_ref())?;
    let is_responsible_for_a_service = |filed: &FiledPrincipal| {
        let people = filed.services.iter().filter_map(|filed| filed.service.as_ref()?.responsible_person());
        let mut numbers = people.filter_map(|responsible_person| {
            filled(responsible_person.certificate.as_ref()?.number.as_ref())
        });
        numbers.any(|other| other.eq_ignore_ascii_case(number))
    };
    let is_organization = |filed: &FiledPrincipal| {
        filed
            .principal
            .as_ref()
            .and_then(|principal| principal.kind)
            .is_some_and(PrincipalKind::is_organization)
    };
    let own = cx.filed_principal;
    registry.principals_represented_by(certificate).find(|filed| {
        !own.is_some_and(|own| own.is_same(filed))
            && is_organization(filed)
            && is_responsible_for_a_service(filed)
    })
}
