//! What the rules said so far.

use crate::engine::blocked_places::BlockedPlaces;
use crate::engine::catalogue::Catalogue;
use crate::engine::context::CheckContext;
use crate::engine::precedence::{displace, leave_one};
use crate::model::context::{Account, TargetAccount};
use crate::model::order::OrderKind;
use crate::model::principal::Filer;
use crate::model::registry::{FiledPrincipal, Registry};
use crate::path::{FieldPath, Key, Location, Segment};
use crate::report::remedy::Remedy;
use crate::report::{leave_out_early, Fact, Finding, LeftOut, Need, Params, Undetermined};
use crate::rule::RuleSet;
use crate::rule::{Needs, Rule, Severity};
use crate::rulebook::Limit;
use crate::rulebook::Rulebook;
/// Room for so many: orders rarely come with all that can be told.
const USUALLY_UNDETERMINED: usize = 32;

/// Room for so many, where there are any.
const USUAL_FINDINGS: usize = 16;

/// What the rules said so far.
#[derive(Debug)]
pub(crate) struct Outcome {
    order: OrderKind,
    catalogue: &'static Catalogue,
    /// The rules that are on.
    on: RuleSet,
    /// The number of the rule that is asked.
    number: usize,
    findings: Vec<Finding>,
    max_findings: Option<usize>,
    /// What there was no room for.
    early: LeftOut,
    undetermined: Vec<Undetermined>,
    /// The rules that have said what they need.
    in_need: RuleSet,
    /// The limit that the rule asked for last: its document is the finding's.
    limit: Option<Limit>,
    rulebook: Rulebook,
    /// Where a blocker is: a value that has one is not blamed again.
    blocked: BlockedPlaces,
    /// Whether one is where the principal's certificate is told.
    doubts_certificate: bool,
}

impl Outcome {
    pub(crate) fn new(
        catalogue: &'static Catalogue,
        order: OrderKind,
        rulebook: Rulebook,
        max_findings: Option<u32>,
    ) -> Self {
        Self {
            catalogue,
            on: rulebook.rules_on(order).clone(),
            max_findings: max_findings.and_then(|max| usize::try_from(max).ok()),
            early: LeftOut::default(),
            order,
            number: 0,
            findings: Vec::new(),
            undetermined: Vec::with_capacity(USUALLY_UNDETERMINED),
            in_need: RuleSet::default(),
            limit: None,
            rulebook,
            blocked: BlockedPlaces::default(),
            doubts_certificate: false,
        }
    }

    /// Takes what the rules said: findings, needs, and what there was no room for.
    pub(crate) fn into_parts(self) -> (Vec<Finding>, Vec<Undetermined>, LeftOut) {
        (self.findings, self.undetermined, self.early)
    }

    /// Turns to the rule of this number, which is asked next; `false` where it is off.
    pub(crate) fn turn_to(&mut self, number: usize) -> bool {
        self.number = number;
        self.limit = None;
        self.on.contains(number)
    }

    /// Turns to the next place at which the same rule is asked.
    pub(crate) fn turn_to_next_place(&mut self) {
        self.limit = None;
    }

    /// Keeps memory within bounds where there is far more than a report lists.
    #[inline]
    fn make_room(&mut self) {
        if let Some(max) = self.max_findings.filter(|max| self.findings.len() / 4 >= (*max).max(1_000)) {
            self.leave_out(max);
        }
    }

    #[cold]
    fn leave_out(&mut self, max: usize) {
        leave_one(self.catalogue, &mut self.findings);
        self.early.add(leave_out_early(&mut self.findings, max));
    }

    /// Reports the rule's finding at `below` under `at`, unless the value there has a blocker already.
    #[cold]
    pub(crate) fn find(&mut self, at: &Location<'_>, below: &[Key], params: Params) {
        self.push(at, below, params, Rest::NONE, &mut |_| None);
    }

    /// The same, with what fixes it: a check hands over what it knows. The place is given to the closure, which is run
    /// only where the finding stays.
    #[cold]
    pub(crate) fn find_with(
        &mut self,
        at: &Location<'_>,
        below: &[Key],
        params: Params,
        fix: impl FnOnce(&FieldPath) -> Option<Remedy>,
    ) {
        self.push(at, below, params, Rest::NONE, &mut once(fix));
    }

    /// The same, milder than the rule: by one of the grades that it declares.
    #[cold]
    #[allow(dead_code)]
    pub(crate) fn find_graded(
        &mut self,
        grade: Severity,
        at: &Location<'_>,
        below: &[Key],
        params: Params,
        fix: impl FnOnce(&FieldPath) -> Option<Remedy>,
    ) {
        self.push(at, below, params, Rest { grade: Some(grade), fact: None }, &mut once(fix));
    }

    /// The same, with the weight, the source and the standing of the fact that it rests on.
    #[cold]
    pub(crate) fn find_from(&mut self, at: &Location<'_>, below: &[Key], params: Params, fact: Fact) {
        self.push(at, below, params, Rest { grade: None, fact: Some(fact) }, &mut |_| None);
    }

    /// The same, with what fixes it.
    #[cold]
    pub(crate) fn find_from_with(
        &mut self,
        at: &Location<'_>,
        below: &[Key],
        params: Params,
        fact: Fact,
        fix: impl FnOnce(&FieldPath) -> Option<Remedy>,
    ) {
        self.push(at, below, params, Rest { grade: None, fact: Some(fact) }, &mut once(fix));
    }

    fn push(
        &mut self,
        at: &Location<'_>,
        below: &[Key],
        params: Params,
        Rest { grade, fact }: Rest,
        fix: &mut dyn FnMut(&FieldPath) -> Option<Remedy>,
    ) {
        let Some(declared) = self.catalogue.get(self.number) else { return };
        let meta = &declared.meta;
        let Some(severity) = self.rulebook.severity(Rule::from(meta)) else { return };
        debug_assert!(
            params.iter().map(|(name, _)| name).eq(meta.params.iter().copied()),
            "{}: the parameters are not as declared",
            meta.id
        );
        let most = grade.or_else(|| fact.as_ref().map(|fact| fact.most));
        debug_assert!(
            most.map_or(true, |most| most >= meta.severity || meta.grades.iter().any(|g| g.severity == most)),
            "{}: a grade that is not declared: {most:?}",
            meta.id
        );
        let severity = most.map_or(severity, |most| severity.min(most));
        let path = at.path(below);
        // Of a national rule and a province's that say the like of one value, the province's speaks.
        if self.is_blocked(at, below) && !displace(declared, severity, &path, &mut self.findings) {
            return;
        }
        if severity == Severity::Blocker && !holds_several(&path) {
            self.blocked.insert(&path);
            self.doubts_certificate |= tells_principal(&path);
        }
        if self.findings.is_empty() {
            self.findings.reserve(USUAL_FINDINGS);
        }
        let remedy = fix(&path);
        let mut finding = Finding::of(Rule::from(meta), severity, path, params, self.order);
        if let Some(remedy) = remedy {
            finding.give(remedy);
        }
        let source = self.limit.take().and_then(|limit| self.rulebook.limits().source(limit).cloned());
        let source = source.or_else(|| meta.cited_by(self.rulebook.provider()));
        self.findings.push(match (fact, source) {
            (Some(fact), _) => finding.resting_on(fact),
            (None, Some(source)) => finding.sourced(source),
            (None, None) => finding,
        });
        self.make_room();
    }

    /// Whether the value at `below` under `at`, or an object that it is in, has a blocker.
    #[inline]
    pub(crate) fn is_blocked(&self, at: &Location<'_>, below: &[Key]) -> bool {
        self.blocked.hold_at(at, below)
    }

    /// Whether the kind or the number of the principal's certificate has a blocker, or an object that they are in.
    pub(crate) fn doubts_certificate(&self) -> bool {
        self.doubts_certificate
    }

    /// Says that the rule cannot be decided for want of `need`.
    #[cold]
    pub(crate) fn needs(&mut self, need: Need) {
        if self.is_undetermined() {
            return;
        }
        let Some(declared) = self.catalogue.get(self.number) else { return };
        let meta = &declared.meta;
        debug_assert!(
            meta.needs.contains(&declared_as(&need)),
            "{}: a need that is not declared: {need}",
            meta.id
        );
        self.in_need.insert(self.number);
        self.undetermined.push(Undetermined { rule: meta.id.into(), needs: need });
    }

    /// Whether the rule has said already what it needs.
    pub(crate) fn is_undetermined(&self) -> bool {
        self.in_need.contains(self.number)
    }

    /// Says that the rule needs an optional input of the order that is absent. Silent where the absence is a
    /// finding itself.
    #[cold]
    pub(crate) fn needs_input(&mut self, at: &Location<'_>, below: &[Key]) {
        if !self.is_undetermined() && !self.is_blocked(at, below) {
            self.needs(Need::OrderInput(at.path(below)));
        }
    }

    /// Says that the rule needs an optional input of the context that is absent.
    #[cold]
    pub(crate) fn needs_context(&mut self, path: &[Key]) {
        self.needs(Need::ContextInput(Location::ROOT.path(path)));
    }

    /// Says that the rule needs to know of a filed principal what the registry does not say.
    #[cold]
    pub(crate) fn needs_of_filed(&mut self, registry: &Registry, principal: &FiledPrincipal, key: Key) {
        let mut path = FieldPath::root().join(Key::Registry).join(Key::Principals);
        if let Some(place) = registry.place_of(principal) {
            path = path.join(place);
        }
        self.needs(Need::ContextInput(path.join(key)));
    }

    /// The same of a filed service, by its place among the principal's.
    #[cold]
    pub(crate) fn needs_of_filed_service(
        &mut self,
        registry: &Registry,
        principal: &FiledPrincipal,
        service: usize,
        key: Key,
    ) {
        let mut path = FieldPath::root().join(Key::Registry);
        if let Some(place) = registry.place_of(principal) {
            let services = path.join(Key::Principals).join(place).join(Key::Services);
            path = services.join(service).join(Key::Service).join(key);
        }
        self.needs(Need::ContextInput(path));
    }

    /// The registry; without one the rule is undetermined.
    pub(crate) fn registry<'a>(&mut self, cx: &CheckContext<'a>) -> Option<&'a Registry> {
        if cx.context.registry.is_none() && !self.is_undetermined() {
            self.needs(Need::Registry);
        }
        cx.context.registry.as_ref()
    }

    /// Who files; where an order states no principal and nothing is known of what is filed the rule is
    /// undetermined.
    pub(crate) fn filer(&mut self, cx: &CheckContext<'_>) -> Option<Filer> {
        if cx.filer().is_none() && cx.principal.is_none() {
            self.registry(cx);
        }
        cx.filer()
    }

    /// A limit of the provider, whose document the next finding then names; where its documents do not state it the
    /// rule is undetermined.
    pub(crate) fn limit(&mut self, cx: &CheckContext<'_>, limit: Limit) -> Option<u32> {
        let stated = cx.limits().get(limit);
        if stated.is_none() {
            self.needs(Need::ProviderRules);
        }
        self.rests_on(limit);
        stated
    }

    /// Says that the next finding rests on a limit: it names the document that states it.
    pub(crate) fn rests_on(&mut self, limit: Limit) {
        self.limit = Some(limit);
    }

    /// The account; without one the rule is undetermined.
    pub(crate) fn account<'a>(&mut self, cx: &CheckContext<'a>) -> Option<&'a Account> {
        if cx.context.account.is_none() {
            self.needs(Need::Account);
        }
        cx.context.account.as_ref()
    }

    /// The account that a filing moves to; without one the rule is undetermined.
    pub(crate) fn target_account<'a>(&mut self, cx: &CheckContext<'a>) -> Option<&'a TargetAccount> {
        if cx.context.target_account.is_none() {
            self.needs(Need::TargetAccount);
        }
        cx.context.target_account.as_ref()
    }
}

/// What a finding rests on besides its rule.
struct Rest {
    grade: Option<Severity>,
    fact: Option<Fact>,
}

impl Rest {
    const NONE: Self = Self { grade: None, fact: None };
}

/// A closure that is called at most once, as one that may be called again: so that the code that collects findings is
/// compiled once, and not for each remedy.
fn once<A: ?Sized, T>(call: impl FnOnce(&A) -> Option<T>) -> impl FnMut(&A) -> Option<T> {
    let mut call = Some(call);
    move |argument| call.take().and_then(|call| call(argument))
}

/// Whether several things can be wrong at a place at once; the order as a whole is such a place.
fn holds_several(path: &FieldPath) -> bool {
    match path.segments().last() {
        None => true,
        Some(Segment::Key(key)) => key.holds_several(),
        Some(_) => false,
    }
}

/// Whether the kind or the number of the principal's certificate is at a place, or in it.
fn tells_principal(place: &FieldPath) -> bool {
    use Segment::Key as Step;
    matches!(
        place.segments(),
        [Step(Key::Principal)]
            | [Step(Key::Principal), Step(Key::Certificate)]
            | [Step(Key::Principal), Step(Key::Certificate), Step(Key::Kind | Key::Number)]
    )
}

/// How a rule declares a need.
fn declared_as(need: &Need) -> Needs {
    match need {
        Need::Registry => Needs::Registry,
        Need::Account => Needs::Account,
        Need::TargetAccount => Needs::TargetAccount,
        Need::ProvinceRules => Needs::ProvinceRules,
        Need::ProviderRules => Needs::ProviderRules,
        Need::OrderInput(_) | Need::ContextInput(_) | Need::Other(_) => Needs::Inputs,
    }
}
