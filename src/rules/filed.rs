//! What the rules on filed things share: whether a filing number is of something filed in this account.

use crate::engine::context::CheckContext;
use crate::engine::filed::Unknown;
use crate::engine::outcome::Outcome;
use crate::model::holder::Sameness;
use crate::model::registry::{Filed, FiledPrincipal, OrderInProgress, Registry};
use crate::path::{Key, Location};
use crate::report::Param;
use crate::text::{filled, Term, Text};
use crate::value::FilingNumber;

/// What a filing number is to stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sought {
    Principal,
    /// A service, of this principal where the order names one.
    Service(Option<FilingNumber>),
}

const fn term(code: &'static str, zh: &'static str, en: &'static str) -> Term {
    Term { code, text: Text { zh, en } }
}

const NOT_GIVEN: Term = term("not_given", "未填写备案号", "no filing number is entered");
const NOT_FILED: Term = term("not_filed", "查不到该备案号", "there is no filing under this number");
const OTHER_PRINCIPAL: Term =
    term("other_principal", "该服务不属于本订单的主体", "the service belongs to a different principal");
const OTHER_ACCOUNT: Term =
    term("other_account", "该备案不在当前账号下", "it is filed in a different account");
const ELSEWHERE: Term =
    term("elsewhere", "该备案仅由其他接入商接入", "it is filed with other access providers only");

const UNKNOWN_KIND: Term = term("unknown", "类型不详的订单", "an order of unknown type");

/// What the applicant does where something is filed, but not in this account.
pub(crate) struct Advice {
    /// Where it is in another account of this provider.
    pub(crate) other_account: Term,
    /// Where it is with other providers only.
    pub(crate) elsewhere: Term,
}

const ENTER_NUMBER: Term = term("enter_number", "请填写备案号。", "Enter the filing number.");
const CHECK_NUMBER: Term = term("check_number", "请核对备案号。", "Check the filing number.");
const OF_THIS_PRINCIPAL: Term = term(
    "of_this_principal",
    "请填写本主体的服务备案号。",
    "Enter the number of a service of this principal.",
);

/// Reports a number at `below` under `at` that is not given, or not of something filed in this account, by the
/// parameters `number`, which is empty where none is given, `reason` and `advice`. One that cannot be read is another
/// rule's.
pub(crate) fn check(
    cx: &CheckContext<'_>,
    at: &Location<'_>,
    below: &[Key],
    text: Option<&str>,
    sought: Sought,
    advice: &Advice,
    out: &mut Outcome,
) {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        let nothing = Param::List(Vec::new());
        return out.find(at, below, params![number: nothing, reason: NOT_GIVEN, advice: ENTER_NUMBER]);
    };
    let Ok(number) = FilingNumber::parse(text) else { return };
    let Some(registry) = out.registry(cx) else { return };
    if let Some(reason) = obstacle(cx, registry, number, sought, out) {
        let advice = match reason {
            reason if reason == OTHER_ACCOUNT => advice.other_account,
            reason if reason == ELSEWHERE => advice.elsewhere,
            reason if reason == OTHER_PRINCIPAL => OF_THIS_PRINCIPAL,
            _ => CHECK_NUMBER,
        };
        let number = Param::name(number.to_string());
        out.find(at, below, params![number: number, reason: reason, advice: advice]);
    }
}

/// Why what the number stands for is not filed in this account; `None` where it is, or where that is unknown.
fn obstacle<'a>(
    cx: &CheckContext<'a>,
    registry: &'a Registry,
    number: FilingNumber,
    sought: Sought,
    out: &mut Outcome,
) -> Option<Term> {
    let found = match sought {
        Sought::Principal => registry.principal(&number).map(|principal| (principal, None)),
        Sought::Service(_) => registry.service(&number).map(|filed| (filed.principal, Some(filed))),
    };
    let Some((principal, service)) = found else {
        match unnumbered(cx, registry, number, sought) {
            Some(unknown) => out.needs_unknown(cx, unknown),
            None => return Some(NOT_FILED),
        }
        return None;
    };
    if let Sought::Service(Some(of)) = sought {
        let is_own = registry.principal(&of).map_or(true, |own| std::ptr::eq(own, principal));
        if !is_own {
            return Some(OTHER_PRINCIPAL);
        }
    }
    let is_elsewhere = match service {
        Some(filed) => !is_accessed_here(cx, &filed),
        // A hollow principal has access nowhere, and other rules.
        None => {
            let mut services = principal.services.iter().map(|service| Filed { principal, service });
            registry.is_complete()
                && !principal.services.is_empty()
                && !services.any(|filed| is_accessed_here(cx, &filed))
        }
    };
    if is_elsewhere {
        return Some(ELSEWHERE);
    }
    in_account(cx, principal, out)
}

/// What may stand under a number under which nothing is found.
pub(crate) fn unnumbered<'a>(
    cx: &CheckContext<'_>,
    registry: &'a Registry,
    number: FilingNumber,
    sought: Sought,
) -> Option<Unknown<'a>> {
    if !registry.is_complete() {
        return Some(Unknown::Registry);
    }
    match sought {
        Sought::Principal => {
            let is_own = |filed: &&FiledPrincipal| cx.sameness(filed) != Sameness::Other;
            registry.unnumbered().find(is_own).map(Unknown::FilingNumber)
        }
        Sought::Service(_) => {
            let may_be = |(filed, _): &(&FiledPrincipal, usize)| {
                filed.number().map_or(true, |own| own == number.principal())
                    || cx.sameness(filed) == Sameness::Same
            };
            let service = registry.unnumbered_services().find(may_be);
            service.map(|(filed, place)| Unknown::ServiceNumber(filed, place))
        }
    }
}

/// The kind of an order in progress, as a message names it.
pub(crate) fn order_kind(order: &OrderInProgress) -> Param {
    order.kind.map_or_else(|| UNKNOWN_KIND.into(), Param::from)
}

/// Whether the service names this provider; one that names none may.
pub(crate) fn is_accessed_here(cx: &CheckContext<'_>, filed: &Filed<'_>) -> bool {
    let provider = &cx.rulebook.version().provider;
    filed.service.providers.is_empty() || filed.service.providers.iter().any(|name| name == provider)
}

fn in_account(cx: &CheckContext<'_>, principal: &FiledPrincipal, out: &mut Outcome) -> Option<Term> {
    let Some(owner) = filled(principal.account.as_ref()) else {
        if !cx.has_service_here(principal) {
            return Some(ELSEWHERE);
        }
        // It is filed here, in an account that the register does not name.
        out.needs_in_filed(cx, principal, &[Key::Account]);
        return None;
    };
    let own = filled(out.account(cx)?.id.as_ref());
    if own.is_none() {
        out.needs_context(&[Key::Account, Key::Id]);
    }
    own.filter(|own| *own != owner).map(|_| OTHER_ACCOUNT)
}
