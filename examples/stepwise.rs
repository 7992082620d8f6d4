//! A form that is judged step by step, with a rule of the service's own: after each step the draft is validated as it
//! stands, and what belongs to a later step is not shown yet.
//!
//! ```text
//! cargo run --example stepwise
//! ```

use std::error::Error;
use std::io::{self, Write};

use beian::chrono::NaiveDate;
use beian::form::FormRequest;
use beian::order::Filing;
use beian::service::{ServiceKind, Website};
use beian::value::Province;
use beian::{
    validate, Asked, Certificate, CertificateKind, Context, Domain, Form, Found, Key, Language, Order,
    OrderKind, OwnRule, Param, Principal, PrincipalKind, ResponsiblePerson, Rulebook, Severity, Source, Step,
};

/// Names that other customers have bound to their sites, as the service's database has them.
const BOUND: &[&str] = &["beian-demo.com", "qinghe-demo.cn"];

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}

/// # Errors
/// Where the service's rule cannot be made, and where nothing can be written.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let rulebook = Rulebook::default().with_rules([bound_elsewhere()?])?;
    let context = Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).ok_or("no such day")?);
    let request = FormRequest::new(OrderKind::FirstFiling, PrincipalKind::Enterprise)
        .with_service(ServiceKind::Website)
        .with_province(Province::Zhejiang);
    let form = Form::of(&request, &rulebook);

    // What the customer types in each step. A draft lacks a lot, and that is no mistake before its step.
    let company = Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_name("杭州云澜测试科技有限公司")
        .with_region("330106")
        // The last character is a check character, and another one.
        .with_certificate(Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7112"));
    let with_person =
        company.clone().with_responsible_person(ResponsiblePerson::new().with_mobile("1380013800"));
    let site = Website::new().with_name("云澜测试产品展示").with_domains([Domain::named("beian-demo.com")]);
    let drafts = [
        (Step::Principal, Filing::new().with_principal(company)),
        (Step::PrincipalResponsiblePerson, Filing::new().with_principal(with_person.clone())),
        (Step::Service, Filing::new().with_principal(with_person).with_services([site])),
    ];
    for (current, filing) in drafts {
        let step =
            form.steps().iter().find(|step| step.step == current).ok_or("the form has no such step")?;
        writeln!(out, "{}: {} fields", current.text().zh, step.asked().count())?;
        let order = Order::FirstFiling(filing);
        let report = validate(&order, &context, &rulebook);
        for (step, findings) in report.by_step(&order) {
            // An empty field is told where the customer goes on, a wrong one at once.
            let shown = findings.iter().filter(|(_, finding)| !finding.rule().ends_with("-missing"));
            for (place, finding) in shown.take_while(|_| step <= current) {
                writeln!(out, "  {}: {}", place.show(Language::Zh), finding.message(Language::Zh))?;
            }
        }
    }
    Ok(())
}

/// The rule: a domain that another customer has bound is released there first.
fn bound_elsewhere() -> Result<OwnRule, Box<dyn Error>> {
    let help = Source::new("Acme 帮助中心", "绑定域名", NaiveDate::from_ymd_opt(2026, 9, 1));
    let rule = OwnRule::new(
        "acme.domain-bound",
        Severity::Blocker,
        "域名 {domain} 已由其他客户绑定，请先在原账号解绑，再提交备案",
        "another customer has bound {domain}; release it in that account before you submit",
        help,
    )?;
    Ok(rule.asked_of(|domain: &Domain, asked: &mut Asked<'_>| {
        let Some(name) = domain.name.as_deref().filter(|name| BOUND.contains(name)) else { return };
        asked.find(Found::at([Key::Name]).with("domain", Param::name(name)));
    }))
}
