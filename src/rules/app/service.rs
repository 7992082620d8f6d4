//! An APP as a service.

use crate::engine::context::CheckContext;
use crate::engine::filed::{at_keys, Unknown};
use crate::engine::nodes::{DomainNode, PlatformNode, PrincipalNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::model::principal::PrincipalKind;
use crate::model::registry::{Filed, FiledService};
use crate::model::service::{Service, ServiceKind};
use crate::path::Key;
use crate::report::{Need, Param};
use crate::rule::{documents, Grade, Provider, Severity, Step};
use crate::rulebook::words::folded;
use crate::rulebook::words::List;
use crate::rules::completeness;
use crate::rules::name::names;
use crate::text::{filled, set, Term, Text};
use crate::value::{DomainName, FilingNumber};
use std::collections::BTreeSet;

rule! {
    /// In a filing order each platform names the domains that the APP uses on this provider's resources.
    ///
    /// **Why.** The guide asks for them; a platform without one is queried by the reviewer.
    ///
    /// **Example.** An APP whose iOS platform lists no domain.
    pub(super) DOMAIN_MISSING = "app.domain-missing" {
        severity: Warning,
        orders: FILING,
        needs: [],
        params: [field],
        at: ["/services/{s}/platforms/{p}/domains", "/services/{s}/platforms/{p}/domains/{d}/name"] if Missing,
        sources: [stated(FILING): Step::Services.at("APP · 域名")],
        summary: {
            zh: "每个运行平台须填写 APP 使用的域名",
            en: "The domains that the APP uses must be entered for each platform.",
        },
        message: {
            zh: "该运行平台缺少“{field}”。请填写 APP 在本接入商云资源上使用的域名；没有域名的，审核专员会要求说明。",
            en: "Missing for this platform: {field}. Enter the domains that the APP uses on this provider's resources; if there are none, the reviewer will ask why.",
        },
        check: [Platform(no_domain), Domain(domain_name_missing)],
    }
}

fn no_domain(cx: &CheckContext<'_>, node: &PlatformNode<'_>, out: &mut Outcome) {
    completeness::missing(fields::APP_DOMAINS, node.platform, Given::default(), &node.at, cx, out);
}

fn domain_name_missing(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    if let Service::App(_) = node.service.service {
        completeness::missing(fields::APP_DOMAIN, node.domain, Given::default(), &node.at, cx, out);
    }
}

rule! {
    /// An APP that uses no network at all needs no filing.
    ///
    /// Whether it uses the network is an optional input: where it is not given, it does.
    ///
    /// **Why.** A filing is of what is served over the internet.
    ///
    /// **Example.** A calculator that never opens a connection.
    pub(super) OFFLINE = "app.offline" {
        severity: Advice,
        orders: FILING,
        needs: [],
        params: [],
        at: ["/services"],
        sources: [stated(FILING): documents::APP_FILING_OF_UCLOUD.at("哪些APP需要备案？")],
        summary: {
            zh: "不联网的单机 APP 无须备案",
            en: "A stand-alone APP that does not use the network needs no filing.",
        },
        message: {
            zh: "该 APP 不使用网络。单机 APP 无须备案，请确认确需备案后再提交。",
            en: "This APP does not use the network, and stand-alone APPs need no filing. Make sure that a filing is needed before submitting.",
        },
        check: [App(offline)],
    }
}

fn offline(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::App(app) = node.service else { return };
    if app.uses_network == Some(false) {
        out.find(&node.at, &[Key::UsesNetwork], params![]);
    }
}

rule! {
    /// The new name of a filed APP is not that of another APP of the principal. In a filing order, what has a filed
    /// name is that APP.
    ///
    /// One provider says so; with others it is a warning.
    ///
    /// **Why.** The name tells which APP of the principal it is. Different principals may share one.
    ///
    /// **Example.** A company renames its second APP to the name of its first.
    pub(super) NAME_TAKEN = "app.name-taken" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "UCloud 以外的接入商",
            "with other providers than UCloud",
        )],
        orders: CHANGE,
        needs: [Registry, Inputs],
        params: [name, filing_number],
        at: ["/services/{s}/name"],
        sources: [stated(CHANGE): documents::APP_FILING_OF_UCLOUD.at("APP名称填写规则？")],
        summary: {
            zh: "同一主体的不同 APP，名称不可相同",
            en: "Two APPs of one principal must not have the same name.",
        },
        message: {
            zh: "名称“{name}”已用于同一主办者的另一个 APP（{filing_number}）。不同 APP 的名称不能相同，请更换名称。",
            en: "The name “{name}” is already used by another APP of this principal ({filing_number}). Choose another name.",
        },
        check: [App(name_taken)],
    }
}

fn name_taken(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::App(app) = node.service else { return };
    let Some(name) = filled(app.name.as_ref()) else { return };
    // A number that is not this APP's says nothing of whose the name is.
    if out.is_blocked(&node.at, &[Key::FilingNumber]) {
        return;
    }
    let Some(own) = out.filed(cx) else { return };
    let Some(registry) = &cx.context.registry else { return };
    let number = |text: &str| FilingNumber::parse(text).ok();
    let this = app.filing_number.as_deref().and_then(number);
    let is_other = |filed: &Filed<'_>| {
        let filed_number = filed.service.filing_number.as_deref().and_then(number);
        own.is_same(filed.principal) && this.is_some() && filed_number.is_some() && filed_number != this
    };
    if let Some(filed) = registry.apps_named(name).find(is_other) {
        let filing_number = Param::name(filed.service.filing_number.as_deref().unwrap_or("?").trim());
        let grade = match cx.rulebook.provider() {
            Some(Provider::Ucloud) => Severity::Blocker,
            _ => Severity::Warning,
        };
        let params = params![name: Param::name(name), filing_number];
        return out.find_graded(grade, &node.at, &[Key::Name], params, |_| None);
    }
    if !registry.is_complete() {
        return out.needs(Need::Registry);
    }
    if let Some(place) = registry.unnumbered_of(own, ServiceKind::App) {
        return out.needs_unknown(cx, Unknown::ServiceNumber(own, place));
    }
    let is_other = |filed: &FiledService| filed.may_be(ServiceKind::App) && filed.number() != this;
    out.needs_services_known(cx, own, is_other, |service| {
        filled(service.name()).is_none().then(|| at_keys(&[Key::Name]))
    });
}

rule! {
    /// A mini program or quick app is filed through the platform that distributes it.
    ///
    /// **Why.** A cloud provider files websites and APPs only.
    ///
    /// **Example.** An APP called `青禾小程序`.
    pub(super) MINI_PROGRAM = "app.mini-program" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::APP_FILING_OF_UCLOUD.at("哪些APP需要备案？")],
        summary: {
            zh: "小程序、快应用通过分发平台备案",
            en: "Mini programs and quick apps are filed through the platform that distributes them.",
        },
        message: {
            zh: "名称含“{words}”。小程序、快应用应通过其分发平台提交备案，不在云服务商处办理；确为独立安装的 APP 的，建议更换名称。",
            en: "The name contains {words}. Mini programs and quick apps are filed through the platform that distributes them, not with a cloud provider; if this is a stand-alone APP, consider another name.",
        },
        check: [App(mini_program)],
    }
}

fn mini_program(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::App(_) = node.service else { return };
    let words = node.words().of_list(List::MiniProgram);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// An SDK is named with its provider. Where the provider is not on the form's list, the remark names provider and
    /// kind; with a remark the rule is silent.
    ///
    /// **Why.** This provider's form asks for kind and provider of each SDK.
    ///
    /// **Example.** `支付`, without a word on whose.
    pub(super) SDK_PROVIDER_MISSING = "app.sdk-provider-missing" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [sdk],
        at: ["/services/{s}/uses_sdks"],
        sources: [stated(WITH_SERVICES): documents::APP_FILING_OF_UCLOUD.at("是否对外提供SDK，怎么选择？")],
        providers: [Ucloud],
        summary: {
            zh: "使用外部 SDK 的，须写明服务商",
            en: "An external SDK must be named with its provider.",
        },
        message: {
            zh: "SDK“{sdk}”只写了类型，没有写服务商。请补充服务商名称；服务商不在列表内的，请在备注中写明 SDK 的服务商名称和类型。",
            en: "The SDK “{sdk}” is given by type only, without its provider. Add the provider's name; if it is not on the list, state the provider and the type in the remark.",
        },
        check: [App(sdk_provider_missing)],
    }
}

rule! {
    /// All domains that an APP uses are listed, each on a platform, and each platform's domain is one of them.
    ///
    /// **Why.** This provider's form picks the domains of the platforms from the list of all.
    ///
    /// **Example.** `api.example.com` on Android, missing from the list.
    pub(super) DOMAIN_NOT_LISTED = "app.domain-not-listed" {
        severity: Blocker,
        orders: FILING,
        needs: [Inputs],
        params: [domain, lacks],
        at: ["/services/{s}/platforms/{p}/domains/{d}/name", "/services"],
        sources: [stated(FILING): documents::APP_FILING_OF_UCLOUD.at("APP备案域名怎么填写？")],
        providers: [Ucloud],
        summary: {
            zh: "APP 使用的全部域名须逐一填写，并选择到运行平台",
            en: "All domains of an APP must be listed and selected for a platform.",
        },
        message: {
            zh: "域名 {domain} {lacks}。APP 使用的全部域名须逐一填写，并至少选择到一个运行平台。",
            en: "{domain} {lacks}. List all domains that the APP uses, and select each of them for at least one platform.",
        },
        check: [App(domain_not_listed)],
    }
}

fn domain_not_listed(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::App(app) = node.service else { return };
    let Some(all) = app.all_domains.as_deref() else {
        return out.needs_input(&node.at, &[Key::AllDomains]);
    };
    let parsed = |text: &str| Some(DomainName::parse(text.trim()).ok()?.as_ascii().to_owned());
    let listed: BTreeSet<String> = set(all.iter().filter_map(|domain| parsed(domain)));
    let mut used: BTreeSet<String> = BTreeSet::new();
    let platforms_at = node.at.key(Key::Platforms);
    for (p, platform) in app.platforms.iter().enumerate() {
        let at = platforms_at.index(p);
        let at = at.key(Key::Domains);
        for (d, domain) in platform.domains.iter().enumerate() {
            let Some(name) = domain.name.as_deref().and_then(parsed) else { continue };
            if !listed.contains(&name) {
                let params = params![domain: Param::name(name.clone()), lacks: NOT_LISTED];
                out.find(&at.index(d), &[Key::Name], params);
            }
            used.insert(name);
        }
    }
    let at = node.at.key(Key::AllDomains);
    for (index, domain) in all.iter().enumerate() {
        let Some(name) = parsed(domain).filter(|name| !used.contains(name)) else { continue };
        out.find(&at.index(index), &[], params![domain: Param::name(name), lacks: ON_NO_PLATFORM]);
    }
}

const NOT_LISTED: Term = Term {
    code: "not_listed",
    text: Text {
        zh: "不在 APP 使用的全部域名中", en: "is not in the list of all domains of the APP"
    },
};

const ON_NO_PLATFORM: Term = Term {
    code: "on_no_platform",
    text: Text { zh: "没有选择到任何运行平台", en: "is not selected for any platform" },
};

rule! {
    /// A store that checks the filing takes certificate numbers of these shapes: an enterprise's of up to 18 letters
    /// and digits, a person's of 15 or 18, another body's of up to 64 letters, digits and hyphens.
    ///
    /// One store's guide; the filing itself takes others.
    ///
    /// **Why.** The APP is listed only where both agree.
    ///
    /// **Example.** An individual with a passport.
    pub(super) STORE_REFUSES_CERTIFICATE = "app.store-refuses-certificate" {
        severity: Advice,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [shape],
        at: ["/principal/certificate/number"],
        sources: [stated(WITH_PRINCIPAL): documents::APP_GALLERY.at("如“主体类型”选择“企业”，请填写统一社会信用代码")],
        summary: {
            zh: "应用商店核对备案时对证件号码有格式要求",
            en: "App stores accept certificate numbers only in certain formats when they check a filing.",
        },
        message: {
            zh: "应用商店核对备案时可能不接受该证件号码（{shape}）。备案不受影响，上架前请与应用商店确认。",
            en: "An app store may not accept this certificate number when it checks the filing ({shape}). The filing itself is not affected; ask the app store before listing the APP.",
        },
        check: [Principal(store_refuses_certificate)],
    }
}

fn store_refuses_certificate(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(kind) = cx.principal_kind else { return };
    let certificate = node.principal.certificate.as_ref();
    let Some(number) = certificate.and_then(|certificate| filled(certificate.number.as_ref())) else {
        return;
    };
    if !cx.order.services().iter().any(|service| service.kind() == ServiceKind::App) {
        return;
    }
    let length = number.chars().count();
    let (fits, shape) = match kind.filed_as() {
        PrincipalKind::Enterprise => {
            (length <= 18 && number.bytes().all(|b| b.is_ascii_alphanumeric()), OF_ENTERPRISE)
        }
        PrincipalKind::Individual => (matches!(length, 15 | 18), OF_PERSON),
        _ => (length <= 64 && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), OF_BODY),
    };
    if !fits {
        out.find(&node.at, &[Key::Certificate, Key::Number], params![shape]);
    }
}

const OF_ENTERPRISE: Term = Term {
    code: "enterprise",
    text: Text {
        zh: "企业证件号码须为不超过 18 位的字母或数字",
        en: "an enterprise's must have at most 18 letters and digits",
    },
};

const OF_PERSON: Term = Term {
    code: "person",
    text: Text {
        zh: "个人证件号码须为 15 位或 18 位", en: "a person's must have 15 or 18 characters"
    },
};

const OF_BODY: Term = Term {
    code: "body",
    text: Text {
        zh: "其他单位证件号码须为不超过 64 位的字母、数字或短横线",
        en: "another body's must have at most 64 letters, digits and hyphens",
    },
};

/// Kinds of SDKs, as the forms list them.
const SDK_KINDS: &[&str] =
    &["支付", "定位", "地图", "登录", "推送", "统计", "分享", "短信", "广告", "客服", "其他", "sdk"];

fn sdk_provider_missing(_: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::App(app) = node.service else { return };
    if filled(app.remark.as_ref()).is_some() {
        return;
    }
    let at = node.at.key(Key::UsesSdks);
    for (index, sdk) in app.uses_sdks.iter().flatten().enumerate() {
        let folded = folded(sdk);
        let kind = folded.strip_suffix("sdk").filter(|kind| !kind.is_empty()).unwrap_or(&folded);
        let kind = kind.strip_suffix('类').unwrap_or(kind);
        if SDK_KINDS.contains(&kind) {
            out.find(&at.index(index), &[], params![sdk: Param::name(sdk.trim())]);
        }
    }
}
