//! Hebei 河北省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![huawei::DIGEST_OF_HEBEI, ucloud::HEBEI, tencent::HEBEI, qingcloud::HEBEI, jd::HEBEI],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_HEBEI, ucloud::HEBEI,
                tencent::HEBEI, qingcloud::HEBEI;
        }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] { SharedResponsiblePersonRule::PhoneNotShared => huawei::EXCERPT_JWNVBE }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] { ForeignRepresentativeRule::CitizenResponsiblePersons => ucloud::HEBEI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::HEBEI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => huawei::DIGEST_OF_HEBEI, tencent::HEBEI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::HEBEI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::Accepted => ucloud::HEBEI, qingcloud::HEBEI;
            OutOfProvince::WithLocalPhone => tencent::HEBEI;
        }
    },
    certificate_kinds: cells! {
        [INDIVIDUALS] {
            Certificates::Not(list![Passport, ForeignerPermanentResidenceCard]) => huawei::DIGEST_OF_HEBEI;
        }
    },
    local_mobile: cells! {
        [INDIVIDUALS] { LocalMobileRule::RequiredOfOutsiders => tencent::HEBEI }
    },
    same_city: cells! {
        [ORGANIZATIONS] { true => huawei::DIGEST_OF_HEBEI }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::DIGEST_OF_HEBEI }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::HEBEI }
    },
    service_names: cells! {
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::WithPreApproval(words!["论坛", "社区"])) => tencent::HEBEI;
        }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::HEBEI }
    },
    document_ages: cells! {
        [EVERYONE] {
            DocumentAge { material: MaterialKind::AuthorizationLetter, at_most: TimeSpan::Months(6) } => tencent::UPLOADS;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::HEBEI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::HEBEI }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::HEBEI }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] {
            FiledDataRule::CertificateAsFiled => tencent::HEBEI;
        }
    },
    beside_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::FILING)] { false => huawei::DIGEST_OF_HEBEI }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
