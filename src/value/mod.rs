//! What the texts of an order mean: types that parse and print, useful without an order.
//!
//! Each type has `parse(&str)`, `FromStr`, `Display` (the canonical form) and an error that is a closed list
//! of reasons. A reason has a stable `code()` (what a finding carries), an English `Display` and a `text()` in
//! both languages. Types of personal numbers show a masked form under `Debug`.

mod reason;
mod mask;

pub use mask::Masked;

mod province;
mod region;
mod region_table;

pub use province::Province;
pub use region::{Agreement, Region, RegionError, RegionLevel};
