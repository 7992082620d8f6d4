//! The table of fields: what each kind of order asks of organisations and individuals, step by step. The
//! completeness rules and the form are driven by it.
//!
//! A row has one letter for each of the six kinds of orders that have a form, in the order of the guide's
//! chapters: first filing, access filing, adding a service (filed here, filed elsewhere), change of filing,
//! change of service. Where organisations and individuals differ, two such words stand side by side. `R` is
//! required, `O` optional, `C` required under a condition, `P` required where the province asks, `L` locked,
//! `n` not applicable, `-` not shown.

mod requirements;
mod row;
mod section;
mod table;

pub(crate) use requirements::Requirements;
pub(crate) use row::{is_complete, Asks, Field, Presence, Row, Rows, Then};
pub(crate) use section::{FormPlace, Given, Section, SECTIONS};
pub(crate) use table::*;

wire_names! {
    /// A step of the form, as the guide has them.
    pub enum Step {
        /// Checking the kind of filing 验证备案类型.
        OrderKind = "order_kind" { zh: "验证备案类型", en: "Filing type" },
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
        Submission = "submission" { zh: "核对提交", en: "Review and submit" },
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
        Conditional = "conditional" { zh: "视情况必填", en: "required in some cases" },
        /// Asked for where the province asks for it.
        ByProvince = "by_province" { zh: "视省份要求", en: "if the province requires it" },
        /// Shown and sent, but not to be edited.
        Locked = "locked" { zh: "不可修改", en: "shown, not editable" },
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
        ResidentIdCard = "resident_id_card" { zh: "证件为居民身份证时", en: "if the certificate is a resident identity card" },
        /// The certificate has two sides to photograph: every one but a passport.
        TwoSidedCertificate = "two_sided_certificate" { zh: "证件为护照以外的证件时", en: "if the certificate is not a passport" },
        /// The order files an APP.
        FilesApp = "files_app" { zh: "订单含 APP 时", en: "if the order includes an APP" },
        /// The platform signs packages with a key: Android, iOS, HarmonyOS.
        SignedPlatform = "signed_platform" { zh: "平台为安卓、iOS 或鸿蒙时", en: "on Android, iOS and HarmonyOS" },
        /// A kind of pre-approval is declared, other than "none of these".
        PreApprovalDeclared = "pre_approval_declared" { zh: "选择了前置审批类型时", en: "if a pre-approval kind is selected" },
        /// The cloud resource is a filing authorisation code.
        LicenseCodeChosen = "license_code_chosen" { zh: "云资源为备案授权码时", en: "if the cloud resource is a filing authorisation code" },
        /// Not a field of the form, but to be so before a change is handed in.
        BeforeChange = "before_change" { zh: "提交变更前须满足", en: "required before the change is submitted" },
        /// This order needs further material: the province asks for it, or the reviewer.
        MaterialAskedFor = "material_asked_for" { zh: "管局或审核专员另有要求时", en: "if the authority or the reviewer asks for it" },
    }
}
