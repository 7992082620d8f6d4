//! How the wire format is read: objects, closed lists and texts whose errors keep line and column, list what
//! is accepted, and never repeat what a person typed.
//!
//! Serde's derive repeats the offending value in "invalid type", takes an array for an object, and loses the
//! position in tagged enums; so reading is written here, and writing is derived. A value is read into its place: the
//! macros declare which place a key leads to, and one reader, the same for all types, goes from place to place. It is
//! small enough to stay in the processor's cache, where code that is made for each type anew does not. Values are always
//! asked for with `deserialize_any`: told what to expect, `serde_json` refuses by itself and repeats the value.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

pub(crate) mod edit;

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
    fn tell_kind(&mut self) {}

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

/// Reads a value.
pub(crate) fn read<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    Reader(&mut value).deserialize(deserializer)?;
    Ok(value)
}

/// Reads what comes into a place.
struct Reader<'s>(&'s mut dyn Slot);

impl Reader<'_> {
    fn scalar<E: Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        self.0.scalar(scalar).map_err(|refusal| refused(self.0.expected(), scalar, refusal))
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

/// Reads the next item of a list.
struct Next<'s>(&'s mut dyn List);

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0.next() {
            Some(slot) => deserializer.deserialize_any(Reader(slot)),
            None => Err(D::Error::custom("a list without room")),
        }
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

/// Which keys an object has.
#[derive(Clone, Copy)]
enum Of {
    /// Its own; there are no kinds.
    One,
    /// Those of this kind, `kind` being read already.
    Kind(&'static str),
    /// Those of all kinds; when one is known, of that.
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
        map.next_value_seed(Reader(slot))?;
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

/// Reads a key of an object.
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
            self.object.tell_kind();
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

/// An object of a kind. That it is told first is usual: then its values go to their places at once.
fn read_tagged<'de, A: MapAccess<'de>>(object: &mut dyn Tagged, mut map: A) -> Result<(), A::Error> {
    let mut kind = object.kinds();
    let mut seen = Seen::default();
    match map.next_key_seed(FirstKey(&mut *object))? {
        Some(First::Kind) => {
            map.next_value_seed(Reader(&mut kind))?;
            let Some(kind) = kind.chosen else { return Err(missing(KIND, kind.kinds)) };
            object.become_kind(kind);
            read_object(object.body(), Of::Kind(kind), seen, map)
        }
        Some(First::Other(key)) => {
            let mut object = object.any_kind();
            if let Ok((key, slot)) = object.field(key) {
                seen.insert(key);
                map.next_value_seed(Reader(slot))?;
            }
            read_object(&mut *object, Of::AnyKind, seen, map)
        }
        None => Err(missing(KIND, kind.kinds)),
    }
}

/// The error for a key that is not there, though it has to be.
fn missing<E: Error>(key: &'static str, accepted: &[&str]) -> E {
    match accepted {
        [] => E::missing_field(key),
        _ => E::custom(format_args!("missing field `{key}`, expected {}", Listed(accepted))),
    }
}

/// The key that tells the kinds of an object apart.
pub(crate) const KIND: &str = "kind";

/// Reads the first key of an object of a kind.
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

/// `name` where it can be shown: a key or a code, not something that a person typed in the wrong place.
pub(crate) fn shown(name: &str) -> &str {
    // Of codes the long ones are words; a number of a person has a digit somewhere.
    let is_word = !name.bytes().any(|b| b.is_ascii_digit());
    let is_code = name.len() <= if is_word { 48 } else { 6 }
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
        && name.bytes().filter(u8::is_ascii_digit).count() < 5;
    if is_code {
        name
    } else {
        "…"
    }
}

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

/// Parses `YYYY-MM-DD`, by hand: chrono's format interpreter costs fifteen times as much.
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

/// A value that may be absent; `null` says that it is.
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

/// A list; `null` is an empty one.
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

/// How many items a list begins with: of large ones there is often one, and much room for more.
const fn usual_items<T>() -> usize {
    if std::mem::size_of::<T>() <= 96 {
        2
    } else {
        1
    }
}

impl<T: Read> List for Vec<T> {
    fn next(&mut self) -> Option<&mut dyn Slot> {
        // Most lists have one item or two: no room is made for four, as the standard library does.
        if self.len() == self.capacity() {
            self.reserve_exact(if self.is_empty() { usual_items::<T>() } else { self.len() });
        }
        self.push(T::blank());
        let item: &mut dyn Slot = self.last_mut()?;
        Some(item)
    }
}

/// The error for a key that another kind of the same object has, in serde's words.
pub(crate) fn foreign(key: &str, kind: &str, accepted: &[&str]) -> String {
    let first = (!accepted.contains(&KIND)).then_some(KIND);
    let accepted: Vec<&str> = first.into_iter().chain(accepted.iter().copied()).collect();
    format!("unknown field `{}` of `{kind}`, expected {}", shown(key), Listed(&accepted))
}

const EARLIER: &str = " (earlier, at `";

/// The message for what turns out wrong only when a later key is read: `place` is where it stands in the object,
/// as in `contents/0`.
pub(crate) fn earlier(message: impl fmt::Display, place: impl fmt::Display) -> String {
    format!("{message}{EARLIER}{place}`)")
}

/// A message, and the place that [`earlier`] gave it.
#[cfg(feature = "json")]
pub(crate) fn split_earlier(message: &str) -> (&str, Option<&str>) {
    let split = message.strip_suffix("`)").and_then(|message| message.rsplit_once(EARLIER));
    split.map_or((message, None), |(message, place)| (message, Some(place)))
}

struct Listed<'a>(&'a [&'a str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.len() > 1 {
            f.write_str("one of ")?;
        }
        for (i, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// Makes `Deserialize` of a type that can be read.
macro_rules! deserialize_by_read {
    ($name:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::read(deserializer)
            }
        }
    };
}
pub(crate) use deserialize_by_read;

/// Declares a closed list of wire names, each with its texts:
/// `Android = "android" { zh: "安卓", en: "Android" }`.
macro_rules! wire_names {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident = $wire:literal { zh: $zh:literal, en: $en:literal }),+ $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every one, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const NAMES: &'static [&'static str] = &[$($wire),+];

            /// The wire name, with its text in both languages.
            pub const fn term(self) -> $crate::text::Term {
                match self {
                    $(Self::$variant => $crate::text::Term { code: $wire, text: $crate::text::Text { zh: $zh, en: $en } }),+
                }
            }

            /// The name on the wire, `snake_case`.
            pub const fn as_str(self) -> &'static str { self.term().code }

            /// What people call it, in both languages.
            pub const fn text(self) -> $crate::text::Text { self.term().text }

            /// The one with this wire name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($wire => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl From<$name> for $crate::text::Term {
            fn from(name: $name) -> Self { name.term() }
        }

        /// So that a setter takes a list such as `ALL` as it stands.
        impl From<&$name> for $name {
            fn from(name: &$name) -> Self { *name }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::wire::Read for $name {
            const EXPECTED: &'static str = concat!("one of ", $crate::wire::wire_listed!($($wire),+));
            const ACCEPTED: &'static [&'static str] = Self::NAMES;

            fn blank() -> Self {
                $crate::wire::first!($(Self::$variant),+)
            }

            fn scalar(&mut self, scalar: $crate::wire::Scalar<'_>) -> Result<(), $crate::wire::Refusal> {
                let $crate::wire::Scalar::Text(name) = scalar else { return Err($crate::wire::Refusal::Type) };
                *self = Self::from_name(name).ok_or($crate::wire::Refusal::Name(Self::NAMES))?;
                Ok(())
            }
        }
        $crate::wire::deserialize_by_read!($name);

        #[cfg(feature = "schema")]
        $crate::ask::schema::described!($name, |_| $crate::ask::schema::names(&[$($doc),*], Self::NAMES));

        impl $crate::wire::edit::Edit for $name {
            fn parsed(text: &str) -> Option<Self> { Self::from_name(text) }
        }

        #[cfg(test)]
        #[test]
        #[allow(non_snake_case)]
        fn $name() {
            $crate::text::laws::hold(stringify!($name), $name::ALL.iter().map(|name| name.term()));
            for name in $name::ALL {
                assert_eq!($name::from_name(name.as_str()), Some(*name));
                assert_eq!(name.to_string(), name.as_str());
            }
        }
    };
}

macro_rules! first {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}
pub(crate) use first;

/// Names between back ticks, as one literal.
macro_rules! wire_listed {
    ($first:literal $(, $rest:literal)*) => { concat!("`", $first, "`" $(, ", `", $rest, "`")*) };
}
pub(crate) use wire_listed;

/// The type of a field by its shape: `opt T`, `count T` (a number), `list T`, `optlist T`.
macro_rules! wire_shape {
    (count $type:ty) => { Option<$type> };
    (opt $type:ty) => { Option<$type> };
    (list $type:ty) => { Vec<$type> };
    (optlist $type:ty) => { Option<Vec<$type>> };
    (for_kind $type:ty) => { $type };
}

/// Tells a `for_kind` value its kind.
macro_rules! wire_told {
    (for_kind $value:expr, $kind:expr) => {
        $value.tell_kind($kind);
    };
    ($shape:ident $value:expr, $kind:expr) => {};
}

/// The setter of a field by its shape.
macro_rules! wire_setter {
    // No conversion: a literal takes the field's type.
    ($field:ident $with:ident count $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $with(mut self, value: $type) -> Self {
            self.$field = Some(value);
            self
        }
    };
    ($field:ident $with:ident opt $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $with(mut self, value: impl Into<$type>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    ($field:ident $with:ident list $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $with(mut self, values: impl IntoIterator<Item = impl Into<$type>>) -> Self {
            self.$field = values.into_iter().map(Into::into).collect();
            self
        }
    };
    ($field:ident $with:ident optlist $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`; an empty list is a statement of its own.")]
        #[must_use]
        pub fn $with(mut self, values: impl IntoIterator<Item = impl Into<$type>>) -> Self {
            self.$field = Some(values.into_iter().map(Into::into).collect());
            self
        }
    };
}

/// Declares the fields of an object of the wire format: `field, with_field: shape Type;`, where `[private]`
/// before a field keeps its text out of `Debug`. Fields under `new { … }` have to be there.
macro_rules! wire_body {
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $(@new { $($(#[doc = $rdoc:literal])* $required:ident: $rtype:ty;)+ })?
        $($(#[doc = $fdoc:literal])* $([$private:ident])? $field:ident, $with:ident: $shape:ident $type:ty;)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, ::serde::Serialize)]
        #[non_exhaustive]
        pub struct $name {
            $($($(#[doc = $rdoc])* pub $required: $rtype,)+)?
            $($(#[doc = $fdoc])*
            #[serde(skip_serializing_if = "crate::wire::Given::is_absent")]
            pub $field: wire_shape!($shape $type),)*
        }

        wire_body!(@new $name [$($($required: $rtype),+)?] [$($field)*]);

        impl $name {
            /// The keys of this object on the wire, in the order of the documentation.
            pub const KEYS: &'static [&'static str] =
                &[$($(stringify!($required),)+)? $(stringify!($field)),*];

            $(wire_setter!($field $with $shape $type);)*
        }

        impl $crate::wire::Object for $name {
            wire_body!(@keys $($($required)+)? $($field)*);

            $(#[allow(clippy::as_conversions)] // the position of a fieldless variant
            fn finish(&mut self, seen: $crate::wire::Seen) -> Result<(), $crate::wire::Unfinished> {
                // They come before the other keys.
                #[allow(non_camel_case_types)]
                enum Key { $($required),+ }
                $(if !seen.has(Key::$required as u32) {
                    let accepted = <$rtype as $crate::wire::Read>::ACCEPTED;
                    return Err($crate::wire::Unfinished::Missing(stringify!($required), accepted));
                })+
                Ok(())
            })?
        }

        #[cfg(feature = "schema")]
        $crate::ask::schema::described!($name, |generator| {
            $crate::ask::schema::object(&[$($doc),*], [
                $($($crate::ask::schema::required::<$rtype>(stringify!($required), &[$($rdoc),*], generator),)+)?
                $($crate::ask::schema::optional::<wire_shape!($shape $type)>(stringify!($field), &[$($fdoc),*], generator),)*
            ])
        });

        impl $crate::wire::edit::Edit for $name {
            wire_body!(@made [$($($required: $rtype),+)?]);

            fn text(&self, path: &[$crate::path::Segment]) -> Option<&str> {
                let (key, rest) = $crate::wire::edit::key(path)?;
                match key {
                    $($(stringify!($required) => $crate::wire::edit::Edit::text(&self.$required, rest),)+)?
                    $(stringify!($field) => $crate::wire::edit::Edit::text(&self.$field, rest),)*
                    _ => None,
                }
            }

            fn edit(
                &mut self,
                path: &[$crate::path::Segment],
                change: $crate::wire::edit::Change<'_>,
            ) -> Result<(), $crate::wire::edit::Obstacle> {
                let (key, rest) = $crate::wire::edit::key(path).ok_or($crate::wire::edit::Obstacle::NotThere)?;
                match key {
                    $($(stringify!($required) => $crate::wire::edit::Edit::edit(&mut self.$required, rest, change),)+)?
                    $(stringify!($field) => $crate::wire::edit::Edit::edit(&mut self.$field, rest, change),)*
                    _ => Err($crate::wire::edit::Obstacle::NotThere),
                }
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                $($(shown.field(stringify!($required), &self.$required);)+)?
                $(if !$crate::wire::Given::is_absent(&self.$field) {
                    wire_body!(@debug shown self $field $($private)?);
                })*
                shown.finish()
            }
        }
    };
    (@new $name:ident [] [$($field:ident)*]) => {
        impl Default for $name {
            fn default() -> Self { Self { $($field: Default::default()),* } }
        }

        impl $name {
            /// With nothing given yet.
            pub fn new() -> Self { Self::default() }
        }
    };
    (@new $name:ident [$($required:ident: $rtype:ty),+] [$($field:ident)*]) => {
        impl $name {
            /// With what has to be there, and nothing else given yet.
            pub fn new($($required: impl Into<$rtype>),+) -> Self {
                Self { $($required: $required.into(),)+ $($field: Default::default()),* }
            }
        }
    };
    (@keys $($key:ident)*) => {
        fn keys(&self) -> &'static [&'static str] {
            const KEYS: &[&str] = &[$(stringify!($key)),*];
            const _: () = assert!(KEYS.len() <= $crate::wire::Seen::KEYS);
            KEYS
        }

        #[allow(clippy::as_conversions)] // the position of a fieldless variant
        fn field(&mut self, key: &str) -> Result<$crate::wire::Field<'_>, &'static [&'static str]> {
            #[allow(non_camel_case_types)]
            enum Key { $($key),* }
            match key {
                $(stringify!($key) => Ok((Key::$key as u32, &mut self.$key)),)*
                _ => Err($crate::wire::Object::keys(self)),
            }
        }
    };
    (@made []) => {
        fn blank() -> Option<Self> { Some(Self::default()) }
    };
    (@made [$required:ident: $rtype:ty]) => {
        fn parsed(text: &str) -> Option<Self> { <$rtype as $crate::wire::edit::Edit>::parsed(text).map(Self::new) }
    };
    (@made [$($required:ident: $rtype:ty),+]) => {};
    (@debug $shown:ident $self:ident $field:ident) => { $shown.field(stringify!($field), &$self.$field); };
    (@debug $shown:ident $self:ident $field:ident private) => {
        $shown.field(stringify!($field), &$crate::wire::Private::masked(&$self.$field));
    };
}

/// Declares an object as `wire_body!` does, and reads it.
macro_rules! wire_object {
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $(@new { $($(#[doc = $rdoc:literal])* $required:ident: $rtype:ty;)+ })?
        $($(#[doc = $fdoc:literal])* $([$private:ident])? $field:ident, $with:ident: $shape:ident $type:ty;)*
    }) => {
        wire_body! {
            $(#[doc = $doc])*
            pub struct $name {
                $(@new { $($(#[doc = $rdoc])* $required: $rtype;)+ })?
                $($(#[doc = $fdoc])* $([$private])? $field, $with: $shape $type;)*
            }
        }

        impl $crate::wire::Read for $name {
            const EXPECTED: &'static str = "an object";

            fn blank() -> Self {
                Self {
                    $($($required: <$rtype as $crate::wire::Read>::blank(),)+)?
                    $($field: Default::default(),)*
                }
            }

            fn enter(&mut self) -> $crate::wire::Inside<'_> {
                $crate::wire::Inside::Object(self)
            }
        }
        $crate::wire::deserialize_by_read!($name);
    };
}

/// Declares an object that its key `kind` tells apart. `keys` is the union of the kinds' keys with their
/// shapes; each kind names its body and which keys it has. A key of another kind is refused, also
/// where it came before `kind`.
macro_rules! wire_tagged {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        keys { $($key:ident: $shape:ident $type:ty;)* }
        $($(#[doc = $vdoc:literal])* $wire:literal => $variant:ident($body:ident { $($own:ident),* $(,)? }),)+
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize)]
        #[serde(tag = "kind")]
        #[non_exhaustive]
        pub enum $name { $($(#[doc = $vdoc])* #[serde(rename = $wire)] $variant($body)),+ }

        impl $crate::wire::edit::Edit for $name {
            fn text(&self, path: &[$crate::path::Segment]) -> Option<&str> {
                match self { $(Self::$variant(body) => body.text(path)),+ }
            }

            fn edit(
                &mut self,
                path: &[$crate::path::Segment],
                change: $crate::wire::edit::Change<'_>,
            ) -> Result<(), $crate::wire::edit::Obstacle> {
                match self { $(Self::$variant(body) => body.edit(path, change)),+ }
            }
        }

        const _: () = {
            const KINDS: $crate::wire::Kind = $crate::wire::Kind {
                kinds: &[$($wire),+],
                expected: concat!("one of ", $crate::wire::wire_listed!($($wire),+)),
                chosen: None,
            };

            impl $crate::wire::Read for $name {
                const EXPECTED: &'static str = "an object";

                fn blank() -> Self {
                    $crate::wire::first!($(Self::$variant($body::default())),+)
                }

                fn enter(&mut self) -> $crate::wire::Inside<'_> {
                    $crate::wire::Inside::Tagged(self)
                }
            }

            impl $crate::wire::Tagged for $name {
                fn kinds(&self) -> $crate::wire::Kind {
                    KINDS
                }

                fn become_kind(&mut self, kind: &'static str) {
                    match kind {
                        $($wire => *self = Self::$variant($body::default()),)+
                        _ => {}
                    }
                }

                fn body(&mut self) -> &mut dyn $crate::wire::Object {
                    match self { $(Self::$variant(body) => body),+ }
                }

                fn any_kind(&mut self) -> Box<dyn $crate::wire::Object + '_> {
                    Box::new(AnyKind { made: self, kind: KINDS, $($key: Default::default()),* })
                }
            }

            /// The keys of all kinds, until the last one is read.
            struct AnyKind<'s> {
                made: &'s mut $name,
                kind: $crate::wire::Kind,
                $($key: wire_shape!($shape $type),)*
            }

            impl AnyKind<'_> {
                fn own(&self) -> &'static [&'static str] {
                    match self.kind.chosen {
                        $(Some($wire) => &["kind", $(stringify!($own)),*],)+
                        _ => &[],
                    }
                }
            }

            impl $crate::wire::Object for AnyKind<'_> {
                wire_body!(@keys kind $($key)*);

                fn kind(&self) -> Option<(&'static str, &'static [&'static str])> {
                    Some((self.kind.chosen?, self.own()))
                }

                fn tell_kind(&mut self) {
                    $(wire_told!($shape self.$key, self.kind.chosen);)*
                }

                fn finish(&mut self, seen: $crate::wire::Seen) -> Result<(), $crate::wire::Unfinished> {
                    use $crate::wire::{earlier, foreign, Unfinished};
                    let Some(kind) = self.kind.chosen else {
                        return Err(Unfinished::Missing("kind", KINDS.kinds));
                    };
                    let other = |message: String| Unfinished::Other(message);
                    let keys = (0..).zip(self.keys()).filter(|(key, _)| seen.has(*key));
                    for key in keys.map(|(_, key)| key).filter(|key| !self.own().contains(key)) {
                        return Err(other(earlier(foreign(key, kind, self.own()), key)));
                    }
                    *self.made = match kind {
                        $($wire => $name::$variant($body {
                            $($own: std::mem::take(&mut self.$own)
                                .try_into()
                                .map_err(|error| other(ToString::to_string(&error)))?),*
                        }),)+
                        _ => return Err(Unfinished::Missing("kind", KINDS.kinds)),
                    };
                    Ok(())
                }
            }
        };
        $crate::wire::deserialize_by_read!($name);

        #[cfg(feature = "schema")]
        $crate::ask::schema::described!($name, |generator| {
            $crate::ask::schema::tagged(&[$($doc),*], [
                $($crate::ask::schema::kind::<$body>($wire, &[$($vdoc),*], generator),)+
            ])
        });
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_it_is_written() {
        let months = (0..=9999).step_by(7).flat_map(|year| (1..=12).map(move |month| (year, month)));
        // As the years go by, all days of a month.
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

    /// A key, a code or a word that was taken for one; no name, no number of a person.
    #[test]
    fn a_name_is_shown_where_it_looks_like_one() {
        let long = "a".repeat(48);
        for name in
            ["", "nmae", "first-filing", "id.no", "Video_Verification", "zh-Hans", "1001", "a1234b", &long]
        {
            assert_eq!(shown(name), name);
        }
        let longer = "a".repeat(49);
        for name in ["张三", "a b", "a/b", "a@example", "12345", "a12345", "abc123d", &longer] {
            assert_eq!(shown(name), "…", "{name}");
        }
    }
}
