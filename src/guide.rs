//! Pages to read: what the crate knows, written out. They hold no code.

/// The table of provinces, as of the default rulebook.
///
#[doc = include_str!("guide/provinces.md")]
pub mod provinces {}
