//! Remedies in JSON.

use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::material::MaterialKind;
use crate::model::order::{Agreement, OrderKind};
use crate::model::service::PreApprovalKind;
use crate::path::FieldPath;
use crate::report::remedy::{Portion, Remedy, Suggestion};
use crate::rulebook::provinces::Metric;
use crate::text::{written, Both};

impl Serialize for Suggestion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut suggestion = serializer.serialize_map(Some(2))?;
        suggestion.serialize_entry("value", &self.value)?;
        suggestion.serialize_entry("label", &Both { zh: &self.zh, en: &self.en })?;
        suggestion.end()
    }
}

impl Serialize for Portion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut portion = serializer.serialize_map(Some(2))?;
        portion.serialize_entry("order_kind", &self.order_kind)?;
        portion.serialize_entry("services", &self.services)?;
        portion.end()
    }
}

impl Serialize for Remedy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut remedy = serializer.serialize_map(None)?;
        remedy.serialize_entry("kind", self.kind())?;
        remedy.serialize_entry("applicability", &self.applicability())?;
        if let Some(path) = self.path() {
            remedy.serialize_entry("path", path)?;
        }
        match self {
            Self::Set { value: Suggestion { value, zh, en }, .. } => {
                remedy.serialize_entry("value", value)?;
                remedy.serialize_entry("label", &Both { zh, en })?;
            }
            Self::Choose { choices, .. } => remedy.serialize_entry("choices", choices)?,
            Self::Tick { agreement } => remedy.serialize_entry("agreement", agreement)?,
            Self::UseOrderKind { order_kind, filing_number, service_numbers } => {
                remedy.serialize_entry("order_kind", order_kind)?;
                if let Some(number) = filing_number {
                    remedy.serialize_entry("filing_number", number)?;
                }
                if !service_numbers.is_empty() {
                    remedy.serialize_entry("service_numbers", service_numbers)?;
                }
            }
            Self::Divide { orders } => remedy.serialize_entry("orders", orders)?,
            Self::Split { max, metric } => {
                remedy.serialize_entry("max", max)?;
                remedy.serialize_entry("metric", metric)?;
            }
            Self::SubmitFirst { order_kind } => remedy.serialize_entry("order_kind", order_kind)?,
            Self::AddMaterial { materials, approval, .. } => {
                remedy.serialize_entry("materials", materials)?;
                if let Some(approval) = approval {
                    remedy.serialize_entry("approval", approval)?;
                }
            }
            Self::MoveMaterial { to, .. } => remedy.serialize_entry("to", to)?,
            Self::WaitUntil { date } => remedy.serialize_entry("date", date)?,
            Self::Normalize { also, .. } => {
                if !also.is_empty() {
                    remedy.serialize_entry("also", also)?;
                }
            }
            Self::Remove { .. } | Self::Other { .. } => {}
        }
        let message = Both::of(|language| written(|out| self.write(language, out)));
        remedy.serialize_entry("message", &message)?;
        remedy.end()
    }
}

/// Reads what this or a newer version wrote: what this one does not know becomes [`Remedy::Other`].
impl<'de> Deserialize<'de> for Remedy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        Ok(written.known().unwrap_or(Self::Other {
            kind: written.kind,
            zh: written.message.zh,
            en: written.message.en,
        }))
    }
}

/// A remedy as it was written: names stay texts until it is clear that this version knows them.
#[derive(Deserialize)]
struct Written {
    kind: Box<str>,
    message: Both<Box<str>>,
    path: Option<FieldPath>,
    value: Option<Box<str>>,
    label: Option<Both<Box<str>>>,
    #[serde(default)]
    choices: Vec<WrittenSuggestion>,
    agreement: Option<Box<str>>,
    order_kind: Option<Box<str>>,
    filing_number: Option<Box<str>>,
    #[serde(default)]
    service_numbers: Vec<Box<str>>,
    #[serde(default)]
    orders: Vec<WrittenPortion>,
    max: Option<u32>,
    metric: Option<Box<str>>,
    #[serde(default)]
    materials: Vec<Box<str>>,
    approval: Option<Box<str>>,
    to: Option<FieldPath>,
    #[serde(default)]
    also: Vec<FieldPath>,
    date: Option<NaiveDate>,
}

impl<'de> Deserialize<'de> for Suggestion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let WrittenSuggestion { value, label: Both { zh, en } } = Deserialize::deserialize(deserializer)?;
        Ok(Self { value, zh, en })
    }
}

impl<'de> Deserialize<'de> for Portion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Read {
            order_kind: OrderKind,
            services: Vec<usize>,
        }
        let Read { order_kind, services } = Read::deserialize(deserializer)?;
        Ok(Self { order_kind, services })
    }
}

#[derive(Deserialize)]
struct WrittenSuggestion {
    value: Box<str>,
    label: Both<Box<str>>,
}

#[derive(Deserialize)]
struct WrittenPortion {
    order_kind: Box<str>,
    services: Vec<usize>,
}

impl Written {
    fn known(&self) -> Option<Remedy> {
        let path = || self.path.clone();
        let order_kind = || OrderKind::from_name(self.order_kind.as_deref()?);
        Some(match &*self.kind {
            "set" => {
                let (value, Both { zh, en }) = (self.value.clone()?, self.label.as_ref()?);
                Remedy::Set { path: path()?, value: Suggestion { value, zh: zh.clone(), en: en.clone() } }
            }
            "normalize" => Remedy::Normalize { path: path()?, also: self.also.clone() },
            "remove" => Remedy::Remove { path: path()? },
            "choose" => {
                let choices =
                    self.choices.iter().map(|WrittenSuggestion { value, label: Both { zh, en } }| {
                        Suggestion { value: value.clone(), zh: zh.clone(), en: en.clone() }
                    });
                Remedy::Choose { path: path()?, choices: choices.collect() }
            }
            "tick" => Remedy::Tick { agreement: Agreement::from_name(self.agreement.as_deref()?)? },
            "use_order_kind" => Remedy::UseOrderKind {
                order_kind: order_kind()?,
                filing_number: self.filing_number.clone(),
                service_numbers: self.service_numbers.clone(),
            },
            "divide" => {
                let orders = self.orders.iter().map(|WrittenPortion { order_kind, services }| {
                    Some(Portion::new(OrderKind::from_name(order_kind)?, services.iter().copied()))
                });
                Remedy::Divide { orders: orders.collect::<Option<_>>()? }
            }
            "split" => Remedy::Split { max: self.max?, metric: Metric::from_name(self.metric.as_deref()?)? },
            "submit_first" => Remedy::SubmitFirst { order_kind: order_kind()? },
            "add_material" => Remedy::AddMaterial {
                path: path()?,
                materials: self
                    .materials
                    .iter()
                    .map(|name| MaterialKind::from_name(name))
                    .collect::<Option<_>>()?,
                approval: match self.approval.as_deref() {
                    Some(name) => Some(PreApprovalKind::from_name(name)?),
                    None => None,
                },
            },
            "move_material" => Remedy::MoveMaterial { path: path()?, to: self.to.clone()? },
            "wait_until" => Remedy::WaitUntil { date: self.date? },
            _ => return None,
        })
    }
}
