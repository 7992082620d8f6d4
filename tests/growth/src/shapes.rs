//! Requests that nobody sends but one who wants to see what happens: each of any size.

use beian::service::ServiceKind;
use beian::{testing, OrderKind, PrincipalKind};
use serde_json::{json, Value};

/// A kind of request that can be made as large as one likes.
pub struct Shape {
    /// What there is much of.
    pub name: &'static str,
    /// The request in JSON with so much of it.
    pub of: fn(usize) -> Value,
}

/// Text that grows when it is normalised, or that programs read otherwise than people: what a name is made of.
pub const UNICODE: [(&str, &str); 8] = [
    ("combining marks", "a\u{301}\u{327}\u{323}\u{302}"),
    ("marks only", "\u{301}\u{327}\u{323}\u{302}"),
    ("marks in descending class", "\u{345}\u{35d}\u{301}\u{327}"),
    ("one character that the folding makes eighteen of", "\u{fdfa}"),
    ("directions", "\u{202e}\u{2066}甲\u{202c}\u{2069}"),
    ("nothing visible", "\u{200b}\u{200d}\u{feff}\u{3000}"),
    ("full width", "ＷＷＷ．０１２－甲。"),
    ("outside the basic plane", "\u{20000}\u{1f468}\u{200d}\u{1f469}\u{1d15f}"),
];

/// A clean request: the kinds of order, principal and service.
pub(crate) type Clean = (OrderKind, PrincipalKind, ServiceKind);

pub(crate) const SITE: Clean = (OrderKind::FirstFiling, PrincipalKind::Enterprise, ServiceKind::Website);
pub(crate) const APP: Clean = (OrderKind::FirstFiling, PrincipalKind::Enterprise, ServiceKind::App);
const SITE_OF_INDIVIDUAL: Clean = (OrderKind::FirstFiling, PrincipalKind::Individual, ServiceKind::Website);
pub(crate) const ACCESS: Clean = (OrderKind::AccessFiling, PrincipalKind::Enterprise, ServiceKind::Website);
const CHANGE_OF_SITE: Clean = (OrderKind::ChangeFiling, PrincipalKind::Enterprise, ServiceKind::Website);
const CHANGE_OF_APP: Clean = (OrderKind::ChangeFiling, PrincipalKind::Enterprise, ServiceKind::App);
pub(crate) const DEREGISTRATION: Clean =
    (OrderKind::DeregisterServices, PrincipalKind::Enterprise, ServiceKind::App);
pub(crate) const CANCELLING: Clean = (OrderKind::CancelAccess, PrincipalKind::Enterprise, ServiceKind::App);
const MIGRATION: Clean = (OrderKind::MigrateAccount, PrincipalKind::Enterprise, ServiceKind::App);

pub(crate) fn clean((order, principal, service): Clean) -> Value {
    let request = testing::request(order, principal, service);
    serde_json::to_value(request).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn set(mut json: Value, path: &str, value: Value) -> Value {
    match json.pointer_mut(path) {
        Some(place) => *place = value,
        None => {
            let (parent, key) = path.rsplit_once('/').unwrap_or_default();
            let parent = json.pointer_mut(parent).unwrap_or_else(|| panic!("{path}: nothing is around it"));
            parent[key] = value;
        }
    }
    json
}

fn filled(count: usize, each: impl Fn(usize) -> Value) -> Value {
    (0..count).map(each).collect()
}

fn repeated(of: Clean, path: &str, count: usize) -> Value {
    let json = clean(of);
    let item = json.pointer(path).unwrap_or_else(|| panic!("{of:?}: {path}"))[0].clone();
    set(json, path, filled(count, |_| item.clone()))
}

fn app(packages: Value) -> Value {
    set(clean(APP), "/order/services/0/platforms/0/packages", packages)
}

/// A service of its own name, domain, responsible person and server.
fn site(mut service: Value, number: usize) -> Value {
    service["name"] = json!(format!("示例网站{number}"));
    service["domains"][0]["name"] = json!(format!("example{number}.com"));
    service["resources"][0]["id"] = json!(format!("ins-{number}"));
    service["responsible_person"]["certificate"]["number"] =
        json!(format!("33010619880715{:04}", number % 10_000));
    service["responsible_person"]["mobile"] = json!(format!("138{number:08}"));
    service
}

/// A filed principal of its own number with one site.
fn filed(number: usize) -> Value {
    let service =
        json!({"kind": "website", "name": "示例", "domains": [{"name": format!("filed{number}.com")}]});
    json!({
        "filing_number": format!("浙ICP备{}号", 2_021_000_000 + number),
        "account": "100001",
        "principal": {"kind": "enterprise", "name": format!("示例公司{number}"),
            "certificate": {"kind": "business_license", "number": format!("9133010{number:011}")}},
        "services": [{"filing_number": format!("浙ICP备{}号-1", 2_021_000_000 + number),
            "providers": ["tencent"], "service": service}],
    })
}

/// What there can be much of.
pub const SHAPES: &[Shape] = &[
    Shape {
        name: "services without anything",
        of: |n| set(clean(SITE), "/order/services", filled(n, |_| json!({"kind": "website"}))),
    },
    Shape { name: "equal services", of: |n| repeated(SITE, "/order/services", n) },
    Shape {
        name: "services of their own",
        of: |n| {
            let json = clean(SITE);
            let service = json["order"]["services"][0].clone();
            set(json, "/order/services", filled(n, |i| site(service.clone(), i)))
        },
    },
    Shape { name: "equal APPs", of: |n| repeated(APP, "/order/services", n) },
    Shape { name: "services of an individual", of: |n| repeated(SITE_OF_INDIVIDUAL, "/order/services", n) },
    Shape { name: "changed services", of: |n| repeated(CHANGE_OF_SITE, "/order/services", n) },
    Shape { name: "equal packages", of: |n| app(filled(n, |_| json!({"name": "com.example.app"}))) },
    Shape {
        name: "packages of their own",
        of: |n| app(filled(n, |i| json!({"name": format!("com.example.app{i}")}))),
    },
    Shape { name: "platforms", of: |n| repeated(APP, "/order/services/0/platforms", n) },
    Shape { name: "equal domains", of: |n| repeated(SITE, "/order/services/0/domains", n) },
    Shape {
        name: "domains of their own",
        of: |n| {
            set(
                clean(SITE),
                "/order/services/0/domains",
                filled(n, |i| json!({"name": format!("shop{i}.example.com")})),
            )
        },
    },
    Shape { name: "resources", of: |n| repeated(SITE, "/order/services/0/resources", n) },
    Shape {
        name: "filing authorisation codes",
        of: |n| {
            set(
                clean(SITE),
                "/order/services/0/resources",
                filled(n, |_| json!({"kind": "license_code", "code": "ABC123"})),
            )
        },
    },
    Shape { name: "materials", of: |n| repeated(SITE, "/order/principal/materials", n) },
    Shape { name: "contents", of: |n| repeated(SITE, "/order/services/0/contents", n) },
    Shape { name: "languages", of: |n| repeated(SITE, "/order/services/0/languages", n) },
    Shape { name: "agreements", of: |n| repeated(SITE, "/order/agreements", n) },
    Shape {
        name: "pre-approvals",
        of: |n| {
            set(
                clean(SITE),
                "/order/services/0/pre_approval",
                json!({"kinds": filled(n, |_| json!({"kind": "news"}))}),
            )
        },
    },
    Shape {
        name: "home pages",
        of: |n| {
            set(
                clean(SITE),
                "/order/services/0/home_pages",
                filled(n, |i| json!(format!("https://example.com/{i}"))),
            )
        },
    },
    Shape {
        name: "SDKs",
        of: |n| set(clean(APP), "/order/services/0/uses_sdks", filled(n, |i| json!(format!("SDK {i}")))),
    },
    Shape {
        name: "service numbers",
        of: |n| {
            set(
                clean(CANCELLING),
                "/order/service_numbers",
                filled(n, |i| json!(format!("浙ICP备2021000001号-{i}"))),
            )
        },
    },
    Shape { name: "equal service numbers", of: |n| repeated(DEREGISTRATION, "/order/service_numbers", n) },
    Shape {
        name: "filed principals",
        of: |n| set(clean(SITE), "/context/registry/principals", filled(n, filed)),
    },
    Shape { name: "equal filed principals", of: |n| repeated(ACCESS, "/context/registry/principals", n) },
    Shape {
        name: "equal filed services",
        of: |n| repeated(ACCESS, "/context/registry/principals/0/services", n),
    },
    Shape {
        name: "services and as many filed",
        of: |n| {
            let json = (SHAPES[2].of)(n);
            set(json, "/context/registry/principals", filled(n, filed))
        },
    },
    Shape {
        name: "equal services and as many filed with their domain",
        of: |n| {
            let json = repeated(ACCESS, "/context/registry/principals/0/services", n);
            let service = json["order"]["services"][0].clone();
            set(json, "/order/services", filled(n, |_| service.clone()))
        },
    },
    Shape {
        name: "orders in progress",
        of: |n| {
            set(
                clean(SITE),
                "/context/registry/orders_in_progress",
                filled(
                    n,
                    |_| json!({"kind": "first_filing", "account": "100001", "domains": ["example.com"]}),
                ),
            )
        },
    },
    Shape {
        name: "blacklists",
        of: |n| {
            let json = set(
                clean(SITE),
                "/context/registry/blacklisted_domains",
                filled(n, |i| json!(format!("bad{i}.com"))),
            );
            set(json, "/context/registry/blacklisted_certificates", filled(n, |i| json!(format!("{i:018}"))))
        },
    },
    Shape {
        name: "associated accounts",
        of: |n| set(clean(SITE), "/context/account/associated", filled(n, |i| json!(i.to_string()))),
    },
];

/// The clean requests with this text in the place of everything that a person types.
pub fn typed(text: &str) -> Vec<(String, Value)> {
    fn replace(json: &mut Value, key: &str, text: &str) {
        match json {
            Value::Object(map) => map.iter_mut().for_each(|(key, value)| replace(value, key, text)),
            Value::Array(list) => list.iter_mut().for_each(|value| replace(value, key, text)),
            Value::String(typed) => {
                let is_typed = [
                    "name",
                    "number",
                    "address",
                    "mailing_address",
                    "remark",
                    "mobile",
                    "emergency_contact",
                    "email",
                    "region",
                    "filing_number",
                    "service_numbers",
                    "declaration",
                    "responsible_person_name",
                    "responsible_person_contact",
                    "target_account",
                    "approval_number",
                    "public_ip",
                    "public_key",
                    "fingerprint",
                    "registrant",
                    "id",
                    "account",
                    "code",
                    "uses_sdks",
                    "domain",
                    "real_name",
                    "bound_mobile",
                    "home_pages",
                    "wechat_country_code",
                ];
                if is_typed.contains(&key) {
                    text.clone_into(typed);
                }
            }
            _ => {}
        }
    }
    [SITE, APP, SITE_OF_INDIVIDUAL, CHANGE_OF_APP, MIGRATION, CANCELLING]
        .into_iter()
        .map(|of| {
            let mut json = clean(of);
            replace(&mut json, "", text);
            (format!("{of:?}"), json)
        })
        .collect()
}
