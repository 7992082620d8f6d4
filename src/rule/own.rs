//! Rules of a service's own, beside those of this crate.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::rule::{Rule, Severity, Source};
use crate::text::{set, Both, Language};

/// A rule of a service's own: it stands in a [`Rulebook`](crate::Rulebook) beside the rules of this crate, and is asked
/// with them.
///
/// It has an id outside the groups of this crate, a severity, texts in both languages, a source, and a closure that is
/// asked of each part of one kind: [`asked_of`](Self::asked_of). What it finds goes by the same laws as any other
/// finding: a value that has a blocker gets no second finding, so a rule of one's own may take for granted that what is
/// missing or malformed is told already. [`what_if`](crate::what_if()), [`Checklist`](crate::Checklist) and
/// [`Comparison`](crate::Comparison) have its findings, and a [`RulebookPatch`](crate::RulebookPatch) switches it off or
/// gives it another severity.
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{
///     validate, Asked, Context, Domain, Found, Key, Language, Order, OwnRule, Param, Rulebook, Severity, Source,
/// };
///
/// let rule = OwnRule::new(
///     "acme.domain-for-tests",
///     Severity::Blocker,
///     "{name} 仅供内部测试，不能备案",
///     "{name} is for tests only and cannot be filed",
///     Source::new("Acme 域名规范", "4.2", None),
/// )?
/// .asked_of(|domain: &Domain, asked: &mut Asked<'_>| {
///     let Some(name) = domain.name.as_deref() else { return };
///     if name.ends_with("-test.cn") {
///         asked.find(Found::at(Key::Name).with("name", Param::name(name)));
///     }
/// });
/// let rulebook = Rulebook::default().with_rules([rule])?;
///
/// let site = Website::new().with_domains([Domain::named("shop-test.cn")]);
/// let order = Order::FirstFiling(Filing::new().with_services([site]));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &rulebook);
/// let finding = report.find("acme.domain-for-tests", "/services/0/domains/0/name")?;
/// assert_eq!(
///     finding.message(Language::En).to_string(),
///     "shop-test.cn is for tests only and cannot be filed"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Texts
///
/// `{name}` in a text stands for the parameter of that name, which the finding brings. Both languages have the same ones.
/// `{count:service}` is a number with its English noun, `{count:entry/entries}` where the plural is another.
///
/// # The same arguments, the same report
///
/// That holds as long as the closure is a function of what it is given: no clock, no file, nothing that it remembers.
#[derive(Clone)]
pub struct OwnRule {
    meta: Arc<OwnMeta>,
    /// What is asked, in the form that the engine gives it; only the engine knows that form.
    checks: Vec<Arc<dyn Any + Send + Sync>>,
}

/// What describes a rule of a service's own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OwnMeta {
    pub(crate) id: Box<str>,
    pub(crate) severity: Severity,
    pub(crate) orders: OrderKindSet,
    pub(crate) summary: Option<Both<Box<str>>>,
    pub(crate) message: Both<Box<str>>,
    pub(crate) params: Vec<Box<str>>,
    pub(crate) source: Source,
}

/// Why a rule of a service's own cannot be made.
///
/// ```
/// use beian::{OwnRule, OwnRuleError, Severity, Source};
/// let rule = |id: &str, zh: &str, en: &str| {
///     OwnRule::new(id, Severity::Advice, zh, en, Source::new("Acme 域名规范", "", None)).unwrap_err()
/// };
/// assert_eq!(rule("acme", "请改名", "rename it"), OwnRuleError::Form);
/// assert_eq!(rule("domain.of-acme", "请改名", "rename it"), OwnRuleError::GroupTaken);
/// assert_eq!(rule("acme.name", "请改名：{name}", "rename it"), OwnRuleError::Params);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OwnRuleError {
    /// The id is not `group.slug` in lower-case letters, digits and hyphens.
    #[error("an id has the form `group.slug`, in lower-case letters, digits and hyphens")]
    Form,
    /// The group is one of this crate's.
    #[error("the group of the id is one of this crate's: choose your own")]
    GroupTaken,
    /// A text is empty.
    #[error("a text is empty: both languages have one")]
    Empty,
    /// The texts have different parameters.
    #[error("the parameters in braces are not the same in both languages")]
    Params,
}

impl OwnRule {
    /// A rule with this id `group.slug`, of a group that is none of this crate's, and with what its findings say in
    /// Chinese and in English. It is of every kind of order, and of no part yet.
    ///
    /// # Errors
    /// [`OwnRuleError`], where the id is of another form or its group is taken, or where the texts do not fit together.
    pub fn new(
        id: &str,
        severity: Severity,
        zh: impl Into<Box<str>>,
        en: impl Into<Box<str>>,
        source: Source,
    ) -> Result<Self, OwnRuleError> {
        let (group, slug) = id.split_once('.').ok_or(OwnRuleError::Form)?;
        let is_word = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if !is_word(group) || !is_word(slug) {
            return Err(OwnRuleError::Form);
        }
        if Rule::all().any(|rule| rule.group() == group) {
            return Err(OwnRuleError::GroupTaken);
        }
        let message = Both { zh: zh.into(), en: en.into() };
        if message.zh.trim().is_empty() || message.en.trim().is_empty() {
            return Err(OwnRuleError::Empty);
        }
        let params = slots(&message.zh);
        let is_alike = set(slots(&message.en)) == set(params.iter().cloned());
        if !is_alike {
            return Err(OwnRuleError::Params);
        }
        let orders = OrderKindSet::ALL;
        let meta = OwnMeta { id: id.into(), severity, orders, summary: None, message, params, source };
        Ok(Self { meta: Arc::new(meta), checks: Vec::new() })
    }

    /// The same, for orders of these kinds only.
    #[must_use]
    pub fn with_orders(mut self, orders: impl IntoIterator<Item = impl Into<OrderKind>>) -> Self {
        let kinds: Vec<OrderKind> = orders.into_iter().map(Into::into).collect();
        Arc::make_mut(&mut self.meta).orders = OrderKindSet::of(&kinds);
        self
    }

    /// The same, with what the rule states, in a sentence: for a list of rules. Without, that is what its findings say.
    #[must_use]
    pub fn with_summary(mut self, zh: impl Into<Box<str>>, en: impl Into<Box<str>>) -> Self {
        Arc::make_mut(&mut self.meta).summary = Some(Both { zh: zh.into(), en: en.into() });
        self
    }

    /// The id, `group.slug`.
    pub fn id(&self) -> &str {
        &self.meta.id
    }

    /// The severity that it was made with; what counts is the [rulebook's](crate::Rulebook::rule).
    pub fn default_severity(&self) -> Severity {
        self.meta.severity
    }

    /// The kinds of orders that it is asked of.
    pub fn orders(&self) -> impl Iterator<Item = OrderKind> {
        self.meta.orders.kinds()
    }

    /// The names of a finding's parameters.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.meta.params.iter().map(|name| &**name)
    }

    /// What it states, in a sentence.
    pub fn summary(&self, language: Language) -> &str {
        self.meta.summary.as_ref().unwrap_or(&self.meta.message).get(language)
    }

    /// What a finding says, with its parameters in braces.
    pub fn template(&self, language: Language) -> &str {
        self.meta.message.get(language)
    }

    /// Which document says so.
    pub fn source(&self) -> &Source {
        &self.meta.source
    }

    pub(crate) const fn meta(&self) -> &Arc<OwnMeta> {
        &self.meta
    }

    pub(crate) fn checks(&self) -> &[Arc<dyn Any + Send + Sync>] {
        &self.checks
    }

    pub(crate) fn with_check(mut self, check: Arc<dyn Any + Send + Sync>) -> Self {
        self.checks.push(check);
        self
    }
}

impl fmt::Debug for OwnRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OwnRule({})", self.id())
    }
}

impl fmt::Display for OwnRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl AsRef<str> for OwnRule {
    fn as_ref(&self) -> &str {
        self.id()
    }
}

/// The names in the braces of a text, each once.
fn slots(text: &str) -> Vec<Box<str>> {
    let mut names: Vec<Box<str>> = Vec::new();
    for slot in text.split('{').skip(1) {
        let name = slot.split(['}', '?', ':']).next().unwrap_or_default();
        if !names.iter().any(|known| **known == *name) {
            names.push(name.into());
        }
    }
    names
}
