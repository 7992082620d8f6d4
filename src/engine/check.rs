//! The kinds of places at which a rule is asked, and the signature of a check at each.

use crate::engine::context::CheckContext;
use crate::engine::nodes::{
    DomainNode, MaterialNode, PackageNode, PlatformNode, PrincipalNode, ResourceNode, ResponsiblePersonNode,
    ServerNode, ServiceNode,
};
use crate::engine::outcome::Outcome;

pub(crate) type OrderCheck = fn(&CheckContext<'_>, &mut Outcome);
pub(crate) type PrincipalCheck = fn(&CheckContext<'_>, &PrincipalNode<'_>, &mut Outcome);
pub(crate) type ResponsiblePersonCheck = fn(&CheckContext<'_>, &[ResponsiblePersonNode<'_>], &mut Outcome);
pub(crate) type ServiceCheck = fn(&CheckContext<'_>, &[ServiceNode<'_>], &mut Outcome);
pub(crate) type DomainCheck = fn(&CheckContext<'_>, &[DomainNode<'_>], &mut Outcome);
pub(crate) type PlatformCheck = fn(&CheckContext<'_>, &[PlatformNode<'_>], &mut Outcome);
pub(crate) type PackageCheck = fn(&CheckContext<'_>, &[PackageNode<'_>], &mut Outcome);
pub(crate) type MaterialCheck = fn(&CheckContext<'_>, &[MaterialNode<'_>], &mut Outcome);
pub(crate) type ResourceCheck = fn(&CheckContext<'_>, &[ResourceNode<'_>], &mut Outcome);
pub(crate) type ServerCheck = fn(&CheckContext<'_>, &[ServerNode<'_>], &mut Outcome);

/// Where a rule is asked, and its check function. What is asked at many places is given all of them at once: the rule is
/// compiled into the loop, and its code stays in the instruction cache. A rule without a check is a notice: it depends on nothing
/// in the order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// At the order, before its parts.
    Start(OrderCheck),
    /// At the principal.
    Principal(PrincipalCheck),
    /// At the principal's responsible person and each service's.
    ResponsiblePerson(ResponsiblePersonCheck),
    /// At each service.
    Service(ServiceCheck),
    /// At each website.
    Website(ServiceCheck),
    /// At each APP.
    App(ServiceCheck),
    /// At each domain of a website or an APP's platform.
    Domain(DomainCheck),
    /// At each platform of an APP.
    Platform(PlatformCheck),
    /// At each package of a platform.
    Package(PackageCheck),
    /// At each material: of the principal, of a responsible person, of a service, of the order itself.
    Material(MaterialCheck),
    /// At each resource of a service.
    Resource(ResourceCheck),
    /// At each server: a resource, or the one behind a load balancer or a filing authorisation code.
    Server(ServerCheck),
    /// At the order, after all its parts.
    Order(OrderCheck),
}
