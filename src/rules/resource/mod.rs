//! Rules of the group `resource`: which cloud resource a service may be filed with.

mod address;
mod license_code;
mod ownership;
mod server;
mod serverless;

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::path::Key;
use crate::report::Param;
use crate::rule::Chapter;
use crate::text::{filled, Term, Text};

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

pub(super) const PREPARATION: &[Chapter] = &[Chapter::ChangeFiling, Chapter::ChangeService];

/// What a condition says of a resource.
pub(super) enum Verdict {
    Met,
    /// It cannot be told: why is said already, or does not matter.
    Untold,
    /// The input that it looks at is absent.
    Absent,
    Failed {
        found: Param,
        required: Param,
    },
}

pub(super) const fn term(code: &'static str, zh: &'static str, en: &'static str) -> Term {
    Term { code, text: Text { zh, en } }
}

pub(super) const NOTHING: Text = Text { zh: "无", en: "none" };

/// Whether the account that a resource names is the order's; one that names none is of the order's.
pub(super) fn account(cx: &CheckContext<'_>, owner: Option<&String>, out: &mut Outcome) -> Verdict {
    let Some(owner) = filled(owner) else { return Verdict::Met };
    let Some(own) = own_account(cx, out) else { return Verdict::Untold };
    if owner == own {
        Verdict::Met
    } else {
        Verdict::Failed { found: Param::name(owner), required: Param::name(own) }
    }
}

fn own_account<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a str> {
    let own = filled(out.account(cx)?.id.as_ref());
    if own.is_none() {
        out.needs_context(&[Key::Account, Key::Id]);
    }
    own
}

pub(super) const ALL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];
