//! Rules of the group `order`: the kind, the number of services, what is ticked.

use crate::certificate::{Certificate, ValidUntil};
use crate::documents;
use crate::fields;
use crate::fitting::{self, Fit};
use crate::order::Order;
use crate::params::Param;
use crate::path::{At, Key};
use crate::principal::{Filer, PrincipalKind};
use crate::registry::{OrderInProgress, Registry};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::rules::{cancel, province};
use crate::source::{Chapter, Origin};
use crate::value::{FilingNumber, FilingNumberError};
use crate::walk::{typed, Check, Cx, Out, ServiceNode};

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
        miit: [1003, 1020, 1021, 1037, 1038, 1039],
        summary: {
            zh: "备案类型由已有备案情况决定",
            en: "The kind of an order is decided by what is already filed.",
        },
        message: {
            zh: "该订单不应按“{kind}”提交：第 {service} 个服务{reason}。请改用“{right_kind}”。",
            en: "Service {service} does not fit an order of the kind “{kind}”: {reason}. Submit the order as “{right_kind}”.",
        },
        check: &[Check::Order(kind_mismatch)],
        remedy: way::fitting_order,
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
        remedy: way::split,
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
        remedy: way::split,
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
        miit: [1020, 1021, 1029],
        summary: {
            zh: "同一网站域名或同一 APP 不得在订单中重复",
            en: "The same website domain or APP may not stand twice in one order.",
        },
        message: {
            zh: "该服务与第 {first} 个服务重复（{name}）。请删除重复的服务，或改正域名、名称。",
            en: "This service repeats service {first} ({name}). Remove it, or correct its domain or name.",
        },
        check: &[Check::Service(service_repeated)],
        remedy: way::remove,
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
        miit: [1016, 1058, 1059],
        summary: {
            zh: "备案号须能按编号规则识别",
            en: "A filing number can be read in one of its printed forms.",
        },
        message: {
            zh: "备案号有误：{reason}。请照工信部备案查询（beian.miit.gov.cn）的结果填写，例如“粤ICP备2021000001号”。",
            en: "This is no filing number: {reason}. Copy it from the look-up at beian.miit.gov.cn, such as 粤ICP备2021000001号.",
        },
        check: &[Check::Start(filing_number_malformed), Check::Service(service_number_malformed)],
        remedy: way::filing_number,
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
            zh: "尚未勾选“{field}”。请阅读并勾选后再提交。",
            en: "Not agreed to yet: {field}. Read and tick before submitting.",
        },
        check: &[Check::Order(agreement_missing)],
        remedy: way::tick,
    }

    /// One principal has one order in progress at a time, over all access providers. An order of the same principal
    /// that another flow handles stops this one. The orders of the context are those besides this one.
    ///
    /// **Why.** The authority refuses the second as a conflict of principals 主办者冲突.
    ///
    /// **Example.** A change of service that is with the authority while a new site is added elsewhere.
    PRINCIPAL_IN_PROGRESS = "order.principal-in-progress" {
        severity: Blocker,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry],
        params: [orders],
        source: Origin::Document(documents::REVIEW_FAQ, "主办者冲突"),
        miit: [1003, 1017, 1051, 1052],
        summary: {
            zh: "同一主体同时只能有一个在途订单（含其他接入商）",
            en: "One principal has one order in progress at a time, over all access providers.",
        },
        message: {
            zh: "该主体已有在途的备案订单（{orders}），再次提交会因主办者冲突被驳回。请等待该订单办结，或先在原接入商撤销。",
            en: "An order of this principal is in progress already ({orders}); another would be refused as a conflict. Wait until it is done, or withdraw it where it was handed in.",
        },
        check: &[Check::Order(principal_in_progress)],
    }

    /// One account has one order in progress at a time. The orders of the context are those besides this one.
    ///
    /// **Why.** The provider's form opens no second one.
    ///
    /// **Example.** A first filing is under review, and a change of another principal is handed in from the same
    /// account.
    ACCOUNT_BUSY = "order.account-busy" {
        severity: Blocker,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [orders],
        source: Origin::Document(documents::SITE_FAQ, "同一账号同时只能办理一个订单"),
        summary: {
            zh: "同一账号同时只能有一个在途订单",
            en: "One account has one order in progress at a time.",
        },
        message: {
            zh: "当前账号已有在途的备案订单（{orders}）。请等待该订单办结或放弃该订单后，再提交本订单。",
            en: "This account has an order in progress already ({orders}). Wait until it is done, or give it up, then submit this one.",
        },
        check: &[Check::Order(account_busy)],
    }

    /// An account has one principal. A second principal takes an account of its own.
    ///
    /// **Why.** The account's real-name name is the principal's. It is the practice of the providers named; others
    /// allow several.
    ///
    /// **Example.** An agency that files two customers from one account.
    ACCOUNT_HAS_OTHER_PRINCIPAL = "order.account-has-other-principal" {
        severity: Blocker,
        orders: STATED_ANEW,
        needs: [Registry, Account, Inputs],
        params: [filed],
        source: Origin::Document(documents::LIMITS, "一个账号只能备案一个主体"),
        providers: [Tencent, Huawei],
        summary: {
            zh: "一个账号只能备案一个主体",
            en: "An account has one principal.",
        },
        message: {
            zh: "当前账号下已有其他备案主体（{filed}），一个账号只能备案一个主体。请换用本主体的账号提交。",
            en: "Another principal is filed in this account ({filed}), and an account has one. Submit from an account of this principal.",
        },
        check: &[Check::Order(account_has_other_principal)],
    }

    /// A sub-account or a collaborator files only after the main account has authorised it.
    ///
    /// **Why.** The filing belongs to the main account.
    ///
    /// **Example.** A colleague's sub-user that has no permission on filing.
    SUB_ACCOUNT = "order.sub-account" {
        severity: Warning,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [Account, Inputs],
        params: [],
        source: Origin::Document(documents::LIMITS, "子用户、协作者备案须主账号授权"),
        providers: [Tencent],
        summary: {
            zh: "子账号须经主账号授权才能办理备案",
            en: "A sub-account files only after the main account has authorised it.",
        },
        message: {
            zh: "当前为子账号。请先由主账号授予备案权限，或改用主账号提交。",
            en: "This is a sub-account. Have the main account grant it permission on filing, or submit from the main account.",
        },
        check: &[Check::Order(sub_account)],
    }

    /// The ministry's SMS check goes to the contact that is filed. Where that works no more, only a change of
    /// filing and an addition can be verified, by the new number; every other order takes a change of filing
    /// first.
    ///
    /// **Why.** A check that nobody answers in 24 hours returns the order.
    ///
    /// **Example.** The filed head has left, and the company wants to deregister a site.
    HEAD_UNREACHABLE = "order.head-unreachable" {
        severity: Blocker,
        orders: ACCESS | CHANGE_SERVICE | DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry, Inputs],
        params: [],
        source: Origin::Document(documents::SMS_GUIDE, "手机号码已不使用"),
        miit: [1007],
        summary: {
            zh: "已备案负责人的手机号须能接收短信核验",
            en: "The filed head's number has to receive the ministry's SMS check.",
        },
        message: {
            zh: "已备案负责人的联系方式已失效，无法完成工信部短信核验。请先办理变更备案更新联系方式；备案在其他接入商的，请到原接入商办理。",
            en: "The filed contact of the head works no more, so the ministry's SMS check cannot be passed. Change the filing first, with the provider that has it.",
        },
        check: &[Check::Order(head_unreachable)],
        remedy: way::change_the_filing_first,
    }

    /// A filed head whose certificate has run out is renewed by a change of filing before anything else is handed
    /// in.
    ///
    /// **Why.** What is filed is reviewed again with each order.
    ///
    /// **Example.** The identity card that was filed five years ago ran out last spring.
    FILED_CERTIFICATE_EXPIRED = "order.filed-certificate-expired" {
        severity: Blocker,
        orders: ADD_SERVICE | CHANGE_SERVICE,
        needs: [Registry],
        params: [date, today],
        source: Origin::Document(documents::CHANGE_FAQ, "证件过期"),
        summary: {
            zh: "已备案负责人的证件过期的，须先变更备案",
            en: "Where the filed head's certificate has run out, the filing is changed first.",
        },
        message: {
            zh: "已备案主体负责人的证件已于 {date} 到期（提交日 {today}）。请先办理变更备案更新证件，再提交本订单。",
            en: "The filed certificate of the principal's head ran out on {date} (the day of submission is {today}). Change the filing first, then submit this order.",
        },
        check: &[Check::Order(filed_certificate_expired)],
        remedy: way::change_the_filing_first,
    }
}

fn kind_mismatch(cx: &Cx<'_>, out: &mut Out) {
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
            // A later service may tell.
            None => is_unknown |= !registry.is_complete(),
        }
    }
    if is_unknown {
        out.needs(crate::report::Need::Registry);
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
    let limit = match filer {
        Filer::Individual => Limit::IndividualServices,
        Filer::Organization => Limit::OrganizationServices,
    };
    let Some(max) = out.limit(cx, limit) else { return };
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

/// The orders in progress that `concerns` picks, by kind; the context gives those besides this one.
fn in_progress(registry: &Registry, concerns: impl Fn(&OrderInProgress) -> bool) -> Option<Param> {
    let orders: Vec<Param> = (registry.orders_in_progress().iter())
        .filter(|order| concerns(order))
        .map(|order| order.kind.map_or_else(|| Param::name("?"), Param::from))
        .collect();
    (!orders.is_empty()).then_some(Param::List(orders))
}

/// The principals that the order is about, by filing number, and the certificate that it states.
fn is_on_principal(cx: &Cx<'_>, order: &OrderInProgress) -> bool {
    let number = |text: Option<&str>| text.and_then(|text| FilingNumber::parse(text).ok());
    let in_progress = number(order.filing_number.as_deref()).map(FilingNumber::principal);
    if in_progress.is_some() {
        let filed = cx.filed_principal.and_then(|filed| number(filed.filing_number.as_deref()));
        let named = match cx.order {
            Order::DeregisterServices(order) | Order::CancelAccess(order) => order
                .service_numbers
                .iter()
                .any(|own| number(Some(own)).map(FilingNumber::principal) == in_progress),
            _ => false,
        };
        return named
            || filed.map(FilingNumber::principal) == in_progress
            || cx.filing_number.map(FilingNumber::principal) == in_progress;
    }
    let certificate = |certificate: Option<&Certificate>| {
        certificate.and_then(|certificate| typed(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let own = certificate(cx.principal.and_then(|principal| principal.certificate.as_ref()));
    own.is_some() && certificate(order.certificate.as_ref()) == own
}

fn principal_in_progress(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    // What applies for the same once more has a rule of its own.
    let concerns =
        |order: &OrderInProgress| is_on_principal(cx, order) && !cancel::is_requested_again(cx.order, order);
    if let Some(orders) = in_progress(registry, concerns) {
        out.find(&At::ROOT, &[], params![orders: orders]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn account_busy(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    if registry.orders_in_progress().is_empty() {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(own) = own_account(cx, out) else { return };
    let is_own = |order: &OrderInProgress| typed(order.account.as_ref()) == Some(own);
    // What is in progress on the principal is said already.
    if let Some(orders) = in_progress(registry, |order| is_own(order) && !is_on_principal(cx, order)) {
        out.find(&At::ROOT, &[], params![orders: orders]);
    }
}

/// The id of the order's account; without one the rule is undetermined.
fn own_account<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a str> {
    let own = typed(out.account(cx)?.id.as_ref());
    if own.is_none() {
        out.needs_context(&[Key::Account, Key::Id]);
    }
    own
}

fn account_has_other_principal(cx: &Cx<'_>, out: &mut Out) {
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(own_account) = own_account(cx, out) else { return };
    let own = cx.filed_principal;
    let other =
        registry.principals_in_account(own_account).find(|filed| !own.is_some_and(|own| own.is_same(filed)));
    if let Some(other) = other {
        let filed = Param::name(other.filing_number.as_deref().unwrap_or("?"));
        out.find(&At::ROOT, &[], params![filed: filed]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn sub_account(cx: &Cx<'_>, out: &mut Out) {
    let Some(account) = out.account(cx) else { return };
    match account.main_account {
        Some(true) => {}
        Some(false) => out.find(&At::ROOT, &[], params![]),
        None => out.needs_context(&[Key::Account, Key::MainAccount]),
    }
}

fn head_unreachable(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    let of_service = || match cx.order {
        Order::DeregisterServices(order) => {
            let number = order.service_numbers.iter().find_map(|number| FilingNumber::parse(number).ok())?;
            registry.principal(&number)
        }
        _ => None,
    };
    let Some(filed) = cx.filed_principal.or_else(of_service) else { return };
    match filed.head_contact_works {
        Some(true) => {}
        Some(false) => out.find(&At::ROOT, &[], params![]),
        None => out.needs_of_filed(registry, filed, Key::HeadContactWorks),
    }
}

fn filed_certificate_expired(cx: &Cx<'_>, out: &mut Out) {
    if out.registry(cx).is_none() {
        return;
    }
    let Some(filed) = cx.filed_principal.and_then(|filed| filed.principal.as_ref()) else { return };
    let of_head = filed.head.as_ref().and_then(|head| head.certificate.as_ref());
    let certificate = match filed.kind.map(PrincipalKind::filer) {
        Some(Filer::Individual) => of_head.or(filed.certificate.as_ref()),
        _ => of_head,
    };
    let today = cx.context.today;
    if let Some(ValidUntil::Day(date)) = certificate.and_then(|certificate| certificate.valid_until) {
        if date < today {
            out.find(&At::ROOT, &[], params![date, today]);
        }
    }
}
