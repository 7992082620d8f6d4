//! Profiles of providers that are none of this crate's.

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::tree::Tree;
use super::{Limits, PatchName, RulebookError};
use crate::rule::{Provider, Rule, Source};
use crate::text::{Both, Language, Sorted};

/// An access provider that is none of this crate's: its name, its limits, and its documents.
///
/// Its [rulebook](crate::Rulebook::of) has the rules that hold for all providers. A limit that is not given leaves the
/// rules that need it undetermined. A finding quotes the provider's own document on its rule, where the profile has one;
/// else a document of the state; else another provider's, as another's: `其他接入服务商文件：腾讯云…`.
///
/// On the wire:
///
/// | key | value |
/// |---|---|
/// | `provider` | the name that the wire has for it, in lower-case letters, digits and `_`; none of [`Provider::ALL`] |
/// | `name` | what people call it: `zh`, `en` |
/// | `as_of` | the day of its newest document |
/// | `limits` | as in a [`RulebookPatch`](crate::RulebookPatch) |
/// | `documents` | by the id of a rule, the `document`, `section` and `date` that state it. A rule that is only other providers' practice holds here too where the profile has a document on it |
///
/// ```
/// use beian::{Limit, Limits, Profile, Rule, Rulebook, Source};
///
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
/// let guide = |section: &'static str| Source::new("Acme Cloud 备案指南", section, Some(day));
/// let level: Rule = "domain.level-exceeded".parse()?;
/// let profile = Profile::new("acme", "Acme 云", "Acme Cloud", day)?
///     .with_limits(Limits::default().with_limit(Limit::AppDomainLevel, 3, guide("APP 域名")))
///     .with_document(level, guide("域名"));
/// let rulebook = Rulebook::of(&profile);
/// assert_eq!((rulebook.provider(), &*rulebook.version().provider), (None, "acme"));
/// assert_eq!(rulebook.limits().app_domain_level, Some(3));
///
/// let json = serde_json::to_string(&profile)?;
/// assert_eq!(serde_json::from_str::<Profile>(&json)?, profile);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    provider: Box<str>,
    name: Both<Box<str>>,
    as_of: NaiveDate,
    limits: Limits,
    documents: Sorted<Rule, Source>,
}

impl Profile {
    /// A provider by the name that the wire has for it, by what people call it in Chinese and in English, and by the day
    /// of its newest document. It states no limit yet.
    ///
    /// # Errors
    /// [`RulebookError`] where the name is of another form, or one of this crate's providers has it.
    pub fn new(
        provider: &str,
        zh: impl Into<Box<str>>,
        en: impl Into<Box<str>>,
        as_of: NaiveDate,
    ) -> Result<Self, RulebookError> {
        let is_name = provider.starts_with(|c: char| c.is_ascii_lowercase())
            && provider.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !is_name {
            let error = RulebookError::impossible("a name in lower-case letters, digits and `_`");
            return Err(error.at("/provider"));
        }
        if Provider::from_name(provider).is_some() {
            return Err(RulebookError::provider_taken().at("/provider"));
        }
        Ok(Self {
            provider: provider.into(),
            name: Both { zh: zh.into(), en: en.into() },
            as_of,
            limits: Limits::default(),
            documents: Sorted::default(),
        })
    }

    /// The same, with these limits in the place of those that it has.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The same, with the provider's document on a rule: what a finding quotes.
    #[must_use]
    pub fn with_document(mut self, rule: Rule, source: Source) -> Self {
        self.documents.insert(rule, source);
        self
    }

    /// The name that the wire has for it.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        self.name.get(language)
    }

    /// The day of its newest document.
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Its limits.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Its document on a rule.
    pub fn document(&self, rule: Rule) -> Option<&Source> {
        self.documents.get(&rule)
    }

    fn read(tree: &Tree) -> Result<Self, RulebookError> {
        const KEYS: [&str; 5] = ["provider", "name", "as_of", "limits", "documents"];
        let entries = tree.entries("")?;
        if let Some((key, _)) = entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            return Err(RulebookError::unknown_field(&KEYS).at(&format!("/{key}")));
        }
        let find = |key: &str| entries.iter().find_map(|(known, tree)| (known == key).then_some(tree));
        let of = |key: &'static str| find(key).ok_or_else(|| RulebookError::missing(key));
        let provider: String = of("provider")?.read("/provider")?;
        let name: Both<Box<str>> = of("name")?.read("/name")?;
        let mut profile = Self::new(&provider, name.zh, name.en, of("as_of")?.read("/as_of")?)?;
        if let Some(limits) = find("limits") {
            let by = PatchName { name: Some(profile.name.zh.clone()), date: Some(profile.as_of) };
            profile.limits.patch(limits, "/limits", &by)?;
        }
        for (id, tree) in find("documents").map_or(Ok(&[][..]), |tree| tree.entries("/documents"))? {
            let path = format!("/documents/{id}");
            let rule = Rule::from_id(id).ok_or_else(|| RulebookError::unknown_rule().at(&path))?;
            profile.documents.insert(rule, tree.read(&path)?);
        }
        Ok(profile)
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(&Tree::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            provider: &'a str,
            name: &'a Both<Box<str>>,
            as_of: NaiveDate,
            limits: &'a Limits,
            documents: &'a Sorted<Rule, Source>,
        }
        let Self { provider, name, as_of, limits, documents } = self;
        Written { provider, name, as_of: *as_of, limits, documents }.serialize(serializer)
    }
}
