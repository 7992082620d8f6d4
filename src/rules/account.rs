//! Rules of the group `account`: moving a filing to another account.

use crate::context::TargetAccount;
use crate::order::{MigrateAccount, Order};
use crate::params::Param;
use crate::path::{At, Key};
use crate::registry::{FiledPrincipal, OrderInProgress};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rules::domain::same_name;
use crate::rules::filed::{self, Sought};
use crate::source::{Chapter, Origin};
use crate::value::FilingNumber;
use crate::walk::{typed, Check, Cx, Out};

const MIGRATE: &[Chapter] = &[Chapter::MigrateAccount];

rule_group! {
    /// The filing number is that of a principal that is filed in this account.
    ///
    /// **Why.** An account can hand over only what it has.
    ///
    /// **Example.** A number that belongs to another account of the same company.
    NOT_FILED_HERE = "account.not-filed-here" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry, Account, Inputs],
        params: [number, reason],
        source: Origin::Guide { chapters: MIGRATE, section: "操作步骤", form: None },
        miit: [1048, 1053, 1058],
        summary: {
            zh: "只能迁移本账号下的备案主体",
            en: "Only a principal that is filed in this account can move.",
        },
        message: {
            zh: "不能迁移（备案号：{number}）：{reason}。请用备案所在的账号登录后办理；账号遗忘的，请先找回账号。",
            en: "This cannot move (filing number: {number}): {reason}. Log in with the account that has the filing; recover it first if it is forgotten.",
        },
        check: &[Check::Start(not_filed_here)],
    }

    /// The head's name and contact are given and confirmed by a code, and the id of the account that takes the
    /// filing over is given.
    ///
    /// **Why.** The form goes on only after the code.
    ///
    /// **Example.** A move whose code was never entered.
    UNVERIFIED = "account.unverified" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: MIGRATE, section: "操作步骤 · 验证信息", form: None },
        summary: {
            zh: "须填写并验证主体负责人及联系方式，并填写迁入账号 ID",
            en: "The head's name and contact are confirmed by a code, and the id of the target account is given.",
        },
        message: {
            zh: "缺少或未完成“{field}”。请填写主体负责人姓名和联系方式，获取并输入验证码，并填写迁入账号的账号 ID。",
            en: "Missing or not done: {field}. Give the head's name and contact, request the code and enter it, and give the id of the account that takes the filing over.",
        },
        check: &[Check::Start(unverified)],
    }

    /// While a filing order of the account is in progress, its filings cannot move.
    ///
    /// **Why.** The order belongs to the account that handed it in.
    ///
    /// **Example.** A change of service that is with the authority.
    ORDER_IN_PROGRESS = "account.order-in-progress" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry],
        params: [orders],
        source: Origin::Guide { chapters: MIGRATE, section: "操作场景 · 注意", form: None },
        summary: {
            zh: "有备案订单在流程中时不能迁移",
            en: "A filing cannot move while a filing order is in progress.",
        },
        message: {
            zh: "有备案订单在流程中（{orders}），暂不能迁移。请等待订单完成或结束后再办理。",
            en: "An order is in progress ({orders}), so the filing cannot move yet. Wait until it is approved or ended.",
        },
        check: &[Check::Order(order_in_progress)],
    }

    /// The account that takes the filing over is a main account of the provider's China site.
    ///
    /// **Why.** Sub-accounts and accounts of the international site manage no filings.
    ///
    /// **Example.** The id of a sub-account.
    TARGET_NOT_ELIGIBLE = "account.target-not-eligible" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Inputs],
        params: [china_site, main_account],
        source: Origin::Guide { chapters: MIGRATE, section: "注意事项", form: None },
        summary: {
            zh: "迁入账号须为中国站主账号",
            en: "The target is a main account of the China site.",
        },
        message: {
            zh: "迁入账号须为中国站的主账号（中国站账号：{china_site}；主账号：{main_account}）。请改填符合条件的账号 ID。",
            en: "The target has to be a main account of the China site (China site: {china_site}; main account: {main_account}). Give the id of one that is.",
        },
        check: &[Check::Order(target_not_eligible)],
    }

    /// The account that takes the filing over has neither filings nor filing orders.
    ///
    /// **Why.** An account has one principal.
    ///
    /// **Example.** The account of a sister company that has filed its own site.
    TARGET_OCCUPIED = "account.target-occupied" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Inputs],
        params: [has_filings, has_orders],
        source: Origin::Guide { chapters: MIGRATE, section: "注意事项", form: None },
        summary: {
            zh: "迁入账号不能已有备案信息或备案订单",
            en: "The target has neither filings nor filing orders.",
        },
        message: {
            zh: "迁入账号已有备案信息或备案订单（备案信息：{has_filings}；备案订单：{has_orders}），不能迁入。请改用没有备案的账号。",
            en: "The target already has filings or filing orders (filings: {has_filings}; orders: {has_orders}) and cannot take another. Use an account that has none.",
        },
        check: &[Check::Order(target_occupied)],
    }

    /// The filed contact of the principal's head works.
    ///
    /// **Why.** The code is sent there. Where it does not work any more the filing is changed first.
    ///
    /// **Example.** The mobile of a head who has left the company.
    HEAD_CONTACT_INVALID = "account.head-contact-invalid" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry, Inputs],
        params: [],
        source: Origin::Guide { chapters: MIGRATE, section: "注意事项", form: None },
        summary: {
            zh: "主体负责人的备案联系方式须有效",
            en: "The filed contact of the principal's head works.",
        },
        message: {
            zh: "主体负责人的备案联系方式已失效，无法接收验证码。请先办理变更备案更新联系方式，再迁移。",
            en: "The filed contact of the principal's head does not work any more, so no code can be received. Change the filing first, then move it.",
        },
        check: &[Check::Order(head_contact_invalid)],
        remedy: way::change_the_filing_first,
    }

    /// The real-name name of the target account is the principal's name, or that of its legal representative.
    ///
    /// **Why.** Who manages a filing has to be its principal.
    ///
    /// **Example.** The account of the agency that runs the site.
    REAL_NAME_MISMATCH = "account.real-name-mismatch" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [TargetAccount, Registry, Inputs],
        params: [real_name, principal],
        source: Origin::Guide { chapters: MIGRATE, section: "注意事项", form: None },
        summary: {
            zh: "迁入账号的实名须为主体名称或其法定代表人",
            en: "The target is verified in the name of the principal or of its legal representative.",
        },
        message: {
            zh: "迁入账号的实名“{real_name}”与备案主体“{principal}”及其法定代表人均不一致。请改用实名一致的账号，或先变更该账号的实名认证。",
            en: "The target account is verified as “{real_name}”, which is neither the principal, “{principal}”, nor its legal representative. Use an account that is, or change that account's verification first.",
        },
        check: &[Check::Order(real_name_mismatch)],
    }

    /// After the move the old account no longer manages the filing.
    ///
    /// **Why.** A filing is managed by one account.
    SOURCE_LOSES_CONTROL = "account.source-loses-control" {
        severity: Advice,
        orders: MIGRATE_ACCOUNT,
        needs: [],
        params: [],
        source: Origin::Guide { chapters: MIGRATE, section: "注意事项", form: None },
        summary: {
            zh: "迁移后原账号不能再管理该备案主体",
            en: "After the move the old account no longer manages the filing.",
        },
        message: {
            zh: "迁移完成后，原账号将无法再管理该备案主体的信息，请确认迁入账号无误。",
            en: "After the move this account no longer manages the filing. Make sure that the target is the right one.",
        },
        check: &[Check::Notice],
    }
}

fn migration<'a>(cx: &Cx<'a>) -> Option<&'a MigrateAccount> {
    match cx.order {
        Order::MigrateAccount(order) => Some(order),
        _ => None,
    }
}

fn not_filed_here(cx: &Cx<'_>, out: &mut Out) {
    filed::check(cx, &At::ROOT, &[Key::FilingNumber], cx.order.filing_number(), Sought::Principal, out);
}

fn unverified(cx: &Cx<'_>, out: &mut Out) {
    let Some(order) = migration(cx) else { return };
    let is_verified = order.verification.as_ref().and_then(|verification| verification.verified);
    for (key, is_given) in [
        (Key::HeadName, typed(order.head_name.as_ref()).is_some()),
        (Key::HeadMobile, typed(order.head_mobile.as_ref()).is_some()),
        (Key::TargetAccount, typed(order.target_account.as_ref()).is_some()),
        (Key::Verification, is_verified == Some(true)),
    ] {
        if !is_given {
            out.find(&At::ROOT, &[key], params![field: key]);
        }
    }
}

/// The filed principal, where nothing speaks against its number.
fn filed_principal<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a FiledPrincipal> {
    if cx.filing_number.is_none() || out.is_blocked(&At::ROOT, &[Key::FilingNumber]) {
        return None;
    }
    out.registry(cx)?;
    cx.filed_principal
}

fn order_in_progress(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    let own_account = cx.context.account.as_ref().and_then(|account| typed(account.id.as_ref()));
    let own_number = cx.filing_number.map(FilingNumber::principal);
    let concerns = |order: &&OrderInProgress| {
        let account = typed(order.account.as_ref());
        let number = order.filing_number.as_deref().and_then(|number| FilingNumber::parse(number).ok());
        account.is_some() && account == own_account
            || number.is_some() && number.map(FilingNumber::principal) == own_number
    };
    let mut orders = registry.orders_in_progress().iter().filter(concerns).peekable();
    if orders.peek().is_some() {
        let shown = |order: &OrderInProgress| match order.kind {
            Some(kind) => Param::from(kind),
            None => Param::name("?"),
        };
        let orders = Param::List(orders.map(shown).collect());
        out.find(&At::ROOT, &[Key::FilingNumber], params![orders: orders]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

/// The account that the order names, where the context tells of it.
fn target<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a TargetAccount> {
    let named = typed(migration(cx)?.target_account.as_ref())?;
    let target = out.target_account(cx)?;
    match typed(target.id.as_ref()) {
        // The context tells of another account.
        Some(id) if id != named => {
            out.needs(Need::TargetAccount);
            None
        }
        _ => Some(target),
    }
}

fn target_not_eligible(cx: &Cx<'_>, out: &mut Out) {
    let Some(target) = target(cx, out) else { return };
    if target.china_site == Some(false) || target.main_account == Some(false) {
        let flag = |flag: Option<bool>| flag.map_or_else(|| Param::name("?"), Param::from);
        out.find(
            &At::ROOT,
            &[Key::TargetAccount],
            params![china_site: flag(target.china_site), main_account: flag(target.main_account)],
        );
    } else if target.china_site.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::ChinaSite]);
    } else if target.main_account.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::MainAccount]);
    }
}

fn target_occupied(cx: &Cx<'_>, out: &mut Out) {
    let Some(target) = target(cx, out) else { return };
    if target.has_filings == Some(true) || target.has_orders == Some(true) {
        let flag = |flag: Option<bool>| flag.map_or_else(|| Param::name("?"), Param::from);
        out.find(
            &At::ROOT,
            &[Key::TargetAccount],
            params![has_filings: flag(target.has_filings), has_orders: flag(target.has_orders)],
        );
    } else if target.has_filings.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::HasFilings]);
    } else if target.has_orders.is_none() {
        out.needs_context(&[Key::TargetAccount, Key::HasOrders]);
    }
}

fn head_contact_invalid(cx: &Cx<'_>, out: &mut Out) {
    let (Some(principal), Some(registry)) = (filed_principal(cx, out), &cx.context.registry) else { return };
    match principal.head_contact_works {
        Some(true) => {}
        Some(false) => out.find(&At::ROOT, &[Key::HeadMobile], params![]),
        None => out.needs_of_filed(registry, principal, Key::HeadContactWorks),
    }
}

fn real_name_mismatch(cx: &Cx<'_>, out: &mut Out) {
    let Some(target) = target(cx, out) else { return };
    let Some(filed) = filed_principal(cx, out).and_then(|filed| filed.principal.as_ref()) else { return };
    let Some(principal) = typed(filed.name.as_ref()) else { return };
    let Some(real_name) = typed(target.real_name.as_ref()) else {
        return out.needs_context(&[Key::TargetAccount, Key::RealName]);
    };
    let representative = filed.legal_representative.as_ref().and_then(|person| typed(person.name.as_ref()));
    let is_own =
        same_name(real_name, principal) || representative.is_some_and(|name| same_name(name, real_name));
    if !is_own {
        out.find(
            &At::ROOT,
            &[Key::TargetAccount],
            params![real_name: Param::name(real_name), principal: Param::name(principal)],
        );
    }
}
