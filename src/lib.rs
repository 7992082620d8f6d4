//! The rules of Chinese ICP filing (ICP 备案).
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod language;
#[macro_use]
mod wire;
pub mod value;

mod service;

pub use language::{Language, Term, Text};
pub use service::PlatformKind;
