//! Places in an order as a report names them: JSON Pointers (RFC 6901) that sort in the order of the wire
//! format.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::path::Key;
use crate::text::written;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Segment {
    /// A key of the wire format.
    Key(Key),
    /// An index in a list, from 0.
    Index(usize),
    /// A key that the wire format does not have, in a service's own finding.
    Other(Box<str>),
}

impl From<Key> for Segment {
    fn from(key: Key) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A place in an order: a JSON Pointer (RFC 6901). The empty path is the order itself.
///
/// Paths sort in the order in which the wire format lists the fields: indices as numbers, and a place before
/// what is inside it.
///
/// ```
/// use beian::FieldPath;
/// let path: FieldPath = "/services/2/domains/0/name".parse()?;
/// assert!(path < "/services/10/name".parse()?);
/// assert!(path.starts_with(&"/services/2".parse()?));
/// assert_eq!(path.to_string(), "/services/2/domains/0/name");
/// # Ok::<(), beian::FieldPathError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldPath(Vec<Segment>);

impl FieldPath {
    pub(super) const fn of(segments: Vec<Segment>) -> Self {
        Self(segments)
    }

    /// The order itself.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// The path with one more segment.
    #[must_use]
    pub fn join(mut self, segment: impl Into<Segment>) -> Self {
        self.0.push(segment.into());
        self
    }

    /// The segments, from the order inwards.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether this is `place` or inside it.
    pub fn starts_with(&self, place: &Self) -> bool {
        self.0.starts_with(&place.0)
    }

    /// The place that this one is directly inside; `None` of the order itself.
    pub fn parent(&self) -> Option<Self> {
        let (_, parent) = self.0.split_last()?;
        Some(Self(parent.to_vec()))
    }

    pub(crate) fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        for segment in &self.0 {
            out.write_char('/')?;
            match segment {
                Segment::Key(key) => out.write_str(key.as_str())?,
                Segment::Index(index) => {
                    match u32::try_from(*index).ok().and_then(|i| char::from_digit(i, 10)) {
                        Some(digit) => out.write_char(digit)?,
                        None => write!(out, "{index}")?,
                    }
                }
                Segment::Other(key) => {
                    for c in key.chars() {
                        match c {
                            '~' => out.write_str("~0")?,
                            '/' => out.write_str("~1")?,
                            c => out.write_char(c)?,
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// The last key of the path, indices left out.
    pub fn last_key(&self) -> Option<Key> {
        self.0.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) => Some(*key),
            _ => None,
        })
    }
}

/// The place under a key.
impl From<Key> for FieldPath {
    fn from(key: Key) -> Self {
        Self(vec![Segment::Key(key)])
    }
}

/// The place under the last of these keys, each inside the one before.
impl<const N: usize> From<[Key; N]> for FieldPath {
    fn from(keys: [Key; N]) -> Self {
        Self(keys.into_iter().map(Segment::Key).collect())
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// Why a text is no path: a JSON Pointer is empty or begins with `/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a path is empty or begins with `/`")]
pub struct FieldPathError;

impl FromStr for FieldPath {
    type Err = FieldPathError;

    fn from_str(text: &str) -> Result<Self, FieldPathError> {
        if text.is_empty() {
            return Ok(Self::root());
        }
        let steps = text.strip_prefix('/').ok_or(FieldPathError)?.split('/');
        Ok(Self(steps.map(segment).collect()))
    }
}

fn segment(step: &str) -> Segment {
    let is_index = !step.is_empty()
        && step.bytes().all(|b| b.is_ascii_digit())
        && (step == "0" || !step.starts_with('0'));
    if let Some(index) = is_index.then(|| step.parse().ok()).flatten() {
        return Segment::Index(index);
    }
    key_segment(&step.replace("~1", "/").replace("~0", "~"))
}

/// A key as a segment: `Segment::Other` where the wire format does not have it.
pub(crate) fn key_segment(key: &str) -> Segment {
    Key::from_name(key).map_or_else(|| Segment::Other(key.into()), Segment::Key)
}

impl serde::Serialize for FieldPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&written(|out| self.write(out)))
    }
}

impl<'de> serde::Deserialize<'de> for FieldPath {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The order of findings: by place, then by rule.
pub(crate) fn document_order(a: (&FieldPath, &str), b: (&FieldPath, &str)) -> Ordering {
    a.0.cmp(b.0).then_with(|| a.1.cmp(b.1))
}
