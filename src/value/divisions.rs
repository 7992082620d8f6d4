//! Administrative divisions: the rows of the table of regions, and how they are found.

use super::province::Province;
use super::region_table::{ABOLISHED, NAMES, REGIONS, SUCCESSORS};

/// The code of a division, and its name.
pub(super) type Row = (u32, &'static str);

/// A division in use. Its name is a part of the text of all names: a table of numbers needs no relocation when a program
/// starts, and takes a third of the room of one with a pointer in each row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Division {
    code: u32,
    start: u16,
    length: u8,
}

impl Division {
    pub(super) const fn new(code: u32, start: u16, length: u8) -> Self {
        Self { code, start, length }
    }

    pub(super) const fn code(self) -> u32 {
        self.code
    }

    pub(super) fn row(self) -> Row {
        let start = usize::from(self.start);
        (self.code, NAMES.get(start..start + usize::from(self.length)).unwrap_or_default())
    }
}

/// A code that was abolished, and which part of [`SUCCESSORS`] it went to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Abolished {
    code: u32,
    start: u16,
    count: u8,
}

impl Abolished {
    pub(super) const fn new(code: u32, start: u16, count: u8) -> Self {
        Self { code, start, count }
    }

    /// The county-level codes in use that it went to.
    pub(super) fn successors(self) -> &'static [u32] {
        let start = usize::from(self.start);
        SUCCESSORS.get(start..start + usize::from(self.count)).unwrap_or_default()
    }
}

/// All divisions in use, sorted by code.
pub(super) fn divisions() -> &'static [Division] {
    REGIONS
}

pub(super) fn find(code: u32) -> Option<Row> {
    let at = REGIONS.binary_search_by_key(&code, |division| division.code).ok()?;
    REGIONS.get(at).map(|division| division.row())
}

pub(super) fn find_abolished(code: u32) -> Option<Abolished> {
    let at = ABOLISHED.binary_search_by_key(&code, |abolished| abolished.code).ok()?;
    ABOLISHED.get(at).copied()
}

/// The divisions in use with a code from `from` up to `to`, that one not included.
pub(super) fn rows(from: u32, to: u32) -> &'static [Division] {
    let at = |code| REGIONS.partition_point(|division| division.code < code);
    REGIONS.get(at(from)..at(to)).unwrap_or_default()
}

/// The same of abolished codes.
pub(super) fn former(from: u32, to: u32) -> &'static [Abolished] {
    let at = |code| ABOLISHED.partition_point(|abolished| abolished.code < code);
    ABOLISHED.get(at(from)..at(to)).unwrap_or_default()
}

pub(super) fn province_rows(province: Province) -> &'static [Division] {
    let first = u32::from(province.number()) * 10_000;
    rows(first, first + 10_000)
}

pub(super) const fn is_city(code: u32) -> bool {
    code % 100 == 0
}

pub(super) fn is_province(code: u32) -> bool {
    code % 10_000 == 0 && province_of(code).is_some()
}

pub(super) fn province_of(code: u32) -> Option<Province> {
    u8::try_from(code / 10_000).ok().and_then(Province::from_number)
}

pub(super) const fn is_municipality(province: Province) -> bool {
    matches!(province, Province::Beijing | Province::Tianjin | Province::Shanghai | Province::Chongqing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_name_and_rows_are_sorted() {
        for pair in REGIONS.windows(2) {
            assert!(matches!(pair, [a, b] if a.code < b.code));
        }
        for pair in ABOLISHED.windows(2) {
            assert!(matches!(pair, [a, b] if a.code < b.code));
        }
        assert!(REGIONS.iter().all(|division| division.row().1.chars().count() >= 2));
        let named = ABOLISHED.iter().flat_map(|abolished| abolished.successors());
        assert!(named.clone().all(|code| find(*code).is_some()));
        assert_eq!(
            named.count(),
            ABOLISHED.iter().map(|abolished| usize::from(abolished.count)).sum::<usize>()
        );
    }
}
