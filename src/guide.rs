//! Pages of the documentation.

#[doc = include_str!("guide/rules.md")]
pub mod rules {}
