//! Xinjiang 新疆维吾尔自治区.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_XINJIANG,
        ucloud::XINJIANG,
        tencent::XINJIANG,
        qingcloud::XINJIANG,
        jd::XINJIANG
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_XINJIANG, ucloud::XINJIANG,
                tencent::XINJIANG, jd::XINJIANG;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::XINJIANG }
    },
    shared_responsible_persons: cells! {
        [EVERYONE] { SharedResponsiblePersonRule::NotShared => tencent::XINJIANG }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::XINJIANG }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::XINJIANG }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::XINJIANG }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_XINJIANG, ucloud::XINJIANG, tencent::XINJIANG,
                qingcloud::XINJIANG, jd::XINJIANG;
        }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => tencent::XINJIANG, jd::XINJIANG }
    },
    one_domain: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => huawei::DIGEST_OF_XINJIANG, tencent::XINJIANG }
    },
    documents: cells! {
        [EVERYONE.on(OrderKindSet::FILING)] {
            DocumentRule::of(PartyBuildingLetter, DocumentPlace::Order) => tencent::XINJIANG,
                qingcloud::XINJIANG;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::XINJIANG }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::XINJIANG }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::XINJIANG }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
