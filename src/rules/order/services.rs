//! How many services an order has, and that none is there twice.

use crate::check::service_limits;
use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::order::Order;
use crate::model::service::ServiceKind;
use crate::path::{FieldPath, Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Chapter, Rule, Step};
use crate::rulebook::provinces::Metric;
use crate::rules::order::registrable;
use crate::rules::province::BY_STANDING;
use crate::rules::{province, remedies};
use std::collections::BTreeMap;

rule! {
    /// A filing order and a change of service have at least one service; a deregistration of services and a
    /// cancelling of access name at least one. A change of filing may change the principal alone.
    ///
    /// **Why.** There is nothing to file.
    ///
    /// **Example.** An order with an empty `services`.
    pub(super) NO_SERVICES = "order.no-services" {
        severity: Blocker,
        orders: FILING | CHANGE_SERVICE | NAMED_SERVICES,
        needs: [],
        params: [],
        at: ["/services", "/service_numbers"],
        sources: [
            stated(FILING): Step::Services.at("填写服务信息"),
            stated(CHANGE_SERVICE): Chapter::ChangeService.at("进入变更备案流程 · 单击变更服务，进入注意事项页面"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServicesInBulk.at("提交批量注销服务申请 · 进入选择网站页面，勾选您需要注销的网站"),
            stated(CANCEL_ACCESS): Chapter::CancelAccessInBulk.at("提交批量取消接入服务申请 · 进入选择网站页面，勾选所需取消接入的网站"),
        ],
        summary: {
            zh: "订单至少包含一个服务",
            en: "An order contains at least one service.",
        },
        message: {
            zh: "订单中没有服务。请至少添加或选择一个网站或 APP。",
            en: "The order contains no service. Add or select at least one website or APP.",
        },
        check: [Order(no_services)],
    }
}

fn no_services(cx: &CheckContext<'_>, out: &mut Outcome) {
    match cx.order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => {
            if order.service_numbers.is_empty() {
                out.find(&Location::ROOT, &[Key::ServiceNumbers], params![]);
            }
        }
        order => {
            if order.services().is_empty() {
                out.find(&Location::ROOT, &[Key::Services], params![]);
            }
        }
    }
}

rule! {
    /// In one new-type order an individual files at most one service, an organisation at most ten. The guide
    /// says ten websites **or** ten APPs; a mixed order is counted together, which is the strict reading.
    ///
    /// **Why.** The provider's form takes no more.
    ///
    /// **Example.** An individual files a website and an APP at once.
    pub(super) SERVICES_OVER_LIMIT = "order.services-over-limit" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [ProviderRules],
        params: [count, max, filer],
        at: ["/services"],
        sources: [stated(NEW_TYPE): Step::Services.at("个人备案新增类型一个订单最多备案1个 · 企业备案新增类型一个订单最多备案10个")],
        summary: {
            zh: "首次备案、新增服务：个人单次最多 1 个服务，单位最多 10 个",
            en: "A first filing or an added service: an individual submits at most 1 service at a time, an organisation at most 10.",
        },
        message: {
            zh: "{filer}单次最多提交 {max} 个服务，本订单有 {count} 个。请拆分为多个订单，待前一订单审核通过后再提交下一订单。",
            en: "An {filer} can submit at most {max:service} in an order of this kind; this one has {count}. Split it, and submit each part once the previous one is approved.",
        },
        check: [Order(services_over_limit)],
    }
}

fn services_over_limit(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(filer) = cx.filer() else { return };
    let verdict = service_limits::new_services(cx.order.services().len(), filer, cx.limits());
    let Some(problem) = out.hear(cx, verdict, &Location::ROOT, &[Key::Services]) else { return };
    // The province's lower limit is the finding.
    if province::prevails(cx) {
        return;
    }
    let max = service_limits::max_new_services(filer, cx.limits());
    let split = |_: &FieldPath| remedies::split(max?, Metric::Services);
    let params = params![count: problem.found(), max: problem.required(), filer];
    out.find_with(&Location::ROOT, &[Key::Services], params, split);
}

rule! {
    /// An access order has no national limit on its services; a province may set one.
    ///
    /// **Why.** Some authorities take only a few services at once.
    ///
    /// **Example.** Five sites in an order of a province that takes two.
    pub(super) ACCESS_SERVICES_OVER_LIMIT = "order.access-services-over-limit" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: ACCESS,
        needs: [ProvinceRules],
        params: [count, max, metric, province],
        at: ["/services"],
        reads: [OrderLimits],
        sources: [stated(ACCESS): Step::Services.at("部分管局限制单次接入数量，具体以管局规则要求为准")],
        summary: {
            zh: "接入备案的服务数量以各省要求为准",
            en: "The province limits the number of services in an access filing.",
        },
        message: {
            zh: "{province}单个接入备案订单最多 {max} 个{metric}，当前 {count} 个。请拆分为多个订单，依次提交。",
            en: "{province} allows at most {max} {metric}s per access filing; this order has {count}. Split it and submit the parts one after another.",
        },
        check: [Order(access_services_over_limit)],
    }
}

fn access_services_over_limit(cx: &CheckContext<'_>, out: &mut Outcome) {
    province::access_services_over_limit(cx, out);
}

rule! {
    /// The same website domain, or the same APP, may not stand twice in one order.
    ///
    /// **Inferred.** One service has one number, and one field takes one service: twice the same is one too many.
    ///
    /// **Why.** A service has one filing; the second would be refused.
    ///
    /// **Example.** Two websites of one order that both list `example.com`.
    pub(super) SERVICE_REPEATED = "order.service-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, first],
        at: ["/services"],
        sources: [
            inferred(NEW_TYPE): Step::Services.at("如需备案多个互联网信息服务"),
            inferred(ACCESS): Step::Services.at("部分管局接入服务的数量不做限制"),
            inferred(CHANGE): Step::Services.at("网站/域名 · 服务名称（网站）"),
            stated(NEW_TYPE | CHANGE): documents::NUMBERING_NOTICE.at("一个域名对应一个备案编号"),
        ],
        miit: [1020, 1021, 1029],
        summary: {
            zh: "订单中不得重复填写同一网站域名或同一 APP",
            en: "The same website domain or APP is listed only once in an order.",
        },
        message: {
            zh: "该服务与第 {first} 个服务重复（{name}）。请删除重复的服务，或改正域名、名称。",
            en: "This repeats service {first} ({name}). Remove it, or correct its domain or name.",
        },
        check: [Service(service_repeated)],
        remedy: remedies::remove,
    }
}

fn service_repeated(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if let Some((first, name)) = cx.repeats(node.index) {
        out.find(&node.at, &[], params![name: Param::name(name), first: first + 1]);
    }
}

rule! {
    /// An individual has five services with the provider in all, what is filed and what the order adds counted
    /// together. Huawei Cloud and UCloud say so; Tencent Cloud does not, and a province may set less.
    ///
    /// One of them lists it among what the provinces decide, so it is a warning.
    ///
    /// **Why.** The provider caps individuals, whose sites are not checked as an organisation's are.
    ///
    /// **Example.** A sixth blog of one person.
    pub(super) TOTAL_SERVICES_OVER_LIMIT = "order.total-services-over-limit" {
        severity: Warning,
        orders: FILING,
        needs: [Registry, Account, ProviderRules, Inputs],
        params: [count, max],
        at: ["/services"] of Individual,
        sources: [stated(FILING): documents::RULES_OF_HUAWEI.at("ProvinceRule")],
        providers: [Huawei, Ucloud],
        cited: [Ucloud: documents::LIMITS_OF_UCLOUD, "可备案网站和域名数量"],
        summary: {
            zh: "个人在同一接入商可备案的服务总数有上限",
            en: "The provider limits how many services an individual has in total.",
        },
        message: {
            zh: "连同本订单，该个人共备案 {count} 个服务，本接入商最多 {max} 个。请先注销不再使用的服务，或减少本订单的服务。",
            en: "With this order the individual has {count:service}; the provider allows {max} in total. Deregister what is no longer used, or file fewer.",
        },
        check: [Order(total_services_over_limit)],
    }
}

fn total_services_over_limit(cx: &CheckContext<'_>, out: &mut Outcome) {
    if !cx.is_individual() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let provider = &cx.rulebook.version().provider;
    let filed = cx.filed_principal.into_iter().flat_map(|filed| &filed.services);
    let here = filed.filter(|filed| filed.providers.iter().any(|name| name == provider)).count();
    let verdict = service_limits::services_of_individual(here + cx.order.services().len(), cx.limits());
    if let Some(problem) = out.hear(cx, verdict, &Location::ROOT, &[Key::Services]) {
        let params = params![count: problem.found(), max: problem.required()];
        out.find(&Location::ROOT, &[Key::Services], params);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    } else if let Some(unknown) = cx.filed_unknown {
        out.needs_unknown(cx, unknown);
    }
}

rule! {
    /// Huawei Cloud advises to hand in few services at once: up to five of an organisation, one of an individual.
    ///
    /// **Why.** One service that is returned returns the whole order.
    ///
    /// **Example.** An organisation files eight sites in one order.
    pub(super) BATCH_ADVISED = "order.batch-advised" {
        severity: Advice,
        orders: FILING,
        needs: [ProviderRules],
        params: [count, max, filer],
        at: ["/services"],
        sources: [stated(FILING): documents::PROCESS_OF_HUAWEI.at("备案操作流程 · 域名数量限制")],
        providers: [Huawei],
        summary: {
            zh: "建议单次提交：单位 3 至 5 个服务，个人 1 个",
            en: "At most five services of an organisation, or one of an individual, are advised per order.",
        },
        message: {
            zh: "本订单有 {count} 个服务，建议{filer}单次不超过 {max} 个：其中一个被驳回，整个订单都会被驳回。可以分批提交。",
            en: "The order has {count:service}; the advised maximum for an {filer} is {max}, since one rejected service sends the whole order back. Consider splitting it.",
        },
        check: [Order(batch_advised)],
    }
}

fn batch_advised(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(filer) = cx.filer() else { return };
    let verdict = service_limits::advised_services(cx.order.services().len(), filer, cx.limits());
    let Some(problem) = out.hear(cx, verdict, &Location::ROOT, &[Key::Services]) else { return };
    // Where the order has to be divided, that is the finding.
    if website_and_app(cx).is_none() {
        let params = params![count: problem.found(), max: problem.required(), filer];
        out.find(&Location::ROOT, &[Key::Services], params);
    }
}

/// A domain that a website and an APP of an individual share, and their places.
fn website_and_app(cx: &CheckContext<'_>) -> Option<(String, usize, usize)> {
    if !cx.is_individual() || !cx.rulebook.is_on(Rule::from(&WEBSITE_WITH_APP)) {
        return None;
    }
    let mut websites: BTreeMap<String, usize> = BTreeMap::new();
    let services = || cx.order.services().iter().enumerate();
    for (index, website) in services().filter(|(_, service)| service.kind() == ServiceKind::Website) {
        for domain in registrable(website) {
            websites.entry(domain).or_insert(index);
        }
    }
    let mut apps = services().filter(|(_, service)| service.kind() == ServiceKind::App);
    apps.find_map(|(app, service)| {
        registrable(service).find_map(|domain| websites.get(&domain).map(|website| (domain, *website, app)))
    })
}

rule! {
    /// An individual files a website and an APP on the same domain in two orders; an organisation may put both in one.
    ///
    /// Where the provider takes one service of an individual in an order anyway, that limit is the finding.
    ///
    /// **Why.** The provider's form takes one of an individual's services of a domain at a time.
    ///
    /// **Example.** A student files a blog and the APP that reads it together.
    pub(super) WEBSITE_WITH_APP = "order.website-with-app" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [domain, website, app],
        at: ["/services"] of Individual,
        sources: [stated(FILING): documents::APP_FILING_OF_HUAWEI.at("域名与主体规则 · 同时备案")],
        providers: [Huawei],
        summary: {
            zh: "个人同一域名的网站和 APP 须分两个订单备案",
            en: "An individual files a website and an APP on the same domain in two orders.",
        },
        message: {
            zh: "第 {website} 个服务（网站）与第 {app} 个服务（APP）使用同一域名 {domain}。个人须分两个订单备案，请先提交其中一个，通过后再提交另一个。",
            en: "Service {website} (a website) and service {app} (an APP) use the same domain, {domain}. An individual files them in two orders: submit one, and the other once it is approved.",
        },
        check: [Order(website_with_app)],
    }
}

fn website_with_app(cx: &CheckContext<'_>, out: &mut Outcome) {
    if let Some((domain, website, app)) = website_and_app(cx) {
        let params = params![domain: Param::name(domain), website: website + 1, app: app + 1];
        out.find(&Location::ROOT, &[Key::Services], params);
    }
}
