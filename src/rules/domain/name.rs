//! A domain's name and suffix.

use crate::check::domain_level::{self, SuffixProblem};
use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::nodes::{DomainNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::model::principal::PrincipalKind;
use crate::model::service::Service;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Chapter, Step};
use crate::rules::domain::name;
use crate::rules::remedies;
use crate::text::{Term, Text};

rule! {
    /// A domain has to be a domain name: IDNA 2008 with the mapping of UTS 46, letters of STD 3, one trailing
    /// dot ignored. An address, a bare suffix, or white space around the name are none.
    ///
    /// **Why.** The name is looked up in WHOIS and in the filing system as it is written.
    ///
    /// **Example.** `https://shop.example.com/` is refused; write `shop.example.com`.
    pub(super) MALFORMED = "domain.malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        at: ["{domain}/{d}/name"],
        sources: [
            stated(FILING): Step::Services.at("网站/域名 · 网站域名"),
            stated(FILING): Step::Services.at("APP · 域名"),
            stated(CHANGE): Step::Services.at("网站/域名 · 域名"),
            standard(WITH_SERVICES): documents::RFC_1123.at("2.1 Host Names and Numbers"),
            standard(WITH_SERVICES): documents::RFC_5891.at("4.2 Permitted Character and Label Validation"),
        ],
        miit: [1004],
        summary: {
            zh: "域名格式须正确",
            en: "The domain name must be well-formed.",
        },
        message: {
            zh: "域名填写有误：{reason}。正确写法如 example.com。",
            en: "This is not a valid domain name: {reason}. The correct form is like example.com.",
        },
        check: [Domain(malformed)],
        remedy: remedies::bare_name,
    }
}

fn malformed(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    if let Some(Err(reason)) = &node.name {
        out.find(&node.at, &[Key::Name], params![reason: *reason]);
    }
}

rule! {
    /// The suffix has to be one that the state has approved for filing.
    ///
    /// **Inferred.** The chapters on filings refer to the page on domains, which says so.
    ///
    /// **Why.** Since 2018 a new filing needs a suffix whose registry the ministry has approved; a suffix that
    /// a source names as not approved is refused.
    ///
    /// **Example.** `example.so`.
    pub(super) SUFFIX_NOT_APPROVED = "domain.suffix-not-approved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [suffix],
        at: ["{domain}/{d}/name"],
        sources: [
            stated(CHANGE): Step::Preparation.at("备案域名 · ICP 备案域名为通过国家批复的域名"),
            stated(FILING): documents::DOMAINS.at("待备案的域名要求 · 备案的域名要求为国家批复的域名"),
            inferred(FILING): Step::Preparation.at("完成腾讯云账号鉴权、准备备案域名"),
        ],
        miit: [1004],
        summary: {
            zh: "域名后缀须已获国家批复",
            en: "The domain's suffix must be approved by the state.",
        },
        message: {
            zh: "域名后缀 .{suffix} 未获国家批复，不能备案。请改用已批复后缀的域名，例如 .com、.cn。",
            en: "The suffix .{suffix} has not been approved by the state, so the domain cannot be filed. Use a domain with an approved suffix, such as .com or .cn.",
        },
        check: [Domain(suffix_not_approved)],
    }
}

fn suffix_not_approved(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    let verdict = domain_level::suffix(name);
    if verdict.problem().is_some_and(|problem| matches!(problem.reason, SuffixProblem::Refused { .. })) {
        out.find(&node.at, &[Key::Name], params![suffix: Param::name(name.suffix().to_unicode())]);
    }
}

rule! {
    /// No source says whether the suffix is approved, or sources disagree.
    ///
    /// **Inferred.** The chapters on filings refer to the page on domains; what it does not list may not be approved.
    ///
    /// **Why.** The ministry's list changes; what no source names may be approved or not.
    ///
    /// **Example.** `example.us`.
    pub(super) SUFFIX_UNCONFIRMED = "domain.suffix-unconfirmed" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [suffix, doubt],
        at: ["{domain}/{d}/name"],
        sources: [
            stated(CHANGE): Step::Preparation.at("备案域名 · ICP 备案域名为通过国家批复的域名"),
            stated(FILING): documents::DOMAINS.at("待备案的域名要求 · 备案的域名要求为国家批复的域名"),
            inferred(FILING): Step::Preparation.at("完成腾讯云账号鉴权、准备备案域名"),
        ],
        summary: {
            zh: "域名后缀是否获批复未能确认",
            en: "It could not be confirmed that the suffix is approved.",
        },
        message: {
            zh: "暂不能确认域名后缀 .{suffix} 是否可以备案：{doubt}。提交前请在工信部域名行业管理信息公示网站（domain.miit.gov.cn）查询。",
            en: "It could not be confirmed that domains under .{suffix} can be filed: {doubt}. Check at domain.miit.gov.cn before submitting.",
        },
        check: [Domain(suffix_unconfirmed)],
    }
}

fn suffix_unconfirmed(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    let verdict = domain_level::suffix(name);
    if verdict.problem().is_some_and(|problem| matches!(problem.reason, SuffixProblem::Unconfirmed { .. })) {
        let suffix = name.suffix();
        let doubt = if suffix.is_delegated() { NOT_NAMED } else { NOT_DELEGATED };
        let params = params![suffix: Param::name(suffix.to_unicode()), doubt];
        out.find(&node.at, &[Key::Name], params);
    }
}

const NOT_NAMED: Term = Term {
    code: "not_named",
    text: Text {
        zh: "没有资料说明其是否已获国家批复，或资料说法不一",
        en: "no source says that the state has approved it, or sources disagree",
    },
};

const NOT_DELEGATED: Term = Term {
    code: "not_delegated",
    text: Text {
        zh: "它不在顶级域名列表（2026-10-22）中，请核对是否写错，例如把 .com 写成 .con",
        en: "it is not on the list of top-level domains of 2026-10-22; check for a typing error, such as .con for .com",
    },
};

rule! {
    /// An APP's domain goes to level four at the deepest. `qcloud.com` is level two, `beian.qcloud.com` three,
    /// `shenzhen.beian.qcloud.com` four.
    ///
    /// **Inferred.** A change shows the same field.
    ///
    /// **Why.** The filing system takes no deeper names; several shorter ones may be given.
    ///
    /// **Example.** `a.b.c.example.com` is level five.
    pub(super) LEVEL_EXCEEDED = "domain.level-exceeded" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [level, max, example],
        at: ["/services/{s}/platforms/{p}/domains/{d}/name"],
        sources: [
            stated(FILING): Step::Services.at("APP · 支持最多四级域名填写"),
            inferred(CHANGE): Chapter::FirstFiling.at("填写网站/域名或 APP 信息 · APP · 支持最多四级域名填写"),
        ],
        summary: {
            zh: "APP 域名最多到四级",
            en: "APP domains may have at most four levels.",
        },
        message: {
            zh: "该域名为 {level} 级域名，APP 域名最多填写到 {max} 级。请改填其 {max} 级或更上级的域名，如 {example}。",
            en: "This is a level-{level} domain; APP domains may have at most {max} levels. Enter its level-{max} parent or a shorter one, such as {example}.",
        },
        check: [Domain(level_exceeded)],
        remedy: remedies::choose_upper_name,
    }
}

fn level_exceeded(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let (Service::App(_), Some(name)) = (node.service.service, name(node)) else { return };
    let verdict = domain_level::app_domain(name, cx.limits());
    if let Some(problem) = out.hear(cx, verdict, &node.at, &[Key::Name]) {
        // The name above it that is short enough.
        let unicode = name.to_unicode();
        let max = usize::try_from(cx.limits().app_domain_level.unwrap_or_default()).unwrap_or_default();
        let surplus = name.level().saturating_sub(max);
        let mut upper = std::iter::successors(Some(&*unicode), |name| Some(name.split_once('.')?.1));
        let example = Param::name(upper.nth(surplus).unwrap_or_default());
        let params = params![level: problem.found(), max: problem.required(), example];
        out.find(&node.at, &[Key::Name], params);
    }
}

rule! {
    /// Since 2019-04 one website has one domain and one number. What was filed with several before keeps them
    /// until it is changed.
    ///
    /// **Why.** The ministry numbers by domain.
    ///
    /// **Example.** A website with `example.com` and `example.cn`; each is a website of its own.
    pub(super) SEVERAL_ON_WEBSITE = "domain.several-on-website" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [],
        params: [count],
        at: ["/services/{s}/domains"],
        sources: [
            stated(NEW_TYPE): documents::NUMBERING_NOTICE.at("首次备案、新增网站时"),
            stated(NEW_TYPE): documents::LIMITS.at("网站、域名数量"),
            stated(NEW_TYPE): documents::LIMITS_OF_UCLOUD.at("可备案网站和域名数量"),
        ],
        miit: [1021],
        summary: {
            zh: "一个网站只能填写一个域名",
            en: "A website can be filed with only one domain.",
        },
        message: {
            zh: "该网站填写了 {count} 个域名。一个网站只能备案一个域名，请将其余域名分别作为单独的网站填写。",
            en: "This website lists {count:domain}, but a website can be filed with only one. Enter each of the others as a separate website.",
        },
        check: [Website(several_on_website)],
    }
}

fn several_on_website(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    if website.domains.len() > 1 {
        out.find(&node.at, &[Key::Domains], params![count: website.domains.len()]);
    }
}

rule! {
    /// A website is filed under the domain that was registered; names under it are covered.
    ///
    /// Excepted are names under `gov.cn`, where a body may file the name that it was given.
    ///
    /// **Why.** There is no separate filing of a name below.
    ///
    /// **Example.** `www.example.com` or `shop.example.com`; file `example.com`.
    pub(super) NOT_REGISTRABLE = "domain.not-registrable" {
        severity: Blocker,
        orders: NEW_TYPE | ACCESS,
        needs: [],
        params: [registrable],
        at: ["/services/{s}/domains/{d}/name"],
        sources: [
            stated(NEW_TYPE | ACCESS): documents::DOMAINS.at("备案只针对二级域名"),
            stated(NEW_TYPE | ACCESS): documents::RULES_OF_HUAWEI.at("DomainFilingRelation"),
        ],
        miit: [1004],
        summary: {
            zh: "网站备案填写主域名，不填写子域名",
            en: "A website is filed under its registered domain, not under a subdomain.",
        },
        message: {
            zh: "网站备案填写主域名即可，子域名无须单独备案。请改填 {registrable}。",
            en: "File the registered domain only; its subdomains are covered. Enter {registrable}.",
        },
        check: [Domain(not_registrable)],
        remedy: remedies::registrable,
    }
}

fn not_registrable(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let (Service::Website(_), Some(name)) = (node.service.service, name(node)) else { return };
    // How many labels a suffix has that is not approved is not known: `co.uk` is none of the table's.
    let is_below = domain_level::level(name).is_some_and(|level| level > 2);
    if is_below && name.suffix().as_ascii() != "gov.cn" {
        let registrable = Param::name(name.registrable().to_unicode());
        out.find(&node.at, &[Key::Name], params![registrable: registrable]);
    }
}

rule! {
    /// Suffixes that are kept for some kinds of principals: `gov.cn` and 政务 for government bodies, `edu.cn` for
    /// education, `ac.cn` for research, `mil.cn` for defence, `org.cn` and 公益 for bodies that seek no profit.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The registry asks the holder; the authority asks again.
    ///
    /// **Example.** A company with a name under `gov.cn`.
    pub(super) SUFFIX_RESERVED = "domain.suffix-reserved" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [suffix, principal],
        at: ["{domain}/{d}/name"],
        sources: [stated(WITH_SERVICES): documents::DOMAINS.at("可备案的域名后缀")],
        summary: {
            zh: "部分域名后缀仅限特定性质的主体使用",
            en: "Some suffixes are reserved for certain types of principals.",
        },
        message: {
            zh: "域名后缀 .{suffix} 一般不供“{principal}”使用，管局可能要求说明。请核对备案性质；备案性质无误的，请改用 .com、.cn 等域名。",
            en: "The suffix .{suffix} is not normally available to a principal of the type “{principal}”, and the authority may ask about it. Check the type; if it is right, use a domain such as .com or .cn.",
        },
        check: [Domain(suffix_reserved)],
    }
}

fn suffix_reserved(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    use PrincipalKind as Kind;
    let Some(name) = name(node) else { return };
    let suffix = name.suffix();
    let Some(kinds): Option<&[Kind]> = (match suffix.as_ascii() {
        "gov.cn" | "xn--zfr164b" | "xn--zfr164b.cn" => Some(&[Kind::Government, Kind::PublicInstitution]),
        "edu.cn" => Some(&[Kind::PublicInstitution, Kind::PrivateNonEnterprise, Kind::Government]),
        "mil.cn" => Some(&[Kind::Military]),
        "ac.cn" => Some(&[
            Kind::PublicInstitution,
            Kind::Government,
            Kind::Military,
            Kind::SocialOrganization,
            Kind::PrivateNonEnterprise,
            Kind::Foundation,
        ]),
        "org.cn" | "xn--55qw42g" | "xn--55qw42g.cn" => Some(&[
            Kind::SocialOrganization,
            Kind::PrivateNonEnterprise,
            Kind::Foundation,
            Kind::MassOrganization,
            Kind::PublicInstitution,
            Kind::Government,
            Kind::ReligiousBody,
        ]),
        _ => None,
    }) else {
        return;
    };
    let Some(principal) = cx.principal_kind else {
        if cx.principal.is_none() && out.filed(cx).is_some() {
            out.needs_known(cx, &[Known::KIND]);
        }
        return;
    };
    if principal != Kind::OtherOrganization && !kinds.contains(&principal) {
        let suffix = Param::name(suffix.to_unicode());
        out.find(&node.at, &[Key::Name], params![suffix: suffix, principal: principal]);
    }
}

rule! {
    /// At Huawei Cloud a public institution files a name under `.cn` or `.公益`, a government body one under `.gov.cn`
    /// or `.政务`. Elsewhere it is the province's matter.
    ///
    /// **Why.** Visitors tell a public body by its suffix.
    ///
    /// **Example.** A hospital with a name under `.com`.
    pub(super) SUFFIX_OF_PUBLIC_BODY = "domain.suffix-of-public-body" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [suffix, principal, accepted],
        at: ["{domain}/{d}/name"] of Organization,
        sources: [
            stated(FILING): documents::RULES_OF_HUAWEI.at("DomainFilingRelation"),
            stated(FILING): documents::DOMAINS_OF_GOVERNMENT.at("政府网站要使用以“.gov.cn”为后缀的英文域名和符合要求的中文域名"),
        ],
        providers: [Huawei],
        summary: {
            zh: "事业单位须用 .cn 或 .公益 域名，党政机关须用 .gov.cn 或 .政务 域名",
            en: "Public institutions must use a domain under .cn or .公益, government bodies one under .gov.cn or .政务.",
        },
        message: {
            zh: "“{principal}”须使用 {accepted} 域名，当前域名后缀为 .{suffix}。请改用符合要求的域名。",
            en: "A principal of the type “{principal}” must use a domain under {accepted}; this one is under .{suffix}. Use another domain.",
        },
        check: [Domain(suffix_of_public_body)],
    }
}

fn suffix_of_public_body(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    let suffix = name.suffix();
    let is_under = |end: &str| {
        let suffix = suffix.as_ascii();
        suffix == end || suffix.strip_suffix(end).is_some_and(|rest| rest.ends_with('.'))
    };
    // 公益, 政务
    let (is_fit, accepted) = match cx.principal_kind {
        Some(PrincipalKind::PublicInstitution) => {
            (is_under("cn") || is_under("xn--55qw42g"), Text { zh: ".cn 或 .公益", en: ".cn or .公益" })
        }
        Some(PrincipalKind::Government) => (
            is_under("gov.cn") || is_under("xn--zfr164b") || is_under("xn--zfr164b.cn"),
            Text { zh: ".gov.cn 或 .政务", en: ".gov.cn or .政务" },
        ),
        _ => return,
    };
    if let (false, Some(principal)) = (is_fit, cx.principal_kind) {
        let suffix = Param::name(suffix.to_unicode());
        out.find(&node.at, &[Key::Name], params![suffix: suffix, principal: principal, accepted: accepted]);
    }
}
