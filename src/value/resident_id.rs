//! Identity numbers of residents, and of others whose cards carry the same kind of number.

use chrono::NaiveDate;

use super::province::Province;
use super::reason::reasons;
use super::typed::{ascii, debug_text, misshapen, text_value, trimmed};

/// An identity number 公民身份号码 (GB 11643-1999), or one of the same make on a residence permit or a
/// permanent residence card.
///
/// # Syntax
///
/// - 18 characters: six digits of the region at first registration, the birth date `YYYYMMDD`, three digits of
///   sequence, and a check character (ISO 7064 MOD 11-2) that is a digit or `X`. `x` is read as `X`.
/// - A residence permit 居住证 begins with `81` (Hong Kong), `82` (Macau) or `83` (Taiwan).
/// - The permanent residence card of 2023 外国人永久居留身份证 begins with `9`; after it two digits of the
///   province, three of the nationality (ISO 3166-1 numeric), then birth date, sequence and check as above.
/// - 15 digits: the first generation, with the birth date `YYMMDD` of 19YY and no check digit. It is a form of
///   its own, not turned into the later one; its cards ran out at the end of 2012
///   ([`is_first_generation`](Self::is_first_generation)). Residence permits never had that form.
/// - White space around the number is read over; inside, nothing is.
///
/// The province digits are checked, the county digits are not: a number keeps the code of the day it was given,
/// and codes are abolished. Nor is the nationality looked up, beyond refusing `000`. A birth year before 1800
/// is refused, one to come only by [`check_born_by`](Self::check_born_by): this type knows no today.
///
/// # Examples
///
/// ```
/// use beian::value::{Holder, ResidentId, ResidentIdError};
/// use chrono::NaiveDate;
///
/// // The example of the standard.
/// let id = ResidentId::parse("11010519491231002x")?;
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
///
/// assert_eq!(id.to_string(), "11010519491231002X");
/// assert_eq!(id.province_code(), 11);
/// assert_eq!(id.birth_date(), day(1949, 12, 31));
/// assert_eq!(id.age_on(day(2026, 12, 30)), 76);
/// assert_eq!(id.sex().as_str(), "female");
/// assert_eq!(id.holder(), Holder::Mainland);
/// assert_eq!(format!("{id:?}"), "ResidentId(110*************2X)");
///
/// assert_eq!(ResidentId::parse("110105194912310021"), Err(ResidentIdError::CheckDigit));
/// # Ok::<(), ResidentIdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentId {
    /// The first generation leaves the last three places 0.
    text: [u8; 18],
    birth: NaiveDate,
}

reasons! {
    /// Why a text is no identity number.
    pub enum ResidentIdError {
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "身份证件号码含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the identity number contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "身份证件号码含有全角字符，请切换到半角后重新填写",
            en: "the identity number contains full-width characters; use half-width ones"
        },
        /// Something that is no digit, or an `X` before the last place.
        Characters = "characters" {
            zh: "身份证件号码只能由数字组成，仅末位可为 X，中间不能有空格或横线",
            en: "an identity number consists of digits only, except that the last may be X, without spaces or hyphens"
        },
        /// Neither 18 characters nor the 15 of the first generation.
        Length = "length" {
            zh: "身份证件号码应为 18 位，请对照证件核对是否漏填或多填",
            en: "an identity number has 18 characters; check for missing or extra ones"
        },
        /// The province digits are no province's.
        Province = "province" {
            zh: "身份证件号码中的省级代码不存在，请对照证件核对",
            en: "the province digits of the identity number do not exist; compare it with the card"
        },
        /// The nationality digits of a permanent residence card are `000`.
        Nationality = "nationality" {
            zh: "永久居留身份证号码中的国籍代码不存在，请对照证件核对",
            en: "the nationality digits of the permanent residence number do not exist; compare it with the card"
        },
        /// The birth date is not in the calendar, or before 1800.
        BirthDate = "birth_date" {
            zh: "身份证件号码中的出生日期不存在，请对照证件核对",
            en: "the birth date in the identity number does not exist; compare it with the card"
        },
        /// The check digit does not fit the rest.
        CheckDigit = "check_digit" {
            zh: "身份证件号码校验位不符，请对照证件逐位核对",
            en: "the check digit of the identity number does not match; compare it with the card digit by digit"
        },
        /// Born after the given day; [`check_born_by`](ResidentId::check_born_by) says so, not `parse`.
        BornInFuture = "born_in_future" {
            zh: "身份证件号码中的出生日期晚于当前日期，请对照证件核对",
            en: "the birth date in the identity number is in the future; compare it with the card"
        },
    }
}

wire_names! {
    /// Whom an identity number was given to.
    pub enum Holder {
        /// A resident of the mainland.
        Mainland = "mainland" { zh: "内地居民", en: "mainland resident" },
        /// A Hong Kong resident with a residence permit.
        HongKong = "hong_kong" { zh: "香港居民", en: "Hong Kong resident" },
        /// A Macau resident with a residence permit.
        Macau = "macau" { zh: "澳门居民", en: "Macau resident" },
        /// A Taiwan resident with a residence permit.
        Taiwan = "taiwan" { zh: "台湾居民", en: "Taiwan resident" },
        /// A foreigner with a permanent residence card.
        Foreign = "foreign" { zh: "在华永久居留的外国人", en: "foreign permanent resident" },
    }
}

wire_names! {
    /// The sex that an identity number says.
    pub enum Sex {
        /// Male 男.
        Male = "male" { zh: "男", en: "male" },
        /// Female 女.
        Female = "female" { zh: "女", en: "female" },
    }
}

/// Taiwan in GB/T 2260. Its residents' permits have 83.
const TAIWAN: u32 = 71;

/// Nobody born earlier has a number; the standard's own oldest example is of 1880.
const FIRST_BIRTH_YEAR: u32 = 1800;

impl ResidentId {
    /// Reads an identity number.
    ///
    /// # Errors
    ///
    /// With the first reason in the order of [`ResidentIdError`], except the last, that applies.
    pub fn parse(text: &str) -> Result<Self, ResidentIdError> {
        let typed = trimmed(text);
        if let Ok(text) = <[u8; 18]>::try_from(typed.as_bytes()) {
            if let Some(digits) = digits(&text) {
                return Self::second_generation(text, digits);
            }
        } else if let Ok(text) = <[u8; 15]>::try_from(typed.as_bytes()) {
            if let Some(digits) = digits(&text).filter(|_| text[14].is_ascii_digit()) {
                return Self::first_generation(text, digits);
            }
        }
        let mut characters = typed.chars();
        let last_fits = characters.next_back().map_or(true, |c| c.is_ascii_digit() || matches!(c, 'X' | 'x'));
        let all_fit = last_fits && characters.all(|c| c.is_ascii_digit());
        Err(misshapen!(ResidentIdError, typed, all_fit))
    }

    fn second_generation(mut text: [u8; 18], digits: [u8; 18]) -> Result<Self, ResidentIdError> {
        // The last place alone may have a letter.
        text[17].make_ascii_uppercase();
        if digits[0] == 9 {
            if !is_mainland_province(number(&digits[1..3])) {
                return Err(ResidentIdError::Province);
            }
            if digits[3..6] == [0, 0, 0] {
                return Err(ResidentIdError::Nationality);
            }
        } else {
            let province = number(&digits[..2]);
            if !is_mainland_province(province) && !matches!(province, TAIWAN | 81..=83) {
                return Err(ResidentIdError::Province);
            }
        }
        let birth = birth(number(&digits[6..10]), &digits[10..14])?;
        let sum = digits.iter().fold(0, |sum, digit| sum * 2 + u32::from(*digit));
        if sum % 11 == 1 {
            Ok(Self { text, birth })
        } else {
            Err(ResidentIdError::CheckDigit)
        }
    }

    fn first_generation(typed: [u8; 15], digits: [u8; 15]) -> Result<Self, ResidentIdError> {
        let province = number(&digits[..2]);
        if !is_mainland_province(province) && province != TAIWAN {
            return Err(ResidentIdError::Province);
        }
        let birth = birth(1900 + number(&digits[6..8]), &digits[8..12])?;
        let mut text = [0; 18];
        text[..15].copy_from_slice(&typed);
        Ok(Self { text, birth })
    }

    /// The number in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        ascii(if self.is_first_generation() { &self.text[..15] } else { &self.text })
    }

    /// The day of birth.
    pub const fn birth_date(self) -> NaiveDate {
        self.birth
    }

    /// The age on `day` in full years: a year is full on the birthday, for 29 February in other years on
    /// 1 March. 0 before birth.
    pub fn age_on(self, day: NaiveDate) -> u32 {
        day.years_since(self.birth).unwrap_or(0)
    }

    /// Checks that the birth date is not after `day`.
    ///
    /// # Errors
    ///
    /// [`ResidentIdError::BornInFuture`] if it is.
    pub fn check_born_by(self, day: NaiveDate) -> Result<(), ResidentIdError> {
        if self.birth > day {
            return Err(ResidentIdError::BornInFuture);
        }
        Ok(())
    }

    /// The two digits of the province where the number was given: of GB/T 2260, or 81, 82, 83 on a residence
    /// permit; of a permanent residence card the second and third.
    pub fn province_code(self) -> u8 {
        let [first, second, third, ..] = self.text.map(|byte| byte.wrapping_sub(b'0'));
        if first == 9 {
            second * 10 + third
        } else {
            first * 10 + second
        }
    }

    /// The sex that the number says: of the three digits of sequence the last is odd for men and even for women.
    pub const fn sex(self) -> Sex {
        let [.., last_of_first, _, last, _] = self.text;
        let sequence = if self.is_first_generation() { last_of_first } else { last };
        if sequence % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// Whom the number was given to.
    pub const fn holder(self) -> Holder {
        match self.text {
            [b'9', ..] => Holder::Foreign,
            [b'8', b'1', ..] => Holder::HongKong,
            [b'8', b'2', ..] => Holder::Macau,
            [b'8', b'3', ..] => Holder::Taiwan,
            _ => Holder::Mainland,
        }
    }

    /// Whether this is a 15-digit number. No card that bears one is valid after 2012.
    pub const fn is_first_generation(self) -> bool {
        self.text[17] == 0
    }
}

/// The digits, with 10 for a last `X`.
fn digits<const N: usize>(text: &[u8; N]) -> Option<[u8; N]> {
    let mut digits = text.map(|byte| byte.wrapping_sub(b'0'));
    let (last, rest) = digits.split_last_mut()?;
    // All are looked at: the compiler takes many at a time.
    let mut most = rest.iter().fold(0, |most, digit| most.max(*digit));
    if matches!(text.last(), Some(b'X' | b'x')) {
        *last = 10;
    } else {
        most = most.max(*last);
    }
    (most <= 9).then_some(digits)
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(*digit))
}

fn is_mainland_province(code: u32) -> bool {
    u8::try_from(code).is_ok_and(|code| Province::from_number(code).is_some())
}

fn birth(year: u32, month_day: &[u8]) -> Result<NaiveDate, ResidentIdError> {
    let month_day = number(month_day);
    i32::try_from(year)
        .ok()
        .filter(|_| year >= FIRST_BIRTH_YEAR)
        .and_then(|year| NaiveDate::from_ymd_opt(year, month_day / 100, month_day % 100))
        .ok_or(ResidentIdError::BirthDate)
}

text_value!(ResidentId, ResidentIdError);
debug_text!(private ResidentId);
