//! Answers in the language that was asked for.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{header, HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use beian::{Language, Text};
use serde::Serialize;
use serde_json::Value;

/// The language that a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen(pub(crate) Language);

impl Chosen {
    /// By the headers of a request.
    pub(crate) fn by(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok());
        Self(choose(&lines.collect::<Vec<_>>().join(",")))
    }

    pub(crate) fn say(self, text: Text) -> &'static str {
        text.get(self.0)
    }

    /// The headers of an answer in this language; caches keep one for each.
    pub(crate) fn headers(self) -> [(header::HeaderName, &'static str); 2] {
        let tag = match self.0 {
            Language::Zh => "zh-CN",
            Language::En => "en",
        };
        [(header::CONTENT_LANGUAGE, tag), (header::VARY, "Accept-Language")]
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Chosen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::by(&parts.headers))
    }
}

/// The language that an `Accept-Language` (RFC 9110, section 12.5.4) weighs most; of equals the one that it names first.
///
/// Any Chinese and any English will do. Where neither is wanted, the answer is in Chinese, which is better than none.
fn choose(accepted: &str) -> Language {
    let mut any = None;
    let mut named: Vec<(Language, u16)> = Vec::new();
    for range in accepted.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default();
        // A weight that cannot be read says nothing of what is wanted.
        let Some(weight) = parts.next().map_or(Some(WHOLE), weight) else { continue };
        let language = match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "zh" => Language::Zh,
            "en" => Language::En,
            "*" => {
                any = Some(weight);
                continue;
            }
            _ => continue,
        };
        match named.iter_mut().find(|(known, _)| *known == language) {
            // `zh-CN, zh;q=0.8`: the best that is said of a language.
            Some((_, best)) => *best = weight.max(*best),
            None => named.push((language, weight)),
        }
    }
    // `*` stands for what is not named; what nothing is said of is wanted less than what is.
    for language in [Language::Zh, Language::En] {
        if !named.iter().any(|(known, _)| *known == language) {
            let refused = named.iter().any(|(_, weight)| *weight == 0);
            match any {
                Some(weight) => named.push((language, weight)),
                None if refused => named.push((language, 1)),
                None => {}
            }
        }
    }
    let mut best = (Language::default(), 0);
    for (language, weight) in named {
        if weight > best.1 {
            best = (language, weight);
        }
    }
    best.0
}

/// The weight of a range that gives none, in thousandths.
const WHOLE: u16 = 1000;

/// A weight, `q=0.8`, in thousandths: at most three digits after the point, at most 1.
fn weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let is_number = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !name.trim().eq_ignore_ascii_case("q") || !is_number {
        return None;
    }
    let thousandths = format!("{fraction:0<3}").parse::<u16>().ok()?;
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(WHOLE),
        _ => None,
    }
}

/// A value as JSON, its texts in one language.
pub(crate) struct Answer<T>(pub(crate) Chosen, pub(crate) T);

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let Self(chosen, value) = self;
        match serde_json::to_value(value) {
            Ok(mut value) => {
                speak(&mut value, chosen.0);
                let json = [(header::CONTENT_TYPE, "application/json")];
                (json, chosen.headers(), value.to_string()).into_response()
            }
            // No value of the crate has a key that is no text, or a number that JSON has not.
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// Puts the text of a language wherever there is one in both.
fn speak(value: &mut Value, language: Language) {
    match value {
        Value::Object(object) => {
            let is_text = object.len() == 2
                && ["zh", "en"].iter().all(|key| object.get(*key).is_some_and(Value::is_string));
            if is_text {
                *value = object.remove(language.code()).unwrap_or_default();
            } else {
                object.values_mut().for_each(|value| speak(value, language));
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| speak(value, language)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use beian::Language::{En, Zh};
    use serde_json::json;

    use super::{choose, speak};

    #[test]
    fn the_language_that_weighs_most_is_chosen() {
        for (accepted, language) in [
            ("", Zh),
            ("zh", Zh),
            ("en", En),
            ("en-GB", En),
            ("EN-us", En),
            ("zh-Hant-TW", Zh),
            // What a browser sends.
            ("zh-CN,zh;q=0.9,en;q=0.8,en-GB;q=0.7", Zh),
            ("en-US,en;q=0.9,zh-CN;q=0.8,zh;q=0.7", En),
            ("zh;q=0.3, en;q=0.7", En),
            ("zh;q=0.300 , en;q=0.29", Zh),
            ("en;q=0.5, zh;q=0.5", En),
            ("en;q=0.1, en-GB;q=0.9, zh;q=0.5", En),
            // Neither.
            ("fr", Zh),
            ("fr, de;q=0.5", Zh),
            ("fr, en;q=0.2", En),
            // Any.
            ("*", Zh),
            ("*, zh;q=0.5", En),
            ("en;q=0.5, *;q=0.1", En),
            ("en;q=0.1, *;q=0.5", Zh),
            // Refused.
            ("zh;q=0", En),
            ("zh;q=0, *;q=0.5", En),
            ("en;q=0", Zh),
            ("zh;q=0, en;q=0", Zh),
            ("*;q=0", Zh),
            // What cannot be read says nothing.
            ("en;q=2", Zh),
            ("en;q=0.1234", Zh),
            ("en;q=", Zh),
            ("en;level=1", Zh),
            (";;,,=", Zh),
            ("english", Zh),
        ] {
            assert_eq!(choose(accepted), language, "{accepted}");
        }
    }

    #[test]
    fn texts_are_in_one_language() {
        let mut value =
            json!({"a": {"zh": "甲", "en": "A"}, "b": [{"c": {"zh": 1, "en": 2}, "d": {"zh": "丁"}}]});
        speak(&mut value, En);
        assert_eq!(value, json!({"a": "A", "b": [{"c": {"zh": 1, "en": 2}, "d": {"zh": "丁"}}]}));
    }
}
