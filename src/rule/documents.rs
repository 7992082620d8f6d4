//! The public documents that rules rest on besides the guide.

use chrono::NaiveDate;

use crate::rule::Document;

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

// Copies of Tencent Cloud's pages carry no day: their number at the publisher, the copy's revision and its
// year stand in the title.
documents! {
    CHANGE_FAQ = "腾讯云文档《变更信息》（243/19617，qcloud-documents@a35fea3e，约 2022 年）";
    DOMAINS = "腾讯云文档《备案域名》（243/18905，qcloud-documents@e5166dba，约 2022 年）";
    LICENSE_CODES = "腾讯云文档《备案授权码操作指引》（243/49306，qcloud-documents@c01775e3，约 2022 年）";
    LIMITS = "腾讯云文档《备案限制说明》（243/18911，qcloud-documents@668c1d88，约 2022 至 2023 年）";
    MATERIALS_FAQ = "腾讯云文档《材料上传》（243/19648，qcloud-documents@47dfaded，约 2022 年）";
    OTHER_FAQ = "腾讯云文档《其他咨询》（qcloud-documents@20c2070f，约 2022 年）";
    PROCESS_FAQ = "腾讯云文档《流程其他问题》（qcloud-documents@c9231db9，约 2022 年）";
    REFUSALS = "腾讯云文档《备案驳回》（243/19651，qcloud-documents@136dd2f8，约 2021 年）";
    RESOURCES = "腾讯云文档《备案云服务》（243/18908，qcloud-documents@38852695，约 2022 年）";
    REVIEW_FAQ = "腾讯云文档《备案审核》（243/19650，qcloud-documents@d3973542，约 2022 年）";
    SITE_FAQ = "腾讯云文档《网站信息》（qcloud-documents@3e2f7be8，约 2022 年）";
    SMS_GUIDE = "腾讯云文档《短信核验》（243/13435，qcloud-documents@09f99bfb，约 2021 至 2022 年）";
    UPLOADS = "腾讯云文档《备案材料上传》（qcloud-documents@4e4812f7，约 2022 年）";
    NAMING = "腾讯云文档《网站命名要求》（243/11740，qcloud-documents@74e9776d，约 2022 年）";
    REFUSAL_REASONS = "腾讯云文档《常见驳回原因及其处理》（qcloud-documents@2fc54845，约 2021 年）";
    PRINCIPAL_FAQ = "腾讯云文档《主体信息》（243/19640，qcloud-documents@8c9ad686，约 2022 年）";
    PRE_APPROVAL_FAQ = "腾讯云文档《前置审批相关》（243/36185，qcloud-documents@3d84a940，约 2021 至 2022 年）";
    NAMES_OF_ALIBABA = "阿里云网站命名规则（转载页，约 2021 至 2024 年）";
    NAMES_OF_QINGCLOUD = "青云文档《网站名称》（qingcloud-docs，约 2021 年）";
    APP_FILING_OF_HUAWEI = "华为云《App 备案咨询》（huaweicloud-skills）" 2025-12-31;
    REFUSALS_OF_HUAWEI = "华为云《备案驳回咨询》（huaweicloud-skills）" 2025-12-31;
    MATERIALS_OF_HUAWEI = "华为云《备案材料咨询》（huaweicloud-skills）" 2025-12-31;
    RULES_OF_HUAWEI = "华为云《ICP 备案规则》（huaweicloud-skills）" 2026-8-23;
    PREPARATION_OF_HUAWEI = "华为云《备案前准备咨询》（huaweicloud-skills）" 2026-5-19;
    DOMAINS_OF_HUAWEI = "华为云《备案域名咨询》（huaweicloud-skills）" 2025-12-31;
    APP_FILING_OF_UCLOUD = "UCloud 文档《APP 备案知识》（beian1/basics/knowledge3）" 2025-8-13;
    APP_GALLERY = "华为应用市场发布指南（转载页 mzph.cn，约 2023 至 2024 年）";
    CERTIFICATES_OF_HARMONY_OS = "华为开发者联盟《APP 备案如何获取公钥和证书指纹》（faqs-device-certificate-5）" 2026-6-26;
    FILING_OF_HARMONY_OS = "华为开发者联盟《HarmonyOS 应用备案指导和常见问题》（faqs-appgallery-32）" 2026-7-30;
    ERRORS_OF_HUAWEI = "华为云《错误提示 FAQ》（huaweicloud-skills）" 2026-5-19;
    NO_TRADE_NAME = "金山云备案文档（docs.ksyun.com/documents/37803）" 2020-8-11;
    MATERIALS = "腾讯云文档《备案材料清单》（243/18914，qcloud-documents@c01775e3，约 2022 年）";
    APP_FILING_OF_ALIBABA = "阿里云 App 备案常见问题（转载页，约 2023 至 2024 年）";
    DOMAINS_OF_UCLOUD = "UCloud 文档《域名核验规则》（beian1/notice/notice9）" 2022-6-6;
    LIMITS_OF_UCLOUD = "UCloud 文档《备案限制说明》（beian1/problem/problem8）" 2026-2-27;
    PRE_APPROVAL = "UCloud 文档《前置审批》（beian1/basics/knowledge2）" 2025-12-30;
    OTHERS_OF_UCLOUD = "UCloud 文档《其他常见问题》（beian1/problem/problem4）" 2023-8-30;
    WECHAT_FILING = "微信开放平台《申请小程序备案》接口文档（约 2023 至 2025 年）";
    CHANGE_OF_PRINCIPAL = "腾讯云文档《变更主体》（243/103521，约 2024 年）";
    NAMES_OF_SITES = "工业和信息化部《关于加强互联网站备案管理的工作方案》（工信部电管〔2009〕188号）附件 2" 2009-5-19;
    PUBLIC_SITES = "中央编办《党政机关网站开办审核、资格复核和网站标识管理办法》（中央编办发〔2014〕69号，据 2022 年转述）";
    DRUG_SITES = "国家食品药品监督管理总局《互联网药品信息服务管理办法》（2017 年 11 月修正，据转载页）";
    LETTERS_OF_UCLOUD = "UCloud 文档《情况说明承诺书模板》（beian1/problem/problem9）" 2026-1-19;
    REVIEW_OF_UCLOUD = "UCloud 文档《审核规范》（beian1/problem/problem2）" 2022-2-21;
    NAMES_OF_INDIVIDUALS = "接入服务商帮助页《网站名称要求》（aaarwkj.com/news/235758）" 2023-2-7;
    FILING_CHANGES = "华为云《备案变更咨询》（huaweicloud-skills）" 2026-5-27;
    FILING_TERMS = "UCloud 文档《备案基础知识》（beian1/basics/knowledge1）" 2023-9-1;
    WHO_VERIFIES = "UCloud 文档《短信核验指导》（beian1/guidance/guidance2）" 2025-12-30;
    ACCESS_FAQ = "腾讯云文档《接入备案类》（qcloud-documents@f37c8711，约 2022 年）";
    BEFORE_FILING_FAQ = "腾讯云文档《能否进行备案》（qcloud-documents@74e9776d，约 2022 年）";
    CHECKS = "腾讯云文档《备案信息专项主要检查哪些内容》（qcloud-documents，约 2021 年）";
    DEREGISTRATION_FAQ = "腾讯云文档《注销备案》（243/19622，qcloud-documents@f453d019，约 2022 年）";
    NEED_FAQ = "腾讯云文档《是否需要备案》（qcloud-documents@6eb0d1e8，约 2022 年）";
    NEW_SITES_FAQ = "腾讯云文档《新增网站》（qcloud-documents@07cf23c3，约 2021 年）";
    NUMBERS_FAQ = "腾讯云文档《备案号》（qcloud-documents@c01775e3，约 2022 年）";
    CONDITIONS_OF_HUAWEI = "华为云《备案条件咨询》（huaweicloud-skills）" 2025-12-31;
    FAQ_OF_HUAWEI = "华为云《备案常见问题》（huaweicloud-skills）" 2025-12-31;
    FILED_OF_HUAWEI = "华为云《备案成功后咨询》（huaweicloud-skills）" 2025-12-31;
    PROCESS_OF_HUAWEI = "华为云《备案流程咨询》（huaweicloud-skills）" 2026-5-19;
    CHANGES_OF_UCLOUD = "UCloud 文档《变更备案》（beian1/guidance/guidance7、8、10 至 12）" 2024-9-5;
    CLEANING_OF_UCLOUD = "UCloud 文档《备案订单清理》（beian1/notice/notice22）" 2023-5-16;
    FILING_NUMBERS_OF_UCLOUD = "UCloud 文档《ICP 备案编号规则》（beian1/notice/notice14）" 2019-10-25;
    SERVICE_NUMBERS_OF_ALIBABA = "阿里云帮助中心《备案服务号》（143224 至 143226，约 2020 至 2024 年）";
    PROVINCES = "各省通信管理局备案要求（各接入服务商文档汇总）" 2026-10-5;
    FILING_REGULATION = "信息产业部《非经营性互联网信息服务备案管理办法》（第33号令）" 2005-3-20;
    MEASURES = "国务院《互联网信息服务管理办法》（第292号令，2011 年修订）" 2011-1-8;
    MINISTRY_INTERFACE = "工业和信息化部《ICP/IP 地址/域名信息备案管理系统企业侧接口规范》V3.0";
}
