//! Rulebooks in which only some rules are on.

use beian::{Rule, Rulebook, RulebookPatch};
use serde_json::{json, Map, Value};

/// The default rulebook with the rules that `is_meant` takes; the others are off.
pub(crate) fn only(is_meant: impl Fn(Rule) -> bool) -> Rulebook {
    let others = Rule::all().filter(|rule| !is_meant(*rule));
    let off: Map<String, Value> = others.map(|rule| (rule.id().to_owned(), json!("off"))).collect();
    let patch: RulebookPatch = serde_json::from_value(json!({ "rules": off })).unwrap();
    Rulebook::default().patched(&patch).unwrap()
}

/// Whether a rule has a source in the guide.
#[allow(dead_code)] // not every program asks
pub(crate) fn is_of_the_guide(rule: Rule) -> bool {
    rule.sources().iter().any(|sourced| sourced.source.document == "腾讯云《ICP 备案操作指引（小程序端）》")
}

/// The groups of rules, in the order of the catalogue.
#[allow(dead_code)] // not every program asks
pub(crate) fn groups() -> Vec<&'static str> {
    let mut groups: Vec<&str> = Rule::all().map(Rule::group).collect();
    groups.dedup();
    groups
}
