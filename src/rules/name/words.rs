//! Words that no name may have, or that not everybody may use.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::service::ServiceKind;
use crate::path::Key;
use crate::rule::{documents, Origin};
use crate::rulebook::words::{folded, List};
use crate::rules::name::{is_explained, names, of_individual, website_name};
use crate::text::{Term, Text};
use crate::value::Province;

rule! {
    /// Words that are kept for the state: 中国, 中华 and 国家 wherever they stand, 中央, 人民, 人大 and 全国 at the
    /// beginning. A word that stands in the principal's own name may stand in its services' names.
    ///
    /// Sources disagree on where the words count; a page on naming says anywhere, one on refusals at the beginning.
    ///
    /// **Why.** They make a body look like one of the national level.
    ///
    /// **Example.** `中国养生网` of a private company.
    pub(super) STATE_WORD = "name.state-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::NAMING, "非国家级单位不得使用的词语"),
        summary: {
            zh: "非国家级单位的服务名称不能使用“中国”“国家”等词语",
            en: "Words that are kept for the state do not stand in the names of others' services.",
        },
        message: {
            zh: "服务名称中有仅限国家级单位使用的词语：{words}。请删除或更换。",
            en: "The name has words that are kept for bodies of the national level: {words}. Remove or replace them.",
        },
        check: [Service(state_word)],
    }
}

fn state_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let mut words = node.words().of_list(List::State);
    words.extend(node.words().leading(List::LeadingState));
    if words.is_empty() {
        return;
    }
    let own = cx.principal_name.unwrap_or_default();
    words.retain(|word| !own.contains(word));
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words that are refused to everybody: 反腐, 赌博, 廉政, 色情.
    ///
    /// **Why.** The authority refuses the name.
    ///
    /// **Example.** `基层廉政观察`.
    pub(super) SENSITIVE_WORD = "name.sensitive-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::REFUSAL_REASONS, "网站名称 · 敏感词"),
        summary: {
            zh: "服务名称不能有敏感词语",
            en: "The name has no sensitive words.",
        },
        message: {
            zh: "服务名称中有敏感词语：{words}。请删除或更换。",
            en: "The name has sensitive words: {words}. Remove or replace them.",
        },
        check: [Service(sensitive_word)],
    }
}

fn sensitive_word(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let words = node.words().of_list(List::Sensitive);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words that an individual's website may not have in its name: those of companies and bodies, of trade, of
    /// education, of forums, media and complaints, and 中央, 人民, 人大 and 全国 wherever they stand. In Jiangsu an individual's site is called 某某的个人博客 or 某某的个人主页, and
    /// there these are right.
    ///
    /// **Why.** Individuals file sites about themselves; the rest takes an organisation.
    ///
    /// **Example.** `明远工作室`.
    pub(super) REFUSED_TO_INDIVIDUAL = "name.refused-to-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"] of Individual,
        source: Origin::Document(documents::NAMING, "个人网站命名要求"),
        summary: {
            zh: "个人网站名称不能使用公司、论坛、交易等词语",
            en: "The name of an individual's website has no words of companies, forums or trade.",
        },
        message: {
            zh: "个人网站名称不能使用：{words}。请改为与个人网站内容相符的名称，例如“某某的学习笔记”。",
            en: "The name of an individual's website cannot have: {words}. Give one that fits a personal site, such as 某某的学习笔记.",
        },
        check: [Website(refused_to_individual)],
    }
}

fn refused_to_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let mut words = of_individual(cx, node, List::RefusedToIndividuals);
    words.extend(of_individual(cx, node, List::LeadingState));
    let is_jiangsus = cx.province == Some(Province::Jiangsu)
        && website_name(node).is_some_and(|name| name.ends_with("个人博客") || name.ends_with("个人主页"));
    if !words.is_empty() && !is_jiangsus {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words that some authorities refuse in the name of an individual's website, since they sound commercial.
    ///
    /// **Why.** The list is a union of provincial ones: what is refused in one province passes in another.
    ///
    /// **Example.** `明远设计`.
    pub(super) COMMERCIAL = "name.commercial" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"] of Individual,
        source: Origin::Document(documents::NAMES_OF_ALIBABA, "个人网站名称禁用词"),
        summary: {
            zh: "个人网站名称不宜使用商业、行业类词语",
            en: "The name of an individual's website had better not sound commercial.",
        },
        message: {
            zh: "个人网站名称中的“{words}”带有商业或行业含义，部分省份会驳回。建议更换。",
            en: "In the name of an individual's website, {words} sounds commercial; some provinces refuse it. Consider another name.",
        },
        check: [Website(commercial)],
    }
}

fn commercial(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let words = of_individual(cx, node, List::Commercial);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Names of foreign states and of international organisations do not stand in the name of a website, unless they
    /// stand in the organisation's own name.
    ///
    /// The source refuses what deceives or misleads the public; whether a name does is the reviewer's judgement.
    ///
    /// **Why.** The site would look like that of the state or the organisation.
    ///
    /// **Example.** `联合国资料站`.
    pub(super) FOREIGN_STATE = "name.foreign-state" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::NAMES_OF_QINGCLOUD, "网站名称基本要求"),
        summary: {
            zh: "网站名称不宜含外国国家名称或国际组织名称",
            en: "The name of a website has no foreign state and no international organisation in it.",
        },
        message: {
            zh: "网站名称中有外国国家或国际组织的名称：{words}，容易使人误解，可能被驳回。建议更换名称，或在备注中说明网站内容。",
            en: "The name has that of a foreign state or an international organisation: {words}. It may mislead and be refused. Choose another, or explain in the remark what the site is about.",
        },
        check: [Website(foreign_state)],
    }
}

fn foreign_state(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if website_name(node).is_none() || is_explained(cx, node) {
        return;
    }
    let words = not_own(cx, node, List::Foreign);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

/// The words of a list in a service's name that do not stand in its principal's own.
fn not_own(cx: &CheckContext<'_>, node: &ServiceNode<'_>, list: List) -> Vec<&'static str> {
    let mut words = node.words().of_list(list);
    if !words.is_empty() {
        let own = folded(cx.principal_name.unwrap_or_default());
        words.retain(|word| !own.contains(word));
    }
    words
}

rule! {
    /// Words of shopping and cash-back in the name of a website. Where an individual's name sounds commercial other
    /// rules speak.
    ///
    /// **Why.** Such a site usually needs no commercial licence, but its name makes reviewers ask for one.
    ///
    /// **Example.** `青禾返利`.
    pub(super) COMMERCE_WORD = "name.commerce-word" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::NAMING, "网站名称建议 · 电子商务、返利类网站"),
        summary: {
            zh: "网站名称尽量不用购物、返利类词语",
            en: "The name of a website had better have no words of shopping or cash-back.",
        },
        message: {
            zh: "网站名称中的“{words}”属于电商类词语，会增加退回风险。建议更换；确需使用的，请先向本省核实是否须办理经营性许可，并在备注中说明。",
            en: "{words} in the name is a word of online trade and makes a refusal likelier. Choose another; to keep it, ask the province whether a commercial licence is needed, and say so in the remark.",
        },
        check: [Website(commerce_word)],
    }
}

fn commerce_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let is_said = [List::Commercial, List::RefusedToIndividuals]
        .iter()
        .any(|list| !of_individual(cx, node, *list).is_empty());
    if website_name(node).is_none() || is_said {
        return;
    }
    let words = node.words().of_list(List::Commerce);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// The names of other providers and platforms do not stand in a service's name, nor does praise such as 第一. A
    /// word that stands in the principal's own name may.
    ///
    /// A platform's rule on names, and not the ministry's.
    ///
    /// **Why.** The name would claim what belongs to others.
    ///
    /// **Example.** `微信图书角`.
    pub(super) PROVIDER_WORD = "name.provider-word" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::WECHAT_FILING, "服务名称"),
        summary: {
            zh: "服务名称不宜含其他平台名称或夸大用语",
            en: "The name of a service has no other platform's name and no praise in it.",
        },
        message: {
            zh: "服务名称中有其他平台名称或夸大用语：{words}。建议删除或更换。",
            en: "The name has another platform's name, or praise: {words}. Consider leaving it out.",
        },
        check: [Service(provider_word)],
    }
}

fn provider_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let mut words = not_own(cx, node, List::Provider);
    if node.service.kind() == ServiceKind::App {
        // Of a known APP's name another rule speaks.
        let known = node.words().of_list(List::KnownApp);
        words.retain(|word| !known.contains(word));
    }
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// The name of an APP is its own: no stand-in, no price or advertising, no widely known APP's, and not merely a
    /// word of its trade.
    ///
    /// One provider's page names these kinds of words; the words that are looked for are examples of them.
    ///
    /// **Why.** Reviewers and stores refuse such names.
    ///
    /// **Example.** `天气`, `测试APP`, `青禾免费领`.
    pub(super) APP_WORD = "name.app-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words, reason],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "APP 名称"),
        summary: {
            zh: "APP 名称不宜过于宽泛，不宜含营销用语或知名 APP 名称",
            en: "The name of an APP is its own: no stand-in, no advertising, no known APP's, no bare trade.",
        },
        message: {
            zh: "APP 名称中的“{words}”{reason}，可能被驳回。请改为本 APP 实际使用、能与其他 APP 区分的名称。",
            en: "{words} in the name of the APP {reason}; it may be refused. Give the name under which the APP is installed, one that tells it from others.",
        },
        check: [App(app_word)],
    }
}

fn app_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let reasons = [
        (List::Placeholder, IS_PLACEHOLDER),
        (List::Generic, IS_GENERIC),
        (List::KnownApp, IS_KNOWN_APP),
        (List::Marketing, IS_MARKETING),
    ];
    let found = reasons.into_iter().filter(|(list, _)| node.words().has(*list));
    let mut found = found.map(|(list, reason)| (not_own(cx, node, list), reason));
    if let Some((words, reason)) = found.find(|(words, _)| !words.is_empty()) {
        out.find(&node.at, &[Key::Name], params![words: names(&words), reason]);
    }
}

const IS_PLACEHOLDER: Term =
    Term { code: "placeholder", text: Text { zh: "是占位名称", en: "is a stand-in" } };
const IS_MARKETING: Term = Term {
    code: "marketing",
    text: Text { zh: "属于价格或营销用语", en: "is a price or advertising" },
};

const IS_KNOWN_APP: Term = Term {
    code: "known_app",
    text: Text { zh: "是知名 APP 的名称", en: "is the name of a widely known APP" },
};

const IS_GENERIC: Term = Term {
    code: "generic",
    text: Text { zh: "过于宽泛，只是行业或功能词", en: "is merely a trade or a function" },
};
