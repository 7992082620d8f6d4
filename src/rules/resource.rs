//! Rules of the group `resource`: which cloud resource a service may be filed with.

use std::collections::BTreeSet;
use std::net::IpAddr;

use chrono::{Days, Months};

use crate::documents;
use crate::fields::{self, Given};
use crate::language::{Term, Text};
use crate::params::Param;
use crate::path::Key;
use crate::readings::Repeatable;
use crate::registry::OrderInProgress;
use crate::remedy::way;
use crate::resource::{
    Billing, BoundServer, LicenseCodeState, Resource, ResourceKind, Server, ServerProduct,
};
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::source::{Chapter, Origin};
use crate::walk::{typed, Check, Cx, Out, ResourceNode, ServerNode, ServerRole, ServiceNode};

const ALL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

const PREPARATION: &[Chapter] = &[Chapter::ChangeFiling, Chapter::ChangeService];

const MAINLAND: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AddService, Chapter::ChangeFiling, Chapter::ChangeService];

rule_group! {
    /// Every service has a cloud resource: a cloud server, a lightweight server, a serverless service, a load
    /// balancer, or a licence code of an associated account. Each one that is given has to be eligible.
    ///
    /// **Why.** A provider files only what runs on its resources.
    ///
    /// **Example.** A website without any resource.
    MISSING = "resource.missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "服务信息 · 云资源", form: None },
        miit: [1006, 1035],
        summary: {
            zh: "每个服务须选择云资源或填写备案授权码",
            en: "Every service has a cloud resource or a licence code.",
        },
        message: {
            zh: "该服务未选择{field}。请选择账号内符合备案要求的云服务器、轻量应用服务器、Serverless 服务或负载均衡，或填写关联账号申请的备案授权码。",
            en: "The service has no {field}. Choose an eligible cloud server, lightweight server, serverless service or load balancer of the account, or give a licence code of an associated account.",
        },
        check: &[Check::Service(missing)],
    }

    /// A server, a serverless service or a load balancer belongs to the account that hands in the order. Who
    /// wants to use another's server has that account issue a licence code.
    ///
    /// **Why.** The provider answers for what its customer runs.
    ///
    /// **Example.** A server of the parent company's account.
    NOT_IN_ACCOUNT = "resource.not-in-account" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Account, Inputs],
        params: [account, order_account],
        source: Origin::Guide { chapters: ALL, section: "服务信息 · 云资源", form: None },
        miit: [1063],
        summary: {
            zh: "云资源须属于提交备案的账号",
            en: "The resource belongs to the account that hands in the order.",
        },
        message: {
            zh: "该云资源属于账号 {account}，不属于提交备案的账号 {order_account}。请选择本账号的云资源，或请对方账号为本账号申请备案授权码。",
            en: "The resource belongs to account {account}; the order is handed in by account {order_account}. Choose a resource of this account, or have the other account issue a licence code for it.",
        },
        check: &[Check::Resource(not_in_account)],
    }

    /// The resource stands in a region of mainland China. Said of servers in the guide; of serverless services
    /// in the documents on them.
    ///
    /// **Why.** What is served from elsewhere needs no filing, and gets none.
    ///
    /// **Example.** A server in Hong Kong.
    OUTSIDE_MAINLAND = "resource.outside-mainland" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: MAINLAND, section: "备案准备 · 云服务资源", form: None },
        miit: [1036],
        summary: {
            zh: "云资源须位于中国大陆地域",
            en: "The resource stands in a region of mainland China.",
        },
        message: {
            zh: "该云资源不在中国大陆地域，不能用于备案。请改用中国大陆地域的云资源。",
            en: "The resource is outside mainland China and cannot be used for a filing. Use one in a mainland region.",
        },
        check: &[Check::Server(outside_mainland), Check::Resource(serverless_outside_mainland)],
    }

    /// A cloud server has a public IP address.
    ///
    /// **Why.** The address is what is filed with the service.
    ///
    /// **Example.** A server that is reached through another machine only.
    NO_PUBLIC_IP = "resource.no-public-ip" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源 · 云服务器", form: None },
        miit: [1006],
        summary: {
            zh: "云服务器须有公网 IP",
            en: "A cloud server has a public IP address.",
        },
        message: {
            zh: "该云服务器没有公网 IP。请为其分配公网 IP（如绑定弹性公网 IP），或改用有公网 IP 的云服务器。",
            en: "The cloud server has no public IP address. Assign one, or use a server that has one.",
        },
        check: &[Check::Server(no_public_ip)],
    }

    /// A cloud or lightweight server is billed in advance, by the month or year 包年包月.
    ///
    /// **Why.** A server billed by use may be gone tomorrow.
    ///
    /// **Example.** A server billed by the hour.
    NOT_PREPAID = "resource.not-prepaid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [billing, required],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源", form: None },
        summary: {
            zh: "服务器计费模式须为包年包月",
            en: "A server is billed in advance, by the month or year.",
        },
        message: {
            zh: "该服务器的计费模式为“{billing}”，备案要求“{required}”。请将其转为包年包月，或改用包年包月的服务器。",
            en: "The server is {billing}; a filing needs one that is {required}. Change its billing, or use another server.",
        },
        check: &[Check::Server(not_prepaid)],
    }

    /// A server was bought for three months or more, renewals counted. At Huawei Cloud a dedicated cloud is bought for a
    /// year.
    ///
    /// **Why.** The provider requires it.
    ///
    /// **Example.** A server bought for one month and renewed for one.
    PURCHASE_TOO_SHORT = "resource.purchase-too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [months, min],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源", form: None },
        summary: {
            zh: "服务器须购买 3 个月及以上（含续费）",
            en: "A server was bought for three months or more, renewals counted.",
        },
        message: {
            zh: "该服务器累计购买 {months} 个月，备案要求购买 {min} 个月及以上（含续费）。请续费后再提交。",
            en: "The server was bought for {months:month}; a filing needs {min} or more, renewals counted. Renew it, then submit.",
        },
        check: &[Check::Server(purchase_too_short)],
    }

    /// On the day of submission a server has one month or more left. A month ends on the same day of the next
    /// month.
    ///
    /// **Why.** The filing takes weeks, and a server that ends meanwhile takes the filing with it.
    ///
    /// **Example.** An order of 23 November with a server that ends on 20 December.
    REMAINING_TOO_SHORT = "resource.remaining-too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [expires_on, earliest, months],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源", form: None },
        summary: {
            zh: "备案期间服务器剩余有效期须在 1 个月及以上",
            en: "A server has one month or more left while filing.",
        },
        message: {
            zh: "该服务器于 {expires_on} 到期，备案期间剩余有效期须满 {months} 个月，即至少到 {earliest}。请续费后再提交。",
            en: "The server ends on {expires_on}; a filing needs {months:month} left, that is, until {earliest} at least. Renew it, then submit.",
        },
        check: &[Check::Server(remaining_too_short)],
    }

    /// A serverless service comes with a resource package that was bought.
    ///
    /// **Why.** The provider requires it.
    ///
    /// **Example.** Cloud functions that are billed by use, without a package.
    SERVERLESS_PACKAGE_MISSING = "resource.serverless-package-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源 · Serverless", form: None },
        summary: {
            zh: "使用 Serverless 备案须购买资源包",
            en: "A serverless service comes with a resource package that was bought.",
        },
        message: {
            zh: "该 Serverless 服务未购买资源包。请先购买资源包再提交备案。",
            en: "No resource package was bought for this serverless service. Buy one, then submit.",
        },
        check: &[Check::Resource(serverless_package_missing)],
    }

    /// A load balancer is bound to a cloud server that is itself eligible: of the account, in the mainland, with
    /// a public IP address, billed in advance, bought and running long enough. The finding stands at the
    /// condition that the server fails.
    ///
    /// **Why.** The server behind it is what is filed.
    ///
    /// **Example.** A load balancer in front of a server that is billed by use.
    LOAD_BALANCER_UNBOUND = "resource.load-balancer-unbound" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Account, ProviderRules, Inputs],
        params: [condition, found, required],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源 · 负载均衡实例", form: None },
        summary: {
            zh: "负载均衡须绑定符合备案条件的云服务器",
            en: "A load balancer is bound to a cloud server that is itself eligible.",
        },
        message: {
            zh: "该负载均衡不能用于备案：{condition}（当前：{found}；要求：{required}）。请改绑符合条件的云服务器，或先处理该服务器。",
            en: "The load balancer cannot be used for a filing: {condition} (now: {found}; needed: {required}). Bind it to a server that is eligible, or mend this server.",
        },
        check: &[Check::Resource(load_balancer_unbound), Check::Server(bound_server_ineligible)],
    }

    /// A licence code stands for the address of one server: a code that is used up, that was issued to another
    /// account or by one that is not associated, that is void, or behind which there is no server, stands for none.
    /// The server itself has to be eligible, by its own rules. Alibaba Cloud's 备案服务号 is such a code.
    ///
    /// **Why.** The provider looks the server up by the code.
    ///
    /// **Example.** A code that an earlier order has used.
    LICENSE_CODE_UNRESOLVED = "resource.license-code-unresolved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Account, Inputs],
        params: [condition, found, required],
        source: Origin::Guide { chapters: PREPARATION, section: "备案准备 · 云服务资源 · 备案授权码", form: None },
        miit: [1063],
        cited: [
            Huawei: documents::PREPARATION_OF_HUAWEI, "备案授权码";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "备案服务号状态";
        ],
        summary: {
            zh: "备案授权码须有效，并对应一台服务器",
            en: "A licence code is unused, issued to this account, and stands for a server.",
        },
        message: {
            zh: "备案授权码不可用：{condition}（当前：{found}；要求：{required}）。请由持有服务器的关联账号重新申请备案授权码。",
            en: "The licence code cannot be used: {condition} (now: {found}; needed: {required}). Have the associated account that owns the server issue a new one.",
        },
        check: &[Check::Resource(license_code_unresolved)],
    }

    /// A resource carries only so many services: a cloud server and a lightweight server five, a serverless package
    /// two, what is filed on it already and what this order adds counted together.
    ///
    /// Sources of 2022 say websites, a later one of another provider counts websites and APPs together, which is
    /// the reading here. What is deregistered frees its place at Tencent Cloud; where it does not, another rule counts
    /// it. An enterprise portal of Huawei Cloud carries three.
    ///
    /// **Why.** The provider caps what is filed on one machine.
    ///
    /// **Example.** Six sites of one order on one new server.
    QUOTA_EXCEEDED = "resource.quota-exceeded" {
        severity: Blocker,
        orders: FILING,
        needs: [ProviderRules, Inputs],
        params: [count, max],
        source: Origin::Document(documents::RESOURCES, "云资源可备案服务数"),
        summary: {
            zh: "单个云资源可备案的服务数有上限",
            en: "A resource carries only so many services.",
        },
        message: {
            zh: "该云资源连同本订单共备案 {count} 个服务，超过上限 {max} 个。请改用其他云资源，或填写其他服务器的备案授权码。",
            en: "With this order {count:service} would be filed on the resource, which carries {max} at most. Use another resource, or a licence code of another server.",
        },
        check: &[Check::Resource(quota_exceeded)],
    }

    /// One licence code files one service.
    ///
    /// **Why.** The code is used up by the first.
    ///
    /// **Example.** Two websites of one order with the same code.
    LICENSE_CODE_REPEATED = "resource.license-code-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [first],
        source: Origin::Document(documents::LICENSE_CODES, "一个备案授权码只能备案一个网站"),
        cited: [
            Huawei: documents::APP_FILING_OF_HUAWEI, "一个备案授权码只能备案一个网站或 App";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "一个备案服务号只能备案一个网站";
        ],
        summary: {
            zh: "一个备案授权码只能用于一个服务",
            en: "One licence code files one service.",
        },
        message: {
            zh: "该备案授权码已用于本订单的第 {first} 个服务。一个备案授权码只能备案一个服务，请另行申请备案授权码。",
            en: "This licence code is used by service {first} of the order already. One code files one service: have another issued.",
        },
        check: &[Check::Resource(license_code_repeated)],
    }

    /// Only an account that is real-name verified as an organisation issues licence codes; any account may use
    /// them.
    ///
    /// **Why.** The provider does not offer it to individuals.
    ///
    /// **Example.** A friend's personal account.
    LICENSE_CODE_ISSUER_INDIVIDUAL = "resource.license-code-issuer-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Document(documents::LICENSE_CODES, "仅企业实名账号可生成备案授权码"),
        providers: [Tencent],
        summary: {
            zh: "备案授权码只能由企业实名认证的账号申请",
            en: "A licence code is issued by an account verified as an organisation.",
        },
        message: {
            zh: "申请该备案授权码的账号不是企业实名认证账号。请改由企业实名认证的账号申请，或使用本账号的云资源。",
            en: "The account that issued this licence code is not verified as an organisation. Have one that is issue it, or use a resource of this account.",
        },
        check: &[Check::Resource(license_code_issuer_individual)],
    }

    /// A public address is an IPv4 or IPv6 address, and not one of a private network.
    ///
    /// **Why.** The ministry's system refuses an address that cannot be reached, code 1006.
    ///
    /// **Example.** `10.0.0.5`, the server's address inside its network.
    PUBLIC_IP_MALFORMED = "resource.public-ip-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1006"),
        miit: [1006],
        summary: {
            zh: "公网 IP 须为有效的公网地址",
            en: "A public address is one that can be reached from outside.",
        },
        message: {
            zh: "公网 IP 有误：{reason}。请填写云服务器的公网 IP，可在控制台的实例详情中查看。",
            en: "This is no public address: {reason}. Give the server's public IP address, as the console shows it.",
        },
        check: &[Check::Server(public_ip_malformed)],
        remedy: way::public_address,
    }

    /// A service names each resource, and each address, once.
    ///
    /// **Why.** The ministry's system refuses the same access twice, code 1029.
    ///
    /// **Example.** A server that is listed by its id and again behind a licence code with the same address.
    REPEATED = "resource.repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [first],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1029"),
        miit: [1024, 1029, 1040],
        summary: {
            zh: "同一服务不得重复填写同一云资源或 IP",
            en: "A service names each resource and each address once.",
        },
        message: {
            zh: "该云资源与本服务的第 {first} 个云资源重复（相同的实例或 IP）。请删除重复的云资源。",
            en: "This repeats resource {first} of the service (the same instance or address). Remove the repetition.",
        },
        check: &[Check::Resource(repeated)],
        remedy: way::remove,
    }

    /// A service has only so many addresses.
    ///
    /// **Why.** One provider caps them; the others do not say.
    ///
    /// **Example.** Four servers behind one website.
    TOO_MANY_ADDRESSES = "resource.too-many-addresses" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [count, max],
        source: Origin::Document(documents::LIMITS_OF_UCLOUD, "单个网站的 IP 数量"),
        summary: {
            zh: "单个服务的 IP 数有上限",
            en: "A service has only so many addresses.",
        },
        message: {
            zh: "该服务填写了 {count} 个 IP，超过上限 {max} 个。请只保留实际提供服务的云资源。",
            en: "The service has {count} addresses; {max} are allowed. Keep those that it is served from.",
        },
        check: &[Check::Service(too_many_addresses)],
    }

    /// An account uses one serverless package for filings. A second one files nothing.
    ///
    /// What is filed already is looked up with the filed services of the account, where the registry has their
    /// resources.
    ///
    /// **Why.** The provider counts one package of an account.
    ///
    /// **Example.** A third site is put on a second package, since the first one carries two.
    SERVERLESS_PACKAGE_SECOND = "resource.serverless-package-second" {
        severity: Blocker,
        orders: FILING,
        needs: [Inputs],
        params: [id, first],
        source: Origin::Document(documents::RESOURCES, "一个账号仅一个 Serverless 资源包可用于备案"),
        providers: [Tencent],
        summary: {
            zh: "一个账号只能用一个 Serverless 资源包备案",
            en: "An account uses one serverless package for filings.",
        },
        message: {
            zh: "一个账号只能用一个 Serverless 资源包备案，本账号已使用 {first}，不能再用 {id}。请改用云服务器、轻量应用服务器或备案授权码。",
            en: "An account uses one serverless package for filings. This one uses {first} already, so {id} files nothing: use a server or a licence code.",
        },
        check: &[Check::Resource(serverless_package_second)],
    }

    /// What a deregistered service used on a server is not given back at Huawei Cloud and UCloud: filed and
    /// deregistered services count alike there. Tencent Cloud gives it back.
    ///
    /// How many were deregistered is an optional input of the server; a limit that is exceeded without them is
    /// another rule's.
    ///
    /// **Why.** The provider counts what has ever been filed on the server.
    ///
    /// **Example.** Three sites are filed on a server, and two others were; there is no room for another.
    SLOTS_SPENT = "resource.slots-spent" {
        severity: Warning,
        orders: FILING,
        needs: [ProviderRules, Inputs],
        params: [count, deregistered, max],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "注销后备案数量不返还"),
        providers: [Huawei, Ucloud],
        summary: {
            zh: "服务器上注销的服务仍占用备案数量",
            en: "What a deregistered service used on a server is not given back.",
        },
        message: {
            zh: "该服务器连同本订单共备案 {count} 个服务，另有已注销的 {deregistered} 个仍占用数量，合计超过上限 {max} 个。请改用其他服务器。",
            en: "With this order {count:service} would be filed on the server; {deregistered} that were deregistered still count, and {max} are the limit. Use another server.",
        },
        check: &[Check::Resource(slots_spent)],
    }

    /// A resource is still paid for on the day of submission: a server, the server behind a load balancer or a
    /// licence code, a serverless package.
    ///
    /// Where the provider states how long a server has to run still, that is the finding.
    ///
    /// **Why.** What has ended serves nothing; a licence code ends with its server.
    ///
    /// **Example.** The package of a serverless service ran out last week.
    EXPIRED = "resource.expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [expires_on, today],
        source: Origin::Document(documents::BEFORE_FILING_FAQ, "已到期的云资源不能备案"),
        cited: [
            Huawei: documents::FAQ_OF_HUAWEI, "云资源已到期";
            Ucloud: documents::LIMITS_OF_UCLOUD, "云主机剩余有效期";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "仅运行中的实例";
        ],
        summary: {
            zh: "云资源须未到期",
            en: "A resource is still paid for on the day of submission.",
        },
        message: {
            zh: "该云资源已于 {expires_on} 到期（提交日为 {today}），不能用于备案。请先续费，或改用其他云资源。",
            en: "The resource ended on {expires_on} (the day of submission is {today}) and cannot be used for a filing. Renew it, or use another.",
        },
        check: &[Check::Server(expired), Check::Resource(serverless_expired)],
    }

    /// A server lasts until the review is over: up to two working days with the provider, and twenty with the
    /// authority.
    ///
    /// Where the State Council has not announced the holidays of the year, weekdays count.
    ///
    /// **Why.** A server that ends while the order is with the authority is asked about, and may be refused.
    ///
    /// **Example.** An order of mid January with a server that ends in mid February: the Spring Festival lies between.
    ENDS_DURING_REVIEW = "resource.ends-during-review" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [expires_on, review_ends],
        source: Origin::Document(documents::REVIEW_FAQ, "审核期间服务器须有效"),
        providers: [Tencent],
        summary: {
            zh: "服务器有效期须覆盖审核期间",
            en: "A server lasts until the review is over.",
        },
        message: {
            zh: "该服务器于 {expires_on} 到期，而审核最长可能到 {review_ends}。审核期间服务器到期的，管局可能核实或驳回，请先续费。",
            en: "The server ends on {expires_on}, and the review may take until {review_ends}. A server that ends meanwhile may be asked about or refused: renew it first.",
        },
        check: &[Check::Server(ends_during_review)],
    }

    /// A public address alone files nothing: it takes what it is bound to.
    ///
    /// **Why.** The provider files what runs on its machines.
    ///
    /// **Example.** An elastic address that was bought in advance and is bound to nothing.
    LONE_ADDRESS = "resource.lone-address" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [product],
        source: Origin::Document(documents::PREPARATION_OF_HUAWEI, "仅购买弹性公网 IP 不能备案"),
        providers: [Huawei],
        summary: {
            zh: "仅有弹性公网 IP 不能用于备案",
            en: "A public address alone files nothing.",
        },
        message: {
            zh: "该资源仅为{product}，不能用于备案。请选择绑定了公网 IP 的弹性云服务器、Flexus 云服务器、NAT 网关等包年包月资源。",
            en: "This resource ({product}) alone cannot be used for a filing. Choose the server or the NAT gateway that the address is bound to.",
        },
        check: &[Check::Server(lone_address)],
    }

    /// A licence code serves one order at a time. One that another order in progress uses is not free.
    ///
    /// The codes that an order in progress uses are an optional input of the context.
    ///
    /// **Why.** The code is in use 使用中 until that order is given up or approved, and used up after an approval.
    ///
    /// **Example.** The code of an order that is under review is typed into a second one.
    LICENSE_CODE_IN_USE = "resource.license-code-in-use" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [order],
        source: Origin::Document(documents::LICENSE_CODES, "备案授权码状态"),
        providers: [Tencent, Huawei, Aliyun],
        cited: [
            Huawei: documents::FAQ_OF_HUAWEI, "授权码已被使用";
            Aliyun: documents::SERVICE_NUMBERS_OF_ALIBABA, "备案服务号状态";
        ],
        summary: {
            zh: "备案授权码不得正被其他在途订单使用",
            en: "A licence code is not in use by another order.",
        },
        message: {
            zh: "该备案授权码正被在途的订单（{order}）使用。请另行申请备案授权码，或先放弃该订单以释放授权码。",
            en: "This licence code is in use by an order in progress ({order}). Have another issued, or give that order up first.",
        },
        check: &[Check::Resource(license_code_in_use)],
    }

    /// A cloud server's bandwidth to the internet is more than nothing.
    ///
    /// The bandwidth is an optional input; where it is not given, the address tells.
    ///
    /// **Why.** Without bandwidth the server has no public address that could be filed.
    ///
    /// **Example.** A server that was bought with 0 Mbit/s.
    NO_BANDWIDTH = "resource.no-bandwidth" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Document(documents::RESOURCES, "公网带宽须大于 0"),
        providers: [Tencent],
        summary: {
            zh: "云服务器公网带宽须大于 0",
            en: "A cloud server's bandwidth to the internet is more than nothing.",
        },
        message: {
            zh: "该云服务器的公网带宽为 0。请调整公网带宽，或改用带宽大于 0 的云服务器。",
            en: "The cloud server has no bandwidth to the internet. Raise it, or use a server that has some.",
        },
        check: &[Check::Server(no_bandwidth)],
    }
}

/// What a condition says of a resource.
enum Verdict {
    Met,
    /// It cannot be told: why is said already, or does not matter.
    Untold,
    /// The input that it looks at is absent.
    Absent,
    Failed {
        found: Param,
        required: Param,
    },
}

/// A condition that a server has to meet, the key that it looks at, and what is said where it fails.
struct Condition {
    key: Key,
    failure: Term,
    of: fn(&Cx<'_>, &Server, &mut Out) -> Verdict,
}

const fn term(code: &'static str, zh: &'static str, en: &'static str) -> Term {
    Term { code, text: Text { zh, en } }
}

const NOTHING: Text = Text { zh: "无", en: "none" };

const OF_ACCOUNT: Condition = Condition {
    key: Key::Account,
    failure: term(
        "not_in_account",
        "绑定的云服务器不属于提交备案的账号",
        "its server does not belong to the order's account",
    ),
    of: |cx, server, out| account(cx, server.account.as_ref(), out),
};

const IN_MAINLAND: Condition = Condition {
    key: Key::Mainland,
    failure: term(
        "outside_mainland",
        "绑定的云服务器不在中国大陆地域",
        "its server is outside mainland China",
    ),
    of: |_, server, _| mainland(server.mainland),
};

const WITH_PUBLIC_IP: Condition = Condition {
    key: Key::PublicIp,
    failure: term("no_public_ip", "绑定的云服务器没有公网 IP", "its server has no public IP address"),
    of: |_, server, _| match typed(server.public_ip.as_ref()) {
        Some(_) => Verdict::Met,
        None => Verdict::Failed { found: NOTHING.into(), required: Key::PublicIp.into() },
    },
};

const PREPAID: Condition = Condition {
    key: Key::Billing,
    failure: term("not_prepaid", "绑定的云服务器不是包年包月", "its server is not billed in advance"),
    of: |_, server, _| match server.billing {
        None => Verdict::Absent,
        Some(Billing::Prepaid) => Verdict::Met,
        Some(billing) => Verdict::Failed { found: billing.into(), required: Billing::Prepaid.into() },
    },
};

const BOUGHT_LONG_ENOUGH: Condition = Condition {
    key: Key::PurchasedMonths,
    failure: term(
        "purchase_too_short",
        "绑定的云服务器购买时长（月）不足",
        "its server was bought for too few months",
    ),
    of: |cx, server, out| {
        let Some(min) = months_to_buy(cx, server, out) else { return Verdict::Untold };
        match server.purchased_months {
            Some(months) if months < min => Verdict::Failed { found: months.into(), required: min.into() },
            Some(_) => Verdict::Met,
            None => absent_unless_postpaid(server),
        }
    },
};

const RUNNING_LONG_ENOUGH: Condition = Condition {
    key: Key::ExpiresOn,
    failure: term("remaining_too_short", "绑定的云服务器剩余有效期不足", "its server ends too soon"),
    of: |cx, server, out| {
        let Some(months) = out.limit(cx, Limit::RemainingMonths) else { return Verdict::Untold };
        let Some(earliest) = cx.context.today.checked_add_months(Months::new(months)) else {
            return Verdict::Untold;
        };
        match server.expires_on {
            Some(expires_on) if expires_on < earliest => {
                Verdict::Failed { found: expires_on.into(), required: earliest.into() }
            }
            Some(_) => Verdict::Met,
            None => absent_unless_postpaid(server),
        }
    },
};

/// For how many months a server has to be bought; some providers ask for more of a dedicated cloud.
fn months_to_buy(cx: &Cx<'_>, server: &Server, out: &mut Out) -> Option<u32> {
    let is_dedicated = server.product == Some(ServerProduct::DedicatedCloud);
    let limit = match cx.limits().dedicated_cloud_months.filter(|_| is_dedicated) {
        Some(_) => Limit::DedicatedCloudMonths,
        None => Limit::PurchasedMonths,
    };
    out.limit(cx, limit)
}

/// A server that is billed by use has neither months nor an end: the billing is the mistake.
fn absent_unless_postpaid(server: &Server) -> Verdict {
    match server.billing {
        Some(Billing::Postpaid) => Verdict::Untold,
        _ => Verdict::Absent,
    }
}

fn mainland(mainland: Option<bool>) -> Verdict {
    match mainland {
        None => Verdict::Absent,
        Some(true) => Verdict::Met,
        Some(false) => Verdict::Failed { found: false.into(), required: true.into() },
    }
}

/// Whether the account that a resource names is the order's; one that names none is of the order's.
fn account(cx: &Cx<'_>, owner: Option<&String>, out: &mut Out) -> Verdict {
    let Some(owner) = typed(owner) else { return Verdict::Met };
    let Some(own) = own_account(cx, out) else { return Verdict::Untold };
    if owner == own {
        Verdict::Met
    } else {
        Verdict::Failed { found: Param::name(owner), required: Param::name(own) }
    }
}

fn own_account<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a str> {
    let own = typed(out.account(cx)?.id.as_ref());
    if own.is_none() {
        out.needs_context(&[Key::Account, Key::Id]);
    }
    own
}

fn missing(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    fields::missing(fields::RESOURCES, node.service, Given::default(), &node.at, cx, out);
}

fn not_in_account(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let owner = match node.resource {
        Resource::CloudServer(server) | Resource::LightweightServer(server) => &server.account,
        Resource::Serverless(serverless) => &serverless.account,
        Resource::LoadBalancer(balancer) => &balancer.account,
        Resource::LicenseCode(_) => return,
    };
    if let Verdict::Failed { found, required } = account(cx, owner.as_ref(), out) {
        out.find(&node.at, &[Key::Account], params![account: found, order_account: required]);
    }
}

/// What a server's own rule finds out by `condition`: found and required where it fails. The server behind a
/// load balancer is the balancer's matter.
fn failed(
    cx: &Cx<'_>,
    node: &ServerNode<'_>,
    condition: &Condition,
    out: &mut Out,
) -> Option<(Param, Param)> {
    if node.role == ServerRole::BehindLoadBalancer {
        return None;
    }
    match (condition.of)(cx, node.server, out) {
        Verdict::Failed { found, required } => Some((found, required)),
        Verdict::Absent => {
            out.needs_input(&node.at, &[condition.key]);
            None
        }
        Verdict::Met | Verdict::Untold => None,
    }
}

fn outside_mainland(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if failed(cx, node, &IN_MAINLAND, out).is_some() {
        out.find(&node.at, &[Key::Mainland], params![]);
    }
}

fn serverless_outside_mainland(_: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::Serverless(serverless) = node.resource else { return };
    match mainland(serverless.mainland) {
        Verdict::Failed { .. } => out.find(&node.at, &[Key::Mainland], params![]),
        Verdict::Absent => out.needs_input(&node.at, &[Key::Mainland]),
        Verdict::Met | Verdict::Untold => {}
    }
}

fn no_public_ip(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    let is_due = node.role != ServerRole::LightweightServer;
    if is_due && failed(cx, node, &WITH_PUBLIC_IP, out).is_some() {
        out.find(&node.at, &[Key::PublicIp], params![]);
    }
}

fn not_prepaid(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if let Some((billing, required)) = failed(cx, node, &PREPAID, out) {
        out.find(&node.at, &[Key::Billing], params![billing: billing, required: required]);
    }
}

fn purchase_too_short(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if let Some((months, min)) = failed(cx, node, &BOUGHT_LONG_ENOUGH, out) {
        out.find(&node.at, &[Key::PurchasedMonths], params![months: months, min: min]);
    }
}

fn remaining_too_short(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if let Some((expires_on, earliest)) = failed(cx, node, &RUNNING_LONG_ENOUGH, out) {
        let months = cx.limits().remaining_months.unwrap_or_default();
        out.find(
            &node.at,
            &[Key::ExpiresOn],
            params![expires_on: expires_on, earliest: earliest, months: months],
        );
    }
}

fn serverless_package_missing(_: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::Serverless(serverless) = node.resource else { return };
    match serverless.package_purchased {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::PackagePurchased], params![]),
        None => out.needs_input(&node.at, &[Key::PackagePurchased]),
    }
}

fn load_balancer_unbound(_: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::LoadBalancer(balancer) = node.resource else { return };
    if balancer.bound_server.is_none() {
        let condition = term("unbound", "未绑定云服务器", "it is not bound to a cloud server");
        out.find(
            &node.at,
            &[Key::BoundServer],
            params![condition: condition, found: NOTHING, required: ResourceKind::CloudServer],
        );
    }
}

fn bound_server_ineligible(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if node.role != ServerRole::BehindLoadBalancer {
        return;
    }
    for condition in
        [OF_ACCOUNT, IN_MAINLAND, WITH_PUBLIC_IP, PREPAID, BOUGHT_LONG_ENOUGH, RUNNING_LONG_ENOUGH]
    {
        match (condition.of)(cx, node.server, out) {
            Verdict::Failed { found, required } => out.find(
                &node.at,
                &[condition.key],
                params![condition: condition.failure, found: found, required: required],
            ),
            Verdict::Absent => out.needs_input(&node.at, &[condition.key]),
            Verdict::Met | Verdict::Untold => {}
        }
    }
}

fn license_code_unresolved(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::LicenseCode(code) = node.resource else { return };
    let fail = |out: &mut Out, key: Key, condition: Term, found: Param, required: Param| {
        out.find(&node.at, &[key], params![condition: condition, found: found, required: required]);
    };
    if typed(code.code.as_ref()).is_none() {
        let condition = term("code_missing", "未填写备案授权码", "the code is not given");
        fail(out, Key::Code, condition, NOTHING.into(), Key::Code.into());
    }
    match code.state {
        Some(state @ LicenseCodeState::Used) => {
            let condition = term("used", "备案授权码已使用", "it is used up");
            fail(out, Key::State, condition, state.into(), LicenseCodeState::Unused.into());
        }
        Some(state @ LicenseCodeState::Void) => {
            let condition = term("void", "备案授权码已失效", "it is void");
            fail(out, Key::State, condition, state.into(), LicenseCodeState::Unused.into());
        }
        Some(_) => {}
        None => out.needs_input(&node.at, &[Key::State]),
    }
    if let Verdict::Failed { found, required } = account(cx, code.for_account.as_ref(), out) {
        let condition =
            term("other_account", "备案授权码不是为本账号申请的", "it was issued to another account");
        fail(out, Key::ForAccount, condition, found, required);
    }
    if let Some((issuer, associated)) = issuer_not_associated(cx, code.issued_by.as_ref()) {
        let condition = term(
            "issuer_not_associated",
            "申请备案授权码的账号不是关联账号",
            "the account that issued it is not associated with this one",
        );
        fail(out, Key::IssuedBy, condition, Param::name(issuer), associated);
    }
    if code.server.is_none() {
        let condition = term("no_server", "备案授权码没有对应的云服务器", "no server stands behind it");
        let server = ResourceKind::CloudServer;
        fail(out, Key::Server, condition, NOTHING.into(), server.into());
    }
}

/// The account that issued a code, where the caller says which accounts are associated and it is none of them.
fn issuer_not_associated<'a>(cx: &Cx<'_>, issued_by: Option<&'a String>) -> Option<(&'a str, Param)> {
    let issuer = typed(issued_by)?;
    let account = cx.context.account.as_ref()?;
    let is_other = !account.associated.is_empty()
        && typed(account.id.as_ref()) != Some(issuer)
        && account.associated.iter().all(|id| id.trim() != issuer);
    is_other.then(|| (issuer, account.associated.iter().map(|id| Param::name(id.trim())).collect()))
}

/// What carries the service of a resource: its server where there is one, what is filed on it, the limit that holds
/// for it, and where the number of what is filed on it stands.
struct Carrier<'a> {
    server: Option<&'a Server>,
    filed: Option<u32>,
    limit: Limit,
    place: &'static [Key],
}

impl<'a> Carrier<'a> {
    fn of(cx: &Cx<'_>, resource: &'a Resource) -> Option<Self> {
        let of = |server: &'a Server, limit: Limit, place: &'static [Key]| {
            let is_portal = server.product == Some(ServerProduct::Portal);
            let limit = match cx.limits().portal_services.filter(|_| is_portal) {
                Some(_) => Limit::PortalServices,
                None => limit,
            };
            Self { server: Some(server), filed: server.services_filed, limit, place }
        };
        let cloud = Limit::CloudServerServices;
        match resource {
            Resource::CloudServer(server) => Some(of(server, cloud, &[Key::ServicesFiled])),
            Resource::LightweightServer(server) => {
                Some(of(server, Limit::LightweightServerServices, &[Key::ServicesFiled]))
            }
            Resource::Serverless(serverless) => Some(Self {
                server: None,
                filed: serverless.services_filed,
                limit: Limit::ServerlessPackageServices,
                place: &[Key::ServicesFiled],
            }),
            Resource::LoadBalancer(balancer) => {
                let server = balancer.bound_server.as_ref()?.server();
                Some(of(server, cloud, &[Key::BoundServer, Key::ServicesFiled]))
            }
            Resource::LicenseCode(code) => {
                Some(of(code.server.as_ref()?.server(), cloud, &[Key::Server, Key::ServicesFiled]))
            }
        }
    }
}

/// How many services of the order are on the resource, this one and those before.
fn in_order(cx: &Cx<'_>, node: &ResourceNode<'_>, id: &str) -> u32 {
    if !cx.readings.may_repeat(Repeatable::Carrier) {
        return 1;
    }
    let before = cx.carriers().before(id, node.service.index);
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

fn quota_exceeded(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Some(id) = node.resource.carrier_id() else { return };
    let Some(Carrier { filed, limit, place, .. }) = Carrier::of(cx, node.resource) else { return };
    let Some(max) = out.limit(cx, limit) else { return };
    let new = in_order(cx, node, id);
    // The order alone may be too much.
    let count = new.saturating_add(filed.unwrap_or_default());
    if count > max {
        out.find(&node.at, place, params![count, max]);
    } else if filed.is_none() {
        out.needs_input(&node.at, place);
    }
}

fn slots_spent(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Some(id) = node.resource.carrier_id() else { return };
    let Some(Carrier { server: Some(server), filed: Some(filed), limit, place }) =
        Carrier::of(cx, node.resource)
    else {
        return;
    };
    let Some(max) = out.limit(cx, limit) else { return };
    let count = in_order(cx, node, id).saturating_add(filed);
    // What is exceeded without them is said.
    if count > max {
        return;
    }
    let place: Vec<Key> = place
        .iter()
        .map(|key| if *key == Key::ServicesFiled { Key::ServicesDeregistered } else { *key })
        .collect();
    match server.services_deregistered {
        Some(deregistered) if count.saturating_add(deregistered) > max => {
            out.find(&node.at, &place, params![count, deregistered, max]);
        }
        Some(_) => {}
        None => out.needs_input(&node.at, &place),
    }
}

fn serverless_package_second(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::Serverless(own) = node.resource else { return };
    let used = cx.serverless_packages();
    if !used.is_any_before(node.service.index) {
        return;
    }
    let Some(id) = typed(own.id.as_ref()) else { return out.needs_input(&node.at, &[Key::Id]) };
    if let Some(first) = used.other_before(node.service.index, id) {
        out.find(&node.at, &[Key::Id], params![id: Param::name(id), first: Param::name(first)]);
    }
}

fn expired(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    let today = cx.context.today;
    if let Some(expires_on) = node.server.expires_on.filter(|expires_on| *expires_on < today) {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, today]);
    }
}

fn serverless_expired(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::Serverless(serverless) = node.resource else { return };
    let today = cx.context.today;
    if let Some(expires_on) = serverless.expires_on.filter(|expires_on| *expires_on < today) {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, today]);
    }
}

/// The most working days that a review takes: two with the provider, twenty with the authority.
const REVIEW_WORKING_DAYS: u16 = 22;

fn ends_during_review(cx: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    let Some(expires_on) = node.server.expires_on else { return };
    // Nearly every server lasts for longer than any calendar could stretch the review.
    let is_near = cx.context.today.checked_add_days(Days::new(90)).is_some_and(|far| expires_on < far);
    if !is_near {
        return;
    }
    let Some(counted) = cx.rulebook.calendar().add_working_days(cx.context.today, REVIEW_WORKING_DAYS) else {
        return;
    };
    let review_ends = counted.date;
    if expires_on < review_ends {
        out.find(&node.at, &[Key::ExpiresOn], params![expires_on, review_ends]);
    }
}

fn lone_address(_: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if node.server.product == Some(ServerProduct::ElasticIp) {
        out.find(&node.at, &[Key::Product], params![product: ServerProduct::ElasticIp]);
    }
}

fn license_code_in_use(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::LicenseCode(code) = node.resource else { return };
    let (Some(code), Some(registry)) = (typed(code.code.as_ref()), &cx.context.registry) else { return };
    let uses =
        |order: &&OrderInProgress| order.license_codes.iter().flatten().any(|used| used.trim() == code);
    if let Some(order) = registry.orders_in_progress().iter().find(uses) {
        let order = order.kind.map_or_else(|| Param::name("?"), Param::from);
        out.find(&node.at, &[Key::Code], params![order: order]);
    }
}

fn no_bandwidth(_: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    if node.role != ServerRole::LightweightServer && node.server.bandwidth == Some(0) {
        out.find(&node.at, &[Key::Bandwidth], params![]);
    }
}

fn too_many_addresses(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    // One address is within any limit.
    let resources = node.service.resources();
    if resources.len() < 2 {
        return;
    }
    let addresses: BTreeSet<&str> = resources.iter().filter_map(|resource| identity(resource).1).collect();
    if addresses.len() < 2 {
        return;
    }
    let Some(max) = out.limit(cx, Limit::ServiceAddresses) else { return };
    if u32::try_from(addresses.len()).map_or(true, |count| count > max) {
        out.find(&node.at, &[Key::Resources], params![count: addresses.len(), max]);
    }
}

fn license_code_repeated(cx: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::LicenseCode(code) = node.resource else { return };
    let Some(text) = typed(code.code.as_ref()) else { return };
    if let Some(first) = cx.carriers().first_with_code(text).filter(|first| *first < node.service.index) {
        out.find(&node.at, &[Key::Code], params![first: first + 1]);
    }
}

fn license_code_issuer_individual(_: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    let Resource::LicenseCode(code) = node.resource else { return };
    match code.issued_by_organization {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::IssuedByOrganization], params![]),
        None => out.needs_input(&node.at, &[Key::IssuedByOrganization]),
    }
}

fn public_ip_malformed(_: &Cx<'_>, node: &ServerNode<'_>, out: &mut Out) {
    let Some(text) = typed(node.server.public_ip.as_ref()) else { return };
    let reason = match text.parse::<IpAddr>() {
        Ok(address) if is_reachable(address) => return,
        Ok(_) => term("not_public", "这是内网或保留地址", "it is an address of a private network"),
        Err(_) => term("no_address", "不是 IP 地址", "it is no IP address"),
    };
    out.find(&node.at, &[Key::PublicIp], params![reason: reason]);
}

/// Whether an address is not of a private network, of the machine itself, or of nothing.
pub(crate) fn is_reachable(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            let is_local = v4.is_private() || v4.is_loopback() || v4.is_link_local() || is_shared;
            !(is_local || v4.is_unspecified() || v4.is_multicast() || v4.is_broadcast())
        }
        IpAddr::V6(v6) => {
            let [first, ..] = v6.segments();
            let is_local = v6.is_loopback() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80;
            !(is_local || v6.is_unspecified() || v6.is_multicast())
        }
    }
}

/// The id and the address that a resource stands for.
pub(crate) fn identity(resource: &Resource) -> (Option<&str>, Option<&str>) {
    let (id, server) = match resource {
        Resource::CloudServer(server) | Resource::LightweightServer(server) => (&server.id, Some(server)),
        Resource::Serverless(serverless) => (&serverless.id, None),
        Resource::LoadBalancer(balancer) => {
            (&balancer.id, balancer.bound_server.as_ref().map(BoundServer::server))
        }
        Resource::LicenseCode(code) => (&code.code, code.server.as_ref().map(BoundServer::server)),
    };
    (typed(id.as_ref()), server.and_then(|server| typed(server.public_ip.as_ref())))
}

/// The address of the server that a resource is, or stands for.
pub(crate) fn address(resource: &Resource) -> Option<&str> {
    identity(resource).1
}

fn repeated(_: &Cx<'_>, node: &ResourceNode<'_>, out: &mut Out) {
    // The first repeats none; most services have no other.
    if node.index == 0 {
        return;
    }
    if let Some(first) = node.service.first_alike(node.index) {
        out.find(&node.at, &[], params![first: first + 1]);
    }
}
