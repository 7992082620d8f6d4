//! Filing numbers of principals and services.

use std::fmt;
use std::str::{Chars, FromStr};

use super::province::Province;
use super::reason::reasons;
use super::typed::{is_invisible, read_from_text, written_as_text};

reasons! {
    /// Why a text is not a filing number.
    pub enum FilingNumberError {
        /// Nothing there.
        Empty = "empty" { zh: "未填写备案号", en: "the filing number is empty" },
        /// It does not begin with a province's character, or begins with the province's name.
        Province = "province" {
            zh: "备案号须以省份简称开头，如“粤”",
            en: "a filing number begins with the one-character abbreviation of its province"
        },
        /// Neither ICP备 nor ICP证 nor a licence's class such as B2- follows.
        Form = "form" {
            zh: "省份简称之后应为“ICP备”“ICP证”或经营许可证类别（如“B2-”）",
            en: "the province must be followed by ICP备, ICP证 or a licence class such as B2-"
        },
        /// The serial number has the wrong length, or other characters than digits.
        Serial = "serial" {
            zh: "备案号的数字部分不完整或有误",
            en: "the serial number is incomplete or wrong"
        },
        /// What follows the serial number is not `-1`, `-2A`, `-3X` or `-4K`.
        Service = "service" {
            zh: "服务备案号的后缀应为“-序号”，APP 加 A、小程序加 X、快应用加 K，如“-1”“-2A”",
            en: "a service's number ends in a hyphen and a serial, with A for an APP, X for a mini program and K for a quick app, such as -1 or -2A"
        },
        /// A number with other text around it, or several numbers.
        Surrounded = "surrounded" {
            zh: "只填写一个备案号本身，不要带“备案号：”等其他文字",
            en: "enter one filing number alone, without a label or other text"
        },
        /// A number of the police filing.
        Police = "police" {
            zh: "这是公安备案号，请填写工信部的 ICP 备案号",
            en: "this is a public-security filing number; enter the ICP filing number"
        },
        /// The number of another licence.
        OtherLicence = "other_licence" {
            zh: "这是其他许可证的编号，请填写 ICP 备案号",
            en: "this is the number of another licence; enter the ICP filing number"
        },
    }
}

wire_names! {
    /// What a filing number stands for.
    pub enum FilingNumberKind {
        /// The principal 主体.
        PrincipalFiling = "principal_filing" { zh: "主体备案号", en: "principal's filing number" },
        /// A website.
        Website = "website" { zh: "网站备案号", en: "website's filing number" },
        /// An APP.
        App = "app" { zh: "APP 备案号", en: "APP's filing number" },
        /// A mini program 小程序.
        MiniProgram = "mini_program" { zh: "小程序备案号", en: "mini program's filing number" },
        /// A quick app 快应用.
        QuickApp = "quick_app" { zh: "快应用备案号", en: "quick app's filing number" },
    }
}

/// A filing number 备案号: `粤ICP备2021000001号`, `粤ICP备2021000001号-1`.
///
/// # Syntax
///
/// - A principal's: the character of the province, `ICP备`, a serial number of 10 digits (8 before 2020; some
///   early ones have been printed with 4 to 7), `号`.
/// - A service's: the principal's and `-1`. A letter follows for what is no website: `-2A` an APP, `-3X` a mini
///   program, `-4K` a quick app. All services of a principal share one sequence.
/// - The holder of a licence has the licence's number in place of the principal's: `京ICP证030173号` (4 to 8 or 10
///   digits), `粤B2-20090059` (8 digits, without `号`), `合字B2-20190051` (issued by the Ministry, of no province); its
///   services too end in `-1`, `-2A` … Some print ICP before its class: `浙ICP证B2-20080224号`, `湘ICP备B2-20090059`.
/// - Read as well: full-width characters, lower case, traditional characters, spaces and invisible characters
///   anywhere, other dashes, a missing `号`, `号` behind the service's place; and 川, 贵, 云 and 甘, which some footers
///   print for the register's 蜀, 黔, 滇 and 陇.
/// - Refused: text around the number, several numbers, numbers of the police filing 公网安备.
///   [`find_in`](Self::find_in) finds numbers among other text.
///
/// `Display` prints the canonical form, which is also what is compared.
///
/// Source: the register's numbers as operators print them; the letters after Huawei Cloud's documentation.
///
/// # Examples
///
/// ```
/// use beian::value::{FilingNumber, FilingNumberError, FilingNumberKind, Province};
///
/// let number = FilingNumber::parse("粤icp备 2021000001－2a")?;
/// assert_eq!(number.to_string(), "粤ICP备2021000001号-2A");
/// assert_eq!(number.kind(), FilingNumberKind::App);
/// assert_eq!(number.service_index(), Some(2));
/// assert_eq!(number.province(), Some(Province::Guangdong));
/// assert_eq!(number.principal().to_string(), "粤ICP备2021000001号");
///
/// let police = FilingNumber::parse("京公网安备11000002000001号");
/// assert_eq!(police, Err(FilingNumberError::Police));
/// # Ok::<(), FilingNumberError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilingNumber {
    province: Option<Province>,
    class: Class,
    /// How many digits `serial` is printed with.
    digits: u8,
    serial: u64,
    service: Option<Service>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Class {
    /// ICP备.
    Filing,
    /// ICP证.
    Licence,
    /// A licence by its class: `B2`, `A1.B1.B2`, `B-2-4`; ASCII, padded with zeros.
    Telecom([u8; CLASS_LENGTH]),
}

const CLASS_LENGTH: usize = 12;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Service {
    index: u32,
    kind: FilingNumberKind,
}

impl FilingNumber {
    /// Reads a number in any printed form.
    ///
    /// # Errors
    ///
    /// With the reason why it is none; that of the beginning, unless a number stands further on.
    pub fn parse(text: &str) -> Result<Self, FilingNumberError> {
        let mut whole = Cursor(text.chars());
        if whole.peek().is_none() {
            return Err(FilingNumberError::Empty);
        }
        let mut behind = whole.clone();
        let reason = match behind.number() {
            Ok(number) if behind.peek().is_none() => return Ok(number),
            Ok(_) => return Err(FilingNumberError::Surrounded),
            Err(reason) => reason,
        };
        if Province::from_name_prefix(text).is_some() {
            return Err(FilingNumberError::Province);
        }
        while whole.next().is_some() {
            if whole.clone().number().is_ok() {
                return Err(FilingNumberError::Surrounded);
            }
        }
        Err(if text.contains("公网安备") {
            FilingNumberError::Police
        } else if ["网文", "经营性", "许可"].iter().any(|word| text.contains(word)) {
            FilingNumberError::OtherLicence
        } else {
            reason
        })
    }

    /// The principal's number, without what stands for a service.
    #[must_use]
    pub const fn principal(self) -> Self {
        Self { service: None, ..self }
    }

    /// The place of the service in its principal's sequence, from 1; none in a principal's number.
    pub fn service_index(self) -> Option<u32> {
        self.service.map(|service| service.index)
    }

    /// What the number stands for.
    pub fn kind(self) -> FilingNumberKind {
        self.service.map_or(FilingNumberKind::PrincipalFiling, |service| service.kind)
    }

    /// The province that issued it; none for a licence of the Ministry 合字.
    pub const fn province(self) -> Option<Province> {
        self.province
    }

    /// The number of a service of this principal.
    pub(super) const fn with_service(self, index: u32, kind: FilingNumberKind) -> Self {
        Self { service: Some(Service { index, kind }), ..self }
    }

    /// Whether it goes back to a licence (ICP证, B2 …) and not to a filing.
    pub const fn is_licence_based(self) -> bool {
        !matches!(self.class, Class::Filing)
    }
}

/// What stands before a serial number.
pub(super) struct Head {
    province: Option<Province>,
    class: Class,
}

impl Head {
    /// The principal's number with this serial number, as [`Cursor::eat_digits`] gives it, if it may be one.
    pub(super) const fn number(&self, (serial, digits): (u64, u8)) -> Option<FilingNumber> {
        let fits = match self.class {
            Class::Filing | Class::Licence => matches!(digits, 4..=8 | 10),
            Class::Telecom(_) => digits == 8,
        };
        if !fits || serial == 0 {
            return None;
        }
        let Self { province, class } = *self;
        Some(FilingNumber { province, class, digits, serial, service: None })
    }
}

/// What is still to be read, character by character in canonical form.
#[derive(Clone)]
pub(super) struct Cursor<'a>(Chars<'a>);

impl<'a> Cursor<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text.chars())
    }

    /// What is still to be read, as it is written.
    pub(super) fn rest(&self) -> &'a str {
        self.0.as_str()
    }

    /// The next character, white space too, but nothing that cannot be seen.
    pub(super) fn peek_written(&self) -> Option<char> {
        self.0.clone().find(|c| !is_invisible(*c)).map(fold)
    }

    pub(super) fn next(&mut self) -> Option<char> {
        self.0.by_ref().find(|c| !is_passed_over(*c)).map(fold)
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.clone().next()
    }

    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let mut ahead = self.clone();
        let found = ahead.next() == Some(wanted);
        if found {
            *self = ahead;
        }
        found
    }

    fn eat_all(&mut self, wanted: &str) -> bool {
        let mut ahead = self.clone();
        let found = wanted.chars().all(|c| ahead.next() == Some(c));
        if found {
            *self = ahead;
        }
        found
    }

    pub(super) fn eat_digit(&mut self) -> Option<u8> {
        let digit = self.peek().and_then(|c| c.to_digit(10)).and_then(|digit| u8::try_from(digit).ok())?;
        self.next();
        Some(digit)
    }

    /// The value of digits, and how many they are; where there is no end of them, the greatest.
    pub(super) fn eat_digits(&mut self) -> (u64, u8) {
        let (mut value, mut count) = (0_u64, 0_u8);
        while let Some(digit) = self.eat_digit() {
            value = value.saturating_mul(10).saturating_add(u64::from(digit));
            count = count.saturating_add(1);
        }
        (value, count)
    }

    /// A number at the beginning; whatever follows is left.
    fn number(&mut self) -> Result<FilingNumber, FilingNumberError> {
        let head = self.head()?;
        let serial = self.eat_digits();
        let mut closed = self.eat('号');
        let goes_on = !closed && self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '*');
        let number = head.number(serial).filter(|_| !goes_on).ok_or(FilingNumberError::Serial)?;
        let service = self.service()?;
        if service.is_some() && !closed {
            closed = self.eat('号');
        }
        if closed && self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(FilingNumberError::Service);
        }
        Ok(FilingNumber { service, ..number })
    }

    /// What stands before the serial number: 粤ICP备, 京ICP证, 粤B2-. A licence's class may stand behind ICP证 or, by mistake,
    /// ICP备, and ICP证 before 合字: 浙ICP证B2-20080224, ICP证合字B2-20070004号.
    pub(super) fn head(&mut self) -> Result<Head, FilingNumberError> {
        let labelled = self.eat_all("ICP证");
        let province = if self.eat_all("合字") {
            None
        } else {
            Some(self.next().and_then(Province::from_character).ok_or(FilingNumberError::Province)?)
        };
        let named = match province {
            Some(_) if labelled => None,
            Some(_) if self.eat_all("ICP备") => Some(Class::Filing),
            Some(_) if self.eat_all("ICP证") => Some(Class::Licence),
            _ => None,
        };
        let class = match named {
            Some(class) if !matches!(self.peek(), Some('A' | 'B')) => class,
            _ => Class::Telecom(self.class()?),
        };
        Ok(Head { province, class })
    }

    /// The class of a licence with the hyphen behind it.
    fn class(&mut self) -> Result<[u8; CLASS_LENGTH], FilingNumberError> {
        let mut class = [0; CLASS_LENGTH];
        let mut length = 0;
        let mut push = |byte: u8| {
            let place = class.get_mut(length).ok_or(FilingNumberError::Form)?;
            *place = byte;
            length += 1;
            Ok(())
        };
        loop {
            match self.next() {
                Some('A') => push(b'A')?,
                Some('B') => push(b'B')?,
                Some('C'..='Z') if self.peek().is_some_and(|c| c.is_ascii_digit()) => {
                    return Err(FilingNumberError::OtherLicence);
                }
                _ => return Err(FilingNumberError::Form),
            }
            let mut numbered = false;
            if let Some(digit) = self.eat_digit() {
                push(b'0' + digit)?;
                numbered = true;
            }
            // B-2-4-20080039: single digits between hyphens belong to the class.
            while let Some(digit) = self.part_of_class() {
                push(b'-')?;
                push(b'0' + digit)?;
                numbered = true;
            }
            if !numbered {
                return Err(FilingNumberError::Form);
            } else if self.eat('.') {
                push(b'.')?;
            } else if self.eat('-') {
                return Ok(class);
            } else {
                return Err(FilingNumberError::Form);
            }
        }
    }

    fn part_of_class(&mut self) -> Option<u8> {
        let mut ahead = self.clone();
        let digit = ahead.eat('-').then(|| ahead.eat_digit())??;
        (ahead.peek() == Some('-')).then(|| {
            *self = ahead;
            digit
        })
    }

    /// The service's place with its letter, if a hyphen follows.
    fn service(&mut self) -> Result<Option<Service>, FilingNumberError> {
        if !self.eat('-') {
            return Ok(None);
        }
        let (index, digits) = self.eat_digits();
        let index = u32::try_from(index).ok().filter(|index| *index > 0 && digits <= 6);
        let index = index.ok_or(FilingNumberError::Service)?;
        let letter = self.peek().and_then(kind_of_letter);
        let kind = letter.unwrap_or(FilingNumberKind::Website);
        if letter.is_some() {
            self.next();
        }
        if self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(FilingNumberError::Service);
        }
        Ok(Some(Service { index, kind }))
    }
}

/// What the letter behind a service's place says.
pub(super) const fn kind_of_letter(letter: char) -> Option<FilingNumberKind> {
    match letter {
        'A' => Some(FilingNumberKind::App),
        'X' => Some(FilingNumberKind::MiniProgram),
        'K' => Some(FilingNumberKind::QuickApp),
        _ => None,
    }
}

/// Spaces, and what cannot be seen.
pub(super) fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// The character as the canonical form has it.
pub(super) fn fold(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2500}'
        | '\u{2501}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}' => '-',
        // Full-width forms lie in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = u8::try_from(u32::from(c) - 0xfee0).map_or(c, char::from);
            ascii.to_ascii_uppercase()
        }
        '備' => '备',
        '證' => '证',
        '號' => '号',
        '晉' => '晋',
        '遼' => '辽',
        '滬' => '沪',
        '蘇' => '苏',
        '閩' => '闽',
        '贛' => '赣',
        '魯' => '鲁',
        '粵' => '粤',
        '瓊' => '琼',
        '貴' => '贵',
        '雲' => '云',
        '陝' => '陕',
        '隴' => '陇',
        '寧' => '宁',
        _ => c.to_ascii_uppercase(),
    }
}

impl FromStr for FilingNumber {
    type Err = FilingNumberError;

    fn from_str(text: &str) -> Result<Self, FilingNumberError> {
        Self::parse(text)
    }
}

impl fmt::Display for FilingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.province {
            Some(province) => write!(f, "{}", province.character())?,
            None => f.write_str("合字")?,
        }
        let width = usize::from(self.digits);
        match &self.class {
            Class::Filing => write!(f, "ICP备{:0width$}号", self.serial)?,
            Class::Licence => write!(f, "ICP证{:0width$}号", self.serial)?,
            Class::Telecom(class) => {
                for byte in class.iter().take_while(|byte| **byte != 0) {
                    write!(f, "{}", char::from(*byte))?;
                }
                write!(f, "-{:0width$}", self.serial)?;
            }
        }
        let Some(service) = self.service else { return Ok(()) };
        write!(f, "-{}", service.index)?;
        f.write_str(match service.kind {
            FilingNumberKind::App => "A",
            FilingNumberKind::MiniProgram => "X",
            FilingNumberKind::QuickApp => "K",
            FilingNumberKind::PrincipalFiling | FilingNumberKind::Website => "",
        })
    }
}

written_as_text!(FilingNumber);
read_from_text!(FilingNumber);

impl fmt::Debug for FilingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FilingNumber({self})")
    }
}
