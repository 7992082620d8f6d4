//! The engine: it walks through an order, asks the rules at each place, and collects what they report. It
//! knows no rule.

pub(crate) mod blocked_places;
pub(crate) mod catalogue;
pub(crate) mod check;
pub(crate) mod context;
#[macro_use]
pub(crate) mod declared;
pub(crate) mod duplicates;
pub(crate) mod filed;
pub(crate) mod fitting;
pub(crate) mod nodes;
pub(crate) mod outcome;
pub(crate) mod own;
pub(crate) mod parsed;
pub(crate) mod people;
pub(crate) mod precedence;
pub(crate) mod repeat_filter;
pub(crate) mod validate;
pub(crate) mod walk;
