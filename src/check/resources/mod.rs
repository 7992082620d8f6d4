//! Whether a cloud resource can carry a filing.
//!
//! The guide: every service has a cloud server, a lightweight server, a serverless package, a load balancer or a filing
//! authorisation code of an associated account. A server stands in a mainland region, is billed by the month or year,
//! was bought for three months or more, renewals counted, and has one month or more left; a cloud server has a public
//! address. A serverless service has a package that was bought; a load balancer is bound to a cloud server that is
//! eligible itself; a code is unused, issued to this account, and stands for a server (chapters 1 to 6, 备案准备 ·
//! 云服务资源).
//!
//! [`resource`] asks everything at once and returns every condition that fails, without those that another one settles: of
//! a server abroad it says nothing else. Each condition is a function of its own as well.
//!
//! ```
//! use beian::check::resources::{self, Submission};
//! use beian::resource::{Billing, Server};
//! use beian::{Language, Resource};
//! use chrono::NaiveDate;
//!
//! let day = |text: &str| text.parse::<NaiveDate>().unwrap();
//! let server = Server::new()
//!     .with_mainland(true)
//!     .with_billing(Billing::Postpaid)
//!     .with_expires_on(day("2026-12-01"));
//! let resource = Resource::CloudServer(server);
//! let heard = resources::resource(&resource, &Submission::on(day("2026-11-23")));
//!
//! let codes: Vec<&str> = heard.failures().map(|(_, problem)| problem.code()).collect();
//! assert_eq!(codes, ["no_public_ip", "not_prepaid"]);
//! for (field, problem) in heard.failures() {
//!     println!("{field:?}: {}", problem.message(Language::Zh));
//! }
//! ```

use chrono::NaiveDate;

use crate::check::{Needed, Problem, Verdict};
use crate::model::resource::{LicenseCode, LoadBalancer, Resource, Server, Serverless};
use crate::path::Key;
use crate::rulebook::Limits;
use crate::text::filled;

mod condition;
mod problem;
mod room;

pub use condition::*;
pub use problem::ResourceProblem;
pub use room::{has_room, has_slots};

/// Who hands in an order, when, and with which provider: what a resource is held against.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Submission<'a> {
    /// The day, in China.
    pub today: NaiveDate,
    /// The provider's limits.
    pub limits: &'a Limits,
    /// The account; `None` where it is not known.
    pub account: Option<&'a str>,
    /// The accounts that are associated with it; empty where these are not known.
    pub associated: &'a [String],
}

impl<'a> Submission<'a> {
    /// On this day, by the guide's limits, by an account that is not known.
    pub fn on(today: NaiveDate) -> Self {
        Self { today, limits: Limits::guide(), account: None, associated: &[] }
    }

    /// The same by other limits.
    #[must_use]
    pub fn with_limits(self, limits: &'a Limits) -> Self {
        Self { limits, ..self }
    }

    /// The same by this account.
    #[must_use]
    pub fn with_account(self, account: &'a str) -> Self {
        Self { account: Some(account), ..self }
    }

    /// The same with the accounts that are associated with it.
    #[must_use]
    pub fn with_associated(self, associated: &'a [String]) -> Self {
        Self { associated, ..self }
    }
}

/// What a field is below the resource: `[Key::Billing]`, behind a load balancer `[Key::BoundServer, Key::Billing]`.
pub type Field = &'static [Key];

/// All that was found out about a resource.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Eligibility<'a>(Vec<(Field, Verdict<ResourceProblem<'a>>)>);

impl<'a> Eligibility<'a> {
    const fn new() -> Self {
        Self(Vec::new())
    }

    fn hear(&mut self, field: Field, verdict: Verdict<ResourceProblem<'a>>) {
        if !verdict.fits() {
            self.0.push((field, verdict));
        }
    }

    /// Whether it can carry a filing: nothing fails, and nothing is undetermined.
    pub fn is_eligible(&self) -> bool {
        self.0.is_empty()
    }

    /// Every condition that fails, with the field that it looks at.
    pub fn failures(&self) -> impl Iterator<Item = (Field, &Problem<ResourceProblem<'a>>)> {
        self.0.iter().filter_map(|(field, verdict)| Some((*field, verdict.problem()?)))
    }

    /// Every fact that is not there, with the field that it would be told at.
    pub fn needs(&self) -> impl Iterator<Item = (Field, Needed)> + '_ {
        self.0.iter().filter_map(|(field, verdict)| Some((*field, verdict.needed()?)))
    }
}

/// Whether a resource of whichever kind can carry a filing, with every condition that fails.
///
/// How many services it carries is asked with [`has_room`]; what one provider alone asks with [`has_bandwidth`] and
/// [`is_more_than_address`].
pub fn resource<'a>(resource: &'a Resource, submission: &Submission<'a>) -> Eligibility<'a> {
    match resource {
        Resource::CloudServer(server) => cloud_server(server, submission),
        Resource::LightweightServer(server) => lightweight_server(server, submission),
        Resource::Serverless(package) => serverless(package, submission),
        Resource::LoadBalancer(balancer) => load_balancer(balancer, submission),
        Resource::LicenseCode(code) => license_code(code, submission),
    }
}

/// Whether a cloud server 云服务器 can carry a filing: account, region, public address, billing, months bought, time
/// left.
pub fn cloud_server<'a>(server: &'a Server, submission: &Submission<'a>) -> Eligibility<'a> {
    let mut heard = Eligibility::new();
    server_conditions(server, submission, OWN, true, &mut heard);
    heard
}

/// Whether a lightweight server 轻量应用服务器 can carry a filing: the same without a public address, which each has.
pub fn lightweight_server<'a>(server: &'a Server, submission: &Submission<'a>) -> Eligibility<'a> {
    let mut heard = Eligibility::new();
    server_conditions(server, submission, OWN, false, &mut heard);
    heard
}

/// Whether a serverless service can carry a filing: account, region, a package that was bought and has not ended.
///
/// ```
/// use beian::check::resources::{serverless, Submission};
/// use beian::resource::Serverless;
///
/// let today = "2026-11-23".parse().unwrap();
/// let without = Serverless::new().with_mainland(true).with_package_purchased(false);
/// let heard = serverless(&without, &Submission::on(today));
/// assert_eq!(heard.failures().next().unwrap().1.rule(), "resource.serverless-package-missing");
/// ```
pub fn serverless<'a>(package: &'a Serverless, submission: &Submission<'a>) -> Eligibility<'a> {
    let mut heard = Eligibility::new();
    heard.hear(&[Key::Account], in_account(filled(package.account.as_ref()), submission.account));
    heard.hear(&[Key::Mainland], in_mainland(package.mainland));
    heard.hear(&[Key::PackagePurchased], has_package(package.package_purchased));
    heard.hear(&[Key::ExpiresOn], not_expired(package.expires_on, submission.today));
    heard
}

/// Whether a load balancer 负载均衡 can carry a filing: account, and a cloud server that it is bound to and that is
/// eligible itself. What the server lacks stands at its fields and is the balancer's matter.
pub fn load_balancer<'a>(balancer: &'a LoadBalancer, submission: &Submission<'a>) -> Eligibility<'a> {
    let mut heard = Eligibility::new();
    heard.hear(&[Key::Account], in_account(filled(balancer.account.as_ref()), submission.account));
    heard.hear(&[Key::BoundServer], is_bound(balancer));
    if let Some(bound) = &balancer.bound_server {
        server_conditions(bound.server(), submission, BOUND, true, &mut heard);
    }
    heard
}

/// Whether a filing authorisation code 备案授权码 can be used: given, unused, issued to this account by an associated
/// one, with a server behind it that is eligible itself.
pub fn license_code<'a>(code: &'a LicenseCode, submission: &Submission<'a>) -> Eligibility<'a> {
    let mut heard = Eligibility::new();
    heard.hear(&[Key::Code], is_code_given(code));
    heard.hear(&[Key::State], is_unused(code.state));
    heard.hear(&[Key::ForAccount], is_issued_to(filled(code.for_account.as_ref()), submission.account));
    let issuer = filled(code.issued_by.as_ref());
    heard.hear(&[Key::IssuedBy], is_issuer_associated(issuer, submission.account, submission.associated));
    heard.hear(&[Key::Server], has_server(code));
    if let Some(server) = &code.server {
        server_conditions(server.server(), submission, BEHIND_CODE, true, &mut heard);
    }
    heard
}

/// Where the conditions of a server stand, and whose rule they break where it is not the server's own.
struct ServerFields {
    account: Option<Field>,
    mainland: Field,
    public_ip: Field,
    billing: Field,
    purchased_months: Field,
    expires_on: Field,
    rule: Option<&'static str>,
}

/// The fields of a server, below a key or below none.
macro_rules! server_fields {
    ($account:expr, $rule:expr $(, $below:expr)?) => {
        ServerFields {
            account: $account,
            mainland: &[$($below,)? Key::Mainland],
            public_ip: &[$($below,)? Key::PublicIp],
            billing: &[$($below,)? Key::Billing],
            purchased_months: &[$($below,)? Key::PurchasedMonths],
            expires_on: &[$($below,)? Key::ExpiresOn],
            rule: $rule,
        }
    };
}

const OWN: &ServerFields = &server_fields!(Some(&[Key::Account]), None);
const BOUND: &ServerFields = &server_fields!(
    Some(&[Key::BoundServer, Key::Account]),
    Some("resource.load-balancer-unbound"),
    Key::BoundServer
);
/// Whose the server behind a code is does not matter: the code is what lends it.
const BEHIND_CODE: &ServerFields = &server_fields!(None, None, Key::Server);

fn server_conditions<'a>(
    server: &'a Server,
    submission: &Submission<'a>,
    fields: &ServerFields,
    needs_address: bool,
    heard: &mut Eligibility<'a>,
) {
    let mut hear = |field: Field, verdict: Verdict<ResourceProblem<'a>>| {
        heard.hear(
            field,
            match fields.rule {
                Some(rule) => verdict.under(rule),
                None => verdict,
            },
        );
    };
    if let Some(field) = fields.account {
        hear(field, in_account(filled(server.account.as_ref()), submission.account));
    }
    let address = filled(server.public_ip.as_ref());
    hear(fields.mainland, in_mainland(server.mainland));
    if is_moot(server, Key::PublicIp) {
        return;
    }
    if needs_address {
        hear(fields.public_ip, has_public_ip(address));
    }
    hear(fields.billing, is_prepaid(server.billing));
    if !is_moot(server, Key::ExpiresOn) {
        let bought = is_bought_long_enough(server, submission.limits);
        // What is renewed for the months that it lacks lasts longer too.
        let is_short = bought.problem().is_some();
        hear(fields.purchased_months, bought);
        if !is_short {
            let runs = runs_long_enough(server, submission.today, submission.limits);
            // What ends too soon may have ended: that is the same mistake.
            let has_ended = match runs {
                Verdict::Fails(_) | Verdict::Undetermined(Needed::Input(_)) => Verdict::Fits,
                _ => server_not_expired(server, submission.today),
            };
            hear(fields.expires_on, runs);
            heard.hear(fields.expires_on, has_ended);
        }
    }
    heard.hear(fields.public_ip, address.map_or(Verdict::Fits, is_public));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::{Billing, LicenseCodeState};
    use crate::rule::Provider;
    use crate::rulebook::Rulebook;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn eligible() -> Server {
        Server::new()
            .with_mainland(true)
            .with_public_ip("81.70.0.1")
            .with_billing(Billing::Prepaid)
            .with_purchased_months(3_u32)
            .with_expires_on(day("2026-12-23"))
    }

    fn heard(eligibility: &Eligibility<'_>) -> String {
        let place = |field: Field| field.iter().map(|key| key.as_str()).collect::<Vec<_>>().join(".");
        let failures =
            eligibility.failures().map(|(field, problem)| format!("{} {}", place(field), problem.code()));
        let needs = eligibility.needs().map(|(field, _)| format!("{}?", place(field)));
        failures.chain(needs).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn every_condition_of_a_server_that_fails_is_said() {
        let today = day("2026-11-23");
        for (server, said) in [
            (eligible(), ""),
            (eligible().with_mainland(false), "mainland outside_mainland"),
            (Server { public_ip: None, ..eligible() }, "public_ip no_public_ip"),
            (eligible().with_public_ip("10.0.0.5"), "public_ip not_public"),
            (eligible().with_billing(Billing::Postpaid), "billing not_prepaid"),
            (eligible().with_purchased_months(2_u32), "purchased_months purchase_too_short"),
            (eligible().with_expires_on(day("2026-12-22")), "expires_on remaining_too_short"),
            // What has ended ends too soon: one mistake.
            (eligible().with_expires_on(day("2026-11-01")), "expires_on remaining_too_short"),
            (eligible().with_account("2000"), "account not_in_account"),
            (
                Server { public_ip: None, ..eligible() }.with_mainland(false).with_purchased_months(1_u32),
                "mainland outside_mainland",
            ),
            (
                eligible().with_purchased_months(1_u32).with_expires_on(day("2026-12-01")),
                "purchased_months purchase_too_short",
            ),
            (eligible().with_billing(Billing::Postpaid).with_purchased_months(1_u32), "billing not_prepaid"),
            (Server::new(), "public_ip no_public_ip, mainland?, billing?, purchased_months?, expires_on?"),
            // Billed by use there is no term.
            (
                Server::new().with_mainland(true).with_public_ip("81.70.0.1").with_billing(Billing::Postpaid),
                "billing not_prepaid",
            ),
        ] {
            let submission = Submission::on(today).with_account("1000");
            assert_eq!(heard(&cloud_server(&server, &submission)), said);
        }
    }

    #[test]
    fn what_is_behind_a_balancer_or_a_code_stands_at_its_fields() {
        let today = day("2026-11-23");
        let abroad = || eligible().with_mainland(false).with_account("2000");
        for (resource, said, rule) in [
            (
                Resource::LoadBalancer(LoadBalancer::new().with_bound_server(abroad())),
                "bound_server.account not_in_account, bound_server.mainland outside_mainland",
                "resource.load-balancer-unbound",
            ),
            (
                Resource::LoadBalancer(LoadBalancer::new()),
                "bound_server unbound",
                "resource.load-balancer-unbound",
            ),
            (
                Resource::LicenseCode(
                    LicenseCode::new()
                        .with_code("A1")
                        .with_state(LicenseCodeState::Unused)
                        .with_for_account("1000")
                        .with_server(abroad()),
                ),
                "server.mainland outside_mainland",
                "resource.outside-mainland",
            ),
            (
                Resource::LicenseCode(
                    LicenseCode::new().with_state(LicenseCodeState::Void).with_for_account("3000"),
                ),
                "code code_missing, state void, for_account other_account, server?",
                "resource.license-code-unresolved",
            ),
            (Resource::LightweightServer(Server { public_ip: None, ..eligible() }), "", ""),
        ] {
            let submission = Submission::on(today).with_account("1000");
            let eligibility = super::resource(&resource, &submission);
            assert_eq!(heard(&eligibility), said);
            let rules: Vec<&str> = eligibility.failures().map(|(_, problem)| problem.rule()).collect();
            assert!(rules.iter().all(|broken| *broken == rule), "{rules:?}");
        }
    }

    #[test]
    fn a_month_ends_on_the_same_day_of_the_next_or_with_it() {
        for (today, expires_on, fits) in [
            ("2026-11-23", "2026-12-22", false),
            ("2026-11-23", "2026-12-23", true),
            ("2027-01-31", "2027-02-27", false),
            ("2027-01-31", "2027-02-28", true),
        ] {
            let server = eligible().with_expires_on(day(expires_on));
            assert_eq!(
                runs_long_enough(&server, day(today), Limits::guide()).fits(),
                fits,
                "{today} {expires_on}"
            );
        }
    }

    #[test]
    fn a_provider_that_states_no_limit_leaves_it_undetermined() {
        let aliyun = Rulebook::builtin(Provider::Aliyun);
        let server = eligible();
        let submission = Submission::on(day("2026-11-23")).with_limits(aliyun.limits());
        let needs: Vec<Needed> =
            cloud_server(&server, &submission).needs().map(|(_, needed)| needed).collect();
        assert_eq!(needs, [Needed::ProviderRules, Needed::ProviderRules]);
        let server = Resource::CloudServer(server);
        assert_eq!(has_room(&server, 1, aliyun.limits()).needed(), Some(Needed::ProviderRules));
    }

    #[test]
    fn a_resource_carries_so_many_services() {
        let filed = |count: u32, deregistered: u32| {
            Server::new().with_services_filed(count).with_services_deregistered(deregistered)
        };
        for (resource, new, room, slots) in [
            (Resource::CloudServer(filed(4, 0)), 1, true, true),
            (Resource::CloudServer(filed(4, 1)), 1, true, false),
            (Resource::CloudServer(filed(5, 0)), 1, false, true),
            (Resource::LightweightServer(filed(0, 0)), 6, false, true),
            (Resource::Serverless(Serverless::new().with_services_filed(1_u32)), 1, true, true),
            (Resource::Serverless(Serverless::new().with_services_filed(2_u32)), 1, false, true),
            (Resource::LoadBalancer(LoadBalancer::new()), 9, true, true),
        ] {
            assert_eq!(has_room(&resource, new, Limits::guide()).fits(), room, "{resource:?}");
            assert_eq!(has_slots(&resource, new, Limits::guide()).fits(), slots, "{resource:?}");
        }
    }
}
