//! Places in an order.

mod field_path;
mod key;
mod location;
mod pattern;
mod to_path;

pub(crate) use field_path::document_order;
#[cfg(feature = "json")]
pub(crate) use field_path::key_segment;
pub use field_path::{FieldPath, FieldPathError, Segment};
pub use key::Key;
pub(crate) use location::Location;
pub use pattern::{PathPattern, PathPatternError};
pub use to_path::ToPath;
