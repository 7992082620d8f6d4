//! Reading a payload, with the field that cannot be read.

use serde_json::Value;

use super::payload::Payload;

/// Reads a payload.
///
/// # Errors
/// What is no JSON, with line and column; else the field that has another type, in the API's notation
/// (`icp_applets.base_info.nrlx_details[0].type`). What stands there is not repeated: it may be a person's number.
pub(crate) fn read(json: &[u8]) -> Result<Payload, String> {
    let value: Value = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    let error = match Payload::from_value(value.clone()) {
        Ok(payload) => return Ok(payload),
        Err(error) => error,
    };
    let field = culprit(&value, &error).unwrap_or_default();
    let expected = error.split_once(", expected ").map_or("another type", |(_, expected)| expected);
    Err(format!("{}: expected {expected}", if field.is_empty() { "payload" } else { &field }))
}

impl Payload {
    fn from_value(value: Value) -> Result<Self, String> {
        serde_json::from_value(value).map_err(|error| error.to_string())
    }
}

/// The innermost field without which the payload fails otherwise, or not at all: `null` is as good as not given.
fn culprit(value: &Value, error: &str) -> Option<String> {
    let mut found = None;
    let mut at = String::new();
    let mut pointer = String::new();
    'deeper: loop {
        let here = value.pointer(&pointer)?;
        let children: Vec<(String, String)> = match here {
            Value::Object(map) => map
                .keys()
                .map(|key| {
                    let dot = if at.is_empty() { "" } else { "." };
                    (
                        format!("{at}{dot}{key}"),
                        format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")),
                    )
                })
                .collect(),
            Value::Array(items) => (0..items.len())
                .map(|index| (format!("{at}[{index}]"), format!("{pointer}/{index}")))
                .collect(),
            _ => Vec::new(),
        };
        for (name, place) in children {
            let mut without = value.clone();
            *without.pointer_mut(&place)? = Value::Null;
            if Payload::from_value(without).map_or_else(|other| other != error, |_| true) {
                (at, pointer) = (name.clone(), place);
                found = Some(name);
                continue 'deeper;
            }
        }
        return found;
    }
}
