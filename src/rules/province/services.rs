//! Names, remarks and contents of services.

use super::asked::{asked, broken, of, province, shown, when, worst};
use super::documents::{has, is_with_order};
use super::numbers::distinct;
use super::standing::fact;
use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::model::registry::FiledService;
use crate::model::service::{Service, ServiceKind};
use crate::path::Key;
use crate::report::Param;
use crate::rulebook::provinces::{is_word_of, lower, Contents, Metric, NameRule, RemarkRule, WordRule};
use crate::rulebook::words::folded;
use crate::rules::name::{relation, Relation};
use crate::rules::province::BY_STANDING;
use crate::rules::province::PRACTICE;
use crate::text::{filled, same_name, set, share_any, Text};
use crate::value::DomainName;
use std::collections::BTreeSet;

pub(super) fn has_pre_approval(service: &Service) -> bool {
    has(service.materials(), MaterialKind::PreApprovalDocument)
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Whether two names share two Chinese characters that follow each other.
fn are_related(a: &str, b: &str) -> bool {
    let pairs = |text: &str| -> BTreeSet<(char, char)> {
        let second = text.chars().skip(1);
        set(text.chars().zip(second).filter(|(a, b)| is_chinese(*a) && is_chinese(*b)))
    };
    same_name(a, b) || share_any(&pairs(a), &pairs(b))
}

/// Whether a name has one of the words, and not as part of its principal's own name.
fn has_word(cx: &CheckContext<'_>, name: &str, words: &WordRule) -> bool {
    let is_own = |word: &str| cx.is_organization() && relation(cx, &folded(name), word) == Relation::Own;
    let mut found = words.words().iter().filter(|word| is_word_of(word, &lower(name)));
    found.any(|word| !is_own(word))
}

/// Whether a name of a website breaks a rule.
fn breaks_name(cx: &CheckContext<'_>, service: &Service, name: &str, rule: &NameRule) -> bool {
    let is_related = || cx.principal_name.map_or(true, |principal| are_related(name, principal));
    match rule {
        NameRule::Words(words) => {
            let is_taken = !matches!(words, WordRule::Not(_)) && has_pre_approval(service);
            !is_taken && has_word(cx, name, words)
        }
        NameRule::ChineseCharacters(least) => {
            u32::try_from(name.chars().filter(|c| is_chinese(*c)).count()).is_ok_and(|count| count < *least)
        }
        NameRule::NotEnglishOnly => name.is_ascii() && name.chars().any(|c| c.is_ascii_alphabetic()),
        NameRule::NoEnglish => name.chars().any(|c| c.is_ascii_alphabetic()),
        NameRule::NotOwnName => {
            let responsible_person = cx
                .principal
                .and_then(|principal| principal.responsible_person.as_ref())
                .or(service.responsible_person());
            let own = cx.principal_name.filter(|_| cx.is_individual());
            let responsible_person =
                responsible_person.and_then(|responsible_person| filled(responsible_person.name.as_ref()));
            own.or(responsible_person).is_some_and(|person| same_name(person, name))
        }
        NameRule::NotDomain => name.contains('.') && DomainName::parse(name).is_ok(),
        NameRule::NotNumber => name.chars().all(|c| c.is_ascii_digit()),
        NameRule::OfOrganization => !is_related(),
        NameRule::OfOrganizationOrStatement => {
            let statement = MaterialKind::Statement;
            !is_related() && !is_with_order(cx, statement) && !has(service.materials(), statement)
        }
    }
}

rule! {
    /// What the name of a website has to be.
    ///
    /// **Why.** Authorities refuse names that mislead or say nothing.
    ///
    /// **Example.** An individual's site named 中华…, in Guangdong.
    pub(super) NAME_NOT_ACCEPTED = "province.name-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [province, accepted],
        at: ["/services/{s}/name"],
        reads: [ServiceNames, DistinctNames],
        instead_of: ["name.is-domain", "name.only-digits-or-letters", "name.own-name", "name.refused-to-individual", "name.sensitive-word", "name.special-approval", "name.state-word", "name.too-short"],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "服务名称须符合所在省份的要求",
            en: "The service name must meet the province's requirements.",
        },
        message: {
            zh: "{province}要求服务名称{accepted}。请修改名称，或补充所需材料。",
            en: "{province} does not take this name; it asks for one {accepted}. Change it, or bring what is asked for.",
        },
        check: [Website(name_not_accepted)],
    }
}

fn name_not_accepted(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    let Some(name) = filled(website.name.as_ref()) else { return };
    let asks = |rule: &NameRule| when(breaks_name(cx, node.service, name, rule));
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(service_names), asks) {
        let params = params![province: province(cx), accepted: asked(cell.value)];
        return out.find_from(&node.at, &[Key::Name], params, fact(cx, &cell));
    }
    let number = node.service.filing_number();
    let filed = cx.filed_principal.iter().flat_map(|filed| &filed.services);
    let filed = filed
        .filter(|filed| number.is_none() || filed.filing_number.as_deref() != number)
        .filter(|filed| !shares_domain(filed, website))
        .filter_map(|filed| filed.service.as_ref()?.name());
    let is_repeated = cx.repeats_name(node.index) || filed.into_iter().any(|other| same_name(other, name));
    let asks = |asked: &bool| when(*asked && is_repeated);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(distinct_names), asks) {
        let accepted = Text {
            zh: "同一主体的服务名称须互不相同",
            en: "that no other service of the principal has",
        };
        let params = params![province: province(cx), accepted: accepted];
        out.find_from(&node.at, &[Key::Name], params, fact(cx, &cell));
    }
}

/// Whether a filed service is this website, by a domain of both.
pub(super) fn shares_domain(filed: &FiledService, website: &crate::model::service::Website) -> bool {
    let own = distinct(website.domains.iter(), Metric::Domains);
    let filed = filed.service.as_deref().into_iter().flat_map(Service::domains);
    share_any(&own, &distinct(filed, Metric::Domains))
}

fn breaks_remark(service: &Service, remark: &str, has_emergency: bool, rule: &RemarkRule) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| remark.contains(word));
    let is_website = service.kind() == ServiceKind::Website;
    let contents = match service {
        Service::Website(website) => website.contents.as_slice(),
        Service::App(_) => &[],
    };
    match rule {
        RemarkRule::Content => remark.is_empty(),
        RemarkRule::Characters(least) => {
            u32::try_from(remark.chars().count()).is_ok_and(|count| count < *least)
        }
        RemarkRule::IndividualSite => is_website && !says(&["个人"]),
        RemarkRule::ShowcaseOnly => is_website && !says(&["展示", "不涉及", "不提供", "不含", "无"]),
        RemarkRule::ContentUnless(usual) => {
            remark.is_empty() && contents.iter().any(|content| !usual.contains(content))
        }
        RemarkRule::ContentWhere(unusual) => {
            remark.is_empty() && contents.iter().any(|content| unusual.contains(content))
        }
        RemarkRule::SameSite => {
            matches!(service, Service::Website(website) if website.domains.len() > 1)
                && !says(&["同一", "指向", "相同"])
        }
        RemarkRule::EmergencyContact => has_emergency && !says(&["应急", "紧急", "联系"]),
    }
}

rule! {
    /// What the remark has to say: the actual content, a declaration, who uses the emergency contact.
    ///
    /// **Why.** The reviewer reads it first.
    ///
    /// **Example.** An individual's site in Inner Mongolia without a remark.
    pub(super) REMARK_MISSING = "province.remark-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, asked],
        at: ["/services/{s}/remark"],
        reads: [Remarks],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "服务备注须写明所在省份要求的内容",
            en: "The remark must state what the province requires.",
        },
        message: {
            zh: "{province}要求在服务备注中写明：{asked}。请补充备注。",
            en: "{province} requires a remark that says: {asked}. Complete it.",
        },
        check: [Service(remark_missing)],
    }
}

fn remark_missing(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let remark = filled(node.service.remark()).unwrap_or_default();
    let principal_responsible_person =
        cx.principal.and_then(|principal| principal.responsible_person.as_ref());
    let people = principal_responsible_person.into_iter().chain(node.service.responsible_person());
    let has_emergency = people
        .into_iter()
        .any(|responsible_person| filled(responsible_person.emergency_contact.as_ref()).is_some());
    let asks = |rule: &RemarkRule| when(breaks_remark(node.service, remark, has_emergency, rule));
    let missing = broken(cx, out, Some(node.service.kind()), of!(remarks), asks);
    // One finding says all that is missing, as far as it weighs the same.
    let Some(standing) = missing.iter().map(|(cell, ())| cell.standing).min() else { return };
    let of_one_weight =
        || missing.iter().filter(|(cell, ())| cell.standing == standing).map(|(cell, ())| cell);
    let asked: Param = Param::List(of_one_weight().map(|cell| shown(cell.value)).collect());
    if let Some(first) = of_one_weight().next() {
        let params = params![province: province(cx), asked: asked];
        out.find_from(&node.at, &[Key::Remark], params, fact(cx, first));
    }
}

rule! {
    /// Contents that the province refuses, or takes only with an approval.
    ///
    /// **Why.** Blogs and forums need approvals that individuals rarely have.
    ///
    /// **Example.** An individual in Jiangxi chooses 博客/个人空间.
    pub(super) CONTENT_NOT_ACCEPTED = "province.content-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, accepted],
        at: ["/services/{s}/contents"],
        reads: [ServiceContents],
        instead_of: ["service.content-of-individual"],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "网站服务内容须为所在省份所接受",
            en: "The website's content must be one that the province accepts.",
        },
        message: {
            zh: "{province}{accepted}作为网站的服务内容。请重新选择服务内容。",
            en: "{province} accepts {accepted} as website content. Choose other content.",
        },
        check: [Website(content_not_accepted)],
    }
}

fn content_not_accepted(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    let given = &website.contents;
    let asks = |rule: &Contents| {
        when(match rule {
            Contents::Only(only) => given.iter().any(|content| !only.contains(content)),
            Contents::Not(refused) => given.iter().any(|content| refused.contains(content)),
            Contents::NotWithoutPreApproval(refused) => {
                given.iter().any(|content| refused.contains(content)) && !has_pre_approval(node.service)
            }
        })
    };
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(service_contents), asks) {
        let params = params![province: province(cx), accepted: shown(cell.value)];
        out.find_from(&node.at, &[Key::Contents], params, fact(cx, &cell));
    }
}

rule! {
    /// In some provinces a new website stays closed until it is filed.
    ///
    /// **Why.** An unfiled site that can be reached is an offence.
    ///
    /// **Example.** A site that is open already during its first filing.
    pub(super) SERVICE_OPEN_BEFORE_FILING = "province.service-open-before-filing" {
        severity: Blocker,
        actor: Cloud,
        grades: BY_STANDING,
        orders: NEW_TYPE,
        needs: [ProvinceRules],
        params: [province],
        at: ["/services/{s}/open"],
        reads: [ClosedUntilFiled],
        sources: [stated(NEW_TYPE): PRACTICE],
        summary: {
            zh: "部分省份要求新增网站在备案期间关闭",
            en: "Some provinces require a new website to stay closed until it is filed.",
        },
        message: {
            zh: "该网站当前可以访问，{province}要求新增网站在备案通过前关闭。请先关闭网站。",
            en: "This website can be reached; {province} requires a new one to stay closed until it is filed. Close it first.",
        },
        check: [Website(service_open_before_filing)],
    }
}

fn service_open_before_filing(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    // One that its domain leads to is the national rule's.
    let is_open =
        website.open == Some(true) && website.domains.iter().all(|domain| domain.resolves != Some(true));
    let asks = |closed: &bool| when(*closed && is_open);
    if let Some((cell, ())) = worst(cx, out, Some(ServiceKind::Website), of!(closed_until_filed), asks) {
        out.find_from(&node.at, &[Key::Open], params![province: province(cx)], fact(cx, &cell));
    }
}
