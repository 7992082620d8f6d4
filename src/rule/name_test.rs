//! A pattern that names are held against: the check of a rule that a patch writes.

use regex::{Regex, RegexBuilder};

use crate::rule::{NameOf, PatternError};

/// The longest pattern, in bytes.
const LONGEST_PATTERN: usize = 1_000;

/// The most memory that a compiled pattern takes, in bytes: with the length of a name it bounds the time of a search.
const LARGEST: usize = 64 * 1024;

/// How deep groups stand in each other.
const DEEPEST: u32 = 20;

/// Of a longer name the beginning is searched: nobody's name is as long.
const LONGEST_NAME: usize = 256;

/// A pattern that names are held against.
#[derive(Debug)]
pub(crate) struct NameTest {
    pub(crate) of: NameOf,
    /// Whether what matches is refused; else what does not.
    pub(crate) is_refusal: bool,
    pattern: Regex,
}

impl NameTest {
    pub(crate) fn new(of: NameOf, is_refusal: bool, pattern: &str) -> Result<Self, PatternError> {
        if pattern.is_empty() {
            return Err(PatternError::Empty);
        }
        if pattern.len() > LONGEST_PATTERN {
            return Err(PatternError::TooLarge);
        }
        let mut builder = RegexBuilder::new(pattern);
        let pattern =
            builder.size_limit(LARGEST).nest_limit(DEEPEST).build().map_err(|error| match error {
                regex::Error::CompiledTooBig(_) => PatternError::TooLarge,
                other => PatternError::Syntax(other.to_string().into()),
            })?;
        Ok(Self { of, is_refusal, pattern })
    }

    /// What is wrong with a name: the part that is refused, or, of what is required, the name itself.
    pub(crate) fn fault<'n>(&self, name: &'n str) -> Option<&'n str> {
        let end = name.char_indices().nth(LONGEST_NAME).map_or(name.len(), |(end, _)| end);
        let start = name.get(..end)?;
        if self.is_refusal {
            self.pattern.find(start).map(|found| found.as_str())
        } else {
            (!self.pattern.is_match(start)).then_some(name)
        }
    }
}
