//! Texts, numbers, flags, dates, and lists of what can be read.

use chrono::NaiveDate;

use crate::wire::{Inside, List, Read, Refusal, Scalar, Slot};

impl Read for String {
    const EXPECTED: &'static str = "a string";

    fn blank() -> Self {
        Self::new()
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        let Scalar::Text(text) = scalar else { return Err(Refusal::Type) };
        *self = Self::from(text);
        Ok(())
    }
}

impl Read for bool {
    const EXPECTED: &'static str = "`true` or `false`";

    fn blank() -> Self {
        false
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        let Scalar::Flag(flag) = scalar else { return Err(Refusal::Type) };
        *self = flag;
        Ok(())
    }
}

impl Read for u64 {
    const EXPECTED: &'static str = "a whole number from 0";

    fn blank() -> Self {
        0
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        *self = count(scalar)?;
        Ok(())
    }
}

impl Read for u32 {
    const EXPECTED: &'static str = "a whole number from 0 to 4294967295";

    fn blank() -> Self {
        0
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        *self = Self::try_from(count(scalar)?).map_err(|_| Refusal::Value("a number that large"))?;
        Ok(())
    }
}

fn count(scalar: Scalar<'_>) -> Result<u64, Refusal> {
    match scalar {
        Scalar::Count(count) => Ok(count),
        Scalar::Negative => Err(Refusal::Number("a negative number")),
        Scalar::Fraction => Err(Refusal::Number("a number with a fraction")),
        _ => Err(Refusal::Type),
    }
}

impl Read for NaiveDate {
    const EXPECTED: &'static str = "a date, `YYYY-MM-DD`";
    const ACCEPTED: &'static [&'static str] = &["YYYY-MM-DD"];

    fn blank() -> Self {
        Self::default()
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        let Scalar::Text(text) = scalar else { return Err(Refusal::Type) };
        *self = date(text).ok_or(Refusal::Value("a string that is no date"))?;
        Ok(())
    }
}

/// Parses `YYYY-MM-DD`.
///
/// The slow way is chrono's parser, which interprets a format and costs fifteen times as much, and which also
/// accepts other forms. The tests below hold this one to the form that `NaiveDate` displays.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let mut number = [y1, y2, y3, y4, m1, m2, d1, d2];
    for digit in &mut number {
        *digit = digit.checked_sub(b'0').filter(|d| *d < 10)?;
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = number.map(u32::from);
    let year = i32::try_from(y1 * 1000 + y2 * 100 + y3 * 10 + y4).ok()?;
    NaiveDate::from_ymd_opt(year, m1 * 10 + m2, d1 * 10 + d2)
}

/// A value that may be absent: `null` reads as `None`.
impl<T: Read> Read for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn blank() -> Self {
        None
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        if let Scalar::Null = scalar {
            *self = None;
            return Ok(());
        }
        self.get_or_insert_with(T::blank).scalar(scalar)
    }

    fn enter(&mut self) -> Inside<'_> {
        self.get_or_insert_with(T::blank).enter()
    }
}

impl<T: Read> Read for Box<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const ACCEPTED: &'static [&'static str] = T::ACCEPTED;

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        T::scalar(self, scalar)
    }

    fn enter(&mut self) -> Inside<'_> {
        T::enter(self)
    }
}

/// A list: `null` reads as an empty one.
impl<T: Read> Read for Vec<T> {
    const EXPECTED: &'static str = "a list";

    fn blank() -> Self {
        Self::new()
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        match scalar {
            Scalar::Null => Ok(()),
            _ => Err(Refusal::Type),
        }
    }

    fn enter(&mut self) -> Inside<'_> {
        Inside::List(self)
    }
}

/// The capacity of a new list: two small items, or one large one, since a list of large items often has only
/// one.
const fn usual_items<T>() -> usize {
    if std::mem::size_of::<T>() <= 96 {
        2
    } else {
        1
    }
}

impl<T: Read> List for Vec<T> {
    fn next(&mut self) -> Option<&mut dyn Slot> {
        // Most lists have one item or two; the standard library would make room for four.
        if self.len() == self.capacity() {
            self.reserve_exact(if self.is_empty() { usual_items::<T>() } else { self.len() });
        }
        self.push(T::blank());
        let item: &mut dyn Slot = self.last_mut()?;
        Some(item)
    }

    fn take_back(&mut self) {
        self.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_it_is_written() {
        let months = (0..=9999).step_by(7).flat_map(|year| (1..=12).map(move |month| (year, month)));
        // Each month gets the next day in turn, so that every day from 1 to 31 occurs.
        let days = months.zip((1..=31).cycle());
        for day in days.filter_map(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day)) {
            assert_eq!(date(&day.to_string()), Some(day));
        }
    }

    #[test]
    fn what_is_not_year_month_and_day_is_no_date() {
        let day = "2026-11-23";
        for at in 0..day.len() {
            for other in ['/', ':', '-', ' ', 'a', '３'] {
                let sign = |(place, c)| if place == at { other } else { c };
                let changed: String = day.chars().enumerate().map(sign).collect();
                assert_eq!(date(&changed).is_some(), changed == day, "{changed}");
            }
        }
        for text in
            ["", "2026-11", "2026-11-2", "2026-11-230", "02026-11-23", "+2026-11-23", "2026-1-23", "20261123"]
        {
            assert_eq!(date(text), None, "{text}");
        }
        for text in ["2026-00-23", "2026-13-23", "2026-11-00", "2026-11-31", "2026-02-29"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
