//! The JSON Schema (draft 2020-12) of what the wire carries: for editors, forms, and services in other
//! languages.
//!
//! The schemas come from the macros that declare and read the types, so that they take what
//! [`Request::from_json`](crate::Request) takes: an unknown key is refused, `null` stands for what is absent.
//! That a key stands twice, or that a date does not exist, a schema cannot say: only reading finds it.
//!
//! The schema of a report is open: a newer version may add to reports.
//!
//! ```
//! let schema = beian::schema::request();
//! assert_eq!(schema.get("title").unwrap(), "Request");
//! ```
//!
//! `cargo run --features schema --example schema -- request` prints one.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{json_schema, JsonSchema, Schema};
use serde_json::Value;

use crate::model::certificate::ValidUntil;
use crate::model::context::Context;
use crate::model::material::MaterialKind;
use crate::model::order::{Agreement, Order, OrderKind};
use crate::model::registry::{Registry, Snapshot};
use crate::model::request::Request;
use crate::model::service::PreApprovalKind;
use crate::path::FieldPath;
use crate::report::remedy::{Applicability, Remedy};
use crate::report::{Finding, LeftOut, Need, Param, Params, Report, Undetermined};
use crate::rule::{Severity, Source};
use crate::rulebook::provinces::Metric;
use crate::rulebook::RulebookVersion;
use crate::value::Province;
use crate::wire::schema::{described, described_by};

/// The schema of a [`Request`].
pub fn request() -> Schema {
    of::<Request>()
}

/// The schema of an [`Order`].
pub fn order() -> Schema {
    of::<Order>()
}

/// The schema of a [`Context`].
pub fn context() -> Schema {
    of::<Context>()
}

/// The schema of a [`Report`].
pub fn report() -> Schema {
    of::<Report>()
}

fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(bound));
    settings.into_generator().into_root_schema_for::<T>()
}

/// Gives a 32-bit count the maximum that reading enforces, which schemars leaves out.
fn bound(schema: &mut Schema) {
    if schema.get("format").and_then(Value::as_str) == Some("uint32") {
        schema.insert("maximum".to_owned(), u32::MAX.into());
    }
}

described!(Registry, |generator| Snapshot::json_schema(generator));

described!(Province, |_| {
    let codes: Vec<&str> = Self::ALL.iter().map(|province| province.code()).collect();
    described_by(json_schema!({"type": "string", "enum": codes}), &["A province, by its two digits."])
});

described!(ValidUntil, |_| json_schema!({
    "anyOf": [{"type": "string", "format": "date"}, {"const": "long_term"}],
    "description": "How long a certificate is valid: to a day, that day included, or long-term.",
}));

described!(FieldPath, |_| json_schema!({
    "type": "string",
    "pattern": "^(/.*)?$",
    "description": "A place in the order: a JSON Pointer (RFC 6901).",
}));

described!(Need, |_| json_schema!({
    "type": "string",
    "description": "registry, account, target_account, province_rules, provider_rules, or the JSON Pointer of an \
                    absent input after order: or context:. The list is open.",
}));

/// A text in both languages.
fn both_languages() -> Schema {
    json_schema!({
        "type": "object",
        "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
        "required": ["zh", "en"],
    })
}

described!(Param, |generator| {
    let items = generator.subschema_for::<Self>();
    json_schema!({
        "description": "A number, a flag, a code, date or public name, a text in both languages, or several.",
        "anyOf": [
            {"type": "integer", "minimum": 0},
            {"type": "boolean"},
            {"type": "string"},
            both_languages(),
            {"type": "array", "items": items},
        ],
    })
});

described!(Params, |generator| json_schema!({
    "type": "object",
    "description": "What the message speaks of, by name.",
    "additionalProperties": generator.subschema_for::<Param>(),
}));

described!(Source, |generator| json_schema!({
    "type": "object",
    "description": "The document, the place in it, and its date.",
    "properties": {
        "document": {"type": "string"},
        "section": {"type": "string"},
        "date": generator.subschema_for::<Option<chrono::NaiveDate>>(),
    },
    "required": ["document", "section"],
}));

described!(Remedy, |generator| json_schema!({
    "type": "object",
    "description": "What would fix a finding: which fields there are hangs on the kind. The list of kinds is open.",
    "properties": {
        "kind": {"type": "string"},
        "applicability": generator.subschema_for::<Applicability>(),
        "message": both_languages(),
        "path": generator.subschema_for::<FieldPath>(),
        "value": {"type": "string", "description": "What to set."},
        "label": both_languages(),
        "choices": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"value": {"type": "string"}, "label": both_languages()},
                "required": ["value", "label"],
            },
        },
        "agreement": generator.subschema_for::<Agreement>(),
        "order_kind": generator.subschema_for::<OrderKind>(),
        "filing_number": {"type": "string"},
        "service_numbers": {"type": "array", "items": {"type": "string"}},
        "orders": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "order_kind": generator.subschema_for::<OrderKind>(),
                    "services": {"type": "array", "items": {"type": "integer", "minimum": 0}},
                },
                "required": ["order_kind", "services"],
            },
        },
        "max": {"type": "integer", "minimum": 1},
        "metric": generator.subschema_for::<Metric>(),
        "materials": {"type": "array", "items": generator.subschema_for::<MaterialKind>()},
        "approval": generator.subschema_for::<PreApprovalKind>(),
        "to": generator.subschema_for::<FieldPath>(),
        "date": generator.subschema_for::<chrono::NaiveDate>(),
    },
    "required": ["kind", "applicability", "message"],
}));

described!(Finding, |generator| json_schema!({
    "type": "object",
    "description": "Something that is wrong with the order.",
    "properties": {
        "rule": {"type": "string", "description": "The id of the rule, group.slug."},
        "severity": generator.subschema_for::<Severity>(),
        "path": generator.subschema_for::<FieldPath>(),
        "message": both_languages(),
        "params": generator.subschema_for::<Params>(),
        "source": generator.subschema_for::<Source>(),
        "remedy": generator.subschema_for::<Remedy>(),
    },
    "required": ["rule", "severity", "path", "message", "params", "source"],
}));

described!(Undetermined, |generator| json_schema!({
    "type": "object",
    "description": "A rule that applies to the order but could not be decided, and the first thing that it needs.",
    "properties": {
        "rule": {"type": "string"},
        "needs": generator.subschema_for::<Need>(),
    },
    "required": ["rule", "needs"],
}));

described!(RulebookVersion, |generator| json_schema!({
    "type": "object",
    "description": "Which rulebook the report was made with.",
    "properties": {
        "provider": {"type": "string"},
        "as_of": generator.subschema_for::<chrono::NaiveDate>(),
        "patched": {"type": "boolean"},
        "patches": {
            "type": "array",
            "description": "The patches that have a name or a day.",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "date": generator.subschema_for::<chrono::NaiveDate>(),
                },
            },
        },
        "crate_version": {"type": "string"},
    },
    "required": ["provider", "as_of", "patched", "crate_version"],
}));

described!(LeftOut, |_| json_schema!({
    "type": "object",
    "description": "How many findings are not listed, as there were too many.",
    "properties": {
        "count": {"type": "integer", "minimum": 0},
        "blockers": {"type": "integer", "minimum": 0},
        "warnings": {"type": "integer", "minimum": 0},
        "advice": {"type": "integer", "minimum": 0},
        "message": both_languages(),
    },
    "required": ["count", "blockers", "warnings", "advice", "message"],
}));

described!(Report, |generator| json_schema!({
    "type": "object",
    "description": "What is wrong with an order, and what could not be decided.",
    "properties": {
        "submittable": {"type": "boolean", "description": "Whether nothing is a blocker."},
        "findings": {"type": "array", "items": generator.subschema_for::<Finding>()},
        "left_out": generator.subschema_for::<LeftOut>(),
        "undetermined": {"type": "array", "items": generator.subschema_for::<Undetermined>()},
        "rulebook": generator.subschema_for::<RulebookVersion>(),
    },
    "required": ["submittable", "findings", "undetermined", "rulebook"],
}));
