//! Rules of the group `domain`: names, suffixes, registration and owner.

use std::collections::BTreeSet;

use chrono::Days;

use crate::documents;
use crate::domain::{Domain, Registration};
use crate::fields;
use crate::language::Text;
use crate::params::Param;
use crate::path::{At, Key};
use crate::principal::PrincipalKind;
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::rules::resource::address;
use crate::service::Service;
use crate::source::{Chapter, Origin};
use crate::value::{Approval, DomainName, Masked};
use crate::walk::{typed, Check, Cx, DomainNode, Out, ServiceNode};

const FILING: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AccessFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const FILING_AND_CHANGE: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

const CHANGE: &[Chapter] = &[Chapter::ChangeFiling, Chapter::ChangeService];

rule_group! {
    /// A domain has to be a domain name: IDNA 2008 with the mapping of UTS 46, letters of STD 3, one trailing
    /// dot ignored. An address, a bare suffix, or white space around the name are none.
    ///
    /// **Why.** The name is looked up in WHOIS and in the filing system as it is written.
    ///
    /// **Example.** `https://shop.example.com/` is refused; write `shop.example.com`.
    MALFORMED = "domain.malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        source: Origin::Guide {
            chapters: FILING_AND_CHANGE,
            section: "域名",
            form: Some("IDNA 2008、UTS 46、RFC 1123"),
        },
        miit: [1004],
        summary: {
            zh: "域名格式须正确",
            en: "A domain has to be a well-formed domain name.",
        },
        message: {
            zh: "域名格式不正确：{reason}。正确写法如 example.com。",
            en: "This is no domain name: {reason}. Write it like example.com.",
        },
        check: &[Check::Domain(malformed)],
        remedy: way::bare_name,
    }

    /// The real-name screenshot of a website's domain shows the domain, its owner, the owner's certificate
    /// kind and number, and the expiry.
    ///
    /// **Why.** The reviewer compares these with the principal; a screenshot that lacks one is returned.
    ///
    /// **Example.** A screenshot of the registrar's console that shows the owner but not the expiry.
    CERTIFICATE_INCOMPLETE = "domain.certificate-incomplete" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: FILING, section: "域名实名认证截图", form: None },
        summary: {
            zh: "域名实名认证截图须显示域名、所有者、所有者证件类型及号码、到期日",
            en: "The real-name screenshot shows the domain, its owner, the owner's certificate kind and number, and the expiry.",
        },
        message: {
            zh: "域名实名认证截图缺少{field}。截图须同时显示域名、域名所有者、所有者证件类型、证件号码和到期日，请重新截图上传并补全信息。",
            en: "The real-name screenshot does not show the {field}. It has to show the domain, its owner, the owner's certificate kind and number, and the expiry: take it again and fill in what is missing.",
        },
        check: &[Check::Domain(certificate_incomplete)],
    }

    /// The suffix has to be one that the state has approved for filing.
    ///
    /// **Why.** Since 2018 a new filing needs a suffix whose registry the ministry has approved; a suffix that
    /// a source names as not approved is refused.
    ///
    /// **Example.** `example.so`.
    SUFFIX_NOT_APPROVED = "domain.suffix-not-approved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [suffix],
        source: Origin::Guide {
            chapters: CHANGE,
            section: "域名后缀须经国家批复",
            form: Some("后缀清单由公开资料汇总"),
        },
        miit: [1004],
        summary: {
            zh: "域名后缀须已获国家批复",
            en: "A domain's suffix has to be approved by the state.",
        },
        message: {
            zh: "域名后缀 .{suffix} 未获国家批复，不能备案。请改用已批复后缀的域名，例如 .com、.cn。",
            en: "The suffix .{suffix} is not approved by the state and cannot be filed. Use a domain under an approved suffix such as .com or .cn.",
        },
        check: &[Check::Domain(suffix_not_approved)],
    }

    /// No source says whether the suffix is approved, or sources disagree.
    ///
    /// **Why.** The ministry's list changes; what no source names may be approved or not.
    ///
    /// **Example.** `example.us`.
    SUFFIX_UNCONFIRMED = "domain.suffix-unconfirmed" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [suffix],
        source: Origin::Guide {
            chapters: CHANGE,
            section: "域名后缀须经国家批复",
            form: Some("后缀清单由公开资料汇总"),
        },
        summary: {
            zh: "域名后缀是否获批复未能确认",
            en: "Whether the suffix is approved could not be confirmed.",
        },
        message: {
            zh: "未能确认域名后缀 .{suffix} 是否已获国家批复。提交前请在工信部域名行业管理信息公示网站（domain.miit.gov.cn）查询。",
            en: "Whether the suffix .{suffix} is approved could not be confirmed. Look it up at domain.miit.gov.cn before submitting.",
        },
        check: &[Check::Domain(suffix_unconfirmed)],
    }

    /// An APP's domain goes to level four at the deepest. `qcloud.com` is level two, `beian.qcloud.com` three,
    /// `shenzhen.beian.qcloud.com` four.
    ///
    /// **Why.** The filing system takes no deeper names; several shorter ones may be given.
    ///
    /// **Example.** `a.b.c.example.com` is level five.
    LEVEL_EXCEEDED = "domain.level-exceeded" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [level, max],
        source: Origin::Guide { chapters: FILING, section: "APP 特征信息 · 域名", form: None },
        summary: {
            zh: "APP 域名最多到四级",
            en: "An APP's domain goes to level four at the deepest.",
        },
        message: {
            zh: "该域名为 {level} 级域名，APP 域名最多填写到 {max} 级。请改填上一级域名，可填写多个。",
            en: "This domain is of level {level}; an APP's domain goes to level {max} at the deepest. Give the name above it, of level {max} or less; several may be given.",
        },
        check: &[Check::Domain(level_exceeded)],
        remedy: way::choose_upper_name,
    }

    /// The domain has to be registered with an approved domestic registrar.
    ///
    /// **Why.** One registered abroad has no real-name record in the ministry's system; it is transferred in
    /// first.
    ///
    /// **Example.** A domain bought from an overseas registrar.
    REGISTRAR_NOT_APPROVED = "domain.registrar-not-approved" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: CHANGE, section: "域名要求 · 注册商", form: None },
        summary: {
            zh: "域名须在经批复的境内注册商处注册",
            en: "The domain has to be registered with an approved domestic registrar.",
        },
        message: {
            zh: "该域名的注册商未获批复或为境外注册商。请先将域名转入国内经批复的注册商，再提交备案。",
            en: "The registrar of this domain is not approved, or is abroad. Transfer the domain to an approved domestic registrar first.",
        },
        check: &[Check::Domain(registrar_not_approved)],
    }

    /// The domain has to be within its registration period.
    ///
    /// **Why.** An expired domain belongs to nobody who could file it.
    ///
    /// **Example.** WHOIS shows that it expired yesterday.
    REGISTRATION_EXPIRED = "domain.registration-expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [expires_on, today],
        source: Origin::Guide { chapters: CHANGE, section: "域名要求 · 注册有效期", form: None },
        summary: {
            zh: "域名须在注册有效期内",
            en: "The domain has to be within its registration period.",
        },
        message: {
            zh: "域名已于 {expires_on} 到期（提交日为 {today}）。请先续费，待 WHOIS 更新后再提交。",
            en: "The domain expired on {expires_on} (the day of submission is {today}). Renew it, wait until WHOIS shows it, then submit.",
        },
        check: &[Check::Domain(registration_expired)],
    }

    /// Real-name verification of the domain has to be done by the day of submission. A registration that shows no
    /// day of it is not verified.
    ///
    /// **Why.** The authority compares the verified owner with the principal.
    ///
    /// **Example.** A domain bought yesterday whose owner has not been verified yet.
    REAL_NAME_UNVERIFIED = "domain.real-name-unverified" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [verified_on, today],
        source: Origin::Guide { chapters: CHANGE, section: "域名要求 · 实名认证", form: None },
        summary: {
            zh: "域名须已完成实名认证",
            en: "Real-name verification of the domain has to be done.",
        },
        message: {
            zh: "域名实名认证尚未完成（认证日期：{verified_on}；提交日：{today}）。请在域名注册商处完成实名认证后再提交。",
            en: "Real-name verification is not done (day of verification: {verified_on}; day of submission: {today}). Finish it at the registrar, then submit.",
        },
        check: &[Check::Domain(real_name_unverified)],
    }

    /// The registrant agrees with the principal: of a website's domain and of an APP's. Whether an
    /// organisation's legal representative may own the domain is the province's matter.
    ///
    /// **Why.** Who files a domain has to own it.
    ///
    /// **Example.** A company files a domain that an employee registered.
    REGISTRANT_MISMATCH = "domain.registrant-mismatch" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Inputs],
        params: [registrant, principal],
        source: Origin::Guide { chapters: FILING_AND_CHANGE, section: "域名实名信息与主体一致", form: None },
        summary: {
            zh: "域名所有者须与备案主体一致",
            en: "The domain's owner has to be the principal.",
        },
        message: {
            zh: "域名所有者“{registrant}”与备案主体“{principal}”不一致。请先办理域名过户并完成实名认证，使所有者与主体一致。",
            en: "The domain's owner, “{registrant}”, is not the principal, “{principal}”. Transfer the domain to the principal and have it real-name verified.",
        },
        check: &[Check::Domain(registrant_mismatch)],
    }

    /// A newly bought domain may still carry someone else's filing. That is deregistered first, on paper, then
    /// the domain is filed anew. A filed website covers every name under its registrable domain, a filed APP
    /// only the names that it lists.
    ///
    /// **Why.** A domain has one filing.
    ///
    /// **Example.** A domain bought second-hand whose former owner never deregistered.
    FILED_BY_OTHER = "domain.filed-by-other" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [filing_number],
        source: Origin::Guide { chapters: &[Chapter::Export], section: "域名已被他人备案", form: None },
        miit: [1005, 1039],
        summary: {
            zh: "域名不得仍在他人备案名下",
            en: "The domain may not carry someone else's filing.",
        },
        message: {
            zh: "该域名已在他人名下备案（{filing_number}）。请先联系原备案主体注销，或向原备案所在省通信管理局提交线下注销申请，注销后再做首次备案。",
            en: "This domain is filed by someone else ({filing_number}). Have that filing deregistered first, by its principal or by a paper application to the authority of its province, then file the domain anew.",
        },
        check: &[Check::Domain(filed_by_other)],
    }

    /// Since 2019-04 one website has one domain and one number. What was filed with several before keeps them
    /// until it is changed.
    ///
    /// **Why.** The ministry numbers by domain.
    ///
    /// **Example.** A website with `example.com` and `example.cn`; each is a website of its own.
    SEVERAL_ON_WEBSITE = "domain.several-on-website" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [],
        params: [count],
        source: Origin::Document(documents::LIMITS, "一个网站对应一个域名"),
        miit: [1021],
        summary: {
            zh: "一个网站只能填写一个域名",
            en: "One website has one domain.",
        },
        message: {
            zh: "该网站填写了 {count} 个域名。一个网站只能备案一个域名，请将其余域名分别作为单独的网站填写。",
            en: "This website has {count:domain}. A website is filed with one: file each of the others as a website of its own.",
        },
        check: &[Check::Website(several_on_website)],
    }

    /// A website is filed under the domain that was registered; names under it are covered.
    ///
    /// Excepted are names under `gov.cn`, where a body may file the name that it was given.
    ///
    /// **Why.** There is no separate filing of a name below.
    ///
    /// **Example.** `www.example.com` or `shop.example.com`; file `example.com`.
    NOT_REGISTRABLE = "domain.not-registrable" {
        severity: Blocker,
        orders: NEW_TYPE | ACCESS,
        needs: [],
        params: [registrable],
        source: Origin::Document(documents::DOMAINS, "备案域名级别"),
        miit: [1004],
        summary: {
            zh: "网站须填写注册的域名，不填写其下级域名",
            en: "A website is filed under the domain that was registered.",
        },
        message: {
            zh: "网站备案只需填写注册的域名，下级域名无需单独备案。请改填 {registrable}。",
            en: "A website is filed under the domain that was registered; names below are covered. Give {registrable}.",
        },
        check: &[Check::Domain(not_registrable)],
        remedy: way::registrable,
    }

    /// Suffixes that are kept for some kinds of principals: `gov.cn` and 政务 for government bodies, `edu.cn` for
    /// education, `ac.cn` for research, `mil.cn` for defence, `org.cn` and 公益 for bodies that seek no profit.
    ///
    /// **Why.** The registry asks the holder; the authority asks again.
    ///
    /// **Example.** A company with a name under `gov.cn`.
    SUFFIX_RESERVED = "domain.suffix-reserved" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [suffix, principal],
        source: Origin::Document(documents::DOMAINS, "域名后缀适用范围"),
        summary: {
            zh: "部分域名后缀仅限特定性质的主体使用",
            en: "Some suffixes are kept for some kinds of principals.",
        },
        message: {
            zh: "后缀 .{suffix} 一般不供“{principal}”使用，管局可能要求说明。请核对备案性质，或改用 .com、.cn 等域名。",
            en: "The suffix .{suffix} is not meant for a principal of the kind “{principal}”, and the authority may ask. Check the kind, or use a domain under .com or .cn.",
        },
        check: &[Check::Domain(suffix_reserved)],
    }

    /// The owner's certificate number, as registered, is the principal's; where an organisation's legal
    /// representative owns the domain, the representative's. Which kind of certificate shows the number is not
    /// compared: a business licence and a unified certificate carry the same.
    ///
    /// **Why.** Name, certificate kind and number are compared, all three.
    ///
    /// **Example.** A company whose domain is registered under its old registration number.
    REGISTRANT_CERTIFICATE_MISMATCH = "domain.registrant-certificate-mismatch" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [registered, principal],
        source: Origin::Document(documents::DOMAINS, "域名实名信息与主体一致"),
        summary: {
            zh: "域名所有者的证件号码须与备案主体一致",
            en: "The owner's certificate number is the principal's.",
        },
        message: {
            zh: "域名实名认证的证件号码（{registered}）与订单中域名所有者的证件号码（{principal}）不一致。请在域名注册商处修改实名信息，使姓名或名称、证件类型、证件号码均与订单一致。",
            en: "The certificate number that the domain is registered with ({registered}) is not the one that the order gives for its owner ({principal}). Correct the registration, so that name, kind and number agree.",
        },
        check: &[Check::Domain(registrant_certificate_mismatch)],
    }

    /// The real-name verification of a domain has to be some days old: three natural days where the provider is the
    /// registrar, three working days elsewhere. A new registrant starts the wait anew.
    ///
    /// Where the State Council has not announced the holidays of the year, weekdays count.
    ///
    /// **Why.** The registry's data take that long to reach the ministry's system.
    ///
    /// **Example.** A domain verified on Friday elsewhere, in an order of the next Monday.
    REAL_NAME_TOO_RECENT = "domain.real-name-too-recent" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules, Inputs],
        params: [verified_on, earliest],
        source: Origin::Document(documents::LIMITS, "域名实名认证满 3 天"),
        summary: {
            zh: "域名实名认证须满 3 天（本接入商注册为自然日，其他注册商为工作日）",
            en: "A domain's real-name verification is three days old: natural days here, working days elsewhere.",
        },
        message: {
            zh: "域名于 {verified_on} 完成实名认证，信息尚未同步到管局系统。请在 {earliest} 及以后提交。",
            en: "The domain was real-name verified on {verified_on}, and its data have not reached the authority yet. Submit on {earliest} or later.",
        },
        check: &[Check::Domain(real_name_too_recent)],
        remedy: way::wait_until_earliest,
    }

    /// A domain that its registry or registrar has put on hold cannot be filed.
    ///
    /// **Why.** The real-name verification has failed, or the name is disputed.
    ///
    /// **Example.** WHOIS shows `serverHold`.
    ON_HOLD = "domain.on-hold" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Document(documents::OTHER_FAQ, "域名 serverHold 状态"),
        summary: {
            zh: "域名不得处于暂停解析（Hold）状态",
            en: "The domain is not on hold.",
        },
        message: {
            zh: "该域名处于暂停解析（Hold）状态，不能备案。请在域名注册商处完成实名认证或解除暂停后再提交。",
            en: "The domain is on hold and cannot be filed. Finish its real-name verification at the registrar, or have the hold lifted, then submit.",
        },
        check: &[Check::Domain(on_hold)],
    }

    /// While a first filing or an addition is under review, the website cannot be reached under its domain.
    ///
    /// **Why.** A site that is open before it is filed is refused: 未备案先开通.
    ///
    /// **Example.** The site already runs on a server abroad.
    RESOLVING = "domain.resolving" {
        severity: Blocker,
        orders: NEW_TYPE,
        needs: [Inputs],
        params: [],
        source: Origin::Document(documents::PROCESS_FAQ, "备案审核期间域名解析"),
        summary: {
            zh: "备案通过前网站不能开通访问",
            en: "Before it is filed a website cannot be reached.",
        },
        message: {
            zh: "备案审核期间该域名不能解析到网站。请先暂停解析（含 CDN）或关闭网站，备案通过后再开通。",
            en: "While the order is under review the domain may not lead to a site. Stop resolving it (CDN included) or close the site until it is filed.",
        },
        check: &[Check::Domain(resolving)],
    }

    /// A domain has one order in progress at a time, over all providers and principals.
    ///
    /// **Why.** The authority refuses the second as a conflict of domains 域名冲突.
    ///
    /// **Example.** The former owner's deregistration is still under way.
    IN_PROGRESS = "domain.in-progress" {
        severity: Blocker,
        orders: FILING,
        needs: [Registry, Inputs],
        params: [order],
        source: Origin::Document(documents::REVIEW_FAQ, "域名冲突"),
        miit: [1005, 1052],
        summary: {
            zh: "同一域名同时只能有一个在途订单",
            en: "A domain has one order in progress at a time.",
        },
        message: {
            zh: "该域名已有在途的备案订单（{order}），再次提交会因域名冲突被驳回。请等待该订单办结或撤销后再提交。",
            en: "An order on this domain is in progress already ({order}); another would be refused as a conflict. Wait until it is done or withdrawn.",
        },
        check: &[Check::Domain(in_progress)],
    }

    /// The domain is not on the ministry's blacklist.
    ///
    /// **Why.** A domain is listed for unlawful content; orders with it are refused.
    ///
    /// **Example.** A domain bought second-hand whose former owner ran a gambling site.
    BLACKLISTED = "domain.blacklisted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Inputs],
        params: [],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1064"),
        miit: [1064],
        summary: {
            zh: "域名不得在备案黑名单内",
            en: "The domain is not on the ministry's blacklist.",
        },
        message: {
            zh: "该域名在备案黑名单内，不能备案。请改用其他域名，或联系通信管理局了解原因并申请移出。",
            en: "The domain is on the filing blacklist and cannot be filed. Use another, or ask the authority for the reason and for removal.",
        },
        check: &[Check::Domain(blacklisted)],
    }

    /// At Huawei Cloud a public institution files a name under `.cn` or `.公益`, a government body one under `.gov.cn`
    /// or `.政务`. Elsewhere it is the province's matter.
    ///
    /// **Why.** Visitors tell a public body by its suffix.
    ///
    /// **Example.** A hospital with a name under `.com`.
    SUFFIX_OF_PUBLIC_BODY = "domain.suffix-of-public-body" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [suffix, principal, accepted],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "事业单位、党政机关域名后缀"),
        providers: [Huawei],
        summary: {
            zh: "事业单位须用 .cn 或 .公益 域名，党政机关须用 .gov.cn 或 .政务 域名",
            en: "A public institution files a name under .cn or .公益, a government body one under .gov.cn or .政务.",
        },
        message: {
            zh: "“{principal}”须使用后缀为 {accepted} 的域名，当前后缀为 .{suffix}。请改用符合要求的域名。",
            en: "A principal of the kind “{principal}” files a name under {accepted}; this one is under .{suffix}. Use another domain.",
        },
        check: &[Check::Domain(suffix_of_public_body)],
    }

    /// Until the provider has passed an access filing the domain stays with the provider that serves it: it does not
    /// lead to the new server yet.
    ///
    /// Where the domain leads is an optional input: without it the rule has nothing to say.
    ///
    /// **Why.** What leads here without access here is shut off.
    ///
    /// **Example.** The DNS record is changed on the day that the order is handed in.
    RESOLVES_HERE_EARLY = "domain.resolves-here-early" {
        severity: Advice,
        orders: ACCESS,
        needs: [],
        params: [address],
        source: Origin::Document(documents::ACCESS_FAQ, "接入备案期间的解析"),
        summary: {
            zh: "接入备案初审通过后再解析到本接入商",
            en: "A domain leads to the new server once the provider has passed the access filing.",
        },
        message: {
            zh: "域名已解析到 {address}，即本订单的云资源。接入备案在初审通过前，请先解析到原接入商，以免访问被阻断。",
            en: "The domain leads to {address} already, a resource of this order. Leave it with the provider that serves it until the preliminary review is passed, or it may be shut off.",
        },
        check: &[Check::Domain(resolves_here_early)],
    }

    /// A domain whose registration has run out is taken off its filing, by a change or a deregistration.
    ///
    /// Of the order's own domains another rule speaks.
    ///
    /// **Why.** Who registers the name next finds it filed, and the authority may cancel the filing of the former
    /// owner.
    ///
    /// **Example.** A campaign site of three years ago whose domain nobody renewed.
    FILED_REGISTRATION_EXPIRED = "domain.filed-registration-expired" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [domains],
        source: Origin::Document(documents::NUMBERS_FAQ, "域名过期或被他人注册"),
        cited: [Huawei: documents::FILING_CHANGES, "域名到期后的处理"],
        summary: {
            zh: "已备案的域名到期不再使用的，应变更或注销备案",
            en: "A domain whose registration has run out is taken off its filing.",
        },
        message: {
            zh: "主体已备案的域名 {domains} 注册已到期。请续费，或通过变更、注销将其从备案中移除，以免被他人注册后影响本主体的备案。",
            en: "The registration of filed domains has run out: {domains}. Renew them, or take them off the filing by a change or a deregistration, before somebody else registers them.",
        },
        check: &[Check::Order(filed_registration_expired)],
    }
}

/// The domain's name, where it is well-formed.
fn name<'a>(node: &'a DomainNode<'_>) -> Option<&'a DomainName<'a>> {
    node.name.as_ref()?.as_ref().ok()
}

fn malformed(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Some(Err(reason)) = &node.name {
        out.find(&node.at, &[Key::Name], params![reason: *reason]);
    }
}

fn certificate_incomplete(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service.service else { return };
    // Where the screenshot itself is missing, that is the finding.
    if typed(node.domain.name.as_ref()).is_some() && fields::is_complete(fields::WEBSITE_MATERIALS, website) {
        fields::missing(fields::DOMAIN_CERTIFICATE, node.domain, fields::Given::default(), &node.at, cx, out);
    }
}

fn suffix_not_approved(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Some(name) = name(node) {
        if name.suffix().approval() == Approval::Refused {
            out.find(&node.at, &[Key::Name], params![suffix: Param::name(name.suffix().to_unicode())]);
        }
    }
}

fn suffix_unconfirmed(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Some(name) = name(node) {
        if name.suffix().approval() == Approval::Unconfirmed {
            out.find(&node.at, &[Key::Name], params![suffix: Param::name(name.suffix().to_unicode())]);
        }
    }
}

fn level_exceeded(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let (Service::App(_), Some(name)) = (node.service.service, name(node)) else { return };
    // A level counts from an approved suffix; how many labels another one has is not known (`co.uk`).
    if name.suffix().approval() != Approval::Approved {
        return;
    }
    let Some(max) = out.limit(cx, Limit::AppDomainLevel) else { return };
    let level = name.level();
    if u32::try_from(level).map_or(true, |level| level > max) {
        out.find(&node.at, &[Key::Name], params![level, max]);
    }
}

/// The registration, and where it stands; without one the rule lacks an input.
fn registration<'a>(node: &'a DomainNode<'_>, out: &mut Out) -> Option<(&'a Registration, At<'a>)> {
    name(node)?;
    match &node.domain.registration {
        Some(registration) => Some((registration, node.at.key(Key::Registration))),
        None => {
            out.needs_input(&node.at, &[Key::Registration]);
            None
        }
    }
}

fn registrar_not_approved(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    match registration.registrar.as_ref().map(|registrar| registrar.approved) {
        None => out.needs_input(&at, &[Key::Registrar]),
        Some(None) => out.needs_input(&at, &[Key::Registrar, Key::Approved]),
        Some(Some(false)) => out.find(&at, &[Key::Registrar], params![]),
        Some(Some(true)) => {}
    }
}

fn registration_expired(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let today = cx.context.today;
    match registration.expires_on {
        None => out.needs_input(&at, &[Key::ExpiresOn]),
        Some(expires_on) if expires_on < today => {
            out.find(&at, &[Key::ExpiresOn], params![expires_on, today]);
        }
        Some(_) => {}
    }
}

fn real_name_unverified(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let today = cx.context.today;
    let verified_on = match registration.real_name_verified_on {
        Some(verified_on) if verified_on <= today => return,
        Some(verified_on) => Param::from(verified_on),
        None => Param::from(NOT_VERIFIED),
    };
    out.find(&at, &[Key::RealNameVerifiedOn], params![verified_on: verified_on, today]);
}

const NOT_VERIFIED: Text = Text { zh: "无", en: "none" };

fn registrant_mismatch(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let Some(registrant) = typed(registration.registrant.as_ref()) else {
        return out.needs_input(&at, &[Key::Registrant]);
    };
    if cx.principal.is_none() && cx.filed_principal.is_none() {
        out.registry(cx);
        return;
    }
    let Some(principal) = cx.principal_name else { return };
    let is_owner = same_name(registrant, principal) || is_legal_representative(cx, registrant);
    // Who the representative is is not said: the registrant may be.
    let is_untold = |out: &Out| {
        !cx.is_individual()
            && out.is_blocked(&At::ROOT, &[Key::Principal, Key::LegalRepresentative, Key::Name])
    };
    if !is_owner && !is_untold(out) && !out.is_blocked(&At::ROOT, &[Key::Principal, Key::Name]) {
        out.find(
            &at,
            &[Key::Registrant],
            params![
                registrant: Param::name(registrant),
                principal: Param::name(principal),
            ],
        );
    }
}

/// Whether two names are the same as people write them: brackets and white space of either width.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a == b || !begin_apart(a, b) && folded(a).eq(folded(b))
}

/// Whether two names begin with different Chinese characters, which have one form: most names are told from each other
/// by that.
fn begin_apart(a: &str, b: &str) -> bool {
    match (a.as_bytes(), b.as_bytes()) {
        ([a @ 0xe4..=0xe9, a_2, a_3, ..], [b @ 0xe4..=0xe9, b_2, b_3, ..]) => (a, a_2, a_3) != (b, b_2, b_3),
        _ => false,
    }
}

/// A name without what people write in different ways.
pub(crate) fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '（' => '(',
        '）' => ')',
        '·' | '•' | '・' => '·',
        c => c.to_ascii_lowercase(),
    })
}

/// Whether this is the legal representative of whoever files, unless that is an individual.
pub(crate) fn is_legal_representative(cx: &Cx<'_>, name: &str) -> bool {
    let stated = cx.principal.or_else(|| cx.filed_principal?.principal.as_ref());
    let representative = stated.and_then(|principal| principal.legal_representative.as_ref());
    !cx.is_individual()
        && representative
            .and_then(|person| typed(person.name.as_ref()))
            .is_some_and(|own| same_name(own, name))
}

fn filed_by_other(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let own = cx.filed_principal;
    let is_other = |filed: &crate::registry::Filed<'_>| !own.is_some_and(|own| own.is_same(filed.principal));
    let mut filings = registry.websites_under(name).chain(registry.apps_with_domain(name));
    if let Some(filed) = filings.find(is_other) {
        let number = filed.service.filing_number.as_deref().or(filed.principal.filing_number.as_deref());
        out.find(
            &node.at,
            &[Key::Registration, Key::Registrant],
            params![
                filing_number: Param::name(number.unwrap_or("?")),
            ],
        );
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn several_on_website(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    if website.domains.len() > 1 {
        out.find(&node.at, &[Key::Domains], params![count: website.domains.len()]);
    }
}

fn not_registrable(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let (Service::Website(_), Some(name)) = (node.service.service, name(node)) else { return };
    // How many labels a suffix has that is not approved is not known: `co.uk` is none of the table's.
    let is_known = name.suffix().approval() == Approval::Approved;
    if is_known && name.level() > 2 && name.suffix().as_ascii() != "gov.cn" {
        let registrable = Param::name(name.registrable().to_unicode());
        out.find(&node.at, &[Key::Name], params![registrable: registrable]);
    }
}

fn suffix_reserved(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    use PrincipalKind as Kind;
    let Some(name) = name(node) else { return };
    let suffix = name.suffix();
    let Some(kinds): Option<&[Kind]> = (match suffix.as_ascii() {
        "gov.cn" | "xn--zfr164b" | "xn--zfr164b.cn" => Some(&[Kind::Government, Kind::PublicInstitution]),
        "edu.cn" => Some(&[Kind::PublicInstitution, Kind::PrivateNonEnterprise, Kind::Government]),
        "mil.cn" => Some(&[Kind::Military]),
        "ac.cn" => Some(&[
            Kind::PublicInstitution,
            Kind::Government,
            Kind::Military,
            Kind::SocialOrganization,
            Kind::PrivateNonEnterprise,
            Kind::Foundation,
        ]),
        "org.cn" | "xn--55qw42g" | "xn--55qw42g.cn" => Some(&[
            Kind::SocialOrganization,
            Kind::PrivateNonEnterprise,
            Kind::Foundation,
            Kind::MassOrganization,
            Kind::PublicInstitution,
            Kind::Government,
            Kind::ReligiousBody,
        ]),
        _ => None,
    }) else {
        return;
    };
    if cx.principal.is_none() && cx.principal_kind.is_none() {
        out.registry(cx);
        return;
    }
    let Some(principal) = cx.principal_kind else { return };
    if principal != Kind::OtherOrganization && !kinds.contains(&principal) {
        let suffix = Param::name(suffix.to_unicode());
        out.find(&node.at, &[Key::Name], params![suffix: suffix, principal: principal]);
    }
}

fn registrant_certificate_mismatch(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if name(node).is_none() {
        return;
    }
    let Some(registration) = &node.domain.registration else { return };
    let at = node.at.key(Key::Registration);
    let registered = registration.certificate.as_ref().and_then(|certificate| certificate.number.as_ref());
    let (Some(registered), Some(registrant)) = (typed(registered), typed(registration.registrant.as_ref()))
    else {
        return;
    };
    if cx.principal.is_none() && cx.filed_principal.is_none() {
        if !out.is_blocked(&at, &[Key::Registrant]) {
            out.registry(cx);
        }
        return;
    }
    let Some(principal) = cx.principal.or_else(|| cx.filed_principal?.principal.as_ref()) else { return };
    let by_representative = !cx.principal_name.is_some_and(|name| same_name(name, registrant));
    let certificate = if by_representative {
        if !is_legal_representative(cx, registrant) {
            return;
        }
        principal.legal_representative.as_ref().and_then(|person| person.certificate.as_ref())
    } else if out.doubts_certificate() {
        return;
    } else {
        principal.certificate.as_ref()
    };
    let Some(own) = certificate.and_then(|certificate| typed(certificate.number.as_ref())) else { return };
    if own == registered || own.eq_ignore_ascii_case(registered) {
        return;
    }
    // Of a kind that its holder cannot have, the number says nothing.
    let number = [Key::Principal, Key::LegalRepresentative, Key::Certificate, Key::Number];
    let kind = [Key::Principal, Key::Certificate, Key::Kind];
    let is_said =
        by_representative && (out.is_blocked(&At::ROOT, &number) || out.is_blocked(&At::ROOT, &kind));
    if !is_said && !out.is_blocked(&at, &[Key::Registrant]) {
        out.find(
            &at,
            &[Key::Certificate, Key::Number],
            params![registered: Masked::of(registered), principal: Masked::of(own)],
        );
    }
}

fn real_name_too_recent(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    let Some(verified_on) = registration.real_name_verified_on else { return };
    let registrar = registration.registrar.as_ref();
    let earliest = match registrar.map(|registrar| registrar.same_provider) {
        None => return out.needs_input(&at, &[Key::Registrar]),
        Some(None) => return out.needs_input(&at, &[Key::Registrar, Key::SameProvider]),
        Some(Some(true)) => {
            let Some(days) = out.limit(cx, Limit::RealNameDaysHere) else { return };
            verified_on.checked_add_days(Days::new(days.into()))
        }
        // Some providers count natural days for other registrars too.
        Some(Some(false)) if cx.limits().real_name_days_elsewhere.is_some() => {
            let Some(days) = out.limit(cx, Limit::RealNameDaysElsewhere) else { return };
            verified_on.checked_add_days(Days::new(days.into()))
        }
        Some(Some(false)) => {
            let Some(days) = out.limit(cx, Limit::RealNameWorkingDaysElsewhere) else { return };
            if cx.verified_by().is_some_and(|latest| verified_on <= latest) {
                return;
            }
            let days = u16::try_from(days).unwrap_or(u16::MAX);
            cx.rulebook.calendar().add_working_days(verified_on, days).map(|counted| counted.date)
        }
    };
    if let Some(earliest) = earliest.filter(|earliest| cx.context.today < *earliest) {
        out.find(&at, &[Key::RealNameVerifiedOn], params![verified_on, earliest]);
    }
}

fn on_hold(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some((registration, at)) = registration(node, out) else { return };
    match registration.on_hold {
        Some(false) => {}
        Some(true) => out.find(&at, &[Key::OnHold], params![]),
        None => out.needs_input(&at, &[Key::OnHold]),
    }
}

fn resolving(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let (Service::Website(_), Some(_)) = (node.service.service, name(node)) else { return };
    match node.domain.resolves {
        Some(false) => {}
        Some(true) => out.find(&node.at, &[Key::Resolves], params![]),
        None => out.needs_input(&node.at, &[Key::Resolves]),
    }
}

fn in_progress(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    let Some(registry) = out.registry(cx) else { return };
    if let Some(order) = registry.order_on_domain(name) {
        let order = order.kind.map_or_else(|| Param::name("?"), Param::from);
        out.find(&node.at, &[Key::Name], params![order: order]);
    } else if registry.orders_in_progress().iter().any(|order| order.domains.is_none()) {
        out.needs_context(&[Key::Registry, Key::OrdersInProgress, Key::Domains]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn blacklisted(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    let Some(registry) = out.registry(cx) else { return };
    match registry.is_domain_blacklisted(name) {
        Some(true) => out.find(&node.at, &[Key::Name], params![]),
        Some(false) => {}
        None => out.needs_context(&[Key::Registry, Key::BlacklistedDomains]),
    }
}

fn suffix_of_public_body(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    let suffix = name.suffix();
    let is_under = |end: &str| {
        let suffix = suffix.as_ascii();
        suffix == end || suffix.strip_suffix(end).is_some_and(|rest| rest.ends_with('.'))
    };
    // 公益, 政务
    let (is_fit, accepted) = match cx.principal_kind {
        Some(PrincipalKind::PublicInstitution) => {
            (is_under("cn") || is_under("xn--55qw42g"), Text { zh: ".cn 或 .公益", en: ".cn or .公益" })
        }
        Some(PrincipalKind::Government) => (
            is_under("gov.cn") || is_under("xn--zfr164b") || is_under("xn--zfr164b.cn"),
            Text { zh: ".gov.cn 或 .政务", en: ".gov.cn or .政务" },
        ),
        _ => return,
    };
    if let (false, Some(principal)) = (is_fit, cx.principal_kind) {
        let suffix = Param::name(suffix.to_unicode());
        out.find(&node.at, &[Key::Name], params![suffix: suffix, principal: principal, accepted: accepted]);
    }
}

fn resolves_here_early(_: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    let addresses = node.domain.addresses.iter().flatten().map(|address| address.trim());
    let own: BTreeSet<&str> = node.service.service.resources().iter().filter_map(address).collect();
    if let Some(address) = addresses.into_iter().find(|address| own.contains(address)) {
        out.find(&node.at, &[Key::Addresses], params![address: Param::name(address)]);
    }
}

fn filed_registration_expired(cx: &Cx<'_>, out: &mut Out) {
    if out.registry(cx).is_none() {
        return;
    }
    let key = |domain: &Domain| Some(DomainName::parse(domain.name.as_deref()?).ok()?.as_ascii().to_owned());
    let filed = cx.filed_principal.into_iter().flat_map(|filed| &filed.services);
    let domains = filed.filter_map(|filed| filed.service.as_ref()).flat_map(Service::domains);
    let today = cx.context.today;
    let ended = domains.filter(|domain| {
        let expires_on = domain.registration.as_ref().and_then(|known| known.expires_on);
        expires_on.is_some_and(|expires_on| expires_on < today)
    });
    let mut ended: BTreeSet<String> = ended.filter_map(key).collect();
    if ended.is_empty() {
        return;
    }
    for own in cx.order.services().iter().flat_map(Service::domains).filter_map(key) {
        ended.remove(&own);
    }
    if !ended.is_empty() {
        out.find(&At::ROOT, &[], params![domains: Param::List(ended.into_iter().map(Param::name).collect())]);
    }
}
