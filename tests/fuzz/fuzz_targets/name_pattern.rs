#![no_main]

#[allow(dead_code)] // the other bodies
#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::name_pattern(bytes));
