//! Jiangxi 江西省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0226", day(2025, 12, 31));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/江西管局备案要求@4e4812f7");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule5/jiangxi.md", day(2024, 4, 1));
const HUAWEI_GUIDE: Citation = published("华为云备案指南", "icp_02_0019", day(2025, 3, 13));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Jiangxi.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    shared_responsible_persons: cells! {
        contested [ORGANIZATIONS] SharedResponsiblePersonRule::NotShared, TENCENT,
            "可另有本人的个人备案"
                / "the person may have an own filing as an individual besides";
    },
    foreign_representative: cells! {
        contested [ORGANIZATIONS] ForeignRepresentativeRule::CitizenResponsiblePersonsAll, UCLOUD;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        settled [INDIVIDUALS] Years(16), HUAWEI_GUIDE;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![ResidencePermit]), HUAWEI,
            but OutOfProvince::NotAccepted, UCLOUD;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        settled [INDIVIDUALS] LocalMobileRule::NotRequired, HUAWEI_GUIDE;
    },
    emergency_contact: cells! {
        settled [INDIVIDUALS] EmergencyContactRule::NotOwn, HUAWEI_GUIDE;
    },
    order_limits: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Domains, max: 1, filed_above: Some(15),
            }, HUAWEI,
            "旧资料另有全部服务数上限"
                / "older documents cap all services instead";
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Domains, max: 1, filed_above: Some(7),
            }, HUAWEI,
            "旧资料另有全部服务数上限"
                / "older documents cap all services instead";
    },
    total_services: cells! {
        contested [ORGANIZATIONS] Count(7), UCLOUD,
            "较新的资料改为：已备案超过一定数量后每个订单限 1 个域名"
                / "newer documents say instead: one domain in an order once many are filed";
        contested [INDIVIDUALS] Count(4), UCLOUD,
            "较新的资料改为：已备案超过一定数量后每个订单限 1 个域名"
                / "newer documents say instead: one domain in an order once many are filed";
    },
    distinct_names: cells! {
        contested [ORGANIZATIONS] true, UCLOUD;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        contested [ORGANIZATIONS] Contents::Only(list![WebsiteContent::OrganizationPortal]), TENCENT;
        settled [INDIVIDUALS] Contents::Not(list![WebsiteContent::BlogPersonalSpace]), HUAWEI_GUIDE;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
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
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, HUAWEI_GUIDE,
            but ChangeRule::NotAccepted, TENCENT;
    },
    individual_change: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, HUAWEI_GUIDE;
    },
    filed_services: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::FILING)] FiledServiceRule::Open, TENCENT;
        settled [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] FiledServiceRule::Open, HUAWEI_GUIDE;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
