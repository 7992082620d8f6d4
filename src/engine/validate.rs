//! Validating an order: makes the context, runs the walk, builds the report.

use crate::engine::catalogue::Catalogue;
use crate::engine::context::CheckContext;
use crate::engine::declared::Unfixed;
use crate::engine::outcome::Outcome;
use crate::engine::own;
use crate::engine::people;
use crate::engine::precedence::apply_precedence;
use crate::engine::walk::Walk;
use crate::model::context::Context;
use crate::model::order::Order;
use crate::report::{Finding, Report};
use crate::rulebook::Rulebook;

/// Validates an order with the rules of a catalogue that are on in the rulebook. The report lists at most
/// `max_findings`; `None`: all.
pub(crate) fn report(
    catalogue: &'static Catalogue,
    order: &Order,
    context: &Context,
    rulebook: &Rulebook,
    max_findings: Option<u32>,
) -> Report {
    let cx = CheckContext::new(order, context, rulebook);
    let mut out = Outcome::new(catalogue, cx.kind, rulebook.clone(), max_findings);
    Walk::new(&cx, catalogue).order(&mut out);
    own::ask(&cx, &mut out);
    let (mut findings, undetermined, early) = out.into_parts();
    apply_precedence(catalogue, &mut findings);
    people::join(catalogue, &cx, &mut findings);
    let mut report = Report::new(findings, undetermined, rulebook.version().clone());
    report.left_out = Some(early);
    report.leave_out_beyond(max_findings);
    for finding in &mut report.findings {
        fix(catalogue, &cx, finding);
        people::mend_all(finding);
    }
    report
}

/// Gives a finding the remedy that its rule declares, where the check handed it none.
fn fix(catalogue: &Catalogue, cx: &CheckContext<'_>, finding: &mut Finding) {
    if finding.remedy().is_some() {
        return;
    }
    let declared = catalogue.by_id(finding.rule()).and_then(|rule| rule.remedy);
    let remedy = declared.and_then(|remedy| remedy(&Unfixed { cx, at: &finding.path }));
    if let Some(remedy) = remedy {
        finding.give(remedy);
    }
}
