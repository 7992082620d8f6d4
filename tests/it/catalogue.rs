//! The catalogue: what holds of the declaration of every rule.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use beian::provinces::Dimension;
use beian::{
    validate, Actor, Language, Limit, OrderKind, Provider, Rule, RuleSource, Rulebook, Severity, Source,
    SourceBasis, UnknownRule,
};
use chrono::Datelike as _;
use serde_json::json;

use crate::common;

/// The released rules with their severities. An id never vanishes and is never given to another rule.
const RELEASED: &[(Severity, &[&str])] = &[
    (
        Severity::Blocker,
        &[
            "account.not-filed-here",
            "account.order-in-progress",
            "account.real-name-mismatch",
            "account.responsible-person-contact-invalid",
            "account.target-not-eligible",
            "account.target-occupied",
            "account.unverified",
            "app.domain-not-listed",
            "app.fingerprint-malformed",
            "app.name-taken",
            "app.package-missing",
            "app.package-name-malformed",
            "app.package-name-repeated",
            "app.package-name-taken",
            "app.platform-not-filed",
            "app.public-key-malformed",
            "cancel.already-requested",
            "cancel.not-filed-here",
            "cancel.number-repeated",
            "cancel.offline-only",
            "cancel.phone-lost",
            "cancel.reason-too-long",
            "cancel.unverified",
            "change.another-principal",
            "change.app-to-another-principal",
            "change.domain-not-filed",
            "change.immutable-field",
            "change.individual-to-organization",
            "change.not-filed-here",
            "change.number-not-displayed",
            "change.number-not-linked",
            "change.organization-to-individual",
            "change.other-number-displayed",
            "change.service-not-open",
            "change.service-responsible-person-of-individual",
            "change.services-left-out",
            "domain.blacklisted",
            "domain.certificate-incomplete",
            "domain.filed-by-other",
            "domain.in-progress",
            "domain.level-exceeded",
            "domain.malformed",
            "domain.not-registrable",
            "domain.of-platform",
            "domain.real-name-too-recent",
            "domain.real-name-unverified",
            "domain.registrant-certificate-mismatch",
            "domain.registrant-mismatch",
            "domain.registrar-not-approved",
            "domain.registration-expired",
            "domain.resolving",
            "domain.several-on-website",
            "domain.suffix-not-approved",
            "domain.suffix-of-public-body",
            "material.certificate-not-original",
            "material.domain-certificate-of-change",
            "material.expired",
            "material.format-not-accepted",
            "material.icon-too-large",
            "material.letter-too-old",
            "material.misplaced",
            "material.missing",
            "material.of-another-domain",
            "material.proof-too-old",
            "material.size-out-of-range",
            "name.blacklisted",
            "name.finance-word",
            "name.is-domain",
            "name.only-digits-or-letters",
            "name.place-of-individual",
            "name.pre-approval-word",
            "name.public-body",
            "name.refused-to-individual",
            "name.sensitive-word",
            "name.state-word",
            "name.symbol",
            "name.too-short",
            "name.training-word",
            "order.access-services-over-limit",
            "order.account-busy",
            "order.account-has-other-principal",
            "order.agreement-missing",
            "order.differs-from-filed",
            "order.draft-expired",
            "order.filed-certificate-expired",
            "order.filed-service-not-in-order",
            "order.filing-number-malformed",
            "order.filing-number-of-other-kind",
            "order.kind-mismatch",
            "order.no-services",
            "order.principal-in-other-account",
            "order.principal-in-progress",
            "order.private-key-leaked",
            "order.responsible-person-unreachable",
            "order.service-repeated",
            "order.services-over-limit",
            "order.website-with-app",
            "person.certificate-expired",
            "person.certificate-expires-soon",
            "person.certificate-number-invalid",
            "person.contact-shared",
            "person.email-invalid",
            "person.emergency-contact-invalid",
            "person.emergency-contact-missing",
            "person.field-missing",
            "person.mobile-invalid",
            "person.mobile-not-account-bound",
            "person.mobile-unverified",
            "person.not-of-branch",
            "person.not-the-individual",
            "person.photo-not-original",
            "person.video-location-mismatch",
            "person.video-not-passed",
            "person.video-verification-missing",
            "person.video-wechat-not-mainland",
            "person.written-differently",
            "principal.account-verified-too-recently",
            "principal.blacklisted",
            "principal.branch-under-parent",
            "principal.business-abnormal",
            "principal.business-differs",
            "principal.certificate-differs-from-filed",
            "principal.certificate-expires-soon",
            "principal.certificate-kind-mismatch",
            "principal.certificate-number-invalid",
            "principal.field-missing",
            "principal.mailing-address-region-mismatch",
            "principal.name-account-mismatch",
            "principal.number-before-credit-code",
            "principal.photo-not-original",
            "principal.region-certificate-mismatch",
            "principal.region-invalid",
            "province.address-crosses-city",
            "province.address-not-accepted",
            "province.authorization-letter-missing",
            "province.certificate-not-accepted",
            "province.certificate-validity-too-short",
            "province.change-not-accepted",
            "province.content-not-accepted",
            "province.document-missing",
            "province.domain-suffix-not-accepted",
            "province.domain-validity-too-short",
            "province.domain-word-not-accepted",
            "province.filed-service-not-in-order",
            "province.foreign-legal-representative",
            "province.hollow-principal",
            "province.individual-not-accepted",
            "province.individual-out-of-province",
            "province.individual-under-age",
            "province.mobile-not-local",
            "province.name-not-accepted",
            "province.order-kind-unavailable",
            "province.phones-not-distinct",
            "province.principal-differs-from-registry",
            "province.registrant-not-accepted",
            "province.remark-missing",
            "province.residence-proof-missing",
            "province.responsible-person-not-legal-representative",
            "province.responsible-person-of-several-principals",
            "province.responsible-person-under-age",
            "province.service-open-before-filing",
            "province.service-responsible-person-not-accepted",
            "province.services-over-limit",
            "province.several-domains",
            "province.site-plan-missing",
            "province.total-services-over-limit",
            "resource.expired",
            "resource.license-code-in-use",
            "resource.license-code-issuer-individual",
            "resource.license-code-repeated",
            "resource.license-code-unresolved",
            "resource.load-balancer-unbound",
            "resource.lone-address",
            "resource.missing",
            "resource.no-bandwidth",
            "resource.no-public-ip",
            "resource.not-in-account",
            "resource.not-prepaid",
            "resource.outside-mainland",
            "resource.public-ip-malformed",
            "resource.purchase-too-short",
            "resource.quota-exceeded",
            "resource.remaining-too-short",
            "resource.repeated",
            "resource.serverless-package-missing",
            "resource.serverless-package-second",
            "resource.slots-spent",
            "service.content-needs-pre-approval",
            "service.content-of-individual",
            "service.field-missing",
            "service.home-page-elsewhere",
            "service.home-page-malformed",
            "service.pre-approval-contradictory",
            "service.pre-approval-document-missing",
            "service.pre-approval-not-applicable",
            "service.pre-approval-not-filed",
            "service.pre-approval-undeclared",
        ],
    ),
    (
        Severity::Warning,
        &[
            "app.atomic-service",
            "app.domain-missing",
            "app.fingerprint-long",
            "app.sdk-provider-missing",
            "cancel.deregisters-principal-here",
            "cancel.late",
            "cancel.leaves-hollow-principal",
            "cancel.leaves-no-provider",
            "cancel.number-ambiguous",
            "cancel.suffix-cannot-refile",
            "cancel.takes-all-services",
            "change.displayed-number-unreadable",
            "change.app-number-not-displayed",
            "change.certificate-number-changes",
            "change.domain-in-old-name",
            "change.late",
            "change.licensed-address",
            "domain.on-hold",
            "domain.suffix-reserved",
            "domain.suffix-unconfirmed",
            "material.domain-certificate-due",
            "material.watermark",
            "name.app-symbol",
            "name.app-word",
            "name.city-of-individual",
            "name.commercial",
            "name.differs-on-page",
            "name.drug-site",
            "name.education-word",
            "name.foreign-state",
            "name.own-name",
            "name.person-of-organization",
            "name.place-not-covered",
            "name.principal-finance-word",
            "name.sample",
            "order.filed-service-differs",
            "order.sub-account",
            "order.total-services-over-limit",
            "order.verified-field-changed",
            "person.certificate-of-foreigner",
            "person.emergency-contact-is-mobile",
            "person.mobile-may-miss-sms",
            "person.mobile-of-other-principal",
            "person.mobile-segment-unknown",
            "person.of-other-organization",
            "principal.business-address-differs",
            "principal.credit-code-nonstandard",
            "principal.filed-twice",
            "principal.mailing-address-out-of-province",
            "principal.mailing-address-symbol",
            "principal.mailing-address-too-coarse",
            "principal.region-not-certificate-address",
            "principal.residence-document-advised",
            "principal.scope-word",
            "principal.trade-name-missing",
            "resource.ends-during-review",
            "resource.too-many-addresses",
            "service.approval-of-state-owned",
            "service.commercial-license-missing",
            "service.content-unknown",
            "service.home-page-without-www",
            "service.pre-approval-abolished",
            "service.subdomain-not-in-remark",
        ],
    ),
    (
        Severity::Advice,
        &[
            "account.source-loses-control",
            "app.mini-program",
            "app.offline",
            "app.separated-by-colons",
            "app.store-refuses-certificate",
            "cancel.irrevocable",
            "cancel.number-not-restored",
            "cancel.service-stops",
            "domain.filed-registration-expired",
            "domain.registrant-written-differently",
            "domain.resolves-here-early",
            "name.commerce-word",
            "name.licensed-trade",
            "name.long",
            "name.provider-word",
            "name.special-approval",
            "name.without-principal",
            "order.batch-advised",
            "person.contact-unreachable",
            "person.mobile-out-of-province",
            "order.sms-check-due",
            "change.principal-unchanged",
            "person.video-conditions",
            "principal.field-not-applicable",
            "principal.region-differs-from-certificate",
        ],
    ),
];

fn both() -> [Language; 2] {
    [Language::Zh, Language::En]
}

/// The parameters that a template names: `{level}`, `{months:month}`, `{successors? (it is now: @)}`.
fn slots(template: &str) -> impl Iterator<Item = &str> {
    let inside = template.split('{').skip(1).map(|part| part.split_once('}').expect("a closed brace").0);
    inside.map(|slot| slot.split_once([':', '?']).map_or(slot, |(name, _)| name))
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn the_released_rules_are_all_there_and_no_others() {
    let released: BTreeSet<(&str, Severity)> =
        RELEASED.iter().flat_map(|(severity, ids)| ids.iter().map(|id| (*id, *severity))).collect();
    let present: BTreeSet<(&str, Severity)> =
        Rule::all().map(|rule| (rule.id(), rule.default_severity())).collect();
    let vanished: Vec<_> = released.difference(&present).collect();
    assert!(vanished.is_empty(), "no longer there, or of another severity: {vanished:?}");
    let new: Vec<_> = present.difference(&released).collect();
    assert!(new.is_empty(), "not yet in the list of released rules: {new:?}");
    assert_eq!(Rule::all().count(), present.len(), "an id stands twice");
}

#[test]
fn ids_have_a_group_and_a_slug() {
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && !word.ends_with('-')
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    for rule in Rule::all() {
        let (group, slug) = rule.id().split_once('.').expect("a dot");
        assert!(is_word(group) && is_word(slug), "{rule}");
        assert_eq!(rule.group(), group);
    }
}

#[test]
fn ids_parse_display_and_serialise_as_themselves() {
    for rule in Rule::all() {
        assert_eq!(rule.id().parse(), Ok(rule));
        assert_eq!(Rule::from_id(rule.id()), Some(rule));
        assert_eq!(rule.to_string(), rule.id());
        assert_eq!(format!("{rule:?}"), format!("Rule({})", rule.id()));
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.id());
    }
    for unknown in
        ["", "domain", "domain.", "domain.level_exceeded", "Domain.level-exceeded", " domain.malformed"]
    {
        assert_eq!(unknown.parse::<Rule>(), Err(UnknownRule), "{unknown:?}");
    }
    assert_eq!(UnknownRule.to_string(), "no rule has this id");
}

#[test]
fn groups_stand_together() {
    let mut groups: Vec<&str> = Rule::all().map(Rule::group).collect();
    groups.dedup();
    let distinct: BTreeSet<&str> = groups.iter().copied().collect();
    assert_eq!(groups.len(), distinct.len(), "{groups:?}");
}

#[test]
fn documentation_says_what_why_and_shows_an_example() {
    for rule in Rule::all() {
        let text = rule.explain();
        let (what, rest) = text.split_once("\n\n").unwrap_or_else(|| panic!("{rule}: one paragraph only"));
        assert!(!what.starts_with("**"), "{rule}: what it states comes first");
        assert!(rest.contains("**Why.** "), "{rule}");
        assert_eq!(rest.contains("**Example.** "), !rule.is_notice(), "{rule}: a notice needs no example");
    }
}

#[test]
fn texts_are_there_in_both_languages() {
    for rule in Rule::all() {
        for language in both() {
            let (summary, template) = (rule.summary(language), rule.template(language));
            for text in [summary, template] {
                assert_eq!(text.trim(), text, "{rule}");
                assert!(!text.is_empty(), "{rule}");
                assert!(!text.contains("  "), "{rule}: {text}");
            }
        }
        for text in [rule.summary(Language::Zh), rule.template(Language::Zh)] {
            assert!(has_chinese(text), "{rule}: {text}");
            assert!(!text.contains(", ") && !text.contains("; "), "{rule}: half-width punctuation: {text}");
        }
        assert!(
            rule.template(Language::Zh).ends_with(['。', '}']),
            "{rule}: a sentence ends with a full stop"
        );
        for text in [rule.summary(Language::En), rule.template(Language::En)] {
            assert!(!text.contains(['，', '。', '；', '：', '、']), "{rule}: Chinese punctuation: {text}");
            assert!(text.starts_with(|c: char| c.is_ascii_uppercase() || c == '{'), "{rule}: {text}");
            assert!(text.ends_with(['.', '}']), "{rule}: a sentence ends with a full stop: {text}");
        }
    }
}

#[test]
fn templates_name_the_declared_parameters() {
    for rule in Rule::all() {
        let declared: BTreeSet<&str> = rule.params().collect();
        assert_eq!(declared.len(), rule.params().count(), "{rule}: a parameter is declared twice");
        let named: BTreeSet<&str> =
            both().into_iter().flat_map(|language| slots(rule.template(language))).collect();
        assert_eq!(named, declared, "{rule}");
    }
}

#[test]
fn every_rule_has_a_source_for_each_of_its_order_kinds() {
    for rule in Rule::all() {
        let sources = rule.sources();
        for kind in rule.orders() {
            assert!(sources.iter().any(|sourced| sourced.orders.contains(&kind)), "{rule}: {kind}");
            assert!(rule.source_for(kind).is_some(), "{rule}: {kind}");
        }
        for sourced in &sources {
            let Source { document, section, .. } = &sourced.source;
            assert!(!document.is_empty() && !section.is_empty(), "{rule}");
            assert!(sourced.orders.iter().all(|kind| rule.orders().any(|own| own == *kind)), "{rule}");
            let is_dated = sourced.year.is_some() || sourced.basis == SourceBasis::Standard;
            assert!(is_dated, "{rule}: {sourced:?}");
        }
        let other = OrderKind::ALL.iter().find(|kind| rule.orders().all(|own| own != **kind));
        assert_eq!(other.and_then(|kind| rule.source_for(*kind)), None, "{rule}");
    }
}

/// Whether a source has a day, or a year or an edition in its title: 约 2022 年, V3.0.
fn is_dated(source: &Source) -> bool {
    let mut numbers = source.document.split(|c: char| !c.is_ascii_digit());
    source.date.is_some()
        || source.document.contains("V3.0")
        || numbers.any(|number| number.len() == 4 && number.starts_with("20"))
}

/// What is not said but follows has its reason in the documentation, and what is said by no text of the last three
/// years has its age.
#[test]
fn inferred_and_old_rules_say_so() {
    let newest = Rule::all().flat_map(Rule::sources).filter_map(|sourced| sourced.source.date).max().unwrap();
    let limit = newest.checked_sub_months(chrono::Months::new(36)).unwrap();
    for rule in Rule::all() {
        let sources = rule.sources();
        let is_inferred = sources.iter().any(|sourced| sourced.basis == SourceBasis::Inferred);
        assert_eq!(rule.explain().contains("**Inferred.**"), is_inferred, "{rule}");
        let cited = Provider::ALL.iter().filter_map(|provider| rule.source_under(*provider));
        let is_recent = |source: &Source, year: Option<i32>| match source.date {
            Some(date) => date >= limit,
            None => year.is_some_and(|year| year > limit.year()),
        };
        let is_old = !sources.iter().any(|sourced| {
            sourced.basis == SourceBasis::Standard || is_recent(&sourced.source, sourced.year)
        }) && !cited.into_iter().any(|source| is_recent(&source, None));
        assert_eq!(rule.explain().contains("**Age.**"), is_old, "{rule}");
    }
}

/// Every part of a place in the guide stands in the chapter, whose day the source has: `vectors/guide_sections.tsv`,
/// which `generators/guide_sections.py` extracts from the guide.
#[test]
fn places_in_the_guide_stand_there() {
    let table = include_str!("../vectors/guide_sections.tsv");
    let rows: BTreeSet<(&str, &str, &str)> = table
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [chapter, day, part] = cells[..] else { panic!("{line}") };
            (chapter, day, part)
        })
        .collect();
    let mut named = BTreeSet::new();
    for rule in Rule::all() {
        for sourced in rule.sources() {
            let Source { document, section, date, .. } = &sourced.source;
            if document != "腾讯云《ICP 备案操作指引（小程序端）》" {
                continue;
            }
            let day = date.unwrap().to_string();
            let (chapter, parts) = section.split_once(" · ").unwrap();
            for part in parts.split(" · ") {
                let found = rows.iter().find(|row| **row == (chapter, day.as_str(), part));
                let row: (&str, &str, &str) = *found.unwrap_or_else(|| panic!("{rule}: {chapter}: {part}"));
                named.insert(row);
            }
        }
    }
    assert_eq!(named, rows, "the table has what no rule names");
}

/// A finding quotes the place for its own order, and of persons the step that they stand in.
#[test]
fn findings_quote_the_place_for_their_order() {
    let rule = Rule::from_id("person.mobile-invalid").unwrap();
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    for (kind, section) in [
        (OrderKind::FirstFiling, "首次备案 · 填写主体信息 · 联系方式1"),
        (OrderKind::ChangeService, "变更服务 · 修改服务信息 · 联系方式1"),
    ] {
        assert_eq!(rule.source_for(kind).unwrap().section, section);
    }
    let mut request = common::request(&common::order("first-filing/organization-website")).unwrap();
    request.context.today = day("2026-11-23");
    let mut tree = serde_json::to_value(&request).unwrap();
    for at in ["/order/principal/responsible_person/mobile", "/order/services/0/responsible_person/mobile"] {
        *tree.pointer_mut(at).unwrap() = json!("12345");
    }
    let request = common::request(&tree).unwrap();
    let report = validate(&request.order, &request.context, &Rulebook::default());
    let quoted: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.rule() == "person.mobile-invalid")
        .map(|finding| finding.source().section.into_owned())
        .collect();
    assert_eq!(
        quoted,
        ["首次备案 · 填写主体信息 · 联系方式1", "首次备案 · 填写网站/域名或 APP 信息 · 联系方式1"]
    );
}

#[test]
fn every_rule_is_asked_of_some_order() {
    for rule in Rule::all() {
        assert!(rule.orders().next().is_some(), "{rule}");
    }
}

#[test]
fn needs_are_of_the_known_kinds() {
    let known = ["registry", "account", "target_account", "province_rules", "provider_rules", "inputs"];
    for rule in Rule::all() {
        assert!(rule.needs().all(|need| known.contains(&need)), "{rule}");
        assert!(!rule.is_notice() || rule.needs().next().is_none(), "{rule}: a notice needs nothing");
    }
}

/// The version that a rule is `since` exists, and is no newer than this one.
#[test]
fn rules_are_since_a_version_of_this_crate() {
    let numbers = |version: &str| -> Vec<u32> {
        let numbers = version.split('.').map(|number| number.parse().expect("a version of three numbers"));
        numbers.collect()
    };
    let this = numbers(env!("CARGO_PKG_VERSION"));
    for rule in Rule::all() {
        let since = numbers(rule.since());
        assert_eq!(since.len(), 3, "{rule}: {}", rule.since());
        assert!(since >= vec![0, 1, 0] && since <= this, "{rule}: {}", rule.since());
    }
}

#[test]
fn notices_depend_on_the_order_kind_alone() {
    let listed: BTreeSet<Rule> = OrderKind::ALL.iter().flat_map(|kind| kind.notices()).collect();
    let all: BTreeSet<Rule> = Rule::all().filter(|rule| rule.is_notice()).collect();
    assert_eq!(listed, all);
    for rule in all {
        assert_eq!(rule.default_severity(), Severity::Advice, "{rule}");
        assert!(rule.params().next().is_none(), "{rule}");
    }
    let ids: Vec<&str> = OrderKind::FirstFiling.notices().map(Rule::id).collect();
    assert_eq!(ids, ["order.sms-check-due", "person.video-conditions", "person.contact-unreachable"]);
}

/// The findings of the cases keep what the declarations promise: parameters in order, declared needs only,
/// and one of the rule's sources.
#[test]
fn findings_are_as_declared() {
    for (case, report) in common::reported() {
        for finding in &report.findings {
            let rule = finding.known_rule().expect("a rule of this crate");
            assert!(!rule.is_notice(), "{}: {rule}", case.place);
            assert_eq!(finding.miit_codes(), rule.miit_codes(), "{}: {rule}", case.place);
            assert!(
                finding.params.iter().map(|(name, _)| name).filter(|name| *name != "also").eq(rule.params()),
                "{}: {rule}",
                case.place
            );
            let source = finding.source();
            // A finding that rests on a province's cell cites the cell's document, one that rests on a limit
            // the document that states the limit.
            let limits = case.rulebook();
            let limits = Limit::ALL.iter().filter_map(|limit| limits.limits().source(*limit).cloned());
            let stated: BTreeSet<_> = limits.map(|source| source.document).collect();
            let is_limit =
                rule.needs().any(|need| need == "provider_rules") && stated.contains(&source.document);
            let asks_table = Dimension::of_rule(rule).next().is_some()
                || rule.needs().any(|need| need == "province_rules");
            // Of a listed word the document that lists it.
            let is_listed = rule.params().any(|param| param == "words") && rule.group() == "name";
            assert!(!is_listed || is_dated(&source), "{}: {rule}", case.place);
            if !asks_table && !is_limit && !is_listed {
                let own = rule.source_under(case.rulebook().provider().unwrap());
                let plain = common::without_other(&source);
                let is_own = |sourced: &beian::RuleSource| {
                    sourced.source == plain
                        && case.order_kind().is_some_and(|kind| sourced.orders.contains(&kind))
                };
                assert!(
                    own.as_ref().map_or_else(|| rule.sources().iter().any(is_own), |own| *own == source),
                    "{}: {rule}: {source:?}",
                    case.place
                );
            }
            for language in both() {
                let text = finding.message(language).to_string();
                assert!(!text.contains(['{', '}']), "{}: {text}", case.place);
            }
        }
        for undetermined in &report.undetermined {
            let rule = Rule::from_id(&undetermined.rule).expect("a rule of this crate");
            let need = undetermined.needs.to_string();
            let kind = if need.contains(':') { "inputs" } else { need.as_str() };
            assert!(rule.needs().any(|declared| declared == kind), "{}: {rule} needs {need}", case.place);
        }
    }
}

/// A finding that rests on a limit of the provider cites the document that states the limit.
#[test]
fn limits_are_said_by_the_documents_that_state_them() {
    let mut seen = BTreeSet::new();
    for (case, report) in common::reported() {
        let rulebook = case.rulebook();
        for finding in &report.findings {
            let limit = match finding.rule() {
                "order.total-services-over-limit" => Limit::IndividualTotalServices,
                "order.draft-expired" => Limit::DraftDays,
                "material.icon-too-large" => Limit::AppIconKilobytesMax,
                "material.format-not-accepted" => Limit::MaterialFormats,
                _ => continue,
            };
            if let Some(stated) = rulebook.limits().source(limit) {
                assert_eq!(finding.source(), *stated, "{}: {}", case.place, finding.rule());
                seen.insert(limit);
            }
        }
    }
    assert_eq!(seen, BTreeSet::from([Limit::AppIconKilobytesMax, Limit::IndividualTotalServices]));
}

/// A limit that a patch sets is cited as the patch, not as the document that the rule names.
#[test]
fn limits_of_a_patch_are_said_by_the_patch() {
    for (on, limit, value, rule) in [
        ("organization-app", Limit::AppDomainLevel, json!(2), "domain.level-exceeded"),
        ("organization-website", Limit::PurchasedMonths, json!(13), "resource.purchase-too-short"),
        ("organization-website", Limit::RemainingMonths, json!(24), "resource.remaining-too-short"),
        ("organization-website", Limit::MaterialFormats, json!(["gif"]), "material.format-not-accepted"),
        ("organization-website", Limit::MaterialKilobytesMax, json!(1), "material.size-out-of-range"),
    ] {
        let request = common::request(&common::order(&format!("first-filing/{on}"))).unwrap();
        let patch = serde_json::from_value(json!({"limits": {limit.as_str(): value}})).unwrap();
        let rulebook = Rulebook::default().patched(&patch).unwrap();
        let report = validate(&request.order, &request.context, &rulebook);
        let found: Vec<_> = report.findings.iter().filter(|finding| finding.rule() == rule).collect();
        assert!(!found.is_empty(), "{rule}: {:?}", report.findings);
        for finding in found {
            let stated = rulebook.limits().source(limit).unwrap();
            assert_eq!(finding.source(), *stated, "{rule}");
            let rule = Rule::from_id(rule).unwrap();
            assert!(rule.sources().iter().all(|sourced| sourced.source != finding.source()), "{rule}");
        }
    }
}

/// The ministry's codes that no rule foresees, and why.
const CODES_WITHOUT_RULE: &[(u16, &str)] = &[
    (1010, "office phones are no longer asked for"),
    (1012, "MSN accounts are no longer asked for"),
    (1013, "QQ accounts are no longer asked for"),
    (1018, "filing passwords are no longer used"),
    (1023, "is about addresses, which the provider reports"),
    (
        1025,
        "refuses to cancel the last access: the guide says that the authority may cancel the number instead",
    ),
    (1026, "is about the reason's code, which the provider sets: an order has a note"),
    (1028, "filing user names are no longer used"),
    (1031, "office phones of services' responsible persons are no longer asked for"),
    (1045, "is about the provider's own licence"),
    (1054, "is about the provider's own registration"),
    (1055, "is about verification sheets, which are no longer uploaded"),
    (1061, "is about verification sheets, which are no longer uploaded"),
    (1063, "is about the provider's own filing of addresses"),
];

/// The ministry's codes of the classes field, material, registry and provider: 1003 to 1068, outcomes left
/// out.
fn codes() -> impl Iterator<Item = u16> {
    (1003..=1068).filter(|code| ![1060, 1062].contains(code))
}

#[test]
fn every_code_of_the_ministry_is_foreseen_or_has_its_reason() {
    let foreseen: BTreeSet<u16> = Rule::all().flat_map(|rule| rule.miit_codes().iter().copied()).collect();
    let excused: BTreeSet<u16> = CODES_WITHOUT_RULE.iter().map(|(code, _)| *code).collect();
    assert!(foreseen.is_disjoint(&excused));
    assert_eq!(foreseen.union(&excused).copied().collect::<Vec<_>>(), codes().collect::<Vec<_>>());
}

/// The page of rules in the documentation. `UPDATE_GUIDE=1 cargo test --test it catalogue` writes it.
#[test]
fn the_page_of_rules_is_up_to_date() {
    let page = page();
    let path = common::tests().join("../src/guide/rules.md");
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "src/guide/rules.md is old: UPDATE_GUIDE=1 cargo test --test it catalogue");
}

fn page() -> String {
    use std::fmt::Write as _;

    let mut page = String::from(
        "The rules, group by group: what each states, why, an example, and which document says so.\n\n\
         Under each rule stand its severity with the milder ones, the order kinds that it is asked of, what it may need\n\
         besides the order, the ministry's result codes that it foresees, and the version of this crate that has it first;\n\
         then its sources: of which order kinds each speaks, and whether it is `stated` there, `inferred` from it, or a\n\
         `standard` of form. In a program: [`Rule`](crate::Rule).\n",
    );
    let mut group = "";
    for rule in Rule::all() {
        if rule.group() != group {
            group = rule.group();
            write!(page, "\n# {group}\n").unwrap();
        }
        let list = |items: Vec<String>| items.join(", ");
        let mut facts = vec![
            rule.default_severity().text().en.to_owned(),
            list(rule.orders().map(|order| format!("`{order}`")).collect()),
        ];
        if rule.needs().next().is_some() {
            facts.push(format!("needs {}", list(rule.needs().map(|need| format!("`{need}`")).collect())));
        }
        if !rule.providers().is_empty() {
            let providers = rule.providers().iter().map(|provider| provider.text().en.to_owned());
            facts.push(format!("practice of {}", list(providers.collect())));
        }
        if !rule.miit_codes().is_empty() {
            facts.push(format!("codes {}", list(rule.miit_codes().iter().map(u16::to_string).collect())));
        }
        facts.push(format!("since {}", rule.since()));
        let zh = rule.summary(Language::Zh);
        let explained: Vec<&str> = rule.explain().lines().map(str::trim_start).collect();
        write!(page, "\n## `{rule}`\n\n{zh}\n\n{}\n\n", explained.join("\n")).unwrap();
        writeln!(page, "*{}.*\n", facts.join("; ")).unwrap();
        for RuleSource { orders, source, basis, .. } in rule.sources() {
            let all = orders.iter().copied().eq(rule.orders());
            let orders = orders.iter().map(|order| format!("`{order}`")).collect::<Vec<_>>().join(", ");
            let orders = if all { "all".to_owned() } else { orders };
            writeln!(page, "- {orders}, {basis}: {}", written(&source)).unwrap();
        }
        for provider in Provider::ALL {
            if let Some(own) = rule.source_under(*provider) {
                writeln!(page, "- under {}: {}", provider.text().en, written(&own)).unwrap();
            }
        }
    }
    page.push_str(
        "\n# Codes of the ministry\n\nResult codes 处理结果代码 of the ministry's interface V3.0, what each says, and the rules \
         that foresee it: those that mean the same.\n\n| code | says | rules |\n|---|---|---|\n",
    );
    let meanings: BTreeMap<u16, &str> = include_str!("../vectors/miit_codes.tsv")
        .lines()
        .map(|line| line.split_once('\t').unwrap())
        .map(|(code, meaning)| (code.parse().unwrap(), meaning))
        .collect();
    for code in codes() {
        let rules: Vec<String> = Rule::all()
            .filter(|rule| rule.miit_codes().contains(&code))
            .map(|rule| format!("`{rule}`"))
            .collect();
        let excuse = CODES_WITHOUT_RULE.iter().find(|(excused, _)| *excused == code);
        let told = excuse.map_or_else(|| rules.join(", "), |(_, why)| format!("none: {why}"));
        writeln!(page, "| {code} | {} | {told} |", meanings[&code]).unwrap();
    }
    page.push_str(&table_of_sources());
    page
}

fn written(source: &Source) -> String {
    let date = source.date.map_or_else(String::new, |date| format!(", {date}"));
    format!("{}：{}{date}", source.document, source.section)
}

/// Year and month, newest first; the day, and the document.
type Dated = (Reverse<(i32, u32)>, String, String);

/// The documents, the newest first: day, months that it is older than the newest, rules that rest on it.
fn table_of_sources() -> String {
    use std::fmt::Write as _;

    let mut documents: BTreeMap<Dated, BTreeSet<Rule>> = BTreeMap::new();
    for rule in Rule::all() {
        for RuleSource { source, year, .. } in rule.sources() {
            let month = source.date.map(|date| (date.year(), date.month()));
            let month = month.or(year.map(|year| (year, 1))).unwrap_or_default();
            let day = source.date.map_or_else(|| "–".to_owned(), |date| date.to_string());
            documents.entry((Reverse(month), day, source.document.into_owned())).or_default().insert(rule);
        }
    }
    let newest = documents.keys().next().unwrap().0 .0;
    let months = |(year, month): (i32, u32)| i64::from(year) * 12 + i64::from(month);
    let mut table = String::from(
        "\n# Documents\n\nThe documents that the rules rest on, with the revision that was read: the day, how many \
         months it is older than the newest of them, and how many rules rest on it. Of a text that carries no day the \
         year counts, from its beginning.\n\n| document | day | months | rules |\n|---|---|---|---|\n",
    );
    for ((Reverse(month), day, document), rules) in documents {
        let age = if month.0 == 0 { "–".to_owned() } else { (months(newest) - months(month)).to_string() };
        writeln!(table, "| {document} | {day} | {age} | {} |", rules.len()).unwrap();
    }
    table
}

/// Who has to act where it is not whoever fills in the form.
#[test]
fn rules_by_who_has_to_act() {
    let mut text = String::new();
    for actor in Actor::ALL.iter().filter(|actor| **actor != Actor::Form) {
        let _ = writeln!(text, "{} {}", actor.text().zh, actor.text().en);
        for rule in Rule::all().filter(|rule| rule.actor() == *actor) {
            let _ = writeln!(text, "  {} {}", rule.id(), rule.summary(Language::Zh));
        }
    }
    insta::assert_snapshot!("rules_by_actor", text);
}
