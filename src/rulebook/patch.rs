//! Patches: what an embedding service knows better, loaded at run time.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use crate::rule::Severity;

/// Changes to a rulebook: cells of provinces, limits, severities, rules that are off.
///
/// Read from any self-describing format that serde knows (JSON, TOML, YAML …); what it says is checked when
/// it is laid over a rulebook with [`Rulebook::patched`](crate::Rulebook::patched), where an error names the
/// place.
///
/// | key | value |
/// |---|---|
/// | `provinces` | by the two digits of the province, then by [`Dimension`](crate::provinces::Dimension): a list of cells that takes the place of all cells of that dimension; an empty list makes it unknown |
/// | `limits` | by the name of the field of [`Limits`](crate::Limits): a number, or `null` for "not stated" |
/// | `rules` | by the id of the rule: a severity, or `off` |
/// | `settled_for_years` | from which age on, in years, a settled cell makes a warning only; `null`: never |
/// | `max_findings` | how many findings a report lists at most; `null`: all |
///
/// A cell has `value` and `source` (`document`, `section`, `date`), and where they matter `principals`
/// (`organization`, `individual` or a list of kinds), `orders` (a list of kinds), `service` (`website`, `app`), `note`
/// (`zh`, `en`) and `standing` (`settled`, which is assumed, `reported` or `contested`).
///
/// It can say all that a built-in cell says: in the place of `source` and `note` stand `readings`, and `others` lists the
/// values that other documents give, each with its `value` and `readings` (or `source`). A reading has `publisher` (see
/// [`Publisher`](crate::provinces::Publisher)), `source`, `note`, for a document without a date `no_earlier_than` and
/// `no_later_than`, and `is_general` where it says the same of many provinces. The standing then follows from the
/// readings, unless it is given. [`Rulebook::province_patch`](crate::Rulebook::province_patch) writes a province so.
///
/// ```
/// use beian::value::Province;
/// use beian::{Rulebook, RulebookPatch};
///
/// let patch: RulebookPatch = serde_json::from_str(
///     r#"{
///         "provinces": {"44": {"order_limits": [{
///             "principals": "organization",
///             "orders": ["access_filing"],
///             "value": {"metric": "services", "max": 2},
///             "source": {"document": "广东省通信管理局通知", "section": "", "date": "2026-10-01"}
///         }]}},
///         "limits": {"app_domain_level": 3},
///         "rules": {"principal.mailing-address-too-coarse": "off"}
///     }"#,
/// )?;
/// let rulebook = Rulebook::default().patched(&patch)?;
/// assert_eq!(rulebook.limits().app_domain_level, Some(3));
/// assert_eq!(rulebook.province(Province::Guangdong).order_limits[0].value().max, 2);
/// assert!(rulebook.version().patched);
///
/// let patch: RulebookPatch = serde_json::from_str(r#"{"limits": {"app_domain_level": 0}}"#)?;
/// let error = Rulebook::default().patched(&patch).unwrap_err();
/// assert_eq!(error.path(), "/limits/app_domain_level");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RulebookPatch(Tree);

impl RulebookPatch {
    /// A patch that changes nothing.
    pub const fn new() -> Self {
        Self(Tree::Map(Vec::new()))
    }

    /// Gives a rule this severity: a [`Rule`](crate::Rule), an [`OwnRule`](crate::OwnRule), or what has its id.
    #[must_use]
    pub fn with_severity(self, rule: impl AsRef<str>, severity: Severity) -> Self {
        self.with("rules", rule.as_ref(), Tree::Text(severity.as_str().into()))
    }

    /// Switches a rule off.
    #[must_use]
    pub fn without_rule(self, rule: impl AsRef<str>) -> Self {
        self.with("rules", rule.as_ref(), Tree::Text(OFF.into()))
    }

    /// Sets a limit by the name of its field; `None` says that it is not stated.
    #[must_use]
    pub fn with_limit(self, name: &str, limit: Option<u32>) -> Self {
        self.with("limits", name, limit.map_or(Tree::Null, |limit| Tree::Unsigned(limit.into())))
    }

    /// Makes a warning only of settled cells that are older than this.
    #[must_use]
    pub fn with_settled_for_years(mut self, years: u32) -> Self {
        self.0.put("settled_for_years", Tree::Unsigned(years.into()));
        self
    }

    /// Lists at most so many findings in a report; `None`: all.
    #[must_use]
    pub fn with_max_findings(mut self, max: Option<u32>) -> Self {
        self.0.put("max_findings", max.map_or(Tree::Null, |max| Tree::Unsigned(max.into())));
        self
    }

    fn with(mut self, group: &str, key: &str, value: Tree) -> Self {
        if let Some(group) = self.0.group(group) {
            group.put(key, value);
        }
        self
    }

    pub(crate) const fn tree(&self) -> &Tree {
        &self.0
    }
}

/// How a patch says that a rule is off.
pub(crate) const OFF: &str = "off";

impl Default for RulebookPatch {
    fn default() -> Self {
        Self::new()
    }
}

impl<'de> Deserialize<'de> for RulebookPatch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree::deserialize(deserializer).map(Self)
    }
}

/// What is wrong with a patch, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {reason}", if path.is_empty() { "the patch" } else { path })]
pub struct RulebookError {
    path: String,
    reason: RulebookErrorReason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulebookErrorReason {
    /// There is no such field.
    #[error("no such field: expected one of {}", .accepted.join(", "))]
    UnknownField {
        /// What there is.
        accepted: Vec<&'static str>,
    },
    /// No province has these two digits.
    #[error("no province has this code")]
    UnknownProvince,
    /// No rule has this id.
    #[error("no rule has this id")]
    UnknownRule,
    /// Another rule of the rulebook has this id.
    #[error("another rule has this id")]
    Taken,
    /// A value that cannot be.
    #[error("impossible: expected {0}")]
    Impossible(&'static str),
    /// A field that is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// Two cells that speak of the same order.
    #[error("speaks of the same orders as a cell before it")]
    Overlap,
    /// A value of the wrong type or name.
    #[error("{0}")]
    Malformed(String),
}

impl RulebookError {
    /// Where: a JSON Pointer (RFC 6901) into the patch.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there.
    pub const fn reason(&self) -> &RulebookErrorReason {
        &self.reason
    }

    const fn of(reason: RulebookErrorReason) -> Self {
        Self { path: String::new(), reason }
    }

    pub(crate) fn unknown_field(accepted: &[&'static str]) -> Self {
        Self::of(RulebookErrorReason::UnknownField { accepted: accepted.to_vec() })
    }

    pub(crate) const fn unknown_province() -> Self {
        Self::of(RulebookErrorReason::UnknownProvince)
    }

    pub(crate) const fn unknown_rule() -> Self {
        Self::of(RulebookErrorReason::UnknownRule)
    }

    pub(crate) const fn taken() -> Self {
        Self::of(RulebookErrorReason::Taken)
    }

    pub(crate) const fn impossible(accepted: &'static str) -> Self {
        Self::of(RulebookErrorReason::Impossible(accepted))
    }

    pub(crate) const fn missing(field: &'static str) -> Self {
        Self::of(RulebookErrorReason::Missing(field))
    }

    pub(crate) const fn overlap() -> Self {
        Self::of(RulebookErrorReason::Overlap)
    }

    /// Sets the path of an error that has none yet.
    pub(crate) fn at(mut self, path: &str) -> Self {
        if self.path.is_empty() {
            path.clone_into(&mut self.path);
        }
        self
    }
}

impl Error for RulebookError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::of(RulebookErrorReason::Malformed(message.to_string()))
    }
}

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

impl Tree {
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

    fn put(&mut self, key: &str, value: Self) {
        if let Self::Map(entries) = self {
            entries.retain(|(known, _)| known != key);
            entries.push((key.to_owned(), value));
        }
    }

    /// The object under a key, made where there is none.
    fn group(&mut self, key: &str) -> Option<&mut Self> {
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
