//! Checking a request, and what is written of it: a line of JSON, or a text.

use std::io::{self, Write};

use beian::{validate, JsonError, Language, Request, Rulebook};

use super::common::Style;
use super::read::Incoming;

/// A request that could not be read.
#[derive(Debug, serde::Serialize)]
struct Unread<'a> {
    file: &'a str,
    /// From 1; 0 where the input as a whole could not be read.
    line: usize,
    column: usize,
    path: &'a str,
    message: Said,
    accepted: &'a [String],
}

/// In both languages.
#[derive(Debug, serde::Serialize)]
struct Said {
    zh: String,
    en: String,
}

impl<'a> Unread<'a> {
    fn of_json(file: &'a str, lines_before: usize, error: &'a JsonError) -> Self {
        Self {
            file,
            line: lines_before + error.line(),
            column: error.column(),
            path: error.path(),
            message: Said {
                zh: error.message(Language::Zh).to_owned(),
                en: error.message(Language::En).to_owned(),
            },
            accepted: error.accepted(),
        }
    }

    fn of_input(file: &'a str, line: usize, error: &io::Error) -> Self {
        // The system says it in one.
        let message = Said { zh: error.to_string(), en: error.to_string() };
        Self { file, line, column: 0, path: "", message, accepted: &[] }
    }
}

/// The output in place of a report.
#[derive(Debug, serde::Serialize)]
struct Failure<'a> {
    error: &'a Unread<'a>,
}

/// What came of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    Submittable,
    Refused,
    Unread,
}

/// What came of a request, and what is said of it.
pub(crate) struct Checked {
    pub(crate) outcome: Outcome,
    pub(crate) text: Vec<u8>,
}

/// How requests are checked and reports written.
pub(crate) struct Check {
    pub(crate) rulebook: Rulebook,
    pub(crate) language: Language,
    pub(crate) style: Style,
    pub(crate) is_json: bool,
    pub(crate) is_verbose: bool,
}

impl Check {
    pub(crate) fn request(&self, request: &Incoming) -> Checked {
        let mut text = Vec::new();
        // Nothing goes wrong with what is written to memory.
        let outcome = self.write(request, &mut text).unwrap_or(Outcome::Unread);
        Checked { outcome, text }
    }

    fn write(&self, request: &Incoming, out: &mut Vec<u8>) -> io::Result<Outcome> {
        let (file, line, lines_before, json) = match request {
            Incoming::Json { file, line, lines_before, json } => (file, line, *lines_before, json),
            Incoming::Failed { file, line, error } => {
                return self.unreadable(&Unread::of_input(file, *line, error), out);
            }
        };
        let request = match Request::from_json(json.trim_end_of_space()) {
            Ok(request) => request,
            Err(error) => return self.unreadable(&Unread::of_json(file, lines_before, &error), out),
        };
        let report = validate(&request.order, &request.context, &self.rulebook);
        if self.is_json {
            serde_json::to_writer(&mut *out, &report)?;
            writeln!(out)?;
        } else {
            let place = line.map_or_else(|| file.to_string(), |line| format!("{file}:{line}"));
            self.report(&place, &request.order, &report, out)?;
        }
        Ok(if report.is_submittable() { Outcome::Submittable } else { Outcome::Refused })
    }

    /// Says that a request could not be read: in the place of its report, or, to a person, as an error.
    fn unreadable(&self, unread: &Unread<'_>, out: &mut Vec<u8>) -> io::Result<Outcome> {
        if self.is_json {
            serde_json::to_writer(&mut *out, &Failure { error: unread })?;
            writeln!(out)?;
            return Ok(Outcome::Unread);
        }
        let Unread { file, line, column, path, message, .. } = unread;
        let place = match line {
            0 => (*file).to_owned(),
            _ => format!("{file}:{line}:{column}"),
        };
        let within = if path.is_empty() { String::new() } else { format!(" {path}") };
        match self.language {
            Language::Zh => writeln!(out, "无法读取 {place}{within}：{}", message.zh)?,
            Language::En => writeln!(out, "cannot read {place}{within}: {}", message.en)?,
        }
        Ok(Outcome::Unread)
    }
}

trait Bytes {
    /// Without the white space at the end, so that an error at the end is on the last line with text.
    fn trim_end_of_space(&self) -> &[u8];
}

impl Bytes for [u8] {
    fn trim_end_of_space(&self) -> &[u8] {
        let mut text = self;
        while let [rest @ .., last] = text {
            if !last.is_ascii_whitespace() {
                break;
            }
            text = rest;
        }
        text
    }
}
