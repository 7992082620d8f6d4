//! Guizhou 贵州省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_GUIZHOU,
        ucloud::GUIZHOU,
        aliyun::GUIZHOU,
        tencent::GUIZHOU,
        qingcloud::GUIZHOU,
        jd::GUIZHOU
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_GUIZHOU, ucloud::GUIZHOU,
                aliyun::GUIZHOU, tencent::GUIZHOU, jd::GUIZHOU;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] {
            true => ucloud::GUIZHOU, aliyun::GUIZHOU, tencent::GUIZHOU, qingcloud::GUIZHOU, jd::GUIZHOU;
        }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] { ForeignRepresentativeRule::CitizenResponsiblePersonsAll => ucloud::GUIZHOU }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::GUIZHOU }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::GUIZHOU, qingcloud::GUIZHOU, jd::GUIZHOU }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::GUIZHOU; Years(14) => aliyun::GUIZHOU }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => ucloud::GUIZHOU,
                tencent::GUIZHOU, qingcloud::GUIZHOU, jd::GUIZHOU;
        }
    },
    same_city: cells! {
        [ORGANIZATIONS] { true => huawei::DIGEST_OF_GUIZHOU }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 5, filed_above: None } => tencent::GUIZHOU;
        }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => huawei::DIGEST_OF_GUIZHOU, aliyun::GUIZHOU }
        [INDIVIDUALS] { Months(3) => huawei::DIGEST_OF_GUIZHOU }
    },
    registrant: cells! {
        [ORGANIZATIONS] {
            RegistrantRule::OrLegalRepresentative => tencent::GUIZHOU;
            RegistrantRule::PrincipalOnly => aliyun::GUIZHOU;
        }
    },
    service_contents: cells! {
        [INDIVIDUALS] { Contents::Not(list![WebsiteContent::BlogPersonalSpace]) => tencent::GUIZHOU }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    order_kinds_unavailable: cells! {
        [EVERYONE] { OrderKinds(list![ChangeService]) => tencent::GUIZHOU }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::GUIZHOU }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::GUIZHOU }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::GUIZHOU }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::GUIZHOU }
    },
    filed_data: cells! {
        [EVERYONE.on(OrderKindSet::ACCESS)] { FiledDataRule::AsFiled => qingcloud::GUIZHOU }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
