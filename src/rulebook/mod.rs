//! Rulebooks: one provider's limits and the provinces' practice, prepared for validation.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use once_cell::sync::{Lazy, OnceCell};
use serde::de::Error as _;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::model::order::OrderKind;
use crate::rule::{OwnRule, Provider, Rule, RuleSet, Severity, Source};
use crate::rulebook::provinces::{Dimension, Overlay, ProvinceRules};
use crate::text::Sorted;
use crate::value::Province;

mod error;
mod limits;
mod name_pattern;
mod patch;
pub(crate) mod patch_cell;
mod profile;
mod profiles;
pub mod provinces;
mod rules;
mod tree;
pub(crate) mod words;

pub use error::{RulebookError, RulebookErrorReason};
pub use limits::{Limit, Limits};
pub use name_pattern::NamePattern;
pub use patch::RulebookPatch;
pub use profile::Profile;
pub use rules::RulebookRule;
pub(crate) use tree::Tree;

/// The rules that an order is checked against.
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
    provider: WhoseRulebook,
    limits: Limits,
    app_contents: Option<BTreeSet<String>>,
    calendar: Calendar,
    /// The rules that are on, for each kind of order.
    on: Vec<RuleSet>,
    /// Severities that a patch sets; `None` switches a rule off.
    severities: Sorted<Rule, Option<Severity>>,
    /// The service's own rules, and the severities that a patch sets for them, by id.
    own: Arc<[OwnRule]>,
    own_severities: Sorted<Box<str>, Option<Severity>>,
    overlays: Sorted<Province, Overlay>,
    settled_for_years: Option<u32>,
    max_findings: Option<u32>,
    max_items: Option<u32>,
    /// What patches changed: the places in a patch, each with the patch that changed it last.
    changed: Sorted<String, PatchName>,
}

/// More findings than anybody reads, and more than an order within its limits has.
const MAX_FINDINGS: u32 = 1_000;

/// More items than the form of an order within its limits has.
const MAX_ITEMS: u32 = 5_000;

/// One rulebook for each provider, made when it is first asked for: most programs ask for one.
static BUILT_IN: Lazy<Vec<OnceCell<Rulebook>>> =
    Lazy::new(|| Provider::ALL.iter().map(|_| OnceCell::new()).collect());

impl Rulebook {
    /// The built-in rulebook of a provider: the rules that hold for all, those of its own practice, and its
    /// limits, as far as its documents state them.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    pub fn builtin(provider: Provider) -> Self {
        let of = || Self::made(WhoseRulebook::BuiltIn(provider));
        BUILT_IN.get(provider as usize).map_or_else(of, |built_in| built_in.get_or_init(of).clone())
    }

    /// The rulebook of a provider that is none of this crate's: the rules that hold for all, those that the profile has a
    /// document on, and the profile's limits.
    pub fn of(profile: &Profile) -> Self {
        Self::made(WhoseRulebook::Own(Arc::new(profile.clone())))
    }

    fn made(provider: WhoseRulebook) -> Self {
        let (name, as_of, limits) = match &provider {
            WhoseRulebook::BuiltIn(provider) => {
                (provider.as_str().into(), profiles::as_of(*provider), profiles::limits(*provider))
            }
            WhoseRulebook::Own(own) => (own.provider().to_owned().into(), own.as_of(), own.limits().clone()),
        };
        let mut prepared = Prepared {
            version: RulebookVersion {
                provider: name,
                as_of,
                patched: false,
                patches: Vec::new(),
                crate_version: env!("CARGO_PKG_VERSION").into(),
            },
            provider,
            limits,
            app_contents: None,
            calendar: Calendar::builtin(),
            on: Vec::new(),
            severities: Sorted::default(),
            own: Arc::new([]),
            own_severities: Sorted::default(),
            overlays: Sorted::default(),
            settled_for_years: None,
            max_findings: Some(MAX_FINDINGS),
            max_items: Some(MAX_ITEMS),
            changed: Sorted::default(),
        };
        prepared.on = prepared.rules_on();
        Self(Arc::new(prepared))
    }

    /// Whose rulebook it is, where that is one of this crate's providers.
    pub fn provider(&self) -> Option<Provider> {
        match self.0.provider {
            WhoseRulebook::BuiltIn(provider) => Some(provider),
            WhoseRulebook::Own(_) => None,
        }
    }

    /// The profile of a provider that is none of this crate's.
    pub fn profile(&self) -> Option<&Profile> {
        match &self.0.provider {
            WhoseRulebook::BuiltIn(_) => None,
            WhoseRulebook::Own(profile) => Some(profile),
        }
    }

    /// The provider's own document on a rule, where it has one.
    pub(crate) fn document(&self, rule: Rule) -> Option<Source> {
        match &self.0.provider {
            WhoseRulebook::BuiltIn(provider) => rule.meta().cited_by(*provider),
            WhoseRulebook::Own(profile) => profile.document(rule).cloned(),
        }
    }

    /// Which rulebook this is, as a report states it.
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

    /// What a province asks.
    pub fn province(&self, province: Province) -> ProvinceRules<'_> {
        let built_in = provinces::built_in(province, self.provider());
        match self.0.overlays.get(&province) {
            Some(overlay) => built_in.under(overlay),
            None => built_in,
        }
    }

    /// From which age on, in years, settled cells of the province table make a warning only; `None`: never.
    pub fn settled_for_years(&self) -> Option<u32> {
        self.0.settled_for_years
    }

    /// How many findings a report lists at most, 1,000 where no patch says otherwise; `None`: all. The others
    /// are [counted](crate::Report::left_out). It bounds what a stranger's order can make of a report, and
    /// decides nothing: an order with a blocker that is left out is refused all the same.
    pub fn max_findings(&self) -> Option<u32> {
        self.0.max_findings
    }

    /// How many items a [checklist](crate::Checklist) lists at most, how many orders a [split](crate::Order::split)
    /// comes to, and how many parts an order may have whose [other provinces](crate::what_if) are asked: 5,000 where no
    /// patch says otherwise; `None`: any number. Items and parts beyond are counted
    /// ([`Checklist::left_out`](crate::Checklist::left_out), [`WhatIf::too_many_parts`](crate::WhatIf::too_many_parts)).
    pub fn max_items(&self) -> Option<u32> {
        self.0.max_items
    }

    /// The same, with a patch laid over it. The reports say so.
    ///
    /// # Errors
    /// [`RulebookError`], with the place in the patch: a province, rule or field that does not exist, a value
    /// of the wrong type, or one that cannot be (a limit of 0).
    pub fn patched(&self, patch: &RulebookPatch) -> Result<Self, RulebookError> {
        let mut changed = Prepared::clone(&self.0);
        let by = PatchName::of(patch)?;
        // First, since what the patch says of rules may be of those that it writes.
        changed.patch_names(patch.tree(), &by)?;
        for (key, tree) in patch.tree().entries("")? {
            let place = format!("/{key}");
            match key.as_str() {
                "name" | "date" => continue,
                "names" => {}
                "provinces" => changed.patch_provinces(tree, &place, &by)?,
                "limits" => changed.limits.patch(tree, &place, &by)?,
                "rules" => changed.patch_rules(tree, &place)?,
                "settled_for_years" => changed.settled_for_years = limits::number(tree, &place)?,
                "max_findings" => changed.max_findings = limits::number(tree, &place)?,
                "max_items" => changed.max_items = limits::number(tree, &place)?,
                _ => {
                    return Err(RulebookError::unknown_field(&patch::KEYS).at(&place));
                }
            }
            match (key.as_str(), tree) {
                ("settled_for_years" | "max_findings" | "max_items", _) => changed.note([place], &by),
                ("limits" | "names" | "rules", Tree::Map(entries)) => {
                    changed.note(entries.iter().map(|(name, _)| format!("{place}/{name}")), &by);
                }
                _ => {}
            }
        }
        changed.on = changed.rules_on();
        changed.version.patched = true;
        if by != PatchName::default() {
            changed.version.patches.push(by);
        }
        Ok(Self(Arc::new(changed)))
    }

    /// What patches changed: the places in a patch, as JSON Pointers, each with the patch that changed it last.
    ///
    /// ```
    /// use beian::{Limit, Rulebook, RulebookPatch};
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    /// let patch = RulebookPatch::new()
    ///     .with_name("Acme 2026-11", day)
    ///     .with_limit(Limit::AppDomainLevel, Some(3))
    ///     .without_rule("domain.suffix-unconfirmed");
    /// let rulebook = Rulebook::default().patched(&patch)?;
    /// let places: Vec<&str> = rulebook.patched_places().map(|(place, _)| place).collect();
    /// assert_eq!(places, ["/limits/app_domain_level", "/rules/domain.suffix-unconfirmed"]);
    /// # Ok::<(), beian::RulebookError>(())
    /// ```
    pub fn patched_places(&self) -> impl Iterator<Item = (&str, &PatchName)> {
        self.0.changed.iter().map(|(place, by)| (place.as_str(), by))
    }

    /// The rules that are on for orders of a kind.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    pub(crate) fn rules_on(&self, kind: OrderKind) -> &RuleSet {
        static NONE: Lazy<RuleSet> = Lazy::new(RuleSet::default);
        self.0.on.get(kind as usize).unwrap_or(&NONE)
    }
}

impl Prepared {
    /// The rules that are on, for each kind of order in turn.
    fn rules_on(&self) -> Vec<RuleSet> {
        let on: Vec<(usize, Rule)> =
            Rule::all().enumerate().filter(|(_, rule)| self.severity(*rule).is_some()).collect();
        let of = |kind: &OrderKind| {
            let of_kind = on.iter().filter(|(_, rule)| rule.meta().orders.contains(*kind));
            of_kind.map(|(number, _)| *number).collect()
        };
        OrderKind::ALL.iter().map(of).collect()
    }

    /// The severity that was set, else the rule's own where it holds for the provider.
    fn severity(&self, rule: Rule) -> Option<Severity> {
        match self.severities.get(&rule) {
            Some(severity) => *severity,
            None => self.provider.has(rule).then(|| rule.default_severity()),
        }
    }

    fn note(&mut self, places: impl IntoIterator<Item = String>, by: &PatchName) {
        for place in places {
            self.changed.insert(place, by.clone());
        }
    }

    fn patch_provinces(&mut self, tree: &Tree, path: &str, by: &PatchName) -> Result<(), RulebookError> {
        for (code, tree) in tree.entries(path)? {
            let path = format!("{path}/{code}");
            let province =
                Province::from_code(code).ok_or_else(|| RulebookError::unknown_province().at(&path))?;
            let mut overlay = self.overlays.get(&province).cloned().unwrap_or_default();
            for (name, tree) in tree.entries(&path)? {
                let path = format!("{path}/{name}");
                let dimension = Dimension::from_name(name).ok_or_else(|| {
                    let accepted: Vec<_> =
                        Dimension::ALL.iter().map(|dimension| dimension.as_str()).collect();
                    RulebookError::unknown_field(&accepted).at(&path)
                })?;
                overlay.set(dimension, tree, &path)?;
                self.changed.insert(path, by.clone());
            }
            self.overlays.insert(province, overlay);
        }
        Ok(())
    }

    /// Takes over the rules that a patch writes as patterns of names. One of an earlier patch gives way to one of its id.
    fn patch_names(&mut self, patch: &Tree, by: &PatchName) -> Result<(), RulebookError> {
        let entries = patch.entries("")?;
        let Some((_, names)) = entries.iter().find(|(key, _)| key == "names") else { return Ok(()) };
        let mut own = self.own.to_vec();
        for (id, tree) in names.entries("/names")? {
            let place = format!("/names/{id}");
            let rule = name_pattern::rule(id, tree, &place, by)?;
            match own.iter_mut().find(|known| known.id() == id) {
                Some(known) if self.changed.contains(&place) => *known = rule,
                Some(_) => return Err(RulebookError::taken().at(&place)),
                None => own.push(rule),
            }
        }
        self.own = own.into();
        Ok(())
    }

    fn patch_rules(&mut self, tree: &Tree, path: &str) -> Result<(), RulebookError> {
        for (id, tree) in tree.entries(path)? {
            let path = format!("{path}/{id}");
            let severity = match tree {
                Tree::Text(name) if name == patch::OFF => None,
                Tree::Text(name) => Some(Severity::from_name(name).ok_or_else(|| {
                    RulebookError::unknown_variant(name, &["advice", "warning", "blocker", patch::OFF])
                        .at(&path)
                })?),
                other => {
                    let error = RulebookError::invalid_type(other.unexpected(), &"a severity, or `off`");
                    return Err(error.at(&path));
                }
            };
            match (Rule::from_id(id), self.own.iter().any(|own| own.id() == *id)) {
                (Some(rule), _) => {
                    self.severities.insert(rule, severity);
                }
                (None, true) => {
                    self.own_severities.insert(id.as_str().into(), severity);
                }
                (None, false) => return Err(RulebookError::unknown_rule().at(&path)),
            }
        }
        Ok(())
    }
}

/// Whose rulebook it is.
#[derive(Debug, Clone)]
enum WhoseRulebook {
    BuiltIn(Provider),
    Own(Arc<Profile>),
}

impl WhoseRulebook {
    /// Whether a rule holds for the provider: for all, or as its own practice.
    fn has(&self, rule: Rule) -> bool {
        let is_practice = || match self {
            Self::BuiltIn(provider) => rule.providers().contains(provider),
            Self::Own(profile) => profile.document(rule).is_some(),
        };
        rule.providers().is_empty() || is_practice()
    }
}

/// The rulebook of the guide's provider.
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
    /// The patches that have a name or a day, in the order in which they were laid over it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patches: Vec<PatchName>,
    /// The version of this crate.
    pub crate_version: Cow<'static, str>,
}

/// What a service calls a patch. On the wire `{"name": "…", "date": "2026-11-20"}`; what is not given is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PatchName {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Box<str>>,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

impl PatchName {
    fn of(patch: &RulebookPatch) -> Result<Self, RulebookError> {
        let entries = patch.tree().entries("")?;
        let of = |key: &str| entries.iter().find_map(|(known, tree)| (known == key).then_some(tree));
        Ok(Self {
            name: of("name").map_or(Ok(None), |tree| tree.read("/name"))?,
            date: of("date").map_or(Ok(None), |tree| tree.read("/date"))?,
        })
    }

    /// A place in the patch, as a source that findings quote.
    fn source(&self, place: &str) -> Source {
        let name = self.name.as_deref().unwrap_or("规则手册补丁");
        Source::new(name.to_owned(), place.to_owned(), self.date)
    }
}
