//! Orders and registries to measure with. People, companies and numbers are made up.

use beian::order::{Agreement, Filing};
use beian::registry::{FiledPrincipal, FiledService, Registry};
use beian::resource::{Billing, Server};
use beian::service::{App, Package, Platform, PlatformKind, PreApproval, ServiceLanguage};
use beian::testing::Numbers;
use beian::value::Province;
use beian::{
    Account, Certificate, CertificateKind, Context, Domain, LegalRepresentative, Material, MaterialFormat,
    MaterialKind, Order, Principal, PrincipalKind, Registrar, Registration, Resource, ResponsiblePerson,
    Service, VideoVerification,
};
use chrono::NaiveDate;
use serde_json::{json, Value};

const COMPANY: &str = "深圳市示例科技有限公司";
/// The name of both legal representative and responsible person: some provinces want one person to be both.
const REPRESENTATIVE: &str = "张三";
const ADDRESS: &str = "广东省深圳市南山区科技园路1号2栋301室";
const CREDIT_CODE: &str = "91440300MA5EXAMP0C";

/// A company's first filing of so many APPs: complete, and without a mistake except, beyond ten, their
/// number.
pub(crate) fn apps(count: usize) -> Order {
    let principal = Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_name(COMPANY)
        .with_certificate(company_certificate().with_address(ADDRESS))
        .with_legal_representative(
            LegalRepresentative::new().with_name(REPRESENTATIVE).with_certificate(identity_card(0)),
        )
        .with_region("440305")
        .with_mailing_address(ADDRESS)
        .with_responsible_person(person(0).with_name("张三"))
        .with_materials([material(MaterialKind::Certificate)]);
    Order::FirstFiling(
        Filing::new()
            .with_principal(principal)
            .with_services((0..count).map(app))
            .with_agreements(Agreement::ALL.iter().copied())
            .with_materials([material(MaterialKind::CommitmentLetter)]),
    )
}

/// A thousand services in orders of `count` each.
///
/// An order of few services that is validated over and over stays in the processor's cache, and one of a
/// thousand does not. Going through all orders in turn takes the same memory whatever `count` is, so that
/// only the number of services in one order makes a difference.
pub(crate) fn a_thousand_by(count: usize) -> Vec<Order> {
    (0..1000 / count).map(|_| apps(count)).collect()
}

/// A place, the value put there, and the rule that then reports it.
type Fault = (&'static str, fn() -> Value, &'static str);

/// The mistakes of the faulty order.
const FAULTS: [Fault; 13] = [
    ("/principal/certificate/number", || json!("91440300MA5EXAMPLX"), "principal.certificate-number-invalid"),
    ("/principal/region", || json!("440399"), "principal.region-invalid"),
    ("/principal/responsible_person/mobile", || json!("12800138000"), "person.mobile-invalid"),
    ("/principal/responsible_person/email", || json!("li.si.example.com"), "person.email-invalid"),
    (
        "/principal/responsible_person/certificate/valid_until",
        || json!("2026-05-01"),
        "person.certificate-expired",
    ),
    ("/services/1/name", || json!("示例应用0"), "order.service-repeated"),
    ("/services/2/platforms/0/domains/0/name", || json!("a.b.c.example.com"), "domain.level-exceeded"),
    ("/services/3/platforms/0/domains/1/name", || json!("-bad-.example.com"), "domain.malformed"),
    ("/services/4/platforms/0/packages/0/name", || json!("com.example.app5"), "app.package-name-taken"),
    ("/services/6/platforms/0/packages/0/fingerprint", || json!("zz"), "app.fingerprint-malformed"),
    ("/services/7/resources/0/mainland", || json!(false), "resource.outside-mainland"),
    ("/services/8/resources/0/purchased_months", || json!(1), "resource.purchase-too-short"),
    ("/agreements", || json!(["privacy_statement", "terms"]), "order.agreement-missing"),
];

/// Ten APPs with thirteen faults.
pub(crate) fn faulty() -> Order {
    let mut order = serde_json::to_value(apps(10)).unwrap();
    for (place, value, _) in FAULTS {
        *order.pointer_mut(place).unwrap() = value();
    }
    serde_json::from_value(order).unwrap()
}

/// The rules that the faulty order breaks.
pub(crate) fn broken_rules() -> impl Iterator<Item = &'static str> {
    FAULTS.into_iter().map(|(_, _, rule)| rule)
}

/// The day, the company's account, and no registry.
pub(crate) fn context() -> Context {
    Context::new(day(2026, 11, 23)).with_account(
        Account::new()
            .with_id("100001")
            .with_real_name(COMPANY)
            .with_bound_mobile("13800138000")
            .with_china_site(true)
            .with_main_account(true),
    )
}

/// A registry of so many APPs that other principals filed, ten each.
pub(crate) fn registry(services: usize) -> Registry {
    let principals = (0..services / 10).map(|p| {
        let number = format!("粤ICP备{}号", 2_021_000_001 + p);
        let services = (0..10).map(|s| {
            FiledService::new()
                .with_filing_number(format!("{number}-{}A", s + 1))
                .with_providers(["tencent"])
                .with_approved_on(day(2021, 3, 2))
                .with_service(app(100_000 + 10 * p + s))
        });
        FiledPrincipal::new()
            .with_account(format!("{}", 200_000 + p))
            .with_services(services)
            .with_filing_number(&number)
    });
    Registry::new(principals, [])
}

fn app(i: usize) -> Service {
    let kinds = [PlatformKind::Android, PlatformKind::Ios, PlatformKind::HarmonyOs];
    let platforms = kinds.into_iter().take(2 + i % 2).map(|kind| platform(i, kind));
    let server = Server::new()
        .with_id(format!("ins-{i:08}"))
        .with_mainland(true)
        .with_public_ip(format!("203.0.113.{}", i % 250 + 1))
        .with_billing(Billing::Prepaid)
        .with_purchased_months(12)
        .with_expires_on(day(2027, 6, 30))
        .with_services_filed(0);
    App::new()
        .with_name(format!("示例应用{i}"))
        .with_contents(["1001"])
        .with_languages([ServiceLanguage::ChineseSimplified])
        .with_resources([Resource::CloudServer(server)])
        .with_pre_approval(PreApproval::none())
        .with_remark("面向本公司客户的产品说明应用，提供说明书查询和报修。")
        .with_responsible_person(person(i + 1))
        .with_materials([material(MaterialKind::AppIcon)])
        .with_provides_sdk(false)
        .with_uses_sdks([""; 0])
        .with_platforms(platforms)
        .into()
}

fn platform(i: usize, kind: PlatformKind) -> Platform {
    let mut numbers = Numbers::from_seed(i.try_into().unwrap());
    let package = Package::new()
        .with_name(format!("com.example.app{i}"))
        .with_public_key(numbers.public_key().to_string())
        .with_fingerprint(numbers.fingerprint(kind).to_string());
    let domains = match kind {
        PlatformKind::Android => {
            vec![domain(format!("api{i}.example.com")), domain(format!("cdn{i}.static.example.cn"))]
        }
        _ => vec![domain(format!("api{i}.example.com"))],
    };
    Platform::new(kind).with_domains(domains).with_packages([package])
}

fn domain(name: String) -> Domain {
    Domain::named(name).with_registration(
        Registration::new()
            .with_registrant(COMPANY)
            .with_certificate(company_certificate())
            .with_expires_on(day(2027, 8, 1))
            .with_real_name_verified_on(day(2025, 1, 10))
            .with_registrar(Registrar::new().with_approved(true).with_same_provider(false)),
    )
}

fn person(i: usize) -> ResponsiblePerson {
    let video = VideoVerification::new()
        .with_date(day(2026, 11, 20))
        .with_province(Province::Guangdong)
        .with_wechat_country_code("86");
    ResponsiblePerson::new()
        .with_name(if i == 0 { REPRESENTATIVE } else { "李四" })
        .with_certificate(identity_card(i).with_valid_from(day(2016, 5, 1)).with_valid_until(day(2036, 5, 1)))
        .with_mobile(format!("138{:08}", 138_000 + i))
        .with_mobile_verified(true)
        .with_emergency_contact("0755-26000000")
        .with_email(format!("li.si{i}@example.com"))
        .with_video_verification(video)
        .with_materials([material(MaterialKind::PortraitSide), material(MaterialKind::EmblemSide)])
}

fn company_certificate() -> Certificate {
    Certificate::of(CertificateKind::BusinessLicense, CREDIT_CODE)
}

/// The card of a person.
fn identity_card(i: usize) -> Certificate {
    let number = Numbers::from_seed(i.try_into().unwrap()).resident_id();
    Certificate::of(CertificateKind::ResidentIdCard, number.to_string())
}

fn material(kind: MaterialKind) -> Material {
    Material::new(kind).with_format(MaterialFormat::Jpeg).with_bytes(512_000).with_original(true)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
