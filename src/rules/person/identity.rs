//! Who a responsible person is.

use crate::check::certificate::{self as check, number_reason_of, NumberReason, ValidityProblem};
use crate::engine::context::CheckContext;
use crate::engine::declared::Unfixed;
use crate::engine::nodes::{MaterialNode, PrincipalNode, ResponsiblePersonNode, Role, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::model::certificate::CertificateKind;
use crate::model::material::MaterialKind;
use crate::path::{FieldPath, Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Chapter, Grade, Provider, Severity, Step};
use crate::rules::material::original;
use crate::rules::person::{is_principals, other_organization};
use crate::rules::{completeness, province, remedies};
use crate::text::{filled, same_name, Term, Text};
use crate::value::shows_private_key;
use crate::value::Province;

rule! {
    /// What is asked of a responsible person: name, certificate kind and number, mobile, e-mail, and, of a resident identity
    /// card, its validity. An individual is its own responsible person: name, kind and number stand at the principal, the
    /// validity on the principal's certificate, and its services have no responsible person.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A responsible person whose identity card has no last day of validity.
    pub(super) FIELD_MISSING = "person.field-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [field],
        at: ["/principal/certificate/valid_from", "/principal/certificate/valid_until", "{responsible_person}", "{responsible_person}/name", "{responsible_person}/certificate/kind", "{responsible_person}/certificate/number", "{responsible_person}/certificate/valid_from", "{responsible_person}/certificate/valid_until", "{responsible_person}/mobile", "{responsible_person}/email"] if Missing,
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("负责人姓名 · 证件号码 · 联系方式1 · 电子邮箱"),
            stated(WITH_SERVICES): Step::Services.at("负责人姓名 · 证件号码 · 联系方式1 · 电子邮箱"),
        ],
        miit: [1007, 1009, 1011, 1044],
        summary: {
            zh: "负责人信息须填写完整",
            en: "The details of a responsible person must be complete.",
        },
        message: {
            zh: "缺少“{field}”，请补充。",
            en: "Missing: {field}. Fill it in.",
        },
        check: [Principal(missing_at_principal), Service(missing_at_service), ResponsiblePerson(field_missing)],
        remedy: remedies::choose_of_person,
    }
}

fn missing_at_principal(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let certificate = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    let given = Given { certificate, platform: None };
    completeness::missing(
        fields::PRINCIPAL_RESPONSIBLE_PERSON_AT_PRINCIPAL,
        node.principal,
        given,
        &node.at,
        cx,
        out,
    );
}

fn missing_at_service(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    completeness::missing(
        fields::SERVICE_RESPONSIBLE_PERSON_AT_SERVICE,
        node.service,
        Given::default(),
        &node.at,
        cx,
        out,
    );
}

fn field_missing(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let rows = match node.role {
        Role::PrincipalResponsiblePerson => fields::PRINCIPAL_RESPONSIBLE_PERSON,
        Role::ServiceResponsiblePerson(_) => fields::SERVICE_RESPONSIBLE_PERSON,
    };
    completeness::missing(rows, node.person, node.given(), &node.at, cx, out);
}

rule! {
    /// A responsible person that is given for an individual's service is the individual.
    ///
    /// **Inferred.** The guide leaves the step on the service's responsible person to organisations, and says of
    /// changes that it is the individual.
    ///
    /// **Why.** An individual answers for its own services.
    ///
    /// **Example.** An individual names a friend as the responsible person of its site.
    pub(super) NOT_THE_INDIVIDUAL = "person.not-the-individual" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        at: ["/services/{s}/responsible_person"] of Individual,
        sources: [
            stated(WITH_PRINCIPAL): documents::FILING_TERMS.at("网站负责人"),
            inferred(ACCESS | ADDITIONS): Step::Services.at("网站/域名 · 本操作步骤仅针对单位备案"),
            inferred(FIRST | CHANGE_FILING): Chapter::ChangeService.at("备案场景 · 个人备案时，服务负责人默认为主体负责人"),
        ],
        summary: {
            zh: "个人备案的服务负责人须为主办者本人",
            en: "The responsible person of an individual's service must be the individual.",
        },
        message: {
            zh: "个人备案的服务负责人须为主办者本人，此处的姓名或证件号码与主办者不一致。请删除服务负责人信息，或改为本人信息。",
            en: "The responsible person of an individual's service must be the individual; the name or certificate number here is different. Remove this person, or enter the individual's own details.",
        },
        check: [Service(not_the_individual)],
        remedy: remedies::remove,
    }
}

fn not_the_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let (true, Some(principal), Some(responsible_person)) =
        (cx.is_individual(), cx.principal, node.service.responsible_person())
    else {
        return;
    };
    let at = Location::ROOT.key(Key::Principal);
    let number = |certificate: Option<&crate::model::certificate::Certificate>| {
        certificate.and_then(|certificate| filled(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let names = (filled(principal.name.as_ref()), filled(responsible_person.name.as_ref()));
    let numbers = (number(principal.certificate.as_ref()), number(responsible_person.certificate.as_ref()));
    let name_differs = matches!(names, (Some(own), Some(people)) if !same_name(own, people))
        && !out.is_blocked(&at, &[Key::Name]);
    let number_differs = matches!(numbers, (Some(own), Some(people)) if own != people)
        && !out.is_blocked(&at, &[Key::Certificate, Key::Number]);
    if name_differs || number_differs {
        out.find(&node.at, &[Key::ResponsiblePerson], params![]);
    }
}

rule! {
    /// The number of a responsible person's certificate has to be well-formed for its kind, and the kind one that a person
    /// holds.
    ///
    /// **Why.** The number is compared with the photo and the video.
    ///
    /// **Example.** An identity number with a wrong check digit.
    pub(super) CERTIFICATE_NUMBER_INVALID = "person.certificate-number-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [certificate, fault, reason],
        at: ["{responsible_person}/certificate/kind", "{responsible_person}/certificate/number"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("证件号码"),
            stated(WITH_SERVICES): Step::Services.at("证件号码"),
            standard(WITH_SERVICES): documents::IDENTITY_NUMBER.at("校验码"),
        ],
        miit: [1008, 1015],
        summary: {
            zh: "负责人证件号码须符合该证件的编码规则",
            en: "The number of a responsible person's certificate must be well-formed for its type.",
        },
        message: {
            zh: "所填{certificate}{fault}：{reason}。",
            en: "The {certificate} {fault}: {reason}.",
        },
        check: [ResponsiblePerson(certificate_number_invalid)],
    }
}

fn certificate_number_invalid(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(certificate) = node.certificate.filter(|_| !is_principals(cx, node)) else { return };
    let Some(kind) = certificate.kind else { return };
    let refused = match kind {
        CertificateKind::OfficerCard => Some(RETIRED),
        _ if kind.is_personal() => None,
        _ => Some(NOT_PERSONAL),
    };
    if let Some(reason) = refused {
        let fix = |path: &FieldPath| remedies::choose_of_person(&Unfixed { cx, at: path });
        return out.find_with(
            &node.certificate_at,
            &[Key::Kind],
            params![certificate: kind, fault: KIND_REFUSED, reason],
            fix,
        );
    }
    let Some(number) = filled(certificate.number.as_ref()) else { return };
    let read = || node.resident_id();
    if let Some(NumberReason::Invalid(reason)) = number_reason_of(kind, number, cx.context.today, read) {
        let fix = |path: &FieldPath| remedies::certificate_number(&Unfixed { cx, at: path }, kind);
        let params = params![certificate: kind, fault: NUMBER_INVALID, reason];
        out.find_with(&node.certificate_at, &[Key::Number], params, fix);
    }
}

const KIND_REFUSED: Term = Term {
    code: "kind_refused",
    text: Text { zh: "不能用作负责人证件", en: "cannot be used here" },
};

const NUMBER_INVALID: Term =
    Term { code: "number_invalid", text: Text { zh: "号码有误", en: "number is not valid" } };

const NOT_PERSONAL: Term = Term {
    code: "not_personal",
    text: Text {
        zh: "请改用居民身份证等个人证件",
        en: "use a personal certificate, such as a resident identity card",
    },
};

const RETIRED: Term = Term {
    code: "retired",
    text: Text {
        zh: "备案已不再受理军官证，请改用居民身份证等其他个人证件",
        en: "an officer's card is no longer accepted; use a resident identity card or another personal certificate",
    },
};

rule! {
    /// The validity of the certificate has to cover the day of submission.
    ///
    /// **Inferred.** The guide asks for the dates of validity, which tell it.
    ///
    /// **Why.** An expired certificate proves nothing.
    ///
    /// **Example.** An identity card that ran out last month.
    pub(super) CERTIFICATE_EXPIRED = "person.certificate-expired" {
        severity: Blocker,
        actor: Authority,
        orders: WITH_SERVICES,
        needs: [],
        params: [expired, begins],
        at: ["/principal/certificate/valid_from", "/principal/certificate/valid_until", "{responsible_person}/certificate/valid_from", "{responsible_person}/certificate/valid_until"],
        sources: [
            stated(WITH_SERVICES): documents::MATERIALS_FAQ.at("证件材料上传有哪些规范？ · 确保您提供的证件在有效期内"),
            inferred(WITH_PRINCIPAL): Step::Principal.at("证件有效期"),
            inferred(WITH_SERVICES): Step::Services.at("证件有效期"),
        ],
        summary: {
            zh: "负责人证件须在有效期内",
            en: "A responsible person's certificate must be valid on the day of submission.",
        },
        message: {
            zh: "{expired?证件已于 @ 到期。请换领新证，更新证件照片和有效期；日期填错的，请改正。}{begins?证件自 @ 起有效，提交日尚未生效。请在该日或之后提交；日期填错的，请改正。}",
            en: "{expired?The certificate expired on @. Renew it and update its photos and dates; if the date is wrong, correct it.}{begins?The certificate is valid from @, after the day of submission. Submit on that day or later; if the date is wrong, correct it.}",
        },
        check: [ResponsiblePerson(certificate_expired)],
    }
}

fn certificate_expired(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(certificate) = node.certificate else { return };
    let verdict = check::is_valid(certificate.valid_from, certificate.valid_until, cx.context.today);
    match verdict.problem().map(|problem| problem.reason) {
        Some(ValidityProblem::Expired { valid_until: date, .. }) => {
            let params = params![expired: Param::one(date), begins: Param::NONE];
            out.find(&node.certificate_at, &[Key::ValidUntil], params);
        }
        Some(ValidityProblem::NotYetValid { valid_from: date, .. }) => {
            // A certificate that begins later is waited for.
            let wait = |_: &FieldPath| remedies::wait_until(date);
            let params = params![expired: Param::NONE, begins: Param::one(date)];
            out.find_with(&node.certificate_at, &[Key::ValidFrom], params, wait);
        }
        _ => {}
    }
}

rule! {
    /// Photos of a responsible person's certificate are taken of the original.
    ///
    /// **Why.** Copies and scans are returned.
    ///
    /// **Example.** A photo of a photocopy.
    pub(super) PHOTO_NOT_ORIGINAL = "person.photo-not-original" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["{responsible_person}/materials"],
        sources: [
            stated(STATED_ANEW): Step::Principal.at("上传证件照人像面"),
            stated(ADD_SERVICE | CHANGE_FILING): Step::Principal.at("证件照人像面"),
            stated(WITH_SERVICES): Step::Services.at("证件照人像面"),
        ],
        summary: {
            zh: "负责人证件照片须为原件拍摄",
            en: "Photos of a responsible person's certificate must be taken of the original.",
        },
        message: {
            zh: "负责人证件照片不是原件拍摄。请用证件原件重新拍照上传，不要使用复印件、扫描件或翻拍件。",
            en: "This is not a photo of the original certificate. Photograph the original and upload it; photocopies, scans and photos of a copy are not accepted.",
        },
        check: [Material(photo_not_original)],
    }
}

fn photo_not_original(_: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let is_side = matches!(node.material.kind, MaterialKind::PortraitSide | MaterialKind::EmblemSide);
    if is_side && node.place == Some(Key::ResponsiblePerson) {
        original(node, out);
    }
}

rule! {
    /// The certificate has some months left on the day of submission. A month ends on the same day of the next
    /// month.
    ///
    /// Two providers ask for three months, a platform's form for one; three is what counts here.
    ///
    /// **Why.** The review takes weeks, and the authority compares the certificate at its end.
    ///
    /// **Example.** An identity card that runs out in six weeks.
    pub(super) CERTIFICATE_EXPIRES_SOON = "person.certificate-expires-soon" {
        severity: Blocker,
        actor: Authority,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [date, earliest, months],
        at: ["/principal/certificate/valid_until", "{responsible_person}/certificate/valid_until"],
        sources: [
            stated(WITH_SERVICES): documents::UPLOADS.at("时效要求 · 证件有效期（如身份证、单位营业执照等）"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 证件不合格"),
        ],
        summary: {
            zh: "负责人证件的剩余有效期须满 3 个月",
            en: "A responsible person's certificate must be valid for three more months.",
        },
        message: {
            zh: "证件将于 {date} 到期，剩余有效期须满 {months} 个月，即有效至 {earliest} 或以后。请先换领新证，再更新证件照片和有效期。",
            en: "The certificate expires on {date}; it must be valid for at least {months:more month}, until {earliest} or later. Renew it first, then update its photos and dates.",
        },
        check: [ResponsiblePerson(certificate_expires_soon)],
    }
}

fn certificate_expires_soon(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let valid_until = node.certificate.and_then(|certificate| certificate.valid_until);
    let verdict = check::is_valid_long_enough(valid_until, cx.context.today, cx.limits());
    let Some(problem) = out.hear(cx, verdict, &node.certificate_at, &[Key::ValidUntil]) else { return };
    if let ValidityProblem::ExpiresSoon { valid_until: date, earliest, months } = problem.reason {
        out.find(&node.certificate_at, &[Key::ValidUntil], params![date, earliest, months]);
    }
}

rule! {
    /// A branch's principal responsible person is the person on the branch's licence, who stands in the order as its legal
    /// representative.
    ///
    /// The page that says so lets five provinces take anybody, and four somebody with a letter: there it is a warning. It
    /// is Tencent Cloud's; with other providers it is a warning, and the province's matter where it has a rule on the person.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** A branch has no legal representative of its own; the licence names who answers for it.
    ///
    /// **Example.** The parent's manager is the responsible person of `青禾公司杭州分公司`.
    pub(super) NOT_OF_BRANCH = "person.not-of-branch" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "腾讯云以外的接入商，或北京、山西、辽宁、江苏、海南、吉林、安徽、四川、甘肃",
            "with providers other than Tencent Cloud, or in Beijing, Shanxi, Liaoning, Jiangsu, Hainan, Jilin, Anhui, Sichuan and Gansu",
        )],
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [licensed],
        at: ["/principal/responsible_person/name"] of Organization,
        sources: [stated(WITH_PRINCIPAL): documents::PRINCIPAL_FAQ.at("分公司备案时主体负责人不是法定代表人如何解决？")],
        summary: {
            zh: "分支机构的主体负责人须为营业执照上的负责人",
            en: "The principal's responsible person of a branch must be the person on its business licence.",
        },
        message: {
            zh: "分支机构的主体负责人须为营业执照上的负责人（{licensed}）。请改填该负责人的姓名和证件号码。",
            en: "The principal's responsible person of a branch must be the person on its business licence, {licensed}. Enter that person's name and certificate number.",
        },
        check: [ResponsiblePerson(not_of_branch)],
    }
}

fn not_of_branch(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if node.role != Role::PrincipalResponsiblePerson || !cx.is_organization() {
        return;
    }
    let Some(principal) = cx.principal.filter(|_| cx.principal_name.is_some_and(is_branch)) else { return };
    let Some(licensed) = &principal.legal_representative else { return };
    let number = |certificate: Option<&crate::model::certificate::Certificate>| {
        certificate.and_then(|certificate| filled(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let names = (filled(licensed.name.as_ref()), filled(node.person.name.as_ref()));
    let numbers = (number(licensed.certificate.as_ref()), number(node.certificate));
    let name_differs = matches!(names, (Some(own), Some(people)) if !same_name(own, people));
    let number_differs = matches!(numbers, (Some(own), Some(people)) if own != people);
    if name_differs || number_differs {
        let licensed = Param::name(filled(licensed.name.as_ref()).unwrap_or("?"));
        let is_elsewhere = cx.rulebook.provider() != Some(Provider::Tencent);
        if is_elsewhere && province::speaks_of_responsible_person(cx) {
            return;
        }
        if is_elsewhere || cx.province.is_some_and(|province| TAKES_OTHERS.contains(&province)) {
            return out.find_graded(Severity::Warning, &node.at, &[Key::Name], params![licensed], |_| None);
        }
        out.find(&node.at, &[Key::Name], params![licensed]);
    }
}

/// The provinces in which the page of this rule lets somebody else be the principal's responsible person, some with a
/// letter.
const TAKES_OTHERS: &[Province] = &[
    Province::Beijing,
    Province::Shanxi,
    Province::Liaoning,
    Province::Jiangsu,
    Province::Hainan,
    Province::Jilin,
    Province::Anhui,
    Province::Sichuan,
    Province::Gansu,
];

/// Whether an organisation's name is that of a branch.
fn is_branch(name: &str) -> bool {
    let name = name.trim_end_matches([')', '）']);
    ["分公司", "分行", "支行", "分所", "分店", "分部", "分支机构"].iter().any(|form| name.ends_with(form))
}

rule! {
    /// A service's responsible person is that of one organisation only. An individual's own filing is no obstacle.
    ///
    /// One page says so of all; what a province asks prevails, and not every province asks it.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The authority takes such a responsible person for an agent.
    ///
    /// **Example.** A freelancer who is responsible for the sites of three customers.
    pub(super) OF_OTHER_ORGANIZATION = "person.of-other-organization" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [filing_number],
        at: ["/services/{s}/responsible_person/certificate/number"] of Organization,
        sources: [stated(WITH_SERVICES): documents::PRINCIPAL_FAQ.at("是否可以同时作为个人备案的负责人和企业备案的网站负责人？")],
        summary: {
            zh: "一个人不宜担任多家单位的服务负责人",
            en: "One person should not be responsible for the services of several organisations.",
        },
        message: {
            zh: "该负责人已登记为其他单位（{filing_number}）的服务负责人，订单可能被驳回。请更换为本单位人员，或先变更另一单位的服务负责人。",
            en: "This person is already on record as responsible for a service of another organisation ({filing_number}), and the order may be rejected. Name someone from this organisation, or have the other filing changed first.",
        },
        check: [ResponsiblePerson(of_other_organization)],
    }
}

fn of_other_organization(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() || node.role == Role::PrincipalResponsiblePerson || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    match other_organization(cx, node, registry) {
        Ok(Some(other)) => {
            let number = Param::name(other.filing_number.as_deref().unwrap_or("?"));
            out.find(&node.certificate_at, &[Key::Number], params![filing_number: number]);
        }
        Ok(None) if !registry.is_complete() => out.needs(Need::Registry),
        Ok(None) => {
            if let Some(unknown) = cx.unrepresented_of_others() {
                out.needs_unknown(cx, unknown);
            }
        }
        Err(unknown) => out.needs_unknown(cx, unknown),
    }
}

rule! {
    /// A foreigner is identified by a passport: who has no Chinese name has no resident identity card.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** Name and number are looked up together.
    ///
    /// **Example.** `John Smith`, with a resident identity card.
    pub(super) CERTIFICATE_OF_FOREIGNER = "person.certificate-of-foreigner" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, certificate],
        at: ["/principal/legal_representative/name", "{responsible_person}/certificate/kind"],
        sources: [
            stated(WITH_SERVICES): documents::MATERIALS_FAQ.at("公司法定代表人是外国人需要上传什么证件？"),
            stated(WITH_SERVICES): documents::MATERIALS.at("单位备案所需材料 · 负责人个人身份证件（必需）"),
        ],
        summary: {
            zh: "外国人担任法定代表人或负责人的，须使用护照",
            en: "A foreigner must be identified by a passport.",
        },
        message: {
            zh: "“{name}”不是中文姓名，而证件类型是“{certificate}”。外国人请选择护照并填写护照号码；中国公民请填写证件上的中文姓名。",
            en: "{name} is not a Chinese name, but the certificate is a {certificate}. A foreigner must use a passport; a Chinese citizen must enter the Chinese name on the card.",
        },
        check: [Principal(representative_is_foreign), ResponsiblePerson(responsible_person_is_foreign)],
    }
}

fn representative_is_foreign(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(person) = node.principal.legal_representative.as_ref().filter(|_| cx.is_organization()) else {
        return;
    };
    if let Some((name, certificate)) = foreign_name(person.name.as_ref(), person.certificate.as_ref()) {
        let at = node.at.key(Key::LegalRepresentative);
        out.find(&at, &[Key::Name], params![name: Param::name(name), certificate]);
    }
}

fn responsible_person_is_foreign(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some((name, certificate)) = foreign_name(node.person.name.as_ref(), node.certificate) else { return };
    // Of one who is both, the legal representative's certificate is enough to speak of.
    let representative = cx.principal.and_then(|principal| principal.legal_representative.as_ref());
    let is_said = representative.is_some_and(|person| {
        foreign_name(person.name.as_ref(), person.certificate.as_ref()).is_some()
            && matches!(
                (filled(person.name.as_ref()), filled(node.person.name.as_ref())),
                (Some(own), Some(people)) if same_name(own, people)
            )
    });
    // A name that is not the one given elsewhere is said to be wrong.
    if !is_said && !is_principals(cx, node) && !out.is_blocked(&node.at, &[Key::Name]) {
        out.find(&node.certificate_at, &[Key::Kind], params![name: Param::name(name), certificate]);
    }
}

/// The name and the card of somebody who has no Chinese name and yet a card that only citizens have.
fn foreign_name<'a>(
    name: Option<&'a String>,
    certificate: Option<&crate::model::certificate::Certificate>,
) -> Option<(&'a str, CertificateKind)> {
    let name = filled(name)?;
    let kind = certificate?.kind.filter(|kind| *kind == CertificateKind::ResidentIdCard)?;
    let is_other = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') || c > '\u{24f}' && c.is_alphabetic();
    let is_latin = !name.chars().any(is_other) && name.chars().any(char::is_alphabetic);
    // What is no name at all, such as a key, is not repeated.
    (is_latin && !shows_private_key(name)).then_some((name, kind))
}
