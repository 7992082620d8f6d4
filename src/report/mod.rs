//! What comes out: findings with their remedies, what could not be decided, and how two reports differ.

mod comparison;
mod finding;
mod left_out;
pub(crate) mod message;
pub(crate) mod remedy;
#[allow(clippy::module_inception)] // the report itself, beside its parts
mod report;
mod undetermined;

pub use crate::text::{Param, Params};
pub use comparison::{Changed, ComparedUndetermined, Comparison};
pub(crate) use finding::Fact;
pub use finding::Finding;
pub use left_out::LeftOut;
pub(crate) use left_out::{leave_out, leave_out_early};
pub(crate) use report::sort;
pub use report::{FindingNotFound, Refused, Report};
pub use undetermined::{Need, Undetermined};
