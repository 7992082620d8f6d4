//! Jiangxi 江西省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_JIANGXI,
        huawei::JIANGXI,
        ucloud::JIANGXI,
        tencent::JIANGXI,
        qingcloud::JIANGXI,
        jd::JIANGXI
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_JIANGXI, ucloud::JIANGXI,
                volcengine::JIANGXI, tencent::JIANGXI, jd::JIANGXI;
        }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] {
            SharedResponsiblePersonRule::NotShared => volcengine::JIANGXI,
                tencent::JIANGXI ("可另有本人的个人备案" / "the person may have an own filing as an individual besides");
        }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] { ForeignRepresentativeRule::CitizenResponsiblePersonsAll => ucloud::JIANGXI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::JIANGXI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => huawei::JIANGXI, tencent::JIANGXI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit]) => huawei::DIGEST_OF_JIANGXI, huawei::JIANGXI,
                qingcloud::JIANGXI;
            OutOfProvince::NotAccepted => ucloud::JIANGXI, tencent::JIANGXI, jd::JIANGXI;
        }
    },
    certificate_validity: cells! {
        [ORGANIZATIONS] { Months(3) => volcengine::JIANGXI }
    },
    local_mobile: cells! {
        [INDIVIDUALS] { LocalMobileRule::NotRequired => huawei::JIANGXI }
    },
    emergency_contact: cells! {
        [INDIVIDUALS] { EmergencyContactRule::NotOwn => huawei::JIANGXI }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Domains, max: 1, filed_above: Some(15) } => huawei::DIGEST_OF_JIANGXI ("旧资料另有全部服务数上限" / "older documents cap all services instead");
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Domains, max: 1, filed_above: Some(7) } => huawei::DIGEST_OF_JIANGXI ("旧资料另有全部服务数上限" / "older documents cap all services instead");
        }
    },
    total_services: cells! {
        [ORGANIZATIONS] {
            Count(7) => ucloud::JIANGXI ("较新的资料改为：已备案超过一定数量后每个订单限 1 个域名" / "newer documents say instead: one domain in an order once many are filed");
        }
        [INDIVIDUALS] {
            Count(4) => ucloud::JIANGXI ("较新的资料改为：已备案超过一定数量后每个订单限 1 个域名" / "newer documents say instead: one domain in an order once many are filed");
        }
    },
    thresholds: cells! {
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 5, Consequence::SitePlan) => qingcloud::JIANGXI;
        }
    },
    distinct_names: cells! {
        [ORGANIZATIONS] { true => ucloud::JIANGXI }
    },
    service_contents: cells! {
        [ORGANIZATIONS] { Contents::Only(list![WebsiteContent::OrganizationPortal]) => tencent::JIANGXI }
        [INDIVIDUALS] {
            Contents::Not(list![WebsiteContent::BlogPersonalSpace]) => huawei::JIANGXI, qingcloud::JIANGXI;
        }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::JIANGXI }
    },
    documents: cells! {
        [PUBLIC_BODIES.on(OrderKindSet::NEW_TYPE)] {
            DocumentRule { document: InstitutionApprovalForm, or: Some(Statement), place: DocumentPlace::Order, working_days: None } => huawei::DIGEST_OF_JIANGXI;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::JIANGXI }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::JIANGXI, jd::JIANGXI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => huawei::JIANGXI, jd::JIANGXI;
            ChangeRule::NotAccepted => tencent::JIANGXI;
        }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => huawei::JIANGXI }
    },
    filed_services: cells! {
        [ORGANIZATIONS.on(OrderKindSet::FILING)] { FiledServiceRule::Open => tencent::JIANGXI }
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { FiledServiceRule::Open => huawei::JIANGXI }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
