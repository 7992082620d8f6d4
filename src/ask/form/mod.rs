//! What an order is asked: every field and material of the form, step by step, before anything is filled in.
//!
//! Which fields there are depends on the kind of the order, on the principal, on whether it files a website
//! or an APP, and for a few of them on the province. The form is made from the same table as the rules on
//! completeness: an order that has everything the form requires has no finding that something is missing.
//!
//! ```
//! use beian::form::{Form, FormRequest, Input};
//! use beian::service::ServiceKind;
//! use beian::{Language, OrderKind, PrincipalKind, Rulebook, Requirement, Step};
//!
//! let request = FormRequest::new(OrderKind::FirstFiling, PrincipalKind::Individual).with_service(ServiceKind::Website);
//! let form = Form::of(&request, &Rulebook::default());
//! for step in form.steps() {
//!     println!("{}", step.step.text().zh);
//!     for field in step.asked() {
//!         println!("  {} {}（{}）", field.path, field.label.zh, field.requirement.text().zh);
//!     }
//! }
//!
//! // An individual is not asked for a legal representative, and chooses among a person's certificates.
//! let at = |path: &str| form.at(path).next().unwrap();
//! assert_eq!(at("/principal/legal_representative/name").requirement, Requirement::NotApplicable);
//! let Input::Choice { options, .. } = &at("/principal/certificate/kind").input else { panic!() };
//! assert!(options.iter().any(|kind| kind.code == "passport"));
//! assert!(!options.iter().any(|kind| kind.code == "business_license"));
//! ```
//!
//! Which of these an order has, and which are still to be given, says its [checklist](crate::checklist).
//!
//! # Source
//!
//! The guide's chapters on the six kinds of orders that have a form, and on the five that confirm something
//! filed. Where it says nothing of a field, the field is not shown to those whom it exempts elsewhere.

use std::borrow::Cow;

use serde::Serialize;

use crate::fields::{Asks, Condition, Requirement, Row, Section, Step, Then, SECTIONS};
use crate::model::certificate::CertificateKind;
use crate::model::material::{MaterialFormat, MaterialKind};
use crate::model::order::OrderKind;
use crate::model::principal::{Filer, PrincipalKind};
use crate::model::service::{PlatformKind, PreApprovalKind, ServiceKind, ServiceLanguage, WebsiteContent};
use crate::path::{Key, PathPattern, ToPath};
use crate::rule::{Rule, Source};
use crate::rulebook::provinces::{Cell, DocumentPlace, DocumentRule, Scope};
use crate::rulebook::{Limit, Rulebook};
use crate::text::{sort_by, Sorted, Term, Text};
use crate::value::Province;

mod rules;

/// Which form is meant: of which order, by whom, for what, where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct FormRequest {
    /// The kind of the order.
    pub order: OrderKind,
    /// The kind of the principal.
    pub principal: PrincipalKind,
    /// The kind of the services; `None`: both, each field with its own.
    pub service: Option<ServiceKind>,
    /// The province that the principal files in; `None`: not known yet.
    pub province: Option<Province>,
}

impl FormRequest {
    /// The form for both kinds of services, in any province.
    pub const fn new(order: OrderKind, principal: PrincipalKind) -> Self {
        Self { order, principal, service: None, province: None }
    }

    /// The same, for services of this kind only.
    #[must_use]
    pub const fn with_service(self, service: ServiceKind) -> Self {
        Self { service: Some(service), ..self }
    }

    /// The same, in this province.
    #[must_use]
    pub const fn with_province(self, province: Province) -> Self {
        Self { province: Some(province), ..self }
    }
}

/// Every field and material that an order is asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    request: FormRequest,
    steps: Vec<FormStep>,
    /// The fields of steps that this order does not have.
    #[serde(skip)]
    hidden: Vec<FormField>,
    /// The rules that are about no single field.
    rules: Vec<Rule>,
}

/// A step of the form.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FormStep {
    /// Which one.
    pub step: Step,
    /// Its fields; those among them that this order or this principal is not asked for have a requirement
    /// that says so.
    pub fields: Vec<FormField>,
}

/// A field or a material.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FormField {
    /// Where its value stands in an order.
    pub path: PathPattern,
    /// Which item of the list at that path it is, where the list holds different ones: a kind of material, an
    /// agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<&'static str>,
    /// What it is called.
    pub label: Text,
    /// Whether it is asked for.
    pub requirement: Requirement,
    /// When it is asked for, where that is under a condition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The kind of the service that it is asked of; `None`: of either, or of no service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceKind>,
    /// What the province takes instead, of a document that it asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub or: Option<Term>,
    /// The document that says that it is asked for, where that is up to the province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Whether an earlier step asked for it already, and this one shows what was given there.
    pub repeats: bool,
    /// What it takes.
    pub input: Input,
    /// The provider's limits on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<FieldLimit>,
    /// The rules that look at it.
    pub rules: Vec<Rule>,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Input {
    /// An object: its parts are fields of their own.
    Group,
    /// A list: what each of its things is asked are fields of their own.
    List,
    /// A text.
    Text {
        /// Its format, where it has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        format: Option<TextFormat>,
        /// Whether there may be several: a list of texts.
        several: bool,
    },
    /// A day.
    Day {
        /// Whether "long-term" 长期 can be given instead.
        or_long_term: bool,
    },
    /// Yes or no.
    Flag,
    /// One of a closed list.
    Choice {
        /// The codes that can be given, with their names.
        options: Vec<Term>,
        /// Whether there may be several.
        several: bool,
    },
    /// Codes of the provider's catalogue of APP contents.
    Catalogue {
        /// The codes; `None` where the rulebook was given no catalogue.
        codes: Option<Vec<String>>,
    },
    /// A box to tick.
    Tick,
    /// A code that is sent, to be entered.
    Code,
    /// A verification by video.
    Video,
    /// A file.
    Upload {
        /// The formats that the provider takes; `None` where its documents do not say.
        formats: Option<Vec<MaterialFormat>>,
        /// Whether it is a photo of the original.
        original: bool,
    },
}

wire_names! {
    /// How a text is written.
    pub enum TextFormat {
        /// As on the certificate: a name.
        Name = "name" { zh: "与证件一致的名称或姓名", en: "a name, as on the certificate" },
        /// The name of a service.
        ServiceName = "service_name" { zh: "网站或 APP 的名称", en: "the name of the website or the APP" },
        /// As on the certificate: an address.
        Address = "address" { zh: "与证件一致的住址", en: "an address, as on the certificate" },
        /// To the door or room number.
        MailingAddress = "mailing_address" { zh: "详细到门牌号或房间号", en: "down to the door or room number" },
        /// A county of the mainland by its six digits, [`Region`](crate::value::Region).
        Region = "region" { zh: "县级行政区划代码，6 位数字", en: "six digits of a county" },
        /// By the kind of the certificate: [`ResidentId`](crate::value::ResidentId),
        /// [`CreditCode`](crate::value::CreditCode) and others.
        CertificateNumber = "certificate_number" { zh: "与证件一致的号码", en: "a number, as on the certificate" },
        /// A [`Mobile`](crate::value::Mobile).
        Mobile = "mobile" { zh: "中国内地 11 位手机号", en: "a mainland mobile, eleven digits" },
        /// A [`Phone`](crate::value::Phone): a mobile, or a landline with its area code.
        Phone = "phone" { zh: "手机号，或带区号的座机", en: "a mobile, or a landline with its area code" },
        /// An [`Email`](crate::value::Email).
        Email = "email" { zh: "电子邮箱，例如 name@example.com", en: "an e-mail address, such as name@example.com" },
        /// A [`DomainName`](crate::value::DomainName): no `http://`, no path.
        DomainName = "domain_name" { zh: "域名，例如 example.com，不含 http:// 和路径", en: "a domain such as example.com, without http:// and path" },
        /// A [`PackageName`](crate::value::PackageName), by the grammar of its platform.
        PackageName = "package_name" { zh: "安装包的包名，例如 com.example.app", en: "the package's name, such as com.example.app" },
        /// A [`PublicKey`](crate::value::PublicKey), hexadecimal or Base64.
        PublicKey = "public_key" { zh: "签名证书的公钥，十六进制或 Base64", en: "the signing certificate's public key, hexadecimal or Base64" },
        /// A [`Fingerprint`](crate::value::Fingerprint), hexadecimal.
        Fingerprint = "fingerprint" { zh: "签名证书的指纹，十六进制：安卓为 MD5，苹果为 SHA-1", en: "the signing certificate's fingerprint, hexadecimal: MD5 on Android, SHA-1 on Apple's platforms" },
        /// A [`FilingNumber`](crate::value::FilingNumber).
        FilingNumber = "filing_number" { zh: "备案号，以工信部公布的为准", en: "a filing number, as the ministry publishes it" },
    }
}

/// A limit of the provider on a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FieldLimit {
    /// Which.
    pub limit: Limit,
    /// The number; `None` where the provider's documents do not state it.
    pub value: Option<u32>,
    /// Which document states it, where it is not the one that the rule names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Requirement {
    /// Whether the form shows a field of this requirement, to be filled in or to be read.
    pub const fn is_asked(self) -> bool {
        !matches!(self, Self::NotShown | Self::NotApplicable)
    }

    /// The requirements by how much they ask: of two rows at the same path the greater counts.
    const fn rank(self) -> u8 {
        match self {
            Self::Required => 6,
            Self::Locked => 5,
            Self::Conditional => 4,
            Self::ByProvince => 3,
            Self::Optional => 2,
            Self::NotApplicable => 1,
            Self::NotShown => 0,
        }
    }
}

impl FormStep {
    /// The fields that it shows to this principal.
    pub fn asked(&self) -> impl Iterator<Item = &FormField> {
        self.fields.iter().filter(|field| field.requirement.is_asked())
    }
}

impl Form {
    /// The form that a request asks for.
    pub fn of(request: &FormRequest, rulebook: &Rulebook) -> Self {
        let mut fields: Vec<(Step, FormField)> = Vec::new();
        for section in SECTIONS.iter().filter(|section| section.is_of(request.service)) {
            for table in section.tables {
                table.each(&mut |row| {
                    for (step, field) in shown(section, &row, *request, rulebook) {
                        add(&mut fields, step, field);
                    }
                });
            }
        }
        for document in documents(*request, rulebook) {
            add(&mut fields, Step::Materials, document);
        }
        let mut steps: Sorted<Step, Vec<FormField>> = Sorted::default();
        let filer = request.principal.filer();
        for (step, mut field) in fields {
            field.rules =
                rules::at(&field.path.to_string(), field.requirement, request.order, filer, rulebook);
            steps.change(step, Vec::new, |fields| fields.push(field));
        }
        let mut form = Self {
            request: *request,
            steps: Vec::new(),
            hidden: Vec::new(),
            rules: rules::at("", Requirement::Required, request.order, filer, rulebook),
        };
        for (step, mut fields) in steps.into_entries() {
            // A list sorts before the fields of its items.
            sort_by(&mut fields, |a, b| a.path.cmp(&b.path));
            let step = FormStep { step, fields };
            if step.asked().next().is_some() {
                form.steps.push(step);
            } else {
                form.hidden.extend(step.fields);
            }
        }
        form
    }

    /// The request that it answers.
    pub const fn request(&self) -> &FormRequest {
        &self.request
    }

    /// The steps that this order has, in their order.
    pub fn steps(&self) -> &[FormStep] {
        &self.steps
    }

    /// Every field, also those that are not asked for; none twice.
    pub fn fields(&self) -> impl Iterator<Item = &FormField> {
        let shown = self.steps.iter().flat_map(|step| &step.fields);
        shown.chain(&self.hidden).filter(|field| !field.repeats)
    }

    /// The fields whose value stands at `path`: several where the list there holds materials or agreements,
    /// and where a service may be a website or an APP.
    pub fn at<'a>(&'a self, path: &(impl ToPath + ?Sized)) -> impl Iterator<Item = &'a FormField> {
        let path = path.to_path().map(Cow::into_owned);
        self.fields().filter(move |field| path.as_ref().and_then(|path| field.path.places(path)).is_some())
    }

    /// The rules that look at the order as a whole, or at what stands in no field.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
}

/// Adds a field. Of two rows at the same path the one that asks more counts; a field that is the same of a
/// website and of an APP is listed once.
fn add(fields: &mut Vec<(Step, FormField)>, step: Step, field: FormField) {
    let is_same = |(_, known): &&mut (Step, FormField)| {
        known.path == field.path && known.item == field.item && known.repeats == field.repeats
    };
    for same in fields.iter_mut().filter(is_same) {
        let (known_step, known) = &mut *same;
        if known.service == field.service {
            if field.requirement.rank() > known.requirement.rank() {
                *same = (step, field);
            }
            return;
        }
        let is_alike = *known_step == step
            && known.label == field.label
            && known.requirement == field.requirement
            && known.condition == field.condition
            && known.input == field.input;
        if is_alike {
            known.service = None;
            return;
        }
    }
    fields.push((step, field));
}

/// The fields that a row becomes: one in each step that shows it.
fn shown(section: &Section, row: &Row, request: FormRequest, rulebook: &Rulebook) -> Vec<(Step, FormField)> {
    let (mut requirement, condition) = requirement(row, request);
    let mut source = None;
    if requirement == Requirement::ByProvince {
        if let Some((is_asked, who)) = practice(row, request, rulebook) {
            requirement = if is_asked { Requirement::Required } else { Requirement::NotShown };
            source = Some(who);
        }
    }
    let field = FormField {
        path: PathPattern::of(section.at, row.path),
        item: row.code,
        label: row.label,
        requirement,
        condition,
        service: section.service,
        or: None,
        source,
        repeats: false,
        input: input(row, request.principal, rulebook),
        limits: limits(row, request, rulebook),
        rules: Vec::new(),
    };
    let own = FormField { repeats: true, ..field.clone() };
    match row.first(request.order).filter(|_| requirement.is_asked()) {
        None => vec![(row.step, field)],
        Some(Then::Gone) => vec![(Step::OrderKind, field)],
        Some(Then::Again) => vec![(Step::OrderKind, field), (row.step, own)],
        Some(Then::Locked) => {
            let own = FormField { requirement: Requirement::Locked, condition: None, ..own };
            vec![(Step::OrderKind, field), (row.step, own)]
        }
    }
}

/// The requirement of a row, with its condition where the request does not decide that.
fn requirement(row: &Row, request: FormRequest) -> (Requirement, Option<Condition>) {
    match row.requirements.of(request.order, request.principal.filer()) {
        Requirement::Conditional => match (row.when, request.service) {
            (Some(Condition::FilesApp), Some(ServiceKind::App)) => (Requirement::Required, None),
            (Some(Condition::FilesApp), Some(_)) => (Requirement::NotShown, None),
            (condition, _) => (Requirement::Conditional, condition),
        },
        requirement => (requirement, None),
    }
}

fn input(row: &Row, principal: PrincipalKind, rulebook: &Rulebook) -> Input {
    let text = |format| Input::Text { format: Some(format), several: false };
    let one_of = |options: Vec<Term>| Input::Choice { options, several: false };
    let some_of = |options: Vec<Term>| Input::Choice { options, several: true };
    let upload = |original| Input::Upload { formats: rulebook.limits().material_formats.clone(), original };
    match row.asks {
        Asks::Group => Input::Group,
        Asks::List | Asks::Services | Asks::Resources => Input::List,
        Asks::Text => Input::Text { format: None, several: false },
        Asks::Names => Input::Text { format: None, several: true },
        Asks::Name => text(TextFormat::Name),
        Asks::ServiceName => text(TextFormat::ServiceName),
        Asks::Address => text(TextFormat::Address),
        Asks::MailingAddress => text(TextFormat::MailingAddress),
        Asks::Region => text(TextFormat::Region),
        Asks::CertificateNumber => text(TextFormat::CertificateNumber),
        Asks::Mobile => text(TextFormat::Mobile),
        Asks::Phone => text(TextFormat::Phone),
        Asks::Email => text(TextFormat::Email),
        Asks::DomainName | Asks::AppDomainName => text(TextFormat::DomainName),
        Asks::PackageName => text(TextFormat::PackageName),
        Asks::PublicKey => text(TextFormat::PublicKey),
        Asks::Fingerprint => text(TextFormat::Fingerprint),
        Asks::FilingNumber => text(TextFormat::FilingNumber),
        Asks::FilingNumbers => Input::Text { format: Some(TextFormat::FilingNumber), several: true },
        Asks::Day => Input::Day { or_long_term: false },
        Asks::DayOrLongTerm => Input::Day { or_long_term: true },
        Asks::Flag => Input::Flag,
        Asks::OrderKind => one_of(terms(OrderKind::ALL.iter().copied().filter(|kind| kind.is_filing()))),
        Asks::PrincipalKind => one_of(all(PrincipalKind::ALL)),
        Asks::PrincipalCertificate => one_of(terms(CertificateKind::held_by(principal))),
        Asks::PersonalCertificate => one_of(terms(CertificateKind::held_by(PrincipalKind::Individual))),
        Asks::AnyCertificate => one_of(all(CertificateKind::ALL)),
        Asks::ServiceKind => one_of(all(ServiceKind::ALL)),
        Asks::WebsiteContents => some_of(all(WebsiteContent::ALL)),
        Asks::AppContents => {
            Input::Catalogue { codes: rulebook.app_contents().map(|codes| codes.iter().cloned().collect()) }
        }
        Asks::Languages => some_of(all(ServiceLanguage::ALL)),
        Asks::PreApprovals => some_of(all(PreApprovalKind::ALL)),
        Asks::Platform => one_of(all(PlatformKind::ALL)),
        Asks::Tick => Input::Tick,
        Asks::Code => Input::Code,
        Asks::Video => Input::Video,
        Asks::Photo => upload(is_of_original(row, principal.filer())),
        Asks::Screenshot | Asks::Icon | Asks::Upload => upload(false),
    }
}

/// An organisation's certificate may be a copy; a person's is photographed itself.
fn is_of_original(row: &Row, filer: Filer) -> bool {
    row.code != Some(MaterialKind::Certificate.as_str()) || filer == Filer::Individual
}

fn terms<T: Into<Term>>(names: impl IntoIterator<Item = T>) -> Vec<Term> {
    names.into_iter().map(Into::into).collect()
}

fn all<T: Copy + Into<Term>>(names: &[T]) -> Vec<Term> {
    terms(names.iter().copied())
}

fn limits(row: &Row, request: FormRequest, rulebook: &Rulebook) -> Vec<FieldLimit> {
    let which: &[Limit] = match row.asks {
        Asks::Services if request.order.is_new_type() => match request.principal.filer() {
            Filer::Individual => {
                &[Limit::IndividualServices, Limit::IndividualServicesAdvised, Limit::IndividualTotalServices]
            }
            Filer::Organization => &[Limit::OrganizationServices, Limit::OrganizationServicesAdvised],
        },
        Asks::AppDomainName => &[Limit::AppDomainLevel],
        Asks::Resources => &[
            Limit::PurchasedMonths,
            Limit::RemainingMonths,
            Limit::CloudServerServices,
            Limit::LightweightServerServices,
            Limit::ServerlessPackageServices,
            Limit::DedicatedCloudMonths,
            Limit::PortalServices,
            Limit::ServiceAddresses,
        ],
        Asks::DayOrLongTerm => &[Limit::CertificateMonths],
        Asks::Icon => &[Limit::AppIconKilobytesMax],
        Asks::Screenshot => &[
            Limit::MaterialKilobytesMin,
            Limit::MaterialKilobytesMax,
            Limit::RealNameDaysHere,
            Limit::RealNameDaysElsewhere,
            Limit::RealNameWorkingDaysElsewhere,
        ],
        Asks::Upload => &[Limit::MaterialKilobytesMin, Limit::MaterialKilobytesMax, Limit::LetterMonths],
        Asks::Photo => &[Limit::MaterialKilobytesMin, Limit::MaterialKilobytesMax],
        _ => &[],
    };
    let limits = rulebook.limits();
    let of = |limit: &Limit| FieldLimit {
        limit: *limit,
        value: limits.get(*limit),
        source: limits.source(*limit).cloned(),
    };
    which.iter().map(of).collect()
}

/// The documents that the province asks for beside the form, each where it belongs.
fn documents(request: FormRequest, rulebook: &Rulebook) -> Vec<FormField> {
    let is_asked = |id| Rule::from_id(id).is_some_and(|rule| rule.orders().any(|kind| kind == request.order));
    let Some(province) = request.province.filter(|_| is_asked("province.document-missing")) else {
        return Vec::new();
    };
    let cells = rulebook.province(province).documents().iter();
    let asked = cells.filter(|cell| cell.scope().includes(Some(request.principal), request.order, None));
    let field = |cell: &Cell<DocumentRule>| {
        let (section, path): (&[Key], &'static [Key]) = match cell.value().place {
            DocumentPlace::Principal => (&[Key::Principal], &[Key::Materials]),
            DocumentPlace::Service => (&[Key::Services], &[Key::Materials]),
            _ => (&[], &[Key::Materials]),
        };
        let row = Row::document(path, cell.value().document);
        FormField {
            path: PathPattern::of(section, path),
            item: row.code,
            label: row.label,
            requirement: Requirement::Required,
            condition: None,
            service: None,
            or: cell.value().or.map(MaterialKind::term),
            source: cell.citation().map(|citation| citation.source.clone()),
            repeats: false,
            input: input(&row, request.principal, rulebook),
            limits: limits(&row, request, rulebook),
            rules: Vec::new(),
        }
    };
    asked.map(field).collect()
}

/// Whether the province asks for a row that is up to it, with the source; `None` where its practice is not
/// known.
fn practice(row: &Row, request: FormRequest, rulebook: &Rulebook) -> Option<(bool, Source)> {
    let rules = rulebook.province(request.province?);
    let speaks = |scope: Scope| scope.includes(Some(request.principal), request.order, None);
    if row.asks == Asks::Tick {
        let everywhere = rules.nationwide().map_or(&[][..], |rules| rules.commitment_letter());
        let cells = rules.commitment_letter().iter().chain(everywhere);
        let cell = { cells }.find(|cell| speaks(cell.scope()))?;
        return Some((*cell.value(), cell.citation()?.source.clone()));
    }
    let cell = rules.emergency_contact().iter().find(|cell| speaks(cell.scope()))?;
    Some((true, cell.citation()?.source.clone()))
}
