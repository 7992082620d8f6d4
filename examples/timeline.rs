//! Prints the timeline of an order: its states, what is due in each, and the working days in between.
//!
//!     cargo run --example timeline                                    # a first filing, handed in on 2026-09-21
//!     cargo run --example timeline -- deregister_services 2026-12-07 --lang en
//!
//! Nothing is late and nothing is early: each review takes as long as the documents say it may, with its result
//! at 17:00 of the last day, and the SMS is done in its last minute. The day is an argument; no clock is read.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::fmt::Write as _;
use std::process::ExitCode;

use beian::calendar::{Calendar, Certainty, DayKind};
use beian::progress::{Deadline, DeadlineKind, Event, Period, Progress, ProgressError, State, Verifier};
use beian::{Language, OrderKind};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The day of submission where none is given: before Mid-Autumn and National Day.
const DAY: &str = "2026-09-21";

struct Arguments {
    kind: OrderKind,
    day: NaiveDate,
    language: Language,
}

fn main() -> ExitCode {
    let arguments = match read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match timeline(&arguments) {
        Ok(text) => print!("{text}"),
        Err(error) => println!("{}", error.message(arguments.language)),
    }
    ExitCode::SUCCESS
}

fn read(arguments: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut read = Arguments { kind: OrderKind::FirstFiling, day: day(DAY)?, language: Language::Zh };
    let mut arguments = arguments.peekable();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--lang" => {
                read.language = match arguments.next().as_deref() {
                    Some("zh") => Language::Zh,
                    Some("en") => Language::En,
                    _ => return Err(usage("--lang takes zh or en")),
                };
            }
            "--help" => return Err(usage("prints the timeline of an order")),
            text if text.starts_with(|c: char| c.is_ascii_digit()) => read.day = day(text)?,
            text => {
                read.kind =
                    OrderKind::from_name(text).ok_or_else(|| usage(&format!("{text:?} is no order kind")))?;
            }
        }
    }
    Ok(read)
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| usage(&format!("{text:?} is no date, YYYY-MM-DD")))
}

fn usage(message: &str) -> String {
    let kinds: Vec<&str> = OrderKind::ALL.iter().map(|kind| kind.as_str()).collect();
    format!("{message}\nusage: timeline [KIND] [YYYY-MM-DD] [--lang zh|en]\nkinds: {}", kinds.join(", "))
}

fn timeline(arguments: &Arguments) -> Result<String, ProgressError> {
    let Arguments { kind, day, language } = *arguments;
    let calendar = Calendar::builtin();
    let mut now = day.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default());
    let mut order = Progress::draft(kind, now)?;
    let mut page = Page { text: String::new(), language };
    page.title(kind, day);

    let mut next = Some(Event::submitted_for(Verifier::usual(kind).iter().copied()));
    while let Some(event) = next {
        order.apply(event, now)?;
        page.step(&order);
        let deadline = order.deadline(now, &calendar);
        if let Some(deadline) = deadline {
            page.deadline(&deadline, now, &calendar);
        }
        next = next_event(&order);
        now = match deadline.map(|deadline| (deadline.latest, deadline.kind.period())) {
            Some((latest, Period::WorkingDays { .. })) => {
                latest.date().and_time(NaiveTime::from_hms_opt(17, 0, 0).unwrap_or_default())
            }
            Some((latest, _)) => latest,
            None => now,
        };
    }
    Ok(page.text)
}

/// What happens next when all goes well.
fn next_event(order: &Progress) -> Option<Event> {
    let is_open = || order.history().iter().any(|entry| entry.event == Event::Opened);
    match order.state() {
        State::PreliminaryReview => Some(Event::PreliminaryPassed),
        State::SmsVerification => Some(Event::SmsVerified),
        State::AuthorityReview => Some(Event::Approved),
        State::Approved if order.kind().is_filing() && !is_open() => Some(Event::Opened),
        _ => None,
    }
}

struct Page {
    text: String,
    language: Language,
}

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        let _ = writeln!(self.text, "{:indent$}{text}", "");
    }

    fn title(&mut self, kind: OrderKind, day: NaiveDate) {
        let name = kind.text().get(self.language);
        let title = match self.language {
            Language::Zh => format!("{name}：{day} 提交，各环节按最长时限推算"),
            Language::En => format!("{name}: submitted on {day}, each step as long as it may take"),
        };
        self.line(0, &title);
    }

    /// The last event, and where the order stands.
    fn step(&mut self, order: &Progress) {
        let Some(entry) = order.history().last() else { return };
        let event = entry.event.kind().text().get(self.language);
        let state = entry.state.text().get(self.language);
        self.line(0, "");
        self.line(0, &format!("{}  {event} → {state}", entry.at));
        if entry.event != Event::Opened {
            self.line(4, entry.state.guidance(order.kind()).get(self.language));
        }
        if !order.pending_verifiers().is_empty() {
            let (label, comma) = match self.language {
                Language::Zh => ("核验人：", "、"),
                Language::En => ("To verify: ", ", "),
            };
            let shown: Vec<String> = order
                .pending_verifiers()
                .iter()
                .map(|verifier| verifier.show(self.language).to_string())
                .collect();
            self.line(4, &format!("{label}{}", shown.join(comma)));
        }
    }

    fn deadline(&mut self, deadline: &Deadline, now: NaiveDateTime, calendar: &Calendar) {
        let Deadline { kind, latest, certainty, .. } = *deadline;
        let (what, period) = (kind.text().get(self.language), kind.period().show(self.language));
        let line = match self.language {
            Language::Zh => format!("{what}：最晚 {latest}（{period}）"),
            Language::En => format!("{what}: by {latest} ({period})"),
        };
        self.line(4, &line);
        if let Some(certainty) = certainty {
            for line in holidays(now.date(), latest.date(), calendar, self.language) {
                self.line(6, &line);
            }
            if certainty == Certainty::WeekdaysOnly {
                self.line(6, certainty.text().get(self.language));
            }
        }
        if kind != DeadlineKind::AuthorityReview {
            self.line(6, kind.consequence().get(self.language));
        }
        let source = deadline.source();
        self.line(6, &format!("[{} · {}]", source.document, source.section));
    }
}

/// Runs of days off, and days worked in their place, after one day up to another.
fn holidays(after: NaiveDate, until: NaiveDate, calendar: &Calendar, language: Language) -> Vec<String> {
    let mut runs: Vec<(DayKind, NaiveDate, NaiveDate)> = Vec::new();
    for date in after.iter_days().skip(1).take_while(|date| *date <= until) {
        let kind = calendar.day(date).kind;
        match runs.last_mut() {
            Some((known, _, last)) if *known == kind && last.succ_opt() == Some(date) => *last = date,
            _ => runs.push((kind, date, date)),
        }
    }
    let named = runs.into_iter().filter(|(kind, ..)| matches!(kind, DayKind::DayOff | DayKind::MakeUpDay));
    named
        .map(|(kind, first, last)| {
            let kind = kind.text().get(language);
            let days = if first == last { first.to_string() } else { format!("{first} – {last}") };
            match language {
                Language::Zh => format!("{days} {kind}"),
                Language::En => format!("{days}: {kind}{}", if first == last { "" } else { "s" }),
            }
        })
        .collect()
}
