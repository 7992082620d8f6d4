//! What the tests share: clean requests, cases that edit them, and the notation of findings.
//!
//! A request of [`testing`] is clean: nothing is wrong with it, in its province either. A case under `rules/`
//! names one, edits it, and says what the report then has:
//!
//! ```text
//! == domain.level-exceeded
//!
//! -- level five is too deep
//! on first-filing/organization-app
//! set /services/0/platforms/0/domains/0/name "a.shenzhen.beian.qcloud.com"
//! finds blocker /services/0/platforms/0/domains/0/name level=5 max=4
//! ```
//!
//! - `==` begins the section of a rule, `--` a case with what it shows; `#` begins a remark.
//! - `on KIND/PRINCIPAL-SERVICE` names the request: the kind of the order, of the principal, where `organization`
//!   is an enterprise, and of the service, where that matters.
//! - Edits, in order: `set PATH JSON`, `remove PATH`, `add LIST JSON`, `copy PATH LIST` (appends a copy of
//!   the value at the path to the list). Paths lead into the order; `context:` in front of a path leads into
//!   the context, and `first-filing/individual-app:` into another clean request, to copy from.
//! - `under PROVIDER` takes that provider's rulebook in place of the guide's, also for the clean request
//!   whose needs are left out.
//! - `app-contents JSON` gives the rulebook a catalogue of APP contents.
//! - `finds [RULE] SEVERITY PATH NAME=VALUE …` (the order itself is `(order)`) and `needs [RULE] NEED` are
//!   the whole report, in its order, with the findings of other groups and of provinces. The rule is the
//!   section's where none is named. Several other rules with the same need are one line, `needs others NEED`.
//!   Needs that the clean request has as well are left out.
//! - `unasked` says that the rule is not asked of this kind of order.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use beian::service::ServiceKind;
use beian::{
    testing, validate, Finding, OrderKind, PrincipalKind, Provider, Report, Request, Rulebook, Source,
    Undetermined,
};
use serde_json::Value;

/// The folder of the tests.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The text of a file under `tests/`.
pub fn read(path: impl AsRef<Path>) -> String {
    let path = tests().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files under a folder of `tests/`, with this extension, sorted, as names without it: `first-filing/…`.
pub fn names(folder: &str, extension: &str) -> Vec<String> {
    fn collect(folder: &Path, prefix: &str, extension: &str, names: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{prefix}{name}/"), extension, names);
            } else if let Some(stem) = name.strip_suffix(extension).and_then(|name| name.strip_suffix('.')) {
                names.push(format!("{prefix}{stem}"));
            }
        }
    }
    let mut found = Vec::new();
    collect(&tests().join(folder), "", extension, &mut found);
    found.sort();
    found
}

/// The names of the clean requests that the cases and the laws begin with: the kinds of principal and service that rules
/// tell apart. Those of every kind are tried in `testing.rs`.
pub fn orders() -> Vec<String> {
    let mut names = Vec::new();
    for kind in OrderKind::ALL {
        let folder = kind.as_str().replace('_', "-");
        let of: &[&str] = match kind {
            OrderKind::FirstFiling | OrderKind::AccessFiling => {
                &["individual-app", "individual-website", "organization-app", "organization-website"]
            }
            _ if kind.is_new_type() || kind.is_change() => {
                &["individual-website", "organization-app", "organization-website"]
            }
            _ => &["organization"],
        };
        names.extend(of.iter().map(|of| format!("{folder}/{of}")));
    }
    names.sort();
    names
}

/// The clean request of a name: `first-filing/organization-app`.
pub fn clean_request(name: &str) -> Request {
    let parts = || {
        let (kind, of) = name.split_once('/')?;
        let (principal, service) = of.split_once('-').unwrap_or((of, "app"));
        let principal = match principal {
            "organization" => PrincipalKind::Enterprise,
            name => PrincipalKind::from_name(name)?,
        };
        Some((OrderKind::from_name(&kind.replace('-', "_"))?, principal, ServiceKind::from_name(service)?))
    };
    let (kind, principal, service) = parts().unwrap_or_else(|| panic!("no clean request {name}"));
    testing::request(kind, principal, service)
}

/// A clean request as JSON.
pub fn order(name: &str) -> Value {
    clean(name).json.clone()
}

/// The report on a clean request.
pub fn report_of_order(name: &str) -> &'static Report {
    &clean(name).report
}

/// A clean request with its report.
struct Clean {
    json: Value,
    report: Report,
}

fn clean(name: &str) -> &'static Clean {
    static ALL: OnceLock<BTreeMap<String, Clean>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let make = |name: String| {
            let request = clean_request(&name);
            let json = serde_json::to_value(&request).unwrap();
            let report = report(&request);
            (name, Clean { json, report })
        };
        orders().into_iter().map(make).collect()
    });
    all.get(name).unwrap_or_else(|| panic!("no clean request {name}"))
}

/// A request from JSON.
pub fn request(json: &Value) -> Result<Request, String> {
    serde_json::from_str(&json.to_string()).map_err(|error| error.to_string())
}

/// The report on a request, with the built-in rulebook.
pub fn report(request: &Request) -> Report {
    validate(&request.order, &request.context, &Rulebook::default())
}

/// A case: an edited request, and the report that it should have.
#[derive(Clone)]
pub struct Case {
    /// `tests/rules/domain.cases:12`.
    pub place: String,
    /// The file's name without extension: a group of rules.
    pub group: String,
    /// The rule of the section, or its subject where it is about no rule.
    pub section: String,
    pub title: String,
    /// The name of the clean request.
    pub on: String,
    /// The places that the edits touch: `/services/0/name`, `context:/account`.
    pub edits: Vec<(String, String)>,
    pub json: Value,
    pub is_unasked: bool,
    provider: Option<Provider>,
    app_contents: Option<Vec<String>>,
    /// The lines `finds …`, as written.
    pub finds: Vec<String>,
    /// The lines `needs …`, as written.
    pub needs: Vec<String>,
}

impl Case {
    pub fn request(&self) -> Request {
        request(&self.json).unwrap_or_else(|error| panic!("{}: {}: {error}", self.place, self.title))
    }

    pub fn report(&self) -> Report {
        let request = self.request();
        validate(&request.order, &request.context, &self.rulebook())
    }

    /// The kind of the order, as it stands after the edits.
    pub fn order_kind(&self) -> Option<OrderKind> {
        serde_json::from_value(self.json["order"]["kind"].clone()).ok()
    }

    /// The rulebook that the case is checked with.
    pub fn rulebook(&self) -> Rulebook {
        let rulebook = self.provider.map_or_else(Rulebook::default, Rulebook::builtin);
        match &self.app_contents {
            Some(codes) => rulebook.with_app_contents(codes.iter().map(String::as_str)),
            None => rulebook,
        }
    }

    /// All findings and needs of a report in the notation of this case, without the needs of the clean
    /// request.
    pub fn found(&self, report: &Report) -> (Vec<String>, Vec<String>) {
        let clean = clean(&self.on);
        let of_clean = match self.provider {
            None => clean.report.undetermined.clone(),
            Some(_) => {
                let request = request(&clean.json).unwrap();
                validate(&request.order, &request.context, &self.rulebook()).undetermined
            }
        };
        let is_new =
            |undetermined: &&Undetermined| self.section == "clean" || !of_clean.contains(undetermined);
        let needed: Vec<&Undetermined> = report.undetermined.iter().filter(is_new).collect();
        let mut lines: Vec<String> = Vec::new();
        for undetermined in &needed {
            let others =
                needed.iter().filter(|other| other.rule != self.section && other.needs == undetermined.needs);
            let line = if undetermined.rule != self.section && others.count() > 1 && self.section != "clean" {
                format!("needs others {}", undetermined.needs)
            } else {
                needs(undetermined, &self.section)
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        (report.findings.iter().map(|finding| finds(finding, &self.section)).collect(), lines)
    }
}

/// What stands before the title of a document of another provider than the order's.
pub const OF_OTHER: &str = "其他接入服务商文件：";

/// A source as its own publisher's customers are told of it.
pub fn without_other(source: &Source) -> Source {
    let title = source.document.strip_prefix(OF_OTHER).unwrap_or(&source.document);
    Source::new(title.to_owned(), source.section.clone(), source.date)
}

/// A finding in the notation of the cases.
pub fn finds(finding: &Finding, section: &str) -> String {
    let mut line = String::from("finds ");
    if finding.rule() != section {
        write!(line, "{} ", finding.rule()).unwrap();
    }
    write!(line, "{} {}", finding.severity, place(finding)).unwrap();
    for (name, param) in finding.params.iter() {
        let value = serde_json::to_value(param).unwrap();
        let bare = value.as_str().filter(|text| {
            let stands_alone = |c: char| !c.is_whitespace() && !matches!(c, '"' | '=' | '[' | '{');
            !text.is_empty() && text.chars().all(stands_alone) && serde_json::from_str::<Value>(text).is_err()
        });
        match bare {
            Some(text) => write!(line, " {name}={text}").unwrap(),
            None => write!(line, " {name}={value}").unwrap(),
        }
    }
    line
}

/// The path of a finding in the notation of the cases; the order itself is `(order)`.
pub fn place(finding: &Finding) -> String {
    let path = finding.path.to_string();
    if path.is_empty() {
        "(order)".to_owned()
    } else {
        path
    }
}

/// An undetermined rule in the notation of the cases.
pub fn needs(undetermined: &Undetermined, section: &str) -> String {
    if undetermined.rule == section {
        format!("needs {}", undetermined.needs)
    } else {
        format!("needs {} {}", undetermined.rule, undetermined.needs)
    }
}

/// The cases of all files.
pub fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| names("rules", "cases").iter().flat_map(|group| parse(group)).collect())
}

/// The cases with their reports, which are made once for all tests.
pub fn reported() -> impl Iterator<Item = (&'static Case, &'static Report)> {
    static REPORTS: OnceLock<Vec<Report>> = OnceLock::new();
    cases().iter().zip(REPORTS.get_or_init(|| cases().iter().map(Case::report).collect()))
}

fn parse(group: &str) -> Vec<Case> {
    let file = format!("rules/{group}.cases");
    let mut cases: Vec<Case> = Vec::new();
    let mut section = String::new();
    for (number, line) in read(&file).lines().enumerate() {
        let place = format!("tests/{file}:{}", number + 1);
        let line = line.trim();
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match word {
            "" | "#" => {}
            "==" => rest.clone_into(&mut section),
            "--" => cases.push(Case {
                place,
                group: group.to_owned(),
                section: section.clone(),
                title: rest.to_owned(),
                on: String::new(),
                edits: Vec::new(),
                json: Value::Null,
                is_unasked: false,
                provider: None,
                app_contents: None,
                finds: Vec::new(),
                needs: Vec::new(),
            }),
            _ => {
                let case =
                    cases.last_mut().unwrap_or_else(|| panic!("{place}: a line before the first case"));
                case.line(word, rest).unwrap_or_else(|error| panic!("{place}: {error}"));
            }
        }
    }
    cases
}

impl Case {
    fn line(&mut self, word: &str, rest: &str) -> Result<(), String> {
        let (path, value) = rest.split_once(' ').unwrap_or((rest, ""));
        match word {
            "on" => {
                if !self.on.is_empty() {
                    return Err("a second `on`".into());
                }
                rest.clone_into(&mut self.on);
                self.json = order(rest);
            }
            "set" | "remove" | "add" | "copy" => {
                self.edits.push((word.to_owned(), rest.to_owned()));
                edit(&mut self.json, word, path, value.trim())?;
            }
            "under" => {
                self.provider =
                    Some(Provider::from_name(rest).ok_or_else(|| format!("no provider is called {rest}"))?);
            }
            "app-contents" => {
                self.app_contents = Some(serde_json::from_str(rest).map_err(|e| e.to_string())?);
            }
            "unasked" => self.is_unasked = true,
            "finds" => self.finds.push(format!("finds {rest}")),
            "needs" => self.needs.push(format!("needs {rest}")),
            _ => {
                return Err(format!(
                    "`{word}` is none of on, set, remove, add, copy, under, app-contents, finds, needs"
                ))
            }
        }
        Ok(())
    }
}

/// Applies one edit to a request.
pub fn edit(json: &mut Value, word: &str, path: &str, value: &str) -> Result<(), String> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("{text}: {error}"));
    match word {
        "set" => {
            let value = parsed(value)?;
            let (parent, key) = parent(json, path)?;
            match parent {
                Value::Object(map) => {
                    map.insert(key, value);
                }
                Value::Array(list) => *item(list, &key)? = value,
                _ => return Err(format!("{path}: no object or list around it")),
            }
        }
        "remove" => {
            let (parent, key) = parent(json, path)?;
            match parent {
                Value::Object(map) => {
                    map.remove(&key).ok_or_else(|| format!("{path} is not there"))?;
                }
                Value::Array(list) => {
                    item(list, &key)?;
                    list.remove(key.parse().unwrap());
                }
                _ => return Err(format!("{path}: no object or list around it")),
            }
        }
        "add" => {
            let value = parsed(value)?;
            list(json, path)?.push(value);
        }
        "copy" => {
            let copied = match path.split_once(':') {
                Some((name, path)) if name != "context" => order(name).pointer(&whole(path)).cloned(),
                _ => json.pointer(&whole(path)).cloned(),
            };
            list(json, value)?.push(copied.ok_or_else(|| format!("{path} is not there"))?);
        }
        _ => return Err(format!("no edit: {word}")),
    }
    Ok(())
}

/// The path from the root of the request.
fn whole(path: &str) -> String {
    match path.strip_prefix("context:") {
        Some(path) => format!("/context{path}"),
        None => format!("/order{path}"),
    }
}

fn parent<'a>(json: &'a mut Value, path: &str) -> Result<(&'a mut Value, String), String> {
    let whole = whole(path);
    let (parent, key) = whole.rsplit_once('/').ok_or_else(|| format!("{path} is no path"))?;
    let parent = json.pointer_mut(parent).ok_or_else(|| format!("{path}: what it is in is not there"))?;
    Ok((parent, key.to_owned()))
}

fn item<'a>(list: &'a mut [Value], key: &str) -> Result<&'a mut Value, String> {
    key.parse::<usize>()
        .ok()
        .and_then(|index| list.get_mut(index))
        .ok_or_else(|| format!("the list has no place {key}"))
}

fn list<'a>(json: &'a mut Value, path: &str) -> Result<&'a mut Vec<Value>, String> {
    let (parent, key) = parent(json, path)?;
    let place = match parent {
        Value::Object(map) => map.entry(key).or_insert_with(|| Value::Array(Vec::new())),
        Value::Array(list) => item(list, &key)?,
        _ => return Err(format!("{path}: no object or list around it")),
    };
    place.as_array_mut().ok_or_else(|| format!("{path} is no list"))
}
