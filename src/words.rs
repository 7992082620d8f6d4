//! Words in names: lists with their source, found in one pass however many words there are.
//!
//! A name is folded first, so that a word is found in whatever way it was written: compatibility forms and
//! full-width letters (NFKC), case, and what was put between the characters. A listed word counts wherever it
//! stands, also inside a longer one, since that is how the sources word it; of a few lists only at the beginning.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;

use crate::value::Region;

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    /// Kept for bodies of the state, wherever they stand.
    State,
    /// Kept for bodies of the state, at the beginning of a name.
    LeadingState,
    /// Refused to everybody.
    Sensitive,
    /// Refused to individuals.
    RefusedToIndividuals,
    /// Seen as commercial in an individual's name.
    Commercial,
    /// Of organisations: asks for a special approval.
    SpecialApproval,
    /// Of finance: asks for a regulator's document.
    Finance,
    /// Of training up to senior high school: asks for a permit.
    Training,
    /// A place, by the code of its province or city.
    Place(u32),
}

/// Words of 243/11740 that no body below the national level uses, wherever they stand.
const STATE: &[&str] = &["中国", "中华", "国家"];

/// Words of the page on refusals that no such body begins its name with; the naming page has them not.
const LEADING_STATE: &[&str] = &["中央", "人民", "人大", "全国"];

/// Words of the page on refusals.
const SENSITIVE: &[&str] = &["反腐", "赌博", "廉政", "色情"];

/// Words refused to individuals: common to the lists of three providers, then those of one, then those of Tencent
/// Cloud's naming page that point to a company or a trade.
const REFUSED_TO_INDIVIDUALS: &[&str] = &[
    "个人空间",
    "爱好者",
    "博客",
    "导航",
    "工作室",
    "论坛",
    "平台",
    "热线",
    "社区",
    "社团",
    "网络",
    "网站",
    "网址",
    "主页",
    "资讯",
    "作品展示",
    "在线",
    "交流",
    "维权",
    "投诉",
    "纪检",
    "监察",
    "信访",
    "公司",
    "俱乐部",
    "团体",
    "组织",
    "购买",
    "买卖",
    "交易",
    "优惠券",
    "电子商务",
];

/// Words of Alibaba Cloud's longer list, a union of provincial ones, as far as its copies agree.
const COMMERCIAL: &[&str] = &[
    "合伙",
    "框架",
    "大众",
    "维修",
    "设计",
    "沙龙",
    "艺术",
    "评论",
    "官网",
    "服务",
    "转让",
    "品牌",
    "排行榜",
    "行业",
    "宣传",
    "电商",
    "报价",
    "企业",
    "管理",
    "工坊",
    "传播",
    "中心",
    "咨询",
    "投资",
    "售后",
    "学院",
    "贸易",
    "旗舰",
    "产业",
    "农业",
    "传媒",
    "系统",
    "媒体",
    "股票",
    "证券",
    "彩票",
    "体彩",
    "刮刮乐",
    "营销",
    "商城",
    "折扣",
    "定做",
    "定制",
    "返现",
    "购物",
];

/// Words of two providers' pages that ask an organisation for the approval of their field.
const SPECIAL_APPROVAL: &[&str] = &["论坛", "在线", "社区", "交流", "博客"];

/// Words of 银发〔2017〕119号, as Tencent Cloud and UCloud list them.
const FINANCE: &[&str] = &[
    "交易所",
    "交易中心",
    "金融",
    "资产管理",
    "理财",
    "基金",
    "投资管理",
    "财富管理",
    "网贷",
    "p2p",
    "股权众筹",
    "互联网保险",
    "支付",
];

/// Of UCloud's page on pre-approval: training of pupils up to senior high school.
const TRAINING: &[&str] = &["校外培训", "学科培训", "中小学培训"];

/// What a pattern of the automaton stands for.
struct Pattern {
    list: List,
    word: &'static str,
}

struct Matcher {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

static MATCHER: Lazy<Matcher> = Lazy::new(|| {
    let lists = [
        (List::State, STATE),
        (List::LeadingState, LEADING_STATE),
        (List::Sensitive, SENSITIVE),
        (List::RefusedToIndividuals, REFUSED_TO_INDIVIDUALS),
        (List::Commercial, COMMERCIAL),
        (List::SpecialApproval, SPECIAL_APPROVAL),
        (List::Finance, FINANCE),
        (List::Training, TRAINING),
    ];
    let words =
        lists.iter().flat_map(|(list, words)| words.iter().map(move |word| Pattern { list: *list, word }));
    let places = Region::place_names().map(|(code, word)| Pattern { list: List::Place(code), word });
    let patterns: Vec<Pattern> = words.chain(places).collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(patterns.iter().map(|pattern| pattern.word))
        .ok();
    Matcher { automaton, patterns }
});

/// A listed word in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) list: List,
    pub(crate) word: &'static str,
}

/// The listed words in a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words(Vec<Hit>);

impl Words {
    /// Looks every listed word up in `name`.
    pub(crate) fn of(name: &str) -> Self {
        let matcher = &*MATCHER;
        let Some(automaton) = &matcher.automaton else { return Self::default() };
        let folded = folded(name);
        let hits = automaton.find_overlapping_iter(&*folded).filter_map(|found| {
            let Pattern { list, word } = *matcher.patterns.get(found.pattern().as_usize())?;
            let counts = list != List::LeadingState || found.start() == 0;
            counts.then_some(Hit { list, word })
        });
        Self(hits.collect())
    }

    /// The words of a list, each once, in the order in which they end.
    pub(crate) fn of_list(&self, list: List) -> Vec<&'static str> {
        let mut words = Vec::new();
        for hit in self.0.iter().filter(|hit| hit.list == list) {
            if !words.contains(&hit.word) {
                words.push(hit.word);
            }
        }
        words
    }

    /// The places, with the codes of their provinces or cities.
    pub(crate) fn places(&self) -> impl Iterator<Item = (u32, &'static str)> + '_ {
        self.0.iter().filter_map(|hit| match hit.list {
            List::Place(code) => Some((code, hit.word)),
            _ => None,
        })
    }
}

/// A name as it is searched: letters and digits in one form, without what stands between them.
fn folded(name: &str) -> Cow<'_, str> {
    // Most names are of these, which stay as they are.
    if name.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fa5}' | 'a'..='z' | '0'..='9')) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str, list: List) -> Vec<&'static str> {
        Words::of(name).of_list(list)
    }

    #[test]
    fn evasions_of_a_listed_word_are_found() {
        for name in ["明远博客", "明远博 客", "明远博-客", "明远博\u{200b}客", "明远【博】客", "明远博．客"]
        {
            assert_eq!(words(name, List::RefusedToIndividuals), ["博客"], "{name}");
        }
        for name in ["P2P之家", "ｐ２ｐ之家", "p 2 p之家"] {
            assert_eq!(words(name, List::Finance), ["p2p"], "{name}");
        }
    }

    #[test]
    fn a_listed_word_counts_inside_a_longer_one() {
        assert_eq!(words("中国画赏析", List::State), ["中国"]);
        assert_eq!(words("网络安全笔记", List::RefusedToIndividuals), ["网络"]);
        assert_eq!(words("明远笔记", List::RefusedToIndividuals), Vec::<&str>::new());
    }

    #[test]
    fn leading_words_count_at_the_beginning_only() {
        assert_eq!(words("人民之声", List::LeadingState), ["人民"]);
        assert_eq!(words("（人民）之声", List::LeadingState), ["人民"]);
        assert_eq!(words("为人民服务", List::LeadingState), Vec::<&str>::new());
    }

    #[test]
    fn places_are_provinces_and_cities_in_full() {
        let places = |name: &str| Words::of(name).places().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(places("浙江风光"), ["浙江"]);
        assert_eq!(places("杭州市图书角"), ["杭州市"]);
        // A city's short name may be part of another word.
        assert_eq!(places("三明治做法"), Vec::<&str>::new());
    }

    #[test]
    fn lists_hold_each_word_once() {
        for list in [
            STATE,
            LEADING_STATE,
            SENSITIVE,
            REFUSED_TO_INDIVIDUALS,
            COMMERCIAL,
            SPECIAL_APPROVAL,
            FINANCE,
            TRAINING,
        ] {
            let mut sorted = list.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), list.len());
            assert!(list.iter().all(|word| folded(word) == *word));
        }
        assert!(REFUSED_TO_INDIVIDUALS.iter().all(|word| !COMMERCIAL.contains(word)));
    }
}
