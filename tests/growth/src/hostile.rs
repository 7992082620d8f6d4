//! Requests of a given size in bytes, made to cost as much as they can: the smallest things, as many as there is room for.

use serde_json::{json, Value};

use crate::shapes::{clean, set, typed, ACCESS, APP, CANCELLING, DEREGISTRATION, SHAPES, SITE, UNICODE};

/// A request, and what there is much of.
#[derive(Debug)]
pub struct Hostile {
    /// What there is much of.
    pub name: String,
    /// The request in JSON.
    pub text: String,
}

/// Requests of about so many bytes.
pub fn hostile(bytes: usize) -> Vec<Hostile> {
    let smallest = [
        ("services", SITE, "/order/services", json!({"kind": "website"})),
        (
            "services of one person with a wrong mobile",
            SITE,
            "/order/services",
            json!({"kind": "website", "responsible_person": {"mobile": "1",
                "certificate": {"kind": "passport", "number": "E12345678"}}}),
        ),
        ("APPs", APP, "/order/services", json!({"kind": "app"})),
        ("domains", SITE, "/order/services/0/domains", json!({})),
        ("malformed domains", SITE, "/order/services/0/domains", json!({"name": "a"})),
        ("domains of an APP", APP, "/order/services/0/platforms/0/domains", json!({})),
        ("platforms", APP, "/order/services/0/platforms", json!({"platform": "android"})),
        ("packages", APP, "/order/services/0/platforms/0/packages", json!({})),
        ("packages of one letter", APP, "/order/services/0/platforms/0/packages", json!({"name": "a"})),
        ("resources", SITE, "/order/services/0/resources", json!({"kind": "cloud_server"})),
        ("codes", SITE, "/order/services/0/resources", json!({"kind": "license_code"})),
        ("materials", SITE, "/order/principal/materials", json!({"kind": "app_icon"})),
        ("home pages", SITE, "/order/services/0/home_pages", json!("")),
        ("SDKs", APP, "/order/services/0/uses_sdks", json!("")),
        ("contents", SITE, "/order/services/0/contents", json!("wap")),
        ("service numbers", CANCELLING, "/order/service_numbers", json!("")),
        ("service numbers to deregister", DEREGISTRATION, "/order/service_numbers", json!("")),
        ("filed principals", ACCESS, "/context/registry/principals", json!({})),
        ("filed services", ACCESS, "/context/registry/principals/0/services", json!({})),
        ("blacklisted domains", SITE, "/context/registry/blacklisted_domains", json!("")),
        ("associated accounts", SITE, "/context/account/associated", json!("")),
        ("pre-approvals", SITE, "/order/services/0/pre_approval", json!({"kinds": [{"kind": "news"}]})),
    ];
    let mut made = Vec::new();
    for (name, of, path, item) in smallest {
        let is_list = !item.is_object() || item.get("kinds").is_none();
        let list = if is_list { path.to_owned() } else { format!("{path}/kinds") };
        let json = if is_list { clean(of) } else { set(clean(of), path, item.clone()) };
        let item = if is_list { item } else { item["kinds"][0].clone() };
        let room = bytes.saturating_sub(set(json.clone(), &list, json!([])).to_string().len());
        let count = room / (item.to_string().len() + 1);
        let text = set(json, &list, Value::Array(vec![item; count])).to_string();
        made.push(Hostile { name: format!("{count} {name}"), text });
    }
    for shape in SHAPES {
        let [small, large] = [100, 300].map(|count| (shape.of)(count).to_string().len());
        let count = 100 + bytes.saturating_sub(small) * 200 / (large - small).max(1);
        made.push(Hostile { name: shape.name.to_owned(), text: (shape.of)(count).to_string() });
    }
    for (name, text) in UNICODE {
        // One of the requests has the text in a dozen places.
        let whole = typed(text).into_iter().next().map_or(1, |(_, json)| json.to_string().len());
        let more = typed(&text.repeat(11)).into_iter().next().map_or(1, |(_, json)| json.to_string().len());
        let count = bytes.saturating_sub(whole) * 10 / more.saturating_sub(whole).max(1);
        for (of, json) in typed(&text.repeat(count)) {
            made.push(Hostile { name: format!("{name} in {of}"), text: json.to_string() });
        }
    }
    made
}
