//! The orders, with what the registry and the account have to say of them.

use crate::model::context::{Account, Context, TargetAccount};
use crate::model::domain::{Domain, Registrar, Registration};
use crate::model::material::{Material, MaterialFormat, MaterialKind};
use crate::model::order::{
    Agreement, ChangeFiling, ChangeService, Channel, DeregisterHollowPrincipal, DeregisterPrincipal,
    FiledServices, Filing, MigrateAccount, Order, OrderKind, Verification,
};
use crate::model::principal::PrincipalKind;
use crate::model::registry::{FiledPrincipal, FiledService, Registry, Snapshot};
use crate::model::request::Request;
use crate::model::resource::{Billing, Resource, Server};
use crate::model::service::{
    App, Package, Platform, PreApproval, Service, ServiceKind, ServiceLanguage, Website, WebsiteContent,
};
use crate::testing::applicant::Applicant;
use crate::testing::{day, TODAY};
use crate::value::PlatformKind;

const ACCOUNT: &str = "100001";
const FILING_NUMBER: &str = "浙ICP备2023000001号";
const WEBSITE_NUMBER: &str = "浙ICP备2023000001号-1";
const APP_NUMBER: &str = "浙ICP备2023000001号-2A";
/// Of the website that a principal has already to whom a service is added.
const EARLIER_NUMBER: &str = "浙ICP备2023000001号-9";
const DECLARATION: &str = "本人确认注销该主体及其全部服务";

/// This provider in the built-in rulebook, and one beside it.
const HERE: &str = "tencent";
const ELSEWHERE: &str = "other-cloud";

/// A DER key of 2048 bits, of no key pair.
const PUBLIC_KEY: &str = "\
    30820122300D06092A864886F70D01010105000382010F003082010A0282010100C41AB92590637AC82026CA65266B2898428EA4\
    91B1E6D543D7202CF486EA62965174B7B0D8087FDEDEFBFC2F9DDCAD0EA9FA2FB4B6EB619A9482666F16A2E60571F6DFD8FD7C17\
    CA9F0D5ACB395561690BD31FCAA809CF274B0C8F569582967867F154411EEE52E4A081994729CCFA031770D50970C03490BA3249\
    09FFC5BE3A2827C1AC9E37AAAADFBAD7024E78151B0D833609480C6F3DE6CF8D08AF921EBAE797A6124068D650E68B3079183778\
    79D82B686B0FB87069148F12978FDC04ED555C8B99E05BBE4CB8D74ADC1C5D9C114467833B3F847DBFBF0A22B3930EDB25F927F7\
    C70F64183191D3A45BCB3D2AD6D1BF934F6FE8A3189761732A8B7E940B0203010001";

/// What an order has to do with what is filed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing of the principal is filed.
    New,
    /// The principal is filed, the service is not.
    Added,
    /// The service is filed, and is stated anew.
    Filed,
}

pub(super) fn request(order: OrderKind, principal: PrincipalKind, service: ServiceKind) -> Request {
    let who = Applicant::of(principal);
    let made = match order {
        OrderKind::FirstFiling => Order::FirstFiling(filing(&who, service, Stage::New)),
        OrderKind::AccessFiling => Order::AccessFiling(filing(&who, service, Stage::Filed)),
        OrderKind::AddService => Order::AddService(filing(&who, service, Stage::Added)),
        OrderKind::AddServiceFromElsewhere => {
            Order::AddServiceFromElsewhere(filing(&who, service, Stage::Added))
        }
        OrderKind::ChangeFiling => Order::ChangeFiling(
            ChangeFiling::new()
                .with_filing_number(FILING_NUMBER)
                .with_principal(who.stated())
                .with_services([changed(&who, service)])
                .with_agreements(Agreement::ALL),
        ),
        OrderKind::ChangeService => Order::ChangeService(
            ChangeService::new()
                .with_filing_number(FILING_NUMBER)
                .with_services([changed(&who, service)])
                .with_agreements(Agreement::ALL),
        ),
        OrderKind::DeregisterPrincipal => Order::DeregisterPrincipal(
            DeregisterPrincipal::new()
                .with_filing_number(FILING_NUMBER)
                .with_declaration(DECLARATION)
                .with_verification(verified()),
        ),
        OrderKind::DeregisterHollowPrincipal => Order::DeregisterHollowPrincipal(
            DeregisterHollowPrincipal::new().with_filing_number(FILING_NUMBER),
        ),
        OrderKind::DeregisterServices => Order::DeregisterServices(named(service)),
        OrderKind::CancelAccess => Order::CancelAccess(named(service)),
        OrderKind::MigrateAccount => Order::MigrateAccount(
            MigrateAccount::new()
                .with_filing_number(FILING_NUMBER)
                .with_responsible_person_name(who.responsible_person())
                .with_responsible_person_contact(who.mobile())
                .with_target_account("100002")
                .with_verification(verified()),
        ),
    };
    let mut context =
        Context::new(TODAY).with_account(account(&who)).with_registry(registry(order, &who, service));
    if order == OrderKind::MigrateAccount {
        context = context.with_target_account(
            TargetAccount::new()
                .with_id("100002")
                .with_real_name(who.name())
                .with_china_site(true)
                .with_main_account(true)
                .with_has_filings(false)
                .with_has_orders(false),
        );
    }
    Request::new(made, context)
}

fn filing(who: &Applicant, service: ServiceKind, stage: Stage) -> Filing {
    let letter = Material::new(MaterialKind::CommitmentLetter)
        .with_format(MaterialFormat::Jpeg)
        .with_bytes(640_000)
        .with_issued_on(day(2026, 11, 20));
    Filing::new()
        .with_principal(who.stated())
        .with_services([stated(who, service, stage)])
        .with_agreements(Agreement::ALL)
        .with_materials([letter])
}

fn verified() -> Verification {
    Verification::new().with_channel(Channel::Sms).with_verified(true)
}

const fn number(service: ServiceKind) -> &'static str {
    match service {
        ServiceKind::Website => WEBSITE_NUMBER,
        ServiceKind::App => APP_NUMBER,
    }
}

fn named(service: ServiceKind) -> FiledServices {
    FiledServices::new().with_service_numbers([number(service)]).with_verification(verified())
}

/// A filed service as a change states it: open, and showing its number.
fn changed(who: &Applicant, service: ServiceKind) -> Service {
    match stated(who, service, Stage::Filed) {
        Service::Website(site) => {
            site.with_filing_number(WEBSITE_NUMBER).with_open(true).with_number_displayed(true).into()
        }
        Service::App(app) => app.with_filing_number(APP_NUMBER).with_open(true).into(),
    }
}

fn stated(who: &Applicant, service: ServiceKind, stage: Stage) -> Service {
    let is_open = stage == Stage::Filed;
    let (own, _) = who.domains();
    match filed(who, service, own) {
        Service::Website(mut site) => {
            for domain in &mut site.domains {
                *domain = std::mem::take(domain).with_registration(registration(who));
                domain.resolves = (!is_open).then_some(false);
            }
            site.home_page_name = is_open.then(|| who.website.to_owned());
            site.home_page_title = is_open.then(|| format!("{} - 首页", who.website));
            site.pre_approval = who.is_organization().then(PreApproval::none);
            site.responsible_person = who.of_service();
            site.with_remark(if who.is_organization() {
                "展示本公司产品的图文介绍，不含交易功能。"
            } else {
                "记录个人读书笔记，不含评论与交易功能。"
            })
            .with_resources([server()])
            .with_materials(
                [picture(MaterialKind::DomainCertificate)].into_iter().chain(who.because_of_name()),
            )
            .into()
        }
        Service::App(mut app) => {
            for platform in &mut app.platforms {
                for domain in &mut platform.domains {
                    *domain = std::mem::take(domain).with_registration(registration(who));
                }
                let fingerprint = match platform.platform {
                    PlatformKind::Android => "5C7E1F0A93B84D26E1A7C05D8F3B6924",
                    _ => "A1F0C3D27B5E4968807D2C1E5F93B6A40D7E8C25",
                };
                for package in &mut platform.packages {
                    *package =
                        std::mem::take(package).with_public_key(PUBLIC_KEY).with_fingerprint(fingerprint);
                }
            }
            app.pre_approval = who.is_organization().then(PreApproval::none);
            app.responsible_person = who.of_service();
            app.with_remark(if who.is_organization() {
                "展示本公司产品的图文介绍，不含交易功能。"
            } else {
                "记录个人读书笔记，不含评论功能与交易功能。"
            })
            .with_resources([server()])
            .with_materials([picture(MaterialKind::AppIcon)].into_iter().chain(who.because_of_name()))
            .into()
        }
    }
}

/// A service as the registry has it.
fn filed(who: &Applicant, service: ServiceKind, domain: &str) -> Service {
    match service {
        ServiceKind::Website => Website::new()
            .with_name(who.website)
            .with_contents([if who.is_organization() {
                WebsiteContent::OrganizationPortal
            } else {
                WebsiteContent::Other
            }])
            .with_languages([ServiceLanguage::ChineseSimplified])
            .with_domains([Domain::named(domain)])
            .into(),
        ServiceKind::App => {
            let platform = |kind| {
                Platform::new(kind)
                    .with_domains([Domain::named(format!("api.{domain}"))])
                    .with_packages([Package::new().with_name("com.example.assistant")])
            };
            App::new()
                .with_name(who.app)
                .with_contents(["1001"])
                .with_languages([ServiceLanguage::ChineseSimplified])
                .with_provides_sdk(false)
                .with_uses_sdks([""; 0])
                .with_platforms([PlatformKind::Android, PlatformKind::Ios].map(platform))
                .into()
        }
    }
}

fn registration(who: &Applicant) -> Registration {
    Registration::new()
        .with_registrant(who.name())
        .with_certificate(who.certificate())
        .with_expires_on(day(2028, 6, 30))
        .with_real_name_verified_on(day(2025, 1, 10))
        .with_on_hold(false)
        .with_registrar(Registrar::new().with_approved(true).with_same_provider(true))
}

fn server() -> Resource {
    Resource::CloudServer(
        Server::new()
            .with_id("ins-example1")
            .with_mainland(true)
            .with_public_ip("203.0.113.10")
            .with_billing(Billing::Prepaid)
            .with_purchased_months(12)
            .with_expires_on(day(2027, 8, 1))
            .with_services_filed(0),
    )
}

fn picture(kind: MaterialKind) -> Material {
    Material::new(kind).with_format(MaterialFormat::Png).with_bytes(320_000)
}

fn account(who: &Applicant) -> Account {
    Account::new()
        .with_id(ACCOUNT)
        .with_real_name(who.name())
        .with_real_name_verified_on(day(2024, 3, 1))
        .with_bound_mobile(who.mobile())
        .with_china_site(true)
        .with_main_account(true)
}

/// What is filed for the order, which is all there is.
fn registry(order: OrderKind, who: &Applicant, service: ServiceKind) -> Registry {
    let entry = |number: &str, providers: &[&str], service: Service| {
        FiledService::new()
            .with_filing_number(number)
            .with_providers(providers.iter().copied())
            .with_approved_on(day(2023, 5, 12))
            .with_service(service)
    };
    let open = |service: Service| match service {
        Service::Website(site) => site.with_open(true).with_number_displayed(true).into(),
        Service::App(app) => app.with_open(true).into(),
    };
    let (own, earlier) = who.domains();
    let (account, services) = match order {
        OrderKind::FirstFiling => (None, None),
        OrderKind::AccessFiling => {
            (None, Some(vec![entry(number(service), &[ELSEWHERE], filed(who, service, own))]))
        }
        OrderKind::AddService | OrderKind::AddServiceFromElsewhere => {
            let site = open(filed(who, ServiceKind::Website, earlier));
            let (account, provider) =
                if order == OrderKind::AddService { (Some(ACCOUNT), HERE) } else { (None, ELSEWHERE) };
            (account, Some(vec![entry(EARLIER_NUMBER, &[provider], site)]))
        }
        OrderKind::ChangeFiling | OrderKind::ChangeService => {
            let filed = open(filed(who, service, own));
            (Some(ACCOUNT), Some(vec![entry(number(service), &[HERE], filed)]))
        }
        OrderKind::DeregisterHollowPrincipal => (Some(ACCOUNT), Some(Vec::new())),
        OrderKind::DeregisterPrincipal
        | OrderKind::DeregisterServices
        | OrderKind::CancelAccess
        | OrderKind::MigrateAccount => {
            // What access is cancelled to goes on elsewhere.
            let providers = |kind| if kind == service { &[HERE, ELSEWHERE][..] } else { &[HERE][..] };
            let both = ServiceKind::ALL
                .iter()
                .map(|kind| entry(number(*kind), providers(*kind), filed(who, *kind, own)));
            (Some(ACCOUNT), Some(both.collect()))
        }
    };
    let principals = services.map(|services| {
        let mut principal = FiledPrincipal::new()
            .with_filing_number(FILING_NUMBER)
            .with_responsible_person_contact_works(true)
            .with_principal(who.filed())
            .with_services(services);
        principal.account = account.map(str::to_owned);
        principal
    });
    Registry::from(
        Snapshot::new()
            .with_principals(principals)
            .with_blacklisted_domains([""; 0])
            .with_blacklisted_certificates([""; 0])
            .with_blacklisted_names([""; 0]),
    )
}
