//! Rules of the group `province`: what the authority of the principal's province asks beyond the national rules.
//!
//! Each rule looks its dimension up in the block of the province. A settled cell that is broken is a blocker, a
//! contested one a warning that names the other reading. Where nothing is known, the rule is undetermined, and
//! only where what some other province asks would be broken.

use std::collections::BTreeSet;

use chrono::{Datelike, Months as CalendarMonths, NaiveDate, Weekday};

use crate::certificate::{Certificate, CertificateKind, ValidUntil};
use crate::domain::Domain;
use crate::language::{Language, Text};
use crate::material::{Material, MaterialKind};
use crate::order::OrderKind;
use crate::params::Param;
use crate::path::{At, FieldPath, Key};
use crate::person::Person;
use crate::principal::{Filer, LegalRepresentative, Principal, PrincipalKind};
use crate::provinces::{
    AgeCap, AgeProof, Basis, Cell, Certificates, ChangeRule, Citation, Consequence, Contents, Count,
    Dimension, DocumentRule, Elsewhere, EmergencyContactRule, FiledDataRule, FiledServiceRule,
    ForeignRepresentativeRule, HeadRule, Metric, Months, NameRule, OrderKinds, OrderLimit, OutOfProvince,
    Place, ProvinceRules, RegistrantRule, RemarkRule, Scope, ServiceHeadRule, SharedHeadRule, Standing,
    Suffixes, Threshold, Value, WordRule, Years, ELSEWHERE,
};
use crate::registry::{FiledPrincipal, FiledService};
use crate::report::{Fact, Need};
use crate::rule::{rule_group, Rule, Severity};
use crate::rules::domain::{is_legal_representative, same_name};
use crate::service::{Service, ServiceKind};
use crate::source::Origin;
use crate::value::{Agreement, DomainName, FilingNumber, Phone, Province, RegionLevel, ResidentId};
use crate::walk::{typed, Check, Cx, DomainNode, Out, PersonNode, PrincipalNode, Role, ServiceNode};

/// What all the rules rest on; a finding names the document of its own fact.
const PRACTICE: Origin = Origin::Document {
    document: "各省通信管理局备案要求（各接入服务商文档汇总）",
    section: "各省管局要求",
    date: NaiveDate::from_ymd_opt(2026, 1, 19),
};

rule_group! {
    /// In most provinces the principal's head of an organisation is its legal representative, by name and
    /// number.
    ///
    /// **Why.** The authority wants the person who answers for the organisation.
    ///
    /// **Example.** A company of Tianjin names its IT manager.
    HEAD_NOT_LEGAL_REPRESENTATIVE = "province.head-not-legal-representative" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province],
        source: PRACTICE,
        summary: {
            zh: "部分省份要求单位的主体负责人为法定代表人",
            en: "In most provinces an organisation's head is its legal representative.",
        },
        message: {
            zh: "{province}要求单位的主体负责人为法定代表人。请将主体负责人改为法定代表人本人，姓名和证件号码须与法定代表人信息一致。",
            en: "In {province} the principal's head of an organisation is its legal representative. Name that person, with the same name and certificate number.",
        },
        check: &[Check::Person(head_not_legal_representative)],
    }

    /// Where a head who is not the legal representative is accepted, it is with an authorisation letter. It may
    /// stand with the head, the principal or the order.
    ///
    /// **Why.** The letter shows that the organisation sent the person.
    ///
    /// **Example.** A service's head in Shanghai who is not the legal representative, without the letter.
    AUTHORIZATION_LETTER_MISSING = "province.authorization-letter-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules],
        params: [province],
        source: PRACTICE,
        summary: {
            zh: "负责人非法定代表人的，须提供授权书",
            en: "A head who is not the legal representative brings an authorisation letter.",
        },
        message: {
            zh: "该负责人不是法定代表人，{province}要求提供由法定代表人签字并加盖公章的授权书。请上传授权书，或改由法定代表人担任。",
            en: "This head is not the legal representative; {province} asks for an authorisation letter, signed by the legal representative and stamped. Upload it, or name the legal representative.",
        },
        check: &[Check::Person(authorization_letter_missing)],
    }

    /// Who may head a service: in some provinces the principal's head where that is not the legal
    /// representative, in some only somebody below the age of retirement.
    ///
    /// **Why.** The authority wants one person to answer, and one who will be there.
    ///
    /// **Example.** In Jiangsu a manager heads the principal with a letter, and a colleague heads the service.
    SERVICE_HEAD_NOT_ACCEPTED = "province.service-head-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "服务负责人须符合所在省份的要求",
            en: "A service's head is one that the province accepts.",
        },
        message: {
            zh: "该服务负责人不符合{province}的要求（{accepted}）。请更换服务负责人。",
            en: "{province} does not accept this head of the service; it asks for: {accepted}. Name another.",
        },
        check: &[Check::Person(service_head_not_accepted)],
    }

    /// Whether individuals can file at all.
    ///
    /// **Why.** An authority may take organisations only.
    ///
    /// **Example.** A province that a patch closes to individuals; the built-in table has none.
    INDIVIDUAL_NOT_ACCEPTED = "province.individual-not-accepted" {
        severity: Blocker,
        orders: FILING,
        needs: [ProvinceRules],
        params: [province],
        source: PRACTICE,
        summary: {
            zh: "所在省份须接受个人备案",
            en: "The province accepts individuals.",
        },
        message: {
            zh: "{province}不接受个人备案。请以单位名义备案，或选择其他可备案的省份。",
            en: "{province} does not accept individuals. File as an organisation, or in another province that takes it.",
        },
        check: &[Check::Principal(individual_not_accepted)],
    }

    /// The age that an individual has reached on the day of submission, from the number of the certificate.
    ///
    /// **Why.** Provinces set the age at 18, some at 16 or 17.
    ///
    /// **Example.** A 15-year-old in Jiangsu.
    INDIVIDUAL_UNDER_AGE = "province.individual-under-age" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, age, min],
        source: PRACTICE,
        summary: {
            zh: "个人须达到所在省份规定的年龄",
            en: "An individual has reached the age that the province asks for.",
        },
        message: {
            zh: "{province}要求个人备案须年满 {min} 周岁，提交日为 {age} 周岁。请在达到年龄后再备案。",
            en: "{province} takes individuals from the age of {min}; this one is {age} on the day of submission. File when that age is reached.",
        },
        check: &[Check::Principal(individual_under_age)],
    }

    /// The age that the head of an organisation has reached on the day of submission, from the number of the
    /// certificate.
    ///
    /// **Why.** Provinces set the age at 18, some at 16.
    ///
    /// **Example.** A 17-year-old legal representative in Henan.
    HEAD_UNDER_AGE = "province.head-under-age" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, age, min],
        source: PRACTICE,
        summary: {
            zh: "单位的主体负责人须达到所在省份规定的年龄",
            en: "An organisation's head has reached the age that the province asks for.",
        },
        message: {
            zh: "{province}要求主体负责人须年满 {min} 周岁，提交日为 {age} 周岁。请更换主体负责人。",
            en: "{province} takes heads from the age of {min}; this one is {age} on the day of submission. Name another.",
        },
        check: &[Check::Person(head_under_age)],
    }

    /// Some provinces take only individuals whose certificate is of the province: by its address, without one by
    /// its number.
    ///
    /// **Why.** They send others to the province of their household register.
    ///
    /// **Example.** A person of Hunan files in Gansu.
    INDIVIDUAL_OUT_OF_PROVINCE = "province.individual-out-of-province" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, of],
        source: PRACTICE,
        summary: {
            zh: "部分省份不接受外省个人备案",
            en: "Some provinces do not accept individuals from elsewhere.",
        },
        message: {
            zh: "{province}不接受外省个人备案，而该证件属于{of}。请在证件所在省份备案。",
            en: "{province} does not accept individuals from elsewhere; this certificate is of {of}. File there.",
        },
        check: &[Check::Principal(individual_out_of_province)],
    }

    /// Where individuals from elsewhere are accepted with a proof that they live there, one of the proofs that
    /// the province takes is uploaded, and is valid long enough.
    ///
    /// **Why.** It shows that the province is in charge.
    ///
    /// **Example.** A person of Hunan files in Guangdong without a residence permit.
    RESIDENCE_PROOF_MISSING = "province.residence-proof-missing" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules, Inputs],
        params: [province, of, proofs],
        source: PRACTICE,
        summary: {
            zh: "外省个人须提供所在省份认可的居住等证明",
            en: "An individual from elsewhere uploads a proof that the province takes.",
        },
        message: {
            zh: "该证件属于{of}，{province}要求外省个人提供有效的以下证明之一：{proofs}。请在主体材料中上传。",
            en: "This certificate is of {of}; from individuals from elsewhere {province} asks for a valid one of: {proofs}. Upload it with the principal's materials.",
        },
        check: &[Check::Principal(residence_proof_missing)],
    }

    /// Certificate kinds that the province does not take of such a principal.
    ///
    /// **Why.** Some authorities check only certain registers.
    ///
    /// **Example.** A foreigner files with a passport in Hebei.
    CERTIFICATE_NOT_ACCEPTED = "province.certificate-not-accepted" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, certificate, accepted],
        source: PRACTICE,
        summary: {
            zh: "主体证件类型须为所在省份所接受",
            en: "The principal's certificate is of a kind that the province takes.",
        },
        message: {
            zh: "{province}不接受以{certificate}备案（{accepted}）。请更换证件类型。",
            en: "{province} does not take this certificate ({certificate}); it asks for {accepted}. Use another.",
        },
        check: &[Check::Principal(certificate_not_accepted)],
    }

    /// How long the certificates of the principal and the heads have to be valid still.
    ///
    /// **Why.** A certificate that runs out during the review sends the order back.
    ///
    /// **Example.** An identity card that ends in two months.
    CERTIFICATE_VALIDITY_TOO_SHORT = "province.certificate-validity-too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, date, months],
        source: PRACTICE,
        summary: {
            zh: "证件剩余有效期须达到所在省份的要求",
            en: "Certificates are valid for as long as the province asks.",
        },
        message: {
            zh: "该证件于 {date} 到期，{province}要求剩余有效期不少于 {months} 个月。请换领新证件后再提交。",
            en: "This certificate ends on {date}; {province} asks for {months:month} left. Renew it, then submit.",
        },
        check: &[
            Check::Principal(principal_certificate_validity),
            Check::Person(head_certificate_validity),
        ],
    }

    /// A legal representative who is no mainland resident lets a mainland citizen head the principal, in some
    /// provinces its services as well.
    ///
    /// **Why.** The authority checks the head against the mainland's registers.
    ///
    /// **Example.** In Hebei the legal representative has a passport and heads the principal.
    FOREIGN_LEGAL_REPRESENTATIVE = "province.foreign-legal-representative" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "法定代表人非内地居民的，须授权内地公民担任负责人",
            en: "A legal representative from abroad lets a mainland citizen be the head.",
        },
        message: {
            zh: "法定代表人不是内地居民，{province}：{accepted}。请授权持居民身份证的人员担任，并提供授权书。",
            en: "The legal representative is no mainland resident; in {province}: {accepted}. Authorise a person with a resident identity card.",
        },
        check: &[Check::Person(foreign_legal_representative)],
    }

    /// In some provinces a head, or a head's phone, stands under one principal only.
    ///
    /// **Why.** The authority takes a shared head for an agent.
    ///
    /// **Example.** In Tianjin one person heads two companies.
    HEAD_OF_SEVERAL_PRINCIPALS = "province.head-of-several-principals" {
        severity: Blocker,
        orders: FILING | CHANGE_FILING,
        needs: [Registry, ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "部分省份的负责人或其电话只能用于一个主体",
            en: "In some provinces a head, or a head's phone, stands under one principal only.",
        },
        message: {
            zh: "该负责人或其电话已用于其他备案主体，{province}：{accepted}。请更换负责人或电话。",
            en: "This head or this phone stands under another principal already; in {province}: {accepted}. Name another.",
        },
        check: &[Check::Person(head_of_several_principals)],
    }

    /// How many different phones there are among mobile and emergency contact of the principal's and the
    /// service's head, and whose number an emergency contact may not be.
    ///
    /// **Why.** The authority calls the second number when nobody answers the first.
    ///
    /// **Example.** In Liaoning both heads give the same two numbers.
    PHONES_NOT_DISTINCT = "province.phones-not-distinct" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "负责人手机号和应急联系方式须按所在省份要求互不相同",
            en: "The heads' phones differ as the province asks.",
        },
        message: {
            zh: "该号码与本订单中的其他号码重复，{province}要求：{accepted}。请更换号码。",
            en: "This number stands elsewhere in the order; {province} asks for: {accepted}. Give another.",
        },
        check: &[Check::Order(phones_not_distinct)],
    }

    /// In some provinces the mailing address is in the city of the certificate's address.
    ///
    /// **Why.** They take no filing across cities.
    ///
    /// **Example.** In Hebei a company licensed in 石家庄 with a mailing address in 保定.
    ADDRESS_CROSSES_CITY = "province.address-crosses-city" {
        severity: Blocker,
        orders: FILING | CHANGE_FILING,
        needs: [ProvinceRules],
        params: [province, city, certificate_city],
        source: PRACTICE,
        summary: {
            zh: "部分省份要求通信地址与证件住址在同一城市",
            en: "In some provinces mailing and certificate address are in one city.",
        },
        message: {
            zh: "通信地址在{city}，证件住址在{certificate_city}，{province}要求两者在同一城市。请填写证件住址所在城市的通信地址。",
            en: "The mailing address is in {city}, the certificate's in {certificate_city}; {province} asks for one city. Give a mailing address in the certificate's.",
        },
        check: &[Check::Principal(address_crosses_city)],
    }

    /// Words that the mailing address may not have.
    ///
    /// **Why.** 市辖区 is the name of a level, not of a district.
    ///
    /// **Example.** `北京市市辖区…` in Beijing.
    ADDRESS_NOT_ACCEPTED = "province.address-not-accepted" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, word],
        source: PRACTICE,
        summary: {
            zh: "通信地址不得含有所在省份不接受的字样",
            en: "The mailing address has no word that the province refuses.",
        },
        message: {
            zh: "通信地址含有“{word}”，{province}不接受。请填写实际的区县名称和详细地址。",
            en: "The mailing address has {word}, which {province} does not accept. Give the actual district and address.",
        },
        check: &[Check::Principal(address_not_accepted)],
    }

    /// How many services or domains one new-type order may have in the province.
    ///
    /// **Why.** Some authorities take one site at a time.
    ///
    /// **Example.** Two sites at once in Hubei.
    SERVICES_OVER_LIMIT = "province.services-over-limit" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [Registry, ProvinceRules],
        params: [province, count, limit],
        source: PRACTICE,
        summary: {
            zh: "单个订单的服务或域名数不得超过所在省份的上限",
            en: "One order has no more services or domains than the province takes.",
        },
        message: {
            zh: "{province}：{limit}，当前为 {count} 个。请拆分为多个订单，前一订单审核通过后再提交下一订单。",
            en: "{province} takes {limit}; there are {count} here. Split the order, and submit the next part when the one before it is approved.",
        },
        check: &[Check::Order(services_over_limit)],
    }

    /// How many services a principal may have in all, filed and new.
    ///
    /// **Why.** Some authorities cap what one principal runs.
    ///
    /// **Example.** A sixth site of an individual in Shaanxi.
    TOTAL_SERVICES_OVER_LIMIT = "province.total-services-over-limit" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [Registry, ProvinceRules],
        params: [province, count, max],
        source: PRACTICE,
        summary: {
            zh: "主体的全部服务数不得超过所在省份的上限",
            en: "A principal has no more services in all than the province takes.",
        },
        message: {
            zh: "{province}规定一个主体最多 {max} 个服务，加上本次新增共 {count} 个。请减少本次新增，或先注销不再使用的服务。",
            en: "{province} takes at most {max:service} of a principal; with the new ones there would be {count}. Add fewer, or deregister what is no longer used.",
        },
        check: &[Check::Order(total_services_over_limit)],
    }

    /// Above a number of services or domains a site plan, a statement or a check in person is asked for.
    ///
    /// **Why.** The authority wants to know what so many are for.
    ///
    /// **Example.** A thirtieth site in Shanghai without a plan.
    SITE_PLAN_MISSING = "province.site-plan-missing" {
        severity: Blocker,
        orders: NEW_TYPE | CHANGE,
        needs: [Registry, ProvinceRules],
        params: [province, count, asked],
        source: PRACTICE,
        summary: {
            zh: "服务或域名数达到所在省份规定时，须提交建设方案书等材料",
            en: "From a number of services or domains on the province asks for a site plan or more.",
        },
        message: {
            zh: "{province}：{asked}，当前为 {count} 个。请按要求准备并在订单材料中上传。",
            en: "In {province}: {asked}; there are {count}. Prepare it and upload it with the order.",
        },
        check: &[Check::Order(site_plan_missing)],
    }

    /// How long a domain's registration has to run still.
    ///
    /// **Why.** A domain that runs out during the review sends the order back.
    ///
    /// **Example.** A domain that ends in two months, in Beijing.
    DOMAIN_VALIDITY_TOO_SHORT = "province.domain-validity-too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, expires_on, months],
        source: PRACTICE,
        summary: {
            zh: "域名剩余有效期须达到所在省份的要求",
            en: "A domain's registration runs for as long as the province asks.",
        },
        message: {
            zh: "该域名于 {expires_on} 到期，{province}要求剩余有效期不少于 {months} 个月。请续费后再提交。",
            en: "The domain ends on {expires_on}; {province} asks for {months:month} left. Renew it, then submit.",
        },
        check: &[Check::Domain(domain_validity_too_short)],
    }

    /// Whether an organisation's legal representative may own the domain.
    ///
    /// **Why.** Some authorities take a domain of the organisation only.
    ///
    /// **Example.** In Ningxia the domain belongs to the legal representative.
    REGISTRANT_NOT_ACCEPTED = "province.registrant-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "域名所有者是否可为法定代表人，以所在省份要求为准",
            en: "Whether the legal representative may own the domain is the province's matter.",
        },
        message: {
            zh: "域名所有者为法定代表人，而{province}要求域名所有者为：{accepted}。请将域名过户到本单位，或补充所需材料。",
            en: "The domain's owner is the legal representative; {province} accepts: {accepted}. Transfer it to the organisation, or bring what is asked for.",
        },
        check: &[Check::Domain(registrant_not_accepted)],
    }

    /// Suffixes that the province takes, of government bodies and public institutions too.
    ///
    /// **Why.** Some authorities keep lists of their own.
    ///
    /// **Example.** A `.com` of a public institution in Zhejiang.
    DOMAIN_SUFFIX_NOT_ACCEPTED = "province.domain-suffix-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, domain, accepted],
        source: PRACTICE,
        summary: {
            zh: "域名后缀须为所在省份所接受",
            en: "The domain's suffix is one that the province takes.",
        },
        message: {
            zh: "{province}不接受域名 {domain} 的后缀（{accepted}）。请更换域名。",
            en: "{province} does not take the suffix of {domain}: {accepted}. Use another domain.",
        },
        check: &[Check::Domain(domain_suffix_not_accepted)],
    }

    /// Words that a domain may not have, or only with an approval.
    ///
    /// **Why.** 中国 and 国家 are for bodies of the state.
    ///
    /// **Example.** `中国示例.com` of a company in Jilin.
    DOMAIN_WORD_NOT_ACCEPTED = "province.domain-word-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, word, accepted],
        source: PRACTICE,
        summary: {
            zh: "域名不得含有所在省份不接受的字样",
            en: "A domain has no word that the province refuses.",
        },
        message: {
            zh: "域名含有“{word}”，{province}要求：{accepted}。请更换域名，或补充所需材料。",
            en: "The domain has {word}; {province} asks for a domain {accepted}. Use another, or bring what is asked for.",
        },
        check: &[Check::Domain(domain_word_not_accepted)],
    }

    /// In some provinces a website is filed with one domain.
    ///
    /// **Why.** A domain has one filing number; two domains are two sites.
    ///
    /// **Example.** A site with two domains in Xinjiang.
    SEVERAL_DOMAINS = "province.several-domains" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [ProvinceRules],
        params: [province, count],
        source: PRACTICE,
        summary: {
            zh: "部分省份一个网站只能有一个域名",
            en: "In some provinces a website is filed with one domain.",
        },
        message: {
            zh: "{province}要求一个网站只备一个域名，当前为 {count} 个。请拆分为多个网站分别备案。",
            en: "In {province} a website is filed with one domain; this one has {count}. File a site for each.",
        },
        check: &[Check::Service(several_domains)],
    }

    /// What the name of a website has to be.
    ///
    /// **Why.** Authorities refuse names that mislead or say nothing.
    ///
    /// **Example.** An individual's site named 中华…, in Guangdong.
    NAME_NOT_ACCEPTED = "province.name-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "服务名称须符合所在省份的要求",
            en: "A service has a name that the province takes.",
        },
        message: {
            zh: "该服务名称不符合{province}的要求：{accepted}。请修改名称，或补充所需材料。",
            en: "{province} does not take this name; it asks for one {accepted}. Change it, or bring what is asked for.",
        },
        check: &[Check::Service(name_not_accepted)],
    }

    /// What the remark has to say: the actual content, a declaration, who uses the emergency contact.
    ///
    /// **Why.** The reviewer reads it first.
    ///
    /// **Example.** An individual's site in Inner Mongolia without a remark.
    REMARK_MISSING = "province.remark-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, asked],
        source: PRACTICE,
        summary: {
            zh: "服务备注须写明所在省份要求的内容",
            en: "The remark says what the province asks for.",
        },
        message: {
            zh: "{province}要求在服务备注中写明：{asked}。请补充备注。",
            en: "{province} asks for a remark that says: {asked}. Complete it.",
        },
        check: &[Check::Service(remark_missing)],
    }

    /// Contents that the province refuses, or takes only with an approval.
    ///
    /// **Why.** Blogs and forums need approvals that individuals rarely have.
    ///
    /// **Example.** An individual in Jiangxi chooses 博客/个人空间.
    CONTENT_NOT_ACCEPTED = "province.content-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "网站服务内容须为所在省份所接受",
            en: "A website has contents that the province takes.",
        },
        message: {
            zh: "该网站的服务内容不符合{province}的要求：{accepted}。请重新选择服务内容。",
            en: "{province} does not take these contents; it asks for {accepted}. Choose others.",
        },
        check: &[Check::Service(content_not_accepted)],
    }

    /// In some provinces a new website stays closed until it is filed.
    ///
    /// **Why.** An unfiled site that can be reached is an offence.
    ///
    /// **Example.** A site that is open already during its first filing.
    SERVICE_OPEN_BEFORE_FILING = "province.service-open-before-filing" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [ProvinceRules],
        params: [province],
        source: PRACTICE,
        summary: {
            zh: "部分省份要求新增网站在备案期间关闭",
            en: "In some provinces a new website stays closed until it is filed.",
        },
        message: {
            zh: "该网站当前可以访问，{province}要求新增网站在备案通过前关闭。请先关闭网站。",
            en: "This website can be reached; in {province} a new one stays closed until it is filed. Close it first.",
        },
        check: &[Check::Service(service_open_before_filing)],
    }

    /// Other documents of one province: the party-building letter, the truthfulness letter, an institution's
    /// form, the province's own commitment letter and its validity, a proof of a new name, proofs of the young.
    ///
    /// **Why.** Without them the order is sent back.
    ///
    /// **Example.** An order in Jiangsu without the truthfulness letter.
    DOCUMENT_MISSING = "province.document-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules, Inputs],
        params: [province, document],
        source: PRACTICE,
        summary: {
            zh: "须上传所在省份要求的其他材料",
            en: "Other documents that the province asks for are uploaded.",
        },
        message: {
            zh: "{province}还要求提供：{document}。请在此处上传有效的文件。",
            en: "{province} also asks for: {document}. Upload it here, valid on the day of submission.",
        },
        check: &[
            Check::Order(document_missing),
            Check::Principal(name_change_proof_missing),
            Check::Principal(individual_age_proof_missing),
            Check::Person(head_age_proof_missing),
        ],
    }

    /// A hollow principal 空壳主体, one that is filed without any service, may add services directly in some
    /// provinces. Elsewhere it is deregistered first.
    ///
    /// **Why.** The authority cancels hollow principals.
    ///
    /// **Example.** A company of Guangdong whose only site was deregistered adds a new one.
    HOLLOW_PRINCIPAL = "province.hollow-principal" {
        severity: Blocker,
        orders: ADDITIONS,
        needs: [Registry, ProvinceRules],
        params: [province],
        source: PRACTICE,
        summary: {
            zh: "部分省份的空壳主体须先注销，不能直接新增服务",
            en: "In some provinces a hollow principal is deregistered before it files again.",
        },
        message: {
            zh: "该主体没有任何已备案服务，是空壳主体，{province}不允许其直接新增服务。请先向管局书面申请注销主体，再办理首次备案。",
            en: "This principal has no filed service left: a hollow principal, which may not add services in {province}. Have it deregistered on paper, then make a first filing.",
        },
        check: &[Check::Order(hollow_principal)],
    }

    /// Order kinds that the province does not take online.
    ///
    /// **Why.** Some authorities take one combined change order, or a form by e-mail.
    ///
    /// **Example.** A change of service in Qinghai.
    ORDER_KIND_UNAVAILABLE = "province.order-kind-unavailable" {
        severity: Blocker,
        orders: ALL,
        needs: [Registry, ProvinceRules],
        params: [province, kind],
        source: PRACTICE,
        summary: {
            zh: "订单类型须为所在省份所支持",
            en: "The province takes orders of this kind online.",
        },
        message: {
            zh: "{province}不支持在线办理“{kind}”。变更请改用变更备案，注销请联系该省通信管理局。",
            en: "{province} does not take this kind of order online: {kind}. Use a change of filing, or, to deregister, ask its authority.",
        },
        check: &[Check::Order(order_kind_unavailable)],
    }

    /// Whether a filing may pass from an individual to an organisation, from one organisation to another, or
    /// from one individual to another, and under which condition.
    ///
    /// **Why.** Many provinces take that for a new filing.
    ///
    /// **Example.** In Hainan a person wants the company to take over the filing.
    CHANGE_NOT_ACCEPTED = "province.change-not-accepted" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry, ProvinceRules],
        params: [province, change, accepted],
        source: PRACTICE,
        summary: {
            zh: "变更主体须为所在省份所允许",
            en: "The province lets the filing pass to another principal.",
        },
        message: {
            zh: "{province}对“{change}”的要求：{accepted}。请满足条件后再提交，或注销后重新备案。",
            en: "In {province}, of a change {change}: {accepted}. Meet that, or deregister and file anew.",
        },
        check: &[Check::Principal(change_not_accepted)],
    }

    /// Filed services are open, and show their number, before a new one is taken.
    ///
    /// **Why.** The authority checks what is there first.
    ///
    /// **Example.** In Guangxi a company adds a site while its first one is closed.
    FILED_SERVICE_NOT_IN_ORDER = "province.filed-service-not-in-order" {
        severity: Blocker,
        orders: FILING | CHANGE,
        needs: [Registry, ProvinceRules, Inputs],
        params: [province, service, asked],
        source: PRACTICE,
        summary: {
            zh: "已备案的网站须符合要求，方可办理新的订单",
            en: "Filed websites are in order before a new order is taken.",
        },
        message: {
            zh: "已备案的 {service} 不符合{province}的要求：{asked}。请先整改，或注销不再使用的网站。",
            en: "{service}, which is filed already, is not in order; {province} asks for filed sites that are {asked}. Mend that, or deregister it.",
        },
        check: &[Check::Order(filed_service_not_in_order)],
    }

    /// Where adding or accessing needs the filed data unchanged: what differs is changed first, where it is
    /// filed.
    ///
    /// **Why.** The authority compares the order with its register.
    ///
    /// **Example.** In Hunan an addition states a new address.
    PRINCIPAL_DIFFERS_FROM_REGISTRY = "province.principal-differs-from-registry" {
        severity: Blocker,
        orders: ADDITIONS | ACCESS,
        needs: [Registry, ProvinceRules],
        params: [province, accepted],
        source: PRACTICE,
        summary: {
            zh: "部分省份新增或接入时，信息须与已备案信息一致",
            en: "In some provinces what an addition or access states is as filed.",
        },
        message: {
            zh: "此处与已备案的信息不一致，{province}：{accepted}。",
            en: "This differs from what is filed; in {province}: {accepted}.",
        },
        check: &[Check::Principal(principal_differs), Check::Service(filed_name_differs)],
    }

    /// In some provinces no addition and no access is taken while a change is under way.
    ///
    /// **Why.** Both would touch one filing.
    ///
    /// **Example.** In Hebei a company adds a site while its change of address is at the authority.
    CHANGE_IN_PROGRESS = "province.change-in-progress" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry, ProvinceRules],
        params: [province],
        source: PRACTICE,
        summary: {
            zh: "部分省份变更进行中不能同时新增或接入",
            en: "In some provinces nothing is added while a change is under way.",
        },
        message: {
            zh: "该主体有变更订单正在审核，{province}不允许同时新增或接入。请待变更通过后再提交。",
            en: "A change of this principal is under way; {province} takes no addition or access beside it. Submit when it is approved.",
        },
        check: &[Check::Order(change_in_progress)],
    }
}

/// How to get at a dimension: here, and in what some province asks.
type Asked<T> = (
    for<'r> fn(&ProvinceRules<'r>) -> &'r [Cell<T>],
    fn(&'static Elsewhere) -> &'static [(Scope, &'static T)],
);

/// A dimension by the name of its field.
macro_rules! of {
    ($field:ident) => {
        (|rules| rules.$field, |elsewhere| &elsewhere.$field)
    };
}

/// The cells of a dimension that speak of this order, and that it breaks, with how. Without any that speaks of
/// it the rule is undetermined where what some province asks would be broken.
fn broken<'a, T, F>(
    cx: &Cx<'a>,
    out: &mut Out,
    service: Option<ServiceKind>,
    (here, elsewhere): Asked<T>,
    breaks: impl Fn(&T) -> Option<F>,
) -> Vec<(&'a Cell<T>, F)> {
    let Some(rules) = &cx.province_rules else { return Vec::new() };
    let speaks = |scope: Scope| scope.includes(cx.principal_kind, cx.kind, service);
    let mut is_known = false;
    let mut broken = Vec::new();
    for cell in here(rules).iter().filter(|cell| speaks(cell.scope)) {
        is_known = true;
        broken.extend(breaks(&cell.value).map(|how| (cell, how)));
    }
    if !is_known {
        let asked = elsewhere(&ELSEWHERE);
        if asked.iter().any(|(scope, value)| speaks(*scope) && breaks(value).is_some()) {
            out.needs(Need::ProvinceRules);
        }
    }
    broken
}

/// The broken cell that weighs most.
fn worst<'a, T, F>(
    cx: &Cx<'a>,
    out: &mut Out,
    service: Option<ServiceKind>,
    dimension: Asked<T>,
    breaks: impl Fn(&T) -> Option<F>,
) -> Option<(&'a Cell<T>, F)> {
    let broken = broken(cx, out, service, dimension, breaks);
    broken.into_iter().min_by_key(|(cell, _)| cell.standing)
}

/// Whether something is so, as the outcome of a check.
fn when(is_broken: bool) -> Option<()> {
    is_broken.then_some(())
}

/// The one cell of a dimension that speaks of this order.
fn cell<'a, T>(cx: &Cx<'a>, (here, _): Asked<T>) -> Option<&'a Cell<T>> {
    let rules = cx.province_rules.as_ref()?;
    here(rules).iter().find(|cell| cell.scope.includes(cx.principal_kind, cx.kind, None))
}

fn province(cx: &Cx<'_>) -> Param {
    match cx.province {
        Some(province) => Param::from(province),
        None => Param::Text(Text { zh: "该省份", en: "the province" }),
    }
}

/// A value of a cell, as people read it.
fn shown(value: &dyn Value) -> Param {
    Param::Written { zh: value.show(Language::Zh).into(), en: value.show(Language::En).into() }
}

/// What a finding rests on: a blocker where the cell is settled, a warning that names the other reading where
/// it is not.
fn fact<T: Value>(cx: &Cx<'_>, cell: &Cell<T>) -> Fact {
    let (zh_note, en_note) = match cell.note {
        Some(note) => (format!("（{}）", note.zh), format!(" ({})", note.en)),
        None => (String::new(), String::new()),
    };
    let (zh_source, en_source) = cited(&cell.citation);
    let source = cell.citation.source.clone();
    if cell.standing == Standing::Settled {
        let Some(years) =
            cx.rulebook.settled_for_years().filter(|years| is_older(cx, &cell.citation, *years))
        else {
            let zh = format!("依据：{zh_source}{zh_note}。");
            let en = format!("According to {en_source}{en_note}.");
            return Fact { most: Severity::Blocker, source, zh, en };
        };
        let zh = format!("依据：{zh_source}{zh_note}，已超过 {years} 年，请确认是否仍然适用。");
        let s = if years == 1 { "" } else { "s" };
        let en = format!(
            "According to {en_source}{en_note}, which is more than {years} year{s} old: make sure that it still holds."
        );
        return Fact { most: Severity::Warning, source, zh, en };
    }
    if cell.others.is_empty() {
        let zh = format!("该要求见于{zh_source}{zh_note}，尚未充分印证，提交前请向接入商或管局确认。");
        let en = format!(
            "This rests on {en_source}{en_note} and is not well established: confirm it with the provider or the authority first."
        );
        return Fact { most: Severity::Warning, source, zh, en };
    }
    let (own_zh, own_en) = (cell.value.show(Language::Zh), cell.value.show(Language::En));
    let mut zh = format!("各来源说法不一：{zh_source}为“{own_zh}”{zh_note}");
    let mut en = format!("Sources disagree: {en_source} says “{own_en}”{en_note}");
    for other in cell.others {
        let (zh_source, en_source) = cited(&other.citation);
        zh.push_str(&format!("；{zh_source}为“{}”", other.value.show(Language::Zh)));
        en.push_str(&format!("; {en_source} says “{}”", other.value.show(Language::En)));
        if let Some(note) = other.note {
            zh.push_str(&format!("（{}）", note.zh));
            en.push_str(&format!(" ({})", note.en));
        }
    }
    zh.push_str("。提交前请向接入商或管局确认。");
    en.push_str(". Confirm it with the provider or the authority first.");
    Fact { most: Severity::Warning, source, zh, en }
}

fn cited(citation: &Citation) -> (String, String) {
    let document = &citation.source.document;
    match (citation.source.date, citation.no_later_than) {
        (Some(date), _) => (format!("{document}（{date}）"), format!("{document} ({date})")),
        (None, Some(day)) => {
            (format!("{document}（不晚于 {day}）"), format!("{document} (no later than {day})"))
        }
        (None, None) => (format!("{document}（未注明日期）"), format!("{document} (undated)")),
    }
}

/// Whether a document is older than so many years; one of which no day is known may be.
fn is_older(cx: &Cx<'_>, citation: &Citation, years: u32) -> bool {
    let months = CalendarMonths::new(years.saturating_mul(12));
    match (citation.no_later_than, cx.context.today.checked_sub_months(months)) {
        (Some(day), Some(limit)) => day < limit,
        (None, _) => true,
        (Some(_), None) => false,
    }
}

const fn principal_at() -> At<'static> {
    At::ROOT.key(Key::Principal)
}

fn number(certificate: Option<&Certificate>) -> Option<&str> {
    typed(certificate?.number.as_ref())
}

fn differ(a: Option<&str>, b: Option<&str>, is_same: impl Fn(&str, &str) -> bool) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !is_same(a, b))
}

/// Whether a head is, by name or number, somebody else than the legal representative. A number that is wrong
/// in itself says nothing.
fn is_someone_else(node: &PersonNode<'_>, other: &LegalRepresentative, out: &Out) -> bool {
    let own_number = number(node.person.certificate.as_ref())
        .filter(|_| !out.is_blocked(&node.at, &[Key::Certificate, Key::Number]));
    let its_number = number(other.certificate.as_ref()).filter(|_| {
        !out.is_blocked(&principal_at(), &[Key::LegalRepresentative, Key::Certificate, Key::Number])
    });
    differ(typed(node.person.name.as_ref()), typed(other.name.as_ref()), same_name)
        || differ(own_number, its_number, |a, b| a.eq_ignore_ascii_case(b))
}

/// Whether two heads are one person, as far as both say who they are.
fn is_same_person(a: &Person, b: &Person) -> bool {
    match (number(a.certificate.as_ref()), number(b.certificate.as_ref())) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => {
            matches!((typed(a.name.as_ref()), typed(b.name.as_ref())), (Some(a), Some(b)) if same_name(a, b))
        }
    }
}

/// The legal representative, as the order states it, else as it is filed.
fn representative<'a>(cx: &Cx<'a>) -> Option<&'a LegalRepresentative> {
    let stated = match cx.principal {
        Some(principal) => Some(principal),
        None => cx.filed_principal?.principal.as_ref(),
    };
    stated?.legal_representative.as_ref().filter(|_| cx.is_organization())
}

fn is_foreign(representative: &LegalRepresentative) -> bool {
    let kind = representative.certificate.as_ref().and_then(|certificate| certificate.kind);
    kind.is_some_and(|kind| kind != CertificateKind::ResidentIdCard)
}

fn head_not_legal_representative(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Role::PrincipalHead, Some(representative)) = (node.role, representative(cx)) else { return };
    // Somebody from abroad authorises a citizen: that is another rule's.
    if is_foreign(representative) && cell(cx, of!(foreign_representative)).is_some() {
        return;
    }
    let is_other = is_someone_else(node, representative, out);
    let asks = |rule: &HeadRule| when(is_other && *rule == HeadRule::LegalRepresentative);
    if let Some((cell, ())) = worst(cx, out, None, of!(principal_head), asks) {
        out.find_from(&node.at, &[Key::Name], params![province: province(cx)], fact(cx, cell));
    }
}

fn has(materials: &[Material], kind: MaterialKind) -> bool {
    materials.iter().any(|material| material.kind == kind)
}

/// Whether a document stands with the order or its principal, where one for all of it may.
fn is_with_order(cx: &Cx<'_>, kind: MaterialKind) -> bool {
    has(cx.order.materials(), kind) || cx.principal.is_some_and(|principal| has(&principal.materials, kind))
}

fn authorization_letter_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if cx.principal.is_none() && cx.filed_principal.is_none() {
        if cx.principal_kind.is_none() && cx.context.registry.is_none() {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(representative) = representative(cx) else { return };
    let letter = MaterialKind::AuthorizationLetter;
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    let with_same_head =
        principal_head.is_some_and(|head| is_same_person(head, node.person) && has(&head.materials, letter));
    let is_missing = is_someone_else(node, representative, out)
        && !has(&node.person.materials, letter)
        && !with_same_head
        && !is_with_order(cx, letter);
    let found = match node.role {
        Role::PrincipalHead => {
            let asks = |rule: &HeadRule| when(is_missing && *rule != HeadRule::LegalRepresentative);
            worst(cx, out, None, of!(principal_head), asks).map(|(cell, ())| fact(cx, cell))
        }
        Role::ServiceHead(index) => {
            // One letter of one person serves every service.
            let is_first = node
                .person
                .certificate
                .as_ref()
                .and_then(|certificate| cx.head(certificate))
                .map_or(true, |shared| shared.first_service == index);
            let asks = |asked: &bool| when(is_missing && is_first && *asked);
            worst(cx, out, node.service_kind(cx), of!(service_head_letter), asks)
                .map(|(cell, ())| fact(cx, cell))
        }
    };
    if let Some(fact) = found {
        out.find_from(&node.at, &[Key::Materials], params![province: province(cx)], fact);
    }
}

fn service_head_not_accepted(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Role::ServiceHead(_) = node.role else { return };
    let service = node.service_kind(cx);
    let report = |out: &mut Out, accepted: Param, fact: Fact| {
        out.find_from(&node.at, &[Key::Name], params![province: province(cx), accepted: accepted], fact);
    };
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    if let (Some(representative), Some(head)) = (representative(cx), principal_head) {
        let head_at = principal_at();
        let head_node = PersonNode {
            at: head_at.key(Key::Head),
            person: head,
            role: Role::PrincipalHead,
            certificate: head.certificate.as_ref(),
            certificate_at: head_at.key(Key::Head),
            mobile: None,
        };
        let apart = is_someone_else(&head_node, representative, out) && !is_same_person(head, node.person);
        let asks = |rule: &HeadRule| when(apart && *rule == HeadRule::WithLetterForAll);
        if let Some((cell, ())) = worst(cx, out, service, of!(principal_head), asks) {
            return report(out, shown(&cell.value), fact(cx, cell));
        }
        let asks = |rule: &ServiceHeadRule| when(apart && *rule == ServiceHeadRule::SameAsPrincipalHead);
        if let Some((cell, ())) = worst(cx, out, service, of!(service_head), asks) {
            return report(out, shown(&cell.value), fact(cx, cell));
        }
    }
    if let Some(representative) = representative(cx) {
        let is_representative = representative.name.is_some()
            && node.person.name.is_some()
            && !is_someone_else(node, representative, out);
        let asks = |rule: &ServiceHeadRule| {
            when(is_representative && *rule == ServiceHeadRule::NotLegalRepresentative)
        };
        if let Some((cell, ())) = worst(cx, out, service, of!(service_head), asks) {
            return report(out, shown(&cell.value), fact(cx, cell));
        }
    }
    let Some(id) = resident(node.certificate) else { return };
    let age = id.age_on(cx.context.today);
    let is_man = is_man(&id);
    let asks = |cap: &AgeCap| when(age >= if is_man { cap.men } else { cap.women });
    if let Some((cell, ())) = worst(cx, out, service, of!(service_head_age), asks) {
        report(out, shown(&cell.value), fact(cx, cell));
    }
}

/// The identity number of a certificate that bears one, where it is valid.
fn resident(certificate: Option<&Certificate>) -> Option<ResidentId> {
    let certificate = certificate?;
    matches!(
        certificate.kind?,
        CertificateKind::ResidentIdCard
            | CertificateKind::HkMacauResidencePermit
            | CertificateKind::TaiwanResidencePermit
            | CertificateKind::ForeignerPermanentResidenceCard
    )
    .then(|| ResidentId::parse(number(Some(certificate))?).ok())
    .flatten()
}

/// The last digit before the check digit is odd of men.
fn is_man(id: &ResidentId) -> bool {
    let mut digits = id.as_str().chars().rev();
    if !id.is_first_generation() {
        digits.next();
    }
    digits.next().and_then(|digit| digit.to_digit(10)).is_some_and(|digit| digit % 2 == 1)
}

fn individual_not_accepted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_individual() {
        return;
    }
    if let Some((cell, ())) = worst(cx, out, None, of!(individuals), |accepted| when(!*accepted)) {
        out.find_from(&node.at, &[Key::Kind], params![province: province(cx)], fact(cx, cell));
    }
}

fn individual_under_age(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let below = &[Key::Certificate, Key::Number];
    let Some(id) = resident(node.principal.certificate.as_ref()).filter(|_| cx.is_individual()) else {
        return;
    };
    let age = id.age_on(cx.context.today);
    if out.is_blocked(&node.at, below) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let asks = |min: &Years| (age < min.0).then_some(min.0);
    if let Some((cell, min)) = worst(cx, out, None, of!(individual_age), asks) {
        out.find_from(&node.at, below, params![province: province(cx), age: age, min: min], fact(cx, cell));
    }
}

fn head_under_age(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Role::PrincipalHead, true) = (node.role, cx.is_organization()) else { return };
    let Some(id) = resident(node.certificate) else { return };
    let age = id.age_on(cx.context.today);
    if out.is_blocked(&node.certificate_at, &[Key::Number]) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let asks = |min: &Years| (age < min.0).then_some(min.0);
    if let Some((cell, min)) = worst(cx, out, None, of!(head_age), asks) {
        let params = params![province: province(cx), age: age, min: min];
        out.find_from(&node.certificate_at, &[Key::Number], params, fact(cx, cell));
    }
}

/// The province of an individual's certificate, where it is another than that of the filing: by its address,
/// without one by its number.
fn other_province(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &Out) -> Option<Province> {
    let certificate = node.principal.certificate.as_ref().filter(|_| cx.is_individual())?;
    if out.is_blocked(&node.at, &[Key::Certificate, Key::Number]) {
        return None;
    }
    let by_address = || Province::from_name_prefix(typed(certificate.address.as_ref())?);
    let by_number = || Province::from_number(resident(Some(certificate))?.province_code());
    let own = by_address().or_else(by_number)?;
    (Some(own) != cx.province).then_some(own)
}

fn individual_out_of_province(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(own) = other_province(cx, node, out) else { return };
    let asks = |rule: &OutOfProvince| when(*rule == OutOfProvince::NotAccepted);
    if let Some((cell, ())) = worst(cx, out, None, of!(out_of_province), asks) {
        let params = params![province: province(cx), of: own];
        out.find_from(&node.at, &[Key::Certificate, Key::Number], params, fact(cx, cell));
    }
}

fn residence_proof_missing(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(own) = other_province(cx, node, out) else { return };
    let materials = &node.principal.materials;
    let today = cx.context.today;
    let least = cell(cx, of!(residence_permit)).map_or(0, |cell| cell.value.0);
    let earliest = today.checked_add_months(CalendarMonths::new(least)).unwrap_or(today);
    let is_permit = |kind: MaterialKind| {
        matches!(kind, MaterialKind::ResidencePermit | MaterialKind::TemporaryResidencePermit)
    };
    let is_over = |material: &Material| {
        is_permit(material.kind)
            && matches!(material.valid_until, Some(ValidUntil::Day(day)) if day < earliest)
    };
    let asks = |rule: &OutOfProvince| match rule {
        OutOfProvince::WithProof(proofs) => {
            let taken = materials.iter().any(|given| proofs.contains(&given.kind) && !is_over(given));
            (!taken).then(|| proofs.iter().map(|proof| Param::from(*proof)).collect::<Param>())
        }
        _ => None,
    };
    if let Some((cell, proofs)) = worst(cx, out, None, of!(out_of_province), asks) {
        let params = params![province: province(cx), of: own, proofs: proofs];
        out.find_from(&node.at, &[Key::Materials], params, fact(cx, cell));
    } else if least > 0 {
        let materials_at = node.at.key(Key::Materials);
        let untold =
            materials.iter().position(|material| is_permit(material.kind) && material.valid_until.is_none());
        if let Some(index) = untold {
            out.needs_input(&materials_at.index(index), &[Key::ValidUntil]);
        }
    }
}

fn certificate_not_accepted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let kind = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    let Some(kind) = kind.filter(|_| !out.is_blocked(&node.at, &[Key::Certificate, Key::Kind])) else {
        return;
    };
    let asks = |taken: &Certificates| when(!taken.take(kind));
    if let Some((cell, ())) = worst(cx, out, None, of!(certificate_kinds), asks) {
        let params = params![province: province(cx), certificate: kind, accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Certificate, Key::Kind], params, fact(cx, cell));
    }
}

fn certificate_validity(cx: &Cx<'_>, certificate: Option<&Certificate>, at: &At<'_>, out: &mut Out) {
    let Some(ValidUntil::Day(date)) = certificate.and_then(|certificate| certificate.valid_until) else {
        return;
    };
    let today = cx.context.today;
    // One that has run out is another rule's.
    if date < today || out.is_blocked(at, &[Key::ValidUntil]) {
        return;
    }
    let asks = |least: &Months| ends_within(date, today, least.0).then_some(least.0);
    if let Some((cell, months)) = worst(cx, out, None, of!(certificate_validity), asks) {
        let params = params![province: province(cx), date: date, months: months];
        out.find_from(at, &[Key::ValidUntil], params, fact(cx, cell));
    }
}

/// Whether `date` comes before `months` from `today` have passed.
fn ends_within(date: NaiveDate, today: NaiveDate, months: u32) -> bool {
    today.checked_add_months(CalendarMonths::new(months)).is_some_and(|least| date < least)
}

fn principal_certificate_validity(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let at = node.at.key(Key::Certificate);
    certificate_validity(cx, node.principal.certificate.as_ref(), &at, out);
}

fn head_certificate_validity(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    // An individual's certificate is the principal's.
    if node.role != Role::PrincipalHead || cx.is_organization() {
        certificate_validity(cx, node.certificate, &node.certificate_at, out);
    }
}

fn foreign_legal_representative(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    use ForeignRepresentativeRule::{CitizenHeads, CitizenHeadsAll};
    let Some(_) = representative(cx).filter(|representative| is_foreign(representative)) else { return };
    let kind = node.certificate.and_then(|certificate| certificate.kind);
    let is_citizen = kind.map_or(true, |kind| kind == CertificateKind::ResidentIdCard);
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    let is_apart = principal_head.is_some_and(|head| !is_same_person(head, node.person));
    let asks = |rule: &ForeignRepresentativeRule| match (node.role, rule) {
        (Role::PrincipalHead, CitizenHeads | CitizenHeadsAll) => when(!is_citizen),
        (Role::ServiceHead(_), CitizenHeadsAll) => when(is_apart),
        (Role::ServiceHead(_), CitizenHeads) => None,
    };
    if let Some((cell, ())) = worst(cx, out, node.service_kind(cx), of!(foreign_representative), asks) {
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

fn head_of_several_principals(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(registry) = &cx.context.registry else {
        if cell(cx, of!(shared_heads)).is_some() {
            out.needs(Need::Registry);
        }
        return;
    };
    // A person may head an organisation and have an own filing as an individual.
    let is_other = |filed: &&FiledPrincipal| {
        let is_own = cx.filed_principal.is_some_and(|own| std::ptr::eq(own, *filed));
        let kind = filed.principal.as_ref().and_then(|principal| principal.kind);
        !is_own && kind.map_or(true, PrincipalKind::is_organization)
    };
    let is_organization = cx.is_organization();
    let number_taken = is_organization
        && node.person.certificate.as_ref().is_some_and(|certificate| {
            registry.principals_headed_by(certificate).any(|filed| is_other(&filed))
        });
    let mobile = typed(node.person.mobile.as_ref());
    let phone_taken =
        mobile.is_some_and(|mobile| registry.principals_with_phone(mobile).any(|filed| is_other(&filed)));
    let asks = |rule: &SharedHeadRule| match rule {
        SharedHeadRule::NotShared if number_taken => Some(true),
        SharedHeadRule::PersonNotShared => number_taken.then_some(true),
        SharedHeadRule::NotShared | SharedHeadRule::PhoneNotShared => phone_taken.then_some(false),
    };
    if let Some((cell, is_number)) = worst(cx, out, node.service_kind(cx), of!(shared_heads), asks) {
        let below: &[Key] = if is_number { &[Key::Certificate, Key::Number] } else { &[Key::Mobile] };
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, below, params, fact(cx, cell));
    }
}

/// A number as it is dialled.
fn dialled(text: Option<&String>) -> Option<String> {
    Some(Phone::parse(typed(text)?).ok()?.as_str().to_owned())
}

/// The phones of a head, and where they stand.
struct Phones<'a> {
    person: &'a Person,
    /// The service; `None` of the principal's head.
    service: Option<usize>,
    mobile: Option<String>,
    emergency: Option<String>,
}

impl<'a> Phones<'a> {
    fn of(person: &'a Person, service: Option<usize>) -> Self {
        Self {
            person,
            service,
            mobile: dialled(person.mobile.as_ref()),
            emergency: dialled(person.emergency_contact.as_ref()),
        }
    }

    fn report(
        &self,
        cx: &Cx<'_>,
        key: Key,
        accepted: Param,
        fact: Fact,
        seen: &mut BTreeSet<FieldPath>,
        out: &mut Out,
    ) {
        let (root, services) = (principal_at(), At::ROOT.key(Key::Services));
        let service = self.service.map(|index| services.index(index));
        let at = service.as_ref().unwrap_or(&root).key(Key::Head);
        if seen.insert(at.path(&[key])) {
            out.find_from(&at, &[key], params![province: province(cx), accepted: accepted], fact);
        }
    }
}

fn phones_not_distinct(cx: &Cx<'_>, out: &mut Out) {
    let head = cx.principal.and_then(|principal| principal.head.as_ref()).map(|head| Phones::of(head, None));
    let services = cx.order.services().iter().enumerate();
    let heads: Vec<Phones<'_>> =
        services.filter_map(|(index, service)| Some(Phones::of(service.head()?, Some(index)))).collect();
    let mut seen = BTreeSet::new();
    let mobiles: BTreeSet<&String> =
        head.iter().chain(&heads).filter_map(|phones| phones.mobile.as_ref()).collect();
    for phones in head.iter().chain(&heads) {
        let Some(emergency) = &phones.emergency else { continue };
        let (is_own, is_of_heads) = (phones.mobile.as_ref() == Some(emergency), mobiles.contains(emergency));
        let asks = |rule: &EmergencyContactRule| match rule {
            EmergencyContactRule::Any => None,
            EmergencyContactRule::NotOwn => when(is_own),
            EmergencyContactRule::NotOfHeads => when(is_of_heads),
        };
        if let Some((cell, ())) = worst(cx, out, None, of!(emergency_contact), asks) {
            let fact = fact(cx, cell);
            phones.report(cx, Key::EmergencyContact, shown(&cell.value), fact, &mut seen, out);
        }
    }
    let Some(head) = head else { return };
    for other in &heads {
        if is_same_person(head.person, other.person) {
            continue;
        }
        let is_shared = head.mobile.is_some() && head.mobile == other.mobile;
        if let Some((cell, ())) =
            worst(cx, out, None, of!(heads_phones_differ), |asked| when(*asked && is_shared))
        {
            let accepted = Param::Text(Dimension::HeadsPhonesDiffer.text());
            other.report(cx, Key::Mobile, accepted, fact(cx, cell), &mut seen, out);
        }
        let slots = [
            (&head, Key::Mobile, &head.mobile),
            (&head, Key::EmergencyContact, &head.emergency),
            (other, Key::Mobile, &other.mobile),
            (other, Key::EmergencyContact, &other.emergency),
        ];
        if let Some((least, repeated)) = too_few(&slots) {
            let asks = |min: &Count| (least < min.0).then_some(());
            if let Some((cell, ())) = worst(cx, out, None, of!(phones_of_two_heads), asks) {
                let accepted = labelled(Dimension::PhonesOfTwoHeads, &cell.value);
                let (phones, key) = repeated;
                phones.report(cx, key, accepted, fact(cx, cell), &mut seen, out);
            }
        }
    }
    if heads.iter().all(|other| is_same_person(head.person, other.person)) {
        let slots = [(&head, Key::Mobile, &head.mobile), (&head, Key::EmergencyContact, &head.emergency)];
        if let Some((least, (phones, key))) = too_few(&slots) {
            let asks = |min: &Count| (least < min.0).then_some(());
            if let Some((cell, ())) = worst(cx, out, None, of!(phones_of_one_head), asks) {
                let accepted = labelled(Dimension::PhonesOfOneHead, &cell.value);
                phones.report(cx, key, accepted, fact(cx, cell), &mut seen, out);
            }
        }
    }
}

/// A dimension with its value: "different phones …, at least 3".
fn labelled(dimension: Dimension, value: &Count) -> Param {
    let Text { zh, en } = dimension.text();
    Param::Written { zh: format!("{zh} {} 个", value.0).into(), en: format!("{en} {}", value.0).into() }
}

type Slot<'a, 'b> = (&'b Phones<'a>, Key, &'b Option<String>);

/// How many different phones there are at most, once the empty slots are filled, and the one that repeats.
fn too_few<'a, 'b>(slots: &[Slot<'a, 'b>]) -> Option<(u32, (&'b Phones<'a>, Key))> {
    let mut different = BTreeSet::new();
    let (mut empty, mut repeated) = (0, None);
    for (phones, key, phone) in slots {
        match phone {
            None => empty += 1,
            Some(phone) => {
                if !different.insert(phone) {
                    repeated = Some((*phones, *key));
                }
            }
        }
    }
    Some((u32::try_from(different.len() + empty).ok()?, repeated?))
}

fn address_crosses_city(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(Ok(region)) = cx.region else { return };
    let stated =
        typed(node.principal.certificate.as_ref().and_then(|certificate| certificate.address.as_ref()));
    let (Some(address), Some(mailing)) = (stated, typed(node.principal.mailing_address.as_ref())) else {
        return;
    };
    // The mailing address is of the region that was chosen, or that is the finding.
    if out.is_blocked(&node.at, &[Key::MailingAddress])
        || matches!(region.agrees_with(mailing), Agreement::Contradicts { .. })
    {
        return;
    }
    let Agreement::Contradicts { level: RegionLevel::City, named, .. } = region.agrees_with(address) else {
        return;
    };
    if let Some((cell, ())) = worst(cx, out, None, of!(same_city), |asked| when(*asked)) {
        let params = params![
            province: province(cx),
            city: Param::name(region.city_name()),
            certificate_city: Param::name(named),
        ];
        out.find_from(&node.at, &[Key::MailingAddress], params, fact(cx, cell));
    }
}

fn address_not_accepted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(address) = typed(node.principal.mailing_address.as_ref()) else { return };
    let asks = |rule: &WordRule| rule.words().found_in(address).map(str::to_owned);
    if let Some((cell, word)) = worst(cx, out, None, of!(address_words), asks) {
        let params = params![province: province(cx), word: Param::name(word)];
        out.find_from(&node.at, &[Key::MailingAddress], params, fact(cx, cell));
    }
}

/// The labels before the suffix, or the whole names, of domains; each once.
fn distinct<'a>(domains: impl Iterator<Item = &'a Domain>, metric: Metric) -> BTreeSet<String> {
    domains
        .filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok())
        .map(|name| match metric {
            Metric::DomainLabels => name.registrable().labels().next().unwrap_or_default().to_owned(),
            _ => name.as_ascii().to_owned(),
        })
        .collect()
}

/// What the order has, and what is filed of its principal; `None` where that is not known.
struct Tally<'a> {
    services: &'a [Service],
    filed: Option<&'a [FiledService]>,
}

impl<'a> Tally<'a> {
    fn of(cx: &Cx<'a>) -> Self {
        let filed = match (cx.filed_principal, &cx.context.registry) {
            (Some(principal), _) => Some(principal.services.as_slice()),
            (None, _) if cx.kind == OrderKind::FirstFiling => Some(&[][..]),
            (None, Some(registry)) if registry.is_complete() => Some(&[][..]),
            _ => None,
        };
        Self { services: cx.order.services(), filed }
    }

    fn filed(&self, metric: Metric) -> usize {
        let filed = self.filed.unwrap_or_default();
        match metric {
            Metric::Services => filed.len(),
            metric => distinct(Self::filed_domains(filed), metric).len(),
        }
    }

    fn filed_domains(filed: &[FiledService]) -> impl Iterator<Item = &Domain> {
        filed.iter().filter_map(|filed| filed.service.as_ref()).flat_map(Service::domains)
    }

    fn count(&self, metric: Metric, basis: Basis) -> usize {
        let filed = self.filed.unwrap_or_default();
        match (basis, metric) {
            (Basis::Filed, metric) => self.filed(metric),
            (Basis::InOrder, Metric::Services) => self.services.len(),
            (Basis::InOrder, metric) => {
                distinct(self.services.iter().flat_map(Service::domains), metric).len()
            }
            (Basis::FiledAndNew, Metric::Services) => filed.len() + self.services.len(),
            (Basis::FiledAndNew, metric) => {
                let new = self.services.iter().flat_map(Service::domains);
                distinct(Self::filed_domains(filed).chain(new), metric).len()
            }
        }
    }
}

fn above(count: usize, max: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count > max)
}

/// The number of services or domains that breaks a limit of one order.
fn over(tally: &Tally<'_>, limit: &OrderLimit) -> Option<usize> {
    let count = tally.count(limit.metric, Basis::InOrder);
    let is_due = limit.filed_above.map_or(true, |filed| above(tally.filed(limit.metric), filed));
    (is_due && above(count, limit.max)).then_some(count)
}

fn services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    if !prevails(cx) && national_speaks(cx) {
        return;
    }
    let tally = Tally::of(cx);
    if let Some((cell, count)) = worst(cx, out, None, of!(order_limits), |limit| over(&tally, limit)) {
        let params = params![province: province(cx), count: count, limit: shown(&cell.value)];
        out.find_from(&At::ROOT, &[Key::Services], params, fact(cx, cell));
    } else if tally.filed.is_none() {
        let hangs_on_filed = cx.province_rules.iter().flat_map(|rules| rules.order_limits).any(|cell| {
            cell.scope.includes(cx.principal_kind, cx.kind, None)
                && cell.value.filed_above.is_some()
                && above(tally.count(cell.value.metric, Basis::InOrder), cell.value.max)
        });
        if hangs_on_filed {
            out.needs(Need::Registry);
        }
    }
}

/// The provider's limit of one order.
fn national_limit(cx: &Cx<'_>) -> Option<u32> {
    match cx.filer()? {
        Filer::Individual => cx.limits().individual_services,
        Filer::Organization => cx.limits().organization_services,
    }
}

/// Whether the provider's limit of one order is exceeded.
fn national_speaks(cx: &Cx<'_>) -> bool {
    national_limit(cx).is_some_and(|max| above(cx.order.services().len(), max))
}

/// Whether a settled limit of the province, lower than the provider's, is exceeded: then that is the finding.
pub(crate) fn prevails(cx: &Cx<'_>) -> bool {
    let max = national_limit(cx);
    let tally = Tally::of(cx);
    let is_on = cx.rulebook.is_on(Rule::from(&SERVICES_OVER_LIMIT));
    is_on
        && cx.province_rules.iter().flat_map(|rules| rules.order_limits).any(|cell| {
            cell.standing == Standing::Settled
                && cell.scope.includes(cx.principal_kind, cx.kind, None)
                && cell.value.metric == Metric::Services
                && max.map_or(true, |max| cell.value.max < max)
                && over(&tally, &cell.value).is_some()
        })
}

/// The limit of an access order, for the group `order`.
pub(crate) fn access_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    let tally = Tally::of(cx);
    if let Some((cell, count)) = worst(cx, out, None, of!(order_limits), |limit| over(&tally, limit)) {
        let limit = &cell.value;
        let params = params![count: count, max: limit.max, metric: limit.metric, province: province(cx)];
        out.find_from(&At::ROOT, &[Key::Services], params, fact(cx, cell));
    }
}

fn total_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    let tally = Tally::of(cx);
    let count = tally.count(Metric::Services, Basis::FiledAndNew);
    let asks = |max: &Count| above(count, max.0).then_some(max.0);
    if let Some((cell, max)) = worst(cx, out, None, of!(total_services), asks) {
        let params = params![province: province(cx), count: count, max: max];
        out.find_from(&At::ROOT, &[Key::Services], params, fact(cx, cell));
    } else if tally.filed.is_none() && cell(cx, of!(total_services)).is_some() {
        out.needs(Need::Registry);
    }
}

fn site_plan_missing(cx: &Cx<'_>, out: &mut Out) {
    let tally = Tally::of(cx);
    let is_given = |kind| {
        is_with_order(cx, kind) || cx.order.services().iter().any(|service| has(service.materials(), kind))
    };
    let asks = |threshold: &Threshold| {
        let count = tally.count(threshold.metric, threshold.basis);
        let is_done = match threshold.consequence {
            Consequence::SitePlan | Consequence::SitePlanByPost | Consequence::SitePlanAndGuarantee => {
                is_given(MaterialKind::SitePlan)
            }
            Consequence::Statement => is_given(MaterialKind::Statement),
            Consequence::InPersonCheck => false,
        };
        (threshold.is_met(count) && !is_done).then_some(count)
    };
    let met = broken(cx, out, None, of!(thresholds), asks);
    if met.is_empty() && tally.filed.is_none() {
        let hangs_on_filed = cx.province_rules.iter().flat_map(|rules| rules.thresholds).any(|cell| {
            cell.scope.includes(cx.principal_kind, cx.kind, None) && cell.value.basis != Basis::InOrder
        });
        if hangs_on_filed {
            out.needs(Need::Registry);
        }
    }
    for (cell, count) in met {
        let params = params![province: province(cx), count: count, asked: shown(&cell.value)];
        out.find_from(&At::ROOT, &[Key::Materials], params, fact(cx, cell));
    }
}

fn domain_validity_too_short(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let registration = node.domain.registration.as_ref();
    let Some(expires_on) = registration.and_then(|registration| registration.expires_on) else { return };
    let today = cx.context.today;
    // One that has run out is another rule's.
    if expires_on < today {
        return;
    }
    let service = Some(node.service.service.kind());
    let asks = |least: &Months| ends_within(expires_on, today, least.0).then_some(least.0);
    if let Some((cell, months)) = worst(cx, out, service, of!(domain_validity), asks) {
        let params = params![province: province(cx), expires_on: expires_on, months: months];
        out.find_from(&node.at, &[Key::Registration, Key::ExpiresOn], params, fact(cx, cell));
    }
}

fn registrant_not_accepted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let registration = node.domain.registration.as_ref();
    let Some(registrant) = registration.and_then(|registration| typed(registration.registrant.as_ref()))
    else {
        return;
    };
    let is_principal = cx.principal_name().is_some_and(|name| same_name(name, registrant));
    if is_principal || !is_legal_representative(cx, registrant) {
        return;
    }
    let service = node.service.service;
    let letter = MaterialKind::AuthorizationLetter;
    let has_letter = is_with_order(cx, letter) || has(service.materials(), letter);
    let asks = |rule: &RegistrantRule| match rule {
        RegistrantRule::OrLegalRepresentative => None,
        RegistrantRule::OrLegalRepresentativeWithLetter => when(!has_letter),
        RegistrantRule::PrincipalOnly => when(true),
    };
    if let Some((cell, ())) = worst(cx, out, Some(service.kind()), of!(registrant), asks) {
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Registration, Key::Registrant], params, fact(cx, cell));
    }
}

/// The domain's name as people write it, where it is well-formed.
fn readable(node: &DomainNode<'_>) -> Option<String> {
    Some(node.name.as_ref()?.as_ref().ok()?.to_unicode().into_owned())
}

fn domain_suffix_not_accepted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = readable(node) else { return };
    let service = Some(node.service.service.kind());
    let asks = |taken: &Suffixes| when(!taken.take(&name));
    if let Some((cell, ())) = worst(cx, out, service, of!(domain_suffixes), asks) {
        let params =
            params![province: province(cx), domain: Param::name(name.as_str()), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

fn has_pre_approval(service: &Service) -> bool {
    has(service.materials(), MaterialKind::PreApprovalDocument)
}

fn domain_word_not_accepted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = readable(node) else { return };
    let service = node.service.service;
    let asks = |rule: &WordRule| {
        let word = rule.words().found_in(&name)?;
        let is_met = match rule {
            WordRule::WithPreApproval(_) => has_pre_approval(service),
            WordRule::WithPreApprovalOrRemark(_) => {
                has_pre_approval(service) || service.remark().is_some_and(|remark| !remark.trim().is_empty())
            }
            WordRule::Not(_) => false,
        };
        (!is_met).then(|| word.to_owned())
    };
    if let Some((cell, word)) = worst(cx, out, Some(service.kind()), of!(domain_words), asks) {
        let params = params![province: province(cx), word: Param::name(word), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

fn several_domains(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let count = distinct(website.domains.iter(), Metric::Domains).len();
    let asks = |asked: &bool| when(*asked && count > 1);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(one_domain), asks) {
        let params = params![province: province(cx), count: count];
        out.find_from(&node.at, &[Key::Domains], params, fact(cx, cell));
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Whether two names share two Chinese characters that follow each other.
fn are_related(a: &str, b: &str) -> bool {
    let pairs = |text: &str| -> BTreeSet<(char, char)> {
        let second = text.chars().skip(1);
        text.chars().zip(second).filter(|(a, b)| is_chinese(*a) && is_chinese(*b)).collect()
    };
    same_name(a, b) || !pairs(a).is_disjoint(&pairs(b))
}

/// Whether a name of a website breaks a rule.
fn breaks_name(cx: &Cx<'_>, service: &Service, name: &str, rule: &NameRule) -> bool {
    let is_related = || cx.principal_name().map_or(true, |principal| are_related(name, principal));
    match rule {
        NameRule::Words(words @ WordRule::Not(_)) => words.words().found_in(name).is_some(),
        NameRule::Words(words) => words.words().found_in(name).is_some() && !has_pre_approval(service),
        NameRule::ChineseCharacters(least) => {
            u32::try_from(name.chars().filter(|c| is_chinese(*c)).count()).is_ok_and(|count| count < *least)
        }
        NameRule::NotEnglishOnly => name.is_ascii() && name.chars().any(|c| c.is_ascii_alphabetic()),
        NameRule::NoEnglish => name.chars().any(|c| c.is_ascii_alphabetic()),
        NameRule::NotOwnName => {
            let head = cx.principal.and_then(|principal| principal.head.as_ref()).or(service.head());
            let own = cx.principal_name().filter(|_| cx.is_individual());
            let head = head.and_then(|head| typed(head.name.as_ref()));
            own.or(head).is_some_and(|person| same_name(person, name))
        }
        NameRule::NotDomain => name.contains('.') && DomainName::parse(name).is_ok(),
        NameRule::NotNumber => name.chars().all(|c| c.is_ascii_digit()),
        NameRule::OfOrganization => !is_related(),
        NameRule::OfOrganizationOrStatement => {
            let statement = MaterialKind::Statement;
            !is_related() && !is_with_order(cx, statement) && !has(service.materials(), statement)
        }
    }
}

fn name_not_accepted(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let Some(name) = typed(website.name.as_ref()) else { return };
    let asks = |rule: &NameRule| when(breaks_name(cx, node.service, name, rule));
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(service_names), asks) {
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        return out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
    let earlier = cx.order.services().iter().take(node.index).filter_map(Service::name);
    let number = node.service.filing_number();
    let filed = cx.filed_principal.iter().flat_map(|filed| &filed.services);
    let filed = filed
        .filter(|filed| number.is_none() || filed.filing_number.as_deref() != number)
        .filter(|filed| !shares_domain(filed, website))
        .filter_map(|filed| filed.service.as_ref()?.name());
    let is_repeated = earlier.chain(filed).any(|other| same_name(other, name));
    let asks = |asked: &bool| when(*asked && is_repeated);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(distinct_names), asks) {
        let accepted = Text {
            zh: "同一主体的服务名称须互不相同",
            en: "that no other service of the principal has",
        };
        let params = params![province: province(cx), accepted: accepted];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

/// Whether a filed service is this website, by a domain of both.
fn shares_domain(filed: &FiledService, website: &crate::service::Website) -> bool {
    let own = distinct(website.domains.iter(), Metric::Domains);
    let filed = filed.service.iter().flat_map(Service::domains);
    !own.is_disjoint(&distinct(filed, Metric::Domains))
}

fn breaks_remark(service: &Service, remark: &str, has_emergency: bool, rule: &RemarkRule) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| remark.contains(word));
    let contents = match service {
        Service::Website(website) => website.contents.as_slice(),
        Service::App(_) => &[],
    };
    match rule {
        RemarkRule::Content => remark.is_empty(),
        RemarkRule::Characters(least) => {
            u32::try_from(remark.chars().count()).is_ok_and(|count| count < *least)
        }
        RemarkRule::IndividualSite => !says(&["个人"]),
        RemarkRule::ShowcaseOnly => !says(&["展示", "不涉及", "不含", "无"]),
        RemarkRule::ContentUnless(usual) => {
            remark.is_empty() && contents.iter().any(|content| !usual.contains(content))
        }
        RemarkRule::ContentWhere(unusual) => {
            remark.is_empty() && contents.iter().any(|content| unusual.contains(content))
        }
        RemarkRule::SameSite => {
            matches!(service, Service::Website(website) if website.domains.len() > 1)
                && !says(&["同一", "指向", "相同"])
        }
        RemarkRule::EmergencyContact => has_emergency && !says(&["应急", "紧急", "联系"]),
    }
}

fn remark_missing(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let remark = node.service.remark().unwrap_or_default().trim();
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    let heads = principal_head.into_iter().chain(node.service.head());
    let has_emergency = heads.into_iter().any(|head| typed(head.emergency_contact.as_ref()).is_some());
    let asks = |rule: &RemarkRule| when(breaks_remark(node.service, remark, has_emergency, rule));
    let missing = broken(cx, out, Some(node.service.kind()), of!(remarks), asks);
    // One finding says all that is missing, as far as it weighs the same.
    let Some(standing) = missing.iter().map(|(cell, ())| cell.standing).min() else { return };
    let of_one_weight =
        || missing.iter().filter(|(cell, ())| cell.standing == standing).map(|(cell, ())| cell);
    let asked: Param = Param::List(of_one_weight().map(|cell| shown(&cell.value)).collect());
    if let Some(first) = of_one_weight().next() {
        let params = params![province: province(cx), asked: asked];
        out.find_from(&node.at, &[Key::Remark], params, fact(cx, first));
    }
}

fn content_not_accepted(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let given = &website.contents;
    let asks = |rule: &Contents| {
        when(match rule {
            Contents::Only(only) => given.iter().any(|content| !only.contains(content)),
            Contents::Not(refused) => given.iter().any(|content| refused.contains(content)),
            Contents::NotWithoutPreApproval(refused) => {
                given.iter().any(|content| refused.contains(content)) && !has_pre_approval(node.service)
            }
        })
    };
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(service_contents), asks) {
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Contents], params, fact(cx, cell));
    }
}

fn service_open_before_filing(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let is_open = website.open == Some(true);
    let asks = |closed: &bool| when(*closed && is_open);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(closed_until_filed), asks) {
        out.find_from(&node.at, &[Key::Open], params![province: province(cx)], fact(cx, cell));
    }
}

/// Whether a document is too old, as far as can be told without the calendar of holidays: surely, or perhaps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    Valid,
    PerhapsOver,
    Over,
}

/// The age of a document that is valid for some working days. Weekdays are counted; holidays, of which there are
/// fewer than 20 in a year, make the working days fewer.
fn age(signed: NaiveDate, today: NaiveDate, working_days: u32) -> Age {
    let is_weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let least = usize::try_from(working_days).unwrap_or(usize::MAX);
    let most = least.saturating_add(20);
    let weekdays = signed.iter_days().skip(1).take_while(|day| *day <= today).filter(is_weekday);
    match weekdays.take(most.saturating_add(1)).count() {
        count if count > most => Age::Over,
        count if count > least => Age::PerhapsOver,
        _ => Age::Valid,
    }
}

/// Whether none of these materials is the document, still valid; `None` where it is.
fn lacks(rule: &DocumentRule, materials: &[&[Material]], today: NaiveDate) -> Option<Age> {
    let given = materials.iter().flat_map(|list| list.iter());
    let ages = given.filter(|material| material.kind == rule.document || Some(material.kind) == rule.or).map(
        |material| match (material.issued_on, rule.working_days) {
            (Some(signed), Some(days)) => age(signed, today, days),
            _ => Age::Valid,
        },
    );
    let best = ages.min_by_key(|age| match age {
        Age::Valid => 0,
        Age::PerhapsOver => 1,
        Age::Over => 2,
    });
    match best {
        None => Some(Age::Over),
        Some(Age::Valid) => None,
        Some(age) => Some(age),
    }
}

fn document_missing(cx: &Cx<'_>, out: &mut Out) {
    let today = cx.context.today;
    let with_order = cx.order.materials();
    let with_principal = cx.principal.map(|principal| principal.materials.as_slice()).unwrap_or_default();
    let services = cx.order.services();
    let with_service = |index: usize| services.get(index).map(Service::materials).unwrap_or_default();
    let asks = |rule: &DocumentRule| match rule.place {
        Place::Order => {
            let mut everywhere = vec![with_order, with_principal];
            everywhere.extend(services.iter().map(Service::materials));
            lacks(rule, &everywhere, today).map(|age| (age, None))
        }
        Place::Principal => lacks(rule, &[with_order, with_principal], today).map(|age| (age, None)),
        Place::Service => (0..services.len()).find_map(|index| {
            lacks(rule, &[with_order, with_service(index)], today).map(|age| (age, Some(index)))
        }),
    };
    for (cell, (age, service)) in broken(cx, out, None, of!(documents), asks) {
        let mut fact = fact(cx, cell);
        if age == Age::PerhapsOver {
            fact.most = Severity::Warning;
        }
        let params = params![province: province(cx), document: shown(&cell.value)];
        match (cell.value.place, service) {
            (Place::Principal, _) => out.find_from(&principal_at(), &[Key::Materials], params, fact),
            (Place::Service, Some(index)) => {
                let services_at = At::ROOT.key(Key::Services);
                out.find_from(&services_at.index(index), &[Key::Materials], params, fact);
            }
            _ => out.find_from(&At::ROOT, &[Key::Materials], params, fact),
        }
    }
    let undated = |cell: &&Cell<DocumentRule>| {
        cell.scope.includes(cx.principal_kind, cx.kind, None) && cell.value.working_days.is_some()
    };
    for cell in cx.province_rules.iter().flat_map(|rules| rules.documents).filter(undated) {
        let is_undated =
            |material: &Material| material.kind == cell.value.document && material.issued_on.is_none();
        if let Some(index) = with_order.iter().position(is_undated) {
            let materials_at = At::ROOT.key(Key::Materials);
            out.needs_input(&materials_at.index(index), &[Key::IssuedOn]);
        }
    }
}

fn name_change_proof_missing(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if cx.kind != OrderKind::ChangeFiling || !cx.is_organization() {
        return;
    }
    let Some(filed) = filed_data(cx, of!(name_change_proof), out) else { return };
    let names = (typed(filed.name.as_ref()), typed(node.principal.name.as_ref()));
    let proof = MaterialKind::NameChangeProof;
    let is_missing = differ(names.0, names.1, same_name)
        && filed.kind.map_or(true, PrincipalKind::is_organization)
        && !is_other_organization(filed, node.principal)
        && !is_with_order(cx, proof);
    let asks = |asked: &bool| when(*asked && is_missing);
    if let Some((cell, ())) = worst(cx, out, None, of!(name_change_proof), asks) {
        let params = params![province: province(cx), document: proof];
        out.find_from(&node.at, &[Key::Materials], params, fact(cx, cell));
    }
}

fn age_proof_missing(
    cx: &Cx<'_>,
    certificate: Option<&Certificate>,
    certificate_at: &At<'_>,
    (at, materials): (&At<'_>, &[Material]),
    out: &mut Out,
) {
    let Some(id) = resident(certificate) else { return };
    // Too young: that is the finding.
    if out.is_blocked(certificate_at, &[Key::Number]) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let age = id.age_on(cx.context.today);
    let asks = |rule: &AgeProof| {
        let is_given = rule.proofs.iter().any(|proof| has(materials, *proof) || is_with_order(cx, *proof));
        when(age < rule.below && !is_given)
    };
    if let Some((cell, ())) = worst(cx, out, None, of!(young_filers), asks) {
        let params = params![province: province(cx), document: shown(&cell.value)];
        out.find_from(at, &[Key::Materials], params, fact(cx, cell));
    }
}

fn individual_age_proof_missing(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if cx.is_individual() {
        let certificate = node.principal.certificate.as_ref();
        let place = (&node.at, node.principal.materials.as_slice());
        age_proof_missing(cx, certificate, &node.at.key(Key::Certificate), place, out);
    }
}

fn head_age_proof_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if node.role == Role::PrincipalHead && cx.is_organization() {
        let place = (&node.at, node.person.materials.as_slice());
        age_proof_missing(cx, node.certificate, &node.certificate_at, place, out);
    }
}

fn hollow_principal(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = &cx.context.registry else {
        if cell(cx, of!(hollow_principal_adds)).is_some_and(|cell| !cell.value) {
            out.needs(Need::Registry);
        }
        return;
    };
    let Some(filed) = cx.filed_principal.filter(|filed| filed.services.is_empty()) else { return };
    if !registry.is_complete() {
        return out.needs(Need::Registry);
    }
    // Of a principal that nothing else is known of, nothing is known to be hollow.
    if filed.filing_number.is_none() && filed.principal.is_none() {
        return;
    }
    if let Some((cell, ())) = worst(cx, out, None, of!(hollow_principal_adds), |may| when(!*may)) {
        out.find_from(&At::ROOT, &[Key::Kind], params![province: province(cx)], fact(cx, cell));
    }
}

fn order_kind_unavailable(cx: &Cx<'_>, out: &mut Out) {
    if cx.principal_kind.is_none() && cx.principal.is_none() && cx.context.registry.is_none() {
        // Who it is that files decides, and the registry knows.
        let hangs_on_kind = |cell: &Cell<OrderKinds>| {
            cell.value.0.contains(&cx.kind) && !cell.scope.includes(None, cx.kind, None)
        };
        let mut cells = cx.province_rules.iter().flat_map(|rules| rules.order_kinds_unavailable);
        if cells.any(hangs_on_kind) {
            return out.needs(Need::Registry);
        }
    }
    let asks = |kinds: &OrderKinds| when(kinds.0.contains(&cx.kind));
    if let Some((cell, ())) = worst(cx, out, None, of!(order_kinds_unavailable), asks) {
        let params = params![province: province(cx), kind: cx.kind];
        out.find_from(&At::ROOT, &[Key::Kind], params, fact(cx, cell));
    }
}

/// What is filed of the principal; without a registry the rule is undetermined where the province asks.
fn filed_data<'a, T>(cx: &Cx<'a>, dimension: Asked<T>, out: &mut Out) -> Option<&'a Principal> {
    if cx.context.registry.is_none() && cell(cx, dimension).is_some() {
        out.needs(Need::Registry);
    }
    cx.filed_principal?.principal.as_ref()
}

/// Whether two organisations are two: their credit codes and their names differ. An older number or a new name
/// alone says nothing.
fn is_other_organization(filed: &Principal, stated: &Principal) -> bool {
    let code = |principal: &Principal| {
        number(principal.certificate.as_ref())
            .filter(|number| number.len() == 18)
            .map(str::to_ascii_uppercase)
    };
    let codes_differ = matches!((code(filed), code(stated)), (Some(a), Some(b)) if a != b);
    codes_differ && differ(typed(filed.name.as_ref()), typed(stated.name.as_ref()), same_name)
}

const TO_ORGANIZATION: Text =
    Text { zh: "个人变更为单位", en: "from an individual to an organisation" };
const TO_OTHER_ORGANIZATION: Text =
    Text { zh: "变更为另一单位", en: "from one organisation to another" };
const TO_OTHER_INDIVIDUAL: Text = Text { zh: "变更为另一个人", en: "from one individual to another" };

fn change_not_accepted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let stated = node.principal;
    if cx.context.registry.is_none() {
        return out.needs(Need::Registry);
    }
    let Some(filed) = cx.filed_principal.and_then(|filed| filed.principal.as_ref()) else { return };
    let (Some(from), Some(to)) = (filed.kind, cx.principal_kind) else { return };
    let representative_number = |principal: &Principal| {
        let representative = principal.legal_representative.as_ref()?;
        number(representative.certificate.as_ref()).map(str::to_ascii_uppercase)
    };
    let representative_name = |principal: &Principal| {
        typed(principal.legal_representative.as_ref()?.name.as_ref()).map(str::to_owned)
    };
    let meets = |rule: &ChangeRule| match rule {
        ChangeRule::Accepted => true,
        ChangeRule::NotAccepted => false,
        ChangeRule::WithChangeProof => is_with_order(cx, MaterialKind::NameChangeProof),
        ChangeRule::SameLegalRepresentative => {
            match (representative_number(filed), representative_number(stated)) {
                (Some(a), Some(b)) => a == b,
                _ => matches!(
                    (representative_name(filed), representative_name(stated)),
                    (Some(a), Some(b)) if same_name(&a, &b)
                ),
            }
        }
        ChangeRule::AsLegalRepresentative => {
            let own = number(filed.certificate.as_ref()).map(str::to_ascii_uppercase);
            match (own, representative_number(stated)) {
                (Some(a), Some(b)) => a == b,
                _ => matches!(
                    (typed(filed.name.as_ref()), representative_name(stated)),
                    (Some(a), Some(b)) if same_name(a, &b)
                ),
            }
        }
        ChangeRule::WithOwnDomain => {
            let registrants = cx
                .order
                .services()
                .iter()
                .flat_map(Service::domains)
                .filter_map(|domain| typed(domain.registration.as_ref()?.registrant.as_ref()));
            let name = typed(stated.name.as_ref());
            let mut others =
                registrants.filter(|registrant| !name.is_some_and(|name| same_name(name, registrant)));
            others.next().is_none()
        }
    };
    let asks = |rule: &ChangeRule| when(!meets(rule));
    let (found, key, change) = match (from.is_organization(), to.is_organization()) {
        (false, true) => {
            (worst(cx, out, None, of!(individual_to_organization), asks), Key::Kind, TO_ORGANIZATION)
        }
        (true, true) if is_other_organization(filed, stated) => {
            (worst(cx, out, None, of!(organization_change), asks), Key::Name, TO_OTHER_ORGANIZATION)
        }
        (false, false)
            if differ(number(filed.certificate.as_ref()), number(stated.certificate.as_ref()), |a, b| {
                a.eq_ignore_ascii_case(b)
            }) =>
        {
            (worst(cx, out, None, of!(individual_change), asks), Key::Name, TO_OTHER_INDIVIDUAL)
        }
        _ => return,
    };
    if let Some((cell, ())) = found {
        let params = params![province: province(cx), change: change, accepted: shown(&cell.value)];
        out.find_from(&node.at, &[key], params, fact(cx, cell));
    }
}

fn filed_service_not_in_order(cx: &Cx<'_>, out: &mut Out) {
    if cx.context.registry.is_none() {
        if cell(cx, of!(filed_services)).is_some() && cx.kind != OrderKind::FirstFiling {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(filed) = cx.filed_principal else { return };
    let websites = || {
        filed
            .services
            .iter()
            .filter_map(|filed| Some((filed, filed.service.as_ref()?)))
            .filter(|(_, service)| service.kind() == ServiceKind::Website)
    };
    let is_bad = |service: &Service, rule: FiledServiceRule| {
        service.open() == Some(false)
            || rule == FiledServiceRule::OpenWithNumber && service.number_displayed() == Some(false)
    };
    let asks = |rule: &FiledServiceRule| {
        websites().find(|(_, service)| is_bad(service, *rule)).map(|(filed, _)| filed)
    };
    if let Some((cell, service)) = worst(cx, out, None, of!(filed_services), asks) {
        let name = service.filing_number.as_deref().or(service.service.as_ref().and_then(Service::name));
        let params = params![
            province: province(cx),
            service: Param::name(name.unwrap_or("?")),
            asked: shown(&cell.value),
        ];
        return out.find_from(&At::ROOT, &[Key::Kind], params, fact(cx, cell));
    }
    let is_untold = |service: &Service, rule: FiledServiceRule| {
        service.open().is_none()
            || rule == FiledServiceRule::OpenWithNumber && service.number_displayed().is_none()
    };
    if let Some(cell) = cell(cx, of!(filed_services)) {
        if websites().any(|(_, service)| is_untold(service, cell.value)) {
            out.needs_context(&[Key::Registry]);
        }
    }
}

/// What an order states otherwise than it is filed, in the order of the form. What cannot be altered at all is
/// another rule's.
fn differing(cx: &Cx<'_>, filed: &Principal, stated: &Principal) -> Vec<&'static [Key]> {
    let text =
        |a: &Option<String>, b: &Option<String>| differ(typed(a.as_ref()), typed(b.as_ref()), |a, b| a == b);
    let name =
        |a: &Option<String>, b: &Option<String>| differ(typed(a.as_ref()), typed(b.as_ref()), same_name);
    let numbers = |a: Option<&Certificate>, b: Option<&Certificate>| {
        differ(number(a), number(b), |a, b| a.eq_ignore_ascii_case(b))
    };
    let mut fields: Vec<&'static [Key]> = Vec::new();
    if name(&filed.name, &stated.name) {
        fields.push(&[Key::Name]);
    }
    if cx.kind != OrderKind::AddService && numbers(filed.certificate.as_ref(), stated.certificate.as_ref()) {
        fields.push(CERTIFICATE);
    }
    let representatives = (filed.legal_representative.as_ref(), stated.legal_representative.as_ref());
    if let (Some(filed), Some(stated)) = representatives {
        if name(&filed.name, &stated.name) {
            fields.push(&[Key::LegalRepresentative, Key::Name]);
        }
    }
    if text(&filed.mailing_address, &stated.mailing_address) {
        fields.push(&[Key::MailingAddress]);
    }
    if let (Some(filed), Some(stated)) = (&filed.head, &stated.head) {
        if name(&filed.name, &stated.name) || numbers(filed.certificate.as_ref(), stated.certificate.as_ref())
        {
            fields.push(HEAD);
        }
    }
    fields
}

const CERTIFICATE: &[Key] = &[Key::Certificate, Key::Number];
const HEAD: &[Key] = &[Key::Head, Key::Name];

fn principal_differs(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let binds = |rule: &FiledDataRule| {
        matches!(
            rule,
            FiledDataRule::AsFiled | FiledDataRule::HeadAsFiled | FiledDataRule::CertificateAsFiled
        )
    };
    if cx.context.registry.is_none() {
        if cell(cx, of!(filed_data)).is_some_and(|cell| binds(&cell.value)) {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(filed) = cx.filed_principal.and_then(|filed| filed.principal.as_ref()) else { return };
    let differing = differing(cx, filed, node.principal);
    let asks = |rule: &FiledDataRule| {
        let bound = differing.iter().copied().filter(|field| match rule {
            FiledDataRule::AsFiled => true,
            FiledDataRule::HeadAsFiled => *field == HEAD,
            FiledDataRule::CertificateAsFiled => *field == CERTIFICATE,
            _ => false,
        });
        let bound: Vec<&'static [Key]> = bound.collect();
        (!bound.is_empty()).then_some(bound)
    };
    if let Some((cell, fields)) = worst(cx, out, None, of!(filed_data), asks) {
        for field in fields {
            let params = params![province: province(cx), accepted: shown(&cell.value)];
            out.find_from(&node.at, field, params, fact(cx, cell));
        }
    }
}

fn filed_name_differs(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    if cx.kind != OrderKind::AccessFiling {
        return;
    }
    let filed = cx.filed_principal.iter().flat_map(|filed| &filed.services);
    let mut filed =
        filed.filter(|filed| shares_domain(filed, website)).filter_map(|filed| filed.service.as_ref());
    let is_other = filed.next().is_some_and(|filed| differ(filed.name(), node.service.name(), same_name));
    let asks = |asked: &bool| when(*asked && is_other);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(filed_name_on_access), asks) {
        let accepted = Text {
            zh: "接入时服务名称须与已备案的一致，须改名的请另行变更",
            en: "a service is accessed under the name that is filed; change the name in an order of its own",
        };
        let params = params![province: province(cx), accepted: accepted];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

fn change_in_progress(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = &cx.context.registry else {
        if cell(cx, of!(beside_change)).is_some_and(|cell| !cell.value) && cx.kind != OrderKind::FirstFiling {
            out.needs(Need::Registry);
        }
        return;
    };
    let parsed = |text: Option<&String>| FilingNumber::parse(text?).ok();
    let Some(own) = cx.filed_principal.and_then(|filed| parsed(filed.filing_number.as_ref())) else { return };
    let is_changing = registry.orders_in_progress().iter().any(|order| {
        order.kind.is_some_and(OrderKind::is_change)
            && parsed(order.filing_number.as_ref())
                .is_some_and(|number| number.principal() == own.principal())
    });
    if let Some((cell, ())) = worst(cx, out, None, of!(beside_change), |may| when(!*may && is_changing)) {
        out.find_from(&At::ROOT, &[Key::Kind], params![province: province(cx)], fact(cx, cell));
    }
}

/// Whether the province asks for an emergency contact, for the group `person`.
pub(crate) fn asks_for_emergency_contact(cx: &Cx<'_>, out: &mut Out) -> Option<Fact> {
    let (cell, ()) = worst(cx, out, None, of!(emergency_contact), |_| when(true))?;
    Some(fact(cx, cell))
}

/// Whether the province asks for the filing commitment letter, for the group `order`.
pub(crate) fn asks_for_commitment_letter(cx: &Cx<'_>, out: &mut Out) -> Option<Fact> {
    let (cell, ()) = worst(cx, out, None, of!(commitment_letter), |asked| when(*asked))?;
    Some(fact(cx, cell))
}
