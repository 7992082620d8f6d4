//! Qinghai 青海省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0238", day(2025, 12, 31));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西北各省管局要求/青海管局备案要求@71db6367");
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JXphc3BlcueJ…t_30_p_5");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule6/qinghai.md", day(2024, 4, 1));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Qinghai.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS.without(PUBLIC_BODIES)] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
        contested [PUBLIC_BODIES] ResponsiblePersonRule::LegalRepresentative, HUAWEI,
            but ResponsiblePersonRule::WithLetter, TENCENT, "限机关、事业单位" / "government bodies and institutions";
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, HUAWEI_EXCERPT;
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
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 22, proofs: list![StudentCard, EmploymentProof] }, TENCENT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    persons_phones_differ: cells! {
        contested [ORGANIZATIONS] true, HUAWEI_EXCERPT;
    },
    local_mobile: cells! {
        contested [ORGANIZATIONS] LocalMobileRule::NotRequired, HUAWEI_EXCERPT;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, HUAWEI_EXCERPT,
            but RegistrantRule::PrincipalOnly, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD,
            but RemarkRule::Content, TENCENT;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    order_kinds_unavailable: cells! {
        settled [ORGANIZATIONS] OrderKinds(list![ChangeService]), HUAWEI;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
