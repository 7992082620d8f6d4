//! Guangxi 广西壮族自治区.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0229", day(2025, 12, 31));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Guangxi.md");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule4/guangxi.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华南各省管局要求/广西管局备案要求@32cdec97");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const GUIDE: Citation = published("腾讯云《ICP 备案操作指引（小程序端）》", "注销空壳主体", day(2024, 11, 4));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        contested [ORGANIZATIONS] true, JD;
    },
    foreign_representative: cells! {
        contested [ORGANIZATIONS] ForeignRepresentativeRule::CitizenResponsiblePersonsAll, UCLOUD;
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
            but OutOfProvince::Accepted, UCLOUD;
    },
    certificate_kinds: cells! {
        contested [ENTERPRISES] Certificates::Only(list![BusinessLicense]), TENCENT;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [EVERYONE] LocalMobileRule::Required, JD;
    },
    emergency_contact: cells! {
        contested [EVERYONE] EmergencyContactRule::NotOwn, TENCENT;
    },
    address_words: cells! {
        contested [EVERYONE] WordRule::Not(words!["市辖区"]), TENCENT;
    },
    thresholds: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Domains, Basis::FiledAndNew, Operator::Above, 5, Consequence::Statement,
            ), TENCENT;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 3,
                Consequence::SitePlanByPost,
            ), TENCENT;
    },
    domain_validity: cells! {
        contested [ORGANIZATIONS] Months(3), TENCENT;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    one_domain: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
        settled [INDIVIDUALS] RemarkRule::IndividualSite, UCLOUD;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    hollow_principal_deregistration: cells! {
        settled [EVERYONE] PaperDeregistration {
                form: PaperForm::Own,
                zh: Cow::Borrowed("广西请使用广西通信管理局网站办事指南中的 ICP 备案注销申请表，按填表须知填写，连同证件资料递交管局。"),
                en: Cow::Borrowed("Guangxi has its own form, on the website of its authority: fill it in as its notes say and hand it in with the certificates."),
            }, GUIDE;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::WithChangeProof, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, JD;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    filed_services: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::FILING)] FiledServiceRule::OpenWithNumber, HUAWEI;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
