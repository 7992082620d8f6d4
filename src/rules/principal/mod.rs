//! Rules of the group `principal`: who files.

mod address;
mod business;
mod certificate;
mod fields;
mod name;

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::context::BusinessRecord;
use crate::model::principal::PrincipalKind;
use crate::path::Key;
use crate::text::filled;

group! {
    fields::FIELD_MISSING,
    fields::FIELD_NOT_APPLICABLE,
    certificate::CERTIFICATE_KIND_MISMATCH,
    certificate::CERTIFICATE_NUMBER_INVALID,
    certificate::CREDIT_CODE_NONSTANDARD,
    address::REGION_INVALID,
    name::NAME_ACCOUNT_MISMATCH,
    address::REGION_CERTIFICATE_MISMATCH,
    address::MAILING_ADDRESS_TOO_COARSE,
    address::MAILING_ADDRESS_REGION_MISMATCH,
    address::REGION_NOT_CERTIFICATE_ADDRESS,
    address::REGION_DIFFERS_FROM_CERTIFICATE,
    certificate::PHOTO_NOT_ORIGINAL,
    certificate::CERTIFICATE_DIFFERS_FROM_FILED,
    name::ACCOUNT_VERIFIED_TOO_RECENTLY,
    name::BLACKLISTED,
    name::FILED_TWICE,
    certificate::CERTIFICATE_EXPIRES_SOON,
    certificate::RESIDENCE_DOCUMENT_ADVISED,
    address::MAILING_ADDRESS_SYMBOL,
    name::BRANCH_UNDER_PARENT,
    name::TRADE_NAME_MISSING,
    certificate::NUMBER_BEFORE_CREDIT_CODE,
    address::MAILING_ADDRESS_OUT_OF_PROVINCE,
    business::BUSINESS_ABNORMAL,
    business::BUSINESS_DIFFERS,
    business::BUSINESS_ADDRESS_DIFFERS,
    business::SCOPE_WORD,
}

/// The certificate's number with its kind, where the kind is one that the principal can hold.
pub(super) fn numbered<'a>(
    cx: &CheckContext<'_>,
    certificate: Option<&'a Certificate>,
) -> Option<(CertificateKind, &'a str)> {
    let certificate = certificate?;
    let kind = certificate.kind?;
    let fits = cx.principal_kind.map_or(true, |principal| kind.can_be_held_by(principal));
    fits.then_some((kind, filled(certificate.number.as_ref())?))
}

/// What the national register says of the business that files; where that is absent the rule lacks an input.
pub(super) fn business<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a BusinessRecord> {
    let is_registered =
        matches!(cx.principal_kind, Some(PrincipalKind::Enterprise | PrincipalKind::IndividualBusiness));
    if is_registered && cx.context.business_register.is_none() {
        out.needs_context(&[Key::BusinessRegister]);
    }
    cx.context.business_register.as_ref().filter(|_| is_registered)
}
