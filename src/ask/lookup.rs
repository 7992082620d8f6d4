//! Look-up of what is filed: by filing number, name, domain or package.
//!
//! A [`Listing`] shows what the look-ups of provider and ministry show: the principal's name, its services
//! with their domains, websites and APPs apart, and the day of approval. Who the access provider is, it does
//! not say.
//!
//! ```
//! use beian::registry::{FiledPrincipal, FiledService, Registry};
//! use beian::service::Website;
//! use beian::value::FilingNumber;
//! use beian::{Domain, Principal};
//!
//! let site = Website::new().with_name("示例商城").with_domains([Domain::named("example.com")]);
//! let service = FiledService::new().with_filing_number("粤ICP备2021000001号-1").with_service(site);
//! let principal = FiledPrincipal::new()
//!     .with_filing_number("粤ICP备2021000001号")
//!     .with_principal(Principal::new().with_name("深圳市示例科技有限公司"))
//!     .with_services([service]);
//! let registry = Registry::new([principal], []);
//!
//! let listing = registry.look_up(FilingNumber::parse("粤icp备 2021000001")?).unwrap();
//! assert_eq!(listing.principal, Some("深圳市示例科技有限公司"));
//! assert_eq!(listing.websites[0].domains, ["example.com"]);
//! # Ok::<(), beian::value::FilingNumberError>(())
//! ```
//!
//! Nothing found means "not filed" only where the registry [is complete](Registry::is_complete).
//!
//! Source: the guide's chapters 备案审核通过信息查询 and 查看与导出备案信息 (2025-04-22).

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::registry::{Filed, FiledPrincipal, FiledService, Registry};
use crate::model::service::{Service, ServiceKind};
use crate::rule::{Chapter, Origin, Source};
use crate::text::{filled, folded, Text};
use crate::value::{DomainName, FilingNumber, FilingNumberKind};

/// A filed principal with some or all of its services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Listing<'a> {
    /// The principal's filing number 主体备案号, in canonical form where it can be read.
    pub filing_number: Option<Cow<'a, str>>,
    /// The principal's name 主办单位名称.
    pub principal: Option<&'a str>,
    /// Whether the principal is hollow 空壳主体, without any service; `None` where the registry is not complete
    /// and shows none.
    pub hollow: Option<bool>,
    /// Websites.
    pub websites: Vec<ListedService<'a>>,
    /// APPs.
    pub apps: Vec<ListedService<'a>>,
    /// Mini programs, quick apps, and services of which the registry does not say what they are.
    pub others: Vec<ListedService<'a>>,
}

/// A filed service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedService<'a> {
    /// The service's filing number 服务备案号, in canonical form where it can be read.
    pub filing_number: Option<Cow<'a, str>>,
    /// Its name 服务名称.
    pub name: Option<&'a str>,
    /// Its domains, each once.
    pub domains: Vec<&'a str>,
    /// The day of approval 审核通过时间.
    pub approved_on: Option<NaiveDate>,
}

const HOLLOW: Text = Text {
    zh: "该主体下没有任何服务，属于空壳主体，不能通过接入商注销。请等待其自动注销，或向备案所在地通信管理局提交书面注销申请，注销后再重新备案。",
    en: "This principal has no services left, so it is a hollow principal, which no provider can deregister. Wait until it is deregistered automatically, or apply on paper to the communications authority of the province; then file anew.",
};

const FILED_BY_OTHER: Text = Text {
    zh: "该域名已由他人备案。请先线下注销原备案，再提交首次备案。",
    en: "This domain is already filed by someone else. Have that filing deregistered first, by a paper application; then submit a first filing.",
};

impl<'a> Listing<'a> {
    fn of(registry: &Registry, principal: &'a FiledPrincipal) -> Self {
        Self {
            filing_number: printed(principal.filing_number.as_ref()),
            principal: principal.principal.as_ref().and_then(|principal| filled(principal.name.as_ref())),
            hollow: registry.is_hollow(principal),
            websites: Vec::new(),
            apps: Vec::new(),
            others: Vec::new(),
        }
    }

    fn add(&mut self, service: &'a FiledService) {
        let number = service.filing_number.as_deref().and_then(|number| FilingNumber::parse(number).ok());
        let list = match (service.service.as_deref().map(Service::kind), number.map(FilingNumber::kind)) {
            (_, Some(FilingNumberKind::MiniProgram | FilingNumberKind::QuickApp)) => &mut self.others,
            (Some(ServiceKind::Website), _) | (None, Some(FilingNumberKind::Website)) => &mut self.websites,
            (Some(ServiceKind::App), _) | (None, Some(FilingNumberKind::App)) => &mut self.apps,
            (None, _) => &mut self.others,
        };
        list.push(ListedService {
            filing_number: printed(service.filing_number.as_ref()),
            name: service
                .service
                .as_deref()
                .and_then(Service::name)
                .map(str::trim)
                .filter(|name| !name.is_empty()),
            domains: service.service.as_deref().map(domains).unwrap_or_default(),
            approved_on: service.approved_on,
        });
    }

    /// Its services: websites, then APPs, then others.
    pub fn services(&self) -> impl Iterator<Item = &ListedService<'a>> {
        self.websites.iter().chain(&self.apps).chain(&self.others)
    }

    /// Whether it is the filing of this principal, by the principal's number or that of one of its services.
    pub fn is_of(&self, number: FilingNumber) -> bool {
        self.filing_number.as_deref().is_some_and(|own| FilingNumber::parse(own) == Ok(number.principal()))
    }

    /// What a hollow principal, found by its number, means for its owner.
    pub const fn guidance(&self) -> Option<Text> {
        match self.hollow {
            Some(true) => Some(HOLLOW),
            _ => None,
        }
    }

    /// What this filing of a domain means for a principal that wants to file it: `None` where it is its own.
    ///
    /// ```
    /// use beian::registry::{FiledPrincipal, FiledService, Registry};
    /// use beian::service::Website;
    /// use beian::value::DomainName;
    /// use beian::{Domain, Language};
    ///
    /// let site = Website::new().with_domains([Domain::named("example.com")]);
    /// let seller = FiledPrincipal::new()
    ///     .with_filing_number("京ICP备2019000001号")
    ///     .with_services([FiledService::new().with_service(site)]);
    /// let registry = Registry::new([seller], []);
    ///
    /// let bought = DomainName::parse("www.example.com").unwrap();
    /// let found = registry.look_up_domain(&bought);
    /// let text = found[0].guidance_for_domain(None).unwrap();
    /// assert!(text.get(Language::Zh).contains("线下注销原备案"));
    /// ```
    pub fn guidance_for_domain(&self, own: Option<FilingNumber>) -> Option<Text> {
        (!own.is_some_and(|own| self.is_of(own))).then_some(FILED_BY_OTHER)
    }

    /// The document that says what a look-up shows and what follows from it.
    pub fn source() -> Source {
        Origin::Guide { chapters: &[Chapter::ApprovedFilings, Chapter::Export], section: "", form: None }
            .whole()
    }
}

impl Registry {
    /// Looks up a filing by a principal's number, with all services, or by a service's number, with that
    /// service.
    pub fn look_up(&self, number: FilingNumber) -> Option<Listing<'_>> {
        if number.kind() == FilingNumberKind::PrincipalFiling {
            let principal = self.principal(&number)?;
            let mut listing = Listing::of(self, principal);
            principal.services.iter().for_each(|service| listing.add(service));
            return Some(listing);
        }
        let Filed { principal, service } = self.service(&number)?;
        let mut listing = Listing::of(self, principal);
        listing.add(service);
        Some(listing)
    }

    /// Looks up who filed a domain: principals with the websites that cover it (a filed website covers the
    /// names under its registrable domain) and the APPs that list it.
    pub fn look_up_domain(&self, name: &DomainName<'_>) -> Vec<Listing<'_>> {
        self.listings(self.websites_under(name).chain(self.apps_with_domain(name)))
    }

    /// Looks up who filed a package name: principals with the APPs that have it, on any platform.
    pub fn look_up_package(&self, name: &str) -> Vec<Listing<'_>> {
        self.listings(self.apps_with_package(name))
    }

    /// Looks up filings by name: principals whose name equals or contains a text, with all their services, and services
    /// whose name does, with their principals. Names are compared as people write them, whatever the width of brackets,
    /// the white space and the case. An empty text finds nothing.
    ///
    /// ```
    /// use beian::registry::{FiledPrincipal, FiledService, Registry};
    /// use beian::service::Website;
    /// use beian::Principal;
    ///
    /// let site = |name| FiledService::new().with_service(Website::new().with_name(name));
    /// let filed = FiledPrincipal::new()
    ///     .with_principal(Principal::new().with_name("青禾科技（杭州）有限公司"))
    ///     .with_services([site("青禾商城"), site("产品手册")]);
    /// let registry = Registry::new([filed], []);
    ///
    /// assert_eq!(registry.look_up_name("青禾科技(杭州)")[0].websites.len(), 2);
    /// assert_eq!(registry.look_up_name("手册")[0].websites[0].name, Some("产品手册"));
    /// assert!(registry.look_up_name(" ").is_empty());
    /// ```
    pub fn look_up_name(&self, text: &str) -> Vec<Listing<'_>> {
        let wanted: String = folded(text).collect();
        let is_meant = |name: &str| folded(name).collect::<String>().contains(&wanted);
        if wanted.is_empty() {
            return Vec::new();
        }
        let found = self.principals().iter().filter_map(|principal| {
            let name = principal.principal.as_deref().and_then(|stated| filled(stated.name.as_ref()));
            let is_whole = name.is_some_and(is_meant);
            let is_asked = |filed: &&FiledService| {
                is_whole || filed.service.as_deref().and_then(Service::name).is_some_and(is_meant)
            };
            let mut listing = Listing::of(self, principal);
            principal.services.iter().filter(is_asked).for_each(|service| listing.add(service));
            (is_whole || listing.services().next().is_some()).then_some(listing)
        });
        found.collect()
    }

    /// The filings that were found, one for each principal.
    fn listings<'a>(&'a self, found: impl Iterator<Item = Filed<'a>>) -> Vec<Listing<'a>> {
        let mut listings: Vec<(&'a FiledPrincipal, Listing<'a>)> = Vec::new();
        for Filed { principal, service } in found {
            if let Some((_, listing)) = listings.iter_mut().find(|(known, _)| std::ptr::eq(*known, principal))
            {
                listing.add(service);
            } else {
                let mut listing = Listing::of(self, principal);
                listing.add(service);
                listings.push((principal, listing));
            }
        }
        listings.into_iter().map(|(_, listing)| listing).collect()
    }
}

/// A filing number in canonical form, or as it is where it cannot be read.
pub(crate) fn printed(number: Option<&String>) -> Option<Cow<'_, str>> {
    let number = filled(number)?;
    Some(FilingNumber::parse(number).map_or(Cow::Borrowed(number), |number| Cow::Owned(number.to_string())))
}

/// The domains of a service as they were typed, each once.
pub(crate) fn domains(service: &Service) -> Vec<&str> {
    once(service.domains().filter_map(|domain| filled(domain.name.as_ref())))
}

/// Each name once, where it comes first.
pub(crate) fn once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}
