//! The two languages that every text of this crate exists in.

use std::fmt;
use std::str::FromStr;

use crate::text::UnknownName;

/// A language that texts are rendered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Chinese, as a clerk of a provider would write it.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The key under which a report carries this language: `zh` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

impl FromStr for Language {
    type Err = UnknownName;

    fn from_str(code: &str) -> Result<Self, UnknownName> {
        match code {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(UnknownName::new(&["zh", "en"])),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Text {
    /// The Chinese text.
    pub zh: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Text {
    /// The text in `language`.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}

impl Text {
    /// Both texts from one, with a tab between them. Lists keep theirs so: a text of its own for each is larger in a
    /// program, by the pointers and what moves them to where the program is loaded.
    pub(crate) fn split(line: &'static str) -> Self {
        let (zh, en) = line.split_once('\t').unwrap_or((line, ""));
        Self { zh, en }
    }
}

/// A text in both languages, as the wire has it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Both<T> {
    pub(crate) zh: T,
    pub(crate) en: T,
}

impl<T> Both<T> {
    /// Makes both texts with one function of the language.
    pub(crate) fn of(text: impl Fn(Language) -> T) -> Self {
        Self { zh: text(Language::Zh), en: text(Language::En) }
    }

    pub(crate) const fn get(&self, language: Language) -> &T {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// A name with a stable code and a text in both languages: a value of a closed list, or the reason why a
/// value was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Term {
    /// Stable, `snake_case`: what the wire carries.
    pub code: &'static str,
    /// What a person reads.
    pub text: Text,
}

impl Term {
    /// The code and both texts from one, with tabs between them: see [`Text::split`].
    pub(crate) fn split(line: &'static str) -> Self {
        let (code, text) = line.split_once('\t').unwrap_or((line, ""));
        Self { code, text: Text::split(text) }
    }
}

/// The checks that every closed list of terms has to pass. The macros that declare such a list make a test
/// that calls them.
#[cfg(test)]
pub(crate) mod laws {
    use std::collections::HashSet;

    use super::Term;

    fn is_han(c: char) -> bool {
        matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
    }

    /// Codes are unique and `snake_case`; both texts are there, each in its language; a text that will stand
    /// within a sentence brings no full stop.
    pub(crate) fn hold(list: &str, terms: impl IntoIterator<Item = Term>) {
        let mut codes = HashSet::new();
        for Term { code, text } in terms {
            let is_snake_case = code.starts_with(|c: char| c.is_ascii_lowercase())
                && code.split('_').all(|word| !word.is_empty())
                && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            let is_language_tag = matches!(code, "zh-Hans" | "zh-Hant");
            assert!(is_snake_case || is_language_tag, "{list}: {code}");
            assert!(codes.insert(code), "{list}: {code} twice");

            // A proper name such as iOS is the same in both languages.
            let is_name = text.zh == text.en && !text.zh.contains(' ');
            assert!(is_name && !text.zh.is_empty() || text.zh.contains(is_han), "{list} {code}: {}", text.zh);
            // Filing numbers are printed in Chinese characters, also in an English text.
            let english = ["粤ICP备", "ICP备", "ICP证"]
                .iter()
                .fold(text.en.to_owned(), |s, print| s.replace(print, ""));
            assert!(english.contains(|c: char| c.is_ascii_alphabetic()), "{list} {code}: {english}");
            assert!(!english.contains(is_han), "{list} {code}: {english}");
            for text in [text.zh, text.en] {
                assert!(text.trim() == text && !text.ends_with(['.', '。']), "{list} {code}: {text}");
            }
        }
    }
}
