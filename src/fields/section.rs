//! Where the rows of the table stand in an order.

#[allow(clippy::wildcard_imports)] // every table of the form
use crate::fields::table::*;
use crate::fields::{Condition, Rows};
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::domain::Domain;
use crate::model::order::Order;
use crate::model::principal::{Filer, Principal};
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{
    App, DeclaredPreApproval, Package, Platform, PlatformKind, PreApprovalKind, Service, ServiceKind, Website,
};
use crate::path::{FieldPath, Key};

/// A place of an order at which the rows of a section stand, with the parts of the order that they read.
#[derive(Debug, Clone, Default)]
pub(crate) struct FormPlace<'a> {
    pub(crate) path: FieldPath,
    /// The index of the service that the place is in.
    pub(crate) service_index: Option<usize>,
    /// What decides conditions.
    pub(crate) given: Given,
    order: Option<&'a Order>,
    principal: Option<&'a Principal>,
    pub(crate) person: Option<&'a ResponsiblePerson>,
    service: Option<&'a Service>,
    domain: Option<&'a Domain>,
    platform: Option<&'a Platform>,
    package: Option<&'a Package>,
    resource: Option<&'a Resource>,
    pre_approval: Option<&'a DeclaredPreApproval>,
}

/// A part of the order that rows read their values from.
pub(crate) trait Model: Sync + 'static {
    fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self>;
}

macro_rules! models {
    ($($model:ident $field:ident,)+) => {
        $(impl Model for $model {
            fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self> {
                here.$field
            }
        })+
    };
}

models! {
    Order order,
    Principal principal,
    ResponsiblePerson person,
    Service service,
    Domain domain,
    Platform platform,
    Package package,
    Resource resource,
    DeclaredPreApproval pre_approval,
}

impl Model for Website {
    fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self> {
        match here.service {
            Some(Service::Website(website)) => Some(website),
            _ => None,
        }
    }
}

impl Model for App {
    fn of<'a>(here: &FormPlace<'a>) -> Option<&'a Self> {
        match here.service {
            Some(Service::App(app)) => Some(app),
            _ => None,
        }
    }
}

/// The tables whose rows stand at one kind of place.
pub(crate) struct Section {
    /// The keys that lead from the order to the place; a list stands for each of its items.
    pub(crate) at: &'static [Key],
    /// The kind of the service, where only services of that kind have these rows.
    pub(crate) service: Option<ServiceKind>,
    pub(crate) tables: &'static [&'static dyn Rows],
}

impl Section {
    /// Whether the section is part of a form with services of this kind; `None` stands for a form with both
    /// kinds.
    pub(crate) fn is_of(&self, service: Option<ServiceKind>) -> bool {
        self.service.is_none() || service.is_none() || self.service == service
    }

    /// Visits the places of the section in an order, one at a time: there may be as many as bytes were sent. Absent parts
    /// of a principal have a place, so that their fields can be missing; a list has a place for each item that it has.
    pub(crate) fn each_place<'a>(
        &self,
        order: &'a Order,
        filer: Option<Filer>,
        visit: &mut dyn FnMut(FormPlace<'a>),
    ) {
        let root = FormPlace { order: Some(order), ..FormPlace::default() };
        self.each_below(&root, self.at, filer, visit);
    }

    fn each_below<'a>(
        &self,
        place: &FormPlace<'a>,
        keys: &[Key],
        filer: Option<Filer>,
        visit: &mut dyn FnMut(FormPlace<'a>),
    ) {
        match keys {
            [] => visit(place.clone()),
            [key, below @ ..] => place.step(*key, below.is_empty(), filer, &mut |inner| {
                if !inner.service.is_some_and(|service| !self.is_of(Some(service.kind()))) {
                    self.each_below(&inner, below, filer, visit);
                }
            }),
        }
    }
}

impl<'a> FormPlace<'a> {
    /// Visits the places one key further in.
    fn step(&self, key: Key, is_last: bool, filer: Option<Filer>, visit: &mut dyn FnMut(Self)) {
        let mut inner = self.clone();
        inner.path = inner.path.join(key);
        let kind = |certificate: Option<&Certificate>| certificate.and_then(|certificate| certificate.kind);
        match key {
            Key::Principal => {
                inner.principal = self.order.and_then(Order::principal);
                inner.given.certificate = kind(inner.principal.and_then(|p| p.certificate.as_ref()));
                visit(inner);
            }
            Key::ResponsiblePerson => {
                inner.person = match self.service {
                    Some(service) => service.responsible_person(),
                    None => self.principal.and_then(|principal| principal.responsible_person.as_ref()),
                };
                // An individual is its own responsible person: its certificate stands at the principal.
                if self.service.is_some() || filer != Some(Filer::Individual) {
                    inner.given.certificate = kind(inner.person.and_then(|p| p.certificate.as_ref()));
                }
                visit(inner);
            }
            Key::Services => {
                let put = |here: &mut Self, index, service| {
                    here.service = Some(service);
                    here.service_index = Some(index);
                };
                inner.items(self.order.map_or(&[][..], Order::services), put, visit);
            }
            Key::Domains => {
                let own = match (self.platform, self.service) {
                    (Some(platform), _) => platform.domains.as_slice(),
                    (None, Some(Service::Website(website))) => &website.domains,
                    _ => &[],
                };
                inner.items(own, |here, _, domain| here.domain = Some(domain), visit);
            }
            Key::Platforms => {
                let own = match self.service {
                    Some(Service::App(app)) => app.platforms.as_slice(),
                    _ => &[],
                };
                let put = |here: &mut Self, _, platform: &'a Platform| {
                    here.platform = Some(platform);
                    here.given.platform = Some(platform.platform);
                };
                inner.items(own, put, visit);
            }
            Key::Packages => {
                let own = self.platform.map_or(&[][..], |platform| &platform.packages);
                inner.items(own, |here, _, package| here.package = Some(package), visit);
            }
            Key::Resources => {
                let own = self.service.map_or(&[][..], Service::resources);
                inner.items(own, |here, _, resource| here.resource = Some(resource), visit);
            }
            Key::Kinds if is_last => {
                let declared = self.service.and_then(Service::pre_approval);
                let own = declared.and_then(|approval| approval.kinds.as_deref()).unwrap_or_default();
                inner.items(own, |here, _, declared| here.pre_approval = Some(declared), visit);
            }
            _ => visit(inner),
        }
    }

    fn items<T>(&self, items: &'a [T], put: impl Fn(&mut Self, usize, &'a T), visit: &mut dyn FnMut(Self)) {
        for (index, item) in items.iter().enumerate() {
            let mut here = self.clone();
            here.path = here.path.join(index);
            put(&mut here, index, item);
            visit(here);
        }
    }

    /// Whether a condition is met here; `None` where what decides it is not given, or no document says.
    pub(crate) fn meets(&self, condition: Condition) -> Option<bool> {
        let declared = |approval: &DeclaredPreApproval| approval.kind != PreApprovalKind::NoneOfThese;
        match condition {
            Condition::ResidentIdCard | Condition::TwoSidedCertificate => {
                self.given.certificate.map(|_| self.given.meets_own(condition))
            }
            Condition::SignedPlatform => Some(self.given.meets_own(condition)),
            Condition::FilesApp => {
                let services = self.order.map_or(&[][..], Order::services);
                (!services.is_empty())
                    .then(|| services.iter().any(|service| service.kind() == ServiceKind::App))
            }
            Condition::PreApprovalDeclared => match (self.pre_approval, self.service) {
                (Some(approval), _) => Some(declared(approval)),
                (None, service) => {
                    let kinds = service.and_then(Service::pre_approval)?.kinds.as_ref()?;
                    Some(kinds.iter().any(declared))
                }
            },
            Condition::LicenseCodeChosen => Some(matches!(self.resource, Some(Resource::LicenseCode(_)))),
            Condition::BeforeChange => None,
            Condition::MaterialAskedFor => Some(false),
        }
    }
}

/// Declares sections: `[Path] (ServiceKind)?: TABLES;`.
macro_rules! sections {
    ($([$($key:ident),*] $($service:ident)?: $($table:ident),+;)+) => {
        /// The whole table: where the rows of each part stand in an order.
        pub(crate) static SECTIONS: &[Section] = &[$(Section {
            at: &[$(Key::$key),*],
            service: sections!(@service $($service)?),
            tables: &[$(&$table),+],
        }),+];
    };
    (@service) => { None };
    (@service $service:ident) => { Some(ServiceKind::$service) };
}

sections! {
    []: ORDER_KIND, ORDER, SERVICES, AGREEMENTS, ORDER_MATERIALS, CONFIRMATION;
    [Principal]: PRINCIPAL, PRINCIPAL_RESPONSIBLE_PERSON_AT_PRINCIPAL, PRINCIPAL_MATERIALS, PRINCIPAL_REMARK;
    [Principal, ResponsiblePerson]: PRINCIPAL_RESPONSIBLE_PERSON, PRINCIPAL_RESPONSIBLE_PERSON_CODE, PRINCIPAL_EMERGENCY_CONTACT, PRINCIPAL_VIDEO,
        PRINCIPAL_RESPONSIBLE_PERSON_MATERIALS;
    [Services] Website: WEBSITE, SERVICE, RESOURCES, PRE_APPROVAL, WEBSITE_FOOTER, SERVICE_RESPONSIBLE_PERSON_AT_SERVICE,
        WEBSITE_MATERIALS, PRE_APPROVAL_DOCUMENT;
    [Services] App: APP, SERVICE, RESOURCES, PRE_APPROVAL, SERVICE_RESPONSIBLE_PERSON_AT_SERVICE, APP_MATERIALS,
        PRE_APPROVAL_DOCUMENT, APP_OTHER_MATERIALS;
    [Services, Domains] Website: WEBSITE_DOMAIN, DOMAIN_CERTIFICATE;
    [Services, Platforms] App: PLATFORM, APP_DOMAINS, PACKAGES;
    [Services, Platforms, Domains] App: APP_DOMAIN;
    [Services, Platforms, Packages] App: PACKAGE;
    [Services, Resources]: LICENSE_CODE;
    [Services, PreApproval, Kinds]: DECLARED_PRE_APPROVAL;
    [Services, ResponsiblePerson] Website: SERVICE_RESPONSIBLE_PERSON, SERVICE_RESPONSIBLE_PERSON_CODE, WEBSITE_EMERGENCY_CONTACT, SERVICE_VIDEO,
        SERVICE_RESPONSIBLE_PERSON_MATERIALS;
    [Services, ResponsiblePerson] App: SERVICE_RESPONSIBLE_PERSON, SERVICE_RESPONSIBLE_PERSON_CODE, APP_EMERGENCY_CONTACT, SERVICE_VIDEO,
        SERVICE_RESPONSIBLE_PERSON_MATERIALS;
}

/// What decides the conditions of rows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given {
    /// The certificate that the row is about.
    pub(crate) certificate: Option<CertificateKind>,
    /// The platform that the row is about.
    pub(crate) platform: Option<PlatformKind>,
}

impl Given {
    /// Whether a condition is met, of those that the certificate or the platform decides.
    pub(crate) fn meets_own(self, condition: Condition) -> bool {
        match condition {
            Condition::ResidentIdCard => self.certificate == Some(CertificateKind::ResidentIdCard),
            // Without a kind nobody knows how many photos it takes; the missing kind is the finding.
            Condition::TwoSidedCertificate => {
                self.certificate.is_some_and(|kind| kind != CertificateKind::Passport)
            }
            Condition::SignedPlatform => self.platform.is_some_and(PlatformKind::signs_packages),
            // No completeness rule reads a row with one of these conditions.
            Condition::FilesApp
            | Condition::PreApprovalDeclared
            | Condition::LicenseCodeChosen
            | Condition::BeforeChange
            | Condition::MaterialAskedFor => false,
        }
    }
}
