//! Which rules look at which fields.
//!
//! A rule is a function, and no declaration of it says where its findings will be; so that is said here, once for
//! each rule. A test holds the table against the findings of every case: a finding where its rule is not listed
//! fails, and so does a place where no case shows the rule.

use crate::fields::Standing;
use crate::order::OrderKind;
use crate::principal::Filer;
use crate::rule::Rule;
use crate::rulebook::Rulebook;

/// Of which fields a rule speaks, by their standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// Of fields that are asked for: it says that one is missing.
    Missing,
    /// Of fields that do not apply: it says that one is given all the same.
    Superfluous,
    /// Of any.
    Any,
}

use Filer::{Individual, Organization};
use When::{Any, Missing, Superfluous};

/// Where a rule speaks.
struct Speaks {
    rule: &'static str,
    when: When,
    /// Of whom; of everyone where it is `None`.
    of: Option<Filer>,
    /// The fields: `{head}` stands for both heads, `{domain}` for a domain of a website and of an APP's platform.
    fields: &'static [&'static str],
}

/// Declares where rules speak: `When (Filer)? "rule": "field", …;`.
macro_rules! speaks {
    ($($when:ident $($of:ident)? $rule:literal: $($field:literal),+;)+) => {
        static TABLE: &[Speaks] = &[$(Speaks {
            rule: $rule,
            when: $when,
            of: speaks!(@of $($of)?),
            fields: &[$($field),+],
        }),+];
    };
    (@of) => { None };
    (@of $of:ident) => { Some($of) };
}

speaks! {
    Any "order.kind-mismatch": "/kind";
    Any "order.no-services": "/services", "/service_numbers";
    Any "order.services-over-limit": "/services";
    Any "order.access-services-over-limit": "/services";
    Any "order.service-repeated": "/services";
    Any "order.filing-number-malformed": "/filing_number", "/service_numbers", "/services/{s}/filing_number";
    Missing "order.agreement-missing": "/agreements";
    Any "order.principal-in-progress": "";
    Any "order.account-busy": "";
    Any "order.account-has-other-principal": "";
    Any "order.sub-account": "";
    Any "order.head-unreachable": "";
    Any "order.filed-certificate-expired": "";
    Any "order.differs-from-filed": "/principal/name", "/principal/legal_representative/name",
        "/principal/mailing_address", "/services/{s}/name";
    Any "order.principal-in-other-account": "";
    Any "order.draft-expired": "";
    Any Individual "order.total-services-over-limit": "/services";
    Any "order.batch-advised": "/services";
    Any Individual "order.website-with-app": "/services";
    Any "order.one-click-access": "";
    Any "order.verified-field-changed": "/principal/region", "/principal/kind", "/principal/name",
        "/principal/certificate/kind", "/principal/certificate/number", "/principal/legal_representative/name",
        "/services/{s}/domains/{d}/name";
    Any "order.filed-service-not-in-order": "";
    Any "order.filed-service-differs": "";
    Any "order.filing-number-of-other-kind": "/services/{s}/filing_number";

    Missing "principal.field-missing": "/filing_number", "/principal", "/principal/kind", "/principal/name",
        "/principal/certificate/kind", "/principal/certificate/number", "/principal/certificate/address",
        "/principal/legal_representative/name", "/principal/legal_representative/certificate/number",
        "/principal/region", "/principal/mailing_address";
    Superfluous Individual "principal.field-not-applicable": "/principal/legal_representative/name",
        "/principal/legal_representative/certificate/number", "/principal/head/name",
        "/principal/head/certificate/kind", "/principal/head/certificate/number";
    Any "principal.certificate-kind-mismatch": "/principal/certificate/kind";
    Any "principal.certificate-number-invalid": "/principal/certificate/number",
        "/principal/legal_representative/certificate/number";
    Any Organization "principal.credit-code-nonstandard": "/principal/certificate/number";
    Any "principal.region-invalid": "/principal/region";
    Any "principal.name-account-mismatch": "/principal/name";
    Any Organization "principal.region-certificate-mismatch": "/principal/region";
    Any "principal.mailing-address-too-coarse": "/principal/mailing_address";
    Any Organization "principal.mailing-address-region-mismatch": "/principal/mailing_address";
    Any "principal.region-not-certificate-address": "/principal/region";
    Any Individual "principal.region-differs-from-certificate": "/principal/region";
    Any Individual "principal.photo-not-original": "/principal/materials";
    Any Organization "principal.certificate-differs-from-filed": "/principal/certificate/number";
    Any Individual "principal.account-verified-too-recently": "";
    Any "principal.blacklisted": "/principal/certificate/number";
    Any "principal.filed-twice": "";
    Any Organization "principal.certificate-expires-soon": "/principal/certificate/valid_until";
    Any Individual "principal.residence-document-advised": "/principal/certificate/kind";
    Any "principal.mailing-address-symbol": "/principal/mailing_address";
    Any Organization "principal.branch-under-parent": "/principal/name";
    Any "principal.trade-name-missing": "/principal/remark";
    Any Organization "principal.number-before-credit-code": "/principal/certificate/number";
    Any Individual "principal.mailing-address-out-of-province": "/principal/mailing_address";
    Any Organization "principal.business-abnormal": "";
    Any Organization "principal.business-differs": "/principal/name", "/principal/certificate/number";
    Any Organization "principal.business-address-differs": "/principal/certificate/address";
    Any Organization "principal.scope-word": "/principal/materials";

    Missing "person.field-missing": "/principal/certificate/valid_from", "/principal/certificate/valid_until",
        "{head}", "{head}/name", "{head}/certificate/kind", "{head}/certificate/number",
        "{head}/certificate/valid_from", "{head}/certificate/valid_until", "{head}/mobile", "{head}/email";
    Any Individual "person.head-not-the-individual": "/services/{s}/head";
    Missing "person.emergency-contact-missing": "{head}/emergency_contact";
    Any "person.emergency-contact-invalid": "{head}/emergency_contact";
    Any "person.certificate-number-invalid": "{head}/certificate/kind", "{head}/certificate/number";
    Any "person.certificate-expired": "/principal/certificate/valid_from",
        "/principal/certificate/valid_until", "{head}/certificate/valid_from", "{head}/certificate/valid_until";
    Any "person.mobile-invalid": "{head}/mobile";
    Any "person.mobile-segment-unknown": "{head}/mobile";
    Any "person.mobile-unverified": "{head}/mobile_verified";
    Any Individual "person.mobile-not-account-bound": "/principal/head/mobile";
    Any "person.email-invalid": "{head}/email";
    Any "person.photo-not-original": "{head}/materials";
    Missing "person.video-verification-missing": "{head}/video_verification";
    Any "person.video-location-mismatch": "{head}/video_verification";
    Any "person.video-wechat-not-mainland": "{head}/video_verification";
    Any "person.certificate-expires-soon": "/principal/certificate/valid_until", "{head}/certificate/valid_until";
    Any "person.emergency-contact-is-mobile": "{head}/emergency_contact";
    Any "person.contact-shared": "{head}/mobile", "{head}/email";
    Any "person.mobile-of-other-principal": "{head}/mobile";
    Any "person.mobile-may-miss-sms": "{head}/mobile";
    Any Organization "person.head-not-of-branch": "/principal/head/name";
    Any Organization "person.head-of-other-organization": "/services/{s}/head/certificate/number";
    Any "person.certificate-of-foreigner": "/principal/legal_representative/name",
        "{head}/certificate/kind";
    Any "person.video-not-passed": "{head}/video_verification";
    Any "person.mobile-out-of-province": "{head}/mobile";

    Missing "service.field-missing": "/services/{s}/name", "/services/{s}/contents", "/services/{s}/languages",
        "/services/{s}/domains", "/services/{s}/domains/{d}/name", "/services/{s}/provides_sdk",
        "/services/{s}/uses_sdks", "/services/{s}/platforms";
    Any "service.content-unknown": "/services/{s}/contents";
    Superfluous Individual "service.pre-approval-not-applicable": "/services/{s}/pre_approval/kinds";
    Missing Organization "service.pre-approval-undeclared": "/services/{s}/pre_approval/kinds";
    Missing Organization "service.pre-approval-document-missing":
        "/services/{s}/pre_approval/kinds/{a}/approval_number", "/services/{s}/materials";
    Any "service.home-page-malformed": "/services";
    Any "service.home-page-elsewhere": "/services";
    Any Organization "service.pre-approval-contradictory": "/services/{s}/pre_approval/kinds";
    Any Organization "service.pre-approval-abolished": "/services/{s}/pre_approval/kinds";
    Any Individual "service.content-of-individual": "/services/{s}/contents";
    Any Organization "service.content-needs-pre-approval": "/services/{s}/contents";
    Any Organization "service.pre-approval-not-filed": "/services/{s}/pre_approval/kinds";
    Any "service.contents-many": "/services/{s}/contents";
    Any "service.remark-length": "/services/{s}/remark";
    Any Organization "service.approval-of-state-owned": "/services/{s}/pre_approval/kinds";
    Any "service.home-page-without-www": "/services";
    Any "service.subdomain-not-in-remark": "/services/{s}/remark";
    Any "service.commercial-license-missing": "/services";

    Any Organization "province.head-not-legal-representative": "/principal/head/name";
    Missing Organization "province.authorization-letter-missing": "{head}/materials";
    Any "province.service-head-not-accepted": "/services/{s}/head/name";
    Any Individual "province.individual-not-accepted": "/principal/kind";
    Any Individual "province.individual-under-age": "/principal/certificate/number";
    Any Organization "province.head-under-age": "/principal/head/certificate/number";
    Any Individual "province.individual-out-of-province": "/principal/certificate/number";
    Missing Individual "province.residence-proof-missing": "/principal/materials";
    Any "province.certificate-not-accepted": "/principal/certificate/kind";
    Any "province.certificate-validity-too-short": "/principal/certificate/valid_until",
        "{head}/certificate/valid_until";
    Any Organization "province.foreign-legal-representative": "{head}/name";
    Any "province.head-of-several-principals": "{head}/certificate/number", "{head}/mobile";
    Any "province.phones-not-distinct": "{head}/mobile", "{head}/emergency_contact";
    Any "province.mobile-not-local": "{head}/mobile";
    Any "province.address-crosses-city": "/principal/mailing_address";
    Any "province.address-not-accepted": "/principal/mailing_address";
    Any "province.services-over-limit": "/services";
    Any "province.total-services-over-limit": "/services";
    Any "province.site-plan-missing": "/materials";
    Any "province.domain-validity-too-short": "/services/{s}/domains/{d}/registration/expires_on",
        "/services/{s}/platforms/{p}/domains";
    Any "province.registrant-not-accepted": "/services/{s}/domains/{d}/registration/registrant",
        "/services/{s}/platforms/{p}/domains";
    Any "province.domain-suffix-not-accepted": "{domain}/{d}/name";
    Any "province.domain-word-not-accepted": "{domain}/{d}/name";
    Any "province.several-domains": "/services/{s}/domains";
    Any "province.name-not-accepted": "/services/{s}/name";
    Any "province.remark-missing": "/services/{s}/remark";
    Any "province.content-not-accepted": "/services/{s}/contents";
    Any "province.service-open-before-filing": "/services/{s}/open";
    Any "province.document-missing": "/materials", "/principal/materials", "/principal/head/materials",
        "/services/{s}/materials";
    Any "province.hollow-principal": "/kind";
    Any "province.order-kind-unavailable": "/kind";
    Any "province.change-not-accepted": "/principal/kind", "/principal/name";
    Any "province.filed-service-not-in-order": "/kind";
    Any "province.principal-differs-from-registry": "/principal/name", "/principal/legal_representative/name",
        "/principal/mailing_address", "/principal/head/name", "/services/{s}/name";

    Any "name.is-domain": "/services/{s}/name";
    Any "name.symbol": "/services/{s}/name";
    Any "name.only-digits-or-letters": "/services/{s}/name";
    Any "name.too-short": "/services/{s}/name";
    Any "name.state-word": "/services/{s}/name";
    Any "name.sensitive-word": "/services/{s}/name";
    Any Individual "name.refused-to-individual": "/services/{s}/name";
    Any Individual "name.commercial": "/services/{s}/name";
    Any Individual "name.own-name": "/services/{s}/name";
    Any Individual "name.place-of-individual": "/services/{s}/name";
    Any Organization "name.place-not-covered": "/services/{s}/name";
    Any "name.special-approval": "/services/{s}/name";
    Any "name.finance-word": "/services/{s}/name";
    Any "name.principal-finance-word": "/services/{s}/materials";
    Any "name.training-word": "/services/{s}/name";
    Any "name.app-symbol": "/services/{s}/name";
    Any "name.pre-approval-word": "/services/{s}/name";
    Any Organization "name.education-word": "/services/{s}/name";
    Any "name.blacklisted": "/services/{s}/name";
    Any "name.foreign-state": "/services/{s}/name";
    Any Individual "name.city-of-individual": "/services/{s}/name";
    Any Individual "name.sample": "/services/{s}/name";
    Any Organization "name.person-of-organization": "/services/{s}/name";
    Any "name.commerce-word": "/services/{s}/name";
    Any "name.provider-word": "/services/{s}/name";
    Any "name.app-word": "/services/{s}/name";
    Any "name.differs-on-page": "/services";
    Any Organization "name.without-principal": "/services/{s}/name";
    Any Individual "name.long": "/services/{s}/name";
    Any Organization "name.licensed-trade": "/services/{s}/materials";

    Any "domain.malformed": "{domain}/{d}/name";
    Missing "domain.certificate-incomplete": "/services/{s}/domains/{d}/registration/registrant",
        "/services/{s}/domains/{d}/registration/certificate/kind",
        "/services/{s}/domains/{d}/registration/certificate/number",
        "/services/{s}/domains/{d}/registration/expires_on";
    Any "domain.suffix-not-approved": "{domain}/{d}/name";
    Any "domain.suffix-unconfirmed": "{domain}/{d}/name";
    Any "domain.level-exceeded": "/services/{s}/platforms/{p}/domains/{d}/name";
    Any "domain.registrar-not-approved": "{domain}";
    Any "domain.registration-expired": "/services/{s}/domains/{d}/registration/expires_on",
        "/services/{s}/platforms/{p}/domains";
    Any "domain.real-name-unverified": "{domain}";
    Any "domain.registrant-mismatch": "/services/{s}/domains/{d}/registration/registrant",
        "/services/{s}/platforms/{p}/domains";
    Any "domain.filed-by-other": "/services/{s}/domains/{d}/registration/registrant",
        "/services/{s}/platforms/{p}/domains";
    Any "domain.several-on-website": "/services/{s}/domains";
    Any "domain.not-registrable": "/services/{s}/domains/{d}/name";
    Any "domain.suffix-reserved": "{domain}/{d}/name";
    Any "domain.registrant-certificate-mismatch": "/services/{s}/domains/{d}/registration/certificate/number";
    Any "domain.real-name-too-recent": "{domain}";
    Any "domain.on-hold": "{domain}";
    Any "domain.resolving": "/services/{s}/domains";
    Any "domain.in-progress": "{domain}/{d}/name";
    Any "domain.blacklisted": "{domain}/{d}/name";
    Any Organization "domain.suffix-of-public-body": "{domain}/{d}/name";
    Any "domain.resolves-here-early": "/services/{s}/domains";
    Any "domain.filed-registration-expired": "";

    Missing "app.package-missing": "/services/{s}/platforms/{p}/packages",
        "/services/{s}/platforms/{p}/packages/{k}/name", "/services/{s}/platforms/{p}/packages/{k}/public_key",
        "/services/{s}/platforms/{p}/packages/{k}/fingerprint";
    Missing "app.domain-missing": "/services/{s}/platforms/{p}/domains",
        "/services/{s}/platforms/{p}/domains/{d}/name";
    Any "app.package-name-malformed": "/services/{s}/platforms/{p}/packages/{k}/name";
    Any "app.package-name-repeated": "/services/{s}/platforms/{p}/packages/{k}/name";
    Any "app.package-name-taken": "/services/{s}/platforms/{p}/packages/{k}/name";
    Any "app.fingerprint-malformed": "/services/{s}/platforms/{p}/packages/{k}/fingerprint";
    Any "app.public-key-malformed": "/services/{s}/platforms/{p}/packages/{k}/public_key";
    Any "app.offline": "/services";
    Any "app.platform-not-filed": "/services/{s}/platforms/{p}/platform",
        "/services/{s}/platforms/{p}/packages/{k}/name";
    Any "app.name-taken": "/services/{s}/name";
    Any "app.fingerprint-long": "/services/{s}/platforms/{p}/packages/{k}/fingerprint";
    Any "app.mini-program": "/services/{s}/name";
    Any "app.sdk-provider-missing": "/services/{s}/uses_sdks";
    Any "app.domain-not-listed": "/services/{s}/platforms/{p}/domains/{d}/name", "/services";
    Any "app.store-refuses-certificate": "/principal/certificate/number";

    Missing "resource.missing": "/services/{s}/resources";
    Any "resource.not-in-account": "/services/{s}/resources";
    Any "resource.outside-mainland": "/services/{s}/resources";
    Any "resource.no-public-ip": "/services/{s}/resources";
    Any "resource.not-prepaid": "/services/{s}/resources";
    Any "resource.purchase-too-short": "/services/{s}/resources";
    Any "resource.remaining-too-short": "/services/{s}/resources";
    Any "resource.serverless-package-missing": "/services/{s}/resources";
    Any "resource.load-balancer-unbound": "/services/{s}/resources";
    Any "resource.license-code-unresolved": "/services/{s}/resources", "/services/{s}/resources/{r}/code";
    Any "resource.quota-exceeded": "/services/{s}/resources";
    Any "resource.license-code-repeated": "/services/{s}/resources/{r}/code";
    Any "resource.license-code-issuer-individual": "/services/{s}/resources";
    Any "resource.public-ip-malformed": "/services/{s}/resources";
    Any "resource.repeated": "/services/{s}/resources";
    Any "resource.too-many-addresses": "/services/{s}/resources";
    Any "resource.serverless-package-second": "/services/{s}/resources";
    Any "resource.slots-spent": "/services/{s}/resources";
    Any "resource.expired": "/services/{s}/resources";
    Any "resource.ends-during-review": "/services/{s}/resources";
    Any "resource.lone-address": "/services/{s}/resources";
    Any "resource.license-code-in-use": "/services/{s}/resources/{r}/code";
    Any "resource.no-bandwidth": "/services/{s}/resources";

    Missing "material.missing": "/principal/materials", "{head}/materials", "/services/{s}/materials";
    Any "material.of-another-domain": "/services/{s}/materials";
    Any "material.misplaced": "/principal/materials", "{head}/materials", "/services/{s}/materials";
    Any "material.format-not-accepted": "/principal/materials", "{head}/materials", "/services/{s}/materials",
        "/materials";
    Any "material.size-out-of-range": "/principal/materials", "{head}/materials", "/services/{s}/materials",
        "/materials";
    Any "material.letter-too-old": "/principal/materials", "{head}/materials", "/services/{s}/materials",
        "/materials";
    Any "material.icon-too-large": "/services/{s}/materials";
    Any "material.watermark": "/principal/materials", "{head}/materials", "/services/{s}/materials", "/materials";
    Any "material.expired": "/principal/materials", "{head}/materials", "/services/{s}/materials", "/materials";
    Any Organization "material.certificate-not-original": "/principal/materials";
    Any "material.proof-too-old": "/principal/materials", "{head}/materials", "/services/{s}/materials",
        "/materials";
    Any "material.domain-certificate-due": "/services/{s}/materials";
    Any "material.domain-certificate-of-change": "/services/{s}/materials";

    Any "change.not-filed-here": "/filing_number", "/services/{s}/filing_number";
    Any "change.immutable-field": "/principal/kind", "/principal/certificate/kind",
        "/principal/certificate/number", "/principal/region";
    Any "change.organization-to-individual": "/principal/kind";
    Any Individual "change.service-head-of-individual": "/services/{s}/head";
    Any "change.service-not-open": "/services/{s}/open";
    Any "change.number-not-displayed": "/services/{s}/number_displayed";
    Any "change.another-principal": "/principal/name";
    Any "change.certificate-number-changes": "/principal/certificate/number";
    Any "change.domain-not-filed": "/services/{s}/domains/{d}/name";
    Any "change.app-number-not-displayed": "/services";
    Any "change.number-not-linked": "/services";
    Any "change.other-number-displayed": "/services";
    Any Organization "change.principal-kind-changes": "/principal/kind";
    Any Organization "change.individual-to-organization": "/principal/kind";
    Any "change.services-left-out": "/services";
    Any "change.licensed-address": "/services/{s}/resources";
    Any "change.late": "";
    Any "change.domain-in-old-name": "/principal/name";
    Any Organization "change.app-to-another-principal": "/services/{s}/filing_number";

    Any "cancel.not-filed-here": "/filing_number", "/service_numbers";
    Any "cancel.takes-all-services": "/filing_number";
    Any "cancel.leaves-hollow-principal": "/service_numbers";
    Any "cancel.offline-only": "/kind";
    Any "cancel.suffix-cannot-refile": "/filing_number", "/service_numbers";
    Any "cancel.leaves-no-provider": "/service_numbers";
    Any "cancel.deregisters-principal-here": "/service_numbers";
    Missing "cancel.unverified": "/declaration", "/verification";
    Any "cancel.number-repeated": "/service_numbers";
    Any "cancel.already-requested": "/filing_number", "/service_numbers";
    Any "cancel.number-ambiguous": "/filing_number", "/service_numbers";
    Any "cancel.reason-too-long": "/reason";
    Any "cancel.phone-lost": "";
    Any "cancel.late": "";

    Any "account.not-filed-here": "/filing_number";
    Missing "account.unverified": "/head_name", "/head_mobile", "/target_account", "/verification";
    Any "account.order-in-progress": "/filing_number";
    Any "account.target-not-eligible": "/target_account";
    Any "account.target-occupied": "/target_account";
    Any "account.head-contact-invalid": "/head_mobile";
    Any "account.real-name-mismatch": "/target_account";
}

const HEADS: [&str; 2] = ["/principal/head", "/services/{s}/head"];
const DOMAINS: [&str; 2] = ["/services/{s}/domains", "/services/{s}/platforms/{p}/domains"];

/// Whether a place of the table is this field.
fn is_field(place: &str, field: &str) -> bool {
    let either = |places: [&str; 2], rest: &str| {
        places.iter().any(|place| field.strip_prefix(place).is_some_and(|inner| inner == rest))
    };
    match (place.strip_prefix("{head}"), place.strip_prefix("{domain}")) {
        (Some(rest), _) => either(HEADS, rest),
        (_, Some(rest)) => either(DOMAINS, rest),
        _ => place == field,
    }
}

/// The rules that speak of a field, in the order of the catalogue; of the order as a whole where `field` is empty.
pub(super) fn at(
    field: &str,
    standing: Standing,
    order: OrderKind,
    filer: Filer,
    rulebook: &Rulebook,
) -> Vec<Rule> {
    let is_meant = |when: When| match when {
        Any => true,
        Missing => matches!(
            standing,
            Standing::Required | Standing::Conditional | Standing::ByProvince | Standing::Locked
        ),
        Superfluous => standing == Standing::NotApplicable,
    };
    let speaks = TABLE.iter().filter(|speaks| {
        is_meant(speaks.when)
            && speaks.of.map_or(true, |of| of == filer)
            && speaks.fields.iter().any(|place| is_field(place, field))
    });
    let rules = speaks.filter_map(|speaks| Rule::from_id(speaks.rule));
    let is_asked = |rule: &Rule| rule.spec().orders.contains(order) && rulebook.is_on(*rule);
    rules.filter(is_asked).collect()
}

#[cfg(test)]
mod tests {
    use super::{Rule, TABLE};

    #[test]
    fn the_table_has_every_rule_that_can_be_found_in_the_order_of_the_catalogue() {
        let listed: Vec<&str> = TABLE.iter().map(|speaks| speaks.rule).collect();
        let rules: Vec<&str> = Rule::all().filter(|rule| !rule.is_notice()).map(Rule::id).collect();
        let unlisted: Vec<_> = rules.iter().filter(|rule| !listed.contains(rule)).collect();
        assert!(unlisted.is_empty(), "say where these speak: {unlisted:?}");
        assert_eq!(listed, rules);
    }
}
