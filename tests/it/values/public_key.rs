//! Public keys of signing certificates.

use std::collections::hash_map::DefaultHasher;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use beian::value::{PublicKey, PublicKeyError};
use proptest::prelude::*;

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
        // Base64 may do without its padding.
        base64("MIIBCgKCAQEA") + "AAA=",
        base64("MIIBCgKCAQEA") + "AAA",
        base64("MIIBCgKCAQEA") + "AA",
        // An identifier in front, but not that of PKCS #7.
        hexadecimal("3082032E0609608648016503040201"),
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

    // The two alphabets of Base64.
    let (usual, for_urls) = (base64("MIIBCgKCAQEA+/+/"), base64("MIIBCgKCAQEA-_-_"));
    let (usual, for_urls) = (PublicKey::parse(&usual).unwrap(), PublicKey::parse(&for_urls).unwrap());
    assert_eq!(usual, for_urls);
    assert_eq!(usual.to_string(), for_urls.to_string());
}

#[test]
fn keys_are_ordered_and_hashed_by_their_digits() {
    let hash = |key: &PublicKey<'_>| {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        hasher.finish()
    };
    let [lower, same, higher] =
        ["00C4", "00c4", "00C5"].map(|beginning| hexadecimal(beginning).parse::<PublicKey<'_>>().unwrap());
    assert!(lower < higher && lower <= same && lower >= same);
    assert_eq!(hash(&lower), hash(&same));
    assert_ne!(hash(&lower), hash(&higher));
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
        // With a length that Base64 writes with a +.
        base64("MIIE+gIBADANBgkqhkiG9w0BAQEFAASC"),
        // PKCS #12 that does not say how long it is.
        hexadecimal("3080020103308006092A864886F70D010701A080"),
        // Encrypted PKCS #8 with the longest lengths.
        hexadecimal("30840000050030840000005706092A864886F70D01050D"),
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
        hexadecimal("308006092A864886F70D010702A080"),
        hexadecimal("30 82 02 FF 30 82 01 E7 A0 03 02 01 02 02 14 00"),
        hexadecimal("30:82:03:2e:06:09:2a:86:48:86:f7:0d:01:07:02:"),
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
        (format!("\u{feff}{key}"), PublicKeyError::Invisible),
        (format!("{key}。"), PublicKeyError::Characters),
        (format!("{}=AAA", base64("AAAA")), PublicKeyError::Characters),
        (base64("zAAA") + "A", PublicKeyError::Characters),
        (base64("zAAA") + "A=", PublicKeyError::Characters),
        (base64("zAAA") + "A===", PublicKeyError::Characters),
        (base64("zAAA") + "AA==zzzz", PublicKeyError::Characters),
        (format!("{key}。 Base64"), PublicKeyError::Characters),
        (format!("AAAA {key}。"), PublicKeyError::Characters),
        (format!("??? {key}"), PublicKeyError::Characters),
        ("-----BEGIN PUBLIC KEY-----\nMIIB".to_owned(), PublicKeyError::Characters),
        (
            "-----BEGIN PGP MESSAGE-----\nMIIB\n-----END PGP MESSAGE-----".to_owned(),
            PublicKeyError::Characters,
        ),
        ("5E".repeat(31) + "5", PublicKeyError::Length),
        // A fingerprint.
        ("D41D8CD98F00B204E9800998ECF8427E".to_owned(), PublicKeyError::Length),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn keys_read_back(text in "[A-Za-z0-9+/:\\n]{0,8}([A-F0-9]{60,80}|[A-Za-z0-9+/_-]{60,80})={0,2}") {
        if let Ok(key) = PublicKey::parse(&text) {
            let printed = key.to_string();
            prop_assert_eq!(PublicKey::parse(&printed), Ok(key.clone()));
        }
    }
}
