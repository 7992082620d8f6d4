//! The parameters of a finding: numbers, dates, codes and public names, never a personal number.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::{Both, Iso, Language, Masked, Term, Text};

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Param {
    /// A number.
    Count(u64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// A code that has a text in both languages: an enum value, a reason, the label of a field.
    Term(Term),
    /// A text that exists in both languages and has no code.
    Text(Text),
    /// A text of both languages that was read from a report.
    Written {
        /// In Chinese.
        zh: Box<str>,
        /// In English.
        en: Box<str>,
    },
    /// A public name: of a domain, a package, a filing number, an organisation.
    Name(Box<str>),
    /// Something personal, masked.
    Masked(Masked),
    /// Several.
    List(Vec<Param>),
}

impl Param {
    /// A list of nothing: its part of a message is left out.
    pub(crate) const NONE: Self = Self::List(Vec::new());

    /// A list of one.
    pub(crate) fn one(item: impl Into<Self>) -> Self {
        Self::List(vec![item.into()])
    }

    /// The parameter as a text in a language.
    pub fn show(&self, language: Language) -> impl fmt::Display + '_ {
        Shown { param: self, language }
    }

    pub(crate) fn write(&self, language: Language, out: &mut impl fmt::Write) -> fmt::Result {
        match (self, language) {
            (Self::Count(count), _) => write!(out, "{count}"),
            (Self::Date(date), _) => Iso(*date).with(|text| out.write_str(text)),
            (Self::Flag(true), Language::Zh) => out.write_str("是"),
            (Self::Flag(false), Language::Zh) => out.write_str("否"),
            (Self::Flag(true), Language::En) => out.write_str("yes"),
            (Self::Flag(false), Language::En) => out.write_str("no"),
            (Self::Term(term), language) => out.write_str(term.text.get(language)),
            (Self::Text(text), language) => out.write_str(text.get(language)),
            (Self::Written { zh, .. }, Language::Zh) => out.write_str(zh),
            (Self::Written { en, .. }, Language::En) => out.write_str(en),
            (Self::Name(name), _) => out.write_str(name),
            (Self::Masked(masked), _) => out.write_str(masked.as_str()),
            (Self::List(items), language) => {
                let comma = if language == Language::Zh { "、" } else { ", " };
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        out.write_str(comma)?;
                    }
                    item.write(language, out)?;
                }
                Ok(())
            }
        }
    }
}

struct Shown<'a> {
    param: &'a Param,
    language: Language,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.param.write(self.language, f)
    }
}

impl Serialize for Param {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Date(date) => Iso(*date).serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Term(term) => serializer.serialize_str(term.code),
            Self::Text(text) => text.serialize(serializer),
            Self::Written { zh, en } => Both { zh, en }.serialize(serializer),
            Self::Name(name) => serializer.serialize_str(name),
            Self::Masked(masked) => serializer.serialize_str(masked.as_str()),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
        }
    }
}

/// Reads what was written. A code or a day comes back as a [`Param::Name`], which is written the same way.
impl<'de> Deserialize<'de> for Param {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Param;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a parameter: a number, a boolean, a string, a text in both languages or a list")
            }
            fn visit_u64<E>(self, v: u64) -> Result<Param, E> {
                Ok(Param::Count(v))
            }
            fn visit_bool<E>(self, v: bool) -> Result<Param, E> {
                Ok(Param::Flag(v))
            }
            fn visit_str<E>(self, v: &str) -> Result<Param, E> {
                Ok(Param::Name(v.into()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Param, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Param::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Param, A::Error> {
                let (mut zh, mut en) = (String::new(), String::new());
                while let Some((language, text)) = map.next_entry::<String, String>()? {
                    match language.as_str() {
                        "zh" => zh = text,
                        "en" => en = text,
                        _ => {}
                    }
                }
                Ok(Param::Written { zh: zh.into(), en: en.into() })
            }
        }
        deserializer.deserialize_any(Written)
    }
}

impl From<u64> for Param {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Param {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Param {
    fn from(count: usize) -> Self {
        Self::Count(count.try_into().unwrap_or(u64::MAX))
    }
}

impl From<NaiveDate> for Param {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<bool> for Param {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Term>> From<T> for Param {
    fn from(term: T) -> Self {
        Self::Term(term.into())
    }
}

impl From<Text> for Param {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Masked> for Param {
    fn from(masked: Masked) -> Self {
        Self::Masked(masked)
    }
}

impl<T: Into<Param>> FromIterator<T> for Param {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl Param {
    /// A public name. A personal number that was typed in the place of one is masked.
    pub fn name(name: impl Into<Box<str>>) -> Self {
        Self::Name(name.into())
    }

    /// Replaces the names in it for which there is another text.
    pub(crate) fn respell(&mut self, other: fn(&str) -> Option<Box<str>>) {
        match self {
            Self::Name(name) => {
                if let Some(text) = other(name) {
                    *name = text;
                }
            }
            Self::List(items) => items.iter_mut().for_each(|item| item.respell(other)),
            _ => {}
        }
    }
}

/// The parameters of a finding, in the order of the rule's declaration.
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{validate, Context, Domain, Language, Order, Rulebook};
///
/// let site = Website::new().with_domains([Domain::named("www.example.com")]);
/// let order = Order::FirstFiling(Filing::new().with_services([site]));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &Rulebook::default());
/// let finding = report.find("domain.not-registrable", "/services/0/domains/0/name").unwrap();
/// let registrable = finding.params.get("registrable").unwrap();
/// assert_eq!(registrable.show(Language::Zh).to_string(), "example.com");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Params(Vec<(Cow<'static, str>, Param)>);

impl Params {
    /// Parameters with these names and values.
    pub fn new(params: Vec<(&'static str, Param)>) -> Self {
        Self(params.into_iter().map(|(name, param)| (Cow::Borrowed(name), param)).collect())
    }

    /// The same, from names that may be owned.
    pub(crate) const fn of(params: Vec<(Cow<'static, str>, Param)>) -> Self {
        Self(params)
    }

    /// Writes every name otherwise for which there is another text.
    pub(crate) fn respell(&mut self, other: fn(&str) -> Option<Box<str>>) {
        self.0.iter_mut().for_each(|(_, param)| param.respell(other));
    }

    /// Adds one.
    pub(crate) fn push(&mut self, name: &'static str, param: Param) {
        self.0.push((Cow::Borrowed(name), param));
    }

    /// Adds one under a name that is owned, in the place of one that has the name already.
    pub(crate) fn put(&mut self, name: &str, param: Param) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = param,
            None => self.0.push((Cow::Owned(name.to_owned()), param)),
        }
    }

    /// The parameter of this name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find_map(|(n, param)| (*n == name).then_some(param))
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Param)> {
        self.0.iter().map(|(name, param)| (&**name, param))
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, param) in &self.0 {
            map.serialize_entry(name, param)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Params {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Params;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of parameters")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Params, A::Error> {
                let mut params = Vec::new();
                while let Some((name, param)) = map.next_entry::<String, Param>()? {
                    params.push((Cow::Owned(name), param));
                }
                Ok(Params(params))
            }
        }
        deserializer.deserialize_map(Written)
    }
}

/// `params![level: 5_u64, max]`: parameters by name; a bare name takes the variable of that name.
macro_rules! params {
    ($($name:ident $(: $value:expr)?),* $(,)?) => {
        $crate::text::Params::of(vec![
            $((::std::borrow::Cow::Borrowed(stringify!($name)), params!(@value $name $(: $value)?))),*
        ])
    };
    (@value $name:ident) => { $crate::text::Param::from($name) };
    (@value $name:ident: $value:expr) => { $crate::text::Param::from($value) };
}
