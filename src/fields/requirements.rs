//! Whether a field is asked for, by order kind and by who files.

use crate::fields::Requirement;
use crate::model::order::OrderKind;
use crate::model::principal::Filer;

/// The letters of the six orders that have a form.
pub(super) type Columns = [u8; 6];

/// The letters of the five orders that confirm: deregistering a principal, a hollow one, services, cancelling
/// access, moving to another account.
type Confirmed = [u8; 5];

/// The requirement in each order, of organisations and of individuals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Requirements {
    organization: Columns,
    individual: Columns,
    confirmed: Confirmed,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // byte strings are references
pub(super) const fn both(letters: &Columns) -> Requirements {
    apart(letters, letters)
}

#[allow(clippy::trivially_copy_pass_by_ref)] // byte strings are references
pub(super) const fn apart(organization: &Columns, individual: &Columns) -> Requirements {
    Requirements { organization: *organization, individual: *individual, confirmed: *b"-----" }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // byte strings are references
pub(super) const fn confirmed(letters: &Confirmed) -> Requirements {
    Requirements { organization: *b"------", individual: *b"------", confirmed: *letters }
}

impl Requirements {
    /// The requirement in an order of `kind`.
    pub(crate) fn of(self, kind: OrderKind, filer: Filer) -> Requirement {
        let columns = match filer {
            Filer::Organization => self.organization,
            Filer::Individual => self.individual,
        };
        let [principal, hollow_principal, services, access, account] = self.confirmed;
        let letter = match kind {
            OrderKind::DeregisterPrincipal => principal,
            OrderKind::DeregisterHollowPrincipal => hollow_principal,
            OrderKind::DeregisterServices => services,
            OrderKind::CancelAccess => access,
            OrderKind::MigrateAccount => account,
            OrderKind::FirstFiling
            | OrderKind::AccessFiling
            | OrderKind::AddService
            | OrderKind::AddServiceFromElsewhere
            | OrderKind::ChangeFiling
            | OrderKind::ChangeService => column(columns, kind),
        };
        match letter {
            b'R' => Requirement::Required,
            b'O' => Requirement::Optional,
            b'C' => Requirement::Conditional,
            b'P' => Requirement::ByProvince,
            b'L' => Requirement::Locked,
            b'n' => Requirement::NotApplicable,
            _ => Requirement::NotShown,
        }
    }

    /// Whether an order of `kind` shows the field to this filer; where the filer is not known, to either.
    pub(crate) fn is_shown(self, kind: OrderKind, filer: Option<Filer>) -> bool {
        let shows = |filer| self.of(kind, filer) != Requirement::NotShown;
        filer.map_or_else(|| shows(Filer::Organization) || shows(Filer::Individual), shows)
    }

    /// Whether some order shows the field to this filer. A field that no order shows to either counts as
    /// everybody's.
    pub(crate) fn is_of(self, filer: Option<Filer>) -> bool {
        let asks = |filer| OrderKind::ALL.iter().any(|kind| self.is_shown(*kind, Some(filer)));
        match filer {
            Some(filer) => asks(filer) || !asks(filer.other()),
            None => true,
        }
    }
}

/// The letter of an order that has a form.
pub(super) const fn column(columns: Columns, kind: OrderKind) -> u8 {
    let [first, access, add, add_from_elsewhere, change_filing, change_service] = columns;
    match kind {
        OrderKind::FirstFiling => first,
        OrderKind::AccessFiling => access,
        OrderKind::AddService => add,
        OrderKind::AddServiceFromElsewhere => add_from_elsewhere,
        OrderKind::ChangeFiling => change_filing,
        OrderKind::ChangeService => change_service,
        OrderKind::DeregisterPrincipal
        | OrderKind::DeregisterHollowPrincipal
        | OrderKind::DeregisterServices
        | OrderKind::CancelAccess
        | OrderKind::MigrateAccount => b'-',
    }
}
