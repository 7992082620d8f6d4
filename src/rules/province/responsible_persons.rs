//! Who is responsible for a principal and its services.

use super::asked::{asked, cell, differ, number, of, principal_at, province, unmet, when, who, worst};
use super::documents::{has, is_with_order};
use super::standing::fact;
use crate::check::province as check;
use crate::engine::context::CheckContext;
use crate::engine::filed::Unknown;
use crate::engine::nodes::{ResponsiblePersonNode, Role};
use crate::engine::outcome::Outcome;
use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::holder::{same_holder, Sameness};
use crate::model::material::MaterialKind;
use crate::model::principal::{LegalRepresentative, PrincipalKind};
use crate::model::registry::FiledPrincipal;
use crate::model::responsible_person::ResponsiblePerson;
use crate::path::{Key, Location};
use crate::report::{Fact, Need, Param};
use crate::rulebook::provinces::{
    AgeCap, ForeignRepresentativeRule, ResponsiblePersonRule, ServiceResponsiblePersonRule,
    SharedResponsiblePersonRule,
};
use crate::rules::person::is_representative_doubted;
use crate::rules::province::BY_STANDING;
use crate::rules::province::PRACTICE;
use crate::rules::remedies;
use crate::text::{filled, same_name, Text};
use crate::value::ResidentId;

/// Whether the responsible person at `at` and the legal representative are two, by name or number, as far as both say them.
fn is_someone_else(
    responsible_person: &ResponsiblePerson,
    at: &Location<'_>,
    representative: &LegalRepresentative,
    out: &Outcome,
) -> bool {
    let (own, others) = (responsible_person.certificate.as_ref(), representative.certificate.as_ref());
    // One person may be identified by a passport in one place and by an identity card in the other: only numbers of one
    // kind of certificate can be compared.
    let kind = |certificate: Option<&Certificate>| certificate.and_then(|certificate| certificate.kind);
    let are_of_one_kind = kind(own).is_some() && kind(own) == kind(others);
    let numbers_differ =
        || are_of_one_kind && differ(number(own), number(others), |a, b| a == b || a.eq_ignore_ascii_case(b));
    // A number that is wrong in itself says nothing.
    let is_number_wrong = || {
        out.is_blocked(at, &[Key::Certificate, Key::Number])
            || out.is_blocked(&principal_at(), &[Key::LegalRepresentative, Key::Certificate, Key::Number])
    };
    let names = (filled(responsible_person.name.as_ref()), filled(representative.name.as_ref()));
    differ(names.0, names.1, same_name) || numbers_differ() && !is_number_wrong()
}

/// Whether two responsible persons are one person, as far as both say who they are.
pub(super) fn is_same_person(a: &ResponsiblePerson, b: &ResponsiblePerson) -> bool {
    match (number(a.certificate.as_ref()), number(b.certificate.as_ref())) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => {
            matches!((filled(a.name.as_ref()), filled(b.name.as_ref())), (Some(a), Some(b)) if same_name(a, b))
        }
    }
}

/// The legal representative, as the order states it, else as it is filed.
pub(super) fn representative<'a>(cx: &CheckContext<'a>) -> Option<&'a LegalRepresentative> {
    let stated = match cx.principal {
        Some(principal) => Some(principal),
        None => cx.filed_principal?.principal.as_deref(),
    };
    stated?.legal_representative.as_ref().filter(|_| cx.is_organization())
}

fn is_foreign(representative: &LegalRepresentative) -> bool {
    let kind = representative.certificate.as_ref().and_then(|certificate| certificate.kind);
    kind.is_some_and(|kind| kind != CertificateKind::ResidentIdCard)
}

rule! {
    /// In most provinces an organisation's principal responsible person is its legal representative, by name and
    /// number.
    ///
    /// **Why.** The authority wants the person who answers for the organisation.
    ///
    /// **Example.** A company of Tianjin names its IT manager.
    pub(super) RESPONSIBLE_PERSON_NOT_LEGAL_REPRESENTATIVE = "province.responsible-person-not-legal-representative" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province],
        at: ["/principal/responsible_person/name"] of Organization,
        reads: [PrincipalResponsiblePerson],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "部分省份要求单位的主体负责人为法定代表人",
            en: "Some provinces require an organisation's responsible person to be its legal representative.",
        },
        message: {
            zh: "{province}要求单位的主体负责人为法定代表人。请将主体负责人改为法定代表人本人，姓名和证件号码须与法定代表人信息一致。",
            en: "{province} requires the responsible person of an organisation to be its legal representative. Enter the legal representative here, with the same name and certificate number.",
        },
        check: [ResponsiblePerson(responsible_person_not_legal_representative)],
    }
}

/// Whether a source on the province says who an organisation's principal responsible person may be.
pub(crate) fn speaks_of_responsible_person(cx: &CheckContext<'_>) -> bool {
    cell(cx, of!(principal_responsible_person)).is_some()
}

fn responsible_person_not_legal_representative(
    cx: &CheckContext<'_>,
    node: &ResponsiblePersonNode<'_>,
    out: &mut Outcome,
) {
    let (Role::PrincipalResponsiblePerson, Some(representative)) = (node.role, representative(cx)) else {
        return;
    };
    // Somebody from abroad authorises a citizen: that is another rule's.
    if is_foreign(representative) && cell(cx, of!(foreign_representative)).is_some() {
        return;
    }
    // One person by the number, whose name is mistaken at the legal representative: that is the finding.
    let is_one = || same_holder(representative.certificate.as_ref(), node.certificate) == Sameness::Same;
    let own_name = filled(node.person.name.as_ref());
    if own_name.is_some_and(|own| is_one() && is_representative_doubted(cx, own, out)) {
        return;
    }
    let is_someone_else = is_someone_else(node.person, &node.at, representative, out);
    let asks =
        |rule: &ResponsiblePersonRule| refused(*rule, is_someone_else, || lacks_letter(cx, node.person));
    if let Some((cell, Refused::Altogether)) = worst(cx, out, None, of!(principal_responsible_person), asks) {
        out.find_from(&node.at, &[Key::Name], params![province: province(cx)], fact(cx, &cell));
    }
}

/// How a province refuses somebody who is not the legal representative. Where readings disagree and all refuse, the
/// mildest counts, and its rule speaks alone.
#[derive(Clone, Copy)]
enum Refused {
    /// With or without a letter.
    Altogether,
    /// Without the letter.
    WithoutLetter,
}

fn refused(
    rule: ResponsiblePersonRule,
    is_someone_else: bool,
    lacks_letter: impl Fn() -> bool,
) -> Option<Refused> {
    match rule {
        _ if !is_someone_else => None,
        ResponsiblePersonRule::LegalRepresentative => Some(Refused::Altogether),
        _ => lacks_letter().then_some(Refused::WithoutLetter),
    }
}

/// Whether an authorisation letter stands neither with the person, nor with the order, nor with the same person as the
/// principal's.
fn lacks_letter(cx: &CheckContext<'_>, person: &ResponsiblePerson) -> bool {
    let letter = MaterialKind::AuthorizationLetter;
    let of_principal = cx.principal.and_then(|principal| principal.responsible_person.as_ref());
    !has(&person.materials, letter)
        && !is_with_order(cx, letter)
        && !of_principal.is_some_and(|other| has(&other.materials, letter) && is_same_person(other, person))
}

rule! {
    /// Where a responsible person who is not the legal representative is accepted, it is with an authorisation letter. It may
    /// stand with the responsible person, the principal or the order.
    ///
    /// **Why.** The letter shows that the organisation sent the person.
    ///
    /// **Example.** A service's responsible person in Shanghai who is not the legal representative, without the letter.
    pub(super) AUTHORIZATION_LETTER_MISSING = "province.authorization-letter-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province],
        at: ["{responsible_person}/materials"] if Missing of Organization,
        reads: [PrincipalResponsiblePerson, ServiceResponsiblePersonLetter],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "负责人非法定代表人的，须提供授权书",
            en: "A responsible person who is not the legal representative must provide an authorisation letter.",
        },
        message: {
            zh: "该负责人不是法定代表人，{province}要求提供由法定代表人签字并加盖公章的授权书。请上传授权书，或改由法定代表人担任。",
            en: "This responsible person is not the legal representative; {province} requires an authorisation letter signed by the legal representative and bearing the official seal. Upload it, or enter the legal representative instead.",
        },
        check: [ResponsiblePerson(authorization_letter_missing)],
        remedy: remedies::add_authorization_letter,
    }
}

fn authorization_letter_missing(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if cx.principal.is_none() && cx.filed_principal.is_none() {
        if cx.principal_kind.is_none() && cx.context.registry.is_none() {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(representative) = representative(cx) else { return };
    let is_someone_else = is_someone_else(node.person, &node.at, representative, out);
    let is_missing = || is_someone_else && lacks_letter(cx, node.person);
    let found = match node.role {
        Role::PrincipalResponsiblePerson => {
            let asks = |rule: &ResponsiblePersonRule| {
                refused(*rule, is_someone_else, || lacks_letter(cx, node.person))
            };
            match worst(cx, out, None, of!(principal_responsible_person), asks) {
                Some((cell, Refused::WithoutLetter)) => Some(fact(cx, &cell)),
                _ => None,
            }
        }
        Role::ServiceResponsiblePerson(index) => {
            // One letter of one person serves every service.
            let is_first = || {
                node.person
                    .certificate
                    .as_ref()
                    .and_then(|certificate| cx.responsible_person(certificate))
                    .map_or(true, |shared| shared.first_service == index)
            };
            let asks = |asked: &bool| when(*asked && is_missing() && is_first());
            worst(cx, out, node.service_kind(cx), of!(service_responsible_person_letter), asks)
                .map(|(cell, ())| fact(cx, &cell))
        }
    };
    if let Some(fact) = found {
        out.find_from(&node.at, &[Key::Materials], params![province: province(cx)], fact);
    }
}

rule! {
    /// Who may be a service's responsible person: in some provinces the principal's responsible person where that is not the legal
    /// representative, in some only somebody below the age of retirement.
    ///
    /// **Why.** The authority wants one person to answer, and one who will be there.
    ///
    /// **Example.** In Jiangsu a manager is the principal's responsible person with a letter, and a colleague that of the service.
    pub(super) SERVICE_RESPONSIBLE_PERSON_NOT_ACCEPTED = "province.service-responsible-person-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, accepted],
        at: ["/services/{s}/responsible_person/name"],
        reads: [PrincipalResponsiblePerson, ServiceResponsiblePerson, ServiceResponsiblePersonAge],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "服务负责人须符合所在省份的要求",
            en: "A service's responsible person must meet the province's requirements.",
        },
        message: {
            zh: "{province}要求服务负责人{accepted}。请更换服务负责人。",
            en: "In {province} the responsible person of a service is {accepted}. Name someone else.",
        },
        check: [ResponsiblePerson(service_responsible_person_not_accepted)],
    }
}

const SAME_AS_PRINCIPAL: Text =
    Text { zh: "与主体负责人为同一人", en: "the principal's responsible person" };
const NOT_LEGAL_REPRESENTATIVE: Text =
    Text { zh: "不是法定代表人", en: "somebody other than the legal representative" };

fn service_responsible_person_not_accepted(
    cx: &CheckContext<'_>,
    node: &ResponsiblePersonNode<'_>,
    out: &mut Outcome,
) {
    let Role::ServiceResponsiblePerson(_) = node.role else { return };
    let service = node.service_kind(cx);
    let report = |out: &mut Outcome, accepted: Param, fact: Fact| {
        out.find_from(&node.at, &[Key::Name], params![province: province(cx), accepted: accepted], fact);
    };
    let principal_responsible_person =
        cx.principal.and_then(|principal| principal.responsible_person.as_ref());
    if let (Some(representative), Some(responsible_person)) =
        (representative(cx), principal_responsible_person)
    {
        let is_someone_else = cx.is_not_represented_by_responsible_person.get_or_init(|| {
            let at = principal_at();
            is_someone_else(responsible_person, &at.key(Key::ResponsiblePerson), representative, out)
        });
        if *is_someone_else && !is_same_person(responsible_person, node.person) {
            let asks = |rule: &ResponsiblePersonRule| when(*rule == ResponsiblePersonRule::WithLetterForAll);
            if let Some((cell, ())) = worst(cx, out, service, of!(principal_responsible_person), asks) {
                return report(out, SAME_AS_PRINCIPAL.into(), fact(cx, &cell));
            }
            let asks = |rule: &ServiceResponsiblePersonRule| {
                when(*rule == ServiceResponsiblePersonRule::SameAsPrincipal)
            };
            if let Some((cell, ())) = worst(cx, out, service, of!(service_responsible_person), asks) {
                return report(out, SAME_AS_PRINCIPAL.into(), fact(cx, &cell));
            }
        }
    }
    if let Some(representative) = representative(cx) {
        let is_named = representative.name.is_some() && node.person.name.is_some();
        if is_named && !is_someone_else(node.person, &node.at, representative, out) {
            let asks = |rule: &ServiceResponsiblePersonRule| {
                when(*rule == ServiceResponsiblePersonRule::NotLegalRepresentative)
            };
            if let Some((cell, ())) = worst(cx, out, service, of!(service_responsible_person), asks) {
                return report(out, NOT_LEGAL_REPRESENTATIVE.into(), fact(cx, &cell));
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
    if let Some((cell, ())) = worst(cx, out, service, of!(service_responsible_person_age), asks) {
        let AgeCap { men, women } = *cell.value;
        let accepted = Param::Written {
            zh: format!("未达到退休年龄（男 {men} 周岁，女 {women} 周岁）").into(),
            en: format!("below the age of retirement ({men} of men, {women} of women)").into(),
        };
        report(out, accepted, fact(cx, &cell));
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
    /// The age that the responsible person of an organisation has reached on the day of submission, from the number of the
    /// certificate.
    ///
    /// **Why.** Provinces set the age at 18, some at 16.
    ///
    /// **Example.** A 17-year-old legal representative in Henan.
    pub(super) RESPONSIBLE_PERSON_UNDER_AGE = "province.responsible-person-under-age" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, age, min],
        at: ["/principal/responsible_person/certificate/number"] of Organization,
        reads: [ResponsiblePersonAge],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "单位的主体负责人须达到所在省份规定的年龄",
            en: "An organisation's responsible person must have reached the age that the province requires.",
        },
        message: {
            zh: "{province}要求主体负责人须年满 {min} 周岁，提交日为 {age} 周岁。请更换主体负责人。",
            en: "{province} requires responsible persons to be at least {min}; this one is {age} on the day of submission. Name someone else.",
        },
        check: [ResponsiblePerson(responsible_person_under_age)],
    }
}

fn responsible_person_under_age(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let (Role::PrincipalResponsiblePerson, true) = (node.role, cx.is_organization()) else { return };
    let Some(Ok(id)) = node.resident_id() else { return };
    let age = id.age_on(cx.context.today);
    if out.is_blocked(&node.certificate_at, &[Key::Number]) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let found = unmet(cx, out, |rules| check::responsible_person_age(rules, who(cx, None), age));
    if let Some(unmet) = found {
        let params = params![province: province(cx), age: age, min: unmet.value.0];
        out.find_from(&node.certificate_at, &[Key::Number], params, fact(cx, &unmet));
    }
}

rule! {
    /// A legal representative who is no mainland resident lets a mainland citizen be responsible for the principal, in
    /// some provinces for its services as well.
    ///
    /// **Why.** The authority checks the responsible person against the mainland's registers.
    ///
    /// **Example.** In Hebei the legal representative has a passport and is the principal's responsible person.
    pub(super) FOREIGN_LEGAL_REPRESENTATIVE = "province.foreign-legal-representative" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, accepted],
        at: ["{responsible_person}/name"] of Organization,
        reads: [ForeignRepresentative],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "法定代表人非内地居民的，须授权内地公民担任负责人",
            en: "A legal representative from outside the mainland must authorise a mainland citizen as the responsible person.",
        },
        message: {
            zh: "法定代表人不是内地居民，{province}要求{accepted}。请授权持居民身份证的人员担任，并提供授权书。",
            en: "The legal representative is not a mainland resident; {province} requires that {accepted}. Authorise a person with a resident identity card.",
        },
        check: [ResponsiblePerson(foreign_legal_representative)],
    }
}

fn foreign_legal_representative(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    use ForeignRepresentativeRule::{CitizenResponsiblePersons, CitizenResponsiblePersonsAll};
    let Some(_) = representative(cx).filter(|representative| is_foreign(representative)) else { return };
    let kind = node.certificate.and_then(|certificate| certificate.kind);
    let is_citizen = kind.map_or(true, |kind| kind == CertificateKind::ResidentIdCard);
    let principal_responsible_person =
        cx.principal.and_then(|principal| principal.responsible_person.as_ref());
    let is_apart = principal_responsible_person
        .is_some_and(|responsible_person| !is_same_person(responsible_person, node.person));
    let asks = |rule: &ForeignRepresentativeRule| match (node.role, rule) {
        (Role::PrincipalResponsiblePerson, CitizenResponsiblePersons | CitizenResponsiblePersonsAll) => {
            when(!is_citizen)
        }
        (Role::ServiceResponsiblePerson(_), CitizenResponsiblePersonsAll) => when(is_apart),
        (Role::ServiceResponsiblePerson(_), CitizenResponsiblePersons) => None,
    };
    if let Some((cell, ())) = worst(cx, out, node.service_kind(cx), of!(foreign_representative), asks) {
        let params = params![province: province(cx), accepted: asked(cell.value)];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, &cell));
    }
}

rule! {
    /// In some provinces a responsible person, or a responsible person's phone, stands under one principal only.
    ///
    /// **Why.** The authority takes a shared responsible person for an agent.
    ///
    /// **Example.** In Tianjin one person is responsible for two companies.
    pub(super) RESPONSIBLE_PERSON_OF_SEVERAL_PRINCIPALS = "province.responsible-person-of-several-principals" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: FILING | CHANGE_FILING,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, accepted],
        at: ["{responsible_person}/certificate/number", "{responsible_person}/mobile"],
        reads: [SharedResponsiblePersons],
        instead_of: ["person.of-other-organization", "person.mobile-of-other-principal"],
        sources: [stated(FILING | CHANGE_FILING): PRACTICE],
        summary: {
            zh: "部分省份的负责人或其电话只能用于一个主体",
            en: "Some provinces allow a responsible person, or that person's phone, only one principal.",
        },
        message: {
            zh: "该负责人（或其手机号）已登记在其他主办者名下，{province}要求{accepted}。请更换负责人或手机号。",
            en: "This person or phone number is already on record under another principal; {province} requires that {accepted}. Use another.",
        },
        check: [ResponsiblePerson(responsible_person_of_several_principals)],
    }
}

fn responsible_person_of_several_principals(
    cx: &CheckContext<'_>,
    node: &ResponsiblePersonNode<'_>,
    out: &mut Outcome,
) {
    let Some(registry) = &cx.context.registry else {
        if !out.is_undetermined() && cell(cx, of!(shared_responsible_persons)).is_some() {
            out.needs(Need::Registry);
        }
        return;
    };
    // A person may be responsible for an organisation and have an own filing as an individual.
    let is_other = |filed: &&FiledPrincipal| {
        cx.sameness(filed) == Sameness::Other && filed.kind().is_some_and(PrincipalKind::is_organization)
    };
    let is_organization = cx.is_organization();
    let number_taken = is_organization
        && node.person.certificate.as_ref().is_some_and(|certificate| {
            registry.principals_represented_by(certificate).any(|filed| is_other(&filed))
        });
    let mobile = node.mobile.and_then(Result::ok);
    let phone_taken =
        mobile.is_some_and(|mobile| registry.principals_with_mobile(mobile).any(|filed| is_other(&filed)));
    let asks = |rule: &SharedResponsiblePersonRule| match rule {
        SharedResponsiblePersonRule::NotShared if number_taken => Some(true),
        SharedResponsiblePersonRule::PersonNotShared => number_taken.then_some(true),
        SharedResponsiblePersonRule::NotShared | SharedResponsiblePersonRule::PhoneNotShared => {
            phone_taken.then_some(false)
        }
    };
    if let Some((cell, is_number)) =
        worst(cx, out, node.service_kind(cx), of!(shared_responsible_persons), asks)
    {
        let below: &[Key] = if is_number { &[Key::Certificate, Key::Number] } else { &[Key::Mobile] };
        let params = params![province: province(cx), accepted: asked(cell.value)];
        return out.find_from(&node.at, below, params, fact(cx, &cell));
    }
    if cell(cx, of!(shared_responsible_persons)).is_some() {
        let by_number = node.person.certificate.as_ref().filter(|_| is_organization);
        let by_number = by_number.into_iter().flat_map(|known| registry.principals_represented_by(known));
        let by_mobile = mobile.into_iter().flat_map(|mobile| registry.principals_with_mobile(mobile));
        for filed in by_number.chain(by_mobile) {
            match (cx.sameness(filed), filed.kind()) {
                (Sameness::Unknown, _) => return out.needs_unknown(cx, Unknown::Certificate(filed)),
                (Sameness::Other, None) => return out.needs_unknown(cx, Unknown::Kind(filed)),
                _ => {}
            }
        }
    }
}
