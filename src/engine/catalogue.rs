//! The catalogue: all rules, and for each kind of place those that are asked there.

use std::fmt;

use crate::engine::check::{
    Check, DomainCheck, MaterialCheck, OrderCheck, PackageCheck, PlatformCheck, PrincipalCheck,
    ResourceCheck, ResponsiblePersonCheck, ServerCheck, ServiceCheck,
};
use crate::engine::declared::Declared;
use crate::model::service::ServiceKind;
use crate::text::sort_by;

/// A rule at one kind of place: its number in the catalogue, and its check function.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<F> {
    pub(crate) number: usize,
    pub(crate) check: F,
}

/// All rules in the order in which they are asked, and for each kind of place those that are asked there.
#[derive(Default)]
pub(crate) struct Catalogue {
    rules: Vec<&'static Declared>,
    /// The numbers of the rules, sorted by id for bisection.
    by_id: Vec<usize>,
    /// The place of each rule in that list.
    places: Vec<usize>,
    pub(crate) start: Vec<Asked<OrderCheck>>,
    pub(crate) principal: Vec<Asked<PrincipalCheck>>,
    pub(crate) person: Vec<Asked<ResponsiblePersonCheck>>,
    /// Each with the kind of services that it is asked of; `None`: of both kinds.
    pub(crate) service: Vec<Asked<(Option<ServiceKind>, ServiceCheck)>>,
    pub(crate) domain: Vec<Asked<DomainCheck>>,
    pub(crate) platform: Vec<Asked<PlatformCheck>>,
    pub(crate) package: Vec<Asked<PackageCheck>>,
    pub(crate) material: Vec<Asked<MaterialCheck>>,
    pub(crate) resource: Vec<Asked<ResourceCheck>>,
    pub(crate) server: Vec<Asked<ServerCheck>>,
    pub(crate) order: Vec<Asked<OrderCheck>>,
}

impl Catalogue {
    pub(crate) fn of(groups: &'static [&'static [&'static Declared]]) -> Self {
        let rules: Vec<&'static Declared> = groups.iter().flat_map(|group| group.iter().copied()).collect();
        let mut catalogue = Self::default();
        for (number, rule) in rules.iter().enumerate() {
            catalogue.by_id.push(number);
            rule.checks.iter().for_each(|check| catalogue.put(number, *check));
        }
        let id = |number: &usize| rules.get(*number).map_or("", |rule| rule.meta.id);
        sort_by(&mut catalogue.by_id, |a, b| id(a).cmp(id(b)));
        catalogue.places = vec![0; rules.len()];
        for (place, number) in catalogue.by_id.iter().enumerate() {
            if let Some(known) = catalogue.places.get_mut(*number) {
                *known = place;
            }
        }
        catalogue.rules = rules;
        catalogue
    }

    fn put(&mut self, number: usize, check: Check) {
        match check {
            Check::Start(check) => self.start.push(Asked { number, check }),
            Check::Principal(check) => self.principal.push(Asked { number, check }),
            Check::ResponsiblePerson(check) => self.person.push(Asked { number, check }),
            Check::Service(check) => self.service.push(Asked { number, check: (None, check) }),
            Check::Website(check) => {
                self.service.push(Asked { number, check: (Some(ServiceKind::Website), check) });
            }
            Check::App(check) => self.service.push(Asked { number, check: (Some(ServiceKind::App), check) }),
            Check::Domain(check) => self.domain.push(Asked { number, check }),
            Check::Platform(check) => self.platform.push(Asked { number, check }),
            Check::Package(check) => self.package.push(Asked { number, check }),
            Check::Material(check) => self.material.push(Asked { number, check }),
            Check::Resource(check) => self.resource.push(Asked { number, check }),
            Check::Server(check) => self.server.push(Asked { number, check }),
            Check::Order(check) => self.order.push(Asked { number, check }),
        }
    }

    /// The rules in the order in which they are asked.
    pub(crate) fn rules(&self) -> &[&'static Declared] {
        &self.rules
    }

    pub(crate) fn get(&self, number: usize) -> Option<&'static Declared> {
        self.rules.get(number).copied()
    }

    /// The place of the rule of this number among all in the order of their ids.
    pub(crate) fn place(&self, number: usize) -> usize {
        self.places.get(number).copied().unwrap_or_default()
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&'static Declared> {
        let of = |number: &usize| self.rules.get(*number).map_or("", |rule| rule.meta.id);
        let place = self.by_id.binary_search_by(|number| of(number).cmp(id)).ok()?;
        self.get(*self.by_id.get(place)?)
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rules.iter().map(|rule| rule.meta.id)).finish()
    }
}
