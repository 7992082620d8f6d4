//! Every error type of the crate is a Rust error: usable with `?`, in a box, and across threads.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use beian::order::Filing;
use beian::service::Website;
use beian::{validate, Context, Domain, Order, Report, Rulebook, Severity};
use chrono::NaiveDate;

/// Compiles only for errors that can be boxed and sent; gives the name of the type.
fn is_error<T: Error + Send + Sync + 'static>() -> &'static str {
    std::any::type_name::<T>().rsplit("::").next().unwrap_or_default()
}

fn errors() -> BTreeSet<&'static str> {
    use beian::{calendar, progress, value};
    BTreeSet::from([
        is_error::<beian::OwnRuleError>(),
        is_error::<beian::PathPatternError>(),
        is_error::<beian::PatternError>(),
        is_error::<beian::UnknownName>(),
        is_error::<beian::ValidUntilError>(),
        is_error::<beian::FieldPathError>(),
        is_error::<beian::FindingNotFound>(),
        is_error::<beian::JsonError>(),
        is_error::<beian::Refused>(),
        is_error::<beian::RemedyError>(),
        is_error::<beian::RulebookError>(),
        is_error::<beian::RulebookErrorReason>(),
        is_error::<beian::SplitError>(),
        is_error::<beian::UnknownRule>(),
        is_error::<calendar::CalendarError>(),
        is_error::<progress::ProgressError>(),
        is_error::<value::CreditCodeError>(),
        is_error::<value::DomainNameError>(),
        is_error::<value::EmailError>(),
        is_error::<value::FilingNumberError>(),
        is_error::<value::FingerprintError>(),
        is_error::<value::MobileError>(),
        is_error::<value::OrganizationCodeError>(),
        is_error::<value::PackageNameError>(),
        is_error::<value::PhoneError>(),
        is_error::<value::PublicKeyError>(),
        is_error::<value::RegionError>(),
        is_error::<value::RegistrationNumberError>(),
        is_error::<value::ResidentIdError>(),
    ])
}

/// The public types in the sources whose names are those of errors.
fn named_in(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named_in(&path, found);
            continue;
        }
        if path.extension().map_or(true, |extension| extension != "rs") {
            continue;
        }
        // Comments contain examples.
        let source = fs::read_to_string(&path).unwrap();
        for line in source.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            let item = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct "));
            let name = item.and_then(|item| item.split(|c: char| !c.is_alphanumeric()).next());
            found.extend(name.filter(|name| name.contains("Error")).map(str::to_owned));
        }
    }
}

#[test]
fn every_error_type_is_an_error() {
    let mut named = BTreeSet::new();
    named_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    let errors = errors();
    let unlisted: Vec<_> = named.iter().filter(|name| !errors.contains(name.as_str())).collect();
    assert!(named.len() > 20 && unlisted.is_empty(), "not held to be errors: {unlisted:?}");
}

fn report() -> Report {
    let site = Website::new().with_domains([Domain::named("http://example.com/")]);
    let order = Order::FirstFiling(Filing::new().with_services([site]));
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    validate(&order, &Context::new(today), &Rulebook::default())
}

#[test]
fn a_report_goes_on_with_a_question_mark() {
    fn check() -> Result<(), Box<dyn Error + Send + Sync>> {
        let _ = report().into_result()?;
        Ok(())
    }
    let said = check().unwrap_err().to_string();
    assert!(said.starts_with("the order would be sent back: ") && said.contains(" at /"), "{said}");
}

#[test]
fn a_finding_is_expected_in_one_line() {
    let report = report();
    assert!(report.has("domain.malformed", "/services/0/domains/0/name"));
    let finding = report.find("domain.malformed", "/services/0/domains/0/name").unwrap();
    assert_eq!(finding.severity, Severity::Blocker);

    assert!(!report.has("domain.malformed", "/services/0/domains/0"), "exactly there");
    let missing = report.find("domain.malformed", "/services/0").unwrap_err();
    // Unwrapping shows the displayed text.
    assert_eq!(format!("{missing:?}"), missing.to_string());
    let mut lines: Vec<String> = vec!["no finding domain.malformed at /services/0. Found:".to_owned()];
    lines.extend(report.findings.iter().map(|found| format!("  {} at {}", found.rule(), found.path)));
    assert_eq!(missing.to_string().lines().collect::<Vec<_>>(), lines);
}

#[test]
fn a_finding_that_is_missing_says_why_where_that_is_known() {
    let mut report = report();
    let why = |report: &Report, rule: &str, path: &str| {
        let missing = report.find(rule, path).unwrap_err().to_string();
        missing.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        why(&report, "order.account-busy", ""),
        "no finding order.account-busy at the order itself; the rule is undetermined: it needs registry. Found:"
    );
    assert_eq!(
        why(&report, "domain.misspelt", "/services"),
        "no finding domain.misspelt at /services; no rule of this crate has this id. Found:"
    );
    report.findings.clear();
    assert_eq!(
        why(&report, "domain.malformed", "/services"),
        "no finding domain.malformed at /services. Nothing was found"
    );
}
