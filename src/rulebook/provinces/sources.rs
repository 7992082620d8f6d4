//! The documents of the table, each once: a newer copy of one is one edit here, and the standing of its cells follows.
//!
//! A document has the day that it carries, the month, or, of a stored copy, the year that it is not younger than. One
//! that says the same of many provinces at once is marked as general.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::evidence::day;
use super::{Citation, Publisher};
use crate::rule::Source;

/// When a document was published: the days that it can be of, and the day that it carries.
#[derive(Clone, Copy)]
struct When {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    date: Option<NaiveDate>,
    is_general: bool,
}

impl When {
    /// Says the same of many provinces.
    const fn general(self) -> Self {
        Self { is_general: true, ..self }
    }
}

/// Of this day.
const fn on(year: i32, month: u32, of_month: u32) -> When {
    let date = day(year, month, of_month);
    When { from: date, until: date, date, is_general: false }
}

/// Of this month.
const fn of(year: i32, month: u32) -> When {
    let from = day(year, month, 1);
    let last = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    When { from, until: day(year, month, last), date: None, is_general: false }
}

/// A stored copy without a date: no later than this year.
const fn not_after(year: i32) -> When {
    When { from: None, until: day(year, 12, 31), date: None, is_general: false }
}

/// A copy without a date that speaks of what began in this month.
const fn not_before(year: i32, month: u32) -> When {
    When { from: day(year, month, 1), until: None, date: None, is_general: false }
}

/// A document whose day nobody knows.
const fn undated() -> When {
    When { from: None, until: None, date: None, is_general: false }
}

const fn document(publisher: Publisher, title: &'static str, section: &'static str, when: When) -> Citation {
    Citation {
        publisher,
        source: Source { document: Cow::Borrowed(title), section: Cow::Borrowed(section), date: when.date },
        no_earlier_than: when.from,
        no_later_than: when.until,
        is_general: when.is_general,
    }
}

/// Declares the documents of a publisher, by title.
macro_rules! documents {
    ($(#[$meta:meta])* $module:ident of $publisher:ident {
        $($title:literal { $($name:ident: $section:literal, $when:expr;)+ })+
    }) => {
        $(#[$meta])*
        pub(in crate::rulebook::provinces) mod $module {
            #[allow(unused_imports)] // no publisher has documents of every age
            use super::{document, not_after, not_before, of, on, undated, Citation, Publisher};

            $($(pub(in crate::rulebook::provinces) static $name: Citation =
                document(Publisher::$publisher, $title, $section, $when);)+)+
        }
    };
}

documents! {
    /// Tencent Cloud 腾讯云, with what applicants and others copied from its pages.
    tencent of Tencent {
        "腾讯云备案文档" {
            ANHUI: "各省管局要求/华东各省管局要求/安徽省管局要求@d3973542", not_after(2023);
            BEIJING: "各省管局要求/华北各省管局要求/北京管局要求@e5166dba", not_after(2023);
            CHONGQING: "各省管局要求/西南各省管局要求/重庆管局要求@4e4812f7", not_after(2023);
            FUJIAN: "各省管局要求/华东各省管局要求/福建管局备案要求@b88154ca", not_after(2023);
            FUJIAN_EARLIER: "各省管局要求/华东各省管局要求/福建管局备案要求@0b4db9e6", not_after(2023);
            GANSU: "各省管局要求/西北各省管局要求/甘肃省管局要求@1b16bbcb", not_after(2023);
            GUANGDONG: "各省管局要求/华南各省管局要求/广东省管局要求@1a421bcb", not_after(2023);
            GUANGXI: "各省管局要求/华南各省管局要求/广西管局备案要求@32cdec97", not_after(2023);
            GUIZHOU: "各省管局要求/西南各省管局要求/贵州管局备案要求@89742253", not_after(2023);
            HAINAN: "各省管局要求/华南各省管局要求/海南管局备案要求@26660986", not_after(2023);
            HEBEI: "各省管局要求/华北各省管局要求/河北管局备案要求@ffc5955f", not_after(2023);
            HEILONGJIANG: "各省管局要求/东北各省管局要求/黑龙江省管局要求@6eb0d1e8", not_after(2023);
            HEILONGJIANG_EARLIER: "各省管局要求/东北各省管局要求/黑龙江省管局要求@098f863a", not_after(2023);
            HENAN: "各省管局要求/华中各省管局要求/河南省管局要求@e666433d", not_after(2023);
            HUBEI: "各省管局要求/华中各省管局要求/湖北管局备案要求@e8ec8d43", not_after(2023);
            HUBEI_PAGE: "document/product/243/51714", not_before(2023, 9);
            HUNAN: "各省管局要求/华中各省管局要求/湖南管局备案要求@71db6367", not_after(2023);
            INNER_MONGOLIA: "各省管局要求/华北各省管局要求/内蒙古管局备案要求@4e4812f7", not_after(2023);
            JIANGSU: "各省管局要求/华东各省管局要求/江苏管局备案要求@1a421bcb", not_after(2023);
            JIANGSU_EARLIER: "各省管局要求/华东各省管局要求/江苏管局备案要求@01a9db95", not_after(2023);
            JIANGXI: "各省管局要求/华东各省管局要求/江西管局备案要求@4e4812f7", not_after(2023);
            JILIN: "各省管局要求/东北各省管局要求/吉林省管局要求@b14e9e58", not_after(2023);
            LIAONING: "各省管局要求/东北各省管局要求/辽宁省管局要求@1ff437ca", not_after(2023);
            LIAONING_EARLIER: "各省管局要求/东北各省管局要求/辽宁省管局要求@136dd2f8", not_after(2023);
            NINGXIA: "各省管局要求/西北各省管局要求/宁夏管局备案要求@c01775e3", not_after(2023);
            QINGHAI: "各省管局要求/西北各省管局要求/青海管局备案要求@71db6367", not_after(2023);
            QUESTIONS: "常见问题/省管局要求相关@78672ef6", not_after(2023);
            SHAANXI: "各省管局要求/西北各省管局要求/陕西管局备案要求@39220639", not_after(2023);
            SHANDONG: "各省管局要求/华东各省管局要求/山东管局备案要求@1a421bcb", not_after(2023);
            SHANGHAI: "各省管局要求/华东各省管局要求/上海管局备案要求@78ae521d", not_after(2023);
            SHANGHAI_EARLIER: "各省管局要求/华东各省管局要求/上海管局备案要求@0b751f36", not_after(2023);
            SHANXI: "各省管局要求/华北各省管局要求/山西管局备案要求@e5166dba", not_after(2023);
            SICHUAN: "各省管局要求/西南各省管局要求/四川管局备案要求@ca8d1eff", not_after(2023);
            TIANJIN: "各省管局要求/华北各省管局要求/天津管局备案要求@71db6367", not_after(2023);
            XINJIANG: "各省管局要求/西北各省管局要求/新疆管局备案要求@78ae521d", not_after(2023);
            XIZANG: "各省管局要求/西南各省管局要求/西藏管局备案要求@c01775e3", not_after(2023);
            YUNNAN: "各省管局要求/西南各省管局要求/云南管局备案要求@152ce3d7", not_after(2023);
            ZHEJIANG: "各省管局要求/华东各省管局要求/浙江管局备案要求@b88154ca", not_after(2023);
        }
        "FinClip 备案指南（源自腾讯云文档）" {
            GANSU_OF_FINCLIP: "city-guidelines/gansu", of(2023, 10);
        }
        "腾讯云《ICP 备案操作指引（小程序端）》" {
            GUIDE_TO_DEREGISTRATION: "注销空壳主体", on(2024, 11, 4);
        }
        "腾讯云《查看与导出备案信息》" {
            HOLLOW_PRINCIPALS: "空壳主体", on(2025, 4, 22).general();
        }
        "腾讯云《内蒙古管局备案要求》（申请人摘录）" {
            INNER_MONGOLIA_NOTED: "2025-07 更新，2026-09 通过的备案", of(2025, 7);
        }
        "腾讯云文档《备案材料清单》" {
            MATERIALS: "各省材料@c01775e3", not_after(2022);
            MATERIAL_LIST: "域名证书@c01775e3", not_after(2022);
        }
        "腾讯云文档《备案材料上传》" {
            UPLOADS: "材料的出具时间@4e4812f7", not_after(2022);
        }
        "腾讯云《浙江管局备案要求》（申请人摘录）" {
            ZHEJIANG_NOTED: "document/product/243/51706", on(2026, 10, 5);
        }
    }
}

documents! {
    /// Huawei Cloud 华为云: pages, excerpts of pages, and a digest of its knowledge base.
    huawei of Huawei {
        "华为云备案知识库摘编" {
            CHANGES_2: "备案变更咨询 icp_02_0036", on(2025, 11, 19);
            CHANGES_3: "备案变更咨询 icp_02_0029", on(2025, 11, 19);
            DIGEST_OF_ANHUI: "备案管局咨询 doc_0223", on(2025, 12, 31);
            DIGEST_OF_BEIJING: "备案政策咨询 doc_0214", on(2025, 12, 31);
            DIGEST_OF_FUJIAN: "备案政策咨询 doc_0224", on(2025, 12, 31);
            DIGEST_OF_GANSU: "备案政策咨询 doc_0237", on(2025, 12, 31);
            DIGEST_OF_GUANGDONG: "备案政策咨询 doc_0228", on(2025, 12, 31);
            DIGEST_OF_GUANGXI: "备案管局咨询 doc_0229", on(2025, 12, 31);
            DIGEST_OF_GUIZHOU: "备案管局咨询 doc_0244", on(2025, 12, 31);
            DIGEST_OF_HAINAN: "备案管局咨询 doc_0230", on(2025, 12, 31);
            DIGEST_OF_HEBEI: "备案管局咨询 doc_0216", on(2025, 12, 31);
            DIGEST_OF_HENAN: "备案管局咨询 doc_0232", on(2025, 12, 31);
            DIGEST_OF_HUBEI: "备案政策咨询 doc_0233", on(2025, 12, 31);
            DIGEST_OF_HUNAN: "备案管局咨询 doc_0234", on(2025, 12, 31);
            DIGEST_OF_INNER_MONGOLIA: "备案管局咨询 doc_0218", on(2025, 12, 31);
            DIGEST_OF_JIANGSU: "备案政策咨询 doc_0221", on(2025, 12, 31);
            DIGEST_OF_JIANGSU_2: "备案政策咨询 doc_0039/0043", on(2025, 12, 31);
            DIGEST_OF_JIANGXI: "备案管局咨询 doc_0226", on(2025, 12, 31);
            DIGEST_OF_NINGXIA: "备案管局咨询 doc_0239", on(2025, 12, 31);
            DIGEST_OF_QINGHAI: "备案管局咨询 doc_0238", on(2025, 12, 31);
            DIGEST_OF_SHAANXI: "备案政策咨询 doc_0236", on(2025, 12, 31);
            DIGEST_OF_SHANDONG: "备案管局咨询 doc_0225", on(2025, 12, 31);
            DIGEST_OF_SHANGHAI: "备案管局咨询 doc_0220", on(2025, 12, 31);
            DIGEST_OF_SHANXI: "备案管局咨询 doc_0217", on(2025, 12, 31);
            DIGEST_OF_TIANJIN: "备案政策咨询 doc_0215", on(2025, 12, 31);
            DIGEST_OF_XINJIANG: "备案管局咨询 doc_0240", on(2025, 12, 31);
            DIGEST_OF_ZHEJIANG: "备案管局咨询 doc_0222", on(2025, 12, 31);
            DOCUMENTS: "备案前准备咨询 doc_0246", on(2025, 12, 31);
            FOOTERS: "备案成功后咨询 doc_0033", on(2025, 12, 31).general();
            HOLLOW_PRINCIPALS: "备案注销咨询 doc_0037", on(2025, 12, 31).general();
            MATERIALS: "备案材料咨询 doc_0046", on(2025, 12, 31);
        }
        "华为云帮助页摘录" {
            EXCERPT_JEAAJU: "huaweicloud.com/s/JeaAjuS5…t_30_p_7", not_before(2023, 9);
            EXCERPT_JEAZMW: "huaweicloud.com/s/Jeazm-Wf…t_30_p_9", not_before(2023, 9);
            EXCERPT_JES4IE: "huaweicloud.com/s/JeS4ieWxg…t_30_p_6", not_before(2023, 9);
            EXCERPT_JES6KE: "huaweicloud.com/s/JeS6keacj…t_30_p_12", not_before(2023, 9);
            EXCERPT_JEWNJU: "huaweicloud.com/s/JeWNjuS4…t_30_p_10", not_before(2023, 9);
            EXCERPT_JWNVBE: "huaweicloud.com/s/JWNvbeWSj…t_30_p_7", not_before(2023, 9);
            EXCERPT_JWUTBW: "huaweicloud.com/s/JWUtbW9i…t_30_p_7", not_before(2023, 9);
            EXCERPT_JXPHC3: "huaweicloud.com/s/JXphc3BlcueJ…t_30_p_5", not_before(2023, 9);
        }
        "华为云备案指南" {
            GUANGDONG: "icp_02_0021", on(2025, 5, 27);
            HAINAN: "icp_02_0023", on(2021, 1, 29);
            JIANGXI: "icp_02_0019", on(2025, 3, 13);
        }
    }
}

documents! {
    /// UCloud 优刻得.
    ucloud of Ucloud {
        "UCloud 备案文档" {
            EVERY_PROVINCE: "rule（各省页面相同的内容）", on(2024, 4, 1).general();
            ANHUI: "rule/rule3/anhui.md", on(2024, 4, 1);
            BEIJING: "rule/rule1/beijing.md", on(2024, 4, 1);
            CHANGES: "guidance/guidance10-12.md", on(2024, 9, 5);
            CHONGQING: "rule/rule7/chongqing.md", on(2024, 4, 1);
            DEREGISTRATION: "guidance/guidance5.md", on(2023, 10, 16);
            FUJIAN: "rule/rule3/fujian.md", on(2025, 12, 30);
            GANSU: "rule/rule6/gansu.md", on(2024, 4, 1);
            GUANGDONG: "rule/rule4/guangdong.md", on(2024, 4, 1);
            GUANGXI: "rule/rule4/guangxi.md", on(2024, 4, 1);
            GUIDANCE_2: "guidance/guidance1.md + problem/problem9.md", on(2026, 1, 19);
            GUIZHOU: "rule/rule7/guizhou.md", on(2024, 4, 1);
            HAINAN: "rule/rule4/hainan.md", on(2024, 4, 1);
            HEBEI: "rule/rule1/hebei.md", on(2024, 4, 1);
            HEILONGJIANG: "rule/rule2/heilongjiang.md", on(2024, 4, 1);
            HENAN: "rule/rule5/henan.md", on(2024, 4, 1);
            HUBEI: "rule/rule5/hubei.md", on(2024, 4, 1);
            HUNAN: "rule/rule5/hunan.md", on(2024, 4, 1);
            INNER_MONGOLIA: "rule/rule1/neimenggu.md", on(2024, 4, 1);
            JIANGSU: "rule/rule3/jiangsu.md", on(2024, 4, 1);
            JIANGXI: "rule/rule5/jiangxi.md", on(2024, 4, 1);
            JILIN: "rule/rule2/jilin.md", on(2024, 4, 1);
            LIAONING: "rule/rule2/liaoning.md", on(2024, 4, 1);
            NINGXIA: "rule/rule6/ningxia.md", on(2024, 4, 1);
            NOTICE_3: "notice/notice3.md", on(2019, 10, 25);
            OTHER_QUESTIONS: "problem/problem4.md", on(2023, 8, 30);
            QINGHAI: "rule/rule6/qinghai.md", on(2024, 4, 1);
            QUESTIONS: "problem/problem9.md", on(2026, 1, 19);
            SHAANXI: "rule/rule6/shanxi3.md", on(2024, 4, 1);
            SHANDONG: "rule/rule3/shandong.md", on(2024, 4, 1);
            SHANGHAI: "rule/rule3/shanghai.md", on(2024, 4, 1);
            SHANXI: "rule/rule1/shanxi.md", on(2024, 4, 1);
            SICHUAN: "rule/rule7/sichuan.md", on(2024, 4, 1);
            TIANJIN: "rule/rule1/tianjin.md", on(2024, 4, 1);
            XINJIANG: "rule/rule6/xinjiang.md", on(2024, 4, 1);
            XIZANG: "rule/rule7/xizang.md", on(2024, 8, 23);
            YUNNAN: "rule/rule7/yunnan.md", on(2024, 4, 1);
            ZHEJIANG: "rule/rule3/zhejiang.md", on(2024, 4, 1);
        }
    }
}

documents! {
    /// Alibaba Cloud 阿里云: its international site, and reprints.
    aliyun of Aliyun {
        "阿里云备案文档（转载）" {
            BEIJING_REPRINT: "321.net/?About/Gnews/528.html", on(2020, 9, 27);
            HAINAN_REPRINT: "altadwy.com/news/record/5801.html", on(2020, 4, 3);
            HUNAN_REPRINT: "bestwisewords.com", not_before(2022, 1);
            SHANDONG_REPRINT: "nanyang.11467.com/info/15242958.htm", undated();
        }
        "阿里云国际站帮助中心" {
            FUJIAN: "help/en/icp-filing/basic-icp-service/user-guide/icp-filing-regulations-for-fujian", not_before(2023, 1);
            GUIZHOU: "help/en/icp-filing/basic-icp-service/user-guide/icp-filing-regulations-for-guizhou", not_before(2023, 1);
            HUBEI: "help/faq-detail/50260.htm", not_before(2018, 1);
            JIANGSU: "help/en/icp-filing/basic-icp-service/user-guide/icp-filing-regulations-for-jiangsu", on(2023, 7, 28);
            QINGHAI: "help/en/icp-filing/basic-icp-service/user-guide/icp-filing-regulations-for-qinghai", not_before(2023, 1);
            SHANDONG: "help/faq-detail/50253.htm", not_before(2018, 1);
            SHANXI: "help/faq-detail/50250.htm", on(2018, 1, 8);
            TIANJIN: "help/en/icp-filing/basic-icp-service/user-guide/icp-filing-regulations-for-tianjin-1", not_before(2023, 1);
            TIANJIN_EARLIER: "help/faq-detail/50238.htm", not_before(2018, 1);
            TIANJIN_2023: "help/en/icp-filing/icp-filing-regulations-for-tianjin", on(2023, 9, 28);
            YUNNAN: "help/faq-detail/50256.htm", on(2018, 1, 8);
        }
    }
}

documents! {
    /// JD Cloud 京东云.
    jd of Jd {
        "京东云备案文档" {
            EVERY_PROVINCE: "the-rules（各省页面相同的内容）", not_after(2023).general();
            ANHUI: "the-rules/Anhui.md", not_after(2023);
            BEIJING: "the-rules/Beijing.md", not_after(2023);
            CHONGQING: "the-rules/Chongqing.md", not_after(2023);
            FUJIAN: "the-rules/Fujian.md", not_after(2023);
            GANSU: "the-rules/Gansu.md", not_after(2023);
            GUANGDONG: "the-rules/Guangdong.md", not_after(2023);
            GUANGXI: "the-rules/Guangxi.md", not_after(2023);
            GUIZHOU: "the-rules/Guizhou.md", not_after(2023);
            HAINAN: "the-rules/Hainan.md", not_after(2023);
            HEBEI: "the-rules/Hebei.md", not_after(2023);
            HEILONGJIANG: "the-rules/Heilongjiang.md", not_after(2023);
            HENAN: "the-rules/Henan.md", not_after(2023);
            HUBEI: "the-rules/Hubei.md", not_after(2023);
            HUNAN: "the-rules/Hunan.md", not_after(2023);
            INNER_MONGOLIA: "the-rules/Neimenggu.md", not_after(2023);
            JIANGSU: "the-rules/Jiangsu.md", not_after(2023);
            JIANGXI: "the-rules/Jiangxi.md", not_after(2023);
            JILIN: "the-rules/Jilin.md", not_after(2023);
            LIAONING: "the-rules/Liaoning.md", not_after(2023);
            NINGXIA: "the-rules/Ningxia.md", not_after(2023);
            QINGHAI: "the-rules/Qinghai.md", not_after(2023);
            SHAANXI: "the-rules/Shaanxi.md", not_after(2023);
            SHANDONG: "the-rules/Shandong.md", not_after(2023);
            SHANGHAI: "the-rules/Shanghai.md", not_after(2023);
            SHANXI: "the-rules/Shanxi.md", not_after(2023);
            SICHUAN: "the-rules/Sichuan.md", not_after(2023);
            TIANJIN: "the-rules/Tianjin.md", not_after(2023);
            XINJIANG: "the-rules/Xinjiang.md", not_after(2023);
            YUNNAN: "the-rules/Yunnan.md", not_after(2023);
            ZHEJIANG: "the-rules/Zhejiang.md", not_after(2023);
        }
    }
}

documents! {
    /// QingCloud 青云.
    qingcloud of Qingcloud {
        "青云备案文档" {
            ANHUI: "policy_requirement/anhui.md@3094343b", not_after(2023);
            BEIJING: "policy_requirement/beijing.md@0813cf44", not_after(2023);
            CHONGQING: "policy_requirement/chongqing.md@736d9c32", not_after(2023);
            FUJIAN: "policy_requirement/fujian.md@d173b210", not_after(2023);
            GANSU: "policy_requirement/gansu.md@079f5c82", not_after(2023);
            GUANGDONG: "policy_requirement/guangdong.md@1f49b4bd", not_after(2023);
            GUANGXI: "policy_requirement/guangxi.md@3094343b", not_after(2023);
            GUIZHOU: "policy_requirement/guizhou.md@3db9e5c6", not_after(2023);
            HAINAN: "policy_requirement/hainan.md@3db9e5c6", not_after(2023);
            HEBEI: "policy_requirement/hebei.md@c7fc82da", not_after(2023);
            HEILONGJIANG: "policy_requirement/heilongjiang.md@736d9c32", not_after(2023);
            HENAN: "policy_requirement/henan.md@3094343b", not_after(2023);
            HUBEI: "policy_requirement/hubei.md@88d2bed5", not_after(2023);
            HUNAN: "policy_requirement/hunan.md@5eece6f3", not_after(2023);
            INNER_MONGOLIA: "policy_requirement/neimenggu.md@99c5d17d", not_after(2023);
            JIANGSU: "policy_requirement/jiangsu.md@99c5d17d", not_after(2023);
            JIANGXI: "policy_requirement/jiangxi.md@1f49b4bd", not_after(2023);
            JILIN: "policy_requirement/jilin.md@3094343b", not_after(2023);
            LIAONING: "policy_requirement/liaoning.md@3094343b", not_after(2023);
            NINGXIA: "policy_requirement/ningxia.md@3094343b", not_after(2023);
            QINGHAI: "policy_requirement/qinghai.md@3094343b", not_after(2023);
            SHAANXI: "policy_requirement/sanxi.md@5eece6f3", not_after(2023);
            SHANDONG: "policy_requirement/shandong.md@3094343b", not_after(2023);
            SHANGHAI: "policy_requirement/shanghai.md@3094343b", not_after(2023);
            SHANXI: "policy_requirement/shanxi.md@3094343b", not_after(2023);
            SICHUAN: "policy_requirement/sichuan.md@3094343b", not_after(2023);
            TIANJIN: "policy_requirement/tianjing.md@32cd6c3b", not_after(2023);
            XINJIANG: "policy_requirement/xinjiang.md@0813cf44", not_after(2023);
            YUNNAN: "policy_requirement/yunnan.md@3094343b", not_after(2023);
            ZHEJIANG: "policy_requirement/zhejiang.md@3094343b", not_after(2023);
        }
    }
}

documents! {
    /// Baidu AI Cloud 百度智能云.
    baidu of Baidu {
        "百度智能云备案文档" {
            BEIJING: "北京备案规则", on(2025, 1, 2);
            ZHEJIANG: "theme/O/2881951-71", not_before(2024, 1);
        }
    }
}

documents! {
    /// Volcano Engine 火山引擎.
    volcengine of Volcengine {
        "火山引擎备案文档" {
            JIANGXI: "docs/6428/71587", on(2021, 8, 12);
        }
    }
}

documents! {
    /// Applicants, who noted what was asked of them.
    applicants of Applicant {
        "申请人备案记录" {
            NOTE_FROM_HUNAN: "湖南个人建设方案书及提交说明", on(2026, 9, 14);
        }
    }
}
