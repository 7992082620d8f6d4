//! Qinghai 青海省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_QINGHAI,
        ucloud::QINGHAI,
        aliyun::QINGHAI,
        tencent::QINGHAI,
        qingcloud::QINGHAI,
        jd::QINGHAI
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS.without(PUBLIC_BODIES)] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_QINGHAI, ucloud::QINGHAI,
                aliyun::QINGHAI, qingcloud::QINGHAI, jd::QINGHAI;
        }
        [PUBLIC_BODIES] {
            // Of what is said of organisations at large the newest stands for all: it does not settle what is said of these.
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_QINGHAI;
            ResponsiblePersonRule::WithLetter => tencent::QINGHAI ("限机关、事业单位" / "government bodies and institutions");
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => huawei::EXCERPT_JXPHC3, jd::QINGHAI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::QINGHAI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::QINGHAI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::QINGHAI; Years(14) => aliyun::QINGHAI }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 22, proofs: list![StudentCard, EmploymentProof] } => tencent::QINGHAI;
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_QINGHAI, ucloud::QINGHAI, tencent::QINGHAI,
                qingcloud::QINGHAI, jd::QINGHAI;
        }
    },
    persons_phones_differ: cells! {
        [ORGANIZATIONS] { true => huawei::EXCERPT_JXPHC3 }
    },
    local_mobile: cells! {
        [ORGANIZATIONS] { LocalMobileRule::NotRequired => huawei::EXCERPT_JXPHC3 }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => aliyun::QINGHAI }
    },
    registrant: cells! {
        [ORGANIZATIONS] {
            RegistrantRule::OrLegalRepresentative => huawei::EXCERPT_JXPHC3, aliyun::QINGHAI;
            RegistrantRule::PrincipalOnly => tencent::QINGHAI;
        }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::Content => ucloud::QINGHAI, tencent::QINGHAI }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::QINGHAI }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    order_kinds_unavailable: cells! {
        [ORGANIZATIONS] { OrderKinds(list![ChangeService]) => huawei::DIGEST_OF_QINGHAI }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::QINGHAI }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::AsFiled => qingcloud::QINGHAI }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
