//! Names as people write them.

/// Whether two names are the same as people write them: brackets and white space of either width.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a == b || !begin_apart(a, b) && folded(a).eq(folded(b))
}

/// Whether two names begin with different Chinese characters, which have one form: most names are told from each other
/// by that.
fn begin_apart(a: &str, b: &str) -> bool {
    match (a.as_bytes(), b.as_bytes()) {
        ([a @ 0xe4..=0xe9, a_2, a_3, ..], [b @ 0xe4..=0xe9, b_2, b_3, ..]) => (a, a_2, a_3) != (b, b_2, b_3),
        _ => false,
    }
}

/// Whether a character is a hyphen, a dash or a minus sign of any width, as keyboards and input methods make them.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{30fc}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{ff70}'
                | '\u{2043}'
                | '\u{02d7}'
    )
}

/// A name without what people write in different ways.
pub(crate) fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '（' => '(',
        '）' => ')',
        '·' | '•' | '・' => '·',
        c => c.to_ascii_lowercase(),
    })
}
