//! To test with: clean orders of every kind, made-up numbers, and an assertion on reports. Feature `testing`.
//!
//! A test of a service begins with an order that nothing is wrong with, spoils one thing, and says what is then found:
//!
//! ```
//! use beian::{assert_finds, testing, validate, PrincipalKind, Rulebook};
//!
//! let mut request = testing::first_filing(PrincipalKind::Enterprise);
//! let rulebook = Rulebook::default();
//! assert!(validate(&request.order, &request.context, &rulebook).findings.is_empty());
//!
//! testing::set(&mut request, "/services/0/domains/0/name", "http://example.com/");
//! let report = validate(&request.order, &request.context, &rulebook);
//! assert_finds!(report, "domain.malformed" at "/services/0/domains/0/name");
//! ```
//!
//! [`request`] makes an order of any kind, by any kind of principal, with a website or an APP: with its context, which has
//! the account and a complete registry with what the order is about. Nothing is found in it under the built-in rulebook;
//! what stays undetermined needs what no caller can hand in, such as a practice of the province that nobody publishes. The
//! day of submission is [`TODAY`]; the principal files in Hangzhou.
//!
//! [`assert_finds!`](crate::assert_finds) asserts what a report finds, and prints the report where it does not.
//!
//! [`Numbers`] makes up numbers of every value, the same ones from the same seed: identity numbers with their check digit,
//! credit codes, mobiles, filing numbers, domain names, keys.
//!
//! People, organisations and numbers are made up. Take the feature among the `[dev-dependencies]`, so that the program that
//! is shipped has none of this.

mod applicant;
mod numbers;
mod orders;
mod report;

use chrono::NaiveDate;

use crate::model::order::OrderKind;
use crate::model::principal::PrincipalKind;
use crate::model::request::Request;
use crate::model::service::ServiceKind;
use crate::path::FieldPath;
use crate::wire::edit::{Change, Edit};

pub use numbers::Numbers;
#[doc(hidden)]
pub use report::not_found;

/// The day on which the orders are handed in: 2026-11-23.
pub const TODAY: NaiveDate = day(2026, 11, 23);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// A clean first filing of a website.
///
/// ```
/// use beian::{testing, Order, PrincipalKind};
///
/// let request = testing::first_filing(PrincipalKind::Individual);
/// let Order::FirstFiling(filing) = &request.order else { unreachable!() };
/// assert_eq!(filing.services.len(), 1);
/// ```
#[must_use]
pub fn first_filing(principal: PrincipalKind) -> Request {
    request(OrderKind::FirstFiling, principal, ServiceKind::Website)
}

/// A clean order of this kind with its context.
///
/// Where the order is about a service that is filed, `service` is the kind of that one; where it is about the principal
/// alone, it makes no difference.
///
/// ```
/// use beian::service::ServiceKind;
/// use beian::{testing, validate, OrderKind, PrincipalKind, Rulebook};
///
/// let request = testing::request(OrderKind::ChangeService, PrincipalKind::LawFirm, ServiceKind::App);
/// assert_eq!(request.order.kind(), OrderKind::ChangeService);
/// assert!(validate(&request.order, &request.context, &Rulebook::default()).findings.is_empty());
/// ```
#[must_use]
pub fn request(order: OrderKind, principal: PrincipalKind, service: ServiceKind) -> Request {
    orders::request(order, principal, service)
}

/// Sets the value at a place of the order, a JSON Pointer, to what the text stands for: a name of a closed list, a date, a
/// number, `true`, or the text itself. Absent objects on the way are made, and the place behind the last item of a list
/// appends one.
///
/// ```
/// use beian::{assert_finds, testing, validate, PrincipalKind, Rulebook};
///
/// let mut request = testing::first_filing(PrincipalKind::Enterprise);
/// testing::set(&mut request, "/services/0/resources/0/mainland", "false");
/// let report = validate(&request.order, &request.context, &Rulebook::default());
/// assert_finds!(report, "resource.outside-mainland" at "/services/0/resources/0/mainland");
/// ```
///
/// # Panics
/// Where the order has no such place, or nothing there has this text.
#[track_caller]
pub fn set(request: &mut Request, path: &str, text: &str) {
    change(request, path, Change::Set(text));
}

/// Takes away what is at a place of the order, a JSON Pointer: a value, or an item of a list.
///
/// ```
/// use beian::{assert_finds, testing, validate, PrincipalKind, Rulebook};
///
/// let mut request = testing::first_filing(PrincipalKind::Enterprise);
/// testing::remove(&mut request, "/principal/name");
/// let report = validate(&request.order, &request.context, &Rulebook::default());
/// assert_finds!(report, "principal.field-missing" at "/principal/name");
/// ```
///
/// # Panics
/// Where nothing is there.
#[track_caller]
pub fn remove(request: &mut Request, path: &str) {
    change(request, path, Change::Remove);
}

#[track_caller]
#[allow(clippy::panic)] // a test that names no place of its order is wrong
fn change(request: &mut Request, path: &str, change: Change<'_>) {
    let changed = match path.parse::<FieldPath>() {
        Ok(place) => request.order.edit(place.segments(), change).map_err(|obstacle| format!("{obstacle:?}")),
        Err(error) => Err(error.to_string()),
    };
    if let Err(why) = changed {
        panic!("{path} of the order: {why}");
    }
}
