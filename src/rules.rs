//! The catalogue: every rule, group by group.

use crate::rule::RuleSpec;

mod account;
mod app;
mod cancel;
pub(crate) mod certificate;
pub(crate) mod change;
pub(crate) mod domain;
mod filed;
pub(crate) mod material;
mod name;
mod order;
mod person;
pub(crate) mod principal;
pub(crate) mod province;
pub(crate) mod resource;
mod service;

/// The groups, in the order of the catalogue. At one place of an order the rules are asked in this order.
pub(crate) static GROUPS: &[&[&RuleSpec]] = &[
    order::RULES,
    principal::RULES,
    person::RULES,
    service::RULES,
    province::RULES,
    name::RULES,
    domain::RULES,
    app::RULES,
    resource::RULES,
    material::RULES,
    change::RULES,
    cancel::RULES,
    account::RULES,
];
