//! Reading and changing one value of an order by its path.
//!
//! The macros that declare the wire format implement [`Edit`] for every object; remedies read and change an
//! order through it.

use chrono::NaiveDate;

use crate::path::Segment;

/// A change of one value.
#[derive(Clone, Copy)]
pub(crate) enum Change<'a> {
    /// Sets the value that the text stands for. Absent objects on the way are made, and the index behind the
    /// last item of a list appends one.
    Set(&'a str),
    /// Rewrites the text that is there.
    Rewrite(fn(&str) -> String),
    /// Removes the value, or the item of a list.
    Remove,
}

/// Why a value could not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// Nothing is at the path.
    NotThere,
    /// The text stands for no value that can be at the path.
    NotAValue,
}

/// A value that a path can lead into.
pub(crate) trait Edit: Sized {
    /// An empty value, to be filled in; `None` where the type has none.
    fn blank() -> Option<Self> {
        None
    }

    /// The value that a text stands for; `None` where it stands for none.
    fn parsed(_: &str) -> Option<Self> {
        None
    }

    /// The text at a path inside this value.
    fn text(&self, _: &[Segment]) -> Option<&str> {
        None
    }

    /// Changes the value at a path inside this value.
    fn edit(&mut self, path: &[Segment], change: Change<'_>) -> Result<(), Obstacle> {
        match (path, change) {
            ([], Change::Set(text)) => {
                *self = Self::parsed(text).ok_or(Obstacle::NotAValue)?;
                Ok(())
            }
            _ => Err(Obstacle::NotThere),
        }
    }
}

/// The first segment of a path, where it is a key, and the rest.
pub(crate) fn key(path: &[Segment]) -> Option<(&str, &[Segment])> {
    match path {
        [Segment::Key(key), rest @ ..] => Some((key.as_str(), rest)),
        _ => None,
    }
}

impl Edit for String {
    fn parsed(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn text(&self, path: &[Segment]) -> Option<&str> {
        path.is_empty().then_some(self)
    }

    fn edit(&mut self, path: &[Segment], change: Change<'_>) -> Result<(), Obstacle> {
        match (path, change) {
            ([], Change::Set(text)) => text.clone_into(self),
            ([], Change::Rewrite(written)) => *self = written(self),
            _ => return Err(Obstacle::NotThere),
        }
        Ok(())
    }
}

/// Implements [`Edit`] for values that are parsed from a text as a whole.
macro_rules! parsed {
    ($($name:ty: $parse:expr;)+) => {$(
        impl Edit for $name {
            fn parsed(text: &str) -> Option<Self> {
                $parse(text)
            }
        }
    )+};
}

parsed! {
    bool: |text: &str| text.parse().ok();
    u32: |text: &str| text.parse().ok();
    u64: |text: &str| text.parse().ok();
    NaiveDate: crate::wire::date;
}

impl<T: Edit> Edit for Option<T> {
    fn blank() -> Option<Self> {
        Some(None)
    }

    fn parsed(text: &str) -> Option<Self> {
        T::parsed(text).map(Some)
    }

    fn text(&self, path: &[Segment]) -> Option<&str> {
        self.as_ref()?.text(path)
    }

    fn edit(&mut self, path: &[Segment], change: Change<'_>) -> Result<(), Obstacle> {
        match (path, change) {
            ([], Change::Remove) => self.take().map(|_| ()).ok_or(Obstacle::NotThere),
            ([], Change::Set(text)) => {
                *self = Some(T::parsed(text).ok_or(Obstacle::NotAValue)?);
                Ok(())
            }
            (_, Change::Set(_)) => {
                if self.is_none() {
                    *self = T::blank();
                }
                self.as_mut().ok_or(Obstacle::NotThere)?.edit(path, change)
            }
            _ => self.as_mut().ok_or(Obstacle::NotThere)?.edit(path, change),
        }
    }
}

impl<T: Edit> Edit for Box<T> {
    fn blank() -> Option<Self> {
        T::blank().map(Self::new)
    }

    fn parsed(text: &str) -> Option<Self> {
        T::parsed(text).map(Self::new)
    }

    fn text(&self, path: &[Segment]) -> Option<&str> {
        T::text(self, path)
    }

    fn edit(&mut self, path: &[Segment], change: Change<'_>) -> Result<(), Obstacle> {
        T::edit(self, path, change)
    }
}

impl<T: Edit> Edit for Vec<T> {
    fn blank() -> Option<Self> {
        Some(Self::new())
    }

    fn text(&self, path: &[Segment]) -> Option<&str> {
        match path {
            [Segment::Index(index), rest @ ..] => self.get(*index)?.text(rest),
            _ => None,
        }
    }

    fn edit(&mut self, path: &[Segment], change: Change<'_>) -> Result<(), Obstacle> {
        let [Segment::Index(index), rest @ ..] = path else { return Err(Obstacle::NotThere) };
        match (rest, change) {
            ([], Change::Remove) if *index < self.len() => {
                self.remove(*index);
                Ok(())
            }
            ([], Change::Set(text)) if *index == self.len() => {
                self.push(T::parsed(text).ok_or(Obstacle::NotAValue)?);
                Ok(())
            }
            (rest, change) => self.get_mut(*index).ok_or(Obstacle::NotThere)?.edit(rest, change),
        }
    }
}
