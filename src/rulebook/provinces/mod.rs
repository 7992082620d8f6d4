//! The practice of the 31 provinces: what each authority asks beyond the national rules, as providers report it.
//!
//! One file for each province, each a block that reads like its notice: a cell for everything that is known, with its
//! scope, the values that are read, and the documents that say so. A practice changes in one place: its cell; a document
//! in one: `sources.rs`.
//!
//! No authority publishes its practice whole; every cell is what providers and applicants read of it. How well a cell
//! stands follows from its readings (see [`Standing`]): *settled* where independent publishers agree, lately,
//! *reported* where one says so, *contested* where current readings disagree. What is not written is *not mentioned*
//! where the pages on the province were read and are silent, and *unknown* where that says nothing, as of what every
//! province answers one way or the other.
//!
//! ```
//! use beian::provinces::{Dimension, Standing};
//! use beian::value::Province;
//! use beian::{Language, Rulebook};
//!
//! let rulebook = Rulebook::default();
//! let jiangsu = rulebook.province(Province::Jiangsu);
//! let [age] = jiangsu.individual_age() else { panic!() };
//! assert_eq!((age.value().0, age.standing()), (16, Standing::Settled));
//! for reading in age.claim().readings() {
//!     println!("{}: {:?}", reading.citation().source.document, reading.citation().source.date);
//! }
//!
//! for entry in jiangsu.entries().filter(|entry| entry.dimension == Dimension::OutOfProvince) {
//!     println!("{}: {}", entry.dimension.text().en, entry.value(Language::En));
//! }
//! ```

use once_cell::sync::Lazy;

use crate::rule::Provider;
use crate::value::Province;

#[macro_use]
mod dimensions;
mod cell;
mod comparison;
mod evidence;
mod exported;
mod known;
mod matrix;
mod nationwide;
mod patched;
mod scope;
mod sources;
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

pub use super::patch_cell::{PatchCell, PatchValue};
pub(crate) use cell::{AnyCell, AnyClaim};
use cell::{BuiltIn, Many, One};
pub use cell::{Cell, Claim};
pub use comparison::{CellDifference, DifferenceKind, ProvinceComparison};
use dimensions::places;
pub(crate) use dimensions::{column, AnyProvince, Block, Column, Overlay};
pub use dimensions::{Dimension, ProvinceRules};
pub use evidence::{Citation, Note, Publisher, Reading, Standing};
pub use exported::ProvincePatch;
pub use known::{KnownCell, KnownClaim};
pub use matrix::{Matrix, MatrixCell, MatrixRow};
use nationwide::nationwide;
pub use scope::{Principals, Scope};
pub(crate) use unusual_words::UNUSUAL_WORDS;
pub use values::*;
pub(crate) use values::{is_lower_word_of, is_word_of, lower};

/// Every province's block, in the order of [`Province::ALL`].
static TABLE: [&Block; 31] = [
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

/// A block of which nothing is known.
static UNKNOWN: Block = Block { known: &[], places: places(&[]), pages: &[] };

/// The built-in block of a province, with what a provider says nation-wide.
pub(crate) fn built_in(province: Province, provider: Option<Provider>) -> ProvinceRules<'static> {
    let block = TABLE.get(province.index()).copied().unwrap_or(&UNKNOWN);
    ProvinceRules::of(block).beside(nationwide(provider))
}

/// What some province asks: for cells that are unknown, whether any known one would matter. Put together when
/// the first unknown cell is met.
pub(crate) static ANY_PROVINCE: Lazy<AnyProvince> = Lazy::new(|| AnyProvince::of_all(&TABLE));

/// What a block of a province is written with.
mod prelude {
    pub(super) use super::cell::{cells, BuiltIn};
    pub(super) use super::dimensions::Block;
    pub(super) use super::evidence::pages;
    pub(super) use super::scope::{
        ENTERPRISES, EVERYONE, GOVERNMENT, INDIVIDUALS, INDIVIDUAL_BUSINESSES, INSTITUTIONS, ORGANIZATIONS,
        PUBLIC_BODIES,
    };
    pub(super) use super::values::*;
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
