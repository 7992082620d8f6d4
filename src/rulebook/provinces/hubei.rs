//! Hubei 湖北省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_HUBEI,
        ucloud::HUBEI,
        aliyun::HUBEI,
        tencent::HUBEI,
        qingcloud::HUBEI,
        jd::HUBEI
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_HUBEI, ucloud::HUBEI,
                tencent::HUBEI_PAGE, jd::HUBEI;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::HUBEI, tencent::HUBEI_PAGE, qingcloud::HUBEI, jd::HUBEI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::HUBEI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::HUBEI, jd::HUBEI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::HUBEI_PAGE, aliyun::HUBEI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => huawei::DIGEST_OF_HUBEI,
                ucloud::HUBEI, tencent::HUBEI, qingcloud::HUBEI, jd::HUBEI;
        }
    },
    phones_of_one_person: cells! {
        [ORGANIZATIONS] { Count(2) => tencent::HUBEI }
    },
    phones_of_two_persons: cells! {
        [ORGANIZATIONS] { Count(2) => tencent::HUBEI }
    },
    local_mobile: cells! {
        [INDIVIDUALS] { LocalMobileRule::Required => ucloud::HUBEI }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 1, filed_above: None } => huawei::DIGEST_OF_HUBEI,
                ucloud::HUBEI, tencent::HUBEI_PAGE, qingcloud::HUBEI, jd::HUBEI;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 1, filed_above: None } => ucloud::HUBEI,
                qingcloud::HUBEI, jd::HUBEI;
        }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::HUBEI_PAGE, aliyun::HUBEI }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => aliyun::HUBEI }
    },
    domain_suffixes: cells! {
        [INSTITUTIONS] { Suffixes::Only(words!["cn", "公益"]) => huawei::DIGEST_OF_HUBEI }
        [GOVERNMENT] { Suffixes::Only(words!["gov.cn", "政务"]) => huawei::DIGEST_OF_HUBEI }
    },
    one_domain: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::HUBEI_PAGE }
    },
    remarks: cells! {
        [ORGANIZATIONS] {
            RemarkRule::ContentUnless(list![WebsiteContent::OrganizationPortal]) => tencent::HUBEI;
        }
        [INDIVIDUALS] {
            RemarkRule::ContentUnless(list![WebsiteContent::BlogPersonalSpace]) => tencent::HUBEI;
        }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::HUBEI_PAGE }
    },
    document_ages: cells! {
        [EVERYONE] {
            DocumentAge { material: MaterialKind::Statement, at_most: TimeSpan::Months(6) } => tencent::UPLOADS;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::HUBEI_PAGE }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::HUBEI_PAGE, jd::HUBEI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => tencent::HUBEI;
            ChangeRule::AsLegalRepresentative => jd::HUBEI;
        }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::HUBEI }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
