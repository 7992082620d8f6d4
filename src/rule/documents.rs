//! The public documents that rules rest on besides the guide: each once, with the revision that was read.

use chrono::NaiveDate;

use crate::rule::Document;

/// Declares documents: `NAME = "title" rev "revision" of year-month-day;`, with `about year` where the text carries no
/// day, and with neither where it is a standard.
macro_rules! documents {
    ($($name:ident = $title:literal $(rev $revision:literal)? $(about $about:literal)? $(of $year:literal-$month:literal-$day:literal)?;)+) => {
        $(pub(crate) const $name: Document = Document {
            title: $title,
            revision: documents!(@text $($revision)?),
            about: documents!(@year $($about)?),
            date: documents!(@date $($year-$month-$day)?),
        };)+
    };
    (@text) => { "" };
    (@text $text:literal) => { $text };
    (@year) => { None };
    (@year $year:literal) => { Some($year) };
    (@date) => { None };
    (@date $year:literal-$month:literal-$day:literal) => { NaiveDate::from_ymd_opt($year, $month, $day) };
}

// Copies of Tencent Cloud's pages carry no day: their number at the publisher and the copy's revision stand for it.
documents! {
    ACCESS_FAQ = "腾讯云文档《接入备案类》" rev "qcloud-documents@f37c8711" about 2022;
    BEFORE_FILING_FAQ = "腾讯云文档《能否进行备案》" rev "qcloud-documents@74e9776d" about 2022;
    CHANGE_FAQ = "腾讯云文档《变更信息》" rev "243/19617，qcloud-documents@a35fea3e" about 2022;
    CHECKS = "腾讯云文档《备案信息专项主要检查哪些内容？》" rev "qcloud-documents@3e4be676" about 2021;
    DEREGISTRATION_FAQ = "腾讯云文档《注销备案》" rev "243/19622，qcloud-documents@f453d019" about 2022;
    DOMAINS = "腾讯云文档《备案域名》" rev "243/18905，qcloud-documents@e5166dba" about 2022;
    LICENSE_CODES = "腾讯云文档《备案授权码操作指引》" rev "243/49306，qcloud-documents@c01775e3" about 2022;
    LIMITS = "腾讯云文档《备案限制说明》" rev "243/18911，qcloud-documents@668c1d88" about 2022;
    MATERIALS = "腾讯云文档《备案材料清单》" rev "243/18914，qcloud-documents@c01775e3" about 2022;
    MATERIALS_FAQ = "腾讯云文档《材料上传》" rev "243/19648，qcloud-documents@47dfaded" about 2022;
    NAMING = "腾讯云文档《网站命名要求》" rev "243/11740，qcloud-documents@74e9776d" about 2022;
    NEED_FAQ = "腾讯云文档《是否需要备案》" rev "qcloud-documents@6eb0d1e8" about 2022;
    NEW_SITES_FAQ = "腾讯云文档《新增网站》" rev "qcloud-documents@07cf23c3" about 2021;
    NUMBERS_FAQ = "腾讯云文档《备案号》" rev "qcloud-documents@c01775e3" about 2022;
    OTHER_FAQ = "腾讯云文档《其他咨询》" rev "qcloud-documents@20c2070f" about 2022;
    PRE_APPROVAL_FAQ = "腾讯云文档《前置审批相关》" rev "243/36185，qcloud-documents@3d84a940" about 2022;
    PRINCIPAL_FAQ = "腾讯云文档《主体信息》" rev "243/19640，qcloud-documents@8c9ad686" about 2022;
    PROCESS_FAQ = "腾讯云文档《流程其他问题》" rev "qcloud-documents@c9231db9" about 2022;
    REFUSALS = "腾讯云文档《备案驳回》" rev "243/19651，qcloud-documents@136dd2f8" about 2021;
    REFUSAL_REASONS = "腾讯云文档《常见驳回原因及其处理》" rev "qcloud-documents@2fc54845" about 2021;
    RESOURCES = "腾讯云文档《备案云服务》" rev "243/18908，qcloud-documents@38852695" about 2022;
    REVIEW_FAQ = "腾讯云文档《备案审核》" rev "243/19650，qcloud-documents@d3973542" about 2022;
    SITE_FAQ = "腾讯云文档《网站信息》" rev "qcloud-documents@3e2f7be8" about 2022;
    SMS_GUIDE = "腾讯云文档《短信核验》" rev "qcloud-documents@09f99bfb" about 2021;
    UPLOADS = "腾讯云文档《备案材料上传》" rev "qcloud-documents@4e4812f7" about 2022;

    APP_FILING_OF_HUAWEI = "华为云《App备案咨询》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2025-12-31;
    CHANGE_OF_PRINCIPAL_OF_HUAWEI = "华为云《备案变更咨询》之已备案域名禁止变更主体规则" rev "知识库摘编，huaweicloud-skills@e74999da" of 2025-11-19;
    CONDITIONS_OF_HUAWEI = "华为云《备案条件咨询》" rev "知识库摘编，huaweicloud-skills@f127b26d" of 2025-12-31;
    DOMAINS_OF_HUAWEI = "华为云《备案域名咨询》" rev "知识库摘编，huaweicloud-skills@f127b26d" of 2025-12-31;
    ERRORS_OF_HUAWEI = "华为云《错误提示FAQ》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2026-5-19;
    FAQ_OF_HUAWEI = "华为云《备案常见问题》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2025-12-31;
    FILED_OF_HUAWEI = "华为云《备案成功后咨询》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2025-12-31;
    FILING_CHANGES = "华为云《备案变更咨询》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2026-5-27;
    LICENSE_CODES_OF_HUAWEI = "华为云《备案前准备咨询》之备案授权码完整操作步骤" rev "知识库摘编，huaweicloud-skills@e74999da" of 2026-5-19;
    MATERIALS_OF_HUAWEI = "华为云《备案材料咨询》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2025-12-31;
    PC_STEPS_OF_HUAWEI = "华为云《备案流程咨询》之PC端详细操作步骤" rev "知识库摘编，huaweicloud-skills@f127b26d" of 2026-5-19;
    PREPARATION_OF_HUAWEI = "华为云《备案前准备咨询》" rev "知识库摘编，huaweicloud-skills@e74999da" of 2025-12-31;
    PROCESS_OF_HUAWEI = "华为云《备案流程咨询》" rev "知识库摘编，huaweicloud-skills@f127b26d" of 2025-9-24;
    REFUSALS_OF_HUAWEI = "华为云《备案驳回咨询》" rev "知识库摘编，huaweicloud-skills@f127b26d" of 2025-12-31;
    RULES_OF_HUAWEI = "华为云《ICP备案规则》filing-rules.yml" rev "知识库摘编，huaweicloud-skills@c54c1bcc" of 2026-8-23;
    CERTIFICATES_OF_HARMONY_OS = "华为开发者联盟《APP 备案如何获取公钥和证书指纹》" rev "faqs-device-certificate-5" of 2026-6-26;
    FILING_OF_HARMONY_OS = "华为开发者联盟《HarmonyOS 应用备案指导和常见问题》" rev "faqs-appgallery-32" of 2026-7-30;

    APP_FEATURES_OF_UCLOUD = "UCloud 文档《APP特征信息填写指导》" rev "beian1/basics/knowledge4" of 2024-10-16;
    APP_FILING_OF_UCLOUD = "UCloud 文档《APP备案知识》" rev "beian1/basics/knowledge3" of 2025-8-13;
    CHANGES_OF_UCLOUD = "UCloud 文档《变更备案》" rev "beian1/guidance/guidance7" of 2024-9-5;
    CLEANING_OF_UCLOUD = "UCloud 文档《关于定期清理无效备案订单的公告》" rev "beian1/notice/notice22" of 2023-5-16;
    DEREGISTRATION_OF_UCLOUD = "UCloud 文档《注销网站/APP》" rev "beian1/guidance/guidance5" of 2023-10-16;
    DOMAINS_OF_UCLOUD = "UCloud 文档《网站备案域名核验的规则》" rev "beian1/notice/notice9" of 2022-6-6;
    FILING_NUMBERS_OF_UCLOUD = "UCloud 文档《ICP备案编号规则》" rev "beian1/notice/notice14" of 2019-10-25;
    FILING_TERMS = "UCloud 文档《备案常用名词解释》" rev "beian1/basics/knowledge1" of 2023-9-1;
    REVIEW_OF_UCLOUD = "UCloud 文档《审核规范》" rev "beian1/problem/problem2" of 2022-2-21;
    LETTERS_OF_UCLOUD = "UCloud 文档《情况说明承诺书模板》" rev "beian1/problem/problem9" of 2026-1-19;
    LIMITS_OF_UCLOUD = "UCloud 文档《备案限制说明》" rev "beian1/problem/problem8" of 2026-2-27;
    OTHERS_OF_UCLOUD = "UCloud 文档《其他常见问题》" rev "beian1/problem/problem4" of 2023-8-30;
    PRE_APPROVAL = "UCloud 文档《前置审批》" rev "beian1/basics/knowledge2" of 2025-12-30;
    WHO_VERIFIES = "UCloud 文档《短信核验指导》" rev "beian1/guidance/guidance2" of 2025-12-30;

    APP_FILING_OF_ALIBABA = "阿里云 App 备案常见问题" rev "转载页" about 2023;
    APP_GALLERY = "华为应用市场《鸿蒙原生应用/元服务开发-AGC分发如何配置版本信息（下）》" rev "据转载 mzph.cn/news/161870、chinasem.cn/article/410099" of 2023-11-22;
    NAMES_OF_ALIBABA = "阿里云网站命名规则" rev "转载页" about 2021;
    NAMES_OF_INDIVIDUALS = "接入服务商帮助页《网站名称要求》" rev "aaarwkj.com/news/235758" of 2023-2-7;
    NAMES_OF_QINGCLOUD = "青云文档《网站命名要求》" rev "qingcloud-docs/content/site/record/policy/site_name" about 2021;
    NO_TRADE_NAME = "金山云备案文档" rev "docs.ksyun.com/documents/37803" of 2020-8-11;
    SERVICE_NUMBERS_OF_ALIBABA = "阿里云帮助中心备案服务号接口文档" rev "143224 至 143226，无日期" about 2020;
    WECHAT_FILING = "微信开放平台《申请小程序备案》接口文档" rev "applyIcpFiling" about 2023;

    PROVINCES = "各省通信管理局备案要求" rev "各接入服务商文档汇总" of 2026-10-5;

    // Of the regulation on filing only the older text could be read.
    FILING_REGULATION = "《非经营性互联网信息服务备案管理办法》" rev "信息产业部令第33号；2024-01-18 工业和信息化部令第68号修订，所引为 2005 年文本" of 2005-2-8;
    MEASURES = "《互联网信息服务管理办法》" rev "国务院令第292号，2024-12-06 国务院令第797号第二次修订" of 2024-12-6;
    APP_FILING_NOTICE = "工业和信息化部《关于开展移动互联网应用程序备案工作的通知》" rev "工信部信管〔2023〕105号，据转载" of 2023-7-21;
    NAMES_OF_SITES = "工业和信息化部《关于加强互联网站备案管理的工作方案》" rev "工信部电管〔2009〕188号，附件 2" of 2009-5-19;
    PUBLIC_SITES = "中央编办《党政机关网站开办审核、资格复核和网站标识管理办法》" rev "中央编办发〔2014〕69号，据 2022 年转述" about 2014;
    DRUG_SITES = "国家食品药品监督管理总局《互联网药品信息服务管理办法》" rev "2017 年 11 月修正，据转载" about 2017;
    NUMBERING_NOTICE = "工业和信息化部《关于调整非经营性互联网信息服务备案编号规则的通知》" rev "工信管函〔2019〕633号，据转载；2019-04-22 起施行" about 2019;
    MINISTRY_INTERFACE = "工业和信息化部《ICP/IP地址/域名信息备案管理系统企业系统接口规范》" rev "V3.0，据公开代码库 easynode-ipc@922f8585" about 2013;
    DOMAINS_OF_GOVERNMENT = "国务院办公厅《关于加强政府网站域名管理的通知》" rev "国办函〔2018〕55号，据转载" about 2018;

    // Standards of form.
    ANDROID_ID = "Android Developers《Configure the app module》";
    APPLE_ID = "Apple Developer Documentation《CFBundleIdentifier》";
    HARMONY_ID = "HarmonyOS 应用开发文档《app.json5配置文件》";
    CREDIT_CODE = "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》";
    ORGANIZATION_CODE = "GB 11714-1997《全国组织机构代码编制规则》";
    IDENTITY_NUMBER = "GB 11643-1999《公民身份号码》";
    REGIONS = "民政部《中华人民共和国行政区划代码》" of 2024-12-31;
    NUMBERING_PLAN = "工业和信息化部《电信网编号计划（2017年版）》";
    RFC_1123 = "RFC 1123《Requirements for Internet Hosts》";
    RFC_5280 = "RFC 5280《Internet X.509 Public Key Infrastructure》";
    RFC_5321 = "RFC 5321《Simple Mail Transfer Protocol》";
    RFC_5891 = "RFC 5891《Internationalized Domain Names in Applications (IDNA): Protocol》";
}
