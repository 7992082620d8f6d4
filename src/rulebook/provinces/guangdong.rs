//! Guangdong 广东省.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0228", day(2025, 12, 31));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule4/guangdong.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华南各省管局要求/广东省管局要求@1a421bcb");
const HUAWEI_EXCERPT: Citation = undated("华为云帮助页摘录", "huaweicloud.com/s/JeWNjuS4…t_30_p_10");
const HUAWEI_GUIDE: Citation = published("华为云备案指南", "icp_02_0021", day(2025, 5, 27));
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Guangdong.md");
const UCLOUD_QUESTIONS: Citation = published("UCloud 备案文档", "problem/problem9.md", day(2026, 1, 19));
const HUAWEI_MATERIALS: Citation = published("华为云备案知识库", "备案材料咨询 doc_0046", day(2025, 12, 31));
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] ResponsiblePersonRule::LegalRepresentative, HUAWEI,
            "否则不予通过"
                / "refused otherwise",
            but ResponsiblePersonRule::WithLetter, UCLOUD,
            "限机关、事业单位和群团组织：可委托办公室、宣传或信息部门负责人，无须授权书"
                / "of government bodies, institutions and mass organisations, which may delegate to the head of an office without a letter";
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS.or(OrderKindSet::CHANGE))] ResponsiblePersonRule::LegalRepresentative, HUAWEI,
            but ResponsiblePersonRule::WithLetter, TENCENT, "接入、变更时仅为建议" / "a recommendation in access and change orders";
    },
    service_responsible_person_letter: cells! {
        contested [ORGANIZATIONS] false, HUAWEI_EXCERPT;
    },
    shared_responsible_persons: cells! {
        settled [INDIVIDUALS] SharedResponsiblePersonRule::PhoneNotShared, HUAWEI_GUIDE;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), HUAWEI_GUIDE,
            "其他资料：未满 18 周岁须提供盖章的在职证明，学生须满 18 周岁"
                / "elsewhere: below 18 with a stamped proof of employment, students from 18";
    },
    responsible_person_age: cells! {
        settled [ORGANIZATIONS] Years(16), HUAWEI;
    },
    young_filers: cells! {
        contested [EVERYONE] AgeProof { below: 18, proofs: list![EmploymentProof] }, TENCENT;
    },
    out_of_province: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::WithProof(list![
                ResidencePermit, TemporaryResidencePermit, PropertyDeed, SocialSecurityRecord, Lease,
                EmploymentProof,
            ]), HUAWEI;
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] OutOfProvince::Accepted, TENCENT,
            "变更备案无须居住证明"
                / "no proof is needed for a change";
    },
    certificate_kinds: cells! {
        contested [INDIVIDUALS] Certificates::Not(list![HkMacauPermit]), HUAWEI_GUIDE,
            but Certificates::Among(list![HkMacauPermit, HkMacauResidencePermit]), TENCENT;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    phones_of_one_person: cells! {
        contested [EVERYONE] Count(2), TENCENT;
    },
    phones_of_two_persons: cells! {
        contested [ORGANIZATIONS] Count(2), TENCENT;
    },
    persons_phones_differ: cells! {
        contested [ORGANIZATIONS] true, TENCENT;
    },
    local_mobile: cells! {
        settled [INDIVIDUALS] LocalMobileRule::NotRequired, HUAWEI_GUIDE;
    },
    emergency_contact: cells! {
        contested [EVERYONE] EmergencyContactRule::NotOwn, JD;
    },
    same_city: cells! {
        contested [ORGANIZATIONS] true, TENCENT;
    },
    thresholds: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::DomainLabels, Basis::FiledAndNew, Operator::AtLeast, 31,
                Consequence::SitePlanByPost,
            ), UCLOUD_QUESTIONS,
            but Threshold::of(
                Metric::DomainLabels, Basis::FiledAndNew, Operator::Above, 31,
                Consequence::SitePlanByPost,
            ), TENCENT;
        contested [INDIVIDUALS.on(OrderKindSet::NEW_TYPE)] Threshold::of(
                Metric::DomainLabels, Basis::FiledAndNew, Operator::Above, 5,
                Consequence::SitePlanByPost,
            ), HUAWEI_GUIDE,
            but Threshold::of(
                Metric::DomainLabels, Basis::FiledAndNew, Operator::AtLeast, 5,
                Consequence::SitePlanByPost,
            ), UCLOUD;
    },
    registrant: cells! {
        settled [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, HUAWEI;
    },
    domain_suffixes: cells! {
        contested [GOVERNMENT] Suffixes::Only(words!["gov.cn"]), HUAWEI_EXCERPT;
    },
    service_names: cells! {
        contested [ORGANIZATIONS] NameRule::NotEnglishOnly, TENCENT;
        contested [ORGANIZATIONS] NameRule::Words(WordRule::WithPreApproval(words![
                "中国", "中央", "国家",
            ])), TENCENT;
        settled [INDIVIDUALS] NameRule::Words(WordRule::Not(words!["中国", "中华", "中央", "国家"])), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    commitment_letter: cells! {
        settled [EVERYONE] true, HUAWEI_MATERIALS;
    },
    documents: cells! {
        settled [INDIVIDUALS] DocumentRule {
                document: CommitmentLetter,
                or: None,
                place: DocumentPlace::Order,
                working_days: Some(60),
            }, HUAWEI_GUIDE,
            "模板不得改动，须签名、填写身份证号、按手印并写明日期"
                / "the template may not be edited; signature, number of the identity card, thumb print and date";
        settled [ORGANIZATIONS] DocumentRule::of(CommitmentLetter, DocumentPlace::Order), TENCENT;
    },
    hollow_principal_adds: cells! {
        settled [EVERYONE.on(OrderKindSet::ADDITIONS)] false, HUAWEI_DEREGISTRATION;
    },
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, TENCENT;
    },
    individual_to_organization: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, HUAWEI_GUIDE;
    },
    individual_change: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::Accepted, HUAWEI_GUIDE;
    },
    filed_services: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::FILING)] FiledServiceRule::Open, HUAWEI_GUIDE;
        settled [ORGANIZATIONS.on(OrderKindSet::FILING)] FiledServiceRule::Open, JD;
    },
    filed_name_on_access: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] true, TENCENT;
    },
    filed_data: cells! {
        settled [INDIVIDUALS.on(OrderKindSet::ACCESS)] FiledDataRule::MayDiffer, HUAWEI_GUIDE;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Principal, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
