//! Rules of the group `name`: what a service may be called.

use crate::documents;
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::Key;
use crate::rule::rule_group;
use crate::rules::domain::same_name;
use crate::service::{PreApprovalKind, Service, ServiceKind};
use crate::source::Origin;
use crate::value::{DomainName, Province, Region};
use crate::walk::{typed, Check, Cx, Out, ServiceNode};
use crate::words::List;

rule_group! {
    /// A website is not called by its domain.
    ///
    /// **Why.** The name says what the site is about, the domain where it is.
    ///
    /// **Example.** `example.com` as the name of the site at `example.com`.
    IS_DOMAIN = "name.is-domain" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        source: Origin::Document(documents::REFUSAL_REASONS, "网站名称"),
        summary: {
            zh: "网站名称不能是域名",
            en: "A website is not called by its domain.",
        },
        message: {
            zh: "网站名称不能直接使用域名（{name}）。请改为能说明网站内容的中文名称。",
            en: "A website cannot be called by its domain ({name}). Give a name that says what the site is about.",
        },
        check: &[Check::Service(is_domain)],
    }

    /// The name of a website consists of letters of any script and digits; of symbols, only brackets and hyphens.
    ///
    /// **Why.** The form refuses others, spaces among them.
    ///
    /// **Example.** `明远·笔记`, `明远笔记！`.
    SYMBOL = "name.symbol" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [symbols],
        source: Origin::Document(documents::NAMING, "网站命名基本要求"),
        summary: {
            zh: "网站名称除括号和短横线外不能有其他符号",
            en: "Of symbols, the name of a website has brackets and hyphens only.",
        },
        message: {
            zh: "网站名称中有不允许的字符：{symbols}。除括号（）和短横线 - 外不能使用其他符号或空格，请删除。",
            en: "The name has characters that are not allowed: {symbols}. Of symbols, only brackets and hyphens may stand in the name of a website; remove the others.",
        },
        check: &[Check::Service(symbol)],
    }

    /// The name of a website is neither digits only nor Latin letters only.
    ///
    /// **Why.** It has to say something about the site.
    ///
    /// **Example.** `10086`, `demo`.
    ONLY_DIGITS_OR_LETTERS = "name.only-digits-or-letters" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Document(documents::NAMING, "网站命名基本要求"),
        summary: {
            zh: "网站名称不能全是数字或全是英文字母",
            en: "The name of a website is neither digits only nor Latin letters only.",
        },
        message: {
            zh: "网站名称不能全是数字或全是英文字母。请改为能说明网站内容的中文名称。",
            en: "The name of a website cannot consist of digits only or Latin letters only. Give a Chinese name that says what the site is about.",
        },
        check: &[Check::Service(only_digits_or_letters)],
    }

    /// The name of a website has three characters or more. A letter or a digit counts as one; brackets and hyphens
    /// do not count.
    ///
    /// An older page and other providers ask for three Chinese characters; the naming page, which is newer, counts
    /// letters and digits.
    ///
    /// **Why.** Shorter names say nothing.
    ///
    /// **Example.** `明远`.
    TOO_SHORT = "name.too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, min],
        source: Origin::Document(documents::NAMING, "网站命名基本要求"),
        summary: {
            zh: "网站名称至少 3 个字",
            en: "The name of a website has three characters or more.",
        },
        message: {
            zh: "网站名称只有 {count} 个字（括号和短横线不计），至少需 {min} 个字。请补充为能说明网站内容的名称。",
            en: "The name has {count:character} (brackets and hyphens not counted); {min} are the least. Give a name that says what the site is about.",
        },
        check: &[Check::Service(too_short)],
    }

    /// Words that are kept for the state: 中国, 中华 and 国家 wherever they stand, 中央, 人民, 人大 and 全国 at the
    /// beginning. A word that stands in the principal's own name may stand in its services' names.
    ///
    /// Sources disagree on where the words count; a page on naming says anywhere, one on refusals at the beginning.
    ///
    /// **Why.** They make a body look like one of the national level.
    ///
    /// **Example.** `中国养生网` of a private company.
    STATE_WORD = "name.state-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMING, "非国家级单位不得使用的词语"),
        summary: {
            zh: "非国家级单位的服务名称不能使用“中国”“国家”等词语",
            en: "Words that are kept for the state do not stand in the names of others' services.",
        },
        message: {
            zh: "服务名称中有仅限国家级单位使用的词语：{words}。请删除或更换。",
            en: "The name has words that are kept for bodies of the national level: {words}. Remove or replace them.",
        },
        check: &[Check::Service(state_word)],
    }

    /// Words that are refused to everybody: 反腐, 赌博, 廉政, 色情.
    ///
    /// **Why.** The authority refuses the name.
    ///
    /// **Example.** `基层廉政观察`.
    SENSITIVE_WORD = "name.sensitive-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::REFUSAL_REASONS, "网站名称 · 敏感词"),
        summary: {
            zh: "服务名称不能有敏感词语",
            en: "The name has no sensitive words.",
        },
        message: {
            zh: "服务名称中有敏感词语：{words}。请删除或更换。",
            en: "The name has sensitive words: {words}. Remove or replace them.",
        },
        check: &[Check::Service(sensitive_word)],
    }

    /// Words that an individual's website may not have in its name: those of companies and bodies, of trade, of
    /// forums, media and complaints. In Jiangsu an individual's site is called 某某的个人博客 or 某某的个人主页, and
    /// there these are right.
    ///
    /// **Why.** Individuals file sites about themselves; the rest takes an organisation.
    ///
    /// **Example.** `明远工作室`.
    REFUSED_TO_INDIVIDUAL = "name.refused-to-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMING, "个人网站命名要求"),
        summary: {
            zh: "个人网站名称不能使用公司、论坛、交易等词语",
            en: "The name of an individual's website has no words of companies, forums or trade.",
        },
        message: {
            zh: "个人网站名称不能使用：{words}。请改为与个人网站内容相符的名称，例如“某某的学习笔记”。",
            en: "The name of an individual's website cannot have: {words}. Give one that fits a personal site, such as 某某的学习笔记.",
        },
        check: &[Check::Service(refused_to_individual)],
    }

    /// Words that some authorities refuse in the name of an individual's website, since they sound commercial.
    ///
    /// **Why.** The list is a union of provincial ones: what is refused in one province passes in another.
    ///
    /// **Example.** `明远设计`.
    COMMERCIAL = "name.commercial" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMES_OF_ALIBABA, "个人网站名称禁用词"),
        summary: {
            zh: "个人网站名称不宜使用商业、行业类词语",
            en: "The name of an individual's website had better not sound commercial.",
        },
        message: {
            zh: "个人网站名称中的“{words}”带有商业或行业含义，部分省份会驳回。建议更换。",
            en: "In the name of an individual's website, {words} sounds commercial; some provinces refuse it. Consider another name.",
        },
        check: &[Check::Service(commercial)],
    }

    /// A person's name as the whole name of a site. One bullet of the naming page forbids it, another accepts the
    /// own name inside a longer one.
    ///
    /// **Why.** It says nothing about the site.
    ///
    /// **Example.** `周明远`.
    OWN_NAME = "name.own-name" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        source: Origin::Document(documents::NAMING, "个人网站命名要求 · 姓名"),
        summary: {
            zh: "个人网站名称不宜直接使用本人姓名",
            en: "An individual's website is not called by the person's name alone.",
        },
        message: {
            zh: "网站名称与本人姓名“{name}”相同，可能被驳回。建议改为“{name}的学习笔记”一类能说明内容的名称。",
            en: "The name of the site is the person's own, {name}, and may be refused. Say what the site is about, as in {name}的学习笔记.",
        },
        check: &[Check::Service(own_name)],
    }

    /// The name of an individual's website has no place in it. Provinces are found by their short names, cities by
    /// their full ones: a city's short name may be part of another word, as in 三明治.
    ///
    /// **Why.** It makes the site look like that of a body of the place.
    ///
    /// **Example.** `杭州市图书角`.
    PLACE_OF_INDIVIDUAL = "name.place-of-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [places],
        source: Origin::Document(documents::NAMING, "个人网站命名要求 · 地名"),
        summary: {
            zh: "个人网站名称不能使用地名",
            en: "The name of an individual's website has no place in it.",
        },
        message: {
            zh: "个人网站名称不能使用地名：{places}。请删除或更换。",
            en: "The name of an individual's website cannot have a place in it: {places}. Remove or replace it.",
        },
        check: &[Check::Service(place_of_individual)],
    }

    /// A place in the name of an organisation's website is that in the organisation's own name, or lies within it.
    ///
    /// **Why.** A company of one city does not speak for the province.
    ///
    /// **Example.** 杭州云澜公司 files `浙江旅游指南`.
    PLACE_NOT_COVERED = "name.place-not-covered" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [place, principal],
        source: Origin::Document(documents::NAMING, "单位网站命名要求 · 地名"),
        summary: {
            zh: "单位网站名称中的地名须在单位名称的地域范围内",
            en: "A place in the name of an organisation's website lies within that in its own name.",
        },
        message: {
            zh: "网站名称中的地名“{place}”超出了主办者名称“{principal}”的地域范围，可能被驳回。请删除地名，或改用主办者名称中的地名。",
            en: "The place in the site's name, {place}, is wider than what the principal's name, “{principal}”, covers, and may be refused. Leave it out, or use the one in the principal's name.",
        },
        check: &[Check::Service(place_not_covered)],
    }

    /// Words in the name of an organisation's website that ask for the approval of their field: 论坛, 在线, 社区,
    /// 交流, 博客. Silent where a kind of pre-approval is declared.
    ///
    /// **Why.** Forums and the like once took an approval of their own, and authorities still ask.
    ///
    /// **Example.** `云澜技术论坛`.
    SPECIAL_APPROVAL = "name.special-approval" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMES_OF_QINGCLOUD, "单位网站名称"),
        summary: {
            zh: "单位网站名称含“论坛”“在线”等词语的，可能要求专项审批",
            en: "Some words in the name of an organisation's website ask for a special approval.",
        },
        message: {
            zh: "网站名称中的“{words}”可能被要求提供相应的专项审批。没有审批的，建议更换名称，或在备注中说明网站内容。",
            en: "For {words} in the name of the site a special approval may be asked. Without one, choose another name, or explain in the remark what the site does.",
        },
        check: &[Check::Service(special_approval)],
    }

    /// Words of finance in the name of a service ask for the document of the regulator. Silent where internet
    /// finance is declared as a kind of pre-approval, or where the undertaking that it is not involved, or another
    /// document, is among the service's materials.
    ///
    /// **Why.** Since 2017 such names are filed only with the regulator's consent.
    ///
    /// **Example.** `云澜财富管理`.
    FINANCE_WORD = "name.finance-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::PRE_APPROVAL, "金融类（银发〔2017〕119号）"),
        miit: [1033],
        summary: {
            zh: "服务名称含金融类词语的，须有金融监管部门的审批文件",
            en: "Words of finance in the name of a service ask for the regulator's document.",
        },
        message: {
            zh: "服务名称中有金融类词语：{words}。请上传金融监管部门的批准文件；不从事相关业务的，请更换名称，或上传不涉及承诺书。",
            en: "The name has words of finance: {words}. Upload the regulator's document; where the service does no such business, choose another name, or upload the letter of non-involvement.",
        },
        check: &[Check::Service(finance_word)],
    }

    /// Words of finance in the name of an organisation ask for the same.
    ///
    /// **Why.** The reviewer takes its services for financial ones.
    ///
    /// **Example.** A company called 云澜投资管理 files a site about its office.
    PRINCIPAL_FINANCE_WORD = "name.principal-finance-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::PRE_APPROVAL, "金融类（银发〔2017〕119号）"),
        summary: {
            zh: "主办者名称含金融类词语的，须提供审批文件或不涉及承诺书",
            en: "Words of finance in the principal's name ask for a document or an undertaking.",
        },
        message: {
            zh: "主办者名称中有金融类词语：{words}。请上传金融监管部门的批准文件；服务不涉及金融业务的，请上传不涉及承诺书。",
            en: "The principal's name has words of finance: {words}. Upload the regulator's document, or, where the service is not about finance, the letter of non-involvement.",
        },
        check: &[Check::Service(principal_finance_word)],
    }

    /// Words of training up to senior high school ask for the permit of the education department. Silent where
    /// off-campus training is declared, or the undertaking that it is not involved is uploaded.
    ///
    /// An older page says that pre-approval of education was abolished; newer ones have off-campus training as a
    /// kind of its own. Vocational training is exempt.
    ///
    /// **Why.** Training of pupils is licensed since 2021.
    ///
    /// **Example.** `云澜校外培训`.
    TRAINING_WORD = "name.training-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::PRE_APPROVAL, "校外培训"),
        miit: [1033],
        summary: {
            zh: "服务名称含校外培训类词语的，须有教育部门的办学许可",
            en: "Words of off-campus training in the name of a service ask for a permit.",
        },
        message: {
            zh: "服务名称中有校外培训类词语：{words}。请选择前置审批“校外培训”并上传办学许可证；不涉及高中及以下培训的，请更换名称，或上传不涉及承诺书。",
            en: "The name has words of off-campus training: {words}. Declare that kind of pre-approval and upload the permit; where no pupils are trained, choose another name, or upload the letter of non-involvement.",
        },
        check: &[Check::Service(training_word)],
    }

    /// The name of an APP is what stands under its icon: words, without emoji and picture symbols.
    ///
    /// **Why.** One provider refuses such names; others show them wrongly.
    ///
    /// **Example.** `云澜助手🚀`.
    APP_SYMBOL = "name.app-symbol" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [symbols],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "APP 名称"),
        summary: {
            zh: "APP 名称不宜使用表情或图形符号",
            en: "The name of an APP has no emoji or picture symbols.",
        },
        message: {
            zh: "APP 名称中有表情或图形符号：{symbols}，可能被驳回。请删除。",
            en: "The name of the APP has emoji or picture symbols: {symbols}. It may be refused; remove them.",
        },
        check: &[Check::Service(app_symbol)],
    }
}

/// The name of a website.
fn website_name<'a>(node: &ServiceNode<'a>) -> Option<&'a str> {
    match node.service {
        Service::Website(website) => typed(website.name.as_ref()),
        Service::App(_) => None,
    }
}

fn names(words: &[&str]) -> Param {
    Param::List(words.iter().map(|word| Param::name(*word)).collect())
}

/// The characters of a text that are not wanted, each once.
fn unwanted(text: &str, is_wanted: impl Fn(char) -> bool) -> Option<Param> {
    let mut seen: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !is_wanted(*c)) {
        if !seen.contains(&c) && seen.len() < 10 {
            seen.push(c);
        }
    }
    let shown = |c: &char| match c {
        c if c.is_whitespace() => Param::from(crate::language::Text { zh: "空格", en: "a space" }),
        c if c.is_control() => {
            Param::from(crate::language::Text { zh: "控制字符", en: "a control character" })
        }
        c => Param::name(c.to_string()),
    };
    (!seen.is_empty()).then(|| Param::List(seen.iter().map(shown).collect()))
}

const fn is_bracket_or_hyphen(c: char) -> bool {
    matches!(c, '(' | ')' | '（' | '）' | '-' | '－' | '—')
}

fn is_domain(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node) else { return };
    let Ok(domain) = DomainName::parse(name) else { return };
    out.find(&node.at, &[Key::Name], params![name: Param::name(domain.to_unicode())]);
}

fn symbol(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node) else { return };
    if let Some(symbols) = unwanted(name, |c| c.is_alphanumeric() || is_bracket_or_hyphen(c)) {
        out.find(&node.at, &[Key::Name], params![symbols: symbols]);
    }
}

/// The characters of a name that count.
fn counted(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| c.is_alphanumeric())
}

fn only_digits_or_letters(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node) else { return };
    let has_counted = counted(name).next().is_some();
    if has_counted && (counted(name).all(char::is_numeric) || counted(name).all(is_latin)) {
        out.find(&node.at, &[Key::Name], params![]);
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn too_short(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    const MIN: usize = 3;
    let Some(name) = website_name(node) else { return };
    let count = counted(name).count();
    if count < MIN {
        out.find(&node.at, &[Key::Name], params![count, min: MIN]);
    }
}

fn state_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let mut words = node.words().of_list(List::State);
    words.extend(node.words().of_list(List::LeadingState));
    let own = cx.principal_name().unwrap_or_default();
    words.retain(|word| !own.contains(word));
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn sensitive_word(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = node.words().of_list(List::Sensitive);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

/// The words of a list in the name of an individual's website.
fn of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, list: List) -> Vec<&'static str> {
    if cx.is_individual() && website_name(node).is_some() {
        node.words().of_list(list)
    } else {
        Vec::new()
    }
}

fn refused_to_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = of_individual(cx, node, List::RefusedToIndividuals);
    let is_jiangsus = cx.province == Some(Province::Jiangsu)
        && website_name(node).is_some_and(|name| name.ends_with("个人博客") || name.ends_with("个人主页"));
    if !words.is_empty() && !is_jiangsus {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn commercial(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = of_individual(cx, node, List::Commercial);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn own_name(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let (Some(name), Some(own)) = (website_name(node), cx.principal_name()) else { return };
    if cx.is_individual() && same_name(name, own) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(own)]);
    }
}

fn place_of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let places: Vec<&str> = node.words().places().map(|(_, word)| word).collect();
    if !places.is_empty() {
        out.find(&node.at, &[Key::Name], params![places: names(&places)]);
    }
}

fn place_not_covered(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_organization() || website_name(node).is_none() || node.words().places().next().is_none() {
        return;
    }
    let Some(principal) = cx.principal_name() else { return };
    let own = own_places(cx, principal);
    let covers =
        |place: u32| move |own: &u32| *own == place || own % 10_000 == 0 && own / 10_000 == place / 10_000;
    let uncovered = node.words().places().find(|(place, _)| !own.iter().any(covers(*place)));
    // A name without a place does not say what it covers.
    if let Some((_, place)) = uncovered.filter(|_| !own.is_empty()) {
        out.find(
            &node.at,
            &[Key::Name],
            params![place: Param::name(place), principal: Param::name(principal)],
        );
    }
}

/// The places in an organisation's name, by code; at its beginning a city's short name too: 杭州云澜科技有限公司.
fn own_places(cx: &Cx<'_>, name: &str) -> Vec<u32> {
    let leading = Region::place_names().filter(|(code, city)| {
        code % 10_000 != 0 && city.strip_suffix('市').is_some_and(|short| name.starts_with(short))
    });
    leading.map(|(code, _)| code).chain(cx.principal_words().places().map(|(code, _)| code)).collect()
}

/// Whether a document speaks for a field that its words ask for: the kind is declared, or an undertaking or another
/// document is uploaded.
fn is_spoken_for(cx: &Cx<'_>, node: &ServiceNode<'_>, kind: PreApprovalKind) -> bool {
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let materials = node.service.materials().iter().chain(cx.order.materials());
    declared.unwrap_or_default().iter().any(|declared| declared.kind == kind)
        || materials
            .map(|material| material.kind)
            .any(|kind| matches!(kind, MaterialKind::NonInvolvementLetter | MaterialKind::Other))
}

fn special_approval(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_organization() || website_name(node).is_none() {
        return;
    }
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let words = node.words().of_list(List::SpecialApproval);
    if !words.is_empty() && declared.unwrap_or_default().is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn finance_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = node.words().of_list(List::Finance);
    if !words.is_empty() && !is_spoken_for(cx, node, PreApprovalKind::InternetFinance) {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn principal_finance_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_organization() {
        return;
    }
    if is_spoken_for(cx, node, PreApprovalKind::InternetFinance)
        || !node.words().of_list(List::Finance).is_empty()
    {
        return;
    }
    let words = cx.principal_words().of_list(List::Finance);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Materials], params![words: names(&words)]);
    }
}

fn training_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = node.words().of_list(List::Training);
    if !words.is_empty() && !is_spoken_for(cx, node, PreApprovalKind::OffCampusTraining) {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn app_symbol(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if node.service.kind() != ServiceKind::App {
        return;
    }
    let Some(name) = node.service.name() else { return };
    let is_text = |c: char| {
        c.is_ascii()
            || matches!(c, '\u{4e00}'..='\u{9fff}')
            || c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '\u{b7}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff65}')
    };
    if let Some(symbols) = unwanted(name.trim(), is_text) {
        out.find(&node.at, &[Key::Name], params![symbols: symbols]);
    }
}
