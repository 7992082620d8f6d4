//! Limits: what a provider's documents state, each with its source.

use std::collections::BTreeMap;

use once_cell::sync::Lazy;
use serde::de::Error as _;
use serde::Deserialize;

use super::patch::Tree;
use super::{profiles, RulebookError};
use crate::model::material::MaterialFormat;
use crate::rule::{Document, Provider, Source};

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
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        #[non_exhaustive]
        pub struct Limits {
            $($(#[$meta])* pub $field: Option<u32>,)+
            /// Formats of what is uploaded.
            pub material_formats: Option<Vec<MaterialFormat>>,
            pub(super) sources: BTreeMap<Limit, Source>,
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
    pub(super) fn stated(
        mut self,
        limit: Limit,
        value: u32,
        document: Document,
        section: &'static str,
    ) -> Self {
        self.set(limit, Some(value));
        self.sources.insert(limit, document.source(section));
        self
    }

    /// States the formats, with the document that does.
    pub(super) fn with_formats(
        mut self,
        formats: Vec<MaterialFormat>,
        document: Document,
        section: &'static str,
    ) -> Self {
        self.material_formats = Some(formats);
        self.sources.insert(Limit::MaterialFormats, document.source(section));
        self
    }

    pub(super) fn patch(&mut self, tree: &Tree, path: &str) -> Result<(), RulebookError> {
        for (name, tree) in tree.entries(path)? {
            let path = format!("{path}/{name}");
            let Some(limit) = Limit::from_name(name) else {
                let names: Vec<&'static str> = Limit::ALL.iter().map(|limit| limit.as_str()).collect();
                return Err(RulebookError::unknown_field(&names).at(&path));
            };
            if limit == Limit::MaterialFormats {
                self.material_formats = list(tree, &path)?;
            } else {
                self.set(limit, number(tree, &path)?);
            }
            // What a service sets is not in the documents.
            self.sources.insert(limit, Source::new("规则手册补丁", path, None));
        }
        Ok(())
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
