//! Telephone numbers that a person answers: mobile or landline.

use super::area_code_table::AREA_CODES;
use super::dialled::{Dialled, National, Unwritten};
use super::mobile::{is_after_trunk, Mobile, MobileError};
use super::province::Province;
use super::reason::reasons;
use super::typed::{ascii, debug_text, read_from_text, shape_reason, text_value, written_as_text};

/// A mobile number, or a landline number with its area code, as an emergency contact 应急联系方式 may be either.
///
/// # Syntax
///
/// - A [`Mobile`], or a landline, which has
///   - an area code, `010`, `02x` or `0` with three digits, in round brackets if one likes; after `+86`, `0086` or `86` also without its 0;
///   - seven or eight digits, after a three-digit area code always eight;
///   - an extension of one to six digits if there is one, after a hyphen, `转`, `分机` or `ext`.
/// - Spaces (also ideographic ones), hyphens within the number and white space around it are read over.
///
/// `Display` gives eleven digits, or `0755-86013388` with `-801` for an extension. The area code is one of the 321 that
/// exist; which cities have eight digits is not looked up.
///
/// Hotlines (400 and 800, five-digit service numbers such as 95588 or 10086, 110) are refused: they are answered
/// by nobody in particular, and a reviewer wants the person.
///
/// Source: the shapes are those of libphonenumber 9.0.43 for China; the ways of writing an extension, and what is
/// refused beyond that, are ours.
///
/// # Examples
///
/// ```
/// use beian::value::{Phone, PhoneError};
///
/// let phone = Phone::parse("(0755) 8601 3388 转 801")?;
/// assert_eq!(phone.to_string(), "0755-86013388-801");
/// assert!(!phone.is_mobile());
/// if let Phone::Landline(landline) = phone {
///     assert_eq!((landline.area_code(), landline.cities()), ("0755", Some("深圳市")));
/// }
/// assert!(Phone::parse("+86 138 0013 8000")?.is_mobile());
///
/// assert_eq!(Phone::parse("86013388"), Err(PhoneError::AreaCode));
/// assert_eq!(Phone::parse("0300-86013388"), Err(PhoneError::AreaCode));
/// assert_eq!(Phone::parse("400-910-0100"), Err(PhoneError::Hotline));
/// # Ok::<(), PhoneError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Phone {
    /// A mobile number.
    Mobile(Mobile),
    /// A landline number.
    Landline(Landline),
}

/// A landline number 固定电话 with its area code. See [`Phone`] for how it is written.
///
/// ```
/// use beian::value::{Landline, Province};
/// let landline: Landline = "0755 26000000-801".parse()?;
/// assert_eq!((landline.area_code(), landline.extension()), ("0755", Some("801")));
/// assert_eq!(landline.province(), Some(Province::Guangdong));
/// # Ok::<(), beian::value::PhoneError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Landline {
    /// As `Display` has it, then zeros.
    text: [u8; 20],
}

reasons! {
    /// Why a text is neither a mobile nor a landline number.
    pub enum PhoneError {
        /// Too few digits or too many.
        Length = "length" {
            zh: "电话号码位数不对：手机号为 11 位，固定电话为区号加 7 至 8 位，且只填一个号码",
            en: "the number of digits is wrong: a mobile number has 11, a landline number an area code and 7 or 8; enter only one number"
        },
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "电话号码含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the phone number contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "电话号码含有全角字符，请切换到半角后重新填写",
            en: "the phone number contains full-width characters; use half-width ones"
        },
        /// Something that no telephone number is written with.
        Characters = "characters" {
            zh: "电话号码只能填写数字和横线，且只填一个号码",
            en: "a phone number consists of digits and hyphens only; enter only one number"
        },
        /// The country code of another country or region.
        CountryCode = "country_code" {
            zh: "须填写中国大陆（+86）的电话号码",
            en: "enter a phone number of mainland China (+86)"
        },
        /// No area code, or one that there is not.
        AreaCode = "area_code" {
            zh: "固定电话须带正确的区号，如深圳为 0755",
            en: "a landline number needs its area code, such as 0755 for Shenzhen"
        },
        /// A 400 or 800 number, or a short one.
        Hotline = "hotline" {
            zh: "不能使用 400、800 热线或 95588、10086 这类短号码，请填写本人可接听的手机号或带区号的固定电话",
            en: "hotlines (400, 800) and short codes such as 95588 or 10086 are not accepted; enter a mobile number, or a landline number with area code, that the person can be reached on"
        },
        /// Eleven digits with a 1 in front, but no mobile number.
        FirstDigits = "first_digits" {
            zh: "手机号应以 1 开头，第二位为 3 至 9，请核对",
            en: "a mobile number begins with 1, followed by 3 to 9; check the first digits"
        },
        /// 13 digits, as of things rather than people.
        IotNumber = "iot_number" {
            zh: "不能使用 13 位物联网号码，请填写本人可接听的手机号或固定电话",
            en: "13-digit IoT numbers are not accepted; enter a mobile or landline number the person can be reached on"
        },
        /// An extension of a mobile number, or not of one to six digits.
        Extension = "extension" {
            zh: "分机号应为 1 至 6 位数字，且只能用于固定电话",
            en: "an extension has 1 to 6 digits and is only possible with a landline number"
        },
    }
}

impl Phone {
    /// Reads a mobile or landline number.
    ///
    /// # Errors
    ///
    /// With the reason why it is neither.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        if let Some(mobile) = Mobile::plain(text) {
            return Ok(Self::Mobile(mobile));
        }
        if let Some(landline) = Landline::plain(text) {
            return Ok(Self::Landline(landline));
        }
        let (line, extension) = split_extension(text.trim());
        let dialled = Dialled::read(line)?;
        let national = dialled.national().ok_or(PhoneError::CountryCode)?;
        match national.digits {
            [] => Err(PhoneError::Length),
            digits if is_hotline(digits) => Err(PhoneError::Hotline),
            digits if is_after_trunk(digits) => Err(PhoneError::FirstDigits),
            [b'0', after_trunk @ ..] => Landline::read(&dialled, &national, after_trunk, extension),
            [b'1', second, ..] if national.coded && *second == b'0' => {
                Landline::read(&dialled, &national, national.digits, extension)
            }
            [b'1', b'0', ..] if national.digits.len() == 10 => Err(PhoneError::AreaCode),
            [b'1', ..] if !dialled.brackets_fit(None) => Err(PhoneError::Characters),
            [b'1', ..] if extension.is_some() => Err(PhoneError::Extension),
            [b'1', ..] => Ok(Self::Mobile(Mobile::of(national.digits)?)),
            _ if national.coded => Landline::read(&dialled, &national, national.digits, extension),
            _ => Err(PhoneError::AreaCode),
        }
    }

    /// The number in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mobile(mobile) => mobile.as_str(),
            Self::Landline(landline) => landline.as_str(),
        }
    }

    /// Whether this is a mobile number, which reviewers prefer.
    pub const fn is_mobile(self) -> bool {
        matches!(self, Self::Mobile(_))
    }
}

impl Landline {
    /// A number that is written as it is displayed, without an extension.
    fn plain(typed: &str) -> Option<Self> {
        let (area, number) = match typed.as_bytes() {
            [b'0', area @ (b'1' | b'2'), second, b'-', number @ ..]
                if number.len() == 8 && (*area == b'2' || *second == b'0') =>
            {
                ([b'0', *second, b'0'], number)
            }
            // 400 and 800 are hotlines.
            [b'0', b'4' | b'8', b'0', b'0', b'-', ..] => return None,
            [b'0', b'3'..=b'9', second, third, b'-', number @ ..] if matches!(number.len(), 7 | 8) => {
                ([b'0', *second, *third], number)
            }
            _ => return None,
        };
        // Between the trunk 0 and the hyphen.
        let code = typed.get(1..typed.len().saturating_sub(number.len() + 1));
        let is_number = area.iter().chain(number).all(u8::is_ascii_digit)
            && code.is_some_and(|code| area_of(code).is_some());
        let mut text = [0; 20];
        text.get_mut(..typed.len())?.copy_from_slice(typed.as_bytes());
        is_number.then_some(Self { text })
    }

    /// The number whose digits after the trunk 0 are these.
    fn read(
        dialled: &Dialled,
        national: &National<'_>,
        after_trunk: &[u8],
        marked_extension: Option<&str>,
    ) -> Result<Phone, PhoneError> {
        let (area, rest) = match after_trunk {
            [b'1', b'0', ..] | [b'2', _, ..] => after_trunk.split_at(2),
            [b'3'..=b'9', _, _, ..] => after_trunk.split_at(3),
            _ => return Err(PhoneError::AreaCode),
        };
        if area_of(ascii(area)).is_none() {
            return Err(PhoneError::AreaCode);
        }
        let start = dialled.before(rest);
        if !dialled.brackets_fit(Some((dialled.before(national.digits), start))) {
            return Err(PhoneError::Characters);
        }
        // A hyphen within the area code or right behind it: the digits were meant to be divided otherwise.
        let mut divided = (dialled.before(national.digits) + 1..start).chain(start + 1..start + 3);
        if divided.any(|digits| dialled.has_hyphen_after(digits)) {
            return Err(PhoneError::AreaCode);
        }
        let shortest = if area.len() == 2 { 8 } else { 7 };
        let length = (shortest..=8)
            .find(|length| {
                let is_followed = rest.len() > *length && dialled.has_hyphen_after(start + length);
                rest.len() == *length || is_followed && marked_extension.is_none()
            })
            .ok_or(PhoneError::Length)?;
        let (number, hyphened_extension) = rest.split_at(length);
        let extension = marked_extension.map_or(hyphened_extension, str::as_bytes);
        let has_extension = marked_extension.is_some() || !extension.is_empty();
        let is_fit = (1..=6).contains(&extension.len()) && extension.iter().all(u8::is_ascii_digit);
        if has_extension && !is_fit {
            let typed = marked_extension.unwrap_or_default();
            let other = PhoneError::Extension;
            return Err(shape_reason(
                typed,
                false,
                [PhoneError::Invisible, PhoneError::FullWidth, other, other],
            ));
        }
        let hyphen: &[u8] = if has_extension { b"-" } else { b"" };
        let mut text = [0; 20];
        for (slot, byte) in
            text.iter_mut().zip([b"0", area, b"-", number, hyphen, extension].into_iter().flatten())
        {
            *slot = *byte;
        }
        Ok(Phone::Landline(Self { text }))
    }

    /// The number in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        ascii(self.text.split(|byte| *byte == 0).next().unwrap_or_default())
    }

    /// The area code with its 0: `010`, `0755`.
    pub fn area_code(&self) -> &str {
        self.part(0).unwrap_or_default()
    }

    /// The province of the area code. Of one code that exists, 0978, it is not known.
    pub fn province(&self) -> Option<Province> {
        let (_, province, _) = area_of(self.area_code().trim_start_matches('0'))?;
        Province::from_number(*province)
    }

    /// The cities of the area code, in Chinese: `成都市、资阳市、眉山市`; `None` where that is not known.
    pub fn cities(&self) -> Option<&'static str> {
        let (.., cities) = area_of(self.area_code().trim_start_matches('0'))?;
        Some(*cities).filter(|cities| !cities.is_empty())
    }

    /// The number within the area, seven or eight digits.
    pub fn number(&self) -> &str {
        self.part(1).unwrap_or_default()
    }

    /// The extension 分机号.
    pub fn extension(&self) -> Option<&str> {
        self.part(2)
    }

    fn part(&self, index: usize) -> Option<&str> {
        self.as_str().split('-').nth(index)
    }
}

/// The row of an area code without its 0.
fn area_of(code: &str) -> Option<&'static (u16, u8, &'static str)> {
    let code: u16 = code.parse().ok()?;
    let at = AREA_CODES.binary_search_by_key(&code, |(code, ..)| *code).ok()?;
    AREA_CODES.get(at)
}

/// The line, and what follows a word for "extension".
fn split_extension(text: &str) -> (&str, Option<&str>) {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()) {
        return (text, None);
    }
    let found = ["转", "分机", "ext", "Ext", "EXT"].iter().find_map(|word| text.split_once(word));
    found.map_or((text, None), |(line, after)| (line, Some(after.trim_start_matches(['.', ':', ' ']).trim())))
}

fn is_hotline(digits: &[u8]) -> bool {
    match digits {
        [b'4' | b'8', b'0', b'0', ..] => digits.len() == 10,
        [b'0', b'4' | b'8', b'0', b'0', ..] => digits.len() == 11,
        [b'1' | b'9', ..] => (3..=6).contains(&digits.len()),
        _ => false,
    }
}

impl From<Unwritten> for PhoneError {
    fn from(unwritten: Unwritten) -> Self {
        match unwritten {
            Unwritten::Invisible => Self::Invisible,
            Unwritten::FullWidth => Self::FullWidth,
            Unwritten::Characters => Self::Characters,
        }
    }
}

impl From<MobileError> for PhoneError {
    fn from(error: MobileError) -> Self {
        match error {
            MobileError::Length => Self::Length,
            MobileError::Invisible => Self::Invisible,
            MobileError::FullWidth => Self::FullWidth,
            MobileError::Characters => Self::Characters,
            MobileError::CountryCode => Self::CountryCode,
            MobileError::FirstDigits => Self::FirstDigits,
            MobileError::IotNumber => Self::IotNumber,
        }
    }
}

text_value!(Phone, PhoneError);
written_as_text!(Landline);
read_from_text!(Landline);

debug_text!(private Landline);

/// Reads a landline number; of a mobile, the area code is missing.
impl std::str::FromStr for Landline {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        match Phone::parse(text)? {
            Phone::Landline(landline) => Ok(landline),
            Phone::Mobile(_) => Err(PhoneError::AreaCode),
        }
    }
}

impl std::fmt::Display for Landline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers as they are displayed are taken as they are; others are read with care.
    #[test]
    fn displayed_numbers_need_no_second_look() {
        for text in ["010-66411166", "021-66411166", "0755-86013388", "0351-7654321"] {
            assert_eq!(Landline::plain(text).map(|number| number.as_str().to_owned()).as_deref(), Some(text));
        }
        for text in [
            "",
            "01066411166",
            "011-66411166",
            "010-6641116",
            "010-664111667",
            "0755-860133",
            "0755-860133880",
            "0755-8601338O",
            "0100-12345678",
            "0400-9100100",
            "0800-8201234",
            "(0755)86013388",
        ] {
            assert!(Landline::plain(text).is_none(), "{text}");
        }
    }
}
