//! Cells that a patch gives.

use serde::Deserialize;

use super::scope::EVERYONE;
use super::{
    Cell, Citation, Claim, Dimension, Many, Note, One, Principals, Publisher, Reading, Scope, Standing, Value,
};
use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::model::principal::{Filer, PrincipalKind};
use crate::model::service::ServiceKind;
use crate::rule::Source;
use crate::rulebook::{RulebookError, Tree};

/// The keys of a cell.
const KEYS: &[&str] =
    &["principals", "orders", "service", "value", "standing", "source", "note", "readings", "others"];

/// The keys of a claim among the others.
const CLAIM_KEYS: &[&str] = &["value", "source", "note", "readings"];

/// The keys of a reading.
const READING_KEYS: &[&str] =
    &["publisher", "source", "no_earlier_than", "no_later_than", "is_general", "note"];

/// A cell as far as it is the same of every dimension: all but its values, which stay in the tree.
struct Raw<'de> {
    scope: Scope,
    given: Option<Standing>,
    first: RawClaim<'de>,
    others: Vec<RawClaim<'de>>,
}

/// A claim whose value stays in the tree, with its path.
struct RawClaim<'de> {
    value: (&'de Tree, String),
    readings: Vec<Reading>,
}

/// Reads the cells of a dimension; `null` and an empty list say that nothing is known.
pub(super) fn cells<'de, T: Value + Deserialize<'de>>(
    dimension: Dimension,
    tree: &'de Tree,
    path: &str,
) -> Result<Vec<Cell<T>>, RulebookError> {
    // Loops, not iterators: they are compiled for each type.
    let mut cells = Vec::new();
    for Raw { scope, given, first, others: raw } in raw_cells(dimension, tree, path)? {
        let mut others = Vec::new();
        for other in raw {
            others.push(claim(other)?);
        }
        cells.push(Cell { scope, first: claim(first)?, others: Many::Given(others), given });
    }
    Ok(cells)
}

fn claim<'de, T: Value + Deserialize<'de>>(raw: RawClaim<'de>) -> Result<Claim<T>, RulebookError> {
    let (tree, path) = raw.value;
    let value: T = read(tree, &path)?;
    match value.impossible() {
        Some(accepted) => Err(RulebookError::impossible(accepted).at(&path)),
        None => Ok(Claim { value, readings: Many::Given(raw.readings) }),
    }
}

fn raw_cells<'de>(dimension: Dimension, tree: &'de Tree, path: &str) -> Result<Vec<Raw<'de>>, RulebookError> {
    let mut cells: Vec<Raw<'de>> = Vec::new();
    for (index, tree) in tree.items(path)?.iter().enumerate() {
        let path = format!("{path}/{index}");
        let cell = raw_cell(tree, &path)?;
        if !dimension.is_list() && cells.iter().any(|known| known.scope.overlaps(cell.scope)) {
            return Err(RulebookError::overlap().at(&path));
        }
        cells.push(cell);
    }
    Ok(cells)
}

fn raw_cell<'de>(tree: &'de Tree, path: &str) -> Result<Raw<'de>, RulebookError> {
    let (mut standing, mut others) = (None, Vec::new());
    let Scope { mut principals, mut orders, mut service } = EVERYONE;
    let mut parts = ClaimParts::default();
    for (key, tree) in tree.entries(path)? {
        let path = format!("{path}/{key}");
        match key.as_str() {
            "principals" => principals = principals_of(tree, &path)?,
            "orders" => {
                let kinds: Vec<OrderKind> = read(tree, &path)?;
                if kinds.is_empty() {
                    return Err(RulebookError::impossible("a list with something in it").at(&path));
                }
                orders = OrderKindSet::of(&kinds);
            }
            "service" => service = read::<Option<ServiceKind>>(tree, &path)?,
            "standing" => {
                let given = read(tree, &path)?;
                if matches!(given, Standing::Unknown | Standing::NotMentioned) {
                    return Err(RulebookError::impossible("`settled`, `reported` or `contested`").at(&path));
                }
                standing = Some(given);
            }
            "others" => {
                for (index, tree) in tree.items(&path)?.iter().enumerate() {
                    others.push(other_claim(tree, &format!("{path}/{index}"))?);
                }
            }
            _ => parts.take(key, tree, path, KEYS)?,
        }
    }
    // One source is what the patch itself stands for; readings are weighed as those of the table are.
    let given = if parts.readings.is_none() && others.is_empty() {
        Some(standing.unwrap_or(Standing::Settled))
    } else {
        standing
    };
    let scope = Scope { principals, orders, service };
    Ok(Raw { scope, given, first: parts.claim(path)?, others })
}

fn other_claim<'de>(tree: &'de Tree, path: &str) -> Result<RawClaim<'de>, RulebookError> {
    let mut parts = ClaimParts::default();
    for (key, tree) in tree.entries(path)? {
        parts.take(key, tree, format!("{path}/{key}"), CLAIM_KEYS)?;
    }
    parts.claim(path)
}

/// What is read of a claim so far.
#[derive(Default)]
struct ClaimParts<'de> {
    value: Option<(&'de Tree, String)>,
    source: Option<Source>,
    note: Option<Note>,
    readings: Option<Vec<Reading>>,
}

impl<'de> ClaimParts<'de> {
    fn take(
        &mut self,
        key: &str,
        tree: &'de Tree,
        path: String,
        keys: &'static [&'static str],
    ) -> Result<(), RulebookError> {
        match key {
            "value" => self.value = Some((tree, path)),
            "source" => self.source = Some(read(tree, &path)?),
            "note" => self.note = Some(read(tree, &path)?),
            "readings" => {
                let trees = tree.items(&path)?;
                if trees.is_empty() {
                    return Err(RulebookError::impossible("a list with something in it").at(&path));
                }
                let readings = trees.iter().enumerate();
                let readings = readings.map(|(index, tree)| reading(tree, &format!("{path}/{index}")));
                self.readings = Some(readings.collect::<Result<_, _>>()?);
            }
            _ => return Err(RulebookError::unknown_field(keys).at(&path)),
        }
        Ok(())
    }

    fn claim(self, path: &str) -> Result<RawClaim<'de>, RulebookError> {
        let readings = match (self.source, self.readings) {
            (Some(_), Some(_)) => {
                return Err(RulebookError::impossible("`source` or `readings`, not both").at(path))
            }
            (Some(source), None) => vec![of_source(source, self.note)],
            (None, Some(readings)) => readings,
            (None, None) => return Err(RulebookError::missing("source").at(path)),
        };
        let value = self.value.ok_or_else(|| RulebookError::missing("value").at(path))?;
        Ok(RawClaim { value, readings })
    }
}

/// The reading of a patch that names its source alone.
fn of_source(source: Source, note: Option<Note>) -> Reading {
    let (no_earlier_than, no_later_than) = (source.date, source.date);
    let publisher = Publisher::Other;
    let citation = Citation { publisher, source, no_earlier_than, no_later_than, is_general: false };
    Reading { citation: One::Given(Box::new(citation)), note: note.map(|note| One::Given(Box::new(note))) }
}

fn reading(tree: &Tree, path: &str) -> Result<Reading, RulebookError> {
    let (mut publisher, mut source, mut note, mut is_general) = (Publisher::Other, None, None, false);
    let (mut no_earlier_than, mut no_later_than) = (None, None);
    for (key, tree) in tree.entries(path)? {
        let path = format!("{path}/{key}");
        match key.as_str() {
            "publisher" => publisher = read(tree, &path)?,
            "source" => source = Some(read::<Source>(tree, &path)?),
            "no_earlier_than" => no_earlier_than = read(tree, &path)?,
            "no_later_than" => no_later_than = read(tree, &path)?,
            "is_general" => is_general = read(tree, &path)?,
            "note" => note = Some(read(tree, &path)?),
            _ => return Err(RulebookError::unknown_field(READING_KEYS).at(&path)),
        }
    }
    let source = source.ok_or_else(|| RulebookError::missing("source").at(path))?;
    let no_earlier_than = no_earlier_than.or(source.date);
    let no_later_than = no_later_than.or(source.date);
    let citation = Citation { publisher, source, no_earlier_than, no_later_than, is_general };
    Ok(Reading {
        citation: One::Given(Box::new(citation)),
        note: note.map(|note| One::Given(Box::new(note))),
    })
}

/// `organization`, `individual`, or kinds of principals.
fn principals_of(tree: &Tree, path: &str) -> Result<Principals, RulebookError> {
    if let Tree::Text(_) = tree {
        return Ok(match read::<Filer>(tree, path)? {
            Filer::Organization => Principals::ORGANIZATIONS,
            Filer::Individual => Principals::INDIVIDUALS,
        });
    }
    let kinds: Vec<PrincipalKind> = read(tree, path)?;
    if kinds.is_empty() {
        return Err(RulebookError::impossible("a list with something in it").at(path));
    }
    Ok(Principals::of(&kinds))
}

fn read<'de, T: Deserialize<'de>>(tree: &'de Tree, path: &str) -> Result<T, RulebookError> {
    T::deserialize(tree).map_err(|error| error.at(path))
}
