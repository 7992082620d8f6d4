//! Who may file, and with which certificate.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{named, told, Value, Years, EMPTY};
use crate::model::certificate::CertificateKind;
use crate::model::material::MaterialKind;
use crate::text::Language;

/// Whether individuals from other provinces can file 外省个人.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OutOfProvince {
    /// No.
    NotAccepted,
    /// Yes; no proof is stated.
    Accepted,
    /// With a local phone.
    WithLocalPhone,
    /// With one of these proofs.
    WithProof(Cow<'static, [MaterialKind]>),
}

impl crate::text::sealed::Sealed for OutOfProvince {}

impl Value for OutOfProvince {
    fn show(&self, language: Language) -> String {
        match self {
            Self::NotAccepted => told(language, "不接受", "not accepted"),
            Self::Accepted => told(language, "接受，未提及证明材料", "accepted; no proof is stated"),
            Self::WithLocalPhone => told(language, "接受，须使用当地手机号", "accepted with a local phone"),
            Self::WithProof(proofs) => {
                let list = named(proofs, MaterialKind::text, language);
                told(language, format!("须提供以下证明之一：{list}"), format!("with one of: {list}"))
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        matches!(self, Self::WithProof(proofs) if proofs.is_empty()).then_some(EMPTY)
    }

    fn strictness(&self) -> u32 {
        match self {
            Self::Accepted => 0,
            Self::WithLocalPhone | Self::WithProof(_) => 1,
            Self::NotAccepted => 2,
        }
    }
}

/// A proof that young filers bring 未成年人证明.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeProof {
    /// Asked of those younger than this.
    pub below: u32,
    /// One of these.
    pub proofs: Cow<'static, [MaterialKind]>,
}

impl crate::text::sealed::Sealed for AgeProof {}

impl Value for AgeProof {
    fn show(&self, language: Language) -> String {
        let (below, list) = (self.below, named(&self.proofs, MaterialKind::text, language));
        told(language, format!("未满 {below} 周岁须提供：{list}"), format!("below {below}: {list}"))
    }

    fn impossible(&self) -> Option<&'static str> {
        if self.proofs.is_empty() {
            return Some(EMPTY);
        }
        Years(self.below).impossible()
    }
}

/// The age that a service's responsible person has not reached yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeCap {
    /// Of men.
    pub men: u32,
    /// Of women.
    pub women: u32,
}

impl crate::text::sealed::Sealed for AgeCap {}

impl Value for AgeCap {
    fn show(&self, language: Language) -> String {
        let Self { men, women } = self;
        told(
            language,
            format!("男性未满 {men} 周岁、女性未满 {women} 周岁"),
            format!("men below {men}, women below {women}"),
        )
    }

    fn impossible(&self) -> Option<&'static str> {
        Years(self.men).impossible().or(Years(self.women).impossible())
    }
}

/// Which certificates are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Certificates {
    /// These only.
    Only(Cow<'static, [CertificateKind]>),
    /// All but these.
    Not(Cow<'static, [CertificateKind]>),
    /// These among others.
    Among(Cow<'static, [CertificateKind]>),
}

impl Certificates {
    /// Whether one is taken.
    pub fn take(&self, kind: CertificateKind) -> bool {
        match self {
            Self::Only(kinds) => kinds.contains(&kind),
            Self::Not(kinds) => !kinds.contains(&kind),
            Self::Among(_) => true,
        }
    }
}

impl crate::text::sealed::Sealed for Certificates {}

impl Value for Certificates {
    fn show(&self, language: Language) -> String {
        let list = |kinds| named(kinds, CertificateKind::text, language);
        match self {
            Self::Only(kinds) => {
                told(language, format!("仅接受{}", list(kinds)), format!("{} only", list(kinds)))
            }
            Self::Not(kinds) => {
                told(language, format!("不接受{}", list(kinds)), format!("anything but {}", list(kinds)))
            }
            Self::Among(kinds) => {
                told(language, format!("接受{}", list(kinds)), format!("{} among others", list(kinds)))
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        let (Self::Only(kinds) | Self::Not(kinds) | Self::Among(kinds)) = self;
        kinds.is_empty().then_some(EMPTY)
    }
}
