//! A principal's certificate.

use crate::check::certificate::{self as check, number_reason, NumberReason, ValidityProblem};
use crate::engine::context::CheckContext;
use crate::engine::declared::Unfixed;
use crate::engine::filed::{Known, Unknown};
use crate::engine::nodes::{MaterialNode, PrincipalNode};
use crate::engine::outcome::Outcome;
use crate::model::certificate::CertificateKind;
use crate::model::holder::known_number;
use crate::model::material::MaterialKind;
use crate::model::principal::PrincipalKind;
use crate::model::registry::FiledPrincipal;
use crate::path::{FieldPath, Key, Location};
use crate::report::Param;
use crate::rule::{documents, Grade, Severity, Step};
use crate::rules::principal::numbered;
use crate::rules::remedies;
use crate::text::{filled, Term, Text};
use crate::value::ResidentId;

rule! {
    /// The certificate has to be one that this kind of principal can hold.
    ///
    /// **Why.** The ministry's table pairs kinds of principal with kinds of certificate.
    ///
    /// **Example.** An enterprise with a passport.
    pub(super) CERTIFICATE_KIND_MISMATCH = "principal.certificate-kind-mismatch" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate, principal],
        at: ["/principal/certificate/kind"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("证件类型"),
            stated(WITH_PRINCIPAL): documents::MATERIALS.at("单位备案所需材料 · 企事业单位证件（必需）"),
        ],
        miit: [1008, 1014],
        summary: {
            zh: "证件类型须与备案性质相符",
            en: "The certificate is one that this kind of principal can hold.",
        },
        message: {
            zh: "备案性质“{principal}”不能使用“{certificate}”。请先核对备案性质：持营业执照的（含个体工商户）不能按“个人”备案；性质无误的，请重新选择证件类型。",
            en: "A principal of the kind “{principal}” cannot use this certificate: {certificate}. Check the kind first: holders of a business licence, individual businesses included, do not file as an individual. If the kind is right, choose a matching certificate.",
        },
        check: [Principal(certificate_kind_mismatch)],
        remedy: remedies::choose_principal_or_certificate_kind,
    }
}

fn certificate_kind_mismatch(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let certificate = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    // A kind that is not the filed one is the mistake.
    let kind = cx.contradicted_kind.or(cx.principal_kind).filter(|_| !out.is_blocked(&node.at, &[Key::Kind]));
    let (Some(certificate), Some(principal)) = (certificate, kind) else { return };
    if !certificate.can_be_held_by(principal) {
        out.find(&node.at, &[Key::Certificate, Key::Kind], params![certificate, principal]);
    }
}

rule! {
    /// The number has to be well-formed for its kind of certificate, with the right check digit: a credit code
    /// or a 15-digit registration number on a business licence, a credit code on a unified certificate, an
    /// organisation code on that certificate, an identity number on a person's card, the shape of a travel permit or a
    /// passport. Other papers: 1 to 255 characters without spaces; what looks like a credit code on them is held against
    /// its check characters. A credit code is of the certificate's register: `12…` is no business licence's. What
    /// plainly is another certificate's number is named. A legal representative's number is held against its kind where
    /// that is given.
    ///
    /// A credit code whose registrar no list has, right in every other place, is a warning: the list grows.
    ///
    /// **Why.** The number is looked up in the register of its certificate.
    ///
    /// **Example.** A credit code with two digits swapped.
    pub(super) CERTIFICATE_NUMBER_INVALID = "principal.certificate-number-invalid" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "信用代码的登记管理部门不在已知列表中",
            "the registrar of the credit code is on no known list",
        )],
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate, verdict, reason],
        at: ["/principal/certificate/number", "/principal/legal_representative/certificate/number"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("证件号码"),
            standard(WITH_PRINCIPAL): documents::CREDIT_CODE.at("校验码"),
            standard(WITH_PRINCIPAL): documents::ORGANIZATION_CODE.at("校验码"),
            standard(WITH_PRINCIPAL): documents::IDENTITY_NUMBER.at("校验码"),
        ],
        miit: [1008, 1015],
        summary: {
            zh: "主体证件号码须符合该证件的编码规则",
            en: "The certificate number is well-formed for its kind.",
        },
        message: {
            zh: "{certificate}号码{verdict}：{reason}。",
            en: "The {certificate} number {verdict}: {reason}.",
        },
        check: [Principal(certificate_number_invalid), Principal(representative_number_invalid)],
    }
}

fn certificate_number_invalid(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    // Of a kind that is refused the number says nothing.
    if out.is_blocked(&node.at, &[Key::Certificate, Key::Kind]) {
        return;
    }
    let Some((kind, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    find_number(cx, &node.at, kind, number, out);
}

fn representative_number_invalid(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let representative = node.principal.legal_representative.as_ref().filter(|_| cx.is_organization());
    let Some(certificate) = representative.and_then(|person| person.certificate.as_ref()) else { return };
    let (Some(kind), Some(number)) = (certificate.kind, filled(certificate.number.as_ref())) else { return };
    find_number(cx, &node.at.key(Key::LegalRepresentative), kind, number, out);
}

const INVALID: Term = Term { code: "invalid", text: Text { zh: "有误", en: "is invalid" } };
const DOUBTFUL: Term = Term { code: "doubtful", text: Text { zh: "可能有误", en: "may be wrong" } };

/// What is wrong with the number of the certificate under `at`.
fn find_number(
    cx: &CheckContext<'_>,
    at: &Location<'_>,
    kind: CertificateKind,
    number: &str,
    out: &mut Outcome,
) {
    const NUMBER: &[Key] = &[Key::Certificate, Key::Number];
    match number_reason(kind, number, cx.context.today) {
        Some(NumberReason::Invalid(reason)) => {
            let fix = |path: &FieldPath| remedies::certificate_number(&Unfixed { cx, at: path }, kind);
            out.find_with(at, NUMBER, params![certificate: kind, verdict: INVALID, reason], fix);
        }
        Some(NumberReason::Doubtful(reason)) => {
            out.find_graded(
                Severity::Warning,
                at,
                NUMBER,
                params![certificate: kind, verdict: DOUBTFUL, reason],
                |_| None,
            );
        }
        Some(NumberReason::EarlyShape) | None => {}
    }
}

rule! {
    /// A credit code of the right length and alphabet, of the one early shape that was issued against the
    /// standard: place 9 is `M`, and the check digit is not the computed one.
    ///
    /// **Why.** A few such codes were issued in 2015 and stand on genuine licences; most are typing errors.
    ///
    /// **Example.** `91350211M00013FA1N`, as printed on a licence of Xiamen.
    pub(super) CREDIT_CODE_NONSTANDARD = "principal.credit-code-nonstandard" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        at: ["/principal/certificate/number"] of Organization,
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("证件号码"),
            standard(WITH_PRINCIPAL): documents::CREDIT_CODE.at("校验码"),
        ],
        summary: {
            zh: "早期核发的统一社会信用代码可能不符合校验规则",
            en: "An early credit code may not follow the standard's check character.",
        },
        message: {
            zh: "该统一社会信用代码的校验位不符合 GB 32100，仅少数早期核发的代码如此。请与证照逐字核对，一致的可以提交。",
            en: "The check character of this credit code does not follow GB 32100, which is true of only a few early codes. Compare it with the licence character by character; if it is exactly as printed, submit it.",
        },
        check: [Principal(credit_code_nonstandard)],
    }
}

fn credit_code_nonstandard(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if out.is_blocked(&node.at, &[Key::Certificate, Key::Kind]) {
        return;
    }
    let Some((kind, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    if number_reason(kind, number, cx.context.today) == Some(NumberReason::EarlyShape) {
        out.find(&node.at, &[Key::Certificate, Key::Number], params![]);
    }
}

rule! {
    /// An individual's certificate is photographed from the original.
    ///
    /// **Inferred.** The individual is the responsible person, whose photos are taken of the original.
    ///
    /// **Why.** Copies and scans are returned.
    ///
    /// **Example.** A photo of a photocopy.
    pub(super) PHOTO_NOT_ORIGINAL = "principal.photo-not-original" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [],
        at: ["/principal/materials"] of Individual,
        sources: [
            stated(FIRST): Step::Kind.at("部分证件需要拍摄原件上传"),
            stated(WITH_PRINCIPAL): documents::MATERIALS.at("个人身份证件需要原件拍照上传"),
            inferred(ACCESS | ADD_SERVICE_FROM_ELSEWHERE): Step::Principal.at("上传证件照人像面"),
            inferred(ADD_SERVICE | CHANGE_FILING): Step::Principal.at("证件照人像面"),
        ],
        summary: {
            zh: "个人证件须对原件拍照",
            en: "An individual's certificate is photographed from the original.",
        },
        message: {
            zh: "证件照片不是对原件拍摄的。请对证件原件重新拍照上传，不接受复印件、扫描件和翻拍件。",
            en: "This is not a photo of the original. Photograph the original certificate; photocopies, scans and photos of a screen are not accepted.",
        },
        check: [Material(photo_not_original)],
    }
}

fn photo_not_original(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let is_meant = node.material.kind == MaterialKind::Certificate && node.place == Some(Key::Principal);
    if is_meant && cx.is_individual() {
        crate::rules::material::original(node, out);
    }
}

rule! {
    /// An organisation that is filed under its name has the certificate number that is filed. Verifying the kind
    /// of an access filing or of an addition compares name and number with the register.
    ///
    /// **Why.** The register finds no principal under the new number, and takes the order for a first filing. A
    /// number that has changed, as with a renewed licence, is changed in the filing first.
    ///
    /// **Example.** A company that got a credit code after it had filed under its registration number.
    pub(super) CERTIFICATE_DIFFERS_FROM_FILED = "principal.certificate-differs-from-filed" {
        severity: Blocker,
        orders: ACCESS | ADD_SERVICE_FROM_ELSEWHERE,
        needs: [Registry, Inputs],
        params: [filing_number],
        at: ["/principal/certificate/number"] of Organization,
        sources: [
            stated(ACCESS | ADD_SERVICE_FROM_ELSEWHERE): documents::MATERIALS_FAQ.at("营业执照换新后应该填写现在的还是以前的证件号码？"),
            stated(ACCESS | ADD_SERVICE_FROM_ELSEWHERE): documents::PC_STEPS_OF_HUAWEI.at("验证备案类型界面"),
        ],
        miit: [1003],
        summary: {
            zh: "证件号码须与已备案的一致",
            en: "The certificate number is the one on record for the principal.",
        },
        message: {
            zh: "同名主体已备案（{filing_number}），但证件号码与本次填写的不同，验证备案类型时会匹配不到。请填写已备案的证件号码；证件已换发的，请先在备案所在的接入商办理变更备案。",
            en: "A principal of this name is already filed ({filing_number}) with a different certificate number, so the verification will not find it. Enter the filed number; if the certificate was replaced, submit a change of filing to the provider that holds the filing first.",
        },
        check: [Principal(certificate_differs_from_filed)],
    }
}

fn certificate_differs_from_filed(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    if cx.filed_principal.is_some() {
        return;
    }
    let stated = node.principal.certificate.as_ref();
    let named = filled(node.principal.name.as_ref()).and_then(|name| registry.principal_named(name));
    if let Some(filed) = named {
        // A number that is not known is not another one.
        let known = filed.certificate().and_then(known_number);
        let is_other = known.is_some_and(|filed| stated.and_then(known_number) != Some(filed));
        match filed.kind().map(PrincipalKind::is_organization) {
            Some(true) if is_other => {
                let number = Param::name(filed.filing_number.as_deref().unwrap_or("?"));
                return out.find(&node.at, &[Key::Certificate, Key::Number], params![filing_number: number]);
            }
            Some(true) => return out.needs_unknown(cx, Unknown::Certificate(filed)),
            None => return out.needs_unknown(cx, Unknown::Kind(filed)),
            Some(false) => {}
        }
    }
    if let Some(unknown) = cx.filed_unknown {
        out.needs_unknown(cx, unknown);
    }
}

rule! {
    /// An organisation's certificate has some months left on the day of submission, where it ends at all.
    ///
    /// **Why.** The review takes weeks, and the authority compares the certificate at its end.
    ///
    /// **Example.** A licence whose term ends next month.
    pub(super) CERTIFICATE_EXPIRES_SOON = "principal.certificate-expires-soon" {
        severity: Blocker,
        actor: Authority,
        orders: WITH_PRINCIPAL,
        needs: [ProviderRules],
        params: [date, earliest, months],
        at: ["/principal/certificate/valid_until"] of Organization,
        sources: [
            stated(WITH_PRINCIPAL): documents::UPLOADS.at("时效要求 · 证件有效期（如身份证、单位营业执照等）"),
            stated(WITH_PRINCIPAL): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 证件不合格"),
        ],
        summary: {
            zh: "主体证件的剩余有效期须满 3 个月",
            en: "The principal's certificate is valid for at least three more months.",
        },
        message: {
            zh: "主体证件将于 {date} 到期，剩余有效期须满 {months} 个月，即有效至 {earliest} 或以后。请先办理延期或换发。",
            en: "The principal's certificate expires on {date}; it must be valid for at least {months:more month}, until {earliest} or later. Renew it first.",
        },
        check: [Principal(certificate_expires_soon)],
    }
}

fn certificate_expires_soon(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    // An individual's is its responsible person's, on which the group `person` speaks.
    let certificate = node.principal.certificate.as_ref().filter(|_| cx.is_organization());
    let valid_until = certificate.and_then(|certificate| certificate.valid_until);
    let verdict = check::is_valid_long_enough(valid_until, cx.context.today, cx.limits());
    let below = &[Key::Certificate, Key::ValidUntil];
    let Some(problem) = out.hear(cx, verdict, &node.at, below) else { return };
    if let ValidityProblem::ExpiresSoon { valid_until: date, earliest, months } = problem.reason {
        out.find(&node.at, below, params![date, earliest, months]);
    }
}

rule! {
    /// An individual from Hong Kong, Macau, Taiwan or abroad files with a residence document: a residence permit or
    /// a permanent residence card.
    ///
    /// The newest source, UCloud's, takes only these; an older page of its own and Tencent Cloud's take a travel permit or
    /// passport as well, so it is a warning.
    ///
    /// **Why.** Authorities ask where the person lives.
    ///
    /// **Example.** A foreigner with a passport.
    pub(super) RESIDENCE_DOCUMENT_ADVISED = "principal.residence-document-advised" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate],
        at: ["/principal/certificate/kind"] of Individual,
        sources: [stated(WITH_PRINCIPAL): documents::LIMITS_OF_UCLOUD.at("无法备案的类型")],
        summary: {
            zh: "非内地居民个人备案宜使用居住类证件",
            en: "An individual from outside the mainland should file with a residence document.",
        },
        message: {
            zh: "个人使用“{certificate}”备案，可能不被接受。建议使用港澳居民居住证、台湾居民居住证或外国人永久居留身份证。",
            en: "A filing with this certificate ({certificate}) may not be accepted. Use a residence permit for Hong Kong, Macao or Taiwan residents, or a foreigner's permanent residence card, if you have one.",
        },
        check: [Principal(residence_document_advised)],
    }
}

fn residence_document_advised(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    use CertificateKind as Kind;
    let certificate = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    if let (true, Some(kind @ (Kind::Passport | Kind::HkMacauPermit | Kind::TaiwanPermit))) =
        (cx.is_individual(), certificate)
    {
        // The number of a resident identity card: the kind is mistaken, and that is said of the number.
        let number = node.principal.certificate.as_ref().and_then(|known| filled(known.number.as_ref()));
        if number.is_some_and(|number| ResidentId::parse(number).is_ok()) {
            return;
        }
        out.find(&node.at, &[Key::Certificate, Key::Kind], params![certificate: kind]);
    }
}

rule! {
    /// Since licences carry a credit code 统一社会信用代码, an organisation gives that. A licence or certificate of
    /// before gives its own number. Silent where the number is the filed one: the register has to find it.
    ///
    /// Licences of enterprises without a credit code are void since 2018: theirs is refused, others are warned.
    ///
    /// **Why.** Most licences were replaced; the old number is then no longer found.
    ///
    /// **Example.** A company that types the 15-digit registration number.
    pub(super) NUMBER_BEFORE_CREDIT_CODE = "principal.number-before-credit-code" {
        severity: Blocker,
        grades: &[Grade::new(Severity::Warning, "不是企业的", "of principals that are no enterprises")],
        orders: WITH_PRINCIPAL,
        needs: [Registry, Account, Inputs],
        params: [certificate],
        at: ["/principal/certificate/number"] of Organization,
        sources: [
            stated(WITH_PRINCIPAL): documents::PRINCIPAL_FAQ.at("营业执照上有好几个号码，应该填写哪一个呢？"),
            stated(WITH_PRINCIPAL): documents::ERRORS_OF_HUAWEI.at("主体信息不合格类错误 · 主办单位证件号码错误"),
        ],
        summary: {
            zh: "单位须填写 18 位统一社会信用代码",
            en: "An organisation enters its unified social credit code.",
        },
        message: {
            zh: "填写的是旧的{certificate}号码。请填写 18 位统一社会信用代码；尚未换照的，请先到登记机关换发。",
            en: "This is an old {certificate} number. Enter the 18-character unified social credit code; if your certificate has none, have it replaced by the registrar first.",
        },
        check: [Principal(number_before_credit_code)],
    }
}

fn number_before_credit_code(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    use CertificateKind as Kind;
    if !cx.is_organization() {
        return;
    }
    let Some((kind, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    let is_old = kind == Kind::OrganizationCode || kind == Kind::BusinessLicense && number.len() == 15;
    if !is_old {
        return;
    }
    let filed = out.filed(cx).and_then(FiledPrincipal::certificate);
    out.needs_known(cx, &[Known::CERTIFICATE_NUMBER]);
    let is_filed = filed.and_then(|filed| filled(filed.number.as_ref())) == Some(number);
    if is_filed || out.is_undetermined() {
        return;
    }
    let (at, params) = (&[Key::Certificate, Key::Number], params![certificate: kind]);
    if node.principal.kind == Some(PrincipalKind::Enterprise) {
        out.find(&node.at, at, params);
    } else {
        out.find_graded(Severity::Warning, &node.at, at, params, |_| None);
    }
}
