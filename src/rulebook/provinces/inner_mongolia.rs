//! Inner Mongolia 内蒙古自治区.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0218", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule1/neimenggu.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华北各省管局要求/内蒙古管局备案要求@4e4812f7");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Neimenggu.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));
const TENCENT_MATERIALS: Citation = not_after(2022, "腾讯云文档《备案材料清单》", "域名证书@c01775e3");

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        settled [ORGANIZATIONS] true, HUAWEI;
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
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, HUAWEI,
            but OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]), UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    domain_suffixes: cells! {
        settled [INSTITUTIONS] Suffixes::Only(words!["cn", "公益"]), HUAWEI;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
        contested [INDIVIDUALS] RemarkRule::Characters(30), TENCENT;
        contested [ORGANIZATIONS] RemarkRule::ShowcaseOnly, UCLOUD;
        contested [INDIVIDUALS] RemarkRule::IndividualSite, TENCENT;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::NotWithoutPreApproval(list![
                WebsiteContent::BlogPersonalSpace,
            ]), TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    documents: cells! {
        settled [PUBLIC_BODIES.on(OrderKindSet::NEW_TYPE)] DocumentRule {
                document: InstitutionApprovalForm,
                or: Some(Statement),
                place: DocumentPlace::Order,
                working_days: None,
            }, HUAWEI;
    },
    domain_certificates: cells! {
        settled [EVERYONE.on(OrderKindSet::CHANGE)] DomainCertificateRule::Always, TENCENT_MATERIALS;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT,
            but ChangeRule::AsLegalRepresentative, JD;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
