//! Hunan 湖南省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0234", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule5/hunan.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华中各省管局要求/湖南管局备案要求@71db6367");
const UCLOUD_QUESTIONS: Citation = published("UCloud 备案文档", "problem/problem9.md", day(2026, 1, 19));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Hunan.md");
const ALIYUN: Citation = undated("阿里云备案文档（转载）", "bestwisewords.com");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));
const TENCENT_UPLOADS: Citation = not_after(2022, "腾讯云文档《备案材料上传》", "材料的出具时间@4e4812f7");
const TENCENT_MATERIALS: Citation = not_after(2022, "腾讯云文档《备案材料清单》", "域名证书@c01775e3");

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
        settled [INDIVIDUALS] Years(18), HUAWEI;
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
    local_mobile: cells! {
        settled [INDIVIDUALS] LocalMobileRule::Required, HUAWEI;
    },
    order_limits: cells! {
        settled [EVERYONE.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 1, filed_above: None,
            }, HUAWEI;
    },
    thresholds: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::Filed, Operator::Above, 1, Consequence::SitePlan,
            ), UCLOUD_QUESTIONS,
            but Threshold::of(
                Metric::Services, Basis::Filed, Operator::AtLeast, 1, Consequence::SitePlan,
            ), JD;
    },
    domain_validity: cells! {
        contested [EVERYONE] Months(3), ALIYUN;
    },
    registrant: cells! {
        settled [ORGANIZATIONS] RegistrantRule::PrincipalOnly, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::Not(list![WebsiteContent::BlogPersonalSpace]), TENCENT;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, JD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    document_ages: cells! {
        settled [EVERYONE] DocumentAge { material: MaterialKind::DomainCertificate, at_most: TimeSpan::Days(45) }, TENCENT_UPLOADS;
    },
    domain_certificates: cells! {
        settled [EVERYONE.on(OrderKindSet::CHANGE)] DomainCertificateRule::Always, TENCENT_MATERIALS;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    filed_data: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] FiledDataRule::AsFiled, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
