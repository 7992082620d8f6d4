//! A domain beside what is filed and where it resolves.

use crate::engine::context::CheckContext;
use crate::engine::nodes::DomainNode;
use crate::engine::outcome::Outcome;
use crate::model::resource::address;
use crate::model::service::Service;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Chapter};
use crate::rules::domain::name;
use crate::text::set;
use crate::value::DomainName;
use std::collections::BTreeSet;

rule! {
    /// A newly bought domain may still carry someone else's filing. That is deregistered first, on paper, then
    /// the domain is filed anew. A filed website covers every name under its registrable domain, a filed APP
    /// only the names that it lists.
    ///
    /// **Inferred.** Said of a new domain that is looked up; in an order it is the same domain.
    ///
    /// **Why.** A domain has one filing.
    ///
    /// **Example.** A domain bought second-hand whose former owner never deregistered.
    pub(super) FILED_BY_OTHER = "domain.filed-by-other" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [filing_number],
        at: ["/services/{s}/domains/{d}/registration/registrant", "/services/{s}/platforms/{p}/domains"],
        sources: [
            stated(FIRST): documents::NUMBERS_FAQ.at("新购买的域名提示 “存在备案号” 该如何处理？"),
            inferred(WITH_SERVICES): Chapter::Export.at("新购域名已存在备案信息"),
        ],
        miit: [1005, 1039],
        summary: {
            zh: "域名不得仍在他人备案名下",
            en: "The domain must not still be filed by someone else.",
        },
        message: {
            zh: "该域名已备案在他人名下（{filing_number}）。请联系原主办者注销该备案，或向原备案所在省通信管理局提交线下注销申请，注销后再办理首次备案。",
            en: "This domain is already filed by someone else ({filing_number}). Ask that principal to deregister the filing, or apply on paper to the authority of its province; then make a first filing.",
        },
        check: [Domain(filed_by_other)],
    }
}

fn filed_by_other(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    // The filing that the order names is wrong: whose the domain is follows from that.
    if !cx.is_identified(out) || out.is_blocked(&Location::ROOT, &[Key::FilingNumber]) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let filings = registry.websites_under(name).chain(registry.apps_with_domain(name));
    match cx.first_other(filings, |filed| filed.principal) {
        // An APP has a domain on each platform.
        Ok(Some(_)) if is_on_earlier_platform(node, name) => {}
        Ok(Some(filed)) => {
            let number = filed.service.filing_number.as_deref().or(filed.principal.filing_number.as_deref());
            // A registrant that is not given belongs into a registration, which may not be given either.
            let place: &[Key] = match &node.domain.registration {
                Some(_) => &[Key::Registration, Key::Registrant],
                None => &[Key::Registration],
            };
            out.find(&node.at, place, params![filing_number: Param::name(number.unwrap_or("?"))]);
        }
        Ok(None) if !registry.is_complete() => out.needs(Need::Registry),
        Ok(None) => {
            if let Some(unknown) = cx.undomained_of_others() {
                out.needs_unknown(cx, unknown);
            }
        }
        Err(unknown) => out.needs_unknown(cx, unknown),
    }
}

/// Whether an earlier platform of the APP has the domain too.
fn is_on_earlier_platform(node: &DomainNode<'_>, name: &DomainName<'_>) -> bool {
    let domains = node.service.service.domains().take_while(|domain| !std::ptr::eq(*domain, node.domain));
    let mut names = domains.filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok());
    names.any(|other| other == *name)
}

rule! {
    /// While a first filing or an addition is under review, the website cannot be reached under its domain.
    ///
    /// **Why.** A site that is open before it is filed is refused: 未备案先开通.
    ///
    /// **Example.** The site already runs on a server abroad.
    pub(super) RESOLVING = "domain.resolving" {
        severity: Blocker,
        actor: Registrar,
        orders: NEW_TYPE,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/domains"],
        sources: [
            stated(NEW_TYPE): documents::PROCESS_FAQ.at("办理备案期间需要关闭网站吗？"),
            stated(NEW_TYPE): documents::REFUSAL_REASONS.at("未备案网站不得开启访问"),
            stated(NEW_TYPE): documents::REFUSALS_OF_HUAWEI.at("域名与解析问题 · 网站解析问题"),
        ],
        summary: {
            zh: "备案通过前网站不能开通访问",
            en: "A website must not be reachable before its filing is approved.",
        },
        message: {
            zh: "备案审核期间，该域名不能解析到网站。请先暂停解析（含 CDN）或关闭网站，备案通过后再开通。",
            en: "While the order is under review, the domain must not lead to a website. Stop its resolution (CDN included) or close the site until the filing is approved.",
        },
        check: [Domain(resolving)],
    }
}

fn resolving(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let (Service::Website(_), Some(_)) = (node.service.service, name(node)) else { return };
    match node.domain.resolves {
        Some(false) => {}
        Some(true) => out.find(&node.at, &[Key::Resolves], params![]),
        None => out.needs_input(&node.at, &[Key::Resolves]),
    }
}

rule! {
    /// A domain has one order in progress at a time, over all providers and principals.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The authority refuses the second as a conflict of domains 域名冲突.
    ///
    /// **Example.** The former owner's deregistration is still under way.
    pub(super) IN_PROGRESS = "domain.in-progress" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: FILING,
        needs: [Registry, Account, Inputs],
        params: [order],
        at: ["{domain}/{d}/name"],
        sources: [stated(FILING): documents::REVIEW_FAQ.at("审核提示备案域名冲突是什么原因？")],
        miit: [1005, 1052],
        summary: {
            zh: "同一域名同时只能有一个在途订单",
            en: "A domain can have only one order in progress at a time.",
        },
        message: {
            zh: "该域名已有在途的备案订单（{order}），再次提交会因域名冲突被驳回。请等待该订单办结或撤销后再提交。",
            en: "An order for this domain is already in progress ({order}); a second one would be rejected as a domain conflict. Wait until that order is completed or withdrawn.",
        },
        check: [Domain(in_progress)],
    }
}

fn in_progress(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    let Some(registry) = out.registry(cx) else { return };
    if let Some(order) = registry.order_on_domain(name) {
        let order = crate::rules::filed::order_kind(order);
        out.find(&node.at, &[Key::Name], params![order: order]);
    } else if registry.has_order_on_unknown_domains() {
        out.needs_context(&[Key::Registry, Key::OrdersInProgress, Key::Domains]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

rule! {
    /// The domain is not on the ministry's blacklist.
    ///
    /// **Why.** A domain is listed for unlawful content; orders with it are refused.
    ///
    /// **Example.** A domain bought second-hand whose former owner ran a gambling site.
    pub(super) BLACKLISTED = "domain.blacklisted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [],
        at: ["{domain}/{d}/name"],
        sources: [
            stated(WITH_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1064"),
            stated(WITH_SERVICES): documents::LIMITS_OF_UCLOUD.at("无法备案的类型"),
        ],
        miit: [1064],
        summary: {
            zh: "域名不得在备案黑名单内",
            en: "The domain must not be on the filing blacklist.",
        },
        message: {
            zh: "该域名在备案黑名单内，不能备案。请改用其他域名，或联系通信管理局了解原因并申请移出。",
            en: "This domain is on the filing blacklist and cannot be filed. Use another domain, or ask the authority for the reason and for removal.",
        },
        check: [Domain(blacklisted)],
    }
}

fn blacklisted(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    let Some(registry) = out.registry(cx) else { return };
    match registry.is_domain_blacklisted(name) {
        Some(true) => out.find(&node.at, &[Key::Name], params![]),
        Some(false) => {}
        None => out.needs_context(&[Key::Registry, Key::BlacklistedDomains]),
    }
}

rule! {
    /// Until the provider has passed an access filing the domain stays with the provider that serves it: it does not
    /// lead to the new server yet.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** What leads here without access here is shut off.
    ///
    /// **Example.** The DNS record is changed on the day that the order is handed in.
    pub(super) RESOLVES_HERE_EARLY = "domain.resolves-here-early" {
        severity: Advice,
        actor: Registrar,
        orders: ACCESS,
        needs: [Inputs],
        params: [address],
        at: ["/services/{s}/domains"],
        sources: [stated(ACCESS): documents::ACCESS_FAQ.at("接入备案过程中网站能否访问？")],
        summary: {
            zh: "接入备案初审通过后再解析到本接入商",
            en: "Point the domain to this provider only once the access filing has passed the preliminary review.",
        },
        message: {
            zh: "域名已解析到 {address}，即本订单的云资源。接入备案在初审通过前，请先解析到原接入商，以免网站无法访问。",
            en: "The domain already resolves to {address}, a resource of this order. Until the access filing has passed the preliminary review, keep it resolving to the current provider, or the site may become unreachable.",
        },
        check: [Domain(resolves_here_early)],
    }
}

fn resolves_here_early(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let Some(addresses) = &node.domain.addresses else {
        return out.needs_input(&node.at, &[Key::Addresses]);
    };
    let mut addresses = addresses.iter().map(|address| address.trim());
    let own: BTreeSet<&str> = set(node.service.service.resources().iter().filter_map(address));
    if let Some(address) = addresses.find(|address| own.contains(address)) {
        out.find(&node.at, &[Key::Addresses], params![address: Param::name(address)]);
    }
}
