//! What parsing, validating and reporting cost, as multiples of the parse of the same bytes into plain derived
//! structs: `cargo bench --bench validate`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod harness;
mod orders;
mod plain;

use beian::{validate, Order, Report, Rulebook};

use harness::Harness;

fn main() {
    let rulebook = Rulebook::default();
    let context = orders::context();
    let [ten, hundred, thousand] = [10, 100, 1000].map(orders::apps);
    let bytes = serde_json::to_vec(&ten).unwrap();
    let faulty = orders::faulty();
    let report = validate(&faulty, &context, &rulebook);
    let registered = [10, 10_000].map(|services| context.clone().with_registry(orders::registry(services)));

    let clean = validate(&ten, &registered[0], &rulebook);
    assert_eq!(found(&clean), [""; 0]);
    for rule in orders::broken_rules() {
        assert!(
            found(&report).iter().any(|found| found.starts_with(rule)),
            "{rule} in {:#?}",
            found(&report)
        );
    }

    let mut harness = Harness::new();
    let plain_parse = harness.add(|| serde_json::from_slice::<plain::Order>(&bytes).unwrap());
    let parse = harness.add(|| serde_json::from_slice::<Order>(&bytes).unwrap());
    let check = harness.add(|| validate(&ten, &context, &rulebook));
    let check_faulty = harness.add(|| validate(&faulty, &context, &rulebook));
    let write = harness.add(|| serde_json::to_vec(&report).unwrap());
    let whole = harness.add(|| {
        let order: Order = serde_json::from_slice(&bytes).unwrap();
        serde_json::to_vec(&validate(&order, &context, &rulebook)).unwrap()
    });
    let check_hundred = harness.add(|| validate(&hundred, &context, &rulebook));
    let check_thousand = harness.add(|| validate(&thousand, &context, &rulebook));
    let [few, many] = &registered;
    let beside_few = harness.add(|| validate(&ten, few, &rulebook));
    let beside_many = harness.add(|| validate(&ten, many, &rulebook));

    if !harness.run() {
        return;
    }
    println!(
        "An order of ten APPs, {} bytes; its faulty sister has {} findings. Medians, with quartiles.\n",
        bytes.len(),
        report.findings.len(),
    );
    harness.compare("our parse ÷ plain parse", parse, plain_parse);
    harness.compare("validate ÷ plain parse", check, plain_parse);
    harness.compare("validate, faulty ÷ plain parse", check_faulty, plain_parse);
    harness.compare("report as JSON, both languages ÷ plain parse", write, plain_parse);
    harness.compare("parse, validate, report ÷ plain parse", whole, plain_parse);
    harness.compare("validate, 100 services ÷ 10 services", check_hundred, check);
    harness.compare("validate, 1,000 services ÷ 100 services", check_thousand, check_hundred);
    harness.compare("validate, 10 filed services ÷ no registry", beside_few, check);
    harness.compare("validate, 10,000 filed services ÷ 10 filed services", beside_many, beside_few);
}

/// Rule and place of every finding.
fn found(report: &Report) -> Vec<String> {
    report.findings.iter().map(|finding| format!("{} at {}", finding.rule(), finding.path)).collect()
}
