//! Rules of the group `order`: the kind, the number of services, what is ticked.

use crate::fields;
use crate::fitting::{self, Fit};
use crate::order::Order;
use crate::params::Param;
use crate::path::{At, Key};
use crate::principal::Filer;
use crate::rule::rule_group;
use crate::rules::province;
use crate::source::{Chapter, Origin};
use crate::value::{FilingNumber, FilingNumberError};
use crate::walk::{Check, Cx, Out, ServiceNode};

const FILING: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AccessFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const NEW_TYPE: &[Chapter] = &[Chapter::FirstFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const FILING_AND_CHANGE: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

rule_group! {
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
    KIND_MISMATCH = "order.kind-mismatch" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry],
        params: [kind, right_kind, reason, service],
        source: Origin::Guide { chapters: FILING, section: "验证备案类型", form: None },
        summary: {
            zh: "备案类型由已有备案情况决定",
            en: "The kind of an order is decided by what is already filed.",
        },
        message: {
            zh: "该订单不应按“{kind}”提交：第 {service} 个服务{reason}。请改用“{right_kind}”。",
            en: "This is no {kind}: with service {service}, {reason}. Submit it as: {right_kind}.",
        },
        check: &[Check::Order(kind_mismatch)],
    }

    /// A filing order and a change of service have at least one service; a deregistration of services and a
    /// cancelling of access name at least one. A change of filing may change the principal alone.
    ///
    /// **Why.** There is nothing to file.
    ///
    /// **Example.** An order with an empty `services`.
    NO_SERVICES = "order.no-services" {
        severity: Blocker,
        orders: FILING | CHANGE_SERVICE | NAMED_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide {
            chapters: &[
                Chapter::FirstFiling,
                Chapter::AccessFiling,
                Chapter::AddService,
                Chapter::AddServiceFromElsewhere,
                Chapter::ChangeService,
                Chapter::DeregisterServices,
                Chapter::DeregisterServicesInBulk,
                Chapter::CancelAccess,
                Chapter::CancelAccessInBulk,
            ],
            section: "服务信息",
            form: None,
        },
        summary: {
            zh: "订单至少包含一个服务",
            en: "An order has at least one service.",
        },
        message: {
            zh: "订单中没有服务。请至少添加或选择一个网站或 APP。",
            en: "The order has no service. Add or choose at least one website or APP.",
        },
        check: &[Check::Order(no_services)],
    }

    /// In one new-type order an individual files at most one service, an organisation at most ten. The guide
    /// says ten websites **or** ten APPs; a mixed order is counted together, which is the strict reading.
    ///
    /// **Why.** The provider's form takes no more.
    ///
    /// **Example.** An individual files a website and an APP at once.
    SERVICES_OVER_LIMIT = "order.services-over-limit" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [ProviderRules],
        params: [count, max, filer],
        source: Origin::Guide { chapters: NEW_TYPE, section: "服务信息 · 数量限制", form: None },
        summary: {
            zh: "新增类订单：个人最多 1 个服务，单位最多 10 个",
            en: "In a new-type order an individual files at most 1 service, an organisation at most 10.",
        },
        message: {
            zh: "{filer}单次最多可提交 {max} 个服务，当前为 {count} 个。请拆分为多个订单，前一订单审核通过后再提交下一订单。",
            en: "An order of this kind by an {filer} takes at most {max:service}; this one has {count}. Split it, and submit the next part when the one before it is approved.",
        },
        check: &[Check::Order(services_over_limit)],
    }

    /// An access order has no national limit on its services; a province may set one.
    ///
    /// **Why.** Some authorities take only a few services at once.
    ///
    /// **Example.** Five sites in an order of a province that takes two.
    ACCESS_SERVICES_OVER_LIMIT = "order.access-services-over-limit" {
        severity: Blocker,
        orders: ACCESS,
        needs: [ProvinceRules],
        params: [count, max, metric, province],
        source: Origin::Guide { chapters: &[Chapter::AccessFiling], section: "服务信息 · 数量限制", form: None },
        summary: {
            zh: "接入备案的服务数量以各省要求为准",
            en: "The number of services in an access order is the province's matter.",
        },
        message: {
            zh: "{province}接入备案单次最多可提交 {max} 个{metric}，当前为 {count} 个。请拆分为多个订单。",
            en: "{province} takes at most {max} ({metric}) in one access order; this one has {count}. Split it.",
        },
        check: &[Check::Order(access_services_over_limit)],
    }

    /// The same website domain, or the same APP, may not stand twice in one order.
    ///
    /// **Why.** A service has one filing; the second would be refused.
    ///
    /// **Example.** Two websites of one order that both list `example.com`.
    SERVICE_REPEATED = "order.service-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, first],
        source: Origin::Guide {
            chapters: FILING,
            section: "服务信息",
            form: Some("由一个服务一个备案号推出"),
        },
        summary: {
            zh: "同一网站域名或同一 APP 不得在订单中重复",
            en: "The same website domain or APP may not stand twice in one order.",
        },
        message: {
            zh: "该服务与第 {first} 个服务重复（{name}）。请删除重复的服务，或改正域名、名称。",
            en: "This service repeats service {first} ({name}). Remove it, or correct its domain or name.",
        },
        check: &[Check::Service(service_repeated)],
    }

    /// A filing number can be read in any printed form: with or without 号, in full-width characters, with
    /// spaces. What cannot be read in any is malformed, and nothing is looked up under it.
    ///
    /// **Why.** The number says which filing the order is about.
    ///
    /// **Example.** A number of the police filing 公安备案 in place of the ICP filing's.
    FILING_NUMBER_MALFORMED = "order.filing-number-malformed" {
        severity: Blocker,
        orders: CHANGE | DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [],
        params: [reason],
        source: Origin::Guide {
            chapters: &[
                Chapter::ChangeFiling,
                Chapter::ChangeService,
                Chapter::DeregisterPrincipal,
                Chapter::DeregisterHollowPrincipal,
                Chapter::DeregisterServices,
                Chapter::DeregisterServicesInBulk,
                Chapter::CancelAccess,
                Chapter::CancelAccessInBulk,
                Chapter::MigrateAccount,
            ],
            section: "备案号",
            form: Some("工信部公布的备案号编号方式"),
        },
        summary: {
            zh: "备案号须能按编号规则识别",
            en: "A filing number can be read in one of its printed forms.",
        },
        message: {
            zh: "备案号有误：{reason}。请照工信部备案查询（beian.miit.gov.cn）的结果填写，例如“粤ICP备2021000001号”。",
            en: "This is no filing number: {reason}. Copy it from the look-up at beian.miit.gov.cn, such as 粤ICP备2021000001号.",
        },
        check: &[Check::Start(filing_number_malformed), Check::Service(service_number_malformed)],
    }

    /// What has to be ticked: privacy statement and terms in every filing and change order; the filing
    /// commitment letter as well in a first filing, an addition to a filing here, and the changes. In an access
    /// filing and an addition from elsewhere the letter is the province's matter.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A first filing without the commitment letter.
    AGREEMENT_MISSING = "order.agreement-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [field],
        source: Origin::Guide { chapters: FILING_AND_CHANGE, section: "核对提交", form: None },
        summary: {
            zh: "提交前须勾选隐私声明、相关条款和承诺书",
            en: "Privacy statement, terms and, where due, the commitment letter are ticked before submitting.",
        },
        message: {
            zh: "尚未勾选同意《{field}》。请阅读并勾选后再提交。",
            en: "The {field} is not agreed to. Read it and tick it.",
        },
        check: &[Check::Order(agreement_missing)],
    }
}

fn kind_mismatch(cx: &Cx<'_>, out: &mut Out) {
    let Some(principal) = cx.principal else { return };
    if cx.order.services().is_empty() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let provider = &cx.rulebook.version().provider;
    for (index, service) in cx.order.services().iter().enumerate() {
        match fitting::fitting_order_kind(principal, service, registry, provider) {
            Some(Fit { kind, reason, .. }) if kind != cx.kind => {
                return out.find(
                    &At::ROOT,
                    &[Key::Kind],
                    params![
                        kind: cx.kind,
                        right_kind: kind,
                        reason: reason,
                        service: index + 1,
                    ],
                );
            }
            Some(_) => {}
            None if !registry.is_complete() => return out.needs(crate::report::Need::Registry),
            None => {}
        }
    }
}

fn no_services(cx: &Cx<'_>, out: &mut Out) {
    match cx.order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => {
            if order.service_numbers.is_empty() {
                out.find(&At::ROOT, &[Key::ServiceNumbers], params![]);
            }
        }
        order => {
            if order.services().is_empty() {
                out.find(&At::ROOT, &[Key::Services], params![]);
            }
        }
    }
}

fn services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    let Some(filer) = cx.filer() else { return };
    let max = match filer {
        Filer::Individual => cx.limits().individual_services,
        Filer::Organization => cx.limits().organization_services,
    };
    let Some(max) = out.limit(max) else { return };
    // The province's lower limit is the finding.
    if province::prevails(cx) {
        return;
    }
    let count = cx.order.services().len();
    if u32::try_from(count).map_or(true, |count| count > max) {
        out.find(&At::ROOT, &[Key::Services], params![count, max, filer]);
    }
}

fn access_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    province::access_services_over_limit(cx, out);
}

fn service_repeated(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if let Some((first, name)) = cx.repeats(node.index) {
        out.find(&node.at, &[], params![name: Param::name(name), first: first + 1]);
    }
}

fn number_malformed(at: &At<'_>, below: &[Key], number: Option<&str>, out: &mut Out) {
    match number.map(FilingNumber::parse) {
        // A number that is not given is another rule's.
        None | Some(Ok(_) | Err(FilingNumberError::Empty)) => {}
        Some(Err(reason)) => out.find(at, below, params![reason]),
    }
}

fn filing_number_malformed(cx: &Cx<'_>, out: &mut Out) {
    if let Order::DeregisterServices(order) | Order::CancelAccess(order) = cx.order {
        let at = At::ROOT.key(Key::ServiceNumbers);
        for (index, number) in order.service_numbers.iter().enumerate() {
            number_malformed(&at.index(index), &[], Some(number), out);
        }
    }
    number_malformed(&At::ROOT, &[Key::FilingNumber], cx.order.filing_number(), out);
}

fn service_number_malformed(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    number_malformed(&node.at, &[Key::FilingNumber], node.service.filing_number(), out);
}

fn agreement_missing(cx: &Cx<'_>, out: &mut Out) {
    fields::missing(fields::AGREEMENTS, cx.order, fields::Given::default(), &At::ROOT, cx, out);
}
