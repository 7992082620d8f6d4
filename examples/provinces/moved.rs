//! What becomes of an order in every province.

use std::io::{self, Write};

use beian::{Answer, Finding, Need, Outcome, Severity, Undetermined, WhatIf};

use super::common::padded;
use super::printer::Printer;

impl Printer {
    /// What becomes of an order, the provinces by their answer.
    pub(super) fn what_if(&self, out: &mut dyn Write, what_if: &WhatIf) -> io::Result<()> {
        if self.is_json {
            return Self::json(out, what_if);
        }
        let names = self.names();
        if !what_if.findings.is_empty() {
            writeln!(out, "{}", self.style.bold(self.text("各省均有的问题", "Everywhere")))?;
            self.findings(out, &what_if.findings)?;
            writeln!(out)?;
        }
        if !what_if.elsewhere.is_empty() {
            let title = self.text("除本省外，各省均不接受", "Refused in every province but its own");
            writeln!(out, "{}", self.style.bold(title))?;
            for finding in &what_if.elsewhere {
                let rule = self.style.dim(finding.rule());
                let summary =
                    finding.known_rule().map(|rule| rule.summary(self.language)).unwrap_or_default();
                writeln!(out, "    {rule}\n      {summary}")?;
            }
            writeln!(out)?;
        }
        for (place, answer) in Answer::ALL.iter().enumerate() {
            let heading = match answer {
                Answer::Accepts => self.text("无额外要求", "Nothing on top"),
                Answer::Unknown => {
                    self.text("已知要求均满足，部分要求未知", "Nothing known on top, not all is known")
                }
                Answer::Asks => self.text("另有要求", "More is asked"),
                Answer::MayRefuse => {
                    self.text("可能不接受（说法不一或尚未充分印证）", "May be refused: not well established")
                }
                _ => self.text("不接受", "Refused"),
            };
            let outcomes: Vec<_> = what_if.answering(*answer).collect();
            if place > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{} ({})", self.style.bold(heading), outcomes.len())?;
            // Those of which there is nothing of their own to say share a line.
            let is_plain = |outcome: &&Outcome| {
                let needs = |rule: &Undetermined| rule.needs == Need::ProvinceRules;
                let mut findings = outcome.findings.iter();
                !outcome.undetermined.iter().any(needs)
                    && !findings.any(|finding| finding.severity > Severity::Advice)
            };
            let (plain, others): (Vec<&Outcome>, Vec<&Outcome>) = outcomes.into_iter().partition(is_plain);
            if !plain.is_empty() {
                let names: Vec<String> = plain.iter().map(|outcome| self.name(outcome.province)).collect();
                writeln!(out, "  {}", names.join(self.text("、", ", ")))?;
            }
            for outcome in others {
                let unknown = outcome.undetermined.iter().filter(|rule| rule.needs == Need::ProvinceRules);
                let unknown: Vec<&str> = unknown.map(|rule| &*rule.rule).collect();
                let name = padded(&self.name(outcome.province), names);
                if unknown.is_empty() {
                    writeln!(out, "  {}", name.trim_end())?;
                } else {
                    let unknown = format!(
                        "{}{}",
                        self.text("未知：", "unknown: "),
                        unknown.join(self.text("、", ", "))
                    );
                    writeln!(out, "  {name}  {}", self.style.dim(&unknown))?;
                }
                // That the region is not the certificate's needs no telling thirty times.
                let told = outcome.findings.iter().filter(|finding| finding.severity > Severity::Advice);
                self.findings(out, told)?;
            }
        }
        let is_bound = |finding: &Finding| finding.rule() == "principal.region-certificate-mismatch";
        if what_if.elsewhere.iter().any(is_bound) {
            let hint = self.text(
                "单位须在证件住址所在省份备案；--with-certificate 按证件也属于该省来判断。",
                "An organisation files in the province of its certificate; --with-certificate takes that as moved, too.",
            );
            writeln!(out, "\n{hint}")?;
        }
        Ok(())
    }

    fn findings<'f>(
        &self,
        out: &mut dyn Write,
        findings: impl IntoIterator<Item = &'f Finding>,
    ) -> io::Result<()> {
        for finding in findings {
            let severity = self.style.severity(finding.severity, finding.severity.text().get(self.language));
            let rule = self.style.dim(finding.rule());
            writeln!(out, "    {severity}  {rule}\n      {}", finding.message(self.language))?;
        }
        Ok(())
    }
}
