//! Patterns of a service's own that names are held against.

wire_names! {
    /// Whose names a [`NamePattern`](crate::NamePattern) is of.
    pub enum NameOf {
        /// Websites and APPs.
        Service = "service" { zh: "服务", en: "services" },
        /// Websites.
        Website = "website" { zh: "网站", en: "websites" },
        /// APPs.
        App = "app" { zh: "APP 应用", en: "APPs" },
        /// The principal.
        Principal = "principal" { zh: "主体", en: "the principal" },
    }
}

/// Why a pattern cannot be used.
///
/// ```
/// use beian::{NamePattern, PatternError, Rulebook, RulebookErrorReason, RulebookPatch};
/// let patch = RulebookPatch::new().with_name_pattern(NamePattern::refused("acme.test", "(test"));
/// let error = Rulebook::default().patched(&patch).unwrap_err();
/// assert_eq!(error.path(), "/names/acme.test/refused");
/// assert!(matches!(error.reason(), RulebookErrorReason::Pattern(PatternError::Syntax(_))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternError {
    /// It is empty, and would match every name.
    #[error("the pattern is empty")]
    Empty,
    /// It is over 1,000 bytes, or compiles to more than 64 KB.
    #[error("the pattern is too large")]
    TooLarge,
    /// It is no regular expression of `regex` without its tables of Unicode; the text says where it fails.
    #[error("{0}")]
    Syntax(Box<str>),
    /// The crate was built without the feature `patterns`.
    #[error("this program was built without the feature `patterns`")]
    Unavailable,
}
