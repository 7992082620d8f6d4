//! Names of APP packages, by platform.

use std::borrow::Cow;
use std::fmt;

use super::reason::reasons;
use super::suffix::is_delegated;
use super::typed::{is_invisible, written_as_text};
use crate::value::PlatformKind;

reasons! {
    /// Why a text is not the name of a package on its platform.
    pub enum PackageNameError {
        /// Nothing there.
        Empty = "empty" { zh: "未填写 APP 包名", en: "the package name is empty" },
        /// A space or line break, or a character that cannot be seen.
        Space = "space" {
            zh: "APP 包名中有空格、换行或不可见字符，请删除",
            en: "the package name contains a space, line break or invisible character, which must be removed"
        },
        /// The number of the APP in Apple's store: digits alone, or with `id` before them.
        StoreNumber = "store_number" {
            zh: "这是 App Store 中的应用编号，请填写 Bundle ID，如 com.example.app",
            en: "this is the App Store ID; enter the bundle ID, such as com.example.app"
        },
        /// A team's identifier, alone or before the bundle ID, as in Apple's App ID.
        TeamId = "team_id" {
            zh: "开头 10 位是开发者团队的 Team ID，请去掉，只填写 Bundle ID，如 com.example.app",
            en: "the first 10 characters are the Team ID; leave them out and enter the bundle ID alone, such as com.example.app"
        },
        /// A character that the platform does not allow.
        Characters = "characters" {
            zh: "APP 包名含有该平台不允许的字符：安卓、鸿蒙为字母、数字、下划线，iOS 为字母、数字、连字符，以点（.）分隔",
            en: "it contains a character the platform does not allow: Android and HarmonyOS accept letters, digits and underscores, iOS letters, digits and hyphens, with dots between the parts"
        },
        /// More than 255 characters; on HarmonyOS fewer than 7 or more than 128.
        Length = "length" {
            zh: "APP 包名长度不符：最长 255 个字符，鸿蒙为 7 至 128 个字符",
            en: "a package name has at most 255 characters, on HarmonyOS 7 to 128"
        },
        /// Fewer parts than two on Android, three on HarmonyOS.
        Segments = "segments" {
            zh: "APP 包名的段数不足：安卓至少两段，鸿蒙至少三段，如 com.example.app",
            en: "it has too few parts: Android requires two, HarmonyOS three, as in com.example.app"
        },
        /// Two dots in a row, or a dot at the beginning or end.
        EmptySegment = "empty_segment" {
            zh: "点（.）不能连续，也不能在首尾", en: "a package name cannot begin or end with a dot or contain two dots in a row"
        },
        /// A part that begins with what it cannot begin with.
        SegmentStart = "segment_start" {
            zh: "安卓包名的每一段须以字母开头；鸿蒙包名首段以字母开头，其余各段以字母或数字开头",
            en: "on Android each part begins with a letter; on HarmonyOS the first part begins with a letter, the others with a letter or digit"
        },
        /// A part that ends with what it cannot end with.
        SegmentEnd = "segment_end" {
            zh: "鸿蒙包名的每一段须以字母或数字结尾", en: "on HarmonyOS each part ends with a letter or digit"
        },
    }
}

/// The name of an APP's package 包名 on a platform: `com.example.app`.
///
/// # Syntax
///
/// - Android (application ID): two parts or more between dots, of letters, digits and `_`, each beginning with a
///   letter.
/// - iOS, macOS (bundle ID): letters, digits, `-` and dots, no two dots in a row and none at an end. One part
///   is enough, but not the APP's number in the store (`id1234567890`) nor a team's identifier, alone or before the
///   name (`A1B2C3D4E5.com.example.app`): ten capital letters and digits, with a digit or with a top-level domain
///   behind them.
/// - HarmonyOS (`bundleName`): three parts or more of letters, digits and `_`, the first beginning with a letter, the
///   others with a letter or digit, each ending in a letter or digit; 7 to 128 characters. Parts that
///   Huawei's store keeps for the system (`ohos`, `harmony` …) pass, since system APPs are filed too.
/// - Other platforms: whatever can be seen, without spaces.
/// - Everywhere 255 characters at most.
///
/// Sources: the platforms' own documentation (Android "Set the application ID", Apple's glossary on bundle IDs,
/// HarmonyOS `app.json5` since 5.0.0.55); the limit of 255 and the last platforms' grammar are ours.
///
/// # Examples
///
/// ```
/// use beian::value::{PackageName, PackageNameError};
/// use beian::service::PlatformKind;
///
/// let name = PackageName::parse(PlatformKind::Ios, "com.Example.my-app")?;
/// assert_eq!(name.to_string(), "com.Example.my-app");
/// assert_eq!(name.canonical(), "com.example.my-app");
///
/// let hyphen = PackageName::parse(PlatformKind::Android, "com.example.my-app");
/// assert_eq!(hyphen, Err(PackageNameError::Characters));
/// # Ok::<(), PackageNameError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageName<'a> {
    name: &'a str,
    platform: PlatformKind,
    /// Whether it is right on every platform.
    is_usual: bool,
}

impl<'a> PackageName<'a> {
    /// Reads a name.
    ///
    /// # Errors
    ///
    /// With the reason why it is none on the platform: its characters before its parts, and those before its length.
    pub fn parse(platform: PlatformKind, name: &'a str) -> Result<Self, PackageNameError> {
        if is_usual(name) && team_of(name).is_none() {
            return Ok(Self { name, platform, is_usual: true });
        }
        let grammar = Grammar::of(platform);
        if is_usual(name) && !matches!(grammar, Grammar::Apple) {
            return Ok(Self { name, platform, is_usual: false });
        }
        if name.is_empty() {
            return Err(PackageNameError::Empty);
        }
        let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
        if !is_plain {
            if let Some(c) = name.chars().find(|c| !grammar.allows(*c)) {
                return Err(if is_unseen(c) {
                    PackageNameError::Space
                } else {
                    PackageNameError::Characters
                });
            }
        }
        if !matches!(grammar, Grammar::Lenient) {
            grammar.check_segments(name)?;
        }
        if matches!(grammar, Grammar::Apple) {
            check_identifier(name)?;
        }
        let fits = match grammar {
            Grammar::HarmonyOs => (7..=128).contains(&name.len()),
            _ => name.len() <= 255 || name.chars().count() <= 255,
        };
        if !fits {
            return Err(PackageNameError::Length);
        }
        Ok(Self { name, platform, is_usual: false })
    }

    /// The same name on another platform, where it is right on every one.
    pub(crate) fn on(self, platform: PlatformKind) -> Option<Self> {
        self.is_usual.then_some(Self { platform, ..self })
    }

    /// The name as it was written.
    pub const fn as_str(self) -> &'a str {
        self.name
    }

    /// The platform whose grammar it follows.
    pub const fn platform(self) -> PlatformKind {
        self.platform
    }

    /// The name in the form in which names are compared, across platforms too: ASCII letters in lower case.
    ///
    /// Apple does not distinguish case. Android does, but one name written in two ways stands for one APP more
    /// often than for two.
    pub fn canonical(self) -> Cow<'a, str> {
        // Without an early end: the compiler looks at many bytes at a time.
        if self.name.bytes().fold(false, |any, byte| any | byte.is_ascii_uppercase()) {
            Cow::Owned(self.name.to_ascii_lowercase())
        } else {
            Cow::Borrowed(self.name)
        }
    }
}

/// What Apple's other identifiers are that are given as a bundle ID.
fn check_identifier(name: &str) -> Result<(), PackageNameError> {
    let digits = name.strip_prefix("id").or_else(|| name.strip_prefix("ID")).unwrap_or(name);
    if digits.len() >= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PackageNameError::StoreNumber);
    }
    if team_of(name).is_some() {
        return Err(PackageNameError::TeamId);
    }
    Ok(())
}

/// The bundle ID behind a team's identifier; an empty one where that stands alone.
pub(crate) fn team_of(name: &str) -> Option<&str> {
    let (team, rest) = name.split_once('.').unwrap_or((name, ""));
    let is_shaped =
        team.len() == 10 && team.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let next = || rest.split('.').next().unwrap_or_default();
    let has_digit = || team.bytes().any(|byte| byte.is_ascii_digit());
    (is_shaped && (has_digit() || is_delegated(next()))).then_some(rest)
}

/// Whether a name is right on every platform: three parts or more, each a letter with letters and digits.
fn is_usual(name: &str) -> bool {
    // The place of the last part.
    let (mut parts, mut start) = (1, 0);
    for (at, byte) in name.bytes().enumerate() {
        if byte.is_ascii_alphabetic() {
            continue;
        }
        match byte {
            b'0'..=b'9' if at > start => {}
            b'.' if at > start => (parts, start) = (parts + 1, at + 1),
            _ => return false,
        }
    }
    name.len() > start && parts >= 3 && (7..=128).contains(&name.len())
}

#[derive(Clone, Copy)]
enum Grammar {
    Android,
    Apple,
    HarmonyOs,
    Lenient,
}

impl Grammar {
    const fn of(platform: PlatformKind) -> Self {
        match platform {
            PlatformKind::Android => Self::Android,
            PlatformKind::Ios | PlatformKind::MacOs => Self::Apple,
            PlatformKind::HarmonyOs => Self::HarmonyOs,
            PlatformKind::Blackberry | PlatformKind::Linux | PlatformKind::Windows | PlatformKind::Other => {
                Self::Lenient
            }
        }
    }

    fn allows(self, c: char) -> bool {
        c.is_ascii_alphanumeric()
            || match self {
                Self::Android | Self::HarmonyOs => matches!(c, '_' | '.'),
                Self::Apple => matches!(c, '-' | '.'),
                Self::Lenient => !is_unseen(c),
            }
    }

    fn check_segments(self, name: &str) -> Result<(), PackageNameError> {
        let mut count = 0;
        for segment in name.as_bytes().split(|byte| *byte == b'.') {
            let (Some(first), Some(last)) = (segment.first(), segment.last()) else {
                return Err(PackageNameError::EmptySegment);
            };
            let (starts, ends) = match self {
                Self::Android => (first.is_ascii_alphabetic(), true),
                Self::HarmonyOs if count == 0 => (first.is_ascii_alphabetic(), last.is_ascii_alphanumeric()),
                Self::HarmonyOs => (first.is_ascii_alphanumeric(), last.is_ascii_alphanumeric()),
                Self::Apple | Self::Lenient => (true, true),
            };
            if !starts {
                return Err(PackageNameError::SegmentStart);
            }
            if !ends {
                return Err(PackageNameError::SegmentEnd);
            }
            count += 1;
        }
        let least = match self {
            Self::Android => 2,
            Self::HarmonyOs => 3,
            Self::Apple | Self::Lenient => 1,
        };
        if count < least {
            return Err(PackageNameError::Segments);
        }
        Ok(())
    }
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

written_as_text!(PackageName<'_>);

impl fmt::Display for PackageName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The usual names are right everywhere; others are read with care, also where they turn out to be names.
    #[test]
    fn usual_names_need_no_second_look() {
        let longest = format!("a.b.{}", "c".repeat(124));
        for name in ["com.example.app", "Com.Example2.App3.main", "a.b.cde", &longest] {
            assert!(is_usual(name), "{name}");
        }
        for name in [
            "",
            "com.example",
            "a.b.cd",
            "com.example.",
            ".com.example.app",
            "com..example.app",
            "com.2example.app",
            "com.my_example.app",
            &format!("{longest}c"),
        ] {
            assert!(!is_usual(name), "{name}");
        }
    }
}
