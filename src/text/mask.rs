//! Personal texts, shown without what identifies a person.

use std::fmt;

/// A personal number, phone or address as it may be shown: its first three and last two characters, and
/// nothing of a short one.
///
/// ```
/// use beian::value::Masked;
/// assert_eq!(Masked::of("13800138000").to_string(), "138******00");
/// assert_eq!(Masked::of("深圳市").to_string(), "***");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Masked(Box<str>);

impl Masked {
    /// Masks `text`. At most 24 characters are kept, stars included.
    pub fn of(text: &str) -> Self {
        let length = text.chars().count();
        let mut masked = String::new();
        if length < 8 {
            masked.extend(std::iter::repeat('*').take(length));
        } else {
            masked.extend(text.chars().take(3));
            masked.extend(std::iter::repeat('*').take((length - 5).min(19)));
            masked.extend(text.chars().skip(length - 2));
        }
        Self(masked.into_boxed_str())
    }

    /// The masked text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
