//! What a cell can say: one type for each shape of requirement.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::certificate::CertificateKind;
use crate::model::material::MaterialKind;
use crate::model::order::OrderKind;
use crate::model::service::WebsiteContent;
use crate::text::{Language, Text};

/// The value of a cell.
pub trait Value: fmt::Debug {
    /// What a person reads.
    fn show(&self, language: Language) -> String;

    /// Why no province can ask that, where none can: a limit of 0, an empty list.
    fn impossible(&self) -> Option<&'static str> {
        None
    }
}

/// Words, as people write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub Cow<'static, [Cow<'static, str>]>);

impl Words {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| &**word)
    }

    /// The first word that stands in `text`, whatever the case.
    pub fn found_in(&self, text: &str) -> Option<&str> {
        let text = lower(text);
        self.iter().find(|word| is_word_of(word, &text))
    }

    fn listed(&self, language: Language) -> String {
        self.iter().collect::<Vec<_>>().join(comma(language))
    }
}

/// Whether a word, in either case, stands in a text in lower case. Both are short: searching by the first byte is
/// all that pays.
pub(crate) fn is_word_of(word: &str, text: &str) -> bool {
    is_lower_word_of(&lower(word), text)
}

/// The same of a word in lower case.
pub(crate) fn is_lower_word_of(word: &str, text: &str) -> bool {
    let (word, text) = (word.as_bytes(), text.as_bytes());
    let Some(first) = word.first() else { return true };
    // Without an early end: the compiler looks at many bytes at a time, and most texts have none.
    if text.iter().fold(0, |found, byte| found | u8::from(byte == first)) == 0 {
        return false;
    }
    let mut places = text.iter().enumerate().filter(|(_, byte)| *byte == first);
    places.any(|(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with(word)))
}

/// A text in lower case, borrowed where it is already, as Chinese is.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    // The characters whose first byte is one of these, Chinese and Japanese, have no case.
    let is_caseless = |byte: u8| matches!(byte, 0..=b'@' | b'['..=0xbf | 0xe3..=0xe9);
    let is_lower = text.bytes().fold(true, |all, byte| all & is_caseless(byte));
    if !is_lower && text.chars().any(char::is_uppercase) {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// `words!["论坛", "社区"]`: a list of words of a block.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        $crate::rulebook::provinces::Words(::std::borrow::Cow::Borrowed(&[$(::std::borrow::Cow::Borrowed($word)),+]))
    };
}
pub(super) use words;

/// `list![A, B]`: a list of a block.
macro_rules! list {
    ($($item:expr),* $(,)?) => { ::std::borrow::Cow::Borrowed(&[$($item),*]) };
}
pub(super) use list;

const fn comma(language: Language) -> &'static str {
    match language {
        Language::Zh => "、",
        Language::En => ", ",
    }
}

fn named<T: Copy>(items: &[T], text: impl Fn(T) -> Text, language: Language) -> String {
    items.iter().map(|item| text(*item).get(language)).collect::<Vec<_>>().join(comma(language))
}

/// The text in the language.
fn told(language: Language, zh: impl Into<String>, en: impl Into<String>) -> String {
    match language {
        Language::Zh => zh.into(),
        Language::En => en.into(),
    }
}

const ZERO: &str = "a number from 1";
const EMPTY: &str = "a list with something in it";
const AGE: &str = "an age from 1 to 120";

/// Declares a number with its unit.
macro_rules! numbers {
    ($($(#[$meta:meta])* $name:ident $zh:literal $one:literal $many:literal, $possible:expr, $why:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl Value for $name {
            fn show(&self, language: Language) -> String {
                let number = self.0;
                match language {
                    Language::Zh => format!(concat!("{number} ", $zh), number = number),
                    Language::En if number == 1 => concat!("1 ", $one).to_owned(),
                    Language::En => format!(concat!("{number} ", $many), number = number),
                }
            }

            fn impossible(&self) -> Option<&'static str> {
                let possible: fn(u32) -> bool = $possible;
                (!possible(self.0)).then_some($why)
            }
        }
    )+};
}

numbers! {
    /// A least age, in full years 周岁.
    Years "周岁" "year" "years", |n| (1..=120).contains(&n), AGE;
    /// A time that has to be left, in months.
    Months "个月" "month" "months", |n| n > 0, ZERO;
    /// A number of things at least or at most.
    Count "个" "in all" "in all", |n| n > 0, ZERO;
}

impl Value for bool {
    fn show(&self, language: Language) -> String {
        if *self {
            told(language, "是", "yes")
        } else {
            told(language, "否", "no")
        }
    }
}

/// Declares a closed list of requirements.
macro_rules! choices {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident $zh:literal $en:literal;)+ })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl Value for $name {
            fn show(&self, language: Language) -> String {
                self.text().get(language).to_owned()
            }
        }

        impl $name {
            /// What a person reads.
            pub const fn text(self) -> Text {
                match self { $(Self::$variant => Text { zh: $zh, en: $en }),+ }
            }
        }
    )+};
}

choices! {
    /// Who may be the principal's responsible person 主体负责人 of an organisation.
    ResponsiblePersonRule {
        /// The legal representative only.
        LegalRepresentative "须为法定代表人" "the legal representative only";
        /// Someone else with a letter 授权书.
        WithLetter "可为他人，须提供授权书" "someone else with an authorisation letter";
        /// Someone else with a letter, who then is the responsible person of every service too.
        WithLetterForAll "可为他人，须提供授权书，且服务负责人须为同一人" "someone else with an authorisation letter, who is then the services' responsible person too";
        /// A shareholder or senior manager, with the proof of that and a letter.
        OfficerWithLetter "可为股东或高级管理人员，须提供章程或任职证明及授权书" "a shareholder or senior manager, with proof of the position and a letter";
    }

    /// Who may be a service's responsible person 服务负责人 of an organisation.
    ServiceResponsiblePersonRule {
        /// The principal's responsible person, where that is not the legal representative.
        SameAsPrincipal "主体负责人非法定代表人时，服务负责人须为同一人" "the principal's responsible person, where that is not the legal representative";
        /// Anyone with a letter of the legal representative.
        Anyone "可为第三人，须提供法定代表人授权书" "a third person, with a letter of the legal representative";
        /// Not the legal representative.
        NotLegalRepresentative "不得为法定代表人" "not the legal representative";
    }

    /// Who may own an organisation's domain 域名所有者.
    RegistrantRule {
        /// The organisation only.
        PrincipalOnly "仅限主体本单位" "the organisation only";
        /// The organisation or its legal representative.
        OrLegalRepresentative "本单位或法定代表人" "the organisation or its legal representative";
        /// The organisation, or its legal representative with a letter.
        OrLegalRepresentativeWithLetter "本单位，或法定代表人（须提供单位授权书）" "the organisation, or its legal representative with a letter";
    }

    /// Whether a filing may pass to another principal 变更主体.
    ChangeRule {
        /// No: deregister and file anew.
        NotAccepted "不可变更，须注销后重新备案" "no: deregister and file anew";
        /// Yes.
        Accepted "可以变更" "yes";
        /// With the registration authority's proof of the change.
        WithChangeProof "可以变更，须提供登记机关出具的变更证明" "with the registration authority's proof of the change";
        /// Between organisations of one legal representative.
        SameLegalRepresentative "法定代表人相同方可变更" "where the legal representative is the same";
        /// Where the individual is the organisation's legal representative.
        AsLegalRepresentative "个人为该单位法定代表人方可变更" "where the individual is the organisation's legal representative";
        /// Where the domain belongs to the organisation.
        WithOwnDomain "域名所有者已为该单位方可变更" "where the domain belongs to the organisation already";
    }

    /// What becomes of data that differ from what is filed 主体信息与已备案信息不一致.
    FiledDataRule {
        /// The data have to be as filed: change them first, where they are filed.
        AsFiled "须与已备案信息一致，不一致的须先在原接入商变更" "as filed: change them first, where they are filed";
        /// The principal's responsible person has to be the one filed.
        ResponsiblePersonAsFiled "主体负责人须与已备案的一致，不一致的须先在原接入商变更" "the principal's responsible person as filed: change it first, where it is filed";
        /// The certificate has to be the one filed.
        CertificateAsFiled "证件须与已备案的一致，证件已更换的须先在原接入商变更或注销" "the certificate as filed: change it first, where it is filed, or deregister";
        /// The filing keeps its data, and is changed afterwards.
        ChangedAfterwards "可先按原信息接入，通过后再变更" "filed as it is, and changed afterwards";
        /// The filing keeps its data, and is changed within ten working days.
        ChangedWithinTenDays "可先按原信息接入，通过后 10 个工作日内变更" "filed as it is, and changed within ten working days";
        /// They may differ: the filing takes the new ones.
        MayDiffer "可以不一致，备案信息随本订单更新" "they may differ: the filing takes the new ones";
    }

    /// Which number the footer of a website shows.
    FooterNumber {
        /// The service's.
        Service "服务备案号" "the service's number";
        /// The principal's.
        Principal "主体备案号" "the principal's number";
    }

    /// What already filed services have to be, before a new one is taken.
    FiledServiceRule {
        /// Open.
        Open "已备案网站须可正常访问" "open";
        /// Open, and showing their number.
        OpenWithNumber "已备案网站须可正常访问并在底部展示备案号" "open, and showing their number";
    }

    /// How a responsible person may be shared by several principals.
    SharedResponsiblePersonRule {
        /// Neither the person nor the phone may stand under another principal.
        NotShared "负责人证件及电话均不得用于其他主体" "neither the person nor the phone under another principal";
        /// The person may not stand under another principal.
        PersonNotShared "负责人证件不得用于其他主体" "the person not under another principal";
        /// The phone may not stand under another principal.
        PhoneNotShared "负责人电话不得用于其他主体" "the phone not under another principal";
    }

    /// How a foreign legal representative is provided for.
    ForeignRepresentativeRule {
        /// A mainland citizen is the principal's responsible person, with a letter.
        CitizenResponsiblePersons "须授权中国内地公民担任主体负责人" "a mainland citizen is the principal's responsible person, with a letter";
        /// The same, who is the services' responsible person too.
        CitizenResponsiblePersonsAll "须授权中国内地公民担任主体负责人，且服务负责人须为同一人" "a mainland citizen is the responsible person of the principal and its services, with a letter";
    }

    /// When a change needs the real-name screenshot of a website's domain.
    DomainCertificateRule {
        /// In every change.
        Always "变更时须上传" "in every change";
        /// Where an individual's filing becomes an organisation's.
        FromIndividual "个人备案变更为单位备案时须上传" "where an individual's filing becomes an organisation's";
    }

    /// Whether a responsible person's mobile is of the province.
    LocalMobileRule {
        /// Needed.
        Required "须为本省手机号" "of the province";
        /// Needed of individuals from other provinces.
        RequiredOfOutsiders "外省个人须使用本省手机号" "of the province, for individuals from elsewhere";
        /// Better.
        Recommended "建议使用本省手机号" "of the province, as a recommendation";
        /// Not needed.
        NotRequired "不限归属地" "of any province";
    }

    /// Whose number an emergency contact may not be.
    EmergencyContactRule {
        /// The responsible person's own will do.
        Any "须填写，可与负责人号码相同" "given; the responsible person's own will do";
        /// Other than the responsible person's own.
        NotOwn "须填写，且不得与负责人号码相同" "given, other than the responsible person's own";
        /// A third person's: neither responsible person's.
        NotOfResponsiblePersons "须填写，且不得为任一负责人的号码" "given, a third person's";
    }
}

/// Whether individuals from other provinces can file 外省个人.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OutOfProvince {
    /// No.
    NotAccepted,
    /// Yes; no proof is stated.
    Accepted,
    /// With a local phone.
    WithLocalPhone,
    /// With one of these proofs.
    WithProof(Cow<'static, [MaterialKind]>),
}

impl Value for OutOfProvince {
    fn show(&self, language: Language) -> String {
        match self {
            Self::NotAccepted => told(language, "不接受", "not accepted"),
            Self::Accepted => told(language, "接受，未提及证明材料", "accepted; no proof is stated"),
            Self::WithLocalPhone => told(language, "接受，须使用本省手机号", "accepted with a local phone"),
            Self::WithProof(proofs) => {
                let list = named(proofs, MaterialKind::text, language);
                told(language, format!("须提供以下证明之一：{list}"), format!("with one of: {list}"))
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        matches!(self, Self::WithProof(proofs) if proofs.is_empty()).then_some(EMPTY)
    }
}

/// A proof that young filers bring 未成年人证明.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeProof {
    /// Asked of those younger than this.
    pub below: u32,
    /// One of these.
    pub proofs: Cow<'static, [MaterialKind]>,
}

impl Value for AgeProof {
    fn show(&self, language: Language) -> String {
        let (below, list) = (self.below, named(&self.proofs, MaterialKind::text, language));
        told(language, format!("未满 {below} 周岁须提供：{list}"), format!("below {below}: {list}"))
    }

    fn impossible(&self) -> Option<&'static str> {
        if self.proofs.is_empty() {
            return Some(EMPTY);
        }
        Years(self.below).impossible()
    }
}

/// How old a document may be: `{"material": "statement", "at_most": {"months": 6}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentAge {
    /// Of which kind.
    pub material: MaterialKind,
    /// The time since it was issued.
    pub at_most: TimeSpan,
}

/// A number of days or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeSpan {
    /// Natural days.
    Days(u32),
    /// Months of the calendar.
    Months(u32),
}

impl TimeSpan {
    /// The day so long before another.
    pub fn before(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_sub_days(chrono::Days::new(days.into())),
            Self::Months(months) => day.checked_sub_months(chrono::Months::new(months)),
        }
    }
}

impl Value for DocumentAge {
    fn show(&self, language: Language) -> String {
        let material = self.material.text().get(language);
        let (count, zh, unit) = match self.at_most {
            TimeSpan::Days(days) => (days, "日", "day"),
            TimeSpan::Months(months) => (months, "个月", "month"),
        };
        let s = if count == 1 { "" } else { "s" };
        told(
            language,
            format!("{material}须在 {count} {zh}内出具"),
            format!("{material}: issued in the last {count} {unit}{s}"),
        )
    }

    fn impossible(&self) -> Option<&'static str> {
        let (TimeSpan::Days(count) | TimeSpan::Months(count)) = self.at_most;
        Count(count).impossible()
    }
}

/// The age that a service's responsible person has not reached yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeCap {
    /// Of men.
    pub men: u32,
    /// Of women.
    pub women: u32,
}

impl Value for AgeCap {
    fn show(&self, language: Language) -> String {
        let Self { men, women } = self;
        told(
            language,
            format!("男性未满 {men} 周岁、女性未满 {women} 周岁"),
            format!("men below {men}, women below {women}"),
        )
    }

    fn impossible(&self) -> Option<&'static str> {
        Years(self.men).impossible().or(Years(self.women).impossible())
    }
}

/// Which certificates are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Certificates {
    /// These only.
    Only(Cow<'static, [CertificateKind]>),
    /// All but these.
    Not(Cow<'static, [CertificateKind]>),
    /// These among others.
    Among(Cow<'static, [CertificateKind]>),
}

impl Certificates {
    /// Whether one is taken.
    pub fn take(&self, kind: CertificateKind) -> bool {
        match self {
            Self::Only(kinds) => kinds.contains(&kind),
            Self::Not(kinds) => !kinds.contains(&kind),
            Self::Among(_) => true,
        }
    }
}

impl Value for Certificates {
    fn show(&self, language: Language) -> String {
        let list = |kinds| named(kinds, CertificateKind::text, language);
        match self {
            Self::Only(kinds) => {
                told(language, format!("仅接受{}", list(kinds)), format!("{} only", list(kinds)))
            }
            Self::Not(kinds) => {
                told(language, format!("不接受{}", list(kinds)), format!("anything but {}", list(kinds)))
            }
            Self::Among(kinds) => {
                told(language, format!("接受{}", list(kinds)), format!("{} among others", list(kinds)))
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        let (Self::Only(kinds) | Self::Not(kinds) | Self::Among(kinds)) = self;
        kinds.is_empty().then_some(EMPTY)
    }
}

wire_names! {
    /// What is counted.
    pub enum Metric {
        /// Websites and APPs.
        Services = "services" { zh: "服务", en: "service" },
        /// Domains.
        Domains = "domains" { zh: "域名", en: "domain" },
        /// Domains that differ before the suffix 不同前缀域名.
        DomainLabels = "domain_labels" { zh: "不同前缀的域名", en: "different domain label" },
    }
}

wire_names! {
    /// Over what is counted.
    pub enum Basis {
        /// What is filed already.
        Filed = "filed" { zh: "已备案", en: "filed" },
        /// What is filed and what the order adds.
        FiledAndNew = "filed_and_new" { zh: "已备案及本次新增", en: "filed and new" },
        /// What the order has.
        InOrder = "in_order" { zh: "本订单", en: "of this order" },
    }
}

wire_names! {
    /// How a number is compared with a threshold.
    pub enum Operator {
        /// More than the number.
        Above = "above" { zh: "超过", en: "more than" },
        /// The number or more.
        AtLeast = "at_least" { zh: "达到", en: "at least" },
    }
}

wire_names! {
    /// What follows once a threshold is met.
    pub enum Consequence {
        /// A site plan 网站建设方案书.
        SitePlan = "site_plan" { zh: "须提交网站建设方案书", en: "a site plan is handed in" },
        /// A site plan, sent by post.
        SitePlanByPost = "site_plan_by_post" { zh: "须提交网站建设方案书并邮寄纸质材料", en: "a site plan is handed in and sent by post" },
        /// A site plan and a guarantee 保证书.
        SitePlanAndGuarantee = "site_plan_and_guarantee" { zh: "须提交网站建设方案书和保证书", en: "a site plan and a guarantee are handed in" },
        /// A stamped statement 情况说明.
        Statement = "statement" { zh: "须提交盖章的情况说明", en: "a stamped statement is handed in" },
        /// A check in person at the authority 现场核验.
        InPersonCheck = "in_person_check" { zh: "须到管局现场核验", en: "the authority checks in person" },
    }
}

/// A threshold: what is counted, over what, how compared, with which number, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// What is counted.
    pub metric: Metric,
    /// Over what.
    pub basis: Basis,
    /// How it is compared.
    pub operator: Operator,
    /// With which number.
    pub number: u32,
    /// What follows.
    pub consequence: Consequence,
}

impl Threshold {
    /// From its five parts.
    pub(super) const fn of(
        metric: Metric,
        basis: Basis,
        operator: Operator,
        number: u32,
        consequence: Consequence,
    ) -> Self {
        Self { metric, basis, operator, number, consequence }
    }

    /// Whether a count meets it.
    pub const fn is_met(&self, count: usize) -> bool {
        #[allow(clippy::as_conversions)] // no narrower than 32 bits on any target of this crate
        let number = self.number as usize;
        match self.operator {
            Operator::Above => count > number,
            Operator::AtLeast => count >= number,
        }
    }
}

impl Value for Threshold {
    fn show(&self, language: Language) -> String {
        let Self { metric, basis, operator, number, consequence } = self;
        let consequence = consequence.text().get(language);
        match language {
            Language::Zh => {
                let (basis, metric) = (basis.text().zh, metric.text().zh);
                format!("{basis}{metric}数{} {number} 个时{consequence}", operator.text().zh)
            }
            Language::En => {
                let (basis, metric) = (basis.text().en, metric.text().en);
                let s = if *number == 1 { "" } else { "s" };
                format!("{} {number} {metric}{s} ({basis}): {consequence}", operator.text().en)
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.number == 0).then_some(ZERO)
    }
}

/// How many services or domains one order may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderLimit {
    /// What is counted.
    pub metric: Metric,
    /// How many.
    pub max: u32,
    /// Where more than this many are filed already; absent, always.
    #[serde(default)]
    pub filed_above: Option<u32>,
}

impl Value for OrderLimit {
    fn show(&self, language: Language) -> String {
        let (metric, max) = (self.metric.text().get(language), self.max);
        let s = if max == 1 { "" } else { "s" };
        match self.filed_above {
            None => told(
                language,
                format!("每个订单最多 {max} 个{metric}"),
                format!("at most {max} {metric}{s} in an order"),
            ),
            Some(filed) => told(
                language,
                format!("已备案超过 {filed} 个后，每个订单最多 {max} 个{metric}"),
                format!("at most {max} {metric}{s} in an order once more than {filed} are filed"),
            ),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.max == 0).then_some(ZERO)
    }
}

/// Which suffixes are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Suffixes {
    /// These only; `*` stands for every suffix in Chinese characters.
    Only(Words),
    /// All but these.
    Not(Words),
}

impl Suffixes {
    /// Whether a domain with this name, as people write it, is taken.
    pub fn take(&self, name: &str) -> bool {
        let dot = name.bytes().rposition(|byte| byte == b'.');
        let last = dot.and_then(|dot| name.get(dot + 1..)).unwrap_or(name);
        let ends = |word: &str| {
            // Most words are told from the last label at first sight.
            word.len() >= last.len()
                && word.as_bytes().last() == last.as_bytes().last()
                && name.strip_suffix(word).is_some_and(|rest| rest.ends_with('.'))
        };
        let is_chinese = || !last.is_ascii();
        match self {
            Self::Only(words) => words.iter().any(|word| if word == "*" { is_chinese() } else { ends(word) }),
            Self::Not(words) => !words.iter().any(ends),
        }
    }
}

impl Value for Suffixes {
    fn show(&self, language: Language) -> String {
        let dotted = |words: &Words| {
            let shown = words.iter().map(|word| match (word, language) {
                ("*", Language::Zh) => "中文域名后缀".to_owned(),
                ("*", Language::En) => "suffixes in Chinese characters".to_owned(),
                (word, _) => format!(".{word}"),
            });
            shown.collect::<Vec<_>>().join(comma(language))
        };
        match self {
            Self::Only(words) => {
                told(language, format!("仅接受 {}", dotted(words)), format!("only {}", dotted(words)))
            }
            Self::Not(words) => {
                told(language, format!("不接受 {}", dotted(words)), format!("not {}", dotted(words)))
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        let (Self::Only(words) | Self::Not(words)) = self;
        words.0.is_empty().then_some(EMPTY)
    }
}

/// Words that may not stand somewhere, or only under a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WordRule {
    /// Not at all.
    Not(Words),
    /// With a pre-approval document 前置审批文件.
    WithPreApproval(Words),
    /// With a pre-approval document, or a remark that the matter is not involved.
    WithPreApprovalOrRemark(Words),
}

impl WordRule {
    /// The words.
    pub const fn words(&self) -> &Words {
        let (Self::Not(words) | Self::WithPreApproval(words) | Self::WithPreApprovalOrRemark(words)) = self;
        words
    }
}

impl Value for WordRule {
    fn show(&self, language: Language) -> String {
        let list = self.words().listed(language);
        match self {
            Self::Not(_) => told(language, format!("不得含有：{list}"), format!("without: {list}")),
            Self::WithPreApproval(_) => told(
                language,
                format!("含有以下字样须提供前置审批文件：{list}"),
                format!("with a pre-approval document where it has: {list}"),
            ),
            Self::WithPreApprovalOrRemark(_) => told(
                language,
                format!("含有以下字样须提供前置审批文件，或备注不涉及：{list}"),
                format!(
                    "with a pre-approval document or a remark that it is not involved, where it has: {list}"
                ),
            ),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        self.words().0.is_empty().then_some(EMPTY)
    }
}

/// What the name of a service has to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NameRule {
    /// Without, or only conditionally with, these words.
    Words(WordRule),
    /// With at least this many Chinese characters.
    ChineseCharacters(u32),
    /// Not in English alone.
    NotEnglishOnly,
    /// Without English.
    NoEnglish,
    /// Not the name of the person.
    NotOwnName,
    /// Not a domain.
    NotDomain,
    /// Not a number.
    NotNumber,
    /// The organisation's full or short name.
    OfOrganization,
    /// With the organisation's name, or a stamped statement.
    OfOrganizationOrStatement,
}

impl Value for NameRule {
    fn show(&self, language: Language) -> String {
        let text = match self {
            Self::Words(words) => return words.show(language),
            Self::ChineseCharacters(least) => {
                return told(
                    language,
                    format!("至少 {least} 个汉字"),
                    format!("at least {least} Chinese characters"),
                )
            }
            Self::NotEnglishOnly => Text { zh: "不得为纯英文", en: "not in English alone" },
            Self::NoEnglish => Text { zh: "不得含英文", en: "without English" },
            Self::NotOwnName => Text { zh: "不得为个人姓名", en: "not a person's name" },
            Self::NotDomain => Text { zh: "不得为域名", en: "not a domain" },
            Self::NotNumber => Text { zh: "不得为数字", en: "not a number" },
            Self::OfOrganization => {
                Text { zh: "须为单位全称或简称", en: "the organisation's full or short name" }
            }
            Self::OfOrganizationOrStatement => Text {
                zh: "须含单位名称或简称，否则须提供盖章说明",
                en: "with the organisation's full or short name, or a stamped statement",
            },
        };
        text.get(language).to_owned()
    }

    fn impossible(&self) -> Option<&'static str> {
        match self {
            Self::Words(words) => words.impossible(),
            Self::ChineseCharacters(0) => Some(ZERO),
            _ => None,
        }
    }
}

/// What the remark 备注 of a service has to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RemarkRule {
    /// What the service is for.
    Content,
    /// This much, in characters.
    Characters(u32),
    /// A declaration that it is an individual's site without business of an enterprise.
    IndividualSite,
    /// That it only shows things: no trade, no finance.
    ShowcaseOnly,
    /// What the service is for, where its contents are other than these.
    ContentUnless(Cow<'static, [WebsiteContent]>),
    /// What the service is for, where its contents have one of these.
    ContentWhere(Cow<'static, [WebsiteContent]>),
    /// That the domains lead to one site, where there are several.
    SameSite,
    /// Who uses the emergency contact, and how they stand to the responsible person.
    EmergencyContact,
}

impl Value for RemarkRule {
    fn show(&self, language: Language) -> String {
        let text = match self {
            Self::Characters(least) => {
                return told(language, format!("至少 {least} 个字"), format!("at least {least} characters"))
            }
            Self::ContentUnless(contents) => {
                let list = named(contents, WebsiteContent::text, language);
                return told(
                    language,
                    format!("服务内容不是{list}的，须说明具体内容"),
                    format!("the actual content, where it is other than {list}"),
                );
            }
            Self::ContentWhere(contents) => {
                let list = named(contents, WebsiteContent::text, language);
                return told(
                    language,
                    format!("服务内容选择{list}的，须说明具体内容"),
                    format!("the actual content, where {list} is chosen"),
                );
            }
            Self::Content => Text { zh: "网站实际内容或用途", en: "the actual content or use" },
            Self::IndividualSite => Text {
                zh: "声明：本网站为个人网站，不含企业内容，如有不实愿接受注销备案并列入黑名单",
                en: "a declaration: an individual's site without content of an enterprise; if that is untrue, its filing may be deregistered and blacklisted",
            },
            Self::ShowcaseOnly => Text {
                zh: "声明：网站仅用于展示，不涉及在线交易、互联网金融和电子商务",
                en: "a declaration: for display only, without online trade, finance or e-commerce",
            },
            Self::SameSite => Text { zh: "各域名指向同一网站", en: "that the domains lead to one site" },
            Self::EmergencyContact => Text {
                zh: "应急联系方式的使用人及其与负责人的关系或职务",
                en: "who uses the emergency contact, and that person's relation to the responsible person or position",
            },
        };
        text.get(language).to_owned()
    }

    fn impossible(&self) -> Option<&'static str> {
        match self {
            Self::Characters(0) => Some(ZERO),
            Self::ContentUnless(contents) | Self::ContentWhere(contents) if contents.is_empty() => {
                Some(EMPTY)
            }
            _ => None,
        }
    }
}

/// Which contents of a website are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Contents {
    /// These only.
    Only(Cow<'static, [WebsiteContent]>),
    /// All but these.
    Not(Cow<'static, [WebsiteContent]>),
    /// All but these, which need a pre-approval document.
    NotWithoutPreApproval(Cow<'static, [WebsiteContent]>),
}

impl Value for Contents {
    fn show(&self, language: Language) -> String {
        let list = |contents| named(contents, WebsiteContent::text, language);
        match self {
            Self::Only(contents) => {
                told(language, format!("仅接受{}", list(contents)), format!("{} only", list(contents)))
            }
            Self::Not(contents) => told(
                language,
                format!("不接受{}", list(contents)),
                format!("anything but {}", list(contents)),
            ),
            Self::NotWithoutPreApproval(contents) => told(
                language,
                format!("未经前置审批不接受{}", list(contents)),
                format!("{} with pre-approval only", list(contents)),
            ),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        let (Self::Only(contents) | Self::Not(contents) | Self::NotWithoutPreApproval(contents)) = self;
        contents.is_empty().then_some(EMPTY)
    }
}

wire_names! {
    /// Where a document is uploaded.
    pub enum DocumentPlace {
        /// With the order.
        Order = "order" { zh: "订单材料", en: "the order's materials" },
        /// With the principal.
        Principal = "principal" { zh: "主体材料", en: "the principal's materials" },
        /// With each service.
        Service = "service" { zh: "服务材料", en: "the service's materials" },
    }
}

/// A document that one province asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRule {
    /// Which.
    pub document: MaterialKind,
    /// What is taken in its place.
    #[serde(default)]
    pub or: Option<MaterialKind>,
    /// Where it belongs; one that stands with the order does everywhere.
    pub place: DocumentPlace,
    /// How long it is valid after the day it was signed, in working days; absent, for good.
    #[serde(default)]
    pub working_days: Option<u32>,
}

impl DocumentRule {
    /// A document that is valid for good.
    pub(super) const fn of(document: MaterialKind, place: DocumentPlace) -> Self {
        Self { document, or: None, place, working_days: None }
    }
}

impl Value for DocumentRule {
    fn show(&self, language: Language) -> String {
        let document = self.document.text().get(language);
        let document = match (self.or, language) {
            (None, _) => document.to_owned(),
            (Some(or), Language::Zh) => format!("{document}或{}", or.text().zh),
            (Some(or), Language::En) => format!("{document} or {}", or.text().en),
        };
        match self.working_days {
            None => document,
            Some(days) => told(
                language,
                format!("{document}（签署之日起 {days} 个工作日内有效）"),
                format!("{document}, valid for {days} working days from signing"),
            ),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.working_days == Some(0)).then_some(ZERO)
    }
}

/// Order kinds that are not taken online.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderKinds(pub Cow<'static, [OrderKind]>);

impl Value for OrderKinds {
    fn show(&self, language: Language) -> String {
        named(&self.0, OrderKind::text, language)
    }

    fn impossible(&self) -> Option<&'static str> {
        self.0.is_empty().then_some(EMPTY)
    }
}

wire_names! {
    /// The form with which a hollow principal is deregistered.
    pub enum PaperForm {
        /// The authority's own.
        Own = "own" { zh: "该省管局自有的申请表", en: "the authority's own form" },
        /// None: an application and copies, by post.
        ByPost = "by_post" { zh: "申请书及复印件，邮寄办理", en: "an application and copies, by post" },
        /// The form from the ministry's notices of the province.
        Ministry = "ministry" { zh: "工信部备案网站该省公告中的申请表", en: "the form from the ministry's notices of the province" },
    }
}

/// How a hollow principal 空壳主体 is deregistered, on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperDeregistration {
    /// With which form.
    pub form: PaperForm,
    /// The way in Chinese.
    pub zh: Cow<'static, str>,
    /// The way in English.
    pub en: Cow<'static, str>,
}

impl Value for PaperDeregistration {
    fn show(&self, language: Language) -> String {
        match language {
            Language::Zh => self.zh.clone().into_owned(),
            Language::En => self.en.clone().into_owned(),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.zh.is_empty() || self.en.is_empty()).then_some("a text in both languages")
    }
}
