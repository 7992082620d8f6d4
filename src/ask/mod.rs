//! Questions beside validation.

pub mod checklist;
pub mod export;
pub mod form;
pub mod lookup;
pub(crate) mod place;
#[cfg(feature = "schema")]
pub mod schema;
pub(crate) mod split;
pub(crate) mod what_if;
