//! Who says something, when, and what follows from that: the rule by which a cell gets its standing.

use std::borrow::Cow;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::One;
use crate::rule::Source;
use crate::text::Language;

wire_names! {
    /// How well a cell stands. It follows from the readings of the cell: nobody writes it down.
    pub enum Standing {
        /// Two independent publishers agree, lately, and nobody current says otherwise: what breaks it is a blocker.
        Settled = "settled" { zh: "明确", en: "settled" },
        /// One publisher says so, or several, years ago: what breaks it is a warning that names who reported it.
        Reported = "reported" { zh: "仅有报道", en: "reported" },
        /// Current readings disagree: what breaks some of them is a warning that names them, what breaks all a blocker.
        Contested = "contested" { zh: "说法不一", en: "contested" },
        /// The pages on the province were read, and none speaks of it: nothing is asked.
        NotMentioned = "not_mentioned" { zh: "未提及", en: "not mentioned" },
        /// Nothing is known: undetermined.
        Unknown = "unknown" { zh: "未知", en: "unknown" },
    }
}

wire_names! {
    /// Who publishes a document. Copies, reprints and digests are of whom they copy.
    pub enum Publisher {
        /// A communications administration 通信管理局, in a notice of its own.
        Authority = "authority" { zh: "通信管理局", en: "the authority" },
        /// Tencent Cloud.
        Tencent = "tencent" { zh: "腾讯云", en: "Tencent Cloud" },
        /// Huawei Cloud.
        Huawei = "huawei" { zh: "华为云", en: "Huawei Cloud" },
        /// UCloud.
        Ucloud = "ucloud" { zh: "UCloud 优刻得", en: "UCloud" },
        /// Alibaba Cloud.
        Aliyun = "aliyun" { zh: "阿里云", en: "Alibaba Cloud" },
        /// JD Cloud.
        Jd = "jd" { zh: "京东云", en: "JD Cloud" },
        /// QingCloud.
        Qingcloud = "qingcloud" { zh: "青云", en: "QingCloud" },
        /// Baidu AI Cloud.
        Baidu = "baidu" { zh: "百度智能云", en: "Baidu AI Cloud" },
        /// Volcano Engine.
        Volcengine = "volcengine" { zh: "火山引擎", en: "Volcano Engine" },
        /// An applicant, who noted what was asked; each is a publisher of its own.
        Applicant = "applicant" { zh: "申请人", en: "an applicant" },
        /// Somebody else; each document is a publisher of its own.
        Other = "other" { zh: "其他来源", en: "another source" },
    }
}

/// A document, who published it, and how old it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// Who published it.
    pub publisher: Publisher,
    /// The document and the place in it, with its date where it carries one.
    pub source: Source,
    /// The first day that it can be of, where that is known.
    pub no_earlier_than: Option<NaiveDate>,
    /// The last day that it can be of: its date, or, of a stored copy without one, the end of the year in which
    /// it was stored at the latest.
    pub no_later_than: Option<NaiveDate>,
    /// Whether it says the same of many provinces at once, as a digest does; such a sentence does not overrule a
    /// page on the one province.
    pub is_general: bool,
}

impl Citation {
    /// Whether its day, or its month, is known.
    fn is_dated(&self) -> bool {
        self.no_earlier_than.is_some() && self.no_later_than.is_some()
    }

    /// Whether both are of one publisher, so that only the newer one counts.
    fn is_of_one_publisher(&self, other: &Self) -> bool {
        self.publisher == other.publisher
            && (!matches!(self.publisher, Publisher::Applicant | Publisher::Other)
                || self.source == other.source)
    }

    /// The document with its day, as a person reads it.
    pub fn show(&self, language: Language) -> String {
        let (title, day) = (&self.source.document, self.shown_day(language));
        match language {
            Language::Zh => format!("{title}（{day}）"),
            Language::En => format!("{title} ({day})"),
        }
    }

    /// The day of the document, or the time that it is of, as a person reads it.
    pub fn shown_day(&self, language: Language) -> String {
        let told = |zh: &str, en: &str| match language {
            Language::Zh => zh.to_owned(),
            Language::En => en.to_owned(),
        };
        match (self.source.date, self.no_earlier_than, self.no_later_than) {
            (Some(date), ..) => date.to_string(),
            (None, Some(from), Some(_)) => format!("{}-{:02}", from.year(), from.month()),
            (None, None, Some(day)) => told("不晚于 ", "no later than ") + &day.to_string(),
            (None, Some(day), None) => told("不早于 ", "no earlier than ") + &day.to_string(),
            (None, None, None) => told("未注明日期", "undated"),
        }
    }

    /// The day that copies of one publisher are ordered by.
    fn day(&self) -> Option<NaiveDate> {
        self.no_later_than.or(self.no_earlier_than)
    }
}

/// What a reading adds to the value, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Note {
    /// In Chinese.
    pub zh: Cow<'static, str>,
    /// In English.
    pub en: Cow<'static, str>,
}

impl Note {
    /// In the language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// That a document says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub(super) citation: One<Citation>,
    pub(super) note: Option<One<Note>>,
}

impl Reading {
    /// The document.
    pub fn citation(&self) -> &Citation {
        &self.citation
    }

    /// What it adds.
    pub fn note(&self) -> Option<&Note> {
        self.note.as_deref()
    }
}

/// A day; `None` of none, which no test of the table lets pass.
pub(super) const fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The day on which the documents were read last: how old they are is counted from here, so that a standing does not
/// change with the day of an order. (A rulebook may be told to count from that day as well, see
/// [`settled_for_years`](crate::RulebookPatch).)
pub(super) const READ_ON: Option<NaiveDate> = day(2026, 11, 30);

/// How new the newest of the readings has to be that settle a cell.
const FRESH: Months = Months::new(36);

/// How much older than the newest reading one has to be to be overruled by it.
const OVERRULED: Months = Months::new(12);

/// What a cell's readings come to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed {
    pub(crate) standing: Standing,
    /// Which claim holds, by its place.
    pub(crate) holds: usize,
    /// Which claims count, a bit each.
    counting: u64,
    /// Whether some reading that counts is of the last 36 months: what every reading refuses is refused by those of a cell
    /// like that, while old copies that disagree say no more than old copies that agree.
    pub(crate) is_current: bool,
}

impl Weighed {
    /// A standing that a patch gives.
    pub(super) const fn given(standing: Standing) -> Self {
        Self { standing, holds: 0, counting: u64::MAX, is_current: true }
    }

    /// Whether a claim counts: not one that its publishers have replaced by a newer copy.
    pub(crate) const fn counts(self, claim: usize) -> bool {
        claim >= 64 || self.counting & 1 << claim != 0
    }

    /// Weighs the values that are read, each with the readings that say so.
    pub(super) fn of(claims: &[&[Reading]]) -> Self {
        let heard = heard(claims);
        let counting = heard.iter().fold(0, |bits, (claim, _)| bits | 1_u64.checked_shl(*claim).unwrap_or(0));
        let (standing, holds) = weigh(&heard);
        let is_current = heard.iter().any(|(_, citation)| is_fresh(citation));
        Self { standing, holds: usize::try_from(holds).unwrap_or_default(), counting, is_current }
    }
}

/// The readings that count, each with the place of its claim: one publisher has one voice, its newest copy; of copies of
/// one age the one that is listed first.
fn heard<'a>(claims: &[&'a [Reading]]) -> Vec<(u32, &'a Citation)> {
    let readings = (0..)
        .zip(claims)
        .flat_map(|(claim, readings)| readings.iter().map(move |reading| (claim, reading.citation())));
    let mut heard: Vec<(u32, &Citation)> = Vec::new();
    for (claim, citation) in readings {
        match heard.iter_mut().find(|(_, known)| known.is_of_one_publisher(citation)) {
            Some(known) if citation.day() > known.1.day() => *known = (claim, citation),
            Some(_) => {}
            None => heard.push((claim, citation)),
        }
    }
    heard
}

fn is_fresh(citation: &Citation) -> bool {
    let since = READ_ON.and_then(|day| day.checked_sub_months(FRESH));
    citation.is_dated() && citation.no_earlier_than >= since
}

/// The newest of the readings whose day is known; of documents of one day the one that is listed first.
fn newest<'a>(readings: impl DoubleEndedIterator<Item = (u32, &'a Citation)>) -> Option<(u32, &'a Citation)> {
    readings
        .rev()
        .filter(|(_, citation)| citation.is_dated())
        .max_by_key(|(_, citation)| citation.no_earlier_than)
}

/// How well a cell stands, and which claim holds.
fn weigh(heard: &[(u32, &Citation)]) -> (Standing, u32) {
    let settled_if = |is_settled: bool| if is_settled { Standing::Settled } else { Standing::Reported };
    let all = || heard.iter().copied();
    let of = |claim: u32| all().filter(move |(other, _)| *other == claim).map(|(_, citation)| citation);
    let is_shared = |claim: u32| of(claim).count() > 1;
    // A notice of the authority itself wins.
    if let Some((claim, notice)) = newest(all().filter(|(_, by)| by.publisher == Publisher::Authority)) {
        return (settled_if(is_fresh(notice)), claim);
    }
    let first = all().map(|(claim, _)| claim).min().unwrap_or_default();
    if all().all(|(claim, _)| claim == first) {
        return (settled_if(is_shared(first) && of(first).any(is_fresh)), first);
    }
    let Some((claim, newest)) = newest(all()) else { return (Standing::Contested, first) };
    let limit = newest.no_earlier_than.and_then(|day| day.checked_sub_months(OVERRULED));
    let is_general = of(claim).all(|citation| citation.is_general);
    let is_overruled = |citation: &Citation| {
        let is_old = citation.no_later_than.is_some() && citation.no_later_than <= limit;
        is_old && !(is_general && citation.is_dated() && !citation.is_general)
    };
    let stands_alone = all().all(|(other, citation)| other == claim || is_overruled(citation));
    if is_shared(claim) && is_fresh(newest) && stands_alone {
        (Standing::Settled, claim)
    } else {
        (Standing::Contested, first)
    }
}

/// `pages![ucloud::HUNAN, jd::HUNAN]`: the pages on a province that were read.
macro_rules! pages {
    ($($publisher:ident :: $document:ident),+ $(,)?) => {
        &[$(&$crate::rulebook::provinces::sources::$publisher::$document),+]
    };
}
pub(super) use pages;
