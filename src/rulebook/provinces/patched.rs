//! Cells that a patch gives.

use serde::Deserialize;

use super::{Cell, Citation, Dimension, Principals, Scope, Standing, Value};
use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::model::principal::{Filer, PrincipalKind};
use crate::model::service::ServiceKind;
use crate::rule::Source;
use crate::rulebook::{RulebookError, Tree};

/// The keys of a cell.
const KEYS: &[&str] = &["principals", "orders", "service", "value", "standing", "source"];

/// Reads the cells of a dimension; `null` and an empty list say that nothing is known.
pub(super) fn cells<'de, T: Value + Deserialize<'de>>(
    dimension: Dimension,
    tree: &'de Tree,
    path: &str,
) -> Result<Vec<Cell<T>>, RulebookError> {
    let mut cells: Vec<Cell<T>> = Vec::new();
    for (index, tree) in tree.items(path)?.iter().enumerate() {
        let path = format!("{path}/{index}");
        let cell = cell(tree, &path)?;
        if !dimension.is_list() && cells.iter().any(|known| known.scope.overlaps(cell.scope)) {
            return Err(RulebookError::overlap().at(&path));
        }
        cells.push(cell);
    }
    Ok(cells)
}

fn cell<'de, T: Value + Deserialize<'de>>(tree: &'de Tree, path: &str) -> Result<Cell<T>, RulebookError> {
    let (mut value, mut standing, mut source) = (None, Standing::Settled, None);
    let Scope { mut principals, mut orders, mut service } = Scope::everyone();
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
            "value" => {
                let given: T = read(tree, &path)?;
                if let Some(accepted) = given.impossible() {
                    return Err(RulebookError::impossible(accepted).at(&path));
                }
                value = Some(given);
            }
            "standing" => {
                standing = read(tree, &path)?;
                if standing == Standing::Unknown {
                    return Err(RulebookError::impossible("`settled` or `contested`").at(&path));
                }
            }
            "source" => source = Some(read::<Source>(tree, &path)?),
            _ => return Err(RulebookError::unknown_field(KEYS).at(&path)),
        }
    }
    let source = source.ok_or_else(|| RulebookError::missing("source").at(path))?;
    let no_later_than = source.date;
    Ok(Cell {
        scope: Scope { principals, orders, service },
        value: value.ok_or_else(|| RulebookError::missing("value").at(path))?,
        standing,
        citation: Citation { source, no_later_than },
        note: None,
        others: &[],
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
