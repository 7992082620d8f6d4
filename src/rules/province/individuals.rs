//! Individuals, and the certificates that they and others show.

use super::asked::{cell, of, province, speaking, unmet, who, worst};
use super::standing::fact;
use crate::check::province as check;
use crate::engine::context::CheckContext;
use crate::engine::nodes::{PrincipalNode, ResponsiblePersonNode, Role};
use crate::engine::outcome::Outcome;
use crate::engine::parsed::read_resident_id;
use crate::model::certificate::{Certificate, CertificateKind, ValidUntil};
use crate::model::material::{Material, MaterialKind};
use crate::model::principal::PrincipalKind;
use crate::path::{FieldPath, Key, Location};
use crate::report::Param;
use crate::rulebook::provinces::{Certificates, Column, Months, OutOfProvince, Standing, Years};
use crate::rules::province::{BY_STANDING, PRACTICE};
use crate::rules::remedies;
use crate::text::{filled, Text};
use crate::value::{Province, ResidentId};
use chrono::{Months as CalendarMonths, NaiveDate};
use std::borrow::Cow;

/// The identity number of a certificate that bears one, where it is valid.
pub(super) fn resident(certificate: Option<&Certificate>) -> Option<ResidentId> {
    read_resident_id(certificate?)?.ok()
}

rule! {
    /// Whether individuals can file at all.
    ///
    /// **Why.** An authority may take organisations only.
    ///
    /// **Example.** A province that a patch closes to individuals; the built-in table has none.
    pub(super) INDIVIDUAL_NOT_ACCEPTED = "province.individual-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: FILING,
        needs: [ProvinceRules],
        params: [province],
        at: ["/principal/kind"] of Individual,
        reads: [Individuals],
        sources: [stated(FILING): PRACTICE],
        summary: {
            zh: "所在省份须接受个人备案",
            en: "The province must accept filings by individuals.",
        },
        message: {
            zh: "{province}不接受个人备案。请以单位名义备案，或选择其他可备案的省份。",
            en: "{province} does not accept filings by individuals. File as an organisation, or in another province that accepts you.",
        },
        check: [Principal(individual_not_accepted)],
    }
}

fn individual_not_accepted(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() {
        return;
    }
    if let Some(unmet) = unmet(cx, out, |rules| check::individuals(rules, who(cx, None))) {
        out.find_from(&node.at, &[Key::Kind], params![province: province(cx)], fact(cx, &unmet));
    }
}

rule! {
    /// The age that an individual has reached on the day of submission, from the number of the certificate.
    ///
    /// **Why.** Provinces set the age at 18, some at 16 or 17.
    ///
    /// **Example.** A 15-year-old in Jiangsu.
    pub(super) INDIVIDUAL_UNDER_AGE = "province.individual-under-age" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, age, min],
        at: ["/principal/certificate/number"] of Individual,
        reads: [IndividualAge],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "个人须达到所在省份规定的年龄",
            en: "An individual must have reached the age that the province requires.",
        },
        message: {
            zh: "申请人在提交日为 {age} 周岁，{province}要求个人年满 {min} 周岁。请待年满后再提交，或由监护人、单位作为主办者备案。",
            en: "The applicant is {age} on the day of submission; {province} requires individuals to be at least {min}. Wait until then, or have a guardian or an organisation file.",
        },
        check: [Principal(individual_under_age)],
    }
}

fn individual_under_age(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let below = &[Key::Certificate, Key::Number];
    let Some(id) = resident(node.principal.certificate.as_ref()).filter(|_| cx.is_individual()) else {
        return;
    };
    let age = id.age_on(cx.context.today);
    if out.is_blocked(&node.at, below) || id.check_born_by(cx.context.today).is_err() {
        return;
    }
    if let Some(unmet) = unmet(cx, out, |rules| check::individual_age(rules, who(cx, None), age)) {
        let params = params![province: province(cx), age: age, min: unmet.value.0];
        out.find_from(&node.at, below, params, fact(cx, &unmet));
    }
}

/// Whether somebody of this age is too young, with the age that is asked for.
pub(super) fn younger_than(age: u32) -> impl Fn(&Years) -> Option<u32> {
    move |min| (age < min.0).then_some(min.0)
}

/// The province of an individual's certificate, where it is another than that of the filing: by its address,
/// without one by its number.
fn other_province(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &Outcome) -> Option<Province> {
    let certificate = node.principal.certificate.as_ref().filter(|_| cx.is_individual())?;
    if out.is_blocked(&node.at, &[Key::Certificate, Key::Number]) {
        return None;
    }
    province_of(certificate).filter(|own| Some(*own) != cx.province)
}

/// The province of a person's certificate, where it says one.
pub(super) fn province_of(certificate: &Certificate) -> Option<Province> {
    let by_address = || Province::from_name_prefix(filled(certificate.address.as_ref())?);
    let by_number = || Province::from_number(resident(Some(certificate))?.province_code());
    by_address().or_else(by_number)
}

rule! {
    /// Some provinces take only individuals whose certificate is of the province: by its address, without one by
    /// its number.
    ///
    /// **Why.** They send others to the province of their household register.
    ///
    /// **Example.** A person of Hunan files in Gansu.
    pub(super) INDIVIDUAL_OUT_OF_PROVINCE = "province.individual-out-of-province" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, of],
        at: ["/principal/certificate/number"] of Individual,
        reads: [OutOfProvince],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "部分省份不接受其他省份的个人备案",
            en: "Some provinces do not accept individuals from other provinces.",
        },
        message: {
            zh: "{province}不接受其他省份的个人备案，而该证件属于{of}。请在证件所在省份备案。",
            en: "{province} does not accept individuals from other provinces; this certificate is of {of}. File there.",
        },
        check: [Principal(individual_out_of_province)],
    }
}

fn individual_out_of_province(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(own) = other_province(cx, node, out) else { return };
    let asks = |rule: &OutOfProvince| refused(cx, node, rule);
    if let Some((cell, Refused::Altogether)) = worst(cx, out, None, of!(out_of_province), asks) {
        let params = params![province: province(cx), of: own];
        out.find_from(&node.at, &[Key::Certificate, Key::Number], params, fact(cx, &cell));
    }
}

/// How a province refuses somebody from elsewhere. Where readings disagree and all refuse, the mildest counts, and its
/// rule speaks alone.
enum Refused {
    /// Whatever is handed in.
    Altogether,
    /// Without one of these proofs.
    WithoutProof(Cow<'static, [MaterialKind]>),
}

/// How long a residence permit has to be valid still, in months, where that is settled.
fn permit_months(cx: &CheckContext<'_>) -> u32 {
    let settled = cell(cx, of!(residence_permit)).filter(|cell| cell.standing() == Standing::Settled);
    settled.map_or(0, |cell| cell.value().0)
}

fn is_permit(kind: MaterialKind) -> bool {
    matches!(kind, MaterialKind::ResidencePermit | MaterialKind::TemporaryResidencePermit)
}

fn refused(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, rule: &OutOfProvince) -> Option<Refused> {
    match rule {
        OutOfProvince::NotAccepted => Some(Refused::Altogether),
        OutOfProvince::WithProof(proofs) => {
            let today = cx.context.today;
            let earliest = today.checked_add_months(CalendarMonths::new(permit_months(cx))).unwrap_or(today);
            let is_over = |material: &Material| {
                is_permit(material.kind)
                    && matches!(material.valid_until, Some(ValidUntil::Day(day)) if day < earliest)
            };
            let mut materials = node.principal.materials.iter();
            let is_taken = materials.any(|given| proofs.contains(&given.kind) && !is_over(given));
            (!is_taken).then(|| Refused::WithoutProof(proofs.clone()))
        }
        OutOfProvince::Accepted | OutOfProvince::WithLocalPhone => None,
    }
}

rule! {
    /// Where individuals from elsewhere are accepted with a proof that they live there, one of the proofs that
    /// the province takes is uploaded, and is valid long enough.
    ///
    /// **Why.** It shows that the province is in charge.
    ///
    /// **Example.** A person of Hunan files in Guangdong without a residence permit.
    pub(super) RESIDENCE_PROOF_MISSING = "province.residence-proof-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules, Inputs],
        params: [province, of, proofs],
        at: ["/principal/materials"] if Missing of Individual,
        reads: [OutOfProvince, ResidencePermit],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "证件属于其他省份的个人，须提供备案省份认可的居住等证明",
            en: "An individual from another province must provide a proof, such as of residence, that the province accepts.",
        },
        message: {
            zh: "该证件属于{of}，{province}要求其他省份的个人提供有效的以下证明之一：{proofs}。请在主体材料中上传。",
            en: "This certificate is of {of}; {province} requires individuals from other provinces to provide one of the following, still valid: {proofs}. Upload it with the principal's materials.",
        },
        check: [Principal(residence_proof_missing)],
    }
}

fn residence_proof_missing(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    // A region that is refused is not where the filing will be.
    if out.is_blocked(&node.at, &[Key::Region]) {
        return;
    }
    let Some(own) = other_province(cx, node, out) else { return };
    let asks = |rule: &OutOfProvince| refused(cx, node, rule);
    if let Some((cell, Refused::WithoutProof(proofs))) = worst(cx, out, None, of!(out_of_province), asks) {
        let listed: Param = proofs.iter().map(|proof| Param::from(*proof)).collect();
        let params = params![province: province(cx), of: own, proofs: listed];
        let add = |path: &FieldPath| remedies::add_one_of(path, &proofs);
        out.find_from_with(&node.at, &[Key::Materials], params, fact(cx, &cell), add);
    } else if permit_months(cx) > 0 {
        let materials = &node.principal.materials;
        let materials_at = node.at.key(Key::Materials);
        let unknown =
            materials.iter().position(|material| is_permit(material.kind) && material.valid_until.is_none());
        if let Some(index) = unknown {
            out.needs_input(&materials_at.index(index), &[Key::ValidUntil]);
        }
    }
}

rule! {
    /// Certificate kinds that the province does not take of such a principal.
    ///
    /// **Why.** Some authorities check only certain registers.
    ///
    /// **Example.** A foreigner files with a passport in Hebei.
    pub(super) CERTIFICATE_NOT_ACCEPTED = "province.certificate-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, certificate, accepted],
        at: ["/principal/certificate/kind"],
        reads: [CertificateKinds],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "主体证件类型须为所在省份所接受",
            en: "The principal's certificate must be of a type that the province accepts.",
        },
        message: {
            zh: "{province}不接受使用“{certificate}”办理备案，可使用：{accepted}。请更换证件。",
            en: "{province} does not accept this certificate ({certificate}). Use one of: {accepted}.",
        },
        check: [Principal(certificate_not_accepted)],
    }
}

fn certificate_not_accepted(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let kind = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    let Some(kind) = kind.filter(|_| !out.is_blocked(&node.at, &[Key::Certificate, Key::Kind])) else {
        return;
    };
    if let Some(unmet) = unmet(cx, out, |rules| check::certificate_kind(rules, who(cx, None), kind)) {
        let params = params![province: province(cx), certificate: kind, accepted: usable(unmet.value, cx.principal_kind)];
        out.find_from(&node.at, &[Key::Certificate, Key::Kind], params, fact(cx, &unmet));
    }
}

/// The certificates that such a principal can show in the province.
fn usable(rule: &Certificates, principal: Option<PrincipalKind>) -> Param {
    match (rule, principal) {
        (Certificates::Only(kinds), _) => kinds.iter().map(|kind| Param::from(*kind)).collect(),
        (_, Some(principal)) => {
            CertificateKind::held_by(principal).filter(|kind| rule.take(*kind)).map(Param::from).collect()
        }
        (_, None) => Param::Text(Text { zh: "其他证件", en: "the others" }),
    }
}

fn certificate_validity(
    cx: &CheckContext<'_>,
    certificate: Option<&Certificate>,
    at: &Location<'_>,
    out: &mut Outcome,
) {
    let Some(ValidUntil::Day(date)) = certificate.and_then(|certificate| certificate.valid_until) else {
        return;
    };
    let today = cx.context.today;
    // One that has run out is another rule's.
    let enough = *cx.certificate_validity.get_or_init(|| enough_months(cx, of!(certificate_validity)));
    if date < today || date >= enough || out.is_blocked(at, &[Key::ValidUntil]) {
        return;
    }
    let found = unmet(cx, out, |rules| check::certificate_validity(rules, who(cx, None), date, today));
    if let Some(unmet) = found {
        let params = params![province: province(cx), date: date, months: unmet.value.0];
        out.find_from(at, &[Key::ValidUntil], params, fact(cx, &unmet));
    }
}

/// The day until which something is valid where that is enough for every province.
pub(super) fn enough_months(cx: &CheckContext<'_>, dimension: Column<Months>) -> NaiveDate {
    let today = cx.context.today;
    let months = speaking(cx, dimension).map(|least| least.0).max();
    months.map_or(today, |months| {
        today.checked_add_months(CalendarMonths::new(months)).unwrap_or(NaiveDate::MAX)
    })
}

rule! {
    /// How long the certificates of the principal and the responsible persons have to be valid still.
    ///
    /// **Why.** A certificate that runs out during the review sends the order back.
    ///
    /// **Example.** An identity card that ends in two months.
    pub(super) CERTIFICATE_VALIDITY_TOO_SHORT = "province.certificate-validity-too-short" {
        severity: Blocker,
        actor: Authority,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, date, months],
        at: ["/principal/certificate/valid_until", "{responsible_person}/certificate/valid_until"],
        reads: [CertificateValidity],
        instead_of: ["principal.certificate-expires-soon", "person.certificate-expires-soon"],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "证件剩余有效期须达到所在省份的要求",
            en: "Certificates must be valid for as long as the province requires.",
        },
        message: {
            zh: "该证件于 {date} 到期，{province}要求剩余有效期不少于 {months} 个月。请换领新证件后再提交。",
            en: "This certificate expires on {date}; {province} requires at least {months:month} left. Renew it, then submit.",
        },
        check: [Principal(principal_certificate_validity), ResponsiblePerson(responsible_person_certificate_validity)],
    }
}

fn principal_certificate_validity(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let at = node.at.key(Key::Certificate);
    certificate_validity(cx, node.principal.certificate.as_ref(), &at, out);
}

fn responsible_person_certificate_validity(
    cx: &CheckContext<'_>,
    node: &ResponsiblePersonNode<'_>,
    out: &mut Outcome,
) {
    // An individual's certificate is the principal's.
    if node.role != Role::PrincipalResponsiblePerson || cx.is_organization() {
        certificate_validity(cx, node.certificate, &node.certificate_at, out);
    }
}
