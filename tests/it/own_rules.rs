//! Rules of a service's own: where they are asked, how they share places with the crate's rules, and how they stand in
//! everything that is made of a report.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use beian::resource::Server;
use beian::service::{App, Package, Platform, Website};
use beian::value::Province;
use beian::{
    validate, what_if, Asked, Certificate, Checklist, Comparison, Domain, FieldPath, Found, Key, Language,
    Material, Need, Order, OrderKind, OwnRule, Param, Part, Principal, PrincipalKind, Remedy, Report,
    Request, Resource, ResponsiblePerson, Rule, Rulebook, RulebookErrorReason, RulebookPatch, Service,
    Severity, Source, Suggestion,
};
use serde_json::Value;

use crate::common::{self, order, orders, reported, request};

fn rule(id: &str, severity: Severity) -> OwnRule {
    rule_saying(id, severity, "请按 Acme 的要求修改", "change it as Acme asks")
}

fn rule_saying(id: &str, severity: Severity, zh: &str, en: &str) -> OwnRule {
    OwnRule::new(id, severity, zh, en, Source::new("Acme 客户须知", "备案", None)).unwrap()
}

fn rulebook(rules: impl IntoIterator<Item = OwnRule>) -> Rulebook {
    Rulebook::default().with_rules(rules).unwrap()
}

/// A request under `tests/`.
fn read(path: &str) -> Request {
    request(&serde_json::from_str(&common::read(path)).unwrap()).unwrap()
}

/// An edited clean request.
fn edited(name: &str, edits: &[(&str, Value)]) -> Request {
    let mut json = order(name);
    for (place, value) in edits {
        *json["order"].pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value.clone();
    }
    request(&json).unwrap()
}

fn checked(request: &Request, rulebook: &Rulebook) -> Report {
    validate(&request.order, &request.context, rulebook)
}

fn bytes(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}

/// What the own rules say: id, severity and place.
fn own(report: &Report) -> Vec<String> {
    let own = report.findings.iter().filter(|finding| finding.known_rule().is_none());
    own.map(|finding| format!("{} {} {}", finding.rule(), finding.severity, finding.path)).collect()
}

/// The places at which a rule on one kind of part is asked.
fn asked<P: Part + 'static>(requests: &[Request]) -> BTreeSet<String> {
    let places = Arc::new(Mutex::new(BTreeSet::new()));
    let noted = Arc::clone(&places);
    let rule = rule("acme.here", Severity::Advice).asked_of(move |_: &P, asked: &mut Asked<'_>| {
        noted.lock().unwrap().insert(asked.path().to_string());
    });
    let rulebook = rulebook([rule]);
    for request in requests {
        let _ = checked(request, &rulebook);
    }
    let places = places.lock().unwrap();
    places.clone()
}

/// The places of a document whose path passes a test.
fn places(requests: &[Value], is_meant: impl Fn(&str, &Value) -> bool) -> BTreeSet<String> {
    fn collect(at: &str, value: &Value, found: &mut Vec<(String, Value)>) {
        found.push((at.to_owned(), value.clone()));
        match value {
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| collect(&format!("{at}/{key}"), value, found));
            }
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(i, item)| collect(&format!("{at}/{i}"), item, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for request in requests {
        collect("", &request["order"], &mut found);
    }
    found.into_iter().filter(|(at, value)| is_meant(at, value)).map(|(at, _)| at).collect()
}

/// Each kind of part is met at every place that a document has it, found here by its path in the JSON.
#[test]
fn a_rule_is_asked_of_every_part_of_its_kind() {
    let json: Vec<Value> = ["first_filing", "add_service", "change_filing", "cancel_access"]
        .iter()
        .map(|name| serde_json::from_str(&common::read(format!("wire/{name}.json"))).unwrap())
        .collect();
    let requests: Vec<Request> = json.iter().map(|json| request(json).unwrap()).collect();
    let item_of = |list: &'static str| {
        move |at: &str, _: &Value| {
            let (before, index) = at.rsplit_once('/').unwrap_or_default();
            index.parse::<usize>().is_ok() && before.ends_with(list)
        }
    };
    let is_service = item_of("/services");
    let of_kind =
        |kind: &'static str| move |at: &str, value: &Value| is_service(at, value) && value["kind"] == kind;
    for (part, asked, there) in [
        ("order", asked::<Order>(&requests), places(&json, |at, _| at.is_empty())),
        ("principal", asked::<Principal>(&requests), places(&json, |at, _| at == "/principal")),
        (
            "responsible person",
            asked::<ResponsiblePerson>(&requests),
            places(&json, |at, _| at.ends_with("/responsible_person")),
        ),
        ("service", asked::<Service>(&requests), places(&json, is_service)),
        ("website", asked::<Website>(&requests), places(&json, of_kind("website"))),
        ("APP", asked::<App>(&requests), places(&json, of_kind("app"))),
        ("domain", asked::<Domain>(&requests), places(&json, item_of("/domains"))),
        ("platform", asked::<Platform>(&requests), places(&json, item_of("/platforms"))),
        ("package", asked::<Package>(&requests), places(&json, item_of("/packages"))),
        ("resource", asked::<Resource>(&requests), places(&json, item_of("/resources"))),
        ("material", asked::<Material>(&requests), places(&json, item_of("/materials"))),
    ] {
        assert_eq!(asked, there, "{part}");
        assert!(!there.is_empty(), "{part}");
    }
}

#[test]
fn a_closure_is_called_once_a_part() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let rule = rule("acme.counted", Severity::Advice).asked_of(move |_: &Domain, _: &mut Asked<'_>| {
        counted.fetch_add(1, Ordering::Relaxed);
    });
    let request = read("wire/first_filing.json");
    let domains: usize = request.order.services().iter().map(|service| service.domains().count()).sum();
    assert!(domains > 1);
    let _ = checked(&request, &rulebook([rule]));
    assert_eq!(calls.load(Ordering::Relaxed), domains);
}

#[test]
fn a_closure_sees_the_part_its_place_and_the_context() {
    let rule = rule_saying("acme.seen", Severity::Advice, "{seen}", "{seen}").asked_of(
        |domain: &Domain, asked: &mut Asked<'_>| {
            let seen = [
                domain.name.clone().unwrap_or_default(),
                asked.path().to_string(),
                asked.order().kind().to_string(),
                asked.context().today.to_string(),
                asked.rulebook().version().provider.to_string(),
                asked.principal_kind().map(|kind| kind.to_string()).unwrap_or_default(),
                asked.province().map(|province| province.code().to_owned()).unwrap_or_default(),
                asked.service().and_then(Service::name).unwrap_or_default().to_owned(),
                asked.filed_principal().is_some().to_string(),
            ];
            asked.find(Found::at(Key::Name).with("seen", Param::name(seen.join("|"))));
        },
    );
    let request = edited("first-filing/organization-website", &[]);
    let report = checked(&request, &rulebook([rule]));
    let finding = report.find("acme.seen", "/services/0/domains/0/name").unwrap();
    let site = request.order.services()[0].clone();
    let name = site.domains().next().unwrap().name.clone().unwrap();
    let today = request.context.today;
    assert_eq!(
        finding.message(Language::En).to_string(),
        format!(
            "{name}|/services/0/domains/0|first_filing|{today}|tencent|enterprise|33|{}|false",
            site.name().unwrap()
        )
    );
}

/// A value that has a blocker already gets no finding of an own rule, as it gets none of the crate's.
#[test]
fn one_mistake_is_one_finding() {
    const NAME: &str = "/services/0/domains/0/name";
    let on_name = || {
        rule("acme.of-name", Severity::Blocker)
            .asked_of(|_: &Domain, asked: &mut Asked<'_>| asked.find(Key::Name))
    };
    let warning = || {
        rule("acme.of-domain", Severity::Warning).asked_of(|_: &Service, asked: &mut Asked<'_>| {
            asked.find(FieldPath::root().join(Key::Domains).join(0).join(Key::Name));
        })
    };
    let around = || {
        rule("acme.around", Severity::Blocker)
            .asked_of(|_: &Domain, asked: &mut Asked<'_>| asked.find(FieldPath::root()))
    };
    let cases: [(&str, Value, Vec<OwnRule>, &[&str]); 5] = [
        (
            "of a good value each speaks",
            "".into(),
            vec![warning(), on_name()],
            &[
                "acme.of-domain warning /services/0/domains/0/name",
                "acme.of-name blocker /services/0/domains/0/name",
            ],
        ),
        ("what is malformed is told by the crate", "http://a b".into(), vec![warning(), on_name()], &[]),
        (
            "a blocker of an own rule silences the next",
            "".into(),
            vec![on_name(), warning()],
            &["acme.of-name blocker /services/0/domains/0/name"],
        ),
        (
            "and so does one around the value",
            "".into(),
            vec![around(), warning(), on_name()],
            &["acme.around blocker /services/0/domains/0"],
        ),
        ("a missing value is told by the crate", Value::Null, vec![on_name()], &[]),
    ];
    for (title, name, rules, expected) in cases {
        let edit = [(NAME, name)];
        let edits = if edit[0].1 == "" { &edit[..0] } else { &edit[..] };
        let request = edited("first-filing/organization-website", edits);
        assert_eq!(own(&checked(&request, &rulebook(rules))), expected, "{title}");
    }
}

#[test]
fn what_a_rule_needs_is_told_once_and_not_where_a_blocker_tells_it() {
    let needs = |need: fn(&mut Asked<'_>)| {
        let rule = rule("acme.needs", Severity::Blocker)
            .asked_of(move |_: &Resource, asked: &mut Asked<'_>| need(asked));
        let report = checked(&read("wire/first_filing.json"), &rulebook([rule]));
        let own = report.undetermined.iter().filter(|undetermined| undetermined.rule == "acme.needs");
        own.map(|undetermined| undetermined.needs.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(needs(|asked| asked.needs(Need::Account)), ["account"]);
    assert_eq!(needs(|asked| asked.needs_input(Key::Bandwidth)), ["order:/services/0/resources/0/bandwidth"]);
    let of_context = |asked: &mut Asked<'_>| {
        asked.needs(Need::ContextInput([Key::Account, Key::Id].into()));
        asked.needs(Need::Registry);
    };
    assert_eq!(needs(of_context), ["context:/account/id"]);

    // A server without an end has a blocker there.
    let rule = rule("acme.needs", Severity::Blocker)
        .asked_of(|_: &Resource, asked: &mut Asked<'_>| asked.needs_input(Key::ExpiresOn));
    let request =
        edited("first-filing/organization-website", &[("/services/0/resources/0/expires_on", Value::Null)]);
    let report = checked(&request, &rulebook([rule]));
    let is_told = report.findings.iter().any(|finding| finding.path.to_string().ends_with("/expires_on"));
    let is_needed = report.undetermined.iter().any(|undetermined| undetermined.rule == "acme.needs");
    assert_ne!(is_told, is_needed);
}

#[test]
fn a_patch_switches_it_off_and_weighs_it_anew() {
    let of = rule("acme.weight", Severity::Warning).asked_of(|_: &Website, asked: &mut Asked<'_>| {
        asked.find(Key::Name);
        asked.find(Found::at(Key::Remark).with_severity(Severity::Advice));
    });
    let own_rulebook = rulebook([of.clone()]);
    let request = edited("first-filing/organization-website", &[]);
    let with = |patch: RulebookPatch| own(&checked(&request, &own_rulebook.patched(&patch).unwrap()));
    assert_eq!(
        with(RulebookPatch::new()),
        ["acme.weight warning /services/0/name", "acme.weight advice /services/0/remark"]
    );
    assert_eq!(
        with(RulebookPatch::new().with_severity(&of, Severity::Blocker)),
        ["acme.weight blocker /services/0/name", "acme.weight advice /services/0/remark"]
    );
    assert_eq!(
        with(RulebookPatch::new().with_severity("acme.weight", Severity::Advice)),
        ["acme.weight advice /services/0/name", "acme.weight advice /services/0/remark"],
        "no finding is harsher than its rule"
    );
    assert!(with(RulebookPatch::new().without_rule(&of)).is_empty());

    let unknown = Rulebook::default().patched(&RulebookPatch::new().without_rule(&of)).unwrap_err();
    assert_eq!((unknown.path(), unknown.reason()), ("/rules/acme.weight", &RulebookErrorReason::UnknownRule));
}

#[test]
fn it_is_asked_of_its_kinds_of_orders_only() {
    let rule = rule("acme.first", Severity::Advice)
        .with_orders([OrderKind::FirstFiling, OrderKind::CancelAccess])
        .asked_of(|_: &Order, asked: &mut Asked<'_>| asked.find(FieldPath::root()));
    let rulebook = rulebook([rule]);
    for name in orders() {
        let request = request(&order(&name)).unwrap();
        let is_asked = matches!(request.order.kind(), OrderKind::FirstFiling | OrderKind::CancelAccess);
        assert_eq!(!own(&checked(&request, &rulebook)).is_empty(), is_asked, "{name}");
    }
}

/// The laws: a rule that says nothing leaves no trace, nor does one that is off; reports are the same each time.
#[test]
fn a_silent_rule_changes_no_byte() {
    let silent = || {
        rule("acme.silent", Severity::Blocker)
            .asked_of(|_: &Order, _: &mut Asked<'_>| {})
            .asked_of(|_: &Domain, _: &mut Asked<'_>| {})
            .asked_of(|_: &Material, _: &mut Asked<'_>| {})
    };
    let loud = || {
        rule("acme.loud", Severity::Blocker)
            .asked_of(|_: &Service, asked: &mut Asked<'_>| asked.find(Key::Name))
            .asked_of(|_: &ResponsiblePerson, asked: &mut Asked<'_>| asked.needs_input(Key::Mobile))
    };
    let off = RulebookPatch::new().without_rule("acme.loud");
    let plain = Rulebook::default().patched(&RulebookPatch::new()).unwrap();
    let off = rulebook([silent(), loud()]).patched(&off).unwrap();
    let (silent, loud) = (rulebook([silent()]), rulebook([loud()]));
    let mut told = 0;
    for (case, _) in reported().step_by(7) {
        let request = case.request();
        let built_in = checked(&request, &Rulebook::default());
        assert_eq!(bytes(&checked(&request, &silent)), bytes(&built_in), "{}", case.place);
        assert_eq!(bytes(&checked(&request, &off)), bytes(&checked(&request, &plain)), "{}", case.place);
        let report = checked(&request, &loud);
        told += own(&report).len();
        assert_eq!(bytes(&report), bytes(&checked(&case.request(), &loud)), "{}", case.place);
        // All that the crate says is said as before.
        let mut without = report;
        without.findings.retain(|finding| finding.rule() != "acme.loud");
        without.undetermined.retain(|undetermined| undetermined.rule != "acme.loud");
        assert_eq!(bytes(&without), bytes(&built_in), "{}", case.place);
    }
    assert!(told > 50);
}

#[test]
fn a_finding_has_its_texts_parameters_source_and_remedy() {
    let of = rule_saying(
        "acme.suffix",
        Severity::Warning,
        "{name} 的后缀不在合同中，另有 {others} 个",
        "{name} is not in the contract, nor {others:other domain}",
    )
    .with_summary("域名须在合同中", "Domains are those of the contract.")
    .asked_of(|domain: &Domain, asked: &mut Asked<'_>| {
        let name = domain.name.as_deref().unwrap_or_default();
        let path = asked.path().join(Key::Name);
        asked.find(
            Found::at(Key::Name)
                .with("name", Param::name(name))
                .with("others", 2_u64)
                .with_remedy(Remedy::Set { path, value: Suggestion::text("example.net") }),
        );
    });
    assert_eq!(of.params().collect::<Vec<_>>(), ["name", "others"]);
    let request = edited("first-filing/organization-website", &[]);
    let own_rulebook = rulebook([of]);
    let report = checked(&request, &own_rulebook);
    let finding = report.find("acme.suffix", "/services/0/domains/0/name").unwrap();
    let name = request.order.services()[0].domains().next().unwrap().name.clone().unwrap();
    assert_eq!(finding.message(Language::Zh).to_string(), format!("{name} 的后缀不在合同中，另有 2 个"));
    assert_eq!(
        finding.message(Language::En).to_string(),
        format!("{name} is not in the contract, nor 2 other domains")
    );
    assert_eq!(finding.source(), Source::new("Acme 客户须知", "备案", None));
    assert!(finding.miit_codes().is_empty());

    let fixed = request.order.apply(finding.remedy().unwrap()).unwrap();
    assert_eq!(fixed.services()[0].domains().next().unwrap().name.as_deref(), Some("example.net"));

    // Read back, it says the same.
    let read: Report = serde_json::from_str(&bytes(&report)).unwrap();
    assert_eq!(bytes(&read), bytes(&report));
    assert!(Comparison::of(&report, &read).is_unchanged());
}

#[test]
fn a_personal_number_is_masked() {
    let of = rule_saying("acme.number", Severity::Advice, "{number}", "{number}").asked_of(
        |certificate: &Principal, asked: &mut Asked<'_>| {
            let number =
                certificate.responsible_person.as_ref().and_then(|person| person.certificate.as_ref());
            let number = number.and_then(|certificate: &Certificate| certificate.number.clone()).unwrap();
            let path = asked.path().join(Key::Name);
            let remedy = Remedy::Set { path, value: Suggestion::text(number.clone()) };
            asked.find(Found::at(Key::Name).with("number", Param::name(number)).with_remedy(remedy));
        },
    );
    let request = read("wire/first_filing.json");
    let report = checked(&request, &rulebook([of]));
    assert!(report.has("acme.number", "/principal/name"));
    assert!(!bytes(&report).contains("330106198807154614"));
}

#[test]
fn no_end_of_findings_is_listed() {
    let of = rule("acme.endless", Severity::Advice).asked_of(|_: &Order, asked: &mut Asked<'_>| {
        for _ in 0..10_000 {
            asked.find(FieldPath::root());
        }
    });
    let request = edited("first-filing/organization-website", &[]);
    let report = checked(&request, &rulebook([of]));
    assert_eq!(report.findings.len(), 1_000);
    assert_eq!(report.left_out.map(|left_out| left_out.count()), Some(9_000));
    assert!(report.is_submittable());
}

/// Checklist, `what_if`, comparison and splitting have the findings of own rules like those of the crate.
#[test]
fn it_stands_in_what_is_made_of_a_report() {
    let of = rule("acme.purpose", Severity::Blocker)
        .asked_of(|_: &Website, asked: &mut Asked<'_>| asked.find(Key::Name))
        .asked_of(|_: &Principal, asked: &mut Asked<'_>| {
            if asked.province() == Some(Province::Gansu) {
                asked.find(Key::Remark);
            }
        });
    let own_rulebook = rulebook([of]);
    let request = edited("first-filing/organization-website", &[]);
    let Request { order, context, .. } = &request;

    let checklist = Checklist::of(order, context, &own_rulebook);
    let name: FieldPath = "/services/0/name".parse().unwrap();
    let item = checklist.items().find(|item| item.path == name).unwrap();
    assert_eq!(item.findings.iter().map(beian::Finding::rule).collect::<Vec<_>>(), ["acme.purpose"]);

    let what_if = what_if(order, context, &own_rulebook);
    assert!(what_if.findings.iter().any(|f| f.rule() == "acme.purpose" && f.path == name));
    let has_own = |province| {
        let outcome = what_if.outcome(province).unwrap();
        outcome.findings.iter().any(|finding| finding.rule() == "acme.purpose")
    };
    assert!(has_own(Province::Gansu) && !has_own(Province::Zhejiang));

    let (before, after) = (checked(&request, &Rulebook::default()), checked(&request, &own_rulebook));
    let comparison = Comparison::of(&before, &after);
    assert_eq!(comparison.come.iter().map(|finding| finding.rule()).collect::<Vec<_>>(), ["acme.purpose"]);

    for part in order.split(context, &own_rulebook).unwrap() {
        assert!(validate(&part.of(order), context, &own_rulebook).has("acme.purpose", "/services/0/name"));
    }
}

#[test]
fn it_stands_in_the_catalogue_of_its_rulebook() {
    let rules =
        [rule("acme.one", Severity::Advice), rule("acme.two", Severity::Blocker).with_summary("二", "two")];
    let own_rulebook = rulebook(rules);
    let listed: Vec<&str> = own_rulebook.rules().map(|rule| rule.id()).collect();
    assert_eq!(listed.len(), Rule::all().count() + 2);
    assert_eq!(listed[listed.len() - 2..], ["acme.one", "acme.two"]);

    let patch = RulebookPatch::new().without_rule("acme.one").without_rule("domain.level-exceeded");
    let patched = own_rulebook.patched(&patch).unwrap();
    let of = |rulebook: &Rulebook, id: &str| {
        let rule = rulebook.rule(id).unwrap();
        (rule.severity(), rule.default_severity(), rule.is_on(), rule.is_patched())
    };
    for (id, severity) in [("acme.one", Severity::Advice), ("domain.level-exceeded", Severity::Blocker)] {
        assert_eq!(of(&own_rulebook, id), (Some(severity), severity, true, false), "{id}");
        assert_eq!(of(&patched, id), (None, severity, false, true), "{id}");
    }
    let two = patched.rule("acme.two").unwrap();
    assert_eq!(two.summary(Language::En), "two");
    assert_eq!(two.own().map(OwnRule::id), Some("acme.two"));
    assert_eq!(two.built_in(), None);
    assert_eq!(two.orders(), OrderKind::ALL);
    assert!(two.source_for(OrderKind::FirstFiling).is_some());
    assert_eq!(
        serde_json::to_value(patched.rule("acme.one").unwrap()).unwrap(),
        serde_json::json!({
            "id": "acme.one", "severity": null, "default_severity": "advice", "patched": true,
            "summary": {"zh": "请按 Acme 的要求修改", "en": "change it as Acme asks"}
        })
    );
    assert!(patched.rule("acme.three").is_none());

    let again = patched.with_rules([rule("acme.two", Severity::Advice)]).unwrap_err();
    assert_eq!((again.path(), again.reason()), ("/rules/acme.two", &RulebookErrorReason::Taken));
}

/// The parts that a service maps its own structs to can be made in code: a rule sees them as it sees those that were read.
#[test]
fn an_order_that_was_made_in_code_is_asked_like_one_that_was_read() {
    let rule =
        rule("acme.region", Severity::Warning).asked_of(|resource: &Resource, asked: &mut Asked<'_>| {
            if matches!(resource, Resource::CloudServer(server) if server.bandwidth.is_none()) {
                asked.find(Key::Bandwidth);
            }
        });
    let site = Website::new().with_resources([Resource::CloudServer(Server::new())]);
    let principal = Principal::new().with_kind(PrincipalKind::Enterprise);
    let order =
        Order::FirstFiling(beian::order::Filing::new().with_principal(principal).with_services([site]));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let report = validate(&order, &beian::Context::new(today), &rulebook([rule]));
    assert!(report.has("acme.region", "/services/0/resources/0/bandwidth"));
}
