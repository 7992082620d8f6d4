//! Hainan 海南省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_HAINAN,
        ucloud::HAINAN,
        huawei::HAINAN,
        tencent::HAINAN,
        qingcloud::HAINAN,
        jd::HAINAN
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::WithLetter => huawei::DIGEST_OF_HAINAN, aliyun::HAINAN_REPRINT,
                tencent::HAINAN;
            ResponsiblePersonRule::LegalRepresentative => ucloud::HAINAN, huawei::HAINAN, qingcloud::HAINAN,
                jd::HAINAN;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::HAINAN }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => tencent::HAINAN }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(16) => tencent::HAINAN }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::Accepted => ucloud::HAINAN, qingcloud::HAINAN;
        }
    },
    certificate_kinds: cells! {
        [INDIVIDUALS] { Certificates::Only(list![ResidentIdCard]) => huawei::HAINAN }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] { EmergencyContactRule::NotOwn => tencent::HAINAN }
    },
    order_limits: cells! {
        [INDIVIDUALS.on(OrderKindSet::FIRST)] {
            OrderLimit { metric: Metric::Domains, max: 1, filed_above: None } => huawei::DIGEST_OF_HAINAN,
                huawei::HAINAN, tencent::HAINAN, qingcloud::HAINAN;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => aliyun::HAINAN_REPRINT }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => aliyun::HAINAN_REPRINT }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => huawei::HAINAN, tencent::HAINAN;
        }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => huawei::HAINAN, tencent::HAINAN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::HAINAN }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::HAINAN }
    },
    filed_data: cells! {
        [INDIVIDUALS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => huawei::HAINAN }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
