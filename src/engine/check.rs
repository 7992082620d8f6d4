//! Where a rule is asked.

use crate::engine::context::Cx;
use crate::engine::nodes::{
    DomainNode, MaterialNode, PackageNode, PersonNode, PlatformNode, PrincipalNode, ResourceNode, ServerNode,
    ServiceNode,
};
use crate::engine::outcome::Out;
pub(crate) type OrderCheck = fn(&Cx<'_>, &mut Out);
pub(crate) type PrincipalCheck = fn(&Cx<'_>, &PrincipalNode<'_>, &mut Out);
pub(crate) type ResponsiblePersonCheck = fn(&Cx<'_>, &PersonNode<'_>, &mut Out);
pub(crate) type ServiceCheck = fn(&Cx<'_>, &ServiceNode<'_>, &mut Out);
pub(crate) type DomainCheck = fn(&Cx<'_>, &DomainNode<'_>, &mut Out);
pub(crate) type PlatformCheck = fn(&Cx<'_>, &PlatformNode<'_>, &mut Out);
pub(crate) type PackageCheck = fn(&Cx<'_>, &PackageNode<'_>, &mut Out);
pub(crate) type MaterialCheck = fn(&Cx<'_>, &MaterialNode<'_>, &mut Out);
pub(crate) type ResourceCheck = fn(&Cx<'_>, &ResourceNode<'_>, &mut Out);
pub(crate) type ServerCheck = fn(&Cx<'_>, &ServerNode<'_>, &mut Out);

/// Where a rule is asked, and the function that answers. A rule without one is a notice: it depends on nothing in the
/// order.
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
    /// At each material: of the principal, of a head, of a service, of the order itself.
    Material(MaterialCheck),
    /// At each resource of a service.
    Resource(ResourceCheck),
    /// At each server: a resource, or the one behind a load balancer or a licence code.
    Server(ServerCheck),
    /// At the order, after all its parts.
    Order(OrderCheck),
}
