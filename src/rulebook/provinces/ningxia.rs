//! Ningxia 宁夏回族自治区.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0239", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule6/ningxia.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西北各省管局要求/宁夏管局备案要求@c01775e3");
const UCLOUD_QUESTIONS: Citation = published("UCloud 备案文档", "problem/problem9.md", day(2026, 1, 19));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Ningxia.md");
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
        contested [INDIVIDUALS] Years(18), TENCENT;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, HUAWEI,
            but OutOfProvince::WithProof(list![Lease, PropertyDeed]), TENCENT;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    phones_of_two_persons: cells! {
        contested [ORGANIZATIONS] Count(3), TENCENT;
    },
    emergency_contact: cells! {
        contested [ORGANIZATIONS] EmergencyContactRule::NotOwn, TENCENT;
    },
    thresholds: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 3, Consequence::Statement,
            ), TENCENT;
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::Filed, Operator::Above, 5, Consequence::SitePlan,
            ), UCLOUD_QUESTIONS;
    },
    registrant: cells! {
        settled [ORGANIZATIONS] RegistrantRule::PrincipalOnly, HUAWEI;
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
    filed_services: cells! {
        contested [EVERYONE.on(OrderKindSet::FILING)] FiledServiceRule::Open, TENCENT;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] FiledDataRule::CertificateAsFiled, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
