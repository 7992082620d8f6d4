//! The report on an order.

use crate::path::{document_order, FieldPath, ToPath};
use crate::report::{leave_out, Finding, LeftOut, Undetermined};
use crate::rule::{Rule, Severity};
use crate::rulebook::RulebookVersion;
use crate::text::{sort_by, Language};
use serde::ser::SerializeStruct;
use serde::Deserialize;
use serde::Serialize;
use serde::Serializer;
use std::fmt;

/// What [`validate`](crate::validate) says of an order.
///
/// Findings stand in the order in which the wire format lists the fields, then by rule. Of more than the
/// rulebook [has room for](crate::Rulebook::max_findings) the most severe are listed, of the same severity
/// the first, and [`left_out`](Self::left_out) counts the others.
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{validate, Context, Domain, Language, Order, Rulebook};
///
/// let site = Website::new().with_name("云澜测试产品展示").with_domains([Domain::named("http://example.com/")]);
/// let order = Order::FirstFiling(Filing::new().with_services([site]));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &Rulebook::default());
///
/// if !report.is_submittable() {
///     for finding in report.blockers() {
///         println!("{}: {}", finding.path, finding.message(Language::Zh));
///     }
/// }
/// // Beside a field, in a step of a form, in a test.
/// assert_eq!(report.at("/services/0/domains/0/name").count(), 1);
/// assert!(report.under("/services/0").count() > report.under("/services/0/domains").count());
/// assert!(report.has("domain.malformed", "/services/0/domains/0/name"));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a report says whether the order can be handed in"]
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

    /// Keeps the `max` most severe findings, and adds the others to the count of those left out.
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
        /// An estimate of the bytes of a finding, and of a need below, which most do not exceed.
        const FINDING: usize = 1024;
        const NEED: usize = 96;

        let room = 256 + self.findings.len() * FINDING + self.undetermined.len() * NEED;
        let mut json = Vec::with_capacity(room);
        // Writing to a `Vec` cannot fail, and neither can a map whose keys are strings.
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

    /// The findings at exactly this place: a [`FieldPath`], or a JSON Pointer as text. The order itself is `""`.
    pub fn at<'a>(&'a self, path: &'a (impl ToPath + ?Sized)) -> impl Iterator<Item = &'a Finding> {
        let path = path.to_path();
        self.findings.iter().filter(move |finding| path.as_deref() == Some(&finding.path))
    }

    /// The findings at this place and inside it: one step of a form.
    pub fn under<'a>(&'a self, path: &'a (impl ToPath + ?Sized)) -> impl Iterator<Item = &'a Finding> {
        let path = path.to_path();
        self.findings
            .iter()
            .filter(move |finding| path.as_deref().is_some_and(|path| finding.path.starts_with(path)))
    }

    /// Whether this rule, a [`Rule`] or an id, speaks at exactly this place.
    pub fn has(&self, rule: impl AsRef<str>, path: &(impl ToPath + ?Sized)) -> bool {
        self.find_at(rule.as_ref(), path.to_path().as_deref()).is_some()
    }

    /// The first finding of this rule, a [`Rule`] or an id, at exactly this place, a [`FieldPath`] or a JSON Pointer as
    /// text; the order itself is `""`.
    ///
    /// Where there is none, the error lists what was found instead, also in its `Debug`: a service's test
    /// says in one line what it expects, and a failing one says what came.
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
    pub fn find(
        &self,
        rule: impl AsRef<str>,
        path: &(impl ToPath + ?Sized),
    ) -> Result<&Finding, FindingNotFound> {
        let (rule, path) = (rule.as_ref(), path.to_path());
        self.find_at(rule, path.as_deref()).ok_or_else(|| FindingNotFound::of(self, rule, path.as_deref()))
    }

    fn find_at(&self, rule: &str, path: Option<&FieldPath>) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.rule() == rule && Some(&finding.path) == path)
    }

    /// Adds a service's own findings, sorted in.
    ///
    /// ```
    /// use beian::{validate, Context, Key, Order, OwnRule, Rulebook, Severity, Source};
    /// # use beian::order::Filing;
    /// # let order = Order::FirstFiling(Filing::new());
    /// # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let contract = OwnRule::new(
    ///     "acme.contract-missing",
    ///     Severity::Blocker,
    ///     "请先签署服务合同",
    ///     "sign the service contract first",
    ///     Source::new("Acme Cloud terms", "3.2", None),
    /// )?;
    /// let mut report = validate(&order, &context, &Rulebook::default());
    /// report.extend([contract.finding(Key::Principal)]);
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

pub(crate) fn sort(findings: &mut Vec<Finding>) {
    sort_by(findings, |a, b| document_order((&a.path, a.rule()), (&b.path, b.rule())));
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
    fn of(report: &Report, rule: &str, path: Option<&FieldPath>) -> Self {
        let whole = |path: &FieldPath| match path.segments() {
            [] => "the order itself".to_owned(),
            _ => path.to_string(),
        };
        let place =
            path.map_or_else(|| "what is no place: a path is empty or begins with `/`".to_owned(), whole);
        let is_meant = |id: &str| id == rule;
        let undetermined = report.undetermined.iter().find(|undetermined| is_meant(&undetermined.rule));
        let is_known = Rule::from_id(rule).is_some() || report.findings.iter().any(|f| is_meant(f.rule()));
        let why = match (undetermined, is_known) {
            (Some(undetermined), _) => format!("; the rule is undetermined: it needs {}", undetermined.needs),
            (None, true) => String::new(),
            (None, false) => "; no rule of this crate has this id".to_owned(),
        };
        let found = if report.findings.is_empty() { "Nothing was found" } else { "Found:" };
        let mut lines = vec![format!("no finding {rule} at {place}{why}. {found}")];
        lines.extend(
            report.findings.iter().map(|finding| format!("  {} at {}", finding.rule(), whole(&finding.path))),
        );
        Self(lines.join("\n").into())
    }
}

impl fmt::Display for FindingNotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same text as `Display`: a test that unwraps the error shows it.
impl fmt::Debug for FindingNotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FindingNotFound {}
