//! How the reasons of problems are declared: once, with both compared values, the rule and both languages.

use chrono::NaiveDate;

use crate::text::sealed::Sealed;
use crate::text::{Param, Term};

/// Why something does not fit: one of a closed list, with the compared values. It is implemented here alone.
pub trait Reason: Sealed {
    /// The code, with a text in both languages.
    fn term(&self) -> Term;
    /// The id of the rule that is broken.
    fn rule(&self) -> &'static str;
    /// What was found.
    fn found(&self) -> Param;
    /// What is required in its place.
    fn required(&self) -> Param;
}

/// A value of a reason as a parameter. A text is a public name: of a package, a suffix, an account.
pub(super) trait Compared {
    fn param(&self) -> Param;
}

impl Compared for str {
    fn param(&self) -> Param {
        Param::name(self)
    }
}

impl<T: Compared + ?Sized> Compared for &T {
    fn param(&self) -> Param {
        T::param(self)
    }
}

macro_rules! compared {
    ($($type:ty),+ $(,)?) => {$(
        impl Compared for $type {
            fn param(&self) -> Param { Param::from(*self) }
        }
    )+};
}

compared!(
    usize,
    u32,
    u64,
    bool,
    NaiveDate,
    Term,
    crate::text::Text,
    crate::path::Key,
    crate::value::PlatformKind,
    crate::model::resource::Billing,
    crate::model::resource::ResourceKind,
    crate::model::resource::ServerProduct,
    crate::model::resource::LicenseCodeState,
    crate::model::material::MaterialFormat,
);

/// Declares the reasons of one concern. Each variant names its code, the rule that it breaks, what was found and what
/// is required, and its text in both languages:
///
/// ```ignore
/// problems! {
///     /// Why a number of services is too high.
///     pub enum ServicesProblem {
///         /// More than one order takes.
///         TooMany { /// How many. count: usize, /// How many are taken. max: u32 }
///             = "too_many" breaks "order.services-over-limit", count => max, "服务过多" / "too many services";
///     }
/// }
/// ```
macro_rules! problems {
    ($(#[$meta:meta])* pub enum $name:ident $(<$life:lifetime>)? {
        $($(#[$vmeta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident: $type:ty),+ $(,)? })?
            = $code:literal breaks $rule:literal, $found:expr => $required:expr, $zh:literal / $en:literal;)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name $(<$life>)? {
            $($(#[$vmeta])* $variant $({ $($(#[$fmeta])* $field: $type),+ })?),+
        }

        impl $(<$life>)? $crate::text::sealed::Sealed for $name $(<$life>)? {}

        #[allow(unused_variables)] // not every value is shown
        impl $(<$life>)? $crate::check::Reason for $name $(<$life>)? {
            fn term(&self) -> $crate::text::Term {
                match self {
                    $(Self::$variant { .. } => $crate::text::Term {
                        code: $code, text: $crate::text::Text { zh: $zh, en: $en },
                    }),+
                }
            }

            fn rule(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $rule),+ }
            }

            fn found(&self) -> $crate::text::Param {
                use $crate::check::problems::Compared as _;
                match self { $(Self::$variant $({ $($field),+ })? => ($found).param()),+ }
            }

            fn required(&self) -> $crate::text::Param {
                use $crate::check::problems::Compared as _;
                match self { $(Self::$variant $({ $($field),+ })? => ($required).param()),+ }
            }
        }

        #[cfg(test)]
        #[test]
        #[allow(non_snake_case)]
        fn $name() {
            let term = |code, zh, en| $crate::text::Term { code, text: $crate::text::Text { zh, en } };
            $crate::text::laws::hold(stringify!($name), [$(term($code, $zh, $en)),+]);
            for rule in [$($rule),+] {
                assert!($crate::rule::Rule::from_id(rule).is_some(), "{}: {rule}", stringify!($name));
            }
        }
    };
}
