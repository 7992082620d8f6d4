//! Pages of the documentation.
//!
//! | page | for |
//! |---|---|
//! | [`design`] | whoever asks why the crate is as it is, and what it leaves out |
//! | [`rules`] | whoever was refused, or writes about a rule: each one with its reason, an example and its source |
//! | [`provinces`] | whoever files in a province: what it asks, and how well that is known |
//! | [`providers`] | whoever files with a provider: its limits, with their sources, and what is unknown |
//! | [`wire`] | whoever sends orders or reads reports over a network, with servers and clients of different versions |
//! | [`wasm`] | whoever checks orders in a browser, where nothing that is typed has to leave it |
//! | [`scope`] | whoever chooses: what the crate costs, what else could be done, and what its knowledge rests on |
//! | [`updating`] | whoever keeps the rules up to date, in a service or in the crate |
//!
//! `rules`, `provinces` and `providers` are written from the rulebooks, and a test holds them to those.

#[doc = include_str!("design.md")]
pub mod design {}

#[doc = include_str!("rules.md")]
pub mod rules {}

/// The table of provinces, as of the default rulebook.
///
#[doc = include_str!("provinces.md")]
pub mod provinces {}

#[doc = include_str!("providers.md")]
pub mod providers {}

#[doc = include_str!("wire.md")]
pub mod wire {}

#[doc = include_str!("wasm.md")]
pub mod wasm {}

#[doc = include_str!("scope.md")]
pub mod scope {}

#[doc = include_str!("updating.md")]
pub mod updating {}
