//! Public keys of signing certificates.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::hexadecimal::is_hexadecimal;
use super::reason::reasons;
use super::typed::{is_invisible, trimmed};

reasons! {
    /// Why a text is not a public key.
    pub enum PublicKeyError {
        /// Nothing there.
        Empty = "empty" { zh: "未填写平台公钥", en: "the public key is empty" },
        /// A private key. It should be replaced: whoever read it can sign in its owner's name.
        PrivateKey = "private_key" {
            zh: "这是私钥，请勿提交；请改填公钥，并更换已外泄的密钥",
            en: "this is a private key, which is never handed in; give the public key, and replace the pair that has leaked"
        },
        /// A certificate, a certificate request or a signature block.
        Certificate = "certificate" {
            zh: "这是整张证书，请只填写其中的公钥",
            en: "this is a whole certificate; give only the public key in it"
        },
        /// A label such as "Modulus:", or other text around the key.
        Surrounded = "surrounded" {
            zh: "只填写公钥本身，不要带“Modulus:”“公钥：”等文字",
            en: "give the key alone, without a label such as \"Modulus:\""
        },
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "公钥含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the public key has an invisible character, probably from copying; type it in by hand"
        },
        /// Characters that are neither hexadecimal nor Base64 digits, or a broken end of Base64.
        Characters = "characters" {
            zh: "公钥应为十六进制或 Base64 字符，请检查是否复制完整",
            en: "a public key consists of hexadecimal or Base64 digits; check that all of it was copied"
        },
        /// Fewer than 64 digits.
        Length = "length" {
            zh: "公钥过短，请检查是否复制完整，或误填了证书指纹",
            en: "too short for a public key; check that all of it was copied and that it is not the fingerprint"
        },
    }
}

/// The public key of the certificate that signs an APP 平台公钥.
///
/// # Syntax
///
/// - 64 digits or more, hexadecimal or Base64; what is encoded (the modulus alone, PKCS #1, X.509's
///   `SubjectPublicKeyInfo`) is left open. A modulus in decimal, as some programs print it, passes as hexadecimal
///   digits: a reviewer takes it, and the two cannot be told apart with certainty.
/// - Hexadecimal digits in either case, with colons, spaces or line breaks between them; Base64 in either
///   alphabet, with or without padding, in lines of one length.
/// - PEM of a public key (`-----BEGIN PUBLIC KEY-----`), whose lines are read over.
/// - Refused: a private key (by its PEM label, or the beginning of PKCS #1, PKCS #8, PKCS #12 or SEC 1), a
///   certificate (PEM, the beginning of X.509, PKCS #7, PKCS #10), and labels around the key (`Modulus:`), which
///   would be filed with it.
///
/// `Display` prints the digits without what stands between them, hexadecimal ones in upper case; that is also what
/// is compared. `Debug` shows the beginning.
///
/// Sources: the filing guide asks for the key; the form is ours. RFC 7468, RFC 8017, RFC 5958, RFC 5280.
///
/// # Examples
///
/// ```
/// use beian::value::{PublicKey, PublicKeyError};
///
/// let printed = format!("00:c4:{}", "5e:".repeat(31)).trim_end_matches(':').to_owned();
/// let key = PublicKey::parse(&printed)?;
/// assert!(key.to_string().starts_with("00C45E5E"));
///
/// let private = "-----BEGIN PRIVATE KEY-----\nMIIE…";
/// assert_eq!(PublicKey::parse(private), Err(PublicKeyError::PrivateKey));
/// # Ok::<(), PublicKeyError>(())
/// ```
#[derive(Clone)]
pub struct PublicKey<'a> {
    /// The digits with what stands between them.
    text: Cow<'a, str>,
    encoding: Encoding,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Encoding {
    Hexadecimal,
    Base64,
}

const LEAST_DIGITS: usize = 64;

impl<'a> PublicKey<'a> {
    /// Reads a key.
    ///
    /// # Errors
    ///
    /// With the reason why it is none. The label of a private key counts before anything else.
    pub fn parse(text: &'a str) -> Result<Self, PublicKeyError> {
        let text = trimmed(text);
        // The usual form, which needs no further reading.
        let is_plain = !text.is_empty() && is_hexadecimal(text);
        let (text, encoding) = if is_plain {
            (text, Encoding::Hexadecimal)
        } else {
            let text = body(text)?;
            (text, encoding(text)?)
        };
        let key = Self { text: Cow::Borrowed(text), encoding };
        let der =
            if is_plain { Der::of(key.text.as_bytes()) } else { Der::of(leading_digits(&key).as_bytes()) };
        match der {
            Der::PrivateKey => return Err(PublicKeyError::PrivateKey),
            Der::Certificate => return Err(PublicKeyError::Certificate),
            Der::Other => {}
        }
        let is_long = if is_plain {
            text.len() >= LEAST_DIGITS
        } else {
            key.digits().filter(|digit| *digit != b'=').nth(LEAST_DIGITS - 1).is_some()
        };
        if !is_long {
            return Err(PublicKeyError::Length);
        }
        Ok(key)
    }

    /// The same key, on its own.
    pub fn into_owned(self) -> PublicKey<'static> {
        PublicKey { text: Cow::Owned(self.text.into_owned()), encoding: self.encoding }
    }

    /// The digits as they are compared.
    fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        let is_hexadecimal = self.encoding == Encoding::Hexadecimal;
        self.text.bytes().filter(|byte| !is_between(*byte)).map(move |byte| match byte {
            _ if is_hexadecimal => byte.to_ascii_uppercase(),
            b'-' => b'+',
            b'_' => b'/',
            _ => byte,
        })
    }
}

/// What stands between the lines of PEM, or the whole text.
fn body(text: &str) -> Result<&str, PublicKeyError> {
    if text.is_empty() {
        return Err(PublicKeyError::Empty);
    }
    if text.contains("PRIVATE KEY") {
        return Err(PublicKeyError::PrivateKey);
    }
    let Some(pem) = text.strip_prefix("-----BEGIN ") else { return Ok(text) };
    let (label, rest) = pem.split_once("-----").ok_or(PublicKeyError::Characters)?;
    match label {
        "PUBLIC KEY" | "RSA PUBLIC KEY" => {}
        _ if label.contains("CERTIFICATE") || label.contains("PKCS7") => {
            return Err(PublicKeyError::Certificate)
        }
        _ => return Err(PublicKeyError::Characters),
    }
    let (body, end) = rest.split_once("-----END ").ok_or(PublicKeyError::Characters)?;
    let end = end.strip_prefix(label).and_then(|end| end.strip_prefix("-----"));
    match end {
        Some("") => Ok(body.trim()),
        Some(_) => Err(PublicKeyError::Surrounded),
        None => Err(PublicKeyError::Characters),
    }
}

const fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b':'
}

fn encoding(text: &str) -> Result<Encoding, PublicKeyError> {
    let mut is_hexadecimal = true;
    let mut has_colons = false;
    let (mut digits, mut padding) = (0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F' if padding == 0 => digits += 1,
            b'g'..=b'z' | b'G'..=b'Z' | b'+' | b'/' | b'-' | b'_' if padding == 0 => {
                is_hexadecimal = false;
                digits += 1;
            }
            b'=' => {
                is_hexadecimal = false;
                padding += 1;
            }
            b':' => has_colons = true,
            _ if byte.is_ascii_whitespace() => {}
            _ => return Err(other_text(text)),
        }
    }
    if is_hexadecimal {
        return Ok(Encoding::Hexadecimal);
    }
    // Base64 goes by four digits, the last of which may be missing or padded.
    let ends_well = match padding {
        0 => digits % 4 != 1,
        _ => padding < 3 && (digits + padding) % 4 == 0,
    };
    if has_colons || !ends_well || !is_wrapped_evenly(text) {
        return Err(other_text(text));
    }
    Ok(Encoding::Base64)
}

/// Whether all lines but the last have one length: words before the digits (`ssh-rsa`, `Public Key`) do not.
fn is_wrapped_evenly(text: &str) -> bool {
    let mut lines = text.split_whitespace().map(str::len);
    let first = lines.next().unwrap_or_default();
    let last = lines.next_back();
    lines.all(|length| length == first) && last.map_or(true, |last| last <= first)
}

/// Whether the text fails for words in it, or for anything else.
fn other_text(text: &str) -> PublicKeyError {
    if text.chars().any(is_invisible) {
        return PublicKeyError::Invisible;
    }
    let separators = [':', '：', '='];
    let labelled = text.split_inclusive(separators).any(|part| {
        let words = part.trim_end_matches(separators);
        words.len() < part.len() && words.split_whitespace().next_back().is_some_and(is_word)
    });
    if labelled || !is_wrapped_evenly(text) && text.split_whitespace().next().is_some_and(is_word) {
        PublicKeyError::Surrounded
    } else {
        PublicKeyError::Characters
    }
}

fn is_word(text: &str) -> bool {
    let mut characters = text.chars();
    text.len() <= 32
        && characters.clone().all(|c| c.is_alphanumeric() || c == '-')
        && characters.any(|c| !c.is_ascii_hexdigit())
}

/// What the beginning of the DER encoding shows.
enum Der {
    PrivateKey,
    Certificate,
    Other,
}

/// The arc of PKCS, 1.2.840.113549.1, in DER and hexadecimal digits.
const PKCS: &[u8] = b"2A864886F70D01";

impl Der {
    /// Of hexadecimal digits in either case: all of them, or as many as [`LEADING`].
    fn of(digits: &[u8]) -> Self {
        let Some(inner) = enter_sequence(digits) else { return Self::Other };
        match inner {
            // Version 0 or 1 of PKCS #1, PKCS #8 and SEC 1, or 3 of PKCS #12.
            [b'0', b'2', b'0', b'1', b'0', b'0' | b'1' | b'3', ..] => return Self::PrivateKey,
            // ContentInfo of PKCS #7.
            [b'0', b'6', _, _, oid @ ..] if matches!(after_pkcs(oid), Some([b'0', b'7'])) => {
                return Self::Certificate;
            }
            _ => {}
        }
        match enter_sequence(inner) {
            // Version or serial number of X.509, version of PKCS #10.
            Some([b'a' | b'A', b'0', b'0', b'3', b'0', b'2', b'0', b'1', ..] | [b'0', b'2', ..]) => {
                Self::Certificate
            }
            // Encrypted PKCS #8: the algorithm is one of PKCS #5 or #12.
            Some([b'0', b'6', _, _, oid @ ..])
                if matches!(after_pkcs(oid), Some([b'0', b'5' | b'c' | b'C'])) =>
            {
                Self::PrivateKey
            }
            _ => Self::Other,
        }
    }
}

/// What is inside a DER sequence.
fn enter_sequence(digits: &[u8]) -> Option<&[u8]> {
    match digits {
        // The length has a length; with 0 the end will tell it.
        [b'3', b'0', b'8', more @ b'0'..=b'4', rest @ ..] => rest.get(2 * usize::from(more - b'0')..),
        [b'3', b'0', _, _, rest @ ..] => Some(rest),
        _ => None,
    }
}

/// The digits of the arc below PKCS that an object identifier goes on with.
fn after_pkcs(oid: &[u8]) -> Option<&[u8]> {
    let arc = oid.get(..PKCS.len())?;
    let is_pkcs = arc == PKCS || arc.eq_ignore_ascii_case(PKCS);
    oid.get(PKCS.len()..PKCS.len() + 2).filter(|_| is_pkcs)
}

/// As many digits as the longest pattern above, of 22 bytes: two sequences with long lengths, and an object identifier
/// in PKCS.
const LEADING: usize = 44;

/// The first bytes that a key encodes, in hexadecimal digits.
fn leading_digits(key: &PublicKey<'_>) -> String {
    let (mut bits, mut held) = (0_u32, 0);
    let width = if key.encoding == Encoding::Hexadecimal { 4 } else { 6 };
    let mut leading = String::with_capacity(LEADING);
    for digit in key.digits() {
        let Some(value) = value(digit, key.encoding).filter(|_| leading.len() < LEADING) else { break };
        bits = (bits << width) + u32::from(value);
        held += width;
        while held >= 4 {
            held -= 4;
            leading.extend(char::from_digit(bits >> held & 0xf, 16));
            bits &= (1 << held) - 1;
        }
    }
    leading
}

const fn value(digit: u8, encoding: Encoding) -> Option<u8> {
    match (encoding, digit) {
        (Encoding::Hexadecimal, b'0'..=b'9') => Some(digit - b'0'),
        (Encoding::Hexadecimal, b'A'..=b'F') => Some(digit - b'A' + 10),
        (Encoding::Base64, b'A'..=b'Z') => Some(digit - b'A'),
        (Encoding::Base64, b'a'..=b'z') => Some(digit - b'a' + 26),
        (Encoding::Base64, b'0'..=b'9') => Some(digit - b'0' + 52),
        (Encoding::Base64, b'+') => Some(62),
        (Encoding::Base64, b'/') => Some(63),
        _ => None,
    }
}

impl FromStr for PublicKey<'static> {
    type Err = PublicKeyError;

    fn from_str(text: &str) -> Result<Self, PublicKeyError> {
        PublicKey::parse(text).map(PublicKey::into_owned)
    }
}

impl PartialEq for PublicKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for PublicKey<'_> {}

impl PartialOrd for PublicKey<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PublicKey<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.encoding.cmp(&other.encoding).then_with(|| self.digits().cmp(other.digits()))
    }
}

impl Hash for PublicKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.encoding.hash(state);
        self.digits().for_each(|digit| digit.hash(state));
    }
}

impl fmt::Display for PublicKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits().try_for_each(|digit| fmt::Write::write_char(f, char::from(digit)))
    }
}

impl fmt::Debug for PublicKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let beginning: String = self.digits().take(16).map(char::from).collect();
        write!(f, "PublicKey({beginning}…)")
    }
}
