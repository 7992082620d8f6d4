//! What a service is asked for.

use crate::engine::context::CheckContext;
use crate::engine::nodes::{DomainNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::model::principal::Filer;
use crate::model::service::{PreApprovalKind, Service, WebsiteContent};
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Step};
use crate::rules::service::field_of;
use crate::rules::{completeness, remedies};
use crate::text::{filled, Term, Text};

rule! {
    /// What is asked of a service. A website: name, domain, content, language. An APP: name, as shown under the
    /// installed icon, content, language, whether it provides an SDK, which SDKs it uses, and, in filing orders,
    /// at least one platform.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** An APP that does not say whether it uses SDKs; one that uses none says so.
    pub(super) FIELD_MISSING = "service.field-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        at: ["/services/{s}/name", "/services/{s}/contents", "/services/{s}/languages", "/services/{s}/domains", "/services/{s}/domains/{d}/name", "/services/{s}/provides_sdk", "/services/{s}/uses_sdks", "/services/{s}/platforms"] if Missing,
        sources: [
            stated(WITH_SERVICES): Step::Services.at("服务名称 · 服务内容 · 服务语言"),
            stated(FILING): Step::Services.at("网站/域名 · 网站域名"),
            stated(CHANGE): Step::Services.at("网站/域名 · 域名"),
            stated(WITH_SERVICES): Step::Services.at("APP · 对外提供 SDK · 使用外部 SDK"),
            stated(FILING): Step::Services.at("APP · 应用运行平台"),
        ],
        miit: [1004, 1034, 1066],
        summary: {
            zh: "服务信息须填写完整",
            en: "The details of a service must be complete.",
        },
        message: {
            zh: "缺少“{field}”，请补充。",
            en: "Missing: {field}. Fill it in.",
        },
        check: [Service(field_missing), Domain(domain_name_missing)],
        remedy: remedies::choose_of_service,
    }
}

fn field_missing(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    match node.service {
        Service::Website(website) => {
            completeness::missing(fields::WEBSITE, website, Given::default(), &node.at, cx, out);
        }
        Service::App(app) => completeness::missing(fields::APP, app, Given::default(), &node.at, cx, out),
    }
}

fn domain_name_missing(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    if let Service::Website(_) = node.service.service {
        completeness::missing(fields::WEBSITE_DOMAIN, node.domain, Given::default(), &node.at, cx, out);
    }
}

rule! {
    /// A code of an APP's content that the provider's catalogue does not list; where the rulebook carries no catalogue, one
    /// that is a website's content.
    ///
    /// **Inferred.** Only the chapter on changes names the catalogue; the others have the same field.
    ///
    /// **Why.** Codes change; the form offers those of the catalogue only.
    ///
    /// **Example.** A code that was copied from another provider's form.
    pub(super) CONTENT_UNKNOWN = "service.content-unknown" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [code, reason],
        at: ["/services/{s}/contents"],
        sources: [
            stated(CHANGE_FILING): Step::Services.at("APP · 服务内容（APP）"),
            inferred(FILING | CHANGE_SERVICE): Step::Services.at("APP · 服务内容（APP）"),
        ],
        summary: {
            zh: "APP 服务内容代码须在服务商目录内",
            en: "The APP content code must be in the provider's catalogue.",
        },
        message: {
            zh: "APP 服务内容代码“{code}”有误：{reason}。请从服务商的 APP 服务内容目录中重新选择。",
            en: "The APP content code “{code}” is not valid: {reason}. Select the content again from the provider's catalogue for APPs.",
        },
        check: [App(content_unknown)],
    }
}

fn content_unknown(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::App(app) = node.service else { return };
    let catalogue = cx.rulebook.app_contents();
    let at = node.at.key(Key::Contents);
    for (index, content) in app.contents.iter().enumerate() {
        // A blank item is none.
        let Some(code) = filled(Some(content)) else { continue };
        let reason = match catalogue {
            Some(catalogue) if catalogue.contains(content) => continue,
            _ if WebsiteContent::from_name(code).is_some() => OF_WEBSITES,
            Some(_) => NOT_LISTED,
            None => continue,
        };
        out.find(&at.index(index), &[], params![code: Param::name(crate::wire::shown(content)), reason]);
    }
}

const NOT_LISTED: Term = Term {
    code: "not_listed",
    text: Text { zh: "不在服务商的目录中", en: "it is not in the provider's catalogue" },
};

const OF_WEBSITES: Term = Term {
    code: "of_websites",
    text: Text { zh: "这是网站的服务内容", en: "it is a content type of websites" },
};

rule! {
    /// Contents that an individual's website may not have: news, games, film and video, trade, payment and finance,
    /// recruitment, dating, property, education, and an organisation's portal.
    ///
    /// **Why.** They take an approval or a licence that individuals cannot obtain, or belong to an organisation.
    ///
    /// **Example.** An individual files a shop.
    pub(super) CONTENT_OF_INDIVIDUAL = "service.content-of-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [contents],
        at: ["/services/{s}/contents"] of Individual,
        sources: [
            stated(WITH_SERVICES): documents::SITE_FAQ.at("什么是内容信息与主体性质相符？ · 个人备案"),
            stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("网站名称不合格 · 网站命名规范"),
            stated(WITH_SERVICES): documents::FAQ_OF_HUAWEI.at("备案基础与账号认证 · 个人与单位备案区别"),
        ],
        summary: {
            zh: "个人网站不能有新闻、交易、企业、教育等内容",
            en: "An individual's website must not have news, trade, corporate, education or similar content.",
        },
        message: {
            zh: "个人不能开办“{contents}”类网站。请按网站实际内容重新选择；确为此类内容的，须以单位名义备案。",
            en: "An individual cannot file a website with this content: {contents}. Select what the site is really about; if this is correct, it must be filed by an organisation.",
        },
        check: [Website(content_of_individual)],
    }
}

fn content_of_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    use WebsiteContent as Content;
    let Service::Website(website) = node.service else { return };
    let is_refused = |content: Content| {
        matches!(
            content,
            Content::OnlineNews
                | Content::OnlineShopping
                | Content::OnlinePayment
                | Content::OnlineBanking
                | Content::OnlineSecuritiesFunds
                | Content::OnlineGames
                | Content::OnlineVideo
                | Content::OnlineRecruitment
                | Content::OnlineDating
                | Content::OnlineRealEstate
                | Content::OnlineEducation
                | Content::OrganizationPortal
        ) || field_of(content) == Some(PreApprovalKind::InternetFinance)
    };
    let mut refused = website.contents.iter().copied().filter(|content| is_refused(*content)).peekable();
    if refused.peek().is_none() || out.filer(cx) != Some(Filer::Individual) {
        return;
    }
    out.find(&node.at, &[Key::Contents], params![contents: refused.collect::<Param>()]);
}
