//! Every public function whose answer a request makes large.

use std::time::{Duration, Instant};

use beian::progress::{Event, Verifier};
use beian::{
    fitting_orders, what_if, Checklist, Comparison, Language, Order, Relocation, Report, Request, Rulebook,
    WhatIf,
};

use crate::{counted, Cost};

/// What an answer took.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// The function.
    pub function: &'static str,
    /// How long, its answer written: the processor's time, where the system tells it.
    pub time: Duration,
    /// The memory for it, besides the request's own.
    pub cost: Cost,
    /// The bytes of the answer in JSON, or as text where it has no JSON.
    pub output: usize,
}

fn json(value: &impl serde::Serialize) -> usize {
    struct Count(usize);
    impl std::io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0);
    serde_json::to_writer(&mut count, value).map_or(usize::MAX, |()| count.0)
}

/// The processor's time that this thread has had, where the system tells: other programs do not count.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn took(function: &'static str, work: impl FnOnce() -> usize) -> Took {
    let (begin, of_thread, mut output) = (Instant::now(), processor_time(), 0);
    let cost = counted(|| output = work());
    let of_thread = of_thread.and_then(|begin| processor_time()?.checked_sub(begin));
    Took { function, time: of_thread.unwrap_or_else(|| begin.elapsed()), cost, output }
}

/// Asks everything of a request, and says what each answer took.
///
/// # Panics
/// Where the text is no request.
pub fn ask_everything(text: &str, rulebook: &Rulebook) -> Vec<Took> {
    let Ok(Request { order, context, .. }) = Request::from_json(text.as_bytes()) else {
        panic!("{:?}", Request::from_json(text.as_bytes()))
    };
    let report = beian::validate(&order, &context, rulebook);
    let other = other_report(&report);
    let text_of = |report: &Report| -> usize {
        report
            .findings
            .iter()
            .map(|finding| finding.message(Language::Zh).to_string().len() + finding.path.to_string().len())
            .sum()
    };
    let mut all = vec![
        took("Request::from_json", || Request::from_json(text.as_bytes()).map_or(0, |_| 0)),
        took("Order as JSON", || json(&order)),
        took("validate", || json(&beian::validate(&order, &context, rulebook))),
        took("Report::to_json", || report.to_json().len()),
        took("Report by_step", || report.by_step(&order).iter().map(|(_, found)| found.len()).sum()),
        took("messages", || text_of(&report)),
        took("Checklist", || json(&Checklist::of(&order, &context, rulebook))),
        took("Checklist as text", || {
            let checklist = Checklist::of(&order, &context, rulebook);
            checklist.items().map(|item| item.show(Language::Zh).len()).sum()
        }),
        took("what_if", || json(&what_if(&order, &context, rulebook))),
        took("WhatIf, certificate too", || {
            json(&WhatIf::of(&order, &context, rulebook, Relocation::FilingAndCertificate))
        }),
        took("Order::split", || match order.split(&context, rulebook) {
            Ok(parts) => json(&parts),
            Err(error) => error.to_string().len(),
        }),
        took("Comparison", || json(&Comparison::of(&report, &other))),
        took("Comparison, unchanged", || json(&Comparison::of(&report, &report))),
        took("Verifier::of_order", || format!("{:?}", Verifier::of_order(&order, &context)).len()),
        took("Event::submission_of", || format!("{:?}", Event::submission_of(&order, &context)).len()),
        took("Order::apply", || apply(&order, &report)),
        took("Debug of the report", || format!("{report:?}").len()),
        took("Report::find, its error", || {
            report.find("order.no-services", "/nowhere").map_or_else(|error| error.to_string().len(), |_| 0)
        }),
        took("Report::into_result, its error", || {
            report.clone().into_result().map_or_else(|error| error.to_string().len(), |_| 0)
        }),
    ];
    if let Some(registry) = &context.registry {
        all.push(took("Registry::export", || {
            json(&registry.export("100001", "tencent").collect::<Vec<_>>())
        }));
        all.push(took("Registry::export, rows", || {
            registry
                .export("100001", "tencent")
                .map(|filing| filing.rows().map(|row| json(&row)).sum::<usize>())
                .sum()
        }));
        if let Some(principal) = order.principal() {
            all.push(took("fitting_orders", || {
                format!("{:?}", fitting_orders(principal, order.services(), registry, "tencent")).len()
            }));
        }
    }
    all
}

/// The report of another order: with half of the findings, and these at other places.
fn other_report(report: &Report) -> Report {
    let mut other = report.clone();
    let half = other.findings.len() / 2;
    other.findings.truncate(half);
    other
}

fn apply(order: &Order, report: &Report) -> usize {
    let remedies = report.findings.iter().filter_map(|finding| finding.remedy()).take(10);
    remedies.filter_map(|remedy| order.apply(remedy).ok()).map(|fixed| fixed.services().len().min(1)).sum()
}
