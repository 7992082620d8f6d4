//! Fingerprints of signing certificates.

use beian::service::PlatformKind::{self, Android, HarmonyOs, Ios, MacOs, Other};
use beian::value::{Fingerprint, FingerprintError};
use proptest::prelude::*;

use crate::vectors;

const MD5: &str = "5C7E1F0A93B84D26E1A7C05D8F3B6924";
const SHA_1: &str = "A1F0C3D27B5E4968807D2C1E5F93B6A40D7E8C25";
const SHA_256: &str = "9D2E7C51F0B34A68C1E5D7902B6F8A3340EC19D75B82F6A1C3D04E975F28B16A";

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/fingerprints.tsv")) {
        let [platform, fingerprint, claim, ours, reason, why] = row.fields();
        let fingerprint = vectors::unescape(fingerprint);
        let wanted = vectors::verdict(claim, ours, reason, why, &fingerprint);
        let read = Fingerprint::parse(PlatformKind::from_name(platform).unwrap(), &fingerprint);
        assert_eq!(
            read.map_or_else(FingerprintError::code, |_| "valid"),
            wanted,
            "{platform} {fingerprint:?}"
        );
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 82);
}

#[test]
fn a_fingerprint_has_the_hash_of_their_platform() {
    for (platform, text, verdict) in [
        (Android, MD5, Ok(())),
        (Android, SHA_1, Err(FingerprintError::NotMd5)),
        (Android, SHA_256, Err(FingerprintError::NotMd5)),
        (Ios, SHA_1, Ok(())),
        (Ios, MD5, Err(FingerprintError::NotSha1)),
        (MacOs, SHA_1, Ok(())),
        (MacOs, SHA_256, Err(FingerprintError::NotSha1)),
        (HarmonyOs, MD5, Ok(())),
        (HarmonyOs, SHA_1, Ok(())),
        (HarmonyOs, SHA_256, Ok(())),
        (Other, SHA_256, Ok(())),
        (Android, "5C7E1F0A93B84D26E1A7C05D8F3B692", Err(FingerprintError::Length)),
        (Android, "5C7E1F0A93B84D26E1A7C05D8F3B69240", Err(FingerprintError::Length)),
        (Ios, "DA39", Err(FingerprintError::Length)),
        (Other, "5C7E1F0A93B84D26E1A7C05D8F3B692400", Err(FingerprintError::Length)),
    ] {
        assert_eq!(Fingerprint::parse(platform, text).map(|_| ()), verdict, "{platform} {text}");
    }
}

#[test]
fn fingerprints_are_read_as_they_are_printed() {
    let fingerprint = Fingerprint::parse(Android, MD5).unwrap();
    for text in [
        "5c7e1f0a93b84d26e1a7c05d8f3b6924",
        "5C:7E:1F:0A:93:B8:4D:26:E1:A7:C0:5D:8F:3B:69:24",
        "5c 7e 1f 0a 93 b8 4d 26 e1 a7 c0 5d 8f 3b 69 24",
        "5C7E 1F0A 93B8 4D26 E1A7 C05D 8F3B 6924",
    ] {
        assert_eq!(Fingerprint::parse(Android, text), Ok(fingerprint), "{text}");
    }
    assert_eq!(fingerprint.to_string(), MD5);
    assert_eq!(fingerprint.as_bytes().len(), 16);
}

#[test]
fn fingerprints_are_refused_with_a_reason() {
    for (text, reason) in [
        ("", FingerprintError::Empty),
        (" ", FingerprintError::Separators),
        ("5C:7E:1F:0A:93:B8:4D:26:E1:A7:C0:5D:8F:3B:69:24:", FingerprintError::Separators),
        (" 5C7E1F0A93B84D26E1A7C05D8F3B6924", FingerprintError::Separators),
        ("D4::1D8CD98F00B204E9800998ECF8427E", FingerprintError::Separators),
        ("D:C7E1F0A93B84D26E1A7C05D8F3B6924", FingerprintError::Separators),
        ("5C-7E-1F-0A-93-B8-4D-26-E1-A7-C0-5D-8F-3B-69-24", FingerprintError::Separators),
        ("D4：1D：8C", FingerprintError::Separators),
        ("MD5: 5C7E1F0A93B84D26E1A7C05D8F3B6924", FingerprintError::Characters),
        ("GC7E1F0A93B84D26E1A7C05D8F3B6924", FingerprintError::Characters),
        ("ＤC7E1F0A93B84D26E1A7C05D8F3B6924", FingerprintError::Characters),
        ("证书指纹", FingerprintError::Characters),
        // As the certificate window of Windows copies it.
        ("\u{200e}5C7E1F0A93B84D26E1A7C05D8F3B6924", FingerprintError::Invisible),
    ] {
        assert_eq!(Fingerprint::parse(Android, text), Err(reason), "{text:?}");
    }
}

#[test]
fn what_stands_in_the_place_of_a_fingerprint_is_none() {
    for text in [
        "0".repeat(32),
        "F".repeat(40),
        "1".repeat(64),
        "00:".repeat(19) + "00",
        // MD5, SHA-1 and SHA-256 of nothing; the MD5 twice.
        "D41D8CD98F00B204E9800998ECF8427E".to_owned(),
        "da39a3ee5e6b4b0d3255bfef95601890afd80709".to_owned(),
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855".to_owned(),
        MD5.repeat(2),
        // A piece again and again, to its end or cut there.
        "DEADBEEF".repeat(5),
        "1234567890".repeat(3) + "12",
        "123".repeat(13) + "1",
        "AB".repeat(16),
    ] {
        assert_eq!(Fingerprint::parse(Other, &text), Err(FingerprintError::StandIn), "{text}");
    }
}

#[test]
fn a_private_key_is_told_in_the_place_of_a_fingerprint_too() {
    let key = format!("308204A30201000282010100{}", "C47B90E1".repeat(60));
    let pem = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDEXht6egDEXht6\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n-----END PRIVATE KEY-----";
    for text in [key.as_str(), pem] {
        assert_eq!(Fingerprint::parse(Android, text), Err(FingerprintError::PrivateKey), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        for &platform in PlatformKind::ALL {
            let _ = Fingerprint::parse(platform, &text);
        }
    }

    #[test]
    fn fingerprints_read_back(bytes in prop::collection::vec("[0-9a-fA-F]{2}[: ]?", 20)) {
        let text = bytes.concat();
        let text = text.trim_end_matches([':', ' ']);
        let fingerprint = Fingerprint::parse(Ios, text).unwrap();
        prop_assert_eq!(fingerprint.to_string(), text.replace([':', ' '], "").to_uppercase());
        prop_assert_eq!(Fingerprint::parse(Ios, &fingerprint.to_string()), Ok(fingerprint));
    }
}
