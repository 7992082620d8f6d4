//! Shandong 山东省.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_SHANDONG,
        ucloud::SHANDONG,
        aliyun::SHANDONG,
        tencent::SHANDONG,
        qingcloud::SHANDONG,
        jd::SHANDONG
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_SHANDONG, ucloud::SHANDONG,
                tencent::SHANDONG, jd::SHANDONG;
        }
    },
    service_responsible_person_letter: cells! {
        [ORGANIZATIONS] { true => aliyun::SHANDONG_REPRINT }
    },
    shared_responsible_persons: cells! {
        [EVERYONE] { SharedResponsiblePersonRule::NotShared => tencent::SHANDONG }
    },
    foreign_representative: cells! {
        [ORGANIZATIONS] {
            ForeignRepresentativeRule::CitizenResponsiblePersons => huawei::DIGEST_OF_SHANDONG,
                qingcloud::SHANDONG;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::SHANDONG }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => aliyun::SHANDONG }
    },
    individual_age: cells! {
        [INDIVIDUALS] {
            Years(17) => huawei::DIGEST_OF_SHANDONG ("其他资料：未满 18 周岁须提供监护人身份证并备注关系" / "elsewhere: below 18 with the guardian's identity card and a remark on the relation");
        }
    },
    young_filers: cells! {
        [INDIVIDUALS] {
            AgeProof { below: 18, proofs: list![MaterialKind::Other] } => tencent::SHANDONG ("监护人身份证明等材料" / "the guardian's identity and consent");
        }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] {
            OutOfProvince::WithProof(list![ResidencePermit, TemporaryResidencePermit, StudentCard,
                SocialSecurityRecord, PropertyDeed]) => huawei::DIGEST_OF_SHANDONG,
                ucloud::SHANDONG, tencent::SHANDONG;
        }
    },
    local_mobile: cells! {
        [ORGANIZATIONS] { LocalMobileRule::NotRequired => tencent::SHANDONG }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => aliyun::SHANDONG_REPRINT }
    },
    registrant: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE)] {
            RegistrantRule::PrincipalOnly => ucloud::SHANDONG;
            RegistrantRule::OrLegalRepresentative => aliyun::SHANDONG_REPRINT;
        }
        [ORGANIZATIONS.on(OrderKindSet::FILING)] {
            RegistrantRule::OrLegalRepresentative => aliyun::SHANDONG_REPRINT;
        }
    },
    service_names: cells! {
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::Not(words!["资讯", "网站", "网络", "网址", "爱好者", "作品展示", "论坛",
                "社区", "工作室", "平台", "主页", "热线", "社团", "导航", "分享"])) => tencent::SHANDONG;
        }
        [ORGANIZATIONS] { NameRule::NotDomain => tencent::SHANDONG }
        [ORGANIZATIONS] { NameRule::NoEnglish => tencent::SHANDONG }
        [ORGANIZATIONS] { NameRule::NotOwnName => tencent::SHANDONG }
        [ORGANIZATIONS] {
            NameRule::Words(WordRule::WithPreApproval(words!["博客", "论坛", "在线", "社区", "交流"])) => tencent::SHANDONG;
        }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::IndividualSite => tencent::SHANDONG }
        [INDIVIDUALS] { RemarkRule::Content => qingcloud::SHANDONG }
        [EVERYONE] { RemarkRule::SameSite => tencent::SHANDONG }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::SHANDONG }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            false => huawei::HOLLOW_PRINCIPALS, tencent::HOLLOW_PRINCIPALS;
        }
    },
    hollow_principal_deregistration: cells! {
        [ORGANIZATIONS] {
            PaperDeregistration {
                form: PaperForm::ByPost,
                zh: Cow::Borrowed("山东以邮寄办理，材料为：主体证件复印件（加盖公章）；注销申请书（写明单位全称、备案号和注销原因，加盖公章）；域名证书。邮寄至山东省济南市经十一路 40 号一楼备案办公室（电话 0531-82092828），两个工作日后可致电查询结果。"),
                en: Cow::Borrowed("Shandong accepts it by post. Required: a sealed copy of the organisation's certificate; an application with its full name, filing number and reason, sealed; the domain's certificate. Send them to 备案办公室, 山东省济南市经十一路40号一楼 (telephone 0531-82092828), and call for the result after two working days."),
            } => tencent::GUIDE_TO_DEREGISTRATION;
        }
        [INDIVIDUALS] {
            PaperDeregistration {
                form: PaperForm::ByPost,
                zh: Cow::Borrowed("山东以邮寄办理，材料为：主体负责人身份证件复印件；注销申请书（写明负责人姓名、备案号和注销原因，手写签字）；域名证书。邮寄至山东省济南市经十一路 40 号一楼备案办公室（电话 0531-82092828），两个工作日后可致电查询结果。"),
                en: Cow::Borrowed("Shandong accepts it by post. Required: a copy of the responsible person's identity card; an application with the responsible person's name, the filing number and the reason, signed by hand; the domain's certificate. Send them to 备案办公室, 山东省济南市经十一路40号一楼 (telephone 0531-82092828), and call for the result after two working days."),
            } => tencent::GUIDE_TO_DEREGISTRATION;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::SameLegalRepresentative => huawei::DIGEST_OF_SHANDONG, tencent::SHANDONG;
        }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::AsLegalRepresentative => tencent::SHANDONG ("或内容明显为该单位的，备注说明" / "or with content that is plainly the organisation's, explained in the remark"),
                jd::SHANDONG;
        }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
