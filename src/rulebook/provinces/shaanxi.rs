//! Shaanxi 陕西省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0236", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule6/shanxi3.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西北各省管局要求/陕西管局备案要求@39220639");
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JWUtbW9i…t_30_p_7");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Shaanxi.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_2: Citation = published("华为云备案知识库", "备案变更咨询 icp_02_0029", day(2025, 11, 19));
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
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::Accepted, HUAWEI,
            but OutOfProvince::NotAccepted, UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        settled [INDIVIDUALS] LocalMobileRule::Required, TENCENT;
        settled [ORGANIZATIONS] LocalMobileRule::Required, JD;
    },
    total_services: cells! {
        settled [ORGANIZATIONS] Count(30), HUAWEI;
        settled [INDIVIDUALS] Count(5), HUAWEI_EXCERPT;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    distinct_names: cells! {
        contested [EVERYONE] true, UCLOUD,
            but false, HUAWEI_EXCERPT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        settled [INDIVIDUALS] Contents::NotWithoutPreApproval(list![
                WebsiteContent::BlogPersonalSpace,
            ]), UCLOUD;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, JD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, HUAWEI_2;
    },
    name_change_proof: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, HUAWEI_2;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, TENCENT;
        contested [ORGANIZATIONS.on(OrderKindSet::ADDITIONS)] FiledDataRule::AsFiled, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
