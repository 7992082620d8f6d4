//! Rules of the group `cancel`: deregistration, and cancelling access.

mod consequence;
mod named;
mod request;

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::order::{Order, OrderKind};
use crate::model::registry::{Filed, FiledPrincipal, OrderInProgress, Registry};
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rulebook::provinces::Value;
use crate::rules::filed;
use crate::rules::filed::Sought;
use crate::text::{Language, Text};
use crate::value::FilingNumber;
use std::collections::BTreeSet;

group! {
    named::NOT_FILED_HERE,
    named::TAKES_ALL_SERVICES,
    consequence::SERVICE_STOPS,
    named::LEAVES_HOLLOW_PRINCIPAL,
    named::OFFLINE_ONLY,
    consequence::SUFFIX_CANNOT_REFILE,
    named::LEAVES_NO_PROVIDER,
    named::DEREGISTERS_PRINCIPAL_HERE,
    request::UNVERIFIED,
    consequence::IRREVOCABLE,
    request::NUMBER_REPEATED,
    request::ALREADY_REQUESTED,
    request::NUMBER_AMBIGUOUS,
    request::REASON_TOO_LONG,
    consequence::NUMBER_NOT_RESTORED,
    request::PHONE_LOST,
    request::LATE,
}

/// The principal that the order deregisters, where nothing speaks against its number.
pub(super) fn filed_principal<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a FiledPrincipal> {
    let number = cx.filing_number.filter(|_| !out.is_blocked(&Location::ROOT, &[Key::FilingNumber]))?;
    // Of a number that stands for several records nothing can be told.
    out.registry(cx).filter(|registry| !registry.is_ambiguous(&number.principal()))?;
    out.filed(cx)
}

/// A filed service that the order names, its number as filed, and its place in the list.
pub(super) struct Named<'a> {
    pub(super) index: usize,
    pub(super) number: FilingNumber,
    pub(super) filed: Filed<'a>,
}

/// The filed services that the order names, where nothing speaks against their numbers; each once.
pub(super) fn named<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<(&'a Registry, Vec<Named<'a>>)> {
    let (Order::DeregisterServices(order) | Order::CancelAccess(order)) = cx.order else { return None };
    let at = Location::ROOT.key(Key::ServiceNumbers);
    let mut seen = BTreeSet::new();
    let numbers: Vec<(usize, FilingNumber)> = (order.service_numbers.iter().enumerate())
        .filter_map(|(index, number)| Some((index, FilingNumber::parse(number).ok()?)))
        .filter(|(index, number)| !out.is_blocked(&at.index(*index), &[]) && seen.insert(*number))
        .collect();
    if numbers.is_empty() {
        return None;
    }
    let registry = out.registry(cx)?;
    let mut services = Vec::new();
    for (index, number) in numbers.into_iter().filter(|(_, number)| !registry.is_ambiguous(number)) {
        if let Some(filed) = registry.service(&number) {
            services.push(Named { index, number, filed });
        } else if let Some(unknown) = filed::unnumbered(cx, registry, number, Sought::Service(None)) {
            out.needs_unknown(cx, unknown);
        }
    }
    Some((registry, services))
}

/// How the authority of the province takes the deregistration of a hollow principal: its own way, else by the
/// form that the ministry's notices have.
pub(super) fn way(cx: &CheckContext<'_>) -> Param {
    let rules =
        cx.filing_number.and_then(FilingNumber::province).map(|province| cx.rulebook.province(province));
    let cells = rules.map(|rules| rules.hollow_principal_deregistration()).unwrap_or_default();
    let own = cells.iter().filter(|cell| cell.scope().includes(cx.principal_kind, cx.kind, None));
    let mut own: Vec<_> = own.collect();
    if own.is_empty() {
        // Who it is that is deregistered is not known: every way, with those whose it is.
        own.extend(cells);
    }
    match own.as_slice() {
        [] => Param::Text(Text {
            zh: "请在工信部备案管理系统（beian.miit.gov.cn）的“通知公告”中按省份和“注销”查找并下载该省的 ICP 备案注销申请表，填写备案号等内容后，连同证件资料递交该省通信管理局；查不到申请表的，请联系该省通信管理局。",
            en: "Find the province's form among the notices at https://beian.miit.gov.cn by searching for the province and 注销, fill in the filing number and the other details, and submit it to the province's authority with the certificates; if there is no form, ask that authority.",
        }),
        [cell] => Param::Written { zh: cell.value().zh.as_ref().into(), en: cell.value().en.as_ref().into() },
        several => {
            let all = |language: Language| {
                let ways = several.iter().map(|cell| {
                    let (scope, way) = (cell.scope().show(language), cell.value().show(language));
                    match language {
                        Language::Zh => format!("{scope}：{way}"),
                        Language::En => format!("For {scope}: {way} "),
                    }
                });
                ways.collect::<String>().trim_end().to_owned()
            };
            Param::Written { zh: all(Language::Zh).into(), en: all(Language::En).into() }
        }
    }
}

/// The numbers that the order names, with their places, as far as they can be read.
pub(super) fn numbers(order: &Order) -> impl Iterator<Item = (Option<usize>, FilingNumber)> + '_ {
    let services: &[String] = match order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => &order.service_numbers,
        _ => &[],
    };
    let services = services.iter().enumerate().map(|(index, number)| (Some(index), number.as_str()));
    let principal = order.filing_number().map(|number| (None, number));
    services.chain(principal).filter_map(|(index, number)| Some((index, FilingNumber::parse(number).ok()?)))
}

pub(super) const CANCELLING: &[OrderKind] =
    &[OrderKind::DeregisterPrincipal, OrderKind::DeregisterServices, OrderKind::CancelAccess];

/// What an order deregisters, or takes the access of: its numbers, sorted.
#[derive(Debug, Default)]
pub(crate) struct Cancelled {
    /// The principals of all numbers, and of those that stand for a whole principal.
    principals: BTreeSet<FilingNumber>,
    whole: BTreeSet<FilingNumber>,
    services: BTreeSet<FilingNumber>,
}

impl Cancelled {
    /// Nothing, of an order of another kind.
    pub(crate) fn by(order: &Order) -> Self {
        let mut cancelled = Self::default();
        if CANCELLING.contains(&order.kind()) {
            for (place, number) in numbers(order) {
                cancelled.principals.insert(number.principal());
                match place {
                    None => cancelled.whole.insert(number.principal()),
                    Some(_) => cancelled.services.insert(number),
                };
            }
        }
        cancelled
    }

    /// Whether an order in progress applies for a part of it already. A whole principal, on either side, takes its services
    /// along.
    pub(crate) fn is_in(&self, in_progress: &OrderInProgress) -> bool {
        let Some(of) = cancels(in_progress) else { return false };
        let principal = of.principal();
        if of == principal {
            self.principals.contains(&principal)
        } else {
            self.whole.contains(&principal) || self.services.contains(&of)
        }
    }
}

/// The number whose filing an order in progress deregisters, or takes the access of.
fn cancels(in_progress: &OrderInProgress) -> Option<FilingNumber> {
    let number = FilingNumber::parse(in_progress.filing_number.as_deref()?).ok()?;
    in_progress.kind.filter(|kind| CANCELLING.contains(kind)).map(|_| number)
}
