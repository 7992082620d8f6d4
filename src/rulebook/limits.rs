//! Limits: what a provider's documents state, each with its source.

use once_cell::sync::Lazy;
use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::tree::Tree;
use super::{profiles, PatchName, RulebookError};
use crate::model::material::MaterialFormat;
use crate::rule::{Document, Provider, Source};
use crate::text::Sorted;

/// Declares the limits that are numbers: `Variant field "field" "名称" "name";`.
macro_rules! limits {
    ($($(#[$meta:meta])* $variant:ident $field:ident $name:literal $zh:literal $en:literal;)+) => {
        wire_names! {
            /// A limit that a provider states.
            pub enum Limit {
                $($(#[$meta])* $variant = $name { zh: $zh, en: $en },)+
                /// Formats of what is uploaded.
                MaterialFormats = "material_formats" { zh: "材料图片格式", en: "formats of what is uploaded" },
            }
        }

        /// The limits of a provider. `None` says that its documents do not state the limit: what depends on
        /// it is undetermined.
        ///
        /// ```
        /// use beian::{Limit, Provider, Rulebook, RulebookPatch};
        ///
        /// let guide = Rulebook::builtin(Provider::Tencent);
        /// assert_eq!(guide.limits().organization_services, Some(10));
        /// assert_eq!(guide.limits().get(Limit::OrganizationServices), Some(10));
        ///
        /// let patch = RulebookPatch::new().with_limit(Limit::OrganizationServices, None);
        /// assert_eq!(guide.patched(&patch)?.limits().organization_services, None);
        /// # Ok::<(), beian::RulebookError>(())
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        #[non_exhaustive]
        pub struct Limits {
            $($(#[$meta])* pub $field: Option<u32>,)+
            /// Formats of what is uploaded.
            pub material_formats: Option<Vec<MaterialFormat>>,
            pub(super) sources: Sorted<Limit, Source>,
        }

        impl Limits {
            /// A limit that is a number.
            pub fn get(&self, limit: Limit) -> Option<u32> {
                match limit {
                    $(Limit::$variant => self.$field,)+
                    Limit::MaterialFormats => None,
                }
            }

            fn set(&mut self, limit: Limit, value: Option<u32>) {
                match limit {
                    $(Limit::$variant => self.$field = value,)+
                    Limit::MaterialFormats => {}
                }
            }
        }
    };
}

limits! {
    /// Services in one new-type order of an individual.
    IndividualServices individual_services "individual_services" "个人单次提交的服务数" "services in one order of an individual";
    /// Services in one new-type order of an organisation, websites and APPs together.
    OrganizationServices organization_services "organization_services" "单位单次提交的服务数" "services in one order of an organisation";
    /// The deepest level of an APP's domain.
    AppDomainLevel app_domain_level "app_domain_level" "APP 域名级别" "deepest level of an APP's domain";
    /// Months that a server has to be bought for, renewals counted.
    PurchasedMonths purchased_months "purchased_months" "服务器购买时长（月）" "months that a server is bought for";
    /// Months that a server has to have left on the day of submission.
    RemainingMonths remaining_months "remaining_months" "服务器剩余有效期（月）" "months that a server has left";
    /// Services that a cloud server carries.
    CloudServerServices cloud_server_services "cloud_server_services" "单台云服务器可备案的服务数" "services on one cloud server";
    /// Services that a lightweight server carries.
    LightweightServerServices lightweight_server_services "lightweight_server_services" "单台轻量应用服务器可备案的服务数" "services on one lightweight server";
    /// Services that a serverless package carries.
    ServerlessPackageServices serverless_package_services "serverless_package_services" "单个 Serverless 资源包可备案的服务数" "services on one serverless package";
    /// Addresses of one service.
    ServiceAddresses service_addresses "service_addresses" "单个服务的 IP 数" "addresses of one service";
    /// Months that a certificate has to have left on the day of submission.
    CertificateMonths certificate_months "certificate_months" "证件剩余有效期（月）" "months that a certificate has left";
    /// Months that a letter or proof may be old.
    LetterMonths letter_months "letter_months" "授权书等的出具时间（月）" "months that a letter may be old";
    /// The least size of what is uploaded, in KB of 1,024 bytes.
    MaterialKilobytesMin material_kilobytes_min "material_kilobytes_min" "材料图片最小值（KB）" "least size of what is uploaded, in KB";
    /// The greatest size of what is uploaded, in KB of 1,024 bytes.
    MaterialKilobytesMax material_kilobytes_max "material_kilobytes_max" "材料图片最大值（KB）" "greatest size of what is uploaded, in KB";
    /// The greatest size of an APP's icon, in KB of 1,024 bytes.
    AppIconKilobytesMax app_icon_kilobytes_max "app_icon_kilobytes_max" "APP 图标最大值（KB）" "greatest size of an APP's icon, in KB";
    /// Natural days that a domain's real-name verification has to be old, where the provider is its
    /// registrar.
    RealNameDaysHere real_name_days_here "real_name_days_here" "本接入商注册的域名实名认证天数（自然日）" "natural days since a domain was verified here";
    /// Natural days that it has to be old, where another is.
    RealNameDaysElsewhere real_name_days_elsewhere "real_name_days_elsewhere" "其他注册商的域名实名认证天数（自然日）" "natural days since a domain was verified elsewhere";
    /// Working days that it has to be old, where another is.
    RealNameWorkingDaysElsewhere real_name_working_days_elsewhere "real_name_working_days_elsewhere" "其他注册商的域名实名认证天数（工作日）" "working days since a domain was verified elsewhere";
    /// Services that an individual has with the provider in all.
    IndividualTotalServices individual_total_services "individual_total_services" "个人备案服务总数" "services of an individual in all";
    /// Services that the provider advises an individual to put in one order.
    IndividualServicesAdvised individual_services_advised "individual_services_advised" "个人单次建议提交的服务数" "services advised in one order of an individual";
    /// Services that the provider advises an organisation to put in one order, at most.
    OrganizationServicesAdvised organization_services_advised "organization_services_advised" "单位单次建议提交的服务数" "services advised in one order of an organisation";
    /// Months that a dedicated cloud has to be bought for.
    DedicatedCloudMonths dedicated_cloud_months "dedicated_cloud_months" "专属云购买时长（月）" "months that a dedicated cloud is bought for";
    /// Services that an enterprise portal carries.
    PortalServices portal_services "portal_services" "企业门户可备案的服务数" "services on one enterprise portal";
    /// Days after which a draft that nobody touched has to be made anew.
    DraftDays draft_days "draft_days" "草稿保留天数" "days that an untouched draft is kept";
    /// The same in months, where the provider counts these.
    DraftMonths draft_months "draft_months" "草稿保留月数" "months that an untouched draft is kept";
}

impl Limits {
    /// The limits of the guide that the built-in rules come from, Tencent Cloud's. Those of another provider are
    /// [`Rulebook::limits`](crate::Rulebook::limits).
    ///
    /// ```
    /// use beian::Limits;
    /// assert_eq!(Limits::guide().organization_services, Some(10));
    /// ```
    pub fn guide() -> &'static Self {
        static GUIDE: Lazy<Limits> = Lazy::new(|| profiles::limits(Provider::Tencent));
        &GUIDE
    }

    /// Which document of the provider states a limit; `None` where it is the one that the rule names.
    pub fn source(&self, limit: Limit) -> Option<&Source> {
        self.sources.get(&limit)
    }

    /// States a limit, with the document that does.
    pub(super) fn stated(self, limit: Limit, value: u32, document: Document, section: &'static str) -> Self {
        self.with_limit(limit, value, document.source(section))
    }

    /// States the formats, with the document that does.
    pub(super) fn with_formats(
        self,
        formats: Vec<MaterialFormat>,
        document: Document,
        section: &'static str,
    ) -> Self {
        self.with_material_formats(formats, document.source(section))
    }

    /// The same, with a limit that is a number, and the document that states it. Formats are no number:
    /// [`with_material_formats`](Self::with_material_formats).
    ///
    /// ```
    /// use beian::{Limit, Limits, Source};
    /// let limits = Limits::default().with_limit(Limit::AppDomainLevel, 3, Source::new("Acme 备案指南", "APP", None));
    /// assert_eq!((limits.app_domain_level, limits.cloud_server_services), (Some(3), None));
    /// ```
    #[must_use]
    pub fn with_limit(mut self, limit: Limit, value: u32, source: Source) -> Self {
        if limit != Limit::MaterialFormats {
            self.set(limit, Some(value));
            self.sources.insert(limit, source);
        }
        self
    }

    /// The same, with the formats of what is uploaded, and the document that states them.
    #[must_use]
    pub fn with_material_formats(
        mut self,
        formats: impl IntoIterator<Item = impl Into<MaterialFormat>>,
        source: Source,
    ) -> Self {
        self.material_formats = Some(formats.into_iter().map(Into::into).collect());
        self.sources.insert(Limit::MaterialFormats, source);
        self
    }

    /// Takes over the limits of a patch or a profile. What has no source of its own quotes `by`, with its place there.
    pub(super) fn patch(&mut self, tree: &Tree, path: &str, by: &PatchName) -> Result<(), RulebookError> {
        for (name, tree) in tree.entries(path)? {
            let path = format!("{path}/{name}");
            let Some(limit) = Limit::from_name(name) else {
                let names: Vec<&'static str> = Limit::ALL.iter().map(|limit| limit.as_str()).collect();
                return Err(RulebookError::unknown_field(&names).at(&path));
            };
            let (value, value_path, source) = match tree {
                Tree::Map(_) => with_source(tree, &path)?,
                // What a service sets is not in the documents.
                _ => (tree, path.clone(), by.source(&path)),
            };
            if limit == Limit::MaterialFormats {
                self.material_formats = list(value, &value_path)?;
            } else {
                self.set(limit, number(value, &value_path)?);
            }
            self.sources.insert(limit, source);
        }
        Ok(())
    }
}

/// The value of a limit, with its path, and its source.
fn with_source<'t>(tree: &'t Tree, path: &str) -> Result<(&'t Tree, String, Source), RulebookError> {
    let (mut value, mut source) = (None, None);
    for (key, tree) in tree.entries(path)? {
        let path = format!("{path}/{key}");
        match key.as_str() {
            "value" => value = Some((tree, path)),
            "source" => source = Some(tree.read(&path)?),
            _ => return Err(RulebookError::unknown_field(&["value", "source"]).at(&path)),
        }
    }
    let (value, value_path) = value.ok_or_else(|| RulebookError::missing("value").at(path))?;
    Ok((value, value_path, source.ok_or_else(|| RulebookError::missing("source").at(path))?))
}

/// As a patch has them: by name, each with `value` and, where it is stated by another document than the rules name,
/// `source`.
impl Serialize for Limits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Sourced<'a, T> {
            value: T,
            source: &'a Source,
        }
        let mut limits = serializer.serialize_map(None)?;
        for limit in Limit::ALL {
            match (self.get(*limit), self.material_formats.as_ref(), self.source(*limit)) {
                (Some(value), _, Some(source)) => {
                    limits.serialize_entry(limit, &Sourced { value, source })?;
                }
                (Some(value), _, None) => limits.serialize_entry(limit, &value)?,
                (None, Some(value), Some(source)) if *limit == Limit::MaterialFormats => {
                    limits.serialize_entry(limit, &Sourced { value, source })?;
                }
                (None, Some(value), None) if *limit == Limit::MaterialFormats => {
                    limits.serialize_entry(limit, value)?;
                }
                _ => {}
            }
        }
        limits.end()
    }
}

/// A list with something in it, or `null`.
fn list<'de, T: Deserialize<'de>>(tree: &'de Tree, path: &str) -> Result<Option<Vec<T>>, RulebookError> {
    let list = Option::<Vec<T>>::deserialize(tree).map_err(|error| error.at(path))?;
    if list.as_ref().is_some_and(Vec::is_empty) {
        return Err(RulebookError::impossible("a list with something in it, or `null`").at(path));
    }
    Ok(list)
}

/// A limit: a number from 1, or `null`.
pub(super) fn number(tree: &Tree, path: &str) -> Result<Option<u32>, RulebookError> {
    const EXPECTED: &str = "a number from 1, or `null`";
    let limit = match tree {
        Tree::Null => return Ok(None),
        Tree::Unsigned(number) => u32::try_from(*number).ok().filter(|number| *number > 0),
        other => return Err(RulebookError::invalid_type(other.unexpected(), &EXPECTED).at(path)),
    };
    limit.map(Some).ok_or_else(|| RulebookError::impossible(EXPECTED).at(path))
}
