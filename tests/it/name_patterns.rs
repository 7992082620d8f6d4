//! Patterns that names are held against: what a patch may say, what they find, and how they are bounded.

use std::time::{Duration, Instant};

use beian::{
    validate, Language, NameOf, NamePattern, OrderKind, OwnRule, OwnRuleError, PatternError, Report, Rule,
    Rulebook, RulebookErrorReason, RulebookPatch, Severity, Source,
};
use serde_json::{json, Value};

use crate::common::{order, request};

fn rulebook(patterns: impl IntoIterator<Item = NamePattern>) -> Rulebook {
    let patch = patterns.into_iter().fold(RulebookPatch::new(), RulebookPatch::with_name_pattern);
    Rulebook::default().patched(&patch).unwrap()
}

/// The report on a clean order whose principal or service has another name.
fn named(clean: &str, at: &str, name: &str, rulebook: &Rulebook) -> Report {
    let mut json = order(clean);
    *json["order"].pointer_mut(at).unwrap() = name.into();
    let request = request(&json).unwrap();
    validate(&request.order, &request.context, rulebook)
}

const SITE: &str = "first-filing/organization-website";
const APP: &str = "first-filing/organization-app";
const SERVICE: &str = "/services/0/name";
const PRINCIPAL: &str = "/principal/name";

/// A table: the pattern, the order and the name, and whether it is found at that name.
#[test]
fn a_pattern_is_held_against_the_names_that_it_is_of() {
    let refused = |pattern: &str| NamePattern::refused("acme.name", pattern);
    let required = |pattern: &str| NamePattern::required("acme.name", pattern);
    let cases = [
        (refused("测试"), SITE, SERVICE, "青禾测试站点", true),
        (refused("测试"), SITE, SERVICE, "青禾产品展示", false),
        (refused("(?i)acme"), SITE, SERVICE, "ACME 展示", true),
        (refused("acme"), SITE, SERVICE, "ACME 展示", false),
        (refused("^acme$"), SITE, SERVICE, "  acme ", true),
        (refused("[0-9]{3,}"), APP, SERVICE, "青禾 2026", true),
        (refused("[0-9]{3,}"), APP, SERVICE, "青禾 26", false),
        (required("^青禾"), SITE, SERVICE, "青禾产品展示", false),
        (required("^青禾"), SITE, SERVICE, "产品展示青禾", true),
        (required("^[\u{4e00}-\u{9fff}]+$"), SITE, SERVICE, "青禾shop", true),
        (refused("测试").of(NameOf::App), SITE, SERVICE, "青禾测试站点", false),
        (refused("测试").of(NameOf::Website), SITE, SERVICE, "青禾测试站点", true),
        (refused("测试").of(NameOf::App), APP, SERVICE, "青禾测试站点", true),
        (refused("测试").of(NameOf::Principal), SITE, SERVICE, "青禾测试站点", false),
        (refused("示例").of(NameOf::Principal), SITE, PRINCIPAL, "杭州青禾示例科技有限公司", true),
        (refused("测试").with_orders([OrderKind::AccessFiling]), SITE, SERVICE, "青禾测试站点", false),
        (refused("测试").with_orders([OrderKind::FirstFiling]), SITE, SERVICE, "青禾测试站点", true),
    ];
    // What the crate says of the names is another matter: of a name that has its blocker nothing more is said.
    let of_names = Rule::all().filter(|rule| rule.group() == "name");
    let without_names = of_names.fold(RulebookPatch::new(), RulebookPatch::without_rule);
    for (pattern, clean, at, name, is_found) in cases {
        let rulebook = rulebook([pattern.clone()]).patched(&without_names).unwrap();
        let report = named(clean, at, name, &rulebook);
        assert_eq!(report.has("acme.name", at), is_found, "{name} {pattern:?}");
    }
}

#[test]
fn a_missing_name_is_told_by_the_crate() {
    let rulebook = rulebook([NamePattern::required("acme.name", "^青禾")]);
    let report = named(SITE, SERVICE, " ", &rulebook);
    assert!(!report.has("acme.name", SERVICE));
    assert!(report.has("service.field-missing", SERVICE));
}

#[test]
fn a_finding_says_what_the_patch_says() {
    let message = |pattern: NamePattern, language| {
        let report = named(SITE, SERVICE, "青禾测试站点", &rulebook([pattern]));
        let finding = report.find("acme.name", SERVICE).unwrap();
        let text = finding.message(language).to_string();
        (text, finding.severity, finding.source())
    };
    let refused = || NamePattern::refused("acme.name", "测.");
    let (text, severity, source) = message(refused(), Language::Zh);
    assert_eq!(text, "名称“青禾测试站点”含有“测试”，不予接受。请更换名称。");
    assert_eq!(
        (severity, source),
        (Severity::Warning, Source::new("规则手册补丁", "/names/acme.name", None))
    );
    let (text, ..) = message(NamePattern::required("acme.name", "^Acme"), Language::Zh);
    assert_eq!(text, "名称“青禾测试站点”不是要求的写法。请按要求更换名称。");

    let own = Source::new("Acme 命名规范", "2.1", None);
    let of = refused()
        .with_severity(Severity::Blocker)
        .with_message("“{found}”不可用", "{found} cannot be used")
        .with_source(&own);
    assert_eq!(message(of, Language::En), ("测试 cannot be used".to_owned(), Severity::Blocker, own));
}

/// It is a rule of the service's own like any other: listed, switched off, weighed, told, and written with its patch.
#[test]
fn a_pattern_is_a_rule_of_the_rulebook() {
    let pattern =
        NamePattern::refused("acme.name", "测试").of(NameOf::Website).with_severity(Severity::Advice);
    let patch = RulebookPatch::new().with_name_pattern(pattern).with_severity("acme.name", Severity::Blocker);
    let json = json!({
        "names": {"acme.name": {"refused": "测试", "of": "website", "severity": "advice"}},
        "rules": {"acme.name": "blocker"},
    });
    assert_eq!(serde_json::to_value(&patch).unwrap(), json);
    let read: RulebookPatch = serde_json::from_str(&serde_json::to_string(&patch).unwrap()).unwrap();
    assert_eq!(read, patch);

    let rulebook = Rulebook::default().patched(&read).unwrap();
    let rule = rulebook.rule("acme.name").unwrap();
    assert_eq!((rule.default_severity(), rule.severity()), (Severity::Advice, Some(Severity::Blocker)));
    let places: Vec<&str> = rulebook.patched_places().map(|(place, _)| place).collect();
    assert_eq!(places, ["/names/acme.name", "/rules/acme.name"]);
    let off = rulebook.patched(&RulebookPatch::new().without_rule("acme.name")).unwrap();
    assert!(named(SITE, SERVICE, "青禾测试站点", &rulebook).has("acme.name", SERVICE));
    assert!(!named(SITE, SERVICE, "青禾测试站点", &off).has("acme.name", SERVICE));

    // A later patch writes its pattern anew; a rule that was made in code gives way to none.
    let later = NamePattern::refused("acme.name", "展示");
    let later = rulebook.patched(&RulebookPatch::new().with_name_pattern(later.clone())).unwrap();
    assert_eq!(later.own_rules().len(), 1);
    assert!(!named(SITE, SERVICE, "青禾测试站点", &later).has("acme.name", SERVICE));
    let source = Source::new("Acme", "", None);
    let in_code = OwnRule::new("acme.name", Severity::Advice, "请改名", "rename it", source).unwrap();
    let taken = Rulebook::default().with_rules([in_code]).unwrap().patched(&patch).unwrap_err();
    assert_eq!((taken.path(), taken.reason()), ("/names/acme.name", &RulebookErrorReason::Taken));
}

#[test]
fn a_wrong_pattern_is_refused_when_the_patch_is_read() {
    let refused = |id: &str, value: Value| {
        let patch: RulebookPatch = serde_json::from_value(json!({"names": {id: value}})).unwrap();
        let error = Rulebook::default().patched(&patch).err().unwrap_or_else(|| panic!("{patch:?} is taken"));
        (error.path().to_owned(), error.reason().clone())
    };
    let pattern = |text: &str| refused("acme.name", json!({"refused": text}));
    assert_eq!(pattern("").1, RulebookErrorReason::Pattern(PatternError::Empty));
    for large in [
        "a".repeat(1_001).as_str(),
        "(a{100}){100}",
        "((a{50}){50}){50}",
        "[\u{4e00}-\u{9fff}]{2000}",
        "(x{1,1000}){1,1000}",
    ] {
        let (path, reason) = pattern(large);
        assert_eq!(path, "/names/acme.name/refused");
        assert_eq!(reason, RulebookErrorReason::Pattern(PatternError::TooLarge), "{large:.20}");
    }
    let deep = format!("{}a{}", "(".repeat(30), ")".repeat(30));
    for wrong in ["(", "[", "a**b(", "(?<=a)b", r"(a)\1", &deep] {
        let RulebookErrorReason::Pattern(PatternError::Syntax(says)) = pattern(wrong).1 else {
            panic!("{wrong}")
        };
        assert!(!says.is_empty());
    }
    for (value, place) in [
        (json!({}), "/names/acme.name"),
        (json!({"refused": "a", "required": "b"}), "/names/acme.name"),
        (json!({"refuse": "a"}), "/names/acme.name/refuse"),
        (json!({"refused": 5}), "/names/acme.name/refused"),
        (json!({"refused": "a", "of": "person"}), "/names/acme.name/of"),
        (json!({"refused": "a", "severity": "off"}), "/names/acme.name/severity"),
        (json!({"refused": "a", "orders": []}), "/names/acme.name/orders"),
        (json!({"refused": "a", "message": {"zh": "改"}}), "/names/acme.name/message"),
        (json!({"refused": "a", "message": {"zh": "{n}", "en": "{n}"}}), "/names/acme.name/message"),
        (json!({"refused": "a", "message": {"zh": "{name}", "en": "x"}}), "/names/acme.name/message"),
        (json!({"refused": "a", "source": "Acme"}), "/names/acme.name/source"),
    ] {
        assert_eq!(refused("acme.name", value.clone()).0, place, "{value}");
    }
    for (id, reason) in [("acme", OwnRuleError::Form), ("name.own", OwnRuleError::GroupTaken)] {
        let expected = (format!("/names/{id}"), RulebookErrorReason::OwnRule(reason));
        assert_eq!(refused(id, json!({"refused": "a"})), expected);
    }
}

/// The patterns that make a backtracking engine run for ever take no time here, on a name without end either.
#[test]
fn a_search_is_linear_and_bounded() {
    let patterns = ["(a+)+$", "(a|aa)+$", "(.*)*x$", "(a?){60}a{60}$", "^(([a-z])+.)+[A-Z]([a-z])+$"];
    let patterns = patterns.iter().enumerate();
    let rulebook =
        rulebook(patterns.map(|(i, pattern)| NamePattern::refused(format!("acme.p{i}"), *pattern)));
    for length in [30, 256, 300_000] {
        let name = format!("{}!", "a".repeat(length));
        let time = |rulebook: &Rulebook| {
            let start = Instant::now();
            let _ = named(SITE, SERVICE, &name, rulebook);
            start.elapsed()
        };
        let (without, with) = (time(&Rulebook::default()), time(&rulebook));
        assert!(with < without * 3 + Duration::from_secs(1), "{length}: {with:?} {without:?}");
    }
    // Of a longer name the beginning counts.
    let late = NamePattern::refused("acme.late", "z");
    let rulebook = Rulebook::default().patched(&RulebookPatch::new().with_name_pattern(late)).unwrap();
    let name = |before: usize| format!("{}z", "禾".repeat(before));
    assert!(named(SITE, SERVICE, &name(255), &rulebook).has("acme.late", SERVICE));
    assert!(!named(SITE, SERVICE, &name(256), &rulebook).has("acme.late", SERVICE));
}
