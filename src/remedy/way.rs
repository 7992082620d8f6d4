//! What mends the findings of the rules: each rule's declaration names one of these.

#![allow(clippy::unnecessary_wraps)] // all are of one type, `Way`

use std::net::IpAddr;

use crate::certificate::CertificateKind;
use crate::domain::Domain;
use crate::fitting::{self, FittingOrder};
use crate::language::{Language, Text};
use crate::material::MaterialKind;
use crate::order::{Agreement, Order, OrderKind};
use crate::params::Param;
use crate::path::{FieldPath, Key, Segment};
use crate::principal::PrincipalKind;
use crate::provinces::{Metric, Value};
use crate::registry::{package_key, Filed};
use crate::report::Finding;
use crate::rule::Severity;
use crate::rules::certificate::{number_reason, NumberReason};
use crate::rules::resource::is_reachable;
use crate::service::{Package, PlatformKind, PreApprovalKind, Service, ServiceLanguage, WebsiteContent};
use crate::value::{
    plain, DomainName, Email, FilingNumber, Fingerprint, Mobile, PackageName, Phone, PublicKey, Region,
};
use crate::walk::{typed, Cx};

use super::{Portion, Remedy, Suggestion};

/// Finds out what mends a finding of a rule; `None` where nothing can be named.
pub(crate) type Way = fn(&Mistake<'_, '_>) -> Option<Remedy>;

/// A finding and what it was found in.
pub(crate) struct Mistake<'m, 'a> {
    pub(crate) cx: &'m Cx<'a>,
    pub(crate) finding: &'m Finding,
}

impl<'a> Mistake<'_, 'a> {
    fn path(&self) -> FieldPath {
        self.finding.path.clone()
    }

    fn last_key(&self) -> Option<Key> {
        match self.finding.path.segments().last() {
            Some(Segment::Key(key)) => Some(*key),
            _ => None,
        }
    }

    fn param(&self, name: &str) -> Option<&Param> {
        self.finding.params.get(name)
    }

    /// The code or name that a parameter stands for.
    fn code(&self, name: &str) -> Option<&str> {
        match self.param(name)? {
            Param::Term(term) => Some(term.code),
            Param::Name(name) => Some(name),
            _ => None,
        }
    }

    fn count(&self, name: &str) -> Option<u32> {
        match self.param(name)? {
            Param::Count(count) => u32::try_from(*count).ok(),
            _ => None,
        }
    }

    /// What was typed at the finding's place.
    fn text(&self) -> Option<&'a str> {
        self.cx.order.text_at(&self.finding.path)
    }

    /// The service that the finding is in, with its place.
    fn service(&self) -> Option<(usize, &'a Service)> {
        match self.finding.path.segments() {
            [Segment::Key(Key::Services), Segment::Index(index), ..] => {
                Some((*index, self.cx.order.services().get(*index)?))
            }
            _ => None,
        }
    }

    /// The platform that the finding is in.
    fn platform(&self) -> Option<PlatformKind> {
        match (self.finding.path.segments(), self.service()?.1) {
            ([_, _, Segment::Key(Key::Platforms), Segment::Index(index), ..], Service::App(app)) => {
                Some(app.platforms.get(*index)?.platform)
            }
            _ => None,
        }
    }

    fn set(&self, value: Suggestion) -> Option<Remedy> {
        Some(Remedy::Set { path: self.path(), value })
    }

    /// Sets what was typed to this; `None` where it is the same.
    fn respell(&self, text: String) -> Option<Remedy> {
        (self.text() != Some(&text)).then(|| self.set(Suggestion::text(text)))?
    }

    /// Writes what was typed otherwise, where it is right then.
    fn normalize(&self, is_right: impl Fn(&str) -> bool) -> Option<Remedy> {
        let text = self.text()?;
        if text.bytes().all(|b| b.is_ascii_graphic()) {
            return None; // as in most texts, there is nothing to write otherwise
        }
        let written = plain(text);
        (written != text && is_right(&written)).then(|| Remedy::Normalize { path: self.path() })
    }
}

fn choose(path: FieldPath, choices: impl IntoIterator<Item = Suggestion>) -> Option<Remedy> {
    let choices: Vec<Suggestion> = choices.into_iter().collect();
    (!choices.is_empty()).then_some(Remedy::Choose { path, choices })
}

/// What the finding stands at goes.
pub(crate) fn remove(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    Some(Remedy::Remove { path: mistake.path() })
}

/// A repeated package goes; the platform goes that has nothing but what it repeats.
pub(crate) fn remove_package(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let Service::App(app) = mistake.service()?.1 else { return None };
    let package = mistake.finding.path.parent()?;
    let [_, _, _, Segment::Index(index), ..] = mistake.finding.path.segments() else { return None };
    let platform = app.platforms.get(*index)?;
    let earlier = || app.platforms.iter().take(*index).filter(|other| other.platform == platform.platform);
    let packages = || earlier().flat_map(|other| &other.packages).filter_map(|p| typed(p.name.as_ref()));
    let domains = || earlier().flat_map(|other| &other.domains).filter_map(|d| d.name.as_deref());
    let repeats_package = |package: &Package| {
        let name = typed(package.name.as_ref());
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

pub(crate) fn tick(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    Agreement::from_name(mistake.code("field")?).map(|agreement| Remedy::Tick { agreement })
}

pub(crate) fn wait_until_earliest(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    match mistake.param("earliest")? {
        Param::Date(date) => Some(Remedy::WaitUntil { date: *date }),
        _ => None,
    }
}

/// A certificate that begins later is waited for.
pub(crate) fn wait_until_valid(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    match (mistake.last_key()?, mistake.param("date")?) {
        (Key::ValidFrom, Param::Date(date)) => Some(Remedy::WaitUntil { date: *date }),
        _ => None,
    }
}

/// A limit on one order that stands fast; for one that is contested no order is split.
pub(crate) fn split(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    if mistake.finding.severity != Severity::Blocker {
        return None;
    }
    if let Some(Param::Written { zh: named, .. }) = mistake.param("limit") {
        let mut cells = mistake.cx.province_rules.iter().flat_map(|rules| rules.order_limits);
        let limit = cells.find(|cell| *cell.value.show(Language::Zh) == **named)?.value;
        return Some(Remedy::Split { max: limit.max, metric: limit.metric });
    }
    let metric = mistake.code("metric").map_or(Some(Metric::Services), Metric::from_name)?;
    Some(Remedy::Split { max: mistake.count("max")?, metric })
}

pub(crate) fn deregister_the_hollow_principal_first(_: &Mistake<'_, '_>) -> Option<Remedy> {
    Some(Remedy::SubmitFirst { order_kind: OrderKind::DeregisterHollowPrincipal })
}

pub(crate) fn change_the_filing_first(_: &Mistake<'_, '_>) -> Option<Remedy> {
    Some(Remedy::SubmitFirst { order_kind: OrderKind::ChangeFiling })
}

pub(crate) fn deregister_the_principal_first(_: &Mistake<'_, '_>) -> Option<Remedy> {
    Some(Remedy::SubmitFirst { order_kind: OrderKind::DeregisterPrincipal })
}

/// One kind of order, where it fits every service; else the orders that do.
pub(crate) fn fitting_order(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let cx = mistake.cx;
    let (principal, registry) = (cx.principal?, cx.context.registry.as_ref()?);
    let (services, provider) = (cx.order.services(), &cx.rulebook.version().provider);
    let kind = OrderKind::from_name(mistake.code("right_kind")?)?;
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
    let account = typed(cx.context.account.as_ref()?.id.as_ref())?;
    if typed(own.account.as_ref()) != Some(account) {
        return None;
    }
    let number = |text: Option<&String>| FilingNumber::parse(text?).ok();
    let service_number = |service: &Service| {
        let filed: Filed<'_> = fitting::filed_service(own, service, registry)??;
        Some(number(filed.service.filing_number.as_ref())?.to_string().into())
    };
    Some(Remedy::UseOrderKind {
        order_kind: kind,
        filing_number: Some(number(own.filing_number.as_ref())?.to_string().into()),
        service_numbers: services.iter().map(service_number).collect::<Option<_>>()?,
    })
}

/// The principal goes with its services, where they are all of one.
pub(crate) fn deregister_the_principal(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let Order::DeregisterServices(order) = mistake.cx.order else { return None };
    let own = FilingNumber::parse(mistake.code("principal")?).ok()?;
    let is_own = |number: &String| {
        FilingNumber::parse(number).is_ok_and(|number| number.principal() == own.principal())
    };
    order.service_numbers.iter().all(is_own).then(|| Remedy::UseOrderKind {
        order_kind: OrderKind::DeregisterPrincipal,
        filing_number: Some(own.to_string().into()),
        service_numbers: Vec::new(),
    })
}

pub(crate) fn filing_number(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    // 备案号：粤ICP备2021000001号
    let number = mistake.text()?.rsplit([':', '：']).next()?;
    mistake.respell(FilingNumber::parse(number).ok()?.to_string())
}

/// A kind of certificate that the principal can hold.
pub(crate) fn choose_certificate_kind(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let kinds = CertificateKind::held_by(mistake.cx.principal_kind?);
    choose(mistake.path(), kinds.map(Suggestion::of))
}

/// What a principal is asked for and that comes from a closed list.
pub(crate) fn choose_of_principal(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    match mistake.finding.path.segments() {
        [Segment::Key(Key::Principal), Segment::Key(Key::Kind)] => {
            choose(mistake.path(), PrincipalKind::ALL.iter().copied().map(Suggestion::of))
        }
        [Segment::Key(Key::Principal), Segment::Key(Key::Certificate), Segment::Key(Key::Kind)] => {
            choose_certificate_kind(mistake)
        }
        _ => None,
    }
}

/// The kind of a head's certificate.
pub(crate) fn choose_of_person(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    match mistake.finding.path.segments() {
        [.., Segment::Key(Key::Head), Segment::Key(Key::Certificate), Segment::Key(Key::Kind)] => {
            let kinds = CertificateKind::ALL.iter().copied().filter(|kind| kind.is_personal());
            choose(mistake.path(), kinds.map(Suggestion::of))
        }
        _ => None,
    }
}

/// What a service is asked for and that comes from a closed list.
pub(crate) fn choose_of_service(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let (_, service) = mistake.service()?;
    match (mistake.last_key()?, service) {
        (Key::Contents, Service::Website(_)) => {
            let contents = WebsiteContent::ALL.iter().copied();
            choose(mistake.path().join(0), contents.map(Suggestion::of))
        }
        (Key::Languages, _) => {
            let languages = ServiceLanguage::ALL.iter().copied();
            choose(mistake.path().join(0), languages.map(Suggestion::of))
        }
        (Key::ProvidesSdk, _) => choose(mistake.path(), [flag(true), flag(false)]),
        _ => None,
    }
}

fn flag(is: bool) -> Suggestion {
    let (code, zh, en) = if is { ("true", "是", "yes") } else { ("false", "否", "no") };
    Suggestion::of(crate::language::Term { code, text: Text { zh, en } })
}

/// A kind of pre-approval, or none of them.
pub(crate) fn choose_pre_approval(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let (index, _) = mistake.service()?;
    let path =
        FieldPath::root().join(Key::Services).join(index).join(Key::PreApproval).join(Key::Kinds).join(0);
    choose(path, PreApprovalKind::ALL.iter().copied().map(Suggestion::of))
}

/// The region that an abolished one became.
pub(crate) fn region(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let code = mistake.text()?.trim();
    let mut regions: Vec<Suggestion> = Region::successors(code).map(suggested_region).collect();
    match regions.len() {
        0 => None,
        1 => mistake.set(regions.pop()?),
        _ => choose(mistake.path(), regions),
    }
}

fn suggested_region(region: Region) -> Suggestion {
    Suggestion::named(format!("{:06}", region.code()), region.full_name())
}

/// What the account is named.
pub(crate) fn account_name(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    choose(mistake.path(), [Suggestion::text(mistake.code("account_name")?)])
}

/// What is filed, where it is nothing personal.
pub(crate) fn as_filed(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let filed = mistake.cx.filed_principal?.principal.as_ref()?;
    let value = match mistake.finding.path.segments() {
        [_, Segment::Key(Key::Kind)] => Suggestion::of(filed.kind?),
        [_, Segment::Key(Key::Certificate), Segment::Key(Key::Kind)] => {
            Suggestion::of(filed.certificate.as_ref()?.kind?)
        }
        [_, Segment::Key(Key::Region)] => {
            suggested_region(Region::parse(typed(filed.region.as_ref())?).ok()?)
        }
        _ => return None,
    };
    choose(mistake.path(), [value])
}

/// A number of a certificate, by the kind that the finding names.
pub(crate) fn certificate_number(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    if mistake.last_key() == Some(Key::Kind) {
        return choose_of_person(mistake);
    }
    let kind = CertificateKind::from_name(mistake.code("certificate")?)?;
    let today = mistake.cx.context.today;
    mistake.normalize(|number| {
        matches!(number_reason(kind, number, today), None | Some(NumberReason::EarlyShape))
    })
}

pub(crate) fn mobile(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    mistake.normalize(|text| Mobile::parse(text).is_ok())
}

pub(crate) fn phone(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    mistake.normalize(|text| Phone::parse(text).is_ok())
}

pub(crate) fn email(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    mistake.normalize(|text| Email::parse(text).is_ok())
}

pub(crate) fn public_key(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    mistake.normalize(|text| PublicKey::parse(text).is_ok())
}

/// The name that was registered. Where another website of the order has it, or will have it, this one is covered.
pub(crate) fn registrable(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let name = DomainName::parse(mistake.text()?).ok()?;
    let registrable = name.registrable();
    if !has_namesake(mistake, &registrable) {
        return mistake.set(Suggestion::text(registrable.to_unicode()));
    }
    let (index, service) = mistake.service()?;
    let path = FieldPath::root().join(Key::Services).join(index);
    let is_only = service.domains().nth(1).is_none();
    let path = if is_only { path } else { mistake.finding.path.parent()? };
    Some(Remedy::Remove { path })
}

/// Whether another website of the order has this registrable domain, or, before this place, one below it.
fn has_namesake(mistake: &Mistake<'_, '_>, registrable: &DomainName<'_>) -> bool {
    let mut is_earlier = true;
    for (index, service) in mistake.cx.order.services().iter().enumerate() {
        let Service::Website(website) = service else { continue };
        for (place, domain) in website.domains.iter().enumerate() {
            let path = FieldPath::root().join(Key::Services).join(index).join(Key::Domains).join(place);
            if mistake.finding.path.starts_with(&path) {
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
pub(crate) fn bare_name(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let text = mistake.text()?;
    let host = bare_host(text);
    let name = DomainName::parse(&host).ok()?;
    let (_, service) = mistake.service()?;
    let name = match service {
        Service::Website(_) if mistake.cx.kind.is_filing() && name.suffix().as_ascii() != "gov.cn" => {
            name.registrable()
        }
        Service::Website(_) => name,
        Service::App(_) => {
            let max = mistake.cx.limits().app_domain_level?;
            return (u32::try_from(name.level()).ok()? <= max)
                .then(|| mistake.set(Suggestion::text(name.to_unicode())))?;
        }
    };
    if has_namesake(mistake, &name) {
        return None;
    }
    mistake.set(Suggestion::text(name.to_unicode()))
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
pub(crate) fn choose_upper_name(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let name = DomainName::parse(mistake.text()?).ok()?;
    let max = usize::try_from(mistake.count("max")?).ok()?;
    let unicode = name.to_unicode();
    let surplus = name.level().checked_sub(max)?;
    let count = name.level().checked_sub(1 + surplus)?;
    let names = std::iter::successors(Some(&*unicode), |name| Some(name.split_once('.')?.1));
    choose(mistake.path(), names.skip(surplus).take(count).map(Suggestion::text))
}

pub(crate) fn package_name(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let platform = mistake.platform()?;
    let name = plain(mistake.text()?);
    PackageName::parse(platform, &name).ok()?;
    mistake.respell(name)
}

/// The digits alone, without a label such as `MD5:` in front.
pub(crate) fn fingerprint(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let platform = mistake.platform()?;
    let text = plain(mistake.text()?);
    let unlabelled = ["MD5", "SHA1", "SHA-1", "SHA256", "SHA-256"].iter().find_map(|label| {
        let head = text.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        text.get(head.len()..)?.trim_start().strip_prefix([':', '='])
    });
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '.' | ',' | ';');
    let digits: String = unlabelled.unwrap_or(&text).chars().filter(|c| !is_between(*c)).collect();
    mistake.respell(Fingerprint::parse(platform, &digits).ok()?.to_string())
}

pub(crate) fn public_address(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let host = plain(&bare_host(mistake.text()?));
    let address: IpAddr = host.parse().ok().filter(|address| is_reachable(*address))?;
    mistake.respell(address.to_string())
}

pub(crate) fn add_material(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let material = MaterialKind::from_name(mistake.code("field")?)?;
    let approval = mistake.code("approval").and_then(PreApprovalKind::from_name);
    Some(Remedy::AddMaterial { path: mistake.path(), materials: vec![material], approval })
}

fn add_one_of(mistake: &Mistake<'_, '_>, materials: Vec<MaterialKind>) -> Option<Remedy> {
    (!materials.is_empty()).then(|| Remedy::AddMaterial { path: mistake.path(), materials, approval: None })
}

pub(crate) fn add_authorization_letter(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let is_at_materials = mistake.last_key() == Some(Key::Materials);
    add_one_of(mistake, vec![MaterialKind::AuthorizationLetter]).filter(|_| is_at_materials)
}

/// One of the proofs that the finding lists.
pub(crate) fn add_proof(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let Param::List(proofs) = mistake.param("proofs")? else { return None };
    let kind = |proof: &Param| match proof {
        Param::Term(term) => MaterialKind::from_name(term.code),
        _ => None,
    };
    add_one_of(mistake, proofs.iter().map(kind).collect::<Option<_>>()?)
}

/// The document that the finding names, by its code or as the province's table shows it.
pub(crate) fn add_document(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    if let Some(document) = mistake.code("document").and_then(MaterialKind::from_name) {
        return add_one_of(mistake, vec![document]);
    }
    let Param::Written { zh: named, .. } = mistake.param("document")? else { return None };
    let is_named = |value: &dyn Value| *value.show(Language::Zh) == **named;
    let rules = mistake.cx.province_rules.as_ref()?;
    let document = rules.documents.iter().find(|cell| is_named(&cell.value));
    let proofs = || rules.young_filers.iter().find(|cell| is_named(&cell.value));
    let materials = match document {
        Some(cell) => vec![cell.value.document],
        None => proofs()?.value.proofs.to_vec(),
    };
    add_one_of(mistake, materials)
}

/// To the one list of the order that a misplaced file can belong to.
pub(crate) fn move_material(mistake: &Mistake<'_, '_>) -> Option<Remedy> {
    let path = mistake.finding.path.parent()?;
    let principal = mistake.cx.principal;
    let root = FieldPath::root;
    let owner = match (mistake.code("place").and_then(Key::from_name)?, mistake.service()) {
        (Key::Principal, _) => principal.map(|_| root().join(Key::Principal)),
        (Key::Head, Some((index, service))) => {
            service.head().map(|_| root().join(Key::Services).join(index).join(Key::Head))
        }
        (Key::Head, None) => principal?.head.as_ref().map(|_| root().join(Key::Principal).join(Key::Head)),
        (_, Some((index, _))) => Some(root().join(Key::Services).join(index)),
        (_, None) => (mistake.cx.order.services().len() == 1).then(|| root().join(Key::Services).join(0)),
    };
    Some(Remedy::MoveMaterial { path, to: owner?.join(Key::Materials) })
}
