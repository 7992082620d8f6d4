//! What typing brings along, for all parsers.

use std::str;

/// Whether an input method in full-width mode made this character: `１`, `Ｘ`, `－`, `＠`, `。`.
pub(super) fn is_full_width(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}' | '。')
}

/// Whether nobody sees this character (`Default_Ignorable_Code_Point` of Unicode): joiners, marks of writing
/// direction, the byte order mark … Copying brings them along.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text without the white space around it.
pub(super) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        // Most texts: nothing to look for.
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Which of four reasons a text has for not being so many accepted characters.
#[cold]
pub(super) fn shape_reason<E>(text: &str, is_accepted: bool, reasons: [E; 4]) -> E {
    let [invisible, full_width, characters, length] = reasons;
    if text.chars().any(is_invisible) {
        invisible
    } else if text.chars().any(is_full_width) {
        full_width
    } else if is_accepted {
        length
    } else {
        characters
    }
}

/// [`shape_reason`] among those of an error.
macro_rules! misshapen {
    ($error:ident, $text:expr, $is_accepted:expr) => {
        $crate::value::typed::shape_reason(
            $text,
            $is_accepted,
            [$error::Invisible, $error::FullWidth, $error::Characters, $error::Length],
        )
    };
}
pub(super) use misshapen;

/// ASCII bytes as the text they are.
pub(super) fn ascii(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap_or_default()
}

/// What `0`–`9` stands for.
pub(super) fn digit(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(10)
}

/// `FromStr` by `parse`, `Display` by `as_str`, and serde by both.
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

        $crate::value::typed::written_as_text!($name);
        $crate::value::typed::read_from_text!($name);
    };
}
pub(super) use text_value;

/// `Serialize` as what `Display` prints.
macro_rules! written_as_text {
    ($($name:ty),+) => {$(
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )+};
}
pub(super) use written_as_text;

/// `Deserialize` by `FromStr`. An error has the reason, and never the text.
macro_rules! read_from_text {
    ($($name:ty),+) => {$(
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::read::<String, D>(deserializer)?.parse().map_err(::serde::de::Error::custom)
            }
        }
    )+};
}
pub(super) use read_from_text;

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
                let masked = $crate::text::Masked::of(self.as_str());
                write!(f, concat!(stringify!($name), "({})"), masked)
            }
        }
    };
}
pub(super) use debug_text;
