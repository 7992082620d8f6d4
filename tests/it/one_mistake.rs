//! One mistake, one finding: a cause that sets off several rules is reported once, by the rule that says best what to do.
//!
//! Measured over the cases that expect one blocker, and over every clean request with one value made wrong. Blockers and
//! warnings count; advice does not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use beian::{Report, Severity};
use serde_json::{json, Value};

use crate::common::{self, reported};

/// The blockers and warnings of a report, as rule and place.
fn faults(report: &Report) -> Vec<String> {
    let weighs = report.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
    weighs.map(|finding| format!("{} {}", finding.rule(), finding.path)).collect()
}

/// The mistakes of a measurement, and what was found of them.
#[derive(Default)]
struct Tally {
    mistakes: usize,
    faults: usize,
    /// What was found together, with how often and an example.
    together: BTreeMap<Vec<String>, (usize, String)>,
}

impl Tally {
    fn add(&mut self, faults: &[String], example: impl FnOnce() -> String) {
        self.mistakes += 1;
        self.faults += faults.len();
        if faults.len() > 1 {
            let mut rules: Vec<String> =
                faults.iter().filter_map(|fault| Some(fault.split_once(' ')?.0.to_owned())).collect();
            rules.sort();
            self.together.entry(rules).or_insert_with(|| (0, example())).0 += 1;
        }
    }

    /// How many findings a thousand mistakes have.
    fn of_thousand(&self) -> usize {
        self.faults * 1_000 / self.mistakes
    }

    /// The groups of rules that one mistake set off, the most frequent first.
    fn worst(&self) -> String {
        let mut groups: Vec<_> = self.together.iter().collect();
        groups.sort_by_key(|(rules, (count, _))| std::cmp::Reverse(count * (rules.len() - 1)));
        let (faults, mistakes) = (self.faults, self.mistakes);
        let mut text =
            format!("{faults} findings of {mistakes} mistakes: {} of a thousand\n", self.of_thousand());
        for (rules, (count, example)) in groups {
            writeln!(text, "{count:5} {}\n      {example}", rules.join(" ")).unwrap();
        }
        text
    }
}

#[test]
fn cases_that_expect_one_blocker_have_little_else() {
    let mut tally = Tally::default();
    for (case, report) in reported() {
        let blockers = report.findings.iter().filter(|finding| finding.severity == Severity::Blocker);
        if blockers.count() == 1 {
            let faults = faults(report);
            tally.add(&faults, || format!("{}: {}: {faults:?}", case.place, case.title));
        }
    }
    assert!(tally.of_thousand() <= 1_030, "{}", tally.worst());
}

/// The leaves of a JSON value, with their paths.
fn leaves(value: &Value, path: &str, into: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), into));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| leaves(value, &format!("{path}/{index}"), into));
        }
        _ => into.push((path.to_owned(), value.clone())),
    }
}

/// What may be wrong in the place of a value.
fn spoiled(path: &str, value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(it) => vec![json!(!it)],
        Value::Number(_) => vec![json!(0), json!(1), json!(99)],
        Value::String(text) => {
            let is_date = text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok();
            if is_date {
                return ["2020-01-01", "2026-11-30", "2030-01-01"].map(Value::from).to_vec();
            }
            let name = path.rsplit('/').next().unwrap_or_default();
            let others: &[&str] = match name {
                "kind" if path.ends_with("certificate/kind") => &[
                    "resident_id_card",
                    "passport",
                    "business_license",
                    "public_institution_certificate",
                    "officer_card",
                ],
                "kind" if path == "/principal/kind" => {
                    &["individual", "enterprise", "public_institution", "individual_business", "government"]
                }
                "billing" => &["postpaid"],
                "region" => &["330100", "440305", "110105", "999999"],
                "province" | "mobile_province" => &["31", "44"],
                "state" => &["used", "void"],
                "number" => &["110105199003078888", "91330106MA2QHE0130", "12345"],
                "mobile" | "bound_mobile" | "emergency_contact" => {
                    &["13900000000", "12345", "+85291234567", "02112345678"]
                }
                "email" => &["a@@b.cn", "other@example.com"],
                "registrant" => &["林晚晴", "杭州代办示例有限公司"],
                "filing_number" => &["浙ICP备2024000099号", "粤ICP备2023000001号-1", "x"],
                "public_ip" => &["10.0.0.5", "8.8.8.8", "x"],
                "account" | "id" => &["100009"],
                "format" => &["pdf", "gif"],
                "issued_on" => &["2020-01-01"],
                "mailing_address" | "address" => &["广东省深圳市南山区科技园1号", "浙江省杭州市", "x"],
                "name" => &[
                    "林晚晴",
                    "北京某某有限公司",
                    "x",
                    "测试",
                    "国家青禾管家",
                    "shop.example.co.uk",
                    "a.b.c.d.example.com",
                    "example.so",
                    "https://example.com/",
                ],
                _ => &["", "x"],
            };
            others.iter().filter(|other| **other != text.as_str()).map(|other| json!(other)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn one_value_made_wrong_has_one_finding() {
    let mut tally = Tally::default();
    for name in common::orders() {
        let clean = common::order(&name);
        let before: BTreeSet<String> = faults(common::report_of_order(&name)).into_iter().collect();
        let mut all = Vec::new();
        leaves(&clean["order"], "", &mut all);
        for (path, value) in all {
            if path == "/kind"
                || path.ends_with("/kind") && !path.contains("certificate") && path != "/principal/kind"
            {
                continue;
            }
            let mut wrong: Vec<Option<Value>> = spoiled(&path, &value).into_iter().map(Some).collect();
            wrong.push(None);
            for wrong in wrong {
                let mut json = clean.clone();
                let shown = match &wrong {
                    Some(value) => common::edit(&mut json, "set", &path, &value.to_string()),
                    None => common::edit(&mut json, "remove", &path, ""),
                };
                if shown.is_err() {
                    continue;
                }
                let Ok(request) = common::request(&json) else { continue };
                let found: Vec<String> = faults(&common::report(&request))
                    .into_iter()
                    .filter(|fault| !before.contains(fault))
                    .collect();
                if !found.is_empty() {
                    tally.add(&found, || format!("{name} {path} {wrong:?}: {found:?}"));
                }
            }
        }
    }
    assert!(tally.of_thousand() <= 1_010, "{}", tally.worst());
}
