//! What can be known of an order besides what its form asks: the details of a domain's registration, of a cloud resource,
//! of a file, and the account. The rules judge by them where they are there.

use beian::resource::{Billing, LicenseCodeState, ResourceKind};
use beian::value::Province;
use beian::{BusinessStatus, CertificateKind, Key, Term, Text};
use serde::ser::{SerializeSeq, Serializer};
use serde::Serialize;

/// The fields, in the shape of those of a form.
pub(crate) struct Facts;

#[derive(Clone, Copy)]
enum Takes {
    Text,
    Number,
    Day,
    Flag,
    Choice(fn() -> Vec<Term>),
}

#[derive(Serialize)]
struct Fact {
    path: String,
    label: Text,
    requirement: &'static str,
    input: Input,
    /// The kinds of the thing that have it; absent, every one.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static [&'static str]>,
}

#[derive(Serialize)]
struct Input {
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<Term>,
}

macro_rules! all {
    ($list:ty) => {
        Takes::Choice(|| <$list>::ALL.iter().map(|it| it.term()).collect())
    };
}

use Takes::{Day, Flag, Number, Text as Free};

/// The parts of a thing at a path of a request.
type Parts = (&'static str, &'static [(&'static str, Takes)]);

const FACTS: &[Parts] = &[
    (
        "/order/services/{s}/resources/{r}",
        &[
            ("kind", all!(ResourceKind)),
            ("id", Free),
            ("mainland", Flag),
            ("public_ip", Free),
            ("billing", all!(Billing)),
            ("purchased_months", Number),
            ("package_purchased", Flag),
            ("expires_on", Day),
            ("services_filed", Number),
            ("state", all!(LicenseCodeState)),
        ],
    ),
    ("/order/services/{s}/domains/{d}", &[("resolves", Flag)]),
    ("/order/services/{s}/domains/{d}/registration", REGISTRATION),
    ("/order/services/{s}/platforms/{p}/domains/{d}/registration", REGISTRATION),
    ("/order/principal/responsible_person", &[("mobile_province", all!(Province))]),
    ("/order/principal/responsible_person/video_verification", VIDEO),
    ("/order/services/{s}/responsible_person", &[("mobile_province", all!(Province))]),
    ("/order/services/{s}/responsible_person/video_verification", VIDEO),
    ("/context", &[("today", Day)]),
    (
        "/context/account",
        &[
            ("id", Free),
            ("real_name", Free),
            ("bound_mobile", Free),
            ("china_site", Flag),
            ("main_account", Flag),
        ],
    ),
    (
        "/context/business_register",
        &[
            ("name", Free),
            ("number", Free),
            ("address", Free),
            ("status", all!(BusinessStatus)),
            ("scope", Free),
        ],
    ),
];

const REGISTRATION: &[(&str, Takes)] = &[
    ("registrant", Free),
    ("certificate/kind", all!(CertificateKind)),
    ("certificate/number", Free),
    ("expires_on", Day),
    ("real_name_verified", Flag),
    ("real_name_verified_on", Day),
    ("on_hold", Flag),
    ("registrar/approved", Flag),
    ("registrar/same_provider", Flag),
];

const VIDEO: &[(&str, Takes)] =
    &[("date", Day), ("province", all!(Province)), ("wechat_country_code", Free), ("passed", Flag)];

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut facts = serializer.serialize_seq(None)?;
        for (at, parts) in FACTS {
            for (part, takes) in *parts {
                let (kind, options) = match takes {
                    Free => ("text", Vec::new()),
                    Number => ("number", Vec::new()),
                    Day => ("day", Vec::new()),
                    Flag => ("flag", Vec::new()),
                    Takes::Choice(options) => ("choice", options()),
                };
                facts.serialize_element(&Fact {
                    path: format!("{at}/{part}"),
                    label: label(part),
                    requirement: "optional",
                    input: Input { kind, options },
                    of: of_resource(at, part),
                })?;
            }
        }
        facts.end()
    }
}

const SERVERS: &[&str] = &["cloud_server", "lightweight_server"];
const HOSTS: &[&str] = &["cloud_server", "lightweight_server", "serverless"];

/// The kinds of cloud resources that have a part.
fn of_resource(at: &str, part: &str) -> Option<&'static [&'static str]> {
    if !at.ends_with("/resources/{r}") {
        return None;
    }
    match part {
        "id" => Some(&["cloud_server", "lightweight_server", "serverless", "load_balancer"]),
        "mainland" | "expires_on" | "services_filed" => Some(HOSTS),
        "public_ip" | "billing" | "purchased_months" => Some(SERVERS),
        "package_purchased" => Some(&["serverless"]),
        "state" => Some(&["license_code"]),
        _ => None,
    }
}

/// What a part is called: what the name of its key does not say, in words of its own.
fn label(part: &str) -> Text {
    match part {
        "certificate/kind" => {
            Text { zh: "域名所有者证件类型", en: "kind of the registrant's certificate" }
        }
        "certificate/number" => {
            Text { zh: "域名所有者证件号码", en: "number of the registrant's certificate" }
        }
        "registrar/approved" => {
            Text { zh: "注册商是否经批复", en: "whether the registrar is approved" }
        }
        "registrar/same_provider" => {
            Text { zh: "注册商是否就是接入商", en: "whether the registrar is the access provider" }
        }
        "date" => Text { zh: "核身日期", en: "day of the video verification" },
        "province" => Text { zh: "核身时所在省份", en: "province of the video verification" },
        "passed" => Text { zh: "视频核身是否通过", en: "whether the video verification was passed" },
        part => {
            let key = part.rsplit('/').next().and_then(Key::from_name);
            key.map_or(Text { zh: "", en: "" }, Key::text)
        }
    }
}
