//! Mobile numbers and their ranges.

use beian::value::{Mobile, MobileError, MobileSegment};
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

/// A number with this prefix and so many digits.
fn filled(prefix: &str, digits: usize) -> String {
    let rest: String = "1234567890".chars().take(digits - prefix.len()).collect();
    format!("{prefix}{rest}")
}

/// Every row of the table of ranges: claims of `valid` and `invalid` hold, and other claims are decided in
/// the row.
#[test]
fn ranges_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/mobile_segments.tsv")) {
        let [prefix, digits, claim, ours, why] = row.fields();
        let plain = MobileSegment::from_name(claim);
        assert_eq!(plain.is_some(), ours == "-", "{prefix}: decide what is not plain, and only that");
        assert_eq!(plain.is_some(), why.is_empty(), "{prefix}: a decision has its reason");
        let verdict = match Mobile::parse(&filled(prefix, digits.parse().unwrap())) {
            Ok(mobile) => mobile.segment().map_or("none", MobileSegment::as_str),
            Err(error) => error.code(),
        };
        assert_eq!(verdict, plain.map_or(ours, MobileSegment::as_str), "{prefix}");
        held += usize::from(plain.is_some());
    }
    assert_eq!(held, 76);
}

#[test]
fn a_range_that_the_table_does_not_name_is_unknown() {
    let named: Vec<&str> = vectors::rows(include_str!("../../vectors/mobile_segments.tsv"))
        .map(vectors::Row::fields::<5>)
        .filter(|[_, digits, ..]| *digits == "11")
        .map(|[prefix, ..]| prefix)
        .collect();
    for first_five in 13_000..20_000 {
        let first_five = first_five.to_string();
        if !named.iter().any(|prefix| first_five.starts_with(prefix)) {
            let mobile = Mobile::parse(&filled(&first_five, 11)).unwrap();
            assert_eq!(mobile.segment(), None, "{first_five}");
        }
    }
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let mobile = Mobile::parse("13800138000").unwrap();
    for text in [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138\u{3000}0013\u{a0}8000",
        "+8613800138000",
        "+86 138 0013 8000",
        "+86-138-0013-8000",
        "008613800138000",
        "0086 13800138000",
        "8613800138000",
        "86-13800138000",
        "\t13800138000\n",
    ] {
        assert_eq!(Mobile::parse(text), Ok(mobile), "{text:?}");
    }
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", MobileError::Length),
        ("1380013800", MobileError::Length),
        ("138001380000", MobileError::Length),
        ("13800138000 13900139000", MobileError::Length),
        ("13800138000/13900139000", MobileError::Characters),
        ("13800138000、13900139000", MobileError::Characters),
        ("(138)00138000", MobileError::Characters),
        ("(+86)13800138000", MobileError::Characters),
        ("138+00138000", MobileError::Characters),
        ("++8613800138000", MobileError::Characters),
        ("138OO138000", MobileError::Characters),
        ("手机号", MobileError::Characters),
        ("１３８００１３８０００", MobileError::FullWidth),
        ("\u{202d}13800138000\u{202c}", MobileError::Invisible),
        ("+852 91234567", MobileError::CountryCode),
        ("00852 91234567", MobileError::CountryCode),
        ("+13800138000", MobileError::CountryCode),
        ("12800138000", MobileError::FirstDigits),
        ("23800138000", MobileError::FirstDigits),
        ("013800138000", MobileError::FirstDigits),
        ("1440123456789", MobileError::IotNumber),
        ("1064812345678", MobileError::IotNumber),
        ("+86 1064812345678", MobileError::IotNumber),
    ] {
        assert_eq!(Mobile::parse(text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn canonical_numbers_read_back(text in constructed::mobile()) {
        let mobile = Mobile::parse(&text).unwrap();
        prop_assert_eq!(mobile.to_string(), text.as_str());
        let (network, rest) = text.split_at(3);
        prop_assert_eq!(Mobile::parse(&format!("+86 {network}-{rest}")), Ok(mobile));
    }
}
