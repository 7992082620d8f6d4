//! Sets of order kinds.

use crate::model::order::OrderKind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OrderKindSet(u16);

impl OrderKindSet {
    pub(crate) const ALL: Self = Self::of(OrderKind::ALL);
    pub(crate) const NEW_TYPE: Self =
        Self::of(&[OrderKind::FirstFiling, OrderKind::AddService, OrderKind::AddServiceFromElsewhere]);
    pub(crate) const FIRST: Self = Self::of(&[OrderKind::FirstFiling]);
    pub(crate) const ADDITIONS: Self = Self::of(&[OrderKind::AddService, OrderKind::AddServiceFromElsewhere]);
    pub(crate) const ACCESS: Self = Self::of(&[OrderKind::AccessFiling]);
    pub(crate) const FILING: Self = Self::NEW_TYPE.or(Self::ACCESS);
    pub(crate) const CHANGE_FILING: Self = Self::of(&[OrderKind::ChangeFiling]);
    pub(crate) const CHANGE_SERVICE: Self = Self::of(&[OrderKind::ChangeService]);
    pub(crate) const CHANGE: Self = Self::CHANGE_FILING.or(Self::CHANGE_SERVICE);
    /// Every filing and change order.
    pub(crate) const WITH_SERVICES: Self = Self::FILING.or(Self::CHANGE);
    /// Orders that name filed services by number.
    pub(crate) const NAMED_SERVICES: Self =
        Self::of(&[OrderKind::DeregisterServices, OrderKind::CancelAccess]);
    pub(crate) const DEREGISTER_PRINCIPAL: Self = Self::of(&[OrderKind::DeregisterPrincipal]);
    pub(crate) const DEREGISTER_HOLLOW_PRINCIPAL: Self = Self::of(&[OrderKind::DeregisterHollowPrincipal]);
    pub(crate) const DEREGISTER_SERVICES: Self = Self::of(&[OrderKind::DeregisterServices]);
    pub(crate) const CANCEL_ACCESS: Self = Self::of(&[OrderKind::CancelAccess]);
    pub(crate) const MIGRATE_ACCOUNT: Self = Self::of(&[OrderKind::MigrateAccount]);
    /// New-type orders but for an addition to a filing here, and access filings: the principal is stated
    /// anew.
    pub(crate) const STATED_ANEW: Self =
        Self::of(&[OrderKind::FirstFiling, OrderKind::AccessFiling, OrderKind::AddServiceFromElsewhere]);
    pub(crate) const ADD_SERVICE_FROM_ELSEWHERE: Self = Self::of(&[OrderKind::AddServiceFromElsewhere]);
    pub(crate) const ADD_SERVICE: Self = Self::of(&[OrderKind::AddService]);
    /// Every order that states a principal.
    pub(crate) const WITH_PRINCIPAL: Self = Self::FILING.or(Self::CHANGE_FILING);

    pub(crate) const fn of(kinds: &[OrderKind]) -> Self {
        let mut set = 0;
        let mut rest = kinds;
        while let [kind, tail @ ..] = rest {
            set |= Self::bit(*kind);
            rest = tail;
        }
        Self(set)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn contains(self, kind: OrderKind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    pub(crate) fn kinds(self) -> impl Iterator<Item = OrderKind> {
        OrderKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }

    #[allow(clippy::as_conversions)] // a fieldless enum of eleven kinds, in a const
    const fn bit(kind: OrderKind) -> u16 {
        1 << kind as u16
    }
}
