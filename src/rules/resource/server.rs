//! Conditions that a server has to meet.

use crate::check::resources::{self, ResourceProblem};
use crate::check::{Problem, Reason, Verdict};
use crate::engine::context::CheckContext;
use crate::engine::nodes::{ResourceNode, ServerNode, ServerRole};
use crate::engine::outcome::Outcome;
use crate::model::resource::{BoundServer, Resource, Server};
use crate::path::{Key, Location};
use crate::rule::{documents, Chapter, Step};
use crate::text::{filled, Term, Text};
use chrono::Days;

rule! {
    /// The resource stands in a region of mainland China. Said of servers in the guide; of serverless services
    /// in the documents on them.
    ///
    /// **Inferred.** The field takes resources that meet the page on them, which says so.
    ///
    /// **Why.** What is served from elsewhere needs no filing, and gets none.
    ///
    /// **Example.** A server in Hong Kong.
    pub(super) OUTSIDE_MAINLAND = "resource.outside-mainland" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/resources"],
        sources: [
            stated(FIRST): Chapter::FirstFiling.at("如果您的网站/域名或者 APP 托管在腾讯云中国大陆地区云服务器"),
            stated(ADD_SERVICE): Chapter::AddService.at("如果您的网站/域名或者 APP 托管在腾讯云中国大陆地区云服务器"),
            stated(CHANGE): Step::Preparation.at("云服务资源 · 通过云服务器备案，需要先购买腾讯云中国大陆地区有公网 IP 的服务器"),
            stated(FILING): documents::RESOURCES.at("购买满足备案条件的云服务器 · 地区"),
            inferred(ACCESS | ADD_SERVICE_FROM_ELSEWHERE): Step::Services.at("资源类型"),
        ],
        miit: [1036],
        summary: {
            zh: "云资源须位于中国大陆地域",
            en: "The resource must be in a region of mainland China.",
        },
        message: {
            zh: "该云资源不在中国大陆地域，不能用于备案。请改用或在云控制台购买中国大陆地域的云资源；服务一直部署在中国大陆以外的，无须备案，也不能备案。",
            en: "This resource is outside mainland China and cannot be used for a filing. Select one in a mainland region, or buy one in the cloud console; a service that stays outside the mainland neither needs nor can obtain a filing.",
        },
        check: [Server(outside_mainland), Resource(serverless_outside_mainland)],
    }
}

fn outside_mainland(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if failed(cx, node, Key::Mainland, out, |server| resources::in_mainland(server.mainland)).is_some() {
        out.find(&node.at, &[Key::Mainland], params![]);
    }
}

fn serverless_outside_mainland(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::Serverless(serverless) = node.resource else { return };
    let verdict = resources::in_mainland(serverless.mainland);
    if out.hear(cx, verdict, &node.at, &[Key::Mainland]).is_some() {
        out.find(&node.at, &[Key::Mainland], params![]);
    }
}

/// What is wrong with a server by a condition that looks at the field `key`. The server behind a load balancer is the
/// balancer's matter.
fn failed<'a>(
    cx: &CheckContext<'_>,
    node: &ServerNode<'a>,
    key: Key,
    out: &mut Outcome,
    condition: impl FnOnce(&'a Server) -> Verdict<ResourceProblem<'a>>,
) -> Option<Problem<ResourceProblem<'a>>> {
    if node.role == ServerRole::BehindLoadBalancer || resources::is_moot(node.server, key) {
        return None;
    }
    out.hear(cx, condition(node.server), &node.at, &[key])
}

rule! {
    /// A cloud server has a public IP address.
    ///
    /// **Inferred.** The field of filings takes resources that meet the page on them, which says so.
    ///
    /// **Why.** The address is what is filed with the service.
    ///
    /// **Example.** A server that is reached through another machine only.
    pub(super) NO_PUBLIC_IP = "resource.no-public-ip" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/resources"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 通过云服务器备案，需要先购买腾讯云中国大陆地区有公网 IP 的服务器"),
            stated(FILING): documents::RESOURCES.at("购买满足备案条件的云服务器 · 其他"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        miit: [1006],
        summary: {
            zh: "云服务器须有公网 IP",
            en: "A cloud server must have a public IP address.",
        },
        message: {
            zh: "该云服务器没有公网 IP。请在云控制台为其分配公网 IP（如绑定弹性公网 IP），或改用有公网 IP 的云服务器。",
            en: "This cloud server has no public IP address. Assign one in the cloud console (such as an elastic IP), or select a server that has one.",
        },
        check: [Server(no_public_ip)],
    }
}

fn no_public_ip(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    let condition = |server: &Server| resources::has_public_ip(filled(server.public_ip.as_ref()));
    let is_due = node.role != ServerRole::LightweightServer;
    if is_due && failed(cx, node, Key::PublicIp, out, condition).is_some() {
        out.find(&node.at, &[Key::PublicIp], params![]);
    }
}

rule! {
    /// A cloud or lightweight server is billed in advance, by the month or year 包年包月.
    ///
    /// **Inferred.** The field of filings takes resources that meet the page on them, which says so.
    ///
    /// **Why.** A server billed by use may be gone tomorrow.
    ///
    /// **Example.** A server billed by the hour.
    pub(super) NOT_PREPAID = "resource.not-prepaid" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [billing, required],
        at: ["/services/{s}/resources"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 通过云服务器备案，需要先购买腾讯云中国大陆地区有公网 IP 的服务器"),
            stated(FILING): documents::RESOURCES.at("购买满足备案条件的云服务器 · 计费模式"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        summary: {
            zh: "服务器计费模式须为包年包月",
            en: "A server must be prepaid by the month or year.",
        },
        message: {
            zh: "该服务器的计费模式为“{billing}”，备案要求“{required}”。请在云控制台将其转为包年包月，或改用包年包月的服务器。",
            en: "This server is {billing}; a filing requires one that is {required}. Change its billing in the cloud console, or select another server.",
        },
        check: [Server(not_prepaid)],
    }
}

fn not_prepaid(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if let Some(problem) = failed(cx, node, Key::Billing, out, |server| resources::is_prepaid(server.billing))
    {
        let params = params![billing: problem.found(), required: problem.required()];
        out.find(&node.at, &[Key::Billing], params);
    }
}

rule! {
    /// A server was bought for three months or more, renewals counted. At Huawei Cloud a dedicated cloud is bought for a
    /// year.
    ///
    /// **Inferred.** The field of filings takes resources that meet the page on them, which says so.
    ///
    /// **Why.** The provider requires it.
    ///
    /// **Example.** A server bought for one month and renewed for one.
    pub(super) PURCHASE_TOO_SHORT = "resource.purchase-too-short" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [months, min],
        at: ["/services/{s}/resources"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 通过云服务器备案，需要先购买腾讯云中国大陆地区有公网 IP 的服务器"),
            stated(FILING): documents::RESOURCES.at("购买满足备案条件的云服务器 · 购买时长"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        summary: {
            zh: "服务器须购买 3 个月及以上（含续费）",
            en: "A server must be bought for at least three months, renewals included.",
        },
        message: {
            zh: "该服务器累计购买 {months} 个月，备案要求累计购买 {min} 个月及以上（含续费）。请在云控制台续费后再提交。",
            en: "This server was bought for {months:month} in total; a filing requires at least {min}, renewals included. Renew it in the cloud console, then submit.",
        },
        check: [Server(purchase_too_short)],
    }
}

fn purchase_too_short(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    let condition = |server| resources::is_bought_long_enough(server, cx.limits());
    if let Some(problem) = failed(cx, node, Key::PurchasedMonths, out, condition) {
        let params = params![months: problem.found(), min: problem.required()];
        out.find(&node.at, &[Key::PurchasedMonths], params);
    }
}

rule! {
    /// On the day of submission a server has one month or more left. A month ends on the same day of the next
    /// month.
    ///
    /// **Inferred.** The field of filings takes resources that meet the page on them, which says so.
    ///
    /// **Why.** The filing takes weeks, and a server that ends meanwhile takes the filing with it.
    ///
    /// **Example.** An order of 23 November with a server that ends on 20 December.
    pub(super) REMAINING_TOO_SHORT = "resource.remaining-too-short" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [expires_on, earliest, months],
        at: ["/services/{s}/resources"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 通过云服务器备案，需要先购买腾讯云中国大陆地区有公网 IP 的服务器"),
            stated(FILING): documents::RESOURCES.at("购买满足备案条件的云服务器 · 购买时长"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        summary: {
            zh: "备案期间服务器剩余有效期须在 1 个月及以上",
            en: "A server must have at least one month left during the filing.",
        },
        message: {
            zh: "该服务器的到期日为 {expires_on}，备案要求剩余有效期至少 {months} 个月，即有效至 {earliest} 或以后。请在云控制台续费后再提交。",
            en: "This server's expiry date is {expires_on}; a filing requires at least {months:month} left, until {earliest} or later. Renew it in the cloud console, then submit.",
        },
        check: [Server(remaining_too_short)],
    }
}

/// Whether it is said that a server was bought for too few months: renewed for these it lasts longer too.
fn is_bought_for_too_short(node: &ServerNode<'_>, out: &Outcome) -> bool {
    out.is_blocked(&node.at, &[Key::PurchasedMonths])
}

fn remaining_too_short(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if is_bought_for_too_short(node, out) {
        return;
    }
    let condition = |server| resources::runs_long_enough(server, cx.context.today, cx.limits());
    let Some(problem) = failed(cx, node, Key::ExpiresOn, out, condition) else { return };
    if let ResourceProblem::RemainingTooShort { expires_on, earliest, months } = problem.reason {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, earliest, months]);
    }
}

rule! {
    /// A load balancer is bound to a cloud server that is itself eligible: of the account, in the mainland, with
    /// a public IP address, billed in advance, bought and running long enough. The finding stands at the
    /// condition that the server fails.
    ///
    /// **Inferred.** The field of filings takes resources that meet the page on them, which says so.
    ///
    /// **Why.** The server behind it is what is filed.
    ///
    /// **Example.** A load balancer in front of a server that is billed by use.
    pub(super) LOAD_BALANCER_UNBOUND = "resource.load-balancer-unbound" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Account, ProviderRules, Inputs],
        params: [condition, found, required],
        at: ["/services/{s}/resources"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 负载均衡实例"),
            stated(FILING): documents::RESOURCES.at("使用负载均衡实例"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        summary: {
            zh: "负载均衡须绑定符合备案条件的云服务器",
            en: "A load balancer must be bound to an eligible cloud server.",
        },
        message: {
            zh: "该负载均衡暂不能用于备案：{condition}（当前：{found}；备案要求：{required}）。请在云控制台处理该云服务器，或改绑符合备案要求的云服务器。",
            en: "This load balancer cannot be used for a filing yet: {condition} (now: {found}; required: {required}). Fix the server in the cloud console, or bind the load balancer to one that is eligible.",
        },
        check: [Resource(load_balancer_unbound)],
    }
}

fn load_balancer_unbound(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::LoadBalancer(balancer) = node.resource else { return };
    let verdict = resources::is_bound(balancer);
    if let Some(problem) = out.hear(cx, verdict, &node.at, &[Key::BoundServer]) {
        let (found, required) = (problem.found(), problem.required());
        let params =
            params![condition: of_bound_server(problem.reason.term()), found: found, required: required];
        out.find(&node.at, &[Key::BoundServer], params);
    }
    let Some(server) = balancer.bound_server.as_ref().map(BoundServer::server) else { return };
    let (at, limits) = (node.at.key(Key::BoundServer), cx.limits());
    let mut hear = |key: Key, verdict: Verdict<ResourceProblem<'_>>| {
        let is_said = key == Key::ExpiresOn && out.is_blocked(&at, &[Key::PurchasedMonths]);
        if is_said || resources::is_moot(server, key) {
            return;
        }
        if let Some(problem) = out.hear(cx, verdict, &at, &[key]) {
            let (found, required) = (problem.found(), problem.required());
            out.find(
                &at,
                &[key],
                params![condition: of_bound_server(problem.reason.term()), found: found, required: required],
            );
        }
    };
    hear(Key::Account, resources::in_account(filled(server.account.as_ref()), cx.account_id()));
    hear(Key::Mainland, resources::in_mainland(server.mainland));
    hear(Key::PublicIp, resources::has_public_ip(filled(server.public_ip.as_ref())));
    hear(Key::Billing, resources::is_prepaid(server.billing));
    hear(Key::PurchasedMonths, resources::is_bought_long_enough(server, limits));
    hear(Key::ExpiresOn, resources::runs_long_enough(server, cx.context.today, limits));
}

/// What a load balancer is told that its server fails, by the code of the reason.
fn of_bound_server(reason: Term) -> Term {
    let text = match reason.code {
        "unbound" => Text { zh: "未绑定云服务器", en: "it is not bound to a cloud server" },
        "not_in_account" => Text {
            zh: "绑定的云服务器属于其他账号",
            en: "the server behind it belongs to another account",
        },
        "outside_mainland" => Text {
            zh: "绑定的云服务器不在中国大陆地域",
            en: "the server behind it is outside mainland China",
        },
        "no_public_ip" => Text {
            zh: "绑定的云服务器没有公网 IP",
            en: "the server behind it has no public IP address",
        },
        "not_prepaid" => {
            Text { zh: "绑定的云服务器不是包年包月", en: "the server behind it is not prepaid" }
        }
        "purchase_too_short" => Text {
            zh: "绑定的云服务器累计购买月数不足",
            en: "the server behind it was bought for too few months",
        },
        "remaining_too_short" => Text {
            zh: "绑定的云服务器剩余有效期不足",
            en: "the server behind it expires too soon",
        },
        _ => reason.text,
    };
    Term { text, ..reason }
}

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
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [expires_on, today],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::BEFORE_FILING_FAQ.at("服务器过期了能否备案？")],
        cited: [
            Huawei: documents::FAQ_OF_HUAWEI, "备案资源与授权码 · 授权码使用规则";
            Ucloud: documents::LIMITS_OF_UCLOUD, "可备案IP资源";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "只有正常运行状态下的云产品实例，可以生成备案服务号";
        ],
        summary: {
            zh: "云资源须未到期",
            en: "The resource must not have expired.",
        },
        message: {
            zh: "该云资源已于 {expires_on} 到期（提交日：{today}），不能用于备案。请先在云控制台续费，或改用其他云资源。",
            en: "This resource expired on {expires_on} (day of submission: {today}) and cannot be used for a filing. Renew it in the cloud console, or select another.",
        },
        check: [Server(expired), Resource(serverless_expired)],
    }
}

fn expired(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if resources::is_moot(node.server, Key::ExpiresOn) || is_bought_for_too_short(node, out) {
        return;
    }
    ended(cx, resources::server_not_expired(node.server, cx.context.today), &node.at, out);
}

fn serverless_expired(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::Serverless(serverless) = node.resource else { return };
    ended(cx, resources::not_expired(serverless.expires_on, cx.context.today), &node.at, out);
}

fn ended(cx: &CheckContext<'_>, verdict: Verdict<ResourceProblem<'_>>, at: &Location<'_>, out: &mut Outcome) {
    if let Some(problem) = out.hear(cx, verdict, at, &[Key::ExpiresOn]) {
        let params = params![expires_on: problem.found(), today: problem.required()];
        out.find(at, &[Key::ExpiresOn], params);
    }
}

rule! {
    /// A server lasts until the review is over: up to two working days with the provider, and twenty with the
    /// authority.
    ///
    /// Where the State Council has not announced the holidays of the year, weekdays count.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** A server that ends while the order is with the authority is asked about, and may be refused.
    ///
    /// **Example.** An order of mid January with a server that ends in mid February: the Spring Festival lies between.
    pub(super) ENDS_DURING_REVIEW = "resource.ends-during-review" {
        severity: Warning,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [expires_on, review_ends],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::REVIEW_FAQ.at("备案审批中云服务器到期未续费，是否会影响备案审批？")],
        providers: [Tencent],
        summary: {
            zh: "服务器有效期须覆盖审核期间",
            en: "A server must not expire before the review is over.",
        },
        message: {
            zh: "该服务器将于 {expires_on} 到期，而审核最迟可能到 {review_ends}。服务器在审核期间到期的，管局可能核实或驳回，请先在云控制台续费。",
            en: "This server expires on {expires_on}, but the review may last until {review_ends}. If it expires during the review, the authority may ask about it or reject the order. Renew it in the cloud console first.",
        },
        check: [Server(ends_during_review)],
    }
}

fn ends_during_review(cx: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if resources::is_moot(node.server, Key::ExpiresOn) || is_bought_for_too_short(node, out) {
        return;
    }
    let Some(expires_on) = node.server.expires_on else {
        return out.needs_input(&node.at, &[Key::ExpiresOn]);
    };
    // Nearly every server lasts for longer than any calendar could stretch the review.
    let is_near = cx.context.today.checked_add_days(Days::new(90)).is_some_and(|far| expires_on < far);
    if !is_near {
        return;
    }
    let Some(counted) = cx.rulebook.calendar().add_working_days(cx.context.today, REVIEW_WORKING_DAYS) else {
        return;
    };
    let review_ends = counted.date;
    if !resources::outlasts_review(Some(expires_on), review_ends).fits() {
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
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** Without bandwidth the server has no public address that could be filed.
    ///
    /// **Example.** A server that was bought with 0 Mbit/s.
    pub(super) NO_BANDWIDTH = "resource.no-bandwidth" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::RESOURCES.at("购买满足备案条件的云服务器 · 其他")],
        providers: [Tencent],
        summary: {
            zh: "云服务器公网带宽须大于 0",
            en: "A cloud server's public bandwidth must be above 0.",
        },
        message: {
            zh: "该云服务器的公网带宽为 0。请在云控制台调高公网带宽，或改用公网带宽大于 0 的云服务器。",
            en: "This cloud server has no public bandwidth. Increase it in the cloud console, or select a server with bandwidth above 0.",
        },
        check: [Server(no_bandwidth)],
    }
}

fn no_bandwidth(_: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    let is_due = node.role != ServerRole::LightweightServer
        && !resources::is_moot(node.server, Key::Bandwidth)
        && !out.is_blocked(&node.at, &[Key::PublicIp]);
    if is_due && !resources::has_bandwidth(node.server.bandwidth).fits() {
        out.find(&node.at, &[Key::Bandwidth], params![]);
    }
}
