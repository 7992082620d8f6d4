//! Filing numbers in a text: the footer of a page, the page itself.

use std::ops::Range;

use super::filing_number::{kind_of_letter, Cursor, FilingNumber, FilingNumberKind};

impl FilingNumber {
    /// Finds every filing number of a text, such as that of a page or its footer: each with its place in bytes, in the order
    /// of the text.
    ///
    /// A number is found in any form that [`parse`](Self::parse) reads, whatever stands around it: a label before it, the
    /// number of the police filing or of a licence beside it, letters right behind its `号`. Where no place of a service
    /// follows, as in `号-官网`, it is the principal's; a place between spaces has up to three digits, so that none is read from
    /// `号 - 2024`. White space within the serial number is read over where `号` closes it.
    ///
    /// Takes time in proportion to the text. Where numbers may begin is searched for with a regular expression, or, without
    /// the feature `patterns`, character by character; what is found is the same.
    ///
    /// ```
    /// use beian::value::FilingNumber;
    ///
    /// let footer = "© 2026 示例公司 | ICP备案号：粤ICP备2021000001号-1 | 粤公网安备 44030502000001号 | 粤B2-20210001";
    /// let found: Vec<_> = FilingNumber::find_in(footer).collect();
    /// let [(filed, place), (licence, _)] = &found[..] else { panic!("{found:?}") };
    /// assert_eq!(filed.to_string(), "粤ICP备2021000001号-1");
    /// assert_eq!(footer.get(place.clone()), Some("粤ICP备2021000001号-1"));
    /// assert_eq!(licence.to_string(), "粤B2-20210001");
    /// ```
    pub fn find_in(text: &str) -> impl Iterator<Item = (Self, Range<usize>)> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || loop {
            let start = beginnings::next(text, from)?;
            let rest = text.get(start..)?;
            let mut cursor = Cursor::of(rest);
            if let Some(number) = cursor.number_in_text() {
                from = text.len() - cursor.rest().len();
                return Some((number, start..from));
            }
            // Another may begin within what looked like the beginning of one.
            from = start + rest.chars().next()?.len_utf8();
        })
    }
}

impl Cursor<'_> {
    /// A number at the beginning, with whatever behind it; what is read is the number and nothing else.
    fn number_in_text(&mut self) -> Option<FilingNumber> {
        let head = self.head().ok()?;
        let (number, is_closed) = self.closed(|serial| head.number(serial)).or_else(|| {
            let serial = self.digits_written();
            let number = head.number(serial)?;
            // Nor is a number one whose last digits are hidden.
            let goes_on = self.peek_written().is_some_and(|c| c.is_ascii_alphanumeric() || c == '*');
            (!goes_on).then_some((number, false))
        })?;
        let principal = self.clone();
        let service = self.service_in_text(number, is_closed);
        if service.is_none() {
            *self = principal;
        }
        service.or(Some(number))
    }

    /// Digits that 号 closes, with spaces between them or none.
    fn closed(&mut self, number: impl Fn((u64, u8)) -> Option<FilingNumber>) -> Option<(FilingNumber, bool)> {
        let mut ahead = self.clone();
        let found = number(ahead.eat_digits()).filter(|_| ahead.eat('号'))?;
        *self = ahead;
        Some((found, true))
    }

    /// Digits without white space between them.
    fn digits_written(&mut self) -> (u64, u8) {
        let (mut value, mut count) = (0_u64, 0_u8);
        // White space before the first is read over.
        while count == 0 || self.peek_written().is_some_and(|c| c.is_ascii_digit()) {
            let Some(digit) = self.eat_digit() else { break };
            value = value.saturating_mul(10).saturating_add(u64::from(digit));
            count = count.saturating_add(1);
        }
        (value, count)
    }

    /// The number with the service's place, where one follows.
    fn service_in_text(&mut self, number: FilingNumber, is_closed: bool) -> Option<FilingNumber> {
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let is_apart = is_space(self.peek_written());
        if !self.eat('-') {
            return None;
        }
        let most = if is_apart && is_space(self.peek_written()) { 3 } else { 6 };
        let (index, digits) = self.digits_written();
        let index = u32::try_from(index).ok().filter(|index| *index > 0 && digits <= most)?;
        let letter = self.peek_written().and_then(kind_of_letter);
        if letter.is_some() {
            self.next();
        }
        let end = self.clone();
        let is_closed_here = !is_closed && self.eat('号');
        if !is_closed_here {
            *self = end;
            let mut behind = self.clone();
            let goes_on = match behind.peek_written() {
                Some('-') => {
                    behind.next();
                    behind.peek_written().is_some_and(|c| c.is_ascii_alphanumeric())
                }
                c => c.is_some_and(|c| c.is_ascii_alphanumeric()),
            };
            if goes_on {
                return None;
            }
        }
        Some(number.with_service(index, letter.unwrap_or(FilingNumberKind::Website)))
    }
}

/// Where numbers may begin: 粤ICP备, 京ICP证, 粤B2, 合字A1, each with white space and what cannot be seen in it or not.
#[cfg(feature = "patterns")]
mod beginnings {
    use once_cell::sync::Lazy;
    use regex::Regex;

    /// White space and what cannot be seen, any number of times: `is_passed_over`.
    macro_rules! between {
        () => {
            r"[\t-\r \u{85}\u{a0}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{1680}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{2000}-\u{200f}\u{2028}-\u{202f}\u{205f}-\u{206f}\u{3000}\u{3164}\u{fe00}-\u{fe0f}\u{feff}\u{ffa0}\u{fff0}-\u{fff8}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]*"
        };
    }

    macro_rules! icp {
        () => {
            concat!("[IiＩｉ]", between!(), "[CcＣｃ]", between!(), "[PpＰｐ]", between!())
        };
    }

    /// The characters of provinces as the parser folds them; ICP and 备 or 证, or the class of a licence, behind.
    const BEGINNING: &str = concat!(
        "(?:",
        icp!(),
        "[证證]",
        between!(),
        ")?(?:合",
        between!(),
        "字|[京津冀晋晉蒙辽遼吉黑沪滬苏蘇浙皖闽閩赣贛鲁魯豫鄂湘粤粵桂琼瓊渝蜀川黔贵貴滇云雲藏陕陝陇隴甘青宁寧新])",
        between!(),
        "(?:",
        icp!(),
        "[备備证證]|[AaＡａBbＢｂ])"
    );

    /// It stands in the source and a test compiles it, so that it always is one.
    static PATTERN: Lazy<Option<Regex>> = Lazy::new(|| Regex::new(BEGINNING).ok());

    /// The first place at or behind a place where a number may begin.
    pub(super) fn next(text: &str, from: usize) -> Option<usize> {
        PATTERN.as_ref()?.find_at(text, from).map(|found| found.start())
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::value::filing_number::{fold, is_passed_over};
        use crate::value::Province;

        #[test]
        fn the_pattern_has_what_the_parser_reads_over_and_folds() {
            let between = Regex::new(concat!("^", between!(), "$")).unwrap_or_else(|error| panic!("{error}"));
            let province = PATTERN.as_ref().map(|pattern| pattern.as_str().contains('京'));
            assert_eq!(province, Some(true));
            for c in '\0'..=char::MAX {
                let text = c.to_string();
                assert_eq!(between.is_match(&text), is_passed_over(c), "{c:?}");
                if Province::from_character(fold(c)).is_some() {
                    assert!(next(&format!("{c}ICP备"), 0).is_some(), "{c}");
                }
            }
        }
    }
}

#[cfg(not(feature = "patterns"))]
mod beginnings {
    use super::Cursor;
    use crate::value::filing_number::{fold, is_passed_over};
    use crate::value::Province;

    /// The first place at or behind a place where what stands before a serial number can be read.
    pub(super) fn next(text: &str, from: usize) -> Option<usize> {
        let rest = text.get(from..)?;
        let begins = |c: char| matches!(c, 'I' | '合') || Province::from_character(c).is_some();
        let places = rest.char_indices().filter(|(_, c)| !is_passed_over(*c) && begins(fold(*c)));
        let mut places = places.map(|(at, _)| from + at);
        places.find(|at| text.get(*at..).is_some_and(|rest| Cursor::of(rest).head().is_ok()))
    }
}
