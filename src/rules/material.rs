//! Rules of the group `material`: what is uploaded.

use chrono::Months;

use crate::certificate::ValidUntil;
use crate::documents;
use crate::fields::{self, Given};
use crate::language::{Term, Text};
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::Key;
use crate::principal::PrincipalKind;
use crate::provinces::DomainCertificateRule;
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::rules::province::{document_age, domain_certificates, fact};
use crate::service::Service;
use crate::source::{Chapter, Origin};
use crate::value::DomainName;
use crate::walk::{typed, Check, Cx, MaterialNode, Out, PersonNode, PrincipalNode, Role, ServiceNode};
use crate::words::folded;

rule_group! {
    /// What has to be uploaded: the principal's certificate; both sides of each head's certificate (a passport
    /// has one); in filing orders a real-name screenshot for each website; the icon of each APP.
    ///
    /// **Why.** The reviewer compares what was typed with what is shown.
    ///
    /// **Example.** A website without the screenshot of its domain's real-name verification.
    MISSING = "material.missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [field],
        source: Origin::Guide {
            chapters: &[
                Chapter::FirstFiling,
                Chapter::AccessFiling,
                Chapter::AddService,
                Chapter::AddServiceFromElsewhere,
                Chapter::ChangeFiling,
                Chapter::ChangeService,
            ],
            section: "证件照片、补充材料",
            form: None,
        },
        miit: [1055],
        summary: {
            zh: "须上传主体证件、负责人证件正反面、域名实名认证截图和 APP 图标",
            en: "The principal's certificate, both sides of each head's, the real-name screenshot of a website and the icon of an APP are uploaded.",
        },
        message: {
            zh: "缺少材料：{field}。请上传清晰、完整的图片。",
            en: "Material is missing: {field}. Upload a clear and complete picture.",
        },
        check: &[
            Check::Principal(of_principal),
            Check::Person(of_person),
            Check::Service(of_service),
        ],
        remedy: way::add_material,
    }

    /// A real-name screenshot that names its domain is of one of the website's domains.
    ///
    /// **Why.** A sheet that belongs to another filing is refused, code 1055.
    ///
    /// **Example.** The screenshot of a sister site.
    OF_ANOTHER_DOMAIN = "material.of-another-domain" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [domain],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1055"),
        miit: [1055],
        summary: {
            zh: "域名实名认证截图须与该网站的域名对应",
            en: "A real-name screenshot is of one of the website's domains.",
        },
        message: {
            zh: "该截图对应的域名 {domain} 不是本网站填写的域名。请上传本网站域名的实名认证截图。",
            en: "The screenshot is of {domain}, which is no domain of this website. Upload that of the website's own.",
        },
        check: &[Check::Website(of_another_domain)],
    }

    /// A material stands with what it proves: a person's photos with the person, the principal's certificate with
    /// the principal, screenshots, icons and pre-approval documents with the service.
    ///
    /// **Why.** The ministry's system refuses an attachment whose purpose does not fit what it is attached to,
    /// codes 1057 and 1061.
    ///
    /// **Example.** The photo of an identity card among the materials of a website.
    MISPLACED = "material.misplaced" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [material, place],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1057、1061"),
        miit: [1057, 1061],
        summary: {
            zh: "材料须上传到对应的位置",
            en: "A material stands with what it proves.",
        },
        message: {
            zh: "“{material}”上传的位置不对，应上传到“{place}”的材料中。请移到对应位置。",
            en: "The {material} is in the wrong place; it belongs to the materials of the {place}. Move it there.",
        },
        check: &[Check::Material(misplaced)],
        remedy: way::move_material,
    }

    /// What is uploaded is a picture of a format that the provider takes.
    ///
    /// **Why.** The form refuses other files; renaming the extension does not change the format.
    ///
    /// **Example.** The business licence as a PDF.
    FORMAT_NOT_ACCEPTED = "material.format-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [format, accepted],
        source: Origin::Document(documents::UPLOADS, "图片格式"),
        miit: [1056],
        summary: {
            zh: "材料须为接入商接受的图片格式",
            en: "What is uploaded is a picture of a format that the provider takes.",
        },
        message: {
            zh: "不支持该文件的格式（{format}），仅支持 {accepted}。请转换为支持的图片格式后重新上传，不要只修改扩展名。",
            en: "This format is not accepted: {format}. Convert the file to one of these and upload it again: {accepted}; renaming the extension does not help.",
        },
        check: &[Check::Material(format_not_accepted)],
    }

    /// What is uploaded is neither too small to be read nor too large to be sent. An APP's icon has limits of its
    /// own, which no source states for this provider.
    ///
    /// **Why.** The form refuses other sizes.
    ///
    /// **Example.** A thumbnail of the identity card, 40 KB.
    SIZE_OUT_OF_RANGE = "material.size-out-of-range" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [kilobytes, bound, limit],
        source: Origin::Document(documents::UPLOADS, "图片大小"),
        summary: {
            zh: "材料图片大小须在接入商规定的范围内",
            en: "What is uploaded is within the provider's limits of size.",
        },
        message: {
            zh: "图片大小为 {kilobytes} KB，要求{bound} {limit} KB。请重新拍摄或调整图片大小后上传。",
            en: "The picture has {kilobytes} KB; it has to have {bound} {limit} KB. Take it again or resize it, then upload it.",
        },
        check: &[Check::Material(size_out_of_range)],
    }

    /// Letters of authorisation and proofs of a change of name were issued in the last months. Where a province has a
    /// limit of its own, `material.proof-too-old` speaks.
    ///
    /// **Why.** An old letter may have been withdrawn.
    ///
    /// **Example.** A letter of last year.
    LETTER_TOO_OLD = "material.letter-too-old" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [material, issued_on, oldest, months],
        source: Origin::Document(documents::UPLOADS, "授权书、变更证明的出具时间"),
        summary: {
            zh: "授权书和更名证明须在 3 个月内出具",
            en: "Letters of authorisation and proofs of a change were issued in the last three months.",
        },
        message: {
            zh: "{material}的出具日期为 {issued_on}，须在提交前 {months} 个月内（{oldest} 及以后）出具。请重新出具并上传。",
            en: "The {material} was issued on {issued_on}; it may be at most {months:month} old, that is of {oldest} or later. Have it issued anew and upload it.",
        },
        check: &[Check::Material(letter_too_old)],
    }

    /// An APP's icon is no larger than the provider takes.
    ///
    /// **Why.** The form refuses a larger file.
    ///
    /// **Example.** The 1,024-pixel icon of the store, 400 KB.
    ICON_TOO_LARGE = "material.icon-too-large" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [kilobytes, max],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "APP 图标"),
        summary: {
            zh: "APP 图标大小须在接入商规定的范围内",
            en: "An APP's icon is no larger than the provider takes.",
        },
        message: {
            zh: "APP 图标为 {kilobytes} KB，最大 {max} KB。请压缩后重新上传。",
            en: "The icon has {kilobytes} KB; {max} KB are the most. Make it smaller and upload it again.",
        },
        check: &[Check::Material(icon_too_large)],
    }

    /// A watermark says that the picture is for filing use 仅供备案使用, and nothing else. A picture without one is
    /// fine.
    ///
    /// **Why.** A watermark for another purpose makes the document another's.
    ///
    /// **Example.** `仅供开户使用`, on the business licence.
    WATERMARK = "material.watermark" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [watermark],
        source: Origin::Document(documents::REFUSAL_REASONS, "水印"),
        summary: {
            zh: "水印只能是“仅供备案使用”",
            en: "A watermark says “for filing use” and nothing else.",
        },
        message: {
            zh: "图片上的水印“{watermark}”不符合要求，可能被退回。请上传无水印的图片，或将水印改为“仅供备案使用”，且不遮挡文字和图案。",
            en: "The watermark says {watermark}, and the picture may be returned. Upload it without, or with 仅供备案使用 (for filing use) that covers neither text nor picture.",
        },
        check: &[Check::Material(watermark)],
    }

    /// What is uploaded is valid on the day of submission, where it ends at all. Proofs of residence are the
    /// province's matter.
    ///
    /// **Why.** An expired permit proves nothing.
    ///
    /// **Example.** A news licence that ended last year.
    EXPIRED = "material.expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [material, date, today],
        source: Origin::Document(documents::REFUSAL_REASONS, "材料过期"),
        summary: {
            zh: "上传的证照须在有效期内",
            en: "What is uploaded is valid on the day of submission.",
        },
        message: {
            zh: "{material}已于 {date} 到期（提交日 {today}）。请换领新证后重新上传。",
            en: "The {material} ended on {date}, before the day of submission, {today}. Renew it and upload it again.",
        },
        check: &[Check::Material(expired)],
    }

    /// An organisation's certificate is scanned or photographed from the original: this provider takes no copies and
    /// no electronic licences.
    ///
    /// Others ask that of personal certificates only.
    ///
    /// **Why.** A copy may have been altered.
    ///
    /// **Example.** The electronic business licence of Shanghai.
    CERTIFICATE_NOT_ORIGINAL = "material.certificate-not-original" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "证件原件"),
        providers: [Huawei],
        summary: {
            zh: "单位证件须为原件的彩色扫描件或照片",
            en: "An organisation's certificate is scanned or photographed from the original.",
        },
        message: {
            zh: "单位证件不是原件的彩色扫描件或照片。请用证件原件扫描或拍照，不要使用复印件、黑白件、翻拍件或电子证照。",
            en: "This is no colour scan or photo of the original. Scan or photograph the original; copies, photos of a screen and electronic licences are not accepted.",
        },
        check: &[Check::Material(certificate_not_original)],
    }

    /// Some provinces take a document for a while only, or for longer than others.
    ///
    /// **Why.** An older one may no longer be true.
    ///
    /// **Example.** In Sichuan a proof of employment of two months ago.
    PROOF_TOO_OLD = "material.proof-too-old" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [material, province, issued_on, oldest],
        source: Origin::Document(documents::UPLOADS, "各省材料的出具时间"),
        summary: {
            zh: "部分省份对证明材料的出具时间另有要求",
            en: "Some provinces take a proof for a while only.",
        },
        message: {
            zh: "{material}的出具日期为 {issued_on}，{province}要求在 {oldest} 及以后出具。请重新出具并上传。",
            en: "The {material} was issued on {issued_on}; {province} takes one of {oldest} or later. Have it issued anew and upload it.",
        },
        check: &[Check::Material(proof_too_old)],
    }

    /// In a change too, some provinces want the real-name screenshot of a website's domain, some only where an
    /// individual's filing becomes an organisation's. In filing orders it is asked for anyway.
    ///
    /// **Why.** The authority looks at the owner again.
    ///
    /// **Example.** A change of service in Hunan without the screenshot.
    DOMAIN_CERTIFICATE_DUE = "material.domain-certificate-due" {
        severity: Warning,
        orders: CHANGE,
        needs: [Registry],
        params: [province],
        source: Origin::Document(documents::MATERIALS, "域名证书"),
        summary: {
            zh: "部分省份变更时也须上传域名证书",
            en: "In a change too, some provinces want the real-name screenshot of the domain.",
        },
        message: {
            zh: "{province}办理变更时可能要求提供域名证书。请上传域名实名认证截图，避免退回。",
            en: "{province} may ask for the domain's real-name screenshot in a change. Upload it.",
        },
        check: &[Check::Service(domain_certificate_due)],
    }

    /// This provider wants the real-name screenshot of a website's domain in every change.
    ///
    /// **Why.** Its form asks for it.
    ///
    /// **Example.** A change of service without the screenshot.
    DOMAIN_CERTIFICATE_OF_CHANGE = "material.domain-certificate-of-change" {
        severity: Warning,
        orders: CHANGE,
        needs: [],
        params: [],
        source: Origin::Document(documents::MATERIALS_OF_HUAWEI, "域名证书"),
        providers: [Huawei],
        summary: {
            zh: "变更时须上传域名证书",
            en: "A change comes with the real-name screenshot of a website's domain.",
        },
        message: {
            zh: "变更订单须提供域名证书。请上传域名实名认证截图或域名证书。",
            en: "A change comes with the domain's certificate. Upload it, or the real-name screenshot.",
        },
        check: &[Check::Service(domain_certificate_of_change)],
    }
}

fn of_principal(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    fields::missing(fields::PRINCIPAL_MATERIALS, node.principal, Given::default(), &node.at, cx, out);
}

fn of_person(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let rows = match node.role {
        Role::PrincipalHead => fields::PRINCIPAL_HEAD_MATERIALS,
        Role::ServiceHead(_) => fields::SERVICE_HEAD_MATERIALS,
    };
    fields::missing(rows, node.person, node.given(), &node.at, cx, out);
}

fn of_service(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    match node.service {
        Service::Website(website) => {
            fields::missing(fields::WEBSITE_MATERIALS, website, Given::default(), &node.at, cx, out);
        }
        Service::App(app) => {
            fields::missing(fields::APP_MATERIALS, app, Given::default(), &node.at, cx, out);
        }
    }
}

/// Reports a photo that is not of the original; whether it is may not be known.
pub(crate) fn original(node: &MaterialNode<'_>, out: &mut Out) {
    match node.material.original {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::Original], params![]),
        None => out.needs_input(&node.at, &[Key::Original]),
    }
}

fn of_another_domain(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let at = node.at.key(Key::Materials);
    for (index, material) in website.materials.iter().enumerate() {
        if material.kind != MaterialKind::DomainCertificate {
            continue;
        }
        let Some(of) = material.domain.as_deref().and_then(|domain| DomainName::parse(domain).ok()) else {
            continue;
        };
        let mut domains = website
            .domains
            .iter()
            .filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok())
            .peekable();
        if domains.peek().is_some() && !domains.any(|own| own.registrable() == of.registrable()) {
            out.find(&at.index(index), &[Key::Domain], params![domain: Param::name(of.to_unicode())]);
        }
    }
}

/// Where a material belongs whose place is clear.
const fn place(kind: MaterialKind) -> Option<Key> {
    match kind {
        MaterialKind::Certificate => Some(Key::Principal),
        MaterialKind::PortraitSide | MaterialKind::EmblemSide => Some(Key::Head),
        MaterialKind::DomainCertificate | MaterialKind::AppIcon | MaterialKind::PreApprovalDocument => {
            Some(Key::Services)
        }
        _ => None,
    }
}

fn misplaced(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let (Some(here), Some(place)) = (node.place, place(node.material.kind)) else { return };
    // An individual is its own head: its photos may stand with the principal as well.
    if place != here && !(here == Key::Principal && cx.is_individual()) {
        out.find(&node.at, &[Key::Kind], params![material: node.material.kind, place: place]);
    }
}

fn format_not_accepted(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let MaterialNode { at, material, .. } = node;
    let Some(accepted) = cx.limits().material_formats.as_deref() else {
        return out.needs(Need::ProviderRules);
    };
    out.rests_on(Limit::MaterialFormats);
    match material.format {
        None => out.needs_input(at, &[Key::Format]),
        Some(format) if accepted.contains(&format) => {}
        Some(format) => {
            let accepted: Param = accepted.iter().copied().collect();
            out.find(at, &[Key::Format], params![format: format, accepted: accepted]);
        }
    }
}

const AT_LEAST: Term = Term { code: "at_least", text: Text { zh: "不小于", en: "at least" } };

const AT_MOST: Term = Term { code: "at_most", text: Text { zh: "不大于", en: "at most" } };

fn size_out_of_range(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let MaterialNode { at, material, .. } = node;
    if material.kind == MaterialKind::AppIcon {
        return;
    }
    let limits = cx.limits();
    if limits.material_kilobytes_min.or(limits.material_kilobytes_max).is_none() {
        return out.needs(Need::ProviderRules);
    }
    let Some(bytes) = material.bytes else { return out.needs_input(at, &[Key::Bytes]) };
    for (bound, limit) in [(AT_LEAST, Limit::MaterialKilobytesMin), (AT_MOST, Limit::MaterialKilobytesMax)] {
        let Some(kilobytes) = limits.get(limit) else { continue };
        let is_most = limit == Limit::MaterialKilobytesMax;
        let in_bytes = u64::from(kilobytes) * 1024;
        if if is_most { bytes > in_bytes } else { bytes < in_bytes } {
            // Rounded away from the limit: a byte too many is not what is accepted.
            let size = if is_most { bytes.div_ceil(1024) } else { bytes / 1024 };
            out.rests_on(limit);
            out.find(at, &[Key::Bytes], params![kilobytes: size, bound: bound, limit: kilobytes]);
        }
    }
}

fn letter_too_old(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
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

fn icon_too_large(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let MaterialNode { at, material, place } = node;
    if material.kind != MaterialKind::AppIcon || *place != Some(Key::Services) {
        return;
    }
    let Some(max) = out.limit(cx, Limit::AppIconKilobytesMax) else { return };
    let Some(bytes) = material.bytes else { return out.needs_input(at, &[Key::Bytes]) };
    if bytes > u64::from(max) * 1024 {
        out.find(at, &[Key::Bytes], params![kilobytes: bytes.div_ceil(1024), max]);
    }
}

fn watermark(_: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let MaterialNode { at, material, .. } = node;
    // An icon is shown as it is.
    if material.kind == MaterialKind::AppIcon {
        return;
    }
    let Some(text) = typed(material.watermark.as_ref()) else { return };
    let folded = folded(text);
    let rest =
        ["仅供", "仅用于", "只供", "限于", "供", "用于"].iter().find_map(|lead| folded.strip_prefix(lead));
    let rest = rest.unwrap_or(&folded);
    let rest = rest.trim_start_matches("网站").trim_start_matches("icp").trim_start_matches("app");
    if !matches!(rest, "备案" | "备案使用" | "备案用" | "备案专用") {
        out.find(at, &[Key::Watermark], params![watermark: Param::name(quoted(text))]);
    }
}

/// The text of a watermark as a message quotes it: its beginning, without the numbers of a person.
fn quoted(text: &str) -> String {
    const MOST: usize = 20;
    let rest = if text.chars().count() > MOST { "…" } else { "" };
    let beginning = text.chars().take(MOST).map(|c| if c.is_numeric() { '*' } else { c });
    beginning.chain(rest.chars()).collect()
}

fn expired(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
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
    if let Some(ValidUntil::Day(date)) = material.valid_until.filter(|_| !is_others) {
        if date < today {
            out.find(at, &[Key::ValidUntil], params![material: material.kind, date, today]);
        }
    }
}

fn certificate_not_original(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let is_meant = node.material.kind == MaterialKind::Certificate && node.place == Some(Key::Principal);
    if is_meant && cx.is_organization() {
        original(node, out);
    }
}

fn proof_too_old(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let MaterialNode { at, material, .. } = node;
    let (Some(province), Some(cell)) = (cx.province, document_age(cx, material.kind)) else { return };
    let Some(oldest) = cell.value.at_most.before(cx.context.today) else { return };
    let Some(issued_on) = material.issued_on else { return out.needs_input(at, &[Key::IssuedOn]) };
    if issued_on < oldest {
        let params = params![material: material.kind, province, issued_on, oldest];
        out.find_from(at, &[Key::IssuedOn], params, fact(cx, cell));
    }
}

/// Whether a website lacks the real-name screenshot of its domain.
fn lacks_domain_certificate(node: &ServiceNode<'_>) -> bool {
    let is_given =
        || node.service.materials().iter().any(|material| material.kind == MaterialKind::DomainCertificate);
    matches!(node.service, Service::Website(_)) && !is_given()
}

fn domain_certificate_due(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(province) = cx.province.filter(|_| lacks_domain_certificate(node)) else { return };
    let Some(cell) = domain_certificates(cx) else { return };
    let is_due = match cell.value {
        DomainCertificateRule::Always => true,
        DomainCertificateRule::FromIndividual => {
            let Some(_) = out.registry(cx) else { return };
            let filed = cx.filed_principal.and_then(|filed| filed.principal.as_ref()?.kind);
            filed == Some(PrincipalKind::Individual)
        }
    };
    if is_due {
        out.find_from(&node.at, &[Key::Materials], params![province], fact(cx, cell));
    }
}

fn domain_certificate_of_change(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if lacks_domain_certificate(node) {
        out.find(&node.at, &[Key::Materials], params![]);
    }
}
