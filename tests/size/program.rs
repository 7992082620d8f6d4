use beian::order::Filing;
use beian::resource::{Billing, Resource, Server};
use beian::service::Website;
use beian::{validate, Certificate, CertificateKind, Context, Domain, Language, Order, Principal, PrincipalKind, Rulebook};
use chrono::NaiveDate;

fn main() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let principal = Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_name("杭州云澜测试科技有限公司")
        .with_certificate(Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7112"));
    let server = Server::new()
        .with_mainland(true)
        .with_public_ip("203.0.113.10")
        .with_billing(Billing::Prepaid)
        .with_purchased_months(3)
        .with_expires_on(day(2026, 12, 10));
    let site = Website::new()
        .with_name("云澜测试产品展示")
        .with_domains([Domain::named("https://example.com/")])
        .with_resources([Resource::CloudServer(server)]);
    let order = Order::FirstFiling(Filing::new().with_principal(principal).with_services([site]));

    let report = validate(&order, &Context::new(day(2026, 11, 23)), &Rulebook::default());
    assert!(!report.is_submittable());
    for finding in report.blockers() {
        println!("{} {}: {}", finding.path, finding.rule(), finding.message(Language::En));
        println!("    {}", finding.source().show(Language::En));
    }
    assert!(report.findings.iter().any(|f| f.rule() == "principal.certificate-number-invalid"));
    assert!(report.findings.iter().any(|f| f.rule() == "resource.remaining-too-short"));
}
