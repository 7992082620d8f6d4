//! Beijing 北京市.

use super::prelude::*;

pub(super) static RULES: Block = block! {
    pages: pages![
        huawei::DIGEST_OF_BEIJING,
        baidu::BEIJING,
        ucloud::BEIJING,
        tencent::BEIJING,
        qingcloud::BEIJING,
        jd::BEIJING
    ],
    principal_responsible_person: cells! {
        [ORGANIZATIONS] {
            ResponsiblePersonRule::LegalRepresentative => huawei::DIGEST_OF_BEIJING;
            ResponsiblePersonRule::WithLetter => baidu::BEIJING, aliyun::BEIJING_REPRINT, qingcloud::BEIJING;
        }
    },
    individuals: cells! {
        [INDIVIDUALS] { true => ucloud::BEIJING }
    },
    individual_age: cells! {
        [INDIVIDUALS] { Years(18) => tencent::BEIJING }
    },
    responsible_person_age: cells! {
        [ORGANIZATIONS] { Years(18) => tencent::BEIJING }
    },
    out_of_province: cells! {
        [INDIVIDUALS.on(OrderKindSet::FILING)] { OutOfProvince::Accepted => ucloud::BEIJING }
    },
    certificate_kinds: cells! {
        [INDIVIDUALS] { Certificates::Among(list![Passport]) => tencent::BEIJING }
    },
    phones_of_one_person: cells! {
        [ORGANIZATIONS] { Count(2) => tencent::BEIJING }
    },
    phones_of_two_persons: cells! {
        [ORGANIZATIONS] { Count(3) => tencent::BEIJING }
    },
    emergency_contact: cells! {
        [INDIVIDUALS] { EmergencyContactRule::Any => tencent::BEIJING }
    },
    address_words: cells! {
        [ORGANIZATIONS] { WordRule::Not(words!["市辖区"]) => tencent::BEIJING }
    },
    domain_validity: cells! {
        [EVERYONE] { Months(3) => huawei::DIGEST_OF_BEIJING }
    },
    registrant: cells! {
        [ORGANIZATIONS] { RegistrantRule::OrLegalRepresentative => baidu::BEIJING, tencent::BEIJING }
    },
    domain_suffixes: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] {
            Suffixes::Only(words!["wang", "ren", "citic", "xin", "shop", "ltd", "vip", "ink", "club", "site",
                "biz", "com", "cn", "net", "fun", "online", "store", "tech", "work", "law", "beer",
                "design", "wiki", "art", "love", "xyz", "group", "center", "chat", "city",
                "company", "cool", "email", "fund", "gold", "guru", "pub", "run", "show", "social",
                "team", "today", "video", "world", "zone", "life", "live", "plus", "info", "中国",
                "pro", "auto", "co", "cloud", "fashion", "fit", "host", "link", "luxe", "mobi",
                "press", "sohu", "space", "top", "website", "yoga", "cc", "tv", "icu", "tel",
                "studio", "*"]) => tencent::QUESTIONS;
        }
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] {
            Suffixes::Not(words!["hk", "tw", "asia", "jp", "so", "me", "icu", "io", "win", "org"]) => baidu::BEIJING;
            Suffixes::Not(words!["hk", "tw", "asia", "jp", "io", "me", "win", "org"]) => tencent::QUESTIONS;
        }
        [EVERYONE.on(OrderKindSet::ACCESS.or(OrderKindSet::CHANGE))] {
            Suffixes::Not(words!["hk", "tw", "asia", "jp", "so", "me", "icu", "io", "win"]) => baidu::BEIJING ("2018 年 1 月 1 日前备案的 .org 网站可接入、变更" / ".org sites filed before 2018-01-01 may still be accessed and changed");
            Suffixes::Not(words!["hk", "tw", "asia", "jp", "io", "me", "win"]) => tencent::QUESTIONS ("2018 年 1 月 1 日前备案的 .org 网站可接入、变更" / ".org sites filed before 2018-01-01 may still be accessed and changed");
        }
    },
    domain_words: cells! {
        [EVERYONE.without(PUBLIC_BODIES)] { WordRule::Not(words!["中国", "国家"]) => tencent::BEIJING }
    },
    service_contents: cells! {
        [INDIVIDUALS] { Contents::Not(list![WebsiteContent::BlogPersonalSpace]) => tencent::BEIJING }
    },
    closed_until_filed: cells! {
        [EVERYONE.on(OrderKindSet::NEW_TYPE)] { true => tencent::BEIJING }
    },
    hollow_principal_adds: cells! {
        [EVERYONE.on(OrderKindSet::ADDITIONS)] {
            true => huawei::HOLLOW_PRINCIPALS;
            false => tencent::HOLLOW_PRINCIPALS;
        }
    },
    organization_change: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::BEIJING }
    },
    name_change_proof: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] { true => tencent::BEIJING }
    },
    individual_to_organization: cells! {
        [ORGANIZATIONS.on(OrderKindSet::CHANGE_FILING)] {
            ChangeRule::NotAccepted => tencent::BEIJING, jd::BEIJING;
        }
    },
    individual_change: cells! {
        [INDIVIDUALS.on(OrderKindSet::CHANGE_FILING)] { ChangeRule::NotAccepted => tencent::BEIJING }
    },
    filed_data: cells! {
        [ORGANIZATIONS.on(OrderKindSet::ACCESS)] { FiledDataRule::ChangedWithinTenDays => tencent::BEIJING }
    },
    footer: cells! {
        [EVERYONE] { FooterNumber::Service => huawei::FOOTERS }
    },
};
