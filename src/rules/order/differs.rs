//! An order that states the principal otherwise than it is filed.

use crate::engine::context::CheckContext;
use crate::engine::declared::Unfixed;
use crate::engine::filed::{Known, Unknown};
use crate::engine::fitting;
use crate::engine::outcome::Outcome;
use crate::model::order::OrderKind;
use crate::model::principal::Principal;
use crate::model::registry::{FiledPrincipal, Registry};
use crate::model::service::{Service, ServiceKind};
use crate::path::{FieldPath, Key, Location};
use crate::report::{Param, Params};
use crate::rule::{documents, Grade, Provider, Severity};
use crate::rules::change::KIND_OF_PRINCIPAL;
use crate::rules::order::filed::{PRINCIPAL_NAME, REPRESENTATIVE, SERVICE_NAME};
use crate::rules::{province, remedies};
use crate::text::{filled, same_name, Masked};
use crate::value::{FilingNumber, Province, Region};

rule! {
    /// An addition and an access filing state the principal as it is filed: its name and its legal representative, in
    /// an access filing its mailing address and the names of its services too. What has changed since is changed
    /// first, where it is filed. A principal has one province and one kind with every provider; the sign of a filing
    /// number that the order names tells the province without a registry.
    ///
    /// In an addition to a filing here the form has name and legal representative typed anew, and locks others: what
    /// differs is a warning.
    ///
    /// Some provinces let an order change the filing on the way; where the practice of the province is known, that
    /// counts. Who the responsible person is may change with an access filing, and is not compared.
    ///
    /// Huawei Cloud does not look at what the former provider holds and takes the newest certificate in an access filing:
    /// there it is a warning.
    ///
    /// **Why.** A change cannot be combined with an addition or an access filing, and what is filed is reviewed again
    /// with the order.
    ///
    /// **Example.** A company that took a new name adds a site before it has changed its filing.
    pub(super) DIFFERS_FROM_FILED = "order.differs-from-filed" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "新增服务（原备案在本接入商）时填写的名称和法定代表人，或华为云的接入备案",
            "name and legal representative in an addition to a filing here, or an access filing with Huawei Cloud",
        )],
        orders: ADDITIONS | ACCESS,
        needs: [Registry, Account, Inputs],
        params: [field, filed, stated],
        at: ["/principal/region", "/principal/kind", "/principal/name", "/principal/legal_representative/name", "/principal/mailing_address", "/services/{s}/name"],
        instead_of: ["principal.mailing-address-too-coarse", "principal.mailing-address-out-of-province", "person.certificate-of-foreigner", "name.person-of-organization", "name.place-not-covered"],
        sources: [
            stated(ACCESS): documents::ACCESS_FAQ.at("接入备案过程中能否变更主体、网站信息？"),
            stated(ADDITIONS): documents::NEW_SITES_FAQ.at("新增网站提交的信息与备案成功信息不一致能否新增成功？"),
        ],
        cited: [Huawei: documents::FILING_CHANGES, "操作冲突与顺序约束 · 变更与新增接入"],
        summary: {
            zh: "新增服务和接入备案须与已备案信息一致，信息有变化的先办理变更备案",
            en: "When a service is added or its access is filed, the principal is stated as on record.",
        },
        message: {
            zh: "{field}与已备案的不同（已备案：{filed}；本次：{stated}）。本订单不能修改备案信息：信息有变化的，请先在备案所在的接入商办理变更备案；填写有误的，请改为已备案的内容。",
            en: "The {field} differs from the filed record (filed: {filed}; now: {stated}), which this order cannot change. If it has changed, submit a change of filing to the provider that holds the filing first; if it is a typing error, enter what is on record.",
        },
        check: [Start(province_differs), Order(differs_from_filed)],
        remedy: remedies::change_the_filing_first,
    }
}

fn differs_from_filed(cx: &CheckContext<'_>, out: &mut Outcome) {
    if out.filed_as(cx).is_none() {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let mut found = Vec::new();
    principal_differs(cx, &mut found);
    let unknown = service_differs(cx, registry, &mut found);
    if found.is_empty() {
        if let Some(unknown) = unknown {
            out.needs_unknown(cx, unknown);
        }
        needs_what_is_compared(cx, out);
        return;
    }
    if is_of_other_kind(cx, registry) {
        return;
    }
    for (service, place, params) in found {
        let services = Location::ROOT.key(Key::Services);
        match service {
            Some(index) if is_taken(cx) => {
                out.find_graded(Severity::Warning, &services.index(index), place, params, |_| None);
            }
            Some(index) => out.find(&services.index(index), place, params),
            None if cx.kind == OrderKind::AddService || is_taken(cx) => {
                out.find_graded(
                    Severity::Warning,
                    &Location::ROOT.key(Key::Principal),
                    place,
                    params,
                    |_| None,
                );
            }
            None => out.find(&Location::ROOT.key(Key::Principal), place, params),
        }
    }
}

/// Whether the provider takes what is new, whatever the former provider holds.
fn is_taken(cx: &CheckContext<'_>) -> bool {
    cx.kind == OrderKind::AccessFiling && cx.rulebook.provider() == Some(Provider::Huawei)
}

/// Compares what a principal has once, with every provider. In an addition to a filing here that is locked, and
/// another rule's.
fn province_differs(cx: &CheckContext<'_>, out: &mut Outcome) {
    if cx.kind == OrderKind::AddService {
        return;
    }
    let at = Location::ROOT.key(Key::Principal);
    let fix = |path: &FieldPath| remedies::as_filed(&Unfixed { cx, at: path });
    if let (Some(filed), Some(Ok(stated))) = (filed_province(cx), cx.region) {
        let stated = stated.province();
        if filed != stated {
            let params = params![field: Key::Province, filed: filed, stated: stated];
            out.find_with(&at, &[Key::Region], params, fix);
        }
    }
    let filed_kind = cx.filed_principal.and_then(FiledPrincipal::kind);
    if let (Some(filed), Some(stated)) = (filed_kind, cx.principal.and_then(|stated| stated.kind)) {
        if filed != stated {
            let params = params![field: KIND_OF_PRINCIPAL, filed: filed, stated: stated];
            out.find_with(&at, &[Key::Kind], params, fix);
        }
    }
}

/// The province that the principal is filed in: of its region or number, else of the numbers that the order names. Numbers
/// of several provinces are of several principals, and tell none.
fn filed_province(cx: &CheckContext<'_>) -> Option<Province> {
    let filed = cx.filed_principal;
    let region = filed
        .and_then(|filed| filled(filed.principal.as_ref()?.region.as_ref()))
        .and_then(|region| Region::parse(region).ok());
    let of_filed = || filed.and_then(FiledPrincipal::number).and_then(FilingNumber::province);
    let named = || {
        let numbers = cx.order.services().iter().filter_map(Service::filing_number);
        let mut provinces =
            numbers.filter_map(|number| FilingNumber::parse(number).ok()).filter_map(FilingNumber::province);
        let first = provinces.next()?;
        provinces.all(|other| other == first).then_some(first)
    };
    region.map(Region::province).or_else(of_filed).or_else(named)
}

/// Says what is not known of what is compared.
fn needs_what_is_compared(cx: &CheckContext<'_>, out: &mut Outcome) {
    let is_compared = !province::speaks_of_filed_data(cx);
    if cx.kind != OrderKind::AddService {
        out.needs_known(cx, &[Known::KIND]);
    }
    if is_compared {
        out.needs_known(cx, &[Known::NAME]);
        if cx.is_organization() {
            out.needs_known(cx, &[Known::REPRESENTATIVE]);
        }
    }
    if cx.kind == OrderKind::AccessFiling && is_compared {
        out.needs_known(cx, &[Known::MAILING_ADDRESS]);
    }
}

/// Whether the order is of the wrong kind: that is the finding then.
fn is_of_other_kind(cx: &CheckContext<'_>, registry: &Registry) -> bool {
    let (provider, Some(principal)) = (&cx.rulebook.version().provider, cx.principal) else { return false };
    let fits = |service| fitting::fitting_order_kind(principal, service, registry, provider);
    cx.order.services().iter().filter_map(fits).any(|fit| fit.kind != cx.kind)
}

/// What differs: of which service, or of the principal, where below it, and what is said of it.
type Differing = (Option<usize>, &'static [Key], Params);

fn principal_differs(cx: &CheckContext<'_>, found: &mut Vec<Differing>) {
    let filed = cx.filed_principal.and_then(|filed| filed.principal.as_ref());
    let (Some(filed), Some(stated)) = (filed, cx.principal) else { return };
    if province::speaks_of_filed_data(cx) {
        return;
    }
    let names = (filled(filed.name.as_ref()), filled(stated.name.as_ref()));
    if let Some((filed, stated)) = differing(names) {
        let params = params![field: PRINCIPAL_NAME, filed: Param::name(filed), stated: Param::name(stated)];
        found.push((None, &[Key::Name], params));
    }
    let names = (representative(filed), representative(stated));
    if let Some((filed, stated)) = differing(names) {
        let params = params![field: REPRESENTATIVE, filed: Param::name(filed), stated: Param::name(stated)];
        found.push((None, &[Key::LegalRepresentative, Key::Name], params));
    }
    let addresses = (filled(filed.mailing_address.as_ref()), filled(stated.mailing_address.as_ref()));
    if let (OrderKind::AccessFiling, Some((filed, stated))) = (cx.kind, differing(addresses)) {
        let params =
            params![field: Key::MailingAddress, filed: Masked::of(filed), stated: Masked::of(stated)];
        found.push((None, &[Key::MailingAddress], params));
    }
}

/// The services that are filed under another name; what of one is not known.
fn service_differs<'a>(
    cx: &CheckContext<'a>,
    registry: &'a Registry,
    found: &mut Vec<Differing>,
) -> Option<Unknown<'a>> {
    let own = cx.filed_principal.filter(|_| cx.kind == OrderKind::AccessFiling)?;
    // A province speaks of websites.
    let is_provinces =
        |service: &Service| service.kind() == ServiceKind::Website && province::speaks_of_filed_name(cx);
    let mut unknown = None;
    for (index, service) in cx.order.services().iter().enumerate() {
        if is_provinces(service) {
            continue;
        }
        let filed = match fitting::find_service(own, service, registry) {
            Ok(Some(filed)) => filed,
            Ok(None) => continue,
            Err(reason) => {
                unknown = unknown.or(Some(reason));
                continue;
            }
        };
        let filed = filed.service.service.as_deref().and_then(Service::name);
        if let Some((filed, stated)) = differing((given(filed), given(service.name()))) {
            let params = params![field: SERVICE_NAME, filed: Param::name(filed), stated: Param::name(stated)];
            found.push((Some(index), &[Key::Name], params));
        }
    }
    unknown
}

/// What is filed and what is stated, where both are given and differ.
fn differing<'a>(values: (Option<&'a str>, Option<&'a str>)) -> Option<(&'a str, &'a str)> {
    let (filed, stated) = (values.0?, values.1?);
    (!same_name(filed, stated)).then_some((filed, stated))
}

fn representative(principal: &Principal) -> Option<&str> {
    filled(principal.legal_representative.as_ref()?.name.as_ref())
}

fn given(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}
