//! Cloud resources 云资源 that a service runs on.

use crate::text::filled;
use std::net::IpAddr;

wire_names! {
    /// The kind of a cloud resource 资源类型.
    pub enum ResourceKind {
        /// Cloud server 云服务器 CVM.
        CloudServer = "cloud_server" { zh: "云服务器", en: "cloud server" },
        /// Lightweight server 轻量应用服务器.
        LightweightServer = "lightweight_server" { zh: "轻量应用服务器", en: "lightweight server" },
        /// Serverless.
        Serverless = "serverless" { zh: "Serverless 服务", en: "serverless" },
        /// Load balancer 负载均衡.
        LoadBalancer = "load_balancer" { zh: "负载均衡", en: "load balancer" },
        /// Filing authorisation code 备案授权码.
        LicenseCode = "license_code" { zh: "备案授权码", en: "filing authorisation code" },
    }
}

wire_names! {
    /// How a server is billed 计费模式.
    pub enum Billing {
        /// By the month or year, in advance 包年包月.
        Prepaid = "prepaid" { zh: "包年包月", en: "prepaid by the month or year" },
        /// By use, afterwards 按量计费.
        Postpaid = "postpaid" { zh: "按量计费", en: "billed by use" },
    }
}

wire_names! {
    /// What is sold as a server, where it is not an ordinary one 产品类型.
    pub enum ServerProduct {
        /// NAT gateway NAT 网关.
        NatGateway = "nat_gateway" { zh: "NAT 网关", en: "NAT gateway" },
        /// Dedicated cloud 专属云.
        DedicatedCloud = "dedicated_cloud" { zh: "专属云", en: "dedicated cloud" },
        /// A public address alone, without a server 弹性公网 IP.
        ElasticIp = "elastic_ip" { zh: "弹性公网 IP", en: "elastic public IP address" },
        /// A website builder 企业门户.
        Portal = "portal" { zh: "企业门户", en: "enterprise portal" },
    }
}

wire_names! {
    /// The state of a filing authorisation code 备案授权码状态.
    pub enum LicenseCodeState {
        /// Not used yet 未使用.
        Unused = "unused" { zh: "未使用", en: "unused" },
        /// In use by an order 使用中.
        InUse = "in_use" { zh: "使用中", en: "in use" },
        /// Used up 已使用.
        Used = "used" { zh: "已使用", en: "used" },
        /// Void 已失效: what it stood for is gone.
        Void = "void" { zh: "已失效", en: "void" },
    }
}

wire_tagged! {
    /// A cloud resource 云资源.
    pub enum Resource: ResourceKind {
        keys {
            id: opt String;
            account: opt String;
            product: opt ServerProduct;
            mainland: opt bool;
            public_ip: opt String;
            bandwidth: opt u32;
            billing: opt Billing;
            purchased_months: opt u32;
            package_purchased: opt bool;
            expires_on: plain chrono::NaiveDate;
            services_filed: opt u32;
            services_deregistered: opt u32;
            bound_server: opt BoundServer;
            code: opt String;
            state: opt LicenseCodeState;
            issued_by: opt String;
            issued_by_organization: opt bool;
            for_account: opt String;
            server: opt BoundServer;
        }
        /// A cloud server 云服务器.
        CloudServer(Server {
            id, account, product, mainland, public_ip, bandwidth, billing, purchased_months, expires_on,
            services_filed, services_deregistered,
        }),
        /// A lightweight server 轻量应用服务器.
        LightweightServer(Server {
            id, account, product, mainland, public_ip, bandwidth, billing, purchased_months, expires_on,
            services_filed, services_deregistered,
        }),
        /// A serverless service.
        Serverless(Serverless { id, account, mainland, package_purchased, expires_on, services_filed }),
        /// A load balancer 负载均衡.
        LoadBalancer(LoadBalancer { id, account, bound_server }),
        /// A filing authorisation code 备案授权码.
        LicenseCode(LicenseCode {
            code, state, issued_by, issued_by_organization, for_account, server,
        }),
    }
}

impl Resource {
    /// The id of what carries the service: the resource itself, or the server behind it.
    pub(crate) fn hosting_id(&self) -> Option<&str> {
        let id = match self {
            Self::CloudServer(server) | Self::LightweightServer(server) => &server.id,
            Self::Serverless(serverless) => &serverless.id,
            Self::LoadBalancer(balancer) => &balancer.bound_server.as_ref()?.server().id,
            Self::LicenseCode(code) => &code.server.as_ref()?.server().id,
        };
        filled(id.as_ref())
    }
}

wire_object! {
    /// A cloud server or lightweight server.
    ///
    /// ```
    /// use beian::check::resources::{cloud_server, Submission};
    /// use beian::resource::{Billing, Server};
    ///
    /// let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let server = Server::new()
    ///     .with_id("ins-site")
    ///     .with_mainland(true)
    ///     .with_public_ip("203.0.113.10")
    ///     .with_billing(Billing::Prepaid)
    ///     .with_purchased_months(12)
    ///     .with_expires_on(chrono::NaiveDate::from_ymd_opt(2027, 11, 1).unwrap());
    /// assert_eq!(cloud_server(&server, &Submission::on(today)).failures().count(), 0);
    /// ```
    pub struct Server {
        /// Its id at the provider.
        id, with_id: opt String;
        /// The account that owns it; absent, the order's.
        account, with_account: opt String;
        /// What it was sold as; absent, an ordinary server.
        product, with_product: opt ServerProduct;
        /// Whether it stands in a mainland region.
        mainland, with_mainland: opt bool;
        /// Its public address; absent, it has none.
        public_ip, with_public_ip: opt String;
        /// Its bandwidth to the internet, in Mbit/s; absent, it has some where it has a public address.
        bandwidth, with_bandwidth: plain u32;
        /// How it is billed.
        billing, with_billing: opt Billing;
        /// For how many months it was bought, renewals counted.
        purchased_months, with_purchased_months: plain u32;
        /// The last day it is paid for.
        expires_on, with_expires_on: plain chrono::NaiveDate;
        /// How many services are filed on it.
        services_filed, with_services_filed: plain u32;
        /// How many services that were filed on it have been deregistered since.
        services_deregistered, with_services_deregistered: plain u32;
    }
}

wire_object! {
    /// A serverless service.
    ///
    /// ```
    /// use beian::resource::{Resource, Serverless};
    ///
    /// let package = Serverless::new().with_id("env-site").with_mainland(true).with_package_purchased(true);
    /// assert!(matches!(Resource::Serverless(package), Resource::Serverless(_)));
    /// ```
    pub struct Serverless {
        /// Its id at the provider.
        id, with_id: opt String;
        /// The account that owns it; absent, the order's.
        account, with_account: opt String;
        /// Whether it stands in a mainland region.
        mainland, with_mainland: opt bool;
        /// Whether a resource package was bought.
        package_purchased, with_package_purchased: opt bool;
        /// The last day that the package is paid for.
        expires_on, with_expires_on: plain chrono::NaiveDate;
        /// How many services are filed on it.
        services_filed, with_services_filed: plain u32;
    }
}

wire_object! {
    /// A load balancer 负载均衡.
    ///
    /// ```
    /// use beian::check::resources::is_bound;
    /// use beian::resource::{BoundServer, LoadBalancer, Server};
    ///
    /// let server = BoundServer::CloudServer(Server::new().with_id("ins-site"));
    /// assert!(is_bound(&LoadBalancer::new().with_bound_server(server)).fits());
    /// assert!(!is_bound(&LoadBalancer::new().with_id("lb-site")).fits());
    /// ```
    pub struct LoadBalancer {
        /// Its id at the provider.
        id, with_id: opt String;
        /// The account that owns it; absent, the order's.
        account, with_account: opt String;
        /// The server that it is bound to.
        bound_server, with_bound_server: opt BoundServer;
    }
}

wire_object! {
    /// A filing authorisation code 备案授权码: stands for one server's address, issued by an associated account.
    ///
    /// ```
    /// use beian::check::resources::is_unused;
    /// use beian::resource::{LicenseCode, LicenseCodeState};
    ///
    /// let code = LicenseCode::new().with_state(LicenseCodeState::Used).with_for_account("100001");
    /// assert!(is_unused(code.state).problem().is_some());
    /// ```
    pub struct LicenseCode {
        /// The code.
        code, with_code: opt String;
        /// Its state.
        state, with_state: opt LicenseCodeState;
        /// The account that issued it.
        issued_by, with_issued_by: opt String;
        /// Whether the issuing account is real-name verified as an organisation.
        issued_by_organization, with_issued_by_organization: opt bool;
        /// The account that it was issued to.
        for_account, with_for_account: opt String;
        /// The server that it stands for.
        server, with_server: opt BoundServer;
    }
}

wire_names! {
    /// The kind of a server that stands behind another resource.
    pub enum BoundServerKind {
        /// Cloud server 云服务器 CVM.
        CloudServer = "cloud_server" { zh: "云服务器", en: "cloud server" },
    }
}

wire_tagged! {
    /// The server behind a load balancer or a filing authorisation code.
    pub enum BoundServer: BoundServerKind {
        keys {
            id: opt String;
            account: opt String;
            product: opt ServerProduct;
            mainland: opt bool;
            public_ip: opt String;
            bandwidth: opt u32;
            billing: opt Billing;
            purchased_months: opt u32;
            expires_on: plain chrono::NaiveDate;
            services_filed: opt u32;
            services_deregistered: opt u32;
        }
        /// A cloud server 云服务器.
        CloudServer(Server {
            id, account, product, mainland, public_ip, bandwidth, billing, purchased_months, expires_on,
            services_filed, services_deregistered,
        }),
    }
}

impl BoundServer {
    /// The server.
    pub const fn server(&self) -> &Server {
        match self {
            Self::CloudServer(server) => server,
        }
    }
}

impl From<Server> for BoundServer {
    fn from(server: Server) -> Self {
        Self::CloudServer(server)
    }
}

/// Whether an address is one that IANA gives out for the internet, by its registries of special-purpose addresses. The
/// addresses for documentation count as such: examples use them so as to be nobody's.
pub(crate) fn is_reachable(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, third, _] = v4.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            let is_local = v4.is_private() || v4.is_loopback() || v4.is_link_local() || is_shared;
            let is_special =
                [first, second, third] == [192, 0, 0] || first == 198 && (18..20).contains(&second);
            // From 224 on there are groups, and what is reserved.
            !(is_local || is_special || first == 0 || first >= 224)
        }
        IpAddr::V6(v6) => {
            if let Some(v4) = v6.to_ipv4_mapped() {
                return is_reachable(IpAddr::V4(v4));
            }
            let [first, second, ..] = v6.segments();
            // Protocols have 2001::/23, and 2002::/16 stands for IPv4 addresses.
            let is_special = first == 0x2001 && second < 0x200 || first == 0x2002;
            first & 0xe000 == 0x2000 && !is_special
        }
    }
}

/// The id and the address that a resource stands for.
pub(crate) fn identity(resource: &Resource) -> (Option<&str>, Option<&str>) {
    let (id, server) = match resource {
        Resource::CloudServer(server) | Resource::LightweightServer(server) => (&server.id, Some(server)),
        Resource::Serverless(serverless) => (&serverless.id, None),
        Resource::LoadBalancer(balancer) => {
            (&balancer.id, balancer.bound_server.as_ref().map(BoundServer::server))
        }
        Resource::LicenseCode(code) => (&code.code, code.server.as_ref().map(BoundServer::server)),
    };
    (filled(id.as_ref()), server.and_then(|server| filled(server.public_ip.as_ref())))
}

/// The address of the server that a resource is, or stands for.
pub(crate) fn address(resource: &Resource) -> Option<&str> {
    identity(resource).1
}
