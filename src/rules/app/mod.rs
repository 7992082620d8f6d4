//! Rules of the group `app`: platforms, packages and domains of an APP.

mod packages;
mod service;
mod signing;

use crate::engine::nodes::PackageNode;
use crate::value::PackageName;

group! {
    packages::PACKAGE_MISSING,
    service::DOMAIN_MISSING,
    packages::PACKAGE_NAME_MALFORMED,
    packages::PACKAGE_NAME_REPEATED,
    packages::PACKAGE_NAME_TAKEN,
    signing::FINGERPRINT_MALFORMED,
    signing::PUBLIC_KEY_MALFORMED,
    service::OFFLINE,
    packages::PLATFORM_NOT_FILED,
    service::NAME_TAKEN,
    signing::FINGERPRINT_LONG,
    service::MINI_PROGRAM,
    service::SDK_PROVIDER_MISSING,
    service::DOMAIN_NOT_LISTED,
    service::STORE_REFUSES_CERTIFICATE,
    signing::SEPARATED_BY_COLONS,
    packages::ATOMIC_SERVICE,
}

/// The package's name, where it is well-formed.
pub(super) fn name<'a>(node: &PackageNode<'a>) -> Option<PackageName<'a>> {
    node.name?.ok()
}
