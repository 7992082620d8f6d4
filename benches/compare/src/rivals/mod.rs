//! The alternatives to this crate, and to writing such rules in Rust.

pub(crate) mod field_checks;
pub(crate) mod json_schema;
pub(crate) mod rego;
