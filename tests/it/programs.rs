//! The example programs: input, output, status.
#![allow(clippy::duplicate_mod)] // each program has its own copy of what they share

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{channel, Receiver, Sender};
use std::sync::Arc;
use std::time::Duration;

use beian::{Language, Provider, Report, Request, Rule, Rulebook};
use serde_json::{json, Value};

#[path = "../../examples/rules.rs"]
#[allow(dead_code)] // `main`
mod rules;
#[path = "../../examples/validate/main.rs"]
#[allow(dead_code)] // `main`
mod validate;

const CLEAN: &str = include_str!("../../examples/orders/clean.json");
const FAULTY: &str = include_str!("../../examples/orders/faulty.json");

/// The input of a program.
#[derive(Default)]
struct Run<'a> {
    arguments: &'a [&'a str],
    input: &'a str,
    variables: &'a [(&'a str, &'a str)],
    is_terminal: bool,
}

/// The output of a program.
struct Done {
    status: u8,
    out: String,
    err: String,
}

macro_rules! run {
    ($program:ident, $run:expr) => {{
        let run: Run<'_> = $run;
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let variable = |name: &str| {
            run.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let status = $program::run(&mut $program::common::World {
            arguments: run.arguments.iter().map(OsString::from).collect(),
            variable: &variable,
            input: Some(Box::new(io::Cursor::new(run.input.to_owned()))),
            out: &mut out,
            is_out_terminal: run.is_terminal,
            err: &mut err,
            is_err_terminal: run.is_terminal,
        })
        .unwrap();
        Done { status, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }};
}

fn check(arguments: &[&str], input: &str) -> Done {
    run!(validate, Run { arguments, input, ..Run::default() })
}

/// Checks standard input and reads each line that comes out.
fn check_json(input: &str) -> (u8, Vec<Value>) {
    let done = check(&["--format", "json", "-"], input);
    assert_eq!(done.err, "");
    (done.status, done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// A document on one line.
fn one_line(json: &str) -> String {
    serde_json::to_string(&serde_json::from_str::<Value>(json).unwrap()).unwrap()
}

fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    fs::write(&path, content).unwrap();
    path.into_os_string().into_string().unwrap()
}

#[test]
fn without_a_file_it_checks_the_orders_that_it_carries() {
    let zh = check(&["--lang", "zh"], "");
    insta::assert_snapshot!("carried_zh", zh.out);
    let en = check(&["--lang", "en"], "");
    insta::assert_snapshot!("carried_en", en.out);
    // Demonstrating mistakes in an order is no failure of the program.
    assert_eq!((zh.status, zh.err.as_str(), en.status, en.err.as_str()), (0, "", 0, ""));
}

#[test]
fn of_the_carried_orders_one_is_clean_and_one_has_a_dozen_mistakes() {
    let report = |json: &str| {
        let request = Request::from_json(json.as_bytes()).unwrap();
        beian::validate(&request.order, &request.context, &Rulebook::default())
    };
    let clean = report(CLEAN);
    // No document states the size of an icon here.
    let undecided: Vec<&str> = clean.undetermined.iter().map(|undetermined| &*undetermined.rule).collect();
    assert_eq!((clean.findings, undecided), (vec![], vec!["material.icon-too-large"]));
    let faulty = report(FAULTY);
    let rules: BTreeSet<&str> = faulty.findings.iter().map(beian::Finding::rule).collect();
    assert_eq!((faulty.findings.len(), rules.len(), faulty.undetermined.len()), (12, 12, 1));
}

#[test]
fn no_personal_number_of_an_order_is_printed() {
    let request: Value = serde_json::from_str(FAULTY).unwrap();
    let responsible_person = &request["order"]["principal"]["responsible_person"];
    let texts =
        [check(&["--lang", "zh"], ""), check(&["--lang", "en"], ""), check(&["--format", "json"], "")];
    for secret in ["certificate/number", "mobile", "emergency_contact", "email"] {
        let secret = responsible_person.pointer(&format!("/{secret}")).and_then(Value::as_str).unwrap();
        assert!(texts.iter().all(|done| !done.out.contains(secret)), "{secret}");
    }
}

#[test]
fn json_is_a_report_a_line() {
    let (status, lines) = check_json(FAULTY);
    let request = Request::from_json(FAULTY.as_bytes()).unwrap();
    let report: Report = beian::validate(&request.order, &request.context, &Rulebook::default());
    assert_eq!((status, lines), (1, vec![serde_json::to_value(report).unwrap()]));
}

/// Where the first non-blank line is a whole JSON value, each line is a request.
#[test]
fn lines_or_one_document() {
    let (clean, faulty) = (one_line(CLEAN), one_line(FAULTY));
    for (what, input, submittable) in [
        ("a document on many lines", CLEAN.to_owned(), vec![true]),
        ("after blank lines", format!("\n  \n{CLEAN}"), vec![true]),
        ("a document on one line", clean.clone(), vec![true]),
        ("lines", format!("{clean}\n{faulty}\n"), vec![true, false]),
        ("lines without a last line break", format!("{clean}\n{faulty}"), vec![true, false]),
        ("lines with blank ones between", format!("\n{clean}\n\n \t\n{faulty}\n\n"), vec![true, false]),
        ("lines of a Windows editor", format!("\u{feff}{clean}\r\n{faulty}\r\n"), vec![true, false]),
        ("a document of a Windows editor", format!("\u{feff}{CLEAN}"), vec![true]),
    ] {
        let (status, lines) = check_json(&input);
        let verdicts: Vec<bool> =
            lines.iter().map(|report| report["submittable"].as_bool().unwrap()).collect();
        assert_eq!(verdicts, submittable, "{what}");
        assert_eq!(status, u8::from(submittable.contains(&false)), "{what}");
    }
}

#[test]
fn what_cannot_be_read_is_an_error_in_its_place() {
    let clean = one_line(CLEAN);
    let misspelt = r#"{"order": {"kind": "first_filing", "services": [{"kind": "app", "nmae": ""}]}}"#;
    let (status, lines) = check_json(&format!("{clean}\n\n{misspelt}\n[1\n{clean}\n"));
    assert_eq!(status, 2);
    assert_eq!(lines.len(), 4);
    assert_eq!((&lines[0]["submittable"], &lines[3]["submittable"]), (&json!(true), &json!(true)));
    assert_eq!(
        lines[1],
        json!({"error": {
            "file": "-", "line": 3, "column": 70, "path": "/order/services/0/nmae",
            "message": {
                "zh": "`app` 没有字段 `nmae`，应为 `kind`、`filing_number`、`name`、`contents`、`languages`、`resources`、\
                    `pre_approval`、`remark`、`responsible_person`、`materials`、`open`、`number_displayed`、`displayed_number`、\
                    `number_linked`、`commercial`、`license_number`、`uses_network`、`provides_sdk`、`uses_sdks`、`platforms`、\
                    `all_domains` 之一",
                "en": "unknown field `nmae` of `app`, expected one of `kind`, `filing_number`, `name`, `contents`, \
                    `languages`, `resources`, `pre_approval`, `remark`, `responsible_person`, `materials`, `open`, \
                    `number_displayed`, `displayed_number`, `number_linked`, `commercial`, `license_number`, \
                    `uses_network`, `provides_sdk`, `uses_sdks`, `platforms`, `all_domains`",
            },
            "accepted": ["kind", "filing_number", "name", "contents", "languages", "resources", "pre_approval",
                "remark", "responsible_person", "materials", "open", "number_displayed", "displayed_number", "number_linked",
                "commercial", "license_number", "uses_network", "provides_sdk", "uses_sdks", "platforms",
                "all_domains"],
        }})
    );
    assert_eq!(
        lines[2],
        json!({"error": {
            "file": "-", "line": 4, "column": 1, "path": "",
            "message": {"zh": "类型不符：此处是数组，应为对象", "en": "invalid type: a list, expected an object"},
            "accepted": ["an object"],
        }})
    );
}

#[test]
fn the_line_of_an_error_is_the_input_s() {
    let clean = one_line(CLEAN);
    for (what, input, line, column, message) in [
        ("nothing at all", String::new(), 1, 0, "EOF while parsing a value"),
        ("blank lines", "\n\n".to_owned(), 3, 0, "EOF while parsing a value"),
        ("a document that ends early", "\n\n{\"order\":\n\n".to_owned(), 3, 9, "EOF while parsing a value"),
        ("a line that ends early", format!("{clean}\r\n{{\"order\":\r\n"), 2, 9, "EOF while parsing a value"),
        ("a second document", format!("{CLEAN}{clean}"), CLEAN.lines().count() + 1, 1, "trailing characters"),
    ] {
        let (status, lines) = check_json(&input);
        let error = &lines.last().unwrap()["error"];
        let told = (error["line"].as_u64(), error["column"].as_u64(), error["message"]["en"].as_str());
        assert_eq!(status, 2, "{what}");
        assert_eq!(told, (u64::try_from(line).ok(), Some(column), Some(message)), "{what}");
    }
}

#[test]
fn the_status_is_that_of_the_worst_input() {
    let (clean, faulty, broken) =
        (file("clean", CLEAN), file("faulty", FAULTY), file("broken", "{\"order\": 1}"));
    for (files, status) in [
        (vec![&clean], 0),
        (vec![&clean, &clean], 0),
        (vec![&clean, &faulty], 1),
        (vec![&faulty, &clean], 1),
        (vec![&broken, &faulty], 2),
        (vec![&faulty, &broken, &clean], 2),
    ] {
        let mut arguments: Vec<&str> = files.iter().map(|file| file.as_str()).collect();
        assert_eq!(check(&arguments, "").status, status, "{files:?}");
        arguments.insert(0, "--format=json");
        let done = check(&arguments, "");
        assert_eq!((done.status, done.out.lines().count()), (status, files.len()), "{files:?}");
    }
}

/// In text output, errors differ from reports and name file, line, column and path.
#[test]
fn a_person_is_told_what_could_not_be_read() {
    let missing = file("missing", "");
    fs::remove_file(&missing).unwrap();
    let folder = env!("CARGO_TARGET_TMPDIR");
    let broken = file("broken.json", "{\n  \"order\": {\"kind\": \"app\"}\n}");
    let done = check(&["--lang", "en", &missing, folder, &broken, "-"], CLEAN);
    assert_eq!(done.status, 2);
    let errors: Vec<&str> = done.err.lines().collect();
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert!(errors[0].starts_with(&format!("cannot read {missing}: ")), "{}", errors[0]);
    assert!(errors[1].starts_with(&format!("cannot read {folder}: ")), "{}", errors[1]);
    assert!(
        errors[2].starts_with(&format!(
            "cannot read {broken}:2:25 /order/kind: unknown variant `app`, expected one of"
        )),
        "{}",
        errors[2]
    );
    assert!(done.out.starts_with("- · first filing\n"), "{}", done.out);
    assert!(
        done.out.ends_with("\n4 orders: 1 can be submitted, 0 cannot, 3 could not be read.\n"),
        "{}",
        done.out
    );

    let (_, lines) = {
        let done = check(&["--format", "json", &missing], "");
        (done.status, serde_json::from_str::<Value>(&done.out).unwrap())
    };
    assert_eq!((&lines["error"]["file"], &lines["error"]["line"]), (&json!(missing), &json!(0)));
}

#[test]
fn what_is_not_decided_is_told_by_need() {
    let mut request: Value = serde_json::from_str(CLEAN).unwrap();
    request["context"].as_object_mut().unwrap().remove("registry");
    request["order"]["services"][0]["domains"][0]["registration"]
        .as_object_mut()
        .unwrap()
        .remove("registrar");
    let input = request.to_string();
    let brief = check(&["--lang", "zh", "-"], &input);
    insta::assert_snapshot!("undetermined_zh", brief.out);
    assert_eq!(brief.status, 0);
    let verbose = check(&["--verbose", "-"], &input);
    insta::assert_snapshot!("undetermined_verbose_en", verbose.out);
    let (_, reports) = check_json(&input);
    let undetermined = reports[0]["undetermined"].as_array().unwrap();
    for rule in undetermined.iter().map(|undetermined| undetermined["rule"].as_str().unwrap()) {
        assert!(verbose.out.contains(rule) && !brief.out.contains(rule), "{rule}");
    }
}

#[test]
fn the_language_is_that_of_the_locale() {
    for (variables, is_chinese) in [
        (&[("LANG", "zh_CN.UTF-8")][..], true),
        (&[("LANG", "zh")], true),
        (&[("LANG", "ZH_TW")], true),
        (&[("LANG", "en_US.UTF-8")], false),
        (&[("LANG", "C")], false),
        (&[], false),
        (&[("LANG", "de_DE"), ("LC_MESSAGES", "zh_CN")], true),
        (&[("LANG", "zh_CN"), ("LC_MESSAGES", "de_DE")], false),
        (&[("LANG", "zh_CN"), ("LC_MESSAGES", "zh_CN"), ("LC_ALL", "C.UTF-8")], false),
        (&[("LANG", "zh_CN"), ("LC_ALL", "")], true),
    ] {
        let say =
            |arguments| run!(validate, Run { arguments, input: CLEAN, variables, ..Run::default() }).out;
        assert_eq!(say(&["-"]).contains("未发现须修改的问题"), is_chinese, "{variables:?}");
        assert!(say(&["--lang", "zh", "-"]).contains("未发现须修改的问题"), "{variables:?}");
        assert!(say(&["-", "--lang=en"]).contains("Nothing to correct found"), "{variables:?}");
        let listed = run!(rules, Run { variables, ..Run::default() }).out;
        assert_eq!(listed.starts_with("规则"), is_chinese, "{variables:?}");
    }
}

#[test]
fn colour_is_for_terminals_that_want_it() {
    for (is_terminal, variables, is_coloured) in [
        (false, &[][..], false),
        (false, &[("TERM", "xterm-256color")], false),
        (true, &[], true),
        (true, &[("NO_COLOR", "")], true),
        (true, &[("NO_COLOR", "1")], false),
        (true, &[("TERM", "dumb")], false),
    ] {
        let run = || Run { variables, is_terminal, ..Run::default() };
        for out in [run!(validate, run()).out, run!(rules, run()).out] {
            assert_eq!(out.contains('\u{1b}'), is_coloured, "{is_terminal} {variables:?}");
        }
    }
}

#[test]
fn wrong_arguments_are_told() {
    let providers = Provider::ALL.iter().map(|provider| provider.as_str()).collect::<Vec<_>>().join("|");
    for (arguments, message) in [
        (
            &["--frmat"][..],
            &*format!("there is no option --frmat. There are: --format text|json, --lang zh|en, --provider {providers}, --verbose, --help"),
        ),
        (
            &["--lang", "zh", "-x"],
            &*format!("没有选项 -x。可用的选项：--format text|json、--lang zh|en、--provider {providers}、--verbose、--help"),
        ),
        (&["--format", "yaml"], "--format takes text or json"),
        (&["--format"], "--format takes text or json"),
        (&["--lang=zh", "--format"], "选项 --format 的值应为 text 或 json"),
        (&["--verbose=1"], "--verbose takes no value"),
    ] {
        let done = check(arguments, "");
        assert_eq!((done.status, done.out.as_str(), done.err.trim_end()), (2, "", message), "{arguments:?}");
    }
    // After `--` everything is a file.
    assert!(check(&["--", "--help"], "").err.starts_with("cannot read --help: "));
    for help in ["--help", "-h"] {
        let done = check(&[help, "--lang", "en"], "");
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        assert!(done.out.contains("Usage: validate"));
        assert!(done.out.contains("whose rulebook: tencent (the default), huawei, "), "{}", done.out);
        assert!(run!(rules, Run { arguments: &[help], ..Run::default() }).out.contains("Usage: rules"));
    }
}

/// Checks this input with JSON output into this writer.
fn check_stream(input: impl Read + Send + 'static, out: &mut dyn Write) -> io::Result<u8> {
    validate::run(&mut validate::common::World {
        arguments: vec!["--format=json".into(), "-".into()],
        variable: &|_| None,
        input: Some(Box::new(input)),
        out,
        is_out_terminal: false,
        err: &mut io::sink(),
        is_err_terminal: false,
    })
}

/// The number of line ends.
fn lines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

/// A writer that counts the lines that were flushed, and so can be seen.
struct Shown {
    pending: usize,
    lines: Sender<usize>,
}

impl Write for Shown {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending += lines(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // The receiver may be gone before the last lines.
        let _ = self.lines.send(std::mem::take(&mut self.pending));
        Ok(())
    }
}

/// A reader that gives the next line only when the reports of all lines before it were flushed.
struct Asking {
    lines: Vec<String>,
    given: usize,
    shown: usize,
    reports: Receiver<usize>,
}

impl Read for Asking {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.shown < self.given {
            let reports = self.reports.recv_timeout(Duration::from_secs(60));
            self.shown += reports.expect("a report is shown before more requests come");
        }
        let Some(line) = self.lines.get(self.given) else { return Ok(0) };
        self.given += 1;
        assert!(line.len() <= buffer.len());
        buffer[..line.len()].copy_from_slice(line.as_bytes());
        Ok(line.len())
    }
}

#[test]
fn lines_are_checked_as_they_come() {
    let line = r#"{"order": {"kind": "cancel_access"}, "context": {"today": "2026-11-23"}}"#;
    let (lines, reports) = channel();
    let input = Asking { lines: vec![format!("{line}\n"); 5], given: 0, shown: 0, reports };
    assert_eq!(check_stream(input, &mut Shown { pending: 0, lines }).unwrap(), 1);
}

/// Lines of very uneven cost, some of them no request, and the expected output of each.
fn uneven_lines(count: usize) -> (String, Vec<Value>) {
    let mut input = String::new();
    let mut expected = Vec::new();
    for line in 1..=count {
        // In no regular pattern some lines are small, and some are thirty times as large.
        let services = (line * 7919 % 31) * usize::from(line % 3 == 0);
        let request = match line % 10 {
            7 => format!(r#"{{"order": {line}}}"#),
            _ => json!({
                "order": {"kind": "first_filing", "services": vec![json!({"kind": "website"}); services]},
                "context": {"today": "2026-11-23"},
            })
            .to_string(),
        };
        expected.push(match Request::from_json(request.as_bytes()) {
            Ok(request) => {
                let report = beian::validate(&request.order, &request.context, &Rulebook::default());
                serde_json::to_value(report).unwrap()
            }
            Err(error) => json!({"error": {
                "file": "-", "line": line, "column": error.column(), "path": error.path(),
                "message": {"zh": error.message(Language::Zh), "en": error.message(Language::En)}, "accepted": error.accepted(),
            }}),
        });
        input += &request;
        input.push('\n');
    }
    (input, expected)
}

#[test]
fn reports_come_in_the_order_of_the_lines() {
    let (input, expected) = uneven_lines(150);
    let (status, reports) = check_json(&input);
    assert_eq!(status, 2);
    assert_eq!(reports.len(), expected.len());
    for (line, (report, expected)) in reports.iter().zip(&expected).enumerate() {
        assert_eq!(report, expected, "line {}", line + 1);
    }
}

/// A reader of many equal lines that counts the bytes it gave.
struct Endless {
    line: Vec<u8>,
    bytes: usize,
    given: Arc<AtomicUsize>,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let given = self.given.load(Ordering::SeqCst);
        let from = given % self.line.len();
        let length = buffer.len().min(self.line.len() - from).min(self.bytes - given);
        buffer[..length].copy_from_slice(&self.line[from..from + length]);
        self.given.fetch_add(length, Ordering::SeqCst);
        Ok(length)
    }
}

/// A writer that records how far the reading is ahead of it.
struct Behind {
    line: usize,
    reports: usize,
    most: usize,
    given: Arc<AtomicUsize>,
}

impl Write for Behind {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.most = self.most.max(self.given.load(Ordering::SeqCst) - self.reports * self.line);
        self.reports += lines(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// However long the input is, what was read and not yet reported fits into the queues.
#[test]
fn reading_does_not_run_ahead_of_the_reports() {
    // White space is read fast, so that only the queues can hold the reading back.
    let request = r#"{"order": {"kind": "cancel_access"}, "context": {"today": "2026-11-23"}}"#;
    let line = format!("{request}{}\n", " ".repeat(validate::BATCH)).into_bytes();
    // In the queue, at the workers and waiting to be printed, with the thread that reads and in its buffer.
    let batches = 2 * validate::batch::capacity() + 3;
    let bound = batches * line.len() + validate::BUFFER;
    let (length, lines) = (line.len(), 4 * batches);
    let given = Arc::new(AtomicUsize::new(0));
    let input = Endless { line, bytes: lines * length, given: Arc::clone(&given) };
    let mut out = Behind { line: length, reports: 0, most: 0, given };
    assert_eq!(check_stream(input, &mut out).unwrap(), 1);
    assert_eq!(out.reports, lines);
    assert!(out.most <= bound, "{} of {bound}", out.most);
}

/// A writer that fails as a closed pipe does.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    for arguments in [vec![], vec!["--format=json"], vec!["--help"], vec!["no such file", "-"]] {
        let error = validate::run(&mut validate::common::World {
            arguments: arguments.iter().map(OsString::from).collect(),
            variable: &|_| None,
            input: None,
            out: &mut Closed,
            is_out_terminal: false,
            err: &mut Closed,
            is_err_terminal: false,
        });
        assert_eq!(error.unwrap_err().kind(), io::ErrorKind::BrokenPipe, "{arguments:?}");
    }
}

#[test]
fn the_catalogue_is_a_rule_a_line_in_columns() {
    for (lang, states) in [("zh", "要求"), ("en", "States")] {
        let out = run!(rules, Run { arguments: &["--lang", lang], ..Run::default() }).out;
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 1 + Rule::all().count());
        let column = rules::common::width(lines[0].split_once(states).unwrap().0);
        let language = if lang == "zh" { beian::Language::Zh } else { beian::Language::En };
        for (line, rule) in lines[1..].iter().zip(Rule::all()) {
            assert!(line.starts_with(rule.id()), "{line}");
            let before = line.strip_suffix(rule.summary(language)).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(rules::common::width(before), column, "{line}");
        }
    }
}

#[test]
fn the_catalogue_as_json_has_every_rule() {
    let done = run!(rules, Run { arguments: &["--format", "json"], ..Run::default() });
    let listed: Vec<Value> = serde_json::from_str(&done.out).unwrap();
    assert_eq!(listed.len(), Rule::all().count());
    for (value, rule) in listed.iter().zip(Rule::all()) {
        assert_eq!(value["id"], rule.id());
        let keys: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = [
            "documents",
            "grades",
            "id",
            "miit_codes",
            "needs",
            "orders",
            "params",
            "providers",
            "severity",
            "sources",
            "summary",
        ];
        assert_eq!(keys, BTreeSet::from(expected), "{}", rule.id());
        for source in value["sources"].as_array().unwrap() {
            let keys: BTreeSet<&str> = source.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, BTreeSet::from(["basis", "date", "document", "orders", "section"]));
        }
        let own = value["documents"].as_array().unwrap().iter().map(|own| own["provider"].as_str().unwrap());
        let stated = Provider::ALL.iter().filter(|provider| rule.source_under(**provider).is_some());
        assert!(own.eq(stated.map(|provider| provider.as_str())), "{}", rule.id());
        assert!(["zh", "en"]
            .iter()
            .all(|lang| value["summary"][lang].as_str().is_some_and(|s| !s.is_empty())));
    }
}

/// The table of documents counts the rules that rest on each.
#[test]
fn the_documents_are_listed() {
    let done = run!(rules, Run { arguments: &["--sources", "--lang", "en"], ..Run::default() });
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    let naming = done.out.lines().find(|line| line.contains("《网站命名要求》（243/11740")).unwrap();
    let count = Rule::all().filter(|rule| {
        rule.sources().iter().any(|sourced| sourced.source.document.starts_with("腾讯云文档《网站命名要求》"))
    });
    assert_eq!(naming.split_whitespace().nth(1), Some(count.count().to_string().as_str()), "{naming}");
    assert!(
        done.out.lines().nth(1).unwrap().split_whitespace().nth(1) == Some("0"),
        "the newest stands first"
    );
}

#[test]
fn a_rule_is_explained() {
    let explain = |lang: &str, id: &str| {
        let done = run!(rules, Run { arguments: &["--lang", lang, id], ..Run::default() });
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        done.out
    };
    insta::assert_snapshot!("explained_zh", explain("zh", "domain.level-exceeded"));
    insta::assert_snapshot!("explained_en", explain("en", "person.contact-unreachable"));
}

#[test]
fn an_unknown_rule_suggests_the_nearest() {
    for (id, message) in [
        ("domain.levl-exceded", "there is no rule domain.levl-exceded. Did you mean domain.level-exceeded?"),
        (
            "Domain.Level_Exceeded",
            "there is no rule Domain.Level_Exceeded. Did you mean domain.level-exceeded?",
        ),
        ("level-exceeded", "there is no rule level-exceeded. Did you mean domain.level-exceeded?"),
        ("备案", "there is no rule 备案. Without arguments all rules are listed."),
        ("", "there is no rule . Without arguments all rules are listed."),
    ] {
        let done = run!(rules, Run { arguments: &[id], ..Run::default() });
        assert_eq!((done.status, done.out.as_str(), done.err.trim_end()), (2, "", message));
    }
    // The other ids are explained all the same.
    let done = run!(rules, Run { arguments: &["nothing", "domain.malformed"], ..Run::default() });
    assert_eq!(done.status, 2);
    assert!(done.out.starts_with("domain.malformed\n"));
}
