//! Names of places.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Severity};
use crate::rules::name::judge::{of_new_name, ADVICE_ONLY};
use crate::rules::name::{names, website_name};
use crate::text::set;
use crate::value::Region;
use std::collections::BTreeSet;

rule! {
    /// The name of an individual's website has no place in it. Provinces are found by their short names, cities and
    /// counties by their full ones: a city's short name may be meant otherwise, see `name.city-of-individual`. A place that
    /// other words cut (祝福建材) is none; a filed name is advised on.
    ///
    /// **Why.** It makes the site look like that of a body of the place.
    ///
    /// **Example.** `杭州市图书角`.
    pub(super) PLACE_OF_INDIVIDUAL = "name.place-of-individual" {
        severity: Blocker,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [places],
        at: ["/services/{s}/name"] of Individual,
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 个人网站名称不能包含地名"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("网站信息与内容规范 · 网站名称不符合要求"),
        ],
        summary: {
            zh: "个人网站名称不能使用地名",
            en: "An individual's website name contains no place name.",
        },
        message: {
            zh: "个人网站名称不能使用地名：{places}。请删除或更换。",
            en: "An individual's website name cannot contain a place name: {places}. Remove or replace it.",
        },
        check: [Website(place_of_individual)],
    }
}

fn place_of_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let counties =
        Region::counties_in(node.service.name().unwrap_or_default()).map(|(_, name)| (name, false));
    let named = node.words().places().map(|(_, hit)| (hit.word, hit.is_doubtful()));
    tell(Severity::Blocker, named.chain(counties), cx, node, out);
}

/// Reports places at the name: those that are sure, else those in doubt.
fn tell<'p>(
    severity: Severity,
    places: impl Iterator<Item = (&'p str, bool)>,
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    out: &mut Outcome,
) {
    let (doubtful, sure): (Vec<_>, Vec<_>) = places.partition(|(_, is_doubtful)| *is_doubtful);
    let (severity, told) = if sure.is_empty() { (Severity::Advice, doubtful) } else { (severity, sure) };
    let told: Vec<&str> = told.into_iter().map(|(place, _)| place).collect();
    if told.is_empty() {
        return;
    }
    if let Some(grade) = of_new_name(cx, node, severity, out) {
        out.find_graded(grade, &node.at, &[Key::Name], params![places: names(&told)], |_| None);
    }
}

rule! {
    /// A place in the name of an organisation's website stands in the organisation's own name, or lies within one that
    /// does. Where other words cut it (诚信阳光) it is none; a filed name is advised on.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** A company of one city does not speak for the province.
    ///
    /// **Example.** 杭州云澜公司 files `浙江旅游指南`.
    pub(super) PLACE_NOT_COVERED = "name.place-not-covered" {
        severity: Warning,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [place, principal],
        at: ["/services/{s}/name"] of Organization,
        sources: [stated(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 单位备案时，主体名称中包含的地名要大于或者等于网站名称中包含的地域")],
        summary: {
            zh: "单位网站名称中的地名不能超出单位名称的地域范围",
            en: "A place in an organisation's website name is within the area of its own name.",
        },
        message: {
            zh: "网站名称中的地名“{place}”超出主办者名称“{principal}”的地域范围，可能被驳回。请删除，或改用主办者名称中的地名。",
            en: "The place in the website name ({place}) is not within the area of the principal's name, “{principal}”, and may be rejected. Remove it, or use the place in the principal's name.",
        },
        check: [Website(place_not_covered)],
    }
}

fn place_not_covered(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization()) else { return };
    let listed = || node.words().places().chain(node.words().cities());
    let listed = || listed().map(|(code, hit)| (code, hit.word, hit.is_doubtful()));
    let counties = || Region::counties_in(name).map(|(code, county)| (code, county, false));
    let places = || listed().chain(counties());
    if places().next().is_none() {
        return;
    }
    let Some(principal) = cx.principal_name else { return };
    let own = own_places(cx, principal);
    let covers = |place: u32| {
        move |own: &u32| {
            *own == place
                || own % 100 == 0 && own / 100 == place / 100
                || own % 10_000 == 0 && own / 10_000 == place / 10_000
        }
    };
    // Of places with one name (西湖区 is in several cities) the own one is meant.
    let is_covered =
        |(code, name, _): &(u32, &str, bool)| principal.contains(name) || own.iter().any(covers(*code));
    let covered: BTreeSet<&str> = set(places().filter(is_covered).map(|(_, name, _)| name));
    let uncovered = || places().filter(|(_, name, _)| !covered.contains(name));
    let sure = uncovered().find(|(.., is_doubtful)| !is_doubtful).map(|found| (found, Severity::Warning));
    let found = sure.or_else(|| uncovered().next().map(|found| (found, Severity::Advice)));
    // A name without a place does not say what it covers.
    let Some(((_, place, _), severity)) = found.filter(|_| !own.is_empty()) else { return };
    if let Some(grade) = of_new_name(cx, node, severity, out) {
        let params = params![place: Param::name(place), principal: Param::name(principal)];
        out.find_graded(grade, &node.at, &[Key::Name], params, |_| None);
    }
}

/// The places in an organisation's name, by code: in full, as in 北京理工大学珠海学院 by a city's short name, and at the
/// beginning by one that is an everyday word elsewhere (中山青禾).
fn own_places(cx: &CheckContext<'_>, principal: &str) -> Vec<u32> {
    let leads =
        |(_, name): &(u32, &str)| name.strip_suffix('市').is_some_and(|short| principal.starts_with(short));
    let leading = Region::place_names().filter(leads).map(|(code, _)| code);
    let words = cx.principal_words();
    let named = words.places().chain(words.cities()).map(|(code, _)| code);
    leading.chain(named).chain(Region::counties_in(principal).map(|(code, _)| code)).collect()
}

rule! {
    /// A city in the name of an individual's website, by its short name. Those that are everyday words, as 三明 in
    /// 三明治, do not count. Cities in full are `name.place-of-individual`.
    ///
    /// **Inferred.** A place is named as one; whether a short name is meant as the place cannot be told.
    ///
    /// **Why.** No place stands in an individual's name; a short name may be meant otherwise.
    ///
    /// **Example.** `杭州美食记`.
    pub(super) CITY_OF_INDIVIDUAL = "name.city-of-individual" {
        severity: Warning,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [places],
        at: ["/services/{s}/name"] of Individual,
        sources: [
            inferred(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 个人网站名称不能包含地名"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("网站信息与内容规范 · 网站名称不符合要求"),
        ],
        summary: {
            zh: "个人网站名称不宜含城市简称",
            en: "An individual's website name contains no city.",
        },
        message: {
            zh: "个人网站名称中的“{places}”是地名，可能被驳回。建议删除或更换。",
            en: "{places} in an individual's website name is a place name and may be rejected. Remove or replace it.",
        },
        check: [Website(city_of_individual)],
    }
}

fn city_of_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let cities = node.words().cities().map(|(_, hit)| (hit.word, hit.is_doubtful()));
    tell(Severity::Warning, cities, cx, node, out);
}
