//! Profiles: the limits that each provider states, with the document that does. What a provider's documents
//! do not state is left out, so that the rules that need it are undetermined.

use chrono::NaiveDate;

use crate::model::material::MaterialFormat;
use crate::rule::documents;
use crate::rule::Provider;
use crate::rulebook::{Limit, Limits};

/// The day of the newest document of a profile.
pub(super) fn as_of(provider: Provider) -> NaiveDate {
    let (year, month, day) = match provider {
        Provider::Tencent => (2025, 6, 27),
        Provider::Huawei => (2026, 8, 23),
        Provider::Ucloud => (2026, 2, 27),
        Provider::Aliyun => (2021, 2, 21),
    };
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The limits of a profile.
pub(super) fn limits(provider: Provider) -> Limits {
    match provider {
        Provider::Tencent => tencent(),
        Provider::Huawei => huawei(),
        Provider::Ucloud => ucloud(),
        Provider::Aliyun => aliyun(),
    }
}

/// The limits of the guide. The rules cite the guide themselves; only the size of an APP's icon is from
/// another document.
fn tencent() -> Limits {
    Limits {
        individual_services: Some(1),
        organization_services: Some(10),
        app_domain_level: Some(4),
        purchased_months: Some(3),
        remaining_months: Some(1),
        cloud_server_services: Some(5),
        lightweight_server_services: Some(5),
        serverless_package_services: Some(2),
        certificate_months: Some(3),
        letter_months: Some(3),
        material_formats: Some(vec![MaterialFormat::Jpeg, MaterialFormat::Png, MaterialFormat::Gif]),
        material_kilobytes_min: Some(200),
        material_kilobytes_max: Some(8 * 1024),
        real_name_days_here: Some(3),
        real_name_working_days_elsewhere: Some(3),
        draft_days: Some(30),
        ..Limits::default()
    }
}

fn huawei() -> Limits {
    Limits::default()
        .stated(Limit::AppDomainLevel, 4, documents::APP_FILING_OF_HUAWEI, "域名与主体规则 · 域名使用")
        .stated(Limit::AppIconKilobytesMax, 100, documents::APP_FILING_OF_HUAWEI, "备案材料准备 · 基础材料")
        .stated(Limit::PurchasedMonths, 3, documents::PREPARATION_OF_HUAWEI, "服务器资源准备 · ECS要求")
        .stated(
            Limit::DedicatedCloudMonths,
            12,
            documents::CONDITIONS_OF_HUAWEI,
            "服务器与资源要求 · 服务器产品",
        )
        .stated(Limit::PortalServices, 3, documents::PROCESS_OF_HUAWEI, "备案前准备与限制 · 资源要求")
        .stated(Limit::IndividualTotalServices, 5, documents::RULES_OF_HUAWEI, "ProvinceRule")
        .stated(
            Limit::IndividualServicesAdvised,
            1,
            documents::PROCESS_OF_HUAWEI,
            "备案操作流程 · 域名数量限制",
        )
        .stated(
            Limit::OrganizationServicesAdvised,
            5,
            documents::PROCESS_OF_HUAWEI,
            "备案操作流程 · 域名数量限制",
        )
        .stated(Limit::CloudServerServices, 5, documents::RULES_OF_HUAWEI, "ServerFilingLimit")
        .stated(Limit::LightweightServerServices, 5, documents::RULES_OF_HUAWEI, "ServerFilingLimit")
        .stated(Limit::CertificateMonths, 3, documents::REFUSALS_OF_HUAWEI, "主体与负责人信息 · 证件不合格")
        .stated(
            Limit::RealNameWorkingDaysElsewhere,
            3,
            documents::DOMAINS_OF_HUAWEI,
            "域名备案基础条件 · 实名认证与时效",
        )
        .stated(
            Limit::MaterialKilobytesMax,
            4 * 1024,
            documents::MATERIALS_OF_HUAWEI,
            "基础证件材料要求 · 电子版证件规范",
        )
        .with_formats(
            vec![MaterialFormat::Jpeg, MaterialFormat::Png],
            documents::MATERIALS_OF_HUAWEI,
            "基础证件材料要求 · 电子版证件规范",
        )
}

fn ucloud() -> Limits {
    Limits::default()
        .stated(Limit::AppDomainLevel, 4, documents::APP_FILING_OF_UCLOUD, "APP备案域名怎么填写？")
        .stated(Limit::RemainingMonths, 3, documents::LIMITS_OF_UCLOUD, "可备案IP资源")
        .stated(Limit::CloudServerServices, 5, documents::LIMITS_OF_UCLOUD, "可备案网站和域名数量")
        .stated(Limit::IndividualServices, 3, documents::LIMITS_OF_UCLOUD, "可备案网站和域名数量")
        .stated(Limit::OrganizationServices, 3, documents::LIMITS_OF_UCLOUD, "可备案网站和域名数量")
        .stated(Limit::IndividualTotalServices, 5, documents::LIMITS_OF_UCLOUD, "可备案网站和域名数量")
        .stated(Limit::DraftMonths, 6, documents::CLEANING_OF_UCLOUD, "关于定期清理无效备案订单的公告")
        .stated(Limit::ServiceAddresses, 3, documents::LIMITS_OF_UCLOUD, "网站可使用资源数量")
        .stated(Limit::RealNameDaysHere, 3, documents::DOMAINS_OF_UCLOUD, "域名实名认证时间")
        .stated(Limit::RealNameDaysElsewhere, 3, documents::DOMAINS_OF_UCLOUD, "域名实名认证时间")
}

fn aliyun() -> Limits {
    Limits::default().stated(Limit::AppDomainLevel, 4, documents::APP_FILING_OF_ALIBABA, "APP 域名")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_beside_the_guides_sources_each_limit() {
        for &provider in Provider::ALL {
            let limits = limits(provider);
            for &limit in Limit::ALL {
                let is_stated = match limit {
                    Limit::MaterialFormats => limits.material_formats.is_some(),
                    limit => limits.get(limit).is_some(),
                };
                let is_sourced = limits.source(limit).is_some();
                assert_eq!(is_sourced, is_stated && provider != Provider::Tencent, "{provider} {limit}");
            }
        }
    }
}
