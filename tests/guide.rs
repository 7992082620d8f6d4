//! The pages of the documentation are what the crate says. Written anew with
//! `UPDATE_GUIDE=1 cargo test --test guide`; without it the test compares them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use beian::provinces::{Dimension, Entry, Matrix, Standing};
use beian::{Language, Rulebook};
use chrono::NaiveDate;

const PAGE: &str = "src/guide/provinces.md";

#[test]
fn the_page_of_provinces_is_what_the_rulebook_says() {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), PAGE].iter().collect();
    let written = page(&Rulebook::default());
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        fs::write(path, written).unwrap();
        return;
    }
    let kept = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let differs = kept.lines().zip(written.lines()).position(|(kept, written)| kept != written);
    assert!(
        kept == written,
        "{PAGE} is not what the rulebook says, from line {} on: UPDATE_GUIDE=1 cargo test --test guide",
        differs.unwrap_or_else(|| kept.lines().count().min(written.lines().count())) + 1
    );
}

/// The foot is counted from the table: the same numbers another way.
#[test]
fn the_foot_counts_every_cell_once() {
    let rulebook = Rulebook::default();
    let matrix = Matrix::of(&rulebook, Dimension::ALL.iter().copied());
    let cells = matrix.rows.len() * Dimension::ALL.len();
    let counts = Standing::ALL.iter().map(|standing| matrix.count(*standing));
    assert_eq!(counts.sum::<usize>(), cells);
    let foot = foot(&rulebook, &matrix);
    for standing in Standing::ALL {
        assert!(foot.contains(&format!("{} {}", matrix.count(*standing), standing.text().en)), "{foot}");
    }
}

#[test]
fn ages_are_told_in_years_and_months() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (from, to, told) in [
        ("2023-12-31", "2025-06-27", "1 year and 5 months"),
        ("2023-06-27", "2025-06-27", "2 years"),
        ("2025-05-28", "2025-06-27", "less than a month"),
        ("2025-05-27", "2025-06-27", "1 month"),
        ("2025-12-31", "2025-06-27", "less than a month"),
    ] {
        assert_eq!(age(day(from), day(to)), told, "{from} {to}");
    }
}

fn page(rulebook: &Rulebook) -> String {
    let matrix = Matrix::of(rulebook, Dimension::ALL.iter().copied());
    let mut page = String::from(
        "What each province asks beyond the national rules, as providers report it: see \
         [`provinces`](crate::provinces) for where it comes from,\n\
         [`Rulebook::province`](crate::Rulebook::province) for the same in a program, \
         [`Dimension::rules`](crate::provinces::Dimension::rules) for what holds an order\nagainst it.\n\n\
         A cell is *settled* where trustworthy sources agree: what breaks it is a blocker. It is *contested* where\n\
         they disagree or only one speaks: what breaks it is a warning. Where nothing is known, nothing is assumed:\n\
         a rule that would need it is undetermined. The date is that of the document; `≤` stands before the last day\n\
         that an undated one can be of.\n\n",
    );
    overview(&mut page, &matrix);
    for dimension in &matrix.dimensions {
        section(&mut page, &matrix, *dimension);
    }
    page.push_str(&foot(rulebook, &matrix));
    page
}

/// All of the table at a glance, a dimension a row.
fn overview(page: &mut String, matrix: &Matrix<'_>) {
    page.push_str(
        "# At a glance\n\nProvinces that ask something, by how well it stands; the others are unknown.\n\n\
         | | settled | contested | unknown |\n|---|---|---|---|\n",
    );
    for dimension in &matrix.dimensions {
        let named = |standing: Standing| {
            let rows = matrix.rows.iter();
            let standing = rows.filter(|row| {
                row.cells.iter().any(|cell| cell.dimension == *dimension && cell.standing == standing)
            });
            standing.map(|row| row.province.character()).collect::<String>()
        };
        let unknown = named(Standing::Unknown).chars().count();
        let _ = writeln!(
            page,
            "| {} {} | {} | {} | {unknown} |",
            dimension.text().en,
            dimension.text().zh,
            named(Standing::Settled),
            named(Standing::Contested),
        );
    }
}

fn section(page: &mut String, matrix: &Matrix<'_>, dimension: Dimension) {
    let _ = write!(page, "\n# {} {}\n\n", first_upper(dimension.text().en), dimension.text().zh);
    let rules: Vec<String> = dimension.rules().map(|rule| format!("`{}`", rule.id())).collect();
    if !rules.is_empty() {
        let _ = write!(page, "Rules: {}.\n\n", rules.join(", "));
    }
    let cells = || {
        let rows = matrix.rows.iter();
        rows.filter_map(move |row| Some((row.province, matrix.cell(row.province, dimension)?)))
    };
    if cells().any(|(_, cell)| cell.standing != Standing::Unknown) {
        page.push_str("| province | asks | of | standing | date |\n|---|---|---|---|---|\n");
    }
    for (province, cell) in cells() {
        for (place, entry) in cell.entries.iter().enumerate() {
            let name = if place == 0 {
                format!("{} {}", province.name().en, province.short_name())
            } else {
                String::new()
            };
            let _ = writeln!(
                page,
                "| {name} | {} | {} | {} | {} |",
                escaped(&entry.value(Language::En)),
                escaped(&entry.scope().show(Language::En)),
                entry.standing().text().en,
                date(entry)
            );
        }
    }
    let unknown = cells().filter(|(_, cell)| cell.standing == Standing::Unknown);
    let unknown: Vec<&str> = unknown.map(|(province, _)| province.name().en).collect();
    if !unknown.is_empty() {
        let _ = write!(page, "\nUnknown: {}.\n", unknown.join(", "));
    }
}

fn foot(rulebook: &Rulebook, matrix: &Matrix<'_>) -> String {
    let [settled, contested, unknown] =
        [Standing::Settled, Standing::Contested, Standing::Unknown].map(|standing| matrix.count(standing));
    let entries = || matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.entries);
    let as_of = rulebook.version().as_of;
    let mut foot = format!(
        "\n# How well it stands\n\nOf {} cells, a province and a thing that is asked about each, {settled} settled, \
         {contested} contested, {unknown} unknown.\n",
        settled + contested + unknown
    );
    let days = || entries().filter_map(Entry::no_later_than);
    if let (Some(oldest), Some(newest)) = (days().min(), days().max()) {
        let _ = writeln!(
            foot,
            "The oldest document is of {oldest}, {} before the rulebook's own date, {as_of}; the newest is of {newest}.",
            age(oldest, as_of)
        );
    }
    let undated = entries().filter(|entry| entry.no_later_than().is_none()).count();
    let _ = writeln!(foot, "Of {undated} entries out of {} nobody knows the date.", entries().count());
    foot
}

fn date(entry: &Entry<'_>) -> String {
    match (entry.source().date, entry.no_later_than()) {
        (Some(date), _) => date.to_string(),
        (None, Some(day)) => format!("≤ {day}"),
        (None, None) => "unknown".to_owned(),
    }
}

/// The whole years and months between two days.
fn age(from: NaiveDate, to: NaiveDate) -> String {
    use chrono::Months;
    let months = (1..=1200).take_while(|months| from + Months::new(*months) <= to).last().unwrap_or(0);
    let count = |number: u32, unit: &str| match number {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{number} {unit}s")),
    };
    let parts: Vec<String> =
        [count(months / 12, "year"), count(months % 12, "month")].into_iter().flatten().collect();
    if parts.is_empty() {
        "less than a month".to_owned()
    } else {
        parts.join(" and ")
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '|' | '<' | '>' | '*' | '_' | '[' | ']' | '`' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn first_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
