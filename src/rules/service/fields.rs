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
use crate::rule::{documents, Chapter, Origin};
use crate::rules::service::{field_of, ALL};
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
        source: Origin::Guide { chapters: ALL, section: "服务信息", form: None },
        miit: [1004, 1034, 1066],
        summary: {
            zh: "服务信息须填写完整",
            en: "What is asked of a service has to be given.",
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
    /// **Why.** Codes change; the form offers those of the catalogue only.
    ///
    /// **Example.** A code that was copied from another provider's form.
    pub(super) CONTENT_UNKNOWN = "service.content-unknown" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [code, reason],
        at: ["/services/{s}/contents"],
        source: Origin::Guide {
            chapters: &[Chapter::ChangeFiling],
            section: "服务信息 · 服务内容（APP）",
            form: Some("服务商的 APP 服务内容目录"),
        },
        miit: [1034],
        summary: {
            zh: "APP 服务内容代码须在服务商目录内",
            en: "The code of an APP's content has to be one of the provider's catalogue.",
        },
        message: {
            zh: "APP 服务内容代码“{code}”有误：{reason}。请从服务商的 APP 服务内容目录中重新选择。",
            en: "The APP's content “{code}” is wrong: {reason}. Choose the content from the provider's catalogue for APPs again.",
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
    text: Text { zh: "不在服务商的目录中", en: "the provider's catalogue has no such code" },
};

const OF_WEBSITES: Term = Term {
    code: "of_websites",
    text: Text { zh: "这是网站的服务内容", en: "this is a content of websites" },
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
        needs: [Registry],
        params: [contents],
        at: ["/services/{s}/contents"] of Individual,
        source: Origin::Document(documents::REFUSAL_REASONS, "个人网站内容"),
        miit: [1034],
        summary: {
            zh: "个人网站不能有新闻、交易、企业、教育等内容",
            en: "An individual's website has no news, trade, organisation's or school's content.",
        },
        message: {
            zh: "个人不能开办“{contents}”类网站。请按网站实际内容重新选择；确为此类内容的，须以单位名义备案。",
            en: "An individual cannot file a website with this content: {contents}. Choose what the site is really about; such content is filed by an organisation.",
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

rule! {
    /// An APP has five contents at most.
    ///
    /// A platform's form for mini programs, whose catalogue is the same; other forms state no limit.
    ///
    /// **Why.** Many contents ask for many proofs.
    ///
    /// **Example.** Six codes.
    pub(super) CONTENTS_MANY = "service.contents-many" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, max],
        at: ["/services/{s}/contents"],
        source: Origin::Document(documents::WECHAT_FILING, "服务内容类型"),
        summary: {
            zh: "APP 服务内容建议不超过 5 项",
            en: "An APP has five contents at most.",
        },
        message: {
            zh: "已选择 {count} 项服务内容，建议不超过 {max} 项。请只保留主要内容。",
            en: "There are {count:content}; {max} at most are advised. Keep the main ones.",
        },
        check: [App(contents_many)],
    }
}

fn contents_many(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    const MAX: usize = 5;
    let Service::App(app) = node.service else { return };
    let count = app.contents.len();
    if count > MAX {
        out.find(&node.at, &[Key::Contents], params![count, max: MAX]);
    }
}

rule! {
    /// The remark on an APP describes its service in 20 to 200 characters.
    ///
    /// A platform's form for mini programs; other forms state no limit.
    ///
    /// **Why.** A shorter one says nothing to the reviewer, a longer one is cut.
    ///
    /// **Example.** `工具`.
    pub(super) REMARK_LENGTH = "service.remark-length" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, min, max],
        at: ["/services/{s}/remark"],
        source: Origin::Document(documents::WECHAT_FILING, "备注"),
        summary: {
            zh: "APP 备注建议 20 至 200 字",
            en: "The remark on an APP has 20 to 200 characters.",
        },
        message: {
            zh: "备注有 {count} 个字，建议用 {min} 至 {max} 个字说明 APP 的实际服务内容。",
            en: "The remark has {count:character}. Describe what the APP does in {min} to {max}.",
        },
        check: [App(remark_length)],
    }
}

fn remark_length(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    const MIN: usize = 20;
    const MAX: usize = 200;
    let Service::App(app) = node.service else { return };
    let Some(remark) = filled(app.remark.as_ref()) else { return };
    // A character takes one byte to four: most remarks need no counting.
    if remark.len().div_ceil(4) >= MIN && remark.len() <= MAX {
        return;
    }
    let count = remark.chars().count();
    if !(MIN..=MAX).contains(&count) {
        out.find(&node.at, &[Key::Remark], params![count, min: MIN, max: MAX]);
    }
}
