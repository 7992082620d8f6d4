//! Cells of a patch that is made in code.

use super::provinces::Standing;
use super::tree::Tree;
use crate::model::order::OrderKind;
use crate::model::principal::PrincipalKind;
use crate::model::service::ServiceKind;
use crate::rule::Source;
use crate::text::Term;

/// A cell of a province in a [`RulebookPatch`](crate::RulebookPatch): a value, who says so, and of whom it is.
///
/// ```
/// use beian::provinces::{Dimension, PatchCell, PatchValue};
/// use beian::value::Province;
/// use beian::{OrderKind, Rulebook, RulebookPatch, Source};
///
/// // At most two services in an order of access.
/// let value = PatchValue::object([("metric", "services".into()), ("max", 2_u32.into())]);
/// let cell = PatchCell::new(value, &Source::new("广东省通信管理局通知", "", None)).of_orders([OrderKind::AccessFiling]);
/// let patch = RulebookPatch::new().with_cells(Province::Guangdong, Dimension::OrderLimits, [cell]);
/// let rulebook = Rulebook::default().patched(&patch)?;
/// assert_eq!(rulebook.province(Province::Guangdong).order_limits()[0].value().max, 2);
/// # Ok::<(), beian::RulebookError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PatchCell(Tree);

/// A value of a cell as the wire has it: a number, a flag, a code, a list or an object of these.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchValue(Tree);

impl PatchCell {
    /// A cell with this value, of everybody, which stands as settled.
    pub fn new(value: impl Into<PatchValue>, source: &Source) -> Self {
        let PatchValue(value) = value.into();
        Self(Tree::Map(vec![("value".into(), value), ("source".into(), Tree::of_source(source))]))
    }

    /// The same, of principals of these kinds only.
    #[must_use]
    pub fn of_principals(self, kinds: impl IntoIterator<Item = impl Into<PrincipalKind>>) -> Self {
        self.with("principals", codes(kinds.into_iter().map(|kind| kind.into().term())))
    }

    /// The same, of orders of these kinds only.
    #[must_use]
    pub fn of_orders(self, kinds: impl IntoIterator<Item = impl Into<OrderKind>>) -> Self {
        self.with("orders", codes(kinds.into_iter().map(|kind| kind.into().term())))
    }

    /// The same, of services of this kind only.
    #[must_use]
    pub fn of_service(self, kind: ServiceKind) -> Self {
        self.with("service", Tree::Text(kind.as_str().into()))
    }

    /// The same, standing as well as this: `Settled`, `Reported` or `Contested`.
    #[must_use]
    pub fn with_standing(self, standing: Standing) -> Self {
        self.with("standing", Tree::Text(standing.as_str().into()))
    }

    fn with(mut self, key: &str, value: Tree) -> Self {
        self.0.put(key, value);
        self
    }

    pub(super) fn into_tree(self) -> Tree {
        self.0
    }
}

fn codes(terms: impl Iterator<Item = Term>) -> Tree {
    Tree::List(terms.map(|term| Tree::Text(term.code.into())).collect())
}

impl PatchValue {
    /// An object with these entries.
    pub fn object<'k>(entries: impl IntoIterator<Item = (&'k str, Self)>) -> Self {
        Self(Tree::Map(entries.into_iter().map(|(key, Self(value))| (key.to_owned(), value)).collect()))
    }
}

impl From<bool> for PatchValue {
    fn from(value: bool) -> Self {
        Self(Tree::Bool(value))
    }
}

impl From<u32> for PatchValue {
    fn from(value: u32) -> Self {
        Self(value.into())
    }
}

impl From<&str> for PatchValue {
    fn from(text: &str) -> Self {
        Self(Tree::Text(text.to_owned().into()))
    }
}

/// A code of a closed list.
impl<T: Into<Term>> From<T> for PatchValue {
    fn from(term: T) -> Self {
        Self(Tree::Text(term.into().code.into()))
    }
}

impl<T: Into<PatchValue>> FromIterator<T> for PatchValue {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(Tree::List(items.into_iter().map(|item| item.into().0).collect()))
    }
}
