//! Rules of the group `domain`: names, suffixes, registration and owner.

mod elsewhere;
mod name;
mod platform;
mod registrant;
mod registration;

use crate::engine::nodes::DomainNode;
use crate::engine::outcome::Outcome;
use crate::model::domain::Registration;
use crate::path::{Key, Location};
use crate::value::DomainName;
pub(crate) use registrant::is_legal_representative;

group! {
    name::MALFORMED,
    platform::OF_PLATFORM,
    registration::CERTIFICATE_INCOMPLETE,
    name::SUFFIX_NOT_APPROVED,
    name::SUFFIX_UNCONFIRMED,
    name::LEVEL_EXCEEDED,
    registration::REGISTRAR_NOT_APPROVED,
    registration::REGISTRATION_EXPIRED,
    registration::REAL_NAME_UNVERIFIED,
    registrant::REGISTRANT_MISMATCH,
    elsewhere::FILED_BY_OTHER,
    name::SEVERAL_ON_WEBSITE,
    name::NOT_REGISTRABLE,
    name::SUFFIX_RESERVED,
    registrant::REGISTRANT_CERTIFICATE_MISMATCH,
    registration::REAL_NAME_TOO_RECENT,
    registration::ON_HOLD,
    elsewhere::RESOLVING,
    elsewhere::IN_PROGRESS,
    elsewhere::BLACKLISTED,
    name::SUFFIX_OF_PUBLIC_BODY,
    elsewhere::RESOLVES_HERE_EARLY,
    registration::FILED_REGISTRATION_EXPIRED,
    registrant::REGISTRANT_WRITTEN_DIFFERENTLY,
}

/// The domain's name, where it is well-formed.
pub(super) fn name<'a>(node: &'a DomainNode<'_>) -> Option<&'a DomainName<'a>> {
    node.name.as_ref()?.as_ref().ok()
}

/// The registration, and where it stands; without one the rule lacks an input.
pub(super) fn registration<'a>(
    node: &'a DomainNode<'_>,
    out: &mut Outcome,
) -> Option<(&'a Registration, Location<'a>)> {
    name(node)?;
    match &node.domain.registration {
        Some(registration) => Some((registration, node.at.key(Key::Registration))),
        None => {
            out.needs_input(&node.at, &[Key::Registration]);
            None
        }
    }
}
