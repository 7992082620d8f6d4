//! Principals 主体: who files.

use crate::model::certificate::Certificate;
use crate::model::material::Material;
use crate::model::responsible_person::ResponsiblePerson;

wire_names! {
    /// The kind of a principal 主体性质, as the ministry's table names them (2023-12).
    pub enum PrincipalKind {
        /// National defence body 国防机构.
        Military = "military" { zh: "国防机构", en: "national defence body" },
        /// Government body 政府机关.
        Government = "government" { zh: "政府机关", en: "government body" },
        /// Public institution 事业单位.
        PublicInstitution = "public_institution" { zh: "事业单位", en: "public institution" },
        /// Enterprise 企业.
        Enterprise = "enterprise" { zh: "企业", en: "enterprise" },
        /// Individual business 个体工商户.
        IndividualBusiness = "individual_business" { zh: "个体工商户", en: "individual business" },
        /// Individual 个人.
        Individual = "individual" { zh: "个人", en: "individual" },
        /// Social organisation 社会团体.
        SocialOrganization = "social_organization" { zh: "社会团体", en: "social organisation" },
        /// Private non-enterprise unit 民办非企业单位.
        PrivateNonEnterprise = "private_non_enterprise" { zh: "民办非企业单位", en: "private non-enterprise unit" },
        /// Foundation 基金会.
        Foundation = "foundation" { zh: "基金会", en: "foundation" },
        /// Law practice 律师执业机构.
        LawFirm = "law_firm" { zh: "律师执业机构", en: "law practice" },
        /// Foreign cultural centre in China 外国在华文化中心.
        ForeignCulturalCenter = "foreign_cultural_center" { zh: "外国在华文化中心", en: "foreign cultural centre in China" },
        /// Mass organisation 群众性团体组织.
        MassOrganization = "mass_organization" { zh: "群众性团体组织", en: "mass organisation" },
        /// Forensic appraisal body 司法鉴定机构.
        ForensicInstitution = "forensic_institution" { zh: "司法鉴定机构", en: "forensic appraisal body" },
        /// Religious body 宗教团体.
        ReligiousBody = "religious_body" { zh: "宗教团体", en: "religious body" },
        /// Overseas body 境外机构.
        OverseasBody = "overseas_body" { zh: "境外机构", en: "overseas body" },
        /// Medical institution 医疗机构.
        MedicalInstitution = "medical_institution" { zh: "医疗机构", en: "medical institution" },
        /// Notary body 公证机构.
        NotaryInstitution = "notary_institution" { zh: "公证机构", en: "notary body" },
        /// Rural collective economy 集体经济.
        CollectiveEconomicOrganization = "collective_economic_organization" { zh: "集体经济", en: "rural collective economy" },
        /// Arbitration body 仲裁机构.
        ArbitrationInstitution = "arbitration_institution" { zh: "仲裁机构", en: "arbitration body" },
        /// Other organisation 其他.
        OtherOrganization = "other_organization" { zh: "其他", en: "other organisation" },
    }
}

impl PrincipalKind {
    /// The ministry's code. An individual business 个体工商户 is filed under an enterprise's.
    pub const fn miit_code(self) -> u16 {
        match self {
            Self::Military => 1,
            Self::Government => 2,
            Self::PublicInstitution => 3,
            Self::Enterprise => 4,
            Self::IndividualBusiness => 4,
            Self::Individual => 5,
            Self::SocialOrganization => 6,
            Self::PrivateNonEnterprise => 9,
            Self::Foundation => 10,
            Self::LawFirm => 11,
            Self::ForeignCulturalCenter => 12,
            Self::MassOrganization => 13,
            Self::ForensicInstitution => 14,
            Self::ReligiousBody => 15,
            Self::OverseasBody => 16,
            Self::MedicalInstitution => 17,
            Self::NotaryInstitution => 18,
            Self::CollectiveEconomicOrganization => 19,
            Self::ArbitrationInstitution => 20,
            Self::OtherOrganization => 999,
        }
    }

    /// The kind that the ministry files under this code: an individual business is an
    /// [`Enterprise`](Self::Enterprise) there.
    pub fn from_miit_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.miit_code() == code).map(Self::filed_as)
    }

    /// Whether this is an organisation 单位: every principal that is not an individual.
    pub const fn is_organization(self) -> bool {
        !matches!(self, Self::Individual)
    }

    /// The kind that the ministry files it as: an individual business as an enterprise.
    #[must_use]
    pub const fn filed_as(self) -> Self {
        match self {
            Self::IndividualBusiness => Self::Enterprise,
            kind => kind,
        }
    }

    /// Whether it is an individual or an organisation.
    pub const fn filer(self) -> Filer {
        if self.is_organization() {
            Filer::Organization
        } else {
            Filer::Individual
        }
    }
}

wire_names! {
    /// What the rules tell apart first: an organisation 单位 or an individual 个人.
    pub enum Filer {
        /// An organisation 单位: every principal that is not an individual.
        Organization = "organization" { zh: "单位", en: "organisation" },
        /// An individual 个人.
        Individual = "individual" { zh: "个人", en: "individual" },
    }
}

impl Filer {
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Organization => Self::Individual,
            Self::Individual => Self::Organization,
        }
    }
}

wire_object! {
    /// A principal 主体: the individual or organisation that files.
    ///
    /// ```
    /// use beian::{Certificate, CertificateKind, Principal, PrincipalKind, ResponsiblePerson};
    ///
    /// let company = Principal::new()
    ///     .with_kind(PrincipalKind::Enterprise)
    ///     .with_name("杭州云澜测试科技有限公司")
    ///     .with_certificate(Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7111"))
    ///     .with_region("330106")
    ///     .with_responsible_person(ResponsiblePerson::new().with_name("李思远"));
    /// assert_eq!(company.name.as_deref(), Some("杭州云澜测试科技有限公司"));
    /// // What nobody stated stays open.
    /// assert!(company.mailing_address.is_none());
    /// ```
    pub struct Principal {
        /// Kind 备案性质.
        kind, with_kind: opt PrincipalKind;
        /// Name 主办者名称.
        name, with_name: opt String;
        /// Certificate 主体证件.
        certificate, with_certificate: opt Certificate;
        /// Legal representative 法定代表人, of an organisation.
        legal_representative, with_legal_representative: opt LegalRepresentative;
        /// Region 备案地区: a six-digit county code, `440305`.
        region, with_region: opt String;
        /// Mailing address 通信地址, to the door number.
        [private] mailing_address, with_mailing_address: opt String;
        /// Remark 备注.
        remark, with_remark: opt String;
        /// The principal's responsible person 主体负责人. An individual is its own responsible person: name and
        /// certificate stand above.
        responsible_person, with_responsible_person: opt ResponsiblePerson;
        /// Materials 材料.
        materials, with_materials: list Material;
    }
}

wire_object! {
    /// The legal representative 法定代表人 of an organisation.
    ///
    /// ```
    /// use beian::{Certificate, CertificateKind, LegalRepresentative};
    ///
    /// let representative = LegalRepresentative::new()
    ///     .with_name("李思远")
    ///     .with_certificate(Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236"));
    /// // The number does not come out by `Debug` in full.
    /// assert!(!format!("{representative:?}").contains("199003071236"));
    /// ```
    pub struct LegalRepresentative {
        /// Name 姓名.
        name, with_name: opt String;
        /// Certificate 证件.
        certificate, with_certificate: opt Certificate;
    }
}
