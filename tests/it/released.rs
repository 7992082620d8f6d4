//! What was released stays: requests and reports of every version can be read, and nothing is gone from its
//! schemas. A folder under `released/` is made with its version and never changed.

use std::collections::BTreeSet;

use beian::{validate, OrderKind, Report, Request, Rulebook};
use serde_json::Value;

use crate::common::{self, names, read};

/// The released versions.
fn versions() -> BTreeSet<String> {
    let files = names("released", "json");
    files.iter().map(|name| name.split('/').next().unwrap().to_owned()).collect()
}

/// Whether `new` contains everything that `old` does.
fn keeps(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.iter().all(|(key, value)| new.get(key).is_some_and(|other| keeps(value, other)))
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| keeps(old, new))
        }
        _ => old == new,
    }
}

#[test]
fn requests_of_every_version_are_read_without_loss() {
    assert!(versions().contains("0.1.0"));
    for version in versions() {
        for kind in OrderKind::ALL {
            let place = format!("released/{version}/{kind}.json");
            if !common::tests().join(&place).exists() {
                continue;
            }
            let old: Value = serde_json::from_str(&read(&place)).unwrap();
            let request: Request =
                serde_json::from_value(old.clone()).unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(request.order.kind(), *kind, "{place}");
            assert!(
                keeps(&old, &serde_json::to_value(&request).unwrap()),
                "{place} is not written as it was read"
            );
            let report = validate(&request.order, &request.context, &Rulebook::default());
            assert_eq!(report.rulebook.crate_version, env!("CARGO_PKG_VERSION"));
        }
    }
}

/// The first version had every kind of order.
#[test]
fn the_first_version_is_whole() {
    for kind in OrderKind::ALL {
        assert!(common::tests().join(format!("released/0.1.0/{kind}.json")).exists(), "{kind}");
    }
}

#[test]
fn reports_of_every_version_are_read_without_loss() {
    for version in versions() {
        let place = format!("released/{version}/report.json");
        let old: Value = serde_json::from_str(&read(&place)).unwrap();
        let report: Report =
            serde_json::from_value(old.clone()).unwrap_or_else(|error| panic!("{place}: {error}"));
        assert!(!report.findings.is_empty() && !report.undetermined.is_empty(), "{place}");
        assert!(
            keeps(&old, &serde_json::to_value(&report).unwrap()),
            "{place} is not written as it was read"
        );
    }
}

/// What a part of a schema had and its later version lacks, or requires anew.
fn lost(old: &Value, new: &Value, at: &str, is_read: bool, gone: &mut Vec<String>) {
    let texts = |value: &Value| -> BTreeSet<String> {
        value.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    };
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in old {
                let at = format!("{at}/{key}");
                match (key.as_str(), new.get(key)) {
                    ("description" | "title" | "$schema", _) => {}
                    // A request must not require more, and a report must not promise less.
                    ("required", other) => {
                        let (old, new) = (texts(value), other.map(texts).unwrap_or_default());
                        let broken = if is_read { new.difference(&old) } else { old.difference(&new) };
                        gone.extend(broken.map(|name| format!("{at}: {name}")));
                    }
                    ("enum", other) => {
                        let (old, new) = (texts(value), other.map(texts).unwrap_or_default());
                        gone.extend(old.difference(&new).map(|name| format!("{at}: {name}")));
                    }
                    (_, Some(other)) => lost(value, other, &at, is_read, gone),
                    (_, None) => gone.push(at),
                }
            }
            if is_read && !old.contains_key("required") {
                let asked = new.get("required").map(texts).unwrap_or_default();
                gone.extend(asked.into_iter().map(|name| format!("{at}: {name} is asked for")));
            }
        }
        // The kinds of a tagged object: each earlier kind is still there.
        (Value::Array(old), Value::Array(new)) => {
            for (place, value) in old.iter().enumerate() {
                let is_same = |other: &&Value| {
                    let mut missing = Vec::new();
                    lost(value, other, "", is_read, &mut missing);
                    missing.is_empty()
                };
                if !new.iter().any(|other| is_same(&other)) {
                    gone.push(format!("{at}/{place}"));
                }
            }
        }
        _ if old == new => {}
        _ => gone.push(format!("{at}: {old} is {new} now")),
    }
}

#[test]
fn nothing_is_gone_from_the_schemas() {
    for version in versions() {
        for (name, is_read) in [("request", true), ("report", false)] {
            let parse = |text: String| serde_json::from_str::<Value>(&text).unwrap();
            let old = parse(read(format!("released/{version}/schemas/{name}.json")));
            let new = parse(read(format!("schemas/{name}.json")));
            let mut gone = Vec::new();
            lost(&old, &new, "", is_read, &mut gone);
            assert!(gone.is_empty(), "{name} of {version}: {gone:#?}");
        }
    }
}

/// The comparison detects changes that would break a client.
#[test]
fn what_breaks_is_seen() {
    let old: Value = serde_json::from_str(&read("released/0.1.0/schemas/request.json")).unwrap();
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut new = old.clone();
        change(&mut new);
        let mut gone = Vec::new();
        lost(&old, &new, "", true, &mut gone);
        gone
    };
    assert_eq!(broken(&|_| {}), Vec::<String>::new());
    let severed = broken(&|new| {
        new["$defs"]["Context"]["properties"].as_object_mut().unwrap().remove("account");
    });
    assert_eq!(severed, ["/$defs/Context/properties/account"]);
    let asked =
        broken(&|new| new["$defs"]["Context"]["required"].as_array_mut().unwrap().push("account".into()));
    assert_eq!(asked, ["/$defs/Context/required: account"]);
    let unnamed = broken(&|new| {
        new["$defs"]["PrincipalKind"]["enum"].as_array_mut().unwrap().remove(0);
    });
    assert_eq!(unnamed.len(), 1, "{unnamed:?}");
}
