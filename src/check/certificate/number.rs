//! Whether a number fits its kind of certificate.

use chrono::NaiveDate;

use crate::model::certificate::CertificateKind;
use crate::text::{Term, Text};
use crate::value::{
    CreditCode, CreditCodeError, Holder, Mobile, OrganizationCode, RegistrationNumber, ResidentId,
    ResidentIdError,
};

/// What is wrong with a certificate's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberReason {
    /// A credit code of the early shape.
    EarlyShape,
    /// A credit code that is right but for its registrar: no list has it, or not for such a certificate.
    Doubtful(Term),
    Invalid(Term),
}

const fn term(code: &'static str, zh: &'static str, en: &'static str) -> Term {
    Term { code, text: Text { zh, en } }
}

const OTHER_CARD: Term = term(
    "other_card",
    "该号码属于另一种证件，请核对所选的证件类型",
    "this number belongs to a different kind of certificate; check the selected kind",
);

const LENGTH: Term =
    term("length", "证件号码应为 1 至 255 个字符", "a certificate number has 1 to 255 characters");

const SPACE: Term = term("space", "证件号码中不能有空格", "a certificate number has no spaces");

const STAND_IN: Term = term(
    "stand_in",
    "填写的不是证件号码，请按证件填写",
    "this is not a certificate number; enter the number on the certificate",
);

const IDENTITY_NUMBER: Term = term(
    "identity_number",
    "这像是居民身份证号码，请选择居民身份证，或填写所选证件上的号码",
    "this looks like a resident identity card number; choose that card, or enter the number of the selected certificate",
);

const CREDIT_CODE: Term = term(
    "credit_code",
    "这是统一社会信用代码，请选择载有该代码的证照，或填写所选证件上的号码",
    "this is a unified social credit code; choose the certificate that carries it, or enter the number of the selected certificate",
);

const ORGANIZATION_CODE: Term = term(
    "organization_code",
    "这是组织机构代码，请填写证照上的 18 位统一社会信用代码",
    "this is an organisation code; enter the 18-character unified social credit code on the certificate",
);

const MOBILE: Term = term(
    "mobile",
    "这是手机号，请填写证件上的号码",
    "this is a mobile number; enter the number on the certificate",
);

const HONG_KONG_CARD: Term = term(
    "hong_kong_card",
    "这是香港身份证号码，请填写所选证件上的号码",
    "this is a Hong Kong identity card number; enter the number of the selected certificate",
);

const HK_MACAU_PERMIT: Term = term(
    "hk_macau_permit",
    "港澳居民来往内地通行证号码为字母 H 或 M 加 8 位或 10 位数字",
    "a Hong Kong/Macau travel permit number is H or M followed by 8 or 10 digits",
);

const TAIWAN_PERMIT: Term = term(
    "taiwan_permit",
    "台湾居民来往大陆通行证号码为 8 位数字（连同签发次数为 10 位）",
    "a Taiwan travel permit number has 8 digits, or 10 including the number of issues",
);

const PASSPORT: Term = term(
    "passport",
    "护照号码由字母和数字组成，长度 5 至 20 位",
    "a passport number consists of 5 to 20 letters and digits",
);

/// Whose a code is that stands on a certificate of another register, by its first place and for civil affairs and
/// justice by its first two.
const REGISTERS: &[(&str, Term)] = &[
    ("1", term(
        "of_staffing",
        "该代码属于机关、事业单位或群团组织，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a government body, public institution or mass organisation; check the kind of certificate and the number",
    )),
    ("31", term(
        "of_law_practice",
        "该代码属于律师执业机构，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a law practice; check the kind of certificate and the number",
    )),
    ("51", term(
        "of_social_organization",
        "该代码属于社会团体，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a social organisation; check the kind of certificate and the number",
    )),
    ("52", term(
        "of_private_non_enterprise",
        "该代码属于民办非企业单位（社会服务机构），与所选证照不符，请核对证照类型和号码",
        "this code was issued to a private non-enterprise unit; check the kind of certificate and the number",
    )),
    ("53", term(
        "of_foundation",
        "该代码属于基金会，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a foundation; check the kind of certificate and the number",
    )),
    ("7", term(
        "of_religion",
        "该代码属于宗教活动场所或宗教院校，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a religious venue or school; check the kind of certificate and the number",
    )),
    ("9", term(
        "of_business",
        "该代码属于企业、个体工商户或农民专业合作社，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a business; check the kind of certificate and the number",
    )),
    ("N", term(
        "of_collective",
        "该代码属于农村集体经济组织，与所选证照不符，请核对证照类型和号码",
        "this code was issued to a rural collective economic organisation; check the kind of certificate and the number",
    )),
    ("", term(
        "of_other_register",
        "该代码开头两位代表的登记部门与所选证照不符，请核对证照类型和号码",
        "this code was issued by a different registrar than the certificate's; check the kind of certificate and the number",
    )),
];

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
            credit_code(kind, number, true)
        }
        Kind::OrganizationCode => {
            let reason = OrganizationCode::parse(number).err()?;
            invalid(of_another(number).unwrap_or_else(|| reason.into()))
        }
        Kind::ResidentIdCard => identity(number, read()?, today, |holder| holder == Holder::Mainland),
        Kind::HkMacauResidencePermit => {
            identity(number, read()?, today, |holder| matches!(holder, Holder::HongKong | Holder::Macau))
        }
        Kind::TaiwanResidencePermit => identity(number, read()?, today, |holder| holder == Holder::Taiwan),
        // The card before 2023 has three letters and twelve digits and no published check digit.
        Kind::ForeignerPermanentResidenceCard if is_early_residence_card(number) => None,
        Kind::ForeignerPermanentResidenceCard => {
            identity(number, read()?, today, |holder| holder == Holder::Foreign)
        }
        Kind::HkMacauPermit => shape(number, is_hk_macau_permit, HK_MACAU_PERMIT),
        Kind::TaiwanPermit => {
            shape(number, |number| is_digits(number, 8) || is_digits(number, 10), TAIWAN_PERMIT)
        }
        Kind::Passport => shape(number, is_passport, PASSPORT),
        _ if number.chars().count() > 255 => invalid(LENGTH),
        _ if number.chars().any(char::is_whitespace) => invalid(SPACE),
        _ if is_stand_in(number) => invalid(STAND_IN),
        _ if kind.is_personal() => None,
        _ => credit_code(kind, number, false),
    }
}

/// The reason of a number on a certificate of an organisation: always a credit code on some, on the others where it looks
/// like one.
fn credit_code(kind: CertificateKind, number: &str, always: bool) -> Option<NumberReason> {
    let reason = match CreditCode::parse(number) {
        Ok(code) => return of_other_register(kind, code.as_str()),
        Err(reason) => reason,
    };
    let looks_like_one = always || looks_like_credit_code(kind, number);
    match reason {
        CreditCodeError::EarlyShape if may_stand_on(kind, "91") && looks_like_one => {
            Some(NumberReason::EarlyShape)
        }
        CreditCodeError::UnknownRegistrar if looks_like_one => Some(NumberReason::Doubtful(reason.into())),
        _ => {
            let other = of_another(number).map(NumberReason::Invalid);
            other.or_else(|| looks_like_one.then(|| NumberReason::Invalid(reason.into())))
        }
    }
}

/// What registrars and their classes stand on a kind of certificate, by the first places of a code; `None` where any may:
/// licences of a trade go to bodies of several registers, and some certificates are everybody's.
fn registers_of(kind: CertificateKind) -> Option<&'static [&'static str]> {
    use CertificateKind as Kind;
    Some(match kind {
        Kind::BusinessLicense | Kind::ForeignEnterpriseOfficeRegistration => &["9"],
        Kind::PublicInstitutionCertificate => &["1", "A"],
        Kind::SocialOrganizationCertificate => &["51", "59", "13", "8"],
        Kind::PrivateNonEnterpriseCertificate | Kind::SocialServiceBodyRegistration => &["52", "59"],
        Kind::FoundationCertificate => &["53", "59"],
        Kind::LawFirmLicense => &["31", "33", "39"],
        Kind::ForeignCulturalCenterRegistration => &["4"],
        Kind::ForeignNewsOrganizationCertificate => &["2"],
        Kind::ForeignTourismOfficeRegistration | Kind::HkMacauTaiwanTourismOfficeRegistration => &["6"],
        Kind::ReligiousVenueRegistration => &["7"],
        Kind::CollectiveEconomicOrganizationRegistration => &["N"],
        _ => return None,
    })
}

fn may_stand_on(kind: CertificateKind, code: &str) -> bool {
    registers_of(kind).map_or(true, |registers| registers.iter().any(|first| code.starts_with(first)))
}

/// The reason of a right code that was given by another registrar, or to another kind of body, than the certificate.
fn of_other_register(kind: CertificateKind, code: &str) -> Option<NumberReason> {
    if may_stand_on(kind, code) {
        return None;
    }
    let (_, reason) = REGISTERS.iter().find(|(first, _)| code.starts_with(first))?;
    // What registrars of a later date give is written down nowhere.
    let is_of_later_date = code.starts_with(['G', 'J', 'Q', 'Y']);
    Some(if is_of_later_date { NumberReason::Doubtful(*reason) } else { NumberReason::Invalid(*reason) })
}

/// Whether a number on a certificate that may have one of its own looks like a credit code: as long as one, or nearly so
/// with the beginning that codes on this certificate have.
fn looks_like_credit_code(kind: CertificateKind, number: &str) -> bool {
    let length = number.chars().count();
    let is_typed =
        number.chars().all(|c| c.is_ascii_alphanumeric() || ('\u{ff01}'..='\u{ff5e}').contains(&c));
    let has_letter = number.bytes().any(|b| b.is_ascii_alphabetic());
    let first = number.to_ascii_uppercase();
    let begins_so =
        registers_of(kind).is_some_and(|registers| registers.iter().any(|of| first.starts_with(of)));
    let region = number.as_bytes().get(2..8).is_some_and(|region| region.iter().all(u8::is_ascii_digit));
    match kind {
        // Numbers of other countries and of the forces have shapes of their own.
        CertificateKind::OverseasBodyDocument
        | CertificateKind::MilitaryCode
        | CertificateKind::MilitaryPaidServicePermit => false,
        _ if length == 18 => is_typed,
        _ => (16..=20).contains(&length) && is_typed && begins_so && has_letter && region,
    }
}

fn identity(
    number: &str,
    read: Result<ResidentId, ResidentIdError>,
    today: NaiveDate,
    fits: impl Fn(Holder) -> bool,
) -> Option<NumberReason> {
    let checked = read.and_then(|id| id.check_born_by(today).map(|()| id));
    match checked {
        Ok(id) if fits(id.holder()) => None,
        Ok(_) => Some(NumberReason::Invalid(OTHER_CARD)),
        Err(reason) => {
            let other = of_another(number).filter(|other| *other != IDENTITY_NUMBER);
            Some(NumberReason::Invalid(other.unwrap_or_else(|| reason.into())))
        }
    }
}

/// The reason of a number without a check digit that has not the shape of its certificate.
fn shape(number: &str, fits: impl Fn(&str) -> bool, reason: Term) -> Option<NumberReason> {
    let reason = match () {
        () if number.chars().any(char::is_whitespace) => SPACE,
        () if is_stand_in(number) => STAND_IN,
        () => match of_another(number) {
            Some(other) => other,
            None if fits(number) => return None,
            None => reason,
        },
    };
    Some(NumberReason::Invalid(reason))
}

/// What a number plainly is that was given as another certificate's.
fn of_another(number: &str) -> Option<Term> {
    if is_stand_in(number) {
        return Some(STAND_IN);
    }
    let is_identity = match number.as_bytes() {
        [front @ .., last] if front.len() == 17 => {
            front.iter().all(u8::is_ascii_digit) && matches!(last, b'0'..=b'9' | b'X' | b'x')
        }
        text => text.len() == 15 && ResidentId::parse(number).is_ok(),
    };
    match () {
        () if CreditCode::parse(number).is_ok() => Some(CREDIT_CODE),
        () if is_identity => Some(IDENTITY_NUMBER),
        () if OrganizationCode::parse(number).is_ok() && number.contains('-') => Some(ORGANIZATION_CODE),
        () if number.len() == 11 && Mobile::parse(number).is_ok() => Some(MOBILE),
        () if is_hong_kong_card(number) => Some(HONG_KONG_CARD),
        () => None,
    }
}

/// Whether somebody filled a field that had no answer: 无, `none`, zeros, one character again and again.
fn is_stand_in(number: &str) -> bool {
    let mut characters = number.chars().filter(|c| c.is_alphanumeric());
    let Some(first) = characters.next() else { return true };
    let is_one = (first == '0' || number.chars().count() > 2) && characters.all(|c| c == first);
    is_one || !number.chars().any(|c| c.is_numeric() || "一二三四五六七八九十".contains(c))
}

fn is_digits(number: &str, length: usize) -> bool {
    number.len() == length && number.bytes().all(|b| b.is_ascii_digit())
}

fn is_hk_macau_permit(number: &str) -> bool {
    let digits = number.strip_prefix(['H', 'h', 'M', 'm']);
    digits.is_some_and(|digits| is_digits(digits, 8) || is_digits(digits, 10))
}

fn is_passport(number: &str) -> bool {
    (5..=20).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// One or two letters and six digits, with the check character in brackets, as the card prints it.
fn is_hong_kong_card(number: &str) -> bool {
    let number = number.replace(['（', '）'], "|").replace(['(', ')'], "|");
    let Some((front, check)) = number.strip_suffix('|').and_then(|number| number.split_once('|')) else {
        return false;
    };
    let digits = front.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    matches!(front.len() - digits.len(), 1 | 2)
        && is_digits(digits, 6)
        && (is_digits(check, 1) || matches!(check, "A" | "a"))
}

fn is_early_residence_card(number: &str) -> bool {
    let letters = number.bytes().take(3).filter(u8::is_ascii_alphabetic).count();
    let digits = number.bytes().skip(3).filter(u8::is_ascii_digit).count();
    number.len() == 15 && letters == 3 && digits == 12
}
