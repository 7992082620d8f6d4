//! The catalogue: every rule, group by group.

use crate::rule::RuleSpec;

pub(crate) mod domain;

/// The groups, in the order of the catalogue. At one place of an order the rules are asked in this order.
pub(crate) static GROUPS: &[&[&RuleSpec]] = &[
    domain::RULES,
];
