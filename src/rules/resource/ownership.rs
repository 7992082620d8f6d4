//! Whose a resource is, and how many services it carries.

use crate::check::resources::{self, ResourceProblem};
use crate::check::Needed;
use crate::engine::context::CheckContext;
use crate::engine::nodes::{ResourceNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::engine::parsed::Repeatable;
use crate::fields;
use crate::fields::Given;
use crate::model::resource::{identity, Resource};
use crate::path::{Key, Location};
use crate::rule::{documents, Step};
use crate::rules::{completeness, remedies};
use crate::text::filled;

rule! {
    /// Every service has a cloud resource: a cloud server, a lightweight server, a serverless service, a load
    /// balancer, or a filing authorisation code of an associated account. Each one that is given has to be eligible.
    ///
    /// **Why.** A provider files only what runs on its resources.
    ///
    /// **Example.** A website without any resource.
    pub(super) MISSING = "resource.missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        at: ["/services/{s}/resources"] if Missing,
        sources: [stated(WITH_SERVICES): Step::Services.at("资源类型")],
        miit: [1006, 1035],
        summary: {
            zh: "每个服务须选择云资源或填写备案授权码",
            en: "Every service needs a cloud resource or a filing authorisation code.",
        },
        message: {
            zh: "该服务未选择{field}。请选择本账号下符合备案要求的云服务器、轻量应用服务器、Serverless 服务或负载均衡，或填写关联账号申请的备案授权码。",
            en: "No {field} is selected for this service. Select an eligible cloud server, lightweight server, serverless service or load balancer of this account, or enter a filing authorisation code from an associated account.",
        },
        check: [Service(missing)],
    }
}

pub(super) fn missing(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    completeness::missing(fields::RESOURCES, node.service, Given::default(), &node.at, cx, out);
}

rule! {
    /// A server, a serverless service or a load balancer belongs to the account that hands in the order. Who
    /// wants to use another's server has that account issue a filing authorisation code.
    ///
    /// **Why.** The provider answers for what its customer runs.
    ///
    /// **Example.** A server of the parent company's account.
    pub(super) NOT_IN_ACCOUNT = "resource.not-in-account" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Account, Inputs],
        params: [account, order_account],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): Step::Services.at("资源类型 · 可选择账号内符合备案要求的云服务器")],
        summary: {
            zh: "云资源须属于提交备案的账号",
            en: "The resource must belong to the account that submits the order.",
        },
        message: {
            zh: "该云资源属于账号 {account}，不属于提交备案的账号 {order_account}。请选择本账号的云资源，或请对方账号为本账号申请备案授权码。",
            en: "This resource belongs to account {account}, but the order is submitted by account {order_account}. Select a resource of this account, or ask the other account to issue a filing authorisation code for it.",
        },
        check: [Resource(not_in_account)],
    }
}

pub(super) fn not_in_account(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let owner = match node.resource {
        Resource::CloudServer(server) | Resource::LightweightServer(server) => &server.account,
        Resource::Serverless(serverless) => &serverless.account,
        Resource::LoadBalancer(balancer) => &balancer.account,
        Resource::LicenseCode(_) => return,
    };
    let verdict = resources::in_account(filled(owner.as_ref()), cx.account_id());
    if let Some(problem) = out.hear(cx, verdict, &node.at, &[Key::Account]) {
        let params = params![account: problem.found(), order_account: problem.required()];
        out.find(&node.at, &[Key::Account], params);
    }
}

rule! {
    /// A resource carries only so many services: a cloud server and a lightweight server five, a serverless package
    /// two, what is filed on it already and what this order adds counted together.
    ///
    /// Sources of 2022 say websites, a later one of another provider counts websites and APPs together, which is
    /// the reading here. What is deregistered frees its place at Tencent Cloud; where it does not, another rule counts
    /// it. An enterprise portal of Huawei Cloud carries three.
    ///
    /// **Why.** The provider caps what is filed on one machine.
    ///
    /// **Example.** Six sites of one order on one new server.
    pub(super) QUOTA_EXCEEDED = "resource.quota-exceeded" {
        severity: Blocker,
        actor: Cloud,
        orders: FILING,
        needs: [ProviderRules, Inputs],
        params: [count, max],
        at: ["/services/{s}/resources"],
        sources: [
            stated(FILING): documents::RESOURCES.at("购买满足备案条件的云服务器 · 同一云服务器实例备案的网站不超过5个"),
            stated(FILING): documents::RULES_OF_HUAWEI.at("ServerFilingLimit"),
        ],
        summary: {
            zh: "单个云资源可备案的服务数有上限",
            en: "Only a limited number of services can be filed on one resource.",
        },
        message: {
            zh: "计入本订单，该云资源共备案 {count} 个服务，超过上限 {max} 个。请改用其他云资源，或填写其他服务器的备案授权码。",
            en: "Counting this order, {count:service} would be filed on this resource; the limit is {max}. Select another resource, or enter a filing authorisation code of another server.",
        },
        check: [Resource(quota_exceeded)],
    }
}

fn quota_exceeded(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let (at, field) = (carrier_at(node), &[Key::ServicesFiled]);
    let verdict = resources::has_room(node.resource, in_order(cx, node), cx.limits());
    if let Some(problem) = out.hear(cx, verdict, &at, field) {
        out.find(&at, field, params![count: problem.found(), max: problem.required()]);
    } else {
        needs_carrier(cx, node, &at, out);
    }
}

/// Says that the rule needs to know on what else of the order the resource stands: its id, where there are other services.
fn needs_carrier(cx: &CheckContext<'_>, node: &ResourceNode<'_>, at: &Location<'_>, out: &mut Outcome) {
    if matches!(node.resource, Resource::LicenseCode(code) if code.server.is_none()) {
        out.needs_input(&node.at, &[Key::Server]);
    } else if node.resource.hosting_id().is_none() && cx.order.services().len() > 1 {
        out.needs_input(at, &[Key::Id]);
    }
}

/// Where what carries the service of a resource stands: the resource itself, or the server behind it.
fn carrier_at<'n>(node: &'n ResourceNode<'_>) -> Location<'n> {
    match node.resource {
        Resource::LoadBalancer(_) => node.at.key(Key::BoundServer),
        Resource::LicenseCode(_) => node.at.key(Key::Server),
        _ => node.at,
    }
}

/// How many services of the order are on the resource, this one and those before.
fn in_order(cx: &CheckContext<'_>, node: &ResourceNode<'_>) -> u32 {
    let id = node.resource.hosting_id().filter(|_| cx.parsed.may_repeat(Repeatable::Resource));
    let Some(id) = id else { return 1 };
    let before = cx.hosting_resources().before(id, node.service.index);
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

rule! {
    /// A service names each resource, and each address, once.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses the same access twice, code 1029.
    ///
    /// **Example.** A server that is listed by its id and again behind a filing authorisation code with the same address.
    pub(super) REPEATED = "resource.repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [first],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1024、1029、1040")],
        miit: [1024, 1029, 1040],
        summary: {
            zh: "同一服务不得重复填写同一云资源或 IP",
            en: "A service must not list a resource or an address twice.",
        },
        message: {
            zh: "该云资源与本服务的第 {first} 个云资源重复（实例或 IP 相同）。请删除重复的云资源。",
            en: "This resource is the same as resource {first} of the service (same instance or address). Remove the duplicate.",
        },
        check: [Resource(repeated)],
        remedy: remedies::remove,
    }
}

pub(super) fn repeated(_: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    // The first repeats none; most services have no other.
    if node.index == 0 {
        return;
    }
    if let Some(first) = node.service.first_alike(node.index) {
        return out.find(&node.at, &[], params![first: first + 1]);
    }
    // What has neither id nor address may be any of the others; a code alone may stand for the server of any. Those between
    // the first and this one said so at their own turn.
    let resources = node.service.service.resources();
    for (index, resource) in
        resources.first().map(|first| (0, first)).into_iter().chain([(node.index, node.resource)])
    {
        let at = node.service.at.item(Key::Resources, index);
        match resource {
            Resource::LicenseCode(code) if code.server.is_none() => out.needs_input(&at, &[Key::Server]),
            _ if identity(resource) == (None, None) => out.needs_input(&at, &[Key::Id]),
            _ => {}
        }
    }
}

rule! {
    /// What a deregistered service used on a server is not given back at Huawei Cloud and UCloud: filed and
    /// deregistered services count alike there. Tencent Cloud gives it back.
    ///
    /// How many were deregistered is an optional input of the server; a limit that is exceeded without them is
    /// another rule's.
    ///
    /// **Why.** The provider counts what has ever been filed on the server.
    ///
    /// **Example.** Three sites are filed on a server, and two others were; there is no room for another.
    pub(super) SLOTS_SPENT = "resource.slots-spent" {
        severity: Blocker,
        actor: Cloud,
        orders: FILING,
        needs: [ProviderRules, Inputs],
        params: [count, deregistered, max],
        at: ["/services/{s}/resources"],
        sources: [stated(FILING): documents::RULES_OF_HUAWEI.at("ServerFilingLimit")],
        providers: [Huawei, Ucloud],
        cited: [Ucloud: documents::LIMITS_OF_UCLOUD, "可备案网站和域名数量"],
        summary: {
            zh: "服务器上注销的服务仍占用备案数量",
            en: "Services deregistered from a server still count towards its limit.",
        },
        message: {
            zh: "计入本订单，该服务器共备案 {count} 个服务，另有 {deregistered} 个已注销的服务仍占用名额，合计超过上限 {max} 个。请改用其他服务器。",
            en: "Counting this order, {count:service} would be filed on this server; {deregistered} deregistered earlier still count, and the limit is {max}. Select another server.",
        },
        check: [Resource(slots_spent)],
    }
}

fn slots_spent(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let at = carrier_at(node);
    let verdict = resources::has_slots(node.resource, in_order(cx, node), cx.limits());
    let field = match verdict.needed() {
        Some(Needed::Input(key)) => [key],
        _ => [Key::ServicesDeregistered],
    };
    match out.hear(cx, verdict, &at, &field).map(|problem| problem.reason) {
        Some(ResourceProblem::SlotsSpent { count, deregistered, max }) => {
            out.find(&at, &field, params![count, deregistered, max]);
        }
        _ => needs_carrier(cx, node, &at, out),
    }
}
