//! Rules of the group `order`: the kind, the number of services, what is ticked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months};

use crate::certificate::{Certificate, ValidUntil};
use crate::documents;
use crate::fields;
use crate::fitting::{self, Fit};
use crate::language::{Term, Text};
use crate::order::{Order, OrderKind};
use crate::params::{Param, Params};
use crate::path::{At, Key};
use crate::principal::{Filer, Principal, PrincipalKind};
use crate::registry::{FiledService, OrderInProgress, Registry};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::{rule_group, Rule};
use crate::rulebook::{Limit, Provider};
use crate::rules::change::{KIND_OF_CERTIFICATE, KIND_OF_PRINCIPAL};
use crate::rules::domain::{folded, same_name};
use crate::rules::{cancel, change, province, resource};
use crate::service::{Service, ServiceKind};
use crate::source::{Chapter, Origin};
use crate::value::{DomainName, FilingNumber, FilingNumberError, FilingNumberKind, Masked, Region};
use crate::walk::{typed, Check, Cx, Out, PrincipalNode, ServiceNode};

const FILING: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AccessFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const NEW_TYPE: &[Chapter] = &[Chapter::FirstFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const FILING_AND_CHANGE: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

rule_group! {
    /// The kind of an order is decided by what is already filed, not chosen. Principal and service never filed:
    /// first filing. Principal filed here: add a service. Principal filed only with other providers, service
    /// not filed: add a service from elsewhere. Service filed, with other providers only: access filing.
    /// Service filed here: change of service, or change of filing where the principal changes too.
    ///
    /// A principal is filed here where one of its services names this provider, or, without services, where it
    /// has an account. The first service whose kind differs decides.
    ///
    /// **Why.** The filing system refuses a first filing of what is filed, and an addition to what is not. An
    /// access filing neither changes nor cancels the earlier filing; a service without access here may not be
    /// opened here.
    ///
    /// **Example.** A company whose site is filed with another provider moves it here as a first filing.
    KIND_MISMATCH = "order.kind-mismatch" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry],
        params: [kind, right_kind, reason, service],
        source: Origin::Guide { chapters: FILING, section: "验证备案类型", form: None },
        miit: [1003, 1020, 1021, 1037, 1038, 1039],
        summary: {
            zh: "备案类型由已有备案情况决定",
            en: "The kind of an order is decided by what is already filed.",
        },
        message: {
            zh: "该订单不应按“{kind}”提交：第 {service} 个服务{reason}。请改用“{right_kind}”。",
            en: "Service {service} does not fit an order of the kind “{kind}”: {reason}. Submit the order as “{right_kind}”.",
        },
        check: &[Check::Order(kind_mismatch)],
        remedy: way::fitting_order,
    }

    /// A filing order and a change of service have at least one service; a deregistration of services and a
    /// cancelling of access name at least one. A change of filing may change the principal alone.
    ///
    /// **Why.** There is nothing to file.
    ///
    /// **Example.** An order with an empty `services`.
    NO_SERVICES = "order.no-services" {
        severity: Blocker,
        orders: FILING | CHANGE_SERVICE | NAMED_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide {
            chapters: &[
                Chapter::FirstFiling,
                Chapter::AccessFiling,
                Chapter::AddService,
                Chapter::AddServiceFromElsewhere,
                Chapter::ChangeService,
                Chapter::DeregisterServices,
                Chapter::DeregisterServicesInBulk,
                Chapter::CancelAccess,
                Chapter::CancelAccessInBulk,
            ],
            section: "服务信息",
            form: None,
        },
        summary: {
            zh: "订单至少包含一个服务",
            en: "An order has at least one service.",
        },
        message: {
            zh: "订单中没有服务。请至少添加或选择一个网站或 APP。",
            en: "The order has no service. Add or choose at least one website or APP.",
        },
        check: &[Check::Order(no_services)],
    }

    /// In one new-type order an individual files at most one service, an organisation at most ten. The guide
    /// says ten websites **or** ten APPs; a mixed order is counted together, which is the strict reading.
    ///
    /// **Why.** The provider's form takes no more.
    ///
    /// **Example.** An individual files a website and an APP at once.
    SERVICES_OVER_LIMIT = "order.services-over-limit" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [ProviderRules],
        params: [count, max, filer],
        source: Origin::Guide { chapters: NEW_TYPE, section: "服务信息 · 数量限制", form: None },
        summary: {
            zh: "新增类订单：个人最多 1 个服务，单位最多 10 个",
            en: "In a new-type order an individual files at most 1 service, an organisation at most 10.",
        },
        message: {
            zh: "{filer}单次最多可提交 {max} 个服务，当前为 {count} 个。请拆分为多个订单，前一订单审核通过后再提交下一订单。",
            en: "An order of this kind by an {filer} takes at most {max:service}; this one has {count}. Split it, and submit the next part when the one before it is approved.",
        },
        check: &[Check::Order(services_over_limit)],
        remedy: way::split,
    }

    /// An access order has no national limit on its services; a province may set one.
    ///
    /// **Why.** Some authorities take only a few services at once.
    ///
    /// **Example.** Five sites in an order of a province that takes two.
    ACCESS_SERVICES_OVER_LIMIT = "order.access-services-over-limit" {
        severity: Blocker,
        orders: ACCESS,
        needs: [ProvinceRules],
        params: [count, max, metric, province],
        source: Origin::Guide { chapters: &[Chapter::AccessFiling], section: "服务信息 · 数量限制", form: None },
        summary: {
            zh: "接入备案的服务数量以各省要求为准",
            en: "The number of services in an access order is the province's matter.",
        },
        message: {
            zh: "{province}接入备案单次最多可提交 {max} 个{metric}，当前为 {count} 个。请拆分为多个订单。",
            en: "{province} takes at most {max} ({metric}) in one access order; this one has {count}. Split it.",
        },
        check: &[Check::Order(access_services_over_limit)],
        remedy: way::split,
    }

    /// The same website domain, or the same APP, may not stand twice in one order.
    ///
    /// **Why.** A service has one filing; the second would be refused.
    ///
    /// **Example.** Two websites of one order that both list `example.com`.
    SERVICE_REPEATED = "order.service-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, first],
        source: Origin::Guide {
            chapters: FILING,
            section: "服务信息",
            form: Some("由一个服务一个备案号推出"),
        },
        miit: [1020, 1021, 1029],
        summary: {
            zh: "同一网站域名或同一 APP 不得在订单中重复",
            en: "The same website domain or APP may not stand twice in one order.",
        },
        message: {
            zh: "该服务与第 {first} 个服务重复（{name}）。请删除重复的服务，或改正域名、名称。",
            en: "This service repeats service {first} ({name}). Remove it, or correct its domain or name.",
        },
        check: &[Check::Service(service_repeated)],
        remedy: way::remove,
    }

    /// A filing number can be read in any printed form: with or without 号, in full-width characters, with
    /// spaces. What cannot be read in any is malformed, and nothing is looked up under it.
    ///
    /// **Why.** The number says which filing the order is about.
    ///
    /// **Example.** A number of the police filing 公安备案 in place of the ICP filing's.
    FILING_NUMBER_MALFORMED = "order.filing-number-malformed" {
        severity: Blocker,
        orders: CHANGE | DEREGISTER_PRINCIPAL | DEREGISTER_HOLLOW_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [],
        params: [reason],
        source: Origin::Guide {
            chapters: &[
                Chapter::ChangeFiling,
                Chapter::ChangeService,
                Chapter::DeregisterPrincipal,
                Chapter::DeregisterHollowPrincipal,
                Chapter::DeregisterServices,
                Chapter::DeregisterServicesInBulk,
                Chapter::CancelAccess,
                Chapter::CancelAccessInBulk,
                Chapter::MigrateAccount,
            ],
            section: "备案号",
            form: Some("工信部公布的备案号编号方式"),
        },
        miit: [1016, 1058, 1059],
        summary: {
            zh: "备案号须能按编号规则识别",
            en: "A filing number can be read in one of its printed forms.",
        },
        message: {
            zh: "备案号有误：{reason}。请照工信部备案查询（beian.miit.gov.cn）的结果填写，例如“粤ICP备2021000001号”。",
            en: "This is no filing number: {reason}. Copy it from the look-up at beian.miit.gov.cn, such as 粤ICP备2021000001号.",
        },
        check: &[Check::Start(filing_number_malformed), Check::Service(service_number_malformed)],
        remedy: way::filing_number,
    }

    /// What has to be ticked: privacy statement and terms in every filing and change order; the filing
    /// commitment letter as well in a first filing, an addition to a filing here, and the changes. In an access
    /// filing and an addition from elsewhere the letter is the province's matter.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A first filing without the commitment letter.
    AGREEMENT_MISSING = "order.agreement-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [field],
        source: Origin::Guide { chapters: FILING_AND_CHANGE, section: "核对提交", form: None },
        summary: {
            zh: "提交前须勾选隐私声明、相关条款和承诺书",
            en: "Privacy statement, terms and, where due, the commitment letter are ticked before submitting.",
        },
        message: {
            zh: "尚未勾选“{field}”。请阅读并勾选后再提交。",
            en: "Not agreed to yet: {field}. Read and tick before submitting.",
        },
        check: &[Check::Order(agreement_missing)],
        remedy: way::tick,
    }

    /// One principal has one order in progress at a time, over all access providers. An order of the same principal
    /// that another flow handles stops this one. The orders of the context are those besides this one.
    ///
    /// **Why.** The authority refuses the second as a conflict of principals 主办者冲突.
    ///
    /// **Example.** A change of service that is with the authority while a new site is added elsewhere.
    PRINCIPAL_IN_PROGRESS = "order.principal-in-progress" {
        severity: Blocker,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry],
        params: [orders],
        source: Origin::Document(documents::REVIEW_FAQ, "主办者冲突"),
        miit: [1003, 1017, 1051, 1052],
        summary: {
            zh: "同一主体同时只能有一个在途订单（含其他接入商）",
            en: "One principal has one order in progress at a time, over all access providers.",
        },
        message: {
            zh: "该主体已有在途的备案订单（{orders}），再次提交会因主办者冲突被驳回。请等待该订单办结，或先在原接入商撤销。",
            en: "An order of this principal is in progress already ({orders}); another would be refused as a conflict. Wait until it is done, or withdraw it where it was handed in.",
        },
        check: &[Check::Order(principal_in_progress)],
    }

    /// One account has one order in progress at a time. The orders of the context are those besides this one.
    ///
    /// **Why.** The provider's form opens no second one.
    ///
    /// **Example.** A first filing is under review, and a change of another principal is handed in from the same
    /// account.
    ACCOUNT_BUSY = "order.account-busy" {
        severity: Blocker,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [orders],
        source: Origin::Document(documents::SITE_FAQ, "同一账号同时只能办理一个订单"),
        summary: {
            zh: "同一账号同时只能有一个在途订单",
            en: "One account has one order in progress at a time.",
        },
        message: {
            zh: "当前账号已有在途的备案订单（{orders}）。请等待该订单办结或放弃该订单后，再提交本订单。",
            en: "This account has an order in progress already ({orders}). Wait until it is done, or give it up, then submit this one.",
        },
        check: &[Check::Order(account_busy)],
    }

    /// An account has one principal. A second principal takes an account of its own.
    ///
    /// UCloud says so of individuals only.
    ///
    /// **Why.** The account's real-name name is the principal's. It is the practice of the providers named; others
    /// allow several.
    ///
    /// **Example.** An agency that files two customers from one account.
    ACCOUNT_HAS_OTHER_PRINCIPAL = "order.account-has-other-principal" {
        severity: Blocker,
        orders: STATED_ANEW,
        needs: [Registry, Account, Inputs],
        params: [filed],
        source: Origin::Document(documents::LIMITS, "一个账号只能备案一个主体"),
        providers: [Tencent, Huawei, Ucloud],
        cited: [
            Huawei: documents::CONDITIONS_OF_HUAWEI, "一个账号只能备案一个主体";
            Ucloud: documents::LIMITS_OF_UCLOUD, "个人账号可备案主体数量";
        ],
        summary: {
            zh: "一个账号只能备案一个主体",
            en: "An account has one principal.",
        },
        message: {
            zh: "当前账号下已有其他备案主体（{filed}），一个账号只能备案一个主体。请换用本主体的账号提交。",
            en: "Another principal is filed in this account ({filed}), and an account has one. Submit from an account of this principal.",
        },
        check: &[Check::Order(account_has_other_principal)],
    }

    /// A sub-account or a collaborator files only after the main account has authorised it.
    ///
    /// **Why.** The filing belongs to the main account.
    ///
    /// **Example.** A colleague's sub-user that has no permission on filing.
    SUB_ACCOUNT = "order.sub-account" {
        severity: Warning,
        orders: WITH_SERVICES | DEREGISTER_PRINCIPAL | NAMED_SERVICES | MIGRATE_ACCOUNT,
        needs: [Account, Inputs],
        params: [],
        source: Origin::Document(documents::LIMITS, "子用户、协作者备案须主账号授权"),
        providers: [Tencent],
        summary: {
            zh: "子账号须经主账号授权才能办理备案",
            en: "A sub-account files only after the main account has authorised it.",
        },
        message: {
            zh: "当前为子账号。请先由主账号授予备案权限，或改用主账号提交。",
            en: "This is a sub-account. Have the main account grant it permission on filing, or submit from the main account.",
        },
        check: &[Check::Order(sub_account)],
    }

    /// The ministry's SMS check goes to the contact that is filed. Where that works no more, only a change of
    /// filing and an addition can be verified, by the new number; every other order takes a change of filing
    /// first.
    ///
    /// **Why.** A check that nobody answers in 24 hours returns the order.
    ///
    /// **Example.** The filed head has left, and the company wants to deregister a site.
    HEAD_UNREACHABLE = "order.head-unreachable" {
        severity: Blocker,
        orders: ACCESS | CHANGE_SERVICE | DEREGISTER_PRINCIPAL | DEREGISTER_SERVICES,
        needs: [Registry, Inputs],
        params: [],
        source: Origin::Document(documents::SMS_GUIDE, "手机号码已不使用"),
        miit: [1007],
        summary: {
            zh: "已备案负责人的手机号须能接收短信核验",
            en: "The filed head's number has to receive the ministry's SMS check.",
        },
        message: {
            zh: "已备案负责人的联系方式已失效，无法完成工信部短信核验。请先办理变更备案更新联系方式；备案在其他接入商的，请到原接入商办理。",
            en: "The filed contact of the head works no more, so the ministry's SMS check cannot be passed. Change the filing first, with the provider that has it.",
        },
        check: &[Check::Order(head_unreachable)],
        remedy: way::change_the_filing_first,
    }

    /// A filed head whose certificate has run out is renewed by a change of filing before anything else is handed
    /// in.
    ///
    /// **Why.** What is filed is reviewed again with each order.
    ///
    /// **Example.** The identity card that was filed five years ago ran out last spring.
    FILED_CERTIFICATE_EXPIRED = "order.filed-certificate-expired" {
        severity: Blocker,
        orders: ADD_SERVICE | CHANGE_SERVICE,
        needs: [Registry],
        params: [date, today],
        source: Origin::Document(documents::CHANGE_FAQ, "证件过期"),
        summary: {
            zh: "已备案负责人的证件过期的，须先变更备案",
            en: "Where the filed head's certificate has run out, the filing is changed first.",
        },
        message: {
            zh: "已备案主体负责人的证件已于 {date} 到期（提交日 {today}）。请先办理变更备案更新证件，再提交本订单。",
            en: "The filed certificate of the principal's head ran out on {date} (the day of submission is {today}). Change the filing first, then submit this order.",
        },
        check: &[Check::Order(filed_certificate_expired)],
        remedy: way::change_the_filing_first,
    }

    /// An addition and an access filing state the principal as it is filed: its name and its legal representative, in
    /// an access filing its mailing address and the names of its services too. What has changed since is changed
    /// first, where it is filed.
    ///
    /// Some provinces let an order change the filing on the way; where the practice of the province is known, that
    /// counts. Who the head is may change with an access filing, and is not compared.
    ///
    /// **Why.** A change cannot be combined with an addition or an access filing, and what is filed is reviewed again
    /// with the order.
    ///
    /// **Example.** A company that took a new name adds a site before it has changed its filing.
    DIFFERS_FROM_FILED = "order.differs-from-filed" {
        severity: Blocker,
        orders: ADDITIONS | ACCESS,
        needs: [Registry],
        params: [field, filed, stated],
        source: Origin::Document(documents::ACCESS_FAQ, "接入备案不能修改备案信息"),
        miit: [1046],
        cited: [Huawei: documents::FILING_CHANGES, "变更不能与新增、接入同时办理"],
        summary: {
            zh: "新增服务和接入备案须与已备案信息一致，有变化的先变更备案",
            en: "An addition and an access filing state the principal as it is filed.",
        },
        message: {
            zh: "{field}与已备案的不同（已备案：{filed}；订单：{stated}）。新增和接入订单不能同时变更备案信息，请先在备案所在的接入商办理变更备案，或填写已备案的内容。",
            en: "The {field} is not as it is filed (filed: {filed}; order: {stated}). An addition or an access filing cannot change it: change the filing first, with the provider that has it, or state what is filed.",
        },
        check: &[Check::Order(differs_from_filed)],
        remedy: way::change_the_filing_first,
    }

    /// A principal is filed in one account of the provider. An order of it comes from that account.
    ///
    /// **Why.** The filing is managed by that account alone; it can be moved.
    ///
    /// **Example.** A company whose old account has its filing hands in an order from a new one.
    PRINCIPAL_IN_OTHER_ACCOUNT = "order.principal-in-other-account" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry, Account, Inputs],
        params: [filed, account, order_account],
        source: Origin::Document(documents::CONDITIONS_OF_HUAWEI, "一个主体只能在一个主账号备案"),
        providers: [Huawei],
        summary: {
            zh: "一个主体只能备案在一个主账号下",
            en: "A principal is filed in one account of the provider.",
        },
        message: {
            zh: "该主体（{filed}）已备案在账号 {account} 下，当前账号为 {order_account}。请用备案所在的账号提交，或先将备案转移到当前账号。",
            en: "This principal ({filed}) is filed in account {account}; the order is handed in by account {order_account}. Submit from the account that has the filing, or move the filing first.",
        },
        check: &[Check::Order(principal_in_other_account)],
    }

    /// A draft that nobody has touched for too long is given up: 30 days at Tencent Cloud, six months at UCloud. An
    /// order in flow that waits for its user for 45 days becomes a draft again, which is
    /// the matter of `progress`.
    ///
    /// The day of the last edit is a fact of the context; without one the rule has nothing to say.
    ///
    /// **Why.** The provider clears such drafts away; the order is made anew.
    ///
    /// **Example.** A draft of October that is handed in in December.
    DRAFT_EXPIRED = "order.draft-expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [edited_on, latest],
        source: Origin::Document(documents::LIMITS, "草稿超过 30 天未操作"),
        cited: [Ucloud: documents::CLEANING_OF_UCLOUD, "超过 6 个月未提交的订单"],
        summary: {
            zh: "长期未操作的草稿会失效，须重新创建",
            en: "A draft that nobody has touched for too long is made anew.",
        },
        message: {
            zh: "该草稿最后编辑于 {edited_on}，应在 {latest} 及以前继续办理，现已失效。请放弃该草稿，重新创建备案订单。",
            en: "This draft was last edited on {edited_on} and was kept until {latest}. Give it up and make the order anew.",
        },
        check: &[Check::Order(draft_expired)],
    }

    /// An individual has five services with the provider in all, what is filed and what the order adds counted
    /// together. Huawei Cloud and UCloud say so; Tencent Cloud does not, and a province may set less.
    ///
    /// **Why.** The provider caps individuals, whose sites are not checked as an organisation's are.
    ///
    /// **Example.** A sixth blog of one person.
    TOTAL_SERVICES_OVER_LIMIT = "order.total-services-over-limit" {
        severity: Warning,
        orders: FILING,
        needs: [Registry, ProviderRules],
        params: [count, max],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "个人主体可备案数量"),
        providers: [Huawei, Ucloud],
        summary: {
            zh: "个人在同一接入商可备案的服务总数有上限",
            en: "An individual has only so many services with the provider in all.",
        },
        message: {
            zh: "连同本订单，该个人共备案 {count} 个服务，本接入商最多接受 {max} 个。请先注销不再使用的服务，或减少本订单的服务。",
            en: "With this order the individual has {count:service}; the provider takes {max} in all. Deregister what is not used any more, or file fewer.",
        },
        check: &[Check::Order(total_services_over_limit)],
    }

    /// Huawei Cloud advises to hand in few services at once: up to five of an organisation, one of an individual.
    ///
    /// **Why.** One service that is returned returns the whole order.
    ///
    /// **Example.** An organisation files eight sites in one order.
    BATCH_ADVISED = "order.batch-advised" {
        severity: Advice,
        orders: FILING,
        needs: [ProviderRules],
        params: [count, max, filer],
        source: Origin::Document(documents::PROCESS_OF_HUAWEI, "单次提交数量建议"),
        providers: [Huawei],
        summary: {
            zh: "建议单次提交：单位 3 至 5 个服务，个人 1 个",
            en: "It is advised to hand in up to five services of an organisation at once, one of an individual.",
        },
        message: {
            zh: "本订单有 {count} 个服务，建议{filer}单次提交不超过 {max} 个：其中一个被驳回，整个订单都会退回。可以分批提交。",
            en: "The order has {count:service}; {max} at most are advised for an {filer}, since one that is returned returns all. Consider several orders.",
        },
        check: &[Check::Order(batch_advised)],
    }

    /// An individual files a website and an APP on the same domain in two orders; an organisation may put both in one.
    ///
    /// Where the provider takes one service of an individual in an order anyway, that limit is the finding.
    ///
    /// **Why.** The provider's form takes one of an individual's services of a domain at a time.
    ///
    /// **Example.** A student files a blog and the APP that reads it together.
    WEBSITE_WITH_APP = "order.website-with-app" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [domain, website, app],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "个人网站与 App 使用同一域名"),
        providers: [Huawei],
        summary: {
            zh: "个人同一域名的网站和 APP 须分两个订单备案",
            en: "An individual files a website and an APP on the same domain in two orders.",
        },
        message: {
            zh: "第 {website} 个服务（网站）和第 {app} 个服务（APP）使用同一域名 {domain}。个人须分两个订单备案，请先提交其中一个，通过后再提交另一个。",
            en: "Service {website}, a website, and service {app}, an APP, use the same domain {domain}. An individual files them in two orders: submit one, and the other when it is approved.",
        },
        check: &[Check::Order(website_with_app)],
    }

    /// Where the principal is filed here already and the service is filed elsewhere under the same principal, older
    /// documents offer a shorter way: 一键接入. The guide of 2025 does not show it.
    ///
    /// **Why.** What is filed need not be typed again.
    ///
    /// **Example.** A company whose first site is filed here moves its second one here.
    ONE_CLICK_ACCESS = "order.one-click-access" {
        severity: Advice,
        orders: ACCESS,
        needs: [Registry],
        params: [filed],
        source: Origin::Document(documents::ACCESS_FAQ, "一键接入"),
        providers: [Tencent],
        summary: {
            zh: "主体已在本接入商备案的，可使用一键接入",
            en: "Where the principal is filed here already, the shorter way 一键接入 may be offered.",
        },
        message: {
            zh: "该主体（{filed}）已在本接入商备案。控制台提供“一键接入”的，可直接使用，无需重新填写备案信息；以控制台显示为准。",
            en: "The principal ({filed}) is filed here already. Where the console offers 一键接入 (access in one click), use it: nothing has to be typed again.",
        },
        check: &[Check::Order(one_click_access)],
    }

    /// What the check of the order's kind was passed with is frozen afterwards: the principal's province, kind, name,
    /// certificate and legal representative, and the domains. A mistake takes a new order.
    ///
    /// What the check was passed with is a fact of the context; before the check nothing is frozen, and the rule has
    /// nothing to say.
    ///
    /// **Why.** The kind was decided by these values.
    ///
    /// **Example.** A wrong digit of the certificate number, found after the check.
    VERIFIED_FIELD_CHANGED = "order.verified-field-changed" {
        severity: Warning,
        orders: FILING,
        needs: [],
        params: [field],
        source: Origin::Document(documents::PROCESS_OF_HUAWEI, "验证备案类型后不可修改的信息"),
        providers: [Huawei],
        summary: {
            zh: "验证备案类型时填写的信息，验证通过后不能修改",
            en: "What the check of the order's kind was passed with is not changed afterwards.",
        },
        message: {
            zh: "{field}与验证备案类型时填写的不同。验证通过后不能修改，请改回原来的内容；确需修改的，请放弃本订单，重新创建并验证。",
            en: "The {field} is not what the check of the order's kind was passed with, and is frozen since. Put it back, or give the order up and begin anew.",
        },
        check: &[Check::Principal(verified_principal_changed), Check::Service(verified_domain_changed)],
    }

    /// The filed services of the principal, other than those of this order, are in order: they are open, and a website
    /// shows its filing number, with a link where that is said.
    ///
    /// Where the practice of the province is known, its own rule speaks.
    ///
    /// **Why.** They are looked at again with each addition and each change, which is refused where one is not.
    ///
    /// **Example.** An old site of the company has been down for a year.
    FILED_SERVICE_NOT_IN_ORDER = "order.filed-service-not-in-order" {
        severity: Blocker,
        orders: ADDITIONS | CHANGE,
        needs: [Registry, Inputs],
        params: [service, mistake],
        source: Origin::Document(documents::NEW_SITES_FAQ, "已备案网站须符合要求"),
        cited: [Huawei: documents::REFUSALS_OF_HUAWEI, "已备案网站不符合要求"],
        summary: {
            zh: "主体已备案的服务须能正常打开，网站须展示备案号",
            en: "The filed services of the principal are open, and a website shows its number.",
        },
        message: {
            zh: "已备案的服务 {service} {mistake}，新增或变更会被驳回。请先整改该服务；不再使用的，请先注销。",
            en: "The filed service {service} {mistake}, so an addition or a change would be refused. Put it in order first, or deregister it.",
        },
        check: &[Check::Order(filed_service_not_in_order)],
    }

    /// The filed websites of the principal, other than those of this order, are what they were filed as: the title of
    /// the home page matches the name, and the domain leads to an address that is filed.
    ///
    /// Both are optional inputs of what is filed: where they are not given, the rule has nothing to say.
    ///
    /// **Why.** Spot checks compare the page and the address with the filing; what is not put right loses its access.
    ///
    /// **Example.** A filed site that moved to another provider without an access filing.
    FILED_SERVICE_DIFFERS = "order.filed-service-differs" {
        severity: Warning,
        orders: ADDITIONS | CHANGE,
        needs: [Registry],
        params: [service, mistake],
        source: Origin::Document(documents::CHECKS, "网站名称、内容与 IP"),
        cited: [Huawei: documents::FILED_OF_HUAWEI, "备案信息核查"],
        summary: {
            zh: "主体已备案的网站须与备案的名称、IP 相符",
            en: "The filed websites of the principal are what they were filed as.",
        },
        message: {
            zh: "已备案的服务 {service} {mistake}，核查时可能被要求整改或取消接入。请先整改，或变更备案信息。",
            en: "The filed service {service} {mistake}; a spot check may ask for that to be put right, or cancel its access. Put it right first, or change the filing.",
        },
        check: &[Check::Order(filed_service_differs)],
    }

    /// The number of a service says what it is of: `-1` of a website, `-2A` of an APP, `-3X` of a mini program, `-4K`
    /// of a quick app. The service of an order is of that kind.
    ///
    /// **Why.** What stands under the number is what is changed.
    ///
    /// **Example.** A website with the number `-2A`, which is that of the principal's APP.
    FILING_NUMBER_OF_OTHER_KIND = "order.filing-number-of-other-kind" {
        severity: Blocker,
        orders: CHANGE,
        needs: [],
        params: [number, of, service],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "App 备案号格式"),
        miit: [1059],
        cited: [
            Tencent: documents::NUMBERS_FAQ, "服务备案号";
            Ucloud: documents::FILING_TERMS, "服务备案号";
        ],
        summary: {
            zh: "服务备案号须与服务类型一致",
            en: "The number of a service is of the service's kind.",
        },
        message: {
            zh: "{number} 是“{of}”，而该服务为“{service}”。请核对备案号和服务类型。",
            en: "{number} stands for another kind of service ({of}) than this one ({service}). Check the number and the kind.",
        },
        check: &[Check::Service(filing_number_of_other_kind)],
    }
}

fn kind_mismatch(cx: &Cx<'_>, out: &mut Out) {
    let Some(principal) = cx.principal else { return };
    if cx.order.services().is_empty() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let provider = &cx.rulebook.version().provider;
    let mut is_unknown = false;
    for (index, service) in cx.order.services().iter().enumerate() {
        match fitting::fitting_order_kind(principal, service, registry, provider) {
            Some(Fit { kind, reason, .. }) if kind != cx.kind => {
                return out.find(
                    &At::ROOT,
                    &[Key::Kind],
                    params![
                        kind: cx.kind,
                        right_kind: kind,
                        reason: reason,
                        service: index + 1,
                    ],
                );
            }
            Some(_) => {}
            // A later service may tell.
            None => is_unknown |= !registry.is_complete(),
        }
    }
    if is_unknown {
        out.needs(crate::report::Need::Registry);
    }
}

fn no_services(cx: &Cx<'_>, out: &mut Out) {
    match cx.order {
        Order::DeregisterServices(order) | Order::CancelAccess(order) => {
            if order.service_numbers.is_empty() {
                out.find(&At::ROOT, &[Key::ServiceNumbers], params![]);
            }
        }
        order => {
            if order.services().is_empty() {
                out.find(&At::ROOT, &[Key::Services], params![]);
            }
        }
    }
}

fn services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    let Some(filer) = cx.filer() else { return };
    let limit = match filer {
        Filer::Individual => Limit::IndividualServices,
        Filer::Organization => Limit::OrganizationServices,
    };
    let Some(max) = out.limit(cx, limit) else { return };
    // The province's lower limit is the finding.
    if province::prevails(cx) {
        return;
    }
    let count = cx.order.services().len();
    if u32::try_from(count).map_or(true, |count| count > max) {
        out.find(&At::ROOT, &[Key::Services], params![count, max, filer]);
    }
}

fn access_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    province::access_services_over_limit(cx, out);
}

fn service_repeated(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if let Some((first, name)) = cx.repeats(node.index) {
        out.find(&node.at, &[], params![name: Param::name(name), first: first + 1]);
    }
}

fn number_malformed(at: &At<'_>, below: &[Key], number: Option<&str>, out: &mut Out) {
    match number.map(FilingNumber::parse) {
        // A number that is not given is another rule's.
        None | Some(Ok(_) | Err(FilingNumberError::Empty)) => {}
        Some(Err(reason)) => out.find(at, below, params![reason]),
    }
}

fn filing_number_malformed(cx: &Cx<'_>, out: &mut Out) {
    if let Order::DeregisterServices(order) | Order::CancelAccess(order) = cx.order {
        let at = At::ROOT.key(Key::ServiceNumbers);
        for (index, number) in order.service_numbers.iter().enumerate() {
            number_malformed(&at.index(index), &[], Some(number), out);
        }
    }
    number_malformed(&At::ROOT, &[Key::FilingNumber], cx.order.filing_number(), out);
}

fn service_number_malformed(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    number_malformed(&node.at, &[Key::FilingNumber], node.service.filing_number(), out);
}

fn agreement_missing(cx: &Cx<'_>, out: &mut Out) {
    fields::missing(fields::AGREEMENTS, cx.order, fields::Given::default(), &At::ROOT, cx, out);
}

/// The orders in progress that `concerns` picks, by kind; the context gives those besides this one.
fn in_progress(registry: &Registry, concerns: impl Fn(&OrderInProgress) -> bool) -> Option<Param> {
    let orders: Vec<Param> = (registry.orders_in_progress().iter())
        .filter(|order| concerns(order))
        .map(|order| order.kind.map_or_else(|| Param::name("?"), Param::from))
        .collect();
    (!orders.is_empty()).then_some(Param::List(orders))
}

/// The principals that the order is about, by filing number, and the certificate that it states.
fn is_on_principal(cx: &Cx<'_>, order: &OrderInProgress) -> bool {
    let number = |text: Option<&str>| text.and_then(|text| FilingNumber::parse(text).ok());
    let in_progress = number(order.filing_number.as_deref()).map(FilingNumber::principal);
    if in_progress.is_some() {
        let filed = cx.filed_principal.and_then(|filed| number(filed.filing_number.as_deref()));
        let named = match cx.order {
            Order::DeregisterServices(order) | Order::CancelAccess(order) => order
                .service_numbers
                .iter()
                .any(|own| number(Some(own)).map(FilingNumber::principal) == in_progress),
            _ => false,
        };
        return named
            || filed.map(FilingNumber::principal) == in_progress
            || cx.filing_number.map(FilingNumber::principal) == in_progress;
    }
    let certificate = |certificate: Option<&Certificate>| {
        certificate.and_then(|certificate| typed(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let own = certificate(cx.principal.and_then(|principal| principal.certificate.as_ref()));
    own.is_some() && certificate(order.certificate.as_ref()) == own
}

fn principal_in_progress(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    // What applies for the same once more has a rule of its own.
    let concerns =
        |order: &OrderInProgress| is_on_principal(cx, order) && !cancel::is_requested_again(cx.order, order);
    if let Some(orders) = in_progress(registry, concerns) {
        out.find(&At::ROOT, &[], params![orders: orders]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn account_busy(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    if registry.orders_in_progress().is_empty() {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
    }
    let Some(own) = own_account(cx, out) else { return };
    let is_own = |order: &OrderInProgress| typed(order.account.as_ref()) == Some(own);
    // What is in progress on the principal is said already.
    if let Some(orders) = in_progress(registry, |order| is_own(order) && !is_on_principal(cx, order)) {
        out.find(&At::ROOT, &[], params![orders: orders]);
    }
}

/// The id of the order's account; without one the rule is undetermined.
fn own_account<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a str> {
    let own = typed(out.account(cx)?.id.as_ref());
    if own.is_none() {
        out.needs_context(&[Key::Account, Key::Id]);
    }
    own
}

fn account_has_other_principal(cx: &Cx<'_>, out: &mut Out) {
    let is_asked = cx.rulebook.provider() != Provider::Ucloud || cx.is_individual();
    if !is_asked || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(own_account) = own_account(cx, out) else { return };
    let own = cx.filed_principal;
    let other =
        registry.principals_in_account(own_account).find(|filed| !own.is_some_and(|own| own.is_same(filed)));
    if let Some(other) = other {
        let filed = Param::name(other.filing_number.as_deref().unwrap_or("?"));
        out.find(&At::ROOT, &[], params![filed: filed]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn sub_account(cx: &Cx<'_>, out: &mut Out) {
    let Some(account) = out.account(cx) else { return };
    match account.main_account {
        Some(true) => {}
        Some(false) => out.find(&At::ROOT, &[], params![]),
        None => out.needs_context(&[Key::Account, Key::MainAccount]),
    }
}

fn head_unreachable(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    let of_service = || match cx.order {
        Order::DeregisterServices(order) => {
            let number = order.service_numbers.iter().find_map(|number| FilingNumber::parse(number).ok())?;
            registry.principal(&number)
        }
        _ => None,
    };
    let Some(filed) = cx.filed_principal.or_else(of_service) else { return };
    match filed.head_contact_works {
        Some(true) => {}
        Some(false) => out.find(&At::ROOT, &[], params![]),
        None => out.needs_of_filed(registry, filed, Key::HeadContactWorks),
    }
}

fn filed_certificate_expired(cx: &Cx<'_>, out: &mut Out) {
    if out.registry(cx).is_none() {
        return;
    }
    let Some(filed_principal) = cx.filed_principal else { return };
    let today = cx.context.today;
    let ended = |certificate: &Certificate| match certificate.valid_until {
        Some(ValidUntil::Day(date)) if date < today => Some(date),
        _ => None,
    };
    let of_principal = filed_principal.principal.as_ref().and_then(|filed| {
        let of_head = filed.head.as_ref().and_then(|head| head.certificate.as_ref());
        match filed.kind.map(PrincipalKind::filer) {
            Some(Filer::Individual) => of_head.or(filed.certificate.as_ref()),
            _ => of_head,
        }
    });
    // A service of the order states its head anew.
    let others = filed_principal.services.iter().filter(|filed| !is_in_order(cx, filed));
    let heads = others.filter_map(|filed| filed.service.as_ref()?.head()?.certificate.as_ref());
    if let Some(date) = of_principal.into_iter().chain(heads).find_map(ended) {
        out.find(&At::ROOT, &[], params![date, today]);
    }
}

/// Whether a filed service is one that the order names by its number.
fn is_in_order(cx: &Cx<'_>, filed: &FiledService) -> bool {
    let number = |text: Option<&str>| text.and_then(|text| FilingNumber::parse(text).ok());
    let mut named =
        cx.order.services().iter().filter_map(|service| number(service.filing_number())).peekable();
    if named.peek().is_none() {
        return false;
    }
    number(filed.filing_number.as_deref()).is_some_and(|own| named.any(|named| named == own))
}

fn differs_from_filed(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    if cx.filed_principal.is_none() && !registry.is_complete() {
        out.needs(Need::Registry);
    }
    let mut found = Vec::new();
    principal_differs(cx, &mut found);
    service_differs(cx, registry, &mut found);
    if found.is_empty() || is_of_other_kind(cx, registry) {
        return;
    }
    for (service, place, params) in found {
        let services = At::ROOT.key(Key::Services);
        match service {
            Some(index) => out.find(&services.index(index), place, params),
            None => out.find(&At::ROOT.key(Key::Principal), place, params),
        }
    }
}

/// Whether the order is of the wrong kind: that is the finding then.
fn is_of_other_kind(cx: &Cx<'_>, registry: &Registry) -> bool {
    let (provider, Some(principal)) = (&cx.rulebook.version().provider, cx.principal) else { return false };
    let fits = |service| fitting::fitting_order_kind(principal, service, registry, provider);
    cx.order.services().iter().filter_map(fits).any(|fit| fit.kind != cx.kind)
}

/// What differs: of which service, or of the principal, where below it, and what is said of it.
type Differing = (Option<usize>, &'static [Key], Params);

fn principal_differs(cx: &Cx<'_>, found: &mut Vec<Differing>) {
    let filed = cx.filed_principal.and_then(|filed| filed.principal.as_ref());
    let (Some(filed), Some(stated)) = (filed, cx.principal) else { return };
    if province::speaks_of_filed_data(cx) {
        return;
    }
    let names = (typed(filed.name.as_ref()), typed(stated.name.as_ref()));
    if let Some((filed, stated)) = differing(names) {
        let params = params![field: PRINCIPAL_NAME, filed: Param::name(filed), stated: Param::name(stated)];
        found.push((None, &[Key::Name], params));
    }
    let names = (representative(filed), representative(stated));
    if let Some((filed, stated)) = differing(names) {
        let params = params![field: REPRESENTATIVE, filed: Param::name(filed), stated: Param::name(stated)];
        found.push((None, &[Key::LegalRepresentative, Key::Name], params));
    }
    let addresses = (typed(filed.mailing_address.as_ref()), typed(stated.mailing_address.as_ref()));
    if let (OrderKind::AccessFiling, Some((filed, stated))) = (cx.kind, differing(addresses)) {
        let params =
            params![field: Key::MailingAddress, filed: Masked::of(filed), stated: Masked::of(stated)];
        found.push((None, &[Key::MailingAddress], params));
    }
}

fn service_differs(cx: &Cx<'_>, registry: &Registry, found: &mut Vec<Differing>) {
    let Some(own) = cx.filed_principal.filter(|_| cx.kind == OrderKind::AccessFiling) else { return };
    // A province speaks of websites.
    let is_provinces =
        |service: &Service| service.kind() == ServiceKind::Website && province::speaks_of_filed_name(cx);
    for (index, service) in cx.order.services().iter().enumerate() {
        if is_provinces(service) {
            continue;
        }
        let Some(filed) = fitting::filed_service(own, service, registry).flatten() else { continue };
        let filed = filed.service.service.as_ref().and_then(Service::name);
        if let Some((filed, stated)) = differing((given(filed), given(service.name()))) {
            let params = params![field: SERVICE_NAME, filed: Param::name(filed), stated: Param::name(stated)];
            found.push((Some(index), &[Key::Name], params));
        }
    }
}

/// What is filed and what is stated, where both are given and differ.
fn differing<'a>(values: (Option<&'a str>, Option<&'a str>)) -> Option<(&'a str, &'a str)> {
    let (filed, stated) = (values.0?, values.1?);
    (!same_name(filed, stated)).then_some((filed, stated))
}

fn representative(principal: &Principal) -> Option<&str> {
    typed(principal.legal_representative.as_ref()?.name.as_ref())
}

fn given(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}

const PRINCIPAL_NAME: Term =
    Term { code: "name", text: Text { zh: "主办者名称", en: "principal's name" } };
const REPRESENTATIVE: Term =
    Term { code: "legal_representative", text: Text { zh: "法定代表人", en: "legal representative" } };
const DOMAIN_OF_WEBSITE: Term =
    Term { code: "domain", text: Text { zh: "网站域名", en: "website's domain" } };
const SERVICE_NAME: Term =
    Term { code: "name", text: Text { zh: "服务名称", en: "name of the service" } };

fn principal_in_other_account(cx: &Cx<'_>, out: &mut Out) {
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(filed) = cx.filed_principal else {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
    };
    let Some(account) = typed(filed.account.as_ref()) else { return };
    let Some(own) = own_account(cx, out) else { return };
    if account != own {
        let params = params![
            filed: Param::name(filed.filing_number.as_deref().unwrap_or("?")),
            account: Param::name(account),
            order_account: Param::name(own),
        ];
        out.find(&At::ROOT, &[], params);
    }
}

fn draft_expired(cx: &Cx<'_>, out: &mut Out) {
    let Some(edited_on) = cx.context.edited_on else { return };
    let latest = match cx.limits().draft_days {
        Some(days) => {
            out.rests_on(Limit::DraftDays);
            edited_on.checked_add_days(Days::new(days.into()))
        }
        None => {
            let Some(months) = out.limit(cx, Limit::DraftMonths) else { return };
            edited_on.checked_add_months(Months::new(months))
        }
    };
    if let Some(latest) = latest.filter(|latest| *latest < cx.context.today) {
        out.find(&At::ROOT, &[], params![edited_on, latest]);
    }
}

fn total_services_over_limit(cx: &Cx<'_>, out: &mut Out) {
    if !cx.is_individual() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(max) = out.limit(cx, Limit::IndividualTotalServices) else { return };
    let provider = &cx.rulebook.version().provider;
    let filed = cx.filed_principal.into_iter().flat_map(|filed| &filed.services);
    let here = filed.filter(|filed| filed.providers.iter().any(|name| name == provider)).count();
    let count = here + cx.order.services().len();
    if u32::try_from(count).map_or(true, |count| count > max) {
        out.find(&At::ROOT, &[Key::Services], params![count, max]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn batch_advised(cx: &Cx<'_>, out: &mut Out) {
    let Some(filer) = cx.filer() else { return };
    let limit = match filer {
        Filer::Individual => Limit::IndividualServicesAdvised,
        Filer::Organization => Limit::OrganizationServicesAdvised,
    };
    let Some(max) = out.limit(cx, limit) else { return };
    let count = cx.order.services().len();
    // Where the order has to be divided, that is the finding.
    if website_and_app(cx).is_some() {
        return;
    }
    if u32::try_from(count).map_or(true, |count| count > max) {
        out.find(&At::ROOT, &[Key::Services], params![count, max, filer]);
    }
}

/// The registrable parts of a service's domains.
fn registrable(service: &Service) -> impl Iterator<Item = String> + '_ {
    let names = service.domains().filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok());
    names.map(|name| name.registrable().to_unicode().into_owned())
}

/// A domain that a website and an APP of an individual share, and their places.
fn website_and_app(cx: &Cx<'_>) -> Option<(String, usize, usize)> {
    if !cx.is_individual() || !cx.rulebook.is_on(Rule::from(&WEBSITE_WITH_APP)) {
        return None;
    }
    let mut websites: BTreeMap<String, usize> = BTreeMap::new();
    let services = || cx.order.services().iter().enumerate();
    for (index, website) in services().filter(|(_, service)| service.kind() == ServiceKind::Website) {
        for domain in registrable(website) {
            websites.entry(domain).or_insert(index);
        }
    }
    let mut apps = services().filter(|(_, service)| service.kind() == ServiceKind::App);
    apps.find_map(|(app, service)| {
        registrable(service).find_map(|domain| websites.get(&domain).map(|website| (domain, *website, app)))
    })
}

fn website_with_app(cx: &Cx<'_>, out: &mut Out) {
    if let Some((domain, website, app)) = website_and_app(cx) {
        let params = params![domain: Param::name(domain), website: website + 1, app: app + 1];
        out.find(&At::ROOT, &[Key::Services], params);
    }
}

fn one_click_access(cx: &Cx<'_>, out: &mut Out) {
    let Some(registry) = out.registry(cx) else { return };
    let Some(own) = cx.filed_principal else { return };
    let provider = &cx.rulebook.version().provider;
    if !fitting::is_filed_with(own, provider) {
        return;
    }
    let mut services = cx.order.services().iter();
    let is_filed = services.any(|service| {
        let filed = fitting::filed_service(own, service, registry).flatten();
        filed.is_some_and(|filed| !filed.service.providers.iter().any(|name| name == provider))
    });
    if is_filed {
        let filed = Param::name(own.filing_number.as_deref().unwrap_or("?"));
        out.find(&At::ROOT, &[], params![filed: filed]);
    }
}

fn verified_principal_changed(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(verified) = cx.context.type_verification.as_ref().and_then(|known| known.principal.as_ref())
    else {
        return;
    };
    let stated = node.principal;
    let province =
        |principal: &Principal| Region::parse(typed(principal.region.as_ref())?).ok().map(Region::province);
    let number =
        |certificate: Option<&Certificate>| typed(certificate?.number.as_ref()).map(str::to_ascii_uppercase);
    let certificate = |principal: &Principal| principal.certificate.as_ref().and_then(|known| known.kind);
    let name = |text: Option<&String>| typed(text).map(|name| folded(name).collect::<String>());
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
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn verified_domain_changed(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(verified) = cx.context.type_verification.as_ref().map(|known| known.services.as_slice()) else {
        return;
    };
    let (Service::Website(website), false) = (node.service, verified.is_empty()) else { return };
    let known: BTreeSet<String> = verified.iter().flat_map(registrable).collect();
    let at = node.at.key(Key::Domains);
    for (index, domain) in website.domains.iter().enumerate() {
        let name = domain.name.as_deref().and_then(|name| DomainName::parse(name).ok());
        if name.is_some_and(|name| !known.contains(&*name.registrable().to_unicode())) {
            out.find(&at.index(index), &[Key::Name], params![field: DOMAIN_OF_WEBSITE]);
        }
    }
}

fn filed_service_not_in_order(cx: &Cx<'_>, out: &mut Out) {
    if province::speaks_of_filed_services(cx) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(own) = cx.filed_principal else {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
    };
    let others = own.services.iter().enumerate().filter(|(_, filed)| !is_in_order(cx, filed));
    let mut untold = None;
    for (place, filed, service) in
        others.filter_map(|(place, filed)| Some((place, filed, filed.service.as_ref()?)))
    {
        let is_website = service.kind() == ServiceKind::Website;
        let mistake = match (service.open(), service.number_displayed(), service.number_linked()) {
            (Some(false), ..) => NOT_OPEN,
            (_, Some(false), _) if is_website => NOT_DISPLAYED,
            (_, _, Some(false)) if is_website => NOT_LINKED,
            (None, ..) => {
                untold = untold.or(Some((place, Key::Open)));
                continue;
            }
            (_, None, _) if is_website => {
                untold = untold.or(Some((place, Key::NumberDisplayed)));
                continue;
            }
            _ => continue,
        };
        let number = filed.filing_number.as_deref().or(service.name()).unwrap_or("?");
        out.find(&At::ROOT, &[], params![service: Param::name(number), mistake: mistake]);
    }
    if let Some((place, key)) = untold {
        out.needs_of_filed_service(registry, own, place, key);
    }
}

fn filed_service_differs(cx: &Cx<'_>, out: &mut Out) {
    if out.registry(cx).is_none() {
        return;
    }
    let filed = cx.filed_principal.into_iter().flat_map(|filed| &filed.services);
    for filed in filed.filter(|filed| !is_in_order(cx, filed)) {
        let Some(service) = &filed.service else { continue };
        let mistake = if change::title_and_name(service).is_some() {
            OTHER_TITLE
        } else if leads_elsewhere(service) {
            LEADS_ELSEWHERE
        } else {
            continue;
        };
        let number = filed.filing_number.as_deref().or(service.name()).unwrap_or("?");
        out.find(&At::ROOT, &[], params![service: Param::name(number), mistake: mistake]);
    }
}

/// Whether a filed website's domains lead to other addresses than those that it is filed with, where both are known.
fn leads_elsewhere(service: &Service) -> bool {
    let filed: BTreeSet<&str> = service.resources().iter().filter_map(resource::address).collect();
    let leads_to: BTreeSet<&str> =
        service.domains().flat_map(|domain| domain.addresses.iter().flatten()).map(|to| to.trim()).collect();
    !filed.is_empty() && !leads_to.is_empty() && filed.is_disjoint(&leads_to)
}

const NOT_OPEN: Term = Term { code: "not_open", text: Text { zh: "不能正常打开", en: "is not open" } };
const NOT_DISPLAYED: Term = Term {
    code: "number_not_displayed",
    text: Text { zh: "没有展示备案号", en: "does not show its filing number" },
};
const NOT_LINKED: Term = Term {
    code: "number_not_linked",
    text: Text {
        zh: "展示的备案号没有链接到 beian.miit.gov.cn",
        en: "does not link its filing number to beian.miit.gov.cn",
    },
};

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
        en: "has a domain that leads to other addresses than are filed",
    },
};

fn filing_number_of_other_kind(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(number) = node.service.filing_number().and_then(|number| FilingNumber::parse(number).ok())
    else {
        return;
    };
    let fits = match number.kind() {
        FilingNumberKind::Website => node.service.kind() == ServiceKind::Website,
        FilingNumberKind::App => node.service.kind() == ServiceKind::App,
        FilingNumberKind::MiniProgram | FilingNumberKind::QuickApp => false,
        // Without a place it is no service's: nothing is filed under it.
        FilingNumberKind::PrincipalFiling => true,
    };
    if !fits {
        let params = params![
            number: Param::name(number.to_string()),
            of: number.kind(),
            service: node.service.kind(),
        ];
        out.find(&node.at, &[Key::FilingNumber], params);
    }
}
