//! The table of fields: what each order kind asks of each principal, step by step. The completeness rules are
//! driven by it.
//!
//! A row has one letter for each of the six orders that have a form, in the order of the guide's chapters:
//! first filing, access filing, adding a service (filed here, filed elsewhere), change of filing, change of
//! service. Where organisations and individuals differ, two such words stand side by side.

use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::domain::Domain;
use crate::model::material::{Material, MaterialKind};
use crate::model::order::{Agreement, Order, OrderKind};
use crate::model::principal::{Filer, Principal};
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{
    App, DeclaredPreApproval, Package, Platform, PlatformKind, PreApprovalKind, Service, ServiceKind, Website,
};
use crate::path::{FieldPath, Key};
use crate::text::{filled, Text};

wire_names! {
    /// A step of the form, as the guide has them.
    pub enum Step {
        /// Checking the kind of filing 验证备案类型.
        OrderKind = "order_kind" { zh: "验证备案类型", en: "Kind of filing" },
        /// The principal 主体信息.
        Principal = "principal" { zh: "主体信息", en: "Principal" },
        /// The principal's responsible person 主体负责人.
        PrincipalResponsiblePerson = "principal_responsible_person" { zh: "主体负责人信息", en: "Principal's responsible person" },
        /// The service 服务信息.
        Service = "service" { zh: "服务信息", en: "Service" },
        /// Platforms, domains and packages of an APP 特征信息.
        AppFeatures = "app_features" { zh: "APP 特征信息", en: "APP features" },
        /// The service's responsible person 服务负责人.
        ServiceResponsiblePerson = "service_responsible_person" { zh: "服务负责人信息", en: "Service's responsible person" },
        /// Materials 补充材料.
        Materials = "materials" { zh: "补充材料", en: "Materials" },
        /// Checking and submitting 核对提交.
        Submission = "submission" { zh: "核对提交", en: "Checking and submitting" },
        /// Confirming an order on something filed 信息确认: a deregistration, a cancelling of access, a move.
        Confirmation = "confirmation" { zh: "信息确认", en: "Confirmation" },
    }
}

wire_names! {
    /// Whether a field is asked for.
    pub enum Requirement {
        /// Asked for.
        Required = "required" { zh: "必填", en: "required" },
        /// May be given.
        Optional = "optional" { zh: "选填", en: "optional" },
        /// Asked for under a condition.
        Conditional = "conditional" { zh: "视情况必填", en: "required under a condition" },
        /// Asked for where the province asks for it.
        ByProvince = "by_province" { zh: "视省份要求", en: "where the province asks for it" },
        /// Shown and sent, but not to be edited.
        Locked = "locked" { zh: "不可修改", en: "shown, cannot be edited" },
        /// Not part of this order.
        NotShown = "not_shown" { zh: "不涉及", en: "not shown" },
        /// Left out by this kind of principal.
        NotApplicable = "not_applicable" { zh: "不适用", en: "not applicable" },
    }
}

wire_names! {
    /// When a conditional field is asked for.
    pub enum Condition {
        /// The certificate is a resident identity card.
        ResidentIdCard = "resident_id_card" { zh: "证件为居民身份证时", en: "where the certificate is a resident identity card" },
        /// The certificate has two sides to photograph: every one but a passport.
        TwoSidedCertificate = "two_sided_certificate" { zh: "证件为护照以外的证件时", en: "where the certificate is not a passport" },
        /// The order files an APP.
        FilesApp = "files_app" { zh: "订单含 APP 时", en: "where the order files an APP" },
        /// The platform signs packages with a key: Android, iOS, HarmonyOS.
        SignedPlatform = "signed_platform" { zh: "平台为安卓、iOS 或鸿蒙时", en: "on Android, iOS and HarmonyOS" },
        /// A kind of pre-approval is declared, other than "none of these".
        PreApprovalDeclared = "pre_approval_declared" { zh: "选择了前置审批类型时", en: "where a kind of pre-approval is declared" },
        /// The cloud resource is a filing authorisation code.
        LicenseCodeChosen = "license_code_chosen" { zh: "云资源为备案授权码时", en: "where the cloud resource is a filing authorisation code" },
        /// Not a field of the form, but to be so before a change is handed in.
        BeforeChange = "before_change" { zh: "提交变更前须满足", en: "to be so before the change is handed in" },
        /// This order needs further material: the province asks for it, or the reviewer.
        MaterialAskedFor = "material_asked_for" { zh: "管局或审核人员另有要求时", en: "where the province or the reviewer asks for it" },
    }
}

/// The letters of the six orders that have a form.
type Columns = [u8; 6];

/// The letters of the five orders that confirm: deregistering a principal, a hollow one, services, cancelling
/// access, moving to another account.
type Confirmed = [u8; 5];

/// The requirement in each order, of organisations and of individuals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Requirements {
    organization: Columns,
    individual: Columns,
    confirmed: Confirmed,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // byte strings are references
const fn both(letters: &Columns) -> Requirements {
    apart(letters, letters)
}

#[allow(clippy::trivially_copy_pass_by_ref)] // byte strings are references
const fn apart(organization: &Columns, individual: &Columns) -> Requirements {
    Requirements { organization: *organization, individual: *individual, confirmed: *b"-----" }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // byte strings are references
const fn confirmed(letters: &Confirmed) -> Requirements {
    Requirements { organization: *b"------", individual: *b"------", confirmed: *letters }
}

impl Requirements {
    /// The requirement in an order of `kind`.
    pub(crate) fn of(self, kind: OrderKind, filer: Filer) -> Requirement {
        let columns = match filer {
            Filer::Organization => self.organization,
            Filer::Individual => self.individual,
        };
        let [principal, hollow_principal, services, access, account] = self.confirmed;
        let letter = match kind {
            OrderKind::DeregisterPrincipal => principal,
            OrderKind::DeregisterHollowPrincipal => hollow_principal,
            OrderKind::DeregisterServices => services,
            OrderKind::CancelAccess => access,
            OrderKind::MigrateAccount => account,
            _ => column(columns, kind),
        };
        match letter {
            b'R' => Requirement::Required,
            b'O' => Requirement::Optional,
            b'C' => Requirement::Conditional,
            b'P' => Requirement::ByProvince,
            b'L' => Requirement::Locked,
            b'n' => Requirement::NotApplicable,
            _ => Requirement::NotShown,
        }
    }

    /// Whether an order of `kind` shows it, to any filer where it is not known which.
    pub(crate) fn is_shown(self, kind: OrderKind, filer: Option<Filer>) -> bool {
        let shows = |filer| self.of(kind, filer) != Requirement::NotShown;
        filer.map_or_else(|| shows(Filer::Organization) || shows(Filer::Individual), shows)
    }

    /// Whether it is asked of this filer at all, or of neither.
    pub(crate) fn is_of(self, filer: Option<Filer>) -> bool {
        let asks = |filer| OrderKind::ALL.iter().any(|kind| self.is_shown(*kind, Some(filer)));
        match filer {
            Some(filer) => asks(filer) || !asks(filer.other()),
            None => true,
        }
    }
}

/// The letter of an order that has a form.
const fn column(columns: Columns, kind: OrderKind) -> u8 {
    let [first, access, add, add_from_elsewhere, change_filing, change_service] = columns;
    match kind {
        OrderKind::FirstFiling => first,
        OrderKind::AccessFiling => access,
        OrderKind::AddService => add,
        OrderKind::AddServiceFromElsewhere => add_from_elsewhere,
        OrderKind::ChangeFiling => change_filing,
        OrderKind::ChangeService => change_service,
        _ => b'-',
    }
}

/// What becomes of a field that the first step, checking the kind of filing, asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Its own step shows it again, to be edited.
    Again,
    /// Its own step shows it, locked.
    Locked,
    /// Its own step does not show it.
    Gone,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// An object whose parts have rows of their own.
    Group,
    /// A list whose things have rows of their own.
    List,
    /// The list of services.
    Services,
    Resources,
    Text,
    Name,
    /// Several names; none says so by an empty list.
    Names,
    Address,
    MailingAddress,
    Region,
    CertificateNumber,
    Mobile,
    Phone,
    Email,
    DomainName,
    AppDomainName,
    PackageName,
    PublicKey,
    Fingerprint,
    FilingNumber,
    FilingNumbers,
    Day,
    DayOrLongTerm,
    Flag,
    OrderKind,
    PrincipalKind,
    PrincipalCertificate,
    PersonalCertificate,
    AnyCertificate,
    ServiceKind,
    WebsiteContents,
    AppContents,
    Languages,
    PreApprovals,
    Platform,
    /// A box to tick.
    Tick,
    /// A code that was sent.
    Code,
    /// A verification by video.
    Video,
    /// A photo of an original.
    Photo,
    Screenshot,
    Icon,
    Upload,
}

/// Whether a value is given, or how many keys of its path lead to the place that is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Given,
    MissingAt(usize),
}

/// A row of the table: a value of `M`.
pub(crate) struct Field<M: 'static> {
    pub(crate) path: &'static [Key],
    pub(crate) step: Step,
    pub(crate) label: Text,
    /// Which of a list's things it is; else the last key tells.
    pub(crate) code: Option<&'static str>,
    pub(crate) requirements: Requirements,
    pub(crate) when: Option<Condition>,
    /// Whether the first step asks for it already, by the letters of the six orders: `a` and again in its own
    /// step, `l` and locked there, `o` and there no more.
    first: Columns,
    pub(crate) asks: Asks,
    pub(crate) given: fn(&M) -> Presence,
}

/// Declares rows: `[Path] (code)? "标签" "label" requirements, (@in Step,)? (@when Condition,)? (@first letters,)?
/// Asks, |value| presence;`.
macro_rules! fields {
    ($($(#[$meta:meta])* $vis:vis $table:ident: $model:ty, $step:ident {
        $([$($key:ident),+] $(($code:expr))? $zh:literal $en:literal $requirements:expr, $(@in $own:ident,)? $(@when $condition:ident,)? $(@first $first:literal,)? $asks:ident, $given:expr;)*
    })+) => {$(
        $(#[$meta])*
        $vis static $table: &[Field<$model>] = &[$(Field {
            path: &[$(Key::$key),+],
            step: fields!(@in $step $($own)?),
            label: Text { zh: $zh, en: $en },
            code: fields!(@code $($code)?),
            requirements: $requirements,
            when: fields!(@when $($condition)?),
            first: fields!(@first $($first)?),
            asks: Asks::$asks,
            given: $given,
        }),*];
    )+};
    (@in $step:ident) => { Step::$step };
    (@in $step:ident $own:ident) => { Step::$own };
    (@code) => { None };
    (@code $code:expr) => { Some($code.as_str()) };
    (@when) => { None };
    (@when $condition:ident) => { Some(Condition::$condition) };
    (@first) => { *b"------" };
    (@first $first:literal) => { *$first };
}

/// Presence of a typed text, one key deep.
fn text(text: &Option<String>) -> Presence {
    here(filled(text.as_ref()).is_some())
}

/// Presence one key deep.
const fn here(is_given: bool) -> Presence {
    if is_given {
        Presence::Given
    } else {
        Presence::MissingAt(1)
    }
}

/// Presence inside an object that may be absent itself.
fn inside<T>(object: Option<&T>, presence: impl Fn(&T) -> Presence) -> Presence {
    match object.map(presence) {
        None => Presence::MissingAt(1),
        Some(Presence::Given) => Presence::Given,
        Some(Presence::MissingAt(depth)) => Presence::MissingAt(depth + 1),
    }
}

fn has(materials: &[Material], kind: MaterialKind) -> Presence {
    here(materials.iter().any(|material| material.kind == kind))
}

fields! {
    /// Asked for beside principal and services.
    pub(crate) ORDER: Order, Principal {
        [FilingNumber] "主体备案号" "principal's filing number" both(b"----R-"), FilingNumber, |order| here(order.filing_number().is_some_and(|n| !n.trim().is_empty()));
        [Principal] "主体信息" "principal" both(b"RRRRR-"), Group, |order| here(order.principal().is_some());
    }

    /// What is ticked.
    pub(crate) AGREEMENTS: Order, Submission {
        [Agreements] (Agreement::PrivacyStatement) "隐私声明" "privacy statement" both(b"RRRRRR"), Tick, |order| here(order.agreements().contains(&Agreement::PrivacyStatement));
        [Agreements] (Agreement::Terms) "相关条款" "terms" both(b"RRRRRR"), Tick, |order| here(order.agreements().contains(&Agreement::Terms));
        [Agreements] (Agreement::CommitmentLetter) "互联网信息服务备案承诺书" "filing commitment letter" both(b"RPRPRR"), Tick, |order| here(order.agreements().contains(&Agreement::CommitmentLetter));
    }

    /// The principal.
    pub(crate) PRINCIPAL: Principal, Principal {
        [Kind] "备案性质" "kind of principal" both(b"RRLRR-"), @first b"aa-a--", PrincipalKind, |p| here(p.kind.is_some());
        [Name] "主办者名称" "principal's name" both(b"RRRRR-"), @first b"aa-a--", Name, |p| text(&p.name);
        [Certificate, Kind] "主体证件类型" "kind of the principal's certificate" both(b"RRLRR-"), @first b"aa-a--", PrincipalCertificate, |p| inside(p.certificate.as_ref(), |c| here(c.kind.is_some()));
        [Certificate, Number] "主体证件号码" "number of the principal's certificate" both(b"RRLRR-"), @first b"ll-l--", CertificateNumber, |p| inside(p.certificate.as_ref(), |c| text(&c.number));
        [Certificate, Address] "主体证件住址" "address on the principal's certificate" both(b"RRRRR-"), Address, |p| inside(p.certificate.as_ref(), |c| text(&c.address));
        [LegalRepresentative, Name] "法定代表人姓名" "name of the legal representative" apart(b"RRRRR-", b"nn-n--"), @first b"aa-a--", Name, |p| inside(p.legal_representative.as_ref(), |l| text(&l.name));
        [LegalRepresentative, Certificate, Number] "法定代表人证件号码" "certificate number of the legal representative" apart(b"RRRRR-", b"nn-n--"), @first b"aa-a--", CertificateNumber, |p| inside(p.legal_representative.as_ref(), |l| inside(l.certificate.as_ref(), |c| text(&c.number)));
        [Region] "备案地区" "region (province, city, district)" both(b"RRRRR-"), @first b"aa-a--", Region, |p| text(&p.region);
        [MailingAddress] "通信地址" "mailing address" both(b"RRRRR-"), MailingAddress, |p| text(&p.mailing_address);
    }

    /// What an individual gives at the principal for its responsible person, and the responsible person as a whole.
    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON_AT_PRINCIPAL: Principal, PrincipalResponsiblePerson {
        [Certificate, ValidFrom] "证件有效期起始日" "first day of the certificate's validity" apart(b"------", b"CCCCC-"), @when ResidentIdCard, Day, |p| inside(p.certificate.as_ref(), |c| here(c.valid_from.is_some()));
        [Certificate, ValidUntil] "证件有效期截止日" "last day of the certificate's validity" apart(b"------", b"CCCCC-"), @when ResidentIdCard, DayOrLongTerm, |p| inside(p.certificate.as_ref(), |c| here(c.valid_until.is_some()));
        [ResponsiblePerson] "主体负责人信息" "principal's responsible person" both(b"RRRRR-"), Group, |p| here(p.responsible_person.is_some());
    }

    /// The principal's responsible person.
    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON: ResponsiblePerson, PrincipalResponsiblePerson {
        [Name] "主体负责人姓名" "name of the principal's responsible person" apart(b"RRRRR-", b"nn-n--"), Name, |p| text(&p.name);
        [Certificate, Kind] "主体负责人证件类型" "kind of the responsible person's certificate" apart(b"RRRRR-", b"nn-n--"), PersonalCertificate, |p| inside(p.certificate.as_ref(), |c| here(c.kind.is_some()));
        [Certificate, Number] "主体负责人证件号码" "number of the responsible person's certificate" apart(b"RRRRR-", b"nn-n--"), CertificateNumber, |p| inside(p.certificate.as_ref(), |c| text(&c.number));
        [Certificate, ValidFrom] "证件有效期起始日" "first day of the certificate's validity" apart(b"CCCCC-", b"------"), @when ResidentIdCard, Day, |p| inside(p.certificate.as_ref(), |c| here(c.valid_from.is_some()));
        [Certificate, ValidUntil] "证件有效期截止日" "last day of the certificate's validity" apart(b"CCCCC-", b"------"), @when ResidentIdCard, DayOrLongTerm, |p| inside(p.certificate.as_ref(), |c| here(c.valid_until.is_some()));
        [Mobile] "主体负责人手机号" "mobile of the principal's responsible person" both(b"RRRRR-"), Mobile, |p| text(&p.mobile);
        [Email] "主体负责人电子邮箱" "e-mail of the principal's responsible person" both(b"RRRRR-"), Email, |p| text(&p.email);
    }

    /// The emergency contact of the principal's responsible person.
    pub(crate) PRINCIPAL_EMERGENCY_CONTACT: ResponsiblePerson, PrincipalResponsiblePerson {
        [EmergencyContact] "主体负责人应急联系方式" "emergency contact of the principal's responsible person" apart(b"-RRRR-", b"CRRRR-"), @when FilesApp, Phone, |p| text(&p.emergency_contact);
        [EmergencyContact] "主体负责人应急联系方式" "emergency contact of the principal's responsible person" both(b"P-----"), Phone, |p| text(&p.emergency_contact);
    }

    /// The video verification of an individual.
    pub(crate) PRINCIPAL_VIDEO: ResponsiblePerson, PrincipalResponsiblePerson {
        [VideoVerification] "视频核身" "video verification" apart(b"------", b"RCCCR-"), @when FilesApp, Video, |p| here(p.video_verification.is_some());
    }

    /// A website.
    pub(crate) WEBSITE: Website, Service {
        [Name] "网站名称" "name of the website" both(b"RRRRRR"), Name, |w| text(&w.name);
        [Contents] "网站服务内容" "content of the website" both(b"RRRRRR"), WebsiteContents, |w| here(!w.contents.is_empty());
        [Languages] "网站语言" "language of the website" both(b"RRRRRR"), Languages, |w| here(!w.languages.is_empty());
        [Domains] "网站域名" "domain of the website" both(b"RRRRRR"), @first b"aaaa--", List, |w| here(!w.domains.is_empty());
    }

    /// An APP.
    pub(crate) APP: App, Service {
        [Name] "APP 名称" "name of the APP" both(b"RRRRRR"), @first b"aaaa--", Name, |a| text(&a.name);
        [Contents] "APP 服务内容" "content of the APP" both(b"RRRRRR"), AppContents, |a| here(!a.contents.is_empty());
        [Languages] "APP 语言" "language of the APP" both(b"RRRRRR"), Languages, |a| here(!a.languages.is_empty());
        [ProvidesSdk] "是否对外提供 SDK" "whether the APP provides an SDK" both(b"RRRRRR"), Flag, |a| here(a.provides_sdk.is_some());
        [UsesSdks] "使用的外部 SDK" "SDKs that the APP uses" both(b"RRRRRR"), Names, |a| here(a.uses_sdks.is_some());
        [Platforms] "应用运行平台" "platform of the APP" both(b"RRRROO"), @in AppFeatures, List, |a| here(!a.platforms.is_empty());
    }

    /// The resources of a service.
    pub(crate) RESOURCES: Service, Service {
        [Resources] "云资源" "cloud resource" both(b"RRRRRR"), @first b"aaaa--", Resources, |s| here(!s.resources().is_empty());
    }

    /// The declaration on pre-approval.
    pub(crate) PRE_APPROVAL: Service, Service {
        [PreApproval, Kinds] "前置审批类型" "pre-approval kind" apart(b"RRRRRR", b"nnnnnn"), PreApprovals, |s| inside(s.pre_approval(), |p| here(p.kinds.is_some()));
    }

    /// A domain of a website.
    pub(crate) WEBSITE_DOMAIN: Domain, Service {
        [Name] "网站域名" "domain of the website" both(b"RRRRRR"), @first b"aaaa--", DomainName, |d| text(&d.name);
    }

    /// What the real-name screenshot of a website's domain shows.
    pub(crate) DOMAIN_CERTIFICATE: Domain, Materials {
        [Registration, Registrant] "域名所有者" "registrant" both(b"RRRR--"), Name, |d| inside(d.registration.as_ref(), |r| text(&r.registrant));
        [Registration, Certificate, Kind] "域名所有者证件类型" "kind of the registrant's certificate" both(b"RRRR--"), AnyCertificate, |d| inside(d.registration.as_ref(), |r| inside(r.certificate.as_ref(), |c| here(c.kind.is_some())));
        [Registration, Certificate, Number] "域名所有者证件号码" "number of the registrant's certificate" both(b"RRRR--"), CertificateNumber, |d| inside(d.registration.as_ref(), |r| inside(r.certificate.as_ref(), |c| text(&c.number)));
        [Registration, ExpiresOn] "域名到期日" "expiry of the domain" both(b"RRRR--"), Day, |d| inside(d.registration.as_ref(), |r| here(r.expires_on.is_some()));
    }

    /// The domains of an APP on a platform.
    pub(crate) APP_DOMAINS: Platform, AppFeatures {
        [Domains] "APP 域名" "domain of the APP" both(b"RRRROO"), List, |p| here(!p.domains.is_empty());
    }

    /// A domain of an APP.
    pub(crate) APP_DOMAIN: Domain, AppFeatures {
        [Name] "APP 域名" "domain of the APP" both(b"RRRROO"), AppDomainName, |d| text(&d.name);
    }

    /// The packages of an APP on a platform.
    pub(crate) PACKAGES: Platform, AppFeatures {
        [Packages] "包信息" "package" both(b"RRRRRR"), List, |p| here(!p.packages.is_empty());
    }

    /// A package.
    pub(crate) PACKAGE: Package, AppFeatures {
        [Name] "APP 包名" "package name" both(b"RRRRRR"), PackageName, |p| text(&p.name);
        [PublicKey] "公钥" "public key" both(b"CCCCCC"), @when SignedPlatform, PublicKey, |p| text(&p.public_key);
        [Fingerprint] "证书指纹（签名 MD5 值）" "certificate fingerprint" both(b"CCCCCC"), @when SignedPlatform, Fingerprint, |p| text(&p.fingerprint);
    }

    /// A service's responsible person as a whole. An individual's is the principal.
    pub(crate) SERVICE_RESPONSIBLE_PERSON_AT_SERVICE: Service, ServiceResponsiblePerson {
        [ResponsiblePerson] "服务负责人信息" "service's responsible person" apart(b"RRRRRR", b"------"), Group, |s| here(s.responsible_person().is_some());
    }

    /// A service's responsible person.
    pub(crate) SERVICE_RESPONSIBLE_PERSON: ResponsiblePerson, ServiceResponsiblePerson {
        [Name] "服务负责人姓名" "name of the service's responsible person" apart(b"RRRRRR", b"------"), Name, |p| text(&p.name);
        [Certificate, Kind] "服务负责人证件类型" "kind of the responsible person's certificate" apart(b"RRRRRR", b"------"), PersonalCertificate, |p| inside(p.certificate.as_ref(), |c| here(c.kind.is_some()));
        [Certificate, Number] "服务负责人证件号码" "number of the responsible person's certificate" apart(b"RRRRRR", b"------"), CertificateNumber, |p| inside(p.certificate.as_ref(), |c| text(&c.number));
        [Certificate, ValidFrom] "证件有效期起始日" "first day of the certificate's validity" apart(b"CCCCCC", b"------"), @when ResidentIdCard, Day, |p| inside(p.certificate.as_ref(), |c| here(c.valid_from.is_some()));
        [Certificate, ValidUntil] "证件有效期截止日" "last day of the certificate's validity" apart(b"CCCCCC", b"------"), @when ResidentIdCard, DayOrLongTerm, |p| inside(p.certificate.as_ref(), |c| here(c.valid_until.is_some()));
        [Mobile] "服务负责人手机号" "mobile of the service's responsible person" apart(b"RRRRRR", b"------"), Mobile, |p| text(&p.mobile);
        [Email] "服务负责人电子邮箱" "e-mail of the service's responsible person" apart(b"RRRRRR", b"------"), Email, |p| text(&p.email);
    }

    /// The emergency contact of a website's responsible person.
    pub(crate) WEBSITE_EMERGENCY_CONTACT: ResponsiblePerson, ServiceResponsiblePerson {
        [EmergencyContact] "服务负责人应急联系方式" "emergency contact of the service's responsible person" apart(b"PRRRRR", b"------"), Phone, |p| text(&p.emergency_contact);
    }

    /// The emergency contact of an APP's responsible person.
    pub(crate) APP_EMERGENCY_CONTACT: ResponsiblePerson, ServiceResponsiblePerson {
        [EmergencyContact] "服务负责人应急联系方式" "emergency contact of the service's responsible person" apart(b"RRRRRR", b"------"), Phone, |p| text(&p.emergency_contact);
    }

    /// The video verification of a service's responsible person.
    pub(crate) SERVICE_VIDEO: ResponsiblePerson, ServiceResponsiblePerson {
        [VideoVerification] "视频核身" "video verification" apart(b"RRRRRR", b"------"), Video, |p| here(p.video_verification.is_some());
    }

    /// Materials of the principal.
    pub(crate) PRINCIPAL_MATERIALS: Principal, Principal {
        [Materials] (MaterialKind::Certificate) "主体证件照片" "photo of the principal's certificate" both(b"RRRRR-"), @first b"oo-o--", Photo, |p| has(&p.materials, MaterialKind::Certificate);
    }

    /// Photos of the principal's responsible person.
    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON_MATERIALS: ResponsiblePerson, PrincipalResponsiblePerson {
        [Materials] (MaterialKind::PortraitSide) "证件人像面照片" "photo of the certificate's portrait side" both(b"RRRRR-"), Photo, |p| has(&p.materials, MaterialKind::PortraitSide);
        [Materials] (MaterialKind::EmblemSide) "证件国徽面照片" "photo of the certificate's emblem side" both(b"CCCCC-"), @when TwoSidedCertificate, Photo, |p| has(&p.materials, MaterialKind::EmblemSide);
    }

    /// Photos of a service's responsible person.
    pub(crate) SERVICE_RESPONSIBLE_PERSON_MATERIALS: ResponsiblePerson, ServiceResponsiblePerson {
        [Materials] (MaterialKind::PortraitSide) "证件人像面照片" "photo of the certificate's portrait side" apart(b"RRRRRR", b"------"), Photo, |p| has(&p.materials, MaterialKind::PortraitSide);
        [Materials] (MaterialKind::EmblemSide) "证件国徽面照片" "photo of the certificate's emblem side" apart(b"CCCCCC", b"------"), @when TwoSidedCertificate, Photo, |p| has(&p.materials, MaterialKind::EmblemSide);
    }

    /// Materials of a website.
    pub(crate) WEBSITE_MATERIALS: Website, Materials {
        [Materials] (MaterialKind::DomainCertificate) "域名实名认证截图" "screenshot of the domain's real-name verification" both(b"RRRR--"), Screenshot, |w| has(&w.materials, MaterialKind::DomainCertificate);
    }

    /// Materials of an APP.
    pub(crate) APP_MATERIALS: App, Materials {
        [Materials] (MaterialKind::AppIcon) "APP 图标" "APP icon" both(b"RRRRRR"), Icon, |a| has(&a.materials, MaterialKind::AppIcon);
    }

    // What follows is asked for as well, but no completeness rule reads it: other rules say what its absence
    // means, or nothing does.

    /// What kind of order it is.
    pub(crate) ORDER_KIND: Order, OrderKind {
        [Kind] "备案类型" "kind of filing" both(b"RRRR--"), OrderKind, |_| Presence::Given;
    }

    /// The services.
    pub(crate) SERVICES: Order, Service {
        [Services] "服务" "services" both(b"RRRROR"), @first b"aaaa--", Services, |order| here(!order.services().is_empty());
    }

    /// Materials of the order as a whole.
    pub(crate) ORDER_MATERIALS: Order, Materials {
        [Materials] "其他备案材料" "other materials" both(b"CCCCCC"), @when MaterialAskedFor, Upload, |order| here(!order.materials().is_empty());
    }

    /// What an order on something filed confirms.
    pub(crate) CONFIRMATION: Order, Confirmation {
        [FilingNumber] "主体备案号" "principal's filing number" confirmed(b"RO--R"), FilingNumber, |order| here(order.filing_number().is_some_and(|n| !n.trim().is_empty()));
        [ServiceNumbers] "服务备案号" "service's filing number" confirmed(b"--RR-"), FilingNumbers, |order| match order {
            Order::DeregisterServices(order) | Order::CancelAccess(order) => here(!order.service_numbers.is_empty()),
            _ => Presence::MissingAt(1),
        };
        [Declaration] "注销声明" "declaration" confirmed(b"R----"), Text, |order| match order {
            Order::DeregisterPrincipal(order) => text(&order.declaration),
            _ => Presence::MissingAt(1),
        };
        [ResponsiblePersonName] "主体负责人姓名" "name of the principal's responsible person" confirmed(b"----R"), Name, |order| match order {
            Order::MigrateAccount(order) => text(&order.responsible_person_name),
            _ => Presence::MissingAt(1),
        };
        [ResponsiblePersonContact] "主体负责人联系方式" "contact of the principal's responsible person" confirmed(b"----R"), Phone, |order| match order {
            Order::MigrateAccount(order) => text(&order.responsible_person_contact),
            _ => Presence::MissingAt(1),
        };
        [TargetAccount] "迁入账号 ID" "id of the account that takes it over" confirmed(b"----R"), Text, |order| match order {
            Order::MigrateAccount(order) => text(&order.target_account),
            _ => Presence::MissingAt(1),
        };
        [Verification] "验证码" "verification by code" confirmed(b"R-RRR"), Code, |order| match order {
            Order::DeregisterPrincipal(order) => here(order.verification.is_some()),
            Order::DeregisterServices(order) | Order::CancelAccess(order) => here(order.verification.is_some()),
            Order::MigrateAccount(order) => here(order.verification.is_some()),
            _ => Presence::MissingAt(1),
        };
        [Reason] "注销原因" "reason" confirmed(b"O-OO-"), Text, |order| match order {
            Order::DeregisterPrincipal(order) => text(&order.reason),
            Order::DeregisterServices(order) | Order::CancelAccess(order) => text(&order.reason),
            _ => Presence::MissingAt(1),
        };
    }

    /// The principal's remark.
    pub(crate) PRINCIPAL_REMARK: Principal, Principal {
        [Remark] "备注" "remark" both(b"OOOOO-"), Text, |p| text(&p.remark);
    }

    /// The SMS code to the principal's responsible person.
    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON_CODE: ResponsiblePerson, PrincipalResponsiblePerson {
        [MobileVerified] "手机号短信验证" "SMS verification of the mobile" both(b"RRRRR-"), Code, |p| here(p.mobile_verified.is_some());
    }

    /// The SMS code to a service's responsible person.
    pub(crate) SERVICE_RESPONSIBLE_PERSON_CODE: ResponsiblePerson, ServiceResponsiblePerson {
        [MobileVerified] "手机号短信验证" "SMS verification of the mobile" apart(b"RRRRRR", b"------"), Code, |p| here(p.mobile_verified.is_some());
    }

    /// What every service is asked besides.
    pub(crate) SERVICE: Service, Service {
        [FilingNumber] "服务备案号" "service's filing number" both(b"----RR"), FilingNumber, |s| here(s.filing_number().is_some());
        [Kind] "应用服务类型" "kind of service" both(b"RRRRRR"), @first b"aaaa--", ServiceKind, |_| Presence::Given;
        [Remark] "备注" "remark" both(b"OOOOOO"), Text, |s| here(s.remark().is_some());
        [Open] "打开状态" "whether the service is open" both(b"----CC"), @when BeforeChange, Flag, |s| here(s.open().is_some());
    }

    /// What a website is asked besides.
    pub(crate) WEBSITE_FOOTER: Website, Service {
        [NumberDisplayed] "网站底部备案号" "filing number in the footer" both(b"----CC"), @when BeforeChange, Flag, |w| here(w.number_displayed.is_some());
    }

    /// A declared kind of pre-approval.
    pub(crate) DECLARED_PRE_APPROVAL: DeclaredPreApproval, Service {
        [ApprovalNumber] "前置审批号" "approval number" apart(b"CCCCCC", b"nnnnnn"), @when PreApprovalDeclared, Text, |d| text(&d.approval_number);
    }

    /// The document of a declared kind of pre-approval.
    pub(crate) PRE_APPROVAL_DOCUMENT: Service, Materials {
        [Materials] (MaterialKind::PreApprovalDocument) "前置审批文件" "pre-approval document" apart(b"CCCCCC", b"nnnnnn"), @when PreApprovalDeclared, Upload, |s| has(s.materials(), MaterialKind::PreApprovalDocument);
    }

    /// What else an APP may upload.
    pub(crate) APP_OTHER_MATERIALS: App, Materials {
        [Materials] (MaterialKind::Other) "其他补充材料" "other material" both(b"----O-"), Upload, |a| has(&a.materials, MaterialKind::Other);
    }

    /// The filing authorisation code that a resource may be.
    pub(crate) LICENSE_CODE: Resource, Service {
        [Code] "备案授权码" "filing authorisation code" both(b"CCCCCC"), @when LicenseCodeChosen, @first b"aaaa--", Text, |resource| match resource {
            Resource::LicenseCode(code) => text(&code.code),
            _ => Presence::MissingAt(1),
        };
    }

    /// The platform itself.
    pub(crate) PLATFORM: Platform, AppFeatures {
        [Platform] "应用运行平台" "platform" both(b"RRRROO"), Platform, |_| Presence::Given;
    }
}

/// A row without its model: what the form shows, whoever reads the value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) path: &'static [Key],
    pub(crate) step: Step,
    pub(crate) label: Text,
    pub(crate) code: Option<&'static str>,
    pub(crate) requirements: Requirements,
    pub(crate) when: Option<Condition>,
    first: Columns,
    pub(crate) asks: Asks,
}

impl Row {
    /// A document that the table does not know: a province asks for it.
    pub(crate) const fn document(path: &'static [Key], kind: MaterialKind) -> Self {
        Self {
            path,
            step: Step::Materials,
            label: kind.text(),
            code: Some(kind.as_str()),
            requirements: both(b"------"),
            when: None,
            first: *b"------",
            asks: Asks::Upload,
        }
    }

    /// Whether the first step of an order of `kind` asks for it already, and what its own step then does.
    pub(crate) const fn first(&self, kind: OrderKind) -> Option<Then> {
        match column(self.first, kind) {
            b'a' => Some(Then::Again),
            b'l' => Some(Then::Locked),
            b'o' => Some(Then::Gone),
            _ => None,
        }
    }
}

impl<M> Field<M> {
    const fn row(&self) -> Row {
        let Self { path, step, label, code, requirements, when, first, asks, .. } = *self;
        Row { path, step, label, code, requirements, when, first, asks }
    }
}

/// A table, whatever its model.
pub(crate) trait Rows: Sync {
    /// Shows every row.
    fn each(&self, see: &mut dyn FnMut(Row));

    /// Shows every row with whether its value is given there.
    fn each_at(&self, here: &FormPlace<'_>, see: &mut dyn FnMut(Row, Presence));
}

impl<M: Model> Rows for &'static [Field<M>] {
    fn each(&self, see: &mut dyn FnMut(Row)) {
        for field in *self {
            see(field.row());
        }
    }

    fn each_at(&self, here: &FormPlace<'_>, see: &mut dyn FnMut(Row, Presence)) {
        let model = M::of(here);
        for field in *self {
            see(field.row(), model.map_or(Presence::MissingAt(0), field.given));
        }
    }
}

/// A place where a section's rows stand in an order, with the models that are given there.
#[derive(Debug, Clone, Default)]
pub(crate) struct FormPlace<'a> {
    pub(crate) path: FieldPath,
    /// The place of the service that it is in.
    pub(crate) service_index: Option<usize>,
    /// What decides conditions.
    pub(crate) given: Given,
    order: Option<&'a Order>,
    principal: Option<&'a Principal>,
    pub(crate) person: Option<&'a ResponsiblePerson>,
    service: Option<&'a Service>,
    domain: Option<&'a Domain>,
    platform: Option<&'a Platform>,
    package: Option<&'a Package>,
    resource: Option<&'a Resource>,
    pre_approval: Option<&'a DeclaredPreApproval>,
}

/// What a row reads a value of.
pub(crate) trait Model: Sync + 'static {
    fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self>;
}

macro_rules! models {
    ($($model:ident $field:ident,)+) => {
        $(impl Model for $model {
            fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self> {
                here.$field
            }
        })+
    };
}

models! {
    Order order,
    Principal principal,
    ResponsiblePerson person,
    Service service,
    Domain domain,
    Platform platform,
    Package package,
    Resource resource,
    DeclaredPreApproval pre_approval,
}

impl Model for Website {
    fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self> {
        match here.service {
            Some(Service::Website(website)) => Some(website),
            _ => None,
        }
    }
}

impl Model for App {
    fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self> {
        match here.service {
            Some(Service::App(app)) => Some(app),
            _ => None,
        }
    }
}

/// Tables whose rows stand at one kind of place.
pub(crate) struct Section {
    /// The keys from the order; of a list, each item.
    pub(crate) at: &'static [Key],
    /// The kind of the service, where it makes a difference.
    pub(crate) service: Option<ServiceKind>,
    pub(crate) tables: &'static [&'static dyn Rows],
}

impl Section {
    /// Whether it is part of a form with a service of this kind; without one, with any.
    pub(crate) fn is_of(&self, service: Option<ServiceKind>) -> bool {
        self.service.is_none() || service.is_none() || self.service == service
    }

    /// The places of the section in an order. The parts of a principal that is not given yet are there as well,
    /// the things of a list are not.
    pub(crate) fn places<'a>(&self, order: &'a Order, filer: Option<Filer>) -> Vec<FormPlace<'a>> {
        let root = FormPlace { order: Some(order), ..FormPlace::default() };
        let mut places = vec![root];
        for (depth, key) in self.at.iter().enumerate() {
            let is_last = depth + 1 == self.at.len();
            places = places.iter().flat_map(|place| place.step(*key, is_last, filer)).collect();
        }
        places.retain(|place| place.service.map_or(true, |service| self.is_of(Some(service.kind()))));
        places
    }
}

impl<'a> FormPlace<'a> {
    /// The places one key further in.
    fn step(&self, key: Key, is_last: bool, filer: Option<Filer>) -> Vec<Self> {
        let mut inner = self.clone();
        inner.path = inner.path.join(key);
        let kind = |certificate: Option<&Certificate>| certificate.and_then(|certificate| certificate.kind);
        match key {
            Key::Principal => {
                inner.principal = self.order.and_then(Order::principal);
                inner.given.certificate = kind(inner.principal.and_then(|p| p.certificate.as_ref()));
                vec![inner]
            }
            Key::ResponsiblePerson => {
                inner.person = match self.service {
                    Some(service) => service.responsible_person(),
                    None => self.principal.and_then(|principal| principal.responsible_person.as_ref()),
                };
                // An individual is its own responsible person: its certificate stands at the principal.
                if self.service.is_some() || filer != Some(Filer::Individual) {
                    inner.given.certificate = kind(inner.person.and_then(|p| p.certificate.as_ref()));
                }
                vec![inner]
            }
            Key::Services => {
                inner.items(self.order.map_or(&[][..], Order::services), |here, index, service| {
                    here.service = Some(service);
                    here.service_index = Some(index);
                })
            }
            Key::Domains => {
                let own = match (self.platform, self.service) {
                    (Some(platform), _) => platform.domains.as_slice(),
                    (None, Some(Service::Website(website))) => &website.domains,
                    _ => &[],
                };
                inner.items(own, |here, _, domain| here.domain = Some(domain))
            }
            Key::Platforms => {
                let own = match self.service {
                    Some(Service::App(app)) => app.platforms.as_slice(),
                    _ => &[],
                };
                inner.items(own, |here, _, platform| {
                    here.platform = Some(platform);
                    here.given.platform = Some(platform.platform);
                })
            }
            Key::Packages => {
                let own = self.platform.map_or(&[][..], |platform| &platform.packages);
                inner.items(own, |here, _, package| here.package = Some(package))
            }
            Key::Resources => {
                let own = self.service.map_or(&[][..], Service::resources);
                inner.items(own, |here, _, resource| here.resource = Some(resource))
            }
            Key::Kinds if is_last => {
                let declared = self.service.and_then(Service::pre_approval);
                let own = declared.and_then(|approval| approval.kinds.as_deref()).unwrap_or_default();
                inner.items(own, |here, _, declared| here.pre_approval = Some(declared))
            }
            _ => vec![inner],
        }
    }

    fn items<T>(&self, items: &'a [T], mut put: impl FnMut(&mut Self, usize, &'a T)) -> Vec<Self> {
        let each = items.iter().enumerate().map(|(index, item)| {
            let mut here = self.clone();
            here.path = here.path.join(index);
            put(&mut here, index, item);
            here
        });
        each.collect()
    }

    /// Whether a condition is met here; `None` where what decides it is not given, or no document says.
    pub(crate) fn meets(&self, condition: Condition) -> Option<bool> {
        let declared = |approval: &DeclaredPreApproval| approval.kind != PreApprovalKind::NoneOfThese;
        match condition {
            Condition::ResidentIdCard | Condition::TwoSidedCertificate => {
                self.given.certificate.map(|_| self.given.meets_own(condition))
            }
            Condition::SignedPlatform => Some(self.given.meets_own(condition)),
            Condition::FilesApp => {
                let services = self.order.map_or(&[][..], Order::services);
                (!services.is_empty())
                    .then(|| services.iter().any(|service| service.kind() == ServiceKind::App))
            }
            Condition::PreApprovalDeclared => match (self.pre_approval, self.service) {
                (Some(approval), _) => Some(declared(approval)),
                (None, service) => {
                    let kinds = service.and_then(Service::pre_approval)?.kinds.as_ref()?;
                    Some(kinds.iter().any(declared))
                }
            },
            Condition::LicenseCodeChosen => Some(matches!(self.resource, Some(Resource::LicenseCode(_)))),
            Condition::BeforeChange => None,
            Condition::MaterialAskedFor => Some(false),
        }
    }
}

/// Declares sections: `[Path] (ServiceKind)?: TABLES;`.
macro_rules! sections {
    ($([$($key:ident),*] $($service:ident)?: $($table:ident),+;)+) => {
        /// The whole table: where the rows of each part stand in an order.
        pub(crate) static SECTIONS: &[Section] = &[$(Section {
            at: &[$(Key::$key),*],
            service: sections!(@service $($service)?),
            tables: &[$(&$table),+],
        }),+];
    };
    (@service) => { None };
    (@service $service:ident) => { Some(ServiceKind::$service) };
}

sections! {
    []: ORDER_KIND, ORDER, SERVICES, AGREEMENTS, ORDER_MATERIALS, CONFIRMATION;
    [Principal]: PRINCIPAL, PRINCIPAL_RESPONSIBLE_PERSON_AT_PRINCIPAL, PRINCIPAL_MATERIALS, PRINCIPAL_REMARK;
    [Principal, ResponsiblePerson]: PRINCIPAL_RESPONSIBLE_PERSON, PRINCIPAL_RESPONSIBLE_PERSON_CODE, PRINCIPAL_EMERGENCY_CONTACT, PRINCIPAL_VIDEO,
        PRINCIPAL_RESPONSIBLE_PERSON_MATERIALS;
    [Services] Website: WEBSITE, SERVICE, RESOURCES, PRE_APPROVAL, WEBSITE_FOOTER, SERVICE_RESPONSIBLE_PERSON_AT_SERVICE,
        WEBSITE_MATERIALS, PRE_APPROVAL_DOCUMENT;
    [Services] App: APP, SERVICE, RESOURCES, PRE_APPROVAL, SERVICE_RESPONSIBLE_PERSON_AT_SERVICE, APP_MATERIALS,
        PRE_APPROVAL_DOCUMENT, APP_OTHER_MATERIALS;
    [Services, Domains] Website: WEBSITE_DOMAIN, DOMAIN_CERTIFICATE;
    [Services, Platforms] App: PLATFORM, APP_DOMAINS, PACKAGES;
    [Services, Platforms, Domains] App: APP_DOMAIN;
    [Services, Platforms, Packages] App: PACKAGE;
    [Services, Resources]: LICENSE_CODE;
    [Services, PreApproval, Kinds]: DECLARED_PRE_APPROVAL;
    [Services, ResponsiblePerson] Website: SERVICE_RESPONSIBLE_PERSON, SERVICE_RESPONSIBLE_PERSON_CODE, WEBSITE_EMERGENCY_CONTACT, SERVICE_VIDEO,
        SERVICE_RESPONSIBLE_PERSON_MATERIALS;
    [Services, ResponsiblePerson] App: SERVICE_RESPONSIBLE_PERSON, SERVICE_RESPONSIBLE_PERSON_CODE, APP_EMERGENCY_CONTACT, SERVICE_VIDEO,
        SERVICE_RESPONSIBLE_PERSON_MATERIALS;
}

/// What decides the conditions of rows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given {
    /// The certificate that the row is about.
    pub(crate) certificate: Option<CertificateKind>,
    /// The platform that the row is about.
    pub(crate) platform: Option<PlatformKind>,
}

impl Given {
    /// The same, of a condition that only what is given here decides.
    pub(crate) fn meets_own(self, condition: Condition) -> bool {
        match condition {
            Condition::ResidentIdCard => self.certificate == Some(CertificateKind::ResidentIdCard),
            // Without a kind the photos cannot be counted: the missing kind is the finding.
            Condition::TwoSidedCertificate => {
                self.certificate.is_some_and(|kind| kind != CertificateKind::Passport)
            }
            Condition::SignedPlatform => self.platform.is_some_and(PlatformKind::signs_packages),
            // No completeness rule reads a row of these.
            Condition::FilesApp
            | Condition::PreApprovalDeclared
            | Condition::LicenseCodeChosen
            | Condition::BeforeChange
            | Condition::MaterialAskedFor => false,
        }
    }
}

/// Whether everything that a table lists is given.
pub(crate) fn is_complete<M>(rows: &[Field<M>], model: &M) -> bool {
    rows.iter().all(|row| (row.given)(model) == Presence::Given)
}
