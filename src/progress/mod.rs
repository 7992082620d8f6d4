//! What happens to an order after submission: states, events and deadlines.
//!
//! [`Progress`] is a state machine without a clock. An event is applied with the moment that it happened at;
//! what time alone brings about (a code that was not entered, a draft that nobody touched) happens by itself
//! before the next event, or when one asks with [`Progress::at`].
//!
//! **Time.** A moment is a [`NaiveDateTime`] in China's time, UTC+8, which knows no summer time. This crate
//! reads no clock, and its chrono is built without one: the caller passes `now` in.
//!
//! ```
//! use beian::calendar::Calendar;
//! use beian::progress::{DeadlineKind, Event, Progress, State, Verifier};
//! use beian::OrderKind;
//!
//! let at = |text: &str| text.parse().unwrap();
//! let mut order = Progress::draft(OrderKind::DeregisterPrincipal, at("2026-09-21T10:00:00"))?;
//! order.apply(Event::submitted_for([Verifier::PrincipalResponsiblePerson]), at("2026-09-21T10:30:00"))?;
//! assert_eq!(order.state(), State::SmsVerification); // no preliminary review
//!
//! let deadline = order.deadline(at("2026-09-21T12:00:00"), &Calendar::builtin()).unwrap();
//! assert_eq!(deadline.kind, DeadlineKind::SmsVerification);
//! assert_eq!((deadline.latest, deadline.then), (at("2026-09-22T10:30:00"), Some(State::Returned)));
//!
//! // Nobody enters the code.
//! assert_eq!(order.at(at("2026-09-22T11:00:00")).state(), State::Returned);
//! # Ok::<(), beian::progress::ProgressError>(())
//! ```
//!
//! # The way of an order
//!
//! | order kind | preliminary review | SMS | authority |
//! |---|---|---|---|
//! | filing and change orders | 1–2 working days | 24 hours | 20 working days |
//! | `deregister_principal`, `deregister_services` | none | 24 hours | at once, or 1–20 working days |
//! | `cancel_access` | none | none | at once, or 1–20 working days |
//! | `migrate_account` | none | none | none: it is done at once |
//! | `deregister_hollow_principal` | on paper, see [`ProgressError::OnPaper`] | | |
//!
//! # How the documents were read
//!
//! - `deregister_services` has the SMS step: the guide (2025-06-09) and Huawei Cloud (2025-12) say so,
//!   UCloud's table (2025-12-30) has none. The guide prevails.
//! - The order reaches the authority with the SMS done (guide, 注销主体: 完成管局短信核验后，直接提交至对应管局). Until then it can
//!   be abandoned; with the authority, no order of any kind can be changed or withdrawn. The guide says that
//!   of deregistration and cancelling access, Tencent Cloud's 备案审核 and Huawei Cloud of all.
//! - Before the preliminary result an order can be *recalled* 撤销备案 to be edited; *withdrawing* 放弃备案 ends it.
//! - The guide says of deregistration that 24 hours without the SMS return the order; Tencent Cloud's 短信核验
//!   and Huawei Cloud say it of all. The guide says of the four filing orders that the authority takes 20
//!   working days; for changes the figure is that of the regulation.
//! - Five wrong codes are forgiven, the sixth returns the order. Nobody says whether two responsible persons
//!   are counted apart: they are counted together, the stricter reading. Nor does a code that is sent again
//!   extend the 24 hours.
//! - A return for want of the SMS alone may be handed over again by the provider, unchanged
//!   ([`Event::HandedOverAgain`], Tencent Cloud's 短信核验): then only the SMS is repeated.
//! - A refused order can be amended and submitted again; it goes through every step anew.
//! - The 45 days within which a returned or refused order has to be submitted again run from the return:
//!   editing does not extend them (腾讯云《流程其他问题》). The 30 days of a draft run from its last edit. UCloud has
//!   six months in place of both; Tencent Cloud's figures are used.
//! - Days are counted as in the Civil Code, art. 201 and 203: the day that a period begins on is not counted,
//!   and the period ends with its last day, which is shown as 23:59:59. Hours are counted from the moment;
//!   fractions of a second count for nothing. The Code would also move a last day that is a holiday to the
//!   day after. The documents do not say that of their periods, and the earlier day is the safe one to name.

use std::fmt;

use chrono::{NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::model::order::OrderKind;
use crate::text::Language;

mod deadline;
mod state;
mod verifier;

pub use deadline::{Deadline, DeadlineKind, Period};
pub use state::{Event, EventKind, ReturnCause, State};
pub use verifier::Verifier;

use state::{Route, WRONG_CODES};

/// The progress of one order, with its history.
///
/// On the wire `{"kind": "first_filing", "drafted_at": "2026-09-21T10:00:00", "state": "draft", "history":
/// […]}`. When read, the history is replayed; a state that it does not lead to is refused. It holds nothing
/// of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Progress {
    kind: OrderKind,
    route: Route,
    drafted_at: NaiveDateTime,
    history: Vec<Entry>,
    standing: Standing,
}

/// What the history has led to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Standing {
    state: State,
    /// When the state was entered.
    since: NaiveDateTime,
    /// When a draft was last edited.
    touched_at: NaiveDateTime,
    /// Who has to enter a code, as of the last submission, and who has not done so yet.
    verifiers: Vec<Verifier>,
    pending: Vec<Verifier>,
    wrong_codes: u8,
    return_cause: Option<ReturnCause>,
    opened_at: Option<NaiveDateTime>,
    public_security_filed: bool,
}

/// An event that happened, and the state that it led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// When, in China's time.
    pub at: NaiveDateTime,
    /// What.
    pub event: Event,
    /// The state after it.
    pub state: State,
}

/// Progress as the wire carries it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    kind: OrderKind,
    drafted_at: NaiveDateTime,
    state: State,
    history: Vec<Entry>,
}

impl Progress {
    /// A new draft of an order of this kind.
    ///
    /// # Errors
    /// [`ProgressError::OnPaper`] for a hollow principal's deregistration.
    pub fn draft(kind: OrderKind, at: NaiveDateTime) -> Result<Self, ProgressError> {
        let route = Route::of(kind).ok_or(ProgressError::OnPaper)?;
        let standing = Standing {
            state: State::Draft,
            since: at,
            touched_at: at,
            verifiers: Vec::new(),
            pending: Vec::new(),
            wrong_codes: 0,
            return_cause: None,
            opened_at: None,
            public_security_filed: false,
        };
        Ok(Self { kind, route, drafted_at: at, history: Vec::new(), standing })
    }

    /// Applies an event that happened at this moment, and says what it led to. On an error nothing changes.
    ///
    /// What time brought about until then comes first: a code that arrives after 24 hours finds the order
    /// returned.
    ///
    /// # Errors
    /// [`ProgressError`] where the event is earlier than what is known already, or makes no sense in the
    /// state.
    pub fn apply(&mut self, event: Event, at: NaiveDateTime) -> Result<State, ProgressError> {
        let latest = self.latest();
        if at < latest {
            return Err(ProgressError::Earlier { at, latest });
        }
        let mut next = self.at(at);
        if !next.is_possible(event.kind()) {
            return Err(ProgressError::NotPossible {
                order: next.kind,
                state: next.state(),
                event: event.kind(),
                possible: next.possible().collect(),
            });
        }
        next.check_verifiers(&event)?;
        next.record(event, at);
        *self = next;
        Ok(self.state())
    }

    /// How it stands at a moment when nothing else has happened: what time brought about is in the history. A
    /// moment before the last event changes nothing.
    #[must_use]
    pub fn at(&self, now: NaiveDateTime) -> Self {
        let mut next = self.clone();
        while let Some((event, due)) = next.due().filter(|(_, due)| is_over(*due, now)) {
            next.record(event, due);
        }
        next
    }

    /// The progress that a history leads to.
    ///
    /// ```
    /// # use beian::progress::{Event, Progress};
    /// # let at = |text: &str| text.parse().unwrap();
    /// let mut order = Progress::draft(beian::OrderKind::CancelAccess, at("2026-11-23T09:00:00"))?;
    /// order.apply(Event::submitted(), at("2026-11-23T09:30:00"))?;
    /// let again = Progress::replay(order.kind(), order.drafted_at(), order.history())?;
    /// assert_eq!(again, order);
    /// # Ok::<(), beian::progress::ProgressError>(())
    /// ```
    ///
    /// # Errors
    /// [`ProgressError::Diverged`] where an entry is not what happens, and the errors of
    /// [`apply`](Self::apply).
    pub fn replay(
        kind: OrderKind,
        drafted_at: NaiveDateTime,
        history: &[Entry],
    ) -> Result<Self, ProgressError> {
        let mut progress = Self::draft(kind, drafted_at)?;
        for (place, entry) in history.iter().enumerate() {
            if entry.event.kind().is_automatic() {
                match progress.due() {
                    Some((event, due)) if due == entry.at && event == entry.event => {
                        progress.record(event, due);
                    }
                    _ => return Err(ProgressError::Diverged { place }),
                }
            } else {
                progress.apply(entry.event.clone(), entry.at)?;
            }
            if progress.history.len() != place + 1 || progress.state() != entry.state {
                return Err(ProgressError::Diverged { place });
            }
        }
        Ok(progress)
    }

    /// The kind of the order.
    pub const fn kind(&self) -> OrderKind {
        self.kind
    }

    /// When the draft was made.
    pub const fn drafted_at(&self) -> NaiveDateTime {
        self.drafted_at
    }

    /// The state after the last event. [`at`](Self::at) lets time pass first.
    pub const fn state(&self) -> State {
        self.standing.state
    }

    /// When the state was entered.
    pub const fn since(&self) -> NaiveDateTime {
        self.standing.since
    }

    /// What happened, in order.
    pub fn history(&self) -> &[Entry] {
        &self.history
    }

    /// The events that may be applied now, without those that come by themselves.
    ///
    /// ```
    /// # use beian::progress::{EventKind, Progress};
    /// # let at = |text: &str| text.parse().unwrap();
    /// let order = Progress::draft(beian::OrderKind::FirstFiling, at("2026-11-23T09:00:00"))?;
    /// let possible: Vec<_> = order.possible().collect();
    /// assert_eq!(possible, [EventKind::Edited, EventKind::Submitted, EventKind::Withdrawn]);
    /// # Ok::<(), beian::progress::ProgressError>(())
    /// ```
    pub fn possible(&self) -> impl Iterator<Item = EventKind> + '_ {
        EventKind::ALL.iter().copied().filter(|event| self.is_possible(*event))
    }

    /// Who still has to enter a code.
    pub fn pending_verifiers(&self) -> &[Verifier] {
        &self.standing.pending
    }

    /// How many wrong codes have been entered in this SMS verification; the sixth returns the order.
    pub const fn wrong_codes(&self) -> u8 {
        self.standing.wrong_codes
    }

    /// Why it was returned, in the state [`State::Returned`].
    pub const fn return_cause(&self) -> Option<ReturnCause> {
        self.standing.return_cause
    }

    /// The moment that counts next, as seen from `now`: the latest at which what is due is in time, and what
    /// happens then. `None` where nothing is due: the order has ended, or waits for the opening of its
    /// service.
    ///
    /// A review that takes longer than the documents say stays where it is, and its deadline
    /// [is over](Deadline::is_over).
    pub fn deadline(&self, now: NaiveDateTime, calendar: &Calendar) -> Option<Deadline> {
        let Self { kind, route, standing, .. } = self.at(now);
        let (deadline, from) = match standing.state {
            State::Draft => (DeadlineKind::Draft, standing.touched_at),
            State::PreliminaryReview => (DeadlineKind::PreliminaryReview, standing.since),
            State::Returned | State::Refused => (DeadlineKind::Amendment, standing.since),
            State::SmsVerification => (DeadlineKind::SmsVerification, standing.since),
            State::AuthorityReview if route.has_preliminary_review() => {
                (DeadlineKind::AuthorityReview, standing.since)
            }
            State::AuthorityReview => (DeadlineKind::AuthorityDeregistration, standing.since),
            State::Approved if !standing.public_security_filed => {
                (DeadlineKind::PublicSecurityFiling, standing.opened_at?)
            }
            State::Approved | State::Withdrawn | State::Lapsed => return None,
        };
        Deadline::of(deadline, Some(kind), from, calendar)
    }

    /// The event that time alone brings about next, and the last moment before it.
    fn due(&self) -> Option<(Event, NaiveDateTime)> {
        let Standing { state, since, touched_at, .. } = self.standing;
        let (event, deadline, from) = match state {
            State::Draft => (Event::Lapsed, DeadlineKind::Draft, touched_at),
            State::Returned | State::Refused => (Event::BecameDraft, DeadlineKind::Amendment, since),
            State::SmsVerification => (Event::SmsExpired, DeadlineKind::SmsVerification, since),
            _ => return None,
        };
        Some((event, deadline.period().end_without_calendar(from)?))
    }

    fn latest(&self) -> NaiveDateTime {
        self.history.last().map_or(self.drafted_at, |entry| entry.at)
    }

    fn is_possible(&self, event: EventKind) -> bool {
        let Standing { state, return_cause, opened_at, public_security_filed, .. } = self.standing;
        let still_open = match event {
            EventKind::HandedOverAgain => return_cause == Some(ReturnCause::SmsExpired),
            EventKind::CodeAccepted => !self.standing.pending.is_empty(),
            EventKind::Opened => opened_at.is_none(),
            EventKind::PublicSecurityFiled => !public_security_filed,
            _ => true,
        };
        still_open && !event.is_automatic() && self.route.target(state, event).is_some()
    }

    fn check_verifiers(&self, event: &Event) -> Result<(), ProgressError> {
        let not_asked = |by: &Verifier, asked: &[Verifier]| {
            Err(ProgressError::NotAsked { by: *by, asked: asked.to_vec() })
        };
        match event {
            Event::CodeAccepted { by } if !self.standing.pending.contains(by) => {
                not_asked(by, &self.standing.pending)
            }
            Event::Submitted { verifiers } if !self.route.has_sms() => {
                verifiers.first().map_or(Ok(()), |by| not_asked(by, &[]))
            }
            _ => Ok(()),
        }
    }

    /// Records an event that is possible, or due.
    fn record(&mut self, event: Event, at: NaiveDateTime) {
        let Some(target) = self.route.target(self.standing.state, event.kind()) else { return };
        let standing = &mut self.standing;
        let mut state = target;
        match &event {
            Event::Edited => standing.touched_at = at,
            Event::Submitted { verifiers } => {
                standing.verifiers.clear();
                for verifier in verifiers {
                    if !standing.verifiers.contains(verifier) {
                        standing.verifiers.push(*verifier);
                    }
                }
            }
            Event::CodeAccepted { by } => {
                standing.pending.retain(|pending| pending != by);
                if !standing.pending.is_empty() {
                    state = State::SmsVerification;
                }
            }
            Event::CodeWrong => {
                standing.wrong_codes += 1;
                if standing.wrong_codes < WRONG_CODES {
                    state = State::SmsVerification;
                }
            }
            Event::Opened => standing.opened_at = Some(at),
            Event::PublicSecurityFiled => standing.public_security_filed = true,
            _ => {}
        }
        if state != standing.state {
            standing.since = at;
            standing.return_cause = (state == State::Returned).then_some(match event {
                Event::SmsExpired => ReturnCause::SmsExpired,
                Event::CodeWrong => ReturnCause::WrongCodes,
                _ => ReturnCause::Reviewer,
            });
            standing.pending = match state {
                State::SmsVerification => standing.verifiers.clone(),
                _ => Vec::new(),
            };
            standing.wrong_codes = 0;
            standing.touched_at = at;
        }
        standing.state = state;
        self.history.push(Entry { at, event, state });
    }
}

/// Whether a moment has passed, to the second.
fn is_over(latest: NaiveDateTime, now: NaiveDateTime) -> bool {
    let seconds = |moment: NaiveDateTime| moment.with_nanosecond(0).unwrap_or(moment);
    seconds(now) > seconds(latest)
}

impl TryFrom<Stored> for Progress {
    type Error = ProgressError;

    fn try_from(stored: Stored) -> Result<Self, ProgressError> {
        let progress = Self::replay(stored.kind, stored.drafted_at, &stored.history)?;
        if progress.state() == stored.state {
            Ok(progress)
        } else {
            Err(ProgressError::Diverged { place: stored.history.len() })
        }
    }
}

impl From<Progress> for Stored {
    fn from(progress: Progress) -> Self {
        Self {
            state: progress.state(),
            kind: progress.kind,
            drafted_at: progress.drafted_at,
            history: progress.history,
        }
    }
}

/// Why an event could not be applied, or a history not be replayed. `Display` is the English message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProgressError {
    /// A hollow principal's deregistration goes to the authority on paper and has no progress here.
    OnPaper,
    /// The event makes no sense in the state.
    NotPossible {
        /// The kind of the order.
        order: OrderKind,
        /// The state, after what time brought about.
        state: State,
        /// The event.
        event: EventKind,
        /// What is possible in the state.
        possible: Vec<EventKind>,
    },
    /// The event is earlier than what has happened already.
    Earlier {
        /// When the event is said to have happened.
        at: NaiveDateTime,
        /// The last event that is known, or the making of the draft.
        latest: NaiveDateTime,
    },
    /// No code is asked of this person, or not any more.
    NotAsked {
        /// Whose code it is.
        by: Verifier,
        /// Of whom one is asked.
        asked: Vec<Verifier>,
    },
    /// An entry of a history, or the state at its end, is not what the events before it lead to.
    Diverged {
        /// The place of the entry, from 0.
        place: usize,
    },
}

impl ProgressError {
    /// The stable code, `snake_case`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OnPaper => "on_paper",
            Self::NotPossible { .. } => "not_possible",
            Self::Earlier { .. } => "earlier",
            Self::NotAsked { .. } => "not_asked",
            Self::Diverged { .. } => "diverged",
        }
    }

    /// The message in a language.
    pub fn message(&self, language: Language) -> impl fmt::Display + '_ {
        Message(self, language)
    }
}

struct Message<'a>(&'a ProgressError, Language);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(error, language) = *self;
        match (error, language) {
            (ProgressError::OnPaper, Language::Zh) => {
                f.write_str("空壳主体不能线上注销，须向所在省通信管理局提交书面申请，没有线上进度")
            }
            (ProgressError::OnPaper, Language::En) => f.write_str(
                "a hollow principal is deregistered by a paper application to the authority of its province; \
                 there is no progress online",
            ),
            (ProgressError::NotPossible { order, state, event, possible }, _) => {
                let [order, state, event] = [order.text(), state.text(), event.text()].map(|t| t.get(language));
                let possible = Listed(possible.iter().map(|event| event.text().get(language)), language);
                match (language, possible.0.len()) {
                    (Language::Zh, 0) => write!(f, "“{order}”订单处于“{state}”，不能“{event}”，也不能再做其他操作"),
                    (Language::Zh, _) => write!(f, "“{order}”订单处于“{state}”，不能“{event}”；可以：{possible}"),
                    (Language::En, 0) => {
                        write!(f, "{order}: \"{event}\" is not possible in the state \"{state}\", nor is anything else")
                    }
                    (Language::En, _) => write!(
                        f,
                        "{order}: \"{event}\" is not possible in the state \"{state}\"; possible: {possible}"
                    ),
                }
            }
            (ProgressError::Earlier { at, latest }, Language::Zh) => {
                write!(f, "该事件的时间 {at} 早于已记录的 {latest}")
            }
            (ProgressError::Earlier { at, latest }, Language::En) => {
                write!(f, "the event at {at} is earlier than what is recorded already, at {latest}")
            }
            (ProgressError::NotAsked { by, asked }, _) => {
                let by = by.show(language);
                let asked = Listed(asked.iter().map(|verifier| verifier.show(language)), language);
                match (language, asked.0.len()) {
                    (Language::Zh, 0) => write!(f, "无需{by}进行短信核验"),
                    (Language::Zh, _) => write!(f, "无需{by}进行短信核验；待核验：{asked}"),
                    (Language::En, 0) => write!(f, "no code is asked of {by}"),
                    (Language::En, _) => write!(f, "no code is asked of {by}, but of: {asked}"),
                }
            }
            (ProgressError::Diverged { place }, Language::Zh) => {
                write!(f, "进度记录前后不一致（第 {} 条）", place + 1)
            }
            (ProgressError::Diverged { place }, Language::En) => {
                write!(f, "entry {place} of the history is not what the events before it lead to")
            }
        }
    }
}

/// Several items, joined by the comma of the language.
struct Listed<I>(I, Language);

impl<I: Iterator + Clone> fmt::Display for Listed<I>
where
    I::Item: fmt::Display,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = if self.1 == Language::Zh { "、" } else { ", " };
        for (i, item) in self.0.clone().enumerate() {
            write!(f, "{}{item}", if i == 0 { "" } else { comma })?;
        }
        Ok(())
    }
}

impl fmt::Display for ProgressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.message(Language::En), f)
    }
}

impl std::error::Error for ProgressError {}
