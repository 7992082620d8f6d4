//! Henan 河南省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案管局咨询 doc_0232", day(2025, 12, 31));
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JeS6keacj…t_30_p_12");
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule5/henan.md", day(2024, 4, 1));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Henan.md");
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华中各省管局要求/河南省管局要求@e666433d");
const UCLOUD_QUESTIONS: Citation =
    published("UCloud 备案文档", "guidance/guidance1.md + problem/problem9.md", day(2026, 1, 19));
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const GUIDE: Citation = published("腾讯云《ICP 备案操作指引（小程序端）》", "注销空壳主体", day(2024, 11, 4));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        settled [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI;
    },
    shared_responsible_persons: cells! {
        settled [ORGANIZATIONS] SharedResponsiblePersonRule::PersonNotShared, HUAWEI_EXCERPT;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), JD,
            "其他资料：未满 18 周岁须提供监护人身份证并备注关系"
                / "elsewhere: below 18 with the guardian's identity card and a remark on the relation";
    },
    responsible_person_age: cells! {
        settled [ORGANIZATIONS] Years(18), TENCENT;
    },
    young_filers: cells! {
        contested [INDIVIDUALS] AgeProof { below: 18, proofs: list![MaterialKind::Other] }, TENCENT,
            "监护人身份证明等材料"
                / "the guardian's identity and consent";
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::NotAccepted, UCLOUD;
    },
    certificate_validity: cells! {
        settled [ORGANIZATIONS] Months(3), UCLOUD;
        contested [INDIVIDUALS] Months(3), UCLOUD;
    },
    same_city: cells! {
        settled [ORGANIZATIONS] true, HUAWEI;
    },
    order_limits: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Domains, max: 5, filed_above: None,
            }, HUAWEI,
            but OrderLimit { metric: Metric::Services, max: 1, filed_above: None }, JD;
        settled [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] OrderLimit {
                metric: Metric::Services, max: 1, filed_above: None,
            }, TENCENT;
    },
    thresholds: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 10,
                Consequence::InPersonCheck,
            ), UCLOUD,
            but Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 20,
                Consequence::InPersonCheck,
            ), UCLOUD;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::Services, Basis::FiledAndNew, Operator::Above, 5, Consequence::InPersonCheck,
            ), UCLOUD;
    },
    domain_validity: cells! {
        contested [EVERYONE] Months(3), TENCENT;
    },
    registrant: cells! {
        contested [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, TENCENT;
    },
    one_domain: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    service_names: cells! {
        contested [INDIVIDUALS] NameRule::NotOwnName, TENCENT;
        contested [INDIVIDUALS] NameRule::NotDomain, TENCENT;
        contested [INDIVIDUALS] NameRule::Words(WordRule::Not(words!["个人网站", "中华", "中国"])), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::Not(list![WebsiteContent::BlogPersonalSpace]), TENCENT;
    },
    closed_until_filed: cells! {
        settled [EVERYONE.on(OrderKindSet::NEW_TYPE)] true, TENCENT;
    },
    commitment_letter: cells! {
        contested [EVERYONE] true, JD;
    },
    documents: cells! {
        settled [EVERYONE] DocumentRule::of(CommitmentLetter, DocumentPlace::Order), UCLOUD_QUESTIONS,
            "河南自有模板，个人另有模板"
                / "Henan's own templates, one for individuals";
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    hollow_principal_deregistration: cells! {
        settled [EVERYONE] PaperDeregistration {
                form: PaperForm::Own,
                zh: Cow::Borrowed("河南请使用河南省通信管理局网站办事指南中的 ICP 备案注销申请表，按填表须知填写，连同证件资料递交管局。"),
                en: Cow::Borrowed("Henan has its own form, on the website of its authority: fill it in as its notes say and hand it in with the certificates."),
            }, GUIDE;
    },
    order_kinds_unavailable: cells! {
        contested [ORGANIZATIONS] OrderKinds(list![ChangeService]), TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, JD;
    },
    individual_to_organization: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::AsLegalRepresentative, TENCENT;
    },
    filed_services: cells! {
        contested [EVERYONE.on(OrderKindSet::FILING)] FiledServiceRule::OpenWithNumber, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
