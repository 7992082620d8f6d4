//! Rulebooks of providers that are none of this crate's: what they have on, and whom their findings quote.

use beian::{
    validate, Language, Limit, Limits, Profile, Provider, Report, Request, Rule, Rulebook,
    RulebookErrorReason, RulebookPatch, Source,
};
use chrono::NaiveDate;
use serde_json::{json, Value};

use crate::common::{order, reported, request, OF_OTHER};

/// What other providers' documents begin with.
const PROVIDERS: [&str; 7] = ["腾讯云", "华为云", "UCloud", "阿里云", "青云", "金山云", "接入服务商"];

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap()
}

fn guide(section: &'static str) -> Source {
    Source::new("Acme Cloud 备案指南", section, Some(day()))
}

fn acme() -> Profile {
    Profile::new("acme", "Acme 云", "Acme Cloud", day()).unwrap()
}

fn rule(id: &str) -> Rule {
    id.parse().unwrap()
}

fn checked(request: &Request, rulebook: &Rulebook) -> Report {
    validate(&request.order, &request.context, rulebook)
}

/// An APP whose domain has five levels.
fn too_deep() -> Request {
    let mut json = order("first-filing/organization-app");
    json["order"]["services"][0]["platforms"][0]["domains"][0]["name"] = "a.shenzhen.beian.qcloud.com".into();
    request(&json).unwrap()
}

/// Everything that the rules find anywhere quotes somebody, and no other provider's document as the provider's own.
#[test]
fn no_finding_quotes_another_provider_as_its_own() {
    let rulebook = Rulebook::of(&acme().with_limits(Limits::guide().clone()));
    let (mut of_other, mut national) = (0, 0);
    for (case, _) in reported() {
        for finding in checked(&case.request(), &rulebook).findings {
            let document = finding.source().document;
            let at = format!("{}: {}: {document}", case.place, finding.rule());
            assert!(!document.is_empty(), "{at}");
            assert!(!PROVIDERS.iter().any(|publisher| document.starts_with(publisher)), "{at}");
            if document.starts_with(OF_OTHER) {
                of_other += 1;
            } else {
                national += 1;
            }
        }
    }
    assert!(of_other > 500 && national > 100, "{of_other} {national}");
}

/// The same of the providers that are built in: what one of them says is quoted as another's with all the others.
#[test]
fn a_built_in_provider_s_finding_names_another_s_document_as_that() {
    for (provider, own) in [
        (Provider::Tencent, "腾讯云"),
        (Provider::Huawei, "华为云"),
        (Provider::Ucloud, "UCloud"),
        (Provider::Aliyun, "阿里云"),
    ] {
        let rulebook = Rulebook::builtin(provider);
        let (mut of_own, mut of_other) = (0, 0);
        for (case, _) in reported() {
            for finding in checked(&case.request(), &rulebook).findings {
                let document = finding.source().document;
                let at = format!("{provider}: {}: {}: {document}", case.place, finding.rule());
                let published = PROVIDERS.iter().find(|publisher| document.starts_with(**publisher));
                assert!(published.map_or(true, |publisher| *publisher == own), "{at}");
                of_own += usize::from(document.starts_with(own));
                if let Some(title) = document.strip_prefix(OF_OTHER) {
                    assert!(!title.starts_with(own), "{at}");
                    of_other += 1;
                }
            }
        }
        assert!(of_own > 0 && of_other > 50, "{provider}: {of_own} {of_other}");
    }
}

/// A table: the limits and documents of a profile, and what a finding then quotes.
#[test]
fn a_finding_quotes_its_own_document_before_the_state_s_and_the_state_s_before_another_provider_s() {
    const AT: &str = "/services/0/platforms/0/domains/0/name";
    let level = |profile: Profile| {
        let report = checked(&too_deep(), &Rulebook::of(&profile));
        report.find("domain.level-exceeded", AT).unwrap().source()
    };
    let mut unsourced = Limits::default();
    unsourced.app_domain_level = Some(4);
    let document = rule("domain.level-exceeded");
    let own_limit = Limits::default().with_limit(Limit::AppDomainLevel, 4, guide("域名级别"));
    assert_eq!(level(acme().with_limits(own_limit.clone())), guide("域名级别"));
    assert_eq!(
        level(acme().with_limits(own_limit).with_document(document, guide("域名"))),
        guide("域名级别")
    );
    assert_eq!(
        level(acme().with_limits(unsourced.clone()).with_document(document, guide("域名"))),
        guide("域名")
    );
    let other = level(acme().with_limits(unsourced.clone()));
    assert!(other.document.starts_with("其他接入服务商文件：腾讯云"), "{other:?}");
    let listed = Rulebook::of(&acme().with_limits(unsourced));
    let kind = too_deep().order.kind();
    assert_eq!(listed.rule(document.id()).unwrap().source_for(kind), Some(other));

    // A number of an identity card is the state's matter.
    let mut json = order("first-filing/organization-website");
    json["order"]["principal"]["responsible_person"]["certificate"]["number"] = "330106198807154610".into();
    let report = checked(&request(&json).unwrap(), &Rulebook::of(&acme()));
    let finding = report.findings.iter().find(|f| f.rule().ends_with("certificate-number-invalid")).unwrap();
    assert!(finding.source().document.starts_with("GB 11643"), "{:?}", finding.source());
}

#[test]
fn what_no_document_of_the_provider_states_is_undetermined() {
    let rulebook = Rulebook::of(&acme());
    let report = checked(&too_deep(), &rulebook);
    assert!(report.find("domain.level-exceeded", "/services/0/platforms/0/domains/0/name").is_err());
    let undetermined = report.undetermined.iter().find(|u| u.rule == "domain.level-exceeded").unwrap();
    assert_eq!(undetermined.needs.to_string(), "provider_rules");
    assert_eq!(undetermined.needs.show(Language::En), "the provider's requirements");
    assert_eq!((&*report.rulebook.provider, report.rulebook.as_of), ("acme", day()));
}

/// The practice of other providers is off, but for what the provider's own document states.
#[test]
fn the_practice_of_others_holds_where_its_own_document_says_so() {
    let practice: Vec<Rule> = Rule::all().filter(|rule| !rule.providers().is_empty()).collect();
    assert!(!practice.is_empty());
    let without = Rulebook::of(&acme());
    for rule in &practice {
        assert!(!without.is_on(*rule), "{rule}");
        let with = Rulebook::of(&acme().with_document(*rule, guide("账号")));
        assert_eq!(with.severity(*rule), Some(rule.default_severity()), "{rule}");
        assert_eq!(
            with.rules().filter(beian::RulebookRule::is_on).count(),
            1 + without.rules().filter(beian::RulebookRule::is_on).count()
        );
    }
    assert!(Rule::all().filter(|rule| rule.providers().is_empty()).all(|rule| without.is_on(rule)));
    let patched = without.patched(&RulebookPatch::new().without_rule("domain.level-exceeded")).unwrap();
    assert!(!patched.is_on(rule("domain.level-exceeded")));
    assert_eq!(patched.profile(), Some(&acme()));
    for provider in Provider::ALL {
        let rulebook = Rulebook::builtin(*provider);
        assert_eq!((rulebook.provider(), rulebook.profile()), (Some(*provider), None));
    }
}

#[test]
fn a_profile_is_read_as_it_is_made_in_code() {
    let made = acme()
        .with_limits(Limits::default().with_limit(Limit::AppDomainLevel, 3, guide("APP 域名")))
        .with_document(rule("domain.level-exceeded"), guide("域名"));
    let json = json!({
        "provider": "acme",
        "name": {"zh": "Acme 云", "en": "Acme Cloud"},
        "as_of": "2026-10-01",
        "limits": {"app_domain_level": {
            "value": 3,
            "source": {"document": "Acme Cloud 备案指南", "section": "APP 域名", "date": "2026-10-01"}
        }},
        "documents": {"domain.level-exceeded": {
            "document": "Acme Cloud 备案指南", "section": "域名", "date": "2026-10-01"
        }},
    });
    assert_eq!(serde_json::to_value(&made).unwrap(), json);
    assert_eq!(serde_json::from_value::<Profile>(json).unwrap(), made);
    assert_eq!((made.name(Language::Zh), made.name(Language::En)), ("Acme 云", "Acme Cloud"));
}

#[test]
fn a_wrong_profile_is_refused_with_its_place() {
    let good =
        json!({"provider": "acme", "name": {"zh": "Acme 云", "en": "Acme Cloud"}, "as_of": "2026-10-01"});
    assert!(serde_json::from_value::<Profile>(good.clone()).is_ok());
    for (key, value, says) in [
        ("provider", json!("Acme"), "/provider: impossible"),
        ("provider", json!("tencent"), "/provider: one of this crate's providers has this name"),
        ("provider", Value::Null, "/provider"),
        ("name", json!("Acme"), "/name"),
        ("as_of", json!("soon"), "/as_of"),
        ("limits", json!({"app_domain_level": 0}), "/limits/app_domain_level"),
        ("limits", json!({"level": 1}), "/limits/level"),
        ("documents", json!({"domain.deep": guide("")}), "/documents/domain.deep: no rule has this id"),
        ("documents", json!({"domain.level-exceeded": 1}), "/documents/domain.level-exceeded"),
        ("limit", json!({}), "/limit: no such field"),
    ] {
        let mut json = good.clone();
        json[key] = value;
        let error = serde_json::from_value::<Profile>(json).unwrap_err().to_string();
        assert!(error.starts_with(says), "{key}: {error}");
    }
    let mut without = good;
    without.as_object_mut().unwrap().remove("name");
    assert!(serde_json::from_value::<Profile>(without)
        .unwrap_err()
        .to_string()
        .contains("`name` is missing"));
    let taken = Profile::new("huawei", "华为云", "Huawei Cloud", day()).unwrap_err();
    assert_eq!((taken.path(), taken.reason()), ("/provider", &RulebookErrorReason::ProviderTaken));
}
