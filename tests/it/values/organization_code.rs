//! Organisation codes.

use beian::value::{OrganizationCode, OrganizationCodeError};
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/organization_codes.tsv")) {
        let [code, claim, ours, reason, why] = row.fields();
        let verdict = vectors::verdict(claim, ours, reason, why, code);
        match OrganizationCode::parse(code) {
            Ok(read) => {
                assert_eq!(verdict, "valid", "{code:?}");
                assert_eq!(read.to_string().replace('-', ""), code.to_uppercase().replace('-', ""));
            }
            Err(error) => assert_eq!(error.code(), verdict, "{code:?}"),
        }
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 36);
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", OrganizationCodeError::Length),
        ("-", OrganizationCodeError::Characters),
        ("X", OrganizationCodeError::Length),
        ("D214356-X", OrganizationCodeError::Length),
        ("D21-43569-X", OrganizationCodeError::Characters),
        ("D2143569--X", OrganizationCodeError::Characters),
        ("D2143569-X-", OrganizationCodeError::Characters),
        ("D2143569 X", OrganizationCodeError::Characters),
        ("D2143569—X", OrganizationCodeError::Characters),
        ("组织机构代码证号", OrganizationCodeError::Characters),
        ("D2143569－X", OrganizationCodeError::FullWidth),
        ("\u{feff}D2143569-X", OrganizationCodeError::Invisible),
        ("D2143569-0", OrganizationCodeError::CheckDigit),
        ("D2143569-A", OrganizationCodeError::CheckDigit),
    ] {
        assert_eq!(OrganizationCode::parse(text), Err(reason), "{text:?}");
    }
}

/// Codes without a letter.
fn digits_alone() -> impl Strategy<Value = String> {
    "[0-9]{8}"
        .prop_map(|front| constructed::with_organization_check(&front))
        .prop_filter("a digit at the end", |code| !code.ends_with('X'))
}

proptest! {
    #[test]
    fn codes_read_back_with_their_hyphen(text in constructed::organization_code()) {
        let code = OrganizationCode::parse(&text).unwrap();
        let printed = code.to_string();
        let (front, check) = text.split_at(8);
        prop_assert_eq!(&printed, &format!("{front}-{check}"));
        prop_assert_eq!(OrganizationCode::parse(&printed), Ok(code));
        prop_assert_eq!(OrganizationCode::parse(&format!(" {} ", printed.to_lowercase())), Ok(code));
    }

    /// Modulo 11 detects a changed digit in every place, but not two letters that are 11 apart, nor an X as
    /// letter and as check character: the standard promises no more.
    #[test]
    fn a_slip_among_digits_is_found(
        (text, slip) in prop_oneof![
            constructed::with_one_change(digits_alone()),
            constructed::with_one_exchange(digits_alone()),
        ],
    ) {
        prop_assert!(OrganizationCode::parse(&text).is_ok(), "{}", text);
        prop_assert!(OrganizationCode::parse(&slip).is_err(), "{} {}", text, slip);
    }
}
