//! Shanghai 上海市.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_SHANGHAI,
        ucloud::SHANGHAI,
        tencent::SHANGHAI,
        qingcloud::SHANGHAI,
        jd::SHANGHAI
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_SHANGHAI, ucloud::SHANGHAI,
                tencent::SHANGHAI, qingcloud::SHANGHAI, jd::SHANGHAI;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] {
            true => huawei::DIGEST_OF_SHANGHAI, ucloud::SHANGHAI, tencent::SHANGHAI, qingcloud::SHANGHAI,
                jd::SHANGHAI;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::SHANGHAI }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::SHANGHAI }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::SHANGHAI }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => huawei::DIGEST_OF_SHANGHAI,
                ucloud::SHANGHAI, tencent::SHANGHAI, tencent::SHANGHAI_EARLIER, qingcloud::SHANGHAI,
                jd::SHANGHAI;
        }
    },
    residence_permit: cells! {
        [INDIVIDUALS] { Months(1) => huawei::DIGEST_OF_SHANGHAI, tencent::SHANGHAI, qingcloud::SHANGHAI }
    },
    address_words: cells! {
        [EVERYONE] { WordRule::Not(words!["市辖区"]) => tencent::SHANGHAI }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 30, Consequence::SitePlan) => huawei::DIGEST_OF_SHANGHAI;
        }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] {
            Months(3) => huawei::DIGEST_OF_SHANGHAI, tencent::SHANGHAI;
            Months(6) => qingcloud::SHANGHAI;
        }
        [INDIVIDUALS] { Months(3) => huawei::DIGEST_OF_SHANGHAI, tencent::SHANGHAI }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::SHANGHAI }
    },
    domain_suffixes: cells! {
        [INSTITUTIONS] { Suffixes::Only(words!["cn", "公益"]) => huawei::DIGEST_OF_SHANGHAI }
        [GOVERNMENT] { Suffixes::Only(words!["gov.cn", "政务"]) => huawei::DIGEST_OF_SHANGHAI }
    },
    domain_words: cells! {
        [ORGANIZATIONS] { WordRule::WithPreApprovalOrRemark(words!["game"]) => tencent::SHANGHAI }
    },
    service_names: cells! {
        [INDIVIDUALS] { NameRule::NotEnglishOnly => tencent::SHANGHAI }
        [ORGANIZATIONS] { NameRule::NotEnglishOnly => qingcloud::SHANGHAI }
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::Not(words!["论坛", "中国", "中央", "国家", "中华", "人大", "人民", "反腐", "纪检",
                "监察", "信访", "维权", "投诉"])) => qingcloud::SHANGHAI;
        }
    },
    documents: cells! {
        [ORGANIZATIONS] {
            DocumentRule::of(CommitmentLetter, DocumentPlace::Order) => qingcloud::SHANGHAI ("上海自有模板，盖章，彩色" / "Shanghai's own template, stamped, in colour"),
                jd::SHANGHAI ("上海自有模板" / "Shanghai's own template");
        }
        [INDIVIDUALS] {
            DocumentRule::of(CommitmentLetter, DocumentPlace::Order) => jd::SHANGHAI ("上海自有模板" / "Shanghai's own template");
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::SHANGHAI }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::SHANGHAI }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::SHANGHAI ("且域名所有者须为该单位" / "and the domain belongs to the organisation"),
                jd::SHANGHAI;
        }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => tencent::SHANGHAI }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
