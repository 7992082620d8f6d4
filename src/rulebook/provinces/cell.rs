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
        weighed(self.given, &|place| Some(self.claim_at(place)?.readings()))
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
        &$crate::rulebook::provinces::BuiltIn { cells: &[$($crate::rulebook::provinces::Cell {
            scope: $scope,
            first: cells!(@claim $value => $($publisher::$document $(($zh / $en))?),+),
            others: $crate::rulebook::provinces::Many::BuiltIn(&[
                $(cells!(@claim $other => $($other_publisher::$other_document $(($other_zh / $other_en))?),+)),*
            ]),
            given: None,
        }),*] }
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

/// The cells of any dimension. A block of a province holds its cells so: what holds or passes on a block is compiled
/// without the types of all dimensions.
pub(crate) trait AnyCells: fmt::Debug + Any + Send + Sync {
    fn as_any(&self) -> &dyn Any;
    /// The cells, by their place.
    fn get(&self, place: usize) -> Option<&dyn AnyCell>;
}

/// Cells of the table.
#[derive(Debug)]
pub(crate) struct BuiltIn<T: 'static> {
    pub(super) cells: &'static [Cell<T>],
}

impl<T: Value + PartialEq> AnyCells for BuiltIn<T> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn get(&self, place: usize) -> Option<&dyn AnyCell> {
        let cell: &dyn AnyCell = self.cells.get(place)?;
        Some(cell)
    }
}

impl<T: Value + PartialEq> AnyCells for Vec<Cell<T>> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn get(&self, place: usize) -> Option<&dyn AnyCell> {
        let cell: &dyn AnyCell = <[Cell<T>]>::get(self, place)?;
        Some(cell)
    }
}

/// The cells of a dimension whose values are of this type; none where they are of another.
pub(crate) fn typed<T>(cells: &dyn AnyCells) -> &[Cell<T>] {
    let any = cells.as_any();
    match any.downcast_ref::<BuiltIn<T>>() {
        Some(built_in) => built_in.cells,
        None => any.downcast_ref::<Vec<Cell<T>>>().map_or(&[], Vec::as_slice),
    }
}

/// Weighs the claims of a cell, whose readings are asked by their place.
fn weighed<'r>(given: Option<Standing>, readings: &dyn Fn(usize) -> Option<&'r [Reading]>) -> Weighed {
    if let Some(standing) = given {
        return Weighed::given(standing);
    }
    let all = (0..).map_while(readings);
    match (readings(0), readings(1)) {
        (Some(first), None) => Weighed::of(&[first]),
        _ => Weighed::of(&all.collect::<Vec<_>>()),
    }
}

/// A claim of a cell of any dimension.
#[derive(Clone, Copy)]
pub(crate) struct AnyClaim<'a> {
    /// The value, as its own type and as it is shown.
    pub(crate) any: &'a dyn Any,
    pub(crate) value: &'a dyn Value,
    pub(crate) readings: &'a [Reading],
}

/// A cell of any dimension, to be printed or compared.
pub(crate) trait AnyCell: fmt::Debug + Any + Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn scope(&self) -> Scope;
    fn given(&self) -> Option<Standing>;
    /// A claim by its place.
    fn said_at(&self, place: usize) -> Option<AnyClaim<'_>>;
    /// Whether the value of a claim is another cell's.
    fn is_value(&self, place: usize, other: &dyn Any) -> bool;
}

impl<T: Value + PartialEq> AnyCell for Cell<T> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn scope(&self) -> Scope {
        self.scope
    }

    fn given(&self) -> Option<Standing> {
        self.given
    }

    fn said_at(&self, place: usize) -> Option<AnyClaim<'_>> {
        let Claim { value, readings } = self.claim_at(place)?;
        Some(AnyClaim { any: value, value, readings })
    }

    fn is_value(&self, place: usize, other: &dyn Any) -> bool {
        match (self.claim_at(place), other.downcast_ref::<T>()) {
            (Some(claim), Some(other)) => claim.value == *other,
            _ => false,
        }
    }
}

// What is asked of cells of all dimensions, compiled once.
impl dyn AnyCell {
    pub(crate) fn weighed(&self) -> Weighed {
        weighed(self.given(), &|place| Some(self.said_at(place)?.readings))
    }

    pub(crate) fn standing(&self) -> Standing {
        self.weighed().standing
    }

    /// Whether both ask the same, whoever says so.
    pub(crate) fn asks_same(&self, other: &dyn AnyCell) -> bool {
        let held = other.said_at(other.weighed().holds).or_else(|| other.said_at(0));
        held.is_some_and(|held| self.is_value(self.weighed().holds, held.any))
    }

    /// The claims as they are listed.
    pub(crate) fn listed(&self) -> impl Iterator<Item = AnyClaim<'_>> {
        (0..).map_while(|place| self.said_at(place))
    }

    /// The claim that holds, then the others.
    pub(crate) fn claims(&self) -> Vec<AnyClaim<'_>> {
        let mut claims: Vec<AnyClaim<'_>> = self.listed().collect();
        let holds = self.weighed().holds;
        if let Some(first) = claims.get_mut(..=holds) {
            first.rotate_right(1);
        }
        claims
    }
}
