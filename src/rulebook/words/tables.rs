//! The words, each list by list with who says so, of whom, and what they do.
//!
//! Where sources disagree, a ministry's or another authority's text counts for more than a provider's page, and of
//! those the newer one. What no source says is not here.

use crate::model::principal::Filer::{Individual, Organization};
use crate::model::service::PreApprovalKind::{
    Culture, DrugsMedicalDevices, News, Publishing, RadioFilmTv, Religion, RideHailing,
};
use crate::rule::documents::{
    APP_FILING_OF_HUAWEI, APP_FILING_OF_UCLOUD, DRUG_SITES, LETTERS_OF_UCLOUD, NAMES_OF_ALIBABA,
    NAMES_OF_INDIVIDUALS, NAMES_OF_QINGCLOUD, NAMES_OF_SITES, NAMING, PRE_APPROVAL, PRE_APPROVAL_FAQ,
    PUBLIC_SITES, REFUSAL_REASONS, REVIEW_OF_UCLOUD, WECHAT_FILING,
};
use crate::rulebook::words::foreign::FOREIGN;
use crate::rulebook::words::list::Effect::{
    Avoid, Explain, NeedsApproval, NeedsStatement, Refused, RefusedBehindPlace,
};
use crate::rulebook::words::list::{Group, Licence, List};
use crate::value::Province::{Guangdong, Jiangsu, Zhejiang};

/// The provinces and cities; a wider one than the own is warned of.
pub(super) const PLACES: Group =
    Group::new(List::Place(0), Refused, NAMING, "网站名称建议", &[]).of_websites();

#[rustfmt::skip]
pub(super) const GROUPS: &[Group] = &[
    // Of the state. A site's name that begins so is refused by the ministry itself; that these do not stand inside a
    // name is said by providers only.
    Group::new(List::State, Refused, NAMES_OF_SITES, "二（五）网站名称", &["中国", "中华", "国家"]),
    Group::new(List::LeadingState, Refused, NAMES_OF_QINGCLOUD, "网站名称基本要求 · 企业网站命名要求", &[
        "中央", "人民", "人大", "全国",
    ]),

    // Refused to all.
    Group::new(List::Sensitive, Refused, REFUSAL_REASONS, "网站名称不合格 · 网站命名规范", &["赌博", "色情"]),
    // Written for enterprises and individuals: bodies of discipline are called so.
    Group::new(List::Sensitive, Refused, REFUSAL_REASONS, "网站名称不合格 · 网站命名规范", &["反腐", "廉政"])
        .but_for_public_bodies(),

    // Public bodies: whole names of organs and of their sites, which nobody else may open.
    Group::new(List::PublicBody, Refused, NAMES_OF_SITES, "二（五）网站名称", &[
        "人民政府", "国务院", "人民法院", "人民检察院", "海关总署", "监察", "纪检", "信访",
    ])
        .but_for_public_bodies(),
    Group::new(List::PublicBody, Refused, PUBLIC_SITES, "网站开办", &[
        "政府网", "政务网", "政务服务网", "首都之窗", "政府采购网",
    ])
        .but_for_public_bodies(),
    // Organs that are one with the name of a place before them; alone they may be what a product is for.
    Group::new(List::PublicBody, RefusedBehindPlace, NAMES_OF_SITES, "二（五）网站名称", &[
        "公安局", "法院", "检察院", "税务局", "财政局", "教育局", "卫健委", "市场监管局", "通信管理局",
        "民政局", "政协", "党委", "组织部", "宣传部", "共青团", "妇联",
    ])
        .but_for_public_bodies(),
    Group::new(List::PublicBody, Explain, NAMES_OF_SITES, "二（五）网站名称", &["公安", "海关", "党建"])
        .but_for_public_bodies(),
    Group::new(List::PublicBody, Explain, PUBLIC_SITES, "网站开办", &["便民服务大厅", "公共资源交易"])
        .but_for_public_bodies(),

    // Individuals: what three providers' pages have in common, what one of them has, then trade.
    Group::new(List::RefusedToIndividuals, Refused, REVIEW_OF_UCLOUD, "网站名称", &[
        "个人空间", "爱好者", "博客", "导航", "工作室", "论坛", "平台", "热线", "社区", "社团", "网络", "网站",
        "网址", "主页", "资讯", "作品展示", "在线", "交流",
    ]).of(Individual).of_websites(),
    Group::new(List::RefusedToIndividuals, Refused, NAMES_OF_QINGCLOUD, "网站名称基本要求 · 个人网站命名要求", &[
        "维权", "投诉", "纪检", "监察", "信访",
    ]).of(Individual).of_websites(),
    Group::new(List::RefusedToIndividuals, Refused, NAMING, "网站名称建议", &[
        "公司", "俱乐部", "团体", "组织", "购买", "买卖", "交易", "优惠券", "电子商务",
    ]).of(Individual).of_websites(),
    Group::new(List::RefusedToIndividuals, Refused, REFUSAL_REASONS, "网站名称不合格 · 网站命名规范", &["教育"])
        .of(Individual).of_websites(),
    Group::new(List::RefusedToIndividuals, Refused, NAMES_OF_INDIVIDUALS, "个人网站名称", &[
        "集团", "协会", "合作社", "企业", "银行", "招聘",
    ]).of(Individual).of_websites(),
    Group::new(List::RefusedToIndividuals, Refused, NAMES_OF_ALIBABA, "个人网站名称禁用词", &[
        "商城", "购物", "股票", "彩票", "体彩", "刮刮乐",
    ]).of(Individual).of_websites(),

    // Individuals: one page's, and a union of provincial lists as far as its copies agree.
    Group::new(List::Commercial, Explain, NAMES_OF_INDIVIDUALS, "个人网站名称", &["科技", "学校", "学院"])
        .of(Individual).of_websites(),
    Group::new(List::Commercial, Avoid, NAMES_OF_ALIBABA, "个人网站名称禁用词", &[
        "合伙", "框架", "大众", "维修", "设计", "沙龙", "艺术", "评论", "官网", "服务", "转让", "品牌",
        "排行榜", "行业", "宣传", "电商", "报价", "管理", "工坊", "传播", "中心", "咨询", "投资", "售后",
        "贸易", "旗舰", "产业", "农业", "传媒", "系统", "媒体", "证券", "营销", "折扣", "定做", "定制",
        "返现", "购",
    ]).of(Individual).of_websites(),

    // The approval of bulletin boards was abolished in 2010.
    Group::new(List::SpecialApproval, Avoid, NAMES_OF_QINGCLOUD, "网站名称基本要求 · 企业网站命名要求", &[
        "论坛", "在线", "社区", "交流", "博客",
    ]).of(Organization).of_websites(),

    // Finance: the words of the notice of 2017, those of the letters that some provinces have, and other licensed
    // trades.
    Group::new(List::Finance, NeedsApproval, PRE_APPROVAL, "金融类", &[
        "交易所", "交易中心", "金融", "资产管理", "理财", "基金", "投资管理", "财富管理", "网贷", "网络借贷",
        "p2p", "股权众筹", "互联网保险", "支付",
    ]),
    Group::new(List::Finance, NeedsApproval, LETTERS_OF_UCLOUD, "广东 · 金融类", &[
        "小额贷款", "黄金交易", "信托", "外汇",
    ]).within(&[Guangdong], NeedsStatement),
    Group::new(List::Finance, NeedsApproval, LETTERS_OF_UCLOUD, "广东、江苏 · 金融类", &["融资"])
        .within(&[Guangdong, Jiangsu], NeedsStatement),
    Group::new(List::Finance, NeedsApproval, LETTERS_OF_UCLOUD, "江苏 · 金融类", &["担保"])
        .within(&[Jiangsu], NeedsStatement),
    Group::new(List::Finance, NeedsApproval, LETTERS_OF_UCLOUD, "浙江 · 金融类", &[
        "保理", "票据", "金服", "金管", "金控",
    ]).within(&[Zhejiang], NeedsStatement),
    Group::new(List::Finance, NeedsStatement, PRE_APPROVAL_FAQ, "金融类", &[
        "贷款", "典当", "保险", "证券", "期货", "众筹",
    ]),

    // Training of pupils up to senior high school.
    Group::new(List::Training, NeedsApproval, PRE_APPROVAL, "校外培训类", &[
        "校外培训", "学科培训", "中小学培训", "课外辅导", "学科辅导",
    ]),
    Group::new(List::Training, NeedsStatement, PRE_APPROVAL, "校外培训类", &[
        "小升初", "k12", "中考", "高考", "托管班",
    ]).of_websites(),
    // Authorities ask what kind of education.
    Group::new(List::Education, NeedsStatement, PRE_APPROVAL, "校外培训类", &["教育"]).of(Organization),

    // Fields of pre-approval: the words of the licensed business, then those that trades around it have.
    Group::new(List::PreApproval(News), NeedsApproval, NAMES_OF_SITES, "二（五）网站名称", &["新闻", "时报"]),
    Group::new(List::PreApproval(Publishing), NeedsApproval, PRE_APPROVAL, "出版类", &["出版", "网络游戏"]),
    Group::new(List::PreApproval(Publishing), Explain, PRE_APPROVAL, "出版类", &["游戏", "手游", "页游"]),
    Group::new(List::PreApproval(Publishing), Avoid, PRE_APPROVAL, "出版类", &["电子书", "杂志", "期刊"]),
    Group::new(List::PreApproval(DrugsMedicalDevices), NeedsApproval, PRE_APPROVAL, "药品和医疗器械类", &[
        "药品", "药房", "药店", "医疗器械",
    ]),
    Group::new(List::PreApproval(DrugsMedicalDevices), NeedsStatement, PRE_APPROVAL, "药品和医疗器械类", &["医药"]),
    Group::new(List::PreApproval(Culture), NeedsApproval, PRE_APPROVAL, "文化类", &["网络文化"]),
    Group::new(List::PreApproval(Culture), NeedsStatement, PRE_APPROVAL, "文化类", &["直播", "动漫", "音乐"]),
    Group::new(List::PreApproval(RadioFilmTv), NeedsApproval, PRE_APPROVAL, "广播电影电视节目类", &[
        "电视台", "广播电台", "视听节目", "网络视听",
    ]),
    Group::new(List::PreApproval(RadioFilmTv), NeedsStatement, PRE_APPROVAL, "广播电影电视节目类", &[
        "影视", "电影", "广播", "电视", "视频",
    ]),
    Group::new(List::PreApproval(RideHailing), NeedsApproval, PRE_APPROVAL, "网络预约车", &[
        "网约车", "网络预约车", "网络预约出租",
    ]),
    // A kind of pre-approval everywhere, which one province asks about when a site is filed.
    Group::new(List::PreApproval(Religion), NeedsApproval, PRE_APPROVAL, "宗教类", &["宗教"])
        .within(&[Guangdong], NeedsStatement),
    Group::new(List::PreApproval(Religion), NeedsStatement, PRE_APPROVAL, "宗教类", &[
        "佛教", "道教", "基督", "天主教", "伊斯兰", "教堂",
    ]),

    // A site that informs about drugs trades in none.
    Group::new(List::DrugSite, Explain, DRUG_SITES, "第八条", &["药品招商", "药品招标", "电子商务"])
        .of(Organization).of_websites(),

    // The samples of the naming page, which asks not to copy them: names that too many use are put on a blacklist.
    // Another provider's page has the same.
    Group::new(List::Sample, Explain, NAMING, "个人网站名称", &[
        "网页制作经验谈", "小工具应用", "xxx的研发日志", "前端经验分享", "自动化测试开源", "文字极客",
        "个人开发测试使用网站", "php开发", "我的照片墙", "雕刻时光", "我的摄影小空间", "我的作品展览",
        "人生百味", "吃货分享", "美食分享", "快乐小窝", "柠檬草的味道", "一起考研吧", "怀念时光", "时光飞逝",
        "电影爱好小分享", "个人杂货铺", "我的生活秀",
    ]).of(Individual).of_websites(),

    // Names of shops, and of sites that live on cash-back.
    Group::new(List::Commerce, Avoid, NAMING, "网站名称建议 · 淘宝客等返利性质的网站", &[
        "购物", "网购", "电商", "电子商务", "商城", "淘宝客", "返利", "返现", "优惠券",
    ]).of_websites(),

    // Other providers and platforms, and those who call themselves the first: one platform's rule.
    Group::new(List::Provider, Avoid, WECHAT_FILING, "服务名称", &[
        "微信", "公众号", "腾讯", "阿里云", "华为云", "百度云", "ucloud", "青云", "no1", "第一",
    ]),
    Group::new(List::MiniProgram, Avoid, APP_FILING_OF_UCLOUD, "哪些APP需要备案？", &["小程序", "快应用"]),

    Group::new(List::Foreign, Explain, NAMES_OF_QINGCLOUD, "网站名称基本要求", FOREIGN).of_websites(),

    // One provider's page names the kinds of words that an APP is not called by; these are examples of them.
    Group::new(List::Placeholder, Explain, APP_FILING_OF_HUAWEI, "备案材料准备 · App名称要求", &[
        "测试", "测试app", "测试应用", "test", "testapp", "demo", "app", "myapp", "untitled", "未命名",
        "我的应用", "应用名称", "xxx",
    ]).of_apps(),
    Group::new(List::Marketing, Explain, APP_FILING_OF_HUAWEI, "备案材料准备 · App名称要求", &[
        "免费", "特价", "打折", "折扣", "优惠", "包邮", "秒杀", "促销", "最低价", "限时抢购", "红包",
    ]).of_apps(),
    Group::new(List::KnownApp, Avoid, APP_FILING_OF_HUAWEI, "备案材料准备 · App名称要求", &[
        "微信", "支付宝", "淘宝", "抖音", "快手", "京东", "拼多多", "微博", "美团", "小红书", "钉钉",
        "哔哩哔哩", "百度地图", "高德地图", "腾讯视频", "爱奇艺",
    ]).of_apps(),
    Group::new(List::Generic, Explain, APP_FILING_OF_HUAWEI, "备案材料准备 · App名称要求", &[
        "助手", "工具", "工具箱", "商城", "超市", "浏览器", "地图", "天气", "日历", "相机", "音乐", "视频",
        "新闻", "游戏", "阅读", "小说", "输入法", "计算器", "手电筒", "记事本", "外卖", "打车", "旅游", "医疗",
        "教育", "金融", "物流", "房产", "招聘",
    ]).of_apps(),

    // Licences that some provinces want among the other materials.
    Group::new(List::Licensed(Licence::Chemicals), Avoid, PRE_APPROVAL, "前置审批行业及批复单位 · 药品和医疗器械类", &["化学品", "化工", "危化品"])
        .of(Organization),
    Group::new(List::Licensed(Licence::MedicalDevices), Avoid, PRE_APPROVAL, "前置审批行业及批复单位 · 药品和医疗器械类", &["医疗器械"])
        .of(Organization),
    Group::new(List::Licensed(Licence::MedicalAdvertising), Avoid, PRE_APPROVAL, "前置审批行业及批复单位 · 药品和医疗器械类", &[
        "医院", "诊所", "门诊部",
    ]).of(Organization),
    Group::new(List::Licensed(Licence::Food), Avoid, PRE_APPROVAL, "前置审批行业及批复单位 · 药品和医疗器械类", &["食品"]).of(Organization),
];

/// Short names of cities that are everyday words, or part of some: 三明治, 日照充足, 哈密瓜.
#[rustfmt::skip]
pub(super) const EVERYDAY: &[&str] = &[
    "三明", "日照", "长治", "大同", "安康", "来宾", "中山", "保定", "白银", "四平", "大庆", "黄石", "北海",
    "普洱", "朝阳", "泰安", "德州", "开封", "新乡", "清远", "哈密", "安顺", "海口", "黄山", "天水", "百色",
];
