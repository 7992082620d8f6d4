//! What every province says of one thing.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Dimension, KnownCell, ProvinceRules, Standing};
use crate::rule::Rule;
use crate::rulebook::Rulebook;
use crate::text::Text;
use crate::value::Province;

/// All provinces, a row each, and some dimensions, a column each.
///
/// Serialises with the texts of both languages, standing, source and date of each cell; what is unknown is there,
/// with standing `unknown` and without entries.
///
/// ```
/// use beian::provinces::{Dimension, Standing};
/// use beian::value::Province;
/// use beian::{Language, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let matrix = rulebook.province_matrix("province.responsible-person-not-legal-representative".parse()?);
/// assert_eq!(matrix.dimensions, [Dimension::PrincipalResponsiblePerson]);
/// assert_eq!(matrix.rows.len(), 31);
/// for row in &matrix.rows {
///     for cell in &row.cells {
///         let said: Vec<String> = cell.entries.iter().map(|entry| entry.value(Language::En)).collect();
///         println!("{}: {} ({})", row.province.name().en, said.join("; "), cell.standing.text().en);
///     }
/// }
/// let jiangsu = matrix.cell(Province::Jiangsu, Dimension::PrincipalResponsiblePerson).unwrap();
/// assert_eq!(jiangsu.standing, Standing::Settled);
/// # Ok::<(), beian::UnknownRule>(())
/// ```
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Matrix<'a> {
    /// The columns.
    pub dimensions: Vec<Dimension>,
    /// A row a province, in the order of [`Province::ALL`].
    pub rows: Vec<MatrixRow<'a>>,
}

/// A province in a [`Matrix`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MatrixRow<'a> {
    /// Which.
    pub province: Province,
    /// A cell a dimension, in the order of [`Matrix::dimensions`].
    pub cells: Vec<MatrixCell<'a>>,
}

/// What a province says in a dimension.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct MatrixCell<'a> {
    /// What it is about.
    pub dimension: Dimension,
    /// How well it stands: unknown without an entry, settled where every entry is.
    pub standing: Standing,
    /// What is known, each with its scope, source and date; empty where nothing is.
    pub entries: Vec<KnownCell<'a>>,
}

impl Serialize for MatrixRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { province, cells } = self;
        let name: Text = province.name();
        let mut row = serializer.serialize_struct("MatrixRow", 3)?;
        row.serialize_field("province", province)?;
        row.serialize_field("name", &name)?;
        row.serialize_field("cells", cells)?;
        row.end()
    }
}

impl<'a> MatrixCell<'a> {
    fn of(rules: &ProvinceRules<'a>, dimension: Dimension) -> Self {
        Self {
            dimension,
            standing: rules.standing(dimension),
            entries: rules.entries_of(dimension).collect(),
        }
    }
}

impl<'a> Matrix<'a> {
    /// The matrix of these dimensions. With [`Dimension::ALL`] it is the whole table.
    pub fn of(rulebook: &'a Rulebook, dimensions: impl IntoIterator<Item = Dimension>) -> Self {
        let dimensions: Vec<Dimension> = dimensions.into_iter().collect();
        let row = |province: &Province| {
            let rules = rulebook.province(*province);
            let cells = dimensions.iter().map(|dimension| MatrixCell::of(&rules, *dimension)).collect();
            MatrixRow { province: *province, cells }
        };
        let rows = Province::ALL.iter().map(row).collect();
        Self { dimensions, rows }
    }

    /// The cell of a province; `None` where the dimension is not in this matrix.
    pub fn cell(&self, province: Province, dimension: Dimension) -> Option<&MatrixCell<'a>> {
        let row = self.rows.get(province.index())?;
        row.cells.iter().find(|cell| cell.dimension == dimension)
    }

    /// How many cells stand like this.
    pub fn count(&self, standing: Standing) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.standing == standing).count()
    }
}

impl Rulebook {
    /// What every province says of a rule: a column for each dimension that the rule holds an order against, none
    /// where no province is asked (see [`Dimension::of_rule`]).
    pub fn province_matrix(&self, rule: Rule) -> Matrix<'_> {
        Matrix::of(self, Dimension::of_rule(rule))
    }
}
