//! Chongqing 重庆市.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::CHONGQING, tencent::CHONGQING, qingcloud::CHONGQING, jd::CHONGQING],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => ucloud::CHONGQING, tencent::CHONGQING,
                qingcloud::CHONGQING, jd::CHONGQING;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::CHONGQING, tencent::CHONGQING, jd::CHONGQING }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] { SharedResponsiblePersonRule::NotShared => tencent::CHONGQING, jd::CHONGQING }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::CHONGQING }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => tencent::CHONGQING }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => qingcloud::CHONGQING }
    },
    young_filers: cells! {
        [INDIVIDUALS] { AgeProof { below: 18, proofs: list![EmploymentProof] } => tencent::CHONGQING }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => ucloud::CHONGQING, qingcloud::CHONGQING, jd::CHONGQING;
        }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] { EmergencyContactRule::NotOwn => tencent::CHONGQING, ucloud::NOTICE_3 }
        [INDIVIDUALS] { EmergencyContactRule::Any => tencent::CHONGQING, ucloud::NOTICE_3 }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 35, Consequence::SitePlan) => ucloud::QUESTIONS,
                huawei::EXCERPT_JEAAJU;
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 35, Consequence::SitePlan) => tencent::CHONGQING;
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 6, Consequence::SitePlan) => ucloud::CHONGQING;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 5, Consequence::SitePlanAndGuarantee) => tencent::CHONGQING,
                qingcloud::CHONGQING;
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 2, Consequence::SitePlanAndGuarantee) => ucloud::CHONGQING;
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 5, Consequence::SitePlanAndGuarantee) => huawei::EXCERPT_JEAAJU;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::EXCERPT_JEAAJU }
    },
    registrant: cells! {
        [ORGANIZATIONS] {
            RegistrantRule::OrLegalRepresentativeWithLetter => tencent::CHONGQING;
            RegistrantRule::PrincipalOnly => huawei::EXCERPT_JEAAJU;
        }
    },
    one_domain: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] { true => huawei::EXCERPT_JEAAJU, tencent::CHONGQING }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] { true => huawei::EXCERPT_JEAAJU }
    },
    service_names: cells! {
        [ORGANIZATIONS] { NameRule::NoEnglish => tencent::CHONGQING }
        [INDIVIDUALS] { NameRule::NoEnglish => huawei::EXCERPT_JEAAJU }
    },
    remarks: cells! {
        [EVERYONE] { RemarkRule::ContentWhere(list![WebsiteContent::Other]) => tencent::CHONGQING }
        [INDIVIDUALS] { RemarkRule::EmergencyContact => tencent::CHONGQING }
        [ORGANIZATIONS] { RemarkRule::EmergencyContact => ucloud::NOTICE_3 }
    },
    service_contents: cells! {
        [INDIVIDUALS] { Contents::Only(list![WebsiteContent::BlogPersonalSpace]) => ucloud::CHONGQING }
    },
    closed_until_filed: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] { true => tencent::CHONGQING }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::CHONGQING }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => jd::CHONGQING }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::CHONGQING }
    },
    filed_services: cells! {
        [ORGANIZATIONS.on(OrderKindSet::FILING)] { FiledServiceRule::OpenWithNumber => tencent::CHONGQING }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
