//! The description of a rule: id, texts, severity, source.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::path::FieldPath;
use crate::text::{Language, Text};
mod actor;
pub(crate) mod documents;
mod elsewhere;
mod name_pattern;
#[cfg(feature = "patterns")]
mod name_test;
mod own;
mod provider;
mod rule_set;
mod source;

pub use actor::Actor;
pub(crate) use elsewhere::of_other;
pub use name_pattern::{NameOf, PatternError};
#[cfg(feature = "patterns")]
pub(crate) use name_test::NameTest;
pub(crate) use own::OwnMeta;
pub use own::{OwnRule, OwnRuleError};
pub use provider::Provider;
pub(crate) use rule_set::RuleSet;
pub(crate) use source::{Chapter, Document, Origin, Place, Sourced, Step};
pub use source::{RuleSource, Source, SourceBasis};

wire_names! {
    /// How much a finding weighs.
    pub enum Severity {
        /// Good to know.
        Advice = "advice" { zh: "建议", en: "advice" },
        /// Allowed, with a consequence to know of.
        Warning = "warning" { zh: "请留意", en: "warning" },
        /// The order would be returned or refused.
        Blocker = "blocker" { zh: "须修改", en: "blocker" },
    }
}

/// What a rule may need to be decided, besides required fields of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Needs {
    Registry,
    Account,
    TargetAccount,
    ProvinceRules,
    ProviderRules,
    /// Optional inputs of the order or the context.
    Inputs,
}

impl Needs {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::Account => "account",
            Self::TargetAccount => "target_account",
            Self::ProvinceRules => "province_rules",
            Self::ProviderRules => "provider_rules",
            Self::Inputs => "inputs",
        }
    }
}

/// The version that first had the rules whose declaration states no `since`.
pub(crate) const FIRST_VERSION: &str = "0.1.0";

/// A milder severity that findings of a rule may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Grade {
    /// The severity; milder than the rule's.
    pub severity: Severity,
    /// When a finding has it.
    pub when: Text,
}

impl Grade {
    pub(crate) const fn new(severity: Severity, zh: &'static str, en: &'static str) -> Self {
        Self { severity, when: Text { zh, en } }
    }
}

/// Words in one text, each with a space behind it: smaller in a program than a list of texts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub(crate) &'static str);

impl Words {
    pub(crate) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split_terminator(' ')
    }

    pub(crate) fn contains(self, word: &str) -> bool {
        self.iter().any(|own| own == word)
    }
}

/// The description of a rule: what its declaration states apart from functions.
#[derive(Debug)]
pub(crate) struct RuleMeta {
    pub(crate) id: &'static str,
    /// The severity of its findings, unless one of the milder grades applies.
    pub(crate) severity: Severity,
    pub(crate) actor: Actor,
    pub(crate) grades: &'static [Grade],
    pub(crate) orders: OrderKindSet,
    pub(crate) needs: &'static [Needs],
    pub(crate) params: Words,
    /// Where it is said, of each of its order kinds.
    pub(crate) sources: &'static [Sourced],
    /// The ministry's result codes that the rule foresees.
    pub(crate) miit: &'static [u16],
    /// The providers whose practice it is; empty where it holds for all.
    pub(crate) providers: &'static [Provider],
    /// Documents in which providers state it: a finding under such a provider's rulebook cites that one.
    pub(crate) cited: &'static [(Provider, Document, &'static str)],
    /// The version of this crate that first has it, where that is not the first of all.
    pub(crate) since: Option<&'static str>,
    /// Whether it is a notice, which depends on nothing in the order.
    pub(crate) is_notice: bool,
    /// What the rule states, in a sentence, in Chinese and in English, and what a finding tells the applicant, with
    /// `{param}` in it, in both: a line each. One text in place of four is smaller in a program.
    pub(crate) texts: &'static str,
}

impl RuleMeta {
    /// What a finding at this place of an order of this kind quotes.
    pub(crate) fn quoted(&self, kind: OrderKind, at: &FieldPath) -> Option<Source> {
        source::quoted(self.sources, kind, at)
    }

    /// The same, with this provider; `None` is one that is none of this crate's.
    pub(crate) fn quoted_under(
        &self,
        provider: Option<Provider>,
        kind: OrderKind,
        at: &FieldPath,
    ) -> Option<Source> {
        elsewhere::quoted_under(self.sources, provider, kind, at)
    }

    /// What the rule states, in a sentence.
    pub(crate) fn summary(&self, language: Language) -> &'static str {
        self.text(language, 0)
    }

    /// What a finding tells the applicant, with `{param}` in it.
    pub(crate) fn message(&self, language: Language) -> &'static str {
        self.text(language, 2)
    }

    fn text(&self, language: Language, chinese: usize) -> &'static str {
        let line = match language {
            Language::Zh => chinese,
            Language::En => chinese + 1,
        };
        self.texts.split('\n').nth(line).unwrap_or_default()
    }

    /// The place in the provider's own document, where one says so.
    pub(crate) fn cited_by(&self, provider: Provider) -> Option<Source> {
        let (_, document, place) = self.cited.iter().find(|(citing, ..)| *citing == provider)?;
        Some(document.source(place))
    }
}

/// A rule of this crate.
///
/// ```
/// use beian::{Language, Rule, Severity};
/// let rule: Rule = "domain.level-exceeded".parse()?;
/// assert_eq!(rule.id(), "domain.level-exceeded");
/// assert_eq!(rule.default_severity(), Severity::Blocker);
/// println!("{}", rule.explain());
/// # Ok::<(), beian::UnknownRule>(())
/// ```
#[derive(Clone, Copy)]
pub struct Rule(&'static RuleMeta);

impl Rule {
    /// The stable id, `group.slug`.
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// The group: the part of the id before the dot.
    pub fn group(self) -> &'static str {
        self.id().split('.').next().unwrap_or_default()
    }

    /// The severity that the catalogue gives it; what counts is the finding's.
    pub const fn default_severity(self) -> Severity {
        self.0.severity
    }

    /// Who has to act on its findings, and where.
    pub const fn actor(self) -> Actor {
        self.0.actor
    }

    /// The milder severities that its findings may have, each with its condition. No finding is harsher than
    /// the rule.
    pub const fn grades(self) -> &'static [Grade] {
        self.0.grades
    }

    /// The order kinds that it looks at.
    pub fn orders(self) -> impl Iterator<Item = OrderKind> {
        self.0.orders.kinds()
    }

    /// What it may need besides the order: `registry`, `account`, `target_account`, `province_rules`,
    /// `provider_rules`, or `inputs`, which stands for optional inputs of order and context.
    pub fn needs(self) -> impl Iterator<Item = &'static str> {
        self.0.needs.iter().map(|need| need.as_str())
    }

    /// The names of a finding's parameters.
    pub fn params(self) -> impl Iterator<Item = &'static str> {
        self.0.params.iter()
    }

    /// Which documents say so, of which order kinds, and how firmly.
    pub fn sources(self) -> Vec<RuleSource> {
        source::written(self.0.sources)
    }

    /// What a finding in an order of this kind quotes first; `None` where the rule is not of the kind.
    pub fn source_for(self, kind: OrderKind) -> Option<Source> {
        self.0.quoted(kind, &FieldPath::root())
    }

    /// The provider's own document, where one says so to its customers.
    pub fn source_under(self, provider: Provider) -> Option<Source> {
        self.0.cited_by(provider)
    }

    /// The ministry's result codes 处理结果代码 that it foresees: an order with a finding of this rule would come
    /// back with one of them. Empty where the ministry's system does not look at it.
    pub const fn miit_codes(self) -> &'static [u16] {
        self.0.miit
    }

    /// The providers whose practice it is. Empty where it holds for all.
    pub const fn providers(self) -> &'static [Provider] {
        self.0.providers
    }

    /// The version of this crate that first has it.
    ///
    /// ```
    /// let rule: beian::Rule = "domain.level-exceeded".parse()?;
    /// assert_eq!(rule.since(), "0.1.0");
    /// # Ok::<(), beian::UnknownRule>(())
    /// ```
    pub fn since(self) -> &'static str {
        self.0.since.unwrap_or(FIRST_VERSION)
    }

    /// What it states, in a sentence.
    pub fn summary(self, language: Language) -> &'static str {
        self.0.summary(language)
    }

    /// What a finding says, with its parameters in braces.
    pub fn template(self, language: Language) -> &'static str {
        self.0.message(language)
    }

    /// Whether it is a notice: printed with every order of its kinds, whatever the order says, and never a
    /// finding.
    pub const fn is_notice(self) -> bool {
        self.0.is_notice
    }

    pub(crate) const fn meta(self) -> &'static RuleMeta {
        self.0
    }
}

impl From<&'static RuleMeta> for Rule {
    fn from(spec: &'static RuleMeta) -> Self {
        Self(spec)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Rule {}

impl PartialOrd for Rule {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rule {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.id())
    }
}

impl AsRef<str> for Rule {
    fn as_ref(&self) -> &str {
        self.id()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The error for an id that no rule has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no rule has this id")]
pub struct UnknownRule;

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(id: &str) -> Result<Self, UnknownRule> {
        Self::from_id(id).ok_or(UnknownRule)
    }
}

impl<'de> serde::Deserialize<'de> for Rule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::read::<String, D>(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
