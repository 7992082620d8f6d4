//! Cells of any dimension, to be printed, compared and counted.

use chrono::NaiveDate;
use serde::Serialize;

use super::cell::AnyCell;
use super::{Citation, Dimension, Note, ProvinceRules, Publisher, Reading, Scope, Standing, Value};
use crate::rule::Source;
use crate::text::{Both, Language};

/// A known cell of a province, of whichever dimension.
///
/// Serialises as one flat object, which a matrix or a comparison of provinces can be built from.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KnownCell<'a> {
    /// What it is about.
    pub dimension: Dimension,
    pub(super) cell: &'a dyn AnyCell,
}

/// A value that is read of a cell, and who says so.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KnownClaim<'a> {
    value: &'a dyn Value,
    /// Who says so, the newest first.
    pub readings: &'a [Reading],
}

impl KnownClaim<'_> {
    /// What is asked, as a person reads it.
    pub fn value(&self, language: Language) -> String {
        self.value.show(language)
    }
}

impl<'a> KnownCell<'a> {
    /// Whom and what it is about.
    pub fn scope(&self) -> Scope {
        self.cell.scope()
    }

    /// How well it stands.
    pub fn standing(&self) -> Standing {
        self.cell.standing()
    }

    /// The values that are read: the one that holds, then the others.
    pub fn claims(&self) -> impl Iterator<Item = KnownClaim<'a>> {
        self.cell
            .claims()
            .into_iter()
            .map(|claim| KnownClaim { value: claim.value, readings: claim.readings })
    }

    /// Who says so: of the value that holds, the newest document.
    pub fn citation(&self) -> Option<&'a Citation> {
        self.claims().next()?.readings.first().map(Reading::citation)
    }

    /// The last day that the document can be of, where that is known.
    pub fn no_later_than(&self) -> Option<NaiveDate> {
        self.citation()?.no_later_than
    }

    /// What is asked, as a person reads it.
    pub fn value(&self, language: Language) -> String {
        self.claims().next().map(|claim| claim.value(language)).unwrap_or_default()
    }

    /// What a source adds to the value that holds.
    pub fn note(&self) -> Option<&'a Note> {
        self.claims().next()?.readings.iter().find_map(|reading| reading.note())
    }

    /// Whether both ask the same of the same, and stand alike; who says so may differ.
    pub fn agrees_with(&self, other: &KnownCell<'_>) -> bool {
        self.dimension == other.dimension
            && self.scope() == other.scope()
            && self.standing() == other.standing()
            && self.cell.asks_same(other.cell)
    }
}

/// A reading, as the wire and a patch have it.
#[derive(Serialize)]
pub(super) struct WrittenReading<'a> {
    publisher: Publisher,
    source: &'a Source,
    no_earlier_than: Option<NaiveDate>,
    no_later_than: Option<NaiveDate>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_general: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Note>,
}

impl<'a> WrittenReading<'a> {
    fn of(reading: &'a Reading) -> Self {
        let Citation { publisher, source, no_earlier_than, no_later_than, is_general } = reading.citation();
        Self {
            publisher: *publisher,
            source,
            no_earlier_than: *no_earlier_than,
            no_later_than: *no_later_than,
            is_general: *is_general,
            note: reading.note(),
        }
    }
}

/// Readings, as the wire has them.
pub(super) fn written(readings: &[Reading]) -> Vec<WrittenReading<'_>> {
    readings.iter().map(WrittenReading::of).collect()
}

impl Serialize for KnownCell<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            dimension: Dimension,
            scope: Both<String>,
            standing: Standing,
            value: Both<String>,
            readings: Vec<WrittenReading<'a>>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            others: Vec<Other<'a>>,
        }
        #[derive(Serialize)]
        struct Other<'a> {
            value: Both<String>,
            readings: Vec<WrittenReading<'a>>,
        }
        let mut claims = self.claims().map(|claim| Other {
            value: Both::of(|language| claim.value(language)),
            readings: written(claim.readings),
        });
        let Some(Other { value, readings }) = claims.next() else {
            return serializer.serialize_none();
        };
        Written {
            dimension: self.dimension,
            scope: Both::of(|language| self.scope().show(language)),
            standing: self.standing(),
            value,
            readings,
            others: claims.collect(),
        }
        .serialize(serializer)
    }
}

impl<'a> ProvinceRules<'a> {
    /// The dimensions that some cell speaks of.
    pub fn known(&self) -> Vec<Dimension> {
        let is_known =
            |dimension: &Dimension| self.known_of(*dimension).is_some_and(|cells| cells.get(0).is_some());
        Dimension::ALL.iter().copied().filter(is_known).collect()
    }

    /// How a dimension stands here: settled where every cell of it is, contested where one is, else reported; without a
    /// cell not mentioned, or unknown.
    pub fn standing(&self, dimension: Dimension) -> Standing {
        match self.entries_of(dimension).map(|entry| entry.standing()).max() {
            Some(last) => last,
            None if self.is_unmentioned(dimension) => Standing::NotMentioned,
            None => Standing::Unknown,
        }
    }

    /// The known cells, dimension by dimension.
    pub fn entries(self) -> impl Iterator<Item = KnownCell<'a>> {
        Dimension::ALL.iter().flat_map(move |dimension| self.entries_of(*dimension))
    }

    /// Whether at least two publishers' pages on the province were read, and silence on a dimension says that nothing of
    /// the kind is asked: not of what every province answers one way or the other, nor of what a patch makes unknown.
    pub fn is_unmentioned(&self, dimension: Dimension) -> bool {
        let mut publishers = self.pages().iter().map(|page| page.publisher);
        let first = publishers.next();
        publishers.any(|other| Some(other) != first)
            && !ANSWERED_EVERYWHERE.contains(&dimension)
            && !self.is_made_unknown(dimension)
    }
}

/// What every province answers one way or the other: pages that do not speak of it leave it open.
const ANSWERED_EVERYWHERE: &[Dimension] = &[
    Dimension::PrincipalResponsiblePerson,
    Dimension::Individuals,
    Dimension::IndividualAge,
    Dimension::OutOfProvince,
];
