//! Anhui 安徽省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![huawei::DIGEST_OF_ANHUI, ucloud::ANHUI, tencent::ANHUI, qingcloud::ANHUI, jd::ANHUI],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::WithLetterForAll => huawei::DIGEST_OF_ANHUI, tencent::ANHUI,
                tencent::MATERIALS;
            ResponsiblePersonRule::LegalRepresentative => ucloud::ANHUI, qingcloud::ANHUI, jd::ANHUI;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::ANHUI, tencent::ANHUI, jd::ANHUI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::ANHUI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::ANHUI }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![MaterialKind::Other] } => tencent::ANHUI ("监护人身份证明等材料" / "the guardian's identity and consent");
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => ucloud::ANHUI,
                tencent::ANHUI, qingcloud::ANHUI;
        }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => qingcloud::ANHUI }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] { EmergencyContactRule::NotOwn => huawei::EXCERPT_JXPHC3 }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => tencent::ANHUI }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => huawei::DIGEST_OF_ANHUI, tencent::ANHUI;
        }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => huawei::DIGEST_OF_ANHUI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::ANHUI;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
