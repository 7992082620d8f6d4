//! The rules of Chinese ICP filing (ICP 备案): checks a filing order and says what would send it back.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod wire;
#[macro_use]
mod params;

pub mod value;

mod certificate;
mod context;
mod domain;
mod fields;
mod fitting;
#[cfg(feature = "json")]
mod json;
mod language;
mod material;
mod message;
pub mod order;
mod path;
mod person;
mod principal;
pub mod provinces;
pub mod registry;
mod report;
mod request;
pub mod resource;
mod rule;
mod rulebook;
mod rules;
pub mod service;
mod source;
mod walk;

pub use certificate::{Certificate, CertificateKind, ValidUntil};
pub use context::{Account, Context, TargetAccount};
pub use domain::{Domain, Registrar, Registration};
pub use fields::{Condition, Standing, Step};
pub use fitting::{fitting_order_kind, Fit, FitReason};
#[cfg(feature = "json")]
pub use json::JsonError;
pub use language::{Language, Term, Text};
pub use material::{Material, MaterialFormat, MaterialKind};
pub use order::{Agreement, Order, OrderKind};
pub use params::{Param, Params};
pub use path::{FieldPath, FieldPathError, Key, Segment};
pub use person::{Person, VideoVerification};
pub use principal::{Filer, LegalRepresentative, Principal, PrincipalKind};
pub use registry::Registry;
pub use report::{CustomFindingError, Finding, Need, Refused, Report, Undetermined};
pub use request::Request;
pub use resource::Resource;
pub use rule::{Rule, Severity, UnknownRule};
pub use rulebook::{
    Limits, Provider, Rulebook, RulebookError, RulebookErrorReason, RulebookPatch, RulebookVersion,
};
pub use service::Service;
pub use source::Source;
pub use walk::validate;
