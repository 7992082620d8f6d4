//! Which package names of one principal's APPs collide.
//!
//! The rule: the packages of one APP on one platform have different names; on different platforms of one APP the same
//! name may stand; no two APPs of one principal share a name, in an order or with what is filed; APPs of different
//! principals may. It stands in 腾讯云《ICP 备案操作指引（小程序端）》, 首次备案 to 变更服务 · APP 特征信息 · APP 包名.
//!
//! ```sh
//! cargo run --example package_names
//! ```

use beian::check::package_names::{collisions, taken, Place};
use beian::service::{App, Package, Platform, PlatformKind};
use beian::value::PackageName;
use beian::Language;

fn app(name: &str, platforms: &[(PlatformKind, &[&str])]) -> App {
    let platforms = platforms.iter().map(|(kind, names)| {
        Platform::new(*kind).with_packages(names.iter().map(|name| Package::new().with_name(*name)))
    });
    App::new().with_name(name).with_platforms(platforms)
}

fn main() -> Result<(), beian::value::PackageNameError> {
    use PlatformKind::{Android, Ios};

    let notes = app("云笔记", &[(Android, &["com.example.notes"]), (Ios, &["com.example.notes"])]);
    println!(
        "One name on two platforms of one APP: {} collisions",
        collisions(std::slice::from_ref(&notes)).len()
    );

    // Among the APPs of an order: which two collide, where each stands, and why.
    let shop = app("云商城", &[(Android, &["com.example.shop", "com.example.shop", "com.Example.Notes"])]);
    let apps = [notes, shop];
    println!("\nTwo APPs:");
    let place = |place: Place| {
        format!("apps[{}].platforms[{}].packages[{}]", place.app, place.platform, place.package)
    };
    for collision in collisions(&apps) {
        println!("  {} has the name of {}", place(collision.again), place(collision.first));
        println!("    {}: {}", collision.problem.code(), collision.problem.message(Language::Zh));
        println!("    {}", collision.problem.source().show(Language::Zh));
    }

    // Against what the principal has filed, each APP with one of its names. Of other principals nothing is asked.
    let filed = [("云地图", "com.example.maps"), ("云相册", "com.example.photos")];
    println!("\nAgainst what is filed:");
    for (name, is_complete) in
        [("com.example.maps", true), ("com.example.weather", true), ("com.example.weather", false)]
    {
        let verdict = taken(PackageName::parse(Android, name)?, filed, is_complete);
        let known = if is_complete { "all of it is known" } else { "not all of it is known" };
        println!("  {name}, {known}: {}", verdict.show(Language::En));
    }
    Ok(())
}
