//! Individuals, and the certificates that they and others show.

use super::asked::{cell, fact, of, province, shown, speaking, when, worst, Asked};
use crate::certificate::{Certificate, ValidUntil};
use crate::material::{Material, MaterialKind};
use crate::params::Param;
use crate::path::{At, Key};
use crate::provinces::{Certificates, Months, OutOfProvince, Years};
use crate::readings::read_resident_id;
use crate::value::{Province, ResidentId};
use crate::walk::{typed, Cx, Out, PersonNode, PrincipalNode, Role};
use chrono::{Datelike, Months as CalendarMonths, NaiveDate};
use std::cmp::Ordering;

/// The identity number of a certificate that bears one, where it is valid.
pub(super) fn resident(certificate: Option<&Certificate>) -> Option<ResidentId> {
    read_resident_id(certificate?)?.ok()
}

pub(super) fn individual_not_accepted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_individual() {
        return;
    }
    if let Some((cell, ())) = worst(cx, out, None, of!(individuals), |accepted| when(!*accepted)) {
        out.find_from(&node.at, &[Key::Kind], params![province: province(cx)], fact(cx, cell));
    }
}

pub(super) fn individual_under_age(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let below = &[Key::Certificate, Key::Number];
    let Some(id) = resident(node.principal.certificate.as_ref()).filter(|_| cx.is_individual()) else {
        return;
    };
    let age = id.age_on(cx.context.today);
    if out.is_blocked(&node.at, below) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    let asks = |min: &Years| (age < min.0).then_some(min.0);
    if let Some((cell, min)) = worst(cx, out, None, of!(individual_age), asks) {
        out.find_from(&node.at, below, params![province: province(cx), age: age, min: min], fact(cx, cell));
    }
}

/// The province of an individual's certificate, where it is another than that of the filing: by its address,
/// without one by its number.
fn other_province(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &Out) -> Option<Province> {
    let certificate = node.principal.certificate.as_ref().filter(|_| cx.is_individual())?;
    if out.is_blocked(&node.at, &[Key::Certificate, Key::Number]) {
        return None;
    }
    province_of(certificate).filter(|own| Some(*own) != cx.province)
}

/// The province of a person's certificate, where it says one.
pub(super) fn province_of(certificate: &Certificate) -> Option<Province> {
    let by_address = || Province::from_name_prefix(typed(certificate.address.as_ref())?);
    let by_number = || Province::from_number(resident(Some(certificate))?.province_code());
    by_address().or_else(by_number)
}

pub(super) fn individual_out_of_province(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(own) = other_province(cx, node, out) else { return };
    let asks = |rule: &OutOfProvince| when(*rule == OutOfProvince::NotAccepted);
    if let Some((cell, ())) = worst(cx, out, None, of!(out_of_province), asks) {
        let params = params![province: province(cx), of: own];
        out.find_from(&node.at, &[Key::Certificate, Key::Number], params, fact(cx, cell));
    }
}

pub(super) fn residence_proof_missing(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(own) = other_province(cx, node, out) else { return };
    let materials = &node.principal.materials;
    let today = cx.context.today;
    let least = cell(cx, of!(residence_permit)).map_or(0, |cell| cell.value.0);
    let earliest = today.checked_add_months(CalendarMonths::new(least)).unwrap_or(today);
    let is_permit = |kind: MaterialKind| {
        matches!(kind, MaterialKind::ResidencePermit | MaterialKind::TemporaryResidencePermit)
    };
    let is_over = |material: &Material| {
        is_permit(material.kind)
            && matches!(material.valid_until, Some(ValidUntil::Day(day)) if day < earliest)
    };
    let asks = |rule: &OutOfProvince| match rule {
        OutOfProvince::WithProof(proofs) => {
            let taken = materials.iter().any(|given| proofs.contains(&given.kind) && !is_over(given));
            (!taken).then(|| proofs.iter().map(|proof| Param::from(*proof)).collect::<Param>())
        }
        _ => None,
    };
    if let Some((cell, proofs)) = worst(cx, out, None, of!(out_of_province), asks) {
        let params = params![province: province(cx), of: own, proofs: proofs];
        out.find_from(&node.at, &[Key::Materials], params, fact(cx, cell));
    } else if least > 0 {
        let materials_at = node.at.key(Key::Materials);
        let untold =
            materials.iter().position(|material| is_permit(material.kind) && material.valid_until.is_none());
        if let Some(index) = untold {
            out.needs_input(&materials_at.index(index), &[Key::ValidUntil]);
        }
    }
}

pub(super) fn certificate_not_accepted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let kind = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    let Some(kind) = kind.filter(|_| !out.is_blocked(&node.at, &[Key::Certificate, Key::Kind])) else {
        return;
    };
    let asks = |taken: &Certificates| when(!taken.take(kind));
    if let Some((cell, ())) = worst(cx, out, None, of!(certificate_kinds), asks) {
        let params = params![province: province(cx), certificate: kind, accepted: shown(&cell.value)];
        out.find_from(&node.at, &[Key::Certificate, Key::Kind], params, fact(cx, cell));
    }
}

fn certificate_validity(cx: &Cx<'_>, certificate: Option<&Certificate>, at: &At<'_>, out: &mut Out) {
    let Some(ValidUntil::Day(date)) = certificate.and_then(|certificate| certificate.valid_until) else {
        return;
    };
    let today = cx.context.today;
    // One that has run out is another rule's.
    let enough = *cx.certificate_validity.get_or_init(|| enough_months(cx, of!(certificate_validity)));
    if date < today || date >= enough || out.is_blocked(at, &[Key::ValidUntil]) {
        return;
    }
    let asks = |least: &Months| ends_within(date, today, least.0).then_some(least.0);
    if let Some((cell, months)) = worst(cx, out, None, of!(certificate_validity), asks) {
        let params = params![province: province(cx), date: date, months: months];
        out.find_from(at, &[Key::ValidUntil], params, fact(cx, cell));
    }
}

/// The day until which something is valid where that is enough for every province.
pub(super) fn enough_months(cx: &Cx<'_>, dimension: Asked<Months>) -> NaiveDate {
    let today = cx.context.today;
    let months = speaking(cx, dimension).map(|least| least.0).max();
    months.map_or(today, |months| {
        today.checked_add_months(CalendarMonths::new(months)).unwrap_or(NaiveDate::MAX)
    })
}

/// Whether `date` comes before `months` from `today` have passed.
pub(super) fn ends_within(date: NaiveDate, today: NaiveDate, months: u32) -> bool {
    let month = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    match (month(date) - month(today)).cmp(&months.into()) {
        Ordering::Less => true,
        Ordering::Equal => {
            today.checked_add_months(CalendarMonths::new(months)).is_some_and(|least| date < least)
        }
        Ordering::Greater => false,
    }
}

pub(super) fn principal_certificate_validity(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let at = node.at.key(Key::Certificate);
    certificate_validity(cx, node.principal.certificate.as_ref(), &at, out);
}

pub(super) fn head_certificate_validity(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    // An individual's certificate is the principal's.
    if node.role != Role::PrincipalHead || cx.is_organization() {
        certificate_validity(cx, node.certificate, &node.certificate_at, out);
    }
}
