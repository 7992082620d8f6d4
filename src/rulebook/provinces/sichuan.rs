//! Sichuan 四川省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![ucloud::SICHUAN, tencent::SICHUAN, qingcloud::SICHUAN, jd::SICHUAN],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::WithLetter => ucloud::SICHUAN, huawei::EXCERPT_JXPHC3, tencent::SICHUAN,
                tencent::MATERIALS, jd::SICHUAN;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::SICHUAN, tencent::SICHUAN }
    },
    service_responsible_person: cells! {
        [ORGANIZATIONS] {
            ServiceResponsiblePersonRule::SameAsPrincipal => ucloud::SICHUAN;
            ServiceResponsiblePersonRule::Anyone => huawei::EXCERPT_JXPHC3;
        }
    },
    shared_responsible_persons: cells! {
        [EVERYONE] { SharedResponsiblePersonRule::PersonNotShared => tencent::SICHUAN }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::SICHUAN }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => tencent::SICHUAN; Years(18) => qingcloud::SICHUAN, jd::SICHUAN }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::SICHUAN, qingcloud::SICHUAN, jd::SICHUAN }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![EmploymentProof, MaterialKind::Other] } => tencent::SICHUAN ("自立者提供在职证明，否则提供监护人身份证明、户口簿和同意书" / "proof of employment of the self-supporting, else the guardian's identity, household register and consent");
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit, StudentCard,
                SocialSecurityRecord, EmploymentProof]) => ucloud::SICHUAN, tencent::SICHUAN,
                qingcloud::SICHUAN, jd::SICHUAN;
        }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => qingcloud::SICHUAN }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Domains, Basis::FiledAndNew, Operator::Above, 5, Consequence::Statement) => tencent::SICHUAN,
                qingcloud::SICHUAN;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Domains, Basis::FiledAndNew, Operator::AtLeast, 5, Consequence::SitePlan) => ucloud::SICHUAN;
        }
        [ORGANIZATIONS.on(OrderKindSet::CHANGE)] {
            Threshold::of(Metric::Domains, Basis::InOrder, Operator::Above, 5, Consequence::Statement) => tencent::SICHUAN,
                qingcloud::SICHUAN;
        }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::SICHUAN }
    },
    service_names: cells! {
        [ORGANIZATIONS] { NameRule::OfOrganizationOrStatement => ucloud::SICHUAN }
        [INDIVIDUALS] { NameRule::NotDomain => tencent::SICHUAN }
        [INDIVIDUALS] { NameRule::NotEnglishOnly => tencent::SICHUAN }
        [INDIVIDUALS] { NameRule::NotOwnName => tencent::SICHUAN }
        [INDIVIDUALS] { NameRule::NotNumber => tencent::SICHUAN }
        [INDIVIDUALS] { NameRule::ChineseCharacters(3) => tencent::SICHUAN }
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::WithPreApproval(words!["新闻", "广播电影电视", "游戏", "药品器械",
                "网约车", "动漫动画", "教育培训", "金融"])) => tencent::SICHUAN;
        }
    },
    document_ages: cells! {
        [EVERYONE] {
            DocumentAge { material: MaterialKind::EmploymentProof, at_most: TimeSpan::Days(45) } => tencent::UPLOADS;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => huawei::CHANGES_2, tencent::SICHUAN;
        }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => huawei::CHANGES_2, tencent::SICHUAN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::SICHUAN;
        }
    },
    filed_services: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ADDITIONS.or(OrderKindSet::CHANGE))] {
            FiledServiceRule::Open => tencent::SICHUAN;
        }
    },
    filed_data: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] {
            FiledDataRule::AsFiled => tencent::SICHUAN, qingcloud::SICHUAN;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
