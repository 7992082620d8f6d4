//! The fields of an order as its form shows them, with what was given and what is said of it.

use std::collections::BTreeMap;

use beian::checklist::{Checklist, ChecklistItem, ItemState};
use beian::order::{Agreement, Channel};
use beian::resource::{Billing, LicenseCodeState, ResourceKind};
use beian::service::{PlatformKind, PreApprovalKind, ServiceKind, ServiceLanguage, WebsiteContent};
use beian::value::{Masked, Province, Region};
use beian::{
    CertificateKind, Condition, FieldPath, Finding, Key, Language, MaterialFormat, MaterialKind, Order,
    OrderKind, Param, PrincipalKind, Report, Request, Rulebook, Segment, Severity, Step, Text,
};
use serde_json::Value;

use super::html::Both;

/// An order, filled in.
pub(crate) struct Filled {
    pub(crate) checklist: Checklist,
    pub(crate) steps: Vec<FilledStep>,
}

/// A step of the form.
pub(crate) struct FilledStep {
    pub(crate) step: Step,
    pub(crate) done: usize,
    pub(crate) total: usize,
    /// What is said of none of its fields: places in the report.
    pub(crate) findings: Vec<usize>,
    /// Its fields, by the service, the platform and so on that they are of.
    pub(crate) groups: Vec<(Option<Both>, Vec<Field>)>,
}

/// How a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    ToCorrect,
    ToGive,
    ToCheck,
    Advised,
    Open,
    Done,
    /// Given though the form does not ask for it.
    Given,
}

impl Standing {
    /// Whether the applicant has something to do or to read.
    pub(crate) const fn is_work(self) -> bool {
        matches!(self, Self::ToCorrect | Self::ToGive | Self::ToCheck | Self::Advised)
    }
}

/// A field, or a file.
pub(crate) struct Field {
    pub(crate) path: FieldPath,
    /// Which thing in the list at the path it is: the kind of a material, an agreement.
    item: Option<String>,
    position: Both,
    pub(crate) label: Both,
    pub(crate) value: Option<Both>,
    /// How far it is; `None` of what the form does not ask for and was given all the same.
    pub(crate) state: Option<ItemState>,
    /// When it is asked for, of what cannot be judged yet.
    pub(crate) hint: Option<Text>,
    pub(crate) findings: Vec<usize>,
}

impl Filled {
    pub(crate) fn of(request: &Request, rulebook: &Rulebook) -> Self {
        let order = &request.order;
        let checklist = Checklist::of(order, &request.context, rulebook);
        let json = serde_json::to_value(order).unwrap_or_default();
        let mut fields: Vec<(Step, Field)> = Vec::new();
        for step in checklist.steps() {
            fields.extend(step.items.iter().map(|item| (step.step, Field::asked(item, &json))));
        }
        given(&json, &FieldPath::root(), &mut |path, value| {
            if let Some(field) = Field::given(path, value, order, &json) {
                let is_same = |known: &Field| known.path == field.path && known.item == field.item;
                if !fields.iter().any(|(_, known)| is_same(known)) {
                    // A part of a field stands with it.
                    let around = fields.iter().filter(|(_, known)| path.starts_with(&known.path));
                    let whole = around.max_by_key(|(_, known)| known.path.segments().len());
                    let step = whole.map_or_else(|| path.place(order).step, |(step, _)| *step);
                    fields.push((step, field));
                }
            }
        });
        // That resources are asked for is said at each of them.
        let (asked, mut fields): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(_, field)| {
            field.state.is_some() && matches!(field.path.segments(), [.., Segment::Key(Key::Resources)])
        });
        for (step, list) in asked {
            let mut is_given = false;
            for (at, field) in fields.iter_mut().filter(|(_, field)| field.path.starts_with(&list.path)) {
                (*at, field.state, is_given) = (step, list.state, true);
            }
            if !is_given {
                fields.push((step, list));
            }
        }
        // What is asked for as a whole is shown by its parts, where those are given.
        let wholes: Vec<FieldPath> = fields
            .iter()
            .filter(|(_, field)| field.value.is_none() && field.item.is_none())
            .map(|(_, field)| field.path.clone())
            .filter(|whole| {
                let is_part = |path: &FieldPath| path != whole && path.starts_with(whole);
                fields.iter().any(|(_, field)| field.value.is_some() && is_part(&field.path))
            })
            .collect();
        fields.retain(|(_, field)| field.value.is_some() || !wholes.contains(&field.path));
        fields.sort_by(|(a, x), (b, y)| (a, &x.path).cmp(&(b, &y.path)));

        let mut apart: BTreeMap<Step, Vec<usize>> = BTreeMap::new();
        for (index, finding) in checklist.report().findings.iter().enumerate() {
            match place_of(finding, &fields, &json).and_then(|place| fields.get_mut(place)) {
                Some((_, field)) => field.findings.push(index),
                None => apart.entry(finding.place(order).step).or_default().push(index),
            }
        }
        let mut steps: BTreeMap<Step, FilledStep> = BTreeMap::new();
        let empty = |step| FilledStep { step, done: 0, total: 0, findings: Vec::new(), groups: Vec::new() };
        for (step, field) in fields {
            steps.entry(step).or_insert_with(|| empty(step)).add(field, order);
        }
        for (step, findings) in apart {
            steps.entry(step).or_insert_with(|| empty(step)).findings = findings;
        }
        for known in checklist.steps() {
            if let Some(step) = steps.get_mut(&known.step) {
                (step.done, step.total) = (known.done(), known.total());
            }
        }
        Self { checklist, steps: steps.into_values().collect() }
    }

    /// The findings as they follow each other on the page.
    pub(crate) fn sequence(&self) -> Vec<usize> {
        let report = self.checklist.report();
        let mut sequence = Vec::new();
        for step in &self.steps {
            sequence.extend(&step.findings);
            let fields = step.groups.iter().flat_map(|(_, fields)| fields);
            sequence.extend(
                fields.filter(|field| field.standing(report).is_work()).flat_map(|field| &field.findings),
            );
        }
        sequence
    }

    fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().flat_map(|step| &step.groups).flat_map(|(_, fields)| fields)
    }

    /// The field at a place.
    pub(crate) fn at(&self, path: &FieldPath) -> Option<&Field> {
        self.fields().find(|field| field.path == *path)
    }

    /// The field that a finding stands with.
    pub(crate) fn of_finding(&self, finding: usize) -> Option<&Field> {
        self.fields().find(|field| field.findings.contains(&finding))
    }
}

impl FilledStep {
    fn add(&mut self, field: Field, order: &Order) {
        let title = field.group(order);
        match self.groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, fields)) => fields.push(field),
            // What is of no service stands before any.
            None if title.is_none() => self.groups.insert(0, (title, vec![field])),
            None => self.groups.push((title, vec![field])),
        }
    }
}

impl Field {
    /// What the form asks for.
    fn asked(item: &ChecklistItem, order: &Value) -> Self {
        let given = order.pointer(&item.path.to_string());
        let value = match (item.item, item.path.last_key()) {
            (Some(kind), Some(Key::Materials)) => given.and_then(|list| files(list, kind)),
            (Some(_), _) => None,
            (None, key) => given.filter(|given| !has_parts(given)).map(|given| {
                // The order itself has no key.
                shown(key.unwrap_or(Key::Kind), given)
            }),
        };
        let condition = item.condition.map(Condition::text);
        Self {
            path: item.path.clone(),
            item: item.item.map(str::to_owned),
            position: Both::by(|language| item.position(language).to_string()),
            label: item.label.into(),
            value,
            state: Some(item.state),
            hint: condition.filter(|_| item.state == ItemState::Open),
            findings: Vec::new(),
        }
    }

    /// What was given, whether or not the form asks for it.
    fn given(path: &FieldPath, value: &Value, order: &Order, json: &Value) -> Option<Self> {
        let place = path.place(order);
        let position = Both::by(|language| place.position(language).to_string());
        let mut field = Self {
            path: path.clone(),
            item: None,
            label: Both::by(|language| label(&place.show(language).to_string(), &position, language)),
            position,
            value: Some(match (path.segments(), value) {
                ([.., Segment::Key(Key::Resources), Segment::Index(_)], Value::Object(parts)) => {
                    resource(parts)
                }
                _ => shown(path.last_key()?, value),
            }),
            state: None,
            hint: None,
            findings: Vec::new(),
        };
        // A file is known by its kind, not by its place in the list.
        if let ([.., Segment::Key(Key::Materials)], Some(kind)) =
            (path.parent()?.segments(), value["kind"].as_str())
        {
            field.label =
                MaterialKind::from_name(kind).map_or_else(|| Both::same(kind), |kind| kind.text().into());
            field.item = Some(kind.to_owned());
            field.path = path.parent()?;
            field.value = json.pointer(&field.path.to_string()).and_then(|list| files(list, kind));
        }
        Some(field)
    }

    /// How it stands, by what is said of it.
    pub(crate) fn standing(&self, report: &Report) -> Standing {
        let severities = self.findings.iter().filter_map(|index| report.findings.get(*index));
        match (severities.map(|finding| finding.severity).max(), self.state) {
            (_, Some(ItemState::ToGive)) => Standing::ToGive,
            (Some(Severity::Blocker), _) => Standing::ToCorrect,
            (Some(Severity::Warning), _) => Standing::ToCheck,
            (Some(_), _) => Standing::Advised,
            (None, Some(ItemState::ToCorrect)) if !self.is_resource() => Standing::ToCorrect,
            (None, Some(ItemState::Open)) => Standing::Open,
            (None, Some(_)) => Standing::Done,
            (None, None) => Standing::Given,
        }
    }

    /// One of several may be wrong, and the form asks for all of them at once.
    fn is_resource(&self) -> bool {
        matches!(self.path.segments(), [.., Segment::Key(Key::Resources), Segment::Index(_)])
    }

    /// What a file or a tick is called, with its position; a path does not tell it from the others of its list.
    pub(crate) fn name_of_item(&self) -> Option<Both> {
        self.item.as_ref()?;
        let named = |position: &str, label: &str| match position {
            "" => label.to_owned(),
            position => format!("{position} · {label}"),
        };
        let (position, label) = (&self.position, &self.label);
        Some(Both { zh: named(&position.zh, &label.zh), en: named(&position.en, &label.en) })
    }

    /// An anchor: one for each field, as paths are.
    pub(crate) fn id(&self) -> String {
        let item = self.item.as_ref().map(|item| format!("-{item}")).unwrap_or_default();
        format!("at{}{item}", self.path.to_string().replace('/', "-"))
    }

    /// Which service it is of, by its name.
    fn group(&self, order: &Order) -> Option<Both> {
        let name = match self.path.segments() {
            [Segment::Key(Key::Services), Segment::Index(index), ..] => {
                order.services().get(*index).and_then(beian::Service::name).unwrap_or_default().trim()
            }
            _ => return None,
        };
        let with_name = |position: &str| match name {
            "" => position.to_owned(),
            name => format!("{position}（{name}）"),
        };
        let Both { zh, en } = &self.position;
        Some(Both { zh: with_name(zh), en: with_name(en).replace('（', " (").replace('）', ")") })
    }
}

/// A label without the position that is said before.
fn label(shown: &str, position: &Both, language: Language) -> String {
    let position = if language == Language::Zh { &position.zh } else { &position.en };
    let rest = shown.strip_prefix(position.as_str()).unwrap_or(shown);
    let rest = rest.strip_prefix(" · ").unwrap_or(rest);
    if rest.is_empty() { shown } else { rest }.to_owned()
}

fn has_parts(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(items) => items.iter().any(Value::is_object),
        _ => false,
    }
}

/// Everything that was given, down to the values; a file is one, and so is a cloud resource.
fn given(value: &Value, path: &FieldPath, visit: &mut dyn FnMut(&FieldPath, &Value)) {
    // That an order has a kind is said at the top; the form asks where it is an item.
    if matches!(path.segments(), [Segment::Key(Key::Kind)]) {
        return;
    }
    let is_one =
        matches!(path.segments(), [.., Segment::Key(Key::Materials | Key::Resources), Segment::Index(_)]);
    match value {
        Value::Object(parts) if !is_one => {
            for (name, value) in parts {
                if let Some(key) = Key::from_name(name).filter(|key| *key != Key::Agreements) {
                    given(value, &path.clone().join(key), visit);
                }
            }
        }
        Value::Array(items) if has_parts(value) => {
            for (index, item) in items.iter().enumerate() {
                given(item, &path.clone().join(index), visit);
            }
        }
        _ => visit(path, value),
    }
}

/// The field that a finding is of: the one at its place, the nearest one around it, or, where a whole object is missing,
/// the first that is in it.
fn place_of(finding: &Finding, fields: &[(Step, Field)], order: &Value) -> Option<usize> {
    let path = &finding.path;
    let said = match finding.params.get("field") {
        Some(Param::Term(term)) => Some(term.code.to_owned()),
        _ => None,
    };
    let file = || order.pointer(&path.to_string())?.get("kind")?.as_str().map(str::to_owned);
    let item = said.or_else(file);
    let is_meant = |field: &Field| field.item.is_none() || field.item == item;
    let around =
        fields.iter().enumerate().filter(|(_, (_, field))| path.starts_with(&field.path) && is_meant(field));
    let nearest = around.max_by_key(|(_, (_, field))| field.path.segments().len());
    let is_object = matches!(path.segments().last(), Some(Segment::Key(_)));
    let inside =
        || fields.iter().position(|(_, field)| is_object && field.path.starts_with(path) && is_meant(field));
    nearest.map(|(index, _)| index).or_else(inside)
}

/// The files of a kind.
fn files(list: &Value, kind: &str) -> Option<Both> {
    let files: Vec<&Value> = list.as_array()?.iter().filter(|file| file["kind"] == kind).collect();
    let texts = files.iter().map(|file| shown(Key::Materials, file));
    (!files.is_empty()).then(|| joined(texts, ["；", "; "]))
}

/// A value as the applicant reads it, without personal numbers: the page is the applicant's own.
fn shown(key: Key, value: &Value) -> Both {
    match value {
        Value::Bool(true) => Text { zh: "是", en: "yes" }.into(),
        Value::Bool(false) => Text { zh: "否", en: "no" }.into(),
        Value::Number(bytes) if key == Key::Bytes => {
            Both::same(format!("{} KB", bytes.as_u64().unwrap_or_default().div_ceil(1024)))
        }
        Value::String(text) => typed(key, text),
        Value::Array(items) if items.is_empty() && key == Key::Kinds => {
            PreApprovalKind::NoneOfThese.text().into()
        }
        Value::Array(items) if items.is_empty() => Text { zh: "无", en: "none" }.into(),
        Value::Array(items) => joined(items.iter().map(|item| shown(key, item)), ["、", ", "]),
        Value::Object(parts) => {
            let mut parts: Vec<(Key, &Value)> =
                parts.iter().filter_map(|(name, value)| Some((Key::from_name(name)?, value))).collect();
            parts.retain(|(key, _)| *key != Key::Kind);
            parts.sort_unstable_by_key(|(key, _)| *key);
            let part = |(key, value): (Key, &Value)| {
                let (name, value) = (key.text(), shown(key, value));
                Both { zh: format!("{} {}", name.zh, value.zh), en: format!("{} {}", name.en, value.en) }
            };
            joined(parts.into_iter().map(part), [" · ", " · "])
        }
        value => Both::same(value),
    }
}

/// A cloud resource on one line: what it is, its id, its address, and then the rest.
fn resource(parts: &serde_json::Map<String, Value>) -> Both {
    let mut parts: Vec<(Key, &Value)> =
        parts.iter().filter_map(|(name, value)| Some((Key::from_name(name)?, value))).collect();
    let rank = |key: Key| match key {
        Key::Kind => 0,
        Key::Id => 1,
        Key::PublicIp | Key::Code => 2,
        Key::Billing => 3,
        Key::ExpiresOn => 4,
        _ => 5,
    };
    parts.sort_unstable_by_key(|(key, _)| (rank(*key), *key));
    let part = |(key, value): (Key, &Value)| {
        let shown = shown(key, value);
        let named =
            |zh: &str, en: &str| Both { zh: format!("{zh} {}", shown.zh), en: format!("{en} {}", shown.en) };
        match (key, value) {
            (Key::Mainland, Value::Bool(true)) => Text { zh: "位于中国大陆", en: "in the mainland" }.into(),
            (Key::Mainland, _) => Text { zh: "不在中国大陆", en: "outside the mainland" }.into(),
            (Key::PackagePurchased, Value::Bool(true)) => {
                Text { zh: "已购买资源包", en: "with a resource package" }.into()
            }
            (Key::ExpiresOn, _) => named("到期", "expires"),
            _ if rank(key) < 4 => shown,
            _ => named(key.text().zh, key.text().en),
        }
    };
    joined(parts.into_iter().map(part), [" · ", " · "])
}

fn joined(texts: impl Iterator<Item = Both>, [zh, en]: [&str; 2]) -> Both {
    let (chinese, english): (Vec<String>, Vec<String>) = texts.map(|text| (text.zh, text.en)).unzip();
    Both { zh: chinese.join(zh), en: english.join(en) }
}

fn typed(key: Key, text: &str) -> Both {
    match key {
        Key::Number | Key::Mobile | Key::ResponsiblePersonContact | Key::EmergencyContact => {
            Both::same(Masked::of(text))
        }
        // An address is to be compared with a finding about its door number; a mobile may stand in a mailbox.
        Key::Address | Key::MailingAddress | Key::Email | Key::Remark | Key::Reason | Key::Declaration => {
            Both::same(without_numbers(text))
        }
        Key::Region => match Region::parse(text) {
            Ok(region) => Both::same(format!("{} {text}", region.full_name())),
            Err(_) => Both::same(text),
        },
        Key::Province => Province::from_code(text).map_or_else(|| Both::same(text), |p| p.name().into()),
        Key::PublicKey if text.chars().count() > 48 => {
            let start: String = text.chars().take(32).collect();
            let count = text.chars().count();
            Both {
                zh: format!("{start}…（共 {count} 个字符）"),
                en: format!("{start}… ({count} characters)"),
            }
        }
        key => name(key, text).map_or_else(|| Both::same(text), Both::from),
    }
}

/// A free text in which long numbers are masked: a phone may stand in it.
fn without_numbers(text: &str) -> String {
    let mut masked = String::new();
    let mut number = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        match number.len() {
            0..=6 => masked.push_str(&number),
            _ => masked.push_str(Masked::of(&number).as_str()),
        }
        number.clear();
        masked.push(c);
    }
    masked.pop();
    masked
}

/// What people call a code.
fn name(key: Key, code: &str) -> Option<Text> {
    /// The first list that has the code.
    macro_rules! of {
        ($($list:ident),+) => { None$(.or_else(|| $list::from_name(code).map($list::text)))+ };
    }
    match key {
        Key::Kind => of!(
            OrderKind,
            PrincipalKind,
            CertificateKind,
            ServiceKind,
            ResourceKind,
            PreApprovalKind,
            MaterialKind
        ),
        Key::Contents => of!(WebsiteContent),
        Key::Languages => of!(ServiceLanguage),
        Key::Platform => of!(PlatformKind),
        Key::Billing => of!(Billing),
        Key::State => of!(LicenseCodeState),
        Key::Channel => of!(Channel),
        Key::Format => of!(MaterialFormat),
        Key::Approval => of!(PreApprovalKind),
        Key::Agreements => of!(Agreement),
        Key::ValidUntil if code == "long_term" => Some(Text { zh: "长期", en: "long-term" }),
        _ => None,
    }
}
