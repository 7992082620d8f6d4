//! Rules of the group `resource`: which cloud resource a service may be filed with.

mod address;
mod license_code;
mod ownership;
mod server;
mod serverless;

use crate::text::{Term, Text};

group! {
    ownership::MISSING,
    ownership::NOT_IN_ACCOUNT,
    server::OUTSIDE_MAINLAND,
    server::NO_PUBLIC_IP,
    server::NOT_PREPAID,
    server::PURCHASE_TOO_SHORT,
    server::REMAINING_TOO_SHORT,
    serverless::SERVERLESS_PACKAGE_MISSING,
    server::LOAD_BALANCER_UNBOUND,
    license_code::LICENSE_CODE_UNRESOLVED,
    ownership::QUOTA_EXCEEDED,
    license_code::LICENSE_CODE_REPEATED,
    license_code::LICENSE_CODE_ISSUER_INDIVIDUAL,
    address::PUBLIC_IP_MALFORMED,
    ownership::REPEATED,
    address::TOO_MANY_ADDRESSES,
    serverless::SERVERLESS_PACKAGE_SECOND,
    ownership::SLOTS_SPENT,
    server::EXPIRED,
    server::ENDS_DURING_REVIEW,
    address::LONE_ADDRESS,
    license_code::LICENSE_CODE_IN_USE,
    server::NO_BANDWIDTH,
}

pub(super) const fn term(code: &'static str, zh: &'static str, en: &'static str) -> Term {
    Term { code, text: Text { zh, en } }
}
