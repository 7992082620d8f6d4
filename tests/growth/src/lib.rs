//! What reading and judging an order costs, and how the cost grows with what is sent. See `tests/growth.rs`; the
//! example `seconds` prints times.

pub mod asked;
mod counting;
pub mod hostile;
pub mod shapes;

pub use counting::{counted, Cost};
