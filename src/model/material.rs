//! Materials 材料: what is uploaded with an order.

use crate::model::certificate::ValidUntil;
use crate::model::service::PreApprovalKind;

wire_names! {
    /// What an uploaded file is.
    pub enum MaterialKind {
        /// The principal's certificate 主体证件.
        Certificate = "certificate" { zh: "主体证件照片", en: "photo of the principal's certificate" },
        /// Portrait side of a person's certificate 人像面.
        PortraitSide = "portrait_side" { zh: "证件人像面照片", en: "photo of the certificate's portrait side" },
        /// Emblem side of a person's certificate 国徽面.
        EmblemSide = "emblem_side" { zh: "证件国徽面照片", en: "photo of the certificate's emblem side" },
        /// Real-name screenshot of a domain 域名实名认证截图.
        DomainCertificate = "domain_certificate" { zh: "域名实名认证截图", en: "screenshot of the domain's real-name verification" },
        /// Icon of an APP.
        AppIcon = "app_icon" { zh: "APP 图标", en: "APP icon" },
        /// Filing commitment letter 互联网信息服务备案承诺书.
        CommitmentLetter = "commitment_letter" { zh: "互联网信息服务备案承诺书", en: "filing commitment letter" },
        /// Authorisation letter 授权书.
        AuthorizationLetter = "authorization_letter" { zh: "授权书", en: "authorisation letter" },
        /// Pre-approval document 前置审批文件.
        PreApprovalDocument = "pre_approval_document" { zh: "前置审批文件", en: "pre-approval document" },
        /// Undertaking that a matter is not involved 不涉及承诺书.
        NonInvolvementLetter = "non_involvement_letter" { zh: "不涉及承诺书", en: "statement of non-involvement" },
        /// Proof of a change of name 更名证明.
        NameChangeProof = "name_change_proof" { zh: "更名证明", en: "proof of the change of name" },
        /// Site plan 网站建设方案书.
        SitePlan = "site_plan" { zh: "网站建设方案书", en: "site plan" },
        /// Statement 情况说明.
        Statement = "statement" { zh: "情况说明", en: "explanatory statement" },
        /// Party-building letter 党建确认函.
        PartyBuildingLetter = "party_building_letter" { zh: "党建确认函", en: "party-building confirmation letter" },
        /// Institution approval form 事业单位审批表.
        InstitutionApprovalForm = "institution_approval_form" { zh: "党政机关、事业单位网站开办审批表", en: "approval form for a government body's or institution's site" },
        /// Truthfulness letter 真实性承诺书.
        TruthfulnessLetter = "truthfulness_letter" { zh: "备案信息真实性承诺书", en: "truthfulness letter" },
        /// Residence permit 居住证.
        ResidencePermit = "residence_permit" { zh: "居住证", en: "residence permit" },
        /// Temporary residence permit 暂住证.
        TemporaryResidencePermit = "temporary_residence_permit" { zh: "暂住证", en: "temporary residence permit" },
        /// Student card 学生证.
        StudentCard = "student_card" { zh: "学生证", en: "student card" },
        /// Social-security record 社保缴纳证明.
        SocialSecurityRecord = "social_security_record" { zh: "社保缴纳证明", en: "social-security record" },
        /// Property deed 房产证.
        PropertyDeed = "property_deed" { zh: "房产证", en: "property deed" },
        /// Lease 租房合同.
        Lease = "lease" { zh: "租房合同", en: "lease" },
        /// Proof of employment 在职证明.
        EmploymentProof = "employment_proof" { zh: "在职证明", en: "proof of employment" },
        /// Anything else 其他材料.
        Other = "other" { zh: "其他材料", en: "other material" },
    }
}

wire_names! {
    /// The format of an uploaded file.
    pub enum MaterialFormat {
        /// JPEG.
        Jpeg = "jpeg" { zh: "JPEG", en: "JPEG" },
        /// PNG.
        Png = "png" { zh: "PNG", en: "PNG" },
        /// GIF.
        Gif = "gif" { zh: "GIF", en: "GIF" },
        /// PDF.
        Pdf = "pdf" { zh: "PDF", en: "PDF" },
        /// MP4.
        Mp4 = "mp4" { zh: "MP4", en: "MP4" },
        /// Any other.
        Other = "other" { zh: "其他格式", en: "another format" },
    }
}

wire_object! {
    /// An uploaded file 材料.
    ///
    /// ```
    /// use beian::{Material, MaterialFormat, MaterialKind};
    ///
    /// // The picture itself stays with the service; the rules look at what it is.
    /// let photo = Material::new(MaterialKind::PortraitSide)
    ///     .with_format(MaterialFormat::Jpeg)
    ///     .with_bytes(640_000)
    ///     .with_original(true);
    /// assert_eq!(photo.kind, MaterialKind::PortraitSide);
    /// ```
    pub struct Material {
        @new {
            /// What it is.
            kind: MaterialKind;
        }
        /// The last day of validity, of a permit; absent, only a pre-approval document may have one.
        valid_until, with_valid_until: opt ValidUntil;
        /// Format.
        format, with_format: opt MaterialFormat;
        /// Size in bytes.
        bytes, with_bytes: plain u64;
        /// Whether it was photographed from the original 原件拍摄.
        original, with_original: opt bool;
        /// The day it was issued or signed.
        issued_on, with_issued_on: plain chrono::NaiveDate;
        /// The domain that a real-name screenshot is of, where there are several; absent, it is of the own one.
        domain, with_domain: opt String;
        /// The kind that a pre-approval document is of, where there are several.
        approval, with_approval: opt PreApprovalKind;
        /// The text of its watermark 水印; absent, it has none.
        watermark, with_watermark: opt String;
    }
}
