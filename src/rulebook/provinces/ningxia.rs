//! Ningxia 宁夏回族自治区.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_NINGXIA,
        ucloud::NINGXIA,
        tencent::NINGXIA,
        qingcloud::NINGXIA,
        jd::NINGXIA
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_NINGXIA, ucloud::NINGXIA,
                tencent::NINGXIA, qingcloud::NINGXIA, jd::NINGXIA;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::NINGXIA, tencent::NINGXIA }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::NINGXIA }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::NINGXIA }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::NINGXIA }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_NINGXIA, ucloud::NINGXIA, qingcloud::NINGXIA,
                jd::NINGXIA;
            OutOfProvince::WithProof(list![Lease, PropertyDeed]) => tencent::NINGXIA;
        }
    },
    phones_of_two_persons: cells! {
        [ORGANIZATIONS] { Count(3) => tencent::NINGXIA }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] { EmergencyContactRule::NotOwn => tencent::NINGXIA }
    },
    thresholds: cells! {
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 3, Consequence::Statement) => tencent::NINGXIA;
        }
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::Filed, Operator::Above, 5, Consequence::SitePlan) => ucloud::QUESTIONS;
        }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::PrincipalOnly => huawei::DIGEST_OF_NINGXIA, tencent::NINGXIA }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    filed_services: cells! {
        [EVERYONE.on(OrderKindSet::FILING)] { FiledServiceRule::Open => tencent::NINGXIA }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] {
            FiledDataRule::CertificateAsFiled => tencent::NINGXIA;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
