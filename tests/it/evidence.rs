//! How a cell gets its standing from its readings: each clause of the rule by an example, then the rule itself, said once
//! more in other words and held against every cell of the table.

use std::collections::BTreeMap;

use beian::provinces::{Citation, Dimension, KnownCell, Publisher, Reading, Standing};
use beian::value::Province;
use beian::{Language, Rulebook, RulebookPatch};
use chrono::{Months, NaiveDate};
use serde_json::{json, Value};

/// A reading: `huawei 2025-12-31`, `jd <2023` for a copy of 2023 or earlier, `huawei >2023` for one of 2023 or later,
/// `jd` for one that nobody knows the day of; `general huawei 2025-12-31` where it speaks of many provinces.
fn reading(told: &str) -> Value {
    let (is_general, told) = match told.strip_prefix("general ") {
        Some(rest) => (true, rest),
        None => (false, told),
    };
    let (publisher, day) = told.split_once(' ').unwrap_or((told, ""));
    let mut reading = json!({
        "publisher": publisher,
        "source": {"document": told, "section": "一"},
        "is_general": is_general,
    });
    if let Some(year) = day.strip_prefix('<') {
        reading["no_later_than"] = json!(format!("{year}-12-31"));
    } else if let Some(year) = day.strip_prefix('>') {
        reading["no_earlier_than"] = json!(format!("{year}-01-01"));
    } else if !day.is_empty() {
        reading["source"]["date"] = json!(day);
    }
    reading
}

/// Jiangxi with this cell on the age of individuals: values, and who says so.
fn with(claims: &[(u32, &[&str])]) -> Rulebook {
    let claim = |(value, readings): &(u32, &[&str])| {
        let readings: Vec<Value> = readings.iter().map(|told| reading(told)).collect();
        json!({"value": value, "readings": readings})
    };
    let mut claims = claims.iter().map(claim);
    let mut cell = claims.next().unwrap();
    cell["principals"] = json!("individual");
    cell["others"] = claims.collect();
    let patch = json!({"provinces": {"36": {"individual_age": [cell]}}});
    let patch: RulebookPatch = serde_json::from_value(patch).unwrap();
    Rulebook::default().patched(&patch).unwrap()
}

#[test]
fn each_clause_of_the_rule() {
    for (clause, claims, expected) in [
        ("one publisher alone", &[(16, &["huawei 2026-05-01"][..])][..], "reported 16"),
        ("two agree, the newest lately", &[(16, &["huawei 2025-12-31", "jd <2023"])], "settled 16"),
        ("two agree, long ago", &[(16, &["ucloud 2023-08-30", "jd <2021"])], "reported 16"),
        (
            "two agree on the first of the 36 months",
            &[(16, &["ucloud 2023-11-30", "jd <2021"])],
            "settled 16",
        ),
        ("… a day earlier", &[(16, &["ucloud 2023-11-29", "jd <2021"])], "reported 16"),
        ("a copy without a day is not lately", &[(16, &["huawei >2024", "jd <2023"])], "reported 16"),
        (
            "one publisher twice is one voice",
            &[(16, &["huawei 2025-12-31", "huawei 2025-03-13"])],
            "reported 16",
        ),
        (
            "its newest copy counts",
            &[(16, &["tencent <2022"]), (18, &["tencent 2025-07-31", "jd <2023"])],
            "settled 18",
        ),
        ("two applicants are two", &[(16, &["applicant 2026-09-14", "applicant 2026-10-05"])], "settled 16"),
        (
            "what is twelve months older is overruled",
            &[(16, &["huawei 2025-12-31", "jd <2023"]), (18, &["ucloud 2024-12-31"])],
            "settled 16",
        ),
        (
            "what is younger is not",
            &[(16, &["huawei 2025-12-31", "jd <2023"]), (18, &["ucloud 2025-01-01"])],
            "contested 16",
        ),
        (
            "what nobody knows the day of is not",
            &[(16, &["huawei 2025-12-31", "jd <2023"]), (18, &["ucloud"])],
            "contested 16",
        ),
        (
            "the newest alone overrules nobody",
            &[(16, &["huawei 2025-12-31"]), (18, &["jd <2023"])],
            "contested 16",
        ),
        (
            "the newer two hold, wherever they are listed",
            &[(18, &["jd <2023"]), (16, &["huawei 2025-12-31", "ucloud 2024-04-01"])],
            "settled 16",
        ),
        (
            "the authority's own notice wins",
            &[(16, &["huawei 2025-12-31", "jd <2023"]), (18, &["authority 2025-06-01"])],
            "settled 18",
        ),
        ("… and ages", &[(16, &["jd <2023"]), (18, &["authority 2019-10-25"])], "reported 18"),
        (
            "general sentences do not overrule a dated page on the province",
            &[
                (16, &["general huawei 2025-12-31", "general tencent 2025-04-22"]),
                (18, &["ucloud 2024-04-01"]),
            ],
            "contested 16",
        ),
        (
            "… but a copy without a day",
            &[(16, &["general huawei 2025-12-31", "general tencent 2025-04-22"]), (18, &["jd <2023"])],
            "settled 16",
        ),
    ] {
        let rulebook = with(claims);
        let [age] = rulebook.province(Province::Jiangxi).individual_age() else { panic!("{clause}") };
        assert_eq!(format!("{} {}", age.standing(), age.value().0), expected, "{clause}");
    }
}

/// Where no page on a province speaks of a thing, nothing is asked; of what every province answers, nothing is known.
#[test]
fn silence_of_two_publishers_is_silence() {
    let rulebook = Rulebook::default();
    for province in Province::ALL {
        let rules = rulebook.province(*province);
        let mut publishers: Vec<Publisher> = rules.pages().iter().map(|page| page.publisher).collect();
        publishers.dedup();
        assert!(publishers.len() > 1, "{province}: {publishers:?}");
        for dimension in Dimension::ALL {
            let is_answered_everywhere = matches!(
                dimension,
                Dimension::PrincipalResponsiblePerson
                    | Dimension::Individuals
                    | Dimension::IndividualAge
                    | Dimension::OutOfProvince
            );
            let expected = if is_answered_everywhere { Standing::Unknown } else { Standing::NotMentioned };
            if rules.entries_of(*dimension).next().is_none() {
                assert_eq!(rules.standing(*dimension), expected, "{province} {dimension}");
            }
        }
    }
    let patch: RulebookPatch =
        serde_json::from_value(json!({"provinces": {"36": {"same_city": []}}})).unwrap();
    let rulebook = rulebook.patched(&patch).unwrap();
    assert_eq!(rulebook.province(Province::Jiangxi).standing(Dimension::SameCity), Standing::Unknown);
}

/// A publisher's voice: who it is, or, of those who publish once, the document.
fn voice(citation: &Citation) -> String {
    match citation.publisher {
        Publisher::Applicant | Publisher::Other => citation.source.document.to_string(),
        publisher => publisher.to_string(),
    }
}

/// The rule in other words, over the claims of a cell: by value, the voices with their first and last day.
fn by_rule(cell: &KnownCell<'_>) -> (Standing, String) {
    let read_on: NaiveDate = "2026-11-30".parse().unwrap();
    // Everybody's newest word.
    let mut words: BTreeMap<String, (String, &Reading)> = BTreeMap::new();
    for claim in cell.claims() {
        for reading in claim.readings {
            let latest =
                |reading: &Reading| reading.citation().no_later_than.or(reading.citation().no_earlier_than);
            let value = claim.value(Language::En);
            match words.get(&voice(reading.citation())) {
                Some((_, known)) if latest(known) >= latest(reading) => {}
                _ => {
                    words.insert(voice(reading.citation()), (value, reading));
                }
            }
        }
    }
    let holding = cell.value(Language::En);
    let dated = |reading: &Reading| reading.citation().no_later_than.and(reading.citation().no_earlier_than);
    let for_it: Vec<&Reading> =
        words.values().filter(|(value, _)| *value == holding).map(|(_, reading)| *reading).collect();
    let against: Vec<&Reading> =
        words.values().filter(|(value, _)| *value != holding).map(|(_, reading)| *reading).collect();
    let newest = for_it.iter().filter_map(|reading| dated(reading)).max();
    let is_late = newest.is_some_and(|day| day + Months::new(36) >= read_on);
    let is_overruled = |reading: &&Reading| {
        let is_old = match (reading.citation().no_later_than, newest) {
            (Some(day), Some(newest)) => day + Months::new(12) <= newest,
            _ => false,
        };
        let is_of_the_province = dated(reading).is_some() && !reading.citation().is_general;
        is_old && !(is_of_the_province && for_it.iter().all(|reading| reading.citation().is_general))
    };
    let standing = if against.is_empty() {
        if for_it.len() > 1 && is_late {
            Standing::Settled
        } else {
            Standing::Reported
        }
    } else if for_it.len() > 1 && is_late && against.iter().all(is_overruled) {
        Standing::Settled
    } else {
        Standing::Contested
    };
    (standing, holding)
}

#[test]
fn every_cell_stands_as_the_rule_says() {
    let rulebook = Rulebook::default();
    for province in Province::ALL {
        for cell in rulebook.province(*province).entries() {
            let place = format!("{province} {} {:?}", cell.dimension, cell.scope());
            assert_eq!(cell.standing(), by_rule(&cell).0, "{place}");
        }
    }
}

/// What really is contested, after the rule: a list to look through, which a change of a source changes.
#[test]
fn what_is_contested() {
    let rulebook = Rulebook::default();
    let mut contested: Vec<String> = Vec::new();
    for province in Province::ALL {
        for dimension in Dimension::ALL {
            if rulebook.province(*province).standing(*dimension) == Standing::Contested {
                contested.push(format!("{} {dimension}", province.name().en));
            }
        }
    }
    insta::assert_snapshot!(contested.join("\n"));
}

/// A province that is written as a patch and read again asks the same, and stands the same.
#[test]
fn a_province_comes_back_from_its_patch() {
    let rulebook = Rulebook::default();
    for province in Province::ALL {
        let json = serde_json::to_string(&rulebook.province_patch(*province)).unwrap();
        let patch: RulebookPatch = serde_json::from_str(&json).unwrap();
        let patched = rulebook.patched(&patch).unwrap();
        let cells = |rulebook: &Rulebook| {
            let rules = rulebook.province(*province);
            serde_json::to_value(rules.entries().collect::<Vec<_>>()).unwrap()
        };
        assert_eq!(cells(&patched), cells(&rulebook), "{province}");
        let again = serde_json::to_string(&patched.province_patch(*province)).unwrap();
        assert_eq!(again, json, "{province}");
    }
}
