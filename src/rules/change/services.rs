//! What a change does to services.

use crate::engine::context::CheckContext;
use crate::engine::filed::{Known, Unknown};
use crate::engine::nodes::{DomainNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::model::order::{ChangeFiling, ChangeService, Order};
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::{FiledPrincipal, FiledService};
use crate::model::resource::address;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::Service;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Chapter, Grade, Provider, Severity, Step};
use crate::rules::change::{is_other_principal, left_out};
use crate::rules::filed;
use crate::rules::filed::Sought;
use crate::rules::remedies;
use crate::text::{filled, same_name, set, Term, Text};
use crate::value::{DomainName, FilingNumber, Mobile};
use chrono::Days;
use std::collections::BTreeSet;

rule! {
    /// Only what is filed in this account can be changed: the principal and each service by its filing number.
    ///
    /// **Why.** The provider can change what it has filed. Another's filing is changed there, or accessed here
    /// first.
    ///
    /// **Example.** A number of a principal that another account has filed.
    pub(super) NOT_FILED_HERE = "change.not-filed-here" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Registry, Account, Inputs],
        params: [number, reason, advice],
        at: ["/filing_number", "/services/{s}/filing_number"],
        sources: [
            stated(CHANGE_FILING): Chapter::ChangeFiling.at("已经成功办理备案的服务（网站/APP），支持备案信息"),
            stated(CHANGE_SERVICE): Chapter::ChangeService.at("已经成功办理备案的网站/APP，支持网站/APP 信息的变更申请"),
        ],
        miit: [1016, 1048, 1049, 1050, 1053, 1058, 1059],
        summary: {
            zh: "只能变更本账号下已备案的主体和服务",
            en: "Only principals and services filed in this account can be changed.",
        },
        message: {
            zh: "{reason}，不能变更{number?（备案号：@）}。{advice}",
            en: "This cannot be changed: {reason}{number? (@)}. {advice}",
        },
        check: [Start(principal_not_filed_here), Service(service_not_filed_here)],
    }
}

fn principal_not_filed_here(cx: &CheckContext<'_>, out: &mut Outcome) {
    let number = cx.order.filing_number();
    filed::check(cx, &Location::ROOT, &[Key::FilingNumber], number, Sought::Principal, &ADVICE, out);
}

fn service_not_filed_here(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let number = node.service.filing_number();
    let parsed = number.and_then(|number| FilingNumber::parse(number).ok());
    // The principal's number is wrong: the service's says nothing new.
    let repeats = parsed.is_some() && parsed.map(FilingNumber::principal) == cx.filing_number;
    if repeats && out.is_blocked(&Location::ROOT, &[Key::FilingNumber]) {
        return;
    }
    let sought = Sought::Service(cx.filing_number);
    filed::check(cx, &node.at, &[Key::FilingNumber], number, sought, &ADVICE, out);
}

const ADVICE: filed::Advice = filed::Advice {
    other_account: Term { code: "log_in", text: Text { zh: "请换用备案所在的账号登录后办理。", en: "Log in with the account that holds the filing." } },
    elsewhere: Term { code: "change_there_or_file_access", text: Text { zh: "请到备案所在的接入商办理变更，或先在本接入商办理接入备案。", en: "Submit the change to the provider that holds the filing, or submit an access filing here first." } },
};

rule! {
    /// An individual's service responsible person is the principal's responsible person. A change of services cannot change it; a change of
    /// filing can. A responsible person that is given all the same has to be as it is filed.
    ///
    /// **Why.** The form shows the responsible person and does not let it be edited.
    ///
    /// **Example.** An individual gives a new mobile for its site in a change of service.
    pub(super) SERVICE_RESPONSIBLE_PERSON_OF_INDIVIDUAL = "change.service-responsible-person-of-individual" {
        severity: Blocker,
        orders: CHANGE_SERVICE,
        needs: [Registry, Inputs],
        params: [fields],
        at: ["/services/{s}/responsible_person"] of Individual,
        sources: [stated(CHANGE_SERVICE): Step::Scene.at("个人备案时，服务负责人默认为主体负责人")],
        summary: {
            zh: "个人备案的服务负责人就是主体负责人，不能通过变更服务修改",
            en: "An individual's service has the principal's responsible person, which a change of service cannot change.",
        },
        message: {
            zh: "个人备案的服务负责人就是主体负责人，不能通过变更服务修改（与备案不同的有：{fields}）。请删除服务负责人信息；确需修改的，请办理变更备案。",
            en: "For an individual the responsible person of the service is the principal's, and a change of service cannot change it (differs from the record: {fields}). Leave the responsible person out, or submit a change of filing.",
        },
        check: [Service(service_responsible_person_of_individual)],
        remedy: remedies::remove,
    }
}

fn service_responsible_person_of_individual(
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    out: &mut Outcome,
) {
    let Some(responsible_person) = node.service.responsible_person() else { return };
    let Some(filed) = out.filed_as(cx) else { return };
    out.needs_known(cx, &[Known::KIND]);
    if !cx.is_individual() {
        return;
    }
    let fields = differing(responsible_person, filed);
    if !fields.is_empty() {
        let shown = |key| if key == Key::Name { Param::from(NAME_OF_PERSON) } else { Param::from(key) };
        let fields = Param::List(fields.into_iter().map(shown).collect());
        out.find(&node.at, &[Key::ResponsiblePerson], params![fields: fields]);
    }
    if responsible_person.mobile.is_some() {
        out.needs_known(cx, &[Known::RESPONSIBLE_PERSON_MOBILE]);
    }
    if responsible_person.name.is_some() {
        out.needs_known(cx, &[Known::NAME]);
    }
    if responsible_person.certificate.is_some() {
        out.needs_known(cx, &[Known::CERTIFICATE_NUMBER]);
    }
}

const NAME_OF_PERSON: Term = Term { code: Key::Name.as_str(), text: Text { zh: "姓名", en: "name" } };

/// What a responsible person says otherwise than the filed individual.
fn differing(responsible_person: &ResponsiblePerson, filed: &Principal) -> Vec<Key> {
    let own = filed.responsible_person.as_ref();
    let contact = |field: fn(&ResponsiblePerson) -> &Option<String>| {
        let (given, own) =
            (filled(field(responsible_person).as_ref()), own.and_then(|own| filled(field(own).as_ref())));
        matches!((given, own), (Some(given), Some(own)) if !is_same_contact(given, own))
    };
    let number = |certificate: Option<&'_ crate::model::certificate::Certificate>| {
        certificate.and_then(|certificate| filled(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let names = (filled(responsible_person.name.as_ref()), filled(filed.name.as_ref()));
    let numbers = (number(responsible_person.certificate.as_ref()), number(filed.certificate.as_ref()));
    let differs = [
        (Key::Name, matches!(names, (Some(given), Some(own)) if !same_name(given, own))),
        (Key::Certificate, matches!(numbers, (Some(given), Some(own)) if given != own)),
        (Key::Mobile, contact(|person| &person.mobile)),
        (Key::EmergencyContact, contact(|person| &person.emergency_contact)),
        (Key::Email, contact(|person| &person.email)),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}

fn is_same_contact(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || matches!((Mobile::parse(a), Mobile::parse(b)), (Ok(a), Ok(b)) if a == b)
}

rule! {
    /// A website that changes keeps the domains that are filed under its number. Another domain is another website: it
    /// is added by an order of its own, and an old one is deregistered.
    ///
    /// A website that was filed with several domains before April 2019 keeps them until it is changed, and takes no
    /// more.
    ///
    /// **Why.** The ministry numbers by domain.
    ///
    /// **Example.** A company moves its site from `example.com` to `example.cn` by a change of service.
    pub(super) DOMAIN_NOT_FILED = "change.domain-not-filed" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Registry, Inputs],
        params: [domain, number],
        at: ["/services/{s}/domains/{d}/name"],
        instead_of: ["domain.suffix-unconfirmed"],
        sources: [stated(CHANGE): documents::NUMBERING_NOTICE.at("变更备案、变更网站时")],
        miit: [1021],
        cited: [
            Huawei: documents::FILING_CHANGES, "变更备案类型与范围 · 修改限制";
            Ucloud: documents::FILING_NUMBERS_OF_UCLOUD, "一个域名对应一个备案编号";
        ],
        summary: {
            zh: "变更备案不能更换或增加网站域名",
            en: "A change cannot replace or add a website's domain.",
        },
        message: {
            zh: "域名 {domain} 不在备案号 {number} 下。变更备案不能更换或增加域名：新域名请办理新增服务，不再使用的域名请注销。",
            en: "{domain} is not filed under {number}. A change cannot replace or add a domain: add a new domain as a service, and deregister one that is no longer used.",
        },
        check: [Domain(domain_not_filed)],
    }
}

fn domain_not_filed(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let (Service::Website(_), Some(Ok(name))) = (node.service.service, &node.name) else { return };
    let Some((own, place, filed)) = filed_service(cx, node.service, out) else { return };
    let domains = || filed.service.as_deref().into_iter().flat_map(Service::domains);
    let names: Vec<DomainName<'_>> =
        domains().filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok()).collect();
    if names.iter().any(|filed| name.is_under(filed) || filed.is_under(name)) {
        return;
    }
    if filed.service.is_none() || domains().any(|domain| filled(domain.name.as_ref()).is_none()) {
        return out.needs_unknown(cx, Unknown::Service(own, place));
    }
    if !names.is_empty() {
        let params = params![
            domain: Param::name(name.to_unicode()),
            number: Param::name(filed.filing_number.as_deref().unwrap_or("?")),
        ];
        out.find(&node.at, &[Key::Name], params);
    }
}

/// The filed service that the order changes, with its principal and its place there, where nothing speaks against its
/// number.
fn filed_service<'a>(
    cx: &CheckContext<'a>,
    node: &ServiceNode<'_>,
    out: &mut Outcome,
) -> Option<(&'a FiledPrincipal, usize, &'a FiledService)> {
    let number = FilingNumber::parse(node.service.filing_number()?).ok()?;
    let registry = out.registry(cx)?;
    if out.is_blocked(&node.at, &[Key::FilingNumber]) || registry.is_ambiguous(&number) {
        return None;
    }
    let Some(filed) = registry.service(&number) else {
        if let Some(unknown) = filed::unnumbered(cx, registry, number, Sought::Service(None)) {
            out.needs_unknown(cx, unknown);
        }
        return None;
    };
    let place = filed.principal.services.iter().position(|own| std::ptr::eq(own, filed.service))?;
    Some((filed.principal, place, filed.service))
}

rule! {
    /// At UCloud a change of filing carries the principal and every service that it has with the
    /// provider. The guide of Tencent Cloud lets the applicant choose the services.
    ///
    /// A change of the principal alone, without services, is an order of its own there and is not looked at.
    ///
    /// **Why.** The authority gets the whole record.
    ///
    /// **Example.** Two sites are filed, and the order names one.
    pub(super) SERVICES_LEFT_OUT = "change.services-left-out" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [services],
        at: ["/services"],
        sources: [
            stated(CHANGE_FILING): documents::CHANGES_OF_UCLOUD.at("注意 · 变更任意一项内容，主体信息和在我司接入的全部网站信息一并提交至管局审核"),
        ],
        providers: [Ucloud],
        summary: {
            zh: "变更备案须包含主体在本接入商的全部服务",
            en: "A change of filing includes every service that the principal has with the provider.",
        },
        message: {
            zh: "变更备案须包含主体在本接入商的全部服务，本订单缺少：{services}。请补充，或只办理变更主体、变更服务。",
            en: "A change of filing must include every service with this provider. Missing: {services}. Add them, or change only the principal or only the services.",
        },
        check: [Order(services_left_out)],
    }
}

fn services_left_out(cx: &CheckContext<'_>, out: &mut Outcome) {
    if cx.order.services().is_empty() {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    if cx.filed_principal.is_none() {
        if let Some(unknown) = cx.filed_unknown {
            out.needs_unknown(cx, unknown);
        }
        return;
    }
    let provider = &cx.rulebook.version().provider;
    let unnumbered = cx.filed_principal.and_then(|own| {
        let place = own.services.iter().position(|filed| filed.number().is_none())?;
        Some(Unknown::ServiceNumber(own, place))
    });
    if let Some(unknown) = unnumbered {
        return out.needs_unknown(cx, unknown);
    }
    let here = left_out(cx).filter(|filed| filed.providers.iter().any(|name| name == provider));
    let missing: Vec<Param> =
        here.map(|filed| Param::name(filed.filing_number.as_deref().unwrap_or("?"))).collect();
    if !missing.is_empty() {
        out.find(&Location::ROOT, &[Key::Services], params![services: Param::List(missing)]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

rule! {
    /// A new address within the provider takes no new filing. A principal with a licence for commercial services is an
    /// exception: the address has to be the one that the licence registers, so the licence is changed as well.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The authority compares the two.
    ///
    /// **Example.** A licence holder moves its site to a new server.
    pub(super) LICENSED_ADDRESS = "change.licensed-address" {
        severity: Warning,
        actor: Authority,
        orders: CHANGE,
        needs: [Registry, Inputs],
        params: [filed, stated],
        at: ["/services/{s}/resources"],
        sources: [stated(CHANGE): documents::CHANGE_FAQ.at("更换成腾讯云的其它 IP 是否需要重新备案或变更备案？")],
        providers: [Tencent],
        summary: {
            zh: "持有经营许可证的，服务 IP 须与许可证登记的一致",
            en: "A licence holder's IP address is the one registered on the licence.",
        },
        message: {
            zh: "该服务的 IP 由 {filed} 改为 {stated}。主办者持有经营性 ICP 许可证，IP 须与许可证登记的一致，请同时办理许可证变更。",
            en: "The IP address of this service changes from {filed} to {stated}. The principal holds a commercial ICP licence, on which the address is registered: have the licence updated as well.",
        },
        check: [Service(licensed_address)],
    }
}

fn licensed_address(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let number = node.service.filing_number().and_then(|number| FilingNumber::parse(number).ok());
    let is_licensed = node.service.license_number().is_some_and(|number| !number.trim().is_empty())
        || number.or(cx.filing_number).is_some_and(FilingNumber::is_licence_based);
    if !is_licensed {
        return;
    }
    let Some((own, place, filed)) = filed_service(cx, node, out) else { return };
    if filed.service.is_none() {
        return out.needs_unknown(cx, Unknown::Service(own, place));
    }
    let addresses = |service: &Service| -> BTreeSet<String> {
        set(service.resources().iter().filter_map(address).map(str::to_owned))
    };
    let (filed, stated) =
        (filed.service.as_deref().map(addresses).unwrap_or_default(), addresses(node.service));
    if !filed.is_empty() && !stated.is_empty() && filed != stated {
        let shown =
            |addresses: BTreeSet<String>| Param::List(addresses.into_iter().map(Param::name).collect());
        out.find(&node.at, &[Key::Resources], params![filed: shown(filed), stated: shown(stated)]);
    }
}

rule! {
    /// What changes is handed in thirty days before it takes effect.
    ///
    /// **Why.** The regulation on filing says so; a change that is late may be fined.
    ///
    /// **Example.** A company that moves next week hands in its new address today.
    pub(super) LATE = "change.late" {
        severity: Warning,
        orders: CHANGE,
        needs: [Inputs],
        params: [effective_on, latest],
        at: [""],
        sources: [
            stated(CHANGE): documents::FILING_REGULATION.at("第十四条、第二十六条"),
            stated(CHANGE): documents::MEASURES.at("第十一条"),
            stated(CHANGE): documents::FILING_CHANGES.at("概述"),
        ],
        summary: {
            zh: "备案信息变化须提前 30 日办理变更",
            en: "A change is submitted thirty days before it takes effect.",
        },
        message: {
            zh: "变更自 {effective_on} 起生效，按规定最迟应在 {latest} 提交。请尽快提交，逾期可能被处罚。",
            en: "The change takes effect on {effective_on} and should have been submitted by {latest}. Submit at once; a late change may be fined.",
        },
        check: [Order(late)],
    }
}

fn late(cx: &CheckContext<'_>, out: &mut Outcome) {
    let (Order::ChangeFiling(ChangeFiling { effective_on, .. })
    | Order::ChangeService(ChangeService { effective_on, .. })) = cx.order
    else {
        return;
    };
    let Some(effective_on) = *effective_on else {
        return out.needs_input(&Location::ROOT, &[Key::EffectiveOn]);
    };
    let latest = effective_on.checked_sub_days(Days::new(30));
    if let Some(latest) = latest.filter(|latest| *latest < cx.context.today) {
        out.find(&Location::ROOT, &[Key::EffectiveOn], params![effective_on, latest]);
    }
}

rule! {
    /// At Huawei Cloud the filing of an APP does not pass to another principal, in no province: it is deregistered and
    /// filed anew. With others, which do not speak of it, that is a warning. Websites pass where the province takes that.
    ///
    /// An individual's filing that becomes an organisation's is not meant: the guide allows that, where the province
    /// does.
    ///
    /// **Why.** An APP is filed with the keys of whoever signs it.
    ///
    /// **Example.** In a province that moves sites, the buyer of a company takes over its APP as well.
    pub(super) APP_TO_ANOTHER_PRINCIPAL = "change.app-to-another-principal" {
        severity: Blocker,
        actor: EarlierOrder,
        grades: &[Grade::new(
            Severity::Warning,
            "华为云以外的接入商",
            "with other providers than Huawei Cloud",
        )],
        orders: CHANGE_FILING,
        needs: [Registry, Inputs],
        params: [filed, stated],
        at: ["/services/{s}/filing_number"] of Organization,
        sources: [stated(CHANGE_FILING): documents::RULES_OF_HUAWEI.at("AppMigration")],
        summary: {
            zh: "APP 备案不能转到其他主办者名下",
            en: "An APP's filing cannot be transferred to another principal.",
        },
        message: {
            zh: "APP 备案不能由“{filed}”转到“{stated}”名下。请先注销该 APP 的备案，再由新主办者重新备案。",
            en: "An APP's filing cannot be transferred from {filed} to {stated}. Deregister it, then have the new principal file the APP anew.",
        },
        check: [App(app_to_another_principal)],
    }
}

fn app_to_another_principal(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(stated) = cx.principal else { return };
    let Some(filed) = out.filed_as(cx) else { return };
    out.needs_known(cx, &[Known::KIND]);
    let filers = (filed.kind.map(PrincipalKind::filer), stated.kind.map(PrincipalKind::filer));
    // Where the principal may not become another at all, that is the finding.
    let is_said = out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Name])
        || out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Kind]);
    if is_said || filers.0 != filers.1 || !is_other_principal(cx, filed, out) {
        return;
    }
    let name = |principal: &Principal| Param::name(principal.name.as_deref().unwrap_or("?").trim());
    let grade = match cx.rulebook.provider() {
        Some(Provider::Huawei) => Severity::Blocker,
        _ => Severity::Warning,
    };
    let params = params![filed: name(filed), stated: name(stated)];
    out.find_graded(grade, &node.at, &[Key::FilingNumber], params, |_| None);
}
