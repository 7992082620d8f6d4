//! What one can do with each public type, asked of the compiler: the traits that its group has. That the lists are whole
//! is read from the sources, as in `threads.rs`.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::fs;
use std::hash::Hash;
use std::path::Path;
use std::str::FromStr;

use beian::testing::Numbers;
use beian::value::PlatformKind;
use beian::UnknownName;
use serde::de::DeserializeOwned;
use serde::Serialize;

/// Asks the compiler for traits of each type, and gives the names of the types.
macro_rules! asked {
    ([$($bounds:tt)+] $($type:ty,)+) => {{
        fn have<T: $($bounds)+>() {}
        $(have::<$type>();)+
        let names = [$(stringify!($type)),+];
        names.map(|path| path.split(" <").next().unwrap().rsplit([':', ' ']).next().unwrap().to_owned())
    }};
}

/// The names that follow a marker in the sources.
fn declared(marker: &str) -> BTreeSet<String> {
    fn collect(folder: &Path, marker: &str, found: &mut BTreeSet<String>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                collect(&path, marker, found);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let blocks = text.split(marker).skip(1);
            found.extend(blocks.filter_map(|block| {
                let rest = ["pub enum ", "pub struct "].iter().filter_map(|word| block.split_once(word));
                let (_, rest) = rest.min_by_key(|(before, _)| before.len())?;
                let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
                Some(name).filter(|name| !name.is_empty())
            }));
        }
    }
    let mut found = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), marker, &mut found);
    found
}

/// A closed list is a name everywhere: printed, read back with an error that lists the names, compared, kept in maps, on
/// the wire.
#[test]
fn closed_lists_are_names() {
    let lists = asked![
        [Debug + Display + Copy + Ord + Hash + FromStr<Err = UnknownName> + Serialize + DeserializeOwned + Send + Sync]
        beian::Actor,
        beian::Agreement,
        beian::Answer,
        beian::Applicability,
        beian::BusinessStatus,
        beian::CertificateKind,
        beian::Condition,
        beian::Filer,
        beian::FitReason,
        beian::Limit,
        beian::MaterialFormat,
        beian::MaterialKind,
        beian::NameOf,
        beian::OrderKind,
        beian::PrincipalKind,
        beian::Provider,
        beian::Requirement,
        beian::Severity,
        beian::SourceBasis,
        beian::Step,
        beian::calendar::Certainty,
        beian::calendar::DayKind,
        beian::checklist::ItemState,
        beian::form::TextFormat,
        beian::order::Channel,
        beian::progress::DeadlineKind,
        beian::progress::EventKind,
        beian::progress::ReturnCause,
        beian::progress::State,
        beian::provinces::Basis,
        beian::provinces::Consequence,
        beian::provinces::DifferenceKind,
        beian::provinces::Dimension,
        beian::provinces::DocumentPlace,
        beian::provinces::Metric,
        beian::provinces::Operator,
        beian::provinces::PaperForm,
        beian::provinces::Publisher,
        beian::provinces::Standing,
        beian::resource::Billing,
        beian::resource::BoundServerKind,
        beian::resource::LicenseCodeState,
        beian::resource::ResourceKind,
        beian::resource::ServerProduct,
        beian::service::PlatformKind,
        beian::service::PreApprovalKind,
        beian::service::ServiceKind,
        beian::service::ServiceLanguage,
        beian::service::WebsiteContent,
        beian::value::Approval,
        beian::value::FilingNumberKind,
        beian::value::Holder,
        beian::value::MobileSegment,
        beian::value::RegionLevel,
        beian::value::Sex,
    ];
    let mut declared = declared("wire_names! {\n");
    declared.remove("$name");
    assert_eq!(BTreeSet::from(lists), declared);
    // Of lists that are declared by hand.
    let _ = asked![[Debug + Display + Copy + Hash + FromStr<Err = UnknownName> + Send + Sync] beian::value::Province, beian::Key, beian::Language,];

    let error = "first_filling".parse::<beian::OrderKind>().unwrap_err();
    assert!(error.accepted().contains(&"first_filing"));
    assert!(error.to_string().contains("first_filing") && !error.to_string().contains("first_filling"));
}

/// A value is a text everywhere.
#[test]
fn values_are_texts() {
    let _ = asked![
        [Debug + Display + Clone + Ord + Hash + FromStr + Serialize + DeserializeOwned + Send + Sync]
        beian::value::CreditCode,
        beian::value::DomainName<'static>,
        beian::value::Email,
        beian::value::FilingNumber,
        beian::value::Fingerprint,
        beian::value::Landline,
        beian::value::Mobile,
        beian::value::OrganizationCode,
        beian::value::Phone,
        beian::value::Province,
        beian::value::PublicKey<'static>,
        beian::value::Region,
        beian::value::RegistrationNumber,
        beian::value::ResidentId,
    ];
    // Borrowed from what they were read in: with a platform, as part of a name.
    let _ = asked![[Debug + Display + Copy + Serialize + Send + Sync] beian::value::PackageName<'static>, beian::value::Suffix<'static>,];
    // Places and rules, which a service stores beside them.
    let _ = asked![
        [Debug + Display + Clone + Eq + Hash + FromStr + Serialize + DeserializeOwned + Send + Sync]
        beian::FieldPath,
        beian::PathPattern,
        beian::Rule,
        beian::ValidUntil,
    ];
}

/// Whatever an order consists of can be stored and read on its own, as a draft is.
#[test]
fn parts_of_an_order_are_stored_alone() {
    let parts = asked![
        [Debug + Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync]
        beian::Account,
        beian::BusinessRecord,
        beian::Certificate,
        beian::Context,
        beian::Domain,
        beian::LegalRepresentative,
        beian::Material,
        beian::Principal,
        beian::Registrar,
        beian::Registration,
        beian::Request,
        beian::ResponsiblePerson,
        beian::TargetAccount,
        beian::TypeVerification,
        beian::VideoVerification,
        beian::order::ChangeFiling,
        beian::order::ChangeService,
        beian::order::DeregisterHollowPrincipal,
        beian::order::DeregisterPrincipal,
        beian::order::FiledServices,
        beian::order::Filing,
        beian::order::MigrateAccount,
        beian::order::Verification,
        beian::registry::FiledPrincipal,
        beian::registry::FiledService,
        beian::registry::OrderInProgress,
        beian::registry::Snapshot,
        beian::resource::LicenseCode,
        beian::resource::LoadBalancer,
        beian::resource::Server,
        beian::resource::Serverless,
        beian::service::App,
        beian::service::DeclaredPreApproval,
        beian::service::Package,
        beian::service::Platform,
        beian::service::PreApproval,
        beian::service::Website,
    ];
    let mut declared = declared("wire_object! {\n");
    declared.remove("$name");
    assert_eq!(BTreeSet::from(parts), declared);
    let _ = asked![
        [Debug + Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync]
        beian::Order,
        beian::Service,
        beian::Resource,
        beian::resource::BoundServer,
        beian::Registry,
        // What a service keeps of an answer.
        beian::Report,
        beian::Finding,
        beian::Undetermined,
        beian::Need,
        beian::LeftOut,
        beian::Params,
        beian::Remedy,
        beian::Suggestion,
        beian::Portion,
        beian::OrderPart,
        beian::RulebookVersion,
        beian::RulebookPatch,
        beian::Source,
        beian::RuleSource,
        beian::progress::Progress,
        beian::progress::Event,
        beian::calendar::AnnouncedYear,
        beian::calendar::Day,
        beian::export::BasicFiling,
    ];
}

#[test]
fn a_value_is_written_as_it_is_printed_and_read_back() {
    fn back<T: Display + Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
        let json = serde_json::to_value(value).unwrap();
        assert_eq!(json, value.to_string());
        assert_eq!(serde_json::from_value::<T>(json).unwrap(), *value);
    }
    for seed in 0..50 {
        let mut numbers = Numbers::from_seed(seed);
        back(&numbers.credit_code());
        back(&numbers.domain_name());
        back(&numbers.email());
        back(&numbers.filing_number(beian::value::FilingNumberKind::App));
        for platform in PlatformKind::ALL.iter().copied() {
            back(&numbers.fingerprint(platform));
        }
        back(&numbers.landline());
        back(&numbers.mobile());
        back(&numbers.organization_code());
        back(&numbers.phone());
        back(&numbers.province());
        back(&numbers.public_key());
        back(&numbers.region());
        back(&numbers.registration_number());
        back(&numbers.resident_id());
    }
}

/// Nor does an error of reading a value have the number.
#[test]
fn an_error_of_reading_a_value_keeps_the_text_to_itself() {
    for json in ["\"330106199509213319\"", "330106199509213319", "[\"330106199509213319\"]"] {
        let error = serde_json::from_str::<beian::value::ResidentId>(json).unwrap_err().to_string();
        assert!(!error.contains("3301061995"), "{error}");
    }
}

/// A pattern is read as it is printed, of every field of every form; other texts are refused.
#[test]
fn patterns_are_read_as_they_are_printed() {
    use beian::form::{Form, FormRequest};
    use beian::{OrderKind, PathPattern, PrincipalKind, Rulebook};
    let rulebook = Rulebook::default();
    for kind in OrderKind::ALL.iter().copied() {
        let form = Form::of(&FormRequest::new(kind, PrincipalKind::Enterprise), &rulebook);
        for field in form.fields() {
            assert_eq!(field.path.to_string().parse::<PathPattern>().as_ref(), Ok(&field.path));
        }
    }
    for text in [
        "services",
        "/services/0/name",
        "/services/{d}/name",
        "/{s}",
        "/services/{s}/{s}",
        "/nickname",
        "/services/{}",
    ] {
        assert!(text.parse::<PathPattern>().is_err(), "{text}");
    }
}

#[test]
fn a_place_is_named_by_a_path_or_by_its_text() {
    let mut request = beian::testing::first_filing(beian::PrincipalKind::Enterprise);
    beian::testing::remove(&mut request, "/principal/name");
    let report = beian::validate(&request.order, &request.context, &beian::Rulebook::default());
    let (text, rule) = ("/principal/name", "principal.field-missing");
    let path: beian::FieldPath = text.parse().unwrap();
    let rule_itself: beian::Rule = rule.parse().unwrap();
    assert!(report.at(text).eq(report.at(&path)) && report.at(text).count() == 1);
    assert!(report.under("/principal").eq(report.at(&text.to_owned())));
    assert_eq!(report.find(rule, text), report.find(rule_itself, &path));
    assert!(report.has(rule, &path) && report.has(rule_itself, text));
    // What is no pointer names no place.
    assert_eq!(report.at("principal").count(), 0);
    assert!(report.find(rule, "principal").unwrap_err().to_string().contains("no place"));
}

/// A list that is given in two parts is the whole of both, whatever kinds of services the parts have.
#[test]
fn lists_add_to_what_is_there() {
    use beian::order::Filing;
    use beian::service::{App, Website};
    let both = Filing::new().with_services([Website::new()]).with_services([App::new()]);
    assert_eq!(both.services.len(), 2);
    let all = Website::new().with_home_pages(["www.example.com"]).with_home_pages([""; 0]);
    assert_eq!(all.home_pages.map(|pages| pages.len()), Some(1));
}
