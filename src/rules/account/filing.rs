//! The filing that moves to another account.

use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::outcome::Outcome;
use crate::model::holder::is_masked;
use crate::model::order::MigrateAccount;
use crate::model::principal::PrincipalKind;
use crate::model::registry::OrderInProgress;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::Chapter;
use crate::rules::account::{filed_principal, migration};
use crate::rules::filed;
use crate::rules::filed::Sought;
use crate::rules::remedies;
use crate::text::{filled, same_name, Term, Text};
use crate::value::{FilingNumber, Phone};

rule! {
    /// The filing number is that of a principal that is filed in this account.
    ///
    /// **Why.** An account can hand over only what it has.
    ///
    /// **Example.** A number that belongs to another account of the same company.
    pub(super) NOT_FILED_HERE = "account.not-filed-here" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry, Account, Inputs],
        params: [number, reason, advice],
        at: ["/filing_number"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("操作步骤 · 单击主体信息 > 查看/变更")],
        summary: {
            zh: "只能迁移本账号下的备案主体",
            en: "Only a principal filed in this account can be moved.",
        },
        message: {
            zh: "{reason}，不能迁移{number?（备案号：@）}。{advice}",
            en: "The filing cannot be moved: {reason}{number? (@)}. {advice}",
        },
        check: [Start(not_filed_here)],
    }
}

fn not_filed_here(cx: &CheckContext<'_>, out: &mut Outcome) {
    let number = cx.order.filing_number();
    filed::check(cx, &Location::ROOT, &[Key::FilingNumber], number, Sought::Principal, &ADVICE, out);
}

const ADVICE: filed::Advice = filed::Advice {
    other_account: Term {
        code: "log_in",
        text: Text {
            zh: "请用备案所在的账号登录后办理；忘记账号的，请先找回账号。",
            en: "Log in with the account that holds the filing; if you have forgotten it, recover it first.",
        },
    },
    elsewhere: Term {
        code: "ask_provider",
        text: Text {
            zh: "只能迁移本接入商的备案，其他接入商的备案请向该接入商咨询。",
            en: "Only filings with this provider can be moved; ask the provider that holds the filing.",
        },
    },
};

rule! {
    /// The responsible person's name and contact are given as they are filed and confirmed by a code, and the id of the
    /// account that takes the filing over is given.
    ///
    /// **Why.** The form goes on only after the code.
    ///
    /// **Example.** A move whose code was never entered.
    pub(super) UNVERIFIED = "account.unverified" {
        severity: Blocker,
        actor: Cloud,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry, Inputs],
        params: [field, problem, advice],
        at: ["/responsible_person_name", "/responsible_person_contact", "/target_account", "/verification"] if Missing,
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("操作步骤 · 在验证信息页面，填写主体负责人以及联系方式")],
        summary: {
            zh: "须填写主体负责人的备案姓名和联系方式，通过验证码验证，并填写迁入账号 ID",
            en: "The filed name and contact of the responsible person are confirmed by a code, and the ID of the target account is entered.",
        },
        message: {
            zh: "“{field}”一项{problem}。{advice}",
            en: "The {field} {problem}. {advice}",
        },
        check: [Start(unverified)],
    }
}

fn unverified(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(order) = migration(cx) else { return };
    let is_verified = order.verification.as_ref().map(|verification| verification.verified);
    for (key, is_given) in [
        (Key::ResponsiblePersonName, filled(order.responsible_person_name.as_ref()).is_some()),
        (Key::ResponsiblePersonContact, filled(order.responsible_person_contact.as_ref()).is_some()),
        (Key::TargetAccount, filled(order.target_account.as_ref()).is_some()),
        (Key::Verification, !matches!(is_verified, None | Some(Some(false)))),
    ] {
        if !is_given {
            let problem = if key == Key::Verification { NOT_DONE } else { NOT_FILLED_IN };
            out.find(&Location::ROOT, &[key], params![field: key, problem: problem, advice: advice(key)]);
        }
    }
    if is_verified == Some(None) {
        out.needs_input(&Location::ROOT, &[Key::Verification, Key::Verified]);
    }
    as_filed(cx, order, out);
}

/// Compares name and contact of the responsible person with what is filed. An individual is its own.
fn as_filed(cx: &CheckContext<'_>, order: &MigrateAccount, out: &mut Outcome) {
    if cx.filing_number.is_none() || out.is_blocked(&Location::ROOT, &[Key::FilingNumber]) {
        return;
    }
    let Some(filed) = out.filed_as(cx) else { return };
    let is_individual = filed.kind == Some(PrincipalKind::Individual);
    let person = filed.responsible_person.as_ref();
    let own_name = if is_individual { filed.name.as_ref() } else { None };
    let filed_name = filled(person.and_then(|person| person.name.as_ref()).or(own_name));
    match (filed_name, filled(order.responsible_person_name.as_ref())) {
        (Some(filed), Some(name)) if !same_name(filed, name) => {
            let key = Key::ResponsiblePersonName;
            out.find(&Location::ROOT, &[key], params![field: key, problem: DIFFERS, advice: advice(key)]);
        }
        (None, Some(_)) if is_individual => out.needs_known(cx, &[Known::NAME]),
        (None, Some(_)) => out.needs_known(cx, &[Known::RESPONSIBLE_PERSON]),
        _ => {}
    }
    let Some(contact) = filled(order.responsible_person_contact.as_ref()) else { return };
    let given = Phone::parse(contact);
    let contacts = person.map(|person| [person.mobile.as_ref(), person.emergency_contact.as_ref()]);
    let mut known = contacts.into_iter().flatten().filter_map(filled).filter(|text| !is_masked(text));
    let is_filed = known.any(|filed| match (&given, Phone::parse(filed)) {
        (Ok(given), Ok(filed)) => *given == filed,
        _ => filed == contact,
    });
    let mobile = filled(person.and_then(|person| person.mobile.as_ref())).filter(|text| !is_masked(text));
    if is_filed {
        return;
    }
    if mobile.is_none() {
        out.needs_known(cx, &[Known::RESPONSIBLE_PERSON_MOBILE]);
    }
    out.needs_known(cx, &[Known::RESPONSIBLE_PERSON_EMERGENCY_CONTACT]);
    if !out.is_undetermined() {
        let key = Key::ResponsiblePersonContact;
        out.find(&Location::ROOT, &[key], params![field: key, problem: DIFFERS, advice: advice(key)]);
    }
}

const NOT_FILLED_IN: Term = Term { code: "missing", text: Text { zh: "未填写", en: "is not filled in" } };
const NOT_DONE: Term =
    Term { code: "not_done", text: Text { zh: "尚未完成", en: "has not been completed" } };
const DIFFERS: Term = Term {
    code: "differs",
    text: Text { zh: "与备案信息不一致", en: "differs from the filed record" },
};

/// What the applicant does about a field of the form.
fn advice(key: Key) -> Term {
    let (code, zh, en) = match key {
        Key::ResponsiblePersonName | Key::ResponsiblePersonContact => {
            ("enter_as_filed", "请按备案信息填写。", "Enter it as filed.")
        }
        Key::TargetAccount => (
            "enter_account",
            "请填写迁入账号的 ID。",
            "Enter the ID of the account that takes over the filing.",
        ),
        _ => ("request_code", "请获取验证码并正确填写。", "Request the code and enter it."),
    };
    Term { code, text: Text { zh, en } }
}

rule! {
    /// While a filing order of the account is in progress, its filings cannot move.
    ///
    /// **Why.** The order belongs to the account that handed it in.
    ///
    /// **Example.** A change of service that is with the authority.
    pub(super) ORDER_IN_PROGRESS = "account.order-in-progress" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry, Account, Inputs],
        params: [orders],
        at: ["/filing_number"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("操作场景 · 若您有备案订单在流程中，将无法进行迁移备案账号")],
        summary: {
            zh: "有备案订单正在办理时不能迁移",
            en: "A filing cannot be moved while a filing order is in progress.",
        },
        message: {
            zh: "有备案订单正在办理（{orders}），暂不能迁移。请待订单办结或放弃订单后再迁移。",
            en: "A filing order is in progress ({orders}), so the filing cannot be moved yet. Wait until it is completed, or withdraw it.",
        },
        check: [Order(order_in_progress)],
    }
}

fn order_in_progress(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    let own_account = cx.context.account.as_ref().and_then(|account| filled(account.id.as_ref()));
    let own_number = cx.filing_number.map(FilingNumber::principal);
    let concerns = |order: &&OrderInProgress| {
        let account = filled(order.account.as_ref());
        let number = order.filing_number.as_deref().and_then(|number| FilingNumber::parse(number).ok());
        account.is_some() && account == own_account
            || number.is_some() && number.map(FilingNumber::principal) == own_number
    };
    let mut orders = registry.orders_in_progress().iter().filter(concerns).peekable();
    if orders.peek().is_some() {
        let orders = Param::List(orders.map(filed::order_kind).collect());
        out.find(&Location::ROOT, &[Key::FilingNumber], params![orders: orders]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    } else if own_account.is_none() && !registry.orders_in_progress().is_empty() {
        out.account(cx);
        out.needs_context(&[Key::Account, Key::Id]);
    } else if registry.orders_in_progress().iter().any(|order| filled(order.account.as_ref()).is_none()) {
        out.needs_context(&[Key::Registry, Key::OrdersInProgress, Key::Account]);
    }
}

rule! {
    /// The filed contact of the principal's responsible person works.
    ///
    /// **Why.** The code is sent there. Where it does not work any more the filing is changed first.
    ///
    /// **Example.** The mobile of a responsible person who has left the company.
    pub(super) RESPONSIBLE_PERSON_CONTACT_INVALID = "account.responsible-person-contact-invalid" {
        severity: Blocker,
        orders: MIGRATE_ACCOUNT,
        needs: [Registry, Inputs],
        params: [],
        at: ["/responsible_person_contact"],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 如果主体负责人的联系方式已经失效")],
        summary: {
            zh: "主体负责人的备案联系方式须有效",
            en: "The filed contact of the principal's responsible person can still be reached.",
        },
        message: {
            zh: "主体负责人的备案联系方式已失效，收不到验证码。请先办理变更备案更新联系方式，再迁移。",
            en: "The filed contact of the principal's responsible person no longer works, so the code cannot be received. Update it by a change of filing first, then move the filing.",
        },
        check: [Order(responsible_person_contact_invalid)],
        remedy: remedies::change_the_filing_first,
    }
}

fn responsible_person_contact_invalid(cx: &CheckContext<'_>, out: &mut Outcome) {
    let (Some(principal), Some(registry)) = (filed_principal(cx, out), &cx.context.registry) else { return };
    match principal.responsible_person_contact_works {
        Some(true) => {}
        Some(false) => out.find(&Location::ROOT, &[Key::ResponsiblePersonContact], params![]),
        None => out.needs_of_filed(registry, principal, Key::ResponsiblePersonContactWorks),
    }
}

rule! {
    /// After the move the old account no longer manages the filing.
    ///
    /// **Why.** A filing is managed by one account.
    pub(super) SOURCE_LOSES_CONTROL = "account.source-loses-control" {
        severity: Advice,
        orders: MIGRATE_ACCOUNT,
        needs: [],
        params: [],
        sources: [stated(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("注意事项 · 完成备案信息迁移后，原账号将无法再管理该备案主体的信息")],
        summary: {
            zh: "迁移后原账号不能再管理该备案",
            en: "After the move the old account can no longer manage the filing.",
        },
        message: {
            zh: "迁移完成后，原账号将不能再管理该备案。请确认迁入账号填写无误。",
            en: "Once the filing is moved, this account can no longer manage it. Make sure the target account is the right one.",
        },
        check: [],
    }
}
