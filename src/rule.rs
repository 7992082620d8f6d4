//! Rules: what one is, and the catalogue of all.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use once_cell::sync::Lazy;

use crate::language::{Language, Text};
use crate::order::OrderKind;
use crate::remedy::way::Way;
use crate::rulebook::Provider;
use crate::rules;
use crate::source::{Document, Origin, Source};
use crate::walk::Check;

wire_names! {
    /// How much a finding weighs.
    pub enum Severity {
        /// Good to know.
        Advice = "advice" { zh: "建议", en: "advice" },
        /// Allowed, with a consequence to know of.
        Warning = "warning" { zh: "提醒", en: "warning" },
        /// The order would be returned or refused.
        Blocker = "blocker" { zh: "阻断", en: "blocker" },
    }
}

/// What a rule may look at besides the order.
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

/// A set of order kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orders(u16);

impl Orders {
    pub(crate) const ALL: Self = Self::of(OrderKind::ALL);
    pub(crate) const NEW_TYPE: Self =
        Self::of(&[OrderKind::FirstFiling, OrderKind::AddService, OrderKind::AddServiceFromElsewhere]);
    pub(crate) const FIRST: Self = Self::of(&[OrderKind::FirstFiling]);
    pub(crate) const ADDITIONS: Self = Self::of(&[OrderKind::AddService, OrderKind::AddServiceFromElsewhere]);
    pub(crate) const ACCESS: Self = Self::of(&[OrderKind::AccessFiling]);
    pub(crate) const FILING: Self = Self::NEW_TYPE.or(Self::ACCESS);
    pub(crate) const CHANGE_FILING: Self = Self::of(&[OrderKind::ChangeFiling]);
    pub(crate) const CHANGE_SERVICE: Self = Self::of(&[OrderKind::ChangeService]);
    pub(crate) const CHANGE: Self = Self::CHANGE_FILING.or(Self::CHANGE_SERVICE);
    /// Every filing and change order.
    pub(crate) const WITH_SERVICES: Self = Self::FILING.or(Self::CHANGE);
    /// Orders that name filed services by number.
    pub(crate) const NAMED_SERVICES: Self =
        Self::of(&[OrderKind::DeregisterServices, OrderKind::CancelAccess]);
    pub(crate) const DEREGISTER_PRINCIPAL: Self = Self::of(&[OrderKind::DeregisterPrincipal]);
    pub(crate) const DEREGISTER_HOLLOW_PRINCIPAL: Self = Self::of(&[OrderKind::DeregisterHollowPrincipal]);
    pub(crate) const DEREGISTER_SERVICES: Self = Self::of(&[OrderKind::DeregisterServices]);
    pub(crate) const CANCEL_ACCESS: Self = Self::of(&[OrderKind::CancelAccess]);
    pub(crate) const MIGRATE_ACCOUNT: Self = Self::of(&[OrderKind::MigrateAccount]);
    /// New-type orders but for an addition to a filing here, and access filings: the principal is stated anew.
    pub(crate) const STATED_ANEW: Self =
        Self::of(&[OrderKind::FirstFiling, OrderKind::AccessFiling, OrderKind::AddServiceFromElsewhere]);
    pub(crate) const ADD_SERVICE_FROM_ELSEWHERE: Self = Self::of(&[OrderKind::AddServiceFromElsewhere]);
    pub(crate) const ADD_SERVICE: Self = Self::of(&[OrderKind::AddService]);
    /// Every order that states a principal.
    pub(crate) const WITH_PRINCIPAL: Self = Self::FILING.or(Self::CHANGE_FILING);

    pub(crate) const fn of(kinds: &[OrderKind]) -> Self {
        let mut set = 0;
        let mut rest = kinds;
        while let [kind, tail @ ..] = rest {
            set |= Self::bit(*kind);
            rest = tail;
        }
        Self(set)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn contains(self, kind: OrderKind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    pub(crate) fn kinds(self) -> impl Iterator<Item = OrderKind> {
        OrderKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }

    #[allow(clippy::as_conversions)] // a fieldless enum of eleven kinds, in a const
    const fn bit(kind: OrderKind) -> u16 {
        1 << kind as u16
    }
}

/// The version that has every rule whose declaration names no other.
pub(crate) const FIRST_VERSION: &str = "0.1.0";

/// The declaration of a rule: everything that is said about it.
#[derive(Debug)]
pub(crate) struct RuleSpec {
    pub(crate) id: &'static str,
    pub(crate) docs: &'static str,
    pub(crate) severity: Severity,
    pub(crate) orders: Orders,
    pub(crate) needs: &'static [Needs],
    pub(crate) params: &'static [&'static str],
    pub(crate) origin: Origin,
    /// The ministry's result codes that the rule foresees.
    pub(crate) miit: &'static [u16],
    /// The providers whose practice it is; empty where it holds for all.
    pub(crate) providers: &'static [Provider],
    /// Where a provider's own document says so: what a finding under its rulebook quotes.
    pub(crate) cited: &'static [(Provider, Document, &'static str)],
    /// The version of this crate that has it first.
    pub(crate) since: &'static str,
    /// What the rule states, in a sentence.
    pub(crate) summary: Text,
    /// What a finding tells the applicant, with `{param}` in it.
    pub(crate) message: Text,
    pub(crate) check: &'static [Check],
    /// What mends a finding.
    pub(crate) remedy: Option<Way>,
}

impl RuleSpec {
    /// The place in the provider's own document, where one says so.
    pub(crate) fn cited_by(&self, provider: Provider) -> Option<Source> {
        let (_, document, place) = self.cited.iter().find(|(citing, ..)| *citing == provider)?;
        Some(Source::new(document.title, *place, document.date))
    }
}

/// Declares the rules of a group, in the order in which they are checked at a place: of two that would blame
/// the same value, the earlier speaks. Behind the check may stand what mends a finding: `remedy: way::remove`. A rule
/// that the first version did not have says which had it first: `since: "0.2.0"`.
macro_rules! rule_group {
    (@remedy) => { None };
    (@remedy $remedy:expr) => { Some($remedy) };
    (@since) => { $crate::rule::FIRST_VERSION };
    (@since $since:literal) => { $since };
    ($(
        $(#[doc = $doc:literal])*
        $name:ident = $id:literal {
            severity: $severity:ident,
            orders: $($orders:ident)|+,
            needs: [$($need:ident),* $(,)?],
            params: [$($param:ident),* $(,)?],
            source: $origin:expr,
            $(miit: [$($miit:literal),* $(,)?],)?
            $(providers: [$($provider:ident),+ $(,)?],)?
            $(cited: [$($citing:ident: $cited:expr, $place:literal);+ $(;)?],)?
            $(since: $since:literal,)?
            summary: { zh: $szh:literal, en: $sen:literal $(,)? },
            message: { zh: $zh:literal, en: $en:literal $(,)? },
            check: $check:expr $(, remedy: $remedy:expr)? $(,)?
        }
    )+) => {
        $(
            $(#[doc = $doc])*
            pub(crate) static $name: $crate::rule::RuleSpec = $crate::rule::RuleSpec {
                id: $id,
                docs: concat!($($doc, "\n"),*),
                severity: $crate::rule::Severity::$severity,
                orders: $crate::rule::Orders::of(&[])$(.or($crate::rule::Orders::$orders))+,
                needs: &[$($crate::rule::Needs::$need),*],
                params: &[$(stringify!($param)),*],
                origin: $origin,
                miit: &[$($($miit),*)?],
                providers: &[$($($crate::rulebook::Provider::$provider),+)?],
                cited: &[$($(($crate::rulebook::Provider::$citing, $cited, $place)),+)?],
                since: $crate::rule::rule_group!(@since $($since)?),
                summary: $crate::language::Text { zh: $szh, en: $sen },
                message: $crate::language::Text { zh: $zh, en: $en },
                check: $check,
                remedy: $crate::rule::rule_group!(@remedy $($remedy)?),
            };
        )+

        /// The rules of this group.
        pub(crate) static RULES: &[&$crate::rule::RuleSpec] = &[$(&$name),+];
    };
}
pub(crate) use rule_group;

/// Where a rule of the catalogue stands among the ids.
static RANKS: Lazy<Vec<usize>> = Lazy::new(|| {
    let rank = |rule: Rule| BY_ID.partition_point(|other| other.id() < rule.id());
    Rule::all().map(rank).collect()
});

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
pub struct Rule(&'static RuleSpec);

static BY_ID: Lazy<Vec<Rule>> = Lazy::new(|| {
    let mut rules: Vec<Rule> = Rule::all().collect();
    rules.sort_unstable();
    rules
});

impl Rule {
    /// Every rule, in the order of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        rules::GROUPS.iter().flat_map(|group| group.iter()).map(|spec| Self(spec))
    }

    /// The rule at a place of the catalogue.
    pub(crate) fn at(index: usize) -> Option<Self> {
        let mut rest = index;
        for group in rules::GROUPS {
            match group.get(rest) {
                Some(spec) => return Some(Self(spec)),
                None => rest -= group.len(),
            }
        }
        None
    }

    /// Where the rule at a place of the catalogue stands among the ids.
    pub(crate) fn rank(index: usize) -> usize {
        RANKS.get(index).copied().unwrap_or(usize::MAX)
    }

    /// The rule of this id.
    pub fn from_id(id: &str) -> Option<Self> {
        let rules = &*BY_ID;
        rules.binary_search_by(|rule| rule.id().cmp(id)).ok().and_then(|i| rules.get(i)).copied()
    }

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
    pub const fn params(self) -> &'static [&'static str] {
        self.0.params
    }

    /// Which document says so.
    pub fn source(self) -> Source {
        self.0.origin.whole()
    }

    /// Which document says so to the customers of a provider: its own, where one does.
    pub fn source_under(self, provider: Provider) -> Source {
        self.0.cited_by(provider).unwrap_or_else(|| self.source())
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

    /// The version of this crate that has it first.
    ///
    /// ```
    /// let rule: beian::Rule = "domain.level-exceeded".parse()?;
    /// assert_eq!(rule.since(), "0.1.0");
    /// # Ok::<(), beian::UnknownRule>(())
    /// ```
    pub const fn since(self) -> &'static str {
        self.0.since
    }

    /// What it states, in a sentence.
    pub const fn summary(self, language: Language) -> &'static str {
        self.0.summary.get(language)
    }

    /// What a finding says, with its parameters in braces.
    pub const fn template(self, language: Language) -> &'static str {
        self.0.message.get(language)
    }

    /// The documentation of the rule, in Markdown: what it states, why, and an example.
    pub fn explain(self) -> &'static str {
        self.0.docs.trim()
    }

    /// Whether it depends on nothing in the order: printed with every order of its kinds, never a finding.
    pub const fn is_notice(self) -> bool {
        matches!(self.0.check, [Check::Notice])
    }

    pub(crate) const fn spec(self) -> &'static RuleSpec {
        self.0
    }
}

impl OrderKind {
    /// What everyone should know who hands in an order of this kind: rules that depend on nothing in it.
    pub fn notices(self) -> impl Iterator<Item = Rule> {
        Rule::all().filter(move |rule| rule.is_notice() && rule.spec().orders.contains(self))
    }
}

impl From<&'static RuleSpec> for Rule {
    fn from(spec: &'static RuleSpec) -> Self {
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

impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
