//! Patches: what an embedding service knows better, loaded at run time.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::limits::Limit;
use super::name_pattern::NamePattern;
use super::patch_cell::PatchCell;
use super::provinces::Dimension;
use super::tree::Tree;
use crate::model::material::MaterialFormat;
use crate::rule::{Severity, Source};
use crate::value::Province;

/// Changes to a rulebook: cells of provinces, limits, severities, rules that are off.
///
/// Made in code, or read from any self-describing format that serde knows (JSON, TOML, YAML …), and written to it. What it
/// says is checked when it is laid over a rulebook with [`Rulebook::patched`](crate::Rulebook::patched), where an error
/// names the place.
///
/// | key | value |
/// |---|---|
/// | `name` | what the service calls the patch; reports show it |
/// | `date` | its day; reports show it |
/// | `provinces` | by the two digits of the province, then by [`Dimension`](crate::provinces::Dimension): a list of cells that takes the place of all cells of that dimension; an empty list makes it unknown |
/// | `limits` | by the name of the field of [`Limits`](crate::Limits): a number, or `null` for "not stated"; or an object of `value` and `source` (`document`, `section`, `date`), which findings then quote. Without a source they quote the patch |
/// | `rules` | by the id of the rule: a severity, or `off` |
/// | `names` | by the id of a rule that the patch adds, a pattern that names are held against: `refused` or `required`, and where they matter `of`, `severity`, `orders`, `message` (`zh`, `en`) and `source`; see [`NamePattern`](crate::NamePattern) |
/// | `settled_for_years` | from which age on, in years, a settled cell makes a warning only; `null`: never |
/// | `max_findings` | how many findings a report lists at most; `null`: all |
/// | `max_items` | how many items a checklist lists at most, how many orders a split comes to, and how many parts an order may have whose other provinces are asked; `null`: any number |
///
/// A cell has `value` and `source` (`document`, `section`, `date`), and where they matter `principals`
/// (`organization`, `individual` or a list of kinds), `orders` (a list of kinds), `service` (`website`, `app`), `note`
/// (`zh`, `en`) and `standing` (`settled`, which is assumed, `reported` or `contested`).
///
/// It can say all that a built-in cell says: in the place of `source` and `note` stand `readings`, and `others` lists the
/// values that other documents give, each with its `value` and `readings` (or `source`). A reading has `publisher` (see
/// [`Publisher`](crate::provinces::Publisher)), `source`, `note`, for a document without a date `no_earlier_than` and
/// `no_later_than`, and `is_general` where it says the same of many provinces. The standing then follows from the
/// readings, unless it is given. [`Rulebook::province_patch`](crate::Rulebook::province_patch) writes a province so.
///
/// ```
/// use beian::value::Province;
/// use beian::{Rulebook, RulebookPatch};
///
/// let patch: RulebookPatch = serde_json::from_str(
///     r#"{
///         "provinces": {"44": {"order_limits": [{
///             "principals": "organization",
///             "orders": ["access_filing"],
///             "value": {"metric": "services", "max": 2},
///             "source": {"document": "广东省通信管理局通知", "section": "", "date": "2026-10-01"}
///         }]}},
///         "limits": {"app_domain_level": 3},
///         "rules": {"principal.mailing-address-too-coarse": "off"}
///     }"#,
/// )?;
/// let rulebook = Rulebook::default().patched(&patch)?;
/// assert_eq!(rulebook.limits().app_domain_level, Some(3));
/// assert_eq!(rulebook.province(Province::Guangdong).order_limits()[0].value().max, 2);
/// assert!(rulebook.version().patched);
///
/// let patch: RulebookPatch = serde_json::from_str(r#"{"limits": {"app_domain_level": 0}}"#)?;
/// let error = Rulebook::default().patched(&patch).unwrap_err();
/// assert_eq!(error.path(), "/limits/app_domain_level");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RulebookPatch(Tree);

impl RulebookPatch {
    /// A patch that changes nothing.
    pub const fn new() -> Self {
        Self(Tree::Map(Vec::new()))
    }

    /// Gives a rule this severity: a [`Rule`](crate::Rule), an [`OwnRule`](crate::OwnRule), or what has its id.
    #[must_use]
    pub fn with_severity(self, rule: impl AsRef<str>, severity: Severity) -> Self {
        self.with("rules", rule.as_ref(), Tree::Text(severity.as_str().into()))
    }

    /// Switches a rule off.
    #[must_use]
    pub fn without_rule(self, rule: impl AsRef<str>) -> Self {
        self.with("rules", rule.as_ref(), Tree::Text(OFF.into()))
    }

    /// Names the patch: a report that was made with it says so.
    ///
    /// ```
    /// use beian::{Rulebook, RulebookPatch};
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    /// let patch = RulebookPatch::new().with_name("江西来电", day).with_max_findings(None);
    /// let rulebook = Rulebook::default().patched(&patch)?;
    /// let [by] = &rulebook.version().patches[..] else { panic!() };
    /// assert_eq!((by.name.as_deref(), by.date), (Some("江西来电"), Some(day)));
    /// # Ok::<(), beian::RulebookError>(())
    /// ```
    #[must_use]
    pub fn with_name(mut self, name: impl Into<Cow<'static, str>>, date: NaiveDate) -> Self {
        self.0.put("name", Tree::Text(name.into()));
        self.0.put("date", Tree::of_date(date));
        self
    }

    /// Sets a limit that is a number; `None` says that it is not stated. A finding that rests on it quotes the patch.
    #[must_use]
    pub fn with_limit(self, limit: Limit, value: Option<u32>) -> Self {
        self.with("limits", limit.as_str(), value.map_or(Tree::Null, Tree::from))
    }

    /// Sets a limit that is a number, with the document that states it: a finding that rests on it quotes that.
    ///
    /// ```
    /// use beian::{Limit, Rulebook, RulebookPatch, Source};
    /// let source = Source::new("腾讯云公告", "APP 域名", chrono::NaiveDate::from_ymd_opt(2026, 10, 1));
    /// let patch = RulebookPatch::new().with_sourced_limit(Limit::AppDomainLevel, 3, &source);
    /// let rulebook = Rulebook::default().patched(&patch)?;
    /// assert_eq!(rulebook.limits().app_domain_level, Some(3));
    /// assert_eq!(rulebook.limits().source(Limit::AppDomainLevel), Some(&source));
    /// # Ok::<(), beian::RulebookError>(())
    /// ```
    #[must_use]
    pub fn with_sourced_limit(self, limit: Limit, value: u32, source: &Source) -> Self {
        self.with("limits", limit.as_str(), sourced(value.into(), source))
    }

    /// Sets the formats of what is uploaded, with the document that states them.
    #[must_use]
    pub fn with_material_formats(
        self,
        formats: impl IntoIterator<Item = impl Into<MaterialFormat>>,
        source: &Source,
    ) -> Self {
        let names = formats.into_iter().map(|format| Tree::Text(format.into().as_str().into()));
        let formats = Tree::List(names.collect());
        self.with("limits", Limit::MaterialFormats.as_str(), sourced(formats, source))
    }

    /// Puts these cells in the place of all cells of a province and a dimension; none makes it unknown.
    ///
    /// ```
    /// use beian::provinces::{Dimension, PatchCell, Standing};
    /// use beian::value::Province;
    /// use beian::{PrincipalKind, Rulebook, RulebookPatch, Source};
    ///
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 20);
    /// let age = PatchCell::new(18_u32, &Source::new("江西管局来电", "", day))
    ///     .of_principals([PrincipalKind::Individual])
    ///     .with_standing(Standing::Reported);
    /// let patch = RulebookPatch::new().with_cells(Province::Jiangxi, Dimension::IndividualAge, [age]);
    /// let rulebook = Rulebook::default().patched(&patch)?;
    /// let [age] = rulebook.province(Province::Jiangxi).individual_age() else { panic!() };
    /// assert_eq!((age.value().0, age.standing()), (18, Standing::Reported));
    /// # Ok::<(), beian::RulebookError>(())
    /// ```
    #[must_use]
    pub fn with_cells(
        mut self,
        province: Province,
        dimension: Dimension,
        cells: impl IntoIterator<Item = PatchCell>,
    ) -> Self {
        let cells = Tree::List(cells.into_iter().map(PatchCell::into_tree).collect());
        let provinces = self.0.group("provinces");
        if let Some(province) = provinces.and_then(|provinces| provinces.group(province.code())) {
            province.put(dimension.as_str(), cells);
        }
        self
    }

    /// Adds a rule on names.
    #[must_use]
    pub fn with_name_pattern(self, pattern: NamePattern) -> Self {
        let (id, pattern) = pattern.into_parts();
        self.with("names", &id, pattern)
    }

    /// Makes a warning only of settled cells that are older than this.
    #[must_use]
    pub fn with_settled_for_years(mut self, years: u32) -> Self {
        self.0.put("settled_for_years", years.into());
        self
    }

    /// Lists at most so many findings in a report; `None`: all.
    #[must_use]
    pub fn with_max_findings(mut self, max: Option<u32>) -> Self {
        self.0.put("max_findings", max.map_or(Tree::Null, Tree::from));
        self
    }

    /// Lists at most so many items in a checklist, splits into at most so many orders, and asks the other provinces of orders
    /// of at most so many parts; `None`: any number.
    #[must_use]
    pub fn with_max_items(mut self, max: Option<u32>) -> Self {
        self.0.put("max_items", max.map_or(Tree::Null, Tree::from));
        self
    }

    fn with(mut self, group: &str, key: &str, value: Tree) -> Self {
        if let Some(group) = self.0.group(group) {
            group.put(key, value);
        }
        self
    }

    pub(crate) const fn tree(&self) -> &Tree {
        &self.0
    }
}

/// A limit with the document that states it.
fn sourced(value: Tree, source: &Source) -> Tree {
    Tree::Map(vec![("value".into(), value), ("source".into(), Tree::of_source(source))])
}

/// The keys of a patch.
pub(super) const KEYS: [&str; 9] = [
    "name",
    "date",
    "provinces",
    "limits",
    "rules",
    "names",
    "settled_for_years",
    "max_findings",
    "max_items",
];

/// How a patch says that a rule is off.
pub(crate) const OFF: &str = "off";

impl Default for RulebookPatch {
    fn default() -> Self {
        Self::new()
    }
}

impl<'de> Deserialize<'de> for RulebookPatch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree::deserialize(deserializer).map(Self)
    }
}

impl Serialize for RulebookPatch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
