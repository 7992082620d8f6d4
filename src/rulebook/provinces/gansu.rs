//! Gansu 甘肃省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![huawei::DIGEST_OF_GANSU, ucloud::GANSU, tencent::GANSU, qingcloud::GANSU, jd::GANSU],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::WithLetter => huawei::DIGEST_OF_GANSU ("备注“某某为某部门负责人，负责某事”" / "with a remark who leads which department and answers for what"),
                tencent::GANSU_OF_FINCLIP, tencent::GANSU, tencent::MATERIALS;
            ResponsiblePersonRule::LegalRepresentative => ucloud::GANSU, jd::GANSU;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::GANSU, qingcloud::GANSU, jd::GANSU }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::GANSU }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::GANSU }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::GANSU }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_GANSU, ucloud::GANSU, tencent::GANSU_OF_FINCLIP,
                tencent::GANSU, qingcloud::GANSU, jd::GANSU;
        }
    },
    certificate_kinds: cells! {
        [ENTERPRISES] { Certificates::Only(list![BusinessLicense]) => tencent::GANSU }
    },
    local_mobile: cells! {
        [INDIVIDUALS] {
            LocalMobileRule::Required => tencent::GANSU_OF_FINCLIP, tencent::GANSU, qingcloud::GANSU, jd::GANSU;
        }
        [ORGANIZATIONS] { LocalMobileRule::Required => qingcloud::GANSU, jd::GANSU }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] {
            EmergencyContactRule::NotOfResponsiblePersons => tencent::GANSU_OF_FINCLIP, tencent::GANSU;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::DIGEST_OF_GANSU }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::GANSU }
    },
    remarks: cells! {
        [ORGANIZATIONS] { RemarkRule::EmergencyContact => tencent::GANSU }
        [INDIVIDUALS] { RemarkRule::IndividualSite => tencent::GANSU }
    },
    closed_until_filed: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] { true => tencent::GANSU, jd::GANSU }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] { true => jd::GANSU }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => jd::GANSU }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::GANSU_OF_FINCLIP, tencent::GANSU;
            ChangeRule::NotAccepted => jd::GANSU;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
