//! Rules of the group `change`: what an order may alter of a filing.

use crate::documents;
use crate::language::{Term, Text};
use crate::order::OrderKind;
use crate::params::Param;
use crate::path::{At, Key};
use crate::person::Person;
use crate::principal::{Principal, PrincipalKind};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rules::certificate::number_reason;
use crate::rules::domain::same_name;
use crate::rules::filed::{self, Sought};
use crate::rules::province;
use crate::service::ServiceKind;
use crate::source::{Chapter, Origin};
use crate::value::{FilingNumber, Masked, Mobile, Province, Region};
use crate::walk::{typed, Check, Cx, Out, ServiceNode};

const CHANGE: &[Chapter] = &[Chapter::ChangeFiling, Chapter::ChangeService];

rule_group! {
    /// Only what is filed in this account can be changed: the principal and each service by its filing number.
    ///
    /// **Why.** The provider can change what it has filed. Another's filing is changed there, or accessed here
    /// first.
    ///
    /// **Example.** A number of a principal that another account has filed.
    NOT_FILED_HERE = "change.not-filed-here" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Registry, Account, Inputs],
        params: [number, reason],
        source: Origin::Guide { chapters: CHANGE, section: "办理流程 · 选择需要变更的服务", form: None },
        miit: [1016, 1023, 1048, 1049, 1050, 1053, 1058, 1059],
        summary: {
            zh: "只能变更本账号下已备案的主体和服务",
            en: "Only what is filed in this account can be changed.",
        },
        message: {
            zh: "不能变更（备案号：{number}）：{reason}。请核对备案号和登录账号；在其他接入商备案的，请到原接入商办理变更，或先办理接入备案。",
            en: "This cannot be changed (filing number: {number}): {reason}. Check the number and the account; what is filed with another provider is changed there, or accessed here first.",
        },
        check: &[Check::Start(principal_not_filed_here), Check::Service(service_not_filed_here)],
    }

    /// An addition to a filing here may not touch the principal's province, kind, certificate kind or
    /// certificate number; a change of filing may not change the province.
    ///
    /// **Why.** An addition states the principal as it is filed; what changed is changed first. A filing belongs
    /// to the authority of its province: who moves deregisters and files anew.
    ///
    /// **Example.** A change of filing whose region lies in another province than the filed one.
    IMMUTABLE_FIELD = "change.immutable-field" {
        severity: Blocker,
        orders: ADD_SERVICE | CHANGE_FILING,
        needs: [Registry],
        params: [field, filed, stated],
        source: Origin::Guide {
            chapters: &[Chapter::AddService, Chapter::ChangeFiling],
            section: "主体信息",
            form: None,
        },
        miit: [1046],
        summary: {
            zh: "新增服务不能改动主体的省份、性质、证件类型和号码；变更备案不能改动省份",
            en: "An addition may not touch the principal's province, kind or certificate; a change may not change the province.",
        },
        message: {
            zh: "{field}不能在此类订单中修改：已备案为“{filed}”，订单填写为“{stated}”。请改回已备案的内容；主体信息确有变化的，请先办理变更备案，省份变化的须先注销再重新备案。",
            en: "The {field} cannot be altered by this kind of order: “{filed}” is filed, the order says “{stated}”. State what is filed. Other changes of the principal take a change of filing first; a new province takes a deregistration and a new filing.",
        },
        check: &[Check::Start(immutable_field)],
        remedy: way::as_filed,
    }

    /// An individual's filing can become an organisation's; the reverse is not possible.
    ///
    /// **Why.** The guide excludes it.
    ///
    /// **Example.** A company that closed and wants to keep its filing under the owner's name.
    ORGANIZATION_TO_INDIVIDUAL = "change.organization-to-individual" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Guide {
            chapters: &[Chapter::ChangeFiling],
            section: "备案场景 · 个人备案变更为企业备案",
            form: None,
        },
        miit: [1014],
        summary: {
            zh: "单位备案不能变更为个人备案",
            en: "An organisation's filing cannot become an individual's.",
        },
        message: {
            zh: "已备案的主体为“{filed}”，不能变更为“{stated}”。请注销原备案后，以个人名义重新办理首次备案。",
            en: "The filed principal is of the kind “{filed}” and cannot become an {stated}. Deregister the filing, then file anew as an individual.",
        },
        check: &[Check::Start(organization_to_individual)],
        remedy: way::deregister_the_principal_first,
    }

    /// An individual's service head is the principal's head. A change of services cannot change it; a change of
    /// filing can. A head that is given all the same has to be as it is filed.
    ///
    /// **Why.** The form shows the head and does not let it be edited.
    ///
    /// **Example.** An individual gives a new mobile for its site in a change of service.
    SERVICE_HEAD_OF_INDIVIDUAL = "change.service-head-of-individual" {
        severity: Blocker,
        orders: CHANGE_SERVICE,
        needs: [Registry],
        params: [fields],
        source: Origin::Guide {
            chapters: &[Chapter::ChangeService],
            section: "备案场景 · 服务负责人",
            form: None,
        },
        summary: {
            zh: "个人的服务负责人即主体负责人，不能通过变更服务修改",
            en: "An individual's service head is the principal's head, which a change of service cannot change.",
        },
        message: {
            zh: "个人备案的服务负责人默认为主体负责人，变更服务不能修改（与已备案不同：{fields}）。请删除服务负责人信息；确需修改的，请办理变更备案。",
            en: "The head of an individual's service is the principal's head, which a change of service cannot change (differs from what is filed: {fields}). Leave the head out, or hand in a change of filing.",
        },
        check: &[Check::Service(service_head_of_individual)],
        remedy: way::remove,
    }

    /// A service that changes is open.
    ///
    /// **Why.** The reviewer looks at it.
    ///
    /// **Example.** A site that is switched off while its filing changes.
    SERVICE_NOT_OPEN = "change.service-not-open" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: CHANGE, section: "备案场景 · 打开状态", form: None },
        summary: {
            zh: "变更的服务须为打开状态",
            en: "A service that changes is open.",
        },
        message: {
            zh: "该服务不是打开状态。请先恢复网站或 APP 的正常访问，再提交变更。",
            en: "The service is not open. Make the website or APP reachable first, then hand in the change.",
        },
        check: &[Check::Service(service_not_open)],
    }

    /// The footer of a website that changes shows its filing number.
    ///
    /// **Why.** Without it the authority refuses the change.
    ///
    /// **Example.** A redesigned home page that has lost the number.
    NUMBER_NOT_DISPLAYED = "change.number-not-displayed" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: CHANGE, section: "备案场景 · 网站底部注明备案号", form: None },
        summary: {
            zh: "网站底部须注明备案号",
            en: "The footer of a website that changes shows its filing number.",
        },
        message: {
            zh: "网站底部没有注明备案号，管局审核会不通过。请在首页底部加上备案号，并链接到 beian.miit.gov.cn，再提交变更。",
            en: "The footer of the website does not show its filing number, so the authority would refuse. Add the number at the foot of the home page, with a link to beian.miit.gov.cn, then hand in the change.",
        },
        check: &[Check::Service(number_not_displayed)],
    }

    /// A change of filing keeps the principal that is filed. Another organisation, with another name and another
    /// certificate number, is not a change: the filing is deregistered and filed anew, or moved where the authority
    /// offers that.
    ///
    /// **Why.** The filing number belongs to its principal.
    ///
    /// **Example.** A site is sold, and the buyer's particulars are entered over the seller's.
    ANOTHER_PRINCIPAL = "change.another-principal" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::CHANGE_OF_PRINCIPAL, "变更为其他主体"),
        miit: [1003],
        summary: {
            zh: "变更备案不能换成另一个主体",
            en: "A change of filing keeps the principal that is filed.",
        },
        message: {
            zh: "名称和证件号码都与已备案的主体不同（已备案：{filed}；订单：{stated}），不属于变更。请注销原备案后由新主体重新备案；当地管局支持网站过户（迁移）的，可按其要求办理。",
            en: "Name and certificate number are another principal's (filed: {filed}; order: {stated}), which is no change. Deregister the filing and have the new principal file anew, or move the site where the authority offers that.",
        },
        check: &[Check::Start(another_principal)],
        remedy: way::deregister_the_principal_first,
    }

    /// The certificate number tells who the principal is. Some providers and authorities do not let it be edited:
    /// to them a new number is another principal.
    ///
    /// **Why.** Sources disagree: one of 2026 locks the number, the guide asks for it.
    ///
    /// **Example.** A company whose registration number became a credit code.
    CERTIFICATE_NUMBER_CHANGES = "change.certificate-number-changes" {
        severity: Warning,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::FILING_CHANGES, "变更主体信息"),
        summary: {
            zh: "变更证件号码可能被视为更换主体",
            en: "A new certificate number may be taken for another principal.",
        },
        message: {
            zh: "证件号码与已备案的不同（已备案：{filed}；订单：{stated}），可能被视为更换主体而不予变更。请先向管局确认，并准备证件号码变更的证明。",
            en: "The certificate number is not the filed one (filed: {filed}; order: {stated}) and may be taken for another principal. Ask the authority first, and have proof of the change ready.",
        },
        check: &[Check::Start(certificate_number_changes)],
    }

    /// The filing of an APP does not pass to another principal, in no province: it is deregistered and filed anew.
    /// Websites pass where the province takes that.
    ///
    /// An individual's filing that becomes an organisation's is not meant: the guide allows that, where the province
    /// does.
    ///
    /// **Why.** An APP is filed with the keys of whoever signs it.
    ///
    /// **Example.** In a province that moves sites, the buyer of a company takes over its APP as well.
    APP_TO_ANOTHER_PRINCIPAL = "change.app-to-another-principal" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "APP 备案迁移"),
        summary: {
            zh: "APP 备案不能转给另一个主体",
            en: "The filing of an APP does not pass to another principal.",
        },
        message: {
            zh: "APP 备案不能从“{filed}”转给“{stated}”。请先注销该 APP 备案，再由新主体重新办理。",
            en: "The filing of an APP cannot pass from {filed} to {stated}. Deregister it, then have the new principal file the APP anew.",
        },
        check: &[Check::Service(app_to_another_principal)],
    }
}

fn principal_not_filed_here(cx: &Cx<'_>, out: &mut Out) {
    filed::check(cx, &At::ROOT, &[Key::FilingNumber], cx.order.filing_number(), Sought::Principal, out);
}

fn service_not_filed_here(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let number = node.service.filing_number();
    let parsed = number.and_then(|number| FilingNumber::parse(number).ok());
    // The principal's number is wrong: the service's says nothing new.
    let repeats = parsed.is_some() && parsed.map(FilingNumber::principal) == cx.filing_number;
    if repeats && out.is_blocked(&At::ROOT, &[Key::FilingNumber]) {
        return;
    }
    filed::check(cx, &node.at, &[Key::FilingNumber], number, Sought::Service(cx.filing_number), out);
}

/// What is filed of the principal that the order states; without a registry the rule is undetermined.
fn filed_principal<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a Principal> {
    let registry = out.registry(cx)?;
    match cx.filed_principal {
        Some(filed) => filed.principal.as_ref(),
        None => {
            if !registry.is_complete() {
                out.needs(Need::Registry);
            }
            None
        }
    }
}

/// Compares what cannot be altered with what is filed. A value that is wrong in itself is other rules'.
fn immutable_field(cx: &Cx<'_>, out: &mut Out) {
    let Some(stated) = cx.principal else { return };
    let Some(filed) = filed_principal(cx, out) else { return };
    let at = At::ROOT.key(Key::Principal);
    if let (Some(filed), Some(Ok(stated))) = (filed_province(cx, filed), cx.region) {
        if filed != stated.province() {
            let stated = stated.province();
            out.find(&at, &[Key::Region], params![field: Key::Province, filed: filed, stated: stated]);
        }
    }
    if cx.kind != OrderKind::AddService {
        return;
    }
    if let (Some(filed), Some(stated)) = (filed.kind, stated.kind) {
        if filed != stated {
            out.find(&at, &[Key::Kind], params![field: KIND_OF_PRINCIPAL, filed: filed, stated: stated]);
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
            params![field: KIND_OF_CERTIFICATE, filed: filed, stated: kind],
        );
    }
    let numbers = (typed(filed_certificate.number.as_ref()), typed(certificate.number.as_ref()));
    if let (Some(filed), Some(stated)) = numbers {
        let is_valid = number_reason(kind, stated, cx.context.today).is_none();
        if is_valid && !filed.eq_ignore_ascii_case(stated) {
            out.find(
                &at,
                &[Key::Certificate, Key::Number],
                params![field: Key::Number, filed: Masked::of(filed), stated: Masked::of(stated)],
            );
        }
    }
}

/// The province that a principal is filed in: of its region, else of its number.
fn filed_province(cx: &Cx<'_>, filed: &Principal) -> Option<Province> {
    let region = typed(filed.region.as_ref()).and_then(|region| Region::parse(region).ok());
    let number = || FilingNumber::parse(cx.filed_principal?.filing_number.as_deref()?).ok()?.province();
    region.map(Region::province).or_else(number)
}

const KIND_OF_PRINCIPAL: Term =
    Term { code: "kind", text: Text { zh: "备案性质", en: "kind of principal" } };

const KIND_OF_CERTIFICATE: Term =
    Term { code: "kind", text: Text { zh: "证件类型", en: "kind of certificate" } };

fn organization_to_individual(cx: &Cx<'_>, out: &mut Out) {
    if cx.principal.and_then(|principal| principal.kind) != Some(PrincipalKind::Individual) {
        return;
    }
    let filed = filed_principal(cx, out).and_then(|filed| filed.kind);
    if let Some(filed) = filed.filter(|kind| kind.is_organization()) {
        out.find(
            &At::ROOT,
            &[Key::Principal, Key::Kind],
            params![filed: filed, stated: PrincipalKind::Individual],
        );
    }
}

fn service_head_of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(head) = node.service.head() else { return };
    let Some(filed) = filed_principal(cx, out).filter(|_| cx.is_individual()) else { return };
    let fields = differing(head, filed);
    if !fields.is_empty() {
        out.find(&node.at, &[Key::Head], params![fields: fields.into_iter().collect::<Param>()]);
    }
}

/// What a head says otherwise than the filed individual.
fn differing(head: &Person, filed: &Principal) -> Vec<Key> {
    let own = filed.head.as_ref();
    let contact = |field: fn(&Person) -> &Option<String>| {
        let (given, own) = (typed(field(head).as_ref()), own.and_then(|own| typed(field(own).as_ref())));
        matches!((given, own), (Some(given), Some(own)) if !is_same_contact(given, own))
    };
    let number = |certificate: Option<&'_ crate::Certificate>| {
        certificate.and_then(|certificate| typed(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let names = (typed(head.name.as_ref()), typed(filed.name.as_ref()));
    let numbers = (number(head.certificate.as_ref()), number(filed.certificate.as_ref()));
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

fn service_not_open(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    match node.service.open() {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::Open], params![]),
        None => out.needs_input(&node.at, &[Key::Open]),
    }
}

fn number_not_displayed(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if node.service.kind() != ServiceKind::Website {
        return;
    }
    match node.service.number_displayed() {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::NumberDisplayed], params![]),
        None => out.needs_input(&node.at, &[Key::NumberDisplayed]),
    }
}

/// The certificate numbers, filed and stated, where they differ and the stated one is well-formed.
fn differing_numbers<'a>(cx: &Cx<'a>, filed: &'a Principal) -> Option<(&'a str, &'a str)> {
    let stated = cx.principal?.certificate.as_ref()?;
    let number = typed(stated.number.as_ref())?;
    let filed = typed(filed.certificate.as_ref()?.number.as_ref())?;
    let is_valid = number_reason(stated.kind?, number, cx.context.today).is_none();
    (is_valid && !filed.eq_ignore_ascii_case(number)).then_some((filed, number))
}

fn is_another(cx: &Cx<'_>, filed: &Principal) -> bool {
    let names = (cx.principal.and_then(|stated| typed(stated.name.as_ref())), typed(filed.name.as_ref()));
    matches!(names, (Some(stated), Some(filed)) if !same_name(stated, filed))
}

fn another_principal(cx: &Cx<'_>, out: &mut Out) {
    let Some(stated) = cx.principal else { return };
    let Some(filed) = filed_principal(cx, out) else { return };
    // Between individual and organisation other rules speak.
    let filers = (filed.kind.map(PrincipalKind::filer), stated.kind.map(PrincipalKind::filer));
    if province::speaks_of_change(cx) {
        return;
    }
    if filers.0 != filers.1 || differing_numbers(cx, filed).is_none() || !is_another(cx, filed) {
        return;
    }
    let name = |principal: &Principal| Param::name(principal.name.as_deref().unwrap_or("?").trim());
    out.find(&At::ROOT, &[Key::Principal, Key::Name], params![filed: name(filed), stated: name(stated)]);
}

fn certificate_number_changes(cx: &Cx<'_>, out: &mut Out) {
    let Some(filed) = filed_principal(cx, out) else { return };
    // An individual's filing that becomes an organisation's changes its certificate, and may.
    let stated = cx.principal.and_then(|stated| stated.kind);
    if filed.kind.map(PrincipalKind::filer) != stated.map(PrincipalKind::filer) {
        return;
    }
    let is_said = out.is_blocked(&At::ROOT, &[Key::Principal, Key::Name])
        || out.is_blocked(&At::ROOT, &[Key::Principal, Key::Kind]);
    if let Some((filed, stated)) = differing_numbers(cx, filed).filter(|_| !is_said) {
        out.find(
            &At::ROOT,
            &[Key::Principal, Key::Certificate, Key::Number],
            params![filed: Masked::of(filed), stated: Masked::of(stated)],
        );
    }
}

fn app_to_another_principal(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let (Some(stated), ServiceKind::App) = (cx.principal, node.service.kind()) else { return };
    let Some(filed) = filed_principal(cx, out) else { return };
    let filers = (filed.kind.map(PrincipalKind::filer), stated.kind.map(PrincipalKind::filer));
    // Where the principal may not become another at all, that is the finding.
    let is_said = out.is_blocked(&At::ROOT, &[Key::Principal, Key::Name])
        || out.is_blocked(&At::ROOT, &[Key::Principal, Key::Kind]);
    if is_said || filers.0 != filers.1 || differing_numbers(cx, filed).is_none() || !is_another(cx, filed) {
        return;
    }
    let name = |principal: &Principal| Param::name(principal.name.as_deref().unwrap_or("?").trim());
    out.find(&node.at, &[Key::FilingNumber], params![filed: name(filed), stated: name(stated)]);
}
