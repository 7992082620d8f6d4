//! Holds documents of the wire format against the schemas that the crate keeps. See `tests/documents.rs`.
