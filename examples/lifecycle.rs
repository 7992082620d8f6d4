//! One principal's story, told in code: first filing, approval, an APP, a change, cancelling access with its
//! warnings, deregistration. Each order has its report and its dates, and what is filed grows and shrinks.
//!
//! ```text
//! cargo run --example lifecycle
//! cargo run --example lifecycle -- --lang zh
//! ```
#![allow(clippy::unwrap_used, missing_docs)]

use std::io;
use std::process::ExitCode;

use beian::calendar::Calendar;
use beian::order::{
    Agreement, ChangeService, Channel, DeregisterPrincipal, FiledServices, Filing, Verification,
};
use beian::progress::{Event, Progress, State};
use beian::registry::{FiledPrincipal, FiledService, Registry};
use beian::resource::{Billing, Resource, Server};
use beian::service::{App, Package, Platform, PlatformKind, PreApproval, Service, Website};
use beian::value::Province;
use beian::{
    validate, Account, Certificate, CertificateKind, Context, Domain, Language, LegalRepresentative,
    Material, MaterialFormat, MaterialKind, Order, OrderKind, Principal, PrincipalKind, Registrar,
    Registration, ResponsiblePerson, Rulebook, Text, VideoVerification,
};
use chrono::{NaiveDate, NaiveTime};
use common::{Arguments, Opt, World};

mod common;

const OPTIONS: &[Opt] = &[common::LANG, common::HELP];

const HELP: Text = Text {
    zh: "讲述一个主体从首次备案到注销的全过程，列出每个订单的检查结果和时间。\n\n用法：lifecycle [--lang zh|en]\n",
    en: "Tells one principal's story from first filing to deregistration, each order with its report and its dates.\n\nUsage: lifecycle [--lang zh|en]\n",
};

fn main() -> ExitCode {
    common::start(run)
}

/// Runs the program and gives its exit status.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn run(world: &mut World<'_>) -> io::Result<u8> {
    let arguments = match Arguments::read(world, OPTIONS) {
        Ok(arguments) => arguments,
        Err(message) => {
            writeln!(world.err, "{message}")?;
            return Ok(common::FAILURE);
        }
    };
    let language = arguments.language(world);
    if arguments.has(&common::HELP) {
        world.out.write_all(HELP.get(language).as_bytes())?;
        return Ok(0);
    }
    let mut story = Story { filed: None, calendar: Calendar::builtin(), language, out: world.out };
    story.tell()?;
    Ok(0)
}

const NUMBER: &str = "浙ICP备2026000001号";
const SITE: &str = "浙ICP备2026000001号-1";
const APP: &str = "浙ICP备2026000001号-2A";

struct Story<'a> {
    /// What is filed so far.
    filed: Option<FiledPrincipal>,
    calendar: Calendar,
    language: Language,
    out: &'a mut dyn io::Write,
}

impl Story<'_> {
    fn tell(&mut self) -> io::Result<()> {
        let filing = |services: Vec<Service>| {
            Filing::new().with_principal(principal()).with_services(services).with_agreements(Agreement::ALL)
        };

        // Nothing is filed yet.
        self.order(&Order::FirstFiling(filing(vec![site().into()])), day(2026, 2, 10))?;
        self.approve(SITE, site().into(), day(2026, 3, 20));

        // A second service, of a principal that is filed here.
        self.order(&Order::AddService(filing(vec![app().into()])), day(2026, 4, 1))?;
        self.approve(APP, app().into(), day(2026, 5, 8));

        // The site gets another server. Its footer has lost the number, so the order would be refused.
        let changed = site().with_filing_number(SITE).with_open(true).with_number_displayed(false);
        let change = |site: Website| {
            Order::ChangeService(
                ChangeService::new()
                    .with_filing_number(NUMBER)
                    .with_services([site])
                    .with_agreements(Agreement::ALL),
            )
        };
        self.order(&change(changed.clone()), day(2026, 6, 8))?;
        self.order(&change(changed.with_number_displayed(true)), day(2026, 6, 9))?;

        // Taking the site away from its only provider is allowed, and has consequences.
        let verified = Verification::new().with_channel(Channel::Sms).with_verified(true);
        let services = FiledServices::new().with_service_numbers([SITE]).with_verification(verified.clone());
        self.order(&Order::CancelAccess(services), day(2026, 8, 3))?;

        // In the end everything is given up.
        let end = DeregisterPrincipal::new()
            .with_filing_number(NUMBER)
            .with_declaration("我已知晓注销后果并自愿注销")
            .with_verification(verified);
        self.order(&Order::DeregisterPrincipal(end), day(2026, 9, 28))
    }

    /// Hands an order in: its report, and, where it is submittable, how long each step may take.
    fn order(&mut self, order: &Order, today: NaiveDate) -> io::Result<()> {
        let context = Context::new(today).with_account(account()).with_registry(self.registry());
        let report = validate(order, &context, &Rulebook::default());
        writeln!(self.out, "\n{today}  {}", order.kind().text().get(self.language))?;
        for finding in &report.findings {
            let severity = finding.severity.text().get(self.language);
            writeln!(self.out, "  {severity}  {}", finding.message(self.language))?;
        }
        if !report.is_submittable() {
            let refused = Text { zh: "不能提交，先修改", en: "not submitted: to be fixed first" };
            return writeln!(self.out, "  {}", refused.get(self.language));
        }
        self.progress(order.kind(), Event::submission_of(order, &context), today)
    }

    /// Follows the order to its approval, each step as late as it may be.
    fn progress(&mut self, kind: OrderKind, submission: Event, today: NaiveDate) -> io::Result<()> {
        let mut now = today.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap());
        let mut progress = Progress::draft(kind, now).unwrap();
        let mut next = Some(submission);
        while let Some(event) = next {
            let state = progress.apply(event, now).unwrap();
            let state_text = state.text().get(self.language);
            match progress.deadline(now, &self.calendar).filter(|_| state != State::Approved) {
                Some(deadline) => {
                    let by = Text { zh: "最晚", en: "by" }.get(self.language);
                    writeln!(self.out, "  {}  {state_text} · {by} {}", now.date(), deadline.latest)?;
                    now = deadline.latest;
                }
                None => writeln!(self.out, "  {}  {state_text}", now.date())?,
            }
            next = match state {
                State::PreliminaryReview => Some(Event::PreliminaryPassed),
                State::SmsVerification => Some(Event::SmsVerified),
                State::AuthorityReview => Some(Event::Approved),
                _ => None,
            };
        }
        Ok(())
    }

    fn registry(&self) -> Registry {
        Registry::new(self.filed.clone(), [])
    }

    /// The authority approves a service: from now on it is filed.
    fn approve(&mut self, number: &str, service: Service, on: NaiveDate) {
        let service = FiledService::new()
            .with_filing_number(number)
            .with_providers(["tencent"])
            .with_approved_on(on)
            .with_service(service);
        let filed = self.filed.get_or_insert_with(|| {
            FiledPrincipal::new()
                .with_filing_number(NUMBER)
                .with_account("100001")
                .with_responsible_person_contact_works(true)
                .with_principal(principal())
        });
        filed.services.push(service);
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const COMPANY: &str = "杭州云澜测试科技有限公司";
const LICENCE: &str = "91330106MA2DEM7111";
const ADDRESS: &str = "浙江省杭州市西湖区文三路18号3栋1205室";

fn account() -> Account {
    Account::new()
        .with_id("100001")
        .with_real_name(COMPANY)
        .with_bound_mobile("13800138001")
        .with_china_site(true)
        .with_main_account(true)
}

fn photo(kind: MaterialKind) -> Material {
    Material::new(kind).with_format(MaterialFormat::Jpeg).with_bytes(640_000).with_original(true)
}

/// The managing director is responsible for the principal and each service.
fn responsible_person() -> ResponsiblePerson {
    ResponsiblePerson::new()
        .with_name("李思远")
        .with_certificate(
            Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236")
                .with_valid_from(day(2016, 5, 1))
                .with_valid_until(day(2036, 5, 1)),
        )
        .with_mobile("13800138001")
        .with_mobile_verified(true)
        .with_emergency_contact("13900138001")
        .with_email("li.siyuan@beian-demo.cn")
        .with_materials([photo(MaterialKind::PortraitSide), photo(MaterialKind::EmblemSide)])
}

fn service_responsible_person() -> ResponsiblePerson {
    responsible_person().with_video_verification(
        VideoVerification::new()
            .with_date(day(2026, 2, 9))
            .with_province(Province::Zhejiang)
            .with_wechat_country_code("86"),
    )
}

fn principal() -> Principal {
    let representative = Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236");
    Principal::new()
        .with_kind(PrincipalKind::Enterprise)
        .with_name(COMPANY)
        .with_certificate(Certificate::of(CertificateKind::BusinessLicense, LICENCE).with_address(ADDRESS))
        .with_legal_representative(
            LegalRepresentative::new().with_name("李思远").with_certificate(representative),
        )
        .with_region("330106")
        .with_mailing_address(ADDRESS)
        .with_responsible_person(responsible_person())
        .with_materials([photo(MaterialKind::Certificate)])
}

fn domain(name: &str) -> Domain {
    Domain::named(name).with_resolves(false).with_registration(
        Registration::new()
            .with_registrant(COMPANY)
            .with_certificate(Certificate::of(CertificateKind::BusinessLicense, LICENCE))
            .with_expires_on(day(2028, 3, 1))
            .with_real_name_verified_on(day(2025, 1, 10))
            .with_on_hold(false)
            .with_registrar(Registrar::new().with_approved(true).with_same_provider(false)),
    )
}

fn server(id: &str, address: &str) -> Resource {
    Resource::CloudServer(
        Server::new()
            .with_id(id)
            .with_mainland(true)
            .with_public_ip(address)
            .with_billing(Billing::Prepaid)
            .with_purchased_months(24)
            .with_expires_on(day(2028, 2, 1))
            .with_services_filed(0),
    )
}

fn site() -> Website {
    Website::new()
        .with_name("云澜测试产品展示")
        .with_domains([domain("beian-demo.com")])
        .with_contents([beian::service::WebsiteContent::OrganizationPortal])
        .with_languages([beian::service::ServiceLanguage::ChineseSimplified])
        .with_resources([server("ins-site", "203.0.113.10")])
        .with_pre_approval(PreApproval::none())
        .with_remark("展示本公司测试产品的图文介绍，不含交易与交互功能。")
        .with_responsible_person(service_responsible_person())
        .with_materials([photo(MaterialKind::DomainCertificate)])
}

fn app() -> App {
    let package = Package::new()
        .with_name("cn.beiandemo.assistant")
        .with_public_key("00C45E".repeat(12))
        .with_fingerprint("5C7E1F0A93B84D26E1A7C05D8F3B6924");
    App::new()
        .with_name("云澜助手")
        .with_contents(["500".to_owned()])
        .with_languages([beian::service::ServiceLanguage::ChineseSimplified])
        .with_provides_sdk(false)
        .with_uses_sdks(Vec::<String>::new())
        .with_resources([server("ins-app", "203.0.113.11")])
        .with_pre_approval(PreApproval::none())
        .with_remark("面向本公司客户的测试产品说明应用，不含交易与交互功能。")
        .with_responsible_person(service_responsible_person())
        .with_platforms([Platform::new(PlatformKind::Android)
            .with_domains([domain("api.beian-demo.com")])
            .with_packages([package])])
        .with_materials([photo(MaterialKind::AppIcon).with_bytes(80_000)])
}
