//! Rules of the group `material`: what is uploaded.

use crate::fields::{self, Given};
use crate::material::{Material, MaterialKind};
use crate::path::{At, Key};
use crate::rule::rule_group;
use crate::service::Service;
use crate::source::{Chapter, Origin};
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
