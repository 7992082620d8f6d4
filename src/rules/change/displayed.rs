//! What a filed service has to show.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::service::ServiceKind;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Grade, Severity, Step};
use crate::value::FilingNumber;

rule! {
    /// A service that changes is open.
    ///
    /// **Why.** The reviewer looks at it.
    ///
    /// **Example.** A site that is switched off while its filing changes.
    pub(super) SERVICE_NOT_OPEN = "change.service-not-open" {
        severity: Blocker,
        actor: Cloud,
        orders: CHANGE,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/open"],
        sources: [
            stated(CHANGE_FILING): Step::Scene.at("请确认已备案的服务（网站/APP）为打开状态"),
            stated(CHANGE_SERVICE): Step::Scene.at("请确认已备案的服务为打开状态"),
        ],
        summary: {
            zh: "变更的服务须能正常访问",
            en: "A service to be changed can be reached.",
        },
        message: {
            zh: "该服务无法正常访问。请先恢复网站或 APP 的访问，再提交变更。",
            en: "The service cannot be reached. Restore access to the website or APP, then submit the change.",
        },
        check: [Service(service_not_open)],
    }
}

fn service_not_open(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    match node.service.open() {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::Open], params![]),
        None => out.needs_input(&node.at, &[Key::Open]),
    }
}

rule! {
    /// The footer of a website that changes shows its filing number.
    ///
    /// **Why.** Without it the authority refuses the change.
    ///
    /// **Example.** A redesigned home page that has lost the number.
    pub(super) NUMBER_NOT_DISPLAYED = "change.number-not-displayed" {
        severity: Blocker,
        actor: Site,
        orders: CHANGE,
        needs: [Inputs],
        params: [],
        at: ["/services/{s}/number_displayed"],
        sources: [
            stated(CHANGE): Step::Scene.at("网站底部必须注明网站备案号，否则会造成管局审核不通过"),
            stated(CHANGE): documents::FILING_REGULATION.at("第十三条"),
            stated(CHANGE): documents::MEASURES.at("第十二条"),
        ],
        summary: {
            zh: "网站底部须标明备案号",
            en: "A website to be changed shows its filing number in the footer.",
        },
        message: {
            zh: "网站底部未标明备案号，会导致管局审核不通过。请在首页底部标明备案号并链接到 https://beian.miit.gov.cn，再提交变更。",
            en: "The site footer does not show the filing number, so the authority would reject the change. Add the number at the bottom of the home page, linked to https://beian.miit.gov.cn, then submit.",
        },
        check: [Website(number_not_displayed)],
    }
}

fn number_not_displayed(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    match node.service.number_displayed() {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::NumberDisplayed], params![]),
        None => out.needs_input(&node.at, &[Key::NumberDisplayed]),
    }
}

rule! {
    /// An APP that changes shows its filing number where its users find it, in the settings or under "about".
    ///
    /// The guide asks it of websites, by a rule of their own; of APPs other documents do.
    ///
    /// **Why.** The regulation on filing wants the number shown.
    ///
    /// **Example.** A new version of the APP has lost its page "about".
    pub(super) APP_NUMBER_NOT_DISPLAYED = "change.app-number-not-displayed" {
        severity: Warning,
        actor: Site,
        orders: CHANGE,
        needs: [Inputs],
        params: [],
        at: ["/services"],
        sources: [stated(CHANGE): documents::APP_FILING_NOTICE.at("在显著位置标明备案编号")],
        cited: [Huawei: documents::APP_FILING_OF_HUAWEI, "备案后管理 · 编号展示"],
        summary: {
            zh: "APP 须在“设置”“关于”等显著位置展示备案号",
            en: "An APP to be changed shows its filing number, such as under “Settings” or “About”.",
        },
        message: {
            zh: "APP 内未展示备案号。请在“设置”“关于”等显著位置展示备案号并链接到 https://beian.miit.gov.cn，再提交变更。",
            en: "The APP does not show its filing number. Show it in a prominent place such as “Settings” or “About”, linked to https://beian.miit.gov.cn, then submit the change.",
        },
        check: [App(app_number_not_displayed)],
    }
}

fn app_number_not_displayed(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    match node.service.number_displayed() {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::NumberDisplayed], params![]),
        None => out.needs_input(&node.at, &[Key::NumberDisplayed]),
    }
}

rule! {
    /// The number that a service shows links to the ministry's site.
    ///
    /// Refused are the changes of websites; an APP that lacks the link is warned.
    ///
    /// **Why.** The regulation on filing wants the link, so that anybody can look the filing up.
    ///
    /// **Example.** A footer with the number as plain text.
    pub(super) NUMBER_NOT_LINKED = "change.number-not-linked" {
        severity: Blocker,
        actor: Site,
        grades: &[OF_APP],
        orders: CHANGE,
        needs: [Inputs],
        params: [],
        at: ["/services"],
        sources: [
            stated(CHANGE): documents::REFUSAL_REASONS.at("已备案网站未开站/网站内容不合格 · 管局要求"),
            stated(CHANGE): documents::FILING_REGULATION.at("第十三条、第二十五条"),
            stated(CHANGE): documents::APP_FILING_NOTICE.at("在显著位置标明备案编号"),
            stated(CHANGE): documents::ERRORS_OF_HUAWEI.at("备案号悬挂类错误 · 备案号未添加超链接跳转"),
        ],
        summary: {
            zh: "展示的备案号须链接到 beian.miit.gov.cn",
            en: "The filing number shown links to the ministry's filing system.",
        },
        message: {
            zh: "展示的备案号未链接到工信部备案管理系统。请将备案号链接到 https://beian.miit.gov.cn，再提交变更。",
            en: "The filing number shown does not link to the ministry's filing system. Link it to https://beian.miit.gov.cn, then submit the change.",
        },
        check: [Service(number_not_linked)],
    }
}

const OF_APP: Grade = Grade::new(Severity::Warning, "APP", "an APP");

/// Of an APP no source says that the change is refused.
fn grade(node: &ServiceNode<'_>) -> Severity {
    match node.service.kind() {
        ServiceKind::App => Severity::Warning,
        ServiceKind::Website => Severity::Blocker,
    }
}

fn number_not_linked(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    // A number that is not shown links to nothing.
    if node.service.number_displayed() == Some(false) {
        return;
    }
    match node.service.number_linked() {
        Some(true) => {}
        Some(false) => {
            out.find_graded(grade(node), &node.at, &[Key::NumberLinked], params![], |_| None);
        }
        None => out.needs_input(&node.at, &[Key::NumberLinked]),
    }
}

rule! {
    /// The number that a service shows is its own, or its principal's. In Guangdong it is the principal's; where
    /// several domains lead to one site, the principal's is right everywhere.
    ///
    /// The sources speak of websites; an APP with another number is warned.
    ///
    /// What is shown may be the whole footer: one own number in it is enough, whatever stands beside it.
    ///
    /// **Why.** A number of somebody else's filing is taken for a forged one.
    ///
    /// **Example.** A page that was copied from another company's site, with its number.
    pub(super) OTHER_NUMBER_DISPLAYED = "change.other-number-displayed" {
        severity: Blocker,
        actor: Site,
        grades: &[OF_APP],
        orders: CHANGE,
        needs: [Inputs],
        params: [displayed, number],
        at: ["/services"],
        sources: [
            stated(CHANGE): documents::NUMBERS_FAQ.at("备案号的使用有什么要求？"),
            stated(CHANGE): documents::NUMBERS_FAQ.at("多个域名指向同一网站时，如何在页面底部添加备案号？"),
            stated(CHANGE): documents::ERRORS_OF_HUAWEI.at("备案号悬挂类错误 · 未正确悬挂备案号"),
        ],
        cited: [Huawei: documents::FILED_OF_HUAWEI, "标明备案号 · 省份规则"],
        summary: {
            zh: "展示的须为本服务或本主体的备案号",
            en: "The filing number shown is the service's own or its principal's.",
        },
        message: {
            zh: "展示的备案号“{displayed}”不属于本备案（{number}）。请改为本服务的备案号；多个域名指向同一网站的，展示主体备案号。",
            en: "The number shown, “{displayed}”, does not belong to this filing ({number}). Show the service's own number or, if several domains lead to the same site, the principal's.",
        },
        check: [Service(other_number_displayed)],
    }
}

fn other_number_displayed(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    needs_displayed(node, out);
    let Some((own, Shown::Other(other))) = own_and_shown(cx, node) else { return };
    let params = params![displayed: Param::name(other.to_string()), number: Param::name(own.to_string())];
    out.find_graded(grade(node), &node.at, &[Key::DisplayedNumber], params, |_| None);
}

rule! {
    /// What a service shows as its filing number has a filing number in it.
    ///
    /// What is shown may have been taken from the page badly, so it is a warning.
    ///
    /// **Why.** A number that cannot be read cannot be looked up, and the footer counts as one without a number.
    ///
    /// **Example.** A footer with the number of the police filing only, or with digits missing.
    pub(super) DISPLAYED_NUMBER_UNREADABLE = "change.displayed-number-unreadable" {
        severity: Warning,
        actor: Site,
        orders: CHANGE,
        needs: [Inputs],
        params: [number],
        at: ["/services"],
        sources: [
            stated(CHANGE): documents::NUMBERS_FAQ.at("备案号的使用有什么要求？"),
            stated(CHANGE): documents::ERRORS_OF_HUAWEI.at("备案号悬挂类错误 · 未正确悬挂备案号"),
        ],
        cited: [Huawei: documents::FILED_OF_HUAWEI, "标明备案号 · 省份规则"],
        summary: {
            zh: "展示的内容须包含完整的 ICP 备案号",
            en: "What a service shows contains its complete ICP filing number.",
        },
        message: {
            zh: "展示的内容中没有完整的 ICP 备案号：号码不完整，或只有公安备案号等其他编号。请核对页面，完整展示本服务的备案号（{number}）。",
            en: "What is shown contains no complete ICP filing number: it is cut short, or is another number, such as the public-security filing's. Check the page and show the service's number in full ({number}).",
        },
        check: [Service(displayed_number_unreadable)],
    }
}

/// Says that the rule needs what a service shows, unless it shows no number.
fn needs_displayed(node: &ServiceNode<'_>, out: &mut Outcome) {
    let is_given = node.service.displayed_number().is_some_and(|text| !text.trim().is_empty());
    if !is_given && node.service.number_displayed() != Some(false) {
        out.needs_input(&node.at, &[Key::DisplayedNumber]);
    }
}

fn displayed_number_unreadable(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    needs_displayed(node, out);
    if let Some((own, Shown::Nothing)) = own_and_shown(cx, node) {
        out.find(&node.at, &[Key::DisplayedNumber], params![number: Param::name(own.to_string())]);
    }
}

/// What a service shows as its filing number.
enum Shown {
    /// No filing number.
    Nothing,
    Own,
    /// Numbers of other filings only, this the first.
    Other(FilingNumber),
}

/// The own number of a service, or its principal's, and what is shown of it, where both are given.
fn own_and_shown(cx: &CheckContext<'_>, node: &ServiceNode<'_>) -> Option<(FilingNumber, Shown)> {
    let displayed = node.service.displayed_number().filter(|text| !text.trim().is_empty())?;
    let own = node.service.filing_number().and_then(|number| FilingNumber::parse(number).ok());
    let own = own.or(cx.filing_number)?;
    let mut first = None;
    for (number, _) in FilingNumber::find_in(displayed) {
        if number.principal() == own.principal() {
            return Some((own, Shown::Own));
        }
        first = first.or(Some(number));
    }
    Some((own, first.map_or(Shown::Nothing, Shown::Other)))
}
