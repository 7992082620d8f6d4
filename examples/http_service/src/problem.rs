//! What could not be answered, as problem details: RFC 9457, `application/problem+json`.

use axum::http::{header, StatusCode};
use axum::response::{IntoResponse, Response};
use beian::{JsonError, Language, Text};
use serde_json::{json, Map, Value};

use crate::answer::Chosen;

/// The type of the problem that a body is no request. A tag (RFC 4151) leads nowhere: put an address of yours here
/// where you explain it.
pub const UNREADABLE: &str = "tag:beian.example,2026:unreadable-request";

/// What could not be answered, and why.
#[derive(Debug)]
pub struct Problem {
    chosen: Chosen,
    status: StatusCode,
    /// `None` where the status says it all: `about:blank`.
    kind: Option<&'static str>,
    title: &'static str,
    detail: Option<String>,
    /// What this type of problem says besides.
    more: Vec<(&'static str, Value)>,
    headers: Vec<(header::HeaderName, &'static str)>,
}

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

impl Problem {
    /// What a status says.
    pub(crate) fn of(chosen: Chosen, status: StatusCode) -> Self {
        let title = match status {
            StatusCode::BAD_REQUEST => text("请求有误", "Bad Request"),
            StatusCode::NOT_FOUND => text("未找到", "Not Found"),
            StatusCode::METHOD_NOT_ALLOWED => text("不支持该请求方法", "Method Not Allowed"),
            StatusCode::REQUEST_TIMEOUT => text("请求超时", "Request Timeout"),
            StatusCode::PAYLOAD_TOO_LARGE => text("请求内容过大", "Content Too Large"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => text("不支持该内容类型", "Unsupported Media Type"),
            StatusCode::SERVICE_UNAVAILABLE => text("服务繁忙", "Service Unavailable"),
            StatusCode::INTERNAL_SERVER_ERROR => text("服务内部错误", "Internal Server Error"),
            _ => text("请求无法处理", status.canonical_reason().unwrap_or("Error")),
        };
        let title = chosen.say(title);
        Self { chosen, status, kind: None, title, detail: None, more: Vec::new(), headers: Vec::new() }
    }

    fn because(mut self, text: Text) -> Self {
        self.detail = Some(self.chosen.say(text).to_owned());
        self
    }

    /// A body that is no JSON, 400, or JSON that is no request, 422; with its place and what is accepted there.
    pub(crate) fn unreadable(chosen: Chosen, error: &JsonError) -> Self {
        // Of what is no JSON, nothing can be said to be accepted.
        let status = if error.accepted().is_empty() {
            StatusCode::BAD_REQUEST
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let mut problem = Self::of(chosen, status);
        problem.kind = Some(UNREADABLE);
        problem.title = chosen.say(text("请求内容无法读取", "The request could not be read"));
        problem.detail = Some(error.message(chosen.0).to_owned());
        problem.more = vec![
            ("line", json!(error.line())),
            ("column", json!(error.column())),
            ("path", json!(error.path())),
            ("accepted", json!(error.accepted())),
        ];
        problem
    }

    /// A parameter that says no form, and what is accepted.
    pub(crate) fn bad_query(chosen: Chosen, parameter: &str, said: Text, accepted: &[&str]) -> Self {
        let mut problem = Self::of(chosen, StatusCode::BAD_REQUEST);
        // Only what looks like a name of ours is repeated.
        let is_name = parameter.len() <= 16 && parameter.bytes().all(|byte| byte.is_ascii_lowercase());
        let parameter = if is_name { parameter } else { "…" };
        problem.detail = Some(match chosen.0 {
            Language::Zh => format!("参数 `{parameter}` {}", said.zh),
            Language::En => format!("The parameter `{parameter}` {}", said.en),
        });
        problem.more = vec![("parameter", json!(parameter)), ("accepted", json!(accepted))];
        problem
    }

    /// More wait to be checked than there are places.
    pub(crate) fn busy(chosen: Chosen) -> Self {
        let mut problem = Self::of(chosen, StatusCode::SERVICE_UNAVAILABLE).because(text(
            "正在检查的订单过多，请稍后重试。",
            "Too many orders are being checked: try again in a moment.",
        ));
        problem.headers.push((header::RETRY_AFTER, "1"));
        problem
    }

    pub(crate) fn not_found(chosen: Chosen) -> Self {
        Self::of(chosen, StatusCode::NOT_FOUND)
    }

    pub(crate) fn no_such_rule(chosen: Chosen) -> Self {
        Self::not_found(chosen).because(text(
            "没有该编号的规则。GET /rules 可列出全部规则。",
            "No rule has this id. GET /rules lists them.",
        ))
    }

    pub(crate) fn method_not_allowed(chosen: Chosen) -> Self {
        Self::of(chosen, StatusCode::METHOD_NOT_ALLOWED)
    }

    pub(crate) fn unsupported_media_type(chosen: Chosen) -> Self {
        let mut problem = Self::of(chosen, StatusCode::UNSUPPORTED_MEDIA_TYPE).because(text(
            "请求内容须为 JSON，Content-Type 为 application/json。",
            "The body has to be JSON, with the Content-Type application/json.",
        ));
        problem.headers.push((header::HeaderName::from_static("accept-post"), "application/json"));
        problem
    }

    pub(crate) fn too_large(chosen: Chosen, most: usize) -> Self {
        let mut problem = Self::of(chosen, StatusCode::PAYLOAD_TOO_LARGE);
        problem.detail = Some(match chosen.0 {
            Language::Zh => format!("请求内容不得超过 {most} 字节。"),
            Language::En => format!("A body has {most} bytes at most."),
        });
        problem
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = Map::new();
        body.insert("type".to_owned(), self.kind.unwrap_or("about:blank").into());
        body.insert("title".to_owned(), self.title.into());
        body.insert("status".to_owned(), self.status.as_u16().into());
        if let Some(detail) = self.detail {
            body.insert("detail".to_owned(), detail.into());
        }
        body.extend(self.more.into_iter().map(|(key, value)| (key.to_owned(), value)));
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response =
            (self.status, kind, self.chosen.headers(), Value::Object(body).to_string()).into_response();
        for (name, value) in self.headers {
            response.headers_mut().insert(name, axum::http::HeaderValue::from_static(value));
        }
        response
    }
}
