//! Checks ICP filing orders over HTTP.
//!
//! | request | answer |
//! |---|---|
//! | `POST /validate`, a request of the wire format | its report |
//! | `POST /checklist`, the same | what of its form the order has, and what it still has to give |
//! | `GET /form?order=…&principal=…` and, where known, `&service=…&province=…` | what such an order is asked |
//! | `GET /rules` | every rule in a sentence |
//! | `GET /rules/{id}` | what is known of a rule |
//!
//! Answers are JSON in one language, which `Accept-Language` chooses, Chinese where it does not: wherever the crate's JSON
//! has a text in both, `{"zh": …, "en": …}`, here stands the one. All else is as the crate writes it. An order that would
//! be sent back is an answer like any other, 200; what could not be answered is a [`problem`], RFC 9457.
//!
//! `context.today` may be left out, and so may `context`: the day is then that in China, by the service's clock. A day that
//! is given counts, so that a client can ask about another.
//!
//! Nothing is stored or logged, and neither a report nor a problem repeats a personal number, so that both can be.

use std::future::{Future, IntoFuture};
use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Query, Request, State};
use axum::http::{header, HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::Router;
use beian::checklist::Checklist;
use beian::form::{Form, FormRequest};
use beian::order::Filing;
use beian::service::{ServiceKind, Website};
use beian::value::Province;
use beian::{validate, Context, Order, OrderKind, PrincipalKind, Rule, RuleSource, Rulebook, Severity, Text};
use chrono::{DateTime, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::answer::{Answer, Chosen};
use crate::problem::Problem;

mod answer;
pub mod problem;

/// The longest body that is read, in bytes. An order of a hundred services is a quarter of that.
pub const BODY_MAX: usize = 1 << 20;

/// How long a request may take, its body included: who sends no more keeps no connection.
const TIME_MAX: Duration = Duration::from_secs(10);

/// What every request shares.
#[derive(Debug)]
pub struct Service {
    /// Prepared once; a service that reloads it puts it behind a lock.
    rulebook: Rulebook,
    /// The day in China.
    today: fn() -> NaiveDate,
}

impl Service {
    /// A service with this rulebook, and the system's clock.
    pub fn new(rulebook: Rulebook) -> Self {
        Self::on(rulebook, today)
    }

    /// The same with another clock.
    pub fn on(rulebook: Rulebook, today: fn() -> NaiveDate) -> Self {
        // The crate's tables are made when they are first needed: here, not by the first applicant.
        let site = Website::new().with_name("示例");
        let order = Order::FirstFiling(Filing::new().with_services([site]));
        let _ = validate(&order, &Context::new(today()), &rulebook);
        Self { rulebook, today }
    }

    /// Reads a request, on the service's day where it gives none.
    fn read(&self, chosen: Chosen, body: &[u8]) -> Result<beian::Request, Problem> {
        beian::Request::from_json_on(body, (self.today)())
            .map_err(|error| Problem::unreadable(chosen, &error))
    }
}

/// The day in China, UTC+8, where the rules count days.
fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let now = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    (now.unwrap_or_default() + TimeDelta::hours(8)).date_naive()
}

/// Answers at `listener` until `shutdown` returns. Requests that are being answered then are answered; a client that is
/// silent does not keep the service from ending.
///
/// # Errors
/// None that is known: a connection that fails ends alone.
pub async fn serve(
    listener: TcpListener,
    service: Service,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (tell, told) = oneshot::channel();
    let server = axum::serve(listener, router(service)).with_graceful_shutdown(async move {
        shutdown.await;
        // Nobody listens any more where the server has ended by itself.
        let _ = tell.send(());
    });
    let late = async {
        match told.await {
            Ok(()) => tokio::time::sleep(TIME_MAX).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        ended = server.into_future() => ended,
        () = late => Ok(()),
    }
}

/// The service as a router, to be nested in another.
pub fn router(service: Service) -> Router {
    Router::new()
        .route("/validate", post(report))
        .route("/checklist", post(checklist))
        .route("/form", get(form))
        .route("/rules", get(rules))
        .route("/rules/{id}", get(rule))
        .fallback(|chosen: Chosen| async move { Problem::not_found(chosen) })
        .method_not_allowed_fallback(|chosen: Chosen| async move { Problem::method_not_allowed(chosen) })
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(middleware::from_fn(in_time))
        .with_state(Arc::new(service))
}

async fn in_time(chosen: Chosen, request: Request, next: Next) -> Response {
    match tokio::time::timeout(TIME_MAX, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::of(chosen, StatusCode::REQUEST_TIMEOUT).into_response(),
    }
}

/// Checks an order.
///
/// A check takes less than a millisecond, so it needs no thread of its own.
async fn report(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    Json(body): Json,
) -> Result<Response, Problem> {
    let request = service.read(chosen, &body)?;
    let report = validate(&request.order, &request.context, &service.rulebook);
    Ok(Answer(chosen, report).into_response())
}

/// Lists what of its form an order has, for one that is being filled in.
async fn checklist(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    Json(body): Json,
) -> Result<Response, Problem> {
    let request = service.read(chosen, &body)?;
    let checklist = Checklist::of(&request.order, &request.context, &service.rulebook);
    Ok(Answer(chosen, checklist).into_response())
}

/// The body of a request that says that it is JSON.
struct Json(Bytes);

impl<S: Send + Sync> FromRequest<S> for Json {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let chosen = Chosen::by(request.headers());
        if !is_json(request.headers()) {
            return Err(Problem::unsupported_media_type(chosen));
        }
        let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        // A body that says that it is too long is not waited for.
        if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > BODY_MAX) {
            return Err(Problem::too_large(chosen, BODY_MAX));
        }
        match Bytes::from_request(request, state).await {
            Ok(body) => Ok(Self(body)),
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Problem::too_large(chosen, BODY_MAX))
            }
            Err(error) => Err(Problem::of(chosen, error.status())),
        }
    }
}

/// `application/json`, or a type that is built on it, with any parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || kind.starts_with("application/") && kind.ends_with("+json")
}

/// What a form depends on, each by its name on the wire: `province` by its two digits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormQuery {
    order: OrderKind,
    principal: PrincipalKind,
    service: Option<ServiceKind>,
    province: Option<Province>,
}

/// What an order is asked, before anything is filled in.
async fn form(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    query: Result<Query<FormQuery>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(query) = query.map_err(|error| Problem::bad_query(chosen, &error.body_text()))?;
    let mut request = FormRequest::new(query.order, query.principal);
    request.service = query.service;
    request.province = query.province;
    Ok(Answer(chosen, Form::of(&request, &service.rulebook)).into_response())
}

/// A rule in a sentence.
#[derive(Serialize)]
struct Listed {
    id: Rule,
    severity: Severity,
    summary: Text,
}

impl Listed {
    fn of(rule: Rule) -> Self {
        let [zh, en] = [beian::Language::Zh, beian::Language::En].map(|language| rule.summary(language));
        Self { id: rule, severity: rule.default_severity(), summary: Text { zh, en } }
    }
}

async fn rules(chosen: Chosen) -> Response {
    Answer(chosen, Rule::all().map(Listed::of).collect::<Vec<_>>()).into_response()
}

/// What is known of a rule.
#[derive(Serialize)]
struct Explained {
    #[serde(flatten)]
    listed: Listed,
    orders: Vec<OrderKind>,
    needs: Vec<&'static str>,
    params: &'static [&'static str],
    /// What a finding says, with its parameters in braces.
    message: Text,
    /// What it states, why, and an example: Markdown, in English.
    documentation: &'static str,
    sources: Vec<RuleSource>,
    miit_codes: &'static [u16],
}

async fn rule(chosen: Chosen, id: Result<Path<String>, PathRejection>) -> Result<Response, Problem> {
    // What is no text is no id either.
    let rule =
        id.ok().and_then(|Path(id)| Rule::from_id(&id)).ok_or_else(|| Problem::no_such_rule(chosen))?;
    let [zh, en] = [beian::Language::Zh, beian::Language::En].map(|language| rule.template(language));
    let explained = Explained {
        listed: Listed::of(rule),
        orders: rule.orders().collect(),
        needs: rule.needs().collect(),
        params: rule.params(),
        message: Text { zh, en },
        documentation: rule.explain(),
        sources: rule.sources(),
        miit_codes: rule.miit_codes(),
    };
    Ok(Answer(chosen, explained).into_response())
}
