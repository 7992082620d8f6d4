//! Jilin 吉林省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::JILIN, tencent::JILIN, qingcloud::JILIN, jd::JILIN],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => ucloud::JILIN, qingcloud::JILIN;
            ResponsiblePersonRule::WithLetter => tencent::JILIN, tencent::MATERIALS, jd::JILIN;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::JILIN }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => qingcloud::JILIN }
    },
    young_filers: cells! {
        [EVERYONE] { AgeProof { below: 18, proofs: list![EmploymentProof] } => tencent::JILIN }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => ucloud::JILIN,
                tencent::JILIN, qingcloud::JILIN, jd::JILIN;
        }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => jd::JILIN }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::PrincipalOnly => tencent::JILIN }
    },
    domain_words: cells! {
        [ORGANIZATIONS.without(PUBLIC_BODIES)] { WordRule::Not(words!["中国"]) => tencent::JILIN }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::WithChangeProof => tencent::JILIN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::JILIN, jd::JILIN;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
