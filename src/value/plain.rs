//! Texts without what an input method or copying brought along.

use super::typed::is_invisible;

/// The text in half-width characters, without invisible ones and without white space around it; a number without any
/// white space.
pub(crate) fn plain(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).map(half_width).collect();
    let typed = visible.trim();
    let is_number = typed.chars().all(|c| c.is_ascii_alphanumeric() || c.is_whitespace());
    if is_number {
        typed.chars().filter(|c| !c.is_whitespace()).collect()
    } else {
        typed.to_owned()
    }
}

fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '。' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_typing_brings_along_goes() {
        for (text, wanted) in [
            ("１３８００１３８０００", "13800138000"),
            (" 3301 0619 9003 0778 48\u{200b}", "330106199003077848"),
            ("ｌｉ．ｓｉ＠ｅｘａｍｐｌｅ．ｃｏｍ\u{feff}", "li.si@example.com"),
            ("0571-8888 6666", "0571-8888 6666"),
            ("http：//www。example。com", "http://www.example.com"),
            ("", ""),
        ] {
            assert_eq!(plain(text), wanted, "{text:?}");
            assert_eq!(plain(wanted), wanted);
        }
    }
}
