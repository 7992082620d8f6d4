//! Reading JSON, with errors that say where and what is accepted.

use std::fmt;

use chrono::NaiveDate;
use serde_json::error::Category;

use crate::model::json_message::{both, BYTE_ORDER_MARK};
use crate::model::request::Request;
use crate::path::{key_segment, FieldPath, Segment};
use crate::text::{Both, Language};
use crate::wire;
use crate::wire::Read;

/// Why a JSON document is no request.
///
/// ```text
/// line 83 column 26 at /order/services/0/name: unknown field `nmae`, expected one of `kind`, …
/// ```
///
/// It displays in English; [`show`](Self::show) and [`message`](Self::message) have both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.show(Language::En))]
pub struct JsonError {
    line: usize,
    column: usize,
    path: String,
    message: Both<String>,
    accepted: Vec<String>,
}

impl JsonError {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in bytes, from 1: the last one of the key or value that is wrong; 0 at the beginning of a
    /// line.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The place in the document, a JSON Pointer.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, and what is expected, without the place.
    pub fn message(&self, language: Language) -> &str {
        self.message.get(language)
    }

    /// The error with its place, as a sentence.
    ///
    /// ```
    /// use beian::{Language, Request};
    ///
    /// let error = Request::from_json(br#"{"order": {"kind": "add_service", "remark": 1}}"#).unwrap_err();
    /// assert!(error.show(Language::Zh).to_string().starts_with("第 1 行第 42 列 /order/remark：`add_service` 没有字段 `remark`"));
    /// ```
    pub fn show(&self, language: Language) -> impl fmt::Display + '_ {
        Shown { error: self, language }
    }

    /// What is accepted there: the keys, the names of a closed list, or the form of the value. Empty where
    /// the document is no JSON, or a key stands twice.
    pub fn accepted(&self) -> &[String] {
        &self.accepted
    }
}

struct Shown<'a> {
    error: &'a JsonError,
    language: Language,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let JsonError { line, column, path, message, .. } = self.error;
        let message = message.get(self.language);
        match self.language {
            Language::Zh => {
                let gap = if path.is_empty() { "" } else { " " };
                write!(f, "第 {line} 行第 {column} 列{gap}{path}：{message}")
            }
            Language::En => {
                let path = if path.is_empty() { "the document" } else { path };
                write!(f, "line {line} column {column} at {path}: {message}")
            }
        }
    }
}

impl JsonError {
    /// The same of a document that so many lines stand before.
    pub(crate) fn after_lines(self, before: usize) -> Self {
        Self { line: self.line + before, ..self }
    }
}

pub(crate) fn read<T: Read>(json: &[u8]) -> Result<T, JsonError> {
    parse(json).map_err(|error| explain(json, &error))
}

/// Checks the encoding of the whole document at once: `serde_json` would check it text by text, which costs a
/// sixth of the reading. That slow way is taken for a document that is not in UTF-8; the test
/// `wire::the_order_of_keys_makes_no_difference` reads documents both ways.
fn parse<T: Read>(json: &[u8]) -> serde_json::Result<T> {
    match std::str::from_utf8(json) {
        Ok(json) => parse_from(serde_json::Deserializer::from_str(json)),
        // Read as bytes, so that the error has the place of what is not UTF-8.
        Err(_) => parse_from(serde_json::Deserializer::from_slice(json)),
    }
}

fn parse_from<'de, T: Read>(
    mut deserializer: serde_json::Deserializer<impl serde_json::de::Read<'de>>,
) -> serde_json::Result<T> {
    let value = wire::read(&mut deserializer)?;
    deserializer.end().map(|()| value)
}

/// Reads a request whose context may leave out the day, or be left out.
///
/// Where the day was missed, it is put before the bracket that closes the object, and the document is read
/// again. Places of later errors are corrected by what was put in.
pub(crate) fn read_request_on(json: &[u8], today: NaiveDate) -> Result<Request, JsonError> {
    let error = match parse(json) {
        Ok(request) => return Ok(request),
        Err(error) => error,
    };
    let message = error.to_string();
    let missing = |key: &str| message.starts_with(&format!("missing field `{key}`"));
    let given = if missing("today") {
        format!("\"today\":\"{today}\"")
    } else if missing("context") {
        format!("\"context\":{{\"today\":\"{today}\"}}")
    } else {
        return Err(explain(json, &error));
    };
    let bracket = offset(json, error.line(), error.column()).saturating_sub(1);
    let (Some(before), Some(after)) = (json.get(..bracket), json.get(bracket..)) else {
        return Err(explain(json, &error));
    };
    let is_first = before.iter().rev().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let given = if is_first { given } else { format!(",{given}") };
    read([before, given.as_bytes(), after].concat().as_slice()).map_err(|mut later| {
        if later.line == error.line() && later.column >= error.column() {
            later.column = later.column.saturating_sub(given.len());
        }
        later
    })
}

#[cold]
fn explain(json: &[u8], error: &serde_json::Error) -> JsonError {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let text = text.strip_suffix(&place).unwrap_or(&text);
    let (message, earlier) = wire::split_earlier(text);
    let message = match json.strip_prefix("\u{feff}".as_bytes()) {
        Some(_) => BYTE_ORDER_MARK.to_owned(),
        None => in_words_of_json(message),
    };
    let accepted = if error.is_data() { accepted(&message) } else { Vec::new() };
    let end = offset(json, error.line(), error.column());
    let open = Document::open_at(json, end, error.classify());
    let found = earlier.and_then(|place| Document::find(json, path(&open), place));
    let (line, column, path) = match found {
        Some((at, path)) => {
            let (line, column) = position(json, at);
            (line, column, path)
        }
        None => (error.line(), error.column(), path(&open)),
    };
    JsonError { line, column, path: path.to_string(), message: both(message), accepted }
}

/// Puts JSON's names of types for serde's own.
fn in_words_of_json(message: &str) -> String {
    for (theirs, ours) in [
        ("invalid type: map,", "invalid type: an object,"),
        ("invalid type: sequence,", "invalid type: a list,"),
    ] {
        if let Some(rest) = message.strip_prefix(theirs) {
            return format!("{ours}{rest}");
        }
    }
    message.to_owned()
}

/// What a message in serde's form says is accepted: the names in back ticks, else the phrase behind
/// "expected"; of a key that is missing, the key.
fn accepted(message: &str) -> Vec<String> {
    let names = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    match message.split_once(", expected ") {
        Some((_, expected)) => {
            let names = names(expected);
            if names.is_empty() {
                vec![expected.to_owned()]
            } else {
                names
            }
        }
        None if message.starts_with("missing field ") => names(message),
        None => Vec::new(),
    }
}

/// An object or list that is open at a place of the document.
#[derive(Debug)]
enum Open {
    /// With the key whose value comes next, or came last.
    Object(Option<String>),
    /// With the index of the current item.
    List(usize),
}

fn path(open: &[Open]) -> FieldPath {
    open.iter().fold(FieldPath::root(), |path, open| match open {
        Open::Object(Some(key)) => path.join(key_segment(wire::shown(key))),
        Open::Object(None) => path,
        Open::List(index) => path.join(*index),
    })
}

/// A document that is scanned once more, token by token, for the path of an error: only an error costs that.
struct Document<'a> {
    json: &'a [u8],
    /// The offset behind the tokens that were read.
    at: usize,
    open: Vec<Open>,
    awaits_key: bool,
}

/// A kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Key,
    Text,
    ListBegins,
    Other,
}

impl<'a> Document<'a> {
    fn new(json: &'a [u8]) -> Self {
        Self { json, at: 0, open: Vec::new(), awaits_key: false }
    }

    /// The objects and lists that are open at the place of an error: around the value that it is about, or
    /// just before it.
    fn open_at(json: &[u8], end: usize, category: Category) -> Vec<Open> {
        let mut document = Document::new(json);
        // The place of a syntax error is behind the byte that should not be there; that byte opens nothing.
        let end = if category == Category::Syntax { end.saturating_sub(1) } else { end };
        let mut last = None;
        while document.begin().is_some_and(|begin| begin < end) {
            last = document.read();
        }
        if last == Some(Token::ListBegins) && category != Category::Syntax {
            // The error is about the list as a whole, not about its first item.
            document.open.pop();
        }
        document.open
    }

    /// The key or text at `place` inside the object at `object`: where it ends, and its path.
    fn find(json: &[u8], object: FieldPath, place: &str) -> Option<(usize, FieldPath)> {
        let wanted = place.split('/').fold(object, |path, step| match step.parse::<usize>() {
            Ok(index) => path.join(index),
            Err(_) => path.join(key_segment(step)),
        });
        let is_value = matches!(wanted.segments().last(), Some(Segment::Index(_)));
        let kind = if is_value { Token::Text } else { Token::Key };
        let mut document = Document::new(json);
        while let Some(token) = document.read() {
            if token == kind && path(&document.open) == wanted {
                return Some((document.at, wanted));
            }
        }
        None
    }

    /// The offset of the next token.
    fn begin(&self) -> Option<usize> {
        let rest = self.json.get(self.at..)?;
        rest.iter().position(|byte| !byte.is_ascii_whitespace()).map(|gap| self.at + gap)
    }

    /// Reads a token; a number or a bare word is read byte by byte.
    fn read(&mut self) -> Option<Token> {
        let begin = self.begin()?;
        self.at = begin + 1;
        match self.json.get(begin)? {
            b'{' => {
                self.open.push(Open::Object(None));
                self.awaits_key = true;
            }
            b'[' => {
                self.open.push(Open::List(0));
                self.awaits_key = false;
                return Some(Token::ListBegins);
            }
            b'}' | b']' => {
                self.open.pop();
                self.awaits_key = false;
            }
            b',' => match self.open.last_mut() {
                Some(Open::List(index)) => *index += 1,
                Some(Open::Object(key)) => {
                    *key = None;
                    self.awaits_key = true;
                }
                None => {}
            },
            b'"' => return Some(self.read_string(begin)),
            _ => {}
        }
        Some(Token::Other)
    }

    fn read_string(&mut self, begin: usize) -> Token {
        let mut is_escaped = false;
        for byte in self.json.get(self.at..).unwrap_or_default() {
            self.at += 1;
            match byte {
                b'"' if !is_escaped => break,
                b'\\' => is_escaped = !is_escaped,
                _ => is_escaped = false,
            }
        }
        if !self.awaits_key {
            return Token::Text;
        }
        self.awaits_key = false;
        let quoted = self.json.get(begin..self.at).unwrap_or_default();
        if let Some(Open::Object(key)) = self.open.last_mut() {
            *key = serde_json::from_slice(quoted).ok();
        }
        Token::Key
    }
}

fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let mut lines = json.split(|byte| *byte == b'\n');
    let before: usize = lines.by_ref().take(line.saturating_sub(1)).map(|line| line.len() + 1).sum();
    before + column
}

/// The line and column of the byte before `offset`, as `serde_json` counts them.
fn position(json: &[u8], offset: usize) -> (usize, usize) {
    let mut lines = json.get(..offset).unwrap_or(json).split(|byte| *byte == b'\n');
    let last = lines.next_back().map_or(0, <[u8]>::len);
    (lines.count() + 1, last)
}
