//! Filing authorisation codes 备案授权码.

use crate::check::resources::{self, ResourceProblem};
use crate::check::{Reason, Verdict};
use crate::engine::context::CheckContext;
use crate::engine::nodes::ResourceNode;
use crate::engine::outcome::Outcome;
use crate::model::resource::Resource;
use crate::path::Key;
use crate::report::Need;
use crate::rule::{documents, Step};
use crate::text::{filled, Term, Text};

rule! {
    /// A filing authorisation code stands for the address of one server: a code that is used up, that was issued to another
    /// account or by one that is not associated, that is void, or behind which there is no server, stands for none.
    /// The server itself has to be eligible, by its own rules. Alibaba Cloud's 备案服务号 is such a code.
    ///
    /// **Inferred.** The field of filings takes a code; the page on codes says what it stands for.
    ///
    /// **Why.** The provider looks the server up by the code.
    ///
    /// **Example.** A code that an earlier order has used.
    pub(super) LICENSE_CODE_UNRESOLVED = "resource.license-code-unresolved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Account, Inputs],
        params: [condition, found, required],
        at: ["/services/{s}/resources", "/services/{s}/resources/{r}/code"],
        sources: [
            stated(CHANGE): Step::Preparation.at("云服务资源 · 备案授权码"),
            stated(FILING): documents::LICENSE_CODES.at("创建备案授权码 · 仅有被授权账号（即 B 账号）可以使用该授权码进行备案"),
            stated(FILING): documents::LICENSE_CODES.at("备案授权码状态说明"),
            inferred(FILING): Step::Services.at("资源类型"),
        ],
        cited: [
            Huawei: documents::LICENSE_CODES_OF_HUAWEI, "备案授权码定义";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "备案服务号的状态";
        ],
        summary: {
            zh: "备案授权码须有效，并对应一台服务器",
            en: "A filing authorisation code must be valid and stand for a server.",
        },
        message: {
            zh: "该备案授权码{condition}，不能使用（当前：{found}；要求：{required}）。请由持有服务器的关联账号重新申请备案授权码。",
            en: "This filing authorisation code {condition} and cannot be used (now: {found}; required: {required}). Ask the associated account that owns the server to issue a new one.",
        },
        check: [Resource(license_code_unresolved)],
    }
}

fn license_code_unresolved(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::LicenseCode(code) = node.resource else { return };
    let mut hear = |key: Key, verdict: Verdict<ResourceProblem<'_>>| {
        if let Some(problem) = out.hear(cx, verdict, &node.at, &[key]) {
            let (found, required) = (problem.found(), problem.required());
            let params = params![condition: of_code(problem.reason.term()), found: found, required: required];
            out.find(&node.at, &[key], params);
        }
    };
    let account = cx.account_id();
    let associated = cx.context.account.as_ref().map_or(&[][..], |account| &account.associated);
    hear(Key::Code, resources::is_code_given(code));
    hear(Key::State, resources::is_unused(code.state));
    hear(Key::ForAccount, resources::is_issued_to(filled(code.for_account.as_ref()), account));
    let issuer = filled(code.issued_by.as_ref());
    hear(Key::IssuedBy, resources::is_issuer_associated(issuer, account, associated));
    hear(Key::Server, resources::has_server(code));
}

/// What is wrong with a code, as a predicate, by the code of the reason.
fn of_code(reason: Term) -> Term {
    let text = match reason.code {
        "code_missing" => Text { zh: "尚未填写", en: "has not been entered" },
        "used" => Text { zh: "已使用", en: "has already been used" },
        "void" => Text { zh: "已失效", en: "is no longer valid" },
        "other_account" => Text { zh: "不是为本账号申请的", en: "was issued to another account" },
        "issuer_not_associated" => Text {
            zh: "由非关联账号申请",
            en: "was issued by an account that is not associated with this one",
        },
        _ => reason.text,
    };
    Term { text, ..reason }
}

rule! {
    /// One filing authorisation code files one service.
    ///
    /// **Why.** The code is used up by the first.
    ///
    /// **Example.** Two websites of one order with the same code.
    pub(super) LICENSE_CODE_REPEATED = "resource.license-code-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [first],
        at: ["/services/{s}/resources/{r}/code"],
        sources: [stated(WITH_SERVICES): documents::LICENSE_CODES.at("同一个备案授权码只能备案一个网站")],
        cited: [
            Huawei: documents::LICENSE_CODES_OF_HUAWEI, "生成规则限制";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "一个备案服务号可以到阿里云备案平台提交一个网站备案";
        ],
        summary: {
            zh: "一个备案授权码只能用于一个服务",
            en: "A filing authorisation code can be used for only one service.",
        },
        message: {
            zh: "该备案授权码已用于本订单的第 {first} 个服务。一个备案授权码只能备案一个服务，请由关联账号另行申请。",
            en: "This filing authorisation code is already used for service {first} of this order. Each code covers one service: ask the associated account to issue another.",
        },
        check: [Resource(license_code_repeated)],
    }
}

fn license_code_repeated(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::LicenseCode(code) = node.resource else { return };
    let Some(text) = filled(code.code.as_ref()) else { return };
    if let Some(first) =
        cx.hosting_resources().first_with_code(text).filter(|first| *first < node.service.index)
    {
        out.find(&node.at, &[Key::Code], params![first: first + 1]);
    }
}

rule! {
    /// Only an account that is real-name verified as an organisation issues filing authorisation codes; any account may use
    /// them.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The provider does not offer it to individuals.
    ///
    /// **Example.** A friend's personal account.
    pub(super) LICENSE_CODE_ISSUER_INDIVIDUAL = "resource.license-code-issuer-individual" {
        severity: Blocker,
        actor: Cloud,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/resources"],
        sources: [stated(WITH_SERVICES): documents::LICENSE_CODES.at("使用场景")],
        providers: [Tencent],
        summary: {
            zh: "备案授权码只能由企业实名认证的账号申请",
            en: "Only an account verified as an organisation can issue filing authorisation codes.",
        },
        message: {
            zh: "申请该备案授权码的账号不是企业实名认证账号。请改由企业实名认证的账号申请，或使用本账号的云资源。",
            en: "The account that issued this filing authorisation code is not verified as an organisation. Ask an organisation's account to issue one, or select a resource of this account.",
        },
        check: [Resource(license_code_issuer_individual)],
    }
}

fn license_code_issuer_individual(_: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::LicenseCode(code) = node.resource else { return };
    match code.issued_by_organization {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::IssuedByOrganization], params![]),
        None => out.needs_input(&node.at, &[Key::IssuedByOrganization]),
    }
}

rule! {
    /// A filing authorisation code serves one order at a time. One that another order in progress uses is not free.
    ///
    /// **Why.** The code is in use 使用中 until that order is given up or approved, and used up after an approval.
    ///
    /// **Example.** The code of an order that is under review is typed into a second one.
    pub(super) LICENSE_CODE_IN_USE = "resource.license-code-in-use" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: WITH_SERVICES,
        needs: [Registry, Inputs],
        params: [order],
        at: ["/services/{s}/resources/{r}/code"],
        sources: [stated(WITH_SERVICES): documents::LICENSE_CODES.at("备案授权码状态说明")],
        providers: [Tencent, Huawei, Aliyun],
        cited: [
            Huawei: documents::FAQ_OF_HUAWEI, "备案资源与授权码 · 授权码使用规则";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "备案服务号的状态";
        ],
        summary: {
            zh: "备案授权码不得正被其他在途订单使用",
            en: "A filing authorisation code must not be in use by another order.",
        },
        message: {
            zh: "该备案授权码正被另一在途订单（{order}）使用。请由关联账号另行申请，或先放弃该订单以释放授权码。",
            en: "Another order in progress ({order}) is using this filing authorisation code. Have another code issued, or abandon that order first.",
        },
        check: [Resource(license_code_in_use)],
    }
}

fn license_code_in_use(cx: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    let Resource::LicenseCode(code) = node.resource else { return };
    let Some(code) = filled(code.code.as_ref()) else { return };
    let Some(registry) = out.registry(cx) else { return };
    if let Some(order) = registry.order_with_code(code) {
        let order = crate::rules::filed::order_kind(order);
        out.find(&node.at, &[Key::Code], params![order: order]);
    } else if registry.has_order_with_unknown_codes() {
        out.needs_context(&[Key::Registry, Key::OrdersInProgress, Key::LicenseCodes]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}
