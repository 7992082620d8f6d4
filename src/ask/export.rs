//! Export of basic information 导出备案基础信息.
//!
//! Filing numbers, responsible persons' names, domains, package names of APPs and service names, of what one
//! provider had approved: that is all that leaves. The types here have no room for anything else.
//!
//! [`BasicFiling`] nests, for JSON; [`BasicFiling::rows`] are flat, for CSV: serde types, to be written with
//! any format. Texts are as they were filed: a writer for spreadsheets has to guard against formulas in them.
//!
//! ```
//! use beian::export::BasicFiling;
//! use beian::registry::{FiledPrincipal, FiledService};
//! use beian::service::Website;
//! use beian::{Domain, ResponsiblePerson, Principal, PrincipalKind};
//!
//! let responsible_person = ResponsiblePerson::new().with_name("李四").with_mobile("13800138000");
//! let site = Website::new().with_name("示例商城").with_domains([Domain::named("example.com")]).with_responsible_person(responsible_person.clone());
//! let service = FiledService::new().with_filing_number("粤ICP备2021000001号-1").with_providers(["tencent"]);
//! let principal = FiledPrincipal::new()
//!     .with_filing_number("粤ICP备2021000001号")
//!     .with_principal(Principal::new().with_kind(PrincipalKind::Enterprise).with_responsible_person(responsible_person))
//!     .with_services([service.with_service(site)]);
//!
//! let basic = BasicFiling::of(&principal, "tencent").unwrap();
//! let rows: Vec<_> = basic.rows().collect();
//! assert_eq!(
//!     serde_json::to_string(&rows[0]).unwrap(),
//!     "{\"principal_number\":\"粤ICP备2021000001号\",\"service_number\":\"粤ICP备2021000001号-1\",\
//!       \"service_name\":\"示例商城\",\"responsible_person_name\":\"李四\",\"domains\":\"example.com\",\"packages\":\"\"}"
//! );
//! ```
//!
//! Source: the guide's chapter 查看与导出备案信息 (2025-04-22), 导出备案基础信息.

use serde::{Deserialize, Serialize};

use crate::ask::lookup::{domains, once, printed};
use crate::engine::fitting::is_filed_with;
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::{FiledPrincipal, FiledService, Registry};
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::Service;
use crate::rule::{Chapter, Origin, Source};
use crate::text::filled;

/// What is exported of a filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BasicFiling {
    /// The principal's filing number 主体备案号.
    pub filing_number: Option<String>,
    /// The name of the principal's responsible person 主体负责人; an individual's own name.
    pub responsible_person_name: Option<String>,
    /// The services that the provider had approved.
    pub services: Vec<BasicService>,
}

/// What is exported of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BasicService {
    /// The service's filing number 服务备案号.
    pub filing_number: Option<String>,
    /// Its name 服务名称.
    pub name: Option<String>,
    /// The name of its responsible person 服务负责人; for an individual's service, the individual.
    pub responsible_person_name: Option<String>,
    /// Its domains 域名, each once.
    pub domains: Vec<String>,
    /// The package names 包名 of an APP, on any platform, each once.
    pub packages: Vec<String>,
}

/// A row of a table: one for each service, or a single one for a principal without services. Several domains
/// or package names are joined with `;`; what is absent is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BasicRow {
    /// The principal's filing number 主体备案号.
    pub principal_number: String,
    /// The service's filing number 服务备案号.
    pub service_number: String,
    /// The service's name 服务名称.
    pub service_name: String,
    /// The name of the responsible person of the service or, without one, of the principal 负责人.
    pub responsible_person_name: String,
    /// Domains 域名.
    pub domains: String,
    /// Package names 包名.
    pub packages: String,
}

impl BasicFiling {
    /// What a provider may export of a principal: `None` where nothing of it is filed with the provider. What
    /// a registry holds is approved; services that are filed with other providers alone stay out.
    pub fn of(principal: &FiledPrincipal, provider: &str) -> Option<Self> {
        if !is_filed_with(principal, provider) {
            return None;
        }
        let responsible_person_name = principal.principal.as_deref().and_then(responsible_person_name);
        let is_here = |service: &&FiledService| service.providers.iter().any(|name| name == provider);
        Some(Self {
            filing_number: owned(printed(principal.filing_number.as_ref())),
            responsible_person_name: owned(responsible_person_name),
            services: principal
                .services
                .iter()
                .filter(is_here)
                .map(|service| BasicService::of(service, principal.principal.as_deref()))
                .collect(),
        })
    }

    /// The same as rows of a table.
    pub fn rows(&self) -> impl Iterator<Item = BasicRow> + '_ {
        let alone = self.services.is_empty().then(|| self.row(None));
        alone.into_iter().chain(self.services.iter().map(|service| self.row(Some(service))))
    }

    fn row(&self, service: Option<&BasicService>) -> BasicRow {
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        BasicRow {
            principal_number: text(self.filing_number.as_ref()),
            service_number: text(service.and_then(|service| service.filing_number.as_ref())),
            service_name: text(service.and_then(|service| service.name.as_ref())),
            responsible_person_name: text(match service {
                Some(service) => service.responsible_person_name.as_ref(),
                None => self.responsible_person_name.as_ref(),
            }),
            domains: service.map(|service| service.domains.join(";")).unwrap_or_default(),
            packages: service.map(|service| service.packages.join(";")).unwrap_or_default(),
        }
    }

    /// The document that says what may be exported.
    pub fn source() -> Source {
        Origin::Guide { chapters: &[Chapter::Export], section: "导出备案基础信息", form: None }.whole()
    }
}

impl BasicService {
    fn of(filed: &FiledService, principal: Option<&Principal>) -> Self {
        let service = filed.service.as_deref();
        let responsible_person = service.and_then(Service::responsible_person);
        let is_individual = principal.and_then(|principal| principal.kind) == Some(PrincipalKind::Individual);
        let own_responsible_person =
            if is_individual { principal.and_then(responsible_person_name) } else { None };
        let packages = match service {
            Some(Service::App(app)) => {
                let packages = app.platforms.iter().flat_map(|platform| &platform.packages);
                once(packages.filter_map(|package| filled(package.name.as_ref())))
            }
            _ => Vec::new(),
        };
        Self {
            filing_number: owned(printed(filed.filing_number.as_ref())),
            name: owned(service.and_then(Service::name).map(str::trim).filter(|name| !name.is_empty())),
            responsible_person_name: owned(responsible_person.and_then(name_of).or(own_responsible_person)),
            domains: service.map(domains).unwrap_or_default().into_iter().map(str::to_owned).collect(),
            packages: packages.into_iter().map(str::to_owned).collect(),
        }
    }
}

impl Registry {
    /// What a provider may export for one of its accounts: the filings in that account.
    ///
    /// ```
    /// use beian::registry::{FiledPrincipal, Registry};
    /// let own = FiledPrincipal::new().with_filing_number("粤ICP备2021000001号").with_account("100001");
    /// let other = FiledPrincipal::new().with_filing_number("京ICP备2019000001号").with_account("100002");
    /// let registry = Registry::new([own, other], []);
    /// let exported: Vec<_> = registry.export("100001", "tencent").collect();
    /// assert_eq!(exported.len(), 1);
    /// assert_eq!(exported[0].filing_number.as_deref(), Some("粤ICP备2021000001号"));
    /// ```
    pub fn export<'a>(
        &'a self,
        account: &'a str,
        provider: &'a str,
    ) -> impl Iterator<Item = BasicFiling> + 'a {
        self.principals()
            .iter()
            .filter(move |principal| principal.account.as_deref() == Some(account))
            .filter_map(move |principal| BasicFiling::of(principal, provider))
    }
}

/// The name of the principal's responsible person: an individual's own.
fn responsible_person_name(principal: &Principal) -> Option<&str> {
    if principal.kind == Some(PrincipalKind::Individual) {
        filled(principal.name.as_ref())
    } else {
        principal.responsible_person.as_ref().and_then(name_of)
    }
}

fn name_of(responsible_person: &ResponsiblePerson) -> Option<&str> {
    filled(responsible_person.name.as_ref())
}

fn owned(text: Option<impl Into<String>>) -> Option<String> {
    text.map(Into::into)
}
