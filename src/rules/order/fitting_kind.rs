//! Which kind of order fits.

use crate::engine::context::CheckContext;
use crate::engine::fitting;
use crate::engine::fitting::{Fit, FitReason};
use crate::engine::outcome::Outcome;
use crate::model::order::OrderKind;
use crate::path::{FieldPath, Key, Location};
use crate::report::remedy::Remedy;
use crate::report::{Need, Param};
use crate::rule::{Chapter, Step};
use crate::rules::remedies;
use crate::text::{Term, Text};

rule! {
    /// The kind of an order is decided by what is already filed, not chosen. Principal and service never filed:
    /// first filing. Principal filed here: add a service. Principal filed only with other providers, service
    /// not filed: add a service from elsewhere. Service filed, with other providers only: access filing.
    /// Service filed here: change of service, or change of filing where the principal changes too.
    ///
    /// A principal is filed here where one of its services names this provider. The first service whose kind differs
    /// decides. Of a hollow principal, which has no service, `province.hollow-principal` speaks; one that has services
    /// is not hollow, and is deregistered online.
    ///
    /// **Inferred.** The chapter on hollow principals says that one has no site; one with services is the case of the
    /// chapter on deregistering a principal with all its services.
    ///
    /// **Why.** The filing system refuses a first filing of what is filed, and an addition to what is not. An
    /// access filing neither changes nor cancels the earlier filing; a service without access here may not be
    /// opened here.
    ///
    /// **Example.** A company whose site is filed with another provider moves it here as a first filing.
    pub(super) KIND_MISMATCH = "order.kind-mismatch" {
        severity: Blocker,
        orders: FILING | DEREGISTER_HOLLOW_PRINCIPAL,
        needs: [Registry, Account, Inputs],
        params: [kind, right_kind, reason, service],
        at: ["/kind"],
        sources: [
            stated(FIRST): Chapter::FirstFiling.at("如果您的网站/域名或者 APP 托管在腾讯云中国大陆地区云服务器，且服务的主办者和域名从未办理过备案"),
            stated(ACCESS): Step::Scene.at("若网站/域名或者 APP 已通过其他服务商取得备案号"),
            stated(ADD_SERVICE): Chapter::AddService.at("如果您的网站/域名或者 APP 托管在腾讯云中国大陆地区云服务器，且主体已在腾讯云办理过备案"),
            stated(ADD_SERVICE_FROM_ELSEWHERE): Chapter::AddServiceFromElsewhere.at("主体没有在腾讯云办理过备案，而是在其他服务商处办理备案"),
            inferred(DEREGISTER_HOLLOW_PRINCIPAL): Chapter::DeregisterHollowPrincipal.at("简介 · 空壳主体指主体的备案号仍存在，且在工信部备案系统中可查询到该主体，但是该主体下没有任何网站信息和接入信息"),
            inferred(DEREGISTER_HOLLOW_PRINCIPAL): Chapter::DeregisterPrincipal.at("备案场景 · 当主体在腾讯云已经成功备案信息，因故需把该主体以及主体下的所有服务从管局备案中注销"),
        ],
        miit: [1003, 1021, 1037, 1038, 1039],
        summary: {
            zh: "备案类型由已有备案情况决定",
            en: "The order kind is decided by what is already filed.",
        },
        message: {
            zh: "{service}{reason}，不能按“{kind}”提交。请改为办理“{right_kind}”。",
            en: "{service} {reason}, so this order cannot be submitted as “{kind}”. Submit it as “{right_kind}” instead.",
        },
        check: [Order(kind_mismatch)],
    }
}

fn kind_mismatch(cx: &CheckContext<'_>, out: &mut Outcome) {
    if cx.kind == OrderKind::DeregisterHollowPrincipal {
        return not_hollow(cx, out);
    }
    let Some(principal) = cx.principal else { return };
    if cx.order.services().is_empty() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    match cx.filed_principal.map(|own| registry.is_hollow(own)) {
        Some(Some(true)) => return,
        Some(None) => return out.needs(Need::Registry),
        Some(Some(false)) | None => {}
    }
    let provider = &cx.rulebook.version().provider;
    let mut unknown = None;
    for (index, service) in cx.order.services().iter().enumerate() {
        match fitting::fit(principal, service, registry, provider) {
            // The name tells what is filed here, where the certificate is mistaken or not known.
            Ok(Fit { reason: FitReason::NeverFiled, .. })
                if cx.filed_principal.is_some() || cx.filed_unknown.is_some() =>
            {
                unknown = unknown.or(cx.filed_unknown);
            }
            Ok(Fit { kind, reason, .. }) if kind != cx.kind => {
                let number = index + 1;
                let service = Param::Written {
                    zh: format!("第 {number} 个服务").into(),
                    en: format!("Service {number}").into(),
                };
                let params = params![kind: cx.kind, right_kind: kind, reason: reason, service: service];
                let fix = |_: &FieldPath| remedies::fitting_order(cx, kind);
                return out.find_with(&Location::ROOT, &[Key::Kind], params, fix);
            }
            Ok(_) => {}
            // A later service may tell.
            Err(reason) => unknown = unknown.or(Some(reason)),
        }
    }
    if let Some(unknown) = unknown {
        out.needs_unknown(cx, unknown);
    }
}

/// A principal that has services is deregistered online, with them.
fn not_hollow(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = &cx.context.registry else { return };
    let has_services = cx.filed_principal.is_some_and(|own| registry.is_hollow(own) == Some(false));
    if has_services {
        let right_kind = OrderKind::DeregisterPrincipal;
        let the_principal = Text { zh: "该主体", en: "The principal" };
        let params = params![kind: cx.kind, right_kind, reason: HAS_SERVICES, service: the_principal];
        let number = cx.filing_number.map(|number| number.principal().to_string().into());
        let fix = |_: &FieldPath| {
            Some(Remedy::UseOrderKind {
                order_kind: right_kind,
                filing_number: number,
                service_numbers: Vec::new(),
            })
        };
        out.find_with(&Location::ROOT, &[Key::Kind], params, fix);
    }
}

const HAS_SERVICES: Term = Term {
    code: "has_services",
    text: Text {
        zh: "仍有已备案的服务，不是空壳主体", en: "still has filed services and is not hollow"
    },
};
