//! Shanxi 山西省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![huawei::DIGEST_OF_SHANXI, ucloud::SHANXI, tencent::SHANXI, qingcloud::SHANXI, jd::SHANXI],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_SHANXI, ucloud::SHANXI;
            ResponsiblePersonRule::WithLetter => jd::SHANXI;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::SHANXI }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] { ForeignRepresentativeRule::CitizenResponsiblePersons => huawei::DIGEST_OF_SHANXI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::SHANXI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::SHANXI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::SHANXI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_SHANXI, ucloud::SHANXI, tencent::SHANXI,
                qingcloud::SHANXI, jd::SHANXI;
        }
    },
    local_mobile: cells! {
        [ORGANIZATIONS] { LocalMobileRule::RequiredOrRemark => qingcloud::SHANXI, aliyun::SHANXI }
        [INDIVIDUALS] { LocalMobileRule::Required => qingcloud::SHANXI, aliyun::SHANXI }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::FILING)] {
            OrderLimit { metric: Metric::Domains, max: 3, filed_above: None } => huawei::DIGEST_OF_SHANXI;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::DIGEST_OF_SHANXI }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::SHANXI, aliyun::SHANXI }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::SHANXI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::SHANXI }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::SHANXI }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS.or(OrderKindSet::ADD_SERVICE_FROM_ELSEWHERE))] {
            FiledDataRule::ChangedAfterwards => tencent::SHANXI ("限三证合一前的证件已换发的" / "of certificates that were replaced by those of the three-in-one reform");
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
