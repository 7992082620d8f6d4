//! What typing brings along, for all parsers.

use std::str;

/// Whether an input method in full-width mode made this character: `１`, `Ｘ`, `－`, `＠`, `。`.
pub(super) fn is_full_width(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}' | '。')
}

/// Which of three reasons a text has for not being so many accepted characters.
#[cold]
pub(super) fn misshapen<E>(text: &str, is_accepted: bool, full_width: E, characters: E, length: E) -> E {
    if text.chars().any(is_full_width) {
        full_width
    } else if is_accepted {
        length
    } else {
        characters
    }
}

/// ASCII bytes as the text they are.
pub(super) fn ascii(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap_or_default()
}

/// What `0`–`9` stands for.
pub(super) fn digit(byte: u8) -> Option<u32> {
    byte.checked_sub(b'0').filter(|digit| *digit < 10).map(u32::from)
}

/// `FromStr` by `parse`, `Display` by `as_str`.
macro_rules! text_value {
    ($name:ident, $error:ident) => {
        impl ::std::str::FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, $error> {
                Self::parse(text)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
pub(super) use text_value;

/// `Debug` that names the type and shows its text: `public` in full, `private` masked.
macro_rules! debug_text {
    (public $name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }
    };
    (private $name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let masked = $crate::value::Masked::of(self.as_str());
                write!(f, concat!(stringify!($name), "({})"), masked)
            }
        }
    };
}
pub(super) use debug_text;
