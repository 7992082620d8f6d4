//! Laws of whole orders, tried on clean and faulty ones: a report depends on what is in the order, not on
//! where it is or how it was read, and no personal number gets out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use beian::form::{Form, FormRequest};
use beian::progress::{Event, Verifier};
use beian::service::PlatformKind;
use beian::value::{
    CreditCode, DomainName, Email, FilingNumber, Fingerprint, Mobile, OrganizationCode, PackageName, Phone,
    PublicKey, Region, RegistrationNumber, ResidentId,
};
use beian::{
    validate, what_if, Checklist, Comparison, Condition, FieldPath, Key, Language, OrderKind, PrincipalKind,
    Report, Request, Rule, Rulebook, RulebookPatch, Segment, Severity,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::{json, Value};

use crate::common::{cases, order, orders};
use crate::generators::{self, documents, documents_of_several_services, Document};

/// The number of cases, or what `PROPTEST_CASES` says.
fn config(cases: u32) -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    // The usual run tries the same documents each time, so that what fails can be tried again.
    let config = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { rng_seed: RngSeed::Fixed(2026), ..config },
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { cases, ..config },
    }
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

// Swapping services.

/// Rules that compare a service with earlier ones: which of two services they report depends on the sequence.
const OF_AN_EARLIER_SERVICE: &[&str] = &[
    "order.service-repeated",
    "app.package-name-taken",
    "person.contact-shared",
    "person.written-differently",
    "resource.license-code-repeated",
    "resource.quota-exceeded",
    "resource.serverless-package-second",
    // Asked of the first service of each responsible person.
    "person.video-verification-missing",
    "province.authorization-letter-missing",
];

/// Rules that report the first service that they are true of.
const NAMING_THE_FIRST: &[&str] = &["order.kind-mismatch"];

/// The places that such rules report: other findings there depend on the sequence as well.
fn blamed_for_an_earlier_service(report: &Report, to: &[usize]) -> Vec<FieldPath> {
    let of = report.findings.iter().filter(|finding| OF_AN_EARLIER_SERVICE.contains(&finding.rule()));
    // What is said of a person's name gives way to that it is written differently elsewhere.
    let whole = |rule: &str, place: FieldPath| match rule {
        "person.written-differently" => place.parent().unwrap_or(place),
        _ => place,
    };
    let places = of.flat_map(|finding| {
        let all = std::iter::once(finding.path.clone()).chain(finding.also());
        all.map(move |place| whole(finding.rule(), place))
    });
    places.map(|place| moved(&place.to_string(), to).parse().unwrap()).collect()
}

/// A path after the services were swapped.
fn moved(path: &str, to: &[usize]) -> String {
    let mut steps: Vec<String> = path.split('/').map(str::to_owned).collect();
    if steps.get(1).is_some_and(|step| step == "services") {
        if let Some(index) = steps.get_mut(2) {
            *index = to[index.parse::<usize>().unwrap()].to_string();
        }
    }
    steps.join("/")
}

/// The findings outside these places as JSON, with paths after the swap.
fn findings(report: &Report, to: &[usize], outside: &[FieldPath]) -> BTreeSet<String> {
    // What is said of one person at several places is said of each.
    let places = report.findings.iter().flat_map(|finding| {
        std::iter::once(finding.path.clone()).chain(finding.also()).map(move |place| (finding, place))
    });
    let each = places.filter_map(|(finding, place)| {
        let path: FieldPath = moved(&place.to_string(), to).parse().unwrap();
        let mut json = serde_json::to_value(finding).unwrap();
        let object = json.as_object_mut().unwrap();
        object.insert("path".into(), json!(path));
        // It may name services by their places.
        object.remove("remedy");
        object.get_mut("params").and_then(Value::as_object_mut).map(|params| params.remove("also"));
        object.remove("message");
        if NAMING_THE_FIRST.contains(&finding.rule()) {
            object.remove("params");
        }
        (!outside.iter().any(|place| path.starts_with(place))).then(|| json.to_string())
    });
    each.collect()
}

/// The undetermined rules, without the places of what they need.
fn undetermined(report: &Report) -> Vec<&str> {
    let rules = report.undetermined.iter().map(|undetermined| &*undetermined.rule);
    rules.filter(|rule| !OF_AN_EARLIER_SERVICE.contains(rule)).collect()
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn services_that_change_places_take_their_findings_along(
        document in documents_of_several_services(),
        keys in proptest::collection::vec(any::<u32>(), 24),
    ) {
        let services = document.services().to_vec();
        let mut order: Vec<usize> = (0..services.len()).collect();
        order.sort_by_key(|place| keys.get(*place));
        let mut json = document.json.clone();
        json["order"]["services"] = order.iter().map(|place| services[*place].clone()).collect();
        let mut to = vec![0; services.len()];
        order.iter().enumerate().for_each(|(new, old)| to[*old] = new);
        let same: Vec<usize> = (0..services.len()).collect();
        let (before, after) = (document.report(), Document::of(json).unwrap().report());
        let outside = [
            blamed_for_an_earlier_service(&before, &to),
            blamed_for_an_earlier_service(&after, &same),
        ].concat();
        if outside.is_empty() {
            prop_assert_eq!(undetermined(&before), undetermined(&after), "{:?}", order);
        }
        let (before, after) = (findings(&before, &to, &outside), findings(&after, &same, &outside));
        let gone: Vec<_> = before.difference(&after).collect();
        let come: Vec<_> = after.difference(&before).collect();
        prop_assert!(gone.is_empty() && come.is_empty(), "{order:?}\ngone {gone:#?}\ncome {come:#?}");
    }
}

/// An APP, an APP that has only a name, and a website; with different numbers they share nothing.
fn services_of(n: usize) -> [Value; 3] {
    [
        json!({
            "kind": "app",
            "responsible_person": { "name": "张三", "mobile": format!("138{n:08}"), "email": format!("person{n}@example.com") },
            "resources": [{ "kind": "license_code", "code": format!("code-{n}") }],
            "platforms": [
                { "platform": "android", "packages": [{ "name": format!("com.example.app{n}") }] },
            ],
        }),
        json!({ "kind": "app", "name": format!("示例应用{n}") }),
        json!({ "kind": "website", "domains": [{ "name": format!("example{n}.com") }] }),
    ]
}

/// A repetition is found however far apart the two services are, and whatever the repeat filter holds in
/// between.
#[test]
fn what_an_earlier_service_has_is_found_however_many_are_between() {
    let all_findings = Rulebook::default().patched(&RulebookPatch::new().with_max_findings(None)).unwrap();
    for (first, again) in [(0, 1), (0, 70), (30, 31), (31, 32), (31, 150), (0, 199), (198, 199)] {
        let mut services: Vec<Value> = (0..200).flat_map(services_of).collect();
        let later = 3 * again;
        services[later..later + 3].clone_from_slice(&services_of(first));
        services[later]["responsible_person"]["name"] = json!("李四");
        let json = json!({
            "order": { "kind": "first_filing", "services": services },
            "context": { "today": "2026-11-26" },
        });
        let request = Document::of(json).unwrap().request;
        let report = validate(&request.order, &request.context, &all_findings);
        let found: Vec<String> = report
            .findings
            .iter()
            .filter(|finding| OF_AN_EARLIER_SERVICE.contains(&finding.rule()))
            .filter(|finding| finding.rule() != "person.video-verification-missing")
            .map(|finding| format!("{} {}", finding.path, finding.rule()))
            .collect();
        let expected = [
            format!("/services/{later}/resources/0/code resource.license-code-repeated"),
            format!("/services/{later}/responsible_person/mobile person.contact-shared"),
            format!("/services/{later}/responsible_person/email person.contact-shared"),
            format!("/services/{later}/platforms/0/packages/0/name app.package-name-taken"),
            format!("/services/{} order.service-repeated", later + 1),
            format!("/services/{} order.service-repeated", later + 2),
        ];
        assert_eq!(found, expected, "{first} and {again}");
    }
}

/// Of a platform's domain that another platform has too nothing is asked again, as long as nothing was found. With another
/// mistake before it everything is: the same is said of all domains.
#[test]
fn a_domain_of_several_platforms_is_judged_as_if_it_stood_alone() {
    let app = order("first-filing/organization-app");
    let mut tried = 0;
    for case in cases() {
        let mut request = case.request();
        let mut json = serde_json::to_value(&request.order).unwrap();
        let services = json["services"].as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
        if services.is_empty() {
            continue;
        }
        for service in services {
            // A website's domains are tried on platforms as well.
            if service["kind"] == json!("website") {
                let domains = service["domains"].take();
                *service = app["order"]["services"][0].clone();
                service["platforms"][0]["domains"] = domains;
            }
            let platforms = service["platforms"].as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
            if let [first, others @ ..] = platforms {
                for other in others {
                    other["domains"] = first["domains"].clone();
                }
            }
        }
        let Ok(order) = serde_json::from_value(json.clone()) else { continue };
        request.order = order;
        let alone = validate(&request.order, &request.context, &case.rulebook());
        json["services"][0]["contents"] = json!(["organization_portal"]);
        let Ok(order) = serde_json::from_value(json) else { continue };
        request.order = order;
        let beside = validate(&request.order, &request.context, &case.rulebook());
        let of_domains = |report: &Report| -> BTreeSet<String> {
            let found =
                report.findings.iter().filter(|finding| finding.path.to_string().contains("/domains"));
            found.map(written).collect()
        };
        assert_eq!(of_domains(&alone), of_domains(&beside), "{}: {}", case.place, case.title);
        tried += usize::from(beside.has("service.content-unknown", "/services/0/contents/0"));
    }
    assert!(tried > 500, "{tried}");
}

/// The need of a rule names the first place, whatever the kinds of the services before it.
#[test]
fn of_what_cannot_be_decided_the_first_place_is_named() {
    let (app, website) = (json!({ "kind": "app" }), json!({ "kind": "website" }));
    let is_open = |service: &Value| {
        let mut service = service.clone();
        service["open"] = json!(true);
        service
    };
    for (services, first) in [
        (vec![app.clone(), website.clone()], 0),
        (vec![website.clone(), app.clone()], 0),
        (vec![is_open(&app), website.clone(), app.clone()], 1),
        (vec![is_open(&website), app.clone(), website.clone()], 1),
        ([vec![is_open(&app); 100], vec![app, website]].concat(), 100),
    ] {
        let json = json!({
            "order": { "kind": "change_service", "services": services },
            "context": { "today": "2026-11-26" },
        });
        let report = Document::of(json).unwrap().report();
        let needs = report.undetermined.iter().find(|other| other.rule == "change.service-not-open");
        let needs = needs.map(|undetermined| undetermined.needs.to_string());
        assert_eq!(needs, Some(format!("order:/services/{first}/open")));
    }
}

// Adding context.

/// The request without some keys of its context.
fn without(document: &Document, keys: &[&str]) -> Document {
    let mut json = document.json.clone();
    let context = json["context"].as_object_mut().unwrap();
    context.retain(|key, _| !keys.contains(&key.as_str()));
    Document::of(json).unwrap()
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn a_finding_stays_decided_when_more_is_known(document in documents()) {
        let whole = document.report();
        for keys in [&["account"][..], &["target_account"], &["registry"], &["account", "target_account", "registry"]] {
            let less = without(&document, keys).report();
            let is_undetermined =
                |report: &Report, rule: &str| report.undetermined.iter().any(|other| other.rule == rule);
            for finding in &less.findings {
                let stays = whole.findings.iter().any(|f| f.rule() == finding.rule() && f.path == finding.path);
                prop_assert!(
                    stays
                        || !is_undetermined(&whole, finding.rule())
                        || is_undetermined(&less, finding.rule()),
                    "{} at {}: {:?} {:?}", finding.rule(), finding.path, keys, whole.undetermined,
                );
            }
        }
    }
}

// A rulebook that says the same.

/// A patch that states for each rule the severity that it has already.
fn restated() -> RulebookPatch {
    let rulebook = Rulebook::default();
    let is_on = |rule: &Rule| {
        let provider = rulebook.provider().unwrap();
        rule.providers().is_empty() || rule.providers().contains(&provider)
    };
    Rule::all()
        .filter(is_on)
        .fold(RulebookPatch::new(), |patch, rule| patch.with_severity(rule.id(), rule.default_severity()))
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_patch_that_changes_nothing_changes_nothing(document in documents()) {
        let report = document.report();
        for patch in [RulebookPatch::new(), restated()] {
            let rulebook = Rulebook::default().patched(&patch).unwrap();
            let mut patched = validate(&document.request.order, &document.request.context, &rulebook);
            prop_assert!(patched.rulebook.patched);
            patched.rulebook.clone_from(&report.rulebook);
            prop_assert_eq!(written(&patched), written(&report));
        }
    }
}

// The place of a finding.

/// Rules that report a place whatever its value is: as the one that has to change, or as one that says the
/// same as an absent one.
const NOT_OF_THE_VALUE: &[&str] = &[
    "domain.filed-by-other",
    "cancel.unverified",
    "account.unverified",
    "service.commercial-license-missing",
];

/// The value at a path; `None` where there is none.
fn at<'a>(json: &'a Value, path: &FieldPath) -> Option<&'a Value> {
    json.pointer(&path.to_string()).filter(|value| !value.is_null())
}

/// Whether a path leads to a list, or to a free text: the finding there may be about what it lacks.
fn is_list(path: &FieldPath) -> bool {
    matches!(
        path.segments().last(),
        Some(Segment::Key(
            Key::ServiceNumbers
                | Key::Services
                | Key::Agreements
                | Key::Contents
                | Key::Languages
                | Key::Resources
                | Key::Kinds
                | Key::Materials
                | Key::UsesSdks
                | Key::Platforms
                | Key::Domains
                | Key::Packages
                | Key::HomePages
                | Key::Remark
        ))
    )
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn a_finding_is_at_a_value_or_where_one_belongs(document in documents()) {
        let order = &document.json["order"];
        for finding in &document.report().findings {
            if at(order, &finding.path).is_none() {
                let parent = finding.path.parent().expect("the order is there");
                prop_assert!(at(order, &parent).is_some(), "{} at {}", finding.rule(), finding.path);
                let belongs = matches!(finding.path.segments().last(), Some(Segment::Key(_)));
                prop_assert!(belongs, "{} at {}", finding.rule(), finding.path);
            }
        }
    }

    #[test]
    fn without_the_value_a_finding_is_another(document in documents()) {
        for finding in document.report().findings {
            let order = &document.json["order"];
            let is_blank = |value: &Value| value.as_str().is_some_and(|text| text.trim().is_empty());
            let is_value = at(order, &finding.path).is_some_and(|v| !is_blank(v)) && !is_list(&finding.path);
            let Some((parent, Segment::Key(key))) = finding.path.parent().zip(finding.path.segments().last())
            else { continue };
            if !is_value || NOT_OF_THE_VALUE.contains(&finding.rule()) {
                continue;
            }
            let mut json = document.json.clone();
            let place = format!("/order{parent}");
            json.pointer_mut(&place).unwrap().as_object_mut().unwrap().remove(key.as_str());
            // Kind and platform are required for reading.
            let Ok(less) = Document::of(json) else { continue };
            let report = less.report();
            let is_same = report.findings.contains(&finding);
            prop_assert!(!is_same, "{} at {}", finding.rule(), finding.path);
        }
    }
}

// Writing and reading.

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn what_was_written_and_read_is_judged_the_same(document in documents()) {
        let written_request = written(&document.request);
        let again: Request = serde_json::from_str(&written_request).unwrap();
        prop_assert_eq!(&again, &document.request);
        let report = validate(&again.order, &again.context, &Rulebook::default());
        prop_assert_eq!(written(&report), written(&document.report()));
        let from_value: Request = serde_json::from_value(document.json.clone()).unwrap();
        prop_assert_eq!(&from_value, &document.request);
    }
}

// Personal numbers.

/// What no output may contain: seven characters in a row of any number that identifies or reaches a person.
struct Secrets {
    runs: BTreeSet<String>,
}

impl Secrets {
    const LENGTH: usize = 7;

    fn of(document: &Value) -> Self {
        let (mut secret, mut open) = (Vec::new(), Vec::new());
        gather(document, "", false, &mut secret, &mut open);
        let mut runs: BTreeSet<String> = secret.iter().flat_map(|text| Self::runs(text)).collect();
        runs.retain(|run| !open.iter().any(|text| text.contains(run)));
        Self { runs }
    }

    /// All runs of seven characters of a number, as typed and without separators.
    fn runs(text: &str) -> Vec<String> {
        let bare: String =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        let runs_of = |text: &str| {
            let text: Vec<char> = text.chars().collect();
            text.windows(Self::LENGTH).map(|run| run.iter().collect::<String>()).collect::<Vec<_>>()
        };
        let mut runs = [runs_of(text), runs_of(&bare)].concat();
        // A run without a digit is no number.
        let is_number = |run: &str| run.chars().any(char::is_numeric);
        runs.retain(|run| is_number(run) && run.chars().filter(|c| c.is_alphanumeric()).count() >= 4);
        runs
    }

    /// The first run that occurs in a text.
    fn found_in(&self, text: &str) -> Option<&str> {
        self.runs.iter().map(String::as_str).find(|run| text.contains(run))
    }
}

/// The kinds of certificates that only individuals hold.
const OF_PERSONS: &[&str] = &[
    "resident_id_card",
    "passport",
    "officer_card",
    "hk_macau_permit",
    "taiwan_permit",
    "foreigner_permanent_residence_card",
    "hk_macau_residence_permit",
    "taiwan_residence_permit",
];

/// Sorts the texts of a document into numbers of persons and everything else.
fn gather(json: &Value, key: &str, of_person: bool, secret: &mut Vec<String>, open: &mut Vec<String>) {
    match json {
        Value::Object(map) => {
            let kind = map.get("kind").and_then(Value::as_str).unwrap_or_default();
            let holder = matches!(key, "responsible_person" | "legal_representative") || of_person;
            for (key, value) in map {
                let holder = holder || key == "number" && OF_PERSONS.contains(&kind);
                gather(value, key, holder, secret, open);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| gather(value, key, of_person, secret, open)),
        Value::String(text) => {
            let is_secret = match key {
                "number" => of_person,
                "mobile" | "emergency_contact" | "responsible_person_contact" | "bound_mobile" => true,
                "blacklisted_certificates" => true,
                _ => false,
            };
            if is_secret { secret } else { open }.push(text.clone());
        }
        _ => {}
    }
}

/// Every output about a request, except the request itself.
fn everything_said(request: &Request, report: &Report) -> Vec<(&'static str, String)> {
    let Request { order, context, .. } = request;
    let rulebook = Rulebook::default();
    let checklist = Checklist::of(order, context, &rulebook);
    let event = Event::submission_of(order, context);
    let verifiers = Verifier::of_order(order, context);
    let nothing = validate(&beian::Order::FirstFiling(beian::order::Filing::new()), context, &rulebook);
    let comparison = Comparison::of(report, &nothing);
    let mut said = vec![
        ("report", written(report)),
        ("Debug of the report", format!("{report:?}")),
        ("Debug of the request", format!("{request:?} {order:?} {context:?}")),
        ("Debug of the parts", format!("{:?} {:?}", order.principal(), order.services())),
        ("checklist", format!("{checklist:?} {}", written(&checklist))),
        ("comparison", format!("{comparison:?} {}", written(&comparison))),
        ("progress", format!("{event:?} {} {verifiers:?} {}", written(&event), written(&verifiers))),
        (
            "split",
            match order.split(context, &rulebook) {
                Ok(parts) => format!("{parts:?}"),
                Err(error) => format!("{error} {error:?}"),
            },
        ),
    ];
    for language in [Language::Zh, Language::En] {
        for finding in &report.findings {
            said.push(("message", finding.message(language).to_string()));
            said.push((
                "remedy",
                finding.remedy().map_or_else(String::new, |r| format!("{} {r:?}", r.message(language))),
            ));
        }
        let shown =
            checklist.items().map(|item| format!("{} {}", item.position(language), item.show(language)));
        said.push(("item of the checklist", shown.collect()));
        let shown = verifiers.iter().map(|verifier| verifier.show(language).to_string());
        said.push(("verifier", shown.collect()));
    }
    if let (Some(principal), Some(registry)) = (order.principal(), &context.registry) {
        let fitting = beian::fitting_orders(principal, order.services(), registry, "tencent");
        said.push(("fitting", format!("{fitting:?}")));
        for filed in registry.principals() {
            let number = filed.filing_number.as_deref().and_then(|number| FilingNumber::parse(number).ok());
            let listing = number.and_then(|number| registry.look_up(number));
            said.push(("listing", format!("{listing:?} {}", written(&listing))));
        }
    }
    if let Err(refused) = report.clone().into_result() {
        said.push(("refused", format!("{refused} {refused:?}")));
    }
    for finding in &report.findings {
        if let Some(remedy) = finding.remedy() {
            match order.apply(remedy) {
                Ok(order) => said.push(("Debug of the fixed order", format!("{order:?}"))),
                Err(error) => said.push(("error of a remedy", format!("{error} {error:?}"))),
            }
        }
    }
    said
}

/// What the value types say of a text that they refuse.
fn refusals(text: &str) -> String {
    fn said<T, E: std::error::Error>(result: Result<T, E>) -> String {
        result.err().map_or_else(String::new, |error| format!("{error} {error:?}\n"))
    }
    [
        said(ResidentId::parse(text)),
        said(CreditCode::parse(text)),
        said(OrganizationCode::parse(text)),
        said(RegistrationNumber::parse(text)),
        said(Mobile::parse(text)),
        said(Phone::parse(text)),
        said(Email::parse(text)),
        said(DomainName::parse(text)),
        said(FilingNumber::parse(text)),
        said(Region::parse(text)),
        said(PublicKey::parse(text)),
        said(Fingerprint::parse(PlatformKind::Android, text)),
        said(PackageName::parse(PlatformKind::Android, text)),
        said(text.parse::<FieldPath>()),
        said(text.parse::<Rule>()),
    ]
    .concat()
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn no_number_of_a_person_is_said(document in documents()) {
        let secrets = Secrets::of(&document.json);
        for (what, text) in everything_said(&document.request, &document.report()) {
            let found = secrets.found_in(&text);
            prop_assert!(found.is_none(), "{what}: {found:?} in {text}");
        }
    }

    #[test]
    fn no_error_of_reading_says_a_number(document in documents(), place in any::<Index>(), secret in any::<Index>()) {
        let (mut numbers, mut open) = (Vec::new(), Vec::new());
        gather(&document.json, "", false, &mut numbers, &mut open);
        prop_assume!(!numbers.is_empty());
        let secrets = Secrets::of(&document.json);
        let number = secret.get(&numbers).clone();
        let mut found = Vec::new();
        generators::pointers(&document.json, "", &|_, _| true, &mut found);
        let place = place.get(&found);
        let digits = number.parse::<u64>().map_or(json!(-7), |number| json!(number));
        for wrong in [json!(number), digits, json!([number]), json!({ &number: number })] {
            let mut json = document.json.clone();
            *json.pointer_mut(place).unwrap() = wrong;
            let text = json.to_string();
            let mut said = String::new();
            if let Err(error) = Request::from_json(text.as_bytes()) {
                write!(said, "{error} {error:?}").unwrap();
            }
            if let Err(error) = serde_json::from_str::<Request>(&text) {
                write!(said, "{error} {error:?}").unwrap();
            }
            if let Err(error) = serde_json::from_value::<Request>(json) {
                write!(said, "{error} {error:?}").unwrap();
            }
            let found = secrets.found_in(&said);
            prop_assert!(found.is_none(), "{place}: {found:?} in {said}");
        }
        for number in &numbers {
            let said = refusals(number);
            let found = secrets.found_in(&said);
            prop_assert!(found.is_none(), "{found:?} in {said}");
        }
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn no_number_of_a_person_is_said_of_another_province(document in documents()) {
        let secrets = Secrets::of(&document.json);
        let Request { order, context, .. } = &document.request;
        let asked = what_if(order, context, &Rulebook::default());
        for text in [written(&asked), format!("{asked:?}")] {
            let found = secrets.found_in(&text);
            prop_assert!(found.is_none(), "{found:?} in {text}");
        }
    }
}

// Absence is no fact.

/// Lists that say by being absent that something was not looked up. Of other lists all is there that is said of them.
const NOT_LOOKED_UP: &[&str] =
    &["addresses", "blacklisted_certificates", "blacklisted_domains", "blacklisted_names", "license_codes"];

/// Values that say something by being absent.
const SAID_BY_ABSENCE: &[(&str, &str)] = &[
    ("/context/registry/complete", "absent, the registry is complete"),
    (
        "/context/registry/principals/{}/account",
        "absent, the principal is filed through other providers only, unless a service names this one",
    ),
    ("/context/edited_on", "absent, the order is no draft"),
    ("/order/services/{}/uses_network", "absent, the APP uses the network"),
    ("/order/services/{}/commercial", "absent, the service is not commercial, as a filing says"),
    ("/bandwidth", "absent, a server with a public address has some"),
    ("/product", "absent, the server is an ordinary one"),
    ("/watermark", "absent, the picture has none"),
    ("/public_ip", "absent or null, the server has none"),
    ("/bound_server", "absent, the load balancer is bound to none"),
    ("/order/services/{}/license_number", "absent, there is no licence, which a commercial service needs"),
    ("/order/services/{}/materials/{}/domain", "absent, the screenshot is of the website's own domain"),
    ("/order/services/{}/materials/{}/approval", "absent, the document is of the only kind"),
    ("/order/services/{}/resources/{}/account", "absent, it is the order's account"),
    ("/bound_server/account", "absent, it is the order's account"),
    ("/order/filing_number", "a field of the order that is asked for beside its form"),
    ("/order/services/{}/filing_number", "without it a service is told by its domain or its name"),
    ("/context/registry/orders_in_progress/{}/filing_number", "an order in progress is one on what it names"),
    (
        "/context/registry/orders_in_progress/{}/kind",
        "an order in progress of no known kind is one all the same",
    ),
];

/// Of two rules that say the like at different places, the first speaks where the second does not.
const SPEAKS_INSTEAD: &[(&str, &str)] =
    &[("person.mobile-of-other-principal", "person.of-other-organization")];

/// Rules that are decided without the value at a place as well, each with the reason.
const DECIDED_WITHOUT: &[(&str, &str, &str)] = &[
    (
        "change.immutable-field",
        "/context/registry/principals/{}/principal/region",
        "the sign of the filing number tells the province",
    ),
    (
        "order.differs-from-filed",
        "/context/registry/principals/{}/principal/region",
        "the sign of the filing number tells the province",
    ),
    (
        "material.expired",
        "/valid_until",
        "absent, only a pre-approval document may have an end, and of that the rule is undetermined",
    ),
];

/// Two filing numbers tell two principals, unless the certificate tells that one was filed twice.
const FILED_TWICE: &str = "principal.filed-twice";

/// The places of values that are no field of the order's form, and have none in them.
fn optional_values(document: &Document, of_form: &BTreeSet<String>) -> Vec<String> {
    let is_meant = |at: &str, value: &Value| {
        let key = at.rsplit('/').next().unwrap_or_default();
        let is_key = key.parse::<usize>().is_err() && at.matches('/').count() > 1 && at != "/context/today";
        let is_list =
            value.is_array() && !NOT_LOOKED_UP.contains(&key) && !at.contains("/orders_in_progress/");
        let slots = without_places(at);
        let is_field = slots.strip_prefix("/order").is_some_and(|place| {
            of_form.iter().any(|field| field == place || field.starts_with(&format!("{place}/")))
        });
        is_key && !value.is_null() && !is_list && !is_field
    };
    let mut found = Vec::new();
    generators::pointers(&document.json, "", &is_meant, &mut found);
    found.retain(|at| {
        let slots = without_places(at);
        !SAID_BY_ABSENCE.iter().any(|(place, _)| {
            slots == *place
                || !place.starts_with("/order") && !place.starts_with("/context") && slots.ends_with(place)
        })
    });
    found
}

/// A path with the places in lists left open.
fn without_places(path: &str) -> String {
    let is_place = |step: &str| step.starts_with('{') || step.parse::<usize>().is_ok();
    path.split('/').map(|step| if is_place(step) { "{}" } else { step }).collect::<Vec<_>>().join("/")
}

/// The fields that the forms of an order's kind ask for.
fn fields_of_form(kind: OrderKind) -> BTreeSet<String> {
    let forms = [PrincipalKind::Individual, PrincipalKind::Enterprise]
        .map(|principal| Form::of(&FormRequest::new(kind, principal), &Rulebook::default()));
    let fields = forms.iter().flat_map(|form| form.steps().iter().flat_map(|step| &step.fields));
    fields
        .filter(|field| field.requirement.is_asked() && field.condition != Some(Condition::BeforeChange))
        .map(|field| without_places(&field.path.to_string()))
        .collect()
}

/// What comes of taking one value out, and what goes without becoming undetermined.
fn unlawful(document: &Document, place: &str, before: &Report, rulebook: &Rulebook) -> Vec<String> {
    let mut less = document.json.clone();
    let (parent, key) = place.rsplit_once('/').unwrap();
    less.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
    // Kinds and platforms have to be there.
    let Ok(less) = Document::of(less) else { return Vec::new() };
    let after = validate(&less.request.order, &less.request.context, rulebook);
    let of = |report: &Report| -> BTreeSet<(String, FieldPath)> {
        report.findings.iter().map(|finding| (finding.rule().to_owned(), finding.path.clone())).collect()
    };
    let (old, new) = (of(before), of(&after));
    // What gave way to a finding that rested on the value speaks once that is gone.
    let gives_way = before.findings.iter().any(|finding| {
        let is_gone = !new.contains(&(finding.rule().to_owned(), finding.path.clone()));
        is_gone && finding.severity == Severity::Blocker
    });
    let is_filed_twice = before.findings.iter().any(|finding| finding.rule() == FILED_TWICE);
    let came = new.difference(&old).filter(|(rule, _)| {
        let of_same_rule = old.difference(&new).any(|(gone, _)| gone == rule);
        let is_instead = SPEAKS_INSTEAD
            .iter()
            .any(|(first, second)| rule == first && old.difference(&new).any(|(gone, _)| gone == second));
        !gives_way && !is_filed_twice && !of_same_rule && !is_instead
    });
    let came = came.map(|(rule, path)| format!("{rule} at {path} comes without {place}"));
    // Where the value told between two findings of one group, or two at one place, the other one speaks.
    let is_said_otherwise = |rule: &str, path: &FieldPath| {
        let group = rule.split('.').next();
        new.difference(&old).any(|(other, place)| {
            other.split('.').next() == group || place.starts_with(path) || path.starts_with(place)
        })
    };
    let is_decided = |rule: &str| {
        let slots = without_places(place);
        DECIDED_WITHOUT.iter().any(|(of, at, _)| *of == rule && slots.ends_with(at))
    };
    let went = old.difference(&new).filter(|(rule, path)| {
        let is_undetermined = after.undetermined.iter().any(|undetermined| undetermined.rule == *rule);
        !is_undetermined && !is_said_otherwise(rule, path) && !is_decided(rule)
    });
    came.chain(went.map(|(rule, path)| format!("{rule} at {path} is not undetermined without {place}")))
        .collect()
}

#[test]
fn what_is_absent_is_no_fact() {
    let forms: BTreeMap<OrderKind, BTreeSet<String>> =
        OrderKind::ALL.iter().map(|kind| (*kind, fields_of_form(*kind))).collect();
    let clean = orders().into_iter().map(|name| (name.clone(), order(&name), Rulebook::default()));
    let cases = cases().iter().map(|case| (case.place.clone(), case.json.clone(), case.rulebook()));
    // Of each section the same value is taken out once.
    let mut tried = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, json, rulebook) in clean.chain(cases) {
        let document = Document::of(json).unwrap();
        let before = validate(&document.request.order, &document.request.context, &rulebook);
        let rules: BTreeSet<String> =
            before.findings.iter().map(|finding| finding.rule().to_owned()).collect();
        for place in optional_values(&document, &forms[&document.request.order.kind()]) {
            let is_new = tried.insert((document.request.order.kind(), rules.clone(), without_places(&place)));
            if is_new {
                let found = unlawful(&document, &place, &before, &rulebook);
                wrong.extend(found.into_iter().map(|text| format!("{name}: {text}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
