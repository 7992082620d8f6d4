//! Rules of the group `app`: platforms, packages and domains of an APP.

use crate::documents;
use crate::fields::{self, Given};
use crate::fitting;
use crate::params::Param;
use crate::path::Key;
use crate::registry::Filed;
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::service::Service;
use crate::source::{Chapter, Origin};
use crate::value::{Fingerprint, PackageName, PublicKey};
use crate::walk::{typed, Check, Cx, DomainNode, Out, PackageNode, PlatformNode, ServiceNode};

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
        check: &[Check::Service(offline)],
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
    if cx.packages().is_repeated(node.package) {
        out.find(
            &node.at,
            &[Key::Name],
            params![name: Param::name(name.as_str()), platform: name.platform()],
        );
    }
}

fn package_name_taken(cx: &Cx<'_>, node: &PackageNode<'_>, out: &mut Out) {
    let Some(name) = name(node) else { return };
    if let Some(earlier) = cx.packages().earlier_service(node.package) {
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
    if let Err(reason) = Fingerprint::parse(platform, fingerprint) {
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
