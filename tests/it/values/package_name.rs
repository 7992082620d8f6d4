//! Names of APP packages, by platform.

use beian::service::PlatformKind::{self, Android, Ios, MacOs, Other, Windows};
use beian::value::{PackageName, PackageNameError};
use proptest::prelude::*;

use crate::vectors;

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/package_names.tsv")) {
        let [platform, name, claim, ours, reason, why] = row.fields();
        let name = vectors::unescape(name);
        let read = PackageName::parse(PlatformKind::from_name(platform).unwrap(), &name);
        let verdict = read.map_or_else(PackageNameError::code, |_| "valid");
        let is_plain = matches!(claim, "valid" | "invalid");
        assert_eq!(is_plain, ours == "-", "{name:?}: decide what is not plain, and only that");
        assert_eq!(is_plain, why.is_empty(), "{name:?}: a decision has its reason");
        let expected = match (claim, ours) {
            ("valid", "-") => "valid",
            ("invalid", "-") => reason,
            (_, decided) => decided,
        };
        assert_eq!(verdict, expected, "{platform} {name:?}");
        held += usize::from(is_plain);
    }
    assert_eq!(held, 649);
}

#[test]
fn apples_other_identifiers_are_no_bundle_ids() {
    for (name, verdict) in [
        ("A1B2C3D4E5.com.example.app", Err(PackageNameError::TeamId)),
        ("ABCDEFGHIJ.cn.example.app", Err(PackageNameError::TeamId)),
        ("A1B2C3D4E5.myapp", Err(PackageNameError::TeamId)),
        ("A1B2C3D4E5", Err(PackageNameError::TeamId)),
        ("1234567890", Err(PackageNameError::StoreNumber)),
        ("id1234567890", Err(PackageNameError::StoreNumber)),
        // A name may have ten capitals, begin in small letters, or be of few digits.
        ("MYCOMPANYX.myapp.main", Ok(())),
        ("a1b2c3d4e5.com.example.app", Ok(())),
        ("com.A1B2C3D4E5.app", Ok(())),
        ("12306", Ok(())),
    ] {
        for platform in [Ios, MacOs] {
            assert_eq!(PackageName::parse(platform, name).map(drop), verdict, "{platform} {name}");
        }
    }
    assert!(PackageName::parse(Android, "A1B2C3D4E5.com.example.app").is_ok());
}

#[test]
fn names_on_other_platforms_are_whatever_can_be_seen() {
    let long = "包".repeat(255);
    for (platform, name, verdict) in [
        (MacOs, "com.example.my-app", Ok(())),
        (MacOs, "com.example.my_app", Err(PackageNameError::Characters)),
        (MacOs, "com..example", Err(PackageNameError::EmptySegment)),
        (Windows, "Contoso.App_8wekyb3d8bbwe!App", Ok(())),
        (Windows, "示例.exe", Ok(())),
        (Other, "x", Ok(())),
        (Other, "", Err(PackageNameError::Empty)),
        (Other, "two words", Err(PackageNameError::Space)),
        (Other, "name\u{200b}", Err(PackageNameError::Space)),
        (Other, "name\u{0}", Err(PackageNameError::Space)),
        (Other, &long, Ok(())),
    ] {
        assert_eq!(PackageName::parse(platform, name).map(|_| ()), verdict, "{platform} {name:?}");
    }
    let longer = "a".repeat(256);
    assert_eq!(PackageName::parse(Other, &longer), Err(PackageNameError::Length));
    assert_eq!(PackageName::parse(Ios, &longer), Err(PackageNameError::Length));
}

#[test]
fn names_are_compared_without_case_and_platform() {
    let android = PackageName::parse(Android, "com.UCMobile").unwrap();
    let ios = PackageName::parse(Ios, "com.ucmobile").unwrap();
    assert_eq!(android.canonical(), ios.canonical());
    assert_eq!(android.to_string(), "com.UCMobile");
    assert_ne!(android, ios);
    assert_eq!(ios.platform(), Ios);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        for &platform in PlatformKind::ALL {
            let _ = PackageName::parse(platform, &text);
        }
    }

    #[test]
    fn names_read_back(text in "[a-zA-Z0-9_.-]{1,30}|[a-z]{1,5}(\\.[a-zA-Z0-9_]{1,9}){1,3}") {
        for &platform in PlatformKind::ALL {
            if let Ok(name) = PackageName::parse(platform, &text) {
                prop_assert_eq!(&name.to_string(), &text);
                prop_assert!(PackageName::parse(platform, &name.canonical()).is_ok());
            }
        }
    }
}
