//! Jiangsu 江苏省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_JIANGSU,
        ucloud::JIANGSU,
        aliyun::JIANGSU,
        tencent::JIANGSU,
        qingcloud::JIANGSU,
        jd::JIANGSU
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::WithLetterForAll => huawei::DIGEST_OF_JIANGSU, ucloud::JIANGSU,
                aliyun::JIANGSU, tencent::JIANGSU, qingcloud::JIANGSU, jd::JIANGSU;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => aliyun::JIANGSU, tencent::JIANGSU, jd::JIANGSU }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] {
            SharedResponsiblePersonRule::PersonNotShared => tencent::JIANGSU ("指服务负责人" / "said of a service's responsible person");
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::JIANGSU }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(16) => huawei::DIGEST_OF_JIANGSU, tencent::JIANGSU }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::JIANGSU }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![EmploymentProof] } => huawei::DIGEST_OF_JIANGSU,
                qingcloud::JIANGSU;
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit, PropertyDeed]) => ucloud::JIANGSU,
                tencent::JIANGSU, qingcloud::JIANGSU, jd::JIANGSU;
        }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => tencent::JIANGSU_EARLIER, qingcloud::JIANGSU, jd::JIANGSU }
    },
    thresholds: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 30, Consequence::SitePlan) => huawei::EXCERPT_JEAZMW,
                tencent::JIANGSU;
            Threshold::of(Metric::Domains, Basis::FiledAndNew, Operator::Above, 30, Consequence::SitePlan) => qingcloud::JIANGSU;
        }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] {
            Threshold::of(Metric::Services, Basis::FiledAndNew, Operator::AtLeast, 10, Consequence::SitePlan) => tencent::JIANGSU;
            Threshold::of(Metric::Domains, Basis::FiledAndNew, Operator::Above, 10, Consequence::SitePlan) => qingcloud::JIANGSU;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::DIGEST_OF_JIANGSU }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::PrincipalOnly => huawei::EXCERPT_JEAZMW }
    },
    domain_suffixes: cells! {
        [INSTITUTIONS] { Suffixes::Only(words!["cn", "公益"]) => huawei::DIGEST_OF_JIANGSU }
        [GOVERNMENT] { Suffixes::Only(words!["gov.cn", "政务"]) => huawei::DIGEST_OF_JIANGSU }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::Content => ucloud::JIANGSU, tencent::JIANGSU }
    },
    documents: cells! {
        [EVERYONE] {
            DocumentRule::of(TruthfulnessLetter, DocumentPlace::Order) => huawei::DIGEST_OF_JIANGSU_2 ("责任告知书和承诺书，由服务负责人签署" / "a notice of responsibility and a letter, signed by the service's responsible person"),
                aliyun::JIANGSU;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    order_kinds_unavailable: cells! {
        [EVERYONE] {
            OrderKinds(list![ChangeService, DeregisterServices]) => ucloud::CHANGES;
            OrderKinds(list![ChangeService]) => tencent::JIANGSU;
            OrderKinds(list![DeregisterServices]) => ucloud::DEREGISTRATION;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::WithChangeProof => tencent::JIANGSU }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => jd::JIANGSU }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::JIANGSU;
        }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ADDITIONS)] {
            FiledDataRule::ResponsiblePersonAsFiled => tencent::JIANGSU, qingcloud::JIANGSU;
        }
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedWithinTenDays => tencent::JIANGSU }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
