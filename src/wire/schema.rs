//! JSON Schemas of the types that the macros of the wire format declare.

use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

/// Implements [`JsonSchema`] under the type's own name.
macro_rules! described {
    ($name:ident, |$generator:pat_param| $schema:expr) => {
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema($generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $schema
            }
        }
    };
}
pub(crate) use described;

/// A property: its key, its schema, whether it has to be there.
pub(crate) type Property = (&'static str, Schema, bool);

/// The documentation of a type or field on one line, without the markup of links and up to its example.
fn description(docs: &[&str]) -> String {
    let lines = docs.iter().map(|line| line.trim()).take_while(|line| !line.starts_with("```"));
    let text = lines.collect::<Vec<_>>().join(" ");
    let mut plain = String::new();
    let mut rest = text.trim_end();
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let (shown, after) = link.split_once(']').unwrap_or((link, ""));
        plain.push_str(shown);
        rest = match after.strip_prefix('(') {
            Some(target) => target.split_once(')').map_or("", |(_, after)| after),
            None => after,
        };
    }
    plain.push_str(rest);
    plain.replace('`', "")
}

pub(crate) fn described_by(mut schema: Schema, docs: &[&str]) -> Schema {
    let description = description(docs);
    if !description.is_empty() {
        schema.insert("description".to_owned(), description.into());
    }
    schema
}

pub(crate) fn required<T: JsonSchema>(
    key: &'static str,
    docs: &[&str],
    generator: &mut SchemaGenerator,
) -> Property {
    (key, described_by(generator.subschema_for::<T>(), docs), true)
}

/// A property that may be absent, or `null`.
pub(crate) fn optional<T: JsonSchema + Nullable>(
    key: &'static str,
    docs: &[&str],
    generator: &mut SchemaGenerator,
) -> Property {
    (key, described_by(generator.subschema_for::<T::OrNull>(), docs), false)
}

/// The type of a value, or `null` where that stands for an absent one.
pub(crate) trait Nullable {
    type OrNull: JsonSchema;
}

impl<T: JsonSchema> Nullable for Option<T> {
    type OrNull = Self;
}

impl<T: JsonSchema> Nullable for Vec<T> {
    type OrNull = Option<Self>;
}

pub(crate) fn object(docs: &[&str], properties: impl IntoIterator<Item = Property>) -> Schema {
    let mut keys = Map::new();
    let mut due = Vec::new();
    for (key, schema, is_due) in properties {
        keys.insert(key.to_owned(), schema.into());
        if is_due {
            due.push(Value::from(key));
        }
    }
    let mut schema = json_schema!({"type": "object", "properties": keys, "additionalProperties": false});
    if !due.is_empty() {
        schema.insert("required".to_owned(), due.into());
    }
    described_by(schema, docs)
}

/// The schema of one kind of a tagged object: its body, with its `kind`.
pub(crate) fn kind<T: JsonSchema>(
    name: &'static str,
    docs: &[&str],
    generator: &mut SchemaGenerator,
) -> Schema {
    let mut schema = T::json_schema(generator);
    if let Some(Value::Object(keys)) = schema.get_mut("properties") {
        keys.insert("kind".to_owned(), json_schema!({"const": name}).into());
    }
    schema.insert("required".to_owned(), vec!["kind"].into());
    described_by(schema, docs)
}

pub(crate) fn tagged(docs: &[&str], kinds: impl IntoIterator<Item = Schema>) -> Schema {
    let kinds: Vec<Value> = kinds.into_iter().map(Value::from).collect();
    described_by(json_schema!({"oneOf": kinds}), docs)
}

pub(crate) fn names(docs: &[&str], names: &[&str]) -> Schema {
    described_by(json_schema!({"type": "string", "enum": names}), docs)
}
