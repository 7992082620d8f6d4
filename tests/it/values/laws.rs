//! Laws of every value type: no text makes parsing panic, a displayed value parses to itself, and `Debug`
//! hides what is personal.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use beian::value::{
    CreditCode, DomainName, Email, FilingNumber, Masked, Mobile, OrganizationCode, Phone, PublicKey, Region,
    RegistrationNumber, ResidentId,
};
use proptest::prelude::*;

use super::constructed;

/// Parses a text; where that gives a value, displays it and parses it again.
fn reads_back<T>(text: &str)
where
    T: FromStr + Display + Debug + PartialEq,
    T::Err: Error,
{
    if let Ok(value) = text.parse::<T>() {
        let printed = value.to_string();
        let again = printed.parse::<T>().unwrap_or_else(|error| panic!("{text:?}: {printed:?}: {error}"));
        assert_eq!(again, value, "{text:?}");
        assert_eq!(again.to_string(), printed, "{text:?}");
    }
}

/// Texts that differ from a value in one place, in likely and unlikely ways.
fn nearly(values: &'static [&'static str]) -> impl Strategy<Value = String> {
    let character = prop_oneof![
        any::<char>(),
        prop::char::range(' ', '~'),
        prop::char::range('\u{ff01}', '\u{ff5e}'),
        prop::sample::select(vec!['\u{200b}', '\u{3000}', '。', '—', '粤', '号', '\0']),
    ];
    let edit = (any::<prop::sample::Index>(), 0..4_usize, character);
    (prop::sample::select(values), prop::collection::vec(edit, 1..3)).prop_map(|(value, edits)| {
        let mut text: Vec<char> = value.chars().collect();
        for (place, edit, character) in edits {
            let place = place.index(text.len() + 1);
            match edit {
                0 => text.insert(place, character),
                1 if place < text.len() => *text.get_mut(place).unwrap() = character,
                2 if place < text.len() => drop(text.remove(place)),
                _ => text.truncate(place),
            }
        }
        text.into_iter().collect()
    })
}

macro_rules! laws {
    ($($type:ty, $name:ident: $values:expr;)+) => {$(
        mod $name {
            use super::*;

            const VALUES: &[&str] = &$values;

            #[test]
            fn samples_are_values() {
                for text in VALUES {
                    assert!(text.parse::<$type>().is_ok(), "{text}");
                }
            }

            proptest! {
                #[test]
                fn any_text_is_read_or_refused(text in any::<String>()) {
                    reads_back::<$type>(&text);
                }

                #[test]
                fn nearly_a_value_is_read_or_refused(text in nearly(VALUES)) {
                    reads_back::<$type>(&text);
                }
            }
        }
    )+};
}

laws! {
    CreditCode, credit_code: ["91350100M000100Y43", "92340602MA2PBQAH7E"];
    DomainName<'static>, domain_name: ["shenzhen.beian.qcloud.com", "例子.中国", "xn--fsqu00a.com.cn."];
    Email, email: ["li.si@example.com", "lisi@例子.中国"];
    FilingNumber, filing_number: ["粤ICP备2021000001号-2A", "京ICP证030173号", "合字B2-20190051-1", "辽B-2-4-20080039号-13"];
    Mobile, mobile: ["13800138000", "+86 138-0013-8000"];
    OrganizationCode, organization_code: ["D2143569-X", "802100433"];
    Phone, phone: ["13800138000", "0755-86013388-801", "(010) 6641 1166 转 8", "+86 351 7654321"];
    PublicKey<'static>, public_key: [
        "00:c4:97:1b:e2:05:6d:f8:3a:90:2c:77:b1:4e:d3:08:6f:a5:19:8b:c0:5e:34:f1:7d:22:96:eb:40:0c:d9:63:a8:5f",
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHy6dTFFqeeizBcI9f5CmG0TegydfbJEOvThy5KkWz1CLA9di/pUpSshxHbbgWz+EomcZzfFWMJ56xRLtSI+0LQ==",
    ];
    Region, region: ["440305", "441900"];
    RegistrationNumber, registration_number: ["110108000000016"];
    ResidentId, resident_id: ["11010519491231002X", "911124198108030024", "110101491001001"];
}

/// Whether `debug` shows at most five characters of the text.
fn hides(debug: &str, text: &str) -> bool {
    let shown = debug.split(['(', ')']).map(|part| part.trim_matches('"')).find(|part| part.contains('*'));
    let middle: String = text.chars().skip(3).take(text.chars().count().saturating_sub(5)).collect();
    shown.is_some_and(|shown| shown.chars().filter(|c| *c != '*').count() <= 5)
        && !debug.contains(text)
        && (middle.is_empty() || !debug.contains(&middle))
}

proptest! {
    #[test]
    fn debug_hides_identity_numbers(
        text in prop_oneof![constructed::resident_id(), constructed::first_generation_id()],
    ) {
        let id = ResidentId::parse(&text).unwrap();
        prop_assert!(hides(&format!("{id:?}"), &text) && hides(&format!("{:?}", Some(id)), &text), "{:?}", id);
    }

    #[test]
    fn debug_hides_telephone_numbers(text in prop_oneof![constructed::mobile(), constructed::landline()]) {
        let phone = Phone::parse(&text).unwrap();
        prop_assert!(hides(&format!("{phone:?}"), &text), "{:?}", phone);
        match phone {
            Phone::Mobile(mobile) => prop_assert!(hides(&format!("{mobile:?}"), &text), "{:?}", mobile),
            Phone::Landline(landline) => prop_assert!(hides(&format!("{landline:?}"), &text), "{:?}", landline),
            _ => {}
        }
    }

    #[test]
    fn debug_hides_mailboxes(text in constructed::email()) {
        let email = Email::parse(&text).unwrap();
        prop_assert!(hides(&format!("{email:?}"), &text), "{:?}", email);
    }

    #[test]
    fn masks_hide_any_text(text in any::<String>()) {
        let masked = Masked::of(&text);
        let length = text.chars().count();
        let stars = masked.as_str().chars().filter(|c| *c == '*').count();
        prop_assert_eq!(masked.as_str().chars().count(), length.min(24));
        prop_assert!(stars >= if length < 8 { length } else { length.min(24) - 5 }, "{:?}", masked);
        prop_assert_eq!(masked.to_string(), format!("{masked:?}"));
    }
}
