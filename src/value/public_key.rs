//! Public keys of signing certificates.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::hexadecimal::{is_hexadecimal, value as value_of};
use super::reason::reasons;
use super::stand_in::is_stand_in;
use super::typed::{is_invisible, read_from_text, trimmed, written_as_text};

reasons! {
    /// Why a text is not a public key.
    pub enum PublicKeyError {
        /// Nothing there.
        Empty = "empty" { zh: "未填写平台公钥", en: "the public key is empty" },
        /// A private key, or a key store that holds one. It should be replaced: whoever read it can sign in its owner's
        /// name.
        PrivateKey = "private_key" {
            zh: "这是私钥或含私钥的密钥库，请勿提交；请改填公钥，并更换已外泄的密钥",
            en: "this is a private key, or a key store that contains one, and must not be submitted; enter the public key instead, and replace the exposed key pair"
        },
        /// A certificate, a certificate request or a signature block.
        Certificate = "certificate" {
            zh: "这是整张证书，请只填写其中的公钥",
            en: "this is a whole certificate; enter only the public key in it"
        },
        /// A label such as "Modulus:", or other text around the key.
        Surrounded = "surrounded" {
            zh: "只填写公钥本身，不要带“Modulus:”“公钥：”等文字",
            en: "enter the key alone, without a label such as \"Modulus:\""
        },
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "公钥含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the public key contains an invisible character, probably from copying; type it in by hand"
        },
        /// Characters that are neither hexadecimal nor Base64 digits, or a broken end of Base64.
        Characters = "characters" {
            zh: "公钥应为十六进制或 Base64 字符，请检查是否复制完整",
            en: "a public key consists of hexadecimal or Base64 characters; check that it was copied in full"
        },
        /// As short as a fingerprint: 64 hexadecimal digits or fewer, or fewer than 64 of Base64.
        Length = "length" {
            zh: "公钥过短，请检查是否复制完整，或误填了证书指纹",
            en: "it is too short for a public key; check that it was copied in full and is not the fingerprint"
        },
        /// Fewer bytes than its DER header states, or half a byte.
        Cut = "cut" {
            zh: "公钥不完整：比其开头标明的长度短，请检查是否漏复制了字符或整行",
            en: "the public key is incomplete: it is shorter than its own header says; check for missing characters or lines"
        },
        /// More bytes than its DER header states.
        TooLong = "too_long" {
            zh: "公钥比其开头标明的长度长，请检查是否多复制了内容",
            en: "the public key is longer than its own header says; check whether something else was copied with it"
        },
        /// The same digits twice.
        Repeated = "repeated" {
            zh: "同一段公钥重复粘贴了两次，请只保留一份", en: "the public key was pasted twice; keep only one copy"
        },
        /// Zeros, one character again and again, the hash of nothing: something in the place of a key.
        StandIn = "stand_in" {
            zh: "这是占位内容，不是真实的公钥", en: "this is a placeholder, not a real public key"
        },
    }
}

/// The public key of the certificate that signs an APP 平台公钥.
///
/// # Syntax
///
/// - More than 64 hexadecimal digits, which is a SHA-256, or 64 digits or more of Base64; what is encoded (the modulus
///   alone, PKCS #1, X.509's `SubjectPublicKeyInfo`) is left open. A modulus in decimal, as some programs print it,
///   passes as hexadecimal digits: a reviewer takes it, and the two cannot be told apart with certainty.
/// - Hexadecimal digits in either case, with colons, spaces, line breaks or hyphens between the bytes, and `0x` before them if one
///   likes; Base64 in either alphabet, with or without padding, in lines of one length.
/// - PEM of a public key (`-----BEGIN PUBLIC KEY-----`), whose lines are read over.
/// - Where the key begins with a DER header, it has as many bytes as that states.
/// - Refused: a private key (by its label, or the beginning of PKCS #1, PKCS #8, SEC 1 or OpenSSH's form), a key store
///   (PKCS #12, JKS, JCEKS), a certificate (PEM, the beginning of X.509, PKCS #7, PKCS #10), what was pasted twice,
///   what stands in the place of a key (zeros, the hash of nothing), and labels around the key (`Modulus:`), which would
///   be filed with it.
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
/// // A key on the curve P-256.
/// let printed = "30:59:30:13:06:07:2a:86:48:ce:3d:02:01:06:08:2a:86:48:ce:3d:03:01:07:03:42:00:04:\
///     1f:2e:9d:4c:51:6a:79:e8:b3:05:c2:3d:7f:90:a6:1b:44:de:83:27:5f:6c:91:0e:bd:38:72:e4:a9:16:cf:50:\
///     8b:03:d7:62:fe:95:29:4a:c8:71:1d:b6:e0:5b:3f:84:a2:67:19:cd:f1:56:30:9e:7a:c5:12:ed:48:8f:b4:2d";
/// let key = PublicKey::parse(printed)?;
/// assert!(key.to_string().starts_with("3059301306072A86"));
/// assert_eq!(PublicKey::parse(&printed[..200]), Err(PublicKeyError::Cut));
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

/// Fewer are a fingerprint, whatever its hash.
const LEAST_HEXADECIMAL: usize = 65;
const LEAST_BASE64: usize = 64;

impl<'a> PublicKey<'a> {
    /// Reads a key.
    ///
    /// # Errors
    ///
    /// With the reason why it is none. That it is a private key counts before anything else.
    pub fn parse(text: &'a str) -> Result<Self, PublicKeyError> {
        let text = trimmed(text);
        // The usual form, which needs no further reading.
        let is_plain = !text.is_empty() && is_hexadecimal(text);
        let (text, encoding) = if is_plain {
            (text, Encoding::Hexadecimal)
        } else {
            read(text)
                .map_err(|reason| if holds_private_key(text) { PublicKeyError::PrivateKey } else { reason })?
        };
        let key = Self { text: Cow::Borrowed(text), encoding };
        let leading = if is_plain { Cow::Borrowed(text) } else { Cow::Owned(leading_digits(&key)) };
        match Der::of(leading.as_bytes()) {
            Der::PrivateKey => return Err(PublicKeyError::PrivateKey),
            Der::Certificate => return Err(PublicKeyError::Certificate),
            Der::Other => {}
        }
        let digits = if is_plain {
            Cow::Borrowed(text.as_bytes())
        } else {
            Cow::Owned(key.digits().filter(|digit| *digit != b'=').collect())
        };
        check_digits(&digits, encoding, stated_bytes(leading.as_bytes()))?;
        Ok(key)
    }

    /// The same key, on its own.
    pub fn into_owned(self) -> PublicKey<'static> {
        PublicKey { text: Cow::Owned(self.text.into_owned()), encoding: self.encoding }
    }

    /// The digits as they are compared.
    fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        let is_hexadecimal = self.encoding == Encoding::Hexadecimal;
        // Between two hexadecimal digits a hyphen is none.
        let is_digit = move |byte: &u8| !(is_between(*byte) || is_hexadecimal && *byte == b'-');
        self.text.bytes().filter(is_digit).map(move |byte| match byte {
            _ if is_hexadecimal => byte.to_ascii_uppercase(),
            b'-' => b'+',
            b'_' => b'/',
            _ => byte,
        })
    }
}

/// The digits of a text, with what stands between them.
fn read(text: &str) -> Result<(&str, Encoding), PublicKeyError> {
    let text = body(text)?;
    let prefixed = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    if let Some(rest) = prefixed {
        if encoding(rest) == Ok(Encoding::Hexadecimal) {
            return Ok((rest, Encoding::Hexadecimal));
        }
    }
    // What a viewer shows of a key that is longer than its window.
    let shown = text.trim_end_matches(['…', '.', ' ']);
    if shown.len() < text.len() && encoding(shown).is_ok() {
        return Err(PublicKeyError::Cut);
    }
    Ok((text, encoding(text)?))
}

/// Holds the digits against the shape of a key: `stated` bytes by its DER header, if it has one.
fn check_digits(digits: &[u8], encoding: Encoding, stated: Option<usize>) -> Result<(), PublicKeyError> {
    let (least, bytes) = match encoding {
        Encoding::Hexadecimal => (LEAST_HEXADECIMAL, digits.len() / 2),
        Encoding::Base64 => (LEAST_BASE64, digits.len() * 3 / 4),
    };
    let has_half_byte = encoding == Encoding::Hexadecimal
        && digits.len() % 2 == 1
        && (stated.is_some() || !digits.iter().all(u8::is_ascii_digit));
    if is_stand_in(digits, encoding == Encoding::Hexadecimal) {
        return Err(PublicKeyError::StandIn);
    }
    if digits.len() < least {
        return Err(PublicKeyError::Length);
    }
    let (first, second) = digits.split_at(digits.len() / 2);
    if first.eq_ignore_ascii_case(second) && (encoding == Encoding::Hexadecimal || first == second) {
        return Err(PublicKeyError::Repeated);
    }
    match stated {
        Some(stated) if bytes < stated => Err(PublicKeyError::Cut),
        Some(stated) if bytes > stated => Err(PublicKeyError::TooLong),
        _ if has_half_byte => Err(PublicKeyError::Cut),
        _ => Ok(()),
    }
}

/// Whether a text of any field shows a private key. Few texts are as long as a key, and a long one is read without a copy
/// unless it may be one.
pub(crate) fn shows_private_key(text: &str) -> bool {
    const SHORTEST: usize = 100;
    const LONGEST_WORD: usize = 40;
    if text.len() < SHORTEST {
        return false;
    }
    // What people write is in words; a key, in whatever coding, is not.
    let is_of_key =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_' | b':');
    let mut longest = text.as_bytes().split(|byte| !is_of_key(*byte)).map(<[u8]>::len);
    longest.any(|word| word >= LONGEST_WORD) && holds_private_key(text)
}

/// Whether a text that is no key holds a private one, in whatever form it was written down.
pub(crate) fn holds_private_key(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "private key",
        "private-key",
        "private_key",
        "privatekey",
        "privateexponent",
        "putty-user-key-file",
    ];

    // Too short for one, with everything that could be said around it.
    if text.len() < 32 {
        return false;
    }
    let folded = text.to_ascii_lowercase();
    // The label of openssl's text, a store's or a key's own; not the mention of one.
    let is_labelled = LABELS.iter().any(|label| folded.contains(label));
    if is_labelled && text.chars().filter(char::is_ascii_alphanumeric).count() > 100 {
        return true;
    }
    let bare = folded.replace("0x", " ").replace("\\x", " ").replace("\\n", " ");
    let digits: Vec<u8> = bare.bytes().filter(u8::is_ascii_hexdigit).collect();
    let is_hexadecimal = bare
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte.is_ascii_punctuation() || byte.is_ascii_whitespace());
    if is_hexadecimal && matches!(Der::of(&digits), Der::PrivateKey) {
        return true;
    }
    // The runs of Base64 in the text: each line, and all lines of it together.
    let unbroken: String = text.replace("\\n", "").split_whitespace().collect();
    let runs = unbroken.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | '_')));
    let mut runs = runs.chain(text.split_whitespace()).filter(|run| run.len() >= 32);
    runs.any(|run| {
        let run = PublicKey { text: Cow::Borrowed(run), encoding: Encoding::Base64 };
        matches!(Der::of(leading_digits(&run).as_bytes()), Der::PrivateKey)
    })
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
    let (body, end) = rest.split_once("-----END ").ok_or(PublicKeyError::Cut)?;
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
    if text.split('-').all(|pair| pair.len() == 2 && is_hexadecimal(pair)) {
        return Ok(Encoding::Hexadecimal);
    }
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
    if has_colons || !is_wrapped_evenly(text) {
        return Err(other_text(text));
    }
    if !ends_well {
        // The header of a key in Base64 shows that there was more.
        return Err(if text.starts_with("MI") { PublicKeyError::Cut } else { other_text(text) });
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

/// How key stores and private keys begin that are no DER: JKS, JCEKS, `openssh-key-v1`.
const STORES: &[&[u8]] = &[b"FEEDFEED", b"CECECECE", b"6F70656E7373682D6B65792D7631"];

/// `-----BEGIN `, `PRIVATE` and `CERTIFICATE` in hexadecimal digits.
const PEM_BEGIN: &[u8] = b"2D2D2D2D2D424547494E20";
const PRIVATE_IN_PEM: &str = "50524956415445";
const CERTIFICATE_IN_PEM: &str = "4345525449464943415445";

/// The arc of PKCS, 1.2.840.113549.1, in DER and hexadecimal digits.
const PKCS: &[u8] = b"2A864886F70D01";

impl Der {
    /// Of hexadecimal digits in either case: all of them, or as many as [`LEADING`].
    fn of(digits: &[u8]) -> Self {
        let begins =
            |with: &[u8]| digits.get(..with.len()).is_some_and(|first| first.eq_ignore_ascii_case(with));
        // Nearly every key begins with a DER sequence, as none of the others does.
        let is_sequence = digits.first() == Some(&b'3');
        if !is_sequence && STORES.iter().any(|magic| begins(magic)) {
            return Self::PrivateKey;
        }
        if !is_sequence && begins(PEM_BEGIN) {
            // A file in PEM, encoded once more.
            let label = String::from_utf8_lossy(digits).to_ascii_uppercase();
            return match () {
                () if label.contains(PRIVATE_IN_PEM) => Self::PrivateKey,
                () if label.contains(CERTIFICATE_IN_PEM) => Self::Certificate,
                () => Self::Other,
            };
        }
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

/// How many bytes a key in DER has by its own header: PKCS #1 or `SubjectPublicKeyInfo`. `None` where the digits begin
/// otherwise, or leave the length open.
fn stated_bytes(digits: &[u8]) -> Option<usize> {
    let inner = enter_sequence(digits)?;
    let header = digits.len() - inner.len();
    let is_key = match inner {
        // The modulus of PKCS #1.
        [b'0', b'2', b'8', b'1' | b'2', ..] => true,
        [b'3', b'0', ..] => matches!(enter_sequence(inner), Some([b'0', b'6', ..])),
        _ => false,
    };
    let length = match header {
        4 => digits.get(2..4)?,
        // Without a length of its length: the end tells it.
        _ => digits.get(4..header).filter(|length| is_key && !length.is_empty())?,
    };
    let stated = length
        .iter()
        .try_fold(0_usize, |sum, digit| sum.checked_mul(16)?.checked_add(usize::from(value_of(*digit))))?;
    is_key.then(|| stated + header / 2)
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

/// As many digits as the longest pattern above: the label of a private key in PEM.
const LEADING: usize = 80;

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

written_as_text!(PublicKey<'_>);
read_from_text!(PublicKey<'static>);

impl fmt::Debug for PublicKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let beginning: String = self.digits().take(16).map(char::from).collect();
        write!(f, "PublicKey({beginning}…)")
    }
}
