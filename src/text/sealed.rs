//! What keeps a public trait from being implemented elsewhere, so that it can have more methods later.

/// A supertrait that nothing outside the crate can name.
pub trait Sealed {}
