//! The words of all provinces that a domain is looked through for.

use std::borrow::Cow;

use once_cell::sync::Lazy;

use crate::rulebook::provinces::{column, is_lower_word_of, lower, WordRule};

/// The words that some province of the table does not take in a domain, of whomever.
pub(crate) static UNUSUAL_WORDS: Lazy<UnusualWords<'static>> =
    Lazy::new(|| UnusualWords::of(column::domain_words().elsewhere().map(|(_, rule)| rule)));

/// The words that some province does not take in a domain.
#[derive(Debug)]
pub(crate) struct UnusualWords<'a> {
    ascii: Vec<Cow<'a, str>>,
    others: Vec<Cow<'a, str>>,
}

impl<'a> UnusualWords<'a> {
    /// The words of these rules, apart by whether a name in ASCII can have them.
    fn of(rules: impl Iterator<Item = &'a WordRule>) -> Self {
        let words = rules.flat_map(|rule| rule.words().iter());
        let (ascii, others) = words.map(lower).partition(|word| word.is_ascii());
        Self { ascii, others }
    }

    /// Whether one of them is in a name, which is in lower case.
    pub(crate) fn has_some_in(&self, name: &str) -> bool {
        let has = |words: &[Cow<'_, str>]| words.iter().any(|word| is_lower_word_of(word, name));
        has(&self.ascii) || !name.is_ascii() && has(&self.others)
    }
}
