//! Domains: validity, owner, suffix, words.

use super::asked::{fact, of, province, shown, speaking, when, worst};
use super::documents::{has, is_with_order};
use super::individuals::{ends_within, enough_months};
use super::services::has_pre_approval;
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::Key;
use crate::provinces::{is_lower_word_of, lower, Months, RegistrantRule, Suffixes, WordRule};
use crate::readings::ReadServices;
use crate::rules::domain::{is_legal_representative, same_name};
use crate::service::{Service, ServiceKind};
use crate::walk::{typed, Cx, DomainNode, Out, ServiceNode};
use std::borrow::Cow;

pub(super) fn domain_validity_too_short(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let registration = node.domain.registration.as_ref();
    let Some(expires_on) = registration.and_then(|registration| registration.expires_on) else { return };
    let today = cx.context.today;
    // One that has run out is another rule's.
    let enough = *cx.domain_validity.get_or_init(|| enough_months(cx, of!(domain_validity)));
    if expires_on < today || expires_on >= enough {
        return;
    }
    let service = Some(node.service.service.kind());
    let asks = |least: &Months| ends_within(expires_on, today, least.0).then_some(least.0);
    if let Some((cell, months)) = worst(cx, out, service, of!(domain_validity), asks) {
        let params = params![province: province(cx), expires_on: expires_on, months: months];
        out.find_from(&node.at, &[Key::Registration, Key::ExpiresOn], params, fact(cx, cell));
    }
}

pub(super) fn registrant_not_accepted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let registration = node.domain.registration.as_ref();
    let Some(registrant) = registration.and_then(|registration| typed(registration.registrant.as_ref()))
    else {
        return;
    };
    let is_principal = cx.principal_name.is_some_and(|name| same_name(name, registrant));
    if is_principal || !is_legal_representative(cx, registrant) {
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
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Registration, Key::Registrant], params, fact(cx, cell));
    }
}

/// The domain's name as people write it, where it is well-formed.
fn readable<'a>(node: &'a DomainNode<'_>) -> Option<Cow<'a, str>> {
    Some(node.name.as_ref()?.as_ref().ok()?.to_unicode())
}

/// Whether some province does not take a suffix of these domains. Orders have few, and all of them are usual.
fn has_unusual_suffix(cx: &Cx<'_>, read: &ReadServices<'_>) -> bool {
    let mut known: Vec<&str> = Vec::new();
    read.registered_names().any(|name| {
        let suffix = name.suffix().as_ascii();
        if known.contains(&suffix) {
            return false;
        }
        known.push(suffix);
        let name = name.to_unicode();
        speaking(cx, of!(domain_suffixes)).any(|taken| !taken.take(&name))
    })
}

/// The words that some province does not take in a domain.
#[derive(Debug)]
pub(crate) struct UnusualWords<'a> {
    ascii: Vec<Cow<'a, str>>,
    others: Vec<Cow<'a, str>>,
}

impl<'a> UnusualWords<'a> {
    fn of(cx: &Cx<'a>) -> Self {
        let words = speaking(cx, of!(domain_words)).flat_map(|rule| rule.words().iter());
        let (ascii, others) = words.map(lower).partition(|word| word.is_ascii());
        Self { ascii, others }
    }

    fn has_some_in(&self, name: &str) -> bool {
        let has = |words: &[Cow<'_, str>]| words.iter().any(|word| is_lower_word_of(word, name));
        has(&self.ascii) || !name.is_ascii() && has(&self.others)
    }
}

pub(super) fn domain_suffix_not_accepted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if !*node.among.has_unusual_suffix.get_or_init(|| has_unusual_suffix(cx, node.among)) {
        return;
    }
    let Some(name) = readable(node) else { return };
    let service = Some(node.service.service.kind());
    let asks = |taken: &Suffixes| when(!taken.take(&name));
    if let Some((cell, ())) = worst(cx, out, service, of!(domain_suffixes), asks) {
        let params =
            params![province: province(cx), domain: Param::name(&*name), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

pub(super) fn domain_word_not_accepted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let has_some = || {
        let words = cx.unusual_words.get_or_init(|| UnusualWords::of(cx));
        node.among.has_domain(|name| words.has_some_in(&name.to_unicode()))
    };
    if !*node.among.has_unusual_word.get_or_init(has_some) {
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
        let params = params![province: province(cx), word: Param::name(word), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

pub(super) fn several_domains(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let count = website.domains.len();
    let asks = |asked: &bool| when(*asked && count > 1);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(one_domain), asks) {
        let params = params![province: province(cx), count: count];
        out.find_from(&node.at, &[Key::Domains], params, fact(cx, cell));
    }
}
