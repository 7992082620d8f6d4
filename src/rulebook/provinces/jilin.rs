//! Jilin 吉林省.

use super::prelude::*;

const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule2/jilin.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/东北各省管局要求/吉林省管局要求@b14e9e58");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Jilin.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        contested [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, UCLOUD,
            but ResponsiblePersonRule::WithLetter, TENCENT;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    young_filers: cells! {
        contested [EVERYONE] AgeProof { below: 18, proofs: list![EmploymentProof] }, TENCENT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit,
            ]), UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [EVERYONE] LocalMobileRule::Required, JD;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::PrincipalOnly, TENCENT;
    },
    domain_words: cells! {
        contested [ORGANIZATIONS.without(PUBLIC_BODIES)] WordRule::Not(words!["中国"]), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::WithChangeProof, TENCENT;
    },
    individual_to_organization: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
