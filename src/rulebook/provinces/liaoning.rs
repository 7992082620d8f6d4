//! Liaoning 辽宁省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::LIAONING, tencent::LIAONING, qingcloud::LIAONING, jd::LIAONING],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => ucloud::LIAONING, qingcloud::LIAONING, jd::LIAONING;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::LIAONING }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] { ForeignRepresentativeRule::CitizenResponsiblePersonsAll => ucloud::LIAONING }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::LIAONING }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::LIAONING; Years(16) => tencent::LIAONING_EARLIER }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::LIAONING, qingcloud::LIAONING, jd::LIAONING }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::Accepted => ucloud::LIAONING, qingcloud::LIAONING;
        }
    },
    phones_of_one_person: cells! {
        [ORGANIZATIONS] { Count(2) => tencent::LIAONING }
    },
    phones_of_two_persons: cells! {
        [ORGANIZATIONS] { Count(3) => tencent::LIAONING }
    },
    local_mobile: cells! {
        [EVERYONE] {
            LocalMobileRule::Recommended => tencent::LIAONING;
            LocalMobileRule::Required => qingcloud::LIAONING, jd::LIAONING;
        }
    },
    emergency_contact: cells! {
        [EVERYONE] { EmergencyContactRule::NotOwn => tencent::LIAONING, jd::LIAONING }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::LIAONING }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::LIAONING }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::LIAONING, jd::LIAONING;
        }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] {
            FiledDataRule::AsFiled => tencent::LIAONING;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
