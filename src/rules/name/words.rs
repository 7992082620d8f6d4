//! Words that no name may have, or that not everybody may use.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::service::ServiceKind;
use crate::path::Key;
use crate::rule::{documents, Grade, Severity};
use crate::rulebook::words::List;
use crate::rules::name::judge::{judge, Judged, ADVICE_ONLY, GRADES};
use crate::rules::name::{names, of_individual, website_name};
use crate::text::{Term, Text};
use crate::value::Province;

rule! {
    /// Words that are kept for the state: 中国, 中华 and 国家 wherever they stand, 中央, 人民, 人大 and 全国 at the
    /// beginning.
    ///
    /// The ministry refuses them at the beginning of a name, providers anywhere: inside the name of an organisation's
    /// service they are a warning. A word that other words cut (德国家居), or of another sense (人民路), is none. A filed
    /// name is advised on. Public bodies and institutions may be of the national level, which cannot be told: advice.
    /// Where the principal's own name has the word, and what tells it from others stands in the service's too, nothing
    /// is said; where it has only the word, that is advice. Papers and remarks change nothing.
    ///
    /// **Why.** They make a body look like one of the national level.
    ///
    /// **Example.** `中国养生网` of a private company.
    pub(super) STATE_WORD = "name.state-word" {
        severity: Blocker,
        grades: GRADES,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::NAMES_OF_SITES.at("二（五）网站名称"),
            stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("网站名称基本要求"),
        ],
        summary: {
            zh: "非国家级单位的服务名称不能使用“中国”“国家”等词语",
            en: "Words reserved for national-level bodies are not used by others.",
        },
        message: {
            zh: "服务名称含“{words}”，该类词语仅限国家级单位使用。请更换名称；词语属于单位法定名称的，请使用与证件一致的名称。",
            en: "{words} in the service name may only be used by national-level bodies. Choose another name; if it is part of your registered name, use that name exactly as on the certificate.",
        },
        check: [Service(state_word)],
    }
}

fn state_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let anywhere = judge(cx, node, List::State, out);
    // In an individual's name the others are refused wherever they stand, which another rule says.
    let leading = cx.is_organization().then(|| judge(cx, node, List::LeadingState, out)).flatten();
    tell(heavier(anywhere, leading), node, out);
}

/// Of two judgements the heavier; of two that weigh the same both.
fn heavier(a: Option<Judged>, b: Option<Judged>) -> Option<Judged> {
    match (a, b) {
        (Some(mut a), Some(b)) if a.grade == b.grade => {
            a.words.extend(b.words);
            Some(a)
        }
        (Some(a), Some(b)) if a.grade < b.grade => Some(b),
        (a, b) => a.or(b),
    }
}

/// Reports words at the name.
fn tell(judged: Option<Judged>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if let Some(Judged { grade, words, source }) = judged {
        out.find_said(grade, source, &node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words that are refused: 赌博 and 色情 to everybody, 反腐 and 廉政 to all but public bodies.
    ///
    /// A word that other words cut (蓝色情怀) is none. A filed name, an institution's 廉政, and a word of the principal's
    /// own name with what tells it from others are advised on. Papers and remarks change nothing.
    ///
    /// **Why.** The authority refuses the name.
    ///
    /// **Example.** `基层廉政观察`.
    pub(super) SENSITIVE_WORD = "name.sensitive-word" {
        severity: Blocker,
        grades: GRADES,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("网站名称不合格 · 网站命名规范"),
            stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("网站名称基本要求"),
        ],
        summary: {
            zh: "服务名称不能含有敏感词语",
            en: "The service name contains no sensitive words.",
        },
        message: {
            zh: "服务名称含有不允许使用的词语：{words}。请删除或更换。",
            en: "The service name contains words that are not allowed: {words}. Remove or replace them.",
        },
        check: [Service(sensitive_word)],
    }
}

fn sensitive_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::Sensitive, out), node, out);
}

rule! {
    /// Names of public bodies, and of their sites, by whom is none: 人民政府, 法院, 公安局, 国务院, 监察.
    ///
    /// The whole name of an organ or of its site is a blocker: 国务院, 政府采购网, and 公安局, 法院 and the like behind the
    /// name of a place. Alone such a word is a warning (青禾党建网), and advice before what a product is (公安设备); an organ
    /// behind a place before a product (杭州法院拍卖) is a warning. 公安县 and 山海关 are places, 书法院 is no court. A filed name is advised on. Public bodies are asked
    /// nothing, institutions warned, since some administer; a word of the principal's own name with what tells it from
    /// others is right. A remark that speaks of a bare word settles it; papers change nothing.
    ///
    /// **Age.** The newest text that says so is of 2009.
    ///
    /// **Why.** Who is no public body, nor authorised by one, does not appear as one.
    ///
    /// **Example.** A company files `深圳市人民政府便民网`.
    pub(super) PUBLIC_BODY = "name.public-body" {
        severity: Blocker,
        grades: GRADES,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::NAMES_OF_SITES.at("二（五）网站名称")],
        summary: {
            zh: "非党政机关的服务名称不能使用党政机关名称",
            en: "Names of public bodies are not used for others' services.",
        },
        message: {
            zh: "服务名称含党政机关名称或公共事务用语：{words}。未经政府部门授权的，请更换名称；仅表示产品用途的，请在备注中说明。",
            en: "The service name contains the name of a public body, or a term of public affairs: {words}. Without that body's authorisation, choose another name; if it only says what a product is for, explain in the remark.",
        },
        check: [Service(public_body)],
    }
}

fn public_body(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::PublicBody, out), node, out);
}

rule! {
    /// Words that an individual's website may not have in its name: those of companies and bodies, of trade, of
    /// education, of forums, media and complaints, and 中央, 人民, 人大 and 全国 wherever they stand. In Jiangsu an
    /// individual's site is called 某某的个人博客 or 某某的个人主页, and there these are right.
    ///
    /// A word that other words cut, or of another sense (交流电), is none; a filed name is advised on. Nothing else
    /// speaks for an individual.
    ///
    /// **Why.** Individuals file sites about themselves; the rest takes an organisation.
    ///
    /// **Example.** `明远工作室`.
    pub(super) REFUSED_TO_INDIVIDUAL = "name.refused-to-individual" {
        severity: Blocker,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"] of Individual,
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 个人备案，网站名称不能涉及到 “某公司”、“某俱乐部”、“某团体”、“某社区”"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("网站信息与内容规范 · 网站名称不符合要求"),
        ],
        summary: {
            zh: "个人网站名称不能使用公司、论坛、交易等词语",
            en: "An individual's website name contains no terms of companies, forums or trade.",
        },
        message: {
            zh: "个人网站名称不能使用“{words}”。请改为与个人网站内容相符的名称，例如“某某的学习笔记”。",
            en: "An individual's website name cannot contain {words}. Enter one that suits a personal site, for example 某某的学习笔记 (“study notes of …”).",
        },
        check: [Website(refused_to_individual)],
    }
}

fn refused_to_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let is_jiangsus = cx.province == Some(Province::Jiangsu)
        && website_name(node).is_some_and(|name| name.ends_with("个人博客") || name.ends_with("个人主页"));
    if !is_jiangsus {
        let refused = judge(cx, node, List::RefusedToIndividuals, out);
        let leading = judge(cx, node, List::LeadingState, out);
        tell(heavier(refused, leading), node, out);
    }
}

rule! {
    /// Words that some authorities refuse in the name of an individual's website, since they sound commercial: schools
    /// and companies by one page, the others by a union of provincial lists, which is advice.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The list is a union of provincial ones: what is refused in one province passes in another.
    ///
    /// **Example.** `明远设计`.
    pub(super) COMMERCIAL = "name.commercial" {
        severity: Warning,
        grades: LISTED_BY_SOME,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"] of Individual,
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 个人备案的网站名称，不允许涉及经营性内容"),
            stated(WITH_SERVICES): documents::NAMES_OF_ALIBABA.at("个人网站名称"),
        ],
        summary: {
            zh: "个人网站名称不宜使用商业、行业类词语",
            en: "An individual's website name should not sound commercial.",
        },
        message: {
            zh: "个人网站名称中的“{words}”带有商业或行业含义，部分省份会驳回。建议更换。",
            en: "{words} in an individual's website name sounds commercial; some provinces reject it. Consider another name.",
        },
        check: [Website(commercial)],
    }
}

fn commercial(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::Commercial, out), node, out);
}

const LISTED_BY_SOME: &[Grade] = &[Grade::new(
    Severity::Advice,
    "仅部分省份不接受，名称已备案，或词语边界不明时",
    "where only some provinces refuse the word, the name is filed already, or the word may not be meant",
)];

rule! {
    /// Names of foreign states and of international organisations do not stand in the name of a website, unless they
    /// stand in the organisation's own name, or the remark says what the site is about. 完美国际 has no state in it.
    ///
    /// The source refuses what deceives or misleads the public; whether a name does is the reviewer's judgement.
    ///
    /// **Age.** The newest text that says so is of 2021.
    ///
    /// **Why.** The site would look like that of the state or the organisation.
    ///
    /// **Example.** `联合国资料站`.
    pub(super) FOREIGN_STATE = "name.foreign-state" {
        severity: Warning,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::NAMES_OF_QINGCLOUD.at("网站名称基本要求")],
        summary: {
            zh: "网站名称不宜含外国国家名称或国际组织名称",
            en: "A website name contains no foreign state or international organisation.",
        },
        message: {
            zh: "网站名称含外国国家或国际组织的名称：{words}，容易使人误解，可能被驳回。建议更换名称，或在备注中说明网站内容。",
            en: "The website name contains that of a foreign state or an international organisation: {words}. It may mislead and be rejected. Choose another, or explain in the remark what the site is about.",
        },
        check: [Website(foreign_state)],
    }
}

fn foreign_state(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::Foreign, out), node, out);
}

rule! {
    /// Words of shopping and cash-back in the name of a website. Where an individual's name sounds commercial other
    /// rules speak.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** Such a site usually needs no commercial licence, but its name makes reviewers ask for one.
    ///
    /// **Example.** `青禾返利`.
    pub(super) COMMERCE_WORD = "name.commerce-word" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 淘宝客等返利性质的网站")],
        summary: {
            zh: "网站名称不宜使用购物、返利类词语",
            en: "A website name should contain no terms of shopping or cash-back.",
        },
        message: {
            zh: "网站名称中的“{words}”属于电商类词语，被驳回的风险较高。建议更换；确需使用的，请先向当地管局核实是否须办理经营许可，并在备注中说明。",
            en: "{words} in the website name is a term of online trade and makes a rejection likelier. Choose another; to keep it, ask the province's authority whether a commercial licence is needed, and say so in the remark.",
        },
        check: [Website(commerce_word)],
    }
}

fn commerce_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let is_said = [List::Commercial, List::RefusedToIndividuals]
        .iter()
        .any(|list| !of_individual(cx, node, *list).is_empty());
    if !is_said {
        tell(judge(cx, node, List::Commerce, out), node, out);
    }
}

rule! {
    /// The names of other providers and platforms do not stand in a service's name, nor does praise such as 第一. A
    /// word that stands in the principal's own name may.
    ///
    /// A platform's rule on names, and not the ministry's.
    ///
    /// **Inferred.** A platform refuses other platforms' names in mini programs; reviewers read APPs' names likewise.
    ///
    /// **Age.** The newest text that says so is of 2023.
    ///
    /// **Why.** The name would claim what belongs to others.
    ///
    /// **Example.** `微信图书角`.
    pub(super) PROVIDER_WORD = "name.provider-word" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [inferred(WITH_SERVICES): documents::WECHAT_FILING.at("服务名称")],
        summary: {
            zh: "服务名称不宜含其他平台名称或夸大用语",
            en: "A service name contains no other platform's name and no superlatives.",
        },
        message: {
            zh: "服务名称含其他平台名称或夸大用语：{words}。建议删除或更换。",
            en: "The service name contains another platform's name or a superlative: {words}. Consider removing it.",
        },
        check: [Service(provider_word)],
    }
}

fn provider_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(mut judged) = judge(cx, node, List::Provider, out) else { return };
    if node.service.kind() == ServiceKind::App {
        // Of a known APP's name another rule speaks.
        let known = node.words().of_list(List::KnownApp);
        judged.words.retain(|word| !known.contains(word));
    }
    tell(Some(judged).filter(|judged| !judged.words.is_empty()), node, out);
}

rule! {
    /// The name of an APP is its own: no stand-in, no price or advertising, no widely known APP's, and not merely a
    /// word of its trade.
    ///
    /// One provider's page names these kinds of words; the words that are looked for are examples of them. Of a widely
    /// known APP nothing is said where the principal's name has what the brand begins with (百度地图 of 北京百度网讯), and
    /// elsewhere it is advice: whose a brand is cannot be told.
    ///
    /// **Why.** Reviewers and stores refuse such names.
    ///
    /// **Example.** `天气`, `测试APP`, `青禾免费领`.
    pub(super) APP_WORD = "name.app-word" {
        severity: Warning,
        grades: OF_A_BRAND,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words, reason],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::APP_FILING_OF_HUAWEI.at("备案材料准备 · App名称要求")],
        summary: {
            zh: "APP 名称不宜过于宽泛，不宜含营销用语或知名 APP 的名称",
            en: "An APP name is its own: no placeholder, no advertising, no well-known APP, no bare trade.",
        },
        message: {
            zh: "APP 名称中的“{words}”{reason}，可能被驳回。请改为本 APP 实际使用、能与其他 APP 区分的名称。",
            en: "{words} in the APP name {reason}; it may be rejected. Enter the name the APP is installed under, one that sets it apart from others.",
        },
        check: [App(app_word)],
    }
}

fn app_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if node.words().is_empty() {
        return;
    }
    let reasons = [
        (List::Placeholder, IS_PLACEHOLDER),
        (List::Generic, IS_GENERIC),
        (List::KnownApp, IS_KNOWN_APP),
        (List::Marketing, IS_MARKETING),
    ];
    for (list, reason) in reasons {
        let Some(mut judged) = judge(cx, node, list, out) else { continue };
        if list == List::KnownApp {
            judged.words.retain(|word| !is_brand_of(cx, word));
        }
        let Judged { grade, words, source } = judged;
        if !words.is_empty() {
            out.find_said(grade, source, &node.at, &[Key::Name], params![words: names(&words), reason]);
            return;
        }
    }
}

const OF_A_BRAND: &[Grade] = &[Grade::new(
    Severity::Advice,
    "与知名 APP 同名，或名称已备案时",
    "where the word is a widely known APP's, or the name is filed already",
)];

/// Whether a principal's name has what a brand begins with.
fn is_brand_of(cx: &CheckContext<'_>, brand: &str) -> bool {
    let first: String = brand.chars().take(2).collect();
    cx.principal_name.is_some_and(|name| name.contains(&first))
}

const IS_PLACEHOLDER: Term =
    Term { code: "placeholder", text: Text { zh: "是占位名称", en: "is a placeholder" } };
const IS_MARKETING: Term = Term {
    code: "marketing",
    text: Text { zh: "属于价格或营销用语", en: "is a price or marketing term" },
};

const IS_KNOWN_APP: Term = Term {
    code: "known_app",
    text: Text { zh: "是知名 APP 的名称", en: "is the name of a well-known APP" },
};

const IS_GENERIC: Term = Term {
    code: "generic",
    text: Text { zh: "过于宽泛，只是行业或功能词", en: "only names a trade or a function" },
};
