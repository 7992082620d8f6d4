//! Fingerprints of signing certificates.

use std::fmt;
use std::str::FromStr;

use super::hexadecimal::{is_hexadecimal, value};
use super::public_key::{holds_private_key, PublicKey, PublicKeyError};
use super::reason::reasons;
use super::typed::{is_invisible, read_from_text, written_as_text};
use crate::value::PlatformKind;

reasons! {
    /// Why a text is not a fingerprint for its platform.
    pub enum FingerprintError {
        /// Nothing there.
        Empty = "empty" { zh: "未填写证书指纹（签名 MD5 值）", en: "the fingerprint is empty" },
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "证书指纹含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the fingerprint contains an invisible character, probably from copying; type it in by hand"
        },
        /// Something else than hexadecimal digits and separators.
        Characters = "characters" {
            zh: "证书指纹只能由十六进制字符（0-9、A-F）组成",
            en: "a fingerprint consists of the hexadecimal digits 0 to 9 and A to F only"
        },
        /// A separator that is none of colon and space, or not between two bytes.
        Separators = "separators" {
            zh: "证书指纹每两位之间可用一个冒号或空格分隔，首尾不要带分隔符，也可以不分隔",
            en: "each pair of digits may be separated by one colon or space, with none at either end, or not at all"
        },
        /// A private key. It should be replaced: whoever read it can sign in its owner's name.
        PrivateKey = "private_key" {
            zh: "这是私钥或含私钥的密钥库，请勿提交；请改填证书指纹，并更换已外泄的密钥",
            en: "this is a private key, or a key store that contains one, and must not be submitted; enter the fingerprint instead, and replace the exposed key"
        },
        /// Zeros, a digit or a piece again and again, the hash of nothing.
        StandIn = "stand_in" {
            zh: "这是占位内容或空文件的散列值，不是证书的指纹",
            en: "this is a placeholder or the hash of an empty file, not a certificate's fingerprint"
        },
        /// A SHA-1 or SHA-256 fingerprint on Android.
        NotMd5 = "not_md5" {
            zh: "安卓请填写证书的 MD5 指纹（32 位），不要填 SHA-1 或 SHA-256",
            en: "Android requires the certificate's MD5 fingerprint (32 digits), not SHA-1 or SHA-256"
        },
        /// An MD5 or SHA-256 fingerprint on an Apple platform.
        NotSha1 = "not_sha1" {
            zh: "苹果平台请填写证书的 SHA-1 指纹（40 位），不要填 MD5 或 SHA-256",
            en: "Apple platforms require the certificate's SHA-1 fingerprint (40 digits), not MD5 or SHA-256"
        },
        /// Another number of digits than any fingerprint has.
        Length = "length" {
            zh: "证书指纹位数不对：MD5 为 32 位，SHA-1 为 40 位，SHA-256 为 64 位",
            en: "the number of digits is wrong: MD5 has 32, SHA-1 has 40 and SHA-256 has 64"
        },
    }
}

/// The fingerprint of the certificate that signs an APP 证书指纹: what forms call "签名 MD5 值".
///
/// # Syntax
///
/// - Hexadecimal digits in either case: 32 (MD5) on Android, 40 (SHA-1) on iOS and macOS; 32, 40 or 64 (SHA-256)
///   elsewhere, since no hash is prescribed there.
/// - Two digits may be followed by one colon or space, as `keytool` and Xcode print them.
///
/// - Refused: what stands in the place of one: a digit or a piece again and again, a shorter hash twice, the MD5, SHA-1
///   or SHA-256 of nothing.
///
/// Displayed and compared as upper-case digits without separators.
///
/// Source: the filing guide on 签名 MD5 值, for Android and Apple.
///
/// # Examples
///
/// ```
/// use beian::value::{Fingerprint, FingerprintError};
/// use beian::service::PlatformKind;
///
/// let printed = "5c:7e:1f:0a:93:b8:4d:26:e1:a7:c0:5d:8f:3b:69:24";
/// let fingerprint = Fingerprint::parse(PlatformKind::Android, printed)?;
/// assert_eq!(fingerprint.to_string(), "5C7E1F0A93B84D26E1A7C05D8F3B6924");
/// assert_eq!(Fingerprint::parse(PlatformKind::Ios, printed), Err(FingerprintError::NotSha1));
/// # Ok::<(), FingerprintError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    length: usize,
    bytes: [u8; LONGEST],
}

const MD5: usize = 16;
const SHA_1: usize = 20;
const LONGEST: usize = 32;

impl Fingerprint {
    /// Reads a fingerprint.
    ///
    /// # Errors
    ///
    /// With the reason why it is none for the platform: its characters before its length.
    pub fn parse(platform: PlatformKind, text: &str) -> Result<Self, FingerprintError> {
        if text.is_empty() {
            return Err(FingerprintError::Empty);
        }
        let is_long = text.len() > 4 * LONGEST;
        let (bytes, digits) = read(text).map_err(|reason| {
            if is_long && holds_private_key(text) {
                FingerprintError::PrivateKey
            } else {
                reason
            }
        })?;
        if is_long && PublicKey::parse(text) == Err(PublicKeyError::PrivateKey) {
            return Err(FingerprintError::PrivateKey);
        }
        let this = Self { length: length(platform, digits)?, bytes };
        if is_stand_in(this.as_bytes()) {
            return Err(FingerprintError::StandIn);
        }
        Ok(this)
    }

    /// The bytes: 16, 20 or 32.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// The hashes of nothing: MD5, SHA-1, SHA-256.
const OF_NOTHING: &[&[u8]] = &[
    b"\xd4\x1d\x8c\xd9\x8f\x00\xb2\x04\xe9\x80\x09\x98\xec\xf8\x42\x7e",
    b"\xda\x39\xa3\xee\x5e\x6b\x4b\x0d\x32\x55\xbf\xef\x95\x60\x18\x90\xaf\xd8\x07\x09",
    b"\xe3\xb0\xc4\x42\x98\xfc\x1c\x14\x9a\xfb\xf4\xc8\x99\x6f\xb9\x24\x27\xae\x41\xe4\x64\x9b\x93\x4c\xa4\x95\x99\x1b\x78\x52\xb8\x55",
];

/// How many bytes a piece has at most that is written again and again in the place of a fingerprint. The sixteen digits
/// in order, with which examples and tests are filled, are longer and pass.
const LONGEST_PIECE: usize = 5;

/// Whether something stands in the place of a fingerprint: a short piece again and again, an MD5 twice, the hash of
/// nothing.
fn is_stand_in(bytes: &[u8]) -> bool {
    let repeats = |period: usize| bytes.iter().zip(bytes.iter().skip(period)).all(|(a, b)| a == b);
    let is_twice = bytes.len() == 2 * MD5 && repeats(MD5);
    is_twice || (1..=LONGEST_PIECE).any(repeats) || OF_NOTHING.contains(&bytes)
}

/// How many bytes so many digits are, where that is right for the platform.
fn length(platform: PlatformKind, digits: usize) -> Result<usize, FingerprintError> {
    let length = digits / 2;
    let is_some_hash = digits % 2 == 0 && matches!(length, MD5 | SHA_1 | LONGEST);
    match platform {
        _ if !is_some_hash => Err(FingerprintError::Length),
        PlatformKind::Android if length != MD5 => Err(FingerprintError::NotMd5),
        PlatformKind::Ios | PlatformKind::MacOs if length != SHA_1 => Err(FingerprintError::NotSha1),
        _ => Ok(length),
    }
}

/// The bytes, as far as there is room, and the number of digits.
fn read(text: &str) -> Result<([u8; LONGEST], usize), FingerprintError> {
    if let Some(plain) = read_plain(text) {
        return Ok(plain);
    }
    let mut bytes = [0; LONGEST];
    let mut digits = 0;
    let mut separated = true;
    for c in text.chars() {
        if let Some(value) = c.to_digit(16).and_then(|value| u8::try_from(value).ok()) {
            if let Some(byte) = bytes.get_mut(digits / 2) {
                *byte = *byte * 16 + value;
            }
            digits += 1;
            separated = false;
        } else if matches!(c, ':' | ' ') && digits % 2 == 0 && !separated {
            separated = true;
        } else if c.is_whitespace() || matches!(c, ':' | '：' | '-' | '－' | '.' | ',' | ';') {
            return Err(FingerprintError::Separators);
        } else if is_invisible(c) {
            return Err(FingerprintError::Invisible);
        } else {
            return Err(FingerprintError::Characters);
        }
    }
    if separated {
        return Err(FingerprintError::Separators);
    }
    Ok((bytes, digits))
}

/// Digits without anything between them.
fn read_plain(text: &str) -> Option<([u8; LONGEST], usize)> {
    if text.len() % 2 != 0 || !is_hexadecimal(text) {
        return None;
    }
    // In an array of one length many are read at a time.
    let mut digits = [b'0'; 2 * LONGEST];
    digits.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
    for digit in &mut digits {
        *digit = value(*digit);
    }
    let mut bytes = [0; LONGEST];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = high * 16 + low;
    }
    Some((bytes, text.len()))
}

/// Reads a fingerprint of no known platform: of any of the three hashes.
impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, FingerprintError> {
        Self::parse(PlatformKind::Other, text)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_bytes().iter().try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

written_as_text!(Fingerprint);
read_from_text!(Fingerprint);

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Digits alone are read at once; what has anything else in it is read with care.
    #[test]
    fn digits_alone_need_no_second_look() {
        let digits = |text: &str| read_plain(text).map(|(_, digits)| digits);
        for count in [0, 2, 32, 40, 64] {
            assert_eq!(digits(&"9f".repeat(count / 2)), Some(count));
        }
        for text in ["9", "9f8", "9f:80", "9f 80", "9g", &"9f".repeat(33)] {
            assert_eq!(digits(text), None, "{text}");
        }
        let (bytes, _) = read_plain("09afAF").unwrap_or_default();
        assert!(bytes.starts_with(&[0x09, 0xaf, 0xaf, 0]));
    }
}
