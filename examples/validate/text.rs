//! A report as a text for people.

use std::io::{self, Write};

use beian::{Finding, Language, Need, Order, Report, Severity, Text};

use super::check::Check;
use super::common::{padded, severity_width};

impl Check {
    /// Prints a report for a person.
    pub(crate) fn report(
        &self,
        place: &str,
        order: &Order,
        report: &Report,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let title = format!("{place} · {}", order.kind().text().get(self.language));
        writeln!(out, "{}\n", self.style.bold(&title))?;
        self.findings(order, report, out)?;
        if let Some(left_out) = report.left_out {
            writeln!(out, "{}\n", left_out.message(self.language))?;
        }
        self.notices(order, out)?;
        self.undetermined(order, report, out)?;
        writeln!(out, "{}", self.summary(report))
    }

    /// The findings, by step of the form.
    fn findings(&self, order: &Order, report: &Report, out: &mut Vec<u8>) -> io::Result<()> {
        for (step, findings) in report.by_step(order) {
            writeln!(out, "{}", self.style.bold(step.text().get(self.language)))?;
            for (place, finding) in findings {
                self.finding(&place.show(self.language).to_string(), finding, out)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn finding(&self, label: &str, finding: &Finding, out: &mut Vec<u8>) -> io::Result<()> {
        let columns = severity_width(self.language);
        let severity = finding.severity.text().get(self.language);
        let tag = self.style.severity(finding.severity, &padded(severity, columns));
        let indent = " ".repeat(columns + 4);
        let source = finding.source().show(self.language);
        let source = match self.language {
            Language::Zh => format!("依据：{source}"),
            Language::En => format!("Source: {source}"),
        };
        let name = format!("{} {}", finding.rule(), finding.path);
        writeln!(out, "  {tag}  {}", self.style.bold(label))?;
        writeln!(out, "{indent}{}", finding.message(self.language))?;
        writeln!(out, "{indent}{}", self.style.dim(&source))?;
        writeln!(out, "{indent}{}", self.style.dim(&name))
    }

    /// What everyone should know who hands in such an order.
    fn notices(&self, order: &Order, out: &mut Vec<u8>) -> io::Result<()> {
        let mut notices = order.kind().notices().peekable();
        if notices.peek().is_none() {
            return Ok(());
        }
        let title = Text { zh: "提交须知", en: "To know before submitting" }.get(self.language);
        writeln!(out, "{}", self.style.bold(title))?;
        for rule in notices {
            let name = self.style.dim(rule.id());
            writeln!(out, "  · {}\n    {name}", rule.template(self.language))?;
        }
        writeln!(out)
    }

    /// The rules that could not be decided, by what they need.
    fn undetermined(&self, order: &Order, report: &Report, out: &mut Vec<u8>) -> io::Result<()> {
        if report.undetermined.is_empty() {
            return Ok(());
        }
        let title = Text {
            zh: "尚未判断（不代表通过），缺少以下信息",
            en: "Undecided, which is no pass: information is missing",
        };
        writeln!(out, "{}", self.style.bold(title.get(self.language)))?;
        let mut needs: Vec<(&Need, Vec<&str>)> = Vec::new();
        for undetermined in &report.undetermined {
            match needs.iter_mut().find(|(need, _)| **need == undetermined.needs) {
                Some((_, rules)) => rules.push(&undetermined.rule),
                None => needs.push((&undetermined.needs, vec![&undetermined.rule])),
            }
        }
        for (need, rules) in needs {
            let what = self.need(need, order);
            match (self.language, rules.len()) {
                (Language::Zh, count) => writeln!(out, "  · {what}：{count} 条规则")?,
                (Language::En, 1) => writeln!(out, "  · {what}: 1 rule")?,
                (Language::En, count) => writeln!(out, "  · {what}: {count} rules")?,
            }
            if self.is_verbose {
                for rule in rules {
                    writeln!(out, "    {}", self.style.dim(rule))?;
                }
            }
        }
        writeln!(out)
    }

    fn need(&self, need: &Need, order: &Order) -> String {
        let name = need.to_string();
        let what = match need.place(order) {
            Some(place) => place.show(self.language).to_string(),
            None => need.show(self.language).to_owned(),
        };
        match (what.is_empty(), self.language) {
            (true, _) => name,
            (false, Language::Zh) => format!("{what}（{name}）"),
            (false, Language::En) => format!("{what} ({name})"),
        }
    }

    /// Whether the order can be handed in, and what was found.
    fn summary(&self, report: &Report) -> String {
        let [mut blockers, mut warnings, mut advice] =
            [Severity::Blocker, Severity::Warning, Severity::Advice]
                .map(|of| report.with_severity(of).count());
        if let Some(left_out) = report.left_out {
            blockers += left_out.blockers;
            warnings += left_out.warnings;
            advice += left_out.advice;
        }
        let undecided = report.undetermined.len();
        let (found, more) = match self.language {
            Language::Zh => {
                let found = [(blockers, "项须修改"), (warnings, "项请留意"), (advice, "项建议")]
                    .iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, noun)| format!("{count} {noun}"))
                    .collect::<Vec<_>>()
                    .join("、");
                let more = if undecided > 0 {
                    format!("；另有 {undecided} 条规则尚未判断")
                } else {
                    String::new()
                };
                (found, more)
            }
            Language::En => {
                let plural = |count: usize, one: &str, many: &str| match count {
                    1 => format!("1 {one}"),
                    _ => format!("{count} {many}"),
                };
                let found = [
                    (blockers, "blocker", "blockers"),
                    (warnings, "warning", "warnings"),
                    (advice, "piece of advice", "pieces of advice"),
                ]
                .iter()
                .filter(|(count, _, _)| *count > 0)
                .map(|(count, one, many)| plural(*count, one, many))
                .collect::<Vec<_>>()
                .join(", ");
                let more = match undecided {
                    0 => String::new(),
                    _ => format!("; {} not decided", plural(undecided, "rule", "rules")),
                };
                (found, more)
            }
        };
        let verdict = match (report.is_submittable(), self.language) {
            (true, Language::Zh) => self.style.good("可以提交"),
            (true, Language::En) => self.style.good("Can be submitted"),
            (false, Language::Zh) => self.style.bad("不能提交"),
            (false, Language::En) => self.style.bad("Cannot be submitted"),
        };
        match (found.is_empty(), self.language) {
            (true, Language::Zh) => format!("{verdict}：未发现问题{more}。"),
            (true, Language::En) => format!("{verdict}: nothing found{more}."),
            (false, Language::Zh) => format!("{verdict}：{found}{more}。"),
            (false, Language::En) => format!("{verdict}: {found}{more}."),
        }
    }
}
