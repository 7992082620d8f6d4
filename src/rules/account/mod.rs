//! Rules of the group `account`: moving a filing to another account.

mod filing;
mod target;

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::context::TargetAccount;
use crate::model::order::{MigrateAccount, Order};
use crate::model::registry::FiledPrincipal;
use crate::path::{Key, Location};
use crate::report::Need;
use crate::text::filled;

group! {
    filing::NOT_FILED_HERE,
    filing::UNVERIFIED,
    filing::ORDER_IN_PROGRESS,
    target::TARGET_NOT_ELIGIBLE,
    target::TARGET_OCCUPIED,
    filing::RESPONSIBLE_PERSON_CONTACT_INVALID,
    target::REAL_NAME_MISMATCH,
    filing::SOURCE_LOSES_CONTROL,
}

pub(super) fn migration<'a>(cx: &CheckContext<'a>) -> Option<&'a MigrateAccount> {
    match cx.order {
        Order::MigrateAccount(order) => Some(order),
        _ => None,
    }
}

/// The filed principal, where nothing speaks against its number.
pub(super) fn filed_principal<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a FiledPrincipal> {
    if cx.filing_number.is_none() || out.is_blocked(&Location::ROOT, &[Key::FilingNumber]) {
        return None;
    }
    out.filed(cx)
}

/// The account that the order names, where the context tells of it.
pub(super) fn target<'a>(cx: &CheckContext<'a>, out: &mut Outcome) -> Option<&'a TargetAccount> {
    let named = filled(migration(cx)?.target_account.as_ref())?;
    let target = out.target_account(cx)?;
    match filled(target.id.as_ref()) {
        // The context tells of another account.
        Some(id) if id != named => {
            out.needs(Need::TargetAccount);
            None
        }
        _ => Some(target),
    }
}
