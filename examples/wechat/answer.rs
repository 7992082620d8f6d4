//! What the API's callers are told.

use std::io::{self, Write};

use beian::{
    validate, Context, FieldPath, Finding, Language, Material, MaterialKind, Order, OwnRuleError, Param,
    PrincipalKind, Report, Rulebook, Segment, Severity,
};
use chrono::NaiveDate;
use serde::Serialize;

use super::common::Style;
use super::fields::{target, text, Target};
use super::payload::Payload;
use super::reading::Reading;

/// A payload that was checked.
pub(crate) struct Answer {
    pub(crate) order: Order,
    pub(crate) report: Report,
    /// Whether the legal representative is a copy of the responsible person: what is wrong there is told at the responsible person.
    is_responsible_person_representative: bool,
}

/// Checks a payload on a day.
///
/// # Errors
/// None in practice: the ids of the program's own findings are well-formed.
pub(crate) fn check(
    payload: &Payload,
    today: NaiveDate,
    rulebook: &Rulebook,
) -> Result<Answer, OwnRuleError> {
    let mut reading = Reading { payload, today, findings: Vec::new() };
    let order = reading.order()?;
    let mut report = validate(&order, &Context::new(today), rulebook);
    // What could not be read is not there for the crate: it is told once, by the reason.
    let unread: Vec<&FieldPath> = reading.findings.iter().map(|finding| &finding.path).collect();
    report.findings.retain(|finding| !(unread.contains(&&finding.path) && is_about_absence(finding)));
    // The platform has limits of its own for these, which go before another provider's.
    report.findings.retain(|finding| !OF_PLATFORM.contains(&finding.rule()));
    report.undetermined.retain(|undetermined| !OF_PLATFORM.contains(&&*undetermined.rule));
    report.extend(reading.findings);
    let is_responsible_person_representative = payload.icp_subject.representative().is_none();
    Ok(Answer { order, report, is_responsible_person_representative })
}

/// Rules in whose place the program has the platform's own.
const OF_PLATFORM: &[&str] = &[
    "person.certificate-expires-soon",
    "principal.certificate-expires-soon",
    "service.pre-approval-undeclared",
];

fn is_about_absence(finding: &Finding) -> bool {
    finding.rule().ends_with("-missing")
}

impl Answer {
    /// The API's field for a finding: its own, or that of the nearest place around it that has one.
    pub(crate) fn target(&self, finding: &Finding) -> Target {
        let mut place = self.place(finding, &finding.path);
        if self.is_responsible_person_representative && place.starts_with("/principal/legal_representative") {
            // Of one person in both roles it is told once, at the copy.
            let Some(original) = finding.also().next() else { return Target::Copy };
            place = self.place(finding, &original);
        }
        // Filled by the platform, which does not tell before.
        if place == "/services/name" && is_about_absence(finding) {
            return Target::NotAsked(text("小程序名称由平台填写", "the platform fills in the name"));
        }
        // The API has an individual's validity at the responsible person.
        let place = match (place.as_str(), self.is_individual()) {
            ("/principal/certificate/valid_from", true) => {
                "/principal/responsible_person/certificate/valid_from".to_owned()
            }
            ("/principal/certificate/valid_until", true) => {
                "/principal/responsible_person/certificate/valid_until".to_owned()
            }
            ("/principal/materials/certificate", true) => {
                "/principal/responsible_person/materials/portrait_side".to_owned()
            }
            _ => place,
        };
        target(&place)
    }

    /// Whether nothing that is passed on would send the filing back.
    pub(crate) fn passes(&self) -> bool {
        self.report.blockers().all(|finding| !matches!(self.target(finding), Target::Field(..)))
    }

    fn is_individual(&self) -> bool {
        self.order.principal().and_then(|principal| principal.kind) == Some(PrincipalKind::Individual)
    }

    /// The place of a finding without places in lists; of a material, present or missing, with its kind.
    fn place(&self, finding: &Finding, path: &FieldPath) -> String {
        let mut place = String::new();
        let mut materials: &[Material] = self.order.materials();
        for segment in path.segments() {
            match segment {
                Segment::Key(key) => {
                    place += "/";
                    place += key.as_str();
                    materials = match place.as_str() {
                        "/principal/materials" => {
                            self.order.principal().map_or(&[], |principal| &principal.materials)
                        }
                        "/principal/responsible_person/materials" => self
                            .order
                            .principal()
                            .and_then(|principal| principal.responsible_person.as_ref())
                            .map_or(&[], |responsible_person| &responsible_person.materials),
                        "/services/materials" => {
                            self.order.services().first().map_or(&[], |service| service.materials())
                        }
                        "/services/responsible_person/materials" => self
                            .order
                            .services()
                            .first()
                            .and_then(|service| service.responsible_person())
                            .map_or(&[], |responsible_person| &responsible_person.materials),
                        _ => materials,
                    };
                }
                Segment::Index(index) if place.ends_with("/materials") => {
                    if let Some(material) = materials.get(*index) {
                        place += "/";
                        place += material.kind.as_str();
                    }
                }
                _ => {}
            }
        }
        // One that is missing is named by the finding.
        if place.ends_with("/materials") {
            if let Some(kind) = missing(finding) {
                place += "/";
                place += kind.as_str();
            }
        }
        place
    }

    /// The entries for the API's callers.
    pub(crate) fn written(&self, language: Language) -> Written<'_> {
        let mut written = Written { audit_data: Vec::new(), not_asked: Vec::new(), undetermined: Vec::new() };
        for finding in &self.report.findings {
            match self.target(finding) {
                Target::Field(field, name) => {
                    let message = finding.message(language).to_string();
                    let (error, suggest) = halves(&message, language);
                    let remedy = || finding.remedy().map(|remedy| remedy.message(language).to_string());
                    written.audit_data.push(Entry {
                        key_name: name.get(language),
                        error: error.to_owned(),
                        suggest: suggest.map(str::to_owned).or_else(remedy).unwrap_or_default(),
                        err_field: field,
                        severity: finding.severity,
                        rule: finding.rule(),
                    });
                }
                Target::NotAsked(_) => written.not_asked.push(finding.rule()),
                Target::Copy => {}
            }
        }
        let undetermined = self.report.undetermined.iter();
        written.undetermined.extend(undetermined.map(|undetermined| &*undetermined.rule));
        written
    }

    pub(crate) fn text(
        &self,
        name: &str,
        out: &mut dyn Write,
        language: Language,
        style: Style,
    ) -> io::Result<()> {
        let written = self.written(language);
        writeln!(out, "{}", style.bold(name))?;
        for entry in &written.audit_data {
            let severity = style.severity(entry.severity, entry.severity.text().get(language));
            writeln!(out, "  {severity} {}", style.bold(entry.key_name))?;
            writeln!(out, "    {}", entry.error)?;
            if !entry.suggest.is_empty() {
                writeln!(out, "    → {}", entry.suggest)?;
            }
            writeln!(out, "    {}", style.dim(&format!("{} {}", entry.err_field, entry.rule)))?;
        }
        let (entries, not_asked, undetermined) =
            (written.audit_data.len(), written.not_asked.len(), written.undetermined.len());
        let verdict = match (self.passes(), language) {
            (true, Language::Zh) => style.good("未发现会被驳回的问题"),
            (true, Language::En) => style.good("Nothing that would be refused"),
            (false, Language::Zh) => style.bad("会被驳回"),
            (false, Language::En) => style.bad("Would be refused"),
        };
        match language {
            Language::Zh => writeln!(
                out,
                "{verdict}：{entries} 项提示；{not_asked} 项是该接口不填的内容；{undetermined} 条规则凭请求内容无法判断。"
            ),
            Language::En => writeln!(
                out,
                "{verdict}: {entries} told, {not_asked} about what this API does not ask, {undetermined} rules that the payload cannot decide."
            ),
        }
    }
}

/// The kind of a material that a finding says is missing.
fn missing(finding: &Finding) -> Option<MaterialKind> {
    finding.params.iter().find_map(|(_, param)| match param {
        Param::Term(term) => MaterialKind::from_name(term.code),
        _ => None,
    })
}

/// The crate's messages say first what is wrong, then what to do; the API has a place for each.
pub(crate) fn halves(message: &str, language: Language) -> (&str, Option<&str>) {
    // The sentence keeps its stop; the space after it belongs to neither.
    let end = match language {
        Language::Zh => message.find('。').map(|end| end + '。'.len_utf8()),
        Language::En => message.find(". ").map(|end| end + 1),
    };
    match end.and_then(|end| Some((message.get(..end)?, message.get(end..)?.trim()))) {
        Some((error, suggest)) => (error, Some(suggest).filter(|suggest| !suggest.is_empty())),
        None => (message, None),
    }
}

/// What the API's callers are told; the first three keys of an entry are the API's own.
#[derive(Serialize)]
pub(crate) struct Written<'a> {
    pub(crate) audit_data: Vec<Entry<'a>>,
    /// The rules that spoke of what this API does not ask.
    pub(crate) not_asked: Vec<&'a str>,
    /// The rules that the payload alone does not decide.
    pub(crate) undetermined: Vec<&'a str>,
}

#[derive(Serialize)]
pub(crate) struct Entry<'a> {
    pub(crate) key_name: &'static str,
    pub(crate) error: String,
    pub(crate) suggest: String,
    /// As in the `hints` of the reply to `apply_icp_filing`.
    pub(crate) err_field: &'static str,
    pub(crate) severity: Severity,
    pub(crate) rule: &'a str,
}
