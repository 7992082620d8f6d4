//! What a place can be named by.

use std::borrow::Cow;

use crate::path::FieldPath;

/// What names a place in an order: a [`FieldPath`], or a JSON Pointer as text. A text that is no pointer names none.
///
/// It is implemented for these alone.
pub trait ToPath: sealed::ToPath {}

impl<T: sealed::ToPath + ?Sized> ToPath for T {}

pub(crate) mod sealed {
    use super::{Cow, FieldPath};

    pub trait ToPath {
        /// The place; `None` of a text that is no path.
        fn to_path(&self) -> Option<Cow<'_, FieldPath>>;
    }

    impl ToPath for FieldPath {
        fn to_path(&self) -> Option<Cow<'_, FieldPath>> {
            Some(Cow::Borrowed(self))
        }
    }

    impl ToPath for str {
        fn to_path(&self) -> Option<Cow<'_, FieldPath>> {
            self.parse().ok().map(Cow::Owned)
        }
    }

    impl ToPath for String {
        fn to_path(&self) -> Option<Cow<'_, FieldPath>> {
            self.as_str().to_path()
        }
    }

    impl<T: ToPath + ?Sized> ToPath for &T {
        fn to_path(&self) -> Option<Cow<'_, FieldPath>> {
            (**self).to_path()
        }
    }
}
