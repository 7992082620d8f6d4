//! The bodies of the fuzz targets, run on their seeds and on the inputs that fuzzing found: see
//! `fuzz/Cargo.toml`.

#[path = "../fuzz/bodies.rs"]
mod bodies;

use std::fs;

use bodies::BODIES;

use crate::common::{cases, names, order, orders, read, tests};
use crate::vectors;

fn body(name: &str) -> bodies::Body {
    BODIES.iter().find(|(other, _)| *other == name).unwrap().1
}

#[test]
fn every_target_is_a_program_that_runs_its_body() {
    let programs = names("fuzz/fuzz_targets", "rs");
    let mut bodies: Vec<&str> = BODIES.iter().map(|(name, _)| *name).collect();
    bodies.sort_unstable();
    assert_eq!(programs, bodies);
    let package = read("fuzz/Cargo.toml");
    for (name, _) in BODIES {
        assert!(read(format!("fuzz/fuzz_targets/{name}.rs")).contains(&format!("bodies::{name}(bytes)")));
        assert!(package.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
}

/// Inputs that fuzzing found, and some that it cannot find by itself.
#[test]
fn what_was_found_holds() {
    for (name, body) in BODIES {
        for entry in fs::read_dir(tests().join("fuzz/found").join(name)).into_iter().flatten() {
            body(&fs::read(entry.unwrap().path()).unwrap());
        }
    }
}

#[test]
fn requests_and_reports_hold() {
    for name in orders() {
        body("request")(order(&name).to_string().as_bytes());
    }
    for name in names("wire", "json") {
        body("request")(read(format!("wire/{name}.json")).as_bytes());
    }
    // A seventh of the cases is enough here: the cases have tests of their own.
    for case in cases().iter().step_by(7) {
        body("request")(case.json.to_string().as_bytes());
        body("report")(serde_json::to_string(&case.report()).unwrap().as_bytes());
    }
    for case in cases().iter().step_by(53) {
        body("own_rules")(case.json.to_string().as_bytes());
    }
}

#[test]
fn patterns_of_names_hold() {
    for pattern in
        ["", "(?i)acme", "^[^a-z]+$", "(a+)+$", "(", "\\p{Han}{2,}", "(x{1000}){1000}", "测试|示例"]
    {
        for name in ["", "云澜测试", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!"] {
            body("name_pattern")(format!("{pattern}\n{name}").as_bytes());
        }
    }
}

/// Documents that are cut short, or have one byte changed, at many places.
#[test]
fn broken_requests_hold() {
    let text = order("first-filing/individual-website").to_string();
    for end in (0..text.len()).step_by(11) {
        body("request")(&text.as_bytes()[..end]);
        let mut broken = text.clone().into_bytes();
        for byte in [b'"', b'}', 0, 0xff] {
            broken[end] = byte;
            body("request")(&broken);
        }
    }
}

#[test]
fn values_hold() {
    for name in names("vectors", "tsv") {
        let text = read(format!("vectors/{name}.tsv"));
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let cell = vectors::unescape(line.split('\t').next().unwrap());
            body("value")(cell.as_bytes());
            body("filing_number")(cell.as_bytes());
        }
    }
}

/// Any two events in a row, for every kind of order, at once and late.
#[test]
fn events_hold() {
    for kind in 0..11 {
        for first in 0..20 {
            for second in 0..20 {
                for after in [0, 160] {
                    body("progress")(&[kind, 200, 1, 0, first, after, second, after, 10, after, 14, after]);
                }
            }
        }
    }
}
