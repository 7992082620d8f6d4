//! Guangxi 广西壮族自治区.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_GUANGXI,
        ucloud::GUANGXI,
        tencent::GUANGXI,
        qingcloud::GUANGXI,
        jd::GUANGXI
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_GUANGXI, tencent::GUANGXI,
                jd::GUANGXI;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => jd::GUANGXI }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] { ForeignRepresentativeRule::CitizenResponsiblePersonsAll => ucloud::GUANGXI }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::GUANGXI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::GUANGXI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::GUANGXI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_GUANGXI;
            OutOfProvince::Accepted => ucloud::GUANGXI;
        }
    },
    certificate_kinds: cells! {
        [ENTERPRISES] { Certificates::Only(list![BusinessLicense]) => tencent::GUANGXI }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => qingcloud::GUANGXI, jd::GUANGXI }
    },
    emergency_contact: cells! {
        [EVERYONE] { EmergencyContactRule::NotOwn => tencent::GUANGXI }
    },
    address_words: cells! {
        [EVERYONE] { WordRule::Not(words!["市辖区"]) => tencent::GUANGXI }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Domains, Basis::FiledAndNew, Operator::Above, 5, Consequence::Statement) => tencent::GUANGXI;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 3, Consequence::SitePlanByPost) => tencent::GUANGXI;
        }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => tencent::GUANGXI }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::GUANGXI }
    },
    one_domain: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] { true => tencent::GUANGXI }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::IndividualSite => ucloud::GUANGXI }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    hollow_principal_deregistration: cells! {
        [EVERYONE] {
            PaperDeregistration {
                form: PaperForm::Own,
                zh: Cow::Borrowed("广西请使用广西通信管理局网站办事指南中的 ICP 备案注销申请表（https://gxca.miit.gov.cn/bsfw/bszn/art/2020/art_734bf90cfc6b4514b3edb7c7bd94e8ed.html），按填表须知填写，连同证件资料递交管局。"),
                en: Cow::Borrowed("Guangxi has its own form, on the website of its authority (https://gxca.miit.gov.cn/bsfw/bszn/art/2020/art_734bf90cfc6b4514b3edb7c7bd94e8ed.html): follow the notes on the form and submit it to the authority with the certificates."),
            } => tencent::GUIDE_TO_DEREGISTRATION;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::WithChangeProof => tencent::GUANGXI }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => jd::GUANGXI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::GUANGXI;
        }
    },
    filed_services: cells! {
        [ORGANIZATIONS.on(OrderKindSet::FILING)] {
            FiledServiceRule::OpenWithNumber => huawei::DIGEST_OF_GUANGXI, tencent::GUANGXI;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
