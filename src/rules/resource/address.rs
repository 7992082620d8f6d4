//! Public addresses of servers.

use crate::check::resources::{self, ResourceProblem};
use crate::engine::context::CheckContext;
use crate::engine::nodes::{ServerNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::model::resource::identity;
use crate::path::Key;
use crate::rule::documents;
use crate::rulebook::Limit;
use crate::rules::remedies;
use crate::rules::resource::term;
use crate::text::{filled, set};
use std::collections::BTreeSet;

rule! {
    /// A public address is an IPv4 or IPv6 address, and not one of a private network.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses an address that cannot be reached, code 1006.
    ///
    /// **Example.** `10.0.0.5`, the server's address inside its network.
    pub(super) PUBLIC_IP_MALFORMED = "resource.public-ip-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [reason],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1006")],
        miit: [1006],
        summary: {
            zh: "公网 IP 须为有效的公网地址",
            en: "The public IP address must be a valid public address.",
        },
        message: {
            zh: "公网 IP 填写有误：{reason}。请填写云服务器的公网 IP，可在云控制台的实例详情中查看。",
            en: "This is not a valid public IP address: {reason}. Enter the server's public address, shown in the instance details in the cloud console.",
        },
        check: [Server(public_ip_malformed)],
        remedy: remedies::public_address,
    }
}

fn public_ip_malformed(_: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if resources::is_moot(node.server, Key::PublicIp) {
        return;
    }
    let Some(text) = filled(node.server.public_ip.as_ref()) else { return };
    let verdict = resources::is_public(text);
    let Some(problem) = verdict.problem() else { return };
    let reason = match problem.reason {
        ResourceProblem::AddressNotPublic => {
            term("not_public", "这是内网或保留地址", "it is a private or reserved address")
        }
        _ => term("no_address", "不是 IP 地址", "it is not an IP address"),
    };
    out.find(&node.at, &[Key::PublicIp], params![reason: reason]);
}

rule! {
    /// A service has only so many addresses.
    ///
    /// UCloud speaks of websites, and of three at most; an earlier revision of its page takes several. So it is a warning.
    ///
    /// **Why.** One provider caps them; the others do not say.
    ///
    /// **Example.** Four servers behind one website.
    pub(super) TOO_MANY_ADDRESSES = "resource.too-many-addresses" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [count, max],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::LIMITS_OF_UCLOUD.at("网站可使用资源数量")],
        summary: {
            zh: "单个服务的 IP 数有上限",
            en: "A service can have only a limited number of IP addresses.",
        },
        message: {
            zh: "该服务填写了 {count} 个 IP，超过上限 {max} 个。请只保留实际提供服务的云资源。",
            en: "This service has {count} IP addresses; at most {max} are allowed. Keep only the resources that actually serve it.",
        },
        check: [Service(too_many_addresses)],
    }
}

fn too_many_addresses(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    // One address is within any limit.
    let resources = node.service.resources();
    if resources.len() < 2 {
        return;
    }
    let addresses: BTreeSet<&str> = set(resources.iter().filter_map(|resource| identity(resource).1));
    if addresses.len() < 2 {
        return;
    }
    let Some(max) = out.limit(cx, Limit::ServiceAddresses) else { return };
    if u32::try_from(addresses.len()).map_or(true, |count| count > max) {
        out.find(&node.at, &[Key::Resources], params![count: addresses.len(), max]);
    }
}

rule! {
    /// A public address alone files nothing: it takes what it is bound to.
    ///
    /// **Why.** The provider files what runs on its machines.
    ///
    /// **Example.** An elastic address that was bought in advance and is bound to nothing.
    pub(super) LONE_ADDRESS = "resource.lone-address" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [product],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::PREPARATION_OF_HUAWEI.at("服务器资源准备 · 基本条件")],
        providers: [Huawei],
        summary: {
            zh: "仅有弹性公网 IP 不能用于备案",
            en: "An elastic IP alone cannot be used for a filing.",
        },
        message: {
            zh: "该资源只是{product}，不能单独用于备案。请选择绑定了该公网 IP 的弹性云服务器、Flexus 云服务器、NAT 网关等包年包月资源。",
            en: "A resource of this type ({product}) cannot be used for a filing on its own. Select the prepaid server or NAT gateway that the address is bound to.",
        },
        check: [Server(lone_address)],
    }
}

fn lone_address(_: &CheckContext<'_>, node: &ServerNode<'_>, out: &mut Outcome) {
    if let Some(problem) = resources::is_more_than_address(node.server.product).problem() {
        out.find(&node.at, &[Key::Product], params![product: problem.found()]);
    }
}
