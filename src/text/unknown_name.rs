//! The error for names of closed lists.

use std::fmt;

/// The error for a name that a closed list does not have. It lists those that there are, and does not repeat the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownName {
    accepted: &'static [&'static str],
}

impl UnknownName {
    pub(crate) const fn new(accepted: &'static [&'static str]) -> Self {
        Self { accepted }
    }

    /// Every name of the list.
    pub const fn accepted(self) -> &'static [&'static str] {
        self.accepted
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no such name: expected one of {}", self.accepted.join(", "))
    }
}

impl std::error::Error for UnknownName {}
