//! Shanghai 上海市.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0220", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule3/shanghai.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/上海管局备案要求@78ae521d");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Shanghai.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, HUAWEI;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), TENCENT;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit,
            ]), HUAWEI,
            but OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit, StudentCard,
            ]), TENCENT;
    },
    residence_permit: cells! {
        settled [INDIVIDUALS] Months(1), HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    address_words: cells! {
        contested [EVERYONE] WordRule::Not(words!["市辖区"]), TENCENT;
    },
    thresholds: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 30, Consequence::SitePlan,
            ), HUAWEI;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    domain_suffixes: cells! {
        settled [INSTITUTIONS] Suffixes::Only(words!["cn", "公益"]), HUAWEI;
        settled [GOVERNMENT] Suffixes::Only(words!["gov.cn", "政务"]), HUAWEI;
    },
    domain_words: cells! {
        contested [ORGANIZATIONS] WordRule::WithPreApprovalOrRemark(words!["game"]), TENCENT;
    },
    service_names: cells! {
        contested [INDIVIDUALS] NameRule::NotEnglishOnly, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    documents: cells! {
        contested [EVERYONE] DocumentRule::of(CommitmentLetter, DocumentPlace::Order), JD,
            "上海自有模板"
                / "Shanghai's own template";
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
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT,
            "且域名所有者须为该单位"
                / "and the domain belongs to the organisation";
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
