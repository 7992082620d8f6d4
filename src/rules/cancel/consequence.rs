//! What follows from it.

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::order::Order;
use crate::model::registry::{FiledPrincipal, FiledService};
use crate::model::service::Service;
use crate::path::{FieldPath, Key, Location};
use crate::report::Param;
use crate::rule::{documents, Chapter};
use crate::rules::cancel::{filed_principal, named, Named};
use crate::text::{filled, set};
use crate::value::{Approval, DomainName};
use std::collections::BTreeSet;

rule! {
    /// In some provinces a deregistration takes effect at once, and the service cannot be reached any more.
    ///
    /// **Why.** Elsewhere it takes 1 to 20 working days; nobody can tell beforehand.
    pub(super) SERVICE_STOPS = "cancel.service-stops" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [],
        params: [],
        sources: [
            stated(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("等待管局审核 · 部分省份会立即注销成功，服务将不能访问"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("等待管局审核 · 部分省份会立即注销成功，服务将不能访问"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServicesInBulk.at("等待管局审核 · 部分省份会立即注销成功，网站将不能访问"),
        ],
        summary: {
            zh: "部分省份注销立即生效，服务随即无法访问",
            en: "In some provinces deregistration takes effect at once and the service goes offline.",
        },
        message: {
            zh: "部分省份提交后立即注销，服务随即无法访问；其他省份需 1 至 20 个工作日。请先备份数据，并安排好停止服务的时间。",
            en: "In some provinces deregistration takes effect at once and the service can no longer be reached; in others it takes 1 to 20 working days. Back up your data and plan the shutdown first.",
        },
        check: [],
    }
}

rule! {
    /// A domain whose suffix is not approved can never be filed again once it is deregistered.
    ///
    /// **Inferred.** The guide says it of hollow principals; the domain is the same.
    ///
    /// **Why.** It was filed before approval was required.
    ///
    /// **Example.** A site under `.so` that was filed in 2014.
    pub(super) SUFFIX_CANNOT_REFILE = "cancel.suffix-cannot-refile" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry, Inputs],
        params: [domains],
        at: ["/filing_number", "/service_numbers"],
        sources: [
            stated(DEREGISTER_SERVICES): documents::DEREGISTRATION_OF_UCLOUD.at("注意 · 若该网站下存在未经工信部批复的顶级域名，注销成功后此域名无法再次备案"),
            inferred(DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES): Chapter::DeregisterHollowPrincipal.at("注意 · 未经工信部批复的域名后缀注销成功后无法再次备案"),
        ],
        summary: {
            zh: "后缀未获批复的域名注销后无法再次备案",
            en: "A domain whose suffix has not been approved cannot be filed again after deregistration.",
        },
        message: {
            zh: "域名 {domains} 的后缀未获工信部批复，注销后无法再次备案。请确认不再使用后再提交。",
            en: "The suffix of the following has not been approved by the ministry, so it cannot be filed again once deregistered: {domains}. Submit only if you no longer need it.",
        },
        check: [Order(suffix_cannot_refile)],
    }
}

fn suffix_cannot_refile(cx: &CheckContext<'_>, out: &mut Outcome) {
    let report = |out: &mut Outcome, at: &Location<'_>, below: &[Key], domains: BTreeSet<String>| {
        if !domains.is_empty() {
            let domains: Param = Param::List(domains.into_iter().map(Param::name).collect());
            out.find(at, below, params![domains: domains]);
        }
    };
    if let Order::DeregisterPrincipal(_) = cx.order {
        let Some(principal) = filed_principal(cx, out) else { return };
        let domains: BTreeSet<String> = set(principal.services.iter().flat_map(not_approved));
        if domains.is_empty() {
            return needs_domains(cx, principal, |_| true, out);
        }
        report(out, &Location::ROOT, &[Key::FilingNumber], domains);
    } else if let Some((_, services)) = named(cx, out) {
        let at = Location::ROOT.key(Key::ServiceNumbers);
        for Named { index, filed, .. } in services {
            let domains: BTreeSet<String> = set(not_approved(filed.service));
            if domains.is_empty() {
                needs_domains(cx, filed.principal, |own| std::ptr::eq(own, filed.service), out);
            }
            report(out, &at.index(index), &[], domains);
        }
    }
}

/// Says that the rule needs to know the domains of these services.
fn needs_domains(
    cx: &CheckContext<'_>,
    principal: &FiledPrincipal,
    is_asked: impl Fn(&FiledService) -> bool,
    out: &mut Outcome,
) {
    out.needs_services_known(cx, principal, is_asked, |service| {
        let place = service.domains().position(|domain| filled(domain.name.as_ref()).is_none())?;
        matches!(service, Service::Website(_))
            .then(|| FieldPath::root().join(Key::Domains).join(place).join(Key::Name))
    });
}

/// The domains of a filed service whose suffix is not approved.
fn not_approved(service: &FiledService) -> impl Iterator<Item = String> + '_ {
    let domains = service.service.as_deref().into_iter().flat_map(Service::domains);
    domains.filter_map(|domain| {
        let name = DomainName::parse(domain.name.as_deref()?).ok()?;
        let is_refused = name.suffix().approval() == Approval::Refused;
        is_refused.then(|| name.registrable().to_unicode().into_owned())
    })
}

rule! {
    /// Once it is at the authority, a deregistration or a cancelling of access cannot be withdrawn.
    ///
    /// **Why.** The order goes to the authority without a review by the provider.
    pub(super) IRREVOCABLE = "cancel.irrevocable" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [],
        params: [],
        sources: [
            stated(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("等待管局审核 · 申请一旦提交至通信管局将无法撤回"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("等待管局审核 · 申请一旦提交至通信管局将无法撤回"),
            stated(CANCEL_ACCESS): Chapter::CancelAccess.at("等待管局审核 · 申请一旦提交至通信管局将无法撤回"),
        ],
        summary: {
            zh: "申请提交至管局后无法撤回",
            en: "Once with the authority, the application cannot be withdrawn.",
        },
        message: {
            zh: "申请提交至通信管理局后无法撤回。请核对备案号后再提交。",
            en: "Once the application is with the communications authority it cannot be withdrawn. Check the filing numbers before you submit.",
        },
        check: [],
    }
}

rule! {
    /// A number that is deregistered is never restored. The service is filed anew, from the start.
    ///
    /// **Why.** The ministry gives out new numbers only.
    pub(super) NUMBER_NOT_RESTORED = "cancel.number-not-restored" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [],
        params: [],
        sources: [
            stated(DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES): documents::NUMBERS_FAQ.at("备案号被管局注销之后是否可以恢复？"),
            stated(DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES): documents::RULES_OF_HUAWEI.at("ReFilingAfterCancel"),
        ],
        summary: {
            zh: "备案号注销后无法恢复",
            en: "A deregistered filing number cannot be restored.",
        },
        message: {
            zh: "备案号注销后无法恢复；今后再次使用的，须重新备案并取得新的备案号。",
            en: "A deregistered filing number cannot be restored. If you need the service again, file anew and you will receive a new number.",
        },
        check: [],
    }
}
