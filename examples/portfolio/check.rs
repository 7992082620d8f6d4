//! Checking filed principals line by line, and what is written of each.

use std::io::{self, BufRead, BufReader, Read, Write};

use beian::registry::FiledPrincipal;
use beian::value::Province;
use beian::{validate, Context, Language, Report, Rulebook};
use serde::Serialize;

use super::common::{self, Style};
use super::filed::{ends, is_filed, province, restated};
use super::tally::{End, Filings, Tally};

/// What is written of a line.
#[derive(Serialize)]
struct Checked<'a> {
    file: &'a str,
    line: usize,
    filing_number: Option<&'a str>,
    province: Option<Province>,
    report: &'a Report,
    ends: &'a [End],
}

/// What is written in its place where it could not be read.
#[derive(Serialize)]
struct Unreadable<'a> {
    file: &'a str,
    /// From 1; 0 where the input as a whole could not be read.
    line: usize,
    column: usize,
    message: &'a str,
}

/// How filed principals are checked, and what came of them so far.
pub(crate) struct Check<'a> {
    pub(crate) rulebook: Rulebook,
    pub(crate) context: Context,
    pub(crate) language: Language,
    pub(crate) style: Style,
    pub(crate) is_json: bool,
    pub(crate) out: &'a mut dyn Write,
    pub(crate) err: &'a mut dyn Write,
    pub(crate) tally: Tally,
}

impl Check<'_> {
    /// Checks an input line by line.
    pub(crate) fn input(&mut self, file: &str, input: Box<dyn Read>) -> io::Result<()> {
        let mut input = BufReader::new(input);
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => return self.unreadable(file, number - 1, 0, &error.to_string()),
            }
            // An error at the end is then on the line.
            while line.last().is_some_and(u8::is_ascii_whitespace) {
                line.pop();
            }
            if number == 1 {
                common::strip_byte_order_mark(&mut line);
            }
            if !common::is_blank(&line) {
                self.line(file, number, &line)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, file: &str, line: usize, json: &[u8]) -> io::Result<()> {
        let filed: FiledPrincipal = match serde_json::from_slice(json) {
            Ok(filed) => filed,
            Err(error) => {
                let message = error.to_string();
                let (message, _) = message.rsplit_once(" at line ").unwrap_or((&message, ""));
                return self.unreadable(file, line, error.column(), message);
            }
        };
        let (province, ends, number) = (province(&filed), ends(&filed), filed.filing_number.clone());
        let order = restated(filed);
        let mut report = validate(&order, &self.context, &self.rulebook);
        let given = serde_json::to_value(&order)?;
        report.findings.retain(|finding| is_filed(finding, &given));
        if self.is_json {
            let filing_number = number.as_deref();
            let checked = Checked { file, line, filing_number, province, report: &report, ends: &ends };
            serde_json::to_writer(&mut *self.out, &checked)?;
            writeln!(self.out)?;
        }
        self.tally.add(&format!("{file}:{line}"), province, &report);
        for end in ends {
            self.tally.add_end(end, self.context.today);
        }
        Ok(())
    }

    pub(crate) fn unreadable(
        &mut self,
        file: &str,
        line: usize,
        column: usize,
        message: &str,
    ) -> io::Result<()> {
        self.tally.unreadable += 1;
        if self.is_json {
            let error = Unreadable { file, line, column, message };
            serde_json::to_writer(&mut *self.out, &serde_json::json!({ "error": error }))?;
            return writeln!(self.out);
        }
        let place = match line {
            0 => file.to_owned(),
            _ => format!("{file}:{line}:{column}"),
        };
        match self.language {
            Language::Zh => writeln!(self.err, "无法读取 {place}：{message}"),
            Language::En => writeln!(self.err, "cannot read {place}: {message}"),
        }
    }

    /// The tables, or the last line.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        if self.is_json {
            let today = self.context.today;
            let rulebook = self.rulebook.version();
            let summary = serde_json::json!({ "today": today, "rulebook": rulebook, "tally": self.tally });
            serde_json::to_writer(&mut *self.out, &serde_json::json!({ "summary": summary }))?;
            return writeln!(self.out);
        }
        let Tally { all, unreadable, .. } = self.tally;
        let Filings { total, with_blockers, with_warnings, in_order } = all;
        let today = self.context.today;
        let title = match self.language {
            Language::Zh => format!(
                "{today} 复查 {total} 个主体：{with_blockers} 个须修改，{with_warnings} 个只需留意，{in_order} 个无问题；{unreadable} 行无法读取"
            ),
            Language::En => format!(
                "{today}, filings: {total}; with blockers: {with_blockers}, with warnings only: {with_warnings}, in order: \
                 {in_order}; lines that could not be read: {unreadable}"
            ),
        };
        writeln!(self.out, "{}", self.style.bold(&title))?;
        for table in self.tally.tables(self.language) {
            table.write(self.out, self.style)?;
        }
        Ok(())
    }
}
