//! Xizang (Tibet) 西藏自治区.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::XIZANG, tencent::XIZANG],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DOCUMENTS, ucloud::XIZANG,
                huawei::EXCERPT_JXPHC3, tencent::XIZANG;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::XIZANG }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => huawei::EXCERPT_JXPHC3, tencent::XIZANG }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DOCUMENTS, ucloud::XIZANG;
        }
    },
    local_mobile: cells! {
        [ORGANIZATIONS] { LocalMobileRule::NotRequired => huawei::EXCERPT_JXPHC3 }
    },
    emergency_contact: cells! {
        [ORGANIZATIONS] { EmergencyContactRule::NotOwn => huawei::EXCERPT_JXPHC3 }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::PrincipalOnly => huawei::EXCERPT_JXPHC3, tencent::XIZANG }
    },
    documents: cells! {
        [EVERYONE.on(OrderKindSet::FIRST)] {
            DocumentRule::of(PartyBuildingLetter, DocumentPlace::Order) => tencent::XIZANG;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => tencent::XIZANG }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
