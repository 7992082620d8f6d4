//! The example programs that embed the crate: an order built in code, and the payload of another platform.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;

use beian::form::{Form, FormRequest};
use beian::service::ServiceKind;
use beian::{FieldPath, Language, OrderKind, PrincipalKind, Rule, Rulebook, Segment};
use serde_json::{json, Value};

#[path = "../../examples/first_filing.rs"]
#[allow(dead_code)] // `main`
mod first_filing;
#[path = "../../examples/wechat/main.rs"]
#[allow(dead_code)] // `main`
mod wechat;

use wechat::answer;
use wechat::fields::{target, Target, FIELDS, NOT_ASKED};

use crate::common;

const CLEAN: &str = include_str!("../../examples/wechat/clean.json");
const FAULTY: &str = include_str!("../../examples/wechat/faulty.json");

#[test]
fn a_first_filing_is_built_found_wanting_and_fixed() {
    let mut out = Vec::new();
    first_filing::run(&mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let (before, after) = out.split_once("first filing: can be submitted\n").unwrap();
    assert!(before.starts_with("first filing: would be sent back\n"), "{before}");
    assert!(
        before.contains("resource.remaining-too-short at /services/0/resources/0/expires_on"),
        "{before}"
    );
    assert!(!after.contains("blocker"), "{after}");
}

/// Runs the program: status, output, errors.
fn run(arguments: &[&str], input: &str) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = wechat::run(&mut wechat::common::World {
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

/// Checks a payload on the day of those that the program carries; the field and the rule of each entry of the
/// answer.
fn told(payload: &Value) -> BTreeSet<(String, String)> {
    let payload = serde_json::from_value(payload.clone()).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let answer = answer::check(&payload, today, &Rulebook::default()).unwrap();
    let written = answer.written(Language::En);
    written.audit_data.iter().map(|entry| (entry.err_field.to_owned(), entry.rule.to_owned())).collect()
}

#[test]
fn payloads_of_the_mini_program_api_are_checked() {
    for language in ["zh", "en"] {
        let (status, out, err) = run(&["--lang", language], "");
        insta::assert_snapshot!(format!("wechat_{language}"), out);
        // Demonstrating mistakes in a payload is no failure of the program.
        assert_eq!((status, err.as_str()), (0, ""));
    }
    assert_eq!(run(&["-"], CLEAN).0, 0);
    assert_eq!(run(&["-"], FAULTY).0, 1);
    let (status, out, err) = run(&["-"], "{\"icp_subject\": 1}");
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.starts_with("-: icp_subject: expected struct Subject"), "{err}");
}

#[test]
fn for_programs_an_answer_has_the_api_s_entries() {
    let (_, out, _) = run(&["--format=json", "--lang=zh", "-"], FAULTY);
    let answer: Value = serde_json::from_str(&out).unwrap();
    let mobile = answer["audit_data"].as_array().unwrap().iter();
    let mobile: Vec<_> =
        mobile.filter(|entry| entry["err_field"] == "icp_subject.principal_info.mobile").collect();
    assert_eq!(
        mobile,
        [&json!({
            "key_name": "主体负责人手机号",
            "error": "手机号（139*****00）有误：手机号应为 11 位数字，请核对是否漏填或多填，且只填一个号码。",
            "suggest": "请填写负责人本人使用的手机号。",
            "err_field": "icp_subject.principal_info.mobile",
            "severity": "blocker",
            "rule": "person.mobile-invalid",
        })]
    );
}

/// What cannot be read is told by its field, in the API's notation; what stands there is not repeated.
#[test]
fn what_cannot_be_read_is_told_by_its_field() {
    let clean: Value = serde_json::from_str(CLEAN).unwrap();
    for (at, value, field) in [
        ("/icp_subject", "1", "icp_subject"),
        ("/icp_subject/base_info/name", "{}", "icp_subject.base_info.name"),
        (
            "/icp_subject/principal_info/certificate_number",
            "330106199509213318",
            "icp_subject.principal_info.certificate_number",
        ),
        (
            "/icp_applets/base_info/nrlx_details",
            r#"[{"type": 24}, {"type": "1"}]"#,
            "icp_applets.base_info.nrlx_details[1].type",
        ),
        (
            "/icp_applets/base_info/service_content_types",
            r#"[3, "四"]"#,
            "icp_applets.base_info.service_content_types[1]",
        ),
        ("/icp_materials/commitment_letter", r#"["a", 1]"#, "icp_materials.commitment_letter[1]"),
    ] {
        let mut payload = clean.clone();
        *payload.pointer_mut(at).unwrap() = serde_json::from_str(value).unwrap();
        let error = wechat::syntax::read(payload.to_string().as_bytes()).err().unwrap();
        assert!(error.starts_with(&format!("{field}: expected ")), "{error}");
        assert!(!error.contains("330106"), "{error}");
    }
    let error = wechat::syntax::read(b"{").err().unwrap();
    assert!(error.contains("line 1"), "{error}");
}

/// `null` is as good as not given: no list or object makes the payload unreadable.
#[test]
fn what_is_null_is_not_given() {
    let clean: Value = serde_json::from_str(CLEAN).unwrap();
    let mut places = vec![String::new()];
    let mut read = 0;
    while let Some(at) = places.pop() {
        let keys: Vec<String> = match clean.pointer(&at).unwrap() {
            Value::Object(map) => map.keys().cloned().collect(),
            Value::Array(list) => (0..list.len()).map(|index| index.to_string()).collect(),
            _ => vec![],
        };
        places.extend(keys.iter().map(|key| format!("{at}/{key}")));
        if at.is_empty() || at.ends_with("/type") && at.contains("nrlx") {
            continue;
        }
        let mut payload = clean.clone();
        *payload.pointer_mut(&at).unwrap() = Value::Null;
        told(&payload);
        read += 1;
    }
    assert!(read > 40, "{read}");
    // What is not asked of this payload may be null without a word.
    let mut payload = clean.clone();
    for (at, key) in [
        ("/icp_subject", "personal_info"),
        ("/icp_subject", "legal_person_info"),
        ("/icp_materials", "promise_video"),
        ("/icp_materials", "applets_other_materials"),
    ] {
        payload.pointer_mut(at).unwrap().as_object_mut().unwrap().insert(key.to_owned(), Value::Null);
    }
    assert_eq!(told(&payload), BTreeSet::new());
}

/// An organisation whose responsible person is the legal representative: the object is left out, `null`, or empty.
#[test]
fn an_empty_legal_representative_is_none() {
    let faulty: Value = serde_json::from_str(FAULTY).unwrap();
    let with = |person: Value| {
        let mut payload = faulty.clone();
        payload["icp_subject"]["legal_person_info"] = person;
        told(&payload)
    };
    let none = with(Value::Null);
    assert!(!none.iter().any(|(field, _)| field.contains("legal_person_info")), "{none:?}");
    assert_eq!(with(json!({})), none);
    assert_eq!(with(json!({"name": "", "certificate_number": " "})), none);
    assert_eq!(with(json!({"name": null, "certificate_number": null})), none);
}

/// A change of the payload without mistakes, the field of the entry that follows, and its rule.
#[rustfmt::skip]
const MISTAKES: &[(&str, &str, &str, &str)] = &[
    ("/icp_subject/base_info/type", "8", "icp_subject.base_info.type", "wechat.code-unknown"),
    ("/icp_subject/base_info/district", r#""330199""#, "icp_subject.base_info.district", "principal.region-invalid"),
    ("/icp_subject/base_info/province", r#""110000""#, "icp_subject.base_info.district", "wechat.region-inconsistent"),
    ("/icp_subject/base_info/address", r#""浙江省杭州市西湖区文一路58号""#, "icp_subject.base_info.address", "wechat.address-has-region"),
    ("/icp_subject/base_info/city", r#""330200""#, "icp_subject.base_info.district", "wechat.region-inconsistent"),
    ("/icp_subject/base_info/address", r#""杭州市文一路58号2单元601室""#, "icp_subject.base_info.address", "wechat.address-has-region"),
    ("/icp_subject/base_info/address", r#""西湖区文一路58号2单元601室""#, "icp_subject.base_info.address", "wechat.address-has-region"),
    ("/icp_subject/base_info/address", r#""浙江杭州西湖区文一路58号2单元601室""#, "icp_subject.base_info.address", "wechat.address-has-region"),
    ("/icp_subject/base_info/address", r#""广东省深圳市南山区海天二路26号8层801室""#, "icp_subject.base_info.address", "wechat.address-elsewhere"),
    ("/icp_subject/base_info/address", r#""宁波市海曙区中山西路2号3楼301室""#, "icp_subject.base_info.address", "wechat.address-elsewhere"),
    ("/icp_subject/principal_info/certificate_validity_date_end", r#""20261215""#, "icp_subject.principal_info.certificate_validity_date_end", "wechat.certificate-expires-soon"),
    ("/icp_applets/base_info/service_content_types", "[3, 3]", "icp_applets.base_info.service_content_types", "wechat.content-repeated"),
    ("/icp_applets/base_info/nrlx_details", "[]", "icp_applets.base_info.nrlx_details", "wechat.pre-approval-undeclared"),
    ("/icp_applets/base_info/nrlx_details", "null", "icp_applets.base_info.nrlx_details", "wechat.pre-approval-undeclared"),
    ("/icp_applets/base_info/nrlx_details", r#"[{"type": 24}, {"type": 24}]"#, "icp_applets.base_info.nrlx_details", "wechat.pre-approval-repeated"),
    ("/icp_materials/commitment_letter", r#"["one", "two"]"#, "icp_materials", "wechat.materials-over-limit"),
    ("/icp_subject/base_info/address", r#""""#, "icp_subject.base_info.address", "principal.field-missing"),
    ("/icp_subject/organize_info/certificate_number", r#""330106199509213326""#, "icp_subject.organize_info.certificate_number", "wechat.repeated-value-differs"),
    ("/icp_subject/principal_info/email", r#""shen""#, "icp_subject.principal_info.email", "person.email-invalid"),
    ("/icp_subject/principal_info/certificate_validity_date_end", r#""20261001""#, "icp_subject.principal_info.certificate_validity_date_end", "person.certificate-expired"),
    ("/icp_subject/principal_info/certificate_validity_date_start", r#""2020.03.01""#, "icp_subject.principal_info.certificate_validity_date_start", "wechat.date-malformed"),
    ("/icp_subject/principal_info/certificate_photo_back", r#""""#, "icp_subject.principal_info.certificate_photo_back", "material.missing"),
    ("/icp_applets/base_info/service_content_types", "[]", "icp_applets.base_info.service_content_types", "service.field-missing"),
    ("/icp_applets/base_info/service_content_types", "[1, 2, 3, 4, 5, 6]", "icp_applets.base_info.service_content_types", "wechat.contents-over-limit"),
    ("/icp_applets/base_info/nrlx_details", r#"[{"type": 1}]"#, "icp_applets.base_info.nrlx_details", "service.pre-approval-not-applicable"),
    ("/icp_applets/base_info/comment", r#""读书笔记""#, "icp_applets.base_info.comment", "wechat.comment-length"),
    ("/icp_applets/principal_info/mobile", r#""1358800300""#, "icp_applets.principal_info.mobile", "person.mobile-invalid"),
    ("/icp_applets/principal_info/certificate_number", r#""330106199509213326""#, "icp_applets.principal_info", "person.not-the-individual"),
    ("/icp_applets/principal_info/verify_task_id", r#""""#, "icp_applets.principal_info.verify_task_id", "person.video-verification-missing"),
];

#[test]
fn each_mistake_is_told_at_its_field() {
    let clean: Value = serde_json::from_str(CLEAN).unwrap();
    assert_eq!(told(&clean), BTreeSet::new());
    // More than the platform's month, and less than another provider's three.
    let mut payload = clean.clone();
    for person in ["/icp_subject/principal_info", "/icp_applets/principal_info"] {
        payload.pointer_mut(person).unwrap()["certificate_validity_date_end"] = json!("20270110");
    }
    assert_eq!(told(&payload), BTreeSet::new());
    for (at, value, field, rule) in MISTAKES.iter().copied() {
        let mut payload = clean.clone();
        *payload.pointer_mut(at).unwrap() = serde_json::from_str(value).unwrap();
        let told = told(&payload);
        assert!(told.contains(&(field.to_owned(), rule.to_owned())), "{at}: {told:?}");
    }
}

/// The faulty payload, corrected at every field that the answer names.
#[test]
fn an_organisation_that_fixes_what_it_was_told_passes() {
    let mut payload: Value = serde_json::from_str(FAULTY).unwrap();
    let representative = &mut payload["icp_applets"]["principal_info"];
    representative["certificate_validity_date_start"] = json!("20260901");
    representative["certificate_validity_date_end"] = json!("长期");
    representative["verify_task_id"] = json!("verify-task-id");
    let representative = representative.clone();
    let applet = &mut payload["icp_applets"]["base_info"];
    applet["service_content_types"] = json!([1, 2]);
    applet["nrlx_details"] = json!([{"type": 1, "code": "1012026000", "media": "media-id-of-the-permit"}]);
    applet["comment"] = json!("向用户推送本公司编辑的本地新闻，不含评论与交易功能。");
    let subject = &mut payload["icp_subject"];
    subject["base_info"]["address"] = json!("粤海街道海天二路26号青榕大厦8层801室");
    subject["organize_info"]["certificate_number"] = json!("91440305MA5HQ27R4T");
    // The legal representative is now the responsible person, and need not be given twice.
    subject["principal_info"] = representative;
    subject.as_object_mut().unwrap().remove("legal_person_info");
    assert_eq!(told(&payload), BTreeSet::new());

    // A mistake in a copy that the program made is reported at the field it was copied from.
    *payload.pointer_mut("/icp_subject/principal_info/certificate_number").unwrap() =
        json!("440305198805160026");
    let told = told(&payload);
    let at_responsible_person = "icp_subject.principal_info.certificate_number".to_owned();
    assert!(
        told.contains(&(at_responsible_person, "principal.certificate-number-invalid".to_owned())),
        "{told:?}"
    );
    assert!(!told.iter().any(|(field, _)| field.contains("legal_person_info")), "{told:?}");
}

/// The fields of the API's documentation.
const API: &[&str] = &[
    "icp_subject",
    "icp_subject.base_info.type",
    "icp_subject.base_info.name",
    "icp_subject.base_info.province",
    "icp_subject.base_info.city",
    "icp_subject.base_info.district",
    "icp_subject.base_info.address",
    "icp_subject.base_info.comment",
    "icp_subject.personal_info.residence_permit",
    "icp_subject.organize_info",
    "icp_subject.organize_info.certificate_type",
    "icp_subject.organize_info.certificate_number",
    "icp_subject.organize_info.certificate_address",
    "icp_subject.organize_info.certificate_photo",
    "icp_subject.principal_info",
    "icp_subject.legal_person_info",
    "icp_subject.legal_person_info.name",
    "icp_subject.legal_person_info.certificate_number",
    "icp_applets",
    "icp_applets.base_info.appid",
    "icp_applets.base_info.name",
    "icp_applets.base_info.service_content_types",
    "icp_applets.base_info.nrlx_details",
    "icp_applets.base_info.comment",
    "icp_applets.principal_info",
    "icp_applets.principal_info.verify_task_id",
    "icp_materials",
    "icp_materials.commitment_letter",
    "icp_materials.business_name_change_letter",
    "icp_materials.party_building_confirmation_letter",
    "icp_materials.authenticity_commitment_letter",
    "icp_materials.website_construction_proposal",
    "icp_materials.subject_other_materials",
    "icp_materials.applets_other_materials",
];

/// The fields that both responsible persons have.
const OF_RESPONSIBLE_PERSONS: &[&str] = &[
    "name",
    "mobile",
    "email",
    "emergency_contact",
    "certificate_type",
    "certificate_number",
    "certificate_validity_date_start",
    "certificate_validity_date_end",
    "certificate_photo_front",
    "certificate_photo_back",
    "authorization_letter",
];

#[test]
fn the_fields_are_the_api_s() {
    let people = ["icp_subject.principal_info", "icp_applets.principal_info"];
    let known: BTreeSet<String> = API
        .iter()
        .map(ToString::to_string)
        .chain(people.iter().flat_map(|responsible_person| {
            OF_RESPONSIBLE_PERSONS.iter().map(move |field| format!("{responsible_person}.{field}"))
        }))
        .collect();
    let used: BTreeSet<String> = FIELDS.iter().map(|(_, field, _)| (*field).to_owned()).collect();
    assert_eq!(used.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
    // The others are read together with another field, or filled in by the platform.
    let unused: Vec<&str> = known.difference(&used).map(String::as_str).collect();
    assert_eq!(
        unused,
        ["icp_applets.base_info.appid", "icp_subject.base_info.city", "icp_subject.base_info.province"]
    );
    let places: BTreeSet<&str> =
        FIELDS.iter().map(|(place, _, _)| *place).chain(NOT_ASKED.iter().map(|(place, _)| *place)).collect();
    assert_eq!(places.len(), FIELDS.len() + NOT_ASKED.len(), "each place once");
}

/// A place in an order as the key by which the program looks it up.
fn keys(path: &FieldPath) -> String {
    let keys = path.segments().iter().filter_map(|segment| match segment {
        Segment::Key(key) => Some(format!("/{}", key.as_str())),
        _ => None,
    });
    keys.collect()
}

/// Whether the target is in the same part of the payload as the place.
fn is_near(place: &str, target: Target) -> bool {
    match (target, place) {
        (Target::NotAsked(_), _) => true,
        (Target::Field(field, _), "" | "/kind" | "/principal") => field == "icp_subject",
        // A place without a field of its own falls back to the subject, which stands for the order.
        (Target::Field(field, _), place) => {
            let is_of = |part: &str| field.starts_with(part) || field.starts_with("icp_materials");
            field != "icp_subject"
                && match place {
                    _ if place.contains("/video_verification") => field.ends_with("verify_task_id"),
                    _ if place.starts_with("/principal/") => is_of("icp_subject."),
                    _ if place.starts_with("/services") => is_of("icp_applets"),
                    _ => is_of("icp_materials"),
                }
        }
        (Target::Copy, _) => false,
    }
}

/// Every field of a form, and every place of a finding in the cases, has a field in the API, or a reason for
/// having none.
#[test]
fn every_place_of_an_order_has_its_place_in_the_api() {
    let mut places = BTreeSet::new();
    for principal in PrincipalKind::ALL.iter().copied() {
        let request = FormRequest::new(OrderKind::FirstFiling, principal).with_service(ServiceKind::App);
        let form = Form::of(&request, &Rulebook::default());
        for field in form.fields().filter(|field| field.requirement.is_asked()) {
            let slots = vec![0; field.path.lists().count()];
            places.insert(keys(&field.path.at(&slots).unwrap()));
        }
    }
    for (case, report) in common::reported() {
        if case.json["order"]["kind"] == OrderKind::FirstFiling.as_str() {
            places.extend(report.findings.iter().map(|finding| keys(&finding.path)));
        }
    }
    assert!(places.len() > 60, "{}", places.len());
    let lost: Vec<_> = places.iter().filter(|place| !is_near(place, target(place))).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// The messages say first what is wrong and then what to do: cut in between, each half makes sense alone.
#[test]
fn messages_are_cut_into_error_and_suggestion() {
    let mut with_suggestion = 0;
    for rule in Rule::all() {
        for language in [Language::Zh, Language::En] {
            let (error, suggest) = answer::halves(rule.template(language), language);
            assert!(
                !error.is_empty() && error.matches(['“', '（']).count() == error.matches(['”', '）']).count(),
                "{error}"
            );
            with_suggestion += usize::from(suggest.is_some());
        }
    }
    assert!(with_suggestion > Rule::all().count(), "{with_suggestion}");
}
