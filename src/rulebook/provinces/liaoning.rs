//! Liaoning 辽宁省.

use super::prelude::*;

const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule2/liaoning.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/东北各省管局要求/辽宁省管局要求@1ff437ca");
const TENCENT_2: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/东北各省管局要求/辽宁省管局要求@136dd2f8");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Liaoning.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, UCLOUD;
    },
    service_responsible_person_letter: cells! {
        contested [ORGANIZATIONS] true, UCLOUD;
    },
    foreign_representative: cells! {
        contested [ORGANIZATIONS] ForeignRepresentativeRule::CitizenResponsiblePersonsAll, UCLOUD;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), TENCENT,
            but Years(16), TENCENT_2;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::Accepted, UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    phones_of_one_person: cells! {
        contested [ORGANIZATIONS] Count(2), TENCENT;
    },
    phones_of_two_persons: cells! {
        contested [ORGANIZATIONS] Count(3), TENCENT;
    },
    local_mobile: cells! {
        contested [EVERYONE] LocalMobileRule::Recommended, TENCENT,
            but LocalMobileRule::Required, JD;
    },
    emergency_contact: cells! {
        settled [EVERYONE] EmergencyContactRule::NotOwn, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
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
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] FiledDataRule::AsFiled, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
