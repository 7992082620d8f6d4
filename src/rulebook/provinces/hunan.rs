//! Hunan 湖南省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![huawei::DIGEST_OF_HUNAN, ucloud::HUNAN, tencent::HUNAN, qingcloud::HUNAN, jd::HUNAN],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_HUNAN, ucloud::HUNAN,
                aliyun::HUNAN_REPRINT, tencent::HUNAN, jd::HUNAN;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::HUNAN, aliyun::HUNAN_REPRINT, tencent::HUNAN, jd::HUNAN }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::HUNAN }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => huawei::DIGEST_OF_HUNAN, tencent::HUNAN, qingcloud::HUNAN, jd::HUNAN }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::HUNAN, qingcloud::HUNAN }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] { OutOfProvince::Accepted => ucloud::HUNAN }
    },
    local_mobile: cells! {
        [INDIVIDUALS] { LocalMobileRule::Required => huawei::DIGEST_OF_HUNAN, qingcloud::HUNAN, jd::HUNAN }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 1, filed_above: None } => huawei::DIGEST_OF_HUNAN,
                ucloud::HUNAN, ucloud::OTHER_QUESTIONS, tencent::HUNAN, jd::HUNAN;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 1, filed_above: None } => huawei::DIGEST_OF_HUNAN,
                ucloud::OTHER_QUESTIONS, tencent::HUNAN, qingcloud::HUNAN, jd::HUNAN;
        }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::Filed, Operator::Above, 1, Consequence::SitePlan) => ucloud::QUESTIONS,
                huawei::DIGEST_OF_HUNAN, tencent::HUNAN, qingcloud::HUNAN;
            Threshold::of(Metric::Services, Basis::Filed, Operator::AtLeast, 1, Consequence::SitePlan) => jd::HUNAN;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::Filed, Operator::Above, 1, Consequence::SitePlan) => ucloud::QUESTIONS,
                huawei::DIGEST_OF_HUNAN, tencent::HUNAN, qingcloud::HUNAN;
            Threshold::of(Metric::Services, Basis::Filed, Operator::AtLeast, 1, Consequence::SitePlan) => jd::HUNAN,
                applicants::NOTE_FROM_HUNAN;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => aliyun::HUNAN_REPRINT }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::PrincipalOnly => aliyun::HUNAN_REPRINT, tencent::HUNAN }
    },
    domain_words: cells! {
        [ORGANIZATIONS] {
            WordRule::Not(words!["中国", "中央", "国家", "中华", "人大", "人民", "反腐", "纪检", "监察",
                "信访", "维权", "投诉"]) => qingcloud::HUNAN;
        }
    },
    service_contents: cells! {
        [INDIVIDUALS] { Contents::Not(list![WebsiteContent::BlogPersonalSpace]) => tencent::HUNAN }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => jd::HUNAN }
    },
    document_ages: cells! {
        [EVERYONE] {
            DocumentAge { material: MaterialKind::DomainCertificate, at_most: TimeSpan::Days(45) } => tencent::UPLOADS;
        }
    },
    domain_certificates: cells! {
        [EVERYONE.on(OrderKindSet::CHANGE)] { DomainCertificateRule::Always => tencent::MATERIAL_LIST }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
            true => ucloud::HUNAN;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::HUNAN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::Accepted => tencent::HUNAN }
    },
    filed_data: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS.or(OrderKindSet::ACCESS))] {
            FiledDataRule::AsFiled => tencent::HUNAN, qingcloud::HUNAN;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
