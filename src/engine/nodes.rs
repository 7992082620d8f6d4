//! The nodes of the walk: the parts of an order at which rules are asked, each with its place.

use crate::engine::context::CheckContext;
use crate::engine::duplicates::first_alike;
use crate::engine::parsed::{read_resident_id, ParsedDomain, ParsedPackage, ParsedResponsiblePerson};
use crate::fields::Given;
use crate::model::certificate::Certificate;
use crate::model::domain::Domain;
use crate::model::material::Material;
use crate::model::principal::Principal;
use crate::model::resource::{Resource, Server};
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{Package, Platform, Service, ServiceKind};
use crate::path::{Key, Location};
use crate::rulebook::words::Words;
use crate::text::{filled, same_name};
use crate::value::AddressMatch;
use crate::value::{Mobile, MobileError, Phone, PhoneError, ResidentId, ResidentIdError};
use once_cell::unsync::OnceCell;
#[derive(Debug)]
pub(crate) struct PrincipalNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) principal: &'a Principal,
    mailing_address_agrees: OnceCell<Option<AddressMatch>>,
    certificate_address_agrees: OnceCell<Option<AddressMatch>>,
}

impl<'a> PrincipalNode<'a> {
    pub(crate) const fn new(at: Location<'a>, principal: &'a Principal) -> Self {
        Self {
            at,
            principal,
            mailing_address_agrees: OnceCell::new(),
            certificate_address_agrees: OnceCell::new(),
        }
    }

    /// Whether the mailing address matches the region of the order.
    pub(crate) fn mailing_address_agrees(&self, cx: &CheckContext<'_>) -> Option<AddressMatch> {
        let address = || filled(self.principal.mailing_address.as_ref());
        *self.mailing_address_agrees.get_or_init(|| agrees(cx, address()))
    }

    /// Whether the address on the certificate matches the region of the order.
    pub(crate) fn certificate_address_agrees(&self, cx: &CheckContext<'_>) -> Option<AddressMatch> {
        *self.certificate_address_agrees.get_or_init(|| {
            let address = self.principal.certificate.as_ref()?.address.as_ref();
            // Usually both addresses are the same text, and share the result.
            if address == self.principal.mailing_address.as_ref() {
                return self.mailing_address_agrees(cx);
            }
            agrees(cx, filled(address))
        })
    }
}

fn agrees(cx: &CheckContext<'_>, address: Option<&str>) -> Option<AddressMatch> {
    Some(cx.region.as_ref()?.as_ref().ok()?.agrees_with(address?))
}

/// Whose responsible person somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    PrincipalResponsiblePerson,
    /// Of the service at this index.
    ServiceResponsiblePerson(usize),
}

impl Role {
    /// Of the service at this index; without one, of the principal.
    pub(crate) fn of(service: Option<usize>) -> Self {
        service.map_or(Self::PrincipalResponsiblePerson, Self::ServiceResponsiblePerson)
    }

    /// The service, none of the principal's.
    pub(crate) const fn service(self) -> Option<usize> {
        match self {
            Self::PrincipalResponsiblePerson => None,
            Self::ServiceResponsiblePerson(index) => Some(index),
        }
    }
}

#[derive(Debug)]
pub(crate) struct ResponsiblePersonNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) person: &'a ResponsiblePerson,
    pub(crate) role: Role,
    /// The certificate that identifies the person: its own, or an individual principal's.
    pub(crate) certificate: Option<&'a Certificate>,
    /// Where that certificate stands.
    pub(crate) certificate_at: Location<'a>,
    pub(crate) mobile: Option<Result<Mobile, MobileError>>,
    pub(crate) emergency_contact: Option<Result<Phone, PhoneError>>,
    resident_id: OnceCell<Option<Result<ResidentId, ResidentIdError>>>,
}

impl ResponsiblePersonNode<'_> {
    /// The kind of the service whose responsible person this is; `None` of the principal's.
    pub(crate) fn service_kind(&self, cx: &CheckContext<'_>) -> Option<ServiceKind> {
        match self.role {
            Role::PrincipalResponsiblePerson => None,
            Role::ServiceResponsiblePerson(index) => cx.order.services().get(index).map(Service::kind),
        }
    }

    /// The identity number of the certificate; `None` where its kind bears none, or the number is blank.
    pub(crate) fn resident_id(&self) -> Option<Result<ResidentId, ResidentIdError>> {
        *self.resident_id.get_or_init(|| read_resident_id(self.certificate?))
    }

    /// What decides the conditions of the rows of the table of fields here.
    pub(crate) fn given(&self) -> Given {
        Given { certificate: self.certificate.and_then(|certificate| certificate.kind), platform: None }
    }
}

#[derive(Debug)]
pub(crate) struct ServiceNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) service: &'a Service,
    pub(crate) index: usize,
    words: OnceCell<Words>,
    first_alike: OnceCell<Vec<Option<usize>>>,
}

impl<'a> ServiceNode<'a> {
    pub(crate) fn new(services_at: &'a Location<'a>, index: usize, service: &'a Service) -> Self {
        Self {
            at: services_at.index(index),
            service,
            index,
            words: OnceCell::new(),
            first_alike: OnceCell::new(),
        }
    }

    /// The earliest resource before the one at `index` that has the same id or address.
    pub(crate) fn first_alike(&self, index: usize) -> Option<usize> {
        let alike = self.first_alike.get_or_init(|| first_alike(self.service.resources()));
        alike.get(index).copied().flatten()
    }

    /// The words of the word lists that occur in the name of the service.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.service.name().unwrap_or_default()))
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct DomainNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) domain: &'a Domain,
    pub(crate) service: &'a ServiceNode<'a>,
    pub(crate) name: &'a ParsedDomain<'a>,
    /// Who owns the domain by its registration, where that is stated.
    pub(crate) registrant: Option<&'a str>,
    /// Whether the registrant bears the principal's name as people write it; `false` where one of them is not known.
    pub(crate) is_principals: bool,
    /// Whether another platform of the APP has the same domain shortly before, with the same registration.
    pub(crate) is_again: bool,
}

/// How far back the same domain is looked for: an APP has the same few on each of its platforms.
const NEAR: usize = 4;

impl<'a> DomainNode<'a> {
    pub(crate) fn new(
        cx: &CheckContext<'_>,
        at: Location<'a>,
        domain: &'a Domain,
        service: &'a ServiceNode<'a>,
        name: &'a ParsedDomain<'a>,
    ) -> Self {
        let registrant = domain.registration.as_ref().and_then(|known| filled(known.registrant.as_ref()));
        let is_principals =
            matches!((registrant, cx.principal_name), (Some(own), Some(name)) if same_name(own, name));
        Self { at, domain, service, name, registrant, is_principals, is_again: false }
    }

    /// The node of a platform's domain, which comes after these.
    pub(crate) fn after(
        nodes: &[Self],
        cx: &CheckContext<'_>,
        at: Location<'a>,
        domain: &'a Domain,
        service: &'a ServiceNode<'a>,
        name: &'a ParsedDomain<'a>,
    ) -> Self {
        let is_same = |known: &&Self| std::ptr::eq(known.service, service) && known.domain == domain;
        match nodes.iter().rev().take(NEAR).find(is_same) {
            Some(known) => Self { at, domain, name, is_again: true, ..*known },
            None => Self::new(cx, at, domain, service, name),
        }
    }
}

#[derive(Debug)]
pub(crate) struct PlatformNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) platform: &'a Platform,
    pub(crate) service: &'a ServiceNode<'a>,
}

#[derive(Debug)]
pub(crate) struct PackageNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) package: &'a Package,
    pub(crate) platform: &'a PlatformNode<'a>,
    /// The name as typed, since white space around it is a mistake of its own.
    pub(crate) name: ParsedPackage<'a>,
}

#[derive(Debug)]
pub(crate) struct MaterialNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) material: &'a Material,
    /// The part of the order that lists it: the principal, a responsible person, a service; `None`: the order
    /// itself.
    pub(crate) place: Option<Key>,
}

/// The nodes of the materials that the part at `of` lists.
pub(crate) fn materials<'a>(
    of: &'a Location<'a>,
    materials: &'a [Material],
    place: Option<Key>,
) -> impl Iterator<Item = MaterialNode<'a>> {
    let node = move |(index, material)| MaterialNode { at: of.item(Key::Materials, index), material, place };
    materials.iter().enumerate().map(node)
}

#[derive(Debug)]
pub(crate) struct ResourceNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) resource: &'a Resource,
    pub(crate) index: usize,
    pub(crate) service: &'a ServiceNode<'a>,
}

/// What a server is to the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ServerRole {
    CloudServer,
    LightweightServer,
    BehindLoadBalancer,
    BehindLicenseCode,
}

#[derive(Debug)]
pub(crate) struct ServerNode<'a> {
    pub(crate) at: Location<'a>,
    pub(crate) server: &'a Server,
    pub(crate) role: ServerRole,
}

impl<'a> ResponsiblePersonNode<'a> {
    /// The node of the responsible person of the part at `of`.
    pub(crate) fn new<'c: 'a>(
        cx: &CheckContext<'c>,
        of: &'a Location<'a>,
        parsed: &ParsedResponsiblePerson<'c>,
    ) -> Self {
        let (person, role) = (parsed.person, Role::of(parsed.service));
        // An individual is its own responsible person: name and certificate stand at the principal.
        let (certificate, certificate_at) = if role == Role::PrincipalResponsiblePerson && cx.is_individual()
        {
            let certificate = cx.principal.and_then(|principal| principal.certificate.as_ref());
            (certificate, of.key(Key::Certificate))
        } else {
            (person.certificate.as_ref(), of.keys(Key::ResponsiblePerson, Key::Certificate))
        };
        Self {
            at: of.key(Key::ResponsiblePerson),
            person,
            role,
            certificate,
            certificate_at,
            mobile: parsed.mobile,
            emergency_contact: parsed.emergency_contact,
            resident_id: OnceCell::new(),
        }
    }
}

impl<'a> ServerNode<'a> {
    /// The server that a resource is, or that is behind it.
    pub(crate) fn of(node: &'a ResourceNode<'a>) -> Option<Self> {
        let (server, at, role) = match node.resource {
            Resource::CloudServer(server) => (server, node.at, ServerRole::CloudServer),
            Resource::LightweightServer(server) => (server, node.at, ServerRole::LightweightServer),
            Resource::LoadBalancer(balancer) => {
                let bound = balancer.bound_server.as_ref()?;
                (bound.server(), node.at.key(Key::BoundServer), ServerRole::BehindLoadBalancer)
            }
            Resource::LicenseCode(code) => {
                let server = code.server.as_ref()?;
                (server.server(), node.at.key(Key::Server), ServerRole::BehindLicenseCode)
            }
            Resource::Serverless(_) => return None,
        };
        Some(Self { at, server, role })
    }
}
