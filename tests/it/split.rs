//! Splitting orders: nothing is lost, nothing is repeated, every part is within its limits.

use std::collections::BTreeSet;

use beian::calendar::Certainty;
use beian::order::{ChangeService, FiledServices, Filing};
use beian::provinces::Metric;
use beian::service::{App, Package, Platform, PlatformKind, Website};
use beian::{
    validate, Certificate, CertificateKind, Context, Domain, Order, OrderKind, OrderPart, Principal,
    PrincipalKind, ResponsiblePerson, Rulebook, RulebookPatch, Service, SplitError,
};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::common;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn context() -> Context {
    Context::new(date("2026-03-02"))
}

fn split(order: &Order) -> Result<Vec<OrderPart>, SplitError> {
    order.split(&context(), &Rulebook::default())
}

fn principal(kind: PrincipalKind) -> Principal {
    Principal::new().with_kind(kind)
}

fn site(number: usize) -> Website {
    Website::new().with_domains([Domain::named(format!("example{number}.com"))])
}

fn responsible_person(number: usize) -> ResponsiblePerson {
    ResponsiblePerson::new()
        .with_certificate(Certificate::of(CertificateKind::Passport, format!("E{number:08}")))
}

/// An APP with these packages.
fn app(number: usize, packages: &[&str]) -> App {
    let packages = packages.iter().map(|name| Package::new().with_name(*name));
    App::new()
        .with_name(format!("APP {number}"))
        .with_platforms([Platform::new(PlatformKind::Android).with_packages(packages)])
}

fn filing(kind: PrincipalKind, services: impl IntoIterator<Item = impl Into<Service>>) -> Filing {
    Filing::new().with_principal(principal(kind)).with_services(services)
}

/// The services of each part.
fn places(parts: &[OrderPart]) -> Vec<Vec<usize>> {
    parts.iter().map(|part| part.services.clone()).collect()
}

fn range(from: usize, to: usize) -> Vec<usize> {
    (from..to).collect()
}

#[test]
fn an_order_within_its_limits_is_the_only_part() {
    for name in common::orders() {
        let request = common::request(&common::order(&name)).unwrap();
        let parts = request.order.split(&request.context, &Rulebook::default()).unwrap();
        assert_eq!(parts.len(), 1, "{name}");
        assert_eq!(parts[0].of(&request.order), request.order, "{name}");
        assert_eq!(parts[0].services, range(0, request.order.services().len()), "{name}");
        assert_eq!(parts[0].earliest.date, request.context.today, "{name}");
        assert_eq!(parts[0].latest_usual.date, request.context.today, "{name}");
    }
}

#[test]
fn the_limit_is_that_of_who_files() {
    let enterprise = Order::FirstFiling(filing(PrincipalKind::Enterprise, (0..21).map(site)));
    assert_eq!(places(&split(&enterprise).unwrap()), [range(0, 10), range(10, 20), range(20, 21)]);
    let individual = Order::AddService(filing(PrincipalKind::Individual, (0..3).map(site)));
    assert_eq!(places(&split(&individual).unwrap()), [[0], [1], [2]]);
    let nobody = Order::FirstFiling(Filing::new().with_services((0..3).map(site)));
    assert_eq!(split(&nobody), Err(SplitError::PrincipalKindUnknown));
}

#[test]
fn later_parts_are_what_they_are_once_the_first_is_approved() {
    let kinds = |order: Order| split(&order).unwrap().iter().map(|part| part.kind).collect::<Vec<_>>();
    let own = || filing(PrincipalKind::Individual, (0..3).map(site));
    let [first, add, elsewhere] =
        [OrderKind::FirstFiling, OrderKind::AddService, OrderKind::AddServiceFromElsewhere];
    assert_eq!(kinds(Order::FirstFiling(own())), [first, add, add]);
    assert_eq!(kinds(Order::AddService(own())), [add, add, add]);
    assert_eq!(kinds(Order::AddServiceFromElsewhere(own())), [elsewhere, add, add]);
}

#[test]
fn orders_without_a_limit_are_not_split() {
    let change = Order::ChangeService(ChangeService::new().with_services((0..30).map(site)));
    let numbers = (1..=30).map(|n| format!("粤ICP备2021000001号-{n}"));
    let cancel = Order::CancelAccess(FiledServices::new().with_service_numbers(numbers));
    for order in [change, cancel] {
        assert_eq!(split(&order).unwrap().len(), 1);
    }
}

#[test]
fn principal_agreements_and_materials_go_with_each_part() {
    let mut request = common::request(&common::order("first-filing/organization-website")).unwrap();
    let Order::FirstFiling(filing) = &mut request.order else { unreachable!() };
    let services = (0..11).map(|number| {
        let Service::Website(mut website) = filing.services[0].clone() else { unreachable!() };
        website.domains[0].name = Some(format!("example{number}.com"));
        Service::from(website)
    });
    filing.services = services.collect();
    let parts = request.order.split(&request.context, &Rulebook::default()).unwrap();
    assert_eq!(parts.len(), 2);
    for part in &parts {
        let order = part.of(&request.order);
        assert_eq!((order.kind(), order.services().len()), (part.kind, part.services.len()));
        assert_eq!(order.principal(), request.order.principal());
        assert_eq!(order.agreements(), request.order.agreements());
        assert_eq!(order.materials(), request.order.materials());
        let report = validate(&order, &request.context, &Rulebook::default());
        assert!(report.findings.iter().all(|finding| !finding.rule().ends_with("over-limit")));
    }
}

#[test]
fn services_that_share_a_package_name_stay_together() {
    // 0 and 11 share a name that differs in case, 11 and 12 another one: so 0, 11 and 12 stay together.
    let mut services: Vec<Service> = (0..13).map(|number| Service::from(site(number))).collect();
    services[0] = app(0, &["com.example.app"]).into();
    services[11] = app(11, &["com.Example.App", "com.example.pad"]).into();
    services[12] = app(12, &["com.example.pad"]).into();
    let parts = split(&Order::FirstFiling(filing(PrincipalKind::Enterprise, services))).unwrap();
    assert_eq!(places(&parts), [[range(0, 8), vec![11, 12]].concat(), range(8, 11)]);
}

#[test]
fn a_group_that_no_order_takes_is_named() {
    let apps = [app(0, &["com.example.one"]), app(1, &["com.example.app"]), app(2, &["com.example.app"])];
    let order = Order::FirstFiling(filing(PrincipalKind::Individual, apps));
    let error = split(&order).unwrap_err();
    let name = Some("com.example.app".into());
    let wanted = SplitError::GroupTooLarge { name, services: vec![1, 2], max: 1, metric: Metric::Services };
    assert_eq!(error, wanted);
    assert_eq!(
        error.to_string(),
        "the services [1, 2], which share `com.example.app`, are over the limit of 1 (services) in one order"
    );
}

#[test]
fn services_with_one_responsible_person_stay_together_where_that_takes_no_more_orders() {
    // Persons 0, 1, 2 in turn are responsible for four services each; the services of two of them fit into
    // one order.
    let turn = (0..12).map(|number| site(number).with_responsible_person(responsible_person(number % 3)));
    let parts = split(&Order::FirstFiling(filing(PrincipalKind::Enterprise, turn))).unwrap();
    assert_eq!(places(&parts), [vec![0, 1, 3, 4, 6, 7, 9, 10], vec![2, 5, 8, 11]]);

    // Seven, seven and six services fit into two orders only where one person is in both.
    let sizes = [0; 7].into_iter().chain([1; 7]).chain([2; 6]).enumerate();
    let services = sizes.map(|(number, of)| site(number).with_responsible_person(responsible_person(of)));
    let parts = split(&Order::FirstFiling(filing(PrincipalKind::Enterprise, services))).unwrap();
    assert_eq!(places(&parts), [range(0, 10), range(10, 20)]);
}

#[test]
fn days_are_counted_from_part_to_part() {
    let order = Order::FirstFiling(filing(PrincipalKind::Individual, (0..3).map(site)));
    let rows = [
        // A Monday, then 2 working days, a day, and 20 working days, with Qingming on 6 April.
        ("2026-03-02", "2026-03-03", "2026-04-02", Certainty::Announced, "2026-03-04"),
        // Across the week of National Day.
        ("2026-09-28", "2026-09-29", "2026-11-03", Certainty::Announced, "2026-09-30"),
        // Into the year 2027, whose holidays are not announced.
        ("2026-12-21", "2026-12-22", "2027-01-21", Certainty::WeekdaysOnly, "2026-12-23"),
    ];
    for (today, earliest, latest, certainty, earliest_of_third) in rows {
        let parts = order.split(&Context::new(date(today)), &Rulebook::default()).unwrap();
        assert_eq!(parts[1].earliest.date, date(earliest), "{today}");
        assert_eq!(parts[1].latest_usual.date, date(latest), "{today}");
        assert_eq!(parts[1].latest_usual.certainty, certainty, "{today}");
        assert_eq!(parts[2].earliest.date, date(earliest_of_third), "{today}");
        assert!(parts[2].latest_usual.certainty >= certainty, "{today}");
    }
    let end = Context::new(NaiveDate::MAX);
    assert_eq!(order.split(&end, &Rulebook::default()), Err(SplitError::BeyondCalendar));
}

#[test]
fn the_limits_of_the_province_count_where_they_are_settled() {
    let in_region = |kind, region: &str, count| {
        let stated = principal(kind).with_region(region);
        Filing::new().with_principal(stated).with_services((0..count).map(site))
    };
    let enterprise = |region, count| in_region(PrincipalKind::Enterprise, region, count);
    // Hubei takes one service in a new-type order; the limit of five in Guizhou is contested.
    assert_eq!(split(&Order::FirstFiling(enterprise("420106", 3))).unwrap().len(), 3);
    assert_eq!(split(&Order::FirstFiling(enterprise("520103", 8))).unwrap().len(), 1);
    // Nothing is known of access orders in Zhejiang.
    assert_eq!(split(&Order::AccessFiling(enterprise("330106", 30))).unwrap().len(), 1);

    // A settled limit on domains from a patch, which a single site exceeds.
    let patch: RulebookPatch =
        serde_json::from_value(serde_json::json!({"provinces": {"33": {"order_limits": [{
            "value": {"metric": "domains", "max": 2},
            "source": {"document": "示例", "section": "", "date": "2026-01-01"},
        }]}}}))
        .unwrap();
    let rulebook = Rulebook::default().patched(&patch).unwrap();
    let order = Order::AccessFiling(enterprise("330106", 5));
    assert_eq!(places(&order.split(&context(), &rulebook).unwrap()), [vec![0, 1], vec![2, 3], vec![4]]);
    let domains = (0..3).map(|number| Domain::named(format!("shop{number}.com")));
    let mut services: Vec<Website> = (0..2).map(site).collect();
    services.push(Website::new().with_domains(domains));
    let stated = principal(PrincipalKind::Enterprise).with_region("330106");
    let order = Order::AccessFiling(Filing::new().with_principal(stated).with_services(services));
    let wanted = SplitError::GroupTooLarge { name: None, services: vec![2], max: 2, metric: Metric::Domains };
    assert_eq!(order.split(&context(), &rulebook), Err(wanted));
}

/// Services of an order: websites and APPs, some with the same responsible persons and packages.
fn services() -> impl Strategy<Value = Vec<Service>> {
    let service = (any::<bool>(), 0..4_usize, 0..40_usize);
    prop::collection::vec(service, 0..45).prop_map(|rows| {
        let each = rows.into_iter().enumerate();
        each.map(|(number, (is_app, of, package))| {
            if is_app {
                app(number, &[&format!("com.example.p{package}")])
                    .with_responsible_person(responsible_person(of))
                    .into()
            } else {
                site(number).with_responsible_person(responsible_person(of)).into()
            }
        })
        .collect()
    })
}

fn packages(service: &Service) -> BTreeSet<String> {
    match service {
        Service::App(app) => {
            app.platforms[0].packages.iter().filter_map(|package| package.name.clone()).collect()
        }
        _ => BTreeSet::new(),
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_stands_twice(services in services(), kind in 0..4_usize) {
        let filing = filing(PrincipalKind::Enterprise, services.clone());
        let order = [Order::FirstFiling, Order::AccessFiling, Order::AddService, Order::AddServiceFromElsewhere]
            [kind](filing);
        let parts = match split(&order) {
            Ok(parts) => parts,
            Err(SplitError::GroupTooLarge { services: group, max, .. }) => {
                prop_assert!(group.len() > usize::try_from(max).unwrap());
                return Ok(());
            }
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        let mut placed: Vec<usize> = places(&parts).concat();
        placed.sort_unstable();
        prop_assert_eq!(placed, range(0, services.len()));
        for part in &parts {
            let own: Vec<Service> = part.services.iter().map(|index| services[*index].clone()).collect();
            let itself = part.of(&order);
            prop_assert_eq!(itself.services(), own.as_slice());
            prop_assert!(part.services.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(!order.kind().is_new_type() || part.services.len() <= 10);
            prop_assert!(part.earliest.date <= part.latest_usual.date);
        }
        let starts: Vec<NaiveDate> = parts.iter().map(|part| part.earliest.date).collect();
        prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
        for (first, a) in parts.iter().enumerate() {
            for b in parts.iter().skip(first + 1) {
                let names = |part: &OrderPart| {
                    part.of(&order).services().iter().flat_map(packages).collect::<BTreeSet<_>>()
                };
                prop_assert!(names(a).is_disjoint(&names(b)));
            }
        }
        prop_assert_eq!(split(&order).unwrap(), parts);
    }

    #[test]
    fn services_that_share_nothing_take_as_few_orders_as_they_can(of in prop::collection::vec(0..6_usize, 1..60)) {
        let services = of.iter().enumerate().map(|(number, of)| site(number).with_responsible_person(responsible_person(*of)));
        let order = Order::FirstFiling(filing(PrincipalKind::Enterprise, services));
        prop_assert_eq!(split(&order).unwrap().len(), of.len().div_ceil(10));
    }

    #[test]
    fn no_part_is_over_a_limit_that_the_whole_was_over(services in services(), individual in any::<bool>()) {
        let kind = if individual { PrincipalKind::Individual } else { PrincipalKind::Enterprise };
        let order = Order::FirstFiling(filing(kind, services));
        for part in split(&order).unwrap_or_default() {
            let report = validate(&part.of(&order), &context(), &Rulebook::default());
            let over: Vec<&str> = report.findings.iter().map(beian::Finding::rule)
                .filter(|rule| rule.ends_with("services-over-limit"))
                .collect();
            prop_assert!(over.is_empty(), "{over:?}");
        }
    }
}
