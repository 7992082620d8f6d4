//! Public keys and fingerprints of certificates.

use crate::engine::context::CheckContext;
use crate::engine::nodes::PackageNode;
use crate::engine::outcome::Outcome;
use crate::model::service::PlatformKind;
use crate::path::Key;
use crate::rule::{documents, Grade, Severity, Step};
use crate::rules::remedies;
use crate::text::{filled, Term, Text};
use crate::value::{Fingerprint, PublicKey, PublicKeyError};

rule! {
    /// The fingerprint is that of the signing certificate: on Android its MD5, 32 hexadecimal digits; on Apple's
    /// platforms its SHA-1, 40; elsewhere 32, 40 or 64. Either case, colons or spaces between bytes. One that stands in
    /// the place of a fingerprint is none: zeros, the hash of nothing.
    ///
    /// **Why.** A fingerprint of another hash does not match what the store reports.
    ///
    /// **Example.** The SHA-256 fingerprint on Android.
    pub(super) FINGERPRINT_MALFORMED = "app.fingerprint-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, platform, how],
        at: ["/services/{s}/platforms/{p}/packages/{k}/fingerprint"],
        sources: [
            stated(WITH_SERVICES): Step::Services.at("APP · 安卓版 APP，请填写证书的 MD5 值"),
            stated(WITH_SERVICES): documents::FILING_OF_HARMONY_OS.at("公钥和 MD5 中的冒号"),
        ],
        summary: {
            zh: "安卓填写证书 MD5 值，苹果填写证书 SHA-1 值，均为十六进制",
            en: "Enter the certificate's MD5 on Android and its SHA-1 on Apple platforms, in hexadecimal.",
        },
        message: {
            zh: "证书指纹（{platform}）有误：{reason}。{how}。",
            en: "The certificate fingerprint ({platform}) is not valid: {reason}. To read it from the signing certificate: {how}.",
        },
        check: [Package(fingerprint_malformed)],
        remedy: remedies::fingerprint,
    }
}

fn fingerprint_malformed(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let platform = node.platform.platform.platform;
    let Some(fingerprint) = filled(node.package.fingerprint.as_ref()) else { return };
    if let Err(reason) = Fingerprint::parse(platform, fingerprint) {
        out.find(&node.at, &[Key::Fingerprint], params![reason, platform, how: how_to_read(platform)]);
    }
}

/// How the values of a signing certificate are read, by platform.
fn how_to_read(platform: PlatformKind) -> Term {
    match platform {
        PlatformKind::Android => OF_ANDROID,
        PlatformKind::Ios | PlatformKind::MacOs => OF_APPLE,
        PlatformKind::HarmonyOs => OF_HARMONY_OS,
        _ => OF_OTHERS,
    }
}

const OF_ANDROID: Term = Term {
    code: "keytool",
    text: Text {
        zh: "可用 keytool -exportcert 从密钥库导出签名证书（加 -rfc），再用 openssl x509 -noout -fingerprint -md5 查看 MD5、用 openssl x509 -noout -pubkey 查看公钥；JDK 17 的 keytool 不再显示 MD5",
        en: "export the certificate with keytool -exportcert -rfc, then run openssl x509 -noout -fingerprint -md5 for the MD5 and openssl x509 -noout -pubkey for the public key; keytool of JDK 17 no longer shows the MD5",
    },
};

const OF_APPLE: Term = Term {
    code: "keychain",
    text: Text {
        zh: "可在钥匙串访问中打开发布证书（Apple Distribution），查看 SHA-1 指纹；公钥用 openssl x509 -inform der -noout -pubkey 查看，不要复制窗口中显示不全的内容；由云端管理、不能下载的证书，可从安装包中用 codesign --extract-certificates 提取",
        en: "open the Apple Distribution certificate in Keychain Access for its SHA-1, and run openssl x509 -inform der -noout -pubkey for the public key, of which the window shows only a part; a cloud-managed certificate that cannot be downloaded can be extracted from the package with codesign --extract-certificates",
    },
};

const OF_HARMONY_OS: Term = Term {
    code: "release_certificate",
    text: Text {
        zh: "使用发布证书（不是调试证书），.cer 文件中有三张证书，只保留第一张（应用自身的证书）后再查看，否则取到的是根证书的值；一般填写 SHA-1，服务商要求 MD5 的，用 openssl x509 -noout -fingerprint -md5 查看",
        en: "use the release certificate, not the debug one, and of the three certificates in the .cer file keep only the first (the APP's own), or you read the values of the root; normally the SHA-1 is entered, and if the provider requires the MD5, openssl x509 -noout -fingerprint -md5 prints it",
    },
};

const OF_OTHERS: Term = Term {
    code: "certificate",
    text: Text {
        zh: "可用 openssl x509 -noout -fingerprint 和 openssl x509 -noout -pubkey 从签名证书中查看",
        en: "run openssl x509 -noout -fingerprint and openssl x509 -noout -pubkey",
    },
};

rule! {
    /// The public key is that of the signing certificate: more than 64 hexadecimal digits, or Base64, of the length that its
    /// header states; no private key, no key store and no whole certificate, and nothing in the place of a key. On Apple's
    /// platforms a key that is cut is a warning: the viewer there cuts it, and filings have gone through so.
    ///
    /// **Why.** The key proves whose package it is. A private key that was handed in has leaked.
    ///
    /// **Example.** The fingerprint pasted into the field of the key.
    pub(super) PUBLIC_KEY_MALFORMED = "app.public-key-malformed" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "苹果平台的公钥不完整",
            "a key of an Apple platform is cut",
        )],
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, how],
        at: ["/services/{s}/platforms/{p}/packages/{k}/public_key"],
        sources: [
            stated(STATED_ANEW | CHANGE): Step::Services.at("APP · 平台公钥"),
            stated(ADD_SERVICE): Step::Services.at("APP · 公钥"),
            stated(WITH_SERVICES): documents::APP_FEATURES_OF_UCLOUD.at("iOS系统获取Bundle ID、平台公钥、签名MD5值的指引"),
            standard(WITH_SERVICES): documents::RFC_5280.at("4.1.2.7 Subject Public Key Info"),
        ],
        summary: {
            zh: "平台公钥须为十六进制或 Base64 编码的公钥",
            en: "The public key must be in hexadecimal or Base64, and neither a private key nor a certificate.",
        },
        message: {
            zh: "公钥有误：{reason}。{how}。",
            en: "The public key is not valid: {reason}. To read it from the signing certificate: {how}.",
        },
        check: [Package(public_key_malformed)],
        remedy: remedies::public_key,
    }
}

fn public_key_malformed(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let Some(key) = filled(node.package.public_key.as_ref()) else { return };
    let Err(reason) = PublicKey::parse(key) else { return };
    let platform = node.platform.platform.platform;
    let is_apples = matches!(platform, PlatformKind::Ios | PlatformKind::MacOs);
    let params = params![reason, how: how_to_read(platform)];
    if is_apples && reason == PublicKeyError::Cut {
        out.find_graded(Severity::Warning, &node.at, &[Key::PublicKey], params, |_| None);
    } else {
        out.find(&node.at, &[Key::PublicKey], params);
    }
}

rule! {
    /// On HarmonyOS a fingerprint of 64 digits is a SHA-256, as the store's console shows it. Filed is the SHA-1, which the
    /// certificate's window shows, or the MD5 where the provider insists on it.
    ///
    /// **Why.** A fingerprint of another hash does not match what the store reports.
    ///
    /// **Example.** The SHA-256 that the console of the store shows.
    pub(super) FINGERPRINT_LONG = "app.fingerprint-long" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        at: ["/services/{s}/platforms/{p}/packages/{k}/fingerprint"],
        sources: [stated(WITH_SERVICES): documents::CERTIFICATES_OF_HARMONY_OS.at("证书指纹")],
        summary: {
            zh: "鸿蒙签名指纹宜为 MD5 或 SHA-1 值",
            en: "On HarmonyOS the fingerprint should be an MD5 or a SHA-1.",
        },
        message: {
            zh: "该指纹为 64 位（SHA-256），是应用市场控制台显示的值，签名 MD5 值一栏可能不接受。一般填写发布证书的 SHA-1（40 位）；服务商要求 MD5（32 位）的，用 openssl x509 -noout -fingerprint -md5 查看。",
            en: "This fingerprint has 64 digits (SHA-256, as shown in the app store console), which the field may not accept. Normally the SHA-1 of the release certificate (40 digits) is entered; if the provider requires the MD5 (32 digits), openssl x509 -noout -fingerprint -md5 prints it.",
        },
        check: [Package(fingerprint_long)],
    }
}

fn fingerprint_long(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let is_harmony = node.platform.platform.platform == PlatformKind::HarmonyOs;
    let Some(fingerprint) = filled(node.package.fingerprint.as_ref()).filter(|_| is_harmony) else { return };
    let digits = || fingerprint.bytes().filter(u8::is_ascii_hexdigit).count();
    if fingerprint.len() >= 64
        && digits() == 64
        && Fingerprint::parse(PlatformKind::HarmonyOs, fingerprint).is_ok()
    {
        out.find(&node.at, &[Key::Fingerprint], params![]);
    }
}

rule! {
    /// Key and fingerprint are given without colons between the bytes. The values are the same with them.
    ///
    /// **Why.** Forms refuse them, or count them as characters.
    ///
    /// **Example.** `5C:7E:1F…`, as `keytool` prints it.
    pub(super) SEPARATED_BY_COLONS = "app.separated-by-colons" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        at: ["/services/{s}/platforms/{p}/packages/{k}/public_key", "/services/{s}/platforms/{p}/packages/{k}/fingerprint"],
        sources: [stated(WITH_SERVICES): documents::FILING_OF_HARMONY_OS.at("公钥和 MD5 中的冒号")],
        summary: {
            zh: "公钥和签名 MD5 值不带冒号",
            en: "The public key and the fingerprint must have no colons.",
        },
        message: {
            zh: "“{field}”中有冒号。请删除冒号，不要用空格代替，只保留十六进制字符。",
            en: "The {field} contains colons. Delete them, and put no spaces in their place.",
        },
        check: [Package(separated_by_colons)],
        remedy: remedies::without_colons,
    }
}

fn separated_by_colons(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let platform = node.platform.platform.platform;
    // They stand between all bytes or nowhere, so that the first tells.
    let has_colons = |text: &&str| text.as_bytes().get(2) == Some(&b':');
    let key = filled(node.package.public_key.as_ref()).filter(has_colons);
    if key.is_some_and(|key| PublicKey::parse(key).is_ok()) {
        out.find(&node.at, &[Key::PublicKey], params![field: Key::PublicKey]);
    }
    let fingerprint = filled(node.package.fingerprint.as_ref()).filter(has_colons);
    if fingerprint.is_some_and(|fingerprint| Fingerprint::parse(platform, fingerprint).is_ok()) {
        out.find(&node.at, &[Key::Fingerprint], params![field: Key::Fingerprint]);
    }
}
