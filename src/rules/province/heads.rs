//! Who heads a principal and its services.

use super::asked::{cell, differ, fact, number, of, principal_at, province, shown, when, worst};
use super::documents::{has, is_with_order};
use crate::certificate::CertificateKind;
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::{At, Key};
use crate::person::Person;
use crate::principal::{LegalRepresentative, PrincipalKind};
use crate::provinces::{AgeCap, ForeignRepresentativeRule, HeadRule, ServiceHeadRule, SharedHeadRule, Years};
use crate::registry::FiledPrincipal;
use crate::report::{Fact, Need};
use crate::rules::domain::same_name;
use crate::value::ResidentId;
use crate::walk::{typed, Cx, Out, PersonNode, Role};

/// Whether the head at `at` and the legal representative are two, by name or number, as far as both say them.
fn is_someone_else(head: &Person, at: &At<'_>, representative: &LegalRepresentative, out: &Out) -> bool {
    let numbers_differ = || {
        let numbers = (number(head.certificate.as_ref()), number(representative.certificate.as_ref()));
        differ(numbers.0, numbers.1, str::eq_ignore_ascii_case)
    };
    // A number that is wrong in itself says nothing.
    let is_number_wrong = || {
        out.is_blocked(at, &[Key::Certificate, Key::Number])
            || out.is_blocked(&principal_at(), &[Key::LegalRepresentative, Key::Certificate, Key::Number])
    };
    let names = (typed(head.name.as_ref()), typed(representative.name.as_ref()));
    differ(names.0, names.1, same_name) || numbers_differ() && !is_number_wrong()
}

/// Whether two heads are one person, as far as both say who they are.
pub(super) fn is_same_person(a: &Person, b: &Person) -> bool {
    match (number(a.certificate.as_ref()), number(b.certificate.as_ref())) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => {
            matches!((typed(a.name.as_ref()), typed(b.name.as_ref())), (Some(a), Some(b)) if same_name(a, b))
        }
    }
}

/// The legal representative, as the order states it, else as it is filed.
pub(super) fn representative<'a>(cx: &Cx<'a>) -> Option<&'a LegalRepresentative> {
    let stated = match cx.principal {
        Some(principal) => Some(principal),
        None => cx.filed_principal?.principal.as_ref(),
    };
    stated?.legal_representative.as_ref().filter(|_| cx.is_organization())
}

fn is_foreign(representative: &LegalRepresentative) -> bool {
    let kind = representative.certificate.as_ref().and_then(|certificate| certificate.kind);
    kind.is_some_and(|kind| kind != CertificateKind::ResidentIdCard)
}

pub(super) fn head_not_legal_representative(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Role::PrincipalHead, Some(representative)) = (node.role, representative(cx)) else { return };
    // Somebody from abroad authorises a citizen: that is another rule's.
    if is_foreign(representative) && cell(cx, of!(foreign_representative)).is_some() {
        return;
    }
    let is_someone_else = is_someone_else(node.person, &node.at, representative, out);
    let asks = |rule: &HeadRule| when(*rule == HeadRule::LegalRepresentative && is_someone_else);
    if let Some((cell, ())) = worst(cx, out, None, of!(principal_head), asks) {
        out.find_from(&node.at, &[Key::Name], params![province: province(cx)], fact(cx, cell));
    }
}

pub(super) fn authorization_letter_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if cx.principal.is_none() && cx.filed_principal.is_none() {
        if cx.principal_kind.is_none() && cx.context.registry.is_none() {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(representative) = representative(cx) else { return };
    let letter = MaterialKind::AuthorizationLetter;
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    let with_same_head = || {
        principal_head.is_some_and(|head| has(&head.materials, letter) && is_same_person(head, node.person))
    };
    let is_someone_else = is_someone_else(node.person, &node.at, representative, out);
    let is_missing = || {
        is_someone_else
            && !has(&node.person.materials, letter)
            && !is_with_order(cx, letter)
            && !with_same_head()
    };
    let found = match node.role {
        Role::PrincipalHead => {
            let asks = |rule: &HeadRule| when(*rule != HeadRule::LegalRepresentative && is_missing());
            worst(cx, out, None, of!(principal_head), asks).map(|(cell, ())| fact(cx, cell))
        }
        Role::ServiceHead(index) => {
            // One letter of one person serves every service.
            let is_first = || {
                node.person
                    .certificate
                    .as_ref()
                    .and_then(|certificate| cx.head(certificate))
                    .map_or(true, |shared| shared.first_service == index)
            };
            let asks = |asked: &bool| when(*asked && is_missing() && is_first());
            worst(cx, out, node.service_kind(cx), of!(service_head_letter), asks)
                .map(|(cell, ())| fact(cx, cell))
        }
    };
    if let Some(fact) = found {
        out.find_from(&node.at, &[Key::Materials], params![province: province(cx)], fact);
    }
}

pub(super) fn service_head_not_accepted(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Role::ServiceHead(_) = node.role else { return };
    let service = node.service_kind(cx);
    let report = |out: &mut Out, accepted: Param, fact: Fact| {
        out.find_from(&node.at, &[Key::Name], params![province: province(cx), accepted: accepted], fact);
    };
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    if let (Some(representative), Some(head)) = (representative(cx), principal_head) {
        let is_someone_else = is_someone_else(head, &principal_at().key(Key::Head), representative, out);
        if is_someone_else && !is_same_person(head, node.person) {
            let asks = |rule: &HeadRule| when(*rule == HeadRule::WithLetterForAll);
            if let Some((cell, ())) = worst(cx, out, service, of!(principal_head), asks) {
                return report(out, shown(&cell.value), fact(cx, cell));
            }
            let asks = |rule: &ServiceHeadRule| when(*rule == ServiceHeadRule::SameAsPrincipalHead);
            if let Some((cell, ())) = worst(cx, out, service, of!(service_head), asks) {
                return report(out, shown(&cell.value), fact(cx, cell));
            }
        }
    }
    if let Some(representative) = representative(cx) {
        let is_named = representative.name.is_some() && node.person.name.is_some();
        if is_named && !is_someone_else(node.person, &node.at, representative, out) {
            let asks = |rule: &ServiceHeadRule| when(*rule == ServiceHeadRule::NotLegalRepresentative);
            if let Some((cell, ())) = worst(cx, out, service, of!(service_head), asks) {
                return report(out, shown(&cell.value), fact(cx, cell));
            }
        }
    }
    let Some(Ok(id)) = node.resident_id() else { return };
    let age = id.age_on(cx.context.today);
    // Most are too young for either.
    let asks = |cap: &AgeCap| {
        let is_over = age >= cap.men.min(cap.women) && age >= if is_man(&id) { cap.men } else { cap.women };
        when(is_over)
    };
    if let Some((cell, ())) = worst(cx, out, service, of!(service_head_age), asks) {
        report(out, shown(&cell.value), fact(cx, cell));
    }
}

/// The last digit before the check digit is odd of men.
fn is_man(id: &ResidentId) -> bool {
    let mut digits = id.as_str().chars().rev();
    if !id.is_first_generation() {
        digits.next();
    }
    digits.next().and_then(|digit| digit.to_digit(10)).is_some_and(|digit| digit % 2 == 1)
}

pub(super) fn head_under_age(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Role::PrincipalHead, true) = (node.role, cx.is_organization()) else { return };
    let Some(Ok(id)) = node.resident_id() else { return };
    let age = id.age_on(cx.context.today);
    if out.is_blocked(&node.certificate_at, &[Key::Number]) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let asks = |min: &Years| (age < min.0).then_some(min.0);
    if let Some((cell, min)) = worst(cx, out, None, of!(head_age), asks) {
        let params = params![province: province(cx), age: age, min: min];
        out.find_from(&node.certificate_at, &[Key::Number], params, fact(cx, cell));
    }
}

pub(super) fn foreign_legal_representative(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    use ForeignRepresentativeRule::{CitizenHeads, CitizenHeadsAll};
    let Some(_) = representative(cx).filter(|representative| is_foreign(representative)) else { return };
    let kind = node.certificate.and_then(|certificate| certificate.kind);
    let is_citizen = kind.map_or(true, |kind| kind == CertificateKind::ResidentIdCard);
    let principal_head = cx.principal.and_then(|principal| principal.head.as_ref());
    let is_apart = principal_head.is_some_and(|head| !is_same_person(head, node.person));
    let asks = |rule: &ForeignRepresentativeRule| match (node.role, rule) {
        (Role::PrincipalHead, CitizenHeads | CitizenHeadsAll) => when(!is_citizen),
        (Role::ServiceHead(_), CitizenHeadsAll) => when(is_apart),
        (Role::ServiceHead(_), CitizenHeads) => None,
    };
    if let Some((cell, ())) = worst(cx, out, node.service_kind(cx), of!(foreign_representative), asks) {
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, cell));
    }
}

pub(super) fn head_of_several_principals(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(registry) = &cx.context.registry else {
        if cell(cx, of!(shared_heads)).is_some() {
            out.needs(Need::Registry);
        }
        return;
    };
    // A person may head an organisation and have an own filing as an individual.
    let is_other = |filed: &&FiledPrincipal| {
        let is_own = cx.filed_principal.is_some_and(|own| std::ptr::eq(own, *filed));
        let kind = filed.principal.as_ref().and_then(|principal| principal.kind);
        !is_own && kind.map_or(true, PrincipalKind::is_organization)
    };
    let is_organization = cx.is_organization();
    let number_taken = is_organization
        && node.person.certificate.as_ref().is_some_and(|certificate| {
            registry.principals_headed_by(certificate).any(|filed| is_other(&filed))
        });
    let mobile = node.mobile.and_then(Result::ok);
    let phone_taken =
        mobile.is_some_and(|mobile| registry.principals_with_mobile(mobile).any(|filed| is_other(&filed)));
    let asks = |rule: &SharedHeadRule| match rule {
        SharedHeadRule::NotShared if number_taken => Some(true),
        SharedHeadRule::PersonNotShared => number_taken.then_some(true),
        SharedHeadRule::NotShared | SharedHeadRule::PhoneNotShared => phone_taken.then_some(false),
    };
    if let Some((cell, is_number)) = worst(cx, out, node.service_kind(cx), of!(shared_heads), asks) {
        let below: &[Key] = if is_number { &[Key::Certificate, Key::Number] } else { &[Key::Mobile] };
        let params = params![province: province(cx), accepted: shown(&cell.value)];
        out.find_from(&node.at, below, params, fact(cx, cell));
    }
}
