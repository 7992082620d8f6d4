//! The wire format: what is read and written, in which order, and what is refused.

use std::collections::{BTreeMap, BTreeSet};

use beian::order::{
    ChangeFiling, ChangeService, DeregisterHollowPrincipal, DeregisterPrincipal, FiledServices, Filing,
    MigrateAccount, Verification,
};
use beian::registry::{FiledPrincipal, FiledService, OrderInProgress, Snapshot};
use beian::resource::{LicenseCode, LoadBalancer, Server, Serverless};
use beian::service::{App, DeclaredPreApproval, Package, Platform, PreApproval, Website};
use beian::{
    Account, BusinessRecord, Certificate, Context, Domain, FieldPath, Finding, Key, LegalRepresentative,
    Material, Need, Order, OrderKind, OwnRule, OwnRuleError, Principal, Registrar, Registration, Report,
    Request, ResponsiblePerson, Severity, Source, TargetAccount, TypeVerification, VideoVerification,
};
use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde_json::Value;

use crate::common::{self, read, reported};

fn path(text: &str) -> FieldPath {
    text.parse().unwrap()
}

fn golden(kind: OrderKind) -> String {
    read(format!("wire/{kind}.json"))
}

#[test]
fn each_order_kind_is_written_as_it_was_read() {
    for kind in OrderKind::ALL.iter().copied() {
        let text = golden(kind);
        let request: Request = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(request.order.kind(), kind);
        let written = serde_json::to_string_pretty(&request).unwrap() + "\n";
        assert!(written == text, "{kind}: written as\n{written}");
        let again: Request = serde_json::from_str(&written).unwrap();
        assert_eq!(again, request, "{kind}");
    }
}

#[test]
fn a_blank_item_of_a_closed_list_is_not_given() {
    let website = |languages: &str| {
        let json = format!(r#"{{"kind": "website", "name": "青禾图书", "languages": {languages}}}"#);
        serde_json::from_str::<beian::Service>(&json).map(|service| serde_json::to_value(service).unwrap())
    };
    assert_eq!(website(r#"["", "en", " "]"#).unwrap()["languages"], serde_json::json!(["en"]));
    assert!(website(r#"[""]"#).unwrap().get("languages").is_none());
    let refused = website(r#"["english"]"#).unwrap_err().to_string();
    assert!(refused.starts_with("unknown variant `english`"), "{refused}");
}

#[test]
fn clean_requests_are_read_and_written_without_loss() {
    for name in common::orders() {
        let json = common::order(&name);
        let request = common::request(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        let written = serde_json::to_string(&request).unwrap();
        assert_eq!(common::request(&serde_json::from_str(&written).unwrap()), Ok(request), "{name}");
    }
}

/// Writes a document with the keys of each object in alphabetical order, `kind` in front where that is asked
/// for.
fn sorted(value: &Value, is_kind_first: bool) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| sorted(item, is_kind_first)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_by_key(|key| (is_kind_first && *key != "kind", *key));
            let fields = keys.iter().map(|key| format!("\"{key}\":{}", sorted(&fields[*key], is_kind_first)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        scalar => scalar.to_string(),
    }
}

/// An object with `kind` in front is read straight into its place, one with `kind` behind other keys is
/// collected first; a document in UTF-8 is read as a text, from which `serde_json` alone would read it as
/// bytes.
#[test]
fn the_order_of_keys_makes_no_difference() {
    let goldens = OrderKind::ALL.iter().map(|kind| serde_json::from_str(&golden(*kind)).unwrap());
    let clean = common::orders().into_iter().map(|name| common::order(&name));
    for json in goldens.chain(clean) {
        let (straight, collected) = (sorted(&json, true), sorted(&json, false));
        assert_ne!(straight, collected);
        let request = Request::from_json(straight.as_bytes()).unwrap();
        assert_eq!(Request::from_json(collected.as_bytes()).as_ref(), Ok(&request), "{collected}");
        assert_eq!(serde_json::from_slice::<Request>(collected.as_bytes()).unwrap(), request, "{collected}");
    }
}

/// Every object of the format: where it stands, its kind where it has one, and its keys.
const OBJECTS: &[(&str, &str, &[&str])] = &[
    ("order", "first_filing", Filing::KEYS),
    ("order", "access_filing", Filing::KEYS),
    ("order", "add_service", Filing::KEYS),
    ("order", "add_service_from_elsewhere", Filing::KEYS),
    ("order", "change_filing", ChangeFiling::KEYS),
    ("order", "change_service", ChangeService::KEYS),
    ("order", "deregister_principal", DeregisterPrincipal::KEYS),
    ("order", "deregister_hollow_principal", DeregisterHollowPrincipal::KEYS),
    ("order", "deregister_services", FiledServices::KEYS),
    ("order", "cancel_access", FiledServices::KEYS),
    ("order", "migrate_account", MigrateAccount::KEYS),
    ("verification", "", Verification::KEYS),
    ("principal", "*", Principal::KEYS),
    ("legal_representative", "", LegalRepresentative::KEYS),
    ("certificate", "*", Certificate::KEYS),
    ("responsible_person", "", ResponsiblePerson::KEYS),
    ("video_verification", "", VideoVerification::KEYS),
    ("services", "website", Website::KEYS),
    ("services", "app", App::KEYS),
    ("pre_approval", "", PreApproval::KEYS),
    ("kinds", "*", DeclaredPreApproval::KEYS),
    ("platforms", "", Platform::KEYS),
    ("packages", "", Package::KEYS),
    ("domains", "", Domain::KEYS),
    ("registration", "", Registration::KEYS),
    ("registrar", "", Registrar::KEYS),
    ("resources", "cloud_server", Server::KEYS),
    ("resources", "lightweight_server", Server::KEYS),
    ("resources", "serverless", Serverless::KEYS),
    ("resources", "load_balancer", LoadBalancer::KEYS),
    ("resources", "license_code", LicenseCode::KEYS),
    ("materials", "*", Material::KEYS),
];

/// The objects of the context, which no path of a finding leads into.
const CONTEXT_OBJECTS: &[(&str, &[&str])] = &[
    ("context", Context::KEYS),
    ("account", Account::KEYS),
    ("type_verification", TypeVerification::KEYS),
    ("target_account", TargetAccount::KEYS),
    ("registry", Snapshot::KEYS),
    ("business_register", BusinessRecord::KEYS),
    ("principals", FiledPrincipal::KEYS),
    ("services", FiledService::KEYS),
    ("orders_in_progress", OrderInProgress::KEYS),
];

/// Paths sort by keys, and keys as the documentation lists them.
#[test]
fn keys_sort_as_the_documentation_lists_them() {
    for (place, _, keys) in OBJECTS {
        let known: Vec<Key> = keys.iter().map(|name| Key::from_name(name).expect(name)).collect();
        let mut sorted = known.clone();
        sorted.sort_unstable();
        assert_eq!(known, sorted, "{place}");
    }
    let ordered: Vec<FieldPath> = [
        "",
        "/kind",
        "/filing_number",
        "/principal",
        "/principal/kind",
        "/principal/certificate/number",
        "/principal/responsible_person/mobile",
        "/principal/materials",
        "/services",
        "/services/2/name",
        "/services/2/domains/0",
        "/services/10/name",
        "/services/10/responsible_person",
        "/services/10/platforms/0/packages",
        "/agreements",
        "/materials",
    ]
    .map(path)
    .into();
    let mut sorted = ordered.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ordered);
    for key in Key::ALL {
        assert_eq!(Key::from_name(key.as_str()), Some(*key));
    }
}

/// The objects of a document by the key that they stand under, indices left out, with their kind.
fn objects(json: &Value, under: &str, found: &mut BTreeMap<(String, String), BTreeSet<String>>) {
    match json {
        Value::Object(map) => {
            let kind = map.get("kind").and_then(Value::as_str).unwrap_or_default();
            for kind in [kind, "*"] {
                let keys = found.entry((under.to_owned(), kind.to_owned())).or_default();
                keys.extend(map.keys().cloned());
            }
            for (key, value) in map {
                objects(value, key, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| objects(value, under, found)),
        _ => {}
    }
}

#[test]
fn every_key_is_used_somewhere() {
    let mut found = BTreeMap::new();
    for kind in OrderKind::ALL.iter().copied() {
        objects(&serde_json::from_str(&golden(kind)).unwrap(), "", &mut found);
    }
    let context = CONTEXT_OBJECTS.iter().map(|(place, keys)| (*place, "*", *keys));
    // An APP has the key for the footer as well: no form asks for it, but it is read and written.
    for (place, kind, keys) in OBJECTS.iter().copied().chain(context) {
        let used = found.get(&(place.to_owned(), kind.to_owned()));
        let used = used.unwrap_or_else(|| panic!("no {place} of kind {kind:?}"));
        let unused: Vec<&&str> = keys.iter().filter(|key| !used.contains(**key)).collect();
        assert!(unused.is_empty(), "{place} {kind}: {unused:?}");
    }
}

#[test]
fn names_of_closed_lists_are_read_and_written() {
    macro_rules! round_trip {
        ($($name:ty),+ $(,)?) => {$(
            let mut names = BTreeSet::new();
            for value in <$name>::ALL.iter().copied() {
                let written = serde_json::to_string(&value).unwrap();
                assert_eq!(written, format!("\"{value}\""));
                assert_eq!(serde_json::from_str::<$name>(&written).unwrap(), value);
                assert_eq!(<$name>::from_name(value.as_str()), Some(value));
                assert!(names.insert(value.as_str()), "{value} stands twice");
                assert!(!value.text().zh.is_empty() && !value.text().en.is_empty());
            }
            let error = serde_json::from_str::<$name>("\"no_such_name\"").unwrap_err().to_string();
            assert!(error.starts_with("unknown variant `no_such_name`, expected "), "{error}");
        )+};
    }
    use beian::order::{Channel, OrderKind};
    use beian::resource::{Billing, LicenseCodeState, ResourceKind};
    use beian::service::{PlatformKind, PreApprovalKind, ServiceKind, ServiceLanguage, WebsiteContent};
    use beian::{Agreement, CertificateKind, MaterialFormat, MaterialKind, PrincipalKind};
    round_trip!(
        OrderKind,
        Agreement,
        Channel,
        PrincipalKind,
        CertificateKind,
        ServiceKind,
        PlatformKind,
        WebsiteContent,
        ServiceLanguage,
        PreApprovalKind,
        ResourceKind,
        Billing,
        LicenseCodeState,
        MaterialKind,
        MaterialFormat,
        Severity,
    );
}

/// Reads an order.
fn read_order(json: &str) -> Result<Order, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn null_and_an_absent_key_say_the_same() {
    let absent = read_order(r#"{"kind": "first_filing"}"#).unwrap();
    let null = r#"{"kind": "first_filing", "principal": null, "services": null, "agreements": null, "materials": null}"#;
    assert_eq!(read_order(null).unwrap(), absent);
    assert_eq!(serde_json::to_string(&absent).unwrap(), r#"{"kind":"first_filing"}"#);
}

#[test]
fn an_empty_declaration_is_not_an_absent_one() {
    for declared in [r#"{"kind":"app","uses_sdks":[]}"#, r#"{"kind":"website","pre_approval":{"kinds":[]}}"#]
    {
        let service: beian::Service = serde_json::from_str(declared).unwrap();
        assert_eq!(serde_json::to_string(&service).unwrap(), declared);
    }
}

/// A value of a format other than JSON, in which whole numbers may be signed and optional values are wrapped.
enum Foreign {
    Text(&'static str),
    Signed(i64),
    There(Box<Foreign>),
    Absent,
}

impl<'de> Deserializer<'de> for Foreign {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Self::Text(text) => visitor.visit_str(text),
            Self::Signed(number) => visitor.visit_i64(number),
            Self::There(value) => visitor.visit_some(*value),
            Self::Absent => visitor.visit_none(),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, serde::de::value::Error> for Foreign {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn formats_other_than_json_are_read() {
    let read = |bytes: Foreign, issued_on: Foreign| {
        let values = [("kind", Foreign::Text("other")), ("bytes", bytes), ("issued_on", issued_on)];
        Material::deserialize(MapDeserializer::new(values.into_iter()))
    };
    let there = |value: Foreign| Foreign::There(Box::new(value));
    let day = Foreign::Text("2026-11-23");
    let material = read(Foreign::Signed(640_000), there(day)).unwrap();
    assert_eq!((material.bytes, material.issued_on), (Some(640_000), "2026-11-23".parse().ok()));
    let material = read(there(Foreign::Signed(0)), Foreign::Absent).unwrap();
    assert_eq!((material.bytes, material.issued_on), (Some(0), None));
    let error = read(Foreign::Signed(-1), Foreign::Absent).unwrap_err().to_string();
    assert_eq!(error, "invalid type: a negative number, expected a whole number from 0");
}

#[test]
fn keys_may_come_in_any_order() {
    for (last, first) in [
        (
            r#"{"services": [{"contents": ["blog_personal_space"], "kind": "website"}], "kind": "first_filing"}"#,
            r#"{"kind": "first_filing", "services": [{"kind": "website", "contents": ["blog_personal_space"]}]}"#,
        ),
        (
            r#"{"services": [{"contents": ["1001"], "name": "甲", "kind": "app", "uses_sdks": []}], "kind": "first_filing"}"#,
            r#"{"kind": "first_filing", "services": [{"kind": "app", "name": "甲", "contents": ["1001"], "uses_sdks": []}]}"#,
        ),
    ] {
        let order = read_order(first).unwrap();
        assert_eq!(read_order(last), Ok(order.clone()));
        assert!(order.services()[0].has_contents());
    }
}

#[test]
fn what_is_no_order_is_refused() {
    let refused = [
        ("{}", "missing field `kind`, expected one of `first_filing`, "),
        (r#"{"kind": "first_filling"}"#, "unknown variant `first_filling`, expected one of `first_filing`, "),
        (
            r#"{"kind": "first_filing", "filing_number": "1"}"#,
            "unknown field `filing_number` of `first_filing`, ",
        ),
        (
            r#"{"filing_number": "1", "kind": "first_filing"}"#,
            "unknown field `filing_number` of `first_filing`, ",
        ),
        (r#"{"kind": "first_filing", "kind": "first_filing"}"#, "duplicate field `kind`"),
        (
            r#"{"kind": "first_filing", "principal": {"nmae": "x"}}"#,
            "unknown field `nmae`, expected one of `kind`, ",
        ),
        (
            r#"{"kind": "first_filing", "principal": {"name": 7}}"#,
            "invalid type: a number, expected a string",
        ),
        (r#"{"kind": "first_filing", "principal": []}"#, "invalid type: sequence, expected an object"),
        (r#"{"kind": "first_filing", "services": {}}"#, "invalid type: map, expected a list"),
        (
            r#"{"kind": "first_filing", "services": [{"kind": "website", "contents": ["1001"]}]}"#,
            "unknown variant `1001`, expected one of `instant_messaging`, ",
        ),
        (
            r#"{"kind": "first_filing", "principal": {"certificate": {"valid_until": "2026-02-29"}}}"#,
            "invalid value: a string that is neither, expected a date, `YYYY-MM-DD`, or `long_term`",
        ),
        (
            r#"{"kind": "first_filing", "materials": [{"kind": "other", "bytes": -1}]}"#,
            "invalid type: a negative number, expected a whole number from 0",
        ),
    ];
    for (json, begins) in refused {
        let error = read_order(json).unwrap_err();
        assert!(error.starts_with(begins), "{json}\n{error}");
        assert!(error.contains(" at line 1 column "), "{json}\n{error}");
    }
}

/// Errors do not repeat what a person typed in the wrong place.
#[test]
fn errors_do_not_repeat_what_a_person_typed() {
    let typed = "330106198807154614";
    for json in [
        format!(r#"{{"kind": "{typed}"}}"#),
        format!(r#"{{"kind": "first_filing", "{typed}": 1}}"#),
        format!(r#"{{"kind": "first_filing", "principal": "{typed}"}}"#),
        format!(r#"{{"kind": "first_filing", "principal": {{"name": {typed}}}}}"#),
        format!(r#"{{"kind": "first_filing", "principal": {{"kind": "{typed}"}}}}"#),
        format!(
            r#"{{"kind": "first_filing", "principal": {{"responsible_person": {{"mobile_verified": "{typed}"}}}}}}"#
        ),
        format!(
            r#"{{"kind": "first_filing", "services": [{{"kind": "website", "contents": ["{typed}"]}}]}}"#
        ),
    ] {
        let error = read_order(&json).unwrap_err();
        assert!(!error.contains(typed), "{error}");
    }
}

#[test]
fn reports_are_read_and_written_to_the_byte() {
    for (case, report) in reported() {
        let written = serde_json::to_string(report).unwrap();
        let read: Report =
            serde_json::from_str(&written).unwrap_or_else(|error| panic!("{}: {error}", case.place));
        assert_eq!(serde_json::to_string(&read).unwrap(), written, "{}", case.place);
    }
}

#[test]
fn needs_are_read_as_they_are_written() {
    let input = path("/services/0/responsible_person/mobile_verified");
    for (text, need) in [
        ("registry", Need::Registry),
        ("account", Need::Account),
        ("target_account", Need::TargetAccount),
        ("province_rules", Need::ProvinceRules),
        ("provider_rules", Need::ProviderRules),
        ("order:/services/0/responsible_person/mobile_verified", Need::OrderInput(input.clone())),
        ("context:/services/0/responsible_person/mobile_verified", Need::ContextInput(input)),
        ("order:services", Need::Other("order:services".into())),
        ("weather", Need::Other("weather".into())),
    ] {
        assert_eq!(serde_json::from_value::<Need>(text.into()).unwrap(), need, "{text}");
        assert_eq!(serde_json::to_value(&need).unwrap(), text);
    }
}

/// What a newer version adds to a report is kept.
#[test]
fn unknown_rules_and_needs_are_kept() {
    let newer = concat!(
        r#"{"submittable":false,"findings":[{"rule":"future.rule","severity":"blocker","path":"/services/0/future~1key","#,
        r#""message":{"zh":"未来","en":"the future"},"params":{"level":5,"day":"2030-01-01","both":{"zh":"无","en":"none"},"#,
        r#""list":["a",7,true]},"source":{"document":"d","section":"s","date":null}}],"#,
        r#""undetermined":[{"rule":"future.other","needs":"future_need"},"#,
        r#"{"rule":"app.package-name-taken","needs":"order:/services/0/responsible_person/mobile_verified"},"#,
        r#"{"rule":"person.mobile-not-account-bound","needs":"context:/account/bound_mobile"}],"#,
        r#""rulebook":{"provider":"future","as_of":"2030-01-01","patched":true,"crate_version":"9.0.0"}}"#
    );
    let report: Report = serde_json::from_str(newer).unwrap();
    assert_eq!(serde_json::to_string(&report).unwrap(), newer);
    assert_eq!(report.findings[0].rule(), "future.rule");
    assert_eq!(report.findings[0].known_rule(), None);
    assert!(!report.is_submittable());
}

/// A report with findings at several places.
fn faulty() -> Report {
    let mut json = common::order("first-filing/organization-website");
    common::edit(&mut json, "remove", "/principal/name", "").unwrap();
    common::edit(&mut json, "set", "/services/0/domains/0/name", "\"example.us\"").unwrap();
    common::edit(&mut json, "set", "/services/0/responsible_person/mobile", "\"12588001001\"").unwrap();
    common::report(&common::request(&json).unwrap())
}

fn rules<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<&'a str> {
    findings.map(Finding::rule).collect()
}

#[test]
fn a_report_is_searched_by_place_and_severity() {
    let report = faulty();
    let all = ["principal.field-missing", "domain.suffix-unconfirmed", "person.mobile-invalid"];
    // The responsible person of a service comes before its domains in the documentation.
    assert_eq!(rules(report.findings.iter()), [all[0], all[2], all[1]]);
    assert_eq!(rules(report.blockers()), [all[0], all[2]]);
    assert_eq!(rules(report.warnings()), [all[1]]);
    assert_eq!(rules(report.with_severity(Severity::Advice)), [""; 0]);
    assert_eq!(rules(report.under(&path("/services/0"))), [all[2], all[1]]);
    assert_eq!(rules(report.under(&path("/services/0/responsible_person"))), [all[2]]);
    assert_eq!(rules(report.under(&path("/services/1"))), [""; 0]);
    assert_eq!(rules(report.under(&FieldPath::root())).len(), 3);
    assert_eq!(rules(report.at(&path("/services/0/responsible_person/mobile"))), [all[2]]);
    assert_eq!(rules(report.at(&path("/services/0/responsible_person"))), [""; 0]);
}

#[test]
fn a_report_with_a_blocker_is_refused() {
    let report = faulty();
    let refused = report.clone().into_result().unwrap_err();
    assert_eq!(refused.report(), &report);
    let text = refused.to_string();
    assert!(text.starts_with("the order would be sent back: "), "{text}");
    assert!(text.ends_with("(principal.field-missing at /principal/name), and 1 more"), "{text}");
    assert_eq!(refused.into_report(), report);

    let mut warned = report;
    warned.findings.retain(|finding| finding.severity != Severity::Blocker);
    assert!(warned.is_submittable());
    assert_eq!(warned.clone().into_result(), Ok(warned));
}

fn custom(id: &str, severity: Severity, at: &str) -> Result<Finding, OwnRuleError> {
    let source = Source::new("Acme", "3.2", None);
    let rule = OwnRule::new(id, severity, "请先签署服务合同", "sign the contract first", source)?;
    Ok(rule.finding(path(at)))
}

#[test]
fn findings_of_a_service_are_sorted_in() {
    let mut report = faulty();
    report.extend([
        custom("acme.late", Severity::Blocker, "/materials").unwrap(),
        custom("acme.contract-missing", Severity::Advice, "/principal/name").unwrap(),
        custom("acme.first", Severity::Warning, "").unwrap(),
    ]);
    let found = rules(report.findings.iter());
    assert_eq!(found[0], "acme.first");
    assert_eq!(found[1..3], ["acme.contract-missing", "principal.field-missing"]);
    assert_eq!(found[5], "acme.late");
    let written = serde_json::to_value(&report.findings[1]).unwrap();
    assert_eq!(
        written["message"],
        serde_json::json!({"zh": "请先签署服务合同", "en": "sign the contract first"})
    );
    assert_eq!(written["source"], serde_json::json!({"document": "Acme", "section": "3.2", "date": null}));
    let read: Report = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert_eq!(rules(read.findings.iter()), found);
}

#[test]
fn a_finding_of_a_service_needs_an_id_of_its_own_group() {
    for id in [
        "",
        "acme",
        "acme.",
        ".slug",
        "Acme.slug",
        "acme.Slug",
        "acme.two words",
        "acme.a.b",
        "7acme.slug",
        "acme.合同",
    ] {
        assert_eq!(custom(id, Severity::Blocker, "").unwrap_err(), OwnRuleError::Form, "{id:?}");
    }
    for id in ["domain.contract", "principal.field-missing"] {
        assert_eq!(custom(id, Severity::Blocker, "").unwrap_err(), OwnRuleError::GroupTaken, "{id}");
    }
    for error in [OwnRuleError::Form, OwnRuleError::GroupTaken, OwnRuleError::Empty, OwnRuleError::Params] {
        assert!(!error.to_string().is_empty());
    }
    assert!(custom("acme.contract-2", Severity::Blocker, "").is_ok());
}

/// The numbers of the ministry and of the platforms lead back to what they stand for.
#[test]
fn the_ministry_s_codes_are_read_back() {
    macro_rules! read_back {
        ($($list:ident),+) => {$(
            for one in beian::service::$list::ALL.iter().copied() {
                assert_eq!(beian::service::$list::from_miit_code(one.miit_code()), Some(one));
            }
            assert_eq!(beian::service::$list::from_miit_code(0), None);
        )+};
    }
    read_back!(ServiceKind, WebsiteContent, ServiceLanguage, PreApprovalKind);
    for kind in beian::PrincipalKind::ALL.iter().copied() {
        assert_eq!(beian::PrincipalKind::from_miit_code(kind.miit_code()), Some(kind.filed_as()));
    }
    for kind in beian::CertificateKind::ALL.iter().copied() {
        for holder in beian::PrincipalKind::ALL.iter().copied() {
            let code = kind.miit_code(holder);
            assert!(code.map_or(true, |code| beian::CertificateKind::from_miit_code(code) == Some(kind)));
        }
    }
}
