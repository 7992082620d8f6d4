//! A million services, and a name of a megabyte: what they cost to read and to judge. Takes some minutes and a few
//! gigabytes.
//!
//! `cargo run --release --example million`

use std::time::Instant;

use beian::{validate, Request, Rulebook};
use beian_growth_tests::counted;
use beian_growth_tests::shapes::{typed, SHAPES, UNICODE};

fn judge(what: &str, text: &str) {
    let (rulebook, begin) = (Rulebook::default(), Instant::now());
    let mut told = String::new();
    let reading = counted(|| Request::from_json(text.as_bytes()).map(drop));
    let cost = counted(|| {
        let Ok(Request { order, context, .. }) = Request::from_json(text.as_bytes()) else { return };
        let report = validate(&order, &context, &rulebook);
        let left_out = report.left_out.map_or(0, |left_out| left_out.count());
        let written = serde_json::to_string(&report).map_or(0, |written| written.len());
        told = format!("{} findings, {left_out} left out, {written} bytes", report.findings.len());
    });
    println!(
        "{what:45} {:>12} bytes  read {:>6.1} times that at once, judged {:>6.1}  {:>8.1?}  {told}",
        text.len(),
        reading.peak as f64 / text.len() as f64,
        cost.peak as f64 / text.len() as f64,
        begin.elapsed(),
    );
}

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1_000_000);
    for name in ["services without anything", "equal services", "services of their own", "equal packages"] {
        let Some(shape) = SHAPES.iter().find(|shape| shape.name == name) else { continue };
        // A service with all that belongs to it takes a kilobyte and more.
        let is_whole = matches!(name, "equal services" | "services of their own");
        let text = (shape.of)(if is_whole { count / 10 } else { count });
        judge(name, &text.to_string());
    }
    for (what, text) in UNICODE {
        let request = typed(&text.repeat((1 << 20) / text.len())).into_iter().next();
        if let Some((_, json)) = request {
            judge(&format!("texts of a megabyte: {what}"), &json.to_string());
        }
    }
}
