//! Reports: what was found, where, why, and what could not be decided.

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::language::Language;
use crate::message::{written, Rendered};
use crate::order::OrderKind;
use crate::params::Params;
use crate::path::{document_order, FieldPath};
use crate::remedy::{Mistake, Remedy};
use crate::rule::{Rule, Severity};
use crate::rulebook::RulebookVersion;
use crate::source::Source;
use crate::walk::Cx;

/// What [`validate`](crate::validate) says of an order.
///
/// Findings stand in the order in which the wire format lists the fields, then by rule. Of more than the rulebook
/// [has room for](crate::Rulebook::max_findings) the most severe are listed, of the same severity the first, and
/// [`left_out`](Self::left_out) counts the others.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// What is wrong with the order.
    pub findings: Vec<Finding>,
    /// What is wrong besides, where there was too much to list.
    pub left_out: Option<LeftOut>,
    /// The rules that could not be decided, each with the first thing that it needs.
    pub undetermined: Vec<Undetermined>,
    /// The rulebook that was used.
    pub rulebook: RulebookVersion,
}

impl Report {
    pub(crate) fn new(
        mut findings: Vec<Finding>,
        undetermined: Vec<Undetermined>,
        rulebook: RulebookVersion,
    ) -> Self {
        sort(&mut findings);
        Self { findings, left_out: None, undetermined, rulebook }
    }

    /// Leaves out what is more than `max`, besides what was left out before.
    pub(crate) fn leave_out_beyond(&mut self, max: Option<u32>) {
        let mut left_out = self.left_out.unwrap_or_default();
        if let Some(max) = max.and_then(|max| usize::try_from(max).ok()) {
            left_out.add(leave_out(&mut self.findings, max));
        }
        self.left_out = Some(left_out).filter(|left_out| left_out.count() > 0);
    }

    /// The report as JSON, as `serde_json::to_vec` writes it, with room made at once for what it will take.
    ///
    /// ```
    /// # use beian::{validate, Context, Order, Rulebook};
    /// # let order = Order::from_json(br#"{"kind": "first_filing"}"#)?;
    /// # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let report = validate(&order, &context, &Rulebook::default());
    /// assert_eq!(report.to_json(), serde_json::to_vec(&report)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> Vec<u8> {
        /// Bytes that most findings and needs do not exceed.
        const FINDING: usize = 1024;
        const NEED: usize = 96;

        let room = 256 + self.findings.len() * FINDING + self.undetermined.len() * NEED;
        let mut json = Vec::with_capacity(room);
        // Nothing can fail: the keys are texts, and there is memory or the program ends.
        let written = serde_json::to_writer(&mut json, self);
        debug_assert!(written.is_ok(), "{written:?}");
        json
    }

    /// Whether the order can be handed in: nothing is a blocker, neither listed nor left out.
    pub fn is_submittable(&self) -> bool {
        self.blockers().next().is_none() && self.left_out.map_or(true, |left_out| left_out.blockers == 0)
    }

    /// The findings that would send the order back.
    pub fn blockers(&self) -> impl Iterator<Item = &Finding> {
        self.with_severity(Severity::Blocker)
    }

    /// The findings that have a consequence to know of.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.with_severity(Severity::Warning)
    }

    /// The findings of this severity.
    pub fn with_severity(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }

    /// The findings at exactly this place.
    pub fn at<'a>(&'a self, path: &'a FieldPath) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.path == *path)
    }

    /// The findings at this place and inside it: one step of a form.
    pub fn under<'a>(&'a self, path: &'a FieldPath) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.path.starts_with(path))
    }

    /// Whether this rule speaks at exactly this place, a JSON Pointer; the order itself is `""`.
    pub fn has(&self, rule: &str, path: &str) -> bool {
        self.find(rule, path).is_ok()
    }

    /// The first finding of this rule at exactly this place, a JSON Pointer; the order itself is `""`.
    ///
    /// Where there is none, the error lists what was found instead, also in its `Debug`: a service's test says in one
    /// line what it expects, and a failing one says what came.
    ///
    /// ```
    /// # use beian::order::Filing;
    /// # use beian::service::Website;
    /// # use beian::{validate, Context, Domain, Order, Rulebook, Severity};
    /// # let site = Website::new().with_domains([Domain::named("http://example.com/")]);
    /// # let order = Order::FirstFiling(Filing::new().with_services([site]));
    /// # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let report = validate(&order, &context, &Rulebook::default());
    /// let finding = report.find("domain.malformed", "/services/0/domains/0/name").unwrap();
    /// assert_eq!(finding.severity, Severity::Blocker);
    ///
    /// let missing = report.find("domain.malformed", "/services/1/domains/0/name").unwrap_err();
    /// assert!(missing.to_string().contains("domain.malformed at /services/0/domains/0/name"));
    /// ```
    ///
    /// # Errors
    /// [`FindingNotFound`], where this rule does not speak there.
    pub fn find(&self, rule: &str, path: &str) -> Result<&Finding, FindingNotFound> {
        let is_meant = |finding: &&Finding| finding.rule() == rule && finding.path.to_string() == path;
        self.findings.iter().find(is_meant).ok_or_else(|| FindingNotFound::of(self, rule, path))
    }

    /// Adds a service's own findings, sorted in.
    ///
    /// ```
    /// use beian::{validate, Context, Finding, Order, Rulebook, Severity, Source};
    /// # use beian::order::Filing;
    /// # let order = Order::FirstFiling(Filing::new());
    /// # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let mut report = validate(&order, &context, &Rulebook::default());
    /// report.extend([Finding::custom(
    ///     "acme.contract-missing",
    ///     Severity::Blocker,
    ///     "/principal".parse()?,
    ///     "请先签署服务合同",
    ///     "sign the service contract first",
    ///     Source::new("Acme Cloud terms", "3.2", None),
    /// )?]);
    /// assert!(report.findings.iter().any(|finding| finding.rule() == "acme.contract-missing"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.findings.extend(findings);
        sort(&mut self.findings);
    }

    /// `Err` with the report where the order cannot be handed in, to go on with `?`.
    ///
    /// ```
    /// # use beian::order::Filing;
    /// # use beian::{validate, Context, Order, Refused, Report, Rulebook};
    /// fn check(order: &Order, context: &Context, rulebook: &Rulebook) -> Result<Report, Refused> {
    ///     let report = validate(order, context, rulebook).into_result()?;
    ///     // What is left are warnings and advice.
    ///     Ok(report)
    /// }
    /// # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// # let order = Order::FirstFiling(Filing::new());
    /// let refused = check(&order, &context, &Rulebook::default()).unwrap_err();
    /// assert!(refused.to_string().starts_with("the order would be sent back: "));
    /// assert!(refused.report().blockers().count() > 1);
    /// ```
    ///
    /// # Errors
    /// [`Refused`], with the whole report.
    pub fn into_result(self) -> Result<Self, Refused> {
        if self.is_submittable() {
            Ok(self)
        } else {
            Err(Refused(Box::new(self)))
        }
    }
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| document_order((&a.path, a.rule()), (&b.path, b.rule())));
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = if self.left_out.is_some() { 5 } else { 4 };
        let mut report = serializer.serialize_struct("Report", length)?;
        report.serialize_field("submittable", &self.is_submittable())?;
        report.serialize_field("findings", &self.findings)?;
        match &self.left_out {
            Some(left_out) => report.serialize_field("left_out", left_out)?,
            None => report.skip_field("left_out")?,
        }
        report.serialize_field("undetermined", &self.undetermined)?;
        report.serialize_field("rulebook", &self.rulebook)?;
        report.end()
    }
}

/// Reads a report that this or a newer version wrote: rules that this version does not know are kept.
impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            #[serde(default)]
            findings: Vec<Finding>,
            left_out: Option<LeftOut>,
            #[serde(default)]
            undetermined: Vec<Undetermined>,
            rulebook: RulebookVersion,
        }
        let Written { findings, left_out, undetermined, rulebook } = Written::deserialize(deserializer)?;
        Ok(Self { findings, left_out, undetermined, rulebook })
    }
}

/// How many findings are not listed, as there were too many: counted by severity.
///
/// On the wire `{"count": 12, "blockers": 0, "warnings": 10, "advice": 2, "message": {"zh": …, "en": …}}`.
///
/// ```
/// use beian::order::Filing;
/// use beian::{validate, Context, Language, Order, Rulebook, RulebookPatch};
///
/// let order = Order::FirstFiling(Filing::new());
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let whole = validate(&order, &context, &Rulebook::default());
/// assert_eq!(whole.left_out, None);
///
/// let rulebook = Rulebook::default().patched(&RulebookPatch::new().with_max_findings(Some(1)))?;
/// let report = validate(&order, &context, &rulebook);
/// let left_out = report.left_out.unwrap();
/// assert_eq!((report.findings.len(), left_out.count()), (1, whole.findings.len() - 1));
/// println!("{}", left_out.message(Language::Zh)); // 另有 … 条结果未列出……
/// # Ok::<(), beian::RulebookError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct LeftOut {
    /// How many would send the order back.
    pub blockers: usize,
    /// How many have a consequence to know of.
    pub warnings: usize,
    /// How many are good to know.
    pub advice: usize,
}

impl LeftOut {
    /// How many in all.
    pub const fn count(&self) -> usize {
        self.blockers.saturating_add(self.warnings).saturating_add(self.advice)
    }

    pub(crate) fn add(&mut self, more: Self) {
        self.blockers = self.blockers.saturating_add(more.blockers);
        self.warnings = self.warnings.saturating_add(more.warnings);
        self.advice = self.advice.saturating_add(more.advice);
    }

    /// What the applicant is told.
    pub fn message(&self, language: Language) -> impl fmt::Display {
        LeftOutMessage(*self, language)
    }
}

struct LeftOutMessage(LeftOut, Language);

impl fmt::Display for LeftOutMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(left_out, language) = self;
        let LeftOut { blockers, warnings, advice } = left_out;
        let count = left_out.count();
        match language {
            Language::Zh => write!(
                f,
                "另有 {count} 条结果未列出（阻断 {blockers} 条、提醒 {warnings} 条、建议 {advice} 条）。\
                 请先处理已列出的问题，再重新检查。"
            ),
            Language::En => write!(
                f,
                "Not listed: {count} more (blockers: {blockers}, warnings: {warnings}, advice: {advice}). \
                 Mend what is listed, then check again."
            ),
        }
    }
}

impl Serialize for LeftOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut left_out = serializer.serialize_struct("LeftOut", 5)?;
        left_out.serialize_field("count", &self.count())?;
        left_out.serialize_field("blockers", &self.blockers)?;
        left_out.serialize_field("warnings", &self.warnings)?;
        left_out.serialize_field("advice", &self.advice)?;
        let [zh, en] = [Language::Zh, Language::En].map(|language| Collected(self.message(language)));
        left_out.serialize_field("message", &Texts { zh, en })?;
        left_out.end()
    }
}

/// Leaves of sorted findings the most severe, of the same severity the first, and counts the others.
fn leave_out(findings: &mut Vec<Finding>, max: usize) -> LeftOut {
    let mut left_out = LeftOut::default();
    if findings.len() <= max {
        return left_out;
    }
    let mut room = max;
    let [mut blockers, mut warnings, mut advice] = [Severity::Blocker, Severity::Warning, Severity::Advice]
        .map(|severity| {
            let taken = findings.iter().filter(|finding| finding.severity == severity).count().min(room);
            room -= taken;
            taken
        });
    findings.retain(|finding| {
        let (room, count) = match finding.severity {
            Severity::Blocker => (&mut blockers, &mut left_out.blockers),
            Severity::Warning => (&mut warnings, &mut left_out.warnings),
            Severity::Advice => (&mut advice, &mut left_out.advice),
        };
        let is_listed = *room > 0;
        if is_listed {
            *room -= 1;
        } else {
            *count += 1;
        }
        is_listed
    });
    left_out
}

/// The same of findings in any order, before all are there.
pub(crate) fn leave_out_early(findings: &mut Vec<Finding>, max: usize) -> LeftOut {
    sort(findings);
    leave_out(findings, max)
}

/// A text in both languages.
#[derive(Serialize)]
struct Texts<T> {
    zh: T,
    en: T,
}

/// An order that cannot be handed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused(Box<Report>);

impl Refused {
    /// The report.
    pub fn report(&self) -> &Report {
        &self.0
    }

    /// The report.
    pub fn into_report(self) -> Report {
        *self.0
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut blockers = self.0.blockers();
        write!(f, "the order would be sent back")?;
        if let Some(first) = blockers.next() {
            write!(f, ": {} ({} at {})", first.message(Language::En), first.rule(), first.path)?;
        }
        match blockers.count() + self.0.left_out.map_or(0, |left_out| left_out.blockers) {
            0 => Ok(()),
            more => write!(f, ", and {more} more"),
        }
    }
}

impl std::error::Error for Refused {}

/// A finding that a report does not have; the text lists those that it has.
///
/// It names rules and places only, so that a log of it has nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct FindingNotFound(Box<str>);

impl FindingNotFound {
    #[cold]
    fn of(report: &Report, rule: &str, path: &str) -> Self {
        let whole =
            |path: &str| if path.is_empty() { "the order itself".to_owned() } else { path.to_owned() };
        let is_meant = |id: &str| id == rule;
        let undetermined = report.undetermined.iter().find(|undetermined| is_meant(&undetermined.rule));
        let is_known = Rule::from_id(rule).is_some() || report.findings.iter().any(|f| is_meant(f.rule()));
        let why = match (undetermined, is_known) {
            (Some(undetermined), _) => format!("; the rule is undetermined: it needs {}", undetermined.needs),
            (None, true) => String::new(),
            (None, false) => "; no rule of this crate has this id".to_owned(),
        };
        let found = if report.findings.is_empty() { "Nothing was found" } else { "Found:" };
        let mut lines = vec![format!("no finding {rule} at {}{why}. {found}", whole(path))];
        lines.extend(
            report
                .findings
                .iter()
                .map(|finding| format!("  {} at {}", finding.rule(), whole(&finding.path.to_string()))),
        );
        Self(lines.join("\n").into())
    }
}

impl fmt::Display for FindingNotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As displayed, on lines: this is what a test shows that unwraps it.
impl fmt::Debug for FindingNotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FindingNotFound {}

/// Something that is wrong with an order.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    name: Name,
    /// How much it weighs here: a province or a patch may set it apart from the rule's own.
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
    Other { id: Box<str>, zh: Box<str>, en: Box<str> },
}

#[derive(Debug, Clone, PartialEq)]
enum SourceOf {
    RuleFor(OrderKind),
    Given(Source),
    /// Of one fact, with what the message says of how well it stands.
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
        params: Params,
        order: OrderKind,
    ) -> Self {
        Self {
            name: Name::Rule(rule),
            severity,
            path,
            params,
            origin: SourceOf::RuleFor(order),
            remedy: None,
        }
    }

    /// The same, with the source of a limit of the provider's own.
    pub(crate) fn sourced(mut self, source: Source) -> Self {
        self.origin = SourceOf::Given(source);
        self
    }

    /// The same, resting on a fact: its source, and what the message says of it.
    pub(crate) fn resting_on(mut self, fact: Fact) -> Self {
        let Fact { source, zh, en, .. } = fact;
        self.origin = SourceOf::Fact { source, zh: zh.into(), en: en.into() };
        self
    }

    /// A service's own finding, of an id `group.slug` outside the groups of this crate.
    ///
    /// # Errors
    /// [`CustomFindingError`] where the id is of no such form, or its group is one of this crate's.
    pub fn custom(
        id: &str,
        severity: Severity,
        path: FieldPath,
        zh: impl Into<Box<str>>,
        en: impl Into<Box<str>>,
        source: Source,
    ) -> Result<Self, CustomFindingError> {
        let (group, slug) = id.split_once('.').ok_or(CustomFindingError::Form)?;
        let is_word = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if !is_word(group) || !is_word(slug) {
            return Err(CustomFindingError::Form);
        }
        if Rule::all().any(|rule| rule.group() == group) {
            return Err(CustomFindingError::GroupTaken);
        }
        let name = Name::Other { id: id.into(), zh: zh.into(), en: en.into() };
        let (params, origin) = (Params::default(), SourceOf::Given(source));
        Ok(Self { name, severity, path, params, origin, remedy: None })
    }

    /// The same with what would mend it: for a service's own finding.
    #[must_use]
    pub fn with_remedy(mut self, remedy: Remedy) -> Self {
        self.remedy = Some(Box::new(remedy));
        self
    }

    /// Asks the rule what would mend it.
    pub(crate) fn mend(&mut self, cx: &Cx<'_>) {
        if let Name::Rule(rule) = &self.name {
            let way = rule.spec().remedy;
            self.remedy = way.and_then(|way| way(&Mistake { cx, finding: self })).map(Box::new);
        }
    }

    /// What would mend it, in a form that a program can use; `None` where no way can be named.
    pub fn remedy(&self) -> Option<&Remedy> {
        self.remedy.as_deref()
    }

    /// The id of the rule, `group.slug`.
    pub fn rule(&self) -> &str {
        match &self.name {
            Name::Rule(rule) => rule.id(),
            Name::Other { id, .. } => id,
        }
    }

    /// The rule, where it is one of this crate's; `None` for a service's own, and in a report that was read.
    pub fn known_rule(&self) -> Option<Rule> {
        match &self.name {
            Name::Rule(rule) => Some(*rule),
            Name::Other { id, .. } => Rule::from_id(id),
        }
    }

    /// The ministry's result codes that it foresees: what an order refused for it would come back with.
    pub fn miit_codes(&self) -> &'static [u16] {
        self.known_rule().map_or(&[], Rule::miit_codes)
    }

    /// What the applicant is told.
    pub fn message(&self, language: Language) -> impl fmt::Display + '_ {
        self.told(language)
    }

    fn told(&self, language: Language) -> Message<'_> {
        let (template, params) = match (&self.name, language) {
            (Name::Rule(rule), _) => (rule.template(language), Some(&self.params)),
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

    /// Which document says so.
    pub fn source(&self) -> Source {
        match (&self.origin, &self.name) {
            (SourceOf::Given(source) | SourceOf::Fact { source, .. }, _) => source.clone(),
            (SourceOf::RuleFor(kind), Name::Rule(rule)) => rule.spec().origin.for_order(*kind),
            (SourceOf::RuleFor(_), Name::Other { .. }) => Source::new("", "", None),
        }
    }
}

/// A fact that a finding rests on.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    /// What the finding weighs at most.
    pub(crate) most: Severity,
    pub(crate) source: Source,
    /// How well it stands, in Chinese.
    pub(crate) zh: String,
    /// How well it stands, in English.
    pub(crate) en: String,
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

/// Why a service's own finding cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CustomFindingError {
    /// The id is not `group.slug` in lower-case letters, digits and hyphens.
    #[error("an id has the form `group.slug`, in lower-case letters, digits and hyphens")]
    Form,
    /// The group is one of this crate's.
    #[error("the group of the id is one of this crate's: choose your own")]
    GroupTaken,
}

struct Both<'a>(&'a Finding);

impl Serialize for Both<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [zh, en] =
            [Language::Zh, Language::En].map(|language| written(|out| self.0.told(language).write(out)));
        Texts { zh, en }.serialize(serializer)
    }
}

struct Collected<T>(T);

impl<T: fmt::Display> Serialize for Collected<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = if self.remedy.is_some() { 7 } else { 6 };
        let mut finding = serializer.serialize_struct("Finding", length)?;
        finding.serialize_field("rule", self.rule())?;
        finding.serialize_field("severity", &self.severity)?;
        finding.serialize_field("path", &self.path)?;
        finding.serialize_field("message", &Both(self))?;
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
        struct Texts {
            zh: Box<str>,
            en: Box<str>,
        }
        #[derive(Deserialize)]
        struct Written {
            rule: Box<str>,
            severity: Severity,
            path: FieldPath,
            message: Texts,
            #[serde(default)]
            params: Params,
            source: Source,
            remedy: Option<Box<Remedy>>,
        }
        let Written { rule, severity, path, message: Texts { zh, en }, params, source, remedy } =
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

/// A rule that applies to the order but could not be decided, and the first thing that it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Undetermined {
    /// The id of the rule.
    pub rule: Cow<'static, str>,
    /// What it needs.
    pub needs: Need,
}

/// What a rule needs to be decided. On the wire `registry`, `account`, `target_account`, `province_rules`,
/// `provider_rules`, or the JSON Pointer of an absent input, prefixed `order:` or `context:`. The list is open.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Need {
    /// What is filed.
    Registry,
    /// The account of the order.
    Account,
    /// The account that a filing moves to.
    TargetAccount,
    /// The province's practice is not known.
    ProvinceRules,
    /// The provider's profile does not state the limit.
    ProviderRules,
    /// An optional input of the order that is absent.
    OrderInput(FieldPath),
    /// An optional input of the context that is absent.
    ContextInput(FieldPath),
    /// Something that a newer version names.
    Other(Box<str>),
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registry => f.write_str("registry"),
            Self::Account => f.write_str("account"),
            Self::TargetAccount => f.write_str("target_account"),
            Self::ProvinceRules => f.write_str("province_rules"),
            Self::ProviderRules => f.write_str("provider_rules"),
            Self::OrderInput(path) => write!(f, "order:{path}"),
            Self::ContextInput(path) => write!(f, "context:{path}"),
            Self::Other(name) => f.write_str(name),
        }
    }
}

impl Serialize for Need {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = |whose: &str, path: &FieldPath| {
            written(|out| {
                out.push_str(whose);
                path.write(out)
            })
        };
        match self {
            Self::OrderInput(path) => serializer.serialize_str(&of("order:", path)),
            Self::ContextInput(path) => serializer.serialize_str(&of("context:", path)),
            named => serializer.collect_str(named),
        }
    }
}

impl<'de> Deserialize<'de> for Need {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let input = |prefix: &str| text.strip_prefix(prefix).and_then(|path| path.parse().ok());
        Ok(match &*text {
            "registry" => Self::Registry,
            "account" => Self::Account,
            "target_account" => Self::TargetAccount,
            "province_rules" => Self::ProvinceRules,
            "provider_rules" => Self::ProviderRules,
            _ => match (input("order:"), input("context:")) {
                (Some(path), _) => Self::OrderInput(path),
                (_, Some(path)) => Self::ContextInput(path),
                _ => Self::Other(text.into()),
            },
        })
    }
}
