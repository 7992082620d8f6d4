//! What a service offers: contents of websites, and languages.

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
