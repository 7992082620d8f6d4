//! The account that it moves to.

use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::outcome::Outcome;
use crate::model::principal::PrincipalKind;
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rule::Chapter;
use crate::rules::account::{filed_principal, migration, target};
use crate::text::{filled, same_name, Term, Text};

rule! {
    /// The account that takes the filing over is a main account of the provider's China site.
    ///
    /// **Why.** Sub-accounts and accounts of the international site manage no filings.
    ///
    /// **Example.** The id of a sub-account.
    pub(super) TARGET_NOT_ELIGIBLE = "account.target-not-eligible" {
        severity: Blocker,
        actor: Cloud,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Inputs],
        params: [problem],
        at: ["/target_account"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 迁入账号需为腾讯云中国站的主账号")],
        summary: {
            zh: "迁入账号须为中国站主账号",
            en: "The target account is a main account of the China site.",
        },
        message: {
            zh: "迁入账号{problem}，不能接收备案。请填写中国站主账号的 ID。",
            en: "The target account {problem} and cannot receive filings. Enter the ID of a main account of the China site.",
        },
        check: [Order(target_not_eligible)],
    }
}

fn target_not_eligible(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(target) = target(cx, out) else { return };
    let problem = match (target.china_site == Some(false), target.main_account == Some(false)) {
        (true, true) => Some(NEITHER),
        (true, false) => Some(NOT_CHINA_SITE),
        (false, true) => Some(SUB_ACCOUNT),
        (false, false) => None,
    };
    if let Some(problem) = problem {
        out.find(&Location::ROOT, &[Key::TargetAccount], params![problem: problem]);
    } else if target.china_site.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::ChinaSite]);
    } else if target.main_account.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::MainAccount]);
    }
}

const fn problem(code: &'static str, zh: &'static str, en: &'static str) -> Term {
    Term { code, text: Text { zh, en } }
}

const NOT_CHINA_SITE: Term =
    problem("not_china_site", "不是中国站账号", "is not an account of the China site");
const SUB_ACCOUNT: Term = problem("sub_account", "不是主账号", "is not a main account");
const NEITHER: Term = problem(
    "neither",
    "既不是中国站账号，也不是主账号",
    "is neither an account of the China site nor a main account",
);

rule! {
    /// The account that takes the filing over has neither filings nor filing orders. It is another account than the
    /// one that has the filing.
    ///
    /// **Why.** An account has one principal.
    ///
    /// **Example.** The account of a sister company that has filed its own site.
    pub(super) TARGET_OCCUPIED = "account.target-occupied" {
        severity: Blocker,
        actor: Cloud,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Inputs],
        params: [problem],
        at: ["/target_account"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 迁入账号如果有备案信息或备案订单")],
        summary: {
            zh: "迁入账号不能已有备案信息或备案订单",
            en: "The target account has neither filings nor filing orders.",
        },
        message: {
            zh: "迁入账号{problem}，不能迁入。请换用没有备案信息和备案订单的账号。",
            en: "The target account {problem}, so the filing cannot be moved there. Use an account without filings and filing orders.",
        },
        check: [Order(target_occupied)],
    }
}

fn target_occupied(cx: &CheckContext<'_>, out: &mut Outcome) {
    let own = cx.context.account.as_ref().and_then(|account| filled(account.id.as_ref()));
    let named = migration(cx).and_then(|order| filled(order.target_account.as_ref()));
    if own.is_some() && own == named {
        return out.find(&Location::ROOT, &[Key::TargetAccount], params![problem: SAME_ACCOUNT]);
    }
    let Some(target) = target(cx, out) else { return };
    let problem = match (target.has_filings == Some(true), target.has_orders == Some(true)) {
        (true, true) => Some(BOTH),
        (true, false) => Some(HAS_FILINGS),
        (false, true) => Some(HAS_ORDERS),
        (false, false) => None,
    };
    if let Some(problem) = problem {
        out.find(&Location::ROOT, &[Key::TargetAccount], params![problem: problem]);
    } else if target.has_filings.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::HasFilings]);
    } else if target.has_orders.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::HasOrders]);
    }
}

const SAME_ACCOUNT: Term =
    problem("same_account", "就是当前账号", "is the account that holds the filing now");
const HAS_FILINGS: Term = problem("has_filings", "已有备案信息", "already has filings");
const HAS_ORDERS: Term = problem("has_orders", "已有备案订单", "already has filing orders");
const BOTH: Term =
    problem("has_filings_and_orders", "已有备案信息和备案订单", "already has filings and filing orders");

rule! {
    /// The real-name name of the target account is the principal's name, or that of its legal representative.
    ///
    /// **Why.** Who manages a filing has to be its principal.
    ///
    /// **Example.** The account of the agency that runs the site.
    pub(super) REAL_NAME_MISMATCH = "account.real-name-mismatch" {
        severity: Blocker,
        actor: Cloud,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Registry, Inputs],
        params: [real_name, principal],
        at: ["/target_account"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 原账号的备案主体需要与迁入账号的实名认证保持一致")],
        summary: {
            zh: "迁入账号的实名须为主办者或其法定代表人",
            en: "The target account is verified in the name of the principal or of its legal representative.",
        },
        message: {
            zh: "迁入账号的实名认证名称为“{real_name}”，与主办者“{principal}”及其法定代表人均不一致。请换用实名一致的账号，或先变更该账号的实名认证。",
            en: "The target account is verified as “{real_name}”, which is neither the principal, “{principal}”, nor its legal representative. Use an account verified in one of these names, or update that account's verification first.",
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
