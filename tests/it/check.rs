//! The functions of `check` and the rules say the same: an order with a part has a finding exactly where the function
//! says no of that part, with the same values and the same source.

use std::collections::BTreeMap;

use beian::check::province::{self, Who};
use beian::check::resources::{self, Submission};
use beian::check::{domain_level, package_names, service_limits, service_name, Problem, Reason, Verdict};
use beian::service::App;
use beian::value::{DomainName, Region, ResidentId};
use beian::{
    CertificateKind, Context, FieldPath, Order, OrderKind, Param, PrincipalKind, Report, Rule, Rulebook,
    Service, Source,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::common::{reported, without_other};
use crate::generators::documents;

/// What a function says no to: the rule, the place, what of the values the finding has as well, and the source.
#[derive(Debug)]
struct No {
    rule: &'static str,
    path: String,
    values: Vec<Param>,
    source: Source,
}

/// The rules whose every finding is one of these.
const RULES: &[&str] = &[
    "order.services-over-limit",
    "app.package-name-repeated",
    "domain.level-exceeded",
    "domain.suffix-not-approved",
    "domain.suffix-unconfirmed",
    "resource.not-in-account",
    "resource.outside-mainland",
    "resource.no-public-ip",
    "resource.not-prepaid",
    "resource.purchase-too-short",
    "resource.remaining-too-short",
    "resource.expired",
    "resource.serverless-package-missing",
    "resource.load-balancer-unbound",
    "resource.license-code-unresolved",
    "resource.public-ip-malformed",
    "province.individual-under-age",
    "province.certificate-not-accepted",
    "name.is-domain",
    "name.symbol",
    "name.only-digits-or-letters",
    "name.too-short",
    "name.app-symbol",
];

/// Findings of these rules rest on what else is in the order or filed, so not each is one of a part alone.
const OF_MORE: &[&str] = &["app.package-name-taken", "province.services-over-limit"];

/// Asks the functions of every part of an order.
struct Asking<'a> {
    order: &'a Order,
    context: &'a Context,
    rulebook: &'a Rulebook,
    said: Vec<No>,
}

impl<'a> Asking<'a> {
    fn of(order: &'a Order, context: &'a Context, rulebook: &'a Rulebook) -> Vec<No> {
        let mut asking = Self { order, context, rulebook, said: Vec::new() };
        asking.principal();
        asking.packages();
        for (index, service) in order.services().iter().enumerate() {
            asking.name(service, &format!("/services/{index}/name"));
            asking.domains(service, &format!("/services/{index}"));
            asking.resources(service, &format!("/services/{index}/resources"));
        }
        let kind = order.kind();
        let is_asked = |no: &No| {
            let rule: Rule = no.rule.parse().unwrap();
            rule.orders().any(|of| of == kind) && rulebook.is_on(rule)
        };
        asking.said.retain(is_asked);
        asking.said
    }

    fn note<R: Reason>(&mut self, problem: &Problem<R>, path: String, values: Vec<Param>) {
        let rule: Rule = problem.rule().parse().unwrap();
        // Where no limit is stated by a document of its own, the provider's document on the rule is quoted.
        let own = rule.source_under(self.rulebook.provider().unwrap());
        let is_of_rule = rule.orders().find_map(|kind| rule.source_for(kind)) == Some(problem.source());
        let in_rulebook =
            || self.rulebook.rule(rule.id()).and_then(|rule| rule.source_for(self.order.kind()));
        let source = if is_of_rule { own.or_else(in_rulebook) } else { None };
        let source = source.unwrap_or_else(|| problem.source_for(self.order.kind()));
        self.said.push(No { rule: problem.rule(), path, values, source });
    }

    fn hear<R: Reason>(&mut self, verdict: &Verdict<R>, path: String) {
        if let Some(problem) = verdict.problem() {
            self.note(problem, path, vec![problem.found(), problem.required()]);
        }
    }

    /// Of a first filing: its principal is as stated, and has nothing filed.
    fn principal(&mut self) {
        let Order::FirstFiling(filing) = self.order else { return };
        let Some(principal) = &filing.principal else { return };
        let Some(kind) = principal.kind.filter(|_| is_of_its_own(self.order, self.context)) else { return };
        let who = Who::new(kind, OrderKind::FirstFiling);
        let region = principal.region.as_deref().and_then(|region| Region::parse(region.trim()).ok());
        let rules = region.map(|region| self.rulebook.province(region.province()));
        let (count, limits) = (filing.services.len(), self.rulebook.limits());
        let verdict =
            service_limits::services(count, OrderKind::FirstFiling, kind, Some(0), rules.as_ref(), limits);
        if let Some(problem) = verdict.problem() {
            self.note(problem, "/services".into(), vec![problem.found()]);
        }
        let (Some(rules), Some(certificate)) = (rules, &principal.certificate) else { return };
        if let Some(certificate_kind) = certificate.kind {
            let verdict = province::certificate_kind(&rules, who, certificate_kind);
            self.hear(&verdict, "/principal/certificate/kind".into());
        }
        let is_individual = kind == PrincipalKind::Individual;
        if certificate.kind == Some(CertificateKind::ResidentIdCard) && is_individual {
            let number = certificate.number.as_deref().unwrap_or_default().trim();
            let Ok(id) = ResidentId::parse(number) else { return };
            let verdict = province::individual_age(&rules, who, id.age_on(self.context.today));
            if let Some(problem) = verdict.problem() {
                let min = problem.reason.required().0.into();
                self.note(problem, "/principal/certificate/number".into(), vec![problem.found(), min]);
            }
        }
    }

    fn packages(&mut self) {
        let services = self.order.services().iter().enumerate();
        let apps: Vec<(usize, App)> = services
            .filter_map(|(index, service)| match service {
                Service::App(app) => Some((index, app.clone())),
                _ => None,
            })
            .collect();
        let (places, apps): (Vec<usize>, Vec<App>) = apps.into_iter().unzip();
        for collision in package_names::collisions(&apps) {
            let package_names::Place { app, platform, package } = collision.again;
            let path = format!("/services/{}/platforms/{platform}/packages/{package}/name", places[app]);
            self.note(&collision.problem, path, vec![collision.problem.found()]);
        }
    }

    fn name(&mut self, service: &Service, path: &str) {
        let name = service.name().map(str::trim).filter(|name| !name.is_empty());
        for problem in name.into_iter().flat_map(|name| service_name::shape(service.kind(), name)) {
            let values = match problem.reason {
                service_name::NameProblem::Domain { .. }
                | service_name::NameProblem::OnlyDigitsOrLetters { .. } => Vec::new(),
                service_name::NameProblem::Symbols { .. }
                | service_name::NameProblem::PictureSymbols { .. } => vec![problem.found()],
                _ => vec![problem.found(), problem.required()],
            };
            self.note(&problem, path.to_owned(), values);
        }
    }

    fn domains(&mut self, service: &Service, at: &str) {
        let limits = self.rulebook.limits();
        match service {
            Service::Website(website) => {
                for (index, domain) in website.domains.iter().enumerate() {
                    self.suffix(domain.name.as_deref(), format!("{at}/domains/{index}/name"));
                }
            }
            Service::App(app) => {
                for (p, platform) in app.platforms.iter().enumerate() {
                    for (index, domain) in platform.domains.iter().enumerate() {
                        let path = format!("{at}/platforms/{p}/domains/{index}/name");
                        self.suffix(domain.name.as_deref(), path.clone());
                        let name = domain.name.as_deref().map(DomainName::parse);
                        if let Some(Ok(name)) = name {
                            self.hear(&domain_level::app_domain(&name, limits), path);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn suffix(&mut self, name: Option<&str>, path: String) {
        let Some(Ok(name)) = name.map(DomainName::parse) else { return };
        if let Some(problem) = domain_level::suffix(&name).problem() {
            self.note(problem, path, vec![Param::name(name.suffix().to_unicode())]);
        }
    }

    fn resources(&mut self, service: &Service, at: &str) {
        let account = self.context.account.as_ref();
        let mut submission = Submission::on(self.context.today).with_limits(self.rulebook.limits());
        if let Some(account) = account {
            submission = submission.with_associated(&account.associated);
        }
        let id = account.and_then(|account| account.id.as_deref()).map(str::trim);
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            submission = submission.with_account(id);
        }
        for (index, resource) in service.resources().iter().enumerate() {
            for (field, problem) in resources::resource(resource, &submission).failures() {
                let keys: String = field.iter().flat_map(|key| ["/", key.as_str()]).collect();
                let rule: Rule = problem.rule().parse().unwrap();
                // Some rules have nothing to compare but yes and no, and one says what is wrong in words.
                let has_values =
                    rule.params().next().is_some() && rule.params().all(|param| param != "reason");
                let values = if has_values { vec![problem.found(), problem.required()] } else { Vec::new() };
                self.note(problem, format!("{at}/{index}{keys}"), values);
            }
        }
    }
}

/// Holds a report against what the functions say; gives how often each rule spoke.
fn hold(report: &Report, said: &[No]) -> Result<BTreeMap<&'static str, usize>, String> {
    let mut heard: BTreeMap<&'static str, usize> = BTreeMap::new();
    for no in said {
        let path: FieldPath = no.path.parse().unwrap();
        let mut at = report.findings.iter().filter(|finding| finding.path == path);
        if let Some(finding) = at.find(|finding| finding.rule() == no.rule) {
            *heard.entry(no.rule).or_default() += 1;
            let has = |value: &Param| finding.params.iter().any(|(_, param)| param == value);
            let is_province = no.rule == "province.services-over-limit";
            if !no.values.iter().all(has)
                || without_other(&finding.source()) != without_other(&no.source) && !is_province
            {
                return Err(format!("{no:?} is not\n{finding:?} of {:?}", finding.source()));
            }
            continue;
        }
        // One mistake is one finding: another rule may refuse the value, or the object that it is in.
        let is_refused = report.findings.iter().any(|finding| {
            !finding.path.segments().is_empty()
                && path.starts_with(&finding.path)
                && finding.rule() != no.rule
        });
        // What is filed may be approved as it is, which is not always known.
        let is_open = report.undetermined.iter().any(|open| open.rule == no.rule);
        if !is_refused && !is_open {
            return Err(format!("no finding: {no:?}"));
        }
    }
    for finding in &report.findings {
        let is_said =
            || said.iter().any(|no| no.rule == finding.rule() && no.path == finding.path.to_string());
        if RULES.contains(&finding.rule()) && !is_said() {
            return Err(format!("no function says no: {finding:?}"));
        }
    }
    Ok(heard)
}

/// Whether it is a first filing of a principal that has nothing filed.
fn is_of_its_own(order: &Order, context: &Context) -> bool {
    let Order::FirstFiling(filing) = order else { return false };
    let certificate = filing.principal.as_ref().and_then(|principal| principal.certificate.as_ref());
    let mut filed = context.registry.iter().zip(certificate);
    !filed.any(|(registry, certificate)| registry.principal_with_certificate(certificate).is_some())
}

/// Whether the functions are asked of everything that such rules look at.
fn is_asked(order: &Order, context: &Context, rulebook: &Rulebook, report: &Report) -> bool {
    let is_first = is_of_its_own(order, context);
    // Of other orders the principal may be another than the stated one, or have something filed.
    let hangs_on_more = |rule: &str| rule == "order.services-over-limit" || rule.starts_with("province.");
    let speaks_of_more = report
        .findings
        .iter()
        .any(|finding| RULES.contains(&finding.rule()) && hangs_on_more(finding.rule()));
    !rulebook.version().patched && (is_first || !speaks_of_more)
}

#[test]
fn the_rules_say_what_the_functions_say_on_every_case() {
    let mut heard: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (case, report) in reported() {
        let (request, rulebook) = (case.request(), case.rulebook());
        if !is_asked(&request.order, &request.context, &rulebook, report) {
            continue;
        }
        let said = Asking::of(&request.order, &request.context, &rulebook);
        match hold(report, &said) {
            Ok(more) => more.into_iter().for_each(|(rule, count)| *heard.entry(rule).or_default() += count),
            Err(wrong) => panic!("{}: {}: {wrong}", case.place, case.title),
        }
    }
    // No case of a first filing has these; what is held of them are random orders.
    let unshown = ["province.certificate-not-accepted", "province.services-over-limit"];
    let shown = RULES.iter().chain(OF_MORE).filter(|rule| !unshown.contains(*rule));
    let silent: Vec<_> = shown.filter(|rule| !heard.contains_key(*rule)).collect();
    assert!(silent.is_empty(), "no case shows {silent:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, rng_seed: RngSeed::Fixed(2026), ..ProptestConfig::default() })]

    #[test]
    fn the_rules_say_what_the_functions_say_on_random_orders(document in documents()) {
        let (order, context) = (&document.request.order, &document.request.context);
        let (report, rulebook) = (document.report(), Rulebook::default());
        if is_asked(order, context, &rulebook, &report) {
            let held = hold(&report, &Asking::of(order, context, &rulebook));
            prop_assert!(held.is_ok(), "{}", held.unwrap_err());
        }
    }
}

/// What a person reads is there in both languages, each in its own.
#[test]
fn what_is_wrong_is_told_in_both_languages() {
    let mut told = 0;
    for (case, _) in reported() {
        let request = case.request();
        let submission = Submission::on(request.context.today);
        for resource in request.order.services().iter().flat_map(Service::resources) {
            let heard = resources::resource(resource, &submission);
            for (_, problem) in heard.failures() {
                let (zh, en) = (problem.message(beian::Language::Zh), problem.message(beian::Language::En));
                assert!(zh.to_string().contains("（当前：") && en.to_string().contains(" (found: "));
                assert_eq!(problem.to_string(), en.to_string());
                told += 1;
            }
        }
    }
    assert!(told > 10, "{told}");
}

/// A number that was typed for something else is a person's all the same.
#[test]
fn a_personal_number_is_masked_as_in_a_finding() {
    let verdict = resources::in_account(Some("13800138001"), Some("100001"));
    let message = verdict.problem().unwrap().message(beian::Language::En).to_string();
    assert!(message.contains("138******01") && !message.contains("13800138001"), "{message}");
}
