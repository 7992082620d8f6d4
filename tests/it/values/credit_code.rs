//! Unified social credit codes.

use beian::value::{CreditCode, CreditCodeError};
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/credit_codes.tsv")) {
        let [code, claim, ours, reason, why] = row.fields();
        let code = vectors::unescape(code);
        let verdict = vectors::verdict(claim, ours, reason, why, &code);
        match CreditCode::parse(&code) {
            Ok(read) => {
                assert_eq!(verdict, "valid", "{code:?}");
                assert_eq!(read.to_string(), code.trim().to_uppercase());
            }
            Err(error) => assert_eq!(error.code(), verdict, "{code:?}"),
        }
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 343);
}

#[test]
fn registrar_and_category_have_names() {
    let names = |code: &str| {
        let code = CreditCode::parse(code).unwrap();
        (code.registrar_name().map(|name| name.zh), code.category_name().map(|name| name.zh))
    };
    assert_eq!(names("91330106MB0K2E403T"), (Some("市场监管（工商）"), Some("企业")));
    assert_eq!(names("12330106MB0K2E4030"), (Some("机构编制"), Some("事业单位")));
    assert_eq!(names("53330106MB0K2E403Q"), (Some("民政"), Some("基金会")));
    assert_eq!(names("J1330106MB0K2E403H"), (Some("住房城乡建设"), None));
    assert_eq!(names("G1330106MB0K2E403K"), (None, None));
}

/// Each letter and digit in the first place, with right check characters behind it.
#[test]
fn registrars_are_known_or_come_later() {
    for first in constructed::CREDIT_CODE_CHARACTERS.chars() {
        let code = constructed::with_credit_check(&format!("{first}1330106MB0K2E403"));
        let expected = match first {
            '0' => Err(CreditCodeError::Registrar),
            '1'..='9' | 'A' | 'G' | 'J' | 'N' | 'Q' | 'Y' => Ok(first),
            _ => Err(CreditCodeError::UnknownRegistrar),
        };
        assert_eq!(CreditCode::parse(&code).map(CreditCode::registrar), expected, "{code}");
    }
}

#[test]
fn a_code_has_parts() {
    let code = CreditCode::parse("92340602MA2PBQAH7E").unwrap();
    assert_eq!((code.registrar(), code.category(), code.region_code()), ('9', '2', "340602"));
    assert_eq!(code.organization_code().to_string(), "MA2PBQAH-7");
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", CreditCodeError::Length),
        ("91350100M000100Y4", CreditCodeError::Length),
        ("统一社会信用代码", CreditCodeError::Characters),
        ("91350100M000100Y4 3", CreditCodeError::Characters),
        ("91350100M000100Y4З", CreditCodeError::Characters),
        ("9135O100M000100Y43", CreditCodeError::Characters),
        ("91350100M000100Y4３", CreditCodeError::FullWidth),
        ("91350100M000100Y43\u{200b}", CreditCodeError::Invisible),
        ("B1440300MA5D000404", CreditCodeError::UnknownRegistrar),
        ("B1440300MA5D000405", CreditCodeError::CheckDigit),
        ("000000000000000000", CreditCodeError::Registrar),
        ("9144030AMA5D000759", CreditCodeError::Region),
        // Both check characters are wrong, the inner one alone, the outer one alone.
        ("91440300708461137A", CreditCodeError::CheckDigit),
        ("91440300708461137X", CreditCodeError::OrganizationCode),
        ("91440300708461136A", CreditCodeError::CheckDigit),
    ] {
        assert_eq!(CreditCode::parse(text), Err(reason), "{text:?}");
    }
}

/// The early form is recognised only with everything that the known early codes share.
#[test]
fn the_early_shape_is_narrow() {
    for (text, reason) in [
        ("91350211M00013FA1N", CreditCodeError::EarlyShape),
        // Another registrar, a code of today, a wrong organisation code inside.
        ("51350211M00013FA1N", CreditCodeError::CheckDigit),
        ("91340600MA2PBM9HXE", CreditCodeError::CheckDigit),
        ("91350211M00013FA2N", CreditCodeError::CheckDigit),
    ] {
        assert_eq!(CreditCode::parse(text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn canonical_codes_read_back(text in constructed::credit_code()) {
        let code = CreditCode::parse(&text).unwrap();
        prop_assert_eq!(code.to_string(), text.as_str());
        prop_assert_eq!(CreditCode::parse(&format!("\t{} ", text.to_lowercase())), Ok(code));
        let organization = code.organization_code().to_string().replace('-', "");
        prop_assert_eq!(text.get(8..17), Some(organization.as_str()));
    }

    /// Modulo 31, a prime, with different weights detects both a changed and a swapped character.
    #[test]
    fn a_slip_is_found(
        (text, slip) in prop_oneof![
            constructed::with_one_change(constructed::credit_code()),
            constructed::with_one_exchange(constructed::credit_code()),
        ],
    ) {
        prop_assert!(CreditCode::parse(&text).is_ok() && CreditCode::parse(&slip).is_err(), "{} {}", text, slip);
    }
}
