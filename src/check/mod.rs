//! Single questions of a filing, each asked with the parts that it is about: no order, no context, no rulebook.
//!
//! Whoever has only a domain, a server or a list of packages asks here. The rules of the crate ask the same functions:
//! an order with that one part has a finding exactly where the function says no, with the same values and the same
//! source.
//!
//! | module | what is asked |
//! |---|---|
//! | [`service_limits`] | how many services an order may have, of whom, in a province, with a provider |
//! | [`package_names`] | which package names of one principal's APPs collide |
//! | [`domain_level`] | the level of an APP's domain, the approval of a suffix |
//! | [`resources`] | whether a cloud resource can carry a filing on a day |
//! | [`province`] | what a province asks, and whether a value satisfies it |
//! | [`service_name`] | what the name of a service looks like |
//! | [`certificate`] | the number of a certificate, and how long it is valid |
//! | [`material`] | format and size of what is uploaded |
//!
//! # Answers
//!
//! An answer is a [`Verdict`]: it [fits](Verdict::Fits), it [fails](Verdict::Fails) with a [`Problem`], or it is
//! [undetermined](Verdict::Undetermined), with what is [needed](Needed). A problem has a reason, which is one of a
//! closed list with both compared values as typed fields, and says the rule that it breaks and the document that
//! states it. Nothing is allocated for an answer that is yes.
//!
//! Limits are those of a provider: [`Limits::guide`] has the guide's, [`Rulebook::limits`] those of any provider or
//! patch.
//!
//! ```
//! use beian::check::{service_limits, Verdict};
//! use beian::{Filer, Language, Limits};
//!
//! assert_eq!(service_limits::new_services(10, Filer::Organization, Limits::guide()), Verdict::Fits);
//!
//! let Verdict::Fails(problem) = service_limits::new_services(2, Filer::Individual, Limits::guide()) else { panic!() };
//! assert_eq!(problem.code(), "too_many_in_order");
//! assert_eq!(problem.rule(), "order.services-over-limit");
//! assert_eq!(problem.message(Language::En).to_string(), "more services than one order may have (found: 2; expected: 1)");
//! println!("{}", problem.source().show(Language::Zh));
//! ```
//!
//! [`Limits::guide`]: crate::Limits::guide
//! [`Rulebook::limits`]: crate::Rulebook::limits

use std::fmt;

use crate::model::order::OrderKind;
use crate::path::Key;
use crate::rule::{Rule, Source};
use crate::rulebook::{Limit, Limits};
use crate::text::{Language, Param, Text};
use crate::value::masked_text;

#[macro_use]
mod problems;
pub mod certificate;
pub mod domain_level;
pub mod material;
pub mod package_names;
pub mod province;
pub mod resources;
pub mod service_limits;
pub mod service_name;

pub use problems::Reason;

/// The answer to one question.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Verdict<R> {
    /// Yes.
    Fits,
    /// No, and why.
    Fails(Problem<R>),
    /// It depends on a fact that is not there. It is never guessed.
    Undetermined(Needed),
}

impl<R> Verdict<R> {
    /// Whether the answer is yes.
    pub const fn fits(&self) -> bool {
        matches!(self, Self::Fits)
    }

    /// What is wrong, where the answer is no.
    pub const fn problem(&self) -> Option<&Problem<R>> {
        match self {
            Self::Fails(problem) => Some(problem),
            _ => None,
        }
    }

    /// What is needed, where there is no answer.
    pub const fn needed(&self) -> Option<Needed> {
        match self {
            Self::Undetermined(needed) => Some(*needed),
            _ => None,
        }
    }
}

impl<R: Reason> Verdict<R> {
    /// The same with another reason, of the same rule and source.
    fn map<S>(self, reason: impl FnOnce(R) -> S) -> Verdict<S> {
        match self {
            Self::Fits => Verdict::Fits,
            Self::Fails(Problem { reason: own, rule, limit, source }) => {
                Verdict::Fails(Problem { reason: reason(own), rule, limit, source })
            }
            Self::Undetermined(needed) => Verdict::Undetermined(needed),
        }
    }

    /// The same as a breach of another rule.
    fn under(self, rule: &'static str) -> Self {
        match self {
            Self::Fails(problem) => Self::Fails(problem.under(rule)),
            other => other,
        }
    }

    pub(crate) fn fails(reason: R) -> Self {
        Self::Fails(Problem::new(reason))
    }

    /// No, by a limit of the provider: its document is the source where it has its own.
    pub(crate) fn exceeds(reason: R, limit: Limit, limits: &Limits) -> Self {
        let mut problem = Problem::new(reason);
        problem.limit = Some(limit);
        problem.source = limits.source(limit).cloned().map(Box::new);
        Self::Fails(problem)
    }

    /// What a person reads: the problem, what is needed, or that it fits.
    ///
    /// ```
    /// use beian::check::domain_level;
    /// use beian::value::DomainName;
    /// use beian::{Language, Limits};
    ///
    /// let deep = DomainName::parse("a.b.c.example.com")?;
    /// let verdict = domain_level::app_domain(&deep, Limits::guide());
    /// assert_eq!(verdict.show(Language::Zh).to_string(), "APP 域名级别过深（当前：5；规定：4）");
    /// # Ok::<(), beian::value::DomainNameError>(())
    /// ```
    pub fn show(&self, language: Language) -> impl fmt::Display + '_ {
        Shown { verdict: self, language }
    }
}

struct Shown<'a, R> {
    verdict: &'a Verdict<R>,
    language: Language,
}

impl<R: Reason> fmt::Display for Shown<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.verdict, self.language) {
            (Verdict::Fits, Language::Zh) => f.write_str("符合"),
            (Verdict::Fits, Language::En) => f.write_str("fits"),
            (Verdict::Fails(problem), language) => problem.message(language).fmt(f),
            (Verdict::Undetermined(needed), Language::Zh) => {
                write!(f, "无法判断，缺少：{}", needed.text().zh)
            }
            (Verdict::Undetermined(needed), Language::En) => {
                write!(f, "undetermined, not known: {}", needed.text().en)
            }
        }
    }
}

/// What is wrong: the reason with both compared values, the rule that is broken, and who states it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem<R> {
    /// Why, with the values that were compared.
    pub reason: R,
    rule: &'static str,
    limit: Option<Limit>,
    source: Option<Box<Source>>,
}

impl<R: Reason> Problem<R> {
    pub(crate) fn new(reason: R) -> Self {
        Self { rule: reason.rule(), reason, limit: None, source: None }
    }

    /// The same, as a breach of another rule: what a server lacks is the load balancer's matter where it is behind one.
    pub(crate) fn under(self, rule: &'static str) -> Self {
        Self { rule, ..self }
    }

    /// The same, stated by this document.
    pub(crate) fn stated_by(self, source: &Source) -> Self {
        Self { source: Some(Box::new(source.clone())), ..self }
    }

    /// The limit that was exceeded, where one was.
    pub const fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// The code of the reason, `snake_case`, stable.
    pub fn code(&self) -> &'static str {
        self.reason.term().code
    }

    /// The reason in both languages, without the values.
    pub fn text(&self) -> Text {
        self.reason.term().text
    }

    /// What was found. Where it reads as an identity number or a mobile it is masked, as in a finding.
    pub fn found(&self) -> Param {
        masked(self.reason.found())
    }

    /// What is required in its place, masked likewise.
    pub fn required(&self) -> Param {
        masked(self.reason.required())
    }

    /// The id of the rule that is broken; its documentation says more.
    pub const fn rule(&self) -> &'static str {
        self.rule
    }

    /// The rule that is broken.
    pub fn known_rule(&self) -> Option<Rule> {
        Rule::from_id(self.rule)
    }

    /// The document that says so, as it is quoted for the first of the rule's order kinds.
    pub fn source(&self) -> Source {
        self.source_of(|rule| rule.orders().find_map(|order| rule.source_for(order)))
    }

    /// The document as a finding of an order of this kind quotes it: the guide's own chapter on the order.
    pub fn source_for(&self, order: OrderKind) -> Source {
        self.source_of(|rule| rule.source_for(order))
    }

    fn source_of(&self, rules: impl FnOnce(Rule) -> Option<Source>) -> Source {
        let stated = self.source.as_deref().cloned();
        let stated = stated.or_else(|| self.known_rule().and_then(rules));
        stated.unwrap_or_else(|| Source::new("", "", None))
    }

    /// What a person reads: the reason, what was found, and what is required.
    pub fn message(&self, language: Language) -> impl fmt::Display + '_ {
        Message { problem: self, language }
    }
}

fn masked(mut param: Param) -> Param {
    param.respell(masked_text);
    param
}

struct Message<'a, R> {
    problem: &'a Problem<R>,
    language: Language,
}

impl<R: Reason> fmt::Display for Message<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { problem, language } = *self;
        let (text, found, required) = (problem.text().get(language), problem.found(), problem.required());
        let (found, required) = (found.show(language), required.show(language));
        match language {
            Language::Zh => write!(f, "{text}（当前：{found}；规定：{required}）"),
            Language::En => write!(f, "{text} (found: {found}; expected: {required})"),
        }
    }
}

/// In English; [`Problem::message`] has both languages.
impl<R: Reason> fmt::Display for Problem<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message(Language::En).fmt(f)
    }
}

impl<R: Reason + fmt::Debug> std::error::Error for Problem<R> {}

/// The fact that an answer hangs on, and that was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Needed {
    /// This field of the part that was asked about.
    Input(Key),
    /// The account that hands in the order.
    Account,
    /// What is filed: all of it, or that of the principal.
    Registry,
    /// The province's practice: the table has no cell on the matter.
    ProvinceRules,
    /// The limit: the provider's documents do not state it.
    ProviderRules,
}

impl Needed {
    /// What it is, in both languages.
    pub fn text(self) -> Text {
        match self {
            Self::Input(key) => key.text(),
            Self::Account => Text { zh: "当前账号的信息", en: "the account you are using" },
            Self::Registry => Text { zh: "已有的备案信息", en: "the filing records" },
            Self::ProvinceRules => Text { zh: "该省的备案要求", en: "the province's requirements" },
            Self::ProviderRules => Text { zh: "接入商的要求", en: "the provider's requirements" },
        }
    }
}
