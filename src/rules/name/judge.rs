//! How a name with a listed word is judged: every rule on words asks the same steps, in the same order.
//!
//! A word begins with the weight that its list gives it in this place ([`weight`]; in the name of an APP it is a warning
//! at most, since the sources speak of websites), and each of [`STEPS`] leaves it,
//! lowers it or is satisfied:
//!
//! 1. **Boundary.** A word that others cut on both sides is no hit at all, and never gets here; one that a commoner
//!    word cuts on one side is advice.
//! 2. **Already filed.** A name that the registry has for this very service was approved: advice.
//! 3. **Kind of principal.** Public bodies are called by the words that are kept for them; institutions and
//!    foundations by those of their trade.
//! 4. **Own legal name.** A word of the principal's own name, with what tells it from others, is no blocker.
//! 5. **Papers.** The approval of that very field, or the letter that it is not involved, where the province takes one.
//! 6. **Remark.** One that denies the field lowers a blocker to a warning, and settles what only asks for a word on it.

use crate::engine::context::CheckContext;
use crate::engine::fitting;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::model::order::OrderKind;
use crate::model::principal::{Filer, PrincipalKind};
use crate::model::service::{PreApprovalKind, Service, ServiceKind};
use crate::report::Need;
use crate::rule::{Grade, Severity, Source};
use crate::rulebook::words::{folded, longest, Effect, Hit, List, Words};
use crate::rules::name::own::{relation, Relation};
use crate::text::{filled, same_name};
use crate::value::{Province, Region};
use once_cell::unsync::OnceCell;

/// The milder severities of a rule whose words are refused or ask for an approval.
pub(super) const GRADES: &[Grade] = &[
    Grade::new(
        Severity::Warning,
        "APP 的名称；词语仅须说明，或属于单位自身名称，或备注说明不涉及该领域时",
        "of an APP; where the word only asks for an explanation, is of the principal's own name, or the remark denies the field",
    ),
    ADVICE,
];

/// The same of a rule whose words ask for a word on them.
pub(super) const ADVICE_ONLY: &[Grade] = &[ADVICE];

const ADVICE: Grade = Grade::new(
    Severity::Advice,
    "名称已备案、词语边界不明，或符合主办者性质时",
    "where the name is filed already, the word may not be meant, or it is of the principal's kind",
);

/// What is said of a name.
pub(super) struct Judged {
    pub(super) grade: Severity,
    /// The words that weigh so much.
    pub(super) words: Vec<&'static str>,
    /// Who says so.
    pub(super) source: Source,
}

/// A listed word in a name, and what it is judged by.
struct Question<'q, 'a, 'n> {
    cx: &'q CheckContext<'a>,
    node: &'q ServiceNode<'n>,
    words: &'q Words,
    hit: &'q Hit,
    filer: Filer,
    /// How much it weighs before anything speaks for it.
    weight: Severity,
    filed: &'q OnceCell<Filed>,
}

/// Lowers the severity, leaves it, or is satisfied.
type Step = fn(&Question<'_, '_, '_>, Severity) -> Option<Severity>;

const STEPS: [Step; 6] = [boundary, already_filed, kind_of_principal, own_legal_name, papers, remark];

/// Judges the words of a list in the name of a service; `None` where there is nothing to say. What hangs on whether the
/// name is filed is undetermined where that is not known.
#[inline]
pub(super) fn judge(
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    list: List,
    out: &mut Outcome,
) -> Option<Judged> {
    // Most names have no word of a list.
    let words: &Words = node.words();
    if words.has(list) {
        judge_words(cx, node, words, list, out)
    } else {
        None
    }
}

fn judge_words(
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    words: &Words,
    list: List,
    out: &mut Outcome,
) -> Option<Judged> {
    let filer = out.filer(cx)?;
    let kind = node.service.kind();
    let known = OnceCell::new();
    let judged: Vec<(Severity, &Hit)> = words
        .hits(list)
        .filter(|hit| hit.group.is_about(filer, kind))
        .filter_map(|hit| {
            let mut weight = weight(cx, words, hit, filer)?;
            // The sources speak of websites; a reviewer reads an APP's name likewise.
            if kind == ServiceKind::App {
                weight = weight.min(Severity::Warning);
            }
            let question = Question { cx, node, words, hit, filer, weight, filed: &known };
            let severity = STEPS.iter().try_fold(weight, |severity, step| step(&question, severity))?;
            Some((severity, hit))
        })
        .collect();
    let grade = judged.iter().map(|(severity, _)| *severity).max()?;
    if grade > Severity::Advice && *known.get_or_init(|| filed_name(cx, node, same_name)) == Filed::Unknown {
        out.needs(Need::Registry);
        return None;
    }
    let heaviest = || judged.iter().filter(|(severity, _)| *severity == grade).map(|(_, hit)| hit);
    let source = heaviest().next()?.group.source();
    Some(Judged { grade, words: longest(heaviest().map(|hit| hit.word)), source })
}

/// How much a word weighs where it stands, before anything speaks for it.
fn weight(cx: &CheckContext<'_>, words: &Words, hit: &Hit, filer: Filer) -> Option<Severity> {
    let effect = hit.group.effect_on(filer, cx.province);
    match (hit.list, effect) {
        // Inside a name only providers refuse them.
        (List::State, _) if !hit.leads() && filer == Filer::Organization => Some(Severity::Warning),
        (List::LeadingState, _) if !hit.leads() && filer == Filer::Organization => None,
        (List::PublicBody, Effect::Explain | Effect::RefusedBehindPlace) => {
            let is_organ = effect == Effect::RefusedBehindPlace && is_behind_place(words, hit);
            Some(match (is_organ, is_of_product(words, hit)) {
                (true, false) => Severity::Blocker,
                (false, true) => Severity::Advice,
                (true, true) | (false, false) => Severity::Warning,
            })
        }
        _ => Some(effect.severity()),
    }
}

/// Whether a word stands directly behind the name of a place, or what makes it one of the state.
fn is_behind_place(words: &Words, hit: &Hit) -> bool {
    const LEVELS: &[&str] = &["省", "县", "中国", "全国", "国家", "自治区", "自治州"];
    let (before, _) = words.around(hit);
    let is_of_city = || {
        let no_city = ["城", "超", "上", "都", "股", "门", "集"];
        before.strip_suffix('市').is_some_and(|city| {
            !city.is_empty() && !no_city.iter().any(|character| city.ends_with(character))
        })
    };
    words.places().chain(words.cities()).any(|(_, place)| place.end == hit.start)
        || LEVELS.iter().any(|level| before.ends_with(level))
        || is_of_city()
        || Region::counties_in(before).any(|(_, county)| before.ends_with(county))
}

/// Whether what a word is followed by says that it is what a product or a service is for: 公安设备, 党建展馆设计,
/// 海关编码查询.
fn is_of_product(words: &Words, hit: &Hit) -> bool {
    const PRODUCTS: &[&str] = &[
        "设备", "设计", "装备", "器材", "用品", "服装", "制服", "软件", "系统", "展馆", "展厅", "工程",
        "施工", "编码", "报关", "物流", "律师", "翻译", "拍卖", "考试", "题库", "培训", "教材", "图书",
        "咨询", "代理", "科技", "智能",
    ];
    let (_, behind) = words.around(hit);
    PRODUCTS.iter().any(|product| behind.contains(product))
}

// Step 1. What others cut on both sides was left out when the name was searched.
#[allow(clippy::unnecessary_wraps)] // as the other steps
fn boundary(question: &Question<'_, '_, '_>, severity: Severity) -> Option<Severity> {
    Some(if question.hit.is_doubtful() { severity.min(Severity::Advice) } else { severity })
}

// Step 2.
#[allow(clippy::unnecessary_wraps)] // as the other steps
fn already_filed(question: &Question<'_, '_, '_>, severity: Severity) -> Option<Severity> {
    let Question { cx, node, filed, .. } = question;
    let is_filed = *filed.get_or_init(|| filed_name(cx, node, same_name)) == Filed::Yes;
    Some(if is_filed { severity.min(Severity::Advice) } else { severity })
}

/// Whether the registry has the name of a service as it is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filed {
    Yes,
    No,
    Unknown,
}

fn filed_name(cx: &CheckContext<'_>, node: &ServiceNode<'_>, is_same: impl Fn(&str, &str) -> bool) -> Filed {
    // The others file what was not filed before.
    if !matches!(cx.kind, OrderKind::AccessFiling | OrderKind::ChangeFiling | OrderKind::ChangeService) {
        return Filed::No;
    }
    let Some(registry) = cx.context.registry.as_ref() else { return Filed::Unknown };
    let Some(own) = cx.filed_principal else {
        return if cx.filed_unknown.is_some() { Filed::Unknown } else { Filed::No };
    };
    let found = match fitting::find_service(own, node.service, registry) {
        Ok(Some(found)) => found,
        Ok(None) => return Filed::No,
        Err(_) => return Filed::Unknown,
    };
    let filed = found.service.service.as_deref().and_then(Service::name);
    match (filed, node.service.name()) {
        (Some(filed), Some(stated)) if is_same(filed, stated) => Filed::Yes,
        (Some(_), _) => Filed::No,
        (None, _) => Filed::Unknown,
    }
}

/// The severity of a finding on a name that no list is about: advice where the name is filed. Where that is not known
/// the rule is undetermined.
pub(super) fn of_new_name(
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    severity: Severity,
    out: &mut Outcome,
) -> Option<Severity> {
    // How a name is written is what such a rule is about.
    match filed_name(cx, node, |filed, stated| filed.trim() == stated.trim()) {
        Filed::No => Some(severity),
        Filed::Yes => Some(severity.min(Severity::Advice)),
        Filed::Unknown if severity == Severity::Advice => Some(severity),
        Filed::Unknown => {
            out.needs(Need::Registry);
            None
        }
    }
}

/// What a principal is, as far as words tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Government, party, army, people's organisations.
    PublicBody,
    /// Institutions of the state, schools and hospitals.
    Institution,
    /// Institutions that broadcast or publish: they have the licence, and declare it.
    Broadcaster,
    Foundation,
    Other,
}

pub(super) fn standing(cx: &CheckContext<'_>) -> Standing {
    const PARTY: &[&str] = &["中共", "中国共产党"];
    const MEDIA: &[&str] = &["电视台", "广播电台", "广播电视总台", "出版社", "报社", "通讯社"];
    const SCHOOLS_AND_HOSPITALS: &[&str] = &["大学", "学院", "学校", "中学", "小学", "幼儿园", "医院"];
    use PrincipalKind as Kind;
    let name = cx.principal_name.unwrap_or_default();
    match cx.principal_kind {
        Some(Kind::Government | Kind::Military | Kind::MassOrganization) => Standing::PublicBody,
        Some(Kind::PublicInstitution) if MEDIA.iter().any(|word| name.contains(word)) => {
            Standing::Broadcaster
        }
        Some(
            Kind::PublicInstitution
            | Kind::MedicalInstitution
            | Kind::ForensicInstitution
            | Kind::NotaryInstitution
            | Kind::ArbitrationInstitution,
        ) => Standing::Institution,
        Some(Kind::PrivateNonEnterprise)
            if SCHOOLS_AND_HOSPITALS.iter().any(|ending| name.ends_with(ending)) =>
        {
            Standing::Institution
        }
        Some(Kind::Foundation) => Standing::Foundation,
        Some(Kind::SocialOrganization | Kind::OtherOrganization)
            if PARTY.iter().any(|word| name.starts_with(word)) =>
        {
            Standing::PublicBody
        }
        _ => Standing::Other,
    }
}

// Step 3.
fn kind_of_principal(question: &Question<'_, '_, '_>, severity: Severity) -> Option<Severity> {
    let Question { cx, hit, .. } = question;
    let standing = standing(cx);
    let is_spared = hit.group.spares_public_bodies();
    let most = match (hit.list, standing) {
        (_, Standing::Other) => return Some(severity),
        (List::Sensitive | List::PublicBody, Standing::PublicBody) if is_spared => return None,
        // Whether they are of the national level cannot be told.
        (
            List::State | List::LeadingState,
            Standing::PublicBody | Standing::Institution | Standing::Broadcaster,
        ) => Severity::Advice,
        (List::Sensitive, Standing::Institution | Standing::Broadcaster) if is_spared => Severity::Advice,
        (List::PublicBody, Standing::Institution | Standing::Broadcaster) => Severity::Warning,
        (list, _) if list.field().is_none() => return Some(severity),
        (_, Standing::PublicBody) => return None,
        (List::PreApproval(_), Standing::Broadcaster) => Severity::Warning,
        // Zhejiang wants the regulator's finding on foundations too.
        (List::Finance, Standing::Foundation) if cx.province == Some(Province::Zhejiang) => Severity::Warning,
        (_, Standing::Institution | Standing::Broadcaster | Standing::Foundation) => Severity::Advice,
    };
    Some(severity.min(most))
}

// Step 4.
fn own_legal_name(question: &Question<'_, '_, '_>, severity: Severity) -> Option<Severity> {
    let Question { cx, hit, words, filer, .. } = question;
    if *filer == Filer::Individual {
        return Some(severity);
    }
    if cx.principal_name.is_none() {
        return Some(severity.min(Severity::Warning));
    }
    let relation = relation(cx, words.name(), hit.word);
    let most = match (hit.list, relation) {
        (_, Relation::Foreign) => return Some(severity),
        (List::Foreign | List::Provider, _) => return None,
        (List::State | List::LeadingState, Relation::WordOnly) => Severity::Advice,
        (_, Relation::WordOnly) => return Some(severity),
        (List::Sensitive, Relation::Own) => Severity::Advice,
        (list, Relation::Own) if list.field().is_some() => match standing(cx) {
            Standing::Institution => return None,
            _ => Severity::Warning,
        },
        (_, Relation::Own) => return None,
    };
    Some(severity.min(most))
}

// Step 5.
fn papers(question: &Question<'_, '_, '_>, severity: Severity) -> Option<Severity> {
    let Question { cx, node, hit, filer, .. } = question;
    let Some(field) = hit.list.field().filter(|_| *filer == Filer::Organization) else {
        return Some(severity);
    };
    match spoken_for(cx, node, field) {
        Some(Papers::Approval) => None,
        Some(Papers::Letter) if severity < Severity::Blocker || takes_letter(field, cx.province) => None,
        Some(Papers::Letter) => Some(severity.min(Severity::Warning)),
        Some(Papers::Other) => Some(severity.min(Severity::Advice)),
        None => Some(severity),
    }
}

/// What papers answer for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Papers {
    /// The approval of the field is declared: whether number and document are there another rule says.
    Approval,
    /// A letter that the field is not involved.
    Letter,
    /// Some other paper among the service's own, which may be the regulator's: finance is no kind of pre-approval with
    /// all providers.
    Other,
}

/// The papers that answer for a field.
pub(crate) fn spoken_for(
    cx: &CheckContext<'_>,
    node: &ServiceNode<'_>,
    field: PreApprovalKind,
) -> Option<Papers> {
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let is_of_field = |kind: PreApprovalKind| {
        kind == field || field == PreApprovalKind::OffCampusTraining && kind == PreApprovalKind::Education
    };
    if declared.unwrap_or_default().iter().any(|declared| is_of_field(declared.kind)) {
        return Some(Papers::Approval);
    }
    let own = node.service.materials();
    let is_letter = own.iter().chain(cx.order.materials()).any(|material| {
        material.kind == MaterialKind::NonInvolvementLetter && material.approval.map_or(true, is_of_field)
    });
    let is_other = || {
        field == PreApprovalKind::InternetFinance
            && own.iter().any(|material| material.kind == MaterialKind::Other)
    };
    if is_letter {
        Some(Papers::Letter)
    } else {
        is_other().then_some(Papers::Other)
    }
}

/// Whether a province takes the letter that a field is not involved, by UCloud's list of such letters of 2026-01-19.
/// Those that it has for all provinces are taken where no province is known.
fn takes_letter(field: PreApprovalKind, province: Option<Province>) -> bool {
    use PreApprovalKind as Field;
    use Province::{Anhui, Sichuan, Zhejiang};
    let some: &[Province] = match field {
        Field::Publishing => &[Zhejiang, Sichuan, Anhui],
        Field::RideHailing => &[Sichuan, Anhui],
        Field::Religion => &[],
        _ => return true,
    };
    province.is_some_and(|province| some.contains(&province))
}

// Step 6.
fn remark(question: &Question<'_, '_, '_>, severity: Severity) -> Option<Severity> {
    let Question { cx, node, hit, weight, filer, .. } = question;
    let Some(remark) = filled(node.service.remark()) else { return Some(severity) };
    let remark = Remark::of(remark);
    let explains = match hit.list {
        // Of these any word on what the site is about will do.
        List::Foreign => true,
        List::PublicBody | List::SpecialApproval | List::Commerce => {
            remark.denies(hit) || remark.speaks_of(hit)
        }
        list if list.field().is_some() => remark.denies(hit) || remark.speaks_of(hit),
        // What no word on it makes right.
        _ => return Some(severity),
    };
    if explains && *weight < Severity::Blocker && hit.group.effect_on(*filer, cx.province).is_explained() {
        return None;
    }
    let is_denied = hit.list.field().is_some() && *filer == Filer::Organization && remark.denies(hit);
    Some(if is_denied { severity.min(Severity::Warning) } else { severity })
}

/// What a remark says, in sentences.
struct Remark {
    folded: Vec<String>,
}

impl Remark {
    /// Words that deny what follows them.
    const DENIALS: &'static [&'static str] = &[
        "不涉及",
        "未涉及",
        "不从事",
        "未从事",
        "不提供",
        "不开展",
        "未开展",
        "不经营",
        "不发布",
        "不包含",
        "不含",
        "不属于",
        "不做",
        "没有",
        "并非",
        "不是",
    ];

    /// Words that deny an approval only.
    const NEEDLESS: &'static [&'static str] = &["无需", "不需", "不用"];

    /// Words that deny only what follows at once: 非新闻类网站, 无新闻内容.
    const PREFIXES: &'static [&'static str] = &["非", "无"];

    fn of(remark: &str) -> Self {
        let ends =
            |c: char| matches!(c, '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' | '，' | ',' | '但');
        let sentences = remark.split(ends).map(|sentence| folded(sentence).into_owned());
        Self { folded: sentences.filter(|sentence| !sentence.is_empty()).collect() }
    }

    /// What a site without a forum says that it has not, as the message on such words asks: 无用户互动功能.
    const INTERACTION: &'static [&'static str] = &["互动", "用户", "评论", "留言", "发帖"];

    fn speaks_of(&self, hit: &Hit) -> bool {
        self.folded.iter().any(|sentence| sentence.contains(hit.word))
    }

    /// Whether a sentence denies the field of a word: by the word, by another of its list, or as 前置审批.
    fn denies(&self, hit: &Hit) -> bool {
        let interaction: &[&str] = if hit.list == List::SpecialApproval { Self::INTERACTION } else { &[] };
        let is_of_field = |text: &str| {
            text.contains("前置审批")
                || text.contains(hit.word)
                || interaction.iter().any(|word| text.contains(word))
                || Words::of(text).has(hit.list)
        };
        self.folded.iter().any(|sentence| {
            let denied = Self::DENIALS.iter().filter_map(|denial| sentence.split_once(denial));
            let mut denied = denied.map(|(_, behind)| behind);
            let is_prefixed = || {
                let begins = |behind: &str| {
                    behind.starts_with(hit.word)
                        || behind.starts_with("前置审批")
                        || interaction.iter().any(|word| behind.starts_with(word))
                };
                Self::PREFIXES.iter().any(|prefix| {
                    sentence
                        .match_indices(prefix)
                        .any(|(at, _)| sentence.get(at + prefix.len()..).is_some_and(begins))
                })
            };
            let mut needless = Self::NEEDLESS.iter().filter_map(|word| sentence.split_once(word));
            let mut is_needless =
                || needless.any(|(_, behind)| behind.contains("审批") || behind.contains("许可"));
            denied.any(is_of_field) || is_prefixed() || is_needless()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a remark denies, and whether it speaks of, the field of the first listed word of a name.
    fn said(remark: &str, name: &str, list: List) -> (bool, bool) {
        let words = Words::of(name);
        let hit = words.hits(list).next().unwrap();
        let remark = Remark::of(remark);
        (remark.denies(hit), remark.speaks_of(hit))
    }

    #[test]
    fn a_remark_denies_a_field_by_its_words() {
        let news = |remark| said(remark, "青禾新闻网", List::PreApproval(PreApprovalKind::News)).0;
        for remark in [
            "不涉及新闻、出版等内容",
            "本站为公司介绍，不涉及前置审批",
            "非新闻类网站",
            "仅展示产品，不发布时报和新闻",
            "经咨询主管部门，无需办理前置审批",
        ] {
            assert!(news(remark), "{remark}");
        }
        for remark in [
            "公司官网",
            "介绍本公司的产品，不提供交易和互动功能。",
            "不涉及交易，发布公司新闻",
            "非常专业的新闻网站",
            "提供新闻资讯",
        ] {
            assert!(!news(remark), "{remark}");
        }
        assert_eq!(
            said("介绍直播设备", "青禾直播", List::PreApproval(PreApprovalKind::Culture)),
            (false, true)
        );
    }

    #[test]
    fn an_organ_is_one_behind_the_name_of_a_place() {
        let behind = |name: &str| {
            let words = Words::of(name);
            let hit = words.hits(List::PublicBody).next().unwrap();
            is_behind_place(&words, hit)
        };
        for name in ["杭州市公安局", "杭州公安局", "浙江省公安局", "余杭区公安局", "国家税务局", "桐庐县法院"]
        {
            assert!(behind(name), "{name}");
        }
        for name in ["青禾公安局", "智慧城市公安局", "园区党委"] {
            assert!(!behind(name), "{name}");
        }
    }
}
