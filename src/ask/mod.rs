//! Questions besides validation: what the form asks, what is still missing, what is filed, which orders to
//! hand in, what other provinces would say.

mod candidates;
pub mod checklist;
pub mod export;
pub mod form;
pub mod lookup;
pub(crate) mod place;
#[cfg(feature = "schema")]
pub mod schema;
pub(crate) mod split;
pub(crate) mod what_if;
