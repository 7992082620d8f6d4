//! Rules of the group `name`: what a service may be called.

mod judge;
mod own;
mod place;
mod principal;
mod shape;
mod trades;
mod words;

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::model::service::Service;
use crate::report::Param;
use crate::rulebook::words::List;
use crate::text::filled;
pub(crate) use judge::{spoken_for, Papers};
pub(crate) use own::{relation, Relation};
use std::collections::BTreeSet;

group! {
    shape::IS_DOMAIN,
    shape::SYMBOL,
    shape::ONLY_DIGITS_OR_LETTERS,
    shape::TOO_SHORT,
    words::STATE_WORD,
    words::SENSITIVE_WORD,
    words::PUBLIC_BODY,
    words::REFUSED_TO_INDIVIDUAL,
    words::COMMERCIAL,
    principal::OWN_NAME,
    place::PLACE_OF_INDIVIDUAL,
    place::PLACE_NOT_COVERED,
    trades::SPECIAL_APPROVAL,
    trades::FINANCE_WORD,
    trades::PRINCIPAL_FINANCE_WORD,
    trades::TRAINING_WORD,
    shape::APP_SYMBOL,
    trades::PRE_APPROVAL_WORD,
    trades::EDUCATION_WORD,
    trades::DRUG_SITE,
    principal::BLACKLISTED,
    words::FOREIGN_STATE,
    place::CITY_OF_INDIVIDUAL,
    shape::SAMPLE,
    principal::PERSON_OF_ORGANIZATION,
    words::COMMERCE_WORD,
    words::PROVIDER_WORD,
    words::APP_WORD,
    principal::DIFFERS_ON_PAGE,
    principal::WITHOUT_PRINCIPAL,
    shape::LONG,
    trades::LICENSED_TRADE,
}

/// The name of a website.
pub(super) fn website_name<'a>(node: &ServiceNode<'a>) -> Option<&'a str> {
    match node.service {
        Service::Website(website) => filled(website.name.as_ref()),
        Service::App(_) => None,
    }
}

pub(super) fn names(words: &[&str]) -> Param {
    let mut listed = BTreeSet::new();
    let each_once = words.iter().filter(|word| listed.insert(**word));
    Param::List(each_once.map(|word| Param::name(*word)).collect())
}

/// The words of a list in the name of an individual's website.
pub(super) fn of_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, list: List) -> Vec<&'static str> {
    if cx.is_individual() && website_name(node).is_some() {
        node.words().of_list(list)
    } else {
        Vec::new()
    }
}

/// Whether an organisation explains what its service does: in the remark, where a source takes that.
pub(crate) fn is_explained(cx: &CheckContext<'_>, node: &ServiceNode<'_>) -> bool {
    !cx.is_individual() && filled(node.service.remark()).is_some()
}
