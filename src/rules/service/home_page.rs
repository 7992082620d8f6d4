//! A website's home page.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::service::Service;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Grade, Provider, Severity};
use crate::text::{Term, Text};
use crate::value::DomainName;

/// The host of a home page, or why the address has none.
fn host(address: &str) -> Result<DomainName<'_>, Term> {
    if !(4..=255).contains(&address.chars().count()) {
        return Err(HOME_PAGE_LENGTH);
    }
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| address.get(scheme.len()..)).flatten()
    });
    let rest = rest.unwrap_or(address);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    match DomainName::parse(host) {
        Ok(name) if port.parse::<u16>().is_ok() => Ok(name),
        Ok(_) => Err(HOME_PAGE_PORT),
        Err(reason) => Err(reason.into()),
    }
}

rule! {
    /// A home page is an address of 4 to 255 characters: a domain, with or without `http://` and a path.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses others, code 1022.
    ///
    /// **Example.** `http//www.example.com`, without its colon.
    pub(super) HOME_PAGE_MALFORMED = "service.home-page-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        at: ["/services"],
        sources: [stated(WITH_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1022")],
        miit: [1022],
        summary: {
            zh: "首页网址格式须正确",
            en: "The home page address must be well-formed.",
        },
        message: {
            zh: "首页网址有误：{reason}。请填写能打开的首页网址，例如 www.example.com。",
            en: "This is not a valid home page address: {reason}. Enter an address that can be opened, such as www.example.com.",
        },
        check: [Website(home_page_malformed)],
    }
}

fn home_page_malformed(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let at = node.at.key(Key::HomePages);
    for (index, page) in home_pages(node) {
        if let Err(reason) = host(page) {
            out.find(&at.index(index), &[], params![reason: reason]);
        }
    }
}

const HOME_PAGE_LENGTH: Term = Term {
    code: "length",
    text: Text { zh: "首页网址应为 4 至 255 个字符", en: "it must have 4 to 255 characters" },
};

const HOME_PAGE_PORT: Term =
    Term { code: "port", text: Text { zh: "端口不是数字", en: "the port is not a number" } };

/// The website's home pages with their places.
fn home_pages<'a>(node: &ServiceNode<'a>) -> impl Iterator<Item = (usize, &'a str)> {
    let pages = match node.service {
        Service::Website(website) => website.home_pages.as_deref().unwrap_or_default(),
        Service::App(_) => &[],
    };
    // A blank item is none.
    let trimmed = pages.iter().enumerate().map(|(index, page)| (index, page.trim()));
    trimmed.filter(|(_, page)| !page.is_empty())
}

rule! {
    /// Each home page lies under one of the website's domains.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses an address that contains none of them, code 1041.
    ///
    /// **Example.** The domain is `example.com`, the home page `www.example.cn`.
    pub(super) HOME_PAGE_ELSEWHERE = "service.home-page-elsewhere" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [host],
        at: ["/services"],
        sources: [stated(WITH_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1041")],
        miit: [1041],
        summary: {
            zh: "首页网址须包含该网站备案的域名",
            en: "The home page must be under one of the website's domains.",
        },
        message: {
            zh: "首页网址的域名 {host} 不是该网站填写的域名或其子域名。请改正首页网址或网站域名。",
            en: "The home page is at {host}, which is neither a domain of this website nor a subdomain of one. Correct the home page or the domain.",
        },
        check: [Website(home_page_elsewhere)],
    }
}

fn home_page_elsewhere(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let at = node.at.key(Key::HomePages);
    for (index, page) in home_pages(node) {
        let Ok(host) = host(page) else { continue };
        let mut domains = node
            .service
            .domains()
            .filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok())
            .peekable();
        if domains.peek().is_some() && !domains.any(|domain| host.is_under(&domain)) {
            out.find(&at.index(index), &[], params![host: Param::name(host.to_unicode())]);
        }
    }
}

rule! {
    /// UCloud's form wants a home page that begins with `www.`.
    ///
    /// **Age.** The newest text that says so is of 2023.
    ///
    /// **Why.** It is the provider's way of writing the address.
    ///
    /// **Example.** `example.com`; write `www.example.com`.
    pub(super) HOME_PAGE_WITHOUT_WWW = "service.home-page-without-www" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [host, written],
        at: ["/services"],
        sources: [stated(WITH_SERVICES): documents::FILING_TERMS.at("首页地址")],
        providers: [Ucloud],
        summary: {
            zh: "首页网址一般以 www. 开头",
            en: "The home page usually begins with www.",
        },
        message: {
            zh: "首页网址 {host} 没有以 www. 开头，本接入商要求填写 {written} 这样的网址。请确认该网址可以打开后改填。",
            en: "The home page {host} does not begin with www., as the provider's form requires. Enter {written}, if it can be opened.",
        },
        check: [Website(home_page_without_www)],
    }
}

fn home_page_without_www(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let at = node.at.key(Key::HomePages);
    for (index, page) in home_pages(node) {
        let Ok(host) = host(page) else { continue };
        if host.as_ascii().starts_with("www.") {
            continue;
        }
        let written = format!("www.{}", host.to_unicode());
        let params = params![host: Param::name(host.to_unicode()), written: Param::name(written)];
        out.find(&at.index(index), &[], params);
    }
}

rule! {
    /// Where only a name under the domain is served here, and the rest elsewhere, the access filing is of the domain,
    /// and the remark names the name that is meant.
    ///
    /// The home page tells which name that is; without one the rule has nothing to say.
    ///
    /// **Inferred.** Huawei Cloud wants the name in the remark; Tencent Cloud says only that the domain is accessed, and
    /// there it is advice.
    ///
    /// **Why.** The reviewer opens what is served here.
    ///
    /// **Example.** `shop.example.com` moves here, `example.com` stays with another provider.
    pub(super) SUBDOMAIN_NOT_IN_REMARK = "service.subdomain-not-in-remark" {
        severity: Warning,
        grades: &[Grade::new(
            Severity::Advice,
            "华为云以外的接入商",
            "with other providers than Huawei Cloud",
        )],
        orders: ACCESS,
        needs: [],
        params: [host, domain],
        at: ["/services/{s}/remark"],
        sources: [
            stated(ACCESS): documents::DOMAINS_OF_HUAWEI.at("一级域名与二级域名规则 · 二级域名备案判定"),
            inferred(ACCESS): documents::NEED_FAQ.at("只把三级域名指向腾讯云服务器，需要办理备案吗？"),
        ],
        summary: {
            zh: "仅接入子域名的，须在备注中写明该子域名",
            en: "If only a subdomain is hosted here, the remark must name it.",
        },
        message: {
            zh: "首页网址 {host} 是 {domain} 的子域名。只有该子域名使用本接入商的，请在备注中写明“{host}”。",
            en: "The home page {host} is a subdomain of {domain}. If only this subdomain is hosted here, name it in the remark.",
        },
        check: [Website(subdomain_not_in_remark)],
    }
}

fn subdomain_not_in_remark(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let remark = node.service.remark().unwrap_or_default();
    for (_, page) in home_pages(node) {
        let Ok(host) = host(page) else { continue };
        let registrable = host.registrable();
        let name = host.to_unicode();
        let is_itself = host.as_ascii() == registrable.as_ascii()
            || host.as_ascii() == format!("www.{}", registrable.as_ascii());
        if !is_itself && !remark.contains(&*name) && !remark.contains(host.as_ascii()) {
            let params = params![host: Param::name(name), domain: Param::name(registrable.to_unicode())];
            let grade = match cx.rulebook.provider() {
                Some(Provider::Huawei) => Severity::Warning,
                _ => Severity::Advice,
            };
            return out.find_graded(grade, &node.at, &[Key::Remark], params, |_| None);
        }
    }
}
