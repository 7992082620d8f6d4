//! The yardstick: derived structs, as somebody would write them who wants the order and no checks.
//!
//! They hold every value of the measured order and no other key: names as enums, numbers and flags as such,
//! lists as vectors, everything else, dates included, as texts. Tags are plain fields, so that serde need not
//! buffer. The crate's own types also turn dates into days, and every key may be absent.
#![allow(dead_code)]

use serde::Deserialize;

macro_rules! plain {
    ($($name:ident { $($field:ident: $type:ty),+ $(,)? })+) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(clippy::struct_field_names)] // the keys of the wire
        pub(crate) struct $name { $($field: $type),+ }
    )+};
}

macro_rules! names {
    ($($name:ident { $($variant:ident),+ $(,)? })+) => {$(
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum $name { $($variant),+ }
    )+};
}

plain! {
    Order {
        kind: OrderKind,
        principal: Principal,
        services: Vec<Service>,
        agreements: Vec<Agreement>,
        materials: Vec<Material>,
    }
    Principal {
        kind: PrincipalKind,
        name: String,
        certificate: Certificate,
        legal_representative: LegalRepresentative,
        region: String,
        mailing_address: String,
        responsible_person: ResponsiblePerson,
        materials: Vec<Material>,
    }
    LegalRepresentative { name: String, certificate: Certificate }
    Certificate {
        kind: CertificateKind,
        number: String,
        address: Option<String>,
        valid_from: Option<String>,
        valid_until: Option<String>,
    }
    ResponsiblePerson {
        name: String,
        certificate: Certificate,
        mobile: String,
        mobile_verified: bool,
        emergency_contact: String,
        email: String,
        video_verification: Option<VideoVerification>,
        materials: Vec<Material>,
    }
    VideoVerification { date: String, province: String, wechat_country_code: String }
    Service {
        kind: ServiceKind,
        name: String,
        contents: Vec<String>,
        languages: Vec<Language>,
        resources: Vec<Resource>,
        pre_approval: PreApproval,
        remark: String,
        responsible_person: ResponsiblePerson,
        materials: Vec<Material>,
        provides_sdk: bool,
        uses_sdks: Vec<String>,
        platforms: Vec<Platform>,
    }
    Resource {
        kind: ResourceKind,
        id: String,
        mainland: bool,
        public_ip: String,
        billing: Billing,
        purchased_months: u32,
        expires_on: String,
        services_filed: u32,
    }
    PreApproval { kinds: Vec<PreApprovalKind> }
    Platform { platform: PlatformKind, domains: Option<Vec<Domain>>, packages: Vec<Package> }
    Domain { name: String, registration: Registration }
    Registration {
        registrant: String,
        certificate: Certificate,
        expires_on: String,
        real_name_verified_on: String,
        registrar: Registrar,
    }
    Registrar { approved: bool, same_provider: bool }
    Package { name: String, public_key: String, fingerprint: String }
    Material { kind: MaterialKind, format: MaterialFormat, bytes: u64, original: bool }
}

names! {
    OrderKind { FirstFiling, AccessFiling, AddService, AddServiceFromElsewhere, ChangeFiling, ChangeService }
    Agreement { PrivacyStatement, Terms, CommitmentLetter }
    PrincipalKind { Individual, Enterprise, IndividualBusiness, Government, PublicInstitution, SocialOrganization }
    CertificateKind { BusinessLicense, ResidentIdCard, Passport, OrganizationCode, UnifiedCreditCertificate }
    ServiceKind { Website, App }
    ResourceKind { CloudServer, LightweightServer, Serverless, LoadBalancer, LicenseCode }
    Billing { Prepaid, Postpaid }
    PreApprovalKind { News, Publishing, Education, HealthCare, BulletinBoard, Culture, Religion, NoneOfThese }
    PlatformKind { Android, Ios, HarmonyOs, Blackberry, Linux, Windows, MacOs, Other }
    MaterialKind { Certificate, PortraitSide, EmblemSide, AppIcon, CommitmentLetter }
    MaterialFormat { Jpeg, Png, Gif, Pdf, Mp4, Other }
}

#[derive(Deserialize)]
enum Language {
    #[serde(rename = "zh-Hans")]
    ChineseSimplified,
    #[serde(rename = "zh-Hant")]
    ChineseTraditional,
    #[serde(rename = "en")]
    English,
}
