//! Provinces on the wire.

use beian::value::Province;

#[test]
fn every_province_is_written_and_read_as_its_two_digits() {
    for &province in Province::ALL {
        let json = serde_json::to_string(&province).unwrap();
        assert_eq!(json, format!("\"{}\"", province.code()));
        assert_eq!(serde_json::from_str::<Province>(&json).unwrap(), province);
        assert_eq!(province.to_string(), province.code());
    }
}

#[test]
fn what_is_no_province_says_what_is_accepted() {
    for (json, beginning) in [
        ("\"99\"", "unknown variant `99`, expected one of `11`, `12`, `13`, "),
        // Taiwan, where nothing is filed.
        ("\"71\"", "unknown variant `71`, expected one of `11`, `12`, `13`, "),
        ("\"广东\"", "unknown variant `…`, expected one of `11`, `12`, `13`, "),
        ("44", "invalid type: a number, expected the two digits of a mainland province, as a string"),
        ("null", "invalid type: null, expected the two digits of a mainland province, as a string"),
    ] {
        let error = serde_json::from_str::<Province>(json).unwrap_err().to_string();
        assert!(error.starts_with(beginning), "{json}: {error}");
    }
}

#[test]
fn characters_of_footers_lead_to_their_province() {
    for (character, province) in [
        ('粤', Some(Province::Guangdong)),
        ('蜀', Some(Province::Sichuan)),
        ('川', Some(Province::Sichuan)),
        ('黔', Some(Province::Guizhou)),
        ('贵', Some(Province::Guizhou)),
        ('滇', Some(Province::Yunnan)),
        ('云', Some(Province::Yunnan)),
        ('陇', Some(Province::Gansu)),
        ('甘', Some(Province::Gansu)),
        ('陕', Some(Province::Shaanxi)),
        // No filing number with this character is known.
        ('秦', None),
        ('港', None),
        ('台', None),
        ('x', None),
    ] {
        assert_eq!(Province::from_character(character), province, "{character}");
    }
}
