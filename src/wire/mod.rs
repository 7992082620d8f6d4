//! Reading the wire format: objects, closed lists and texts, with errors that keep line and column, list what
//! is accepted, and never repeat what a person typed.
//!
//! Serde's derive would repeat the offending value in "invalid type", take an array for an object, and lose
//! the position in tagged enums. So writing is derived and reading is done here: the macros give each value a
//! [`Slot`], and one reader, the same code for all types, fills slot after slot. It is small enough to stay
//! in the processor's cache, where derived code, made anew for each type, does not. Values are always
//! requested with `deserialize_any`: given a type, `serde_json` would refuse a wrong value by itself and
//! repeat it.

use std::fmt;

pub(crate) mod edit;
mod errors;
#[macro_use]
mod macros;
mod reader;
mod scalars;
#[cfg(feature = "schema")]
pub(crate) mod schema;

#[cfg(feature = "json")]
pub(crate) use errors::split_earlier;
pub(crate) use errors::{earlier, foreign, shown};
pub(crate) use macros::{deserialize_by_read, first, wire_listed};
pub(crate) use reader::read;
pub(crate) use scalars::date;

use crate::text::Masked;

/// A value that is neither an object nor a list.
#[derive(Clone, Copy)]
pub(crate) enum Scalar<'v> {
    Null,
    Flag(bool),
    /// A whole number from 0.
    Count(u64),
    Negative,
    /// A number that is not whole, or too large.
    Fraction,
    Text(&'v str),
}

/// Why a scalar does not belong in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The value is of another type.
    Type,
    /// A number, but not one that can be here: what it is, for the error.
    Number(&'static str),
    /// The right type, but no valid value: what it is, for the error.
    Value(&'static str),
    /// A text that is not on this closed list.
    Name(&'static [&'static str]),
}

/// A type that the reader fills in place, piece by piece.
pub(crate) trait Read: Sized {
    /// What is expected here, for an error.
    const EXPECTED: &'static str;
    /// What is accepted, where that can be listed, for an error.
    const ACCEPTED: &'static [&'static str] = &[];

    /// The value before anything is read into it.
    fn blank() -> Self;

    /// Takes a scalar.
    fn scalar(&mut self, _: Scalar<'_>) -> Result<(), Refusal> {
        Err(Refusal::Type)
    }

    /// The parts to fill, where the value is an object or a list.
    fn enter(&mut self) -> Inside<'_> {
        Inside::Nothing
    }
}

/// The place for a value of any type: [`Read`] as a trait object.
pub(crate) trait Slot {
    fn expected(&self) -> &'static str;
    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal>;
    fn enter(&mut self) -> Inside<'_>;
}

impl<T: Read> Slot for T {
    fn expected(&self) -> &'static str {
        T::EXPECTED
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        T::scalar(self, scalar)
    }

    fn enter(&mut self) -> Inside<'_> {
        T::enter(self)
    }
}

/// What a slot has inside.
pub(crate) enum Inside<'s> {
    Nothing,
    List(&'s mut dyn List),
    Object(&'s mut dyn Object),
    /// An object that is collected in parts and built when its last key was read.
    Making(Box<dyn Object + 's>),
    Tagged(&'s mut dyn Tagged),
}

/// A list while it is read.
pub(crate) trait List {
    /// Appends an item and gives its slot.
    fn next(&mut self) -> Option<&mut dyn Slot>;

    /// Takes the last item back.
    fn take_back(&mut self);
}

/// An object while it is read.
pub(crate) trait Object {
    /// Its keys, in the order of the documentation; the number of a key is its index in this list.
    fn keys(&self) -> &'static [&'static str];

    /// The number of a key and the slot for its value; the list of keys where it is none of them.
    fn field(&mut self, key: &str) -> Result<Field<'_>, &'static [&'static str]>;

    /// The kind that was read already, with its keys, where the object collects the keys of all kinds.
    fn kind(&self) -> Option<(&'static str, &'static [&'static str])> {
        None
    }

    /// Called before each key: passes the kind, once it is known, on to the values that depend on it.
    fn set_kind(&mut self) {}

    /// Called after the last key.
    fn finish(&mut self, _: Seen) -> Result<(), Unfinished> {
        Ok(())
    }
}

/// The number of a key, and the slot for its value.
pub(crate) type Field<'o> = (u32, &'o mut dyn Slot);

/// An object whose key `kind` selects its variant.
pub(crate) trait Tagged {
    fn kinds(&self) -> Kind;

    /// Becomes an empty object of this kind.
    fn become_kind(&mut self, kind: &'static str);

    /// The object with the keys of its kind, `kind` itself left out.
    fn body(&mut self) -> &mut dyn Object;

    /// An object that collects the keys of all kinds, for input where another key comes before `kind`.
    fn any_kind(&mut self) -> Box<dyn Object + '_>;
}

/// Why an object is refused after its last key.
pub(crate) enum Unfinished {
    /// A required key that is missing, and what its value accepts.
    Missing(&'static str, &'static [&'static str]),
    Other(String),
}

/// The keys of an object that were read, as a bit set of their numbers.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen(u64);

impl Seen {
    /// The most keys that an object can have.
    pub(crate) const KEYS: usize = 64;

    pub(crate) fn has(self, key: u32) -> bool {
        self.0 & 1_u64.wrapping_shl(key) != 0
    }

    fn insert(&mut self, key: u32) {
        self.0 |= 1_u64.wrapping_shl(key);
    }
}

/// The value of the key `kind` while it is read.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) kinds: &'static [&'static str],
    pub(crate) expected: &'static str,
    pub(crate) chosen: Option<&'static str>,
}

impl Slot for Kind {
    fn expected(&self) -> &'static str {
        self.expected
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        let Scalar::Text(name) = scalar else { return Err(Refusal::Type) };
        self.chosen = self.kinds.iter().copied().find(|kind| *kind == name);
        self.chosen.map(|_| ()).ok_or(Refusal::Name(self.kinds))
    }

    fn enter(&mut self) -> Inside<'_> {
        Inside::Nothing
    }
}

/// Whether a value is absent; absent values are not written.
pub(crate) trait Given {
    fn is_absent(&self) -> bool;
}

impl<T> Given for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Given for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// A value that `Debug` shows masked.
pub(crate) trait Private {
    type Masked: fmt::Debug;
    fn masked(&self) -> Self::Masked;
}

impl Private for Option<String> {
    type Masked = Masked;
    fn masked(&self) -> Masked {
        Masked::of(self.as_deref().unwrap_or_default())
    }
}

impl Private for Option<Vec<String>> {
    type Masked = Vec<Masked>;
    fn masked(&self) -> Vec<Masked> {
        self.iter().flatten().map(|text| Masked::of(text)).collect()
    }
}
