//! Laws of validation: the same arguments give the same bytes, findings are in document order, no personal
//! number leaves the order, and no input makes validation panic.

use beian::{
    FieldPath, Finding, Key, Language, Need, Report, Request, Rulebook, Segment, Severity, Undetermined,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::Value;

use crate::common::{order, orders, reported, request};
use crate::generators::{mutate, mutations};

fn validate(request: &Request) -> Report {
    beian::validate(&request.order, &request.context, &Rulebook::default())
}

fn bytes(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    for (case, report) in reported() {
        // The request is read again, so that a dependence on the order of a hash map would show.
        assert_eq!(bytes(&case.report()), bytes(report), "{}: {}", case.place, case.title);
    }
}

/// Findings stand in document order, then by rule; undetermined rules by rule, each once.
fn assert_in_order(report: &Report, of: &str) {
    let findings: Vec<(&FieldPath, &str)> = report.findings.iter().map(|f| (&f.path, f.rule())).collect();
    assert!(findings.windows(2).all(|pair| pair[0] <= pair[1]), "{of}: {findings:?}");
    let undetermined: Vec<&str> =
        report.undetermined.iter().map(|undetermined| &*undetermined.rule).collect();
    assert!(undetermined.windows(2).all(|pair| pair[0] < pair[1]), "{of}: {undetermined:?}");
}

#[test]
fn findings_stand_in_document_order() {
    for (case, report) in reported() {
        assert_in_order(report, &case.place);
    }
}

/// Reverses the lists whose order has no meaning.
fn reverse_independent(json: &mut Value) {
    const INDEPENDENT: &[&str] = &["agreements", "languages", "uses_sdks", "principals", "providers"];
    match json {
        Value::Object(map) => {
            for (key, value) in map {
                if INDEPENDENT.contains(&key.as_str()) {
                    if let Value::Array(list) = value {
                        list.reverse();
                    }
                }
                reverse_independent(value);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(reverse_independent),
        _ => {}
    }
}

#[test]
fn the_order_of_independent_lists_says_nothing() {
    for (case, report) in reported() {
        let mut reversed = case.clone();
        reverse_independent(&mut reversed.json);
        if reversed.json != case.json {
            // What the registry lacks is named by its place there.
            let is_at_place =
                |undetermined: &Undetermined| undetermined.needs.to_string().contains("/principals/");
            let (mut after, mut before) = (reversed.report(), report.clone());
            after.undetermined.retain(|undetermined| !is_at_place(undetermined));
            before.undetermined.retain(|undetermined| !is_at_place(undetermined));
            assert_eq!(bytes(&after), bytes(&before), "{}: {}", case.place, case.title);
        }
    }
}

/// The texts of a request that identify or reach a person.
fn personal(json: &Value, found: &mut Vec<String>) {
    const PERSONAL: &[&str] = &[
        "number",
        "mobile",
        "emergency_contact",
        "email",
        "address",
        "mailing_address",
        "bound_mobile",
        "responsible_person_contact",
        "wechat_country_code",
    ];
    match json {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text)
                        if PERSONAL.contains(&key.as_str())
                            && text.chars().count() >= 8
                            && !text.contains("example.com") =>
                    {
                        found.push(text.trim().to_owned());
                    }
                    _ => personal(value, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| personal(value, found)),
        _ => {}
    }
}

/// Whether a text contains a mobile or an identity number.
fn has_personal_number(text: &str) -> bool {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_number = |run: &str| run.bytes().filter(u8::is_ascii_digit).count() >= 17 && run.len() == 18;
    let is_mobile =
        |run: &str| run.len() == 11 && run.bytes().all(|b| b.is_ascii_digit()) && run.starts_with('1');
    runs.into_iter().any(|run| is_number(run) || is_mobile(run))
}

#[test]
fn no_report_has_a_number_or_an_address_of_a_person_in_full() {
    for (case, report) in reported() {
        let report = bytes(report);
        let mut texts = Vec::new();
        personal(&case.json, &mut texts);
        for text in texts {
            assert!(!report.contains(&text), "{}: {}: {text}\n{report}", case.place, case.title);
        }
        assert!(!has_personal_number(&report), "{}: {}\n{report}", case.place, case.title);
    }
}

#[test]
fn debug_shows_no_number_or_address_of_a_person_in_full() {
    for name in orders() {
        let json = order(&name);
        let request = request(&json).unwrap();
        let shown = format!("{request:?} {:?} {:?} {:?}", request.order, request.context, validate(&request));
        let mut texts = Vec::new();
        personal(&json, &mut texts);
        assert!(!texts.is_empty() && shown.contains("Principal {"), "{name}");
        for text in texts {
            assert!(!shown.contains(&text), "{name}: {text}");
        }
        assert!(!has_personal_number(&shown), "{name}");
    }
}

/// The value at a path; `None` where the path leads to an absent value. Panics where it leads out of the
/// document: beyond the end of a list, or into a text.
fn at<'a>(json: &'a Value, path: &FieldPath) -> Option<&'a Value> {
    let mut here = Some(json).filter(|value| !value.is_null());
    for segment in path.segments() {
        here = match (here, segment) {
            (Some(Value::Object(map)), Segment::Key(key)) => {
                map.get(key.as_str()).filter(|value| !value.is_null())
            }
            (Some(Value::Array(list)), Segment::Index(index)) => {
                Some(list.get(*index).unwrap_or_else(|| panic!("{path} is beyond the list")))
            }
            (None, Segment::Key(_)) => None,
            _ => panic!("{path} leads out of the order"),
        };
    }
    here
}

/// Whether several findings may stand at a place: the order itself, and lists.
fn holds_several(path: &FieldPath) -> bool {
    const LISTS: &[Key] = &[
        Key::ServiceNumbers,
        Key::Services,
        Key::Agreements,
        Key::Contents,
        Key::Languages,
        Key::Resources,
        Key::Kinds,
        Key::Materials,
        Key::UsesSdks,
        Key::Platforms,
        Key::Domains,
        Key::Packages,
    ];
    match path.segments().last() {
        Some(Segment::Key(key)) => LISTS.contains(key),
        last => last.is_none(),
    }
}

fn assert_lawful(json: &Value, request: &Request) {
    let report = validate(request);
    let shown = || format!("{json}\n{}", serde_json::to_string_pretty(&report).unwrap());
    assert_in_order(&report, "the report");
    for finding in &report.findings {
        at(&json["order"], &finding.path);
        let rule = finding.known_rule().unwrap();
        assert!(rule.orders().any(|kind| kind == request.order.kind()), "{rule}\n{}", shown());
        for language in [Language::Zh, Language::En] {
            assert!(!finding.message(language).to_string().is_empty(), "{rule}");
        }
    }
    for undetermined in &report.undetermined {
        match &undetermined.needs {
            Need::OrderInput(path) => {
                assert_eq!(
                    at(&json["order"], path)
                        .filter(|v| v.as_str().map_or(true, |text| !text.trim().is_empty())),
                    None,
                    "{path}"
                );
            }
            Need::ContextInput(path) => {
                assert_eq!(
                    at(&json["context"], path)
                        .filter(|v| v.as_str().map_or(true, |text| !text.trim().is_empty())),
                    None,
                    "{path}"
                );
            }
            _ => {}
        }
    }
    // One mistake, one finding: a value with a blocker has no second finding at or inside it.
    let is_blocker = |finding: &Finding| finding.severity == Severity::Blocker;
    for blocker in report.findings.iter().filter(|f| is_blocker(f) && !holds_several(&f.path)) {
        let again = |f: &&Finding| {
            !std::ptr::eq(*f, blocker)
                && f.path.starts_with(&blocker.path)
                && (is_blocker(f) || f.path != blocker.path)
        };
        let again = report.findings.iter().find(again);
        assert!(again.is_none(), "{} and {again:?}\n{}", blocker.rule(), shown());
    }
    let again: Report = serde_json::from_str(&bytes(&report)).unwrap();
    assert_eq!(bytes(&again), bytes(&report));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    #[test]
    fn no_order_brings_validation_down(name in proptest::sample::select(orders()), mutations in mutations()) {
        let mut json = order(&name);
        for mutation in &mutations {
            mutate(&mut json, mutation);
        }
        if let Ok(request) = request(&json) {
            assert_lawful(&json, &request);
        }
    }

    #[test]
    fn no_document_brings_reading_down(text in any::<String>(), name in proptest::sample::select(orders()), cut in any::<Index>()) {
        assert!(serde_json::from_str::<Request>(&text).is_err());
        let json = order(&name).to_string();
        let begun: String = json.chars().take(cut.index(json.chars().count())).collect();
        assert!(serde_json::from_str::<Request>(&begun).is_err());
    }
}
