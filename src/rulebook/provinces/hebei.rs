//! Hebei 河北省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0216", day(2025, 12, 31));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JWNvbeWSj…t_30_p_7");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule1/hebei.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华北各省管局要求/河北管局备案要求@ffc5955f");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Hebei.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));
const TENCENT_UPLOADS: Citation = not_after(2022, "腾讯云文档《备案材料上传》", "材料的出具时间@4e4812f7");

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    shared_responsible_persons: cells! {
        contested [ORGANIZATIONS] SharedResponsiblePersonRule::PhoneNotShared, HUAWEI_EXCERPT;
    },
    foreign_representative: cells! {
        settled [ORGANIZATIONS] ForeignRepresentativeRule::CitizenResponsiblePersons, UCLOUD;
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
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::Accepted, UCLOUD,
            but OutOfProvince::WithLocalPhone, TENCENT;
    },
    certificate_kinds: cells! {
        settled [INDIVIDUALS] Certificates::Not(list![Passport, ForeignerPermanentResidenceCard]), HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [INDIVIDUALS] LocalMobileRule::RequiredOfOutsiders, TENCENT;
    },
    same_city: cells! {
        settled [ORGANIZATIONS] true, HUAWEI;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::Words(WordRule::WithPreApproval(words!["论坛", "社区"])), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    document_ages: cells! {
        settled [EVERYONE] DocumentAge { material: MaterialKind::AuthorizationLetter, at_most: TimeSpan::Months(6) }, TENCENT_UPLOADS;
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
    individual_change: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] FiledDataRule::CertificateAsFiled, TENCENT;
    },
    beside_change: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::FILING)] false, HUAWEI;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
