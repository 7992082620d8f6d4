//! What the rules have reported so far: findings, and what they need.

use crate::check::{Needed, Problem, Reason, Verdict};
use crate::engine::blocked_places::BlockedPlaces;
use crate::engine::catalogue::Catalogue;
use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::precedence::{apply_precedence, take_precedence};
use crate::model::context::{Account, TargetAccount};
use crate::model::order::OrderKind;
use crate::model::principal::Filer;
use crate::model::registry::{FiledPrincipal, Registry};
use crate::path::{FieldPath, Key, Location, Segment};
use crate::report::remedy::Remedy;
use crate::report::{leave_out_early, Fact, Finding, LeftOut, Need, Params, Undetermined};
use crate::rule::RuleSet;
use crate::rule::{of_other, Needs, Rule, Severity, Source};
use crate::rulebook::Limit;
use crate::rulebook::Rulebook;

/// Initial capacity: about 30 rules are undetermined when registry and account are absent.
const USUALLY_UNDETERMINED: usize = 32;

/// Capacity that is reserved at the first finding; an order without findings needs none.
const USUAL_FINDINGS: usize = 16;

/// Collects what the rules report.
#[derive(Debug)]
pub(crate) struct Outcome {
    order: OrderKind,
    catalogue: &'static Catalogue,
    /// The rules that are on for orders of this kind.
    on: RuleSet,
    /// The number of the rule that is being asked, the current rule.
    number: usize,
    findings: Vec<Finding>,
    max_findings: Option<usize>,
    /// How many findings were dropped during the walk, since there were too many.
    early: LeftOut,
    /// What is undetermined in the order of the rules' ids, with the place of the rule in that order.
    undetermined: Vec<(usize, Undetermined)>,
    /// The rules that were reported as undetermined: each is listed once, with its first need.
    in_need: RuleSet,
    /// The limit that the current rule read last: a finding cites the document that states it.
    limit: Option<Limit>,
    /// The document that lists the word that the next finding is about.
    said_by: Option<Source>,
    rulebook: Rulebook,
    /// The places that have a blocker, at which no further finding is reported.
    blocked: BlockedPlaces,
    /// Whether a blocker makes it doubtful by which certificate the principal is identified.
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
            said_by: None,
            rulebook,
            blocked: BlockedPlaces::default(),
            doubts_certificate: false,
        }
    }

    /// The findings, the undetermined rules, and how many findings were dropped during the walk.
    pub(crate) fn into_parts(self) -> (Vec<Finding>, Vec<Undetermined>, LeftOut) {
        let undetermined = self.undetermined.into_iter().map(|(_, undetermined)| undetermined).collect();
        (self.findings, undetermined, self.early)
    }

    /// Makes the rule of this number the current one; `false` where it is off.
    pub(crate) fn turn_to(&mut self, number: usize) -> bool {
        self.number = number;
        self.limit = None;
        self.on.contains(number)
    }

    /// Moves on to the next place for the current rule: a limit that it read at the last place does not carry
    /// over.
    pub(crate) fn turn_to_next_place(&mut self) {
        self.limit = None;
    }

    /// Drops the least severe findings where there are more than four times as many as a report lists, so
    /// that an order with no end of mistakes takes bounded memory.
    #[inline]
    fn make_room(&mut self) {
        if let Some(max) = self.max_findings.filter(|max| self.findings.len() / 4 >= (*max).max(1_000)) {
            self.leave_out(max);
        }
    }

    #[cold]
    fn leave_out(&mut self, max: usize) {
        apply_precedence(self.catalogue, &mut self.findings);
        self.early.add(leave_out_early(&mut self.findings, max));
    }

    /// Reports a finding of the current rule at `below` under `at`, unless that value has a blocker already.
    #[cold]
    pub(crate) fn find(&mut self, at: &Location<'_>, below: &[Key], params: Params) {
        self.push(at, below, params, Rest::NONE, &mut |_| None);
    }

    /// As `find`, with a remedy that depends on what the check knows. `fix` is given the place, and runs only
    /// where the finding is kept.
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

    /// As `find_with`, with a severity milder than the rule's: one of the grades that it declares.
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

    /// As `find_graded`, for a finding that rests on a listed word: it cites the document that lists the word.
    #[cold]
    pub(crate) fn find_said(
        &mut self,
        grade: Severity,
        source: Source,
        at: &Location<'_>,
        below: &[Key],
        params: Params,
    ) {
        self.said_by = Some(source);
        self.push(at, below, params, Rest { grade: Some(grade), fact: None }, &mut |_| None);
        self.said_by = None;
    }

    /// As `find`, for a finding that rests on a fact of the province table: the fact bounds its severity, and
    /// gives it source and standing.
    #[cold]
    pub(crate) fn find_from(&mut self, at: &Location<'_>, below: &[Key], params: Params, fact: Fact) {
        self.push(at, below, params, Rest { grade: None, fact: Some(fact) }, &mut |_| None);
    }

    /// As `find_from`, with a remedy as in `find_with`.
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
            params.iter().map(|(name, _)| name).eq(meta.params.iter()),
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
        // Where a rule of a province and a national one judge the same value, the province's may take
        // precedence.
        if self.is_blocked(at, below) && !take_precedence(declared, severity, &path, &mut self.findings) {
            return;
        }
        let remedy = fix(&path);
        let provider = self.rulebook.provider();
        let mut finding = Finding::of(Rule::from(meta), severity, path, params, (self.order, provider));
        if let Some(remedy) = remedy {
            finding.give(remedy);
        }
        let source = self.limit.take().and_then(|limit| self.rulebook.limits().source(limit).cloned());
        let said_by = self.said_by.take().map(|source| of_other(source, provider));
        let document = || self.rulebook.document(Rule::from(meta));
        let source = match provider {
            None => source.or_else(document).or(said_by),
            Some(_) => source.or(said_by).or_else(document),
        };
        self.keep(quoting(finding, fact.map(|fact| fact.under(provider)), source));
    }

    /// Keeps a finding that was made: a blocker blocks its place from here on.
    pub(crate) fn keep(&mut self, finding: Finding) {
        let path = &finding.path;
        if finding.severity == Severity::Blocker && !holds_several(path) {
            self.blocked.insert(path);
            self.doubts_certificate |= identifies_principal(path);
        }
        if self.findings.is_empty() {
            self.findings.reserve(USUAL_FINDINGS);
        }
        self.findings.push(finding);
        self.make_room();
    }

    /// Whether no rule has found anything yet.
    pub(crate) fn has_found_nothing(&self) -> bool {
        self.findings.is_empty() && self.early.count() == 0
    }

    /// Whether a place, or an object that it is in, has a blocker.
    pub(crate) fn holds(&self, path: &FieldPath) -> bool {
        self.blocked.hold(path)
    }

    /// Whether the value at `below` under `at`, or an object that it is in, has a blocker.
    #[inline]
    pub(crate) fn is_blocked(&self, at: &Location<'_>, below: &[Key]) -> bool {
        self.blocked.hold_at(at, below)
    }

    /// Whether the value at `below` under `at`, or an object that it is in, has a blocker or a warning.
    pub(crate) fn is_faulted(&self, at: &Location<'_>, below: &[Key]) -> bool {
        if self.findings.is_empty() {
            return false;
        }
        let path = at.path(below);
        let is_around = |finding: &Finding| {
            finding.severity >= Severity::Warning
                && !finding.path.segments().is_empty()
                && path.starts_with(&finding.path)
        };
        self.findings.iter().any(is_around)
    }

    /// Whether the kind or the number of the principal's certificate has a blocker, or an object around them.
    pub(crate) fn doubts_certificate(&self) -> bool {
        self.doubts_certificate
    }

    /// Reports that the current rule is undetermined for want of `need`; only the first need of a rule is
    /// kept.
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
        let place = self.catalogue.place(self.number);
        let before = self.undetermined.partition_point(|(known, _)| *known < place);
        self.undetermined.insert(before, (place, Undetermined { rule: meta.id.into(), needs: need }));
    }

    /// Makes a service's own rule of this number the current one: own rules are numbered behind those of the catalogue.
    pub(crate) fn turn_to_own(&mut self, number: usize) {
        self.number = self.catalogue.rules().len().saturating_add(number);
    }

    /// As `needs`, for a service's own rule of this id, which is the current one.
    #[cold]
    pub(crate) fn needs_own(&mut self, id: &str, need: Need) {
        if !self.is_undetermined() {
            self.in_need.insert(self.number);
            // Those of the catalogue were asked before: their places are needed no more.
            let before = self.undetermined.partition_point(|(_, known)| *known.rule < *id);
            let undetermined = Undetermined { rule: id.to_owned().into(), needs: need };
            self.undetermined.insert(before, (usize::MAX, undetermined));
        }
    }

    /// Whether the current rule was already reported as undetermined.
    pub(crate) fn is_undetermined(&self) -> bool {
        self.in_need.contains(self.number)
    }

    /// Reports that the current rule needs an optional input of the order that is absent. Silent where the
    /// place has a blocker, since the absence is then a finding itself.
    #[cold]
    pub(crate) fn needs_input(&mut self, at: &Location<'_>, below: &[Key]) {
        if !self.is_undetermined() && !self.is_blocked(at, below) {
            self.needs(Need::OrderInput(at.path(below)));
        }
    }

    /// Reports that the current rule needs an optional input of the context that is absent.
    #[cold]
    pub(crate) fn needs_context(&mut self, path: &[Key]) {
        self.needs(Need::ContextInput(Location::ROOT.path(path)));
    }

    /// Reports that the current rule needs a value of a filed principal that the registry does not give.
    #[cold]
    pub(crate) fn needs_of_filed(&mut self, registry: &Registry, principal: &FiledPrincipal, key: Key) {
        if self.is_undetermined() {
            return;
        }
        let mut path = FieldPath::root().join(Key::Registry).join(Key::Principals);
        if let Some(place) = registry.place_of(principal) {
            path = path.join(place);
        }
        self.needs(Need::ContextInput(path.join(key)));
    }

    /// The same for a filed service, by its index among the principal's.
    #[cold]
    pub(crate) fn needs_of_filed_service(
        &mut self,
        registry: &Registry,
        principal: &FiledPrincipal,
        service: usize,
        key: Key,
    ) {
        if self.is_undetermined() {
            return;
        }
        let mut path = FieldPath::root().join(Key::Registry);
        if let Some(place) = registry.place_of(principal) {
            let services = path.join(Key::Principals).join(place).join(Key::Services);
            path = services.join(service).join(Key::Service).join(key);
        }
        self.needs(Need::ContextInput(path));
    }

    /// Hears what a check says of the value at `below` under `at`. A problem is handed over, and the next finding names the
    /// document of its limit; of what there is no answer to the rule is undetermined.
    #[inline]
    pub(crate) fn hear<R: Reason>(
        &mut self,
        cx: &CheckContext<'_>,
        verdict: Verdict<R>,
        at: &Location<'_>,
        below: &[Key],
    ) -> Option<Problem<R>> {
        match verdict {
            Verdict::Fits => None,
            Verdict::Fails(problem) => {
                if let Some(limit) = problem.limit() {
                    self.rests_on(limit);
                }
                Some(problem)
            }
            Verdict::Undetermined(needed) => {
                self.lacks(cx, needed, at, below);
                None
            }
        }
    }

    #[cold]
    fn lacks(&mut self, cx: &CheckContext<'_>, needed: Needed, at: &Location<'_>, below: &[Key]) {
        match needed {
            Needed::Input(_) => self.needs_input(at, below),
            // An account that is given, and does not say its id.
            Needed::Account if cx.context.account.is_some() => self.needs_context(&[Key::Account, Key::Id]),
            Needed::Account => self.needs(Need::Account),
            Needed::Registry => self.needs(Need::Registry),
            Needed::ProvinceRules => self.needs(Need::ProvinceRules),
            Needed::ProviderRules => self.needs(Need::ProviderRules),
        }
    }

    /// The registry; without one the rule is undetermined.
    pub(crate) fn registry<'a>(&mut self, cx: &CheckContext<'a>) -> Option<&'a Registry> {
        if cx.context.registry.is_none() && !self.is_undetermined() {
            self.needs(Need::Registry);
        }
        cx.context.registry.as_ref()
    }

    /// Whether an individual or an organisation files. Where the order states no principal and there is no
    /// registry to look it up, the rule is undetermined.
    pub(crate) fn filer(&mut self, cx: &CheckContext<'_>) -> Option<Filer> {
        if cx.filer().is_none() && cx.principal.is_none() && self.filed(cx).is_some() {
            self.needs_known(cx, &[Known::KIND]);
        }
        cx.filer()
    }

    /// A limit of the provider, whose document the next finding cites; where no document of the provider
    /// states it, the rule is undetermined.
    pub(crate) fn limit(&mut self, cx: &CheckContext<'_>, limit: Limit) -> Option<u32> {
        let stated = cx.limits().get(limit);
        if stated.is_none() {
            self.needs(Need::ProviderRules);
        }
        self.rests_on(limit);
        stated
    }

    /// Makes the next finding cite the document that states this limit.
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

/// The finding with the document that it quotes; without one, that of its rule.
fn quoting(finding: Finding, fact: Option<Fact>, source: Option<Source>) -> Finding {
    match (fact, source) {
        (Some(fact), _) => finding.resting_on(fact),
        (None, Some(source)) => finding.sourced(source),
        (None, None) => finding,
    }
}

/// Turns a closure that is called at most once into one that may be called again. As a `&mut dyn FnMut` the
/// closures of all remedies share the code that collects findings, which is then compiled once, not for each
/// remedy.
fn once<A: ?Sized, T>(call: impl FnOnce(&A) -> Option<T>) -> impl FnMut(&A) -> Option<T> {
    let mut call = Some(call);
    move |argument| call.take().and_then(|call| call(argument))
}

/// Whether several findings may stand at a place: at the order as a whole, or at a key that says so.
fn holds_several(path: &FieldPath) -> bool {
    match path.segments().last() {
        None => true,
        Some(Segment::Key(key)) => key.holds_several(),
        Some(_) => false,
    }
}

/// Whether the kind or the number of the principal's certificate is at a place, or inside it.
fn identifies_principal(place: &FieldPath) -> bool {
    use Segment::Key as Step;
    matches!(
        place.segments(),
        [Step(Key::Principal)]
            | [Step(Key::Principal), Step(Key::Certificate)]
            | [Step(Key::Principal), Step(Key::Certificate), Step(Key::Kind | Key::Number)]
    )
}

/// The need as a rule declares it: the path of an input is left out.
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
