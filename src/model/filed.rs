//! What is filed: a principal with its services.

use crate::model::certificate::Certificate;
use crate::model::holder::certificate_key;
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::service::{Service, ServiceKind};
use crate::value::{FilingNumber, FilingNumberKind};

wire_object! {
    /// A filed principal with its services.
    ///
    /// ```
    /// use beian::registry::{FiledPrincipal, FiledService};
    ///
    /// let site = FiledService::new().with_filing_number("浙ICP备2023000001号-1");
    /// let filed = FiledPrincipal::new().with_filing_number("浙ICP备2023000001号").with_services([site]);
    /// assert!(beian::Registry::new([filed], []).is_complete());
    /// ```
    pub struct FiledPrincipal {
        /// The principal's filing number 主体备案号.
        filing_number, with_filing_number: opt String;
        /// The account of this provider that it is filed in; absent, it is filed through others only, unless one of its
        /// services names this one.
        account, with_account: opt String;
        /// Whether its responsible person can be reached under the filed contact.
        responsible_person_contact_works, with_responsible_person_contact_works: opt bool;
        /// The principal, as filed.
        principal, with_principal: boxed Principal;
        /// Its filed services.
        services, with_services: list FiledService;
    }
}

impl FiledPrincipal {
    /// Whether both are filings of one principal: the same one, or two under one certificate number.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let key = |filed: &Self| certificate_key(filed.certificate()?);
        std::ptr::eq(self, other) || key(self).is_some_and(|own| key(other) == Some(own))
    }

    /// Its certificate, as filed.
    pub(crate) fn certificate(&self) -> Option<&Certificate> {
        self.principal.as_ref()?.certificate.as_ref()
    }

    /// Its kind, as filed.
    pub(crate) fn kind(&self) -> Option<PrincipalKind> {
        self.principal.as_ref()?.kind
    }

    /// Its filing number, where it can be read.
    pub(crate) fn number(&self) -> Option<FilingNumber> {
        FilingNumber::parse(self.filing_number.as_deref()?).ok().map(FilingNumber::principal)
    }
}

wire_object! {
    /// A filed service.
    pub struct FiledService {
        /// The service's filing number 服务备案号.
        filing_number, with_filing_number: opt String;
        /// Its access providers; `tencent` is this one in the built-in rulebook.
        providers, with_providers: list String;
        /// The day that the authority approved it.
        approved_on, with_approved_on: plain chrono::NaiveDate;
        /// The service, as filed.
        service, with_service: boxed Service;
    }
}

impl FiledService {
    /// Its filing number, where it can be read.
    pub(crate) fn number(&self) -> Option<FilingNumber> {
        FilingNumber::parse(self.filing_number.as_deref()?).ok()
    }

    /// Whether it may be of this kind: it is, or the registry does not say of which.
    pub(crate) fn may_be(&self, kind: ServiceKind) -> bool {
        match (&self.service, self.number().map(FilingNumber::kind)) {
            (Some(service), _) => service.kind() == kind,
            (None, Some(FilingNumberKind::Website)) => kind == ServiceKind::Website,
            (None, Some(FilingNumberKind::App)) => kind == ServiceKind::App,
            (None, Some(FilingNumberKind::MiniProgram | FilingNumberKind::QuickApp)) => false,
            (None, Some(FilingNumberKind::PrincipalFiling) | None) => true,
        }
    }
}
