//! Working days in China.
//!
//! A day follows the week, Monday to Friday, unless a notice of the State Council on the holidays of a year
//! says otherwise: it names days off, and weekend days that are worked in their place 调休. The notice for a
//! year comes out in the autumn before it. What has not been announced is never made up from the statute or
//! from other years: such a day follows the week, and its [`Certainty`] says so.
//!
//! The built-in calendar has the notices for 2015 to 2026; a service adds those that came later:
//!
//! ```
//! use beian::calendar::{AnnouncedYear, Calendar, Certainty, DayKind};
//! use chrono::NaiveDate;
//!
//! let calendar = Calendar::builtin();
//! let golden_week = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
//! assert_eq!(calendar.day(golden_week).kind, DayKind::DayOff);
//!
//! // A year of one's own; the dates are made up.
//! let day = |month, day| NaiveDate::from_ymd_opt(2027, month, day).unwrap();
//! assert_eq!(calendar.certainty(day(3, 1)), Certainty::WeekdaysOnly);
//! let year = AnnouncedYear::new(2027, [day(1, 1), day(10, 1)], [day(10, 9)])?;
//! let calendar = calendar.with_year(year);
//! assert_eq!(calendar.certainty(day(3, 1)), Certainty::Announced);
//! assert!(calendar.is_working_day(day(10, 9)));
//! # Ok::<(), beian::calendar::CalendarError>(())
//! ```
//!
//! Source: 国务院办公厅关于部分节假日安排的通知, 2015 to 2026, as NateScarlet/holiday-cn collects them.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};
use once_cell::sync::Lazy;
use serde::{Deserialize, Serialize};

use crate::text::Sorted;

mod table;

wire_names! {
    /// How sure it is whether a day is worked. In their order the surer is the lesser.
    pub enum Certainty {
        /// The State Council has announced the year.
        Announced = "announced" {
            zh: "按国务院办公厅公布的放假安排计算",
            en: "by the holidays that the State Council announced"
        },
        /// The calendar has no notice for the year: Monday to Friday count as worked.
        WeekdaysOnly = "weekdays_only" {
            zh: "放假安排尚未公布，仅按周一至周五计算，公布后可能顺延",
            en: "by weekdays only: the holidays are not announced yet and may move it"
        },
    }
}

wire_names! {
    /// What a day is.
    pub enum DayKind {
        /// Monday to Friday.
        Weekday = "weekday" { zh: "工作日", en: "weekday" },
        /// Worked in the place of a day off 调休上班, usually at a weekend.
        MakeUpDay = "make_up_day" { zh: "调休上班", en: "worked in place of a day off" },
        /// Saturday or Sunday.
        Weekend = "weekend" { zh: "周末", en: "weekend" },
        /// Announced as a day off 放假, a weekend within a holiday included.
        DayOff = "day_off" { zh: "放假", en: "day off" },
    }
}

impl DayKind {
    /// Whether it is a working day 工作日.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Weekday | Self::MakeUpDay)
    }
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// How sure that is.
    pub certainty: Certainty,
}

/// A day that was found by counting working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CountedDay {
    /// The day.
    pub date: NaiveDate,
    /// How sure all of the counted days are.
    pub certainty: Certainty,
}

/// A number of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkingDays {
    /// How many.
    pub count: u64,
    /// How sure all of the counted days are.
    pub certainty: Certainty,
}

/// What the State Council announced for one year: days off, and days worked in their place.
///
/// On the wire `{"year": 2027, "days_off": ["2027-01-01", …], "make_up_days": […]}`.
///
/// A year's notice may reach into the last week of December before it: that for 2019 made 29 December 2018 a
/// working day and 31 December a day off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StatedYear")]
pub struct AnnouncedYear {
    year: i32,
    /// In order, each once.
    days_off: Vec<NaiveDate>,
    /// In order, each once.
    make_up_days: Vec<NaiveDate>,
}

/// A year as the wire carries it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatedYear {
    year: i32,
    days_off: Vec<NaiveDate>,
    #[serde(default)]
    make_up_days: Vec<NaiveDate>,
}

/// Why a year of a calendar was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// A day that the year's notice cannot name.
    #[error("{date} is neither in {year} nor in the last week of December before it")]
    OutsideYear {
        /// The year.
        year: i32,
        /// The day.
        date: NaiveDate,
    },
    /// A day that is to be both off and worked.
    #[error("{date} is given both as a day off and as a day worked in place of one")]
    OffAndWorked {
        /// The day.
        date: NaiveDate,
    },
    /// A year without a day off: it has not been announced, and must not count as if it had.
    #[error("{year} has no day off: leave a year out that has not been announced")]
    NothingAnnounced {
        /// The year.
        year: i32,
    },
    /// A year that is given twice.
    #[error("{year} is given twice")]
    Repeated {
        /// The year.
        year: i32,
    },
}

/// The first day of December that the next year's notice may move: the week before New Year's Day.
const LAST_WEEK: u32 = 25;

impl AnnouncedYear {
    /// A year by its days off (the weekends within a holiday may be among them or not) and the days worked in
    /// their place.
    ///
    /// # Errors
    /// [`CalendarError`] where a day is of another year, is both, or nothing is off.
    pub fn new(
        year: i32,
        days_off: impl IntoIterator<Item = NaiveDate>,
        make_up_days: impl IntoIterator<Item = NaiveDate>,
    ) -> Result<Self, CalendarError> {
        let days_off = days_off.into_iter().collect();
        let make_up_days = make_up_days.into_iter().collect();
        Self::try_from(StatedYear { year, days_off, make_up_days })
    }

    /// The year.
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// The days off, in order.
    pub fn days_off(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.days_off.iter().copied()
    }

    /// The days worked in their place, in order.
    pub fn make_up_days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.make_up_days.iter().copied()
    }

    /// What the notice says of a day; `None` where it says nothing.
    fn kind(&self, date: NaiveDate) -> Option<DayKind> {
        if self.days_off.binary_search(&date).is_ok() {
            Some(DayKind::DayOff)
        } else {
            self.make_up_days.binary_search(&date).is_ok().then_some(DayKind::MakeUpDay)
        }
    }
}

impl TryFrom<StatedYear> for AnnouncedYear {
    type Error = CalendarError;

    fn try_from(stated: StatedYear) -> Result<Self, CalendarError> {
        let StatedYear { year, mut days_off, mut make_up_days } = stated;
        for days in [&mut days_off, &mut make_up_days] {
            days.sort_unstable();
            days.dedup();
        }
        if let Some(&date) = days_off.iter().chain(&make_up_days).find(|date| !notice_may_name(year, **date))
        {
            return Err(CalendarError::OutsideYear { year, date });
        }
        if let Some(&date) = days_off.iter().find(|date| make_up_days.binary_search(date).is_ok()) {
            return Err(CalendarError::OffAndWorked { date });
        }
        if !days_off.iter().any(|date| date.year() == year) {
            return Err(CalendarError::NothingAnnounced { year });
        }
        Ok(Self { year, days_off, make_up_days })
    }
}

fn notice_may_name(year: i32, date: NaiveDate) -> bool {
    date.year() == year || (is_in_last_week(date) && date.year().checked_add(1) == Some(year))
}

fn is_in_last_week(date: NaiveDate) -> bool {
    date.month() == 12 && date.day() >= LAST_WEEK
}

/// A calendar of working days; cheap to clone.
///
/// On the wire `{"years": [AnnouncedYear, …]}`. [`Calendar::new`] without years knows weekdays only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StatedCalendar", into = "StatedCalendar")]
pub struct Calendar(Arc<Sorted<i32, AnnouncedYear>>);

/// A calendar as the wire carries it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatedCalendar {
    years: Vec<AnnouncedYear>,
}

static BUILTIN: Lazy<Calendar> = Lazy::new(|| {
    let run = |(first, last): &(NaiveDate, NaiveDate)| {
        let last = *last;
        first.iter_days().take_while(move |date| *date <= last)
    };
    Calendar::new(table::NOTICES.iter().map(|notices| AnnouncedYear {
        year: notices.year,
        days_off: notices.days_off.iter().flat_map(run).collect(),
        make_up_days: notices.make_up_days.to_vec(),
    }))
});

impl Calendar {
    /// The day whose state the built-in calendar shows.
    pub const BUILTIN_AS_OF: NaiveDate = table::AS_OF;

    /// The built-in calendar: 2015 to 2026, as announced.
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// A calendar of these years alone; of two with one number the later counts.
    pub fn new(years: impl IntoIterator<Item = AnnouncedYear>) -> Self {
        let mut known = Sorted::default();
        for year in years {
            known.insert(year.year, year);
        }
        Self(Arc::new(known))
    }

    /// The same with one more year, in place of what it had for that year.
    #[must_use]
    pub fn with_year(mut self, year: AnnouncedYear) -> Self {
        Arc::make_mut(&mut self.0).insert(year.year, year);
        self
    }

    /// The years that it knows, in order.
    pub fn years(&self) -> impl Iterator<Item = &AnnouncedYear> {
        self.0.values()
    }

    /// What a day is, and how sure that is.
    ///
    /// ```
    /// use beian::calendar::{Calendar, DayKind};
    /// # let date = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let calendar = Calendar::builtin();
    /// assert_eq!(calendar.day(date(2026, 10, 9)).kind, DayKind::Weekday);
    /// assert_eq!(calendar.day(date(2026, 10, 10)).kind, DayKind::MakeUpDay); // a Saturday
    /// assert_eq!(calendar.day(date(2026, 10, 11)).kind, DayKind::Weekend);
    /// ```
    pub fn day(&self, date: NaiveDate) -> Day {
        Day { date, kind: self.kind(date), certainty: self.certainty(date) }
    }

    /// Whether it is a working day, as far as the calendar knows: see [`certainty`](Self::certainty).
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        self.kind(date).is_working()
    }

    fn kind(&self, date: NaiveDate) -> DayKind {
        let next = date.year().checked_add(1).filter(|_| is_in_last_week(date));
        let announced = [next, Some(date.year())]
            .into_iter()
            .flatten()
            .find_map(|year| self.0.get(&year).and_then(|year| year.kind(date)));
        announced.unwrap_or(match date.weekday() {
            Weekday::Sat | Weekday::Sun => DayKind::Weekend,
            _ => DayKind::Weekday,
        })
    }

    /// How sure it is whether a day is worked. In the last week of December, from the 25th, that takes the
    /// next year's notice too.
    ///
    /// ```
    /// use beian::calendar::{Calendar, Certainty};
    /// # let date = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let calendar = Calendar::builtin();
    /// assert_eq!(calendar.certainty(date(2025, 12, 31)), Certainty::Announced);
    /// assert_eq!(calendar.certainty(date(2026, 12, 24)), Certainty::Announced);
    /// assert_eq!(calendar.certainty(date(2026, 12, 25)), Certainty::WeekdaysOnly);
    /// ```
    pub fn certainty(&self, date: NaiveDate) -> Certainty {
        self.certainty_between(date, date)
    }

    /// How sure all days are from `first` to `last`.
    fn certainty_between(&self, first: NaiveDate, last: NaiveDate) -> Certainty {
        let last_year = if is_in_last_week(last) { last.year().checked_add(1) } else { Some(last.year()) };
        let is_known = last_year.is_some_and(|last_year| {
            let years = i64::from(last_year) - i64::from(first.year()) + 1;
            let asked = first.year()..=last_year.max(first.year());
            let known = self.0.iter().filter(|(year, _)| asked.contains(year)).count();
            i64::try_from(known) == Ok(years)
        });
        if is_known {
            Certainty::Announced
        } else {
            Certainty::WeekdaysOnly
        }
    }

    /// The `count`th working day after a day, which is not counted itself; with 0 the day as it is. `None`
    /// past the last day that chrono has.
    ///
    /// ```
    /// use beian::calendar::Calendar;
    /// # let date = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let calendar = Calendar::builtin();
    /// // 30 September, then the first working day after the holidays.
    /// assert_eq!(calendar.add_working_days(date(2026, 9, 29), 2).unwrap().date, date(2026, 10, 8));
    /// ```
    pub fn add_working_days(&self, after: NaiveDate, count: u16) -> Option<CountedDay> {
        let mut date = after;
        let mut left = count;
        while left > 0 {
            date = date.succ_opt()?;
            left -= u16::from(self.is_working_day(date));
        }
        let first = if count == 0 { after } else { after.succ_opt()? };
        Some(CountedDay { date, certainty: self.certainty_between(first, date) })
    }

    /// The latest day after which at least `count` working days have come by `until`: the reverse of
    /// [`Calendar::add_working_days`].
    pub(crate) fn before_working_days(&self, until: NaiveDate, count: u16) -> Option<NaiveDate> {
        let mut date = until;
        let mut left = count;
        while left > 0 {
            left -= u16::from(self.is_working_day(date));
            date = date.pred_opt()?;
        }
        Some(date)
    }

    /// How many working days there are after one day up to another, which is counted; 0 where it is not
    /// later.
    ///
    /// ```
    /// use beian::calendar::Calendar;
    /// # let date = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let calendar = Calendar::builtin();
    /// assert_eq!(calendar.working_days(date(2026, 9, 29), date(2026, 10, 8)).count, 2);
    /// ```
    pub fn working_days(&self, after: NaiveDate, until: NaiveDate) -> WorkingDays {
        let none = WorkingDays { count: 0, certainty: self.certainty(until) };
        let Some(first) = after.succ_opt().filter(|first| *first <= until) else { return none };
        // Whole weeks are counted at once and the days left over one by one; then the announced days are corrected.
        // The slow way, counting day by day, is what the test `calendar::counts_are_sums_of_days` compares with.
        let days = u64::try_from((until - after).num_days()).unwrap_or_default();
        let (weeks, rest) = (days / 7, days % 7);
        let is_weekday = |date: NaiveDate| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let partial = first.iter_days().zip(0..rest).filter(|(date, _)| is_weekday(*date));
        let mut count = weeks * 5 + partial.map(|_| 1).sum::<u64>();
        let mut named: Vec<NaiveDate> = self
            .years()
            .flat_map(|year| year.days_off().chain(year.make_up_days()))
            .filter(|date| (first..=until).contains(date))
            .collect();
        named.sort_unstable();
        named.dedup();
        for date in named {
            match (is_weekday(date), self.is_working_day(date)) {
                (true, false) => count = count.saturating_sub(1),
                (false, true) => count += 1,
                _ => {}
            }
        }
        WorkingDays { count, certainty: self.certainty_between(first, until) }
    }
}

impl Default for Calendar {
    fn default() -> Self {
        Self::builtin()
    }
}

impl TryFrom<StatedCalendar> for Calendar {
    type Error = CalendarError;

    fn try_from(stated: StatedCalendar) -> Result<Self, CalendarError> {
        let mut years = Sorted::default();
        for stated in stated.years {
            let year = stated.year;
            if years.insert(year, stated).is_some() {
                return Err(CalendarError::Repeated { year });
            }
        }
        Ok(Self(Arc::new(years)))
    }
}

impl From<Calendar> for StatedCalendar {
    fn from(calendar: Calendar) -> Self {
        Self { years: calendar.0.values().cloned().collect() }
    }
}

/// A day of the table.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}
