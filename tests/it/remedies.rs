//! Remedies: which one each mistake has, that it fixes the mistake, and that it breaks nothing else.

#![allow(clippy::too_many_lines)] // tables

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use beian::order::{DeregisterHollowPrincipal, Filing};
use beian::provinces::Metric;
use beian::{
    validate, Agreement, Applicability, Finding, Key, Language, MaterialKind, Order, OrderKind, Portion,
    Remedy, RemedyError, Report, Request, Rulebook, Segment, Severity, Suggestion,
};
use serde_json::{json, Value};

use crate::common::{self, cases, edit, order, report, request};

/// A clean request with edits, as a case writes them.
fn edited(on: &str, edits: &[&str]) -> Request {
    let mut json = order(on);
    for line in edits {
        let (word, rest) = line.split_once(' ').unwrap();
        let (path, value) = rest.split_once(' ').unwrap_or((rest, ""));
        edit(&mut json, word, path, value).unwrap_or_else(|error| panic!("{on}: {line}: {error}"));
    }
    request(&json).unwrap_or_else(|error| panic!("{on}: {edits:?}: {error}"))
}

/// A remedy as `rule path kind applicability: text`.
fn shown(finding: &Finding) -> Option<String> {
    let remedy = finding.remedy()?;
    let (rule, path) = (finding.rule(), &finding.path);
    Some(format!(
        "{rule} {path} {} {}: {}",
        remedy.kind(),
        remedy.applicability(),
        remedy.message(Language::Zh)
    ))
}

/// An order with its report.
struct Example {
    label: String,
    json: Value,
    request: Request,
    report: Report,
}

/// The orders of all cases and of the rows below.
fn examples() -> &'static [Example] {
    static EXAMPLES: OnceLock<Vec<Example>> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        let of_cases = cases().iter().map(|case| {
            let label = format!("{}: {}", case.place, case.title);
            (label, case.request())
        });
        let of_rows = ROWS.iter().map(|(on, edits, _)| (format!("{on} {edits:?}"), edited(on, edits)));
        let example = |(label, request): (String, Request)| {
            let (json, report) = (serde_json::to_value(&request).unwrap(), report(&request));
            Example { label, json, request, report }
        };
        of_cases.chain(of_rows).map(example).collect()
    })
}

type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

/// A clean request, what is changed in it, and the remedies of the report.
const ROWS: &[Row] = &[
    // Order.
    (
        "add-service/organization-website",
        &["set /kind \"first_filing\""],
        &["order.kind-mismatch /kind use_order_kind on_confirmation: 改为按“新增服务（原备案在本接入商）”提交"],
    ),
    (
        "first-filing/individual-website",
        &["copy first-filing/individual-app:/services/0 /services"],
        &["order.services-over-limit /services split by_applicant: 拆分为多个订单，每个订单最多 1 个服务"],
    ),
    (
        "first-filing/organization-website",
        &["copy /services/0 /services"],
        &["order.service-repeated /services/1 remove on_confirmation: 删除此项"],
    ),
    (
        "first-filing/organization-website",
        &["remove /agreements/1"],
        &["order.agreement-missing /agreements tick on_confirmation: 阅读并勾选《相关条款》"],
    ),
    // Principal.
    (
        "first-filing/individual-website",
        &["set /principal/responsible_person/name \"林晓彤\""],
        &["principal.field-not-applicable /principal/responsible_person/name remove on_confirmation: 删除此项"],
    ),
    (
        "first-filing/organization-website",
        &["set /principal/certificate/kind \"foundation_certificate\"", "set /principal/kind \"law_firm\""],
        &["principal.certificate-kind-mismatch /principal/certificate/kind choose by_applicant: \
           从以下选项中选择：组织机构代码证、律师事务所执业许可证、境外非政府组织代表机构登记证书、外国驻华新闻机构证、\
           港澳台地区旅游部门常驻代表机构批准登记证、中华人民共和国社会信用代码证书"],
    ),
    (
        "first-filing/individual-website",
        &["set /principal/certificate/kind \"business_license\""],
        &["principal.certificate-kind-mismatch /principal/certificate/kind choose by_applicant: 从以下选项中选择：企业、个体工商户"],
    ),
    // The account of an agency is nobody's new name; the register's name is.
    (
        "first-filing/organization-website",
        &["set context:/account/real_name \"杭州代办示例有限公司\""],
        &[],
    ),
    (
        "first-filing/organization-website",
        &[
            "set /principal/name \"杭州青苗示例科技有限公司\"",
            "set context:/business_register {\"name\": \"杭州青禾示例科技有限公司\", \"status\": \"active\"}",
        ],
        &["principal.name-account-mismatch /principal/name choose by_applicant: 确认后改为“杭州青禾示例科技有限公司”"],
    ),
    // None of the kinds stands first; abolished ones are not offered.
    (
        "first-filing/organization-website",
        &["remove /services/0/pre_approval/kinds"],
        &["service.pre-approval-undeclared /services/0/pre_approval/kinds choose by_applicant: 从以下选项中选择：\
           以上都不涉及、新闻、出版、药品和医疗器械、文化、广播电影电视节目、网络预约车、互联网金融、\
           校外培训（高中及以下阶段）、宗教"],
    ),
    (
        "first-filing/organization-website",
        &["set /principal/region \"330103\""],
        &["principal.region-invalid /principal/region set automatic: 改为“浙江省杭州市拱墅区”"],
    ),
    // Persons.
    (
        "first-filing/organization-website",
        &["set /services/0/responsible_person/mobile \"１３８００１３８０００\""],
        &["person.mobile-invalid /services/0/responsible_person/mobile normalize automatic: \
           改用半角字符，并去除多余的空格和不可见字符"],
    ),
    ("first-filing/organization-website", &["set /services/0/responsible_person/mobile \"12800138000\""], &[]),
    (
        "first-filing/organization-website",
        &["set /services/0/responsible_person/email \"li.si＠example.com\""],
        &["person.email-invalid /services/0/responsible_person/email normalize automatic: \
           改用半角字符，并去除多余的空格和不可见字符"],
    ),
    (
        "first-filing/organization-website",
        &["set /services/0/responsible_person/emergency_contact \"０571-88886666\""],
        &["person.emergency-contact-invalid /services/0/responsible_person/emergency_contact normalize automatic: \
           改用半角字符，并去除多余的空格和不可见字符"],
    ),
    (
        "first-filing/organization-website",
        &["set /services/0/responsible_person/certificate/valid_from \"2026-12-01\""],
        &["person.certificate-expired /services/0/responsible_person/certificate/valid_from wait_until by_applicant: \
           在 2026-12-01 及以后提交"],
    ),
    // Services.
    (
        "first-filing/organization-app",
        &["remove /services/0/provides_sdk"],
        &["service.field-missing /services/0/provides_sdk choose by_applicant: 从以下选项中选择：是、否"],
    ),
    // Domains.
    (
        "first-filing/organization-website",
        &["set /services/0/domains/0/name \"https://www.example.com:8080/index.html?a=1\""],
        &["domain.malformed /services/0/domains/0/name set automatic: 改为“example.com”"],
    ),
    (
        "change-service/organization-website",
        &["set /services/0/domains/0/name \" www.example.com \""],
        &["domain.malformed /services/0/domains/0/name set automatic: 改为“www.example.com”"],
    ),
    ("first-filing/organization-website", &["set /services/0/domains/0/name \"exa\u{200b}mple.com\""], &[]),
    ("first-filing/organization-website", &["set /services/0/domains/0/name \"a@example.com\""], &[]),
    ("first-filing/organization-website", &["set /services/0/domains/0/name \"1.2.3.4\""], &[]),
    (
        "first-filing/organization-website",
        &["set /services/0/domains/0/name \"shop.example.com\""],
        &["domain.not-registrable /services/0/domains/0/name set automatic: 改为“example.com”"],
    ),
    (
        "first-filing/organization-website",
        &["copy /services/0 /services", "set /services/1/domains/0/name \"shop.example.com\""],
        &["domain.not-registrable /services/1/domains/0/name remove on_confirmation: 删除此项"],
    ),
    (
        "first-filing/organization-app",
        &["set /services/0/platforms/0/domains/0/name \"a.b.c.d.example.com\""],
        &["domain.level-exceeded /services/0/platforms/0/domains/0/name choose by_applicant: \
           从以下选项中选择：c.d.example.com、d.example.com、example.com"],
    ),
    (
        "first-filing/organization-website",
        &["set /services/0/domains/0/registration/real_name_verified_on \"2026-11-22\""],
        &["domain.real-name-too-recent /services/0/domains/0/registration/real_name_verified_on wait_until \
           by_applicant: 在 2026-11-25 及以后提交"],
    ),
    // APPs.
    (
        "first-filing/organization-app",
        &["set /services/0/platforms/0/packages/0/name \"ｃｏｍ.example.app\u{feff}\""],
        &["app.package-name-malformed /services/0/platforms/0/packages/0/name set automatic: 改为“com.example.app”"],
    ),
    (
        "first-filing/organization-app",
        &["copy /services/0/platforms/0/packages/0 /services/0/platforms/0/packages"],
        &["app.package-name-repeated /services/0/platforms/0/packages/1/name remove on_confirmation: 删除此项"],
    ),
    (
        "first-filing/organization-app",
        &["set /services/0/platforms/0/packages/0/fingerprint \
           \"MD5: 5c-7e-1f-0a-93-b8-4d-26-e1-a7-c0-5d-8f-3b-69-24\""],
        &["app.fingerprint-malformed /services/0/platforms/0/packages/0/fingerprint set automatic: \
           改为“5C7E1F0A93B84D26E1A7C05D8F3B6924”"],
    ),
    (
        "first-filing/organization-app",
        &[
            "set /services/0/platforms/0/packages/0/public_key \
             \"C4\u{200b}971BE2056DF83A902C77B14ED3086FA5198BC05E34F17D2296EB400CD963A85F17\"",
        ],
        &["app.public-key-malformed /services/0/platforms/0/packages/0/public_key normalize automatic: \
           改用半角字符，并去除多余的空格和不可见字符"],
    ),
    // Orders on something filed.
    (
        "change-service/organization-website",
        &["set /filing_number \"备案号：浙ICP备2023000001号\""],
        &["order.filing-number-malformed /filing_number set automatic: 改为“浙ICP备2023000001号”"],
    ),
    // Resources.
    (
        "first-filing/organization-website",
        &["set /services/0/resources/0/public_ip \"http://８.8.8.8:80/\""],
        &["resource.public-ip-malformed /services/0/resources/0/public_ip set automatic: 改为“8.8.8.8”"],
    ),
    ("first-filing/organization-website", &["set /services/0/resources/0/public_ip \"10.0.0.5\""], &[]),
    // Provinces.
    (
        "first-filing/organization-website",
        &[
            "set /principal/region \"420106\"",
            "set /principal/certificate/address \"湖北省武汉市武昌区中北路1号\"",
            "set /principal/mailing_address \"湖北省武汉市武昌区中北路1号1室\"",
            "set /services/0/responsible_person/video_verification/province \"42\"",
            "copy /services/0 /services",
            "set /services/1/domains/0/name \"example.net\"",
        ],
        &[
            "province.services-over-limit /services split by_applicant: 拆分为多个订单，每个订单最多 1 个服务",
            "province.authorization-letter-missing /services/0/responsible_person/materials add_material by_applicant: 上传授权书",
        ],
    ),
    // Materials.
    (
        "first-filing/organization-website",
        &["set /principal/materials []"],
        &["material.missing /principal/materials add_material by_applicant: 上传主体证件照片"],
    ),
];

#[test]
fn remedies_are_as_the_rows_say() {
    for (on, edits, wanted) in ROWS {
        let request = edited(on, edits);
        let remedies: Vec<String> = report(&request).findings.iter().filter_map(shown).collect();
        assert_eq!(remedies, *wanted, "{on} {edits:?}");
    }
}

/// The rules whose findings have a remedy in the cases, with the kinds of remedies.
const RULES: &[(&str, &[&str])] = &[
    ("account.responsible-person-contact-invalid", &["submit_first"]),
    ("app.fingerprint-malformed", &["set"]),
    ("app.package-name-malformed", &["set"]),
    ("app.package-name-repeated", &["remove"]),
    ("app.separated-by-colons", &["set"]),
    ("app.platform-not-filed", &["submit_first"]),
    ("app.public-key-malformed", &["normalize"]),
    ("cancel.leaves-hollow-principal", &["use_order_kind"]),
    ("cancel.number-repeated", &["remove"]),
    ("change.another-principal", &["submit_first"]),
    ("change.immutable-field", &["choose"]),
    ("change.organization-to-individual", &["submit_first"]),
    ("change.service-responsible-person-of-individual", &["remove"]),
    ("cancel.phone-lost", &["submit_first"]),
    ("domain.level-exceeded", &["choose"]),
    ("domain.malformed", &["set"]),
    ("domain.not-registrable", &["remove", "set"]),
    ("domain.real-name-too-recent", &["wait_until"]),
    ("material.misplaced", &["move_material"]),
    ("material.missing", &["add_material"]),
    ("order.agreement-missing", &["tick"]),
    ("order.differs-from-filed", &["choose", "submit_first"]),
    ("order.filed-certificate-expired", &["submit_first"]),
    ("order.filing-number-malformed", &["set"]),
    ("order.filing-number-of-other-kind", &["choose"]),
    ("order.responsible-person-unreachable", &["submit_first"]),
    ("order.kind-mismatch", &["divide", "use_order_kind"]),
    ("order.service-repeated", &["remove"]),
    ("order.services-over-limit", &["split"]),
    ("person.certificate-expired", &["wait_until"]),
    ("person.certificate-number-invalid", &["choose"]),
    ("person.email-invalid", &["normalize"]),
    ("person.emergency-contact-invalid", &["normalize"]),
    ("person.field-missing", &["choose"]),
    ("person.not-the-individual", &["remove"]),
    ("person.mobile-invalid", &["normalize"]),
    ("principal.account-verified-too-recently", &["wait_until"]),
    ("principal.certificate-kind-mismatch", &["choose"]),
    ("principal.certificate-number-invalid", &["normalize"]),
    ("principal.field-missing", &["choose"]),
    ("principal.field-not-applicable", &["remove"]),
    ("principal.name-account-mismatch", &["choose"]),
    ("principal.region-invalid", &["choose", "set"]),
    ("province.authorization-letter-missing", &["add_material"]),
    ("province.document-missing", &["add_material"]),
    ("province.hollow-principal", &["submit_first"]),
    ("province.residence-proof-missing", &["add_material"]),
    ("province.services-over-limit", &["split"]),
    ("resource.public-ip-malformed", &["set"]),
    ("resource.repeated", &["remove"]),
    ("service.field-missing", &["choose"]),
    ("service.pre-approval-document-missing", &["add_material"]),
    ("service.pre-approval-not-applicable", &["remove"]),
    ("service.pre-approval-not-filed", &["submit_first"]),
    ("service.pre-approval-undeclared", &["choose"]),
];

#[test]
fn these_rules_have_remedies() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Example { report, .. } in examples() {
        for finding in &report.findings {
            if let Some(remedy) = finding.remedy() {
                found.entry(finding.rule().to_owned()).or_default().insert(remedy.kind().to_owned());
            }
        }
    }
    let wanted = RULES
        .iter()
        .map(|(rule, kinds)| ((*rule).to_owned(), kinds.iter().map(|kind| (*kind).to_owned()).collect()));
    assert_eq!(found, wanted.collect::<BTreeMap<_, BTreeSet<_>>>());
}

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn kinds() -> Vec<(Remedy, &'static str, &'static str, Value)> {
    let path = || "/services/0/name".parse().unwrap();
    let list = |text: &str| text.parse().unwrap();
    let licence = Suggestion::of(beian::CertificateKind::BusinessLicense);
    vec![
        (
            Remedy::Set { path: path(), value: Suggestion::text("example.com") },
            "改为“example.com”",
            "Change it to “example.com”",
            json!({"path": "/services/0/name", "value": "example.com", "label": {"zh": "example.com", "en": "example.com"}}),
        ),
        (
            Remedy::Normalize { path: path(), also: Vec::new() },
            "改用半角字符，并去除多余的空格和不可见字符",
            "Use half-width characters, and remove stray spaces and invisible characters",
            json!({"path": "/services/0/name"}),
        ),
        (Remedy::Remove { path: path() }, "删除此项", "Remove this", json!({"path": "/services/0/name"})),
        (
            Remedy::Choose { path: path(), choices: vec![licence.clone()] },
            "确认后改为“营业执照”",
            "Change it to “business licence”, if that is right",
            json!({
                "path": "/services/0/name",
                "choices": [{"value": "business_license", "label": {"zh": "营业执照", "en": "business licence"}}],
            }),
        ),
        (
            Remedy::Tick { agreement: Agreement::CommitmentLetter },
            "阅读并勾选《互联网信息服务备案承诺书》",
            "Read the filing commitment letter and tick it",
            json!({"agreement": "commitment_letter"}),
        ),
        (
            Remedy::UseOrderKind {
                order_kind: OrderKind::ChangeService,
                filing_number: Some("粤ICP备2021000001号".into()),
                service_numbers: vec!["粤ICP备2021000001号-1".into()],
            },
            "改为按“变更服务”提交",
            "Submit it as: change of service",
            json!({
                "order_kind": "change_service",
                "filing_number": "粤ICP备2021000001号",
                "service_numbers": ["粤ICP备2021000001号-1"],
            }),
        ),
        (
            Remedy::Divide {
                orders: vec![
                    Portion::new(OrderKind::AccessFiling, [0, 2]),
                    Portion::new(OrderKind::AddService, [1]),
                ],
            },
            "分为 2 个订单依次办理：接入备案（服务 1、3）；新增服务（原备案在本接入商）（服务 2）",
            "Submit 2 orders, one after the other: access filing, services 1, 3; adding a service (filed here), service 2",
            json!({"orders": [
                {"order_kind": "access_filing", "services": [0, 2]},
                {"order_kind": "add_service", "services": [1]},
            ]}),
        ),
        (
            Remedy::Split { max: 10, metric: Metric::Services },
            "拆分为多个订单，每个订单最多 10 个服务",
            "Split it into orders of at most 10 services each",
            json!({"max": 10, "metric": "services"}),
        ),
        (
            Remedy::SubmitFirst { order_kind: OrderKind::ChangeFiling },
            "先办理“变更备案”",
            "First complete this order: change of filing",
            json!({"order_kind": "change_filing"}),
        ),
        (
            Remedy::AddMaterial {
                path: list("/services/0/materials"),
                materials: vec![MaterialKind::PreApprovalDocument],
                approval: Some(beian::service::PreApprovalKind::News),
            },
            "上传前置审批文件（新闻）",
            "Upload the pre-approval document (news)",
            json!({"path": "/services/0/materials", "materials": ["pre_approval_document"], "approval": "news"}),
        ),
        (
            Remedy::AddMaterial {
                path: list("/principal/materials"),
                materials: vec![MaterialKind::ResidencePermit, MaterialKind::StudentCard],
                approval: None,
            },
            "上传以下材料之一：居住证、学生证",
            "Upload one of: residence permit, student card",
            json!({"path": "/principal/materials", "materials": ["residence_permit", "student_card"]}),
        ),
        (
            Remedy::MoveMaterial {
                path: list("/services/0/materials/1"),
                to: list("/services/0/responsible_person/materials"),
            },
            "移到服务负责人的材料中",
            "Move it to the materials of the service's responsible person",
            json!({"path": "/services/0/materials/1", "to": "/services/0/responsible_person/materials"}),
        ),
        (
            Remedy::WaitUntil { date: date("2026-12-01") },
            "在 2026-12-01 及以后提交",
            "Submit on 2026-12-01 or later",
            json!({"date": "2026-12-01"}),
        ),
    ]
}

#[test]
fn each_kind_has_its_texts_and_its_json() {
    for (remedy, zh, en, mut fields) in kinds() {
        assert_eq!(remedy.message(Language::Zh).to_string(), zh);
        assert_eq!(remedy.message(Language::En).to_string(), en);
        fields["kind"] = remedy.kind().into();
        fields["applicability"] = remedy.applicability().as_str().into();
        fields["message"] = json!({"zh": zh, "en": en});
        let written = serde_json::to_value(&remedy).unwrap();
        assert_eq!(written, fields);
        assert_eq!(serde_json::from_value::<Remedy>(written).unwrap(), remedy);
    }
}

/// The documentation has a row for each kind, and each kind has its example above.
#[test]
fn each_kind_is_documented() {
    let source = include_str!("../../src/report/remedy/mod.rs");
    let rows = source.lines().filter_map(|line| line.trim().strip_prefix("/// | `")?.split('`').next());
    let arms = source.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split("} => \"").nth(1));
    let named: BTreeSet<&str> = arms.filter_map(|arm| arm.strip_suffix("\",")).collect();
    assert_eq!(rows.filter(|row| *row != "kind").collect::<BTreeSet<_>>(), named);
    let kinds = kinds();
    assert_eq!(kinds.iter().map(|(remedy, ..)| remedy.kind()).collect::<BTreeSet<_>>(), named);
}

#[test]
fn what_a_newer_version_names_is_kept() {
    for newer in [
        json!({"kind": "telephone", "number": 12, "message": {"zh": "致电管局", "en": "Call the authority"}}),
        // A known kind with an unknown name in it.
        json!({"kind": "tick", "agreement": "charter", "message": {"zh": "勾选", "en": "Tick it"}}),
    ] {
        let remedy: Remedy = serde_json::from_value(newer.clone()).unwrap();
        assert!(matches!(remedy, Remedy::Other { .. }), "{newer}");
        assert_eq!(remedy.kind(), newer["kind"]);
        assert_eq!(remedy.applicability(), Applicability::ByApplicant);
        assert_eq!(serde_json::to_value(&remedy).unwrap()["message"], newer["message"]);
        assert_eq!(Order::FirstFiling(Filing::new()).apply(&remedy), Err(RemedyError::ByApplicant));
    }
}

#[test]
fn reports_are_read_with_remedies_and_without() {
    for Example { label, report, .. } in examples() {
        let written = serde_json::to_value(report).unwrap();
        let read: Report = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), written, "{label}");
        for (read, own) in read.findings.iter().zip(&report.findings) {
            assert_eq!(read.remedy(), own.remedy(), "{label}");
        }

        let mut without = written;
        for finding in without["findings"].as_array_mut().unwrap() {
            finding.as_object_mut().unwrap().remove("remedy");
        }
        let read: Report = serde_json::from_value(without).unwrap();
        assert!(read.findings.iter().all(|finding| finding.remedy().is_none()), "{label}");
    }
}

#[test]
fn a_services_own_finding_can_have_one() {
    let source = beian::Source::new("Acme Cloud terms", "3.2", None);
    let rule = beian::OwnRule::new("acme.name", Severity::Advice, "请改名", "rename it", source).unwrap();
    let own = rule.finding([Key::Principal, Key::Name]);
    assert!(own.remedy().is_none());
    let remedy = Remedy::Remove { path: "/services/0/name".parse().unwrap() };
    assert_eq!(own.with_remedy(remedy.clone()).remedy(), Some(&remedy));
}

/// A path without its indices, which stays the same when items are removed.
fn shape(finding: &Finding) -> String {
    finding.path.segments().iter().filter(|segment| !matches!(segment, Segment::Index(_))).fold(
        finding.rule().to_owned(),
        |shape, segment| match segment {
            Segment::Key(key) => shape + "/" + key.as_str(),
            _ => shape + "/?",
        },
    )
}

fn counted<'a>(findings: impl Iterator<Item = &'a Finding>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(shape(finding)).or_default() += 1;
    }
    counts
}

/// The blockers that one report has and the other does not.
fn new_blockers(before: &Report, after: &Report) -> Vec<String> {
    let known = counted(before.blockers());
    let more = |(shape, count): &(String, usize)| *count > known.get(shape).copied().unwrap_or_default();
    counted(after.blockers()).into_iter().filter(more).map(|(shape, _)| shape).collect()
}

fn can_be_applied(remedy: &Remedy) -> bool {
    remedy.applicability() != Applicability::ByApplicant
}

/// Rules that compare a value which could not be parsed before the remedy.
const HIDDEN: &[(&str, &str)] = &[
    ("domain.malformed", "domain.registrant-mismatch"),
    ("domain.malformed", "domain.registration-expired"),
    ("domain.malformed", "service.home-page-elsewhere"),
    ("principal.certificate-number-invalid", "domain.registrant-certificate-mismatch"),
    ("principal.region-invalid", "principal.mailing-address-region-mismatch"),
    ("principal.region-invalid", "principal.region-certificate-mismatch"),
];

/// The new findings, without those that a fixed mistake had hidden and those of the form of another kind.
fn unexplained(new: Vec<String>, fixed: &[&Finding]) -> Vec<String> {
    let is_hidden = |rule: &str| fixed.iter().any(|finding| HIDDEN.contains(&(finding.rule(), rule)));
    let is_other_form =
        fixed.iter().any(|finding| matches!(finding.remedy(), Some(Remedy::UseOrderKind { .. })));
    let is_asked_for = |rule: &str| rule.ends_with("-missing") || rule == "cancel.unverified";
    let is_explained = |shape: &String| {
        let rule = shape.split('/').next().unwrap();
        is_hidden(rule) || is_other_form && is_asked_for(rule)
    };
    new.into_iter().filter(|shape| !is_explained(shape)).collect()
}

#[test]
fn an_applied_remedy_fixes_its_finding_and_breaks_nothing() {
    let mut applied: BTreeMap<String, usize> = BTreeMap::new();
    for Example { label, request, report: before, .. } in examples() {
        for finding in &before.findings {
            let Some(remedy) = finding.remedy().filter(|remedy| can_be_applied(remedy)) else { continue };
            let label = format!("{label}: {}: {remedy:?}", finding.rule());
            let fixed = request.order.apply(remedy).unwrap_or_else(|error| panic!("{label}: {error}"));
            let after = validate(&fixed, &request.context, &Rulebook::default());
            let count =
                |report: &Report| report.findings.iter().filter(|f| f.rule() == finding.rule()).count();
            assert!(count(&after) < count(before), "{label}: it is still there");
            let new = unexplained(new_blockers(before, &after), &[finding]);
            assert!(new.is_empty(), "{label}: {new:?}");
            *applied.entry(remedy.kind().to_owned()).or_default() += 1;
        }
    }
    for kind in ["set", "normalize", "remove", "tick", "use_order_kind"] {
        assert!(applied.contains_key(kind), "no case shows {kind}: {applied:?}");
    }
}

#[test]
fn all_remedies_of_a_report_can_be_applied_together() {
    for Example { label, request, report, .. } in examples() {
        let mut before = report.clone();
        let mut order = request.order.clone();
        // A fixed mistake may have hidden others: each round fixes what it can.
        for round in 0.. {
            let can_be_fixed = |finding: &&Finding| finding.remedy().is_some_and(can_be_applied);
            let fixed: Vec<&Finding> = before.findings.iter().filter(can_be_fixed).collect();
            let remedies: Vec<&Remedy> = fixed.iter().filter_map(|finding| finding.remedy()).collect();
            if remedies.is_empty() {
                break;
            }
            let label = format!("{label}: {remedies:?}");
            assert!(round < 3, "{label}: no end");
            order = order.apply_all(remedies).unwrap_or_else(|error| panic!("{label}: {error}"));
            let after = validate(&order, &request.context, &Rulebook::default());
            let new = unexplained(new_blockers(&before, &after), &fixed);
            assert!(new.is_empty(), "{label}: {new:?}");
            before = after;
        }
    }
}

#[test]
fn every_choice_fixes_its_finding() {
    for Example { label, request, report: before, .. } in examples() {
        for finding in &before.findings {
            let Some(remedy @ Remedy::Choose { choices, .. }) = finding.remedy() else { continue };
            assert!(remedy.chosen(choices.len()).is_none());
            for place in 0..choices.len() {
                let chosen = remedy.chosen(place).unwrap();
                let label = format!("{label}: {chosen:?}");
                let fixed = request.order.apply(&chosen).unwrap_or_else(|error| panic!("{label}: {error}"));
                let after = validate(&fixed, &request.context, &Rulebook::default());
                let is_same = |f: &&Finding| f.rule() == finding.rule() && f.path == finding.path;
                let left: Vec<_> = after.findings.iter().filter(is_same).collect();
                // A number may be wrong for the chosen kind, which is then the finding.
                assert!(left.is_empty(), "{label}: {left:?}");
            }
        }
    }
}

/// The texts of an order that no report may contain.
fn personal(json: &Value, found: &mut Vec<String>) {
    match json {
        Value::Object(map) => {
            for (key, value) in map {
                let is_personal = matches!(
                    key.as_str(),
                    "number"
                        | "address"
                        | "mailing_address"
                        | "mobile"
                        | "emergency_contact"
                        | "email"
                        | "responsible_person_contact"
                );
                match value.as_str() {
                    Some(text) if is_personal && text.chars().count() >= 6 => found.push(text.to_owned()),
                    _ => personal(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| personal(item, found)),
        _ => {}
    }
}

#[test]
fn no_remedy_carries_anything_personal() {
    for Example { label, json, report, .. } in examples() {
        let mut texts = Vec::new();
        personal(json, &mut texts);
        for remedy in report.findings.iter().filter_map(Finding::remedy) {
            let written = format!("{remedy:?} {}", serde_json::to_string(remedy).unwrap());
            for text in &texts {
                assert!(!written.contains(text.as_str()), "{label}: {written}");
            }
        }
    }
}

#[test]
fn services_that_fit_several_kinds_are_divided() {
    let request = edited(
        "access-filing/organization-website",
        &["copy /services/0 /services", "set /services/1/domains/0/name \"example.net\""],
    );
    let found = report(&request);
    let finding = found.findings.iter().find(|finding| finding.rule() == "order.kind-mismatch").unwrap();
    let orders = vec![Portion::new(OrderKind::AccessFiling, [0]), Portion::new(OrderKind::AddService, [1])];
    assert_eq!(finding.remedy(), Some(&Remedy::Divide { orders }));
}

#[test]
fn what_does_not_fit_the_order_is_refused() {
    let website = common::request(&order("first-filing/organization-website")).unwrap().order;
    let at = |path: &str| path.parse().unwrap();
    let set = |path: &str, value: &str| Remedy::Set { path: at(path), value: Suggestion::text(value) };
    let remove = |path: &str| Remedy::Remove { path: at(path) };

    for path in
        ["/services/9", "/services/0/open", "/services/0/platforms/0", "/kind", "/services/0/domains/x", ""]
    {
        let refused = RemedyError::NotThere { path: at(path) };
        assert_eq!(website.apply(&remove(path)), Err(refused), "{path}");
    }
    for (path, value) in [
        ("/principal/kind", "company"),
        ("/principal/certificate/valid_until", "soon"),
        ("/services/0/open", "perhaps"),
        ("/services/0/languages/1", "Latin"),
    ] {
        let refused = RemedyError::NotAValue { path: at(path) };
        assert_eq!(website.apply(&set(path, value)), Err(refused), "{path}");
    }
    for (path, value) in [
        ("/principal/kind", "law_firm"),
        ("/principal/certificate/valid_until", "long_term"),
        ("/services/0/open", "true"),
        ("/services/0/languages/1", "en"),
        ("/services/0/pre_approval/kinds/0", "none_of_these"),
        ("/services/0/domains/0/registration/registrar/approved", "true"),
    ] {
        let changed = website.apply(&set(path, value)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let json = serde_json::to_value(&changed).unwrap();
        let there = json.pointer(path).unwrap_or_else(|| panic!("{path} is not there"));
        let there = there.get("kind").unwrap_or(there);
        assert_eq!(there.to_string().trim_matches('"'), value, "{path}");
    }

    let hollow = Order::DeregisterHollowPrincipal(DeregisterHollowPrincipal::new());
    let first = Remedy::UseOrderKind {
        order_kind: OrderKind::FirstFiling,
        filing_number: None,
        service_numbers: Vec::new(),
    };
    let (from, to) = (OrderKind::DeregisterHollowPrincipal, OrderKind::FirstFiling);
    assert_eq!(hollow.apply(&first), Err(RemedyError::OrderKind { from, to }));
    assert_eq!(
        hollow.apply(&Remedy::Tick { agreement: Agreement::Terms }),
        Err(RemedyError::NotThere { path: at("/agreements") })
    );
    assert_eq!(
        website.apply(&Remedy::Split { max: 10, metric: Metric::Services }),
        Err(RemedyError::ByApplicant)
    );
}

#[test]
fn a_file_moves_to_its_list() {
    let request = edited(
        "first-filing/organization-website",
        &[
            "copy /services/0/responsible_person/materials/0 /services/0/materials",
            "copy /principal/materials/0 /services/0/materials",
        ],
    );
    let found = report(&request);
    let remedies: Vec<&Remedy> = found.findings.iter().filter_map(Finding::remedy).collect();
    assert_eq!(remedies.iter().map(|remedy| remedy.kind()).collect::<Vec<_>>(), ["move_material"; 2]);
    let fixed = request.order.apply_all(remedies).unwrap();
    let kinds = |materials: &[beian::Material]| materials.iter().map(|m| m.kind).collect::<Vec<_>>();
    let service = &fixed.services()[0];
    assert_eq!(kinds(service.materials()), [MaterialKind::DomainCertificate]);
    assert_eq!(
        kinds(&service.responsible_person().unwrap().materials).last(),
        Some(&MaterialKind::PortraitSide)
    );
    assert_eq!(kinds(&fixed.principal().unwrap().materials), [MaterialKind::Certificate; 2]);
}
