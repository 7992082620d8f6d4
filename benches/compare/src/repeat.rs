//! Validates an order again and again, for a profiler or counter outside: `repeat ORDER TIMES`.
//!
//! `clean` and `faulty` are orders of ten APPs, `guide` is the clean one with the guide's rules alone, `hundred` and
//! `thousand` have that many. The difference
//! between two runs with different TIMES is the validations alone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../../validate/orders.rs"]
#[allow(dead_code)] // it needs no registry
mod orders;
#[path = "../../validate/selection.rs"]
#[allow(dead_code)] // it counts by no groups
mod selection;

use std::hint::black_box;
use std::process::ExitCode;

use beian::{validate, Rulebook};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (order, times) = match arguments[..] {
        ["clean" | "guide", times] => (orders::apps(10), times),
        ["faulty", times] => (orders::faulty(), times),
        ["hundred", times] => (orders::apps(100), times),
        ["thousand", times] => (orders::apps(1000), times),
        _ => {
            eprintln!("usage: repeat clean|guide|faulty|hundred|thousand TIMES");
            return ExitCode::from(2);
        }
    };
    let rulebook = match arguments[0] {
        "guide" => selection::only(selection::is_of_the_guide),
        _ => Rulebook::default(),
    };
    let context = orders::context();
    for _ in 0..times.parse().unwrap() {
        let _ = black_box(validate(black_box(&order), &context, &rulebook));
    }
    ExitCode::SUCCESS
}
