//! The rules: declaration, check and remedy of each together, by group and subject.

mod account;
mod app;
mod cancel;
pub(crate) mod catalogue;
pub(crate) mod change;
pub(crate) mod completeness;
pub(crate) mod domain;
mod filed;
pub(crate) mod material;
mod name;
mod order;
mod person;
pub(crate) mod principal;
pub(crate) mod province;
pub(crate) mod remedies;
pub(crate) mod resource;
mod service;
