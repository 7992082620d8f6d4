//! Every type of the crate can be shared between threads: a service keeps one rulebook for all its workers,
//! and requests and reports go from one thread to another.
//!
//! The types are written out, because the compiler can only be asked about a type by its path. The list also
//! checks the paths under which users find the types: a type that is no longer exported there does not
//! compile.
#![allow(clippy::too_many_lines)]

use std::fs;
use std::path::Path;

/// Asks the compiler for `Send` and `Sync`, and gives the names of the types.
macro_rules! shared {
    ($($type:ty,)+) => {{
        fn is_shared<T: Send + Sync>() {}
        $(is_shared::<$type>();)+
        [$(stringify!($type)),+]
    }};
}

#[test]
fn every_public_type_is_send_and_sync() {
    let asked = shared![
        beian::Account,
        beian::Agreement,
        beian::Answer,
        beian::Applicability,
        beian::Certificate,
        beian::CertificateKind,
        beian::Changed<'static, u8>,
        beian::Checklist,
        beian::ComparedUndetermined<'static>,
        beian::Comparison<'static>,
        beian::Condition,
        beian::BusinessRecord,
        beian::BusinessStatus,
        beian::Context,
        beian::CustomFindingError,
        beian::Domain,
        beian::FieldPath,
        beian::FieldPathError,
        beian::Filer,
        beian::Finding,
        beian::FindingNotFound,
        beian::Fit,
        beian::FitReason,
        beian::FittingOrder,
        beian::Grade,
        beian::Form,
        beian::JsonError,
        beian::Key,
        beian::Language,
        beian::LegalRepresentative,
        beian::Limit,
        beian::LeftOut,
        beian::Limits,
        beian::Material,
        beian::MaterialFormat,
        beian::MaterialKind,
        beian::Need,
        beian::Order,
        beian::OrderKind,
        beian::OrderPart,
        beian::Outcome,
        beian::Param,
        beian::Params,
        beian::PathPattern,
        beian::ResponsiblePerson,
        beian::Place,
        beian::Portion,
        beian::Principal,
        beian::PrincipalKind,
        beian::Provider,
        beian::Refused,
        beian::Registrar,
        beian::Registration,
        beian::Registry,
        beian::Relocation,
        beian::Remedy,
        beian::RemedyError,
        beian::Report,
        beian::Request,
        beian::RequestBatch<'static>,
        beian::Resource,
        beian::Rule,
        beian::Rulebook,
        beian::RulebookError,
        beian::RulebookErrorReason,
        beian::RulebookPatch,
        beian::RulebookVersion,
        beian::Segment,
        beian::Service,
        beian::Severity,
        beian::Source,
        beian::SplitError,
        beian::Requirement,
        beian::Step,
        beian::Suggestion,
        beian::TargetAccount,
        beian::Term,
        beian::Text,
        beian::TypeVerification,
        beian::Undetermined,
        beian::UnknownRule,
        beian::ValidUntil,
        beian::VideoVerification,
        beian::WhatIf,
        beian::calendar::AnnouncedYear,
        beian::calendar::Calendar,
        beian::calendar::CalendarError,
        beian::calendar::Certainty,
        beian::calendar::CountedDay,
        beian::calendar::Day,
        beian::calendar::DayKind,
        beian::calendar::WorkingDays,
        beian::checklist::ChecklistItem,
        beian::checklist::ChecklistStep,
        beian::checklist::ItemState,
        beian::check::Needed,
        beian::check::Problem<beian::check::domain_level::LevelProblem>,
        beian::check::Verdict<beian::check::domain_level::LevelProblem>,
        beian::check::certificate::NumberProblem,
        beian::check::certificate::ValidityProblem,
        beian::check::domain_level::LevelProblem,
        beian::check::domain_level::SuffixProblem<'static>,
        beian::check::material::FormatProblem<'static>,
        beian::check::material::SizeProblem,
        beian::check::package_names::Collision<'static>,
        beian::check::package_names::PackageProblem<'static>,
        beian::check::package_names::Place,
        beian::check::province::Unmet<'static, bool>,
        beian::check::province::Who,
        beian::check::resources::Eligibility<'static>,
        beian::check::resources::ResourceProblem<'static>,
        beian::check::resources::Submission<'static>,
        beian::check::service_limits::MostServices,
        beian::check::service_limits::ServicesProblem,
        beian::export::BasicFiling,
        beian::export::BasicRow,
        beian::export::BasicService,
        beian::form::FieldLimit,
        beian::form::FormField,
        beian::form::FormRequest,
        beian::form::FormStep,
        beian::form::Input,
        beian::form::TextFormat,
        beian::lookup::ListedService<'static>,
        beian::lookup::Listing<'static>,
        beian::order::ChangeFiling,
        beian::order::ChangeService,
        beian::order::Channel,
        beian::order::DeregisterHollowPrincipal,
        beian::order::DeregisterPrincipal,
        beian::order::FiledServices,
        beian::order::Filing,
        beian::order::MigrateAccount,
        beian::order::Verification,
        beian::progress::Deadline,
        beian::progress::DeadlineKind,
        beian::progress::Entry,
        beian::progress::Event,
        beian::progress::EventKind,
        beian::progress::Period,
        beian::progress::Progress,
        beian::progress::ProgressError,
        beian::progress::ReturnCause,
        beian::progress::State,
        beian::progress::Verifier,
        beian::provinces::AgeCap,
        beian::provinces::AgeProof,
        beian::provinces::DocumentAge,
        beian::provinces::TimeSpan,
        beian::provinces::Basis,
        beian::provinces::Cell<u8>,
        beian::provinces::CellDifference<'static>,
        beian::provinces::Certificates,
        beian::provinces::Citation,
        beian::provinces::Consequence,
        beian::provinces::Contents,
        beian::provinces::DifferenceKind,
        beian::provinces::Dimension,
        beian::provinces::DocumentRule,
        beian::provinces::KnownCell<'static>,
        beian::provinces::Matrix<'static>,
        beian::provinces::MatrixCell<'static>,
        beian::provinces::MatrixRow<'static>,
        beian::provinces::Metric,
        beian::provinces::NameRule,
        beian::provinces::Operator,
        beian::provinces::OrderKinds,
        beian::provinces::OrderLimit,
        beian::provinces::OutOfProvince,
        beian::provinces::PaperDeregistration,
        beian::provinces::PaperForm,
        beian::provinces::DocumentPlace,
        beian::provinces::Principals,
        beian::provinces::ProvinceComparison<'static>,
        beian::provinces::ProvinceRules<'static>,
        beian::provinces::Claim<u8>,
        beian::provinces::KnownClaim<'static>,
        beian::provinces::Note,
        beian::provinces::ProvincePatch<'static>,
        beian::provinces::Publisher,
        beian::provinces::Reading,
        beian::provinces::RemarkRule,
        beian::provinces::Scope,
        beian::provinces::Standing,
        beian::provinces::Suffixes,
        beian::provinces::Threshold,
        beian::provinces::WordRule,
        beian::provinces::Words,
        beian::registry::Filed<'static>,
        beian::registry::FiledPrincipal,
        beian::registry::FiledService,
        beian::registry::OrderInProgress,
        beian::registry::Snapshot,
        beian::resource::Billing,
        beian::resource::BoundServer,
        beian::resource::BoundServerKind,
        beian::resource::LicenseCode,
        beian::resource::LicenseCodeState,
        beian::resource::LoadBalancer,
        beian::resource::ResourceKind,
        beian::resource::Server,
        beian::resource::ServerProduct,
        beian::resource::Serverless,
        beian::service::App,
        beian::service::DeclaredPreApproval,
        beian::service::Package,
        beian::service::Platform,
        beian::service::PlatformKind,
        beian::service::PreApproval,
        beian::service::PreApprovalKind,
        beian::service::ServiceKind,
        beian::service::ServiceLanguage,
        beian::service::Website,
        beian::service::WebsiteContent,
        beian::value::AddressMatch,
        beian::value::Approval,
        beian::value::CreditCode,
        beian::value::CreditCodeError,
        beian::value::DomainName<'static>,
        beian::value::DomainNameError,
        beian::value::Email,
        beian::value::EmailError,
        beian::value::FilingNumber,
        beian::value::FilingNumberError,
        beian::value::FilingNumberKind,
        beian::value::Fingerprint,
        beian::value::FingerprintError,
        beian::value::Holder,
        beian::value::Sex,
        beian::value::Landline,
        beian::value::Masked,
        beian::value::Mobile,
        beian::value::MobileError,
        beian::value::MobileSegment,
        beian::value::OrganizationCode,
        beian::value::OrganizationCodeError,
        beian::value::PackageName<'static>,
        beian::value::PackageNameError,
        beian::value::Phone,
        beian::value::PhoneError,
        beian::value::Province,
        beian::value::PublicKey<'static>,
        beian::value::PublicKeyError,
        beian::value::Region,
        beian::value::RegionError,
        beian::value::RegionLevel,
        beian::value::RegistrationNumber,
        beian::value::RegistrationNumberError,
        beian::value::ResidentId,
        beian::value::ResidentIdError,
        beian::value::Suffix<'static>,
    ];
    let name = |path: &str| {
        let path: String = path.split_whitespace().collect();
        path.split('<').next().unwrap().rsplit("::").next().unwrap().to_owned()
    };
    let mut declared = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut declared);
    let gone: Vec<String> = asked.into_iter().map(name).filter(|name| !strike(&mut declared, name)).collect();
    assert!(declared.is_empty() && gone.is_empty(), "the list above lacks {declared:?}; gone are {gone:?}");
}

/// Removes a name once where it is there: some types share a name.
fn strike(names: &mut Vec<String>, name: &str) -> bool {
    let place = names.iter().position(|known| known == name);
    place.map(|place| names.swap_remove(place)).is_some()
}

/// Collects the names of the public types that are declared in the sources.
fn collect(folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, names);
            continue;
        }
        if path.extension().map_or(true, |extension| extension != "rs") {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines().map(str::trim_start) {
            let declared = ["pub struct ", "pub enum "].iter().find_map(|keyword| line.strip_prefix(keyword));
            // The pattern of a macro has no name yet.
            let Some(rest) = declared.filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
            else {
                continue;
            };
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            names.push(rest.get(..end).unwrap().to_owned());
        }
    }
}
