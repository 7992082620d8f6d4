//! Telephone numbers: mobile or landline.

use beian::value::{Mobile, Phone, PhoneError, Province};
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/phones.tsv")) {
        let [input, claim, e164, mobile, phone, why] = row.fields();
        let input = vectors::unescape(input);
        let as_mobile = Mobile::parse(&input).map_or_else(|e| e.code().to_owned(), |m| m.to_string());
        let as_phone = Phone::parse(&input).map_or_else(|e| e.code().to_owned(), |p| p.to_string());
        assert_eq!((as_mobile.as_str(), as_phone.as_str()), (mobile, phone), "{input:?}");

        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let national = e164.strip_prefix("+86").unwrap_or_default();
        let holds = match claim {
            "mobile" => mobile == national && phone == national,
            "landline" => !is_number(mobile) && phone.replace('-', "") == format!("0{national}"),
            "invalid" | "unparsable" => !is_number(mobile) && !is_number(phone),
            _ => {
                assert!(!why.is_empty(), "{input:?}: a decision has its reason");
                continue;
            }
        };
        assert!(holds && why.is_empty(), "{input:?}: {claim}, but {mobile}, {phone} {why}");
        held += 1;
    }
    assert_eq!(held, 206);
}

#[test]
fn one_number_has_one_form() {
    for (canonical, forms) in [
        (
            "0755-86013388",
            &[
                "0755-86013388",
                "075586013388",
                "0755 8601 3388",
                "(0755)86013388",
                "(0755) 8601-3388",
                "+86 755 86013388",
                "+86-0755-86013388",
                "0086 755 8601 3388",
                "8675586013388",
            ][..],
        ),
        (
            "010-66411166-801",
            &[
                "010-66411166-801",
                "010-66411166转801",
                "010-66411166 转 801",
                "01066411166分机801",
                "(010)66411166 ext. 801",
                "+86 10 66411166 EXT:801",
            ],
        ),
        ("0351-7654321-8", &["0351-7654321-8", "03517654321-8", "0351 7654321 转8"]),
        ("13800138000", &["13800138000", "+86 138-0013-8000"]),
    ] {
        let phone = Phone::parse(canonical).unwrap();
        assert_eq!(phone.to_string(), canonical);
        for form in forms {
            assert_eq!(Phone::parse(form), Ok(phone), "{form:?}");
        }
    }
}

#[test]
fn dashes_of_every_keyboard_are_hyphens() {
    for dash in ['-', '‐', '‑', '‒', '–', '—', '―', '−', '─', 'ー', '﹘', '﹣', '－'] {
        let landline = Phone::parse(&format!("0755{dash}86013388{dash}801"));
        assert_eq!(landline.unwrap().to_string(), "0755-86013388-801", "{dash}");
        let mobile = Phone::parse(&format!("138{dash}0013{dash}8000"));
        assert_eq!(mobile.unwrap().to_string(), "13800138000", "{dash}");
    }
    assert_eq!(Phone::parse("0755-8601\n3388\r\n").unwrap().to_string(), "0755-86013388");
}

#[test]
fn area_codes_are_those_that_exist() {
    let code =
        |code: u32| Phone::parse(&format!("0{code}-{}", if code < 30 { "55512345" } else { "5551234" }));
    let there_are = [10].into_iter().chain(20..30).chain(300..1000).filter(|number| code(*number).is_ok());
    assert_eq!(there_are.count(), 321);
    for missing in [26, 300, 320, 569, 600, 669, 700, 861, 900, 910] {
        assert_eq!(code(missing), Err(PhoneError::AreaCode), "{missing}");
    }
}

#[test]
fn an_area_code_tells_province_and_cities() {
    for (text, province, cities) in [
        ("010-66411166", Some(Province::Beijing), Some("北京市")),
        ("028-66411166", Some(Province::Sichuan), Some("成都市、资阳市、眉山市")),
        ("0755-86013388", Some(Province::Guangdong), Some("深圳市")),
        ("0433-8601338", Some(Province::Jilin), Some("延边朝鲜族自治州")),
        ("0731-86013388", Some(Province::Hunan), Some("长沙市、株洲市、湘潭市")),
        ("0978-8601338", None, None),
    ] {
        let Ok(Phone::Landline(landline)) = Phone::parse(text) else { panic!("{text}") };
        assert_eq!((landline.province(), landline.cities()), (province, cities), "{text}");
    }
}

#[test]
fn a_landline_number_has_parts() {
    let Ok(Phone::Landline(landline)) = Phone::parse("(0755)86013388转801") else { panic!("no landline") };
    assert_eq!(
        (landline.area_code(), landline.number(), landline.extension()),
        ("0755", "86013388", Some("801"))
    );
    assert_eq!(landline.to_string(), "0755-86013388-801");
    let Ok(Phone::Landline(landline)) = Phone::parse("01066411166") else { panic!("no landline") };
    assert_eq!((landline.area_code(), landline.number(), landline.extension()), ("010", "66411166", None));
    assert!(Phone::parse("13800138000").unwrap().is_mobile());
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", PhoneError::Length),
        ("0755-860133", PhoneError::Length),
        ("010-6641116", PhoneError::Length),
        ("0755-860133880", PhoneError::Length),
        ("0755-86013388/86013389", PhoneError::Characters),
        ("0755(86013388)", PhoneError::Characters),
        ("((0755)86013388", PhoneError::Characters),
        ("0755)86013388", PhoneError::Characters),
        ("(0755))86013388", PhoneError::Characters),
        ("(0755 86013388", PhoneError::Characters),
        ("(138)00138000", PhoneError::Characters),
        ("电话0755-86013388", PhoneError::Characters),
        ("（0755）86013388", PhoneError::FullWidth),
        ("0755-86013388转８０１", PhoneError::FullWidth),
        ("0755-86013388\u{200b}", PhoneError::Invisible),
        ("0755-86013388转\u{200b}801", PhoneError::Invisible),
        ("+852 2345 6789", PhoneError::CountryCode),
        ("86013388", PhoneError::AreaCode),
        ("755-86013388", PhoneError::AreaCode),
        ("07558-6013388", PhoneError::AreaCode),
        ("0100-12345678", PhoneError::AreaCode),
        ("400-910-0100", PhoneError::Hotline),
        ("800-820-1234", PhoneError::Hotline),
        ("95588", PhoneError::Hotline),
        ("110", PhoneError::Hotline),
        // With the 0 of an area code in front.
        ("0400-910-0100", PhoneError::Hotline),
        ("0800-820-1234", PhoneError::Hotline),
        ("12800138000", PhoneError::FirstDigits),
        ("013800138000", PhoneError::FirstDigits),
        ("1440123456789", PhoneError::IotNumber),
        ("13800138000转801", PhoneError::Extension),
        ("0755-86013388转", PhoneError::Extension),
        ("ext", PhoneError::Length),
        ("0755-86013388-1234567", PhoneError::Extension),
        ("0755-86013388转前台", PhoneError::Extension),
    ] {
        assert_eq!(Phone::parse(text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn canonical_numbers_read_back(text in prop_oneof![constructed::mobile(), constructed::landline()]) {
        let phone = Phone::parse(&text).unwrap();
        prop_assert_eq!(phone.to_string(), text.as_str());
        prop_assert_eq!(phone.is_mobile(), !text.starts_with('0'));
    }

    /// Every mobile number is also a phone number, with the same value.
    #[test]
    fn mobile_numbers_are_phone_numbers(text in "(\\+86|0086|86)?[ -]?1[0-9]{2}[ -]?[0-9]{3,5}[ -]?[0-9]{4}") {
        if let Ok(mobile) = Mobile::parse(&text) {
            prop_assert_eq!(Phone::parse(&text), Ok(Phone::Mobile(mobile)));
        } else if let Ok(phone) = Phone::parse(&text) {
            prop_assert!(!phone.is_mobile());
        }
    }
}
