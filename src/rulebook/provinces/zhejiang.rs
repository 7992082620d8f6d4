//! Zhejiang 浙江省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0222", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule3/zhejiang.md", day(2024, 4, 1));
const BAIDU: Citation = undated("百度智能云备案文档", "theme/O/2881951-71");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华东各省管局要求/浙江管局备案要求@b88154ca");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Zhejiang.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const GUIDE: Citation = published("腾讯云《ICP 备案操作指引（小程序端）》", "注销空壳主体", day(2024, 11, 4));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        settled [INDIVIDUALS] Years(18), BAIDU;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit,
            ]), HUAWEI,
            but OutOfProvince::Accepted, UCLOUD;
    },
    certificate_validity: cells! {
        settled [ORGANIZATIONS] Months(3), UCLOUD;
        contested [INDIVIDUALS] Months(3), UCLOUD;
    },
    address_words: cells! {
        contested [EVERYONE] WordRule::Not(words!["市辖区"]), TENCENT;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, BAIDU;
    },
    domain_suffixes: cells! {
        settled [INSTITUTIONS] Suffixes::Only(words!["cn", "公益"]), HUAWEI;
        settled [GOVERNMENT] Suffixes::Only(words!["gov.cn", "政务"]), HUAWEI;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::NotWithoutPreApproval(list![
                WebsiteContent::BlogPersonalSpace,
            ]), TENCENT;
    },
    closed_until_filed: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] true, HUAWEI_DEREGISTRATION;
    },
    hollow_principal_deregistration: cells! {
        settled [EVERYONE] PaperDeregistration {
                form: PaperForm::Own,
                zh: Cow::Borrowed("浙江请使用浙江省通信管理局网站通知公告中的 ICP 备案注销申请表，按填表须知填写，连同证件资料递交管局。"),
                en: Cow::Borrowed("Zhejiang has its own form, on the website of its authority: fill it in as its notes say and hand it in with the certificates."),
            }, GUIDE;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedAfterwards, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
