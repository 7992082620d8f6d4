//! Order kinds, and how a hollow principal is deregistered.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{named, Value, EMPTY};
use crate::model::order::OrderKind;
use crate::text::Language;

/// Order kinds that are not taken online.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderKinds(pub Cow<'static, [OrderKind]>);

impl crate::text::sealed::Sealed for OrderKinds {}

impl Value for OrderKinds {
    fn show(&self, language: Language) -> String {
        named(&self.0, OrderKind::text, language)
    }

    fn impossible(&self) -> Option<&'static str> {
        self.0.is_empty().then_some(EMPTY)
    }
}

wire_names! {
    /// The form with which a hollow principal is deregistered.
    pub enum PaperForm {
        /// The authority's own.
        Own = "own" { zh: "该省管局自有的申请表", en: "the authority's own form" },
        /// None: an application and copies, by post.
        ByPost = "by_post" { zh: "申请书及复印件，邮寄办理", en: "an application and copies, by post" },
        /// The form from the ministry's notices of the province.
        Ministry = "ministry" { zh: "工信部备案网站该省公告中的申请表", en: "the form from the ministry's notices of the province" },
    }
}

/// How a hollow principal 空壳主体 is deregistered, on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperDeregistration {
    /// With which form.
    pub form: PaperForm,
    /// The way in Chinese.
    pub zh: Cow<'static, str>,
    /// The way in English.
    pub en: Cow<'static, str>,
}

impl crate::text::sealed::Sealed for PaperDeregistration {}

impl Value for PaperDeregistration {
    fn show(&self, language: Language) -> String {
        match language {
            Language::Zh => self.zh.clone().into_owned(),
            Language::En => self.en.clone().into_owned(),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.zh.is_empty() || self.en.is_empty()).then_some("a text in both languages")
    }
}
