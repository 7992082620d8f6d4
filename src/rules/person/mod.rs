//! Rules of the group `person`: the principal's head and each service's head.

mod contact;
mod identity;
mod mobile;
mod video;

use crate::engine::context::Cx;
use crate::engine::nodes::{PersonNode, Role};
use crate::model::principal::PrincipalKind;
use crate::model::registry::{FiledPrincipal, Registry};
use crate::report::Param;
use crate::rule::Chapter;
use crate::text::{filled, Text};

group! {
    identity::FIELD_MISSING,
    identity::HEAD_NOT_THE_INDIVIDUAL,
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
    identity::HEAD_NOT_OF_BRANCH,
    identity::HEAD_OF_OTHER_ORGANIZATION,
    identity::CERTIFICATE_OF_FOREIGNER,
    video::VIDEO_NOT_PASSED,
    mobile::MOBILE_OUT_OF_PROVINCE,
}

pub(super) const ALL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

/// Whether the certificate is the principal's, on which the group `principal` speaks.
pub(super) fn is_principals(cx: &Cx<'_>, node: &PersonNode<'_>) -> bool {
    node.role == Role::PrincipalHead && cx.is_individual()
}

pub(super) fn shown(role: Role) -> Param {
    match role {
        Role::PrincipalHead => Text { zh: "主体负责人", en: "the principal's head" }.into(),
        Role::ServiceHead(_) => Text { zh: "另一服务的负责人", en: "another service's head" }.into(),
    }
}

/// The other organisation in whose filing this person heads a service.
pub(super) fn other_organization<'a>(
    cx: &Cx<'_>,
    node: &PersonNode<'_>,
    registry: &'a Registry,
) -> Option<&'a FiledPrincipal> {
    if !cx.is_organization() || node.role == Role::PrincipalHead {
        return None;
    }
    let certificate = node.certificate?;
    let number = filled(certificate.number.as_ref())?;
    let heads_service = |filed: &FiledPrincipal| {
        let heads = filed.services.iter().filter_map(|filed| filed.service.as_ref()?.head());
        let mut numbers = heads.filter_map(|head| filled(head.certificate.as_ref()?.number.as_ref()));
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
    registry.principals_headed_by(certificate).find(|filed| {
        !own.is_some_and(|own| own.is_same(filed)) && is_organization(filed) && heads_service(filed)
    })
}
