//! The format and the size of what is uploaded.
//!
//! Not in the guide, but in the provider's documents on uploads: pictures of the formats that the form takes, neither
//! too small to be read nor too large to be sent. An APP's icon has a limit of its own.

use crate::check::{Needed, Reason, Verdict};
use crate::model::material::MaterialFormat;
use crate::path::Key;
use crate::rulebook::{Limit, Limits};
use crate::text::{Param, Term, Text};

/// A format that the provider does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormatProblem<'a> {
    /// The format of the file.
    pub format: MaterialFormat,
    /// Those that are taken.
    pub accepted: &'a [MaterialFormat],
}

impl crate::text::sealed::Sealed for FormatProblem<'_> {}

impl Reason for FormatProblem<'_> {
    fn term(&self) -> Term {
        Term {
            code: "format_not_accepted",
            text: Text { zh: "不支持该文件的格式", en: "the file format is not accepted" },
        }
    }

    fn rule(&self) -> &'static str {
        "material.format-not-accepted"
    }

    fn found(&self) -> Param {
        self.format.into()
    }

    fn required(&self) -> Param {
        self.accepted.iter().copied().collect()
    }
}

problems! {
    /// Why the size of a file is not taken. In KB of 1,024 bytes, rounded away from the limit.
    pub enum SizeProblem {
        /// Too small to be read.
        TooSmall {
            /// Its size.
            kilobytes: u64,
            /// The least.
            min: u32,
        } = "too_small" breaks "material.size-out-of-range", kilobytes => min,
            "图片过小（KB）" / "the image is too small (KB)";
        /// Too large to be sent.
        TooLarge {
            /// Its size.
            kilobytes: u64,
            /// The most.
            max: u32,
        } = "too_large" breaks "material.size-out-of-range", kilobytes => max,
            "图片过大（KB）" / "the image is too large (KB)";
        /// An APP's icon that is too large.
        IconTooLarge {
            /// Its size.
            kilobytes: u64,
            /// The most.
            max: u32,
        } = "icon_too_large" breaks "material.icon-too-large", kilobytes => max,
            "APP 图标过大（KB）" / "the APP icon is too large (KB)";
    }
}

/// Whether the provider takes files of this format.
///
/// ```
/// use beian::check::material::format;
/// use beian::{Limits, MaterialFormat};
/// assert!(format(Some(MaterialFormat::Png), Limits::guide()).fits());
/// assert!(!format(Some(MaterialFormat::Pdf), Limits::guide()).fits());
/// ```
pub fn format(format: Option<MaterialFormat>, limits: &Limits) -> Verdict<FormatProblem<'_>> {
    let Some(accepted) = limits.material_formats.as_deref() else {
        return Verdict::Undetermined(Needed::ProviderRules);
    };
    match format {
        None => Verdict::Undetermined(Needed::Input(Key::Format)),
        Some(format) if accepted.contains(&format) => Verdict::Fits,
        Some(format) => Verdict::exceeds(FormatProblem { format, accepted }, Limit::MaterialFormats, limits),
    }
}

/// Whether the provider takes pictures of so many bytes.
///
/// ```
/// use beian::check::material::size;
/// use beian::Limits;
/// assert_eq!(size(Some(40 * 1024), Limits::guide()).problem().unwrap().code(), "too_small");
/// assert!(size(Some(200 * 1024), Limits::guide()).fits());
/// assert_eq!(size(Some(8 * 1024 * 1024 + 1), Limits::guide()).problem().unwrap().found(), 8193_u64.into());
/// ```
pub fn size(bytes: Option<u64>, limits: &Limits) -> Verdict<SizeProblem> {
    let (min, max) = (limits.material_kilobytes_min, limits.material_kilobytes_max);
    if min.or(max).is_none() {
        return Verdict::Undetermined(Needed::ProviderRules);
    }
    let Some(bytes) = bytes else { return Verdict::Undetermined(Needed::Input(Key::Bytes)) };
    match (min, max) {
        (Some(min), _) if bytes < in_bytes(min) => {
            let reason = SizeProblem::TooSmall { kilobytes: bytes / 1024, min };
            Verdict::exceeds(reason, Limit::MaterialKilobytesMin, limits)
        }
        (_, Some(max)) if bytes > in_bytes(max) => {
            let reason = SizeProblem::TooLarge { kilobytes: bytes.div_ceil(1024), max };
            Verdict::exceeds(reason, Limit::MaterialKilobytesMax, limits)
        }
        _ => Verdict::Fits,
    }
}

/// Whether the provider takes an APP's icon of so many bytes.
pub fn icon_size(bytes: Option<u64>, limits: &Limits) -> Verdict<SizeProblem> {
    let limit = Limit::AppIconKilobytesMax;
    let Some(max) = limits.get(limit) else { return Verdict::Undetermined(Needed::ProviderRules) };
    match bytes {
        None => Verdict::Undetermined(Needed::Input(Key::Bytes)),
        Some(bytes) if bytes > in_bytes(max) => {
            let reason = SizeProblem::IconTooLarge { kilobytes: bytes.div_ceil(1024), max };
            Verdict::exceeds(reason, limit, limits)
        }
        Some(_) => Verdict::Fits,
    }
}

fn in_bytes(kilobytes: u32) -> u64 {
    u64::from(kilobytes) * 1024
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Provider;
    use crate::rulebook::Rulebook;

    #[test]
    fn a_picture_is_neither_too_small_nor_too_large() {
        for (bytes, code) in [
            (0, Some("too_small")),
            (200 * 1024 - 1, Some("too_small")),
            (200 * 1024, None),
            (8 * 1024 * 1024, None),
            (8 * 1024 * 1024 + 1, Some("too_large")),
            (u64::MAX, Some("too_large")),
        ] {
            let verdict = size(Some(bytes), Limits::guide());
            assert_eq!(verdict.problem().map(crate::check::Problem::code), code, "{bytes}");
        }
        assert_eq!(size(None, Limits::guide()).needed(), Some(Needed::Input(Key::Bytes)));
    }

    #[test]
    fn an_icon_has_a_limit_where_the_provider_states_one() {
        let huawei = Rulebook::builtin(Provider::Huawei);
        assert!(icon_size(Some(100 * 1024), huawei.limits()).fits());
        assert!(!icon_size(Some(100 * 1024 + 1), huawei.limits()).fits());
        assert_eq!(icon_size(Some(1), Limits::guide()).needed(), Some(Needed::ProviderRules));
    }
}
