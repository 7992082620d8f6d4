//! Yunnan 云南省.

use super::prelude::*;

const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule7/yunnan.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/西南各省管局要求/云南管局备案要求@152ce3d7");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Yunnan.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, UCLOUD;
    },
    shared_responsible_persons: cells! {
        contested [ORGANIZATIONS] SharedResponsiblePersonRule::PhoneNotShared, TENCENT;
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
    young_filers: cells! {
        contested [EVERYONE] AgeProof { below: 18, proofs: list![EmploymentProof] }, TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![ResidencePermit]), TENCENT,
            but OutOfProvince::Accepted, UCLOUD,
            but OutOfProvince::NotAccepted, JD;
    },
    certificate_kinds: cells! {
        contested [INDIVIDUALS] Certificates::Among(list![Passport, HkMacauPermit, TaiwanPermit]), TENCENT;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
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
    documents: cells! {
        contested [PUBLIC_BODIES.on(OrderKindSet::NEW_TYPE)] DocumentRule {
                document: InstitutionApprovalForm,
                or: Some(Statement),
                place: DocumentPlace::Order,
                working_days: None,
            }, UCLOUD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    filed_data: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
