//! Domain names as they are filed.

use std::borrow::Cow;
use std::fmt;
use std::net::Ipv4Addr;
use std::str::FromStr;

use idna::uts46::{Hyphens, Uts46};
use idna::AsciiDenyList;

use super::domain_name_table::DISALLOWED;
use super::reason::reasons;
use super::suffix::{Approval, Suffix};
use super::typed::{is_invisible, read_from_text, written_as_text};

reasons! {
    /// Why a text is not a domain name that can be filed.
    pub enum DomainNameError {
        /// Nothing there.
        Empty = "empty" { zh: "未填写域名", en: "the domain name is empty" },
        /// A space, tab or line break, before, in or after it.
        Space = "space" {
            zh: "域名中有空格或换行，请删除；多个域名请分别填写",
            en: "it contains a space or line break, which must be removed; enter several names separately"
        },
        /// A character that cannot be seen, as left by copying: U+200B, U+00AD, U+FEFF …
        Invisible = "invisible" {
            zh: "域名中有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "it contains an invisible character, probably from copying; type the name in by hand"
        },
        /// A web or e-mail address: something before or behind the name.
        Address = "address" {
            zh: "只填写域名本身，不要带 http://、端口、路径或邮箱前缀",
            en: "enter the domain name alone, without http://, port, path or the name of a mailbox"
        },
        /// An IP address.
        IpAddress = "ip_address" {
            zh: "这是 IP 地址，请填写域名", en: "this is an IP address; enter a domain name"
        },
        /// A character other than letters, digits and hyphens, or a symbol that IDNA 2008 excludes.
        Characters = "characters" {
            zh: "域名只能由字母、数字、连字符（-）和汉字等文字组成，以点（.）分隔",
            en: "a domain name consists of letters (of any script), digits and hyphens, separated by dots"
        },
        /// A dot at the beginning, two dots in a row, or two at the end.
        EmptyLabel = "empty_label" {
            zh: "点（.）不能连续，也不能在开头", en: "a domain name cannot begin with a dot or contain two dots in a row"
        },
        /// A hyphen at the beginning or end of a label, or at its places 3 and 4.
        Hyphen = "hyphen" {
            zh: "连字符（-）不能在各级名称的首尾，也不能同时在第 3、4 位",
            en: "a part of a domain name cannot begin or end with a hyphen, or have hyphens in both third and fourth place"
        },
        /// A label of more than 63 octets, or a name of more than 253, in its ASCII form.
        Length = "length" {
            zh: "域名过长：每级不超过 63 个字符，总长不超过 253 个字符（中文按 Punycode 计）",
            en: "the domain name is too long: each part may have at most 63 characters, the whole name 253 (in Punycode)"
        },
        /// A label that is no valid Punycode, or letters that do not go together (RFC 5891 to 5893).
        Idna = "idna" {
            zh: "国际化域名的写法不符合 IDNA 2008", en: "the internationalised name does not follow IDNA 2008"
        },
        /// The last label has digits only.
        NumericSuffix = "numeric_suffix" {
            zh: "域名后缀不能全是数字", en: "the suffix cannot consist of digits only"
        },
        /// The last label is no top-level domain: those are letters, two or more, or begin with `xn--`.
        TopLevel = "top_level" {
            zh: "最后一级须为域名后缀，由两个以上字母组成，例如 com、cn，不能含数字或连字符",
            en: "the last part is not a valid suffix: a suffix has two or more letters, such as com or cn, and no digits or hyphens"
        },
        /// A suffix without a name before it: `com`, `com.cn`.
        SuffixOnly = "suffix_only" {
            zh: "这只是域名后缀，请填写完整域名", en: "this is only a suffix; enter the full domain name"
        },
    }
}

/// A domain name 域名, as it is filed: `example.com.cn`, `例子.中国`.
///
/// # Syntax
///
/// - Two labels or more of letters, digits and hyphens (STD 3), none empty; a label has at most 63 octets, the
///   name 253.
/// - Letters of other scripts by IDNA 2008 (RFC 5890 to 5893) after the mapping of UTS 46: upper case,
///   full-width letters and the dots `。` `．` `｡` are folded.
/// - One trailing dot is ignored.
/// - Refused though the mapping would drop them: invisible characters. Two names that look alike and differ
///   in the register are worse than a name typed again.
/// - The last label is letters, two or more, or begins with `xn--`: no top-level domain is otherwise.
/// - A bare suffix (`com`, `com.cn`, `gov.cn`), an address, a last label of digits are no names to file.
///
/// Kept, compared and displayed in lower-case ASCII; [`DomainName::to_unicode`] is the readable form. A name
/// that is clean already is borrowed. Whether the suffix can be filed is not part of the syntax:
/// [`Suffix::approval`] tells.
///
/// # Examples
///
/// ```
/// use beian::value::{DomainName, DomainNameError};
///
/// let name = DomainName::parse("shenzhen.beian.qcloud.com")?;
/// assert_eq!(name.level(), 4);
/// assert_eq!(name.registrable().as_ascii(), "qcloud.com");
///
/// let name = DomainName::parse("腾讯。中国")?;
/// assert_eq!(name.as_ascii(), "xn--r70as2s.xn--fiqs8s");
/// assert_eq!(name.to_unicode(), "腾讯.中国");
///
/// assert_eq!(DomainName::parse("http://qq.com"), Err(DomainNameError::Address));
/// # Ok::<(), DomainNameError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainName<'a> {
    name: Cow<'a, str>,
    /// Where its suffix begins, and where the name that was registered: none has more than 253 octets.
    suffix: u8,
    registered: u8,
    level: u8,
    approval: Approval,
    /// Whether a label is in Punycode.
    is_internationalised: bool,
}

impl<'a> DomainName<'a> {
    /// Reads a name.
    ///
    /// # Errors
    ///
    /// With the reason why it is none, of the first character or label that gives one.
    pub fn parse(text: &'a str) -> Result<Self, DomainNameError> {
        let may_end_in_dot = !text.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric);
        let name = if may_end_in_dot { text.strip_suffix(DOTS).unwrap_or(text) } else { text };
        let clean = clean_dots(name);
        let ascii = if clean.is_some() { Cow::Borrowed(name) } else { to_ascii(name)? };
        let dots = clean.unwrap_or_else(|| Dots::of(&ascii));
        let suffix = Suffix::of(&ascii, dots).ok_or(DomainNameError::SuffixOnly)?;
        let has_two_labels = suffix.has_two_labels();
        let level = dots.count + 1 - usize::from(has_two_labels);
        let (suffix, approval) = (ascii.len() - suffix.as_ascii().len(), suffix.approval());
        let dot = if has_two_labels {
            ascii.bytes().take(suffix.saturating_sub(1)).rposition(|byte| byte == b'.')
        } else {
            dots.before_last
        };
        let is_internationalised = clean.is_none() && ascii.contains("xn--");
        Ok(Self {
            name: ascii,
            suffix: octets(suffix),
            registered: octets(dot.map_or(0, |dot| dot + 1)),
            level: octets(level),
            approval,
            is_internationalised,
        })
    }

    /// The same name, on its own.
    pub fn into_owned(self) -> DomainName<'static> {
        DomainName { name: Cow::Owned(self.name.into_owned()), ..self }
    }

    /// The name in lower-case ASCII, without trailing dot.
    pub fn as_ascii(&self) -> &str {
        &self.name
    }

    /// The name as a person reads it.
    pub fn to_unicode(&self) -> Cow<'_, str> {
        if self.is_internationalised {
            Cow::Owned(idna::domain_to_unicode(&self.name).0)
        } else {
            Cow::Borrowed(&self.name)
        }
    }

    /// The labels in ASCII, from the left.
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.name.split('.')
    }

    /// The suffix under which the name is registered.
    pub fn suffix(&self) -> Suffix<'_> {
        Suffix::new(self.name.get(usize::from(self.suffix)..).unwrap_or_default(), self.approval)
    }

    /// The level, as the filing guide counts: the labels left of the suffix and one. `qcloud.com` and
    /// `example.com.cn` have two, `beian.qcloud.com` three.
    #[allow(clippy::as_conversions)] // to a wider integer
    pub const fn level(&self) -> usize {
        self.level as usize
    }

    /// The name that was registered: the suffix with one label.
    #[must_use]
    pub fn registrable(&self) -> DomainName<'_> {
        let name = self.registered();
        DomainName {
            name: Cow::Borrowed(name),
            suffix: self.suffix - self.registered,
            registered: 0,
            level: 2,
            approval: self.approval,
            is_internationalised: self.is_internationalised && name.contains("xn--"),
        }
    }

    /// The text of [`registrable`](Self::registrable).
    pub(crate) fn registered(&self) -> &str {
        self.name.get(usize::from(self.registered)..).unwrap_or_default()
    }

    /// The label that was registered: the last before the suffix.
    pub(crate) fn registered_label(&self) -> &str {
        let before_suffix = usize::from(self.suffix).saturating_sub(1);
        self.name.get(usize::from(self.registered)..before_suffix).unwrap_or_default()
    }

    /// Whether the name is `other` or lies under it.
    pub fn is_under(&self, other: &DomainName<'_>) -> bool {
        let before = self.name.strip_suffix(other.as_ascii());
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}

/// A place in a name, or a number of its labels.
fn octets(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// What the mapping takes for a dot.
const DOTS: [char; 4] = ['.', '。', '．', '｡'];

/// The lower-case ASCII form of a name of two labels or more, which may be a suffix, without trailing dot.
pub(super) fn to_ascii(name: &str) -> Result<Cow<'_, str>, DomainNameError> {
    if is_clean(name) {
        return Ok(Cow::Borrowed(name));
    }
    if !name.is_ascii() {
        if let Some(reason) = name.chars().find_map(obstacle) {
            return Err(reason);
        }
        if is_far_too_long(name) {
            return Err(DomainNameError::Length);
        }
        let ascii = internationalised(name)?;
        check_ascii(&ascii)?;
        return Ok(Cow::Owned(ascii));
    }
    check_ascii(name)?;
    let folded = if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    };
    if labels(&folded).any(|label| label.starts_with(b"xn--")) {
        internationalised(&folded)?;
    }
    Ok(folded)
}

/// Whether a name is well-formed at first sight: see [`clean_dots`].
pub(super) fn is_clean(name: &str) -> bool {
    clean_dots(name).is_some()
}

/// The dots of a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dots {
    count: usize,
    /// The place of the last one, and of the one before it.
    pub(super) last: Option<usize>,
    pub(super) before_last: Option<usize>,
}

impl Dots {
    pub(super) fn of(name: &str) -> Self {
        let mut dots = Self::default();
        let places = name.bytes().enumerate().filter(|(_, byte)| *byte == b'.');
        places.for_each(|(place, _)| dots.add(place));
        dots
    }

    fn add(&mut self, place: usize) {
        *self = Self { count: self.count + 1, last: Some(place), before_last: self.last };
    }
}

/// The dots of a name that is well-formed at first sight: lower-case labels without two hyphens in a row, the last of
/// which has letters only. Nearly all are; the others are read for a reason.
fn clean_dots(name: &str) -> Option<Dots> {
    let mut dots = Dots::default();
    // Where the label begins, and within it the letters and digits without a hyphen.
    let (mut label, mut run) = (0, 0);
    // Where the characters after the last digit begin.
    let mut letters = 0;
    for (at, byte) in name.bytes().enumerate() {
        // Most are letters: nothing that may be in a name comes after them.
        if byte >= b'a' {
            if byte > b'z' {
                return None;
            }
            continue;
        }
        match byte {
            b'0'..=b'9' => {
                letters = at + 1;
                continue;
            }
            b'-' if at > run => {}
            b'.' if at > run && at - label <= 63 => {
                dots.add(at);
                label = at + 1;
            }
            _ => return None,
        }
        run = at + 1;
    }
    let is_whole = name.len() > run && name.len() - label <= 63 && name.len() <= 253;
    // Neither a digit nor a hyphen in the last label, which has two letters or more.
    let ends_in_letters = letters <= label && run == label && name.len() > label + 1;
    (dots.count > 0 && is_whole && ends_in_letters).then_some(dots)
}

/// Checks an ASCII name without trailing dot, in either case: letters, digits and hyphens.
fn check_ascii(name: &str) -> Result<(), DomainNameError> {
    if name.is_empty() {
        return Err(DomainNameError::Empty);
    }
    if let Some(reason) = name.bytes().find_map(|byte| obstacle(char::from(byte))) {
        return Err(if is_ipv6(name) { DomainNameError::IpAddress } else { reason });
    }
    for label in labels(name) {
        let reserved = label.get(2..4) == Some(b"--") && !is_a_label(label);
        if label.is_empty() {
            return Err(DomainNameError::EmptyLabel);
        } else if label.len() > 63 {
            return Err(DomainNameError::Length);
        } else if reserved || label.first() == Some(&b'-') || label.last() == Some(&b'-') {
            return Err(DomainNameError::Hyphen);
        }
    }
    if name.len() > 253 {
        return Err(DomainNameError::Length);
    }
    let last = labels(name).next_back().unwrap_or_default();
    if last.iter().all(u8::is_ascii_digit) {
        let is_ip = name.parse::<Ipv4Addr>().is_ok();
        return Err(if is_ip { DomainNameError::IpAddress } else { DomainNameError::NumericSuffix });
    }
    if last.len() == name.len() {
        return Err(DomainNameError::SuffixOnly);
    }
    if !is_a_label(last) && (last.len() < 2 || !last.iter().all(u8::is_ascii_alphabetic)) {
        return Err(DomainNameError::TopLevel);
    }
    Ok(())
}

/// The labels as bytes: in so short a text they are found sooner than by searching it for a character.
fn labels(name: &str) -> impl DoubleEndedIterator<Item = &[u8]> {
    name.as_bytes().split(|byte| *byte == b'.')
}

/// Whether a name is too long whatever the mapping makes of it. The time of mapping and of Punycode grows with the
/// square of a label's length.
fn is_far_too_long(name: &str) -> bool {
    // No letter is composed of more characters, and in Punycode each letter takes an octet at least.
    const COMPOSED_OF: usize = 4;
    let is_longer = |text: &str, octets: usize| text.chars().nth(COMPOSED_OF * octets).is_some();
    is_longer(name, 253) || name.split(DOTS).any(|label| is_longer(label, 63))
}

fn is_a_label(label: &[u8]) -> bool {
    label.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"xn--"))
}

fn is_ipv6(text: &str) -> bool {
    let literal = text.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'[' | b']' | b'.'));
    literal && text.bytes().filter(|b| *b == b':').count() > 1
}

/// Why a character cannot stand in a name, if that is known at once.
fn obstacle(c: char) -> Option<DomainNameError> {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => None,
        ':' | '/' | '\\' | '?' | '#' | '@' => Some(DomainNameError::Address),
        _ if c.is_whitespace() || c.is_ascii_control() => Some(DomainNameError::Space),
        _ if c.is_ascii() => Some(DomainNameError::Characters),
        // Some scripts need them; whether this one does, the mapping knows.
        '\u{200c}' | '\u{200d}' => None,
        _ if is_invisible(c) => Some(DomainNameError::Invisible),
        _ => None,
    }
}

fn is_disallowed(c: char) -> bool {
    let code = u32::from(c);
    let at = DISALLOWED.partition_point(|(_, last)| *last < code);
    DISALLOWED.get(at).is_some_and(|(first, _)| *first <= code)
}

/// The ASCII form of a name with letters of other scripts, or with labels in Punycode.
fn internationalised(name: &str) -> Result<String, DomainNameError> {
    let uts46 = Uts46::new();
    // Dots, hyphens and length are checked on the result, which has a reason for each.
    let ascii = uts46
        .to_ascii(name.as_bytes(), AsciiDenyList::STD3, Hyphens::Allow, idna::uts46::DnsLength::Ignore)
        .map_err(|_| refusal(name))?;
    let (readable, outcome) = uts46.to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::Allow);
    outcome.map_err(|_| DomainNameError::Idna)?;
    if readable.chars().any(is_disallowed) {
        return Err(DomainNameError::Characters);
    }
    for label in readable.split('.').filter(|label| !label.is_ascii()) {
        if label.starts_with('-') || label.ends_with('-') || label.chars().skip(2).take(2).eq(['-', '-']) {
            return Err(DomainNameError::Hyphen);
        }
        if !is_in_context(label) {
            return Err(DomainNameError::Idna);
        }
    }
    Ok(ascii.into_owned())
}

/// Why the mapping failed, as far as the text shows it.
fn refusal(name: &str) -> DomainNameError {
    if name.contains(['\u{200c}', '\u{200d}']) {
        DomainNameError::Invisible
    } else if name.chars().any(|c| "，、；：！？（）【】《》“”‘’".contains(c)) {
        DomainNameError::Characters
    } else {
        DomainNameError::Idna
    }
}

/// The contextual rules of RFC 5892, appendix A.3 to A.9, which UTS 46 does not check.
fn is_in_context(label: &str) -> bool {
    let mut before = None;
    let mut rest = label.chars();
    let (mut arabic, mut extended) = (false, false);
    while let Some(c) = rest.next() {
        let after = rest.clone().next();
        let fits = match c {
            '\u{b7}' => before == Some('l') && after == Some('l'),
            '\u{375}' => after.is_some_and(is_greek),
            '\u{5f3}' | '\u{5f4}' => before.is_some_and(|c| matches!(c, '\u{591}'..='\u{5f4}')),
            '\u{30fb}' => label.chars().any(is_kana_or_han),
            _ => true,
        };
        if !fits {
            return false;
        }
        arabic |= matches!(c, '\u{660}'..='\u{669}');
        extended |= matches!(c, '\u{6f0}'..='\u{6f9}');
        before = Some(c);
    }
    !(arabic && extended)
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

fn is_kana_or_han(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fd}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

impl FromStr for DomainName<'static> {
    type Err = DomainNameError;

    fn from_str(text: &str) -> Result<Self, DomainNameError> {
        DomainName::parse(text).map(DomainName::into_owned)
    }
}

impl fmt::Display for DomainName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

written_as_text!(DomainName<'_>);
read_from_text!(DomainName<'static>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registrable_name_equals_the_same_name_read() {
        for (text, registrable) in [
            ("xn--fsqu00a.example.com", "example.com"),
            ("a.xn--fsqu00a.cn", "xn--fsqu00a.cn"),
            ("a.b.com.cn", "b.com.cn"),
        ] {
            let name = DomainName::parse(text).unwrap();
            assert_eq!(name.registrable(), DomainName::parse(registrable).unwrap());
            assert_eq!(name.registered_label(), registrable.split('.').next().unwrap());
        }
    }

    /// The usual names are taken as they are; others are read with care, also where they turn out to be names.
    #[test]
    fn usual_names_need_no_second_look() {
        let label = "a".repeat(63);
        let longest = format!("{label}.{label}.{label}.{}", "a".repeat(61));
        for name in ["example.com", "www.163.com.cn", "a-b.c-d.cn", "a1.bc", &format!("a.{label}"), &longest]
        {
            assert!(is_clean(name), "{name}");
        }
        for name in [
            "",
            "localhost",
            ".com",
            "a..com",
            "example.com.",
            "-a.com",
            "a-.com",
            "a--b.com",
            "a.-b",
            "a.b-",
            "a.1b",
            "a1.b2",
            "a.b",
            "A.com",
            "a_b.com",
            "例子.中国",
            &format!("a{label}.com"),
            &format!("a.a{label}"),
            &format!("{longest}a"),
        ] {
            assert!(!is_clean(name), "{name}");
        }
    }

    /// However long a text is, the reason is its length; letters that are composed of several characters count once.
    #[test]
    fn a_name_far_too_long_is_not_mapped() {
        let syllable = "\u{1112}\u{1161}\u{11ab}";
        for (name, is_too_long) in [
            (format!("{}.cn", "例".repeat(64)), true),
            (format!("{}.cn", "例".repeat(253)), true),
            (format!("{}.cn", "例".repeat(1_001)), true),
            ("例.".repeat(1_001) + "cn", true),
            (format!("{}例.cn", "\u{30fb}".repeat(300_000)), true),
            (format!("{}.cn", syllable.repeat(54)), false),
        ] {
            let outcome = DomainName::parse(&name);
            let is_length = outcome == Err(DomainNameError::Length);
            assert_eq!((outcome.is_ok(), is_length), (!is_too_long, is_too_long), "{outcome:?}");
        }
    }

    #[test]
    fn clean_names_are_borrowed() {
        let borrowed =
            |text| matches!(DomainName::parse(text), Ok(DomainName { name: Cow::Borrowed(_), .. }));
        assert!(borrowed("www.example.com"));
        assert!(borrowed("www.example.com."));
        assert!(borrowed("xn--fsqu00a.xn--fiqs8s"));
        assert!(!borrowed("WWW.example.com"));
        assert!(!borrowed("例子.中国"));
    }
}
