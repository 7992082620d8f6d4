//! The public documents that rules rest on besides the guide.

use chrono::NaiveDate;

use crate::source::Document;

/// Declares documents: `NAME = "title" year-month-day;`, or `NAME = "title";` where the text carries no date.
macro_rules! documents {
    ($($name:ident = $title:literal $($year:literal-$month:literal-$day:literal)?;)+) => {
        $(pub(crate) const $name: Document = Document {
            title: $title,
            date: documents!(@date $($year-$month-$day)?),
        };)+
    };
    (@date) => { None };
    (@date $year:literal-$month:literal-$day:literal) => { NaiveDate::from_ymd_opt($year, $month, $day) };
}

// Copies of Tencent Cloud's pages carry no day; the year is that of the copy.
documents! {
    ACCESS_FAQ = "腾讯云《接入备案类》常见问题（约 2022 年版）";
    ACCOUNT_FAQ = "腾讯云《是否影响备案》（约 2022 年版）";
    CHANGE_FAQ = "腾讯云《变更信息》常见问题（约 2022 年版）";
    DOMAINS = "腾讯云《备案域名》（约 2022 年版）";
    LICENSE_CODES = "腾讯云《备案授权码操作指引》（约 2022 年版）";
    LIMITS = "腾讯云《备案限制说明》（约 2022 至 2023 年版）";
    MATERIALS_FAQ = "腾讯云《材料上传》常见问题（约 2022 年版）";
    OTHER_FAQ = "腾讯云《其他咨询》（约 2022 年版）";
    PROCESS_FAQ = "腾讯云《流程其他问题》（约 2022 年版）";
    RESOURCES = "腾讯云《备案云服务》（约 2022 年版）";
    REVIEW_FAQ = "腾讯云《备案审核》常见问题（约 2022 年版）";
    SITE_FAQ = "腾讯云《网站信息》常见问题（约 2022 年版）";
    SMS_FAQ = "腾讯云《备案短信核验》及常见问题（约 2021 至 2022 年版）";
    CHANGE_OF_PRINCIPAL = "腾讯云《变更主体》（约 2024 年版）";
    FILING_TERMS = "UCloud《备案基础知识》" 2023-9-1;
    MINISTRY_INTERFACE = "工业和信息化部 ICP/IP 地址/域名信息备案管理系统《企业侧接口规范 V3.0》";
    DOMAIN_NOTICE = "工业和信息化部《关于规范互联网信息服务使用域名的通知》" 2018-1-1;
}
