//! The places that have a blocker: no further finding is reported there.

use std::collections::BTreeSet;

use crate::path::{FieldPath, Key, Location};

/// The places that have a blocker. No place of the set lies inside another: of two such places only the outer
/// is kept.
#[derive(Debug, Default)]
pub(crate) struct BlockedPlaces(BTreeSet<FieldPath>);

impl BlockedPlaces {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn insert(&mut self, place: &FieldPath) {
        if self.hold(place) {
            return;
        }
        // The paths inside a place sort directly behind it.
        let inside = self.0.range(place..).take_while(|other| other.starts_with(place));
        let inside: Vec<FieldPath> = inside.cloned().collect();
        for other in inside {
            self.0.remove(&other);
        }
        self.0.insert(place.clone());
    }

    /// Whether the place at `below` under `at` has a blocker, or lies inside one that has.
    #[inline]
    pub(crate) fn hold_at(&self, at: &Location<'_>, below: &[Key]) -> bool {
        // An order that is right has none, and needs no path.
        !self.is_empty() && self.hold_below(at, below)
    }

    fn hold_below(&self, at: &Location<'_>, below: &[Key]) -> bool {
        self.hold(&at.path(below))
    }

    /// Whether a place is in the set, or inside a place that is. Since no member lies inside another, only
    /// the greatest member that does not sort behind the place can be around it.
    pub(crate) fn hold(&self, place: &FieldPath) -> bool {
        self.0.range(..=place).next_back().is_some_and(|last| place.starts_with(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> FieldPath {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_blocked_place_blocks_what_is_in_it_and_nothing_else() {
        let mut places = BlockedPlaces::default();
        assert!(places.is_empty() && !places.hold(&path("/services/0/name")));
        for place in [
            "/services/1",
            "/services/0/domains/0/registration/registrant",
            "/services/0/responsible_person/certificate",
        ] {
            places.insert(&path(place));
        }
        places.insert(&path("/services/0/responsible_person"));
        for (place, is_blocked) in [
            ("/services/1", true),
            ("/services/1/name", true),
            ("/services/1/domains/0/registration/registrant", true),
            ("/services/0/domains/0/registration/registrant", true),
            ("/services/0/domains/0/registration/registrant/name", true),
            ("/services/0/responsible_person", true),
            ("/services/0/responsible_person/certificate/number", true),
            ("/services/0/responsible_person/name", true),
            ("/services/2/responsible_person/certificate", false),
            ("/services/0/domains/1/registration/registrant", false),
            ("/services/0/domains/0/registration", false),
            ("/services/0/domains/0/registration/registrar", false),
            ("/services/0/domains/0/registrant", false),
            ("/services/0", false),
            ("/services/10", false),
            ("/services", false),
            ("", false),
        ] {
            assert_eq!(places.hold(&path(place)), is_blocked, "{place}");
        }
        places.insert(&path(""));
        assert!(places.hold(&path("")) && places.hold(&path("/services/2")));
    }

    /// Whatever is inserted, in whatever order: the set holds exactly what is inside an inserted place.
    #[test]
    fn no_place_hides_another() {
        let all: Vec<FieldPath> =
            ["", "/services", "/services/0", "/services/0/name", "/services/1", "/principal"]
                .map(path)
                .into();
        for first in &all {
            for second in &all {
                let mut places = BlockedPlaces::default();
                places.insert(first);
                places.insert(second);
                for place in &all {
                    let is_inside = place.starts_with(first) || place.starts_with(second);
                    assert_eq!(places.hold(place), is_inside, "{first} {second} {place}");
                }
            }
        }
    }
}
