//! Whatever a stranger sends, every public function takes memory, and gives an answer, in proportion to its size: counted,
//! not timed. `examples/bounds.rs` has the times, of larger requests.

use beian::{Rulebook, RulebookPatch};
use beian_growth_tests::asked::ask_everything;
use beian_growth_tests::hostile::hostile;

/// A rulebook that lists little, so that what is listed is no more than a part of the request.
fn listing_little() -> Rulebook {
    let patch = RulebookPatch::new().with_max_findings(Some(100)).with_max_items(Some(150));
    Rulebook::default().patched(&patch).expect("a patch")
}

#[test]
fn every_answer_is_bounded_by_the_request() {
    let rulebook = listing_little();
    let mut over = Vec::new();
    for request in hostile(12_000) {
        let bytes = request.text.len();
        for took in ask_everything(&request.text, &rulebook) {
            let (output, memory) = (took.output, took.cost.peak);
            let provinces = took.function.to_lowercase().starts_with("what");
            let always = if provinces { MEMORY_OF_PROVINCES } else { MEMORY_ALWAYS };
            if output > OUTPUT_TIMES * bytes + OUTPUT_ALWAYS || memory > MEMORY_TIMES * bytes + always {
                let of = format!("{} of {} ({bytes} bytes)", took.function, request.name);
                over.push(format!("{of}: an answer of {output} bytes, {memory} bytes at once"));
            }
        }
    }
    assert!(over.is_empty(), "{over:#?}");
}

/// What lists each service; and the findings of a checklist, 4,000 at most with their texts.
const OUTPUT_TIMES: usize = 4;
const OUTPUT_ALWAYS: usize = 1_500_000;

/// A request of the smallest parts takes three bytes for each: `{},`.
const MEMORY_TIMES: usize = 280;
const MEMORY_ALWAYS: usize = 6_000_000;

/// A report with 4,000 findings for each of 31 provinces.
const MEMORY_OF_PROVINCES: usize = 60_000_000;
