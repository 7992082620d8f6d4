//! Fujian 福建省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_FUJIAN,
        ucloud::FUJIAN,
        aliyun::FUJIAN,
        tencent::FUJIAN,
        qingcloud::FUJIAN,
        jd::FUJIAN
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_FUJIAN, ucloud::FUJIAN,
                aliyun::FUJIAN, tencent::FUJIAN, jd::FUJIAN;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::FUJIAN, aliyun::FUJIAN, tencent::FUJIAN, jd::FUJIAN }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::FUJIAN }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => tencent::FUJIAN; Years(8) => tencent::FUJIAN_EARLIER }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] {
            Years(18) => huawei::DIGEST_OF_FUJIAN ("其他资料：须本人持有身份证" / "elsewhere: the responsible person has to hold an own identity card");
            Years(14) => aliyun::FUJIAN;
        }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![MaterialKind::Other] } => tencent::FUJIAN ("监护人身份证明、户口簿等材料" / "the guardian's identity, household register and statement");
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => huawei::DIGEST_OF_FUJIAN,
                ucloud::FUJIAN, tencent::FUJIAN, qingcloud::FUJIAN, jd::FUJIAN;
        }
    },
    certificate_kinds: cells! {
        [INDIVIDUALS] { Certificates::Only(list![ResidentIdCard]) => tencent::FUJIAN }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] { EmergencyContactRule::NotOfResponsiblePersons => aliyun::FUJIAN }
    },
    thresholds: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 5, Consequence::SitePlan) => qingcloud::FUJIAN;
        }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => aliyun::FUJIAN }
    },
    registrant: cells! {
        [ORGANIZATIONS] {
            RegistrantRule::OrLegalRepresentative => huawei::DIGEST_OF_FUJIAN, aliyun::FUJIAN;
            RegistrantRule::PrincipalOnly => tencent::FUJIAN, qingcloud::FUJIAN;
        }
    },
    closed_until_filed: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] { true => tencent::FUJIAN, jd::FUJIAN }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::FUJIAN }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::FUJIAN, jd::FUJIAN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::FUJIAN }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::FUJIAN }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => tencent::FUJIAN }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
