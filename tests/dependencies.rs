//! What a user of this crate compiles along with it: how much, under which licences, and with which Rust.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Licences that ask no more of a user than a notice.
const LICENCES: [&str; 7] =
    ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Unicode-3.0", "Zlib"];

#[test]
fn crates_are_few() {
    let crates = compiled("normal");
    assert!((8..=60).contains(&crates.len()), "{} crates: {crates:#?}", crates.len());
}

#[test]
fn licences_ask_for_a_notice_at_most() {
    let refused: Vec<_> = locked()
        .into_iter()
        .filter(|(_, package)| !package["license"].as_str().is_some_and(is_allowed))
        .map(|(id, package)| format!("{id}: {}", package["license"]))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn no_crate_wants_a_newer_rust_than_this_one() {
    let ours = version(env!("CARGO_PKG_RUST_VERSION"));
    let newer: Vec<_> = locked()
        .into_iter()
        .filter(|(_, package)| package["rust_version"].as_str().is_some_and(|rust| version(rust) > ours))
        .map(|(id, package)| format!("{id}: {}", package["rust_version"]))
        .collect();
    assert!(newer.is_empty(), "{newer:#?}");
}

#[test]
fn licence_expressions_are_read() {
    for (expression, allowed) in [
        ("MIT", true),
        ("MIT OR Apache-2.0", true),
        ("MIT/Apache-2.0", true),
        ("Unlicense OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("Unlicense", false),
        ("GPL-3.0-only OR MPL-2.0", false),
        ("MIT AND GPL-3.0-only", false),
        ("(MIT OR Apache-2.0) AND MPL-2.0", false),
    ] {
        assert_eq!(is_allowed(expression), allowed, "{expression}");
    }
}

/// Whether an SPDX expression lets a user choose allowed licences throughout. Of brackets within brackets it is
/// at worst too strict.
fn is_allowed(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        part.trim_matches(['(', ')'])
            .split(" OR ")
            .flat_map(|choice| choice.split('/'))
            .any(|licence| LICENCES.contains(&licence))
    })
}

fn version(text: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = text.split('.').map(|number| number.parse().unwrap()).collect();
    numbers.resize(3, 0);
    numbers
}

/// Every crate that a user compiles, on any platform and with every feature, as the lock has it.
fn locked() -> BTreeMap<String, Value> {
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let metadata = cargo(&[
        "metadata",
        "--format-version=1",
        "--locked",
        "--offline",
        "--all-features",
        // Crates for other platforms need not have been downloaded.
        "--filter-platform",
        host,
    ]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let mut packages: BTreeMap<String, Value> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let [name, version] = ["name", "version"].map(|key| package[key].as_str().unwrap());
            (format!("{name} v{version}"), package.clone())
        })
        .collect();
    let compiled = compiled("normal,build");
    compiled
        .into_iter()
        .map(|id| {
            let package =
                packages.remove(&id).unwrap_or_else(|| panic!("{id} is for other platforms than {host}"));
            (id, package)
        })
        .collect()
}

/// Name and version of the crates behind the dependencies of these kinds, this one among them.
fn compiled(kinds: &str) -> BTreeSet<String> {
    let tree = cargo(&[
        "tree",
        "--edges",
        kinds,
        "--locked",
        "--offline",
        "--all-features",
        "--target=all",
        "--prefix=none",
    ]);
    tree.lines()
        .map(|line| {
            let mut words = line.split(' ');
            format!("{} {}", words.next().unwrap(), words.next().unwrap())
        })
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
