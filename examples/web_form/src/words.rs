//! Closed lists, and what people call the codes that answers have.

use beian::checklist::ItemState;
use beian::form::TextFormat;
use beian::resource::{Billing, LicenseCodeState, ResourceKind};
use beian::value::Province;
use beian::{
    CertificateKind, Condition, Key, Language, Limit, MaterialFormat, MaterialKind, OrderKind, PrincipalKind,
    Provider, Requirement, Rule, Severity, Step, Term,
};
use serde::ser::{SerializeMap, Serializer};
use serde::Serialize;

/// Lists by name, each of codes with their texts.
pub(crate) struct Words;

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut words = serializer.serialize_map(None)?;
        macro_rules! list {
            ($($name:literal: $list:ty),+ $(,)?) => {
                $(words.serialize_entry($name, &<$list>::ALL.iter().map(|it| it.term()).collect::<Vec<Term>>())?;)+
            };
        }
        list! {
            "billing": Billing,
            "certificate_kind": CertificateKind,
            "condition": Condition,
            "format": TextFormat,
            "key": Key,
            "license_code_state": LicenseCodeState,
            "limit": Limit,
            "material_format": MaterialFormat,
            "material_kind": MaterialKind,
            "order_kind": OrderKind,
            "principal_kind": PrincipalKind,
            "provider": Provider,
            "province": Province,
            "requirement": Requirement,
            "resource_kind": ResourceKind,
            "severity": Severity,
            "state": ItemState,
            "step": Step,
        }
        let rules: Vec<_> = Rule::all()
            .map(|rule| (rule.to_string(), rule.summary(Language::Zh), rule.summary(Language::En)))
            .collect();
        words.serialize_entry("rule", &rules)?;
        words.end()
    }
}
