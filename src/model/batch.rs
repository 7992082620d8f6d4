//! Reading several requests from one text.

use crate::model::json::JsonError;
use crate::model::request::Request;

/// The requests of a text, each with the line that it begins on, from 1: see [`Request::batch_from_json`].
#[derive(Debug, Clone)]
pub struct RequestBatch<'a> {
    rest: &'a [u8],
    /// The lines before `rest`.
    lines: usize,
    is_by_line: bool,
}

impl<'a> RequestBatch<'a> {
    fn of(json: &'a [u8]) -> Self {
        let mut batch = Self { rest: json, lines: 0, is_by_line: true };
        batch.skip_blank();
        let (first, after) = line(batch.rest);
        // A document of one line is read alike either way.
        let is_whole = |text: &[u8]| serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok();
        batch.is_by_line = !after.is_empty() && is_whole(first);
        batch
    }

    fn skip_blank(&mut self) {
        loop {
            let (first, after) = line(self.rest);
            if self.rest.is_empty() || !first.iter().all(u8::is_ascii_whitespace) {
                return;
            }
            self.rest = after;
            self.lines += 1;
        }
    }
}

/// A text up to the end of its first line, and what is behind that.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| end + 1);
    text.split_at(end)
}

impl Iterator for RequestBatch<'_> {
    type Item = (usize, Result<Request, JsonError>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blank();
        if self.rest.is_empty() {
            return None;
        }
        let (json, rest) = if self.is_by_line { line(self.rest) } else { (self.rest, &[][..]) };
        let before = self.lines;
        self.rest = rest;
        self.lines += 1;
        // An error at the end is then on the last line with text.
        let request = Request::from_json(json.trim_end_of_space());
        Some((before + 1, request.map_err(|error| error.after_lines(before))))
    }
}

trait Trim {
    fn trim_end_of_space(&self) -> &Self;
}

impl Trim for [u8] {
    fn trim_end_of_space(&self) -> &Self {
        let end = self.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(0, |last| last + 1);
        self.get(..end).unwrap_or_default()
    }
}

impl Request {
    /// Reads the requests of a text: one document, or one a line (NDJSON) where the first line that is not blank is a
    /// whole JSON value. Blank lines are passed over. Each comes with the line that it begins on, and its error counts
    /// lines from the beginning of the text; one that cannot be read does not stop the others.
    ///
    /// ```
    /// use beian::Request;
    ///
    /// let text = r#"{"order": {"kind": "first_filing"}, "context": {"today": "2026-11-23"}}
    ///
    /// {"order": {"kind": "first_filling"}, "context": {"today": "2026-11-23"}}
    /// "#;
    /// let read: Vec<_> = Request::batch_from_json(text.as_bytes()).collect();
    /// let [(1, Ok(_)), (3, Err(error))] = &read[..] else { panic!() };
    /// assert_eq!((error.line(), error.path()), (3, "/order/kind"));
    /// ```
    pub fn batch_from_json(json: &[u8]) -> RequestBatch<'_> {
        RequestBatch::of(json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"order": {"kind": "first_filing"}, "context": {"today": "2026-11-23"}}"#;

    #[test]
    fn a_text_is_one_document_or_one_a_line() {
        let pretty = GOOD.replace(", ", ",\n");
        let bad = "{\"order\":\n{\"kind\": 1}}";
        for (text, expected) in [
            (String::new(), &[][..]),
            ("\n \n".to_owned(), &[]),
            (GOOD.to_owned(), &[(1, None)]),
            (format!("\n{GOOD}\n"), &[(2, None)]),
            (format!("\n\n{pretty}\n"), &[(3, None)]),
            (format!("{GOOD}\n\n{GOOD}\r\n{{\n{GOOD}"), &[(1, None), (3, None), (4, Some(4)), (5, None)]),
            // The first line is no value: all is one document, and the error is on a line of it.
            (format!("\n{bad}"), &[(2, Some(3))]),
        ] {
            let read: Vec<(usize, Option<usize>)> = Request::batch_from_json(text.as_bytes())
                .map(|(line, request)| (line, request.err().map(|error| error.line())))
                .collect();
            assert_eq!(read, expected, "{text:?}");
        }
    }
}
