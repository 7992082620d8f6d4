//! Rulebooks: one provider's limits and the provinces' practice, prepared for validation.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use once_cell::sync::Lazy;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::material::MaterialFormat;
use crate::provinces::{self, Dimension, Overlay, ProvinceRules};
use crate::rule::{Rule, Severity};
use crate::value::Province;
use crate::walk::Plans;

mod patch;

pub(crate) use patch::Tree;
pub use patch::{RulebookError, RulebookErrorReason, RulebookPatch};

wire_names! {
    /// An access provider 接入服务商 whose rulebook is built in.
    pub enum Provider {
        /// Tencent Cloud 腾讯云, whose guide the built-in rules come from.
        Tencent = "tencent" { zh: "腾讯云", en: "Tencent Cloud" },
    }
}

/// The limits of a provider. `None` says that its documents do not state the limit: what depends on it is
/// undetermined.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Services in one new-type order of an individual.
    pub individual_services: Option<u32>,
    /// Services in one new-type order of an organisation, websites and APPs together.
    pub organization_services: Option<u32>,
    /// The deepest level of an APP's domain.
    pub app_domain_level: Option<u32>,
    /// Months that a server has to be bought for, renewals counted.
    pub purchased_months: Option<u32>,
    /// Months that a server has to have left on the day of submission.
    pub remaining_months: Option<u32>,
    /// Services that a cloud server carries.
    pub cloud_server_services: Option<u32>,
    /// Services that a lightweight server carries.
    pub lightweight_server_services: Option<u32>,
    /// Services that a serverless package carries.
    pub serverless_package_services: Option<u32>,
    /// Months that a certificate has to have left on the day of submission.
    pub certificate_months: Option<u32>,
    /// Months that a letter or proof may be old.
    pub letter_months: Option<u32>,
    /// The greatest size of an APP's icon, in KB of 1,024 bytes.
    pub app_icon_kilobytes_max: Option<u32>,
    /// Formats of what is uploaded.
    pub material_formats: Option<Vec<MaterialFormat>>,
    /// The least size of what is uploaded, in KB of 1,024 bytes.
    pub material_kilobytes_min: Option<u32>,
    /// The greatest size.
    pub material_kilobytes_max: Option<u32>,
    /// Natural days that a domain's real-name verification has to be old, where the provider is its registrar.
    pub real_name_days_here: Option<u32>,
    /// Working days that it has to be old, where another is.
    pub real_name_working_days_elsewhere: Option<u32>,
}

/// The rules that an order is held against.
///
/// Cheap to clone; made once and shared by every validation.
///
/// ```
/// use beian::{Provider, Rulebook};
/// let rulebook = Rulebook::builtin(Provider::Tencent);
/// assert_eq!(rulebook.limits().app_domain_level, Some(4));
/// ```
#[derive(Debug, Clone)]
pub struct Rulebook(Arc<Prepared>);

#[derive(Debug, Clone)]
struct Prepared {
    version: RulebookVersion,
    limits: Limits,
    app_contents: Option<BTreeSet<String>>,
    calendar: Calendar,
    plans: Plans,
    /// Severities that a patch gave, `None` of rules that are off.
    severities: BTreeMap<Rule, Option<Severity>>,
    overlays: BTreeMap<Province, Overlay>,
    settled_for_years: Option<u32>,
}

static TENCENT: Lazy<Rulebook> = Lazy::new(|| {
    Rulebook(Arc::new(Prepared {
        version: RulebookVersion {
            provider: Provider::Tencent.as_str().into(),
            as_of: NaiveDate::from_ymd_opt(2025, 6, 27).unwrap_or_default(),
            patched: false,
            crate_version: env!("CARGO_PKG_VERSION").into(),
        },
        limits: Limits {
            individual_services: Some(1),
            organization_services: Some(10),
            app_domain_level: Some(4),
            purchased_months: Some(3),
            remaining_months: Some(1),
            cloud_server_services: Some(5),
            lightweight_server_services: Some(5),
            serverless_package_services: Some(2),
            certificate_months: Some(3),
            letter_months: Some(3),
            app_icon_kilobytes_max: None,
            material_formats: Some(vec![MaterialFormat::Jpeg, MaterialFormat::Png, MaterialFormat::Gif]),
            material_kilobytes_min: Some(200),
            material_kilobytes_max: Some(8 * 1024),
            real_name_days_here: Some(3),
            real_name_working_days_elsewhere: Some(3),
        },
        app_contents: None,
        calendar: Calendar::builtin(),
        plans: Plans::new(),
        severities: BTreeMap::new(),
        overlays: BTreeMap::new(),
        settled_for_years: None,
    }))
});

impl Rulebook {
    /// The built-in rulebook of a provider.
    pub fn builtin(provider: Provider) -> Self {
        match provider {
            Provider::Tencent => TENCENT.clone(),
        }
    }

    /// What the report says of it.
    pub fn version(&self) -> &RulebookVersion {
        &self.0.version
    }

    /// The provider's limits.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// The provider's catalogue of APP contents, where one was given.
    pub fn app_contents(&self) -> Option<&BTreeSet<String>> {
        self.0.app_contents.as_ref()
    }

    /// The same, with the codes of the provider's catalogue of APP contents, which the provider hands out at
    /// run time: a code that is not among them is then warned of.
    #[must_use]
    pub fn with_app_contents(&self, codes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.with(|prepared| prepared.app_contents = Some(codes.into_iter().map(Into::into).collect()))
    }

    /// The calendar of working days.
    pub fn calendar(&self) -> &Calendar {
        &self.0.calendar
    }

    /// The same, with a calendar that knows the holidays of more years, or of others.
    #[must_use]
    pub fn with_calendar(&self, calendar: Calendar) -> Self {
        self.with(|prepared| prepared.calendar = calendar)
    }

    fn with(&self, change: impl FnOnce(&mut Prepared)) -> Self {
        let mut prepared = Prepared::clone(&self.0);
        change(&mut prepared);
        Self(Arc::new(prepared))
    }

    /// What a province asks. Looked up by its place in the table.
    pub fn province(&self, province: Province) -> ProvinceRules<'_> {
        let built_in = provinces::built_in(province);
        match self.0.overlays.get(&province) {
            Some(overlay) => overlay.over(built_in),
            None => built_in,
        }
    }

    /// Whether a rule is on: a patch may switch it off.
    pub fn is_on(&self, rule: Rule) -> bool {
        self.0.severities.get(&rule) != Some(&None)
    }

    /// From which age on settled cells of the province table are treated as contested; `None`: never.
    pub fn settled_for_years(&self) -> Option<u32> {
        self.0.settled_for_years
    }

    /// The same, with a patch laid over it. The reports say so.
    ///
    /// # Errors
    /// [`RulebookError`], with the place in the patch: a province, rule or field that does not exist, a value of
    /// the wrong type, or one that cannot be (a limit of 0).
    pub fn patched(&self, patch: &RulebookPatch) -> Result<Self, RulebookError> {
        let mut changed = Prepared::clone(&self.0);
        for (key, tree) in patch.tree().entries("")? {
            let place = format!("/{key}");
            match key.as_str() {
                "provinces" => changed.patch_provinces(tree, &place)?,
                "limits" => changed.limits.patch(tree, &place)?,
                "rules" => changed.patch_rules(tree, &place)?,
                "settled_for_years" => changed.settled_for_years = limit(tree, &place)?,
                _ => {
                    let accepted = ["provinces", "limits", "rules", "settled_for_years"];
                    return Err(RulebookError::unknown_field(&accepted).at(&place));
                }
            }
        }
        let severities = &changed.severities;
        changed.plans = Plans::with(|rule| {
            severities.get(&rule).copied().unwrap_or_else(|| Some(rule.default_severity()))
        });
        changed.version.patched = true;
        Ok(Self(Arc::new(changed)))
    }

    pub(crate) fn plans(&self) -> &Plans {
        &self.0.plans
    }
}

impl Prepared {
    fn patch_provinces(&mut self, tree: &Tree, path: &str) -> Result<(), RulebookError> {
        for (code, tree) in tree.entries(path)? {
            let path = format!("{path}/{code}");
            let province =
                Province::from_code(code).ok_or_else(|| RulebookError::unknown_province().at(&path))?;
            let overlay = self.overlays.entry(province).or_default();
            for (name, tree) in tree.entries(&path)? {
                let path = format!("{path}/{name}");
                let dimension = Dimension::from_name(name).ok_or_else(|| {
                    let accepted: Vec<_> =
                        Dimension::ALL.iter().map(|dimension| dimension.as_str()).collect();
                    RulebookError::unknown_field(&accepted).at(&path)
                })?;
                overlay.set(dimension, tree, &path)?;
            }
        }
        Ok(())
    }

    fn patch_rules(&mut self, tree: &Tree, path: &str) -> Result<(), RulebookError> {
        for (id, tree) in tree.entries(path)? {
            let path = format!("{path}/{id}");
            let rule = Rule::from_id(id).ok_or_else(|| RulebookError::unknown_rule().at(&path))?;
            let severity = match tree {
                Tree::Text(name) if name == patch::OFF => None,
                tree => Some(Severity::deserialize(tree).map_err(|error| error.at(&path))?),
            };
            self.severities.insert(rule, severity);
        }
        Ok(())
    }
}

/// Declares how a patch names the limits.
macro_rules! limits {
    ($($number:ident),+; $($list:ident),+) => {
        impl Limits {
            const FIELDS: &'static [&'static str] = &[$(stringify!($number)),+, $(stringify!($list)),+];

            fn patch(&mut self, tree: &Tree, path: &str) -> Result<(), RulebookError> {
                for (name, tree) in tree.entries(path)? {
                    let path = format!("{path}/{name}");
                    match name.as_str() {
                        $(stringify!($number) => self.$number = limit(tree, &path)?,)+
                        $(stringify!($list) => self.$list = list(tree, &path)?,)+
                        _ => return Err(RulebookError::unknown_field(Self::FIELDS).at(&path)),
                    }
                }
                Ok(())
            }
        }
    };
}

limits! {
    individual_services, organization_services, app_domain_level, purchased_months, remaining_months,
    cloud_server_services, lightweight_server_services, serverless_package_services, material_kilobytes_min,
    material_kilobytes_max, real_name_days_here, real_name_working_days_elsewhere;
    material_formats
}

/// A list with something in it, or `null`.
fn list<'de, T: Deserialize<'de>>(tree: &'de Tree, path: &str) -> Result<Option<Vec<T>>, RulebookError> {
    let list = Option::<Vec<T>>::deserialize(tree).map_err(|error| error.at(path))?;
    if list.as_ref().is_some_and(Vec::is_empty) {
        return Err(RulebookError::impossible("a list with something in it, or `null`").at(path));
    }
    Ok(list)
}

/// A limit: a number from 1, or `null`.
fn limit(tree: &Tree, path: &str) -> Result<Option<u32>, RulebookError> {
    let limit = Option::<u32>::deserialize(tree).map_err(|error| error.at(path))?;
    if limit == Some(0) {
        return Err(RulebookError::impossible("a number from 1, or `null`").at(path));
    }
    Ok(limit)
}

/// The guide's provider.
impl Default for Rulebook {
    fn default() -> Self {
        Self::builtin(Provider::Tencent)
    }
}

/// Which rulebook a report was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RulebookVersion {
    /// The access provider.
    pub provider: Cow<'static, str>,
    /// The day of the documents that it states.
    pub as_of: NaiveDate,
    /// Whether the embedding service changed it.
    pub patched: bool,
    /// The version of this crate.
    pub crate_version: Cow<'static, str>,
}
