//! Services 服务: websites and APPs, their platforms and packages.

use serde::de::Error;

use crate::model::domain::Domain;
use crate::model::material::Material;
pub use crate::model::pre_approval::PreApprovalKind;
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
pub use crate::model::service_content::{ServiceLanguage, WebsiteContent};
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

wire_object! {
    /// What a service declares on pre-approval 前置审批. Absent on a service, it is undeclared.
    ///
    /// ```
    /// use beian::service::PreApproval;
    ///
    /// // "None of these" is declared; that nothing was declared is another thing.
    /// assert_ne!(Some(PreApproval::none()), None);
    /// assert_eq!(PreApproval::none().kinds, Some(vec![]));
    /// ```
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

/// Declares the services of both kinds: a field that both have is declared once, and `Service` reads it from
/// either.
macro_rules! service_kinds {
    (
        $(#[doc = $doc:literal])* pub enum $service:ident;
        both { $($(#[doc = $adoc:literal])* $a:ident, $with_a:ident: $ashape:ident $atype:ty => $aread:ty, $aview:ident;)* }
        then both { $($(#[doc = $bdoc:literal])* $b:ident, $with_b:ident: $bshape:ident $btype:ty => $bread:ty, $bview:ident;)* }
        $(#[doc = $wdoc:literal])* website {
            $(#[doc = $wcdoc:literal])* contents: $wctype:ty;
            $($(#[doc = $wfdoc:literal])* $w:ident, $with_w:ident: $wshape:ident $wtype:ty;)*
        }
        $(#[doc = $pdoc:literal])* app {
            $(#[doc = $pcdoc:literal])* contents: $pctype:ty;
            $($(#[doc = $pfdoc:literal])* $p:ident, $with_p:ident: $pshape:ident $ptype:ty;)*
        }
    ) => {
        wire_tagged! {
            $(#[doc = $doc])*
            pub enum $service: ServiceKind {
                keys {
                    $($a: $ashape $atype;)*
                    contents: for_kind Contents;
                    $($b: $bshape $btype;)*
                    $($w: $wshape $wtype;)*
                    $($p: $pshape $ptype;)*
                }
                $(#[doc = $wdoc])*
                Website(Website { $($a,)* contents, $($b,)* $($w,)* }),
                $(#[doc = $pdoc])*
                App(App { $($a,)* contents, $($b,)* $($p,)* }),
            }
        }

        wire_object! {
            $(#[doc = $wdoc])*
            pub struct Website {
                $($(#[doc = $adoc])* $a, $with_a: $ashape $atype;)*
                $(#[doc = $wcdoc])* contents, with_contents: list $wctype;
                $($(#[doc = $bdoc])* $b, $with_b: $bshape $btype;)*
                $($(#[doc = $wfdoc])* $w, $with_w: $wshape $wtype;)*
            }
        }

        wire_object! {
            $(#[doc = $pdoc])*
            pub struct App {
                $($(#[doc = $adoc])* $a, $with_a: $ashape $atype;)*
                $(#[doc = $pcdoc])* contents, with_contents: list $pctype;
                $($(#[doc = $bdoc])* $b, $with_b: $bshape $btype;)*
                $($(#[doc = $pfdoc])* $p, $with_p: $pshape $ptype;)*
            }
        }

        impl $service {
            $($(#[doc = $adoc])* pub fn $a(&self) -> $aread {
                match self {
                    Self::Website(Website { $a, .. }) | Self::App(App { $a, .. }) => service_kinds!(@$aview $a),
                }
            })*
            $($(#[doc = $bdoc])* pub fn $b(&self) -> $bread {
                match self {
                    Self::Website(Website { $b, .. }) | Self::App(App { $b, .. }) => service_kinds!(@$bview $b),
                }
            })*
        }
    };
    (@text $field:ident) => { $field.as_deref() };
    (@one $field:ident) => { $field.as_ref() };
    (@flag $field:ident) => { *$field };
    (@list $field:ident) => { $field.as_slice() };
}

service_kinds! {
    /// A service 服务 of an order: a website or an APP.
    pub enum Service;
    both {
        /// The service's filing number 服务备案号, of a filed one.
        filing_number, with_filing_number: opt String => Option<&str>, text;
        /// Name 服务名称; an APP's as under the installed icon.
        name, with_name: opt String => Option<&str>, text;
    }
    then both {
        /// Languages 服务语言.
        languages, with_languages: list ServiceLanguage => &[ServiceLanguage], list;
        /// Cloud resources 云资源.
        resources, with_resources: list Resource => &[Resource], list;
        /// Pre-approval 前置审批; absent is undeclared.
        pre_approval, with_pre_approval: opt PreApproval => Option<&PreApproval>, one;
        /// Remark 备注.
        remark, with_remark: opt String => Option<&str>, text;
        /// The service's responsible person 服务负责人; none for an individual.
        responsible_person, with_responsible_person: opt ResponsiblePerson => Option<&ResponsiblePerson>, one;
        /// Materials 材料.
        materials, with_materials: list Material => &[Material], list;
        /// Whether a filed service is open 打开状态.
        open, with_open: opt bool => Option<bool>, flag;
        /// Whether the filing number is shown: in a website's footer, in an APP's settings or under "about".
        number_displayed, with_number_displayed: opt bool => Option<bool>, flag;
        /// The number that is shown, as shown, or the whole text of the footer with what stands beside it:
        /// 粤ICP备2021000001号-1.
        displayed_number, with_displayed_number: opt String => Option<&str>, text;
        /// Whether the number that is shown links to beian.miit.gov.cn.
        number_linked, with_number_linked: opt bool => Option<bool>, flag;
        /// Whether it sells information or pages for a fee 经营性; absent, it does not, as a filing says.
        commercial, with_commercial: opt bool => Option<bool>, flag;
        /// Number of the licence for value-added telecommunications 增值电信业务经营许可证, where there is one.
        license_number, with_license_number: opt String => Option<&str>, text;
    }
    /// A website 网站.
    ///
    /// ```
    /// use beian::service::{PreApproval, Website, WebsiteContent};
    /// use beian::Domain;
    ///
    /// let site = Website::new()
    ///     .with_name("云澜产品展示")
    ///     .with_contents([WebsiteContent::OrganizationPortal])
    ///     .with_domains([Domain::named("example.com")])
    ///     .with_pre_approval(PreApproval::none());
    /// assert_eq!(site.domains.len(), 1);
    /// ```
    website {
        /// Contents 服务内容.
        contents: WebsiteContent;
        /// Domains 网站域名.
        domains, with_domains: list Domain;
        /// Addresses of the home page 首页网址, where the form asks for them: `www.example.com`.
        home_pages, with_home_pages: optlist String;
        /// The name of the site as its home page shows it, of one that is open.
        home_page_name, with_home_page_name: opt String;
        /// The title of the home page, of one that is open.
        home_page_title, with_home_page_title: opt String;
    }
    /// An APP.
    ///
    /// ```
    /// use beian::service::{App, Package, Platform, PlatformKind};
    /// use beian::Domain;
    ///
    /// let android = Platform::new(PlatformKind::Android)
    ///     .with_domains([Domain::named("api.example.com")])
    ///     .with_packages([Package::new().with_name("com.example.notes")]);
    /// // "None" is stated by an empty list.
    /// let app = App::new().with_name("云笔记").with_uses_sdks(Vec::<String>::new()).with_platforms([android]);
    /// assert_eq!(app.platforms.len(), 1);
    /// ```
    app {
        /// Contents 服务内容: codes of the provider's catalogue.
        contents: String;
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
    ///
    /// ```
    /// use beian::service::{Package, Platform, PlatformKind};
    /// use beian::Domain;
    ///
    /// let platform = Platform::new(PlatformKind::Ios)
    ///     .with_domains([Domain::named("api.example.com")])
    ///     .with_packages([Package::new().with_name("com.example.notes")]);
    /// assert_eq!(platform.platform, PlatformKind::Ios);
    /// ```
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
    ///
    /// ```
    /// use beian::service::{Package, PlatformKind};
    /// use beian::value::{Fingerprint, FingerprintError};
    ///
    /// let package = Package::new()
    ///     .with_name("com.example.notes")
    ///     .with_fingerprint("5C:7E:1F:0A:93:B8:4D:26:E1:A7:C0:5D:8F:3B:69:24");
    /// let fingerprint = package.fingerprint.as_deref().unwrap_or_default();
    /// assert!(Fingerprint::parse(PlatformKind::Android, fingerprint).is_ok());
    /// // MD5 is not what iOS asks for.
    /// assert_eq!(Fingerprint::parse(PlatformKind::Ios, fingerprint), Err(FingerprintError::NotSha1));
    /// ```
    pub struct Package {
        /// Package name 包名.
        name, with_name: opt String;
        /// Public key 公钥.
        public_key, with_public_key: opt String;
        /// Fingerprint of the signing certificate 签名 MD5 值.
        fingerprint, with_fingerprint: opt String;
    }
}

impl Service {
    /// Whether any content is given.
    pub fn has_contents(&self) -> bool {
        match self {
            Self::Website(website) => !website.contents.is_empty(),
            Self::App(app) => app.contents.iter().any(|content| !content.trim().is_empty()),
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

/// The contents of a service while it is read: names of a closed list for a website, codes for an APP. Until
/// the kind is known they are kept as written.
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
    fn set_kind(&mut self, kind: Option<&'static str>) {
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
                    Error::unknown_variant(shown(name), WebsiteContent::ACCEPTED);
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
            // Unreachable for an APP: once `kind` was read as website, the value stays one.
            Contents::OfWebsite(names) => names.iter().map(|name| name.as_str().to_owned()).collect(),
        }
    }
}
