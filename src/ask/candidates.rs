//! What a checklist may list: the rows of the table at the places of an order, as many as there is room for.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashSet};
use std::hash::{Hash, Hasher};
use std::ops::Bound;

use crate::ask::checklist::{is_blocker, ChecklistItem, ItemState};
use crate::ask::place;
use crate::engine::context::CheckContext;
use crate::fields::{Asks, FormPlace, Presence, Requirement, Row, Step};
use crate::model::order::Order;
use crate::model::principal::Filer;
use crate::model::responsible_person::ResponsiblePerson;
use crate::path::{FieldPath, Key, Segment};
use crate::report::{Finding, Need, Param, Report};
use crate::rules::province;
use crate::text::Sorted;

/// Room for so many findings at least, however few the report lists.
pub(super) const LEAST_FINDINGS: u32 = 1_000;

/// Room for findings.
pub(super) struct Room {
    /// For how many more; `None`: for all.
    pub(super) left: Option<u32>,
    pub(super) left_out: usize,
}

impl Room {
    /// The finding, where there is room for it.
    pub(super) fn for_one(&mut self, finding: &Finding) -> Option<Finding> {
        match &mut self.left {
            Some(0) => {
                self.left_out = self.left_out.saturating_add(1);
                return None;
            }
            Some(left) => *left = left.saturating_sub(1),
            None => {}
        }
        Some(finding.clone())
    }
}

/// A row of the table at a place of the order, before it is known whether the checklist shows it.
pub(super) struct Candidate {
    pub(super) step: Step,
    pub(super) item: ChecklistItem,
    pub(super) is_asked: bool,
}

impl Candidate {
    /// What is required of a row, whether it is asked for, and how far it is.
    fn state(
        row: &Row,
        presence: Presence,
        here: &FormPlace<'_>,
        cx: &CheckContext<'_>,
        report: &Report,
    ) -> (Requirement, bool, ItemState) {
        let (requirement, is_known) = requirement(row, cx);
        let (is_asked, state) = match presence {
            Presence::Given => {
                let is_asked = match requirement {
                    Requirement::Conditional => {
                        row.when.and_then(|condition| here.meets(condition)) != Some(false)
                    }
                    // A list is no item itself: its items are.
                    _ if matches!(row.asks, Asks::List | Asks::Services) => false,
                    requirement => requirement.is_asked() && requirement != Requirement::Optional,
                };
                (is_asked, ItemState::Done)
            }
            Presence::MissingAt(_) if !is_known => (true, ItemState::Open),
            Presence::MissingAt(_) => match requirement {
                Requirement::Required | Requirement::Locked => {
                    (!is_verified_elsewhere(row, here, cx), ItemState::ToGive)
                }
                Requirement::Conditional => match row.when.and_then(|condition| here.meets(condition)) {
                    Some(is_met) => (is_met, ItemState::ToGive),
                    None => (true, ItemState::Open),
                },
                // Where the person is not there yet the finding speaks of the person as a whole.
                Requirement::ByProvince if is_asked_in_province(row, cx) => (true, ItemState::ToGive),
                Requirement::ByProvince => (is_open_in_province(row, cx, report), ItemState::Open),
                Requirement::Optional | Requirement::NotShown | Requirement::NotApplicable => {
                    (false, ItemState::ToGive)
                }
            },
        };
        (requirement, is_asked, state)
    }

    fn of(
        row: &Row,
        path: FieldPath,
        (requirement, is_asked, state): (Requirement, bool, ItemState),
        cx: &CheckContext<'_>,
    ) -> Self {
        let condition = row.when.filter(|_| requirement == Requirement::Conditional);
        let place = path.place(cx.order);
        let item = ChecklistItem {
            path,
            item: row.code,
            label: row.label,
            requirement,
            condition,
            state,
            findings: Vec::new(),
            place,
        };
        Self { step: step(row, cx), item, is_asked }
    }

    /// Takes a finding about the item; that the value is missing is expressed by the item's state instead.
    pub(super) fn take(&mut self, finding: &Finding, room: &mut Room) {
        match self.item.state {
            ItemState::Done => {
                if is_blocker(finding) {
                    self.item.state = ItemState::ToCorrect;
                }
                self.item.findings.extend(room.for_one(finding));
            }
            ItemState::ToCorrect => self.item.findings.extend(room.for_one(finding)),
            ItemState::ToGive | ItemState::Open => {
                if !self.is_asked {
                    self.item.findings.extend(room.for_one(finding));
                }
                if is_blocker(finding) {
                    self.item.state = ItemState::ToGive;
                }
            }
        }
    }
}

/// The step that asks for a row first.
fn step(row: &Row, cx: &CheckContext<'_>) -> Step {
    row.first(cx.kind).map_or(row.step, |_| Step::OrderKind)
}

/// The requirement of a row, and whether it is certain: where the kind of the principal is not known, only if
/// organisations and individuals have the same one.
fn requirement(row: &Row, cx: &CheckContext<'_>) -> (Requirement, bool) {
    let of = |filer| row.requirements.of(cx.kind, filer);
    if let Some(filer) = cx.filer() {
        return (of(filer), true);
    }
    let (organization, individual) = (of(Filer::Organization), of(Filer::Individual));
    let one = if organization.is_asked() { organization } else { individual };
    (one, organization == individual || !one.is_asked())
}

/// Whether the responsible person of a service is verified with an earlier service, or need not be verified
/// here.
fn is_verified_elsewhere(row: &Row, here: &FormPlace<'_>, cx: &CheckContext<'_>) -> bool {
    let certificate = here.person.and_then(|person: &ResponsiblePerson| person.certificate.as_ref());
    let responsible_person = certificate.and_then(|certificate| cx.responsible_person(certificate));
    let (Some(index), Some(responsible_person)) = (here.service_index, responsible_person) else {
        return false;
    };
    row.asks == Asks::Video && (responsible_person.has_video || responsible_person.first_service < index)
}

/// Whether the province is known to ask for an emergency contact.
fn is_asked_in_province(row: &Row, cx: &CheckContext<'_>) -> bool {
    row.path != [Key::Agreements] && province::wants_emergency_contact(cx)
}

/// Whether it is not known what the province asks here.
fn is_open_in_province(row: &Row, cx: &CheckContext<'_>, report: &Report) -> bool {
    let rule = match row.path {
        [Key::Agreements] => "order.agreement-missing",
        _ => "person.emergency-contact-missing",
    };
    let is_undetermined =
        || report.undetermined.iter().any(|u| u.rule == rule && u.needs == Need::ProvinceRules);
    cx.province.is_none() || is_undetermined()
}

/// The candidates, with an index by path.
pub(super) struct Candidates {
    pub(super) all: Vec<Candidate>,
    at: BTreeMap<FieldPath, Vec<usize>>,
    /// Where a finding stands, or what is around it: what is not asked for is a candidate only there.
    meant: HashSet<FieldPath>,
    /// Whether a finding stands in the place that is being looked at.
    is_meant: bool,
    /// For how many that are asked for there is room; `None`: for all.
    room: Option<u32>,
    /// How many that are asked for had no room.
    pub(super) left_out: Sorted<Step, usize>,
    /// The hashes of their paths and kinds: two rows at the same path are one item.
    counted: HashSet<u64>,
}

fn hash(path: &FieldPath, item: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (path, item).hash(&mut hasher);
    hasher.finish()
}

/// Which item or step a finding belongs to.
pub(super) enum Taker {
    Candidate(usize),
    Step(Step),
    /// A missing object is missing in each of its parts, whose items say so.
    Nobody,
}

impl Candidates {
    pub(super) fn new(report: &Report, max: Option<u32>) -> Self {
        let mut meant = HashSet::new();
        for finding in &report.findings {
            for path in std::iter::once(finding.path.clone()).chain(finding.also()) {
                let mut around = Some(path);
                while let Some(place) = around {
                    around = place.parent();
                    if !meant.insert(place) {
                        break;
                    }
                }
            }
        }
        Self {
            all: Vec::new(),
            at: BTreeMap::new(),
            meant,
            is_meant: false,
            room: max,
            left_out: Sorted::default(),
            counted: HashSet::new(),
        }
    }

    /// Begins with another place of the order.
    pub(super) fn turn_to(&mut self, here: &FormPlace<'_>) {
        self.is_meant = self.meant.contains(&here.path);
    }

    /// Takes a row for a candidate where it is asked for or a finding is about it, and counts it where there is no room.
    pub(super) fn see(
        &mut self,
        row: &Row,
        presence: Presence,
        here: &FormPlace<'_>,
        cx: &CheckContext<'_>,
        report: &Report,
    ) {
        let state = Candidate::state(row, presence, here, cx, report);
        let (_, is_asked, _) = state;
        if !is_asked && !self.is_meant {
            return;
        }
        let path = row.path.iter().fold(here.path.clone(), |path, key| path.join(*key));
        let is_known = |at: &Vec<usize>| {
            let mut known = at.iter().filter_map(|index| self.all.get(*index));
            known.any(|known| known.item.item == row.code)
        };
        if !is_asked && !self.meant.contains(&path) {
            return;
        }
        let is_known = self.at.get(&path).is_some_and(is_known);
        if is_asked && !is_known {
            match &mut self.room {
                Some(0) => {
                    self.leave_out(row, &path, cx);
                    return;
                }
                Some(room) => *room = room.saturating_sub(1),
                None => {}
            }
        }
        self.add(Candidate::of(row, path, state, cx));
    }

    /// Counts a row that there is no room for, unless another at its path was counted.
    fn leave_out(&mut self, row: &Row, path: &FieldPath, cx: &CheckContext<'_>) {
        if self.counted.insert(hash(path, row.code)) {
            self.left_out.change(step(row, cx), || 0, |left_out| *left_out = left_out.saturating_add(1));
        }
    }

    /// Adds a candidate; of two rows at the same path the one that asks counts.
    fn add(&mut self, candidate: Candidate) {
        let at = self.at.entry(candidate.item.path.clone()).or_default();
        for index in at.iter() {
            let Some(known) = self.all.get_mut(*index) else { continue };
            if known.item.item == candidate.item.item {
                let weight =
                    |candidate: &Candidate| (candidate.is_asked, candidate.item.state != ItemState::Open);
                if weight(&candidate) > weight(known) {
                    *known = candidate;
                }
                return;
            }
        }
        at.push(self.all.len());
        self.all.push(candidate);
    }

    /// The candidates at a path, with their numbers, in the order in which they were added.
    fn at<'a>(&'a self, path: &FieldPath) -> impl Iterator<Item = (usize, &'a Candidate)> {
        let at = self.at.get(path).into_iter().flatten();
        at.filter_map(|index| Some((*index, self.all.get(*index)?)))
    }

    /// The candidates at paths inside this one.
    fn inside<'a>(&'a self, path: &'a FieldPath) -> impl Iterator<Item = &'a Candidate> {
        let after = (Bound::Excluded(path), Bound::Unbounded);
        let inside = self.at.range::<FieldPath, _>(after).take_while(|(place, _)| place.starts_with(path));
        inside.flat_map(|(_, at)| at).filter_map(|index| self.all.get(*index))
    }

    pub(super) fn taker(&self, finding: &Finding, path: &FieldPath, order: &Order) -> Taker {
        let segments = path.segments();
        let is_object = matches!(segments.last(), Some(Segment::Key(_)));
        let is_part = |candidate: &Candidate| candidate.is_asked && candidate.item.state != ItemState::Done;
        if is_object && self.inside(path).any(is_part) {
            return Taker::Nobody;
        }
        let kind = place::material(segments, order).map(|material| material.kind.as_str());
        let said = match finding.params.get("field") {
            Some(Param::Term(term)) => Some(term.code),
            _ => None,
        };
        let is_meant = |candidate: &Candidate| match candidate.item.item {
            Some(item) => kind.or(said) == Some(item),
            None => true,
        };
        // The list of services takes findings about a service as a whole, not about the parts of one.
        let is_near = |place: &FieldPath| {
            place.last_key() != Some(Key::Services)
                || segments.len() <= place.segments().len().saturating_add(1)
        };
        let mut around = Some(path.clone());
        while let Some(place) = around {
            // Its item had no room: no other takes the finding.
            if self.counted.contains(&hash(&place, None)) {
                return Taker::Step(path.place(order).step);
            }
            if is_near(&place) && self.at(&place).next().is_some() {
                return match self.at(&place).find(|(_, candidate)| is_meant(candidate)) {
                    Some((index, _)) => Taker::Candidate(index),
                    None => Taker::Step(path.place(order).step),
                };
            }
            around = place.parent();
        }
        Taker::Step(path.place(order).step)
    }
}
