//! Which domain suffixes the state has approved for filing.

use std::cmp::Ordering;
use std::fmt;

use super::domain_name::Dots;
use super::top_level_domain_table::TOP_LEVEL_DOMAINS;
use super::typed::written_as_text;
use crate::text::Text;

wire_names! {
    /// Whether names under a suffix can be filed.
    pub enum Approval {
        /// On a list of suffixes that can be filed.
        Approved = "approved" { zh: "已批复，可备案", en: "approved" },
        /// A source names it as one that cannot be filed, and none as one that can.
        Refused = "refused" { zh: "未获批复，不能备案", en: "not approved" },
        /// No source names it, or sources disagree.
        Unconfirmed = "unconfirmed" { zh: "未能确认是否获批复", en: "not confirmed" },
    }
}

/// The suffix of a domain name under which names are registered: `com`, `com.cn`, `中国`.
///
/// - In ASCII and lower case; `Display` prints that form, [`Suffix::to_unicode`] the readable one.
/// - Two labels where the table below knows them (`com.cn`, `gd.cn`, `公司.cn`), else the last label. Foreign
///   suffixes of two labels (`co.uk`) are not in the table: no source lists one.
///
/// The Ministry of Industry and Information Technology approves registries one by one and publishes no list
/// that could be carried here. The table joins what providers and others published; see [`Suffix::SOURCE`].
/// A suffix that is missing from it is [`Approval::Unconfirmed`], not refused.
///
/// # Examples
///
/// ```
/// use beian::value::{Approval, DomainName, DomainNameError};
///
/// let name = DomainName::parse("www.example.com.cn")?;
/// assert_eq!(name.suffix().as_ascii(), "com.cn");
/// assert_eq!(name.suffix().approval(), Approval::Approved);
/// assert_eq!(DomainName::parse("example.org")?.suffix().approval(), Approval::Refused);
/// assert_eq!(DomainName::parse("example.us")?.suffix().approval(), Approval::Unconfirmed);
/// # Ok::<(), DomainNameError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Suffix<'a> {
    text: &'a str,
    approval: Approval,
}

impl<'a> Suffix<'a> {
    /// The day of the newest source, `YYYY-MM-DD`; the oldest that counts for an approval is of about 2020.
    pub const AS_OF: &'static str = "2026-08-19";

    /// The day as of which [`is_delegated`](Self::is_delegated) knows the top-level domains, `YYYY-MM-DD`.
    pub const DELEGATED_AS_OF: &'static str = "2026-10-22";

    /// Where the table comes from.
    pub const SOURCE: Text = Text {
        zh: "腾讯云可备案域名后缀表（2022-08-30），青云北京可备案后缀表（约 2020 年），公开整理的后缀清单（约 2021 年，\
             中文后缀 2026-08-19），腾讯云可注册后缀（2025-09-12）；未获批复的后缀据云厂商购买须知（约 2024-11）。\
             以工信部域名行业管理信息公示为准。",
        en: "Tencent Cloud's table of suffixes that can be filed (2022-08-30), QingCloud's for Beijing (about 2020), \
             public lists (about 2021; Chinese suffixes 2026-08-19), suffixes registrable at Tencent Cloud \
             (2025-09-12); those not approved after a provider's purchase notice (about 2024-11). The Ministry of \
             Industry and Information Technology's own publication prevails.",
    };

    /// The suffix of a lower-case ASCII name of two labels or more; `None` where the name is nothing else.
    ///
    /// 政务.cn and 公益.cn pass as names: they are reserved for one use, but not on the public list of suffixes, and
    /// may be names of their own.
    pub(super) fn of(name: &'a str, dots: Dots) -> Option<Self> {
        let from = |dot: usize| name.get(dot + 1..).unwrap_or_default();
        let last = dots.last.map_or(name, from);
        if dots.last.is_some() && last == "cn" {
            let text = dots.before_last.map_or(name, from);
            match approval_of_two(text) {
                Some(approval) if dots.before_last.is_some() => return Some(Self { text, approval }),
                Some(_) if !matches!(name, "xn--zfr164b.cn" | "xn--55qw42g.cn") => return None,
                _ => {}
            }
        }
        Some(Self { text: last, approval: approval(last) })
    }

    /// The suffix of this text, which [`Suffix::of`] found.
    pub(super) const fn new(text: &'a str, approval: Approval) -> Self {
        Self { text, approval }
    }

    /// Whether it is one like `com.cn`.
    pub(super) fn has_two_labels(self) -> bool {
        self.text.contains('.')
    }

    /// The ASCII form: `com`, `xn--fiqs8s`.
    pub const fn as_ascii(self) -> &'a str {
        self.text
    }

    /// The readable form: `com`, `中国`.
    pub fn to_unicode(self) -> String {
        idna::domain_to_unicode(self.text).0
    }

    /// Whether its last label is a top-level domain on IANA's list. The list is dated
    /// ([`DELEGATED_AS_OF`](Self::DELEGATED_AS_OF)), and grows: one that it lacks is more often a typing error, such as
    /// `con`, than new.
    pub fn is_delegated(self) -> bool {
        is_delegated(self.text.rsplit('.').next().unwrap_or_default())
    }

    /// Whether names under it can be filed.
    pub const fn approval(self) -> Approval {
        self.approval
    }
}

written_as_text!(Suffix<'_>);

impl fmt::Display for Suffix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// Whether a label in lower-case ASCII is a top-level domain.
pub(super) fn is_delegated(label: &str) -> bool {
    matches!(label, "com" | "cn" | "net") || is_listed(TOP_LEVEL_DOMAINS, label)
}

/// Whether a word is in a text of sorted words with spaces between them: the half that cannot have it is left until
/// nothing is.
fn is_listed(mut words: &str, word: &str) -> bool {
    while !words.is_empty() {
        // The word that the middle is in, or behind.
        let before = words.get(..words.len() / 2).unwrap_or_default();
        let start = before.rfind(' ').map_or(0, |space| space + 1);
        let Some((before, rest)) = words.get(..start).zip(words.get(start..)) else { return false };
        let (found, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        words = match found.cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => behind,
            Ordering::Greater => before.trim_end(),
        };
    }
    false
}

/// Whether names under a suffix can be filed.
fn approval(suffix: &str) -> Approval {
    // The usual ones need no search.
    if matches!(suffix, "com" | "cn" | "net") || APPROVED.binary_search(&suffix).is_ok() {
        Approval::Approved
    } else if REFUSED.binary_search(&suffix).is_ok() {
        Approval::Refused
    } else {
        Approval::Unconfirmed
    }
}

/// The same of a text of two labels that is in the tables; all of those end in `cn`.
fn approval_of_two(suffix: &str) -> Option<Approval> {
    // A name that was registered is rarely like one.
    if suffix.len() > "com.cn".len() && !suffix.starts_with("xn--") {
        None
    } else if suffix == "com.cn" || APPROVED.binary_search(&suffix).is_ok() {
        Some(Approval::Approved)
    } else {
        UNCONFIRMED.contains(&suffix).then_some(Approval::Unconfirmed)
    }
}

/// Suffixes on a list of those that can be filed, sorted.
#[rustfmt::skip]
const APPROVED: &[&str] = &[
    "ac.cn", "ah.cn", "archi", "art", "asia", "auto", "baby", "baidu", "band", "beer", "bio", "biz",
    "bj.cn", "black", "blue", "bond", "cab", "cafe", "cash", "cc", "center", "chase", "chat", "citic",
    "city", "cloud", "club", "cn", "co", "college", "com", "com.cn", "company", "cool", "cq.cn", "cyou",
    "design", "edu.cn", "email", "fan", "fans", "fashion", "fit", "fj.cn", "fun", "fund", "fyi",
    "games", "gd.cn", "global", "gold", "gov.cn", "green", "group", "gs.cn", "guru", "gx.cn", "gz.cn", "ha.cn",
    "hb.cn", "he.cn", "hi.cn", "hk.cn", "hl.cn", "hn.cn", "host", "icu", "info", "ink", "jl.cn",
    "jpmorgan", "js.cn", "jx.cn", "kim", "law", "life", "link", "live", "ln.cn", "lotto", "love", "ltd",
    "luxe", "market", "mba", "me", "media", "mil.cn", "mo.cn", "mobi", "monster", "net", "net.cn", "news",
    "nm.cn", "nx.cn", "online", "org.cn", "organic", "pet", "pink", "plus", "poker", "press", "pro",
    "promo", "protection", "pub", "qh.cn", "red", "ren", "rent", "run", "sale", "sc.cn", "school",
    "sd.cn", "security", "sh.cn", "shop", "shopping", "show", "site", "ski", "sn.cn", "social", "sohu",
    "space", "storage", "store", "studio", "sx.cn", "tax", "team", "tech", "technology", "theatre",
    "tj.cn", "today", "top", "tv", "tw.cn", "unicom", "uno", "video", "vin", "vip", "vote", "voto",
    "wang", "website", "wiki", "work", "world", "xin", "xj.cn",
    "xn--1qqw23a", // 佛山
    "xn--3bst00m", // 集团
    "xn--3ds443g", // 在线
    "xn--55qw42g", // 公益
    "xn--55qw42g.cn", // 公益.cn
    "xn--55qx5d", // 公司
    "xn--5tzm5g", // 网站
    "xn--6frz82g", // 移动
    "xn--6qq986b3xl", // 我爱你
    "xn--8y0a063a", // 联通
    "xn--9et52u", // 时尚
    "xn--czr694b", // 商标
    "xn--czrs0t", // 商店
    "xn--czru2d", // 商城
    "xn--fiq228c5hs", // 中文网
    "xn--fiq64b", // 中信
    "xn--fiqs8s", // 中国
    "xn--fiqz9s", // 中國
    "xn--fjq720a", // 娱乐
    "xn--g2xx48c", // 购物
    "xn--hxt814e", // 网店
    "xn--imr513n", // 餐厅
    "xn--io0a7i", // 网络
    "xn--kput3i", // 手机
    "xn--nyqy26a", // 健康
    "xn--otu796d", // 招聘
    "xn--rhqv96g", // 世界
    "xn--ses554g", // 网址
    "xn--unup4y", // 游戏
    "xn--vhquv", // 企业
    "xn--vuq861b", // 信息
    "xn--xhq521b", // 广东
    "xn--zfr164b", // 政务
    "xn--zfr164b.cn", // 政务.cn
    "xyz", "xz.cn", "yn.cn", "yoga", "zj.cn", "zone",
];

/// Suffixes that a source names as not approved and none as approved, sorted. `pw` is not here: sources
/// disagree on it.
#[rustfmt::skip]
const REFUSED: &[&str] = &[
    "bid", "click", "date", "engineer", "game", "gift", "help", "hk", "lawyer", "loan", "lol", "men",
    "mom", "name", "org", "party", "photo", "pics", "rocks", "science", "so", "software", "tel",
    "trade", "win",
];

/// Suffixes of two labels that names are registered under, of which no source says whether they can be filed:
/// 公司.cn, 網絡.cn, 网络.cn.
const UNCONFIRMED: &[&str] = &["xn--55qx5d.cn", "xn--od0alg.cn", "xn--io0a7i.cn"];

#[cfg(test)]
mod tests {
    use super::*;

    fn top_level_domains() -> Vec<&'static str> {
        TOP_LEVEL_DOMAINS.split(' ').collect()
    }

    #[test]
    fn a_word_is_listed_where_it_is_among_the_words() {
        let listed = top_level_domains();
        for (place, word) in listed.iter().enumerate() {
            assert!(is_listed(TOP_LEVEL_DOMAINS, word), "{word}");
            let others =
                [format!("{word}-"), format!("-{word}"), word.get(1..).unwrap_or_default().to_owned()];
            for other in others {
                let is_known = listed.contains(&other.as_str());
                assert_eq!(is_listed(TOP_LEVEL_DOMAINS, &other), is_known, "{other}");
            }
            // Of every length of the list.
            let some = listed.get(..=place).map(|some| some.join(" ")).unwrap_or_default();
            assert!(is_listed(&some, word) && !is_listed(&some, "zzz"), "{word}");
        }
        assert!(!is_listed("", "com") && !is_listed("com", "") && !is_listed(TOP_LEVEL_DOMAINS, "com cn"));
    }

    #[test]
    fn tables_are_sorted_and_apart() {
        for table in [APPROVED, REFUSED, &top_level_domains()] {
            assert!(table.windows(2).all(|pair| pair[0] < pair[1]));
        }
        assert!(REFUSED.iter().chain(UNCONFIRMED).all(|suffix| APPROVED.binary_search(suffix).is_err()));
        for suffix in APPROVED.iter().chain(REFUSED).chain(UNCONFIRMED) {
            assert!(Suffix::new(suffix, Approval::Approved).is_delegated(), "{suffix}");
        }
        let two_labels =
            APPROVED.iter().chain(REFUSED).chain(UNCONFIRMED).filter(|suffix| suffix.contains('.'));
        for suffix in two_labels {
            assert!(matches!(suffix.rsplit_once('.'), Some((_, "cn"))), "{suffix}");
            assert!(approval_of_two(suffix).is_some(), "{suffix}");
        }
        assert_eq!((APPROVED.len(), REFUSED.len()), (196, 25));
    }
}
