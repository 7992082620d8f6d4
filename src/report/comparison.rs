//! What changed between two reports, for a form that validates while somebody types.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::{Finding, Param, Params, Report, Undetermined};
use crate::text::sort_by;

/// Two reports side by side: which findings are gone, which are new, which changed, which stayed.
///
/// Two findings are the same where rule and place are equal. Where their parameters, severity or remedy
/// differ, the finding changed: its message is to be shown anew. A rule may have several findings at one
/// place, such as a list: those with equal parameters are paired first, and the rest are paired in order, as
/// changed. A report that was read from JSON can be compared with one that was made here.
///
/// Places are those of each report's own order: when an item of a list is removed, the items behind it move
/// up, and the comparison shows their findings as gone from one place and come at another.
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{validate, Comparison, Context, Domain, Order, Rulebook};
///
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = |name: &str| {
///     let site = Website::new().with_domains([Domain::named(name)]);
///     validate(&Order::FirstFiling(Filing::new().with_services([site])), &context, &Rulebook::default())
/// };
/// let (before, after) = (report("http://shop"), report("shop.example.com"));
///
/// let comparison = Comparison::of(&before, &after);
/// assert_eq!(comparison.gone[0].rule(), "domain.malformed");
/// assert_eq!(comparison.come[0].rule(), "domain.not-registrable");
/// assert!(comparison.changed.is_empty() && !comparison.stayed.is_empty());
/// assert!(Comparison::of(&after, &after).is_unchanged());
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Comparison<'a> {
    /// The findings that only the earlier report has.
    pub gone: Vec<&'a Finding>,
    /// The findings that only the later report has.
    pub come: Vec<&'a Finding>,
    /// The findings that both have and that say something else now.
    pub changed: Vec<Changed<'a, Finding>>,
    /// The findings that stayed as they are, as the later report has them.
    pub stayed: Vec<&'a Finding>,
    /// The rules that could not be decided.
    pub undetermined: ComparedUndetermined<'a>,
    /// Whether both reports leave out the same number of findings of each severity.
    #[serde(skip)]
    is_left_out_alike: bool,
}

/// A finding, or an undetermined rule, that both reports have and that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Changed<'a, T> {
    /// As the earlier report has it.
    pub before: &'a T,
    /// As the later report has it.
    pub after: &'a T,
}

/// The rules that could not be decided, of two reports. A rule is the same by its id.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ComparedUndetermined<'a> {
    /// Decided now, or not asked any more.
    pub gone: Vec<&'a Undetermined>,
    /// Not decided any more.
    pub come: Vec<&'a Undetermined>,
    /// Needing something else.
    pub changed: Vec<Changed<'a, Undetermined>>,
    /// Needing the same.
    pub stayed: Vec<&'a Undetermined>,
}

impl<'a> Comparison<'a> {
    /// Compares an earlier report with a later one. Each list is in the order of its report, what changed in
    /// that of the later.
    pub fn of(before: &'a Report, after: &'a Report) -> Self {
        let place = |finding: &'a Finding| (&finding.path, finding.rule());
        let pairs = Pairs::of(&before.findings, &after.findings, place, is_same);
        let rule = |undetermined: &'a Undetermined| &*undetermined.rule;
        let needs = |a: &Undetermined, b: &Undetermined| a.needs == b.needs;
        let undetermined = Pairs::of(&before.undetermined, &after.undetermined, rule, needs);
        Self {
            gone: pairs.gone,
            come: pairs.come,
            changed: pairs.changed,
            stayed: pairs.stayed,
            undetermined: ComparedUndetermined {
                gone: undetermined.gone,
                come: undetermined.come,
                changed: undetermined.changed,
                stayed: undetermined.stayed,
            },
            is_left_out_alike: before.left_out == after.left_out,
        }
    }

    /// Whether both reports say the same, of findings and of what could not be decided. Findings that a
    /// report leaves out are counted, not compared.
    pub fn is_unchanged(&self) -> bool {
        let Self { gone, come, changed, undetermined, is_left_out_alike, .. } = self;
        *is_left_out_alike
            && gone.is_empty()
            && come.is_empty()
            && changed.is_empty()
            && undetermined.gone.is_empty()
            && undetermined.come.is_empty()
            && undetermined.changed.is_empty()
    }
}

/// The items of two lists, paired by key.
struct Pairs<'a, T> {
    gone: Vec<&'a T>,
    come: Vec<&'a T>,
    changed: Vec<Changed<'a, T>>,
    stayed: Vec<&'a T>,
}

impl<'a, T> Pairs<'a, T> {
    fn of<K: Ord>(
        before: &'a [T],
        after: &'a [T],
        key: impl Fn(&'a T) -> K,
        is_same: impl Fn(&T, &T) -> bool,
    ) -> Self {
        // The earlier items by key; a pair takes its item out.
        let mut left: BTreeMap<K, Vec<(usize, &'a T)>> = BTreeMap::new();
        for (place, item) in before.iter().enumerate() {
            left.entry(key(item)).or_default().push((place, item));
        }
        let mut pairs = Self { gone: Vec::new(), come: Vec::new(), changed: Vec::new(), stayed: Vec::new() };
        let mut unpaired = Vec::new();
        for item in after {
            let partners = left.get_mut(&key(item));
            let same = partners.and_then(|partners| {
                let place = partners.iter().position(|(_, partner)| is_same(partner, item))?;
                Some(partners.remove(place))
            });
            match same {
                Some(_) => pairs.stayed.push(item),
                None => unpaired.push(item),
            }
        }
        for item in unpaired {
            let partners = left.get_mut(&key(item)).filter(|partners| !partners.is_empty());
            match partners.map(|partners| partners.remove(0)) {
                Some((_, before)) => pairs.changed.push(Changed { before, after: item }),
                None => pairs.come.push(item),
            }
        }
        let mut gone: Vec<(usize, &'a T)> = left.into_values().flatten().collect();
        sort_by(&mut gone, |(a, _), (b, _)| a.cmp(b));
        pairs.gone = gone.into_iter().map(|(_, item)| item).collect();
        pairs
    }
}

/// Whether two findings of one rule at one place say the same.
fn is_same(a: &Finding, b: &Finding) -> bool {
    a.severity == b.severity && are_same(&a.params, &b.params) && a.remedy() == b.remedy()
}

fn are_same(a: &Params, b: &Params) -> bool {
    let (mut left, mut right) = (a.iter(), b.iter());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some((name, param)), Some((other_name, other)))
                if name == other_name && reads_same(param, other) => {}
            _ => return false,
        }
    }
}

/// Whether two parameters are written alike in JSON, where a code, a day and a masked text are strings.
fn reads_same(a: &Param, b: &Param) -> bool {
    match (a, b) {
        (Param::List(a), Param::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| reads_same(a, b))
        }
        (Param::Date(day), Param::Name(name)) | (Param::Name(name), Param::Date(day)) => {
            day.to_string() == **name
        }
        _ => match (string(a), string(b), both(a), both(b)) {
            (Some(a), Some(b), ..) => a == b,
            (_, _, Some(a), Some(b)) => a == b,
            _ => a == b,
        },
    }
}

fn string(param: &Param) -> Option<&str> {
    match param {
        Param::Term(term) => Some(term.code),
        Param::Name(name) => Some(name),
        Param::Masked(masked) => Some(masked.as_str()),
        _ => None,
    }
}

fn both(param: &Param) -> Option<(&str, &str)> {
    match param {
        Param::Text(text) => Some((text.zh, text.en)),
        Param::Written { zh, en } => Some((zh, en)),
        _ => None,
    }
}
