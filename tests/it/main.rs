//! The tests of the crate as one program, so that it is linked once. Tests that start `cargo` or need a
//! feature are programs of their own, beside this folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable
)]
#![allow(clippy::duplicate_mod)] // each example has its own copy of what they share
#![allow(unreachable_pub)]

mod asking;
mod calendar;
mod catalogue;
mod check;
mod checklist;
mod common;
mod comparison;
mod embedding;
mod errors;
mod evidence;
mod form;
mod fuzzed;
mod generators;
mod guide;
mod json_errors;
mod laws;
mod layers;
mod left_out;
mod lookup;
mod name_patterns;
mod names;
mod one_mistake;
mod other_providers;
mod own_rules;
mod patches;
mod places;
mod portfolio;
mod programs;
mod progress;
mod provinces;
mod purity;
mod released;
mod remedies;
mod report_html;
mod rules;
mod split;
mod testing;
mod threads;
mod types;
mod values;
mod vectors;
mod wire;
