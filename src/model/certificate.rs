//! Certificates: kinds, who may hold which, and validity.

use crate::model::principal::PrincipalKind;
use crate::wire::edit::Edit;
use crate::wire::{Refusal, Scalar};

wire_names! {
    /// The kind of a certificate 证件类型, as the ministry's tables name them (2025-12).
    pub enum CertificateKind {
        /// Business licence 营业执照.
        BusinessLicense = "business_license" { zh: "营业执照", en: "business licence" },
        /// Resident identity card 居民身份证.
        ResidentIdCard = "resident_id_card" { zh: "居民身份证", en: "resident identity card" },
        /// Organisation code certificate 组织机构代码证.
        OrganizationCode = "organization_code" { zh: "组织机构代码证", en: "organisation code certificate" },
        /// Public-institution legal-person certificate 事业单位法人证书.
        PublicInstitutionCertificate = "public_institution_certificate" { zh: "事业单位法人证书", en: "public-institution legal-person certificate" },
        /// Military unit code 部队代号.
        MilitaryCode = "military_code" { zh: "部队代号", en: "military unit code" },
        /// Social-organisation legal-person registration 社会团体法人登记证书.
        SocialOrganizationCertificate = "social_organization_certificate" { zh: "社会团体法人登记证书", en: "social-organisation legal-person registration" },
        /// Passport 护照.
        Passport = "passport" { zh: "护照", en: "passport" },
        /// Officer's card (retired) 军官证.
        OfficerCard = "officer_card" { zh: "军官证", en: "officer's card (retired)" },
        /// Taiwan travel permit 台湾居民来往大陆通行证.
        TaiwanPermit = "taiwan_permit" { zh: "台湾居民来往大陆通行证", en: "Taiwan travel permit" },
        /// Unified social credit code certificate 统一社会信用代码证书.
        UnifiedCreditCertificate = "unified_credit_certificate" { zh: "统一社会信用代码证书", en: "unified social credit code certificate" },
        /// Hong Kong/Macau travel permit 港澳居民来往内地通行证.
        HkMacauPermit = "hk_macau_permit" { zh: "港澳居民来往内地通行证", en: "Hong Kong/Macau travel permit" },
        /// Private non-enterprise registration 民办非企业单位登记证书.
        PrivateNonEnterpriseCertificate = "private_non_enterprise_certificate" { zh: "民办非企业单位登记证书", en: "private non-enterprise registration" },
        /// Foundation legal-person registration 基金会法人登记证书.
        FoundationCertificate = "foundation_certificate" { zh: "基金会法人登记证书", en: "foundation legal-person registration" },
        /// Law firm practice licence 律师事务所执业许可证.
        LawFirmLicense = "law_firm_license" { zh: "律师事务所执业许可证", en: "law firm practice licence" },
        /// Foreign cultural centre registration 外国在华文化中心登记证.
        ForeignCulturalCenterRegistration = "foreign_cultural_center_registration" { zh: "外国在华文化中心登记证", en: "foreign cultural centre registration" },
        /// Military paid-service permit 军队单位对外有偿服务许可证.
        MilitaryPaidServicePermit = "military_paid_service_permit" { zh: "军队单位对外有偿服务许可证", en: "military paid-service permit" },
        /// Religious venue registration 宗教活动场所登记证.
        ReligiousVenueRegistration = "religious_venue_registration" { zh: "宗教活动场所登记证", en: "religious venue registration" },
        /// Foreign enterprise resident representative office registration 外国企业常驻代表机构登记证.
        ForeignEnterpriseOfficeRegistration = "foreign_enterprise_office_registration" { zh: "外国企业常驻代表机构登记证", en: "foreign enterprise resident representative office registration" },
        /// Forensic appraisal licence 司法鉴定许可证.
        ForensicLicense = "forensic_license" { zh: "司法鉴定许可证", en: "forensic appraisal licence" },
        /// Foreigner permanent residence card 外国人永久居留身份证.
        ForeignerPermanentResidenceCard = "foreigner_permanent_residence_card" { zh: "外国人永久居留身份证", en: "foreigner permanent residence card" },
        /// Foreign government tourism office registration 外国政府旅游部门常驻代表机构批准登记证.
        ForeignTourismOfficeRegistration = "foreign_tourism_office_registration" { zh: "外国政府旅游部门常驻代表机构批准登记证", en: "foreign government tourism office registration" },
        /// Overseas body document (HW-FASP: other overseas body registration) 境外机构证件.
        OverseasBodyDocument = "overseas_body_document" { zh: "境外机构证件", en: "overseas body document (HW-FASP: other overseas body registration)" },
        /// Social service body registration 社会服务机构登记证书.
        SocialServiceBodyRegistration = "social_service_body_registration" { zh: "社会服务机构登记证书", en: "social service body registration" },
        /// Private school permit 民办学校办学许可证.
        PrivateSchoolPermit = "private_school_permit" { zh: "民办学校办学许可证", en: "private school permit" },
        /// Medical institution licence 医疗机构执业许可证.
        MedicalInstitutionLicense = "medical_institution_license" { zh: "医疗机构执业许可证", en: "medical institution licence" },
        /// Notary body licence 公证机构执业证.
        NotaryInstitutionLicense = "notary_institution_license" { zh: "公证机构执业证", en: "notary body licence" },
        /// Beijing embassy-children school permit 北京市外国驻华使馆人员子女学校办学许可证.
        EmbassySchoolPermit = "embassy_school_permit" { zh: "北京市外国驻华使馆人员子女学校办学许可证", en: "Beijing embassy-children school permit" },
        /// Hong Kong/Macau residence permit 港澳居民居住证.
        HkMacauResidencePermit = "hk_macau_residence_permit" { zh: "港澳居民居住证", en: "Hong Kong/Macau residence permit" },
        /// Taiwan residence permit 台湾居民居住证.
        TaiwanResidencePermit = "taiwan_residence_permit" { zh: "台湾居民居住证", en: "Taiwan residence permit" },
        /// Rural collective economic organisation registration 农村集体经济组织登记证.
        CollectiveEconomicOrganizationRegistration = "collective_economic_organization_registration" { zh: "农村集体经济组织登记证", en: "rural collective economic organisation registration" },
        /// Arbitration commission registration 仲裁委员会登记证.
        ArbitrationCommissionRegistration = "arbitration_commission_registration" { zh: "仲裁委员会登记证", en: "arbitration commission registration" },
        /// Overseas NGO representative office registration 境外非政府组织代表机构登记证书.
        OverseasNgoOfficeRegistration = "overseas_ngo_office_registration" { zh: "境外非政府组织代表机构登记证书", en: "overseas NGO representative office registration" },
        /// Foreign news organisation certificate 外国驻华新闻机构证.
        ForeignNewsOrganizationCertificate = "foreign_news_organization_certificate" { zh: "外国驻华新闻机构证", en: "foreign news organisation certificate" },
        /// HK/Macau/Taiwan tourism office registration 港澳台地区旅游部门常驻代表机构批准登记证.
        HkMacauTaiwanTourismOfficeRegistration = "hk_macau_taiwan_tourism_office_registration" { zh: "港澳台地区旅游部门常驻代表机构批准登记证", en: "HK/Macau/Taiwan tourism office registration" },
        /// PRC social credit code certificate 中华人民共和国社会信用代码证书.
        PrcCreditCodeCertificate = "prc_credit_code_certificate" { zh: "中华人民共和国社会信用代码证书", en: "PRC social credit code certificate" },    }
}

/// Kind, the ministry's code, and the principal that the code is for; `None` where no source names a holder.
const HOLDERS: &[(CertificateKind, u16, Option<PrincipalKind>)] = &[
    (CertificateKind::BusinessLicense, 1, Some(PrincipalKind::Enterprise)),
    (CertificateKind::ResidentIdCard, 2, Some(PrincipalKind::Individual)),
    (CertificateKind::OrganizationCode, 3, Some(PrincipalKind::PublicInstitution)),
    (CertificateKind::PublicInstitutionCertificate, 4, Some(PrincipalKind::PublicInstitution)),
    (CertificateKind::MilitaryCode, 5, Some(PrincipalKind::Military)),
    (CertificateKind::SocialOrganizationCertificate, 6, Some(PrincipalKind::SocialOrganization)),
    (CertificateKind::Passport, 7, Some(PrincipalKind::Individual)),
    (CertificateKind::OfficerCard, 8, Some(PrincipalKind::Individual)),
    (CertificateKind::OrganizationCode, 9, Some(PrincipalKind::Government)),
    (CertificateKind::OrganizationCode, 10, Some(PrincipalKind::SocialOrganization)),
    (CertificateKind::TaiwanPermit, 11, Some(PrincipalKind::Individual)),
    (CertificateKind::OrganizationCode, 12, Some(PrincipalKind::Enterprise)),
    (CertificateKind::UnifiedCreditCertificate, 13, Some(PrincipalKind::Government)),
    (CertificateKind::HkMacauPermit, 14, Some(PrincipalKind::Individual)),
    (CertificateKind::UnifiedCreditCertificate, 15, Some(PrincipalKind::PublicInstitution)),
    (CertificateKind::OrganizationCode, 16, Some(PrincipalKind::PrivateNonEnterprise)),
    (CertificateKind::PrivateNonEnterpriseCertificate, 17, Some(PrincipalKind::PrivateNonEnterprise)),
    (CertificateKind::OrganizationCode, 18, Some(PrincipalKind::Foundation)),
    (CertificateKind::FoundationCertificate, 19, Some(PrincipalKind::Foundation)),
    (CertificateKind::OrganizationCode, 20, Some(PrincipalKind::LawFirm)),
    (CertificateKind::LawFirmLicense, 21, Some(PrincipalKind::LawFirm)),
    (CertificateKind::ForeignCulturalCenterRegistration, 22, Some(PrincipalKind::ForeignCulturalCenter)),
    (CertificateKind::MilitaryPaidServicePermit, 23, Some(PrincipalKind::Military)),
    (CertificateKind::UnifiedCreditCertificate, 24, Some(PrincipalKind::MassOrganization)),
    (CertificateKind::ReligiousVenueRegistration, 25, Some(PrincipalKind::ReligiousBody)),
    (CertificateKind::ForeignEnterpriseOfficeRegistration, 27, Some(PrincipalKind::Enterprise)),
    (CertificateKind::ForensicLicense, 28, Some(PrincipalKind::ForensicInstitution)),
    (CertificateKind::ForeignerPermanentResidenceCard, 30, Some(PrincipalKind::Individual)),
    (CertificateKind::ForeignTourismOfficeRegistration, 34, Some(PrincipalKind::ForeignCulturalCenter)),
    (CertificateKind::OverseasBodyDocument, 35, Some(PrincipalKind::OverseasBody)),
    (CertificateKind::SocialServiceBodyRegistration, 36, Some(PrincipalKind::PrivateNonEnterprise)),
    (CertificateKind::PrivateSchoolPermit, 37, Some(PrincipalKind::PrivateNonEnterprise)),
    (CertificateKind::MedicalInstitutionLicense, 38, Some(PrincipalKind::MedicalInstitution)),
    (CertificateKind::NotaryInstitutionLicense, 39, Some(PrincipalKind::NotaryInstitution)),
    (CertificateKind::EmbassySchoolPermit, 40, Some(PrincipalKind::ForeignCulturalCenter)),
    (CertificateKind::HkMacauResidencePermit, 41, Some(PrincipalKind::Individual)),
    (CertificateKind::TaiwanResidencePermit, 42, Some(PrincipalKind::Individual)),
    (
        CertificateKind::CollectiveEconomicOrganizationRegistration,
        43,
        Some(PrincipalKind::CollectiveEconomicOrganization),
    ),
    (CertificateKind::ArbitrationCommissionRegistration, 44, Some(PrincipalKind::ArbitrationInstitution)),
    (CertificateKind::OverseasNgoOfficeRegistration, 46, None),
    (CertificateKind::ForeignNewsOrganizationCertificate, 47, None),
    (CertificateKind::HkMacauTaiwanTourismOfficeRegistration, 48, None),
    (CertificateKind::PrcCreditCodeCertificate, 49, None),
];

impl CertificateKind {
    /// The ministry's code of this certificate in the hands of `holder`; `None` where it cannot hold it.
    ///
    /// ```
    /// use beian::{CertificateKind, PrincipalKind};
    /// assert_eq!(CertificateKind::OrganizationCode.miit_code(PrincipalKind::Enterprise), Some(12));
    /// assert_eq!(CertificateKind::Passport.miit_code(PrincipalKind::Enterprise), None);
    /// ```
    pub fn miit_code(self, holder: PrincipalKind) -> Option<u16> {
        self.codes_of(holder).next()
    }

    /// The certificate of this code of the ministry, whoever holds it.
    ///
    /// ```
    /// use beian::CertificateKind;
    /// assert_eq!(CertificateKind::from_miit_code(12), Some(CertificateKind::OrganizationCode));
    /// assert_eq!(CertificateKind::from_miit_code(26), None);
    /// ```
    pub fn from_miit_code(code: u16) -> Option<Self> {
        HOLDERS.iter().find(|(_, known, _)| *known == code).map(|(kind, _, _)| *kind)
    }

    /// Whether a principal of the kind `holder` can hold this certificate. The retired officer's card is held
    /// by nobody; a certificate without a stated holder by any organisation; an organisation of another kind
    /// ([`PrincipalKind::OtherOrganization`]) holds any organisation's certificate.
    pub fn can_be_held_by(self, holder: PrincipalKind) -> bool {
        self != Self::OfficerCard && self.codes_of(holder).next().is_some()
    }

    /// Whether a person can hold this certificate: what a responsible person may show.
    pub fn is_personal(self) -> bool {
        self.can_be_held_by(PrincipalKind::Individual)
    }

    /// Every certificate that a principal of the kind `holder` can hold.
    pub fn held_by(holder: PrincipalKind) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |kind| kind.can_be_held_by(holder))
    }

    fn codes_of(self, holder: PrincipalKind) -> impl Iterator<Item = u16> {
        let filed_as = holder.filed_as();
        HOLDERS.iter().filter_map(move |&(kind, code, stated)| {
            let holds = kind == self
                && match (stated, filed_as) {
                    (None, _) => filed_as.is_organization(),
                    (Some(stated), PrincipalKind::OtherOrganization) => stated.is_organization(),
                    (Some(stated), _) => stated == filed_as,
                };
            holds.then_some(code)
        })
    }
}

wire_object! {
    /// A certificate 证件 of a principal, a person or a domain's registrant.
    ///
    /// ```
    /// use beian::{Certificate, CertificateKind, ValidUntil};
    ///
    /// let licence = Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7111")
    ///     .with_address("浙江省杭州市西湖区文三路18号3栋1205室")
    ///     .with_valid_until(ValidUntil::LongTerm);
    /// let card = Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236")
    ///     .with_valid_until("2036-05-01".parse::<ValidUntil>()?);
    /// assert_eq!(card.valid_until.unwrap().to_string(), "2036-05-01");
    /// assert!(licence.kind.is_some_and(|kind| !kind.is_personal()));
    /// # Ok::<(), beian::ValidUntilError>(())
    /// ```
    pub struct Certificate {
        /// Kind 证件类型.
        kind, with_kind: opt CertificateKind;
        /// Number 证件号码, as typed.
        [private] number, with_number: opt String;
        /// Address on the certificate 证件住址.
        [private] address, with_address: opt String;
        /// First day of validity 有效期起.
        valid_from, with_valid_from: plain chrono::NaiveDate;
        /// Last day of validity 有效期止, or long-term 长期.
        valid_until, with_valid_until: opt ValidUntil;
    }
}

impl Certificate {
    /// A certificate of this kind and number.
    pub fn of(kind: CertificateKind, number: impl Into<String>) -> Self {
        Self::new().with_kind(kind).with_number(number)
    }
}

/// How long a certificate is valid: to a day, that day included, or without end. On the wire a date or
/// `"long_term"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValidUntil {
    /// To this day, inclusive.
    Day(chrono::NaiveDate),
    /// Long-term 长期.
    LongTerm,
}

impl From<chrono::NaiveDate> for ValidUntil {
    fn from(day: chrono::NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl serde::Serialize for ValidUntil {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Day(day) => day.serialize(serializer),
            Self::LongTerm => serializer.serialize_str("long_term"),
        }
    }
}

/// A day or `long_term`, as on the wire.
impl std::fmt::Display for ValidUntil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::LongTerm => f.write_str("long_term"),
        }
    }
}

/// Reads a day, `YYYY-MM-DD`, or `long_term`.
impl std::str::FromStr for ValidUntil {
    type Err = ValidUntilError;

    fn from_str(text: &str) -> Result<Self, ValidUntilError> {
        Self::parsed(text).ok_or(ValidUntilError)
    }
}

/// The error for a text that says of no certificate until when it is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a date, `YYYY-MM-DD`, or `long_term`")]
pub struct ValidUntilError;

impl crate::wire::Read for ValidUntil {
    const EXPECTED: &'static str = "a date, `YYYY-MM-DD`, or `long_term`";

    fn blank() -> Self {
        Self::LongTerm
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        let Scalar::Text(text) = scalar else { return Err(Refusal::Type) };
        *self = match crate::wire::date(text) {
            _ if text == "long_term" => Self::LongTerm,
            Some(day) => Self::Day(day),
            None => return Err(Refusal::Value("a string that is neither")),
        };
        Ok(())
    }
}
crate::wire::deserialize_by_read!(ValidUntil);

impl Edit for ValidUntil {
    fn parsed(text: &str) -> Option<Self> {
        match text {
            "long_term" => Some(Self::LongTerm),
            text => crate::wire::date(text).map(Self::Day),
        }
    }
}
