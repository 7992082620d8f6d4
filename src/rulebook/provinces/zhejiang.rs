//! Zhejiang 浙江省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        tencent::ZHEJIANG_NOTED,
        huawei::DIGEST_OF_ZHEJIANG,
        ucloud::ZHEJIANG,
        baidu::ZHEJIANG,
        tencent::ZHEJIANG,
        qingcloud::ZHEJIANG,
        jd::ZHEJIANG
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_ZHEJIANG, ucloud::ZHEJIANG,
                tencent::ZHEJIANG, jd::ZHEJIANG;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::ZHEJIANG }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => baidu::ZHEJIANG, tencent::ZHEJIANG, qingcloud::ZHEJIANG, jd::ZHEJIANG }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::ZHEJIANG }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit]) => tencent::ZHEJIANG_NOTED,
                huawei::DIGEST_OF_ZHEJIANG, ucloud::ZHEJIANG, baidu::ZHEJIANG, tencent::ZHEJIANG;
        }
    },
    certificate_validity: cells! {
        [ORGANIZATIONS] { Months(3) => tencent::ZHEJIANG }
    },
    address_words: cells! {
        [EVERYONE] { WordRule::Not(words!["市辖区"]) => tencent::ZHEJIANG }
    },
    domain_validity: cells! {
        [ORGANIZATIONS] { Months(3) => huawei::DIGEST_OF_ZHEJIANG }
        [INDIVIDUALS] { Months(3) => huawei::DIGEST_OF_ZHEJIANG, qingcloud::ZHEJIANG }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => baidu::ZHEJIANG }
    },
    domain_suffixes: cells! {
        [INSTITUTIONS] { Suffixes::Only(words!["cn", "公益"]) => huawei::DIGEST_OF_ZHEJIANG }
        [GOVERNMENT] { Suffixes::Only(words!["gov.cn", "政务"]) => huawei::DIGEST_OF_ZHEJIANG }
    },
    service_contents: cells! {
        [INDIVIDUALS] {
            Contents::NotWithoutPreApproval(list![WebsiteContent::BlogPersonalSpace]) => tencent::ZHEJIANG;
        }
    },
    closed_until_filed: cells! {
        [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] { true => tencent::ZHEJIANG }
        [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] { true => tencent::ZHEJIANG_NOTED, tencent::ZHEJIANG }
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
                zh: Cow::Borrowed("浙江请使用浙江省通信管理局网站通知公告中的 ICP 备案注销申请表（https://zjca.miit.gov.cn/zwgk/tzgg/art/2020/art_a59dc1da19a14a7c8d9acd5ce0d8fff9.html），按填表须知填写，连同证件资料递交管局。"),
                en: Cow::Borrowed("Zhejiang has its own form, on the website of its authority (https://zjca.miit.gov.cn/zwgk/tzgg/art/2020/art_a59dc1da19a14a7c8d9acd5ce0d8fff9.html): follow the notes on the form and submit it to the authority with the certificates."),
            } => tencent::GUIDE_TO_DEREGISTRATION;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::ZHEJIANG }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::ZHEJIANG, jd::ZHEJIANG }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::ZHEJIANG, jd::ZHEJIANG;
        }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedAfterwards => tencent::ZHEJIANG }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
