//! A service's own structs, mapped to an order, and the findings mapped back to the service's own fields.
//!
//! ```text
//! cargo run --example own_types
//! ```
#![allow(missing_docs)]

use std::error::Error;
use std::io::{self, Write};

use beian::chrono::NaiveDate;
use beian::order::Filing;
use beian::service::Website;
use beian::{
    validate, Certificate, CertificateKind, Context, Domain, FieldPath, Finding, Key, Language, Order,
    Principal, PrincipalKind, Rulebook, Segment,
};

/// A customer, as the service's database has it.
struct Customer {
    name: String,
    credit_code: String,
    county: String,
}

/// A site that the customer wants to file.
struct Site {
    id: u64,
    title: String,
    hosts: Vec<String>,
}

/// A field of the service's own form.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Field {
    CustomerName,
    CreditCode,
    County,
    SiteTitle(u64),
    Host(u64, usize),
    /// What the form does not ask: it stands above the fields.
    Elsewhere(FieldPath),
}

fn order(customer: &Customer, sites: &[Site]) -> Order {
    let licence = Certificate::of(CertificateKind::BusinessLicense, customer.credit_code.as_str());
    let principal = Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_name(customer.name.as_str())
        .with_certificate(licence)
        .with_region(customer.county.as_str());
    let services = sites.iter().map(|site| {
        Website::new()
            .with_name(site.title.as_str())
            .with_domains(site.hosts.iter().map(|host| Domain::named(host.as_str())))
    });
    Order::FirstFiling(Filing::new().with_principal(principal).with_services(services))
}

/// The field that a place of the order was made from: services and domains stand in the order of the sites and hosts.
fn field(path: &FieldPath, sites: &[Site]) -> Field {
    use Segment::{Index, Key as At};
    let found = match path.segments() {
        [At(Key::Principal), At(Key::Name)] => Some(Field::CustomerName),
        [At(Key::Principal), At(Key::Certificate), At(Key::Number)] => Some(Field::CreditCode),
        [At(Key::Principal), At(Key::Region)] => Some(Field::County),
        [At(Key::Services), Index(site), At(Key::Name)] => {
            sites.get(*site).map(|site| Field::SiteTitle(site.id))
        }
        [At(Key::Services), Index(site), At(Key::Domains), Index(host), ..] => {
            sites.get(*site).map(|site| Field::Host(site.id, *host))
        }
        _ => None,
    };
    found.unwrap_or_else(|| Field::Elsewhere(path.clone()))
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}

/// # Errors
/// Where nothing can be written.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let customer = Customer {
        name: "杭州云澜测试科技有限公司".into(),
        credit_code: "91330106MA2DEM7112".into(),
        county: "330106".into(),
    };
    let sites =
        [Site { id: 7, title: "云澜测试产品展示".into(), hosts: vec!["http://example.com/".into()] }];
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).ok_or("no such day")?;
    let report = validate(&order(&customer, &sites), &Context::new(today), &Rulebook::default());

    let fields = report.findings.iter().map(|finding| (field(&finding.path, &sites), finding));
    let (elsewhere, beside): (Vec<_>, Vec<(Field, &Finding)>) =
        fields.partition(|(field, _)| matches!(field, Field::Elsewhere(_)));
    for (field, finding) in &beside {
        writeln!(out, "{field:?} · {}: {}", finding.severity, finding.message(Language::En))?;
    }
    // What this form does not ask for is asked on the pages that follow.
    writeln!(out, "{} findings on what is not asked for yet", elsewhere.len())?;
    Ok(())
}
