//! The practice of the 31 provinces: what each authority asks beyond the national rules, as providers report it.
//!
//! One file for each province, each a block that reads like its notice: a cell for everything that is known,
//! with its scope, its source and how well it stands. What is not written is unknown, and unknown is never
//! "allowed". A practice changes in one place: its cell.
//!
//! No authority publishes its practice whole; every cell is a provider's reading of it. A cell is *settled*
//! where sources that can be trusted agree, else *contested*, with the other readings beside it.
//!
//! ```
//! use beian::provinces::{Dimension, Standing};
//! use beian::value::Province;
//! use beian::{Language, Rulebook};
//!
//! let rulebook = Rulebook::default();
//! let jiangsu = rulebook.province(Province::Jiangsu);
//! let [age] = jiangsu.individual_age else { panic!() };
//! assert_eq!((age.value.0, age.standing), (16, Standing::Settled));
//! assert_eq!(age.citation.source.date, chrono::NaiveDate::from_ymd_opt(2025, 12, 31));
//!
//! for entry in jiangsu.entries().filter(|entry| entry.dimension == Dimension::OutOfProvince) {
//!     println!("{}: {}", entry.dimension.text().en, entry.value(Language::En));
//! }
//! ```

use std::any::Any;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use once_cell::sync::Lazy;
use serde::Serialize;

use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::model::principal::PrincipalKind;
use crate::model::service::ServiceKind;
use crate::rule::Source;
use crate::text::{Both, Language, Text};
use crate::value::Province;

#[macro_use]
mod dimensions;
mod comparison;
mod matrix;
mod patched;
mod unusual_words;
mod values;

mod anhui;
mod beijing;
mod chongqing;
mod fujian;
mod gansu;
mod guangdong;
mod guangxi;
mod guizhou;
mod hainan;
mod hebei;
mod heilongjiang;
mod henan;
mod hubei;
mod hunan;
mod inner_mongolia;
mod jiangsu;
mod jiangxi;
mod jilin;
mod liaoning;
mod ningxia;
mod qinghai;
mod shaanxi;
mod shandong;
mod shanghai;
mod shanxi;
mod sichuan;
mod tianjin;
mod xinjiang;
mod xizang;
mod yunnan;
mod zhejiang;

pub use comparison::{CellDifference, DifferenceKind, ProvinceComparison};
pub(crate) use dimensions::{AnyProvince, Overlay};
pub use dimensions::{Dimension, ProvinceRules};
pub use matrix::{Matrix, MatrixCell, MatrixRow};
pub(crate) use unusual_words::UnusualWords;
pub use values::*;
pub(crate) use values::{is_lower_word_of, lower};

/// Every province's block, in the order of [`Province::ALL`].
static TABLE: [&ProvinceRules<'static>; 31] = [
    &beijing::RULES,
    &tianjin::RULES,
    &hebei::RULES,
    &shanxi::RULES,
    &inner_mongolia::RULES,
    &liaoning::RULES,
    &jilin::RULES,
    &heilongjiang::RULES,
    &shanghai::RULES,
    &jiangsu::RULES,
    &zhejiang::RULES,
    &anhui::RULES,
    &fujian::RULES,
    &jiangxi::RULES,
    &shandong::RULES,
    &henan::RULES,
    &hubei::RULES,
    &hunan::RULES,
    &guangdong::RULES,
    &guangxi::RULES,
    &hainan::RULES,
    &chongqing::RULES,
    &sichuan::RULES,
    &guizhou::RULES,
    &yunnan::RULES,
    &xizang::RULES,
    &shaanxi::RULES,
    &gansu::RULES,
    &qinghai::RULES,
    &ningxia::RULES,
    &xinjiang::RULES,
];

/// The built-in block of a province.
pub(crate) fn built_in(province: Province) -> ProvinceRules<'static> {
    TABLE.get(province.index()).map_or(ProvinceRules::UNKNOWN, |rules| **rules)
}

/// What some province asks: for cells that are unknown, whether any known one would matter. Put together when
/// the first unknown cell is met.
pub(crate) static ANY_PROVINCE: Lazy<AnyProvince> =
    Lazy::new(|| AnyProvince::of(TABLE.iter().map(|rules| **rules)));

wire_names! {
    /// How well a cell stands.
    pub enum Standing {
        /// Trustworthy sources agree: what breaks it is a blocker.
        Settled = "settled" { zh: "明确", en: "settled" },
        /// Sources disagree, or only one speaks: what breaks it is a warning that names the other reading.
        Contested = "contested" { zh: "说法不一", en: "contested" },
        /// No source speaks: undetermined.
        Unknown = "unknown" { zh: "未知", en: "unknown" },
    }
}

/// A set of kinds of principals.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Principals(u32);

impl Principals {
    const ALL: Self = Self::of(PrincipalKind::ALL);
    const INDIVIDUALS: Self = Self::of(&[PrincipalKind::Individual]);
    const ORGANIZATIONS: Self = Self(Self::ALL.0 & !Self::INDIVIDUALS.0);

    const fn of(kinds: &[PrincipalKind]) -> Self {
        let mut set = 0;
        let mut rest = kinds;
        while let [kind, tail @ ..] = rest {
            set |= Self::bit(*kind);
            rest = tail;
        }
        Self(set)
    }

    #[allow(clippy::as_conversions)] // a fieldless enum of twenty kinds, in a const
    const fn bit(kind: PrincipalKind) -> u32 {
        1 << kind as u32
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it holds this kind.
    pub const fn contains(self, kind: PrincipalKind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    /// The kinds.
    pub fn kinds(self) -> impl Iterator<Item = PrincipalKind> {
        PrincipalKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }
}

impl fmt::Debug for Principals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.kinds()).finish()
    }
}

/// Whom and what a cell is about: kinds of principals, kinds of orders, websites or APPs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    principals: Principals,
    orders: OrderKindSet,
    service: Option<ServiceKind>,
}

/// Everyone, in every order.
const EVERYONE: Scope = Scope { principals: Principals::ALL, orders: OrderKindSet::ALL, service: None };
/// Organisations 单位.
const ORGANIZATIONS: Scope = Scope { principals: Principals::ORGANIZATIONS, ..EVERYONE };
/// Individuals 个人.
const INDIVIDUALS: Scope = Scope { principals: Principals::INDIVIDUALS, ..EVERYONE };
/// Enterprises 企业, individual businesses among them.
const ENTERPRISES: Scope = Scope {
    principals: Principals::of(&[PrincipalKind::Enterprise, PrincipalKind::IndividualBusiness]),
    ..EVERYONE
};
/// Party and government bodies 党政机关.
const GOVERNMENT: Scope = Scope { principals: Principals::of(&[PrincipalKind::Government]), ..EVERYONE };
/// Public institutions 事业单位.
const INSTITUTIONS: Scope =
    Scope { principals: Principals::of(&[PrincipalKind::PublicInstitution]), ..EVERYONE };
/// Government bodies and public institutions 机关事业单位.
const PUBLIC_BODIES: Scope = Scope {
    principals: Principals::of(&[PrincipalKind::Government, PrincipalKind::PublicInstitution]),
    ..EVERYONE
};

impl Scope {
    /// In these orders only.
    const fn on(self, orders: OrderKindSet) -> Self {
        Self { orders, ..self }
    }

    /// Without these principals.
    const fn without(self, other: Self) -> Self {
        Self { principals: self.principals.without(other.principals), ..self }
    }

    pub(crate) const fn everyone() -> Self {
        EVERYONE
    }

    /// The kinds of principals.
    pub const fn principals(self) -> Principals {
        self.principals
    }

    /// The kinds of orders.
    pub fn orders(self) -> impl Iterator<Item = OrderKind> {
        self.orders.kinds()
    }

    /// Websites or APPs only; `None` for both.
    pub const fn service(self) -> Option<ServiceKind> {
        self.service
    }

    /// Whether a cell of this scope speaks of such an order. A principal whose kind is not known is in it only
    /// where every kind is, a service of no one kind only where both are.
    pub fn includes(
        self,
        principal: Option<PrincipalKind>,
        order: OrderKind,
        service: Option<ServiceKind>,
    ) -> bool {
        let principal = match principal {
            Some(kind) => self.principals.contains(kind),
            None => self.principals == Principals::ALL,
        };
        principal && self.orders.contains(order) && (self.service.is_none() || self.service == service)
    }

    /// Whether an order could be in both.
    pub fn overlaps(self, other: Self) -> bool {
        let services = self.service.is_none() || other.service.is_none() || self.service == other.service;
        services
            && self.principals.0 & other.principals.0 != 0
            && self.orders.kinds().any(|kind| other.orders.contains(kind))
    }

    /// What a person reads: "单位 · 首次备案".
    pub fn show(self, language: Language) -> String {
        let listed = |terms: Vec<Text>| {
            let comma = if language == Language::Zh { "、" } else { ", " };
            terms.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(comma)
        };
        let mut parts = vec![match self.principals {
            Principals::ALL => {
                Text { zh: "单位和个人", en: "organisations and individuals" }.get(language).to_owned()
            }
            Principals::ORGANIZATIONS => Text { zh: "单位", en: "organisations" }.get(language).to_owned(),
            Principals::INDIVIDUALS => Text { zh: "个人", en: "individuals" }.get(language).to_owned(),
            some if some.kinds().count() > 10 => {
                let others = Principals::ORGANIZATIONS.without(some);
                let others = listed(others.kinds().map(PrincipalKind::text).collect());
                match language {
                    Language::Zh => format!("单位（{others}除外）"),
                    Language::En => format!("organisations other than {others}"),
                }
            }
            some => listed(some.kinds().map(PrincipalKind::text).collect()),
        }];
        if self.orders != OrderKindSet::ALL {
            parts.push(listed(self.orders.kinds().map(OrderKind::text).collect()));
        }
        if let Some(service) = self.service {
            parts.push(service.text().get(language).to_owned());
        }
        parts.join(" · ")
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.show(Language::En))
    }
}

/// What a province asks, of whom, who says so, and how well that stands.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cell<T: 'static> {
    /// Whom and what it is about.
    pub scope: Scope,
    /// What is asked.
    pub value: T,
    /// How well it stands.
    pub standing: Standing,
    /// Who says so, and when.
    pub citation: Citation,
    /// What the source adds.
    pub note: Option<Text>,
    /// What other sources say, where they disagree.
    pub others: &'static [Reading<T>],
}

/// A document, and how old it is at least.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The document and the place in it, with its date where it carries one.
    pub source: Source,
    /// The last day that it can be of: its date, or, of a stored copy without one, the end of the year in which
    /// it was stored at the latest.
    pub no_later_than: Option<NaiveDate>,
}

/// What another source says.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading<T: 'static> {
    /// What it says is asked.
    pub value: T,
    /// Who says so, and when.
    pub citation: Citation,
    /// What it adds.
    pub note: Option<Text>,
}

/// Declares cells:
/// `settled [INDIVIDUALS] Years(18), HUAWEI, "说明" / "note", but Years(16), TENCENT;`.
macro_rules! cells {
    ($(
        $standing:ident [$scope:expr] $value:expr, $source:expr $(, $zh:literal / $en:literal)?
            $(, but $other:expr, $other_source:expr $(, $other_zh:literal / $other_en:literal)?)*;
    )*) => {
        &[$($crate::rulebook::provinces::Cell {
            scope: $scope,
            value: $value,
            standing: cells!(@standing $standing),
            citation: $source,
            note: cells!(@note $($zh / $en)?),
            others: &[$($crate::rulebook::provinces::Reading {
                value: $other,
                citation: $other_source,
                note: cells!(@note $($other_zh / $other_en)?),
            }),*],
        }),*]
    };
    (@standing settled) => { $crate::rulebook::provinces::Standing::Settled };
    (@standing contested) => { $crate::rulebook::provinces::Standing::Contested };
    (@note) => { None };
    (@note $zh:literal / $en:literal) => { Some($crate::text::Text { zh: $zh, en: $en }) };
}
use cells;

/// What a block of a province is written with.
mod prelude {
    pub(super) use super::{
        cells, day, not_after, published, undated, Citation, ENTERPRISES, EVERYONE, GOVERNMENT, INDIVIDUALS,
        INSTITUTIONS, ORGANIZATIONS, PUBLIC_BODIES,
    };
    pub(super) use super::{dimensions::ProvinceRules, values::*};
    pub(super) use std::borrow::Cow;

    pub(super) use crate::model::certificate::CertificateKind::{
        BusinessLicense, ForeignerPermanentResidenceCard, HkMacauPermit, HkMacauResidencePermit, Passport,
        ResidentIdCard, TaiwanPermit,
    };
    pub(super) use crate::model::material::MaterialKind;
    pub(super) use crate::model::material::MaterialKind::{
        CommitmentLetter, EmploymentProof, InstitutionApprovalForm, Lease, PartyBuildingLetter, PropertyDeed,
        ResidencePermit, SocialSecurityRecord, Statement, StudentCard, TemporaryResidencePermit,
        TruthfulnessLetter,
    };
    pub(super) use crate::model::order::OrderKind::{ChangeService, DeregisterServices};
    pub(super) use crate::model::order_kind_set::OrderKindSet;
    pub(super) use crate::model::service::WebsiteContent;
}

/// A day; `None` of none, which no test of the table lets pass.
const fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A document of this day.
const fn published(document: &'static str, section: &'static str, date: Option<NaiveDate>) -> Citation {
    let source = Source { document: Cow::Borrowed(document), section: Cow::Borrowed(section), date };
    Citation { source, no_later_than: date }
}

/// A stored copy of a document without a date: no later than this year.
const fn not_after(year: i32, document: &'static str, section: &'static str) -> Citation {
    let source = Source { document: Cow::Borrowed(document), section: Cow::Borrowed(section), date: None };
    Citation { source, no_later_than: day(year, 12, 31) }
}

/// A document whose day nobody knows.
const fn undated(document: &'static str, section: &'static str) -> Citation {
    published(document, section, None)
}

/// A cell of any dimension, to be printed or compared.
pub(crate) trait AnyCell: fmt::Debug + Any + Send + Sync {
    fn as_any(&self) -> &dyn Any;
    /// Whether both ask the same, whoever says so.
    fn asks_same(&self, other: &dyn AnyCell) -> bool;
    fn scope(&self) -> Scope;
    fn standing(&self) -> Standing;
    fn citation(&self) -> &Citation;
    fn note(&self) -> Option<Text>;
    fn show(&self, language: Language) -> String;
    fn readings(&self) -> Vec<(&dyn Value, &Source, Option<Text>)>;
}

impl<T: Value + PartialEq + Send + Sync> AnyCell for Cell<T> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn asks_same(&self, other: &dyn AnyCell) -> bool {
        other.as_any().downcast_ref::<Self>().is_some_and(|other| other.value == self.value)
    }

    fn scope(&self) -> Scope {
        self.scope
    }

    fn standing(&self) -> Standing {
        self.standing
    }

    fn citation(&self) -> &Citation {
        &self.citation
    }

    fn note(&self) -> Option<Text> {
        self.note
    }

    fn show(&self, language: Language) -> String {
        self.value.show(language)
    }

    fn readings(&self) -> Vec<(&dyn Value, &Source, Option<Text>)> {
        self.others
            .iter()
            .map(|reading| {
                let value: &dyn Value = &reading.value;
                (value, &reading.citation.source, reading.note)
            })
            .collect()
    }
}

/// A known cell of a province, of whichever dimension.
///
/// Serialises as one flat object, which a matrix or a comparison of provinces can be built from.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KnownCell<'a> {
    /// What it is about.
    pub dimension: Dimension,
    cell: &'a dyn AnyCell,
}

impl<'a> KnownCell<'a> {
    /// Whom and what it is about.
    pub fn scope(&self) -> Scope {
        self.cell.scope()
    }

    /// How well it stands.
    pub fn standing(&self) -> Standing {
        self.cell.standing()
    }

    /// Who says so.
    pub fn source(&self) -> &'a Source {
        &self.cell.citation().source
    }

    /// The last day that the document can be of, where that is known.
    pub fn no_later_than(&self) -> Option<NaiveDate> {
        self.cell.citation().no_later_than
    }

    /// What is asked, as a person reads it.
    pub fn value(&self, language: Language) -> String {
        self.cell.show(language)
    }

    /// What the source adds.
    pub fn note(&self) -> Option<Text> {
        self.cell.note()
    }

    /// Whether both ask the same of the same, and stand alike; who says so may differ.
    pub fn agrees_with(&self, other: &KnownCell<'_>) -> bool {
        self.dimension == other.dimension
            && self.scope() == other.scope()
            && self.standing() == other.standing()
            && self.cell.asks_same(other.cell)
    }

    /// What other sources say, each with its source.
    pub fn others(&self, language: Language) -> impl Iterator<Item = (String, &'a Source)> {
        self.cell.readings().into_iter().map(move |(value, source, _)| (value.show(language), source))
    }
}

impl Serialize for KnownCell<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            dimension: Dimension,
            scope: Both<String>,
            value: Both<String>,
            standing: Standing,
            source: &'a Source,
            no_later_than: Option<NaiveDate>,
            #[serde(skip_serializing_if = "Option::is_none")]
            note: Option<Text>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            others: Vec<Other<'a>>,
        }
        #[derive(Serialize)]
        struct Other<'a> {
            value: Both<String>,
            source: &'a Source,
        }
        Written {
            dimension: self.dimension,
            scope: Both::of(|language| self.scope().show(language)),
            value: Both::of(|language| self.value(language)),
            standing: self.standing(),
            source: self.source(),
            no_later_than: self.no_later_than(),
            note: self.note(),
            others: self
                .cell
                .readings()
                .into_iter()
                .map(|(value, source, _)| Other { value: Both::of(|language| value.show(language)), source })
                .collect(),
        }
        .serialize(serializer)
    }
}

impl<'a> ProvinceRules<'a> {
    /// The dimensions that some cell speaks of.
    pub fn known(&self) -> BTreeSet<Dimension> {
        self.entries().map(|entry| entry.dimension).collect()
    }

    /// How a dimension stands here: unknown without a cell, settled where every cell of it is.
    pub fn standing(&self, dimension: Dimension) -> Standing {
        let mut standing = Standing::Unknown;
        for entry in self.entries_of(dimension) {
            match (standing, entry.standing()) {
                (Standing::Unknown, first) => standing = first,
                (_, Standing::Contested) => standing = Standing::Contested,
                _ => {}
            }
        }
        standing
    }

    /// The known cells, dimension by dimension.
    pub fn entries(self) -> impl Iterator<Item = KnownCell<'a>> {
        Dimension::ALL.iter().flat_map(move |dimension| self.entries_of(*dimension))
    }
}

impl Dimension {}
