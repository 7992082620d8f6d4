//! Who heads a principal and its services.

use super::asked::{cell, differ, fact, number, of, principal_at, province, shown, when, worst};
use super::documents::{has, is_with_order};
use crate::engine::context::Cx;
use crate::engine::nodes::{PersonNode, Role};
use crate::engine::outcome::Out;
use crate::model::certificate::CertificateKind;
use crate::model::material::MaterialKind;
use crate::model::person::Person;
use crate::model::principal::{LegalRepresentative, PrincipalKind};
use crate::model::registry::FiledPrincipal;
use crate::path::{Key, Location};
use crate::report::{Fact, Need, Param};
use crate::rulebook::provinces::{
    AgeCap, ForeignRepresentativeRule, HeadRule, ServiceHeadRule, SharedHeadRule, Years,
};
use crate::rules::province::BY_STANDING;
use crate::rules::province::PRACTICE;
use crate::rules::remedies;
use crate::text::{filled, same_name};
use crate::value::ResidentId;

/// Whether the head at `at` and the legal representative are two, by name or number, as far as both say them.
fn is_someone_else(
    head: &Person,
    at: &Location<'_>,
    representative: &LegalRepresentative,
    out: &Out,
) -> bool {
    let numbers_differ = || {
        let numbers = (number(head.certificate.as_ref()), number(representative.certificate.as_ref()));
        differ(numbers.0, numbers.1, str::eq_ignore_ascii_case)
    };
    // A number that is wrong in itself says nothing.
    let is_number_wrong = || {
        out.is_blocked(at, &[Key::Certificate, Key::Number])
            || out.is_blocked(&principal_at(), &[Key::LegalRepresentative, Key::Certificate, Key::Number])
    };
    let names = (filled(head.name.as_ref()), filled(representative.name.as_ref()));
    differ(names.0, names.1, same_name) || numbers_differ() && !is_number_wrong()
}

/// Whether two heads are one person, as far as both say who they are.
pub(super) fn is_same_person(a: &Person, b: &Person) -> bool {
    match (number(a.certificate.as_ref()), number(b.certificate.as_ref())) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => {
            matches!((filled(a.name.as_ref()), filled(b.name.as_ref())), (Some(a), Some(b)) if same_name(a, b))
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

rule! {
    /// In most provinces the principal's head of an organisation is its legal representative, by name and
    /// number.
    ///
    /// **Why.** The authority wants the person who answers for the organisation.
    ///
    /// **Example.** A company of Tianjin names its IT manager.
    pub(super) HEAD_NOT_LEGAL_REPRESENTATIVE = "province.head-not-legal-representative" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province],
        at: ["/principal/head/name"] of Organization,
        reads: [PrincipalHead],
        source: PRACTICE,
        summary: {
            zh: "部分省份要求单位的主体负责人为法定代表人",
            en: "In most provinces an organisation's head is its legal representative.",
        },
        message: {
            zh: "{province}要求单位的主体负责人为法定代表人。请将主体负责人改为法定代表人本人，姓名和证件号码须与法定代表人信息一致。",
            en: "In {province} the principal's head of an organisation is its legal representative. Name that person, with the same name and certificate number.",
        },
        check: [ResponsiblePerson(head_not_legal_representative)],
    }
}

fn head_not_legal_representative(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
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

rule! {
    /// Where a head who is not the legal representative is accepted, it is with an authorisation letter. It may
    /// stand with the head, the principal or the order.
    ///
    /// **Why.** The letter shows that the organisation sent the person.
    ///
    /// **Example.** A service's head in Shanghai who is not the legal representative, without the letter.
    pub(super) AUTHORIZATION_LETTER_MISSING = "province.authorization-letter-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules],
        params: [province],
        at: ["{head}/materials"] if Missing of Organization,
        reads: [PrincipalHead, ServiceHeadLetter],
        source: PRACTICE,
        summary: {
            zh: "负责人非法定代表人的，须提供授权书",
            en: "A head who is not the legal representative brings an authorisation letter.",
        },
        message: {
            zh: "该负责人不是法定代表人，{province}要求提供由法定代表人签字并加盖公章的授权书。请上传授权书，或改由法定代表人担任。",
            en: "This head is not the legal representative; {province} asks for an authorisation letter, signed by the legal representative and stamped. Upload it, or name the legal representative.",
        },
        check: [ResponsiblePerson(authorization_letter_missing)],
        remedy: remedies::add_authorization_letter,
    }
}

fn authorization_letter_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
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

rule! {
    /// Who may head a service: in some provinces the principal's head where that is not the legal
    /// representative, in some only somebody below the age of retirement.
    ///
    /// **Why.** The authority wants one person to answer, and one who will be there.
    ///
    /// **Example.** In Jiangsu a manager heads the principal with a letter, and a colleague heads the service.
    pub(super) SERVICE_HEAD_NOT_ACCEPTED = "province.service-head-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules],
        params: [province, accepted],
        at: ["/services/{s}/head/name"],
        reads: [PrincipalHead, ServiceHead, ServiceHeadAge],
        source: PRACTICE,
        summary: {
            zh: "服务负责人须符合所在省份的要求",
            en: "A service's head is one that the province accepts.",
        },
        message: {
            zh: "该服务负责人不符合{province}的要求（{accepted}）。请更换服务负责人。",
            en: "{province} does not accept this head of the service; it asks for: {accepted}. Name another.",
        },
        check: [ResponsiblePerson(service_head_not_accepted)],
    }
}

fn service_head_not_accepted(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
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

rule! {
    /// The age that the head of an organisation has reached on the day of submission, from the number of the
    /// certificate.
    ///
    /// **Why.** Provinces set the age at 18, some at 16.
    ///
    /// **Example.** A 17-year-old legal representative in Henan.
    pub(super) HEAD_UNDER_AGE = "province.head-under-age" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, age, min],
        at: ["/principal/head/certificate/number"] of Organization,
        reads: [HeadAge],
        source: PRACTICE,
        summary: {
            zh: "单位的主体负责人须达到所在省份规定的年龄",
            en: "An organisation's head has reached the age that the province asks for.",
        },
        message: {
            zh: "{province}要求主体负责人须年满 {min} 周岁，提交日为 {age} 周岁。请更换主体负责人。",
            en: "{province} takes heads from the age of {min}; this one is {age} on the day of submission. Name another.",
        },
        check: [ResponsiblePerson(head_under_age)],
    }
}

fn head_under_age(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
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

rule! {
    /// A legal representative who is no mainland resident lets a mainland citizen head the principal, in some
    /// provinces its services as well.
    ///
    /// **Why.** The authority checks the head against the mainland's registers.
    ///
    /// **Example.** In Hebei the legal representative has a passport and heads the principal.
    pub(super) FOREIGN_LEGAL_REPRESENTATIVE = "province.foreign-legal-representative" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, accepted],
        at: ["{head}/name"] of Organization,
        reads: [ForeignRepresentative],
        source: PRACTICE,
        summary: {
            zh: "法定代表人非内地居民的，须授权内地公民担任负责人",
            en: "A legal representative from abroad lets a mainland citizen be the head.",
        },
        message: {
            zh: "法定代表人不是内地居民，{province}：{accepted}。请授权持居民身份证的人员担任，并提供授权书。",
            en: "The legal representative is no mainland resident; in {province}: {accepted}. Authorise a person with a resident identity card.",
        },
        check: [ResponsiblePerson(foreign_legal_representative)],
    }
}

fn foreign_legal_representative(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
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

rule! {
    /// In some provinces a head, or a head's phone, stands under one principal only.
    ///
    /// **Why.** The authority takes a shared head for an agent.
    ///
    /// **Example.** In Tianjin one person heads two companies.
    pub(super) HEAD_OF_SEVERAL_PRINCIPALS = "province.head-of-several-principals" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: FILING | CHANGE_FILING,
        needs: [Registry, ProvinceRules],
        params: [province, accepted],
        at: ["{head}/certificate/number", "{head}/mobile"],
        reads: [SharedHeads],
        instead_of: ["person.head-of-other-organization", "person.mobile-of-other-principal"],
        source: PRACTICE,
        summary: {
            zh: "部分省份的负责人或其电话只能用于一个主体",
            en: "In some provinces a head, or a head's phone, stands under one principal only.",
        },
        message: {
            zh: "该负责人或其电话已用于其他备案主体，{province}：{accepted}。请更换负责人或电话。",
            en: "This head or this phone stands under another principal already; in {province}: {accepted}. Name another.",
        },
        check: [ResponsiblePerson(head_of_several_principals)],
    }
}

fn head_of_several_principals(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
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
