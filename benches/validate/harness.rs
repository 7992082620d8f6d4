//! Measures operations in turn, so that a machine that slows down slows all of them alike, and compares their
//! times.

use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 63;
/// The time that an operation runs in each round.
const SLICE: Duration = Duration::from_millis(20);

/// An operation that was added, by its number.
#[derive(Clone, Copy)]
pub(crate) struct Operation(usize);

/// The operations, with the time that one run took in each round.
pub(crate) struct Harness<'a> {
    operations: Vec<Box<dyn FnMut() + 'a>>,
    rounds: Vec<Vec<f64>>,
}

/// How many times as long one operation takes as another: the median of the rounds, and the quartiles below
/// and above it.
pub(crate) struct Ratio {
    pub(crate) low: f64,
    pub(crate) median: f64,
    pub(crate) high: f64,
}

impl<'a> Harness<'a> {
    pub(crate) fn new() -> Self {
        Self { operations: Vec::new(), rounds: Vec::new() }
    }

    pub(crate) fn add<T>(&mut self, mut operation: impl FnMut() -> T + 'a) -> Operation {
        self.operations.push(Box::new(move || {
            black_box(operation());
        }));
        Operation(self.operations.len() - 1)
    }

    /// Adds an operation on several inputs, of which each run takes the next.
    pub(crate) fn add_in_turn<S, T>(
        &mut self,
        things: &'a [S],
        operation: impl Fn(&S) -> T + 'a,
    ) -> Operation {
        let mut things = things.iter().cycle();
        self.add(move || things.next().map(&operation))
    }

    /// Runs every operation once and says how many there are.
    pub(crate) fn run_once(&mut self) -> usize {
        self.operations.iter_mut().for_each(|operation| operation());
        self.operations.len()
    }

    /// Measures every operation in every round.
    pub(crate) fn measure(&mut self) {
        self.run_once();
        self.rounds = (0..ROUNDS).map(|_| self.operations.iter_mut().map(time).collect()).collect();
    }

    pub(crate) fn ratio(&self, Operation(of): Operation, Operation(to): Operation) -> Ratio {
        let mut ratios: Vec<f64> = self.rounds.iter().map(|times| times[of] / times[to]).collect();
        ratios.sort_unstable_by(f64::total_cmp);
        let [low, median, high] = [1, 2, 3].map(|quarter| ratios[(ROUNDS - 1) * quarter / 4]);
        Ratio { low, median, high }
    }
}

/// Nanoseconds of one run.
fn time(operation: &mut Box<dyn FnMut() + '_>) -> f64 {
    let start = Instant::now();
    let mut runs = 0_u32;
    while start.elapsed() < SLICE {
        operation();
        runs += 1;
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(runs)
}
