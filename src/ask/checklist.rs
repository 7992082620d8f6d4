//! What of its form an order has: what is given, what is still to be given, what has to be corrected, and
//! what cannot be judged yet.
//!
//! ```
//! use beian::checklist::{Checklist, ItemState};
//! use beian::order::Filing;
//! use beian::service::Website;
//! use beian::{Context, Language, Order, Principal, PrincipalKind, Rulebook};
//! use chrono::NaiveDate;
//!
//! let principal = Principal::new().with_kind(PrincipalKind::Individual).with_name("沈若谷");
//! let order = Order::FirstFiling(Filing::new().with_principal(principal).with_services([Website::new()]));
//! let context = Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
//!
//! let checklist = Checklist::of(&order, &context, &Rulebook::default());
//! for step in checklist.steps() {
//!     println!("{} {}/{}", step.step.text().zh, step.done(), step.total());
//!     for item in step.items.iter().filter(|item| item.state == ItemState::ToGive) {
//!         println!("  [ ] {}", item.show(Language::Zh));
//!     }
//! }
//! assert!(!checklist.is_done());
//! ```
//!
//! A checklist says what the form asks for; whether the order can be handed in is what its [`Report`] says.
//!
//! It lists at most [`Rulebook::max_items`] items, which is more than an order within its limits has; the others are
//! [counted](Checklist::left_out), and are not done.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::ask::candidates::{Candidate, Candidates, Room, Taker, LEAST_FINDINGS};
use crate::ask::place::Place;
use crate::engine::context::CheckContext;
use crate::fields::{Asks, Condition, Requirement, Step, SECTIONS};
use crate::model::context::Context;
use crate::model::order::Order;
use crate::path::FieldPath;
use crate::report::{Finding, Report};
use crate::rule::Severity;
use crate::rulebook::Rulebook;
use crate::rules::catalogue::validate_with_room;
use crate::text::{sort_by, Both, Language, Sorted, Text};

wire_names! {
    /// How far an item of a checklist is.
    pub enum ItemState {
        /// Given, and nothing speaks against it.
        Done = "done" { zh: "已完成", en: "done" },
        /// Not given yet.
        ToGive = "to_give" { zh: "待填写", en: "to be filled in" },
        /// Given, and something would send it back.
        ToCorrect = "to_correct" { zh: "待修改", en: "to be corrected" },
        /// Not given, and whether it is asked for depends on something that is not known yet.
        Open = "open" { zh: "暂无法判断", en: "cannot be judged yet" },
    }
}

/// What of its form an order has, step by step.
#[derive(Debug, Clone, PartialEq)]
pub struct Checklist {
    steps: Vec<ChecklistStep>,
    /// How many findings stand with no item or step.
    findings_left_out: usize,
    report: Report,
}

/// What a checklist does not list because there was too much.
///
/// On the wire `{"items": 12, "findings": 0, "message": {"zh": …, "en": …}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChecklistLeftOut {
    /// How many items.
    pub items: usize,
    /// How many findings, of items that are listed or not.
    pub findings: usize,
}

impl ChecklistLeftOut {
    /// The message to the applicant.
    pub fn message(&self, language: Language) -> String {
        let Self { items, findings } = self;
        match language {
            Language::Zh => {
                format!("另有 {items} 个项目、{findings} 条结果未列出。请先完成已列出的项目，再重新检查。")
            }
            Language::En => {
                format!("Not listed: {items} more items, {findings} more findings. Do what is listed, then check again.")
            }
        }
    }
}

impl Serialize for ChecklistLeftOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut left_out = serializer.serialize_struct("ChecklistLeftOut", 3)?;
        left_out.serialize_field("items", &self.items)?;
        left_out.serialize_field("findings", &self.findings)?;
        left_out.serialize_field("message", &Both::of(|language| self.message(language)))?;
        left_out.end()
    }
}

/// A step of the form.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChecklistStep {
    /// Which one.
    pub step: Step,
    /// What it asks this order for, each thing once, in the step that asks first.
    pub items: Vec<ChecklistItem>,
    /// How many items it asks for besides, where there are too many to list. They count as not done.
    pub left_out: usize,
    /// Findings about the step as a whole, not about one of its items: that the responsible person is not the
    /// individual, that an order of the account is in progress.
    pub findings: Vec<Finding>,
    /// How many of them would send it back, where every item is listed.
    blocked: usize,
}

/// A field or material that an order is asked for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChecklistItem {
    /// Where its value stands, or belongs.
    pub path: FieldPath,
    /// Which item of the list at that path it is, where the list holds different ones: a kind of material, an
    /// agreement.
    pub item: Option<&'static str>,
    /// What it is called.
    pub label: Text,
    /// Whether it is asked for.
    pub requirement: Requirement,
    /// When it is asked for, where that is under a condition.
    pub condition: Option<Condition>,
    /// How far it is.
    pub state: ItemState,
    /// Findings about what was given.
    pub findings: Vec<Finding>,
    pub(super) place: Place,
}

impl ChecklistItem {
    /// Which service, platform and so on it is in: `服务 1 · 平台 2`; empty outside of lists.
    pub fn position(&self, language: Language) -> impl fmt::Display + '_ {
        self.place.position(language)
    }

    /// Position and label: `服务 1 · 平台 2 · APP 域名`.
    pub fn show(&self, language: Language) -> String {
        let position = self.position(language).to_string();
        let label = self.label.get(language);
        if position.is_empty() {
            label.to_owned()
        } else {
            format!("{position} · {label}")
        }
    }
}

impl ChecklistStep {
    /// How many items are done.
    pub fn done(&self) -> usize {
        self.count(ItemState::Done)
    }

    /// How many items there are, also those that are not listed. What would send the step back without being about one of
    /// its items, such as a document that only this province asks for, counts as an item that is not done.
    pub fn total(&self) -> usize {
        self.items.len().saturating_add(self.left_out).saturating_add(self.blocked)
    }

    /// How many findings about the step as a whole would send it back; 0 where items are left out, which they may be about.
    pub const fn blocked(&self) -> usize {
        self.blocked
    }

    /// How many of the listed items are that far.
    pub fn count(&self, state: ItemState) -> usize {
        self.items.iter().filter(|item| item.state == state).count()
    }

    /// Whether every item is done and nothing would send the step back.
    pub fn is_done(&self) -> bool {
        self.done() == self.total()
    }
}

pub(super) fn is_blocker(finding: &Finding) -> bool {
    finding.severity == Severity::Blocker
}

impl Checklist {
    /// The checklist of an order, as far as it is filled in.
    ///
    /// Pure, as [`validate`](crate::validate) is. Each finding of that report stands with the item or step
    /// that it is about.
    pub fn of(order: &Order, context: &Context, rulebook: &Rulebook) -> Self {
        let mut report = validate_with_room(order, context, rulebook, LEAST_FINDINGS);
        let cx = CheckContext::new(order, context, rulebook);
        let mut candidates = Candidates::new(&report, rulebook.max_items());
        for section in SECTIONS {
            section.each_place(order, cx.filer(), &mut |here| {
                candidates.turn_to(&here);
                for table in section.tables {
                    table.each_at(&here, &mut |row, presence| {
                        // The kind of the order is an item only where the form asks for it.
                        let is_tag = row.asks == Asks::OrderKind && !row.requirements.is_shown(cx.kind, None);
                        if row.asks != Asks::Group && !is_tag {
                            candidates.see(&row, presence, &here, &cx, &report);
                        }
                    });
                }
            });
        }
        let mut steps: Sorted<Step, ChecklistStep> = Sorted::default();
        let empty =
            |step| ChecklistStep { step, items: Vec::new(), left_out: 0, findings: Vec::new(), blocked: 0 };
        // One finding may stand with many items: in all there are no more than the report has room for.
        let mut room = Room { left: rulebook.max_findings().map(|max| max.max(LEAST_FINDINGS)), left_out: 0 };
        for finding in &report.findings {
            // What is wrong of one person at several places marks each.
            for place in finding.also() {
                if let Taker::Candidate(index) = candidates.taker(finding, &place, order) {
                    if let Some(candidate) = candidates.all.get_mut(index) {
                        candidate.take(finding, &mut room);
                    }
                }
            }
            match candidates.taker(finding, &finding.path, order) {
                Taker::Candidate(index) => {
                    if let Some(candidate) = candidates.all.get_mut(index) {
                        candidate.take(finding, &mut room);
                    }
                }
                Taker::Step(step) => steps.change(
                    step,
                    || empty(step),
                    |step| {
                        step.blocked = step.blocked.saturating_add(usize::from(is_blocker(finding)));
                        step.findings.extend(room.for_one(finding));
                    },
                ),
                Taker::Nobody => {}
            }
        }
        let Candidates { all: mut candidates, left_out, .. } = candidates;
        candidates.retain(|candidate| candidate.is_asked || !candidate.item.findings.is_empty());
        sort_by(&mut candidates, |a, b| a.item.path.cmp(&b.item.path));
        // Where blockers are left out, the first are listed: nobody knows whether what is given behind them is right.
        let has_more = report.left_out.is_some_and(|left_out| left_out.blockers > 0);
        let last_known = report.blockers().last().filter(|_| has_more).map(|finding| finding.path.clone());
        for Candidate { step, item, .. } in candidates {
            let is_behind = last_known.as_ref().is_some_and(|last| item.path > *last);
            let take = |step: &mut ChecklistStep| {
                if is_behind && item.state == ItemState::Done {
                    step.left_out = step.left_out.saturating_add(1);
                } else {
                    step.items.push(item);
                }
            };
            steps.change(step, || empty(step), take);
        }
        for (step, more) in left_out.into_entries() {
            let count = |step: &mut ChecklistStep| {
                step.left_out = step.left_out.saturating_add(more);
                // What stands with the step is perhaps about one of these.
                step.blocked = 0;
            };
            steps.change(step, || empty(step), count);
        }
        let findings_left_out =
            report.left_out.map_or(0, |left_out| left_out.count()).saturating_add(room.left_out);
        report.leave_out_beyond(rulebook.max_findings());
        Self {
            steps: steps.into_entries().into_iter().map(|(_, step)| step).collect(),
            findings_left_out,
            report,
        }
    }

    /// The steps that this order has, in their order.
    pub fn steps(&self) -> &[ChecklistStep] {
        &self.steps
    }

    /// The items of every step.
    pub fn items(&self) -> impl Iterator<Item = &ChecklistItem> {
        self.steps.iter().flat_map(|step| &step.items)
    }

    /// How many items are done.
    pub fn done(&self) -> usize {
        self.steps.iter().map(ChecklistStep::done).sum()
    }

    /// How many items there are, also those that are not listed.
    pub fn total(&self) -> usize {
        self.steps.iter().map(ChecklistStep::total).sum()
    }

    /// Whether every step is done.
    pub fn is_done(&self) -> bool {
        let may_have_blockers = self.report.left_out.is_some_and(|left_out| left_out.blockers > 0);
        !may_have_blockers && self.steps.iter().all(ChecklistStep::is_done)
    }

    /// What is not listed because there is too much; `None` where everything is.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::service::Website;
    /// use beian::{Checklist, Context, Domain, Language, Order, Rulebook, RulebookPatch};
    ///
    /// let site = Website::new().with_domains((0..500).map(|_| Domain::new()));
    /// let order = Order::FirstFiling(Filing::new().with_services([site]));
    /// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let whole = Checklist::of(&order, &context, &Rulebook::default());
    /// assert_eq!(whole.left_out(), None);
    ///
    /// let few = Rulebook::default().patched(&RulebookPatch::new().with_max_items(Some(100)))?;
    /// let short = Checklist::of(&order, &context, &few);
    /// let left_out = short.left_out().unwrap();
    /// assert_eq!(short.items().count() + left_out.items, whole.items().count());
    /// println!("{}", left_out.message(Language::Zh)); // 另有 … 个项目……
    /// # Ok::<(), beian::RulebookError>(())
    /// ```
    pub fn left_out(&self) -> Option<ChecklistLeftOut> {
        let items = self.steps.iter().map(|step| step.left_out).sum();
        let left_out = ChecklistLeftOut { items, findings: self.findings_left_out };
        Some(left_out).filter(|left_out| left_out.items > 0 || left_out.findings > 0)
    }

    /// The report on the order as it is. The items may have findings that it leaves out.
    pub const fn report(&self) -> &Report {
        &self.report
    }
}

impl Serialize for Checklist {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let left_out = self.left_out();
        let mut checklist = serializer.serialize_struct("Checklist", 4 + usize::from(left_out.is_some()))?;
        checklist.serialize_field("done", &self.done())?;
        checklist.serialize_field("total", &self.total())?;
        checklist.serialize_field("submittable", &self.report.is_submittable())?;
        checklist.serialize_field("steps", &self.steps)?;
        match left_out {
            Some(left_out) => checklist.serialize_field("left_out", &left_out)?,
            None => checklist.skip_field("left_out")?,
        }
        checklist.end()
    }
}

impl Serialize for ChecklistStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut step = serializer.serialize_struct("ChecklistStep", 6 + usize::from(self.left_out > 0))?;
        step.serialize_field("step", &self.step)?;
        step.serialize_field("label", &self.step.text())?;
        step.serialize_field("done", &self.done())?;
        step.serialize_field("total", &self.total())?;
        step.serialize_field("items", &self.items)?;
        if self.left_out > 0 {
            step.serialize_field("left_out", &self.left_out)?;
        }
        step.serialize_field("findings", &self.findings)?;
        step.end()
    }
}

/// A text of both languages that was put together.
#[derive(Serialize)]
struct Shown {
    zh: String,
    en: String,
}

impl Serialize for ChecklistItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = Shown { zh: self.show(Language::Zh), en: self.show(Language::En) };
        let length = 5 + usize::from(self.item.is_some()) + usize::from(self.condition.is_some());
        let mut item = serializer.serialize_struct("ChecklistItem", length)?;
        item.serialize_field("path", &self.path)?;
        if let Some(kind) = self.item {
            item.serialize_field("item", kind)?;
        }
        item.serialize_field("label", &shown)?;
        item.serialize_field("requirement", &self.requirement)?;
        if let Some(condition) = self.condition {
            item.serialize_field("condition", &condition)?;
        }
        item.serialize_field("state", &self.state)?;
        item.serialize_field("findings", &self.findings)?;
        item.end()
    }
}
