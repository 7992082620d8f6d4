//! What is cancelled, beside what is filed.

use crate::engine::context::CheckContext;
use crate::engine::filed::Unknown;
use crate::engine::outcome::Outcome;
use crate::model::order::{Order, OrderKind};
use crate::model::registry::{Filed, FiledPrincipal, FiledService};
use crate::path::{FieldPath, Key, Location};
use crate::report::remedy::Remedy;
use crate::report::{Need, Param};
use crate::rule::Chapter;
use crate::rules::cancel::{filed_principal, named, way, Named};
use crate::rules::filed::Sought;
use crate::rules::province::BY_STANDING;
use crate::rules::{filed, remedies};
use crate::text::{Term, Text};
use crate::value::FilingNumber;

rule! {
    /// What is deregistered, or loses its access, is among the filings of this account.
    ///
    /// **Why.** The provider can take back only what it has filed. Check the account first, then ask the
    /// provider that filed it, or the authority.
    ///
    /// **Example.** A service that a former agency filed in its own account.
    pub(super) NOT_FILED_HERE = "cancel.not-filed-here" {
        severity: Blocker,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [number, reason, advice],
        at: ["/filing_number", "/service_numbers"],
        sources: [
            stated(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("备案场景 · 如已登录正确账号，控制台我的备案页面没有显示主体信息"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("备案场景 · 当您的网站/APP 在腾讯云已成功进行备案"),
            stated(CANCEL_ACCESS): Chapter::CancelAccess.at("备案场景 · 当您的服务在腾讯云已成功进行备案"),
        ],
        miit: [1047, 1048, 1049, 1050, 1053, 1058, 1059],
        summary: {
            zh: "只能注销或取消接入本账号下的备案",
            en: "Only filings of this account can be deregistered or have their access cancelled.",
        },
        message: {
            zh: "{reason}，不能办理{number?（备案号：@）}。{advice}",
            en: "The application cannot be accepted: {reason}{number? (@)}. {advice}",
        },
        check: [Start(not_filed_here)],
    }
}

fn not_filed_here(cx: &CheckContext<'_>, out: &mut Outcome) {
    match cx.order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => {
            let at = Location::ROOT.key(Key::ServiceNumbers);
            for (index, number) in order.service_numbers.iter().enumerate() {
                filed::check(cx, &at.index(index), &[], Some(number), Sought::Service(None), &ADVICE, out);
            }
        }
        order => {
            let number = order.filing_number();
            filed::check(cx, &Location::ROOT, &[Key::FilingNumber], number, Sought::Principal, &ADVICE, out);
        }
    }
}

const ADVICE: filed::Advice = filed::Advice {
    other_account: Term {
        code: "log_in",
        text: Text {
            zh: "请换用备案所在的账号登录后办理。",
            en: "Log in with the account that holds the filing.",
        },
    },
    elsewhere: Term {
        code: "ask_provider_or_authority",
        text: Text {
            zh: "请联系备案所在的接入商或通信管理局办理。",
            en: "Contact the provider that holds the filing, or the communications authority.",
        },
    },
};

rule! {
    /// Deregistering a principal deregisters every service that it has.
    ///
    /// **Why.** A filing number of a service is part of its principal's.
    ///
    /// **Example.** A company that wants to give up one of its two sites.
    pub(super) TAKES_ALL_SERVICES = "cancel.takes-all-services" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL,
        needs: [Registry, Inputs],
        params: [count, services],
        at: ["/filing_number"],
        sources: [
            stated(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("备案场景 · 当主体在腾讯云已经成功备案信息，因故需把该主体以及主体下的所有服务从管局备案中注销"),
        ],
        summary: {
            zh: "注销主体会同时注销其下全部服务",
            en: "Deregistering a principal deregisters all of its services.",
        },
        message: {
            zh: "注销主体会同时注销其下 {count} 个服务：{services}。只注销部分服务的，请改办“注销服务”。",
            en: "Deregistering the principal also deregisters {count:service}: {services}. To give up only some, deregister those services instead.",
        },
        check: [Order(takes_all_services)],
    }
}

fn takes_all_services(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(principal) = filed_principal(cx, out) else { return };
    if !principal.services.is_empty() {
        let services: Param = principal.services.iter().map(shown_service).collect();
        out.find(
            &Location::ROOT,
            &[Key::FilingNumber],
            params![count: principal.services.len(), services: services],
        );
    }
}

fn shown_service(service: &FiledService) -> Param {
    let name = service.service.as_deref().and_then(crate::model::service::Service::name).map(str::trim);
    let number = service.filing_number.as_deref().unwrap_or("?");
    match name.filter(|name| !name.is_empty()) {
        Some(name) => Param::name(format!("{name}（{number}）")),
        None => Param::name(number),
    }
}

rule! {
    /// Deregistering the last service of a principal, or all of them, leaves a hollow principal 空壳主体: a
    /// filing number without any service.
    ///
    /// **Why.** A hollow principal may stand in the way of a new filing, and cannot be deregistered online.
    ///
    /// **Example.** A company deregisters its only site and keeps the principal's number.
    pub(super) LEAVES_HOLLOW_PRINCIPAL = "cancel.leaves-hollow-principal" {
        severity: Warning,
        orders: DEREGISTER_SERVICES,
        needs: [Registry, Inputs],
        params: [principal, count],
        at: ["/service_numbers"],
        sources: [
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("提交注销服务申请 · 如果您的主体下只有一个备案成功网站/APP"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServicesInBulk.at("提交批量注销服务申请 · 如果您需要注销主体下所有的服务（网站/APP）"),
        ],
        summary: {
            zh: "注销全部服务后，主体将成为空壳主体",
            en: "Deregistering every service leaves a hollow principal.",
        },
        message: {
            zh: "注销所列 {count} 个服务后，主体 {principal} 名下再无服务，将成为空壳主体，可能影响今后备案。建议直接注销主体。",
            en: "Deregistering {count:service} leaves principal {principal} with none: it becomes a hollow principal, which may hinder later filings. Deregister the principal instead.",
        },
        check: [Order(leaves_hollow_principal)],
    }
}

fn leaves_hollow_principal(cx: &CheckContext<'_>, out: &mut Outcome) {
    all_named(cx, out, |_| true, |own| remedies::deregister_the_principal(cx.order, own));
}

fn shown_principal(principal: &FiledPrincipal) -> Param {
    Param::name(principal.filing_number.as_deref().unwrap_or("?"))
}

/// For each principal of which the order names every service that `counts`: reports it, or, where the registry
/// may not know all of them, that it cannot be told.
fn all_named(
    cx: &CheckContext<'_>,
    out: &mut Outcome,
    counts: impl Fn(&Filed<'_>) -> bool,
    fix: impl Fn(&FilingNumber) -> Option<Remedy>,
) {
    let Some((registry, services)) = named(cx, out) else { return };
    for (place, service) in services.iter().enumerate() {
        let principal = service.filed.principal;
        let is_same = |other: &Named<'_>| std::ptr::eq(other.filed.principal, principal);
        if services.iter().take(place).any(is_same) {
            continue;
        }
        let mut own = principal.services.iter().filter(|service| counts(&Filed { principal, service }));
        let is_named =
            |filed: &FiledService| services.iter().any(|named| std::ptr::eq(named.filed.service, filed));
        if !own.all(is_named) {
            // One whose number is not known may be named.
            let left = principal.services.iter().position(|filed| filed.number().is_none());
            if let Some(place) = left.filter(|_| services.len() < principal.services.len()) {
                out.needs_unknown(cx, Unknown::ServiceNumber(principal, place));
            }
            continue;
        }
        if !registry.is_complete() {
            out.needs(Need::Registry);
            continue;
        }
        let count = services.iter().filter(|named| is_same(named)).count();
        let number = principal.filing_number.as_ref().and_then(|number| FilingNumber::parse(number).ok());
        let params = params![principal: shown_principal(principal), count: count];
        let fix = |_: &FieldPath| fix(number.as_ref()?);
        out.find_with(&Location::ROOT, &[Key::ServiceNumbers], params, fix);
    }
}

rule! {
    /// A hollow principal cannot be deregistered online, by whichever kind of order. It takes a paper application to
    /// the authority of the province in the filing number; the finding says how that province takes it. A principal
    /// that has services is not hollow.
    ///
    /// **Inferred.** The chapter on hollow principals says that the order to deregister a principal cannot be handed in
    /// for one; the chapter on that order does not repeat it.
    ///
    /// **Why.** A provider has access to services only, and there is none.
    ///
    /// **Example.** A principal whose last site was deregistered years ago.
    pub(super) OFFLINE_ONLY = "cancel.offline-only" {
        severity: Blocker,
        actor: Authority,
        grades: BY_STANDING,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL,
        needs: [Registry, Inputs],
        params: [way],
        at: ["/kind"],
        reads: [HollowPrincipalDeregistration],
        sources: [
            stated(DEREGISTER_HOLLOW_PRINCIPAL): Chapter::DeregisterHollowPrincipal.at("简介 · 这种情况下您无法通过腾讯云提交注销主体申请，需向备案所在地的通信管理局提交书面申请"),
            inferred(DEREGISTER_PRINCIPAL): Chapter::DeregisterHollowPrincipal.at("简介 · 这种情况下您无法通过腾讯云提交注销主体申请，需向备案所在地的通信管理局提交书面申请"),
        ],
        summary: {
            zh: "空壳主体只能向管局书面申请注销",
            en: "A hollow principal can only be deregistered by a paper application to the authority.",
        },
        message: {
            zh: "空壳主体不能在线注销，须向备案所在地通信管理局提交书面申请。{way}需要域名证书的，在腾讯云注册的域名可在域名注册控制台下载，其他域名请向域名注册商索取。注意：后缀未经工信部批复的域名，注销后无法再次备案。",
            en: "A hollow principal cannot be deregistered online; apply on paper to the communications authority of the province. {way} If a domain certificate is required, download it from the Tencent Cloud console for domains registered there, or request it from the registrar. Note: a domain whose suffix the ministry has not approved cannot be filed again.",
        },
        check: [Order(offline_only)],
    }
}

fn offline_only(cx: &CheckContext<'_>, out: &mut Outcome) {
    let hollow = cx
        .context
        .registry
        .as_ref()
        .zip(cx.filed_principal)
        .map(|(registry, filed)| registry.is_hollow(filed));
    if cx.kind == OrderKind::DeregisterHollowPrincipal {
        // One that has services is deregistered online, by another kind of order.
        if hollow != Some(Some(false)) {
            out.find(&Location::ROOT, &[Key::Kind], params![way: way(cx)]);
        }
        return;
    }
    let Some(filed) = filed_principal(cx, out) else { return };
    let Some(registry) = &cx.context.registry else { return };
    match registry.is_hollow(filed) {
        Some(true) => out.find(&Location::ROOT, &[Key::Kind], params![way: way(cx)]),
        Some(false) => {}
        None => out.needs(Need::Registry),
    }
}

rule! {
    /// After the access is cancelled the service has no access provider left.
    ///
    /// **Why.** The authority may then cancel the filing number, and the domain stops.
    ///
    /// **Example.** A site moves to another provider, but its access filing there is not done yet.
    pub(super) LEAVES_NO_PROVIDER = "cancel.leaves-no-provider" {
        severity: Warning,
        actor: EarlierOrder,
        orders: CANCEL_ACCESS,
        needs: [Registry, Inputs],
        params: [number],
        at: ["/service_numbers"],
        sources: [
            stated(CANCEL_ACCESS): Chapter::CancelAccess.at("备案场景 · 根据相关法规，若您的服务在办理取消接入后没有对应的接入商"),
            stated(CANCEL_ACCESS): Chapter::CancelAccessInBulk.at("备案场景 · 根据相关法规，若您的服务在办理取消接入后没有对应的接入商"),
        ],
        summary: {
            zh: "没有其他接入商的，取消接入后管局可能注销备案号",
            en: "If there is no other access provider, the authority may cancel the filing number.",
        },
        message: {
            zh: "取消接入后，服务 {number} 将没有接入商，管局可能注销其备案号，域名将无法访问。请先在新接入商完成接入备案，再取消接入。",
            en: "Without this access, service {number} has no access provider; the authority may cancel its filing number, and the domain will stop working. Complete an access filing with another provider first.",
        },
        check: [Order(leaves_no_provider)],
    }
}

fn leaves_no_provider(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some((registry, services)) = named(cx, out) else { return };
    let provider = &cx.rulebook.version().provider;
    let at = Location::ROOT.key(Key::ServiceNumbers);
    for Named { index, number, filed } in services {
        if filed.service.providers.iter().any(|name| name != provider) {
            continue;
        }
        if registry.is_complete() {
            out.find(&at.index(index), &[], params![number: Param::name(number.to_string())]);
        } else {
            out.needs(Need::Registry);
        }
    }
}

rule! {
    /// Cancelling the access of all services that a principal has with this provider removes the principal at
    /// this provider too.
    ///
    /// **Why.** The provider keeps no principal that it gives no access.
    ///
    /// **Example.** A company moves both of its sites away.
    pub(super) DEREGISTERS_PRINCIPAL_HERE = "cancel.deregisters-principal-here" {
        severity: Warning,
        orders: CANCEL_ACCESS,
        needs: [Registry, Inputs],
        params: [principal, count],
        at: ["/service_numbers"],
        sources: [stated(CANCEL_ACCESS): Chapter::CancelAccessInBulk.at("备案场景 · 若您批量取消接入全部服务")],
        summary: {
            zh: "取消全部服务的接入，主体也会从本接入商移除",
            en: "Cancelling the access of all services also removes the principal from this provider.",
        },
        message: {
            zh: "所列 {count} 个服务是主体 {principal} 在本接入商的全部服务。取消接入后，主体也会从本接入商移除，本账号不能再管理。请确认后再提交。",
            en: "This cancels the access of {count:service}, all that principal {principal} has with this provider. The principal is then removed here as well, and this account can no longer manage it. Make sure before you submit.",
        },
        check: [Order(deregisters_principal_here)],
    }
}

fn deregisters_principal_here(cx: &CheckContext<'_>, out: &mut Outcome) {
    all_named(cx, out, |filed| filed::is_accessed_here(cx, filed), |_| None);
}
