//! The schemas as they are kept under `schemas/`. That requests and reports validate against them is shown by the
//! package under `schema/`.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs;

use beian::schema;
use serde_json::Value;

#[test]
fn the_schemas_are_as_kept() {
    for (name, schema) in [("request", schema::request()), ("report", schema::report())] {
        let kept: Value =
            serde_json::from_str(&fs::read_to_string(format!("tests/schemas/{name}.json")).unwrap()).unwrap();
        let is_kept = kept == *schema.as_value();
        assert!(
            is_kept,
            "the schema of {name} has changed. If that is meant, write it anew: \
             cargo run --features schema --example schema -- {name} > tests/schemas/{name}.json"
        );
    }
}

/// What stands in the schema of a whole is what its part's own schema says.
#[test]
fn the_schema_of_a_request_has_those_of_order_and_context() {
    let request = schema::request().to_value();
    for (name, part) in [("Order", schema::order()), ("Context", schema::context())] {
        let mut part = part.to_value();
        let part = part.as_object_mut().unwrap();
        for key in ["$schema", "$defs", "title"] {
            part.remove(key);
        }
        assert_eq!(request.pointer(&format!("/$defs/{name}")).unwrap().as_object().unwrap(), part, "{name}");
    }
}
