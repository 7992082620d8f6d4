//! Chongqing 重庆市.

use super::prelude::*;

const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule7/chongqing.md", day(2024, 4, 1));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Chongqing.md");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西南各省管局要求/重庆管局要求@4e4812f7");
const UCLOUD_NOTICE: Citation = published("UCloud 备案文档", "notice/notice3.md", day(2019, 10, 25));
const UCLOUD_QUESTIONS: Citation = published("UCloud 备案文档", "problem/problem9.md", day(2026, 1, 19));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JeaAjuS5…t_30_p_7");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, UCLOUD;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, UCLOUD;
    },
    shared_responsible_persons: cells! {
        contested [ORGANIZATIONS] SharedResponsiblePersonRule::NotShared, JD;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(16), TENCENT;
    },
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 18, proofs: list![EmploymentProof] }, TENCENT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    emergency_contact: cells! {
        contested [ORGANIZATIONS] EmergencyContactRule::NotOwn, TENCENT,
            but EmergencyContactRule::Any, UCLOUD_NOTICE;
        settled [INDIVIDUALS] EmergencyContactRule::Any, TENCENT;
    },
    thresholds: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 35, Consequence::SitePlan,
            ), UCLOUD_QUESTIONS,
            but Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 35, Consequence::SitePlan,
            ), TENCENT,
            but Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 6, Consequence::SitePlan,
            ), UCLOUD;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 5,
                Consequence::SitePlanAndGuarantee,
            ), TENCENT,
            but Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 2,
                Consequence::SitePlanAndGuarantee,
            ), UCLOUD,
            but Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 5,
                Consequence::SitePlanAndGuarantee,
            ), HUAWEI_EXCERPT;
    },
    domain_validity: cells! {
        contested [EVERYONE] Months(3), HUAWEI_EXCERPT;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentativeWithLetter, TENCENT,
            but RegistrantRule::PrincipalOnly, HUAWEI_EXCERPT;
    },
    one_domain: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] true, HUAWEI_EXCERPT;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::NoEnglish, TENCENT;
        contested [INDIVIDUALS] NameRule::NoEnglish, HUAWEI_EXCERPT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
        contested [EVERYONE] RemarkRule::ContentWhere(list![WebsiteContent::Other]), TENCENT;
        settled [INDIVIDUALS] RemarkRule::EmergencyContact, TENCENT;
        settled [ORGANIZATIONS] RemarkRule::EmergencyContact, UCLOUD_NOTICE;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::Only(list![WebsiteContent::BlogPersonalSpace]), UCLOUD;
    },
    closed_until_filed: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, JD;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    filed_services: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::FILING)] FiledServiceRule::OpenWithNumber, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
