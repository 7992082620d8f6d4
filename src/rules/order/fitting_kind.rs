//! Which kind of order fits.

use crate::engine::context::CheckContext;
use crate::engine::fitting;
use crate::engine::fitting::Fit;
use crate::engine::outcome::Outcome;
use crate::path::{FieldPath, Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Origin};
use crate::rules::order::FILING;
use crate::rules::remedies;

rule! {
    /// The kind of an order is decided by what is already filed, not chosen. Principal and service never filed:
    /// first filing. Principal filed here: add a service. Principal filed only with other providers, service
    /// not filed: add a service from elsewhere. Service filed, with other providers only: access filing.
    /// Service filed here: change of service, or change of filing where the principal changes too.
    ///
    /// A principal is filed here where one of its services names this provider, or, without services, where it
    /// has an account. The first service whose kind differs decides.
    ///
    /// **Why.** The filing system refuses a first filing of what is filed, and an addition to what is not. An
    /// access filing neither changes nor cancels the earlier filing; a service without access here may not be
    /// opened here.
    ///
    /// **Example.** A company whose site is filed with another provider moves it here as a first filing.
    pub(super) KIND_MISMATCH = "order.kind-mismatch" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry],
        params: [kind, right_kind, reason, service],
        at: ["/kind"],
        source: Origin::Guide { chapters: FILING, section: "验证备案类型", form: None },
        miit: [1003, 1020, 1021, 1037, 1038, 1039],
        summary: {
            zh: "备案类型由已有备案情况决定",
            en: "The kind of an order is decided by what is already filed.",
        },
        message: {
            zh: "该订单不应按“{kind}”提交：第 {service} 个服务{reason}。请改用“{right_kind}”。",
            en: "Service {service} does not fit an order of the kind “{kind}”: {reason}. Submit the order as “{right_kind}”.",
        },
        check: [Order(kind_mismatch)],
    }
}

fn kind_mismatch(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(principal) = cx.principal else { return };
    if cx.order.services().is_empty() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let provider = &cx.rulebook.version().provider;
    let mut is_unknown = false;
    for (index, service) in cx.order.services().iter().enumerate() {
        match fitting::fitting_order_kind(principal, service, registry, provider) {
            Some(Fit { kind, reason, .. }) if kind != cx.kind => {
                let params = params![kind: cx.kind, right_kind: kind, reason: reason, service: index + 1];
                let fix = |_: &FieldPath| remedies::fitting_order(cx, kind);
                return out.find_with(&Location::ROOT, &[Key::Kind], params, fix);
            }
            Some(_) => {}
            // A later service may tell.
            None => is_unknown |= !registry.is_complete(),
        }
    }
    if is_unknown {
        out.needs(Need::Registry);
    }
}

rule! {
    /// Where the principal is filed here already and the service is filed elsewhere under the same principal, older
    /// documents offer a shorter way: 一键接入. The guide of 2025 does not show it.
    ///
    /// **Why.** What is filed need not be typed again.
    ///
    /// **Example.** A company whose first site is filed here moves its second one here.
    pub(super) ONE_CLICK_ACCESS = "order.one-click-access" {
        severity: Advice,
        orders: ACCESS,
        needs: [Registry],
        params: [filed],
        at: [""],
        source: Origin::Document(documents::ACCESS_FAQ, "一键接入"),
        providers: [Tencent],
        summary: {
            zh: "主体已在本接入商备案的，可使用一键接入",
            en: "Where the principal is filed here already, the shorter way 一键接入 may be offered.",
        },
        message: {
            zh: "该主体（{filed}）已在本接入商备案。控制台提供“一键接入”的，可直接使用，无需重新填写备案信息；以控制台显示为准。",
            en: "The principal ({filed}) is filed here already. Where the console offers 一键接入 (access in one click), use it: nothing has to be typed again.",
        },
        check: [Order(one_click_access)],
    }
}

fn one_click_access(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    let Some(own) = cx.filed_principal else { return };
    let provider = &cx.rulebook.version().provider;
    if !fitting::is_filed_with(own, provider) {
        return;
    }
    let mut services = cx.order.services().iter();
    let is_filed = services.any(|service| {
        let filed = fitting::filed_service(own, service, registry).flatten();
        filed.is_some_and(|filed| !filed.service.providers.iter().any(|name| name == provider))
    });
    if is_filed {
        let filed = Param::name(own.filing_number.as_deref().unwrap_or("?"));
        out.find(&Location::ROOT, &[], params![filed: filed]);
    }
}
