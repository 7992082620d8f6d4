//! Shandong 山东省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0225", day(2025, 12, 31));
const ALIYUN: Citation = undated("阿里云备案文档（转载）", "nanyang.11467.com/info/15242958.htm");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/山东管局备案要求@1a421bcb");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule3/shandong.md", day(2024, 4, 1));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Shandong.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const GUIDE: Citation = published("腾讯云《ICP 备案操作指引（小程序端）》", "注销空壳主体", day(2024, 11, 4));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    service_responsible_person_letter: cells! {
        contested [ORGANIZATIONS] true, ALIYUN;
    },
    shared_responsible_persons: cells! {
        contested [EVERYONE] SharedResponsiblePersonRule::NotShared, TENCENT;
    },
    foreign_representative: cells! {
        settled [ORGANIZATIONS] ForeignRepresentativeRule::CitizenResponsiblePersons, HUAWEI;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(17), HUAWEI,
            "其他资料：未满 18 周岁须提供监护人身份证并备注关系"
                / "elsewhere: below 18 with the guardian's identity card and a remark on the relation";
    },
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 18, proofs: list![MaterialKind::Other] }, TENCENT,
            "监护人身份证明等材料"
                / "the guardian's identity and consent";
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit, StudentCard, SocialSecurityRecord,
                PropertyDeed,
            ]), HUAWEI;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    local_mobile: cells! {
        contested [ORGANIZATIONS] LocalMobileRule::NotRequired, TENCENT;
    },
    domain_validity: cells! {
        contested [EVERYONE] Months(3), ALIYUN;
    },
    registrant: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE)] RegistrantRule::PrincipalOnly, UCLOUD;
        contested [ORGANIZATIONS.on(OrderKindSet::FILING)] RegistrantRule::OrLegalRepresentative, ALIYUN;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::Words(WordRule::Not(words![
                "资讯", "网站", "网络", "网址", "爱好者", "作品展示", "论坛", "社区", "工作室",
                "平台", "主页", "热线", "社团", "导航", "分享",
            ])), TENCENT;
        contested [ORGANIZATIONS] NameRule::NotDomain, TENCENT;
        contested [ORGANIZATIONS] NameRule::NoEnglish, TENCENT;
        contested [ORGANIZATIONS] NameRule::NotOwnName, TENCENT;
        contested [ORGANIZATIONS] NameRule::Words(WordRule::WithPreApproval(words![
                "博客", "论坛", "在线", "社区", "交流",
            ])), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
        contested [INDIVIDUALS] RemarkRule::IndividualSite, TENCENT;
        contested [EVERYONE] RemarkRule::SameSite, TENCENT;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    hollow_principal_deregistration: cells! {
        settled [ORGANIZATIONS] PaperDeregistration {
                form: PaperForm::ByPost,
                zh: Cow::Borrowed("山东以邮寄办理，材料为：主体证件复印件（加盖公章）；注销申请书（写明单位全称、备案号和注销原因，加盖公章）；域名证书。邮寄至山东省济南市经十一路 40 号一楼备案办公室（电话 0531-82092828），两个工作日后可致电查询结果。"),
                en: Cow::Borrowed("Shandong takes it by post: a sealed copy of the organisation's certificate; an application with its full name, filing number and reason, sealed; the domain's certificate. Send them to 备案办公室, 山东省济南市经十一路40号一楼 (telephone 0531-82092828), and call for the result after two working days."),
            }, GUIDE;
        settled [INDIVIDUALS] PaperDeregistration {
                form: PaperForm::ByPost,
                zh: Cow::Borrowed("山东以邮寄办理，材料为：主体负责人身份证件复印件；注销申请书（写明负责人姓名、备案号和注销原因，手写签字）；域名证书。邮寄至山东省济南市经十一路 40 号一楼备案办公室（电话 0531-82092828），两个工作日后可致电查询结果。"),
                en: Cow::Borrowed("Shandong takes it by post: a copy of the responsible person's identity card; an application with the responsible person's name, the filing number and the reason, signed by hand; the domain's certificate. Send them to 备案办公室, 山东省济南市经十一路40号一楼 (telephone 0531-82092828), and call for the result after two working days."),
            }, GUIDE;
    },
    organization_change: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::SameLegalRepresentative, HUAWEI;
    },
    individual_to_organization: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT,
            "或内容明显为该单位的，备注说明"
                / "or with content that is plainly the organisation's, explained in the remark",
            but ChangeRule::AsLegalRepresentative, JD;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
