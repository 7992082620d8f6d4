//! Whether any of many texts repeats, seen without comparing them where none does.

/// The fingerprints of texts: numbers that are the same of equal texts, and hardly ever of others.
///
/// Case of ASCII letters makes no difference. Whoever chooses texts that share a fingerprint, or crowd the table,
/// gains nothing: a repetition that is only possible is looked for among the texts, as one that is there.
#[derive(Debug, Default)]
pub(crate) struct RepeatFilter {
    /// Each at the place that its first [`bits`](Self::bits) say, or at one of the next; 0 where there is none. After the
    /// last of these places there are some for those that find it taken.
    places: Vec<u64>,
    bits: u32,
    /// How many were kept, with those that were there already.
    count: usize,
    /// Whether one had no room: then any may be there.
    is_crowded: bool,
}

/// So many places are looked at for one fingerprint. Half of all are free: it is rarely more than ten.
const NEAR: usize = 64;

impl RepeatFilter {
    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, more: usize) {
        let least = (self.count + more).saturating_mul(2).next_power_of_two();
        if least + NEAR <= self.places.len() {
            return;
        }
        let known = std::mem::replace(&mut self.places, vec![0; least + NEAR]);
        self.bits = least.trailing_zeros();
        for fingerprint in known.into_iter().filter(|known| *known != 0) {
            self.insert(fingerprint);
        }
    }

    /// Keeps a text of a kind. Whether it may be there already: where not, it is not.
    pub(crate) fn may_have(&mut self, kind: u8, text: &[u8]) -> bool {
        // Any odd number: the same text of two kinds has two fingerprints.
        let kind = u64::from(kind).wrapping_mul(0xff51_afd7_ed55_8ccd);
        self.count += 1;
        self.insert(fingerprint(text) ^ kind) || self.is_crowded
    }

    /// Whether it may be there already.
    fn insert(&mut self, fingerprint: u64) -> bool {
        // No text has the one that stands for none.
        let fingerprint = fingerprint.max(1);
        let first = fingerprint.checked_shr(u64::BITS - self.bits).unwrap_or_default();
        let first = usize::try_from(first).unwrap_or(usize::MAX);
        let near = self.places.get_mut(first..).unwrap_or_default();
        for place in near.iter_mut().take(NEAR) {
            if *place == 0 {
                *place = fingerprint;
                return false;
            }
            if *place == fingerprint {
                return true;
            }
        }
        self.is_crowded = true;
        true
    }
}

fn fingerprint(text: &[u8]) -> u64 {
    // Of a small letter and its capital this bit is all that differs.
    const CASE: u64 = 0x2020_2020_2020_2020;
    // 2 to the 64th by the golden ratio, as in Fibonacci hashing; odd, so that no word is lost.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

    let mix = |state: u64, word: u64| {
        let product = (state ^ (word | CASE)).wrapping_mul(FACTOR);
        product ^ product >> 32
    };
    let word = |bytes: &[u8]| <[u8; 8]>::try_from(bytes).map_or(0, u64::from_le_bytes);
    // The last word overlaps the one before it; so the length counts as well.
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
        let mut fingerprints = RepeatFilter::default();
        let mut is_there = |text: &str| {
            fingerprints.reserve(1);
            fingerprints.may_have(0, text.as_bytes())
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

    #[test]
    fn a_text_of_another_kind_is_another_text() {
        let mut fingerprints = RepeatFilter::default();
        fingerprints.reserve(3);
        assert!(!fingerprints.may_have(0, b"a") && !fingerprints.may_have(1, b"a"));
        assert!(fingerprints.may_have(1, b"a"));
    }

    /// Whoever finds texts whose fingerprints begin alike makes the table say that any may be there, and no more.
    #[test]
    fn where_one_has_no_room_any_may_be_there() {
        let mut fingerprints = RepeatFilter::default();
        fingerprints.reserve(1_000);
        assert!((1..=64).all(|n| !fingerprints.insert(n)) && fingerprints.insert(64));
        assert!(!fingerprints.may_have(0, b"a"));
        assert!(fingerprints.insert(65) && fingerprints.may_have(0, b"b"));
    }

    /// Names that differ in a number, or in one character at any place.
    #[test]
    fn different_texts_have_different_fingerprints() {
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
