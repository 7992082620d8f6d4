//! Questions to the province table: two provinces side by side, all for one rule, one order in all.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;

use beian::order::Filing;
use beian::provinces::{DifferenceKind, Dimension, Matrix, Standing};
use beian::value::{Province, Region};
use beian::{
    validate, what_if, Answer, Certificate, CertificateKind, Context, Finding, Language, Order, Principal,
    PrincipalKind, Relocation, Request, Rule, Rulebook, RulebookPatch, Severity, WhatIf,
};
use serde_json::{json, Value};

#[path = "../../examples/provinces/main.rs"]
#[allow(dead_code)] // `main`
mod provinces;

const CLEAN: &str = include_str!("../../examples/orders/clean.json");
const FAULTY: &str = include_str!("../../examples/orders/faulty.json");

fn request(json: &str) -> Request {
    Request::from_json(json.as_bytes()).unwrap()
}

fn changed(pointer: &str, value: Value) -> Request {
    let mut json: Value = serde_json::from_str(CLEAN).unwrap();
    *json.pointer_mut(pointer).unwrap() = value;
    request(&json.to_string())
}

fn patched(patch: &Value) -> Rulebook {
    let patch: RulebookPatch = serde_json::from_value(patch.clone()).unwrap();
    Rulebook::default().patched(&patch).unwrap()
}

/// A rulebook with these cells of one dimension in Guangdong (44) and Zhejiang (33).
fn pair(dimension: &str, left: &Value, right: &Value) -> Rulebook {
    patched(&json!({"provinces": {"44": {dimension: left}, "33": {dimension: right}}}))
}

fn cell(principals: &Value, value: &Value, standing: &str) -> Value {
    let source = json!({"document": "公告", "section": "1", "date": "2026-01-01"});
    json!({"principals": principals, "value": value, "standing": standing, "source": source})
}

/// The differences between 44 and 33 in one dimension, as kind and values.
fn differences(
    rulebook: &Rulebook,
    dimension: Dimension,
) -> Vec<(DifferenceKind, Option<String>, Option<String>)> {
    let comparison = rulebook.compare_provinces(Province::Guangdong, Province::Zhejiang);
    let of = comparison.differences.iter().filter(|difference| difference.dimension == dimension);
    of.map(|difference| {
        let [left, right] =
            [difference.left, difference.right].map(|entry| entry.map(|entry| entry.value(Language::En)));
        (difference.kind(), left, right)
    })
    .collect()
}

#[test]
fn cells_differ_by_value_scope_and_standing_not_by_source() {
    let (individual, organization) = (json!("individual"), json!("organization"));
    let years = |value: u32, standing: &str| cell(&individual, &json!(value), standing);
    let mut elsewhere = years(18, "settled");
    elsewhere["source"]["document"] = json!("另一公告");
    let text = |text: &str| Some(text.to_owned());
    let differs = |left: &str, right: &str| vec![(DifferenceKind::Differs, text(left), text(right))];
    for (what, left, right, told) in [
        ("the same", json!([years(18, "settled")]), json!([years(18, "settled")]), vec![]),
        ("another source", json!([years(18, "settled")]), json!([elsewhere]), vec![]),
        (
            "value",
            json!([years(18, "settled")]),
            json!([years(16, "settled")]),
            differs("18 years", "16 years"),
        ),
        (
            "standing",
            json!([years(18, "settled")]),
            json!([years(18, "contested")]),
            differs("18 years", "18 years"),
        ),
        (
            "scopes that overlap",
            json!([years(18, "settled")]),
            json!([cell(&json!(["individual", "enterprise"]), &json!(18), "settled")]),
            differs("18 years", "18 years"),
        ),
        (
            "scopes that do not",
            json!([years(18, "settled")]),
            json!([cell(&organization, &json!(16), "settled")]),
            vec![
                (DifferenceKind::LeftOnly, text("18 years"), None),
                (DifferenceKind::RightOnly, None, text("16 years")),
            ],
        ),
        (
            "known of the first only",
            json!([years(18, "settled")]),
            json!([]),
            vec![(DifferenceKind::LeftOnly, text("18 years"), None)],
        ),
        ("known of neither", json!([]), json!([]), vec![]),
    ] {
        let rulebook = pair("individual_age", &left, &right);
        assert_eq!(differences(&rulebook, Dimension::IndividualAge), told, "{what}");
    }
}

/// Two lists are compared by their items, in any order; two documents never count as the same item changed.
#[test]
fn lists_differ_by_their_items() {
    let everyone = json!(["enterprise", "individual"]);
    let document = |name: &str| cell(&everyone, &json!({"document": name, "place": "order"}), "settled");
    let (lease, deed, letter) = (document("lease"), document("property_deed"), document("commitment_letter"));
    let rulebook =
        pair("documents", &json!([lease, deed]), &json!([letter, document("student_card"), lease]));
    let kinds: Vec<_> =
        differences(&rulebook, Dimension::Documents).into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, [DifferenceKind::LeftOnly, DifferenceKind::RightOnly, DifferenceKind::RightOnly]);
}

/// For any two provinces: none differs from itself, swapping them swaps the sides, and each cell is either
/// alike or listed once.
#[test]
fn laws_of_comparing() {
    let rulebook = Rulebook::default();
    for left in Province::ALL {
        let itself = rulebook.compare_provinces(*left, *left);
        assert!(itself.differences.is_empty(), "{left}");
        assert_eq!(itself.agreeing, rulebook.province(*left).entries().count(), "{left}");
        for right in Province::ALL {
            let (there, back) =
                (rulebook.compare_provinces(*left, *right), rulebook.compare_provinces(*right, *left));
            assert_eq!(there.agreeing, back.agreeing, "{left} {right}");
            let counts = |comparison: &beian::provinces::ProvinceComparison<'_>| {
                let sides = comparison.differences.iter();
                sides.fold((0, 0), |(left, right), difference| {
                    assert!(difference.left.is_some() || difference.right.is_some());
                    (
                        left + usize::from(difference.left.is_some()),
                        right + usize::from(difference.right.is_some()),
                    )
                })
            };
            let ((ours, theirs), (back_ours, back_theirs)) = (counts(&there), counts(&back));
            assert_eq!((ours, theirs), (back_theirs, back_ours), "{left} {right}");
            assert_eq!(ours + there.agreeing, rulebook.province(*left).entries().count(), "{left} {right}");
            assert_eq!(
                theirs + there.agreeing,
                rulebook.province(*right).entries().count(),
                "{left} {right}"
            );
        }
    }
}

#[test]
fn the_matrix_of_a_rule_has_a_row_a_province_and_a_column_a_dimension() {
    let rulebook = Rulebook::default();
    for rule in Rule::all() {
        let matrix = rulebook.province_matrix(rule);
        assert_eq!(matrix.dimensions, Dimension::of_rule(rule).collect::<Vec<_>>(), "{rule}");
        assert!(matrix.rows.iter().map(|row| row.province).eq(Province::ALL.iter().copied()), "{rule}");
        for row in &matrix.rows {
            let rules = rulebook.province(row.province);
            for (cell, dimension) in row.cells.iter().zip(&matrix.dimensions) {
                assert_eq!(cell.dimension, *dimension);
                assert_eq!(cell.standing, rules.standing(*dimension));
                assert_eq!(cell.entries.len(), rules.entries_of(*dimension).count());
                let is_silent = matches!(cell.standing, Standing::NotMentioned | Standing::Unknown);
                assert_eq!(is_silent, cell.entries.is_empty());
            }
        }
    }
}

#[test]
fn a_matrix_serialises_with_both_languages_standing_source_and_date() {
    let rulebook = Rulebook::default();
    let matrix = rulebook.province_matrix("province.domain-validity-too-short".parse().unwrap());
    let json = serde_json::to_value(&matrix).unwrap();
    let row = |code: &str| {
        let rows = json["rows"].as_array().unwrap();
        rows.iter().find(|row| row["province"] == code).unwrap().clone()
    };
    assert_eq!(
        row("32"),
        json!({
            "province": "32",
            "name": {"zh": "江苏省", "en": "Jiangsu"},
            "cells": [{
                "dimension": "domain_validity",
                "standing": "reported",
                "entries": [{
                    "dimension": "domain_validity",
                    "scope": {"zh": "单位和个人", "en": "organisations and individuals"},
                    "standing": "reported",
                    "value": {"zh": "3 个月", "en": "3 months"},
                    "readings": [{
                        "publisher": "huawei",
                        "source": {"document": "华为云备案知识库摘编", "section": "备案政策咨询 doc_0221", "date": "2025-12-31"},
                        "no_earlier_than": "2025-12-31",
                        "no_later_than": "2025-12-31"
                    }]
                }]
            }]
        })
    );
    let silent = json!([{"dimension": "domain_validity", "standing": "not_mentioned", "entries": []}]);
    assert_eq!(row("21")["cells"], silent);
    // A national rule reads no dimension, so its matrix has no column.
    assert!(rulebook.province_matrix("domain.malformed".parse().unwrap()).dimensions.is_empty());
    let whole = Matrix::of(&rulebook, Dimension::ALL.iter().copied());
    assert_eq!(whole.cell(Province::Xinjiang, Dimension::Footer).unwrap().dimension, Dimension::Footer);
}

/// An individual of Shenzhen with what any individual gives.
fn individual() -> Request {
    let mut json: Value = serde_json::from_str(CLEAN).unwrap();
    let principal = json.pointer_mut("/order/principal").unwrap();
    principal["kind"] = json!("individual");
    principal["name"] = principal["responsible_person"]["name"].clone();
    principal["certificate"] = principal["responsible_person"]["certificate"].clone();
    principal["certificate"]["address"] = json!("广东省深圳市南山区粤海街道海天二路26号");
    let principal = principal.as_object_mut().unwrap();
    principal.remove("legal_representative");
    let responsible_person = principal["responsible_person"].as_object_mut().unwrap();
    responsible_person.remove("name");
    responsible_person.remove("certificate");
    request(&json.to_string())
}

fn ask(request: &Request) -> WhatIf {
    what_if(&request.order, &request.context, &Rulebook::default())
}

fn rules(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().map(Finding::rule).collect()
}

/// In the order's own province nothing moves, and the outcome is what `validate` says.
#[test]
fn in_its_own_province_an_order_is_as_it_was_written() {
    for request in [request(CLEAN), request(FAULTY), individual()] {
        let own = request.order.principal().unwrap().region.clone();
        let code = own.as_deref().unwrap();
        let report = validate(&request.order, &request.context, &Rulebook::default());
        let what_if = ask(&request);
        let outcome = what_if.outcome(Region::parse(code).unwrap().province()).unwrap();
        assert_eq!((&outcome.region, outcome.submittable), (&own, report.is_submittable()));
        let told: Vec<&Finding> = what_if.findings.iter().chain(&outcome.findings).collect();
        assert!(report.findings.iter().all(|finding| told.contains(&finding)));
        // The other findings are those that a blocker of the province silenced.
        let is_blocked = outcome.findings.iter().any(|finding| {
            finding.severity == Severity::Blocker
                && finding.known_rule().is_some_and(|rule| rule.group() == "province")
        });
        assert!(told.len() == report.findings.len() || is_blocked);
        let undetermined = what_if.undetermined.len() + outcome.undetermined.len();
        assert_eq!(undetermined, report.undetermined.len());
    }
}

/// Only rules that read the province table, or compare the region, differ between provinces.
#[test]
fn what_is_not_the_provinces_is_the_same_everywhere() {
    let of_the_region = [
        "principal.region-certificate-mismatch",
        "principal.region-differs-from-certificate",
        "change.immutable-field",
        "person.video-location-mismatch",
        "principal.mailing-address-region-mismatch",
        // The register of businesses states the province of the business.
        "principal.business-address-differs",
    ];
    for request in [request(CLEAN), request(FAULTY), individual()] {
        for relocation in [Relocation::Filing, Relocation::FilingAndCertificate] {
            let rulebook = Rulebook::default();
            let what_if = WhatIf::of(&request.order, &request.context, &rulebook, relocation);
            assert_eq!(what_if.outcomes.len(), 31);
            for outcome in &what_if.outcomes {
                for finding in &outcome.findings {
                    let rule = finding.known_rule().unwrap();
                    let is_asked = rule.group() == "province" || Dimension::of_rule(rule).next().is_some();
                    assert!(is_asked || of_the_region.contains(&rule.id()), "{}: {rule}", outcome.province);
                }
            }
        }
    }
}

#[test]
fn an_individual_is_refused_asked_for_a_proof_or_taken() {
    let what_if = ask(&individual());
    let refused = what_if.outcome(Province::Gansu).unwrap();
    assert_eq!(refused.answer, Answer::Refuses);
    assert!(rules(&refused.findings).contains("province.individual-out-of-province"));
    let asked = what_if.outcome(Province::Jiangsu).unwrap();
    assert_eq!((asked.answer, asked.submittable), (Answer::Asks, false));
    assert!(rules(&asked.findings).contains("province.residence-proof-missing"));
    // Sources disagree on Guangxi.
    assert_eq!(what_if.outcome(Province::Guangxi).unwrap().answer, Answer::MayRefuse);
    let at_home = what_if.outcome(Province::Guangdong).unwrap();
    assert!(!rules(&at_home.findings).contains("province.residence-proof-missing"));
    // Every outcome has exactly one answer.
    let answers: usize = Answer::ALL.iter().map(|answer| what_if.answering(*answer).count()).sum();
    assert_eq!(answers, 31);
}

/// An organisation files in the province of its certificate: that is said once, not thirty times.
#[test]
fn what_refuses_everywhere_else_is_said_once() {
    let what_if = ask(&request(CLEAN));
    let rule = "principal.region-certificate-mismatch";
    let told: Vec<&str> = what_if.elsewhere.iter().map(Finding::rule).collect();
    assert_eq!(told, [rule]);
    assert!(!what_if.outcomes.iter().any(|outcome| rules(&outcome.findings).contains(rule)));
    // It refuses all the same.
    assert_eq!(what_if.answering(Answer::Refuses).count(), 30);
    assert!(what_if.outcome(Province::Guangdong).unwrap().submittable);
    let json = serde_json::to_value(&what_if).unwrap();
    assert_eq!(json["elsewhere"].as_array().unwrap().len(), 1);
    // Who has no province of the order's own is refused nowhere for that.
    assert!(ask_at_home(&request(CLEAN)).elsewhere.is_empty());
}

#[test]
fn where_the_certificate_moves_too_nobody_is_from_elsewhere() {
    for request in [request(CLEAN), individual()] {
        let rulebook = Rulebook::default();
        let what_if =
            WhatIf::of(&request.order, &request.context, &rulebook, Relocation::FilingAndCertificate);
        for outcome in &what_if.outcomes {
            for rule in [
                "province.individual-out-of-province",
                "province.residence-proof-missing",
                "principal.region-certificate-mismatch",
                "principal.region-differs-from-certificate",
            ] {
                assert!(!rules(&outcome.findings).contains(rule), "{}: {rule}", outcome.province);
            }
        }
    }
}

/// The order as if its principal were from each province.
fn ask_at_home(request: &Request) -> WhatIf {
    let rulebook = Rulebook::default();
    WhatIf::of(&request.order, &request.context, &rulebook, Relocation::FilingAndCertificate)
}

/// The provinces where a rule is broken.
fn broken_in(what_if: &WhatIf, rule: &str) -> Vec<Province> {
    let is_broken = |findings: &[Finding]| rules(findings).contains(rule);
    let outcomes = what_if.outcomes.iter();
    let broken = outcomes.filter(|outcome| is_broken(&outcome.findings) || is_broken(&what_if.findings));
    broken.map(|outcome| outcome.province).collect()
}

/// An address or a verification that contradicts the region stays a mistake in every province, except in the
/// one that it happens to name.
#[test]
fn mistakes_stay_mistakes() {
    for (pointer, value, rule, province) in [
        (
            "/order/principal/mailing_address",
            json!("湖北省武汉市江岸区解放大道1号"),
            "principal.mailing-address-region-mismatch",
            Province::Hubei,
        ),
        (
            "/order/services/0/responsible_person/video_verification/province",
            json!("33"),
            "person.video-location-mismatch",
            Province::Zhejiang,
        ),
    ] {
        let broken = broken_in(&ask_at_home(&changed(pointer, value)), rule);
        let all_others: Vec<Province> = Province::ALL.iter().copied().filter(|of| *of != province).collect();
        assert_eq!(broken, all_others, "{pointer}");
    }
}

/// An invalid region is replaced by one of each province, since the question is where to file.
#[test]
fn a_region_that_is_none_is_chosen() {
    let request = changed("/order/principal/region", json!("999999"));
    let report = validate(&request.order, &request.context, &Rulebook::default());
    assert!(rules(&report.findings).contains("principal.region-invalid"));
    let what_if = ask_at_home(&request);
    assert_eq!(broken_in(&what_if, "principal.region-invalid"), []);
    for outcome in &what_if.outcomes {
        let region = Region::parse(outcome.region.as_deref().unwrap()).unwrap();
        assert_eq!(Region::of_province(outcome.province).next(), Some(region));
    }
}

/// The street is kept and the names of places before it change; an address that names no place is left alone.
#[test]
fn addresses_move_by_their_places() {
    for address in [
        "广东省深圳市南山区粤海街道海天二路26号",
        "深圳市南山区粤海街道海天二路26号",
        "广东深圳市南山区粤海街道海天二路26号",
        "中国广东省深圳市南山区海天二路26号",
        "广东省海天二路26号",
        "粤海街道海天二路26号",
    ] {
        let what_if = ask_at_home(&changed("/order/principal/mailing_address", json!(address)));
        assert_eq!(broken_in(&what_if, "principal.mailing-address-region-mismatch"), [], "{address}");
    }
}

/// A national finding that a province's blocker silences is not counted as something that the other provinces
/// ask in addition.
#[test]
fn a_silenced_mistake_is_still_everybodys() {
    // Other people are responsible for its services, which is not reported where the province refuses the
    // individual.
    let what_if = ask(&individual());
    assert!(rules(&what_if.findings).contains("person.not-the-individual"));
    let hebei = what_if.outcome(Province::Hebei).unwrap();
    assert_eq!(rules(&hebei.findings), BTreeSet::from(["principal.region-differs-from-certificate"]));
    assert_ne!(hebei.answer, Answer::Asks);
}

/// Moving to any county writes its full name and keeps the street; moving back restores the order.
#[test]
fn the_street_stays() {
    for region in Province::ALL.iter().flat_map(|province| Region::of_province(*province)) {
        let address = |region: Region| format!("{}文三路18号", region.full_name());
        let principal =
            Principal::new().with_region(region.to_string()).with_mailing_address(address(region));
        let order = Order::FirstFiling(Filing::new().with_principal(principal));
        assert_eq!(order.relocated(region.province(), Relocation::Filing), order);
        let province = if region.province() == Province::Hainan { Province::Hunan } else { Province::Hainan };
        let moved = order.relocated(province, Relocation::Filing);
        let new = Region::of_province(province).next().unwrap();
        let principal = moved.principal().unwrap();
        assert_eq!(principal.region, Some(new.to_string()));
        assert_eq!(principal.mailing_address, Some(address(new)), "{}", region.full_name());
    }
}

/// Values that do not depend on the province stay: names, numbers, domains, and the certificate unless it is
/// to move.
#[test]
fn nothing_else_moves() {
    let order = request(CLEAN).order;
    let json = |order: &Order| serde_json::to_value(order).unwrap();
    let before = json(&order);
    for (relocation, moving) in [
        (Relocation::Filing, &["/principal/region", "/principal/mailing_address"][..]),
        (
            Relocation::FilingAndCertificate,
            &["/principal/region", "/principal/mailing_address", "/principal/certificate/address"],
        ),
    ] {
        let mut after = json(&order.relocated(Province::Xizang, relocation));
        let videos =
            (0..2).map(|index| format!("/services/{index}/responsible_person/video_verification/province"));
        let people = [
            "/principal/responsible_person",
            "/services/0/responsible_person",
            "/services/1/responsible_person",
        ];
        let mobiles = people.iter().map(|responsible_person| format!("{responsible_person}/mobile_province"));
        for place in moving.iter().map(|place| (*place).to_owned()).chain(videos).chain(mobiles) {
            let Some(moved) = after.pointer_mut(&place) else { continue };
            let own = before.pointer(&place).unwrap();
            assert_ne!(moved, own, "{place}");
            *moved = own.clone();
        }
        assert_eq!(after, before, "{relocation:?}");
    }
}

/// The video verification of the responsible person moves with the order.
#[test]
fn video_verifications_move() {
    assert_eq!(broken_in(&ask(&request(CLEAN)), "person.video-location-mismatch"), []);
}

#[test]
fn an_order_that_states_no_principal_goes_nowhere() {
    let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let order = Order::FirstFiling(Filing::new());
    let what_if = what_if(&order, &context, &Rulebook::default());
    assert!(what_if.outcomes.iter().all(|outcome| outcome.region.is_none() && outcome.findings.is_empty()));
    let report = validate(&order, &context, &Rulebook::default());
    assert_eq!(what_if.findings, report.findings);
}

/// A patch that closes a province to individuals changes the answer.
#[test]
fn a_patch_is_heard() {
    let rulebook = patched(
        &json!({"provinces": {"33": {"individuals": [cell(&json!("individual"), &json!(false), "settled")]}}}),
    );
    let card = Certificate::of(CertificateKind::ResidentIdCard, "440305198805160025");
    let person = Principal::new().with_kind(PrincipalKind::Individual).with_certificate(card);
    let order = Order::FirstFiling(Filing::new().with_principal(person.with_region("440305")));
    let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let what_if = what_if(&order, &context, &rulebook);
    let zhejiang = what_if.outcome(Province::Zhejiang).unwrap();
    assert_eq!((zhejiang.answer, zhejiang.region.as_deref()), (Answer::Refuses, Some("330102")));
    assert!(rules(&zhejiang.findings).contains("province.individual-not-accepted"));
}

#[test]
fn what_if_serialises() {
    let json = serde_json::to_value(ask(&individual())).unwrap();
    assert_eq!(json["outcomes"].as_array().unwrap().len(), 31);
    let gansu =
        json["outcomes"].as_array().unwrap().iter().find(|outcome| outcome["province"] == "62").unwrap();
    assert_eq!((&gansu["answer"], &gansu["submittable"]), (&json!("refuses"), &json!(false)));
    assert_eq!((&gansu["name"]["zh"], &gansu["region"]), (&json!("甘肃省"), &json!("620102")));
    assert!(json["everywhere"]["findings"].is_array() && json["rulebook"]["provider"] == "tencent");
}

/// Runs the program: status, output, errors.
fn run(arguments: &[&str], input: &str) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = provinces::run(&mut provinces::common::World {
        arguments: arguments.iter().map(OsString::from).collect(),
        variable: &|_| None,
        input: Some(Box::new(io::Cursor::new(input.to_owned()))),
        out: &mut out,
        is_out_terminal: false,
        err: &mut err,
        is_err_terminal: false,
    })
    .unwrap();
    (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_program_answers_in_both_languages() {
    for (arguments, zh, en) in [
        (&[][..], "44 广东省", "44 Guangdong"),
        (&["32"], "16 周岁（个人；明确；2025-12-31）", "16 years (individuals; settled; 2025-12-31)"),
        (&["--rule", "province.domain-validity-too-short"], "32 江苏省", "21 Liaoning        not mentioned"),
        (&["--compare", "44", "33"], "广东省与浙江省", "Guangdong and Zhejiang"),
        (&["--what-if"], "不接受", "Refused (30)"),
        (
            &["--evidence", "43", "hollow_principal_adds"],
            "说法不一",
            "UCloud: UCloud 备案文档 · rule/rule5/hunan.md (2024-04-01)",
        ),
        (&["--evidence", "44", "one_domain"], "未提及", "Pages on the province that were read"),
        (&["--export", "44"], "\"local_mobile\"", "\"readings\""),
        (&["--what-if", "--with-certificate"], "另有要求", "More is asked"),
        (&["--help"], "用法：provinces", "Usage: provinces"),
    ] {
        for (language, told) in [("zh", zh), ("en", en)] {
            let (status, out, err) = run(&[&["--lang", language], arguments].concat(), "");
            assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
            assert!(out.contains(told), "{arguments:?}: {out}");
        }
    }
}

#[test]
fn a_province_goes_by_code_name_and_character() {
    let (_, by_code, _) = run(&["--lang", "zh", "15"], "");
    for name in ["内蒙古自治区", "内蒙古", "蒙", "Inner Mongolia", "inner-mongolia", "INNERMONGOLIA"]
    {
        assert_eq!(run(&["--lang", "zh", name], "").1, by_code, "{name}");
    }
}

#[test]
fn what_cannot_be_answered_is_told_and_fails() {
    for (arguments, told) in [
        (&["99"][..], "there is no province 99"),
        (&["香港"], "there is no province 香港"),
        (&["--compare", "44"], "takes two provinces"),
        (&["--compare", "44", "33", "32"], "takes two provinces"),
        (&["--rule"], "takes the id of a rule"),
        (&["--evidence", "44"], "takes a province and a dimension"),
        (&["--evidence", "44", "nothing"], "there is no dimension nothing"),
        (&["--export"], "takes one province"),
        (&["--rule", "province.nothing"], "there is no rule"),
        (&["--rule", "domain.malformed"], "the same in every province"),
        (&["--rule", "--compare", "44", "33"], "give one of"),
        (&["--with-certificate"], "goes with --what-if"),
        (&["--what-if", "no-such-file.json"], "no-such-file.json"),
        (&["--what-if", "a", "b"], "takes one file"),
        (&["--nothing"], "there is no option --nothing"),
    ] {
        let (status, out, err) = run(arguments, "");
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    let (status, _, err) = run(&["--what-if", "-"], "{\"order\": 1}");
    assert!(status == 2 && err.starts_with("-: "), "{err}");
}

#[test]
fn json_is_whole() {
    let read = |arguments: &[&str], input: &str| -> Value {
        let (status, out, err) = run(&[&["--format", "json"], arguments].concat(), input);
        assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
        serde_json::from_str(&out).unwrap()
    };
    let table = read(&[], "");
    let rulebook = Rulebook::default();
    for (province, described) in Province::ALL.iter().zip(table.as_array().unwrap()) {
        assert_eq!(described["province"], province.code());
        let cells = described["cells"].as_array().unwrap().len();
        assert_eq!(cells, rulebook.province(*province).entries().count());
    }
    assert_eq!(read(&["44", "33"], "").as_array().unwrap().len(), 2);
    let rule = "province.responsible-person-not-legal-representative";
    let matrices = read(&["--rule", rule], "");
    assert_eq!((&matrices[0]["rule"], matrices[0]["rows"].as_array().unwrap().len()), (&json!(rule), 31));
    let comparison = read(&["--compare", "44", "33"], "");
    assert_eq!((&comparison["left"], &comparison["right"]), (&json!("44"), &json!("33")));
    let differences = comparison["differences"].as_array().unwrap();
    let suffixes =
        differences.iter().find(|difference| difference["dimension"] == "domain_suffixes").unwrap();
    assert_eq!(suffixes["kind"], "differs");
    assert!(suffixes["left"]["value"]["en"].is_string() && suffixes["right"]["value"]["zh"].is_string());
    assert_eq!(read(&["--what-if", "-"], CLEAN), read(&["--what-if"], ""));
}
