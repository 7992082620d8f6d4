//! Heilongjiang 黑龙江省.

use super::prelude::*;

const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule2/heilongjiang.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/东北各省管局要求/黑龙江省管局要求@6eb0d1e8");
const TENCENT_2: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/东北各省管局要求/黑龙江省管局要求@098f863a");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Heilongjiang.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        contested [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, UCLOUD,
            but ResponsiblePersonRule::OfficerWithLetter, TENCENT;
    },
    service_responsible_person: cells! {
        contested [ORGANIZATIONS] ServiceResponsiblePersonRule::SameAsPrincipal, TENCENT;
    },
    service_responsible_person_age: cells! {
        contested [ORGANIZATIONS] AgeCap { men: 65, women: 65 }, TENCENT_2;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), TENCENT,
            but Years(16), TENCENT_2;
    },
    responsible_person_age: cells! {
        settled [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS] OutOfProvince::NotAccepted, UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [EVERYONE] LocalMobileRule::Required, JD;
    },
    emergency_contact: cells! {
        contested [EVERYONE] EmergencyContactRule::NotOwn, JD;
    },
    order_limits: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 4, filed_above: None,
            }, TENCENT;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 2, filed_above: None,
            }, TENCENT;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::OfOrganization, JD;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD,
            but RemarkRule::Content, TENCENT;
        contested [INDIVIDUALS] RemarkRule::SameSite, TENCENT;
    },
    service_contents: cells! {
        contested [ORGANIZATIONS] Contents::Not(list![WebsiteContent::Other]), TENCENT;
        contested [INDIVIDUALS] Contents::Only(list![WebsiteContent::BlogPersonalSpace]), UCLOUD;
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
            }, UCLOUD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    individual_to_organization: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    business_to_individual: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
