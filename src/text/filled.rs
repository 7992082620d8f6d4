//! What somebody filled in.

/// The text that was typed, without the white space around it; `None` where nothing was.
pub(crate) fn filled<T: AsRef<str> + ?Sized>(text: Option<&T>) -> Option<&str> {
    let text = text?.as_ref();
    // No white space has a UTF-8 form of three bytes that begins with one of these, as the usual Chinese has.
    let is_solid = |byte: u8| byte.is_ascii_graphic() || (0xe4..=0xe9).contains(&byte);
    match text.as_bytes() {
        // Most texts: nothing to look for.
        [first, .., last] if is_solid(*first) && last.is_ascii_graphic() => Some(text),
        [first, .., last, _, _] if is_solid(*first) && (0xe4..=0xe9).contains(last) => Some(text),
        // A full stop and its like, which come after the ideographic space.
        [first, .., 0xe3, 0x80, 0x81..=0xbf] if is_solid(*first) => Some(text),
        _ => Some(text.trim()).filter(|text| !text.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever stands at the ends is told from white space as `trim` tells it.
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
