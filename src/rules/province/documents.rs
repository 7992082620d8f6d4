//! Documents that one province asks for.

use super::asked::{broken, cell, cells, differ, of, principal_at, province, shown, when, worst, Refusal};
use super::filed::{filed_data, is_other_organization};
use super::individuals::{resident, younger_than};
use super::standing::fact;
use crate::calendar::Certainty;
use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::nodes::{PrincipalNode, ResponsiblePersonNode, Role};
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::material::{Material, MaterialKind};
use crate::model::order::OrderKind;
use crate::model::principal::PrincipalKind;
use crate::model::service::Service;
use crate::path::{FieldPath, Key, Location};
use crate::report::Fact;
use crate::rule::Severity;
use crate::rulebook::provinces::{
    AgeProof, Cell, DocumentAge, DocumentPlace, DocumentRule, DomainCertificateRule, ProvinceRules,
};
use crate::rules::province::{BY_STANDING, PRACTICE};
use crate::rules::remedies;
use crate::text::{filled, same_name};
use chrono::NaiveDate;

pub(super) fn has(materials: &[Material], kind: MaterialKind) -> bool {
    materials.iter().any(|material| material.kind == kind)
}

/// Whether a document stands with the order or its principal, where one for all of it may.
pub(super) fn is_with_order(cx: &CheckContext<'_>, kind: MaterialKind) -> bool {
    has(cx.order.materials(), kind) || cx.principal.is_some_and(|principal| has(&principal.materials, kind))
}

/// How old a document of a kind may be, where the province has a limit of its own.
pub(crate) fn document_age<'a>(cx: &CheckContext<'a>, kind: MaterialKind) -> Option<&'a Cell<DocumentAge>> {
    // Asked of every material, and few provinces say anything.
    let has_some = || cells(cx, of!(document_ages)).next().is_some();
    if !*cx.has_document_ages.get_or_init(has_some) {
        return None;
    }
    cells(cx, of!(document_ages)).find(|cell| cell.value().material == kind)
}

/// When the province wants a domain's certificate in a change.
pub(crate) fn domain_certificates<'a>(cx: &CheckContext<'a>) -> Option<&'a Cell<DomainCertificateRule>> {
    cell(cx, of!(domain_certificates))
}

/// Whether a document is too old; perhaps, where the holidays of the time are not known yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Age {
    Valid,
    PerhapsOver,
    Over,
}

/// The age of a document that is valid for some working days after the day that it was signed.
fn age(signed: NaiveDate, cx: &CheckContext<'_>, working_days: u32) -> Age {
    let passed = cx.rulebook.calendar().working_days(signed, cx.context.today);
    if passed.count <= u64::from(working_days) {
        Age::Valid
    } else if passed.certainty == Certainty::WeekdaysOnly {
        Age::PerhapsOver
    } else {
        Age::Over
    }
}

/// Whether none of these materials is the document, still valid; `None` where it is.
fn lacks(cx: &CheckContext<'_>, rule: &DocumentRule, materials: &[&[Material]]) -> Option<Age> {
    let given = materials.iter().flat_map(|list| list.iter());
    let ages = given.filter(|material| material.kind == rule.document || Some(material.kind) == rule.or).map(
        |material| match (material.issued_on, rule.working_days) {
            (Some(signed), Some(days)) => age(signed, cx, days),
            _ => Age::Valid,
        },
    );
    match ages.min() {
        None => Some(Age::Over),
        Some(Age::Valid) => None,
        Some(age) => Some(age),
    }
}

rule! {
    /// Other documents of one province: the party-building letter, the truthfulness letter, an institution's
    /// form, the province's own commitment letter and its validity, a proof of a new name, proofs of the young.
    ///
    /// **Why.** Without them the order is sent back.
    ///
    /// **Example.** An order in Jiangsu without the truthfulness letter.
    pub(super) DOCUMENT_MISSING = "province.document-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, document],
        at: ["/materials", "/principal/materials", "/principal/responsible_person/materials", "/services/{s}/materials"],
        reads: [YoungFilers, Documents, NameChangeProof],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "须上传所在省份要求的其他材料",
            en: "Other documents that the province requires must be uploaded.",
        },
        message: {
            zh: "{province}还要求提供：{document}。请在此处上传有效的文件。",
            en: "{province} also requires: {document}. Upload it here, valid on the day of submission.",
        },
        check: [Order(document_missing), Principal(name_change_proof_missing), Principal(individual_age_proof_missing), ResponsiblePerson(responsible_person_age_proof_missing)],
    }
}

fn document_missing(cx: &CheckContext<'_>, out: &mut Outcome) {
    // A region that is refused is not where the filing will be.
    if out.is_blocked(&principal_at(), &[Key::Region]) {
        return;
    }
    let with_order = cx.order.materials();
    let with_principal = cx.principal.map(|principal| principal.materials.as_slice()).unwrap_or_default();
    let services = cx.order.services();
    let with_service = |index: usize| services.get(index).map(Service::materials).unwrap_or_default();
    let asks = |rule: &DocumentRule| match rule.place {
        DocumentPlace::Order => {
            let mut everywhere = vec![with_order, with_principal];
            everywhere.extend(services.iter().map(Service::materials));
            lacks(cx, rule, &everywhere).map(|age| (age, None))
        }
        DocumentPlace::Principal => lacks(cx, rule, &[with_order, with_principal]).map(|age| (age, None)),
        DocumentPlace::Service => (0..services.len()).find_map(|index| {
            lacks(cx, rule, &[with_order, with_service(index)]).map(|age| (age, Some(index)))
        }),
    };
    for (cell, (age, service)) in broken(cx, out, None, of!(documents), asks) {
        let mut fact = fact(cx, &cell);
        if age == Age::PerhapsOver {
            fact.most = Severity::Warning;
        }
        let params = params![province: province(cx), document: shown(cell.value)];
        let add = |path: &FieldPath| remedies::add_one_of(path, &[cell.value.document]);
        match (cell.value.place, service) {
            (DocumentPlace::Principal, _) => {
                out.find_from_with(&principal_at(), &[Key::Materials], params, fact, add);
            }
            (DocumentPlace::Service, Some(index)) => {
                let services_at = Location::ROOT.key(Key::Services);
                out.find_from_with(&services_at.index(index), &[Key::Materials], params, fact, add);
            }
            _ => out.find_from_with(&Location::ROOT, &[Key::Materials], params, fact, add),
        }
    }
    let undated = |cell: &&Cell<DocumentRule>| {
        cell.scope().includes(cx.principal_kind, cx.kind, None) && cell.value().working_days.is_some()
    };
    for cell in cx.province_rules.iter().flat_map(ProvinceRules::documents).filter(undated) {
        let is_undated =
            |material: &Material| material.kind == cell.value().document && material.issued_on.is_none();
        if let Some(index) = with_order.iter().position(is_undated) {
            let materials_at = Location::ROOT.key(Key::Materials);
            out.needs_input(&materials_at.index(index), &[Key::IssuedOn]);
        }
    }
}

fn name_change_proof_missing(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    // A name that is refused is no new name.
    if cx.kind != OrderKind::ChangeFiling || !cx.is_organization() || out.is_blocked(&node.at, &[Key::Name]) {
        return;
    }
    let Some(filed) = filed_data(cx, of!(name_change_proof), out) else { return };
    let names = (filled(filed.name.as_ref()), filled(node.principal.name.as_ref()));
    let proof = MaterialKind::NameChangeProof;
    if names.0.is_none() && cell(cx, of!(name_change_proof)).is_some() {
        out.needs_known(cx, &[Known::NAME]);
    }
    let is_missing = differ(names.0, names.1, same_name)
        && filed.kind.map_or(true, PrincipalKind::is_organization)
        && !is_other_organization(filed, node.principal)
        && !is_with_order(cx, proof);
    let asks = |asked: &bool| when(*asked && is_missing);
    if let Some((cell, ())) = worst(cx, out, None, of!(name_change_proof), asks) {
        let params = params![province: province(cx), document: proof];
        let add = |path: &FieldPath| remedies::add_one_of(path, &[proof]);
        out.find_from_with(&node.at, &[Key::Materials], params, fact(cx, &cell), add);
    }
}

/// Whether a person of this age is too young for the province, so that no proof helps.
fn is_too_young(cx: &CheckContext<'_>, age: u32) -> bool {
    let ages = if cx.is_individual() { of!(individual_age) } else { of!(responsible_person_age) };
    cell(cx, ages).is_some_and(|cell| Refusal::is_of(cell, |least| younger_than(age)(least).is_some()))
}

fn age_proof_missing(
    cx: &CheckContext<'_>,
    certificate: Option<&Certificate>,
    certificate_at: &Location<'_>,
    (at, materials): (&Location<'_>, &[Material]),
    out: &mut Outcome,
) {
    let Some(id) = resident(certificate) else { return };
    if out.is_blocked(certificate_at, &[Key::Number]) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let age = id.age_on(cx.context.today);
    // Too young: that is the finding, however well it stands.
    if is_too_young(cx, age) {
        return;
    }
    let asks = |rule: &AgeProof| {
        let is_given = rule.proofs.iter().any(|proof| has(materials, *proof) || is_with_order(cx, *proof));
        when(age < rule.below && !is_given)
    };
    if let Some((cell, ())) = worst(cx, out, None, of!(young_filers), asks) {
        let params = params![province: province(cx), document: shown(cell.value)];
        let add = |path: &FieldPath| remedies::add_one_of(path, &cell.value.proofs);
        out.find_from_with(at, &[Key::Materials], params, fact(cx, &cell), add);
    }
}

fn individual_age_proof_missing(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if cx.is_individual() {
        let certificate = node.principal.certificate.as_ref();
        let place = (&node.at, node.principal.materials.as_slice());
        age_proof_missing(cx, certificate, &node.at.key(Key::Certificate), place, out);
    }
}

fn responsible_person_age_proof_missing(
    cx: &CheckContext<'_>,
    node: &ResponsiblePersonNode<'_>,
    out: &mut Outcome,
) {
    if node.role == Role::PrincipalResponsiblePerson && cx.is_organization() {
        let place = (&node.at, node.person.materials.as_slice());
        age_proof_missing(cx, node.certificate, &node.certificate_at, place, out);
    }
}

/// Whether the province asks for the filing commitment letter, for the group `order`.
pub(crate) fn asks_for_commitment_letter(cx: &CheckContext<'_>, out: &mut Outcome) -> Option<Fact> {
    let (cell, ()) = worst(cx, out, None, of!(commitment_letter), |asked| when(*asked))?;
    Some(fact(cx, &cell))
}
