//! Texts as HTML.

use std::fmt::{self, Write as _};

use beian::{Language, Text};

/// A text in which HTML sees no marks. What HTML does not allow at all, such as a control character, is replaced.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' | '\t' => f.write_char(c)?,
                c if c.is_control() || is_noncharacter(c) => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

fn is_noncharacter(c: char) -> bool {
    matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE
}

/// A text in both languages, of which the style shows one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Both {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Both {
    pub(crate) fn by(text: impl Fn(Language) -> String) -> Self {
        Self { zh: text(Language::Zh), en: text(Language::En) }
    }

    /// The same as a sentence begins: with a capital.
    pub(crate) fn begun(mut self) -> Self {
        let mut characters = self.en.chars();
        if let Some(first) = characters.next() {
            self.en = first.to_uppercase().chain(characters).collect();
        }
        self
    }

    /// What is the same in both: a name, a number, what somebody typed.
    pub(crate) fn same(text: impl fmt::Display) -> Self {
        let text = text.to_string();
        Self { zh: text.clone(), en: text }
    }
}

impl From<Text> for Both {
    fn from(text: Text) -> Self {
        Self { zh: text.zh.into(), en: text.en.into() }
    }
}

impl fmt::Display for Both {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (zh, en) = (Escaped(&self.zh), Escaped(&self.en));
        if self.zh == self.en {
            // What was typed keeps its writing direction to itself.
            write!(f, "<bdi>{zh}</bdi>")
        } else {
            // Without the style both are read, with a stroke between.
            write!(
                f,
                "<span class=\"zh\" lang=\"zh-Hans\">{zh}</span><span class=\"gap\"> / </span>\
                 <span class=\"en\" lang=\"en\">{en}</span>"
            )
        }
    }
}
