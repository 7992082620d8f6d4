//! Rendering of messages: templates with parameters, written last.

use std::fmt::{self, Write as _};

use serde::{Serialize, Serializer};

use crate::language::Language;
use crate::params::{Param, Params};

/// A template with its parameters, as a person reads it.
///
/// `{name}` stands for the parameter; `{name:noun}` and `{name:one/many}` for a number with its English noun;
/// `{name?text @}` for the text with the parameter in the place of `@`, and for nothing where that is an empty list.
pub(crate) struct Rendered<'a> {
    pub(crate) template: &'a str,
    pub(crate) params: &'a Params,
    pub(crate) language: Language,
}

impl fmt::Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.template;
        while let Some((text, after)) = rest.split_once('{') {
            f.write_str(text)?;
            let Some((slot, after)) = after.split_once('}') else {
                return f.write_str(after);
            };
            self.slot(slot, f)?;
            rest = after;
        }
        f.write_str(rest)
    }
}

impl Rendered<'_> {
    fn slot(&self, slot: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, text)) = slot.split_once('?') {
            let (before, after) = text.split_once('@').unwrap_or((text, ""));
            return match self.params.get(name) {
                None => Ok(()),
                Some(Param::List(items)) if items.is_empty() => Ok(()),
                Some(param) => write!(f, "{before}{}{after}", param.show(self.language)),
            };
        }
        let (name, noun) = slot.split_once(':').map_or((slot, None), |(name, noun)| (name, Some(noun)));
        let Some(param) = self.params.get(name) else { return Ok(()) };
        write!(f, "{}", param.show(self.language))?;
        let Some(noun) = noun else { return Ok(()) };
        let is_one = matches!(param, Param::Count(1));
        match noun.split_once('/') {
            Some((one, many)) => write!(f, " {}", if is_one { one } else { many }),
            None => write!(f, " {noun}{}", if is_one { "" } else { "s" }),
        }
    }
}

/// What displays, written as one text: a serialiser would look through each piece of it on its own.
pub(crate) struct AsText<T>(pub(crate) T);

impl<T: fmt::Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(256);
        write!(text, "{}", self.0).map_err(serde::ser::Error::custom)?;
        serializer.serialize_str(&text)
    }
}
