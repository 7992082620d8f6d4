//! The rules of a rulebook: this crate's and the service's own, each with the severity in force.

use std::sync::Arc;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Rulebook, RulebookError};
use crate::model::order::OrderKind;
use crate::path::FieldPath;
use crate::rule::{OwnRule, Rule, Severity, Source};
use crate::text::{Both, Language};

/// A rule as a rulebook has it: on or off, and how severe.
///
/// Serialises with `id`, `severity` (`null` where it is off), `default_severity`, `patched` and `summary`.
///
/// ```
/// use beian::{Rulebook, RulebookPatch, Severity};
///
/// let patch = RulebookPatch::new().with_severity("domain.suffix-unconfirmed", Severity::Blocker);
/// let rulebook = Rulebook::default().patched(&patch)?;
/// let rule = rulebook.rule("domain.suffix-unconfirmed").unwrap();
/// assert_eq!((rule.default_severity(), rule.severity()), (Severity::Warning, Some(Severity::Blocker)));
/// assert!(rule.is_on() && rule.is_patched());
/// assert_eq!(rulebook.rules().filter(|rule| rule.is_patched()).count(), 1);
/// # Ok::<(), beian::RulebookError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct RulebookRule<'a> {
    rulebook: &'a Rulebook,
    which: Which<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Which<'a> {
    BuiltIn(Rule),
    Own(&'a OwnRule),
}

impl<'a> RulebookRule<'a> {
    /// The id, `group.slug`.
    pub fn id(&self) -> &'a str {
        match self.which {
            Which::BuiltIn(rule) => rule.id(),
            Which::Own(own) => own.id(),
        }
    }

    /// The rule, where it is one of this crate's.
    pub const fn built_in(&self) -> Option<Rule> {
        match self.which {
            Which::BuiltIn(rule) => Some(rule),
            Which::Own(_) => None,
        }
    }

    /// The rule, where it is the service's own.
    pub const fn own(&self) -> Option<&'a OwnRule> {
        match self.which {
            Which::BuiltIn(_) => None,
            Which::Own(own) => Some(own),
        }
    }

    /// The severity in force; `None` where the rule is off.
    pub fn severity(&self) -> Option<Severity> {
        match self.which {
            Which::BuiltIn(rule) => self.rulebook.severity(rule),
            Which::Own(own) => self.rulebook.severity_of_own(own),
        }
    }

    /// The severity without any patch; that of another provider's practice is what it is there.
    pub fn default_severity(&self) -> Severity {
        match self.which {
            Which::BuiltIn(rule) => rule.default_severity(),
            Which::Own(own) => own.default_severity(),
        }
    }

    /// Whether it is on.
    pub fn is_on(&self) -> bool {
        self.severity().is_some()
    }

    /// Whether a patch gives it its severity, or switches it off.
    pub fn is_patched(&self) -> bool {
        let prepared = &self.rulebook.0;
        match self.which {
            Which::BuiltIn(rule) => prepared.severities.contains(&rule),
            Which::Own(own) => prepared.own_severities.contains(own.id()),
        }
    }

    /// The kinds of orders that it is asked of.
    pub fn orders(&self) -> Vec<OrderKind> {
        match self.which {
            Which::BuiltIn(rule) => rule.orders().collect(),
            Which::Own(own) => own.orders().collect(),
        }
    }

    /// What it states, in a sentence.
    pub fn summary(&self, language: Language) -> &'a str {
        match self.which {
            Which::BuiltIn(rule) => rule.summary(language),
            Which::Own(own) => own.summary(language),
        }
    }

    /// What a finding in an order of this kind quotes first, where it rests on no limit or cell with a document of its
    /// own; `None` where the rule is not of the kind.
    pub fn source_for(&self, kind: OrderKind) -> Option<Source> {
        match self.which {
            Which::BuiltIn(rule) => {
                let own = || self.rulebook.document(rule).filter(|_| rule.meta().orders.contains(kind));
                let provider = self.rulebook.provider();
                own().or_else(|| rule.meta().quoted_under(provider, kind, &FieldPath::root()))
            }
            Which::Own(own) => own.meta().orders.contains(kind).then(|| own.source().clone()),
        }
    }
}

impl Serialize for RulebookRule<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rule = serializer.serialize_struct("RulebookRule", 5)?;
        rule.serialize_field("id", self.id())?;
        rule.serialize_field("severity", &self.severity())?;
        rule.serialize_field("default_severity", &self.default_severity())?;
        rule.serialize_field("patched", &self.is_patched())?;
        rule.serialize_field("summary", &Both::of(|language| self.summary(language)))?;
        rule.end()
    }
}

impl Rulebook {
    /// Every rule of the rulebook, also those that are off: this crate's in the order of the catalogue, then the
    /// service's own.
    pub fn rules(&self) -> impl Iterator<Item = RulebookRule<'_>> {
        let built_in = Rule::all().map(Which::BuiltIn);
        let own = self.0.own.iter().map(Which::Own);
        built_in.chain(own).map(|which| RulebookRule { rulebook: self, which })
    }

    /// The rule of this id, this crate's or the service's own.
    pub fn rule(&self, id: &str) -> Option<RulebookRule<'_>> {
        let own = || self.0.own.iter().find(|own| own.id() == id).map(Which::Own);
        let which = Rule::from_id(id).map(Which::BuiltIn).or_else(own)?;
        Some(RulebookRule { rulebook: self, which })
    }

    /// Whether a rule is on: one of another provider's practice is not, and a patch may switch rules off.
    pub fn is_on(&self, rule: Rule) -> bool {
        self.severity(rule).is_some()
    }

    /// The severity in force: what a patch says, else the rule's own; `None` where the rule is off.
    ///
    /// ```
    /// use beian::{Rule, Rulebook, RulebookPatch, Severity};
    /// let rule: Rule = "domain.suffix-unconfirmed".parse()?;
    /// let rulebook = Rulebook::default();
    /// assert_eq!(rulebook.severity(rule), Some(Severity::Warning));
    /// let without = rulebook.patched(&RulebookPatch::new().without_rule(rule))?;
    /// assert_eq!(without.severity(rule), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        self.0.severity(rule)
    }

    /// The service's own rules, in the order in which they are asked.
    pub fn own_rules(&self) -> &[OwnRule] {
        &self.0.own
    }

    /// The same, with rules of the service's own, asked behind those that it has. Reports do not name them: a rule that
    /// finds nothing leaves no trace.
    ///
    /// ```
    /// use beian::{OwnRule, Rulebook, Severity, Source};
    /// let source = Source::new("Acme 客户须知", "", None);
    /// let rule = OwnRule::new("acme.notice", Severity::Advice, "请阅读须知", "read the notice", source)?;
    /// let rulebook = Rulebook::default().with_rules([rule.clone()])?;
    /// assert!(rulebook.rule("acme.notice").is_some_and(|rule| rule.is_on()));
    /// assert!(rulebook.with_rules([rule]).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`RulebookError`] where two rules have one id.
    pub fn with_rules(&self, rules: impl IntoIterator<Item = OwnRule>) -> Result<Self, RulebookError> {
        let mut own = self.0.own.to_vec();
        for rule in rules {
            if own.iter().any(|known| known.id() == rule.id()) {
                return Err(RulebookError::taken().at(&format!("/rules/{rule}")));
            }
            own.push(rule);
        }
        Ok(self.with(|prepared| prepared.own = Arc::from(own)))
    }

    /// The severity in force of one of the service's own rules; `None` where it is off.
    pub(crate) fn severity_of_own(&self, rule: &OwnRule) -> Option<Severity> {
        let set = self.0.own_severities.get(rule.id()).copied();
        set.unwrap_or(Some(rule.default_severity()))
    }
}
