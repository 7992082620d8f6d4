//! Pages of the documentation.

/// The table of provinces, as of the default rulebook.
///
#[doc = include_str!("guide/provinces.md")]
pub mod provinces {}

#[doc = include_str!("guide/rules.md")]
pub mod rules {}
