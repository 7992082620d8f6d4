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

/// A name without what people write in different ways.
pub(crate) fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '（' => '(',
        '）' => ')',
        '·' | '•' | '・' => '·',
        c => c.to_ascii_lowercase(),
    })
}
