//! What is sent costs in proportion to its size, whatever is in it: allocations and bytes are counted, not seconds.

use beian::order::Filing;
use beian::{
    validate, what_if, Checklist, Context, Finding, Language, Order, Request, Rulebook, RulebookPatch,
};
use beian_growth_tests::shapes::{typed, SHAPES, UNICODE};
use beian_growth_tests::{counted, Cost};
use serde_json::Value;

/// A rulebook whose reports list everything.
fn listing_all() -> Rulebook {
    Rulebook::default().patched(&RulebookPatch::new().with_max_findings(None)).expect("a patch")
}

fn read(text: &str) -> Request {
    Request::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// The steps of a request, and what each cost.
fn costs(json: &Value, rulebook: &Rulebook) -> [(&'static str, Cost); 5] {
    let text = json.to_string();
    let Request { order, context, .. } = read(&text);
    let report = validate(&order, &context, rulebook);
    [
        ("read", counted(|| Request::from_json(text.as_bytes()))),
        ("validate", counted(|| validate(&order, &context, rulebook))),
        ("write", counted(|| serde_json::to_string(&report))),
        ("split", counted(|| order.split(&context, rulebook))),
        ("checklist", counted(|| Checklist::of(&order, &context, rulebook))),
    ]
}

/// Twice as much costs twice as much and a little.
fn assert_in_proportion(what: &str, small: &Value, large: &Value) {
    let rulebook = listing_all();
    // What is made once, at the first use, is made.
    drop(costs(small, &rulebook));
    for ((step, small), (_, large)) in costs(small, &rulebook).into_iter().zip(costs(large, &rulebook)) {
        for (count, small, large, slack) in [
            ("allocations", small.allocations, large.allocations, 500),
            ("bytes", small.bytes, large.bytes, 64 * 1024),
            ("bytes at once", small.peak, large.peak, 64 * 1024),
        ] {
            assert!(large <= small * 23 / 10 + slack, "{what}: {step}: {count} grow from {small} to {large}");
        }
    }
}

#[test]
fn cost_grows_as_what_is_sent() {
    for shape in SHAPES {
        assert_in_proportion(shape.name, &(shape.of)(150), &(shape.of)(300));
    }
}

#[test]
fn cost_grows_as_what_is_typed() {
    for (what, text) in UNICODE {
        let (small, large) = (typed(&text.repeat(400)), typed(&text.repeat(800)));
        for ((name, small), (_, large)) in small.iter().zip(&large) {
            assert_in_proportion(&format!("{what} in {name}"), small, large);
        }
    }
}

/// What a request needs at once, read and judged, is a small multiple of its bytes.
#[test]
fn memory_is_a_small_multiple() {
    let rulebook = Rulebook::default();
    for (name, most) in [("equal services", 12), ("services of their own", 12), ("filed principals", 20)] {
        let shape = SHAPES.iter().find(|shape| shape.name == name).expect("a shape");
        let text = (shape.of)(500).to_string();
        let cost = counted(|| {
            let Request { order, context, .. } = read(&text);
            validate(&order, &context, &rulebook)
        });
        assert!(cost.peak <= most * text.len(), "{name}: {} bytes for {}", cost.peak, text.len());
    }
    for (what, text) in UNICODE {
        let request = typed(&text.repeat((1 << 17) / text.len()));
        let (_, json) = request.into_iter().next().expect("a request");
        let text = json.to_string();
        let cost = counted(|| {
            let Request { order, context, .. } = read(&text);
            validate(&order, &context, &rulebook)
        });
        assert!(cost.peak <= 12 * text.len(), "{what}: {} bytes for {}", cost.peak, text.len());
    }
}

/// What a report says of a long text is short.
#[test]
fn a_report_of_long_texts_is_written_short() {
    let rulebook = Rulebook::default();
    for (what, text) in UNICODE {
        for (name, json) in typed(&text.repeat(3_000)) {
            let text = json.to_string();
            let Request { order, context, .. } = read(&text);
            let report = validate(&order, &context, &rulebook);
            let written = serde_json::to_string(&report).expect("JSON");
            assert!(written.len() < 4 * text.len(), "{what} in {name}: {} for {}", written.len(), text.len());
        }
    }
}

#[test]
fn many_services_have_many_findings_and_a_report_of_a_thousand() {
    let services = SHAPES.first().expect("services without anything");
    let findings = |count: usize| {
        let Request { order, context, .. } = read(&(services.of)(count).to_string());
        let report = validate(&order, &context, &Rulebook::default());
        assert!(report.findings.len() <= 1_000 && !report.is_submittable());
        report.findings.len() + report.left_out.map_or(0, |left_out| left_out.count())
    };
    let (small, large) = (findings(1_000), findings(2_000));
    assert!(small > 5_000 && large <= 2 * small, "{small} {large}");
}

#[test]
fn each_later_of_ten_thousand_equal_packages_is_a_finding() {
    let packages = SHAPES.iter().find(|shape| shape.name == "equal packages").expect("a shape");
    let Request { order, context, .. } = read(&(packages.of)(10_000).to_string());
    let report = validate(&order, &context, &listing_all());
    let is_repeated =
        |finding: &&Finding| finding.path.to_string().ends_with("/name") && is_of_packages(finding);
    assert_eq!(report.findings.iter().filter(is_repeated).count(), 9_999);
}

fn is_of_packages(finding: &Finding) -> bool {
    finding.rule() == "app.package-name-repeated"
}

#[test]
fn other_provinces_cost_in_proportion() {
    let services = SHAPES.iter().find(|shape| shape.name == "services of their own").expect("a shape");
    let rulebook = listing_all();
    let cost = |count| {
        let Request { order, context, .. } = read(&(services.of)(count).to_string());
        counted(|| what_if(&order, &context, &rulebook))
    };
    drop(cost(5));
    let (small, large) = (cost(20), cost(40));
    assert!(large.allocations <= small.allocations * 23 / 10, "{small:?} {large:?}");
}

/// Brackets without an end, wherever a value stands: the parser gives up, with a place, and no stack is used up.
#[test]
fn deep_documents_are_refused() {
    let deep = |open: &str| open.repeat(200_000);
    let patch = format!(r#"{{"provinces": {}"#, deep("["));
    let error = serde_json::from_str::<RulebookPatch>(&patch).expect_err("too deep").to_string();
    assert!(error.starts_with("recursion limit exceeded at line 1 column "), "{error}");
    for open in ["[", r#"{"order":"#, r#"{"order":{"kind":"first_filing","services":["#] {
        let error = Request::from_json(deep(open).as_bytes()).expect_err("too deep");
        assert!(error.line() == 1 && !error.message(Language::En).is_empty(), "{error}");
        assert!(error.to_string().len() < 1_000, "{error}");
    }
    for key in ["principal", "services", "agreements", "materials"] {
        let text = format!(r#"{{"order":{{"kind":"first_filing","{key}":{}"#, deep("["));
        let error = Request::from_json(text.as_bytes()).expect_err("too deep");
        assert!(error.path().starts_with(&format!("/order/{key}")), "{error}");
        assert!(error.to_string().len() < 1_000, "{error}");
    }
    let report = format!(r#"{{"findings": [{{"params": {{"a": {}"#, deep("["));
    assert!(serde_json::from_str::<beian::Report>(&report).is_err());
}

#[test]
fn an_order_of_nothing_costs_little() {
    let order = Order::FirstFiling(Filing::new());
    let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"));
    let rulebook = Rulebook::default();
    let judge = || validate(&order, &context, &rulebook);
    drop(judge());
    assert!(counted(judge).allocations < 500, "{:?}", counted(judge));
}
