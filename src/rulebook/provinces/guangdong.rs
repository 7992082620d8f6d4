//! Guangdong 广东省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_GUANGDONG,
        huawei::GUANGDONG,
        ucloud::GUANGDONG,
        tencent::GUANGDONG,
        qingcloud::GUANGDONG,
        jd::GUANGDONG
    ],
    principal_responsible_person: cells! {
        [ENTERPRISES.on(OrderKindSet::NEW_TYPE)] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_GUANGDONG ("否则不予通过" / "refused otherwise"),
                ucloud::GUANGDONG, tencent::GUANGDONG, jd::GUANGDONG;
        }
        [ORGANIZATIONS.without(ENTERPRISES).on(OrderKindSet::NEW_TYPE)] {
            // What is said of organisations at large does not compete with what is said of these.
            ResponsiblePersonRule::LegalRepresentative => tencent::GUANGDONG ("特殊单位也须如此" / "of special units as well");
            ResponsiblePersonRule::WithLetter => ucloud::GUANGDONG ("限机关、事业单位和群团组织：可委托办公室、宣传或信息部门负责人，无须授权书" / "of government bodies, institutions and mass organisations, which may delegate to the head of an office without a letter");
        }
        [ORGANIZATIONS.on(OrderKindSet::ACCESS.or(OrderKindSet::CHANGE))] {
            ResponsiblePersonRule::LegalRepresentative => jd::GUANGDONG;
            ResponsiblePersonRule::WithLetter => tencent::GUANGDONG ("接入、变更时仅为建议" / "a recommendation in access and change orders");
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { false => huawei::EXCERPT_JEWNJU }
    },
    shared_responsible_persons: cells! {
        [INDIVIDUALS] { SharedResponsiblePersonRule::PhoneNotShared => huawei::GUANGDONG }
        [ORGANIZATIONS] { SharedResponsiblePersonRule::NotShared => qingcloud::GUANGDONG }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::GUANGDONG }
    },
    individual_age: cells! {
        [INDIVIDUALS] {
            Years(18) => huawei::GUANGDONG ("其他资料：未满 18 周岁须提供盖章的在职证明，学生须满 18 周岁" / "elsewhere: below 18 with a stamped proof of employment, students from 18");
        }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(16) => huawei::DIGEST_OF_GUANGDONG, tencent::GUANGDONG }
    },
    young_filers: cells! {
        [EVERYONE] { AgeProof { below: 18, proofs: list![EmploymentProof] } => tencent::GUANGDONG }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit, PropertyDeed,
                SocialSecurityRecord, Lease, EmploymentProof]) => huawei::DIGEST_OF_GUANGDONG,
                huawei::GUANGDONG, ucloud::GUANGDONG, tencent::GUANGDONG, qingcloud::GUANGDONG,
                jd::GUANGDONG;
        }
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] {
            OutOfProvince::Accepted => huawei::DIGEST_OF_GUANGDONG, huawei::GUANGDONG, ucloud::GUANGDONG,
                tencent::GUANGDONG ("变更备案无须居住证明" / "no proof is needed for a change"),
                qingcloud::GUANGDONG, jd::GUANGDONG;
        }
    },
    certificate_kinds: cells! {
        [INDIVIDUALS] {
            Certificates::Not(list![HkMacauPermit]) => huawei::GUANGDONG;
            Certificates::Among(list![HkMacauPermit, HkMacauResidencePermit]) => tencent::GUANGDONG;
        }
    },
    phones_of_one_person: cells! {
        [EVERYONE] { Count(2) => tencent::GUANGDONG }
    },
    phones_of_two_persons: cells! {
        [ORGANIZATIONS] { Count(2) => tencent::GUANGDONG }
    },
    persons_phones_differ: cells! {
        [ORGANIZATIONS] { true => tencent::GUANGDONG }
    },
    local_mobile: cells! {
        [INDIVIDUALS] { LocalMobileRule::NotRequired => huawei::GUANGDONG }
    },
    emergency_contact: cells! {
        [EVERYONE] { EmergencyContactRule::NotOwn => jd::GUANGDONG }
    },
    same_city: cells! {
        [ORGANIZATIONS] { true => tencent::GUANGDONG }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::DomainLabels, Basis::FiledAndNew, Operator::AtLeast, 31, Consequence::SitePlanByPost) => ucloud::QUESTIONS,
                ucloud::GUANGDONG;
            Threshold::of(Metric::DomainLabels, Basis::FiledAndNew, Operator::Above, 31, Consequence::SitePlanByPost) => tencent::GUANGDONG,
                qingcloud::GUANGDONG, jd::GUANGDONG;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::DomainLabels, Basis::FiledAndNew, Operator::Above, 5, Consequence::SitePlanByPost) => huawei::GUANGDONG,
                tencent::GUANGDONG, qingcloud::GUANGDONG;
            Threshold::of(Metric::DomainLabels, Basis::FiledAndNew, Operator::AtLeast, 5, Consequence::SitePlanByPost) => ucloud::GUANGDONG;
        }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => huawei::DIGEST_OF_GUANGDONG }
    },
    domain_suffixes: cells! {
        [GOVERNMENT] { Suffixes::Only(words!["gov.cn"]) => huawei::EXCERPT_JEWNJU }
    },
    service_names: cells! {
        [ORGANIZATIONS] { NameRule::NotEnglishOnly => tencent::GUANGDONG }
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::WithPreApproval(words!["中国", "中央", "国家"])) => tencent::GUANGDONG;
        }
        [INDIVIDUALS] {
            NameRule::Words(WordRule::Not(words!["中国", "中华", "中央", "国家"])) => tencent::GUANGDONG;
        }
    },
    commitment_letter: cells! {
        [EVERYONE] { true => huawei::MATERIALS }
    },
    documents: cells! {
        [INDIVIDUALS] {
            DocumentRule { document: CommitmentLetter, or: None, place: DocumentPlace::Order, working_days: Some(60) } => huawei::GUANGDONG ("模板不得改动，须签名、填写身份证号、按手印并写明日期" / "the template may not be edited; signature, number of the identity card, thumb print and date");
        }
        [ORGANIZATIONS] { DocumentRule::of(CommitmentLetter, DocumentPlace::Order) => tencent::GUANGDONG }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::GUANGDONG }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::Accepted => huawei::GUANGDONG, tencent::GUANGDONG;
        }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => huawei::GUANGDONG }
    },
    filed_services: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            FiledServiceRule::Open => huawei::GUANGDONG, qingcloud::GUANGDONG, jd::GUANGDONG;
        }
        [ORGANIZATIONS.on(OrderKindSet::FILING)] {
            FiledServiceRule::Open => qingcloud::GUANGDONG, jd::GUANGDONG;
        }
    },
    filed_name_on_access: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { true => tencent::GUANGDONG }
    },
    filed_data: cells! {
        [INDIVIDUALS.on(OrderKindSet::ACCESS)] { FiledDataRule::MayDiffer => huawei::GUANGDONG }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Principal => huawei::FOOTERS }
    },
};
