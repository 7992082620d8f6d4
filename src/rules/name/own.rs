//! What a service's name has of its principal's legal name.

use crate::engine::context::CheckContext;
use crate::rulebook::words::folded;
use crate::value::Region;

/// What the name of a service has to do with the principal's, where a word stands in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The word does not stand in the principal's name.
    Foreign,
    /// Only the word does: 中国养生网 of 中国青禾养生公司.
    WordOnly,
    /// The word does, and what tells the principal from others stands in the service's name: 青禾影视 of
    /// 北京青禾影视公司.
    Own,
}

/// Whether a word in the name of a service is one of its principal's own legal name. `name` is folded.
pub(crate) fn relation(cx: &CheckContext<'_>, name: &str, word: &str) -> Relation {
    let Some(principal) = cx.principal_name else { return Relation::Foreign };
    let own = folded(principal);
    if !own.contains(word) {
        Relation::Foreign
    } else if is_part(name, &own, word) || has_brand(name, &own, word) {
        Relation::Own
    } else {
        Relation::WordOnly
    }
}

/// Whether one name is part of the other, without what sites and companies have behind their names.
fn is_part(name: &str, own: &str, word: &str) -> bool {
    let (name, own) = (without_ending(name, SITES), without_ending(own, COMPANIES));
    let is_more = |name: &str| name.chars().count() > word.chars().count();
    is_more(name) && own.contains(name) || is_more(own) && name.contains(own)
}

/// What a site has behind the name of whom it is.
const SITES: &[&str] =
    &["官方网站", "门户网站", "官方商城", "官网", "门户", "网站", "主页", "平台", "网", "app"];

const COMPANIES: &[&str] = &["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司", "集团"];

/// A name without the longest of these endings.
fn without_ending<'n>(name: &'n str, endings: &[&str]) -> &'n str {
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// Whether the name has what the principal's begins with behind its places: 青禾 of 北京市青禾影视公司. Where that
/// is the listed word itself it tells nothing.
fn has_brand(name: &str, own: &str, word: &str) -> bool {
    let behind = behind_places(own);
    let Some((second, _)) = behind.char_indices().nth(2) else { return false };
    let brand = behind.get(..second).unwrap_or_default();
    !behind.starts_with(word) && !word.contains(brand) && name.contains(brand)
}

/// A principal's name behind the places and the words of the state that it begins with.
fn behind_places(own: &str) -> &str {
    const STATE: &[&str] = &["中国", "中华", "全国", "国家"];
    const LEVELS: &[&str] = &["省", "市", "县", "区"];
    let mut rest = own;
    // A name begins with province, city and county at most, and with a word of the state.
    for _ in 0..4 {
        let state = STATE.iter().find_map(|word| rest.strip_prefix(word));
        let place = || {
            let behind = |(_, name): (u32, &str)| {
                rest.strip_prefix(name).or_else(|| rest.strip_prefix(name.strip_suffix('市')?))
            };
            Region::place_names().filter_map(behind).min_by_key(|behind| behind.len())
        };
        let county = || Region::counties_in(rest).find_map(|(_, name)| rest.strip_prefix(name));
        let Some(behind) = state.or_else(county).or_else(place) else { break };
        rest = LEVELS.iter().find_map(|level| behind.strip_prefix(level)).unwrap_or(behind);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_a_name_from_others_stands_behind_its_places() {
        for (own, behind) in [
            ("浙江省杭州市青禾影视有限公司", "青禾影视有限公司"),
            ("杭州青禾影视有限公司", "青禾影视有限公司"),
            ("中国青禾养生有限公司", "青禾养生有限公司"),
            ("杭州市余杭区青禾影视中心", "青禾影视中心"),
            ("青禾影视", "青禾影视"),
        ] {
            assert_eq!(behind_places(own), behind, "{own}");
        }
    }

    #[test]
    fn a_name_is_own_by_what_tells_it_and_not_by_the_word() {
        let is_own =
            |name: &str, own: &str, word: &str| is_part(name, own, word) || has_brand(name, own, word);
        for (name, own, word) in [
            ("青禾影视网", "杭州青禾影视文化有限公司", "影视"),
            ("宝禾中国", "宝禾中国有限公司", "中国"),
            ("禾泰证券", "禾泰证券股份有限公司", "证券"),
        ] {
            assert!(is_own(name, own, word), "{name}");
        }
        for (name, own, word) in [
            ("中国养生网", "中国青禾养生有限公司", "中国"),
            ("金融网", "杭州青禾金融网络有限公司", "金融"),
            ("影视大全", "杭州青禾影视文化有限公司", "影视"),
        ] {
            assert!(!is_own(name, own, word), "{name}");
        }
    }
}
