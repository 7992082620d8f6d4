//! How many services a resource carries.

use crate::check::resources::ResourceProblem;
use crate::check::{Needed, Verdict};
use crate::model::resource::{Resource, ResourceKind, Server, ServerProduct};
use crate::path::Key;
use crate::rulebook::{Limit, Limits};

/// What carries the services of a resource: its server where there is one, how many are filed on it and how many were,
/// where these numbers stand, and the limit that holds for it.
struct Carrier {
    filed: Option<u32>,
    deregistered: Option<u32>,
    limit: Limit,
}

impl Carrier {
    fn of(resource: &Resource, limits: &Limits) -> Option<Self> {
        let of = |server: &Server, limit: Limit| {
            let is_portal = server.product == Some(ServerProduct::Portal);
            let limit = match limits.portal_services.filter(|_| is_portal) {
                Some(_) => Limit::PortalServices,
                None => limit,
            };
            Self { filed: server.services_filed, deregistered: server.services_deregistered, limit }
        };
        let cloud = Limit::CloudServerServices;
        match resource {
            Resource::CloudServer(server) => Some(of(server, cloud)),
            Resource::LightweightServer(server) => Some(of(server, Limit::LightweightServerServices)),
            Resource::Serverless(serverless) => Some(Self {
                filed: serverless.services_filed,
                deregistered: None,
                limit: Limit::ServerlessPackageServices,
            }),
            Resource::LoadBalancer(balancer) => Some(of(balancer.bound_server.as_ref()?.server(), cloud)),
            Resource::LicenseCode(code) => Some(of(code.server.as_ref()?.server(), cloud)),
        }
    }
}

/// Whether a resource has room for `new` services beside those that are filed on it: a cloud server or a lightweight
/// server carries five, a serverless package two. A resource without a server fits: that is the mistake.
///
/// Undetermined where it is not told how many are filed on it, unless the new ones alone are too many.
///
/// ```
/// use beian::check::resources::has_room;
/// use beian::resource::Server;
/// use beian::{Limits, Resource};
///
/// let server = Resource::CloudServer(Server::new().with_services_filed(4_u32));
/// assert!(has_room(&server, 1, Limits::guide()).fits());
/// assert_eq!(has_room(&server, 2, Limits::guide()).problem().unwrap().found(), 6_u32.into());
/// ```
pub fn has_room(resource: &Resource, new: u32, limits: &Limits) -> Verdict<ResourceProblem<'static>> {
    let Some(Carrier { filed, limit, .. }) = Carrier::of(resource, limits) else { return Verdict::Fits };
    let Some(max) = limits.get(limit) else { return Verdict::Undetermined(Needed::ProviderRules) };
    let count = new.saturating_add(filed.unwrap_or_default());
    if count > max {
        return Verdict::exceeds(ResourceProblem::QuotaExceeded { count, max }, limit, limits);
    }
    match filed {
        Some(_) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Input(Key::ServicesFiled)),
    }
}

/// The same of servers where what was deregistered is not given back, as at Huawei Cloud and UCloud. What [`has_room`]
/// refuses fits.
pub fn has_slots(resource: &Resource, new: u32, limits: &Limits) -> Verdict<ResourceProblem<'static>> {
    let carrier = Carrier::of(resource, limits).filter(|_| resource.kind() != ResourceKind::Serverless);
    let Some(Carrier { filed, deregistered, limit }) = carrier else { return Verdict::Fits };
    let Some(max) = limits.get(limit) else { return Verdict::Undetermined(Needed::ProviderRules) };
    let count = new.saturating_add(filed.unwrap_or_default());
    match deregistered {
        _ if count > max => Verdict::Fits,
        _ if filed.is_none() => Verdict::Undetermined(Needed::Input(Key::ServicesFiled)),
        Some(deregistered) if count.saturating_add(deregistered) > max => {
            Verdict::exceeds(ResourceProblem::SlotsSpent { count, deregistered, max }, limit, limits)
        }
        Some(_) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Input(Key::ServicesDeregistered)),
    }
}
