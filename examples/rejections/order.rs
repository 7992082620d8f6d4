//! Orders with one thing wrong.

use beian::Request;
use serde_json::Value;

/// A request in which nothing is wrong; a reason says what is changed in it.
const CLEAN: &str = include_str!("../orders/clean.json");

/// The clean request with these values at these places; `@domain` and the like stand for its own.
pub(crate) fn edited(edits: Vec<(&'static str, Value)>) -> Request {
    let mut request: Value = serde_json::from_str(CLEAN).unwrap();
    let own = |request: &Value, value: &Value| {
        let place = match value.as_str() {
            Some("@domain") => "/order/services/0/domains/0/name",
            Some("@certificate") => "/order/principal/certificate/number",
            Some("@mobile") => "/order/principal/responsible_person/mobile",
            Some("@responsible_person") => "/order/services/0/responsible_person/certificate/number",
            _ => return None,
        };
        request.pointer(place).cloned()
    };
    for (place, mut value) in edits {
        resolve(&mut value, &|value| own(&request, value));
        if let Some(slot) = request.pointer_mut(place) {
            *slot = value;
        } else if let Some((object, key)) = place.rsplit_once('/') {
            request.pointer_mut(object).unwrap()[key] = value;
        }
    }
    serde_json::from_value(request).unwrap()
}

fn resolve(value: &mut Value, own: &dyn Fn(&Value) -> Option<Value>) {
    if let Some(resolved) = own(value) {
        *value = resolved;
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| resolve(item, own)),
        Value::Object(fields) => fields.values_mut().for_each(|field| resolve(field, own)),
        _ => {}
    }
}
