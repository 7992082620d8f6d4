//! Business registration numbers.

use beian::value::{RegistrationNumber, RegistrationNumberError};
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/registration_numbers.tsv")) {
        let [number, claim, ours, reason, why] = row.fields();
        let verdict = vectors::verdict(claim, ours, reason, why, number);
        match RegistrationNumber::parse(number) {
            Ok(read) => {
                assert_eq!(verdict, "valid", "{number}");
                assert_eq!(read.to_string(), number);
            }
            Err(error) => assert_eq!(error.code(), verdict, "{number}"),
        }
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 37);
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", RegistrationNumberError::Length),
        ("1101080000000", RegistrationNumberError::Length),
        // The form used before 2007.
        ("企独粤总字第001234号", RegistrationNumberError::Characters),
        ("110108-000000016", RegistrationNumberError::Characters),
        ("11010800000001X", RegistrationNumberError::Characters),
        ("01010800000001X", RegistrationNumberError::Characters),
        ("１１0108000000016", RegistrationNumberError::FullWidth),
        ("110108000000016\u{200b}", RegistrationNumberError::Invisible),
        ("010108000000018", RegistrationNumberError::Region),
        ("110108000000017", RegistrationNumberError::CheckDigit),
    ] {
        assert_eq!(RegistrationNumber::parse(text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn canonical_numbers_read_back(text in constructed::registration_number()) {
        let number = RegistrationNumber::parse(&text).unwrap();
        prop_assert_eq!(number.to_string(), text.as_str());
        prop_assert!(text.starts_with(number.region_code()) && number.region_code().len() == 6);
        prop_assert_eq!(RegistrationNumber::parse(&format!("\n{text}\u{3000}")), Ok(number));
    }

    /// ISO 7064 MOD 11,10 detects every changed digit, and most swapped ones.
    #[test]
    fn a_changed_digit_is_found((text, slip) in constructed::with_one_change(constructed::registration_number())) {
        prop_assert!(RegistrationNumber::parse(&text).is_ok(), "{}", text);
        prop_assert!(RegistrationNumber::parse(&slip).is_err(), "{} {}", text, slip);
    }
}
