//! Reports with too many findings: the most severe are listed, the others are counted, and nothing else
//! changes.

use beian::order::Filing;
use beian::service::Website;
use beian::{
    validate, what_if, Checklist, Comparison, Context, Finding, Language, LeftOut, Order, Report, Request,
    Rulebook, RulebookPatch, Severity,
};
use chrono::NaiveDate;

use crate::common::{self, cases};

fn listing(max: Option<u32>) -> Rulebook {
    Rulebook::default().patched(&RulebookPatch::new().with_max_findings(max)).unwrap()
}

fn report(request: &Request, max: Option<u32>) -> Report {
    validate(&request.order, &request.context, &listing(max))
}

/// A first filing of so many websites that have nothing filled in.
fn sites(count: usize) -> Request {
    let order = Order::FirstFiling(Filing::new().with_services((0..count).map(|_| Website::new())));
    Request::new(order, Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()))
}

fn counted(left_out: Option<LeftOut>) -> [usize; 3] {
    left_out.map_or([0; 3], |left_out| [left_out.blockers, left_out.warnings, left_out.advice])
}

fn count<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> [usize; 3] {
    let mut counts = [0; 3];
    for finding in findings {
        let of = [Severity::Blocker, Severity::Warning, Severity::Advice];
        counts[of.iter().position(|severity| *severity == finding.severity).unwrap()] += 1;
    }
    counts
}

#[test]
fn a_thousand_are_listed_and_the_others_counted() {
    let request = sites(400);
    let whole = report(&request, None);
    assert!(whole.findings.len() > 2_000 && whole.left_out.is_none());
    let report = validate(&request.order, &request.context, &Rulebook::default());
    assert_eq!(Rulebook::default().max_findings(), Some(1_000));
    assert_eq!(report.findings.len(), 1_000);
    assert_eq!(report.left_out.unwrap().count(), whole.findings.len() - 1_000);
    assert!(!report.is_submittable());
    assert_eq!(report.undetermined, whole.undetermined);
}

/// Dropping findings during the walk comes to the same as dropping them at the end.
#[test]
fn what_is_left_out_early_is_what_would_be_in_the_end() {
    let request = sites(2_000);
    for max in [1, 700, 2_500] {
        let whole = report(&request, None);
        assert!(whole.findings.len() > 4 * 2_500);
        let report = report(&request, Some(max));
        let mut listed: Vec<&Finding> = whole.findings.iter().collect();
        listed.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let left_out = listed.split_off(usize::try_from(max).unwrap());
        assert_eq!(counted(report.left_out), count(left_out));
        assert!(report.findings.iter().all(|finding| listed.contains(&finding)));
        assert_eq!(report.findings.len(), listed.len());
    }
}

/// Whatever the limit: severe findings are kept before milder ones, earlier before later ones, and the order
/// stays.
#[test]
fn the_most_severe_stay_and_of_them_the_first() {
    for case in cases() {
        let request = case.request();
        let whole = report(&request, None);
        let mut by_weight: Vec<&Finding> = whole.findings.iter().collect();
        by_weight.sort_by_key(|finding| std::cmp::Reverse(finding.severity)); // a stable sort
        for max in 1..=whole.findings.len() {
            let report = report(&request, Some(u32::try_from(max).unwrap()));
            let (stay, go) = by_weight.split_at(max);
            let listed = whole.findings.iter().filter(|finding| stay.contains(finding));
            assert!(report.findings.iter().eq(listed), "{}: {max}", case.place);
            assert_eq!(counted(report.left_out), count(go.iter().copied()), "{}: {max}", case.place);
            assert_eq!(report.left_out.is_some(), !go.is_empty());
            assert_eq!(report.is_submittable(), whole.is_submittable(), "{}: {max}", case.place);
            assert_eq!(report.undetermined, whole.undetermined);
        }
    }
}

#[test]
fn a_blocker_that_is_left_out_refuses_the_order() {
    let mut report = report(&sites(3), Some(1));
    assert!(report.left_out.unwrap().blockers > 0);
    // The listed findings would refuse the order too, so they are removed here.
    report.findings.clear();
    assert!(!report.is_submittable());
    let refused = report.into_result().unwrap_err();
    assert!(refused.to_string().ends_with(" more"), "{refused}");
}

#[test]
fn what_is_left_out_is_said_in_both_languages_and_on_the_wire() {
    let report = report(&sites(2), Some(3));
    let left_out = report.left_out.unwrap();
    let LeftOut { blockers, warnings, advice, .. } = left_out;
    let zh = format!(
        "另有 {} 条结果未列出（须修改 {blockers} 条、请留意 {warnings} 条、建议 {advice} 条）。请先处理已列出的问题，再重新检查。",
        left_out.count()
    );
    let en = format!(
        "Not listed: {} more (blockers: {blockers}, warnings: {warnings}, advice: {advice}). Fix what is listed, then check again.",
        left_out.count()
    );
    assert_eq!(left_out.message(Language::Zh).to_string(), zh);
    assert_eq!(left_out.message(Language::En).to_string(), en);

    let written = serde_json::to_value(&report).unwrap();
    let wanted = serde_json::json!({
        "count": left_out.count(), "blockers": blockers, "warnings": warnings, "advice": advice,
        "message": {"zh": zh, "en": en},
    });
    assert_eq!(written["left_out"], wanted);
    let read: Report = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(read.left_out, report.left_out);
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    // Without left-out findings the key is absent from the JSON.
    let whole = serde_json::to_value(self::report(&sites(2), None)).unwrap();
    assert!(whole.get("left_out").is_none());
}

#[test]
fn a_comparison_knows_that_more_is_left_out() {
    let (two, three) = (report(&sites(2), Some(1)), report(&sites(3), Some(1)));
    assert_eq!(two.findings, three.findings);
    assert!(!Comparison::of(&two, &three).is_unchanged());
    assert!(Comparison::of(&two, &two).is_unchanged());
}

/// Whatever is derived from a report uses all findings, listed or not.
#[test]
fn checklist_and_other_provinces_know_what_is_left_out() {
    let request = common::request(&common::order("first-filing/individual-website")).unwrap();
    let Request { order, context, .. } = &request;
    let (few, all) = (listing(Some(1)), listing(None));
    let mut faulty = order.clone();
    if let Order::FirstFiling(filing) = &mut faulty {
        filing.services.clear();
        filing.principal.as_mut().unwrap().responsible_person = None;
    }
    let [short, long] = [&few, &all].map(|rulebook| Checklist::of(&faulty, context, rulebook));
    assert!(short.items().eq(long.items()));
    assert_eq!((short.report().findings.len(), short.report().left_out.is_some()), (1, true));

    let [short, long] = [&few, &all].map(|rulebook| what_if(&faulty, context, rulebook));
    assert_eq!(long.findings.len(), 1 + short.left_out.unwrap().count());
    for (short, long) in short.outcomes.iter().zip(&long.outcomes) {
        assert_eq!((short.answer, short.submittable), (long.answer, long.submittable));
        let listed = short.findings.len() + short.left_out.map_or(0, |left_out| left_out.count());
        assert_eq!(listed, long.findings.len());
        assert!(short.findings.len() <= 1);
    }
    let written = serde_json::to_value(&short).unwrap();
    assert!(written["everywhere"]["left_out"]["count"].is_u64());
}

#[test]
fn a_most_of_nothing_cannot_be() {
    let error = Rulebook::default().patched(&RulebookPatch::new().with_max_findings(Some(0))).unwrap_err();
    assert_eq!(error.to_string(), "/max_findings: impossible: expected a number from 1, or `null`");
}

/// Items beyond are counted, as not done; the others are as they would be.
#[test]
fn a_checklist_lists_so_many_items_and_counts_the_others() {
    let request = sites(20);
    let of = |max| {
        let rulebook = Rulebook::default().patched(&RulebookPatch::new().with_max_items(max)).unwrap();
        Checklist::of(&request.order, &request.context, &rulebook)
    };
    let whole = of(None);
    assert_eq!((whole.left_out(), whole.items().count()), (None, whole.total()));
    for max in [1, 7, 50, 200] {
        let short = of(Some(max));
        let left_out = short.left_out().unwrap();
        assert!(short.items().count() <= usize::try_from(max).unwrap());
        assert_eq!(short.items().count() + left_out.items, whole.total(), "{max}");
        assert_eq!(short.total(), whole.total());
        assert!(!short.is_done() && short.steps().iter().all(|step| step.left_out == 0 || !step.is_done()));
        assert!(short
            .items()
            .all(|item| whole.items().any(|other| other.path == item.path && other.item == item.item)));
        let written = serde_json::to_value(&short).unwrap();
        assert_eq!(written["left_out"]["items"], left_out.items);
        assert_eq!(written["left_out"]["message"]["zh"], left_out.message(Language::Zh));
        assert_eq!(written["left_out"]["message"]["en"], left_out.message(Language::En));
    }
    assert!(serde_json::to_value(&whole).unwrap().get("left_out").is_none());
}

/// What all provinces together list of their own is as much as one report lists.
#[test]
fn the_outcomes_of_all_provinces_share_the_room() {
    let request = common::request(&common::order("first-filing/individual-website")).unwrap();
    let [few, all] = [Some(40), None].map(|max| what_if(&request.order, &request.context, &listing(max)));
    let listed = |of: &beian::WhatIf| of.outcomes.iter().map(|outcome| outcome.findings.len()).sum::<usize>();
    assert!(listed(&few) <= 40 && listed(&all) > 40, "{} {}", listed(&few), listed(&all));
    for (few, all) in few.outcomes.iter().zip(&all.outcomes) {
        let left_out = few.left_out.map_or(0, |left_out| left_out.count());
        assert_eq!(few.findings.len() + left_out, all.findings.len());
        assert_eq!((few.answer, few.submittable), (all.answer, all.submittable));
    }
}

#[test]
fn an_order_that_comes_to_too_many_orders_is_not_split() {
    let principal = beian::Principal::new().with_kind(beian::PrincipalKind::Enterprise);
    let sites = (0..40).map(|_| Website::new());
    let order = Order::FirstFiling(Filing::new().with_principal(principal).with_services(sites));
    let context = Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    let split = |max| {
        let rulebook = Rulebook::default().patched(&RulebookPatch::new().with_max_items(Some(max))).unwrap();
        order.split(&context, &rulebook)
    };
    assert_eq!(split(4).unwrap().len(), 4);
    let error = split(3).unwrap_err();
    assert_eq!(error, beian::SplitError::TooManyOrders { orders: 4, max: 3 });
    assert_eq!(error.to_string(), "the order comes to 4 orders, more than 3");
}
