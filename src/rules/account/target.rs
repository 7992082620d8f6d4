//! The account that it moves to.

use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::outcome::Outcome;
use crate::model::principal::PrincipalKind;
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rule::Chapter;
use crate::rules::account::{filed_principal, migration, target};
use crate::text::{filled, same_name};

rule! {
    /// The account that takes the filing over is a main account of the provider's China site.
    ///
    /// **Why.** Sub-accounts and accounts of the international site manage no filings.
    ///
    /// **Example.** The id of a sub-account.
    pub(super) TARGET_NOT_ELIGIBLE = "account.target-not-eligible" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Inputs],
        params: [china_site, main_account],
        at: ["/target_account"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 迁入账号需为腾讯云中国站的主账号")],
        summary: {
            zh: "迁入账号须为中国站主账号",
            en: "The target is a main account of the China site.",
        },
        message: {
            zh: "迁入账号须为中国站的主账号（中国站账号：{china_site}；主账号：{main_account}）。请改填符合条件的账号 ID。",
            en: "The target has to be a main account of the China site (China site: {china_site}; main account: {main_account}). Give the id of one that is.",
        },
        check: [Order(target_not_eligible)],
    }
}

fn target_not_eligible(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(target) = target(cx, out) else { return };
    if target.china_site == Some(false) || target.main_account == Some(false) {
        let flag = |flag: Option<bool>| flag.map_or_else(|| Param::name("?"), Param::from);
        out.find(
            &Location::ROOT,
            &[Key::TargetAccount],
            params![china_site: flag(target.china_site), main_account: flag(target.main_account)],
        );
    } else if target.china_site.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::ChinaSite]);
    } else if target.main_account.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::MainAccount]);
    }
}

rule! {
    /// The account that takes the filing over has neither filings nor filing orders. It is another account than the
    /// one that has the filing.
    ///
    /// **Why.** An account has one principal.
    ///
    /// **Example.** The account of a sister company that has filed its own site.
    pub(super) TARGET_OCCUPIED = "account.target-occupied" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Inputs],
        params: [has_filings, has_orders],
        at: ["/target_account"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 迁入账号如果有备案信息或备案订单")],
        summary: {
            zh: "迁入账号不能已有备案信息或备案订单",
            en: "The target has neither filings nor filing orders.",
        },
        message: {
            zh: "迁入账号已有备案信息或备案订单（备案信息：{has_filings}；备案订单：{has_orders}），不能迁入。请改用没有备案的账号。",
            en: "The target already has filings or filing orders (filings: {has_filings}; orders: {has_orders}) and cannot take another. Use an account that has none.",
        },
        check: [Order(target_occupied)],
    }
}

fn target_occupied(cx: &CheckContext<'_>, out: &mut Outcome) {
    let own = cx.context.account.as_ref().and_then(|account| filled(account.id.as_ref()));
    let named = migration(cx).and_then(|order| filled(order.target_account.as_ref()));
    if own.is_some() && own == named {
        let has_orders = Param::name("?");
        return out.find(
            &Location::ROOT,
            &[Key::TargetAccount],
            params![has_filings: true, has_orders: has_orders],
        );
    }
    let Some(target) = target(cx, out) else { return };
    if target.has_filings == Some(true) || target.has_orders == Some(true) {
        let flag = |flag: Option<bool>| flag.map_or_else(|| Param::name("?"), Param::from);
        out.find(
            &Location::ROOT,
            &[Key::TargetAccount],
            params![has_filings: flag(target.has_filings), has_orders: flag(target.has_orders)],
        );
    } else if target.has_filings.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::HasFilings]);
    } else if target.has_orders.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::HasOrders]);
    }
}

rule! {
    /// The real-name name of the target account is the principal's name, or that of its legal representative.
    ///
    /// **Why.** Who manages a filing has to be its principal.
    ///
    /// **Example.** The account of the agency that runs the site.
    pub(super) REAL_NAME_MISMATCH = "account.real-name-mismatch" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Registry, Inputs],
        params: [real_name, principal],
        at: ["/target_account"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 原账号的备案主体需要与迁入账号的实名认证保持一致")],
        summary: {
            zh: "迁入账号的实名须为主体名称或其法定代表人",
            en: "The target is verified in the name of the principal or of its legal representative.",
        },
        message: {
            zh: "迁入账号的实名“{real_name}”与备案主体“{principal}”及其法定代表人均不一致。请改用实名一致的账号，或先变更该账号的实名认证。",
            en: "The target account is verified as “{real_name}”, which is neither the principal, “{principal}”, nor its legal representative. Use an account that is, or change that account's verification first.",
        },
        check: [Order(real_name_mismatch)],
    }
}

fn real_name_mismatch(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(target) = target(cx, out) else { return };
    if filed_principal(cx, out).is_none() {
        return;
    }
    let Some(filed) = out.filed_as(cx) else { return };
    let Some(real_name) = filled(target.real_name.as_ref()) else {
        return out.needs_context(&[Key::TargetAccount, Key::RealName]);
    };
    let principal = filled(filed.name.as_ref());
    let representative = filed.legal_representative.as_ref().and_then(|person| filled(person.name.as_ref()));
    let is_own = [principal, representative].into_iter().flatten().any(|name| same_name(real_name, name));
    if is_own {
        return;
    }
    // Whose name is not known may be the one that agrees; an individual has no representative.
    out.needs_known(cx, &[Known::NAME]);
    if filed.kind != Some(PrincipalKind::Individual) {
        out.needs_known(cx, &[Known::REPRESENTATIVE]);
    }
    if let (Some(principal), false) = (principal, out.is_undetermined()) {
        out.find(
            &Location::ROOT,
            &[Key::TargetAccount],
            params![real_name: Param::name(real_name), principal: Param::name(principal)],
        );
    }
}
