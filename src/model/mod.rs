//! What goes in: the order with all that it states, and the context.

#[cfg(feature = "json")]
pub(crate) mod batch;
pub(crate) mod certificate;
pub(crate) mod context;
pub(crate) mod domain;
pub(crate) mod filed;
pub(crate) mod holder;
#[cfg(feature = "json")]
pub(crate) mod json;
#[cfg(feature = "json")]
pub(crate) mod json_message;
pub(crate) mod material;
pub mod order;
pub(crate) mod order_in_progress;
pub(crate) mod order_kind_set;
pub(crate) mod pre_approval;
pub(crate) mod principal;
pub mod registry;
pub(crate) mod request;
pub mod resource;
pub(crate) mod responsible_person;
pub mod service;
pub(crate) mod service_content;
