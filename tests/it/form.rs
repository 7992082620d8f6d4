//! The form: the fields that an order is asked for. It is compared with the rules both ways: an order that
//! has everything the form requires misses nothing, and an order that lacks one field has a finding for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use beian::form::{Form, FormField, FormRequest, Input};
use beian::service::ServiceKind;
use beian::value::{Province, Region};
use beian::{
    Condition, FieldPath, Finding, Language, Limit, Order, OrderKind, PrincipalKind, Provider, Report,
    Requirement, Rule, Rulebook,
};
use serde_json::{json, Value};

use crate::common;

/// The rules that report that something is not given.
const MISSING: &[&str] = &[
    "principal.field-missing",
    "person.field-missing",
    "person.emergency-contact-missing",
    "person.video-verification-missing",
    "service.field-missing",
    "service.pre-approval-undeclared",
    "service.pre-approval-document-missing",
    "domain.certificate-incomplete",
    "app.package-missing",
    "app.domain-missing",
    "resource.missing",
    "material.missing",
    "order.agreement-missing",
    "order.no-services",
    "cancel.unverified",
    "account.unverified",
];

/// The form of an order in its province, for both kinds of services. The kind of the principal is in the
/// order, or in the registry.
fn form(json: &Value) -> Form {
    form_under(json, &Rulebook::default())
}

/// The same, with the rulebook of a provider.
fn form_under(json: &Value, rulebook: &Rulebook) -> Form {
    let order = common::request(json).unwrap().order;
    let registered = json.pointer("/context/registry/principals/0/principal/kind").and_then(Value::as_str);
    let principal = order.principal().map_or(registered.and_then(PrincipalKind::from_name), |p| p.kind);
    let request = FormRequest::new(order.kind(), principal.unwrap_or(PrincipalKind::Enterprise));
    let region = order.principal().and_then(|principal| principal.region.as_deref());
    let province = region.and_then(|region| Region::parse(region).ok()).map(Region::province);
    let request = province.map_or(request, |province| request.with_province(province));
    Form::of(&request, rulebook)
}

/// The kind of the service that a path leads into.
fn service(order: &Order, path: &FieldPath) -> Option<ServiceKind> {
    let text = path.to_string();
    let index = text.strip_prefix("/services/")?.split('/').next()?.parse::<usize>().ok()?;
    order.services().get(index).map(beian::Service::kind)
}

/// Whether a field is the one at a place of an order.
fn is_of(field: &FormField, order: &Order, path: &FieldPath) -> bool {
    field.service.is_none() || field.service == service(order, path)
}

/// The paths of a pattern that lead to something in an order.
fn paths(order: &Value, pattern: &str) -> Vec<String> {
    let mut paths = vec![String::new()];
    for part in pattern.split('/').skip(1) {
        let next = paths.iter().flat_map(|path| {
            if !part.starts_with('{') {
                return vec![format!("{path}/{part}")];
            }
            let length = order.pointer(path).and_then(Value::as_array).map_or(0, Vec::len);
            (0..length).map(|index| format!("{path}/{index}")).collect()
        });
        paths = next.collect();
    }
    paths.retain(|path| order.pointer(path).is_some());
    paths
}

/// Removes a field from a request, and says whether it was there.
fn take(json: &mut Value, field: &FormField, path: &str) -> bool {
    let path = format!("/order{path}");
    if let Some(item) = field.item {
        let Some(list) = json.pointer_mut(&path).and_then(Value::as_array_mut) else { return false };
        let before = list.len();
        list.retain(|value| value.as_str() != Some(item) && value["kind"].as_str() != Some(item));
        return list.len() < before;
    }
    let (parent, key) = path.rsplit_once('/').unwrap();
    let parent = json.pointer_mut(parent).and_then(Value::as_object_mut);
    parent.and_then(|parent| parent.remove(key)).is_some()
}

fn is_due(field: &FormField) -> bool {
    matches!(field.requirement, Requirement::Required | Requirement::Locked)
}

/// Whether a field is a tag of the wire format, without which the order cannot be read.
fn is_tag(field: &FormField) -> bool {
    matches!(
        &*field.path.to_string(),
        "/kind" | "/services/{s}/kind" | "/services/{s}/platforms/{p}/platform"
    )
}

/// An order that has exactly what its form requires misses nothing.
#[test]
fn an_order_filled_as_the_form_says_misses_nothing() {
    for name in common::orders() {
        let mut json = common::order(&name);
        let form = form(&json);
        let order = common::request(&json).unwrap().order;
        let is_kept = |field: &FormField| {
            is_due(field) || is_tag(field) || field.requirement == Requirement::Conditional
        };
        for field in form.fields().filter(|field| !is_kept(field)) {
            for path in paths(&json["order"].clone(), &field.path.to_string()) {
                if is_of(field, &order, &path.parse().unwrap()) {
                    take(&mut json, field, &path);
                }
            }
        }
        let report = common::report(&common::request(&json).unwrap());
        let missing: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| MISSING.contains(&finding.rule()))
            // Where sources disagree on what the province asks, the finding is a warning.
            .filter(|finding| finding.severity == beian::Severity::Blocker)
            .map(Finding::rule)
            .collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}

/// Values that others are judged by: without them there are other findings besides the missing value.
const JUDGED_BY: &[(OrderKind, &str)] = &[
    // A filed APP is known by its name; without it, its packages seem to be another APP's.
    (OrderKind::AccessFiling, "/services/{s}/name"),
];

/// Removing any required field adds one finding, at the place of the field.
#[test]
fn what_the_form_requires_is_missed_at_its_place() {
    let mut wrong = String::new();
    let mut required: BTreeMap<(OrderKind, String), bool> = BTreeMap::new();
    for name in common::orders() {
        let clean = common::order(&name);
        let form = form(&clean);
        let request = common::request(&clean).unwrap();
        let before = common::report(&request).findings;
        let order = request.order;
        for field in form.fields().filter(|field| is_due(field) && !is_tag(field)) {
            let pattern = field.path.to_string();
            if JUDGED_BY.contains(&(order.kind(), &*pattern)) {
                continue;
            }
            let is_shown = required.entry((order.kind(), pattern.clone())).or_default();
            for path in paths(&clean["order"], &pattern) {
                let place: FieldPath = path.parse().unwrap();
                let mut json = clean.clone();
                if !is_of(field, &order, &place) || !take(&mut json, field, &path) {
                    continue;
                }
                *is_shown = true;
                let mut report = common::report(&common::request(&json).unwrap());
                report.findings.retain(|finding| !before.contains(finding));
                let found: Vec<_> =
                    report.findings.iter().map(|f| format!("{} {}", f.rule(), f.path)).collect();
                let is_one = match &*report.findings {
                    [finding] => {
                        finding.path == place && field.rules.iter().any(|rule| rule.id() == finding.rule())
                    }
                    // Only the form itself knows whether a code was entered.
                    [] => {
                        let need = format!("order:{path}");
                        field.input == Input::Code
                            && report.undetermined.iter().any(|u| u.needs.to_string() == need)
                    }
                    _ => false,
                };
                if !is_one {
                    writeln!(wrong, "{name} without {path}: {found:?}").unwrap();
                }
            }
        }
    }
    let unshown: Vec<_> =
        required.iter().filter(|(_, is_shown)| !**is_shown).map(|(field, _)| field).collect();
    assert!(wrong.is_empty() && unshown.is_empty(), "{wrong}\nnot shown by any order: {unshown:#?}");
}

/// The same rules look at the principal's and a service's responsible person, at a person's certificate and
/// an individual's, at domains of websites and APPs, and at materials wherever they are: a case for one of
/// these counts for all.
fn normal(pattern: &str) -> String {
    if pattern.ends_with("/materials") {
        return "/materials".to_owned();
    }
    pattern
        .replace("/services/{s}/responsible_person", "/principal/responsible_person")
        .replace("/principal/certificate/valid", "/principal/responsible_person/certificate/valid")
        .replace("/platforms/{p}/domains", "/domains")
}

/// The fields at which a finding may be shown: the one at its place, else those inside it, else the nearest
/// one around it.
fn fields_of<'a>(form: &'a Form, order: &Order, path: &FieldPath) -> Vec<&'a FormField> {
    let own = || form.fields().filter(|field| is_of(field, order, path));
    let exact: Vec<_> = own().filter(|field| field.path.places(path).is_some()).collect();
    if !exact.is_empty() {
        return exact;
    }
    let numbered = path.to_string().rsplit('/').next().is_some_and(|last| last.parse::<usize>().is_ok());
    let text = path.to_string();
    let inside: Vec<_> = own()
        .filter(|field| {
            let lists = field.path.lists().count();
            let indices: Vec<usize> = text.split('/').filter_map(|part| part.parse().ok()).collect();
            let places = indices.iter().copied().chain(std::iter::repeat(0)).take(lists.max(indices.len()));
            field.path.at(&places.collect::<Vec<_>>()).is_some_and(|at| at.starts_with(path))
        })
        .collect();
    if !inside.is_empty() && !numbered && !text.is_empty() {
        return inside;
    }
    let around: Vec<_> = own().filter(|field| field.path.contains(path)).collect();
    let deepest = around.iter().map(|field| field.path.to_string().matches('/').count()).max();
    around.into_iter().filter(|field| Some(field.path.to_string().matches('/').count()) == deepest).collect()
}

/// The clean filings in each province, as they are, and with values that provinces often have rules on.
fn in_every_province() -> Vec<(String, Value, Report)> {
    let edits = [
        json!({}),
        json!({
            "/principal/responsible_person/name": "周一鸣",
            "/principal/responsible_person/mobile": "13588003001",
            "/principal/responsible_person/emergency_contact": "13588003001",
        }),
        json!({"/services/0/open": true, "/services/0/remark": "", "/services/0/name": "云"}),
        json!({"/principal/certificate/valid_until": "2026-12-01", "/principal/mailing_address": "乌鲁木齐市1号"}),
    ];
    let names = [
        "first-filing/organization-website",
        "first-filing/individual-website",
        "access-filing/organization-app",
    ];
    let mut reports = Vec::new();
    for province in Province::ALL {
        for name in names {
            for edits in &edits {
                let mut json = moved(name, *province);
                for (path, value) in edits.as_object().unwrap() {
                    let (parent, key) = path.rsplit_once('/').unwrap();
                    json["order"].pointer_mut(parent).unwrap()[key] = value.clone();
                }
                let report = common::report(&common::request(&json).unwrap());
                reports.push((format!("{name} in {province}"), json, report));
            }
        }
    }
    reports
}

/// The rules of a field in the form are exactly those whose findings the cases show there.
#[test]
fn the_rules_of_a_field_are_those_that_cases_show() {
    let mut listed: BTreeMap<(&str, String), bool> = BTreeMap::new();
    for order in OrderKind::ALL {
        for principal in [PrincipalKind::Enterprise, PrincipalKind::Individual] {
            for provider in Provider::ALL {
                let form = Form::of(&FormRequest::new(*order, principal), &Rulebook::builtin(*provider));
                for field in form.fields() {
                    for rule in &field.rules {
                        listed.insert((rule.id(), normal(&field.path.to_string())), false);
                    }
                }
                for rule in form.rules() {
                    listed.insert((rule.id(), String::new()), false);
                }
            }
        }
    }
    let of_case = |(case, report): (&common::Case, &Report)| {
        (case.place.clone(), case.json.clone(), report.clone(), case.rulebook())
    };
    let in_province = |(place, json, report)| (place, json, report, Rulebook::default());
    let reports = common::reported().map(of_case).chain(in_every_province().into_iter().map(in_province));
    let mut wrong = BTreeSet::new();
    for (place, json, report, rulebook) in reports.filter(|(_, _, report, _)| !report.findings.is_empty()) {
        let form = form_under(&json, &rulebook);
        let order = common::request(&json).unwrap().order;
        for finding in &report.findings {
            let rule = Rule::from_id(finding.rule()).unwrap();
            let fields = fields_of(&form, &order, &finding.path);
            if fields.is_empty() {
                listed.insert((rule.id(), String::new()), true);
                if !form.rules().contains(&rule) {
                    wrong.insert(format!("{rule} speaks of the order as a whole ({place})"));
                }
                continue;
            }
            let known: Vec<_> = fields.iter().filter(|field| field.rules.contains(&rule)).collect();
            if known.is_empty() {
                wrong.insert(format!("{rule} speaks at {} ({place})", fields[0].path));
            }
            for field in known {
                listed.insert((rule.id(), normal(&field.path.to_string())), true);
            }
        }
    }
    // Whether a rule has a case at all is tested with the cases; rules of provinces are tested apart.
    let shown: BTreeSet<_> = listed.iter().filter(|(_, shown)| **shown).map(|((rule, _), _)| *rule).collect();
    listed.retain(|(rule, _), _| shown.contains(rule) && !rule.starts_with("province."));
    let unshown: Vec<_> = listed.iter().filter(|(_, is_shown)| !**is_shown).map(|(place, _)| place).collect();
    assert!(wrong.is_empty() && unshown.is_empty(), "{wrong:#?}\nno case shows: {unshown:#?}");
}

/// Every form: for each kind of order, principal and service, and for some provinces.
fn forms() -> impl Iterator<Item = Form> {
    OrderKind::ALL.iter().flat_map(|order| {
        PrincipalKind::ALL.iter().flat_map(move |principal| {
            let whole = FormRequest::new(*order, *principal);
            let of_service = ServiceKind::ALL.iter().map(move |kind| whole.with_service(*kind));
            let in_province = [whole.with_province(Province::Guangdong)];
            of_service
                .chain(in_province)
                .chain([whole])
                .map(|request| Form::of(&request, &Rulebook::default()))
        })
    })
}

#[test]
fn every_form_keeps_to_its_laws() {
    for form in forms() {
        let request = form.request();
        let mut seen = BTreeSet::new();
        assert!(!form.steps().is_empty(), "{request:?}");
        assert!(form.steps().windows(2).all(|pair| pair[0].step < pair[1].step), "{request:?}");
        for (place, step) in form.steps().iter().enumerate() {
            for field in &step.fields {
                let pattern = field.path.to_string();
                let id = (pattern.clone(), field.item, field.service);
                if field.repeats {
                    let is_earlier =
                        form.steps()[..place].iter().flat_map(|step| &step.fields).any(|earlier| {
                            (earlier.path.to_string(), earlier.item, earlier.service) == id
                                && !earlier.repeats
                        });
                    assert!(is_earlier, "{request:?} {pattern}");
                } else {
                    assert!(seen.insert(id), "{request:?} {pattern} twice");
                }
                let places = vec![7; field.path.lists().count()];
                let path = field.path.at(&places).unwrap();
                assert_eq!(field.path.places(&path), Some(places), "{pattern}");
                assert!(form.at(&path).any(|at| at.path == field.path), "{request:?} {pattern}");
                assert_eq!(
                    field.requirement == Requirement::Conditional,
                    field.condition.is_some(),
                    "{request:?} {pattern}"
                );
                assert!(
                    request.service.is_none() || field.service.is_none() || field.service == request.service
                );
                if let Input::Choice { options, .. } = &field.input {
                    assert!(!options.is_empty(), "{request:?} {pattern}");
                }
            }
        }
    }
}

#[test]
fn a_province_or_a_service_only_decides_what_was_open() {
    for form in forms().filter(|form| form.request().service.is_none() && form.request().province.is_none()) {
        for kind in ServiceKind::ALL {
            let narrow = Form::of(&form.request().with_service(*kind), &Rulebook::default());
            for field in narrow.fields() {
                let wide = form.fields().find(|wide| {
                    wide.path == field.path
                        && wide.item == field.item
                        && (wide.service.is_none() || wide.service == field.service)
                });
                let wide = wide.unwrap_or_else(|| panic!("{}", field.path));
                let is_decided = wide.condition == Some(Condition::FilesApp);
                assert!(
                    is_decided || wide.requirement == field.requirement,
                    "{} {:?}",
                    field.path,
                    form.request()
                );
            }
        }
    }
}

/// Formats belong to uploads as a whole, and the life of a draft to the order as a whole.
const NOT_OF_A_FIELD: &[Limit] = &[Limit::MaterialFormats, Limit::DraftDays, Limit::DraftMonths];

/// Every other limit of the provider is shown at some field.
#[test]
fn every_limit_is_shown() {
    let shown: BTreeSet<Limit> = forms()
        .flat_map(|form| {
            form.fields().flat_map(|field| &field.limits).map(|limit| limit.limit).collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> =
        Limit::ALL.iter().filter(|limit| !NOT_OF_A_FIELD.contains(limit) && !shown.contains(limit)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A clean request moved to a county of this province.
fn moved(name: &str, province: Province) -> Value {
    let mut json = common::order(name);
    let mut counties =
        ["0101", "0102", "0105", "0106", "0104"].map(|rest| format!("{}{rest}", province.code())).into_iter();
    let county = counties.find(|code| Region::parse(code).is_ok()).unwrap();
    json["order"]["principal"]["region"] = county.into();
    json
}

/// A field that is up to the province is asked for exactly where the rules report that it is missing.
#[test]
fn what_a_province_asks_for_is_what_is_missed_there() {
    let mut asked = 0;
    for province in Province::ALL {
        for (name, path, item) in [
            ("first-filing/organization-website", "/principal/responsible_person/emergency_contact", None),
            ("first-filing/individual-website", "/principal/responsible_person/emergency_contact", None),
            ("first-filing/organization-website", "/services/0/responsible_person/emergency_contact", None),
            ("access-filing/organization-website", "/agreements", Some("commitment_letter")),
            ("add-service-from-elsewhere/individual-website", "/agreements", Some("commitment_letter")),
        ] {
            let mut json = moved(name, *province);
            let order = common::request(&json).unwrap().order;
            let principal = order.principal().unwrap().kind.unwrap();
            let request = FormRequest::new(order.kind(), principal)
                .with_service(ServiceKind::Website)
                .with_province(*province);
            let form = Form::of(&request, &Rulebook::default());
            let place: FieldPath = path.parse().unwrap();
            let field =
                form.at(&place).find(|field| field.item == item && is_of(field, &order, &place)).unwrap();
            take(&mut json, field, path);
            let report = common::report(&common::request(&json).unwrap());
            let is_missed = report
                .findings
                .iter()
                .any(|finding| finding.path == place && MISSING.contains(&finding.rule()));
            assert_eq!(field.requirement == Requirement::Required, is_missed, "{province} {name} {path}");
            assert_eq!(
                field.source.is_some(),
                field.requirement != Requirement::ByProvince,
                "{province} {path}"
            );
            asked += usize::from(is_missed);
        }
    }
    assert!(asked > 10, "{asked}");
}

/// The documents that a province asks for are in its form.
#[test]
fn a_province_adds_its_documents() {
    for province in Province::ALL {
        let rulebook = Rulebook::default();
        for kind in [PrincipalKind::Enterprise, PrincipalKind::PublicInstitution, PrincipalKind::Individual] {
            let request = FormRequest::new(OrderKind::FirstFiling, kind).with_province(*province);
            let form = Form::of(&request, &rulebook);
            let asked = rulebook
                .province(*province)
                .documents()
                .iter()
                .filter(|cell| cell.scope().includes(Some(kind), OrderKind::FirstFiling, None));
            for cell in asked {
                let document = Some(cell.value().document.as_str());
                let field = form.fields().find(|field| field.item == document && field.source.is_some());
                let field = field.unwrap_or_else(|| panic!("{province} {document:?}"));
                assert_eq!(field.requirement, Requirement::Required);
                assert!(
                    field.rules.iter().any(|rule| rule.id() == "province.document-missing"),
                    "{}",
                    field.path
                );
            }
        }
    }
}

/// The form as a text for people.
fn shown(form: &Form, language: Language) -> String {
    let mut text = String::new();
    for step in form.steps() {
        writeln!(text, "{}", step.step.text().get(language)).unwrap();
        for field in step.asked() {
            write!(text, "  {} {} · {}", field.path, field.label.get(language), field.requirement).unwrap();
            if let Some(condition) = field.condition {
                write!(text, "（{}）", condition.text().get(language)).unwrap();
            }
            if field.repeats {
                text.push_str(" · again");
            }
            for limit in &field.limits {
                write!(text, " · {} {:?}", limit.limit, limit.value).unwrap();
            }
            text.push('\n');
        }
    }
    text
}

#[test]
fn forms_as_people_read_them() {
    let form = |order, principal, service: Option<ServiceKind>| {
        let request = FormRequest::new(order, principal);
        let request = service.map_or(request, |service| request.with_service(service));
        Form::of(&request, &Rulebook::default())
    };
    let individual = form(OrderKind::FirstFiling, PrincipalKind::Individual, Some(ServiceKind::Website));
    insta::assert_snapshot!("first_filing_individual_website", shown(&individual, Language::Zh));
    let company = form(OrderKind::AddService, PrincipalKind::Enterprise, Some(ServiceKind::App));
    insta::assert_snapshot!("add_service_enterprise_app", shown(&company, Language::En));
    let change = form(OrderKind::ChangeService, PrincipalKind::Enterprise, None);
    insta::assert_snapshot!("change_service_enterprise", shown(&change, Language::Zh));
    let migration = form(OrderKind::MigrateAccount, PrincipalKind::Enterprise, None);
    insta::assert_snapshot!("migrate_account", shown(&migration, Language::En));
}

#[test]
fn a_form_is_written_as_json() {
    let request =
        FormRequest::new(OrderKind::FirstFiling, PrincipalKind::Enterprise).with_service(ServiceKind::App);
    let json = serde_json::to_value(Form::of(&request, &Rulebook::default())).unwrap();
    assert_eq!(json["request"]["order"], "first_filing");
    let fields = json["steps"][0]["fields"].as_array().unwrap();
    let kind = fields.iter().find(|field| field["path"] == "/principal/certificate/kind").unwrap();
    assert_eq!(kind["input"]["kind"], "choice");
    assert_eq!(kind["input"]["options"][0]["code"], "business_license");
    assert!(kind["rules"].as_array().unwrap().contains(&"principal.certificate-kind-mismatch".into()));
}
