//! A province as a patch, to start from.

use std::any::Any;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::cell::{AnyCell, AnyClaim};
use super::known::{written, WrittenReading};
use super::{Dimension, KnownCell, Principals, ProvinceRules, Scope, Standing};
use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::model::principal::{Filer, PrincipalKind};
use crate::model::service::ServiceKind;
use crate::rulebook::Rulebook;
use crate::value::Province;

/// A province as a [`RulebookPatch`](crate::RulebookPatch) says it: laid over the rulebook it changes nothing, and each
/// cell of it can be changed.
///
/// ```
/// use beian::value::Province;
/// use beian::{Rulebook, RulebookPatch};
///
/// let rulebook = Rulebook::default();
/// let json = serde_json::to_string(&rulebook.province_patch(Province::Guangdong))?;
/// let patch: RulebookPatch = serde_json::from_str(&json)?;
/// let patched = rulebook.patched(&patch)?;
/// let [before, after] = [&rulebook, &patched].map(|rulebook| rulebook.province(Province::Guangdong));
/// assert_eq!(before.individual_age(), after.individual_age());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ProvincePatch<'a> {
    province: Province,
    rules: ProvinceRules<'a>,
}

impl Rulebook {
    /// What a province asks, as a patch.
    pub fn province_patch(&self, province: Province) -> ProvincePatch<'_> {
        ProvincePatch { province, rules: self.province(province) }
    }
}

impl Serialize for ProvincePatch<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut patch = serializer.serialize_map(Some(1))?;
        patch.serialize_entry("provinces", &Provinces(self))?;
        patch.end()
    }
}

struct Provinces<'a>(&'a ProvincePatch<'a>);

impl Serialize for Provinces<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ProvincePatch { province, rules } = self.0;
        let mut provinces = serializer.serialize_map(Some(1))?;
        provinces.serialize_entry(province.code(), &Dimensions(*rules))?;
        provinces.end()
    }
}

struct Dimensions<'a>(ProvinceRules<'a>);

impl Serialize for Dimensions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = self.0.known();
        let mut dimensions = serializer.serialize_map(Some(known.len()))?;
        for dimension in known {
            let cells: Vec<Written<'_>> = self.0.entries_of(dimension).map(Written::of).collect();
            dimensions.serialize_entry(dimension.as_str(), &cells)?;
        }
        dimensions.end()
    }
}

/// A cell, with the keys of a patch.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    principals: Option<WrittenPrincipals>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    orders: Vec<OrderKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<ServiceKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Standing>,
    #[serde(flatten)]
    first: WrittenClaim<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<WrittenClaim<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum WrittenPrincipals {
    All(Filer),
    Kinds(Vec<PrincipalKind>),
}

#[derive(Serialize)]
struct WrittenClaim<'a> {
    value: WrittenValue<'a>,
    readings: Vec<WrittenReading<'a>>,
}

struct WrittenValue<'a>(Dimension, &'a dyn Any);

impl Serialize for WrittenValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write_value(self.1, serializer)
    }
}

impl<'a> Written<'a> {
    fn of(known: KnownCell<'a>) -> Self {
        let cell: &'a dyn AnyCell = known.cell;
        let Scope { principals, orders, service } = cell.scope();
        let claim = |claim: AnyClaim<'a>| WrittenClaim {
            value: WrittenValue(known.dimension, claim.any),
            readings: written(claim.readings),
        };
        let mut claims = cell.listed().map(claim);
        let nothing = WrittenClaim { value: WrittenValue(known.dimension, &()), readings: Vec::new() };
        Self {
            principals: match principals {
                Principals::ALL => None,
                Principals::ORGANIZATIONS => Some(WrittenPrincipals::All(Filer::Organization)),
                Principals::INDIVIDUALS => Some(WrittenPrincipals::All(Filer::Individual)),
                some => Some(WrittenPrincipals::Kinds(some.kinds().collect())),
            },
            orders: if orders == OrderKindSet::ALL { Vec::new() } else { orders.kinds().collect() },
            service,
            standing: cell.given(),
            first: claims.next().unwrap_or(nothing),
            others: claims.collect(),
        }
    }
}
