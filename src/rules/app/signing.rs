//! Public keys and fingerprints of certificates.

use crate::engine::context::CheckContext;
use crate::engine::nodes::PackageNode;
use crate::engine::outcome::Outcome;
use crate::model::service::PlatformKind;
use crate::path::Key;
use crate::rule::{documents, Origin};
use crate::rules::app::ALL;
use crate::rules::remedies;
use crate::text::filled;
use crate::value::{Fingerprint, PublicKey};

rule! {
    /// The fingerprint is that of the signing certificate: on Android its MD5, 32 hexadecimal digits; on Apple's
    /// platforms its SHA-1, 40; elsewhere 32, 40 or 64. Either case, colons or spaces between bytes.
    ///
    /// **Why.** A fingerprint of another hash does not match what the store reports.
    ///
    /// **Example.** The SHA-256 fingerprint on Android.
    pub(super) FINGERPRINT_MALFORMED = "app.fingerprint-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, platform],
        at: ["/services/{s}/platforms/{p}/packages/{k}/fingerprint"],
        source: Origin::Guide { chapters: ALL, section: "APP 特征信息 · 签名 MD5 值", form: None },
        summary: {
            zh: "安卓填写证书 MD5 值，苹果填写证书 SHA-1 值，均为十六进制",
            en: "The fingerprint is the certificate's MD5 on Android, its SHA-1 on Apple's platforms, in hexadecimal.",
        },
        message: {
            zh: "签名 MD5 值（{platform}）有误：{reason}。请从签名证书中重新复制。",
            en: "The fingerprint ({platform}) is wrong: {reason}. Copy it from the signing certificate again.",
        },
        check: [Package(fingerprint_malformed)],
        remedy: remedies::fingerprint,
    }
}

fn fingerprint_malformed(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let platform = node.platform.platform.platform;
    let Some(fingerprint) = filled(node.package.fingerprint.as_ref()) else { return };
    if let Err(reason) = Fingerprint::check(platform, fingerprint) {
        out.find(&node.at, &[Key::Fingerprint], params![reason, platform]);
    }
}

rule! {
    /// The public key is that of the signing certificate: 64 hexadecimal or Base64 digits or more, and neither a
    /// private key nor a whole certificate.
    ///
    /// **Why.** The key proves whose package it is. A private key that was handed in has leaked.
    ///
    /// **Example.** The fingerprint pasted into the field of the key.
    pub(super) PUBLIC_KEY_MALFORMED = "app.public-key-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        at: ["/services/{s}/platforms/{p}/packages/{k}/public_key"],
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
        check: [Package(public_key_malformed)],
        remedy: remedies::public_key,
    }
}

fn public_key_malformed(_: &CheckContext<'_>, node: &PackageNode<'_>, out: &mut Outcome) {
    let Some(key) = filled(node.package.public_key.as_ref()) else { return };
    if let Err(reason) = PublicKey::parse(key) {
        out.find(&node.at, &[Key::PublicKey], params![reason]);
    }
}

rule! {
    /// On HarmonyOS a fingerprint of 64 digits is a SHA-256. The sources do not say which hash is meant; the field is
    /// labelled MD5, and 32 or 40 digits are what other platforms give.
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
        source: Origin::Document(documents::APP_FEATURES_OF_UCLOUD, "鸿蒙"),
        summary: {
            zh: "鸿蒙签名指纹宜为 MD5 或 SHA-1 值",
            en: "A fingerprint on HarmonyOS is an MD5 or a SHA-1.",
        },
        message: {
            zh: "该指纹为 64 位（SHA-256），签名 MD5 值一栏可能不接受。请从开发者证书中获取 MD5（32 位）或 SHA-1（40 位）值。",
            en: "This fingerprint has 64 digits, a SHA-256, which the field may not take. Read the MD5 (32 digits) or the SHA-1 (40) from the developer certificate.",
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
        && Fingerprint::check(PlatformKind::HarmonyOs, fingerprint).is_ok()
    {
        out.find(&node.at, &[Key::Fingerprint], params![]);
    }
}
