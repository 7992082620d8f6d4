//! Services 服务: websites and APPs, their platforms and packages.

use serde::de::Error;

use crate::model::domain::Domain;
use crate::model::material::Material;
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::text::{Term, Text};
pub use crate::value::PlatformKind;
use crate::wire::{earlier, shown, Inside, Read, Refusal, Scalar};

wire_names! {
    /// Website or APP 应用服务类型.
    pub enum ServiceKind {
        /// Website 网站.
        Website = "website" { zh: "网站", en: "website" },
        /// APP.
        App = "app" { zh: "APP", en: "APP" },
    }
}

impl ServiceKind {
    /// The ministry's code.
    pub const fn miit_code(self) -> u16 {
        match self {
            Self::Website => 1,
            Self::App => 6,
        }
    }

    /// The kind of this code of the ministry.
    pub fn from_miit_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.miit_code() == code)
    }
}

wire_names! {
    /// The content of a website 网站服务内容, as the ministry's table names them (2023-12).
    pub enum WebsiteContent {
        /// Instant messaging 即时通信.
        InstantMessaging = "instant_messaging" { zh: "即时通信", en: "instant messaging" },
        /// Search engine 搜索引擎.
        SearchEngine = "search_engine" { zh: "搜索引擎", en: "search engine" },
        /// General portal 综合门户.
        GeneralPortal = "general_portal" { zh: "综合门户", en: "general portal" },
        /// Webmail 网上邮局.
        Webmail = "webmail" { zh: "网上邮局", en: "webmail" },
        /// Online news 网络新闻.
        OnlineNews = "online_news" { zh: "网络新闻", en: "online news" },
        /// Blog or personal space 博客/个人空间.
        BlogPersonalSpace = "blog_personal_space" { zh: "博客/个人空间", en: "blog or personal space" },
        /// Online advertising or information 网络广告/信息.
        OnlineAdvertisingInformation = "online_advertising_information" { zh: "网络广告/信息", en: "online advertising or information" },
        /// Organisation's own portal 单位门户网站.
        OrganizationPortal = "organization_portal" { zh: "单位门户网站", en: "organisation's own portal" },
        /// Online shopping 网络购物.
        OnlineShopping = "online_shopping" { zh: "网络购物", en: "online shopping" },
        /// Online payment 网上支付.
        OnlinePayment = "online_payment" { zh: "网上支付", en: "online payment" },
        /// Online banking 网上银行.
        OnlineBanking = "online_banking" { zh: "网上银行", en: "online banking" },
        /// Online trading of shares and funds 网上炒股/股票基金.
        OnlineSecuritiesFunds = "online_securities_funds" { zh: "网上炒股/股票基金", en: "online trading of shares and funds" },
        /// Online games 网络游戏.
        OnlineGames = "online_games" { zh: "网络游戏", en: "online games" },
        /// Online music 网络音乐.
        OnlineMusic = "online_music" { zh: "网络音乐", en: "online music" },
        /// Online film and video 网络影视.
        OnlineVideo = "online_video" { zh: "网络影视", en: "online film and video" },
        /// Online pictures 网络图片.
        OnlinePictures = "online_pictures" { zh: "网络图片", en: "online pictures" },
        /// Software and downloads 网络软件/下载.
        SoftwareDownload = "software_download" { zh: "网络软件/下载", en: "software and downloads" },
        /// Online recruitment 网上求职.
        OnlineRecruitment = "online_recruitment" { zh: "网上求职", en: "online recruitment" },
        /// Online dating 网上交友/婚介.
        OnlineDating = "online_dating" { zh: "网上交友/婚介", en: "online dating" },
        /// Online real estate 网上房产.
        OnlineRealEstate = "online_real_estate" { zh: "网上房产", en: "online real estate" },
        /// Online education 网络教育.
        OnlineEducation = "online_education" { zh: "网络教育", en: "online education" },
        /// Website construction 网站建设.
        WebsiteConstruction = "website_construction" { zh: "网站建设", en: "website construction" },
        /// WAP WAP.
        Wap = "wap" { zh: "WAP", en: "WAP" },
        /// Other 其他.
        Other = "other" { zh: "其他", en: "other" },
        /// APP APP.
        App = "app" { zh: "APP", en: "APP" },
        /// Peer-to-peer lending intermediary 网络借贷信息中介.
        P2pLendingIntermediary = "p2p_lending_intermediary" { zh: "网络借贷信息中介", en: "peer-to-peer lending intermediary" },
        /// Equity crowdfunding 互联网股权融资.
        EquityCrowdfunding = "equity_crowdfunding" { zh: "互联网股权融资", en: "equity crowdfunding" },
        /// Internet insurance 互联网保险.
        InternetInsurance = "internet_insurance" { zh: "互联网保险", en: "internet insurance" },
        /// Cross-sector finance and asset management 互联网跨界金融及资产管理.
        CrossSectorFinanceAssetManagement = "cross_sector_finance_asset_management" { zh: "互联网跨界金融及资产管理", en: "cross-sector finance and asset management" },
        /// Non-bank online payment 网上非银支付.
        NonBankPayment = "non_bank_payment" { zh: "网上非银支付", en: "non-bank online payment" },
    }
}

impl WebsiteContent {
    /// The ministry's code. The same number means something else for a mini program.
    pub const fn miit_code(self) -> u16 {
        match self {
            Self::InstantMessaging => 1,
            Self::SearchEngine => 2,
            Self::GeneralPortal => 3,
            Self::Webmail => 4,
            Self::OnlineNews => 5,
            Self::BlogPersonalSpace => 6,
            Self::OnlineAdvertisingInformation => 7,
            Self::OrganizationPortal => 8,
            Self::OnlineShopping => 9,
            Self::OnlinePayment => 10,
            Self::OnlineBanking => 11,
            Self::OnlineSecuritiesFunds => 12,
            Self::OnlineGames => 13,
            Self::OnlineMusic => 14,
            Self::OnlineVideo => 15,
            Self::OnlinePictures => 16,
            Self::SoftwareDownload => 17,
            Self::OnlineRecruitment => 18,
            Self::OnlineDating => 19,
            Self::OnlineRealEstate => 20,
            Self::OnlineEducation => 21,
            Self::WebsiteConstruction => 22,
            Self::Wap => 23,
            Self::Other => 24,
            Self::App => 28,
            Self::P2pLendingIntermediary => 29,
            Self::EquityCrowdfunding => 30,
            Self::InternetInsurance => 31,
            Self::CrossSectorFinanceAssetManagement => 32,
            Self::NonBankPayment => 33,
        }
    }

    /// The content of this code of the ministry.
    pub fn from_miit_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|content| content.miit_code() == code)
    }
}

wire_names! {
    /// The language of a service 服务语言, by BCP 47 tag, as the ministry's table lists them (2023-12).
    pub enum ServiceLanguage {
        /// simplified Chinese 中文简体.
        ChineseSimplified = "zh-Hans" { zh: "中文简体", en: "simplified Chinese" },
        /// traditional Chinese 中文繁体.
        ChineseTraditional = "zh-Hant" { zh: "中文繁体", en: "traditional Chinese" },
        /// Uyghur 维吾尔语.
        Uyghur = "ug" { zh: "维吾尔语", en: "Uyghur" },
        /// Kazakh 哈萨克语.
        Kazakh = "kk" { zh: "哈萨克语", en: "Kazakh" },
        /// Kyrgyz 柯尔克孜语.
        Kyrgyz = "ky" { zh: "柯尔克孜语", en: "Kyrgyz" },
        /// Mongolian 蒙古语.
        Mongolian = "mn" { zh: "蒙古语", en: "Mongolian" },
        /// Tibetan 藏语.
        Tibetan = "bo" { zh: "藏语", en: "Tibetan" },
        /// Zhuang 壮语.
        Zhuang = "za" { zh: "壮语", en: "Zhuang" },
        /// Korean 朝鲜语.
        Korean = "ko" { zh: "朝鲜语", en: "Korean" },
        /// Yi 彝文.
        Yi = "ii" { zh: "彝文", en: "Yi" },
        /// Miao 苗语.
        Miao = "hmn" { zh: "苗语", en: "Miao" },
        /// English 英语.
        English = "en" { zh: "英语", en: "English" },
        /// Japanese 日语.
        Japanese = "ja" { zh: "日语", en: "Japanese" },
        /// French 法语.
        French = "fr" { zh: "法语", en: "French" },
        /// Russian 俄罗斯语.
        Russian = "ru" { zh: "俄罗斯语", en: "Russian" },
        /// Spanish 西班牙语.
        Spanish = "es" { zh: "西班牙语", en: "Spanish" },
        /// Arabic 阿拉伯语.
        Arabic = "ar" { zh: "阿拉伯语", en: "Arabic" },
    }
}

impl ServiceLanguage {
    /// The ministry's code.
    pub const fn miit_code(self) -> u16 {
        match self {
            Self::ChineseSimplified => 1,
            Self::ChineseTraditional => 2,
            Self::Uyghur => 3,
            Self::Kazakh => 4,
            Self::Kyrgyz => 5,
            Self::Mongolian => 6,
            Self::Tibetan => 7,
            Self::Zhuang => 8,
            Self::Korean => 9,
            Self::Yi => 10,
            Self::Miao => 11,
            Self::English => 12,
            Self::Japanese => 13,
            Self::French => 14,
            Self::Russian => 15,
            Self::Spanish => 16,
            Self::Arabic => 17,
        }
    }

    /// The language of this code of the ministry.
    pub fn from_miit_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.miit_code() == code)
    }
}

wire_names! {
    /// A matter that needs an authority's approval before filing 前置审批类型 (2023-12).
    pub enum PreApprovalKind {
        /// News 新闻.
        News = "news" { zh: "新闻", en: "news" },
        /// Publishing 出版.
        Publishing = "publishing" { zh: "出版", en: "publishing" },
        /// Education 教育.
        Education = "education" { zh: "教育", en: "education" },
        /// Health care 医疗保健.
        HealthCare = "health_care" { zh: "医疗保健", en: "health care" },
        /// Drugs and medical devices 药品和医疗器械.
        DrugsMedicalDevices = "drugs_medical_devices" { zh: "药品和医疗器械", en: "drugs and medical devices" },
        /// Bulletin boards 电子公告服务.
        BulletinBoard = "bulletin_board" { zh: "电子公告服务", en: "bulletin boards" },
        /// Culture 文化.
        Culture = "culture" { zh: "文化", en: "culture" },
        /// Radio, film and television programmes 广播电影电视节目.
        RadioFilmTv = "radio_film_tv" { zh: "广播电影电视节目", en: "radio, film and television programmes" },
        /// Ride hailing 网络预约车.
        RideHailing = "ride_hailing" { zh: "网络预约车", en: "ride hailing" },
        /// Internet finance 互联网金融.
        InternetFinance = "internet_finance" { zh: "互联网金融", en: "internet finance" },
        /// Off-campus training (up to senior high school) 校外培训（高中及以下阶段）.
        OffCampusTraining = "off_campus_training" { zh: "校外培训（高中及以下阶段）", en: "off-campus training (up to senior high school)" },
        /// Religion 宗教.
        Religion = "religion" { zh: "宗教", en: "religion" },
        /// None of these 以上都不涉及.
        NoneOfThese = "none_of_these" { zh: "以上都不涉及", en: "none of these" },
    }
}

impl PreApprovalKind {
    /// The ministry's code.
    pub const fn miit_code(self) -> u16 {
        match self {
            Self::News => 1,
            Self::Publishing => 2,
            Self::Education => 3,
            Self::HealthCare => 4,
            Self::DrugsMedicalDevices => 5,
            Self::BulletinBoard => 6,
            Self::Culture => 9,
            Self::RadioFilmTv => 10,
            Self::RideHailing => 11,
            Self::InternetFinance => 13,
            Self::OffCampusTraining => 14,
            Self::Religion => 15,
            Self::NoneOfThese => 24,
        }
    }

    /// The kind of this code of the ministry.
    pub fn from_miit_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.miit_code() == code)
    }
}

impl PreApprovalKind {
    /// The authority that approves it; `None` where the approval was abolished.
    ///
    /// Source: UCloud's page on pre-approval (2025-12-30) and Tencent Cloud's (about 2021 to 2022).
    pub const fn authority(self) -> Option<Term> {
        let (code, zh, en) = match self {
            Self::News => ("cyberspace", "省级网信部门", "the cyberspace administration of the province"),
            Self::Publishing => ("press", "新闻出版主管部门", "the press and publication administration"),
            Self::DrugsMedicalDevices => ("drugs", "药品监督管理部门", "the drug administration"),
            Self::Culture => ("culture", "文化和旅游主管部门", "the culture and tourism administration"),
            Self::RadioFilmTv => ("radio_tv", "广播电视主管部门", "the radio and television administration"),
            Self::RideHailing => ("transport", "交通运输主管部门", "the transport administration"),
            Self::InternetFinance => ("finance", "金融监管部门", "the financial regulator"),
            Self::OffCampusTraining => ("education", "教育主管部门", "the education administration"),
            Self::Religion => ("religion", "宗教事务主管部门", "the religious affairs administration"),
            Self::Education | Self::HealthCare | Self::BulletinBoard | Self::NoneOfThese => return None,
        };
        Some(Term { code, text: Text { zh, en } })
    }

    /// The document that shows the approval; `None` where the approval was abolished.
    ///
    /// Source: as of [`authority`](Self::authority).
    pub const fn document(self) -> Option<Term> {
        let (code, zh, en) = match self {
            Self::News => {
                ("news_permit", "互联网新闻信息服务许可证", "the permit for internet news services")
            }
            Self::Publishing => {
                ("publishing_permit", "网络出版服务许可证", "the permit for online publishing")
            }
            Self::DrugsMedicalDevices => (
                "drugs_certificate",
                "互联网药品信息服务资格证书",
                "the certificate for internet drug services",
            ),
            Self::Culture => ("culture_permit", "网络文化经营许可证", "the permit for online culture"),
            Self::RadioFilmTv => (
                "audio_visual_permit",
                "信息网络传播视听节目许可证",
                "the permit for audio-visual programmes on the internet",
            ),
            Self::RideHailing => {
                ("ride_hailing_permit", "网络预约出租汽车经营许可证", "the permit for ride hailing")
            }
            Self::InternetFinance => {
                ("regulators_approval", "金融监管部门批准文件", "the regulator's approval")
            }
            Self::OffCampusTraining => {
                ("school_permit", "民办学校办学许可证", "the permit for private schools")
            }
            Self::Religion => {
                ("religious_permit", "互联网宗教信息服务许可证", "the permit for internet religious services")
            }
            Self::Education | Self::HealthCare | Self::BulletinBoard | Self::NoneOfThese => return None,
        };
        Some(Term { code, text: Text { zh, en } })
    }
}

wire_object! {
    /// What a service declares on pre-approval 前置审批. Absent on a service, it is undeclared.
    pub struct PreApproval {
        /// The kinds that apply; an empty list says "none of these" 以上都不涉及.
        kinds, with_kinds: optlist DeclaredPreApproval;
    }
}

impl PreApproval {
    /// "None of these" 以上都不涉及.
    pub fn none() -> Self {
        Self { kinds: Some(Vec::new()) }
    }
}

wire_object! {
    /// A declared kind of pre-approval.
    pub struct DeclaredPreApproval {
        @new {
            /// Kind 前置审批类型.
            kind: PreApprovalKind;
        }
        /// Number of the approval 前置审批号.
        approval_number, with_approval_number: opt String;
    }
}

wire_tagged! {
    /// A service 服务 of an order: a website or an APP.
    pub enum Service {
        keys {
            filing_number: opt String;
            name: opt String;
            contents: for_kind Contents;
            languages: list ServiceLanguage;
            resources: list Resource;
            pre_approval: opt PreApproval;
            remark: opt String;
            responsible_person: opt ResponsiblePerson;
            materials: list Material;
            open: opt bool;
            number_displayed: opt bool;
            displayed_number: opt String;
            number_linked: opt bool;
            commercial: opt bool;
            license_number: opt String;
            domains: list Domain;
            home_pages: optlist String;
            uses_network: opt bool;
            home_page_name: opt String;
            home_page_title: opt String;
            provides_sdk: opt bool;
            uses_sdks: optlist String;
            platforms: list Platform;
            all_domains: optlist String;
        }
        /// A website 网站.
        "website" => Website(Website {
            filing_number, name, contents, languages, resources, pre_approval, remark, responsible_person, materials, open,
            number_displayed, displayed_number, number_linked, commercial, license_number, domains, home_pages,
            home_page_name, home_page_title,
        }),
        /// An APP.
        "app" => App(App {
            filing_number, name, contents, languages, resources, pre_approval, remark, responsible_person, materials, open,
            number_displayed, displayed_number, number_linked, commercial, license_number, uses_network, provides_sdk,
            uses_sdks, platforms, all_domains,
        }),
    }
}

wire_body! {
    /// A website 网站.
    pub struct Website {
        /// The service's filing number 服务备案号, of a filed one.
        filing_number, with_filing_number: opt String;
        /// Name 服务名称.
        name, with_name: opt String;
        /// Contents 服务内容.
        contents, with_contents: list WebsiteContent;
        /// Languages 服务语言.
        languages, with_languages: list ServiceLanguage;
        /// Cloud resources 云资源.
        resources, with_resources: list Resource;
        /// Pre-approval 前置审批; absent is undeclared.
        pre_approval, with_pre_approval: opt PreApproval;
        /// Remark 备注.
        remark, with_remark: opt String;
        /// The service's responsible person 服务负责人; none for an individual.
        responsible_person, with_responsible_person: opt ResponsiblePerson;
        /// Materials 材料.
        materials, with_materials: list Material;
        /// Whether a filed service is open 打开状态.
        open, with_open: opt bool;
        /// Whether the footer shows the filing number.
        number_displayed, with_number_displayed: opt bool;
        /// The number that it shows, as shown: 粤ICP备2021000001号-1.
        displayed_number, with_displayed_number: opt String;
        /// Whether the number that it shows links to beian.miit.gov.cn.
        number_linked, with_number_linked: opt bool;
        /// Whether it sells information or pages for a fee 经营性.
        commercial, with_commercial: opt bool;
        /// Number of the licence for value-added telecommunications 增值电信业务经营许可证, where there is one.
        license_number, with_license_number: opt String;
        /// Domains 网站域名.
        domains, with_domains: list Domain;
        /// Addresses of the home page 首页网址, where the form asks for them: `www.example.com`.
        home_pages, with_home_pages: optlist String;
        /// The name of the site as its home page shows it, of one that is open.
        home_page_name, with_home_page_name: opt String;
        /// The title of the home page, of one that is open.
        home_page_title, with_home_page_title: opt String;
    }
}

wire_body! {
    /// An APP.
    pub struct App {
        /// The service's filing number 服务备案号, of a filed one.
        filing_number, with_filing_number: opt String;
        /// Name, as under the installed icon 服务名称.
        name, with_name: opt String;
        /// Contents 服务内容: codes of the provider's catalogue.
        contents, with_contents: list String;
        /// Languages 服务语言.
        languages, with_languages: list ServiceLanguage;
        /// Cloud resources 云资源.
        resources, with_resources: list Resource;
        /// Pre-approval 前置审批; absent is undeclared.
        pre_approval, with_pre_approval: opt PreApproval;
        /// Remark 备注.
        remark, with_remark: opt String;
        /// The service's responsible person 服务负责人; none for an individual.
        responsible_person, with_responsible_person: opt ResponsiblePerson;
        /// Materials 材料.
        materials, with_materials: list Material;
        /// Whether a filed service is open 打开状态.
        open, with_open: opt bool;
        /// Whether it shows its filing number, in its settings or under "about".
        number_displayed, with_number_displayed: opt bool;
        /// The number that it shows, as shown: 粤ICP备2021000001号-1.
        displayed_number, with_displayed_number: opt String;
        /// Whether the number that it shows links to beian.miit.gov.cn.
        number_linked, with_number_linked: opt bool;
        /// Whether it sells information or pages for a fee 经营性.
        commercial, with_commercial: opt bool;
        /// Number of the licence for value-added telecommunications 增值电信业务经营许可证, where there is one.
        license_number, with_license_number: opt String;
        /// Whether it uses the network at all; absent, it does.
        uses_network, with_uses_network: opt bool;
        /// Whether it provides an SDK to others 对外提供 SDK.
        provides_sdk, with_provides_sdk: opt bool;
        /// Names of the SDKs it uses 使用外部 SDK; an empty list says "none", absent is undeclared.
        uses_sdks, with_uses_sdks: optlist String;
        /// Platforms 应用运行平台.
        platforms, with_platforms: list Platform;
        /// All domains that the APP uses, with any provider, where the form asks for them.
        all_domains, with_all_domains: optlist String;
    }
}

wire_object! {
    /// An APP on one platform: domains and packages APP 特征信息.
    pub struct Platform {
        @new {
            /// The platform 应用运行平台.
            platform: PlatformKind;
        }
        /// The domains that the APP uses on this provider's resources 域名.
        domains, with_domains: list Domain;
        /// Packages 包信息.
        packages, with_packages: list Package;
    }
}

wire_object! {
    /// A package of an APP 包信息.
    pub struct Package {
        /// Package name 包名.
        name, with_name: opt String;
        /// Public key 公钥.
        public_key, with_public_key: opt String;
        /// Fingerprint of the signing certificate 签名 MD5 值.
        fingerprint, with_fingerprint: opt String;
    }
}

/// Reads a field of either kind through the variant.
macro_rules! of_both {
    ($($(#[$meta:meta])* $field:ident: $type:ty => $view:ident;)+) => {
        impl Service {
            $($(#[$meta])* pub fn $field(&self) -> $type {
                match self {
                    Self::Website(Website { $field, .. }) | Self::App(App { $field, .. }) => of_both!(@$view $field),
                }
            })+
        }
    };
    (@text $field:ident) => { $field.as_deref() };
    (@one $field:ident) => { $field.as_ref() };
    (@flag $field:ident) => { *$field };
    (@list $field:ident) => { $field.as_slice() };
}

of_both! {
    /// The service's filing number, of a filed one.
    filing_number: Option<&str> => text;
    /// Name.
    name: Option<&str> => text;
    /// Languages.
    languages: &[ServiceLanguage] => list;
    /// Cloud resources.
    resources: &[Resource] => list;
    /// Pre-approval; `None` is undeclared.
    pre_approval: Option<&PreApproval> => one;
    /// Remark.
    remark: Option<&str> => text;
    /// The service's responsible person.
    responsible_person: Option<&ResponsiblePerson> => one;
    /// Materials.
    materials: &[Material] => list;
    /// Whether a filed service is open.
    open: Option<bool> => flag;
    /// Whether the filing number is shown.
    number_displayed: Option<bool> => flag;
    /// The number that is shown.
    displayed_number: Option<&str> => text;
    /// Whether the number that is shown links to beian.miit.gov.cn.
    number_linked: Option<bool> => flag;
    /// Whether it sells information or pages for a fee.
    commercial: Option<bool> => flag;
    /// Number of the licence for value-added telecommunications.
    license_number: Option<&str> => text;
}

impl Service {
    /// Website or APP.
    pub const fn kind(&self) -> ServiceKind {
        match self {
            Self::Website(_) => ServiceKind::Website,
            Self::App(_) => ServiceKind::App,
        }
    }

    /// Whether any content is given.
    pub fn has_contents(&self) -> bool {
        match self {
            Self::Website(website) => !website.contents.is_empty(),
            Self::App(app) => !app.contents.is_empty(),
        }
    }

    /// The platforms of an APP; a website has none.
    pub(crate) fn platforms(&self) -> &[Platform] {
        match self {
            Self::App(app) => &app.platforms,
            Self::Website(_) => &[],
        }
    }

    /// How many domains there are.
    pub(crate) fn domain_count(&self) -> usize {
        match self {
            Self::Website(website) => website.domains.len(),
            Self::App(app) => app.platforms.iter().map(|platform| platform.domains.len()).sum(),
        }
    }

    /// How many packages there are.
    pub(crate) fn package_count(&self) -> usize {
        self.platforms().iter().map(|platform| platform.packages.len()).sum()
    }

    /// All domains: a website's, or those of an APP's platforms.
    pub fn domains(&self) -> impl Iterator<Item = &Domain> {
        let (own, platforms): (&[Domain], &[Platform]) = match self {
            Self::Website(website) => (&website.domains, &[]),
            Self::App(app) => (&[], &app.platforms),
        };
        own.iter().chain(platforms.iter().flat_map(|platform| &platform.domains))
    }
}

impl From<Website> for Service {
    fn from(website: Website) -> Self {
        Self::Website(website)
    }
}

impl From<App> for Service {
    fn from(app: App) -> Self {
        Self::App(app)
    }
}

/// The contents of a service while it is read: names for a website, codes for an APP. Until the kind is known
/// they are kept as written.
enum Contents {
    AsWritten(Vec<String>),
    OfWebsite(Vec<WebsiteContent>),
}

impl Default for Contents {
    fn default() -> Self {
        Self::AsWritten(Vec::new())
    }
}

impl Contents {
    fn tell_kind(&mut self, kind: Option<&'static str>) {
        let is_of_website = kind == Some(ServiceKind::Website.as_str());
        if matches!(self, Self::AsWritten(names) if is_of_website && names.is_empty()) {
            *self = Self::OfWebsite(Vec::new());
        }
    }
}

impl Read for Contents {
    const EXPECTED: &'static str = Vec::<String>::EXPECTED;

    fn blank() -> Self {
        Self::default()
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        match self {
            Self::AsWritten(names) => names.scalar(scalar),
            Self::OfWebsite(names) => names.scalar(scalar),
        }
    }

    fn enter(&mut self) -> Inside<'_> {
        match self {
            Self::AsWritten(names) => names.enter(),
            Self::OfWebsite(names) => names.enter(),
        }
    }
}

impl TryFrom<Contents> for Vec<WebsiteContent> {
    type Error = String;

    fn try_from(contents: Contents) -> Result<Self, Self::Error> {
        let names = match contents {
            Contents::AsWritten(names) => names,
            Contents::OfWebsite(names) => return Ok(names),
        };
        let name = |(place, name): (usize, &String)| {
            WebsiteContent::from_name(name).ok_or_else(|| {
                let error: serde::de::value::Error =
                    Error::unknown_variant(shown(name), WebsiteContent::NAMES);
                earlier(error, format_args!("contents/{place}"))
            })
        };
        names.iter().enumerate().map(name).collect()
    }
}

impl From<Contents> for Vec<String> {
    fn from(contents: Contents) -> Self {
        match contents {
            Contents::AsWritten(names) => names,
            // No APP: a kind that was told stays.
            Contents::OfWebsite(names) => names.iter().map(|name| name.as_str().to_owned()).collect(),
        }
    }
}
