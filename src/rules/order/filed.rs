//! An order beside what is filed.

use crate::engine::context::CheckContext;
use crate::engine::filed::{at_keys, Known, Unknown};
use crate::engine::nodes::{PrincipalNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::model::certificate::{Certificate, ValidUntil};
use crate::model::order::{Order, OrderKind};
use crate::model::principal::{Filer, Principal, PrincipalKind};
use crate::model::registry::{FiledPrincipal, FiledService};
use crate::model::resource::address;
use crate::model::service::{Service, ServiceKind};
use crate::path::{FieldPath, Key, Location};
use crate::report::Param;
use crate::rule::{documents, Grade, Provider, Severity};
use crate::rules::change::{KIND_OF_CERTIFICATE, KIND_OF_PRINCIPAL};
use crate::rules::order::registrable;
use crate::rules::{change, province, remedies};
use crate::text::{filled, folded, set, share_any, Term, Text};
use crate::value::{DomainName, FilingNumber, Region};
use std::collections::BTreeSet;

rule! {
    /// The ministry's SMS check goes to the contact that is filed. Where that works no more, only a change of
    /// filing and an addition can be verified, by the new number; every other order takes a change of filing
    /// first. A change of an organisation's services states their responsible persons anew, and it is they who are
    /// asked.
    ///
    /// UCloud's page of 2025 has no check when services are deregistered, and a check by the new number when an access
    /// filing states one: with it these orders are warned.
    ///
    /// **Why.** A check that nobody answers in 24 hours returns the order.
    ///
    /// **Example.** The filed responsible person has left, and the company wants to deregister a site.
    pub(super) RESPONSIBLE_PERSON_UNREACHABLE = "order.responsible-person-unreachable" {
        severity: Blocker,
        actor: EarlierOrder,
        grades: &[Grade::new(
            Severity::Warning,
            "UCloud 的接入备案和注销服务",
            "access filings and deregistrations of services with UCloud",
        )],
        orders: ACCESS | CHANGE_SERVICE | DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry, Inputs],
        params: [],
        at: [""],
        sources: [
            stated(ACCESS | CHANGE_SERVICE | DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES): documents::SMS_GUIDE.at("短信验证信息输入错误"),
        ],
        cited: [Ucloud: documents::WHO_VERIFIES, "短信核验类型"],
        summary: {
            zh: "已备案负责人须能接收短信核验",
            en: "The filed responsible person can receive the ministry's SMS check.",
        },
        message: {
            zh: "已备案负责人的联系方式已失效，无法完成工信部短信核验。请先在备案所在的接入商办理变更备案，更新联系方式。",
            en: "The filed contact of the responsible person no longer works, so the ministry's SMS check cannot be completed. First update it by a change of filing with the provider that holds the filing.",
        },
        check: [Order(responsible_person_unreachable)],
        remedy: remedies::change_the_filing_first,
    }
}

fn responsible_person_unreachable(cx: &CheckContext<'_>, out: &mut Outcome) {
    // A change of an organisation's services states the responsible persons anew, who are asked.
    if cx.kind == OrderKind::ChangeService {
        match out.filer(cx) {
            Some(Filer::Individual) => {}
            Some(Filer::Organization) => return,
            None => return out.needs_known(cx, &[Known::KIND]),
        }
    }
    let Some(registry) = out.registry(cx) else { return };
    let of_service = || match cx.order {
        Order::DeregisterServices(order) => {
            let number = order.service_numbers.iter().find_map(|number| FilingNumber::parse(number).ok())?;
            registry.principal(&number)
        }
        _ => None,
    };
    let filed = if cx.kind == OrderKind::DeregisterServices { of_service() } else { out.filed(cx) };
    let Some(filed) = filed else {
        // The services that are named may be of a principal whose number is not known.
        let unnumbered = registry.unnumbered().next().filter(|_| cx.kind == OrderKind::DeregisterServices);
        if let Some(unknown) = unnumbered.map(Unknown::FilingNumber) {
            out.needs_unknown(cx, unknown);
        }
        return;
    };
    match filed.responsible_person_contact_works {
        Some(true) => {}
        Some(false) => {
            let is_asked = !matches!(cx.kind, OrderKind::AccessFiling | OrderKind::DeregisterServices)
                || cx.rulebook.provider() != Some(Provider::Ucloud);
            let most = if is_asked { Severity::Blocker } else { Severity::Warning };
            out.find_graded(most, &Location::ROOT, &[], params![], |_| None);
        }
        None => out.needs_of_filed(registry, filed, Key::ResponsiblePersonContactWorks),
    }
}

rule! {
    /// A filed responsible person whose certificate has run out is renewed by a change of filing before anything else is handed
    /// in.
    ///
    /// **Inferred.** The page says that no new filing goes through before; a change of service is reviewed with the same
    /// record, which is a warning.
    ///
    /// **Why.** What is filed is reviewed again with each order.
    ///
    /// **Example.** The identity card that was filed five years ago ran out last spring.
    pub(super) FILED_CERTIFICATE_EXPIRED = "order.filed-certificate-expired" {
        severity: Blocker,
        actor: EarlierOrder,
        grades: &[Grade::new(Severity::Warning, "变更服务", "a change of service")],
        orders: ADD_SERVICE | CHANGE_SERVICE,
        needs: [Registry, Account, Inputs],
        params: [date, today],
        at: [""],
        sources: [
            stated(ADD_SERVICE): documents::CHANGE_FAQ.at("身份证过期需要去变更信息吗？"),
            inferred(CHANGE_SERVICE): documents::CHANGE_FAQ.at("身份证过期需要去变更信息吗？"),
            inferred(ADD_SERVICE | CHANGE_SERVICE): documents::ERRORS_OF_HUAWEI.at("主体信息不合格类错误 · 主体负责人身份证已过期"),
        ],
        summary: {
            zh: "已备案负责人的证件过期的，须先办理变更备案",
            en: "If the certificate of a filed responsible person has expired, a change of filing comes first.",
        },
        message: {
            zh: "已备案的负责人证件已于 {date} 到期（提交日：{today}）。请先办理变更备案更新证件，再提交本订单。",
            en: "The filed certificate of a responsible person expired on {date} (day of submission: {today}). Update it by a change of filing first, then submit this order.",
        },
        check: [Order(filed_certificate_expired)],
        remedy: remedies::change_the_filing_first,
    }
}

fn filed_certificate_expired(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(filed_principal) = out.filed(cx) else { return };
    let today = cx.context.today;
    let ended = |certificate: &Certificate| match certificate.valid_until {
        Some(ValidUntil::Day(date)) if date < today => Some(date),
        _ => None,
    };
    let filer = filed_principal.kind().map(PrincipalKind::filer);
    let of_principal = filed_principal.principal.as_ref().and_then(|filed| {
        let of_responsible_person = filed
            .responsible_person
            .as_ref()
            .and_then(|responsible_person| responsible_person.certificate.as_ref());
        match filer {
            Some(Filer::Individual) => of_responsible_person.or(filed.certificate.as_ref()),
            _ => of_responsible_person,
        }
    });
    // A service of the order states its responsible person anew.
    let others = filed_principal.services.iter().filter(|filed| !is_in_order(cx, filed));
    let people =
        others.filter_map(|filed| filed.service.as_ref()?.responsible_person()?.certificate.as_ref());
    if let Some(date) = of_principal.into_iter().chain(people).find_map(ended) {
        let grade = match cx.kind {
            OrderKind::ChangeService => Severity::Warning,
            _ => Severity::Blocker,
        };
        return out.find_graded(grade, &Location::ROOT, &[], params![date, today], |_| None);
    }
    needs_numbers(cx, filed_principal, out);
    match filer {
        Some(Filer::Individual) => return out.needs_known(cx, &[Known::VALID_UNTIL]),
        _ => out.needs_known(cx, &[Known::KIND, Known::RESPONSIBLE_PERSON_VALID_UNTIL]),
    }
    let is_asked = |filed: &FiledService| !is_in_order(cx, filed);
    out.needs_services_known(cx, filed_principal, is_asked, |service| match service.responsible_person() {
        None => Some(at_keys(&[Key::ResponsiblePerson])),
        Some(person) => match &person.certificate {
            None => Some(at_keys(&[Key::ResponsiblePerson, Key::Certificate])),
            Some(certificate) => certificate
                .valid_until
                .is_none()
                .then(|| at_keys(&[Key::ResponsiblePerson, Key::Certificate, Key::ValidUntil])),
        },
    });
}

/// Whether a filed service is one that the order names by its number.
fn is_in_order(cx: &CheckContext<'_>, filed: &FiledService) -> bool {
    let number = |text: Option<&str>| text.and_then(|text| FilingNumber::parse(text).ok());
    let mut named =
        cx.order.services().iter().filter_map(|service| number(service.filing_number())).peekable();
    if named.peek().is_none() {
        return false;
    }
    // One whose number is not known may be one of them.
    filed.number().map_or(true, |own| named.any(|named| named == own))
}

/// Says that the rule needs the numbers of the filed services, where the order names some.
fn needs_numbers(cx: &CheckContext<'_>, own: &FiledPrincipal, out: &mut Outcome) {
    let names_any = cx.order.services().iter().any(|service| service.filing_number().is_some());
    let unnumbered = own.services.iter().position(|filed| filed.number().is_none());
    if let Some(place) = unnumbered.filter(|_| names_any) {
        out.needs_unknown(cx, Unknown::ServiceNumber(own, place));
    }
}

pub(super) const PRINCIPAL_NAME: Term =
    Term { code: "name", text: Text { zh: "主办者名称", en: "principal's name" } };
pub(super) const REPRESENTATIVE: Term =
    Term { code: "legal_representative", text: Text { zh: "法定代表人", en: "legal representative" } };
const DOMAIN_OF_WEBSITE: Term =
    Term { code: "domain", text: Text { zh: "网站域名", en: "website's domain" } };
pub(super) const SERVICE_NAME: Term =
    Term { code: "name", text: Text { zh: "服务名称", en: "name of the service" } };

rule! {
    /// What the check of the order's kind was passed with is frozen afterwards: the principal's province, kind, name,
    /// certificate and legal representative, and the domains. A mistake takes a new order.
    ///
    /// What the check was passed with is a fact of the context; before the check nothing is frozen.
    ///
    /// **Why.** The kind was decided by these values.
    ///
    /// **Example.** A wrong digit of the certificate number, found after the check.
    pub(super) VERIFIED_FIELD_CHANGED = "order.verified-field-changed" {
        severity: Warning,
        orders: FILING,
        needs: [Inputs],
        params: [field],
        at: ["/principal/region", "/principal/kind", "/principal/name", "/principal/certificate/kind", "/principal/certificate/number", "/principal/legal_representative/name", "/services/{s}/domains/{d}/name"],
        sources: [stated(FILING): documents::PC_STEPS_OF_HUAWEI.at("验证备案类型界面")],
        providers: [Huawei],
        summary: {
            zh: "验证备案类型时填写的信息，验证后不能修改",
            en: "What the filing type was verified with cannot be changed afterwards.",
        },
        message: {
            zh: "{field}与验证备案类型时填写的不一致。验证通过后不能修改，请改回原来的内容；确需修改的，请放弃本订单，重新创建并验证。",
            en: "The {field} differs from what the filing type was verified with, and can no longer be changed. Restore it, or withdraw this order, create a new one and verify it again.",
        },
        check: [Principal(verified_principal_changed), Service(verified_domain_changed)],
    }
}

fn verified_principal_changed(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(verification) = &cx.context.type_verification else {
        return out.needs_context(&[Key::TypeVerification]);
    };
    let Some(verified) = &verification.principal else {
        return out.needs_context(&[Key::TypeVerification, Key::Principal]);
    };
    let stated = node.principal;
    let province =
        |principal: &Principal| Region::parse(filled(principal.region.as_ref())?).ok().map(Region::province);
    let number =
        |certificate: Option<&Certificate>| filled(certificate?.number.as_ref()).map(str::to_ascii_uppercase);
    let certificate = |principal: &Principal| principal.certificate.as_ref().and_then(|known| known.kind);
    let name = |text: Option<&String>| filled(text).map(|name| folded(name).collect::<String>());
    let representative = |principal: &Principal| {
        name(principal.legal_representative.as_ref().and_then(|person| person.name.as_ref()))
    };
    let checks: [(bool, &[Key], Term); 6] = [
        (differ(province(verified), province(stated)), &[Key::Region], Key::Province.term()),
        (differ(verified.kind, stated.kind), &[Key::Kind], KIND_OF_PRINCIPAL),
        (differ(name(verified.name.as_ref()), name(stated.name.as_ref())), &[Key::Name], PRINCIPAL_NAME),
        (
            differ(certificate(verified), certificate(stated)),
            &[Key::Certificate, Key::Kind],
            KIND_OF_CERTIFICATE,
        ),
        (
            differ(number(verified.certificate.as_ref()), number(stated.certificate.as_ref())),
            &[Key::Certificate, Key::Number],
            Key::Number.term(),
        ),
        (
            differ(representative(verified), representative(stated)),
            &[Key::LegalRepresentative, Key::Name],
            REPRESENTATIVE,
        ),
    ];
    for (_, place, field) in checks.into_iter().filter(|(differs, ..)| *differs) {
        out.find(&node.at, place, params![field: field]);
    }
    let [region, kind, named, of_kind, numbered, represented] = [
        province(verified).is_none(),
        verified.kind.is_none(),
        name(verified.name.as_ref()).is_none(),
        certificate(verified).is_none(),
        number(verified.certificate.as_ref()).is_none(),
        representative(verified).is_none() && cx.is_organization(),
    ];
    let absent: Option<&[Key]> = match &verified.certificate {
        _ if region => Some(&[Key::Region]),
        _ if kind => Some(&[Key::Kind]),
        _ if named => Some(&[Key::Name]),
        None => Some(&[Key::Certificate]),
        Some(_) if of_kind => Some(&[Key::Certificate, Key::Kind]),
        Some(_) if numbered => Some(&[Key::Certificate, Key::Number]),
        Some(_) if represented => Some(&[Key::LegalRepresentative]),
        Some(_) => None,
    };
    if let Some(absent) = absent {
        let path: Vec<Key> =
            [Key::TypeVerification, Key::Principal].into_iter().chain(absent.iter().copied()).collect();
        out.needs_context(&path);
    }
}

fn verified_domain_changed(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(verified) = cx.context.type_verification.as_ref().map(|known| known.services.as_slice()) else {
        return;
    };
    let (Service::Website(website), false) = (node.service, verified.is_empty()) else { return };
    let is_told = |domain: &crate::model::domain::Domain| filled(domain.name.as_ref()).is_some();
    if !verified.iter().flat_map(Service::domains).all(is_told) {
        return out.needs_context(&[Key::TypeVerification, Key::Services, Key::Domains, Key::Name]);
    }
    let known: BTreeSet<String> = set(verified.iter().flat_map(registrable));
    let at = node.at.key(Key::Domains);
    for (index, domain) in website.domains.iter().enumerate() {
        let name = domain.name.as_deref().and_then(|name| DomainName::parse(name).ok());
        if name.is_some_and(|name| !known.contains(&*name.registrable().to_unicode())) {
            out.find(&at.index(index), &[Key::Name], params![field: DOMAIN_OF_WEBSITE]);
        }
    }
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

rule! {
    /// The filed services of the principal, other than those of this order, are in order: they are open, and a website
    /// shows its filing number, with a link where that is said.
    ///
    /// Where the practice of the province is known, its own rule speaks.
    ///
    /// **Why.** They are looked at again with each addition and each change, which is refused where one is not.
    ///
    /// **Example.** An old site of the company has been down for a year.
    pub(super) FILED_SERVICE_NOT_IN_ORDER = "order.filed-service-not-in-order" {
        severity: Blocker,
        actor: Site,
        orders: ADDITIONS | CHANGE,
        needs: [Registry, Account, Inputs],
        params: [service, mistake],
        at: [""],
        sources: [
            stated(ADDITIONS): documents::NEW_SITES_FAQ.at("新增网站备案为什么要求修改主体备案下已备案的其他域名？"),
            stated(CHANGE): documents::REFUSALS_OF_HUAWEI.at("网站信息与内容规范 · 已备案网站访问问题"),
            stated(ADDITIONS | CHANGE): documents::REFUSAL_REASONS.at("已备案网站未开站/网站内容不合格"),
        ],
        cited: [Huawei: documents::REFUSALS_OF_HUAWEI, "网站信息与内容规范 · 已备案网站访问问题"],
        summary: {
            zh: "主体已备案的服务须能正常访问，网站须展示备案号",
            en: "The principal's filed services can be reached, and a website shows its filing number.",
        },
        message: {
            zh: "已备案的服务 {service} {mistake}，新增或变更会被驳回。请先整改；不再使用的，请先注销。",
            en: "The filed service {service} {mistake}, so adding or changing a service would be rejected. Fix it first, or deregister it if it is no longer used.",
        },
        check: [Order(filed_service_not_in_order)],
    }
}

fn filed_service_not_in_order(cx: &CheckContext<'_>, out: &mut Outcome) {
    if province::speaks_of_filed_services(cx) {
        return;
    }
    let Some(own) = out.filed(cx) else { return };
    let others = own.services.iter().enumerate().filter(|(_, filed)| !is_in_order(cx, filed));
    for (filed, service) in others.filter_map(|(_, filed)| Some((filed, filed.service.as_ref()?))) {
        let is_website = service.kind() == ServiceKind::Website;
        let mistake = match (service.open(), service.number_displayed(), service.number_linked()) {
            (Some(false), ..) => NOT_OPEN,
            (_, Some(false), _) if is_website => NOT_DISPLAYED,
            (_, _, Some(false)) if is_website => NOT_LINKED,
            _ => continue,
        };
        let number = filed.filing_number.as_deref().or(service.name()).unwrap_or("?");
        out.find(&Location::ROOT, &[], params![service: Param::name(number), mistake: mistake]);
    }
    out.needs_services_known(
        cx,
        own,
        |filed| !is_in_order(cx, filed),
        |service| {
            let is_website = service.kind() == ServiceKind::Website;
            let keys = [
                (Key::Open, service.open().is_none()),
                (Key::NumberDisplayed, is_website && service.number_displayed().is_none()),
                (Key::NumberLinked, is_website && service.number_linked().is_none()),
            ];
            keys.into_iter().find_map(|(key, is_absent)| is_absent.then(|| at_keys(&[key])))
        },
    );
}

const NOT_OPEN: Term =
    Term { code: "not_open", text: Text { zh: "无法正常访问", en: "cannot be reached" } };

const NOT_DISPLAYED: Term = Term {
    code: "number_not_displayed",
    text: Text { zh: "未展示备案号", en: "does not show its filing number" },
};

const NOT_LINKED: Term = Term {
    code: "number_not_linked",
    text: Text {
        zh: "展示的备案号未链接到 https://beian.miit.gov.cn",
        en: "does not link its filing number to https://beian.miit.gov.cn",
    },
};

rule! {
    /// The filed websites of the principal, other than those of this order, are what they were filed as: the title of
    /// the home page matches the name, and the domain leads to an address that is filed.
    ///
    /// **Inferred.** The page lists what is checked of filed services; a reviewer of a new order sees the same.
    ///
    /// **Why.** Spot checks compare the page and the address with the filing; what is not put right loses its access.
    ///
    /// **Example.** A filed site that moved to another provider without an access filing.
    pub(super) FILED_SERVICE_DIFFERS = "order.filed-service-differs" {
        severity: Warning,
        actor: Site,
        orders: ADDITIONS | CHANGE,
        needs: [Registry, Account, Inputs],
        params: [service, mistake],
        at: [""],
        sources: [inferred(ADDITIONS | CHANGE): documents::CHECKS.at("备案信息专项主要检查哪些内容？")],
        cited: [Huawei: documents::FILED_OF_HUAWEI, "备案信息维护与核查 · 备案信息核查"],
        summary: {
            zh: "主体已备案的网站须与备案的名称和 IP 相符",
            en: "The principal's filed websites match their filed names and IP addresses.",
        },
        message: {
            zh: "已备案的服务 {service} {mistake}，核查时可能被要求整改或取消接入。请先整改，或办理变更。",
            en: "The filed service {service} {mistake}; on inspection you may be asked to fix it, or its access may be cancelled. Fix it first, or change the filing.",
        },
        check: [Order(filed_service_differs)],
    }
}

fn filed_service_differs(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(own) = out.filed(cx) else { return };
    let is_other = |filed: &FiledService| !is_in_order(cx, filed);
    for filed in own.services.iter().filter(|filed| is_other(filed)) {
        let Some(service) = &filed.service else { continue };
        let mistake = if change::title_and_name(service).is_some() {
            OTHER_TITLE
        } else if leads_elsewhere(service) {
            LEADS_ELSEWHERE
        } else {
            continue;
        };
        let number = filed.filing_number.as_deref().or(service.name()).unwrap_or("?");
        out.find(&Location::ROOT, &[], params![service: Param::name(number), mistake: mistake]);
    }
    needs_numbers(cx, own, out);
    out.needs_services_known(cx, own, is_other, |service| {
        let Service::Website(website) = service else { return None };
        if filled(website.name.as_ref()).is_none() {
            return Some(at_keys(&[Key::Name]));
        }
        if filled(website.home_page_title.as_ref()).is_none() {
            return Some(at_keys(&[Key::HomePageTitle]));
        }
        let place = website.domains.iter().position(|domain| domain.addresses.is_none())?;
        Some(FieldPath::root().join(Key::Domains).join(place).join(Key::Addresses))
    });
}

/// Whether a filed website's domains lead to other addresses than those that it is filed with, where both are known.
fn leads_elsewhere(service: &Service) -> bool {
    let filed: BTreeSet<&str> = set(service.resources().iter().filter_map(address));
    let leads_to: BTreeSet<&str> =
        set(service.domains().flat_map(|domain| domain.addresses.iter().flatten()).map(|to| to.trim()));
    !filed.is_empty() && !leads_to.is_empty() && !share_any(&filed, &leads_to)
}

const OTHER_TITLE: Term = Term {
    code: "other_title",
    text: Text {
        zh: "的首页与备案的名称不符", en: "has a home page that does not match its filed name"
    },
};

const LEADS_ELSEWHERE: Term = Term {
    code: "leads_elsewhere",
    text: Text {
        zh: "的域名没有解析到备案的 IP",
        en: "has a domain that resolves to IP addresses other than those filed",
    },
};
