//! What is wrong with an order.

use crate::model::order::OrderKind;
use crate::path::FieldPath;
use crate::report::message::Rendered;
use crate::report::remedy::{Remedy, Suggestion};
use crate::report::{Param, Params};
use crate::rule::{of_other, Actor, OwnMeta, Provider, Rule, Severity, Source};
use crate::text::{written, Both, Language};
use crate::value::masked_text;
use serde::ser::SerializeStruct;
use serde::Deserialize;
use serde::Serialize;
use serde::Serializer;
use std::fmt;
use std::sync::Arc;

/// The parameter that names further places; findings of any rule on a responsible person may have it.
const ALSO: &str = "also";

/// Something that is wrong with an order.
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{validate, Context, Domain, Language, Order, Rulebook, Severity};
///
/// let site = Website::new().with_domains([Domain::named("http://example.com/")]);
/// let order = Order::FirstFiling(Filing::new().with_services([site]));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &Rulebook::default());
/// let finding = report.find("domain.malformed", "/services/0/domains/0/name")?;
///
/// assert_eq!(finding.severity, Severity::Blocker);
/// println!("{}", finding.message(Language::Zh)); // 域名格式不正确：……
/// // A service that writes its own texts takes the parameters.
/// assert!(finding.params.get("reason").is_some());
/// println!("{}, {}", finding.source().document, finding.source().section);
/// // What would fix it, to be applied or suggested.
/// if let Some(remedy) = finding.remedy() {
///     println!("{}", remedy.message(Language::Zh));
/// }
/// # Ok::<(), beian::FindingNotFound>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    name: Name,
    /// How severe it is in this order: a province or a patch may make it differ from the rule's severity.
    pub severity: Severity,
    /// The smallest value that has to change; a missing value at the place where it belongs.
    pub path: FieldPath,
    /// What the message speaks of: both sides of a comparison, reasons, names.
    pub params: Params,
    origin: SourceOf,
    remedy: Option<Box<Remedy>>,
}

#[derive(Debug, Clone, PartialEq)]
enum Name {
    Rule(Rule),
    /// A rule of a service's own.
    Own(Arc<OwnMeta>),
    /// Of a report that was read: the texts as they were written.
    Other {
        id: Box<str>,
        zh: Box<str>,
        en: Box<str>,
    },
}

#[derive(Debug, Clone, PartialEq)]
enum SourceOf {
    /// As of an order of this kind with this provider; `None` is one that is none of this crate's.
    Rule(OrderKind, Option<Provider>),
    Given(Source),
    /// The source of one fact, and what the message says of its standing.
    Fact {
        source: Source,
        zh: Box<str>,
        en: Box<str>,
    },
}

impl Finding {
    pub(crate) fn of(
        rule: Rule,
        severity: Severity,
        path: FieldPath,
        mut params: Params,
        (order, provider): (OrderKind, Option<Provider>),
    ) -> Self {
        mask(&mut params);
        Self {
            name: Name::Rule(rule),
            severity,
            path,
            params,
            origin: SourceOf::Rule(order, provider),
            remedy: None,
        }
    }

    /// The same, citing the document that states a limit of the provider.
    pub(crate) fn sourced(mut self, source: Source) -> Self {
        self.origin = SourceOf::Given(source);
        self
    }

    /// The same, resting on a fact: it cites the fact's source, and the message states the fact's standing.
    pub(crate) fn resting_on(mut self, fact: Fact) -> Self {
        let Fact { source, zh, en, .. } = fact;
        self.origin = SourceOf::Fact { source, zh: zh.into(), en: en.into() };
        self
    }

    /// A finding of a service's own rule.
    pub(crate) fn of_own(
        rule: &Arc<OwnMeta>,
        severity: Severity,
        path: FieldPath,
        mut params: Params,
    ) -> Self {
        mask(&mut params);
        let origin = SourceOf::Given(rule.source.clone());
        Self { name: Name::Own(Arc::clone(rule)), severity, path, params, origin, remedy: None }
    }

    /// The same with what would fix it: for a service's own finding.
    #[must_use]
    pub fn with_remedy(mut self, remedy: Remedy) -> Self {
        self.remedy = Some(Box::new(remedy));
        self
    }

    /// Gives it what fixes it, unless that would repeat a person's number.
    pub(crate) fn give(&mut self, remedy: Remedy) {
        let is_personal = |value: &Suggestion| masked_text(&value.value).is_some();
        let repeats = match &remedy {
            Remedy::Set { value, .. } => is_personal(value),
            Remedy::Choose { choices, .. } => choices.iter().any(is_personal),
            _ => false,
        };
        if !repeats {
            self.remedy = Some(Box::new(remedy));
        }
    }

    /// What would fix it, in a form that a program can use; `None` where no way can be named.
    pub fn remedy(&self) -> Option<&Remedy> {
        self.remedy.as_deref()
    }

    /// Says that the same stands at these places too, of the same person.
    pub(crate) fn stands_also_at(&mut self, places: &[FieldPath]) {
        let places = places.iter().map(|place| Param::name(place.to_string())).collect();
        self.params.push(ALSO, Param::List(places));
    }

    /// The other places at which the same is wrong, where one person stands in several roles with the same value. On
    /// the wire they are the parameter `also`.
    pub fn also(&self) -> impl Iterator<Item = FieldPath> + '_ {
        let places = match self.params.get(ALSO) {
            Some(Param::List(places)) => places.as_slice(),
            _ => &[],
        };
        places.iter().filter_map(|place| match place {
            Param::Name(place) => place.parse().ok(),
            _ => None,
        })
    }

    /// The id of the rule, `group.slug`.
    pub fn rule(&self) -> &str {
        match &self.name {
            Name::Rule(rule) => rule.id(),
            Name::Own(rule) => &rule.id,
            Name::Other { id, .. } => id,
        }
    }

    /// The rule, where it is one of this crate's, also in a report that was read; `None` for a service's own,
    /// and for one that only a newer version has.
    pub fn known_rule(&self) -> Option<Rule> {
        match &self.name {
            Name::Rule(rule) => Some(*rule),
            Name::Own(_) => None,
            Name::Other { id, .. } => Rule::from_id(id),
        }
    }

    /// Who has to act, and where. A service's own rule, and one that only a newer version has, counts as one on the form.
    pub fn actor(&self) -> Actor {
        self.known_rule().map_or(Actor::Form, Rule::actor)
    }

    /// The ministry's result codes that it foresees: an order that is refused for it comes back with one of
    /// them.
    pub fn miit_codes(&self) -> &'static [u16] {
        self.known_rule().map_or(&[], Rule::miit_codes)
    }

    /// The message to the applicant.
    pub fn message(&self, language: Language) -> impl fmt::Display + '_ {
        self.in_language(language)
    }

    fn in_language(&self, language: Language) -> Message<'_> {
        let (template, params) = match (&self.name, language) {
            (Name::Rule(rule), _) => (rule.template(language), Some(&self.params)),
            (Name::Own(rule), language) => (&**rule.message.get(language), Some(&self.params)),
            (Name::Other { zh, .. }, Language::Zh) => (&**zh, None),
            (Name::Other { en, .. }, Language::En) => (&**en, None),
        };
        let basis = match (&self.origin, language) {
            (SourceOf::Fact { zh, .. }, Language::Zh) => zh,
            (SourceOf::Fact { en, .. }, Language::En) => en,
            _ => "",
        };
        Message { template, params, basis, language }
    }

    /// Which document says so: the provider's own where there is one, else one of the state; else another provider's,
    /// whose title then begins with `其他接入服务商文件：`.
    pub fn source(&self) -> Source {
        let quoted = |source: Option<Source>| source.unwrap_or_else(|| Source::new("", "", None));
        match (&self.origin, &self.name) {
            (SourceOf::Given(source) | SourceOf::Fact { source, .. }, _) => source.clone(),
            (SourceOf::Rule(kind, provider), Name::Rule(rule)) => {
                quoted(rule.meta().quoted_under(*provider, *kind, &self.path))
            }
            (_, Name::Own(_) | Name::Other { .. }) => quoted(None),
        }
    }
}

/// Masks a personal number that was typed for something else.
fn mask(params: &mut Params) {
    params.respell(masked_text);
}

/// A fact that a finding rests on.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    /// The severity that the finding has at most.
    pub(crate) most: Severity,
    pub(crate) source: Source,
    /// What the message says of how well the fact is established, in Chinese.
    pub(crate) zh: String,
    /// What the message says of how well the fact is established, in English.
    pub(crate) en: String,
}

impl Fact {
    /// The same, in an order with this provider; `None` is one that is none of this crate's.
    pub(crate) fn under(self, provider: Option<Provider>) -> Self {
        Self { source: of_other(self.source, provider), ..self }
    }
}

struct Message<'a> {
    template: &'a str,
    params: Option<&'a Params>,
    basis: &'a str,
    language: Language,
}

impl Message<'_> {
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let Self { template, language, .. } = *self;
        match self.params {
            Some(params) => Rendered { template, params, language }.write(out)?,
            None => out.write_str(template)?,
        }
        if let Some(Param::List(places)) = self.params.and_then(|params| params.get(ALSO)) {
            match language {
                Language::Zh => write!(out, "另有 {} 处填写了相同内容，请一并修改。", places.len())?,
                Language::En if places.len() == 1 => {
                    out.write_str(" The same is entered in one other place: correct both.")?;
                }
                Language::En => {
                    write!(out, " The same is entered in {} other places: correct them all.", places.len())?;
                }
            }
        }
        if !self.basis.is_empty() && language == Language::En {
            out.write_str(" ")?;
        }
        out.write_str(self.basis)
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = if self.remedy.is_some() { 7 } else { 6 };
        let mut finding = serializer.serialize_struct("Finding", length)?;
        finding.serialize_field("rule", self.rule())?;
        finding.serialize_field("severity", &self.severity)?;
        finding.serialize_field("path", &self.path)?;
        let message = Both::of(|language| written(|out| self.in_language(language).write(out)));
        finding.serialize_field("message", &message)?;
        finding.serialize_field("params", &self.params)?;
        finding.serialize_field("source", &self.source())?;
        match &self.remedy {
            Some(remedy) => finding.serialize_field("remedy", remedy)?,
            None => finding.skip_field("remedy")?,
        }
        finding.end()
    }
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            rule: Box<str>,
            severity: Severity,
            path: FieldPath,
            message: Both<Box<str>>,
            #[serde(default)]
            params: Params,
            source: Source,
            remedy: Option<Box<Remedy>>,
        }
        let Written { rule, severity, path, message: Both { zh, en }, params, source, remedy } =
            Written::deserialize(deserializer)?;
        Ok(Self {
            name: Name::Other { id: rule, zh, en },
            severity,
            path,
            params,
            origin: SourceOf::Given(source),
            remedy,
        })
    }
}
