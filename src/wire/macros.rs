//! The macros that declare what the wire carries: closed lists, objects, and objects whose key `kind` selects
//! a variant.

/// Implements `Deserialize` of a type by its `Read`.
macro_rules! deserialize_by_read {
    ($name:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::read(deserializer)
            }
        }
    };
}
pub(crate) use deserialize_by_read;

/// Declares a closed list of wire names, each with its texts:
/// `Android = "android" { zh: "安卓", en: "Android" }`.
macro_rules! wire_names {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident = $wire:literal { zh: $zh:literal, en: $en:literal }),+ $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const NAMES: &'static [&'static str] = &[$($wire),+];

            /// The wire name, with its text in both languages.
            pub fn term(self) -> $crate::text::Term {
                $crate::text::Term { code: self.as_str(), text: self.text() }
            }

            /// The name on the wire, `snake_case`.
            #[inline(never)] // one list of names in a program, not one wherever a name is asked for
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }

            /// What people call it, in both languages.
            #[inline(never)]
            pub fn text(self) -> $crate::text::Text {
                $crate::text::Text::split(match self { $(Self::$variant => concat!($zh, "\t", $en)),+ })
            }

            /// The value with this wire name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($wire => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::text::UnknownName;

            fn from_str(name: &str) -> Result<Self, $crate::text::UnknownName> {
                Self::from_name(name).ok_or($crate::text::UnknownName::new(Self::NAMES))
            }
        }

        impl From<$name> for $crate::text::Term {
            fn from(name: $name) -> Self { name.term() }
        }

        /// Lets a setter take a slice such as `ALL` directly.
        impl From<&$name> for $name {
            fn from(name: &$name) -> Self { *name }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::wire::Read for $name {
            const EXPECTED: &'static str = concat!("one of ", $crate::wire::wire_listed!($($wire),+));
            const ACCEPTED: &'static [&'static str] = Self::NAMES;

            fn blank() -> Self {
                $crate::wire::first!($(Self::$variant),+)
            }

            fn scalar(&mut self, scalar: $crate::wire::Scalar<'_>) -> Result<(), $crate::wire::Refusal> {
                let $crate::wire::Scalar::Text(name) = scalar else { return Err($crate::wire::Refusal::Type) };
                *self = Self::from_name(name).ok_or($crate::wire::Refusal::Name(Self::NAMES))?;
                Ok(())
            }
        }
        $crate::wire::deserialize_by_read!($name);

        #[cfg(feature = "schema")]
        $crate::wire::schema::described!($name, |_| $crate::wire::schema::names(&[$($doc),*], Self::NAMES));

        impl $crate::wire::edit::Edit for $name {
            fn parsed(text: &str) -> Option<Self> { Self::from_name(text) }
        }

        #[cfg(test)]
        #[test]
        #[allow(non_snake_case)]
        fn $name() {
            $crate::text::laws::hold(stringify!($name), $name::ALL.iter().map(|name| name.term()));
            for name in $name::ALL {
                assert_eq!($name::from_name(name.as_str()), Some(*name));
                assert_eq!(name.to_string(), name.as_str());
                assert_eq!(name.as_str().parse(), Ok(*name));
            }
        }
    };
}

macro_rules! first {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}
pub(crate) use first;

/// The names in back ticks, separated by commas, as one literal.
macro_rules! wire_listed {
    ($first:literal $(, $rest:literal)*) => { concat!("`", $first, "`" $(, ", `", $rest, "`")*) };
}
pub(crate) use wire_listed;

/// The type of a field by its shape: `opt T` and `plain T` (set as it is, a number or a day) may be absent, `boxed T` as well
/// and is large where it is one of many that are mostly without it, `list T` is a
/// list, `optlist T` a list that may be absent, `for_kind T` depends on the kind of the object.
macro_rules! wire_shape {
    (plain $type:ty) => { Option<$type> };
    (opt $type:ty) => { Option<$type> };
    (boxed $type:ty) => { Option<Box<$type>> };
    (list $type:ty) => { Vec<$type> };
    (optlist $type:ty) => { Option<Vec<$type>> };
    (for_kind $type:ty) => { $type };
}

/// Passes the kind of the object on to a `for_kind` field.
macro_rules! wire_set_kind {
    (for_kind $value:expr, $kind:expr) => {
        $value.set_kind($kind);
    };
    ($shape:ident $value:expr, $kind:expr) => {};
}

/// The setter of a field by its shape, with the documentation of the field.
macro_rules! wire_setter {
    // Takes the type itself, not `impl Into` it: a number literal needs no suffix, and a day is no moment, whose day depends
    // on the zone.
    ([$($doc:literal)*] $field:ident $with:ident plain $type:ty) => {
        $(#[doc = $doc])*
        #[must_use]
        pub fn $with(mut self, value: $type) -> Self {
            self.$field = Some(value);
            self
        }
    };
    ([$($doc:literal)*] $field:ident $with:ident opt $type:ty) => {
        $(#[doc = $doc])*
        #[must_use]
        pub fn $with(mut self, value: impl Into<$type>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    ([$($doc:literal)*] $field:ident $with:ident boxed $type:ty) => {
        $(#[doc = $doc])*
        #[must_use]
        pub fn $with(mut self, value: impl Into<$type>) -> Self {
            self.$field = Some(Box::new(value.into()));
            self
        }
    };
    ([$($doc:literal)*] $field:ident $with:ident list $type:ty) => {
        $(#[doc = $doc])*
        ///
        /// Adds to what is given already.
        #[must_use]
        pub fn $with(mut self, values: impl IntoIterator<Item = impl Into<$type>>) -> Self {
            self.$field.extend(values.into_iter().map(Into::into));
            self
        }
    };
    ([$($doc:literal)*] $field:ident $with:ident optlist $type:ty) => {
        $(#[doc = $doc])*
        ///
        /// Adds to what is given already; an empty list is a statement of its own.
        #[must_use]
        pub fn $with(mut self, values: impl IntoIterator<Item = impl Into<$type>>) -> Self {
            self.$field.get_or_insert_with(Vec::new).extend(values.into_iter().map(Into::into));
            self
        }
    };
}

/// Declares the fields of an object of the wire format: `field, with_field: shape Type;`. `[private]` before
/// a field masks its text in `Debug`. Fields under `@new { … }` are required.
macro_rules! wire_object {
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $(@new { $($(#[doc = $rdoc:literal])* $required:ident: $rtype:ty;)+ })?
        $($(#[doc = $fdoc:literal])* $([$private:ident])? $field:ident, $with:ident: $shape:ident $type:ty;)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, ::serde::Serialize)]
        #[non_exhaustive]
        pub struct $name {
            $($($(#[doc = $rdoc])* pub $required: $rtype,)+)?
            $($(#[doc = $fdoc])*
            #[serde(skip_serializing_if = "crate::wire::Given::is_absent")]
            pub $field: wire_shape!($shape $type),)*
        }

        wire_object!(@new $name [$($($required: $rtype),+)?] [$($field)*]);

        impl $name {
            /// The keys of this object on the wire, in the order of the documentation.
            pub const KEYS: &'static [&'static str] =
                &[$($(stringify!($required),)+)? $(stringify!($field)),*];

            $(wire_setter!([$($fdoc)*] $field $with $shape $type);)*
        }

        impl $crate::wire::Object for $name {
            wire_object!(@keys $($($required)+)? $($field)*);

            $(#[allow(clippy::as_conversions)] // the position of a fieldless variant
            fn finish(&mut self, seen: $crate::wire::Seen) -> Result<(), $crate::wire::Unfinished> {
                // The numbers of the required keys, which come before the others.
                #[allow(non_camel_case_types)]
                enum Key { $($required),+ }
                $(if !seen.has(Key::$required as u32) {
                    let accepted = <$rtype as $crate::wire::Read>::ACCEPTED;
                    return Err($crate::wire::Unfinished::Missing(stringify!($required), accepted));
                })+
                Ok(())
            })?
        }

        #[cfg(feature = "schema")]
        $crate::wire::schema::described!($name, |generator| {
            $crate::wire::schema::object(&[$($doc),*], [
                $($($crate::wire::schema::required::<$rtype>(stringify!($required), &[$($rdoc),*], generator),)+)?
                $($crate::wire::schema::optional::<wire_shape!($shape $type)>(stringify!($field), &[$($fdoc),*], generator),)*
            ])
        });

        impl $crate::wire::edit::Edit for $name {
            wire_object!(@made [$($($required: $rtype),+)?]);

            fn text(&self, path: &[$crate::path::Segment]) -> Option<&str> {
                let (key, rest) = $crate::wire::edit::key(path)?;
                match key {
                    $($(stringify!($required) => $crate::wire::edit::Edit::text(&self.$required, rest),)+)?
                    $(stringify!($field) => $crate::wire::edit::Edit::text(&self.$field, rest),)*
                    _ => None,
                }
            }

            fn edit(
                &mut self,
                path: &[$crate::path::Segment],
                change: $crate::wire::edit::Change<'_>,
            ) -> Result<(), $crate::wire::edit::Obstacle> {
                let (key, rest) = $crate::wire::edit::key(path).ok_or($crate::wire::edit::Obstacle::NotThere)?;
                match key {
                    $($(stringify!($required) => $crate::wire::edit::Edit::edit(&mut self.$required, rest, change),)+)?
                    $(stringify!($field) => $crate::wire::edit::Edit::edit(&mut self.$field, rest, change),)*
                    _ => Err($crate::wire::edit::Obstacle::NotThere),
                }
            }
        }

        impl $crate::wire::Read for $name {
            const EXPECTED: &'static str = "an object";

            fn blank() -> Self {
                Self {
                    $($($required: <$rtype as $crate::wire::Read>::blank(),)+)?
                    $($field: Default::default(),)*
                }
            }

            fn enter(&mut self) -> $crate::wire::Inside<'_> {
                $crate::wire::Inside::Object(self)
            }
        }
        $crate::wire::deserialize_by_read!($name);

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                $($(shown.field(stringify!($required), &self.$required);)+)?
                $(if !$crate::wire::Given::is_absent(&self.$field) {
                    wire_object!(@debug shown self $field $($private)?);
                })*
                shown.finish()
            }
        }
    };
    (@new $name:ident [] [$($field:ident)*]) => {
        impl Default for $name {
            fn default() -> Self { Self { $($field: Default::default()),* } }
        }

        impl $name {
            /// An object with nothing given yet.
            pub fn new() -> Self { Self::default() }
        }
    };
    (@new $name:ident [$($required:ident: $rtype:ty),+] [$($field:ident)*]) => {
        impl $name {
            /// An object with its required fields, and nothing else given yet.
            pub fn new($($required: $rtype),+) -> Self {
                Self { $($required,)+ $($field: Default::default()),* }
            }
        }
    };
    (@keys $($key:ident)*) => {
        fn keys(&self) -> &'static [&'static str] {
            const KEYS: &[&str] = &[$(stringify!($key)),*];
            const _: () = assert!(KEYS.len() <= $crate::wire::Seen::KEYS);
            KEYS
        }

        #[allow(clippy::as_conversions)] // the position of a fieldless variant
        fn field(&mut self, key: &str) -> Result<$crate::wire::Field<'_>, &'static [&'static str]> {
            #[allow(non_camel_case_types)]
            enum Key { $($key),* }
            match key {
                $(stringify!($key) => Ok((Key::$key as u32, &mut self.$key)),)*
                _ => Err($crate::wire::Object::keys(self)),
            }
        }
    };
    (@made []) => {
        fn blank() -> Option<Self> { Some(Self::default()) }
    };
    (@made [$required:ident: $rtype:ty]) => {
        fn parsed(text: &str) -> Option<Self> { <$rtype as $crate::wire::edit::Edit>::parsed(text).map(Self::new) }
    };
    (@made [$($required:ident: $rtype:ty),+]) => {};
    (@debug $shown:ident $self:ident $field:ident) => { $shown.field(stringify!($field), &$self.$field); };
    (@debug $shown:ident $self:ident $field:ident private) => {
        $shown.field(stringify!($field), &$crate::wire::Private::masked(&$self.$field));
    };
}

/// Declares an object whose key `kind` selects the variant. `kinds` is the closed list of the wire names of
/// the variants; `keys` is the union of the keys of all kinds with their shapes; each variant names its body
/// and its keys. A key of another kind is refused, also where it comes before `kind`.
macro_rules! wire_tagged {
    ($(#[doc = $doc:literal])* pub enum $name:ident: $kinds:ident {
        keys { $($key:ident: $shape:ident $type:ty;)* }
        $($(#[doc = $vdoc:literal])* $variant:ident($body:ident { $($own:ident),* $(,)? }),)+
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize)]
        // The derived tag is the variant's name in snake case; a test holds it equal to the wire name of the
        // kind.
        #[serde(tag = "kind", rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum $name { $($(#[doc = $vdoc])* $variant($body)),+ }

        impl $name {
            /// Which kind it is.
            pub const fn kind(&self) -> $kinds {
                match self { $(Self::$variant(_) => $kinds::$variant),+ }
            }
        }

        impl $crate::wire::edit::Edit for $name {
            fn text(&self, path: &[$crate::path::Segment]) -> Option<&str> {
                match self { $(Self::$variant(body) => body.text(path)),+ }
            }

            fn edit(
                &mut self,
                path: &[$crate::path::Segment],
                change: $crate::wire::edit::Change<'_>,
            ) -> Result<(), $crate::wire::edit::Obstacle> {
                match self { $(Self::$variant(body) => body.edit(path, change)),+ }
            }
        }

        const _: () = {
            const KINDS: $crate::wire::Kind = $crate::wire::Kind {
                kinds: <$kinds as $crate::wire::Read>::ACCEPTED,
                expected: <$kinds as $crate::wire::Read>::EXPECTED,
                chosen: None,
            };

            impl $crate::wire::Read for $name {
                const EXPECTED: &'static str = "an object";

                fn blank() -> Self {
                    $crate::wire::first!($(Self::$variant($body::default())),+)
                }

                fn enter(&mut self) -> $crate::wire::Inside<'_> {
                    $crate::wire::Inside::Tagged(self)
                }
            }

            impl $crate::wire::Tagged for $name {
                fn kinds(&self) -> $crate::wire::Kind {
                    KINDS
                }

                fn become_kind(&mut self, kind: &'static str) {
                    match $kinds::from_name(kind) {
                        $(Some($kinds::$variant) => *self = Self::$variant($body::default()),)+
                        _ => {}
                    }
                }

                fn body(&mut self) -> &mut dyn $crate::wire::Object {
                    match self { $(Self::$variant(body) => body),+ }
                }

                fn any_kind(&mut self) -> Box<dyn $crate::wire::Object + '_> {
                    Box::new(AnyKind { made: self, kind: KINDS, $($key: Default::default()),* })
                }
            }

            /// Collects the keys of all kinds where another key comes before `kind`, until the object ends.
            struct AnyKind<'s> {
                made: &'s mut $name,
                kind: $crate::wire::Kind,
                $($key: wire_shape!($shape $type),)*
            }

            impl AnyKind<'_> {
                fn own(&self) -> &'static [&'static str] {
                    match self.kind.chosen.and_then($kinds::from_name) {
                        $(Some($kinds::$variant) => &["kind", $(stringify!($own)),*],)+
                        _ => &[],
                    }
                }
            }

            impl $crate::wire::Object for AnyKind<'_> {
                wire_object!(@keys kind $($key)*);

                fn kind(&self) -> Option<(&'static str, &'static [&'static str])> {
                    Some((self.kind.chosen?, self.own()))
                }

                fn set_kind(&mut self) {
                    $(wire_set_kind!($shape self.$key, self.kind.chosen);)*
                }

                fn finish(&mut self, seen: $crate::wire::Seen) -> Result<(), $crate::wire::Unfinished> {
                    use $crate::wire::{earlier, foreign, Unfinished};
                    let Some(kind) = self.kind.chosen else {
                        return Err(Unfinished::Missing("kind", KINDS.kinds));
                    };
                    let other = |message: String| Unfinished::Other(message);
                    let keys = (0..).zip(self.keys()).filter(|(key, _)| seen.has(*key));
                    for key in keys.map(|(_, key)| key).filter(|key| !self.own().contains(key)) {
                        return Err(other(earlier(foreign(key, kind, self.own()), key)));
                    }
                    *self.made = match $kinds::from_name(kind) {
                        $(Some($kinds::$variant) => $name::$variant($body {
                            $($own: std::mem::take(&mut self.$own)
                                .try_into()
                                .map_err(|error| other(ToString::to_string(&error)))?),*
                        }),)+
                        _ => return Err(Unfinished::Missing("kind", KINDS.kinds)),
                    };
                    Ok(())
                }
            }
        };
        $crate::wire::deserialize_by_read!($name);

        #[cfg(feature = "schema")]
        $crate::wire::schema::described!($name, |generator| {
            $crate::wire::schema::tagged(&[$($doc),*], [
                $($crate::wire::schema::kind::<$body>($kinds::$variant.as_str(), &[$($vdoc),*], generator),)+
            ])
        });

        #[cfg(test)]
        #[test]
        #[allow(non_snake_case)]
        fn $name() {
            for made in [$($name::$variant($body::default())),+] {
                let written = ::serde_json::to_value(&made).unwrap_or_default();
                assert_eq!(written.get("kind").and_then(|kind| kind.as_str()), Some(made.kind().as_str()));
            }
        }
    };
}
