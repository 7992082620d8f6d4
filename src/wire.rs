//! How the wire format is read: objects, closed lists and texts whose errors keep line and column, list what
//! is accepted, and never repeat what a person typed.
//!
//! Serde's derive repeats the offending value in "invalid type", takes an array for an object, and loses the
//! position in tagged enums; so reading is written here once, by macros, and writing is derived. Values are
//! always asked for with `deserialize_any`: told what to expect, `serde_json` refuses by itself and repeats the
//! value.

use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::value::Masked;

/// A value that can be read from the wire.
pub(crate) trait Read<'de>: Sized {
    /// What is accepted, where that can be listed.
    const ACCEPTED: &'static [&'static str] = &[];

    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a `T` where serde wants a seed.
pub(crate) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) const NEW: Self = Self(PhantomData);
}

impl<'de, T: Read<'de>> DeserializeSeed<'de> for Seed<T> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
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

/// Refuses JSON types by name, so that the value is not repeated.
macro_rules! refuse {
    ($($method:ident($type:ty) $what:literal),+) => {$(
        fn $method<E: ::serde::de::Error>(self, _: $type) -> Result<Self::Value, E> {
            Err(E::invalid_type(::serde::de::Unexpected::Other($what), &self))
        }
    )+};
}
pub(crate) use refuse;

macro_rules! refuse_numbers {
    () => {
        $crate::wire::refuse!(visit_i64(i64) "a number", visit_u64(u64) "a number", visit_f64(f64) "a number");
    };
}
pub(crate) use refuse_numbers;

impl<'de> Read<'de> for String {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Typed;
        impl Visitor<'_> for Typed {
            type Value = String;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_str<E: Error>(self, v: &str) -> Result<String, E> {
                Ok(v.to_owned())
            }
            fn visit_string<E: Error>(self, v: String) -> Result<String, E> {
                Ok(v)
            }
            refuse_numbers!();
            refuse!(visit_bool(bool) "a boolean");
        }
        deserializer.deserialize_any(Typed)
    }
}

impl<'de> Read<'de> for bool {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Flag;
        impl Visitor<'_> for Flag {
            type Value = bool;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`true` or `false`")
            }
            fn visit_bool<E: Error>(self, v: bool) -> Result<bool, E> {
                Ok(v)
            }
            refuse_numbers!();
            refuse!(visit_str(&str) "a string");
        }
        deserializer.deserialize_any(Flag)
    }
}

impl<'de> Read<'de> for u64 {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Count;
        impl Visitor<'_> for Count {
            type Value = u64;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from 0")
            }
            fn visit_u64<E: Error>(self, v: u64) -> Result<u64, E> {
                Ok(v)
            }
            refuse!(visit_i64(i64) "a negative number", visit_f64(f64) "a number with a fraction");
            refuse!(visit_str(&str) "a string", visit_bool(bool) "a boolean");
        }
        deserializer.deserialize_any(Count)
    }
}

impl<'de> Read<'de> for u32 {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Count;
        impl Visitor<'_> for Count {
            type Value = u32;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from 0 to 4294967295")
            }
            fn visit_u64<E: Error>(self, v: u64) -> Result<u32, E> {
                u32::try_from(v)
                    .map_err(|_| E::invalid_value(Unexpected::Other("a number that large"), &self))
            }
            refuse!(visit_i64(i64) "a negative number", visit_f64(f64) "a number with a fraction");
            refuse!(visit_str(&str) "a string", visit_bool(bool) "a boolean");
        }
        deserializer.deserialize_any(Count)
    }
}

impl<'de> Read<'de> for NaiveDate {
    const ACCEPTED: &'static [&'static str] = &["YYYY-MM-DD"];

    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Date;
        impl Visitor<'_> for Date {
            type Value = NaiveDate;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date, `YYYY-MM-DD`")
            }
            fn visit_str<E: Error>(self, v: &str) -> Result<NaiveDate, E> {
                date(v).ok_or_else(|| E::invalid_value(Unexpected::Other("a string that is no date"), &self))
            }
            refuse_numbers!();
        }
        deserializer.deserialize_any(Date)
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

impl<'de, T: Read<'de>> Read<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Nullable<T>(PhantomData<T>);
        impl<'de, T: Read<'de>> Visitor<'de> for Nullable<T> {
            type Value = Option<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or `null`")
            }
            fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
                Ok(None)
            }
            fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
                Ok(None)
            }
            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
                T::read(deserializer).map(Some)
            }
        }
        deserializer.deserialize_option(Nullable(PhantomData))
    }
}

impl<'de, T: Read<'de>> Read<'de> for Box<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Box::new)
    }
}

/// A list; `null` is an empty one.
impl<'de, T: Read<'de>> Read<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<T>(PhantomData<T>);
        impl<'de, T: Read<'de>> Visitor<'de> for List<T> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element_seed(Seed::NEW)? {
                    list.push(item);
                }
                Ok(list)
            }
            fn visit_none<E: Error>(self) -> Result<Vec<T>, E> {
                Ok(Vec::new())
            }
            fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
                Ok(Vec::new())
            }
            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
                deserializer.deserialize_any(self)
            }
            refuse_numbers!();
            refuse!(visit_str(&str) "a string", visit_bool(bool) "a boolean");
        }
        deserializer.deserialize_option(List(PhantomData))
    }
}

/// Puts the value of a key into its slot; a key that was there already is an error.
pub(crate) fn fill<'de, T: Read<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    key: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(key));
    }
    *slot = Some(map.next_value_seed(Seed::NEW)?);
    Ok(())
}

/// The error for a key that is not there, though it has to be.
pub(crate) fn missing<E: Error>(key: &'static str, accepted: &[&str]) -> E {
    if accepted.is_empty() {
        return E::missing_field(key);
    }
    E::custom(format_args!("missing field `{key}`, expected {}", Listed(accepted)))
}

/// The error for a key that another kind of the same object has, in serde's words.
pub(crate) fn foreign_key<E: Error>(key: &str, kind: &str, accepted: &[&str]) -> E {
    E::custom(foreign(key, kind, accepted))
}

/// The same for a key that came before `kind`.
pub(crate) fn foreign_key_earlier<E: Error>(key: &str, kind: &str, accepted: &[&str]) -> E {
    earlier(foreign(key, kind, accepted), key)
}

fn foreign(key: &str, kind: &str, accepted: &[&str]) -> String {
    format!("unknown field `{}` of `{kind}`, expected {}", shown(key), Listed(accepted))
}

const EARLIER: &str = " (earlier, at `";

/// The error for what turns out wrong only when a later key is read: `place` is where it stands in the object,
/// as in `contents/0`.
pub(crate) fn earlier<E: Error>(message: impl fmt::Display, place: impl fmt::Display) -> E {
    E::custom(format_args!("{message}{EARLIER}{place}`)"))
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
                <Self as $crate::wire::Read>::read(deserializer)
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
            pub const fn term(self) -> $crate::Term {
                match self {
                    $(Self::$variant => $crate::Term { code: $wire, text: $crate::Text { zh: $zh, en: $en } }),+
                }
            }

            /// The name on the wire, `snake_case`.
            pub const fn as_str(self) -> &'static str { self.term().code }

            /// What people call it, in both languages.
            pub const fn text(self) -> $crate::Text { self.term().text }

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

        impl From<$name> for $crate::Term {
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

        impl<'de> $crate::wire::Read<'de> for $name {
            const ACCEPTED: &'static [&'static str] = Self::NAMES;

            fn read<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Name;
                impl ::serde::de::Visitor<'_> for Name {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("one of ", $crate::wire::wire_listed!($($wire),+)))
                    }
                    fn visit_str<E: ::serde::de::Error>(self, v: &str) -> Result<$name, E> {
                        $name::from_name(v)
                            .ok_or_else(|| E::unknown_variant($crate::wire::shown(v), $name::NAMES))
                    }
                    $crate::wire::refuse_numbers!();
                }
                deserializer.deserialize_any(Name)
            }
        }
        $crate::wire::deserialize_by_read!($name);

        #[cfg(feature = "schema")]
        $crate::schema::described!($name, |_| $crate::schema::names(&[$($doc),*], Self::NAMES));

        impl $crate::edit::Edit for $name {
            fn parsed(text: &str) -> Option<Self> { Self::from_name(text) }
        }

        #[cfg(test)]
        #[test]
        #[allow(non_snake_case)]
        fn $name() {
            $crate::language::laws::hold(stringify!($name), $name::ALL.iter().map(|name| name.term()));
            for name in $name::ALL {
                assert_eq!($name::from_name(name.as_str()), Some(*name));
                assert_eq!(name.to_string(), name.as_str());
            }
        }
    };
}

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

/// Reads the value of a key of a tagged object; a `for_kind` one is told the kind, where it is known.
macro_rules! wire_fill {
    (for_kind $type:ty, $slot:ident, $kind:ident, $map:ident) => {{
        struct ForKind(Option<&'static str>);
        impl<'de> ::serde::de::DeserializeSeed<'de> for ForKind {
            type Value = $type;
            fn deserialize<D: ::serde::Deserializer<'de>>(self, deserializer: D) -> Result<$type, D::Error> {
                <$type>::read_for(self.0, deserializer)
            }
        }
        if $slot.is_some() {
            return Err(::serde::de::Error::duplicate_field(stringify!($slot)));
        }
        $slot = Some($map.next_value_seed(ForKind($kind.map(Kind::name)))?);
    }};
    ($shape:ident $type:ty, $slot:ident, $kind:ident, $map:ident) => {
        $crate::wire::fill(&mut $slot, stringify!($slot), &mut $map)?
    };
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

        #[cfg(feature = "schema")]
        $crate::schema::described!($name, |generator| {
            $crate::schema::object(&[$($doc),*], [
                $($($crate::schema::required::<$rtype>(stringify!($required), &[$($rdoc),*], generator),)+)?
                $($crate::schema::optional::<wire_shape!($shape $type)>(stringify!($field), &[$($fdoc),*], generator),)*
            ])
        });

        impl $crate::edit::Edit for $name {
            wire_body!(@made [$($($required: $rtype),+)?]);

            fn text(&self, path: &[$crate::path::Segment]) -> Option<&str> {
                let (key, rest) = $crate::edit::key(path)?;
                match key {
                    $($(stringify!($required) => $crate::edit::Edit::text(&self.$required, rest),)+)?
                    $(stringify!($field) => $crate::edit::Edit::text(&self.$field, rest),)*
                    _ => None,
                }
            }

            fn edit(
                &mut self,
                path: &[$crate::path::Segment],
                change: $crate::edit::Change<'_>,
            ) -> Result<(), $crate::edit::Obstacle> {
                let (key, rest) = $crate::edit::key(path).ok_or($crate::edit::Obstacle::NotThere)?;
                match key {
                    $($(stringify!($required) => $crate::edit::Edit::edit(&mut self.$required, rest, change),)+)?
                    $(stringify!($field) => $crate::edit::Edit::edit(&mut self.$field, rest, change),)*
                    _ => Err($crate::edit::Obstacle::NotThere),
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
    (@made []) => {
        fn blank() -> Option<Self> { Some(Self::default()) }
    };
    (@made [$required:ident: $rtype:ty]) => {
        fn parsed(text: &str) -> Option<Self> { <$rtype as $crate::edit::Edit>::parsed(text).map(Self::new) }
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

        impl<'de> $crate::wire::Read<'de> for $name {
            fn read<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[allow(non_camel_case_types)]
                enum Key { $($($required,)+)? $($field),* }

                impl<'de> $crate::wire::Read<'de> for Key {
                    fn read<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        struct Name;
                        impl ::serde::de::Visitor<'_> for Name {
                            type Value = Key;
                            fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                                f.write_str("a key")
                            }
                            fn visit_str<E: ::serde::de::Error>(self, v: &str) -> Result<Key, E> {
                                match v {
                                    $($(stringify!($required) => Ok(Key::$required),)+)?
                                    $(stringify!($field) => Ok(Key::$field),)*
                                    _ => Err(E::unknown_field($crate::wire::shown(v), $name::KEYS)),
                                }
                            }
                        }
                        deserializer.deserialize_identifier(Name)
                    }
                }

                struct Object;
                impl<'de> ::serde::de::Visitor<'de> for Object {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("an object")
                    }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        $($(let mut $required: Option<$rtype> = None;)+)?
                        $(let mut $field: Option<wire_shape!($shape $type)> = None;)*
                        while let Some(key) = map.next_key_seed($crate::wire::Seed::<Key>::NEW)? {
                            match key {
                                $($(Key::$required =>
                                    $crate::wire::fill(&mut $required, stringify!($required), &mut map)?,)+)?
                                $(Key::$field => $crate::wire::fill(&mut $field, stringify!($field), &mut map)?,)*
                            }
                        }
                        Ok($name {
                            $($($required: match $required {
                                Some(value) => value,
                                None => {
                                    let accepted = <$rtype as $crate::wire::Read>::ACCEPTED;
                                    return Err($crate::wire::missing(stringify!($required), accepted));
                                }
                            },)+)?
                            $($field: $field.unwrap_or_default(),)*
                        })
                    }
                    $crate::wire::refuse_numbers!();
                    $crate::wire::refuse!(visit_str(&str) "a string", visit_bool(bool) "a boolean");
                }
                deserializer.deserialize_any(Object)
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

        impl $crate::edit::Edit for $name {
            fn text(&self, path: &[$crate::path::Segment]) -> Option<&str> {
                match self { $(Self::$variant(body) => body.text(path)),+ }
            }

            fn edit(
                &mut self,
                path: &[$crate::path::Segment],
                change: $crate::edit::Change<'_>,
            ) -> Result<(), $crate::edit::Obstacle> {
                match self { $(Self::$variant(body) => body.edit(path, change)),+ }
            }
        }

        impl<'de> $crate::wire::Read<'de> for $name {
            #[allow(clippy::too_many_lines)] // the kinds and keys of all in one place
            fn read<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(Clone, Copy)]
                enum Kind { $($variant),+ }

                #[derive(Clone, Copy)]
                #[allow(non_camel_case_types)]
                enum Key { kind, $($key),* }

                const KINDS: &[&str] = &[$($wire),+];

                impl Kind {
                    fn name(self) -> &'static str {
                        match self { $(Self::$variant => $wire),+ }
                    }

                    fn keys(self) -> &'static [&'static str] {
                        match self { $(Self::$variant => &["kind", $(stringify!($own)),*]),+ }
                    }

                    #[allow(unreachable_patterns)]
                    fn has(self, key: Key) -> bool {
                        match (self, key) {
                            $((Self::$variant, Key::kind $(| Key::$own)*) => true,)+
                            _ => false,
                        }
                    }

                    fn refuse<E: ::serde::de::Error>(self, key: &str) -> E {
                        $crate::wire::foreign_key(key, self.name(), self.keys())
                    }

                    fn refuse_earlier<E: ::serde::de::Error>(self, key: &str) -> E {
                        $crate::wire::foreign_key_earlier(key, self.name(), self.keys())
                    }
                }

                impl<'de> $crate::wire::Read<'de> for Kind {
                    fn read<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        struct Name;
                        impl ::serde::de::Visitor<'_> for Name {
                            type Value = Kind;
                            fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                                f.write_str(concat!("one of ", $crate::wire::wire_listed!($($wire),+)))
                            }
                            fn visit_str<E: ::serde::de::Error>(self, v: &str) -> Result<Kind, E> {
                                match v {
                                    $($wire => Ok(Kind::$variant),)+
                                    _ => Err(E::unknown_variant($crate::wire::shown(v), KINDS)),
                                }
                            }
                            $crate::wire::refuse_numbers!();
                        }
                        deserializer.deserialize_any(Name)
                    }
                }

                struct KeyOf(Option<Kind>);

                impl<'de> ::serde::de::DeserializeSeed<'de> for KeyOf {
                    type Value = Key;
                    fn deserialize<D: ::serde::Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
                        deserializer.deserialize_identifier(self)
                    }
                }

                impl ::serde::de::Visitor<'_> for KeyOf {
                    type Value = Key;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("a key")
                    }
                    fn visit_str<E: ::serde::de::Error>(self, v: &str) -> Result<Key, E> {
                        let key = match v {
                            "kind" => Some(Key::kind),
                            $(stringify!($key) => Some(Key::$key),)*
                            _ => None,
                        };
                        match (self.0, key) {
                            (Some(kind), Some(key)) if kind.has(key) => Ok(key),
                            (Some(kind), _) => Err(kind.refuse(v)),
                            (None, Some(key)) => Ok(key),
                            (None, None) => Err(E::unknown_field(
                                $crate::wire::shown(v),
                                &["kind", $(stringify!($key)),*],
                            )),
                        }
                    }
                }

                struct Object;

                impl<'de> ::serde::de::Visitor<'de> for Object {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("an object")
                    }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut kind: Option<Kind> = None;
                        $(let mut $key: Option<wire_shape!($shape $type)> = None;)*
                        while let Some(key) = map.next_key_seed(KeyOf(kind))? {
                            match key {
                                Key::kind => $crate::wire::fill(&mut kind, "kind", &mut map)?,
                                $(Key::$key => wire_fill!($shape $type, $key, kind, map),)*
                            }
                        }
                        if let Some(kind) = kind {
                            $(if $key.is_some() && !kind.has(Key::$key) {
                                return Err(kind.refuse_earlier(stringify!($key)));
                            })*
                        }
                        match kind {
                            None => Err($crate::wire::missing("kind", KINDS)),
                            $(Some(Kind::$variant) => Ok($name::$variant($body {
                                $($own: match $own {
                                    Some(value) => value.try_into().map_err(::serde::de::Error::custom)?,
                                    None => Default::default(),
                                }),*
                            })),)+
                        }
                    }
                    $crate::wire::refuse_numbers!();
                    $crate::wire::refuse!(visit_str(&str) "a string", visit_bool(bool) "a boolean");
                }
                deserializer.deserialize_any(Object)
            }
        }
        $crate::wire::deserialize_by_read!($name);

        #[cfg(feature = "schema")]
        $crate::schema::described!($name, |generator| {
            $crate::schema::tagged(&[$($doc),*], [
                $($crate::schema::kind::<$body>($wire, &[$($vdoc),*], generator),)+
            ])
        });
    };
}
