//! Comparing names as people write them.

/// Whether two names are the same as people write them: letters, digits, brackets, dots and dashes of any
/// width and shape, with or without white space.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a == b || !begin_apart(a, b) && folded(a).eq(folded(b))
}

/// Whether two names begin with different CJK characters (U+4000 to U+9FFF). Folding leaves these as they
/// are, so such names differ; it is the fast path of `same_name`, since most different names begin so. The
/// slow way folds both names; a test below holds that no such character is folded.
fn begin_apart(a: &str, b: &str) -> bool {
    match (a.as_bytes(), b.as_bytes()) {
        ([a @ 0xe4..=0xe9, a_2, a_3, ..], [b @ 0xe4..=0xe9, b_2, b_3, ..]) => (a, a_2, a_3) != (b, b_2, b_3),
        _ => false,
    }
}

/// Whether a character is a hyphen, a dash or a minus sign of any width, as keyboards and input methods make
/// them.
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

/// Whether two names that are the same are written with other dots, dashes, quotation marks or widths: more
/// than the brackets, the white space and the case, which nobody minds.
pub(crate) fn written_otherwise(a: &str, b: &str) -> bool {
    let minded = |name: &str| -> String {
        let seen = name.chars().filter(|c| !c.is_whitespace());
        let c = seen.map(|c| if matches!(c, '（' | '）') { half_width(c) } else { c.to_ascii_lowercase() });
        c.collect()
    };
    a != b && minded(a) != minded(b) && same_name(a, b)
}

/// A name with everything in one form that people write in several: white space, width, case, dots, dashes,
/// quotation marks and brackets.
pub(crate) fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    let is_unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    name.chars().filter(move |c| !c.is_whitespace() && !is_unseen(*c)).map(|c| match half_width(c) {
        c if is_dash(c) => '-',
        c if is_middle_dot(c) => '·',
        '《' | '〈' | '«' | '‹' => '<',
        '》' | '〉' | '»' | '›' => '>',
        '“' | '”' | '„' | '〝' | '〞' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' => '\'',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        c => c.to_ascii_lowercase(),
    })
}

/// A full-width letter, digit or mark in half width.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// Whether a character is a dot between the parts of a name, as keyboards and input methods make them.
const fn is_middle_dot(c: char) -> bool {
    matches!(
        c,
        '.' | '·'
            | '•'
            | '・'
            | '･'
            | '‧'
            | '⋅'
            | '∙'
            | '․'
            | '\u{387}'
            | '⸱'
            | '◦'
            | '●'
            | '｡'
            | '᛫'
            | '﹒'
            | '‣'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that begin with different characters of this range are different without folding them.
    #[test]
    fn chinese_characters_are_not_folded() {
        for c in '\u{4000}'..='\u{9fff}' {
            assert!(folded(c.encode_utf8(&mut [0; 4])).eq([c]), "{c}");
        }
    }

    /// Each mark that stands for another, and none that does not.
    #[test]
    fn names_are_the_same_however_they_are_written() {
        let dots = ['.', '．', '‧', '⋅', '∙', '･', '·', '•', '・', '․', '﹒'];
        let dashes = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣'];
        for marks in [&dots[..], &dashes[..]] {
            for a in marks {
                for b in marks {
                    assert!(same_name(&format!("古丽{a}艾比"), &format!("古丽 {b} 艾比")), "{a} {b}");
                    let differs = written_otherwise(&format!("古丽{a}艾比"), &format!("古丽{b}艾比"));
                    assert_eq!(differs, a != b, "{a} {b}");
                }
            }
        }
        for (a, b) in [
            ("青禾（杭州）有限公司", "青禾(杭州)有限公司"),
            ("青禾ＡＢＣ１２３", "青禾abc123"),
            ("《青禾》杂志社", "〈青禾〉杂志社"),
            ("“青禾”协会", "\"青禾\"协会"),
            ("青禾\u{200b}公司", "青禾公司"),
            ("青禾　公司", "青禾公司"),
        ] {
            assert!(same_name(a, b), "{a} {b}");
        }
        for (a, b) in
            [("青禾·公司", "青禾公司"), ("青禾-公司", "青禾·公司"), ("青禾1", "青禾2"), ("青木", "青禾")]
        {
            assert!(!same_name(a, b) && !written_otherwise(a, b), "{a} {b}");
        }
        // Nobody minds the width of brackets, white space and case.
        assert!(!written_otherwise("青禾（杭州） ABC", "青禾(杭州)abc"));
        assert!(written_otherwise("青禾ＡＢＣ", "青禾abc"));
    }
}
