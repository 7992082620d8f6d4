//! Rules of the group `change`: what an order may alter of a filing.

use std::collections::BTreeSet;

use chrono::Days;

use crate::documents;
use crate::language::{Term, Text};
use crate::order::{ChangeFiling, ChangeService, Order, OrderKind};
use crate::params::Param;
use crate::path::{At, Key};
use crate::person::Person;
use crate::principal::{Principal, PrincipalKind};
use crate::registry::FiledService;
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rules::certificate::number_reason;
use crate::rules::domain::{folded, same_name};
use crate::rules::filed::{self, Sought};
use crate::rules::province;
use crate::rules::resource::address;
use crate::service::Service;
use crate::source::{Chapter, Origin};
use crate::value::{DomainName, FilingNumber, Masked, Mobile, Province, Region};
use crate::walk::{typed, Check, Cx, DomainNode, Out, ServiceNode};

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
        check: &[Check::Website(number_not_displayed)],
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

    /// A website that changes keeps the domains that are filed under its number. Another domain is another website: it
    /// is added by an order of its own, and an old one is deregistered.
    ///
    /// A website that was filed with several domains before April 2019 keeps them until it is changed, and takes no
    /// more.
    ///
    /// **Why.** The ministry numbers by domain.
    ///
    /// **Example.** A company moves its site from `example.com` to `example.cn` by a change of service.
    DOMAIN_NOT_FILED = "change.domain-not-filed" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Registry],
        params: [domain, number],
        source: Origin::Document(documents::LIMITS, "一个网站对应一个域名"),
        miit: [1021],
        cited: [
            Huawei: documents::FILING_CHANGES, "变更备案不能修改域名";
            Ucloud: documents::FILING_NUMBERS_OF_UCLOUD, "一个域名一个备案号";
        ],
        summary: {
            zh: "变更备案不能更换或增加网站域名",
            en: "A website that changes keeps the domains that are filed under its number.",
        },
        message: {
            zh: "域名 {domain} 没有备案在 {number} 下。变更备案不能更换或增加域名：新域名请办理新增服务，不再使用的域名请注销。",
            en: "The domain {domain} is not filed under {number}. A change cannot replace or add a domain: add the new one as a service, and deregister what is not used any more.",
        },
        check: &[Check::Domain(domain_not_filed)],
    }

    /// An APP that changes shows its filing number where its users find it, in the settings or under "about".
    ///
    /// The guide asks it of websites, by a rule of their own; of APPs other documents do. It is an optional input:
    /// where it is not given, the rule has nothing to say.
    ///
    /// **Why.** The regulation on filing wants the number shown.
    ///
    /// **Example.** A new version of the APP has lost its page "about".
    APP_NUMBER_NOT_DISPLAYED = "change.app-number-not-displayed" {
        severity: Warning,
        orders: CHANGE,
        needs: [],
        params: [],
        source: Origin::Document(documents::FILING_REGULATION, "第十三条"),
        cited: [Huawei: documents::APP_FILING_OF_HUAWEI, "App 展示备案号"],
        summary: {
            zh: "APP 须在设置、关于等位置展示备案号",
            en: "An APP that changes shows its filing number, in its settings or under “about”.",
        },
        message: {
            zh: "该 APP 没有展示备案号。请在“设置”“关于”等显著位置展示备案号，并链接到 beian.miit.gov.cn，再提交变更。",
            en: "The APP does not show its filing number. Show it in the settings or under “about”, with a link to beian.miit.gov.cn, then hand in the change.",
        },
        check: &[Check::App(app_number_not_displayed)],
    }

    /// The number that a service shows links to the ministry's site.
    ///
    /// Whether it does is an optional input: where it is not given, the rule has nothing to say.
    ///
    /// **Why.** The regulation on filing wants the link, so that anybody can look the filing up.
    ///
    /// **Example.** A footer with the number as plain text.
    NUMBER_NOT_LINKED = "change.number-not-linked" {
        severity: Blocker,
        orders: CHANGE,
        needs: [],
        params: [],
        source: Origin::Document(documents::FILING_REGULATION, "第十三条"),
        summary: {
            zh: "展示的备案号须链接到 beian.miit.gov.cn",
            en: "The number that a service shows links to the ministry's site.",
        },
        message: {
            zh: "展示的备案号没有链接到工信部备案管理系统。请将备案号链接到 https://beian.miit.gov.cn，再提交变更。",
            en: "The number that is shown does not link to the ministry's site. Link it to https://beian.miit.gov.cn, then hand in the change.",
        },
        check: &[Check::Service(number_not_linked)],
    }

    /// The number that a service shows is its own, or its principal's. In Guangdong it is the principal's; where
    /// several domains lead to one site, the principal's is right everywhere.
    ///
    /// What is shown is an optional input: where it is not given, the rule has nothing to say.
    ///
    /// **Why.** A number of somebody else's filing is taken for a forged one.
    ///
    /// **Example.** A page that was copied from another company's site, with its number.
    OTHER_NUMBER_DISPLAYED = "change.other-number-displayed" {
        severity: Blocker,
        orders: CHANGE,
        needs: [],
        params: [displayed, number],
        source: Origin::Document(documents::NUMBERS_FAQ, "备案号的展示"),
        cited: [Huawei: documents::FILED_OF_HUAWEI, "展示备案号"],
        summary: {
            zh: "展示的备案号须为本服务或本主体的备案号",
            en: "The number that a service shows is its own, or its principal's.",
        },
        message: {
            zh: "展示的备案号“{displayed}”不是本备案的备案号（{number}）。请改为本服务的备案号；多个域名指向同一网站的，展示主体备案号。",
            en: "The number that is shown, “{displayed}”, is not of this filing ({number}). Show the service's own number, or, where several domains lead to one site, the principal's.",
        },
        check: &[Check::Service(other_number_displayed)],
    }

    /// A principal's kind is part of what it is. The guide lets a change of filing alter it; other documents lock it,
    /// and to an authority another kind may be another principal.
    ///
    /// Between individual and organisation other rules speak.
    ///
    /// **Why.** Sources disagree, and the authority decides.
    ///
    /// **Example.** A public institution that became a company.
    PRINCIPAL_KIND_CHANGES = "change.principal-kind-changes" {
        severity: Warning,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::FILING_CHANGES, "变更主体信息"),
        summary: {
            zh: "变更备案性质可能被视为更换主体",
            en: "Another kind may be taken for another principal.",
        },
        message: {
            zh: "备案性质由“{filed}”改为“{stated}”，部分接入商和管局不予变更。请先确认能否变更，并准备性质变化的证明。",
            en: "The principal's kind changes from “{filed}” to “{stated}”, which some providers and authorities do not accept. Ask first, and have proof of the change ready.",
        },
        check: &[Check::Start(principal_kind_changes)],
    }

    /// At Huawei Cloud an individual's filing does not become an organisation's: it is deregistered and filed anew.
    /// Tencent Cloud leaves it to the province.
    ///
    /// **Why.** The provider takes it for another principal.
    ///
    /// **Example.** A sole trader founds a company and wants to keep the number.
    INDIVIDUAL_TO_ORGANIZATION = "change.individual-to-organization" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "个人变更为企业"),
        miit: [1014],
        providers: [Huawei],
        summary: {
            zh: "个人备案不能直接变更为单位备案",
            en: "An individual's filing does not become an organisation's.",
        },
        message: {
            zh: "已备案的主体为“{filed}”，本接入商不支持直接变更为“{stated}”。请注销原备案后，以单位名义重新办理首次备案。",
            en: "The filed principal is an {filed}, and with this provider it cannot become a principal of the kind “{stated}”. Deregister the filing, then file anew as an organisation.",
        },
        check: &[Check::Start(individual_to_organization)],
        remedy: way::deregister_the_principal_first,
    }

    /// At Huawei Cloud and UCloud a change of filing carries the principal and every service that it has with the
    /// provider. The guide of Tencent Cloud lets the applicant choose the services.
    ///
    /// A change of the principal alone, without services, is an order of its own there and is not looked at.
    ///
    /// **Why.** The authority gets the whole record.
    ///
    /// **Example.** Two sites are filed, and the order names one.
    SERVICES_LEFT_OUT = "change.services-left-out" {
        severity: Blocker,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [services],
        source: Origin::Document(documents::CHANGES_OF_UCLOUD, "变更备案包含主体及全部网站"),
        providers: [Huawei, Ucloud],
        cited: [Huawei: documents::FILING_CHANGES, "变更备案包含主体及全部服务"],
        summary: {
            zh: "变更备案须包含主体在本接入商的全部服务",
            en: "A change of filing carries every service that the principal has with the provider.",
        },
        message: {
            zh: "变更备案须包含本接入商下的全部服务，订单缺少：{services}。请补充，或只办理变更主体、变更服务。",
            en: "A change of filing carries all services with this provider; these are missing: {services}. Add them, or change the principal or the services alone.",
        },
        check: &[Check::Order(services_left_out)],
    }

    /// A new address within the provider takes no new filing. A principal with a licence for commercial services is an
    /// exception: the address has to be the one that the licence registers, so the licence is changed as well.
    ///
    /// **Why.** The authority compares the two.
    ///
    /// **Example.** A licence holder moves its site to a new server.
    LICENSED_ADDRESS = "change.licensed-address" {
        severity: Warning,
        orders: CHANGE,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::CHANGE_FAQ, "更换 IP"),
        providers: [Tencent],
        summary: {
            zh: "持有经营许可证的，IP 变化须与许可证登记一致",
            en: "A licence holder's address is the one that its licence registers.",
        },
        message: {
            zh: "该服务的 IP 由 {filed} 改为 {stated}。主体持有经营性 ICP 许可证，IP 须与许可证登记的一致，请同时变更许可证信息。",
            en: "The address of this service changes from {filed} to {stated}. The principal holds a commercial licence, which registers the address: have the licence changed as well.",
        },
        check: &[Check::Service(licensed_address)],
    }

    /// What changes is handed in thirty days before it takes effect.
    ///
    /// The day that it takes effect is an optional input: where it is not given, the rule has nothing to say.
    ///
    /// **Why.** The regulation on filing says so; a change that is late may be fined.
    ///
    /// **Example.** A company that moves next week hands in its new address today.
    LATE = "change.late" {
        severity: Warning,
        orders: CHANGE,
        needs: [],
        params: [effective_on, latest],
        source: Origin::Document(documents::FILING_REGULATION, "第十四条"),
        summary: {
            zh: "备案信息变化须提前 30 日办理变更",
            en: "What changes is handed in thirty days before it takes effect.",
        },
        message: {
            zh: "变更自 {effective_on} 起生效，按规定应在 {latest} 及以前提交。请尽快提交，逾期可能被处罚。",
            en: "The change takes effect on {effective_on} and was to be handed in by {latest}. Submit it at once: a change that is late may be fined.",
        },
        check: &[Check::Order(late)],
    }

    /// A principal that takes a new name has its domains registered in it first: those of the order, by a rule of
    /// their own, and those of the filed services that the order leaves out.
    ///
    /// **Why.** After the change the domains belong to somebody who is not the principal.
    ///
    /// **Example.** A renamed company changes its filing, and its second site's domain still shows the old name.
    DOMAIN_IN_OLD_NAME = "change.domain-in-old-name" {
        severity: Warning,
        orders: CHANGE_FILING,
        needs: [Registry],
        params: [domains, name],
        source: Origin::Document(documents::CHANGE_FAQ, "单位名称变更"),
        cited: [Huawei: documents::FILING_CHANGES, "主体名称变更"],
        summary: {
            zh: "主体更名的，须先更新域名实名信息",
            en: "A principal that takes a new name has its domains registered in it first.",
        },
        message: {
            zh: "已备案的域名 {domains} 仍登记在原名称“{name}”下。请先在域名注册商处将实名信息更新为新名称，再提交变更备案。",
            en: "Filed domains are still registered in the old name, “{name}”: {domains}. Have them registered in the new one first, then change the filing.",
        },
        check: &[Check::Order(domain_in_old_name)],
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
        check: &[Check::App(app_to_another_principal)],
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

pub(crate) const KIND_OF_PRINCIPAL: Term =
    Term { code: "kind", text: Text { zh: "备案性质", en: "kind of principal" } };

pub(crate) const KIND_OF_CERTIFICATE: Term =
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

/// The filed service that the order changes, where nothing speaks against its number.
fn filed_service<'a>(cx: &Cx<'a>, node: &ServiceNode<'_>, out: &mut Out) -> Option<&'a FiledService> {
    let number = FilingNumber::parse(node.service.filing_number()?).ok()?;
    let registry = out.registry(cx)?;
    if out.is_blocked(&node.at, &[Key::FilingNumber]) || registry.is_ambiguous(&number) {
        return None;
    }
    let filed = registry.service(&number);
    if filed.is_none() && !registry.is_complete() {
        out.needs(Need::Registry);
    }
    Some(filed?.service)
}

fn domain_not_filed(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let (Service::Website(_), Some(Ok(name))) = (node.service.service, &node.name) else { return };
    let Some(filed) = filed_service(cx, node.service, out) else { return };
    let names = filed.service.iter().flat_map(Service::domains);
    let names: Vec<DomainName<'_>> =
        names.filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok()).collect();
    let is_filed = names.iter().any(|filed| name.is_under(filed) || filed.is_under(name));
    if !names.is_empty() && !is_filed {
        let params = params![
            domain: Param::name(name.to_unicode()),
            number: Param::name(filed.filing_number.as_deref().unwrap_or("?")),
        ];
        out.find(&node.at, &[Key::Name], params);
    }
}

fn app_number_not_displayed(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if node.service.number_displayed() == Some(false) {
        out.find(&node.at, &[Key::NumberDisplayed], params![]);
    }
}

fn number_not_linked(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    // A number that is not shown links to nothing.
    if node.service.number_displayed() != Some(false) && node.service.number_linked() == Some(false) {
        out.find(&node.at, &[Key::NumberLinked], params![]);
    }
}

fn other_number_displayed(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(displayed) = node.service.displayed_number().map(str::trim).filter(|text| !text.is_empty())
    else {
        return;
    };
    let own = node.service.filing_number().and_then(|number| FilingNumber::parse(number).ok());
    let Some(own) = own.or(cx.filing_number) else { return };
    let is_own = FilingNumber::parse(displayed).is_ok_and(|shown| shown.principal() == own.principal());
    if !is_own {
        let params = params![displayed: Param::name(displayed), number: Param::name(own.to_string())];
        out.find(&node.at, &[Key::DisplayedNumber], params);
    }
}

fn principal_kind_changes(cx: &Cx<'_>, out: &mut Out) {
    let Some(stated) = cx.principal.and_then(|stated| stated.kind).filter(|kind| kind.is_organization())
    else {
        return;
    };
    let filed = filed_principal(cx, out).and_then(|filed| filed.kind).filter(|kind| kind.is_organization());
    if let Some(filed) = filed.filter(|filed| *filed != stated) {
        out.find(&At::ROOT, &[Key::Principal, Key::Kind], params![filed: filed, stated: stated]);
    }
}

fn individual_to_organization(cx: &Cx<'_>, out: &mut Out) {
    let Some(stated) = cx.principal.and_then(|stated| stated.kind).filter(|kind| kind.is_organization())
    else {
        return;
    };
    let filed = filed_principal(cx, out).and_then(|filed| filed.kind);
    if filed == Some(PrincipalKind::Individual) {
        let params = params![filed: PrincipalKind::Individual, stated: stated];
        out.find(&At::ROOT, &[Key::Principal, Key::Kind], params);
    }
}

/// The filed services of the principal that the order does not name.
fn left_out<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a FiledService> {
    let number = |text: Option<&str>| text.and_then(|text| FilingNumber::parse(text).ok());
    let own: Vec<FilingNumber> =
        cx.order.services().iter().filter_map(|service| number(service.filing_number())).collect();
    let filed = cx.filed_principal.into_iter().flat_map(|filed| &filed.services);
    filed.filter(move |filed| {
        !number(filed.filing_number.as_deref()).is_some_and(|filed| own.contains(&filed))
    })
}

fn services_left_out(cx: &Cx<'_>, out: &mut Out) {
    if cx.order.services().is_empty() {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let provider = &cx.rulebook.version().provider;
    let here = left_out(cx).filter(|filed| filed.providers.iter().any(|name| name == provider));
    let missing: Vec<Param> =
        here.map(|filed| Param::name(filed.filing_number.as_deref().unwrap_or("?"))).collect();
    if !missing.is_empty() {
        out.find(&At::ROOT, &[Key::Services], params![services: Param::List(missing)]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn licensed_address(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let number = node.service.filing_number().and_then(|number| FilingNumber::parse(number).ok());
    let is_licensed = node.service.license_number().is_some_and(|number| !number.trim().is_empty())
        || number.or(cx.filing_number).is_some_and(FilingNumber::is_licence_based);
    if !is_licensed {
        return;
    }
    let Some(filed) = filed_service(cx, node, out) else { return };
    let addresses = |service: &Service| -> BTreeSet<String> {
        service.resources().iter().filter_map(address).map(str::to_owned).collect()
    };
    let (filed, stated) =
        (filed.service.as_ref().map(addresses).unwrap_or_default(), addresses(node.service));
    if !filed.is_empty() && !stated.is_empty() && filed != stated {
        let shown =
            |addresses: BTreeSet<String>| Param::List(addresses.into_iter().map(Param::name).collect());
        out.find(&node.at, &[Key::Resources], params![filed: shown(filed), stated: shown(stated)]);
    }
}

fn late(cx: &Cx<'_>, out: &mut Out) {
    let (Order::ChangeFiling(ChangeFiling { effective_on, .. })
    | Order::ChangeService(ChangeService { effective_on, .. })) = cx.order
    else {
        return;
    };
    let Some(effective_on) = *effective_on else { return };
    let latest = effective_on.checked_sub_days(Days::new(30));
    if let Some(latest) = latest.filter(|latest| *latest < cx.context.today) {
        out.find(&At::ROOT, &[Key::EffectiveOn], params![effective_on, latest]);
    }
}

fn domain_in_old_name(cx: &Cx<'_>, out: &mut Out) {
    let Some(filed) = filed_principal(cx, out).filter(|filed| is_another(cx, filed)) else { return };
    if out.is_blocked(&At::ROOT, &[Key::Principal, Key::Name]) {
        return;
    }
    let Some(name) = typed(filed.name.as_ref()) else { return };
    let domains = left_out(cx).filter_map(|filed| filed.service.as_ref()).flat_map(Service::domains);
    let old: BTreeSet<&str> = domains
        .filter(|domain| {
            let registrant = domain.registration.as_ref().and_then(|known| typed(known.registrant.as_ref()));
            registrant.is_some_and(|registrant| same_name(registrant, name))
        })
        .filter_map(|domain| typed(domain.name.as_ref()))
        .collect();
    if !old.is_empty() {
        let domains: Param = Param::List(old.into_iter().map(Param::name).collect());
        out.find(&At::ROOT, &[Key::Principal, Key::Name], params![domains: domains, name: Param::name(name)]);
    }
}

/// A website's title and its name, where both are given and neither has the other in it.
pub(crate) fn title_and_name(service: &Service) -> Option<(&str, &str)> {
    let Service::Website(website) = service else { return None };
    let (title, name) = (typed(website.home_page_title.as_ref())?, typed(website.name.as_ref())?);
    let (folded_title, folded_name): (String, String) = (folded(title).collect(), folded(name).collect());
    let is_same = folded_title.contains(&folded_name) || folded_name.contains(&folded_title);
    (!is_same).then_some((title, name))
}

fn app_to_another_principal(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(stated) = cx.principal else { return };
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
