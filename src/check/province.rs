//! What a province asks, and whether a value satisfies it.
//!
//! The guide: where a province's rule differs, it prevails. No authority publishes its practice whole: each cell of the
//! table holds what providers read of it, each reading with its source, and how well it stands follows from them. A settled
//! cell that is broken sends an order back, and so does a contested one that is broken by every reading; a reported one, or
//! one reading of several, is a warning. What the pages on a province do not mention is not asked; what is unknown is never
//! "allowed".
//!
//! [`cells`] gives what is asked in any dimension; the functions below it hold a value against one.

use std::any::Any;

use chrono::{Datelike, Months as CalendarMonths, NaiveDate};

use crate::check::{Needed, Problem, Reason, Verdict};
use crate::model::certificate::CertificateKind;
use crate::model::order::OrderKind;
use crate::model::principal::PrincipalKind;
use crate::model::service::ServiceKind;
use crate::rulebook::provinces::{
    AnyCell, Cell, Certificates, Column, Count, Dimension, Months, ProvinceRules, Scope, Standing, Suffixes,
    Value, Years, ANY_PROVINCE,
};
use crate::text::{Language, Param, Term};
use crate::value::DomainName;

/// Who files, with which order, and for a website or an APP: what decides which cells of a province speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Who {
    /// The kind of the principal; `None` where it is not known: then only what is asked of all speaks.
    pub principal: Option<PrincipalKind>,
    /// The kind of the order.
    pub order: OrderKind,
    /// Website or APP; `None` for what is asked of both.
    pub service: Option<ServiceKind>,
}

impl Who {
    /// A principal of this kind, with an order of this kind.
    pub const fn new(principal: PrincipalKind, order: OrderKind) -> Self {
        Self { principal: Some(principal), order, service: None }
    }

    /// The same for a website or an APP.
    #[must_use]
    pub const fn with_service(self, service: ServiceKind) -> Self {
        Self { service: Some(service), ..self }
    }

    fn is_in(self, scope: Scope) -> bool {
        scope.includes(self.principal, self.order, self.service)
    }
}

/// The cells of a dimension that speak of these: each with the typed value, its standing and its source.
///
/// ```
/// use beian::check::province::{cells, Who};
/// use beian::provinces::Standing;
/// use beian::value::Province;
/// use beian::{OrderKind, PrincipalKind, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let jiangsu = rulebook.province(Province::Jiangsu);
/// let who = Who::new(PrincipalKind::Individual, OrderKind::FirstFiling);
/// let age = cells(jiangsu.individual_age(), who).next().unwrap();
/// assert_eq!((age.value().0, age.standing()), (16, Standing::Settled));
/// println!("{}", age.citation().unwrap().source.document);
/// ```
pub fn cells<T>(cells: &[Cell<T>], who: Who) -> impl Iterator<Item = &Cell<T>> {
    cells.iter().filter(move |cell| who.is_in(cell.scope()))
}

/// A cell that is broken.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal<'a, T: 'static> {
    pub(crate) cell: &'a Cell<T>,
    /// The value that is broken: the one that holds; where readings disagree, the mildest that refuses.
    pub(crate) value: &'a T,
    pub(crate) standing: Standing,
    /// Whether current readings disagree, and every one of them refuses.
    pub(crate) is_refused_by_all: bool,
}

impl<'a, T> Refusal<'a, T> {
    /// Of a cell, by the value that holds.
    pub(crate) fn of(cell: &'a Cell<T>) -> Self {
        Self { cell, value: cell.value(), standing: cell.standing(), is_refused_by_all: false }
    }

    /// Whether a value breaks a cell.
    pub(crate) fn is_of(cell: &Cell<T>, breaks: impl Fn(&T) -> bool) -> bool
    where
        T: Value + PartialEq,
    {
        Broken::judge(cell, &|value| value.downcast_ref().is_some_and(&breaks)).is_some()
    }

    fn typed(broken: &Broken<'a>) -> Option<Self> {
        let Broken { claim, standing, is_refused_by_all, .. } = *broken;
        let cell: &Cell<T> = broken.cell.as_any().downcast_ref()?;
        Some(Self { cell, value: cell.claim_at(claim)?.value(), standing, is_refused_by_all })
    }
}

/// A broken cell, whatever the type of its values. What is decided of cells is decided here, once for all types.
#[derive(Clone, Copy)]
struct Broken<'a> {
    cell: &'a dyn AnyCell,
    /// The place of the claim that is broken.
    claim: usize,
    standing: Standing,
    is_refused_by_all: bool,
}

/// Whether a value of a cell is broken.
type Breaks<'b> = &'b dyn Fn(&dyn Any) -> bool;

impl<'a> Broken<'a> {
    /// Whether a cell is broken, and how. Of readings that disagree all are asked.
    fn judge(cell: &'a dyn AnyCell, breaks: Breaks<'_>) -> Option<Self> {
        let claims = || cell.listed().enumerate();
        // How well the cell stands matters only where one of its readings is broken.
        if !claims().any(|(_, claim)| breaks(claim.any)) {
            return None;
        }
        let weighed = cell.weighed();
        let standing = weighed.standing;
        if standing != Standing::Contested {
            let claim = weighed.holds;
            return breaks(cell.said_at(claim)?.any).then_some(Self {
                cell,
                claim,
                standing,
                is_refused_by_all: false,
            });
        }
        let (mut current, mut refused, mut mildest) = (0, 0, None);
        for (place, claim) in claims().filter(|(place, _)| weighed.counts(*place)) {
            current += 1;
            if breaks(claim.any) {
                refused += 1;
                let strictness = claim.value.strictness();
                if mildest.map_or(true, |(known, _)| strictness < known) {
                    mildest = Some((strictness, place));
                }
            }
        }
        let is_refused_by_all = current > 1 && current == refused && weighed.is_current;
        mildest.map(|(_, claim)| Self { cell, claim, standing, is_refused_by_all })
    }

    /// Whether it sends an order back.
    const fn is_blocking(&self) -> bool {
        self.is_refused_by_all || matches!(self.standing, Standing::Settled)
    }

    /// What weighs most comes first.
    const fn weight(&self) -> (bool, Standing) {
        (!self.is_blocking(), self.standing)
    }
}

/// A cell that a value does not satisfy.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unmet<'a, T: 'static> {
    /// What the cell is about; its name is the code of the reason.
    pub dimension: Dimension,
    /// What was held against it.
    pub found: Param,
    pub(crate) refusal: Refusal<'a, T>,
    rule: &'static str,
}

impl<'a, T> Unmet<'a, T> {
    /// The cell: its readings, and how well they stand.
    pub const fn cell(&self) -> &'a Cell<T> {
        self.refusal.cell
    }

    /// What is asked: the value that holds, or, where readings disagree, the mildest that is not satisfied.
    pub const fn required(&self) -> &'a T {
        self.refusal.value
    }

    /// How well the cell stands.
    pub const fn standing(&self) -> Standing {
        self.refusal.standing
    }

    /// Whether it sends an order back: a settled cell, or one of which readings disagree and all refuse.
    pub const fn is_blocking(&self) -> bool {
        self.refusal.is_refused_by_all || matches!(self.refusal.standing, Standing::Settled)
    }
}

impl<T: Value> crate::text::sealed::Sealed for Unmet<'_, T> {}

impl<T: Value> Reason for Unmet<'_, T> {
    fn term(&self) -> Term {
        self.dimension.term()
    }

    fn rule(&self) -> &'static str {
        self.rule
    }

    fn found(&self) -> Param {
        self.found.clone()
    }

    fn required(&self) -> Param {
        let value = self.refusal.value;
        Param::Written { zh: value.show(Language::Zh).into(), en: value.show(Language::En).into() }
    }
}

/// A dimension by the name of its field.
macro_rules! of {
    ($field:ident) => {
        $crate::rulebook::provinces::column::$field()
    };
}
pub(crate) use of;

/// The cells of a dimension that speak of these: the province's, and what is said nation-wide where the province has
/// nothing of its own.
pub(crate) fn speaking<'a, T>(
    rules: &ProvinceRules<'a>,
    who: Who,
    column: Column<T>,
) -> impl Iterator<Item = &'a Cell<T>> {
    let own = column.here(rules);
    let is_silent = column.dimension.is_list() || cells(own, who).next().is_none();
    let nationwide = rules.nationwide().filter(|_| is_silent && !rules.is_made_unknown(column.dimension));
    cells(own, who).chain(cells(nationwide.map_or(&[][..], |rules| column.here(&rules)), who))
}

/// The first of these.
pub(crate) fn first_speaking<'a, T>(
    rules: &ProvinceRules<'a>,
    who: Who,
    column: Column<T>,
) -> Option<&'a Cell<T>> {
    let own = cells(column.here(rules), who).next();
    own.or_else(|| {
        let nationwide = rules.nationwide().filter(|_| !rules.is_made_unknown(column.dimension))?;
        cells(column.here(&nationwide), who).next()
    })
}

/// The cells that are broken, in the order of the table. `None` where nothing is known and what some province asks would
/// be broken, unless `is_open` is not asked for.
fn broken_cells<'a>(
    rules: &ProvinceRules<'a>,
    who: Who,
    dimension: Dimension,
    is_open: bool,
    breaks: Breaks<'_>,
) -> Option<Vec<Broken<'a>>> {
    let (mut is_known, mut broken) = (false, Vec::new());
    let mut ask = |rules: &ProvinceRules<'a>| {
        let mut is_silent = true;
        let cells = rules.known_of(dimension);
        for cell in (0..).map_while(|place| cells?.get(place)) {
            if who.is_in(cell.scope()) {
                is_silent = false;
                broken.extend(Broken::judge(cell, breaks));
            }
        }
        is_known |= !is_silent;
        is_silent
    };
    let is_silent = ask(rules);
    if is_silent || dimension.is_list() {
        if let Some(nationwide) = rules.nationwide().filter(|_| !rules.is_made_unknown(dimension)) {
            ask(&nationwide);
        }
    }
    let would_break = || {
        let mut asked = ANY_PROVINCE.of(dimension);
        asked.any(|(scope, value)| who.is_in(scope) && breaks(value))
    };
    (is_known || !is_open || rules.is_unmentioned(dimension) || !would_break()).then_some(broken)
}

/// The cells that a value breaks, each with how. `None` where nothing is known and what some province asks would be
/// broken, unless `is_open` is not asked for.
pub(crate) fn broken<'a, T: Value + PartialEq, F>(
    rules: &ProvinceRules<'a>,
    who: Who,
    column: Column<T>,
    is_open: bool,
    breaks: impl Fn(&T) -> Option<F>,
) -> Option<Vec<(Refusal<'a, T>, F)>> {
    let is_broken = |value: &dyn Any| value.downcast_ref().is_some_and(|value| breaks(value).is_some());
    let found = broken_cells(rules, who, column.dimension, is_open, &is_broken)?;
    let typed = |broken| {
        let refusal = Refusal::typed(broken)?;
        let how = breaks(refusal.value)?;
        Some((refusal, how))
    };
    Some(found.iter().filter_map(typed).collect())
}

/// The broken cell that weighs most, with how it is broken; of those that weigh the same the first. `None` where nothing
/// is known, as of [`broken`].
pub(crate) fn worst<'a, T: Value + PartialEq, F>(
    rules: &ProvinceRules<'a>,
    who: Who,
    column: Column<T>,
    is_open: bool,
    breaks: impl Fn(&T) -> Option<F>,
) -> Option<Option<(Refusal<'a, T>, F)>> {
    let is_broken = |value: &dyn Any| value.downcast_ref().is_some_and(|value| breaks(value).is_some());
    let found = broken_cells(rules, who, column.dimension, is_open, &is_broken)?;
    let refusal = heaviest(&found).and_then(Refusal::typed);
    Some(refusal.and_then(|refusal| {
        let how = breaks(refusal.value)?;
        Some((refusal, how))
    }))
}

fn heaviest<'b, 'a>(found: &'b [Broken<'a>]) -> Option<&'b Broken<'a>> {
    found.iter().min_by_key(|broken| broken.weight())
}

/// Holds something against a dimension: the broken cell that weighs most is the problem.
fn held<'a, T: Value + PartialEq>(
    rules: &ProvinceRules<'a>,
    who: Who,
    rule: &'static str,
    column: Column<T>,
    found: impl FnOnce() -> Param,
    is_met: impl Fn(&T) -> bool,
) -> Verdict<Unmet<'a, T>> {
    let dimension = column.dimension;
    let breaks = |value: &T| (!is_met(value)).then_some(());
    let Some(broken) = worst(rules, who, column, true, breaks) else {
        return Verdict::Undetermined(Needed::ProvinceRules);
    };
    match broken {
        Some((refusal, ())) => {
            let citation = refusal.cell.citation();
            let problem = Problem::new(Unmet { dimension, refusal, found: found(), rule });
            Verdict::Fails(match citation {
                Some(citation) => problem.stated_by(&citation.source),
                None => problem,
            })
        }
        None => Verdict::Fits,
    }
}

/// Whether the province takes individuals.
pub fn individuals<'a>(rules: &ProvinceRules<'a>, who: Who) -> Verdict<Unmet<'a, bool>> {
    let rule = "province.individual-not-accepted";
    held(rules, who, rule, of!(individuals), || false.into(), |accepted| *accepted)
}

/// Whether an individual of this age, in full years on the day of submission, can file.
///
/// ```
/// use beian::check::province::{individual_age, Who};
/// use beian::value::Province;
/// use beian::{OrderKind, PrincipalKind, Rulebook};
///
/// let rulebook = Rulebook::default();
/// let who = Who::new(PrincipalKind::Individual, OrderKind::FirstFiling);
/// let jiangsu = rulebook.province(Province::Jiangsu);
/// assert!(individual_age(&jiangsu, who, 16).fits());
/// let verdict = individual_age(&jiangsu, who, 15);
/// assert_eq!(verdict.problem().unwrap().reason.required().0, 16);
/// ```
pub fn individual_age<'a>(rules: &ProvinceRules<'a>, who: Who, age: u32) -> Verdict<Unmet<'a, Years>> {
    let rule = "province.individual-under-age";
    held(rules, who, rule, of!(individual_age), || age.into(), |min| age >= min.0)
}

/// Whether someone of this age can be an organisation's responsible person 主体负责人.
pub fn responsible_person_age<'a>(
    rules: &ProvinceRules<'a>,
    who: Who,
    age: u32,
) -> Verdict<Unmet<'a, Years>> {
    let rule = "province.responsible-person-under-age";
    held(rules, who, rule, of!(responsible_person_age), || age.into(), |min| age >= min.0)
}

/// Whether the province takes a principal's certificate of this kind.
pub fn certificate_kind<'a>(
    rules: &ProvinceRules<'a>,
    who: Who,
    kind: CertificateKind,
) -> Verdict<Unmet<'a, Certificates>> {
    let rule = "province.certificate-not-accepted";
    held(rules, who, rule, of!(certificate_kinds), || kind.into(), |taken| taken.take(kind))
}

/// Whether a certificate that is valid until a day is valid for as long as the province asks.
pub fn certificate_validity<'a>(
    rules: &ProvinceRules<'a>,
    who: Who,
    until: NaiveDate,
    today: NaiveDate,
) -> Verdict<Unmet<'a, Months>> {
    let rule = "province.certificate-validity-too-short";
    let is_met = |least: &Months| !ends_within(until, today, least.0);
    held(rules, who, rule, of!(certificate_validity), || until.into(), is_met)
}

/// Whether a domain that is registered until a day is for as long as the province asks.
pub fn domain_validity<'a>(
    rules: &ProvinceRules<'a>,
    who: Who,
    until: NaiveDate,
    today: NaiveDate,
) -> Verdict<Unmet<'a, Months>> {
    let rule = "province.domain-validity-too-short";
    let is_met = |least: &Months| !ends_within(until, today, least.0);
    held(rules, who, rule, of!(domain_validity), || until.into(), is_met)
}

/// Whether the province takes the suffix of a domain.
pub fn domain_suffix<'a>(
    rules: &ProvinceRules<'a>,
    who: Who,
    name: &DomainName<'_>,
) -> Verdict<Unmet<'a, Suffixes>> {
    suffix_of(rules, who, &name.to_unicode())
}

/// The same of a name as people write it.
pub(crate) fn suffix_of<'a>(rules: &ProvinceRules<'a>, who: Who, name: &str) -> Verdict<Unmet<'a, Suffixes>> {
    let rule = "province.domain-suffix-not-accepted";
    held(rules, who, rule, of!(domain_suffixes), || Param::name(name), |taken| taken.take(name))
}

/// Whether a principal may have so many services, filed and new together.
pub fn total_services<'a>(rules: &ProvinceRules<'a>, who: Who, count: usize) -> Verdict<Unmet<'a, Count>> {
    let rule = "province.total-services-over-limit";
    let is_met = |max: &Count| !crate::check::service_limits::above(count, max.0);
    held(rules, who, rule, of!(total_services), || count.into(), is_met)
}

/// Whether `date` comes before `months` from `today` have passed.
pub(crate) fn ends_within(date: NaiveDate, today: NaiveDate, months: u32) -> bool {
    let month = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    match (month(date) - month(today)).cmp(&months.into()) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Equal => {
            today.checked_add_months(CalendarMonths::new(months)).is_some_and(|least| date < least)
        }
        std::cmp::Ordering::Greater => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;
    use crate::value::Province;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    /// In every province: the age that is asked fits, a younger one does not, and the answer names a document.
    #[test]
    fn an_age_is_held_against_the_cell_and_named_with_its_source() {
        let rulebook = Rulebook::default();
        let who = Who::new(PrincipalKind::Individual, OrderKind::FirstFiling);
        for province in Province::ALL {
            let rules = rulebook.province(*province);
            let Some(cell) = cells(rules.individual_age(), who).next() else {
                // Others ask for 18: of a child it is unknown, of a grown-up it does not matter.
                assert_eq!(
                    individual_age(&rules, who, 3).needed(),
                    Some(Needed::ProvinceRules),
                    "{province}"
                );
                assert!(individual_age(&rules, who, 60).fits(), "{province}");
                continue;
            };
            // Readings that disagree: the strictest is enough, below the mildest none is met.
            let ages: Vec<u32> = cell.claims().map(|claim| claim.value().0).collect();
            let (strictest, mildest) = (ages.iter().max().unwrap(), ages.iter().min().unwrap());
            assert!(individual_age(&rules, who, *strictest).fits(), "{province}");
            let verdict = individual_age(&rules, who, mildest - 1);
            let Verdict::Fails(problem) = verdict else { panic!("{province}") };
            assert!(!problem.source().document.is_empty(), "{province}");
            assert_eq!(problem.code(), "individual_age");
        }
    }

    #[test]
    fn cells_speak_of_those_in_their_scope() {
        let rulebook = Rulebook::default();
        let rules = rulebook.province(Province::Jiangsu);
        let of = |principal| Who { principal, order: OrderKind::FirstFiling, service: None };
        assert_eq!(cells(rules.individual_age(), of(Some(PrincipalKind::Individual))).count(), 1);
        assert_eq!(cells(rules.individual_age(), of(Some(PrincipalKind::Enterprise))).count(), 0);
        // Who files is not known: it may be an organisation.
        assert_eq!(cells(rules.individual_age(), of(None)).count(), 0);
    }

    #[test]
    fn months_are_counted_by_the_calendar() {
        for (date, today, months, is_within) in [
            ("2026-12-22", "2026-11-23", 1, true),
            ("2026-12-23", "2026-11-23", 1, false),
            ("2027-02-27", "2027-01-31", 1, true),
            ("2027-02-28", "2027-01-31", 1, false),
            ("2027-06-01", "2026-11-23", 6, false),
            ("2027-05-22", "2026-11-23", 6, true),
        ] {
            assert_eq!(ends_within(day(date), day(today), months), is_within, "{date} {today} {months}");
        }
    }
}
