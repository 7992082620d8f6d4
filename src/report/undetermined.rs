//! Rules that could not be decided, and what it would take.

use crate::check::Needed;
use crate::path::FieldPath;
use crate::text::{written, Language, Text};
use serde::Deserialize;
use serde::Serialize;
use serde::Serializer;
use std::borrow::Cow;
use std::fmt;

/// A rule that applies to the order but could not be decided, and the first thing that it needs.
///
/// ```
/// use beian::order::Filing;
/// use beian::{validate, Context, Order, Rulebook};
///
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&Order::FirstFiling(Filing::new()), &context, &Rulebook::default());
/// for undetermined in &report.undetermined {
///     println!("{} could not be decided without {}", undetermined.rule, undetermined.needs);
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Undetermined {
    /// The id of the rule.
    pub rule: Cow<'static, str>,
    /// What it needs.
    pub needs: Need,
}

/// What a rule needs to be decided. On the wire `registry`, `account`, `target_account`, `province_rules`,
/// `provider_rules`, or the JSON Pointer of an absent input, prefixed `order:` or `context:`. The list is
/// open.
///
/// ```
/// use beian::order::Filing;
/// use beian::{validate, Context, Need, Order, Rulebook};
///
/// let order = Order::FirstFiling(Filing::new());
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &Rulebook::default());
/// // What a service would gain by handing in the account.
/// assert!(report.undetermined.iter().any(|undetermined| undetermined.needs == Need::Account));
/// assert_eq!(Need::named("order:/services/0/open").to_string(), "order:/services/0/open");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Need {
    /// What is filed.
    Registry,
    /// The account of the order.
    Account,
    /// The account that a filing moves to.
    TargetAccount,
    /// The province's practice is not known.
    ProvinceRules,
    /// The provider's profile does not state the limit.
    ProviderRules,
    /// An optional input of the order that is absent.
    OrderInput(FieldPath),
    /// An optional input of the context that is absent.
    ContextInput(FieldPath),
    /// Something that a newer version names.
    Other(Box<str>),
}

impl Need {
    /// The one of this name on the wire; what only a newer version names is [`Need::Other`].
    pub fn named(name: &str) -> Self {
        let input = |prefix: &str| name.strip_prefix(prefix).and_then(|path| path.parse().ok());
        match name {
            "registry" => Self::Registry,
            "account" => Self::Account,
            "target_account" => Self::TargetAccount,
            "province_rules" => Self::ProvinceRules,
            "provider_rules" => Self::ProviderRules,
            _ => match (input("order:"), input("context:")) {
                (Some(path), _) => Self::OrderInput(path),
                (_, Some(path)) => Self::ContextInput(path),
                _ => Self::Other(name.into()),
            },
        }
    }

    /// What it is, as a person reads it: of an input its label. [`Need::place`] says where an input of the order stands.
    ///
    /// ```
    /// use beian::{Language, Need};
    /// assert_eq!(Need::Registry.show(Language::En), "the filing records");
    /// assert_eq!(Need::named("order:/services/0/resources/0/billing").show(Language::Zh), "计费模式");
    /// ```
    pub fn show(&self, language: Language) -> &str {
        let text = match self {
            Self::Registry => Needed::Registry.text(),
            Self::Account => Needed::Account.text(),
            Self::TargetAccount => Text { zh: "迁入账号信息", en: "the target account" },
            Self::ProvinceRules => Needed::ProvinceRules.text(),
            Self::ProviderRules => Needed::ProviderRules.text(),
            Self::OrderInput(path) | Self::ContextInput(path) => match path.last_key() {
                Some(key) => key.text(),
                None => return "",
            },
            Self::Other(name) => return name,
        };
        text.get(language)
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registry => f.write_str("registry"),
            Self::Account => f.write_str("account"),
            Self::TargetAccount => f.write_str("target_account"),
            Self::ProvinceRules => f.write_str("province_rules"),
            Self::ProviderRules => f.write_str("provider_rules"),
            Self::OrderInput(path) => write!(f, "order:{path}"),
            Self::ContextInput(path) => write!(f, "context:{path}"),
            Self::Other(name) => f.write_str(name),
        }
    }
}

impl Serialize for Need {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = |whose: &str, path: &FieldPath| {
            written(|out| {
                out.push_str(whose);
                path.write(out)
            })
        };
        match self {
            Self::OrderInput(path) => serializer.serialize_str(&of("order:", path)),
            Self::ContextInput(path) => serializer.serialize_str(&of("context:", path)),
            named => serializer.collect_str(named),
        }
    }
}

impl<'de> Deserialize<'de> for Need {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        Ok(Self::named(&text))
    }
}
