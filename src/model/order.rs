//! Orders 备案订单: the eleven kinds, and what each carries.

use crate::model::material::Material;
use crate::model::principal::Principal;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::Service;
use crate::path::FieldPath;
use crate::wire::edit::Edit;

wire_names! {
    /// The kind of an order 备案订单类型.
    pub enum OrderKind {
        /// First filing 首次备案.
        FirstFiling = "first_filing" { zh: "首次备案", en: "first filing" },
        /// Access filing 接入备案: the service is filed, through other providers.
        AccessFiling = "access_filing" { zh: "接入备案", en: "access filing" },
        /// Adding a service to a principal filed here 新增服务（原备案在本接入商）.
        AddService = "add_service" { zh: "新增服务（原备案在本接入商）", en: "adding a service (filed here)" },
        /// Adding a service to a principal filed elsewhere 新增服务（原备案不在本接入商）.
        AddServiceFromElsewhere = "add_service_from_elsewhere" { zh: "新增服务（原备案不在本接入商）", en: "adding a service (filed elsewhere)" },
        /// Changing a filing 变更备案.
        ChangeFiling = "change_filing" { zh: "变更备案", en: "change of filing" },
        /// Changing a service 变更服务.
        ChangeService = "change_service" { zh: "变更服务", en: "change of service" },
        /// Deregistering a principal 注销主体.
        DeregisterPrincipal = "deregister_principal" { zh: "注销主体", en: "deregistering the principal" },
        /// Deregistering a hollow principal 注销空壳主体: on paper only.
        DeregisterHollowPrincipal = "deregister_hollow_principal" { zh: "注销空壳主体", en: "deregistering a hollow principal" },
        /// Deregistering services 注销服务.
        DeregisterServices = "deregister_services" { zh: "注销服务", en: "deregistering services" },
        /// Cancelling access 取消接入.
        CancelAccess = "cancel_access" { zh: "取消接入", en: "cancelling access" },
        /// Moving a filing to another account 迁移备案账号.
        MigrateAccount = "migrate_account" { zh: "迁移备案账号", en: "moving the filing to another account" },
    }
}

impl OrderKind {
    /// Whether this is a new-type order 新增类型: a first filing or an adding of services.
    pub const fn is_new_type(self) -> bool {
        matches!(self, Self::FirstFiling | Self::AddService | Self::AddServiceFromElsewhere)
    }

    /// Whether this is one of the four filing orders: new-type or access.
    pub const fn is_filing(self) -> bool {
        self.is_new_type() || matches!(self, Self::AccessFiling)
    }

    /// Whether this changes what is filed: [`ChangeFiling`](Self::ChangeFiling) or
    /// [`ChangeService`](Self::ChangeService).
    pub const fn is_change(self) -> bool {
        matches!(self, Self::ChangeFiling | Self::ChangeService)
    }
}

wire_names! {
    /// What is ticked before submitting.
    pub enum Agreement {
        /// Privacy statement 隐私声明.
        PrivacyStatement = "privacy_statement" { zh: "隐私声明", en: "privacy statement" },
        /// Terms 相关条款.
        Terms = "terms" { zh: "相关条款", en: "terms" },
        /// Filing commitment letter 互联网信息服务备案承诺书.
        CommitmentLetter = "commitment_letter" { zh: "互联网信息服务备案承诺书", en: "filing commitment letter" },
    }
}

wire_names! {
    /// Where a verification code was sent.
    pub enum Channel {
        /// By SMS 短信.
        Sms = "sms" { zh: "短信", en: "SMS" },
        /// By e-mail 邮件.
        Email = "email" { zh: "邮件", en: "e-mail" },
    }
}

wire_object! {
    /// A verification by code 验证码.
    pub struct Verification {
        /// Where the code was sent.
        channel, with_channel: opt Channel;
        /// Whether it was entered rightly.
        verified, with_verified: opt bool;
    }
}

wire_tagged! {
    /// An order 备案订单, handed to an access provider.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::service::{App, Website};
    /// use beian::{Order, OrderKind, Principal, PrincipalKind};
    ///
    /// let filing = Filing::new()
    ///     .with_principal(Principal::new().with_kind(PrincipalKind::Enterprise).with_name("杭州云澜测试科技有限公司"))
    ///     .with_services([Website::new().with_name("云澜测试产品展示")])
    ///     .with_services([App::new().with_name("云澜测试")]);
    /// let order = Order::FirstFiling(filing);
    ///
    /// assert_eq!((order.kind(), order.services().len()), (OrderKind::FirstFiling, 2));
    /// assert_eq!(order.principal().and_then(|principal| principal.name.as_deref()), Some("杭州云澜测试科技有限公司"));
    /// // On the wire: {"kind": "first_filing", "principal": {…}, "services": [{"kind": "website", …}, …]}
    /// assert_eq!(serde_json::from_str::<Order>(&serde_json::to_string(&order)?)?, order);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub enum Order: OrderKind {
        keys {
            filing_number: opt String;
            service_numbers: list String;
            declaration: opt String;
            reason: opt String;
            effective_on: plain chrono::NaiveDate;
            responsible_person_name: opt String;
            responsible_person_contact: opt String;
            target_account: opt String;
            verification: opt Verification;
            principal: opt Principal;
            services: list Service;
            agreements: list Agreement;
            materials: list Material;
        }
        /// First filing 首次备案.
        FirstFiling(Filing { principal, services, agreements, materials }),
        /// Access filing 接入备案.
        AccessFiling(Filing { principal, services, agreements, materials }),
        /// Adding a service, filed here 新增服务（原备案在本接入商）.
        AddService(Filing { principal, services, agreements, materials }),
        /// Adding a service, filed elsewhere 新增服务（原备案不在本接入商）.
        AddServiceFromElsewhere(Filing { principal, services, agreements, materials }),
        /// Changing a filing 变更备案.
        ChangeFiling(ChangeFiling { filing_number, effective_on, principal, services, agreements, materials }),
        /// Changing services 变更服务.
        ChangeService(ChangeService { filing_number, effective_on, services, agreements, materials }),
        /// Deregistering a principal 注销主体.
        DeregisterPrincipal(DeregisterPrincipal { filing_number, declaration, reason, effective_on, verification }),
        /// Deregistering a hollow principal 注销空壳主体.
        DeregisterHollowPrincipal(DeregisterHollowPrincipal { filing_number }),
        /// Deregistering services 注销服务.
        DeregisterServices(FiledServices { service_numbers, reason, effective_on, verification }),
        /// Cancelling access 取消接入.
        CancelAccess(FiledServices { service_numbers, reason, effective_on, verification }),
        /// Moving a filing to another account 迁移备案账号.
        MigrateAccount(MigrateAccount { filing_number, responsible_person_name, responsible_person_contact, target_account, verification }),
    }
}

wire_object! {
    /// What the four filing orders carry.
    ///
    /// ```
    /// use beian::order::{Agreement, Filing};
    /// use beian::service::Website;
    /// use beian::{Domain, Order, OrderKind, Principal};
    ///
    /// let site = Website::new().with_domains([Domain::named("example.com")]);
    /// let filing = Filing::new()
    ///     .with_principal(Principal::new().with_name("杭州云澜测试科技有限公司"))
    ///     .with_services([site])
    ///     .with_agreements(Agreement::ALL);
    /// assert_eq!(Order::FirstFiling(filing.clone()).kind(), OrderKind::FirstFiling);
    /// assert_eq!(Order::AccessFiling(filing).kind(), OrderKind::AccessFiling);
    /// ```
    pub struct Filing {
        /// The principal 主体.
        principal, with_principal: opt Principal;
        /// The services 服务.
        services, with_services: list Service;
        /// What was ticked.
        agreements, with_agreements: list Agreement;
        /// Materials of the order as a whole.
        materials, with_materials: list Material;
    }
}

wire_object! {
    /// A change of a filing: the principal as it shall be, and the services that change.
    ///
    /// ```
    /// use beian::order::ChangeFiling;
    /// use beian::{Order, OrderKind, Principal};
    ///
    /// // The number that is filed, and what is to stand there from now on.
    /// let change = ChangeFiling::new()
    ///     .with_filing_number("浙ICP备2023000001号")
    ///     .with_principal(Principal::new().with_name("杭州云澜测试科技有限公司"));
    /// assert_eq!(Order::ChangeFiling(change).kind(), OrderKind::ChangeFiling);
    /// ```
    pub struct ChangeFiling {
        /// The principal's filing number 主体备案号.
        filing_number, with_filing_number: opt String;
        /// The day that what changes takes effect.
        effective_on, with_effective_on: plain chrono::NaiveDate;
        /// The principal, as it shall be.
        principal, with_principal: opt Principal;
        /// The changed services, each with its filing number.
        services, with_services: list Service;
        /// What was ticked.
        agreements, with_agreements: list Agreement;
        /// Materials of the order as a whole.
        materials, with_materials: list Material;
    }
}

wire_object! {
    /// A change of services.
    pub struct ChangeService {
        /// The principal's filing number 主体备案号.
        filing_number, with_filing_number: opt String;
        /// The day that what changes takes effect.
        effective_on, with_effective_on: plain chrono::NaiveDate;
        /// The changed services, each with its filing number.
        services, with_services: list Service;
        /// What was ticked.
        agreements, with_agreements: list Agreement;
        /// Materials of the order as a whole.
        materials, with_materials: list Material;
    }
}

wire_object! {
    /// A deregistration of a principal with all its services.
    pub struct DeregisterPrincipal {
        /// The principal's filing number 主体备案号.
        filing_number, with_filing_number: opt String;
        /// The declaration that the applicant typed.
        declaration, with_declaration: opt String;
        /// Why, in the applicant's words, where the form asks for it.
        reason, with_reason: opt String;
        /// The day that the service ends.
        effective_on, with_effective_on: plain chrono::NaiveDate;
        /// The verification by code.
        verification, with_verification: opt Verification;
    }
}

wire_object! {
    /// A deregistration of a principal without services.
    pub struct DeregisterHollowPrincipal {
        /// The principal's filing number 主体备案号.
        filing_number, with_filing_number: opt String;
    }
}

wire_object! {
    /// Filed services that an order names by number.
    pub struct FiledServices {
        /// The services' filing numbers 服务备案号.
        service_numbers, with_service_numbers: list String;
        /// Why, in the applicant's words, where the form asks for it.
        reason, with_reason: opt String;
        /// The day that the service ends.
        effective_on, with_effective_on: plain chrono::NaiveDate;
        /// The verification by code.
        verification, with_verification: opt Verification;
    }
}

wire_object! {
    /// A move of a principal's filing to another account of the provider.
    pub struct MigrateAccount {
        /// The principal's filing number 主体备案号.
        filing_number, with_filing_number: opt String;
        /// Name of the principal's responsible person.
        responsible_person_name, with_responsible_person_name: opt String;
        /// Contact of the principal's responsible person: a mobile or a phone.
        [private] responsible_person_contact, with_responsible_person_contact: opt String;
        /// Id of the account that takes it over.
        target_account, with_target_account: opt String;
        /// The verification by code.
        verification, with_verification: opt Verification;
    }
}

impl Order {
    /// The principal that it files or changes.
    pub const fn principal(&self) -> Option<&Principal> {
        match self {
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => filing.principal.as_ref(),
            Self::ChangeFiling(change) => change.principal.as_ref(),
            Self::ChangeService(_)
            | Self::DeregisterPrincipal(_)
            | Self::DeregisterHollowPrincipal(_)
            | Self::DeregisterServices(_)
            | Self::CancelAccess(_)
            | Self::MigrateAccount(_) => None,
        }
    }

    /// The services that it files or changes.
    pub fn services(&self) -> &[Service] {
        match self {
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => &filing.services,
            Self::ChangeFiling(change) => &change.services,
            Self::ChangeService(change) => &change.services,
            Self::DeregisterPrincipal(_)
            | Self::DeregisterHollowPrincipal(_)
            | Self::DeregisterServices(_)
            | Self::CancelAccess(_)
            | Self::MigrateAccount(_) => &[],
        }
    }

    /// What was ticked.
    pub fn agreements(&self) -> &[Agreement] {
        match self {
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => &filing.agreements,
            Self::ChangeFiling(change) => &change.agreements,
            Self::ChangeService(change) => &change.agreements,
            Self::DeregisterPrincipal(_)
            | Self::DeregisterHollowPrincipal(_)
            | Self::DeregisterServices(_)
            | Self::CancelAccess(_)
            | Self::MigrateAccount(_) => &[],
        }
    }

    /// Materials of the order as a whole.
    pub fn materials(&self) -> &[Material] {
        match self {
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => &filing.materials,
            Self::ChangeFiling(change) => &change.materials,
            Self::ChangeService(change) => &change.materials,
            Self::DeregisterPrincipal(_)
            | Self::DeregisterHollowPrincipal(_)
            | Self::DeregisterServices(_)
            | Self::CancelAccess(_)
            | Self::MigrateAccount(_) => &[],
        }
    }

    /// The filing number that it is about, of an order on something filed.
    pub fn filing_number(&self) -> Option<&str> {
        match self {
            Self::ChangeFiling(order) => order.filing_number.as_deref(),
            Self::ChangeService(order) => order.filing_number.as_deref(),
            Self::DeregisterPrincipal(order) => order.filing_number.as_deref(),
            Self::DeregisterHollowPrincipal(order) => order.filing_number.as_deref(),
            Self::MigrateAccount(order) => order.filing_number.as_deref(),
            Self::FirstFiling(_)
            | Self::AccessFiling(_)
            | Self::AddService(_)
            | Self::AddServiceFromElsewhere(_)
            | Self::DeregisterServices(_)
            | Self::CancelAccess(_) => None,
        }
    }

    /// The verification by code, of an order that takes one.
    pub(crate) const fn verification(&self) -> Option<&Verification> {
        match self {
            Self::DeregisterPrincipal(order) => order.verification.as_ref(),
            Self::DeregisterServices(order) | Self::CancelAccess(order) => order.verification.as_ref(),
            Self::MigrateAccount(order) => order.verification.as_ref(),
            Self::FirstFiling(_)
            | Self::AccessFiling(_)
            | Self::AddService(_)
            | Self::AddServiceFromElsewhere(_)
            | Self::ChangeFiling(_)
            | Self::ChangeService(_)
            | Self::DeregisterHollowPrincipal(_) => None,
        }
    }

    /// The filed services that it names by number.
    pub(crate) const fn named_services(&self) -> Option<&FiledServices> {
        match self {
            Self::DeregisterServices(order) | Self::CancelAccess(order) => Some(order),
            Self::FirstFiling(_)
            | Self::AccessFiling(_)
            | Self::AddService(_)
            | Self::AddServiceFromElsewhere(_)
            | Self::ChangeFiling(_)
            | Self::ChangeService(_)
            | Self::DeregisterPrincipal(_)
            | Self::DeregisterHollowPrincipal(_)
            | Self::MigrateAccount(_) => None,
        }
    }
}

impl Order {
    /// The text at a place.
    pub(crate) fn text_at(&self, path: &FieldPath) -> Option<&str> {
        self.text(path.segments())
    }
}

impl Order {
    /// How many items its lists have in all: services, domains, packages, resources, materials and so on.
    pub(crate) fn part_count(&self) -> usize {
        let people = |person: Option<&ResponsiblePerson>| person.map_or(0, |person| person.materials.len());
        let principal = self
            .principal()
            .map_or(0, |principal| principal.materials.len() + people(principal.responsible_person.as_ref()));
        let texts = |list: Option<&Vec<String>>| list.map_or(0, Vec::len);
        let of_service = |service: &Service| {
            let approvals =
                service.pre_approval().and_then(|approval| approval.kinds.as_ref()).map_or(0, Vec::len);
            let own = match service {
                Service::Website(website) => website.contents.len() + texts(website.home_pages.as_ref()),
                Service::App(app) => {
                    let texts = texts(app.uses_sdks.as_ref()) + texts(app.all_domains.as_ref());
                    app.contents.len() + app.platforms.len() + texts
                }
            };
            let shared = service.languages().len() + service.resources().len() + service.materials().len();
            let features = service.domain_count() + service.package_count();
            1 + approvals + own + shared + features + people(service.responsible_person())
        };
        let services: usize = self.services().iter().map(of_service).sum();
        let named = self.named_services().map_or(0, |named| named.service_numbers.len());
        principal + services + named + self.materials().len()
    }
}
