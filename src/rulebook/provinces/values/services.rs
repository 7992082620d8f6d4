//! Names, suffixes, remarks and contents.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{comma, named, told, Value, Words, EMPTY, ZERO};
use crate::model::service::WebsiteContent;
use crate::text::{Language, Text};

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

impl crate::text::sealed::Sealed for Suffixes {}

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
                told(language, format!("不接受 {}", dotted(words)), format!("all but {}", dotted(words)))
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

impl crate::text::sealed::Sealed for WordRule {}

impl Value for WordRule {
    fn show(&self, language: Language) -> String {
        let list = self.words().listed(language);
        match self {
            Self::Not(_) => told(language, format!("不得含有：{list}"), format!("without: {list}")),
            Self::WithPreApproval(_) => told(
                language,
                format!("含有以下字样的，须提供前置审批文件：{list}"),
                format!("with a pre-approval document where it has: {list}"),
            ),
            Self::WithPreApprovalOrRemark(_) => told(
                language,
                format!("含有以下字样的，须提供前置审批文件，或备注不涉及：{list}"),
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

impl crate::text::sealed::Sealed for NameRule {}

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

impl crate::text::sealed::Sealed for RemarkRule {}

impl Value for RemarkRule {
    fn show(&self, language: Language) -> String {
        let text = match self {
            Self::Characters(least) => {
                return told(
                    language,
                    format!("不少于 {least} 个字的网站说明"),
                    format!("what the website is, in at least {least} characters"),
                );
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

impl crate::text::sealed::Sealed for Contents {}

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
