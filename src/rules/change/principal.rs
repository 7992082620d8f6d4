//! What a change does to the principal.

use crate::check::certificate::number_reason;
use crate::engine::context::CheckContext;
use crate::engine::filed::{at_keys, Known};
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::domain::Domain;
use crate::model::holder::known_number;
use crate::model::order::OrderKind;
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::FiledService;
use crate::model::service::Service;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Step};
use crate::rules::change::{differing_numbers, is_other_principal, is_renamed, left_out};
use crate::rules::province;
use crate::rules::remedies;
use crate::text::{filled, same_name, set, Masked, Term, Text};
use crate::value::{Province, Region};
use std::collections::BTreeSet;

rule! {
    /// An addition to a filing here may not touch the principal's province, kind, certificate kind or
    /// certificate number; a change of filing may not change the province.
    ///
    /// **Why.** An addition states the principal as it is filed; what changed is changed first. A filing belongs
    /// to the authority of its province: who moves deregisters and files anew.
    ///
    /// **Example.** A change of filing whose region lies in another province than the filed one.
    pub(super) IMMUTABLE_FIELD = "change.immutable-field" {
        severity: Blocker,
        orders: ADD_SERVICE | CHANGE_FILING,
        needs: [Registry, Account, Inputs],
        params: [field, filed, stated, advice],
        at: ["/principal/kind", "/principal/certificate/kind", "/principal/certificate/number", "/principal/region"],
        sources: [
            stated(ADD_SERVICE): Step::Principal.at("备案地区 · 备案性质 · 证件类型 · 证件号码"),
            stated(CHANGE_FILING): Step::Scene.at("不支持变更备案省份"),
        ],
        miit: [1046],
        summary: {
            zh: "新增服务不能修改主体的省份、性质、证件类型和号码；变更备案不能修改省份",
            en: "Adding a service cannot change the principal's province, kind or certificate; a change of filing cannot change the province.",
        },
        message: {
            zh: "此类订单不能修改{field}（已备案：{filed}；本次：{stated}）。请改回已备案的内容。{advice}",
            en: "The {field} cannot be changed in this kind of order (filed: {filed}; now: {stated}). Enter what is on record. {advice}",
        },
        check: [Start(immutable_field)],
        remedy: remedies::as_filed,
    }
}

/// Compares what cannot be altered with what is filed. A value that is wrong in itself is other rules'.
fn immutable_field(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(stated) = cx.principal else { return };
    let at = Location::ROOT.key(Key::Principal);
    // The order's own number tells the province without a registry.
    let is_doubted = out.is_blocked(&Location::ROOT, &[Key::FilingNumber]);
    if let (Some(filed), Some(Ok(stated))) = (filed_province(cx).filter(|_| !is_doubted), cx.region) {
        if filed != stated.province() {
            let stated = stated.province();
            out.find(
                &at,
                &[Key::Region],
                params![field: Key::Province, filed: filed, stated: stated, advice: FILE_ANEW],
            );
        }
    }
    let Some(filed) = out.filed_as(cx) else { return };
    if filed_province(cx).is_none() {
        out.needs_known(cx, &[Known::REGION]);
    }
    if cx.kind != OrderKind::AddService {
        return;
    }
    out.needs_known(cx, &[Known::KIND, Known::CERTIFICATE_KIND, Known::CERTIFICATE_NUMBER]);
    if let (Some(filed), Some(stated)) = (filed.kind, stated.kind) {
        if filed != stated {
            out.find(
                &at,
                &[Key::Kind],
                params![field: KIND_OF_PRINCIPAL, filed: filed, stated: stated, advice: CHANGE_FIRST],
            );
        }
    }
    let (Some(filed_certificate), Some(certificate)) = (&filed.certificate, &stated.certificate) else {
        return;
    };
    let Some(kind) = certificate
        .kind
        .filter(|kind| cx.principal_kind.map_or(true, |principal| kind.can_be_held_by(principal)))
    else {
        return;
    };
    if let Some(filed) = filed_certificate.kind.filter(|filed| *filed != kind) {
        return out.find(
            &at,
            &[Key::Certificate, Key::Kind],
            params![field: KIND_OF_CERTIFICATE, filed: filed, stated: kind, advice: CHANGE_FIRST],
        );
    }
    let numbers = (known_number(filed_certificate), known_number(certificate));
    let shown = (filled(filed_certificate.number.as_ref()), filled(certificate.number.as_ref()));
    if let ((Some(filed_number), Some(number)), (Some(filed), Some(stated))) = (numbers, shown) {
        let is_valid = number_reason(kind, stated, cx.context.today).is_none();
        if is_valid && filed_number != number {
            out.find(
                &at,
                &[Key::Certificate, Key::Number],
                params![
                    field: Key::Number,
                    filed: Masked::of(filed),
                    stated: Masked::of(stated),
                    advice: CHANGE_FIRST,
                ],
            );
        }
    }
}

/// The province that a principal is filed in: of its region, else of its number, which is the order's own in a change.
fn filed_province(cx: &CheckContext<'_>) -> Option<Province> {
    let region = cx
        .filed_principal
        .and_then(|filed| filled(filed.principal.as_ref()?.region.as_ref()))
        .and_then(|region| Region::parse(region).ok());
    let number = || cx.filing_number.or_else(|| cx.filed_principal?.number())?.province();
    region.map(Region::province).or_else(number)
}

pub(crate) const KIND_OF_PRINCIPAL: Term =
    Term { code: "kind", text: Text { zh: "备案性质", en: "kind of principal" } };

pub(crate) const KIND_OF_CERTIFICATE: Term =
    Term { code: "kind", text: Text { zh: "证件类型", en: "kind of certificate" } };

const FILE_ANEW: Term = Term {
    code: "file_anew",
    text: Text {
        zh: "确需变更备案省份的，须注销后重新备案。",
        en: "To file in another province, deregister and file anew.",
    },
};

const CHANGE_FIRST: Term = Term {
    code: "change_first",
    text: Text {
        zh: "确有变化的，请先办理变更备案。",
        en: "If it has really changed, submit a change of filing first.",
    },
};

fn organization_to_individual(cx: &CheckContext<'_>, out: &mut Outcome) {
    if cx.principal.and_then(|principal| principal.kind) != Some(PrincipalKind::Individual) {
        return;
    }
    let filed = out.filed_as(cx).and_then(|filed| filed.kind);
    out.needs_known(cx, &[Known::KIND]);
    if let Some(filed) = filed.filter(|kind| kind.is_organization()) {
        out.find(
            &Location::ROOT,
            &[Key::Principal, Key::Kind],
            params![filed: filed, stated: PrincipalKind::Individual],
        );
    }
}

rule! {
    /// An individual's filing can become an organisation's; the reverse is not possible.
    ///
    /// **Why.** The guide excludes it.
    ///
    /// **Example.** A company that closed and wants to keep its filing under the owner's name.
    pub(super) ORGANIZATION_TO_INDIVIDUAL = "change.organization-to-individual" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [filed, stated],
        at: ["/principal/kind"],
        sources: [stated(CHANGE_FILING): Step::Scene.at("若您想将个人备案变更为企业备案（企业备案无法变更为个人备案）")],
        summary: {
            zh: "单位备案不能变更为个人备案",
            en: "An organisation's filing cannot be changed to an individual's.",
        },
        message: {
            zh: "已备案的主体为“{filed}”，不能变更为“{stated}”。请注销原备案，再以个人名义办理首次备案。",
            en: "The filed principal is an organisation ({filed}) and cannot be changed to an {stated}. Deregister the filing, then file anew as an individual.",
        },
        check: [Start(organization_to_individual)],
        remedy: remedies::deregister_the_principal_first,
    }
}

rule! {
    /// A change of filing keeps the principal that is filed. Another organisation, with another name and another
    /// certificate number, is not a change: the filing is deregistered and filed anew, or moved where the authority
    /// offers that.
    ///
    /// Huawei Cloud's page of 2025 says so of nearly all authorities. An older one of UCloud's lets the principal be
    /// changed within a province where the new one has nothing filed and all services go over; which authorities take
    /// that is the provinces' matter.
    ///
    /// **Why.** The filing number belongs to its principal.
    ///
    /// **Example.** A site is sold, and the buyer's particulars are entered over the seller's.
    pub(super) ANOTHER_PRINCIPAL = "change.another-principal" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [filed, stated],
        at: ["/principal/name"],
        sources: [stated(CHANGE_FILING): documents::CHANGE_OF_PRINCIPAL_OF_HUAWEI.at("核心规则")],
        miit: [1003],
        summary: {
            zh: "变更备案不能换成另一个主办者",
            en: "A change of filing cannot replace the principal.",
        },
        message: {
            zh: "名称和证件号码均与已备案的主体不同（已备案：{filed}；本次：{stated}），不属于变更备案。请注销原备案，由新主办者重新备案；当地管局支持网站过户（迁移）的，可按其要求办理。",
            en: "Both the name and the certificate number differ from the filed principal's (filed: {filed}; now: {stated}), so this is not a change of filing. Deregister and have the new principal file anew, or transfer the site where the authority offers that.",
        },
        check: [Start(another_principal)],
        remedy: remedies::deregister_the_principal_first,
    }
}

fn another_principal(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(stated) = cx.principal else { return };
    let Some(filed) = out.filed_as(cx) else { return };
    // Between individual and organisation other rules speak.
    let filers = filed.kind.map(PrincipalKind::filer).zip(stated.kind.map(PrincipalKind::filer));
    let is_of_other_filer = filers.is_some_and(|(filed, stated)| filed != stated);
    if is_of_other_filer || province::speaks_of_change(cx) || !is_other_principal(cx, filed, out) {
        return;
    }
    if filed.kind.is_none() {
        return out.needs_known(cx, &[Known::KIND]);
    }
    let name = |principal: &Principal| Param::name(principal.name.as_deref().unwrap_or("?").trim());
    let params = params![filed: name(filed), stated: name(stated)];
    out.find(&Location::ROOT, &[Key::Principal, Key::Name], params);
}

rule! {
    /// The certificate number tells who the principal is. Some providers and authorities do not let it be edited:
    /// to them a new number is another principal.
    ///
    /// **Why.** Sources disagree: one of 2026 locks the number, the guide asks for it.
    ///
    /// **Example.** A company whose registration number became a credit code.
    pub(super) CERTIFICATE_NUMBER_CHANGES = "change.certificate-number-changes" {
        severity: Warning,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [filed, stated],
        at: ["/principal/certificate/number"],
        sources: [stated(CHANGE_FILING): documents::FILING_CHANGES.at("变更备案类型与范围 · 修改限制")],
        summary: {
            zh: "变更证件号码可能被视为更换主办者",
            en: "A new certificate number may be taken for another principal.",
        },
        message: {
            zh: "证件号码与已备案的不同（已备案：{filed}；本次：{stated}），可能被视为更换主办者。证照换号的，请准备登记机关出具的换号证明；主办者已换成另一单位或个人的，不能办理变更，须注销后重新备案。",
            en: "The certificate number differs from the filed one (filed: {filed}; now: {stated}) and may be taken for another principal. If the same principal received a new number, have the registrar's proof ready. If it is a different principal, this is not a change: deregister and file anew.",
        },
        check: [Start(certificate_number_changes)],
    }
}

fn certificate_number_changes(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(filed) = out.filed_as(cx) else { return };
    out.needs_known(cx, &[Known::KIND, Known::CERTIFICATE_NUMBER]);
    // An individual's filing that becomes an organisation's changes its certificate, and may.
    let stated = cx.principal.and_then(|stated| stated.kind);
    if filed.kind.map(PrincipalKind::filer) != stated.map(PrincipalKind::filer) {
        return;
    }
    // That the principal is another is said already; where its name is not known, it may be.
    let is_said = out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Name])
        || out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Kind]);
    if is_said || is_other_principal(cx, filed, out) || out.is_undetermined() {
        return;
    }
    if let Some((filed, stated)) = differing_numbers(cx, filed) {
        out.find(
            &Location::ROOT,
            &[Key::Principal, Key::Certificate, Key::Number],
            params![filed: Masked::of(filed), stated: Masked::of(stated)],
        );
    }
}

rule! {
    /// At Huawei Cloud an individual's filing does not become an organisation's: it is deregistered and filed anew.
    /// Tencent Cloud leaves it to the province.
    ///
    /// **Why.** The provider takes it for another principal.
    ///
    /// **Example.** A sole trader founds a company and wants to keep the number.
    pub(super) INDIVIDUAL_TO_ORGANIZATION = "change.individual-to-organization" {
        severity: Blocker,
        actor: EarlierOrder,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [filed, stated],
        at: ["/principal/kind"] of Organization,
        sources: [stated(CHANGE_FILING): documents::RULES_OF_HUAWEI.at("SubjectChange")],
        providers: [Huawei],
        summary: {
            zh: "个人备案不能直接变更为单位备案",
            en: "An individual's filing cannot be changed to an organisation's.",
        },
        message: {
            zh: "已备案的主体为“{filed}”，本接入商不支持变更为“{stated}”。请注销原备案，再以单位名义办理首次备案。",
            en: "The filed principal is an {filed}; with this provider it cannot be changed to an organisation ({stated}). Deregister the filing, then file anew as an organisation.",
        },
        check: [Start(individual_to_organization)],
        remedy: remedies::deregister_the_principal_first,
    }
}

fn individual_to_organization(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(stated) = cx.principal.and_then(|stated| stated.kind).filter(|kind| kind.is_organization())
    else {
        return;
    };
    let filed = out.filed_as(cx).and_then(|filed| filed.kind);
    out.needs_known(cx, &[Known::KIND]);
    if filed == Some(PrincipalKind::Individual) {
        let params = params![filed: PrincipalKind::Individual, stated: stated];
        out.find(&Location::ROOT, &[Key::Principal, Key::Kind], params);
    }
}

rule! {
    /// A principal that takes a new name has its domains registered in it first: those of the order, by a rule of
    /// their own, and those of the filed services that the order leaves out.
    ///
    /// **Why.** After the change the domains belong to somebody who is not the principal.
    ///
    /// **Example.** A renamed company changes its filing, and its second site's domain still shows the old name.
    pub(super) DOMAIN_IN_OLD_NAME = "change.domain-in-old-name" {
        severity: Warning,
        actor: Registrar,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [domains, name],
        at: ["/principal/name"],
        sources: [stated(CHANGE_FILING): Step::Preparation.at("备案域名 · 申请备案时填报的备案主体信息应与域名注册人实名认证信息相符")],
        cited: [Huawei: documents::FILING_CHANGES, "变更备案类型与范围 · 修改限制"],
        summary: {
            zh: "主办者更名的，须先更新域名实名信息",
            en: "A renamed principal first updates the registration data of its domains.",
        },
        message: {
            zh: "已备案的域名 {domains} 仍登记在原名称“{name}”下。请先在域名注册商处更新实名信息，再提交变更备案。",
            en: "Filed domains are still registered under the old name “{name}”: {domains}. Update their registration data at the registrar first, then submit the change.",
        },
        check: [Order(domain_in_old_name)],
    }
}

fn domain_in_old_name(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(filed) = out.filed_as(cx) else { return };
    out.needs_known(cx, &[Known::NAME]);
    if !is_renamed(cx, filed) {
        return;
    }
    if out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Name]) {
        return;
    }
    let Some(name) = filled(filed.name.as_ref()) else { return };
    let domains = left_out(cx).filter_map(|filed| filed.service.as_deref()).flat_map(Service::domains);
    let old = domains
        .filter(|domain| {
            let registrant = domain.registration.as_ref().and_then(|known| filled(known.registrant.as_ref()));
            registrant.is_some_and(|registrant| same_name(registrant, name))
        })
        .filter_map(|domain| filled(domain.name.as_ref()));
    let old: BTreeSet<&str> = set(old);
    if !old.is_empty() {
        let domains: Param = Param::List(old.into_iter().map(Param::name).collect());
        out.find(
            &Location::ROOT,
            &[Key::Principal, Key::Name],
            params![domains: domains, name: Param::name(name)],
        );
    }
    needs_domains_known(cx, out);
}

/// Says that the rule needs to know whose the domains of the services are that the order leaves out.
fn needs_domains_known(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(own) = cx.filed_principal else { return };
    let is_left_out = |filed: &FiledService| left_out(cx).any(|other| std::ptr::eq(other, filed));
    let is_known = |domain: &Domain| {
        domain.registration.as_ref().is_some_and(|known| filled(known.registrant.as_ref()).is_some())
    };
    out.needs_services_known(cx, own, is_left_out, |service| {
        service.domains().any(|domain| !is_known(domain)).then(|| at_keys(&[Key::Domains]))
    });
}

rule! {
    /// A change of filing that states the principal as it is filed changes services alone: a change of service is
    /// enough, and asks for less.
    ///
    /// **Why.** What is typed anew is reviewed anew.
    ///
    /// **Example.** A company renames its site, and hands in the principal's particulars as they were.
    pub(super) PRINCIPAL_UNCHANGED = "change.principal-unchanged" {
        severity: Advice,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [kind],
        at: ["/kind"],
        sources: [stated(CHANGE_FILING): Step::Scene.at("若您只需要变更服务（网站/APP）信息，可直接进行")],
        summary: {
            zh: "主体信息没有变化的，办理“变更服务”即可",
            en: "If nothing changes about the principal, a change of service is enough.",
        },
        message: {
            zh: "主体信息与已备案的一致。只变更服务信息的，办理“{kind}”即可。",
            en: "The principal is the same as on record. To change only services, submit “{kind}” instead.",
        },
        check: [Order(principal_unchanged)],
    }
}

fn principal_unchanged(cx: &CheckContext<'_>, out: &mut Outcome) {
    if cx.order.services().is_empty() || cx.is_individual() {
        return;
    }
    let Some(stated) = cx.principal else { return };
    let Some(filed) = out.filed_as(cx) else { return };
    if touches_principal(filed, stated) {
        return;
    }
    // What the registry does not hold may be what changes.
    out.needs_known(
        cx,
        &[
            Known::NAME,
            Known::KIND,
            Known::REGION,
            Known::MAILING_ADDRESS,
            Known::CERTIFICATE_NUMBER,
            Known::REPRESENTATIVE,
            Known::REPRESENTATIVE_NUMBER,
            Known::RESPONSIBLE_PERSON,
            Known::RESPONSIBLE_PERSON_MOBILE,
        ],
    );
    let has_contact =
        stated.responsible_person.as_ref().is_some_and(|person| person.emergency_contact.is_some());
    if !out.is_undetermined() && has_contact {
        if Filed::of(filed) == Filed::of(stated) {
            out.find(&Location::ROOT, &[Key::Kind], params![kind: OrderKind::ChangeService]);
        } else {
            out.needs(Need::Registry);
        }
    }
}

/// Whether the order states something of the principal otherwise than it is filed, where both say it.
fn touches_principal(filed: &Principal, stated: &Principal) -> bool {
    Filed::of(filed).differs_from(&Filed::of(stated))
}

/// What a change of filing can change of a principal.
#[derive(PartialEq)]
struct Filed<'a>([Option<&'a str>; 14], Option<PrincipalKind>);

impl<'a> Filed<'a> {
    fn of(principal: &'a Principal) -> Self {
        let certificate = principal.certificate.as_ref();
        let representative = principal.legal_representative.as_ref();
        let person = principal.responsible_person.as_ref();
        let number = |certificate: Option<&'a Certificate>| filled(certificate?.number.as_ref());
        Self(
            [
                filled(principal.name.as_ref()),
                filled(principal.region.as_ref()),
                filled(principal.mailing_address.as_ref()),
                filled(principal.remark.as_ref()),
                number(certificate),
                certificate.and_then(|known| filled(known.address.as_ref())),
                certificate.and_then(|known| Some(known.kind?.as_str())),
                representative.and_then(|person| filled(person.name.as_ref())),
                number(representative.and_then(|person| person.certificate.as_ref())),
                person.and_then(|person| filled(person.name.as_ref())),
                number(person.and_then(|person| person.certificate.as_ref())),
                person.and_then(|person| filled(person.mobile.as_ref())),
                person.and_then(|person| filled(person.emergency_contact.as_ref())),
                person.and_then(|person| filled(person.email.as_ref())),
            ],
            principal.kind,
        )
    }

    fn differs_from(&self, other: &Self) -> bool {
        let differ = |(a, b): (Option<&str>, Option<&str>)| a.zip(b).is_some_and(|(a, b)| a != b);
        self.0.iter().copied().zip(other.0.iter().copied()).any(differ)
            || matches!((self.1, other.1), (Some(a), Some(b)) if a != b)
    }
}
