//! The generated pages of the documentation match the crate. `UPDATE_GUIDE=1 cargo test --test it guide`
//! writes them; without it the test compares them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use beian::provinces::{Dimension, KnownCell, Matrix, Standing};
use beian::{
    testing, validate, Language, Limit, Limits, Need, PrincipalKind, Provider, Report, Request, Rule,
    Rulebook, RulebookPatch, Source,
};
use chrono::NaiveDate;
use serde_json::Value;

use crate::common;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Compares a file with what it should be, or writes it.
fn is_kept(name: &str, written: &str) {
    let path = file(name);
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        fs::write(path, written).unwrap();
        return;
    }
    let kept = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    let differs = kept.lines().zip(written.lines()).position(|(kept, written)| kept != written);
    assert!(
        kept == written,
        "{name} is not what the rulebook says, from line {} on: UPDATE_GUIDE=1 cargo test --test it guide",
        differs.unwrap_or_else(|| kept.lines().count().min(written.lines().count())) + 1
    );
}

#[test]
fn the_page_of_provinces_is_what_the_rulebook_says() {
    is_kept("src/guide/provinces.md", &page(&Rulebook::default()));
}

#[test]
fn the_page_of_providers_is_what_the_rulebooks_say() {
    is_kept("src/guide/providers.md", &providers());
}

/// A path in back ticks that begins with a folder of the repository leads to a file or folder that exists; a step
/// such as `<group>` stands for any name.
#[test]
fn files_that_the_pages_name_exist() {
    fn exists(folder: &Path, steps: &[&str]) -> bool {
        let Some((step, rest)) = steps.split_first() else { return folder.exists() };
        let Some((before, after)) = step.split_once('<') else { return exists(&folder.join(step), rest) };
        let after = after.split_once('>').unwrap().1;
        let names =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut fitting = names.filter(|name| name.starts_with(before) && name.ends_with(after));
        fitting.any(|name| exists(&folder.join(name), rest))
    }
    let (mut named, mut missing) = (0, Vec::new());
    for page in ["src/guide/design.md", "src/guide/updating.md", "src/guide/wire.md", "README.md"] {
        let text = fs::read_to_string(file(page)).unwrap();
        for word in text.split('`').flat_map(str::split_whitespace) {
            if ["src/", "tests/", "examples/", "benches/"].iter().any(|folder| word.starts_with(folder)) {
                named += 1;
                let steps: Vec<&str> = word.split('/').filter(|step| !step.is_empty()).collect();
                if !exists(&file(""), &steps) {
                    missing.push(format!("{page}: {word}"));
                }
            }
        }
    }
    assert!(named > 40 && missing.is_empty(), "{named} {missing:#?}");
}

/// Sentences of the README that contain numbers, with what the numbers count.
#[test]
fn the_readme_counts_what_there_is() {
    let rulebook = Rulebook::default();
    let matrix = Matrix::of(&rulebook, Dimension::ALL.iter().copied());
    let counts = [
        Standing::Settled,
        Standing::Reported,
        Standing::Contested,
        Standing::NotMentioned,
        Standing::Unknown,
    ]
    .map(|standing| matrix.count(standing));
    let cells: Vec<usize> = std::iter::once(counts.iter().sum()).chain(counts).collect();
    let tens = [Rule::all().count() / 10 * 10];
    let mut readme = fs::read_to_string(file("README.md")).unwrap().replace("\r\n", "\n");
    for (sentence, numbers) in [
        ("more than {} rules", &tens[..]),
        ("{} 余条规则", &tens[..]),
        ("Of {} cells, {} are settled, {} reported, {} contested, {} not mentioned, {} unknown", &cells[..]),
        ("共 {} 格，其中明确 {} 格、仅有报道 {} 格、说法不一 {} 格、未提及 {} 格、未知 {} 格", &cells[..]),
    ] {
        readme = counted(&readme, sentence, numbers);
    }
    is_kept("README.md", &readme);
}

/// The finding that the README shows is the one of its example, and so is what the example prints, in both languages.
#[test]
fn the_readme_shows_a_finding_as_it_is() {
    let mut request = testing::first_filing(PrincipalKind::Enterprise);
    testing::set(&mut request, "/services/0/resources/0/expires_on", "2026-12-10");
    let report = validate(&request.order, &request.context, &Rulebook::default());
    let [finding] = report.findings.as_slice() else { panic!("{:?}", report.findings) };
    let readme = fs::read_to_string(file("README.md")).unwrap().replace("\r\n", "\n");
    let shown: Vec<Value> = blocks(&readme, "json").map(|json| serde_json::from_str(json).unwrap()).collect();
    assert_eq!(shown, [serde_json::to_value(finding).unwrap()]);
    let printed = |language| format!("{} {}\n{}\n", finding.rule(), finding.path, finding.message(language));
    let shown: Vec<&str> = blocks(&readme, "text").collect();
    assert_eq!(shown, [printed(Language::En), printed(Language::Zh)]);
}

/// The code blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> impl Iterator<Item = &'a str> {
    let begin = format!("```{language}\n");
    let behind: Vec<&str> = text.split(&begin).skip(1).collect();
    behind.into_iter().map(|behind| behind.split("```").next().unwrap())
}

/// What the README says in one language it says in the other: as many headings, items and rows, in the same order.
#[test]
fn the_readme_says_the_same_in_both_languages() {
    let readme = fs::read_to_string(file("README.md")).unwrap();
    let (en, zh) = readme.split_once("## 中文\n").unwrap();
    let marks = |text: &str| -> Vec<String> {
        let line = |line: &str| match line {
            _ if line.starts_with("## ") || line.starts_with("### ") => Some("#".to_owned()),
            _ if line.starts_with("- ") => Some("-".to_owned()),
            _ if line.starts_with("| ") => line.split('`').nth(1).map(str::to_owned),
            _ => None,
        };
        text.lines().filter_map(line).collect()
    };
    let (zh, _) = zh.split_once("## Licence").unwrap();
    assert_eq!(marks(en), marks(zh));
    // On the page of a registry, a link to a file of the repository leads nowhere.
    assert!(!readme.contains("](") || readme.split("](").skip(1).all(|link| link.starts_with(['#', 'h'])));
}

/// The text with these numbers put into a sentence, which occurs once, with any numbers.
fn counted(text: &str, sentence: &str, numbers: &[usize]) -> String {
    let pieces: Vec<&str> = sentence.split("{}").collect();
    let is_digit = |c: char| c.is_ascii_digit();
    // The start of the sentence, and its length with the numbers it has now.
    let found = text.char_indices().filter_map(|(begin, _)| {
        let mut rest = text[begin..].strip_prefix(pieces[0])?;
        for piece in &pieces[1..] {
            let behind = rest.trim_start_matches(is_digit);
            rest = (behind.len() < rest.len()).then_some(behind)?.strip_prefix(piece)?;
        }
        let is_whole = !text[..begin].ends_with(is_digit) || !pieces[0].is_empty();
        is_whole.then_some((begin, text.len() - rest.len()))
    });
    let found: Vec<(usize, usize)> = found.collect();
    let [(begin, end)] = found[..] else { panic!("README.md has {} times: {sentence}", found.len()) };
    let mut numbers = numbers.iter();
    let mut written = pieces[0].to_owned();
    for piece in &pieces[1..] {
        let _ = write!(written, "{}{piece}", numbers.next().unwrap());
    }
    [&text[..begin], &written, &text[end..]].concat()
}

#[test]
fn numbers_are_put_into_their_sentence() {
    assert_eq!(counted("in all 12 cells, 3 are.", "{} cells, {} are", &[140, 7]), "in all 140 cells, 7 are.");
}

fn providers() -> String {
    let mut page = String::from(
        "What each provider's public documents state, as the built-in rulebooks have it:\n\
         [`Rulebook::builtin`](crate::Rulebook::builtin), [`Limits`](crate::Limits).\n\n\
         A limit that no document of the provider states is unknown: its field is `None`, and the rules that would\n\
         need it say so in [`Report::undetermined`](crate::Report::undetermined), needing `provider_rules`. Nobody is\n\
         stopped by another provider's number, and nobody is passed by a guess. A service that knows its own number\n\
         states it with a [`RulebookPatch`](crate::RulebookPatch).\n\n",
    );
    let read_by = readers();
    let names = |rules: &BTreeSet<&'static str>| {
        rules.iter().map(|rule| format!("`{rule}`")).collect::<Vec<_>>().join(", ")
    };
    page.push_str("# At a glance\n\n| limit |");
    for provider in Provider::ALL {
        let _ = write!(page, " {} |", provider.text().en);
    }
    page.push_str(" rules |\n|---|");
    page.push_str(&"---|".repeat(Provider::ALL.len() + 1));
    for limit in Limit::ALL {
        let _ = write!(page, "\n| {} {} |", limit.text().en, limit.text().zh);
        for provider in Provider::ALL {
            let stated = stated(Rulebook::builtin(*provider).limits(), *limit);
            let _ = write!(page, " {} |", stated.as_deref().unwrap_or("unknown"));
        }
        let _ = write!(page, " {} |", names(&read_by[limit]));
    }
    page.push_str("\n| *as of* |");
    for provider in Provider::ALL {
        let _ = write!(page, " {} |", Rulebook::builtin(*provider).version().as_of);
    }
    page.push_str(" |\n");
    for provider in Provider::ALL {
        profile(&mut page, *provider, &read_by);
    }
    page
}

fn profile(page: &mut String, provider: Provider, read_by: &BTreeMap<Limit, BTreeSet<&'static str>>) {
    let rulebook = Rulebook::builtin(provider);
    let limits = rulebook.limits();
    let (known, unknown): (Vec<Limit>, Vec<Limit>) =
        Limit::ALL.iter().partition(|limit| stated(limits, **limit).is_some());
    let _ = write!(
        page,
        "\n# {} {}\n\n`{provider}`. The newest document of the profile is of {}. {} of {} limits are stated.\n\n",
        provider.text().en,
        provider.text().zh,
        rulebook.version().as_of,
        known.len(),
        Limit::ALL.len()
    );
    page.push_str("| limit | value | document | date |\n|---|---|---|---|\n");
    for limit in known {
        // A limit without a source of its own is stated by the document that its rule cites.
        let of_rule = || {
            let states = read_by[&limit].iter().find(|rule| !BORROWING.contains(rule)).unwrap();
            let rule = Rule::from_id(states).unwrap();
            rule.orders().find_map(|kind| rule.source_for(kind)).unwrap()
        };
        let Source { document, section, date, .. } = limits.source(limit).cloned().unwrap_or_else(of_rule);
        let date = date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let value = stated(limits, limit).unwrap();
        let _ = writeln!(
            page,
            "| `{limit}` | {value} | {}：{} | {date} |",
            escaped(&document),
            escaped(&section)
        );
    }
    let list = |items: Vec<String>| if items.is_empty() { "none".to_owned() } else { items.join(", ") };
    let _ =
        write!(page, "\nUnknown: {}.\n", list(unknown.iter().map(|limit| format!("`{limit}`")).collect()));
    let ids = |is_meant: &dyn Fn(&Rule) -> bool| {
        list(Rule::all().filter(|rule| is_meant(rule)).map(|rule| format!("`{rule}`")).collect())
    };
    let _ = write!(
        page,
        "\nRules that are its own practice: {}.\n\nRules of others' practice, off here: {}.\n",
        ids(&|rule| rule.providers().contains(&provider)),
        ids(&|rule| !rulebook.is_on(*rule))
    );
}

/// Rules that read a limit that other rules are about.
const BORROWING: &[&str] = &["resource.load-balancer-unbound", "resource.slots-spent"];

/// A limit as the page shows it.
fn stated(limits: &Limits, limit: Limit) -> Option<String> {
    match limit {
        Limit::MaterialFormats => {
            let formats = limits.material_formats.as_ref()?;
            Some(formats.iter().map(|format| format.as_str()).collect::<Vec<_>>().join(", "))
        }
        limit => limits.get(limit).map(|number| number.to_string()),
    }
}

/// The rules that read each limit: in some case they are undetermined exactly as long as the limit is not
/// stated.
fn readers() -> BTreeMap<Limit, BTreeSet<&'static str>> {
    let patched = |of: &Rulebook, json: String| {
        let patch: RulebookPatch = serde_json::from_str(&json).unwrap();
        of.patched(&patch).unwrap()
    };
    let value = |limit: Limit| if limit == Limit::MaterialFormats { "[\"jpeg\"]" } else { "4" };
    let all = |value: &dyn Fn(Limit) -> &'static str| {
        let limits = Limit::ALL.iter().map(|limit| format!("\"{limit}\": {}", value(*limit)));
        format!("{{\"limits\": {{{}}}}}", limits.collect::<Vec<_>>().join(", "))
    };
    let one = |limit: Limit, value: &str| format!("{{\"limits\": {{\"{limit}\": {value}}}}}");
    // All rules that read limits are on, whichever provider's practice they are.
    let reading: Vec<Rule> =
        Rule::all().filter(|rule| rule.needs().any(|need| need == "provider_rules")).collect();
    let on = reading
        .iter()
        .fold(RulebookPatch::new(), |patch, rule| patch.with_severity(rule.id(), rule.default_severity()));
    let reads_limits: BTreeSet<&str> = reading.iter().map(|rule| rule.id()).collect();
    let rulebook = Rulebook::default().patched(&on).unwrap();
    let none_stated = patched(&rulebook, all(&|_| "null"));
    let all_stated = patched(&rulebook, all(&value));
    let unknown = |report: &Report| -> BTreeSet<&'static str> {
        let unknown = report.undetermined.iter().filter(|rule| rule.needs == Need::ProviderRules);
        unknown.map(|rule| Rule::from_id(&rule.rule).unwrap().id()).collect()
    };
    let requests: Vec<Request> = common::orders()
        .iter()
        .map(|name| common::request(&common::order(name)).unwrap())
        .chain(
            common::cases()
                .iter()
                .filter(|case| case.group == "resource" || reads_limits.contains(&*case.section))
                .map(common::Case::request),
        )
        .collect();
    let bounds: Vec<_> = requests
        .iter()
        .map(|Request { order, context, .. }| {
            [&none_stated, &all_stated].map(|rulebook| unknown(&validate(order, context, rulebook)))
        })
        .map(|[of_none, of_all]| (of_none, of_all))
        .collect();
    let mut read_by = BTreeMap::new();
    for limit in Limit::ALL.iter().copied() {
        let alone = patched(&none_stated, one(limit, value(limit)));
        let missing = patched(&all_stated, one(limit, "null"));
        let mut rules = BTreeSet::new();
        for (Request { order, context, .. }, (of_none, of_all)) in requests.iter().zip(&bounds) {
            let unknown = |rulebook: &Rulebook| unknown(&validate(order, context, rulebook));
            rules.extend(of_none.difference(&unknown(&alone)));
            rules.extend(unknown(&missing).difference(of_all));
        }
        assert!(!rules.is_empty(), "no rule reads {limit}");
        read_by.insert(limit, rules);
    }
    read_by
}

/// The counts at the foot of the page add up to the cells of the table, counted in another way.
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

/// How a cell gets its standing, as the page tells it.
const RULE: &str = "\
# How a cell gets its standing

Each cell holds its *readings*: who says so, in which document, of which day, and what it adds. The standing follows from
them; nobody writes it down.

1. Readings compete only where they speak of the same: kinds of principals, orders and services. Two who agree on
   individuals do not settle what holds of organisations.
2. One publisher, one voice: its newest copy. Reprints and digests are of whom they copy.
3. Silence is no contradiction: \"accepted\" stands beside \"accepted with a proof\".
4. A notice of the authority itself wins.
5. *Settled*: two independent publishers agree, the newest reading is of the last 36 months, and whatever says otherwise is
   at least twelve months older. What breaks it is a blocker.
6. *Reported*: one publisher says so, or the newest reading is older than that or has no day. What breaks it is a warning
   that names who said so, and when.
7. *Contested*: current readings disagree. What breaks one of them is a warning that names them; what breaks every one is a
   blocker, where one of them is of the last 36 months, and the mildest is named.
8. A sentence about all provinces at once is a voice in each of them, but it does not overrule a dated page about the one
   province; what a provider says of every province in the same words is said once, not of each.
9. *Not mentioned*: the pages of at least two publishers on the province were read, and none speaks of it. Nothing is asked,
   and nothing is left undecided.
10. *Unknown*: nothing is known, of what every province answers one way or the other (who is responsible, whether and from
    which age individuals file, whether those from elsewhere do), or as a patch says so. A rule that would need it is
    undetermined.

The 36 months end on 2026-11-30, the day on which the documents were read last. The date in the tables is that of the
newest document; `≤` and `≥` stand before the last and the first day that an undated one can be of.

";

fn page(rulebook: &Rulebook) -> String {
    let matrix = Matrix::of(rulebook, Dimension::ALL.iter().copied());
    let mut page = String::from(
        "What each province asks beyond the national rules, as providers report it: see \
         [`provinces`](crate::provinces) for where it comes from,\n\
         [`Rulebook::province`](crate::Rulebook::province) for the same in a program, \
         [`Dimension::rules`](crate::provinces::Dimension::rules) for what holds an order\nagainst it.\n\n",
    );
    page.push_str(RULE);
    overview(&mut page, &matrix);
    for dimension in &matrix.dimensions {
        section(&mut page, &matrix, *dimension);
    }
    page.push_str(&foot(rulebook, &matrix));
    page
}

/// The overview of the table, a row for each dimension.
fn overview(page: &mut String, matrix: &Matrix<'_>) {
    page.push_str(
        "# At a glance\n\nProvinces by how well it stands there.\n\n\
         | | settled | reported | contested | not mentioned | unknown |\n|---|---|---|---|---|---|\n",
    );
    for dimension in &matrix.dimensions {
        let named = |standing: Standing| {
            let rows = matrix.rows.iter();
            let standing = rows.filter(|row| {
                row.cells.iter().any(|cell| cell.dimension == *dimension && cell.standing == standing)
            });
            standing.map(|row| row.province.character()).collect::<String>()
        };
        let silent = named(Standing::NotMentioned).chars().count();
        let _ = writeln!(
            page,
            "| {} {} | {} | {} | {} | {silent} | {} |",
            dimension.text().en,
            dimension.text().zh,
            named(Standing::Settled),
            named(Standing::Reported),
            named(Standing::Contested),
            named(Standing::Unknown),
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
    if cells().any(|(_, cell)| !cell.entries.is_empty()) {
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
    for standing in [Standing::NotMentioned, Standing::Unknown] {
        let such = cells().filter(|(_, cell)| cell.standing == standing);
        let such: Vec<&str> = such.map(|(province, _)| province.name().en).collect();
        if such.len() == matrix.rows.len() {
            let _ = write!(page, "\n{} anywhere.\n", first_upper(standing.text().en));
        } else if !such.is_empty() {
            let _ = write!(page, "\n{}: {}.\n", first_upper(standing.text().en), such.join(", "));
        }
    }
}

fn foot(rulebook: &Rulebook, matrix: &Matrix<'_>) -> String {
    let counts = Standing::ALL.iter().map(|standing| (matrix.count(*standing), standing.text().en));
    let told: Vec<String> = counts.clone().map(|(count, name)| format!("{count} {name}")).collect();
    let entries = || matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.entries);
    let as_of = rulebook.version().as_of;
    let mut foot = format!(
        "\n# How well it stands\n\nOf {} cells, a province and a thing that is asked about each, {}.\n",
        counts.map(|(count, _)| count).sum::<usize>(),
        told.join(", ")
    );
    let days = || entries().filter_map(KnownCell::no_later_than);
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

fn date(entry: &KnownCell<'_>) -> String {
    let Some(citation) = entry.citation() else { return String::new() };
    match (citation.source.date, citation.no_earlier_than, citation.no_later_than) {
        (Some(date), ..) => date.to_string(),
        (None, Some(from), Some(_)) => from.to_string().chars().take(7).collect(),
        (None, None, Some(day)) => format!("≤ {day}"),
        (None, Some(day), None) => format!("≥ {day}"),
        (None, None, None) => "unknown".to_owned(),
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

/// A text as Markdown writes it; an address becomes a link.
fn escaped(text: &str) -> String {
    if let Some(start) = text.find("https://") {
        let (before, rest) = text.split_at(start);
        let end = rest.find([')', '）', ' ']).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        return format!("{}<{address}>{}", escaped(before), escaped(after));
    }
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
