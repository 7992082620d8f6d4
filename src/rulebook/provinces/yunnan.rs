//! Yunnan 云南省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::YUNNAN, tencent::YUNNAN, qingcloud::YUNNAN, jd::YUNNAN],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => ucloud::YUNNAN, tencent::YUNNAN, jd::YUNNAN;
        }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] { SharedResponsiblePersonRule::PhoneNotShared => tencent::YUNNAN }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::YUNNAN }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => tencent::YUNNAN }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(16) => tencent::YUNNAN }
    },
    young_filers: cells! {
        [EVERYONE] {
            AgeProof { below: 18, proofs: list![EmploymentProof] } => tencent::YUNNAN, qingcloud::YUNNAN;
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit]) => ucloud::YUNNAN, tencent::YUNNAN;
            OutOfProvince::NotAccepted => jd::YUNNAN;
        }
    },
    certificate_kinds: cells! {
        [INDIVIDUALS] { Certificates::Among(list![Passport, HkMacauPermit, TaiwanPermit]) => tencent::YUNNAN }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::PrincipalOnly => aliyun::YUNNAN }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::YUNNAN }
    },
    documents: cells! {
        [PUBLIC_BODIES.on(OrderKindSet::NEW_TYPE)] {
            DocumentRule { document: InstitutionApprovalForm, or: Some(Statement), place: DocumentPlace::Order, working_days: None } => ucloud::YUNNAN;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::YUNNAN }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::YUNNAN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::YUNNAN;
        }
    },
    filed_data: cells! {
        [INDIVIDUALS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => tencent::YUNNAN }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
