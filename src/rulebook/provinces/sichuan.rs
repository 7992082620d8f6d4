//! Sichuan 四川省.

use super::prelude::*;

const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule7/sichuan.md", day(2024, 4, 1));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JXphc3BlcueJ…t_30_p_5");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西南各省管局要求/四川管局备案要求@ca8d1eff");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Sichuan.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI: Citation = published("华为云备案知识库", "备案变更咨询 icp_02_0036", day(2025, 11, 19));
const REPRINT: Citation = undated("第三方转载", "xiaosb.com/beian/11557");
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));
const TENCENT_UPLOADS: Citation = not_after(2022, "腾讯云文档《备案材料上传》", "材料的出具时间@4e4812f7");

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::WithLetter, UCLOUD;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, UCLOUD;
    },
    service_responsible_person: cells! {
        contested [ORGANIZATIONS] ServiceResponsiblePersonRule::SameAsPrincipal, UCLOUD,
            but ServiceResponsiblePersonRule::Anyone, HUAWEI_EXCERPT;
    },
    shared_responsible_persons: cells! {
        contested [EVERYONE] SharedResponsiblePersonRule::PersonNotShared, TENCENT;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(16), TENCENT,
            but Years(18), JD;
    },
    responsible_person_age: cells! {
        settled [ORGANIZATIONS] Years(18), TENCENT;
    },
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 18, proofs: list![
                EmploymentProof, MaterialKind::Other,
            ] }, TENCENT,
            "自立者提供在职证明，否则提供监护人身份证明、户口簿和同意书"
                / "proof of employment of the self-supporting, else the guardian's identity, household register and consent";
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit, StudentCard, SocialSecurityRecord,
                EmploymentProof,
            ]), UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    thresholds: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Domains, Basis::FiledAndNew, Operator::Above, 5, Consequence::Statement,
            ), TENCENT;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Domains, Basis::FiledAndNew, Operator::AtLeast, 5, Consequence::SitePlan,
            ), UCLOUD;
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE)] Threshold::of(
                Metric::Domains, Basis::InOrder, Operator::Above, 5, Consequence::Statement,
            ), TENCENT;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::OfOrganizationOrStatement, UCLOUD;
        contested [INDIVIDUALS] NameRule::NotDomain, TENCENT;
        contested [INDIVIDUALS] NameRule::NotEnglishOnly, TENCENT;
        contested [INDIVIDUALS] NameRule::NotOwnName, TENCENT;
        contested [INDIVIDUALS] NameRule::NotNumber, TENCENT;
        contested [INDIVIDUALS] NameRule::ChineseCharacters(3), TENCENT;
        contested [ORGANIZATIONS] NameRule::Words(WordRule::WithPreApproval(words![
                "新闻", "广播电影电视", "游戏", "药品器械", "网约车", "动漫动画", "教育培训", "金融",
            ])), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    document_ages: cells! {
        settled [EVERYONE] DocumentAge { material: MaterialKind::EmploymentProof, at_most: TimeSpan::Days(45) }, TENCENT_UPLOADS;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, HUAWEI;
    },
    name_change_proof: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, HUAWEI;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT,
            but ChangeRule::NotAccepted, REPRINT;
    },
    filed_services: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::CHANGE))] FiledServiceRule::Open, TENCENT;
    },
    filed_data: cells! {
        contested [EVERYONE.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] FiledDataRule::AsFiled, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
