//! Domains: validity, owner, suffix, words.

use super::asked::{of, province, shown, speaking, speaking_here, unmet, when, who, worst};
use super::documents::{has, is_with_order};
use super::individuals::enough_months;
use super::services::has_pre_approval;
use super::standing::fact;
use crate::check::province as check;
use crate::engine::context::CheckContext;
use crate::engine::nodes::{DomainNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::model::service::{Service, ServiceKind};
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rulebook::provinces::{RegistrantRule, WordRule, UNUSUAL_WORDS};
use crate::rules::domain::is_legal_representative;
use crate::rules::province::{BY_STANDING, PRACTICE};
use crate::text::Text;
use std::borrow::Cow;

rule! {
    /// How long a domain's registration has to run still.
    ///
    /// **Why.** A domain that runs out during the review sends the order back.
    ///
    /// **Example.** A domain that ends in two months, in Beijing.
    pub(super) DOMAIN_VALIDITY_TOO_SHORT = "province.domain-validity-too-short" {
        severity: Blocker,
        actor: Registrar,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, expires_on, months],
        at: ["/services/{s}/domains/{d}/registration/expires_on", "/services/{s}/platforms/{p}/domains"],
        reads: [DomainValidity],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "域名剩余有效期须达到所在省份的要求",
            en: "The domain must be registered for as long as the province requires.",
        },
        message: {
            zh: "该域名于 {expires_on} 到期，{province}要求剩余有效期不少于 {months} 个月。请续费后再提交。",
            en: "The domain expires on {expires_on}; {province} requires at least {months:month} left. Renew it, then submit.",
        },
        check: [Domain(domain_validity_too_short)],
    }
}

fn domain_validity_too_short(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let registration = node.domain.registration.as_ref();
    let Some(expires_on) = registration.and_then(|registration| registration.expires_on) else { return };
    let today = cx.context.today;
    // One that has run out is another rule's.
    let enough = *cx.domain_validity.get_or_init(|| enough_months(cx, of!(domain_validity)));
    if expires_on < today || expires_on >= enough {
        return;
    }
    let service = Some(node.service.service.kind());
    let found = unmet(cx, out, |rules| check::domain_validity(rules, who(cx, service), expires_on, today));
    if let Some(unmet) = found {
        let params = params![province: province(cx), expires_on: expires_on, months: unmet.value.0];
        out.find_from(&node.at, &[Key::Registration, Key::ExpiresOn], params, fact(cx, &unmet));
    }
}

rule! {
    /// Whether an organisation's legal representative may own the domain.
    ///
    /// **Why.** Some authorities take a domain of the organisation only.
    ///
    /// **Example.** In Ningxia the domain belongs to the legal representative.
    pub(super) REGISTRANT_NOT_ACCEPTED = "province.registrant-not-accepted" {
        severity: Blocker,
        actor: Registrar,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, accepted, way],
        at: ["/services/{s}/domains/{d}/registration/registrant", "/services/{s}/platforms/{p}/domains"],
        reads: [Registrant],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "域名所有者是否可为法定代表人，以所在省份要求为准",
            en: "Whether a domain may be registered to the legal representative depends on the province.",
        },
        message: {
            zh: "域名登记在法定代表人名下，{province}要求{accepted}。请{way}。",
            en: "The domain is registered to the legal representative; {province} requires {accepted}. {way}.",
        },
        check: [Domain(registrant_not_accepted)],
    }
}

fn registrant_not_accepted(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    if node.is_principals || !node.registrant.is_some_and(|name| is_legal_representative(cx, name)) {
        return;
    }
    let service = node.service.service;
    let letter = MaterialKind::AuthorizationLetter;
    let has_letter = is_with_order(cx, letter) || has(service.materials(), letter);
    let asks = |rule: &RegistrantRule| match rule {
        RegistrantRule::OrLegalRepresentative => None,
        RegistrantRule::OrLegalRepresentativeWithLetter => when(!has_letter),
        RegistrantRule::PrincipalOnly => when(true),
    };
    if let Some((cell, ())) = worst(cx, out, Some(service.kind()), of!(registrant), asks) {
        let (accepted, way) = match cell.value {
            RegistrantRule::OrLegalRepresentativeWithLetter => (
                Text {
                    zh: "域名所有者为本单位，或由本单位出具授权书",
                    en: "it to be registered to the organisation, or a letter of the organisation",
                },
                Text {
                    zh: "上传授权书，或将域名过户到本单位并完成实名认证",
                    en: "Upload the letter, or transfer the domain and complete real-name verification",
                },
            ),
            RegistrantRule::PrincipalOnly | RegistrantRule::OrLegalRepresentative => (
                Text { zh: "域名所有者为本单位", en: "it to be registered to the organisation" },
                Text {
                    zh: "将域名过户到本单位并完成实名认证",
                    en: "Transfer it and complete real-name verification",
                },
            ),
        };
        let params = params![province: province(cx), accepted: accepted, way: way];
        out.find_from(&node.at, &[Key::Registration, Key::Registrant], params, fact(cx, &cell));
    }
}

/// The domain's name as people write it, where it is well-formed.
fn readable<'a>(node: &'a DomainNode<'_>) -> Option<Cow<'a, str>> {
    Some(node.name.as_ref()?.as_ref().ok()?.to_unicode())
}

/// Whether some province does not take a suffix of these domains. Orders have few, and all of them are usual.
fn has_unusual_suffix(cx: &CheckContext<'_>) -> bool {
    let mut known: Vec<&str> = Vec::new();
    cx.parsed.registered_names().any(|name| {
        let suffix = name.suffix().as_ascii();
        if known.contains(&suffix) {
            return false;
        }
        known.push(suffix);
        let name = name.to_unicode();
        speaking(cx, of!(domain_suffixes)).any(|taken| !taken.take(&name))
    })
}

rule! {
    /// Suffixes that the province takes, of government bodies and public institutions too.
    ///
    /// **Why.** Some authorities keep lists of their own.
    ///
    /// **Example.** A `.com` of a public institution in Zhejiang.
    pub(super) DOMAIN_SUFFIX_NOT_ACCEPTED = "province.domain-suffix-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, domain, accepted],
        at: ["{domain}/{d}/name"],
        reads: [DomainSuffixes],
        instead_of: ["domain.suffix-not-approved", "domain.suffix-reserved", "domain.suffix-unconfirmed"],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "域名后缀须为所在省份所接受",
            en: "The domain's suffix must be one that the province accepts.",
        },
        message: {
            zh: "{province}{accepted}，域名 {domain} 的后缀不符合。请更换域名。",
            en: "{province} accepts {accepted} as domain suffixes, which {domain} is not. Use another domain.",
        },
        check: [Domain(domain_suffix_not_accepted)],
    }
}

fn domain_suffix_not_accepted(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    if !*cx.has_unusual_suffix.get_or_init(|| has_unusual_suffix(cx)) {
        return;
    }
    // The principal may be of another kind, of which other suffixes are asked.
    if out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Certificate, Key::Kind])
        || out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Kind])
    {
        return;
    }
    let Some(name) = readable(node) else { return };
    let service = Some(node.service.service.kind());
    if let Some(unmet) = unmet(cx, out, |rules| check::suffix_of(rules, who(cx, service), &name)) {
        let accepted = shown(unmet.value);
        let params = params![province: province(cx), domain: Param::name(&*name), accepted: accepted];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, &unmet));
    }
}

rule! {
    /// Words that a domain may not have, or only with an approval.
    ///
    /// **Why.** 中国 and 国家 are for bodies of the state.
    ///
    /// **Example.** `中国示例.com` of a company in Jilin.
    pub(super) DOMAIN_WORD_NOT_ACCEPTED = "province.domain-word-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, word, accepted],
        at: ["{domain}/{d}/name"],
        reads: [DomainWords],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "域名不得含有所在省份不接受的字样",
            en: "The domain must not contain words that the province does not accept.",
        },
        message: {
            zh: "域名含有“{word}”，{province}要求域名{accepted}。请更换域名，或补充所需材料。",
            en: "The domain has {word}; {province} asks for a domain {accepted}. Use another, or bring what is asked for.",
        },
        check: [Domain(domain_word_not_accepted)],
    }
}

fn domain_word_not_accepted(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    // Few domains have a word that any province asks about. What a patch of this province asks about is no part of those.
    let has_some = || {
        let asks_here = speaking_here(cx, of!(domain_words)).next().is_some();
        let is_asked_about = |name: &str| {
            speaking_here(cx, of!(domain_words)).any(|rule| rule.words().found_in(name).is_some())
        };
        cx.parsed.has_domain(|name| {
            let name = name.to_unicode();
            UNUSUAL_WORDS.has_some_in(&name) || asks_here && is_asked_about(&name)
        })
    };
    if !*cx.has_unusual_word.get_or_init(has_some) {
        return;
    }
    let Some(name) = readable(node) else { return };
    let service = node.service.service;
    let asks = |rule: &WordRule| {
        let word = rule.words().found_in(&name)?;
        let is_met = match rule {
            WordRule::WithPreApproval(_) => has_pre_approval(service),
            WordRule::WithPreApprovalOrRemark(_) => {
                has_pre_approval(service) || service.remark().is_some_and(|remark| !remark.trim().is_empty())
            }
            WordRule::Not(_) => false,
        };
        (!is_met).then(|| word.to_owned())
    };
    if let Some((cell, word)) = worst(cx, out, Some(service.kind()), of!(domain_words), asks) {
        let params = params![province: province(cx), word: Param::name(word), accepted: shown(cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, &cell));
    }
}

rule! {
    /// In some provinces a website is filed with one domain.
    ///
    /// **Why.** A domain has one filing number; two domains are two sites.
    ///
    /// **Example.** A site with two domains in Xinjiang.
    pub(super) SEVERAL_DOMAINS = "province.several-domains" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: NEW_TYPE,
        needs: [ProvinceRules],
        params: [province, count],
        at: ["/services/{s}/domains"],
        reads: [OneDomain],
        instead_of: ["domain.several-on-website"],
        sources: [stated(NEW_TYPE): PRACTICE],
        summary: {
            zh: "部分省份一个网站只能有一个域名",
            en: "Some provinces allow a website only one domain.",
        },
        message: {
            zh: "{province}要求一个网站只备一个域名，当前为 {count} 个。请拆分为多个网站分别备案。",
            en: "{province} requires a website to be filed with one domain; this one has {count}. File each domain as a separate website.",
        },
        check: [Website(several_domains)],
    }
}

fn several_domains(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    let count = website.domains.len();
    let asks = |asked: &bool| when(*asked && count > 1);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(one_domain), asks) {
        let params = params![province: province(cx), count: count];
        out.find_from(&node.at, &[Key::Domains], params, fact(cx, &cell));
    }
}
