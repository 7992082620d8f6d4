//! What a list of words is: what it says, who says so, and of whom.

use crate::model::principal::Filer;
use crate::model::service::{PreApprovalKind, ServiceKind};
use crate::rule::{Document, Severity, Source};
use crate::value::Province;

/// What the words of a list are about; each has its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    /// Kept for bodies of the state, wherever they stand.
    State,
    /// Kept for bodies of the state, at the beginning of a name.
    LeadingState,
    /// Refused to everybody, or to everybody but public bodies.
    Sensitive,
    /// Names of public bodies and of their sites.
    PublicBody,
    /// Refused to individuals.
    RefusedToIndividuals,
    /// Seen as commercial in an individual's name.
    Commercial,
    /// Of organisations: asked for a special approval once.
    SpecialApproval,
    /// Of finance: asks for a regulator's document.
    Finance,
    /// Of training up to senior high school: asks for a permit.
    Training,
    /// A place, by the code of its province or city.
    Place(u32),
    /// A city by its short name, where that is no everyday word.
    City(u32),
    /// Of a field that takes an approval beforehand.
    PreApproval(PreApprovalKind),
    /// Of education.
    Education,
    /// Not in the name of a site that informs about drugs.
    DrugSite,
    /// Names that a provider publishes as samples, where they are the whole name.
    Sample,
    /// Of shopping and of cash-back sites.
    Commerce,
    /// Of other providers and platforms, and of those who call themselves the first.
    Provider,
    /// Of what is filed through the platform that distributes it.
    MiniProgram,
    /// Names of foreign states and of international organisations.
    Foreign,
    /// What stands for the name of an APP until it has one, where it is the whole name.
    Placeholder,
    /// Of prices and advertising.
    Marketing,
    /// Of widely known APPs.
    KnownApp,
    /// Trades and functions, where they are the whole name.
    Generic,
    /// Of a trade whose licence some province wants to see.
    Licensed(Licence),
}

/// A licence that some province wants to see beside the pre-approvals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Licence {
    Chemicals,
    MedicalDevices,
    MedicalAdvertising,
    Food,
}

impl List {
    /// The bit of the list; places share one, and so do cities.
    #[allow(clippy::as_conversions)] // the position of a fieldless variant
    pub(crate) const fn bit(self) -> u64 {
        let place: u32 = match self {
            Self::State => 0,
            Self::LeadingState => 1,
            Self::Sensitive => 2,
            Self::RefusedToIndividuals => 3,
            Self::Commercial => 4,
            Self::SpecialApproval => 5,
            Self::Finance => 6,
            Self::Training => 7,
            Self::Place(_) => 8,
            Self::City(_) => 9,
            Self::Education => 10,
            Self::Sample => 11,
            Self::Commerce => 12,
            Self::Provider => 13,
            Self::MiniProgram => 14,
            Self::Foreign => 15,
            Self::Placeholder => 16,
            Self::Marketing => 17,
            Self::KnownApp => 18,
            Self::Generic => 19,
            Self::Licensed(licence) => 20 + licence as u32,
            Self::PublicBody => 24,
            Self::DrugSite => 25,
            Self::PreApproval(kind) => 32 + kind as u32,
        };
        1_u64.wrapping_shl(place)
    }

    /// Whether its words count only where they are the whole name.
    pub(crate) const fn is_of_whole_names(self) -> bool {
        matches!(self, Self::Sample | Self::Placeholder | Self::Generic)
    }

    /// The field of pre-approval whose papers answer for its words.
    pub(crate) const fn field(self) -> Option<PreApprovalKind> {
        match self {
            Self::Finance => Some(PreApprovalKind::InternetFinance),
            Self::Training | Self::Education => Some(PreApprovalKind::OffCampusTraining),
            Self::PreApproval(kind) => Some(kind),
            _ => None,
        }
    }
}

/// What a word in a name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The name is refused.
    Refused,
    /// The name is refused behind that of a place; elsewhere a word in the remark is asked for.
    RefusedBehindPlace,
    /// The name is refused without the approval of the field, or the letter that it is not involved.
    NeedsApproval,
    /// The statement of non-involvement is asked for, or a word in the remark.
    NeedsStatement,
    /// A word in the remark is asked for.
    Explain,
    /// Better left out.
    Avoid,
}

impl Effect {
    /// Whether a word on it settles the matter.
    pub(crate) const fn is_explained(self) -> bool {
        matches!(self, Self::RefusedBehindPlace | Self::NeedsStatement | Self::Explain | Self::Avoid)
    }

    /// How much a finding weighs where nothing speaks for the name.
    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::Refused | Self::NeedsApproval => Severity::Blocker,
            Self::RefusedBehindPlace | Self::NeedsStatement | Self::Explain => Severity::Warning,
            Self::Avoid => Severity::Advice,
        }
    }
}

/// Words of a list of which one source says the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    pub(crate) list: List,
    pub(crate) words: &'static [&'static str],
    /// What they do; in the provinces of `within`, where it names some.
    pub(crate) effect: Effect,
    within: &'static [Province],
    /// What they do in other provinces.
    elsewhere: Effect,
    /// Whose names it is about; everybody's where it is `None`.
    of: Option<Filer>,
    /// Whether public bodies may be called so.
    spares_public_bodies: bool,
    /// What is called so: websites, APPs, or both where it is `None`.
    services: Option<ServiceKind>,
    document: Document,
    place: &'static str,
}

impl Group {
    /// Words of everybody's names, of websites and APPs, everywhere.
    pub(crate) const fn new(
        list: List,
        effect: Effect,
        document: Document,
        place: &'static str,
        words: &'static [&'static str],
    ) -> Self {
        Self {
            list,
            words,
            effect,
            within: &[],
            elsewhere: effect,
            of: None,
            spares_public_bodies: false,
            services: None,
            document,
            place,
        }
    }

    /// Only of names of these.
    pub(crate) const fn of(mut self, filer: Filer) -> Self {
        self.of = Some(filer);
        self
    }

    /// Not of names of public bodies.
    pub(crate) const fn but_for_public_bodies(mut self) -> Self {
        self.spares_public_bodies = true;
        self
    }

    pub(crate) const fn spares_public_bodies(&self) -> bool {
        self.spares_public_bodies
    }

    pub(crate) const fn of_websites(mut self) -> Self {
        self.services = Some(ServiceKind::Website);
        self
    }

    pub(crate) const fn of_apps(mut self) -> Self {
        self.services = Some(ServiceKind::App);
        self
    }

    /// In these provinces; in others they do something milder.
    pub(crate) const fn within(mut self, provinces: &'static [Province], elsewhere: Effect) -> Self {
        self.within = provinces;
        self.elsewhere = elsewhere;
        self
    }

    /// Whether it is about what such a principal's service of this kind is called.
    pub(crate) fn is_about(&self, filer: Filer, kind: ServiceKind) -> bool {
        self.of.map_or(true, |of| of == filer) && self.services.map_or(true, |services| services == kind)
    }

    /// What its words do to those of a province; the milder where it is not known which. To individuals, who cannot
    /// obtain an approval, they do the same everywhere.
    pub(crate) fn effect_on(&self, filer: Filer, province: Option<Province>) -> Effect {
        let is_within = province.is_some_and(|province| self.within.contains(&province));
        if self.within.is_empty() || is_within || filer == Filer::Individual {
            self.effect
        } else {
            self.elsewhere
        }
    }

    /// The document that says so, and the place in it.
    pub(crate) fn source(&self) -> Source {
        self.document.source(self.place)
    }
}
