//! What a failed assertion on a report prints.

use crate::report::Report;
use crate::text::Language;

/// Asserts that a report has these findings, each a rule and the place at which it speaks, a JSON Pointer; the order itself
/// is `""`. What is found besides does not matter. A failure prints the report.
///
/// ```
/// use beian::{assert_finds, testing, validate, PrincipalKind, Rulebook};
///
/// let mut request = testing::first_filing(PrincipalKind::Enterprise);
/// testing::remove(&mut request, "/principal/name");
/// testing::set(&mut request, "/principal/region", "330199");
/// let report = validate(&request.order, &request.context, &Rulebook::default());
/// assert_finds!(
///     report,
///     "principal.field-missing" at "/principal/name",
///     "principal.region-invalid" at "/principal/region",
/// );
/// ```
///
/// ```should_panic
/// # use beian::{assert_finds, testing, validate, PrincipalKind, Rulebook};
/// # let request = testing::first_filing(PrincipalKind::Enterprise);
/// # let report = validate(&request.order, &request.context, &Rulebook::default());
/// assert_finds!(report, "domain.malformed" at "/services/0/domains/0/name");
/// ```
#[macro_export]
macro_rules! assert_finds {
    ($report:expr, $($rule:literal at $path:expr),+ $(,)?) => {{
        let report = &$report;
        $(if let ::std::option::Option::Some(failure) = $crate::testing::not_found(report, $rule, $path) {
            ::std::panic!("{failure}");
        })+
    }};
}

/// Why the report has no finding of this rule there, with the whole report; `None` where it has one.
#[doc(hidden)]
pub fn not_found(report: &Report, rule: &str, path: &str) -> Option<String> {
    let missing = report.find(rule, path).err()?;
    let mut lines = vec![missing.to_string(), "The report:".to_owned()];
    for finding in &report.findings {
        lines.push(format!("  {} · {} at {}", finding.severity, finding.rule(), finding.path));
        lines.push(format!("    {}", finding.message(Language::En)));
    }
    for undetermined in &report.undetermined {
        lines.push(format!("  undetermined · {} needs {}", undetermined.rule, undetermined.needs));
    }
    if report.findings.is_empty() && report.undetermined.is_empty() {
        lines.push("  nothing found, nothing undetermined".to_owned());
    }
    Some(lines.join("\n"))
}
