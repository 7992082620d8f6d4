//! Services: websites and APPs, their platforms and packages.

wire_names! {
    /// A platform that an APP runs on 应用运行平台.
    pub enum PlatformKind {
        /// Android.
        Android = "android" { zh: "安卓", en: "Android" },
        /// iOS.
        Ios = "ios" { zh: "iOS", en: "iOS" },
        /// HarmonyOS.
        HarmonyOs = "harmony_os" { zh: "鸿蒙", en: "HarmonyOS" },
        /// BlackBerry.
        Blackberry = "blackberry" { zh: "黑莓", en: "BlackBerry" },
        /// Linux.
        Linux = "linux" { zh: "Linux", en: "Linux" },
        /// Windows.
        Windows = "windows" { zh: "Windows", en: "Windows" },
        /// macOS.
        MacOs = "mac_os" { zh: "macOS", en: "macOS" },
        /// Any other.
        Other = "other" { zh: "其他", en: "other" },
    }
}
