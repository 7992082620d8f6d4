//! Rows of the table.

use crate::fields::requirements::{both, column, Columns};
use crate::fields::section::{FormPlace, Model};
use crate::fields::{Condition, Requirements, Step};
use crate::model::material::MaterialKind;
use crate::model::order::OrderKind;
use crate::path::Key;
use crate::text::Text;

/// What becomes of a field that the first step, checking the kind of filing, asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Its own step shows it again, to be edited.
    Again,
    /// Its own step shows it, locked.
    Locked,
    /// Its own step does not show it.
    Gone,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// An object whose parts have rows of their own.
    Group,
    /// A list whose things have rows of their own.
    List,
    /// The list of services.
    Services,
    Resources,
    Text,
    Name,
    /// Several names; none says so by an empty list.
    Names,
    Address,
    MailingAddress,
    Region,
    CertificateNumber,
    Mobile,
    Phone,
    Email,
    DomainName,
    AppDomainName,
    PackageName,
    PublicKey,
    Fingerprint,
    FilingNumber,
    FilingNumbers,
    Day,
    DayOrLongTerm,
    Flag,
    OrderKind,
    PrincipalKind,
    PrincipalCertificate,
    PersonalCertificate,
    AnyCertificate,
    ServiceKind,
    WebsiteContents,
    AppContents,
    Languages,
    PreApprovals,
    Platform,
    /// A box to tick.
    Tick,
    /// A code that was sent.
    Code,
    /// A verification by video.
    Video,
    /// A photo of an original.
    Photo,
    Screenshot,
    Icon,
    Upload,
}

/// Whether a value is given, or how many keys of its path lead to the place that is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Given,
    MissingAt(usize),
}

/// A row of the table: a value of `M`.
pub(crate) struct Field<M: 'static> {
    pub(crate) path: &'static [Key],
    pub(crate) step: Step,
    pub(crate) label: Text,
    /// Which of a list's things it is; else the last key tells.
    pub(crate) code: Option<&'static str>,
    pub(crate) requirements: Requirements,
    pub(crate) when: Option<Condition>,
    /// Whether the first step asks for it already, by the letters of the six orders: `a` and again in its own
    /// step, `l` and locked there, `o` and there no more.
    pub(super) first: Columns,
    pub(crate) asks: Asks,
    pub(crate) given: fn(&M) -> Presence,
}

/// A row without its model: what the form shows, whoever reads the value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) path: &'static [Key],
    pub(crate) step: Step,
    pub(crate) label: Text,
    pub(crate) code: Option<&'static str>,
    pub(crate) requirements: Requirements,
    pub(crate) when: Option<Condition>,
    pub(super) first: Columns,
    pub(crate) asks: Asks,
}

impl Row {
    /// A document that the table does not know: a province asks for it.
    pub(crate) const fn document(path: &'static [Key], kind: MaterialKind) -> Self {
        Self {
            path,
            step: Step::Materials,
            label: kind.text(),
            code: Some(kind.as_str()),
            requirements: both(b"------"),
            when: None,
            first: *b"------",
            asks: Asks::Upload,
        }
    }

    /// Whether the first step of an order of `kind` asks for it already, and what its own step then does.
    pub(crate) const fn first(&self, kind: OrderKind) -> Option<Then> {
        match column(self.first, kind) {
            b'a' => Some(Then::Again),
            b'l' => Some(Then::Locked),
            b'o' => Some(Then::Gone),
            _ => None,
        }
    }
}

impl<M> Field<M> {
    const fn row(&self) -> Row {
        let Self { path, step, label, code, requirements, when, first, asks, .. } = *self;
        Row { path, step, label, code, requirements, when, first, asks }
    }
}

/// A table, whatever its model.
pub(crate) trait Rows: Sync {
    /// Shows every row.
    fn each(&self, see: &mut dyn FnMut(Row));

    /// Shows every row with whether its value is given there.
    fn each_at(&self, here: &FormPlace<'_>, see: &mut dyn FnMut(Row, Presence));
}

impl<M: Model> Rows for &'static [Field<M>] {
    fn each(&self, see: &mut dyn FnMut(Row)) {
        for field in *self {
            see(field.row());
        }
    }

    fn each_at(&self, here: &FormPlace<'_>, see: &mut dyn FnMut(Row, Presence)) {
        let model = M::of(here);
        for field in *self {
            see(field.row(), model.map_or(Presence::MissingAt(0), field.given));
        }
    }
}

/// Whether everything that a table lists is given.
pub(crate) fn is_complete<M>(rows: &[Field<M>], model: &M) -> bool {
    rows.iter().all(|row| (row.given)(model) == Presence::Given)
}
