//! Heilongjiang 黑龙江省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::HEILONGJIANG, tencent::HEILONGJIANG, qingcloud::HEILONGJIANG, jd::HEILONGJIANG],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => ucloud::HEILONGJIANG, huawei::EXCERPT_JES6KE,
                jd::HEILONGJIANG;
            ResponsiblePersonRule::OfficerWithLetter => tencent::HEILONGJIANG;
        }
    },
    service_responsible_person: cells! {
        [ORGANIZATIONS] { ServiceResponsiblePersonRule::SameAsPrincipal => tencent::HEILONGJIANG }
    },
    service_responsible_person_age: cells! {
        [ORGANIZATIONS] { AgeCap { men: 65, women: 65 } => tencent::HEILONGJIANG_EARLIER }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] { SharedResponsiblePersonRule::PersonNotShared => qingcloud::HEILONGJIANG }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::HEILONGJIANG }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::HEILONGJIANG; Years(16) => tencent::HEILONGJIANG_EARLIER }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::HEILONGJIANG, jd::HEILONGJIANG }
    },
    out_of_province: cells! {
        [INDIVIDUALS] {
            OutOfProvince::NotAccepted => ucloud::HEILONGJIANG, tencent::HEILONGJIANG, qingcloud::HEILONGJIANG,
                jd::HEILONGJIANG;
        }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => jd::HEILONGJIANG }
    },
    emergency_contact: cells! {
        [EVERYONE] { EmergencyContactRule::NotOwn => jd::HEILONGJIANG }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 4, filed_above: None } => tencent::HEILONGJIANG;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 2, filed_above: None } => tencent::HEILONGJIANG;
        }
    },
    service_names: cells! {
        [ORGANIZATIONS] { NameRule::OfOrganization => jd::HEILONGJIANG }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::Content => ucloud::HEILONGJIANG, tencent::HEILONGJIANG }
        [INDIVIDUALS] { RemarkRule::SameSite => tencent::HEILONGJIANG }
    },
    service_contents: cells! {
        [ORGANIZATIONS] { Contents::Not(list![WebsiteContent::Other]) => tencent::HEILONGJIANG }
        [INDIVIDUALS] { Contents::Only(list![WebsiteContent::BlogPersonalSpace]) => ucloud::HEILONGJIANG }
    },
    documents: cells! {
        [PUBLIC_BODIES.on(OrderKindSet::NEW_TYPE)] {
            DocumentRule { document: InstitutionApprovalForm, or: Some(Statement), place: DocumentPlace::Order, working_days: None } => ucloud::HEILONGJIANG;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::HEILONGJIANG, jd::HEILONGJIANG;
        }
    },
    business_to_individual: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::HEILONGJIANG;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
