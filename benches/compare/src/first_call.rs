//! Times the first call of a process, which builds what is kept for all later ones (lazy statics).

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use beian::{validate, Rulebook};

use crate::{orders, selection};

const PROCESSES: usize = 21;

/// Rules besides those on names that search texts for listed words.
const WITH_WORDS: [&str; 2] = ["app.mini-program", "principal.scope-word"];

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum FirstCall {
    WithoutWords,
    WithWords,
}

impl FirstCall {
    pub(crate) const ALL: [Self; 2] = [Self::WithoutWords, Self::WithWords];

    const fn argument(self) -> &'static str {
        match self {
            Self::WithoutWords => "--first-call-without-words",
            Self::WithWords => "--first-call",
        }
    }

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::WithoutWords => "first call, without the word lists, ms",
            Self::WithWords => "first call, ms",
        }
    }

    /// The limit in milliseconds.
    pub(crate) const fn most(self) -> f64 {
        match self {
            Self::WithoutWords => 1.0,
            Self::WithWords => 5.0,
        }
    }

    /// The call that this process was started for, by its argument.
    pub(crate) fn asked_for() -> Option<Self> {
        let argument = std::env::args().nth(1)?;
        Self::ALL.into_iter().find(|call| call.argument() == argument)
    }

    /// Makes the call and prints the milliseconds from process start to the report of a parsed order.
    pub(crate) fn make(self) {
        let (order, context) = (orders::apps(10), orders::context());
        let start = Instant::now();
        let mut rulebook = Rulebook::default();
        let mut took = start.elapsed();
        if self == Self::WithoutWords {
            rulebook = selection::only(|rule| rule.group() != "name" && !WITH_WORDS.contains(&rule.id()));
        }
        let start = Instant::now();
        let _ = black_box(validate(&order, &context, &rulebook));
        took += start.elapsed();
        println!("{}", took.as_secs_f64() * 1e3);
    }

    /// The median over so many fresh processes.
    pub(crate) fn in_new_processes(self) -> f64 {
        let program = std::env::current_exe().unwrap();
        let mut times: Vec<f64> = (0..PROCESSES)
            .map(|_| {
                let output = Command::new(&program).arg(self.argument()).output().unwrap();
                String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
            })
            .collect();
        times.sort_unstable_by(f64::total_cmp);
        times[PROCESSES / 2]
    }
}
