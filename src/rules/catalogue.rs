//! The catalogue: every rule, group by group, and checking an order with all of them.

use once_cell::sync::Lazy;

use crate::engine::catalogue::Catalogue;
use crate::engine::declared::Declared;
use crate::engine::validate::report;
use crate::model::context::Context;
use crate::model::order::{Order, OrderKind};
use crate::report::Report;
use crate::rule::Rule;
use crate::rulebook::provinces::Dimension;
use crate::rulebook::Rulebook;
use crate::rules::{
    account, app, cancel, change, domain, material, name, order, person, principal, province, resource,
    service,
};

/// The groups, in the order of the catalogue. At one place of an order the rules are asked in this order.
static GROUPS: &[&[&Declared]] = &[
    order::RULES,
    principal::RULES,
    person::RULES,
    service::RULES,
    province::RULES,
    name::RULES,
    domain::RULES,
    app::RULES,
    resource::RULES,
    material::RULES,
    change::RULES,
    cancel::RULES,
    account::RULES,
];

/// The documentation of the rules, as `GROUPS` lists them.
static DOCS: &[&[&str]] = &[
    order::DOCS,
    principal::DOCS,
    person::DOCS,
    service::DOCS,
    province::DOCS,
    name::DOCS,
    domain::DOCS,
    app::DOCS,
    resource::DOCS,
    material::DOCS,
    change::DOCS,
    cancel::DOCS,
    account::DOCS,
];

static CATALOGUE: Lazy<Catalogue> = Lazy::new(|| Catalogue::of(GROUPS));

/// Every rule as its file declares it, in the order of the catalogue.
pub(crate) fn declared() -> &'static [&'static Declared] {
    CATALOGUE.rules()
}

/// Checks an order.
///
/// Pure: no clock, no file, no network; the same arguments give the same report, byte for byte. It never
/// fails: what is wrong with the order is a [`Finding`](crate::Finding), what the context does not tell is
/// [`Undetermined`](crate::Undetermined).
///
/// Time and memory grow with the order and the context as the sum of their parts, whatever is in them, and a report
/// lists at most [`Rulebook::max_findings`].
#[must_use = "validating changes nothing: the report is what it gives"]
pub fn validate(order: &Order, context: &Context, rulebook: &Rulebook) -> Report {
    report(&CATALOGUE, order, context, rulebook, rulebook.max_findings())
}

/// The same with at least so many findings, for what is asked of a report besides: more than any order within its limits
/// has, and yet bounded where the rulebook bounds reports.
pub(crate) fn validate_with_room(
    order: &Order,
    context: &Context,
    rulebook: &Rulebook,
    at_least: u32,
) -> Report {
    let max = rulebook.max_findings().map(|max| max.max(at_least));
    report(&CATALOGUE, order, context, rulebook, max)
}

/// What only the catalogue knows: which rules there are.
impl Rule {
    /// Every rule, in the order of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        GROUPS.iter().flat_map(|group| group.iter()).map(|declared| Self::from(&declared.meta))
    }

    /// The rule of this id.
    pub fn from_id(id: &str) -> Option<Self> {
        CATALOGUE.by_id(id).map(|declared| Self::from(&declared.meta))
    }

    /// The documentation of the rule, in Markdown: what it states, why, and an example.
    pub fn explain(self) -> &'static str {
        let mut rules = GROUPS.iter().zip(DOCS).flat_map(|(rules, docs)| rules.iter().zip(*docs));
        rules.find(|(declared, _)| declared.meta.id == self.id()).map_or("", |(_, docs)| docs.trim())
    }
}

impl OrderKind {
    /// What everyone should know who hands in an order of this kind: rules that depend on nothing in it.
    pub fn notices(self) -> impl Iterator<Item = Rule> {
        Rule::all().filter(move |rule| rule.is_notice() && rule.meta().orders.contains(self))
    }
}

impl Dimension {
    /// The rules that hold an order against it; none where it is told only.
    ///
    /// ```
    /// use beian::provinces::Dimension;
    /// use beian::{Language, Rulebook};
    /// use beian::value::Province;
    ///
    /// // What every province says of one rule.
    /// let rulebook = Rulebook::default();
    /// let rule = "province.domain-validity-too-short".parse()?;
    /// for dimension in Dimension::of_rule(rule) {
    ///     for province in Province::ALL {
    ///         let rules = rulebook.province(*province);
    ///         let said: Vec<String> = rules.entries_of(dimension).map(|cell| cell.value(Language::En)).collect();
    ///         println!("{}: {} ({})", province.name().en, said.join("; "), rules.standing(dimension));
    ///     }
    /// }
    /// # Ok::<(), beian::UnknownRule>(())
    /// ```
    pub fn rules(self) -> impl Iterator<Item = Rule> {
        declared().iter().filter(move |rule| rule.reads.contains(&self)).map(|rule| Rule::from(&rule.meta))
    }

    /// The dimensions that a rule holds an order against.
    pub fn of_rule(rule: Rule) -> impl Iterator<Item = Self> {
        let reads = CATALOGUE.by_id(rule.id()).map_or(&[][..], |declared| declared.reads);
        Self::ALL.iter().copied().filter(move |dimension| reads.contains(dimension))
    }
}
