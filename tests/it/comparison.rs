//! Comparing two reports: what is gone, new, changed, or stayed.

use beian::{Comparison, Finding, Report};

use crate::common::{edit, order, report, report_of_order, reported, request};

/// The report on a clean request with edits, as a case writes them.
fn edited(on: &str, edits: &[&str]) -> Report {
    let mut json = order(on);
    for line in edits {
        let (word, rest) = line.split_once(' ').unwrap();
        let (path, value) = rest.split_once(' ').unwrap_or((rest, ""));
        edit(&mut json, word, path, value).unwrap_or_else(|error| panic!("{on}: {line}: {error}"));
    }
    report(&request(&json).unwrap())
}

fn shown(findings: &[&Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.rule(), finding.path)).collect()
}

/// `(gone, come, changed, stayed)`.
fn lists(comparison: &Comparison<'_>) -> [Vec<String>; 4] {
    let changed: Vec<&Finding> = comparison.changed.iter().map(|changed| changed.after).collect();
    [&comparison.gone, &comparison.come, &changed, &comparison.stayed].map(|findings| shown(findings))
}

const SITE: &str = "first-filing/organization-website";

#[test]
fn a_value_is_fixed_and_another_is_wrong_now() {
    let before = edited(SITE, &["set /services/0/domains/0/name \"http://x\"", "remove /agreements/0"]);
    let after =
        edited(SITE, &["set /services/0/responsible_person/email \"a@@b.cn\"", "remove /agreements/0"]);
    let comparison = Comparison::of(&before, &after);
    let [gone, come, changed, stayed] = lists(&comparison);
    assert_eq!(gone, ["domain.malformed /services/0/domains/0/name"]);
    assert_eq!(come, ["person.email-invalid /services/0/responsible_person/email"]);
    assert_eq!(changed, [""; 0]);
    assert_eq!(stayed, ["order.agreement-missing /agreements"]);
    assert!(!comparison.is_unchanged());
}

#[test]
fn another_reason_at_the_same_place_is_a_change() {
    let name = |name: &str| edited(SITE, &[&format!("set /services/0/domains/0/name {name:?}")]);
    let (before, after) = (name("exa mple.com"), name("example..com"));
    let comparison = Comparison::of(&before, &after);
    assert_eq!(lists(&comparison)[2], ["domain.malformed /services/0/domains/0/name"]);
    let changed = &comparison.changed[0];
    assert_ne!(changed.before.params, changed.after.params);
}

#[test]
fn another_remedy_is_a_change() {
    let name = |name: &str| edited(SITE, &[&format!("set /services/0/domains/0/name {name:?}")]);
    let (before, after) = (name("http://example.com"), name("http://example.cn"));
    let comparison = Comparison::of(&before, &after);
    assert_eq!(comparison.changed.len(), 1);
    assert_eq!(comparison.changed[0].before.params, comparison.changed[0].after.params);
}

#[test]
fn of_several_at_a_list_the_same_stay() {
    let all = edited(SITE, &["set /agreements []"]);
    let one = edited(SITE, &["remove /agreements/1"]);
    let [gone, come, changed, stayed] = lists(&Comparison::of(&all, &one));
    assert_eq!(gone, ["order.agreement-missing /agreements"; 2]);
    assert_eq!((come.len(), changed.len()), (0, 0));
    assert_eq!(stayed, ["order.agreement-missing /agreements"]);
    let kept = Comparison::of(&all, &one).stayed[0].params.get("field").cloned();
    assert_eq!(kept, one.findings[0].params.get("field").cloned());
}

#[test]
fn what_could_not_be_decided_is_compared_too() {
    let known = edited(SITE, &[]);
    let without = edited(SITE, &["remove context:/account"]);
    let comparison = Comparison::of(&known, &without);
    assert!(comparison.come.is_empty() && !comparison.is_unchanged());
    let needs: Vec<String> =
        comparison.undetermined.come.iter().map(|undetermined| undetermined.needs.to_string()).collect();
    assert!(!needs.is_empty() && needs.iter().all(|need| need == "account"), "{needs:?}");
    let back = Comparison::of(&without, &known);
    assert_eq!(back.undetermined.gone, comparison.undetermined.come);

    let unnamed = edited(SITE, &["remove context:/account/id"]);
    let changed = Comparison::of(&without, &unnamed).undetermined.changed;
    assert!(changed.iter().any(|changed| changed.after.needs.to_string() == "context:/account/id"));
}

#[test]
fn a_comparison_is_written_as_an_object() {
    let (before, after) = (edited(SITE, &["remove /agreements/0"]), edited(SITE, &[]));
    let written = serde_json::to_value(Comparison::of(&before, &after)).unwrap();
    assert_eq!(written["gone"][0]["rule"], "order.agreement-missing");
    assert_eq!(written["come"], serde_json::json!([]));
    assert!(written["undetermined"]["stayed"].is_array());
}

/// Every finding and every rule is in exactly one list, and swapping the reports swaps gone and come.
#[test]
fn nothing_is_lost_between_two_reports() {
    for (case, broken) in reported() {
        let clean = report_of_order(&case.on);
        let there = Comparison::of(clean, broken);
        let back = Comparison::of(broken, clean);
        let of_before = there.gone.len() + there.changed.len() + there.stayed.len();
        let of_after = there.come.len() + there.changed.len() + there.stayed.len();
        assert_eq!((of_before, of_after), (clean.findings.len(), broken.findings.len()), "{}", case.place);
        assert_eq!(there.gone, back.come, "{}", case.place);
        assert_eq!(there.come, back.gone, "{}", case.place);
        let undetermined = &there.undetermined;
        let of_before = undetermined.gone.len() + undetermined.changed.len() + undetermined.stayed.len();
        let of_after = undetermined.come.len() + undetermined.changed.len() + undetermined.stayed.len();
        assert_eq!((of_before, of_after), (clean.undetermined.len(), broken.undetermined.len()));
    }
}

#[test]
fn a_report_is_the_same_as_itself_and_as_what_was_written_of_it() {
    for (case, made) in reported() {
        let read: Report = serde_json::from_str(&serde_json::to_string(made).unwrap()).unwrap();
        for (before, after) in [(made, made), (made, &read), (&read, made)] {
            let comparison = Comparison::of(before, after);
            assert!(comparison.is_unchanged(), "{}: {comparison:?}", case.place);
            assert_eq!(comparison.stayed.len(), made.findings.len(), "{}", case.place);
        }
    }
}
