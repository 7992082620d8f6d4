//! Whether any of many texts repeats, seen without comparing them where none does.

/// The fingerprints of texts: numbers that are the same of equal texts, and hardly ever of others.
///
/// Case of ASCII letters makes no difference. Whoever chooses texts that share a fingerprint gains nothing: a
/// repetition that is only possible is looked for among the texts, as one that is there.
#[derive(Debug)]
pub(crate) struct Fingerprints(Vec<u64>);

impl Fingerprints {
    /// None yet, with room for so many.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    pub(crate) fn push(&mut self, text: &[u8]) {
        self.0.push(fingerprint(text));
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a text may be there twice. Where not, none is.
    pub(crate) fn may_repeat(mut self) -> bool {
        self.0.sort_unstable();
        self.0.iter().zip(self.0.iter().skip(1)).any(|(one, next)| one == next)
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
        let mut fingerprints = Fingerprints::with_capacity(0);
        texts.into_iter().for_each(|text| fingerprints.push(text.as_bytes()));
        fingerprints.may_repeat()
    }

    #[test]
    fn a_text_that_is_there_twice_is_seen() {
        for text in ["", "a", "com.example.app", "示例应用", "com.example.application"] {
            assert!(may_repeat(["x", text, "y", text]), "{text}");
            assert!(!may_repeat(["x", text, "y"]), "{text}");
        }
        assert!(may_repeat(["li.si@Example.com", "Li.Si@example.com"]));
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
