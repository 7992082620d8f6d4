//! Platforms of APPs: the grammar of a package name and the length of a fingerprint follow from them.

wire_names! {
    /// A platform that an APP runs on 应用运行平台.
    pub enum PlatformKind {
        /// Android.
        Android = "android" { zh: "安卓", en: "Android" },
        /// iOS.
        Ios = "ios" { zh: "iOS", en: "iOS" },
        /// HarmonyOS 鸿蒙.
        HarmonyOs = "harmony_os" { zh: "鸿蒙", en: "HarmonyOS" },
        /// BlackBerry.
        Blackberry = "blackberry" { zh: "黑莓", en: "BlackBerry" },
        /// Linux.
        Linux = "linux" { zh: "Linux", en: "Linux" },
        /// Windows.
        Windows = "windows" { zh: "Windows", en: "Windows" },
        /// macOS.
        MacOs = "mac_os" { zh: "macOS", en: "macOS" },
        /// Any other 其他.
        Other = "other" { zh: "其他", en: "other" },
    }
}

impl PlatformKind {
    /// Whether packages carry a public key and a fingerprint there: on Android, iOS and HarmonyOS.
    pub const fn signs_packages(self) -> bool {
        matches!(self, Self::Android | Self::Ios | Self::HarmonyOs)
    }
}
