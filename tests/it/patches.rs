//! Patches that are made in code, read, written and named, and the sources that their limits bring.

use beian::provinces::{Dimension, PatchCell, PatchValue, Standing};
use beian::service::ServiceKind;
use beian::value::Province;
use beian::{
    validate, Limit, Limits, MaterialFormat, OrderKind, PrincipalKind, Report, Rulebook, RulebookPatch,
    Severity, Source,
};
use chrono::NaiveDate;
use serde_json::{json, Value};

use crate::common::{order, request};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn source() -> Source {
    Source::new("腾讯云公告", "调整", Some(day("2026-10-01")))
}

fn read(json: &Value) -> RulebookPatch {
    serde_json::from_value(json.clone()).unwrap()
}

/// A table: a patch in code, and the same as JSON.
fn both() -> Vec<(&'static str, RulebookPatch, Value)> {
    let source_json = json!({"document": "腾讯云公告", "section": "调整", "date": "2026-10-01"});
    let new = RulebookPatch::new;
    vec![
        ("nothing", new(), json!({})),
        (
            "a name",
            new().with_name("Acme 2026-11", day("2026-11-20")),
            json!({"name": "Acme 2026-11", "date": "2026-11-20"}),
        ),
        (
            "limits",
            new().with_limit(Limit::AppDomainLevel, Some(3)).with_limit(Limit::LetterMonths, None),
            json!({"limits": {"app_domain_level": 3, "letter_months": null}}),
        ),
        (
            "limits with their source",
            new()
                .with_sourced_limit(Limit::AppDomainLevel, 3, &source())
                .with_material_formats([MaterialFormat::Png], &source()),
            json!({"limits": {
                "app_domain_level": {"value": 3, "source": source_json},
                "material_formats": {"value": ["png"], "source": source_json},
            }}),
        ),
        (
            "rules",
            new()
                .with_severity("domain.suffix-unconfirmed", Severity::Blocker)
                .without_rule("name.too-short"),
            json!({"rules": {"domain.suffix-unconfirmed": "blocker", "name.too-short": "off"}}),
        ),
        (
            "numbers",
            new().with_settled_for_years(2).with_max_findings(None),
            json!({"settled_for_years": 2, "max_findings": null}),
        ),
        (
            "cells",
            new()
                .with_cells(
                    Province::Jiangxi,
                    Dimension::IndividualAge,
                    [PatchCell::new(18_u32, &source())
                        .of_principals([PrincipalKind::Individual])
                        .with_standing(Standing::Reported)],
                )
                .with_cells(
                    Province::Jiangxi,
                    Dimension::OrderLimits,
                    [PatchCell::new(
                        PatchValue::object([("metric", "services".into()), ("max", 2_u32.into())]),
                        &source(),
                    )
                    .of_orders([OrderKind::AccessFiling])
                    .of_service(ServiceKind::App)],
                )
                .with_cells(Province::Gansu, Dimension::IndividualAge, []),
            json!({"provinces": {
                "36": {
                    "individual_age": [{
                        "value": 18, "source": source_json, "principals": ["individual"], "standing": "reported"
                    }],
                    "order_limits": [{
                        "value": {"metric": "services", "max": 2}, "source": source_json,
                        "orders": ["access_filing"], "service": "app"
                    }],
                },
                "62": {"individual_age": []},
            }}),
        ),
    ]
}

/// What is made in code is what is read, and is written as it was read.
#[test]
fn a_patch_is_the_same_in_code_and_in_json() {
    for (title, made, json) in both() {
        assert_eq!(serde_json::to_value(&made).unwrap(), json, "{title}");
        let rulebooks = [&made, &read(&json)].map(|patch| Rulebook::default().patched(patch).unwrap());
        let said = rulebooks.each_ref().map(|rulebook| {
            let provinces: Vec<String> = [Province::Jiangxi, Province::Gansu]
                .iter()
                .map(|province| serde_json::to_string(&rulebook.province_patch(*province)).unwrap())
                .collect();
            let places: Vec<_> =
                rulebook.patched_places().map(|(at, by)| (at.to_owned(), by.clone())).collect();
            let rules: Vec<_> = rulebook.rules().map(|rule| rule.severity()).collect();
            let most = (rulebook.max_findings(), rulebook.settled_for_years());
            (rulebook.version().clone(), rulebook.limits().clone(), provinces, places, rules, most)
        });
        assert_eq!(said[0], said[1], "{title}");
    }
}

#[test]
fn what_is_patched_is_told_with_the_patch_that_did_it() {
    let mut rulebook = Rulebook::default();
    assert_eq!(rulebook.patched_places().count(), 0);
    for (_, patch, _) in both() {
        rulebook = rulebook.patched(&patch.with_name("first", day("2026-11-01"))).unwrap();
    }
    let again = RulebookPatch::new().with_limit(Limit::AppDomainLevel, Some(4));
    let unnamed = rulebook.patched(&again).unwrap();
    let second = again.with_name("second", day("2026-11-02"));
    let rulebook = rulebook.patched(&second).unwrap();
    let told: Vec<_> =
        rulebook.patched_places().map(|(at, by)| (at, by.name.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        told,
        [
            ("/limits/app_domain_level", "second"),
            ("/limits/letter_months", "first"),
            ("/limits/material_formats", "first"),
            ("/max_findings", "first"),
            ("/provinces/36/individual_age", "first"),
            ("/provinces/36/order_limits", "first"),
            ("/provinces/62/individual_age", "first"),
            ("/rules/domain.suffix-unconfirmed", "first"),
            ("/rules/name.too-short", "first"),
            ("/settled_for_years", "first"),
        ]
    );
    let at = |rulebook: &Rulebook| {
        rulebook.patched_places().find(|(at, _)| *at == "/limits/app_domain_level").unwrap().1.name.clone()
    };
    assert_eq!(at(&unnamed), None);
    assert_eq!(rulebook.version().patches.len(), both().len() + 1);
    assert_eq!(unnamed.version().patches.len(), both().len(), "one without name or day is told by `patched`");
}

/// The report of an order whose APP has a domain of five levels.
fn too_deep(rulebook: &Rulebook) -> Report {
    let mut json = order("first-filing/organization-app");
    json["order"]["services"][0]["platforms"][0]["domains"][0]["name"] = "a.shenzhen.beian.qcloud.com".into();
    let request = request(&json).unwrap();
    validate(&request.order, &request.context, rulebook)
}

#[test]
fn a_finding_quotes_who_states_the_patched_limit() {
    const AT: &str = "/services/0/platforms/0/domains/0/name";
    let limit = |patch: RulebookPatch| {
        let report = too_deep(&Rulebook::default().patched(&patch).unwrap());
        report.find("domain.level-exceeded", AT).unwrap().source()
    };
    let named = RulebookPatch::new().with_name("Acme 2026-11", day("2026-11-20"));
    let plain = RulebookPatch::new().with_limit(Limit::AppDomainLevel, Some(3));
    assert_eq!(limit(plain), Source::new("规则手册补丁", "/limits/app_domain_level", None));
    let of_patch = Source::new("Acme 2026-11", "/limits/app_domain_level", Some(day("2026-11-20")));
    assert_eq!(limit(named.clone().with_limit(Limit::AppDomainLevel, Some(3))), of_patch);
    assert_eq!(limit(named.with_sourced_limit(Limit::AppDomainLevel, 3, &source())), source());
}

#[test]
fn a_report_names_its_patches() {
    let patch = RulebookPatch::new().with_name("Acme 2026-11", day("2026-11-20"));
    let report = too_deep(&Rulebook::default().patched(&patch).unwrap());
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["rulebook"]["patches"], json!([{"name": "Acme 2026-11", "date": "2026-11-20"}]));
    assert_eq!(json["rulebook"]["patched"], true);
    let back: Report = serde_json::from_value(json).unwrap();
    assert_eq!(back.rulebook, report.rulebook);

    let plain = serde_json::to_value(too_deep(&Rulebook::default())).unwrap();
    assert_eq!(plain["rulebook"].get("patches"), None);
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    for (json, place) in [
        (json!({"name": 5}), "/name"),
        (json!({"date": "yesterday"}), "/date"),
        (
            json!({"limits": {"app_domain_level": {"value": 0, "source": source()}}}),
            "/limits/app_domain_level/value",
        ),
        (json!({"limits": {"app_domain_level": {"value": 3}}}), "/limits/app_domain_level"),
        (json!({"limits": {"app_domain_level": {"source": source()}}}), "/limits/app_domain_level"),
        (
            json!({"limits": {"app_domain_level": {"value": 3, "sources": 1}}}),
            "/limits/app_domain_level/sources",
        ),
        (
            json!({"limits": {"app_domain_level": {"value": 3, "source": "x"}}}),
            "/limits/app_domain_level/source",
        ),
        (
            json!({"limits": {"material_formats": {"value": [], "source": source()}}}),
            "/limits/material_formats/value",
        ),
    ] {
        let error = Rulebook::default().patched(&read(&json)).unwrap_err();
        assert_eq!(error.path(), place, "{json}");
    }
    let no_number = RulebookPatch::new().with_limit(Limit::MaterialFormats, Some(3));
    assert_eq!(Rulebook::default().patched(&no_number).unwrap_err().path(), "/limits/material_formats");
}

#[test]
fn limits_are_made_in_code_each_with_its_document() {
    let limits = Limits::default()
        .with_limit(Limit::PurchasedMonths, 6, source())
        .with_material_formats([MaterialFormat::Jpeg], source());
    for limit in Limit::ALL {
        let is_stated = matches!(limit, Limit::PurchasedMonths | Limit::MaterialFormats);
        assert_eq!(limits.source(*limit), is_stated.then(source).as_ref(), "{limit}");
        assert_eq!(limits.get(*limit), (*limit == Limit::PurchasedMonths).then_some(6), "{limit}");
    }
    let json = serde_json::to_value(&limits).unwrap();
    assert_eq!(json["purchased_months"]["value"], 6);
    assert_eq!(json["material_formats"]["source"]["document"], "腾讯云公告");
    // The written limits are what a patch has.
    let patched = Rulebook::default().patched(&read(&json!({"limits": json}))).unwrap();
    assert_eq!(patched.limits().purchased_months, Some(6));
    assert_eq!(patched.limits().source(Limit::PurchasedMonths), Some(&source()));
}
