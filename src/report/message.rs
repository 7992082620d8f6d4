//! Rendering of messages: templates with parameters. Texts are rendered last, when somebody asks for them.

use std::fmt;

use crate::report::{Param, Params};
use crate::text::Language;

/// A template with its parameters, to be rendered in one language. A slot of the template is one of:
///
/// - `{name}`: the parameter.
/// - `{name:noun}` or `{name:one/many}`: a number with its English noun.
/// - `{name?text @}`: the text with the parameter in the place of `@`; nothing where the parameter is an
///   empty list.
pub(crate) struct Rendered<'a> {
    pub(crate) template: &'a str,
    pub(crate) params: &'a Params,
    pub(crate) language: Language,
}

impl Rendered<'_> {
    pub(crate) fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let mut rest = self.template;
        while let Some((text, slot)) = split_once(rest, b'{') {
            out.write_str(text)?;
            rest = self.slot(slot, out)?;
        }
        out.write_str(rest)
    }

    /// Writes the slot at the beginning of a text from which the opening brace was cut off, and returns the
    /// rest.
    fn slot<'t>(&self, text: &'t str, out: &mut impl fmt::Write) -> Result<&'t str, fmt::Error> {
        let end = text.bytes().position(|byte| matches!(byte, b'}' | b'?' | b':'));
        let Some((name, rest)) = end.and_then(|end| text.get(..end).zip(text.get(end..))) else {
            return Ok(text);
        };
        let (form, behind) = match rest.strip_prefix('}') {
            Some(behind) => ("", behind),
            None => rest.split_once('}').unwrap_or((rest, "")),
        };
        match self.params.get(name) {
            Some(param) => self.write_param(param, form, out)?,
            // Only a service's own finding can lack one: its test then shows which.
            None => write!(out, "{{{name}}}")?,
        }
        Ok(behind)
    }

    fn write_param(&self, param: &Param, form: &str, out: &mut impl fmt::Write) -> fmt::Result {
        if let Some(text) = form.strip_prefix('?') {
            if matches!(param, Param::List(items) if items.is_empty()) {
                return Ok(());
            }
            let (before, after) = text.split_once('@').unwrap_or((text, ""));
            out.write_str(before)?;
            param.write(self.language, out)?;
            return out.write_str(after);
        }
        param.write(self.language, out)?;
        let Some(noun) = form.strip_prefix(':') else { return Ok(()) };
        let is_one = matches!(param, Param::Count(1));
        out.write_str(" ")?;
        match noun.split_once('/') {
            Some((one, many)) => out.write_str(if is_one { one } else { many }),
            None => {
                out.write_str(noun)?;
                out.write_str(if is_one { "" } else { "s" })
            }
        }
    }
}

/// Splits a text at an ASCII character, 16 bytes at a time: faster where the character stands far behind, as
/// in templates.
///
/// The slow way is `str::split_once`; the test below holds both equal.
fn split_once(text: &str, character: u8) -> Option<(&str, &str)> {
    // The bytes that a processor compares at once.
    const BLOCK: usize = 16;
    let is_in = |block: &[u8]| block.iter().fold(0, |is_in, byte| is_in | u8::from(*byte == character)) != 0;
    let blocks = text.as_bytes().chunks_exact(BLOCK).take_while(|block| !is_in(block));
    let start = BLOCK * blocks.count();
    let place = start + text.as_bytes().get(start..)?.iter().position(|byte| *byte == character)?;
    text.get(..place).zip(text.get(place + 1..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_split_as_the_standard_library_does() {
        for before in 0..40 {
            for text in ["", "}", "}b", "号}号}", "号"] {
                let text = format!("{}{text}", "号".repeat(before));
                assert_eq!(split_once(&text, b'}'), text.split_once('}'), "{text}");
                let text = format!("{}{text}", "a".repeat(before));
                assert_eq!(split_once(&text, b'}'), text.split_once('}'), "{text}");
            }
        }
    }
}
