//! Words in names: lists with their source, found in one pass however many words there are.
//!
//! A name is folded first, so that a word is found in whatever way it was written: compatibility forms and
//! full-width letters (NFKC), case, and what was put between the characters. A listed word counts wherever it
//! stands, also inside a longer one, since that is how the sources word it; of a few lists only at the beginning.

use std::borrow::Cow;
use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;

use crate::model::service::PreApprovalKind;
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
    /// A city by its short name, where that is no everyday word.
    City(u32),
    /// Of a field that takes an approval beforehand.
    PreApproval(PreApprovalKind),
    /// Of education.
    Education,
    /// Names that a provider publishes as samples, where they are the whole name.
    Sample,
    /// Of shopping and of cash-back sites.
    Commerce,
    /// Of other providers and platforms, and of those who call themselves the first.
    Provider,
    /// Of what is filed through the platform that distributes it.
    MiniProgram,
    /// Names of foreign states and of international organisations.
    Foreign,
    /// What stands for the name of an APP until it has one, where it is the whole name.
    Placeholder,
    /// Of prices and advertising.
    Marketing,
    /// Of widely known APPs.
    KnownApp,
    /// Trades and functions, where they are the whole name.
    Generic,
    /// Of a trade whose licence some province wants to see.
    Licensed(Licence),
}

impl List {
    /// The bit of the list; places share one, and so do cities.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    const fn bit(self) -> u64 {
        let place: u32 = match self {
            Self::State => 0,
            Self::LeadingState => 1,
            Self::Sensitive => 2,
            Self::RefusedToIndividuals => 3,
            Self::Commercial => 4,
            Self::SpecialApproval => 5,
            Self::Finance => 6,
            Self::Training => 7,
            Self::Place(_) => 8,
            Self::City(_) => 9,
            Self::Education => 10,
            Self::Sample => 11,
            Self::Commerce => 12,
            Self::Provider => 13,
            Self::MiniProgram => 14,
            Self::Foreign => 15,
            Self::Placeholder => 16,
            Self::Marketing => 17,
            Self::KnownApp => 18,
            Self::Generic => 19,
            Self::Licensed(licence) => 20 + licence as u32,
            Self::PreApproval(kind) => 32 + kind as u32,
        };
        1_u64.wrapping_shl(place)
    }

    /// Whether its words count only where they are the whole name.
    const fn is_of_whole_names(self) -> bool {
        matches!(self, Self::Sample | Self::Placeholder | Self::Generic)
    }
}

/// A licence that some province wants to see beside the pre-approvals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Licence {
    Chemicals,
    MedicalDevices,
    MedicalAdvertising,
    Food,
}

/// Words of 243/11740 that no body below the national level uses, wherever they stand.
const STATE: &[&str] = &["中国", "中华", "国家"];

/// Words of the page on refusals that no such body begins its name with. To individuals they are refused wherever
/// they stand.
const LEADING_STATE: &[&str] = &["中央", "人民", "人大", "全国"];

/// Words of the page on refusals.
const SENSITIVE: &[&str] = &["反腐", "赌博", "廉政", "色情"];

/// Words refused to individuals: common to the lists of three providers, then those of one, then those of Tencent
/// Cloud's naming page that point to a company or a trade, and that of its page on refusals: education.
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
    "教育",
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
    "购",
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

/// Fields of 243/11740 whose words ask for their approval, by the names that UCloud's page has for them. Finance and
/// training have lists of their own; of culture, whose word half of all companies have in their names, those of the
/// business.
const PRE_APPROVAL: &[(PreApprovalKind, &[&str])] = &[
    (PreApprovalKind::News, &["新闻"]),
    (PreApprovalKind::Publishing, &["出版", "电子书", "网络游戏"]),
    (PreApprovalKind::DrugsMedicalDevices, &["药品", "医药", "医疗器械"]),
    (PreApprovalKind::Culture, &["网络文化", "直播", "动漫"]),
    (PreApprovalKind::RadioFilmTv, &["广播", "电视", "影视", "视听节目"]),
    (PreApprovalKind::RideHailing, &["网约车", "网络预约车"]),
    (PreApprovalKind::Religion, &["宗教"]),
];

/// Of UCloud's page on pre-approval: authorities ask what kind of education.
const EDUCATION: &[&str] = &["教育"];

/// Samples of 243/11740, which asks not to copy them: names that too many use are put on a blacklist. Another
/// provider's page has the same.
#[rustfmt::skip]
const SAMPLES: &[&str] = &[
    "网页制作经验谈", "小工具应用", "xxx的研发日志", "前端经验分享", "自动化测试开源", "文字极客",
    "个人开发测试使用网站", "php开发", "我的照片墙", "雕刻时光", "我的摄影小空间", "我的作品展览",
    "人生百味", "吃货分享", "美食分享", "快乐小窝", "柠檬草的味道", "一起考研吧", "怀念时光", "时光飞逝",
    "电影爱好小分享", "个人杂货铺", "我的生活秀",
];

/// Of 243/11740: names of shops, and of sites that live on cash-back.
#[rustfmt::skip]
const COMMERCE: &[&str] = &[
    "购物", "网购", "电商", "电子商务", "商城", "淘宝客", "返利", "返现", "优惠券",
];

/// Of one platform's rules on names: other providers and platforms, and those who call themselves the first.
#[rustfmt::skip]
const PROVIDERS: &[&str] = &[
    "微信", "公众号", "腾讯", "阿里云", "华为云", "百度云", "ucloud", "青云", "no1", "第一",
];

/// Of UCloud's page on APPs.
#[rustfmt::skip]
const MINI_PROGRAMS: &[&str] = &[
    "小程序", "快应用",
];

/// QingCloud's page refuses the names of foreign states and of international organisations. Those that are part of
/// everyday words are left out: 海地 (大海地图), 马里 (马里奥), 多哥, 贝宁, 乍得, 阿曼.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "阿富汗", "阿尔巴尼亚", "阿尔及利亚", "安道尔", "安哥拉", "阿根廷", "亚美尼亚", "澳大利亚", "奥地利",
    "阿塞拜疆", "巴哈马", "巴林", "孟加拉", "白俄罗斯", "比利时", "伯利兹", "不丹", "玻利维亚", "波黑",
    "博茨瓦纳", "巴西", "文莱", "保加利亚", "布基纳法索", "布隆迪", "柬埔寨", "喀麦隆", "加拿大", "佛得角",
    "智利", "哥伦比亚", "科摩罗", "刚果", "哥斯达黎加", "科特迪瓦", "克罗地亚", "古巴", "塞浦路斯", "捷克",
    "丹麦", "吉布提", "多米尼加", "厄瓜多尔", "埃及", "萨尔瓦多", "厄立特里亚", "爱沙尼亚", "埃塞俄比亚",
    "斐济", "芬兰", "法国", "加蓬", "冈比亚", "格鲁吉亚", "德国", "加纳", "希腊", "格林纳达", "危地马拉",
    "几内亚", "圭亚那", "洪都拉斯", "匈牙利", "冰岛", "印度", "印度尼西亚", "伊朗", "伊拉克", "爱尔兰",
    "以色列", "意大利", "牙买加", "日本", "约旦", "哈萨克斯坦", "肯尼亚", "基里巴斯", "朝鲜", "韩国",
    "科威特", "吉尔吉斯斯坦", "老挝", "拉脱维亚", "黎巴嫩", "莱索托", "利比里亚", "利比亚", "列支敦士登",
    "立陶宛", "卢森堡", "马达加斯加", "马拉维", "马来西亚", "马尔代夫", "马耳他", "马绍尔群岛",
    "毛里塔尼亚", "毛里求斯", "墨西哥", "密克罗尼西亚", "摩尔多瓦", "摩纳哥", "蒙古国", "黑山共和国",
    "摩洛哥", "莫桑比克", "缅甸", "纳米比亚", "瑙鲁", "尼泊尔", "荷兰", "新西兰", "尼加拉瓜", "尼日尔",
    "尼日利亚", "北马其顿", "挪威", "巴基斯坦", "帕劳", "巴勒斯坦", "巴拿马", "巴布亚新几内亚", "巴拉圭",
    "秘鲁", "菲律宾", "波兰", "葡萄牙", "卡塔尔", "罗马尼亚", "俄罗斯", "卢旺达", "萨摩亚", "圣马力诺",
    "沙特阿拉伯", "塞内加尔", "塞尔维亚", "塞舌尔", "塞拉利昂", "新加坡", "斯洛伐克", "斯洛文尼亚",
    "所罗门群岛", "索马里", "南非", "西班牙", "斯里兰卡", "苏丹", "苏里南", "瑞典", "瑞士", "叙利亚",
    "塔吉克斯坦", "坦桑尼亚", "泰国", "东帝汶", "汤加", "突尼斯", "土耳其", "土库曼斯坦", "图瓦卢",
    "乌干达", "乌克兰", "阿联酋", "英国", "美国", "乌拉圭", "乌兹别克斯坦", "瓦努阿图", "梵蒂冈",
    "委内瑞拉", "越南", "也门", "赞比亚", "津巴布韦", "联合国", "世界卫生组织", "世卫组织", "世界贸易组织",
    "世贸组织", "国际货币基金组织", "世界银行", "国际奥委会", "国际红十字", "国际刑警组织", "教科文组织",
    "欧盟", "欧洲联盟", "东盟", "非盟", "北约", "上海合作组织", "亚洲开发银行", "亚太经合组织",
    "国际原子能机构", "国际劳工组织",
];

/// Huawei Cloud's page names the kinds of words that an APP is not called by; the words of this list and of the next
/// three are examples of them.
#[rustfmt::skip]
const PLACEHOLDERS: &[&str] = &[
    "测试", "测试app", "测试应用", "test", "testapp", "demo", "app", "myapp", "untitled", "未命名",
    "我的应用", "应用名称", "xxx",
];

/// Prices and advertising.
#[rustfmt::skip]
const MARKETING: &[&str] = &[
    "免费", "特价", "打折", "折扣", "优惠", "包邮", "秒杀", "促销", "最低价", "限时抢购", "红包",
];

/// Widely known APPs.
#[rustfmt::skip]
const KNOWN_APPS: &[&str] = &[
    "微信", "支付宝", "淘宝", "抖音", "快手", "京东", "拼多多", "微博", "美团", "小红书", "钉钉",
    "哔哩哔哩", "百度地图", "高德地图", "腾讯视频", "爱奇艺",
];

/// Trades and functions.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "助手", "工具", "工具箱", "商城", "超市", "浏览器", "地图", "天气", "日历", "相机", "音乐", "视频",
    "新闻", "游戏", "阅读", "小说", "输入法", "计算器", "手电筒", "记事本", "外卖", "打车", "旅游", "医疗",
    "教育", "金融", "物流", "房产", "招聘",
];

/// Of UCloud's page on pre-approval: licences that some provinces want among the other materials.
const LICENSED: &[(Licence, &[&str])] = &[
    (Licence::Chemicals, &["化学品", "化工", "危化品"]),
    (Licence::MedicalDevices, &["医疗器械"]),
    (Licence::MedicalAdvertising, &["医院", "诊所", "门诊部"]),
    (Licence::Food, &["食品"]),
];

/// Short names of cities that are everyday words, or part of some: 三明治, 日照充足, 哈密瓜.
#[rustfmt::skip]
const EVERYDAY: &[&str] = &[
    "三明", "日照", "长治", "大同", "安康", "来宾", "中山", "保定", "白银", "四平", "大庆", "黄石", "北海",
    "普洱", "朝阳", "泰安", "德州", "开封", "新乡", "清远", "哈密", "安顺", "海口", "黄山", "天水", "百色",
];

/// What a pattern of the automaton stands for.
struct Pattern {
    list: List,
    word: &'static str,
}

/// All listed words.
static PATTERNS: Lazy<Vec<Pattern>> = Lazy::new(|| {
    let lists = [
        (List::State, STATE),
        (List::LeadingState, LEADING_STATE),
        (List::Sensitive, SENSITIVE),
        (List::RefusedToIndividuals, REFUSED_TO_INDIVIDUALS),
        (List::Commercial, COMMERCIAL),
        (List::SpecialApproval, SPECIAL_APPROVAL),
        (List::Finance, FINANCE),
        (List::Training, TRAINING),
        (List::Education, EDUCATION),
        (List::Sample, SAMPLES),
        (List::Commerce, COMMERCE),
        (List::Provider, PROVIDERS),
        (List::MiniProgram, MINI_PROGRAMS),
        (List::Foreign, FOREIGN),
        (List::Placeholder, PLACEHOLDERS),
        (List::Marketing, MARKETING),
        (List::KnownApp, KNOWN_APPS),
        (List::Generic, GENERIC),
    ];
    let fields = PRE_APPROVAL.iter().map(|(kind, words)| (List::PreApproval(*kind), *words));
    let licensed = LICENSED.iter().map(|(licence, words)| (List::Licensed(*licence), *words));
    let lists = lists.into_iter().chain(fields).chain(licensed);
    let words = lists.flat_map(|(list, words)| words.iter().map(move |word| Pattern { list, word }));
    let places = Region::place_names().map(|(code, word)| Pattern { list: List::Place(code), word });
    let cities = Region::place_names().filter_map(|(code, name)| {
        let word = name.strip_suffix('市').filter(|short| !EVERYDAY.contains(short))?;
        Some(Pattern { list: List::City(code), word })
    });
    words.chain(places).chain(cities).collect()
});

static AUTOMATON: Lazy<Option<AhoCorasick>> = Lazy::new(|| {
    let words = PATTERNS.iter().map(|pattern| pattern.word);
    AhoCorasick::builder().match_kind(MatchKind::Standard).build(words).ok()
});

static BEGINNINGS: Lazy<Beginnings> = Lazy::new(|| Beginnings::of(&PATTERNS));

/// How listed words begin: most names have nothing that looks like one, and need no search.
struct Beginnings {
    /// A bit for each pair of characters, as far as they have one of their own.
    pairs: Vec<u64>,
    /// Words of one character.
    single: Vec<char>,
}

impl Beginnings {
    /// With so many bits two pairs in a hundred are taken for one of these.
    const BITS: u32 = 16;

    fn of(patterns: &[Pattern]) -> Self {
        let mut beginnings = Self { pairs: vec![0; 1 << (Self::BITS - 6)], single: Vec::new() };
        for Pattern { list, word } in patterns {
            let mut characters = word.chars();
            match (characters.next(), characters.next()) {
                (Some(first), Some(second)) => {
                    let length = if list.is_of_whole_names() { word.len() } else { 0 };
                    let (at, bit) = Self::place(first, second, length);
                    if let Some(pairs) = beginnings.pairs.get_mut(at) {
                        *pairs |= bit;
                    }
                }
                (Some(single), None) => beginnings.single.push(single),
                (None, _) => {}
            }
        }
        beginnings
    }

    /// The bit of a pair. Words that have to be the whole name are told by their length too.
    fn place(first: char, second: char, whole_length: usize) -> (usize, u64) {
        let pair = u64::from(u32::from(first)) << 21 | u64::from(u32::from(second));
        let length = u64::try_from(whole_length).unwrap_or(u64::MAX);
        let spread = (pair ^ length << 42).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - Self::BITS);
        (usize::try_from(spread >> 6).unwrap_or_default(), 1 << (spread & 63))
    }

    fn has(&self, first: char, second: char, whole_length: usize) -> bool {
        let (at, bit) = Self::place(first, second, whole_length);
        self.pairs.get(at).is_some_and(|pairs| pairs & bit != 0)
    }

    /// Whether a folded name may have a listed word.
    fn may_be_in(&self, name: &str) -> bool {
        let mut characters = name.chars();
        let Some(mut first) = characters.next() else { return false };
        let mut whole_length = name.len();
        for second in characters {
            let may_be_whole = whole_length > 0 && self.has(first, second, whole_length);
            if may_be_whole || self.has(first, second, 0) || self.single.contains(&first) {
                return true;
            }
            (first, whole_length) = (second, 0);
        }
        self.single.contains(&first)
    }
}

/// A listed word in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) list: List,
    pub(crate) word: &'static str,
    /// Whether the name begins with it.
    leads: bool,
}

/// The listed words in a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    hits: Vec<Hit>,
    /// A bit for each list that has one: most have none.
    lists: u64,
}

impl Words {
    /// Looks every listed word up in `name`.
    pub(crate) fn of(name: &str) -> Self {
        let folded = folded(name);
        if !BEGINNINGS.may_be_in(&folded) {
            return Self::default();
        }
        let Some(automaton) = &*AUTOMATON else { return Self::default() };
        let hits = automaton.find_overlapping_iter(&*folded).filter_map(|found| {
            let Pattern { list, word } = *PATTERNS.get(found.pattern().as_usize())?;
            let leads = found.start() == 0;
            let is_whole = leads && found.end() == folded.len();
            let counts = is_whole || !list.is_of_whole_names();
            counts.then_some(Hit { list, word, leads })
        });
        let hits: Vec<Hit> = hits.collect();
        let lists = hits.iter().fold(0, |lists, hit| lists | hit.list.bit());
        Self { hits, lists }
    }

    /// Whether a word of the list is there.
    pub(crate) const fn has(&self, list: List) -> bool {
        self.lists & list.bit() != 0
    }

    /// The words of a list, each once, in the order in which they end; of two of which one is part of the other,
    /// the longer.
    #[inline]
    pub(crate) fn of_list(&self, list: List) -> Vec<&'static str> {
        if self.has(list) {
            self.those(|hit| hit.list == list)
        } else {
            Vec::new()
        }
    }

    /// The words of a list that the name begins with.
    pub(crate) fn leading(&self, list: List) -> Vec<&'static str> {
        if self.has(list) {
            self.those(|hit| hit.list == list && hit.leads)
        } else {
            Vec::new()
        }
    }

    fn those(&self, is_meant: impl Fn(&Hit) -> bool) -> Vec<&'static str> {
        let mut words: Vec<&'static str> = Vec::new();
        for hit in self.hits.iter().filter(|hit| is_meant(hit)) {
            if !words.contains(&hit.word) {
                words.push(hit.word);
            }
        }
        let longer = words.clone();
        words.retain(|word| !longer.iter().any(|other| other != word && other.contains(word)));
        words
    }

    /// The fields of pre-approval that words stand for, each with its words.
    pub(crate) fn pre_approvals(&self) -> impl Iterator<Item = (PreApprovalKind, Vec<&'static str>)> + '_ {
        PRE_APPROVAL
            .iter()
            .filter(|(kind, _)| self.has(List::PreApproval(*kind)))
            .map(|(kind, _)| (*kind, self.of_list(List::PreApproval(*kind))))
    }

    /// The cities by their short names, with their codes. One that stands there in full is not meant.
    pub(crate) fn cities(&self) -> impl Iterator<Item = (u32, &'static str)> + '_ {
        let in_full: BTreeSet<u32> = self.places().map(|(code, _)| code).collect();
        self.hits.iter().filter_map(move |hit| match hit.list {
            List::City(code) if !in_full.contains(&code) => Some((code, hit.word)),
            _ => None,
        })
    }

    /// The places, with the codes of their provinces or cities.
    pub(crate) fn places(&self) -> impl Iterator<Item = (u32, &'static str)> + '_ {
        self.hits.iter().filter_map(|hit| match hit.list {
            List::Place(code) => Some((code, hit.word)),
            _ => None,
        })
    }
}

/// A name as it is searched: letters and digits in one form, without what stands between them.
pub(crate) fn folded(name: &str) -> Cow<'_, str> {
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
        let leading = |name: &str| Words::of(name).leading(List::LeadingState);
        assert_eq!(leading("人民之声"), ["人民"]);
        assert_eq!(leading("（人民）之声"), ["人民"]);
        assert_eq!(leading("为人民服务"), Vec::<&str>::new());
        assert_eq!(words("为人民服务", List::LeadingState), ["人民"]);
    }

    #[test]
    fn of_words_within_each_other_the_longer_counts() {
        assert_eq!(words("明远购物", List::Commercial), ["购物"]);
        assert_eq!(words("明远采购", List::Commercial), ["购"]);
    }

    #[test]
    fn samples_and_placeholders_are_whole_names() {
        assert_eq!(words("雕刻-时光", List::Sample), ["雕刻时光"]);
        assert_eq!(words("雕刻时光机", List::Sample), Vec::<&str>::new());
        assert_eq!(words("Test", List::Placeholder), ["test"]);
        assert_eq!(words("青禾测试", List::Placeholder), Vec::<&str>::new());
    }

    #[test]
    fn a_city_counts_by_its_short_name_where_that_is_no_everyday_word() {
        let cities = |name: &str| Words::of(name).cities().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(cities("杭州美食记"), ["杭州"]);
        assert_eq!(cities("三明治做法"), Vec::<&str>::new());
        // In full it is a place.
        assert_eq!(cities("杭州市图书角"), Vec::<&str>::new());
    }

    #[test]
    fn fields_of_pre_approval_are_found_by_their_words() {
        let fields = Words::of("青禾新闻出版").pre_approvals().collect::<Vec<_>>();
        assert_eq!(
            fields,
            [(PreApprovalKind::News, vec!["新闻"]), (PreApprovalKind::Publishing, vec!["出版"])]
        );
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
    fn no_listed_word_is_overlooked() {
        for Pattern { list, word } in PATTERNS.iter() {
            assert!(BEGINNINGS.may_be_in(word), "{word}");
            let within = format!("明{word}远");
            assert!(list.is_of_whole_names() || BEGINNINGS.may_be_in(&within), "{word}");
        }
    }

    #[test]
    fn most_names_look_like_no_listed_word() {
        let unlisted = ('一'..='丿').flat_map(|a| ('倀'..='倿').map(move |b| format!("{a}{b}")));
        let (taken, all) = unlisted
            .fold((0, 0), |(taken, all), name| (taken + u32::from(BEGINNINGS.may_be_in(&name)), all + 1));
        assert!(taken * 20 < all, "{taken} of {all}");
        assert!(!BEGINNINGS.may_be_in(""));
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
            SAMPLES,
            COMMERCE,
            PROVIDERS,
            FOREIGN,
            PLACEHOLDERS,
            MARKETING,
            KNOWN_APPS,
            GENERIC,
            EVERYDAY,
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
