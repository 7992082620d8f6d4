//! Filing numbers that an order names.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::order::{Order, OrderKind};
use crate::model::service::ServiceKind;
use crate::path::{Key, Location};
use crate::report::{Param, Params};
use crate::rule::{documents, Chapter, Step};
use crate::rules::remedies;
use crate::text::{Term, Text};
use crate::value::{FilingNumber, FilingNumberError, FilingNumberKind};

rule! {
    /// A filing number can be read in any printed form: with or without 号, in full-width characters, with
    /// spaces. What cannot be read in any is malformed, and nothing is looked up under it.
    ///
    /// **Inferred.** Where the guide has no field for the number, the user picks the filing from a list; a program has
    /// to name it.
    ///
    /// **Why.** The number says which filing the order is about.
    ///
    /// **Example.** A number of the police filing 公安备案 in place of the ICP filing's.
    pub(super) FILING_NUMBER_MALFORMED = "order.filing-number-malformed" {
        severity: Blocker,
        orders: CHANGE | DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [],
        params: [reason],
        at: ["/filing_number", "/service_numbers", "/services/{s}/filing_number"],
        sources: [
            stated(CHANGE_FILING): Step::Principal.at("主体备案号"),
            stated(DEREGISTER_HOLLOW_PRINCIPAL): Chapter::DeregisterHollowPrincipal.at("注意 · 申请表需要填写备案号"),
            inferred(CHANGE_SERVICE): Chapter::ChangeService.at("进入变更备案流程 · 单击变更服务，进入注意事项页面"),
            inferred(DEREGISTER_PRINCIPAL): Chapter::DeregisterPrincipal.at("办理流程 · 单击主体信息右侧的查看/变更"),
            inferred(DEREGISTER_SERVICES): Chapter::DeregisterServices.at("备案小程序 · 单击服务信息右侧的查看/变更"),
            inferred(CANCEL_ACCESS): Chapter::CancelAccess.at("备案场景 · 单击服务信息右侧的查看/变更"),
            inferred(MIGRATE_ACCOUNT): Chapter::MigrateAccount.at("操作步骤 · 单击主体信息 > 查看/变更"),
            standard(CHANGE | DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT): documents::FILING_TERMS.at("主体备案号、网站备案号"),
        ],
        miit: [1016, 1058, 1059],
        summary: {
            zh: "备案号须符合编号规则",
            en: "A filing number follows the ministry's numbering.",
        },
        message: {
            zh: "备案号有误：{reason}。请按工信部备案查询（https://beian.miit.gov.cn）的结果填写，例如“粤ICP备2021000001号”。",
            en: "The filing number is invalid: {reason}. Copy it from the look-up at https://beian.miit.gov.cn, for example 粤ICP备2021000001号.",
        },
        check: [Start(filing_number_malformed), Service(service_number_malformed)],
        remedy: remedies::filing_number,
    }
}

fn filing_number_malformed(cx: &CheckContext<'_>, out: &mut Outcome) {
    if let Order::DeregisterServices(order) | Order::CancelAccess(order) = cx.order {
        let at = Location::ROOT.key(Key::ServiceNumbers);
        for (index, number) in order.service_numbers.iter().enumerate() {
            number_malformed(&at.index(index), &[], Some(number), out);
        }
    }
    if is_needed(cx) {
        return out.find(&Location::ROOT, &[Key::FilingNumber], params![reason: FilingNumberError::Empty]);
    }
    number_malformed(&Location::ROOT, &[Key::FilingNumber], cx.order.filing_number(), out);
}

fn service_number_malformed(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    number_malformed(&node.at, &[Key::FilingNumber], node.service.filing_number(), out);
}

/// Of other orders another rule says that the number is not given.
fn is_needed(cx: &CheckContext<'_>) -> bool {
    cx.kind == OrderKind::DeregisterHollowPrincipal
        && cx.order.filing_number().map_or(true, |n| n.trim().is_empty())
}

fn number_malformed(at: &Location<'_>, below: &[Key], number: Option<&str>, out: &mut Outcome) {
    match number.map(FilingNumber::parse) {
        // A number that is not given is another rule's.
        None | Some(Ok(_) | Err(FilingNumberError::Empty)) => {}
        Some(Err(reason)) => out.find(at, below, params![reason]),
    }
}

rule! {
    /// The number of a service says what it is of: `-1` of a website, `-2A` of an APP, `-3X` of a mini program, `-4K`
    /// of a quick app. The service of an order is of that kind. Where the principal's number is asked for it has none,
    /// and where a service's is asked for it has one.
    ///
    /// **Inferred.** The suffix of a number tells the kind of service; a number of one kind names no service of
    /// another.
    ///
    /// **Why.** What stands under the number is what is changed, deregistered or moved.
    ///
    /// **Example.** A website with the number `-2A`, which is that of the principal's APP.
    pub(super) FILING_NUMBER_OF_OTHER_KIND = "order.filing-number-of-other-kind" {
        severity: Blocker,
        orders: CHANGE | DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [],
        params: [number, of, service],
        at: ["/filing_number", "/service_numbers", "/services/{s}/filing_number"],
        sources: [inferred(CHANGE | DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT): documents::APP_FILING_OF_HUAWEI.at("备案号与区别 · 备案号格式")],
        cited: [Ucloud: documents::FILING_TERMS, "主体备案号、网站备案号"],
        summary: {
            zh: "备案号须与所指的主体或服务一致",
            en: "A filing number is that of the principal or service it stands for.",
        },
        message: {
            zh: "{number} 是“{of}”，此处应填写“{service}”。请核对。",
            en: "{number} is of another type ({of}). Enter the {service} here.",
        },
        check: [Start(number_of_other_kind), Service(service_number_of_other_kind)],
        remedy: remedies::filing_number_of_principal,
    }
}

fn number_of_other_kind(cx: &CheckContext<'_>, out: &mut Outcome) {
    let read = |text: &str| FilingNumber::parse(text).ok();
    if let Order::DeregisterServices(order) | Order::CancelAccess(order) = cx.order {
        let at = Location::ROOT.key(Key::ServiceNumbers);
        for (index, number) in order.service_numbers.iter().enumerate() {
            if let Some(number) = read(number).filter(|n| n.kind() == FilingNumberKind::PrincipalFiling) {
                out.find(&at.index(index), &[], of_other_kind(number, A_SERVICE));
            }
        }
        return;
    }
    let number = cx.order.filing_number().and_then(read);
    if let Some(number) = number.filter(|n| n.kind() != FilingNumberKind::PrincipalFiling) {
        out.find(
            &Location::ROOT,
            &[Key::FilingNumber],
            of_other_kind(number, FilingNumberKind::PrincipalFiling),
        );
    }
}

fn service_number_of_other_kind(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(number) = node.service.filing_number().and_then(|number| FilingNumber::parse(number).ok())
    else {
        return;
    };
    let fits = match number.kind() {
        FilingNumberKind::Website => node.service.kind() == ServiceKind::Website,
        FilingNumberKind::App => node.service.kind() == ServiceKind::App,
        FilingNumberKind::MiniProgram | FilingNumberKind::QuickApp | FilingNumberKind::PrincipalFiling => {
            false
        }
    };
    if !fits {
        let asked = match node.service.kind() {
            ServiceKind::Website => FilingNumberKind::Website,
            ServiceKind::App => FilingNumberKind::App,
        };
        out.find(&node.at, &[Key::FilingNumber], of_other_kind(number, asked));
    }
}

fn of_other_kind(number: FilingNumber, asked: impl Into<Param>) -> Params {
    params![number: Param::name(number.to_string()), of: number.kind(), service: asked.into()]
}

const A_SERVICE: Term =
    Term { code: "service", text: Text { zh: "服务备案号", en: "filing number of a service" } };
