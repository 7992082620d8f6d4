//! Rules of the group `material`: what is uploaded.

use chrono::Months;

use crate::documents;
use crate::fields::{self, Given};
use crate::language::{Term, Text};
use crate::material::{Material, MaterialKind};
use crate::params::Param;
use crate::path::{At, Key};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::service::Service;
use crate::source::{Chapter, Origin};
use crate::value::DomainName;
use crate::walk::{Check, Cx, Out, PersonNode, PrincipalNode, Role, ServiceNode};

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
        check: &[Check::Service(of_another_domain)],
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
        check: &[Check::Principal(misplaced_at_principal), Check::Person(misplaced_at_person), Check::Service(misplaced_at_service)],
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
        check: &[
            Check::Principal(format_at_principal),
            Check::Person(format_at_person),
            Check::Service(format_at_service),
            Check::Order(format_at_order),
        ],
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
        check: &[
            Check::Principal(size_at_principal),
            Check::Person(size_at_person),
            Check::Service(size_at_service),
            Check::Order(size_at_order),
        ],
    }

    /// Letters of authorisation and proofs of a change of name were issued in the last months.
    ///
    /// Some provinces give other windows, which are theirs.
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
        check: &[
            Check::Principal(letters_at_principal),
            Check::Person(letters_at_person),
            Check::Service(letters_at_service),
            Check::Order(letters_at_order),
        ],
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
        check: &[Check::Service(icon_too_large)],
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

/// Reports each of these photos that is not of the original; whether it is may not be known.
pub(crate) fn originals(
    at: &At<'_>,
    materials: &[Material],
    out: &mut Out,
    is_meant: impl Fn(MaterialKind) -> bool,
) {
    let at = at.key(Key::Materials);
    for (index, material) in materials.iter().enumerate().filter(|(_, material)| is_meant(material.kind)) {
        match material.original {
            Some(true) => {}
            Some(false) => out.find(&at.index(index), &[Key::Original], params![]),
            None => out.needs_input(&at.index(index), &[Key::Original]),
        }
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

fn misplaced(at: &At<'_>, materials: &[Material], here: Key, out: &mut Out) {
    let at = at.key(Key::Materials);
    for (index, material) in materials.iter().enumerate() {
        if let Some(place) = place(material.kind).filter(|place| *place != here) {
            out.find(&at.index(index), &[Key::Kind], params![material: material.kind, place: place]);
        }
    }
}

fn misplaced_at_principal(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    // An individual is its own head: its photos may stand with the principal as well.
    if !cx.is_individual() {
        misplaced(&node.at, &node.principal.materials, Key::Principal, out);
    }
}

fn misplaced_at_person(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    misplaced(&node.at, &node.person.materials, Key::Head, out);
}

fn misplaced_at_service(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    misplaced(&node.at, node.service.materials(), Key::Services, out);
}

type MaterialCheck = fn(&Cx<'_>, &At<'_>, &Material, &mut Out);

/// Asks a check of each material of a list.
fn each(cx: &Cx<'_>, at: &At<'_>, materials: &[Material], check: MaterialCheck, out: &mut Out) {
    let at = at.key(Key::Materials);
    for (index, material) in materials.iter().enumerate() {
        check(cx, &at.index(index), material, out);
    }
}

fn format_not_accepted(cx: &Cx<'_>, at: &At<'_>, material: &Material, out: &mut Out) {
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

fn size_out_of_range(cx: &Cx<'_>, at: &At<'_>, material: &Material, out: &mut Out) {
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

fn format_at_principal(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    each(cx, &node.at, &node.principal.materials, format_not_accepted, out);
}

fn format_at_person(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    each(cx, &node.at, &node.person.materials, format_not_accepted, out);
}

fn format_at_service(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    each(cx, &node.at, node.service.materials(), format_not_accepted, out);
}

fn format_at_order(cx: &Cx<'_>, out: &mut Out) {
    each(cx, &At::ROOT, cx.order.materials(), format_not_accepted, out);
}

fn size_at_principal(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    each(cx, &node.at, &node.principal.materials, size_out_of_range, out);
}

fn size_at_person(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    each(cx, &node.at, &node.person.materials, size_out_of_range, out);
}

fn size_at_service(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    each(cx, &node.at, node.service.materials(), size_out_of_range, out);
}

fn size_at_order(cx: &Cx<'_>, out: &mut Out) {
    each(cx, &At::ROOT, cx.order.materials(), size_out_of_range, out);
}

fn letter_too_old(cx: &Cx<'_>, at: &At<'_>, material: &Material, out: &mut Out) {
    if !matches!(material.kind, MaterialKind::AuthorizationLetter | MaterialKind::NameChangeProof) {
        return;
    }
    let Some(months) = out.limit(cx, Limit::LetterMonths) else { return };
    let Some(issued_on) = material.issued_on else { return out.needs_input(at, &[Key::IssuedOn]) };
    let oldest = cx.context.today.checked_sub_months(Months::new(months));
    if let Some(oldest) = oldest.filter(|oldest| issued_on < *oldest) {
        out.find(at, &[Key::IssuedOn], params![material: material.kind, issued_on, oldest, months]);
    }
}

fn letters_at_principal(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    each(cx, &node.at, &node.principal.materials, letter_too_old, out);
}

fn letters_at_person(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    each(cx, &node.at, &node.person.materials, letter_too_old, out);
}

fn letters_at_service(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    each(cx, &node.at, node.service.materials(), letter_too_old, out);
}

fn letters_at_order(cx: &Cx<'_>, out: &mut Out) {
    each(cx, &At::ROOT, cx.order.materials(), letter_too_old, out);
}

fn icon_too_large(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let icons = |cx: &Cx<'_>, at: &At<'_>, material: &Material, out: &mut Out| {
        if material.kind != MaterialKind::AppIcon {
            return;
        }
        let Some(max) = out.limit(cx, Limit::AppIconKilobytesMax) else { return };
        let Some(bytes) = material.bytes else { return out.needs_input(at, &[Key::Bytes]) };
        if bytes > u64::from(max) * 1024 {
            out.find(at, &[Key::Bytes], params![kilobytes: bytes.div_ceil(1024), max]);
        }
    };
    each(cx, &node.at, node.service.materials(), icons, out);
}
