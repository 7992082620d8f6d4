//! Remedies: what would fix a finding, in a form that a program can use.

use std::fmt;

use chrono::NaiveDate;

use crate::model::material::MaterialKind;
use crate::model::order::{Agreement, OrderKind};
use crate::model::service::PreApprovalKind;
use crate::path::FieldPath;
use crate::rulebook::provinces::Metric;
use crate::text::{Language, Term, Text};

mod apply;
mod json;
mod texts;

pub use apply::RemedyError;

wire_names! {
    /// Who can apply a remedy.
    pub enum Applicability {
        /// A program, without asking: what was meant stays the same.
        Automatic = "automatic" { zh: "可自动修改", en: "can be applied by a program" },
        /// A program, once the applicant has agreed: something that was entered goes, or is declared.
        OnConfirmation = "on_confirmation" {
            zh: "经申请人确认后可自动修改",
            en: "can be applied by a program once the applicant agrees"
        },
        /// The applicant: it takes a choice, a file, a wait or another order.
        ByApplicant = "by_applicant" { zh: "须由申请人处理", en: "to be done by the applicant" },
    }
}

/// What would fix a finding.
///
/// A remedy says what to do in a form that a program can use: a form offers it as a button, a service applies
/// it with [`Order::apply`](crate::Order::apply). A finding has one where there is a way that can be named;
/// the message says the rest. No remedy holds anything personal: a personal value is named by its place.
///
/// In JSON an object that `kind` tells apart, with `applicability` and `message` beside the fields:
///
/// | `kind` | fields | what to do |
/// |---|---|---|
/// | `set` | `path`, `value`, `label` | give this value |
/// | `normalize` | `path` | write what is there in half-width characters, without invisible ones and stray spaces |
/// | `remove` | `path` | remove the value or the item |
/// | `choose` | `path`, `choices` of `value` and `label` | choose one of these values |
/// | `tick` | `agreement` | agree |
/// | `use_order_kind` | `order_kind`, `filing_number`, `service_numbers` | hand it in as this kind of order |
/// | `divide` | `orders` of `order_kind` and `services` | hand the services in by several orders |
/// | `split` | `max`, `metric` | split the order, see [`Order::split`](crate::Order::split) |
/// | `submit_first` | `order_kind` | have another order approved first |
/// | `add_material` | `path`, `materials`, `approval` | upload a file, one of these |
/// | `move_material` | `path`, `to` | move the file to another list |
/// | `wait_until` | `date` | submit on this day or later |
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{validate, Context, Domain, Language, Order, Remedy, Rulebook};
///
/// let site = Website::new().with_domains([Domain::named("https://www.example.com/index.html")]);
/// let order = Order::FirstFiling(Filing::new().with_services([site]));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &Rulebook::default());
///
/// let finding = report.findings.iter().find(|finding| finding.rule() == "domain.malformed").unwrap();
/// let remedy = finding.remedy().unwrap();
/// assert!(matches!(remedy, Remedy::Set { .. }));
/// assert_eq!(remedy.message(Language::Zh).to_string(), "改为“example.com”");
///
/// let fixed = order.apply(remedy)?;
/// assert_eq!(fixed.services()[0].domains().next().unwrap().name.as_deref(), Some("example.com"));
/// # Ok::<(), beian::RemedyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remedy {
    /// Give this value.
    Set {
        /// Where.
        path: FieldPath,
        /// The value.
        value: Suggestion,
    },
    /// Write the text that is there in half-width characters, without invisible ones and without white space
    /// around it; a number without any white space. The text may be personal, so it is not repeated here.
    Normalize {
        /// Where.
        path: FieldPath,
        /// Where one person stands in several roles, the other places of the same text.
        also: Vec<FieldPath>,
    },
    /// Remove the value, or the item of a list.
    Remove {
        /// Where.
        path: FieldPath,
    },
    /// Choose one of these values; [`Remedy::chosen`] makes the choice. One that stands alone is the only one
    /// that fits, and still the applicant's to confirm.
    Choose {
        /// Where; the index behind the last item of a list appends one.
        path: FieldPath,
        /// The values.
        choices: Vec<Suggestion>,
    },
    /// Agree. A program ticks it only for an applicant who has read it and agreed.
    Tick {
        /// What to agree to.
        agreement: Agreement,
    },
    /// Hand the order in as this kind. The form of another kind may ask for more.
    UseOrderKind {
        /// The kind.
        order_kind: OrderKind,
        /// The principal's filing number, where an order of this kind names it.
        filing_number: Option<Box<str>>,
        /// The services' filing numbers, in their order, where an order of this kind names them.
        service_numbers: Vec<Box<str>>,
    },
    /// Hand the services in by several orders, one after the other: no kind fits all.
    Divide {
        /// The orders, in their sequence.
        orders: Vec<Portion>,
    },
    /// Split the order into several, each within the limit: [`Order::split`](crate::Order::split) does.
    Split {
        /// How many one order takes.
        max: u32,
        /// Of what.
        metric: Metric,
    },
    /// Have another order approved first.
    SubmitFirst {
        /// Its kind.
        order_kind: OrderKind,
    },
    /// Upload a file.
    AddMaterial {
        /// The list that it belongs to.
        path: FieldPath,
        /// What it shows: one of these will do.
        materials: Vec<MaterialKind>,
        /// The kind of pre-approval that it is of.
        approval: Option<PreApprovalKind>,
    },
    /// Move an uploaded file to another list.
    MoveMaterial {
        /// The file.
        path: FieldPath,
        /// The list that it belongs to.
        to: FieldPath,
    },
    /// Submit on this day or later.
    WaitUntil {
        /// The day.
        date: NaiveDate,
    },
    /// What a newer version of this crate names in a report that was read.
    Other {
        /// Its kind on the wire.
        kind: Box<str>,
        /// What a person reads, in Chinese.
        zh: Box<str>,
        /// What a person reads, in English.
        en: Box<str>,
    },
}

/// A value that a remedy gives, with what people call it.
///
/// ```
/// use beian::{CertificateKind, Suggestion};
/// let suggestion = Suggestion::of(CertificateKind::Passport);
/// assert_eq!((&*suggestion.value, &*suggestion.zh, &*suggestion.en), ("passport", "护照", "passport"));
/// assert_eq!(&*Suggestion::text("example.com").zh, "example.com");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suggestion {
    /// As the wire has it.
    pub value: Box<str>,
    /// What people call it in Chinese.
    pub zh: Box<str>,
    /// What people call it in English.
    pub en: Box<str>,
}

impl Suggestion {
    /// A code with its texts.
    pub fn of(term: impl Into<Term>) -> Self {
        let Term { code, text: Text { zh, en } } = term.into();
        Self { value: code.into(), zh: zh.into(), en: en.into() }
    }

    /// A text that stands for itself.
    pub fn text(value: impl Into<Box<str>>) -> Self {
        let value = value.into();
        Self { zh: value.clone(), en: value.clone(), value }
    }

    /// A code that people call by a name which is the same in both languages.
    pub(crate) fn named(value: impl Into<Box<str>>, name: impl Into<Box<str>>) -> Self {
        let name = name.into();
        Self { value: value.into(), zh: name.clone(), en: name }
    }

    fn label(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// One of the orders that services are handed in by.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Portion {
    /// The kind.
    pub order_kind: OrderKind,
    /// The services: their places in the order that is divided.
    pub services: Vec<usize>,
}

impl Portion {
    /// An order of this kind with these services.
    pub fn new(order_kind: OrderKind, services: impl IntoIterator<Item = usize>) -> Self {
        Self { order_kind, services: services.into_iter().collect() }
    }
}

impl Remedy {
    /// The kind on the wire.
    pub fn kind(&self) -> &str {
        match self {
            Self::Set { .. } => "set",
            Self::Normalize { .. } => "normalize",
            Self::Remove { .. } => "remove",
            Self::Choose { .. } => "choose",
            Self::Tick { .. } => "tick",
            Self::UseOrderKind { .. } => "use_order_kind",
            Self::Divide { .. } => "divide",
            Self::Split { .. } => "split",
            Self::SubmitFirst { .. } => "submit_first",
            Self::AddMaterial { .. } => "add_material",
            Self::MoveMaterial { .. } => "move_material",
            Self::WaitUntil { .. } => "wait_until",
            Self::Other { kind, .. } => kind,
        }
    }

    /// Who can apply it.
    pub const fn applicability(&self) -> Applicability {
        match self {
            Self::Set { .. } | Self::Normalize { .. } | Self::MoveMaterial { .. } => Applicability::Automatic,
            Self::Remove { .. } | Self::Tick { .. } | Self::UseOrderKind { .. } => {
                Applicability::OnConfirmation
            }
            Self::Choose { .. }
            | Self::Divide { .. }
            | Self::Split { .. }
            | Self::SubmitFirst { .. }
            | Self::AddMaterial { .. }
            | Self::WaitUntil { .. }
            | Self::Other { .. } => Applicability::ByApplicant,
        }
    }

    /// The place that it is about, where it is about one.
    pub const fn path(&self) -> Option<&FieldPath> {
        match self {
            Self::Set { path, .. }
            | Self::Normalize { path, .. }
            | Self::Remove { path }
            | Self::Choose { path, .. }
            | Self::AddMaterial { path, .. }
            | Self::MoveMaterial { path, .. } => Some(path),
            Self::Tick { .. }
            | Self::UseOrderKind { .. }
            | Self::Divide { .. }
            | Self::Split { .. }
            | Self::SubmitFirst { .. }
            | Self::WaitUntil { .. }
            | Self::Other { .. } => None,
        }
    }

    /// The remedy that a choice leads to: of [`Remedy::Choose`], the value at this place of its list.
    ///
    /// ```
    /// use beian::{Certificate, CertificateKind, Order, OrderKind, Principal, Remedy, Suggestion};
    /// # use beian::order::Filing;
    /// let principal = Principal::new().with_certificate(Certificate::of(CertificateKind::Passport, "E12345678"));
    /// let order = Order::FirstFiling(Filing::new().with_principal(principal));
    /// let kinds = [CertificateKind::BusinessLicense, CertificateKind::OrganizationCode];
    /// let remedy = Remedy::Choose {
    ///     path: "/principal/certificate/kind".parse()?,
    ///     choices: kinds.into_iter().map(Suggestion::of).collect(),
    /// };
    ///
    /// let fixed = order.apply(&remedy.chosen(0).unwrap())?;
    /// let certificate = fixed.principal().unwrap().certificate.as_ref().unwrap();
    /// assert_eq!(certificate.kind, Some(CertificateKind::BusinessLicense));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn chosen(&self, place: usize) -> Option<Self> {
        match self {
            Self::Choose { path, choices } => {
                Some(Self::Set { path: path.clone(), value: choices.get(place)?.clone() })
            }
            _ => None,
        }
    }

    /// The text for a person, such as the label of a button: without a full stop.
    pub fn message(&self, language: Language) -> impl fmt::Display + '_ {
        Message { remedy: self, language }
    }

    fn write(&self, language: Language, out: &mut impl fmt::Write) -> fmt::Result {
        match language {
            Language::Zh => texts::chinese(self, out),
            Language::En => texts::english(self, out),
        }
    }
}

struct Message<'a> {
    remedy: &'a Remedy,
    language: Language,
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.remedy.write(self.language, f)
    }
}
