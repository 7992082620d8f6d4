//! Generators for property tests: whole requests, clean and faulty, with random changes.

use std::fmt;
use std::sync::OnceLock;

use beian::{validate, Report, Request, Rulebook};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::common::{cases, order, orders, request};

/// One change of a JSON document.
#[derive(Debug, Clone)]
pub enum Mutation {
    /// Replaces a text by another.
    Replace(Index, String),
    /// Replaces a text by another text of the document.
    Copy(Index, Index),
    /// Removes a key.
    Remove(Index),
    /// Repeats an item of a list.
    Duplicate(Index),
    /// Empties a list.
    Empty(Index),
}

pub fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let text = prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        "[0-9Xx]{0,20}",
        "[\u{4e00}-\u{9fff}0-9号室省市区县 ]{0,30}",
        "[a-z0-9.-]{0,30}",
        Just(String::new()),
        Just("　 ".to_owned()),
    ];
    let mutation = prop_oneof![
        3 => (any::<Index>(), text).prop_map(|(at, text)| Mutation::Replace(at, text)),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(to, from)| Mutation::Copy(to, from)),
        3 => any::<Index>().prop_map(Mutation::Remove),
        1 => any::<Index>().prop_map(Mutation::Duplicate),
        1 => any::<Index>().prop_map(Mutation::Empty),
    ];
    proptest::collection::vec(mutation, 0..6)
}

/// The JSON Pointers of the values that `is_meant` accepts.
pub fn pointers(json: &Value, at: &str, is_meant: &dyn Fn(&str, &Value) -> bool, found: &mut Vec<String>) {
    if is_meant(at, json) {
        found.push(at.to_owned());
    }
    match json {
        Value::Object(map) => {
            map.iter().for_each(|(k, v)| pointers(v, &format!("{at}/{k}"), is_meant, found));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| pointers(v, &format!("{at}/{i}"), is_meant, found));
        }
        _ => {}
    }
}

pub fn pick(json: &Value, index: Index, is_meant: impl Fn(&str, &Value) -> bool) -> Option<String> {
    let mut found = Vec::new();
    pointers(json, "", &is_meant, &mut found);
    (!found.is_empty()).then(|| index.get(&found).clone())
}

/// Whether a text is one that a person types; texts that a program writes are refused when they are read.
pub fn is_typed(at: &str, value: &Value) -> bool {
    let key = at.rsplit('/').find(|step| step.parse::<usize>().is_err()).unwrap_or_default();
    let is_closed = matches!(
        key,
        "kind"
            | "platform"
            | "format"
            | "languages"
            | "contents"
            | "agreements"
            | "billing"
            | "state"
            | "province"
            | "channel"
            | "today"
            | "date"
            | "approval"
    ) || key.ends_with("_on")
        || key.starts_with("valid_");
    value.is_string() && !is_closed
}

pub fn mutate(json: &mut Value, mutation: &Mutation) {
    let place = match mutation {
        Mutation::Replace(at, _) | Mutation::Copy(at, _) => pick(json, *at, is_typed),
        Mutation::Remove(at) => pick(json, *at, |at, _| {
            at.matches('/').count() > 1 && !at.ends_with(|c: char| c.is_ascii_digit())
        }),
        Mutation::Duplicate(at) | Mutation::Empty(at) => pick(json, *at, |_, value| value.is_array()),
    };
    let Some(place) = place else { return };
    match mutation {
        Mutation::Replace(_, text) => *json.pointer_mut(&place).unwrap() = Value::String(text.clone()),
        Mutation::Copy(_, from) => {
            let from = pick(json, *from, is_typed).unwrap();
            *json.pointer_mut(&place).unwrap() = json.pointer(&from).unwrap().clone();
        }
        Mutation::Remove(_) => {
            let (parent, key) = place.rsplit_once('/').unwrap();
            json.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        }
        Mutation::Duplicate(_) => {
            let list = json.pointer_mut(&place).unwrap().as_array_mut().unwrap();
            list.extend(list.first().cloned());
        }
        Mutation::Empty(_) => json.pointer_mut(&place).unwrap().as_array_mut().unwrap().clear(),
    }
}

/// The requests to start from: the clean ones, and those of the cases, which have mistakes.
pub fn seeds() -> &'static [Value] {
    static SEEDS: OnceLock<Vec<Value>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let clean = orders().iter().map(|name| order(name)).collect::<Vec<_>>();
        // The clean ones are repeated, so that they are tried as often as the cases.
        let clean = clean.iter().cycle().take(cases().len()).cloned();
        clean.chain(cases().iter().map(|case| case.json.clone())).collect()
    })
}

/// A request as JSON, and as it was read.
#[derive(Clone)]
pub struct Document {
    pub json: Value,
    pub request: Request,
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.json)
    }
}

impl Document {
    pub fn of(json: Value) -> Result<Self, String> {
        let request = request(&json)?;
        Ok(Self { json, request })
    }

    pub fn report(&self) -> Report {
        validate(&self.request.order, &self.request.context, &Rulebook::default())
    }

    /// The order's services.
    pub fn services(&self) -> &[Value] {
        self.json["order"]["services"].as_array().map_or(&[], Vec::as_slice)
    }
}

/// Seeds with random changes, where they can still be read.
pub fn documents() -> impl Strategy<Value = Document> {
    (any::<Index>(), mutations()).prop_filter_map("cannot be read", |(seed, mutations)| {
        let mut json = seed.get(seeds()).clone();
        for mutation in &mutations {
            mutate(&mut json, mutation);
        }
        Document::of(json).ok()
    })
}

/// The same, with up to three services of other seeds added.
pub fn documents_of_several_services() -> impl Strategy<Value = Document> {
    let several = (documents(), proptest::collection::vec(any::<Index>(), 1..4));
    several.prop_filter_map("cannot be read", |(document, others)| {
        let mut json = document.json;
        let services = json["order"].get_mut("services")?.as_array_mut()?;
        for other in others {
            let other = other.get(seeds())["order"]["services"].as_array();
            services.extend(other.into_iter().flatten().cloned());
        }
        Document::of(json).ok()
    })
}
