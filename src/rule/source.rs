//! Sources: the documents that state the rules.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::order::OrderKind;
use crate::text::{Iso, Language};

/// The document, the place in it, and its date.
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
    /// use beian::{Language, Rule};
    ///
    /// let source = "domain.level-exceeded".parse::<Rule>()?.source();
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

/// Where a rule is stated.
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
    /// The day of the text; `None` where it carries none.
    pub(crate) date: Option<NaiveDate>,
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
            Self::Document(document, section) => Source::new(document.title, section, document.date),
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
