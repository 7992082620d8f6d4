//! Texts of reading errors, which never repeat what a person typed.

use std::fmt;

use crate::wire::reader::KIND;

/// `name`, or `…` where it may be something that a person typed in the wrong place: only what looks like a
/// key or a code is repeated.
pub(crate) fn shown(name: &str) -> &str {
    // A code with digits is short; a personal number is longer, or has five digits or more.
    let is_word = !name.bytes().any(|b| b.is_ascii_digit());
    let is_code = name.len() <= if is_word { 48 } else { 6 }
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
        && name.bytes().filter(u8::is_ascii_digit).count() < 5;
    if is_code {
        name
    } else {
        "…"
    }
}

/// The error for a key that only another kind of the same object has, in serde's words.
pub(crate) fn foreign(key: &str, kind: &str, accepted: &[&str]) -> String {
    let first = (!accepted.contains(&KIND)).then_some(KIND);
    let accepted: Vec<&str> = first.into_iter().chain(accepted.iter().copied()).collect();
    format!("unknown field `{}` of `{kind}`, expected {}", shown(key), Listed(&accepted))
}

const EARLIER: &str = " (earlier, at `";

/// The message for a mistake that shows only when a later key is read. `place` is its path within the object,
/// such as `contents/0`.
pub(crate) fn earlier(message: impl fmt::Display, place: impl fmt::Display) -> String {
    format!("{message}{EARLIER}{place}`)")
}

/// Splits off the place that [`earlier`] appended to a message.
#[cfg(feature = "json")]
pub(crate) fn split_earlier(message: &str) -> (&str, Option<&str>) {
    let split = message.strip_suffix("`)").and_then(|message| message.rsplit_once(EARLIER));
    split.map_or((message, None), |(message, place)| (message, Some(place)))
}

pub(super) struct Listed<'a>(pub(super) &'a [&'a str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.len() > 1 {
            f.write_str("one of ")?;
        }
        for (i, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys, codes and misspelt ones are repeated; names of people and their numbers are not.
    #[test]
    fn a_name_is_shown_where_it_looks_like_one() {
        let long = "a".repeat(48);
        for name in
            ["", "nmae", "first-filing", "id.no", "Video_Verification", "zh-Hans", "1001", "a1234b", &long]
        {
            assert_eq!(shown(name), name);
        }
        let longer = "a".repeat(49);
        for name in ["张三", "a b", "a/b", "a@example", "12345", "a12345", "abc123d", &longer] {
            assert_eq!(shown(name), "…", "{name}");
        }
    }
}
