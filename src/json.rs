//! Reading JSON, with errors that say where and what is accepted.

use crate::path::FieldPath;
use crate::wire::Read;

/// Why a JSON document is no request.
///
/// ```text
/// line 83 column 26 at /order/services/0/name: unknown field `nmae`, expected one of `kind`, …
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} column {column} at {}: {message}", if path.is_empty() { "the document" } else { path })]
pub struct JsonError {
    line: usize,
    column: usize,
    path: String,
    message: String,
    accepted: Vec<String>,
}

impl JsonError {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in bytes, from 1; 0 at the beginning of a line.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The place in the document, a JSON Pointer.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, and what is expected.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What is accepted there: the keys, the names of a closed list, or the form of the value. Empty where the
    /// document is no JSON.
    pub fn accepted(&self) -> &[String] {
        &self.accepted
    }
}

pub(crate) fn read<'de, T: Read<'de>>(json: &'de [u8]) -> Result<T, JsonError> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    T::read(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| explain(json, &error))
}

#[cold]
fn explain(json: &[u8], error: &serde_json::Error) -> JsonError {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = text.strip_suffix(&place).unwrap_or(&text).to_owned();
    let accepted = if error.is_data() { accepted(&message) } else { Vec::new() };
    let path = path_at(json, error.line(), error.column()).to_string();
    JsonError { line: error.line(), column: error.column(), path, message, accepted }
}

/// What a message of serde's form says is expected: the names between back ticks, else the phrase.
fn accepted(message: &str) -> Vec<String> {
    let Some((_, expected)) = message.split_once(", expected ") else { return Vec::new() };
    let names: Vec<String> = expected.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    if names.is_empty() {
        vec![expected.to_owned()]
    } else {
        names
    }
}

/// What is open at a place of the document.
enum Open {
    /// An object, and the key whose value comes or came last.
    Object(Option<String>),
    /// A list, and the place in it.
    List(usize),
}

/// The path to the value or key that ends at, or is cut by, this line and column: found by going over the
/// document once more, which only an error costs.
fn path_at(json: &[u8], line: usize, column: usize) -> FieldPath {
    let mut open: Vec<Open> = Vec::new();
    let mut bytes = json.iter().copied().enumerate();
    let end = offset(json, line, column);
    let mut awaits_key = false;
    while let Some((at, byte)) = bytes.next() {
        if at >= end {
            break;
        }
        match byte {
            b'{' => {
                open.push(Open::Object(None));
                awaits_key = true;
            }
            b'[' => open.push(Open::List(0)),
            b'}' | b']' if at + 1 < end => {
                open.pop();
                awaits_key = false;
            }
            b',' => match open.last_mut() {
                Some(Open::List(index)) => *index += 1,
                Some(Open::Object(_)) => awaits_key = true,
                None => {}
            },
            b'"' => {
                let mut text = Vec::new();
                let mut escaped = false;
                for (_, byte) in bytes.by_ref() {
                    match byte {
                        b'"' if !escaped => break,
                        b'\\' if !escaped => escaped = true,
                        _ => {
                            escaped = false;
                            if awaits_key {
                                text.push(byte);
                            }
                        }
                    }
                }
                if awaits_key {
                    if let Some(Open::Object(key)) = open.last_mut() {
                        *key = Some(String::from_utf8_lossy(&text).into_owned());
                    }
                    awaits_key = false;
                }
            }
            // At the end of an object that lacks something, the place is the object.
            b'}' => {
                if let Some(Open::Object(key)) = open.last_mut() {
                    *key = None;
                }
            }
            _ => {}
        }
    }
    open.into_iter().fold(FieldPath::root(), |path, open| match open {
        Open::Object(Some(key)) => path.join(crate::path::key_segment(crate::wire::shown(&key))),
        Open::Object(None) => path,
        Open::List(index) => path.join(index),
    })
}

fn offset(json: &[u8], line: usize, column: usize) -> usize {
    let mut lines = json.split(|byte| *byte == b'\n');
    let before: usize = lines.by_ref().take(line.saturating_sub(1)).map(|line| line.len() + 1).sum();
    before + column
}
