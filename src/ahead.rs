//! Reading ahead, which changes nothing but the time that large orders take.
//!
//! An order of hundreds of services does not fit the processor's cache, and its texts lie all over the memory. A rule that
//! comes to one waits for it, and what the rule does next hangs on it. Reading ahead, nothing hangs on what was read, so
//! that the waits overlap: a thousand services take two thirds of the time.

use std::hint::black_box;

use chrono::NaiveDate;

use crate::service::Service;

/// So many services are gone through at a time: they stay in the cache for all that is done with them.
const AT_A_TIME: usize = 16;

/// The services, some at a time, with the place of the first; of each text so many lines of the cache are read ahead.
pub(crate) fn some_at_a_time(
    services: &[Service],
    lines: usize,
) -> impl Iterator<Item = (usize, &[Service])> {
    // A few are in the cache soon enough.
    let is_large = services.len() > AT_A_TIME;
    services.chunks(AT_A_TIME).enumerate().map(move |(chunk, some)| {
        if is_large {
            black_box(some.iter().fold(0, |read, service| read ^ service.ahead(lines)));
        }
        (chunk * AT_A_TIME, some)
    })
}

/// A value that can be read ahead.
pub(crate) trait Ahead {
    /// Something of all that lies elsewhere in memory than the value itself; of a text so many lines of the cache.
    fn ahead(&self, _lines: usize) -> u8 {
        0
    }
}

/// What a processor fetches at a time, in bytes.
const CACHE_LINE: usize = 64;

impl Ahead for String {
    fn ahead(&self, lines: usize) -> u8 {
        self.as_bytes().iter().step_by(CACHE_LINE).take(lines).fold(0, |read, byte| read ^ byte)
    }
}

impl Ahead for bool {}
impl Ahead for u32 {}
impl Ahead for u64 {}
impl Ahead for NaiveDate {}

impl<T: Ahead> Ahead for Option<T> {
    fn ahead(&self, lines: usize) -> u8 {
        self.as_ref().map_or(0, |value| value.ahead(lines))
    }
}

impl<T: Ahead> Ahead for Vec<T> {
    fn ahead(&self, lines: usize) -> u8 {
        self.iter().fold(0, |read, item| read ^ item.ahead(lines))
    }
}
