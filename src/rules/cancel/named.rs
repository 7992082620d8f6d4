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
        params: [number, reason],
        at: ["/filing_number", "/service_numbers"],
        sources: [
            stated(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("备案场景 · 如已登录正确账号，控制台我的备案页面没有显示主体信息"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("备案场景 · 当您的网站/APP 在腾讯云已成功进行备案"),
            stated(CANCEL_ACCESS): Chapter::CancelAccess.at("备案场景 · 当您的服务在腾讯云已成功进行备案"),
        ],
        miit: [1047, 1048, 1049, 1050, 1053, 1058, 1059],
        summary: {
            zh: "只能注销或取消接入本账号下的备案",
            en: "What is deregistered or loses its access is among the filings of this account.",
        },
        message: {
            zh: "不能办理（备案号：{number}）：{reason}。请确认登录的账号是否正确；账号无误的，说明备案不在本接入商，请联系原接入商或管局办理。",
            en: "This cannot be done (filing number: {number}): {reason}. Make sure that the account is the right one; if it is, ask the provider that filed it, or the authority.",
        },
        check: [Start(not_filed_here)],
    }
}

fn not_filed_here(cx: &CheckContext<'_>, out: &mut Outcome) {
    match cx.order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => {
            let at = Location::ROOT.key(Key::ServiceNumbers);
            for (index, number) in order.service_numbers.iter().enumerate() {
                filed::check(cx, &at.index(index), &[], Some(number), Sought::Service(None), out);
            }
        }
        order => {
            let number = order.filing_number();
            filed::check(cx, &Location::ROOT, &[Key::FilingNumber], number, Sought::Principal, out);
        }
    }
}

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
            zh: "注销主体会同时注销其下所有服务",
            en: "Deregistering a principal deregisters every service that it has.",
        },
        message: {
            zh: "注销主体会同时注销其下全部 {count} 个服务：{services}。只想注销其中部分服务的，请改办注销服务。",
            en: "This deregisters the {count:service} of the principal with it: {services}. To give up only some of them, deregister those services instead.",
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
    let name = service.service.as_ref().and_then(crate::model::service::Service::name).map(str::trim);
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
            zh: "注销全部服务会使主体成为空壳主体",
            en: "Deregistering all services leaves a hollow principal.",
        },
        message: {
            zh: "注销这 {count} 个服务后，主体 {principal} 将没有任何服务，成为空壳主体，可能影响今后重新备案。建议直接办理注销主体。",
            en: "Without the {count:service} deregistered here, principal {principal} has none left: a hollow principal, which may hinder a new filing. Deregister the principal instead.",
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
            zh: "空壳主体只能向管局线下书面申请注销",
            en: "A hollow principal is deregistered by a paper application to the authority only.",
        },
        message: {
            zh: "空壳主体不能在线注销，须向备案所在地的通信管理局线下提交书面申请。{way}需要域名证书的，在腾讯云注册的域名可在域名注册控制台下载，其他域名请向域名注册商获取。注意：域名后缀未经工信部批复的，注销成功后无法再次备案。",
            en: "A hollow principal cannot be deregistered online; it takes a paper application to the authority of its province. {way} A domain's certificate, where it is asked for, is downloaded from the console of Tencent Cloud, or comes from the registrar that has the domain. A suffix that the ministry has not approved can never be filed again.",
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
        orders: CANCEL_ACCESS,
        needs: [Registry, Inputs],
        params: [number],
        at: ["/service_numbers"],
        sources: [
            stated(CANCEL_ACCESS): Chapter::CancelAccess.at("备案场景 · 根据相关法规，若您的服务在办理取消接入后没有对应的接入商"),
            stated(CANCEL_ACCESS): Chapter::CancelAccessInBulk.at("备案场景 · 根据相关法规，若您的服务在办理取消接入后没有对应的接入商"),
        ],
        summary: {
            zh: "取消接入后没有其他接入商的，管局可能注销备案号",
            en: "Without another access provider the authority may cancel the filing number.",
        },
        message: {
            zh: "取消接入后，服务 {number} 没有其他接入商，管局可能注销备案号，域名将无法继续访问。请先在新的接入商完成接入备案，再取消接入。",
            en: "Once its access is cancelled, service {number} has no access provider left; the authority may cancel the filing number, and the domain stops. Complete an access filing with another provider first.",
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
            zh: "取消全部服务的接入，主体也会在本接入商注销",
            en: "Cancelling the access of all services removes the principal at this provider too.",
        },
        message: {
            zh: "这 {count} 个服务是主体 {principal} 在本接入商的全部服务，取消接入后，主体也会同时在本接入商注销，今后不能再在本账号管理。请确认后再提交。",
            en: "This is all that principal {principal} has here ({count:service}): with their access it goes from this provider too, and can no longer be managed in this account. Make sure before submitting.",
        },
        check: [Order(deregisters_principal_here)],
    }
}

fn deregisters_principal_here(cx: &CheckContext<'_>, out: &mut Outcome) {
    all_named(cx, out, |filed| filed::is_accessed_here(cx, filed), |_| None);
}
