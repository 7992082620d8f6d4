//! What a provider that is none of this crate's is quoted: a document of the state where one says so, else another
//! provider's, which is named as that.

use crate::model::order::OrderKind;
use crate::path::FieldPath;
use crate::rule::source::{quoted, Sourced};
use crate::rule::Source;

/// How the titles of providers' documents begin: with the publisher.
const PROVIDERS: &[&str] = &[
    "腾讯云",
    "华为云",
    "UCloud",
    "阿里云",
    "青云",
    "金山云",
    "京东云",
    "百度智能云",
    "天翼云",
    "接入服务商",
];

/// What stands before the title of another provider's document.
const OF_OTHER: &str = "其他接入服务商文件：";

/// As [`quoted`], for an order that is handed in with a provider that is none of this crate's.
pub(crate) fn quoted_elsewhere(sources: &[Sourced], kind: OrderKind, at: &FieldPath) -> Option<Source> {
    let speaking = sources.iter().filter(|sourced| sourced.orders.contains(kind));
    let mut quoted_places = speaking.map(|sourced| sourced.place.source(kind));
    let national = quoted_places.find(|source| !is_of_provider(&source.document));
    national.or_else(|| quoted(sources, kind, at).map(of_other))
}

/// The source; where it is a provider's document, named as another's.
pub(crate) fn of_other(source: Source) -> Source {
    if !is_of_provider(&source.document) {
        return source;
    }
    Source { document: format!("{OF_OTHER}{}", source.document).into(), ..source }
}

fn is_of_provider(title: &str) -> bool {
    PROVIDERS.iter().any(|publisher| title.starts_with(publisher))
}
