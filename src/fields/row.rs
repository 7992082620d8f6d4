//! The rows of the table of fields.

use crate::fields::requirements::{both, column, Columns};
use crate::fields::section::{FormPlace, Model};
use crate::fields::{Condition, Requirements, Step};
use crate::model::material::MaterialKind;
use crate::model::order::OrderKind;
use crate::path::Key;
use crate::text::Text;

/// What the form does later with a field that its first step, checking the kind of filing, asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// The field's own step shows it again, to be edited.
    Again,
    /// The field's own step shows it, locked.
    Locked,
    /// The field's own step does not show it.
    Gone,
}

/// What kind of input a field takes.
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
    ServiceName,
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

/// Whether a value is given; where it is not, how many keys of its path lead to the place that is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Given,
    MissingAt(usize),
}

/// A row of the table: a value that is read from the model `M`.
pub(crate) struct Field<M: 'static> {
    pub(crate) path: &'static [Key],
    pub(crate) step: Step,
    pub(crate) label: Text,
    /// Which item of the list at `path` it is, such as a kind of material; `None` where the last key of the
    /// path says enough.
    pub(crate) code: Option<&'static str>,
    pub(crate) requirements: Requirements,
    pub(crate) when: Option<Condition>,
    /// Whether the first step asks for it already, by the letters of the six orders: `a` and again in its own
    /// step, `l` and locked there, `o` and there no more.
    pub(super) first: Columns,
    pub(crate) asks: Asks,
    pub(crate) given: fn(&M) -> Presence,
}

/// A row without its model, for those who do not read its value.
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
    /// The row of a document that is not in the table, since only a province asks for it.
    pub(crate) fn document(path: &'static [Key], kind: MaterialKind) -> Self {
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

/// The rows of a table, whatever their model.
pub(crate) trait Rows: Sync {
    /// Calls `see` with each row.
    fn each(&self, see: &mut dyn FnMut(Row));

    /// Calls `see` with each row, and whether its value is given at `here`.
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

/// Whether the value of every row is given.
pub(crate) fn is_complete<M>(rows: &[Field<M>], model: &M) -> bool {
    rows.iter().all(|row| (row.given)(model) == Presence::Given)
}
