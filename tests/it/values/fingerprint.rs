//! Fingerprints of signing certificates.

use beian::service::PlatformKind::{self, Android, HarmonyOs, Ios, MacOs, Other};
use beian::value::{Fingerprint, FingerprintError};
use proptest::prelude::*;

const MD5: &str = "D41D8CD98F00B204E9800998ECF8427E";
const SHA_1: &str = "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709";
const SHA_256: &str = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

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
        (Android, "D41D8CD98F00B204E9800998ECF8427", Err(FingerprintError::Length)),
        (Android, "D41D8CD98F00B204E9800998ECF8427E0", Err(FingerprintError::Length)),
        (Ios, "DA39", Err(FingerprintError::Length)),
        (Other, "D41D8CD98F00B204E9800998ECF8427E00", Err(FingerprintError::Length)),
    ] {
        assert_eq!(Fingerprint::parse(platform, text).map(|_| ()), verdict, "{platform} {text}");
    }
}

#[test]
fn fingerprints_are_read_as_they_are_printed() {
    let fingerprint = Fingerprint::parse(Android, MD5).unwrap();
    for text in [
        "d41d8cd98f00b204e9800998ecf8427e",
        "D4:1D:8C:D9:8F:00:B2:04:E9:80:09:98:EC:F8:42:7E",
        "d4 1d 8c d9 8f 00 b2 04 e9 80 09 98 ec f8 42 7e",
        "D41D 8CD9 8F00 B204 E980 0998 ECF8 427E",
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
        ("D4:1D:8C:D9:8F:00:B2:04:E9:80:09:98:EC:F8:42:7E:", FingerprintError::Separators),
        (" D41D8CD98F00B204E9800998ECF8427E", FingerprintError::Separators),
        ("D4::1D8CD98F00B204E9800998ECF8427E", FingerprintError::Separators),
        ("D:41D8CD98F00B204E9800998ECF8427E", FingerprintError::Separators),
        ("D4-1D-8C-D9-8F-00-B2-04-E9-80-09-98-EC-F8-42-7E", FingerprintError::Separators),
        ("D4：1D：8C", FingerprintError::Separators),
        ("MD5: D41D8CD98F00B204E9800998ECF8427E", FingerprintError::Characters),
        ("G41D8CD98F00B204E9800998ECF8427E", FingerprintError::Characters),
        ("Ｄ41D8CD98F00B204E9800998ECF8427E", FingerprintError::Characters),
        ("证书指纹", FingerprintError::Characters),
        // As a certificate's window in Windows has it.
        ("\u{200e}D41D8CD98F00B204E9800998ECF8427E", FingerprintError::Invisible),
    ] {
        assert_eq!(Fingerprint::parse(Android, text), Err(reason), "{text:?}");
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
