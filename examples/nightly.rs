//! A nightly job: what is filed is checked again on today's date, with another provider's rulebook, a province that changed
//! its practice this week, and a rule of the service's own.
//!
//! ```sh
//! cargo run --example nightly
//! ```

use std::error::Error;

use beian::order::ChangeFiling;
use beian::provinces::{Dimension, PatchCell, Standing};
use beian::value::Province;
use beian::{
    validate, Asked, Certificate, CertificateKind, Context, Found, Key, Language, Limit, Limits, NamePattern,
    Order, OwnRule, Principal, PrincipalKind, Profile, ResponsiblePerson, Rulebook, RulebookPatch, Severity,
    Source,
};
use chrono::NaiveDate;

/// Certificates are to be renewed so many days before they end.
const NOTICE_DAYS: u64 = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let rulebook = rulebook()?;
    let version = rulebook.version();
    println!("{} of {}, patched by:", version.provider, version.as_of);
    for (place, by) in rulebook.patched_places() {
        println!("  {place}: {}", by.name.as_deref().unwrap_or("?"));
    }

    // A job takes the day from its clock, and the filings from its store.
    let today = day(2026, 11, 23)?;
    for filed in filed()? {
        let number = filed.filing_number.clone().unwrap_or_default();
        let report = validate(&Order::ChangeFiling(filed), &Context::new(today), &rulebook);
        println!("\n{number}:");
        // A record has no uploads: what a new order would be asked for is no news of the night.
        for finding in report.findings.iter().filter(|finding| !finding.rule().ends_with("missing")) {
            println!("  {} {} {}", finding.severity, finding.rule(), finding.path);
            println!("    {}", finding.message(Language::Zh));
            println!("    {}", finding.source().show(Language::Zh));
        }
    }
    Ok(())
}

/// The provider's limits, what a clerk of the province said on the telephone, and the service's own rules.
fn rulebook() -> Result<Rulebook, Box<dyn Error>> {
    let guide = |section: &'static str| {
        Source::new("Acme Cloud 备案指南", section, NaiveDate::from_ymd_opt(2026, 10, 1))
    };
    let limits = Limits::default().with_limit(Limit::CertificateMonths, 1, guide("证件有效期"));
    let provider = Profile::new("acme", "Acme 云", "Acme Cloud", day(2026, 10, 1)?)?.with_limits(limits);

    let call = Source::new("江西管局来电", "", NaiveDate::from_ymd_opt(2026, 11, 20));
    let age = PatchCell::new(18_u32, &call)
        .of_principals([PrincipalKind::Individual])
        .with_standing(Standing::Reported);
    let patch = RulebookPatch::new()
        .with_name("Acme 2026-11", day(2026, 11, 20)?)
        .with_cells(Province::Jiangxi, Dimension::IndividualAge, [age])
        .with_name_pattern(NamePattern::refused("acme.old-name", "(?i)acme网络"))
        .with_severity("acme.renew-certificate", Severity::Advice);

    let renewal = OwnRule::new(
        "acme.renew-certificate",
        Severity::Warning,
        "证件将于 {end} 到期，请提前 {days} 天换领",
        "the certificate ends on {end}: renew it {days:day} before",
        Source::new("Acme 客户须知", "证件", NaiveDate::from_ymd_opt(2026, 9, 1)),
    )?
    .asked_of(|principal: &Principal, asked: &mut Asked<'_>| {
        let Some(certificate) = &principal.certificate else { return };
        let Some(beian::ValidUntil::Day(end)) = certificate.valid_until else { return };
        let notice = end.checked_sub_days(chrono::Days::new(NOTICE_DAYS));
        if notice.is_some_and(|notice| notice <= asked.context().today) {
            let found =
                Found::at([Key::Certificate, Key::ValidUntil]).with("end", end).with("days", NOTICE_DAYS);
            asked.find(found);
        }
    });
    Ok(Rulebook::of(&provider).with_rules([renewal])?.patched(&patch)?)
}

/// What is filed, stated again as a change.
fn filed() -> Result<Vec<ChangeFiling>, Box<dyn Error>> {
    let one = |number: &str, region: &str, id: &str, end: NaiveDate| {
        let card = Certificate::of(CertificateKind::ResidentIdCard, id).with_valid_until(end);
        let mut change = ChangeFiling::new();
        change.filing_number = Some(number.to_owned());
        change.principal = Some(
            Principal::new()
                .with_kind(PrincipalKind::Individual)
                .with_name("沈若谷")
                .with_region(region)
                .with_certificate(card)
                .with_responsible_person(ResponsiblePerson::new()),
        );
        change
    };
    Ok(vec![
        // Renewed in good time.
        one("浙ICP备2023000001号", "330106", "330106199003071236", day(2036, 5, 1)?),
        // Ends in January: the service's own rule says so. The first of November has passed: the crate's rule does.
        one("浙ICP备2023000002号", "330106", "330106199003071236", day(2027, 1, 10)?),
        one("浙ICP备2023000003号", "330106", "330106199003071236", day(2026, 11, 1)?),
        // Seventeen years old, in the province that now asks for eighteen.
        one("赣ICP备2025000004号", "360102", "360102200903071237", day(2036, 5, 1)?),
    ])
}

fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, String> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| "no such day".to_owned())
}
