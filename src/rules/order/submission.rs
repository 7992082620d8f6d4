//! What keeps an order from being handed in now, or by this account.

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::model::certificate::Certificate;
use crate::model::registry::{OrderInProgress, Registry};
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Provider, Step};
use crate::rulebook::Limit;
use crate::rules::cancel::Cancelled;
use crate::rules::order::own_account;
use crate::rules::province::BY_STANDING;
use crate::rules::{completeness, filed};
use crate::text::{filled, set};
use crate::value::FilingNumber;
use chrono::{Days, Months};
use std::collections::BTreeSet;

rule! {
    /// What has to be ticked: privacy statement and terms in every filing and change order; the filing
    /// commitment letter as well in a first filing, an addition to a filing here, and the changes. In an access
    /// filing and an addition from elsewhere the letter is the province's matter.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A first filing without the commitment letter.
    pub(super) AGREEMENT_MISSING = "order.agreement-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [field],
        at: ["/agreements"] if Missing,
        reads: [CommitmentLetter],
        sources: [stated(WITH_SERVICES): Step::Submission.at("请仔细核对您的备案信息，确认无误后，阅读和勾选")],
        summary: {
            zh: "提交前须勾选隐私声明、相关条款和适用的承诺书",
            en: "The privacy statement, the terms and, where required, the commitment letter are accepted before submitting.",
        },
        message: {
            zh: "尚未勾选“{field}”。请阅读并勾选后再提交。",
            en: "Not accepted yet: {field}. Read and tick it before you submit.",
        },
        check: [Order(agreement_missing)],
    }
}

rule! {
    /// After the provider's approval the ministry's SMS check 短信核验 is passed within 24 hours, at beian.miit.gov.cn.
    ///
    /// **Why.** An order whose check is not done in time is returned; it is the commonest return of all.
    pub(super) SMS_CHECK_DUE = "order.sms-check-due" {
        severity: Advice,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        sources: [
            stated(WITH_SERVICES): Step::SmsCheck.at("根据工信部最新要求，自2020年8月17日起"),
            stated(WITH_SERVICES): documents::WHO_VERIFIES.at("验证码有效时长"),
            stated(WITH_SERVICES): documents::SMS_GUIDE.at("短信验证未通过（验证超时或验证失败）"),
        ],
        summary: {
            zh: "初审通过后须在 24 小时内完成短信核验",
            en: "The ministry's SMS check is completed within 24 hours of the provider's approval.",
        },
        message: {
            zh: "接入商初审通过后，工信部会向负责人手机发送核验短信。请在 24 小时内登录 https://beian.miit.gov.cn 完成核验，逾期订单将被驳回。",
            en: "After the provider's review, the ministry texts a code to each responsible person. Enter it at https://beian.miit.gov.cn within 24 hours, or the order will be sent back.",
        },
        check: [],
    }
}

fn agreement_missing(cx: &CheckContext<'_>, out: &mut Outcome) {
    completeness::missing(fields::AGREEMENTS, cx.order, fields::Given::default(), &Location::ROOT, cx, out);
}

rule! {
    /// One principal has one order in progress at a time, over all access providers. An order of the same principal
    /// that another flow handles stops this one. The orders of the context are those besides this one.
    ///
    /// **Inferred.** The page speaks of orders on review, which these are too.
    ///
    /// **Why.** The authority refuses the second as a conflict of principals 主办者冲突.
    ///
    /// **Example.** A change of service that is with the authority while a new site is added elsewhere.
    pub(super) PRINCIPAL_IN_PROGRESS = "order.principal-in-progress" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [orders],
        at: [""],
        sources: [
            stated(WITH_SERVICES): documents::PROCESS_OF_HUAWEI.at("审核期间与后续操作 · 并发与顺序限制"),
            stated(WITH_SERVICES): documents::REVIEW_FAQ.at("审核提示备案主办者冲突是什么原因？"),
            stated(DEREGISTER_SERVICES): documents::DEREGISTRATION_OF_UCLOUD.at("注意 · 若该主体下存在流程中的订单，需等流程结束后方可提交注销"),
            inferred(DEREGISTER_PRINCIPAL | CANCEL_ACCESS): documents::REVIEW_FAQ.at("审核提示备案主办者冲突是什么原因？"),
        ],
        miit: [1003, 1017, 1051, 1052],
        summary: {
            zh: "同一主体同时只能有一个在途订单（含其他接入商）",
            en: "A principal has one order in progress at a time, across all providers.",
        },
        message: {
            zh: "该主体已有在途的备案订单（{orders}），再次提交会因主办者冲突被驳回。请等待该订单办结，或先在提交该订单的接入商处撤销。",
            en: "This principal already has an order in progress ({orders}); another would be rejected as a conflict. Wait until it is completed, or withdraw it with the provider it was submitted to.",
        },
        check: [Order(principal_in_progress)],
    }
}

fn principal_in_progress(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    // What applies for the same once more has a rule of its own.
    let (is_on_principal, again) = (on_principal(cx), Cancelled::by(cx.order));
    let concerns = |order: &OrderInProgress| is_on_principal(order) && !again.is_in(order);
    if let Some(orders) = in_progress(registry, concerns) {
        out.find(&Location::ROOT, &[], params![orders: orders]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    } else if registry.orders_in_progress().iter().any(is_on_nobody_known) {
        out.needs_context(&[Key::Registry, Key::OrdersInProgress, Key::Certificate]);
    }
}

/// Whether an order in progress does not say on whom it is.
fn is_on_nobody_known(order: &OrderInProgress) -> bool {
    let is_numbered =
        order.filing_number.as_deref().is_some_and(|number| FilingNumber::parse(number).is_ok());
    let number = order.certificate.as_ref().and_then(|certificate| filled(certificate.number.as_ref()));
    !is_numbered && number.is_none()
}

/// The orders in progress that `concerns` picks, by kind; the context gives those besides this one.
fn in_progress(registry: &Registry, concerns: impl Fn(&OrderInProgress) -> bool) -> Option<Param> {
    let orders: Vec<Param> = (registry.orders_in_progress().iter())
        .filter(|order| concerns(order))
        .map(filed::order_kind)
        .collect();
    (!orders.is_empty()).then_some(Param::List(orders))
}

/// Tells whether an order in progress is on a principal that the order is about, by filing number, or by the certificate
/// that it states.
fn on_principal<'a>(cx: &CheckContext<'a>) -> impl Fn(&OrderInProgress) -> bool + 'a {
    let number = |text: Option<&str>| FilingNumber::parse(text?).ok().map(FilingNumber::principal);
    let named: &[String] = cx.order.named_services().map_or(&[], |named| &named.service_numbers);
    let named = named.iter().filter_map(|named| number(Some(named)));
    let filed = cx.filed_principal.and_then(|filed| number(filed.filing_number.as_deref()));
    let own = filed.into_iter().chain(cx.filing_number.map(FilingNumber::principal));
    let numbers: BTreeSet<FilingNumber> = set(named.chain(own));
    let certificate = |certificate: Option<&Certificate>| {
        certificate.and_then(|certificate| filled(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let own = certificate(cx.principal.and_then(|principal| principal.certificate.as_ref()));
    move |order| match number(order.filing_number.as_deref()) {
        Some(number) => numbers.contains(&number),
        None => own.is_some() && certificate(order.certificate.as_ref()) == own,
    }
}

rule! {
    /// One account has one order in progress at a time. The orders of the context are those besides this one.
    ///
    /// **Inferred.** The page speaks of filing orders; deregistering and cancelling access are begun from the same
    /// list.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The provider's form opens no second one.
    ///
    /// **Example.** A first filing is under review, and a change of another principal is handed in from the same
    /// account.
    pub(super) ACCOUNT_BUSY = "order.account-busy" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [orders],
        at: [""],
        sources: [
            stated(WITH_SERVICES): documents::SITE_FAQ.at("一个腾讯云账号备案时一次性可以提交几个域名？"),
            stated(WITH_SERVICES): documents::LIMITS.at("网站、域名数量"),
            inferred(DEREGISTER_PRINCIPAL | NAMED_SERVICES): documents::SITE_FAQ.at("一个腾讯云账号备案时一次性可以提交几个域名？"),
        ],
        providers: [Tencent],
        summary: {
            zh: "同一账号同时只能有一个在途订单",
            en: "An account has one order in progress at a time.",
        },
        message: {
            zh: "当前账号已有在途的备案订单（{orders}）。请待该订单办结，或放弃该订单后，再提交本订单。",
            en: "This account already has an order in progress ({orders}). Wait until it is completed, or withdraw it, then submit this one.",
        },
        check: [Order(account_busy)],
    }
}

fn account_busy(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    if registry.orders_in_progress().is_empty() {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(own) = own_account(cx, out) else { return };
    let is_own = |order: &OrderInProgress| filled(order.account.as_ref()) == Some(own);
    // What is in progress on the principal is said already.
    let is_on_principal = on_principal(cx);
    if let Some(orders) = in_progress(registry, |order| is_own(order) && !is_on_principal(order)) {
        out.find(&Location::ROOT, &[], params![orders: orders]);
    } else if registry.orders_in_progress().iter().any(|order| filled(order.account.as_ref()).is_none()) {
        out.needs_context(&[Key::Registry, Key::OrdersInProgress, Key::Account]);
    }
}

rule! {
    /// An account has one principal. A second principal takes an account of its own.
    ///
    /// UCloud says so of individuals only.
    ///
    /// **Why.** The account's real-name name is the principal's. It is the practice of the providers named; others
    /// allow several.
    ///
    /// **Example.** An agency that files two customers from one account.
    pub(super) ACCOUNT_HAS_OTHER_PRINCIPAL = "order.account-has-other-principal" {
        severity: Blocker,
        actor: Cloud,
        orders: STATED_ANEW,
        needs: [Registry, Account, Inputs],
        params: [filed],
        at: [""],
        sources: [stated(STATED_ANEW): documents::LIMITS.at("主体")],
        providers: [Tencent, Huawei, Ucloud],
        cited: [
            Huawei: documents::CONDITIONS_OF_HUAWEI, "账号与主体限制 · 一对一限制";
            Ucloud: documents::LIMITS_OF_UCLOUD, "实名认证与备案主体数量";
        ],
        summary: {
            zh: "一个账号只能备案一个主体",
            en: "An account holds the filing of one principal.",
        },
        message: {
            zh: "当前账号下已有其他主体的备案（{filed}），一个账号只能备案一个主体。请换用本主办者自己的账号提交。",
            en: "This account already holds another principal's filing ({filed}), and an account can hold only one. Submit from an account of this principal's own.",
        },
        check: [Order(account_has_other_principal)],
    }
}

fn account_has_other_principal(cx: &CheckContext<'_>, out: &mut Outcome) {
    let is_asked = cx.rulebook.provider() != Some(Provider::Ucloud) || cx.is_individual();
    if !is_asked || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(own_account) = own_account(cx, out) else { return };
    match cx.first_other(registry.principals_in_account(own_account), |filed| filed) {
        Ok(Some(other)) => {
            let filed = Param::name(other.filing_number.as_deref().unwrap_or("?"));
            out.find(&Location::ROOT, &[], params![filed: filed]);
        }
        Ok(None) if !registry.is_complete() => out.needs(Need::Registry),
        Ok(None) => {}
        Err(unknown) => out.needs_unknown(cx, unknown),
    }
}

rule! {
    /// A sub-account or a collaborator files only after the main account has authorised it.
    ///
    /// **Inferred.** The page speaks of filing; the other orders change the same filings.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The filing belongs to the main account.
    ///
    /// **Example.** A colleague's sub-user that has no permission on filing.
    pub(super) SUB_ACCOUNT = "order.sub-account" {
        severity: Warning,
        actor: Cloud,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [Account, Inputs],
        params: [],
        at: [""],
        sources: [
            stated(WITH_SERVICES): documents::LIMITS.at("账户实名认证"),
            inferred(DEREGISTER_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT): documents::LIMITS.at("账户实名认证"),
        ],
        providers: [Tencent],
        summary: {
            zh: "子账号须经主账号授权才能办理备案",
            en: "A sub-account can file only if the main account has authorised it.",
        },
        message: {
            zh: "当前登录的是子账号。请由主账号授予备案权限，或改用主账号提交。",
            en: "You are using a sub-account. Have the main account grant it permission to file, or submit from the main account.",
        },
        check: [Order(sub_account)],
    }
}

fn sub_account(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(account) = out.account(cx) else { return };
    match account.main_account {
        Some(true) => {}
        Some(false) => out.find(&Location::ROOT, &[], params![]),
        None => out.needs_context(&[Key::Account, Key::MainAccount]),
    }
}

rule! {
    /// A principal is filed in one account of the provider. An order of it comes from that account.
    ///
    /// **Why.** The filing is managed by that account alone; it can be moved.
    ///
    /// **Example.** A company whose old account has its filing hands in an order from a new one.
    pub(super) PRINCIPAL_IN_OTHER_ACCOUNT = "order.principal-in-other-account" {
        severity: Blocker,
        actor: Cloud,
        orders: FILING,
        needs: [Registry, Account, Inputs],
        params: [filed, account, order_account],
        at: [""],
        sources: [stated(FILING): documents::CONDITIONS_OF_HUAWEI.at("账号与主体限制 · 一对一限制")],
        providers: [Huawei],
        summary: {
            zh: "一个主体只能备案在一个主账号下",
            en: "A principal is filed in one account of the provider.",
        },
        message: {
            zh: "该主体（{filed}）已备案在账号 {account} 下，当前账号为 {order_account}。请用备案所在的账号提交，或先将备案迁移到当前账号。",
            en: "This principal ({filed}) is filed in account {account}, and you are using account {order_account}. Submit from the account that holds the filing, or move the filing to this account first.",
        },
        check: [Order(principal_in_other_account)],
    }
}

rule! {
    /// A draft that nobody has touched for too long is given up: 30 days at Tencent Cloud, six months at UCloud. An
    /// order in flow that waits for its user for 45 days becomes a draft again, which is
    /// the matter of `progress`.
    ///
    /// The day of the last edit is a fact of the context; without one the rule has nothing to say.
    ///
    /// **Age.** The newest text that says so is of 2023.
    ///
    /// **Why.** The provider clears such drafts away; the order is made anew.
    ///
    /// **Example.** A draft of October that is handed in in December.
    pub(super) DRAFT_EXPIRED = "order.draft-expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [edited_on, latest],
        at: [""],
        sources: [stated(WITH_SERVICES): documents::LIMITS.at("草稿有效期")],
        cited: [Ucloud: documents::CLEANING_OF_UCLOUD, "关于定期清理无效备案订单的公告"],
        summary: {
            zh: "长期未编辑的草稿会失效，须重新创建",
            en: "A draft that is not edited for too long expires.",
        },
        message: {
            zh: "该草稿最后编辑于 {edited_on}，超过 {latest} 未继续办理，已失效。请放弃该草稿，重新创建订单。",
            en: "This draft was last edited on {edited_on} and expired after {latest}. Discard it and create a new order.",
        },
        check: [Order(draft_expired)],
    }
}

fn draft_expired(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(edited_on) = cx.context.edited_on else { return };
    let latest = match cx.limits().draft_days {
        Some(days) => {
            out.rests_on(Limit::DraftDays);
            edited_on.checked_add_days(Days::new(days.into()))
        }
        None => {
            let Some(months) = out.limit(cx, Limit::DraftMonths) else { return };
            edited_on.checked_add_months(Months::new(months))
        }
    };
    if let Some(latest) = latest.filter(|latest| *latest < cx.context.today) {
        out.find(&Location::ROOT, &[], params![edited_on, latest]);
    }
}

fn principal_in_other_account(cx: &CheckContext<'_>, out: &mut Outcome) {
    if !cx.is_identified(out) {
        return;
    }
    let Some(filed) = out.filed(cx) else { return };
    let Some(account) = filled(filed.account.as_ref()) else {
        if cx.has_service_here(filed) {
            out.needs_in_filed(cx, filed, &[Key::Account]);
        }
        return;
    };
    let Some(own) = own_account(cx, out) else { return };
    if account != own {
        let params = params![
            filed: Param::name(filed.filing_number.as_deref().unwrap_or("?")),
            account: Param::name(account),
            order_account: Param::name(own),
        ];
        out.find(&Location::ROOT, &[], params);
    }
}
