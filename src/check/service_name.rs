//! What the name of a service looks like.
//!
//! Not in the guide, but in the providers' documents on names: the name of a website has three characters or more, some
//! of them neither digits nor Latin letters, of symbols only brackets and hyphens, and is no domain; that of an APP has no
//! picture symbols. What its words mean hangs on who files, and is no matter of these functions.

use crate::check::problems::Compared;
use crate::check::{Problem, Verdict};
use crate::model::service::ServiceKind;
use crate::text::{Param, Text};
use crate::value::DomainName;

/// The fewest characters of a website's name.
pub(crate) const LEAST: usize = 3;

problems! {
    /// Why a name does not look like that of a service.
    pub enum NameProblem<'a> {
        /// A website is called by a domain.
        Domain {
            /// The domain, as it is written.
            name: &'a str,
        } = "domain" breaks "name.is-domain", name => WORDS,
            "网站名称是域名" / "the website name is a domain name";
        /// There are symbols that the name of such a service has not.
        Symbols {
            /// Which.
            symbols: Symbols<'a>,
        } = "symbols" breaks "name.symbol", symbols => BRACKETS,
            "网站名称中有不允许的字符" / "the website name has characters that are not allowed";
        /// It consists of digits only, or of Latin letters only.
        OnlyDigitsOrLetters {
            /// The name.
            name: &'a str,
        } = "only_digits_or_letters" breaks "name.only-digits-or-letters", name => WORDS,
            "网站名称全是数字或全是英文字母" / "the website name has only digits or only Latin letters";
        /// It has too few characters.
        TooShort {
            /// How many; brackets and hyphens do not count.
            count: usize,
            /// The fewest.
            min: usize,
        } = "too_short" breaks "name.too-short", count => min,
            "网站名称的字数过少" / "the website name has too few characters";
        /// It has too few Chinese characters, which some reviewers ask for.
        FewChinese {
            /// How many.
            count: usize,
            /// The fewest.
            min: usize,
        } = "few_chinese" breaks "name.too-short", count => min,
            "网站名称的汉字过少" / "the website name has too few Chinese characters";
        /// The name of an APP has emoji or picture symbols.
        PictureSymbols {
            /// Which.
            symbols: Symbols<'a>,
        } = "picture_symbols" breaks "name.app-symbol", symbols => LETTERS,
            "APP 名称中有表情或图形符号" / "the APP name has emoji or picture symbols";
    }
}

const WORDS: Text = Text {
    zh: "能说明网站内容的中文名称",
    en: "a Chinese name that says what the site is about",
};
const BRACKETS: Text =
    Text { zh: "文字、数字、括号和短横线", en: "letters, digits, brackets and hyphens" };
const LETTERS: Text = Text { zh: "文字、数字和标点", en: "letters, digits and punctuation" };

/// The symbols of a name that it should not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbols<'a> {
    name: &'a str,
    of: ServiceKind,
}

impl<'a> Symbols<'a> {
    /// `None` where there are none.
    fn of(name: &'a str, of: ServiceKind) -> Option<Self> {
        let symbols = Self { name, of };
        symbols.all().next().map(|_| symbols)
    }

    /// Each as it stands there, one that is repeated again and again.
    fn all(self) -> impl Iterator<Item = char> + 'a {
        self.name.chars().filter(move |c| match self.of {
            ServiceKind::Website => !c.is_alphanumeric() && !is_bracket_or_hyphen(*c),
            ServiceKind::App => !is_text(*c),
        })
    }

    /// Each once, in the order in which they stand there; of many the first ten.
    pub fn distinct(self) -> Vec<char> {
        let mut seen: Vec<char> = Vec::new();
        for c in self.all() {
            if seen.len() == 10 {
                break;
            }
            if !seen.contains(&c) {
                seen.push(c);
            }
        }
        seen
    }
}

impl Compared for Symbols<'_> {
    fn param(&self) -> Param {
        let shown = |c: &char| match c {
            c if c.is_whitespace() => Param::from(Text { zh: "空格", en: "a space" }),
            c if c.is_control() => Param::from(Text { zh: "控制字符", en: "a control character" }),
            c => Param::name(c.to_string()),
        };
        Param::List(self.distinct().iter().map(shown).collect())
    }
}

/// Everything that is wrong with how the name of a service looks, without the white space around it.
///
/// ```
/// use beian::check::service_name::{shape, NameProblem};
/// use beian::service::ServiceKind;
///
/// assert_eq!(shape(ServiceKind::Website, "明远读书笔记").count(), 0);
/// let wrong: Vec<_> = shape(ServiceKind::Website, "demo!").map(|problem| problem.code()).collect();
/// assert_eq!(wrong, ["symbols", "only_digits_or_letters", "few_chinese"]);
///
/// let rocket = shape(ServiceKind::App, "云澜助手🚀").next().unwrap();
/// let NameProblem::PictureSymbols { symbols } = rocket.reason else { panic!() };
/// assert_eq!(symbols.distinct(), ['🚀']);
/// ```
pub fn shape(kind: ServiceKind, name: &str) -> impl Iterator<Item = Problem<NameProblem<'_>>> {
    let asked = match kind {
        ServiceKind::Website => [
            is_no_domain(name),
            has_no_symbols(name),
            is_not_only_digits_or_letters(name),
            is_long_enough(name),
        ],
        ServiceKind::App => [has_no_picture_symbols(name), Verdict::Fits, Verdict::Fits, Verdict::Fits],
    };
    asked.into_iter().filter_map(|verdict| match verdict {
        Verdict::Fails(problem) => Some(problem),
        _ => None,
    })
}

/// Whether the name of a website is no domain.
pub fn is_no_domain(name: &str) -> Verdict<NameProblem<'_>> {
    let name = name.trim();
    fails_if(DomainName::parse(name).is_ok().then_some(NameProblem::Domain { name }))
}

/// Whether the name of a website has brackets and hyphens at most, of all symbols. A space within it is one.
pub fn has_no_symbols(name: &str) -> Verdict<NameProblem<'_>> {
    let symbols = Symbols::of(name.trim(), ServiceKind::Website);
    fails_if(symbols.map(|symbols| NameProblem::Symbols { symbols }))
}

/// Whether the name of a website is more than digits, or Latin letters.
pub fn is_not_only_digits_or_letters(name: &str) -> Verdict<NameProblem<'_>> {
    let name = name.trim();
    let is_bare = counted(name).all(char::is_numeric) || counted(name).all(is_latin);
    let is_some = counted(name).next().is_some();
    fails_if((is_some && is_bare).then_some(NameProblem::OnlyDigitsOrLetters { name }))
}

/// Whether the name of a website has three characters, and three Chinese ones; brackets and hyphens do not count.
///
/// ```
/// use beian::check::service_name::is_long_enough;
/// assert!(is_long_enough("明远（笔记）").fits());
/// assert_eq!(is_long_enough("明远").problem().unwrap().code(), "too_short");
/// assert_eq!(is_long_enough("明远 App").problem().unwrap().code(), "few_chinese");
/// ```
pub fn is_long_enough(name: &str) -> Verdict<NameProblem<'_>> {
    let (count, min) = (counted(name).count(), LEAST);
    if count < min {
        return Verdict::fails(NameProblem::TooShort { count, min });
    }
    let count = counted(name).filter(|c| is_chinese(*c)).count();
    fails_if((count < min).then_some(NameProblem::FewChinese { count, min }))
}

/// Whether the name of an APP has no emoji and picture symbols.
pub fn has_no_picture_symbols(name: &str) -> Verdict<NameProblem<'_>> {
    let symbols = Symbols::of(name.trim(), ServiceKind::App);
    fails_if(symbols.map(|symbols| NameProblem::PictureSymbols { symbols }))
}

fn fails_if(reason: Option<NameProblem<'_>>) -> Verdict<NameProblem<'_>> {
    reason.map_or(Verdict::Fits, Verdict::fails)
}

/// The characters of a name that count.
pub(crate) fn counted(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| c.is_alphanumeric())
}

const fn is_bracket_or_hyphen(c: char) -> bool {
    matches!(c, '(' | ')' | '（' | '）' | '-' | '－' | '—')
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn is_text(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{4e00}'..='\u{9fff}')
        || c.is_alphanumeric()
        || c.is_whitespace()
        || matches!(c, '\u{b7}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff65}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_websites_say_something() {
        for (name, wrong) in [
            ("明远读书笔记", &[][..]),
            ("明远（读书）-笔记", &[]),
            (" 明远读书笔记 ", &[]),
            ("云澜Cloud测试", &[]),
            ("明远·笔记", &["symbols"]),
            ("明远 笔记本", &["symbols"]),
            ("明远笔记！", &["symbols"]),
            ("明远", &["too_short"]),
            ("（明远）", &["too_short"]),
            ("明远A", &["few_chinese"]),
            ("10086", &["only_digits_or_letters", "few_chinese"]),
            ("demo", &["only_digits_or_letters", "few_chinese"]),
            ("Ｄｅｍｏ", &["only_digits_or_letters", "few_chinese"]),
            ("example.com", &["domain", "symbols", "only_digits_or_letters", "few_chinese"]),
            ("", &["too_short"]),
            ("（）", &["too_short"]),
        ] {
            let found: Vec<_> = shape(ServiceKind::Website, name).map(|problem| problem.code()).collect();
            assert_eq!(found, wrong, "{name:?}");
        }
    }

    #[test]
    fn names_of_apps_are_words() {
        for (name, wrong) in [
            ("云澜助手", &[][..]),
            ("Notes - 笔记·2", &[]),
            ("明远：读书、笔记", &[]),
            ("云澜助手🚀", &["picture_symbols"]),
            ("★云澜★", &["picture_symbols"]),
        ] {
            let found: Vec<_> = shape(ServiceKind::App, name).map(|problem| problem.code()).collect();
            assert_eq!(found, wrong, "{name:?}");
        }
    }

    #[test]
    fn symbols_are_listed_once_and_ten_at_most() {
        let symbols = |name| Symbols::of(name, ServiceKind::Website).map(Symbols::distinct);
        assert_eq!(symbols("明！远！ 笔记?"), Some(vec!['！', ' ', '?']));
        assert_eq!(symbols("!\"#$%&'*+,./:;<=>?@").map(|all| all.len()), Some(10));
        assert_eq!(symbols("明远笔记"), None);
    }
}
