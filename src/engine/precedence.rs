//! Precedence: which of two findings that judge the same value stays.
//!
//! A rule of a province may judge the same value as a national rule. It declares the national one as
//! `instead_of`, and its own finding takes the place of the other, unless the other is more severe.

use std::collections::BTreeMap;

use crate::engine::catalogue::Catalogue;
use crate::engine::declared::Declared;
use crate::path::FieldPath;
use crate::report::Finding;
use crate::rule::Severity;

/// Removes the findings at `path` that give way to this rule, and says whether the rule may report there. It
/// may not where a blocker at or around the place does not give way to it, or is more severe.
pub(crate) fn take_precedence(
    rule: &'static Declared,
    severity: Severity,
    path: &FieldPath,
    findings: &mut Vec<Finding>,
) -> bool {
    if rule.instead_of.is_empty() {
        return false;
    }
    let gives_way = |finding: &Finding| rule.instead_of.contains(finding.rule()) && finding.path == *path;
    let blames = |finding: &Finding| finding.severity == Severity::Blocker && path.starts_with(&finding.path);
    if findings.iter().any(|finding| blames(finding) && (!gives_way(finding) || finding.severity > severity))
    {
        return false;
    }
    findings.retain(|finding| !gives_way(finding));
    true
}

/// Applies the precedence to all findings: of two that judge the same value only one is kept.
pub(crate) fn apply_precedence(catalogue: &Catalogue, findings: &mut Vec<Finding>) {
    let declared =
        |finding: &Finding| catalogue.by_id(finding.rule()).filter(|rule| !rule.instead_of.is_empty());
    let own: Vec<(&FieldPath, &'static Declared, Severity)> = findings
        .iter()
        .filter_map(|finding| Some((&finding.path, declared(finding)?, finding.severity)))
        .collect();
    if own.is_empty() {
        return;
    }
    let mut at: BTreeMap<&FieldPath, Vec<&Finding>> =
        own.iter().map(|(path, ..)| (*path, Vec::new())).collect();
    for finding in findings.iter() {
        if let Some(at) = at.get_mut(&finding.path) {
            at.push(finding);
        }
    }
    let mut dropped: BTreeMap<FieldPath, Vec<&'static str>> = BTreeMap::new();
    for (path, rule, severity) in own {
        for other in at.get(path).into_iter().flatten() {
            let Some(id) = rule.instead_of.iter().find(|id| *id == other.rule()) else { continue };
            let weaker = if other.severity > severity { rule.meta.id } else { id };
            dropped.entry(path.clone()).or_default().push(weaker);
        }
    }
    if !dropped.is_empty() {
        findings.retain(|finding| {
            !dropped.get(&finding.path).is_some_and(|rules| rules.contains(&finding.rule()))
        });
    }
}
