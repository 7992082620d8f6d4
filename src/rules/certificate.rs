//! What the rules on principals and persons share: whether a number fits its kind of certificate.

use chrono::NaiveDate;

use crate::model::certificate::CertificateKind;
use crate::text::{Term, Text};
use crate::value::{
    CreditCode, CreditCodeError, Holder, OrganizationCode, RegistrationNumber, ResidentId, ResidentIdError,
};

/// What is wrong with a certificate's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberReason {
    /// A credit code of the early shape.
    EarlyShape,
    Invalid(Term),
}

const OTHER_CARD: Term = Term {
    code: "other_card",
    text: Text {
        zh: "该号码属于另一种证件，请核对所选证件类型",
        en: "this number belongs to another kind of card; check the kind that was chosen",
    },
};

const LENGTH: Term = Term {
    code: "length",
    text: Text {
        zh: "证件号码应为 1 至 255 个字符", en: "a certificate number has 1 to 255 characters"
    },
};

const SPACE: Term = Term {
    code: "space",
    text: Text { zh: "证件号码中不能有空格", en: "a certificate number has no spaces" },
};

/// Holds a number against the rules of its kind of certificate; `None` where nothing is wrong.
pub(crate) fn number_reason(kind: CertificateKind, number: &str, today: NaiveDate) -> Option<NumberReason> {
    number_reason_of(kind, number, today, || Some(ResidentId::parse(number)))
}

/// The same of a number that may have been read.
pub(crate) fn number_reason_of(
    kind: CertificateKind,
    number: &str,
    today: NaiveDate,
    read: impl FnOnce() -> Option<Result<ResidentId, ResidentIdError>>,
) -> Option<NumberReason> {
    use CertificateKind as Kind;
    let invalid = |reason: Term| Some(NumberReason::Invalid(reason));
    match kind {
        Kind::BusinessLicense if number.len() == 15 && number.bytes().all(|b| b.is_ascii_digit()) => {
            RegistrationNumber::parse(number).err().and_then(|reason| invalid(reason.into()))
        }
        Kind::BusinessLicense | Kind::UnifiedCreditCertificate | Kind::PrcCreditCodeCertificate => {
            match CreditCode::parse(number) {
                Ok(_) => None,
                Err(CreditCodeError::EarlyShape) => Some(NumberReason::EarlyShape),
                Err(reason) => invalid(reason.into()),
            }
        }
        Kind::OrganizationCode => {
            OrganizationCode::parse(number).err().and_then(|reason| invalid(reason.into()))
        }
        Kind::ResidentIdCard => identity(read()?, today, |holder| holder == Holder::Mainland),
        Kind::HkMacauResidencePermit => {
            identity(read()?, today, |holder| matches!(holder, Holder::HongKong | Holder::Macau))
        }
        Kind::TaiwanResidencePermit => identity(read()?, today, |holder| holder == Holder::Taiwan),
        // The card before 2023 has three letters and twelve digits and no published check digit.
        Kind::ForeignerPermanentResidenceCard if is_early_residence_card(number) => None,
        Kind::ForeignerPermanentResidenceCard => identity(read()?, today, |holder| holder == Holder::Foreign),
        _ if number.chars().count() > 255 => invalid(LENGTH),
        _ if number.chars().any(char::is_whitespace) => invalid(SPACE),
        _ => None,
    }
}

fn identity(
    read: Result<ResidentId, ResidentIdError>,
    today: NaiveDate,
    fits: impl Fn(Holder) -> bool,
) -> Option<NumberReason> {
    let checked = read.and_then(|id| id.check_born_by(today).map(|()| id));
    match checked {
        Ok(id) if fits(id.holder()) => None,
        Ok(_) => Some(NumberReason::Invalid(OTHER_CARD)),
        Err(reason) => Some(NumberReason::Invalid(reason.into())),
    }
}

fn is_early_residence_card(number: &str) -> bool {
    let letters = number.bytes().take(3).filter(u8::is_ascii_alphabetic).count();
    let digits = number.bytes().skip(3).filter(u8::is_ascii_digit).count();
    number.len() == 15 && letters == 3 && digits == 12
}
