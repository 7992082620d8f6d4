//! What is filed already, and what may become of it.

use super::asked::{cell, differ, number, of, province, shown, when, who, worst};
use super::documents::is_with_order;
use super::services::shares_domain;
use super::standing::fact;
use crate::check;
use crate::check::province::Who;
use crate::engine::context::CheckContext;
use crate::engine::declared::Declared;
use crate::engine::filed::Known;
use crate::engine::nodes::{PrincipalNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::holder::{same_holder, Sameness};
use crate::model::material::MaterialKind;
use crate::model::order::OrderKind;
use crate::model::principal::Principal;
use crate::model::service::{Service, ServiceKind};
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::Rule;
use crate::rulebook::provinces::{
    Cell, ChangeRule, Column, FiledDataRule, FiledServiceRule, OrderKinds, ProvinceRules, Standing,
};
use crate::rules::province::{BY_STANDING, PRACTICE};
use crate::rules::remedies;
use crate::text::{filled, same_name, Text};

rule! {
    /// A hollow principal 空壳主体, one that is filed without any service, may add services directly in some
    /// provinces. Elsewhere it is deregistered first.
    ///
    /// **Why.** The authority cancels hollow principals.
    ///
    /// **Example.** A company of Guangdong whose only site was deregistered adds a new one.
    pub(super) HOLLOW_PRINCIPAL = "province.hollow-principal" {
        severity: Blocker,
        actor: EarlierOrder,
        grades: BY_STANDING,
        orders: NEW_TYPE,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province],
        at: ["/kind"],
        reads: [HollowPrincipalAdds],
        sources: [stated(NEW_TYPE): PRACTICE],
        summary: {
            zh: "部分省份的空壳主体须先注销，不能直接新增服务",
            en: "In some provinces a hollow principal must be deregistered and cannot add services directly.",
        },
        message: {
            zh: "该主体没有任何已备案服务，是空壳主体，{province}不允许其直接新增服务。请先向管局书面申请注销主体，再办理首次备案。",
            en: "This principal has no filed service left (a hollow principal), and {province} does not allow it to add services directly. Have it deregistered on paper, then make a first filing.",
        },
        check: [Order(hollow_principal)],
        remedy: remedies::deregister_the_hollow_principal_first,
    }
}

fn hollow_principal(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = &cx.context.registry else {
        if cell(cx, of!(hollow_principal_adds)).is_some_and(|cell| cell.claims().any(|claim| !*claim.value()))
        {
            out.needs(Need::Registry);
        }
        return;
    };
    let Some(filed) = cx.filed_principal else {
        if let Some(unknown) = cx.filed_unknown {
            out.needs_unknown(cx, unknown);
        }
        return;
    };
    match registry.is_hollow(filed) {
        Some(true) => {}
        Some(false) => return,
        None => return out.needs(Need::Registry),
    }
    let adds = |may: &bool| when(!*may);
    let refused = match (cx.kind, &cx.province_rules) {
        // It is filed: where it may not add, it is deregistered before it files first.
        (OrderKind::FirstFiling, Some(rules)) => {
            let who = Who { order: OrderKind::AddService, ..who(cx, None) };
            let Some(worst) = check::province::worst(rules, who, of!(hollow_principal_adds), true, adds)
            else {
                return out.needs(Need::ProvinceRules);
            };
            worst
        }
        _ => worst(cx, out, None, of!(hollow_principal_adds), adds),
    };
    if let Some((cell, ())) = refused {
        out.find_from(&Location::ROOT, &[Key::Kind], params![province: province(cx)], fact(cx, &cell));
    }
}

rule! {
    /// Order kinds that the province does not take online.
    ///
    /// **Why.** Some authorities take one combined change order, or a form by e-mail.
    ///
    /// **Example.** A change of service in Qinghai.
    pub(super) ORDER_KIND_UNAVAILABLE = "province.order-kind-unavailable" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: ALL,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, kind],
        at: ["/kind"],
        reads: [OrderKindsUnavailable],
        sources: [stated(ALL): PRACTICE],
        summary: {
            zh: "订单类型须为所在省份所支持",
            en: "The province must accept orders of this kind online.",
        },
        message: {
            zh: "{province}不支持在线办理“{kind}”。变更请改用变更备案，注销请联系当地通信管理局。",
            en: "{province} does not accept this kind of order online: {kind}. Instead of a change of service, use a change of filing; to deregister, contact the authority of the province.",
        },
        check: [Order(order_kind_unavailable)],
    }
}

fn order_kind_unavailable(cx: &CheckContext<'_>, out: &mut Outcome) {
    if cx.principal_kind.is_none() && cx.principal.is_none() && cx.context.registry.is_none() {
        // Who it is that files decides, and the registry knows.
        let hangs_on_kind = |cell: &Cell<OrderKinds>| {
            cell.value().0.contains(&cx.kind) && !cell.scope().includes(None, cx.kind, None)
        };
        let mut cells = cx.province_rules.iter().flat_map(ProvinceRules::order_kinds_unavailable);
        if cells.any(hangs_on_kind) {
            return out.needs(Need::Registry);
        }
    }
    let asks = |kinds: &OrderKinds| when(kinds.0.contains(&cx.kind));
    if let Some((cell, ())) = worst(cx, out, None, of!(order_kinds_unavailable), asks) {
        let params = params![province: province(cx), kind: cx.kind];
        out.find_from(&Location::ROOT, &[Key::Kind], params, fact(cx, &cell));
    }
}

/// What is filed of the principal; where that is not known, the rule is undetermined where the province asks.
pub(super) fn filed_data<'a, T>(
    cx: &CheckContext<'a>,
    dimension: Column<T>,
    out: &mut Outcome,
) -> Option<&'a Principal> {
    if cell(cx, dimension).is_some() {
        return out.filed_as(cx);
    }
    cx.filed_principal?.principal.as_deref()
}

/// Whether two organisations are two: their organisation codes and their names differ. An older number or a new name
/// alone says nothing.
pub(super) fn is_other_organization(filed: &Principal, stated: &Principal) -> bool {
    same_holder(filed.certificate.as_ref(), stated.certificate.as_ref()) == Sameness::Other
        && differ(filled(filed.name.as_ref()), filled(stated.name.as_ref()), same_name)
}

/// Whether the province says if the filing may pass to the principal that the order states: then the group
/// `change` is silent. Where sources of the province disagree, the national rule stays as it is.
pub(crate) fn speaks_of_change(cx: &CheckContext<'_>) -> bool {
    let cells = |here: &[Cell<ChangeRule>]| {
        here.iter()
            .find(|cell| cell.scope().includes(cx.principal_kind, cx.kind, None))
            .is_some_and(|cell| cell.standing() == Standing::Settled)
    };
    let is_on = cx.rulebook.is_on(Rule::from(&CHANGE_NOT_ACCEPTED));
    is_on
        && cx.province_rules.is_some_and(|rules| {
            if cx.is_individual() {
                cells(rules.individual_change())
            } else {
                cells(rules.organization_change())
            }
        })
}

/// Whether a rule of the province is on and a cell that it looks at speaks of this order. Where sources disagree, it
/// does not take the place of a national rule.
fn speaks<T>(cx: &CheckContext<'_>, rule: &'static Declared, dimension: Column<T>) -> bool {
    let is_settled = |cell: &Cell<T>| cell.standing() == Standing::Settled;
    cell(cx, dimension).is_some_and(is_settled) && cx.rulebook.is_on(Rule::from(rule))
}

/// Whether the province itself wants the data as they are filed, or lets them differ: then the national rule is
/// silent. Where they are changed afterwards, the order states them as filed.
pub(crate) fn speaks_of_filed_data(cx: &CheckContext<'_>) -> bool {
    let is_settled_here =
        |rule: &FiledDataRule| matches!(rule, FiledDataRule::AsFiled | FiledDataRule::MayDiffer);
    cell(cx, of!(filed_data))
        .is_some_and(|cell| cell.standing() == Standing::Settled && is_settled_here(cell.value()))
        && cx.rulebook.is_on(Rule::from(&PRINCIPAL_DIFFERS_FROM_REGISTRY))
}

/// Whether the province says under which name a service is accessed.
pub(crate) fn speaks_of_filed_name(cx: &CheckContext<'_>) -> bool {
    speaks(cx, &PRINCIPAL_DIFFERS_FROM_REGISTRY, of!(filed_name_on_access))
}

/// Whether the province says how filed services have to be.
pub(crate) fn speaks_of_filed_services(cx: &CheckContext<'_>) -> bool {
    speaks(cx, &FILED_SERVICE_NOT_IN_ORDER, of!(filed_services))
}

const TO_ORGANIZATION: Text =
    Text { zh: "个人变更为单位", en: "from an individual to an organisation" };
const TO_OTHER_ORGANIZATION: Text =
    Text { zh: "变更为另一单位", en: "from one organisation to another" };
const TO_OTHER_INDIVIDUAL: Text = Text { zh: "变更为另一个人", en: "from one individual to another" };

rule! {
    /// Whether a filing may pass from an individual to an organisation, from one organisation to another, or
    /// from one individual to another, and under which condition.
    ///
    /// **Why.** Many provinces take that for a new filing.
    ///
    /// **Example.** In Hainan a person wants the company to take over the filing.
    pub(super) CHANGE_NOT_ACCEPTED = "province.change-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: CHANGE_FILING,
        needs: [Registry, ProvinceRules, Inputs],
        params: [province, change, accepted, way],
        at: ["/principal/kind", "/principal/name"],
        reads: [OrganizationChange, IndividualToOrganization, IndividualChange],
        sources: [stated(CHANGE_FILING): PRACTICE],
        summary: {
            zh: "变更主体须为所在省份所允许",
            en: "The province must allow the change of principal.",
        },
        message: {
            zh: "{province}对“{change}”{accepted}。请{way}。",
            en: "A change {change} {accepted} in {province}. {way}.",
        },
        check: [Principal(change_not_accepted)],
    }
}

/// What a province says of a change: 对“…”不予受理, 对“…”要求…….
const fn condition(rule: ChangeRule) -> Text {
    match rule {
        ChangeRule::NotAccepted => Text { zh: "不予受理", en: "is not accepted" },
        ChangeRule::WithChangeProof => Text {
            zh: "要求提供登记机关出具的变更证明",
            en: "needs the registration authority's proof of it",
        },
        ChangeRule::SameLegalRepresentative => Text {
            zh: "要求变更前后的法定代表人为同一人",
            en: "needs the legal representative to be the same",
        },
        ChangeRule::AsLegalRepresentative => Text {
            zh: "要求该个人为变更后单位的法定代表人",
            en: "needs the individual to be the organisation's legal representative",
        },
        ChangeRule::WithOwnDomain => Text {
            zh: "要求域名所有者已是变更后的单位",
            en: "needs the domain to belong to the organisation already",
        },
        ChangeRule::Accepted => Text { zh: "可以受理", en: "is accepted" },
    }
}

/// What to do about it.
const fn way(rule: ChangeRule) -> Text {
    match rule {
        ChangeRule::NotAccepted => Text {
            zh: "注销原备案，再以新主体办理首次备案",
            en: "Deregister the filing, and make a first filing as the new principal",
        },
        _ => Text { zh: "满足后再提交", en: "Submit once that is met" },
    }
}

fn change_not_accepted(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let stated = node.principal;
    if cx.context.registry.is_none() {
        return out.needs(Need::Registry);
    }
    let Some(filed) = out.filed_as(cx) else { return };
    let (Some(from), Some(to)) = (filed.kind, cx.principal_kind) else {
        return out.needs_known(cx, &[Known::KIND]);
    };
    let representative_number = |principal: &Principal| {
        let representative = principal.legal_representative.as_ref()?;
        number(representative.certificate.as_ref()).map(str::to_ascii_uppercase)
    };
    let representative_name = |principal: &Principal| {
        filled(principal.legal_representative.as_ref()?.name.as_ref()).map(str::to_owned)
    };
    let meets = |rule: &ChangeRule| match rule {
        ChangeRule::Accepted => true,
        ChangeRule::NotAccepted => false,
        ChangeRule::WithChangeProof => is_with_order(cx, MaterialKind::NameChangeProof),
        ChangeRule::SameLegalRepresentative => {
            match (representative_number(filed), representative_number(stated)) {
                (Some(a), Some(b)) => a == b,
                _ => match (representative_name(filed), representative_name(stated)) {
                    (Some(a), Some(b)) => same_name(&a, &b),
                    // Who the filed one is is not known.
                    (None, _) => true,
                    (Some(_), None) => false,
                },
            }
        }
        ChangeRule::AsLegalRepresentative => {
            let own = number(filed.certificate.as_ref()).map(str::to_ascii_uppercase);
            match (own, representative_number(stated)) {
                (Some(a), Some(b)) => a == b,
                (None, Some(_)) => true, // the individual's number is not known
                _ => match (filled(filed.name.as_ref()), representative_name(stated)) {
                    (Some(a), Some(b)) => same_name(a, &b),
                    (None, _) => true,
                    (Some(_), None) => false,
                },
            }
        }
        ChangeRule::WithOwnDomain => {
            let registrants = cx
                .order
                .services()
                .iter()
                .flat_map(Service::domains)
                .filter_map(|domain| filled(domain.registration.as_ref()?.registrant.as_ref()));
            let name = filled(stated.name.as_ref());
            let mut others =
                registrants.filter(|registrant| !name.is_some_and(|name| same_name(name, registrant)));
            others.next().is_none()
        }
    };
    let asks = |rule: &ChangeRule| when(!meets(rule));
    let (found, key, change) = match (from.is_organization(), to.is_organization()) {
        (false, true) => {
            (worst(cx, out, None, of!(individual_to_organization), asks), Key::Kind, TO_ORGANIZATION)
        }
        (true, true) if is_other_organization(filed, stated) => {
            (worst(cx, out, None, of!(organization_change), asks), Key::Name, TO_OTHER_ORGANIZATION)
        }
        (false, false)
            if differ(number(filed.certificate.as_ref()), number(stated.certificate.as_ref()), |a, b| {
                a.eq_ignore_ascii_case(b)
            }) =>
        {
            (worst(cx, out, None, of!(individual_change), asks), Key::Name, TO_OTHER_INDIVIDUAL)
        }
        _ => return,
    };
    if let Some((cell, ())) = found {
        let (accepted, way) = (condition(*cell.value), way(*cell.value));
        let params = params![province: province(cx), change: change, accepted: accepted, way: way];
        out.find_from(&node.at, &[key], params, fact(cx, &cell));
    } else {
        out.needs_known(cx, &[Known::CERTIFICATE_NUMBER]);
        if from.is_organization() {
            out.needs_known(cx, &[Known::NAME, Known::REPRESENTATIVE, Known::REPRESENTATIVE_NUMBER]);
        }
    }
}

rule! {
    /// Filed services are open, and show their number, before a new one is taken.
    ///
    /// **Why.** The authority checks what is there first.
    ///
    /// **Example.** In Guangxi a company adds a site while its first one is closed.
    pub(super) FILED_SERVICE_NOT_IN_ORDER = "province.filed-service-not-in-order" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: FILING | CHANGE,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, service, asked],
        at: ["/kind"],
        reads: [FiledServices],
        sources: [stated(FILING | CHANGE): PRACTICE],
        summary: {
            zh: "已备案的网站须符合要求，方可办理新的订单",
            en: "Filed websites must meet the requirements before a new order is accepted.",
        },
        message: {
            zh: "{province}要求{asked}，{service} 不符合。请先整改，或注销不再使用的网站。",
            en: "{service}, which is already filed, does not meet the requirements; {province} requires filed sites that are {asked}. Correct that, or deregister the site if it is no longer used.",
        },
        check: [Order(filed_service_not_in_order)],
    }
}

fn filed_service_not_in_order(cx: &CheckContext<'_>, out: &mut Outcome) {
    let Some(registry) = &cx.context.registry else {
        if cell(cx, of!(filed_services)).is_some() && cx.kind != OrderKind::FirstFiling {
            out.needs(Need::Registry);
        }
        return;
    };
    let Some(filed) = out.filed(cx) else { return };
    let websites = || {
        filed
            .services
            .iter()
            .filter_map(|filed| Some((filed, filed.service.as_ref()?)))
            .filter(|(_, service)| service.kind() == ServiceKind::Website)
    };
    let is_bad = |service: &Service, rule: FiledServiceRule| {
        service.open() == Some(false)
            || rule == FiledServiceRule::OpenWithNumber && service.number_displayed() == Some(false)
    };
    let asks = |rule: &FiledServiceRule| {
        websites().find(|(_, service)| is_bad(service, *rule)).map(|(filed, _)| filed)
    };
    if let Some((cell, service)) = worst(cx, out, None, of!(filed_services), asks) {
        let name = service.filing_number.as_deref().or(service.service.as_deref().and_then(Service::name));
        let params = params![
            province: province(cx),
            service: Param::name(name.unwrap_or("?")),
            asked: shown(cell.value),
        ];
        return out.find_from(&Location::ROOT, &[Key::Kind], params, fact(cx, &cell));
    }
    let Some(cell) = cell(cx, of!(filed_services)) else { return };
    let unknown = |service: &Service| match (service.open(), service.number_displayed()) {
        (None, _) => Some(Key::Open),
        (_, None) if *cell.value() == FiledServiceRule::OpenWithNumber => Some(Key::NumberDisplayed),
        _ => None,
    };
    let websites = filed.services.iter().enumerate().filter_map(|(place, filed)| {
        Some((place, filed.service.as_ref().filter(|service| service.kind() == ServiceKind::Website)?))
    });
    if let Some((place, key)) =
        websites.into_iter().find_map(|(place, service)| Some((place, unknown(service)?)))
    {
        out.needs_of_filed_service(registry, filed, place, key);
    }
}

/// What an order states otherwise than it is filed, in the order of the form. What cannot be altered at all is
/// another rule's.
fn differing(filed: &Principal, stated: &Principal) -> Vec<&'static [Key]> {
    let text = |a: &Option<String>, b: &Option<String>| {
        differ(filled(a.as_ref()), filled(b.as_ref()), |a, b| a == b)
    };
    let name =
        |a: &Option<String>, b: &Option<String>| differ(filled(a.as_ref()), filled(b.as_ref()), same_name);
    let numbers = |a: Option<&Certificate>, b: Option<&Certificate>| {
        differ(number(a), number(b), str::eq_ignore_ascii_case)
    };
    let mut fields: Vec<&'static [Key]> = Vec::new();
    if name(&filed.name, &stated.name) {
        fields.push(&[Key::Name]);
    }
    let representatives = (filed.legal_representative.as_ref(), stated.legal_representative.as_ref());
    if let (Some(filed), Some(stated)) = representatives {
        if name(&filed.name, &stated.name) {
            fields.push(&[Key::LegalRepresentative, Key::Name]);
        }
    }
    if text(&filed.mailing_address, &stated.mailing_address) {
        fields.push(&[Key::MailingAddress]);
    }
    if let (Some(filed), Some(stated)) = (&filed.responsible_person, &stated.responsible_person) {
        if name(&filed.name, &stated.name) || numbers(filed.certificate.as_ref(), stated.certificate.as_ref())
        {
            fields.push(RESPONSIBLE_PERSON);
        }
    }
    fields
}

const RESPONSIBLE_PERSON: &[Key] = &[Key::ResponsiblePerson, Key::Name];

/// What such a field is called.
fn named(field: &[Key]) -> Text {
    match field {
        [Key::LegalRepresentative, ..] => Text { zh: "法定代表人", en: "legal representative" },
        [Key::MailingAddress] => Text { zh: "通信地址", en: "mailing address" },
        [Key::ResponsiblePerson, ..] => Text { zh: "主体负责人", en: "principal's responsible person" },
        _ => Text { zh: "主办者名称", en: "principal's name" },
    }
}

rule! {
    /// Where adding or accessing needs the filed data unchanged: what differs is changed first, where it is
    /// filed.
    ///
    /// **Why.** The authority compares the order with its register.
    ///
    /// **Example.** In Hunan an addition states a new address.
    pub(super) PRINCIPAL_DIFFERS_FROM_REGISTRY = "province.principal-differs-from-registry" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: ADDITIONS | ACCESS,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [field, province, accepted],
        at: ["/principal/name", "/principal/legal_representative/name", "/principal/mailing_address", "/principal/responsible_person/name", "/services/{s}/name"],
        reads: [FiledNameOnAccess, FiledData],
        instead_of: ["order.differs-from-filed"],
        sources: [stated(ADDITIONS | ACCESS): PRACTICE],
        summary: {
            zh: "部分省份新增或接入时，信息须与已备案信息一致",
            en: "Some provinces require additions and access filings to agree with the filed record.",
        },
        message: {
            zh: "{field}与已备案信息不一致，{province}要求{accepted}；填写有误的，请改为已备案的内容。",
            en: "The {field} differs from what is filed; {province} requires {accepted}. If it is a typing error, enter what is filed.",
        },
        check: [Principal(principal_differs), Service(filed_name_differs)],
    }
}

fn principal_differs(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let binds = |rule: &FiledDataRule| {
        matches!(rule, FiledDataRule::AsFiled | FiledDataRule::ResponsiblePersonAsFiled)
    };
    if cx.context.registry.is_none() {
        if cell(cx, of!(filed_data)).is_some_and(|cell| binds(cell.value())) {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(filed) = cx.filed_principal.and_then(|filed| filed.principal.as_ref()) else {
        if cell(cx, of!(filed_data)).is_some_and(|cell| binds(cell.value())) {
            out.filed_as(cx);
        }
        return;
    };
    let differing = differing(filed, node.principal);
    let asks = |rule: &FiledDataRule| {
        let bound = differing.iter().copied().filter(|field| match rule {
            FiledDataRule::AsFiled => true,
            FiledDataRule::ResponsiblePersonAsFiled => *field == RESPONSIBLE_PERSON,
            _ => false,
        });
        let bound: Vec<&'static [Key]> = bound.collect();
        (!bound.is_empty()).then_some(bound)
    };
    if let Some((cell, fields)) = worst(cx, out, None, of!(filed_data), asks) {
        for field in fields {
            let accepted = Text {
                zh: "先在备案所在的接入商办理变更备案，再提交本订单",
                en: "a change filing with the provider that holds the filing first",
            };
            let params = params![field: named(field), province: province(cx), accepted: accepted];
            out.find_from(&node.at, field, params, fact(cx, &cell));
        }
    }
}

fn filed_name_differs(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    if cx.kind != OrderKind::AccessFiling {
        return;
    }
    let filed = cx.filed_principal.iter().flat_map(|filed| &filed.services);
    let mut filed =
        filed.filter(|filed| shares_domain(filed, website)).filter_map(|filed| filed.service.as_ref());
    let is_other = filed.next().is_some_and(|filed| differ(filed.name(), node.service.name(), same_name));
    let asks = |asked: &bool| when(*asked && is_other);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(filed_name_on_access), asks) {
        let accepted = Text {
            zh: "以已备案的名称接入，须改名的另行变更",
            en: "a service to be accessed under the name that is filed, and a new name to be an order of its own",
        };
        let field = Text { zh: "服务名称", en: "service's name" };
        let params = params![field: field, province: province(cx), accepted: accepted];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, &cell));
    }
}
