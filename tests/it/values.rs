//! The types that parse the texts of an order, checked against published vectors and against their laws.

mod constructed;
mod laws;

mod address;
mod credit_code;
mod date;
mod domain_name;
mod email;
mod filing_number;
mod fingerprint;
mod mobile;
mod organization_code;
mod package_name;
mod phone;
mod province;
mod public_key;
mod region;
mod registration_number;
mod resident_id;
