//! The place of the walk in an order, before it becomes a path.

use crate::path::{FieldPath, Key, Segment};

/// A place in an order as a list of steps that are linked through the call stack. It becomes a [`FieldPath`]
/// only when a finding needs one, so that a place without findings costs no allocation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Location<'a> {
    up: Option<&'a Location<'a>>,
    /// The step before `step`, where both were taken at once: they then need one link instead of two.
    via: Option<Step>,
    step: Option<Step>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Key(Key),
    Index(usize),
}

impl From<Step> for Segment {
    fn from(step: Step) -> Self {
        match step {
            Step::Key(key) => Self::Key(key),
            Step::Index(index) => Self::Index(index),
        }
    }
}

impl<'a> Location<'a> {
    /// The order itself.
    pub(crate) const ROOT: Location<'static> = Location { up: None, via: None, step: None };

    pub(crate) const fn key(&'a self, key: Key) -> Location<'a> {
        Location { up: Some(self), via: None, step: Some(Step::Key(key)) }
    }

    pub(crate) const fn index(&'a self, index: usize) -> Location<'a> {
        Location { up: Some(self), via: None, step: Some(Step::Index(index)) }
    }

    /// The place two keys further in.
    pub(crate) const fn keys(&'a self, key: Key, below: Key) -> Location<'a> {
        Location { up: Some(self), via: Some(Step::Key(key)), step: Some(Step::Key(below)) }
    }

    /// An item of the list under a key.
    pub(crate) const fn item(&'a self, list: Key, index: usize) -> Location<'a> {
        Location { up: Some(self), via: Some(Step::Key(list)), step: Some(Step::Index(index)) }
    }

    /// The path of this place with the keys `below` appended.
    pub(crate) fn path(&self, below: &[Key]) -> FieldPath {
        let mut steps = Vec::with_capacity(below.len() + 8);
        self.put(&mut steps);
        steps.extend(below.iter().map(|key| Segment::Key(*key)));
        FieldPath::of(steps)
    }

    /// Appends the steps from the root to this place.
    fn put(&self, steps: &mut Vec<Segment>) {
        if let Some(up) = self.up {
            up.put(steps);
        }
        steps.extend([self.via, self.step].into_iter().flatten().map(Segment::from));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_steps_at_once_lead_to_the_same_place() {
        let services = Location::ROOT.key(Key::Services);
        let (by_one, by_two) = (services.index(3), Location::ROOT.item(Key::Services, 3));
        let (by_one, by_two) =
            (by_one.key(Key::ResponsiblePerson), by_two.keys(Key::ResponsiblePerson, Key::Certificate));
        let by_one = by_one.key(Key::Certificate);
        assert_eq!(by_one.path(&[]), by_two.path(&[]));
        assert_eq!(
            by_two.path(&[Key::Number]).to_string(),
            "/services/3/responsible_person/certificate/number"
        );
    }
}
