//! Xizang (Tibet) 西藏自治区.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案前准备咨询 doc_0246", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule7/xizang.md", day(2024, 8, 23));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JXphc3BlcueJ…t_30_p_5");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西南各省管局要求/西藏管局备案要求@c01775e3");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    responsible_person_age: cells! {
        settled [ORGANIZATIONS] Years(18), HUAWEI_EXCERPT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [ORGANIZATIONS] LocalMobileRule::NotRequired, HUAWEI_EXCERPT;
    },
    emergency_contact: cells! {
        contested [ORGANIZATIONS] EmergencyContactRule::NotOwn, HUAWEI_EXCERPT;
    },
    registrant: cells! {
        settled [ORGANIZATIONS] RegistrantRule::PrincipalOnly, HUAWEI_EXCERPT;
    },
    documents: cells! {
        contested [EVERYONE.on(OrderKindSet::FIRST)] DocumentRule::of(PartyBuildingLetter, DocumentPlace::Order), TENCENT;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
