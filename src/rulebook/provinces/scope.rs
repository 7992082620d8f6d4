//! Whom and what a cell is about.

use std::fmt;

use crate::model::order::OrderKind;
use crate::model::order_kind_set::OrderKindSet;
use crate::model::principal::PrincipalKind;
use crate::model::service::ServiceKind;
use crate::text::{Language, Text};

/// A set of kinds of principals.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Principals(u32);

impl Principals {
    pub(super) const ALL: Self = Self::of(PrincipalKind::ALL);
    pub(super) const INDIVIDUALS: Self = Self::of(&[PrincipalKind::Individual]);
    pub(super) const ORGANIZATIONS: Self = Self(Self::ALL.0 & !Self::INDIVIDUALS.0);

    pub(super) const fn of(kinds: &[PrincipalKind]) -> Self {
        let mut set = 0;
        let mut rest = kinds;
        while let [kind, tail @ ..] = rest {
            set |= Self::bit(*kind);
            rest = tail;
        }
        Self(set)
    }

    #[allow(clippy::as_conversions)] // a fieldless enum of twenty kinds, in a const
    const fn bit(kind: PrincipalKind) -> u32 {
        1 << kind as u32
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it holds this kind.
    pub const fn contains(self, kind: PrincipalKind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    /// The kinds.
    pub fn kinds(self) -> impl Iterator<Item = PrincipalKind> {
        PrincipalKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }
}

impl fmt::Debug for Principals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.kinds()).finish()
    }
}

/// Whom and what a cell is about: kinds of principals, kinds of orders, websites or APPs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    pub(super) principals: Principals,
    pub(super) orders: OrderKindSet,
    pub(super) service: Option<ServiceKind>,
}

/// Everyone, in every order.
pub(super) const EVERYONE: Scope =
    Scope { principals: Principals::ALL, orders: OrderKindSet::ALL, service: None };
/// Organisations 单位.
pub(super) const ORGANIZATIONS: Scope = Scope { principals: Principals::ORGANIZATIONS, ..EVERYONE };
/// Individuals 个人.
pub(super) const INDIVIDUALS: Scope = Scope { principals: Principals::INDIVIDUALS, ..EVERYONE };
/// Enterprises 企业, individual businesses among them.
pub(super) const ENTERPRISES: Scope = Scope {
    principals: Principals::of(&[PrincipalKind::Enterprise, PrincipalKind::IndividualBusiness]),
    ..EVERYONE
};
/// Individual businesses 个体工商户.
pub(super) const INDIVIDUAL_BUSINESSES: Scope =
    Scope { principals: Principals::of(&[PrincipalKind::IndividualBusiness]), ..EVERYONE };
/// Party and government bodies 党政机关.
pub(super) const GOVERNMENT: Scope =
    Scope { principals: Principals::of(&[PrincipalKind::Government]), ..EVERYONE };
/// Public institutions 事业单位.
pub(super) const INSTITUTIONS: Scope =
    Scope { principals: Principals::of(&[PrincipalKind::PublicInstitution]), ..EVERYONE };
/// Government bodies and public institutions 机关事业单位.
pub(super) const PUBLIC_BODIES: Scope = Scope {
    principals: Principals::of(&[PrincipalKind::Government, PrincipalKind::PublicInstitution]),
    ..EVERYONE
};

impl Scope {
    /// In these orders only.
    pub(super) const fn on(self, orders: OrderKindSet) -> Self {
        Self { orders, ..self }
    }

    /// Without these principals.
    pub(super) const fn without(self, other: Self) -> Self {
        Self { principals: self.principals.without(other.principals), ..self }
    }

    /// The kinds of principals.
    pub const fn principals(self) -> Principals {
        self.principals
    }

    /// The kinds of orders.
    pub fn orders(self) -> impl Iterator<Item = OrderKind> {
        self.orders.kinds()
    }

    /// Websites or APPs only; `None` for both.
    pub const fn service(self) -> Option<ServiceKind> {
        self.service
    }

    /// Whether a cell of this scope speaks of such an order. A principal whose kind is not known is in it only
    /// where every kind is, a service of no one kind only where both are.
    pub fn includes(
        self,
        principal: Option<PrincipalKind>,
        order: OrderKind,
        service: Option<ServiceKind>,
    ) -> bool {
        let principal = match principal {
            Some(kind) => self.principals.contains(kind),
            None => self.principals == Principals::ALL,
        };
        principal && self.orders.contains(order) && (self.service.is_none() || self.service == service)
    }

    /// Whether an order could be in both.
    pub fn overlaps(self, other: Self) -> bool {
        let services = self.service.is_none() || other.service.is_none() || self.service == other.service;
        services
            && self.principals.0 & other.principals.0 != 0
            && self.orders.kinds().any(|kind| other.orders.contains(kind))
    }

    /// What a person reads: "单位 · 首次备案".
    pub fn show(self, language: Language) -> String {
        let listed = |terms: Vec<Text>| {
            let comma = if language == Language::Zh { "、" } else { ", " };
            terms.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(comma)
        };
        let mut parts = vec![match self.principals {
            Principals::ALL => {
                Text { zh: "单位和个人", en: "organisations and individuals" }.get(language).to_owned()
            }
            Principals::ORGANIZATIONS => Text { zh: "单位", en: "organisations" }.get(language).to_owned(),
            Principals::INDIVIDUALS => Text { zh: "个人", en: "individuals" }.get(language).to_owned(),
            some if some.kinds().count() > 10 => {
                let others = Principals::ORGANIZATIONS.without(some);
                let others = listed(others.kinds().map(PrincipalKind::text).collect());
                match language {
                    Language::Zh => format!("单位（{others}除外）"),
                    Language::En => format!("organisations other than {others}"),
                }
            }
            some => listed(some.kinds().map(PrincipalKind::text).collect()),
        }];
        if self.orders != OrderKindSet::ALL {
            parts.push(listed(self.orders.kinds().map(OrderKind::text).collect()));
        }
        if let Some(service) = self.service {
            parts.push(service.text().get(language).to_owned());
        }
        parts.join(" · ")
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.show(Language::En))
    }
}
