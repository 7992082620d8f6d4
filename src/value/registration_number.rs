//! The numbers that enterprises had before the unified code.

use super::reason::reasons;
use super::typed::{ascii, debug_text, digit, misshapen, text_value, trimmed};

/// A business registration number 工商注册号 (GS 15-2006), on licences older than the unified code.
///
/// # Syntax
///
/// - 15 digits: six of the registrar's region, eight of sequence, and a check digit (ISO 7064 MOD 11,10).
/// - White space around the number is read over; inside, nothing is.
///
/// The region is not looked up, but does not begin with 0. The forms before 2007, of 13 digits or with Chinese
/// characters, are not read: they carry no check digit, and a licence that bears one has long run out.
///
/// # Examples
///
/// ```
/// use beian::value::{RegistrationNumber, RegistrationNumberError};
///
/// let number = RegistrationNumber::parse("110108000000016")?;
/// assert_eq!(number.region_code(), "110108");
///
/// let mistyped = RegistrationNumber::parse("110108000000017");
/// assert_eq!(mistyped, Err(RegistrationNumberError::CheckDigit));
/// # Ok::<(), RegistrationNumberError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistrationNumber {
    text: [u8; 15],
}

reasons! {
    /// Why a text is no business registration number.
    pub enum RegistrationNumberError {
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "工商注册号含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the business registration number contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "工商注册号含有全角字符，请切换到半角后重新填写",
            en: "the business registration number contains full-width characters; use half-width ones"
        },
        /// Something that is no digit.
        Characters = "characters" {
            zh: "工商注册号只能由数字组成，中间不能有空格或横线",
            en: "a business registration number consists of digits only, without spaces or hyphens"
        },
        /// Not 15 digits.
        Length = "length" {
            zh: "工商注册号应为 15 位数字，请对照执照核对是否漏填或多填",
            en: "a business registration number has 15 digits; check for missing or extra ones"
        },
        /// The region begins with 0.
        Region = "region" {
            zh: "工商注册号开头的登记机关代码不存在，请对照执照核对",
            en: "the first digits of the business registration number do not stand for any registrar; compare it with the licence"
        },
        /// The check digit does not fit the rest.
        CheckDigit = "check_digit" {
            zh: "工商注册号校验位不符，请对照执照逐位核对",
            en: "the check digit of the business registration number does not match; compare it with the licence digit by digit"
        },
    }
}

impl RegistrationNumber {
    /// Reads a business registration number.
    ///
    /// # Errors
    ///
    /// With the reason why it is none.
    pub fn parse(text: &str) -> Result<Self, RegistrationNumberError> {
        let typed = trimmed(text);
        let all_fit = typed.bytes().all(|byte| byte.is_ascii_digit());
        match <[u8; 15]>::try_from(typed.as_bytes()) {
            Ok([b'0', ..]) if all_fit => Err(RegistrationNumberError::Region),
            Ok(text) if all_fit && check_digit_fits(&text) => Ok(Self { text }),
            Ok(_) if all_fit => Err(RegistrationNumberError::CheckDigit),
            _ => Err(misshapen!(RegistrationNumberError, typed, all_fit)),
        }
    }

    /// The number in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        ascii(&self.text)
    }

    /// The first six digits: the registrar's region at the time.
    pub fn region_code(&self) -> &str {
        ascii(&self.text[..6])
    }
}

fn check_digit_fits(text: &[u8; 15]) -> bool {
    let Some((check, rest)) = text.split_last() else { return false };
    let product = rest.iter().filter_map(|byte| digit(*byte)).fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    digit(*check).is_some_and(|check| (product + check) % 10 == 1)
}

text_value!(RegistrationNumber, RegistrationNumberError);
debug_text!(public RegistrationNumber);
