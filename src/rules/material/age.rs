//! How old a material is.

use crate::engine::context::CheckContext;
use crate::engine::nodes::MaterialNode;
use crate::engine::outcome::Outcome;
use crate::model::certificate::ValidUntil;
use crate::model::material::MaterialKind;
use crate::path::Key;
use crate::rule::documents;
use crate::rulebook::Limit;
use crate::rules::province::{document_age, fact, Refusal, BY_STANDING};
use chrono::Months;

rule! {
    /// Letters of authorisation and proofs of a change of name were issued in the last months. Where a province has a
    /// limit of its own, `material.proof-too-old` speaks.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** An old letter may have been withdrawn.
    ///
    /// **Example.** A letter of last year.
    pub(super) LETTER_TOO_OLD = "material.letter-too-old" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [material, issued_on, oldest, months],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials", "/materials"],
        sources: [stated(WITH_SERVICES): documents::UPLOADS.at("时效要求 · 授权书及证明有效期（如网站负责人授权书、变更证明等）")],
        summary: {
            zh: "授权书和更名证明须在 3 个月内出具",
            en: "Letters of authorisation and proofs of a change of name are issued within three months before submission.",
        },
        message: {
            zh: "{material}的出具日期为 {issued_on}，须在提交前 {months} 个月内出具（{oldest} 及以后）。请重新出具并上传。",
            en: "The {material} is dated {issued_on}; it must be issued within {months:month} before submission ({oldest} or later). Have it reissued and upload it.",
        },
        check: [Material(letter_too_old)],
    }
}

fn letter_too_old(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, .. } = node;
    let is_letter =
        matches!(material.kind, MaterialKind::AuthorizationLetter | MaterialKind::NameChangeProof);
    // Of a province with a limit of its own that is what counts.
    if !is_letter || document_age(cx, material.kind).is_some() {
        return;
    }
    let Some(months) = out.limit(cx, Limit::LetterMonths) else { return };
    let Some(issued_on) = material.issued_on else { return out.needs_input(at, &[Key::IssuedOn]) };
    let oldest = cx.context.today.checked_sub_months(Months::new(months));
    if let Some(oldest) = oldest.filter(|oldest| issued_on < *oldest) {
        out.find(at, &[Key::IssuedOn], params![material: material.kind, issued_on, oldest, months]);
    }
}

rule! {
    /// What is uploaded is valid on the day of submission, where it ends at all. Proofs of residence are the
    /// province's matter.
    ///
    /// **Why.** An expired permit proves nothing.
    ///
    /// **Example.** A news licence that ended last year.
    pub(super) EXPIRED = "material.expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [material, date, today],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials", "/materials"],
        sources: [
            stated(WITH_SERVICES): documents::MATERIALS_FAQ.at("证件材料上传有哪些规范？ · 确保您提供的证件在有效期内"),
            stated(WITH_SERVICES): documents::UPLOADS.at("时效要求 · 证件有效期（如身份证、单位营业执照等）"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("前置审批问题 · 前置审批不合格"),
        ],
        summary: {
            zh: "上传的证照须在有效期内",
            en: "Uploaded certificates are valid on the day of submission.",
        },
        message: {
            zh: "{material}已于 {date} 到期（提交日：{today}）。请换领新证后重新上传。",
            en: "The {material} expired on {date} (day of submission: {today}). Renew it and upload the new one.",
        },
        check: [Material(expired)],
    }
}

fn expired(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, .. } = node;
    // The certificates themselves have their dates, and proofs of residence their province.
    let is_others = matches!(
        material.kind,
        MaterialKind::ResidencePermit
            | MaterialKind::TemporaryResidencePermit
            | MaterialKind::StudentCard
            | MaterialKind::SocialSecurityRecord
            | MaterialKind::PropertyDeed
            | MaterialKind::Lease
            | MaterialKind::EmploymentProof
    );
    let today = cx.context.today;
    match material.valid_until.filter(|_| !is_others) {
        Some(ValidUntil::Day(date)) if date < today => {
            out.find(at, &[Key::ValidUntil], params![material: material.kind, date, today]);
        }
        // Of other materials no end is told where there is none.
        None if material.kind == MaterialKind::PreApprovalDocument => {
            out.needs_input(at, &[Key::ValidUntil]);
        }
        _ => {}
    }
}

rule! {
    /// Some provinces take a document for a while only, or for longer than others.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** An older one may no longer be true.
    ///
    /// **Example.** In Sichuan a proof of employment of two months ago.
    pub(super) PROOF_TOO_OLD = "material.proof-too-old" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [material, province, issued_on, oldest],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials", "/materials"],
        reads: [DocumentAges],
        sources: [stated(WITH_SERVICES): documents::UPLOADS.at("时效要求")],
        summary: {
            zh: "部分省份对证明材料的出具日期另有要求",
            en: "Some provinces limit how old a proof may be.",
        },
        message: {
            zh: "{material}的出具日期为 {issued_on}，{province}要求在 {oldest} 及以后出具。请重新出具并上传。",
            en: "The {material} is dated {issued_on}; {province} requires one issued on {oldest} or later. Have it reissued and upload it.",
        },
        check: [Material(proof_too_old)],
    }
}

fn proof_too_old(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, .. } = node;
    let (Some(province), Some(cell)) = (cx.province, document_age(cx, material.kind)) else { return };
    let Some(oldest) = cell.value().at_most.before(cx.context.today) else { return };
    let Some(issued_on) = material.issued_on else { return out.needs_input(at, &[Key::IssuedOn]) };
    if issued_on < oldest {
        let params = params![material: material.kind, province, issued_on, oldest];
        out.find_from(at, &[Key::IssuedOn], params, fact(cx, &Refusal::of(cell)));
    }
}
