//! Applying remedies to an order.

use std::collections::BTreeSet;

use super::Remedy;
use crate::model::material::Material;
use crate::model::order::{
    Agreement, ChangeFiling, ChangeService, DeregisterPrincipal, Filing, Order, OrderKind,
};
use crate::model::service::Service;
use crate::path::{FieldPath, Key, Segment};
use crate::value::plain;
use crate::wire::edit::{Change, Edit, Obstacle};

/// Why a remedy could not be applied to an order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RemedyError {
    /// It takes the applicant: a choice, a file, a wait, or another order.
    #[error("this remedy is not one that a program can apply")]
    ByApplicant,
    /// The order has nothing at the place: the remedy is of another order, or another remedy has changed it.
    #[error("the order has nothing at {path}")]
    NotThere {
        /// The place.
        path: FieldPath,
    },
    /// The value is none that can stand at the place.
    #[error("the value cannot stand at {path}")]
    NotAValue {
        /// The place.
        path: FieldPath,
    },
    /// An order of the one kind cannot be handed in as the other by changing it.
    #[error("an order of the kind `{from}` cannot become one of the kind `{to}`")]
    OrderKind {
        /// The kind of the order.
        from: OrderKind,
        /// The kind that it was to become.
        to: OrderKind,
    },
}

impl Order {
    /// The order with a remedy applied. The order itself is not changed.
    ///
    /// A program can apply what is [automatic](super::Applicability::Automatic), and what the applicant
    /// [has agreed to](super::Applicability::OnConfirmation).
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::{Agreement, Order, Remedy};
    /// let order = Order::FirstFiling(Filing::new());
    /// let ticked = order.apply(&Remedy::Tick { agreement: Agreement::Terms })?;
    /// assert_eq!(ticked.agreements(), [Agreement::Terms]);
    /// # Ok::<(), beian::RemedyError>(())
    /// ```
    ///
    /// # Errors
    /// [`RemedyError`] where it takes the applicant, or does not fit the order.
    pub fn apply(&self, remedy: &Remedy) -> Result<Self, RemedyError> {
        self.apply_all([remedy])
    }

    /// The order with several remedies of one report applied. Each remedy names its place in the order as it
    /// was: so values change first, then items are removed, then the kind of the order changes. The same
    /// remedy counts once.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::service::Website;
    /// use beian::{Order, Remedy};
    /// let names = ["商城", "商城", "商城", "论坛"].map(|name| Website::new().with_name(name));
    /// let order = Order::FirstFiling(Filing::new().with_services(names));
    /// let remove = |path: &str| path.parse().map(|path| Remedy::Remove { path });
    ///
    /// let fixed = order.apply_all(&[remove("/services/1")?, remove("/services/2")?])?;
    /// let left: Vec<_> = fixed.services().iter().filter_map(|service| service.name()).collect();
    /// assert_eq!(left, ["商城", "论坛"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`apply`](Self::apply), of the first remedy that cannot be applied.
    pub fn apply_all<'a>(&self, remedies: impl IntoIterator<Item = &'a Remedy>) -> Result<Self, RemedyError> {
        let mut order = self.clone();
        let mut removed = BTreeSet::new();
        let mut other_kind = None;
        for remedy in remedies {
            match remedy {
                Remedy::Set { path, value } => order.change(path, Change::Set(&value.value))?,
                Remedy::Normalize { path, also } => {
                    for path in std::iter::once(path).chain(also) {
                        order.change(path, Change::Rewrite(plain))?;
                    }
                }
                Remedy::Tick { agreement } => order.tick(*agreement)?,
                Remedy::Remove { path } => {
                    removed.insert(path);
                }
                Remedy::MoveMaterial { path, to } => {
                    if removed.insert(path) {
                        order.copy_material(path, to)?;
                    }
                }
                Remedy::UseOrderKind { order_kind, filing_number, service_numbers } => {
                    order.number_services(service_numbers);
                    other_kind = Some((*order_kind, filing_number.as_deref()));
                }
                Remedy::Choose { .. }
                | Remedy::Divide { .. }
                | Remedy::Split { .. }
                | Remedy::SubmitFirst { .. }
                | Remedy::AddMaterial { .. }
                | Remedy::WaitUntil { .. }
                | Remedy::Other { .. } => return Err(RemedyError::ByApplicant),
            }
        }
        for path in removed.into_iter().rev() {
            order.change(path, Change::Remove)?;
        }
        match other_kind {
            Some((kind, number)) => {
                let from = order.kind();
                order.into_kind(kind, number).ok_or(RemedyError::OrderKind { from, to: kind })
            }
            None => Ok(order),
        }
    }

    fn change(&mut self, path: &FieldPath, change: Change<'_>) -> Result<(), RemedyError> {
        self.edit(path.segments(), change).map_err(|obstacle| match obstacle {
            Obstacle::NotThere => RemedyError::NotThere { path: path.clone() },
            Obstacle::NotAValue => RemedyError::NotAValue { path: path.clone() },
        })
    }

    fn tick(&mut self, agreement: Agreement) -> Result<(), RemedyError> {
        let (Self::FirstFiling(Filing { agreements, .. })
        | Self::AccessFiling(Filing { agreements, .. })
        | Self::AddService(Filing { agreements, .. })
        | Self::AddServiceFromElsewhere(Filing { agreements, .. })
        | Self::ChangeFiling(ChangeFiling { agreements, .. })
        | Self::ChangeService(ChangeService { agreements, .. })) = self
        else {
            return Err(RemedyError::NotThere { path: FieldPath::root().join(Key::Agreements) });
        };
        if !agreements.contains(&agreement) {
            agreements.push(agreement);
        }
        Ok(())
    }

    fn copy_material(&mut self, path: &FieldPath, to: &FieldPath) -> Result<(), RemedyError> {
        let not_there = |path: &FieldPath| RemedyError::NotThere { path: path.clone() };
        let from = match path.segments().split_last() {
            Some((Segment::Index(index), list)) => self.materials_at(list).and_then(|list| list.get(*index)),
            _ => None,
        };
        let material = from.cloned().ok_or_else(|| not_there(path))?;
        self.materials_at(to.segments()).ok_or_else(|| not_there(to))?.push(material);
        Ok(())
    }

    /// A list of materials.
    fn materials_at(&mut self, path: &[Segment]) -> Option<&mut Vec<Material>> {
        let (last, owner) = path.split_last()?;
        if *last != Segment::Key(Key::Materials) {
            return None;
        }
        if let [Segment::Key(Key::Services), Segment::Index(index), inner @ ..] = owner {
            let service = self.services_mut()?.get_mut(*index)?;
            let (materials, person) = match service {
                Service::Website(website) => (&mut website.materials, &mut website.responsible_person),
                Service::App(app) => (&mut app.materials, &mut app.responsible_person),
            };
            return match inner {
                [] => Some(materials),
                [Segment::Key(Key::ResponsiblePerson)] => Some(&mut person.as_mut()?.materials),
                _ => None,
            };
        }
        match (self, owner) {
            (
                Self::FirstFiling(Filing { materials, .. })
                | Self::AccessFiling(Filing { materials, .. })
                | Self::AddService(Filing { materials, .. })
                | Self::AddServiceFromElsewhere(Filing { materials, .. })
                | Self::ChangeFiling(ChangeFiling { materials, .. })
                | Self::ChangeService(ChangeService { materials, .. }),
                [],
            ) => Some(materials),
            (
                Self::FirstFiling(Filing { principal, .. })
                | Self::AccessFiling(Filing { principal, .. })
                | Self::AddService(Filing { principal, .. })
                | Self::AddServiceFromElsewhere(Filing { principal, .. })
                | Self::ChangeFiling(ChangeFiling { principal, .. }),
                [Segment::Key(Key::Principal), inner @ ..],
            ) => match inner {
                [] => Some(&mut principal.as_mut()?.materials),
                [Segment::Key(Key::ResponsiblePerson)] => {
                    Some(&mut principal.as_mut()?.responsible_person.as_mut()?.materials)
                }
                _ => None,
            },
            _ => None,
        }
    }

    pub(crate) fn services_mut(&mut self) -> Option<&mut Vec<Service>> {
        match self {
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => Some(&mut filing.services),
            Self::ChangeFiling(change) => Some(&mut change.services),
            Self::ChangeService(change) => Some(&mut change.services),
            Self::DeregisterPrincipal(_)
            | Self::DeregisterHollowPrincipal(_)
            | Self::DeregisterServices(_)
            | Self::CancelAccess(_)
            | Self::MigrateAccount(_) => None,
        }
    }

    fn number_services(&mut self, numbers: &[Box<str>]) {
        for (service, number) in self.services_mut().into_iter().flatten().zip(numbers) {
            let place = match service {
                Service::Website(website) => &mut website.filing_number,
                Service::App(app) => &mut app.filing_number,
            };
            *place = Some(String::from(&**number));
        }
    }

    /// The order as one of another kind, with the fields that both kinds have. An order about something filed
    /// gets `number`.
    pub(crate) fn into_kind(self, kind: OrderKind, number: Option<&str>) -> Option<Self> {
        let number = number.map(str::to_owned);
        match self {
            order if order.kind() == kind => Some(order),
            Self::FirstFiling(filing)
            | Self::AccessFiling(filing)
            | Self::AddService(filing)
            | Self::AddServiceFromElsewhere(filing) => of_filing(filing, kind, number),
            Self::DeregisterServices(order) | Self::CancelAccess(order) => match kind {
                OrderKind::DeregisterServices => Some(Self::DeregisterServices(order)),
                OrderKind::CancelAccess => Some(Self::CancelAccess(order)),
                OrderKind::DeregisterPrincipal => Some(Self::DeregisterPrincipal(DeregisterPrincipal {
                    filing_number: number,
                    declaration: None,
                    reason: order.reason,
                    effective_on: order.effective_on,
                    verification: order.verification,
                })),
                _ => None,
            },
            // A principal that has services is not hollow.
            Self::DeregisterHollowPrincipal(order) if kind == OrderKind::DeregisterPrincipal => {
                let filing_number = number.or(order.filing_number);
                Some(Self::DeregisterPrincipal(DeregisterPrincipal {
                    filing_number,
                    ..DeregisterPrincipal::new()
                }))
            }
            _ => None,
        }
    }
}

fn of_filing(filing: Filing, kind: OrderKind, filing_number: Option<String>) -> Option<Order> {
    Some(match kind {
        OrderKind::FirstFiling => Order::FirstFiling(filing),
        OrderKind::AccessFiling => Order::AccessFiling(filing),
        OrderKind::AddService => Order::AddService(filing),
        OrderKind::AddServiceFromElsewhere => Order::AddServiceFromElsewhere(filing),
        OrderKind::ChangeFiling => {
            let Filing { principal, services, agreements, materials } = filing;
            Order::ChangeFiling(ChangeFiling {
                filing_number,
                effective_on: None,
                principal,
                services,
                agreements,
                materials,
            })
        }
        OrderKind::ChangeService => {
            let Filing { services, agreements, materials, .. } = filing;
            let effective_on = None;
            Order::ChangeService(ChangeService {
                filing_number,
                effective_on,
                services,
                agreements,
                materials,
            })
        }
        _ => return None,
    })
}
