//! Listed words in names, tried on many: two words of the dictionary whose seam makes a listed word, and listed words
//! that stand among others. The dictionary is the extract that the table of boundaries is made from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use beian::{validate, Rulebook, Severity};

use crate::common::{order, request};

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The words of the extract that are this common.
fn dictionary(least: u32) -> Vec<String> {
    let extract = fs::read_to_string(file("tests/generators/words/jieba.tsv")).unwrap();
    let entries = extract.lines().map(|line| line.split_once('\t').unwrap());
    let common = entries.filter(|(_, frequency)| frequency.parse::<u32>().unwrap() >= least);
    common.map(|(word, _)| word.to_owned()).collect()
}

/// Words that block or warn, with the rule that says so, of organisations and of individuals.
const OF_ORGANIZATIONS: &[(&str, &str)] = &[
    ("色情", "name.sensitive-word"),
    ("廉政", "name.sensitive-word"),
    ("国家", "name.state-word"),
    ("中国", "name.state-word"),
    ("基金", "name.finance-word"),
    ("理财", "name.finance-word"),
    ("金融", "name.finance-word"),
    ("融资", "name.finance-word"),
    ("新闻", "name.pre-approval-word"),
    ("出版", "name.pre-approval-word"),
    ("药房", "name.pre-approval-word"),
    ("直播", "name.pre-approval-word"),
    ("影视", "name.pre-approval-word"),
    ("信访", "name.public-body"),
    ("监察", "name.public-body"),
    ("教育", "name.education-word"),
];

const OF_INDIVIDUALS: &[(&str, &str)] = &[
    ("平台", "name.refused-to-individual"),
    ("网络", "name.refused-to-individual"),
    ("社团", "name.refused-to-individual"),
    ("组织", "name.refused-to-individual"),
    ("企业", "name.refused-to-individual"),
    ("主页", "name.refused-to-individual"),
];

/// Whether a rule blocks a website of this name for the word, or warns of it.
fn is_refused(on: &str, name: &str, (word, rule): (&str, &str)) -> bool {
    let mut json = order(on);
    *json.pointer_mut("/order/services/0/name").unwrap() = name.into();
    json.pointer_mut("/order/services/0").unwrap().as_object_mut().unwrap().remove("remark");
    let request = request(&json).unwrap();
    let report = validate(&request.order, &request.context, &Rulebook::default());
    let findings = report.findings.iter();
    let mut findings =
        findings.filter(|finding| finding.rule() == rule && finding.severity > Severity::Advice);
    findings.any(|finding| {
        let words = serde_json::to_value(finding).unwrap()["params"]["words"].clone();
        words.as_array().unwrap().contains(&word.into())
    })
}

fn tried() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let organizations =
        OF_ORGANIZATIONS.iter().map(|(word, rule)| ("first-filing/organization-website", *word, *rule));
    let individuals =
        OF_INDIVIDUALS.iter().map(|(word, rule)| ("first-filing/individual-website", *word, *rule));
    organizations.chain(individuals)
}

#[test]
fn a_listed_word_at_the_seam_of_two_words_is_none() {
    let words = dictionary(50);
    let mut beginnings: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    let mut endings: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for word in &words {
        beginnings.entry(word.chars().next().unwrap()).or_default().push(word);
        endings.entry(word.chars().last().unwrap()).or_default().push(word);
    }
    let (mut all, mut refused) = (0, BTreeSet::new());
    for (on, word, rule) in tried() {
        let (first, second) = (word.chars().next().unwrap(), word.chars().nth(1).unwrap());
        let lefts = endings.get(&first).into_iter().flatten().step_by(3).take(6);
        let rights = || beginnings.get(&second).into_iter().flatten().step_by(3).take(6);
        for name in lefts.flat_map(|left| rights().map(move |right| format!("{left}{right}"))) {
            all += 1;
            if is_refused(on, &name, (word, rule)) {
                refused.insert(name);
            }
        }
    }
    assert!(all > 300, "{all}");
    assert!(refused.len() * 100 <= all, "{} of {all}: {refused:?}", refused.len());
}

#[test]
fn a_listed_word_among_others_is_told() {
    let words = dictionary(2000);
    let (mut all, mut silent) = (0, BTreeSet::new());
    for (on, word, rule) in tried() {
        for (before, behind) in words.iter().step_by(61).zip(words.iter().skip(40).step_by(53)) {
            let name = format!("{before}{word}{behind}");
            all += 1;
            if !is_refused(on, &name, (word, rule)) {
                silent.insert(name);
            }
        }
    }
    assert!(all > 300, "{all}");
    assert!(silent.len() * 100 <= all * 3, "{} of {all}: {silent:?}", silent.len());
}

/// `tests/generators/word_boundaries.py` says how both are made.
#[test]
fn the_table_of_boundaries_is_what_the_script_makes_of_the_extract() {
    let script = file("tests/generators/word_boundaries.py");
    let made =
        Command::new("python3").arg(&script).output().expect("python3, which the generators are written in");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let kept = fs::read_to_string(file("src/rulebook/words/crossing.rs")).unwrap();
    let made = String::from_utf8(made.stdout).unwrap();
    assert!(kept == made, "python3 tests/generators/word_boundaries.py > src/rulebook/words/crossing.rs");
}
