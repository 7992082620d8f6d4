//! Checks ICP filing orders over HTTP.
//!
//! | request | answer |
//! |---|---|
//! | `POST /validate`, a request of the wire format | its report |
//! | `POST /checklist`, the same | what of its form the order has, and what it still has to give |
//! | `GET /form?order=…&principal=…` and, where known, `&service=…&province=…` | what such an order is asked |
//! | `GET /rules` | every rule in a sentence, with the severity in force, and whether it is on |
//! | `GET /rules/{id}` | what is known of a rule |
//! | `GET /health` | that it answers, and with which rulebook |
//!
//! Answers are JSON in one language, which `Accept-Language` chooses, Chinese where it does not: wherever the crate's JSON
//! has a text in both, `{"zh": …, "en": …}`, here stands the one. All else is as the crate writes it. An order that would
//! be sent back is an answer like any other, 200; what could not be answered is a [`problem`], RFC 9457.
//!
//! `context.today` may be left out, and so may `context`: the day is then that in China, by the service's clock. A day that
//! is given counts, so that a client can ask about another.
//!
//! Orders are checked on threads of their own, a few at once: the others wait, and where too many do, a request is answered
//! 503 with `Retry-After`. Neither a slow client nor a large order keeps others waiting: headers, requests and connections
//! have their time, bodies their length, and answers are bounded by the rulebook (`max_findings`, `max_items`), with what they
//! leave out counted in them: `left_out`. See [`Limits`].
//!
//! Nothing is stored or logged, and neither a report nor a problem repeats a personal number, so that both can be.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, FromRequest, Path, RawQuery, Request, State};
use axum::http::{header, HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::Router;
use beian::checklist::Checklist;
use beian::form::Form;
use beian::order::Filing;
use beian::service::Website;
use beian::{
    validate, Context, Order, OrderKind, Rule, RuleSource, Rulebook, RulebookRule, RulebookVersion, Text,
};
use chrono::{DateTime, NaiveDate, TimeDelta};
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::answer::{Answer, Chosen};
use crate::problem::Problem;
pub use crate::serving::Limits;

mod answer;
pub mod problem;
mod query;
mod serving;

/// The longest body that is read, in bytes. An order of a hundred services is a quarter of that.
pub const BODY_MAX: usize = 1 << 20;

/// What every request shares.
#[derive(Debug)]
pub struct Service {
    /// Prepared once; a service that reloads it puts it behind a lock.
    rulebook: Rulebook,
    /// The day in China.
    today: fn() -> NaiveDate,
    limits: Limits,
    /// A turn for each check at once, and a place for each check at once or waiting.
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
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
        let _ = validate(&order, &Context::new(NaiveDate::default()), &rulebook);
        let (turns, places) = semaphores(Limits::default());
        Self { rulebook, today, limits: Limits::default(), turns, places }
    }

    /// The same within other limits.
    #[must_use]
    pub fn within(mut self, limits: Limits) -> Self {
        (self.limits, (self.turns, self.places)) = (limits, semaphores(limits));
        self
    }

    /// Does what takes a while on a thread of its own, when it is its turn. Its turn lasts until it is done, also where the
    /// client is gone by then.
    async fn work(
        self: Arc<Self>,
        chosen: Chosen,
        work: impl FnOnce(&Self) -> Result<Response, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        let failed = |_| Problem::of(chosen, StatusCode::INTERNAL_SERVER_ERROR);
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Problem::busy(chosen))?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Problem::busy(chosen))?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work(&self);
            drop((turn, place));
            done
        });
        done.await.unwrap_or_else(|error| Err(failed(error)))
    }

    /// Reads a request, on the service's day where it gives none.
    fn read(&self, chosen: Chosen, body: &[u8]) -> Result<beian::Request, Problem> {
        beian::Request::from_json_on(body, (self.today)())
            .map_err(|error| Problem::unreadable(chosen, &error))
    }
}

fn semaphores(limits: Limits) -> (Arc<Semaphore>, Arc<Semaphore>) {
    let places = limits.checks.saturating_add(limits.waiting).min(Semaphore::MAX_PERMITS);
    (Arc::new(Semaphore::new(limits.checks)), Arc::new(Semaphore::new(places)))
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
    let limits = service.limits;
    serving::serve(listener, router(service), limits, shutdown).await
}

/// The service as a router, to be nested in another.
pub fn router(service: Service) -> Router {
    let service = Arc::new(service);
    Router::new()
        .route("/health", get(health))
        .route("/validate", post(report))
        .route("/checklist", post(checklist))
        .route("/form", get(form))
        .route("/rules", get(rules))
        .route("/rules/{id}", get(rule))
        .fallback(|chosen: Chosen| async move { Problem::not_found(chosen) })
        .method_not_allowed_fallback(|chosen: Chosen| async move { Problem::method_not_allowed(chosen) })
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(middleware::from_fn_with_state(Arc::clone(&service), in_time))
        .with_state(service)
}

async fn in_time(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    request: Request,
    next: Next,
) -> Response {
    match tokio::time::timeout(service.limits.request_within, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::of(chosen, StatusCode::REQUEST_TIMEOUT).into_response(),
    }
}

/// That it answers, and with which rulebook.
#[derive(Serialize)]
struct Health<'a> {
    status: &'static str,
    rulebook: &'a RulebookVersion,
}

async fn health(State(service): State<Arc<Service>>, chosen: Chosen) -> Response {
    Answer(chosen, Health { status: "ok", rulebook: service.rulebook.version() }).into_response()
}

/// Checks an order.
async fn report(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    Json(body): Json,
) -> Result<Response, Problem> {
    let check = move |service: &Service| {
        let request = service.read(chosen, &body)?;
        let report = validate(&request.order, &request.context, &service.rulebook);
        Ok(Answer(chosen, report).into_response())
    };
    service.work(chosen, check).await
}

/// Lists what of its form an order has, for one that is being filled in.
async fn checklist(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    Json(body): Json,
) -> Result<Response, Problem> {
    let list = move |service: &Service| {
        let request = service.read(chosen, &body)?;
        let checklist = Checklist::of(&request.order, &request.context, &service.rulebook);
        Ok(Answer(chosen, checklist).into_response())
    };
    service.work(chosen, list).await
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

/// What an order is asked, before anything is filled in.
async fn form(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let request = query::form(chosen, query.as_deref().unwrap_or_default())?;
    Ok(Answer(chosen, Form::of(&request, &service.rulebook)).into_response())
}

/// A rule in a sentence: `severity` is the one in force, `null` where the rule is off.
#[derive(Serialize)]
struct Listed<'a> {
    #[serde(flatten)]
    rule: RulebookRule<'a>,
    on: bool,
}

impl<'a> Listed<'a> {
    fn of(rule: RulebookRule<'a>) -> Self {
        Self { rule, on: rule.is_on() }
    }
}

async fn rules(State(service): State<Arc<Service>>, chosen: Chosen) -> Response {
    Answer(chosen, service.rulebook.rules().map(Listed::of).collect::<Vec<_>>()).into_response()
}

/// What is known of a rule.
#[derive(Serialize)]
struct Explained<'a> {
    #[serde(flatten)]
    listed: Listed<'a>,
    orders: Vec<OrderKind>,
    /// Of a rule of the crate; what is known of a service's own, the service has.
    #[serde(flatten)]
    built_in: Option<BuiltIn>,
}

#[derive(Serialize)]
struct BuiltIn {
    needs: Vec<&'static str>,
    params: Vec<&'static str>,
    /// What a finding says, with its parameters in braces.
    message: Text,
    /// What it states, why, and an example: Markdown, in English.
    documentation: &'static str,
    sources: Vec<RuleSource>,
    miit_codes: &'static [u16],
}

impl BuiltIn {
    fn of(rule: Rule) -> Self {
        let [zh, en] = [beian::Language::Zh, beian::Language::En].map(|language| rule.template(language));
        Self {
            needs: rule.needs().collect(),
            params: rule.params().collect(),
            message: Text { zh, en },
            documentation: rule.explain(),
            sources: rule.sources(),
            miit_codes: rule.miit_codes(),
        }
    }
}

async fn rule(
    State(service): State<Arc<Service>>,
    chosen: Chosen,
    id: Result<Path<String>, PathRejection>,
) -> Result<Response, Problem> {
    // What is no text is no id either.
    let rule = id.ok().and_then(|Path(id)| service.rulebook.rule(&id));
    let rule = rule.ok_or_else(|| Problem::no_such_rule(chosen))?;
    let explained = Explained {
        listed: Listed::of(rule),
        orders: rule.orders(),
        built_in: rule.built_in().map(BuiltIn::of),
    };
    Ok(Answer(chosen, explained).into_response())
}
