//! The architecture of `src/`: one folder a layer, imports one way, no file of logic too long to be read at
//! once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers. A file imports from its own folder and from those above it in this list, never from one below.
const LAYERS: &[&str] = &[
    "text", "path", "wire", "value", "calendar", "model", "fields", "rule", "rulebook", "check", "report",
    "engine", "rules", "progress", "ask", "testing", "guide",
];

/// Files whose imports go back, with the reason. `rules/catalogue.rs` needs no line here: the layers above
/// ask which rules there are by `Rule::all` and `Rule::from_id`, and only the bodies of these stand in the
/// catalogue.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// So many lines of logic a reader takes in; tables are as long as what they list.
const LONGEST: usize = 600;

/// Files that are tables: lists with no logic to follow.
const TABLES: &[&str] = &["_table.rs", "/table.rs", "rulebook/words/crossing.rs"];

/// The sources, each with its path below `src/`.
fn sources() -> BTreeMap<String, String> {
    fn collect(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, root, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    collect(&root, &root, &mut found);
    found
}

/// A line without its comment. A `//` inside a text cuts the line there too, which hides nothing: a path to a
/// module is never part of a text.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap()
}

/// The names that follow `crate::` in a line of code. `$crate::` belongs to the file that the macro is used
/// in.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").filter(|(at, _)| !line[..*at].ends_with('$')).map(|(at, found)| {
        let rest = &line[at + found.len()..];
        rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap()
    })
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == name)
}

#[test]
fn imports_go_one_way() {
    let mut wrong = String::new();
    for (file, text) in sources() {
        let Some((folder, _)) = file.split_once('/') else {
            assert_eq!(file, "lib.rs", "a file outside the layers");
            continue;
        };
        let own = layer(folder).unwrap_or_else(|| panic!("{folder} is no layer"));
        for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, code(line))) {
            for target in targets(line) {
                let is_excepted = EXCEPTIONS.iter().any(|(of, to, _)| *of == file && *to == target);
                match layer(target) {
                    Some(other) if other <= own || is_excepted => {}
                    Some(_) => writeln!(wrong, "src/{file}:{number}: {target} is below {folder}").unwrap(),
                    None => writeln!(wrong, "src/{file}:{number}: {target} is no layer: write the folder")
                        .unwrap(),
                }
            }
            if line.contains("super::super") {
                writeln!(wrong, "src/{file}:{number}: write crate::{folder}::… in place of super::super")
                    .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The map in the documentation lists the folders of `src/` in the order of the layers.
#[test]
fn the_map_lists_every_folder() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guide/design.md")).unwrap();
    let rows = page.lines().skip_while(|line| !line.starts_with("| folder |")).skip(2);
    let rows = rows.take_while(|line| line.starts_with("| `"));
    let listed: Vec<&str> = rows.map(|line| line.split('`').nth(1).unwrap()).collect();
    let folders: Vec<String> =
        sources().into_keys().filter_map(|file| Some(file.split_once('/')?.0.to_owned())).collect();
    let there: Vec<&str> =
        LAYERS.iter().copied().filter(|layer| folders.iter().any(|folder| folder == layer)).collect();
    assert_eq!(listed, there, "src/guide/design.md");
}

#[test]
fn every_exception_is_needed() {
    for (file, target, reason) in EXCEPTIONS {
        let text = &sources()[*file];
        let is_there = text.lines().flat_map(|line| targets(code(line))).any(|found| found == *target);
        assert!(is_there, "{file} does not import {target}: {reason}");
    }
}

#[test]
fn no_file_of_logic_is_long() {
    let is_table = |file: &str| TABLES.iter().any(|ending| file.ends_with(ending));
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(file, _)| !is_table(file))
        .map(|(file, text)| (text.lines().count(), file))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, file)| format!("src/{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "more than {LONGEST} lines: {long:#?}");
}

/// A rule `group.slug` is declared under `rules/<group>/`.
#[test]
fn rules_stand_in_the_folder_of_their_group() {
    let mut declared = 0;
    for (file, text) in sources() {
        for line in text.lines().map(code) {
            let Some((_, rest)) = line.split_once(" = \"") else { continue };
            let is_declaration = line.trim_start().starts_with("pub(super) ") && rest.ends_with("\" {");
            if let (true, Some((group, _))) = (is_declaration, rest.split_once('.')) {
                declared += 1;
                assert!(file.starts_with(&format!("rules/{group}/")), "src/{file} declares {rest}");
            }
        }
    }
    assert_eq!(declared, beian::Rule::all().count(), "every rule is declared once");
}
