//! What describes an APP's package: its name, the fingerprint of its certificate, its public key.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod vectors;

use std::collections::HashSet;

use beian::value::{Fingerprint, FingerprintError, PackageName, PackageNameError, PublicKey, PublicKeyError};
use beian::PlatformKind::{self, Android, HarmonyOs, Ios, MacOs, Other, Windows};
use proptest::prelude::*;

/// Every row of the file: what it claims plainly has to hold, what it does not is decided there.
#[test]
fn package_names_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("vectors/package_names.tsv")) {
        let [platform, name, claim, ours, reason, why] = row.fields();
        let name = vectors::unescape(name);
        let read = PackageName::parse(PlatformKind::from_name(platform).unwrap(), &name);
        let verdict = read.map_or_else(PackageNameError::code, |_| "valid");
        let is_plain = matches!(claim, "valid" | "invalid");
        assert_eq!(is_plain, ours == "-", "{name:?}: decide what is not plain, and only that");
        assert_eq!(is_plain, why.is_empty(), "{name:?}: a decision has its reason");
        let expected = match (claim, ours) {
            ("valid", "-") => "valid",
            ("invalid", "-") => reason,
            (_, decided) => decided,
        };
        assert_eq!(verdict, expected, "{platform} {name:?}");
        held += usize::from(is_plain);
    }
    assert_eq!(held, 344);
}

#[test]
fn package_names_on_other_platforms_are_whatever_can_be_seen() {
    let long = "包".repeat(255);
    for (platform, name, verdict) in [
        (MacOs, "com.example.my-app", Ok(())),
        (MacOs, "com.example.my_app", Err(PackageNameError::Characters)),
        (MacOs, "com..example", Err(PackageNameError::EmptySegment)),
        (Windows, "Contoso.App_8wekyb3d8bbwe!App", Ok(())),
        (Windows, "示例.exe", Ok(())),
        (Other, "x", Ok(())),
        (Other, "", Err(PackageNameError::Empty)),
        (Other, "two words", Err(PackageNameError::Space)),
        (Other, "name\u{200b}", Err(PackageNameError::Space)),
        (Other, "name\u{0}", Err(PackageNameError::Space)),
        (Other, &long, Ok(())),
    ] {
        assert_eq!(PackageName::parse(platform, name).map(|_| ()), verdict, "{platform} {name:?}");
    }
    let longer = "a".repeat(256);
    assert_eq!(PackageName::parse(Other, &longer), Err(PackageNameError::Length));
    assert_eq!(PackageName::parse(Ios, &longer), Err(PackageNameError::Length));
}

#[test]
fn package_names_are_compared_without_case_and_platform() {
    let android = PackageName::parse(Android, "com.UCMobile").unwrap();
    let ios = PackageName::parse(Ios, "com.ucmobile").unwrap();
    assert_eq!(android.canonical(), ios.canonical());
    assert_eq!(android.to_string(), "com.UCMobile");
    assert_ne!(android, ios);
    assert_eq!(ios.platform(), Ios);
}

const MD5: &str = "D41D8CD98F00B204E9800998ECF8427E";
const SHA_1: &str = "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709";
const SHA_256: &str = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

#[test]
fn fingerprints_have_the_hash_of_their_platform() {
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
    ] {
        assert_eq!(Fingerprint::parse(Android, text), Err(reason), "{text:?}");
    }
}

/// The beginning of an encoding, filled up to the length of a key.
fn hexadecimal(beginning: &str) -> String {
    format!("{beginning}{}", "5E".repeat(64))
}

fn base64(beginning: &str) -> String {
    format!("{beginning}{}", "A".repeat(132 - beginning.len()))
}

fn pem(label: &str, body: &str) -> String {
    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}

#[test]
fn public_keys_are_read_in_every_encoding() {
    let lines = |text: &str| {
        let bytes: Vec<char> = text.chars().collect();
        bytes.chunks(64).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
    };
    for text in [
        // The modulus alone.
        hexadecimal("00C4"),
        hexadecimal("c4"),
        "25".repeat(300) + "7",
        // PKCS #1, SubjectPublicKeyInfo of RSA and of an elliptic curve.
        hexadecimal("3082010A0282010100C4"),
        hexadecimal("30820122300D06092A864886F70D01010105000382010F00"),
        hexadecimal("3059301306072A8648CE3D020106082A8648CE3D030107034200"),
        base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"),
        base64("MIIBCgKCAQEA"),
        lines(&base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")),
        lines(&base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")).replace('\n', " "),
        base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A").replace('j', "-") + "AA==",
        pem("PUBLIC KEY", &lines(&base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"))),
        pem("RSA PUBLIC KEY", &base64("MIIBCgKCAQEA")),
        // 64 digits are enough.
        "5E".repeat(32),
    ] {
        let key = PublicKey::parse(&text).unwrap_or_else(|reason| panic!("{text}: {reason}"));
        assert_eq!(PublicKey::parse(&key.to_string()), Ok(key.clone()), "{text}");
        assert_eq!(text.parse(), Ok(key.into_owned()));
    }
}

#[test]
fn one_public_key_has_one_value() {
    let digits = hexadecimal("00C4");
    let bytes: Vec<&str> = (0..digits.len()).step_by(2).filter_map(|at| digits.get(at..at + 2)).collect();
    let forms =
        [digits.clone(), digits.to_lowercase(), bytes.join(":"), bytes.join(" "), bytes.join(":\n    ")];
    let read: HashSet<_> = forms.iter().map(|form| PublicKey::parse(form).unwrap()).collect();
    assert_eq!(read.len(), 1);
    assert_eq!(read.iter().next().unwrap().to_string(), digits);
    assert_ne!(PublicKey::parse(&digits), PublicKey::parse(&hexadecimal("00C5")));
}

#[test]
fn private_keys_are_refused_in_every_encoding() {
    for text in [
        pem("PRIVATE KEY", &base64("MIIEvgIBADANBgkqhkiG9w0BAQEFAASC")),
        pem("RSA PRIVATE KEY", &base64("MIIEpAIBAAKCAQEA")),
        pem("EC PRIVATE KEY", &base64("MHcCAQEE")),
        pem("ENCRYPTED PRIVATE KEY", &base64("MIIFLTBXBgkqhkiG9w0BBQ0w")),
        pem("OPENSSH PRIVATE KEY", &base64("b3BlbnNzaC1rZXktdjE")),
        // With the lines of PEM cut off.
        base64("MIIEvgIBADANBgkqhkiG9w0BAQEFAASC"),
        base64("MIIEpAIBAAKCAQEA"),
        base64("MHcCAQEE"),
        base64("MIIFLTBXBgkqhkiG9w0BBQ0w"),
        base64("MIIJQwIBAzCC"),
        hexadecimal("308204BE020100300D06092A864886F70D010101050004"),
        hexadecimal("308204A40201000282010100C4"),
        hexadecimal("30:77:02:01:01:04:20:"),
        // Under the label of a public one.
        pem("PUBLIC KEY", &base64("MIIEvgIBADANBgkqhkiG9w0BAQEFAASC")),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(PublicKeyError::PrivateKey), "{text}");
    }
}

#[test]
fn certificates_are_refused_in_every_encoding() {
    for text in [
        pem("CERTIFICATE", &base64("MIIC")),
        pem("CERTIFICATE REQUEST", &base64("MIIC")),
        pem("PKCS7", &base64("MIIC")),
        // X.509 of version 3 and 1, PKCS #10, PKCS #7.
        base64("MIIC/zCCAeegAwIBAgIU"),
        hexadecimal("308202FF308201E7A003020102021400"),
        hexadecimal("308202FF308201E702140B"),
        hexadecimal("3082024A30820132020100300C"),
        hexadecimal("3082032E06092A864886F70D010702A08203"),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(PublicKeyError::Certificate), "{text}");
    }
}

#[test]
fn other_texts_are_no_public_keys() {
    let key = hexadecimal("00C4");
    for (text, reason) in [
        (String::new(), PublicKeyError::Empty),
        (" \n".to_owned(), PublicKeyError::Empty),
        (format!("Modulus: {key}"), PublicKeyError::Surrounded),
        (format!("Modulus={key}"), PublicKeyError::Surrounded),
        (format!("RSA Public-Key: (2048 bit)\nModulus:\n    {key}"), PublicKeyError::Surrounded),
        (format!("公钥：{key}"), PublicKeyError::Surrounded),
        (format!("ssh-rsa {} me", base64("AAAAB3NzaC1yc2E")), PublicKeyError::Surrounded),
        (format!("{}\nthis is my key", pem("PUBLIC KEY", &key)), PublicKeyError::Surrounded),
        (format!("{key}。"), PublicKeyError::Characters),
        (format!("{}=AAA", base64("AAAA")), PublicKeyError::Characters),
        (base64("zAAA") + "A", PublicKeyError::Characters),
        ("-----BEGIN PUBLIC KEY-----\nMIIB".to_owned(), PublicKeyError::Characters),
        (
            "-----BEGIN PGP MESSAGE-----\nMIIB\n-----END PGP MESSAGE-----".to_owned(),
            PublicKeyError::Characters,
        ),
        ("5E".repeat(31) + "5", PublicKeyError::Length),
        // A fingerprint.
        (MD5.to_owned(), PublicKeyError::Length),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        for &platform in PlatformKind::ALL {
            let _ = PackageName::parse(platform, &text);
            let _ = Fingerprint::parse(platform, &text);
        }
        let _ = PublicKey::parse(&text);
    }

    #[test]
    fn package_names_read_back(text in "[a-zA-Z0-9_.-]{1,30}") {
        for &platform in PlatformKind::ALL {
            if let Ok(name) = PackageName::parse(platform, &text) {
                prop_assert_eq!(&name.to_string(), &text);
                prop_assert!(PackageName::parse(platform, &name.canonical()).is_ok());
            }
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

    #[test]
    fn public_keys_read_back(text in "[A-Za-z0-9+/:\\n]{0,8}([A-F0-9]{60,80}|[A-Za-z0-9+/_-]{60,80})={0,2}") {
        if let Ok(key) = PublicKey::parse(&text) {
            let printed = key.to_string();
            prop_assert_eq!(PublicKey::parse(&printed), Ok(key.clone()));
        }
    }
}
