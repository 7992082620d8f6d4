//! Each condition of a resource as a question of its own.

use std::net::IpAddr;

use chrono::{Months, NaiveDate};

use crate::check::resources::ResourceProblem;
use crate::check::{Needed, Verdict};
use crate::model::resource::{
    is_reachable, Billing, LicenseCode, LicenseCodeState, LoadBalancer, Server, ServerProduct,
};
use crate::path::Key;
use crate::rulebook::{Limit, Limits};
use crate::text::filled;

/// Whether a resource belongs to the account that hands in the order. One that names no owner is of the order's.
///
/// ```
/// use beian::check::{resources::in_account, Needed};
/// assert!(in_account(None, None).fits());
/// assert!(in_account(Some("1000"), Some("1000")).fits());
/// assert_eq!(in_account(Some("1000"), None).needed(), Some(Needed::Account));
/// assert_eq!(in_account(Some("1000"), Some("2000")).problem().unwrap().code(), "not_in_account");
/// ```
pub fn in_account<'a>(owner: Option<&'a str>, account: Option<&'a str>) -> Verdict<ResourceProblem<'a>> {
    is_same_account(owner, account, |account, order_account| ResourceProblem::NotInAccount {
        account,
        order_account,
    })
}

fn is_same_account<'a>(
    stated: Option<&'a str>,
    account: Option<&'a str>,
    problem: impl FnOnce(&'a str, &'a str) -> ResourceProblem<'a>,
) -> Verdict<ResourceProblem<'a>> {
    match (stated, account) {
        (None, _) => Verdict::Fits,
        (Some(_), None) => Verdict::Undetermined(Needed::Account),
        (Some(stated), Some(account)) if stated == account => Verdict::Fits,
        (Some(stated), Some(account)) => Verdict::fails(problem(stated, account)),
    }
}

/// Whether a resource stands in a mainland region.
pub fn in_mainland(mainland: Option<bool>) -> Verdict<ResourceProblem<'static>> {
    match mainland {
        Some(true) => Verdict::Fits,
        Some(false) => Verdict::fails(ResourceProblem::OutsideMainland),
        None => Verdict::Undetermined(Needed::Input(Key::Mainland)),
    }
}

/// Whether a condition of a server that looks at the field `key` is settled by another: of a server abroad nothing else
/// matters, and one that is billed by use has neither months nor an end.
pub(crate) fn is_moot(server: &Server, key: Key) -> bool {
    match key {
        Key::Mainland | Key::Account => false,
        _ if server.mainland == Some(false) => true,
        Key::PurchasedMonths | Key::ExpiresOn => server.billing == Some(Billing::Postpaid),
        _ => false,
    }
}

/// Whether a cloud server has a public address; absent, it has none.
pub fn has_public_ip(public_ip: Option<&str>) -> Verdict<ResourceProblem<'static>> {
    match public_ip {
        Some(_) => Verdict::Fits,
        None => Verdict::fails(ResourceProblem::NoPublicIp),
    }
}

/// Whether an address is one of the internet, IPv4 or IPv6.
///
/// ```
/// use beian::check::resources::is_public;
/// assert!(is_public("81.70.0.1").fits());
/// assert_eq!(is_public("10.0.0.5").problem().unwrap().code(), "not_public");
/// assert_eq!(is_public("81.70.0").problem().unwrap().code(), "no_address");
/// ```
pub fn is_public(public_ip: &str) -> Verdict<ResourceProblem<'static>> {
    match public_ip.parse::<IpAddr>() {
        Ok(address) if is_reachable(address) => Verdict::Fits,
        Ok(_) => Verdict::fails(ResourceProblem::AddressNotPublic),
        Err(_) => Verdict::fails(ResourceProblem::AddressMalformed),
    }
}

/// Whether a server is billed in advance 包年包月.
pub fn is_prepaid(billing: Option<Billing>) -> Verdict<ResourceProblem<'static>> {
    let required = Billing::Prepaid;
    match billing {
        Some(billing) if billing == required => Verdict::Fits,
        Some(billing) => Verdict::fails(ResourceProblem::NotPrepaid { billing, required }),
        None => Verdict::Undetermined(Needed::Input(Key::Billing)),
    }
}

/// Whether a server was bought for as many months as the provider asks, renewals counted; some ask for more of a
/// dedicated cloud 专属云. A server that is billed by use has no months: [`is_prepaid`] refuses it.
pub fn is_bought_long_enough(server: &Server, limits: &Limits) -> Verdict<ResourceProblem<'static>> {
    let is_dedicated = server.product == Some(ServerProduct::DedicatedCloud);
    let limit = match limits.dedicated_cloud_months.filter(|_| is_dedicated) {
        Some(_) => Limit::DedicatedCloudMonths,
        None => Limit::PurchasedMonths,
    };
    let Some(min) = limits.get(limit) else { return Verdict::Undetermined(Needed::ProviderRules) };
    match server.purchased_months {
        Some(months) if months < min => {
            Verdict::exceeds(ResourceProblem::PurchaseTooShort { months, min }, limit, limits)
        }
        Some(_) => Verdict::Fits,
        None => absent_unless_postpaid(server, Key::PurchasedMonths),
    }
}

/// Whether a server has as many months left on the day of submission as the provider asks. A month ends on the same day
/// of the next month, at its end where that month is shorter. A server that is billed by use has no end: [`is_prepaid`]
/// refuses it.
pub fn runs_long_enough(
    server: &Server,
    today: NaiveDate,
    limits: &Limits,
) -> Verdict<ResourceProblem<'static>> {
    let limit = Limit::RemainingMonths;
    let Some(months) = limits.get(limit) else { return Verdict::Undetermined(Needed::ProviderRules) };
    // Beyond the calendar nothing can be said.
    let Some(earliest) = today.checked_add_months(Months::new(months)) else { return Verdict::Fits };
    match server.expires_on {
        Some(expires_on) if expires_on < earliest => {
            let reason = ResourceProblem::RemainingTooShort { expires_on, earliest, months };
            Verdict::exceeds(reason, limit, limits)
        }
        Some(_) => Verdict::Fits,
        None => absent_unless_postpaid(server, Key::ExpiresOn),
    }
}

fn absent_unless_postpaid(server: &Server, key: Key) -> Verdict<ResourceProblem<'static>> {
    match server.billing {
        Some(Billing::Postpaid) => Verdict::Fits,
        _ => Verdict::Undetermined(Needed::Input(key)),
    }
}

/// Whether a resource is still paid for on the day of submission. A server that is billed by use has no end:
/// [`server_not_expired`].
pub fn not_expired(expires_on: Option<NaiveDate>, today: NaiveDate) -> Verdict<ResourceProblem<'static>> {
    match expires_on {
        Some(expires_on) if expires_on < today => {
            Verdict::fails(ResourceProblem::Expired { expires_on, today })
        }
        Some(_) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Input(Key::ExpiresOn)),
    }
}

/// Whether a server is still paid for on the day of submission.
pub fn server_not_expired(server: &Server, today: NaiveDate) -> Verdict<ResourceProblem<'static>> {
    match server.expires_on {
        None => absent_unless_postpaid(server, Key::ExpiresOn),
        day => not_expired(day, today),
    }
}

/// Whether a server is paid for until the day on which the review ends at the latest. One that names no day fits.
///
/// ```
/// use beian::check::resources::outlasts_review;
/// use chrono::NaiveDate;
///
/// let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
/// assert!(outlasts_review(Some(day(12, 31)), day(12, 24)).fits());
/// assert_eq!(outlasts_review(Some(day(12, 1)), day(12, 24)).problem().unwrap().code(), "ends_during_review");
/// ```
pub fn outlasts_review(
    expires_on: Option<NaiveDate>,
    review_ends: NaiveDate,
) -> Verdict<ResourceProblem<'static>> {
    match expires_on {
        Some(expires_on) if expires_on < review_ends => {
            Verdict::fails(ResourceProblem::EndsDuringReview { expires_on, review_ends })
        }
        _ => Verdict::Fits,
    }
}

/// Whether a serverless service has a resource package that was bought.
pub fn has_package(purchased: Option<bool>) -> Verdict<ResourceProblem<'static>> {
    match purchased {
        Some(true) => Verdict::Fits,
        Some(false) => Verdict::fails(ResourceProblem::PackageMissing),
        None => Verdict::Undetermined(Needed::Input(Key::PackagePurchased)),
    }
}

/// Whether a load balancer is bound to a cloud server.
pub fn is_bound(balancer: &LoadBalancer) -> Verdict<ResourceProblem<'static>> {
    match balancer.bound_server {
        Some(_) => Verdict::Fits,
        None => Verdict::fails(ResourceProblem::Unbound),
    }
}

/// Whether a filing authorisation code is given.
pub fn is_code_given(code: &LicenseCode) -> Verdict<ResourceProblem<'static>> {
    match filled(code.code.as_ref()) {
        Some(_) => Verdict::Fits,
        None => Verdict::fails(ResourceProblem::CodeMissing),
    }
}

/// Whether a filing authorisation code is neither used up nor void. One in use may be in use by this order.
pub fn is_unused(state: Option<LicenseCodeState>) -> Verdict<ResourceProblem<'static>> {
    match state {
        Some(state @ LicenseCodeState::Used) => Verdict::fails(ResourceProblem::CodeUsed { state }),
        Some(state @ LicenseCodeState::Void) => Verdict::fails(ResourceProblem::CodeVoid { state }),
        Some(_) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Input(Key::State)),
    }
}

/// Whether a filing authorisation code was issued to the account that hands in the order.
pub fn is_issued_to<'a>(
    for_account: Option<&'a str>,
    account: Option<&'a str>,
) -> Verdict<ResourceProblem<'a>> {
    if for_account.is_none() {
        return Verdict::Undetermined(Needed::Input(Key::ForAccount));
    }
    is_same_account(for_account, account, |account, order_account| ResourceProblem::CodeForOtherAccount {
        account,
        order_account,
    })
}

/// Whether the account that issued a filing authorisation code is associated with the one that hands in the order, where
/// it is known which accounts are.
pub fn is_issuer_associated<'a>(
    issuer: Option<&'a str>,
    account: Option<&str>,
    associated: &'a [String],
) -> Verdict<ResourceProblem<'a>> {
    match issuer {
        Some(issuer)
            if !associated.is_empty()
                && account != Some(issuer)
                && associated.iter().all(|id| id.trim() != issuer) =>
        {
            Verdict::fails(ResourceProblem::IssuerNotAssociated { issuer, associated })
        }
        None if !associated.is_empty() => Verdict::Undetermined(Needed::Input(Key::IssuedBy)),
        _ => Verdict::Fits,
    }
}

/// Whether it is known which server stands behind a filing authorisation code: the applicant types the code alone.
pub fn has_server(code: &LicenseCode) -> Verdict<ResourceProblem<'static>> {
    match code.server {
        Some(_) => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Input(Key::Server)),
    }
}

/// Whether a cloud server has bandwidth to the internet, where that is told. Tencent Cloud says so beside the guide.
pub fn has_bandwidth(bandwidth: Option<u32>) -> Verdict<ResourceProblem<'static>> {
    match bandwidth {
        Some(0) => Verdict::fails(ResourceProblem::NoBandwidth),
        _ => Verdict::Fits,
    }
}

/// Whether what was sold as a server is more than a public address 弹性公网 IP. Huawei Cloud says so.
pub fn is_more_than_address(product: Option<ServerProduct>) -> Verdict<ResourceProblem<'static>> {
    match product {
        Some(product @ ServerProduct::ElasticIp) => Verdict::fails(ResourceProblem::LoneAddress { product }),
        _ => Verdict::Fits,
    }
}
