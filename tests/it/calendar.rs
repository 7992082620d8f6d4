//! Working days in China, checked day by day against the notices.

use std::collections::HashMap;

use beian::calendar::{AnnouncedYear, Calendar, CalendarError, Certainty, DayKind};
use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;

use crate::vectors;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// What the notices say of single days, from `tests/calendar/holidays.tsv`.
fn notices() -> HashMap<NaiveDate, &'static str> {
    vectors::rows(include_str!("../calendar/holidays.tsv"))
        .map(|row| {
            let [day, kind, _, _] = row.fields();
            (date(day), kind)
        })
        .collect()
}

fn first_to_last(first: &str, last: &str) -> impl Iterator<Item = NaiveDate> {
    let last = date(last);
    date(first).iter_days().take_while(move |day| *day <= last)
}

#[test]
fn every_day_from_2015_to_2026_is_as_announced() {
    let (calendar, notices) = (Calendar::builtin(), notices());
    let mut days = 0;
    for day in first_to_last("2015-01-01", "2026-12-31") {
        let expected = match notices.get(&day) {
            Some(&"holiday") => DayKind::DayOff,
            Some(&"workday") => DayKind::MakeUpDay,
            Some(other) => panic!("{day}: {other}"),
            None if is_weekday(day) => DayKind::Weekday,
            None => DayKind::Weekend,
        };
        assert_eq!(calendar.day(day).kind, expected, "{day}");
        assert_eq!(calendar.is_working_day(day), expected.is_working(), "{day}");
        days += 1;
    }
    assert_eq!((days, notices.len()), (4383, 405));
}

/// The number of working days in each year, counted from the notices.
#[test]
fn years_have_so_many_working_days() {
    let calendar = Calendar::builtin();
    let notices = notices();
    for year in 2015..=2026 {
        let (before, last) = (date(&format!("{}-12-31", year - 1)), date(&format!("{year}-12-31")));
        let expected = before
            .iter_days()
            .skip(1)
            .take_while(|day| *day <= last)
            .filter(|day| notices.get(day).map_or(is_weekday(*day), |kind| *kind == "workday"));
        assert_eq!(
            calendar.working_days(before, last).count,
            u64::try_from(expected.count()).unwrap(),
            "{year}"
        );
    }
}

#[test]
fn days_are_certain_as_far_as_the_notices_reach() {
    let calendar = Calendar::builtin();
    for (day, certainty, why) in [
        ("2014-12-31", Certainty::WeekdaysOnly, "before the first notice that the calendar has"),
        ("2015-01-01", Certainty::Announced, ""),
        ("2018-12-31", Certainty::Announced, "moved by the notice for 2019"),
        ("2026-12-24", Certainty::Announced, ""),
        ("2026-12-25", Certainty::WeekdaysOnly, "the notice for 2027 may move the last week of 2026"),
        ("2027-01-01", Certainty::WeekdaysOnly, "New Year's Day, but nobody has announced it"),
        ("2027-02-08", Certainty::WeekdaysOnly, "not announced"),
    ] {
        assert_eq!(calendar.certainty(date(day)), certainty, "{day}: {why}");
    }
}

#[test]
fn no_holiday_is_made_up() {
    let calendar = Calendar::builtin();
    for day in first_to_last("2027-01-01", "2030-12-31").chain(first_to_last("2012-01-01", "2014-12-31")) {
        assert_eq!(calendar.day(day).kind.is_working(), is_weekday(day), "{day}");
        assert!(matches!(calendar.day(day).kind, DayKind::Weekday | DayKind::Weekend), "{day}");
    }
}

#[test]
fn working_days_are_counted_from_the_day_after() {
    use Certainty::{Announced, WeekdaysOnly};
    let calendar = Calendar::builtin();
    for (after, count, expected, certainty) in [
        // A plain week.
        ("2026-11-23", 0, "2026-11-23", Announced),
        ("2026-11-23", 1, "2026-11-24", Announced),
        ("2026-11-23", 5, "2026-11-30", Announced),
        // From a weekend.
        ("2026-11-21", 1, "2026-11-23", Announced),
        // Over the Spring Festival of 2026, 15 to 23 February, with the 14th and the 28th worked.
        ("2026-02-13", 1, "2026-02-14", Announced),
        ("2026-02-13", 2, "2026-02-24", Announced),
        ("2026-02-13", 6, "2026-02-28", Announced),
        // Over National Day; with Mid-Autumn before it, and the 10th worked.
        ("2026-09-30", 1, "2026-10-08", Announced),
        ("2026-09-21", 20, "2026-10-26", Announced),
        // Over a New Year that the next year's notice moved: 29 December 2018 was worked, the 31st was off.
        ("2018-12-28", 1, "2018-12-29", Announced),
        ("2018-12-28", 2, "2019-01-02", Announced),
        // Into a year that is not announced yet.
        ("2026-12-23", 1, "2026-12-24", Announced),
        ("2026-12-23", 2, "2026-12-25", WeekdaysOnly),
        ("2026-12-07", 20, "2027-01-04", WeekdaysOnly),
    ] {
        let counted = calendar.add_working_days(date(after), count).unwrap();
        assert_eq!((counted.date, counted.certainty), (date(expected), certainty), "{after} + {count}");
        let back = calendar.working_days(date(after), date(expected));
        assert_eq!((back.count, back.certainty), (u64::from(count), certainty), "{after} to {expected}");
    }
}

#[test]
fn a_service_adds_a_year_or_replaces_one() {
    let days = |texts: &[&str]| texts.iter().map(|text| date(text)).collect::<Vec<_>>();
    let made_up =
        AnnouncedYear::new(2027, days(&["2026-12-31", "2027-01-01"]), days(&["2026-12-26"])).unwrap();
    let calendar = Calendar::builtin().with_year(made_up);
    assert_eq!(calendar.day(date("2026-12-31")).kind, DayKind::DayOff);
    assert_eq!(calendar.day(date("2026-12-26")).kind, DayKind::MakeUpDay);
    assert_eq!(calendar.certainty(date("2026-12-31")), Certainty::Announced);
    assert_eq!(calendar.add_working_days(date("2026-12-07"), 20).unwrap().certainty, Certainty::Announced);
    assert_eq!(calendar.day(date("2026-10-01")).kind, DayKind::DayOff, "the other years stay");
    assert_eq!(
        Calendar::builtin().certainty(date("2027-01-01")),
        Certainty::WeekdaysOnly,
        "nor is the built-in one touched"
    );

    let other = AnnouncedYear::new(2026, days(&["2026-10-02"]), []).unwrap();
    let calendar = Calendar::builtin().with_year(other);
    assert!(calendar.is_working_day(date("2026-10-01")));
    assert!(!calendar.is_working_day(date("2026-10-02")));

    let weekdays = Calendar::new([]);
    assert!(weekdays.is_working_day(date("2026-10-01")));
    assert_eq!(weekdays.certainty(date("2026-10-01")), Certainty::WeekdaysOnly);
}

#[test]
fn what_is_no_announced_year_is_refused() {
    let day = |text| [date(text)];
    for (year, days_off, make_up_days, expected) in [
        (2027, vec![], vec![], CalendarError::NothingAnnounced { year: 2027 }),
        (2027, day("2026-12-31").to_vec(), vec![], CalendarError::NothingAnnounced { year: 2027 }),
        (
            2027,
            day("2028-01-01").to_vec(),
            vec![],
            CalendarError::OutsideYear { year: 2027, date: date("2028-01-01") },
        ),
        (
            2027,
            day("2026-12-24").to_vec(),
            vec![],
            CalendarError::OutsideYear { year: 2027, date: date("2026-12-24") },
        ),
        (
            2027,
            day("2027-01-01").to_vec(),
            day("2027-01-01").to_vec(),
            CalendarError::OffAndWorked { date: date("2027-01-01") },
        ),
    ] {
        assert_eq!(AnnouncedYear::new(year, days_off, make_up_days), Err(expected), "{expected}");
    }
}

#[test]
fn calendars_are_read_and_written_as_json() {
    let text = r#"{"years":[{"year":2027,"days_off":["2027-01-01"],"make_up_days":["2027-01-09"]}]}"#;
    let calendar: Calendar = serde_json::from_str(text).unwrap();
    assert_eq!(calendar.years().map(AnnouncedYear::year).collect::<Vec<_>>(), [2027]);
    assert_eq!(serde_json::to_string(&calendar).unwrap(), text);

    let builtin = serde_json::to_string(&Calendar::builtin()).unwrap();
    assert_eq!(serde_json::from_str::<Calendar>(&builtin).unwrap(), Calendar::default());

    for (text, error) in [
        (r#"{"years":[{"year":2027,"days_off":[]}]}"#, "2027 has no day off"),
        (r#"{"years":[{"year":2027,"days_off":["2027-01-01"],"holidays":[]}]}"#, "unknown field `holidays`"),
        (
            r#"{"years":[{"year":2027,"days_off":["2027-01-01"]},{"year":2027,"days_off":["2027-01-02"]}]}"#,
            "2027 is given twice",
        ),
    ] {
        let message = serde_json::from_str::<Calendar>(text).unwrap_err().to_string();
        assert!(message.starts_with(error), "{message}");
    }
}

#[test]
fn the_ends_of_time_are_no_trouble() {
    let calendar = Calendar::builtin();
    assert_eq!(calendar.add_working_days(NaiveDate::MAX, 1), None);
    assert_eq!(calendar.add_working_days(NaiveDate::MAX, 0).unwrap().date, NaiveDate::MAX);
    assert_eq!(calendar.certainty(NaiveDate::MIN), Certainty::WeekdaysOnly);
    let all = calendar.working_days(NaiveDate::MIN, NaiveDate::MAX);
    assert!(all.count > 100_000_000);
    assert_eq!(calendar.working_days(NaiveDate::MAX, NaiveDate::MIN).count, 0);
    assert!(AnnouncedYear::new(i32::MIN, [], []).is_err());
    assert!(AnnouncedYear::new(i32::MAX, [NaiveDate::MAX], []).is_err());
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..6000).prop_map(|days| date("2013-06-01") + chrono::Days::new(days))
}

proptest! {
    /// Adding and counting are inverse to each other, and the day found is a working day.
    #[test]
    fn counting_back_gives_what_was_added(after in some_day(), count in 1u16..300) {
        let calendar = Calendar::builtin();
        let found = calendar.add_working_days(after, count).unwrap();
        prop_assert!(calendar.is_working_day(found.date));
        let back = calendar.working_days(after, found.date);
        prop_assert_eq!((back.count, back.certainty), (u64::from(count), found.certainty));
    }

    /// A count is the sum of its days, and as sure as the least sure of them.
    #[test]
    fn counts_are_sums_of_days(after in some_day(), length in 1u64..800) {
        let calendar = Calendar::builtin();
        let until = after + chrono::Days::new(length);
        let days: Vec<_> = after.iter_days().skip(1).take_while(|day| *day <= until).map(|day| calendar.day(day)).collect();
        let counted = calendar.working_days(after, until);
        let worked = days.iter().filter(|day| day.kind.is_working()).count();
        prop_assert_eq!(counted.count, u64::try_from(worked).unwrap());
        prop_assert_eq!(counted.certainty, days.iter().map(|day| day.certainty).max().unwrap());
    }
}
