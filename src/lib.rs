//! The rules of Chinese ICP filing 备案: checks a filing order and says what would send it back, where, why,
//! and how to fix it.
//!
//! It is a pure library. A typed [`Order`], a [`Context`] (the day, the account, what is filed) and a
//! [`Rulebook`] go in, a [`Report`] comes out. There is no clock, no file, no network, no global state; the
//! same arguments give the same bytes.
//!
//! # Filing in a page
//!
//! Nobody may run a website or an APP from a server in mainland China without a filing. Who runs it, a
//! company, a public body or a person, is the *principal* 主体; the website or APP is the *service* 服务. The
//! principal hands an *order* 备案订单 to the *access provider* 接入服务商 whose servers it rents. The provider looks
//! it over within a day or two; a code goes to the responsible persons' mobiles 短信核验, to be entered within 24
//! hours; then the *authority* 管局 of the province has 20 working days. Approved, the principal has a number
//! such as `粤ICP备2021000001号` and each service one below it, `粤ICP备2021000001号-1`, which the website shows in
//! its footer.
//!
//! An order names the principal with its certificate, its *responsible person* 负责人, and the services, each
//! with its domains or packages, the cloud resource that it runs on, and a responsible person. Later orders
//! add services, change or deregister what is filed, or take a filed service to another provider as well;
//! which one fits follows from what is filed ([`fitting_order_kind`]).
//!
//! Weeks after it was handed in an order comes back, refused over a package name, a domain level, a server
//! that ends too soon. Each of these could be known before: this crate knows them. What is asked differs by
//! province and provider, and nobody publishes all of it: what is not known is said to be unknown.
//!
//! ## Glossary
//!
//! | term | 中文 | here |
//! |---|---|---|
//! | filing | 备案 | what the authority approves, under a filing number |
//! | order | 备案订单 | [`Order`] |
//! | access provider | 接入服务商 | [`Provider`] |
//! | authority | 管局（通信管理局） | of a [`value::Province`] |
//! | principal | 主体（主办者） | [`Principal`] |
//! | individual, organisation | 个人、单位 | [`Filer`], [`PrincipalKind`] |
//! | legal representative | 法定代表人 | [`LegalRepresentative`] |
//! | responsible person | 负责人（主体负责人、服务负责人） | [`ResponsiblePerson`] |
//! | service: website, APP | 服务：网站、APP | [`Service`] |
//! | platform, package | 运行平台、包信息 | [`service::Platform`], [`service::Package`] |
//! | cloud resource | 云资源 | [`Resource`] |
//! | filing authorisation code | 备案授权码 | [`resource::LicenseCode`] |
//! | pre-approval | 前置审批 | [`service::PreApproval`] |
//! | video verification | 视频核身 | [`VideoVerification`] |
//! | filing number | 备案号 | [`value::FilingNumber`] |
//! | hollow principal | 空壳主体 | a filed principal without services |
//! | access | 接入 | serving a filed service through a provider |
//! | deregister, cancel access | 注销、取消接入 | [`order::OrderKind`] |
//!
//! # A first report
//!
//! ```
//! use beian::order::Filing;
//! use beian::service::Website;
//! use beian::{validate, Context, Domain, Language, Order, Principal, PrincipalKind, Rulebook};
//! use chrono::NaiveDate;
//!
//! let principal = Principal::new().with_kind(PrincipalKind::Enterprise).with_name("杭州云澜测试科技有限公司");
//! let site = Website::new().with_name("云澜测试产品展示").with_domains([Domain::named("http://example.com/")]);
//! let order = Order::FirstFiling(Filing::new().with_principal(principal).with_services([site]));
//! let context = Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
//!
//! let report = validate(&order, &context, &Rulebook::default());
//! assert!(!report.is_submittable());
//!
//! let finding = report.findings.iter().find(|finding| finding.rule() == "domain.malformed").unwrap();
//! assert_eq!(finding.path.to_string(), "/services/0/domains/0/name");
//! println!("{}", finding.message(Language::Zh)); // 域名格式不正确：……
//!
//! // What the context does not tell is neither right nor wrong.
//! assert!(report.undetermined.iter().any(|rule| rule.needs.to_string() == "account"));
//! ```
//!
//! # Three outcomes
//!
//! - **`Err`**: the caller did wrong. JSON that is no request, a value that does not parse, an id that is no
//!   rule.
//! - **[`Finding`]**: the order is wrong. Its rule, its severity, its place as a JSON Pointer, what the
//!   message speaks of, and the document that says so. One mistake is one finding at one place: where a value
//!   is missing or malformed, the rules that would compare it are silent.
//! - **[`Undetermined`]**: a fact is not there. The rule applies, but the registry, the account, or the
//!   practice of the province is not known. It is never guessed.
//!
//! An order can be handed in when no finding is a [`Severity::Blocker`].
//!
//! # The way in
//!
//! ## A form
//!
//! [`form`] says what to ask, [`checklist`] what is still missing; findings are put beside their fields by
//! path, and [`Comparison`] says what a keystroke changed. `cargo run --example checklist` shows it; in a browser,
//! `examples/web_form` does ([`guide::wasm`]).
//!
//! ```
//! # use beian::order::Filing;
//! # use beian::service::Website;
//! # use beian::{validate, Context, Domain, Language, Order, Rulebook};
//! # let site = Website::new().with_domains([Domain::named("shop example.com")]);
//! # let order = Order::FirstFiling(Filing::new().with_services([site]));
//! # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
//! let report = validate(&order, &context, &Rulebook::default());
//! let beside = report.at("/services/0/domains/0/name").map(|finding| finding.message(Language::Zh).to_string());
//! assert_eq!(beside.count(), 1);
//! ```
//!
//! ## An order pipeline
//!
//! Requests come as JSON (feature `json`), a report goes back; what would be refused goes no further.
//! `cargo run --example validate` reads files and lines, `examples/http_service` answers over HTTP.
//!
//! ```
//! use beian::{validate, Request, Rulebook};
//!
//! fn check(json: &[u8], rulebook: &Rulebook) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
//!     let request = Request::from_json(json)?; // line, column, path, and what is accepted
//!     let report = validate(&request.order, &request.context, rulebook).into_result()?;
//!     Ok(report.to_json())
//! }
//! let json = r#"{"order": {"kind": "first_filing"}, "context": {"today": "2026-11-23"}}"#;
//! let refused = check(json.as_bytes(), &Rulebook::default()).unwrap_err();
//! assert!(refused.to_string().starts_with("the order would be sent back: "));
//! ```
//!
//! ## A nightly re-check
//!
//! What is filed is stated again as a change, with today's date: certificates have run out since, servers
//! have ended, rules have changed. `cargo run --example portfolio -- filed.ndjson` does it a line at a time,
//! with tables.
//!
//! ```
//! use beian::order::ChangeFiling;
//! use beian::registry::FiledPrincipal;
//! use beian::{
//!     validate, Certificate, CertificateKind, Context, Order, Principal, PrincipalKind, ResponsiblePerson, Rulebook,
//! };
//!
//! let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
//! let card = Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236")
//!     .with_valid_until(day("2026-11-01"));
//! let filed = FiledPrincipal::new()
//!     .with_filing_number("浙ICP备2023000001号")
//!     .with_principal(
//!         Principal::new()
//!             .with_kind(PrincipalKind::Individual)
//!             .with_certificate(card)
//!             .with_responsible_person(ResponsiblePerson::new()),
//!     );
//!
//! let mut change = ChangeFiling::new();
//! (change.filing_number, change.principal) = (filed.filing_number, filed.principal.map(|principal| *principal));
//! let report = validate(&Order::ChangeFiling(change), &Context::new(day("2026-11-23")), &Rulebook::default());
//! assert!(report.at("/principal/certificate/valid_until").next().is_some());
//! ```
//!
//! ## A test
//!
//! The feature `testing`, among the `[dev-dependencies]`, makes clean orders to alter, numbers that are right, and an
//! assertion that prints the report where it fails: see [`testing`](https://docs.rs/beian/latest/beian/testing). Without it,
//! [`Report::find`] says in a line what is expected; where it fails, it lists what was found. `cargo run --example
//! first_filing` builds an order by hand.
//!
//! ```
//! # use beian::order::Filing;
//! # use beian::service::Website;
//! # use beian::{validate, Context, Domain, Order, Rulebook};
//! # let site = Website::new().with_domains([Domain::named("http://example.com/")]);
//! # let order = Order::FirstFiling(Filing::new().with_services([site]));
//! # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
//! # let report = validate(&order, &context, &Rulebook::default());
//! report.find("domain.malformed", "/services/0/domains/0/name")?;
//! # Ok::<(), beian::FindingNotFound>(())
//! ```
//!
//! # Where to go
//!
//! - Why it is so, and how it is kept up to date: the pages of the [`guide`], with every
//!   [rule](guide::rules), [province](guide::provinces) and [provider](guide::providers).
//! - Orders and what they carry: [`order`], [`Principal`], [`ResponsiblePerson`], [`service`], [`resource`],
//!   [`Material`]. Inputs are built with `new` and `with_…`, or read from JSON (feature `json`, or serde with
//!   any format).
//! - What is known besides: [`Context`], [`registry`].
//! - What strings mean, useful without an order: [`value`].
//! - Single questions, with the parts that they are about and no order: [`check`]. How many services, which package names
//!   collide, the level of a domain, whether a server can carry a filing, what a province asks.
//! - The rules: [`Rule`], with id, summary, documentation and source. `cargo run --example rules` lists them.
//! - What an order is asked, before anything is filled in: [`form`]. What of it is given: [`checklist`].
//! - What each province asks, who says so, and how well that stands: [`Rulebook::province`], [`provinces`];
//!   all of it on one page: [`guide::provinces`].
//! - The same order in every province at once: [`what_if()`].
//! - What a service knows better, laid over the rulebook at run time: [`RulebookPatch`]. Another provider: [`Profile`].
//! - What would fix a finding: [`Finding::remedy`], applied with [`Order::apply`]. What changed since the
//!   last report: [`Comparison`].
//! - An order that is over its limits: [`Order::split`].
//! - Which order fits: [`fitting_order_kind`], [`fitting_orders`].
//! - What happens to an order after submission: [`progress`], with working days by the [`calendar`].
//! - What is filed, to be shown or handed out: [`lookup`], [`export`].
//! - A finding that a test expects: [`Report::find`]; a report that goes on with `?`:
//!   [`Report::into_result`].
//! - A service's own rules, asked with the others: [`OwnRule`], [`Rulebook::with_rules`]. What it finds beside them:
//!   [`OwnRule::finding`], [`Report::extend`].
//!
//! # Features
//!
//! - `patterns`: what reads with regular expressions, such as [`value::FilingNumber::find_in`], which without it searches
//!   character by character, and [`NamePattern`], which needs it. Costs `regex` without its default features, 0.8 MB
//!   of a stripped release program. On by default;
//!   `default-features = false` leaves it out of a small program.
//!
//! - `json`: [`Request::from_json`] and [`Order::from_json`], which read with errors that say line, column,
//!   path and what is accepted; [`Report::to_json`]. Costs `serde_json`. Off by default: the models are serde
//!   types of any format.
//!
//! - `schema`: [`schemars::JsonSchema`](https://docs.rs/schemars) for what the wire carries, and the
//!   [`schema`](https://docs.rs/beian/latest/beian/schema) of each document. Costs schemars. Off by default.
//!
//! - `testing`: clean orders of every kind, made-up numbers of every value, `assert_finds!`. Costs no crate; it is meant for
//!   `[dev-dependencies]`. Off by default.
//!
//! # Rust version
//!
//! Rust 1.74 or newer. The crates below `idna` and `thiserror` have raised theirs in minor versions, so on a Rust older
//! than 1.86 a dependant has to take older ones. Cargo 1.84 or newer finds them, for the `rust-version` of the
//! dependant's own `Cargo.toml`:
//!
//! ```text
//! CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback cargo update
//! ```
//!
//! With an older Cargo they are pinned by hand:
//!
//! ```text
//! cargo update -p idna_adapter --precise 1.2.0
//! cargo update -p utf8_iter --precise 1.0.4
//! cargo update -p utf16_iter --precise 1.0.5
//! cargo update -p litemap --precise 0.7.4
//! cargo update -p thiserror --precise 2.0.20
//! ```
//!
//! # Scope
//!
//! The crate says what public documents say; each rule names its own. It submits nothing, and it is no legal
//! advice.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod path;
#[macro_use]
mod text;
#[macro_use]
mod wire;
pub mod calendar;
pub mod check;
mod fields;
mod model;
mod report;
mod rule;
mod rulebook;
pub mod value;
#[macro_use]
mod engine;
mod ask;
pub mod guide;
pub mod progress;
mod rules;
#[cfg(feature = "testing")]
#[cfg_attr(docsrs, doc(cfg(feature = "testing")))]
pub mod testing;

pub use ask::checklist::Checklist;
pub use ask::form::Form;
pub use ask::place::Place;
#[cfg(feature = "schema")]
pub use ask::schema;
pub use ask::split::{OrderPart, SplitError};
pub use ask::what_if::{what_if, Answer, Outcome, Relocation, WhatIf};
pub use ask::{checklist, export, form, lookup};
pub use engine::fitting::{fitting_order_kind, fitting_orders, Fit, FitReason, FittingOrder};
pub use engine::own::{Asked, Found, Part};
pub use fields::{Condition, Requirement, Step};
#[cfg(feature = "json")]
pub use model::batch::RequestBatch;
pub use model::certificate::{Certificate, CertificateKind, ValidUntil, ValidUntilError};
pub use model::context::{Account, BusinessRecord, BusinessStatus, Context, TargetAccount, TypeVerification};
pub use model::domain::{Domain, Registrar, Registration};
#[cfg(feature = "json")]
pub use model::json::JsonError;
pub use model::material::{Material, MaterialFormat, MaterialKind};
pub use model::order::{Agreement, Order, OrderKind};
pub use model::principal::{Filer, LegalRepresentative, Principal, PrincipalKind};
pub use model::registry::Registry;
pub use model::request::Request;
pub use model::resource::Resource;
pub use model::responsible_person::{ResponsiblePerson, VideoVerification};
pub use model::service::Service;
pub use model::{order, registry, resource, service};
pub use path::{FieldPath, FieldPathError, Key, PathPattern, PathPatternError, Segment, ToPath};
pub use report::remedy::{Applicability, Portion, Remedy, RemedyError, Suggestion};
pub use report::{Changed, ComparedUndetermined, Comparison, Param, Params};
pub use report::{Finding, FindingNotFound, LeftOut, Need, Refused, Report, Undetermined};
pub use rule::{Actor, Grade, Provider, Rule, RuleSource, Severity, Source, SourceBasis, UnknownRule};
pub use rule::{NameOf, OwnRule, OwnRuleError, PatternError};
pub use rulebook::{
    provinces, Limit, Limits, NamePattern, PatchName, Profile, Rulebook, RulebookError, RulebookErrorReason,
    RulebookPatch, RulebookRule, RulebookVersion,
};
pub use rules::catalogue::validate;
pub use text::{Language, Term, Text, UnknownName};

/// The crate of the days in orders, contexts and reports.
pub use chrono;

/// The code of the README is tested with the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
