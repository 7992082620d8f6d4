//! The page as one file.

const PAGE: &str = include_str!("../page/page.html");
const STYLE: &str = include_str!("../page/page.css");
const SCRIPTS: &[&str] = &[
    include_str!("../page/door.js"),
    include_str!("../page/order.js"),
    include_str!("../page/fields.js"),
    include_str!("../page/findings.js"),
    include_str!("../page/page.js"),
];

/// The page with a module in it.
pub(crate) fn page_of(module: &[u8]) -> String {
    PAGE.replace("{{style}}", STYLE)
        .replace("{{script}}", &SCRIPTS.join("\n"))
        .replace("{{module}}", &base64(module))
}

/// Base64 (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut bits = 0u32;
        for place in 0..3 {
            bits = bits << 8 | u32::from(three.get(place).copied().unwrap_or_default());
        }
        for place in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or_default();
            let is_there = place <= three.len();
            text.push(if is_there { ALPHABET.get(six).map_or('=', |c| char::from(*c)) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    /// The test vectors of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_rfc() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
