//! A yes of `check` costs nothing of the allocator.

use beian::check::province::{individual_age, Who};
use beian::check::resources::{resource, Submission};
use beian::check::{certificate, domain_level, material, package_names, service_limits};
use beian::resource::{Billing, LicenseCode, LicenseCodeState, LoadBalancer, Server, Serverless};
use beian::service::{App, Package, Platform, PlatformKind};
use beian::value::{DomainName, PackageName, Province};
use beian::{
    CertificateKind, Filer, Limits, MaterialFormat, OrderKind, PrincipalKind, Resource, Rulebook, ValidUntil,
};
use beian_growth_tests::counted;
use chrono::NaiveDate;

/// Asks, sees that the answer is yes, and that nothing was allocated for it.
fn costs_nothing(what: &str, ask: impl Fn() -> bool) {
    // What is made once, at the first use, is made.
    assert!(ask(), "{what}");
    assert_eq!(counted(&ask).allocations, 0, "{what}");
}

#[test]
fn nothing_is_allocated_for_a_yes() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let today = day(2026, 11, 23);
    let (guide, rulebook) = (Limits::guide(), Rulebook::default());

    costs_nothing("services", || service_limits::new_services(10, Filer::Organization, guide).fits());
    let guangdong = rulebook.province(Province::Guangdong);
    costs_nothing("services in a province", || {
        let (order, kind) = (OrderKind::FirstFiling, PrincipalKind::Enterprise);
        service_limits::services(3, order, kind, Some(0), Some(&guangdong), guide).fits()
    });

    let names: Vec<String> = (0..16).map(|n| format!("com.example.app{n}")).collect();
    let packages = || names.iter().map(|name| Package::new().with_name(name.as_str()));
    let platform = |kind| Platform::new(kind).with_packages(packages());
    let apps = [App::new().with_platforms([platform(PlatformKind::Android)])];
    costs_nothing("packages", || package_names::collisions(&apps).is_empty());
    let name = PackageName::parse(PlatformKind::Ios, "com.Example.Notes").expect("a name");
    costs_nothing("a filed package", || {
        package_names::taken(name, [("云商城", "com.example.shop")], true).fits()
    });

    let domain = DomainName::parse("shenzhen.beian.qcloud.com").expect("a domain");
    costs_nothing("a level", || domain_level::app_domain(&domain, guide).fits());
    costs_nothing("a suffix", || domain_level::suffix(&domain).fits());

    let server = Server::new()
        .with_account("1000")
        .with_mainland(true)
        .with_public_ip("81.70.0.1")
        .with_billing(Billing::Prepaid)
        .with_purchased_months(12_u32)
        .with_expires_on(day(2027, 11, 23));
    let code = LicenseCode::new()
        .with_code("A1")
        .with_for_account("1000")
        .with_state(LicenseCodeState::Unused)
        .with_server(server.clone());
    for eligible in [
        Resource::CloudServer(server.clone()),
        Resource::LightweightServer(server.clone()),
        Resource::Serverless(
            Serverless::new()
                .with_mainland(true)
                .with_package_purchased(true)
                .with_expires_on(day(2027, 11, 23)),
        ),
        Resource::LoadBalancer(LoadBalancer::new().with_bound_server(server)),
        Resource::LicenseCode(code),
    ] {
        let submission = Submission::on(today).with_account("1000");
        costs_nothing(eligible.kind().as_str(), || resource(&eligible, &submission).is_eligible());
    }

    let who = Who::new(PrincipalKind::Individual, OrderKind::FirstFiling);
    costs_nothing("an age", || individual_age(&guangdong, who, 30).fits());
    let until = Some(ValidUntil::Day(day(2030, 1, 1)));
    costs_nothing("a validity", || certificate::is_valid_long_enough(until, today, guide).fits());
    costs_nothing("a number", || {
        certificate::number(CertificateKind::ResidentIdCard, "330106199003071236", today).fits()
    });
    costs_nothing("a format", || material::format(Some(MaterialFormat::Png), guide).fits());
    costs_nothing("a size", || material::size(Some(300 * 1024), guide).fits());
}
