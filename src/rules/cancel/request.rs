//! How it is asked for.

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::order::{Order, OrderKind};
use crate::model::principal::PrincipalKind;
use crate::model::registry::OrderInProgress;
use crate::path::{Key, Location};
use crate::report::{Need, Param, Params};
use crate::rule::{documents, Chapter};
use crate::rules::cancel::{cancels, numbers};
use crate::rules::filed::{unnumbered, Sought};
use crate::rules::remedies;
use crate::text::{filled, Term, Text};
use crate::value::FilingNumber;
use std::collections::BTreeMap;

rule! {
    /// Deregistering and cancelling access is confirmed by a code, sent by SMS or, for services, by e-mail as
    /// well. Deregistering a principal also takes the declaration that the applicant types.
    ///
    /// **Why.** Once at the authority it cannot be withdrawn.
    ///
    /// **Example.** A deregistration whose code was never entered.
    pub(super) UNVERIFIED = "cancel.unverified" {
        severity: Blocker,
        actor: ResponsiblePerson,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Inputs],
        params: [field, advice],
        at: ["/declaration", "/verification"] if Missing,
        sources: [
            stated(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("办理流程 · 在信息确认页面，确认信息，获取并输入验证码后"),
            stated(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("提交注销服务申请 · 在注销网站页面中，您可选择手机或邮件进行验证"),
            stated(CANCEL_ACCESS): Chapter::CancelAccess.at("提交取消接入服务申请 · 在信息确认页面中，您可单击验证方式选择手机或邮件进行验证"),
        ],
        summary: {
            zh: "须通过验证码验证，注销主体还须输入注销声明",
            en: "The application is confirmed by a code; deregistering a principal also needs the declaration.",
        },
        message: {
            zh: "“{field}”尚未完成。{advice}",
            en: "Not completed: {field}. {advice}",
        },
        check: [Start(unverified)],
    }
}

fn unverified(cx: &CheckContext<'_>, out: &mut Outcome) {
    let verification = match cx.order {
        Order::DeregisterPrincipal(order) => {
            if filled(order.declaration.as_ref()).is_none() {
                let params = params![field: Key::Declaration, advice: TYPE_DECLARATION];
                out.find(&Location::ROOT, &[Key::Declaration], params);
            }
            &order.verification
        }
        Order::DeregisterServices(order) | Order::CancelAccess(order) => &order.verification,
        _ => return,
    };
    match verification.as_ref().map(|verification| verification.verified) {
        Some(Some(true)) => {}
        Some(None) => out.needs_input(&Location::ROOT, &[Key::Verification, Key::Verified]),
        None | Some(Some(false)) => {
            let params = params![field: Key::Verification, advice: REQUEST_CODE];
            out.find(&Location::ROOT, &[Key::Verification], params);
        }
    }
}

const TYPE_DECLARATION: Term = Term {
    code: "type_declaration",
    text: Text { zh: "请按页面提示原文输入。", en: "Type it exactly as shown on the page." },
};

const REQUEST_CODE: Term = Term {
    code: "request_code",
    text: Text { zh: "请获取验证码并正确填写。", en: "Request the code and enter it." },
};

rule! {
    /// Each service is named once.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The second application for the same service is refused, code 1030 or 1032.
    ///
    /// **Example.** The same number in two printed forms.
    pub(super) NUMBER_REPEATED = "cancel.number-repeated" {
        severity: Blocker,
        orders: NAMED_SERVICES,
        needs: [],
        params: [first],
        at: ["/service_numbers"],
        sources: [stated(NAMED_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1030、1032")],
        miit: [1030, 1032],
        summary: {
            zh: "同一备案号不得重复填写",
            en: "Each service is listed once.",
        },
        message: {
            zh: "该备案号与第 {first} 个重复，请删除。",
            en: "This number repeats number {first} in the list. Remove it.",
        },
        check: [Start(number_repeated)],
        remedy: remedies::remove,
    }
}

fn number_repeated(cx: &CheckContext<'_>, out: &mut Outcome) {
    let mut first: BTreeMap<FilingNumber, usize> = BTreeMap::new();
    for (place, number) in numbers(cx.order) {
        let Some(index) = place else { continue };
        let first = *first.entry(number).or_insert(index);
        if first != index {
            find_at_number(place, params![first: first + 1], out);
        }
    }
}

/// Reports at the number of this place.
fn find_at_number(place: Option<usize>, params: Params, out: &mut Outcome) {
    match place {
        Some(index) => out.find(&Location::ROOT.key(Key::ServiceNumbers).index(index), &[], params),
        None => out.find(&Location::ROOT, &[Key::FilingNumber], params),
    }
}

rule! {
    /// What is being deregistered, or is losing its access, is not applied for again. While a principal is being
    /// deregistered its services cannot be, and the other way round.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses the second application, codes 1027, 1030, 1032, 1042 and 1043.
    ///
    /// **Example.** A deregistration handed in last week that the authority has not decided yet.
    pub(super) ALREADY_REQUESTED = "cancel.already-requested" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Inputs],
        params: [order],
        at: ["/filing_number", "/service_numbers"],
        sources: [
            stated(DEREGISTER_PRINCIPAL | NAMED_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1027、1030、1032、1042、1043"),
        ],
        miit: [1027, 1030, 1032, 1042, 1043, 1049, 1050],
        summary: {
            zh: "同一备案不得重复申请注销或取消接入",
            en: "The same filing is not deregistered or cancelled twice.",
        },
        message: {
            zh: "该备案已有“{order}”申请正在办理，不能重复提交。请等待管局审核结果。",
            en: "An application for this filing is already in progress ({order}) and cannot be submitted twice. Wait for the authority's decision.",
        },
        check: [Start(already_requested)],
    }
}

fn already_requested(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    let requested = Requested::of(registry.orders_in_progress());
    let mut is_said = false;
    for (place, number) in numbers(cx.order) {
        if let Some(kind) = requested.first_for(place, number) {
            is_said = true;
            find_at_number(place, params![order: kind], out);
        }
    }
    if !is_said && !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

/// The orders in progress that deregister or cancel access, by number: the place and kind of the first.
#[derive(Default)]
struct Requested {
    /// By the principal of the number.
    any: BTreeMap<FilingNumber, (usize, OrderKind)>,
    /// Of those that are of a whole principal.
    whole: BTreeMap<FilingNumber, (usize, OrderKind)>,
    services: BTreeMap<FilingNumber, (usize, OrderKind)>,
}

impl Requested {
    fn of(orders: &[OrderInProgress]) -> Self {
        let mut requested = Self::default();
        for (place, order) in orders.iter().enumerate() {
            let (Some(of), Some(kind)) = (cancels(order), order.kind) else { continue };
            let principal = of.principal();
            requested.any.entry(principal).or_insert((place, kind));
            let (orders, of) = if of == principal {
                (&mut requested.whole, principal)
            } else {
                (&mut requested.services, of)
            };
            orders.entry(of).or_insert((place, kind));
        }
        requested
    }

    /// The kind of the first order on a service's number, or, without a place among the services, on the principal's. A whole
    /// principal, on either side, takes its services along.
    fn first_for(&self, place: Option<usize>, number: FilingNumber) -> Option<OrderKind> {
        let principal = number.principal();
        let first = match place {
            None => self.any.get(&principal).copied(),
            Some(_) => {
                self.whole.get(&principal).into_iter().chain(self.services.get(&number)).min().copied()
            }
        };
        first.map(|(_, kind)| kind)
    }
}

rule! {
    /// A number stands for one filed service or one principal. Where the registry has two under it, nothing can be
    /// told of it.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses a number that matches several records, codes 1067 and 1068.
    ///
    /// **Example.** Two records of one number after a merger of databases.
    pub(super) NUMBER_AMBIGUOUS = "cancel.number-ambiguous" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Inputs],
        params: [number],
        at: ["/filing_number", "/service_numbers"],
        sources: [
            stated(DEREGISTER_PRINCIPAL | NAMED_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1067、1068"),
        ],
        miit: [1067, 1068],
        summary: {
            zh: "备案号须唯一对应一条备案",
            en: "A filing number identifies one filing.",
        },
        message: {
            zh: "备案号 {number} 对应多条备案记录，可能无法办理。请先向接入商或管局核实是哪一条。",
            en: "There are several records under {number}, so the application may fail. Ask the provider or the authority first which one is meant.",
        },
        check: [Start(number_ambiguous)],
    }
}

fn number_ambiguous(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    for (place, number) in numbers(cx.order) {
        if registry.is_ambiguous(&number) {
            find_at_number(place, params![number: Param::name(number.to_string())], out);
            continue;
        }
        let sought = match place {
            Some(_) => Sought::Service(None),
            None => Sought::Principal,
        };
        if let Some(unknown) = unnumbered(cx, registry, number, sought) {
            out.needs_unknown(cx, unknown);
        }
    }
}

rule! {
    /// The reason of a deregistration has at most 1,000 characters.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system takes it as a note of that length.
    ///
    /// **Example.** A letter pasted into the field.
    pub(super) REASON_TOO_LONG = "cancel.reason-too-long" {
        severity: Blocker,
        orders: DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [],
        params: [length, max],
        at: ["/reason"],
        sources: [stated(DEREGISTER_PRINCIPAL | NAMED_SERVICES): documents::MINISTRY_INTERFACE.at("企业上报数据格式 · ZXBA · Zxlybz")],
        summary: {
            zh: "注销原因最多 1000 个字",
            en: "The reason has at most 1,000 characters.",
        },
        message: {
            zh: "注销原因有 {length} 个字，最多 {max} 个字。请精简。",
            en: "The reason has {length:character}; at most {max} are allowed. Shorten it.",
        },
        check: [Start(reason_too_long)],
    }
}

fn reason_too_long(cx: &CheckContext<'_>, out: &mut Outcome) {
    const MAX: usize = 1000;
    let reason = match cx.order {
        Order::DeregisterPrincipal(order) => &order.reason,
        Order::DeregisterServices(order) | Order::CancelAccess(order) => &order.reason,
        _ => return,
    };
    let length = reason.as_deref().unwrap_or_default().chars().count();
    if length > MAX {
        out.find(&Location::ROOT, &[Key::Reason], params![length, max: MAX]);
    }
}

rule! {
    /// Where the filed responsible person cannot be reached any more, the provider's customer service takes the deregistration with
    /// documents: of an individual the account's id, the name, the responsible person's identity card, photos of the person holding
    /// both sides of it, and a declaration with a fingerprint; of an organisation the licence, the certificates of the
    /// legal representative and of the applicant, and a declaration with the seal. Where it does, the general rule,
    /// which knows only the change of filing, has nothing to add.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The code cannot be received.
    ///
    /// **Example.** The phone of the responsible person who left was given up.
    pub(super) PHONE_LOST = "cancel.phone-lost" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry, Inputs],
        params: [documents],
        at: [""],
        instead_of: ["order.responsible-person-unreachable"],
        sources: [
            stated(DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES): documents::DEREGISTRATION_FAQ.at("手机号码已不使用，如何进行注销备案操作？"),
        ],
        providers: [Tencent],
        summary: {
            zh: "收不到验证码的，须先更新联系方式，或凭材料由客服协助注销",
            en: "If the code cannot be received, the contact is updated first, or customer service deregisters with documents.",
        },
        message: {
            zh: "已备案负责人的联系方式已失效，收不到验证码，不能在线注销。请先办理变更备案更新联系方式，或联系客服协助注销，并准备：{documents}。",
            en: "The filed contact of the responsible person no longer works, so the code cannot be received. Update it by a change of filing first, or ask customer service to deregister for you, with these documents: {documents}.",
        },
        check: [Order(phone_lost)],
        remedy: remedies::change_the_filing_first,
    }
}

fn phone_lost(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = out.registry(cx) else { return };
    let Some((_, number)) = numbers(cx.order).next() else { return };
    let Some(filed) = registry.principal(&number) else {
        if let Some(unknown) = unnumbered(cx, registry, number, Sought::Principal) {
            out.needs_unknown(cx, unknown);
        }
        return;
    };
    match filed.responsible_person_contact_works {
        Some(true) => return,
        Some(false) => {}
        None => return out.needs_of_filed(registry, filed, Key::ResponsiblePersonContactWorks),
    }
    let is_individual =
        filed.principal.as_ref().and_then(|principal| principal.kind) == Some(PrincipalKind::Individual);
    let documents = if is_individual { OF_INDIVIDUAL } else { OF_ORGANIZATION };
    out.find(&Location::ROOT, &[], params![documents: documents]);
}

/// What customer service asks for where no code can be received.
const OF_INDIVIDUAL: Text = Text {
    zh: "账号 ID、姓名、负责人身份证、手持身份证正反面照片、按手印的声明",
    en: "the account ID, the name, the responsible person's identity card, photos of the person holding the card, front and back, and a declaration with a fingerprint",
};

const OF_ORGANIZATION: Text = Text {
    zh: "营业执照等主体证件、法定代表人和经办人证件、加盖公章的声明",
    en: "the business licence or other certificate, the certificates of the legal representative and of the person handling the matter, and a sealed declaration",
};

rule! {
    /// A service is deregistered by the day that it ends.
    ///
    /// **Age.** The newest text that says so is of 2005.
    ///
    /// **Why.** The regulation on filing says so; a deregistration that is late may be fined.
    ///
    /// **Example.** A shop that closed in spring is deregistered in autumn.
    pub(super) LATE = "cancel.late" {
        severity: Warning,
        orders: DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Inputs],
        params: [effective_on, today],
        at: [""],
        sources: [stated(DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES): documents::FILING_REGULATION.at("第十五条、第二十六条")],
        summary: {
            zh: "终止服务的，须在终止之日办理注销",
            en: "A service is deregistered by the day it ends.",
        },
        message: {
            zh: "服务已于 {effective_on} 终止，按规定应在当日办理注销（提交日：{today}）。请尽快提交，逾期可能被处罚。",
            en: "The service ended on {effective_on} and should have been deregistered by then (day of submission: {today}). Submit at once; a late deregistration may be fined.",
        },
        check: [Order(late)],
    }
}

fn late(cx: &CheckContext<'_>, out: &mut Outcome) {
    let effective_on = match cx.order {
        Order::DeregisterPrincipal(order) => order.effective_on,
        Order::DeregisterServices(order) => order.effective_on,
        _ => None,
    };
    let Some(effective_on) = effective_on else {
        return out.needs_input(&Location::ROOT, &[Key::EffectiveOn]);
    };
    let today = cx.context.today;
    if effective_on < today {
        out.find(&Location::ROOT, &[Key::EffectiveOn], params![effective_on, today]);
    }
}
