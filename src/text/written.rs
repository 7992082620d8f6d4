//! Writing values as texts.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

/// Collects what a function writes into a `String`.
pub(crate) fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    // Room for most places and messages, so that the string rarely grows.
    let mut text = String::with_capacity(256);
    // Writing to a `String` never fails.
    let _ = write(&mut text);
    text
}

/// A day in ISO 8601, `2026-11-23`, written on the stack.
///
/// The slow way is the `Display` of `NaiveDate`, which formats part by part; it is taken for years outside 0
/// to 9999. The test below holds both equal.
#[derive(Clone, Copy)]
pub(crate) struct Iso(pub(crate) NaiveDate);

impl Iso {
    /// Passes the text to `then`, so that nothing is allocated.
    pub(crate) fn with<T>(self, then: impl FnOnce(&str) -> T) -> T {
        let Self(date) = self;
        let Ok(year @ 0..=9999) = u32::try_from(date.year()) else { return then(&date.to_string()) };
        let mut rest = year * 10_000 + date.month() * 100 + date.day();
        let mut text = *b"0000-00-00";
        for digit in text.iter_mut().rev().filter(|byte| **byte != b'-') {
            *digit += u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
        then(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with(|text| serializer.serialize_str(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_it_displays() {
        for (year, month, day) in [
            (2026, 11, 23),
            (2000, 1, 1),
            (999, 12, 31),
            (0, 2, 29),
            (9999, 10, 10),
            (10_000, 1, 2),
            (-1, 3, 4),
        ] {
            let date = NaiveDate::from_ymd_opt(year, month, day);
            let texts = date.map(|date| (Iso(date).with(str::to_owned), date.to_string()));
            assert!(texts.as_ref().is_some_and(|(iso, displayed)| iso == displayed), "{texts:?}");
        }
    }
}
