//! The published reasons.

use beian::Text;
use serde_json::{json, Value};

/// A reason that is foreseen.
pub(crate) struct Reason {
    /// What the order was refused for, in the words of those who publish such reasons.
    pub(crate) refused_for: Text,
    /// Where it is published.
    pub(crate) source: &'static str,
    /// What is wrong with the order: places in the request, and their values.
    pub(crate) edits: fn() -> Vec<(&'static str, Value)>,
    /// The rule that says so.
    pub(crate) rule: &'static str,
}

/// A reason that is not.
pub(crate) struct Unforeseen {
    pub(crate) refused_for: Text,
    pub(crate) source: &'static str,
    pub(crate) because: Text,
}

const REFUSALS: &str = "腾讯云《常见驳回原因及其处理》";
const REVIEW: &str = "腾讯云《备案审核》";
const HUAWEI: &str = "华为云《备案驳回咨询》";
const UCLOUD: &str = "UCloud《备案限制说明》";
const ERRORS: &str = "华为云《错误提示 FAQ》";

pub(crate) const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

#[allow(clippy::too_many_lines)] // one table
pub(crate) fn reasons() -> Vec<Reason> {
    macro_rules! reasons {
        ($($zh:literal $en:literal, $source:expr, $rule:literal, { $($path:literal: $value:tt),* $(,)? };)+) => {
            vec![$(Reason {
                refused_for: text($zh, $en),
                source: $source,
                edits: || vec![$(($path, json!($value))),*],
                rule: $rule,
            }),+]
        };
    }
    reasons! {
        "域名所有者与主体不一致" "the registrant is not the principal", REFUSALS, "domain.registrant-mismatch",
            { "/order/services/0/domains/0/registration/registrant": "上海他人科技有限公司" };
        "域名所有者证件号码与主体不一致" "the registrant's certificate number is not the principal's", REFUSALS,
            "domain.registrant-certificate-mismatch",
            { "/order/services/0/domains/0/registration/certificate/number": "91330106MA2DEM7111" };
        "域名未实名认证" "the domain is not real-name verified", REFUSALS, "domain.real-name-unverified",
            { "/order/services/0/domains/0/registration/real_name_verified_on": null, "/order/services/0/domains/0/registration/real_name_verified": false };
        "域名实名认证不满 3 天" "the domain was verified too recently", HUAWEI, "domain.real-name-too-recent",
            { "/order/services/0/domains/0/registration/real_name_verified_on": "2026-11-22" };
        "域名注册商未获批复" "the registrar is not approved", REFUSALS, "domain.registrar-not-approved",
            { "/order/services/0/domains/0/registration/registrar/approved": false };
        "域名后缀未获批复" "the suffix is not approved", REFUSALS, "domain.suffix-not-approved",
            { "/order/services/0/domains/0/name": "example.so" };
        "域名已过期" "the domain has expired", HUAWEI, "domain.registration-expired",
            { "/order/services/0/domains/0/registration/expires_on": "2026-11-01" };
        "网站未备案通过前已开通" "the site was open before it was filed", REFUSALS, "domain.resolving",
            { "/order/services/0/domains/0/resolves": true };
        "网站名称不足三个字" "the name of the site is too short", REFUSALS, "name.too-short",
            { "/order/services/0/name": "青榕" };
        "网站名称全是字母" "the name of the site consists of letters", REFUSALS, "name.only-digits-or-letters",
            { "/order/services/0/name": "Qingrong" };
        "网站名称含特殊符号" "the name of the site has symbols", REFUSALS, "name.symbol",
            { "/order/services/0/name": "青榕★图景" };
        "网站名称含“中国”等词语" "the name has words kept for the state", REFUSALS, "name.state-word",
            { "/order/services/0/name": "中国图景展示" };
        "网站名称含敏感词" "the name has sensitive words", REFUSALS, "name.sensitive-word",
            { "/order/services/0/name": "青榕廉政展示" };
        "名称涉及金融但无审批文件" "the name is about finance, without a document", HUAWEI, "name.finance-word",
            { "/order/services/0/name": "青榕财富管理展示" };
        "备案省份与证件住址不符" "the province is not that of the certificate", REFUSALS,
            "principal.region-certificate-mismatch",
            { "/order/principal/certificate/address": "浙江省杭州市西湖区文三路18号3栋1205室" };
        "通信地址未写到门牌号" "the address has no door number", UCLOUD, "principal.mailing-address-too-coarse",
            { "/order/principal/mailing_address": "广东省深圳市南山区科技园路" };
        "证件号码有误" "the certificate number is wrong", HUAWEI, "principal.certificate-number-invalid",
            { "/order/principal/certificate/number": "91330106MA2DEM7112" };
        "证件已过期" "the certificate has expired", REFUSALS, "person.certificate-expired",
            { "/order/principal/responsible_person/certificate/valid_until": "2026-10-01" };
        "证件有效期不足 3 个月" "the certificate has less than three months left", HUAWEI,
            "person.certificate-expires-soon",
            { "/order/principal/responsible_person/certificate/valid_until": "2027-01-01" };
        "证件照片为复印件" "the photo is of a copy", REFUSALS, "person.photo-not-original",
            { "/order/principal/responsible_person/materials/0/original": false };
        "应急电话与手机号相同" "the emergency contact is the mobile", HUAWEI, "province.phones-not-distinct",
            { "/order/principal/responsible_person/mobile": "13800138001", "/order/principal/responsible_person/emergency_contact": "13800138001" };
        "视频核身不在主体所在省" "the video was taken in another province", HUAWEI, "person.video-location-mismatch",
            { "/order/services/0/responsible_person/video_verification/province": "33" };
        "视频核身光线、背景不合格，或人证不符" "light or background of the video, or another face", HUAWEI,
            "person.video-not-passed",
            { "/order/services/0/responsible_person/video_verification/passed": false };
        "主体有在途订单（主办者冲突）" "an order of the principal is in progress", REVIEW,
            "order.principal-in-progress",
            { "/context/registry/orders_in_progress": [{
                "kind": "change_service", "certificate": { "kind": "business_license", "number": "@certificate" },
            }] };
        "域名有在途订单（域名冲突）" "an order on the domain is in progress", REVIEW, "domain.in-progress",
            { "/context/registry/orders_in_progress": [{ "kind": "first_filing", "domains": ["@domain"] }] };
        "前置审批文件缺失" "the document of the pre-approval is missing", REFUSALS,
            "service.pre-approval-document-missing",
            { "/order/services/0/pre_approval/kinds": [{ "kind": "news", "approval_number": "1012026000" }] };
        "云资源不符合要求" "the server is not eligible", HUAWEI, "resource.remaining-too-short",
            { "/order/services/0/resources/0/expires_on": "2026-12-01" };
        "云资源备案数量已用完" "the server carries no more services", HUAWEI, "resource.quota-exceeded",
            { "/order/services/0/resources/0/services_filed": 5 };
        "主体在黑名单内" "the principal is blacklisted", UCLOUD, "principal.blacklisted",
            { "/context/registry/blacklisted_certificates": ["@certificate"] };
        "域名在黑名单内" "the domain is blacklisted", UCLOUD, "domain.blacklisted",
            { "/context/registry/blacklisted_domains": ["@domain"] };
        "网站名称在黑名单内" "the name of the site is blacklisted", UCLOUD, "name.blacklisted",
            { "/context/registry/blacklisted_names": ["青榕图景官网"] };
        "企业被列入经营异常名录" "the company is on the list of abnormal operations", UCLOUD,
            "principal.business-abnormal",
            { "/context/business_register/status": "abnormal" };
        "名称、证件号与企业登记信息不一致" "name or number is not the registered one", ERRORS,
            "principal.business-differs",
            { "/context/business_register/name": "深圳市青榕影像科技有限公司" };
        "名称涉及前置审批领域" "the name is about a field of pre-approval", HUAWEI, "name.pre-approval-word",
            { "/order/services/0/name": "青榕新闻图景", "/order/services/0/remark": null };
        "前置审批文件已过期" "the document of the pre-approval has expired", REFUSALS, "material.expired",
            { "/order/services/0/materials": [{
                "kind": "pre_approval_document", "format": "jpeg", "bytes": 640_000, "valid_until": "2026-06-30",
            }, { "kind": "domain_certificate", "format": "png", "bytes": 320_000 }] };
        "材料带有其他用途的水印" "a watermark says another purpose", REFUSALS, "material.watermark",
            { "/order/principal/materials/0/watermark": "仅供开户使用" };
        "主体负责人与服务负责人电话相同" "two responsible persons share a mobile", HUAWEI, "province.phones-not-distinct",
            { "/order/services/0/responsible_person/mobile": "@mobile" };
        "手机号不是备案省份的号码" "the mobile is of another province", REFUSALS, "person.mobile-out-of-province",
            { "/order/principal/responsible_person/mobile_province": "51" };
        "服务负责人已是其他单位负责人" "the responsible person has another organisation's service already", "腾讯云《主体信息》",
            "province.responsible-person-of-several-principals",
            { "/context/registry/principals": [{
                "filing_number": "粤ICP备2021000001号",
                "principal": { "kind": "enterprise", "name": "深圳市他人科技有限公司", "certificate": { "kind": "business_license", "number": "91330106MA2DEM7128" } },
                "services": [{ "service": { "kind": "website", "responsible_person": {
                    "certificate": { "kind": "resident_id_card", "number": "@responsible_person" },
                } } }],
            }] };
    }
}

pub(crate) const UNFORESEEN: &[Unforeseen] = &[
    Unforeseen {
        refused_for: text("电话两次无人接听", "nobody answered the call, twice"),
        source: REFUSALS,
        because: text(
            "取决于审核时能否接通，见提交须知",
            "known only when the reviewer calls; a notice says so beforehand",
        ),
    },
    Unforeseen {
        refused_for: text("证件照片模糊、缺边", "the photo is blurred or cut off"),
        source: REFUSALS,
        because: text("须看图片本身", "the picture has to be looked at"),
    },
    Unforeseen {
        refused_for: text("网站内容与备案内容不符", "the site's content is not what is filed"),
        source: REFUSALS,
        because: text("须打开网站查看", "the site has to be opened"),
    },
    Unforeseen {
        refused_for: text("短信核验超时或输错六次", "the SMS check timed out, or six wrong codes"),
        source: "腾讯云《短信核验》",
        because: text(
            "发生在提交之后，见订单进度",
            "happens after submission; the progress of the order tells of it",
        ),
    },
    Unforeseen {
        refused_for: text("疑似代办或虚假备案", "suspected of being false"),
        source: UCLOUD,
        because: text("由审核人员判断", "the reviewer's judgement"),
    },
];
