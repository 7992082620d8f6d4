//! Whether a number fits its kind of certificate, and whether a certificate is valid for long enough.
//!
//! The guide asks for the number and for a validity that covers the day of submission; the shapes of the numbers are
//! those of the national standards (chapters 1 to 6, 主体信息, 负责人信息).

use chrono::{Months, NaiveDate};

use crate::check::{Needed, Reason, Verdict};
use crate::model::certificate::{CertificateKind, ValidUntil};
use crate::rule::Severity;
use crate::rulebook::{Limit, Limits};
use crate::text::{Param, Term};
use crate::value::CreditCodeError;

mod number;

pub(crate) use number::{number_reason, number_reason_of, NumberReason};

/// What is wrong with a number, and of which kind of certificate it should be. The number itself is never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct NumberProblem {
    /// What is wrong, with a code and both languages: one of the reasons of the [value types](crate::value), or of this
    /// module's own.
    pub reason: Term,
    /// The kind of certificate.
    pub kind: CertificateKind,
    /// A blocker, or a warning of a number that may be right.
    pub severity: Severity,
    rule: &'static str,
}

impl crate::text::sealed::Sealed for NumberProblem {}

impl Reason for NumberProblem {
    fn term(&self) -> Term {
        self.reason
    }

    fn rule(&self) -> &'static str {
        self.rule
    }

    fn found(&self) -> Param {
        self.reason.into()
    }

    fn required(&self) -> Param {
        self.kind.into()
    }
}

problems! {
    /// Why a certificate is not valid for long enough.
    pub enum ValidityProblem {
        /// It has run out.
        Expired {
            /// Its last day.
            valid_until: NaiveDate,
            /// The day of submission.
            today: NaiveDate,
        } = "expired" breaks "person.certificate-expired", valid_until => today,
            "证件已过期" / "the certificate has expired";
        /// It is not valid yet.
        NotYetValid {
            /// Its first day.
            valid_from: NaiveDate,
            /// The day of submission.
            today: NaiveDate,
        } = "not_yet_valid" breaks "person.certificate-expired", valid_from => today,
            "证件尚未生效" / "the certificate is not valid yet";
        /// It runs out soon.
        ExpiresSoon {
            /// Its last day.
            valid_until: NaiveDate,
            /// Until when it should be valid.
            earliest: NaiveDate,
            /// How many months should be left.
            months: u32,
        } = "expires_soon" breaks "person.certificate-expires-soon", valid_until => earliest,
            "证件即将到期" / "the certificate expires soon";
    }
}

/// Whether the number of a principal's certificate is one of its kind, with its check digit, and of nobody born after
/// the day of submission. A credit code of the early shape, or of a registrar that no list has, may be right: the problem
/// is a warning.
///
/// ```
/// use beian::check::certificate::number;
/// use beian::CertificateKind;
///
/// let today = "2026-11-23".parse().unwrap();
/// assert!(number(CertificateKind::ResidentIdCard, "330106199003071236", today).fits());
/// let wrong = number(CertificateKind::ResidentIdCard, "330106199003071235", today);
/// assert_eq!(wrong.problem().unwrap().code(), "check_digit");
/// ```
pub fn number(kind: CertificateKind, number: &str, today: NaiveDate) -> Verdict<NumberProblem> {
    const INVALID: &str = "principal.certificate-number-invalid";
    let (reason, severity, rule) = match number_reason(kind, number, today) {
        None => return Verdict::Fits,
        Some(NumberReason::Invalid(reason)) => (reason, Severity::Blocker, INVALID),
        Some(NumberReason::Doubtful(reason)) => (reason, Severity::Warning, INVALID),
        Some(NumberReason::EarlyShape) => {
            let reason = CreditCodeError::EarlyShape.into();
            (reason, Severity::Warning, "principal.credit-code-nonstandard")
        }
    };
    Verdict::fails(NumberProblem { reason, kind, severity, rule })
}

/// The same of a responsible person's certificate.
pub fn number_of_person(kind: CertificateKind, number: &str, today: NaiveDate) -> Verdict<NumberProblem> {
    match number_reason(kind, number, today) {
        Some(NumberReason::Invalid(reason)) => {
            let rule = "person.certificate-number-invalid";
            Verdict::fails(NumberProblem { reason, kind, severity: Severity::Blocker, rule })
        }
        _ => Verdict::Fits,
    }
}

/// Whether a responsible person's certificate is valid on the day of submission. A day that is not given does not speak
/// against it.
///
/// ```
/// use beian::check::certificate::is_valid;
/// use beian::ValidUntil;
///
/// let day = |text: &str| text.parse().unwrap();
/// let until = Some(ValidUntil::Day(day("2026-11-22")));
/// assert_eq!(is_valid(None, until, day("2026-11-23")).problem().unwrap().code(), "expired");
/// assert!(is_valid(None, until, day("2026-11-22")).fits());
/// ```
pub fn is_valid(
    valid_from: Option<NaiveDate>,
    valid_until: Option<ValidUntil>,
    today: NaiveDate,
) -> Verdict<ValidityProblem> {
    match (valid_from, valid_until) {
        (_, Some(ValidUntil::Day(valid_until))) if valid_until < today => {
            Verdict::fails(ValidityProblem::Expired { valid_until, today })
        }
        (Some(valid_from), _) if valid_from > today => {
            Verdict::fails(ValidityProblem::NotYetValid { valid_from, today })
        }
        _ => Verdict::Fits,
    }
}

/// Whether a certificate has as many months left as the provider asks. One that is valid for good, or names no day, fits.
pub fn is_valid_long_enough(
    valid_until: Option<ValidUntil>,
    today: NaiveDate,
    limits: &Limits,
) -> Verdict<ValidityProblem> {
    let Some(ValidUntil::Day(valid_until)) = valid_until else { return Verdict::Fits };
    let limit = Limit::CertificateMonths;
    let Some(months) = limits.get(limit) else { return Verdict::Undetermined(Needed::ProviderRules) };
    match today.checked_add_months(Months::new(months)) {
        Some(earliest) if valid_until < earliest => {
            Verdict::exceeds(ValidityProblem::ExpiresSoon { valid_until, earliest, months }, limit, limits)
        }
        _ => Verdict::Fits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_number_is_held_against_its_kind() {
        use CertificateKind as Kind;
        for (kind, text, code) in [
            (Kind::ResidentIdCard, "330106199003071236", None),
            (Kind::ResidentIdCard, "330106199003071235", Some("check_digit")),
            (Kind::HkMacauResidencePermit, "330106199003071236", Some("other_card")),
            (Kind::Passport, "E1234 5678", Some("space")),
            (Kind::Passport, "E12345678", None),
        ] {
            let verdict = number(kind, text, day("2026-11-23"));
            assert_eq!(verdict.problem().map(crate::check::Problem::code), code, "{kind} {text}");
            let verdict = number_of_person(kind, text, day("2026-11-23"));
            assert_eq!(verdict.problem().map(crate::check::Problem::code), code, "{kind} {text}");
        }
    }

    #[test]
    fn a_certificate_covers_the_day_and_some_months() {
        let today = day("2026-11-23");
        for (from, until, valid, long_enough) in [
            (None, None, true, true),
            (None, Some(ValidUntil::LongTerm), true, true),
            (None, Some(ValidUntil::Day(day("2026-11-22"))), false, false),
            (None, Some(ValidUntil::Day(day("2026-11-23"))), true, false),
            (None, Some(ValidUntil::Day(day("2027-02-22"))), true, false),
            (None, Some(ValidUntil::Day(day("2027-02-23"))), true, true),
            (Some(day("2026-11-24")), Some(ValidUntil::LongTerm), false, true),
        ] {
            assert_eq!(is_valid(from, until, today).fits(), valid, "{from:?} {until:?}");
            let verdict = is_valid_long_enough(until, today, Limits::guide());
            assert_eq!(verdict.fits(), long_enough, "{until:?}");
        }
    }
}
