//! The service over loopback: what it answers, in both languages, and what it answers to what it cannot read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use beian::checklist::Checklist;
use beian::form::{Form, FormRequest};
use beian::{validate, Language, OrderKind, PrincipalKind, Request, Rule, Rulebook, RulebookPatch, Severity};
use beian_http_service::{problem, serve, Limits, Service, BODY_MAX};
use chrono::NaiveDate;
use serde_json::{json, Value};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

const CLEAN: &str = include_str!("../../orders/clean.json");
const HALF_FILLED: &str = include_str!("../../orders/half_filled.json");
const FAULTY: &str = include_str!("../../orders/faulty.json");

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// A service on a port that the system chose, and on a day that does not move.
struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    fn start() -> Self {
        Self::of(Service::on(Rulebook::default(), today))
    }

    fn of(service: Service) -> Self {
        let (tell, told) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
            runtime.unwrap().block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let stopped = async { drop(stopped.await) };
                serve(listener, service, stopped).await.unwrap();
            });
        });
        Self { address: told.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn get(&self, path: &str, language: &str) -> Answer {
        let request = agent().get(self.url(path)).header("Accept-Language", language);
        Answer::of(request.call().unwrap())
    }

    fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = agent().post(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::of(request.send(body).unwrap())
    }

    fn check(&self, language: &str, body: &str) -> Answer {
        self.post("/validate", &[("Content-Type", "application/json"), ("Accept-Language", language)], body)
    }

    /// Sends bytes as they are, for what no client would send; the whole answer.
    fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all(bytes).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Running {
    /// Ends as the process does when it is asked to.
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        let ended = self.thread.take().map(JoinHandle::join);
        let has_failed = ended.is_some_and(|ended| ended.is_err());
        assert!(!has_failed || std::thread::panicking());
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build().into()
}

struct Answer {
    status: u16,
    headers: ureq::http::HeaderMap,
    body: Value,
}

impl Answer {
    fn of(mut response: ureq::http::Response<ureq::Body>) -> Self {
        let text = response.body_mut().read_to_string().unwrap();
        let body = if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() };
        Self { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Holds an answer to be a problem of this status and title, and gives its body.
    fn problem(&self, status: u16, title: &str) -> &Value {
        assert_eq!(self.header("Content-Type"), "application/problem+json");
        assert_eq!(
            (self.status, &self.body["status"], &self.body["title"]),
            (status, &json!(status), &json!(title)),
            "{}",
            self.body
        );
        &self.body
    }
}

/// The report as the crate writes it, its messages in one language.
fn report(json: &str, language: Language) -> Value {
    let request = Request::from_json(json.as_bytes()).unwrap();
    let report = validate(&request.order, &request.context, &Rulebook::default());
    let mut value = serde_json::to_value(&report).unwrap();
    for (written, finding) in value["findings"].as_array_mut().unwrap().iter_mut().zip(&report.findings) {
        written["message"] = finding.message(language).to_string().into();
        if let Some(remedy) = finding.remedy() {
            written["remedy"]["message"] = remedy.message(language).to_string().into();
        }
    }
    value
}

#[test]
fn an_order_is_checked_in_the_language_that_is_asked_for() {
    let service = Running::start();
    for (accepted, language, tag) in [
        ("zh-CN,zh;q=0.9,en;q=0.8", Language::Zh, "zh-CN"),
        ("en-GB, zh;q=0.5", Language::En, "en"),
        ("zh;q=0.2, en;q=0.7", Language::En, "en"),
        ("fr", Language::Zh, "zh-CN"),
    ] {
        let answer = service.check(accepted, FAULTY);
        assert_eq!((answer.status, answer.header("Content-Type")), (200, "application/json"));
        assert_eq!((answer.header("Content-Language"), answer.header("Vary")), (tag, "Accept-Language"));
        let (said, wanted) = (&answer.body["findings"], &report(FAULTY, language)["findings"]);
        let keys = ["rule", "severity", "path", "message", "source"];
        assert_eq!(said.as_array().unwrap().len(), wanted.as_array().unwrap().len());
        for (said, wanted) in said.as_array().unwrap().iter().zip(wanted.as_array().unwrap()) {
            assert!(keys.iter().all(|key| said[key] == wanted[key]), "{said}");
            assert_eq!(said["remedy"]["message"], wanted["remedy"]["message"], "{said}");
        }
        assert_eq!(answer.body["submittable"], json!(false));
    }
    let clean = service.check("", CLEAN);
    assert_eq!((&clean.body["submittable"], &clean.body["findings"]), (&json!(true), &json!([])));
    assert_eq!(clean.body, report(CLEAN, Language::Zh));
}

#[test]
fn an_order_that_is_being_filled_in_has_a_checklist() {
    let service = Running::start();
    let headers = [("Content-Type", "application/json"), ("Accept-Language", "en")];
    let answer = service.post("/checklist", &headers, HALF_FILLED);
    let request = Request::from_json(HALF_FILLED.as_bytes()).unwrap();
    let checklist = Checklist::of(&request.order, &request.context, &Rulebook::default());
    assert_eq!(answer.status, 200);
    let items =
        answer.body["steps"].as_array().unwrap().iter().flat_map(|step| step["items"].as_array().unwrap());
    let labels: Vec<&str> = items.map(|item| item["label"].as_str().unwrap()).collect();
    assert_eq!(labels, checklist.items().map(|item| item.show(Language::En)).collect::<Vec<_>>());
    service
        .post("/checklist", &[("Content-Type", "application/json")], "[]")
        .problem(422, "请求内容无法读取");
}

#[test]
fn the_day_is_the_service_s_where_none_is_given() {
    let service = Running::start();
    let mut request: Value = serde_json::from_str(CLEAN).unwrap();
    request["order"]["principal"]["responsible_person"]["certificate"]["valid_until"] = json!("2026-11-22");
    let expired = |request: &Value| {
        let answer = service.check("en", &request.to_string());
        assert_eq!(answer.status, 200, "{}", answer.body);
        let findings = answer.body["findings"].as_array().unwrap().clone();
        findings.into_iter().any(|finding| finding["rule"] == "person.certificate-expired")
    };
    for day in [None, Some("2026-11-23")] {
        request["context"]["today"] = json!(day);
        if day.is_none() {
            request["context"].as_object_mut().unwrap().remove("today");
        }
        assert!(expired(&request));
    }
    request["context"]["today"] = json!("2026-11-20");
    assert!(!expired(&request), "a day that is given counts");
    request.as_object_mut().unwrap().remove("context");
    assert!(expired(&request));
}

#[test]
fn what_is_no_request_is_a_problem_with_its_place() {
    let service = Running::start();
    let misspelt = "{\n  \"order\": {\"kind\": \"first_filling\"}\n}";
    for (language, title) in [("zh", "请求内容无法读取"), ("en", "The request could not be read")] {
        let answer = service.check(language, misspelt);
        let problem = answer.problem(422, title);
        assert_eq!(problem["type"], problem::UNREADABLE);
        assert_eq!((&problem["line"], &problem["column"]), (&json!(2), &json!(35)));
        assert_eq!(problem["path"], "/order/kind");
        let said =
            if language == "zh" { "没有取值 `first_filling`" } else { "unknown variant `first_filling`" };
        assert!(problem["detail"].as_str().unwrap().starts_with(said), "{problem}");
        assert!(problem["accepted"].as_array().unwrap().contains(&json!("first_filing")));
    }
    for (body, line) in [("", 1), ("{\"order\":\n{", 2), ("order=first_filing", 1), ("{\"order\": 1} x", 1)] {
        let answer = service.check("en", body);
        assert!([400, 422].contains(&answer.status), "{body}");
        assert_eq!(answer.body["line"], json!(line), "{body}");
    }
    assert_eq!(service.check("en", "{").status, 400, "no JSON");
}

#[test]
fn what_is_not_served_is_a_problem() {
    let service = Running::start();
    let text = service.post("/validate", &[("Content-Type", "text/plain"), ("Accept-Language", "en")], CLEAN);
    text.problem(415, "Unsupported Media Type");
    assert_eq!(text.header("Accept-Post"), "application/json");
    service.post("/validate", &[], CLEAN).problem(415, "不支持该内容类型");
    for kind in ["application/json; charset=utf-8", "Application/JSON", "application/vnd.acme+json"] {
        assert_eq!(service.post("/validate", &[("Content-Type", kind)], CLEAN).status, 200, "{kind}");
    }

    let wrong = service.get("/validate", "en");
    assert_eq!(wrong.problem(405, "Method Not Allowed")["type"], "about:blank");
    assert_eq!(wrong.header("Allow"), "POST");
    let wrong = service.post("/rules", &[], "");
    wrong.problem(405, "不支持该请求方法");
    assert_eq!(wrong.header("Allow"), "GET,HEAD");
    service.get("/", "en").problem(404, "Not Found");
    service.get("/validat", "zh").problem(404, "未找到");
}

#[test]
fn a_body_that_is_too_long_is_not_read() {
    let service = Running::start();
    let head =
        "POST /validate HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: application/json\r\n";
    // Of one that says how long it is, nothing has to be sent.
    let told = service.raw(format!("{head}Content-Length: {}\r\n\r\n", BODY_MAX + 1).as_bytes());
    // Of one that does not, it is noticed on the way.
    let blank = " ".repeat(BODY_MAX + 1);
    let found = service
        .raw(format!("{head}Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{blank}", BODY_MAX + 1).as_bytes());
    for answer in [told, found] {
        assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
        assert!(
            answer.contains("application/problem+json") && answer.contains(&BODY_MAX.to_string()),
            "{answer}"
        );
    }
    // The longest that is read.
    let padded = CLEAN.to_owned() + &" ".repeat(BODY_MAX - CLEAN.len());
    assert_eq!(service.check("zh", &padded).status, 200);
}

#[test]
fn a_form_is_told_before_anything_is_filled_in() {
    let service = Running::start();
    let path = "/form?order=first_filing&principal=individual&service=website&province=44";
    let request = FormRequest::new(OrderKind::FirstFiling, PrincipalKind::Individual)
        .with_service(beian::service::ServiceKind::Website)
        .with_province(beian::value::Province::Guangdong);
    let form = Form::of(&request, &Rulebook::default());
    for (accepted, language) in [("zh", Language::Zh), ("en", Language::En)] {
        let answer = service.get(path, accepted);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let labels = |value: &Value| {
            let fields =
                value["steps"].as_array().unwrap().iter().flat_map(|step| step["fields"].as_array().unwrap());
            fields.map(|field| field["label"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let wanted: Vec<String> = form
            .steps()
            .iter()
            .flat_map(|step| &step.fields)
            .map(|field| field.label.get(language).to_owned())
            .collect();
        assert_eq!(labels(&answer.body), wanted);
        assert_eq!(answer.body["request"]["province"], "44");
    }
    assert_eq!(service.get("/form?order=cancel_access&principal=enterprise", "zh").status, 200);

    for (query, parameter, zh, en) in [
        ("", "order", "缺失", "is missing"),
        ("?order=first_filing", "principal", "缺失", "is missing"),
        ("?order=first_filling&principal=enterprise", "order", "没有这个取值", "has no such value"),
        (
            "?order=first_filing&principal=enterprise&province=99",
            "province",
            "没有这个取值",
            "has no such value",
        ),
        ("?order=first_filing&principal=enterprise&provinz=44", "provinz", "不存在", "does not exist"),
        ("?order=first_filing&order=first_filing&principal=enterprise", "order", "重复", "twice"),
        ("?order=first_filing&principal=enterprise&13800138000", "…", "不存在", "does not exist"),
    ] {
        for (language, title, said) in [("zh", "请求有误", zh), ("en", "Bad Request", en)] {
            let answer = service.get(&format!("/form{query}"), language);
            let problem = answer.problem(400, title);
            assert!(problem["detail"].as_str().unwrap().contains(said), "{query}: {problem}");
            assert_eq!(problem["parameter"], parameter, "{query}");
        }
    }
    let unknown = service.get("/form?order=first_filling&principal=enterprise", "en");
    assert!(unknown.body["accepted"].as_array().unwrap().contains(&json!("first_filing")));
}

#[test]
fn rules_are_listed_and_explained() {
    let service = Running::start();
    let rule = Rule::from_id("domain.level-exceeded").unwrap();
    for (accepted, language) in [("zh", Language::Zh), ("en", Language::En)] {
        let listed = service.get("/rules", accepted).body;
        assert_eq!(listed.as_array().unwrap().len(), Rule::all().count());
        assert_eq!(listed[0]["summary"], Rule::all().next().unwrap().summary(language));

        let explained = service.get("/rules/domain.level-exceeded", accepted);
        assert_eq!(explained.status, 200);
        assert_eq!(explained.body["id"], rule.id());
        assert_eq!(explained.body["summary"], rule.summary(language));
        assert_eq!(explained.body["message"], rule.template(language));
        assert_eq!(explained.body["documentation"], rule.explain());
        assert_eq!(explained.body["sources"], serde_json::to_value(rule.sources()).unwrap());
    }
    for (id, accepted, title) in
        [("domain.no-such", "zh", "未找到"), ("%E5%A4%87", "en", "Not Found"), ("%FF", "en", "Not Found")]
    {
        let answer = service.get(&format!("/rules/{id}"), accepted);
        assert!(answer.problem(404, title)["detail"].as_str().unwrap().contains("GET /rules"));
    }
}

#[test]
fn it_ends_when_it_is_asked_to_and_answers_what_it_has_begun() {
    let mut service = Running::start();
    let head = format!(
        "POST /validate HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n\
         Content-Length: {}\r\n\r\n",
        CLEAN.len()
    );
    let mut stream = TcpStream::connect(service.address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    // It has begun when it asks for the body.
    let mut asked = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
    stream.read_exact(&mut asked).unwrap();
    assert_eq!(asked, *b"HTTP/1.1 100 Continue\r\n\r\n");

    service.stop.take().unwrap().send(()).unwrap();
    // From some moment on nobody else is let in.
    while TcpStream::connect(service.address).is_ok() {
        std::thread::yield_now();
    }
    stream.write_all(CLEAN.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}

#[test]
fn rules_are_listed_as_the_rulebook_has_them() {
    let [off, milder] = ["domain.resolving", "domain.level-exceeded"].map(|id| Rule::from_id(id).unwrap());
    let patch = RulebookPatch::new().without_rule(off).with_severity(milder, Severity::Advice);
    let rulebook = Rulebook::default().patched(&patch).unwrap();
    let service = Running::of(Service::on(rulebook, today));
    let listed = service.get("/rules", "en").body;
    let of = |rule: Rule| {
        let rules = listed.as_array().unwrap();
        rules.iter().find(|listed| listed["id"] == rule.id()).unwrap().clone()
    };
    assert_eq!((&of(off)["severity"], &of(off)["on"]), (&Value::Null, &json!(false)));
    assert_eq!((&of(milder)["severity"], &of(milder)["on"]), (&json!("advice"), &json!(true)));
    assert_eq!(of(milder)["default_severity"], "blocker");
    assert_eq!(service.get("/rules/domain.resolving", "zh").body["on"], json!(false));
}

#[test]
fn it_says_that_it_answers_and_with_which_rulebook() {
    let service = Running::start();
    let answer = service.get("/health", "en");
    assert_eq!((answer.status, &answer.body["status"]), (200, &json!("ok")));
    assert_eq!(answer.body["rulebook"], serde_json::to_value(Rulebook::default().version()).unwrap());
}

#[test]
fn what_an_answer_leaves_out_is_counted_in_it() {
    let patch = RulebookPatch::new().with_max_items(Some(5)).with_max_findings(Some(1));
    let rulebook = Rulebook::default().patched(&patch).unwrap();
    let service = Running::of(Service::on(rulebook.clone(), today));
    let request = Request::from_json(FAULTY.as_bytes()).unwrap();
    let checklist = Checklist::of(&request.order, &request.context, &rulebook);
    let report = validate(&request.order, &request.context, &rulebook);
    for (accepted, language) in [("zh", Language::Zh), ("en", Language::En)] {
        let headers = [("Content-Type", "application/json"), ("Accept-Language", accepted)];
        let left_out = service.post("/checklist", &headers, FAULTY).body["left_out"].clone();
        assert_eq!(left_out["items"], json!(checklist.left_out().unwrap().items));
        assert_eq!(left_out["message"], json!(checklist.left_out().unwrap().message(language)));
        let left_out = service.check(accepted, FAULTY).body["left_out"].clone();
        assert_eq!(left_out["count"], json!(report.left_out.unwrap().count()));
    }
}

/// A clock that stops: checks that begin meanwhile wait for it.
struct Clock {
    /// Whether it stands, and how many wait.
    state: Mutex<(bool, usize)>,
    moved: Condvar,
}

impl Clock {
    const fn standing() -> Self {
        Self { state: Mutex::new((true, 0)), moved: Condvar::new() }
    }

    fn read(&self) -> NaiveDate {
        let mut state = self.state.lock().unwrap();
        state.1 += 1;
        self.moved.notify_all();
        while state.0 {
            state = self.moved.wait(state).unwrap();
        }
        today()
    }

    /// Returns when so many checks wait.
    fn wait_for(&self, checks: usize) {
        let state = self.state.lock().unwrap();
        drop(self.moved.wait_while(state, |(_, waiting)| *waiting < checks).unwrap());
    }

    fn go_on(&self) {
        self.state.lock().unwrap().0 = false;
        self.moved.notify_all();
    }
}

/// Lets the clock go on where a test ends, also where it fails: what waits for it would never end.
struct GoesOn(&'static Clock);

impl Drop for GoesOn {
    fn drop(&mut self) {
        self.0.go_on();
    }
}

/// One worker thread, one check at once, one that may wait: of two others one waits, the other is turned away, and what is no
/// check is answered all the while.
#[test]
fn checks_keep_nobody_else_waiting_and_are_few_at_once() {
    static CLOCK: Clock = Clock::standing();
    let limits =
        Limits { checks: 1, waiting: 1, request_within: Duration::from_secs(60), ..Limits::default() };
    let service = &Running::of(Service::on(Rulebook::default(), || CLOCK.read()).within(limits));
    std::thread::scope(|threads| {
        let goes_on = GoesOn(&CLOCK);
        let first = threads.spawn(|| service.check("en", CLEAN));
        CLOCK.wait_for(1);
        let (tell, told) = std::sync::mpsc::channel();
        for tell in [tell.clone(), tell] {
            threads.spawn(move || tell.send(service.check("zh", FAULTY)).unwrap());
        }
        // Whichever came last.
        let turned_away = told.recv().unwrap();
        turned_away.problem(503, "服务繁忙");
        assert_eq!(turned_away.header("Retry-After"), "1");
        assert_eq!(service.get("/health", "en").status, 200);
        assert_eq!(service.get("/rules/domain.resolving", "en").status, 200);
        drop(goes_on);
        assert_eq!(first.join().unwrap().body["submittable"], json!(true));
        assert_eq!(told.recv().unwrap().body["submittable"], json!(false));
    });
}

/// A check that takes too long is answered as such, and its client does not wait.
#[test]
fn a_request_has_its_time() {
    static CLOCK: Clock = Clock::standing();
    let limits = Limits { request_within: Duration::from_millis(100), ..Limits::default() };
    let service = Running::of(Service::on(Rulebook::default(), || CLOCK.read()).within(limits));
    let goes_on = GoesOn(&CLOCK);
    service.check("en", CLEAN).problem(408, "Request Timeout");
    drop(goes_on);
    // A body that does not come.
    let head =
        "POST /validate HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: application/json\r\n";
    let answer = service.raw(format!("{head}Content-Length: 10\r\n\r\n").as_bytes());
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[test]
fn a_slow_client_is_cut_off() {
    let limits = Limits { headers_within: Duration::from_millis(100), ..Limits::default() };
    let service = Running::of(Service::on(Rulebook::default(), today).within(limits));
    let begin = Instant::now();
    // Nothing; headers without an end; and nothing after an answer.
    for sent in ["", "POST /validate HTTP/1.1\r\nHost: te", "GET /health HTTP/1.1\r\nHost: test\r\n\r\n"] {
        let mut stream = TcpStream::connect(service.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        let mut answer = Vec::new();
        // The connection ends: with an answer or without one, never by the timeout of the reader.
        let ended = stream.read_to_end(&mut answer);
        assert!(ended.map_or_else(|error| error.kind() == std::io::ErrorKind::ConnectionReset, |_| true));
        assert_eq!(String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 200 "), sent.starts_with("GET"));
    }
    assert!(begin.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_connection_without_a_request_does_not_keep_it_from_ending() {
    let mut service = Running::start();
    let mut idle = TcpStream::connect(service.address).unwrap();
    idle.write_all(b"GET /health HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
    let mut first = [0; 12];
    idle.read_exact(&mut first).unwrap();
    assert_eq!(first, *b"HTTP/1.1 200");
    let begin = Instant::now();
    service.stop.take().unwrap().send(()).unwrap();
    service.thread.take().unwrap().join().unwrap();
    assert!(begin.elapsed() < Limits::default().headers_within, "{:?}", begin.elapsed());
}
