//! What a finding quotes with a provider whose own document it is not: a document of the state where one says so, else
//! another provider's, which is named as that.

use crate::model::order::OrderKind;
use crate::path::FieldPath;
use crate::rule::source::{quoted, Sourced};
use crate::rule::{Provider, Source};

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

/// As [`quoted`], for an order that is handed in with this provider, or with one that is none of this crate's: what says
/// so is looked for among the provider's own documents, then among those of the state, then among other providers'. A
/// rule that names a document of the state first is quoted with that.
pub(crate) fn quoted_under(
    sources: &[Sourced],
    provider: Option<Provider>,
    kind: OrderKind,
    at: &FieldPath,
) -> Option<Source> {
    let first = quoted(sources, kind, at)?;
    if is_own(&first.document, provider) || !is_of_provider(&first.document) {
        return Some(first);
    }
    let find = |is_meant: &dyn Fn(&str) -> bool| {
        let speaking = sources.iter().filter(|sourced| sourced.orders.contains(kind));
        speaking.map(|sourced| sourced.place.source(kind)).find(|source| is_meant(&source.document))
    };
    let own = find(&|title| is_own(title, provider));
    let national = || find(&|title| !is_of_provider(title));
    own.or_else(national).or_else(|| Some(of_other(first, provider)))
}

/// The source; where it is the document of a provider other than this one, named as another's.
pub(crate) fn of_other(source: Source, provider: Option<Provider>) -> Source {
    if !is_of_provider(&source.document) || is_own(&source.document, provider) {
        return source;
    }
    Source { document: format!("{OF_OTHER}{}", source.document).into(), ..source }
}

fn is_of_provider(title: &str) -> bool {
    PROVIDERS.iter().any(|publisher| title.starts_with(publisher))
}

/// Whether a document is one of the provider's own.
fn is_own(title: &str, provider: Option<Provider>) -> bool {
    let publisher = match provider {
        Some(Provider::Tencent) => "腾讯云",
        Some(Provider::Huawei) => "华为云",
        Some(Provider::Ucloud) => "UCloud",
        Some(Provider::Aliyun) => "阿里云",
        None => return false,
    };
    title.starts_with(publisher)
}
