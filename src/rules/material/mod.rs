//! Rules of the group `material`: what is uploaded.

mod age;
mod file;
mod list;

use crate::model::material::MaterialKind;
use crate::path::Key;
pub(crate) use file::original;

group! {
    list::MISSING,
    list::OF_ANOTHER_DOMAIN,
    list::MISPLACED,
    file::FORMAT_NOT_ACCEPTED,
    file::SIZE_OUT_OF_RANGE,
    age::LETTER_TOO_OLD,
    file::ICON_TOO_LARGE,
    file::WATERMARK,
    age::EXPIRED,
    file::CERTIFICATE_NOT_ORIGINAL,
    age::PROOF_TOO_OLD,
    list::DOMAIN_CERTIFICATE_DUE,
    list::DOMAIN_CERTIFICATE_OF_CHANGE,
}

/// Where a material belongs whose place is clear.
pub(super) const fn place(kind: MaterialKind) -> Option<Key> {
    match kind {
        MaterialKind::Certificate => Some(Key::Principal),
        MaterialKind::PortraitSide | MaterialKind::EmblemSide => Some(Key::ResponsiblePerson),
        MaterialKind::DomainCertificate | MaterialKind::AppIcon | MaterialKind::PreApprovalDocument => {
            Some(Key::Services)
        }
        _ => None,
    }
}
