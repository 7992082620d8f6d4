//! Which of two findings that say the like of one value stays.
//!
//! A rule of a province and a national one may say the like of one value. The province's declares the others as
//! `instead_of`; its own finding stays, unless the other weighs more.

use std::collections::BTreeMap;

use crate::engine::catalogue::Catalogue;
use crate::engine::declared::Declared;
use crate::path::FieldPath;
use crate::report::Finding;
use crate::rule::Severity;

/// Takes back what the rules that give way to this one said of a value, where they weigh no more and nothing else
/// blames it. Whether it did.
pub(crate) fn displace(
    rule: &'static Declared,
    severity: Severity,
    path: &FieldPath,
    findings: &mut Vec<Finding>,
) -> bool {
    if rule.instead_of.is_empty() {
        return false;
    }
    let gives_way = |finding: &Finding| rule.instead_of.contains(&finding.rule()) && finding.path == *path;
    let blames = |finding: &Finding| finding.severity == Severity::Blocker && path.starts_with(&finding.path);
    if findings.iter().any(|finding| blames(finding) && (!gives_way(finding) || finding.severity > severity))
    {
        return false;
    }
    findings.retain(|finding| !gives_way(finding));
    true
}

/// Leaves one of two findings that say the like of one value.
pub(crate) fn leave_one(catalogue: &Catalogue, findings: &mut Vec<Finding>) {
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
            let Some(id) = rule.instead_of.iter().find(|id| **id == other.rule()) else { continue };
            let weaker = if other.severity > severity { rule.meta.id } else { *id };
            dropped.entry(path.clone()).or_default().push(weaker);
        }
    }
    if !dropped.is_empty() {
        findings.retain(|finding| {
            !dropped.get(&finding.path).is_some_and(|rules| rules.contains(&finding.rule()))
        });
    }
}
