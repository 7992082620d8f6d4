//! What was read of a patch before it is known what it means: a document of any self-describing format.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::{Serialize, Serializer};

use super::RulebookError;
use crate::rule::Source;

/// A document of any self-describing format.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'static, str>),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl From<u32> for Tree {
    fn from(value: u32) -> Self {
        Self::Unsigned(value.into())
    }
}

impl Tree {
    pub(super) fn of_date(date: NaiveDate) -> Self {
        Self::Text(date.to_string().into())
    }

    pub(super) fn of_source(source: &Source) -> Self {
        let Source { document, section, date } = source;
        Self::Map(vec![
            ("document".into(), Self::Text(document.clone())),
            ("section".into(), Self::Text(section.clone())),
            ("date".into(), date.map_or(Self::Null, Self::of_date)),
        ])
    }

    /// What it says as a type.
    pub(crate) fn read<'de, T: Deserialize<'de>>(&'de self, path: &str) -> Result<T, RulebookError> {
        T::deserialize(self).map_err(|error| error.at(path))
    }

    /// The entries of an object.
    pub(crate) fn entries(&self, path: &str) -> Result<&[(String, Self)], RulebookError> {
        match self {
            Self::Map(entries) => Ok(entries),
            Self::Null => Ok(&[]),
            other => Err(RulebookError::invalid_type(other.unexpected(), &"an object").at(path)),
        }
    }

    /// The items of a list.
    pub(crate) fn items(&self, path: &str) -> Result<&[Self], RulebookError> {
        match self {
            Self::List(items) => Ok(items),
            Self::Null => Ok(&[]),
            other => Err(RulebookError::invalid_type(other.unexpected(), &"a list").at(path)),
        }
    }

    pub(super) fn put(&mut self, key: &str, value: Self) {
        if let Self::Map(entries) = self {
            entries.retain(|(known, _)| known != key);
            entries.push((key.to_owned(), value));
        }
    }

    /// The object under a key, made where there is none.
    pub(super) fn group(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Map(entries) = self else { return None };
        if !entries.iter().any(|(known, _)| known == key) {
            entries.push((key.to_owned(), Self::Map(Vec::new())));
        }
        entries.iter_mut().find_map(|(known, value)| (known == key).then_some(value))
    }

    pub(crate) fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::Unsigned(value) => Unexpected::Unsigned(*value),
            Self::Signed(value) => Unexpected::Signed(*value),
            Self::Float(value) => Unexpected::Float(*value),
            Self::Text(value) => Unexpected::Str(value),
            Self::List(_) => Unexpected::Seq,
            Self::Map(_) => Unexpected::Map,
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Signed(value) => serializer.serialize_i64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Tree;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a patch of a rulebook")
            }
            fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree::Bool(value))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
                Ok(Tree::Unsigned(value))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
                Ok(u64::try_from(value).map_or(Tree::Signed(value), Tree::Unsigned))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
                Ok(Tree::Float(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
                Ok(Tree::Text(value.to_owned().into()))
            }
            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }
            fn visit_none<E>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }
            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
                Tree::deserialize(deserializer)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Tree::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
                let mut entries: Vec<(String, Tree)> = Vec::new();
                while let Some(Name(key)) = map.next_key()? {
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format_args!("`{key}` stands twice")));
                    }
                    entries.push((key, map.next_value()?));
                }
                Ok(Tree::Map(entries))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// A key of a map; some formats read the code of a province as a number.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Key;
        impl Visitor<'_> for Key {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_str<E>(self, value: &str) -> Result<Name, E> {
                Ok(Name(value.to_owned()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Name, E> {
                Ok(Name(value.to_string()))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Name, E> {
                Ok(Name(value.to_string()))
            }
        }
        deserializer.deserialize_any(Key)
    }
}

impl<'de> IntoDeserializer<'de, RulebookError> for &'de Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Tree {
    type Error = RulebookError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, RulebookError> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Unsigned(value) => visitor.visit_u64(*value),
            Tree::Signed(value) => visitor.visit_i64(*value),
            Tree::Float(value) => visitor.visit_f64(*value),
            Tree::Text(value) => visitor.visit_borrowed_str(value),
            Tree::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            Tree::Map(_) => visitor.visit_map(self.as_map()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, RulebookError> {
        match self {
            Tree::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, RulebookError> {
        match self {
            Tree::Text(name) => visitor.visit_enum(StrDeserializer::new(name)),
            Tree::Map(_) => visitor.visit_enum(MapAccessDeserializer::new(self.as_map())),
            other => Err(Error::invalid_type(other.unexpected(), &"a name, or an object with one key")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, RulebookError> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

type Entries<'de> =
    std::iter::Map<std::slice::Iter<'de, (String, Tree)>, fn(&'de (String, Tree)) -> (&'de str, &'de Tree)>;

impl Tree {
    fn as_map(&self) -> MapDeserializer<'_, Entries<'_>, RulebookError> {
        let entries: &[(String, Self)] = match self {
            Self::Map(entries) => entries,
            _ => &[],
        };
        let pair: fn(&(String, Self)) -> (&str, &Self) = |(key, value)| (key.as_str(), value);
        MapDeserializer::new(entries.iter().map(pair))
    }
}
