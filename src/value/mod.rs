//! What the texts of an order mean: types that parse and print, useful without an order.
//!
//! Each type has `parse(&str)`, `FromStr`, `Display` (the canonical form) and an error that is a closed list
//! of reasons. A reason has a stable `code()` (what a finding carries), an English `Display` and a `text()` in
//! both languages. Types of personal numbers show a masked form under `Debug`.

mod reason;
mod mask;

pub use mask::Masked;

mod domain_name;
mod domain_name_table;
mod filing_number;
mod fingerprint;
mod package_name;
mod province;
mod public_key;
mod region;
mod region_table;
mod suffix;

pub use domain_name::{DomainName, DomainNameError};
pub use filing_number::{FilingNumber, FilingNumberError, FilingNumberKind};
pub use fingerprint::{Fingerprint, FingerprintError};
pub use package_name::{PackageName, PackageNameError};
pub use province::Province;
pub use public_key::{PublicKey, PublicKeyError};
pub use region::{Agreement, Region, RegionError, RegionLevel};
pub use suffix::{Approval, Suffix};
