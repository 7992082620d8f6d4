//! Who holds a certificate, as far as its number tells.

use std::borrow::Cow;

use crate::model::certificate::{Certificate, CertificateKind};
use crate::text::filled;
use crate::value::{plain, CreditCode, OrganizationCode, ResidentId};

/// Whether two certificates are of one holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sameness {
    Same,
    Other,
    /// A number is not known, or is of another numbering than the other.
    Unknown,
}

/// The holder of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holder<'a> {
    /// A body with an organisation code, which stands in places 9 to 17 of its credit code: a number that grew into a
    /// credit code is the same body's.
    Body(Cow<'a, str>),
    /// An organisation, by the number of another paper.
    Organization(Option<CertificateKind>, Cow<'a, str>),
    Person(Option<CertificateKind>, Cow<'a, str>),
}

impl<'a> Holder<'a> {
    /// `None` where the number is not known: not given, or masked.
    pub(crate) fn of(certificate: &'a Certificate) -> Option<Self> {
        let number = known_number(certificate)?;
        let kind = certificate.kind;
        if kind.map_or_else(|| ResidentId::parse(&number).is_ok(), CertificateKind::is_personal) {
            return Some(Self::Person(kind, number));
        }
        let is_shaped =
            kind.is_some() && number.len() == 18 && number.bytes().all(|b| b.is_ascii_alphanumeric());
        let code = if is_shaped || CreditCode::parse(&number).is_ok() {
            organization_code(&number)
        } else {
            (kind == Some(CertificateKind::OrganizationCode) && OrganizationCode::parse(&number).is_ok())
                .then(|| number.clone())
        };
        Some(code.map_or(Self::Organization(kind, number), Self::Body))
    }

    /// What the certificates of one holder share.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Body(code) => format!(":{code}"),
            Self::Organization(_, number) | Self::Person(_, number) => number.into_owned(),
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
            (false, false) => Sameness::Unknown,
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

/// The organisation code in a credit code.
fn organization_code<'a>(number: &Cow<'a, str>) -> Option<Cow<'a, str>> {
    match number {
        Cow::Borrowed(number) => number.get(8..17).map(Cow::Borrowed),
        Cow::Owned(number) => number.get(8..17).map(|code| Cow::Owned(code.to_owned())),
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
    let (Some(a), Some(b)) = (a, b) else { return Sameness::Unknown };
    // Nearly always the two are written alike.
    if a.kind == b.kind && a.number == b.number && known_number(a).is_some() {
        return Sameness::Same;
    }
    match (Holder::of(a), Holder::of(b)) {
        (Some(a), Some(b)) => a.compare(&b),
        _ => Sameness::Unknown,
    }
}

/// The number of a certificate as it is compared: in half-width capitals, without white space and hyphens. A masked
/// number is not known.
pub(crate) fn known_number(certificate: &Certificate) -> Option<Cow<'_, str>> {
    let number = filled(certificate.number.as_ref())?;
    // Nearly every number is written as it is compared. Without an early end several bytes are read at once.
    let is_plain = |byte: u8| byte.is_ascii_digit() | byte.is_ascii_uppercase();
    if number.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return Some(Cow::Borrowed(number));
    }
    compared(number).map(Cow::Owned)
}

fn compared(number: &str) -> Option<String> {
    if is_masked(number) {
        return None;
    }
    let number: String = plain(number).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    Some(number.to_ascii_uppercase()).filter(|number| !number.is_empty())
}

/// What two certificates of one holder share. A holder's business licence and unified certificate carry the same
/// number, and its organisation code is a part of that.
pub(crate) fn certificate_key(certificate: &Certificate) -> Option<String> {
    Holder::of(certificate).map(Holder::key)
}

/// Whether characters of a text are hidden.
pub(crate) fn is_masked(text: &str) -> bool {
    // The bytes that `*` and the others begin with: few texts have any, so that hardly one is read by characters.
    text.bytes().any(|byte| matches!(byte, b'*' | 0xc3 | 0xe2 | 0xef))
        && text.contains(['*', '＊', '•', '●', '×', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_compared_however_it_is_written() {
        let known = |number: &str| {
            let certificate = Certificate { number: Some(number.to_owned()), ..Certificate::default() };
            let borrowed = known_number(&certificate).map(Cow::into_owned);
            assert_eq!(borrowed, filled(certificate.number.as_ref()).and_then(compared), "{number:?}");
            borrowed
        };
        for written in
            ["91330106MA2XXXXX3K", "９１330106ma2xxxxx3k", "91330106-MA2X XXXX-3K", " 91330106MA2XXXXX3K "]
        {
            assert_eq!(known(written).as_deref(), Some("91330106MA2XXXXX3K"), "{written:?}");
        }
        for unknown in ["", " ", "-", "9133**********3K", "●●"] {
            assert_eq!(known(unknown), None, "{unknown:?}");
        }
    }
}
