//! Codes of organisations.

use super::reason::reasons;
use super::typed::{ascii, debug_text, digit, misshapen, text_value, trimmed};

/// An organisation code 组织机构代码 (GB 11714-1997), as on the certificate of that name and within a
/// [`CreditCode`](super::CreditCode).
///
/// # Syntax
///
/// - Eight digits or letters, an optional hyphen, and a check character that is a digit or `X`.
/// - Every letter is allowed, unlike in a credit code; small ones are read as capitals.
/// - The hyphen stands before the check character or nowhere; `Display` writes it, as the certificate does.
/// - White space around the code is read over.
///
/// The check character is that of the standard: weights 3, 7, 9, 10, 5, 8, 4, 2, modulo 11. It does not tell
/// letters apart that are 11 places from each other.
///
/// # Examples
///
/// ```
/// use beian::value::{OrganizationCode, OrganizationCodeError};
///
/// // The example of the standard.
/// let code = OrganizationCode::parse("d2143569x")?;
/// assert_eq!(code.to_string(), "D2143569-X");
///
/// assert_eq!(OrganizationCode::parse("D2143569-0"), Err(OrganizationCodeError::CheckDigit));
/// # Ok::<(), OrganizationCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationCode {
    /// With the hyphen.
    text: [u8; 10],
}

reasons! {
    /// Why a text is no organisation code.
    pub enum OrganizationCodeError {
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "组织机构代码含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the organisation code contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "组织机构代码含有全角字符，请切换到半角后重新填写",
            en: "the organisation code contains full-width characters; use half-width ones"
        },
        /// Something that is no digit or Latin letter, or a hyphen out of place.
        Characters = "characters" {
            zh: "组织机构代码只能由数字和字母组成，横线只能在末位之前",
            en: "an organisation code consists of digits and letters, with a hyphen only before the last character"
        },
        /// Not nine characters.
        Length = "length" {
            zh: "组织机构代码应为 9 位（不计横线），请对照证件核对是否漏填或多填",
            en: "an organisation code has 9 characters, not counting the hyphen; check for missing or extra ones"
        },
        /// The check character does not fit the rest.
        CheckDigit = "check_digit" {
            zh: "组织机构代码校验位不符，请对照证件逐位核对",
            en: "the check character of the organisation code does not match; compare it with the certificate character by character"
        },
    }
}

impl OrganizationCode {
    /// Reads an organisation code.
    ///
    /// # Errors
    ///
    /// With the reason why it is none.
    pub fn parse(text: &str) -> Result<Self, OrganizationCodeError> {
        let typed = trimmed(text);
        let (front, check) = match typed.as_bytes() {
            [front @ .., b'-', check] | [front @ .., check] => (front, *check),
            [] => return Err(OrganizationCodeError::Length),
        };
        if let Ok(mut front) = <[u8; 8]>::try_from(front) {
            if front.iter().chain([&check]).all(u8::is_ascii_alphanumeric) {
                front.make_ascii_uppercase();
                return Self::of(front, check.to_ascii_uppercase()).ok_or(OrganizationCodeError::CheckDigit);
            }
        }
        let mut others = typed.chars().rev().enumerate().filter(|(_, c)| !c.is_ascii_alphanumeric());
        let all_fit = others.all(|place| place == (1, '-'));
        Err(misshapen!(OrganizationCodeError, typed, all_fit))
    }

    /// The code of eight digits and capital letters with its check character, if that is the right one.
    pub(super) fn of(front: [u8; 8], check: u8) -> Option<Self> {
        const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
        let mut sum = if check == b'X' { 10 } else { digit(check)? };
        for (weight, byte) in WEIGHTS.iter().zip(front) {
            sum += weight * value(byte)?;
        }
        let mut text = [b'-'; 10];
        text[..8].copy_from_slice(&front);
        text[9] = check;
        (sum % 11 == 0).then_some(Self { text })
    }

    /// The code in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        ascii(&self.text)
    }
}

/// 0–9 for digits, 10–35 for capital letters.
fn value(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'A'..=b'Z' => Some(u32::from(byte - b'A') + 10),
        _ => None,
    }
}

text_value!(OrganizationCode, OrganizationCodeError);
debug_text!(public OrganizationCode);
