//! Public keys of signing certificates.

use std::collections::hash_map::DefaultHasher;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use beian::value::{PublicKey, PublicKeyError};
use proptest::prelude::*;

/// Digits that repeat nothing, as the middle of a key does.
fn digits(count: usize, of: &str) -> String {
    let mut state = 0x2026_1130_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        of.chars().nth(usize::try_from(state >> 16).unwrap() % of.len()).unwrap()
    };
    (0..count).map(|_| next()).collect()
}

/// The beginning of an encoding, filled up to the length that its header states, or to that of a key.
fn hexadecimal(beginning: &str) -> String {
    let plain = beginning.replace([' ', ':'], "");
    let stated = |from: usize, to: usize| usize::from_str_radix(plain.get(from..to)?, 16).ok();
    let length = match plain.get(..4) {
        Some("3082") => stated(4, 8).map(|length| 2 * (length + 4)),
        Some("3081") => stated(4, 6).map(|length| 2 * (length + 3)),
        Some(short) if short.starts_with("30") && short < "3080" => {
            stated(2, 4).map(|length| 2 * (length + 2))
        }
        _ => None,
    };
    let length = length.unwrap_or(plain.len() + 128).max(plain.len());
    format!("{beginning}{}", digits(length - plain.len(), "0123456789ABCDEF"))
}

const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The same in Base64: three bytes are four digits, and the header is in the first six digits.
fn base64(beginning: &str) -> String {
    let length = match beginning.get(..2) {
        Some("MI") => {
            let value = |at: usize| {
                let digit =
                    beginning.chars().nth(at).and_then(|c| BASE64.find(if c == '-' { '+' } else { c }));
                digit.unwrap_or_default()
            };
            // The length is the third and fourth byte.
            4 + ((value(2) & 3) << 14 | value(3) << 8 | value(4) << 2 | value(5) >> 4)
        }
        _ => 99,
    };
    let count = (length * 8).div_ceil(6);
    format!("{beginning}{}", digits(count.saturating_sub(beginning.len()), BASE64))
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
    let curve = format!("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE{}", digits(86, BASE64));
    for text in [
        // The modulus alone.
        hexadecimal("00C4"),
        hexadecimal("c4"),
        format!("25{}", digits(615, "0123456789")),
        format!("0x{}", hexadecimal("00C4")),
        // PKCS #1, SubjectPublicKeyInfo of RSA and of an elliptic curve.
        hexadecimal("3082010A0282010100C4"),
        hexadecimal("30820122300D06092A864886F70D01010105000382010F00"),
        hexadecimal("3059301306072A8648CE3D020106082A8648CE3D030107034200"),
        base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"),
        base64("MIIBCgKCAQEA"),
        lines(&base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")),
        lines(&base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")).replace('\n', " "),
        base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A").replace('+', "-").replace('/', "_"),
        pem("PUBLIC KEY", &lines(&base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"))),
        pem("RSA PUBLIC KEY", &base64("MIIBCgKCAQEA")),
        // Base64 may do without its padding.
        curve.clone() + "==",
        curve,
        // An object identifier in front that is not the one of PKCS #7.
        hexadecimal("3082032E0609608648016503040201"),
        // More than a SHA-256 has.
        digits(66, "0123456789ABCDEF"),
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
    let forms = [
        digits.clone(),
        digits.to_lowercase(),
        bytes.join(":"),
        bytes.join(" "),
        bytes.join("-"),
        bytes.join(":\n    "),
    ];
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
        // A length whose Base64 contains a +.
        base64("MIIE+gIBADANBgkqhkiG9w0BAQEFAASC"),
        // PKCS #12 with an indefinite length.
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
        ("-----BEGIN PUBLIC KEY-----\nMIIB".to_owned(), PublicKeyError::Cut),
        (
            "-----BEGIN PGP MESSAGE-----\nMIIB\n-----END PGP MESSAGE-----".to_owned(),
            PublicKeyError::Characters,
        ),
        (digits(63, "0123456789ABCDEF"), PublicKeyError::Length),
        (digits(64, "0123456789ABCDEF"), PublicKeyError::Length),
        // A fingerprint.
        ("D41D8CD98F00B204E9800998ECF8427E".to_owned(), PublicKeyError::Length),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(reason), "{text:?}");
    }
}

/// Every key loses its end, a line, a byte in its middle, or is there twice; in hexadecimal, in Base64 and in PEM.
#[test]
fn keys_are_whole_and_there_once() {
    let spki = "30820122300D06092A864886F70D01010105000382010F00";
    for (beginning, in_base64) in [
        (spki, "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"),
        ("3082010A0282010100C4", "MIIBCgKCAQEA"),
        ("3059301306072A8648CE3D020106082A8648CE3D030107034200", ""),
        ("30819F300D06092A864886F70D010101050003818D00", ""),
    ] {
        let key = hexadecimal(beginning);
        let parse = |text: &str| PublicKey::parse(text).map(drop);
        assert_eq!(parse(&key), Ok(()), "{key}");
        let without = |from: usize, to: usize| format!("{}{}", &key[..from], &key[to..]);
        for cut in [without(key.len() - 2, key.len()), without(key.len() - 1, key.len()), without(80, 112)] {
            assert_eq!(parse(&cut), Err(PublicKeyError::Cut), "{cut}");
            assert_eq!(parse(&cut.to_lowercase()), Err(PublicKeyError::Cut), "{cut}");
        }
        assert_eq!(parse(&format!("{key}{key}")), Err(PublicKeyError::Repeated));
        assert_eq!(parse(&format!("{key}\n{}", key.to_lowercase())), Err(PublicKeyError::Repeated));
        assert_eq!(parse(&format!("{key}00")), Err(PublicKeyError::TooLong));
        if in_base64.is_empty() {
            continue;
        }
        let key = base64(in_base64);
        assert_eq!(parse(&key), Ok(()), "{key}");
        for cut in [&key[..key.len() - 4], &key[..key.len() - 3], &format!("{}{}", &key[..64], &key[128..])] {
            assert_eq!(parse(cut), Err(PublicKeyError::Cut), "{cut}");
            assert_eq!(parse(&pem("PUBLIC KEY", cut)), Err(PublicKeyError::Cut), "{cut}");
        }
        assert_eq!(parse(&format!("{key}{key}")), Err(PublicKeyError::Repeated));
    }
    // As a viewer shows it, and a half byte.
    let modulus = hexadecimal("00C4");
    assert_eq!(PublicKey::parse(&format!("{modulus}…")), Err(PublicKeyError::Cut));
    assert_eq!(PublicKey::parse(&format!("{modulus} ...")), Err(PublicKeyError::Cut));
    assert_eq!(PublicKey::parse(&format!("{modulus}A")), Err(PublicKeyError::Cut));
}

#[test]
fn what_stands_in_the_place_of_a_key_is_none() {
    let sha_512_of_nothing = "CF83E1357EEFB8BDF1542850D66D8007D620E4050B5715DC83F4A921D36CE9CE\
                              47D0D13C5D85F2B0FF8318D2877EEC2F63B931BD47417A81A538327AF927DA3E";
    for text in [
        "0".repeat(64),
        "0".repeat(512),
        "F".repeat(256),
        "0123456789ABCDEF".repeat(32),
        "DEADBEEF".repeat(16),
        "A".repeat(392),
        "abcd".repeat(64),
        format!(
            "30820122300D06092A864886F70D01010105000382010F003082010A0282010100{}0203010001",
            "0".repeat(512)
        ),
        sha_512_of_nothing.to_owned(),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(PublicKeyError::StandIn), "{text}");
    }
    // The MD5 twice is as long as a SHA-256.
    assert_eq!(PublicKey::parse(&"5C7E1F0A93B84D26E1A7C05D8F3B6924".repeat(2)), Err(PublicKeyError::Length));
}

/// A private key in every coding that people paste: with `0x`, `\x`, colons, commas, line breaks that were written out,
/// quotation marks, the label cut off, encoded twice.
#[test]
fn private_keys_are_told_however_they_are_written() {
    let key = hexadecimal("308204A30201000282010100C4");
    let bytes: Vec<&str> = (0..key.len()).step_by(2).map(|at| &key[at..at + 2]).collect();
    let in_base64 = base64("MIIEpAIBAAKCAQEA");
    for text in [
        format!("0x{key}"),
        format!("0X{}", key.to_lowercase()),
        format!("0x{}", bytes.join(", 0x")),
        format!("\\x{}", bytes.join("\\x")),
        bytes.join(":"),
        bytes.join("-"),
        bytes.join(", "),
        format!("\"{in_base64}\""),
        format!("key: {in_base64}"),
        format!("-----BEGIN RSA PRIVATE KEY-----\\n{in_base64}\\n-----END RSA PRIVATE KEY-----"),
        format!("rsa private key\n{in_base64}"),
        format!("Private-Key: (2048 bit, 2 primes)\nmodulus:\n    {}", bytes.join(":")),
        format!("PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 14\n{}", base64("AAAA")),
        // OpenSSH, JKS, JCEKS, a PEM file encoded once more.
        base64("b3BlbnNzaC1rZXktdjEAAAAABG5vbmUA"),
        hexadecimal("6F70656E7373682D6B65792D763100"),
        hexadecimal("FEEDFEED00000002"),
        hexadecimal("fe:ed:fe:ed:00:00:00:02"),
        base64("/u3+7QAAAAI"),
        hexadecimal("CECECECE00000002"),
        base64("LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ"),
        hexadecimal("2D2D2D2D2D424547494E2050524956415445204B45592D2D2D2D2D"),
    ] {
        assert_eq!(PublicKey::parse(&text), Err(PublicKeyError::PrivateKey), "{text}");
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
