//! Rules of the group `province`: what the authority of the principal's province asks beyond the national rules.
//!
//! Each rule looks its dimension up in the block of the province. A settled cell that is broken is a blocker, a
//! contested one a warning that names the other reading. Where nothing is known, the rule is undetermined, and
//! only where what some other province asks would be broken.

use std::collections::BTreeMap;

use crate::documents::PROVINCES;
use crate::path::FieldPath;
use crate::remedy::way;
use crate::report::Finding;
use crate::rule::{rule_group, RuleSpec, Severity};
use crate::source::Origin;
use crate::walk::Check;

mod asked;
mod contacts;
mod documents;
mod domains;
mod filed;
mod heads;
mod individuals;
mod numbers;
mod services;

pub(crate) use asked::fact;
pub(crate) use contacts::asks_for_emergency_contact;
pub(crate) use contacts::takes_any_mobile;
use contacts::{address_crosses_city, address_not_accepted, mobile_not_local, phones_not_distinct};
pub(crate) use documents::{asks_for_commitment_letter, document_age, domain_certificates};
use documents::{
    document_missing, head_age_proof_missing, individual_age_proof_missing, name_change_proof_missing,
};
pub(crate) use domains::UnusualWords;
use domains::{
    domain_suffix_not_accepted, domain_validity_too_short, domain_word_not_accepted, registrant_not_accepted,
    several_domains,
};
use filed::{
    change_not_accepted, filed_name_differs, filed_service_not_in_order, hollow_principal,
    order_kind_unavailable, principal_differs,
};
pub(crate) use filed::{
    speaks_of_change, speaks_of_filed_data, speaks_of_filed_name, speaks_of_filed_services,
};
use heads::{
    authorization_letter_missing, foreign_legal_representative, head_not_legal_representative,
    head_of_several_principals, head_under_age, service_head_not_accepted,
};
use individuals::{
    certificate_not_accepted, head_certificate_validity, individual_not_accepted, individual_out_of_province,
    individual_under_age, principal_certificate_validity, residence_proof_missing,
};
pub(crate) use numbers::{access_services_over_limit, distinct, prevails};
use numbers::{services_over_limit, site_plan_missing, total_services_over_limit};
use services::{content_not_accepted, name_not_accepted, remark_missing, service_open_before_filing};

/// What all the rules rest on; a finding names the document of its own fact.
const PRACTICE: Origin = Origin::Document(PROVINCES, "各省管局要求");

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
        remedy: way::add_authorization_letter,
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
        remedy: way::add_proof,
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

    /// A head's mobile is of the province, where that asks it; some ask it of individuals from elsewhere only.
    ///
    /// **Why.** Such an authority sends an order with a number of another province back.
    ///
    /// **Example.** In Xinjiang a head with a mobile of 四川.
    MOBILE_NOT_LOCAL = "province.mobile-not-local" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules, Inputs],
        params: [mobile, location, province, accepted],
        source: PRACTICE,
        miit: [1007],
        summary: {
            zh: "部分省份要求负责人使用本省手机号",
            en: "In some provinces a head's mobile is of the province.",
        },
        message: {
            zh: "手机号（{mobile}）归属{location}，{province}：{accepted}。请改用{province}的手机号。",
            en: "The mobile ({mobile}) belongs to {location}; {province} asks for one {accepted}. Give a number of {province}.",
        },
        check: &[Check::Person(mobile_not_local)],
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
        remedy: way::split,
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
        check: &[Check::Website(several_domains)],
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
        check: &[Check::Website(name_not_accepted)],
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
        check: &[Check::Website(content_not_accepted)],
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
        check: &[Check::Website(service_open_before_filing)],
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
        remedy: way::add_document,
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
        remedy: way::deregister_the_hollow_principal_first,
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
}

/// Rules of a province beside national rules that say the like of one value: of two findings at one place the
/// province's stands, unless the national one weighs more.
static BESIDE: &[(&RuleSpec, &[&str])] = &[
    (
        &CERTIFICATE_VALIDITY_TOO_SHORT,
        &["principal.certificate-expires-soon", "person.certificate-expires-soon"],
    ),
    (&MOBILE_NOT_LOCAL, &["person.mobile-out-of-province"]),
    (&PHONES_NOT_DISTINCT, &["person.emergency-contact-is-mobile", "person.contact-shared"]),
    (&HEAD_OF_SEVERAL_PRINCIPALS, &["person.head-of-other-organization", "person.mobile-of-other-principal"]),
    (&CONTENT_NOT_ACCEPTED, &["service.content-of-individual"]),
    (
        &DOMAIN_SUFFIX_NOT_ACCEPTED,
        &["domain.suffix-not-approved", "domain.suffix-reserved", "domain.suffix-unconfirmed"],
    ),
    (&SEVERAL_DOMAINS, &["domain.several-on-website"]),
    (
        &NAME_NOT_ACCEPTED,
        &[
            "name.is-domain",
            "name.only-digits-or-letters",
            "name.own-name",
            "name.refused-to-individual",
            "name.sensitive-word",
            "name.special-approval",
            "name.state-word",
            "name.too-short",
        ],
    ),
];

/// Takes back what the rules beside this one said of a value, where they weigh no more and nothing else blames
/// it.
pub(crate) fn displace(
    spec: &'static RuleSpec,
    severity: Severity,
    path: &FieldPath,
    findings: &mut Vec<Finding>,
) -> bool {
    let Some((_, beside)) = BESIDE.iter().find(|(own, _)| own.id == spec.id) else { return false };
    let is_beside = |finding: &Finding| beside.contains(&finding.rule()) && finding.path == *path;
    let blames = |finding: &Finding| finding.severity == Severity::Blocker && path.starts_with(&finding.path);
    if findings.iter().any(|finding| blames(finding) && (!is_beside(finding) || finding.severity > severity))
    {
        return false;
    }
    findings.retain(|finding| !is_beside(finding));
    true
}

/// Leaves one of two findings that say the like of one value.
pub(crate) fn leave_one(findings: &mut Vec<Finding>) {
    let beside = |rule: &str| BESIDE.iter().find(|(spec, _)| spec.id == rule);
    let own: Vec<(&FieldPath, &str, Severity)> = findings
        .iter()
        .filter(|finding| beside(finding.rule()).is_some())
        .map(|finding| (&finding.path, finding.rule(), finding.severity))
        .collect();
    if own.is_empty() {
        return;
    }
    let mut at: BTreeMap<&FieldPath, Vec<&Finding>> =
        own.iter().map(|(path, ..)| (*path, Vec::new())).collect();
    for finding in findings.iter() {
        if let Some(at) = at.get_mut(&finding.path) {
            at.push(finding);
        }
    }
    let mut dropped: BTreeMap<FieldPath, Vec<&'static str>> = BTreeMap::new();
    for (path, rule, severity) in own {
        let Some((spec, beside)) = beside(rule) else { continue };
        for other in at.get(path).into_iter().flatten() {
            let Some(id) = beside.iter().find(|id| **id == other.rule()) else { continue };
            let weaker = if other.severity > severity { spec.id } else { *id };
            dropped.entry(path.clone()).or_default().push(weaker);
        }
    }
    if !dropped.is_empty() {
        findings.retain(|finding| {
            !dropped.get(&finding.path).is_some_and(|rules| rules.contains(&finding.rule()))
        });
    }
}
