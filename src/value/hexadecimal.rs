//! Long texts of hexadecimal digits, looked through in wide steps.

/// Whether there are only hexadecimal digits, in either case.
pub(super) fn is_hexadecimal(text: &str) -> bool {
    const BLOCK: usize = 32;

    // How far a byte is from a digit: none of 0 to 9 after the first, none of six letters.
    let distance = |byte: u8| {
        let from_digits = byte.wrapping_sub(b'0').saturating_sub(9);
        let from_letters = (byte | 0x20).wrapping_sub(b'a').saturating_sub(5);
        from_digits.min(from_letters)
    };
    // Without an early end, and in blocks of one length: the compiler checks many bytes at a time.
    let mut distances = [0; BLOCK];
    let mut add = |bytes: &[u8]| {
        for (sum, byte) in distances.iter_mut().zip(bytes) {
            *sum |= distance(*byte);
        }
    };
    let bytes = text.as_bytes();
    let mut blocks = bytes.chunks_exact(BLOCK);
    for block in &mut blocks {
        if let Ok(block) = <&[u8; BLOCK]>::try_from(block) {
            add(block);
        }
    }
    // What is left over is looked at with what stands before it.
    match bytes.len().checked_sub(BLOCK).and_then(|last| <&[u8; BLOCK]>::try_from(bytes.get(last..)?).ok()) {
        Some(block) => add(block),
        None => add(bytes),
    }
    distances.iter().fold(0, |sum, distance| sum | distance) == 0
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
        // As many that are none, one below the other.
        assert!(!is_hexadecimal(&"g".repeat(64)));
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
