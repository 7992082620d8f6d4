//! What must not be in an order at all.

use crate::engine::context::CheckContext;
use crate::engine::nodes::{
    DomainNode, MaterialNode, PackageNode, PrincipalNode, ResourceNode, ResponsiblePersonNode, ServiceNode,
};
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::order::Order;
use crate::model::resource::Resource;
use crate::model::service::Service;
use crate::path::{Key, Location};
use crate::rule::documents;
use crate::value::shows_private_key;

rule! {
    /// A private key, or a key store with one, stands in no field. In the fields of keys and fingerprints their own rules
    /// say so.
    ///
    /// **Inferred.** What is asked for is the public key; who has the private one signs in the owner's place.
    ///
    /// **Why.** An order is read by the provider and the authority, and kept: a key that was in it has leaked.
    ///
    /// **Example.** The whole output of a key generator, pasted into the remark.
    pub(super) PRIVATE_KEY_LEAKED = "order.private-key-leaked" {
        severity: Blocker,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [],
        params: [],
        at: [
            "/principal/name", "/principal/mailing_address", "/principal/remark", "/principal/certificate/number",
            "/principal/certificate/address", "/principal/legal_representative/name",
            "/principal/legal_representative/certificate/number", "/principal/materials",
            "{responsible_person}/name", "{responsible_person}/certificate/number", "{responsible_person}/mobile",
            "{responsible_person}/emergency_contact", "{responsible_person}/email", "{responsible_person}/materials",
            "/services", "/services/{s}/name", "/services/{s}/remark", "/services/{s}/uses_sdks",
            "/services/{s}/pre_approval/kinds/{a}/approval_number",
            "/services/{s}/resources/{r}/code", "/services/{s}/materials",
            "{domain}/{d}/name", "/services/{s}/platforms/{p}/packages/{k}/name", "/materials", "/reason",
            "/declaration"
        ],
        sources: [
            inferred(WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES): documents::APP_FEATURES_OF_UCLOUD.at("iOS系统获取Bundle ID、平台公钥、签名MD5值的指引"),
        ],
        summary: {
            zh: "任何字段都不得填写私钥",
            en: "No field contains a private key.",
        },
        message: {
            zh: "此处填写了私钥或含私钥的密钥库，一经提交即为泄露。请删除并更换该密钥对；备案只需填写公钥。",
            en: "This is a private key, or a key store that contains one; once submitted, it is compromised. Remove it and replace the key pair: a filing only needs the public key.",
        },
        check: [
            Start(of_order), Principal(of_principal), ResponsiblePerson(of_person), Service(of_service),
            Domain(of_domain), Package(of_package), Resource(of_resource), Material(of_material)
        ],
    }
}

fn find(text: Option<&String>, at: &Location<'_>, below: &[Key], out: &mut Outcome) {
    // Nearly every text is shorter than any key.
    if text.is_some_and(|text| shows_private_key(text)) {
        out.find(at, below, params![]);
    }
}

fn of_certificate(certificate: Option<&Certificate>, at: &Location<'_>, out: &mut Outcome) {
    let Some(certificate) = certificate else { return };
    find(certificate.number.as_ref(), at, &[Key::Certificate, Key::Number], out);
    find(certificate.address.as_ref(), at, &[Key::Certificate, Key::Address], out);
}

fn of_order(cx: &CheckContext<'_>, out: &mut Outcome) {
    let (reason, declaration) = match cx.order {
        Order::DeregisterPrincipal(order) => (order.reason.as_ref(), order.declaration.as_ref()),
        Order::DeregisterServices(order) | Order::CancelAccess(order) => (order.reason.as_ref(), None),
        _ => return,
    };
    find(reason, &Location::ROOT, &[Key::Reason], out);
    find(declaration, &Location::ROOT, &[Key::Declaration], out);
}

fn of_principal(_: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let (at, principal) = (&node.at, node.principal);
    find(principal.name.as_ref(), at, &[Key::Name], out);
    find(principal.mailing_address.as_ref(), at, &[Key::MailingAddress], out);
    find(principal.remark.as_ref(), at, &[Key::Remark], out);
    of_certificate(principal.certificate.as_ref(), at, out);
    if let Some(person) = &principal.legal_representative {
        let at = at.key(Key::LegalRepresentative);
        find(person.name.as_ref(), &at, &[Key::Name], out);
        of_certificate(person.certificate.as_ref(), &at, out);
    }
}

fn of_person(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let (at, person) = (&node.at, node.person);
    find(person.name.as_ref(), at, &[Key::Name], out);
    find(person.mobile.as_ref(), at, &[Key::Mobile], out);
    find(person.emergency_contact.as_ref(), at, &[Key::EmergencyContact], out);
    find(person.email.as_ref(), at, &[Key::Email], out);
    of_certificate(person.certificate.as_ref(), at, out);
}

fn of_service(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let at = &node.at;
    macro_rules! texts {
        ($service:expr; $($field:ident $key:ident),*) => { $(find($service.$field.as_ref(), at, &[Key::$key], out);)* };
    }
    match node.service {
        Service::Website(website) => {
            texts!(website; name Name, remark Remark, displayed_number DisplayedNumber,
                license_number LicenseNumber, home_page_name HomePageName, home_page_title HomePageTitle);
            if website.home_pages.iter().flatten().any(|text| shows_private_key(text)) {
                out.find(at, &[Key::HomePages], params![]);
            }
        }
        Service::App(app) => {
            texts!(app; name Name, remark Remark, displayed_number DisplayedNumber,
                license_number LicenseNumber);
            if app.uses_sdks.iter().flatten().any(|text| shows_private_key(text)) {
                out.find(at, &[Key::UsesSdks], params![]);
            }
            if app.all_domains.iter().flatten().any(|text| shows_private_key(text)) {
                out.find(at, &[Key::AllDomains], params![]);
            }
        }
    }
    let approvals = node.service.pre_approval().into_iter().flat_map(|known| known.kinds.iter().flatten());
    for (index, kind) in approvals.enumerate() {
        let pre_approval = at.key(Key::PreApproval);
        find(
            kind.approval_number.as_ref(),
            &pre_approval.item(Key::Kinds, index),
            &[Key::ApprovalNumber],
            out,
        );
    }
}

fn of_domain(_: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    find(node.domain.name.as_ref(), &node.at, &[Key::Name], out);
    if let Some(known) = &node.domain.registration {
        find(known.registrant.as_ref(), &node.at, &[Key::Registration, Key::Registrant], out);
    }
}

fn of_package(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    find(node.package.name.as_ref(), &node.at, &[Key::Name], out);
}

fn of_resource(_: &CheckContext<'_>, node: &ResourceNode<'_>, out: &mut Outcome) {
    if let Resource::LicenseCode(code) = node.resource {
        find(code.code.as_ref(), &node.at, &[Key::Code], out);
    }
}

fn of_material(_: &CheckContext<'_>, node: &MaterialNode<'_>, out: &mut Outcome) {
    find(node.material.watermark.as_ref(), &node.at, &[Key::Watermark], out);
}
