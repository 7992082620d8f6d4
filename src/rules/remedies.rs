//! What fixes what rules find: remedies that several rules share, and those that take the order apart.

#![allow(clippy::unnecessary_wraps)] // remedies are asked alike, whether or not one can fail

use std::net::IpAddr;

use chrono::NaiveDate;

use crate::check::certificate::{number_reason, NumberReason};
use crate::engine::context::CheckContext;
use crate::engine::declared::Unfixed;
use crate::engine::fitting;
use crate::engine::fitting::FittingOrder;
use crate::model::certificate::CertificateKind;
use crate::model::domain::Domain;
use crate::model::material::MaterialKind;
use crate::model::order::{Agreement, Order, OrderKind};
use crate::model::principal::PrincipalKind;
use crate::model::registry::{package_key, Filed};
use crate::model::resource::is_reachable;
use crate::model::service::{Package, PreApprovalKind, Service, ServiceLanguage, WebsiteContent};
use crate::path::{FieldPath, Key, Segment};
use crate::report::remedy::{Portion, Remedy, Suggestion};
use crate::rulebook::provinces::Metric;
use crate::text::{filled, same_name, Term, Text};
use crate::value::{
    plain, team_of, CreditCode, DomainName, Email, FilingNumber, Fingerprint, Mobile, PackageName, Phone,
    PublicKey, Region,
};

fn choose(path: FieldPath, choices: impl IntoIterator<Item = Suggestion>) -> Option<Remedy> {
    let choices: Vec<Suggestion> = choices.into_iter().collect();
    (!choices.is_empty()).then_some(Remedy::Choose { path, choices })
}

/// What the finding stands at goes.
pub(crate) fn remove(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    Some(Remedy::Remove { path: unfixed.path() })
}

/// A repeated package goes; the platform goes that has nothing but what it repeats.
pub(crate) fn remove_package(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let Service::App(app) = unfixed.service()?.1 else { return None };
    let package = unfixed.at.parent()?;
    let [_, _, _, Segment::Index(index), ..] = unfixed.at.segments() else { return None };
    let platform = app.platforms.get(*index)?;
    let earlier = || app.platforms.iter().take(*index).filter(|other| other.platform == platform.platform);
    let packages = || earlier().flat_map(|other| &other.packages).filter_map(|p| filled(p.name.as_ref()));
    let domains = || earlier().flat_map(|other| &other.domains).filter_map(|d| d.name.as_deref());
    let repeats_package = |package: &Package| {
        let name = filled(package.name.as_ref());
        name.is_some_and(|name| packages().any(|other| package_key(other) == package_key(name)))
    };
    if !platform.packages.iter().all(repeats_package) {
        return Some(Remedy::Remove { path: package });
    }
    let repeats_domain = |domain: &Domain| {
        domain.name.as_deref().is_some_and(|name| domains().any(|other| other.eq_ignore_ascii_case(name)))
    };
    let platform_path = package.parent()?.parent()?;
    platform.domains.iter().all(repeats_domain).then_some(Remedy::Remove { path: platform_path })
}

/// The agreement is ticked.
pub(crate) fn tick(agreement: Agreement) -> Option<Remedy> {
    Some(Remedy::Tick { agreement })
}

/// The order waits for a day.
pub(crate) fn wait_until(date: NaiveDate) -> Option<Remedy> {
    Some(Remedy::WaitUntil { date })
}

/// The order is split, by so many of what is counted.
pub(crate) fn split(max: u32, metric: Metric) -> Option<Remedy> {
    Some(Remedy::Split { max, metric })
}

pub(crate) fn deregister_the_hollow_principal_first(_: &Unfixed<'_, '_>) -> Option<Remedy> {
    Some(Remedy::SubmitFirst { order_kind: OrderKind::DeregisterHollowPrincipal })
}

pub(crate) fn change_the_filing_first(_: &Unfixed<'_, '_>) -> Option<Remedy> {
    Some(Remedy::SubmitFirst { order_kind: OrderKind::ChangeFiling })
}

pub(crate) fn deregister_the_principal_first(_: &Unfixed<'_, '_>) -> Option<Remedy> {
    Some(Remedy::SubmitFirst { order_kind: OrderKind::DeregisterPrincipal })
}

/// One kind of order, where it fits every service; else the orders that do.
pub(crate) fn fitting_order(cx: &CheckContext<'_>, kind: OrderKind) -> Option<Remedy> {
    let (principal, registry) = (cx.principal?, cx.context.registry.as_ref()?);
    let (services, provider) = (cx.order.services(), &cx.rulebook.version().provider);
    let fits = |service| fitting::fitting_order_kind(principal, service, registry, provider);
    if !services.iter().all(|service| fits(service).is_some_and(|fit| fit.kind == kind)) {
        let orders = fitting::fitting_orders(principal, services, registry, provider)?;
        let portion = |order: FittingOrder| Portion::new(order.kind, order.services);
        return Some(Remedy::Divide { orders: orders.into_iter().map(portion).collect() });
    }
    if !kind.is_change() {
        return Some(Remedy::UseOrderKind {
            order_kind: kind,
            filing_number: None,
            service_numbers: Vec::new(),
        });
    }
    // What is filed in another account cannot be changed from this one.
    let own = cx.filed_principal?;
    let account = filled(cx.context.account.as_ref()?.id.as_ref())?;
    if filled(own.account.as_ref()) != Some(account) {
        return None;
    }
    let number = |text: Option<&String>| FilingNumber::parse(text?).ok();
    let service_number = |service: &Service| {
        let filed: Filed<'_> = fitting::find_service(own, service, registry).ok()??;
        Some(number(filed.service.filing_number.as_ref())?.to_string().into())
    };
    Some(Remedy::UseOrderKind {
        order_kind: kind,
        filing_number: Some(number(own.filing_number.as_ref())?.to_string().into()),
        service_numbers: services.iter().map(service_number).collect::<Option<_>>()?,
    })
}

/// The principal goes with its services, where they are all of one.
pub(crate) fn deregister_the_principal(order: &Order, own: &FilingNumber) -> Option<Remedy> {
    let Order::DeregisterServices(order) = order else { return None };
    let is_own = |number: &String| {
        FilingNumber::parse(number).is_ok_and(|number| number.principal() == own.principal())
    };
    order.service_numbers.iter().all(is_own).then(|| Remedy::UseOrderKind {
        order_kind: OrderKind::DeregisterPrincipal,
        filing_number: Some(own.to_string().into()),
        service_numbers: Vec::new(),
    })
}

pub(crate) fn filing_number(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    // 备案号：粤ICP备2021000001号
    let number = unfixed.text()?.rsplit([':', '：']).next()?;
    unfixed.respell(FilingNumber::parse(number).ok()?.to_string())
}

/// The principal's part of a service's number.
pub(crate) fn filing_number_of_principal(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let is_asked = unfixed.at.segments() == [Segment::Key(Key::FilingNumber)];
    let number = FilingNumber::parse(unfixed.text()?).ok().filter(|_| is_asked)?;
    choose(unfixed.path(), [Suggestion::text(number.principal().to_string())])
}

/// A kind of certificate that the principal can hold.
pub(crate) fn choose_certificate_kind(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let holder = unfixed.cx.contradicted_kind.or(unfixed.cx.principal_kind)?;
    let kinds = CertificateKind::held_by(holder);
    choose(unfixed.path(), kinds.map(Suggestion::of))
}

/// What a certificate and a kind of principal that do not fit are brought together by: the kind of principal, where the
/// certificate is an organisation's that an individual cannot have, or has a number of its own kind; else the
/// certificate.
pub(crate) fn choose_principal_or_certificate_kind(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let principal = unfixed.cx.contradicted_kind.or(unfixed.cx.principal_kind)?;
    let stated = unfixed.cx.principal?.certificate.as_ref()?;
    let certificate = stated.kind?;
    let is_numbered = || {
        let number = filled(stated.number.as_ref());
        CreditCode::parse(number.unwrap_or_default()).is_ok()
            && number
                .is_some_and(|number| number_reason(certificate, number, unfixed.cx.context.today).is_none())
    };
    if certificate.is_personal() || principal.is_organization() && !is_numbered() {
        return choose_certificate_kind(unfixed);
    }
    // That it is of none of the kinds is nothing to suggest.
    let holders = PrincipalKind::ALL
        .iter()
        .copied()
        .filter(|kind| *kind != PrincipalKind::OtherOrganization && certificate.can_be_held_by(*kind));
    choose(FieldPath::root().join(Key::Principal).join(Key::Kind), holders.map(Suggestion::of))
}

/// What a principal is asked for and that comes from a closed list.
pub(crate) fn choose_of_principal(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    match unfixed.at.segments() {
        [Segment::Key(Key::Principal), Segment::Key(Key::Kind)] => {
            choose(unfixed.path(), PrincipalKind::ALL.iter().copied().map(Suggestion::of))
        }
        [Segment::Key(Key::Principal), Segment::Key(Key::Certificate), Segment::Key(Key::Kind)] => {
            choose_certificate_kind(unfixed)
        }
        _ => None,
    }
}

/// The kind of a responsible person's certificate.
pub(crate) fn choose_of_person(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    match unfixed.at.segments() {
        [.., Segment::Key(Key::ResponsiblePerson), Segment::Key(Key::Certificate), Segment::Key(Key::Kind)] =>
        {
            let kinds = CertificateKind::ALL.iter().copied().filter(|kind| kind.is_personal());
            choose(unfixed.path(), kinds.map(Suggestion::of))
        }
        _ => None,
    }
}

/// What a service is asked for and that comes from a closed list.
pub(crate) fn choose_of_service(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let (_, service) = unfixed.service()?;
    match (unfixed.at.last_key()?, service) {
        (Key::Contents, Service::Website(_)) => {
            let contents = WebsiteContent::ALL.iter().copied();
            choose(unfixed.path().join(0), contents.map(Suggestion::of))
        }
        (Key::Languages, _) => {
            let languages = ServiceLanguage::ALL.iter().copied();
            choose(unfixed.path().join(0), languages.map(Suggestion::of))
        }
        (Key::ProvidesSdk, _) => choose(unfixed.path(), [flag(true), flag(false)]),
        _ => None,
    }
}

fn flag(is: bool) -> Suggestion {
    let (code, zh, en) = if is { ("true", "是", "yes") } else { ("false", "否", "no") };
    Suggestion::of(Term { code, text: Text { zh, en } })
}

/// None of the kinds of pre-approval, which is the usual answer, or one that can still be obtained.
pub(crate) fn choose_pre_approval(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let (index, _) = unfixed.service()?;
    let path =
        FieldPath::root().join(Key::Services).join(index).join(Key::PreApproval).join(Key::Kinds).join(0);
    let obtainable = PreApprovalKind::ALL.iter().copied().filter(|kind| kind.authority().is_some());
    let kinds = std::iter::once(PreApprovalKind::NoneOfThese).chain(obtainable);
    choose(path, kinds.map(Suggestion::of))
}

/// The region that an abolished one became.
pub(crate) fn region(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let code = unfixed.text()?.trim();
    let mut regions: Vec<Suggestion> = Region::successors(code).map(suggested_region).collect();
    match regions.len() {
        0 => None,
        1 => unfixed.set(regions.pop()?),
        _ => choose(unfixed.path(), regions),
    }
}

fn suggested_region(region: Region) -> Suggestion {
    Suggestion::named(format!("{:06}", region.code()), region.full_name())
}

/// The account's name in place of the principal's, where the register of businesses or, unless the filing is to be
/// changed, the filed record has it: the account may as well be somebody else's.
pub(crate) fn account_name(cx: &CheckContext<'_>, path: &FieldPath, name: &str) -> Option<Remedy> {
    let registered = cx.context.business_register.as_ref().filter(|_| cx.is_organization());
    let registered = registered.and_then(|record| record.name.as_ref());
    let filed = cx.filed_principal.filter(|_| cx.kind != OrderKind::ChangeFiling);
    let filed = filed.and_then(|filed| filed.principal.as_ref()?.name.as_ref());
    let is_own = [registered, filed].into_iter().flatten().any(|own| same_name(own, name));
    is_own.then(|| choose(path.clone(), [Suggestion::text(name)]))?
}

/// What is filed, where it is nothing personal.
pub(crate) fn as_filed(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let filed = unfixed.cx.filed_principal?.principal.as_ref()?;
    let value = match unfixed.at.segments() {
        [_, Segment::Key(Key::Kind)] => Suggestion::of(filed.kind?),
        [_, Segment::Key(Key::Certificate), Segment::Key(Key::Kind)] => {
            Suggestion::of(filed.certificate.as_ref()?.kind?)
        }
        [_, Segment::Key(Key::Region)] => {
            suggested_region(Region::parse(filled(filed.region.as_ref())?).ok()?)
        }
        _ => return None,
    };
    choose(unfixed.path(), [value])
}

/// A number of a certificate of this kind.
pub(crate) fn certificate_number(unfixed: &Unfixed<'_, '_>, kind: CertificateKind) -> Option<Remedy> {
    let today = unfixed.cx.context.today;
    unfixed.normalize(|number| {
        matches!(
            number_reason(kind, number, today),
            None | Some(NumberReason::EarlyShape | NumberReason::Doubtful(_))
        )
    })
}

pub(crate) fn mobile(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    unfixed.normalize(|text| Mobile::parse(text).is_ok())
}

pub(crate) fn phone(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    unfixed.normalize(|text| Phone::parse(text).is_ok())
}

pub(crate) fn email(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    unfixed.normalize(|text| Email::parse(text).is_ok())
}

pub(crate) fn public_key(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    unfixed.normalize(|text| PublicKey::parse(text).is_ok())
}

/// A key or fingerprint without what stands between its bytes.
pub(crate) fn without_colons(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let text = unfixed.text()?;
    unfixed.respell(text.chars().filter(|c| *c != ':' && !c.is_whitespace()).collect::<String>())
}

/// The name that was registered. Where another website of the order has it, or will have it, this one is covered.
pub(crate) fn registrable(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let name = DomainName::parse(unfixed.text()?).ok()?;
    let registrable = name.registrable();
    if !has_namesake(unfixed, &registrable) {
        return unfixed.set(Suggestion::text(registrable.to_unicode()));
    }
    let (index, service) = unfixed.service()?;
    let path = FieldPath::root().join(Key::Services).join(index);
    let is_only = service.domains().nth(1).is_none();
    let path = if is_only { path } else { unfixed.at.parent()? };
    Some(Remedy::Remove { path })
}

/// Whether another website of the order has this registrable domain, or, before this place, one below it.
fn has_namesake(unfixed: &Unfixed<'_, '_>, registrable: &DomainName<'_>) -> bool {
    let mut is_earlier = true;
    for (index, service) in unfixed.cx.order.services().iter().enumerate() {
        let Service::Website(website) = service else { continue };
        for (place, domain) in website.domains.iter().enumerate() {
            let path = FieldPath::root().join(Key::Services).join(index).join(Key::Domains).join(place);
            if unfixed.at.starts_with(&path) {
                is_earlier = false;
                continue;
            }
            let Some(text) = domain.name.as_deref() else { continue };
            let written = bare_host(text);
            let Some(name) = DomainName::parse(&written).ok() else { continue };
            if name == *registrable || is_earlier && name.registrable() == *registrable {
                return true;
            }
        }
    }
    false
}

/// The name in an address. A website's that is filed by itself is the registered one.
pub(crate) fn bare_name(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let text = unfixed.text()?;
    let host = bare_host(text);
    let name = DomainName::parse(&host).ok()?;
    let (_, service) = unfixed.service()?;
    let name = match service {
        Service::Website(_) if unfixed.cx.kind.is_filing() && name.suffix().as_ascii() != "gov.cn" => {
            name.registrable()
        }
        Service::Website(_) => name,
        Service::App(_) => {
            let max = unfixed.cx.limits().app_domain_level?;
            return (u32::try_from(name.level()).ok()? <= max)
                .then(|| unfixed.set(Suggestion::text(name.to_unicode())))?;
        }
    };
    if has_namesake(unfixed, &name) {
        return None;
    }
    unfixed.set(Suggestion::text(name.to_unicode()))
}

/// What is left of an address without scheme, port, path and the white space around it. Characters that cannot be seen
/// stay: a name that has one is typed again.
fn bare_host(text: &str) -> String {
    let text = text.trim();
    let text = ["://", "：//"].iter().find_map(|colon| text.split_once(colon)).map_or(text, |(_, rest)| rest);
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    match host.rsplit_once([':', '：']) {
        Some((host, port)) if is_port(port) => host.to_owned(),
        _ => host.to_owned(),
    }
}

/// The names above one that is too deep, from the deepest that may be given.
pub(crate) fn choose_upper_name(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let name = DomainName::parse(unfixed.text()?).ok()?;
    let max = usize::try_from(unfixed.cx.limits().app_domain_level?).ok()?;
    let unicode = name.to_unicode();
    let surplus = name.level().checked_sub(max)?;
    let count = name.level().checked_sub(1 + surplus)?;
    let names = std::iter::successors(Some(&*unicode), |name| Some(name.split_once('.')?.1));
    choose(unfixed.path(), names.skip(surplus).take(count).map(Suggestion::text))
}

pub(crate) fn package_name(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let platform = unfixed.platform()?;
    let name = plain(unfixed.text()?);
    // Without the team before a bundle ID.
    let own = team_of(&name).unwrap_or(&name);
    PackageName::parse(platform, own).ok()?;
    unfixed.respell(own.to_owned())
}

/// The digits alone, without a label such as `MD5:` in front.
pub(crate) fn fingerprint(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let platform = unfixed.platform()?;
    let text = plain(unfixed.text()?);
    let unlabelled = ["MD5", "SHA1", "SHA-1", "SHA256", "SHA-256"].iter().find_map(|label| {
        let start = text.get(..label.len()).filter(|start| start.eq_ignore_ascii_case(label))?;
        text.get(start.len()..)?.trim_start().strip_prefix([':', '='])
    });
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '.' | ',' | ';');
    let digits: String = unlabelled.unwrap_or(&text).chars().filter(|c| !is_between(*c)).collect();
    unfixed.respell(Fingerprint::parse(platform, &digits).ok()?.to_string())
}

pub(crate) fn public_address(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let host = plain(&bare_host(unfixed.text()?));
    let address: IpAddr = host.parse().ok().filter(|address| is_reachable(*address))?;
    unfixed.respell(address.to_string())
}

/// A file of this kind is uploaded to the list at the place.
pub(crate) fn add_material(
    path: &FieldPath,
    material: MaterialKind,
    approval: Option<PreApprovalKind>,
) -> Option<Remedy> {
    Some(Remedy::AddMaterial { path: path.clone(), materials: vec![material], approval })
}

/// A file of one of these kinds is uploaded to the list at the place.
pub(crate) fn add_one_of(path: &FieldPath, materials: &[MaterialKind]) -> Option<Remedy> {
    let add = || Remedy::AddMaterial { path: path.clone(), materials: materials.to_vec(), approval: None };
    (!materials.is_empty()).then(add)
}

pub(crate) fn add_authorization_letter(unfixed: &Unfixed<'_, '_>) -> Option<Remedy> {
    let is_at_materials = unfixed.at.last_key() == Some(Key::Materials);
    add_one_of(unfixed.at, &[MaterialKind::AuthorizationLetter]).filter(|_| is_at_materials)
}

/// To the one list of the order that a misplaced file can belong to. `owner`: what the file stands with, as its kind
/// says.
pub(crate) fn move_material(cx: &CheckContext<'_>, at: &FieldPath, owner: Key) -> Option<Remedy> {
    let path = at.parent()?;
    let service = match at.segments() {
        [Segment::Key(Key::Services), Segment::Index(index), ..] => {
            Some((*index, cx.order.services().get(*index)?))
        }
        _ => None,
    };
    let principal = cx.principal;
    let root = FieldPath::root;
    let owner = match (owner, service) {
        (Key::Principal, _) => principal.map(|_| root().join(Key::Principal)),
        (Key::ResponsiblePerson, Some((index, service))) => service
            .responsible_person()
            .map(|_| root().join(Key::Services).join(index).join(Key::ResponsiblePerson)),
        (Key::ResponsiblePerson, None) => principal?
            .responsible_person
            .as_ref()
            .map(|_| root().join(Key::Principal).join(Key::ResponsiblePerson)),
        (_, Some((index, _))) => Some(root().join(Key::Services).join(index)),
        (_, None) => (cx.order.services().len() == 1).then(|| root().join(Key::Services).join(0)),
    };
    Some(Remedy::MoveMaterial { path, to: owner?.join(Key::Materials) })
}
