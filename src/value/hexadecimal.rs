//! Long texts of hexadecimal digits, looked through in wide steps.

/// Whether there are only hexadecimal digits, in either case.
pub(super) fn is_hexadecimal(text: &str) -> bool {
    const BLOCK: usize = 32;

    let is_other = |byte: u8| {
        let (is_digit, is_letter) = (byte.wrapping_sub(b'0') < 10, (byte | 0x20).wrapping_sub(b'a') < 6);
        u8::from(!(is_digit | is_letter))
    };
    // Without an early end, and in blocks of one length: the compiler checks many bytes at a time.
    let any = |bytes: &[u8]| bytes.iter().fold(0, |others, byte| others | is_other(*byte));
    let mut blocks = text.as_bytes().chunks_exact(BLOCK);
    let mut others = 0;
    for block in &mut blocks {
        if let Ok(block) = <&[u8; BLOCK]>::try_from(block) {
            others |= any(block);
        }
    }
    others | any(blocks.remainder()) == 0
}

/// What a hexadecimal digit stands for.
pub(super) const fn value(digit: u8) -> u8 {
    // Letters come 9 after the digits of the same low bits.
    (digit & 0xf) + (digit >> 6) * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_at_every_place() {
        for length in [1, 31, 32, 33, 64, 71] {
            for place in 0..length {
                for byte in 0..=127_u8 {
                    let mut text = "5".repeat(length);
                    text.replace_range(place..=place, char::from(byte).encode_utf8(&mut [0; 4]));
                    assert_eq!(is_hexadecimal(&text), byte.is_ascii_hexdigit(), "{byte} at {place}");
                }
            }
        }
        assert!(is_hexadecimal(""));
        assert!(!is_hexadecimal("5５"));
    }

    #[test]
    fn digits_have_their_values() {
        for (digit, expected) in b"0123456789abcdef".iter().zip(0..) {
            assert_eq!((value(*digit), value(digit.to_ascii_uppercase())), (expected, expected));
        }
    }
}
