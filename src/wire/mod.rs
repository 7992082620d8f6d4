//! How the wire format is read: objects, closed lists and texts whose errors keep line and column, list what
//! is accepted, and never repeat what a person typed.
//!
//! Serde's derive repeats the offending value in "invalid type", takes an array for an object, and loses the
//! position in tagged enums; so reading is written here, and writing is derived. A value is read into its place: the
//! macros declare which place a key leads to, and one reader, the same for all types, goes from place to place. It is
//! small enough to stay in the processor's cache, where code that is made for each type anew does not. Values are always
//! asked for with `deserialize_any`: told what to expect, `serde_json` refuses by itself and repeats the value.

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
    /// It is of another type.
    Type,
    /// It is a number, but this is none that can be here.
    Number(&'static str),
    /// The type is right, the value is not.
    Value(&'static str),
    /// It is not on the list.
    Name(&'static [&'static str]),
}

/// A type that can be read from the wire, piece by piece into a value of it.
pub(crate) trait Read: Sized {
    /// What belongs here, for an error.
    const EXPECTED: &'static str;
    /// What is accepted, where that can be listed.
    const ACCEPTED: &'static [&'static str] = &[];

    /// The value before it is read.
    fn blank() -> Self;

    /// Takes a scalar.
    fn scalar(&mut self, _: Scalar<'_>) -> Result<(), Refusal> {
        Err(Refusal::Type)
    }

    /// What is inside, where this is no scalar.
    fn enter(&mut self) -> Inside<'_> {
        Inside::Nothing
    }
}

/// The place of a value of any type.
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

/// What is inside a place.
pub(crate) enum Inside<'s> {
    Nothing,
    List(&'s mut dyn List),
    Object(&'s mut dyn Object),
    /// An object that becomes something else when all of it is read.
    Making(Box<dyn Object + 's>),
    Tagged(&'s mut dyn Tagged),
}

/// A list that is read.
pub(crate) trait List {
    /// The place of the next item.
    fn next(&mut self) -> Option<&mut dyn Slot>;
}

/// An object that is read.
pub(crate) trait Object {
    /// Its keys, in the order of the documentation; a key is told by its place among them.
    fn keys(&self) -> &'static [&'static str];

    /// The place of a key among [`keys`](Self::keys), and the place for its value; the keys where it is none of them.
    fn field(&mut self, key: &str) -> Result<Field<'_>, &'static [&'static str]>;

    /// The kind that has been read already, of an object that has more keys than its kind.
    fn kind(&self) -> Option<(&'static str, &'static [&'static str])> {
        None
    }

    /// Before a key is read: tells the values that hang on it the kind, where it is known.
    fn set_kind(&mut self) {}

    /// After the last key.
    fn finish(&mut self, _: Seen) -> Result<(), Unfinished> {
        Ok(())
    }
}

/// A key by its place among those of the object, and the place for its value.
pub(crate) type Field<'o> = (u32, &'o mut dyn Slot);

/// An object that its key `kind` tells apart.
pub(crate) trait Tagged {
    fn kinds(&self) -> Kind;

    /// Becomes one of a kind, with nothing given yet.
    fn become_kind(&mut self, kind: &'static str);

    /// What has the keys of the kind, `kind` aside.
    fn body(&mut self) -> &mut dyn Object;

    /// What has the keys of all kinds, where others come before `kind`.
    fn any_kind(&mut self) -> Box<dyn Object + '_>;
}

/// What is wrong with an object as a whole.
pub(crate) enum Unfinished {
    /// A key that has to be there, and what is accepted.
    Missing(&'static str, &'static [&'static str]),
    Other(String),
}

/// Which keys of an object were there, by their places.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen(u64);

impl Seen {
    /// No object has more keys.
    pub(crate) const KEYS: usize = 64;

    pub(crate) fn has(self, key: u32) -> bool {
        self.0 & 1_u64.wrapping_shl(key) != 0
    }

    fn insert(&mut self, key: u32) {
        self.0 |= 1_u64.wrapping_shl(key);
    }
}

/// The kind of an object while it is read.
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

/// Whether a value says anything; what says nothing is not written.
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
