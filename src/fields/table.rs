//! The rows: what is asked, where, of whom, and what counts as given.

use crate::fields::requirements::{apart, both, confirmed};
use crate::fields::{Asks, Condition, Field, Presence, Step};
use crate::model::domain::Domain;
use crate::model::material::{Material, MaterialKind};
use crate::model::order::{Agreement, Order};
use crate::model::principal::Principal;
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{App, DeclaredPreApproval, Package, Platform, Service, Website};
use crate::path::Key;
use crate::text::{filled, Text};

/// Declares rows: `[Path] (code)? "标签" "label" requirements, (@in Step,)? (@when Condition,)? (@first
/// letters,)? Asks, |value| presence;`.
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

/// The presence of a text whose path is one key long.
fn text(text: &Option<String>) -> Presence {
    here(filled(text.as_ref()).is_some())
}

/// The presence of a value whose path is one key long.
const fn here(is_given: bool) -> Presence {
    if is_given {
        Presence::Given
    } else {
        Presence::MissingAt(1)
    }
}

/// The presence of a value inside an object that may be absent itself.
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

    /// What an individual gives at the principal for its responsible person, and the responsible person as a
    /// whole.
    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON_AT_PRINCIPAL: Principal, PrincipalResponsiblePerson {
        [Certificate, ValidFrom] "证件有效期起始日" "first day of the certificate's validity" apart(b"------", b"CCCCC-"), @when ResidentIdCard, Day, |p| inside(p.certificate.as_ref(), |c| here(c.valid_from.is_some()));
        [Certificate, ValidUntil] "证件有效期截止日" "last day of the certificate's validity" apart(b"------", b"CCCCC-"), @when ResidentIdCard, DayOrLongTerm, |p| inside(p.certificate.as_ref(), |c| here(c.valid_until.is_some()));
        [ResponsiblePerson] "主体负责人信息" "principal's responsible person" both(b"RRRRR-"), Group, |p| here(p.responsible_person.is_some());
    }

    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON: ResponsiblePerson, PrincipalResponsiblePerson {
        [Name] "主体负责人姓名" "name of the principal's responsible person" apart(b"RRRRR-", b"nn-n--"), Name, |p| text(&p.name);
        [Certificate, Kind] "主体负责人证件类型" "kind of the responsible person's certificate" apart(b"RRRRR-", b"nn-n--"), PersonalCertificate, |p| inside(p.certificate.as_ref(), |c| here(c.kind.is_some()));
        [Certificate, Number] "主体负责人证件号码" "number of the responsible person's certificate" apart(b"RRRRR-", b"nn-n--"), CertificateNumber, |p| inside(p.certificate.as_ref(), |c| text(&c.number));
        [Certificate, ValidFrom] "主体负责人证件有效期起始日" "first day of the certificate of the principal's responsible person" apart(b"CCCCC-", b"------"), @when ResidentIdCard, Day, |p| inside(p.certificate.as_ref(), |c| here(c.valid_from.is_some()));
        [Certificate, ValidUntil] "主体负责人证件有效期截止日" "last day of the certificate of the principal's responsible person" apart(b"CCCCC-", b"------"), @when ResidentIdCard, DayOrLongTerm, |p| inside(p.certificate.as_ref(), |c| here(c.valid_until.is_some()));
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
        [VideoVerification] "主体负责人视频核身" "video verification of the principal's responsible person" apart(b"------", b"RCCCR-"), @when FilesApp, Video, |p| here(p.video_verification.is_some());
    }

    pub(crate) WEBSITE: Website, Service {
        [Name] "网站名称" "name of the website" both(b"RRRRRR"), ServiceName, |w| text(&w.name);
        [Contents] "网站服务内容" "content of the website" both(b"RRRRRR"), WebsiteContents, |w| here(!w.contents.is_empty());
        [Languages] "网站语言" "language of the website" both(b"RRRRRR"), Languages, |w| here(!w.languages.is_empty());
        [Domains] "网站域名" "domain of the website" both(b"RRRRRR"), @first b"aaaa--", List, |w| here(!w.domains.is_empty());
    }

    pub(crate) APP: App, Service {
        [Name] "APP 名称" "name of the APP" both(b"RRRRRR"), @first b"aaaa--", ServiceName, |a| text(&a.name);
        [Contents] "APP 服务内容" "content of the APP" both(b"RRRRRR"), AppContents, |a| here(a.contents.iter().any(|content| filled(Some(content)).is_some()));
        [Languages] "APP 语言" "language of the APP" both(b"RRRRRR"), Languages, |a| here(!a.languages.is_empty());
        [ProvidesSdk] "是否对外提供 SDK" "whether the APP provides an SDK" both(b"RRRRRR"), Flag, |a| here(a.provides_sdk.is_some());
        [UsesSdks] "使用的外部 SDK" "SDKs that the APP uses" both(b"RRRRRR"), Names, |a| here(a.uses_sdks.as_ref().is_some_and(|sdks| sdks.is_empty() || sdks.iter().any(|sdk| filled(Some(sdk)).is_some())));
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

    pub(crate) PACKAGES: Platform, AppFeatures {
        [Packages] "包信息" "package" both(b"RRRRRR"), List, |p| here(!p.packages.is_empty());
    }

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
        [Certificate, ValidFrom] "服务负责人证件有效期起始日" "first day of the certificate of the responsible person" apart(b"CCCCCC", b"------"), @when ResidentIdCard, Day, |p| inside(p.certificate.as_ref(), |c| here(c.valid_from.is_some()));
        [Certificate, ValidUntil] "服务负责人证件有效期截止日" "last day of the certificate of the responsible person" apart(b"CCCCCC", b"------"), @when ResidentIdCard, DayOrLongTerm, |p| inside(p.certificate.as_ref(), |c| here(c.valid_until.is_some()));
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
        [VideoVerification] "服务负责人视频核身" "video verification of the responsible person" apart(b"RRRRRR", b"------"), Video, |p| here(p.video_verification.is_some());
    }

    /// Materials of the principal.
    pub(crate) PRINCIPAL_MATERIALS: Principal, Principal {
        [Materials] (MaterialKind::Certificate) "主体证件照片" "photo of the principal's certificate" apart(b"RRRRR-", b"RRORR-"), @first b"oo-o--", Photo, |p| has(&p.materials, MaterialKind::Certificate);
    }

    /// Photos of the principal's responsible person.
    pub(crate) PRINCIPAL_RESPONSIBLE_PERSON_MATERIALS: ResponsiblePerson, PrincipalResponsiblePerson {
        [Materials] (MaterialKind::PortraitSide) "主体负责人证件人像面照片" "portrait side of the certificate of the principal's responsible person" both(b"RRRRR-"), Photo, |p| has(&p.materials, MaterialKind::PortraitSide);
        [Materials] (MaterialKind::EmblemSide) "主体负责人证件国徽面照片" "emblem side of the certificate of the principal's responsible person" both(b"CCCCC-"), @when TwoSidedCertificate, Photo, |p| has(&p.materials, MaterialKind::EmblemSide);
    }

    /// Photos of a service's responsible person.
    pub(crate) SERVICE_RESPONSIBLE_PERSON_MATERIALS: ResponsiblePerson, ServiceResponsiblePerson {
        [Materials] (MaterialKind::PortraitSide) "服务负责人证件人像面照片" "portrait side of the certificate of the responsible person" apart(b"RRRRRR", b"------"), Photo, |p| has(&p.materials, MaterialKind::PortraitSide);
        [Materials] (MaterialKind::EmblemSide) "服务负责人证件国徽面照片" "emblem side of the certificate of the responsible person" apart(b"CCCCCC", b"------"), @when TwoSidedCertificate, Photo, |p| has(&p.materials, MaterialKind::EmblemSide);
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
        [ServiceNumbers] "服务备案号" "service's filing number" confirmed(b"--RR-"), FilingNumbers, |order| here(order.named_services().is_some_and(|named| !named.service_numbers.is_empty()));
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
        [Verification] "验证码" "verification by code" confirmed(b"R-RRR"), Code, |order| here(order.verification().is_some());
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
        [MobileVerified] "主体负责人手机号短信验证" "SMS verification of the principal's responsible person" both(b"RRRRR-"), Code, |p| here(p.mobile_verified.is_some());
    }

    /// The SMS code to a service's responsible person.
    pub(crate) SERVICE_RESPONSIBLE_PERSON_CODE: ResponsiblePerson, ServiceResponsiblePerson {
        [MobileVerified] "服务负责人手机号短信验证" "SMS verification of the responsible person" apart(b"RRRRRR", b"------"), Code, |p| here(p.mobile_verified.is_some());
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
