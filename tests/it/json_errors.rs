//! Errors of `Request::from_json`: their places, their texts, and what they never repeat.
#![allow(clippy::needless_raw_string_hashes)] // one form for all rows

use std::collections::BTreeSet;

use beian::order::{DeregisterPrincipal, Filing};
use beian::service::{App, PlatformKind, ServiceKind, Website, WebsiteContent};
use beian::{JsonError, Language, MaterialKind, Order, OrderKind, Principal, Request, ResponsiblePerson};
use proptest::prelude::*;
use serde_json::{json, Value};

/// Marks the end of the wrong part of a document: the mark follows its last byte.
const MARK: char = '¦';

fn read(json: &str) -> Result<Request, JsonError> {
    Request::from_json(json.as_bytes())
}

/// Reads a document with a mark in it; the error has to be at the mark.
fn error_at_mark(marked: &str) -> JsonError {
    let (before, _) = marked.split_once(MARK).unwrap();
    let error = read(&marked.replace(MARK, "")).unwrap_err();
    let line = before.split('\n').count();
    let column = before.rsplit('\n').next().unwrap().len();
    assert_eq!((error.line(), error.column()), (line, column), "{marked}: {error}");
    assert_chinese(&error);
    error
}

/// What an error says in Chinese is Chinese throughout: apart from what stands in back ticks, and from names of the technology.
fn assert_chinese(error: &JsonError) {
    let said = error.message(Language::Zh);
    let words: String = said.split('`').step_by(2).collect();
    let words = ["null", "UTF-8", "BOM"].iter().fold(words, |words, name| words.replace(name, ""));
    assert!(!words.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    let names = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    if !error.accepted().is_empty() {
        // The names may come in another order, and none is lost.
        let [mut zh, mut en] = [Language::Zh, Language::En].map(|language| names(error.message(language)));
        zh.sort();
        en.sort();
        assert_eq!(zh, en, "{said}");
    }
    assert!(error.show(Language::Zh).to_string().ends_with(&format!("：{said}")));
}

/// Checks `document, path, message` of errors that accept `accepted`.
fn assert_errors(accepted: &[&str], cases: &[(&str, &str, &str)]) {
    for (marked, path, message) in cases {
        let error = error_at_mark(marked);
        assert_eq!((error.path(), error.message(Language::En)), (*path, *message), "{marked}");
        assert_eq!(error.accepted(), accepted, "{marked}");
    }
}

/// The same, where the message itself lists what is accepted.
fn assert_listed(accepted: &[&str], cases: &[(&str, &str, &str)]) {
    for (marked, path, message) in cases {
        let error = error_at_mark(marked);
        assert_eq!((error.path(), error.accepted()), (*path, &*owned(accepted)), "{marked}");
        let listed: Vec<String> = accepted.iter().map(|name| format!("`{name}`")).collect();
        let listed = match listed.as_slice() {
            [one] => one.clone(),
            // Serde joins two names with "or".
            [one, other] if error.message(Language::En).contains(" or ") => format!("{one} or {other}"),
            _ => format!("one of {}", listed.join(", ")),
        };
        assert_eq!(error.message(Language::En), format!("{message}, expected {listed}"), "{marked}");
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

fn tagged<'a>(keys: &[&'a str]) -> Vec<&'a str> {
    [&["kind"], keys].concat()
}

/// Editors on Windows put a byte order mark in front of a file.
#[test]
fn a_byte_order_mark_is_named() {
    let error = read("\u{feff}{\"order\": {\"kind\": \"first_filing\"}}").unwrap_err();
    assert_eq!(error.message(Language::En), "a byte order mark before the document: save it without one");
    assert_eq!((error.line(), error.path(), error.accepted().len()), (1, "", 0));
}

#[test]
fn what_is_no_utf_8_is_told_by_its_place() {
    for (before, after, path) in [
        (
            r#"{"order": {"kind": "add_service", "principal": {"name": "张三"#,
            r#""}}}"#,
            "/order/principal/name",
        ),
        (
            r#"{"order": {"kind": "add_service", "services": [{"kind": "app"}, {"name": ""#,
            r#""}]}}"#,
            "/order/services/1/name",
        ),
    ] {
        let json = [before.as_bytes(), &[0xd5, 0xc5], after.as_bytes()].concat();
        let error = Request::from_json(&json).unwrap_err();
        assert_eq!(
            (error.path(), error.message(Language::En)),
            (path, "invalid unicode code point"),
            "{before}"
        );
        assert_eq!(error.line(), 1);
    }
}

#[test]
fn an_order_by_itself_is_read_with_the_same_errors() {
    let order =
        Order::from_json(r#"{"kind": "add_service", "principal": {"name": "张三"}}"#.as_bytes()).unwrap();
    assert_eq!(order.principal().unwrap().name.as_deref(), Some("张三"));
    let error = Order::from_json(br#"{"kind": "add_service", "principal": {"nmae": "a"}}"#).unwrap_err();
    assert_eq!((error.path(), error.column()), ("/principal/nmae", 44));
    assert_eq!(error.accepted(), owned(Principal::KEYS));
}

#[test]
fn an_unknown_key() {
    #[rustfmt::skip]
    assert_listed(&["order", "context"], &[
        (r#"{"order": {"kind": "first_filing"}, "contxt"¦: {"today": "2026-11-23"}}"#, "/contxt", "unknown field `contxt`"),
    ]);
    #[rustfmt::skip]
    assert_listed(ResponsiblePerson::KEYS, &[
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {"phone"¦: "13800138000"}}}}"#, "/order/principal/responsible_person/phone", "unknown field `phone`"),
        (r#"{"order": {"kind": "add_service", "services": [{"kind": "app"}, {"kind": "app", "responsible_person": {"id.no"¦: 1}}]}}"#, "/order/services/1/responsible_person/id.no", "unknown field `id.no`"),
        // Registry and order give the same errors.
        ("{\"context\": {\"registry\": {\"principals\": [\n  {},\n  {\"principal\": {\"responsible_person\": {\"phone\"¦: 1}}}]}}}", "/context/registry/principals/1/principal/responsible_person/phone", "unknown field `phone`"),
        // A key that does not look like one is not repeated.
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {"13800138000"¦: 1}}}}"#, "/order/principal/responsible_person/…", "unknown field `…`"),
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {"张三"¦: 1}}}}"#, "/order/principal/responsible_person/…", "unknown field `…`"),
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {"a\"\\b"¦: 1}}}}"#, "/order/principal/responsible_person/…", "unknown field `…`"),
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {""¦: 1}}}}"#, "/order/principal/responsible_person/", "unknown field ``"),
    ]);
    #[rustfmt::skip]
    assert_listed(&tagged(Filing::KEYS), &[
        (r#"{"order": {"kind": "add_service", "principle"¦: 1}}"#, "/order/principle", "unknown field `principle` of `add_service`"),
    ]);
}

/// A key of another kind: the error is at the key, whether it came before `kind` or after.
#[test]
fn a_key_of_another_kind() {
    #[rustfmt::skip]
    assert_listed(&tagged(DeregisterPrincipal::KEYS), &[
        (r#"{"order": {"kind": "deregister_principal", "services"¦: []}}"#, "/order/services", "unknown field `services` of `deregister_principal`"),
        (r#"{"order": {"services"¦: [], "kind": "deregister_principal"}}"#, "/order/services", "unknown field `services` of `deregister_principal`"),
    ]);
    #[rustfmt::skip]
    assert_listed(&tagged(Website::KEYS), &[
        (r#"{"order": {"kind": "first_filing", "services": [{"kind": "app"}, {"kind": "website", "platforms"¦: []}]}}"#, "/order/services/1/platforms", "unknown field `platforms` of `website`"),
        (r#"{"order": {"kind": "first_filing", "services": [{"platforms": [], "kind": "app"}, {"name": "platforms", "platforms"¦: [], "kind": "website", "remark": "{"}]}}"#, "/order/services/1/platforms", "unknown field `platforms` of `website`"),
        ("{\"order\": {\"kind\": \"first_filing\", \"services\": [{\n  \"uses_sdks\"¦: [],\n  \"kind\": \"website\"\n}]}}", "/order/services/0/uses_sdks", "unknown field `uses_sdks` of `website`"),
        // Behind `kind`, the value of the key is not read.
        (r#"{"order": {"services": [{"name": "甲", "kind": "website", "platforms"¦: 7}]}}"#, "/order/services/0/platforms", "unknown field `platforms` of `website`"),
        // In front of `kind`, the key might still belong to some kind.
        (r#"{"order": {"services": [{"provides_sdk"¦: true, "kind": "website"}]}}"#, "/order/services/0/provides_sdk", "unknown field `provides_sdk` of `website`"),
    ]);
    // A key of no kind is refused at once; the message lists the keys of all kinds.
    let error = error_at_mark(r#"{"order": {"services": [{"domain"¦: [], "kind": "website"}]}}"#);
    let named: BTreeSet<&str> = error.accepted().iter().map(String::as_str).collect();
    let known = ["kind"].iter().chain(App::KEYS).chain(Website::KEYS).copied().collect();
    assert_eq!((error.path(), named), ("/order/services/0/domain", known));
    assert!(
        error.message(Language::En).starts_with("unknown field `domain`, expected one of `kind`, "),
        "{error}"
    );
}

#[test]
fn a_value_of_another_type() {
    #[rustfmt::skip]
    assert_errors(&["a string"], &[
        (r#"{"order": {"kind": "add_service", "principal": {"name": 13800138000¦}}}"#, "/order/principal/name", "invalid type: a number, expected a string"),
        (r#"{"order": {"kind": "add_service", "principal": {"name": -1.5¦}}}"#, "/order/principal/name", "invalid type: a number, expected a string"),
        (r#"{"order": {"kind": "add_service", "principal": {"name": true¦}}}"#, "/order/principal/name", "invalid type: a boolean, expected a string"),
        (r#"{"order": {"kind": "add_service", "principal": {"name": [¦"张三"]}}}"#, "/order/principal/name", "invalid type: a list, expected a string"),
        (r#"{"order": {"kind": "add_service", "principal": {"name": []¦}}}"#, "/order/principal/name", "invalid type: a list, expected a string"),
        (r#"{"order": {"kind": "add_service", "principal": {"name": {¦"zh": "张三"}}}}"#, "/order/principal/name", "invalid type: an object, expected a string"),
        (r#"{"order": {"kind": "cancel_access", "service_numbers": ["a", null¦]}}"#, "/order/service_numbers/1", "invalid type: null, expected a string"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["true", "false"], &[
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {"mobile_verified": "13800138000"¦}}}}"#, "/order/principal/responsible_person/mobile_verified", "invalid type: a string, expected `true` or `false`"),
        (r#"{"order": {"kind": "add_service", "principal": {"responsible_person": {"mobile_verified": 1¦}}}}"#, "/order/principal/responsible_person/mobile_verified", "invalid type: a number, expected `true` or `false`"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["a list"], &[
        (r#"{"order": {"kind": "add_service", "services": {¦"kind": "app"}}}"#, "/order/services", "invalid type: an object, expected a list"),
        (r#"{"order": {"kind": "add_service", "services": "app"¦}}"#, "/order/services", "invalid type: a string, expected a list"),
        (r#"{"order": {"kind": "add_service", "services": 7¦}}"#, "/order/services", "invalid type: a number, expected a list"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["an object"], &[
        (r#"{"order": null¦}"#, "/order", "invalid type: null, expected an object"),
        (r#"{"order": {"kind": "add_service", "services": [{"kind": "app"}, "app"¦]}}"#, "/order/services/1", "invalid type: a string, expected an object"),
        (r#"{"order": {"kind": "add_service", "services": [{"kind": "app"}, [¦"app"]]}}"#, "/order/services/1", "invalid type: a list, expected an object"),
        ("\"13800138000\"¦", "", "invalid type: a string, expected an object"),
        ("[]¦", "", "invalid type: a list, expected an object"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["a whole number from 0"], &[
        (r#"{"order": {"kind": "add_service", "materials": [{"kind": "other", "bytes": "10 MB"¦}]}}"#, "/order/materials/0/bytes", "invalid type: a string, expected a whole number from 0"),
        (r#"{"order": {"kind": "add_service", "materials": [{"kind": "other", "bytes": -1¦}]}}"#, "/order/materials/0/bytes", "invalid type: a negative number, expected a whole number from 0"),
        (r#"{"order": {"kind": "add_service", "materials": [{"kind": "other", "bytes": 0.5¦}]}}"#, "/order/materials/0/bytes", "invalid type: a number with a fraction, expected a whole number from 0"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["a whole number from 0 to 4294967295"], &[
        (r#"{"order": {"services": [{"resources": [{"services_filed": 4294967296¦, "kind": "cloud_server"}]}]}}"#, "/order/services/0/resources/0/services_filed", "invalid value: a number that large, expected a whole number from 0 to 4294967295"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["YYYY-MM-DD"], &[
        (r#"{"context": {"today": "23.11.2026"¦}}"#, "/context/today", "invalid value: a string that is no date, expected a date, `YYYY-MM-DD`"),
        (r#"{"context": {"today": "2026-02-29"¦}}"#, "/context/today", "invalid value: a string that is no date, expected a date, `YYYY-MM-DD`"),
        (r#"{"context": {"today": 20261123¦}}"#, "/context/today", "invalid type: a number, expected a date, `YYYY-MM-DD`"),
        (r#"{"context": {"today": true¦}}"#, "/context/today", "invalid type: a boolean, expected a date, `YYYY-MM-DD`"),
        (r#"{"context": {"today": null¦}}"#, "/context/today", "invalid type: null, expected a date, `YYYY-MM-DD`"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["YYYY-MM-DD", "long_term"], &[
        (r#"{"order": {"principal": {"certificate": {"valid_until": "长期"¦}}}}"#, "/order/principal/certificate/valid_until", "invalid value: a string that is neither, expected a date, `YYYY-MM-DD`, or `long_term`"),
        (r#"{"order": {"principal": {"certificate": {"valid_until": "long-term"¦}}}}"#, "/order/principal/certificate/valid_until", "invalid value: a string that is neither, expected a date, `YYYY-MM-DD`, or `long_term`"),
    ]);
}

#[test]
fn a_name_that_is_not_in_the_list() {
    let order_kinds: Vec<&str> = OrderKind::ALL.iter().map(|kind| kind.as_str()).collect();
    #[rustfmt::skip]
    assert_listed(&order_kinds, &[
        (r#"{"order": {"kind": "first_filling"¦}}"#, "/order/kind", "unknown variant `first_filling`"),
        (r#"{"order": {"kind": "首次备案"¦}}"#, "/order/kind", "unknown variant `…`"),
        (r#"{"order": {"kind": 1¦}}"#, "/order/kind", "invalid type: a number"),
        (r#"{"order": {"kind": null¦}}"#, "/order/kind", "invalid type: null"),
    ]);
    #[rustfmt::skip]
    assert_listed(&["website", "app"], &[
        (r#"{"order": {"services": [{"kind": "mini_program"¦}]}}"#, "/order/services/0/kind", "unknown variant `mini_program`"),
        (r#"{"order": {"services": [{"kind": "Website"¦}]}}"#, "/order/services/0/kind", "unknown variant `Website`"),
        (r#"{"order": {"services": [{"kind": "web"¦}]}}"#, "/order/services/0/kind", "unknown variant `web`"),
        (r#"{"order": {"services": [{"kind": ""¦}]}}"#, "/order/services/0/kind", "unknown variant ``"),
    ]);
    #[rustfmt::skip]
    assert_listed(&["privacy_statement", "terms", "commitment_letter"], &[
        (r#"{"order": {"agreements": ["terms", "privacy"¦]}}"#, "/order/agreements/1", "unknown variant `privacy`"),
    ]);
    #[rustfmt::skip]
    assert_listed(&["cloud_server"], &[
        (r#"{"order": {"services": [{"resources": [{"kind": "load_balancer", "bound_server": {"kind": "serverless"¦}}]}]}}"#, "/order/services/0/resources/0/bound_server/kind", "unknown variant `serverless`"),
    ]);
    // The contents of a website, whether its kind was read before or after them.
    let contents: Vec<&str> = WebsiteContent::ALL.iter().map(|content| content.as_str()).collect();
    #[rustfmt::skip]
    assert_listed(&contents, &[
        (r#"{"order": {"services": [{"kind": "website", "contents": ["other", "shopping"¦]}]}}"#, "/order/services/0/contents/1", "unknown variant `shopping`"),
        (r#"{"order": {"services": [{"name": "甲", "kind": "website", "contents": ["other", "shopping"¦]}]}}"#, "/order/services/0/contents/1", "unknown variant `shopping`"),
        (r#"{"order": {"services": [{"name": "甲", "kind": "website", "contents": [true¦]}]}}"#, "/order/services/0/contents/0", "invalid type: a boolean"),
        (r#"{"order": {"services": [{"contents": ["other", "shopping"¦], "kind": "website", "name": "shopping"}]}}"#, "/order/services/0/contents/1", "unknown variant `shopping`"),
        ("{\"order\": {\"services\": [{\"kind\": \"app\", \"contents\": [\"甲\"]}, {\n  \"contents\": [\n    \"甲\"¦\n  ],\n  \"kind\": \"website\"\n}]}}", "/order/services/1/contents/0", "unknown variant `…`"),
    ]);
}

#[test]
fn a_key_that_is_missing() {
    let services: Vec<&str> = ServiceKind::ALL.iter().map(|kind| kind.as_str()).collect();
    #[rustfmt::skip]
    assert_listed(&services, &[
        (r#"{"order": {"services": [{"kind": "app"}, {}¦]}}"#, "/order/services/1", "missing field `kind`"),
        (r#"{"order": {"services": [{"kind": "app"}, {"name": "甲", "platforms": []}¦]}}"#, "/order/services/1", "missing field `kind`"),
        ("{\"order\": {\"services\": [\n  {\n    \"name\": \"甲\"\n  }¦\n]}}", "/order/services/0", "missing field `kind`"),
    ]);
    let materials: Vec<&str> = MaterialKind::ALL.iter().map(|kind| kind.as_str()).collect();
    #[rustfmt::skip]
    assert_listed(&materials, &[
        (r#"{"order": {"materials": [{"format": "jpeg"}¦]}}"#, "/order/materials/0", "missing field `kind`"),
    ]);
    let platforms: Vec<&str> = PlatformKind::ALL.iter().map(|kind| kind.as_str()).collect();
    #[rustfmt::skip]
    assert_listed(&platforms, &[
        (r#"{"order": {"services": [{"kind": "app", "platforms": [{"domains": []}¦]}]}}"#, "/order/services/0/platforms/0", "missing field `platform`"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["order"], &[
        (r#"{"context": {"today": "2026-11-23"}}¦"#, "", "missing field `order`"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["context"], &[
        (r#"{"order": {"kind": "first_filing"}}¦"#, "", "missing field `context`"),
    ]);
    #[rustfmt::skip]
    assert_errors(&["YYYY-MM-DD"], &[
        (r#"{"order": {"kind": "first_filing"}, "context": {}¦}"#, "/context", "missing field `today`, expected `YYYY-MM-DD`"),
    ]);
}

#[test]
fn a_key_that_stands_twice() {
    #[rustfmt::skip]
    assert_errors(&[], &[
        (r#"{"order": {"kind": "first_filing"}, "order"¦: {"kind": "first_filing"}}"#, "/order", "duplicate field `order`"),
        (r#"{"order": {"kind": "first_filing", "kind"¦: "first_filing"}}"#, "/order/kind", "duplicate field `kind`"),
        (r#"{"order": {"principal": {"responsible_person": {"mobile": "1", "mobile"¦: "2"}}}}"#, "/order/principal/responsible_person/mobile", "duplicate field `mobile`"),
        (r#"{"order": {"principal": {"responsible_person": {"mobile": "1", "email": "2", "mobile"¦: "1"}}}}"#, "/order/principal/responsible_person/mobile", "duplicate field `mobile`"),
        (r#"{"order": {"services": [{"contents": [], "contents"¦: []}]}}"#, "/order/services/0/contents", "duplicate field `contents`"),
        (r#"{"context": {"account": null, "account"¦: null}}"#, "/context/account", "duplicate field `account`"),
    ]);
}

#[test]
fn what_is_no_json() {
    #[rustfmt::skip]
    assert_errors(&[], &[
        ("¦", "", "EOF while parsing a value"),
        ("  \n ¦", "", "EOF while parsing a value"),
        ("{¦", "", "EOF while parsing an object"),
        (r#"{"order"¦"#, "/order", "EOF while parsing an object"),
        (r#"{"order": {"kind": "first_filing", "services": [¦"#, "/order/services", "EOF while parsing a list"),
        (r#"{"order": {"principal": {"name": "张三¦"#, "/order/principal/name", "EOF while parsing a string"),
        (r#"{"order": {"kind": "first_filing",}¦}"#, "/order", "trailing comma"),
        (r#"{"order": {"kind": "first_filing" "¦principal": {}}}"#, "/order/kind", "expected `,` or `}`"),
        (r#"{"order": {"services": [{"kind": "app"} {¦}]}}"#, "/order/services/0", "expected `,` or `]`"),
        (r#"{"order": {k¦ind: "first_filing"}}"#, "/order", "key must be a string"),
        (r#"{'¦order': {}}"#, "", "key must be a string"),
        (r#"{"order" =¦ {}}"#, "/order", "expected `:`"),
        (r#"{"order": {"principal": {"name": tru}¦}}"#, "/order/principal/name", "expected ident"),
        (r#"{"order": {"principal": {"name": z¦hang}}}"#, "/order/principal/name", "expected value"),
        (r#"{"order": {"principal": {"name": 01¦}}}"#, "/order/principal/name", "invalid number"),
        (r#"{"order": {"principal": {"name": "a\x¦"}}}"#, "/order/principal/name", "invalid escape"),
        (r#"{"order": {"principal": {"name": "\ud800"¦}}}"#, "/order/principal/name", "unexpected end of hex escape"),
        ("{\"order\": {\"principal\": {\"name\": \"a\n¦b\"}}}", "/order/principal/name", "control character (\\u0000-\\u001F) found while parsing a string"),
        (r#"{"order": {"kind": "first_filing"}, "context": {"today": "2026-11-23"}} x¦"#, "", "trailing characters"),
        ("{\"order\": {\"kind\": \"first_filing\"}, \"context\": {\"today\": \"2026-11-23\"}}\n{¦}", "", "trailing characters"),
    ]);
    // A file in GBK, not in UTF-8.
    let error =
        Request::from_json(b"{\"order\": {\"principal\": {\"name\": \"\xc9\xee\xdb\xda\"}}}").unwrap_err();
    assert_eq!(
        (error.path(), error.message(Language::En)),
        ("/order/principal/name", "invalid unicode code point")
    );
}

#[test]
fn the_error_as_a_sentence() {
    let error = error_at_mark("{\"order\": {\"kind\": \"first_filing\"},\n \"context\": {\"toady\"¦: 1}}");
    assert_eq!(
        error.to_string(),
        "line 2 column 20 at /context/toady: unknown field `toady`, expected one of `today`, `account`, \
         `target_account`, `registry`, `edited_on`, `type_verification`, `business_register`"
    );
    assert_eq!(
        error_at_mark("1¦").to_string(),
        "line 1 column 1 at the document: invalid type: a number, expected an object"
    );
}

/// A caller who knows the day may leave it out of the document, and still gets errors at their places.
#[test]
fn the_day_can_come_from_the_caller() {
    let today = "2026-11-23".parse().unwrap();
    let order = r#"{"kind": "deregister_hollow_principal"}"#;
    for (json, day) in [
        (format!(r#"{{"order": {order}, "context": {{"today": "2026-11-20"}}}}"#), "2026-11-20"),
        (format!(r#"{{"order": {order}, "context": {{}}}}"#), "2026-11-23"),
        (format!(r#"{{"order": {order}, "context": {{ }} }}"#), "2026-11-23"),
        (format!(r#"{{"context": {{"account": {{"id": "1"}}}}, "order": {order}}}"#), "2026-11-23"),
        (format!("{{\"context\": {{\n\"account\": null\n}},\n\"order\": {order}}}"), "2026-11-23"),
        (format!(r#"{{"order": {order}}}"#), "2026-11-23"),
    ] {
        let request = Request::from_json_on(json.as_bytes(), today).unwrap();
        assert_eq!(request.context.today.to_string(), day, "{json}");
        assert_eq!(request.context.account.is_some(), json.contains(r#""id""#), "{json}");
    }
    for (marked, path, message) in [
        ("{}¦", "", "missing field `order`"),
        (r#"{"context": {}}¦"#, "", "missing field `order`"),
        (r#"{"order": {"kind": "app"¦}}"#, "/order/kind", "unknown variant `app`"),
        (r#"{"context": {}, "order": {"kind": "app"¦}}"#, "/order/kind", "unknown variant `app`"),
        (
            r#"{"context": {"account": {}}, "order": {"kind": "app"¦}}"#,
            "/order/kind",
            "unknown variant `app`",
        ),
        ("{\"context\": {},\n\"order\": {\"kind\": \"app\"¦}}", "/order/kind", "unknown variant `app`"),
        (r#"{"context": {}, "orders"¦: {}}"#, "/orders", "unknown field `orders`"),
        (r#"{"context": {"todya"¦: ""}}"#, "/context/todya", "unknown field `todya`"),
        (r#"{"context": {"today": 7¦}}"#, "/context/today", "invalid type: a number"),
        (r#"{"context": {}, "order": {"kind": "cancel_access"}} x¦"#, "", "trailing characters"),
        (r#"{"order": {"kind": "cancel_access"}} x¦"#, "", "trailing characters"),
    ] {
        let (before, _) = marked.split_once(MARK).unwrap();
        let error = Request::from_json_on(marked.replace(MARK, "").as_bytes(), today).unwrap_err();
        let (line, column) = (before.split('\n').count(), before.rsplit('\n').next().unwrap().len());
        assert_eq!((error.line(), error.column(), error.path()), (line, column, path), "{marked}: {error}");
        assert!(error.message(Language::En).starts_with(message), "{marked}: {error}");
    }
}

const REQUEST: &str = include_str!("../../examples/orders/clean.json");

/// The personal texts of the request, which no error may repeat.
fn secrets(request: &Value) -> BTreeSet<String> {
    const PERSONAL: [&str; 7] =
        ["name", "number", "mailing_address", "mobile", "emergency_contact", "email", "remark"];
    let mut secrets = BTreeSet::new();
    each(&request["order"]["principal"], &mut String::new(), &mut |path, value| {
        let key = path.rsplit('/').next().unwrap_or_default();
        if let (true, Some(text)) = (PERSONAL.contains(&key), value.as_str()) {
            secrets.insert(text.to_owned());
        }
    });
    assert_eq!(secrets.len(), 8, "{secrets:?}");
    secrets
}

/// Every value of a document, with its path.
fn each(value: &Value, path: &mut String, see: &mut impl FnMut(&str, &Value)) {
    see(path, value);
    let children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(i, value)| (i.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        let length = path.len();
        path.push('/');
        path.push_str(&step);
        each(child, path, see);
        path.truncate(length);
    }
}

fn assert_keeps(secrets: &BTreeSet<String>, json: &[u8]) {
    let Err(error) = Request::from_json(json) else { return };
    let said = format!("{error} {error:?}");
    for secret in secrets {
        assert!(!said.contains(secret.as_str()), "{secret}: {said}");
        // A number may stand without quotation marks, so that its digits alone are searched for.
        if secret.len() > 6 && secret.bytes().all(|byte| byte.is_ascii_digit()) {
            assert!(!said.contains(&secret[..6]), "{secret}: {said}");
        }
    }
}

/// Every personal text in every wrong place: as a value, a number, a list, a key.
#[test]
fn personal_texts_are_not_repeated_wherever_they_stand() {
    let request: Value = serde_json::from_str(REQUEST).unwrap();
    let secrets = secrets(&request);
    let mut paths = Vec::new();
    each(&request, &mut String::new(), &mut |path, _| paths.push(path.to_owned()));
    let assert_keeps_at = |path: &str, wrong: Value| {
        let mut request = request.clone();
        *request.pointer_mut(path).unwrap() = wrong;
        assert_keeps(&secrets, request.to_string().as_bytes());
    };
    for (path, in_turn) in paths.iter().zip(secrets.iter().cycle()) {
        for secret in &secrets {
            assert_keeps_at(path, json!(secret));
        }
        assert_keeps_at(path, json!([in_turn]));
        assert_keeps_at(path, json!({ in_turn: in_turn }));
        assert_keeps_at(path, json!(13_800_138_000_u64));
        if let Some(object) = request.pointer(path).and_then(Value::as_object) {
            for secret in &secrets {
                let mut object = object.clone();
                object.insert(secret.clone(), json!(1));
                assert_keeps_at(path, object.into());
            }
        }
    }
}

/// Documents that are cut, or have one byte too many, anywhere.
#[test]
fn personal_texts_are_not_repeated_where_json_breaks() {
    let request: Value = serde_json::from_str(REQUEST).unwrap();
    let secrets = secrets(&request);
    let principal =
        json!({"order": {"kind": "first_filing", "principal": request["order"]["principal"]}}).to_string();
    for end in 0..principal.len() {
        let (before, after) = principal.as_bytes().split_at(end);
        assert_keeps(&secrets, before);
        for byte in [b'"', b'{', b']', b',', b'7', b'\\', 0xff] {
            assert_keeps(&secrets, &[before, &[byte], after].concat());
        }
    }
}

proptest! {
    /// Any bytes give a request, or an error with a place inside them.
    #[test]
    fn every_error_has_a_place(bytes in proptest::collection::vec(any::<u8>(), 0..40), at in 0..REQUEST.len()) {
        let spliced = [&REQUEST.as_bytes()[..at], &bytes, &REQUEST.as_bytes()[at..]].concat();
        for json in [&bytes, &spliced] {
            if let Err(error) = Request::from_json(json) {
                let lines: Vec<&[u8]> = json.split(|byte| *byte == b'\n').collect();
                prop_assert!((1..=lines.len()).contains(&error.line()));
                prop_assert!(error.column() <= lines[error.line() - 1].len());
                prop_assert!(error.path().is_empty() || error.path().starts_with('/'));
            }
        }
    }
}
