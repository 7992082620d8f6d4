//! The walk: the one traversal of an order, which knows the places and asks the rules at each.

use crate::engine::catalogue::Catalogue;
use crate::engine::context::CheckContext;
use crate::engine::nodes::{
    materials, DomainNode, PackageNode, PlatformNode, PrincipalNode, ResourceNode, ResponsiblePersonNode,
    Role, ServerNode, ServiceNode,
};
use crate::engine::outcome::Outcome;
use crate::model::resource::Resource;
use crate::model::service::Service;
use crate::path::{Key, Location};
use std::slice::from_ref;

/// Asks the rules at one place, or each at all places of a kind before the next rule.
macro_rules! ask {
    ($rules:expr, $cx:expr $(, $nodes:expr)?; $out:expr) => {
        for asked in &$rules {
            if $out.turn_to(asked.number) {
                (asked.check)($cx $(, $nodes)?, $out);
            }
        }
    };
}

#[derive(Clone, Copy)]
pub(crate) struct Walk<'c> {
    cx: &'c CheckContext<'c>,
    catalogue: &'static Catalogue,
}

impl<'c> Walk<'c> {
    pub(crate) const fn new(cx: &'c CheckContext<'c>, catalogue: &'static Catalogue) -> Self {
        Self { cx, catalogue }
    }

    /// Asks the rules of the whole order, part by part.
    pub(crate) fn order(self, out: &mut Outcome) {
        let Self { cx, catalogue } = self;
        ask!(catalogue.start, cx; out);
        if let Some(principal) = cx.principal {
            let at = Location::ROOT.key(Key::Principal);
            let node = PrincipalNode::new(at, principal);
            ask!(catalogue.principal, cx, &node; out);
            let responsible_person =
                cx.parsed.of_principal.as_ref().map(|parsed| ResponsiblePersonNode::new(cx, &at, parsed));
            let of_responsible_person = responsible_person
                .as_ref()
                .map_or(0, |responsible_person| responsible_person.person.materials.len());
            let mut nodes = Vec::with_capacity(principal.materials.len() + of_responsible_person);
            nodes.extend(materials(&at, &principal.materials, Some(Key::Principal)));
            if let Some(responsible_person) = &responsible_person {
                ask!(catalogue.person, cx, from_ref(responsible_person); out);
                nodes.extend(materials(
                    &responsible_person.at,
                    &responsible_person.person.materials,
                    Some(Key::ResponsiblePerson),
                ));
            }
            ask!(catalogue.material, cx, &nodes; out);
        }
        self.services(out);
        let nodes: Vec<_> = materials(&Location::ROOT, cx.order.materials(), None).collect();
        ask!(catalogue.material, cx, &nodes; out);
        ask!(catalogue.order, cx; out);
    }

    /// Asks the rules of the services, one kind of place after the other.
    fn services(self, out: &mut Outcome) {
        let Self { cx, catalogue } = self;
        let services_at = Location::ROOT.key(Key::Services);
        let numbered = cx.order.services().iter().enumerate();
        let services: Vec<_> =
            numbered.map(|(index, service)| ServiceNode::new(&services_at, index, service)).collect();
        // Where all services are of one kind, as in most orders, the kind is compared once for each rule, not
        // at each service.
        let kind_of = |node: &ServiceNode<'_>| Some(node.service.kind());
        let kind = services.first().and_then(kind_of);
        let kind = kind.filter(|_| services.iter().all(|node| kind_of(node) == kind));
        for asked in &catalogue.service {
            if !out.turn_to(asked.number) {
                continue;
            }
            let (asked, check) = asked.check;
            if asked.is_some() && kind.is_some() && asked != kind {
                continue;
            }
            if asked.is_none() || kind.is_some() {
                check(cx, &services, out);
                continue;
            }
            for node in services.iter().filter(|node| asked == kind_of(node)) {
                check(cx, from_ref(node), out);
            }
        }
        let mut platforms =
            Vec::with_capacity(services.iter().map(|node| node.service.platforms().len()).sum());
        for service in &services {
            for (index, platform) in service.service.platforms().iter().enumerate() {
                let at = service.at.item(Key::Platforms, index);
                platforms.push(PlatformNode { at, platform, service });
            }
        }
        ask!(catalogue.platform, cx, &platforms; out);
        self.domains(&services, &platforms, out);
        self.packages(&platforms, out);
        self.resources(&services, out);
        let people =
            services.iter().filter(|node| node.service.responsible_person().is_some()).zip(&cx.parsed.people);
        let people: Vec<_> =
            people.map(|(node, parsed)| ResponsiblePersonNode::new(cx, &node.at, parsed)).collect();
        ask!(catalogue.person, cx, &people; out);
        self.materials(&services, &people, out);
    }

    fn materials(
        self,
        services: &[ServiceNode<'_>],
        people: &[ResponsiblePersonNode<'_>],
        out: &mut Outcome,
    ) {
        let Self { cx, catalogue } = self;
        let of_services = services.iter().map(|node| node.service.materials().len());
        let of_responsible_persons = people.iter().map(|node| node.person.materials.len());
        let mut nodes = Vec::with_capacity(of_services.chain(of_responsible_persons).sum());
        let mut people = people.iter().peekable();
        for service in services {
            nodes.extend(materials(&service.at, service.service.materials(), Some(Key::Services)));
            if let Some(responsible_person) = people.next_if(|responsible_person| {
                responsible_person.role == Role::ServiceResponsiblePerson(service.index)
            }) {
                nodes.extend(materials(
                    &responsible_person.at,
                    &responsible_person.person.materials,
                    Some(Key::ResponsiblePerson),
                ));
            }
        }
        ask!(catalogue.material, cx, &nodes; out);
    }

    fn domains(self, services: &[ServiceNode<'_>], platforms: &[PlatformNode<'_>], out: &mut Outcome) {
        let cx = self.cx;
        let mut nodes = Vec::with_capacity(cx.parsed.domains.len());
        let mut names = cx.parsed.domains.iter();
        let mut platforms = platforms.iter();
        for service in services {
            if let Service::Website(website) = service.service {
                for ((index, domain), name) in website.domains.iter().enumerate().zip(names.by_ref()) {
                    let at = service.at.item(Key::Domains, index);
                    nodes.push(DomainNode::new(cx, at, domain, service, name));
                }
            }
            for platform in platforms.by_ref().take(service.service.platforms().len()) {
                let domains = platform.platform.domains.iter().enumerate();
                for ((index, domain), name) in domains.zip(names.by_ref()) {
                    let at = platform.at.item(Key::Domains, index);
                    nodes.push(DomainNode::after(&nodes, cx, at, domain, service, name));
                }
            }
        }
        self.ask_at_domains(&nodes, out);
    }

    /// Asks the rules on domains. One that another platform has too is right again where nothing was found yet: of where
    /// a domain stands a rule sees what was found there, and whether it was met before, of which less is said. The slow
    /// way is to ask at each place; a law of the tests holds both equal.
    fn ask_at_domains(self, nodes: &[DomainNode<'_>], out: &mut Outcome) {
        let distinct: Vec<_> = nodes.iter().filter(|node| !node.is_again).copied().collect();
        for asked in &self.catalogue.domain {
            if !out.turn_to(asked.number) {
                continue;
            }
            if !out.has_found_nothing() {
                (asked.check)(self.cx, nodes, out);
                continue;
            }
            (asked.check)(self.cx, &distinct, out);
            if !out.has_found_nothing() {
                for node in nodes.iter().filter(|node| node.is_again) {
                    (asked.check)(self.cx, from_ref(node), out);
                }
            }
        }
    }

    fn packages(self, platforms: &[PlatformNode<'_>], out: &mut Outcome) {
        let Self { cx, catalogue } = self;
        let mut nodes = Vec::with_capacity(cx.parsed.packages.len());
        let mut names = cx.parsed.packages.iter();
        for platform in platforms {
            let packages = platform.platform.packages.iter().enumerate();
            for ((index, package), name) in packages.zip(names.by_ref()) {
                let at = platform.at.item(Key::Packages, index);
                nodes.push(PackageNode { at, package, platform, name: *name });
            }
        }
        ask!(catalogue.package, cx, &nodes; out);
    }

    fn resources(self, services: &[ServiceNode<'_>], out: &mut Outcome) {
        let Self { cx, catalogue } = self;
        let mut nodes = Vec::with_capacity(services.iter().map(|node| node.service.resources().len()).sum());
        for service in services {
            for (index, resource) in service.service.resources().iter().enumerate() {
                let at = service.at.item(Key::Resources, index);
                nodes.push(ResourceNode { at, resource, index, service });
            }
        }
        ask!(catalogue.resource, cx, &nodes; out);
        // Of a code alone it is not known what stands behind it.
        let mut bare_codes = nodes
            .iter()
            .filter(|node| matches!(node.resource, Resource::LicenseCode(code) if code.server.is_none()));
        if let Some(code) = bare_codes.next() {
            for asked in &catalogue.server {
                if out.turn_to(asked.number) {
                    out.needs_input(&code.at, &[Key::Server]);
                }
            }
        }
        let mut servers = Vec::with_capacity(nodes.len());
        servers.extend(nodes.iter().filter_map(ServerNode::of));
        ask!(catalogue.server, cx, &servers; out);
    }
}
