//! Cells: what a province asks of whom, with every reading of it.

use std::any::Any;
use std::fmt;
use std::ops::Deref;

use super::evidence::Weighed;
use super::{Citation, Reading, Scope, Standing, Value};

/// A list that the table has, or a patch gives.
#[derive(Debug, Clone)]
pub(crate) enum Many<T: 'static> {
    BuiltIn(&'static [T]),
    Given(Vec<T>),
}

impl<T> Deref for Many<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::BuiltIn(items) => items,
            Self::Given(items) => items,
        }
    }
}

impl<T: PartialEq> PartialEq for Many<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

/// A value that the table has, or a patch gives.
#[derive(Debug, Clone)]
pub(crate) enum One<T: 'static> {
    BuiltIn(&'static T),
    Given(Box<T>),
}

impl<T> Deref for One<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::BuiltIn(value) => value,
            Self::Given(value) => value,
        }
    }
}

impl<T: PartialEq> PartialEq for One<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for One<T> {}

/// A value, and who reads it so.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim<T: 'static> {
    pub(super) value: T,
    pub(super) readings: Many<Reading>,
}

impl<T> Claim<T> {
    /// What is asked.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// Who says so: at least one reading.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }
}

/// What a province asks, of whom, who says so, and, from that, how well it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell<T: 'static> {
    pub(super) scope: Scope,
    pub(super) first: Claim<T>,
    pub(super) others: Many<Claim<T>>,
    /// The standing that a patch gives to a cell of its own.
    pub(super) given: Option<Standing>,
}

impl<T> Cell<T> {
    /// Whom and what it is about.
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// The values that are read, each with who says so.
    pub fn claims(&self) -> impl Iterator<Item = &Claim<T>> + Clone {
        std::iter::once(&self.first).chain(self.others.iter())
    }

    fn weighed(&self) -> Weighed {
        match self.given {
            Some(standing) => Weighed::given(standing),
            None if self.others.is_empty() => Weighed::of(&[&self.first.readings]),
            None => Weighed::of(&self.claims().map(Claim::readings).collect::<Vec<_>>()),
        }
    }

    /// How well it stands.
    pub fn standing(&self) -> Standing {
        self.weighed().standing
    }

    /// The claim that holds; of a contested cell the one that is listed first.
    pub fn claim(&self) -> &Claim<T> {
        self.claim_at(self.weighed().holds).unwrap_or(&self.first)
    }

    /// The claim at a place in the list of [`claims`](Self::claims).
    pub(crate) fn claim_at(&self, place: usize) -> Option<&Claim<T>> {
        match place.checked_sub(1) {
            Some(place) => self.others.get(place),
            None => Some(&self.first),
        }
    }

    /// What is asked, by the claim that holds.
    pub fn value(&self) -> &T {
        self.claim().value()
    }

    /// The document that says so, the newest first.
    pub fn citation(&self) -> Option<&Citation> {
        self.claim().readings.first().map(Reading::citation)
    }
}

/// Declares cells, each with its scope and the values that are read, and who says so:
/// `[INDIVIDUALS] { Years(18) => huawei::HUBEI, jd::HUBEI ("说明" / "note"); Years(16) => tencent::HUBEI }`.
macro_rules! cells {
    ($(
        [$scope:expr] { $value:expr => $($publisher:ident :: $document:ident $(($zh:literal / $en:literal))?),+
            $(; $other:expr => $($other_publisher:ident :: $other_document:ident $(($other_zh:literal / $other_en:literal))?),+)*
            $(;)? }
    )*) => {
        &[$($crate::rulebook::provinces::Cell {
            scope: $scope,
            first: cells!(@claim $value => $($publisher::$document $(($zh / $en))?),+),
            others: $crate::rulebook::provinces::Many::BuiltIn(&[
                $(cells!(@claim $other => $($other_publisher::$other_document $(($other_zh / $other_en))?),+)),*
            ]),
            given: None,
        }),*]
    };
    (@claim $value:expr => $($publisher:ident :: $document:ident $(($zh:literal / $en:literal))?),+) => {
        $crate::rulebook::provinces::Claim {
            value: $value,
            readings: $crate::rulebook::provinces::Many::BuiltIn(&[$($crate::rulebook::provinces::Reading {
                citation: $crate::rulebook::provinces::One::BuiltIn(
                    &$crate::rulebook::provinces::sources::$publisher::$document,
                ),
                note: cells!(@note $($zh / $en)?),
            }),+]),
        }
    };
    (@note) => { None };
    (@note $zh:literal / $en:literal) => {
        Some($crate::rulebook::provinces::One::BuiltIn(&$crate::rulebook::provinces::Note {
            zh: ::std::borrow::Cow::Borrowed($zh),
            en: ::std::borrow::Cow::Borrowed($en),
        }))
    };
}
pub(super) use cells;

/// A cell of any dimension, to be printed or compared.
pub(crate) trait AnyCell: fmt::Debug + Any + Send + Sync {
    fn as_any(&self) -> &dyn Any;
    /// Whether both ask the same, whoever says so.
    fn asks_same(&self, other: &dyn AnyCell) -> bool;
    fn scope(&self) -> Scope;
    fn standing(&self) -> Standing;
    fn weighed(&self) -> Weighed;
    /// The value of a claim by its place, as it is and as it is shown.
    fn value_at(&self, claim: usize) -> Option<(&dyn Any, &dyn Value)>;
    fn given(&self) -> Option<Standing>;
    /// The claim that holds, then the others.
    fn claims(&self) -> Vec<(&dyn Value, &[Reading])>;
    /// The values of the claims, as they are listed.
    fn values(&self) -> Vec<(&dyn Any, &[Reading])>;
}

impl<T: Value + PartialEq + Send + Sync> AnyCell for Cell<T> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn asks_same(&self, other: &dyn AnyCell) -> bool {
        other.as_any().downcast_ref::<Self>().is_some_and(|other| other.value() == self.value())
    }

    fn scope(&self) -> Scope {
        self.scope
    }

    fn standing(&self) -> Standing {
        Self::standing(self)
    }

    fn weighed(&self) -> Weighed {
        Self::weighed(self)
    }

    fn value_at(&self, claim: usize) -> Option<(&dyn Any, &dyn Value)> {
        let value = self.claim_at(claim)?.value();
        Some((value, value))
    }

    fn given(&self) -> Option<Standing> {
        self.given
    }

    fn claims(&self) -> Vec<(&dyn Value, &[Reading])> {
        let holding = self.claim();
        let others = Self::claims(self).filter(|claim| !std::ptr::eq(*claim, holding));
        let ordered = std::iter::once(holding).chain(others);
        let mut claims: Vec<(&dyn Value, &[Reading])> = Vec::new();
        claims.extend(ordered.map(|claim| -> (&dyn Value, &[Reading]) { (&claim.value, &claim.readings) }));
        claims
    }

    fn values(&self) -> Vec<(&dyn Any, &[Reading])> {
        Self::claims(self)
            .map(|claim| -> (&dyn Any, &[Reading]) { (&claim.value, &claim.readings) })
            .collect()
    }
}
