//! The HTML page of a report: it loads nothing, is well-formed, and leaves nothing out.

mod page;
#[path = "../../examples/report_html/main.rs"]
#[allow(dead_code)] // `main`
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;

use beian::{FieldPath, Finding, Language, Report, Request, Rule, Rulebook, Severity, Text};
use page::{Element, Page};
use serde_json::Value;

use crate::common;

const CARRIED: [&str; 3] = [
    include_str!("../../examples/orders/clean.json"),
    include_str!("../../examples/orders/faulty.json"),
    include_str!("../../examples/orders/half_filled.json"),
];

fn carried() -> impl Iterator<Item = Request> {
    CARRIED.iter().map(|json| Request::from_json(json.as_bytes()).unwrap())
}

/// An order with its report and its page.
struct Reported {
    request: Request,
    report: Report,
    page: Page,
}

/// The carried orders, clean ones of every kind, and a case of every rule.
fn reported() -> &'static [Reported] {
    static ALL: OnceLock<Vec<Reported>> = OnceLock::new();
    ALL.get_or_init(|| {
        let clean = common::orders().into_iter().map(|name| common::request(&common::order(&name)).unwrap());
        let mut cases: Vec<&common::Case> = common::cases().iter().collect();
        cases.dedup_by(|case, before| case.section == before.section);
        let requests = carried().chain(clean).chain(cases.into_iter().map(common::Case::request));
        let reported = |request: Request| {
            let (report, page) = (common::report(&request), page(&request));
            Reported { request, report, page }
        };
        requests.map(reported).collect()
    })
}

fn html(request: &Request) -> String {
    program::page(request, &Rulebook::default(), Language::Zh)
}

fn page(request: &Request) -> Page {
    Page::read(&html(request))
}

/// What the page shows in a language; a text that is the same in both is there once.
fn shown(element: &Element, language: Language) -> String {
    let hidden = match language {
        Language::Zh => "en",
        Language::En => "zh",
    };
    element.text(&|element| !element.has_class(hidden) && !element.has_class("gap"))
}

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// A text as HTML shows it, with white space collapsed.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_is_well_formed_and_can_be_found_one_s_way_in() {
    for Reported { page, .. } in reported() {
        for landmark in ["header", "main", "footer", "h1", "title"] {
            assert_eq!(page.all().filter(|element| element.name == landmark).count(), 1, "{landmark}");
        }
        let ids: Vec<&str> = page.all().filter_map(|element| element.attribute("id")).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "an anchor stands twice");
        for element in page.all() {
            let links = element.attribute("href").and_then(|href| href.strip_prefix('#'));
            for id in links
                .into_iter()
                .chain(["for", "aria-labelledby"].iter().filter_map(|name| element.attribute(name)))
            {
                assert!(known.contains(id), "{} leads nowhere: {id}", element.name);
            }
            if element.name == "section" {
                assert!(element.attribute("aria-labelledby").is_some());
            }
        }
        let mut level = 0;
        for heading in page.all().filter_map(|element| element.name.strip_prefix('h')?.parse::<u32>().ok()) {
            assert!(heading <= level + 1, "h{heading} after h{level}");
            level = heading;
        }
        for language in [("zh", "zh-Hans"), ("en", "en")] {
            let texts = page.all().filter(|element| element.has_class(language.0));
            assert!(texts.into_iter().all(|text| text.attribute("lang") == Some(language.1)));
        }
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    for Reported { page, .. } in reported() {
        for element in page.all() {
            assert!(
                page::ELEMENTS.contains(&element.name.as_str()),
                "{} has no place in the page",
                element.name
            );
            for (name, value) in &element.attributes {
                assert!(page::ATTRIBUTES.contains(&name.as_str()), "{name} has no place in the page");
                if name == "href" {
                    assert!(value.starts_with('#') || value == "data:,", "{value} would be loaded");
                }
            }
        }
    }
    let style = include_str!("../../examples/report_html/page.css");
    for load in ["url(", "@import", "image-set", "src:", "//"] {
        assert!(!style.contains(load), "the style has {load}");
    }
}

/// Whether a finding may be shown at a field: at its place, around it, or, where an object is missing, inside
/// it.
fn is_place_of(field: &FieldPath, finding: &Finding) -> bool {
    finding.path.starts_with(field) || field.starts_with(&finding.path)
}

/// What the applicant reads of a severity.
fn called(severity: Severity) -> Text {
    match severity {
        Severity::Blocker => Text { zh: "须修改", en: "Correct" },
        Severity::Warning => Text { zh: "请留意", en: "Note" },
        _ => Text { zh: "建议", en: "Suggestion" },
    }
}

#[test]
fn every_finding_stands_with_its_field_in_both_languages() {
    for Reported { request, report, page } in reported() {
        // A field is known by its path alone, a file or an agreement also by its kind.
        let is_field =
            |path: &FieldPath| page.by_id(&format!("at{}", path.to_string().replace('/', "-"))).is_some();
        for (index, finding) in report.findings.iter().enumerate() {
            let about = format!("{} at {}", finding.rule(), finding.path);
            let id = format!("finding-{}", index + 1);
            let way = page.way_to(&id).unwrap_or_else(|| panic!("{about} is left out"));
            let here = way.last().unwrap();
            assert_eq!(here.attribute("data-path"), Some(finding.path.to_string().as_str()));
            for language in LANGUAGES {
                let text = shown(here, language);
                let source = finding.source();
                let mut parts = vec![
                    finding.message(language).to_string(),
                    called(finding.severity).get(language).to_owned(),
                    source.document.to_string(),
                    source.section.to_string(),
                ];
                parts.extend(source.date.map(|date| date.to_string()));
                parts.extend(finding.remedy().map(|remedy| remedy.message(language).to_string()));
                for part in parts {
                    assert!(text.contains(&spaced(&part)), "{about}: {part:?} is not in {text:?}");
                }
            }
            match way.iter().rev().find(|element| element.has_class("field")) {
                Some(field) => {
                    let place: FieldPath = field.attribute("data-path").unwrap().parse().unwrap();
                    assert!(is_place_of(&place, finding), "{about} stands at {place}");
                    assert!(!is_field(&finding.path) || place == finding.path, "{about} stands at {place}");
                }
                None => {
                    let step = format!("step-{}", finding.place(&request.order).step.as_str());
                    assert!(way.iter().any(|element| element.attribute("id") == Some(&step)), "{about}");
                    assert!(!is_field(&finding.path), "{about} stands with no field");
                }
            }
            let link = format!("#{id}");
            let is_link = |element: &&Element| element.attribute("href") == Some(&link);
            assert!(
                page.by_id("summary").unwrap().all().any(|element| is_link(&element)),
                "{about}: no link"
            );
        }
        let shown = page.all().filter(|element| element.has_class("finding")).count();
        assert_eq!(shown, report.findings.len());
    }
}

#[test]
fn the_summary_says_whether_the_order_can_be_handed_in() {
    for Reported { report, page, .. } in reported() {
        let verdict = page.all().find(|element| element.has_class("verdict")).unwrap();
        let expected = if report.is_submittable() {
            ["未发现须修改的问题", "Nothing to correct found"]
        } else {
            ["暂不能提交", "Cannot be submitted yet"]
        };
        for (language, expected) in LANGUAGES.into_iter().zip(expected) {
            assert!(shown(verdict, language).contains(expected));
        }
        // Green is what was checked as a whole.
        let is_whole = report.is_submittable() && report.undetermined.is_empty();
        assert_eq!(verdict.has_class("done"), is_whole);
        let blockers = report.blockers().count();
        let text = shown(verdict, Language::Zh);
        assert_eq!(text.contains(&format!("{blockers} 项须修改")), blockers > 0, "{text}");
        // The fault, not what the rule asks for.
        let summary = shown(page.by_id("summary").unwrap(), Language::Zh);
        for finding in report.blockers() {
            let message = finding.message(Language::Zh).to_string();
            let start: String = message.chars().take(6).collect();
            assert!(summary.contains(spaced(&start).as_str()), "{start} is not in {summary}");
        }
    }
}

#[test]
fn what_could_not_be_checked_stands_apart() {
    for Reported { report, page, .. } in reported() {
        let undetermined = &report.undetermined;
        let Some(section) = page.by_id("undetermined") else {
            assert!(undetermined.is_empty());
            continue;
        };
        for language in LANGUAGES {
            let text = shown(section, language);
            for rule in undetermined.iter().map(|undetermined| Rule::from_id(&undetermined.rule).unwrap()) {
                assert!(text.contains(rule.summary(language)) && text.contains(rule.id()), "{rule}");
            }
        }
    }
}

/// Visits the texts that a person typed, with their keys.
fn texts<'a>(value: &'a mut Value, key: &str, visit: &mut dyn FnMut(&str, &'a mut Value)) {
    match value {
        Value::Object(parts) => parts.iter_mut().for_each(|(key, value)| texts(value, key, visit)),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(item, key, visit)),
        Value::String(_) => visit(key, value),
        _ => {}
    }
}

#[test]
fn what_was_given_is_shown_whether_or_not_it_is_asked_for() {
    let public = [
        "name",
        "registrant",
        "remark",
        "id",
        "public_ip",
        "code",
        "filing_number",
        "wechat_country_code",
        "expires_on",
        "real_name_verified_on",
        "valid_from",
        "date",
        "fingerprint",
        "reason",
        "responsible_person_name",
        "region",
        // The page is the applicant's own: an address is compared with what is said of it.
        "address",
        "mailing_address",
    ];
    let mut seen = BTreeSet::new();
    for name in common::orders() {
        let mut json = common::order(&name);
        let page = page(&common::request(&json).unwrap());
        let text = page.root.text(&|_| true);
        texts(&mut json["order"], "", &mut |key, value| {
            if public.contains(&key) {
                let value = value.as_str().unwrap();
                assert!(text.contains(&spaced(value)), "{name}: {key} {value} is left out");
                seen.insert(key.to_owned());
            }
        });
    }
    assert!(seen.len() > 12, "{seen:?}");
}

#[test]
fn personal_numbers_are_masked() {
    let private = ["number", "mobile", "responsible_person_contact", "emergency_contact", "bound_mobile"];
    let clean = common::orders().into_iter().map(|name| common::order(&name).to_string());
    let mut seen = BTreeSet::new();
    for json in CARRIED.iter().map(|json| (*json).to_owned()).chain(clean) {
        let page = html(&Request::from_json(json.as_bytes()).unwrap());
        texts(&mut serde_json::from_str(&json).unwrap(), "", &mut |key, value| {
            if private.contains(&key) {
                assert!(!page.contains(value.as_str().unwrap()), "{key} is shown");
                seen.insert(key.to_owned());
            }
        });
    }
    assert_eq!(seen.len(), private.len());

    // A phone number in a free text is masked too.
    let mut json: Value = serde_json::from_str(CARRIED[0]).unwrap();
    json["order"]["services"][0]["remark"] = "联系电话13800138000，共 3 个页面".into();
    let html = html(&common::request(&json).unwrap());
    assert!(html.contains("联系电话138******00，共 3 个页面") && !html.contains("13800138000"));
}

/// Whatever is typed is shown as text, not as markup.
#[test]
fn hostile_text_is_escaped() {
    for hostile in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style></title></dd><b>",
        "&lt;&amp;&#60;script&#62;",
        "<!-- ]]> <![CDATA[",
    ] {
        let mut json: Value = serde_json::from_str(CARRIED[1]).unwrap();
        let mut typed = 0;
        let mut paths = Vec::new();
        collect(&json["order"], "/order".to_owned(), &mut paths);
        for path in paths {
            let mut next = json.clone();
            *next.pointer_mut(&path).unwrap() = hostile.into();
            // A code or a day can hold nothing else.
            if common::request(&next).is_ok() {
                json = next;
                typed += 1;
            }
        }
        assert!(typed > 40, "{typed}");
        let page = page(&common::request(&json).unwrap());
        assert!(page.all().all(|element| page::ELEMENTS.contains(&element.name.as_str())));
        let text = page.root.text(&|_| true);
        assert!(text.contains(hostile), "{hostile} is not shown as it was typed");
    }
    let mut json: Value = serde_json::from_str(CARRIED[0]).unwrap();
    json["order"]["services"][0]["name"] = "云\0澜\u{7}\u{1b}[31m\u{ffff}".into();
    let html = html(&common::request(&json).unwrap());
    assert!(html.contains("云\u{fffd}澜\u{fffd}\u{fffd}[31m\u{fffd}"), "HTML has no control characters");
}

fn collect(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::Object(parts) => {
            parts.iter().for_each(|(key, value)| collect(value, format!("{path}/{key}"), paths));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| collect(item, format!("{path}/{i}"), paths));
        }
        Value::String(_) => paths.push(path),
        _ => {}
    }
}

/// Runs the program: status, output, errors.
fn run(arguments: &[&str], input: &str, locale: &str) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = program::run(&mut program::common::World {
        arguments: arguments.iter().map(Into::into).collect(),
        variable: &|name| (name == "LANG").then(|| locale.to_owned()),
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
fn the_page_opens_in_the_language_of_the_reader() {
    for (arguments, locale, lang) in [
        (&[][..], "zh_CN.UTF-8", "zh"),
        (&[], "C", "en"),
        (&["--lang", "zh"], "C", "zh"),
        (&["--lang=en"], "zh_CN.UTF-8", "en"),
    ] {
        let (status, out, _) = run(arguments, "", locale);
        let page = Page::read(&out);
        let html = page.all().find(|element| element.name == "html").unwrap();
        assert!(status == 0 && html.attribute("lang").unwrap().starts_with(lang));
        let checked: Vec<_> = page.all().filter(|element| element.attribute("checked").is_some()).collect();
        assert_eq!((checked.len(), checked[0].attribute("id")), (1, Some(lang)));
    }
}

#[test]
fn the_program_reads_a_request_and_writes_a_file() {
    let file: PathBuf = [env!("CARGO_TARGET_TMPDIR"), "report.html"].iter().collect();
    let file = file.to_str().unwrap();
    let (status, out, err) = run(&["--out", file, "-"], CARRIED[0], "zh_CN");
    assert_eq!((status, out.as_str(), err.as_str()), (0, "", ""));
    let expected = html(&Request::from_json(CARRIED[0].as_bytes()).unwrap());
    assert_eq!(fs::read_to_string(file).unwrap(), expected);
    assert_eq!(run(&["-"], CARRIED[0], "zh_CN").1, expected);

    for (arguments, message) in [
        (&["-"][..], "/order/kind"),
        (&["no/such/file"], "no/such/file: "),
        (&["--out", "no/such/folder/page.html"], "no/such/folder/page.html: "),
        (&["--out"], "--out takes FILE"),
        (&["one", "two"], "one file at a time"),
    ] {
        let (status, out, err) = run(arguments, r#"{"order": {"kind": "first_filling"}}"#, "C");
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(message), "{err}");
    }
    assert!(run(&["--help"], "", "C").1.contains("Usage: report_html"));
}
