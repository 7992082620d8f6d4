//! Mobile numbers of the mainland.

use chrono::NaiveDate;

use super::dialled::{Dialled, Unwritten};
use super::reason::reasons;
use super::typed::{ascii, debug_text, digit, text_value};

/// A mainland mobile number 手机号.
///
/// # Syntax
///
/// - Eleven digits, the first a 1, the second 3–9.
/// - The country code before them is read over: `+86`, `0086` or `86`; so are spaces (also ideographic ones) and
///   hyphens between them and white space around them. Nothing else is: no brackets, no trunk 0, no second number.
/// - The 13-digit numbers of things (`14…`, `106…`) are refused: nobody answers them.
///
/// `Display` gives the eleven digits. Whether a number range is in use is no part of the syntax, as ranges are
/// added every other year: [`segment`](Self::segment) tells, as of a date.
///
/// Source: the shape is what the tables of operators' ranges have in common; the Ministry's own could not be had.
///
/// # Examples
///
/// ```
/// use beian::value::{Mobile, MobileError, MobileSegment};
///
/// let mobile = Mobile::parse("+86 138-0013-8000")?;
/// assert_eq!(mobile.to_string(), "13800138000");
/// assert_eq!(mobile.segment(), Some(MobileSegment::Mobile));
/// assert_eq!(format!("{mobile:?}"), "Mobile(138******00)");
///
/// assert_eq!(Mobile::parse("1380013800"), Err(MobileError::Length));
/// # Ok::<(), MobileError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile {
    text: [u8; 11],
}

reasons! {
    /// Why a text is no mainland mobile number.
    pub enum MobileError {
        /// Not eleven digits.
        Length = "length" {
            zh: "手机号应为 11 位数字，请核对是否漏填或多填，且只填一个号码",
            en: "a mobile number has 11 digits; check for missing or extra ones, and enter only one number"
        },
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "手机号含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the mobile number contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "手机号含有全角字符，请切换到半角后重新填写",
            en: "the mobile number contains full-width characters; use half-width ones"
        },
        /// Something other than digits, spaces and hyphens.
        Characters = "characters" {
            zh: "手机号只能填写数字，且只填一个号码",
            en: "a mobile number consists of digits only; enter only one number"
        },
        /// The country code of another country or region.
        CountryCode = "country_code" {
            zh: "须填写中国大陆（+86）的手机号",
            en: "enter a mobile number of mainland China (+86)"
        },
        /// Not a 1 with 3–9 after it.
        FirstDigits = "first_digits" {
            zh: "手机号应以 1 开头，第二位为 3 至 9，请核对",
            en: "a mobile number begins with 1, followed by 3 to 9; check the first digits"
        },
        /// 13 digits, as of things rather than people.
        IotNumber = "iot_number" {
            zh: "不能使用 13 位物联网号码，请填写本人可接听的 11 位手机号",
            en: "13-digit IoT numbers are not accepted; enter an 11-digit mobile number the person can be reached on"
        },
    }
}

wire_names! {
    /// What a range of mobile numbers is for.
    pub enum MobileSegment {
        /// Phones, with one of the four operators.
        Mobile = "mobile" { zh: "移动电话号段", en: "mobile range" },
        /// Phones, with a virtual operator.
        Virtual = "virtual" { zh: "虚拟运营商号段", en: "virtual operator's range" },
        /// Data cards.
        Data = "data" { zh: "数据上网卡号段", en: "data card range" },
    }
}

/// The ranges in use, by their first five digits: first, last, what for. From the tables of
/// `VincentSit/ChinaMobilePhoneNumberRegex` (numbers of 2020), each compared with libphonenumber 9.0.43.
/// Without the 13-digit ranges, and without 1749 and 17406–17412, which are satellite and emergency services.
const SEGMENTS: &[(u32, u32, MobileSegment)] = &[
    (13000, 13999, MobileSegment::Mobile),
    (14500, 14599, MobileSegment::Data),
    (14700, 14799, MobileSegment::Data),
    (14900, 14999, MobileSegment::Data),
    (15000, 15399, MobileSegment::Mobile),
    (15500, 15999, MobileSegment::Mobile),
    (16200, 16299, MobileSegment::Virtual),
    (16500, 16599, MobileSegment::Virtual),
    (16600, 16699, MobileSegment::Mobile),
    (16700, 16799, MobileSegment::Virtual),
    (17000, 17199, MobileSegment::Virtual),
    (17200, 17399, MobileSegment::Mobile),
    (17400, 17405, MobileSegment::Mobile),
    (17500, 17899, MobileSegment::Mobile),
    (18000, 19399, MobileSegment::Mobile),
    (19500, 19999, MobileSegment::Mobile),
];

impl Mobile {
    /// The day as of which [`segment`](Self::segment) knows the ranges.
    pub const SEGMENTS_AS_OF: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 23) {
        Some(day) => day,
        None => NaiveDate::MIN,
    };

    /// Reads a mobile number.
    ///
    /// # Errors
    ///
    /// With the reason why it is none.
    pub fn parse(text: &str) -> Result<Self, MobileError> {
        if let Some(mobile) = Self::plain(text) {
            return Ok(mobile);
        }
        let dialled = Dialled::read(text.trim())?;
        if !dialled.brackets_fit(None) {
            return Err(MobileError::Characters);
        }
        Self::of(dialled.national().ok_or(MobileError::CountryCode)?.digits)
    }

    /// A number that is written as eleven digits, as most are.
    pub(super) fn plain(text: &str) -> Option<Self> {
        match <[u8; 11]>::try_from(text.as_bytes()) {
            Ok(text @ [b'1', b'3'..=b'9', rest @ ..]) if rest.iter().all(u8::is_ascii_digit) => {
                Some(Self { text })
            }
            _ => None,
        }
    }

    /// The number of these digits, which have no country code.
    pub(super) fn of(digits: &[u8]) -> Result<Self, MobileError> {
        match <[u8; 11]>::try_from(digits) {
            Ok(text @ [b'1', b'3'..=b'9', ..]) => Ok(Self { text }),
            Ok(_) => Err(MobileError::FirstDigits),
            Err(_) if is_after_trunk(digits) => Err(MobileError::FirstDigits),
            Err(_) if digits.len() == 13 && (digits.starts_with(b"14") || digits.starts_with(b"106")) => {
                Err(MobileError::IotNumber)
            }
            Err(_) => Err(MobileError::Length),
        }
    }

    /// The number in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        ascii(&self.text)
    }

    /// The same as bytes.
    pub(crate) const fn digits(&self) -> &[u8] {
        &self.text
    }

    /// What the number's range is for; `None` where the range is not known, which is no error: ranges are added.
    pub fn segment(self) -> Option<MobileSegment> {
        let first_five =
            self.text.iter().take(5).filter_map(|byte| digit(*byte)).fold(0, |n, digit| n * 10 + digit);
        let (_, _, segment) =
            SEGMENTS.iter().find(|(first, last, _)| (*first..=*last).contains(&first_five))?;
        Some(*segment)
    }
}

/// Whether these are a mobile number with the 0 before it that was once dialled from other places.
pub(super) fn is_after_trunk(digits: &[u8]) -> bool {
    digits.len() == 12 && matches!(digits, [b'0', b'1', b'3'..=b'9', ..])
}

impl From<Unwritten> for MobileError {
    fn from(unwritten: Unwritten) -> Self {
        match unwritten {
            Unwritten::Invisible => Self::Invisible,
            Unwritten::FullWidth => Self::FullWidth,
            Unwritten::Characters => Self::Characters,
        }
    }
}

text_value!(Mobile, MobileError);
debug_text!(private Mobile);

#[cfg(test)]
mod tests {
    use super::*;

    /// Eleven digits are taken as they are; other ways of writing are read with care.
    #[test]
    fn digits_alone_need_no_second_look() {
        assert_eq!(Mobile::plain("13800138000"), Some(Mobile { text: *b"13800138000" }));
        for text in ["12800138000", "23800138000", "1380013800", "138001380001", "1380013800O", "138-0013-80"]
        {
            assert_eq!(Mobile::plain(text), None, "{text}");
        }
    }
}
