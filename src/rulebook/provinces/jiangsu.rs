//! Jiangsu 江苏省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0221", day(2025, 12, 31));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/江苏管局备案要求@1a421bcb");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule3/jiangsu.md", day(2024, 4, 1));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/Jeazm-Wf…t_30_p_9");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Jiangsu.md");
const HUAWEI_2: Citation = published("华为云备案知识库", "备案政策咨询 doc_0039/0043", day(2025, 12, 31));
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const UCLOUD_NOTICE: Citation = published("UCloud 备案文档", "guidance/guidance10-12.md", day(2024, 9, 5));
const UCLOUD_NOTICE_2: Citation = published("UCloud 备案文档", "guidance/guidance5.md", day(2023, 10, 16));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::WithLetterForAll, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, TENCENT;
    },
    shared_responsible_persons: cells! {
        contested [ORGANIZATIONS] SharedResponsiblePersonRule::PersonNotShared, TENCENT,
            "指服务负责人"
                / "said of a service's responsible person";
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        settled [INDIVIDUALS] Years(16), HUAWEI;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    young_filers: cells! {
        settled [INDIVIDUALS] AgeProof { below: 18, proofs: list![EmploymentProof] }, HUAWEI;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit, PropertyDeed,
            ]), UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [EVERYONE] LocalMobileRule::Required, JD;
    },
    thresholds: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 30, Consequence::SitePlan,
            ), HUAWEI_EXCERPT;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 10, Consequence::SitePlan,
            ), TENCENT;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::PrincipalOnly, HUAWEI_EXCERPT;
    },
    domain_suffixes: cells! {
        settled [INSTITUTIONS] Suffixes::Only(words!["cn", "公益"]), HUAWEI;
        settled [GOVERNMENT] Suffixes::Only(words!["gov.cn", "政务"]), HUAWEI;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD,
            but RemarkRule::Content, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    documents: cells! {
        settled [EVERYONE] DocumentRule::of(TruthfulnessLetter, DocumentPlace::Order), HUAWEI_2,
            "责任告知书和承诺书，由服务负责人签署"
                / "a notice of responsibility and a letter, signed by the service's responsible person";
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    order_kinds_unavailable: cells! {
        contested [EVERYONE] OrderKinds(list![ChangeService, DeregisterServices]), UCLOUD_NOTICE,
            but OrderKinds(list![ChangeService]), TENCENT,
            but OrderKinds(list![DeregisterServices]), UCLOUD_NOTICE_2;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::WithChangeProof, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, JD;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    filed_data: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::ADDITIONS)] FiledDataRule::ResponsiblePersonAsFiled, TENCENT;
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedWithinTenDays, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
