//! Which package names of one principal's APPs collide.
//!
//! The guide: the packages of one APP on one platform have different names; on different platforms of one APP the same
//! name may stand; no two APPs of one principal share a name, on any platform, neither in an order nor with what is
//! filed; APPs of different principals may (chapters 1 to 6, APP 特征信息 · APP 包名).
//!
//! Names are compared as [`PackageName::canonical`] writes them, letters alike in either case. A name that its platform
//! does not allow, with white space around it too, is a mistake of its own and is not compared.

use std::borrow::Cow;

use crate::check::{Needed, Verdict};
use crate::model::service::App;
use crate::text::sort_by;
use crate::value::{PackageName, PlatformKind};

problems! {
    /// Why a package cannot have its name.
    pub enum PackageProblem<'a> {
        /// An earlier package of the APP on the same platform has it.
        Repeated {
            /// The name.
            name: &'a str,
            /// The platform.
            platform: PlatformKind,
        } = "repeated" breaks "app.package-name-repeated", name => OTHER_NAME,
            "同一 APP 的同一运行平台重复了包名" / "the APP lists the package name twice on one platform";
        /// Another APP of the principal has it.
        Taken {
            /// The name.
            name: &'a str,
            /// The other APP: its name, else its filing number, else `?`.
            app: &'a str,
        } = "taken" breaks "app.package-name-taken", name => OTHER_NAME,
            "包名已被同一主体的另一个 APP 使用" / "another APP of the principal has the package name";
    }
}

const OTHER_NAME: crate::text::Text = crate::text::Text { zh: "其他包名", en: "another name" };

/// Where a package stands: positions from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which APP of those given.
    pub app: usize,
    /// Which of the APP's platforms.
    pub platform: usize,
    /// Which of the platform's packages.
    pub package: usize,
}

/// Two packages that cannot both have their name.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Collision<'a> {
    /// Where the name stands first.
    pub first: Place,
    /// Where it stands again, which is the one to change.
    pub again: Place,
    /// Why both cannot have it.
    pub problem: crate::check::Problem<PackageProblem<'a>>,
}

/// Every collision among the packages of these APPs of one principal, by the place of the later one. Of a name that
/// several have, each later package collides with the first of its own platform, and with the first of another APP.
///
/// Nothing is allocated for up to 32 packages whose names differ.
///
/// ```
/// use beian::check::package_names::{collisions, PackageProblem, Place};
/// use beian::service::{App, Package, Platform, PlatformKind};
///
/// let app = |name, platform, package| {
///     let platform = Platform::new(platform).with_packages([Package::new().with_name(package)]);
///     App::new().with_name(name).with_platforms([platform])
/// };
/// let notes = app("云笔记", PlatformKind::Android, "com.example.notes");
/// let shop = app("云商城", PlatformKind::Ios, "com.Example.Notes");
///
/// let apps = [notes, shop];
/// let [collision] = &collisions(&apps)[..] else { panic!() };
/// assert_eq!(collision.first, Place { app: 0, platform: 0, package: 0 });
/// assert_eq!(collision.again, Place { app: 1, platform: 0, package: 0 });
/// assert_eq!(collision.problem.reason, PackageProblem::Taken { name: "com.Example.Notes", app: "云笔记" });
/// ```
pub fn collisions(apps: &[App]) -> Vec<Collision<'_>> {
    if are_few_and_different(apps) {
        return Vec::new();
    }
    let placed: Vec<(Place, PackageName<'_>)> = names(apps).collect();
    let mut named: Vec<(Cow<'_, str>, usize)> =
        placed.iter().enumerate().map(|(at, (_, name))| (name.canonical(), at)).collect();
    let of = |at: usize| placed.get(at).map(|(place, name)| (place.app, name.platform()));
    let mut found: Vec<Collision<'_>> = Vec::new();
    colliding(&mut named, of, |first, again, kind| {
        let (Some((first, _)), Some((again, name))) = (placed.get(first), placed.get(again)) else { return };
        let name = name.as_str();
        let app = apps.get(first.app).map_or("?", |app| label(app.name.as_deref(), None));
        let reason = match kind {
            Collides::OnPlatform(platform) => PackageProblem::Repeated { name, platform },
            Collides::BetweenApps => PackageProblem::Taken { name, app },
        };
        let problem = crate::check::Problem::new(reason);
        found.push(Collision { first: *first, again: *again, problem });
    });
    sort_by(&mut found, |a, b| (a.again, a.first).cmp(&(b.again, b.first)));
    found
}

/// Whether a principal may give a new APP this package name, beside its other filed APPs: each with what it is called
/// and one of its package names.
///
/// What is filed may not be all known; then a name that is not among it is undetermined.
///
/// ```
/// use beian::check::{package_names::taken, Needed};
/// use beian::service::PlatformKind;
/// use beian::value::PackageName;
///
/// let name = PackageName::parse(PlatformKind::Android, "com.example.notes")?;
/// let filed = [("云笔记", "com.example.notes"), ("云商城", "com.example.shop")];
/// assert_eq!(taken(name, filed, true).problem().unwrap().code(), "taken");
///
/// let other = PackageName::parse(PlatformKind::Android, "com.example.maps")?;
/// assert!(taken(other, filed, true).fits());
/// assert_eq!(taken(other, filed, false).needed(), Some(Needed::Registry));
/// # Ok::<(), beian::value::PackageNameError>(())
/// ```
pub fn taken<'a>(
    name: PackageName<'a>,
    filed: impl IntoIterator<Item = (&'a str, &'a str)>,
    is_complete: bool,
) -> Verdict<PackageProblem<'a>> {
    let is_same = |other: &str| other.trim().eq_ignore_ascii_case(name.as_str());
    match filed.into_iter().find(|(_, package)| is_same(package)) {
        Some((app, _)) => Verdict::fails(PackageProblem::Taken { name: name.as_str(), app }),
        None if is_complete => Verdict::Fits,
        None => Verdict::Undetermined(Needed::Registry),
    }
}

/// What an APP is called: its name, else its filing number.
pub(crate) fn label<'a>(name: Option<&'a str>, number: Option<&'a str>) -> &'a str {
    name.or(number).unwrap_or("?").trim()
}

/// The well-formed names of the packages, with their places.
fn names(apps: &[App]) -> impl Iterator<Item = (Place, PackageName<'_>)> + Clone {
    apps.iter().enumerate().flat_map(|(app, of)| {
        of.platforms.iter().enumerate().flat_map(move |(platform, on)| {
            on.packages.iter().enumerate().filter_map(move |(package, given)| {
                let name = PackageName::parse(on.platform, given.name.as_deref()?).ok()?;
                Some((Place { app, platform, package }, name))
            })
        })
    })
}

/// Whether there are so few packages that each can be compared with each, and no two have one name.
fn are_few_and_different(apps: &[App]) -> bool {
    const FEW: usize = 32;
    let all = names(apps);
    all.clone().nth(FEW).is_none()
        && all.clone().enumerate().all(|(at, (_, name))| {
            let mut before = all.clone().take(at);
            !before.any(|(_, other)| other.as_str().eq_ignore_ascii_case(name.as_str()))
        })
}

/// How two packages of one name collide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Collides {
    OnPlatform(PlatformKind),
    BetweenApps,
}

/// Calls `each` with two packages that collide, by their positions: the first and the one that has its name again. The
/// APP and platform of a position are asked for; positions of one APP follow each other.
pub(crate) fn colliding(
    names: &mut [(Cow<'_, str>, usize)],
    of: impl Fn(usize) -> Option<(usize, PlatformKind)>,
    mut each: impl FnMut(usize, usize, Collides),
) {
    names.sort_unstable();
    let mut rest = &*names;
    while let Some(((name, first), after)) = rest.split_first() {
        let more = after.iter().take_while(|(other, _)| other == name).count();
        let (again, others) = after.split_at(more);
        rest = others;
        let Some((first_app, _)) = of(*first) else { continue };
        // Which platforms of the APP that is looked at have had the name, and where first: a handful.
        let mut app = first_app;
        let mut platforms: Vec<(PlatformKind, usize)> = Vec::new();
        for at in std::iter::once(*first).chain(again.iter().map(|(_, at)| *at)) {
            let Some((own, platform)) = of(at) else { continue };
            if own != app {
                app = own;
                platforms.clear();
            }
            match platforms.iter().find(|(had, _)| *had == platform) {
                Some((_, earlier)) => each(*earlier, at, Collides::OnPlatform(platform)),
                None => platforms.push((platform, at)),
            }
            if own != first_app {
                each(*first, at, Collides::BetweenApps);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::registry::package_key;
    use crate::model::service::{Package, Platform};

    fn app(name: &str, platforms: &[(PlatformKind, &[&str])]) -> App {
        let platforms = platforms.iter().map(|(platform, names)| {
            Platform::new(*platform).with_packages(names.iter().map(|name| Package::new().with_name(*name)))
        });
        App::new().with_name(name).with_platforms(platforms)
    }

    fn heard(apps: &[App]) -> Vec<String> {
        let place = |place: Place| format!("{}.{}.{}", place.app, place.platform, place.package);
        let all = collisions(apps);
        let each = all.iter().map(|c| format!("{} {} {}", place(c.first), place(c.again), c.problem.code()));
        each.collect()
    }

    #[test]
    fn names_collide_on_one_platform_and_between_apps() {
        use PlatformKind::{Android, HarmonyOs, Ios};
        let one: &[&str] = &["com.example.one"];
        let (twice, spelled) = (&["com.example.one", "com.example.one"][..], &["com.Example.ONE"][..]);
        for (apps, said) in [
            (vec![], &[][..]),
            (vec![app("甲", &[(Android, one)])], &[]),
            // The same name on different platforms of one APP.
            (vec![app("甲", &[(Android, one), (Ios, one), (HarmonyOs, one)])], &[]),
            (vec![app("甲", &[(Android, twice)])], &["0.0.0 0.0.1 repeated"]),
            // One platform that is listed twice is one platform.
            (vec![app("甲", &[(Android, one), (Android, one)])], &["0.0.0 0.1.0 repeated"]),
            (vec![app("甲", &[(Android, one)]), app("乙", &[(Ios, spelled)])], &["0.0.0 1.0.0 taken"]),
            (
                vec![app("甲", &[(Android, one)]), app("乙", &[(Android, twice)])],
                &["0.0.0 1.0.0 taken", "0.0.0 1.0.1 taken", "1.0.0 1.0.1 repeated"],
            ),
            // What the platform does not allow is another mistake.
            (vec![app("甲", &[(Android, &["com.example.my-app", "com.example.my-app"])])], &[]),
        ] {
            assert_eq!(heard(&apps), said);
        }
    }

    /// Few names are compared each with each, many are sorted: both hear the same.
    #[test]
    fn however_many_packages_there_are_the_two_that_collide_are_found() {
        for count in [1, 31, 32, 33, 100] {
            let names: Vec<String> = (0..count).map(|n| format!("com.example.app{n}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let all = app("甲", &[(PlatformKind::Android, &names)]);
            assert_eq!(heard(std::slice::from_ref(&all)), Vec::<String>::new());
            let again = app("乙", &[(PlatformKind::Ios, &names[count - 1..])]);
            assert_eq!(heard(&[all, again]), [format!("0.0.{} 1.0.0 taken", count - 1)]);
        }
    }

    #[test]
    fn filed_names_are_compared_as_the_registry_keeps_them() {
        for (name, filed) in
            [("com.example.app", " com.Example.APP "), ("Com.Example.App", "com.example.app")]
        {
            let parsed = PackageName::parse(PlatformKind::Ios, name);
            let verdict = parsed.map(|parsed| taken(parsed, [("甲", filed)], true).fits());
            assert_eq!(verdict, Ok(package_key(name) != package_key(filed)), "{name} {filed}");
        }
    }
}
