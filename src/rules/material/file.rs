//! The file of a material.

use crate::check::material::{self as check, SizeProblem};
use crate::engine::context::CheckContext;
use crate::engine::nodes::MaterialNode;
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::path::Key;
use crate::report::Param;
use crate::rule::documents;
use crate::rulebook::words::folded;
use crate::text::{filled, Term, Text};

/// Reports a photo that is not of the original; whether it is may not be known.
pub(crate) fn original(node: &MaterialNode<'_>, out: &mut Outcome) {
    match node.material.original {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::Original], params![]),
        None => out.needs_input(&node.at, &[Key::Original]),
    }
}

rule! {
    /// What is uploaded is a picture of a format that the provider takes.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The form refuses other files; renaming the extension does not change the format.
    ///
    /// **Example.** The business licence as a PDF.
    pub(super) FORMAT_NOT_ACCEPTED = "material.format-not-accepted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [format, accepted],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials", "/materials"],
        sources: [stated(WITH_SERVICES): documents::UPLOADS.at("基本要求 · 格式")],
        miit: [1056],
        summary: {
            zh: "材料须为接入商支持的图片格式",
            en: "Materials are uploaded in a picture format that the provider accepts.",
        },
        message: {
            zh: "不支持该文件的格式（{format}），仅支持 {accepted}。请转换格式后重新上传，不要只改扩展名。",
            en: "This file format is not accepted ({format}). Convert the file to one of these formats and upload it again: {accepted}. Renaming the extension is not enough.",
        },
        check: [Material(format_not_accepted)],
    }
}

fn format_not_accepted(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, .. } = node;
    let verdict = check::format(material.format, cx.limits());
    if let Some(problem) = out.hear(cx, verdict, at, &[Key::Format]) {
        out.find(at, &[Key::Format], params![format: problem.found(), accepted: problem.required()]);
    }
}

rule! {
    /// What is uploaded is neither too small to be read nor too large to be sent. An APP's icon has limits of its
    /// own, which no source states for this provider.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The form refuses other sizes.
    ///
    /// **Example.** A thumbnail of the identity card, 40 KB.
    pub(super) SIZE_OUT_OF_RANGE = "material.size-out-of-range" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [kilobytes, bound, limit],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials", "/materials"],
        sources: [stated(WITH_SERVICES): documents::UPLOADS.at("基本要求 · 大小")],
        summary: {
            zh: "材料图片大小须在接入商规定的范围内",
            en: "Pictures are within the provider's size limits.",
        },
        message: {
            zh: "图片大小为 {kilobytes} KB，须{bound} {limit} KB。请重新拍摄或调整图片大小后上传。",
            en: "The picture is {kilobytes} KB; it must be {bound} {limit} KB. Retake or resize it and upload it again.",
        },
        check: [Material(size_out_of_range)],
    }
}

fn size_out_of_range(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, .. } = node;
    if material.kind == MaterialKind::AppIcon {
        return;
    }
    let verdict = check::size(material.bytes, cx.limits());
    if let Some(problem) = out.hear(cx, verdict, at, &[Key::Bytes]) {
        let bound = match problem.reason {
            SizeProblem::TooSmall { .. } => AT_LEAST,
            _ => AT_MOST,
        };
        let params = params![kilobytes: problem.found(), bound: bound, limit: problem.required()];
        out.find(at, &[Key::Bytes], params);
    }
}

const AT_LEAST: Term = Term { code: "at_least", text: Text { zh: "不小于", en: "at least" } };

const AT_MOST: Term = Term { code: "at_most", text: Text { zh: "不大于", en: "at most" } };

rule! {
    /// An APP's icon is no larger than the provider takes.
    ///
    /// **Why.** The form refuses a larger file.
    ///
    /// **Example.** The 1,024-pixel icon of the store, 400 KB.
    pub(super) ICON_TOO_LARGE = "material.icon-too-large" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [kilobytes, max],
        at: ["/services/{s}/materials"],
        sources: [stated(WITH_SERVICES): documents::APP_FILING_OF_HUAWEI.at("备案材料准备 · 基础材料")],
        summary: {
            zh: "APP 图标不得超过接入商规定的大小",
            en: "The icon of an APP is no larger than the provider allows.",
        },
        message: {
            zh: "APP 图标为 {kilobytes} KB，最大 {max} KB。请压缩后重新上传。",
            en: "The icon is {kilobytes} KB; the maximum is {max} KB. Compress it and upload it again.",
        },
        check: [Material(icon_too_large)],
    }
}

fn icon_too_large(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, place } = node;
    if material.kind != MaterialKind::AppIcon || *place != Some(Key::Services) {
        return;
    }
    let verdict = check::icon_size(material.bytes, cx.limits());
    if let Some(problem) = out.hear(cx, verdict, at, &[Key::Bytes]) {
        out.find(at, &[Key::Bytes], params![kilobytes: problem.found(), max: problem.required()]);
    }
}

rule! {
    /// A watermark says that the picture is for filing use 仅供备案使用, and nothing else. A picture without one is
    /// fine.
    ///
    /// A later page of another provider asks only that it is short and hides nothing, so it is a warning.
    ///
    /// **Age.** The newest text that says so is of 2021.
    ///
    /// **Why.** A watermark for another purpose makes the document another's.
    ///
    /// **Example.** `仅供开户使用`, on the business licence.
    pub(super) WATERMARK = "material.watermark" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [watermark],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials", "/materials"],
        sources: [
            stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("证件不合格 · 证件上传要求"),
        ],
        summary: {
            zh: "水印只能是“仅供备案使用”",
            en: "The only watermark allowed is 仅供备案使用 (“for ICP filing only”).",
        },
        message: {
            zh: "图片水印“{watermark}”不符合要求，可能被驳回。请上传无水印的图片，或将水印改为“仅供备案使用”，不得遮挡文字和图案。",
            en: "The watermark “{watermark}” may get the picture rejected. Upload it without a watermark, or with 仅供备案使用 (“for ICP filing only”) placed so that it covers neither text nor images.",
        },
        check: [Material(watermark)],
    }
}

fn watermark(_: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let MaterialNode { at, material, .. } = node;
    // An icon is shown as it is.
    if material.kind == MaterialKind::AppIcon {
        return;
    }
    let Some(text) = filled(material.watermark.as_ref()) else { return };
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

rule! {
    /// An organisation's certificate is scanned or photographed from the original: this provider takes no copies and
    /// no electronic licences.
    ///
    /// Others ask that of personal certificates only.
    ///
    /// **Why.** A copy may have been altered.
    ///
    /// **Example.** The electronic business licence of Shanghai.
    pub(super) CERTIFICATE_NOT_ORIGINAL = "material.certificate-not-original" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [],
        at: ["/principal/materials"] of Organization,
        sources: [stated(WITH_PRINCIPAL): documents::MATERIALS_OF_HUAWEI.at("电子版证件资料要求")],
        providers: [Huawei],
        summary: {
            zh: "单位证件须为原件的彩色扫描件或照片",
            en: "An organisation's certificate is a colour scan or photo of the original.",
        },
        message: {
            zh: "单位证件不是原件的彩色扫描件或照片。请用原件重新扫描或拍照上传，不接受复印件、黑白件、翻拍件和电子证照。",
            en: "This is not a colour scan or photo of the original certificate. Scan or photograph the original; photocopies, black-and-white copies, photos of a screen and electronic licences are not accepted.",
        },
        check: [Material(certificate_not_original)],
    }
}

fn certificate_not_original(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let is_meant = node.material.kind == MaterialKind::Certificate && node.place == Some(Key::Principal);
    if is_meant && cx.is_organization() {
        original(node, out);
    }
}
