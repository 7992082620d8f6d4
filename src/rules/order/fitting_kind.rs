//! Which kind of order fits.

use crate::engine::context::CheckContext;
use crate::engine::fitting;
use crate::engine::fitting::Fit;
use crate::engine::outcome::Outcome;
use crate::path::{FieldPath, Key, Location};
use crate::report::Need;
use crate::rule::{Chapter, Step};
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
        sources: [
            stated(FIRST): Chapter::FirstFiling.at("如果您的网站/域名或者 APP 托管在腾讯云中国大陆地区云服务器，且服务的主办者和域名从未办理过备案"),
            stated(ACCESS): Step::Scene.at("若网站/域名或者 APP 已通过其他服务商取得备案号"),
            stated(ADD_SERVICE): Chapter::AddService.at("如果您的网站/域名或者 APP 托管在腾讯云中国大陆地区云服务器，且主体已在腾讯云办理过备案"),
            stated(ADD_SERVICE_FROM_ELSEWHERE): Chapter::AddServiceFromElsewhere.at("主体没有在腾讯云办理过备案，而是在其他服务商处办理备案"),
        ],
        miit: [1003, 1021, 1037, 1038, 1039],
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
