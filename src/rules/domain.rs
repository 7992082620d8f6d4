//! Rules of the group `domain`: names, suffixes, registration and owner.

use crate::domain::Registration;
use crate::fields;
use crate::params::Param;
use crate::path::{At, Key};
use crate::rule::rule_group;
use crate::service::Service;
use crate::source::{Chapter, Origin};
use crate::value::{Approval, DomainName};
use crate::walk::{typed, Check, Cx, DomainNode, Out};

const FILING: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AccessFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const FILING_AND_CHANGE: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

const CHANGE: &[Chapter] = &[Chapter::ChangeFiling, Chapter::ChangeService];

rule_group! {
    /// A domain has to be a domain name: IDNA 2008 with the mapping of UTS 46, letters of STD 3, one trailing
    /// dot ignored. An address, a bare suffix, or white space around the name are none.
    ///
    /// **Why.** The name is looked up in WHOIS and in the filing system as it is written.
    ///
    /// **Example.** `https://shop.example.com/` is refused; write `shop.example.com`.
    MALFORMED = "domain.malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        source: Origin::Guide {
            chapters: FILING_AND_CHANGE,
            section: "域名",
            form: Some("IDNA 2008、UTS 46、RFC 1123"),
        },
        summary: {
            zh: "域名格式须正确",
            en: "A domain has to be a well-formed domain name.",
        },
        message: {
            zh: "域名格式不正确：{reason}。请只填写域名本身，例如 example.com，不要带 http://、端口、路径或空格。",
            en: "This is no domain name: {reason}. Give the name alone, such as example.com, without http://, port, path or spaces.",
        },
        check: &[Check::Domain(malformed)],
    }

    /// The real-name screenshot of a website's domain shows the domain, its owner, the owner's certificate
    /// kind and number, and the expiry.
    ///
    /// **Why.** The reviewer compares these with the principal; a screenshot that lacks one is returned.
    ///
    /// **Example.** A screenshot of the registrar's console that shows the owner but not the expiry.
    CERTIFICATE_INCOMPLETE = "domain.certificate-incomplete" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: FILING, section: "域名实名认证截图", form: None },
        summary: {
            zh: "域名实名认证截图须显示域名、所有者、所有者证件类型及号码、到期日",
            en: "The real-name screenshot shows the domain, its owner, the owner's certificate kind and number, and the expiry.",
        },
        message: {
            zh: "域名实名认证截图缺少{field}。截图须同时显示域名、域名所有者、所有者证件类型、证件号码和到期日，请重新截图上传并补全信息。",
            en: "The real-name screenshot does not show the {field}. It has to show the domain, its owner, the owner's certificate kind and number, and the expiry: take it again and fill in what is missing.",
        },
        check: &[Check::Domain(certificate_incomplete)],
    }

    /// The suffix has to be one that the state has approved for filing.
    ///
    /// **Why.** Since 2018 a new filing needs a suffix whose registry the ministry has approved; a suffix that
    /// a source names as not approved is refused.
    ///
    /// **Example.** `example.so`.
    SUFFIX_NOT_APPROVED = "domain.suffix-not-approved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [suffix],
        source: Origin::Guide {
            chapters: CHANGE,
            section: "域名后缀须经国家批复",
            form: Some("后缀清单由公开资料汇总"),
        },
        summary: {
            zh: "域名后缀须已获国家批复",
            en: "A domain's suffix has to be approved by the state.",
        },
        message: {
            zh: "域名后缀 .{suffix} 未获国家批复，不能备案。请改用已批复后缀的域名，例如 .com、.cn。",
            en: "The suffix .{suffix} is not approved by the state and cannot be filed. Use a domain under an approved suffix such as .com or .cn.",
        },
        check: &[Check::Domain(suffix_not_approved)],
    }

    /// No source says whether the suffix is approved, or sources disagree.
    ///
    /// **Why.** The ministry's list changes; what no source names may be approved or not.
    ///
    /// **Example.** `example.us`.
    SUFFIX_UNCONFIRMED = "domain.suffix-unconfirmed" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [suffix],
        source: Origin::Guide {
            chapters: CHANGE,
            section: "域名后缀须经国家批复",
            form: Some("后缀清单由公开资料汇总"),
        },
        summary: {
            zh: "域名后缀是否获批复未能确认",
            en: "Whether the suffix is approved could not be confirmed.",
        },
        message: {
            zh: "未能确认域名后缀 .{suffix} 是否已获国家批复。提交前请在工信部域名行业管理信息公示网站（domain.miit.gov.cn）查询。",
            en: "Whether the suffix .{suffix} is approved could not be confirmed. Look it up at domain.miit.gov.cn before submitting.",
        },
        check: &[Check::Domain(suffix_unconfirmed)],
    }

    /// An APP's domain goes to level four at the deepest. `qcloud.com` is level two, `beian.qcloud.com` three,
    /// `shenzhen.beian.qcloud.com` four.
    ///
    /// **Why.** The filing system takes no deeper names; several shorter ones may be given.
    ///
    /// **Example.** `a.b.c.example.com` is level five.
    LEVEL_EXCEEDED = "domain.level-exceeded" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [level, max],
        source: Origin::Guide { chapters: FILING, section: "APP 特征信息 · 域名", form: None },
        summary: {
            zh: "APP 域名最多到四级",
            en: "An APP's domain goes to level four at the deepest.",
        },
        message: {
            zh: "该域名为 {level} 级域名，APP 域名最多填写到 {max} 级。请改填上一级域名，可填写多个。",
            en: "This domain is of level {level}; an APP's domain goes to level {max} at the deepest. Give a name further up; several may be given.",
        },
        check: &[Check::Domain(level_exceeded)],
    }

    /// The domain has to be registered with an approved domestic registrar.
    ///
    /// **Why.** One registered abroad has no real-name record in the ministry's system; it is transferred in
    /// first.
    ///
    /// **Example.** A domain bought from an overseas registrar.
    REGISTRAR_NOT_APPROVED = "domain.registrar-not-approved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: CHANGE, section: "域名要求 · 注册商", form: None },
        summary: {
            zh: "域名须在经批复的境内注册商处注册",
            en: "The domain has to be registered with an approved domestic registrar.",
        },
        message: {
            zh: "该域名的注册商未获批复或为境外注册商。请先将域名转入国内经批复的注册商，再提交备案。",
            en: "The registrar of this domain is not approved, or is abroad. Transfer the domain to an approved domestic registrar first.",
        },
        check: &[Check::Domain(registrar_not_approved)],
    }

    /// The domain has to be within its registration period.
    ///
    /// **Why.** An expired domain belongs to nobody who could file it.
    ///
    /// **Example.** WHOIS shows that it expired yesterday.
    REGISTRATION_EXPIRED = "domain.registration-expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [expires_on, today],
        source: Origin::Guide { chapters: CHANGE, section: "域名要求 · 注册有效期", form: None },
        summary: {
            zh: "域名须在注册有效期内",
            en: "The domain has to be within its registration period.",
        },
        message: {
            zh: "域名已于 {expires_on} 到期（提交日为 {today}）。请先续费，待 WHOIS 更新后再提交。",
            en: "The domain expired on {expires_on} (the day of submission is {today}). Renew it, wait until WHOIS shows it, then submit.",
        },
        check: &[Check::Domain(registration_expired)],
    }

    /// Real-name verification of the domain has to be done.
    ///
    /// **Why.** The authority compares the verified owner with the principal.
    ///
    /// **Example.** A verification that is dated after the day of submission.
    REAL_NAME_UNVERIFIED = "domain.real-name-unverified" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [verified_on, today],
        source: Origin::Guide { chapters: CHANGE, section: "域名要求 · 实名认证", form: None },
        summary: {
            zh: "域名须已完成实名认证",
            en: "Real-name verification of the domain has to be done.",
        },
        message: {
            zh: "域名实名认证尚未完成（认证日期 {verified_on} 晚于提交日 {today}）。请在域名注册商处完成实名认证后再提交。",
            en: "Real-name verification is not done yet (its day, {verified_on}, is after the day of submission, {today}). Finish it at the registrar, then submit.",
        },
        check: &[Check::Domain(real_name_unverified)],
    }

    /// The registrant agrees with the principal: of a website's domain and of an APP's. Whether an
    /// organisation's legal representative may own the domain is the province's matter.
    ///
    /// **Why.** Who files a domain has to own it.
    ///
    /// **Example.** A company files a domain that an employee registered.
    REGISTRANT_MISMATCH = "domain.registrant-mismatch" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Inputs],
        params: [registrant, principal],
        source: Origin::Guide { chapters: FILING_AND_CHANGE, section: "域名实名信息与主体一致", form: None },
        summary: {
            zh: "域名所有者须与备案主体一致",
            en: "The domain's owner has to be the principal.",
        },
        message: {
            zh: "域名所有者“{registrant}”与备案主体“{principal}”不一致。请先办理域名过户并完成实名认证，使所有者与主体一致。",
            en: "The domain's owner, “{registrant}”, is not the principal, “{principal}”. Transfer the domain to the principal and have it real-name verified.",
        },
        check: &[Check::Domain(registrant_mismatch)],
    }

    /// A newly bought domain may still carry someone else's filing. That is deregistered first, on paper, then
    /// the domain is filed anew. A filed website covers every name under its registrable domain, a filed APP
    /// only the names that it lists.
    ///
    /// **Why.** A domain has one filing.
    ///
    /// **Example.** A domain bought second-hand whose former owner never deregistered.
    FILED_BY_OTHER = "domain.filed-by-other" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [filing_number],
        source: Origin::Guide { chapters: &[Chapter::Export], section: "域名已被他人备案", form: None },
        summary: {
            zh: "域名不得仍在他人备案名下",
            en: "The domain may not carry someone else's filing.",
        },
        message: {
            zh: "该域名已在他人名下备案（{filing_number}）。请先联系原备案主体注销，或向原备案所在省通信管理局提交线下注销申请，注销后再做首次备案。",
            en: "This domain is filed by someone else ({filing_number}). Have that filing deregistered first, by its principal or by a paper application to the authority of its province, then file the domain anew.",
        },
        check: &[Check::Domain(filed_by_other)],
    }
}

/// The domain's name, where it is well-formed.
fn name<'a>(node: &'a DomainNode<'_>) -> Option<&'a DomainName<'a>> {
    node.name.as_ref()?.as_ref().ok()
}

fn malformed(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Some(Err(reason)) = &node.name {
        out.find(&node.at, &[Key::Name], params![reason: *reason]);
    }
}

fn certificate_incomplete(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service.service else { return };
    // Where the screenshot itself is missing, that is the finding.
    if node.domain.name.is_some() && fields::is_complete(fields::WEBSITE_MATERIALS, website) {
        fields::missing(fields::DOMAIN_CERTIFICATE, node.domain, fields::Given::default(), &node.at, cx, out);
    }
}

fn suffix_not_approved(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Some(name) = name(node) {
        if name.suffix().approval() == Approval::Refused {
            out.find(&node.at, &[Key::Name], params![suffix: Param::name(name.suffix().to_unicode())]);
        }
    }
}

fn suffix_unconfirmed(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Some(name) = name(node) {
        if name.suffix().approval() == Approval::Unconfirmed {
            out.find(&node.at, &[Key::Name], params![suffix: Param::name(name.suffix().to_unicode())]);
        }
    }
}

fn level_exceeded(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let (Service::App(_), Some(name)) = (node.service.service, name(node)) else { return };
    let Some(max) = out.limit(cx.limits().app_domain_level) else { return };
    let level = name.level();
    if u32::try_from(level).map_or(true, |level| level > max) {
        out.find(&node.at, &[Key::Name], params![level, max]);
    }
}

/// The registration, and where it stands; without one the rule lacks an input.
fn registration<'a>(node: &'a DomainNode<'_>, out: &mut Out) -> Option<(&'a Registration, At<'a>)> {
    name(node)?;
    match &node.domain.registration {
        Some(registration) => Some((registration, node.at.key(Key::Registration))),
        None => {
            out.needs_input(&node.at, &[Key::Registration]);
            None
        }
    }
}

fn registrar_not_approved(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    match registration.registrar.as_ref().map(|registrar| registrar.approved) {
        None => out.needs_input(&at, &[Key::Registrar]),
        Some(None) => out.needs_input(&at, &[Key::Registrar, Key::Approved]),
        Some(Some(false)) => out.find(&at, &[Key::Registrar], params![]),
        Some(Some(true)) => {}
    }
}

fn registration_expired(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let today = cx.context.today;
    match registration.expires_on {
        None => out.needs_input(&at, &[Key::ExpiresOn]),
        Some(expires_on) if expires_on < today => {
            out.find(&at, &[Key::ExpiresOn], params![expires_on, today]);
        }
        Some(_) => {}
    }
}

fn real_name_unverified(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let today = cx.context.today;
    match registration.real_name_verified_on {
        None => out.needs_input(&at, &[Key::RealNameVerifiedOn]),
        Some(verified_on) if verified_on > today => {
            out.find(&at, &[Key::RealNameVerifiedOn], params![verified_on, today]);
        }
        Some(_) => {}
    }
}

fn registrant_mismatch(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let Some(registrant) = typed(registration.registrant.as_ref()) else {
        return out.needs_input(&at, &[Key::Registrant]);
    };
    if cx.principal.is_none() && cx.filed_principal.is_none() {
        out.registry(cx);
        return;
    }
    let Some(principal) = cx.principal_name() else { return };
    let is_owner = same_name(registrant, principal) || is_legal_representative(cx, registrant);
    if !is_owner && !out.is_blocked(&At::ROOT, &[Key::Principal, Key::Name]) {
        out.find(
            &at,
            &[Key::Registrant],
            params![
                registrant: Param::name(registrant),
                principal: Param::name(principal),
            ],
        );
    }
}

/// Whether two names are the same as people write them: brackets and white space of either width.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a == b || folded(a).eq(folded(b))
}

/// A name without what people write in different ways.
pub(crate) fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '（' => '(',
        '）' => ')',
        '·' | '•' | '・' => '·',
        c => c.to_ascii_lowercase(),
    })
}

/// Whether this is the legal representative of the organisation that files.
pub(crate) fn is_legal_representative(cx: &Cx<'_>, name: &str) -> bool {
    let stated = cx.principal.or_else(|| cx.filed_principal?.principal.as_ref());
    let representative = stated.and_then(|principal| principal.legal_representative.as_ref());
    cx.is_organization()
        && representative
            .and_then(|person| typed(person.name.as_ref()))
            .is_some_and(|own| same_name(own, name))
}

fn filed_by_other(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let own = cx.filed_principal;
    let is_other =
        |filed: &crate::registry::Filed<'_>| !own.is_some_and(|own| std::ptr::eq(own, filed.principal));
    let mut filings = registry.websites_under(name).chain(registry.apps_with_domain(name));
    if let Some(filed) = filings.find(is_other) {
        let number = filed.service.filing_number.as_deref().or(filed.principal.filing_number.as_deref());
        out.find(
            &node.at,
            &[Key::Registration, Key::Registrant],
            params![
                filing_number: Param::name(number.unwrap_or("?")),
            ],
        );
    } else if !registry.is_complete() {
        out.needs(crate::report::Need::Registry);
    }
}
