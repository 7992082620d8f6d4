//! Guizhou 贵州省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0244", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule7/guizhou.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西南各省管局要求/贵州管局备案要求@89742253");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Guizhou.md");
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
    foreign_representative: cells! {
        contested [ORGANIZATIONS] ForeignRepresentativeRule::CitizenResponsiblePersonsAll, UCLOUD;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        settled [INDIVIDUALS] Years(18), TENCENT;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit,
            ]), UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    same_city: cells! {
        settled [ORGANIZATIONS] true, HUAWEI;
    },
    order_limits: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 5, filed_above: None,
            }, TENCENT;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::Not(list![WebsiteContent::BlogPersonalSpace]), TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    order_kinds_unavailable: cells! {
        contested [EVERYONE] OrderKinds(list![ChangeService]), TENCENT;
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
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
