//! Builds a first filing in code, checks it, fixes what is found, and hands it on.
//!
//! ```text
//! cargo run --example first_filing
//! ```
#![allow(missing_docs)]

use std::error::Error;
use std::io::{self, Write};

use beian::order::{Agreement, Filing};
use beian::resource::{Billing, Resource, Server};
use beian::service::{PreApproval, ServiceLanguage, Website, WebsiteContent};
use beian::value::Province;
use beian::{
    validate, Account, Certificate, CertificateKind, Context, Domain, Language, LegalRepresentative,
    Material, MaterialFormat, MaterialKind, Order, Principal, PrincipalKind, Registrar, Registration,
    Registry, Report, ResponsiblePerson, Rulebook, ValidUntil, VideoVerification,
};
use chrono::NaiveDate;

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}

/// # Errors
/// Where the order would be sent back, and where nothing can be written.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    // Whatever the rules look at besides the order is here: the day in China, the account, what is filed already. What
    // is left out makes the rules that need it undetermined, never wrong.
    let context = Context::new(day(2026, 11, 23)?)
        .with_account(
            Account::new()
                .with_id("100001")
                .with_real_name(COMPANY)
                .with_china_site(true)
                .with_main_account(true),
        )
        // Nothing is filed, and nothing in progress, for what this order touches.
        .with_registry(Registry::new([], []));
    // Cheap to share: made once, used for every order.
    let rulebook = Rulebook::default();

    let order = first_filing(day(2026, 12, 10)?)?;
    let report = validate(&order, &context, &rulebook);
    print(out, &order, &report)?;

    // In a service's own test this line is enough: where the finding is not there, the error lists those that are.
    report.find("resource.remaining-too-short", "/services/0/resources/0/expires_on")?;

    // The server is renewed. `into_result` keeps the report of an order that would be sent back from passing unseen.
    let order = first_filing(day(2028, 12, 10)?)?;
    let report = validate(&order, &context, &rulebook).into_result()?;
    print(out, &order, &report)?;
    Ok(())
}

/// What was found, by the names that the form has for the places.
fn print(out: &mut dyn Write, order: &Order, report: &Report) -> io::Result<()> {
    let verdict = if report.is_submittable() { "can be submitted" } else { "would be sent back" };
    writeln!(out, "{}: {verdict}", order.kind().text().en)?;
    for finding in &report.findings {
        writeln!(out, "  {} · {}", finding.severity.text().en, finding.place(order).show(Language::En))?;
        writeln!(out, "    {}", finding.message(Language::En))?;
        writeln!(out, "    {} at {}", finding.rule(), finding.path)?;
    }
    for undetermined in &report.undetermined {
        writeln!(out, "  undetermined · {} needs {}", undetermined.rule, undetermined.needs)?;
    }
    Ok(())
}

const COMPANY: &str = "杭州云澜测试科技有限公司";
const LICENCE: &str = "91330106MA2DEM7111";
const ADDRESS: &str = "浙江省杭州市西湖区文三路18号3栋1205室";

fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, String> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| format!("{year}-{month}-{day} is no day"))
}

/// A company files its website, which runs on a server that is paid for up to a day.
fn first_filing(paid_until: NaiveDate) -> Result<Order, String> {
    let licence = Certificate::of(CertificateKind::BusinessLicense, LICENCE);
    let identity = Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236");

    let responsible_person = ResponsiblePerson::new()
        .with_name("李思远")
        .with_certificate(
            identity.clone().with_valid_from(day(2016, 5, 1)?).with_valid_until(day(2036, 5, 1)?),
        )
        .with_mobile("13800138001")
        .with_mobile_verified(true)
        .with_emergency_contact("13900138001")
        .with_email("li.siyuan@beian-demo.cn")
        .with_materials([photo(MaterialKind::PortraitSide), photo(MaterialKind::EmblemSide)]);
    let principal = Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_name(COMPANY)
        .with_certificate(licence.clone().with_address(ADDRESS).with_valid_until(ValidUntil::LongTerm))
        .with_legal_representative(LegalRepresentative::new().with_name("李思远").with_certificate(identity))
        .with_region("330106")
        .with_mailing_address(ADDRESS)
        .with_responsible_person(responsible_person.clone())
        .with_materials([photo(MaterialKind::Certificate)]);

    let domain = Domain::named("beian-demo.com").with_resolves(false).with_registration(
        Registration::new()
            .with_registrant(COMPANY)
            .with_certificate(licence)
            .with_expires_on(day(2029, 3, 1)?)
            .with_real_name_verified_on(day(2025, 1, 10)?)
            .with_on_hold(false)
            .with_registrar(Registrar::new().with_approved(true).with_same_provider(false)),
    );
    let server = Server::new()
        .with_id("ins-site")
        .with_mainland(true)
        .with_public_ip("203.0.113.10")
        .with_billing(Billing::Prepaid)
        .with_purchased_months(24)
        .with_expires_on(paid_until)
        .with_services_filed(0);
    let site = Website::new()
        .with_name("云澜测试产品展示")
        .with_contents([WebsiteContent::OrganizationPortal])
        .with_languages([ServiceLanguage::ChineseSimplified])
        .with_domains([domain])
        .with_resources([Resource::CloudServer(server)])
        .with_pre_approval(PreApproval::none())
        .with_remark("展示本公司测试产品的图文介绍，不含交易与交互功能。")
        .with_responsible_person(
            responsible_person.with_video_verification(
                VideoVerification::new()
                    .with_date(day(2026, 11, 20)?)
                    .with_province(Province::Zhejiang)
                    .with_wechat_country_code("86"),
            ),
        )
        .with_materials([photo(MaterialKind::DomainCertificate)]);

    Ok(Order::FirstFiling(
        Filing::new().with_principal(principal).with_services([site]).with_agreements(Agreement::ALL),
    ))
}

/// What the rules look at of an upload; the picture itself stays with the service.
fn photo(kind: MaterialKind) -> Material {
    Material::new(kind).with_format(MaterialFormat::Jpeg).with_bytes(640_000).with_original(true)
}
