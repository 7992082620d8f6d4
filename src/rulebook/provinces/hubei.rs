//! Hubei 湖北省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0233", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule5/hubei.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华中各省管局要求/湖北管局备案要求@e8ec8d43");
const TENCENT_2: Citation = undated("腾讯云备案文档", "document/product/243/51714");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Hubei.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));
const TENCENT_UPLOADS: Citation = not_after(2022, "腾讯云文档《备案材料上传》", "材料的出具时间@4e4812f7");

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
        settled [INDIVIDUALS] Years(18), TENCENT;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT_2;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit,
            ]), HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    phones_of_one_person: cells! {
        contested [ORGANIZATIONS] Count(2), TENCENT;
    },
    phones_of_two_persons: cells! {
        contested [ORGANIZATIONS] Count(2), TENCENT;
    },
    local_mobile: cells! {
        contested [INDIVIDUALS] LocalMobileRule::Required, UCLOUD;
    },
    order_limits: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 1, filed_above: None,
            }, HUAWEI;
        settled [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 1, filed_above: None,
            }, UCLOUD;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT_2;
    },
    domain_suffixes: cells! {
        settled [INSTITUTIONS] Suffixes::Only(words!["cn", "公益"]), HUAWEI;
        settled [GOVERNMENT] Suffixes::Only(words!["gov.cn", "政务"]), HUAWEI;
    },
    one_domain: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT_2;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
        contested [ORGANIZATIONS] RemarkRule::ContentUnless(list![
                WebsiteContent::OrganizationPortal,
            ]), TENCENT;
        contested [INDIVIDUALS] RemarkRule::ContentUnless(list![WebsiteContent::BlogPersonalSpace]), TENCENT;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT_2;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    document_ages: cells! {
        settled [EVERYONE] DocumentAge { material: MaterialKind::Statement, at_most: TimeSpan::Months(6) }, TENCENT_UPLOADS;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT_2;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT_2;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT,
            but ChangeRule::AsLegalRepresentative, JD;
    },
    individual_change: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
