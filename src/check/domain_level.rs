//! The level of an APP's domain, and the approval of a suffix.
//!
//! The guide: an APP's domain goes to level four at the deepest; `qcloud.com` is of level two, `beian.qcloud.com` of
//! three, `shenzhen.beian.qcloud.com` of four; several may be given (chapters 1 to 4, APP 特征信息 · 域名). The suffix
//! has to be approved by the state (chapters 5, 6 and 8).

use crate::check::{Needed, Verdict};
use crate::rulebook::{Limit, Limits};
use crate::value::{Approval, DomainName};

problems! {
    /// Why a domain cannot be filed for an APP.
    pub enum LevelProblem {
        /// Below the deepest level.
        TooDeep {
            /// The level of the domain.
            level: usize,
            /// The deepest that is taken.
            max: u32,
        } = "too_deep" breaks "domain.level-exceeded", level => max,
            "APP 域名级别过深" / "the domain has too many levels for an APP";
    }
}

problems! {
    /// What speaks against a suffix.
    pub enum SuffixProblem<'a> {
        /// A source names it as not approved.
        Refused {
            /// The suffix, in ASCII.
            suffix: &'a str,
        } = "refused" breaks "domain.suffix-not-approved", suffix => APPROVED,
            "域名后缀未获国家批复" / "the suffix is not approved in China";
        /// No source names the suffix, or sources disagree. The rule only warns.
        Unconfirmed {
            /// The suffix, in ASCII.
            suffix: &'a str,
        } = "unconfirmed" breaks "domain.suffix-unconfirmed", suffix => APPROVED,
            "未能确认域名后缀是否已获国家批复" / "it could not be confirmed that the suffix is approved in China";
    }
}

const APPROVED: crate::text::Text =
    crate::text::Text { zh: "已获批复的后缀", en: "an approved suffix" };

/// The level of a domain: the labels left of its approved suffix, and one. `None` under another suffix: how many labels
/// that has is not known (`co.uk`).
///
/// ```
/// use beian::check::domain_level::level;
/// use beian::value::DomainName;
///
/// for (name, expected) in [
///     ("qcloud.com", Some(2)),
///     ("shenzhen.beian.qcloud.com", Some(4)),
///     ("example.com.cn", Some(2)),
///     ("shop.example.co.uk", None),
/// ] {
///     assert_eq!(level(&DomainName::parse(name)?), expected, "{name}");
/// }
/// # Ok::<(), beian::value::DomainNameError>(())
/// ```
pub fn level(name: &DomainName<'_>) -> Option<usize> {
    (name.suffix().approval() == Approval::Approved).then(|| name.level())
}

/// Whether a domain can be filed for an APP by its level. One whose level is not known fits: its suffix is what is wrong.
///
/// ```
/// use beian::check::domain_level::{app_domain, LevelProblem};
/// use beian::value::DomainName;
/// use beian::Limits;
///
/// let name = DomainName::parse("a.b.c.example.com")?;
/// let verdict = app_domain(&name, Limits::guide());
/// assert_eq!(verdict.problem().unwrap().reason, LevelProblem::TooDeep { level: 5, max: 4 });
/// # Ok::<(), beian::value::DomainNameError>(())
/// ```
pub fn app_domain(name: &DomainName<'_>, limits: &Limits) -> Verdict<LevelProblem> {
    let Some(level) = level(name) else { return Verdict::Fits };
    let Some(max) = limits.app_domain_level else { return Verdict::Undetermined(Needed::ProviderRules) };
    if u32::try_from(level).map_or(true, |level| level > max) {
        return Verdict::exceeds(LevelProblem::TooDeep { level, max }, Limit::AppDomainLevel, limits);
    }
    Verdict::Fits
}

/// The name above a domain that is of level `max`; the domain itself where it is of no deeper level. `None` where no
/// level is known, and for a `max` below two, at which nothing can be registered.
///
/// ```
/// use beian::check::domain_level::upper_name;
/// use beian::value::DomainName;
///
/// let name = DomainName::parse("a.b.c.example.com")?;
/// assert_eq!(upper_name(&name, 4).map(|name| name.to_string()).as_deref(), Some("b.c.example.com"));
/// # Ok::<(), beian::value::DomainNameError>(())
/// ```
pub fn upper_name<'a>(name: &'a DomainName<'_>, max: u32) -> Option<DomainName<'a>> {
    let max = usize::try_from(max).ok().filter(|max| *max >= 2)?;
    let surplus = level(name)?.saturating_sub(max);
    let mut upper = name.as_ascii();
    for _ in 0..surplus {
        (_, upper) = upper.split_once('.')?;
    }
    DomainName::parse(upper).ok()
}

/// Whether the suffix of a domain is approved for filing. What could not be confirmed is a problem as well, of a rule
/// that warns.
///
/// ```
/// use beian::check::domain_level::suffix;
/// use beian::value::DomainName;
///
/// assert!(suffix(&DomainName::parse("example.com")?).fits());
/// let refused = DomainName::parse("example.so")?;
/// assert_eq!(suffix(&refused).problem().unwrap().code(), "refused");
/// # Ok::<(), beian::value::DomainNameError>(())
/// ```
pub fn suffix<'a>(name: &'a DomainName<'_>) -> Verdict<SuffixProblem<'a>> {
    let suffix = name.suffix();
    match suffix.approval() {
        Approval::Refused => Verdict::fails(SuffixProblem::Refused { suffix: suffix.as_ascii() }),
        Approval::Unconfirmed => Verdict::fails(SuffixProblem::Unconfirmed { suffix: suffix.as_ascii() }),
        _ => Verdict::Fits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::order::OrderKind;
    use crate::rule::Provider;
    use crate::rulebook::Rulebook;

    #[test]
    fn an_apps_domain_goes_to_level_four() {
        for (name, fits, upper) in [
            ("qcloud.com", true, Some("qcloud.com")),
            ("beian.qcloud.com", true, Some("beian.qcloud.com")),
            ("shenzhen.beian.qcloud.com", true, Some("shenzhen.beian.qcloud.com")),
            ("a.b.c.example.com", false, Some("b.c.example.com")),
            ("a.b.c.d.example.com.cn", false, Some("c.d.example.com.cn")),
            ("a.b.c.示例.中国", false, Some("b.c.xn--fsq092h.xn--fiqs8s")),
            ("a.b.c.d.example.co.uk", true, None),
        ] {
            let Ok(domain) = DomainName::parse(name) else { panic!("{name}") };
            assert_eq!(app_domain(&domain, Limits::guide()).fits(), fits, "{name}");
            assert_eq!(upper_name(&domain, 4).as_ref().map(DomainName::as_ascii), upper, "{name}");
        }
    }

    #[test]
    fn every_provider_states_the_level_with_a_document_or_by_the_guide() {
        let Ok(deep) = DomainName::parse("a.b.c.example.com") else { panic!() };
        for &provider in Provider::ALL {
            let rulebook = Rulebook::builtin(provider);
            let verdict = app_domain(&deep, rulebook.limits());
            let stated = rulebook.limits().source(Limit::AppDomainLevel).cloned();
            let rule = verdict.problem().and_then(crate::check::Problem::known_rule);
            let guides = rule.and_then(|rule| rule.source_for(OrderKind::FirstFiling));
            assert_eq!(verdict.problem().map(crate::check::Problem::source), stated.or(guides), "{provider}");
        }
    }
}
