//! The door between a page and the crate: JSON in, JSON out. [`memory`] is the same door for a WebAssembly module.
//!
//! | door | takes | gives |
//! |---|---|---|
//! | [`check`] | a [`Check`]: a request, and which form is wanted with it | report and checklist, or the error; the form |
//! | [`apply`] | a request and a remedy of its report | the order with the remedy applied, or the error |
//! | [`print`] | a request and a language | the HTML page of the example `report_html`, as a JSON string, or the error |
//!
//! An answer never fails to be JSON: what cannot be read is answered with `{"error": {"message", "path", …}}`.

use std::sync::OnceLock;

use beian::checklist::Checklist;
use beian::form::{Form, FormRequest};
use beian::value::{Province, Region};
use beian::{
    JsonError, Language, OrderKind, PrincipalKind, Provider, Remedy, Report, Request, Rule, Rulebook, Source,
    Text,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::facts::Facts;
use crate::words::Words;

mod facts;
pub mod memory;
mod words;

// The printed report is that of the example `report_html`.
#[path = "../../report_html/fault.rs"]
mod fault;
#[path = "../../report_html/fields.rs"]
mod fields;
#[path = "../../report_html/html.rs"]
mod html;
#[path = "../../report_html/page.rs"]
mod page;
#[path = "../../common/points.rs"]
mod points;

/// What [`check`] is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check<'a> {
    /// Whose rulebook; absent, the guide's.
    provider: Option<&'a str>,
    /// A request of the wire format.
    #[serde(borrow)]
    request: &'a RawValue,
    /// The form to send with the answer.
    form: Option<FormOf<'a>>,
}

/// Which form, by the names of the wire.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormOf<'a> {
    order: &'a str,
    principal: &'a str,
    province: Option<&'a str>,
}

/// What [`check`] answers.
#[derive(Serialize)]
struct Checked<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checklist: Option<&'a Checklist>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Asked>,
}

/// A form with what a page needs to show it.
#[derive(Serialize)]
struct Asked {
    /// What the order is asked.
    form: Form,
    /// What can be known besides: of domains, cloud resources, files, the account.
    facts: Facts,
    /// What everyone should know who hands in such an order.
    notices: Vec<Notice>,
    /// The counties of the province, where it is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regions: Vec<(Region, String)>,
    /// The closed lists, and what people call codes.
    words: Words,
}

#[derive(Serialize)]
struct Notice {
    text: Text,
    source: Option<Source>,
}

/// In both languages.
#[derive(Debug, Serialize)]
struct Said {
    zh: String,
    en: String,
}

/// Why there is no answer.
#[derive(Debug, Serialize)]
struct Failure {
    message: Said,
    /// The place in the request, a JSON Pointer.
    path: String,
    line: usize,
    column: usize,
    accepted: Vec<String>,
}

impl From<JsonError> for Failure {
    fn from(error: JsonError) -> Self {
        Self {
            message: Said {
                zh: error.message(Language::Zh).to_owned(),
                en: error.message(Language::En).to_owned(),
            },
            path: error.path().to_owned(),
            line: error.line(),
            column: error.column(),
            accepted: error.accepted().to_vec(),
        }
    }
}

impl Failure {
    fn of(message: impl ToString) -> Self {
        let message = Said { zh: message.to_string(), en: message.to_string() };
        Self { message, path: String::new(), line: 0, column: 0, accepted: Vec::new() }
    }

    fn to_json(&self) -> Vec<u8> {
        written(&serde_json::json!({ "error": self }))
    }
}

/// The built-in rulebooks, each made when it is first asked for.
fn rulebook(provider: Option<&str>) -> &'static Rulebook {
    static RULEBOOKS: OnceLock<Vec<(Provider, Rulebook)>> = OnceLock::new();
    static DEFAULT: OnceLock<Rulebook> = OnceLock::new();
    let all = || Provider::ALL.iter().map(|provider| (*provider, Rulebook::builtin(*provider))).collect();
    let wanted = provider.and_then(Provider::from_name);
    let known = RULEBOOKS.get_or_init(all).iter().find(|(provider, _)| Some(*provider) == wanted);
    known.map_or_else(|| DEFAULT.get_or_init(Rulebook::default), |(_, rulebook)| rulebook)
}

/// Checks a request, and sends the form with the answer where that is wanted.
pub fn check(json: &[u8]) -> Vec<u8> {
    let asked: Check<'_> = match serde_json::from_slice(json) {
        Ok(asked) => asked,
        Err(error) => return Failure::of(error).to_json(),
    };
    let rulebook = rulebook(asked.provider);
    let request = Request::from_json(asked.request.get().as_bytes());
    let (checklist, error) = match request {
        Ok(Request { order, context, .. }) => (Some(Checklist::of(&order, &context, rulebook)), None),
        Err(error) => (None, Some(Failure::from(error))),
    };
    written(&Checked {
        report: checklist.as_ref().map(Checklist::report),
        checklist: checklist.as_ref(),
        error,
        form: asked.form.and_then(|of| Asked::of(&of, rulebook)),
    })
}

impl Asked {
    fn of(of: &FormOf<'_>, rulebook: &Rulebook) -> Option<Self> {
        let order = OrderKind::from_name(of.order)?;
        let mut request = FormRequest::new(order, PrincipalKind::from_name(of.principal)?);
        request.province = of.province.and_then(Province::from_code);
        let text = |rule: Rule| Text { zh: rule.template(Language::Zh), en: rule.template(Language::En) };
        let regions = request.province.into_iter().flat_map(Region::of_province);
        let notice = |rule: Rule| Notice { text: text(rule), source: rule.source_for(order) };
        Some(Self {
            form: Form::of(&request, rulebook),
            facts: Facts,
            notices: order.notices().map(notice).collect(),
            regions: regions.map(|region| (region, region.full_name())).collect(),
            words: Words,
        })
    }
}

/// A request, and what to do with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Apply<'a> {
    #[serde(borrow)]
    request: &'a RawValue,
    remedy: Remedy,
}

/// Applies a remedy to the order of a request: `{"order": …}`.
pub fn apply(json: &[u8]) -> Vec<u8> {
    let asked: Apply<'_> = match serde_json::from_slice(json) {
        Ok(asked) => asked,
        Err(error) => return Failure::of(error).to_json(),
    };
    let request = match Request::from_json(asked.request.get().as_bytes()) {
        Ok(request) => request,
        Err(error) => return Failure::from(error).to_json(),
    };
    match request.order.apply(&asked.remedy) {
        Ok(order) => written(&serde_json::json!({ "order": order })),
        Err(error) => Failure::of(error).to_json(),
    }
}

/// A request, and the language of its report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Print<'a> {
    provider: Option<&'a str>,
    language: &'a str,
    #[serde(borrow)]
    request: &'a RawValue,
}

/// The report on a request as an HTML page: `{"html": …}`.
pub fn print(json: &[u8]) -> Vec<u8> {
    let asked: Print<'_> = match serde_json::from_slice(json) {
        Ok(asked) => asked,
        Err(error) => return Failure::of(error).to_json(),
    };
    let language = if asked.language == Language::En.code() { Language::En } else { Language::Zh };
    match Request::from_json(asked.request.get().as_bytes()) {
        Ok(request) => {
            let html = page::page(&request, rulebook(asked.provider), language);
            written(&serde_json::json!({ "html": html }))
        }
        Err(error) => Failure::from(error).to_json(),
    }
}

/// A value as JSON. Nothing of the crate has a key that is no text, so that it cannot fail.
fn written(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_else(|_| br#"{"error":{"message":"","path":""}}"#.to_vec())
}
