//! Tianjin 天津市.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_TIANJIN,
        ucloud::TIANJIN,
        aliyun::TIANJIN,
        tencent::TIANJIN,
        qingcloud::TIANJIN,
        jd::TIANJIN
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_TIANJIN, ucloud::TIANJIN,
                aliyun::TIANJIN, tencent::TIANJIN, qingcloud::TIANJIN;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => ucloud::TIANJIN, tencent::TIANJIN }
    },
    service_responsible_person_age: cells! {
        [ORGANIZATIONS] { AgeCap { men: 60, women: 55 } => tencent::TIANJIN }
    },
    shared_responsible_persons: cells! {
        [ORGANIZATIONS] { SharedResponsiblePersonRule::NotShared => tencent::TIANJIN, qingcloud::TIANJIN }
        [INDIVIDUALS] { SharedResponsiblePersonRule::NotShared => tencent::TIANJIN }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::TIANJIN }
    },
    individual_age: cells! {
        [INDIVIDUALS] {
            Years(18) => huawei::DIGEST_OF_TIANJIN, qingcloud::TIANJIN, jd::TIANJIN;
            Years(16) => tencent::TIANJIN;
        }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => qingcloud::TIANJIN; Years(16) => aliyun::TIANJIN }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![MaterialKind::Other] } => tencent::TIANJIN ("监护人身份证明、户口簿等材料" / "the guardian's identity, household register and statement");
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::Accepted => huawei::DIGEST_OF_TIANJIN, ucloud::TIANJIN;
        }
    },
    persons_phones_differ: cells! {
        [EVERYONE] { true => aliyun::TIANJIN_2023 }
    },
    local_mobile: cells! {
        [EVERYONE] { LocalMobileRule::Required => jd::TIANJIN }
    },
    emergency_contact: cells! {
        [EVERYONE] {
            EmergencyContactRule::NotOfResponsiblePersons => ucloud::TIANJIN, tencent::TIANJIN,
                qingcloud::TIANJIN, jd::TIANJIN;
        }
    },
    address_words: cells! {
        [EVERYONE] { WordRule::Not(words!["市辖区"]) => tencent::TIANJIN }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => huawei::DIGEST_OF_TIANJIN, aliyun::TIANJIN_EARLIER }
        [INDIVIDUALS] { Months(3) => huawei::DIGEST_OF_TIANJIN }
    },
    registrant: cells! {
        [ORGANIZATIONS] {
            RegistrantRule::OrLegalRepresentative => aliyun::TIANJIN_EARLIER ("也可为股东、主要负责人或高级管理人员，须附章程或近 6 个月社保记录" / "a shareholder, principal or senior manager as well, with the articles or six months of social security");
        }
    },
    service_names: cells! {
        [ORGANIZATIONS] { NameRule::ChineseCharacters(3) => tencent::TIANJIN }
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::Not(words!["资讯", "网站", "网络", "网址", "爱好者", "作品展示", "论坛",
                "社区", "工作室", "平台", "主页", "热线", "社团", "导航", "分享"])) => tencent::TIANJIN;
        }
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::WithPreApproval(words!["博客", "论坛", "在线", "社区", "交流"])) => tencent::TIANJIN;
        }
    },
    remarks: cells! {
        [EVERYONE] { RemarkRule::EmergencyContact => ucloud::TIANJIN }
        [INDIVIDUALS] { RemarkRule::IndividualSite => tencent::TIANJIN, qingcloud::TIANJIN }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::TIANJIN }
    },
    documents: cells! {
        [GOVERNMENT.on(OrderKindSet::NEW_TYPE)] {
            DocumentRule::of(InstitutionApprovalForm, DocumentPlace::Order) => ucloud::TIANJIN ("须经市政府办公厅批准" / "approved by the municipal government's general office");
        }
    },
    domain_certificates: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            DomainCertificateRule::FromIndividual => tencent::MATERIAL_LIST;
        }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::TIANJIN }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::TIANJIN, jd::TIANJIN }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::WithOwnDomain => huawei::EXCERPT_JES4IE, tencent::TIANJIN;
        }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => huawei::EXCERPT_JES4IE }
    },
    filed_services: cells! {
        [EVERYONE.on(OrderKindSet::FILING)] {
            FiledServiceRule::Open => aliyun::TIANJIN_2023 ("备案满半年的" / "those filed half a year ago or earlier");
        }
    },
    filed_data: cells! {
        [INDIVIDUALS.on(OrderKindSet::ACCESS)] { FiledDataRule::MayDiffer => huawei::EXCERPT_JES4IE }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
