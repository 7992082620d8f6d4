//! Patterns of paths: where a field stands in any order, whichever of several services, domains or packages.

use std::fmt;
use std::str::FromStr;

use crate::path::{FieldPath, Key, Segment};

/// A place in any order: a [`FieldPath`] with a slot for each index, `/services/{s}/domains/{d}/name`.
///
/// ```
/// use beian::form::{Form, FormRequest};
/// use beian::{OrderKind, PrincipalKind, Rulebook};
///
/// let request = FormRequest::new(OrderKind::FirstFiling, PrincipalKind::Enterprise);
/// let form = Form::of(&request, &Rulebook::default());
/// let field = form.at("/services/2/domains/0/name").next().unwrap();
/// assert_eq!(field.path.to_string(), "/services/{s}/domains/{d}/name");
/// assert_eq!(field.path.at(&[2, 0]).unwrap().to_string(), "/services/2/domains/0/name");
/// assert_eq!(field.path.at(&[2]), None);
/// assert_eq!("/services/{s}/domains/{d}/name".parse().as_ref(), Ok(&field.path));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathPattern(Vec<Part>);

/// One step of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Key(Key),
    /// An index in the list of this key.
    Slot(Key),
}

/// The letter that stands for an index of this list: `s` in `/services/{s}`.
const fn letter(list: Key) -> Option<char> {
    Some(match list {
        Key::Services => 's',
        Key::Domains => 'd',
        Key::Platforms => 'p',
        Key::Packages => 'k',
        Key::Resources => 'r',
        Key::Kinds => 'a',
        _ => return None,
    })
}

impl PathPattern {
    /// The pattern of a row of the table of fields: a slot follows each list of its section.
    pub(crate) fn of(section: &[Key], row: &[Key]) -> Self {
        let mut parts = Vec::with_capacity(section.len() * 2 + row.len());
        for key in section {
            parts.push(Part::Key(*key));
            if letter(*key).is_some() {
                parts.push(Part::Slot(*key));
            }
        }
        parts.extend(row.iter().copied().map(Part::Key));
        Self(parts)
    }

    /// The lists that have a slot, from the outside in.
    pub fn lists(&self) -> impl Iterator<Item = Key> + '_ {
        self.0.iter().filter_map(|part| match part {
            Part::Slot(list) => Some(*list),
            Part::Key(_) => None,
        })
    }

    /// The path with these indices in the slots; `None` where there are not exactly as many indices as slots.
    pub fn at(&self, places: &[usize]) -> Option<FieldPath> {
        let mut places = places.iter();
        let mut path = FieldPath::root();
        for part in &self.0 {
            path = match part {
                Part::Key(key) => path.join(*key),
                Part::Slot(_) => path.join(*places.next()?),
            };
        }
        places.next().is_none().then_some(path)
    }

    /// The indices that a path has in the slots; `None` where the path does not match the pattern.
    pub fn places(&self, path: &FieldPath) -> Option<Vec<usize>> {
        (path.segments().len() == self.0.len()).then(|| self.places_before(path)).flatten()
    }

    /// Whether a path matches the pattern, or leads further in from a path that does.
    pub fn contains(&self, path: &FieldPath) -> bool {
        self.places_before(path).is_some()
    }

    /// The indices in the slots, of a path that begins with this pattern.
    fn places_before(&self, path: &FieldPath) -> Option<Vec<usize>> {
        let segments = path.segments();
        if segments.len() < self.0.len() {
            return None;
        }
        let mut places = Vec::new();
        for (part, segment) in self.0.iter().zip(segments) {
            match (part, segment) {
                (Part::Key(key), Segment::Key(own)) if key == own => {}
                (Part::Slot(_), Segment::Index(index)) => places.push(*index),
                _ => return None,
            }
        }
        Some(places)
    }
}

impl fmt::Display for PathPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.0 {
            match part {
                Part::Key(key) => write!(f, "/{}", key.as_str())?,
                Part::Slot(list) => write!(f, "/{{{}}}", letter(*list).unwrap_or('n'))?,
            }
        }
        Ok(())
    }
}

/// Why a text is no pattern of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a pattern consists of keys of the wire format, each after `/`, with a slot such as `{{s}}` behind a list: `/services/{{s}}/name`")]
pub struct PathPatternError;

/// Reads what `Display` prints.
impl FromStr for PathPattern {
    type Err = PathPatternError;

    fn from_str(text: &str) -> Result<Self, PathPatternError> {
        let mut parts: Vec<Part> = Vec::new();
        if text.is_empty() {
            return Ok(Self(parts));
        }
        for step in text.strip_prefix('/').ok_or(PathPatternError)?.split('/') {
            let slot = step.strip_prefix('{').and_then(|step| step.strip_suffix('}'));
            parts.push(match (slot, parts.last()) {
                (None, _) => Part::Key(Key::from_name(step).ok_or(PathPatternError)?),
                (Some(slot), Some(Part::Key(list)))
                    if letter(*list).is_some_and(|own| slot.chars().eq([own])) =>
                {
                    Part::Slot(*list)
                }
                (Some(_), _) => return Err(PathPatternError),
            });
        }
        Ok(Self(parts))
    }
}

impl<'de> serde::Deserialize<'de> for PathPattern {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl serde::Serialize for PathPattern {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
