//! Fujian 福建省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0224", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule3/fujian.md", day(2025, 12, 30));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/福建管局备案要求@b88154ca");
const TENCENT_2: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/福建管局备案要求@0b4db9e6");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Fujian.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, UCLOUD;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(16), TENCENT,
            but Years(8), TENCENT_2;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), HUAWEI,
            "其他资料：须本人持有身份证"
                / "elsewhere: the responsible person has to hold an own identity card";
    },
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 18, proofs: list![MaterialKind::Other] }, TENCENT,
            "监护人身份证明、户口簿等材料"
                / "the guardian's identity, household register and statement";
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit,
            ]), HUAWEI;
    },
    certificate_kinds: cells! {
        contested [INDIVIDUALS] Certificates::Only(list![ResidentIdCard]), TENCENT;
    },
    certificate_validity: cells! {
        settled [EVERYONE] Months(3), UCLOUD;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, HUAWEI,
            but RegistrantRule::PrincipalOnly, TENCENT;
    },
    remarks: cells! {
        settled [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    closed_until_filed: cells! {
        settled [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    individual_change: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
