//! The keys of the wire format.

use std::fmt;
use std::str::FromStr;

use crate::text::{Term, UnknownName};

/// Declares the keys of the wire format in the order in which its documentation lists them.
macro_rules! keys {
    ($($variant:ident $name:literal $zh:literal $en:literal),+ $(,)?) => {
        /// A key of the wire format. Keys sort as the documentation lists them: no two objects list two keys
        /// in different order, so that one order serves all.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[allow(missing_docs)]
        pub enum Key { $($variant),+ }

        impl Key {
            /// Every key, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The key as written.
            #[inline(never)] // one list of texts in a program, not one wherever a key is asked for
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The name that people use for it, where the form has no label.
            #[inline(never)]
            pub fn text(self) -> $crate::text::Text {
                $crate::text::Text::split(match self { $(Self::$variant => concat!($zh, "\t", $en)),+ })
            }

            /// The key, with what people call it.
            pub fn term(self) -> $crate::text::Term {
                $crate::text::Term { code: self.as_str(), text: self.text() }
            }

            /// The key with this name on the wire.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }

        impl FromStr for Key {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                Self::from_name(name).ok_or(UnknownName::new(&[$($name),+]))
            }
        }
    };
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

keys! {
    Kind "kind" "类型" "kind",
    FilingNumber "filing_number" "备案号" "filing number",
    ServiceNumbers "service_numbers" "服务备案号" "service filing numbers",
    Declaration "declaration" "确认语句" "declaration",
    ResponsiblePersonName "responsible_person_name" "主体负责人姓名" "name of the principal's responsible person",
    ResponsiblePersonContact "responsible_person_contact" "主体负责人联系方式" "contact of the principal's responsible person",
    TargetAccount "target_account" "迁入账号" "target account",
    Reason "reason" "注销原因" "reason of deregistration",
    EffectiveOn "effective_on" "变更或终止日期" "effective date",
    Verification "verification" "验证码核验" "verification by code",
    Channel "channel" "验证方式" "channel",
    Verified "verified" "是否通过验证" "whether verified",
    Principal "principal" "主体信息" "principal",
    Services "services" "服务" "services",
    Agreements "agreements" "协议与承诺" "agreements",
    Platform "platform" "运行平台" "platform",
    Id "id" "ID" "ID",
    Account "account" "账号" "account",
    Name "name" "名称" "name",
    Registration "registration" "域名注册信息" "domain's registration",
    Registrant "registrant" "域名所有者" "registrant",
    Certificate "certificate" "证件信息" "certificate",
    Resolves "resolves" "是否已解析" "whether it resolves",
    Addresses "addresses" "解析到的 IP" "IP addresses it resolves to",
    LegalRepresentative "legal_representative" "法定代表人信息" "legal representative",
    Region "region" "备案地区" "region",
    MailingAddress "mailing_address" "通信地址" "mailing address",
    Mobile "mobile" "手机号" "mobile number",
    MobileVerified "mobile_verified" "短信验证" "SMS verification",
    MobileProvince "mobile_province" "手机号归属省份" "province of the mobile number",
    EmergencyContact "emergency_contact" "应急联系方式" "emergency contact",
    Email "email" "电子邮箱" "e-mail",
    VideoVerification "video_verification" "视频核身" "video verification",
    Date "date" "日期" "date",
    Province "province" "省份" "province",
    WechatCountryCode "wechat_country_code" "微信绑定手机号的国家/地区码" "country code of the mobile number bound to WeChat",
    Passed "passed" "是否通过" "whether passed",
    Contents "contents" "服务内容" "contents",
    Languages "languages" "语言" "languages",
    Resources "resources" "云资源" "cloud resources",
    PreApproval "pre_approval" "前置审批" "pre-approval",
    Kinds "kinds" "前置审批类型" "pre-approval kinds",
    ApprovalNumber "approval_number" "前置审批号" "approval number",
    Remark "remark" "备注" "remark",
    ResponsiblePerson "responsible_person" "负责人信息" "responsible person",
    Materials "materials" "材料" "materials",
    Number "number" "证件号码" "certificate number",
    Address "address" "证件住址" "address on the certificate",
    ValidFrom "valid_from" "有效期起始日" "first day of validity",
    ValidUntil "valid_until" "有效期截止日" "last day of validity",
    Product "product" "产品类型" "product",
    Mainland "mainland" "是否位于中国大陆" "whether in the mainland",
    PublicIp "public_ip" "公网 IP" "public IP",
    Bandwidth "bandwidth" "公网带宽（Mbps）" "bandwidth in Mbit/s",
    Billing "billing" "计费模式" "billing",
    PurchasedMonths "purchased_months" "购买时长（月）" "months purchased",
    PackagePurchased "package_purchased" "是否购买资源包" "whether a resource package was bought",
    ExpiresOn "expires_on" "到期日" "expiry date",
    RealNameVerified "real_name_verified" "实名认证" "real-name verification",
    RealNameVerifiedOn "real_name_verified_on" "实名认证日期" "day of real-name verification",
    OnHold "on_hold" "是否被暂停解析" "whether on hold",
    Registrar "registrar" "域名注册商" "registrar",
    Approved "approved" "是否经批复" "whether approved",
    SameProvider "same_provider" "是否同一服务商" "whether the same provider",
    ServicesFiled "services_filed" "已备案服务数" "services filed on it",
    ServicesDeregistered "services_deregistered" "已注销服务数" "services deregistered on it",
    BoundServer "bound_server" "绑定的云服务器" "bound server",
    Code "code" "备案授权码" "filing authorisation code",
    State "state" "状态" "state",
    IssuedBy "issued_by" "签发账号" "issuing account",
    IssuedByOrganization "issued_by_organization" "签发账号是否为企业实名" "whether an organisation issued it",
    ForAccount "for_account" "使用账号" "account issued to",
    Server "server" "对应的云服务器" "server",
    Open "open" "能否正常访问" "whether it can be reached",
    NumberDisplayed "number_displayed" "是否展示备案号" "whether the filing number is displayed",
    DisplayedNumber "displayed_number" "展示的备案号" "filing number displayed",
    NumberLinked "number_linked" "备案号是否链接到工信部" "whether the filing number links to the ministry's site",
    Commercial "commercial" "是否经营性" "whether it is commercial",
    LicenseNumber "license_number" "增值电信业务经营许可证编号" "number of the telecommunications licence",
    UsesNetwork "uses_network" "是否联网" "whether it connects to the network",
    ProvidesSdk "provides_sdk" "是否对外提供 SDK" "whether it provides an SDK",
    UsesSdks "uses_sdks" "使用的外部 SDK" "SDKs used",
    Platforms "platforms" "应用运行平台" "platforms",
    AllDomains "all_domains" "APP 使用的全部域名" "all domains of the APP",
    Domains "domains" "域名" "domains",
    HomePages "home_pages" "首页网址" "home pages",
    HomePageName "home_page_name" "首页展示的名称" "name shown on the home page",
    HomePageTitle "home_page_title" "首页标题" "title of the home page",
    Packages "packages" "包信息" "packages",
    PublicKey "public_key" "公钥" "public key",
    Fingerprint "fingerprint" "证书指纹" "fingerprint",
    Format "format" "文件格式" "format",
    Bytes "bytes" "文件大小" "size",
    Original "original" "是否原件拍摄" "whether taken from the original",
    IssuedOn "issued_on" "签发日期" "day of issue",
    Domain "domain" "对应域名" "domain",
    Approval "approval" "对应前置审批类型" "pre-approval kind",
    Watermark "watermark" "水印文字" "text of the watermark",
    RealName "real_name" "账号实名认证名称" "verified name",
    BoundMobile "bound_mobile" "账号绑定手机号" "mobile number bound to the account",
    ChinaSite "china_site" "是否中国站账号" "whether an account of the China site",
    MainAccount "main_account" "是否主账号" "whether a main account",
    Associated "associated" "关联账号" "associated accounts",
    HasFilings "has_filings" "是否已有备案" "whether it has filings",
    HasOrders "has_orders" "是否有在途订单" "whether it has orders in progress",
    Registry "registry" "已备案信息" "registry",
    Principals "principals" "已备案主体" "filed principals",
    Service "service" "服务" "service",
    OrdersInProgress "orders_in_progress" "在途订单" "orders in progress",
    LicenseCodes "license_codes" "使用的备案授权码" "filing authorisation codes",
    BlacklistedDomains "blacklisted_domains" "黑名单域名" "blacklisted domains",
    BlacklistedCertificates "blacklisted_certificates" "黑名单证件" "blacklisted certificates",
    BlacklistedNames "blacklisted_names" "黑名单名称" "blacklisted names",
    BusinessRegister "business_register" "企业登记信息" "business register",
    Status "status" "登记状态" "status in the register",
    Scope "scope" "经营范围" "business scope",
    Today "today" "提交日期" "day of submission",
    TypeVerification "type_verification" "备案类型验证" "verification of the filing type",
    ResponsiblePersonContactWorks "responsible_person_contact_works" "主体负责人联系方式是否有效" "whether the responsible person can be reached",
}

impl Key {
    /// Whether the value at this key may have several findings at once: a list as a whole, or an id that
    /// stands for an account.
    pub(crate) const fn holds_several(self) -> bool {
        matches!(
            self,
            Self::ServiceNumbers
                | Self::Services
                | Self::Agreements
                | Self::Contents
                | Self::Languages
                | Self::Resources
                | Self::Kinds
                | Self::Materials
                | Self::UsesSdks
                | Self::Platforms
                | Self::Domains
                | Self::HomePages
                | Self::AllDomains
                | Self::Packages
                | Self::TargetAccount
        )
    }
}

impl From<Key> for Term {
    fn from(key: Key) -> Self {
        key.term()
    }
}
