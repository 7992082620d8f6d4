//! Gansu 甘肃省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0237", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule6/gansu.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西北各省管局要求/甘肃省管局要求@1b16bbcb");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Gansu.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        contested [ORGANIZATIONS] ResponsiblePersonRule::WithLetter, HUAWEI,
            "备注“某某为某部门负责人，负责某事”"
                / "with a remark who leads which department and answers for what",
            but ResponsiblePersonRule::LegalRepresentative, UCLOUD;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, UCLOUD;
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
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, HUAWEI;
    },
    certificate_kinds: cells! {
        settled [ENTERPRISES] Certificates::Only(list![BusinessLicense]), TENCENT;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        settled [INDIVIDUALS] LocalMobileRule::Required, TENCENT;
        settled [ORGANIZATIONS] LocalMobileRule::Required, JD;
    },
    emergency_contact: cells! {
        contested [ORGANIZATIONS] EmergencyContactRule::NotOfResponsiblePersons, TENCENT;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
        contested [ORGANIZATIONS] RemarkRule::EmergencyContact, TENCENT;
        contested [INDIVIDUALS] RemarkRule::IndividualSite, TENCENT;
    },
    closed_until_filed: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
        settled [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] true, JD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, JD;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT,
            but ChangeRule::NotAccepted, JD;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
