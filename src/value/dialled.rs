//! Telephone numbers as people write them: digits with what stands between them.

use super::typed::{is_full_width, is_invisible};
use crate::text::is_dash;

/// Longest reading: a country code, an area code, a number and an extension are 22.
const CAPACITY: usize = 24;

/// What was written: the digits, and where among them the signs stood.
#[derive(Debug)]
pub(super) struct Dialled {
    digits: [u8; CAPACITY],
    /// All digits, also those that did not fit.
    count: usize,
    plus: bool,
    /// Bit n: a hyphen after n digits.
    hyphens: u32,
    /// The number of digits before `(` and before `)`.
    brackets: (Option<usize>, Option<usize>),
}

/// Why a text is not written like a telephone number.
pub(super) enum Unwritten {
    Invisible,
    FullWidth,
    Characters,
}

/// A number without its country code.
pub(super) struct National<'a> {
    pub(super) digits: &'a [u8],
    /// Whether the country code was there.
    pub(super) coded: bool,
}

impl Dialled {
    /// Reads digits, spaces and line breaks, hyphens and dashes of any width, a `+` in front and one pair of round
    /// brackets.
    pub(super) fn read(text: &str) -> Result<Self, Unwritten> {
        let mut this =
            Self { digits: [0; CAPACITY], count: 0, plus: false, hyphens: 0, brackets: (None, None) };
        for c in text.chars() {
            match c {
                '0'..='9' => {
                    if let (Some(slot), Ok(byte)) = (this.digits.get_mut(this.count), u8::try_from(c)) {
                        *slot = byte;
                    }
                    this.count += 1;
                }
                c if c.is_whitespace() => {}
                c if is_dash(c) => this.hyphens |= this.bit(),
                '+' if this.count == 0 && !this.plus && this.brackets.0.is_none() => this.plus = true,
                '(' if this.brackets.0.is_none() => this.brackets.0 = Some(this.count),
                ')' if this.brackets.0.is_some() && this.brackets.1.is_none() => {
                    this.brackets.1 = Some(this.count);
                }
                c if is_invisible(c) => return Err(Unwritten::Invisible),
                c if is_full_width(c) => return Err(Unwritten::FullWidth),
                _ => return Err(Unwritten::Characters),
            }
        }
        Ok(this)
    }

    fn bit(&self) -> u32 {
        u32::try_from(self.count).ok().and_then(|count| 1_u32.checked_shl(count)).unwrap_or(0)
    }

    /// The digits without the country code: `+86`, `0086`, or `86` before what is more than a local number.
    /// `None` for another country's. More digits than any number has are cut to as many as no number has.
    pub(super) fn national(&self) -> Option<National<'_>> {
        let digits = self.digits.get(..self.count).unwrap_or(&self.digits);
        let (digits, coded) = match digits {
            [b'8', b'6', rest @ ..] if self.plus => (rest, true),
            _ if self.plus => return None,
            [b'0', b'0', b'8', b'6', rest @ ..] => (rest, true),
            [b'0', b'0', ..] => return None,
            [b'8', b'6', rest @ ..] if digits.len() > 8 => (rest, true),
            _ => (digits, false),
        };
        Some(National { digits, coded })
    }

    /// How many digits there are before `rest`, the end of the digits.
    pub(super) fn before(&self, rest: &[u8]) -> usize {
        self.count.min(CAPACITY) - rest.len()
    }

    /// Whether a hyphen stands after so many digits.
    pub(super) fn has_hyphen_after(&self, digits: usize) -> bool {
        u32::try_from(digits)
            .ok()
            .and_then(|digits| self.hyphens.checked_shr(digits))
            .is_some_and(|h| h & 1 == 1)
    }

    /// Whether there are no brackets, or they are around the digits from `start` to `end`.
    pub(super) fn brackets_fit(&self, around: Option<(usize, usize)>) -> bool {
        match self.brackets {
            (None, None) => true,
            (Some(open), Some(close)) => around == Some((open, close)),
            _ => false,
        }
    }
}
