//! A domain's registration.

use crate::engine::context::CheckContext;
use crate::engine::nodes::DomainNode;
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::model::domain::Domain;
use crate::model::service::Service;
use crate::path::{FieldPath, Key, Location};
use crate::report::Param;
use crate::rule::{documents, Grade, Provider, Severity, Step};
use crate::rulebook::Limit;
use crate::rules::completeness;
use crate::rules::domain::registration;
use crate::rules::remedies;
use crate::text::{filled, set, Text};
use crate::value::DomainName;
use chrono::Days;
use std::collections::BTreeSet;

rule! {
    /// The real-name screenshot of a website's domain shows the domain, its owner, the owner's certificate
    /// kind and number, and the expiry.
    ///
    /// **Why.** The reviewer compares these with the principal; a screenshot that lacks one is returned.
    ///
    /// **Example.** A screenshot of the registrar's console that shows the owner but not the expiry.
    pub(super) CERTIFICATE_INCOMPLETE = "domain.certificate-incomplete" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [field],
        at: ["/services/{s}/domains/{d}/registration/registrant", "/services/{s}/domains/{d}/registration/certificate/kind", "/services/{s}/domains/{d}/registration/certificate/number", "/services/{s}/domains/{d}/registration/expires_on"] if Missing,
        sources: [stated(FILING): Step::Services.at("网站/域名 · 域名实名认证截图")],
        summary: {
            zh: "域名实名认证截图须显示域名、所有者、所有者证件类型及号码、到期日",
            en: "The real-name verification screenshot must show the domain, its registrant, the type and number of the registrant's certificate, and the expiry date.",
        },
        message: {
            zh: "域名实名认证截图中缺少{field}。截图须同时显示域名、域名所有者、所有者证件类型、证件号码和到期日，请重新截图上传，并补全信息。",
            en: "The real-name verification screenshot does not show the {field}. It must show the domain, its registrant, the type and number of the registrant's certificate, and the expiry date. Take and upload a new one, and fill in what is missing.",
        },
        check: [Domain(certificate_incomplete)],
    }
}

fn certificate_incomplete(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service.service else { return };
    // Of a platform's domain nobody has the certificate.
    if out.is_blocked(&node.at, &[Key::Name]) {
        return;
    }
    // Where the screenshot itself is missing, that is the finding.
    if filled(node.domain.name.as_ref()).is_some() && fields::is_complete(fields::WEBSITE_MATERIALS, website)
    {
        completeness::missing(
            fields::DOMAIN_CERTIFICATE,
            node.domain,
            fields::Given::default(),
            &node.at,
            cx,
            out,
        );
    }
}

rule! {
    /// The domain has to be registered with an approved domestic registrar.
    ///
    /// **Inferred.** The chapters on filings refer to the page on domains, which says so.
    ///
    /// **Why.** One registered abroad has no real-name record in the ministry's system; it is transferred in
    /// first.
    ///
    /// **Example.** A domain bought from an overseas registrar.
    pub(super) REGISTRAR_NOT_APPROVED = "domain.registrar-not-approved" {
        severity: Blocker,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["{domain}"],
        sources: [
            stated(CHANGE): Step::Preparation.at("备案域名 · ICP 备案域名需通过国家批复的域名注册服务机构进行注册管理"),
            stated(FILING): documents::DOMAINS.at("待备案的域名要求 · 境外注册商所注册的域名不能直接备案"),
            inferred(FILING): Step::Preparation.at("完成腾讯云账号鉴权、准备备案域名"),
        ],
        summary: {
            zh: "域名须在经批复的境内注册商处注册",
            en: "The domain must be registered with an approved domestic registrar.",
        },
        message: {
            zh: "该域名的注册商未获批复，或在境外。请先将域名转入国内经批复的注册商，再提交备案。",
            en: "The registrar of this domain is not approved, or is outside China. Transfer the domain to an approved domestic registrar first, then submit.",
        },
        check: [Domain(registrar_not_approved)],
    }
}

fn registrar_not_approved(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some((registration, at)) = registration(node, out) else { return };
    match registration.registrar.as_ref().map(|registrar| registrar.approved) {
        None => out.needs_input(&at, &[Key::Registrar]),
        Some(None) => out.needs_input(&at, &[Key::Registrar, Key::Approved]),
        Some(Some(false)) => out.find(&at, &[Key::Registrar], params![]),
        Some(Some(true)) => {}
    }
}

rule! {
    /// The domain has to be within its registration period.
    ///
    /// **Inferred.** The chapters on filings refer to the page on domains, which says so.
    ///
    /// **Why.** An expired domain belongs to nobody who could file it.
    ///
    /// **Example.** WHOIS shows that it expired yesterday.
    pub(super) REGISTRATION_EXPIRED = "domain.registration-expired" {
        severity: Blocker,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [expires_on, today],
        at: ["/services/{s}/domains/{d}/registration/expires_on", "/services/{s}/platforms/{p}/domains"],
        sources: [
            stated(CHANGE): Step::Preparation.at("备案域名 · ICP 备案域名在域名注册有效期内"),
            stated(FILING): documents::DOMAINS.at("待备案的域名要求 · 备案的域名要求在域名注册有效期内"),
            inferred(FILING): Step::Preparation.at("完成腾讯云账号鉴权、准备备案域名"),
        ],
        summary: {
            zh: "域名须在注册有效期内",
            en: "The domain's registration must not have expired.",
        },
        message: {
            zh: "域名已于 {expires_on} 到期（提交日：{today}）。请先在域名注册商处续费，待 WHOIS 更新后再提交。",
            en: "The domain expired on {expires_on} (day of submission: {today}). Renew it at the registrar, and submit once WHOIS shows the new date.",
        },
        check: [Domain(registration_expired)],
    }
}

fn registration_expired(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
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

rule! {
    /// Real-name verification of the domain has to be done by the day of submission. Whether it is, or since when, is
    /// an optional input: the screenshot need not show a day.
    ///
    /// **Inferred.** The chapters on filings refer to the page on domains, which says so.
    ///
    /// **Why.** The authority compares the verified owner with the principal.
    ///
    /// **Example.** A domain bought yesterday whose owner has not been verified yet.
    pub(super) REAL_NAME_UNVERIFIED = "domain.real-name-unverified" {
        severity: Blocker,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [verified_on, today],
        at: ["{domain}"],
        sources: [
            stated(CHANGE): Step::Preparation.at("备案域名 · ICP 备案域名为已通过实名认证的域名"),
            stated(FILING): documents::DOMAINS.at("待备案的域名要求 · 备案的域名要求为已通过实名认证的域名"),
            inferred(FILING): Step::Preparation.at("完成腾讯云账号鉴权、准备备案域名"),
        ],
        summary: {
            zh: "域名须已完成实名认证",
            en: "The domain's real-name verification must be complete.",
        },
        message: {
            zh: "域名尚未完成实名认证（认证日期：{verified_on}；提交日：{today}）。请在域名注册商处完成实名认证后再提交。",
            en: "Real-name verification of the domain is not complete (verified on: {verified_on}; day of submission: {today}). Complete it at the registrar, then submit.",
        },
        check: [Domain(real_name_unverified)],
    }
}

fn real_name_unverified(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some((registration, at)) = registration(node, out) else { return };
    let today = cx.context.today;
    let (key, verified_on) = match (registration.real_name_verified, registration.real_name_verified_on) {
        (Some(false), _) => (Key::RealNameVerified, Param::from(NOT_VERIFIED)),
        (_, Some(verified_on)) if verified_on > today => (Key::RealNameVerifiedOn, Param::from(verified_on)),
        (Some(true), _) | (None, Some(_)) => return,
        // The screenshot need not show a day.
        (None, None) => return out.needs_input(&at, &[Key::RealNameVerified]),
    };
    out.find(&at, &[key], params![verified_on: verified_on, today]);
}

const NOT_VERIFIED: Text = Text { zh: "未认证", en: "not yet" };

rule! {
    /// The real-name verification of a domain has to be some days old: three natural days where the provider is the
    /// registrar, three working days elsewhere. A new registrant starts the wait anew.
    ///
    /// Where the State Council has not announced the holidays of the year, weekdays count.
    ///
    /// Tencent Cloud and UCloud ask for the days, Huawei Cloud advises them: with it the finding is a warning.
    ///
    /// **Why.** The registry's data take that long to reach the ministry's system.
    ///
    /// **Example.** A domain verified on Friday elsewhere, in an order of the next Monday.
    pub(super) REAL_NAME_TOO_RECENT = "domain.real-name-too-recent" {
        severity: Blocker,
        actor: Registrar,
        grades: &[Grade::new(Severity::Warning, "华为云（其文档为建议）", "with Huawei Cloud, whose page advises it")],
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [verified_on, earliest],
        at: ["{domain}"],
        sources: [
            stated(WITH_SERVICES): documents::DOMAINS.at("待备案的域名要求 · 备案的域名要求为已通过实名认证的域名，且认证完成时间满3个自然日"),
            stated(WITH_SERVICES): documents::LIMITS.at("域名实名认证"),
            stated(WITH_SERVICES): documents::DOMAINS_OF_HUAWEI.at("实名认证与时效"),
        ],
        summary: {
            zh: "域名实名认证须满 3 天（本接入商注册为自然日，其他注册商为工作日）",
            en: "The domain's real-name verification must be three days old: calendar days for domains registered here, working days elsewhere.",
        },
        message: {
            zh: "域名于 {verified_on} 完成实名认证，信息尚未同步到管局系统。请在 {earliest} 或之后提交。",
            en: "The domain was real-name verified on {verified_on}, and its data has not reached the authority yet. Submit on {earliest} or later.",
        },
        check: [Domain(real_name_too_recent)],
    }
}

fn real_name_too_recent(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some((registration, at)) = registration(node, out) else { return };
    if registration.real_name_verified == Some(false) {
        return;
    }
    let Some(verified_on) = registration.real_name_verified_on else {
        return out.needs_input(&at, &[Key::RealNameVerifiedOn]);
    };
    let registrar = registration.registrar.as_ref();
    let earliest = match registrar.map(|registrar| registrar.same_provider) {
        None => return out.needs_input(&at, &[Key::Registrar]),
        Some(None) => return out.needs_input(&at, &[Key::Registrar, Key::SameProvider]),
        Some(Some(true)) => {
            let Some(days) = out.limit(cx, Limit::RealNameDaysHere) else { return };
            verified_on.checked_add_days(Days::new(days.into()))
        }
        // Some providers count natural days for other registrars too.
        Some(Some(false)) if cx.limits().real_name_days_elsewhere.is_some() => {
            let Some(days) = out.limit(cx, Limit::RealNameDaysElsewhere) else { return };
            verified_on.checked_add_days(Days::new(days.into()))
        }
        Some(Some(false)) => {
            let Some(days) = out.limit(cx, Limit::RealNameWorkingDaysElsewhere) else { return };
            if cx.verified_by().is_some_and(|latest| verified_on <= latest) {
                return;
            }
            let days = u16::try_from(days).unwrap_or(u16::MAX);
            cx.rulebook.calendar().add_working_days(verified_on, days).map(|counted| counted.date)
        }
    };
    if let Some(earliest) = earliest.filter(|earliest| cx.context.today < *earliest) {
        let params = params![verified_on, earliest];
        let most = match cx.rulebook.provider() {
            Some(Provider::Huawei) => Severity::Warning,
            _ => Severity::Blocker,
        };
        let fix = |_: &FieldPath| remedies::wait_until(earliest);
        out.find_graded(most, &at, &[Key::RealNameVerifiedOn], params, fix);
    }
}

rule! {
    /// A domain that its registry or registrar has put on hold.
    ///
    /// **Inferred.** The page says that a name whose real-name verification failed is put on hold, and that the
    /// verification is needed; a hold may have other reasons.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The real-name verification has failed, or the name is disputed.
    ///
    /// **Example.** WHOIS shows `serverHold`.
    pub(super) ON_HOLD = "domain.on-hold" {
        severity: Warning,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["{domain}"],
        sources: [inferred(WITH_SERVICES): documents::OTHER_FAQ.at("备案前域名必须实名认证吗？")],
        summary: {
            zh: "域名不得处于暂停解析（Hold）状态",
            en: "The domain must not be on hold.",
        },
        message: {
            zh: "该域名处于暂停解析（Hold）状态，可能未通过实名认证，备案可能被驳回。请在域名注册商处完成实名认证或解除暂停后再提交。",
            en: "The domain is on hold. Its real-name verification may have failed, and the order may be rejected. Complete the verification at the registrar or have the hold lifted, then submit.",
        },
        check: [Domain(on_hold)],
    }
}

fn on_hold(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some((registration, at)) = registration(node, out) else { return };
    match registration.on_hold {
        Some(false) => {}
        Some(true) => out.find(&at, &[Key::OnHold], params![]),
        None => out.needs_input(&at, &[Key::OnHold]),
    }
}

rule! {
    /// A domain whose registration has run out is taken off its filing, by a change or a deregistration.
    ///
    /// Of the order's own domains another rule speaks.
    ///
    /// **Why.** Who registers the name next finds it filed, and the authority may cancel the filing of the former
    /// owner.
    ///
    /// **Example.** A campaign site of three years ago whose domain nobody renewed.
    pub(super) FILED_REGISTRATION_EXPIRED = "domain.filed-registration-expired" {
        severity: Advice,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [domains],
        at: [""],
        sources: [stated(WITH_SERVICES): documents::NUMBERS_FAQ.at("为什么备案号会被注销？")],
        cited: [Huawei: documents::FILING_CHANGES, "操作冲突与顺序约束 · 域名过期处理"],
        summary: {
            zh: "已备案的域名到期不再使用的，应变更或注销备案",
            en: "Domains on file that expire and are no longer used should be removed by a change or a deregistration.",
        },
        message: {
            zh: "主办者已备案的域名 {domains} 注册已到期。请续费；不再使用的，请通过变更或注销将其从备案中移除，以免被他人注册后影响本主体的备案。",
            en: "The registration of domains on file has expired: {domains}. Renew them, or remove them by a change or a deregistration, before someone else registers them.",
        },
        check: [Order(filed_registration_expired)],
    }
}

/// What of a domain is not known, so that it cannot be told whether its registration has run out.
fn unknown_end(domain: &Domain) -> Option<&'static [Key]> {
    match (filled(domain.name.as_ref()), &domain.registration) {
        (None, _) => Some(&[Key::Name]),
        (Some(_), None) => Some(&[Key::Registration]),
        (Some(_), Some(known)) if known.expires_on.is_none() => Some(&[Key::Registration, Key::ExpiresOn]),
        _ => None,
    }
}

fn filed_registration_expired(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(own) = out.filed(cx) else { return };
    let key = |domain: &Domain| Some(DomainName::parse(domain.name.as_deref()?).ok()?.as_ascii().to_owned());
    let domains = own.services.iter().filter_map(|filed| filed.service.as_deref()).flat_map(Service::domains);
    let today = cx.context.today;
    let ended = domains.filter(|domain| {
        let expires_on = domain.registration.as_ref().and_then(|known| known.expires_on);
        expires_on.is_some_and(|expires_on| expires_on < today)
    });
    let mut ended: BTreeSet<String> = set(ended.filter_map(key));
    if ended.is_empty() {
        return out.needs_services_known(
            cx,
            own,
            |_| true,
            |service| {
                let (place, below) = service
                    .domains()
                    .enumerate()
                    .find_map(|(place, domain)| Some((place, unknown_end(domain)?)))?;
                let at = FieldPath::root().join(Key::Domains).join(place);
                matches!(service, Service::Website(_))
                    .then(|| below.iter().copied().fold(at, FieldPath::join))
            },
        );
    }
    for own in cx.order.services().iter().flat_map(Service::domains).filter_map(key) {
        ended.remove(&own);
    }
    if !ended.is_empty() {
        out.find(
            &Location::ROOT,
            &[],
            params![domains: Param::List(ended.into_iter().map(Param::name).collect())],
        );
    }
}
