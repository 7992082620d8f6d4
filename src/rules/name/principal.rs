//! A service's name beside its principal's.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::service::Service;
use crate::path::Key;
use crate::report::Param;
use crate::rule::documents;
use crate::rulebook::words::folded;
use crate::rules::name::{is_explained, website_name};
use crate::text::{filled, same_name};

rule! {
    /// A person's name as the whole name of a site. One bullet of the naming page forbids it, another accepts the
    /// own name inside a longer one.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** It says nothing about the site.
    ///
    /// **Example.** `周明远`.
    pub(super) OWN_NAME = "name.own-name" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        at: ["/services/{s}/name"] of Individual,
        sources: [stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求 · 个人网站名称不能以域名、姓名命名")],
        summary: {
            zh: "个人网站名称不宜直接使用本人姓名",
            en: "An individual's website is not named after the person alone.",
        },
        message: {
            zh: "网站名称与本人姓名“{name}”相同，可能被驳回。建议改为“{name}的学习笔记”等能说明内容的名称。",
            en: "The website is named after you alone ({name}) and may be rejected. Say what the site is about, for example {name}的学习笔记 (“study notes of …”).",
        },
        check: [Website(own_name)],
    }
}

fn own_name(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let (Some(name), Some(own)) = (website_name(node), cx.principal_name) else { return };
    if cx.is_individual() && same_name(name, own) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(own)]);
    }
}

rule! {
    /// The name of a service is not on an authority's blacklist.
    ///
    /// **Why.** Names that were abused, or that too many use, are refused.
    ///
    /// **Example.** The name of a site whose filing was cancelled.
    pub(super) BLACKLISTED = "name.blacklisted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [name],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::LIMITS_OF_UCLOUD.at("无法备案的类型"),
            stated(WITH_SERVICES): documents::NAMES_OF_QINGCLOUD.at("网站名称基本要求"),
        ],
        summary: {
            zh: "服务名称不得在黑名单内",
            en: "The service name is not on an authority's blacklist.",
        },
        message: {
            zh: "服务名称“{name}”在管局黑名单内，订单会被驳回。请更换名称。",
            en: "The name “{name}” is on the authority's blacklist, so the order would be rejected. Choose another.",
        },
        check: [Service(blacklisted)],
    }
}

pub(super) fn blacklisted(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = filled(node.service.name()) else { return };
    let Some(registry) = out.registry(cx) else { return };
    match registry.is_name_blacklisted(name) {
        Some(true) => out.find(&node.at, &[Key::Name], params![name: Param::name(name)]),
        Some(false) => {}
        None => out.needs_context(&[Key::Registry, Key::BlacklistedNames]),
    }
}

rule! {
    /// A person in the name of an organisation's website: its legal representative or a responsible person. A name that stands in
    /// the organisation's own name may.
    ///
    /// One revision of a page names persons 人名 among what bodies below the national level do not use; an earlier one has
    /// 人民 in that place, and others know no such rule.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The site would look like that of the person.
    ///
    /// **Example.** A company whose legal representative is 陈知远 files `陈知远的书房`.
    pub(super) PERSON_OF_ORGANIZATION = "name.person-of-organization" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        at: ["/services/{s}/name"] of Organization,
        sources: [stated(WITH_SERVICES): documents::NAMING.at("网站名称基本要求")],
        summary: {
            zh: "单位网站名称不宜含个人姓名",
            en: "An organisation's website name contains no person's name.",
        },
        message: {
            zh: "单位网站名称含个人姓名“{name}”，可能被视为个人网站而驳回。建议改用单位名称，或与网站内容相符的名称。",
            en: "The website name contains a person's name ({name}) and may be rejected as that of a personal site. Use the organisation's name, or say what the site is about.",
        },
        check: [Website(person_of_organization)],
    }
}

fn person_of_organization(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization()) else { return };
    let stated = cx.principal.or_else(|| cx.filed_principal?.principal.as_deref());
    let representative = stated.and_then(|principal| principal.legal_representative.as_ref()?.name.as_ref());
    let responsible_person =
        stated.and_then(|principal| principal.responsible_person.as_ref()?.name.as_ref());
    let service_responsible_person =
        node.service.responsible_person().and_then(|responsible_person| responsible_person.name.as_ref());
    let mut people =
        [representative, responsible_person, service_responsible_person].into_iter().filter_map(filled);
    let own = cx.principal_name.unwrap_or_default();
    let is_in = |person: &&str| person.chars().count() > 1 && name.contains(person) && !own.contains(person);
    if let Some(person) = people.find(is_in) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(person)]);
    }
}

rule! {
    /// The home page shows the name that is filed, and its title has that name in full. Asked where the site is open
    /// already: in access filings and changes.
    ///
    /// **Age.** The newest text that says so is of 2023.
    ///
    /// **Why.** Reviewers hold the three against each other.
    ///
    /// **Example.** `青禾产品展示` is filed, the page is titled `首页`.
    pub(super) DIFFERS_ON_PAGE = "name.differs-on-page" {
        severity: Warning,
        actor: Site,
        orders: ACCESS | CHANGE,
        needs: [Inputs],
        params: [name, shown],
        at: ["/services"],
        sources: [stated(ACCESS | CHANGE): documents::OTHERS_OF_UCLOUD.at("其他常见问题")],
        summary: {
            zh: "首页名称和标题须与备案名称一致",
            en: "The home page and its title show the name that is filed.",
        },
        message: {
            zh: "首页名称为“{shown}”，与备案名称“{name}”不一致。请修改首页名称和标题，使其包含完整的备案名称，或修改备案名称。",
            en: "The home page is titled “{shown}”, but the name to be filed is “{name}”. Show the full filed name on the page and in its title, or change the name to be filed.",
        },
        check: [Website(differs_on_page)],
    }
}

fn differs_on_page(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    // A name that something is wrong with is changed anyway.
    let Some(name) = website_name(node).filter(|_| !out.is_faulted(&node.at, &[Key::Name])) else { return };
    let filed: String = same_name_key(name);
    let page = [
        (Key::HomePageName, filled(website.home_page_name.as_ref()), true),
        (Key::HomePageTitle, filled(website.home_page_title.as_ref()), false),
    ];
    for (key, shown, is_whole) in page {
        let Some(shown) = shown else {
            out.needs_input(&node.at, &[key]);
            continue;
        };
        let key_shown = same_name_key(shown);
        if key_shown != filed && (is_whole || !key_shown.contains(&filed)) {
            let params = params![name: Param::name(name), shown: Param::name(shown)];
            return out.find(&node.at, &[key], params);
        }
    }
}

/// A name as people write it in different ways.
fn same_name_key(name: &str) -> String {
    crate::text::folded(name).collect()
}

rule! {
    /// An organisation's website is safest under the full or the short name of the organisation. Another name, of a
    /// product or a project, is explained in the remark; with a remark the rule is silent.
    ///
    /// **Why.** Nothing requires it, but a name that has nothing to do with the organisation is hard to get through.
    ///
    /// **Example.** 杭州青禾公司 files `量子观察`, without a remark.
    pub(super) WITHOUT_PRINCIPAL = "name.without-principal" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, principal],
        at: ["/services/{s}/name"] of Organization,
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("企业网站名称"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("企业网站名称要求"),
        ],
        summary: {
            zh: "网站名称与单位名称无关的，宜在备注中说明",
            en: "A website name unrelated to the organisation's name is explained in the remark.",
        },
        message: {
            zh: "网站名称“{name}”与主办者名称“{principal}”无关。建议使用单位全称或简称；确为产品或项目名称的，请在备注中说明与本单位的关系。",
            en: "The website name “{name}” has no connection with the principal's name, “{principal}”. Use the organisation's full or short name; if it is a product or project, explain in the remark how it relates to the organisation.",
        },
        check: [Website(without_principal)],
    }
}

fn without_principal(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization() && !is_explained(cx, node)) else {
        return;
    };
    let Some(principal) = cx.principal_name else { return };
    let own: Vec<char> = own_part(cx, principal).chars().collect();
    let shown: Vec<char> = folded(name).chars().collect();
    let is_pair = |pair: &&[char]| pair.iter().all(|c| *c != ' ');
    let shares = own.windows(2).filter(is_pair).any(|pair| shown.windows(2).any(|other| other == pair));
    // A name that is nothing but places and forms tells nothing.
    if !shares && own.windows(2).any(|pair| is_pair(&pair)) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(name), principal: Param::name(principal)]);
    }
}

/// What tells an organisation's name from others': without the places and the legal form.
fn own_part(cx: &CheckContext<'_>, principal: &str) -> String {
    const FORMS: &[&str] = &[
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "分公司",
        "公司",
        "集团",
        "科技",
        "网络",
        "信息",
        "技术",
    ];
    let mut own = folded(principal).into_owned();
    let cities = cx.principal_words().cities().chain(cx.principal_words().places());
    for word in cities.map(|(_, hit)| hit.word).chain(FORMS.iter().copied()) {
        own = own.replace(word, " ");
    }
    own
}
