//! A report as a text for people: the verdict, what to do by whom, and what is left to check.

use std::io::{self, Write};

use beian::{Actor, Finding, Language, Order, Report, Severity, Text};

use super::check::Check;
use super::common::{padded, severity_width};
use super::points::{self, Points};

/// How many points of one reason are printed unless all are asked for.
const POINTS_SHOWN: usize = 3;

impl Check {
    /// Prints a report for a person.
    pub(crate) fn report(
        &self,
        place: &str,
        order: &Order,
        report: &Report,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let points = Points::of(report);
        let title = format!("{place} · {}", order.kind().text().get(self.language));
        writeln!(out, "{}", self.style.bold(&title))?;
        writeln!(out, "{}", self.verdict(report, points::count(&points)))?;
        if let Some(first) = self.first(report) {
            writeln!(out, "{first}")?;
        }
        writeln!(out)?;
        self.findings(order, report, out)?;
        if let Some(left_out) = report.left_out {
            writeln!(out, "{}\n", left_out.message(self.language))?;
        }
        self.points(order, &points, out)?;
        self.notices(order, out)
    }

    /// The findings by who must act on them, those first that take longest.
    fn findings(&self, order: &Order, report: &Report, out: &mut Vec<u8>) -> io::Result<()> {
        for actor in Actor::ALL {
            let mut findings = report.findings.iter().filter(|finding| finding.actor() == *actor).peekable();
            if findings.peek().is_none() {
                continue;
            }
            writeln!(out, "{}", self.style.bold(&sentence(actor.text().get(self.language))))?;
            for finding in findings {
                self.finding(order, finding, out)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn finding(&self, order: &Order, finding: &Finding, out: &mut Vec<u8>) -> io::Result<()> {
        let columns = severity_width(self.language);
        let severity = finding.severity.text().get(self.language);
        let tag = self.style.severity(finding.severity, &padded(severity, columns));
        let indent = " ".repeat(columns + 4);
        let source = finding.source().show(self.language);
        let source = match self.language {
            Language::Zh => format!("依据：{source}"),
            Language::En => format!("Source: {source}"),
        };
        let place = finding.place(order);
        let label = format!("{} · {}", place.step.text().get(self.language), place.show(self.language));
        let name = format!("{} {}", finding.rule(), finding.path);
        writeln!(out, "  {tag}  {}", self.style.bold(&label))?;
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
        Ok(())
    }

    /// What the applicant has to check, by why the program could not.
    fn points(&self, order: &Order, points: &[Points], out: &mut Vec<u8>) -> io::Result<()> {
        if points.is_empty() {
            return Ok(());
        }
        let title = Text {
            zh: "请自行核对（未能检查，不代表通过）",
            en: "Please check yourself (not checked, which is no pass)",
        };
        writeln!(out, "{}", self.style.bold(title.get(self.language)))?;
        for points in points {
            let reason = points.reason(order, self.language);
            match self.language {
                Language::Zh => writeln!(out, "  {reason}：")?,
                Language::En => writeln!(out, "  {reason}:")?,
            }
            let shown = if self.is_verbose { points.rules.len() } else { POINTS_SHOWN };
            for rule in points.rules.iter().take(shown) {
                writeln!(out, "  · {}", rule.summary(self.language))?;
                if self.is_verbose {
                    writeln!(out, "    {}", self.style.dim(&format!("{rule} {}", points.needs)))?;
                }
            }
            match (points.rules.len().saturating_sub(shown), self.language) {
                (0, _) => {}
                (more, Language::Zh) => writeln!(out, "  · 另有 {more} 项（--verbose 列出全部）")?,
                (more, Language::En) => writeln!(out, "  · {more} more (--verbose lists all)")?,
            }
        }
        writeln!(out)
    }

    /// Whether the order can be handed in, and what was found.
    fn verdict(&self, report: &Report, points: usize) -> String {
        let [mut blockers, mut warnings, mut advice] =
            [Severity::Blocker, Severity::Warning, Severity::Advice]
                .map(|of| report.with_severity(of).count());
        if let Some(left_out) = report.left_out {
            blockers += left_out.blockers;
            warnings += left_out.warnings;
            advice += left_out.advice;
        }
        let plural = |count: usize, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {many}"),
        };
        let found = match self.language {
            Language::Zh => {
                [(blockers, "项须修改"), (warnings, "项请留意"), (advice, "项建议"), (points, "项请自行核对")]
                    .iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, noun)| format!("{count} {noun}"))
                    .collect::<Vec<_>>()
                    .join("、")
            }
            Language::En => [
                (blockers, "blocker", "blockers"),
                (warnings, "warning", "warnings"),
                (advice, "piece of advice", "pieces of advice"),
                (points, "point to check yourself", "points to check yourself"),
            ]
            .iter()
            .filter(|(count, _, _)| *count > 0)
            .map(|(count, one, many)| plural(*count, one, many))
            .collect::<Vec<_>>()
            .join(", "),
        };
        let verdict = match (report.is_submittable(), self.language) {
            (true, Language::Zh) => self.style.good("未发现须修改的问题"),
            (true, Language::En) => self.style.good("Nothing to correct found"),
            (false, Language::Zh) => self.style.bad("暂不能提交"),
            (false, Language::En) => self.style.bad("Cannot be submitted yet"),
        };
        match (found.is_empty(), self.language) {
            (true, Language::Zh) => format!("{verdict}，可以提交。"),
            (true, Language::En) => format!("{verdict}; it can be submitted."),
            (false, Language::Zh) if report.is_submittable() => format!("{verdict}，另有 {found}。"),
            (false, Language::En) if report.is_submittable() => format!("{verdict}; {found}."),
            (false, Language::Zh) => format!("{verdict}：{found}。"),
            (false, Language::En) => format!("{verdict}: {found}."),
        }
    }

    /// What to begin with: what is not done in the form takes days.
    fn first(&self, report: &Report) -> Option<String> {
        let must = |actor: Actor| report.blockers().filter(|finding| finding.actor() == actor).count();
        let slow = Actor::ALL.iter().filter(|actor| **actor != Actor::Form);
        let slow: Vec<(&Actor, usize)> =
            slow.map(|actor| (actor, must(*actor))).filter(|(_, count)| *count > 0).collect();
        let in_form = must(Actor::Form);
        let listed = |comma: &str| {
            let each = slow.iter().map(|(actor, count)| match self.language {
                Language::Zh => format!("{} {count} 项", actor.text().zh),
                Language::En => format!("{count} {}", actor.text().en),
            });
            each.collect::<Vec<_>>().join(comma)
        };
        match (slow.is_empty(), in_form, self.language) {
            (true, 0, _) => None,
            (true, _, Language::Zh) => Some("须修改的内容均可在本表单中完成。".into()),
            (true, _, Language::En) => Some("All of it is corrected in this form.".into()),
            (false, 0, Language::Zh) => Some(format!("请先办理：{}。", listed("，"))),
            (false, 0, Language::En) => Some(format!("Begin with: {}.", listed(", "))),
            (false, _, Language::Zh) => {
                Some(format!("请先办理：{}；其余 {in_form} 项在本表单中修改。", listed("，")))
            }
            (false, _, Language::En) => {
                Some(format!("Begin with: {}; the other {in_form} in this form.", listed(", ")))
            }
        }
    }
}

/// A text that begins with a capital.
fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}
