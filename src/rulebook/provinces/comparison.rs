//! Two provinces side by side.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Dimension, KnownCell, ProvinceRules};
use crate::rulebook::Rulebook;
use crate::value::Province;

/// Where two provinces differ: what they ask otherwise, and what is known of one only.
///
/// Cells are the same where scope, value and standing are, whoever says so. What differs is paired where both speak
/// of the same orders. What is left stands alone: of the other province nothing such is known, which does not mean
/// that it does not ask for it.
///
/// ```
/// use beian::provinces::{DifferenceKind, Dimension};
/// use beian::value::Province;
/// use beian::{Language, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let comparison = rulebook.compare_provinces(Province::Guangdong, Province::Jiangsu);
/// let age = comparison.differences.iter().find(|d| d.dimension == Dimension::IndividualAge).unwrap();
/// assert_eq!(age.kind(), DifferenceKind::Differs);
/// let [left, right] = [age.left, age.right].map(|cell| cell.unwrap().value(Language::En));
/// println!("{}: {left} / {right}", age.dimension.text().en);
/// assert!(rulebook.compare_provinces(Province::Jiangsu, Province::Jiangsu).differences.is_empty());
/// ```
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct ProvinceComparison<'a> {
    /// The one province.
    pub left: Province,
    /// The other.
    pub right: Province,
    /// What differs, dimension by dimension.
    pub differences: Vec<CellDifference<'a>>,
    /// How many cells both have alike.
    pub agreeing: usize,
}

/// A cell that the other province does not have alike. At least one side is there.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CellDifference<'a> {
    /// What it is about.
    pub dimension: Dimension,
    /// What the one province asks; `None` where nothing such is known of it.
    pub left: Option<KnownCell<'a>>,
    /// What the other asks; `None` where nothing such is known of it.
    pub right: Option<KnownCell<'a>>,
}

wire_names! {
    /// How two provinces differ in a cell.
    pub enum DifferenceKind {
        /// Both are known, and ask otherwise, of others, or stand otherwise.
        Differs = "differs" { zh: "不同", en: "differs" },
        /// Known of the first only.
        LeftOnly = "left_only" { zh: "仅前者已知", en: "known of the first only" },
        /// Known of the second only.
        RightOnly = "right_only" { zh: "仅后者已知", en: "known of the second only" },
    }
}

impl CellDifference<'_> {
    /// How they differ.
    pub const fn kind(&self) -> DifferenceKind {
        match (&self.left, &self.right) {
            (Some(_), None) => DifferenceKind::LeftOnly,
            (None, Some(_)) => DifferenceKind::RightOnly,
            _ => DifferenceKind::Differs,
        }
    }
}

impl Serialize for CellDifference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut difference = serializer.serialize_struct("CellDifference", 4)?;
        difference.serialize_field("dimension", &self.dimension)?;
        difference.serialize_field("kind", &self.kind())?;
        difference.serialize_field("left", &self.left)?;
        difference.serialize_field("right", &self.right)?;
        difference.end()
    }
}

impl<'a> ProvinceComparison<'a> {
    fn of(rulebook: &'a Rulebook, left: Province, right: Province) -> Self {
        let mut comparison = Self { left, right, differences: Vec::new(), agreeing: 0 };
        let (ours, theirs) = (rulebook.province(left), rulebook.province(right));
        for dimension in Dimension::ALL {
            comparison.compare(*dimension, &ours, &theirs);
        }
        comparison
    }

    fn compare(&mut self, dimension: Dimension, left: &ProvinceRules<'a>, right: &ProvinceRules<'a>) {
        let mut theirs: Vec<KnownCell<'a>> = right.entries_of(dimension).collect();
        let mut ours: Vec<KnownCell<'a>> = Vec::new();
        for entry in left.entries_of(dimension) {
            if let Some(at) = theirs.iter().position(|other| entry.agrees_with(other)) {
                theirs.remove(at);
                self.agreeing += 1;
            } else {
                ours.push(entry);
            }
        }
        let partners: Vec<Option<KnownCell<'a>>> = ours
            .iter()
            .map(|entry| {
                let at = partner(entry, &ours, &theirs)?;
                Some(theirs.remove(at))
            })
            .collect();
        let paired = ours.iter().zip(partners).map(|(left, right)| (Some(*left), right));
        let alone = theirs.iter().map(|right| (None, Some(*right)));
        let differences = paired.chain(alone);
        self.differences.extend(differences.map(|(left, right)| CellDifference { dimension, left, right }));
    }
}

/// Which cell of the other province speaks of the same: of the same scope, else of one that overlaps. Of a
/// dimension that lists things, only where each has one thing left for the scope: two documents are no pair.
fn partner(entry: &KnownCell<'_>, ours: &[KnownCell<'_>], theirs: &[KnownCell<'_>]) -> Option<usize> {
    let scope = entry.scope();
    let same = |other: &KnownCell<'_>| other.scope() == scope;
    if entry.dimension.is_list() {
        let is_alone = |cells: &[KnownCell<'_>]| cells.iter().filter(|cell| same(cell)).count() == 1;
        return (is_alone(ours) && is_alone(theirs)).then(|| theirs.iter().position(same)).flatten();
    }
    theirs.iter().position(same).or_else(|| theirs.iter().position(|other| other.scope().overlaps(scope)))
}

impl Rulebook {
    /// Where two provinces differ.
    pub fn compare_provinces(&self, left: Province, right: Province) -> ProvinceComparison<'_> {
        ProvinceComparison::of(self, left, right)
    }
}
