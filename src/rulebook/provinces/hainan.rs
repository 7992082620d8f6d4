//! Hainan 海南省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0230", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule4/hainan.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华南各省管局要求/海南管局备案要求@26660986");
const HUAWEI_GUIDE: Citation = published("华为云备案指南", "icp_02_0023", day(2021, 1, 29));
const ALIYUN: Citation =
    published("阿里云备案文档（转载）", "altadwy.com/news/record/5801.html", day(2020, 4, 3));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Hainan.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        contested [ORGANIZATIONS] ResponsiblePersonRule::WithLetter, HUAWEI,
            but ResponsiblePersonRule::LegalRepresentative, UCLOUD;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(16), TENCENT;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(16), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::Accepted, UCLOUD;
    },
    certificate_kinds: cells! {
        contested [INDIVIDUALS] Certificates::Only(list![ResidentIdCard]), HUAWEI_GUIDE;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    emergency_contact: cells! {
        contested [ORGANIZATIONS] EmergencyContactRule::NotOwn, TENCENT;
    },
    order_limits: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FIRST)] OrderLimit {
                metric: Metric::Domains, max: 1, filed_above: None,
            }, HUAWEI;
    },
    domain_validity: cells! {
        contested [EVERYONE] Months(3), ALIYUN;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, ALIYUN;
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
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    individual_change: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    filed_data: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, HUAWEI_GUIDE;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
