//! What parsing, validating and reporting cost, as multiples of parsing the same bytes into plain derived
//! structs: `cargo bench --bench validate`. `benches/compare` measures the alternatives to this crate.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod harness;
mod orders;
mod plain;
mod selection;

use beian::{validate, Order, Report, Rulebook};

use harness::{Harness, Operation, Ratio};

fn main() {
    let rulebook = Rulebook::default();
    let context = orders::context();
    let ten = orders::apps(10);
    let [tens, hundreds, thousand] = [10, 100, 1000].map(orders::a_thousand_by);
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
    let groups: Vec<(&str, Rulebook)> = selection::groups()
        .into_iter()
        .map(|group| (group, selection::only(|rule| rule.group() == group)))
        .collect();
    let none = selection::only(|_| false);

    let mut harness = Harness::new();
    let plain_parse = harness.add(|| serde_json::from_slice::<plain::Order>(&bytes).unwrap());
    let parse = harness.add(|| serde_json::from_slice::<Order>(&bytes).unwrap());
    let check = harness.add(|| validate(&ten, &context, &rulebook));
    let check_faulty = harness.add(|| validate(&faulty, &context, &rulebook));
    let write = harness.add(|| report.to_json());
    let whole = harness.add(|| {
        let order = Order::from_json(&bytes).unwrap();
        validate(&order, &context, &rulebook).to_json()
    });
    let [check_tens, check_hundreds, check_thousand] = [&tens, &hundreds, &thousand]
        .map(|orders| harness.add_in_turn(orders, |order| validate(order, &context, &rulebook)));
    let [few, many] = &registered;
    let beside_few = harness.add(|| validate(&ten, few, &rulebook));
    let beside_many = harness.add(|| validate(&ten, many, &rulebook));
    let walk = harness.add(|| validate(&ten, &context, &none));
    let by_group: Vec<(&str, Operation)> =
        groups.iter().map(|(group, only)| (*group, harness.add(|| validate(&ten, &context, only)))).collect();

    let asked_for = |name: &str| std::env::args().any(|argument| argument == name);
    // Without `--bench`, as `cargo test` starts it, every operation runs once to see that it works.
    if !asked_for("--bench") || asked_for("--test") {
        println!("{} operations ran once each", harness.run_once());
        return;
    }
    harness.measure();
    println!(
        "An order of ten APPs, {} bytes; its faulty sister has {} findings. Medians, with quartiles.\n",
        bytes.len(),
        report.findings.len(),
    );
    let compare = |what: &str, of: Operation, to: Operation| {
        let Ratio { low, median, high } = harness.ratio(of, to);
        println!("{what:<66} {median:>6.3}   {low:>6.3} to {high:.3}");
    };
    compare("our parse ÷ plain parse", parse, plain_parse);
    compare("validate ÷ plain parse", check, plain_parse);
    compare("validate, faulty ÷ plain parse", check_faulty, plain_parse);
    compare("report as JSON, both languages ÷ plain parse", write, plain_parse);
    compare("parse, validate, report ÷ plain parse", whole, plain_parse);
    compare("validate, 100 services ÷ 10, a thousand in turn", check_hundreds, check_tens);
    compare("validate, 1,000 services ÷ 100, a thousand in turn", check_thousand, check_hundreds);
    compare("validate, 10 filed services ÷ no registry", beside_few, check);
    compare("validate, 10,000 filed services ÷ 10 filed services", beside_many, beside_few);

    println!("\nBy group of rules, the walk through the order included:\n");
    compare("no rule ÷ plain parse", walk, plain_parse);
    for (group, operation) in by_group {
        compare(&format!("the group {group} ÷ plain parse"), operation, plain_parse);
    }
}

/// The rule and the place of every finding.
fn found(report: &Report) -> Vec<String> {
    report.findings.iter().map(|finding| format!("{} at {}", finding.rule(), finding.path)).collect()
}
