//! One person in several roles makes one finding for one mistake: at the first place, with the others beside it.

use std::collections::BTreeMap;

use crate::engine::catalogue::Catalogue;
use crate::engine::context::CheckContext;
use crate::engine::declared::When;
use crate::engine::nodes::Role;
use crate::model::holder::known_number;
use crate::path::{FieldPath, Key, Segment};
use crate::report::remedy::Remedy;
use crate::report::Finding;
use crate::text::sort_by;

/// The rule on a number at a legal representative, and that on the same number at a responsible person.
const OF_REPRESENTATIVE: (&str, &str) =
    ("principal.certificate-number-invalid", "person.certificate-number-invalid");

/// A finding says of so many more places that the same is wrong there: more than an order within its limits has services.
/// Places beyond have another finding.
const MOST_PLACES: usize = 20;

/// Leaves one of the findings that say the same of one person.
pub(crate) fn join(catalogue: &Catalogue, cx: &CheckContext<'_>, findings: &mut Vec<Finding>) {
    if cx.is_individual() || !findings.iter().any(|finding| first_place(catalogue, cx, finding).is_some()) {
        return;
    }
    // By rule and by the place that the person has first: where the same is said, and the finding that stays.
    let mut said: BTreeMap<(&str, FieldPath), Vec<usize>> = BTreeMap::new();
    let mut others: BTreeMap<usize, Vec<FieldPath>> = BTreeMap::new();
    let mut again = vec![false; findings.len()];
    let mut in_order: Vec<(usize, &Finding)> = findings.iter().enumerate().collect();
    sort_by(&mut in_order, |(_, a), (_, b)| a.path.cmp(&b.path));
    for (index, finding) in in_order {
        let first = first_place(catalogue, cx, finding);
        let key = first.unwrap_or_else(|| (finding.rule(), finding.path.clone()));
        let known = said.entry(key).or_default();
        let has_room = |first: &usize| others.get(first).map_or(true, |others| others.len() < MOST_PLACES);
        let is_same = |first: &&usize| {
            has_room(first) && findings.get(**first).is_some_and(|first| says_the_same(cx, first, finding))
        };
        match (known.iter().find(is_same).copied(), again.get_mut(index)) {
            (Some(first), Some(again)) => {
                others.entry(first).or_default().push(finding.path.clone());
                *again = true;
            }
            _ => known.push(index),
        }
    }
    if others.is_empty() {
        return;
    }
    for (index, places) in others {
        if let Some(first) = findings.get_mut(index) {
            first.stands_also_at(&places);
        }
    }
    let mut again = again.into_iter();
    findings.retain(|_| !again.next().unwrap_or_default());
}

/// Whether two findings on one person say the same of the same value at two places.
fn says_the_same(cx: &CheckContext<'_>, first: &Finding, finding: &Finding) -> bool {
    first.path != finding.path
        && first.severity == finding.severity
        && (first.params == finding.params || first.rule() != finding.rule())
        && cx.order.text_at(&first.path) == cx.order.text_at(&finding.path)
}

/// Where the person of a finding stands first, and which rule would speak of the same there; `None` where that is here.
fn first_place<'f>(
    catalogue: &Catalogue,
    cx: &CheckContext<'_>,
    finding: &'f Finding,
) -> Option<(&'f str, FieldPath)> {
    let (role, below) = match finding.path.segments() {
        [Segment::Key(Key::Principal), Segment::Key(Key::ResponsiblePerson), below @ ..] => {
            (Role::PrincipalResponsiblePerson, below)
        }
        [Segment::Key(Key::Services), Segment::Index(index), Segment::Key(Key::ResponsiblePerson), below @ ..] => {
            (Role::ServiceResponsiblePerson(*index), below)
        }
        _ => return None,
    };
    // What is missing is missing at each place.
    if below.is_empty() || catalogue.by_id(finding.rule())?.when == When::Missing {
        return None;
    }
    let at = |start: FieldPath| below.iter().fold(start, |path, step| path.join(step.clone()));
    let is_number = [Segment::Key(Key::Certificate), Segment::Key(Key::Number)] == *below;
    if finding.rule() == OF_REPRESENTATIVE.1 && is_number && is_representative(cx, &finding.path) {
        let representative = FieldPath::root().join(Key::Principal).join(Key::LegalRepresentative);
        return Some((OF_REPRESENTATIVE.0, at(representative)));
    }
    let first = cx.first_of_person(role)?.service;
    let of = first.map_or_else(
        || FieldPath::root().join(Key::Principal),
        |index| FieldPath::root().join(Key::Services).join(index),
    );
    Some((finding.rule(), at(of.join(Key::ResponsiblePerson))))
}

/// Whether the number at a place is the legal representative's.
fn is_representative(cx: &CheckContext<'_>, place: &FieldPath) -> bool {
    let representative = cx.principal.and_then(|principal| principal.legal_representative.as_ref());
    let number = representative.and_then(|person| known_number(person.certificate.as_ref()?));
    number
        .is_some_and(|own| cx.order.text_at(place).is_some_and(|text| text.trim().eq_ignore_ascii_case(&own)))
}

/// What mends a mistake mends it at every place of the person.
pub(crate) fn mend_all(finding: &mut Finding) {
    let places: Vec<FieldPath> = finding.also().collect();
    if let Some(Remedy::Normalize { path, .. }) = finding.remedy().filter(|_| !places.is_empty()) {
        let path = path.clone();
        finding.give(Remedy::Normalize { path, also: places });
    }
}
