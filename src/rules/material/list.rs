//! Which materials are there, and where they stand.

use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::nodes::{MaterialNode, PrincipalNode, ResponsiblePersonNode, Role, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::model::material::MaterialKind;
use crate::model::principal::PrincipalKind;
use crate::model::service::Service;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Step};
use crate::rulebook::provinces::DomainCertificateRule;
use crate::rules::completeness;
use crate::rules::material::place;
use crate::rules::province::{domain_certificates, fact, Refusal, BY_STANDING};
use crate::rules::remedies;
use crate::value::DomainName;

rule! {
    /// What has to be uploaded: the principal's certificate; both sides of each responsible person's certificate (a passport
    /// has one); in filing orders a real-name screenshot for each website; the icon of each APP.
    ///
    /// **Why.** The reviewer compares what was typed with what is shown.
    ///
    /// **Example.** A website without the screenshot of its domain's real-name verification.
    pub(super) MISSING = "material.missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [field],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials"] if Missing,
        sources: [
            stated(WITH_SERVICES): Step::Services.at("证件照人像面 · 证件照国徽面"),
            stated(FILING): Step::Services.at("网站/域名 · 域名实名认证截图"),
            stated(WITH_SERVICES): Step::Services.at("APP · APP 图标"),
            stated(ADD_SERVICE | CHANGE_FILING): Step::Principal.at("营业执照"),
        ],
        summary: {
            zh: "须上传主体证件、负责人证件正反面、域名实名认证截图和 APP 图标",
            en: "The principal's certificate, both sides of each responsible person's, the real-name screenshot of a website's domain and an APP's icon are uploaded.",
        },
        message: {
            zh: "缺少材料：{field}。请上传清晰、完整的图片。",
            en: "Missing material: {field}. Upload a clear and complete picture.",
        },
        check: [Principal(of_principal), ResponsiblePerson(of_person), Service(of_service)],
    }
}

fn of_principal(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    completeness::missing(fields::PRINCIPAL_MATERIALS, node.principal, Given::default(), &node.at, cx, out);
}

fn of_person(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let rows = match node.role {
        Role::PrincipalResponsiblePerson => fields::PRINCIPAL_RESPONSIBLE_PERSON_MATERIALS,
        Role::ServiceResponsiblePerson(_) => fields::SERVICE_RESPONSIBLE_PERSON_MATERIALS,
    };
    completeness::missing(rows, node.person, node.given(), &node.at, cx, out);
}

fn of_service(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    match node.service {
        Service::Website(website) => {
            completeness::missing(fields::WEBSITE_MATERIALS, website, Given::default(), &node.at, cx, out);
        }
        Service::App(app) => {
            completeness::missing(fields::APP_MATERIALS, app, Given::default(), &node.at, cx, out);
        }
    }
}

rule! {
    /// A real-name screenshot that names its domain is of one of the website's domains.
    ///
    /// **Inferred.** The guide asks for a screenshot that shows the domain: one of another domain does not.
    ///
    /// **Why.** It proves nothing of the domain that is filed.
    ///
    /// **Example.** The screenshot of a sister site.
    pub(super) OF_ANOTHER_DOMAIN = "material.of-another-domain" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [domain],
        at: ["/services/{s}/materials"],
        sources: [inferred(FILING): Step::Services.at("网站/域名 · 域名实名认证截图")],
        summary: {
            zh: "域名实名认证截图须为本网站的域名",
            en: "The real-name screenshot shows a domain of the website.",
        },
        message: {
            zh: "该截图是域名 {domain} 的，不是本网站的域名。请上传本网站域名的实名认证截图。",
            en: "The screenshot shows {domain}, which is not a domain of this website. Upload the real-name screenshot of this website's domain.",
        },
        check: [Website(of_another_domain)],
    }
}

fn of_another_domain(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
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

rule! {
    /// A material stands with what it proves: a person's photos with the person, the principal's certificate with
    /// the principal, screenshots, icons and pre-approval documents with the service.
    ///
    /// **Age.** The newest text that says so is of 2013.
    ///
    /// **Why.** The ministry's system refuses an attachment whose purpose does not fit what it is attached to,
    /// code 1057.
    ///
    /// **Example.** The photo of an identity card among the materials of a website.
    pub(super) MISPLACED = "material.misplaced" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [material, place],
        at: ["/principal/materials", "{responsible_person}/materials", "/services/{s}/materials"],
        sources: [stated(WITH_SERVICES): documents::MINISTRY_INTERFACE.at("处理结果代码 1057")],
        miit: [1057],
        summary: {
            zh: "材料须上传到对应的位置",
            en: "Each material is uploaded where it belongs.",
        },
        message: {
            zh: "“{material}”上传的位置不对，应放在“{place}”的材料中。请移到该处。",
            en: "The {material} is in the wrong place; it belongs with the materials of the {place}. Move it there.",
        },
        check: [Material(misplaced)],
    }
}

fn misplaced(cx: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    let (Some(here), Some(place)) = (node.place, place(node.material.kind)) else { return };
    // An individual is its own responsible person: its photos may stand with the principal as well.
    if place != here && !(here == Key::Principal && cx.is_individual()) {
        // Of the services it is one.
        let owner = if place == Key::Services { Key::Service } else { place };
        let params = params![material: node.material.kind, place: owner];
        out.find_with(&node.at, &[Key::Kind], params, |path| remedies::move_material(cx, path, place));
    }
}

rule! {
    /// In a change too, some provinces want the real-name screenshot of a website's domain, some only where an
    /// individual's filing becomes an organisation's. In filing orders it is asked for anyway.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The authority looks at the owner again.
    ///
    /// **Example.** A change of service in Hunan without the screenshot.
    pub(super) DOMAIN_CERTIFICATE_DUE = "material.domain-certificate-due" {
        severity: Warning,
        grades: BY_STANDING,
        orders: CHANGE,
        needs: [Registry, Account, Inputs],
        params: [province],
        at: ["/services/{s}/materials"],
        reads: [DomainCertificates],
        sources: [stated(CHANGE): documents::MATERIALS.at("其他材料 · 域名证书")],
        summary: {
            zh: "部分省份办理变更时也须上传域名证书",
            en: "Some provinces also ask for the domain's certificate when a filing is changed.",
        },
        message: {
            zh: "{province}办理变更时可能要求提供域名证书。建议一并上传域名实名认证截图，以免被驳回。",
            en: "{province} may ask for the domain's certificate when a filing is changed. Upload the real-name screenshot to avoid a rejection.",
        },
        check: [Service(domain_certificate_due)],
    }
}

fn domain_certificate_due(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(province) = cx.province.filter(|_| lacks_domain_certificate(node)) else { return };
    let Some(cell) = domain_certificates(cx) else { return };
    let is_due = match cell.value() {
        DomainCertificateRule::Always => true,
        DomainCertificateRule::FromIndividual => {
            let Some(filed) = out.filed_as(cx) else { return };
            out.needs_known(cx, &[Known::KIND]);
            filed.kind == Some(PrincipalKind::Individual)
        }
    };
    if is_due {
        out.find_from(&node.at, &[Key::Materials], params![province], fact(cx, &Refusal::of(cell)));
    }
}

/// Whether a website lacks the real-name screenshot of its domain.
fn lacks_domain_certificate(node: &ServiceNode<'_>) -> bool {
    let is_given =
        || node.service.materials().iter().any(|material| material.kind == MaterialKind::DomainCertificate);
    matches!(node.service, Service::Website(_)) && !is_given()
}

rule! {
    /// This provider wants the real-name screenshot of a website's domain in every change.
    ///
    /// **Why.** Its form asks for it.
    ///
    /// **Example.** A change of service without the screenshot.
    pub(super) DOMAIN_CERTIFICATE_OF_CHANGE = "material.domain-certificate-of-change" {
        severity: Blocker,
        orders: CHANGE,
        needs: [],
        params: [],
        at: ["/services/{s}/materials"],
        sources: [stated(CHANGE): documents::MATERIALS_OF_HUAWEI.at("域名相关材料 · 域名证书")],
        providers: [Huawei],
        summary: {
            zh: "办理变更须上传域名证书",
            en: "A change of a website comes with the domain's certificate or real-name screenshot.",
        },
        message: {
            zh: "办理变更须提供域名证书。请上传域名证书或域名实名认证截图。",
            en: "A change requires the domain's certificate. Upload it, or the real-name screenshot.",
        },
        check: [Service(domain_certificate_of_change)],
    }
}

fn domain_certificate_of_change(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if lacks_domain_certificate(node) {
        out.find(&node.at, &[Key::Materials], params![]);
    }
}
