//! Henan 河南省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![huawei::DIGEST_OF_HENAN, ucloud::HENAN, tencent::HENAN, qingcloud::HENAN, jd::HENAN],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_HENAN, ucloud::HENAN,
                tencent::HENAN, qingcloud::HENAN, jd::HENAN;
        }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] {
            SharedResponsiblePersonRule::PersonNotShared => huawei::EXCERPT_JES6KE, tencent::HENAN;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::HENAN }
    },
    individual_age: cells! {
        [INDIVIDUALS] {
            Years(18) => jd::HENAN ("其他资料：未满 18 周岁须提供监护人身份证并备注关系" / "elsewhere: below 18 with the guardian's identity card and a remark on the relation");
        }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::HENAN, qingcloud::HENAN, jd::HENAN }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![MaterialKind::Other] } => tencent::HENAN ("监护人身份证明等材料" / "the guardian's identity and consent"),
                qingcloud::HENAN;
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => ucloud::HENAN, tencent::HENAN, qingcloud::HENAN, jd::HENAN;
        }
    },
    certificate_validity: cells! {
        [ORGANIZATIONS] { Months(3) => tencent::HENAN }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => qingcloud::HENAN }
    },
    same_city: cells! {
        [ORGANIZATIONS] { true => huawei::DIGEST_OF_HENAN }
    },
    order_limits: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Domains, max: 5, filed_above: None } => huawei::DIGEST_OF_HENAN,
                tencent::HENAN;
            OrderLimit { metric: Metric::Services, max: 1, filed_above: None } => jd::HENAN;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            OrderLimit { metric: Metric::Services, max: 1, filed_above: None } => tencent::HENAN, jd::HENAN;
        }
    },
    thresholds: cells! {
        [ORGANIZATIONS.without(INDIVIDUAL_BUSINESSES).on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 20, Consequence::InPersonCheck) => ucloud::HENAN;
        }
        [INDIVIDUAL_BUSINESSES.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 10, Consequence::InPersonCheck) => ucloud::HENAN;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::Above, 5, Consequence::InPersonCheck) => ucloud::HENAN;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => tencent::HENAN }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::HENAN }
    },
    one_domain: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::HENAN }
    },
    service_names: cells! {
        [INDIVIDUALS] { NameRule::NotOwnName => tencent::HENAN }
        [INDIVIDUALS] { NameRule::NotDomain => tencent::HENAN }
        [INDIVIDUALS] { NameRule::Words(WordRule::Not(words!["个人网站", "中华", "中国"])) => tencent::HENAN }
    },
    service_contents: cells! {
        [INDIVIDUALS] { Contents::Not(list![WebsiteContent::BlogPersonalSpace]) => tencent::HENAN }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::HENAN, jd::HENAN }
    },
    documents: cells! {
        [EVERYONE] {
            DocumentRule::of(CommitmentLetter, DocumentPlace::Order) => ucloud::GUIDANCE_2 ("河南自有模板，个人另有模板" / "Henan's own templates, one for individuals");
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    hollow_principal_deregistration: cells! {
        [EVERYONE] {
            PaperDeregistration {
                form: PaperForm::Own,
                zh: Cow::Borrowed("河南请使用河南省通信管理局网站办事指南中的 ICP 备案注销申请表（https://hca.miit.gov.cn/bsfw/bszn/art/2020/art_05888ffafa654491b0dfa1312c264b7b.html），按填表须知填写，连同证件资料递交管局。"),
                en: Cow::Borrowed("Henan has its own form, on the website of its authority (https://hca.miit.gov.cn/bsfw/bszn/art/2020/art_05888ffafa654491b0dfa1312c264b7b.html): follow the notes on the form and submit it to the authority with the certificates."),
            } => tencent::GUIDE_TO_DEREGISTRATION;
        }
    },
    order_kinds_unavailable: cells! {
        [ORGANIZATIONS] { OrderKinds(list![ChangeService]) => tencent::HENAN }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => jd::HENAN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::HENAN, jd::HENAN;
        }
    },
    filed_services: cells! {
        [EVERYONE.on(OrderKindSet::FILING)] { FiledServiceRule::OpenWithNumber => tencent::HENAN }
    },
    filed_data: cells! {
        [EVERYONE.on(OrderKindSet::ACCESS)] { FiledDataRule::ResponsiblePersonAsFiled => qingcloud::HENAN }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
