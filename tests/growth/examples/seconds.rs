//! Prints how long each shape takes at two sizes, and how much longer the greater one: 2 is in proportion.
//!
//! `cargo run --release --example seconds -- 1000 [PART OF A NAME [all]]`; `all` asks other provinces and checklists too.

use std::time::{Duration, Instant};

use beian::{validate, what_if, Checklist, Comparison, Order, Request, Rulebook};
use beian_growth_tests::shapes::{typed, SHAPES, UNICODE};
use serde_json::Value;

/// The processor's time that this thread has had, where the system tells: other programs do not count.
fn now() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let (begin, of_thread) = (Instant::now(), now());
    let result = work();
    let of_thread = of_thread.and_then(|begin| now()?.checked_sub(begin));
    (result, of_thread.unwrap_or_else(|| begin.elapsed()))
}

/// The steps of a request and how long each took.
fn times(json: &Value, rulebook: &Rulebook, everything: bool) -> Vec<(&'static str, Duration)> {
    let text = json.to_string();
    let mut times = Vec::new();
    let mut note = |name, time| times.push((name, time));
    let (request, time) = timed(|| Request::from_json(text.as_bytes()));
    note("read", time);
    let Ok(Request { order, context, .. }) = request else { return times };
    let (report, time) = timed(|| validate(&order, &context, rulebook));
    note("validate", time);
    note("write", timed(|| serde_json::to_string(&report)).1);
    note("split", timed(|| order.split(&context, rulebook)).1);
    note("compare", timed(|| Comparison::of(&report, &report).is_unchanged()).1);
    if let (Some(principal), Some(registry)) = (order.principal(), &context.registry) {
        note("fit", timed(|| beian::fitting_orders(principal, order.services(), registry, "tencent")).1);
    }
    note("submit", timed(|| beian::progress::Verifier::of_order(&order, &context)).1);
    note("fix", timed(|| fixed(&order, &report)).1);
    if everything {
        note("checklist", timed(|| Checklist::of(&order, &context, rulebook)).1);
        note("what if", timed(|| what_if(&order, &context, rulebook)).1);
    }
    times
}

fn fixed(order: &Order, report: &beian::Report) -> usize {
    let remedies = report.findings.iter().filter_map(|finding| finding.remedy());
    remedies.take(20).filter(|remedy| order.apply(remedy).is_ok()).count()
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let size: usize = arguments.next().and_then(|size| size.parse().ok()).unwrap_or(1000);
    let wanted = arguments.next();
    let everything = arguments.next().is_some();
    let whole = beian::RulebookPatch::new().with_max_findings(None);
    let Ok(whole) = Rulebook::default().patched(&whole) else { return };
    let show = |name: &str, small: &Value, large: &Value| {
        if wanted.as_ref().is_some_and(|wanted| !name.contains(wanted.as_str())) {
            return;
        }
        let (small, large) = (times(small, &whole, everything), times(large, &whole, everything));
        for ((step, small), (_, large)) in small.iter().zip(&large) {
            let ratio = large.as_secs_f64() / small.as_secs_f64().max(1e-9);
            let mark = if ratio > 2.8 && *large > Duration::from_millis(5) { "  <-" } else { "" };
            println!("{name:50} {step:10} {small:>12.1?} {large:>12.1?} {ratio:6.1}{mark}");
        }
    };
    for shape in SHAPES {
        show(shape.name, &(shape.of)(size), &(shape.of)(size * 2));
    }
    for (what, text) in UNICODE {
        let (small, large) = (typed(&text.repeat(size * 4)), typed(&text.repeat(size * 8)));
        for ((name, small), (_, large)) in small.iter().zip(&large) {
            show(&format!("{what}: {name}"), small, large);
        }
    }
}
