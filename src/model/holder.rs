//! Who holds a certificate, as far as its number tells.

use crate::model::certificate::{Certificate, CertificateKind};
use crate::text::filled;
use crate::value::{plain, CreditCode, OrganizationCode, ResidentId};

/// Whether two certificates are of one holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sameness {
    Same,
    Other,
    /// A number is not known, or is of another numbering than the other.
    Untold,
}

/// The holder of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A body with an organisation code, which stands in places 9 to 17 of its credit code: a number that grew into a
    /// credit code is the same body's.
    Body(String),
    /// An organisation, by the number of another paper.
    Organization(Option<CertificateKind>, String),
    Person(Option<CertificateKind>, String),
}

impl Holder {
    /// `None` where the number is not known: not given, or masked.
    pub(crate) fn of(certificate: &Certificate) -> Option<Self> {
        let number = known_number(certificate)?;
        let kind = certificate.kind;
        if kind.map_or_else(|| ResidentId::parse(&number).is_ok(), CertificateKind::is_personal) {
            return Some(Self::Person(kind, number));
        }
        let is_shaped =
            kind.is_some() && number.len() == 18 && number.bytes().all(|b| b.is_ascii_alphanumeric());
        let code = if is_shaped || CreditCode::parse(&number).is_ok() {
            Some(number.chars().skip(8).take(9).collect())
        } else {
            (kind == Some(CertificateKind::OrganizationCode) && OrganizationCode::parse(&number).is_ok())
                .then(|| number.clone())
        };
        Some(code.map_or(Self::Organization(kind, number), Self::Body))
    }

    /// What the certificates of one holder share.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Body(mut code) => {
                code.insert(0, ':');
                code
            }
            Self::Organization(_, number) | Self::Person(_, number) => number,
        }
    }

    fn compare(&self, other: &Self) -> Sameness {
        let is_told = match (self, other) {
            (Self::Body(a), Self::Body(b)) => return same_if(a == b),
            (Self::Person(..), Self::Person(..)) | (Self::Organization(..), Self::Organization(..)) => {
                let (a, b) = (self.kind(), other.kind());
                a.is_none() || b.is_none() || a == b
            }
            (Self::Person(..), _) | (_, Self::Person(..)) => true,
            (Self::Body(_), Self::Organization(..)) | (Self::Organization(..), Self::Body(_)) => false,
        };
        match (self.number() == other.number(), is_told) {
            (true, _) => Sameness::Same,
            (false, true) => Sameness::Other,
            (false, false) => Sameness::Untold,
        }
    }

    const fn kind(&self) -> Option<CertificateKind> {
        match self {
            Self::Body(_) => None,
            Self::Organization(kind, _) | Self::Person(kind, _) => *kind,
        }
    }

    fn number(&self) -> &str {
        match self {
            Self::Body(number) | Self::Organization(_, number) | Self::Person(_, number) => number,
        }
    }
}

fn same_if(is_same: bool) -> Sameness {
    if is_same {
        Sameness::Same
    } else {
        Sameness::Other
    }
}

/// Whether two certificates are of one holder.
pub(crate) fn same_holder(a: Option<&Certificate>, b: Option<&Certificate>) -> Sameness {
    match (a.and_then(Holder::of), b.and_then(Holder::of)) {
        (Some(a), Some(b)) => a.compare(&b),
        _ => Sameness::Untold,
    }
}

/// The number of a certificate as it is compared: in half-width capitals, without white space and hyphens. A masked
/// number is not known.
pub(crate) fn known_number(certificate: &Certificate) -> Option<String> {
    let number = filled(certificate.number.as_ref()).filter(|number| !is_masked(number))?;
    let plain = plain(number);
    let number: String = plain.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    Some(number.to_ascii_uppercase()).filter(|number| !number.is_empty())
}

/// What two certificates of one holder share. A holder's business licence and unified certificate carry the same
/// number, and its organisation code is a part of that.
pub(crate) fn certificate_key(certificate: &Certificate) -> Option<String> {
    Holder::of(certificate).map(Holder::key)
}

/// Whether characters of a text are hidden.
pub(crate) fn is_masked(text: &str) -> bool {
    text.contains(['*', '＊', '•', '●', '×', '…'])
}
