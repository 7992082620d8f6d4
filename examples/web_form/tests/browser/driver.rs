//! A browser, driven by `chromedriver` over plain HTTP: the few commands of WebDriver that the tests use.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{json, Value};

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts a headless Chromium whose profile and downloads are in `folder`.
    pub(crate) fn start(folder: &Path, width: u32) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse::<u16>().ok()
        });
        let mut browser =
            Self { driver, port: port.expect("chromedriver says its port"), session: String::new() };
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-US",
        ];
        let mut arguments: Vec<String> = flags.map(str::to_owned).to_vec();
        arguments.push(format!("--user-data-dir={}", folder.join("profile").display()));
        arguments.push(format!("--window-size={width},900"));
        let answer = browser.send(
            "POST",
            "/session",
            &json!({"capabilities": {"alwaysMatch": {
                "browserName": "chrome",
                "unhandledPromptBehavior": "accept",
                "goog:chromeOptions": {"args": arguments},
                "goog:loggingPrefs": {"performance": "ALL"},
            }}}),
        );
        browser.session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
        let downloads = json!({"behavior": "allow", "downloadPath": folder});
        browser
            .post("/goog/cdp/execute", &json!({"cmd": "Browser.setDownloadBehavior", "params": downloads}));
        browser
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        let body = if method == "GET" { String::new() } else { body.to_string() };
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).unwrap();
        let mut answer: Value = serde_json::from_slice(&answer).unwrap();
        answer["value"].take()
    }

    /// A command of the session.
    pub(crate) fn post(&self, command: &str, body: &Value) -> Value {
        let answer = self.send("POST", &format!("/session/{}{command}", self.session), body);
        assert!(answer["error"].is_null(), "{command} {body}: {answer}");
        answer
    }

    pub(crate) fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// The value of a script.
    pub(crate) fn script(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({"script": script, "args": []}))
    }

    pub(crate) fn text_of(&self, script: &str) -> String {
        self.script(script).as_str().unwrap_or_default().to_owned()
    }

    /// Whether there is such an element.
    pub(crate) fn has(&self, css: &str) -> bool {
        let element = json!({"using": "css selector", "value": css});
        !self.post("/elements", &element).as_array().unwrap().is_empty()
    }

    fn element(&self, css: &str) -> String {
        let found = self.post("/element", &json!({"using": "css selector", "value": css}));
        // What is covered by the bar at the bottom cannot be clicked.
        self.post(
            "/execute/sync",
            &json!({"script": "arguments[0].scrollIntoView({block: 'center'})", "args": [found]}),
        );
        found[ELEMENT].as_str().unwrap().to_owned()
    }

    pub(crate) fn click(&self, css: &str) {
        let element = self.element(css);
        self.post(&format!("/element/{element}/click"), &json!({}));
    }

    pub(crate) fn keys(&self, css: &str, text: &str) {
        let element = self.element(css);
        self.post(&format!("/element/{element}/value"), &json!({ "text": text }));
    }

    /// Presses keys where the focus is.
    pub(crate) fn press(&self, key: &str) {
        let actions = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.post("/actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}));
    }

    /// Empties a control and types a text.
    pub(crate) fn retype(&self, css: &str, text: &str) {
        let element = self.element(css);
        self.post(&format!("/element/{element}/clear"), &json!({}));
        self.post(&format!("/element/{element}/value"), &json!({ "text": text }));
    }

    pub(crate) fn wait(&self, script: &str) {
        let start = Instant::now();
        while self.script(script) != Value::Bool(true) {
            assert!(start.elapsed() < Duration::from_secs(30), "never: {script}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// What the browser's network log has of requests since the last time.
    pub(crate) fn requests(&self) -> Vec<String> {
        let log = self.post("/se/log", &json!({"type": "performance"}));
        let entries = log.as_array().unwrap().iter().filter_map(|entry| {
            serde_json::from_str::<Value>(entry["message"].as_str()?)
                .ok()
                .map(|mut entry| entry["message"].take())
        });
        let sent = entries.filter(|entry| entry["method"] == "Network.requestWillBeSent");
        sent.map(|entry| entry["params"]["request"]["url"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            self.send("DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        // It may have ended by itself.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
