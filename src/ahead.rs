//! Reading ahead, which changes nothing but the time that large orders take.
//!
//! An order of hundreds of services does not fit the processor's cache, and its texts lie all over the memory. A rule that
//! comes to one waits for it, and what the rule does next hangs on it. Reading ahead, nothing hangs on what was read, so
//! that the waits overlap: a thousand services take three quarters of the time.

use std::hint::black_box;

use chrono::NaiveDate;

/// Reads some values ahead, all of which have room in the cache.
pub(crate) fn read_ahead<T: Ahead>(values: &[T]) {
    black_box(values.iter().fold(0, |read, value| read ^ value.ahead()));
}

/// A value that can be read ahead.
pub(crate) trait Ahead {
    /// Something of each line of the cache that the value has elsewhere in memory.
    fn ahead(&self) -> u8 {
        0
    }
}

/// What a processor fetches at a time, in bytes.
const CACHE_LINE: usize = 64;

impl Ahead for String {
    fn ahead(&self) -> u8 {
        match self.as_bytes() {
            [] => 0,
            [only] => *only,
            // Most are short: their ends are in all of their lines, or all but one.
            [first, .., last] if self.len() <= 2 * CACHE_LINE => first ^ last,
            long => long.iter().step_by(CACHE_LINE).fold(0, |read, byte| read ^ byte),
        }
    }
}

impl Ahead for bool {}
impl Ahead for u32 {}
impl Ahead for u64 {}
impl Ahead for NaiveDate {}

impl<T: Ahead> Ahead for Option<T> {
    fn ahead(&self) -> u8 {
        self.as_ref().map_or(0, Ahead::ahead)
    }
}

impl<T: Ahead> Ahead for Vec<T> {
    fn ahead(&self) -> u8 {
        self.iter().fold(0, |read, item| read ^ item.ahead())
    }
}
