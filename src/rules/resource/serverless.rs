//! Serverless services and their packages.

use crate::check::resources;
use crate::engine::context::CheckContext;
use crate::engine::nodes::ResourceNode;
use crate::engine::outcome::Outcome;
use crate::model::registry::FiledService;
use crate::model::resource::Resource;
use crate::path::{FieldPath, Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Step};
use crate::text::filled;

rule! {
    /// A serverless service comes with a resource package that was bought.
    ///
    /// **Inferred.** The field of filings takes resources that meet the page on them, which says so.
    ///
    /// **Why.** The provider requires it.
    ///
    /// **Example.** Cloud functions that are billed by use, without a package.
    pub(super) SERVERLESS_PACKAGE_MISSING = "resource.serverless-package-missing" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/resources"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 通过 Serverless 服务进行备案，您需要购买 Serverless 服务资源包"),
            stated(FILING): documents::RESOURCES.at("购买 Serverless 资源包"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        summary: {
            zh: "使用 Serverless 备案须购买资源包",
            en: "A serverless service needs a resource package.",
        },
        message: {
            zh: "该 Serverless 服务未购买资源包。请先在云控制台购买资源包，再提交备案。",
            en: "No resource package has been bought for this serverless service. Buy one in the cloud console, then submit.",
        },
        check: [Resource(serverless_package_missing)],
    }
}

fn serverless_package_missing(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::Serverless(serverless) = node.resource else { return };
    let verdict = resources::has_package(serverless.package_purchased);
    if out.hear(cx, verdict, &node.at, &[Key::PackagePurchased]).is_some() {
        out.find(&node.at, &[Key::PackagePurchased], params![]);
    }
}

rule! {
    /// An account uses one serverless package for filings. A second one files nothing.
    ///
    /// What is filed already is looked up with the filed services of the account.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The provider counts one package of an account.
    ///
    /// **Example.** A third site is put on a second package, since the first one carries two.
    pub(super) SERVERLESS_PACKAGE_SECOND = "resource.serverless-package-second" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry, Account, Inputs],
        params: [id, first],
        at: ["/services/{s}/resources"],
        sources: [stated(FILING): documents::RESOURCES.at("购买 Serverless 资源包 · 每个账号支持购买1个云函数资源包")],
        providers: [Tencent],
        summary: {
            zh: "一个账号只能用一个 Serverless 资源包备案",
            en: "An account can use only one serverless package for filings.",
        },
        message: {
            zh: "一个账号只能用一个 Serverless 资源包备案，本账号已使用 {first}，不能再用 {id}。请改用云服务器、轻量应用服务器或备案授权码。",
            en: "Each account can use only one serverless package for filings. This account already uses {first}, so {id} cannot be used. Use a cloud server, a lightweight server or a filing authorisation code.",
        },
        check: [Resource(serverless_package_second)],
    }
}

fn serverless_package_second(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::Serverless(own) = node.resource else { return };
    let used = cx.serverless_packages();
    let Some(id) = filled(own.id.as_ref()) else {
        if used.is_any_before(node.service.index) {
            out.needs_input(&node.at, &[Key::Id]);
        }
        return needs_filed_packages(cx, out);
    };
    if let Some(first) = used.other_before(node.service.index, id) {
        return out.find(&node.at, &[Key::Id], params![id: Param::name(id), first: Param::name(first)]);
    }
    if let Some((service, resource)) = used.unnamed_before(node.service.index) {
        let at = Location::ROOT.key(Key::Services);
        let of_service = at.index(service);
        out.needs_input(&of_service.item(Key::Resources, resource), &[Key::Id]);
    }
    needs_filed_packages(cx, out);
}

/// Says that the rule needs to know which packages the filed services of the account use.
fn needs_filed_packages(cx: &CheckContext<'_>, out: &mut Outcome) {
    if out.is_undetermined() {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    if out.account(cx).is_none() {
        return;
    }
    let Some(account) = cx.account_id() else { return out.needs_context(&[Key::Account, Key::Id]) };
    if !registry.is_complete() {
        return out.needs(Need::Registry);
    }
    let provider = &cx.rulebook.version().provider;
    for filed in registry.principals_in_account(account) {
        let is_here = |filed: &FiledService| filed.providers.iter().any(|name| name == provider);
        out.needs_services_known(cx, filed, is_here, |service| {
            let is_unnamed = |resource: &Resource| matches!(resource, Resource::Serverless(package) if filled(package.id.as_ref()).is_none());
            let place = service.resources().iter().position(is_unnamed)?;
            Some(FieldPath::root().join(Key::Resources).join(place).join(Key::Id))
        });
    }
}
