//! What the crate gives to test with.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::panic::{catch_unwind, AssertUnwindSafe};

use beian::check::certificate;
use beian::service::{PlatformKind, ServiceKind};
use beian::testing::{self, Numbers};
use beian::value::{FilingNumber, FilingNumberKind, Holder, PackageName, PublicKey, Region};
use beian::{assert_finds, validate, CertificateKind, Language, OrderKind, PrincipalKind, Request, Rulebook};

#[test]
fn nothing_is_found_in_a_clean_order_of_any_kind() {
    let rulebook = Rulebook::default();
    let mut wrong = String::new();
    for order in OrderKind::ALL.iter().copied() {
        // What every order of the kind is told.
        let is_told = match order {
            OrderKind::DeregisterPrincipal => "cancel.takes-all-services",
            OrderKind::DeregisterHollowPrincipal => "cancel.offline-only",
            _ => "",
        };
        for principal in PrincipalKind::ALL.iter().copied() {
            for service in ServiceKind::ALL.iter().copied() {
                let Request { order: made, context, .. } = testing::request(order, principal, service);
                assert_eq!(made.kind(), order);
                assert!(made.principal().map_or(true, |made| made.kind == Some(principal)));
                assert!(made.services().iter().all(|made| made.kind() == service));
                let report = validate(&made, &context, &rulebook);
                for finding in report.findings.iter().filter(|finding| finding.rule() != is_told) {
                    let (rule, path, message) =
                        (finding.rule(), &finding.path, finding.message(Language::En));
                    writeln!(wrong, "{order} {principal} {service}: {rule} at {path}: {message}").unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The certificate of a principal is one that its kind can hold, and its number fits it.
#[test]
fn each_principal_shows_a_certificate_of_its_own() {
    for kind in PrincipalKind::ALL.iter().copied() {
        let request = testing::first_filing(kind);
        let shown = request.order.principal().and_then(|principal| principal.certificate.clone()).unwrap();
        let (of, number) = (shown.kind.unwrap(), shown.number.unwrap());
        assert!(of.can_be_held_by(kind), "{kind}");
        assert!(certificate::number(of, &number, testing::TODAY).fits(), "{kind}");
    }
}

/// All values of a few thousand seeds: each reads back as itself, and says what was asked for.
#[test]
fn made_up_numbers_are_right() {
    let mut codes = BTreeSet::new();
    for seed in 0..2_000 {
        let mut numbers = Numbers::from_seed(seed);
        macro_rules! read_back {
            ($($value:expr),+ $(,)?) => {$({
                let value = $value;
                assert_eq!(value.to_string().parse().as_ref(), Ok(&value), "{seed}");
            })+};
        }
        read_back![
            numbers.organization_code(),
            numbers.registration_number(),
            numbers.phone(),
            numbers.email(),
            numbers.domain_name(),
            numbers.public_key(),
        ];
        let code = numbers.credit_code();
        assert_eq!((code.registrar(), code.category()), ('9', '1'));
        assert!(Region::parse(code.region_code()).is_ok());
        assert!(codes.insert(code.to_string()), "{seed}: the code of another seed");
        assert!(certificate::number(CertificateKind::BusinessLicense, code.as_str(), testing::TODAY).fits());
        assert!(numbers.mobile().segment().is_some(), "{seed}");
        assert!(numbers.landline().province().is_some(), "{seed}");
        assert_eq!(numbers.domain_name().level(), 2, "{seed}");
        for holder in Holder::ALL.iter().copied() {
            let id = numbers.resident_id_of(holder);
            assert_eq!(id.holder(), holder);
            assert!((18..100).contains(&id.age_on(testing::TODAY)), "{seed}: {id}");
        }
        for kind in FilingNumberKind::ALL.iter().copied() {
            let number = numbers.filing_number(kind);
            assert_eq!((number.kind(), FilingNumber::parse(&number.to_string())), (kind, Ok(number)));
        }
        for platform in PlatformKind::ALL.iter().copied() {
            let name = numbers.package_name();
            assert!(PackageName::parse(platform, &name).is_ok(), "{name}");
            let _fits_by_its_type = numbers.fingerprint(platform);
        }
        assert_eq!(PublicKey::parse(&numbers.public_key().to_string()).unwrap().to_string().len(), 588);
    }
}

#[test]
fn a_seed_gives_the_same_numbers_each_time() {
    let all = |seed| {
        let mut numbers = Numbers::from_seed(seed);
        let (id, mobile, region) = (numbers.resident_id(), numbers.mobile(), numbers.region());
        format!("{id} {mobile} {region} {} {}", numbers.email(), numbers.public_ip())
    };
    assert_eq!(all(7), all(7));
    assert_ne!(all(7), all(8));
}

/// The text that a failed assertion ends the test with.
fn failure(run: impl FnOnce()) -> String {
    let failed = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    *failed.downcast::<String>().unwrap()
}

#[test]
fn a_failed_assertion_prints_the_report() {
    let mut request = testing::first_filing(PrincipalKind::Enterprise);
    testing::remove(&mut request, "/principal/name");
    let report = validate(&request.order, &request.context, &Rulebook::default());
    assert_finds!(report, "principal.field-missing" at "/principal/name");
    let failure = failure(|| assert_finds!(report, "domain.malformed" at "/services/0/domains/0/name"));
    for part in [
        "no finding domain.malformed at /services/0/domains/0/name",
        "blocker · principal.field-missing at /principal/name",
        &report.findings[0].message(Language::En).to_string(),
    ] {
        assert!(failure.contains(part), "{part} is not in:\n{failure}");
    }
}

/// A test that alters what is not there is wrong, and says so.
#[test]
fn a_place_that_is_not_there_ends_the_test() {
    for path in ["/services/3/name", "/services/0/nickname", "services", "/principal/kind"] {
        let mut request = testing::first_filing(PrincipalKind::Enterprise);
        let failure = failure(|| testing::set(&mut request, path, "x"));
        assert!(failure.starts_with(path), "{failure}");
    }
}
