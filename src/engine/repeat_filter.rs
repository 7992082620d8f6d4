//! The repeat filter: that no text repeats, which is usual, it shows without comparing any two.

/// A set of the hashes of texts. A text whose hash is new was certainly not met before; one whose hash is
/// known may have been. The case of ASCII letters makes no difference.
///
/// A miss is the fast path: nothing repeats. On a hit the texts themselves are sorted and compared
/// (`duplicates`), so that a stranger who makes hashes collide, or crowds the table, gains nothing but this
/// slow way. The tests below hold both equal.
#[derive(Debug, Default)]
pub(crate) struct RepeatFilter {
    /// Open-addressing hash table with linear probing. The top [`bits`](Self::bits) of a hash are its home
    /// slot; 0 marks an empty slot; 64 spare slots follow the last home slot.
    slots: Vec<u64>,
    bits: u32,
    /// How many texts were added, repeated ones included.
    count: usize,
    /// Whether a hash found no free slot within reach: then any text may have been met before.
    is_crowded: bool,
}

/// The longest probe. At most half of the slots are taken, so that a probe is rarely longer than ten.
const LONGEST_PROBE: usize = 64;

impl RepeatFilter {
    /// Makes room for this many more texts.
    pub(crate) fn reserve(&mut self, more: usize) {
        let least = (self.count + more).saturating_mul(2).next_power_of_two();
        if least + LONGEST_PROBE <= self.slots.len() {
            return;
        }
        let known = std::mem::replace(&mut self.slots, vec![0; least + LONGEST_PROBE]);
        self.bits = least.trailing_zeros();
        for hash in known.into_iter().filter(|known| *known != 0) {
            self.insert(hash);
        }
    }

    /// Adds a text of a kind, and says whether it may have been added before; `false` is certain.
    pub(crate) fn may_have(&mut self, kind: u8, text: &[u8]) -> bool {
        // The multiplier is odd: the same text of two kinds has two hashes.
        let kind = u64::from(kind).wrapping_mul(0xff51_afd7_ed55_8ccd);
        self.count += 1;
        self.insert(hash(text) ^ kind) || self.is_crowded
    }

    /// Adds a hash, and says whether it may be there already.
    fn insert(&mut self, hash: u64) -> bool {
        // 0 marks an empty slot, so that no hash may be 0.
        let hash = hash.max(1);
        let first = hash.checked_shr(u64::BITS - self.bits).unwrap_or_default();
        let first = usize::try_from(first).unwrap_or(usize::MAX);
        let reach = self.slots.get_mut(first..).unwrap_or_default();
        for slot in reach.iter_mut().take(LONGEST_PROBE) {
            if *slot == 0 {
                *slot = hash;
                return false;
            }
            if *slot == hash {
                return true;
            }
        }
        self.is_crowded = true;
        true
    }
}

fn hash(text: &[u8]) -> u64 {
    // The bit in which a small ASCII letter differs from its capital, in each byte of a word.
    const CASE: u64 = 0x2020_2020_2020_2020;
    // 2 to the 64th by the golden ratio, as in Fibonacci hashing. Odd, so multiplication is a bijection on
    // `u64`: two different words never collide here.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

    let mix = |state: u64, word: u64| {
        let product = (state ^ (word | CASE)).wrapping_mul(FACTOR);
        product ^ product >> 32
    };
    let word = |bytes: &[u8]| <[u8; 8]>::try_from(bytes).map_or(0, u64::from_le_bytes);
    // The last word overlaps the one before it, so the length has to count as well.
    let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
    let state =
        text.chunks_exact(8).fold(length.wrapping_mul(FACTOR), |state, bytes| mix(state, word(bytes)));
    match text.len().checked_sub(8) {
        Some(last) => mix(state, text.get(last..).map_or(0, word)),
        None => mix(state, text.iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_repeat<'a>(texts: impl IntoIterator<Item = &'a str>) -> bool {
        let mut filter = RepeatFilter::default();
        let mut is_there = |text: &str| {
            filter.reserve(1);
            filter.may_have(0, text.as_bytes())
        };
        texts.into_iter().fold(false, |any, text| is_there(text) | any)
    }

    #[test]
    fn a_text_that_is_there_twice_is_seen() {
        for text in ["", "a", "com.example.app", "示例应用", "com.example.application"] {
            assert!(may_repeat(["x", text, "y", text]), "{text}");
            assert!(!may_repeat(["x", text, "y"]), "{text}");
        }
        assert!(may_repeat(["li.si@Example.com", "Li.Si@example.com"]));
    }

    /// Many short texts of two kinds, some of them equal: one that a set of the texts has is never called
    /// new, and hardly any new one is called known.
    #[test]
    fn no_repetition_is_hidden() {
        let mut filter = RepeatFilter::default();
        let mut known = std::collections::HashSet::new();
        let mut falsely_known = 0;
        for n in 0..10_000_u64 {
            let number = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 53;
            let kind = u8::from(n % 3 == 0);
            let text = if n % 2 == 0 { format!("Example{number}") } else { format!("示例{number}") };
            filter.reserve(1);
            let is_new = known.insert((kind, text.to_ascii_lowercase()));
            let may_be_known = filter.may_have(kind, text.as_bytes());
            assert!(is_new || may_be_known, "{text}");
            falsely_known += u32::from(is_new && may_be_known);
        }
        assert!(known.len() > 1_000 && known.len() < 10_000 && falsely_known == 0, "{falsely_known}");
    }

    #[test]
    fn a_text_of_another_kind_is_another_text() {
        let mut filter = RepeatFilter::default();
        filter.reserve(3);
        assert!(!filter.may_have(0, b"a") && !filter.may_have(1, b"a"));
        assert!(filter.may_have(1, b"a"));
    }

    /// Hashes that share a home slot fill its reach: then any text may have been met, and nothing else goes
    /// wrong.
    #[test]
    fn where_one_has_no_room_any_may_be_there() {
        let mut filter = RepeatFilter::default();
        filter.reserve(1_000);
        assert!((1..=64).all(|n| !filter.insert(n)) && filter.insert(64));
        assert!(!filter.may_have(0, b"a"));
        assert!(filter.insert(65) && filter.may_have(0, b"b"));
    }

    /// Texts that differ in a number, in one character, or in length have different hashes.
    #[test]
    fn different_texts_have_different_hashes() {
        let numbered: Vec<String> = (0..20_000).map(|n| format!("com.example.app{n}")).collect();
        assert!(!may_repeat(numbered.iter().map(String::as_str)));
        let text = "api.example.com/示例应用";
        let count = text.chars().count();
        let with_sign =
            |at| text.chars().enumerate().map(move |(place, c)| if place == at { '#' } else { c });
        let changed: Vec<String> = (0..count).map(|at| with_sign(at).collect()).collect();
        assert!(!may_repeat(changed.iter().map(String::as_str).chain([text])));
        let shorter: Vec<String> = (0..count).map(|length| text.chars().take(length).collect()).collect();
        assert!(!may_repeat(shorter.iter().map(String::as_str)));
    }
}
