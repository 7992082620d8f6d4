//! What stands in the place of a public key.

/// How long a piece is at most that is written again and again in the place of a key.
const LONGEST_PIECE: usize = 16;

/// Whether something stands in the place of a key: in its middle one short piece again and again, where a key has what is
/// as good as random; or the hash of nothing.
pub(super) fn is_stand_in(digits: &[u8], is_hexadecimal: bool) -> bool {
    const WINDOW: usize = 64;
    const SHA_512_OF_NOTHING: &[u8] = b"CF83E1357EEFB8BDF1542850D66D8007";

    let is_like = digits.first().is_some_and(|first| first.eq_ignore_ascii_case(&b'C'));
    let hash = digits.get(..SHA_512_OF_NOTHING.len()).filter(|_| is_like);
    if is_hexadecimal && hash.is_some_and(|hash| hash.eq_ignore_ascii_case(SHA_512_OF_NOTHING)) {
        return true;
    }
    let window = match digits.len().checked_sub(WINDOW) {
        Some(around) => digits.get(around / 2..around / 2 + WINDOW).unwrap_or(digits),
        None => digits,
    };
    // Of a few digits nothing can be told.
    window.len() >= 2 * LONGEST_PIECE && begins_again(window) && is_repeated(window)
}

/// Whether a window is one piece of up to 16 digits again and again, in either case.
fn is_repeated(window: &[u8]) -> bool {
    let Some((first, others)) = window.split_first() else { return false };
    // A piece that is repeated begins where its first digit is met again.
    let mut again =
        (1..).zip(others).take(LONGEST_PIECE).filter(|(_, digit)| digit.eq_ignore_ascii_case(first));
    again.any(|(piece, _)| {
        let (earlier, later) = (window.iter(), window.iter().skip(piece));
        earlier.zip(later).all(|(a, b)| a.eq_ignore_ascii_case(b))
    })
}

/// Whether the first two digits of a window may be met again within the longest piece. All places are compared at once;
/// nearly no key has that, so that `is_repeated`, the slow way, is hardly ever needed. The test below holds that it
/// finds nothing where this says no.
fn begins_again(window: &[u8]) -> bool {
    let ([first, second, ..], Some(firsts), Some(seconds)) =
        (window, window.get(1..=LONGEST_PIECE), window.get(2..LONGEST_PIECE + 2))
    else {
        return true;
    };
    let (Ok(firsts), Ok(seconds)) =
        (<&[u8; LONGEST_PIECE]>::try_from(firsts), <&[u8; LONGEST_PIECE]>::try_from(seconds))
    else {
        return true;
    };
    let differ = |a: u8, b: u8| (a ^ b) & !0x20;
    let pairs = firsts.iter().zip(seconds);
    pairs.fold(false, |met, (a, b)| met | (differ(*a, *first) | differ(*b, *second) == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_piece_is_told_whatever_its_length() {
        let digits = b"3a9F0c71e5B28d46";
        for length in 1..=LONGEST_PIECE {
            for window in 2 * LONGEST_PIECE..=64 {
                let mut text: Vec<u8> = digits.iter().copied().take(length).cycle().take(window).collect();
                assert!(begins_again(&text) && is_repeated(&text) && is_stand_in(&text, true), "{length}");
                // The same in another case is the same.
                text.iter_mut().skip(length).for_each(|digit| *digit = digit.to_ascii_uppercase());
                assert!(begins_again(&text) && is_stand_in(&text, true), "{length}");
                if let Some(last) = text.last_mut() {
                    *last = b'z';
                }
                assert!(!is_repeated(&text), "{length} in {window}");
            }
        }
        assert!(!is_stand_in(&b"1".repeat(2 * LONGEST_PIECE - 1), true));
    }
}
