//! Beijing 北京市.

use super::prelude::*;

const HUAWEI: Citation = published("华为云备案知识库", "备案政策咨询 doc_0214", day(2025, 12, 31));
const BAIDU: Citation = published("百度智能云备案文档", "北京备案规则", day(2025, 1, 2));
const UCLOUD: Citation = published("UCloud 备案文档", "rule/rule1/beijing.md", day(2024, 4, 1));
const TENCENT: Citation =
    not_after(2023, "腾讯云备案文档", "各省管局要求/华北各省管局要求/北京管局要求@e5166dba");
const TENCENT_2: Citation = not_after(2023, "腾讯云备案文档", "常见问题/省管局要求相关@78672ef6");
const JD: Citation = not_after(2023, "京东云备案文档", "the-rules/Beijing.md");
const HUAWEI_DEREGISTRATION: Citation =
    published("华为云备案知识库", "备案注销咨询 doc_0037", day(2025, 12, 31));
const HUAWEI_AFTER_APPROVAL: Citation =
    published("华为云备案知识库", "备案成功后咨询 doc_0033", day(2025, 12, 31));

pub(super) static RULES: ProvinceRules<'static> = ProvinceRules {
    principal_responsible_person: cells! {
        contested [ORGANIZATIONS] ResponsiblePersonRule::LegalRepresentative, HUAWEI,
            but ResponsiblePersonRule::WithLetter, BAIDU;
    },
    individuals: cells! {
        settled [INDIVIDUALS] true, UCLOUD;
    },
    individual_age: cells! {
        contested [INDIVIDUALS] Years(18), TENCENT;
    },
    responsible_person_age: cells! {
        contested [ORGANIZATIONS] Years(18), TENCENT;
    },
    out_of_province: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::FILING)] OutOfProvince::Accepted, UCLOUD;
    },
    certificate_kinds: cells! {
        contested [INDIVIDUALS] Certificates::Among(list![Passport]), TENCENT;
    },
    certificate_validity: cells! {
        contested [EVERYONE] Months(3), UCLOUD;
    },
    phones_of_one_person: cells! {
        contested [ORGANIZATIONS] Count(2), TENCENT;
    },
    phones_of_two_persons: cells! {
        contested [ORGANIZATIONS] Count(3), TENCENT;
    },
    emergency_contact: cells! {
        contested [INDIVIDUALS] EmergencyContactRule::Any, TENCENT;
    },
    address_words: cells! {
        settled [EVERYONE] WordRule::Not(words!["市辖区"]), TENCENT;
    },
    domain_validity: cells! {
        settled [EVERYONE] Months(3), HUAWEI;
    },
    registrant: cells! {
        settled [ORGANIZATIONS] RegistrantRule::OrLegalRepresentative, BAIDU;
    },
    domain_suffixes: cells! {
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] Suffixes::Only(words![
                "wang", "ren", "citic", "xin", "shop", "ltd", "vip", "ink", "club", "site", "biz",
                "com", "cn", "net", "fun", "online", "store", "tech", "work", "law", "beer",
                "design", "wiki", "art", "love", "xyz", "group", "center", "chat", "city", "company",
                "cool", "email", "fund", "gold", "guru", "pub", "run", "show", "social", "team",
                "today", "video", "world", "zone", "life", "live", "plus", "info", "中国", "pro",
                "auto", "co", "cloud", "fashion", "fit", "host", "link", "luxe", "mobi", "press",
                "sohu", "space", "top", "website", "yoga", "cc", "tv", "icu", "tel", "studio", "*",
            ]), TENCENT_2;
        contested [EVERYONE.on(OrderKindSet::NEW_TYPE)] Suffixes::Not(words![
                "hk", "tw", "asia", "jp", "so", "me", "icu", "io", "win", "org",
            ]), BAIDU,
            but Suffixes::Not(words!["hk", "tw", "asia", "jp", "io", "me", "win", "org"]), TENCENT_2;
        contested [EVERYONE.on(OrderKindSet::ACCESS.or(OrderKindSet::CHANGE))] Suffixes::Not(words![
                "hk", "tw", "asia", "jp", "so", "me", "icu", "io", "win",
            ]), BAIDU,
            "2018 年 1 月 1 日前备案的 .org 网站可接入、变更"
                / ".org sites filed before 2018-01-01 may still be accessed and changed",
            but Suffixes::Not(words!["hk", "tw", "asia", "jp", "io", "me", "win"]), TENCENT_2,
            "2018 年 1 月 1 日前备案的 .org 网站可接入、变更"
                / ".org sites filed before 2018-01-01 may still be accessed and changed";
    },
    domain_words: cells! {
        contested [EVERYONE.without(PUBLIC_BODIES)] WordRule::Not(words!["中国", "国家"]), TENCENT;
    },
    remarks: cells! {
        contested [INDIVIDUALS] RemarkRule::Content, UCLOUD;
    },
    service_contents: cells! {
        contested [INDIVIDUALS] Contents::Not(list![WebsiteContent::BlogPersonalSpace]), TENCENT;
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
    organization_change: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    name_change_proof: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] true, TENCENT;
    },
    individual_to_organization: cells! {
        settled [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    individual_change: cells! {
        contested [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] ChangeRule::NotAccepted, TENCENT;
    },
    filed_data: cells! {
        contested [ORGANIZATIONS.on(OrderKindSet::ACCESS)] FiledDataRule::ChangedWithinTenDays, TENCENT;
    },
    footer: cells! {
        settled [EVERYONE] FooterNumber::Service, HUAWEI_AFTER_APPROVAL;
    },
    ..ProvinceRules::UNKNOWN
};
