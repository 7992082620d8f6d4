//! Conditions that a server has to meet.

use crate::engine::context::CheckContext;
use crate::engine::nodes::{ResourceNode, ServerNode, ServerRole};
use crate::engine::outcome::Outcome;
use crate::model::resource::{Billing, Resource, ResourceKind, Server, ServerProduct};
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Chapter, Origin};
use crate::rulebook::Limit;
use crate::rules::resource::{account, term, Verdict, NOTHING, PREPARATION};
use crate::text::{filled, Term};
use chrono::{Days, Months};

const MAINLAND: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AddService, Chapter::ChangeFiling, Chapter::ChangeService];

fn mainland(mainland: Option<bool>) -> Verdict {
    match mainland {
        None => Verdict::Absent,
        Some(true) => Verdict::Met,
        Some(false) => Verdict::Failed { found: false.into(), required: true.into() },
    }
}

rule! {
    /// The resource stands in a region of mainland China. Said of servers in the guide; of serverless services
    /// in the documents on them.
    ///
    /// **Why.** What is served from elsewhere needs no filing, and gets none.
    ///
    /// **Example.** A server in Hong Kong.
    pub(super) OUTSIDE_MAINLAND = "resource.outside-mainland" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/resources"],
        source: Origin::Guide { chapters: MAINLAND, section: "备案准备 · 云服务资源", form: None },
        miit: [1036],
        summary: {
            zh: "云资源须位于中国大陆地域",
            en: "The resource stands in a region of mainland China.",
        },
        message: {
            zh: "该云资源不在中国大陆地域，不能用于备案。请改用中国大陆地域的云资源。",
            en: "The resource is outside mainland China and cannot be used for a filing. Use one in a mainland region.",
        },
        check: [Server(outside_mainland), Resource(serverless_outside_mainland)],
    }
}

fn outside_mainland(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if failed(cx, node, &IN_MAINLAND, out).is_some() {
        out.find(&node.at, &[Key::Mainland], params![]);
    }
}

fn serverless_outside_mainland(_: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::Serverless(serverless) = node.resource else { return };
    match mainland(serverless.mainland) {
        Verdict::Failed { .. } => out.find(&node.at, &[Key::Mainland], params![]),
        Verdict::Absent => out.needs_input(&node.at, &[Key::Mainland]),
        Verdict::Met | Verdict::Untold => {}
    }
}

/// A condition that a server has to meet, the key that it looks at, and what is said where it fails.
struct Condition {
    key: Key,
    failure: Term,
    of: fn(&CheckContext<'_>, &Server, &mut Outcome) -> Verdict,
}

const IN_MAINLAND: Condition = Condition {
    key: Key::Mainland,
    failure: term(
        "outside_mainland",
        "绑定的云服务器不在中国大陆地域",
        "its server is outside mainland China",
    ),
    of: |_, server, _| mainland(server.mainland),
};

/// What a server's own rule finds out by `condition`: found and required where it fails. The server behind a
/// load balancer is the balancer's matter.
fn failed(
    cx: &CheckContext<'_>,
    node: &ServerNode<'_>,
    condition: &Condition,
    out: &mut Outcome,
) -> Option<(Param, Param)> {
    if node.role == ServerRole::BehindLoadBalancer {
        return None;
    }
    match (condition.of)(cx, node.server, out) {
        Verdict::Failed { found, required } => Some((found, required)),
        Verdict::Absent => {
            out.needs_input(&node.at, &[condition.key]);
            None
        }
        Verdict::Met | Verdict::Untold => None,
    }
}

rule! {
    /// A cloud server has a public IP address.
    ///
    /// **Why.** The address is what is filed with the service.
    ///
    /// **Example.** A server that is reached through another machine only.
    pub(super) NO_PUBLIC_IP = "resource.no-public-ip" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        at: ["/services/{s}/resources"],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源 · 云服务器", form: None },
        miit: [1006],
        summary: {
            zh: "云服务器须有公网 IP",
            en: "A cloud server has a public IP address.",
        },
        message: {
            zh: "该云服务器没有公网 IP。请为其分配公网 IP（如绑定弹性公网 IP），或改用有公网 IP 的云服务器。",
            en: "The cloud server has no public IP address. Assign one, or use a server that has one.",
        },
        check: [Server(no_public_ip)],
    }
}

fn no_public_ip(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    let is_due = node.role != ServerRole::LightweightServer;
    if is_due && failed(cx, node, &WITH_PUBLIC_IP, out).is_some() {
        out.find(&node.at, &[Key::PublicIp], params![]);
    }
}

const WITH_PUBLIC_IP: Condition = Condition {
    key: Key::PublicIp,
    failure: term("no_public_ip", "绑定的云服务器没有公网 IP", "its server has no public IP address"),
    of: |_, server, _| match filled(server.public_ip.as_ref()) {
        Some(_) => Verdict::Met,
        None => Verdict::Failed { found: NOTHING.into(), required: Key::PublicIp.into() },
    },
};

rule! {
    /// A cloud or lightweight server is billed in advance, by the month or year 包年包月.
    ///
    /// **Why.** A server billed by use may be gone tomorrow.
    ///
    /// **Example.** A server billed by the hour.
    pub(super) NOT_PREPAID = "resource.not-prepaid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [billing, required],
        at: ["/services/{s}/resources"],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源", form: None },
        summary: {
            zh: "服务器计费模式须为包年包月",
            en: "A server is billed in advance, by the month or year.",
        },
        message: {
            zh: "该服务器的计费模式为“{billing}”，备案要求“{required}”。请将其转为包年包月，或改用包年包月的服务器。",
            en: "The server is {billing}; a filing needs one that is {required}. Change its billing, or use another server.",
        },
        check: [Server(not_prepaid)],
    }
}

fn not_prepaid(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if let Some((billing, required)) = failed(cx, node, &PREPAID, out) {
        out.find(&node.at, &[Key::Billing], params![billing: billing, required: required]);
    }
}

const PREPAID: Condition = Condition {
    key: Key::Billing,
    failure: term("not_prepaid", "绑定的云服务器不是包年包月", "its server is not billed in advance"),
    of: |_, server, _| match server.billing {
        None => Verdict::Absent,
        Some(Billing::Prepaid) => Verdict::Met,
        Some(billing) => Verdict::Failed { found: billing.into(), required: Billing::Prepaid.into() },
    },
};

rule! {
    /// A server was bought for three months or more, renewals counted. At Huawei Cloud a dedicated cloud is bought for a
    /// year.
    ///
    /// **Why.** The provider requires it.
    ///
    /// **Example.** A server bought for one month and renewed for one.
    pub(super) PURCHASE_TOO_SHORT = "resource.purchase-too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [months, min],
        at: ["/services/{s}/resources"],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源", form: None },
        summary: {
            zh: "服务器须购买 3 个月及以上（含续费）",
            en: "A server was bought for three months or more, renewals counted.",
        },
        message: {
            zh: "该服务器累计购买 {months} 个月，备案要求购买 {min} 个月及以上（含续费）。请续费后再提交。",
            en: "The server was bought for {months:month}; a filing needs {min} or more, renewals counted. Renew it, then submit.",
        },
        check: [Server(purchase_too_short)],
    }
}

fn purchase_too_short(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if let Some((months, min)) = failed(cx, node, &BOUGHT_LONG_ENOUGH, out) {
        out.find(&node.at, &[Key::PurchasedMonths], params![months: months, min: min]);
    }
}

const BOUGHT_LONG_ENOUGH: Condition = Condition {
    key: Key::PurchasedMonths,
    failure: term(
        "purchase_too_short",
        "绑定的云服务器购买时长（月）不足",
        "its server was bought for too few months",
    ),
    of: |cx, server, out| {
        let Some(min) = months_to_buy(cx, server, out) else { return Verdict::Untold };
        match server.purchased_months {
            Some(months) if months < min => Verdict::Failed { found: months.into(), required: min.into() },
            Some(_) => Verdict::Met,
            None => absent_unless_postpaid(server),
        }
    },
};

/// For how many months a server has to be bought; some providers ask for more of a dedicated cloud.
fn months_to_buy(cx: &CheckContext<'_>, server: &Server, out: &mut Outcome) -> Option<u32> {
    let is_dedicated = server.product == Some(ServerProduct::DedicatedCloud);
    let limit = match cx.limits().dedicated_cloud_months.filter(|_| is_dedicated) {
        Some(_) => Limit::DedicatedCloudMonths,
        None => Limit::PurchasedMonths,
    };
    out.limit(cx, limit)
}

/// A server that is billed by use has neither months nor an end: the billing is the mistake.
fn absent_unless_postpaid(server: &Server) -> Verdict {
    match server.billing {
        Some(Billing::Postpaid) => Verdict::Untold,
        _ => Verdict::Absent,
    }
}

rule! {
    /// On the day of submission a server has one month or more left. A month ends on the same day of the next
    /// month.
    ///
    /// **Why.** The filing takes weeks, and a server that ends meanwhile takes the filing with it.
    ///
    /// **Example.** An order of 23 November with a server that ends on 20 December.
    pub(super) REMAINING_TOO_SHORT = "resource.remaining-too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [expires_on, earliest, months],
        at: ["/services/{s}/resources"],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源", form: None },
        summary: {
            zh: "备案期间服务器剩余有效期须在 1 个月及以上",
            en: "A server has one month or more left while filing.",
        },
        message: {
            zh: "该服务器于 {expires_on} 到期，备案期间剩余有效期须满 {months} 个月，即至少到 {earliest}。请续费后再提交。",
            en: "The server ends on {expires_on}; a filing needs {months:month} left, that is, until {earliest} at least. Renew it, then submit.",
        },
        check: [Server(remaining_too_short)],
    }
}

fn remaining_too_short(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if let Some((expires_on, earliest)) = failed(cx, node, &RUNNING_LONG_ENOUGH, out) {
        let months = cx.limits().remaining_months.unwrap_or_default();
        out.find(
            &node.at,
            &[Key::ExpiresOn],
            params![expires_on: expires_on, earliest: earliest, months: months],
        );
    }
}

const RUNNING_LONG_ENOUGH: Condition = Condition {
    key: Key::ExpiresOn,
    failure: term("remaining_too_short", "绑定的云服务器剩余有效期不足", "its server ends too soon"),
    of: |cx, server, out| {
        let Some(months) = out.limit(cx, Limit::RemainingMonths) else { return Verdict::Untold };
        let Some(earliest) = cx.context.today.checked_add_months(Months::new(months)) else {
            return Verdict::Untold;
        };
        match server.expires_on {
            Some(expires_on) if expires_on < earliest => {
                Verdict::Failed { found: expires_on.into(), required: earliest.into() }
            }
            Some(_) => Verdict::Met,
            None => absent_unless_postpaid(server),
        }
    },
};

rule! {
    /// A load balancer is bound to a cloud server that is itself eligible: of the account, in the mainland, with
    /// a public IP address, billed in advance, bought and running long enough. The finding stands at the
    /// condition that the server fails.
    ///
    /// **Why.** The server behind it is what is filed.
    ///
    /// **Example.** A load balancer in front of a server that is billed by use.
    pub(super) LOAD_BALANCER_UNBOUND = "resource.load-balancer-unbound" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Account, ProviderRules, Inputs],
        params: [condition, found, required],
        at: ["/services/{s}/resources"],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源 · 负载均衡实例", form: None },
        summary: {
            zh: "负载均衡须绑定符合备案条件的云服务器",
            en: "A load balancer is bound to a cloud server that is itself eligible.",
        },
        message: {
            zh: "该负载均衡不能用于备案：{condition}（当前：{found}；要求：{required}）。请改绑符合条件的云服务器，或先处理该服务器。",
            en: "The load balancer cannot be used for a filing: {condition} (now: {found}; needed: {required}). Bind it to a server that is eligible, or fix this server.",
        },
        check: [Resource(load_balancer_unbound), Server(bound_server_ineligible)],
    }
}

fn load_balancer_unbound(_: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::LoadBalancer(balancer) = node.resource else { return };
    if balancer.bound_server.is_none() {
        let condition = term("unbound", "未绑定云服务器", "it is not bound to a cloud server");
        out.find(
            &node.at,
            &[Key::BoundServer],
            params![condition: condition, found: NOTHING, required: ResourceKind::CloudServer],
        );
    }
}

fn bound_server_ineligible(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if node.role != ServerRole::BehindLoadBalancer {
        return;
    }
    for condition in
        [OF_ACCOUNT, IN_MAINLAND, WITH_PUBLIC_IP, PREPAID, BOUGHT_LONG_ENOUGH, RUNNING_LONG_ENOUGH]
    {
        match (condition.of)(cx, node.server, out) {
            Verdict::Failed { found, required } => out.find(
                &node.at,
                &[condition.key],
                params![condition: condition.failure, found: found, required: required],
            ),
            Verdict::Absent => out.needs_input(&node.at, &[condition.key]),
            Verdict::Met | Verdict::Untold => {}
        }
    }
}

const OF_ACCOUNT: Condition = Condition {
    key: Key::Account,
    failure: term(
        "not_in_account",
        "绑定的云服务器不属于提交备案的账号",
        "its server does not belong to the order's account",
    ),
    of: |cx, server, out| account(cx, server.account.as_ref(), out),
};

rule! {
    /// A resource is still paid for on the day of submission: a server, the server behind a load balancer or a
    /// filing authorisation code, a serverless package.
    ///
    /// Where the provider states how long a server has to run still, that is the finding.
    ///
    /// **Why.** What has ended serves nothing; a filing authorisation code ends with its server.
    ///
    /// **Example.** The package of a serverless service ran out last week.
    pub(super) EXPIRED = "resource.expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [expires_on, today],
        at: ["/services/{s}/resources"],
        source: Origin::Document(documents::BEFORE_FILING_FAQ, "已到期的云资源不能备案"),
        cited: [
            Huawei: documents::FAQ_OF_HUAWEI, "云资源已到期";
            Ucloud: documents::LIMITS_OF_UCLOUD, "云主机剩余有效期";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "仅运行中的实例";
        ],
        summary: {
            zh: "云资源须未到期",
            en: "A resource is still paid for on the day of submission.",
        },
        message: {
            zh: "该云资源已于 {expires_on} 到期（提交日为 {today}），不能用于备案。请先续费，或改用其他云资源。",
            en: "The resource ended on {expires_on} (the day of submission is {today}) and cannot be used for a filing. Renew it, or use another.",
        },
        check: [Server(expired), Resource(serverless_expired)],
    }
}

fn expired(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    let today = cx.context.today;
    if let Some(expires_on) = node.server.expires_on.filter(|expires_on| *expires_on < today) {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, today]);
    }
}

fn serverless_expired(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::Serverless(serverless) = node.resource else { return };
    let today = cx.context.today;
    if let Some(expires_on) = serverless.expires_on.filter(|expires_on| *expires_on < today) {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, today]);
    }
}

rule! {
    /// A server lasts until the review is over: up to two working days with the provider, and twenty with the
    /// authority.
    ///
    /// Where the State Council has not announced the holidays of the year, weekdays count.
    ///
    /// **Why.** A server that ends while the order is with the authority is asked about, and may be refused.
    ///
    /// **Example.** An order of mid January with a server that ends in mid February: the Spring Festival lies between.
    pub(super) ENDS_DURING_REVIEW = "resource.ends-during-review" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [expires_on, review_ends],
        at: ["/services/{s}/resources"],
        source: Origin::Document(documents::REVIEW_FAQ, "审核期间服务器须有效"),
        providers: [Tencent],
        summary: {
            zh: "服务器有效期须覆盖审核期间",
            en: "A server lasts until the review is over.",
        },
        message: {
            zh: "该服务器于 {expires_on} 到期，而审核最长可能到 {review_ends}。审核期间服务器到期的，管局可能核实或驳回，请先续费。",
            en: "The server ends on {expires_on}, and the review may take until {review_ends}. A server that ends meanwhile may be asked about or refused: renew it first.",
        },
        check: [Server(ends_during_review)],
    }
}

fn ends_during_review(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    let Some(expires_on) = node.server.expires_on else { return };
    // Nearly every server lasts for longer than any calendar could stretch the review.
    let is_near = cx.context.today.checked_add_days(Days::new(90)).is_some_and(|far| expires_on < far);
    if !is_near {
        return;
    }
    let Some(counted) = cx.rulebook.calendar().add_working_days(cx.context.today, REVIEW_WORKING_DAYS) else {
        return;
    };
    let review_ends = counted.date;
    if expires_on < review_ends {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, review_ends]);
    }
}

/// The most working days that a review takes: two with the provider, twenty with the authority.
const REVIEW_WORKING_DAYS: u16 = 22;

rule! {
    /// A cloud server's bandwidth to the internet is more than nothing.
    ///
    /// The bandwidth is an optional input; where it is not given, the address tells.
    ///
    /// **Why.** Without bandwidth the server has no public address that could be filed.
    ///
    /// **Example.** A server that was bought with 0 Mbit/s.
    pub(super) NO_BANDWIDTH = "resource.no-bandwidth" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        at: ["/services/{s}/resources"],
        source: Origin::Document(documents::RESOURCES, "公网带宽须大于 0"),
        providers: [Tencent],
        summary: {
            zh: "云服务器公网带宽须大于 0",
            en: "A cloud server's bandwidth to the internet is more than nothing.",
        },
        message: {
            zh: "该云服务器的公网带宽为 0。请调整公网带宽，或改用带宽大于 0 的云服务器。",
            en: "The cloud server has no bandwidth to the internet. Raise it, or use a server that has some.",
        },
        check: [Server(no_bandwidth)],
    }
}

fn no_bandwidth(_: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if node.role != ServerRole::LightweightServer && node.server.bandwidth == Some(0) {
        out.find(&node.at, &[Key::Bandwidth], params![]);
    }
}
