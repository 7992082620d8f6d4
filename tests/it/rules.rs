//! The cases of the rules: one file for each group under `rules/`, in the notation that `common` describes.
//! Every case is compared with the whole report, so that each also shows that one mistake makes one finding.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use beian::{Language, Report, Rule};

use crate::common::{self, cases, reported, Case};

/// Files whose sections are no rules: clean requests, and several mistakes at once.
const OTHER_FILES: &[&str] = &["clean", "together"];

/// Rules that report only where a province states a limit, tested in `provinces.rs`.
const UNSTATED: &[&str] = &["order.access-services-over-limit"];

#[test]
fn reports_are_as_the_cases_say() {
    let mut wrong = String::new();
    for (case, report) in reported() {
        let (finds, needs) = case.found(report);
        if finds == case.finds && needs == case.needs {
            continue;
        }
        writeln!(wrong, "{}: {}: {}, found:", case.place, case.section, case.title).unwrap();
        for line in finds.iter().chain(&needs) {
            writeln!(wrong, "{line}").unwrap();
        }
        for line in case.finds.iter().chain(&case.needs) {
            if !finds.contains(line) && !needs.contains(line) {
                writeln!(wrong, "    and not: {line}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_clean_request_is_shown_clean() {
    let mut shown = BTreeSet::new();
    for case in cases().iter().filter(|case| case.section == "clean" && case.edits.is_empty()) {
        // Findings of every deregistration.
        let is_clean = case.finds.iter().all(|line| line.starts_with("finds cancel."));
        assert!(is_clean, "{}: {} is not clean: {:#?}", case.place, case.on, case.finds);
        shown.insert(case.on.clone());
    }
    let all: BTreeSet<String> = common::orders().into_iter().collect();
    assert_eq!(shown, all);
}

#[test]
fn every_rule_speaks_in_one_case_and_is_silent_in_another() {
    let mut by_rule: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for case in cases() {
        let speaks = case.finds.iter().any(|line| is_of(line, "finds", &case.section));
        let is_undetermined = case.needs.iter().any(|line| is_of(line, "needs", &case.section));
        let (speaking, silent) = by_rule.entry(case.section.clone()).or_default();
        *speaking += usize::from(speaks);
        *silent += usize::from(!speaks && !is_undetermined && !case.is_unasked);
    }
    let lacking: Vec<String> = Rule::all()
        .filter(|rule| !rule.is_notice() && rule.group() != "province")
        .filter_map(|rule| {
            let (speaking, silent) = by_rule.get(rule.id()).copied().unwrap_or_default();
            let is_shown = (speaking > 0) != UNSTATED.contains(&rule.id()) && silent > 0;
            (!is_shown).then(|| format!("{rule}: {speaking} speaking, {silent} silent"))
        })
        .collect();
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Whether a line is about the rule of the section: it names no other rule, and not `others`.
fn is_of(line: &str, word: &str, section: &str) -> bool {
    let mut words = line.split(' ');
    let second = (words.next(), words.next());
    match second {
        (Some(_), Some("others")) => false,
        (Some(first), Some(second)) if first == word => !second.contains('.') || second == section,
        _ => false,
    }
}

#[test]
fn every_section_is_a_rule_in_the_file_of_its_group() {
    for case in cases().iter().filter(|case| !OTHER_FILES.contains(&case.group.as_str())) {
        let rule: Rule =
            case.section.parse().unwrap_or_else(|_| panic!("{}: no rule {}", case.place, case.section));
        assert_eq!(rule.group(), case.group, "{}: {rule} stands in the wrong file", case.place);
        assert!(!rule.is_notice(), "{}: a notice is never a finding", case.place);
    }
}

#[test]
fn every_case_is_of_an_order_kind_that_the_rule_is_asked_of() {
    for case in cases().iter().filter(|case| !OTHER_FILES.contains(&case.group.as_str())) {
        let rule = Rule::from_id(&case.section).unwrap();
        let kind = case.request().order.kind();
        let is_asked = rule.orders().any(|asked| asked == kind);
        assert_eq!(
            is_asked, !case.is_unasked,
            "{}: {}: whether {rule} is asked of {kind}",
            case.place, case.title
        );
    }
}

#[test]
fn every_title_of_a_section_is_its_own() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        assert!(!case.title.is_empty(), "{}", case.place);
        assert!(seen.insert((case.section.clone(), case.title.clone())), "{}: {}", case.place, case.title);
    }
}

/// The texts for applicants: every text of the cases of a group, once.
#[test]
fn texts() {
    let mut by_group: BTreeMap<String, Vec<(&Case, &Report)>> = BTreeMap::new();
    for (case, report) in reported() {
        by_group.entry(case.group.clone()).or_default().push((case, report));
    }
    for group in OTHER_FILES {
        by_group.remove(*group);
    }
    for (group, cases) in by_group {
        let mut text = String::new();
        let mut seen = BTreeSet::new();
        for (case, report) in cases {
            for finding in report.findings.iter().filter(|finding| finding.rule() == case.section) {
                let zh = finding.message(Language::Zh).to_string();
                let en = finding.message(Language::En).to_string();
                if seen.insert((zh.clone(), en.clone())) {
                    writeln!(
                        text,
                        "{} {} {}\n{zh}\n{en}\n",
                        finding.rule(),
                        finding.severity,
                        common::place(finding)
                    )
                    .unwrap();
                }
            }
        }
        insta::assert_snapshot!(format!("texts_{group}"), text);
    }
}

/// The JSON for programs: the whole report on an order with mistakes in every part.
#[test]
fn report() {
    let case = cases().iter().find(|case| case.title == "an order that is wrong in every part").unwrap();
    let mut report = case.report();
    report.rulebook.crate_version = "(this version)".into();
    insta::assert_snapshot!("report", serde_json::to_string_pretty(&report).unwrap());
}
