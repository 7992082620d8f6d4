//! Which rules look at which fields.

use crate::engine::declared::When;
use crate::fields::Requirement;
use crate::model::order::OrderKind;
use crate::model::principal::Filer;
use crate::rule::Rule;
use crate::rulebook::Rulebook;
use crate::rules::catalogue::declared;

const RESPONSIBLE_PERSONS: [&str; 2] = ["/principal/responsible_person", "/services/{s}/responsible_person"];
const DOMAINS: [&str; 2] = ["/services/{s}/domains", "/services/{s}/platforms/{p}/domains"];

/// Whether a path in the declaration of a rule names this field.
fn is_field(place: &str, field: &str) -> bool {
    let either = |places: [&str; 2], rest: &str| {
        places.iter().any(|place| field.strip_prefix(place).is_some_and(|inner| inner == rest))
    };
    match (place.strip_prefix("{responsible_person}"), place.strip_prefix("{domain}")) {
        (Some(rest), _) => either(RESPONSIBLE_PERSONS, rest),
        (_, Some(rest)) => either(DOMAINS, rest),
        _ => place == field,
    }
}

/// The rules that speak of a field, in the order of the catalogue; for an empty `field`, those that speak of
/// the order as a whole.
pub(super) fn at(
    field: &str,
    requirement: Requirement,
    order: OrderKind,
    filer: Filer,
    rulebook: &Rulebook,
) -> Vec<Rule> {
    let is_meant = |when: When| match when {
        When::Any => true,
        When::Missing => matches!(
            requirement,
            Requirement::Required | Requirement::Conditional | Requirement::ByProvince | Requirement::Locked
        ),
        When::Superfluous => requirement == Requirement::NotApplicable,
    };
    let speaks = declared().iter().filter(|rule| {
        is_meant(rule.when)
            && rule.of.map_or(true, |of| of == filer)
            && rule.at.iter().any(|place| is_field(place, field))
    });
    let is_asked = |rule: &Rule| rule.meta().orders.contains(order) && rulebook.is_on(*rule);
    speaks.map(|rule| Rule::from(&rule.meta)).filter(is_asked).collect()
}
