//! What a table of fields asks for and an order does not give.

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::fields::{Condition, Field, Given, Presence, Requirement};
use crate::model::material::MaterialKind;
use crate::model::order::Agreement;
use crate::model::principal::Filer;
use crate::model::service::ServiceKind;
use crate::path::{FieldPath, Key, Location};
use crate::rules::province;
use crate::rules::remedies;
use crate::text::Term;

/// Reports what a table asks of `model` and is not given.
pub(crate) fn missing<M>(
    rows: &[Field<M>],
    model: &M,
    given: Given,
    at: &Location<'_>,
    cx: &CheckContext<'_>,
    out: &mut Outcome,
) {
    for row in rows {
        if let Presence::MissingAt(depth) = (row.given)(model) {
            report(row, depth, given, at, cx, out);
        }
    }
}

#[cold]
fn report<M>(
    row: &Field<M>,
    depth: usize,
    given: Given,
    at: &Location<'_>,
    cx: &CheckContext<'_>,
    out: &mut Outcome,
) {
    let requirement = match cx.filer() {
        Some(filer) => row.requirements.of(cx.kind, filer),
        None => {
            // Asked of both: asked of whoever it is. Asked of one: the missing kind is the finding, or, in an
            // order that states no principal, the registry knows.
            let organization = row.requirements.of(cx.kind, Filer::Organization);
            if organization == row.requirements.of(cx.kind, Filer::Individual) {
                organization
            } else {
                if is_due(organization) {
                    out.filer(cx);
                }
                return;
            }
        }
    };
    let mut fact = None;
    let is_missing = match requirement {
        Requirement::Required | Requirement::Locked => true,
        Requirement::Conditional => row.when.is_some_and(|condition| meets(given, condition, cx)),
        Requirement::ByProvince => {
            if !out.is_blocked(at, row.path) {
                fact = match row.path {
                    [Key::Agreements] => province::asks_for_commitment_letter(cx, out),
                    _ => province::asks_for_emergency_contact(cx, out),
                };
            }
            fact.is_some()
        }
        Requirement::Optional | Requirement::NotShown | Requirement::NotApplicable => false,
    };
    if is_missing {
        let place: Vec<Key> = row.path.iter().copied().take(depth).collect();
        let label =
            if depth < row.path.len() { place.last().map_or(row.label, |key| key.text()) } else { row.label };
        let code = row.code.or_else(|| place.last().map(|key| key.as_str())).unwrap_or_default();
        let params = params![field: Term { code, text: label }];
        let fix = |path: &FieldPath| match place.last()? {
            Key::Materials => remedies::add_material(path, MaterialKind::from_name(code)?, None),
            Key::Agreements => remedies::tick(Agreement::from_name(code)?),
            _ => None,
        };
        match fact {
            Some(fact) => out.find_from_with(at, &place, params, fact, fix),
            None => out.find_with(at, &place, params, fix),
        }
    }
}

const fn is_due(requirement: Requirement) -> bool {
    matches!(requirement, Requirement::Required | Requirement::Conditional | Requirement::Locked)
}

/// Whether the condition of a row is met.
fn meets(given: Given, condition: Condition, cx: &CheckContext<'_>) -> bool {
    match condition {
        Condition::FilesApp => cx.order.services().iter().any(|service| service.kind() == ServiceKind::App),
        condition => given.meets_own(condition),
    }
}
