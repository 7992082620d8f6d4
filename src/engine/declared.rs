//! A rule as its file declares it: what is said of it, where it is asked, and what fixes what it finds.

use crate::engine::check::Check;
use crate::engine::context::CheckContext;
use crate::model::order::Order;
use crate::model::principal::Filer;
use crate::model::service::Service;
use crate::path::{FieldPath, Key, Segment};
use crate::report::remedy::{Remedy, Suggestion};
use crate::rule::{Rule, RuleMeta};
use crate::rulebook::provinces::Dimension;
use crate::value::{plain, PlatformKind};

/// A rule with its functions.
#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) meta: RuleMeta,
    /// The fields that it speaks of: `{responsible_person}` stands for both responsible persons, `{domain}` for a
    /// domain of a website and of an APP's platform.
    pub(crate) at: &'static [&'static str],
    pub(crate) when: When,
    /// Whose orders it speaks of; everybody's where it is `None`.
    pub(crate) of: Option<Filer>,
    /// The dimensions of the province table that it holds an order against.
    pub(crate) reads: &'static [Dimension],
    /// The rules whose finding at the same value gives way to its own.
    pub(crate) instead_of: &'static [&'static str],
    pub(crate) checks: &'static [Check],
    pub(crate) remedy: Option<Fix>,
}

impl From<&'static Declared> for Rule {
    fn from(declared: &'static Declared) -> Self {
        Self::from(&declared.meta)
    }
}

/// Of which fields a rule speaks, by whether they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Of fields that are asked for: it says that one is missing.
    Missing,
    /// Of fields that do not apply: it says that one is given all the same.
    Superfluous,
    /// Of any.
    Any,
}

/// Finds what fixes a finding of a rule, from its place and the order; `None` where nothing can be named.
pub(crate) type Fix = fn(&Unfixed<'_, '_>) -> Option<Remedy>;

/// The place of a finding, and what it was found in.
///
/// A remedy does not see the finding itself: what a check knows and the place does not tell, the check hands over
/// with the finding.
pub(crate) struct Unfixed<'m, 'a> {
    pub(crate) cx: &'m CheckContext<'a>,
    pub(crate) at: &'m FieldPath,
}

impl<'a> Unfixed<'_, 'a> {
    pub(crate) fn path(&self) -> FieldPath {
        self.at.clone()
    }

    /// What was filled in at the place.
    pub(crate) fn text(&self) -> Option<&'a str> {
        let order: &Order = self.cx.order;
        order.text_at(self.at)
    }

    /// The service that the place is in, with its index.
    pub(crate) fn service(&self) -> Option<(usize, &'a Service)> {
        match self.at.segments() {
            [Segment::Key(Key::Services), Segment::Index(index), ..] => {
                Some((*index, self.cx.order.services().get(*index)?))
            }
            _ => None,
        }
    }

    /// The platform that the place is in.
    pub(crate) fn platform(&self) -> Option<PlatformKind> {
        match (self.at.segments(), self.service()?.1) {
            ([_, _, Segment::Key(Key::Platforms), Segment::Index(index), ..], Service::App(app)) => {
                Some(app.platforms.get(*index)?.platform)
            }
            _ => None,
        }
    }

    #[allow(clippy::unnecessary_wraps)] // as a remedy ends
    pub(crate) fn set(&self, value: Suggestion) -> Option<Remedy> {
        Some(Remedy::Set { path: self.path(), value })
    }

    /// Sets what was filled in to this; `None` where it is the same.
    pub(crate) fn respell(&self, text: String) -> Option<Remedy> {
        (self.text() != Some(&text)).then(|| self.set(Suggestion::text(text)))?
    }

    /// Writes what was filled in otherwise, where it is right then.
    pub(crate) fn normalize(&self, is_right: impl Fn(&str) -> bool) -> Option<Remedy> {
        let text = self.text()?;
        if text.bytes().all(|b| b.is_ascii_graphic()) {
            return None; // as in most texts, there is nothing to write otherwise
        }
        let written = plain(text);
        (written != text && is_right(&written)).then(|| Remedy::Normalize { path: self.path() })
    }
}

/// Declares one rule. Its check stands directly below it, and what fixes a finding below that.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])*
        $vis:vis $name:ident = $id:literal {
            severity: $severity:ident,
            $(grades: $grades:expr,)?
            orders: $($orders:ident)|+,
            needs: [$($need:ident),* $(,)?],
            params: [$($param:ident),* $(,)?],
            $(at: [$($at:literal),+ $(,)?] $(if $when:ident)? $(of $of:ident)?,)?
            $(reads: [$($reads:ident),+ $(,)?],)?
            $(instead_of: [$($instead_of:literal),+ $(,)?],)?
            source: $origin:expr,
            $(miit: [$($miit:literal),* $(,)?],)?
            $(providers: [$($provider:ident),+ $(,)?],)?
            $(cited: [$($citing:ident: $cited:expr, $place:literal);+ $(;)?],)?
            $(since: $since:literal,)?
            summary: { zh: $szh:literal, en: $sen:literal $(,)? },
            message: { zh: $zh:literal, en: $en:literal $(,)? },
            check: [$($check:ident($function:path)),* $(,)?],
            $(remedy: $remedy:expr,)?
        }
    ) => {
        $(#[doc = $doc])*
        $vis static $name: $crate::engine::declared::Declared = $crate::engine::declared::Declared {
            meta: $crate::rule::RuleMeta {
                id: $id,
                docs: concat!($($doc, "\n"),*),
                severity: $crate::rule::Severity::$severity,
                grades: rule!(@list $($grades)?),
                orders: $crate::model::order_kind_set::OrderKindSet::of(&[])
                    $(.or($crate::model::order_kind_set::OrderKindSet::$orders))+,
                needs: &[$($crate::rule::Needs::$need),*],
                params: &[$(stringify!($param)),*],
                origin: $origin,
                miit: &[$($($miit),*)?],
                providers: &[$($($crate::rule::Provider::$provider),+)?],
                cited: &[$($(($crate::rule::Provider::$citing, $cited, $place)),+)?],
                since: rule!(@since $($since)?),
                is_notice: rule!(@is_notice $($check)*),
                summary: $crate::text::Text { zh: $szh, en: $sen },
                message: $crate::text::Text { zh: $zh, en: $en },
            },
            at: &[$($($at),+)?],
            when: rule!(@when $($($when)?)?),
            of: rule!(@of $($($of)?)?),
            reads: &[$($($crate::rulebook::provinces::Dimension::$reads),+)?],
            instead_of: &[$($($instead_of),+)?],
            checks: &[$($crate::engine::check::Check::$check($function)),*],
            remedy: rule!(@option $($remedy)?),
        };
    };
    (@list) => { &[] };
    (@list $list:expr) => { $list };
    (@since) => { $crate::rule::FIRST_VERSION };
    (@since $since:literal) => { $since };
    (@is_notice) => { true };
    (@is_notice $($check:ident)+) => { false };
    (@when) => { $crate::engine::declared::When::Any };
    (@when $when:ident) => { $crate::engine::declared::When::$when };
    (@of) => { None };
    (@of $of:ident) => { Some($crate::model::principal::Filer::$of) };
    (@option) => { None };
    (@option $remedy:expr) => { Some($remedy) };
}

/// Lists the rules of a group in the order in which they are asked at a place. A value that one of them refused is not
/// refused again: the more basic mistake stands first.
macro_rules! group {
    ($($(#[$meta:meta])* $rule:path),+ $(,)?) => {
        /// The rules of this group, in the order in which they are asked.
        pub(super) static RULES: &[&$crate::engine::declared::Declared] = &[$(&$rule),+];
    };
}
