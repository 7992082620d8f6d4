//! garde: checks that are declared at the fields of derived structs.
//!
//! It is given the checks of single fields: presence, length, range, and functions for check digits and
//! grammars. Comparisons across services, with the account, with a filing or with a province cannot be
//! declared at a field; they are left out here, and their rules are switched off on our side.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use garde::Validate;
use serde::Deserialize;

/// Our rules that check the same.
pub(crate) const RULES: [&str; 25] = [
    "order.no-services",
    "order.services-over-limit",
    "order.agreement-missing",
    "principal.field-missing",
    "principal.certificate-number-invalid",
    "person.field-missing",
    "person.emergency-contact-missing",
    "person.certificate-number-invalid",
    "person.certificate-expired",
    "person.mobile-invalid",
    "person.mobile-unverified",
    "person.email-invalid",
    "service.field-missing",
    "domain.malformed",
    "domain.level-exceeded",
    "app.package-missing",
    "app.package-name-malformed",
    "app.fingerprint-malformed",
    "app.public-key-malformed",
    "resource.missing",
    "resource.outside-mainland",
    "resource.no-public-ip",
    "resource.not-prepaid",
    "resource.purchase-too-short",
    "resource.remaining-too-short",
];

/// The days that dates are compared with.
pub(crate) struct Days {
    today: NaiveDate,
    /// The day until which a server has to be paid for at least.
    earliest_end: NaiveDate,
}

impl Days {
    pub(crate) fn of(today: NaiveDate) -> Self {
        Self { today, earliest_end: today + Months::new(1) }
    }
}

macro_rules! checked {
    ($($name:ident { $($(#[$meta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        #[derive(Deserialize, Validate)]
        #[serde(deny_unknown_fields)]
        #[garde(context(Days))]
        #[garde(allow_unvalidated)]
        #[allow(dead_code, clippy::struct_field_names)]
        pub(crate) struct $name { $($(#[$meta])* $field: $type),+ }
    )+};
}

macro_rules! names {
    ($($name:ident { $($variant:ident),+ $(,)? })+) => {$(
        #[derive(Clone, Copy, PartialEq, Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum $name { $($variant),+ }
    )+};
}

checked! {
    Order {
        kind: String,
        #[garde(dive)]
        principal: Principal,
        #[garde(length(min = 1, max = 10), dive)]
        services: Vec<Service>,
        #[garde(custom(every_agreement))]
        agreements: Vec<Agreement>,
        materials: Vec<Material>,
    }
    Principal {
        kind: String,
        #[garde(length(min = 1))]
        name: String,
        #[garde(dive)]
        certificate: CompanyCertificate,
        #[garde(dive)]
        legal_representative: LegalRepresentative,
        #[garde(length(min = 1))]
        region: String,
        #[garde(length(min = 1))]
        mailing_address: String,
        #[garde(dive)]
        responsible_person: Person,
        materials: Vec<Material>,
    }
    LegalRepresentative {
        #[garde(length(min = 1))]
        name: String,
        #[garde(dive)]
        certificate: PersonCertificate,
    }
    CompanyCertificate {
        kind: String,
        #[garde(custom(is_credit_code))]
        number: String,
        address: Option<String>,
    }
    PersonCertificate {
        kind: String,
        #[garde(custom(is_identity_number))]
        number: String,
        valid_from: Option<NaiveDate>,
        #[garde(custom(not_expired))]
        valid_until: Option<NaiveDate>,
    }
    Person {
        #[garde(length(min = 1))]
        name: String,
        #[garde(dive)]
        certificate: PersonCertificate,
        #[garde(custom(is_mobile))]
        mobile: String,
        #[garde(custom(is_true))]
        mobile_verified: bool,
        #[garde(length(min = 1))]
        emergency_contact: String,
        #[garde(custom(is_email))]
        email: String,
        video_verification: Option<VideoVerification>,
        materials: Vec<Material>,
    }
    VideoVerification { date: NaiveDate, province: String, wechat_country_code: String }
    Service {
        kind: String,
        #[garde(length(min = 1))]
        name: String,
        #[garde(length(min = 1))]
        contents: Vec<String>,
        #[garde(length(min = 1))]
        languages: Vec<String>,
        #[garde(length(min = 1), dive)]
        resources: Vec<Resource>,
        pre_approval: PreApproval,
        remark: String,
        #[garde(dive)]
        responsible_person: Person,
        materials: Vec<Material>,
        provides_sdk: bool,
        uses_sdks: Vec<String>,
        #[garde(length(min = 1), dive)]
        platforms: Vec<Platform>,
    }
    Resource {
        kind: String,
        id: String,
        #[garde(custom(is_true))]
        mainland: bool,
        #[garde(length(min = 1))]
        public_ip: String,
        #[garde(custom(is_prepaid))]
        billing: Billing,
        #[garde(range(min = 3))]
        purchased_months: u32,
        #[garde(custom(lasts))]
        expires_on: NaiveDate,
        services_filed: u32,
    }
    PreApproval { kinds: Vec<String> }
    Platform {
        platform: String,
        #[garde(dive)]
        domains: Vec<Domain>,
        #[garde(length(min = 1), dive)]
        packages: Vec<Package>,
    }
    Domain {
        #[garde(custom(is_domain_name))]
        name: String,
        registration: Registration,
    }
    Registration {
        registrant: String,
        certificate: RegistrantCertificate,
        expires_on: NaiveDate,
        real_name_verified_on: NaiveDate,
        registrar: Registrar,
    }
    RegistrantCertificate { kind: String, number: String }
    Registrar { approved: bool, same_provider: bool }
    Package {
        #[garde(custom(is_package_name))]
        name: String,
        #[garde(custom(is_public_key))]
        public_key: String,
        #[garde(custom(is_fingerprint))]
        fingerprint: String,
    }
    Material { kind: String, format: String, bytes: u64, original: bool }
}

names! {
    Agreement { PrivacyStatement, Terms, CommitmentLetter }
    Billing { Prepaid, Postpaid }
}

/// Where a field is wrong, as JSON Pointers.
pub(crate) fn places(order: &Order, days: &Days) -> BTreeSet<String> {
    let Err(report) = order.validate_with(days) else { return BTreeSet::new() };
    let pointer =
        |path: &garde::Path| format!("/{}", path.to_string().replace(['.', '['], "/").replace(']', ""));
    report.iter().map(|(path, _)| pointer(path)).collect()
}

fn wrong_unless(is_right: bool, what: &'static str) -> garde::Result {
    if is_right {
        Ok(())
    } else {
        Err(garde::Error::new(what))
    }
}

fn is_true(flag: &bool, _: &Days) -> garde::Result {
    wrong_unless(*flag, "has to be so")
}

fn every_agreement(given: &[Agreement], _: &Days) -> garde::Result {
    let all = [Agreement::PrivacyStatement, Agreement::Terms, Agreement::CommitmentLetter];
    wrong_unless(all.iter().all(|agreement| given.contains(agreement)), "an agreement is missing")
}

fn is_prepaid(billing: &Billing, _: &Days) -> garde::Result {
    wrong_unless(*billing == Billing::Prepaid, "not prepaid")
}

fn lasts(end: &NaiveDate, days: &Days) -> garde::Result {
    wrong_unless(*end >= days.earliest_end, "ends too soon")
}

fn not_expired(end: &Option<NaiveDate>, days: &Days) -> garde::Result {
    wrong_unless(end.map_or(true, |end| end >= days.today), "has expired")
}

/// GB 32100: 18 digits without I, O, S, V and Z, the last a check digit modulo 31.
fn is_credit_code(code: &str, _: &Days) -> garde::Result {
    const DIGITS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'Y' if !b"IOSV".contains(&byte) => {
            Some(u32::from(byte - b'A') + 10 - b"IOSV".iter().map(|gap| u32::from(byte > *gap)).sum::<u32>())
        }
        _ => None,
    };
    let Ok(code) = <[u8; 18]>::try_from(code.as_bytes()) else { return wrong_unless(false, "not 18 digits") };
    let mut weight = 1;
    let mut sum = 0;
    for byte in &code[..17] {
        let Some(value) = value(*byte) else { return wrong_unless(false, "not a digit") };
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    wrong_unless(code[17] == DIGITS[((31 - sum % 31) % 31) as usize], "the check digit is wrong")
}

/// GB 11643: 17 digits, among them a day of birth, and a check digit modulo 11.
fn is_identity_number(number: &str, days: &Days) -> garde::Result {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let Ok(number) = <[u8; 18]>::try_from(number.as_bytes()) else {
        return wrong_unless(false, "not 18 digits");
    };
    if !number[..17].iter().all(u8::is_ascii_digit) {
        return wrong_unless(false, "not a digit");
    }
    let of = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    let (year, month, day) = (of(&number[6..10]), of(&number[10..12]), of(&number[12..14]));
    let is_born = NaiveDate::from_ymd_opt(year as i32, month, day).is_some_and(|born| born <= days.today);
    let sum: u32 = number.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = b"10X98765432"[(sum % 11) as usize];
    wrong_unless(is_born && number[17].to_ascii_uppercase() == check, "no identity number")
}

fn is_mobile(number: &str, _: &Days) -> garde::Result {
    let is_mobile = match number.as_bytes() {
        [b'1', b'3'..=b'9', rest @ ..] => rest.len() == 9 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    wrong_unless(is_mobile, "no mobile number")
}

fn is_email(address: &str, days: &Days) -> garde::Result {
    let Some((local, domain)) = address.split_once('@') else { return wrong_unless(false, "no @") };
    let is_atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte);
    let is_local = (1..=64).contains(&local.len()) && local.bytes().all(is_atom);
    if is_local {
        is_domain_name(domain, days)
    } else {
        wrong_unless(false, "no e-mail address")
    }
}

/// IDNA, STD 3, four levels at most.
fn is_domain_name(name: &str, _: &Days) -> garde::Result {
    let is_right =
        idna::domain_to_ascii_strict(name).is_ok_and(|name| (2..=4).contains(&name.split('.').count()));
    wrong_unless(is_right, "no domain name of two to four levels")
}

fn is_package_name(name: &str, _: &Days) -> garde::Result {
    let is_segment = |segment: &str| match segment.as_bytes() {
        [first, rest @ ..] => {
            first.is_ascii_alphabetic()
                && rest.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        }
        [] => false,
    };
    wrong_unless(name.contains('.') && name.split('.').all(is_segment), "no package name")
}

fn is_public_key(key: &str, _: &Days) -> garde::Result {
    wrong_unless(key.len() >= 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit()), "no public key")
}

fn is_fingerprint(digits: &str, _: &Days) -> garde::Result {
    let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    wrong_unless(matches!(digits.len(), 32 | 40) && is_hexadecimal, "no fingerprint")
}
