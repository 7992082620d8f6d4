//! The table of figures: measured, promised, and whether the promise is kept.

use std::process::ExitCode;

use crate::harness::Ratio;

/// The bound that a figure has to keep to.
pub(crate) enum Bound {
    AtMost(f64),
    AtLeast(f64),
    /// No bound: the figure is only printed.
    None,
}

pub(crate) struct Table {
    missed: usize,
}

const WIDTH: usize = 58;

impl Table {
    pub(crate) fn new() -> Self {
        let table = Self { missed: 0 };
        table.heading("Figure");
        table
    }

    pub(crate) fn heading(&self, title: &str) {
        let rule = "-".repeat(WIDTH + 44);
        println!(
            "{title:<WIDTH$} {:>9} {:>10}   {:<9}{:>12}\n{rule}",
            "measured", "to reach", "", "quartiles"
        );
    }

    pub(crate) fn ratio(&mut self, title: &str, Ratio { low, median, high }: Ratio, bound: Bound) {
        self.line(title, median, &format!("{median:.3}"), bound, &format!("{low:.3}–{high:.3}"));
    }

    pub(crate) fn count(&mut self, title: &str, count: u64, bound: Bound) {
        self.line(title, count as f64, &count.to_string(), bound, "");
    }

    pub(crate) fn milliseconds(&mut self, title: &str, time: f64, bound: Bound) {
        self.line(title, time, &format!("{time:.3}"), bound, "");
    }

    fn line(&mut self, title: &str, figure: f64, shown: &str, bound: Bound, range: &str) {
        let (to_reach, is_reached) = match bound {
            Bound::AtMost(most) => (format!("≤ {most}"), figure <= most),
            Bound::AtLeast(least) => (format!("≥ {least}"), figure >= least),
            Bound::None => return println!("{title:<WIDTH$} {shown:>9} {:>10}   {:<9}{range:>15}", "", ""),
        };
        self.missed += usize::from(!is_reached);
        let verdict = if is_reached { "reached" } else { "MISSED" };
        println!("{title:<WIDTH$} {shown:>9} {to_reach:>10}   {verdict:<9}{range:>15}");
    }

    pub(crate) fn end(self) -> ExitCode {
        if self.missed == 0 {
            println!("\nEvery figure is reached.");
            return ExitCode::SUCCESS;
        }
        println!(
            "\n{} missed.",
            if self.missed == 1 { "1 figure is".to_owned() } else { format!("{} figures are", self.missed) }
        );
        ExitCode::FAILURE
    }
}
