//! Text fields of a form: trimmed, and absent where they are blank.

/// The text of a field without the white space around it; `None` where the field is absent or blank.
///
/// This is `str::trim` with three shortcuts before it, since nearly every text needs no trimming. The last
/// arm is the slow way; the test below holds both equal.
pub(crate) fn filled<T: AsRef<str> + ?Sized>(text: Option<&T>) -> Option<&str> {
    let text = text?.as_ref();
    // Visible ASCII, or a byte E4 to E9, which begins U+4000 to U+9FFF (CJK): no white space lies there.
    let is_solid = |byte: u8| byte.is_ascii_graphic() || (0xe4..=0xe9).contains(&byte);
    match text.as_bytes() {
        // Begins and ends with visible ASCII or CJK: nothing to trim.
        [first, .., last] if is_solid(*first) && last.is_ascii_graphic() => Some(text),
        [first, .., last, _, _] if is_solid(*first) && (0xe4..=0xe9).contains(last) => Some(text),
        // Ends in U+3001 to U+303F, Chinese punctuation; the ideographic space U+3000 lies just before it.
        [first, .., 0xe3, 0x80, 0x81..=0xbf] if is_solid(*first) => Some(text),
        _ => Some(text.trim()).filter(|text| !text.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whichever character stands at either end, `filled` trims as `str::trim` does.
    #[test]
    fn what_was_typed_has_no_white_space_around_it() {
        for c in '\0'..='\u{ffff}' {
            for text in [format!("{c}"), format!("{c}a"), format!("a{c}"), format!("{c}明"), format!("明{c}")]
            {
                let trimmed = Some(text.trim()).filter(|text| !text.is_empty());
                assert_eq!(filled(Some(&text)), trimmed, "{text:?}");
            }
        }
    }
}
