//! The page itself.

use std::fmt::Write as _;

use beian::checklist::ItemState;
use beian::{Language, Need, Provider, Remedy, Report, Request, Rule, Rulebook, Severity, Source, Text};

use super::fields::{Field, Filled};
use super::html::{Both, Escaped};

const STYLE: &str = include_str!("page.css");

/// The page: everything in both languages, of which the style shows one.
pub(crate) fn page(request: &Request, rulebook: &Rulebook, language: Language) -> String {
    let filled = Filled::of(request, rulebook);
    let mut page = Page { html: String::new(), filled: &filled, request };
    page.head(language);
    page.line("<main>");
    page.summary();
    page.steps();
    page.undetermined();
    page.notices();
    page.line("</main>");
    page.foot();
    page.html
}

struct Page<'a> {
    html: String,
    filled: &'a Filled,
    request: &'a Request,
}

const fn both(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// What is written of a severity: its mark, so that colour does not say it alone, and its class.
const fn mark(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Blocker => ("✕", "blocker"),
        Severity::Warning => ("▲", "warning"),
        _ => ("●", "advice"),
    }
}

const fn state(state: ItemState) -> (&'static str, &'static str) {
    match state {
        ItemState::Done => ("✓", "done"),
        ItemState::ToCorrect => ("✕", "to-correct"),
        ItemState::ToGive => ("□", "to-give"),
        _ => ("?", "open"),
    }
}

impl Page<'_> {
    fn line(&mut self, html: impl AsRef<str>) {
        self.html.push_str(html.as_ref());
        self.html.push('\n');
    }

    fn report(&self) -> &Report {
        self.filled.checklist.report()
    }

    fn head(&mut self, language: Language) {
        let title = both("备案订单检查报告", "Check of a filing order");
        let order = &self.request.order;
        let (lang, [zh, en]) = match language {
            Language::Zh => ("zh-Hans", [" checked", ""]),
            Language::En => ("en", ["", " checked"]),
        };
        // Were a text ever not escaped, the policy would still let nothing run and nothing load.
        self.line(format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
             <title>{} · {}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n\
             <fieldset class=\"languages\">\n<legend>语言 Language</legend>\n\
             <input type=\"radio\" name=\"language\" id=\"zh\"{zh}><label for=\"zh\" lang=\"zh-Hans\">中文</label>\n\
             <input type=\"radio\" name=\"language\" id=\"en\"{en}><label for=\"en\" lang=\"en\">English</label>\n\
             </fieldset>\n<h1>{}</h1>\n<dl class=\"facts\">",
            title.get(language),
            title.get(if language == Language::Zh { Language::En } else { Language::Zh }),
            Both::from(title),
        ));
        let name = order.principal().and_then(|principal| principal.name.clone());
        let rulebook = &self.report().rulebook;
        let provider = Provider::from_name(&rulebook.provider).map(Provider::text);
        let rulebook = Both::by(|language| {
            let provider = provider.map_or(&*rulebook.provider, |text| text.get(language));
            format!("{provider} {}", rulebook.as_of)
        });
        for (what, fact) in [
            (both("订单", "Order"), Some(Both::from(order.kind().text()))),
            (both("主办者", "Principal"), name.map(Both::same)),
            (both("提交日期", "Day of submission"), Some(Both::same(self.request.context.today))),
            (both("规则手册", "Rulebook"), Some(rulebook)),
        ] {
            if let Some(fact) = fact {
                self.line(format!("<div><dt>{}</dt><dd>{fact}</dd></div>", Both::from(what)));
            }
        }
        self.line("</dl>\n</header>");
    }

    /// Whether the order can be handed in, and what speaks against it, with links.
    fn summary(&mut self) {
        let report = self.filled.checklist.report();
        let (class, mark_of, verdict) = if report.is_submittable() {
            ("done", "✓", both("可以提交", "Can be submitted"))
        } else {
            ("blocker", "✕", both("不能提交", "Cannot be submitted yet"))
        };
        let checklist = &self.filled.checklist;
        let (done, total) = (checklist.done(), checklist.total());
        let done =
            Both { zh: format!("已完成 {done}/{total} 项"), en: format!("{done} of {total} items done") };
        self.section("summary", Both::from(both("检查结果", "Result")));
        self.line(format!(
            "<p class=\"verdict {class}\"><span aria-hidden=\"true\">{mark_of}</span> {}</p>\n<p>{done}</p>",
            Both::from(verdict)
        ));
        if report.findings.is_empty() {
            self.line(format!("<p>{}</p>", Both::from(both("未发现问题。", "Nothing was found."))));
        }
        for severity in Severity::ALL.iter().rev().copied() {
            let count = report.with_severity(severity).count();
            if count == 0 {
                continue;
            }
            let title = match severity {
                Severity::Blocker => Both {
                    zh: format!("须修改 {count} 项：改好后才能提交"),
                    en: format!("Blockers: {count}. They have to be fixed first"),
                },
                Severity::Warning => Both {
                    zh: format!("请留意 {count} 项：可以提交，但请了解后果"),
                    en: format!("Warnings: {count}. They do not stop the order, but have consequences"),
                },
                _ => Both { zh: format!("建议 {count} 项"), en: format!("Advice: {count}") },
            };
            let (mark, class) = mark(severity);
            self.line(format!(
                "<h3 class=\"{class}\"><span aria-hidden=\"true\">{mark}</span> {title}</h3>\n<ol>"
            ));
            for (index, finding) in report.findings.iter().enumerate() {
                if finding.severity == severity {
                    let place = self.place(index);
                    // What the rule states fits on a line; what the finding says stands with the field.
                    let states = finding.known_rule().map(|rule| Both::by(|lang| rule.summary(lang).into()));
                    let states = states.map(|states| format!(" <span class=\"states\">{states}</span>"));
                    let states = states.unwrap_or_default();
                    self.line(format!("<li><a href=\"#finding-{}\">{place}</a>{states}</li>", index + 1));
                }
            }
            self.line("</ol>");
        }
        let undecided = report.undetermined.len();
        if undecided > 0 {
            let text = Both {
                zh: format!("另有 {undecided} 条规则未能检查"),
                en: format!("Rules that could not be checked: {undecided}"),
            };
            self.line(format!("<p>? <a href=\"#undetermined\">{text}</a></p>"));
        }
        self.line("</section>");
    }

    fn section(&mut self, id: &str, title: impl std::fmt::Display) {
        self.line(format!(
            "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>"
        ));
    }

    /// Where a finding is: of a file or a tick, which one.
    fn place(&self, index: usize) -> Both {
        if let Some(name) = self.filled.of_finding(index).and_then(Field::name_of_item) {
            return name;
        }
        let finding = self.report().findings.get(index);
        let place = finding.map(|finding| finding.place(&self.request.order));
        Both::by(|language| place.as_ref().map(|place| place.show(language).to_string()).unwrap_or_default())
    }

    /// The order, step by step.
    fn steps(&mut self) {
        for step in &self.filled.steps {
            let name = Both::from(step.step.text());
            let progress = match step.total {
                0 => String::new(),
                total => format!(" <span class=\"progress\">{}/{total}</span>", step.done),
            };
            self.section(&format!("step-{}", step.step.as_str()), format!("{name}{progress}"));
            for finding in &step.findings {
                self.finding(*finding);
            }
            for (title, fields) in &step.groups {
                if let Some(title) = title {
                    self.line(format!("<h3>{title}</h3>"));
                }
                self.line("<dl class=\"fields\">");
                for field in fields {
                    self.field(field);
                }
                self.line("</dl>");
            }
            self.line("</section>");
        }
    }

    fn field(&mut self, field: &Field) {
        let value = match (&field.value, field.state) {
            (Some(value), _) => value.to_string(),
            // A tick, or a thing whose parts follow.
            (None, Some(ItemState::Done | ItemState::ToCorrect)) => String::new(),
            (None, _) => {
                format!("<span class=\"empty\">{}</span>", Both::from(both("未填写", "not given")))
            }
        };
        self.line(format!(
            "<div class=\"field\" id=\"{}\" data-path=\"{}\">\n<dt>{}</dt><dd class=\"value\">{value}</dd>",
            field.id(),
            Escaped(&field.path.to_string()),
            field.label,
        ));
        if let Some(of) = field.state {
            let (mark, class) = state(of);
            let text = Both::from(of.text());
            self.line(format!(
                "<dd class=\"state {class}\"><span aria-hidden=\"true\">{mark}</span> {text}</dd>"
            ));
        }
        if let Some(hint) = field.hint {
            self.line(format!("<dd class=\"hint\">{}</dd>", Both::from(hint)));
        }
        for finding in &field.findings {
            self.line("<dd class=\"said\">");
            self.finding(*finding);
            self.line("</dd>");
        }
        self.line("</div>");
    }

    /// A finding: what to do, and who says so.
    fn finding(&mut self, index: usize) {
        let Some(finding) = self.filled.checklist.report().findings.get(index) else { return };
        let (mark, class) = mark(finding.severity);
        let severity = Both::from(finding.severity.text());
        let place = self.place(index);
        let message = Both::by(|language| finding.message(language).to_string());
        self.line(format!(
            "<div class=\"finding {class}\" id=\"finding-{}\" data-path=\"{}\">\n\
             <p class=\"tag\"><span aria-hidden=\"true\">{mark}</span> {severity} · {place}</p>\n\
             <p class=\"message\">{message}</p>",
            index + 1,
            Escaped(&finding.path.to_string())
        ));
        if let Some(remedy) = finding.remedy() {
            self.remedy(remedy);
        }
        let source = cited(&finding.source());
        let rule = Escaped(finding.rule());
        let says = Both::from(both("依据：", "Source: "));
        self.line(format!("<p class=\"source\">{says}{source} · <code>{rule}</code></p>\n</div>"));
    }

    fn remedy(&mut self, remedy: &Remedy) {
        let what = Both {
            zh: format!("处理方法：{}（{}）", remedy.message(Language::Zh), remedy.applicability().text().zh),
            en: format!("To do: {} ({})", remedy.message(Language::En), remedy.applicability().text().en),
        };
        self.line(format!("<p class=\"remedy\">{what}</p>"));
    }

    /// The rules that could not be decided, by the fact that is missing.
    fn undetermined(&mut self) {
        let undetermined = &self.filled.checklist.report().undetermined;
        if undetermined.is_empty() {
            return;
        }
        self.section("undetermined", Both::from(both("未能检查的内容", "What could not be checked")));
        let intro = both(
            "下列要求因缺少信息而无法判断，不代表已经通过。",
            "These could not be decided for want of a fact, which is no pass.",
        );
        self.line(format!("<p>{}</p>\n<dl class=\"needs\">", Both::from(intro)));
        let mut needs: Vec<&Need> = Vec::new();
        for of in undetermined {
            if !needs.contains(&&of.needs) {
                needs.push(&of.needs);
            }
        }
        for need in needs {
            let missing = Both::from(both("缺少：", "Missing: "));
            let mut text = format!("<div><dt>{missing}{}</dt>\n<dd><ul>\n", self.need(need));
            for of in undetermined.iter().filter(|of| of.needs == *need) {
                let states =
                    Rule::from_id(&of.rule).map(|rule| Both::by(|language| rule.summary(language).into()));
                let states = states.map(|states| format!("{states} ")).unwrap_or_default();
                let _ = writeln!(text, "<li>{states}<code>{}</code></li>", Escaped(&of.rule));
            }
            self.line(format!("{text}</ul></dd></div>"));
        }
        self.line("</dl>\n</section>");
    }

    /// A missing fact, in words; one of the order with a link to its field.
    fn need(&self, need: &Need) -> String {
        match need {
            Need::OrderInput(path) => {
                let place = path.place(&self.request.order);
                let text = Both::by(|language| place.show(language).to_string());
                match self.filled.at(path) {
                    Some(field) => format!("<a href=\"#{}\">{text}</a>", field.id()),
                    None => text.to_string(),
                }
            }
            Need::ContextInput(path) => {
                let key = path.last_key().map(|key| Both::from(key.text()));
                key.unwrap_or_else(|| Both::same(path)).to_string()
            }
            _ => Both::by(|language| need.show(language).to_owned()).to_string(),
        }
    }

    /// What everyone should know who hands in such an order.
    fn notices(&mut self) {
        let notices: Vec<Rule> = self.request.order.kind().notices().collect();
        if notices.is_empty() {
            return;
        }
        self.section("notices", Both::from(both("提交须知", "To know before submitting")));
        self.line("<ul>");
        for rule in notices {
            let text = Both::by(|language| rule.template(language).into());
            let source = rule.source_for(self.request.order.kind()).as_ref().map(cited).unwrap_or_default();
            self.line(format!("<li>{text} <span class=\"source\">{source}</span></li>"));
        }
        self.line("</ul>\n</section>");
    }

    fn foot(&mut self) {
        let text = both(
            "本报告按公开文件检查订单，不构成法律意见，结果以管局审核为准。证件号码、电话、邮箱和地址已作遮盖。",
            "The order was checked against public documents. This is no legal advice; the authority decides. Certificate numbers, \
             phones, mailboxes and addresses are masked.",
        );
        self.line(format!("<footer><p>{}</p></footer>\n</body>\n</html>", Both::from(text)));
    }
}

/// A source: document, place and date. A title stands in its own language.
fn cited(source: &Source) -> String {
    let Source { document, section, date, .. } = source;
    let cite = format!("<cite lang=\"zh-Hans\">{} {}</cite>", Escaped(document), Escaped(section));
    match date {
        Some(date) => format!("{cite} <time datetime=\"{date}\">{date}</time>"),
        None => cite,
    }
}
