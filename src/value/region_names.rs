//! How addresses write the names of regions: in full or short, with and without the peoples of an autonomous one.

use super::divisions::{divisions, is_city, is_municipality, province_rows, rows, Division, Row};
use super::province::{is_street, Province};

/// Whether the text goes on with a city or county of the province, so that its short name meant it.
pub(super) fn begins_inside(province: Province, rest: &str) -> bool {
    province_rows(province).iter().map(|division| division.row()).any(|(code, name)| {
        let short_will_do = is_city(code) || is_municipality(province);
        strip_full(rest, name).is_some() || short_will_do && strip_short(rest, name).is_some()
    })
}

/// The city at the beginning of a text: in full, or short with one of its counties behind.
pub(super) fn city(text: &str, within: Option<Province>) -> Option<(Row, &str)> {
    let table = within.map_or(divisions(), province_rows);
    let cities = || table.iter().map(|division| division.row()).filter(|(code, _)| is_city(*code));
    let in_full = cities().find_map(|city| Some((city, strip_full(text, city.1)?)));
    in_full.or_else(|| {
        cities().find_map(|city| {
            let behind = strip_short(text, city.1)?;
            county(between(behind), rows(city.0, city.0 + 100).iter())?;
            Some((city, behind))
        })
    })
}

/// The county of the table whose name stands in full at the beginning; the longest, if several do.
pub(super) fn county(text: &str, table: impl Iterator<Item = &'static Division>) -> Option<(Row, &str)> {
    let counties = table.map(|division| division.row()).filter(|(code, _)| !is_city(*code));
    let named = counties.filter_map(|row| Some((row, strip_full(text, row.1)?)));
    named.min_by_key(|(_, behind)| behind.len())
}

/// Whether the name of a county tells which it is without its city: no two of them are alike but districts.
pub(super) fn stands_alone(name: &str) -> bool {
    !name.ends_with('区') || name.ends_with("林区")
}

/// Reads over what may stand between two names.
pub(super) fn between(text: &str) -> &str {
    let trim = |text: &str| -> usize {
        let kept = text.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '，' | '、' | '-' | '－' | '—' | '/' | '·' | '.')
        });
        text.len() - kept.len()
    };
    let mut text = text.get(trim(text)..).unwrap_or_default();
    for filler in ["市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县级行政单位"]
    {
        text = text.strip_prefix(filler).unwrap_or(text);
    }
    text.get(trim(text)..).unwrap_or_default()
}

/// What is behind `name` at the beginning of `text`, in full or short.
pub(super) fn strip_name<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    strip_full(text, name).or_else(|| strip_short(text, name))
}

/// What is behind the full name; an autonomous region's may lack the peoples' names (湘西州).
pub(super) fn strip_full<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    if text.chars().next() != name.chars().next() {
        return None;
    }
    if let Some(behind) = text.strip_prefix(name) {
        return (!behind.starts_with('场')).then_some(behind);
    }
    let (people, ending) = split_ending(name);
    let base = strip_peoples(people);
    if base.len() == people.len() {
        return None;
    }
    let behind = text.strip_prefix(base)?;
    let last = ending.strip_prefix("自治").unwrap_or(ending);
    behind.strip_prefix(ending).or_else(|| behind.strip_prefix(last))
}

/// What is behind the name without its ending, unless that makes it the name of something else.
pub(super) fn strip_short<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    if text.chars().next() != name.chars().next() {
        return None;
    }
    let base = strip_peoples(split_ending(name).0);
    let behind = text.strip_prefix(base).filter(|_| base.chars().nth(1).is_some())?;
    let other = ['市', '区', '县', '州', '盟', '旗', '镇', '乡', '村', '地'];
    (!behind.starts_with(other) && !is_street(behind)).then_some(behind)
}

/// A name and its ending: 湘西土家族苗族 and 自治州, 南山 and 区.
fn split_ending(name: &str) -> (&str, &str) {
    let endings = ["自治州", "自治县", "自治旗", "地区", "新区", "林区", "市", "区", "县", "盟", "旗"];
    let base = endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    (base, name.strip_prefix(base).unwrap_or_default())
}

/// The name of an autonomous region without the peoples at its end; 东乡族 alone stays.
fn strip_peoples(name: &str) -> &str {
    let mut base = name;
    while let Some(shorter) = PEOPLES.iter().find_map(|people| base.strip_suffix(people)) {
        if shorter.is_empty() {
            return base;
        }
        base = shorter;
    }
    base
}

/// The peoples' names that occur in the names of regions.
const PEOPLES: &[&str] = &[
    "仡佬族",
    "仫佬族",
    "佤族",
    "侗族",
    "俄罗斯族",
    "保安族",
    "傈僳族",
    "傣族",
    "各族",
    "哈尼族",
    "哈萨克",
    "哈萨克族",
    "回族",
    "土家族",
    "土族",
    "塔吉克",
    "壮族",
    "布依族",
    "布朗族",
    "彝族",
    "怒族",
    "拉祜族",
    "撒拉族",
    "景颇族",
    "普米族",
    "朝鲜族",
    "柯尔克孜",
    "毛南族",
    "水族",
    "满族",
    "独龙族",
    "瑶族",
    "畲族",
    "白族",
    "纳西族",
    "羌族",
    "苗族",
    "蒙古",
    "蒙古族",
    "藏族",
    "裕固族",
    "达斡尔族",
    "锡伯",
    "黎族",
    "东乡族",
];
