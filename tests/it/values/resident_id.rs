//! Numbers of persons' papers: identity numbers, and those of permits and passports.

use beian::order::Filing;
use beian::value::{Holder, ResidentId, ResidentIdError, Sex};
use beian::{
    validate, Certificate, CertificateKind, Context, LegalRepresentative, Order, Param, Principal,
    PrincipalKind, Provider, Rulebook,
};
use chrono::NaiveDate;
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

/// What the rules say of a number on a kind of certificate: `valid`, or the reason against it.
fn verdict(rulebook: &Rulebook, paper: CertificateKind, number: &str) -> String {
    let certificate = Certificate::new().with_kind(paper).with_number(number);
    let principal = Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_legal_representative(LegalRepresentative::new().with_certificate(certificate));
    let order = Order::FirstFiling(Filing::new().with_principal(principal));
    let report = validate(&order, &Context::new(today()), rulebook);
    let finding = report.findings.iter().find(|f| f.rule() == "principal.certificate-number-invalid");
    finding.map_or("valid".to_owned(), |finding| match finding.params.get("reason") {
        Some(Param::Term(reason)) => reason.code.to_owned(),
        other => panic!("{other:?}"),
    })
}

/// Whether the holder of a number may have this certificate; `None` for certificates with numbers of their
/// own.
fn belongs_on(paper: CertificateKind) -> Option<fn(Holder) -> bool> {
    match paper {
        CertificateKind::ResidentIdCard => Some(|holder| holder == Holder::Mainland),
        CertificateKind::HkMacauResidencePermit => {
            Some(|holder| matches!(holder, Holder::HongKong | Holder::Macau))
        }
        CertificateKind::TaiwanResidencePermit => Some(|holder| holder == Holder::Taiwan),
        CertificateKind::ForeignerPermanentResidenceCard => Some(|holder| holder == Holder::Foreign),
        _ => None,
    }
}

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let rulebook = Rulebook::builtin(Provider::Tencent);
    let (mut held, mut early_cards) = (0, 0);
    for row in vectors::rows(include_str!("../../vectors/identity_numbers.tsv")) {
        let [number, paper, claim, ours, reason, why] = row.fields();
        let number = vectors::unescape(number);
        let paper = CertificateKind::from_name(paper).unwrap();
        let is_plain = matches!(claim, "valid" | "invalid");
        assert_eq!(is_plain, ours == "-", "{number:?}: decide what is not plain, and only that");
        assert_eq!(is_plain, why.is_empty(), "{number:?}: a decision has its reason");
        let expected = match (claim, ours) {
            ("valid", "-") => "valid",
            ("invalid", "-") => reason,
            (_, decided) => decided,
        };
        assert_eq!(verdict(&rulebook, paper, &number), expected, "{number:?} on {paper}");
        held += usize::from(is_plain);

        let read = ResidentId::parse(&number).and_then(|id| id.check_born_by(today()).map(|()| id));
        match (belongs_on(paper), read) {
            (Some(belongs), Ok(id)) => {
                assert!(belongs(id.holder()), "{number:?} on {paper}: {:?}", id.holder());
                assert_eq!(id.to_string(), number.trim().to_uppercase());
                assert_eq!(expected, "valid", "{number:?}");
            }
            // The card of foreigners before 2023.
            (Some(_), Err(_)) if expected == "valid" => early_cards += 1,
            (Some(_), Err(error)) => assert_eq!(error.code(), expected, "{number:?}"),
            (None, read) => assert!(read.is_err(), "{number:?} on {paper} is no identity number"),
        }
    }
    assert_eq!((held, early_cards), (198, 1));
}

/// The examples of the standard, and of the first generation.
#[test]
fn a_number_tells_the_sex() {
    for (number, sex) in [
        ("11010519491231002X", Sex::Female),
        ("440524188001010014", Sex::Male),
        ("810000199408230021", Sex::Female),
        ("110101491001001", Sex::Male),
        ("110101491001002", Sex::Female),
    ] {
        assert_eq!(ResidentId::parse(number).unwrap().sex(), sex, "{number}");
    }
}

#[test]
fn a_number_tells_holder_birth_and_province() {
    for (number, holder, province, birth) in [
        ("11010519491231002X", Holder::Mainland, 11, day(1949, 12, 31)),
        ("440524188001010014", Holder::Mainland, 44, day(1880, 1, 1)),
        ("710000200001010010", Holder::Mainland, 71, day(2000, 1, 1)),
        ("810000199408230021", Holder::HongKong, 81, day(1994, 8, 23)),
        ("820000200009100032", Holder::Macau, 82, day(2000, 9, 10)),
        ("830000199201300022", Holder::Taiwan, 83, day(1992, 1, 30)),
        ("911124198108030024", Holder::Foreign, 11, day(1981, 8, 3)),
        ("931012199012010018", Holder::Foreign, 31, day(1990, 12, 1)),
        ("110101491001001", Holder::Mainland, 11, day(1949, 10, 1)),
    ] {
        let id = ResidentId::parse(number).unwrap();
        assert_eq!((id.holder(), id.province_code(), id.birth_date()), (holder, province, birth), "{number}");
        assert_eq!(id.is_first_generation(), number.len() == 15);
    }
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", ResidentIdError::Length),
        ("11010519491231002", ResidentIdError::Length),
        ("11010519491231002XX", ResidentIdError::Characters),
        ("110105 19491231 002X", ResidentIdError::Characters),
        ("110105-19491231-002X", ResidentIdError::Characters),
        ("1101051949123100X2", ResidentIdError::Characters),
        ("身份证号码六", ResidentIdError::Characters),
        ("11010519491231002Ｘ", ResidentIdError::FullWidth),
        ("\u{202d}11010519491231002X\u{202c}", ResidentIdError::Invisible),
        ("\u{feff}１１０", ResidentIdError::Invisible),
        ("000105194912310025", ResidentIdError::Province),
        // Permits never had numbers of 15 digits.
        ("810000940823002", ResidentIdError::Province),
        ("11010549123100X", ResidentIdError::Length),
        ("931000199012010012", ResidentIdError::Nationality),
        ("110101179912310010", ResidentIdError::BirthDate),
        ("110105194912310021", ResidentIdError::CheckDigit),
    ] {
        assert_eq!(ResidentId::parse(text), Err(reason), "{text:?}");
    }
}

#[test]
fn a_year_is_full_on_the_birthday() {
    let id = ResidentId::parse("110101200002290018").unwrap();
    for (on, age) in [
        (day(1999, 1, 1), 0),
        (day(2000, 2, 29), 0),
        (day(2001, 2, 28), 0),
        (day(2001, 3, 1), 1),
        (day(2018, 2, 28), 17),
        (day(2018, 3, 1), 18),
        (day(2024, 2, 28), 23),
        (day(2024, 2, 29), 24),
    ] {
        assert_eq!(id.age_on(on), age, "{on}");
    }
    assert_eq!(id.check_born_by(day(2000, 2, 29)), Ok(()));
    assert_eq!(id.check_born_by(day(2000, 2, 28)), Err(ResidentIdError::BornInFuture));
}

proptest! {
    #[test]
    fn canonical_numbers_read_back(
        text in prop_oneof![constructed::resident_id(), constructed::first_generation_id()],
    ) {
        let id = ResidentId::parse(&text).unwrap();
        prop_assert_eq!(id.to_string(), text.as_str());
        prop_assert_eq!(ResidentId::parse(&format!(" {}\n", text.to_lowercase())), Ok(id));
        let birth = id.birth_date().to_string().replace('-', "");
        prop_assert!(text.contains(birth.strip_prefix("19").filter(|_| text.len() == 15).unwrap_or(&birth)));
    }

    /// ISO 7064 MOD 11-2 detects both a changed and a swapped character.
    #[test]
    fn a_slip_is_found(
        (text, slip) in prop_oneof![
            constructed::with_one_change(constructed::resident_id()),
            constructed::with_one_exchange(constructed::resident_id()),
        ],
    ) {
        prop_assert!(ResidentId::parse(&text).is_ok() && ResidentId::parse(&slip).is_err(), "{} {}", text, slip);
    }
}
