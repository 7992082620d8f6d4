//! Reading and changing one value of an order by its place.
//!
//! The macros that declare the wire format give every object its places; this is what a place leads to.

use chrono::NaiveDate;

use crate::path::Segment;

/// A change of one value.
#[derive(Clone, Copy)]
pub(crate) enum Change<'a> {
    /// The value that the text stands for takes the place; objects that it lies in are made where they are absent,
    /// and the place behind the last of a list is one.
    Set(&'a str),
    /// The text that is there is written otherwise.
    Rewrite(fn(&str) -> String),
    /// The value, or the item of a list, goes.
    Remove,
}

/// Why a value could not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// Nothing is there.
    NotThere,
    /// The text stands for no value of this place.
    NotAValue,
}

/// A value with places inside.
pub(crate) trait Edit: Sized {
    /// The value with nothing in it, where there is one.
    fn blank() -> Option<Self> {
        None
    }

    /// What a text stands for.
    fn parsed(_: &str) -> Option<Self> {
        None
    }

    /// The text at a place inside.
    fn text(&self, _: &[Segment]) -> Option<&str> {
        None
    }

    /// Changes what stands at a place inside.
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

/// The first step of a path, where it is a key, and the others.
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

/// Values that a text stands for as a whole.
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
