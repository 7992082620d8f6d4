//! What a cell can say: one type for each shape of requirement.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::sealed::Sealed;
use crate::text::{Language, Text};

mod choices;
mod counts;
mod documents;
mod orders;
mod people;
mod services;

pub use choices::*;
pub use counts::*;
pub use documents::*;
pub use orders::*;
pub use people::*;
pub use services::*;

/// The value of a cell. It is implemented here alone.
pub trait Value: Sealed + fmt::Debug + Send + Sync {
    /// What a person reads.
    fn show(&self, language: Language) -> String;

    /// Why no province can ask that, where none can: a limit of 0, an empty list.
    fn impossible(&self) -> Option<&'static str> {
        None
    }

    /// How much is asked, where values can be compared: of readings that all refuse an order, the one that asks least
    /// is named.
    fn strictness(&self) -> u32 {
        0
    }
}

/// Words, as people write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub Cow<'static, [Cow<'static, str>]>);

impl Words {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| &**word)
    }

    /// The first word that stands in `text`, whatever the case.
    pub fn found_in(&self, text: &str) -> Option<&str> {
        let text = lower(text);
        self.iter().find(|word| is_word_of(word, &text))
    }

    pub(super) fn listed(&self, language: Language) -> String {
        self.iter().collect::<Vec<_>>().join(comma(language))
    }
}

/// Whether a word, in either case, stands in a text in lower case. Both are short: searching by the first byte is
/// all that pays.
pub(crate) fn is_word_of(word: &str, text: &str) -> bool {
    is_lower_word_of(&lower(word), text)
}

/// The same of a word in lower case.
pub(crate) fn is_lower_word_of(word: &str, text: &str) -> bool {
    let (word, text) = (word.as_bytes(), text.as_bytes());
    let Some(first) = word.first() else { return true };
    // Without an early end: the compiler looks at many bytes at a time, and most texts have none.
    if text.iter().fold(0, |found, byte| found | u8::from(byte == first)) == 0 {
        return false;
    }
    let mut places = text.iter().enumerate().filter(|(_, byte)| *byte == first);
    places.any(|(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with(word)))
}

/// A text in lower case, borrowed where it is already, as Chinese is.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    // The characters whose first byte is one of these, Chinese and Japanese, have no case.
    let is_caseless = |byte: u8| matches!(byte, 0..=b'@' | b'['..=0xbf | 0xe3..=0xe9);
    let is_lower = text.bytes().fold(true, |all, byte| all & is_caseless(byte));
    if !is_lower && text.chars().any(char::is_uppercase) {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// `words!["论坛", "社区"]`: a list of words of a block.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        $crate::rulebook::provinces::Words(::std::borrow::Cow::Borrowed(&[$(::std::borrow::Cow::Borrowed($word)),+]))
    };
}
pub(in crate::rulebook::provinces) use words;

/// `list![A, B]`: a list of a block.
macro_rules! list {
    ($($item:expr),* $(,)?) => { ::std::borrow::Cow::Borrowed(&[$($item),*]) };
}
pub(in crate::rulebook::provinces) use list;

pub(super) const fn comma(language: Language) -> &'static str {
    match language {
        Language::Zh => "、",
        Language::En => ", ",
    }
}

pub(super) fn named<T: Copy>(items: &[T], text: impl Fn(T) -> Text, language: Language) -> String {
    items.iter().map(|item| text(*item).get(language)).collect::<Vec<_>>().join(comma(language))
}

/// The text in the language.
pub(super) fn told(language: Language, zh: impl Into<String>, en: impl Into<String>) -> String {
    match language {
        Language::Zh => zh.into(),
        Language::En => en.into(),
    }
}

pub(super) const ZERO: &str = "a number from 1";
pub(super) const EMPTY: &str = "a list with something in it";
pub(super) const AGE: &str = "an age from 1 to 120";

/// Declares a number with its unit.
macro_rules! numbers {
    ($($(#[$meta:meta])* $name:ident $zh:literal $one:literal $many:literal, $possible:expr, $why:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl Sealed for $name {}

        impl Value for $name {
            fn show(&self, language: Language) -> String {
                let number = self.0;
                match language {
                    Language::Zh => format!(concat!("{number} ", $zh), number = number),
                    Language::En if number == 1 => concat!("1 ", $one).to_owned(),
                    Language::En => format!(concat!("{number} ", $many), number = number),
                }
            }

            fn impossible(&self) -> Option<&'static str> {
                let possible: fn(u32) -> bool = $possible;
                (!possible(self.0)).then_some($why)
            }

            fn strictness(&self) -> u32 {
                self.0
            }
        }
    )+};
}

numbers! {
    /// A least age, in full years 周岁.
    Years "周岁" "year" "years", |n| (1..=120).contains(&n), AGE;
    /// A time that has to be left, in months.
    Months "个月" "month" "months", |n| n > 0, ZERO;
    /// A number of things at least or at most.
    Count "个" "in all" "in all", |n| n > 0, ZERO;
}

impl Sealed for bool {}

impl Value for bool {
    fn show(&self, language: Language) -> String {
        if *self {
            told(language, "是", "yes")
        } else {
            told(language, "否", "no")
        }
    }
}
