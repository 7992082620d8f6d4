//! Asking the rules of a service's own, after all others: a value that has a blocker by then gets no finding of theirs.

use std::fmt;
use std::sync::Arc;

use crate::engine::context::CheckContext;
use crate::engine::outcome::Outcome;
use crate::model::context::Context;
use crate::model::domain::Domain;
use crate::model::material::Material;
use crate::model::order::Order;
use crate::model::principal::{Principal, PrincipalKind};
use crate::model::registry::FiledPrincipal;
use crate::model::resource::Resource;
use crate::model::responsible_person::ResponsiblePerson;
use crate::model::service::{App, Package, Platform, Service, Website};
use crate::path::{FieldPath, Key, Location, Segment};
use crate::report::remedy::Remedy;
use crate::report::{Finding, Need, Param, Params};
#[cfg(feature = "patterns")]
use crate::rule::NameTest;
use crate::rule::{OwnMeta, OwnRule, Severity};
use crate::rulebook::Rulebook;
use crate::value::Province;

/// What is asked: all parts of one kind, one after the other.
type Ask = Box<dyn Fn(&CheckContext<'_>, Rule<'_>, &mut Outcome) + Send + Sync>;

/// The rule that is asked, with the severity in force.
#[derive(Clone, Copy)]
struct Rule<'m> {
    meta: &'m Arc<OwnMeta>,
    severity: Severity,
}

/// Asks the rulebook's own rules.
pub(crate) fn ask(cx: &CheckContext<'_>, out: &mut Outcome) {
    for (index, rule) in cx.rulebook.own_rules().iter().enumerate() {
        let Some(severity) = cx.rulebook.severity_of_own(rule) else { continue };
        if !rule.meta().orders.contains(cx.kind) {
            continue;
        }
        out.turn_to_own(index);
        for check in rule.checks() {
            if let Some(ask) = check.downcast_ref::<Ask>() {
                ask(cx, Rule { meta: rule.meta(), severity }, out);
            }
            #[cfg(feature = "patterns")]
            if let Some(test) = check.downcast_ref::<NameTest>() {
                names::ask(cx, Rule { meta: rule.meta(), severity }, test, out);
            }
        }
    }
}

/// What a pattern of a patch says of names.
#[cfg(feature = "patterns")]
mod names {
    use super::sealed::Part as _;
    use super::{CheckContext, Found, Key, Location, Outcome, Param, Principal, Rule, Service};
    use crate::model::service::ServiceKind;
    use crate::rule::{NameOf, NameTest};
    use crate::text::filled;

    pub(super) fn ask(cx: &CheckContext<'_>, rule: Rule<'_>, test: &NameTest, out: &mut Outcome) {
        let mut judge = |name: Option<&str>, at: &Location<'_>| {
            let Some((name, fault)) = name.and_then(|name| Some((name, test.fault(name)?))) else { return };
            let params = [("name", name), ("found", fault)];
            let params =
                params.into_iter().filter(|(key, _)| rule.meta.params.iter().any(|own| **own == **key));
            let found =
                params.fold(Found::at(Key::Name), |found, (key, name)| found.with(key, Param::name(name)));
            let path = at.path(&[Key::Name]);
            if !out.holds(&path) {
                out.keep(found.finding(rule.meta, rule.severity, path));
            }
        };
        let kind = match test.of {
            NameOf::Principal => {
                return Principal::each(cx.order, &mut |principal, at| {
                    judge(filled(principal.name.as_ref()), at);
                });
            }
            NameOf::Service => None,
            NameOf::Website => Some(ServiceKind::Website),
            NameOf::App => Some(ServiceKind::App),
        };
        Service::each(cx.order, &mut |service, at| {
            if kind.map_or(true, |kind| kind == service.kind()) {
                judge(service.name().map(str::trim).filter(|name| !name.is_empty()), at);
            }
        });
    }
}

impl OwnRule {
    /// The same, asked of each part of one kind; which kind, the type of the closure's first parameter says: [`Order`],
    /// [`Principal`], [`ResponsiblePerson`], [`Service`], [`Website`], [`App`], [`Domain`], [`Platform`], [`Package`],
    /// [`Resource`] or [`Material`].
    ///
    /// The closure is called once for each such part of an order, in the order of the document, after all rules of this
    /// crate were asked. A rule that is asked of several kinds of parts has a closure for each.
    ///
    /// ```
    /// use beian::{Asked, Found, Key, Need, Order, OwnRule, ResponsiblePerson, Severity, Source};
    ///
    /// let rule = OwnRule::new(
    ///     "acme.mailbox",
    ///     Severity::Warning,
    ///     "请使用企业邮箱",
    ///     "use a mailbox of the company",
    ///     Source::new("Acme 客户须知", "邮箱", None),
    /// )?
    /// .asked_of(|person: &ResponsiblePerson, asked: &mut Asked<'_>| match person.email.as_deref() {
    ///     Some(email) if email.ends_with("@mail.example.com") => asked.find(Key::Email),
    ///     Some(_) => {}
    ///     None => asked.needs_input(Key::Email),
    /// });
    /// # Ok::<(), beian::OwnRuleError>(())
    /// ```
    #[must_use]
    pub fn asked_of<P, F>(self, check: F) -> Self
    where
        P: Part,
        F: Fn(&P, &mut Asked<'_>) + Send + Sync + 'static,
    {
        let ask: Ask = Box::new(move |cx, rule, out| {
            P::each(cx.order, &mut |part, at| {
                check(
                    part,
                    &mut Asked {
                        order: cx.order,
                        context: cx.context,
                        rulebook: cx.rulebook,
                        filed_principal: cx.filed_principal,
                        principal_kind: cx.principal_kind,
                        province: cx.province,
                        at,
                        rule,
                        out,
                    },
                );
            });
        });
        self.with_check(Arc::new(ask))
    }

    /// A finding of this rule that was made beside the walk, for [`Report::extend`](crate::Report::extend): of what a
    /// service sees before there is an order, or what only a third party tells.
    ///
    /// ```
    /// use beian::{validate, Context, Order, OwnRule, Rulebook, Severity, Source};
    /// # use beian::order::Filing;
    /// # let order = Order::FirstFiling(Filing::new());
    /// # let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let rule = OwnRule::new(
    ///     "acme.contract-missing",
    ///     Severity::Blocker,
    ///     "请先签署服务合同",
    ///     "sign the service contract first",
    ///     Source::new("Acme Cloud terms", "3.2", None),
    /// )?;
    /// let mut report = validate(&order, &context, &Rulebook::default());
    /// report.extend([rule.finding(beian::Key::Principal)]);
    /// assert!(report.has("acme.contract-missing", "/principal"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn finding(&self, found: impl Into<Found>) -> Finding {
        let found = found.into();
        let path = found.below.clone();
        found.finding(self.meta(), self.meta().severity, path)
    }
}

/// A kind of part of an order that a rule of one's own is asked of. Only this crate's types are.
pub trait Part: sealed::Part {}

#[allow(private_interfaces)] // nobody outside can name the trait to call it
mod sealed {
    use super::{Location, Order};

    pub trait Part: Sized {
        /// Calls a function with each part of the kind and its place, in the order of the document.
        fn each(order: &Order, call: &mut dyn FnMut(&Self, &Location<'_>));
    }
}

/// Declares what is a part: how to come to each of the kind.
macro_rules! parts {
    ($($part:ty: |$order:ident, $call:ident| $each:expr;)+) => {
        $(
            impl Part for $part {}

            #[allow(private_interfaces)] // nobody outside can name the trait to call it
            impl sealed::Part for $part {
                fn each($order: &Order, $call: &mut dyn FnMut(&Self, &Location<'_>)) {
                    $each
                }
            }
        )+
    };
}

parts! {
    Order: |order, call| call(order, &Location::ROOT);
    Principal: |order, call| if let Some(principal) = order.principal() {
        call(principal, &Location::ROOT.key(Key::Principal));
    };
    ResponsiblePerson: |order, call| {
        Principal::each(order, &mut |principal, at| {
            if let Some(person) = &principal.responsible_person {
                call(person, &at.key(Key::ResponsiblePerson));
            }
        });
        Service::each(order, &mut |service, at| {
            if let Some(person) = service.responsible_person() {
                call(person, &at.key(Key::ResponsiblePerson));
            }
        });
    };
    Service: |order, call| {
        let services_at = Location::ROOT.key(Key::Services);
        for (index, service) in order.services().iter().enumerate() {
            call(service, &services_at.index(index));
        }
    };
    Website: |order, call| Service::each(order, &mut |service, at| {
        if let Service::Website(website) = service {
            call(website, at);
        }
    });
    App: |order, call| Service::each(order, &mut |service, at| {
        if let Service::App(app) = service {
            call(app, at);
        }
    });
    Domain: |order, call| Service::each(order, &mut |service, at| {
        if let Service::Website(website) = service {
            items(&website.domains, at, Key::Domains, call);
        }
        items(service.platforms(), at, Key::Platforms, &mut |platform: &Platform, at| {
            items(&platform.domains, at, Key::Domains, call);
        });
    });
    Platform: |order, call| Service::each(order, &mut |service, at| {
        items(service.platforms(), at, Key::Platforms, call);
    });
    Package: |order, call| Platform::each(order, &mut |platform, at| {
        items(&platform.packages, at, Key::Packages, call);
    });
    Resource: |order, call| Service::each(order, &mut |service, at| {
        items(service.resources(), at, Key::Resources, call);
    });
    Material: |order, call| {
        let of_person = |person: Option<&ResponsiblePerson>, at: &Location<'_>, call: &mut dyn FnMut(&Material, &Location<'_>)| {
            if let Some(person) = person {
                items(&person.materials, &at.key(Key::ResponsiblePerson), Key::Materials, call);
            }
        };
        Principal::each(order, &mut |principal, at| {
            items(&principal.materials, at, Key::Materials, call);
            of_person(principal.responsible_person.as_ref(), at, call);
        });
        Service::each(order, &mut |service, at| {
            items(service.materials(), at, Key::Materials, call);
            of_person(service.responsible_person(), at, call);
        });
        items(order.materials(), &Location::ROOT, Key::Materials, call);
    };
}

/// The items of the list that the part at `at` has under a key.
fn items<T>(list: &[T], at: &Location<'_>, key: Key, call: &mut dyn FnMut(&T, &Location<'_>)) {
    for (index, item) in list.iter().enumerate() {
        call(item, &at.item(key, index));
    }
}

/// What a rule of one's own may look at besides the part, and where it reports.
pub struct Asked<'a> {
    order: &'a Order,
    context: &'a Context,
    rulebook: &'a Rulebook,
    filed_principal: Option<&'a FiledPrincipal>,
    principal_kind: Option<PrincipalKind>,
    province: Option<Province>,
    at: &'a Location<'a>,
    rule: Rule<'a>,
    out: &'a mut Outcome,
}

impl<'a> Asked<'a> {
    /// Where the part stands in the order.
    pub fn path(&self) -> FieldPath {
        self.at.path(&[])
    }

    /// The whole order.
    pub const fn order(&self) -> &'a Order {
        self.order
    }

    /// The service that the part is, or is in.
    pub fn service(&self) -> Option<&'a Service> {
        match self.path().segments() {
            [Segment::Key(Key::Services), Segment::Index(index), ..] => self.order.services().get(*index),
            _ => None,
        }
    }

    /// The day, the account, what is filed.
    pub const fn context(&self) -> &'a Context {
        self.context
    }

    /// The rulebook: limits, the practice of the provinces, the calendar.
    pub const fn rulebook(&self) -> &'a Rulebook {
        self.rulebook
    }

    /// The filed principal that the order is about, where the registry of the context knows it.
    pub const fn filed_principal(&self) -> Option<&'a FiledPrincipal> {
        self.filed_principal
    }

    /// The kind of the principal, as the order states it, else as it is filed.
    pub const fn principal_kind(&self) -> Option<PrincipalKind> {
        self.principal_kind
    }

    /// The province whose practice counts: that of the principal's region, else of the filing number.
    pub const fn province(&self) -> Option<Province> {
        self.province
    }

    /// Reports what is wrong, at a place below the part: a [`Key`], several, or a [`FieldPath`] from the part on, of which
    /// [`FieldPath::root`] is the part itself. [`Found`] says more.
    ///
    /// Where the value, or an object that it is in, has a blocker already, the finding is left out.
    pub fn find(&mut self, found: impl Into<Found>) {
        self.report(found.into());
    }

    fn report(&mut self, found: Found) {
        let path = self.path_of(&found.below);
        if !self.out.holds(&path) {
            self.out.keep(found.finding(self.rule.meta, self.rule.severity, path));
        }
    }

    /// Says that the rule cannot be decided without this. Of several needs of a rule the first is reported.
    pub fn needs(&mut self, need: Need) {
        self.out.needs_own(&self.rule.meta.id, need);
    }

    /// Says that the rule cannot be decided without a value below the part, which is absent. Where the place has a blocker
    /// already, its absence is told by that.
    pub fn needs_input(&mut self, below: impl Into<FieldPath>) {
        let path = self.path_of(&below.into());
        if !self.out.holds(&path) {
            self.needs(Need::OrderInput(path));
        }
    }

    fn path_of(&self, below: &FieldPath) -> FieldPath {
        below.segments().iter().cloned().fold(self.path(), FieldPath::join)
    }
}

/// The rule and the place: the order is shown by its own `Debug`.
impl fmt::Debug for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Asked({} at {})", self.rule.meta.id, self.path())
    }
}

/// What a rule of one's own found: where below the part, the parameters of its text, and what would fix it.
///
/// ```
/// use beian::{Found, Key, Severity};
/// let found = Found::at([Key::Registration, Key::Registrant]).with("contracts", 3_u64).with_severity(Severity::Advice);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    below: FieldPath,
    params: Params,
    severity: Option<Severity>,
    remedy: Option<Remedy>,
}

impl Found {
    /// Something at this place.
    pub fn at(below: impl Into<FieldPath>) -> Self {
        Self { below: below.into(), params: Params::default(), severity: None, remedy: None }
    }

    /// The same, with a parameter of the text.
    #[must_use]
    pub fn with(mut self, name: &str, param: impl Into<Param>) -> Self {
        self.params.put(name, param.into());
        self
    }

    /// The same, milder than the rule: no finding is harsher than its rule.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The same, with what would fix it. Its paths lead from the order: [`Asked::path`] is that of the part.
    #[must_use]
    pub fn with_remedy(mut self, remedy: Remedy) -> Self {
        self.remedy = Some(remedy);
        self
    }

    fn finding(self, meta: &Arc<OwnMeta>, severity: Severity, path: FieldPath) -> Finding {
        let severity = self.severity.map_or(severity, |milder| milder.min(severity));
        let mut finding = Finding::of_own(meta, severity, path, self.params);
        if let Some(remedy) = self.remedy {
            finding.give(remedy);
        }
        finding
    }
}

impl<T: Into<FieldPath>> From<T> for Found {
    fn from(below: T) -> Self {
        Self::at(below)
    }
}
