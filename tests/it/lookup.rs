//! Look-up and export of what is filed.

use std::collections::BTreeSet;

use beian::export::{BasicFiling, BasicRow};
use beian::lookup::Listing;
use beian::registry::{FiledPrincipal, FiledService, OrderInProgress, Registry, Snapshot};
use beian::resource::{LicenseCode, LoadBalancer, Server, Serverless};
use beian::service::{App, DeclaredPreApproval, Package, Platform, PlatformKind, PreApproval, Website};
use beian::value::{DomainName, FilingNumber};
use beian::{
    Certificate, Domain, Language, LegalRepresentative, Material, Principal, PrincipalKind, Registrar,
    Registration, Resource, ResponsiblePerson, Service, VideoVerification,
};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::{json, Value};

const COMPANY: &str = "粤ICP备2021000001号";
const PERSON: &str = "京ICP备2019000001号";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn platform(kind: PlatformKind, domain: &str, package: &str) -> Platform {
    Platform::new(kind)
        .with_domains([Domain::named(domain)])
        .with_packages([Package::new().with_name(package)])
}

/// A company with two websites (one of them elsewhere), an APP and a mini program; an individual with a
/// website; and a hollow principal.
fn registry() -> Registry {
    let shop = Website::new()
        .with_name("示例商城")
        .with_domains([Domain::named("example.com"), Domain::named("m.example.com")])
        .with_responsible_person(ResponsiblePerson::new().with_name("王五"));
    let blog = Website::new().with_name("示例博客").with_domains([Domain::named("example.net")]);
    let app = App::new()
        .with_name("示例")
        .with_responsible_person(ResponsiblePerson::new().with_name("李四"))
        .with_platforms([
            platform(PlatformKind::Android, "api.example.org", "com.example.app"),
            platform(PlatformKind::Ios, "api.example.org", "com.example.App"),
            platform(PlatformKind::HarmonyOs, "cdn.example.org", "com.example.app"),
        ]);
    let service = |suffix: &str, providers: &[&str], approved: &str| {
        FiledService::new()
            .with_filing_number(format!("{COMPANY}-{suffix}"))
            .with_providers(providers.iter().copied())
            .with_approved_on(day(approved))
    };
    let company = FiledPrincipal::new()
        .with_filing_number(COMPANY)
        .with_account("100001")
        .with_principal(
            Principal::new()
                .with_kind(PrincipalKind::Enterprise)
                .with_name("深圳市示例科技有限公司")
                .with_responsible_person(ResponsiblePerson::new().with_name("李四")),
        )
        .with_services([
            service("1", &["tencent"], "2021-03-02").with_service(shop),
            service("2", &["elsewhere"], "2022-05-06").with_service(blog),
            service("3A", &["elsewhere", "tencent"], "2023-07-08").with_service(app),
            service("4X", &["tencent"], "2024-09-10"),
        ]);
    let notes = Website::new().with_name("张三的笔记").with_domains([Domain::named("example.org")]);
    let individual = FiledPrincipal::new()
        .with_filing_number(PERSON)
        .with_account("100002")
        .with_principal(Principal::new().with_kind(PrincipalKind::Individual).with_name("张三"))
        .with_services([FiledService::new()
            .with_filing_number(format!("{PERSON}-1"))
            .with_providers(["tencent"])
            .with_service(notes)]);
    let hollow = FiledPrincipal::new()
        .with_filing_number("鲁ICP备2018000001号")
        .with_account("100003")
        .with_principal(Principal::new().with_kind(PrincipalKind::Enterprise).with_name("济南示例有限公司"));
    Registry::new([company, individual, hollow], [])
}

fn number(text: &str) -> FilingNumber {
    FilingNumber::parse(text).unwrap()
}

fn names<'a>(listing: &Listing<'a>) -> Vec<&'a str> {
    listing.services().filter_map(|service| service.name).collect()
}

#[test]
fn a_principals_number_shows_all_its_services() {
    let registry = registry();
    for printed in [
        COMPANY,
        "粤ICP备2021000001",
        "粤icp备 2021000001号",
        "粵ICP備2021000001號",
        "粤ＩＣＰ备２０２１０００００１号",
    ] {
        let listing = registry.look_up(number(printed)).unwrap();
        assert_eq!(
            serde_json::to_value(&listing).unwrap(),
            json!({
                "filing_number": COMPANY,
                "principal": "深圳市示例科技有限公司",
                "hollow": false,
                "websites": [
                    {
                        "filing_number": "粤ICP备2021000001号-1",
                        "name": "示例商城",
                        "domains": ["example.com", "m.example.com"],
                        "approved_on": "2021-03-02",
                    },
                    {
                        "filing_number": "粤ICP备2021000001号-2",
                        "name": "示例博客",
                        "domains": ["example.net"],
                        "approved_on": "2022-05-06",
                    },
                ],
                "apps": [{
                    "filing_number": "粤ICP备2021000001号-3A",
                    "name": "示例",
                    "domains": ["api.example.org", "cdn.example.org"],
                    "approved_on": "2023-07-08",
                }],
                "others": [{
                    "filing_number": "粤ICP备2021000001号-4X",
                    "name": null,
                    "domains": [],
                    "approved_on": "2024-09-10",
                }],
            }),
            "{printed}"
        );
    }
}

#[test]
fn a_services_number_shows_that_service() {
    let registry = registry();
    for (printed, expected) in [
        ("粤ICP备2021000001号-1", "示例商城"),
        ("粤ICP备2021000001-1号", "示例商城"),
        ("粤icp备2021000001号－3a", "示例"),
        ("京ICP备2019000001号-1", "张三的笔记"),
    ] {
        assert_eq!(names(&registry.look_up(number(printed)).unwrap()), [expected], "{printed}");
    }
    for unknown in ["粤ICP备2021000001号-9", "粤ICP备2021000001号-1A", "沪ICP备2021000001号"] {
        assert_eq!(registry.look_up(number(unknown)), None, "{unknown}");
    }
}

#[test]
fn a_domain_shows_who_filed_it() {
    let registry = registry();
    for (domain, expected) in [
        ("example.com", vec![(COMPANY, vec!["示例商城"])]),
        // A filed website covers the names under its registrable domain.
        ("www.EXAMPLE.com", vec![(COMPANY, vec!["示例商城"])]),
        // A filed APP covers the names that it lists; the first listing is the individual's website.
        ("api.example.org", vec![(PERSON, vec!["张三的笔记"]), (COMPANY, vec!["示例"])]),
        ("other.example.org", vec![(PERSON, vec!["张三的笔记"])]),
        ("example.cn", vec![]),
    ] {
        let found = registry.look_up_domain(&DomainName::parse(domain).unwrap());
        let found: Vec<_> =
            found.iter().map(|listing| (listing.filing_number.as_deref().unwrap(), names(listing))).collect();
        assert_eq!(found, expected, "{domain}");
    }
}

#[test]
fn a_domain_filed_by_someone_else_is_told() {
    let registry = registry();
    let found = registry.look_up_domain(&DomainName::parse("shop.example.org").unwrap());
    let [listing] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(listing.principal, Some("张三"));
    assert!(listing.is_of(number(PERSON)));
    assert!(listing.is_of(number("京ICP备2019000001号-1")));
    assert_eq!(listing.guidance_for_domain(Some(number(PERSON))), None);
    for own in [None, Some(number(COMPANY))] {
        let text = listing.guidance_for_domain(own).unwrap();
        assert_eq!(text.get(Language::Zh), "该域名已由他人备案。请先线下注销原备案，再提交首次备案。");
    }
}

#[test]
fn a_package_shows_the_apps_that_have_it() {
    let registry = registry();
    for (package, expected) in
        [("com.example.app", vec!["示例"]), ("COM.EXAMPLE.APP", vec!["示例"]), ("com.example", vec![])]
    {
        let found = registry.look_up_package(package);
        assert_eq!(found.iter().flat_map(names).collect::<Vec<_>>(), expected, "{package}");
    }
}

#[test]
fn a_principal_without_services_is_hollow_where_the_registry_is_complete() {
    let registry = registry();
    let hollow = registry.look_up(number("鲁ICP备2018000001号")).unwrap();
    assert_eq!((hollow.principal, hollow.hollow), (Some("济南示例有限公司"), Some(true)));
    assert!(hollow.guidance().unwrap().get(Language::Zh).contains("等待其自动注销"));

    let registry = registry.incomplete();
    let unknown = registry.look_up(number("鲁ICP备2018000001号")).unwrap();
    assert_eq!((unknown.hollow, unknown.guidance()), (None, None));
    assert_eq!(registry.look_up(number(COMPANY)).unwrap().hollow, Some(false));
}

#[test]
fn only_what_the_provider_had_approved_is_exported() {
    let registry = registry();
    let company = &registry.principals()[0];
    assert_eq!(
        serde_json::to_value(BasicFiling::of(company, "tencent").unwrap()).unwrap(),
        json!({
            "filing_number": COMPANY,
            "responsible_person_name": "李四",
            "services": [
                {
                    "filing_number": "粤ICP备2021000001号-1",
                    "name": "示例商城",
                    "responsible_person_name": "王五",
                    "domains": ["example.com", "m.example.com"],
                    "packages": [],
                },
                {
                    "filing_number": "粤ICP备2021000001号-3A",
                    "name": "示例",
                    "responsible_person_name": "李四",
                    "domains": ["api.example.org", "cdn.example.org"],
                    "packages": ["com.example.app", "com.example.App"],
                },
                {
                    "filing_number": "粤ICP备2021000001号-4X",
                    "name": null,
                    "responsible_person_name": null,
                    "domains": [],
                    "packages": [],
                },
            ],
        })
    );
    assert_eq!(BasicFiling::of(company, "nobody"), None);
    let numbers = |account| {
        let exported = registry.export(account, "tencent");
        exported.map(|filing| filing.filing_number.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("100001"), [COMPANY]);
    assert_eq!(numbers("100009"), <[&str; 0]>::default());
}

#[test]
fn rows_are_flat_and_complete() {
    let registry = registry();
    let rows = |account| -> Vec<String> {
        let filings = registry.export(account, "tencent").collect::<Vec<_>>();
        let row = |row: BasicRow| {
            // A row is a line of a table: names of columns and texts.
            let written = serde_json::to_value(&row).unwrap();
            assert!(written.as_object().unwrap().values().all(Value::is_string), "{written}");
            let BasicRow {
                principal_number,
                service_number,
                service_name,
                responsible_person_name,
                domains,
                packages,
                ..
            } = row;
            [principal_number, service_number, service_name, responsible_person_name, domains, packages]
                .join(" | ")
        };
        filings.iter().flat_map(BasicFiling::rows).map(row).collect()
    };
    assert_eq!(
        rows("100001"),
        [
            "粤ICP备2021000001号 | 粤ICP备2021000001号-1 | 示例商城 | 王五 | example.com;m.example.com | ",
            "粤ICP备2021000001号 | 粤ICP备2021000001号-3A | 示例 | 李四 | api.example.org;cdn.example.org | com.example.app;com.example.App",
            "粤ICP备2021000001号 | 粤ICP备2021000001号-4X |  |  |  | ",
        ]
    );
    // An individual is the responsible person of its services.
    assert_eq!(
        rows("100002"),
        ["京ICP备2019000001号 | 京ICP备2019000001号-1 | 张三的笔记 | 张三 | example.org | "]
    );
    // A principal without services has a row of its own.
    assert_eq!(rows("100003"), ["鲁ICP备2018000001号 |  |  |  |  | "]);
}

mod private {
    use super::*;

    /// An object with every key of its type. Keys that are not given here get the first of a few values that
    /// the type accepts, so that a new field is looked for as well.
    fn full<T: DeserializeOwned>(keys: &[&str], mut object: Value) -> Value {
        for key in keys {
            if object.get(key).is_some() {
                continue;
            }
            let fitting =
                [json!(format!("mark of {key}")), json!(true), json!(7), json!("2010-10-10"), json!([])];
            let filled = fitting.into_iter().map(|value| {
                let mut object = object.clone();
                object[*key] = value;
                object
            });
            object = filled
                .into_iter()
                .find(|object| serde_json::from_value::<T>(object.clone()).is_ok())
                .unwrap_or_else(|| panic!("fill {key} of {} here", std::any::type_name::<T>()));
        }
        object
    }

    fn certificate(mark: &str) -> Value {
        full::<Certificate>(
            Certificate::KEYS,
            json!({
                "kind": "resident_id_card",
                "number": format!("{mark} certificate number"),
                "address": format!("{mark} certificate address"),
                "valid_from": "2001-01-01",
                "valid_until": "2002-02-02",
            }),
        )
    }

    fn material(mark: &str) -> Value {
        full::<Material>(
            Material::KEYS,
            json!({
                "kind": "certificate",
                "format": "jpeg",
                "bytes": 7_007_007,
                "original": true,
                "issued_on": "2003-03-03",
                "domain": format!("{mark} material domain"),
                "approval": "news",
            }),
        )
    }

    fn person(mark: &str, name: &str) -> Value {
        full::<ResponsiblePerson>(
            ResponsiblePerson::KEYS,
            json!({
                "name": name,
                "certificate": certificate(mark),
                "mobile": format!("{mark} mobile"),
                "mobile_verified": true,
                "mobile_province": "44",
                "emergency_contact": format!("{mark} emergency contact"),
                "email": format!("{mark} e-mail"),
                "video_verification": full::<VideoVerification>(VideoVerification::KEYS,
                    json!({"date": "2004-04-04", "province": "44", "wechat_country_code": format!("{mark} country")}),
                ),
                "materials": [material(mark)],
            }),
        )
    }

    fn domain(mark: &str, name: &str) -> Value {
        full::<Domain>(
            Domain::KEYS,
            json!({
                "name": name,
                "registration": full::<Registration>(Registration::KEYS,
                    json!({
                        "registrant": format!("{mark} registrant"),
                        "certificate": certificate(mark),
                        "expires_on": "2005-05-05",
                        "real_name_verified_on": "2006-06-06",
                        "registrar": full::<Registrar>(Registrar::KEYS, json!({"approved": true, "same_provider": true})),
                    }),
                ),
            }),
        )
    }

    fn server(mark: &str, kind: &str) -> Value {
        let server = json!({
            "kind": kind,
            "id": format!("{mark} server"),
            "account": format!("{mark} server account"),
            "public_ip": format!("{mark} address"),
            "billing": "prepaid",
            "product": "nat_gateway",
        });
        full::<Resource>(Server::KEYS, server)
    }

    fn resources(mark: &str) -> Value {
        let serverless = json!({
            "kind": "serverless",
            "id": format!("{mark} serverless"),
            "account": format!("{mark} serverless account"),
        });
        let balancer = json!({
            "kind": "load_balancer",
            "id": format!("{mark} balancer"),
            "account": format!("{mark} balancer account"),
            "bound_server": server(mark, "cloud_server"),
        });
        let code = json!({
            "kind": "license_code",
            "code": format!("{mark} filing authorisation code"),
            "state": "used",
            "issued_by": format!("{mark} issuer"),
            "for_account": format!("{mark} receiver"),
            "server": server(mark, "cloud_server"),
        });
        json!([
            server(mark, "cloud_server"),
            server(mark, "lightweight_server"),
            full::<Resource>(Serverless::KEYS, serverless),
            full::<Resource>(LoadBalancer::KEYS, balancer),
            full::<Resource>(LicenseCode::KEYS, code),
        ])
    }

    /// The keys that website and APP share.
    fn service(mark: &str, kind: &str, contents: &str) -> Value {
        let declared = full::<DeclaredPreApproval>(
            DeclaredPreApproval::KEYS,
            json!({"kind": "news", "approval_number": format!("{mark} approval number")}),
        );
        json!({
            "kind": kind,
            "filing_number": format!("{mark} number in the service"),
            "name": format!("{mark} service name"),
            "contents": [contents],
            "languages": ["zh-Hans"],
            "resources": resources(mark),
            "pre_approval": full::<PreApproval>(PreApproval::KEYS, json!({"kinds": [declared]})),
            "remark": format!("{mark} remark"),
            "responsible_person": person(mark, &format!("{mark} responsible person name")),
            "materials": [material(mark)],
            "open": true,
            "number_displayed": true,
        })
    }

    fn website(mark: &str) -> Value {
        let mut website = service(mark, "website", "blog_personal_space");
        website["domains"] = json!([domain(mark, &format!("{mark}.example.com"))]);
        full::<Service>(Website::KEYS, website)
    }

    fn app(mark: &str) -> Value {
        let mut app = service(mark, "app", &format!("{mark} content"));
        app["uses_sdks"] = json!([format!("{mark} SDK")]);
        app["platforms"] = json!([full::<Platform>(
            Platform::KEYS,
            json!({
                "platform": "android",
                "domains": [domain(mark, &format!("{mark}.example.net"))],
                "packages": [full::<Package>(Package::KEYS,
                    json!({
                        "name": format!("com.example.{mark}"),
                        "public_key": format!("{mark} public key"),
                        "fingerprint": format!("{mark} fingerprint"),
                    }),
                )],
            }),
        )]);
        full::<Service>(App::KEYS, app)
    }

    /// A registry in which every field is filled.
    fn registry() -> Value {
        let principal = full::<Principal>(
            Principal::KEYS,
            json!({
                "kind": "enterprise",
                "name": "principal's name",
                "certificate": certificate("principal"),
                "legal_representative": full::<LegalRepresentative>(LegalRepresentative::KEYS,
                    json!({"name": "legal representative's name", "certificate": certificate("legal")}),
                ),
                "region": "440305",
                "mailing_address": "mailing address",
                "remark": "principal's remark",
                "responsible_person": person("principal", "principal responsible person's name"),
                "materials": [material("principal")],
            }),
        );
        let filed = |suffix: &str, provider: &str, service: Value| {
            full::<FiledService>(
                FiledService::KEYS,
                json!({
                    "filing_number": format!("{COMPANY}-{suffix}"),
                    "providers": [provider],
                    "approved_on": "2009-09-09",
                    "service": service,
                }),
            )
        };
        let principal = full::<FiledPrincipal>(
            FiledPrincipal::KEYS,
            json!({
                "filing_number": COMPANY,
                "account": "own account",
                "responsible_person_contact_works": true,
                "principal": principal,
                "services": [
                    filed("1", "this provider", website("site")),
                    filed("2A", "this provider", app("app")),
                    filed("3", "other provider", website("foreign")),
                ],
            }),
        );
        let order = full::<OrderInProgress>(
            OrderInProgress::KEYS,
            json!({
                "kind": "change_service",
                "filing_number": COMPANY,
                "account": "own account",
                "certificate": certificate("order in progress"),
                "domains": ["order-in-progress.example.com"],
            }),
        );
        full::<Snapshot>(
            Snapshot::KEYS,
            json!({"principals": [principal], "orders_in_progress": [order], "complete": true}),
        )
    }

    /// Every text, number and truth value in a document.
    fn leaves(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| leaves(value, found)),
            Value::Object(object) => object.values().for_each(|value| leaves(value, found)),
            Value::String(text) => {
                found.insert(text.clone());
            }
            Value::Null => {}
            other => {
                found.insert(other.to_string());
            }
        }
    }

    fn set(values: &[&str]) -> BTreeSet<String> {
        values.iter().map(|text| (*text).to_owned()).collect()
    }

    /// What an export may show, of the services of this provider.
    const BASIC: &[&str] = &[
        "粤ICP备2021000001号",
        "principal responsible person's name",
        "粤ICP备2021000001号-1",
        "site service name",
        "site responsible person name",
        "site.example.com",
        "粤ICP备2021000001号-2A",
        "app service name",
        "app responsible person name",
        "app.example.net",
        "com.example.app",
    ];

    #[test]
    fn nothing_but_basic_information_is_exported() {
        let registry: Registry = serde_json::from_value(registry()).unwrap();
        let mut found = BTreeSet::new();
        for filing in registry.export("own account", "this provider") {
            leaves(&serde_json::to_value(&filing).unwrap(), &mut found);
            for row in filing.rows() {
                leaves(&serde_json::to_value(&row).unwrap(), &mut found);
            }
        }
        found.remove("");
        assert_eq!(found, set(BASIC));
    }

    #[test]
    fn nothing_of_a_person_is_listed() {
        let registry: Registry = serde_json::from_value(registry()).unwrap();
        let mut found = BTreeSet::new();
        let listing = registry.look_up(number(COMPANY)).unwrap();
        leaves(&serde_json::to_value(&listing).unwrap(), &mut found);
        leaves(&serde_json::to_value(registry.look_up_package("com.example.app")).unwrap(), &mut found);
        let domain = DomainName::parse("site.example.com").unwrap();
        leaves(&serde_json::to_value(registry.look_up_domain(&domain)).unwrap(), &mut found);
        let expected = [
            "粤ICP备2021000001号",
            "principal's name",
            "false", // hollow
            "2009-09-09",
            "粤ICP备2021000001号-1",
            "site service name",
            "site.example.com",
            "粤ICP备2021000001号-2A",
            "app service name",
            "app.example.net",
            "粤ICP备2021000001号-3",
            "foreign service name",
            "foreign.example.com",
        ];
        assert_eq!(found, set(&expected));
    }
}
