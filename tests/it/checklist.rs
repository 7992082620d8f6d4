//! The checklist of an order: what is given, what is still to be given, and the findings at each item.

#[path = "../../examples/checklist.rs"]
#[allow(dead_code)] // `main`
mod program;

use std::fmt::Write as _;

use beian::checklist::{Checklist, ChecklistItem, ItemState};
use beian::{Context, Language, OrderKind, Request, Requirement, Rulebook, Severity, Step};
use chrono::NaiveDate;
use serde_json::{json, Value};

use crate::common;

fn checklist(request: &Request) -> Checklist {
    Checklist::of(&request.order, &request.context, &Rulebook::default())
}

fn of_json(json: &Value) -> Checklist {
    checklist(&common::request(json).unwrap())
}

/// An order with nothing in it.
fn empty(kind: OrderKind) -> Checklist {
    of_json(&json!({"order": {"kind": kind}, "context": {"today": "2026-11-23"}}))
}

#[test]
fn of_an_order_that_can_be_handed_in_everything_is_done() {
    for name in common::orders() {
        let checklist = of_json(&common::order(&name));
        let undone: Vec<_> = checklist.items().filter(|item| item.state != ItemState::Done).collect();
        let blockers: Vec<_> = checklist.report().blockers().map(beian::Finding::rule).collect();
        assert!(undone.is_empty(), "{name}: {undone:#?}");
        assert_eq!(checklist.is_done(), blockers.is_empty(), "{name}: {blockers:?}");
        // What would send it back all the same is not done.
        assert_eq!(checklist.done() == checklist.total(), blockers.is_empty(), "{name}: {blockers:?}");
    }
}

/// Removing one value removes one item from what is done: the one at its place.
#[test]
fn what_is_taken_away_is_to_be_given_again() {
    let mut taken = 0;
    for name in common::orders() {
        let clean = common::order(&name);
        let whole = of_json(&clean);
        let required =
            |item: &&ChecklistItem| item.requirement == Requirement::Required && item.item.is_none();
        for item in whole.items().filter(required) {
            let path = format!("/order{}", item.path);
            let mut json = clean.clone();
            let (parent, key) = path.rsplit_once('/').unwrap();
            if json
                .pointer_mut(parent)
                .and_then(Value::as_object_mut)
                .and_then(|map| map.remove(key))
                .is_none()
            {
                continue;
            }
            let Ok(request) = common::request(&json) else { continue }; // a tag
            let checklist = checklist(&request);
            let again = checklist.items().find(|other| other.path == item.path && other.item == item.item);
            let again = again.unwrap_or_else(|| panic!("{name} without {path}: not listed"));
            assert_eq!(again.state, ItemState::ToGive, "{name} without {path}");
            assert!(checklist.done() < whole.done(), "{name} without {path}");
            assert!(!checklist.is_done(), "{name} without {path}");
            taken += 1;
        }
    }
    assert!(taken > 250, "{taken}");
}

#[test]
fn an_empty_order_has_everything_to_give() {
    for kind in OrderKind::ALL {
        let checklist = empty(*kind);
        for item in checklist.items() {
            let is_given = item.path.to_string() == "/kind";
            assert_eq!(item.state == ItemState::Done, is_given, "{kind}: {}", item.path);
        }
        if *kind == OrderKind::DeregisterHollowPrincipal {
            assert_eq!(checklist.items().count(), 1, "on paper only, by the filing number");
            continue;
        }
        assert!(checklist.count(ItemState::ToGive) > 0, "{kind}");
        assert!(!checklist.is_done(), "{kind}");
    }
}

trait Counted {
    fn count(&self, state: ItemState) -> usize;
}

impl Counted for Checklist {
    fn count(&self, state: ItemState) -> usize {
        self.items().filter(|item| item.state == state).count()
    }
}

/// Until the kind of the principal is known, fields of only one kind of filer cannot be judged.
#[test]
fn what_hangs_on_something_unknown_cannot_be_judged_yet() {
    let state = |checklist: &Checklist, path: &str| {
        checklist.items().find(|item| item.path.to_string() == path).map(|item| item.state)
    };
    let nobody = empty(OrderKind::FirstFiling);
    assert_eq!(state(&nobody, "/principal/name"), Some(ItemState::ToGive));
    assert_eq!(state(&nobody, "/principal/legal_representative/name"), Some(ItemState::Open));

    let of = |principal: Value| {
        of_json(&json!({
            "order": {"kind": "first_filing", "principal": principal, "services": [{"kind": "website"}]},
            "context": {"today": "2026-11-23"},
        }))
    };
    let company = of(json!({"kind": "enterprise"}));
    assert_eq!(state(&company, "/principal/legal_representative/name"), Some(ItemState::ToGive));
    // Whether the emergency contact is asked for is up to the province.
    assert_eq!(state(&company, "/principal/responsible_person/emergency_contact"), Some(ItemState::Open));
    assert_eq!(
        state(&company, "/principal/responsible_person/certificate/valid_until"),
        Some(ItemState::Open)
    );

    let individual = of(json!({"kind": "individual"}));
    assert_eq!(state(&individual, "/principal/legal_representative/name"), None);
    assert_eq!(state(&individual, "/services/0/responsible_person/name"), None);
    assert_eq!(state(&individual, "/principal/certificate/valid_until"), Some(ItemState::Open));

    let with_card = of(json!({"kind": "individual", "certificate": {"kind": "resident_id_card"}}));
    assert_eq!(state(&with_card, "/principal/certificate/valid_until"), Some(ItemState::ToGive));
    let with_passport = of(json!({"kind": "individual", "certificate": {"kind": "passport"}}));
    assert_eq!(state(&with_passport, "/principal/certificate/valid_until"), None);
}

/// Every blocker is shown: by an item that is to be given or corrected, by the step, or, where a whole object
/// is missing, by its parts.
#[test]
fn no_blocker_is_left_out() {
    for case in common::cases() {
        let checklist = checklist(&case.request());
        let mut shown: Vec<_> = checklist.steps().iter().flat_map(|step| &step.findings).collect();
        shown.extend(checklist.items().flat_map(|item| &item.findings));
        for finding in checklist.report().blockers() {
            let is_to_give = checklist.items().any(|item| {
                item.state == ItemState::ToGive
                    && (item.path.starts_with(&finding.path) || finding.path.starts_with(&item.path))
            });
            let is_shown = shown.contains(&finding) || is_to_give;
            assert!(is_shown, "{}: {} at {}", case.place, finding.rule(), finding.path);
        }
        let is_blocked = checklist.report().blockers().next().is_some();
        assert!(!is_blocked || !checklist.is_done(), "{}", case.place);
        for item in checklist.items() {
            let is_blamed = item.findings.iter().any(|finding| finding.severity == Severity::Blocker);
            let is_wrong = matches!(item.state, ItemState::ToCorrect | ItemState::ToGive);
            assert!(!is_blamed || is_wrong, "{}: {}", case.place, item.path);
        }
    }
}

#[test]
fn one_video_serves_every_service_of_the_same_responsible_person() {
    let mut json = common::order("first-filing/organization-website");
    let services = json["order"]["services"].as_array_mut().unwrap();
    let mut second = services[0].clone();
    second["responsible_person"].as_object_mut().unwrap().remove("video_verification");
    services.push(second);
    let checklist = of_json(&json);
    let videos: Vec<_> =
        checklist.items().filter(|item| item.path.to_string().ends_with("video_verification")).collect();
    assert!(videos.iter().all(|item| item.state == ItemState::Done), "{videos:#?}");
}

/// The checklist as a text for people.
fn shown(checklist: &Checklist, language: Language) -> String {
    let mut text = String::new();
    for step in checklist.steps() {
        writeln!(text, "{} {}/{}", step.step.text().get(language), step.done(), step.total()).unwrap();
        for item in &step.items {
            writeln!(text, "  {} · {}", item.state.text().get(language), item.show(language)).unwrap();
            for finding in &item.findings {
                writeln!(text, "    {}", finding.message(language)).unwrap();
            }
        }
        for finding in &step.findings {
            writeln!(text, "  ! {}", finding.message(language)).unwrap();
        }
    }
    text
}

#[test]
fn a_half_filled_order() {
    let request = Request::from_json(include_bytes!("../../examples/orders/half_filled.json")).unwrap();
    let checklist = checklist(&request);
    insta::assert_snapshot!("half_filled_zh", shown(&checklist, Language::Zh));
    insta::assert_snapshot!("half_filled_en", shown(&checklist, Language::En));
}

/// Runs the program: status, output, errors.
fn run(arguments: &[&str], input: &str) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = program::run(&mut program::common::World {
        arguments: arguments.iter().map(Into::into).collect(),
        variable: &|_| None,
        input: Some(Box::new(std::io::Cursor::new(input.to_owned()))),
        out: &mut out,
        is_out_terminal: false,
        err: &mut err,
        is_err_terminal: false,
    })
    .unwrap();
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_program_prints_text_and_markdown_in_both_languages() {
    let printed = |arguments: &[&str]| {
        let (status, out, err) = run(arguments, "");
        assert_eq!((status, err.as_str()), (0, ""));
        out
    };
    insta::assert_snapshot!("program_text_en", printed(&["--lang", "en"]));
    insta::assert_snapshot!("program_markdown_zh", printed(&["--format", "markdown", "--lang", "zh"]));
}

#[test]
fn the_program_reads_requests_and_says_what_it_cannot_read() {
    let clean = common::order("first-filing/individual-website").to_string();
    let (status, out, err) = run(&["--format", "json", "-"], &clean);
    assert_eq!((status, err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["done"], json["total"]);

    let (status, out, err) = run(&["-"], r#"{"order": {"kind": "first_filling"}}"#);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("/order/kind"), "{err}");
    let (status, _, err) = run(&["--format", "yaml"], "");
    assert!(status == 2 && err.contains("markdown"), "{err}");
}

#[test]
fn a_checklist_is_written_as_json() {
    let context = Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let order = common::request(&common::order("first-filing/individual-website")).unwrap().order;
    let checklist = Checklist::of(&order, &context, &Rulebook::default());
    let json = serde_json::to_value(&checklist).unwrap();
    assert_eq!(json["steps"][0]["step"], Step::OrderKind.as_str());
    assert_eq!(json["total"], checklist.total());
    let item = &json["steps"][0]["items"][0];
    assert_eq!((item["path"].as_str(), item["state"].as_str()), (Some("/kind"), Some("done")));
    assert_eq!(item["label"]["zh"], "备案类型");
}
