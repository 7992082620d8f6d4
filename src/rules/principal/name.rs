//! A principal's name, and who is behind it.

use crate::engine::context::CheckContext;
use crate::engine::filed::Unknown;
use crate::engine::nodes::PrincipalNode;
use crate::engine::outcome::Outcome;
use crate::model::principal::PrincipalKind;
use crate::model::registry::FiledPrincipal;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Step};
use crate::rules::principal::numbered;
use crate::rules::remedies;
use crate::text::{filled, folded as letters, same_name, set};
use crate::value::FilingNumber;
use chrono::Days;
use std::collections::BTreeSet;

rule! {
    /// The principal's name equals the account's real-name name, and of an organisation the certificate's.
    ///
    /// **Why.** The order is filed for the account's owner. Where the account's name is wrong, the account is
    /// corrected first.
    ///
    /// **Example.** An agency files for a customer from its own account.
    pub(super) NAME_ACCOUNT_MISMATCH = "principal.name-account-mismatch" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Account, Inputs],
        params: [name, account_name],
        at: ["/principal/name"],
        sources: [stated(WITH_PRINCIPAL): Step::Principal.at("主办者名称")],
        providers: [Tencent],
        summary: {
            zh: "主办者名称须与账号实名认证名称一致",
            en: "The principal's name is the account's verified name.",
        },
        message: {
            zh: "主办者名称“{name}”与账号实名认证名称“{account_name}”不一致。主办者名称须与证件一致：填错的请改正；使用他人（如代办公司）账号的，请换用自己的账号；账号实名未更新的，请先变更账号实名认证。",
            en: "The principal's name, “{name}”, does not match the account's verified name, “{account_name}”. It must read as on the certificate: correct it if mistyped; if this is someone else's account (an agency's, say), use your own; if the account's name is out of date, update its verification first.",
        },
        check: [Principal(name_account_mismatch)],
    }
}

fn name_account_mismatch(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(name) = filled(node.principal.name.as_ref()) else { return };
    let Some(account) = out.account(cx) else { return };
    let Some(account_name) = filled(account.real_name.as_ref()) else {
        return out.needs_context(&[Key::Account, Key::RealName]);
    };
    if !same_name(name, account_name) {
        let params = params![name: Param::name(name), account_name: Param::name(account_name)];
        out.find_with(&node.at, &[Key::Name], params, |path| remedies::account_name(cx, path, account_name));
    }
}

rule! {
    /// An account that was verified as an individual, or changed to one, waits 48 hours before it files. Counted in
    /// days: the second day after.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The verification has to reach the filing system.
    ///
    /// **Example.** An account that was verified yesterday.
    pub(super) ACCOUNT_VERIFIED_TOO_RECENTLY = "principal.account-verified-too-recently" {
        severity: Blocker,
        actor: Cloud,
        orders: STATED_ANEW,
        needs: [Account, Inputs],
        params: [verified_on, earliest],
        at: [""] of Individual,
        sources: [stated(STATED_ANEW): documents::LIMITS.at("账户实名认证")],
        providers: [Tencent],
        summary: {
            zh: "个人账号实名认证满 48 小时后才能备案",
            en: "An account verified as an individual can file after 48 hours.",
        },
        message: {
            zh: "账号于 {verified_on} 完成个人实名认证，满 48 小时后才能备案。请在 {earliest} 或以后提交。",
            en: "The account was verified as an individual on {verified_on}; it can file only after 48 hours. Submit on {earliest} or later.",
        },
        check: [Principal(account_verified_too_recently)],
    }
}

fn account_verified_too_recently(cx: &CheckContext<'_>, _: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() {
        return;
    }
    let Some(account) = out.account(cx) else { return };
    let Some(verified_on) = account.real_name_verified_on else {
        return out.needs_context(&[Key::Account, Key::RealNameVerifiedOn]);
    };
    let Some(earliest) = verified_on.checked_add_days(Days::new(2)) else { return };
    if cx.context.today < earliest {
        let params = params![verified_on, earliest];
        out.find_with(&Location::ROOT, &[], params, |_| remedies::wait_until(earliest));
    }
}

rule! {
    /// The principal's certificate is not on the ministry's blacklist.
    ///
    /// **Why.** A principal is listed for false filings or unlawful content; its orders are refused.
    ///
    /// **Example.** A company whose filing was cancelled for false data.
    pub(super) BLACKLISTED = "principal.blacklisted" {
        severity: Blocker,
        actor: Authority,
        orders: WITH_PRINCIPAL,
        needs: [Registry, Account, Inputs],
        params: [],
        at: ["/principal/certificate/number"],
        sources: [
            stated(WITH_PRINCIPAL): documents::MINISTRY_INTERFACE.at("处理结果代码 1065"),
            stated(WITH_PRINCIPAL): documents::LIMITS_OF_UCLOUD.at("无法备案的类型"),
        ],
        miit: [1065],
        summary: {
            zh: "主办者不得在备案黑名单内",
            en: "The principal is not on the ministry's blacklist.",
        },
        message: {
            zh: "该主办者的证件已列入备案黑名单，订单会被驳回。请联系所在省通信管理局了解原因，并申请移出。",
            en: "The principal's certificate is on the filing blacklist, so the order would be rejected. Ask the province's communications authority for the reason and request removal.",
        },
        check: [Principal(blacklisted)],
    }
}

fn blacklisted(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some((_, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    let Some(registry) = out.registry(cx) else { return };
    match registry.is_certificate_blacklisted(number) {
        Some(true) => out.find(&node.at, &[Key::Certificate, Key::Number], params![]),
        Some(false) => {}
        None => out.needs_context(&[Key::Registry, Key::BlacklistedCertificates]),
    }
}

rule! {
    /// A principal has one filing number. Where it has two, one of them is deregistered.
    ///
    /// **Age.** The newest text that says so is of 2023.
    ///
    /// One page says so, of some years ago: a warning.
    ///
    /// **Why.** What is looked up by the certificate is ambiguous.
    ///
    /// **Example.** A company that filed anew with another provider in place of adding a service.
    pub(super) FILED_TWICE = "principal.filed-twice" {
        severity: Warning,
        actor: EarlierOrder,
        orders: WITH_PRINCIPAL,
        needs: [Registry, Account, Inputs],
        params: [filing_numbers],
        at: [""],
        sources: [stated(WITH_PRINCIPAL): documents::FILING_TERMS.at("主体备案号")],
        summary: {
            zh: "一个主体只能有一个主体备案号",
            en: "A principal has one filing number.",
        },
        message: {
            zh: "该主体有多个主体备案号：{filing_numbers}。一个主体只能保留一个，请先注销多余的，再提交订单。",
            en: "The principal has several filing numbers: {filing_numbers}. Only one may be kept: deregister the others first.",
        },
        check: [Principal(filed_twice)],
    }
}

fn filed_twice(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(certificate) = &node.principal.certificate else { return };
    let filed = registry.principals_with_certificate(certificate);
    let numbers: BTreeSet<FilingNumber> = set(filed
        .filter_map(|filed| FilingNumber::parse(filed.filing_number.as_deref()?).ok())
        .map(FilingNumber::principal));
    if numbers.len() > 1 {
        let numbers = Param::List(numbers.iter().map(|number| Param::name(number.to_string())).collect());
        out.find(&Location::ROOT, &[], params![filing_numbers: numbers]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    } else if let Some(unnumbered) =
        registry.principals_with_certificate(certificate).find(|filed| filed.number().is_none())
    {
        out.needs_unknown(cx, Unknown::FilingNumber(unnumbered));
    }
}

rule! {
    /// A branch files with its own certificate, not with its parent's, and the other way round: under one certificate
    /// number stands one name.
    ///
    /// Who is filed under the certificate number is known by the registry; a company's parts are told by the word
    /// behind its name, such as 分公司 or 办事处.
    ///
    /// **Inferred.** Huawei Cloud's page says it. Tencent Cloud's says only that a company files in another province as
    /// its branch there, which makes the branch a principal of its own.
    ///
    /// **Why.** A branch is a principal of its own.
    ///
    /// **Example.** 杭州某某有限公司宁波分公司 files with the credit code of 杭州某某有限公司.
    pub(super) BRANCH_UNDER_PARENT = "principal.branch-under-parent" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Registry, Account, Inputs],
        params: [filed, stated],
        at: ["/principal/name"] of Organization,
        sources: [
            stated(WITH_PRINCIPAL): documents::FAQ_OF_HUAWEI.at("备案基础与账号认证 · 分公司/子公司备案"),
            inferred(WITH_PRINCIPAL): documents::PRINCIPAL_FAQ.at("备案所属省份根据什么判断？"),
        ],
        miit: [1003],
        summary: {
            zh: "总公司与分支机构须各以自己的证件备案",
            en: "A company and its branch each file with their own certificate.",
        },
        message: {
            zh: "该证件号码已备案的主体为“{filed}”，本次填写的是“{stated}”。总公司与分支机构须各以自己的证件备案，请核对主办者名称和证件号码。",
            en: "This certificate number is filed for “{filed}”, but the order says “{stated}”. A company and its branch each file with their own certificate: check the name and the number.",
        },
        check: [Principal(branch_under_parent)],
    }
}

fn branch_under_parent(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let (Some(stated), Some(certificate)) =
        (filled(node.principal.name.as_ref()), &node.principal.certificate)
    else {
        return;
    };
    let mut filed = registry.principals_with_certificate(certificate);
    let other = filed.find_map(|filed| {
        let name = filled(filed.principal.as_ref()?.name.as_ref())?;
        is_branch_of_other(name, stated).then_some(name)
    });
    if let Some(other) = other {
        let params = params![filed: Param::name(other), stated: Param::name(stated)];
        return out.find(&node.at, &[Key::Name], params);
    }
    if !registry.is_complete() {
        out.needs(Need::Registry);
    } else if let Some(unnamed) =
        registry.principals_with_certificate(certificate).find(|filed| filed_name(filed).is_none())
    {
        out.needs_unknown(cx, Unknown::Name(unnamed));
    } else if let Some(uncertified) = registry
        .uncertified()
        .find(|filed| filed_name(filed).map_or(true, |name| is_branch_of_other(name, stated)))
    {
        out.needs_unknown(cx, Unknown::Certificate(uncertified));
    }
}

fn filed_name<'f>(filed: &&'f FiledPrincipal) -> Option<&'f str> {
    filled(filed.principal.as_ref()?.name.as_ref())
}

/// What stands behind a company's name in the name of a part of it.
const PARTS: &[&str] = &[
    "分公司",
    "分店",
    "分行",
    "支行",
    "分部",
    "分院",
    "分校",
    "分所",
    "办事处",
    "营业部",
    "代表处",
    "项目部",
];

/// Whether one name is the other's with a part of it behind.
fn is_branch_of_other(a: &str, b: &str) -> bool {
    let (a, b): (String, String) = (letters(a).collect(), letters(b).collect());
    let (whole, part) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    let rest = part.strip_prefix(whole.as_str()).unwrap_or_default();
    !whole.is_empty() && PARTS.iter().any(|ending| rest.ends_with(ending))
}

rule! {
    /// An individual business without a trade name 无字号 says so in the remark. Its licence has no name, or that of
    /// its operator.
    ///
    /// Hainan files such a business as an individual, which is the province's matter.
    ///
    /// **Age.** The newest text that says so is of 2020.
    ///
    /// **Why.** Otherwise the name looks like a mistake.
    ///
    /// **Example.** A shop whose licence says `***`.
    pub(super) TRADE_NAME_MISSING = "principal.trade-name-missing" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [name],
        at: ["/principal/remark"],
        sources: [stated(WITH_PRINCIPAL): documents::NO_TRADE_NAME.at("无字号个体工商户")],
        summary: {
            zh: "无字号的个体工商户须在备注中说明",
            en: "An individual business without a trade name says so in the remark.",
        },
        message: {
            zh: "主办者名称“{name}”不是字号。营业执照上没有字号名称的，请在主体备注中写明“无字号名称”。",
            en: "The name “{name}” is not a trade name. If the licence of the individual business has none, write 无字号名称 (“no trade name”) in the principal's remark.",
        },
        check: [Principal(trade_name_missing)],
    }
}

fn trade_name_missing(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if cx.principal_kind != Some(PrincipalKind::IndividualBusiness)
        || filled(node.principal.remark.as_ref()).is_some()
    {
        return;
    }
    let Some(name) = filled(node.principal.name.as_ref()) else { return };
    let operator = node.principal.legal_representative.as_ref();
    let operator = operator.and_then(|operator| filled(operator.name.as_ref()));
    let is_blank = !name.chars().any(char::is_alphanumeric) || matches!(name, "无" | "无字号" | "无字号名称");
    if is_blank || operator.is_some_and(|operator| same_name(operator, name)) {
        out.find(&node.at, &[Key::Remark], params![name: Param::name(name)]);
    }
}
