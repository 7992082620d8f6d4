//! Inner Mongolia 内蒙古自治区.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_INNER_MONGOLIA,
        tencent::INNER_MONGOLIA_NOTED,
        ucloud::INNER_MONGOLIA,
        tencent::INNER_MONGOLIA,
        qingcloud::INNER_MONGOLIA,
        jd::INNER_MONGOLIA
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_INNER_MONGOLIA,
                ucloud::INNER_MONGOLIA, tencent::INNER_MONGOLIA;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => huawei::DIGEST_OF_INNER_MONGOLIA, ucloud::INNER_MONGOLIA }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::INNER_MONGOLIA }
    },
    individual_age: cells! {
        [INDIVIDUALS] {
            Years(18) => huawei::DIGEST_OF_INNER_MONGOLIA, tencent::INNER_MONGOLIA_NOTED,
                tencent::INNER_MONGOLIA, qingcloud::INNER_MONGOLIA, jd::INNER_MONGOLIA;
        }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::INNER_MONGOLIA }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::NotAccepted => huawei::DIGEST_OF_INNER_MONGOLIA, tencent::INNER_MONGOLIA_NOTED,
                tencent::INNER_MONGOLIA;
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => ucloud::INNER_MONGOLIA,
                tencent::MATERIALS, qingcloud::INNER_MONGOLIA, jd::INNER_MONGOLIA;
        }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::DIGEST_OF_INNER_MONGOLIA }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => tencent::INNER_MONGOLIA }
    },
    domain_suffixes: cells! {
        [INSTITUTIONS] { Suffixes::Only(words!["cn", "公益"]) => huawei::DIGEST_OF_INNER_MONGOLIA }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::Characters(30) => tencent::INNER_MONGOLIA_NOTED, tencent::INNER_MONGOLIA }
        [ORGANIZATIONS] { RemarkRule::ShowcaseOnly => ucloud::INNER_MONGOLIA }
        [INDIVIDUALS] { RemarkRule::IndividualSite => tencent::INNER_MONGOLIA_NOTED, tencent::INNER_MONGOLIA }
    },
    service_contents: cells! {
        [INDIVIDUALS] {
            Contents::NotWithoutPreApproval(list![WebsiteContent::BlogPersonalSpace]) => tencent::INNER_MONGOLIA_NOTED,
                tencent::INNER_MONGOLIA;
        }
    },
    documents: cells! {
        [PUBLIC_BODIES.on(OrderKindSet::NEW_TYPE)] {
            DocumentRule { document: InstitutionApprovalForm, or: Some(Statement), place: DocumentPlace::Order, working_days: None } => huawei::DIGEST_OF_INNER_MONGOLIA;
        }
    },
    domain_certificates: cells! {
        [EVERYONE.on(OrderKindSet::CHANGE)] { DomainCertificateRule::Always => tencent::INNER_MONGOLIA_NOTED }
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] {
            DomainCertificateRule::Always => tencent::INNER_MONGOLIA_NOTED ("首次备案、新增网站等均须上传" / "in first filings, additions and others");
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::INNER_MONGOLIA }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::INNER_MONGOLIA }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => tencent::INNER_MONGOLIA_NOTED, tencent::INNER_MONGOLIA;
            ChangeRule::AsLegalRepresentative => jd::INNER_MONGOLIA;
        }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => tencent::INNER_MONGOLIA_NOTED;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
