//! What fuzzing tries: each takes any bytes and panics where a law is broken. The targets run them under libFuzzer,
//! `tests/it/fuzzed.rs` on the seeds.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use beian::calendar::Calendar;
use beian::progress::{Event, Progress, Verifier};
use beian::resource::Resource;
use beian::service::{App, Package, Platform, PlatformKind, Website};
use beian::value::{
    CreditCode, DomainName, Email, FilingNumber, Fingerprint, Masked, Mobile, OrganizationCode, PackageName,
    Phone, Province, PublicKey, Region, RegistrationNumber, ResidentId,
};
use beian::{
    validate, what_if, Asked, Checklist, Comparison, Domain, FieldPath, Found, Key, Language, Material,
    NamePattern, Need, Order, OrderKind, OwnRule, Part, Principal, Report, Request, ResponsiblePerson,
    Rulebook, RulebookPatch, Service, Severity, Source,
};
use chrono::{Duration, NaiveDate, NaiveDateTime};

/// A target, by the name of its program.
pub(crate) type Body = fn(&[u8]);

/// Every target.
pub(crate) const BODIES: [(&str, Body); 8] = [
    ("request", request),
    ("value", value),
    ("filing_number", filing_number),
    ("patch", patch),
    ("progress", progress),
    ("report", report),
    ("own_rules", own_rules),
    ("name_pattern", name_pattern),
];

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("what the crate writes can be written")
}

/// Bytes → request → report → JSON, and what rests on a report.
pub(crate) fn request(bytes: &[u8]) {
    let request = match Request::from_json(bytes) {
        Ok(request) => request,
        Err(error) => {
            let lines = bytes.split(|byte| *byte == b'\n').count();
            assert!((1..=lines).contains(&error.line()), "{error:?}");
            assert!(error.path().parse::<FieldPath>().is_ok(), "{error:?}");
            let _ = (error.to_string(), format!("{error:?}"));
            assert!(serde_json::from_slice::<Request>(bytes).is_err());
            return;
        }
    };
    let text = written(&request);
    let again = Request::from_json(text.as_bytes()).expect("what was written is read");
    assert_eq!(again, request);
    let Request { order, context, .. } = &request;
    let rulebook = Rulebook::default();
    let report = validate(order, context, &rulebook);
    judged(order, &report);
    assert_eq!(written(&validate(&again.order, &again.context, &rulebook)), written(&report));
    let _ = (format!("{request:?}"), format!("{report:?}"), order.split(context, &rulebook));
    let _ = Verifier::of_order(order, context);
    assert!(Comparison::of(&report, &report).is_unchanged());
    let checklist = Checklist::of(order, context, &rulebook);
    assert!(checklist.done() <= checklist.total());
    for finding in &report.findings {
        if let Some(remedy) = finding.remedy() {
            if let Ok(fixed) = order.apply(remedy) {
                judged(&fixed, &validate(&fixed, context, &rulebook));
            }
        }
    }
}

/// What holds of every report on an order.
fn judged(order: &Order, report: &Report) {
    let json = serde_json::to_value(order).expect("an order is JSON");
    let places: Vec<_> = report.findings.iter().map(|finding| (&finding.path, finding.rule())).collect();
    assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "not in order: {places:?}");
    for finding in &report.findings {
        let stands = |path: &FieldPath| json.pointer(&path.to_string()).is_some();
        let belongs = finding.path.parent().is_some_and(|parent| stands(&parent));
        assert!(stands(&finding.path) || belongs, "{} leads nowhere", finding.path);
        for language in [Language::Zh, Language::En] {
            // What a patch names its document is said as it is, braces and all.
            let message = finding.message(language).to_string().replace(&*finding.source().document, "");
            let is_left = |name: &str| message.contains(&format!("{{{name}"));
            assert!(!finding.params.iter().any(|(name, _)| is_left(name)), "{}: {message}", finding.rule());
            assert!(!message.is_empty(), "{}", finding.rule());
        }
    }
    let text = written(report);
    let again: Report = serde_json::from_str(&text).expect("a report that was written is read");
    assert_eq!(written(&again), text);
    assert_eq!(again.is_submittable(), report.is_submittable());
}

/// Bytes as a report of another version.
pub(crate) fn report(bytes: &[u8]) {
    let Ok(report) = serde_json::from_slice::<Report>(bytes) else { return };
    let text = written(&report);
    let again: Report = serde_json::from_str(&text).expect("a report that was written is read");
    assert_eq!(written(&again), text);
    assert!(Comparison::of(&report, &report).is_unchanged());
    let _ = (format!("{report:?}"), report.into_result().map_err(|refused| refused.to_string()));
}

/// Reads a text; if that is a value, prints it and reads that.
fn reads_back<T>(text: &str)
where
    T: FromStr + Display + Debug + PartialEq,
    T::Err: Error,
{
    match text.parse::<T>() {
        Ok(value) => {
            let printed = value.to_string();
            let again = printed.parse::<T>();
            assert!(again.is_ok_and(|again| again == value), "{text:?} is printed as {printed:?}");
            let _ = format!("{value:?}");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Text as each type of value.
pub(crate) fn value(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let text = &*text;
    reads_back::<CreditCode>(text);
    reads_back::<DomainName<'static>>(text);
    reads_back::<Email>(text);
    reads_back::<Mobile>(text);
    reads_back::<OrganizationCode>(text);
    reads_back::<Phone>(text);
    reads_back::<PublicKey<'static>>(text);
    reads_back::<Region>(text);
    reads_back::<RegistrationNumber>(text);
    reads_back::<ResidentId>(text);
    reads_back::<FieldPath>(text);
    for platform in PlatformKind::ALL.iter().copied() {
        if let Ok(name) = PackageName::parse(platform, text) {
            let printed = name.to_string();
            let again = PackageName::parse(platform, &printed).expect("what was printed is read");
            assert_eq!(again.to_string(), printed);
            assert_eq!(again.canonical(), name.canonical());
        }
        if let Ok(fingerprint) = Fingerprint::parse(platform, text) {
            let printed = fingerprint.to_string();
            assert_eq!(Fingerprint::parse(platform, &printed).map(|again| again.to_string()), Ok(printed));
        }
    }
    if let Ok(name) = DomainName::parse(text) {
        let ascii = name.as_ascii().to_owned();
        let again = DomainName::parse(&ascii).expect("the ASCII form is a name");
        assert_eq!(again.as_ascii(), ascii);
        let unicode = name.to_unicode().into_owned();
        assert_eq!(
            DomainName::parse(&unicode).map(|again| again.as_ascii().to_owned()),
            Ok(ascii),
            "{unicode:?}"
        );
        assert!(name.level() >= 1 && name.is_under(&name.registrable()), "{text:?}");
        let _ = (name.suffix().approval(), name.suffix().to_unicode());
    }
    if let Ok(region) = Region::parse("440305") {
        let _ = region.agrees_with(text);
    }
    let _ = (Province::from_code(text), Province::from_name_prefix(text), Masked::of(text));
}

/// Text as a filing number: what stands in between says nothing.
pub(crate) fn filing_number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    reads_back::<FilingNumber>(&text);
    let Ok(number) = FilingNumber::parse(&text) else { return };
    let canonical = number.to_string();
    for variant in [
        format!(" {canonical}\u{3000}"),
        canonical.to_lowercase(),
        canonical.replace("ICP备", "ICP 备 "),
        canonical.replace('-', "－"),
        full_width(&canonical),
    ] {
        assert_eq!(FilingNumber::parse(&variant), Ok(number), "{variant:?}");
    }
}

/// The same in full-width letters and digits.
fn full_width(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0) } else { None };
    text.chars().map(|c| wide(c).unwrap_or(c)).collect()
}

/// Bytes as a patch of the rulebook, which is then used.
pub(crate) fn patch(bytes: &[u8]) {
    let Ok(patch) = serde_json::from_slice::<RulebookPatch>(bytes) else { return };
    match Rulebook::default().patched(&patch) {
        Ok(rulebook) => {
            assert!(rulebook.version().patched);
            let Ok(request) = Request::from_json(include_bytes!("../../examples/orders/faulty.json")) else {
                return;
            };
            let report = validate(&request.order, &request.context, &rulebook);
            judged(&request.order, &report);
            for province in Province::ALL.iter().copied() {
                let _ = rulebook.province(province).entries().count();
            }
        }
        Err(error) => {
            assert!(error.path().is_empty() || error.path().starts_with('/'), "{error:?}");
            assert!(!error.to_string().is_empty());
        }
    }
}

/// A rule of a service's own on one kind of part, which finds here and there, or says what it lacks; and where it was
/// asked. Which it does is up to the length of the path and to `turn`.
fn own_rule<P: Part + 'static>(turn: usize) -> Option<(OwnRule, Arc<Mutex<Vec<FieldPath>>>)> {
    let source = Source::new("Acme 客户须知", "", NaiveDate::from_ymd_opt(2026, 9, 1));
    let id = format!("acme.rule-{turn}");
    let rule = OwnRule::new(&id, Severity::Blocker, "{n} 处", "{n:place}", source).ok()?;
    let places = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&places);
    let rule = rule.asked_of(move |_: &P, asked: &mut Asked<'_>| {
        let path = asked.path();
        let length = path.to_string().len() + turn;
        noted.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        let found = |below: FieldPath| Found::at(below).with("n", u64::try_from(length).unwrap_or(u64::MAX));
        match length % 5 {
            0 => asked.find(found(Key::Name.into())),
            1 => asked.find(found(FieldPath::root()).with_severity(Severity::Advice)),
            2 => asked.needs(Need::Registry),
            3 => asked.needs_input(Key::Name),
            _ => {}
        }
    });
    Some((rule, places))
}

/// Bytes → request → report of a rulebook with a rule of one's own on each kind of part: each is asked once a part, and
/// what is asked of orders knows these rules too.
pub(crate) fn own_rules(bytes: &[u8]) {
    let Ok(request) = Request::from_json(bytes) else { return };
    let turn = bytes.len() % 5;
    let made = [
        own_rule::<Order>(turn),
        own_rule::<Principal>(turn + 1),
        own_rule::<ResponsiblePerson>(turn + 2),
        own_rule::<Service>(turn + 3),
        own_rule::<Website>(turn + 4),
        own_rule::<App>(turn + 5),
        own_rule::<Domain>(turn + 6),
        own_rule::<Platform>(turn + 7),
        own_rule::<Package>(turn + 8),
        own_rule::<Resource>(turn + 9),
        own_rule::<Material>(turn + 10),
    ];
    let (rules, asked): (Vec<OwnRule>, Vec<_>) = made.into_iter().flatten().unzip();
    let rulebook = Rulebook::default().with_rules(rules).expect("the rules have names of their own");
    let Request { order, context, .. } = &request;
    let report = validate(order, context, &rulebook);
    judged(order, &report);
    for places in &asked {
        let mut places = places.lock().unwrap_or_else(PoisonError::into_inner);
        let different: BTreeSet<&FieldPath> = places.iter().collect();
        assert_eq!(different.len(), places.len(), "asked twice: {places:?}");
        places.clear();
    }
    assert_eq!(written(&validate(order, context, &rulebook)), written(&report));
    let checklist = Checklist::of(order, context, &rulebook);
    assert!(checklist.done() <= checklist.total());
    let _ = (order.split(context, &rulebook), what_if(order, context, &rulebook));
}

/// Bytes as a pattern, a line break, and a name that it is held against.
pub(crate) fn name_pattern(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, name) = text.split_once('\n').unwrap_or((&text, "云澜测试"));
    let make = if bytes.len() % 2 == 0 { NamePattern::refused } else { NamePattern::required };
    let patch = RulebookPatch::new().with_name_pattern(make("acme.name".to_owned(), pattern.to_owned()));
    let rulebook = match Rulebook::default().patched(&patch) {
        Ok(rulebook) => rulebook,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let again =
        serde_json::from_str::<RulebookPatch>(&written(&patch)).expect("a patch that was written is read");
    assert!(Rulebook::default().patched(&again).is_ok());
    // A name of any length is looked through in time that grows with it.
    for name in [name.to_owned(), name.repeat(1_000)] {
        let site = Website::new().with_name(name);
        let order = Order::FirstFiling(beian::order::Filing::new().with_services([site]));
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        judged(&order, &validate(&order, &beian::Context::new(day), &rulebook));
    }
}

/// Bytes as what happens to an order: of two bytes each, which event and after how long.
pub(crate) fn progress(bytes: &[u8]) {
    let [kind, begin, rest @ ..] = bytes else { return };
    let Some(kind) = OrderKind::ALL.get(usize::from(*kind) % OrderKind::ALL.len()) else { return };
    let day = NaiveDate::from_ymd_opt(2026, 1, 1).and_then(|day| day.and_hms_opt(9, 0, 0));
    let Some(mut now) = day.and_then(|day| day.checked_add_signed(Duration::days(i64::from(*begin)))) else {
        return;
    };
    let Ok(mut progress) = Progress::draft(*kind, now) else {
        return assert_eq!(*kind, OrderKind::DeregisterHollowPrincipal);
    };
    for step in rest.chunks_exact(2).take(64) {
        let [which, after] = step else { return };
        // Minutes, days, and days back.
        let after = i64::from(*after);
        let minutes = match after {
            0..=99 => after * 7,
            100..=249 => (after - 100) * 24 * 60,
            _ => -after,
        };
        now = now.checked_add_signed(Duration::minutes(minutes)).unwrap_or(now);
        let before = progress.clone();
        match progress.apply(event(*which), now) {
            Ok(state) => {
                assert_eq!(state, progress.state());
                assert!(before.at(now).possible().any(|kind| kind == event(*which).kind()));
            }
            Err(error) => {
                assert_eq!(progress, before, "an error changes nothing");
                assert!(!error.to_string().is_empty());
            }
        }
        holds(&progress, now);
    }
}

/// What holds of every order on its way.
fn holds(progress: &Progress, now: NaiveDateTime) {
    let replayed = Progress::replay(progress.kind(), progress.drafted_at(), progress.history());
    assert_eq!(replayed.as_ref(), Ok(progress));
    let text = written(progress);
    assert_eq!(serde_json::from_str::<Progress>(&text).ok().as_ref(), Some(progress));
    let later = progress.at(now);
    assert_eq!(later.at(now), later, "time that has passed has passed");
    if let Some(deadline) = progress.deadline(now, &Calendar::builtin()) {
        let _ = (deadline.is_over(now), deadline.source());
    }
    let possible: Vec<_> = progress.possible().collect();
    assert!(possible.iter().all(|event| !event.is_automatic()), "{possible:?}");
}

fn event(which: u8) -> Event {
    let [responsible_person, first, second] = [
        Verifier::PrincipalResponsiblePerson,
        Verifier::ServiceResponsiblePerson(0),
        Verifier::ServiceResponsiblePerson(1),
    ];
    match which % 20 {
        0 => Event::submitted(),
        1 => Event::submitted_for([responsible_person]),
        2 => Event::submitted_for([responsible_person, first, second]),
        3 => Event::submitted_for([second, second]),
        4 => Event::CodeAccepted { by: responsible_person },
        5 => Event::CodeAccepted { by: first },
        6 => Event::CodeAccepted { by: second },
        7 => Event::Edited,
        8 => Event::Recalled,
        9 => Event::Withdrawn,
        10 => Event::PreliminaryPassed,
        11 => Event::Returned,
        12 => Event::HandedOverAgain,
        13 => Event::CodeWrong,
        14 => Event::SmsVerified,
        15 => Event::Approved,
        16 => Event::Refused,
        17 => Event::Opened,
        18 => Event::PublicSecurityFiled,
        _ if which < 128 => Event::SmsExpired,
        _ => Event::Lapsed,
    }
}
