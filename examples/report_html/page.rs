//! The page itself.

use std::fmt::Write as _;

use beian::{
    Actor, Finding, Language, LeftOut, Need, Provider, Remedy, Report, Request, Rule, Rulebook, Severity,
    Source, Text,
};

use super::fault::fault;
use super::fields::{Field, Filled, FilledStep, Standing};
use super::html::{Both, Escaped};
use super::points::{self, Points};

const STYLE: &str = include_str!("page.css");

/// Up to so many points that the applicant has to check are shown unfolded.
const POINTS_UNFOLDED: usize = 5;

/// Up to so many values to choose from are named beside the finding.
const CHOICES_SHOWN: usize = 4;

/// A value of up to so many characters stands on one line with its label.
const SHORT: usize = 8;

/// A value of more characters stands on a line of its own, where the screen is narrow.
const LONG: usize = 22;

/// The page: everything in both languages, of which the style shows one.
pub(crate) fn page(request: &Request, rulebook: &Rulebook, language: Language) -> String {
    let filled = Filled::of(request, rulebook);
    let mut page = Page {
        html: String::new(),
        sequence: filled.sequence(),
        points: Points::of(filled.checklist.report()),
        filled: &filled,
        request,
    };
    page.head(language);
    page.bar();
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
    /// The findings as they follow each other on the page.
    sequence: Vec<usize>,
    points: Vec<Points>,
}

const fn both(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// What is written of a severity: its mark, so that colour does not say it alone, its class, and what an applicant
/// calls it.
const fn mark(severity: Severity) -> (&'static str, &'static str, Text) {
    match severity {
        Severity::Blocker => ("✕", "blocker", both("须修改", "Correct")),
        Severity::Warning => ("▲", "warning", both("请留意", "Note")),
        _ => ("●", "advice", both("建议", "Suggestion")),
    }
}

const fn state(standing: Standing) -> (&'static str, &'static str, Text) {
    match standing {
        Standing::ToCorrect => ("✕", "to-correct", both("待修改", "to correct")),
        Standing::ToGive => ("□", "to-give", both("待填写", "to give")),
        Standing::ToCheck => ("▲", "to-check", both("请核对", "to check")),
        Standing::Advised => ("●", "advised", both("有建议", "suggestion")),
        Standing::Open => ("?", "open", both("暂无法判断", "cannot be judged yet")),
        Standing::Done => ("✓", "done", both("已完成", "done")),
        Standing::Given => ("·", "given", both("已填写", "given")),
    }
}

fn numbered(zh: String, en: String) -> Both {
    Both { zh, en }
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
        let steps = self.steps_of_the_bar();
        // Were a text ever not escaped, the policy would still let nothing run and nothing load.
        self.line(format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
             <title>{} · {}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{STYLE}{steps}</style>\n</head>\n<body>\n<header>\n\
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
            (both("订单", "Order"), Some(Both::from(order.kind().text()).begun())),
            (both("主办者", "Principal"), name.map(Both::same)),
            (both("检查日期", "Checked for"), Some(Both::same(self.request.context.today))),
            (both("依据的指引版本", "Guide"), Some(rulebook)),
        ] {
            if let Some(fact) = fact {
                self.line(format!("<div><dt>{}</dt><dd>{fact}</dd></div>", Both::from(what)));
            }
        }
        self.line("</dl>\n</header>");
    }

    /// Which part of the bar is shown: the one of the finding that was followed.
    fn steps_of_the_bar(&self) -> String {
        let mut style = String::new();
        for index in self.sequence.iter().map(|index| index + 1) {
            let _ = writeln!(style, ":root:has(#finding-{index}:target) .go-{index} {{ display: flex; }}");
        }
        style
    }

    /// What stays in sight: how much is left, the way to the next finding and back, and the filter.
    fn bar(&mut self) {
        let must = self.must();
        let left = match (must, self.sequence.len()) {
            (0, 0) => both("没有须修改的", "Nothing to correct").into(),
            (0, count) => numbered(format!("{count} 项可供参考"), format!("{count} to read")),
            _ => numbered(format!("还有 {must} 项须修改"), format!("{must} to correct")),
        };
        self.line(format!("<nav class=\"bar\" aria-labelledby=\"left\">\n<span id=\"left\">{left}</span>"));
        let sequence = self.sequence.clone();
        let total = sequence.len();
        let link = |index: Option<&usize>, text: Text| match index {
            Some(index) => format!("<a href=\"#finding-{}\">{}</a>", index + 1, Both::from(text)),
            None => format!("<span class=\"off\">{}</span>", Both::from(text)),
        };
        let (next, before) = (both("下一项", "Next"), both("上一项", "Previous"));
        if let Some(first) = sequence.first() {
            let first = link(Some(first), both("逐项查看", "Start"));
            self.line(format!("<span class=\"go go-first\">{first}</span>"));
        }
        for (at, index) in sequence.iter().enumerate() {
            let before = link(at.checked_sub(1).and_then(|at| sequence.get(at)), before);
            let next = link(sequence.get(at + 1), next);
            let place = format!("{}/{total}", at + 1);
            self.line(format!(
                "<span class=\"go go-{}\">{before}<span>{place}</span>{next}</span>",
                index + 1
            ));
        }
        let up = Both::from(both("检查结果", "Result"));
        let only = Both::from(both("只看待处理", "To do only"));
        self.line(format!(
            "<a href=\"#summary\">{up}</a>\n<span class=\"only\"><input type=\"checkbox\" id=\"only\"><label for=\"only\">{only}</label></span>\n</nav>"
        ));
    }

    /// How many findings have to be corrected, also those that are not listed.
    fn must(&self) -> usize {
        let left_out = self.report().left_out.map_or(0, |left_out| left_out.blockers);
        self.report().blockers().count() + left_out
    }

    /// Whether anything has to be corrected, and what, with links: by who must act, those first that take longest.
    fn summary(&mut self) {
        let report = self.filled.checklist.report();
        let (must, points) = (self.must(), points::count(&self.points));
        let (class, mark_of, verdict) = match (report.is_submittable(), points) {
            (false, _) => (
                "blocker",
                "✕",
                numbered(
                    format!("暂不能提交：{must} 项须修改"),
                    format!("Cannot be submitted yet: {must} to correct"),
                ),
            ),
            (true, 0) => (
                "done",
                "✓",
                both("未发现须修改的问题，可以提交", "Nothing to correct found; it can be submitted").into(),
            ),
            (true, 1) => (
                "to-check",
                "▲",
                both(
                    "未发现须修改的问题，另有 1 项请自行核对",
                    "Nothing to correct found; 1 point to check yourself",
                )
                .into(),
            ),
            (true, _) => (
                "to-check",
                "▲",
                numbered(
                    format!("未发现须修改的问题，另有 {points} 项请自行核对"),
                    format!("Nothing to correct found; {points} points to check yourself"),
                ),
            ),
        };
        self.section("summary", Both::from(both("检查结果", "Result")));
        self.line(format!(
            "<p class=\"verdict {class}\"><span aria-hidden=\"true\">{mark_of}</span> {verdict}</p>"
        ));
        let count = |severity| report.with_severity(severity).count();
        let (warnings, advice) = (count(Severity::Warning), count(Severity::Advice));
        let mut also = Vec::new();
        if warnings > 0 {
            also.push(numbered(format!("请留意 {warnings} 项"), format!("To note: {warnings}")).to_string());
        }
        if advice > 0 {
            also.push(numbered(format!("建议 {advice} 项"), format!("Suggestions: {advice}")).to_string());
        }
        if points > 0 {
            let text = numbered(format!("请自行核对 {points} 项"), format!("To check yourself: {points}"));
            also.push(format!("<a href=\"#undetermined\">{text}</a>"));
        }
        if !also.is_empty() {
            self.line(format!("<p class=\"also\">{}</p>", also.join(" · ")));
        }
        self.line("<ul class=\"chips\">");
        for step in &self.filled.steps {
            let class = if self.has_work(step) { "work" } else { "settled" };
            let name = Both::from(step.step.text());
            let progress = progress(step);
            self.line(format!(
                "<li class=\"{class}\"><a href=\"#step-{}\">{name}{progress}</a></li>",
                step.step.as_str()
            ));
        }
        self.line("</ul>");
        for actor in Actor::ALL {
            let of = |finding: &&Finding| finding.actor() == *actor;
            if report.findings.iter().any(|finding| of(&finding)) {
                let must = report.blockers().filter(of).count();
                let count =
                    if must > 0 { format!(" <span class=\"progress\">{must}</span>") } else { String::new() };
                self.line(format!(
                    "<h3>{}{count}</h3>\n<ul class=\"faults\">",
                    Both::from(actor.text()).begun()
                ));
                self.faults(|finding| finding.actor() == *actor);
                self.line("</ul>");
            }
        }
        if let Some(left_out) = report.left_out {
            self.line(format!("<p>{}</p>", said_of(left_out)));
        }
        self.line("</section>");
    }

    /// The faults, those first that have to be corrected; what to do stands with the field.
    fn faults(&mut self, is_of: impl Fn(&Finding) -> bool) {
        let report = self.filled.checklist.report();
        for severity in Severity::ALL.iter().rev().copied() {
            for (index, finding) in report.findings.iter().enumerate() {
                if finding.severity == severity && is_of(finding) {
                    let (mark, class, name) = mark(severity);
                    let place = self.place(index);
                    let fault = Both::by(|language| fault(finding, language));
                    self.line(format!(
                        "<li class=\"{class}\"><span class=\"mark\" aria-hidden=\"true\">{mark}</span><span class=\"unseen\">{} </span>\
                         <a href=\"#finding-{}\">{place}</a>{} <span class=\"fault\">{fault}</span></li>",
                        Both::from(name),
                        index + 1,
                        Both::from(both("：", " —"))
                    ));
                }
            }
        }
    }

    fn section(&mut self, id: &str, title: impl std::fmt::Display) {
        self.line(format!(
            "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>"
        ));
    }

    /// Where a finding is: of a file or a tick, which one.
    fn place(&self, index: usize) -> Both {
        if let Some(name) = self.filled.of_finding(index).and_then(Field::name_of_item) {
            return name.begun();
        }
        let finding = self.report().findings.get(index);
        let place = finding.map(|finding| finding.place(&self.request.order));
        Both::by(|language| place.as_ref().map(|place| place.show(language).to_string()).unwrap_or_default())
            .begun()
    }

    fn has_work(&self, step: &FilledStep) -> bool {
        let mut fields = step.groups.iter().flat_map(|(_, fields)| fields);
        !step.findings.is_empty() || fields.any(|field| field.standing(self.report()).is_work())
    }

    /// The order, step by step: what needs work, and, folded, what does not.
    fn steps(&mut self) {
        for step in &self.filled.steps {
            let name = Both::from(step.step.text());
            let id = format!("step-{}", step.step.as_str());
            let title = format!("{name}{}", progress(step));
            let report = self.filled.checklist.report();
            if self.has_work(step) {
                self.section(&id, title);
                for finding in &step.findings {
                    self.finding(*finding, true);
                }
                self.groups(step, |field| field.standing(report).is_work());
                let settled = step.groups.iter().flat_map(|(_, fields)| fields);
                let settled = settled.filter(|field| !field.standing(report).is_work()).count();
                if settled > 0 {
                    let title = numbered(
                        format!("无须修改的 {settled} 项"),
                        format!("{settled} with nothing to correct"),
                    );
                    self.line(format!("<details class=\"settled\">\n<summary>{title}</summary>"));
                    self.groups(step, |field| !field.standing(report).is_work());
                    self.line("</details>");
                }
                self.line("</section>");
            } else {
                self.line(format!(
                    "<section id=\"{id}\" class=\"settled\" aria-labelledby=\"{id}-title\">\n<details>\n\
                     <summary><h2 id=\"{id}-title\"><span class=\"done\" aria-hidden=\"true\">✓</span> {title}</h2></summary>"
                ));
                self.groups(step, |_| true);
                self.line("</details>\n</section>");
            }
        }
    }

    /// The fields of a step that are shown, by the service that they are of.
    fn groups(&mut self, step: &FilledStep, is_shown: impl Fn(&Field) -> bool) {
        for (title, fields) in &step.groups {
            if !fields.iter().any(&is_shown) {
                continue;
            }
            if let Some(title) = title {
                self.line(format!("<h3>{}</h3>", title.clone().begun()));
            }
            self.line("<dl class=\"fields\">");
            for field in fields.iter().filter(|field| is_shown(field)) {
                self.field(field);
            }
            self.line("</dl>");
        }
    }

    fn field(&mut self, field: &Field) {
        let standing = field.standing(self.report());
        let length = |value: &Both| value.zh.chars().count().max(value.en.chars().count());
        let size = match field.value.as_ref().map_or(0, length) {
            0..=SHORT => " short",
            length if length > LONG => " long",
            _ => "",
        };
        let value = match (&field.value, standing) {
            (Some(value), _) => value.to_string(),
            // A tick, or a thing whose parts follow.
            (None, Standing::ToGive | Standing::Open) => {
                format!("<span class=\"empty\">{}</span>", Both::from(both("未填写", "not given")))
            }
            (None, _) => String::new(),
        };
        let (mark, class, text) = state(standing);
        self.line(format!(
            "<div class=\"field\" id=\"{}\" data-path=\"{}\">\n<dt>{}</dt><dd class=\"value{size}\">{value}</dd>\
             <dd class=\"state {class}\"><span aria-hidden=\"true\">{mark}</span> <span class=\"word\">{}</span></dd>",
            field.id(),
            Escaped(&field.path.to_string()),
            field.label.clone().begun(),
            Both::from(text),
        ));
        if let Some(hint) = field.hint {
            self.line(format!("<dd class=\"hint\">{}</dd>", Both::from(hint)));
        }
        for finding in &field.findings {
            self.line("<dd class=\"said\">");
            self.finding(*finding, false);
            self.line("</dd>");
        }
        self.line("</div>");
    }

    /// A finding: what is wrong, what to do, and, folded, who says so.
    fn finding(&mut self, index: usize, says_where: bool) {
        let Some(finding) = self.filled.checklist.report().findings.get(index) else { return };
        let (mark, class, name) = mark(finding.severity);
        let place = if says_where { format!(" · {}", self.place(index)) } else { String::new() };
        self.line(format!(
            "<div class=\"finding {class}\" id=\"finding-{}\" data-path=\"{}\">\n\
             <p class=\"message\"><strong class=\"tag\"><span aria-hidden=\"true\">{mark}</span> {}{place}</strong> {}</p>",
            index + 1,
            Escaped(&finding.path.to_string()),
            Both::from(name),
            message(finding),
        ));
        let remedy = finding.remedy().map(|remedy| {
            let text = Both::by(|language| remedy.message(language).to_string()).begun();
            (adds_to_the_message(remedy), text, Both::from(remedy.applicability().text()))
        });
        if let Some((true, text, _)) = &remedy {
            let label = Both::from(both("可这样改：", "For example: "));
            self.line(format!("<p class=\"remedy\">{label}{text}</p>"));
        }
        let basis = Both::from(both("依据", "Source"));
        let up = Both::from(both("↑ 结果", "↑ Result"));
        self.line(format!(
            "<p class=\"up\"><a href=\"#summary\">{up}</a></p>\n<details class=\"basis\">\n<summary>{basis}</summary>"
        ));
        if let Some((_, text, by)) = remedy {
            self.line(format!("<p>{text} · {by}</p>"));
        }
        let source = cited(&finding.source());
        let rule = Escaped(finding.rule());
        self.line(format!("<p>{source} · <code>{rule}</code></p>\n</details>\n</div>"));
    }

    /// What the applicant has to check, by why it could not be checked here.
    fn undetermined(&mut self) {
        let points = std::mem::take(&mut self.points);
        let count = points::count(&points);
        if count == 0 {
            return;
        }
        let title = Both::from(both("请自行核对", "To check yourself"));
        self.section("undetermined", format!("{title} <span class=\"progress\">{count}</span>"));
        let intro = both("以下要求未能检查，不代表已经通过。", "These were not checked, which is no pass.");
        self.line(format!("<p>{}</p>", Both::from(intro)));
        for points in &points {
            let open = if count <= POINTS_UNFOLDED { " open" } else { "" };
            let (reason, link) = self.reason(points);
            let mut text = format!(
                "<details class=\"points\"{open}>\n<summary>{reason} <span class=\"progress\">{}</span></summary>\n{link}<ul>\n",
                points.rules.len()
            );
            for rule in &points.rules {
                let states = Both::by(|language| rule.summary(language).into());
                let _ = writeln!(text, "<li>{states}</li>");
            }
            let _ = writeln!(
                text,
                "</ul>\n<details class=\"basis\">\n<summary>{}</summary>\n<p>",
                Both::from(both("依据", "Source"))
            );
            for rule in &points.rules {
                let _ = writeln!(text, "<code>{}</code>", Escaped(rule.id()));
            }
            self.line(format!("{text}</p>\n</details>\n</details>"));
        }
        self.line("</section>");
    }

    /// Why points could not be checked; for want of a value of the order, with a link to its field.
    fn reason(&self, points: &Points) -> (Both, String) {
        let order = &self.request.order;
        let text = Both::by(|language| points.reason(order, language));
        let field = match &points.needs {
            Need::OrderInput(path) => self.filled.at(path),
            _ => None,
        };
        let link = field.map(|field| {
            format!(
                "<p><a href=\"#{}\">{}</a></p>\n",
                field.id(),
                Both::from(both("到这一项", "To this field"))
            )
        });
        (text, link.unwrap_or_default())
    }

    /// What everyone should know who hands in such an order.
    fn notices(&mut self) {
        let notices: Vec<Rule> = self.request.order.kind().notices().collect();
        if notices.is_empty() {
            return;
        }
        self.line(format!(
            "<section id=\"notices\" class=\"settled\" aria-labelledby=\"notices-title\">\n<details>\n\
             <summary><h2 id=\"notices-title\">{} <span class=\"progress\">{}</span></h2></summary>\n<ul>",
            Both::from(both("提交须知", "To know before submitting")),
            notices.len()
        ));
        for rule in notices {
            let text = Both::by(|language| rule.template(language).into());
            let source = rule.source_for(self.request.order.kind()).as_ref().map(cited).unwrap_or_default();
            self.line(format!("<li>{text} <span class=\"source\">{source}</span></li>"));
        }
        self.line("</ul>\n</details>\n</section>");
    }

    fn foot(&mut self) {
        let text = both(
            "本报告按公开文件检查订单，不构成法律意见，结果以管局审核为准。证件号码和电话号码已部分遮盖；页面含地址和邮箱，请勿公开。",
            "The order was checked against public documents. This is no legal advice; the authority decides. Certificate and \
             phone numbers are masked in part; addresses and mailboxes are not, so do not publish this page.",
        );
        self.line(format!("<footer><p>{}</p></footer>\n</body>\n</html>", Both::from(text)));
    }
}

/// How far a step is.
fn progress(step: &FilledStep) -> String {
    match step.total {
        0 => String::new(),
        total => format!(" <span class=\"progress\">{}/{total}</span>", step.done),
    }
}

/// What a finding says: the fault, and, set off, what to do about it.
fn message(finding: &Finding) -> String {
    let [zh, en] = [Language::Zh, Language::En].map(|language| {
        let whole = finding.message(language).to_string();
        let fault = fault(finding, language);
        let (fault, rest) = match whole.strip_prefix(&fault) {
            // The stop belongs to the fault.
            Some(rest) => match rest.chars().next().map(char::len_utf8) {
                Some(stop) => whole.split_at(whole.len() - rest.len() + stop),
                None => (whole.as_str(), ""),
            },
            None => (whole.as_str(), ""),
        };
        match rest.trim() {
            "" => Escaped(fault).to_string(),
            _ => format!("{}<strong>{}</strong>", Escaped(fault), Escaped(rest)),
        }
    });
    format!(
        "<span class=\"zh\" lang=\"zh-Hans\">{zh}</span><span class=\"gap\"> / </span><span class=\"en\" lang=\"en\">{en}</span>"
    )
}

/// Whether a remedy says more than that the message is to be followed: a value, or another order.
fn adds_to_the_message(remedy: &Remedy) -> bool {
    match remedy {
        Remedy::Set { .. } | Remedy::UseOrderKind { .. } | Remedy::Divide { .. } => true,
        // A long list is what the form offers anyway.
        Remedy::Choose { choices, .. } => choices.len() <= CHOICES_SHOWN,
        _ => false,
    }
}

fn said_of(left_out: LeftOut) -> Both {
    Both::by(|language| left_out.message(language).to_string())
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
