//! Prints what each public function takes of hostile requests: for each function the slowest, the greatest memory, the
//! longest answer, and what request each was for. First come those that are over 2 s, 300 MB or 5 MB.
//!
//! `cargo run --release --example bounds [-- BYTES [PART OF A NAME]]`: of 900,000 bytes where nothing is said; with a part
//! of a name, each of these requests by itself.

use std::collections::BTreeMap;
use std::time::Duration;

use beian::Rulebook;
use beian_growth_tests::asked::ask_everything;
use beian_growth_tests::hostile::hostile;

#[derive(Default)]
struct Most {
    time: (Duration, String),
    memory: (usize, String),
    output: (usize, String),
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let bytes = arguments.next().and_then(|bytes| bytes.parse().ok()).unwrap_or(900_000);
    let wanted = arguments.next();
    let rulebook = Rulebook::default();
    let mut all: BTreeMap<&'static str, Most> = BTreeMap::new();
    for request in hostile(bytes) {
        if wanted.as_ref().is_some_and(|wanted| !request.name.contains(wanted.as_str())) {
            continue;
        }
        for took in ask_everything(&request.text, &rulebook) {
            let is_over =
                took.time > Duration::from_secs(2) || took.cost.peak > 300_000_000 || took.output > 5_000_000;
            if wanted.is_some() || is_over {
                println!(
                    "{:40} {:32} {:>8} ms {:>8} KB {:>8} KB",
                    request.name,
                    took.function,
                    took.time.as_millis(),
                    took.cost.peak / 1000,
                    took.output / 1000
                );
            }
            let most = all.entry(took.function).or_default();
            if took.time > most.time.0 {
                most.time = (took.time, request.name.clone());
            }
            if took.cost.peak > most.memory.0 {
                most.memory = (took.cost.peak, request.name.clone());
            }
            if took.output > most.output.0 {
                most.output = (took.output, request.name.clone());
            }
        }
    }
    for (function, most) in all {
        println!(
            "{function:32} {:>6} ms ({})  {:>7.1} MB ({})  {:>7.2} MB out ({})",
            most.time.0.as_millis(),
            most.time.1,
            most.memory.0 as f64 / 1e6,
            most.memory.1,
            most.output.0 as f64 / 1e6,
            most.output.1,
        );
    }
}
