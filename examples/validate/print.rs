//! What is printed of all requests together, and how far the program is.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use beian::{Language, Text};

use super::check::{Checked, Outcome};
use super::common::{self, width};

/// How many requests came out how.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    submittable: usize,
    refused: usize,
    unread: usize,
}

impl Tally {
    fn total(&self) -> usize {
        self.submittable + self.refused + self.unread
    }

    pub(crate) fn status(&self) -> u8 {
        match (self.unread, self.refused) {
            (0, 0) => 0,
            (0, _) => 1,
            _ => common::FAILURE,
        }
    }
}

/// Prints what was said of each request, and counts.
pub(crate) struct Printer<'a> {
    language: Language,
    is_json: bool,
    progress: Progress,
    pub(crate) out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    pub(crate) tally: Tally,
}

impl<'a> Printer<'a> {
    pub(crate) fn new(
        language: Language,
        is_json: bool,
        shows_progress: bool,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        Self { language, is_json, progress: Progress::new(shows_progress), out, err, tally: Tally::default() }
    }

    pub(crate) fn print(&mut self, checked: &Checked) -> io::Result<()> {
        match checked.outcome {
            Outcome::Unread => {
                self.tally.unread += 1;
                if self.is_json {
                    return self.out.write_all(&checked.text);
                }
                self.out.flush()?;
                self.progress.clear(self.err)?;
                return self.err.write_all(&checked.text);
            }
            Outcome::Submittable => self.tally.submittable += 1,
            Outcome::Refused => self.tally.refused += 1,
        }
        if !self.is_json && self.tally.submittable + self.tally.refused > 1 {
            writeln!(self.out)?;
        }
        self.out.write_all(&checked.text)?;
        self.progress.show(self.tally.total(), self.language, self.err)
    }

    /// Sums up where there were several requests.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.progress.clear(self.err)?;
        let Tally { submittable, refused, unread } = self.tally;
        if self.is_json || self.tally.total() < 2 {
            return Ok(());
        }
        match self.language {
            Language::Zh => writeln!(
                self.out,
                "\n共 {} 个订单：{submittable} 个可以提交，{refused} 个不能提交，{unread} 个无法读取。",
                self.tally.total(),
            ),
            Language::En => writeln!(
                self.out,
                "\n{} orders: {submittable} can be submitted, {refused} cannot, {unread} could not be read.",
                self.tally.total(),
            ),
        }
    }

    /// What to do next, after the orders that the program carries.
    pub(crate) fn farewell(&mut self) -> io::Result<()> {
        if self.is_json {
            return Ok(());
        }
        let text = Text {
            zh: "以上是程序自带的示例订单。检查自己的订单：cargo run --example validate -- 文件（--help 查看说明）",
            en: "These were orders that the program carries. For your own: cargo run --example validate -- FILE (see --help)",
        };
        writeln!(self.out, "\n{}", text.get(self.language))
    }
}

/// The number of requests so far, on standard error, where the reports go elsewhere.
struct Progress {
    is_shown: bool,
    next: Instant,
    width: usize,
}

impl Progress {
    const EVERY: Duration = Duration::from_millis(500);

    fn new(is_shown: bool) -> Self {
        Self { is_shown, next: Instant::now() + Self::EVERY, width: 0 }
    }

    fn show(&mut self, count: usize, language: Language, err: &mut dyn Write) -> io::Result<()> {
        if !self.is_shown || Instant::now() < self.next {
            return Ok(());
        }
        self.next = Instant::now() + Self::EVERY;
        let text = match language {
            Language::Zh => format!("已检查 {count} 个订单"),
            Language::En => format!("{count} orders checked"),
        };
        self.width = width(&text);
        write!(err, "\r{text}")?;
        err.flush()
    }

    fn clear(&mut self, err: &mut dyn Write) -> io::Result<()> {
        if self.width == 0 {
            return Ok(());
        }
        write!(err, "\r{}\r", " ".repeat(self.width))?;
        self.width = 0;
        err.flush()
    }
}
