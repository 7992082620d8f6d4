//! Rules of the group `cancel`: deregistration, and cancelling access.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents;
use crate::language::{Language, Text};
use crate::order::{Order, OrderKind, Verification};
use crate::params::{Param, Params};
use crate::path::{At, Key};
use crate::principal::PrincipalKind;
use crate::provinces::Value;
use crate::registry::{Filed, FiledPrincipal, FiledService, OrderInProgress, Registry};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rules::filed::{self, Sought};
use crate::source::{Chapter, Origin};
use crate::value::{Approval, DomainName, FilingNumber};
use crate::walk::{typed, Check, Cx, Out};

const ALL: &[Chapter] = &[
    Chapter::DeregisterPrincipal,
    Chapter::DeregisterServices,
    Chapter::DeregisterServicesInBulk,
    Chapter::CancelAccess,
    Chapter::CancelAccessInBulk,
];

const DEREGISTER_SERVICES: &[Chapter] = &[Chapter::DeregisterServices, Chapter::DeregisterServicesInBulk];

const CANCEL_ACCESS: &[Chapter] = &[Chapter::CancelAccess, Chapter::CancelAccessInBulk];

rule_group! {
    /// What is deregistered, or loses its access, is among the filings of this account.
    ///
    /// **Why.** The provider can take back only what it has filed. Check the account first, then ask the
    /// provider that filed it, or the authority.
    ///
    /// **Example.** A service that a former agency filed in its own account.
    NOT_FILED_HERE = "cancel.not-filed-here" {
        severity: Blocker,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [number, reason],
        source: Origin::Guide { chapters: ALL, section: "办理流程", form: None },
        miit: [1047, 1048, 1049, 1050, 1053, 1058, 1059],
        summary: {
            zh: "只能注销或取消接入本账号下的备案",
            en: "What is deregistered or loses its access is among the filings of this account.",
        },
        message: {
            zh: "不能办理（备案号：{number}）：{reason}。请确认登录的账号是否正确；账号无误的，说明备案不在本接入商，请联系原接入商或管局办理。",
            en: "This cannot be done (filing number: {number}): {reason}. Make sure that the account is the right one; if it is, ask the provider that filed it, or the authority.",
        },
        check: &[Check::Start(not_filed_here)],
    }

    /// Deregistering a principal deregisters every service that it has.
    ///
    /// **Why.** A filing number of a service is part of its principal's.
    ///
    /// **Example.** A company that wants to give up one of its two sites.
    TAKES_ALL_SERVICES = "cancel.takes-all-services" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL,
        needs: [Registry],
        params: [count, services],
        source: Origin::Guide { chapters: &[Chapter::DeregisterPrincipal], section: "备案场景", form: None },
        summary: {
            zh: "注销主体会同时注销其下所有服务",
            en: "Deregistering a principal deregisters every service that it has.",
        },
        message: {
            zh: "注销主体会同时注销其下全部 {count} 个服务：{services}。只想注销其中部分服务的，请改办注销服务。",
            en: "This deregisters the {count:service} of the principal with it: {services}. To give up only some of them, deregister those services instead.",
        },
        check: &[Check::Order(takes_all_services)],
    }

    /// In some provinces a deregistration takes effect at once, and the service cannot be reached any more.
    ///
    /// **Why.** Elsewhere it takes 1 to 20 working days; nobody can tell beforehand.
    SERVICE_STOPS = "cancel.service-stops" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide {
            chapters: &[
                Chapter::DeregisterPrincipal,
                Chapter::DeregisterServices,
                Chapter::DeregisterServicesInBulk,
            ],
            section: "等待管局审核",
            form: None,
        },
        summary: {
            zh: "部分省份注销即时生效，服务将不能访问",
            en: "In some provinces a deregistration takes effect at once, and the service stops.",
        },
        message: {
            zh: "部分省份提交后立即注销成功，服务将不能访问；部分省份需 1 至 20 个工作日。请先备份数据并安排好停止服务的时间。",
            en: "In some provinces a deregistration takes effect at once and the service cannot be reached any more; elsewhere it takes 1 to 20 working days. Plan for the end of the service first.",
        },
        check: &[Check::Notice],
    }

    /// Deregistering the last service of a principal, or all of them, leaves a hollow principal 空壳主体: a
    /// filing number without any service.
    ///
    /// **Why.** A hollow principal may stand in the way of a new filing, and cannot be deregistered online.
    ///
    /// **Example.** A company deregisters its only site and keeps the principal's number.
    LEAVES_HOLLOW_PRINCIPAL = "cancel.leaves-hollow-principal" {
        severity: Warning,
        orders: DEREGISTER_SERVICES,
        needs: [Registry],
        params: [principal, count],
        source: Origin::Guide { chapters: DEREGISTER_SERVICES, section: "提交注销服务申请", form: None },
        summary: {
            zh: "注销全部服务会使主体成为空壳主体",
            en: "Deregistering all services leaves a hollow principal.",
        },
        message: {
            zh: "注销这 {count} 个服务后，主体 {principal} 将没有任何服务，成为空壳主体，可能影响今后重新备案。建议直接办理注销主体。",
            en: "Without the {count:service} deregistered here, principal {principal} has none left: a hollow principal, which may hinder a new filing. Deregister the principal instead.",
        },
        check: &[Check::Order(leaves_hollow_principal)],
        remedy: way::deregister_the_principal,
    }

    /// A hollow principal cannot be deregistered online. It takes a paper application to the authority of the
    /// province in the filing number; the finding says how that province takes it.
    ///
    /// **Why.** A provider has access to services only, and there is none.
    ///
    /// **Example.** A principal whose last site was deregistered years ago.
    OFFLINE_ONLY = "cancel.offline-only" {
        severity: Blocker,
        orders: DEREGISTER_HOLLOW_PRINCIPAL,
        needs: [],
        params: [way],
        source: Origin::Guide {
            chapters: &[Chapter::DeregisterHollowPrincipal],
            section: "简介、办理流程",
            form: None,
        },
        summary: {
            zh: "空壳主体只能向管局线下书面申请注销",
            en: "A hollow principal is deregistered by a paper application to the authority only.",
        },
        message: {
            zh: "空壳主体不能在线注销，须向备案所在地的通信管理局线下提交书面申请。{way}",
            en: "A hollow principal cannot be deregistered online; it takes a paper application to the authority of its province. {way}",
        },
        check: &[Check::Order(offline_only)],
    }

    /// A domain whose suffix is not approved can never be filed again once it is deregistered.
    ///
    /// **Why.** It was filed before approval was required.
    ///
    /// **Example.** A site under `.so` that was filed in 2014.
    SUFFIX_CANNOT_REFILE = "cancel.suffix-cannot-refile" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry],
        params: [domains],
        source: Origin::Guide {
            chapters: &[Chapter::DeregisterHollowPrincipal],
            section: "简介 · 注意",
            form: Some("后缀清单由公开资料汇总"),
        },
        summary: {
            zh: "后缀未获批复的域名注销后无法再次备案",
            en: "A domain whose suffix is not approved can never be filed again.",
        },
        message: {
            zh: "域名 {domains} 的后缀未获国家批复，注销成功后将无法再次备案。请确认不再使用该域名后再提交。",
            en: "The state has not approved the suffix of what is deregistered here: {domains}. It can never be filed again. Submit only if the domain is given up for good.",
        },
        check: &[Check::Order(suffix_cannot_refile)],
    }

    /// After the access is cancelled the service has no access provider left.
    ///
    /// **Why.** The authority may then cancel the filing number, and the domain stops.
    ///
    /// **Example.** A site moves to another provider, but its access filing there is not done yet.
    LEAVES_NO_PROVIDER = "cancel.leaves-no-provider" {
        severity: Warning,
        orders: CANCEL_ACCESS,
        needs: [Registry],
        params: [number],
        source: Origin::Guide { chapters: CANCEL_ACCESS, section: "备案场景 · 注意", form: None },
        miit: [1025],
        summary: {
            zh: "取消接入后没有其他接入商的，管局可能注销备案号",
            en: "Without another access provider the authority may cancel the filing number.",
        },
        message: {
            zh: "取消接入后，服务 {number} 没有其他接入商，管局可能注销备案号，域名将无法继续访问。请先在新的接入商完成接入备案，再取消接入。",
            en: "Once its access is cancelled, service {number} has no access provider left; the authority may cancel the filing number, and the domain stops. Complete an access filing with another provider first.",
        },
        check: &[Check::Order(leaves_no_provider)],
    }

    /// Cancelling the access of all services that a principal has with this provider removes the principal at
    /// this provider too.
    ///
    /// **Why.** The provider keeps no principal that it gives no access.
    ///
    /// **Example.** A company moves both of its sites away.
    DEREGISTERS_PRINCIPAL_HERE = "cancel.deregisters-principal-here" {
        severity: Warning,
        orders: CANCEL_ACCESS,
        needs: [Registry],
        params: [principal, count],
        source: Origin::Guide {
            chapters: &[Chapter::CancelAccessInBulk],
            section: "备案场景 · 注意",
            form: None,
        },
        summary: {
            zh: "取消全部服务的接入，主体也会在本接入商注销",
            en: "Cancelling the access of all services removes the principal at this provider too.",
        },
        message: {
            zh: "这 {count} 个服务是主体 {principal} 在本接入商的全部服务，取消接入后，主体也会同时在本接入商注销，今后不能再在本账号管理。请确认后再提交。",
            en: "This is all that principal {principal} has here ({count:service}): with their access it goes from this provider too, and can no longer be managed in this account. Make sure before submitting.",
        },
        check: &[Check::Order(deregisters_principal_here)],
    }

    /// Deregistering and cancelling access is confirmed by a code, sent by SMS or, for services, by e-mail as
    /// well. Deregistering a principal also takes the declaration that the applicant types.
    ///
    /// **Why.** Once at the authority it cannot be withdrawn.
    ///
    /// **Example.** A deregistration whose code was never entered.
    UNVERIFIED = "cancel.unverified" {
        severity: Blocker,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "提交申请 · 验证码", form: None },
        summary: {
            zh: "须通过验证码验证，注销主体还须输入声明",
            en: "It is confirmed by a code, a principal's deregistration by a typed declaration as well.",
        },
        message: {
            zh: "尚未完成“{field}”。请获取验证码并正确填写；注销主体还须按页面提示输入声明。",
            en: "Not confirmed yet: {field}. Request the code and enter it; a principal's deregistration takes the typed declaration as well.",
        },
        check: &[Check::Start(unverified)],
    }

    /// Once it is at the authority, a deregistration or a cancelling of access cannot be withdrawn.
    ///
    /// **Why.** The order goes to the authority without a review by the provider.
    IRREVOCABLE = "cancel.irrevocable" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide { chapters: ALL, section: "等待管局审核 · 注意", form: None },
        summary: {
            zh: "申请提交至管局后无法撤回",
            en: "Once at the authority it cannot be withdrawn.",
        },
        message: {
            zh: "申请一旦提交至通信管理局将无法撤回，请核对备案号后再提交。",
            en: "Once at the authority the application cannot be withdrawn. Check the filing numbers before submitting.",
        },
        check: &[Check::Notice],
    }

    /// Each service is named once.
    ///
    /// **Why.** The second application for the same service is refused, code 1030 or 1032.
    ///
    /// **Example.** The same number in two printed forms.
    NUMBER_REPEATED = "cancel.number-repeated" {
        severity: Blocker,
        orders: NAMED_SERVICES,
        needs: [],
        params: [first],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1030、1032"),
        miit: [1030, 1032],
        summary: {
            zh: "同一服务备案号不得重复填写",
            en: "Each service is named once.",
        },
        message: {
            zh: "该服务备案号与第 {first} 个重复。请删除重复的备案号。",
            en: "This repeats number {first} of the list. Remove it.",
        },
        check: &[Check::Start(number_repeated)],
        remedy: way::remove,
    }

    /// What is being deregistered, or is losing its access, is not applied for again. While a principal is being
    /// deregistered its services cannot be, and the other way round.
    ///
    /// **Why.** The ministry's system refuses the second application, codes 1027, 1030, 1032, 1042 and 1043.
    ///
    /// **Example.** A deregistration handed in last week that the authority has not decided yet.
    ALREADY_REQUESTED = "cancel.already-requested" {
        severity: Blocker,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry],
        params: [order],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1027、1030、1032、1042、1043"),
        miit: [1027, 1030, 1032, 1042, 1043, 1049, 1050],
        summary: {
            zh: "注销或取消接入不得重复申请",
            en: "What is being deregistered is not applied for again.",
        },
        message: {
            zh: "该备案已有在途的“{order}”申请，不能重复提交。请等待管局审核结果。",
            en: "An application is in progress for it already ({order}). Wait for the authority's decision.",
        },
        check: &[Check::Start(already_requested)],
    }

    /// A number stands for one filed service or one principal. Where the registry has two under it, nothing can be
    /// told of it.
    ///
    /// **Why.** The ministry's system refuses a number that matches several records, codes 1067 and 1068.
    ///
    /// **Example.** Two records of one number after a merger of databases.
    NUMBER_AMBIGUOUS = "cancel.number-ambiguous" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry],
        params: [number],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1067、1068"),
        miit: [1067, 1068],
        summary: {
            zh: "备案号须唯一对应一条备案",
            en: "A number stands for one filing.",
        },
        message: {
            zh: "备案号 {number} 对应多条备案记录，可能无法办理。请先与接入商或管局核实是哪一条备案。",
            en: "Several records are filed under {number}, so the application may fail. Find out with the provider or the authority which is meant.",
        },
        check: &[Check::Start(number_ambiguous)],
    }

    /// The reason of a deregistration has at most 1,024 characters.
    ///
    /// **Why.** The ministry's system takes no more, and refuses a reason that it cannot read, code 1026.
    ///
    /// **Example.** A letter pasted into the field.
    REASON_TOO_LONG = "cancel.reason-too-long" {
        severity: Blocker,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [],
        params: [length, max],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "注销数据 · 注销理由；处理结果代码 1026"),
        miit: [1026],
        summary: {
            zh: "注销原因不超过 1024 个字",
            en: "The reason has at most 1,024 characters.",
        },
        message: {
            zh: "注销原因为 {length} 个字，最多 {max} 个字。请精简后填写。",
            en: "The reason has {length:character}; {max} are allowed. Shorten it.",
        },
        check: &[Check::Start(reason_too_long)],
    }

    /// A number that is deregistered is never restored. The service is filed anew, from the start.
    ///
    /// **Why.** The ministry gives out new numbers only.
    NUMBER_NOT_RESTORED = "cancel.number-not-restored" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [],
        params: [],
        source: Origin::Document(documents::NUMBERS_FAQ, "备案号注销后能否恢复"),
        summary: {
            zh: "备案号注销后无法恢复",
            en: "A number that is deregistered is never restored.",
        },
        message: {
            zh: "备案号注销后无法恢复，今后需要使用的，须重新办理备案并取得新的备案号。",
            en: "A number that is deregistered is never restored: what is needed again later is filed anew and gets a new number.",
        },
        check: &[Check::Notice],
    }

    /// Where the filed head cannot be reached any more, the provider's customer service takes the deregistration with
    /// documents: of an individual the account's id, the name, the head's identity card, photos of the person holding
    /// both sides of it, and a declaration with a fingerprint; of an organisation the licence, the certificates of the
    /// legal representative and of the applicant, and a declaration with the seal.
    ///
    /// **Why.** The code cannot be received.
    ///
    /// **Example.** The phone of the head who left was given up.
    PHONE_LOST = "cancel.phone-lost" {
        severity: Advice,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry],
        params: [documents],
        source: Origin::Document(documents::DEREGISTRATION_FAQ, "手机号码丢失"),
        providers: [Tencent],
        summary: {
            zh: "无法接收验证码的，可凭材料由客服协助注销",
            en: "Where the filed head cannot be reached, customer service takes the deregistration with documents.",
        },
        message: {
            zh: "已备案负责人的联系方式已失效，无法接收验证码。除先办理变更备案外，也可联系客服协助注销，需准备：{documents}。",
            en: "The filed contact of the head works no more, so no code can be received. Besides a change of the filing, customer service can help with these documents: {documents}.",
        },
        check: &[Check::Order(phone_lost)],
    }

    /// A service is deregistered by the day that it ends.
    ///
    /// The day is an optional input: where it is not given, the rule has nothing to say.
    ///
    /// **Why.** The regulation on filing says so; a deregistration that is late may be fined.
    ///
    /// **Example.** A shop that closed in spring is deregistered in autumn.
    LATE = "cancel.late" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [],
        params: [effective_on, today],
        source: Origin::Document(documents::FILING_REGULATION, "第十五条"),
        summary: {
            zh: "终止服务的，须在终止之日办理注销",
            en: "A service is deregistered by the day that it ends.",
        },
        message: {
            zh: "服务已于 {effective_on} 终止（提交日为 {today}），按规定应在终止之日办理注销。请尽快提交，逾期可能被处罚。",
            en: "The service ended on {effective_on} (the day of submission is {today}) and was to be deregistered by then. Submit at once: a deregistration that is late may be fined.",
        },
        check: &[Check::Order(late)],
    }
}

fn not_filed_here(cx: &Cx<'_>, out: &mut Out) {
    match cx.order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => {
            let at = At::ROOT.key(Key::ServiceNumbers);
            for (index, number) in order.service_numbers.iter().enumerate() {
                filed::check(cx, &at.index(index), &[], Some(number), Sought::Service(None), out);
            }
        }
        order => {
            let number = order.filing_number();
            filed::check(cx, &At::ROOT, &[Key::FilingNumber], number, Sought::Principal, out);
        }
    }
}

/// The principal that the order deregisters, where nothing speaks against its number.
fn filed_principal<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a FiledPrincipal> {
    let number = cx.filing_number.filter(|_| !out.is_blocked(&At::ROOT, &[Key::FilingNumber]))?;
    // Of a number that stands for several records nothing can be told.
    out.registry(cx).filter(|registry| !registry.is_ambiguous(&number.principal()))?;
    cx.filed_principal
}

/// A filed service that the order names, its number as filed, and its place in the list.
struct Named<'a> {
    index: usize,
    number: FilingNumber,
    filed: Filed<'a>,
}

/// The filed services that the order names, where nothing speaks against their numbers; each once.
fn named<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<(&'a Registry, Vec<Named<'a>>)> {
    let (Order::DeregisterServices(order) | Order::CancelAccess(order)) = cx.order else { return None };
    let at = At::ROOT.key(Key::ServiceNumbers);
    let mut seen = BTreeSet::new();
    let numbers: Vec<(usize, FilingNumber)> = (order.service_numbers.iter().enumerate())
        .filter_map(|(index, number)| Some((index, FilingNumber::parse(number).ok()?)))
        .filter(|(index, number)| !out.is_blocked(&at.index(*index), &[]) && seen.insert(*number))
        .collect();
    if numbers.is_empty() {
        return None;
    }
    let registry = out.registry(cx)?;
    let services = numbers
        .into_iter()
        .filter(|(_, number)| !registry.is_ambiguous(number))
        .filter_map(|(index, number)| Some(Named { index, number, filed: registry.service(&number)? }));
    Some((registry, services.collect()))
}

fn shown_service(service: &FiledService) -> Param {
    let name = service.service.as_ref().and_then(crate::Service::name).map(str::trim);
    let number = service.filing_number.as_deref().unwrap_or("?");
    match name.filter(|name| !name.is_empty()) {
        Some(name) => Param::name(format!("{name}（{number}）")),
        None => Param::name(number),
    }
}

fn shown_principal(principal: &FiledPrincipal) -> Param {
    Param::name(principal.filing_number.as_deref().unwrap_or("?"))
}

fn takes_all_services(cx: &Cx<'_>, out: &mut Out) {
    let Some(principal) = filed_principal(cx, out) else { return };
    if !principal.services.is_empty() {
        let services: Param = principal.services.iter().map(shown_service).collect();
        out.find(
            &At::ROOT,
            &[Key::FilingNumber],
            params![count: principal.services.len(), services: services],
        );
    }
}

/// For each principal of which the order names every service that `counts`: reports it, or, where the registry
/// may not know all of them, that it cannot be told.
fn all_named(cx: &Cx<'_>, out: &mut Out, counts: impl Fn(&Filed<'_>) -> bool) {
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
            continue;
        }
        if !registry.is_complete() {
            out.needs(Need::Registry);
            continue;
        }
        let count = services.iter().filter(|named| is_same(named)).count();
        out.find(
            &At::ROOT,
            &[Key::ServiceNumbers],
            params![principal: shown_principal(principal), count: count],
        );
    }
}

fn leaves_hollow_principal(cx: &Cx<'_>, out: &mut Out) {
    all_named(cx, out, |_| true);
}

fn deregisters_principal_here(cx: &Cx<'_>, out: &mut Out) {
    all_named(cx, out, |filed| filed::is_accessed_here(cx, filed));
}

fn leaves_no_provider(cx: &Cx<'_>, out: &mut Out) {
    let Some((registry, services)) = named(cx, out) else { return };
    let provider = &cx.rulebook.version().provider;
    let at = At::ROOT.key(Key::ServiceNumbers);
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

/// The domains of a filed service whose suffix is not approved.
fn not_approved(service: &FiledService) -> impl Iterator<Item = String> + '_ {
    let domains = service.service.iter().flat_map(crate::Service::domains);
    domains.filter_map(|domain| {
        let name = DomainName::parse(domain.name.as_deref()?).ok()?;
        let is_refused = name.suffix().approval() == Approval::Refused;
        is_refused.then(|| name.registrable().to_unicode().into_owned())
    })
}

fn suffix_cannot_refile(cx: &Cx<'_>, out: &mut Out) {
    let report = |out: &mut Out, at: &At<'_>, below: &[Key], domains: BTreeSet<String>| {
        if !domains.is_empty() {
            let domains: Param = Param::List(domains.into_iter().map(Param::name).collect());
            out.find(at, below, params![domains: domains]);
        }
    };
    if let Order::DeregisterPrincipal(_) = cx.order {
        let Some(principal) = filed_principal(cx, out) else { return };
        let domains = principal.services.iter().flat_map(not_approved).collect();
        report(out, &At::ROOT, &[Key::FilingNumber], domains);
    } else if let Some((_, services)) = named(cx, out) {
        let at = At::ROOT.key(Key::ServiceNumbers);
        for Named { index, filed, .. } in services {
            report(out, &at.index(index), &[], not_approved(filed.service).collect());
        }
    }
}

fn is_verified(verification: Option<&Verification>) -> bool {
    verification.and_then(|verification| verification.verified) == Some(true)
}

fn unverified(cx: &Cx<'_>, out: &mut Out) {
    let verification = match cx.order {
        Order::DeregisterPrincipal(order) => {
            if typed(order.declaration.as_ref()).is_none() {
                out.find(&At::ROOT, &[Key::Declaration], params![field: Key::Declaration]);
            }
            &order.verification
        }
        Order::DeregisterServices(order) | Order::CancelAccess(order) => &order.verification,
        _ => return,
    };
    if !is_verified(verification.as_ref()) {
        out.find(&At::ROOT, &[Key::Verification], params![field: Key::Verification]);
    }
}

fn offline_only(cx: &Cx<'_>, out: &mut Out) {
    out.find(&At::ROOT, &[Key::Kind], params![way: way(cx)]);
}

/// How the authority of the province takes the deregistration of a hollow principal: its own way, else by the
/// form that the ministry's notices have.
fn way(cx: &Cx<'_>) -> Param {
    let rules =
        cx.filing_number.and_then(FilingNumber::province).map(|province| cx.rulebook.province(province));
    let cells = rules.map(|rules| rules.hollow_principal_deregistration).unwrap_or_default();
    let own = cells.iter().filter(|cell| cell.scope.includes(cx.principal_kind, cx.kind, None));
    let mut own: Vec<_> = own.collect();
    if own.is_empty() {
        // Who it is that is deregistered is not known: every way, with those whose it is.
        own.extend(cells);
    }
    match own.as_slice() {
        [] => Param::Text(Text {
            zh: "请在工信部备案管理系统（beian.miit.gov.cn）的“通知公告”中按省份和“注销”查找并下载该省的 ICP 备案注销申请表，填写备案号等内容后，连同证件资料递交该省通信管理局；查不到申请表的，请联系该省通信管理局。",
            en: "Find the province's form among the notices of beian.miit.gov.cn, by province and 注销, fill in the filing number and the rest, and hand it to the authority of the province with the certificates; where there is none, ask that authority.",
        }),
        [cell] => Param::Written { zh: cell.value.zh.as_ref().into(), en: cell.value.en.as_ref().into() },
        several => {
            let all = |language: Language| {
                let ways = several.iter().map(|cell| {
                    let (scope, way) = (cell.scope.show(language), cell.value.show(language));
                    match language {
                        Language::Zh => format!("{scope}：{way}"),
                        Language::En => format!("For {scope}: {way} "),
                    }
                });
                ways.collect::<String>().trim_end().to_owned()
            };
            Param::Written { zh: all(Language::Zh).into(), en: all(Language::En).into() }
        }
    }
}

/// The numbers that the order names, with their places, as far as they can be read.
fn numbers(order: &Order) -> impl Iterator<Item = (Option<usize>, FilingNumber)> + '_ {
    let services: &[String] = match order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => &order.service_numbers,
        _ => &[],
    };
    let services = services.iter().enumerate().map(|(index, number)| (Some(index), number.as_str()));
    let principal = order.filing_number().map(|number| (None, number));
    services.chain(principal).filter_map(|(index, number)| Some((index, FilingNumber::parse(number).ok()?)))
}

/// Reports at the number of this place.
fn find_at_number(place: Option<usize>, params: Params, out: &mut Out) {
    match place {
        Some(index) => out.find(&At::ROOT.key(Key::ServiceNumbers).index(index), &[], params),
        None => out.find(&At::ROOT, &[Key::FilingNumber], params),
    }
}

fn number_repeated(cx: &Cx<'_>, out: &mut Out) {
    let mut first: BTreeMap<FilingNumber, usize> = BTreeMap::new();
    for (place, number) in numbers(cx.order) {
        let Some(index) = place else { continue };
        let first = *first.entry(number).or_insert(index);
        if first != index {
            find_at_number(place, params![first: first + 1], out);
        }
    }
}

const CANCELLING: &[OrderKind] =
    &[OrderKind::DeregisterPrincipal, OrderKind::DeregisterServices, OrderKind::CancelAccess];

/// Whether an order in progress deregisters, or takes the access of, what stands under this number.
fn cancels(in_progress: &OrderInProgress, place: Option<usize>, number: FilingNumber) -> bool {
    let of = in_progress.filing_number.as_deref().and_then(|number| FilingNumber::parse(number).ok());
    let is_whole = of.is_some_and(|of| of == of.principal());
    let is_same = match (place, is_whole) {
        // A whole principal, on either side, takes its services along.
        (None, _) | (_, true) => of.map(FilingNumber::principal) == Some(number.principal()),
        (Some(_), false) => of == Some(number),
    };
    is_same && in_progress.kind.is_some_and(|kind| CANCELLING.contains(&kind))
}

/// Whether an order that deregisters or cancels access applies again for what is in progress.
pub(crate) fn is_requested_again(order: &Order, in_progress: &OrderInProgress) -> bool {
    CANCELLING.contains(&order.kind())
        && numbers(order).any(|(place, number)| cancels(in_progress, place, number))
}

fn already_requested(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    let mut is_said = false;
    for (place, number) in numbers(cx.order) {
        let requested = registry.orders_in_progress().iter().find(|order| cancels(order, place, number));
        if let Some(kind) = requested.and_then(|order| order.kind) {
            is_said = true;
            find_at_number(place, params![order: kind], out);
        }
    }
    if !is_said && !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn number_ambiguous(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    for (place, number) in numbers(cx.order) {
        if registry.is_ambiguous(&number) {
            find_at_number(place, params![number: Param::name(number.to_string())], out);
        }
    }
}

fn reason_too_long(cx: &Cx<'_>, out: &mut Out) {
    const MAX: usize = 1024;
    let reason = match cx.order {
        Order::DeregisterPrincipal(order) => &order.reason,
        Order::DeregisterServices(order) | Order::CancelAccess(order) => &order.reason,
        _ => return,
    };
    let length = reason.as_deref().unwrap_or_default().chars().count();
    if length > MAX {
        out.find(&At::ROOT, &[Key::Reason], params![length, max: MAX]);
    }
}

/// What customer service asks for where no code can be received.
const OF_INDIVIDUAL: Text = Text {
    zh: "账号 ID、姓名、负责人身份证、手持身份证正反面照片、按手印的声明",
    en: "the account's id, the name, the head's identity card, photos of the person holding both sides of it, and a \
         declaration with a fingerprint",
};
const OF_ORGANIZATION: Text = Text {
    zh: "营业执照等主体证件、法定代表人和经办人证件、加盖公章的声明",
    en: "the licence, the certificates of the legal representative and of the applicant, and a declaration with the seal",
};

fn phone_lost(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    let number = numbers(cx.order).next().map(|(_, number)| number);
    let Some(filed) = number.and_then(|number| registry.principal(&number)) else { return };
    if filed.head_contact_works != Some(false) {
        return;
    }
    let is_individual =
        filed.principal.as_ref().and_then(|principal| principal.kind) == Some(PrincipalKind::Individual);
    let documents = if is_individual { OF_INDIVIDUAL } else { OF_ORGANIZATION };
    out.find(&At::ROOT, &[], params![documents: documents]);
}

fn late(cx: &Cx<'_>, out: &mut Out) {
    let effective_on = match cx.order {
        Order::DeregisterPrincipal(order) => order.effective_on,
        Order::DeregisterServices(order) => order.effective_on,
        _ => None,
    };
    let today = cx.context.today;
    if let Some(effective_on) = effective_on.filter(|effective_on| *effective_on < today) {
        out.find(&At::ROOT, &[Key::EffectiveOn], params![effective_on, today]);
    }
}
