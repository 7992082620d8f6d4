//! Reading requests: whole documents, or one a line.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use super::batch::{Closed, Feed};
use super::check::Checked;
use super::{common, CARRIED};

/// A request as it was read, or why that was not possible.
pub(crate) enum Incoming {
    Json {
        file: Arc<str>,
        /// Its line, in NDJSON.
        line: Option<usize>,
        lines_before: usize,
        json: Vec<u8>,
    },
    Failed {
        file: Arc<str>,
        /// 0 where the input as a whole could not be read.
        line: usize,
        error: io::Error,
    },
}

/// Reads request by request, and hands over as many at a time as make it worth a worker's while.
pub(crate) struct Reader<'a> {
    feed: &'a Feed<Vec<Incoming>, Vec<Checked>>,
    requests: Vec<Incoming>,
    bytes: usize,
}

/// So many bytes are asked of an input at a time.
pub(crate) const BUFFER: usize = 64 * 1024;
/// From so many bytes on requests are handed over.
pub(crate) const BATCH: usize = 64 * 1024;

impl<'a> Reader<'a> {
    pub(crate) fn new(feed: &'a Feed<Vec<Incoming>, Vec<Checked>>) -> Self {
        Self { feed, requests: Vec::new(), bytes: 0 }
    }

    /// Reads every file, or the orders that the program carries, until nobody asks for reports any more.
    pub(crate) fn read_all(mut self, files: &[OsString], standard_input: &mut Option<Box<dyn Read + Send>>) {
        let mut read = || {
            if files.is_empty() {
                CARRIED
                    .iter()
                    .try_for_each(|(name, json)| self.read(&Arc::from(*name), Box::new(json.as_bytes())))?;
            }
            for file in files {
                let name = Arc::from(file.to_string_lossy());
                match common::open(file, standard_input) {
                    Ok(input) => self.read(&name, input)?,
                    Err(error) => self.push(Incoming::Failed { file: name, line: 0, error })?,
                }
            }
            self.hand_over()
        };
        // Whoever does not ask any more wants to hear no reason.
        let _: Result<(), Closed> = read();
    }

    /// Reads every request of an input.
    fn read(&mut self, file: &Arc<str>, input: Box<dyn Read>) -> Result<(), Closed> {
        let mut input = BufReader::with_capacity(BUFFER, input);
        let mut line = Vec::new();
        let mut lines_before = 0;
        let failed = |line, error| Incoming::Failed { file: Arc::clone(file), line, error };
        // The first line that is not blank tells what the input is; without one it is an empty document.
        loop {
            match self.read_line(&mut input, &mut line)? {
                Ok(true) if lines_before == 0 => common::strip_byte_order_mark(&mut line),
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return self.push(failed(lines_before, error)),
            }
            if !common::is_blank(&line) {
                break;
            }
            lines_before += 1;
        }
        if serde_json::from_slice::<serde::de::IgnoredAny>(&line).is_err() {
            return match input.read_to_end(&mut line) {
                Ok(_) => {
                    self.push(Incoming::Json { file: Arc::clone(file), line: None, lines_before, json: line })
                }
                Err(error) => self.push(failed(0, error)),
            };
        }
        loop {
            if !common::is_blank(&line) {
                let json = std::mem::take(&mut line);
                let line = Some(lines_before + 1);
                self.push(Incoming::Json { file: Arc::clone(file), line, lines_before, json })?;
            }
            lines_before += 1;
            match self.read_line(&mut input, &mut line)? {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(error) => return self.push(failed(lines_before, error)),
            }
        }
    }

    /// Reads a line; `false` at the end of the input. What there is to check is handed over before waiting for more.
    fn read_line(
        &mut self,
        input: &mut BufReader<Box<dyn Read>>,
        line: &mut Vec<u8>,
    ) -> Result<io::Result<bool>, Closed> {
        if !input.buffer().contains(&b'\n') {
            self.hand_over()?;
        }
        line.clear();
        Ok(input.read_until(b'\n', line).map(|read| read > 0))
    }

    fn push(&mut self, request: Incoming) -> Result<(), Closed> {
        if let Incoming::Json { json, .. } = &request {
            self.bytes += json.len();
        }
        self.requests.push(request);
        if self.bytes < BATCH {
            return Ok(());
        }
        self.hand_over()
    }

    fn hand_over(&mut self) -> Result<(), Closed> {
        self.bytes = 0;
        if self.requests.is_empty() {
            return Ok(());
        }
        self.feed.push(std::mem::take(&mut self.requests))
    }
}
