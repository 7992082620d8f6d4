//! The same order in every province at once.

use std::collections::HashMap;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::model::context::Context;
use crate::model::order::Order;
use crate::model::principal::Principal;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::Service;
use crate::path::FieldPath;
use crate::report::{leave_out, Finding, LeftOut, Need, Report, Undetermined};
use crate::rule::Severity;
use crate::rulebook::provinces::Dimension;
use crate::rulebook::{Rulebook, RulebookVersion};
use crate::rules::catalogue::{validate, validate_with_room};
use crate::text::filled;
use crate::value::{AddressMatch, Province, Region};

/// Validates an order as if it were filed in each of the 31 provinces.
///
/// What follows from the province moves with it: the region, to the first county of the province; the mailing
/// address, to that county with the street kept; the province of video verifications and of mobiles. The
/// certificate does not move: an individual then comes from another province, which is what is asked.
/// [`Relocation`] has the other way. A value that contradicts the order's own region is a mistake, and stays
/// as it is. In its own province the order is as it was written.
///
/// An order without a principal has no region to move; every outcome is the order's own. [`Order::relocated`]
/// gives the order as it would be in one province.
///
/// ```
/// use beian::order::Filing;
/// use beian::value::Province;
/// use beian::{what_if, Answer, Certificate, CertificateKind, Context, Order, Principal, PrincipalKind, Rulebook};
///
/// let card = Certificate::of(CertificateKind::ResidentIdCard, "440305198805160025");
/// let person = Principal::new().with_kind(PrincipalKind::Individual).with_certificate(card).with_region("440305");
/// let order = Order::FirstFiling(Filing::new().with_principal(person));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
///
/// let what_if = what_if(&order, &context, &Rulebook::default());
/// let gansu = what_if.outcome(Province::Gansu);
/// assert_eq!(gansu.map(|outcome| outcome.answer), Some(Answer::Refuses));
/// assert!(gansu.unwrap().findings.iter().any(|f| f.rule() == "province.individual-out-of-province"));
/// ```
pub fn what_if(order: &Order, context: &Context, rulebook: &Rulebook) -> WhatIf {
    WhatIf::of(order, context, rulebook, Relocation::Filing)
}

/// What moves to the other province.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Relocation {
    /// The filing: region, mailing address, video verifications.
    #[default]
    Filing,
    /// The address of the principal's certificate as well, as if the applicant were of that province.
    FilingAndCertificate,
}

wire_names! {
    /// What a province would say to an order, from the least trouble to the most.
    pub enum Answer {
        /// It asks nothing that other provinces do not ask.
        Accepts = "accepts" { zh: "无额外要求", en: "no extra requirements" },
        /// It asks nothing that is known, but its practice is not known whole: see [`Outcome::undetermined`].
        Unknown = "unknown" { zh: "未知", en: "unknown" },
        /// It asks for something on top, which the applicant can change or hand in.
        Asks = "asks" { zh: "另有要求", en: "extra requirements" },
        /// It may not take such an applicant or such an order: sources disagree, or only one says so.
        MayRefuse = "may_refuse" { zh: "可能不接受", en: "may not accept" },
        /// It does not take such an applicant or such an order.
        Refuses = "refuses" { zh: "不接受", en: "does not accept" },
    }
}

/// What [`what_if`] says.
///
/// It lists at most [`Rulebook::max_findings`] findings of each kind: everywhere, elsewhere, and of all outcomes together,
/// which share the room alike. What is left out is counted; where an order has thousands of findings, what all provinces
/// leave out alike counts as found everywhere.
///
/// An order of more than [`Rulebook::max_items`] parts is not validated 31 times: see
/// [`too_many_parts`](Self::too_many_parts).
///
/// Serialises with `everywhere` (findings and undetermined rules), `elsewhere` (findings), `outcomes`, and
/// `rulebook`; each outcome with what is its own; `too_many_parts` only where there are.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WhatIf {
    /// What is found in every province alike; where a province has a blocker, that may take the place of a
    /// finding.
    pub findings: Vec<Finding>,
    /// What refuses the order in every province but its own, as it is of its own: said once, in the words that are said in
    /// the first of them. An organisation, for instance, files in the province of its certificate.
    pub elsewhere: Vec<Finding>,
    /// What is found besides, where there is too much to list.
    pub left_out: Option<LeftOut>,
    /// What cannot be decided in any province.
    pub undetermined: Vec<Undetermined>,
    /// An outcome a province, in the order of [`Province::ALL`]; none where there are too many parts.
    pub outcomes: Vec<Outcome>,
    /// How many parts the order has, where that is more than [`Rulebook::max_items`], which no order within its limits has:
    /// services, domains, packages, resources, materials and the items of its other lists. Then it is validated only as it
    /// is: `findings` and `undetermined` are of its own province, and there are no outcomes.
    pub too_many_parts: Option<usize>,
    /// The rulebook that was used.
    pub rulebook: RulebookVersion,
}

/// What becomes of the order in one province.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Outcome {
    /// The province.
    pub province: Province,
    /// The county that the order was moved to, as a code: the order's own in its own province. `None` where
    /// nothing moved, as the order states no principal.
    pub region: Option<String>,
    /// What the province would say.
    pub answer: Answer,
    /// Whether the order could be handed in there as it is: no blocker, of the province or of all.
    pub submittable: bool,
    /// What is found here, neither everywhere nor in every province but the order's own.
    pub findings: Vec<Finding>,
    /// What is found here besides, where there is too much to list.
    pub left_out: Option<LeftOut>,
    /// What cannot be decided here, though somewhere else.
    pub undetermined: Vec<Undetermined>,
}

/// The rules whose findings no document and no other value fixes: they are about who files, or about what can
/// be filed at all. `change.immutable-field` is one of them because between the outcomes only the province
/// differs.
static REFUSALS: &[&str] = &[
    "change.immutable-field",
    "principal.region-certificate-mismatch",
    "province.certificate-not-accepted",
    "province.change-not-accepted",
    "province.individual-not-accepted",
    "province.individual-out-of-province",
    "province.individual-under-age",
    "province.order-kind-unavailable",
];

impl WhatIf {
    /// The same as [`what_if`], with a choice of what moves.
    pub fn of(order: &Order, context: &Context, rulebook: &Rulebook, relocation: Relocation) -> Self {
        let parts = order.part_count();
        let too_many = rulebook.max_items().filter(|max| usize::try_from(*max).is_ok_and(|max| parts > max));
        if too_many.is_some() {
            return Self::as_it_is(validate(order, context, rulebook), Some(parts), Vec::new());
        }
        if order.principal().is_none() {
            let report = validate(order, context, rulebook);
            let submittable = report.is_submittable();
            let outcomes = Province::ALL.iter().map(|province| Outcome::unmoved(*province, submittable));
            return Self::as_it_is(report, None, outcomes.collect());
        }
        let reports: Vec<(Province, Option<String>, Report)> = Province::ALL
            .iter()
            .map(|province| {
                let moved = order.relocated(*province, relocation);
                let region = moved.principal().and_then(|principal| principal.region.clone());
                (*province, region, validate_with_room(&moved, context, rulebook, LEAST_FINDINGS))
            })
            .collect();
        let common = common(&reports);
        let mut everywhere = everywhere(&reports, rulebook);
        let max = rulebook.max_findings();
        let whole = std::mem::take(&mut everywhere.findings);
        let known = Known::of(&whole);
        let own_province = order.principal().and_then(|principal| filled(principal.region.as_ref()));
        let own_province = own_province.and_then(|code| Region::parse(code).ok()).map(Region::province);
        let mut elsewhere = own_province.map(|own| elsewhere(&reports, own)).unwrap_or_default();
        let refusals = Known::of(&elsewhere);
        let undetermined = &everywhere.undetermined;
        let mut outcomes: Vec<Outcome> = reports
            .into_iter()
            .map(|(province, region, report)| {
                let submittable = report.is_submittable();
                let mut own = report;
                own.findings.retain(|finding| !known.has(finding));
                own.undetermined.retain(|rule| !undetermined.contains(rule));
                own.left_out =
                    own.left_out.map(|left_out| left_out.without(common)).filter(|own| own.count() > 0);
                let answer = answer(&own);
                own.findings.retain(|finding| !refusals.has_alike(finding));
                let Report { findings, left_out, undetermined, .. } = own;
                Outcome { province, region, answer, submittable, findings, left_out, undetermined }
            })
            .collect();
        if let Some(max) = max.and_then(|max| usize::try_from(max).ok()) {
            share(&mut outcomes, max);
            everywhere.left_out = Some(leave_out(&mut elsewhere, max));
        }
        let mut left_out = everywhere.left_out.unwrap_or_default();
        left_out.add(common);
        everywhere.left_out = Some(left_out);
        everywhere.findings = whole;
        everywhere.leave_out_beyond(max);
        let Report { findings, left_out, undetermined, rulebook } = everywhere;
        Self { findings, elsewhere, left_out, undetermined, outcomes, too_many_parts: None, rulebook }
    }

    /// Of one report only.
    fn as_it_is(report: Report, too_many_parts: Option<usize>, outcomes: Vec<Outcome>) -> Self {
        let Report { findings, left_out, undetermined, rulebook } = report;
        Self { findings, elsewhere: Vec::new(), left_out, undetermined, outcomes, too_many_parts, rulebook }
    }

    /// The outcome in a province.
    pub fn outcome(&self, province: Province) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.province == province)
    }

    /// The outcomes with this answer.
    pub fn answering(&self, answer: Answer) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(move |outcome| outcome.answer == answer)
    }
}

impl Outcome {
    /// Of an order that states no principal: it is the same in every province.
    fn unmoved(province: Province, submittable: bool) -> Self {
        let (findings, undetermined) = (Vec::new(), Vec::new());
        let answer = Answer::Accepts;
        Self { province, region: None, answer, submittable, findings, left_out: None, undetermined }
    }
}

/// Room for so many findings in the report of each province at least: a national finding that a province's own crowd out
/// of its report would not seem to be found everywhere.
const LEAST_FINDINGS: u32 = 4_000;

/// What all reports leave out alike, by severity.
fn common(reports: &[(Province, Option<String>, Report)]) -> LeftOut {
    let of_each = reports.iter().map(|(.., report)| report.left_out.unwrap_or_default());
    of_each.reduce(LeftOut::least).unwrap_or_default()
}

/// Leaves each outcome as many findings as there is room for, the same number to those that have more.
fn share(outcomes: &mut [Outcome], max: usize) {
    let mut lengths: Vec<usize> = outcomes.iter().map(|outcome| outcome.findings.len()).collect();
    lengths.sort_unstable();
    let (mut room, mut most) = (max, usize::MAX);
    for (index, length) in lengths.iter().enumerate() {
        let share = room / (lengths.len() - index).max(1);
        if *length > share {
            most = share;
            break;
        }
        room = room.saturating_sub(*length);
    }
    for outcome in outcomes {
        let mut left_out = outcome.left_out.unwrap_or_default();
        left_out.add(leave_out(&mut outcome.findings, most));
        outcome.left_out = Some(left_out).filter(|left_out| left_out.count() > 0);
    }
}

/// What all reports have in common. A blocker of a province may take the place of a national finding, or
/// silence one that compares the same value: then the national one need not be in that report. A finding that
/// compares with the region names it, and belongs to one province.
fn everywhere(reports: &[(Province, Option<String>, Report)], rulebook: &Rulebook) -> Report {
    let reports = || reports.iter().map(|(.., report)| report);
    let silences = |other: &Finding| other.severity == Severity::Blocker && is_provincial(other);
    // What a report leaves out may be in it all the same.
    let is_short = |report: &Report| report.left_out.is_some();
    let known: Vec<(Known<'_>, bool)> = reports()
        .map(|report| (Known::of(&report.findings), is_short(report) || report.findings.iter().any(silences)))
        .collect();
    let mut seen = Known::default();
    let mut findings: Vec<Finding> = Vec::new();
    for finding in reports().flat_map(|report| &report.findings) {
        if seen.has(finding) {
            continue;
        }
        seen.add(finding);
        let mut without = known.iter().filter(|(known, _)| !known.has(finding)).peekable();
        let is_everywhere = without.peek().is_none();
        let with = known.iter().filter(|(known, _)| known.has(finding)).count();
        let is_silenced = !is_provincial(finding) && with > 1 && without.all(|(_, silences)| *silences);
        if is_everywhere || is_silenced {
            findings.push(finding.clone());
        }
    }
    let undetermined = reports().next().map(|report| report.undetermined.clone()).unwrap_or_default();
    let is_everywhere = |rule: &Undetermined| reports().all(|report| report.undetermined.contains(rule));
    let undetermined = undetermined.into_iter().filter(is_everywhere).collect();
    Report::new(findings, undetermined, rulebook.version().clone())
}

/// The refusals that all reports but that of the own province have alike, and that hang on the province no other way.
fn elsewhere(reports: &[(Province, Option<String>, Report)], own: Province) -> Vec<Finding> {
    let mut others = reports.iter().filter(|(province, ..)| *province != own).map(|(.., report)| report);
    let at_home = reports.iter().find(|(province, ..)| *province == own).map(|(.., report)| report);
    let Some(first) = others.next() else { return Vec::new() };
    let others: Vec<Known<'_>> = others.map(|report| Known::of(&report.findings)).collect();
    let at_home = at_home.map(|report| Known::of(&report.findings));
    let refusals = first.findings.iter().filter(|finding| {
        REFUSALS.contains(&finding.rule())
            && !is_provincial(finding)
            && !at_home.as_ref().is_some_and(|known| known.has_alike(finding))
            && others.iter().all(|known| known.has_alike(finding))
    });
    refusals.cloned().collect()
}

/// Findings, indexed by place and rule.
#[derive(Default)]
struct Known<'a>(HashMap<(&'a FieldPath, &'a str), Vec<&'a Finding>>);

impl<'a> Known<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut known = Self::default();
        for finding in findings {
            known.add(finding);
        }
        known
    }

    fn add(&mut self, finding: &'a Finding) {
        self.0.entry((&finding.path, finding.rule())).or_default().push(finding);
    }

    fn has(&self, finding: &Finding) -> bool {
        self.0.get(&(&finding.path, finding.rule())).is_some_and(|same| same.contains(&finding))
    }

    /// Whether one is of the same rule, place and severity, whatever province it names.
    fn has_alike(&self, finding: &Finding) -> bool {
        let same = self.0.get(&(&finding.path, finding.rule()));
        same.is_some_and(|same| same.iter().any(|other| other.severity == finding.severity))
    }
}

/// Whether the rule of a finding reads the province table.
fn is_provincial(finding: &Finding) -> bool {
    finding
        .known_rule()
        .is_some_and(|rule| rule.group() == "province" || Dimension::of_rule(rule).next().is_some())
}

fn answer(own: &Report) -> Answer {
    let is_refusal = |finding: &&Finding| REFUSALS.contains(&finding.rule());
    let most = |refusals: bool| {
        let findings = own.findings.iter().filter(|finding| is_refusal(finding) == refusals);
        findings.map(|finding| finding.severity).max()
    };
    match (most(true), most(false)) {
        (Some(Severity::Blocker), _) => Answer::Refuses,
        (Some(Severity::Warning), _) => Answer::MayRefuse,
        (_, Some(Severity::Blocker | Severity::Warning)) => Answer::Asks,
        _ if own.left_out.is_some_and(|left_out| left_out.blockers.max(left_out.warnings) > 0) => {
            Answer::Asks
        }
        _ if own.undetermined.iter().any(|rule| rule.needs == Need::ProvinceRules) => Answer::Unknown,
        _ => Answer::Accepts,
    }
}

impl Serialize for WhatIf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Everywhere<'a> {
            findings: &'a [Finding],
            #[serde(skip_serializing_if = "Option::is_none")]
            left_out: &'a Option<LeftOut>,
            undetermined: &'a [Undetermined],
        }
        let Self { findings, elsewhere, left_out, undetermined, outcomes, too_many_parts, rulebook } = self;
        let length = 4 + usize::from(too_many_parts.is_some());
        let mut what_if = serializer.serialize_struct("WhatIf", length)?;
        what_if.serialize_field("everywhere", &Everywhere { findings, left_out, undetermined })?;
        what_if.serialize_field("elsewhere", elsewhere)?;
        what_if.serialize_field("outcomes", outcomes)?;
        match too_many_parts {
            Some(parts) => what_if.serialize_field("too_many_parts", parts)?,
            None => what_if.skip_field("too_many_parts")?,
        }
        what_if.serialize_field("rulebook", rulebook)?;
        what_if.end()
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = if self.left_out.is_some() { 8 } else { 7 };
        let mut outcome = serializer.serialize_struct("Outcome", length)?;
        outcome.serialize_field("province", &self.province)?;
        outcome.serialize_field("name", &self.province.name())?;
        outcome.serialize_field("region", &self.region)?;
        outcome.serialize_field("answer", &self.answer)?;
        outcome.serialize_field("submittable", &self.submittable)?;
        outcome.serialize_field("findings", &self.findings)?;
        match &self.left_out {
            Some(left_out) => outcome.serialize_field("left_out", left_out)?,
            None => outcome.skip_field("left_out")?,
        }
        outcome.serialize_field("undetermined", &self.undetermined)?;
        outcome.end()
    }
}

impl Order {
    /// The order as it would be in a province: see [`what_if`] for what moves. The same in its own province,
    /// and where it states no principal.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::value::Province;
    /// use beian::{Order, Principal, Relocation};
    ///
    /// let principal = Principal::new().with_region("440305").with_mailing_address("广东省深圳市南山区海天二路26号");
    /// let order = Order::FirstFiling(Filing::new().with_principal(principal));
    /// let moved = order.relocated(Province::Zhejiang, Relocation::Filing);
    /// let principal = moved.principal().unwrap();
    /// assert_eq!(principal.region.as_deref(), Some("330102"));
    /// assert_eq!(principal.mailing_address.as_deref(), Some("浙江省杭州市上城区海天二路26号"));
    /// ```
    #[must_use]
    pub fn relocated(&self, province: Province, relocation: Relocation) -> Self {
        let mut order = self.clone();
        let (principal, services) = match &mut order {
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => (&mut filing.principal, &mut filing.services),
            Self::ChangeFiling(change) => (&mut change.principal, &mut change.services),
            _ => return order,
        };
        let Some(principal) = principal else { return order };
        let own = filled(principal.region.as_ref()).and_then(|code| Region::parse(code).ok());
        let is_there = |own: &Region| own.province() == province;
        let Some(new) = own.filter(is_there).or_else(|| Region::of_province(province).next()) else {
            return order;
        };
        if own != Some(new) {
            principal.region = Some(new.to_string());
            relocate(&mut principal.mailing_address, own, new);
            let own = own.map(Region::province);
            for person in principal
                .responsible_person
                .iter_mut()
                .chain(services.iter_mut().filter_map(responsible_person))
            {
                verify_in(person, own, province);
            }
        }
        if relocation == Relocation::FilingAndCertificate {
            certify_in(principal, new);
        }
        order
    }
}

fn responsible_person(service: &mut Service) -> Option<&mut ResponsiblePerson> {
    match service {
        Service::Website(website) => website.responsible_person.as_mut(),
        Service::App(app) => app.responsible_person.as_mut(),
    }
}

/// Moves an address to another county, unless it contradicts the region that it stands beside, or names no
/// place.
fn relocate(address: &mut Option<String>, own: Option<Region>, new: Region) {
    let Some(text) = filled(address.as_ref()) else { return };
    if own.is_some_and(|own| matches!(own.agrees_with(text), AddressMatch::Contradicts { .. })) {
        return;
    }
    if let Some(street) = Region::behind_names(text) {
        let moved = format!("{}{street}", new.full_name());
        *address = Some(moved);
    }
}

/// Moves a video verification and the province of a mobile, unless they are of another than the order's.
fn verify_in(person: &mut ResponsiblePerson, own: Option<Province>, province: Province) {
    if person.mobile_province.is_some() && person.mobile_province == own {
        person.mobile_province = Some(province);
    }
    let Some(video) = &mut person.video_verification else { return };
    if video.province.is_some() && (own.is_none() || video.province == own) {
        video.province = Some(province);
    }
}

/// Moves the address on the certificate to the county. The number stays: where there is an address, the rules
/// go by the address.
fn certify_in(principal: &mut Principal, region: Region) {
    let Some(certificate) = &mut principal.certificate else { return };
    let text = filled(certificate.address.as_ref()).unwrap_or_default();
    if Province::from_name_prefix(text) == Some(region.province()) {
        return;
    }
    let street = Region::behind_names(text).unwrap_or(text);
    certificate.address = Some(format!("{}{street}", region.full_name()));
}
