//! Texts: the two languages, a text in both, masking, and how a typed text is trimmed and compared; and what is
//! kept by texts and other keys.

mod filled;
mod folded;
mod language;
mod mask;
#[macro_use]
mod params;
pub(crate) mod sealed;
mod sorted;
mod unknown_name;
mod written;

pub(crate) use filled::filled;
pub(crate) use folded::{folded, is_dash, same_name, written_otherwise};
#[cfg(test)]
pub(crate) use language::laws;
pub(crate) use language::Both;
pub use language::{Language, Term, Text};
pub use mask::Masked;
pub use params::{Param, Params};
pub(crate) use sorted::{set, share_any, sort_by, Sorted};
pub use unknown_name::UnknownName;
pub(crate) use written::{written, Iso};
