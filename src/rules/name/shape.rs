//! What a name looks like.

use crate::check::service_name::{self, counted, NameProblem};
use crate::check::Verdict;
use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::path::Key;
use crate::report::{Param, Params};
use crate::rule::{documents, Grade, Severity};
use crate::rulebook::words::List;
use crate::rules::name::judge::of_new_name;
use crate::rules::name::{of_individual, website_name};
use crate::text::{filled, Term, Text};
use crate::value::DomainName;

/// What a rule on how names look grants to one that was approved as it is.
const FILED: &[Grade] = &[Grade::new(Severity::Advice, "名称已备案时", "where the name is filed already")];

/// Reports a new name, and advises on one that is filed.
fn tell(
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    severity: Severity,
    params: Params,
    out: &mut Outcome,
) {
    if let Some(grade) = of_new_name(cx, node, severity, out) {
        out.find_graded(grade, &node.at, &[Key::Name], params, |_| None);
    }
}

rule! {
    /// A website is not called by its domain.
    ///
    /// **Age.** The newest text that says so is of 2021.
    ///
    /// **Why.** The name says what the site is about, the domain where it is.
    ///
    /// **Example.** `example.com` as the name of the site at `example.com`.
    pub(super) IS_DOMAIN = "name.is-domain" {
        severity: Blocker,
        grades: FILED,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [name],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("网站名称不合格 · 网站命名规范")],
        summary: {
            zh: "网站名称不能是域名",
            en: "A website name is not a domain.",
        },
        message: {
            zh: "网站名称不能是域名（{name}）。请改为能说明网站内容的中文名称。",
            en: "A website cannot be named by its domain ({name}). Enter a Chinese name that says what the site is about.",
        },
        check: [Website(is_domain)],
    }
}

fn is_domain(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node) else { return };
    let Ok(domain) = DomainName::parse(name) else { return };
    if !service_name::is_no_domain(name).fits() {
        tell(cx, node, Severity::Blocker, params![name: Param::name(domain.to_unicode())], out);
    }
}

rule! {
    /// The name of a website consists of letters of any script and digits; of symbols, only brackets and hyphens.
    ///
    /// **Why.** The form refuses others, spaces among them.
    ///
    /// **Example.** `明远·笔记`, `明远笔记！`.
    pub(super) SYMBOL = "name.symbol" {
        severity: Blocker,
        grades: FILED,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [symbols],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("网站名称基本要求"),
        ],
        summary: {
            zh: "网站名称除括号和短横线外，不能含有其他符号",
            en: "A website name contains no symbols other than brackets and hyphens.",
        },
        message: {
            zh: "网站名称含有不允许的字符：{symbols}。除括号和短横线外，不能使用其他符号和空格，请删除。",
            en: "The website name contains characters that are not allowed: {symbols}. Remove all symbols and spaces other than brackets and hyphens.",
        },
        check: [Website(symbol)],
    }
}

fn symbol(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node) else { return };
    if let Verdict::Fails(problem) = service_name::has_no_symbols(name) {
        tell(cx, node, Severity::Blocker, params![symbols: problem.found()], out);
    }
}

rule! {
    /// The name of a website is neither digits only nor Latin letters only.
    ///
    /// **Why.** It has to say something about the site.
    ///
    /// **Example.** `10086`, `demo`.
    pub(super) ONLY_DIGITS_OR_LETTERS = "name.only-digits-or-letters" {
        severity: Blocker,
        grades: FILED,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("网站名称基本要求"),
        ],
        summary: {
            zh: "网站名称不能全是数字或全是英文字母",
            en: "A website name does not consist of digits or Latin letters only.",
        },
        message: {
            zh: "网站名称不能全是数字或全是英文字母。请改为能说明网站内容的中文名称。",
            en: "A website name cannot consist of digits or Latin letters only. Enter a Chinese name that says what the site is about.",
        },
        check: [Website(only_digits_or_letters)],
    }
}

fn only_digits_or_letters(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node) else { return };
    if !service_name::is_not_only_digits_or_letters(name).fits() {
        tell(cx, node, Severity::Blocker, params![], out);
    }
}

rule! {
    /// The name of a website has three characters or more. A letter or a digit counts as one; brackets and hyphens
    /// do not count. A name with fewer than three Chinese characters is a warning.
    ///
    /// The naming page counts letters and digits, an older one and other providers ask for three Chinese characters.
    /// A filed name is advised on: 飞书 and 百度 are older than the rule.
    ///
    /// **Why.** Shorter names say nothing.
    ///
    /// **Example.** `明远`.
    pub(super) TOO_SHORT = "name.too-short" {
        severity: Blocker,
        grades: SHORT,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [count, min, counted],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("网站名称基本要求"),
        ],
        summary: {
            zh: "网站名称至少 3 个字",
            en: "A website name has at least three characters.",
        },
        message: {
            zh: "网站名称只有 {count} 个{counted}（不计括号和短横线），至少 {min} 个。请补充为能说明网站内容的名称。",
            en: "The website name has {count} {counted} (not counting brackets and hyphens); at least {min} are required. Enter a name that says what the site is about.",
        },
        check: [Website(too_short)],
    }
}

fn too_short(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node) else { return };
    match service_name::is_long_enough(name).problem().map(|problem| problem.reason) {
        Some(NameProblem::TooShort { count, min }) => {
            tell(cx, node, Severity::Blocker, params![count, min, counted: CHARACTERS], out);
        }
        Some(NameProblem::FewChinese { count, min }) if !out.is_blocked(&node.at, &[Key::Name]) => {
            tell(cx, node, Severity::Warning, params![count, min, counted: CHINESE], out);
        }
        _ => {}
    }
}

const CHARACTERS: Term = Term { code: "characters", text: Text { zh: "字", en: "characters" } };

const CHINESE: Term =
    Term { code: "chinese_characters", text: Text { zh: "汉字", en: "Chinese characters" } };

const SHORT: &[Grade] = &[
    Grade::new(Severity::Warning, "只是汉字不足 3 个时", "where only Chinese characters are too few"),
    Grade::new(Severity::Advice, "名称已备案时", "where the name is filed already"),
];

rule! {
    /// The name of an APP is what stands under its icon: words, without emoji and picture symbols.
    ///
    /// **Why.** One provider refuses such names; others show them wrongly.
    ///
    /// **Example.** `云澜助手🚀`.
    pub(super) APP_SYMBOL = "name.app-symbol" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [symbols],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::APP_FILING_OF_HUAWEI.at("备案材料准备 · App名称要求")],
        summary: {
            zh: "APP 名称不宜含有表情或图形符号",
            en: "An APP name contains no emoji or pictorial symbols.",
        },
        message: {
            zh: "APP 名称含有表情或图形符号：{symbols}，可能被驳回。建议删除。",
            en: "The APP name contains emoji or pictorial symbols: {symbols}. It may be rejected; remove them.",
        },
        check: [App(app_symbol)],
    }
}

fn app_symbol(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = filled(node.service.name()) else { return };
    if let Verdict::Fails(problem) = service_name::has_no_picture_symbols(name) {
        out.find(&node.at, &[Key::Name], params![symbols: problem.found()]);
    }
}

rule! {
    /// Names that the providers publish as samples are not copied.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** Names that too many use are put on the authorities' blacklists.
    ///
    /// **Example.** `雕刻时光`.
    pub(super) SAMPLE = "name.sample" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        at: ["/services/{s}/name"] of Individual,
        sources: [stated(WITH_SERVICES): documents::NAMING.at("个人网站名称")],
        summary: {
            zh: "个人网站名称不要照抄命名示例",
            en: "An individual's website name is not a published sample.",
        },
        message: {
            zh: "“{name}”是文档中的命名示例，使用者众多，可能已被列入黑名单。请另取与网站内容相符的名称。",
            en: "The name “{name}” is a published sample; many people use it and it may be blacklisted. Enter a name of your own that says what the site is about.",
        },
        check: [Website(sample)],
    }
}

fn sample(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if let Some(name) = of_individual(cx, node, List::Sample).first() {
        out.find(&node.at, &[Key::Name], params![name: Param::name(*name)]);
    }
}

rule! {
    /// This provider suggests 3 to 10 characters for the name of an individual's website.
    ///
    /// No source states the greatest length that the authorities take.
    ///
    /// **Why.** Long names are hard to review, and hardly ever say what the site is about.
    ///
    /// **Example.** `关于旅行途中读书写作与摄影的笔记`.
    pub(super) LONG = "name.long" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, max],
        at: ["/services/{s}/name"] of Individual,
        sources: [stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("网站信息与内容规范 · 网站名称不符合要求")],
        providers: [Huawei],
        summary: {
            zh: "个人网站名称建议 3 至 10 个字",
            en: "This provider advises 3 to 10 characters for an individual's website name.",
        },
        message: {
            zh: "网站名称有 {count} 个字，建议不超过 {max} 个字。",
            en: "The website name has {count:character}; at most {max} are advised.",
        },
        check: [Website(long)],
    }
}

fn long(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    const MAX: usize = 10;
    let Some(name) = website_name(node).filter(|_| cx.is_individual()) else { return };
    let count = counted(name).count();
    if count > MAX {
        out.find(&node.at, &[Key::Name], params![count, max: MAX]);
    }
}
