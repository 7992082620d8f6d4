//! What is wrong with a patch or a profile.

use std::fmt;

use serde::de::Error;

use crate::rule::{OwnRuleError, PatternError};

/// What is wrong with a patch or a profile, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {reason}", if path.is_empty() { "the patch" } else { path })]
pub struct RulebookError {
    path: String,
    reason: RulebookErrorReason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulebookErrorReason {
    /// There is no such field.
    #[error("no such field: expected one of {}", .accepted.join(", "))]
    UnknownField {
        /// What there is.
        accepted: Vec<&'static str>,
    },
    /// No province has these two digits.
    #[error("no province has this code")]
    UnknownProvince,
    /// No rule has this id.
    #[error("no rule has this id")]
    UnknownRule,
    /// Another rule of the rulebook has this id.
    #[error("another rule has this id")]
    Taken,
    /// One of this crate's providers has this name.
    #[error("one of this crate's providers has this name")]
    ProviderTaken,
    /// A rule that a patch writes has an id or a text that cannot be.
    #[error("{0}")]
    OwnRule(OwnRuleError),
    /// A pattern that cannot be used.
    #[error("{0}")]
    Pattern(PatternError),
    /// A value that cannot be.
    #[error("impossible: expected {0}")]
    Impossible(&'static str),
    /// A field that is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// Two cells that speak of the same order.
    #[error("speaks of the same orders as a cell before it")]
    Overlap,
    /// A value of the wrong type or name.
    #[error("{0}")]
    Malformed(String),
}

impl RulebookError {
    /// Where: a JSON Pointer (RFC 6901) into the patch.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there.
    pub const fn reason(&self) -> &RulebookErrorReason {
        &self.reason
    }

    const fn of(reason: RulebookErrorReason) -> Self {
        Self { path: String::new(), reason }
    }

    pub(crate) fn unknown_field(accepted: &[&'static str]) -> Self {
        Self::of(RulebookErrorReason::UnknownField { accepted: accepted.to_vec() })
    }

    pub(crate) const fn unknown_province() -> Self {
        Self::of(RulebookErrorReason::UnknownProvince)
    }

    pub(crate) const fn unknown_rule() -> Self {
        Self::of(RulebookErrorReason::UnknownRule)
    }

    pub(crate) const fn taken() -> Self {
        Self::of(RulebookErrorReason::Taken)
    }

    pub(crate) const fn provider_taken() -> Self {
        Self::of(RulebookErrorReason::ProviderTaken)
    }

    pub(crate) const fn own_rule(error: OwnRuleError) -> Self {
        Self::of(RulebookErrorReason::OwnRule(error))
    }

    pub(crate) const fn pattern(error: PatternError) -> Self {
        Self::of(RulebookErrorReason::Pattern(error))
    }

    pub(crate) const fn impossible(accepted: &'static str) -> Self {
        Self::of(RulebookErrorReason::Impossible(accepted))
    }

    pub(crate) const fn missing(field: &'static str) -> Self {
        Self::of(RulebookErrorReason::Missing(field))
    }

    pub(crate) const fn overlap() -> Self {
        Self::of(RulebookErrorReason::Overlap)
    }

    /// Sets the path of an error that has none yet.
    pub(crate) fn at(mut self, path: &str) -> Self {
        if self.path.is_empty() {
            path.clone_into(&mut self.path);
        }
        self
    }
}

impl Error for RulebookError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::of(RulebookErrorReason::Malformed(message.to_string()))
    }
}
