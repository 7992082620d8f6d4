//! Packages of an APP and their names.

use crate::check::package_names::{self, PackageProblem};
use crate::engine::context::CheckContext;
use crate::engine::fitting;
use crate::engine::nodes::{PackageNode, PlatformNode, ServiceNode};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::model::order::OrderKind;
use crate::model::registry::{Filed, FiledService};
use crate::model::service::{App, Service, ServiceKind};
use crate::path::{FieldPath, Key};
use crate::report::{Need, Param};
use crate::rule::{documents, Grade, Provider, Severity, Step};
use crate::rules::app::name;
use crate::rules::completeness;
use crate::rules::remedies;
use crate::text::{filled, Term, Text};
use crate::value::PackageName;

rule! {
    /// On each platform an APP has at least one package, each with its name; on Android, iOS and HarmonyOS with
    /// its public key and its fingerprint as well. The guide asks for these "as needed", with iOS and Android
    /// as examples.
    ///
    /// **Why.** The package is what the filing is compared with when the APP is distributed.
    ///
    /// **Example.** An Android package without public key.
    pub(super) PACKAGE_MISSING = "app.package-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        at: ["/services/{s}/platforms/{p}/packages", "/services/{s}/platforms/{p}/packages/{k}/name", "/services/{s}/platforms/{p}/packages/{k}/public_key", "/services/{s}/platforms/{p}/packages/{k}/fingerprint"] if Missing,
        sources: [stated(WITH_SERVICES): Step::Services.at("APP · APP 包名")],
        summary: {
            zh: "每个运行平台至少填写一个包，并填写包名、公钥和签名 MD5 值",
            en: "Each platform needs at least one package, with its name, public key and certificate fingerprint.",
        },
        message: {
            zh: "缺少“{field}”，请补充。每个运行平台至少填写一个安装包，信息可从该平台的安装包或签名证书中获取。",
            en: "Missing: {field}. Each platform needs at least one package; take the details from the package or its signing certificate.",
        },
        check: [Platform(no_package), Package(package_incomplete)],
    }
}

fn no_package(cx: &CheckContext<'_>, node: &PlatformNode<'_>, out: &mut Outcome) {
    completeness::missing(fields::PACKAGES, node.platform, Given::default(), &node.at, cx, out);
}

fn package_incomplete(cx: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let given = Given { certificate: None, platform: Some(node.platform.platform.platform) };
    completeness::missing(fields::PACKAGE, node.package, given, &node.at, cx, out);
}

rule! {
    /// A package name follows the grammar of its platform.
    ///
    /// **Why.** A name that the platform does not allow is not that of an installed APP.
    ///
    /// **Example.** `com.example.my-app` on Android, where a hyphen cannot stand.
    pub(super) PACKAGE_NAME_MALFORMED = "app.package-name-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, platform],
        at: ["/services/{s}/platforms/{p}/packages/{k}/name"],
        sources: [
            stated(WITH_SERVICES): Step::Services.at("APP · APP 包名"),
            standard(WITH_SERVICES): documents::ANDROID_ID.at("Set the application ID"),
            standard(WITH_SERVICES): documents::APPLE_ID.at("CFBundleIdentifier"),
            standard(WITH_SERVICES): documents::HARMONY_ID.at("bundleName"),
        ],
        summary: {
            zh: "APP 包名须符合运行平台的命名规则",
            en: "A package name must follow the naming rules of its platform.",
        },
        message: {
            zh: "APP 包名（{platform}）有误：{reason}。请填写安装包的实际包名，例如 com.example.app。",
            en: "The package name ({platform}) is not valid: {reason}. Enter the actual name of the package, such as com.example.app.",
        },
        check: [Package(package_name_malformed)],
        remedy: remedies::package_name,
    }
}

fn package_name_malformed(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    if let Some(Err(reason)) = node.name {
        out.find(&node.at, &[Key::Name], params![reason, platform: node.platform.platform.platform]);
    }
}

rule! {
    /// The packages of one APP on one platform have different names. The same name on different platforms is
    /// fine. Letters count alike in either case.
    ///
    /// **Why.** Two packages of one name on one platform are one package.
    ///
    /// **Example.** An APP that lists `com.example.app` twice under Android.
    pub(super) PACKAGE_NAME_REPEATED = "app.package-name-repeated" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, platform],
        at: ["/services/{s}/platforms/{p}/packages/{k}/name"],
        sources: [stated(WITH_SERVICES): Step::Services.at("APP · 同一主体下，同一 APP 的同一个运行平台，使用的 APP 包名不可相同")],
        summary: {
            zh: "同一 APP 的同一运行平台，包名不可相同",
            en: "The packages of one APP on one platform must have different names.",
        },
        message: {
            zh: "同一 APP 的同一运行平台（{platform}）重复填写了包名 {name}。请删除重复的包，或改为实际包名。",
            en: "This APP lists the package name {name} twice on {platform}. Remove the duplicate, or enter the actual package name.",
        },
        check: [Package(package_name_repeated)],
        remedy: remedies::remove_package,
    }
}

fn package_name_repeated(cx: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    if cx.packages().is_some_and(|packages| packages.is_repeated(node.package)) {
        out.find(
            &node.at,
            &[Key::Name],
            params![name: Param::name(name.as_str()), platform: name.platform()],
        );
    }
}

rule! {
    /// No two APPs of one principal share a package name, on any platform: neither in the order nor with what
    /// the principal has filed. APPs of different principals may.
    ///
    /// **Why.** The name tells which APP of the principal it is.
    ///
    /// **Example.** A company files a second APP under the package name of its first.
    pub(super) PACKAGE_NAME_TAKEN = "app.package-name-taken" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [name, app],
        at: ["/services/{s}/platforms/{p}/packages/{k}/name"],
        sources: [stated(WITH_SERVICES): Step::Services.at("APP · 同一主体下，不同 APP 的 APP 包名不可相同")],
        summary: {
            zh: "同一主体的不同 APP，包名不可相同",
            en: "Two APPs of one principal must not share a package name.",
        },
        message: {
            zh: "包名 {name} 已被同一主办者的另一个 APP（{app}）使用。不同 APP 的包名不能相同，请改为本 APP 的实际包名；若是同一个 APP，请合并为一个服务填写。",
            en: "The package name {name} is already used by another APP of this principal ({app}). Enter this APP's actual package name or, if both are the same APP, enter it as one service.",
        },
        check: [Package(package_name_taken)],
    }
}

fn package_name_taken(cx: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    // The name is said once, for all platforms of the APP.
    if is_on_earlier_platform(node, &name) {
        return;
    }
    if let Some(earlier) = cx.packages().and_then(|packages| packages.earlier_service(node.package)) {
        let app = package_names::label(earlier.name(), None);
        return out.find(
            &node.at,
            &[Key::Name],
            params![name: Param::name(name.as_str()), app: Param::name(app)],
        );
    }
    if !cx.is_identified(out) {
        return;
    }
    let Some(own) = out.filed(cx) else { return };
    let Some(registry) = &cx.context.registry else { return };
    let this = match fitting::find_service(own, node.platform.service.service, registry) {
        // An access filing is of what is filed: that this APP is not, another rule says.
        Ok(None) if cx.kind == OrderKind::AccessFiling => return,
        Ok(filed) => filed,
        Err(unknown) => return out.needs_unknown(cx, unknown),
    };
    let is_other_of_own = |filed: &Filed<'_>| {
        own.is_same(filed.principal) && !this.is_some_and(|this| std::ptr::eq(this.service, filed.service))
    };
    let others = registry.apps_with_package(name.as_str()).filter(is_other_of_own);
    let verdict = package_names::taken(name, others.flat_map(packages_of), registry.is_complete());
    if let Some(problem) = out.hear(cx, verdict, &node.at, &[Key::Name]) {
        if let PackageProblem::Taken { name, app } = problem.reason {
            return out.find(&node.at, &[Key::Name], params![name: Param::name(name), app: Param::name(app)]);
        }
    }
    if !registry.is_complete() {
        return out.needs(Need::Registry);
    }
    let is_other_app = |filed: &FiledService| {
        filed.may_be(ServiceKind::App) && !this.is_some_and(|this| std::ptr::eq(this.service, filed))
    };
    out.needs_services_known(cx, own, is_other_app, |service| {
        let Service::App(app) = service else { return None };
        for (place, platform) in app.platforms.iter().enumerate() {
            if let Some(package) = platform.packages.iter().position(|p| filled(p.name.as_ref()).is_none()) {
                return Some(
                    FieldPath::root()
                        .join(Key::Platforms)
                        .join(place)
                        .join(Key::Packages)
                        .join(package)
                        .join(Key::Name),
                );
            }
        }
        None
    });
}

/// Whether an earlier platform of the APP has a package of this name too.
fn is_on_earlier_platform(node: &PackageNode<'_>, name: &PackageName<'_>) -> bool {
    let platforms = node.platform.service.service.platforms().iter();
    let mut earlier = platforms
        .take_while(|platform| !std::ptr::eq(*platform, node.platform.platform))
        .flat_map(|platform| &platform.packages);
    earlier.any(|package| package.name.as_deref().is_some_and(|other| other == name.as_str()))
}

/// The package names of a filed APP, each with what the APP is called.
fn packages_of(filed: Filed<'_>) -> impl Iterator<Item = (&str, &str)> {
    let service = filed.service.service.as_deref();
    let app = package_names::label(service.and_then(Service::name), filed.service.filing_number.as_deref());
    let platforms = match service {
        Some(Service::App(app)) => &*app.platforms,
        _ => &[],
    };
    let packages = platforms.iter().flat_map(|platform| &platform.packages);
    packages.filter_map(move |package| Some((app, package.name.as_deref()?)))
}

rule! {
    /// An access filing adds no platform and no package to a filed APP: the filing is changed first.
    ///
    /// **Inferred.** One provider says that a new platform is a change, another that an access filing changes nothing: so
    /// it is a warning with all but the first.
    ///
    /// **Why.** A new platform is a change of the service, with the provider that filed it.
    ///
    /// **Example.** An APP that is filed for Android is accessed with iOS as well.
    pub(super) PLATFORM_NOT_FILED = "app.platform-not-filed" {
        severity: Blocker,
        grades: &[OF_OTHERS],
        orders: ACCESS,
        needs: [Registry, Inputs],
        params: [platform],
        at: ["/services/{s}/platforms/{p}/platform", "/services/{s}/platforms/{p}/packages/{k}/name"],
        sources: [
            inferred(ACCESS): documents::APP_FILING_OF_HUAWEI.at("特殊场景处理 · 新增平台"),
            inferred(ACCESS): documents::ACCESS_FAQ.at("接入备案过程中能否变更主体、网站信息？"),
        ],
        summary: {
            zh: "接入备案不能为已备案 APP 新增运行平台或安装包，须先变更",
            en: "An access filing cannot add a platform or package to a filed APP; change the filing first.",
        },
        message: {
            zh: "该 APP 备案时没有此运行平台或安装包（{platform}），接入备案不能新增。请先在原接入商办理变更服务，再办理接入备案。",
            en: "This platform or package ({platform}) is not on file for the APP, and an access filing cannot add it. First change the service with the current provider, then submit the access filing.",
        },
        check: [Platform(platform_not_filed), Package(package_not_filed)],
        remedy: remedies::change_the_filing_first,
    }
}

fn platform_not_filed(cx: &CheckContext<'_>, node: &PlatformNode<'_>, out: &mut Outcome) {
    let Some(app) = filed_app(cx, node.service, out) else { return };
    let platform = node.platform.platform;
    if !app.platforms.iter().any(|filed| filed.platform == platform) {
        out.find_graded(of_added(cx), &node.at, &[Key::Platform], params![platform], |_| None);
    }
}

fn package_not_filed(cx: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node) else { return };
    let Some(app) = filed_app(cx, node.platform.service, out) else { return };
    let platform = node.platform.platform.platform;
    let same = app.platforms.iter().filter(|filed| filed.platform == platform);
    let mut filed = same
        .flat_map(|filed| &filed.packages)
        .filter_map(|package| PackageName::parse(platform, filled(package.name.as_ref())?).ok())
        .peekable();
    // Of a platform that is not filed, or is filed without its packages, nothing is compared.
    if filed.peek().is_some() && !filed.any(|filed| filed.canonical() == name.canonical()) {
        out.find_graded(of_added(cx), &node.at, &[Key::Name], params![platform], |_| None);
    }
}

const OF_OTHERS: Grade =
    Grade::new(Severity::Warning, "华为云以外的接入商", "with other providers than Huawei Cloud");

/// How much it weighs that an access filing adds to what is filed.
fn of_added(cx: &CheckContext<'_>) -> Severity {
    match cx.rulebook.provider() {
        Some(Provider::Huawei) => Severity::Blocker,
        _ => Severity::Warning,
    }
}

/// The APP as it is filed; where what is filed is not all known the rule is undetermined.
fn filed_app<'a>(cx: &CheckContext<'a>, service: &ServiceNode<'_>, out: &mut Outcome) -> Option<&'a App> {
    if !cx.is_identified(out) {
        return None;
    }
    let own = out.filed(cx)?;
    let registry = cx.context.registry.as_ref()?;
    let filed = match fitting::find_service(own, service.service, registry) {
        Ok(filed) => filed?,
        Err(unknown) => {
            out.needs_unknown(cx, unknown);
            return None;
        }
    };
    match filed.service.service.as_deref() {
        // A filing that tells no platform says nothing of them.
        Some(Service::App(app)) if !app.platforms.is_empty() => Some(app),
        _ => {
            out.needs(Need::Registry);
            None
        }
    }
}

rule! {
    /// An atomic service 元服务 of HarmonyOS, whose bundle name begins with `com.atomicservice.`, is filed like an APP, but
    /// apart from one of the same name where the provider takes one number for one package.
    ///
    /// **Why.** The store compares number and package one to one.
    ///
    /// **Example.** `com.atomicservice.6917571239127090993` beside `com.example.app` in one APP.
    pub(super) ATOMIC_SERVICE = "app.atomic-service" {
        severity: Warning,
        grades: &[Grade::new(
            Severity::Advice,
            "元服务单独填写，或服务商不限定一号一包",
            "the atomic service stands alone, or the provider takes several packages for one number",
        )],
        orders: WITH_SERVICES,
        needs: [],
        params: [name, how],
        at: ["/services/{s}/platforms/{p}/packages/{k}/name"],
        sources: [stated(WITH_SERVICES): documents::FILING_OF_HARMONY_OS.at("元服务备案")],
        summary: {
            zh: "元服务与 APP 分开备案",
            en: "An atomic service is filed separately from an APP.",
        },
        message: {
            zh: "{name} 是元服务的包名。{how}。",
            en: "{name} is the package name of an atomic service: {how}.",
        },
        check: [Package(atomic_service)],
    }
}

fn atomic_service(cx: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let Some(name) = name(node).filter(|name| is_atomic_service(name.as_str())) else { return };
    let Service::App(app) = node.platform.service.service else { return };
    let mut names = app.platforms.iter().flat_map(|platform| &platform.packages);
    let is_beside_app =
        names.any(|package| filled(package.name.as_ref()).is_some_and(|name| !is_atomic_service(name)));
    let name = Param::name(name.as_str());
    if is_beside_app && cx.rulebook.provider() == Some(Provider::Huawei) {
        out.find(&node.at, &[Key::Name], params![name, how: APART]);
    } else {
        let how = if is_beside_app { ASK } else { AS_APP };
        out.find_graded(Severity::Advice, &node.at, &[Key::Name], params![name, how], |_| None);
    }
}

fn is_atomic_service(name: &str) -> bool {
    name.get(..18).is_some_and(|first| first.eq_ignore_ascii_case("com.atomicservice."))
}

const APART: Term = Term {
    code: "apart",
    text: Text {
        zh: "备案号与包名一一对应，同名的 APP 和元服务须分别备案，请把元服务作为单独的服务填写",
        en: "each filing number covers one package name, so an APP and an atomic service of the same name are filed separately; enter the atomic service as a service of its own",
    },
};

const ASK: Term = Term {
    code: "ask",
    text: Text {
        zh: "部分服务商要求同名的 APP 和元服务分别备案，请在提交前与服务商确认",
        en: "some providers require an APP and an atomic service of the same name to be filed separately; ask the provider before submitting",
    },
};

const AS_APP: Term = Term {
    code: "as_app",
    text: Text {
        zh: "元服务按 APP 备案，可通过华为云的元服务备案入口办理，通过运营商办理的按快应用备案",
        en: "it is filed like an APP, for example through Huawei Cloud's entry for atomic services; with a carrier it is filed as a quick app",
    },
};
