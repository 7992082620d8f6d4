//! Shaanxi 陕西省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_SHAANXI,
        ucloud::SHAANXI,
        tencent::SHAANXI,
        qingcloud::SHAANXI,
        jd::SHAANXI
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_SHAANXI, ucloud::SHAANXI,
                tencent::SHAANXI, qingcloud::SHAANXI, jd::SHAANXI;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::SHAANXI, tencent::SHAANXI, jd::SHAANXI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::SHAANXI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::SHAANXI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::Accepted => huawei::DIGEST_OF_SHAANXI;
            OutOfProvince::NotAccepted => ucloud::SHAANXI;
        }
    },
    local_mobile: cells! {
        [INDIVIDUALS] { LocalMobileRule::Required => tencent::SHAANXI, qingcloud::SHAANXI, jd::SHAANXI }
        [ORGANIZATIONS] {
            LocalMobileRule::Required => jd::SHAANXI;
            LocalMobileRule::RequiredOrRemark => qingcloud::SHAANXI;
        }
    },
    total_services: cells! {
        [ORGANIZATIONS] { Count(30) => huawei::DIGEST_OF_SHAANXI }
        [INDIVIDUALS] { Count(5) => huawei::EXCERPT_JWUTBW }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::SHAANXI }
    },
    distinct_names: cells! {
        [EVERYONE] {
            true => ucloud::SHAANXI, qingcloud::SHAANXI, jd::SHAANXI;
            false => huawei::EXCERPT_JWUTBW, tencent::SHAANXI;
        }
    },
    service_contents: cells! {
        [INDIVIDUALS] {
            Contents::NotWithoutPreApproval(list![WebsiteContent::BlogPersonalSpace]) => ucloud::SHAANXI,
                qingcloud::SHAANXI;
        }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => jd::SHAANXI }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => huawei::CHANGES_3, tencent::SHAANXI;
        }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            true => huawei::CHANGES_3, tencent::SHAANXI, jd::SHAANXI;
        }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => tencent::SHAANXI }
        [ORGANIZATIONS.on(OrderKindSet::ADDITIONS)] { FiledDataRule::AsFiled => tencent::SHAANXI }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
