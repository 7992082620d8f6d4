//! How the reasons of parse errors are declared: once, with code and both languages.

/// Declares a list of reasons why a text is not a value:
///
/// ```ignore
/// reasons! {
///     /// Why a text is no mainland mobile number.
///     pub enum MobileError {
///         /// Not eleven digits.
///         Length = "length" { zh: "手机号应为 11 位数字", en: "a mobile number has eleven digits" },
///     }
/// }
/// ```
macro_rules! reasons {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident = $code:literal { zh: $zh:literal, en: $en:literal }),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            // One list of texts in a program, not one wherever a reason is asked for.
            #[inline(never)]
            const fn line(self) -> &'static str {
                match self { $(Self::$variant => concat!($code, "\t", $zh, "\t", $en)),+ }
            }

            /// The code, with its text in both languages.
            pub fn term(self) -> $crate::text::Term { $crate::text::Term::split(self.line()) }

            /// The stable code, `snake_case`.
            pub fn code(self) -> &'static str { self.term().code }

            /// What is wrong, in both languages.
            pub fn text(self) -> $crate::text::Text { self.term().text }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.text().en)
            }
        }

        impl ::std::error::Error for $name {}

        #[cfg(test)]
        #[test]
        #[allow(non_snake_case)]
        fn $name() {
            $crate::text::laws::hold(stringify!($name), $name::ALL.iter().map(|reason| reason.term()));
            for reason in $name::ALL {
                assert_eq!(reason.to_string(), reason.text().en);
            }
        }

        impl From<$name> for $crate::text::Term {
            fn from(reason: $name) -> Self { reason.term() }
        }
    };
}
pub(crate) use reasons;
