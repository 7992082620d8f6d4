//! Rules of the group `app`: platforms, packages and domains of an APP.

use std::collections::BTreeSet;

use crate::documents;
use crate::fields::{self, Given};
use crate::fitting;
use crate::language::{Term, Text};
use crate::params::Param;
use crate::path::Key;
use crate::principal::PrincipalKind;
use crate::registry::Filed;
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rules::name::names;
use crate::service::{App, PlatformKind, Service, ServiceKind};
use crate::source::{Chapter, Origin};
use crate::value::{DomainName, FilingNumber, Fingerprint, PackageName, PublicKey};
use crate::walk::{typed, Check, Cx, DomainNode, Out, PackageNode, PlatformNode, PrincipalNode, ServiceNode};
use crate::words::{folded, List};

const FILING: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AccessFiling, Chapter::AddService, Chapter::AddServiceFromElsewhere];

const ALL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

rule_group! {
    /// On each platform an APP has at least one package, each with its name; on Android, iOS and HarmonyOS with
    /// its public key and its fingerprint as well. The guide asks for these "as needed", with iOS and Android
    /// as examples.
    ///
    /// **Why.** The package is what the filing is compared with when the APP is distributed.
    ///
    /// **Example.** An Android package without public key.
    PACKAGE_MISSING = "app.package-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "APP 特征信息 · 包信息", form: None },
        summary: {
            zh: "每个运行平台至少填写一个包，并填写包名、公钥和签名 MD5 值",
            en: "On each platform an APP has at least one package, with name, public key and fingerprint.",
        },
        message: {
            zh: "缺少“{field}”，请补充。每个运行平台至少填写一个安装包的信息，可从该平台的安装包或签名证书中获取。",
            en: "Missing: {field}. Each platform has at least one package; its particulars are read from the package or its signing certificate.",
        },
        check: &[Check::Platform(no_package), Check::Package(package_incomplete)],
    }

    /// In a filing order each platform names the domains that the APP uses on this provider's resources.
    ///
    /// **Why.** The guide asks for them; a platform without one is queried by the reviewer.
    ///
    /// **Example.** An APP whose iOS platform lists no domain.
    DOMAIN_MISSING = "app.domain-missing" {
        severity: Warning,
        orders: FILING,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: FILING, section: "APP 特征信息 · 域名", form: None },
        summary: {
            zh: "每个运行平台须填写 APP 使用的域名",
            en: "Each platform names the domains that the APP uses.",
        },
        message: {
            zh: "该运行平台缺少“{field}”。请填写 APP 在本接入商云资源上使用的域名；没有域名的，审核人员会要求说明。",
            en: "Missing for this platform: {field}. Give the domains that the APP uses on this provider's resources; a reviewer asks about a platform without one.",
        },
        check: &[Check::Platform(no_domain), Check::Domain(domain_name_missing)],
    }

    /// A package name follows the grammar of its platform.
    ///
    /// **Why.** A name that the platform does not allow is not that of an installed APP.
    ///
    /// **Example.** `com.example.my-app` on Android, where a hyphen cannot stand.
    PACKAGE_NAME_MALFORMED = "app.package-name-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, platform],
        source: Origin::Guide {
            chapters: ALL,
            section: "APP 特征信息 · APP 包名",
            form: Some("Android、Apple、HarmonyOS 开发文档的包名规则"),
        },
        summary: {
            zh: "APP 包名须符合运行平台的命名规则",
            en: "A package name follows the grammar of its platform.",
        },
        message: {
            zh: "APP 包名（{platform}）不合规则：{reason}。请填写安装包中的实际包名，例如 com.example.app。",
            en: "The package name ({platform}) is wrong: {reason}. Give the name that the installed package has, such as com.example.app.",
        },
        check: &[Check::Package(package_name_malformed)],
        remedy: way::package_name,
    }

    /// The packages of one APP on one platform have different names. The same name on different platforms is
    /// fine. Letters count alike in either case.
    ///
    /// **Why.** Two packages of one name on one platform are one package.
    ///
    /// **Example.** An APP that lists `com.example.app` twice under Android.
    PACKAGE_NAME_REPEATED = "app.package-name-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, platform],
        source: Origin::Guide { chapters: ALL, section: "APP 特征信息 · APP 包名", form: None },
        summary: {
            zh: "同一 APP 的同一运行平台，包名不可相同",
            en: "The packages of one APP on one platform have different names.",
        },
        message: {
            zh: "同一 APP 的同一运行平台（{platform}）重复填写了包名 {name}。请删除重复的包，或改为实际包名。",
            en: "This APP lists the package name {name} twice on {platform}. Remove the repetition, or give the package's own name.",
        },
        check: &[Check::Package(package_name_repeated)],
        remedy: way::remove_package,
    }

    /// No two APPs of one principal share a package name, on any platform: neither in the order nor with what
    /// the principal has filed. APPs of different principals may.
    ///
    /// **Why.** The name tells which APP of the principal it is.
    ///
    /// **Example.** A company files a second APP under the package name of its first.
    PACKAGE_NAME_TAKEN = "app.package-name-taken" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [name, app],
        source: Origin::Guide { chapters: ALL, section: "APP 特征信息 · APP 包名", form: None },
        summary: {
            zh: "同一主体的不同 APP，包名不可相同",
            en: "No two APPs of one principal share a package name.",
        },
        message: {
            zh: "包名 {name} 已被同一主体的另一个 APP（{app}）使用。不同 APP 的包名不可相同，请改为本 APP 的实际包名；若是同一个 APP，请合并为一个服务填写。",
            en: "The package name {name} belongs to another APP of this principal ({app}). Give this APP's own name, or, if both are one APP, file it as one service.",
        },
        check: &[Check::Package(package_name_taken)],
    }

    /// The fingerprint is that of the signing certificate: on Android its MD5, 32 hexadecimal digits; on Apple's
    /// platforms its SHA-1, 40; elsewhere 32, 40 or 64. Either case, colons or spaces between bytes.
    ///
    /// **Why.** A fingerprint of another hash does not match what the store reports.
    ///
    /// **Example.** The SHA-256 fingerprint on Android.
    FINGERPRINT_MALFORMED = "app.fingerprint-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, platform],
        source: Origin::Guide { chapters: ALL, section: "APP 特征信息 · 签名 MD5 值", form: None },
        summary: {
            zh: "安卓填写证书 MD5 值，苹果填写证书 SHA-1 值，均为十六进制",
            en: "The fingerprint is the certificate's MD5 on Android, its SHA-1 on Apple's platforms, in hexadecimal.",
        },
        message: {
            zh: "签名 MD5 值（{platform}）有误：{reason}。请从签名证书中重新复制。",
            en: "The fingerprint ({platform}) is wrong: {reason}. Copy it from the signing certificate again.",
        },
        check: &[Check::Package(fingerprint_malformed)],
        remedy: way::fingerprint,
    }

    /// The public key is that of the signing certificate: 64 hexadecimal or Base64 digits or more, and neither a
    /// private key nor a whole certificate.
    ///
    /// **Why.** The key proves whose package it is. A private key that was handed in has leaked.
    ///
    /// **Example.** The fingerprint pasted into the field of the key.
    PUBLIC_KEY_MALFORMED = "app.public-key-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        source: Origin::Guide {
            chapters: ALL,
            section: "APP 特征信息 · 平台公钥",
            form: Some("十六进制或 Base64 编码的公钥"),
        },
        summary: {
            zh: "平台公钥须为十六进制或 Base64 编码的公钥",
            en: "The public key is given in hexadecimal or Base64, and is neither a private key nor a certificate.",
        },
        message: {
            zh: "平台公钥有误：{reason}。请从签名证书中重新复制公钥。",
            en: "The public key is wrong: {reason}. Copy the public key from the signing certificate again.",
        },
        check: &[Check::Package(public_key_malformed)],
        remedy: way::public_key,
    }

    /// An APP that uses no network at all needs no filing.
    ///
    /// Whether it uses the network is an optional input: where it is not given, it does.
    ///
    /// **Why.** A filing is of what is served over the internet.
    ///
    /// **Example.** A calculator that never opens a connection.
    OFFLINE = "app.offline" {
        severity: Advice,
        orders: FILING,
        needs: [],
        params: [],
        source: Origin::Document(documents::APP_FILING_OF_UCLOUD, "无需备案的 APP"),
        cited: [Huawei: documents::RULES_OF_HUAWEI, "无需备案的 App"],
        summary: {
            zh: "不联网的单机 APP 无需备案",
            en: "An APP that uses no network at all needs no filing.",
        },
        message: {
            zh: "该 APP 不使用网络。单机 APP 无需备案，请确认确需备案后再提交。",
            en: "The APP uses no network, and such an APP needs no filing. Make sure that it does before submitting.",
        },
        check: &[Check::App(offline)],
    }

    /// An access filing adds no platform and no package to a filed APP: the filing is changed first.
    ///
    /// **Why.** A new platform is a change of the service, with the provider that filed it.
    ///
    /// **Example.** An APP that is filed for Android is accessed with iOS as well.
    PLATFORM_NOT_FILED = "app.platform-not-filed" {
        severity: Blocker,
        orders: ACCESS,
        needs: [Registry],
        params: [platform],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "新增运行平台"),
        summary: {
            zh: "接入备案不能为已备案 APP 新增运行平台或安装包，须先变更",
            en: "An access filing adds no platform and no package to a filed APP.",
        },
        message: {
            zh: "已备案的 APP 没有该运行平台或安装包（{platform}），接入备案不能新增。请先在原接入商办理变更服务，再办理接入。",
            en: "The APP is filed without this platform or package ({platform}), and an access filing cannot add it. Change the service with its provider first, then access it.",
        },
        check: &[Check::Platform(platform_not_filed), Check::Package(package_not_filed)],
        remedy: way::change_the_filing_first,
    }

    /// The new name of a filed APP is not that of another APP of the principal. In a filing order, what has a filed
    /// name is that APP.
    ///
    /// **Why.** The name tells which APP of the principal it is. Different principals may share one.
    ///
    /// **Example.** A company renames its second APP to the name of its first.
    NAME_TAKEN = "app.name-taken" {
        severity: Blocker,
        orders: CHANGE,
        needs: [Registry],
        params: [name, filing_number],
        source: Origin::Document(documents::APP_FILING_OF_UCLOUD, "APP 名称填写规则"),
        summary: {
            zh: "同一主体的不同 APP，名称不可相同",
            en: "No two APPs of one principal have the same name.",
        },
        message: {
            zh: "名称“{name}”已用于同一主体的另一个 APP（{filing_number}）。不同 APP 的名称不可相同，请更换名称。",
            en: "{name} is the name of another APP of this principal ({filing_number}). Choose another.",
        },
        check: &[Check::App(name_taken)],
    }

    /// On HarmonyOS a fingerprint of 64 digits is a SHA-256. The sources do not say which hash is meant; the field is
    /// labelled MD5, and 32 or 40 digits are what other platforms give.
    ///
    /// **Why.** A fingerprint of another hash does not match what the store reports.
    ///
    /// **Example.** The SHA-256 that the console of the store shows.
    FINGERPRINT_LONG = "app.fingerprint-long" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Document(documents::APP_FEATURES_OF_UCLOUD, "鸿蒙"),
        summary: {
            zh: "鸿蒙签名指纹宜为 MD5 或 SHA-1 值",
            en: "A fingerprint on HarmonyOS is an MD5 or a SHA-1.",
        },
        message: {
            zh: "该指纹为 64 位（SHA-256），签名 MD5 值一栏可能不接受。请从开发者证书中获取 MD5（32 位）或 SHA-1（40 位）值。",
            en: "This fingerprint has 64 digits, a SHA-256, which the field may not take. Read the MD5 (32 digits) or the SHA-1 (40) from the developer certificate.",
        },
        check: &[Check::Package(fingerprint_long)],
    }

    /// A mini program or quick app is filed through the platform that distributes it.
    ///
    /// **Why.** A cloud provider files websites and APPs only.
    ///
    /// **Example.** An APP called `青禾小程序`.
    MINI_PROGRAM = "app.mini-program" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::APP_FILING_OF_UCLOUD, "哪些 APP 需要备案"),
        summary: {
            zh: "小程序、快应用通过分发平台备案",
            en: "Mini programs and quick apps are filed through the platform that distributes them.",
        },
        message: {
            zh: "名称含“{words}”。小程序、快应用应通过其分发平台提交备案，不在云服务商处办理；确为独立安装的 APP 的，建议更换名称。",
            en: "The name has {words}. Mini programs and quick apps are filed through the platform that distributes them, not here; an APP of its own had better have another name.",
        },
        check: &[Check::App(mini_program)],
    }

    /// An SDK is named with its provider. Where the provider is not on the form's list, the remark names provider and
    /// kind; with a remark the rule is silent.
    ///
    /// **Why.** This provider's form asks for kind and provider of each SDK.
    ///
    /// **Example.** `支付`, without a word on whose.
    SDK_PROVIDER_MISSING = "app.sdk-provider-missing" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [sdk],
        source: Origin::Document(documents::APP_FILING_OF_UCLOUD, "SDK"),
        providers: [Ucloud],
        summary: {
            zh: "使用外部 SDK 的，须写明服务商",
            en: "An SDK is named with its provider.",
        },
        message: {
            zh: "SDK“{sdk}”只写了类型，没有写服务商。请补充服务商名称；服务商不在列表内的，请在备注中写明 SDK 的服务商名称和类型。",
            en: "{sdk} is a kind of SDK, not whose it is. Add the provider; one that is not on the list is named in the remark, with the kind.",
        },
        check: &[Check::App(sdk_provider_missing)],
    }

    /// All domains that an APP uses are listed, each on a platform, and each platform's domain is one of them.
    ///
    /// **Why.** This provider's form picks the domains of the platforms from the list of all.
    ///
    /// **Example.** `api.example.com` on Android, missing from the list.
    DOMAIN_NOT_LISTED = "app.domain-not-listed" {
        severity: Blocker,
        orders: FILING,
        needs: [Inputs],
        params: [domain, lacks],
        source: Origin::Document(documents::APP_FILING_OF_UCLOUD, "APP 备案域名"),
        providers: [Ucloud],
        summary: {
            zh: "APP 使用的全部域名须逐一填写，并选择到运行平台",
            en: "All domains of an APP are listed, each on a platform.",
        },
        message: {
            zh: "域名 {domain} {lacks}。APP 使用的全部域名须逐一填写，并至少选择到一个运行平台。",
            en: "{domain} {lacks}. All domains that the APP uses are listed, and each is chosen for a platform at least.",
        },
        check: &[Check::App(domain_not_listed)],
    }

    /// A store that checks the filing takes certificate numbers of these shapes: an enterprise's of up to 18 letters
    /// and digits, a person's of 15 or 18, another body's of up to 64 letters, digits and hyphens.
    ///
    /// One store's guide; the filing itself takes others.
    ///
    /// **Why.** The APP is listed only where both agree.
    ///
    /// **Example.** An individual with a passport.
    STORE_REFUSES_CERTIFICATE = "app.store-refuses-certificate" {
        severity: Advice,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [shape],
        source: Origin::Document(documents::APP_GALLERY, "ICP 备案 · 证件号码"),
        summary: {
            zh: "应用商店核对备案时对证件号码有格式要求",
            en: "A store that checks the filing takes certificate numbers of certain shapes.",
        },
        message: {
            zh: "该证件号码可能无法通过应用商店的备案核对（{shape}）。备案不受影响，上架前请与应用商店确认。",
            en: "A store may not take this certificate number when it checks the filing ({shape}). The filing is not affected; ask the store before listing the APP.",
        },
        check: &[Check::Principal(store_refuses_certificate)],
    }
}

fn no_package(cx: &Cx<'_>, node: &PlatformNode<'_>, out: &mut Out) {
    fields::missing(fields::PACKAGES, node.platform, Given::default(), &node.at, cx, out);
}

fn package_incomplete(cx: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let given = Given { certificate: None, platform: Some(node.platform.platform.platform) };
    fields::missing(fields::PACKAGE, node.package, given, &node.at, cx, out);
}

fn no_domain(cx: &Cx<'_>, node: &PlatformNode<'_>, out: &mut Out) {
    fields::missing(fields::APP_DOMAINS, node.platform, Given::default(), &node.at, cx, out);
}

fn domain_name_missing(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Service::App(_) = node.service.service {
        fields::missing(fields::APP_DOMAIN, node.domain, Given::default(), &node.at, cx, out);
    }
}

fn package_name_malformed(_: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    if let Some(Err(reason)) = node.name {
        out.find(&node.at, &[Key::Name], params![reason, platform: node.platform.platform.platform]);
    }
}

/// The package's name, where it is well-formed.
fn name<'a>(node: &PackageNode<'a>) -> Option<PackageName<'a>> {
    node.name?.ok()
}

fn package_name_repeated(cx: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    if cx.packages().is_some_and(|packages| packages.is_repeated(node.package)) {
        out.find(
            &node.at,
            &[Key::Name],
            params![name: Param::name(name.as_str()), platform: name.platform()],
        );
    }
}

fn package_name_taken(cx: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    if let Some(earlier) = cx.packages().and_then(|packages| packages.earlier_service(node.package)) {
        let app = earlier.name().unwrap_or("?").trim();
        return out.find(
            &node.at,
            &[Key::Name],
            params![name: Param::name(name.as_str()), app: Param::name(app)],
        );
    }
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let own = cx.filed_principal;
    let this = match own.map(|own| fitting::filed_service(own, node.platform.service.service, registry)) {
        // Without a name or a number it may be any of them: what is missing is the finding.
        Some(None) => return,
        Some(Some(filed)) => filed,
        None => None,
    };
    let is_other_of_own = |filed: &Filed<'_>| {
        own.is_some_and(|own| own.is_same(filed.principal))
            && !this.is_some_and(|this| std::ptr::eq(this.service, filed.service))
    };
    let mut filings = registry.apps_with_package(name.as_str());
    if let Some(filed) = filings.find(is_other_of_own) {
        let app = filed.service.service.as_ref().and_then(Service::name);
        let app = app.or(filed.service.filing_number.as_deref()).unwrap_or("?").trim();
        out.find(&node.at, &[Key::Name], params![name: Param::name(name.as_str()), app: Param::name(app)]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn fingerprint_malformed(_: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let platform = node.platform.platform.platform;
    let Some(fingerprint) = typed(node.package.fingerprint.as_ref()) else { return };
    if let Err(reason) = Fingerprint::check(platform, fingerprint) {
        out.find(&node.at, &[Key::Fingerprint], params![reason, platform]);
    }
}

fn public_key_malformed(_: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let Some(key) = typed(node.package.public_key.as_ref()) else { return };
    if let Err(reason) = PublicKey::parse(key) {
        out.find(&node.at, &[Key::PublicKey], params![reason]);
    }
}

fn offline(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::App(app) = node.service else { return };
    if app.uses_network == Some(false) {
        out.find(&node.at, &[Key::UsesNetwork], params![]);
    }
}

/// The APP as it is filed; where what is filed is not all known the rule is undetermined.
fn filed_app<'a>(cx: &Cx<'a>, service: &ServiceNode<'_>, out: &mut Out) -> Option<&'a App> {
    if !cx.is_identified(out) {
        return None;
    }
    let registry = out.registry(cx)?;
    let own = cx.filed_principal.and_then(|own| fitting::filed_service(own, service.service, registry));
    let Some(filed) = own.flatten() else {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return None;
    };
    match filed.service.service.as_ref() {
        // A filing that tells no platform says nothing of them.
        Some(Service::App(app)) if !app.platforms.is_empty() => Some(app),
        _ => {
            out.needs(Need::Registry);
            None
        }
    }
}

fn platform_not_filed(cx: &Cx<'_>, node: &PlatformNode<'_>, out: &mut Out) {
    let Some(app) = filed_app(cx, node.service, out) else { return };
    let platform = node.platform.platform;
    if !app.platforms.iter().any(|filed| filed.platform == platform) {
        out.find(&node.at, &[Key::Platform], params![platform]);
    }
}

fn package_not_filed(cx: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    let Some(app) = filed_app(cx, node.platform.service, out) else { return };
    let platform = node.platform.platform.platform;
    let same = app.platforms.iter().filter(|filed| filed.platform == platform);
    let mut filed = same
        .flat_map(|filed| &filed.packages)
        .filter_map(|package| PackageName::parse(platform, typed(package.name.as_ref())?).ok())
        .peekable();
    // Of a platform that is not filed, or is filed without its packages, nothing is compared.
    if filed.peek().is_some() && !filed.any(|filed| filed.canonical() == name.canonical()) {
        out.find(&node.at, &[Key::Name], params![platform]);
    }
}

fn name_taken(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::App(app) = node.service else { return };
    let Some(name) = typed(app.name.as_ref()) else { return };
    // A number that is not this APP's says nothing of whose the name is.
    if out.is_blocked(&node.at, &[Key::FilingNumber]) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(own) = cx.filed_principal else {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
    };
    let number = |text: &str| FilingNumber::parse(text).ok();
    let this = app.filing_number.as_deref().and_then(number);
    let is_other = |filed: &Filed<'_>| {
        let filed_number = filed.service.filing_number.as_deref().and_then(number);
        own.is_same(filed.principal) && this.is_some() && filed_number.is_some() && filed_number != this
    };
    if let Some(filed) = registry.apps_named(name).find(is_other) {
        let filing_number = Param::name(filed.service.filing_number.as_deref().unwrap_or("?").trim());
        out.find(&node.at, &[Key::Name], params![name: Param::name(name), filing_number]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn fingerprint_long(_: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let is_harmony = node.platform.platform.platform == PlatformKind::HarmonyOs;
    let Some(fingerprint) = typed(node.package.fingerprint.as_ref()).filter(|_| is_harmony) else { return };
    let digits = || fingerprint.bytes().filter(u8::is_ascii_hexdigit).count();
    if fingerprint.len() >= 64
        && digits() == 64
        && Fingerprint::check(PlatformKind::HarmonyOs, fingerprint).is_ok()
    {
        out.find(&node.at, &[Key::Fingerprint], params![]);
    }
}

fn mini_program(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::App(_) = node.service else { return };
    let words = node.words().of_list(List::MiniProgram);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

/// Kinds of SDKs, as the forms list them.
const SDK_KINDS: &[&str] =
    &["支付", "定位", "地图", "登录", "推送", "统计", "分享", "短信", "广告", "客服", "其他", "sdk"];

fn sdk_provider_missing(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::App(app) = node.service else { return };
    if typed(app.remark.as_ref()).is_some() {
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

const NOT_LISTED: Term = Term {
    code: "not_listed",
    text: Text { zh: "不在 APP 使用的全部域名中", en: "is not among all domains of the APP" },
};

const ON_NO_PLATFORM: Term = Term {
    code: "on_no_platform",
    text: Text { zh: "没有选择到任何运行平台", en: "is chosen for no platform" },
};

fn domain_not_listed(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::App(app) = node.service else { return };
    let Some(all) = app.all_domains.as_deref() else {
        return out.needs_input(&node.at, &[Key::AllDomains]);
    };
    let parsed = |text: &str| Some(DomainName::parse(text.trim()).ok()?.as_ascii().to_owned());
    let listed: BTreeSet<String> = all.iter().filter_map(|domain| parsed(domain)).collect();
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

const OF_ENTERPRISE: Term = Term {
    code: "enterprise",
    text: Text {
        zh: "企业证件号码须为不超过 18 位的字母或数字",
        en: "an enterprise's has up to 18 letters and digits",
    },
};

const OF_PERSON: Term = Term {
    code: "person",
    text: Text { zh: "个人证件号码须为 15 位或 18 位", en: "a person's has 15 or 18 characters" },
};

const OF_BODY: Term = Term {
    code: "body",
    text: Text {
        zh: "其他单位证件号码须为不超过 64 位的字母、数字或短横线",
        en: "a body's has up to 64 letters, digits and hyphens",
    },
};

fn store_refuses_certificate(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(kind) = cx.principal_kind else { return };
    let certificate = node.principal.certificate.as_ref();
    let Some(number) = certificate.and_then(|certificate| typed(certificate.number.as_ref())) else { return };
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
