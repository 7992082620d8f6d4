//! What the example programs share: streams, arguments, the language, colour and columns.
#![allow(dead_code)] // each program uses its part

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;

use beian::{Language, Need, Provider, Rulebook, Severity, Text};

/// What a program is given; a test hands in its own.
pub(crate) struct World<'a> {
    pub(crate) arguments: Vec<OsString>,
    pub(crate) variable: &'a dyn Fn(&str) -> Option<String>,
    pub(crate) input: Option<Box<dyn Read + Send>>,
    pub(crate) out: &'a mut dyn Write,
    pub(crate) is_out_terminal: bool,
    pub(crate) err: &'a mut dyn Write,
    pub(crate) is_err_terminal: bool,
}

/// The exit status where a program could not do what it was asked.
pub(crate) const FAILURE: u8 = 2;

/// Runs a program in the real world.
pub(crate) fn start(run: impl FnOnce(&mut World<'_>) -> io::Result<u8>) -> ExitCode {
    let (out, err) = (io::stdout(), io::stderr());
    let mut buffered = BufWriter::new(out.lock());
    let mut world = World {
        arguments: std::env::args_os().skip(1).collect(),
        variable: &|name| std::env::var(name).ok(),
        input: Some(Box::new(io::stdin())),
        is_out_terminal: out.is_terminal(),
        out: &mut buffered,
        is_err_terminal: err.is_terminal(),
        err: &mut err.lock(),
    };
    let done = run(&mut world).and_then(|status| world.out.flush().map(|()| status));
    // What could not be written is not tried again when the buffer goes.
    let (_, _) = buffered.into_parts();
    match done {
        Ok(status) => ExitCode::from(status),
        // Whoever read has read enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(FAILURE)
        }
    }
}

/// An option of a program, and the values that it takes; none, it is a switch. One in capitals stands for any.
pub(crate) struct Opt {
    pub(crate) name: &'static str,
    pub(crate) short: Option<&'static str>,
    pub(crate) values: &'static [&'static str],
}

pub(crate) const FORMAT: Opt = Opt { name: "--format", short: None, values: &["text", "json"] };
pub(crate) const LANG: Opt = Opt { name: "--lang", short: None, values: &["zh", "en"] };
pub(crate) const PROVIDER: Opt = Opt { name: "--provider", short: None, values: &PROVIDERS };
pub(crate) const VERBOSE: Opt = Opt { name: "--verbose", short: Some("-v"), values: &[] };
pub(crate) const HELP: Opt = Opt { name: "--help", short: Some("-h"), values: &[] };

/// The providers by their names on the wire.
#[allow(clippy::indexing_slicing)] // when it is compiled
const PROVIDERS: [&str; Provider::ALL.len()] = {
    let mut names = [""; Provider::ALL.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = Provider::ALL[place].as_str();
        place += 1;
    }
    names
};

/// A help text with the providers where it says `{providers}`.
pub(crate) fn help(text: Text, language: Language) -> String {
    let rulebook = Rulebook::default();
    let default = &*rulebook.version().provider;
    let names = PROVIDERS.map(|name| match language {
        Language::Zh if name == default => format!("{name}（默认）"),
        Language::En if name == default => format!("{name} (the default)"),
        _ => name.to_owned(),
    });
    let comma = if language == Language::Zh { "、" } else { ", " };
    text.get(language).replace("{providers}", &names.join(comma))
}

impl Opt {
    fn takes(&self, value: &str) -> bool {
        let stands_for_any = |accepted: &str| !accepted.contains(|c: char| c.is_ascii_lowercase());
        self.values.contains(&value) || self.values.iter().any(|accepted| stands_for_any(accepted))
    }
}

impl fmt::Display for Opt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        if !self.values.is_empty() {
            write!(f, " {}", self.values.join("|"))?;
        }
        Ok(())
    }
}

/// The arguments of a program, read.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    given: Vec<(&'static str, String)>,
    pub(crate) operands: Vec<OsString>,
}

impl Arguments {
    /// Reads arguments; of an option given twice the last value counts.
    ///
    /// # Errors
    /// What is wrong with them, in the language that they or the environment ask for.
    pub(crate) fn read(world: &World<'_>, options: &'static [Opt]) -> Result<Self, String> {
        let mut read = Self::default();
        let mut arguments = world.arguments.iter();
        while let Some(argument) = arguments.next() {
            let text = match argument.to_str() {
                Some("--") => {
                    read.operands.extend(arguments.cloned());
                    break;
                }
                Some(text) if text.len() > 1 && text.starts_with('-') => text,
                _ => {
                    read.operands.push(argument.clone());
                    continue;
                }
            };
            let (name, attached) = match text.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (text, None),
            };
            let option = options.iter().find(|option| option.name == name || option.short == Some(name));
            let language = read.language(world);
            let Some(option) = option else {
                let known = options.iter().map(ToString::to_string).collect::<Vec<_>>();
                return Err(match language {
                    Language::Zh => format!("没有选项 {name}。可用的选项：{}", known.join("、")),
                    Language::En => format!("there is no option {name}. There are: {}", known.join(", ")),
                });
            };
            if option.values.is_empty() {
                if attached.is_some() {
                    return Err(match language {
                        Language::Zh => format!("选项 {} 不带值", option.name),
                        Language::En => format!("{} takes no value", option.name),
                    });
                }
                read.given.push((option.name, String::new()));
                continue;
            }
            let value = attached.or_else(|| arguments.next().and_then(|value| value.to_str()));
            match value.filter(|value| option.takes(value)) {
                Some(value) => read.given.push((option.name, value.to_owned())),
                None => {
                    return Err(match language {
                        Language::Zh => {
                            format!("选项 {} 的值应为 {}", option.name, option.values.join(" 或 "))
                        }
                        Language::En => format!("{} takes {}", option.name, option.values.join(" or ")),
                    })
                }
            }
        }
        Ok(read)
    }

    pub(crate) fn has(&self, option: &Opt) -> bool {
        self.value(option).is_some()
    }

    pub(crate) fn value(&self, option: &Opt) -> Option<&str> {
        self.given.iter().rev().find_map(|(name, value)| (*name == option.name).then_some(value.as_str()))
    }

    pub(crate) fn is_json(&self) -> bool {
        self.value(&FORMAT) == Some("json")
    }

    /// The built-in rulebook of the provider that was asked for, else the guide's.
    pub(crate) fn rulebook(&self) -> Rulebook {
        self.value(&PROVIDER).and_then(Provider::from_name).map_or_else(Rulebook::default, Rulebook::builtin)
    }

    /// The language that was asked for, else that of the locale: Chinese or, for every other, English.
    pub(crate) fn language(&self, world: &World<'_>) -> Language {
        match self.value(&LANG) {
            Some("zh") => Language::Zh,
            Some(_) => Language::En,
            None => {
                let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
                    .iter()
                    .find_map(|name| (world.variable)(name).filter(|value| !value.is_empty()));
                match locale {
                    Some(locale) if locale.to_ascii_lowercase().starts_with("zh") => Language::Zh,
                    _ => Language::En,
                }
            }
        }
    }
}

/// Opens an input: a file, or for `-` what the program was given, once.
pub(crate) fn open(
    file: &OsStr,
    standard_input: &mut Option<Box<dyn Read + Send>>,
) -> io::Result<Box<dyn Read>> {
    if file == OsStr::new("-") {
        return Ok(standard_input.take().unwrap_or_else(|| Box::new(io::empty())));
    }
    Ok(Box::new(File::open(file)?))
}

pub(crate) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

/// Editors on Windows put a byte order mark before the text.
pub(crate) fn strip_byte_order_mark(line: &mut Vec<u8>) {
    if line.starts_with("\u{feff}".as_bytes()) {
        line.drain(.."\u{feff}".len());
    }
}

/// How text is set off: in colour on a terminal that wants it, else not at all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    is_coloured: bool,
}

impl Style {
    pub(crate) fn of(world: &World<'_>) -> Self {
        let is_set = |name| (world.variable)(name).is_some_and(|value| !value.is_empty());
        let is_dumb = (world.variable)("TERM").as_deref() == Some("dumb");
        Self { is_coloured: world.is_out_terminal && !is_set("NO_COLOR") && !is_dumb }
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.is_coloured {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }

    pub(crate) fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }

    pub(crate) fn good(self, text: &str) -> String {
        self.paint("1;32", text)
    }

    pub(crate) fn bad(self, text: &str) -> String {
        self.paint("1;31", text)
    }

    /// A text in the colour of a severity.
    pub(crate) fn severity(self, severity: Severity, text: &str) -> String {
        self.paint(
            match severity {
                Severity::Blocker => "1;31",
                Severity::Warning => "1;33",
                _ => "36",
            },
            text,
        )
    }
}

/// The columns that a text takes on a terminal: two for a Chinese character.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// East Asian wide and full-width characters (UAX #11), as far as Chinese text goes.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF01..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD)
}

/// A text with the spaces that fill it up to `columns`.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    let gap = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(gap))
}

/// The widest severity in this language.
pub(crate) fn severity_width(language: Language) -> usize {
    Severity::ALL.iter().map(|severity| width(severity.text().get(language))).max().unwrap_or_default()
}

/// What a rule may need, in words; by its name on the wire.
pub(crate) fn need(name: &str, language: Language) -> String {
    match name {
        "inputs" => {
            let inputs = Text {
                zh: "订单或上下文中的选填信息",
                en: "optional inputs of the order or the context",
            };
            inputs.get(language).to_owned()
        }
        name => Need::named(name).show(language).to_owned(),
    }
}
