//! Words in names: lists with their source, found in a time that does not grow with the number of words.
//!
//! A name is folded first, so that a word is found in whatever way it was written: full-width letters and other forms
//! of a character, case, and what was put between the characters. A listed word then counts wherever it stands as a
//! word: not where it is part of one with another sense, nor where other words cut it (see [`boundary`]).
//!
//! `tables` has the words and who says so of whom, `senses` what only looks like them, `crossing` the dictionary of
//! words that cut others, which a script makes; `list` says what a list is, `search` finds.

mod boundary;
mod crossing;
mod foreign;
mod list;
mod search;
mod senses;
mod tables;

pub(crate) use list::{Effect, Group, Licence, List};
pub(crate) use search::{folded, longest, Hit, Words};
