//! Compares what a validation costs with the alternatives to this crate, and checks the figures that are
//! promised: `cargo run --release --manifest-path benches/compare/Cargo.toml`.
//!
//! All contestants check the same order in one process, in turn, round by round. A figure is the median of
//! the ratios of the rounds, so that it depends neither on the machine nor on its other load. Before that,
//! what each contestant finds in a clean and in a faulty order is checked, since one that finds nothing is no
//! contestant.
//!
//! Exit status: 0 where every figure is reached, 1 where one is missed, 2 where a contestant gives a wrong
//! answer.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod allocations;
mod first_call;
#[path = "../../validate/harness.rs"]
mod harness;
#[path = "../../validate/orders.rs"]
mod orders;
#[path = "../../validate/plain.rs"]
mod plain;
mod rivals;
#[path = "../../validate/selection.rs"]
mod selection;
mod table;

use std::collections::BTreeSet;
use std::process::ExitCode;

use beian::{validate, Order, Report, Rule, Rulebook};

use first_call::FirstCall;
use harness::Harness;
use rivals::field_checks::{self, Days};
use rivals::json_schema;
use rivals::rego::{self, Policy};
use table::{Bound, Table};

#[global_allocator]
static ALLOCATOR: allocations::Counting = allocations::Counting;

fn main() -> ExitCode {
    if let Some(call) = FirstCall::asked_for() {
        call.make();
        return ExitCode::SUCCESS;
    }
    let context = orders::context();
    let everything = Rulebook::default();
    let guide = selection::only(selection::is_of_the_guide);
    let fields = selection::only(|rule| field_checks::RULES.contains(&rule.id()));
    let twelve = selection::only(|rule| rego::RULES.contains(&rule.id()));

    let [ten, hundred] = [10, 100].map(orders::apps);
    let [tens, hundreds, thousand] = [10, 100, 1000].map(orders::a_thousand_by);
    let faulty = orders::faulty();
    let [clean_json, faulty_json] = [&ten, &faulty].map(|order| serde_json::to_vec(order).unwrap());
    let registered = [10, 10_000].map(|services| context.clone().with_registry(orders::registry(services)));

    let mut answers = Answers::default();
    let report = validate(&faulty, &context, &everything);
    let all_found = found(&report);
    answers.expect("ours, clean", &found(&validate(&ten, &registered[0], &everything)), &BTreeSet::new());
    for rule in orders::broken_rules() {
        answers.assure(all_found.iter().any(|found| found.starts_with(rule)), &format!("ours lacks {rule}"));
    }
    answers.assure(report.findings.len() == 13, &format!("not 13 findings: {all_found:#?}"));

    // The checks of garde find the places that our rules on the same fields find.
    let days = Days::of(context.today);
    let [clean_fields, faulty_fields] =
        [&clean_json, &faulty_json].map(|json| serde_json::from_slice::<field_checks::Order>(json).unwrap());
    let by_fields = places(&validate(&faulty, &context, &fields));
    answers.expect("garde, clean", &field_checks::places(&clean_fields, &days), &BTreeSet::new());
    answers.expect("garde, faulty", &field_checks::places(&faulty_fields, &days), &by_fields);
    answers.assure(by_fields.len() >= 10, "too little for garde to find");

    // JSON Schema finds some of the places of ours.
    let schema = json_schema::validator();
    let [clean_value, faulty_value] =
        [&clean_json, &faulty_json].map(|json| serde_json::from_slice::<serde_json::Value>(json).unwrap());
    let by_schema = json_schema::places(&schema, &faulty_value);
    let of_ours = by_schema.intersection(&places(&report)).cloned().collect();
    answers.expect("JSON Schema, clean", &json_schema::places(&schema, &clean_value), &BTreeSet::new());
    answers.expect("JSON Schema, faulty", &by_schema, &of_ours);
    answers.assure(by_schema.len() >= 7, &format!("too little found by JSON Schema: {by_schema:#?}"));

    // The policy finds the same as our twelve rules.
    let policy = Policy::new();
    let [clean_rego, faulty_rego] = [&clean_json, &faulty_json]
        .map(|json| regorus::Value::from_json_str(std::str::from_utf8(json).unwrap()).unwrap());
    let by_twelve = found(&validate(&faulty, &context, &twelve));
    answers.expect("Rego, clean", &rego::found(&policy.interpret(&clean_rego)), &BTreeSet::new());
    answers.expect("Rego, faulty", &rego::found(&policy.interpret(&faulty_rego)), &by_twelve);
    answers.assure(by_twelve.len() >= 8, "too little for Rego to find");
    // A register machine that loses findings cannot be compared.
    let mut machine = policy.machine();
    let by_machine = rego::found(&machine.run(&faulty_rego));
    let is_machine_right = rego::found(&machine.run(&clean_rego)).is_empty() && by_machine == by_twelve;
    if !answers.are_right {
        return ExitCode::from(2);
    }

    let mut harness = Harness::new();
    let parse = harness.add(|| serde_json::from_slice::<plain::Order>(&clean_json).unwrap());
    let our_parse = harness.add(|| serde_json::from_slice::<Order>(&clean_json).unwrap());
    let our_reader = harness.add(|| Order::from_json(&clean_json).unwrap());
    let by_guide = harness.add(|| validate(&ten, &context, &guide));
    let all = harness.add(|| validate(&ten, &context, &everything));
    let all_faulty = harness.add(|| validate(&faulty, &context, &everything));
    // What is compared is added side by side, since the processor's clock changes over time.
    let parse_faulty = harness.add(|| serde_json::from_slice::<plain::Order>(&faulty_json).unwrap());
    let whole_faulty = harness.add(|| {
        let order = Order::from_json(&faulty_json).unwrap();
        validate(&order, &context, &everything).to_json()
    });
    let our_fields = harness.add(|| validate(&ten, &context, &fields));
    let garde = harness.add(|| garde::Validate::validate_with(&clean_fields, &days).is_ok());
    let json_schema = harness.add(|| schema.is_valid(&clean_value));
    let interpreter = harness.add(|| policy.interpret(&clean_rego));
    let register_machine = harness.add(|| machine.run(&clean_rego));
    let [of_tens, of_hundreds, of_thousand] = [&tens, &hundreds, &thousand]
        .map(|orders| harness.add_in_turn(orders, |order| validate(order, &context, &everything)));
    let of_hundred_again = harness.add(|| validate(&hundred, &context, &everything));
    let [few, many] = &registered;
    let beside_few = harness.add(|| validate(&ten, few, &everything));
    let beside_many = harness.add(|| validate(&ten, many, &everything));

    println!(
        "An order of ten APPs, {} bytes, without a mistake; its faulty sister has {} findings.\n\
         \"parse\" is serde_json's parse of the same bytes into plain derived structs without tags.\n\
         {} rules, {} of them from the guide. Medians, with quartiles.\n",
        clean_json.len(),
        report.findings.len(),
        Rule::all().count(),
        Rule::all().filter(|rule| selection::is_of_the_guide(*rule)).count(),
    );
    harness.measure();

    let mut table = Table::new();
    table.ratio(
        "clean order, the guide's rules ÷ parse",
        harness.ratio(by_guide, parse),
        Bound::AtMost(0.15),
    );
    table.ratio(
        "clean order, all rules, province table ÷ parse",
        harness.ratio(all, parse),
        Bound::AtMost(0.30),
    );
    table.ratio("what garde checks: ours ÷ garde", harness.ratio(our_fields, garde), Bound::AtMost(1.0));
    table.ratio("our typed parse ÷ parse", harness.ratio(our_parse, parse), Bound::AtMost(1.15));
    table.ratio(
        "faulty: parse, validate, report in two languages ÷ parse",
        harness.ratio(whole_faulty, parse_faulty),
        Bound::AtMost(1.6),
    );
    let (engine, rego) = match harness.ratio(register_machine, interpreter) {
        ratio if is_machine_right && ratio.median < 1.0 => ("register machine", register_machine),
        _ => ("interpreter", interpreter),
    };
    table.ratio(
        &format!("Rego, twelve rules, {engine} ÷ ours, all rules"),
        harness.ratio(rego, all),
        Bound::AtLeast(25.0),
    );
    table.ratio(
        "1,000 services ÷ 100, as one order and as ten in turn",
        harness.ratio(of_thousand, of_hundreds),
        Bound::AtMost(11.0),
    );
    table.ratio(
        "100 services ÷ 10, as ten orders and as a hundred in turn",
        harness.ratio(of_hundreds, of_tens),
        Bound::AtMost(11.0),
    );
    table.ratio(
        "10,000 filed services in the registry ÷ 10",
        harness.ratio(beside_many, beside_few),
        Bound::AtMost(1.2),
    );
    table.count(
        "allocations of a clean order, all rules",
        allocations::of(|| validate(&ten, &context, &everything)),
        Bound::AtMost(40.0),
    );
    // These rules look at dates and at every field, and keep nothing: each allocation is a path, a text or a
    // day.
    table.count(
        "allocations for paths, messages and dates",
        allocations::of(|| validate(&ten, &context, &fields))
            .saturating_sub(allocations::of(|| validate(&ten, &context, &selection::only(|_| false)))),
        Bound::AtMost(0.0),
    );
    for call in FirstCall::ALL {
        table.milliseconds(call.title(), call.in_new_processes(), Bound::AtMost(call.most()));
    }
    table.heading("For comparison");
    table.ratio("Order::from_json ÷ parse", harness.ratio(our_reader, parse), Bound::None);
    table.ratio("faulty order, all rules ÷ parse", harness.ratio(all_faulty, parse_faulty), Bound::None);
    table.ratio("garde ÷ ours, all rules", harness.ratio(garde, all), Bound::None);
    table.ratio("JSON Schema ÷ ours, all rules", harness.ratio(json_schema, all), Bound::None);
    table.ratio("Rego, interpreter ÷ ours, all rules", harness.ratio(interpreter, all), Bound::None);
    let heard = format!("{} of {} found", by_machine.intersection(&by_twelve).count(), by_twelve.len());
    table.ratio(
        &format!("Rego, register machine, {heard} ÷ ours, all rules"),
        harness.ratio(register_machine, all),
        Bound::None,
    );
    table.ratio("a registry of 10 filed services ÷ none", harness.ratio(beside_few, all), Bound::None);
    table.ratio(
        "1,000 services ÷ 100 that stay in the cache",
        harness.ratio(of_thousand, of_hundred_again),
        Bound::None,
    );
    table.ratio("100 services ÷ 10, both in the cache", harness.ratio(of_hundred_again, all), Bound::None);
    table.end()
}

/// Whether every contestant answers as expected.
struct Answers {
    are_right: bool,
}

impl Default for Answers {
    fn default() -> Self {
        Self { are_right: true }
    }
}

impl Answers {
    fn assure(&mut self, is_right: bool, otherwise: &str) {
        if !is_right {
            eprintln!("{otherwise}");
            self.are_right = false;
        }
    }

    fn expect(&mut self, who: &str, answer: &BTreeSet<String>, expected: &BTreeSet<String>) {
        let more: Vec<_> = answer.difference(expected).collect();
        let fewer: Vec<_> = expected.difference(answer).collect();
        self.assure(answer == expected, &format!("{who}: too much {more:#?}, too little {fewer:#?}"));
    }
}

/// The rule and the place of every finding.
fn found(report: &Report) -> BTreeSet<String> {
    report.findings.iter().map(|finding| format!("{} at {}", finding.rule(), finding.path)).collect()
}

fn places(report: &Report) -> BTreeSet<String> {
    report.findings.iter().map(|finding| finding.path.to_string()).collect()
}
