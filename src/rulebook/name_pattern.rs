//! Rules on names that a patch writes as patterns.

use super::tree::Tree;
use super::{PatchName, RulebookError};
use crate::model::order::OrderKind;
use crate::rule::{NameOf, OwnRule, OwnRuleError, Severity, Source};
use crate::text::Both;

/// A pattern in a [`RulebookPatch`](crate::RulebookPatch) for a service's own refused or required names.
///
/// It becomes a rule of the service's own, with its id, in the rulebook that is patched. The pattern is a regular expression
/// of the crate [`regex`](https://docs.rs/regex/latest/regex/#syntax) without its tables of Unicode but those of `(?i)`: in a
/// program that turns on no more of them there is no `\d`, `\w`, `\b` and no `\p{…}`; write `[0-9]` and
/// `[\u{4e00}-\u{9fff}]`. It is compiled when the patch is laid over a rulebook, and refused there where it is over 1,000
/// bytes or compiles to more than 64 KB. A search takes time in proportion to the name, of which the first 256 characters
/// are looked at, and never backtracks.
///
/// It needs the feature `patterns`; without it, such a patch is refused.
///
/// ```
/// use beian::order::Filing;
/// use beian::service::Website;
/// use beian::{validate, Context, Language, NameOf, NamePattern, Order, Rulebook, RulebookPatch, Severity};
///
/// let patch = RulebookPatch::new().with_name_pattern(
///     NamePattern::refused("acme.no-brand", "(?i)acme|艾克米").of(NameOf::Website).with_severity(Severity::Blocker),
/// );
/// let rulebook = Rulebook::default().patched(&patch)?;
///
/// let order = Order::FirstFiling(Filing::new().with_services([Website::new().with_name("艾克米产品展示")]));
/// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
/// let report = validate(&order, &context, &rulebook);
/// let finding = report.find("acme.no-brand", "/services/0/name").unwrap();
/// assert_eq!(
///     finding.message(Language::En).to_string(),
///     "The name “艾克米产品展示” has “艾克米”, which is not accepted here. Choose another."
/// );
/// # Ok::<(), beian::RulebookError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct NamePattern {
    id: String,
    entries: Tree,
}

/// What a finding says where the patch says nothing.
const REFUSED: (&str, &str) = (
    "名称“{name}”含有“{found}”，不予接受。请更换名称。",
    "The name “{name}” has “{found}”, which is not accepted here. Choose another.",
);
const REQUIRED: (&str, &str) = (
    "名称“{name}”不是要求的写法。请按要求更换名称。",
    "The name “{name}” is not of the form that is required here. Choose one that is.",
);

/// The parameters that a text may have.
const PARAMS: [&str; 2] = ["name", "found"];

const KEYS: [&str; 7] = ["of", "refused", "required", "severity", "orders", "message", "source"];

impl NamePattern {
    /// Names in which the pattern is found are refused: a warning, of websites and APPs, where nothing else is said.
    pub fn refused(id: impl Into<String>, pattern: impl Into<String>) -> Self {
        Self::new(id.into(), "refused", pattern.into())
    }

    /// Names in which the pattern is not found are refused.
    pub fn required(id: impl Into<String>, pattern: impl Into<String>) -> Self {
        Self::new(id.into(), "required", pattern.into())
    }

    fn new(id: String, key: &str, pattern: String) -> Self {
        Self { id, entries: Tree::Map(vec![(key.to_owned(), Tree::Text(pattern.into()))]) }
    }

    /// The same, of these names.
    #[must_use]
    pub fn of(self, of: NameOf) -> Self {
        self.with("of", Tree::Text(of.as_str().into()))
    }

    /// The same, with this severity.
    #[must_use]
    pub fn with_severity(self, severity: Severity) -> Self {
        self.with("severity", Tree::Text(severity.as_str().into()))
    }

    /// The same, in orders of these kinds only.
    #[must_use]
    pub fn with_orders(self, orders: impl IntoIterator<Item = impl Into<OrderKind>>) -> Self {
        let names = orders.into_iter().map(|kind| Tree::Text(kind.into().as_str().into()));
        let orders = Tree::List(names.collect());
        self.with("orders", orders)
    }

    /// The same, with what a finding says. `{name}` stands for the name, and `{found}` for the part that is refused.
    #[must_use]
    pub fn with_message(self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        let text = |text: String| Tree::Text(text.into());
        let message = vec![("zh".to_owned(), text(zh.into())), ("en".to_owned(), text(en.into()))];
        self.with("message", Tree::Map(message))
    }

    /// The same, with the document that says so; without, a finding quotes the patch.
    #[must_use]
    pub fn with_source(self, source: &Source) -> Self {
        self.with("source", Tree::of_source(source))
    }

    fn with(mut self, key: &str, value: Tree) -> Self {
        self.entries.put(key, value);
        self
    }

    pub(super) fn into_parts(self) -> (String, Tree) {
        (self.id, self.entries)
    }
}

/// The rule that a patch writes as a pattern.
pub(super) fn rule(id: &str, tree: &Tree, path: &str, by: &PatchName) -> Result<OwnRule, RulebookError> {
    let entries = tree.entries(path)?;
    if let Some((key, _)) = entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
        return Err(RulebookError::unknown_field(&KEYS).at(&format!("{path}/{key}")));
    }
    let find = |key: &str| entries.iter().find_map(|(known, tree)| (known == key).then_some(tree));
    let (key, pattern) = match (find("refused"), find("required")) {
        (Some(refused), None) => ("refused", refused),
        (None, Some(required)) => ("required", required),
        _ => return Err(RulebookError::impossible("either `refused` or `required`").at(path)),
    };
    let at = |key: &str| format!("{path}/{key}");
    let is_refusal = key == "refused";
    let of = find("of").map_or(Ok(NameOf::Service), |tree| tree.read(&at("of")))?;
    let severity = find("severity").map_or(Ok(Severity::Warning), |tree| tree.read(&at("severity")))?;
    let given: Option<Both<String>> = find("message").map_or(Ok(None), |tree| tree.read(&at("message")))?;
    let (zh, en) = if is_refusal { REFUSED } else { REQUIRED };
    let message = given.unwrap_or_else(|| Both { zh: zh.to_owned(), en: en.to_owned() });
    let source = find("source").map_or_else(|| Ok(by.source(path)), |tree| tree.read(&at("source")))?;
    let rule = OwnRule::new(id, severity, message.zh, message.en, source).map_err(|error| {
        let place = match error {
            OwnRuleError::Form | OwnRuleError::GroupTaken => path.to_owned(),
            OwnRuleError::Empty | OwnRuleError::Params => at("message"),
        };
        RulebookError::own_rule(error).at(&place)
    })?;
    if !rule.params().all(|param| PARAMS.contains(&param)) {
        return Err(RulebookError::impossible("no parameters but `{name}` and `{found}`").at(&at("message")));
    }
    let rule = match find("orders") {
        Some(orders) => {
            let orders: Vec<OrderKind> = orders.read(&at("orders"))?;
            if orders.is_empty() {
                return Err(RulebookError::impossible("a list with something in it").at(&at("orders")));
            }
            rule.with_orders(orders)
        }
        None => rule,
    };
    let pattern: String = pattern.read(&at(key))?;
    checked(rule, of, is_refusal, &pattern).map_err(|error| error.at(&at(key)))
}

#[cfg(feature = "patterns")]
fn checked(rule: OwnRule, of: NameOf, is_refusal: bool, pattern: &str) -> Result<OwnRule, RulebookError> {
    let test = crate::rule::NameTest::new(of, is_refusal, pattern).map_err(RulebookError::pattern)?;
    Ok(rule.with_check(std::sync::Arc::new(test)))
}

#[cfg(not(feature = "patterns"))]
fn checked(_: OwnRule, _: NameOf, _: bool, _: &str) -> Result<OwnRule, RulebookError> {
    Err(RulebookError::pattern(crate::rule::PatternError::Unavailable))
}
