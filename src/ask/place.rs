//! Places as the applicant sees them: the step of the form, the label of the field, and which of several.

use std::fmt;

use crate::fields::{Row, Section, Step, SECTIONS};
use crate::model::material::Material;
use crate::model::order::Order;
use crate::model::principal::PrincipalKind;
use crate::model::service::{Platform, Service, ServiceKind};
use crate::path::{FieldPath, Key, Segment};
use crate::report::{Finding, Need, Report};
use crate::text::{Language, Sorted, Text};

/// Where a [`FieldPath`] leads in the form that the applicant fills in.
///
/// Steps and labels are those of the form of the order's kind; what the form has no field for goes by the
/// name of its [`Key`].
///
/// ```
/// use beian::order::Filing;
/// use beian::service::{App, Platform, PlatformKind};
/// use beian::{FieldPath, Language, Order, Step};
///
/// let app = App::new().with_platforms([Platform::new(PlatformKind::Android), Platform::new(PlatformKind::Ios)]);
/// let order = Order::FirstFiling(Filing::new().with_services([app]));
/// let path: FieldPath = "/services/0/platforms/1/domains/0/name".parse()?;
/// let place = path.place(&order);
/// assert_eq!(place.step, Step::AppFeatures);
/// assert_eq!(place.label.zh, "APP 域名");
/// assert_eq!(place.position(Language::Zh).to_string(), "服务 1 · 平台 2");
/// assert_eq!(place.show(Language::En).to_string(), "service 1 · platform 2 · domain of the APP");
/// # Ok::<(), beian::FieldPathError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The step of the form.
    pub step: Step,
    /// What the value is called.
    pub label: Text,
    /// The field that the value is a part of, where the form has none for the value itself: the video
    /// verification, for its province.
    pub within: Option<Text>,
    /// The items of lists that the place is in, from the outside in: the noun, and the number from 1.
    items: Vec<(Text, usize)>,
}

impl Place {
    /// Which service, platform, package and so on it is in, counted from 1: `服务 1 · 平台 2`. Services and
    /// platforms are always counted, the rest where there are several; empty outside of lists.
    pub fn position(&self, language: Language) -> impl fmt::Display + '_ {
        Shown { place: self, language, is_whole: false }
    }

    /// Position and label: `服务 1 · 平台 2 · APP 域名`.
    pub fn show(&self, language: Language) -> impl fmt::Display + '_ {
        Shown { place: self, language, is_whole: true }
    }

    fn of(path: &FieldPath, order: &Order) -> Self {
        let segments = path.segments();
        let keys: Vec<Key> = segments
            .iter()
            .filter_map(|segment| match segment {
                Segment::Key(key) => Some(*key),
                _ => None,
            })
            .collect();
        let Some(last) = keys.last() else {
            return Self { step: Step::Submission, label: ORDER, within: None, items: Vec::new() };
        };
        let items = items(segments, order);
        let near = nearest(&keys, order, service(segments, order).map(Service::kind));
        let step = near.as_ref().map_or(Step::Submission, |near| near.step);
        let (label, within) = match near {
            Some(Near { label: Some(label), left: [], .. }) => (label, None),
            Some(Near { inner: [Key::Materials, .., _], .. }) => {
                let kind = material(segments, order).map(|material| material.kind.text());
                (last.text(), Some(kind.unwrap_or(Key::Materials.text())))
            }
            Some(Near { label, inner: [holder, .., _], .. }) => {
                (last.text(), Some(label.unwrap_or(holder.text())))
            }
            // The place is in the only item of a list, which the position does not count: the item is named
            // here.
            Some(Near { at: [.., of], .. }) => {
                let noun = noun(*of).filter(|noun| items.last().map_or(true, |(counted, _)| counted != noun));
                (last.text(), noun)
            }
            _ => (last.text(), None),
        };
        match (segments, items.last()) {
            ([.., Segment::Key(of), Segment::Index(_)], Some((noun, _)))
                if self::noun(*of) == Some(*noun) =>
            {
                Self { step, label: *noun, within: None, items }
            }
            _ => Self { step, label, within, items },
        }
    }
}

const ORDER: Text = Text { zh: "订单", en: "order" };

struct Shown<'a> {
    place: &'a Place,
    language: Language,
    is_whole: bool,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut dot = "";
        for (noun, number) in &self.place.items {
            write!(f, "{dot}{} {number}", noun.get(self.language))?;
            dot = " · ";
        }
        // A place that is an item itself, such as a service as a whole, is named by its number.
        let is_counted = self.place.items.last().is_some_and(|(noun, _)| *noun == self.place.label);
        if self.is_whole && !is_counted {
            for text in self.place.within.iter().chain([&self.place.label]) {
                write!(f, "{dot}{}", text.get(self.language))?;
                dot = " · ";
            }
        }
        Ok(())
    }
}

impl FieldPath {
    /// Where it leads in the form of `order`.
    pub fn place(&self, order: &Order) -> Place {
        Place::of(self, order)
    }
}

impl Finding {
    /// Where it is in the form of `order`, the one that was validated.
    pub fn place(&self, order: &Order) -> Place {
        self.path.place(order)
    }
}

impl Need {
    /// Where the input that is absent would stand in the form of `order`; `None` of what is not asked in a form.
    pub fn place(&self, order: &Order) -> Option<Place> {
        match self {
            Self::OrderInput(path) => Some(path.place(order)),
            _ => None,
        }
    }
}

impl Report {
    /// The findings by step of the form of `order`, the one that was validated: steps in the order in which they are
    /// filled in, each with its findings, as they stand in the report, and their places.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::service::Website;
    /// use beian::{validate, Context, Domain, Language, Order, Rulebook};
    ///
    /// let site = Website::new().with_domains([Domain::named("http://example.com/")]);
    /// let order = Order::FirstFiling(Filing::new().with_services([site]));
    /// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let report = validate(&order, &context, &Rulebook::default());
    /// for (step, findings) in report.by_step(&order) {
    ///     println!("{}", step.text().zh);
    ///     for (place, finding) in findings {
    ///         println!("  {}: {}", place.show(Language::Zh), finding.message(Language::Zh));
    ///     }
    /// }
    /// ```
    pub fn by_step(&self, order: &Order) -> Vec<(Step, Vec<(Place, &Finding)>)> {
        let mut steps: Sorted<Step, Vec<(Place, &Finding)>> = Sorted::default();
        for finding in &self.findings {
            let place = finding.place(order);
            steps.change(place.step, Vec::new, |found| found.push((place, finding)));
        }
        steps.into_entries()
    }
}

/// The row of the table of fields that is nearest to a place.
struct Near<'a> {
    step: Step,
    /// The keys that lead to the row's section.
    at: &'static [Key],
    /// The keys of the place behind those.
    inner: &'a [Key],
    /// The keys of the place behind the row's path.
    left: &'a [Key],
    /// The row's label, where the place is the row's or inside it.
    label: Option<Text>,
}

/// Looks for the nearest row: in the innermost section, of this filer rather than of the other, with the
/// longest common path, shown by this order rather than not.
fn nearest<'a>(keys: &'a [Key], order: &Order, service: Option<ServiceKind>) -> Option<Near<'a>> {
    let filer = order.principal().and_then(|principal| principal.kind).map(PrincipalKind::filer);
    let mut best: Option<((usize, bool, usize, bool), Near<'a>)> = None;
    for section in SECTIONS {
        let Some(inner) = inner(section, keys, service) else { continue };
        for table in section.tables {
            table.each(&mut |row| {
                let common = row.path.iter().zip(inner).take_while(|(a, b)| a == b).count();
                let is_shown = row.requirements.is_shown(order.kind(), filer);
                let rank = (section.at.len(), row.requirements.is_of(filer), common, is_shown);
                if best.as_ref().map_or(true, |(known, _)| rank > *known) {
                    let (_, left) = inner.split_at(common);
                    let is_row = common == row.path.len() && !is_part(section, &row);
                    best = Some((
                        rank,
                        Near {
                            step: row.step,
                            at: section.at,
                            inner,
                            left,
                            label: is_row.then_some(row.label),
                        },
                    ));
                }
            });
        }
    }
    best.map(|(_, near)| near)
}

/// The keys of a place behind those of a section, where the place is inside the section.
fn inner<'a>(section: &Section, keys: &'a [Key], service: Option<ServiceKind>) -> Option<&'a [Key]> {
    let inner = keys.strip_prefix(section.at).filter(|inner| !inner.is_empty())?;
    let is_of = section.service.is_none() || service.is_none() || section.service == service;
    is_of.then_some(inner)
}

/// Whether a row is about an item of a list, not about the list.
fn is_part(section: &Section, row: &Row) -> bool {
    match row.path {
        [Key::Agreements] => true,
        [Key::Materials] => !section.at.is_empty(),
        _ => false,
    }
}

fn service<'a>(segments: &[Segment], order: &'a Order) -> Option<&'a Service> {
    match segments {
        [Segment::Key(Key::Services), Segment::Index(index), ..] => order.services().get(*index),
        _ => None,
    }
}

fn platform<'a>(inner: &[Segment], service: &'a Service) -> Option<&'a Platform> {
    match (service, inner) {
        (Service::App(app), [Segment::Key(Key::Platforms), Segment::Index(index), ..]) => {
            app.platforms.get(*index)
        }
        _ => None,
    }
}

/// The material that a place is in.
pub(crate) fn material<'a>(segments: &[Segment], order: &'a Order) -> Option<&'a Material> {
    let is_list = |segment: &Segment| *segment == Segment::Key(Key::Materials);
    let split = segments.iter().position(is_list)?;
    let (owner, rest) = segments.split_at(split);
    let [_, Segment::Index(index), ..] = rest else { return None };
    let principal = order.principal();
    let materials: &[Material] = match owner {
        [] => order.materials(),
        [Segment::Key(Key::Principal)] => &principal?.materials,
        [Segment::Key(Key::Principal), Segment::Key(Key::ResponsiblePerson)] => {
            &principal?.responsible_person.as_ref()?.materials
        }
        [_, _] => service(owner, order)?.materials(),
        [_, _, Segment::Key(Key::ResponsiblePerson)] => {
            &service(owner, order)?.responsible_person()?.materials
        }
        _ => return None,
    };
    materials.get(*index)
}

/// The noun by which the items of a list are counted.
fn noun(list: Key) -> Option<Text> {
    Some(match list {
        Key::Services => Text { zh: "服务", en: "service" },
        Key::ServiceNumbers => Text { zh: "服务备案号", en: "service's filing number" },
        Key::Platforms => Text { zh: "平台", en: "platform" },
        Key::Domains => Text { zh: "域名", en: "domain" },
        Key::Packages => Text { zh: "包", en: "package" },
        Key::Resources => Text { zh: "云资源", en: "cloud resource" },
        Key::Contents => Text { zh: "服务内容", en: "content" },
        Key::Languages => Text { zh: "语言", en: "language" },
        Key::UsesSdks => Text { zh: "SDK", en: "SDK" },
        Key::Kinds => Text { zh: "前置审批", en: "pre-approval" },
        _ => return None,
    })
}

fn items(segments: &[Segment], order: &Order) -> Vec<(Text, usize)> {
    let mut items = Vec::new();
    for (at, pair) in segments.windows(2).enumerate() {
        let [Segment::Key(list), Segment::Index(index)] = pair else { continue };
        let Some(noun) = noun(*list) else { continue };
        let (owner, _) = segments.split_at(at);
        let is_counted = matches!(list, Key::Services | Key::ServiceNumbers | Key::Platforms)
            || length(owner, *list, order).map_or(true, |length| length > 1);
        if is_counted {
            items.push((noun, index.saturating_add(1)));
        }
    }
    items
}

/// How many items the list of a service or a platform has.
fn length(owner: &[Segment], list: Key, order: &Order) -> Option<usize> {
    let service = service(owner, order)?;
    let [_, _, inner @ ..] = owner else { return None };
    if let Some(platform) = platform(inner, service) {
        return match list {
            Key::Domains => Some(platform.domains.len()),
            Key::Packages => Some(platform.packages.len()),
            _ => None,
        };
    }
    match (list, service) {
        (Key::Domains, Service::Website(website)) => Some(website.domains.len()),
        (Key::Contents, Service::Website(website)) => Some(website.contents.len()),
        (Key::Contents, Service::App(app)) => Some(app.contents.len()),
        (Key::UsesSdks, Service::App(app)) => app.uses_sdks.as_ref().map(Vec::len),
        (Key::Resources, _) => Some(service.resources().len()),
        (Key::Languages, _) => Some(service.languages().len()),
        (Key::Kinds, _) => service.pre_approval()?.kinds.as_ref().map(Vec::len),
        _ => None,
    }
}
