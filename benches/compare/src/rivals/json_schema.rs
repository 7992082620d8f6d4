//! JSON Schema: shapes, lengths and patterns. It has no check digits, no days, and no comparison across an
//! order.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::Value;

/// The schema of an order of APPs.
pub(crate) fn validator() -> Validator {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rivals/order.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// Where the order departs from the schema, as JSON Pointers.
pub(crate) fn places(validator: &Validator, order: &Value) -> BTreeSet<String> {
    validator.iter_errors(order).map(|error| error.instance_path().to_string()).collect()
}
