//! What one would take instead of writing such rules in Rust, or of this crate.

pub(crate) mod field_checks;
pub(crate) mod json_schema;
pub(crate) mod rego;
