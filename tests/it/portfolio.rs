//! The nightly check of filed principals: findings, tally, output, status.

#[path = "../../examples/portfolio/main.rs"]
#[allow(dead_code)] // `main`
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::PathBuf;

use beian::Rule;
use program::common::width;
use serde_json::{json, Value};

const CARRIED: &str = include_str!("../../examples/portfolio/filed.ndjson");

fn run(arguments: &[&str], input: &str) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = program::run(&mut program::common::World {
        arguments: arguments.iter().map(Into::into).collect(),
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

/// Checks standard input: status, a JSON value for each line, and the tally of the summary.
fn check(arguments: &[&str], input: &str) -> (u8, Vec<Value>, Value) {
    let arguments = [&["--format", "json", "--today", "2026-11-23"], arguments, &["-"]].concat();
    let (status, out, err) = run(&arguments, input);
    assert_eq!(err, "");
    let mut lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let summary = lines.pop().unwrap();
    (status, lines, summary["summary"]["tally"].clone())
}

/// The filing with this number that the program carries.
fn filed(number: &str) -> Value {
    let line = CARRIED.lines().find(|line| line.contains(number)).unwrap();
    serde_json::from_str(line).unwrap()
}

fn file(name: &str, content: &str) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    fs::write(&path, content).unwrap();
    path.into_os_string().into_string().unwrap()
}

fn rules(line: &Value) -> BTreeSet<&str> {
    let findings = line["report"]["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

/// What became wrong with each filing that the program carries.
#[test]
fn each_filing_is_found_wanting_in_what_it_wants() {
    let (status, out, err) = run(&["--format", "json"], "");
    // Demonstrating mistakes in filings is no failure of the program.
    assert_eq!((status, err.as_str()), (0, ""));
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (number, rule) in [
        ("浙ICP备2023000001号", None),
        ("粤ICP备2021000017号", Some("domain.registration-expired")),
        ("京ICP备2022000305号", Some("resource.remaining-too-short")),
        ("蜀ICP备2020000088号", Some("person.certificate-expired")),
        ("沪ICP备2019000230号", Some("change.service-not-open")),
        ("沪ICP备2019000230号", Some("person.mobile-may-miss-sms")),
        ("鲁ICP备2023000777号", Some("change.number-not-displayed")),
        ("粤ICP备2022000099号", Some("domain.level-exceeded")),
        ("闽ICP备2020000143号", Some("domain.blacklisted")),
    ] {
        let line = lines.iter().find(|line| line["filing_number"] == number).unwrap();
        match rule {
            Some(rule) => assert!(rules(line).contains(rule), "{number}: {:?}", rules(line)),
            None => assert!(rules(line).is_empty(), "{number}: {:?}", rules(line)),
        }
    }
}

/// Files, agreements and verifications are asked for with an order, so their absence in a filing is no
/// finding.
#[test]
fn what_comes_with_an_order_is_not_missed() {
    let mut bare = filed("浙ICP备2023000001号");
    for key in ["mailing_address", "responsible_person", "legal_representative"] {
        bare["principal"].as_object_mut().unwrap().remove(key);
    }
    bare["services"][0]["service"].as_object_mut().unwrap().remove("resources");
    for filing in [bare, json!({"filing_number": "浙ICP备2023000001号"}), json!({})] {
        let (status, lines, _) = check(&[], &filing.to_string());
        assert_eq!((status, rules(&lines[0])), (0, BTreeSet::new()));
    }
    // Values that are there and wrong are reported.
    let mut wrong = filed("浙ICP备2023000001号");
    wrong["principal"]["responsible_person"]["mobile"] = "1358800100".into();
    let (status, lines, _) = check(&[], &wrong.to_string());
    assert_eq!((status, rules(&lines[0])), (1, BTreeSet::from(["person.mobile-invalid"])));
}

#[test]
fn a_registry_is_read_once_and_is_never_all_that_is_filed() {
    let line = filed("浙ICP备2023000001号").to_string();
    let registry = file("registry.json", r#"{"principals": [], "blacklisted_domains": ["example.com"]}"#);
    let (status, lines, _) = check(&["--registry", &registry], &line);
    assert_eq!((status, rules(&lines[0])), (1, BTreeSet::from(["domain.blacklisted"])));
}

#[test]
fn a_line_that_cannot_be_read_stops_nothing() {
    let good = filed("浙ICP备2023000001号").to_string();
    let input = format!("\u{feff}{good}\r\n\n{{\"filing_nummer\": \"1\"}}\n{{\"principal\":\n[]\n{good}");
    let (status, lines, tally) = check(&[], &input);
    let told = |line: &Value| (line["error"]["line"].clone(), line["error"]["column"].clone());
    assert_eq!((status, lines.len()), (2, 5));
    assert_eq!((&lines[0]["line"], &lines[4]["line"]), (&json!(1), &json!(6)));
    assert_eq!(
        lines[1..4].iter().map(told).collect::<Vec<_>>(),
        [(json!(3), json!(16)), (json!(4), json!(13)), (json!(5), json!(2)),]
    );
    assert!(lines[1]["error"]["message"].as_str().unwrap().starts_with("unknown field `filing_nummer`"));
    assert_eq!((&tally["unreadable"], &tally["all"]["total"]), (&json!(3), &json!(2)));

    let (status, out, err) = run(&["--lang", "en", "--today", "2026-11-23", "-"], &input);
    assert_eq!((status, err.lines().count()), (2, 3));
    assert!(err.starts_with("cannot read -:3:16: unknown field `filing_nummer`"), "{err}");
    assert!(out.starts_with("2026-11-23, filings: 2; "), "{out}");
}

/// The summary is the sum of the lines.
#[test]
fn the_tally_is_that_of_the_lines() {
    let (status, lines, tally) = check(&[], CARRIED);
    assert_eq!(status, 2);
    let read: Vec<&Value> = lines.iter().filter(|line| line["error"].is_null()).collect();
    assert_eq!(tally["unreadable"], lines.len() - read.len());
    assert_eq!(tally["all"]["total"], read.len());

    let (mut by_rule, mut by_severity, mut blocked) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for line in &read {
        for finding in line["report"]["findings"].as_array().unwrap() {
            *by_rule.entry(finding["rule"].as_str().unwrap()).or_insert(0) += 1;
            *by_severity.entry(finding["severity"].as_str().unwrap()).or_insert(0) += 1;
        }
        *blocked.entry(line["province"].as_str().unwrap()).or_insert(0) +=
            u32::from(line["report"]["submittable"] == false);
    }
    let counted = |of: &str, key: Option<&str>| -> BTreeMap<String, Value> {
        let counts = tally[of].as_object().unwrap().iter();
        counts.map(|(name, value)| (name.clone(), key.map_or(value, |key| &value[key]).clone())).collect()
    };
    let expected = |counts: BTreeMap<&str, u32>| -> BTreeMap<String, Value> {
        counts.into_iter().map(|(name, count)| (name.to_owned(), count.into())).collect()
    };
    assert_eq!(counted("by_rule", Some("findings")), expected(by_rule));
    assert_eq!(counted("by_severity", None), expected(by_severity));
    assert_eq!(counted("by_province", Some("with_blockers")), expected(blocked));
    for (id, of) in tally["by_rule"].as_object().unwrap() {
        assert!(Rule::from_id(id).is_some() && of["filings"].as_u64() <= of["findings"].as_u64());
    }
}

/// What ends soon is counted by the days left, and the nearest ends are listed.
#[test]
fn what_ends_is_told_by_the_days_that_are_left() {
    let site = |day: &str| {
        let mut filing = filed("浙ICP备2023000001号");
        filing["services"][0]["service"]["domains"][0]["registration"]["expires_on"] = day.into();
        filing.to_string()
    };
    for (day, column) in [
        ("2026-11-22", "ended"),
        ("2026-11-23", "soon"),
        ("2026-12-23", "soon"),
        ("2026-12-24", "in_sight"),
        ("2027-02-21", "in_sight"),
        ("2027-02-22", "later"),
    ] {
        let (_, _, tally) = check(&[], &site(day));
        let domains = &tally["ending"]["domain"];
        assert_eq!(
            (&domains[column], domains.as_object().unwrap().values().filter_map(Value::as_u64).sum()),
            (&json!(1), 1),
            "{day}"
        );
        let is_named = ["soon", "in_sight"].contains(&column);
        let next = json!([{"date": day, "what": "domain", "filing_number": "浙ICP备2023000001号-1", "name": "example.com"}]);
        assert_eq!(tally["next"], if is_named { next } else { json!([]) }, "{day}");
    }
    // Of many, the nearest are listed.
    let days: Vec<String> = (1..=28).rev().map(|day| format!("2026-12-{day:02}")).collect();
    let input = days.iter().map(|day| site(day)).collect::<Vec<_>>().join("\n");
    let (_, _, tally) = check(&[], &input);
    let next: Vec<&str> =
        tally["next"].as_array().unwrap().iter().map(|end| end["date"].as_str().unwrap()).collect();
    assert_eq!(next, days.iter().rev().take(10).collect::<Vec<_>>());
}

/// The columns of a terminal that are blank in a line.
fn blanks(line: &str, columns: usize) -> Vec<bool> {
    let mut blanks: Vec<bool> =
        line.chars().flat_map(|c| std::iter::repeat(c == ' ').take(width(&c.to_string()))).collect();
    blanks.resize(columns, true);
    blanks
}

/// Columns are aligned although some characters are twice as wide: between two columns every line has a gap.
#[test]
fn tables_are_aligned_in_both_languages() {
    for lang in ["zh", "en"] {
        let (_, out, _) = run(&["--lang", lang], "");
        let tables: Vec<Vec<&str>> = out.split("\n\n").skip(1).map(|table| table.lines().collect()).collect();
        let columns: Vec<usize> = tables
            .iter()
            .map(|table| {
                let widest = table.iter().map(|line| width(line)).max().unwrap();
                let mut gaps = vec![true; widest];
                for line in table {
                    gaps.iter_mut().zip(blanks(line, widest)).for_each(|(gap, blank)| *gap &= blank);
                }
                let runs = gaps.split(|gap| !gap).filter(|run| run.len() > 1).count();
                runs + 1
            })
            .collect();
        assert_eq!(columns, [2, 5, 5, 5, 4, 2], "{out}");
    }
}

#[test]
fn nothing_personal_is_printed() {
    fn secrets(value: &Value, key: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(parts) => parts.iter().for_each(|(key, value)| secrets(value, key, found)),
            Value::Array(items) => items.iter().for_each(|item| secrets(item, key, found)),
            Value::String(text) => {
                let private =
                    ["number", "address", "mailing_address", "mobile", "emergency_contact", "email"];
                found.extend(private.contains(&key).then(|| text.clone()));
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    CARRIED
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .for_each(|line: Value| secrets(&line, "", &mut found));
    assert!(found.len() > 40, "{}", found.len());
    for arguments in [&["--lang", "zh"][..], &["--lang", "en"], &["--format", "json"]] {
        let (_, out, err) = run(arguments, "");
        assert!(found.iter().all(|secret| !out.contains(secret) && !err.contains(secret)));
    }
}

#[test]
fn the_status_is_that_of_the_worst() {
    let (good, bad) = (filed("浙ICP备2023000001号").to_string(), filed("粤ICP备2021000017号").to_string());
    for (input, status) in [
        (String::new(), 0),
        (good.clone(), 0),
        (format!("{good}\n{bad}"), 1),
        (format!("{bad}\n{{\n{good}"), 2),
    ] {
        assert_eq!(check(&[], &input).0, status, "{input}");
    }
    let good = file("good.ndjson", &good);
    for (arguments, message) in [
        (&["no/such/file", &good][..], "cannot read no/such/file: "),
        (&["--today", "tomorrow", &good], "--today"),
        (&["--registry", "no/such/file", &good], "no/such/file: "),
        (&["--registry", &good, &good], "unknown field"),
        (&["--registry"], "--registry takes FILE"),
    ] {
        let (status, _, err) = run(arguments, "");
        assert_eq!(status, 2, "{arguments:?}");
        assert!(err.contains(message), "{err}");
    }
    // Without a day the program takes today, which is long after the filings were approved.
    assert!(run(&["--lang", "en", &good], "").1.starts_with("20"));
    assert!(run(&["--help"], "").1.contains("Usage: portfolio"));
}
