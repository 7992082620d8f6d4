//! Periods and deadlines.

use std::fmt;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::Serialize;

use super::is_over;
use super::state::{
    State, AFTER_APPROVAL, AUTHORITY_ON_DEREGISTRATION, AUTHORITY_ON_FILINGS, ORDER_LIMITS, PRELIMINARY,
    REGULATION, SMS_GUIDE, SMS_OF_DEREGISTRATION,
};
use crate::calendar::{Calendar, Certainty};
use crate::model::order::OrderKind;
use crate::rule::{Origin, Source};
use crate::text::{Language, Text};

wire_names! {
    /// What is due.
    pub enum DeadlineKind {
        /// The provider's preliminary review 初审.
        PreliminaryReview = "preliminary_review" { zh: "初审结果", en: "result of the provider's review" },
        /// The codes at the ministry's site 短信核验.
        SmsVerification = "sms_verification" { zh: "完成短信核验", en: "SMS verification" },
        /// The authority's review 管局审核 of a filing or a change.
        AuthorityReview = "authority_review" { zh: "管局审核结果", en: "authority's decision" },
        /// The authority's review of a deregistration or of cancelling access.
        AuthorityDeregistration = "authority_deregistration" { zh: "管局办理结果", en: "authority's decision" },
        /// Submitting again what was returned or refused.
        Amendment = "amendment" { zh: "修改并重新提交", en: "correcting and resubmitting" },
        /// Going on with a draft.
        Draft = "draft" { zh: "编辑或提交草稿", en: "editing or submitting the draft" },
        /// The public-security filing 公安备案 of a service that was opened.
        PublicSecurityFiling = "public_security_filing" { zh: "办理公安备案", en: "public-security filing" },
    }
}

impl DeadlineKind {
    /// How long it may take.
    ///
    /// ```
    /// use beian::progress::{DeadlineKind, Period};
    /// use beian::Language;
    /// let period = DeadlineKind::PreliminaryReview.period();
    /// assert_eq!(period, Period::WorkingDays { least: 1, most: 2 });
    /// assert_eq!(period.show(Language::Zh).to_string(), "1–2 个工作日");
    /// ```
    pub const fn period(self) -> Period {
        match self {
            Self::PreliminaryReview => Period::WorkingDays { least: 1, most: 2 },
            Self::SmsVerification => Period::Hours(24),
            Self::AuthorityReview => Period::WorkingDays { least: 0, most: 20 },
            Self::AuthorityDeregistration => Period::WorkingDays { least: 1, most: 20 },
            Self::Amendment => Period::Days(45),
            Self::Draft | Self::PublicSecurityFiling => Period::Days(30),
        }
    }

    /// The state that the order is in when it is over; `None` where it stays as it is.
    pub const fn then(self) -> Option<State> {
        match self {
            Self::SmsVerification => Some(State::Returned),
            Self::Amendment => Some(State::Draft),
            Self::Draft => Some(State::Lapsed),
            Self::PreliminaryReview
            | Self::AuthorityReview
            | Self::AuthorityDeregistration
            | Self::PublicSecurityFiling => None,
        }
    }

    /// What happens when it is over, and what to do.
    ///
    /// What follows from a public-security filing that was not done is said in 腾讯云文档《公安备案》 (about 2021).
    pub const fn consequence(self) -> Text {
        match self {
            Self::PreliminaryReview => Text {
                zh: "逾期未收到初审结果的，请联系接入商。",
                en: "If there is no result by then, contact the provider.",
            },
            Self::SmsVerification => Text {
                zh: "逾期未完成的，订单将被驳回，须重新提交。",
                en: "If it is not completed by then, the order is sent back and must be submitted again.",
            },
            Self::AuthorityReview => Text {
                zh: "管局一般在 20 个工作日内审核；逾期未收到结果的，请联系接入商或管局。",
                en: "The authority usually decides within 20 working days. If there is no result by then, contact the provider or the authority.",
            },
            Self::AuthorityDeregistration => Text {
                zh: "部分省份立即生效，其他省份需 1–20 个工作日；逾期未收到结果的，请联系接入商或管局。",
                en: "Some provinces act at once, others within 1–20 working days. If there is no result by then, contact the provider or the authority.",
            },
            Self::Amendment => Text {
                zh: "逾期未重新提交的，订单转为草稿（内容保留），重新提交后须再次初审。",
                en: "If it is not resubmitted by then, the order becomes a draft, keeping its contents, and is reviewed from the start after resubmission.",
            },
            Self::Draft => Text {
                zh: "逾期未编辑、未提交的，草稿失效，须重新创建订单。",
                en: "If it is neither edited nor submitted by then, the draft expires and a new order must be created.",
            },
            Self::PublicSecurityFiling => Text {
                zh: "逾期未办理的，公安机关可予警告，或责令停机整顿，最长六个月。",
                en: "If it is not done by then, the public security authority may issue a warning or order the service suspended for up to six months.",
            },
        }
    }

    /// The document that states the period; for some kinds of orders that is another one than the guide.
    fn origin(self, order: Option<OrderKind>) -> Origin {
        let is_filing_or_change = order.is_some_and(|order| order.is_filing() || order.is_change());
        match self {
            Self::PreliminaryReview => PRELIMINARY,
            Self::SmsVerification if is_filing_or_change => SMS_GUIDE,
            Self::SmsVerification => SMS_OF_DEREGISTRATION,
            Self::AuthorityReview if order.is_some_and(OrderKind::is_change) => REGULATION,
            Self::AuthorityReview => AUTHORITY_ON_FILINGS,
            Self::AuthorityDeregistration => AUTHORITY_ON_DEREGISTRATION,
            Self::Amendment | Self::Draft => ORDER_LIMITS,
            Self::PublicSecurityFiling => AFTER_APPROVAL,
        }
    }

    /// Which document says so. Where the guide does for some order kinds only, [`Deadline::source`] has the
    /// document for the others.
    pub fn source(self) -> Source {
        self.origin(None).whole()
    }
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Period {
    /// Hours, from the moment.
    Hours(u16),
    /// Calendar days, to the end of the last; the first is not counted.
    Days(u16),
    /// Working days, to the end of the last; the first is not counted.
    WorkingDays {
        /// What it takes at least, as the documents have it; 0 where they say nothing.
        least: u16,
        /// What it takes at most.
        most: u16,
    },
}

impl Period {
    /// The last moment of it.
    pub(super) fn end(
        self,
        from: NaiveDateTime,
        calendar: &Calendar,
    ) -> Option<(NaiveDateTime, Option<Certainty>)> {
        let Self::WorkingDays { most, .. } = self else {
            return Some((self.end_without_calendar(from)?, None));
        };
        let last = calendar.add_working_days(from.date(), most)?;
        Some((end_of_day(last.date), Some(last.certainty)))
    }

    /// The last moment of a period that is not of working days.
    pub(super) fn end_without_calendar(self, from: NaiveDateTime) -> Option<NaiveDateTime> {
        match self {
            Self::Hours(hours) => from.checked_add_signed(TimeDelta::try_hours(i64::from(hours))?),
            Self::Days(days) => from.date().checked_add_days(Days::new(u64::from(days))).map(end_of_day),
            Self::WorkingDays { .. } => None,
        }
    }

    /// The period as a text: `24 小时`, `1–2 working days`.
    pub fn show(self, language: Language) -> impl fmt::Display {
        Shown(self, language)
    }
}

struct Shown(Period, Language);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Period::Hours(hours), Language::Zh) => write!(f, "{hours} 小时"),
            (Period::Hours(hours), Language::En) => write!(f, "{hours} hours"),
            (Period::Days(days), Language::Zh) => write!(f, "{days} 天"),
            (Period::Days(days), Language::En) => write!(f, "{days} days"),
            (Period::WorkingDays { least: 0, most }, Language::Zh) => write!(f, "{most} 个工作日"),
            (Period::WorkingDays { least: 0, most }, Language::En) => write!(f, "{most} working days"),
            (Period::WorkingDays { least, most }, Language::Zh) => write!(f, "{least}–{most} 个工作日"),
            (Period::WorkingDays { least, most }, Language::En) => write!(f, "{least}–{most} working days"),
        }
    }
}

/// 24:00 of a day, as its last second.
fn end_of_day(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default())
}

/// A moment that something is due at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Deadline {
    /// What is due.
    pub kind: DeadlineKind,
    /// The latest moment, in China's time.
    pub latest: NaiveDateTime,
    /// The state of the order when it is over; `None` where it stays as it is.
    pub then: Option<State>,
    /// How sure the moment is, where it was counted in working days.
    pub certainty: Option<Certainty>,
    #[serde(skip)]
    order: Option<OrderKind>,
}

impl Deadline {
    pub(super) fn of(
        kind: DeadlineKind,
        order: Option<OrderKind>,
        from: NaiveDateTime,
        calendar: &Calendar,
    ) -> Option<Self> {
        let (latest, certainty) = kind.period().end(from, calendar)?;
        Some(Self { kind, latest, then: kind.then(), certainty, order })
    }

    /// When a service that was opened on this day has to be filed with the public security authority, at the
    /// latest. Each service of an order has its own day. `None` past the last day that chrono has.
    ///
    /// ```
    /// # use beian::progress::Deadline;
    /// let opened_on = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let deadline = Deadline::public_security_filing(opened_on).unwrap();
    /// assert_eq!(deadline.latest.to_string(), "2026-12-23 23:59:59");
    /// ```
    pub fn public_security_filing(opened_on: NaiveDate) -> Option<Self> {
        let kind = DeadlineKind::PublicSecurityFiling;
        let latest = kind.period().end_without_calendar(opened_on.and_time(NaiveTime::MIN))?;
        Some(Self { kind, latest, then: kind.then(), certainty: None, order: None })
    }

    /// Whether it is over at this moment.
    pub fn is_over(&self, now: NaiveDateTime) -> bool {
        is_over(self.latest, now)
    }

    /// Which document says so; the chapter on the order's kind where it does.
    pub fn source(&self) -> Source {
        let origin = self.kind.origin(self.order);
        match self.order {
            Some(order) => origin.for_order(order),
            None => origin.whole(),
        }
    }
}
