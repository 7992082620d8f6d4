//! Sources: the documents that state the rules.

use std::borrow::Cow;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::path::{FieldPath, Key, Segment};
use crate::text::{Iso, Language};

/// The document, the place in it, and its date.
///
/// ```
/// use beian::{Language, Source};
///
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 9, 1);
/// let source = Source::new("Acme 云备案指南", "证件有效期", day);
/// assert_eq!(source.show(Language::Zh).to_string(), "Acme 云备案指南 证件有效期（2026-09-01）");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// Title of the document, in its own language.
    pub document: Cow<'static, str>,
    /// The chapter and place.
    pub section: Cow<'static, str>,
    /// The day of the text; `None` where the document carries none.
    #[serde(serialize_with = "as_iso")]
    pub date: Option<NaiveDate>,
}

#[allow(clippy::ref_option)] // as serde calls it
fn as_iso<S: serde::Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(Iso).serialize(serializer)
}

impl Source {
    /// A place in a document.
    pub fn new(
        document: impl Into<Cow<'static, str>>,
        section: impl Into<Cow<'static, str>>,
        date: Option<NaiveDate>,
    ) -> Self {
        Self { document: document.into(), section: section.into(), date }
    }

    /// On one line: document, place, date. Titles stay in their own language.
    ///
    /// ```
    /// use beian::{Language, OrderKind, Rule};
    ///
    /// let rule: Rule = "domain.level-exceeded".parse()?;
    /// let source = rule.source_for(OrderKind::FirstFiling).unwrap();
    /// assert!(source.show(Language::En).ends_with("(2025-06-27)"));
    /// # Ok::<(), beian::UnknownRule>(())
    /// ```
    pub fn show(&self, language: Language) -> String {
        let Self { document, section, date } = self;
        // A title in 《》 needs no space behind it.
        let gap = if section.is_empty() || document.ends_with('》') { "" } else { " " };
        match (language, date) {
            (Language::Zh, Some(date)) => format!("{document}{gap}{section}（{date}）"),
            (Language::En, Some(date)) => format!("{document}{gap}{section} ({date})"),
            (_, None) => format!("{document}{gap}{section}"),
        }
    }
}

wire_names! {
    /// How a source carries a rule.
    pub enum SourceBasis {
        /// The place says it of these order kinds.
        Stated = "stated" { zh: "明文", en: "stated" },
        /// It follows from what the place says; the documentation of the rule says how.
        Inferred = "inferred" { zh: "推断", en: "inferred" },
        /// The document is a standard of form, such as GB 11643.
        Standard = "standard" { zh: "标准", en: "standard" },
    }
}

/// A source of a rule, with the order kinds that it speaks of.
///
/// ```
/// use beian::{SourceBasis, OrderKind, Rule};
///
/// let rule: Rule = "domain.level-exceeded".parse()?;
/// let first = rule.sources().into_iter().next().unwrap();
/// assert_eq!((first.orders, first.basis), (vec![OrderKind::FirstFiling], SourceBasis::Stated));
/// # Ok::<(), beian::UnknownRule>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RuleSource {
    /// The order kinds that it speaks of.
    pub orders: Vec<OrderKind>,
    /// The document, the place in it, and its date.
    #[serde(flatten)]
    pub source: Source,
    /// How it carries the rule.
    pub basis: SourceBasis,
    /// The year of the text, also where its day is not known; `None` of a standard without a date.
    #[serde(skip)]
    pub year: Option<i32>,
}

/// Title of the guide that the built-in rules come from.
pub(crate) const GUIDE: &str = "腾讯云《ICP 备案操作指引（小程序端）》";

/// Declares the chapters of the guide.
macro_rules! chapters {
    ($($chapter:ident = $number:literal $title:literal $year:literal-$month:literal-$day:literal $kind:expr;)+) => {
        /// A chapter of the guide.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, dead_code)] // a chapter that nothing is taken from is listed all the same
        pub(crate) enum Chapter { $($chapter = $number),+ }

        impl Chapter {
            const ALL: &'static [Self] = &[$(Self::$chapter),+];

            pub(crate) const fn title(self) -> &'static str {
                match self { $(Self::$chapter => $title),+ }
            }

            pub(crate) const fn date(self) -> Option<NaiveDate> {
                match self { $(Self::$chapter => NaiveDate::from_ymd_opt($year, $month, $day)),+ }
            }

            /// The kind of order that the chapter is about; `None` where it is about several or none.
            pub(crate) const fn order(self) -> Option<OrderKind> {
                match self { $(Self::$chapter => $kind),+ }
            }
        }
    };
}

chapters! {
    FirstFiling = 1 "首次备案" 2025-6-27 Some(OrderKind::FirstFiling);
    AccessFiling = 2 "接入备案" 2025-6-27 Some(OrderKind::AccessFiling);
    AddService = 3 "新增服务（原备案在腾讯云）" 2025-6-27 Some(OrderKind::AddService);
    AddServiceFromElsewhere = 4 "新增服务（原备案不在腾讯云）" 2025-6-27 Some(OrderKind::AddServiceFromElsewhere);
    ChangeFiling = 5 "变更备案" 2025-5-27 Some(OrderKind::ChangeFiling);
    ChangeService = 6 "变更服务" 2025-5-27 Some(OrderKind::ChangeService);
    DeregisterPrincipal = 7 "注销主体" 2025-3-13 Some(OrderKind::DeregisterPrincipal);
    DeregisterHollowPrincipal = 8 "注销空壳主体" 2024-11-4 Some(OrderKind::DeregisterHollowPrincipal);
    DeregisterServices = 9 "注销服务" 2025-6-9 Some(OrderKind::DeregisterServices);
    DeregisterServicesInBulk = 10 "批量注销服务" 2024-8-7 Some(OrderKind::DeregisterServices);
    CancelAccess = 11 "取消接入服务" 2025-3-24 Some(OrderKind::CancelAccess);
    CancelAccessInBulk = 12 "批量取消接入服务" 2024-8-7 Some(OrderKind::CancelAccess);
    MigrateAccount = 13 "迁移备案账号" 2024-6-4 Some(OrderKind::MigrateAccount);
    Progress = 14 "查看备案进度" 2025-6-10 None;
    ApprovedFilings = 15 "审核通过信息查询" 2025-4-22 None;
    Export = 16 "查看与导出备案信息" 2025-4-22 None;
}

/// A step of the guide's chapters on filings and changes. Each chapter has its own words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// When the order is the right one.
    Scene,
    /// What is made ready before the steps.
    Preparation,
    /// The particulars that decide the order's kind.
    Kind,
    /// The principal and its responsible person.
    Principal,
    /// The services and their responsible persons.
    Services,
    /// The last look before the order is handed in.
    Submission,
    /// The ministry's check by SMS.
    SmsCheck,
    /// What follows the approval.
    AfterApproval,
}

impl Step {
    /// A field or sentence of the step.
    pub(crate) const fn at(self, place: &'static str) -> Place {
        Place::Step(self, place)
    }

    /// The heading of the step in the chapter on an order kind, without its number.
    const fn heading(self, kind: OrderKind) -> &'static str {
        let is_change = matches!(kind, OrderKind::ChangeFiling | OrderKind::ChangeService);
        match self {
            Self::Scene => "备案场景",
            Self::Preparation if is_change => "备案准备",
            Self::Preparation => "前提条件",
            Self::Kind => "验证备案类型",
            Self::Principal if is_change => "修改主体信息",
            Self::Principal => "填写主体信息",
            Self::Services if is_change => "修改服务信息",
            Self::Services => "填写网站/域名或 APP 信息",
            Self::Submission => "核对信息并提交审核",
            Self::SmsCheck => "短信核验",
            Self::AfterApproval => "ICP 备案后处理",
        }
    }
}

impl Chapter {
    /// A place in the chapter, whatever kind of order it is quoted for.
    pub(crate) const fn at(self, place: &'static str) -> Place {
        Place::Chapter(self, place)
    }

    /// The chapter on an order kind; of two, the one on single services.
    fn on(kind: OrderKind) -> Option<Self> {
        Self::ALL.iter().copied().find(|chapter| chapter.order() == Some(kind))
    }
}

/// A place in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// In the guide's chapter on the order's own kind.
    Step(Step, &'static str),
    /// In this chapter of the guide.
    Chapter(Chapter, &'static str),
    /// In another document.
    Document(Document, &'static str),
}

impl Place {
    /// The place as an order of `kind` is told of it.
    pub(super) fn source(self, kind: OrderKind) -> Source {
        match self {
            Self::Step(step, place) => {
                let chapter = Chapter::on(kind);
                let title = chapter.map_or("", Chapter::title);
                let section = [title, step.heading(kind), place].join(" · ");
                Source::new(GUIDE, section, chapter.and_then(Chapter::date))
            }
            Self::Chapter(chapter, place) => {
                Source::new(GUIDE, [chapter.title(), place].join(" · "), chapter.date())
            }
            Self::Document(document, place) => document.source(place),
        }
    }

    /// Whether it is a step on the principal and the path is of a service, or the other way about; or under one kind of
    /// service and the path is of a field of the other.
    fn is_of_other(self, path: &FieldPath) -> bool {
        match (self, path.segments().first()) {
            (Self::Step(Step::Principal, _), Some(Segment::Key(key))) => *key == Key::Services,
            (Self::Step(Step::Services, _), Some(Segment::Key(Key::Principal))) => true,
            (Self::Step(Step::Services, place), _) => match heading_of(path) {
                Some(OF_WEBSITES) => place.starts_with(OF_APPS),
                Some(_) => !place.starts_with(OF_APPS),
                None => false,
            },
            _ => false,
        }
    }

    /// Whether it is under the kind of service whose field the path is of.
    fn is_of_own(self, path: &FieldPath) -> bool {
        match self {
            Self::Step(Step::Services, place) => {
                heading_of(path).is_some_and(|heading| place.starts_with(heading))
            }
            _ => false,
        }
    }

    fn year(self, kind: OrderKind) -> Option<i32> {
        match self {
            Self::Document(document, _) => document.year(),
            Self::Step(..) | Self::Chapter(..) => self.source(kind).date.map(|date| date.year()),
        }
    }
}

/// The headings under which the guide has the fields of websites and those of APPs.
const OF_WEBSITES: &str = "网站/域名 · ";
const OF_APPS: &str = "APP · ";

/// The heading of the only kind of service that has the field; `None` where both have it.
fn heading_of(path: &FieldPath) -> Option<&'static str> {
    match path.segments() {
        [_, _, Segment::Key(Key::Domains | Key::HomePages), ..] => Some(OF_WEBSITES),
        [_, _, Segment::Key(Key::Platforms | Key::ProvidesSdk | Key::UsesSdks), ..] => Some(OF_APPS),
        _ => None,
    }
}

/// Where a rule is said, of which order kinds, and how firmly.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sourced {
    pub(crate) orders: OrderKindSet,
    pub(crate) place: Place,
    pub(crate) basis: SourceBasis,
}

/// The source that a finding at this place of an order of `kind` quotes: the first one that speaks of the kind, and of
/// the principal, of websites or of APPs, whichever the place is of.
pub(crate) fn quoted(sources: &[Sourced], kind: OrderKind, at: &FieldPath) -> Option<Source> {
    let speaking = || sources.iter().filter(|sourced| sourced.orders.contains(kind));
    let fitting = speaking()
        .find(|sourced| sourced.place.is_of_own(at))
        .or_else(|| speaking().find(|sourced| !sourced.place.is_of_other(at)))
        .or_else(|| speaking().next())?;
    Some(fitting.place.source(kind))
}

/// The sources with the order kinds that each speaks of.
pub(crate) fn written(sources: &[Sourced]) -> Vec<RuleSource> {
    let mut written: Vec<RuleSource> = Vec::new();
    for sourced in sources {
        for kind in sourced.orders.kinds() {
            let (source, basis) = (sourced.place.source(kind), sourced.basis);
            match written.last_mut() {
                Some(last) if last.source == source && last.basis == basis => last.orders.push(kind),
                _ => {
                    let year = sourced.place.year(kind);
                    written.push(RuleSource { orders: vec![kind], source, basis, year });
                }
            }
        }
    }
    written
}

/// Where a rule is said.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Origin {
    /// In the guide: the chapters, and the place in them. Where the guide asks for a value without saying how
    /// it is written, `form` names what the rule on its form rests on.
    Guide { chapters: &'static [Chapter], section: &'static str, form: Option<&'static str> },
    /// In another document, at this place.
    Document(Document, &'static str),
}

/// A public document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Document {
    /// The title, in the document's own language, with its publisher.
    pub(crate) title: &'static str,
    /// The revision that was read; empty where there is one only.
    pub(crate) revision: &'static str,
    /// The year of a text that carries no day.
    pub(crate) about: Option<i32>,
    /// The day of the text; `None` where it carries none.
    pub(crate) date: Option<NaiveDate>,
}

impl Document {
    /// A heading or sentence of the document.
    pub(crate) const fn at(self, place: &'static str) -> Place {
        Place::Document(self, place)
    }

    pub(crate) fn source(self, place: &'static str) -> Source {
        Source::new(self.written(), place, self.date)
    }

    /// The title with the revision and the year.
    fn written(self) -> Cow<'static, str> {
        let about = self.about.map(|year| format!("约 {year} 年"));
        let parts: Vec<&str> = [self.revision, about.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        match parts[..] {
            [] => self.title.into(),
            _ => format!("{}（{}）", self.title, parts.join("，")).into(),
        }
    }

    /// The year of the text, where it is known.
    fn year(self) -> Option<i32> {
        self.date.map(|date| date.year()).or(self.about)
    }
}

impl Origin {
    /// The source as an order of `kind` sees it: its own chapter alone, where that is one of them.
    pub(crate) fn for_order(self, kind: OrderKind) -> Source {
        match self {
            Self::Guide { chapters, section, form } => {
                let own = chapters.iter().find(|chapter| chapter.order() == Some(kind)).or(chapters.first());
                let title = own.map_or("", |chapter| chapter.title());
                guide(title, section, form, own.and_then(|chapter| chapter.date()))
            }
            Self::Document(..) => self.whole(),
        }
    }

    /// The source with all its chapters, and the newest of their dates.
    pub(crate) fn whole(self) -> Source {
        match self {
            Self::Guide { chapters, section, form } => {
                let titles: Vec<&str> = chapters.iter().map(|chapter| chapter.title()).collect();
                let newest = chapters.iter().filter_map(|chapter| chapter.date()).max();
                guide(&titles.join("、"), section, form, newest)
            }
            Self::Document(document, section) => document.source(section),
        }
    }
}

fn guide(title: &str, section: &str, form: Option<&str>, date: Option<NaiveDate>) -> Source {
    let dot = if title.is_empty() || section.is_empty() { "" } else { " · " };
    let place = match form {
        Some(form) => [title, dot, section, "（形式依据：", form, "）"].concat(),
        None => [title, dot, section].concat(),
    };
    Source::new(GUIDE, place, date)
}
