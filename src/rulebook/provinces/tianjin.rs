//! Tianjin 天津市.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0215", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule1/tianjin.md", day(2024, 4, 1));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Tianjin.md");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华北各省管局要求/天津管局备案要求@71db6367");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JeS4ieWxg…t_30_p_6");
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));
const TENCENT_MATERIALS: Citation = not_after(2022, "腾讯云文档《备案材料清单》", "域名证书@c01775e3");

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        contested [ORGANIZATIONS] true, UCLOUD;
    },
    service_responsible_person: cells! {
        contested [ORGANIZATIONS] ServiceResponsiblePersonRule::NotLegalRepresentative, JD;
    },
    service_responsible_person_age: cells! {
        contested [ORGANIZATIONS] AgeCap { men: 60, women: 55 }, TENCENT;
    },
    shared_responsible_persons: cells! {
        contested [EVERYONE] SharedResponsiblePersonRule::NotShared, TENCENT;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), HUAWEI,
            but Years(16), TENCENT;
    },
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 18, proofs: list![MaterialKind::Other] }, TENCENT,
            "监护人身份证明、户口簿等材料"
                / "the guardian's identity, household register and statement";
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::Accepted, HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [EVERYONE] LocalMobileRule::Required, JD;
    },
    emergency_contact: cells! {
        contested [EVERYONE] EmergencyContactRule::Any, UCLOUD,
            but EmergencyContactRule::NotOfResponsiblePersons, TENCENT;
    },
    address_words: cells! {
        settled [EVERYONE] WordRule::Not(words!["市辖区"]), TENCENT;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::ChineseCharacters(3), TENCENT;
        contested [ORGANIZATIONS] NameRule::Words(WordRule::Not(words![
                "资讯", "网站", "网络", "网址", "爱好者", "作品展示", "论坛", "社区", "工作室",
                "平台", "主页", "热线", "社团", "导航", "分享",
            ])), TENCENT;
        contested [ORGANIZATIONS] NameRule::Words(WordRule::WithPreApproval(words![
                "博客", "论坛", "在线", "社区", "交流",
            ])), TENCENT;
    },
    remarks: cells! {
        contested [EVERYONE] RemarkRule::EmergencyContact, UCLOUD;
        contested [INDIVIDUALS] RemarkRule::IndividualSite, TENCENT;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    documents: cells! {
        contested [GOVERNMENT.on(OrderKindSet::NEW_TYPE)] DocumentRule::of(InstitutionApprovalForm, DocumentPlace::Order), UCLOUD,
            "须经市政府办公厅批准"
                / "approved by the municipal government's general office";
    },
    domain_certificates: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] DomainCertificateRule::FromIndividual, TENCENT_MATERIALS;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::WithOwnDomain, TENCENT;
    },
    individual_change: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, HUAWEI_EXCERPT;
    },
    filed_data: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::ACCESS)] FiledDataRule::MayDiffer, HUAWEI_EXCERPT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
