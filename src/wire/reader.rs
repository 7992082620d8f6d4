//! The reader: one visitor for all types, which fills slot after slot.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::wire::errors::Listed;
use crate::wire::{
    foreign, shown, Field, Inside, List, Object, Read, Refusal, Scalar, Seen, Slot, Tagged, Unfinished,
};

/// Reads a value of a type that the macros declare.
pub(crate) fn read<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    Reader(&mut value, None).deserialize(deserializer)?;
    Ok(value)
}

/// Fills one slot. That of a list's item may stay empty, which is noted: a blank item is not given.
struct Reader<'s>(&'s mut dyn Slot, Option<&'s mut bool>);

impl Reader<'_> {
    fn scalar<E: Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        match (self.0.scalar(scalar), scalar, self.1) {
            (Err(Refusal::Name(_)), Scalar::Text(text), Some(is_blank)) if text.trim().is_empty() => {
                *is_blank = true;
                Ok(())
            }
            (filled, ..) => filled.map_err(|refusal| refused(self.0.expected(), scalar, refusal)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.expected())
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(v))
    }

    fn visit_bool<E: Error>(self, v: bool) -> Result<(), E> {
        self.scalar(Scalar::Flag(v))
    }

    fn visit_u64<E: Error>(self, v: u64) -> Result<(), E> {
        self.scalar(Scalar::Count(v))
    }

    fn visit_i64<E: Error>(self, v: i64) -> Result<(), E> {
        self.scalar(u64::try_from(v).map_or(Scalar::Negative, Scalar::Count))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.scalar(Scalar::Fraction)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let expected = self.0.expected();
        let Inside::List(list) = self.0.enter() else {
            return Err(A::Error::invalid_type(Unexpected::Seq, &expected));
        };
        while items.next_element_seed(Next(list))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let expected = self.0.expected();
        match self.0.enter() {
            Inside::Object(object) => read_object(object, Of::One, Seen::default(), map),
            Inside::Making(mut object) => read_object(&mut *object, Of::One, Seen::default(), map),
            Inside::Tagged(object) => read_tagged(object, map),
            Inside::Nothing | Inside::List(_) => Err(A::Error::invalid_type(Unexpected::Map, &expected)),
        }
    }
}

/// Appends and fills the next item of a list.
struct Next<'s>(&'s mut dyn List);

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Some(slot) = self.0.next() else { return Err(D::Error::custom("a list without room")) };
        let mut is_blank = false;
        deserializer.deserialize_any(Reader(slot, Some(&mut is_blank)))?;
        if is_blank {
            self.0.take_back();
        }
        Ok(())
    }
}

#[cold]
fn refused<E: Error>(expected: &'static str, scalar: Scalar<'_>, refusal: Refusal) -> E {
    let what = match (refusal, scalar) {
        (Refusal::Name(names), Scalar::Text(name)) => return E::unknown_variant(shown(name), names),
        (Refusal::Value(what), _) => return E::invalid_value(Unexpected::Other(what), &expected),
        (Refusal::Number(what), _) => what,
        (_, Scalar::Null) => return E::invalid_type(Unexpected::Unit, &expected),
        (_, Scalar::Text(_)) => "a string",
        (_, Scalar::Flag(_)) => "a boolean",
        (_, Scalar::Count(_) | Scalar::Negative | Scalar::Fraction) => "a number",
    };
    E::invalid_type(Unexpected::Other(what), &expected)
}

/// Which keys an object accepts.
#[derive(Clone, Copy)]
enum Of {
    /// Its own: the object has no kinds.
    One,
    /// Those of this kind; `kind` was read first.
    Kind(&'static str),
    /// Those of all kinds, and once `kind` was read, those of its kind.
    AnyKind,
}

fn read_object<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    of: Of,
    mut seen: Seen,
    mut map: A,
) -> Result<(), A::Error> {
    while let Some((key, slot)) = map.next_key_seed(KeyOf { object: &mut *object, of })? {
        if seen.has(key) {
            return Err(duplicate(object, key));
        }
        seen.insert(key);
        map.next_value_seed(Reader(slot, None))?;
    }
    finish(object, seen)
}

#[cold]
fn duplicate<E: Error>(object: &dyn Object, key: u32) -> E {
    let keys = (0..).zip(object.keys());
    E::duplicate_field(
        keys.filter(|(number, _)| *number == key).map(|(_, key)| *key).next().unwrap_or_default(),
    )
}

fn finish<E: Error>(object: &mut dyn Object, seen: Seen) -> Result<(), E> {
    object.finish(seen).map_err(|unfinished| match unfinished {
        Unfinished::Missing(key, accepted) => missing(key, accepted),
        Unfinished::Other(message) => E::custom(message),
    })
}

/// Reads a key, and gives the slot for its value.
struct KeyOf<'o> {
    object: &'o mut dyn Object,
    of: Of,
}

impl<'de, 'o> DeserializeSeed<'de> for KeyOf<'o> {
    type Value = Field<'o>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field<'o>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'o> Visitor<'_> for KeyOf<'o> {
    type Value = Field<'o>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<Field<'o>, E> {
        if let Of::AnyKind = self.of {
            self.object.set_kind();
            if let Some((kind, own)) = self.object.kind().filter(|(_, own)| !own.contains(&v)) {
                return Err(E::custom(foreign(v, kind, own)));
            }
        }
        self.object.field(v).map_err(|keys| unknown_key(v, self.of, keys))
    }
}

#[cold]
fn unknown_key<E: Error>(key: &str, of: Of, keys: &'static [&'static str]) -> E {
    match of {
        Of::Kind(_) if key == KIND => E::duplicate_field(KIND),
        Of::Kind(kind) => E::custom(foreign(key, kind, keys)),
        Of::One | Of::AnyKind => E::unknown_field(shown(key), keys),
    }
}

/// Reads an object whose key `kind` selects its variant.
///
/// Usually `kind` comes first, and each value goes straight to its place. Otherwise the slow way collects the
/// values until the kind is known ([`Tagged::any_kind`]); the test
/// `wire::the_order_of_keys_makes_no_difference` holds both equal.
fn read_tagged<'de, A: MapAccess<'de>>(object: &mut dyn Tagged, mut map: A) -> Result<(), A::Error> {
    let mut kind = object.kinds();
    let mut seen = Seen::default();
    match map.next_key_seed(FirstKey(&mut *object))? {
        Some(First::Kind) => {
            map.next_value_seed(Reader(&mut kind, None))?;
            let Some(kind) = kind.chosen else { return Err(missing(KIND, kind.kinds)) };
            object.become_kind(kind);
            read_object(object.body(), Of::Kind(kind), seen, map)
        }
        Some(First::Other(key)) => {
            let mut object = object.any_kind();
            if let Ok((key, slot)) = object.field(key) {
                seen.insert(key);
                map.next_value_seed(Reader(slot, None))?;
            }
            read_object(&mut *object, Of::AnyKind, seen, map)
        }
        None => Err(missing(KIND, kind.kinds)),
    }
}

/// The error for a required key that is missing.
fn missing<E: Error>(key: &'static str, accepted: &[&str]) -> E {
    match accepted {
        [] => E::missing_field(key),
        _ => E::custom(format_args!("missing field `{key}`, expected {}", Listed(accepted))),
    }
}

/// The key that tells the kinds of an object apart.
pub(crate) const KIND: &str = "kind";

/// Reads the first key of an object whose key `kind` selects its variant.
struct FirstKey<'o>(&'o mut dyn Tagged);

enum First {
    Kind,
    Other(&'static str),
}

impl<'de> DeserializeSeed<'de> for FirstKey<'_> {
    type Value = First;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<First, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FirstKey<'_> {
    type Value = First;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<First, E> {
        if v == KIND {
            return Ok(First::Kind);
        }
        let mut object = self.0.any_kind();
        let keys = object.keys();
        object.field(v).map_err(|keys| unknown_key(v, Of::AnyKind, keys))?;
        Ok(First::Other(keys.iter().copied().find(|key| *key == v).unwrap_or_default()))
    }
}
