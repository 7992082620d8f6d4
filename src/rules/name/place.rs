//! Names of places.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Origin};
use crate::rules::name::{names, website_name};
use crate::value::Region;
use std::collections::BTreeSet;

rule! {
    /// The name of an individual's website has no place in it. Provinces are found by their short names, cities and
    /// counties by their full ones: a city's short name may be meant otherwise, see `name.city-of-individual`.
    ///
    /// **Why.** It makes the site look like that of a body of the place.
    ///
    /// **Example.** `杭州市图书角`.
    pub(super) PLACE_OF_INDIVIDUAL = "name.place-of-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [places],
        at: ["/services/{s}/name"] of Individual,
        source: Origin::Document(documents::NAMING, "个人网站命名要求 · 地名"),
        summary: {
            zh: "个人网站名称不能使用地名",
            en: "The name of an individual's website has no place in it.",
        },
        message: {
            zh: "个人网站名称不能使用地名：{places}。请删除或更换。",
            en: "The name of an individual's website cannot have a place in it: {places}. Remove or replace it.",
        },
        check: [Website(place_of_individual)],
    }
}

fn place_of_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let mut places: Vec<&str> = node.words().places().map(|(_, word)| word).collect();
    places.extend(Region::counties_in(node.service.name().unwrap_or_default()).map(|(_, name)| name));
    if !places.is_empty() {
        out.find(&node.at, &[Key::Name], params![places: names(&places)]);
    }
}

rule! {
    /// A place in the name of an organisation's website is that in the organisation's own name, or lies within it.
    ///
    /// **Why.** A company of one city does not speak for the province.
    ///
    /// **Example.** 杭州云澜公司 files `浙江旅游指南`.
    pub(super) PLACE_NOT_COVERED = "name.place-not-covered" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [place, principal],
        at: ["/services/{s}/name"] of Organization,
        source: Origin::Document(documents::NAMING, "单位网站命名要求 · 地名"),
        summary: {
            zh: "单位网站名称中的地名须在单位名称的地域范围内",
            en: "A place in the name of an organisation's website lies within that in its own name.",
        },
        message: {
            zh: "网站名称中的地名“{place}”超出了主办者名称“{principal}”的地域范围，可能被驳回。请删除地名，或改用主办者名称中的地名。",
            en: "The place in the site's name, {place}, is wider than what the principal's name, “{principal}”, covers, and may be refused. Leave it out, or use the one in the principal's name.",
        },
        check: [Website(place_not_covered)],
    }
}

fn place_not_covered(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization()) else { return };
    let places = || node.words().places().chain(node.words().cities()).chain(Region::counties_in(name));
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
    let is_covered = |place: u32| own.iter().any(covers(place));
    let covered: BTreeSet<&str> =
        places().filter(|(place, _)| is_covered(*place)).map(|(_, name)| name).collect();
    let uncovered = places().find(|(_, name)| !covered.contains(name));
    // A name without a place does not say what it covers.
    if let Some((_, place)) = uncovered.filter(|_| !own.is_empty()) {
        out.find(
            &node.at,
            &[Key::Name],
            params![place: Param::name(place), principal: Param::name(principal)],
        );
    }
}

/// The places in an organisation's name, by code; at its beginning a city's short name too: 杭州云澜科技有限公司.
fn own_places(cx: &CheckContext<'_>, name: &str) -> Vec<u32> {
    let leading = Region::place_names().filter(|(code, city)| {
        code % 10_000 != 0 && city.strip_suffix('市').is_some_and(|short| name.starts_with(short))
    });
    let named = cx.principal_words().places().chain(Region::counties_in(name));
    leading.chain(named).map(|(code, _)| code).collect()
}

rule! {
    /// A city in the name of an individual's website, by its short name. Those that are everyday words, as 三明 in
    /// 三明治, do not count. Cities in full are `name.place-of-individual`.
    ///
    /// **Why.** No place stands in an individual's name; a short name may be meant otherwise.
    ///
    /// **Example.** `杭州美食记`.
    pub(super) CITY_OF_INDIVIDUAL = "name.city-of-individual" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [places],
        at: ["/services/{s}/name"] of Individual,
        source: Origin::Document(documents::NAMING, "网站名称建议 · 地名"),
        summary: {
            zh: "个人网站名称不宜含城市简称",
            en: "The name of an individual's website has no city in it.",
        },
        message: {
            zh: "个人网站名称中的“{places}”是地名，可能被驳回。请删除或更换。",
            en: "{places} in the name of an individual's website is a place, and may be refused. Remove or replace it.",
        },
        check: [Website(city_of_individual)],
    }
}

fn city_of_individual(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let places: Vec<&str> = node.words().cities().map(|(_, word)| word).collect();
    if !places.is_empty() {
        out.find(&node.at, &[Key::Name], params![places: names(&places)]);
    }
}
