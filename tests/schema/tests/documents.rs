//! The documents under `tests/` against the schemas under `tests/schemas`: what is read validates, and what is refused
//! for its shape does not.
//!
//! `cargo test --manifest-path tests/schema/Cargo.toml`

use std::fs;
use std::path::{Path, PathBuf};

use beian::service::ServiceKind;
use beian::{testing, validate, OrderKind, PrincipalKind, Request, Rulebook};
use jsonschema::Validator;
use serde_json::{json, Value};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn validator(document: &str) -> Validator {
    let schema = read(&tests().join("schemas").join(format!("{document}.json")));
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{document}: {error}"));
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

/// The JSON documents under a folder.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn clean(order: OrderKind, principal: PrincipalKind, service: ServiceKind) -> Value {
    serde_json::to_value(testing::request(order, principal, service)).unwrap()
}

/// The clean requests, the golden documents of the wire format, and those that the programs carry.
fn requests() -> Vec<(String, Value)> {
    let mut requests = Vec::new();
    for order in OrderKind::ALL.iter().copied() {
        for principal in [PrincipalKind::Individual, PrincipalKind::Enterprise] {
            for service in ServiceKind::ALL.iter().copied() {
                requests.push((format!("{order} {principal} {service}"), clean(order, principal, service)));
            }
        }
    }
    let folders = [tests().join("wire"), tests().join("../examples/orders")];
    let paths = folders.iter().flat_map(|folder| documents(folder));
    requests.extend(paths.map(|path| (path.display().to_string(), read(&path))));
    requests
}

fn is_read(json: &Value) -> bool {
    Request::from_json(json.to_string().as_bytes()).is_ok()
}

#[test]
fn requests_validate() {
    let validator = validator("request");
    let requests = requests();
    for (name, json) in &requests {
        let errors: Vec<_> =
            validator.iter_errors(json).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
    assert!(requests.len() > 30, "{}", requests.len());
}

/// Every edit of this list makes a request that is not read; none validates.
#[test]
fn what_is_not_read_does_not_validate() {
    let validator = validator("request");
    let edits: &[(&str, Value)] = &[
        ("/order/kind", json!("first_filling")),
        ("/order/kind", json!(1)),
        ("/order/filing_number", json!("粤ICP备2021000001号")),
        ("/order/principal/kind", json!("company")),
        ("/order/principal/name", json!(["沈若谷"])),
        ("/order/principal/nickname", json!("若谷")),
        ("/order/principal/certificate/valid_until", json!("forever")),
        ("/order/principal/certificate/valid_from", json!("2020-13-01")),
        ("/order/principal/responsible_person/mobile_verified", json!("yes")),
        ("/order/services", json!({})),
        ("/order/services/0/kind", json!("app")),
        ("/order/services/0/contents", json!(["blogs"])),
        ("/order/services/0/resources/0/kind", json!("mainframe")),
        ("/order/services/0/resources/0/code", json!("ABC")),
        ("/order/services/0/resources/0/purchased_months", json!(-1)),
        ("/order/services/0/resources/0/purchased_months", json!(1.5)),
        ("/order/services/0/resources/0/purchased_months", json!(4_294_967_296_u64)),
        ("/order/services/0/materials/0/kind", Value::Null),
        ("/order/agreements", json!(["everything"])),
        ("/context/today", json!("23 November 2026")),
        ("/context/today", Value::Null),
        ("/context/registry/principals", json!("none")),
        ("/comment", json!("")),
    ];
    let clean = clean(OrderKind::FirstFiling, PrincipalKind::Individual, ServiceKind::Website);
    assert!(is_read(&clean) && validator.is_valid(&clean));
    for (path, value) in edits {
        let mut json = clean.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        json.pointer_mut(parent).unwrap()[key] = value.clone();
        assert!(!is_read(&json), "{path} {value} is read");
        assert!(!validator.is_valid(&json), "{path} {value} validates");
    }
}

/// Whatever key is taken out or set to `null`, reading and the schema agree.
#[test]
fn reading_and_the_schema_agree_on_what_has_to_be_there() {
    fn places(json: &Value, place: &str, found: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match json {
            Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(list) => list.iter().enumerate().map(|(i, value)| (i.to_string(), value)).collect(),
            _ => return,
        };
        for (key, value) in children {
            let place = format!("{place}/{key}");
            if json.is_object() {
                found.push(place.clone());
            }
            places(value, &place, found);
        }
    }
    let validator = validator("request");
    for (order, principal, service) in [
        (OrderKind::FirstFiling, PrincipalKind::Enterprise, ServiceKind::App),
        (OrderKind::ChangeFiling, PrincipalKind::Individual, ServiceKind::Website),
        (OrderKind::MigrateAccount, PrincipalKind::Enterprise, ServiceKind::App),
    ] {
        let clean = clean(order, principal, service);
        let mut found = Vec::new();
        places(&clean, "", &mut found);
        for place in found {
            let (parent, key) = place.rsplit_once('/').unwrap();
            let mut without = clean.clone();
            without.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
            let mut with_null = clean.clone();
            with_null.pointer_mut(parent).unwrap()[key] = Value::Null;
            for json in [without, with_null] {
                assert_eq!(is_read(&json), validator.is_valid(&json), "{order} {place}");
            }
        }
    }
}

#[test]
fn reports_validate() {
    let validator = validator("report");
    let mut findings = 0;
    for (name, mut json) in requests() {
        for key in ["", "principal", "services", "agreements"] {
            if let Some(order) = json["order"].as_object_mut() {
                order.remove(key);
            }
            let request = Request::from_json(json.to_string().as_bytes()).unwrap();
            let report = validate(&request.order, &request.context, &Rulebook::default());
            findings += report.findings.len();
            let report = serde_json::to_value(&report).unwrap();
            let errors: Vec<_> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{name}: {errors:#?}");
        }
    }
    assert!(findings > 50, "{findings}");
}
