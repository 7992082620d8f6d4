//! What the file of a rule declares: its description, where it is asked, and what fixes its findings.

use crate::engine::check::Check;
use crate::engine::context::CheckContext;
use crate::model::order::Order;
use crate::model::principal::Filer;
use crate::model::service::Service;
use crate::path::{FieldPath, Key, Segment};
use crate::report::remedy::{Remedy, Suggestion};
use crate::rule::{Rule, RuleMeta, Words};
use crate::rulebook::provinces::Dimension;
use crate::value::{plain, PlatformKind};

/// A rule as it is declared: its description and its functions.
#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) meta: RuleMeta,
    /// The fields that the rule speaks of: `{responsible_person}` stands for the principal's and each
    /// service's, `{domain}` for a domain of a website and of an APP's platform.
    pub(crate) at: Words,
    pub(crate) when: When,
    /// Whose orders it speaks of; `None`: everybody's.
    pub(crate) of: Option<Filer>,
    /// The dimensions of the province table that its check reads.
    pub(crate) reads: &'static [Dimension],
    /// The rules whose finding at the same value gives way to its own.
    pub(crate) instead_of: Words,
    pub(crate) checks: &'static [Check],
    pub(crate) remedy: Option<Fix>,
}

impl From<&'static Declared> for Rule {
    fn from(declared: &'static Declared) -> Self {
        Self::from(&declared.meta)
    }
}

/// Which of its fields a rule speaks of, by whether they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Of a field that is required: the rule says that it is missing.
    Missing,
    /// Of a field that does not apply: the rule says that it is given all the same.
    Superfluous,
    /// Of a field whether or not it is asked for.
    Any,
}

/// Derives the remedy of a finding from its place and the order; `None` where no remedy can be named.
pub(crate) type Fix = fn(&Unfixed<'_, '_>) -> Option<Remedy>;

/// What a declared remedy may look at: the order, and the place of the finding.
///
/// It does not see the parameters of the finding. Where a remedy depends on what only the check knows, the
/// check hands it over with `Outcome::find_with`.
pub(crate) struct Unfixed<'m, 'a> {
    pub(crate) cx: &'m CheckContext<'a>,
    pub(crate) at: &'m FieldPath,
}

impl<'a> Unfixed<'_, 'a> {
    pub(crate) fn path(&self) -> FieldPath {
        self.at.clone()
    }

    /// The text of the order at the place.
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

    #[allow(clippy::unnecessary_wraps)] // a remedy function ends with it
    pub(crate) fn set(&self, value: Suggestion) -> Option<Remedy> {
        Some(Remedy::Set { path: self.path(), value })
    }

    /// Suggests this text; `None` where it is the one that is there.
    pub(crate) fn respell(&self, text: String) -> Option<Remedy> {
        (self.text() != Some(&text)).then(|| self.set(Suggestion::text(text)))?
    }

    /// Suggests to normalise the text (full-width characters, stray spaces), where the result would pass
    /// `is_right`.
    pub(crate) fn normalize(&self, is_right: impl Fn(&str) -> bool) -> Option<Remedy> {
        let text = self.text()?;
        if text.bytes().all(|b| b.is_ascii_graphic()) {
            return None; // visible ASCII, as in most texts, is in normal form already
        }
        let written = plain(text);
        (written != text && is_right(&written))
            .then(|| Remedy::Normalize { path: self.path(), also: Vec::new() })
    }
}

/// The documentation of a rule. It is no part of the declaration, so that a program that explains no rule is linked
/// without these texts.
pub(crate) trait Documented {
    /// In Markdown: what the rule states, why, and an example.
    const DOCS: &'static str;
}

/// Declares one rule. Its check function stands directly below the declaration, its remedy function below
/// that.
///
/// - `severity`: that of its findings; `grades`: milder ones that a finding may have instead, each with its
///   condition.
/// - `actor`: who has to act on its findings; none: whoever fills in the form.
/// - `orders`: the kinds of orders it looks at; `needs`: what it may lack, so that it is undetermined.
/// - `params`: the names of a finding's parameters, which the texts have in braces.
/// - `at`: the fields it speaks of, `if Missing` or `if Superfluous`, `of Individual` or `of Organization`;
///   the form lists the rule at each of them.
/// - `reads`: the dimensions of the province table that its check reads.
/// - `instead_of`: rules whose finding at the same value gives way to its own.
/// - `source`: the document that states it; `cited`: documents of other providers that do; `providers`: those
///   whose practice it is, where it does not hold for all; `miit`: the ministry's result codes; `since`: the
///   version that has it first.
/// - `summary`: what it states; `message`: what a finding tells the applicant; both in Chinese and English.
/// - `check`: where it is asked, and the function; none makes it a notice.
/// - `remedy`: the function that names what fixes a finding.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])*
        $vis:vis $name:ident = $id:literal {
            severity: $severity:ident,
            $(actor: $actor:ident,)?
            $(grades: $grades:expr,)?
            orders: $($orders:ident)|+,
            needs: [$($need:ident),* $(,)?],
            params: [$($param:ident),* $(,)?],
            $(at: [$($at:literal),+ $(,)?] $(if $when:ident)? $(of $of:ident)?,)?
            $(reads: [$($reads:ident),+ $(,)?],)?
            $(instead_of: [$($instead_of:literal),+ $(,)?],)?
            sources: [$($basis:ident($($of_kinds:ident)|+): $source:expr),+ $(,)?],
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
                severity: $crate::rule::Severity::$severity,
                actor: rule!(@actor $($actor)?),
                grades: rule!(@list $($grades)?),
                orders: $crate::model::order_kind_set::OrderKindSet::of(&[])
                    $(.or($crate::model::order_kind_set::OrderKindSet::$orders))+,
                needs: &[$($crate::rule::Needs::$need),*],
                params: $crate::rule::Words(concat!($(stringify!($param), " "),*)),
                sources: &[$($crate::rule::Sourced {
                    orders: $crate::model::order_kind_set::OrderKindSet::of(&[])
                        $(.or($crate::model::order_kind_set::OrderKindSet::$of_kinds))+,
                    place: $source,
                    basis: rule!(@basis $basis),
                }),+],
                miit: &[$($($miit),*)?],
                providers: &[$($($crate::rule::Provider::$provider),+)?],
                cited: &[$($(($crate::rule::Provider::$citing, $cited, $place)),+)?],
                since: rule!(@since $($since)?),
                is_notice: rule!(@is_notice $($check)*),
                texts: concat!($szh, "\n", $sen, "\n", $zh, "\n", $en),
            },
            at: $crate::rule::Words(concat!($($($at, " "),+)?)),
            when: rule!(@when $($($when)?)?),
            of: rule!(@of $($($of)?)?),
            reads: &[$($($crate::rulebook::provinces::Dimension::$reads),+)?],
            instead_of: $crate::rule::Words(concat!($($($instead_of, " "),+)?)),
            checks: &[$(rule!(@check $check $function)),*],
            remedy: rule!(@option $($remedy)?),
        };

        // In the namespace of types, beside the static of the same name.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        $vis enum $name {}

        impl $crate::engine::declared::Documented for $name {
            const DOCS: &'static str = concat!($($doc, "\n"),*);
        }
    };
    (@check Start $function:path) => { $crate::engine::check::Check::Start($function) };
    (@check Principal $function:path) => { $crate::engine::check::Check::Principal($function) };
    (@check Order $function:path) => { $crate::engine::check::Check::Order($function) };
    (@check ResponsiblePerson $function:path) => { rule!(@each ResponsiblePerson ResponsiblePersonNode $function) };
    (@check Service $function:path) => { rule!(@each Service ServiceNode $function) };
    (@check Website $function:path) => { rule!(@each Website ServiceNode $function) };
    (@check App $function:path) => { rule!(@each App ServiceNode $function) };
    (@check Domain $function:path) => { rule!(@each Domain DomainNode $function) };
    (@check Platform $function:path) => { rule!(@each Platform PlatformNode $function) };
    (@check Package $function:path) => { rule!(@each Package PackageNode $function) };
    (@check Material $function:path) => { rule!(@each Material MaterialNode $function) };
    (@check Resource $function:path) => { rule!(@each Resource ResourceNode $function) };
    (@check Server $function:path) => { rule!(@each Server ServerNode $function) };
    // In a function of its own, in which the check can be inlined. A limit that the check read at one place does not
    // carry over to the next.
    (@each $check:ident $node:ident $function:path) => {{
        fn each(
            cx: &$crate::engine::context::CheckContext<'_>,
            nodes: &[$crate::engine::nodes::$node<'_>],
            out: &mut $crate::engine::outcome::Outcome,
        ) {
            for node in nodes {
                out.turn_to_next_place();
                $function(cx, node, out);
            }
        }
        $crate::engine::check::Check::$check(each)
    }};
    (@basis stated) => { $crate::rule::SourceBasis::Stated };
    (@basis inferred) => { $crate::rule::SourceBasis::Inferred };
    (@basis standard) => { $crate::rule::SourceBasis::Standard };
    (@actor) => { $crate::rule::Actor::Form };
    (@actor $actor:ident) => { $crate::rule::Actor::$actor };
    (@list) => { &[] };
    (@list $list:expr) => { $list };
    (@since) => { None };
    (@since $since:literal) => { Some($since) };
    (@is_notice) => { true };
    (@is_notice $($check:ident)+) => { false };
    (@when) => { $crate::engine::declared::When::Any };
    (@when $when:ident) => { $crate::engine::declared::When::$when };
    (@of) => { None };
    (@of $of:ident) => { Some($crate::model::principal::Filer::$of) };
    (@option) => { None };
    (@option $remedy:expr) => { Some($remedy) };
}

/// Lists the rules of a group in the order in which they are asked. A value with a blocker gets no further
/// finding, so the rule on the more basic mistake stands first.
macro_rules! group {
    ($($(#[$meta:meta])* $rule:path),+ $(,)?) => {
        /// The rules of this group, in the order in which they are asked.
        pub(super) static RULES: &[&$crate::engine::declared::Declared] = &[$(&$rule),+];

        /// The documentation of each of them.
        pub(super) static DOCS: &[&str] = &[$(<$rule as $crate::engine::declared::Documented>::DOCS),+];
    };
}
